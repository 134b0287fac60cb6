// dict: slots and methods. The hash table is in objects/dict.cpp, views in dict_views.cpp, iterators in dict_iterators.cpp.
#include "builtins/containers_internal.hpp"

namespace coil {

namespace {

void trace_dict(Cell* cell, Marker& marker) {
  auto* dict = static_cast<Dict*>(cell);
  marker.cell(dict->index);
  marker.cell(dict->entry_buffer);
  trace_attrs(cell, marker);
}

void trace_table_part(Cell* cell, Marker& marker, size_t begin, size_t end) {
  constexpr size_t kEntryWords = sizeof(DictEntry) / sizeof(Value), kHashWord = offsetof(DictEntry, hash) / sizeof(Value);
  auto* table = static_cast<Buffer*>(cell);
  auto* words = reinterpret_cast<const Value*>(table->data());
  size_t last = std::min(end - sizeof(Buffer), table->size) / sizeof(Value);
  for (size_t i = begin ? (begin - sizeof(Buffer)) / sizeof(Value) : 0; i < last; i++) {
    if (i % kEntryWords != kHashWord) marker.value(words[i]);
  }
}

void trace_table(Cell* cell, Marker& marker) {
  auto* table = static_cast<Buffer*>(cell);
  auto* entries = reinterpret_cast<const DictEntry*>(table->data());
  for (size_t i = 0; i < table->size / sizeof(DictEntry); i++) {
    marker.value(entries[i].key);
    marker.value(entries[i].value);
  }
}

Result<Value> dict_slot_make(Vm& vm, Class* cls, Value*, size_t, Tuple*) { return new_dict_of_class(vm, cls); }

Result<void> update_from_arguments_reenter(Vm& vm, const char* function, Value self, Value* args, size_t npos, Tuple* kwnames) {
  if (npos > 1) return raise_type_error(vm, "%s expected at most 1 argument, got %zu", function, npos);
  if (npos == 1) COIL_CHECK(dict_update_reenter(vm, self.as<Dict>(), args[0]));
  if (kwnames) COIL_CHECK(dict_reserve(vm, self.as<Dict>(), self.as<Dict>()->used + kwnames->size));
  for (size_t i = 0; kwnames && i < kwnames->size; i++) {
    COIL_CHECK(dict_set_reenter(vm, self.as<Dict>(), kwnames->items[i], args[npos + i]));
  }
  return ok();
}

Result<void> dict_slot_init(Vm& vm, Value self, Value* args, size_t npos, Tuple* kwnames) {
  return update_from_arguments_reenter(vm, "dict", self, args, npos, kwnames);
}

Result<Value> dict_slot_repr(Vm& vm, Value self) {
  COIL_GUARD(vm, " while getting the repr of an object");
  Dict* dict = self.as<Dict>();
  if (dict->used == 0) return new_str(vm, "{}");
  if (!enter_repr(vm, self)) return new_str(vm, "{...}");
  StrBuilder text(vm);
  text.add("{");
  size_t position = 0;
  Value key, value;
  for (bool first = true; dict_next(dict, &position, &key, &value); first = false) {
    if (!first) text.add(", ");
    Result<Str*> part = repr_reenter(vm, key);
    if (part) {
      text.add_str(*part);
      text.add(": ");
      part = repr_reenter(vm, value);
    }
    if (!part) {
      leave_repr(vm, self);
      return Error{};
    }
    text.add_str(*part);
  }
  leave_repr(vm, self);
  text.add("}");
  return text.finish();
}

Result<bool> dicts_equal_reenter(Vm& vm, Dict* a, Dict* b) {
  COIL_GUARD(vm, " in comparison");
  if (a->used != b->used) return false;
  for (size_t i = 0; i < a->entry_count; i++) {
    DictEntry entry = a->entries()[i];
    if (!entry.key) continue;
    // Dictionaries that were made alike have the key at the same place.
    Value other;
    if (i < b->entry_count && b->entries()[i].key == entry.key) {
      other = b->entries()[i].value;
    } else {
      COIL_TRY(other, dict_get_hashed_reenter(vm, b, entry.key, static_cast<int64_t>(entry.hash)));
    }
    if (other.is_stop()) return false;
    COIL_TRY(bool equal, equal_reenter(vm, entry.value, other));
    if (!equal) return false;
  }
  return true;
}

Result<Value> dict_slot_compare(Vm& vm, Value self, Value other, CompareOp op) {
  if ((op != CompareOp::Eq && op != CompareOp::Ne) || !self.is(Kind::Dict) || !other.is(Kind::Dict)) {
    return Value(&not_implemented_cell);
  }
  COIL_TRY(bool equal, dicts_equal_reenter(vm, self.as<Dict>(), other.as<Dict>()));
  return Value::boolean(equal == (op == CompareOp::Eq));
}

Result<int64_t> dict_slot_len(Vm&, Value self) { return static_cast<int64_t>(self.as<Dict>()->used); }

Result<bool> dict_slot_contains(Vm& vm, Value self, Value key) {
  COIL_TRY(Value found, dict_get_reenter(vm, self.as<Dict>(), key));
  return !found.is_stop();
}

Result<Value> dict_slot_iter(Vm& vm, Value self) { return new_dict_iter(vm, Kind::DictKeyIter, self.as<Dict>()); }

Result<Value> dict_slot_get_item(Vm& vm, Value self, Value key) {
  COIL_TRY(Value found, dict_get_reenter(vm, self.as<Dict>(), key));
  if (!found.is_stop()) return found;
  if (!is_exact(self, Kind::Dict)) {
    COIL_TRY(Value missing, lookup_special_reenter(vm, self, vm.name(Name::missing_)));
    if (!missing.is_stop()) return call_reenter(vm, missing, {key});
  }
  return raise_key_error(vm, key);
}

Result<void> dict_slot_set_item(Vm& vm, Value self, Value key, Value value) {
  if (value) return dict_set_reenter(vm, self.as<Dict>(), key, value);
  COIL_TRY(Value removed, dict_pop_reenter(vm, self.as<Dict>(), key));
  if (removed.is_stop()) return raise_key_error(vm, key);
  return ok();
}

/// A plain dict with the items of one that may be of a subclass with its own ways to iterate.
Result<Dict*> plain_copy_reenter(Vm& vm, Value source) {
  if (class_of(source)->slots.iter == vm.type(Kind::Dict)->slots.iter) return dict_copy(vm, source.as<Dict>());
  COIL_TRY(Dict* copy, new_dict(vm));
  COIL_CHECK(dict_update_reenter(vm, copy, source));
  return copy;
}

Result<Value> dict_slot_or(Vm& vm, Value left, Value right) {
  if (!left.is(Kind::Dict) || !right.is(Kind::Dict)) return Value(&not_implemented_cell);
  COIL_TRY(Dict* merged, plain_copy_reenter(vm, left));
  COIL_CHECK(dict_update_reenter(vm, merged, right));
  return merged;
}

Result<Value> dict_slot_inplace_or(Vm& vm, Value left, Value right) {
  COIL_CHECK(dict_update_reenter(vm, left.as<Dict>(), right));
  return left;
}

Result<Value> new_view(Vm& vm, Kind kind, Value dict) {
  COIL_TRY(DictView* view, alloc<DictView>(vm, kind));
  view->dict = dict.as<Dict>();
  return view;
}

NATIVE(dict_clear, "clear(self, /)", "Remove all items.") {
  dict_clear(self_as<Dict>(args));
  return none();
}

NATIVE(dict_copy, "copy(self, /)", "A shallow copy.") {
  return plain_copy_reenter(vm, args[0]);
}

/// Nobody asks for the hashes again.
static Result<void> add_keys_of_set_reenter(Vm& vm, Dict* dict, Set* keys, Value value) {
  Value key;
  int64_t hash;
  for (size_t position = 0; set_next_hashed(keys, &position, &key, &hash);) COIL_CHECK(dict_set_hashed_reenter(vm, dict, key, hash, value));
  return ok();
}

NATIVE(dict_fromkeys, "fromkeys(cls, iterable, value=None, /)", "A new dict with keys from the iterable, all with the same value.") {
  Value value = args.get(2, none());
  COIL_TRY(Value made, call_reenter(vm, args[0], {}));
  bool plain = is_exact(made, Kind::Dict);
  if (plain && (is_exact(args[1], Kind::Set) || is_exact(args[1], Kind::FrozenSet))) {
    COIL_CHECK(add_keys_of_set_reenter(vm, made.as<Dict>(), args[1].as<Set>(), value));
    return made;
  }
  COIL_CHECK(for_each_reenter(vm, args[1], [&](Value key) {
    return plain ? dict_set_reenter(vm, made.as<Dict>(), key, value) : set_item_reenter(vm, made, key, value);
  }));
  return made;
}

NATIVE(dict_get, "get(self, key, default=None, /)", "The value for key, or default.") {
  COIL_TRY(Value found, dict_get_reenter(vm, self_as<Dict>(args), args[1]));
  return found.is_stop() ? args.get(2, none()) : found;
}

NATIVE(dict_items, "items(self, /)", "A view of the (key, value) pairs.") { return new_view(vm, Kind::DictItems, args[0]); }
NATIVE(dict_keys, "keys(self, /)", "A view of the keys.") { return new_view(vm, Kind::DictKeys, args[0]); }
NATIVE(dict_values, "values(self, /)", "A view of the values.") { return new_view(vm, Kind::DictValues, args[0]); }

NATIVE(dict_pop, "pop(self, key, default=<unrepresentable>, /)", "Remove key and return its value, or default; KeyError without one.") {
  // Nobody asks for the key's hash when there is nothing to find.
  Value removed = Value::stop();
  if (self_as<Dict>(args)->used) { COIL_TRY(removed, dict_pop_reenter(vm, self_as<Dict>(args), args[1])); }
  if (!removed.is_stop()) return removed;
  if (args.has(2)) return args[2];
  return raise_key_error(vm, args[1]);
}

NATIVE(dict_popitem, "popitem(self, /)", "Remove and return the last (key, value) pair; KeyError when the dict is empty.") {
  Value key, value;
  if (!dict_pop_last(self_as<Dict>(args), &key, &value)) {
    return raise(vm, Exc::KeyError, "popitem(): dictionary is empty");
  }
  return make_tuple(vm, {key, value});
}

NATIVE(dict_setdefault, "setdefault(self, key, default=None, /)", "The value for key, which is set to default when absent.") {
  return dict_setdefault_reenter(vm, self_as<Dict>(args), args[1], args.get(2, none()));
}

NATIVE(dict_update, "update(self, *args, **kwargs)", "Take over the items of a mapping or of an iterable of pairs, and keyword arguments.") {
  Tuple* sources = args[1].as<Tuple>();
  COIL_CHECK(update_from_arguments_reenter(vm, "update", args[0], sources->items, sources->size, nullptr));
  if (args[2].is(Kind::Dict)) COIL_CHECK(dict_update_reenter(vm, self_as<Dict>(args), args[2]));
  return none();
}

NATIVE(dict_reversed, "__reversed__(self, /)", "An iterator over the keys from the last to the first.") {
  return new_dict_iter(vm, Kind::DictRevKeyIter, self_as<Dict>(args));
}

NATIVE(dict_sizeof, "__sizeof__(self, /)", "Bytes of memory the dict takes.") {
  Dict* dict = self_as<Dict>(args);
  size_t size = Heap::size_of(dict);
  if (dict->index) size += Heap::size_of(dict->index) + Heap::size_of(dict->entry_buffer);
  return int_of_size(size);
}

NATIVE(dict_class_getitem, "__class_getitem__(cls, item, /)", "The type dict[item].") {
  return new_generic_alias(vm, args[0], args[1]);
}

}  // namespace

void setup_dict(Vm& vm) {
  g_heap.set_type(Kind::Dict, trace_dict, nullptr);
  g_heap.set_type(Kind::DictTable, trace_table, nullptr);
  g_heap.set_part_trace(Kind::DictTable, trace_table_part);
  Slots& slots = vm.type(Kind::Dict)->slots;
  slots.make = dict_slot_make;
  slots.init = dict_slot_init;
  slots.repr = dict_slot_repr;
  slots.hash = hash_not_implemented;
  slots.compare = dict_slot_compare;
  slots.len = dict_slot_len;
  slots.contains = dict_slot_contains;
  slots.iter = dict_slot_iter;
  slots.get_item = dict_slot_get_item;
  slots.set_item = dict_slot_set_item;
  slots.binary[static_cast<int>(BinaryOp::Or)] = dict_slot_or;
  slots.inplace[static_cast<int>(BinaryOp::Or)] = dict_slot_inplace_or;
  define_type(vm, {Kind::Dict, "A mapping: dict(mapping), dict(iterable of pairs), dict(**kwargs).",
                   {&dict_clear_spec, &dict_copy_spec, &dict_fromkeys_spec, &dict_get_spec, &dict_items_spec, &dict_keys_spec,
                    &dict_pop_spec, &dict_popitem_spec, &dict_setdefault_spec, &dict_update_spec, &dict_values_spec,
                    &dict_reversed_spec, &dict_sizeof_spec, &dict_class_getitem_spec},
                   {}});
}

}  // namespace coil
