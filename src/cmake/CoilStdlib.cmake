# The embedded standard library: the modules of stdlib/ are compiled by coil_compile_stdlib, a small program made of the front end only, into one
# image (src/bytecode/image.hpp), which is linked into coil_all. The build makes the image from exactly these sources with exactly this compiler,
# so it can't be stale.

file(GLOB_RECURSE COIL_STDLIB_FILES CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/stdlib/*.py)
set(COIL_STDLIB_IMAGE ${PROJECT_BINARY_DIR}/generated/stdlib.image)
set(COIL_STDLIB_SOURCE ${PROJECT_BINARY_DIR}/generated/stdlib_image.cpp)

# Functions of what every program with asyncio.run() imports lie ready to use; the others are packed, to a half.
set(COIL_STDLIB_UNPACKED asyncio/__init__.py asyncio/coroutines.py asyncio/events.py asyncio/futures.py asyncio/tasks.py
  asyncio/base_events.py asyncio/log.py asyncio/unix_events.py asyncio/runners.py)

add_executable(coil_compile_stdlib ${PROJECT_SOURCE_DIR}/src/tools/compile_stdlib.cpp)
target_link_libraries(coil_compile_stdlib PRIVATE coil_compiler)
add_custom_command(
  OUTPUT ${COIL_STDLIB_IMAGE} ${COIL_STDLIB_SOURCE}
  COMMAND ${CMAKE_COMMAND} -E env ASAN_OPTIONS=detect_leaks=0 $<TARGET_FILE:coil_compile_stdlib> ${PROJECT_SOURCE_DIR}/stdlib ${COIL_STDLIB_IMAGE}
          ${COIL_STDLIB_SOURCE} ${COIL_STDLIB_UNPACKED}
  DEPENDS coil_compile_stdlib ${COIL_STDLIB_FILES}
  COMMENT "Compiling stdlib"
  VERBATIM)
add_library(coil_stdlib STATIC ${COIL_STDLIB_SOURCE})
target_include_directories(coil_stdlib PUBLIC ${PROJECT_SOURCE_DIR}/src)
set_target_properties(coil_stdlib PROPERTIES ARCHIVE_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/lib)
set(COIL_GROUP_MEMBERS ${COIL_GROUP_MEMBERS} coil_stdlib CACHE INTERNAL "" FORCE)

string(REPLACE ";" "," COIL_GROUP "${COIL_GROUP_MEMBERS}")
target_link_libraries(coil_all INTERFACE "$<LINK_GROUP:RESCAN,${COIL_GROUP}>")
