// Start of the object model's types, in the order in which they need each other.
#include "builtins/object_internal.hpp"
#include "builtins/warnings.hpp"
#include "objects/containers.hpp"
#include "objects/setup.hpp"
#include "objects/shape_internal.hpp"

namespace coil {

void setup_native_slots(Vm&);

void setup_objects(Vm& vm) {
  if (!vm.builtins) {
    Result<Dict*> builtins = new_dict(vm);
    if (!builtins) return;
    vm.builtins = *builtins;
  }
  Result<Dict*> no_builtins = new_dict(vm);
  if (!no_builtins) return;
  vm.no_builtins = *no_builtins;
  g_warn_deprecated_reenter = warn_deprecated_reenter;
  setup_native_slots(vm);
  setup_object_type(vm);
  setup_type_type(vm);
  setup_function_types(vm);
  setup_descriptors(vm);
  setup_super(vm);
  setup_frame_type(vm);
  setup_modules_and_namespaces(vm);
  setup_weakref(vm);
  setup_exceptions(vm);
  setup_generic_alias(vm);
  setup_build_class(vm);
  // Messages name these with their modules.
  vm.type(Kind::SimpleNamespace)->native_name = "types.SimpleNamespace";
  vm.type(Kind::UnionType)->native_name = "types.UnionType";
  vm.type(Kind::GenericAlias)->native_name = "types.GenericAlias";
  vm.type(Kind::WeakRef)->native_name = "weakref.ReferenceType";
  vm.type(Kind::Task)->native_name = "_asyncio.Task";
  vm.type(Kind::Future)->native_name = "_asyncio.Future";
  vm.type(Kind::Context)->native_name = "_contextvars.Context";
  vm.type(Kind::ContextVar)->native_name = "_contextvars.ContextVar";
  vm.type(Kind::ContextToken)->native_name = "_contextvars.Token";
  // From here on every native class inherits as soon as it is defined.
  for (size_t i = 0; i < static_cast<size_t>(Kind::kCount); i++) inherit_slots(g_shapes[i]->cls);
  for (Class* cls : vm.exceptions) inherit_slots(cls);
  g_types_complete = true;
}

}  // namespace coil
