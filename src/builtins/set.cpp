// set and frozenset: slots, methods, algebra, iterator. The hash table is in objects/set.cpp. The steps of each operation follow CPython's
// so that results iterate in the same order.
#include <algorithm>
#include <utility>

#include "builtins/containers_internal.hpp"
#include "objects/iteration.hpp"

namespace coil {

namespace {

void trace_set(Cell* cell, Marker& marker) {
  auto* set = static_cast<Set*>(cell);
  marker.cell(set->table);
  trace_attrs(cell, marker);
}

void trace_table_part(Cell* cell, Marker& marker, size_t begin, size_t end) {
  static_assert(sizeof(Buffer) == sizeof(SetEntry));  // entries do not cross the parts' bounds
  auto* table = static_cast<Buffer*>(cell);
  auto* entries = reinterpret_cast<const SetEntry*>(table->data());
  size_t last = std::min(end - sizeof(Buffer), table->size) / sizeof(SetEntry);
  for (size_t i = begin ? (begin - sizeof(Buffer)) / sizeof(SetEntry) : 0; i < last; i++) marker.value(entries[i].key);
}

void trace_table(Cell* cell, Marker& marker) { trace_table_part(cell, marker, 0, sizeof(Buffer) + static_cast<Buffer*>(cell)->size); }

void trace_set_iter(Cell* cell, Marker& marker) { marker.cell(static_cast<SetIter*>(cell)->set); }

/// Results of operators and methods are of the built-in kind of the receiver, whatever its class.
Kind base_kind(Value self) { return self.is(Kind::FrozenSet) ? Kind::FrozenSet : Kind::Set; }

Result<Set*> copy_of(Vm& vm, Kind kind, Set* source) {
  COIL_TRY(Set* copy, new_set(vm, kind));
  COIL_CHECK(set_update_reenter(vm, copy, source));
  return copy;
}

/// Key for membership tests: a set stands for the frozenset of its items, as in CPython.
Result<int64_t> member_hash_reenter(Vm& vm, Value* key) {
  Result<int64_t> hash = key_hash_reenter(vm, *key);
  if (hash || !key->is(Kind::Set) || !pending_matches(vm, Exc::TypeError)) return hash;
  clear_pending(vm);
  COIL_TRY(Set* frozen, copy_of(vm, Kind::FrozenSet, key->as<Set>()));
  *key = frozen;
  return key_hash_reenter(vm, *key);
}

Result<bool> is_subset_reenter(Vm& vm, Set* a, Set* b) {
  if (a->used > b->used) return false;
  size_t position = 0;
  Value key;
  int64_t hash;
  while (set_next_hashed(a, &position, &key, &hash)) {
    COIL_TRY(bool found, set_contains_hashed_reenter(vm, b, key, hash));
    if (!found) return false;
  }
  return true;
}

Result<Set*> copy_and_difference_reenter(Vm& vm, Kind kind, Set* set, Value other) {
  COIL_TRY(Set* result, copy_of(vm, kind, set));
  COIL_CHECK(set_difference_update_reenter(vm, result, other));
  return result;
}

Result<Set*> difference_reenter(Vm& vm, Kind kind, Set* set, Value other) {
  bool is_dict = is_exact(other, Kind::Dict);
  if (!is_any_set(other) && !is_dict) return copy_and_difference_reenter(vm, kind, set, other);
  size_t other_size = is_dict ? other.as<Dict>()->used : other.as<Set>()->used;
  if (set->used / 4 > other_size) return copy_and_difference_reenter(vm, kind, set, other);
  COIL_TRY(Set* result, new_set(vm, kind));
  size_t position = 0;
  Value key;
  int64_t hash;
  while (set_next_hashed(set, &position, &key, &hash)) {
    bool found;
    if (is_dict) {
      COIL_TRY(Value value, dict_get_hashed_reenter(vm, other.as<Dict>(), key, hash));
      found = !value.is_stop();
    } else {
      COIL_TRY(found, set_contains_hashed_reenter(vm, other.as<Set>(), key, hash));
    }
    if (!found) COIL_CHECK(set_add_hashed_reenter(vm, result, key, hash));
  }
  return result;
}

Result<Set*> symmetric_difference_reenter(Vm& vm, Kind kind, Set* set, Value other) {
  COIL_TRY(Set* result, set_from_reenter(vm, kind, other));
  COIL_CHECK(set_symmetric_update_reenter(vm, result, set));
  return result;
}

/// The receiver takes over the table of a set that nobody else knows.
void take_table(Set* set, Set* from) {
  set->used = from->used;
  set->fill = from->fill;
  set->mask = from->mask;
  store(set, set->table, from->table);
  from->table = nullptr;
}

// -- slots

Result<Value> set_slot_make(Vm& vm, Class* cls, Value*, size_t, Tuple*) {
  COIL_TRY(Set* set, alloc_for_class<Set>(vm, cls, Kind::Set));
  set_clear(set);
  return set;
}

Result<void> set_slot_init(Vm& vm, Value self, Value* args, size_t npos, Tuple* kwnames) {
  COIL_CHECK(check_constructor(vm, "set", npos, kwnames, 0, 1));
  if (self.as<Set>()->used) set_clear(self.as<Set>());
  if (npos == 0) return ok();
  return set_update_reenter(vm, self.as<Set>(), args[0]);
}

Result<Value> frozenset_slot_make(Vm& vm, Class* cls, Value* args, size_t npos, Tuple* kwnames) {
  bool exact = cls == vm.type(Kind::FrozenSet);
  COIL_CHECK(check_constructor(vm, "frozenset", npos, leaves_keywords(vm, cls) ? nullptr : kwnames, 0, 1));
  if (exact && npos == 1 && is_exact(args[0], Kind::FrozenSet)) return args[0];
  COIL_TRY(Set* set, alloc_for_class<Set>(vm, cls, Kind::FrozenSet));
  set_clear(set);
  if (npos == 1) COIL_CHECK(set_update_reenter(vm, set, args[0]));
  return set;
}

Result<Value> set_slot_repr(Vm& vm, Value self) {
  COIL_GUARD(vm, " while getting the repr of an object");
  Set* set = self.as<Set>();
  bool plain = is_exact(self, Kind::Set) && set->used;
  StrBuilder text(vm);
  if (!plain) {
    text.add_str(class_of(self)->name);
    text.add("(");
  }
  if (set->used == 0 || !enter_repr(vm, self)) {
    if (plain) text.add("set(");
    text.add(set->used == 0 ? ")" : "...)");
    return text.finish();
  }
  text.add("{");
  Result<List*> items = list_from_iterable_reenter(vm, self);
  Result<void> added = Error{};
  if (items) {
    List* list = *items;
    added = add_reprs_reenter(vm, text, [=] { return list->size; }, [=](size_t i) { return list->items()[i]; });
  }
  leave_repr(vm, self);
  if (!added) return Error{};
  text.add(plain ? "}" : "})");
  return text.finish();
}

/// CPython's order-independent mixture of the items' hashes.
Result<int64_t> frozenset_slot_hash(Vm&, Value self) {
  Set* set = self.as<Set>();
  if (set->hash != -1) return set->hash;
  auto shuffle = [](uint64_t h) { return ((h ^ 89869747u) ^ (h << 16)) * 3644798167u; };
  uint64_t hash = 0;
  size_t position = 0;
  Value key;
  int64_t item_hash;
  while (set_next_hashed(set, &position, &key, &item_hash)) hash ^= shuffle(static_cast<uint64_t>(item_hash));
  hash ^= (set->used + 1) * 1927868237u;
  hash ^= (hash >> 11) ^ (hash >> 25);
  hash = hash * 69069u + 907133923u;
  if (hash == ~uint64_t{0}) hash = 590923713u;
  set->hash = static_cast<int64_t>(hash);
  return set->hash;
}

Result<Value> set_slot_compare(Vm& vm, Value self, Value other, CompareOp op) {
  if (!is_any_set(self) || !is_any_set(other)) return Value(&not_implemented_cell);
  COIL_GUARD(vm, " in comparison");
  Set* a = self.as<Set>();
  Set* b = other.as<Set>();
  bool answer = false;
  switch (op) {
    case CompareOp::Eq: case CompareOp::Ne:
      if (a->used == b->used && !(a->hash != -1 && b->hash != -1 && a->hash != b->hash)) {
        COIL_TRY(answer, is_subset_reenter(vm, a, b));
      }
      if (op == CompareOp::Ne) answer = !answer;
      break;
    case CompareOp::Lt:
      if (a->used < b->used) { COIL_TRY(answer, is_subset_reenter(vm, a, b)); }
      break;
    case CompareOp::Le: { COIL_TRY(answer, is_subset_reenter(vm, a, b)); break; }
    case CompareOp::Gt:
      if (a->used > b->used) { COIL_TRY(answer, is_subset_reenter(vm, b, a)); }
      break;
    case CompareOp::Ge: { COIL_TRY(answer, is_subset_reenter(vm, b, a)); break; }
  }
  return Value::boolean(answer);
}

Result<int64_t> set_slot_len(Vm&, Value self) { return static_cast<int64_t>(self.as<Set>()->used); }

Result<bool> set_slot_contains(Vm& vm, Value self, Value key) {
  COIL_TRY(int64_t hash, member_hash_reenter(vm, &key));
  return set_contains_hashed_reenter(vm, self.as<Set>(), key, hash);
}

Result<Value> set_slot_iter(Vm& vm, Value self) {
  COIL_TRY(SetIter* iter, alloc<SetIter>(vm, Kind::SetIter));
  iter->set = self.as<Set>();
  iter->expected_used = iter->set->used;
  return iter;
}

bool both_sets(Value left, Value right) { return is_any_set(left) && is_any_set(right); }

Result<Value> set_slot_or(Vm& vm, Value left, Value right) {
  if (!both_sets(left, right)) return Value(&not_implemented_cell);
  COIL_TRY(Set* result, copy_of(vm, base_kind(left), left.as<Set>()));
  COIL_CHECK(set_update_reenter(vm, result, right));
  return result;
}

Result<Value> set_slot_and(Vm& vm, Value left, Value right) {
  if (!both_sets(left, right)) return Value(&not_implemented_cell);
  return set_intersection_reenter(vm, base_kind(left), left.as<Set>(), right);
}

Result<Value> set_slot_sub(Vm& vm, Value left, Value right) {
  if (!both_sets(left, right)) return Value(&not_implemented_cell);
  return difference_reenter(vm, base_kind(left), left.as<Set>(), right);
}

Result<Value> set_slot_xor(Vm& vm, Value left, Value right) {
  if (!both_sets(left, right)) return Value(&not_implemented_cell);
  return symmetric_difference_reenter(vm, base_kind(left), left.as<Set>(), right);
}

Result<Value> set_slot_inplace_or(Vm& vm, Value left, Value right) {
  if (!is_any_set(right)) return Value(&not_implemented_cell);
  COIL_CHECK(set_update_reenter(vm, left.as<Set>(), right));
  return left;
}

Result<Value> set_slot_inplace_and(Vm& vm, Value left, Value right) {
  if (!is_any_set(right)) return Value(&not_implemented_cell);
  COIL_TRY(Set* result, set_intersection_reenter(vm, Kind::Set, left.as<Set>(), right));
  take_table(left.as<Set>(), result);
  return left;
}

Result<Value> set_slot_inplace_sub(Vm& vm, Value left, Value right) {
  if (!is_any_set(right)) return Value(&not_implemented_cell);
  COIL_CHECK(set_difference_update_reenter(vm, left.as<Set>(), right));
  return left;
}

Result<Value> set_slot_inplace_xor(Vm& vm, Value left, Value right) {
  if (!is_any_set(right)) return Value(&not_implemented_cell);
  COIL_CHECK(set_symmetric_update_reenter(vm, left.as<Set>(), right));
  return left;
}

// -- methods of set

NATIVE(set_add, "add(self, object, /)", "Add an item; no effect when it is present.") {
  COIL_CHECK(set_add_reenter(vm, self_as<Set>(args), args[1]));
  return none();
}

NATIVE(set_clear, "clear(self, /)", "Remove all items.") {
  set_clear(self_as<Set>(args));
  return none();
}

NATIVE(set_discard, "discard(self, object, /)", "Remove an item if it is present.") {
  Value key = args[1];
  COIL_TRY(int64_t hash, member_hash_reenter(vm, &key));
  COIL_CHECK(set_discard_hashed_reenter(vm, self_as<Set>(args), key, hash));
  return none();
}

NATIVE(set_remove, "remove(self, object, /)", "Remove an item; KeyError when it is absent.") {
  Value key = args[1];
  COIL_TRY(int64_t hash, member_hash_reenter(vm, &key));
  COIL_TRY(bool found, set_discard_hashed_reenter(vm, self_as<Set>(args), key, hash));
  if (!found) return raise_key_error(vm, args[1]);
  return none();
}

NATIVE(set_pop, "pop(self, /)", "Remove and return some item; KeyError when the set is empty.") {
  Set* set = self_as<Set>(args);
  if (set->used == 0) return raise(vm, Exc::KeyError, "pop from an empty set");
  SetEntry* entries = set->entries();
  size_t at = set->finger & set->mask;
  while (!entries[at].key || entries[at].key.is_stop()) at = at == set->mask ? 0 : at + 1;
  Value key = entries[at].key;
  entries[at] = {Value::stop(), -1};
  set->used--;
  set->finger = at + 1;
  return key;
}

NATIVE(set_update, "update(self, *others)", "Add the items of all the others.") {
  Tuple* others = args[1].as<Tuple>();
  for (size_t i = 0; i < others->size; i++) COIL_CHECK(set_update_reenter(vm, self_as<Set>(args), others->items[i]));
  return none();
}

Result<Value> intersection_of_all_reenter(Vm& vm, Value self, Tuple* others) {
  Kind kind = base_kind(self);
  if (others->size == 0) return copy_of(vm, kind, self.as<Set>());
  Set* result = self.as<Set>();
  for (size_t i = 0; i < others->size; i++) {
    COIL_TRY(result, set_intersection_reenter(vm, kind, result, others->items[i]));
  }
  return result;
}

NATIVE(set_intersection_update, "intersection_update(self, *others)", "Keep only items that are in all the others too.") {
  COIL_TRY(Value result, intersection_of_all_reenter(vm, args[0], args[1].as<Tuple>()));
  take_table(self_as<Set>(args), result.as<Set>());
  return none();
}

NATIVE(set_difference_update, "difference_update(self, *others)", "Remove the items of all the others.") {
  Tuple* others = args[1].as<Tuple>();
  for (size_t i = 0; i < others->size; i++) COIL_CHECK(set_difference_update_reenter(vm, self_as<Set>(args), others->items[i]));
  return none();
}

NATIVE(set_symmetric_difference_update, "symmetric_difference_update(self, other, /)", "Keep items that are in exactly one of the two.") {
  COIL_CHECK(set_symmetric_update_reenter(vm, self_as<Set>(args), args[1]));
  return none();
}

// -- methods of both

NATIVE(set_copy, "copy(self, /)", "A shallow copy.") {
  if (is_exact(args[0], Kind::FrozenSet)) return args[0];
  return copy_of(vm, base_kind(args[0]), self_as<Set>(args));
}

NATIVE(set_union, "union(self, *others)", "The items of the set and of all the others.") {
  COIL_TRY(Set* result, copy_of(vm, base_kind(args[0]), self_as<Set>(args)));
  Tuple* others = args[1].as<Tuple>();
  for (size_t i = 0; i < others->size; i++) {
    if (others->items[i] != args[0]) COIL_CHECK(set_update_reenter(vm, result, others->items[i]));
  }
  return result;
}

NATIVE(set_intersection, "intersection(self, *others)", "The items that the set and all the others have in common.") {
  return intersection_of_all_reenter(vm, args[0], args[1].as<Tuple>());
}

NATIVE(set_difference, "difference(self, *others)", "The items that are in none of the others.") {
  Tuple* others = args[1].as<Tuple>();
  Kind kind = base_kind(args[0]);
  if (others->size == 0) return copy_of(vm, kind, self_as<Set>(args));
  COIL_TRY(Set* result, difference_reenter(vm, kind, self_as<Set>(args), others->items[0]));
  for (size_t i = 1; i < others->size; i++) COIL_CHECK(set_difference_update_reenter(vm, result, others->items[i]));
  return result;
}

NATIVE(set_symmetric_difference, "symmetric_difference(self, other, /)", "The items that are in exactly one of the two.") {
  return symmetric_difference_reenter(vm, base_kind(args[0]), self_as<Set>(args), args[1]);
}

NATIVE(set_isdisjoint, "isdisjoint(self, other, /)", "Whether the two have no item in common.") {
  Set* set = self_as<Set>(args);
  if (args[1] == args[0]) return Value::boolean(set->used == 0);
  // A derived class may iterate in its own way.
  if (is_exact(args[1], Kind::Set) || is_exact(args[1], Kind::FrozenSet)) {
    Set* small = args[1].as<Set>();
    if (small->used > set->used) std::swap(small, set);
    size_t position = 0;
    Value key;
    int64_t hash;
    while (set_next_hashed(small, &position, &key, &hash)) {
      COIL_TRY(bool found, set_contains_hashed_reenter(vm, set, key, hash));
      if (found) return Value::boolean(false);
    }
    return Value::boolean(true);
  }
  COIL_TRY(Value iterator, iter_reenter(vm, args[1]));
  NextFn next = next_function(iterator);
  for (;;) {
    COIL_TRY(Value item, next(vm, iterator));
    if (item.is_stop()) return Value::boolean(true);
    COIL_TRY(bool found, set_contains_reenter(vm, set, item));
    if (found) return Value::boolean(false);
  }
}

NATIVE(set_issubset, "issubset(self, other, /)", "Whether the other contains every item of the set.") {
  Value other = args[1];
  if (!is_any_set(other)) { COIL_TRY(other, set_from_reenter(vm, Kind::Set, other)); }
  COIL_TRY(bool answer, is_subset_reenter(vm, self_as<Set>(args), other.as<Set>()));
  return Value::boolean(answer);
}

NATIVE(set_issuperset, "issuperset(self, other, /)", "Whether the set contains every item of the other.") {
  if (is_any_set(args[1])) {
    COIL_TRY(bool answer, is_subset_reenter(vm, args[1].as<Set>(), self_as<Set>(args)));
    return Value::boolean(answer);
  }
  COIL_TRY(Value iterator, iter_reenter(vm, args[1]));
  NextFn next = next_function(iterator);
  for (;;) {
    COIL_TRY(Value item, next(vm, iterator));
    if (item.is_stop()) return Value::boolean(true);
    COIL_TRY(bool found, set_contains_reenter(vm, self_as<Set>(args), item));
    if (!found) return Value::boolean(false);
  }
}

NATIVE(set_reduce, "__reduce__(self, /)", "State for pickling.") {
  COIL_TRY(List* items, list_from_iterable_reenter(vm, args[0]));
  COIL_TRY(Tuple* arguments, make_tuple(vm, {items}));
  COIL_TRY(Value state, call_method_reenter(vm, args[0], vm.name(Name::getstate_), {}));
  return make_tuple(vm, {class_of(args[0]), arguments, state});
}

NATIVE(set_sizeof, "__sizeof__(self, /)", "Bytes of memory the set takes.") {
  Set* set = self_as<Set>(args);
  return int_of_size(Heap::size_of(set) + (set->table ? Heap::size_of(set->table) : 0));
}

NATIVE(set_class_getitem, "__class_getitem__(cls, item, /)", "The type set[item].") {
  return new_generic_alias(vm, args[0], args[1]);
}

// -- iterator

Result<Value> set_iter_slot_next(Vm& vm, Value self) {
  auto* iter = self.as<SetIter>();
  if (!iter->set) return Value::stop();
  if (iter->expected_used != iter->set->used) {
    iter->expected_used = ~size_t{0};  // sticky
    return raise(vm, Exc::RuntimeError, "Set changed size during iteration");
  }
  Value key;
  if (set_next(iter->set, &iter->position, &key)) return key;
  iter->set = nullptr;
  return Value::stop();
}

NATIVE(set_iter_length_hint, "__length_hint__(self, /)", "How many items are left.") {
  auto* iter = self_as<SetIter>(args);
  if (!iter->set || iter->expected_used != iter->set->used) return Value::small_int(0);
  size_t position = iter->position, count = 0;
  Value key;
  while (set_next(iter->set, &position, &key)) count++;
  return int_of_size(count);
}

NATIVE(set_iter_reduce, "__reduce__(self, /)", "State for pickling.") {
  auto* iter = self_as<SetIter>(args);
  COIL_TRY(List* rest, new_list(vm));
  size_t position = iter->position;
  Value key;
  while (iter->set && set_next(iter->set, &position, &key)) COIL_CHECK(list_append(vm, rest, key));
  return iterator_reduce(vm, "iter", rest, Value());
}

void fill_common_slots(Slots& slots) {
  slots.repr = set_slot_repr;
  slots.compare = set_slot_compare;
  slots.len = set_slot_len;
  slots.contains = set_slot_contains;
  slots.iter = set_slot_iter;
  slots.binary[static_cast<int>(BinaryOp::Or)] = set_slot_or;
  slots.binary[static_cast<int>(BinaryOp::And)] = set_slot_and;
  slots.binary[static_cast<int>(BinaryOp::Sub)] = set_slot_sub;
  slots.binary[static_cast<int>(BinaryOp::Xor)] = set_slot_xor;
}

}  // namespace

Result<Set*> set_from_reenter(Vm& vm, Kind kind, Value iterable) {
  COIL_TRY(Set* set, new_set(vm, kind));
  COIL_CHECK(set_update_reenter(vm, set, iterable));
  return set;
}

Result<Set*> set_intersection_reenter(Vm& vm, Kind kind, Set* set, Value other) {
  if (other == Value(set)) return copy_of(vm, kind, set);
  COIL_TRY(Set* result, new_set(vm, kind));
  if (is_any_set(other)) {
    Set* walked = other.as<Set>();
    if (walked->used > set->used) std::swap(walked, set);
    size_t position = 0;
    Value key;
    int64_t hash;
    while (set_next_hashed(walked, &position, &key, &hash)) {
      COIL_TRY(bool found, set_contains_hashed_reenter(vm, set, key, hash));
      if (found) COIL_CHECK(set_add_hashed_reenter(vm, result, key, hash));
    }
    return result;
  }
  COIL_CHECK(for_each_reenter(vm, other, [&](Value item) -> Result<void> {
    COIL_TRY(int64_t hash, key_hash_reenter(vm, item));
    COIL_TRY(bool found, set_contains_hashed_reenter(vm, set, item, hash));
    return found ? set_add_hashed_reenter(vm, result, item, hash) : ok();
  }));
  return result;
}

Result<void> set_difference_update_reenter(Vm& vm, Set* set, Value other) {
  if (other == Value(set)) {
    set_clear(set);
    return ok();
  }
  if (is_any_set(other)) {
    if (other.as<Set>()->used / 8 > set->used) {
      COIL_TRY(other, set_intersection_reenter(vm, Kind::Set, set, other));
    }
    size_t position = 0;
    Value key;
    int64_t hash;
    while (set_next_hashed(other.as<Set>(), &position, &key, &hash)) COIL_CHECK(set_discard_hashed_reenter(vm, set, key, hash));
  } else {
    COIL_CHECK(for_each_reenter(vm, other, [&](Value item) -> Result<void> {
      COIL_CHECK(set_discard_reenter(vm, set, item));
      return ok();
    }));
  }
  if (set->fill - set->used <= set->mask / 4) return ok();
  return set_resize(vm, set, set->used > 50000 ? set->used * 2 : set->used * 4);
}

Result<void> set_symmetric_update_reenter(Vm& vm, Set* set, Value other) {
  if (other == Value(set)) {
    set_clear(set);
    return ok();
  }
  auto toggle = [&](Value key, int64_t hash) -> Result<void> {
    COIL_TRY(bool found, set_discard_hashed_reenter(vm, set, key, hash));
    return found ? ok() : set_add_hashed_reenter(vm, set, key, hash);
  };
  if (is_exact(other, Kind::Dict)) {
    Dict* dict = other.as<Dict>();
    for (size_t i = 0; i < dict->entry_count; i++) {
      DictEntry entry = dict->entries()[i];
      if (entry.key) COIL_CHECK(toggle(entry.key, static_cast<int64_t>(entry.hash)));
    }
    return ok();
  }
  if (!is_any_set(other)) { COIL_TRY(other, set_from_reenter(vm, Kind::Set, other)); }
  size_t position = 0;
  Value key;
  int64_t hash;
  while (set_next_hashed(other.as<Set>(), &position, &key, &hash)) COIL_CHECK(toggle(key, hash));
  return ok();
}

void setup_set(Vm& vm) {
  g_heap.set_type(Kind::Set, trace_set, nullptr);
  g_heap.set_type(Kind::SetTable, trace_table, nullptr);
  g_heap.set_part_trace(Kind::SetTable, trace_table_part);
  g_heap.set_type(Kind::FrozenSet, trace_set, nullptr);
  g_heap.set_type(Kind::SetIter, trace_set_iter, nullptr);
  Slots& slots = vm.type(Kind::Set)->slots;
  fill_common_slots(slots);
  slots.make = set_slot_make;
  slots.init = set_slot_init;
  slots.hash = hash_not_implemented;
  slots.inplace[static_cast<int>(BinaryOp::Or)] = set_slot_inplace_or;
  slots.inplace[static_cast<int>(BinaryOp::And)] = set_slot_inplace_and;
  slots.inplace[static_cast<int>(BinaryOp::Sub)] = set_slot_inplace_sub;
  slots.inplace[static_cast<int>(BinaryOp::Xor)] = set_slot_inplace_xor;
  define_type(vm, {Kind::Set, "A mutable collection of different hashable items: set(iterable=(), /).",
                   {&set_add_spec, &set_clear_spec, &set_copy_spec, &set_discard_spec, &set_difference_spec, &set_difference_update_spec,
                    &set_intersection_spec, &set_intersection_update_spec, &set_isdisjoint_spec, &set_issubset_spec,
                    &set_issuperset_spec, &set_pop_spec, &set_reduce_spec, &set_remove_spec, &set_sizeof_spec,
                    &set_symmetric_difference_spec, &set_symmetric_difference_update_spec, &set_union_spec, &set_update_spec,
                    &set_class_getitem_spec},
                   {}});
  Slots& frozen = vm.type(Kind::FrozenSet)->slots;
  fill_common_slots(frozen);
  frozen.make = frozenset_slot_make;
  frozen.hash = frozenset_slot_hash;
  define_type(vm, {Kind::FrozenSet, "An immutable, hashable set: frozenset(iterable=(), /).",
                   {&set_copy_spec, &set_difference_spec, &set_intersection_spec, &set_isdisjoint_spec, &set_issubset_spec,
                    &set_issuperset_spec, &set_reduce_spec, &set_sizeof_spec, &set_symmetric_difference_spec, &set_union_spec,
                    &set_class_getitem_spec},
                   {}});
  Slots& iter = vm.type(Kind::SetIter)->slots;
  iter.iter = self_iter;
  iter.next = set_iter_slot_next;
  define_type(vm, {Kind::SetIter, nullptr, {&set_iter_length_hint_spec, &set_iter_reduce_spec}, {}});
}

}  // namespace coil
