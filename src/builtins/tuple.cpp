// tuple: slots and methods. The data operations are in objects/tuple.cpp, the iterator in sequence_iterators.cpp.
#include <algorithm>
#include <bit>
#include <cstring>

#include "builtins/containers_internal.hpp"

namespace coil {

namespace {

void trace_tuple(Cell* cell, Marker& marker) {
  auto* tuple = static_cast<Tuple*>(cell);
  marker.values(tuple->items, tuple->size);
  trace_attrs(cell, marker);
}

constexpr size_t kTupleHeader = sizeof(Tuple) - sizeof(Value);  // bytes before the items

void trace_tuple_part(Cell* cell, Marker& marker, size_t begin, size_t end) {
  auto* tuple = static_cast<Tuple*>(cell);
  size_t first = begin > kTupleHeader ? (begin - kTupleHeader) / sizeof(Value) : 0;
  size_t last = (end - kTupleHeader) / sizeof(Value);
  if (first < tuple->size) marker.values(tuple->items + first, std::min(last, tuple->size) - first);
  if (last > tuple->size) trace_attrs(cell, marker);
}

Result<Value> tuple_slot_make(Vm& vm, Class* cls, Value* args, size_t npos, Tuple* kwnames) {
  COIL_CHECK(check_constructor(vm, "tuple", npos, leaves_keywords(vm, cls) ? nullptr : kwnames, 0, 1));
  Tuple* items = vm.empty_tuple;
  if (npos == 1) { COIL_TRY(items, tuple_from_iterable_reenter(vm, args[0])); }
  if (cls == vm.type(Kind::Tuple)) return items;
  COIL_TRY(Tuple* tuple, new_tuple_of_class(vm, cls, items->size));
  std::copy(items->items, items->items + items->size, tuple->items);
  return tuple;
}

Result<Value> tuple_slot_repr(Vm& vm, Value self) {
  COIL_GUARD(vm, " while getting the repr of an object");
  Tuple* tuple = self.as<Tuple>();
  if (tuple->size == 0) return new_str(vm, "()");
  if (!enter_repr(vm, self)) return new_str(vm, "(...)");
  StrBuilder text(vm);
  text.add("(");
  Result<void> added = add_reprs_reenter(vm, text, [&] { return tuple->size; }, [&](size_t i) { return tuple->items[i]; });
  leave_repr(vm, self);
  if (!added) return Error{};
  text.add(tuple->size == 1 ? ",)" : ")");
  return text.finish();
}

/// CPython's variant of xxHash.
Result<int64_t> tuple_slot_hash(Vm& vm, Value self) {
  COIL_GUARD(vm, " while calling a Python object");
  constexpr uint64_t kPrime1 = 11400714785074694791u, kPrime2 = 14029467366897019727u, kPrime5 = 2870177450012600261u;
  Tuple* tuple = self.as<Tuple>();
  uint64_t sum = kPrime5;
  for (size_t i = 0; i < tuple->size; i++) {
    COIL_TRY(int64_t lane, key_hash_reenter(vm, tuple->items[i]));
    sum = std::rotl(sum + static_cast<uint64_t>(lane) * kPrime2, 31) * kPrime1;
  }
  sum += tuple->size ^ (kPrime5 ^ 3527539u);
  return sum == ~uint64_t{0} ? int64_t{1546275796} : static_cast<int64_t>(sum);
}

Result<Value> tuple_slot_compare(Vm& vm, Value self, Value other, CompareOp op) {
  if (!self.is(Kind::Tuple) || !other.is(Kind::Tuple)) return Value(&not_implemented_cell);
  Tuple* a = self.as<Tuple>();
  Tuple* b = other.as<Tuple>();
  return compare_sequences_reenter(vm, op, [=] { return a->size; }, [=] { return b->size; },
                                   [=](size_t i) { return a->items[i]; }, [=](size_t i) { return b->items[i]; });
}

Result<int64_t> tuple_slot_len(Vm&, Value self) { return static_cast<int64_t>(self.as<Tuple>()->size); }

Result<bool> tuple_slot_contains(Vm& vm, Value self, Value item) {
  Tuple* tuple = self.as<Tuple>();
  for (size_t i = 0; i < tuple->size; i++) {
    COIL_TRY(bool equal, equal_reenter(vm, tuple->items[i], item));
    if (equal) return true;
  }
  return false;
}

Result<Value> tuple_slot_iter(Vm& vm, Value self) { return new_seq_iter(vm, Kind::TupleIter, self, 0); }

Result<Value> tuple_slot_get_item(Vm& vm, Value self, Value key) {
  Tuple* tuple = self.as<Tuple>();
  int64_t size = static_cast<int64_t>(tuple->size);
  if (key.is(Kind::Slice)) {
    COIL_TRY(SliceBounds bounds, slice_bounds_reenter(vm, key, size));
    if (bounds.length <= 0) return vm.empty_tuple;
    if (bounds.step == 1 && bounds.length == size && is_exact(self, Kind::Tuple)) return self;
    COIL_TRY(Tuple* part, new_tuple(vm, static_cast<size_t>(bounds.length)));
    for (int64_t i = 0; i < bounds.length; i++) part->items[i] = tuple->items[bounds.start + i * bounds.step];
    return part;
  }
  COIL_TRY(int64_t index, item_index_reenter(vm, key, "tuple"));
  if (index < 0) index += size;
  if (index < 0 || index >= size) return raise(vm, Exc::IndexError, "tuple index out of range");
  return tuple->items[index];
}

Result<Value> tuple_slot_add(Vm& vm, Value left, Value right) {
  if (!left.is(Kind::Tuple)) return Value(&not_implemented_cell);
  if (!right.is(Kind::Tuple)) return raise_type_error(vm, "can only concatenate tuple (not \"%s\") to tuple", type_name(right));
  Tuple* a = left.as<Tuple>();
  Tuple* b = right.as<Tuple>();
  if (a->size == 0 && is_exact(right, Kind::Tuple)) return right;
  if (b->size == 0 && is_exact(left, Kind::Tuple)) return left;
  COIL_TRY(Tuple* sum, new_tuple(vm, a->size + b->size));
  std::copy(a->items, a->items + a->size, sum->items);
  std::copy(b->items, b->items + b->size, sum->items + a->size);
  return sum;
}

Result<Value> tuple_slot_multiply(Vm& vm, Value left, Value right) {
  Value self = left.is(Kind::Tuple) ? left : right, other = left.is(Kind::Tuple) ? right : left;
  COIL_TRY(int64_t count, repeat_count_reenter(vm, other));
  Tuple* tuple = self.as<Tuple>();
  size_t total;
  if ((count == 1 || tuple->size == 0) && is_exact(self, Kind::Tuple)) return self;
  if (count <= 0 || tuple->size == 0) return vm.empty_tuple;
  if (__builtin_mul_overflow(tuple->size, static_cast<size_t>(count), &total)) return raise_memory_error(vm);
  COIL_TRY(Tuple* product, new_tuple(vm, total));
  Value* to = product->items;
  for (int64_t i = 0; i < count; i++) to = std::copy(tuple->items, tuple->items + tuple->size, to);
  return product;
}

NATIVE(tuple_count, "count(self, value, /)", "How many items equal value.") {
  Tuple* tuple = self_as<Tuple>(args);
  int64_t count = 0;
  for (size_t i = 0; i < tuple->size; i++) {
    COIL_TRY(bool equal, equal_reenter(vm, tuple->items[i], args[1]));
    count += equal;
  }
  return Value::small_int(count);
}

NATIVE(tuple_index, "index(self, value, start=0, stop=9223372036854775807, /)", "First index of value; ValueError when it is absent.") {
  Tuple* tuple = self_as<Tuple>(args);
  COIL_TRY(int64_t start, search_bound_reenter(vm, args[2], 0));
  COIL_TRY(int64_t stop, search_bound_reenter(vm, args[3], INT64_MAX));
  int64_t size = static_cast<int64_t>(tuple->size);
  if (start < 0) start = std::max<int64_t>(0, start + size);
  if (stop < 0) stop += size;
  for (int64_t i = start; i < std::min(stop, size); i++) {
    COIL_TRY(bool equal, equal_reenter(vm, tuple->items[i], args[1]));
    if (equal) return Value::small_int(i);
  }
  return raise_value_error(vm, "tuple.index(x): x not in tuple");
}

NATIVE(tuple_getnewargs, "__getnewargs__(self, /)", "Arguments that make an equal tuple, for pickling.") {
  Tuple* tuple = self_as<Tuple>(args);
  COIL_TRY(Tuple* items, new_tuple_from(vm, tuple->items, tuple->size));
  return make_tuple(vm, {items});
}

NATIVE(tuple_class_getitem, "__class_getitem__(cls, item, /)", "The type tuple[item].") {
  return new_generic_alias(vm, args[0], args[1]);
}

}  // namespace

void setup_tuple(Vm& vm) {
  g_heap.set_type(Kind::Tuple, trace_tuple, nullptr);
  g_heap.set_part_trace(Kind::Tuple, trace_tuple_part);
  Slots& slots = vm.type(Kind::Tuple)->slots;
  slots.make = tuple_slot_make;
  slots.repr = tuple_slot_repr;
  slots.hash = tuple_slot_hash;
  slots.compare = tuple_slot_compare;
  slots.len = tuple_slot_len;
  slots.contains = tuple_slot_contains;
  slots.iter = tuple_slot_iter;
  slots.get_item = tuple_slot_get_item;
  slots.binary[static_cast<int>(BinaryOp::Add)] = tuple_slot_add;
  slots.binary[static_cast<int>(BinaryOp::Mul)] = tuple_slot_multiply;
  define_type(vm, {Kind::Tuple, "An immutable sequence: tuple(iterable=(), /).",
                   {&tuple_count_spec, &tuple_index_spec, &tuple_getnewargs_spec, &tuple_class_getitem_spec},
                   {}});
}

}  // namespace coil
