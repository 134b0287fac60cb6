# Script mode: writes OUTPUT, a C++ file with kStdlib = {path relative to ROOT without ".py", text} for every .py file, sorted by path.

file(GLOB_RECURSE files RELATIVE ${ROOT} ${ROOT}/*.py)
list(SORT files)
set(table "")
foreach(file IN LISTS files)
  file(READ ${ROOT}/${file} text)
  string(REGEX REPLACE "\\.py$" "" name "${file}")
  string(LENGTH "${text}" length)
  # Pieces keep each literal at a size that every compiler accepts.
  set(literal "")
  set(position 0)
  while(position LESS length)
    string(SUBSTRING "${text}" ${position} 8000 piece)
    string(APPEND literal "R\"COIL_STDLIB(${piece})COIL_STDLIB\"\n")
    math(EXPR position "${position} + 8000")
  endwhile()
  if(literal STREQUAL "")
    set(literal "\"\"")
  endif()
  string(APPEND table "    {\"${name}\",\n${literal}},\n")
endforeach()
file(WRITE ${OUTPUT}.new
"// Generated from stdlib/.
#include \"host/stdlib_table.hpp\"

namespace coil {

static constexpr StdlibFile kFiles[] = {
${table}    {nullptr, {}},
};
const StdlibFile* const kStdlib = kFiles;

}  // namespace coil
")
file(RENAME ${OUTPUT}.new ${OUTPUT})
