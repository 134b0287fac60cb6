// Ranges: construction with the length computed once. Their methods and iterators are in builtins/range.cpp.
#include "objects/containers.hpp"
#include "objects/number.hpp"

namespace coil {

namespace {

/// Number of items; every operand is any integer.
Result<Value> range_length(Vm& vm, Value start, Value stop, Value step) {
  bool up = int_sign(step) > 0;
  Value low = up ? start : stop, high = up ? stop : start;
  if (low.is_small_int() && high.is_small_int() && step.is_small_int()) {
    int64_t a = low.small_int(), b = high.small_int(), s = step.small_int();
    if (a >= b) return Value::small_int(0);
    uint64_t width = s > 0 ? static_cast<uint64_t>(s) : uint64_t{0} - static_cast<uint64_t>(s);
    return make_int_u64(vm, (static_cast<uint64_t>(b) - static_cast<uint64_t>(a) - 1) / width + 1);
  }
  if (int_compare(low, high) >= 0) return Value::small_int(0);
  COIL_TRY(Value distance, int_binary(vm, BinaryOp::Sub, high, low));
  COIL_TRY(Value last, int_binary(vm, BinaryOp::Sub, distance, Value::small_int(1)));
  COIL_TRY(Value width, int_abs(vm, step));
  COIL_TRY(Value steps, int_binary(vm, BinaryOp::FloorDiv, last, width));
  return int_binary(vm, BinaryOp::Add, steps, Value::small_int(1));
}

}  // namespace

Result<Range*> new_range(Vm& vm, Value start, Value stop, Value step) {
  COIL_TRY(Value length, range_length(vm, start, stop, step));
  COIL_TRY(Range* range, alloc<Range>(vm, Kind::Range));
  range->start = start;
  range->stop = stop;
  range->step = step;
  range->length = length;
  return range;
}

}  // namespace coil
