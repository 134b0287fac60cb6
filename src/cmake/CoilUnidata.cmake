# The tables of src/unidata: a tool that is built first turns the text files of the Unicode Character Database into C++.

find_path(COIL_UCD_FOLDER UnicodeData.txt PATHS /usr/share/unicode /usr/share/unicode/ucd NO_DEFAULT_PATH REQUIRED
          DOC "The Unicode Character Database, Debian's package unicode-data")
set(COIL_UNIDATA_TABLES ${PROJECT_BINARY_DIR}/generated/unidata_tables.cpp)
add_executable(coil_unidata_generate ${PROJECT_SOURCE_DIR}/src/unidata/tool/generate.cpp)
target_include_directories(coil_unidata_generate PRIVATE ${PROJECT_SOURCE_DIR}/src)
add_custom_command(
  OUTPUT ${COIL_UNIDATA_TABLES}
  COMMAND coil_unidata_generate ${COIL_UCD_FOLDER} ${COIL_UNIDATA_TABLES}
  DEPENDS coil_unidata_generate
  COMMENT "Generating the tables of Unicode"
  VERBATIM)
target_sources(coil_unidata PRIVATE ${COIL_UNIDATA_TABLES})
