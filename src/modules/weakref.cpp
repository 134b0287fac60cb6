// Module _weakref: the type of weak references. What is built on it (sets, dictionaries, finalizers) is in stdlib/weakref.py.
#include "modules/module.hpp"

namespace coil {

static Result<void> init_weakref(Vm& vm, Dict* ns) {
  COIL_CHECK(module_set(vm, ns, "ref", vm.type(Kind::WeakRef)));
  return module_set(vm, ns, "ReferenceType", vm.type(Kind::WeakRef));
}

MODULE(weakref_native, "_weakref", "Weak references.", init_weakref)

}  // namespace coil
