// Lists, tuples, dicts, sets: the data operations. Their methods are in builtins/.
#pragma once

#include "objects/vm.hpp"

namespace coil {

// -- list
Result<List*> new_list(Vm&, size_t capacity = 0);                  // empty
Result<List*> new_list_from(Vm&, const Value* items, size_t count);
Result<void> list_append(Vm&, List*, Value);
Result<void> list_reserve(Vm&, List*, size_t capacity);
Result<void> list_insert(Vm&, List*, size_t at, Value);
void list_remove_range(List*, size_t start, size_t end);
/// list.extend / +=: TypeError "'X' object is not iterable".
Result<void> list_extend_reenter(Vm&, List*, Value iterable);
/// Stable merge sort that survives any comparison answers (HAZARDS 9); key may be none().
Result<void> list_sort_reenter(Vm&, List*, Value key, bool reverse);

// -- tuple
Result<Tuple*> new_tuple(Vm&, size_t size);                        // items are nothing: fill before anything can see it
Result<Tuple*> new_tuple_from(Vm&, const Value* items, size_t count);
Result<Tuple*> make_tuple(Vm&, std::initializer_list<Value> items);

// -- dict. Keys that are exact str never run language code; the plain functions take those. Others are `_reenter`.
Result<Dict*> new_dict(Vm&);
Value dict_get_str(Dict*, Str* key);                               // nothing when absent
Result<void> dict_set_str(Vm&, Dict*, Str* key, Value value);
bool dict_del_str(Dict*, Str* key);
Result<Value> dict_get_reenter(Vm&, Dict*, Value key);             // Value::stop() when absent
Result<void> dict_set_reenter(Vm&, Dict*, Value key, Value value);
Result<Value> dict_pop_reenter(Vm&, Dict*, Value key);             // Value::stop() when absent
Result<Value> dict_setdefault_reenter(Vm&, Dict*, Value key, Value value);
void dict_clear(Dict*);
Result<Dict*> dict_copy(Vm&, Dict*);
/// dict.update: mapping (keys()) or iterable of pairs.
Result<void> dict_update_reenter(Vm&, Dict*, Value source);
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

// -- slices: CPython's PySlice_Unpack and AdjustIndices; step 0 raises ValueError
struct SliceBounds { int64_t start, stop, step, length; };
Result<SliceBounds> slice_bounds_reenter(Vm&, Value slice, int64_t sequence_length);

}  // namespace coil
