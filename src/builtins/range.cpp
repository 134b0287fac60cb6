// range and its iterators: RangeIter while everything fits 64 bits, LongRangeIter for the rest.
#include "builtins/containers_internal.hpp"

namespace coil {

/// Iterator of a range with large numbers: the next value and how many are left.
struct LongRangeIter : Cell {
  Value next, step, remaining;
};

namespace {

void trace_range(Cell* cell, Marker& marker) {
  auto* range = static_cast<Range*>(cell);
  marker.value(range->start);
  marker.value(range->stop);
  marker.value(range->step);
  marker.value(range->length);
}

void trace_long_range_iter(Cell* cell, Marker& marker) {
  auto* iter = static_cast<LongRangeIter*>(cell);
  marker.value(iter->next);
  marker.value(iter->step);
  marker.value(iter->remaining);
}

/// start + index * step.
Result<Value> range_item(Vm& vm, Range* range, Value index) {
  if (range->start.is_small_int() && range->step.is_small_int() && index.is_small_int()) {
    int64_t product, sum;
    if (!__builtin_mul_overflow(range->step.small_int(), index.small_int(), &product) &&
        !__builtin_add_overflow(range->start.small_int(), product, &sum)) {
      return make_int(vm, sum);
    }
  }
  COIL_TRY(Value offset, int_binary(vm, BinaryOp::Mul, range->step, index));
  return int_binary(vm, BinaryOp::Add, range->start, offset);
}

Result<Value> range_slot_make(Vm& vm, Class*, Value* args, size_t npos, Tuple* kwnames) {
  COIL_CHECK(check_constructor(vm, "range", npos, kwnames, 1, 3));
  Value start = Value::small_int(0), stop, step = Value::small_int(1);
  if (npos == 1) {
    COIL_TRY(stop, index_reenter(vm, args[0]));
  } else {
    COIL_TRY(start, index_reenter(vm, args[0]));
    COIL_TRY(stop, index_reenter(vm, args[1]));
    if (npos == 3) { COIL_TRY(step, index_reenter(vm, args[2])); }
    if (int_sign(step) == 0) return raise_value_error(vm, "range() arg 3 must not be zero");
  }
  return new_range(vm, start, stop, step);
}

Result<Value> range_slot_repr(Vm& vm, Value self) {
  auto* range = self.as<Range>();
  StrBuilder text(vm);
  text.add("range(");
  COIL_TRY(Str* start, repr_reenter(vm, range->start));
  text.add_str(start);
  text.add(", ");
  COIL_TRY(Str* stop, repr_reenter(vm, range->stop));
  text.add_str(stop);
  if (range->step != Value::small_int(1)) {
    text.add(", ");
    COIL_TRY(Str* step, repr_reenter(vm, range->step));
    text.add_str(step);
  }
  text.add(")");
  return text.finish();
}

bool ranges_equal(Range* a, Range* b) {
  if (a == b) return true;
  if (int_compare(a->length, b->length) != 0) return false;
  if (int_sign(a->length) == 0) return true;
  if (int_compare(a->start, b->start) != 0) return false;
  return a->length == Value::small_int(1) || int_compare(a->step, b->step) == 0;
}

Result<Value> range_slot_compare(Vm&, Value self, Value other, CompareOp op) {
  if ((op != CompareOp::Eq && op != CompareOp::Ne) || !self.is(Kind::Range) || !other.is(Kind::Range)) {
    return Value(&not_implemented_cell);
  }
  return Value::boolean(ranges_equal(self.as<Range>(), other.as<Range>()) == (op == CompareOp::Eq));
}

/// Equal ranges hash alike: (length, start, step) with None for what does not matter.
Result<int64_t> range_slot_hash(Vm& vm, Value self) {
  auto* range = self.as<Range>();
  bool empty = int_sign(range->length) == 0, single = range->length == Value::small_int(1);
  COIL_TRY(Tuple* parts, make_tuple(vm, {range->length, empty ? none() : range->start, empty || single ? none() : range->step}));
  return hash_reenter(vm, parts);
}

Result<int64_t> range_slot_len(Vm& vm, Value self) {
  int64_t length;
  if (int_to_i64(self.as<Range>()->length, &length)) return length;
  return raise(vm, Exc::OverflowError, "Python int too large to convert to C ssize_t");
}

Result<bool> range_slot_truth(Vm&, Value self) { return int_sign(self.as<Range>()->length) != 0; }

/// Index of an integer in the range, or nothing.
Result<Value> position_of(Vm& vm, Range* range, Value item) {
  bool up = int_sign(range->step) > 0;
  if (up ? int_compare(item, range->start) < 0 || int_compare(item, range->stop) >= 0
         : int_compare(item, range->start) > 0 || int_compare(item, range->stop) <= 0) {
    return Value::stop();
  }
  COIL_TRY(Value distance, int_binary(vm, BinaryOp::Sub, item, range->start));
  COIL_TRY(Value rest, int_binary(vm, BinaryOp::Mod, distance, range->step));
  if (int_sign(rest) != 0) return Value::stop();
  return int_binary(vm, BinaryOp::FloorDiv, distance, range->step);
}

bool is_plain_int(Value v) { return v.is_small_int() || is_exact(v, Kind::Int) || v.is_bool(); }

Result<bool> range_slot_contains(Vm& vm, Value self, Value item) {
  auto* range = self.as<Range>();
  if (is_plain_int(item)) {
    COIL_TRY(Value position, position_of(vm, range, item));
    return !position.is_stop();
  }
  COIL_TRY(Value iterator, iter_reenter(vm, self));
  for (uint32_t count = 1;; count++) {
    COIL_TRY(Value number, next_reenter(vm, iterator));
    if (number.is_stop()) return false;
    COIL_TRY(bool equal, equal_reenter(vm, number, item));
    if (equal) return true;
    if ((count & 0xffff) == 0) COIL_CHECK(check_interrupts_reenter(vm));
  }
}

/// An iterator over `length` numbers.
Result<Value> new_range_iter(Vm& vm, Value start, Value step, Value length) {
  int64_t first, stride, count, last;
  if (int_to_i64(start, &first) && int_to_i64(step, &stride) && int_to_i64(length, &count) &&
      !__builtin_mul_overflow(stride, count, &last) && !__builtin_add_overflow(first, last, &last) && Value::fits_int(last) &&
      Value::fits_int(first)) {
    COIL_TRY(RangeIter* iter, alloc<RangeIter>(vm, Kind::RangeIter));
    iter->next = first;
    iter->step = stride;
    iter->remaining = static_cast<uint64_t>(count);
    return iter;
  }
  COIL_TRY(LongRangeIter* iter, alloc<LongRangeIter>(vm, Kind::LongRangeIter));
  iter->next = start;
  iter->step = step;
  iter->remaining = length;
  return iter;
}

Result<Value> range_slot_iter(Vm& vm, Value self) {
  auto* range = self.as<Range>();
  return new_range_iter(vm, range->start, range->step, range->length);
}

/// A part of a slice, relative to the end when negative, clamped to [low, high].
Result<Value> slice_bound_reenter(Vm& vm, Value part, Value fallback, Value length, Value low, Value high) {
  if (part.is_none()) return fallback;
  if (!part.is_int() && !class_of(part)->slots.index) {
    return raise_type_error(vm, "slice indices must be integers or None or have an __index__ method");
  }
  COIL_TRY(Value at, index_reenter(vm, part));
  if (int_sign(at) < 0) { COIL_TRY(at, int_binary(vm, BinaryOp::Add, at, length)); }
  if (int_compare(at, low) < 0) return low;
  return int_compare(at, high) > 0 ? high : at;
}

Result<Value> range_slice_reenter(Vm& vm, Range* range, Slice* slice) {
  Value zero = Value::small_int(0), one = Value::small_int(1), step = one;
  if (!slice->step.is_none()) {
    if (!slice->step.is_int() && !class_of(slice->step)->slots.index) {
      return raise_type_error(vm, "slice indices must be integers or None or have an __index__ method");
    }
    COIL_TRY(step, index_reenter(vm, slice->step));
    if (int_sign(step) == 0) return raise_value_error(vm, "slice step cannot be zero");
  }
  bool down = int_sign(step) < 0;
  Value low = zero, high = range->length;
  if (down) {
    low = Value::small_int(-1);
    COIL_TRY(high, int_binary(vm, BinaryOp::Sub, range->length, one));
  }
  COIL_TRY(Value start, slice_bound_reenter(vm, slice->start, down ? high : low, range->length, low, high));
  COIL_TRY(Value stop, slice_bound_reenter(vm, slice->stop, down ? low : high, range->length, low, high));
  COIL_TRY(Value first, range_item(vm, range, start));
  COIL_TRY(Value end, range_item(vm, range, stop));
  COIL_TRY(Value stride, int_binary(vm, BinaryOp::Mul, range->step, step));
  return new_range(vm, first, end, stride);
}

Result<Value> range_slot_get_item(Vm& vm, Value self, Value key) {
  auto* range = self.as<Range>();
  if (key.is(Kind::Slice)) return range_slice_reenter(vm, range, key.as<Slice>());
  if (!key.is_int() && !class_of(key)->slots.index) {
    return raise_type_error(vm, "range indices must be integers or slices, not %s", type_name(key));
  }
  COIL_TRY(Value index, index_reenter(vm, key));
  if (int_sign(index) < 0) { COIL_TRY(index, int_binary(vm, BinaryOp::Add, index, range->length)); }
  if (int_sign(index) < 0 || int_compare(index, range->length) >= 0) {
    return raise(vm, Exc::IndexError, "range object index out of range");
  }
  return range_item(vm, range, index);
}

NATIVE(range_count, "count(self, value, /)", "How many items equal value.") {
  if (is_plain_int(args[1])) {
    COIL_TRY(Value position, position_of(vm, self_as<Range>(args), args[1]));
    return Value::small_int(position.is_stop() ? 0 : 1);
  }
  int64_t count = 0;
  COIL_CHECK(for_each_reenter(vm, args[0], [&](Value item) -> Result<void> {
    COIL_TRY(bool equal, equal_reenter(vm, item, args[1]));
    count += equal;
    return ok();
  }));
  return Value::small_int(count);
}

NATIVE(range_index, "index(self, value, /)", "Index of value; ValueError when it is absent.") {
  if (is_plain_int(args[1])) {
    COIL_TRY(Value position, position_of(vm, self_as<Range>(args), args[1]));
    if (!position.is_stop()) return position;
    COIL_TRY(Str* shown, repr_reenter(vm, args[1]));
    return raise_text(vm, Exc::ValueError, str_utf8(shown) + " is not in range");
  }
  COIL_TRY(Value iterator, iter_reenter(vm, args[0]));
  for (int64_t i = 0;; i++) {
    COIL_TRY(Value item, next_reenter(vm, iterator));
    if (item.is_stop()) return raise_value_error(vm, "sequence.index(x): x not in sequence");
    COIL_TRY(bool equal, equal_reenter(vm, item, args[1]));
    if (equal) return Value::small_int(i);
  }
}

NATIVE(range_reversed, "__reversed__(self, /)", "An iterator from the last item to the first.") {
  auto* range = self_as<Range>(args);
  COIL_TRY(Value last, int_binary(vm, BinaryOp::Sub, range->length, Value::small_int(1)));
  COIL_TRY(Value start, range_item(vm, range, last));
  COIL_TRY(Value step, int_negate(vm, range->step));
  return new_range_iter(vm, start, step, range->length);
}

NATIVE(range_reduce, "__reduce__(self, /)", "State for pickling.") {
  auto* range = self_as<Range>(args);
  COIL_TRY(Tuple* parts, make_tuple(vm, {range->start, range->stop, range->step}));
  return make_tuple(vm, {class_of(args[0]), parts});
}

Result<Value> range_get_start(Vm&, Value self) { return self.as<Range>()->start; }
Result<Value> range_get_stop(Vm&, Value self) { return self.as<Range>()->stop; }
Result<Value> range_get_step(Vm&, Value self) { return self.as<Range>()->step; }

constexpr GetSetSpec kStart{"start", range_get_start, readonly_attribute, "The first number."};
constexpr GetSetSpec kStop{"stop", range_get_stop, readonly_attribute, "The number that is not reached."};
constexpr GetSetSpec kStep{"step", range_get_step, readonly_attribute, "The distance of neighbours."};

// -- iterators

Result<Value> range_iter_slot_next(Vm&, Value self) {
  auto* iter = self.as<RangeIter>();
  if (iter->remaining == 0) return Value::stop();
  iter->remaining--;
  Value number = Value::small_int(iter->next);
  iter->next += iter->step;
  return number;
}

Result<Value> long_range_iter_slot_next(Vm& vm, Value self) {
  auto* iter = self.as<LongRangeIter>();
  if (int_sign(iter->remaining) <= 0) return Value::stop();
  Value number = iter->next;
  COIL_TRY(Value after, int_binary(vm, BinaryOp::Add, number, iter->step));
  COIL_TRY(Value left, int_binary(vm, BinaryOp::Sub, iter->remaining, Value::small_int(1)));
  iter->next = after;
  iter->remaining = left;
  write_barrier(iter);
  return number;
}

/// Next value, step and remaining count of either kind.
struct RangeState {
  Value next, step, remaining;
};

Result<RangeState> state_of(Vm& vm, Value self) {
  if (self.is(Kind::LongRangeIter)) {
    auto* iter = self.as<LongRangeIter>();
    return RangeState{iter->next, iter->step, iter->remaining};
  }
  auto* iter = self.as<RangeIter>();
  COIL_TRY(Value remaining, make_int_u64(vm, iter->remaining));
  return RangeState{Value::small_int(iter->next), Value::small_int(iter->step), remaining};
}

NATIVE(range_iter_length_hint, "__length_hint__(self, /)", "How many items are left.") {
  COIL_TRY(RangeState state, state_of(vm, args[0]));
  return state.remaining;
}

NATIVE(range_iter_reduce, "__reduce__(self, /)", "State for pickling.") {
  COIL_TRY(RangeState state, state_of(vm, args[0]));
  COIL_TRY(Value width, int_binary(vm, BinaryOp::Mul, state.step, state.remaining));
  COIL_TRY(Value stop, int_binary(vm, BinaryOp::Add, state.next, width));
  COIL_TRY(Range* rest, new_range(vm, state.next, stop, state.step));
  return iterator_reduce(vm, "iter", rest, none());
}

NATIVE(range_iter_setstate, "__setstate__(self, state, /)", "Skip as many items as state says.") {
  COIL_TRY(int64_t skip, index_clamped_reenter(vm, args[1]));
  for (int64_t i = 0; i < skip; i++) {
    COIL_TRY(Value item, class_of(args[0])->slots.next(vm, args[0]));
    if (item.is_stop()) break;
  }
  return none();
}

}  // namespace

void setup_range(Vm& vm) {
  g_heap.set_type(Kind::Range, trace_range, nullptr);
  g_heap.set_type(Kind::LongRangeIter, trace_long_range_iter, nullptr);
  Slots& slots = vm.type(Kind::Range)->slots;
  slots.make = range_slot_make;
  slots.repr = range_slot_repr;
  slots.compare = range_slot_compare;
  slots.hash = range_slot_hash;
  slots.len = range_slot_len;
  slots.truth = range_slot_truth;
  slots.contains = range_slot_contains;
  slots.iter = range_slot_iter;
  slots.get_item = range_slot_get_item;
  define_type(vm, {Kind::Range, "Numbers in arithmetic progression: range(stop) or range(start, stop[, step]).",
                   {&range_count_spec, &range_index_spec, &range_reversed_spec, &range_reduce_spec},
                   {&kStart, &kStop, &kStep}});
  for (Kind kind : {Kind::RangeIter, Kind::LongRangeIter}) {
    Slots& iter = vm.type(kind)->slots;
    iter.iter = self_iter;
    iter.next = kind == Kind::RangeIter ? range_iter_slot_next : long_range_iter_slot_next;
    define_type(vm, {kind, nullptr, {&range_iter_length_hint_spec, &range_iter_reduce_spec, &range_iter_setstate_spec}, {}});
  }
}

}  // namespace coil
