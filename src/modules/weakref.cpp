// Module _weakref: the type of weak references, and which ones an object has. What is built on it (proxies, sets, dictionaries,
// finalizers) is in stdlib/weakref.py.
#include <vector>

#include "modules/module.hpp"
#include "objects/containers.hpp"

namespace coil {

namespace {

Result<Value> weakrefs_of(Vm& vm, Value object) {
  COIL_TRY(List* refs, new_list(vm));
  if (!object.is_cell()) return Value(refs);
  std::vector<Value> found;
  g_heap.for_each_weak(
      object.cell(), [](Cell* holder, void* context) { static_cast<std::vector<Value>*>(context)->push_back(Value(holder)); }, &found);
  // Filling the list may collect: the holders are reachable from the object alone, so the list is made in one piece.
  COIL_TRY(Tuple* all, new_tuple_from(vm, found.data(), found.size()));
  for (size_t i = 0; i < all->size; i++) COIL_CHECK(list_append(vm, refs, all->items[i]));
  return Value(refs);
}

NATIVE(weakref_getweakrefs, "getweakrefs(object, /)", "The weak references and proxies of an object.") { return weakrefs_of(vm, args[0]); }

NATIVE(weakref_getweakrefcount, "getweakrefcount(object, /)", "How many weak references and proxies an object has.") {
  int64_t count = 0;
  if (args[0].is_cell()) {
    g_heap.for_each_weak(args[0].cell(), [](Cell*, void* context) { ++*static_cast<int64_t*>(context); }, &count);
  }
  return Value::small_int(count);
}

Result<void> init_weakref(Vm& vm, Dict* ns) {
  COIL_CHECK(module_set(vm, ns, "ref", vm.type(Kind::WeakRef)));
  return module_set(vm, ns, "ReferenceType", vm.type(Kind::WeakRef));
}

}  // namespace

MODULE(weakref_native, "_weakref", "Weak references.", init_weakref, FN(weakref_getweakrefs), FN(weakref_getweakrefcount))

}  // namespace coil
