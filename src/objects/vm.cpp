// The one Vm, the fixed objects, the stack guard and the roots that belong to no other room.
#include "objects/vm.hpp"

#include "objects/native_level.hpp"

#include <vector>

namespace coil {

constinit Vm g_vm{};
const char* g_stack_limit = nullptr;

Cell none_cell{static_cast<uint32_t>(Kind::None), Kind::None, kGcStatic, 0};
Cell true_cell{static_cast<uint32_t>(Kind::Bool), Kind::Bool, kGcStatic, 0};
Cell false_cell{static_cast<uint32_t>(Kind::Bool), Kind::Bool, kGcStatic, 0};
Cell not_implemented_cell{static_cast<uint32_t>(Kind::NotImplemented), Kind::NotImplemented, kGcStatic, 0};
Cell ellipsis_cell{static_cast<uint32_t>(Kind::Ellipsis), Kind::Ellipsis, kGcStatic, 0};

static Result<void> no_super_args(Vm& vm, Class**, Value*) { return raise(vm, Exc::RuntimeError, "super(): no current frame"); }
Result<void> (*g_current_super_args)(Vm&, Class**, Value*) = no_super_args;
Result<void> (*g_warn_deprecated_reenter)(Vm&, const std::string&) = nullptr;

NativeLevel* g_native_levels = nullptr;

Error raise_recursion_error(Vm& vm, const char* where) {
  return raise(vm, Exc::RecursionError, "maximum recursion depth exceeded%s", where);
}

bool raise_stack_overflow(Vm& vm, const char* where) {
  (void)raise_recursion_error(vm, where);
  return true;
}

}  // namespace coil
