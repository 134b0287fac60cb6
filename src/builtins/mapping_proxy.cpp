// mappingproxy: a read-only view of any mapping, which class.__dict__ and the views of dicts hand out.
#include "builtins/containers_internal.hpp"

namespace coil {

namespace {

void trace_proxy(Cell* cell, Marker& marker) { marker.value(static_cast<MappingProxy*>(cell)->mapping); }

Value mapping_of(Value self) { return self.as<MappingProxy>()->mapping; }

Result<Value> proxy_slot_make(Vm& vm, Class*, Value* args, size_t npos, Tuple* kwnames) {
  COIL_TRY(Value mapping, [&]() -> Result<Value> {
    if (npos == 1 && !(kwnames && kwnames->size)) return args[0];
    if (npos == 0 && kwnames && kwnames->size == 1 && str_is(kwnames->items[0].as<Str>(), "mapping")) return args[0];
    if (npos == 0) return raise_type_error(vm, "mappingproxy() missing required argument 'mapping' (pos 1)");
    return raise_type_error(vm, "mappingproxy() takes at most 1 argument (%zu given)", npos + (kwnames ? kwnames->size : 0));
  }());
  if (!takes_keys(mapping) || mapping.is(Kind::List) || mapping.is(Kind::Tuple)) {
    return raise_type_error(vm, "mappingproxy() argument must be a mapping, not %s", type_name(mapping));
  }
  COIL_TRY(MappingProxy* proxy, alloc<MappingProxy>(vm, Kind::MappingProxy));
  proxy->mapping = mapping;
  return proxy;
}

Result<Value> proxy_slot_repr(Vm& vm, Value self) {
  COIL_GUARD(vm, " while getting the repr of an object");
  COIL_TRY(Str* shown, repr_reenter(vm, mapping_of(self)));
  StrBuilder text(vm);
  text.add("mappingproxy(");
  text.add_str(shown);
  text.add(")");
  return text.finish();
}

Result<Value> proxy_slot_str(Vm& vm, Value self) {
  COIL_TRY(Str* shown, str_reenter(vm, mapping_of(self)));
  return shown;
}

Result<Value> proxy_slot_compare(Vm& vm, Value self, Value other, CompareOp op) {
  COIL_GUARD(vm, " in comparison");
  return compare_reenter(vm, mapping_of(self), other, op);
}

Result<int64_t> proxy_slot_len(Vm& vm, Value self) { return len_reenter(vm, mapping_of(self)); }
Result<bool> proxy_slot_contains(Vm& vm, Value self, Value key) { return contains_reenter(vm, mapping_of(self), key); }
Result<Value> proxy_slot_iter(Vm& vm, Value self) { return iter_reenter(vm, mapping_of(self)); }
Result<Value> proxy_slot_get_item(Vm& vm, Value self, Value key) { return get_item_reenter(vm, mapping_of(self), key); }

Result<Value> proxy_slot_or(Vm& vm, Value left, Value right) {
  if (left.is(Kind::MappingProxy)) left = mapping_of(left);
  if (right.is(Kind::MappingProxy)) right = mapping_of(right);
  return binary_reenter(vm, BinaryOp::Or, left, right);
}

Result<Value> proxy_slot_inplace_or(Vm& vm, Value, Value) {
  return raise_type_error(vm, "'|=' is not supported by mappingproxy; use '|' instead");
}

NATIVE(proxy_get, "get(self, key, default=None, /)", "The value for key, or default.") {
  return call_method_reenter(vm, mapping_of(args[0]), vm.name(Name::k_get), {args[1], args.get(2, none())});
}
NATIVE(proxy_keys, "keys(self, /)", "The keys of the mapping.") {
  return call_method_reenter(vm, mapping_of(args[0]), vm.name(Name::k_keys), {});
}
NATIVE(proxy_values, "values(self, /)", "The values of the mapping.") {
  return call_method_reenter(vm, mapping_of(args[0]), vm.name(Name::k_values), {});
}
NATIVE(proxy_items, "items(self, /)", "The (key, value) pairs of the mapping.") {
  return call_method_reenter(vm, mapping_of(args[0]), vm.name(Name::k_items), {});
}
NATIVE(proxy_copy, "copy(self, /)", "A shallow copy of the mapping.") {
  return call_method_reenter(vm, mapping_of(args[0]), intern(vm, "copy"), {});
}
NATIVE(proxy_reversed, "__reversed__(self, /)", "An iterator over the keys from the last to the first.") {
  return call_method_reenter(vm, mapping_of(args[0]), vm.name(Name::reversed_), {});
}
NATIVE(proxy_class_getitem, "__class_getitem__(cls, item, /)", "The type mappingproxy[item].") {
  return new_generic_alias(vm, args[0], args[1]);
}

}  // namespace

void setup_mapping_proxy(Vm& vm) {
  g_heap.set_type(Kind::MappingProxy, trace_proxy, nullptr);
  Slots& slots = vm.type(Kind::MappingProxy)->slots;
  slots.make = proxy_slot_make;
  slots.repr = proxy_slot_repr;
  slots.str = proxy_slot_str;
  slots.hash = hash_not_implemented;
  slots.compare = proxy_slot_compare;
  slots.len = proxy_slot_len;
  slots.contains = proxy_slot_contains;
  slots.iter = proxy_slot_iter;
  slots.get_item = proxy_slot_get_item;
  slots.binary[static_cast<int>(BinaryOp::Or)] = proxy_slot_or;
  slots.inplace[static_cast<int>(BinaryOp::Or)] = proxy_slot_inplace_or;
  define_type(vm, {Kind::MappingProxy, nullptr,
                   {&proxy_get_spec, &proxy_keys_spec, &proxy_values_spec, &proxy_items_spec, &proxy_copy_spec, &proxy_reversed_spec,
                    &proxy_class_getitem_spec},
                   {}});
}

}  // namespace coil
