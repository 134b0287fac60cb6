#include "builtins/warnings.hpp"

#include "objects/protocol.hpp"
#include "objects/str.hpp"
#include "vm/hooks.hpp"

namespace coil {

Result<void> warn_reenter(Vm& vm, Exc category, const std::string& text) {
  COIL_TRY(Value module, g_hooks.import_name(vm, intern(vm, "warnings"), vm.builtins, none(), 0));
  COIL_TRY(Str* message, new_str(vm, text));
  COIL_CHECK(call_method_reenter(vm, module, intern(vm, "warn"), {message, vm.exception(category)}));
  return ok();
}

Result<void> warn_deprecated_reenter(Vm& vm, const std::string& text) { return warn_reenter(vm, Exc::DeprecationWarning, text); }

}  // namespace coil
