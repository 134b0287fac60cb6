// Iterators over dicts: keys, values, items, forwards and backwards. They notice that the dict changed its size; a changed layout of the
// same size can not harm them, since positions are checked at every step.
#include "builtins/containers_internal.hpp"

namespace coil {

namespace {

void trace_dict_iter(Cell* cell, Marker& marker) { marker.cell(static_cast<DictIter*>(cell)->dict); }

constexpr bool is_reverse(Kind kind) { return kind == Kind::DictRevKeyIter || kind == Kind::DictRevValueIter || kind == Kind::DictRevItemIter; }

/// Steps a cursor; false at the end. Backward positions count from the end of what was there at the start.
inline bool step(Kind kind, Dict* dict, size_t* position, Value* key, Value* value) {
  if (!is_reverse(kind)) {
    if (*position == 0 || *position >= dict->entry_count) return dict_next(dict, position, key, value);
    const DictEntry& entry = dict->entries()[*position];
    if (!entry.key) return dict_next(dict, position, key, value);
    ++*position;
    *key = entry.key;
    *value = entry.value;
    return true;
  }
  if (*position > dict->entry_count) *position = dict->entry_count;
  while (*position > 0) {
    const DictEntry& entry = dict->entries()[--*position];
    if (!entry.key) continue;
    *key = entry.key;
    *value = entry.value;
    return true;
  }
  return false;
}

inline Result<Value> item_of(Vm& vm, Kind kind, Value key, Value value) {
  switch (kind) {
    case Kind::DictKeyIter: case Kind::DictRevKeyIter: return key;
    case Kind::DictValueIter: case Kind::DictRevValueIter: return value;
    default: return make_tuple(vm, {key, value});
  }
}

template <Kind kind>
Result<Value> dict_iter_slot_next(Vm& vm, Value self) {
  auto* iter = self.as<DictIter>();
  Dict* dict = iter->dict;
  if (!dict) return Value::stop();
  if (iter->expected_used != dict->used) {
    const bool ordered = g_ordered_dict && is_instance(dict, g_ordered_dict);
    if (ordered && iter->remaining == 0) {  // an OrderedDict's iterator looks one item ahead: it has found the end already
      iter->dict = nullptr;
      return Value::stop();
    }
    iter->expected_used = ~size_t{0};  // sticky
    return raise(vm, Exc::RuntimeError, ordered ? "OrderedDict mutated during iteration" : "dictionary changed size during iteration");
  }
  Value key, value;
  if (!step(kind, dict, &iter->position, &key, &value)) {
    iter->dict = nullptr;
    return Value::stop();
  }
  if (iter->remaining == 0 && !is_reverse(kind)) {
    iter->dict = nullptr;
    return raise(vm, Exc::RuntimeError, "dictionary keys changed during iteration");
  }
  iter->remaining--;
  return item_of(vm, kind, key, value);
}

NATIVE(dict_iter_length_hint, "__length_hint__(self, /)", "How many items are left.") {
  auto* iter = self_as<DictIter>(args);
  bool valid = iter->dict && iter->expected_used == iter->dict->used;
  return int_of_size(valid ? iter->remaining : 0);
}

NATIVE(dict_iter_reduce, "__reduce__(self, /)", "State for pickling.") {
  auto* iter = self_as<DictIter>(args);
  COIL_TRY(List* rest, new_list(vm));
  size_t position = iter->position;
  Value key, value;
  while (iter->dict && step(iter->kind, iter->dict, &position, &key, &value)) {
    COIL_TRY(Value item, item_of(vm, iter->kind, key, value));
    COIL_CHECK(list_append(vm, rest, item));
  }
  return iterator_reduce(vm, "iter", rest, Value());
}

}  // namespace

Result<Value> new_dict_iter(Vm& vm, Kind kind, Dict* dict) {
  COIL_TRY(DictIter* iter, alloc<DictIter>(vm, kind));
  iter->dict = dict;
  iter->position = is_reverse(kind) ? dict->entry_count : 0;
  iter->expected_used = dict->used;
  iter->remaining = dict->used;
  return iter;
}

void setup_dict_iterators(Vm& vm) {
  struct Row { Kind kind; NextFn next; };
  constexpr Row kRows[] = {
      {Kind::DictKeyIter, dict_iter_slot_next<Kind::DictKeyIter>}, {Kind::DictRevKeyIter, dict_iter_slot_next<Kind::DictRevKeyIter>},
      {Kind::DictValueIter, dict_iter_slot_next<Kind::DictValueIter>}, {Kind::DictRevValueIter, dict_iter_slot_next<Kind::DictRevValueIter>},
      {Kind::DictItemIter, dict_iter_slot_next<Kind::DictItemIter>}, {Kind::DictRevItemIter, dict_iter_slot_next<Kind::DictRevItemIter>}};
  for (const auto& [kind, next] : kRows) {
    g_heap.set_type(kind, trace_dict_iter, nullptr);
    Slots& slots = vm.type(kind)->slots;
    slots.iter = self_iter;
    slots.next = next;
    define_type(vm, {kind, nullptr, {&dict_iter_length_hint_spec, &dict_iter_reduce_spec}, {}});
  }
}

}  // namespace coil
