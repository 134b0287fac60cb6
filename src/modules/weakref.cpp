// Module _weakref: the type of weak references, which ones an object has, and the part of proxies that every access to an attribute goes through.
// What is built on it is in stdlib/weakref.py; the special methods of proxies are in stdlib/_weakproxy.py.
#include <vector>

#include "builtins/weakref.hpp"
#include "modules/module.hpp"
#include "modules/support.hpp"
#include "objects/containers.hpp"
#include "objects/native_object.hpp"

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

struct Proxy : NativeObject {
  WeakRef* reference;
};
void trace_proxy(Cell* cell, Marker& marker) { marker.cell(static_cast<Proxy*>(cell)->reference); }
const NativeObjectOps kProxyOps{trace_proxy, nullptr};

Result<Value> proxy_make(Vm& vm, Class* cls, Value*, size_t, Tuple*) {
  COIL_TRY(Proxy* proxy, new_native_object<Proxy>(vm, cls, &kProxyOps));
  return Value(proxy);
}

Result<Value> target_of(Vm& vm, Value self) {
  WeakRef* reference = self.as<Proxy>()->reference;
  if (reference && reference->target) return reference->target;
  return raise(vm, Exc::ReferenceError, "weakly-referenced object no longer exists");
}

Result<Value> proxy_get_attr(Vm& vm, Value self, Str* name) {
  COIL_TRY(Value target, target_of(vm, self));
  return get_attr_reenter(vm, target, name);
}
Result<void> proxy_set_attr(Vm& vm, Value self, Str* name, Value value) {
  COIL_TRY(Value target, target_of(vm, self));
  return value ? set_attr_reenter(vm, target, name, value) : del_attr_reenter(vm, target, name);
}

Class* g_proxy_base;

Result<Proxy*> proxy_argument(Vm& vm, Value value) {
  if (!is_instance(value, g_proxy_base)) return raise_type_error(vm, "expected a proxy, not '%s'", type_name(value));
  return value.as<Proxy>();
}

NATIVE(proxy_target, "_target(proxy, /)", "The object behind a proxy.") {
  COIL_TRY(Proxy* proxy, proxy_argument(vm, args[0]));
  return target_of(vm, proxy);
}
NATIVE(proxy_reference, "_reference(proxy, /)", "The weak reference of a proxy.") {
  COIL_TRY(Proxy* proxy, proxy_argument(vm, args[0]));
  return proxy->reference ? Value(proxy->reference) : none();
}
NATIVE(proxy_set_reference, "_set_reference(proxy, reference, /)", "Make a new proxy one of the reference's object.") {
  COIL_TRY(Proxy* proxy, proxy_argument(vm, args[0]));
  if (!args[1].is(Kind::WeakRef)) return raise_type_error(vm, "expected a weak reference, not '%s'", type_name(args[1]));
  store(proxy, proxy->reference, args[1].as<WeakRef>());
  return none();
}

Result<void> define_proxy_base(Vm& vm, Dict* ns) {
  COIL_TRY(g_proxy_base, new_module_class<Proxy>(vm, "_Proxy", "_weakref", "Attributes of a proxy are those of its object."));
  g_proxy_base->slots.make = proxy_make;
  g_proxy_base->slots.get_attr = proxy_get_attr;
  g_proxy_base->slots.set_attr = proxy_set_attr;
  define_class(vm, g_proxy_base, {}, {});
  return module_set(vm, ns, "_Proxy", g_proxy_base);
}

Result<void> init_weakref(Vm& vm, Dict* ns) {
  COIL_CHECK(define_proxy_base(vm, ns));
  COIL_CHECK(module_set(vm, ns, "ref", vm.type(Kind::WeakRef)));
  return module_set(vm, ns, "ReferenceType", vm.type(Kind::WeakRef));
}

}  // namespace

MODULE(weakref_native, "_weakref", "Weak references.", init_weakref, FN(weakref_getweakrefs), FN(weakref_getweakrefcount),
       FN(proxy_target), FN(proxy_reference), FN(proxy_set_reference))

}  // namespace coil
