# The pages of `coil help` are the documents themselves, linked into the cli room.

file(GLOB COIL_HELP_FILES CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/cli/docs/help/*.md)
set(COIL_HELP_PAGES ${PROJECT_BINARY_DIR}/generated/help_pages.cpp)
add_custom_command(
  OUTPUT ${COIL_HELP_PAGES}
  COMMAND ${CMAKE_COMMAND} -DFOLDER=${PROJECT_SOURCE_DIR}/src/cli/docs/help -DREFERENCE=${PROJECT_SOURCE_DIR}/stdlib/REFERENCE.md
          -DOUTPUT=${COIL_HELP_PAGES} -P ${PROJECT_SOURCE_DIR}/src/cmake/EmbedHelp.cmake
  DEPENDS ${COIL_HELP_FILES} ${PROJECT_SOURCE_DIR}/stdlib/REFERENCE.md ${PROJECT_SOURCE_DIR}/src/cmake/EmbedHelp.cmake
  COMMENT "Embedding help"
  VERBATIM)
target_sources(coil_cli PRIVATE ${COIL_HELP_PAGES})
