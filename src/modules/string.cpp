// Module _string: str.format() in pieces, for string.Formatter. The functions are with the parser in builtins/str_format.cpp.
#include "modules/module.hpp"
#include "objects/setup.hpp"

namespace coil {

static Result<void> init_string(Vm& vm, Dict* ns) {
  setup_string_helpers(vm, ns);
  return ok();
}

MODULE(string_native, "_string", "The parser of format strings.", init_string)

}  // namespace coil
