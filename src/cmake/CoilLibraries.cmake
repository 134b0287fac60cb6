# Third-party libraries as imported targets Coil::<Name>; static archives are preferred when COIL_STATIC is on.
# A library that is not installed gives no target: the rooms that need it say so when they are compiled.

find_package(Threads REQUIRED)
add_library(coil_threads INTERFACE)
target_link_libraries(coil_threads INTERFACE Threads::Threads ${CMAKE_DL_LIBS})
add_library(Coil::Threads ALIAS coil_threads)

function(coil_find_library name header)
  string(TOUPPER ${name} upper)
  find_path(COIL_${upper}_INCLUDE ${header})
  set(candidates)
  if(COIL_STATIC)
    foreach(library ${ARGN})
      list(APPEND candidates lib${library}.a)
    endforeach()
  endif()
  find_library(COIL_${upper}_LIBRARY NAMES ${candidates} ${ARGN})
  if(COIL_${upper}_INCLUDE AND COIL_${upper}_LIBRARY)
    add_library(Coil::${name} UNKNOWN IMPORTED GLOBAL)
    set_target_properties(Coil::${name} PROPERTIES
      IMPORTED_LOCATION ${COIL_${upper}_LIBRARY}
      INTERFACE_INCLUDE_DIRECTORIES ${COIL_${upper}_INCLUDE})
  else()
    message(WARNING "${name} (${header}) is not installed")
  endif()
endfunction()

coil_find_library(Gmp gmp.h gmp)
coil_find_library(Uv uv.h uv_a uv)
coil_find_library(Utf8proc utf8proc.h utf8proc)
coil_find_library(Pcre2_8 pcre2.h pcre2-8)
coil_find_library(Pcre2_32 pcre2.h pcre2-32)
coil_find_library(Zlib zlib.h z)
coil_find_library(Lz4 lz4.h lz4)
if(TARGET Coil::Uv)
  target_link_libraries(Coil::Uv INTERFACE Coil::Threads)
endif()
if(TARGET Coil::Utf8proc AND COIL_STATIC)
  target_compile_definitions(Coil::Utf8proc INTERFACE UTF8PROC_STATIC)
endif()

# Only the headers: the library is loaded when a program imports ssl.
find_path(COIL_OPENSSL_INCLUDE openssl/ssl.h REQUIRED)

find_path(COIL_CLI11_INCLUDE CLI/CLI.hpp REQUIRED)
add_library(coil_cli11 INTERFACE)
target_include_directories(coil_cli11 SYSTEM INTERFACE ${COIL_CLI11_INCLUDE})
add_library(Coil::Cli11 ALIAS coil_cli11)
