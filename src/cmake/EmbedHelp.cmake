# Script mode: writes OUTPUT, a C++ file with the pages of `coil help`: kHelpPages = {name, text}. REFERENCE is one page, FOLDER/*.md are the others.

file(GLOB pages ${FOLDER}/*.md)
list(APPEND pages ${REFERENCE})
set(table "")
foreach(page IN LISTS pages)
  file(READ ${page} text)
  get_filename_component(name ${page} NAME_WE)
  set(literal "")
  string(LENGTH "${text}" length)
  set(position 0)
  while(position LESS length)
    string(SUBSTRING "${text}" ${position} 8000 piece)
    string(APPEND literal "R\"COIL_HELP(${piece})COIL_HELP\"\n")
    math(EXPR position "${position} + 8000")
  endwhile()
  string(APPEND table "    {\"${name}\",\n${literal}},\n")
endforeach()
file(WRITE ${OUTPUT}.new "// Generated from src/cli/docs/help/ and stdlib/REFERENCE.md.
#include \"cli/help.hpp\"

namespace coil {

const HelpPage kHelpPages[] = {
${table}    {nullptr, nullptr},
};

}  // namespace coil
")
file(RENAME ${OUTPUT}.new ${OUTPUT})
