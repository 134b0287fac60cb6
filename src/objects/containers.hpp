// Lists, tuples, dicts, sets: the data operations. Their methods are in builtins/.
#pragma once

#include "objects/vm.hpp"

namespace coil {

// -- list
Result<List*> new_list(Vm&, size_t capacity = 0);                  // empty
Result<List*> new_list_from(Vm&, const Value* items, size_t count);
Result<void> list_append_slow(Vm&, List*, Value);
inline Result<void> list_append(Vm& vm, List* list, Value value) {
  ValueArray* array = list->array;
  if (!array || list->size == array->capacity) [[unlikely]] return list_append_slow(vm, list, value);
  store(array, array->items()[list->size++], value);
  return ok();
}
Result<void> list_reserve(Vm&, List*, size_t capacity);
Result<void> list_insert(Vm&, List*, size_t at, Value);
void list_remove_range(List*, size_t start, size_t end);
/// Replaces [start, end) by copies of `count` items, which may belong to the list itself.
Result<void> list_replace_range(Vm&, List*, size_t start, size_t end, const Value* items, size_t count);
void list_clear(List*);
/// list.extend / +=: TypeError "'X' object is not iterable".
Result<void> list_extend_reenter(Vm&, List*, Value iterable);
/// Stable merge sort that survives any comparison answers (HAZARDS 9); key may be none().
Result<void> list_sort_reenter(Vm&, List*, Value key, bool reverse);

// -- tuple
Result<Tuple*> new_tuple(Vm&, size_t size);                        // items are nothing: fill before anything can see it
Result<Tuple*> new_tuple_from(Vm&, const Value* items, size_t count);
Result<Tuple*> make_tuple(Vm&, std::initializer_list<Value> items);
/// An instance of a subclass of tuple (or of tuple itself); items are nothing.
Result<Tuple*> new_tuple_of_class(Vm&, Class* cls, size_t size);

// -- dict. Keys that are exact str never run language code; the plain functions take those. Others are `_reenter`.
Result<Dict*> new_dict(Vm&);
/// collections.OrderedDict once it is there: its views show names of their own.
extern Class* g_ordered_dict;
/// Room for `count` keys in all without growing again.
Result<void> dict_reserve(Vm&, Dict*, size_t count);
Value dict_get_str(Dict*, Str* key);                               // nothing when absent
Result<void> dict_set_str(Vm&, Dict*, Str* key, Value value);
bool dict_del_str(Dict*, Str* key);
Result<Value> dict_get_reenter(Vm&, Dict*, Value key);             // Value::stop() when absent
/// The value of an exact str or a small integer, found without comparing by `==`; nothing when dict_get_reenter has to look.
Value dict_get_quick(Dict*, Value key);
Result<void> dict_set_reenter(Vm&, Dict*, Value key, Value value);
Result<Value> dict_pop_reenter(Vm&, Dict*, Value key);             // Value::stop() when absent
Result<Value> dict_setdefault_reenter(Vm&, Dict*, Value key, Value value);
void dict_clear(Dict*);
/// The caller knows the hash. Value::stop() when absent.
Result<Value> dict_get_hashed_reenter(Vm&, Dict*, Value key, int64_t hash);
Result<void> dict_set_hashed_reenter(Vm&, Dict*, Value key, int64_t hash, Value value);
/// Removes and returns the last item as a pair; false when the dict is empty.
bool dict_pop_last(Dict*, Value* key, Value* value);
Result<Dict*> dict_copy(Vm&, Dict*);
/// A dict of the first `count` keys of the model, in its order, with these values.
Result<Dict*> new_dict_like(Vm&, Dict* model, const Value* values, uint32_t count);
/// A new dict of class `cls` (dict or a subclass), empty.
Result<Dict*> new_dict_of_class(Vm&, Class* cls);
/// dict.update: mapping (keys()) or iterable of pairs.
Result<void> dict_update_reenter(Vm&, Dict*, Value source);
/// The same for mappings alone: AttributeError where there is no keys().
Result<void> dict_merge_reenter(Vm&, Dict*, Value mapping);
/// An iterator over what the keys() of a mapping that is no dict returns.
Result<Value> mapping_keys_reenter(Vm&, Value mapping);
/// Iterate: start with position 0; false at the end. Live entries only.
bool dict_next(Dict*, size_t* position, Value* key, Value* value);
/// Position of the key's entry in entries() for inline caches, or -1; gives the dict a keys_version.
int64_t dict_cache_index(Vm&, Dict*, Str* key);
uint32_t dict_keys_version(Vm&, Dict*);

// -- set, frozenset
Result<Set*> new_set(Vm&, Kind kind = Kind::Set);
Result<void> set_add_reenter(Vm&, Set*, Value);
Result<bool> set_contains_reenter(Vm&, Set*, Value);
Result<bool> set_discard_reenter(Vm&, Set*, Value);
Result<void> set_update_reenter(Vm&, Set*, Value iterable);
bool set_next(Set*, size_t* position, Value* key);
bool set_next_hashed(Set*, size_t* position, Value* key, int64_t* hash);
Result<void> set_add_hashed_reenter(Vm&, Set*, Value, int64_t hash);
Result<bool> set_contains_hashed_reenter(Vm&, Set*, Value, int64_t hash);
Result<bool> set_discard_hashed_reenter(Vm&, Set*, Value, int64_t hash);
void set_clear(Set*);
/// Rebuilds the table for more than `minimum` entries, without deleted ones.
Result<void> set_resize(Vm&, Set*, size_t minimum);
inline bool is_any_set(Value v) { return v.is(Kind::Set) || v.is(Kind::FrozenSet); }

// -- range, slice
/// range(start, stop, step) of any integers; step is not zero.
Result<Range*> new_range(Vm&, Value start, Value stop, Value step);
Result<Slice*> new_slice(Vm&, Value start, Value stop, Value step);

/// Hash of a dict key or set item: exact strings and small integers without a call.
Result<int64_t> key_hash_slow_reenter(Vm&, Value);
inline Result<int64_t> key_hash_reenter(Vm& vm, Value key) {
  if (is_exact(key, Kind::Str)) {
    auto* str = key.as<Str>();
    if (str->hash) [[likely]] return static_cast<int64_t>(str->hash);
  }
  return key_hash_slow_reenter(vm, key);
}

// -- slices: CPython's PySlice_Unpack and AdjustIndices; step 0 raises ValueError
struct SliceBounds { int64_t start, stop, step, length; };
Result<SliceBounds> slice_bounds_reenter(Vm&, Value slice, int64_t sequence_length);
/// The two halves, for sequences whose size must be read after the __index__ calls of the first.
Result<SliceBounds> slice_unpack_reenter(Vm&, Value slice);
void slice_adjust(SliceBounds*, int64_t sequence_length);

}  // namespace coil
