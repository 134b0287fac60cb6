// Views of dicts (keys, values, items) with the set operations of keys and items.
#include "builtins/containers_internal.hpp"

namespace coil {

namespace {

void trace_dict_view(Cell* cell, Marker& marker) { marker.cell(static_cast<DictView*>(cell)->dict); }

bool is_set_view(Value v) { return v.is(Kind::DictKeys) || v.is(Kind::DictItems); }

Result<Value> view_slot_iter(Vm& vm, Value self) {
  Kind kind = self.is(Kind::DictKeys) ? Kind::DictKeyIter : self.is(Kind::DictValues) ? Kind::DictValueIter : Kind::DictItemIter;
  return new_dict_iter(vm, kind, self.as<DictView>()->dict);
}

Result<int64_t> view_slot_len(Vm&, Value self) { return static_cast<int64_t>(self.as<DictView>()->dict->used); }

Result<bool> keys_slot_contains(Vm& vm, Value self, Value key) {
  COIL_TRY(Value found, dict_get_reenter(vm, self.as<DictView>()->dict, key));
  return !found.is_stop();
}

Result<bool> items_slot_contains(Vm& vm, Value self, Value item) {
  if (!item.is(Kind::Tuple) || item.as<Tuple>()->size != 2) return false;
  COIL_TRY(Value found, dict_get_reenter(vm, self.as<DictView>()->dict, item.as<Tuple>()->items[0]));
  if (found.is_stop()) return false;
  return equal_reenter(vm, found, item.as<Tuple>()->items[1]);
}

Result<bool> view_contains_reenter(Vm& vm, Value view, Value item) {
  return view.is(Kind::DictKeys) ? keys_slot_contains(vm, view, item) : items_slot_contains(vm, view, item);
}

Result<Value> view_slot_repr(Vm& vm, Value self) {
  COIL_GUARD(vm, " while getting the repr of an object");
  if (!enter_repr(vm, self)) return new_str(vm, "...");
  StrBuilder text(vm);
  if (g_ordered_dict && is_instance(self.as<DictView>()->dict, g_ordered_dict)) text.add("o");
  text.add(type_name(self));
  text.add("(");
  Result<List*> items = list_from_iterable_reenter(vm, self);
  Result<Str*> shown = items ? repr_reenter(vm, *items) : Result<Str*>(Error{});
  leave_repr(vm, self);
  if (!shown) return Error{};
  text.add_str(*shown);
  text.add(")");
  return text.finish();
}

Result<bool> all_contained_reenter(Vm& vm, Value items, Value container) {
  COIL_TRY(Value iterator, iter_reenter(vm, items));
  for (;;) {
    COIL_TRY(Value item, next_reenter(vm, iterator));
    if (item.is_stop()) return true;
    COIL_TRY(bool found, contains_reenter(vm, container, item));
    if (!found) return false;
  }
}

Result<Value> view_slot_compare(Vm& vm, Value self, Value other, CompareOp op) {
  if (!is_set_view(self) || !(is_any_set(other) || is_set_view(other))) return Value(&not_implemented_cell);
  COIL_GUARD(vm, " in comparison");
  COIL_TRY(int64_t mine, len_reenter(vm, self));
  COIL_TRY(int64_t theirs, len_reenter(vm, other));
  bool answer = false;
  switch (op) {
    case CompareOp::Eq: case CompareOp::Ne:
      if (mine == theirs) { COIL_TRY(answer, all_contained_reenter(vm, self, other)); }
      if (op == CompareOp::Ne) answer = !answer;
      break;
    case CompareOp::Lt:
      if (mine < theirs) { COIL_TRY(answer, all_contained_reenter(vm, self, other)); }
      break;
    case CompareOp::Le:
      if (mine <= theirs) { COIL_TRY(answer, all_contained_reenter(vm, self, other)); }
      break;
    case CompareOp::Gt:
      if (mine > theirs) { COIL_TRY(answer, all_contained_reenter(vm, other, self)); }
      break;
    case CompareOp::Ge:
      if (mine >= theirs) { COIL_TRY(answer, all_contained_reenter(vm, other, self)); }
      break;
  }
  return Value::boolean(answer);
}

Result<Value> view_slot_and(Vm& vm, Value left, Value right) {
  Value self = is_set_view(left) ? left : right, other = is_set_view(left) ? right : left;
  size_t size = self.as<DictView>()->dict->used;
  if (is_exact(other, Kind::Set) && size <= other.as<Set>()->used) {
    return set_intersection_reenter(vm, Kind::Set, other.as<Set>(), self);
  }
  if (is_set_view(other) && other.as<DictView>()->dict->used > size) std::swap(self, other);
  COIL_TRY(Set* result, new_set(vm));
  COIL_CHECK(for_each_reenter(vm, other, [&](Value item) -> Result<void> {
    COIL_TRY(bool found, view_contains_reenter(vm, self, item));
    return found ? set_add_reenter(vm, result, item) : ok();
  }));
  return result;
}

Result<Value> view_slot_or(Vm& vm, Value left, Value right) {
  COIL_TRY(Set* result, set_from_reenter(vm, Kind::Set, left));
  COIL_CHECK(set_update_reenter(vm, result, right));
  return result;
}

Result<Value> view_slot_sub(Vm& vm, Value left, Value right) {
  COIL_TRY(Set* result, set_from_reenter(vm, Kind::Set, left));
  COIL_CHECK(set_difference_update_reenter(vm, result, right));
  return result;
}

Result<Value> view_slot_xor(Vm& vm, Value left, Value right) {
  COIL_TRY(Set* result, set_from_reenter(vm, Kind::Set, left));
  COIL_CHECK(set_symmetric_update_reenter(vm, result, right));
  return result;
}

NATIVE(view_isdisjoint, "isdisjoint(self, other, /)", "Whether the view and the other iterable have no item in common.") {
  Value container = args[0], items = args[1];
  if (is_any_set(items) || is_set_view(items)) {
    // The shorter one is walked through.
    COIL_TRY(int64_t size, len_reenter(vm, items));
    if (size > static_cast<int64_t>(container.as<DictView>()->dict->used)) std::swap(container, items);
  }
  COIL_TRY(Value iterator, iter_reenter(vm, items));
  for (;;) {
    COIL_TRY(Value item, next_reenter(vm, iterator));
    if (item.is_stop()) return Value::boolean(true);
    COIL_TRY(bool found, contains_reenter(vm, container, item));
    if (found) return Value::boolean(false);
  }
}

NATIVE(view_reversed, "__reversed__(self, /)", "An iterator from the last item to the first.") {
  Kind kind = args[0].is(Kind::DictKeys)     ? Kind::DictRevKeyIter
              : args[0].is(Kind::DictValues) ? Kind::DictRevValueIter
                                             : Kind::DictRevItemIter;
  return new_dict_iter(vm, kind, self_as<DictView>(args)->dict);
}

Result<Value> view_get_mapping(Vm& vm, Value self) {
  COIL_TRY(MappingProxy* proxy, alloc<MappingProxy>(vm, Kind::MappingProxy));
  proxy->mapping = self.as<DictView>()->dict;
  return proxy;
}

constexpr GetSetSpec kMapping{"mapping", view_get_mapping, nullptr, "The dict of the view, read-only."};

}  // namespace

void setup_dict_views(Vm& vm) {
  for (Kind kind : {Kind::DictKeys, Kind::DictValues, Kind::DictItems}) {
    g_heap.set_type(kind, trace_dict_view, nullptr);
    Slots& slots = vm.type(kind)->slots;
    slots.iter = view_slot_iter;
    slots.len = view_slot_len;
    slots.repr = view_slot_repr;
    if (kind == Kind::DictValues) {
      define_type(vm, {kind, nullptr, {&view_reversed_spec}, {&kMapping}});
      continue;
    }
    slots.hash = hash_not_implemented;
    slots.compare = view_slot_compare;
    slots.contains = kind == Kind::DictKeys ? keys_slot_contains : items_slot_contains;
    slots.binary[static_cast<int>(BinaryOp::And)] = view_slot_and;
    slots.binary[static_cast<int>(BinaryOp::Or)] = view_slot_or;
    slots.binary[static_cast<int>(BinaryOp::Sub)] = view_slot_sub;
    slots.binary[static_cast<int>(BinaryOp::Xor)] = view_slot_xor;
    define_type(vm, {kind, nullptr, {&view_isdisjoint_spec, &view_reversed_spec}, {&kMapping}});
  }
}

}  // namespace coil
