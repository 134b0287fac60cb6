// list: slots and methods. The data operations are in objects/list.cpp, sorting in objects/sort.cpp, iterators in sequence_iterators.cpp.
// Sizes and items are read again after every call that may run language code.
#include <algorithm>

#include "builtins/containers_internal.hpp"
#include "objects/iteration.hpp"

namespace coil {

namespace {

void trace_list(Cell* cell, Marker& marker) {
  marker.cell(static_cast<List*>(cell)->array);
  trace_attrs(cell, marker);
}

// -- construction, text, comparison

Result<Value> list_slot_make(Vm& vm, Class* cls, Value*, size_t, Tuple*) {
  return alloc_for_class<List>(vm, cls, Kind::List);
}

Result<void> list_slot_init(Vm& vm, Value self, Value* args, size_t npos, Tuple* kwnames) {
  COIL_CHECK(check_constructor(vm, "list", npos, kwnames, 0, 1));
  List* list = self.as<List>();
  if (list->size) list_clear(list);
  if (npos == 0) return ok();
  return list_extend_reenter(vm, list, args[0]);
}

Result<Value> list_slot_repr(Vm& vm, Value self) {
  COIL_GUARD(vm, " while getting the repr of an object");
  List* list = self.as<List>();
  if (list->size == 0) return new_str(vm, "[]");
  if (!enter_repr(vm, self)) return new_str(vm, "[...]");
  StrBuilder text(vm);
  text.add("[");
  Result<void> added = add_reprs_reenter(vm, text, [&] { return list->size; }, [&](size_t i) { return list->items()[i]; });
  leave_repr(vm, self);
  if (!added) return Error{};
  text.add("]");
  return text.finish();
}

Result<Value> list_slot_compare(Vm& vm, Value self, Value other, CompareOp op) {
  if (!self.is(Kind::List) || !other.is(Kind::List)) return Value(&not_implemented_cell);
  List* a = self.as<List>();
  List* b = other.as<List>();
  // Unlike tuples, lists of different lengths are different without a look at their items.
  if (a->size != b->size && (op == CompareOp::Eq || op == CompareOp::Ne)) return Value::boolean(op == CompareOp::Ne);
  return compare_sequences_reenter(vm, op, [=] { return a->size; }, [=] { return b->size; },
                                   [=](size_t i) { return a->items()[i]; }, [=](size_t i) { return b->items()[i]; });
}

Result<int64_t> list_slot_len(Vm&, Value self) { return static_cast<int64_t>(self.as<List>()->size); }

Result<bool> list_slot_contains(Vm& vm, Value self, Value item) {
  List* list = self.as<List>();
  for (size_t i = 0; i < list->size; i++) {
    COIL_TRY(bool equal, equal_reenter(vm, list->items()[i], item));
    if (equal) return true;
  }
  return false;
}

Result<Value> list_slot_iter(Vm& vm, Value self) { return new_seq_iter(vm, Kind::ListIter, self, 0); }

// -- subscripts

Result<Value> list_slice_reenter(Vm& vm, List* list, Value slice) {
  COIL_TRY(SliceBounds bounds, slice_unpack_reenter(vm, slice));
  slice_adjust(&bounds, static_cast<int64_t>(list->size));
  if (bounds.length <= 0) return new_list(vm);
  if (bounds.step == 1) return new_list_from(vm, list->items() + bounds.start, static_cast<size_t>(bounds.length));
  COIL_TRY(List* part, new_list(vm, static_cast<size_t>(bounds.length)));
  Value* from = list->items();
  for (int64_t i = 0; i < bounds.length; i++) part->items()[i] = from[bounds.start + i * bounds.step];
  part->size = static_cast<size_t>(bounds.length);
  return part;
}

Result<Value> list_slot_get_item(Vm& vm, Value self, Value key) {
  List* list = self.as<List>();
  if (key.is(Kind::Slice)) return list_slice_reenter(vm, list, key);
  COIL_TRY(int64_t index, item_index_reenter(vm, key, "list"));
  int64_t size = static_cast<int64_t>(list->size);
  if (index < 0) index += size;
  if (index < 0 || index >= size) return raise(vm, Exc::IndexError, "list index out of range");
  return list->items()[index];
}

/// An exact list or tuple with the items to assign; a copy when that is the list itself. TypeError `message` for what is not iterable.
Result<Value> assigned_items_reenter(Vm& vm, List* list, Value source, const char* message) {
  if (source.is(Kind::List) && source.cell() == list) return new_list_from(vm, list->size ? list->items() : nullptr, list->size);
  return list_or_tuple_reenter(vm, source, message);
}

Result<void> list_assign_slice_reenter(Vm& vm, List* list, Value slice, Value source) {
  COIL_TRY(SliceBounds bounds, slice_unpack_reenter(vm, slice));
  bool plain = bounds.step == 1;
  COIL_TRY(Value items, assigned_items_reenter(vm, list, source,
                                               plain ? "can only assign an iterable" : "must assign iterable to extended slice"));
  size_t count = items.is(Kind::List) ? items.as<List>()->size : items.as<Tuple>()->size;
  const Value* from = items.is(Kind::Tuple) ? items.as<Tuple>()->items : count ? items.as<List>()->items() : nullptr;
  slice_adjust(&bounds, static_cast<int64_t>(list->size));
  if (plain) {
    int64_t stop = std::max(bounds.start, bounds.stop);
    return list_replace_range(vm, list, static_cast<size_t>(bounds.start), static_cast<size_t>(stop), from, count);
  }
  if (static_cast<int64_t>(count) != bounds.length) {
    return raise_value_error(vm, "attempt to assign sequence of size %zu to extended slice of size %lld", count,
                             static_cast<long long>(bounds.length));
  }
  if (count == 0) return ok();
  for (size_t i = 0; i < count; i++) list->items()[bounds.start + static_cast<int64_t>(i) * bounds.step] = from[i];
  write_barrier(list->array);
  return ok();
}

Result<void> list_delete_slice_reenter(Vm& vm, List* list, Value slice) {
  COIL_TRY(SliceBounds bounds, slice_unpack_reenter(vm, slice));
  slice_adjust(&bounds, static_cast<int64_t>(list->size));
  if (bounds.length <= 0) return ok();
  if (bounds.step < 0) {
    bounds.start += (bounds.length - 1) * bounds.step;
    bounds.step = -bounds.step;
  }
  if (bounds.step == 1) {
    list_remove_range(list, static_cast<size_t>(bounds.start), static_cast<size_t>(bounds.start + bounds.length));
    return ok();
  }
  Value* items = list->items();
  size_t to = static_cast<size_t>(bounds.start), next = to;
  int64_t left = bounds.length;
  for (size_t i = to; i < list->size; i++) {
    if (left > 0 && i == next) {
      left--;
      next += static_cast<size_t>(bounds.step);
    } else {
      items[to++] = items[i];
    }
  }
  write_barrier(list->array);
  list_remove_range(list, to, list->size);
  return ok();
}

Result<void> list_slot_set_item(Vm& vm, Value self, Value key, Value value) {
  List* list = self.as<List>();
  if (key.is(Kind::Slice)) {
    return value ? list_assign_slice_reenter(vm, list, key, value) : list_delete_slice_reenter(vm, list, key);
  }
  COIL_TRY(int64_t index, item_index_reenter(vm, key, "list"));
  int64_t size = static_cast<int64_t>(list->size);
  if (index < 0) index += size;
  if (index < 0 || index >= size) return raise(vm, Exc::IndexError, "list assignment index out of range");
  if (value) store(list->array, list->items()[index], value);
  else list_remove_range(list, static_cast<size_t>(index), static_cast<size_t>(index) + 1);
  return ok();
}

// -- operators

Result<Value> list_slot_add(Vm& vm, Value left, Value right) {
  if (!left.is(Kind::List)) return Value(&not_implemented_cell);
  if (!right.is(Kind::List)) return raise_type_error(vm, "can only concatenate list (not \"%s\") to list", type_name(right));
  List* a = left.as<List>();
  List* b = right.as<List>();
  COIL_TRY(List* sum, new_list(vm, a->size + b->size));
  if (a->size) std::copy(a->items(), a->items() + a->size, sum->items());
  if (b->size) std::copy(b->items(), b->items() + b->size, sum->items() + a->size);
  sum->size = a->size + b->size;
  return sum;
}

Result<Value> list_slot_multiply(Vm& vm, Value left, Value right) {
  Value self = left.is(Kind::List) ? left : right, other = left.is(Kind::List) ? right : left;
  COIL_TRY(int64_t count, repeat_count_reenter(vm, other));
  List* list = self.as<List>();
  size_t size = list->size, total;
  if (count <= 0 || size == 0) return new_list(vm);
  if (__builtin_mul_overflow(size, static_cast<size_t>(count), &total)) return raise_memory_error(vm);
  COIL_TRY(List* product, new_list(vm, total));
  Value* to = product->items();
  if (size == 1) {
    std::fill(to, to + total, list->items()[0]);
  } else {
    for (int64_t i = 0; i < count; i++) to = std::copy(list->items(), list->items() + size, to);
  }
  product->size = total;
  return product;
}

Result<Value> list_slot_inplace_add(Vm& vm, Value left, Value right) {
  COIL_CHECK(list_extend_reenter(vm, left.as<List>(), right));
  return left;
}

Result<Value> list_slot_inplace_multiply(Vm& vm, Value left, Value right) {
  COIL_TRY(int64_t count, repeat_count_reenter(vm, right));
  List* list = left.as<List>();
  size_t size = list->size, total;
  if (count <= 0 || size == 0) {
    list_clear(list);
    return left;
  }
  if (__builtin_mul_overflow(size, static_cast<size_t>(count), &total)) return raise_memory_error(vm);
  COIL_CHECK(list_reserve(vm, list, total));
  Value* items = list->items();
  for (size_t at = size; at < total; at += size) std::copy(items, items + size, items + at);
  list->size = total;
  write_barrier(list->array);
  return left;
}

// -- methods

NATIVE(list_append, "append(self, object, /)", "Append object to the end of the list.") {
  COIL_CHECK(list_append(vm, self_as<List>(args), args[1]));
  return none();
}

NATIVE(list_clear, "clear(self, /)", "Remove all items from the list.") {
  list_clear(self_as<List>(args));
  return none();
}

NATIVE(list_copy, "copy(self, /)", "A shallow copy of the list.") {
  List* list = self_as<List>(args);
  return new_list_from(vm, list->size ? list->items() : nullptr, list->size);
}

NATIVE(list_count, "count(self, value, /)", "How many items equal value.") {
  List* list = self_as<List>(args);
  int64_t count = 0;
  for (size_t i = 0; i < list->size; i++) {
    COIL_TRY(bool equal, equal_reenter(vm, list->items()[i], args[1]));
    count += equal;
  }
  return Value::small_int(count);
}

NATIVE(list_extend, "extend(self, iterable, /)", "Append all items of the iterable.") {
  COIL_CHECK(list_extend_reenter(vm, self_as<List>(args), args[1]));
  return none();
}

NATIVE(list_index, "index(self, value, start=0, stop=9223372036854775807, /)", "First index of value; ValueError when it is absent.") {
  List* list = self_as<List>(args);
  COIL_TRY(int64_t start, search_bound_reenter(vm, args[2], 0));
  COIL_TRY(int64_t stop, search_bound_reenter(vm, args[3], INT64_MAX));
  int64_t size = static_cast<int64_t>(list->size);
  if (start < 0) start = std::max<int64_t>(0, start + size);
  if (stop < 0) stop = std::max<int64_t>(0, stop + size);
  for (int64_t i = start; i < stop && i < static_cast<int64_t>(list->size); i++) {
    COIL_TRY(bool equal, equal_reenter(vm, list->items()[i], args[1]));
    if (equal) return Value::small_int(i);
  }
  COIL_TRY(Str* shown, repr_reenter(vm, args[1]));
  return raise_text(vm, Exc::ValueError, str_utf8(shown) + " is not in list");
}

NATIVE(list_insert, "insert(self, index, object, /)", "Insert object before index.") {
  List* list = self_as<List>(args);
  COIL_TRY(int64_t index, size_argument_reenter(vm, args[1]));
  int64_t size = static_cast<int64_t>(list->size);
  if (index < 0) index = std::max<int64_t>(0, index + size);
  COIL_CHECK(list_insert(vm, list, static_cast<size_t>(std::min(index, size)), args[2]));
  return none();
}

NATIVE(list_pop, "pop(self, index=-1, /)", "Remove and return the item at index (the last one by default).") {
  List* list = self_as<List>(args);
  int64_t index = -1;
  if (args.has(1)) { COIL_TRY(index, size_argument_reenter(vm, args[1])); }
  int64_t size = static_cast<int64_t>(list->size);
  if (size == 0) return raise(vm, Exc::IndexError, "pop from empty list");
  if (index < 0) index += size;
  if (index < 0 || index >= size) return raise(vm, Exc::IndexError, "pop index out of range");
  Value item = list->items()[index];
  if (index == size - 1) {
    list->items()[index] = Value();
    list->size--;
  } else {
    list_remove_range(list, static_cast<size_t>(index), static_cast<size_t>(index) + 1);
  }
  return item;
}

NATIVE(list_remove, "remove(self, value, /)", "Remove the first item that equals value; ValueError when there is none.") {
  List* list = self_as<List>(args);
  for (size_t i = 0; i < list->size; i++) {
    COIL_TRY(bool equal, equal_reenter(vm, list->items()[i], args[1]));
    if (!equal) continue;
    if (i < list->size) list_remove_range(list, i, i + 1);
    return none();
  }
  return raise_value_error(vm, "list.remove(x): x not in list");
}

NATIVE(list_reverse, "reverse(self, /)", "Reverse the list in place.") {
  List* list = self_as<List>(args);
  if (list->size) {
    std::reverse(list->items(), list->items() + list->size);
    write_barrier(list->array);
  }
  return none();
}

NATIVE(list_sort, "sort(self, /, *, key=None, reverse=False)", "Sort the list in place, stably; key makes what is compared.") {
  bool reverse = false;
  if (args.has(2)) { COIL_TRY(reverse, flag_argument_reenter(vm, args[2])); }
  COIL_CHECK(list_sort_reenter(vm, self_as<List>(args), args.get(1, none()), reverse));
  return none();
}

NATIVE(list_reversed, "__reversed__(self, /)", "An iterator from the last item to the first.") {
  return new_seq_iter(vm, Kind::ListRevIter, args[0], static_cast<int64_t>(self_as<List>(args)->size) - 1);
}

NATIVE(list_sizeof, "__sizeof__(self, /)", "Bytes of memory the list takes.") {
  List* list = self_as<List>(args);
  return int_of_size(Heap::size_of(list) + (list->array ? Heap::size_of(list->array) : 0));
}

NATIVE(list_class_getitem, "__class_getitem__(cls, item, /)", "The type list[item].") {
  return new_generic_alias(vm, args[0], args[1]);
}

}  // namespace

void setup_list(Vm& vm) {
  g_heap.set_type(Kind::List, trace_list, nullptr);
  Slots& slots = vm.type(Kind::List)->slots;
  slots.make = list_slot_make;
  slots.init = list_slot_init;
  slots.repr = list_slot_repr;
  slots.hash = hash_not_implemented;
  slots.compare = list_slot_compare;
  slots.len = list_slot_len;
  slots.contains = list_slot_contains;
  slots.iter = list_slot_iter;
  slots.get_item = list_slot_get_item;
  slots.set_item = list_slot_set_item;
  slots.binary[static_cast<int>(BinaryOp::Add)] = list_slot_add;
  slots.binary[static_cast<int>(BinaryOp::Mul)] = list_slot_multiply;
  slots.inplace[static_cast<int>(BinaryOp::Add)] = list_slot_inplace_add;
  slots.inplace[static_cast<int>(BinaryOp::Mul)] = list_slot_inplace_multiply;
  define_type(vm, {Kind::List, "A mutable sequence: list(iterable=(), /).",
                   {&list_append_spec, &list_clear_spec, &list_copy_spec, &list_count_spec, &list_extend_spec, &list_index_spec,
                    &list_insert_spec, &list_pop_spec, &list_remove_spec, &list_reverse_spec, &list_sort_spec, &list_reversed_spec,
                    &list_sizeof_spec, &list_class_getitem_spec},
                   {}});
}

}  // namespace coil
