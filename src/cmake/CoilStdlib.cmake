# The embedded standard library: stdlib/**/*.py become one table (module path -> text) in the build tree, linked into coil_all.

file(GLOB_RECURSE COIL_STDLIB_FILES CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/stdlib/*.py)
set(COIL_STDLIB_TABLE ${PROJECT_BINARY_DIR}/generated/stdlib_table.cpp)
add_custom_command(
  OUTPUT ${COIL_STDLIB_TABLE}
  COMMAND ${CMAKE_COMMAND} -DROOT=${PROJECT_SOURCE_DIR}/stdlib -DOUTPUT=${COIL_STDLIB_TABLE}
          -P ${PROJECT_SOURCE_DIR}/src/cmake/EmbedStdlib.cmake
  DEPENDS ${COIL_STDLIB_FILES} ${PROJECT_SOURCE_DIR}/src/cmake/EmbedStdlib.cmake
  COMMENT "Embedding stdlib"
  VERBATIM)
add_library(coil_stdlib STATIC ${COIL_STDLIB_TABLE})
target_include_directories(coil_stdlib PUBLIC ${PROJECT_SOURCE_DIR}/src)
set_target_properties(coil_stdlib PROPERTIES ARCHIVE_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/lib)
set(COIL_GROUP_MEMBERS ${COIL_GROUP_MEMBERS} coil_stdlib CACHE INTERNAL "" FORCE)

string(REPLACE ";" "," COIL_GROUP "${COIL_GROUP_MEMBERS}")
target_link_libraries(coil_all INTERFACE "$<LINK_GROUP:RESCAN,${COIL_GROUP}>")
