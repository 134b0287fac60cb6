// Data operations of list. Invariant: slots of the array beyond `size` are nothing, so that the collector keeps no dead items alive;
// a list without room has no array. Outgrown arrays are given back at once: nobody may keep a pointer to items across a call.
#include <algorithm>
#include <cstring>

#include "objects/containers.hpp"
#include "objects/iteration.hpp"

namespace coil {

namespace {

constexpr size_t kMaxListSize = size_t{1} << 43;

size_t grown_capacity(size_t needed) {
  return needed < 4096 ? needed + needed / 2 + 4 : needed + needed / 4;
}

/// Gives the list an array of exactly this capacity, which is at least its size.
/// An array that begins with `count` items, of which every word is written once.
Result<ValueArray*> array_from(Vm& vm, size_t capacity, const Value* items, size_t count) {
  if (capacity > kMaxListSize) return raise_memory_error(vm);
  COIL_TRY(ValueArray* array, alloc_raw<ValueArray>(vm, Kind::ValueArray, sizeof(ValueArray) + 8 * capacity));
  array->capacity = capacity;
  Value* to = array->items();
  if (count) std::memcpy(static_cast<void*>(to), items, count * sizeof(Value));
  if (capacity != count) std::memset(static_cast<void*>(to + count), 0, (capacity - count) * sizeof(Value));
  return array;
}

Result<void> set_capacity(Vm& vm, List* list, size_t capacity) {
  ValueArray* old = list->array;
  COIL_TRY(ValueArray* fresh, array_from(vm, capacity, old ? old->items() : nullptr, old ? list->size : 0));
  store(list, list->array, fresh);
  if (old) {
    g_heap.take_over(fresh, old);
    g_heap.free_now(old);
  }
  return ok();
}

}  // namespace

Result<List*> new_list(Vm& vm, size_t capacity) {
  COIL_TRY(List* list, alloc<List>(vm, Kind::List));
  if (capacity) COIL_CHECK(set_capacity(vm, list, capacity));
  return list;
}

Result<List*> new_list_from(Vm& vm, const Value* items, size_t count) {
  COIL_TRY(List* list, alloc<List>(vm, Kind::List));
  if (count) {
    COIL_TRY(ValueArray* array, array_from(vm, count, items, count));
    store(list, list->array, array);
  }
  list->size = count;
  return list;
}

Result<void> list_reserve(Vm& vm, List* list, size_t capacity) {
  if (capacity <= (list->array ? list->array->capacity : 0)) return ok();
  return set_capacity(vm, list, capacity);
}

Result<void> list_append_slow(Vm& vm, List* list, Value value) {
  if (!list->array || list->size == list->array->capacity) COIL_CHECK(set_capacity(vm, list, grown_capacity(list->size + 1)));
  store(list->array, list->items()[list->size++], value);
  return ok();
}

Result<void> list_insert(Vm& vm, List* list, size_t at, Value value) {
  if (!list->array || list->size == list->array->capacity) COIL_CHECK(set_capacity(vm, list, grown_capacity(list->size + 1)));
  Value* items = list->items();
  std::memmove(static_cast<void*>(items + at + 1), items + at, (list->size - at) * sizeof(Value));
  items[at] = value;
  write_barrier(list->array);
  list->size++;
  return ok();
}

void list_clear(List* list) {
  ValueArray* old = list->array;
  list->size = 0;
  list->array = nullptr;
  if (old) g_heap.free_now(old);
}

void list_remove_range(List* list, size_t start, size_t end) {
  if (start >= end) return;
  if (start == 0 && end == list->size) return list_clear(list);
  Value* items = list->items();
  std::memmove(static_cast<void*>(items + start), items + end, (list->size - end) * sizeof(Value));
  size_t size = list->size - (end - start);
  std::fill(items + size, items + list->size, Value());
  if (end < list->size) write_barrier(list->array);  // items moved within it
  list->size = size;
}

Result<void> list_replace_range(Vm& vm, List* list, size_t start, size_t end, const Value* items, size_t count) {
  size_t removed = end - start;
  if (count == 0) {
    list_remove_range(list, start, end);
    return ok();
  }
  size_t size = list->size - removed + count;
  if (!list->array || size > list->array->capacity || (items >= list->items() && items < list->items() + list->size)) {
    // Into a fresh array: there is no room, or the source would move while it is read.
    size_t capacity = size > list->size ? grown_capacity(size) : size;
    if (capacity > kMaxListSize) return raise_memory_error(vm);
    COIL_TRY(ValueArray* fresh, new_value_array(vm, capacity));
    Value* to = fresh->items();
    ValueArray* old = list->array;
    if (old) std::copy(old->items(), old->items() + start, to);
    std::copy(items, items + count, to + start);
    if (old) std::copy(old->items() + end, old->items() + list->size, to + start + count);
    store(list, list->array, fresh);
    list->size = size;
    if (old) g_heap.free_now(old);
    return ok();
  }
  Value* own = list->items();
  std::memmove(static_cast<void*>(own + start + count), own + end, (list->size - end) * sizeof(Value));
  std::memcpy(static_cast<void*>(own + start), items, count * sizeof(Value));
  if (size < list->size) std::fill(own + size, own + list->size, Value());
  list->size = size;
  write_barrier(list->array);
  return ok();
}

/// The dictionary whose keys or values alone are what the object iterates over, or nullptr.
static Dict* iterated_dict(Value iterable) {
  if (is_exact(iterable, Kind::Dict)) return iterable.as<Dict>();
  return iterable.is(Kind::DictKeys) || iterable.is(Kind::DictValues) ? iterable.as<DictView>()->dict : nullptr;
}

static Result<void> extend_from_dict(Vm& vm, List* list, Dict* dict, bool values) {
  COIL_CHECK(list_reserve(vm, list, list->size + dict->used));
  size_t position = 0;
  for (Value key, value; dict_next(dict, &position, &key, &value);) list->items()[list->size++] = values ? value : key;
  if (list->array) write_barrier(list->array);
  return ok();
}

static Result<void> extend_from_set(Vm& vm, List* list, Set* set) {
  COIL_CHECK(list_reserve(vm, list, list->size + set->used));
  size_t position = 0;
  for (Value key; set_next(set, &position, &key);) list->items()[list->size++] = key;
  if (list->array) write_barrier(list->array);
  return ok();
}

Result<void> list_extend_reenter(Vm& vm, List* list, Value iterable) {
  if (is_exact(iterable, Kind::List) || is_exact(iterable, Kind::Tuple)) {
    bool is_list = iterable.is(Kind::List);
    size_t count = is_list ? iterable.as<List>()->size : iterable.as<Tuple>()->size;
    if (count == 0) return ok();
    size_t total = list->size + count;
    size_t capacity = list->array ? list->array->capacity : 0;
    if (total > capacity) COIL_CHECK(set_capacity(vm, list, capacity ? std::max(total, grown_capacity(list->size)) : total));
    const Value* from = is_list ? iterable.as<List>()->items() : iterable.as<Tuple>()->items;
    std::memcpy(static_cast<void*>(list->items() + list->size), from, count * sizeof(Value));
    list->size = total;
    write_barrier(list->array);
    return ok();
  }
  if (iterable.cell() == list) {  // or the iteration would go on for ever
    COIL_TRY(List* items, list_from_iterable_reenter(vm, iterable));
    return list_extend_reenter(vm, list, items);
  }
  if (Dict* dict = iterated_dict(iterable)) return extend_from_dict(vm, list, dict, iterable.is(Kind::DictValues));
  if (is_exact(iterable, Kind::Set) || is_exact(iterable, Kind::FrozenSet)) return extend_from_set(vm, list, iterable.as<Set>());
  COIL_TRY(Value iterator, iter_reenter(vm, iterable));
  COIL_TRY(int64_t hint, length_hint_reenter(vm, iterable, 8));
  size_t wanted = list->size;
  // The hint may lie: when the sum is no size at all it does, and else it is believed only as far as the memory does not hurt.
  if (list->size > static_cast<size_t>(INT64_MAX - hint)) wanted = list->size;
  else wanted += static_cast<size_t>(hint);
  if (wanted > kMaxListSize) return raise_memory_error(vm);
  COIL_CHECK(list_reserve(vm, list, std::min(wanted, list->size + (size_t{1} << 20))));
  NextFn next = next_function(iterator);
  for (uint32_t count = 1;; count++) {
    COIL_TRY(Value item, next(vm, iterator));
    if (item.is_stop()) return ok();
    COIL_CHECK(list_append(vm, list, item));
    if ((count & 0xffff) == 0) COIL_CHECK(check_interrupts_reenter(vm));
  }
}

}  // namespace coil
