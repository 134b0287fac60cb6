// slice objects. Reading them as bounds of a sequence is in objects/slice.cpp.
#include "builtins/containers_internal.hpp"

namespace coil {

namespace {

void trace_slice(Cell* cell, Marker& marker) {
  auto* slice = static_cast<Slice*>(cell);
  marker.value(slice->start);
  marker.value(slice->stop);
  marker.value(slice->step);
}

Result<Value> slice_slot_make(Vm& vm, Class*, Value* args, size_t npos, Tuple* kwnames) {
  COIL_CHECK(check_constructor(vm, "slice", npos, kwnames, 1, 3));
  if (npos == 1) return new_slice(vm, none(), args[0], none());
  return new_slice(vm, args[0], args[1], npos == 3 ? args[2] : none());
}

Result<Tuple*> parts_of(Vm& vm, Value self) {
  auto* slice = self.as<Slice>();
  return make_tuple(vm, {slice->start, slice->stop, slice->step});
}

Result<Value> slice_slot_repr(Vm& vm, Value self) {
  COIL_TRY(Tuple* parts, parts_of(vm, self));
  COIL_TRY(Str* shown, repr_reenter(vm, parts));
  StrBuilder text(vm);
  text.add("slice");
  text.add_str(shown);
  return text.finish();
}

Result<Value> slice_slot_compare(Vm& vm, Value self, Value other, CompareOp op) {
  if (!self.is(Kind::Slice) || !other.is(Kind::Slice)) return Value(&not_implemented_cell);
  COIL_TRY(Tuple* a, parts_of(vm, self));
  COIL_TRY(Tuple* b, parts_of(vm, other));
  return compare_reenter(vm, a, b, op);
}

/// None or an integer; otherwise TypeError.
Result<Value> part_reenter(Vm& vm, Value part) {
  if (part.is_none()) return part;
  if (!part.is_int() && !class_of(part)->slots.index) {
    return raise_type_error(vm, "slice indices must be integers or None or have an __index__ method");
  }
  return index_reenter(vm, part);
}

Result<Value> clamp_part(Vm& vm, Value part, Value fallback, Value length, Value low, Value high) {
  if (part.is_none()) return fallback;
  if (int_sign(part) < 0) { COIL_TRY(part, int_binary(vm, BinaryOp::Add, part, length)); }
  if (int_compare(part, low) < 0) return low;
  return int_compare(part, high) > 0 ? high : part;
}

NATIVE(slice_indices, "indices(self, len, /)", "(start, stop, step) of the slice for a sequence of this length.") {
  COIL_TRY(Value length, index_reenter(vm, args[1]));
  if (int_sign(length) < 0) return raise_value_error(vm, "length should not be negative");
  auto* slice = self_as<Slice>(args);
  COIL_TRY(Value step, part_reenter(vm, slice->step));
  if (step.is_none()) step = Value::small_int(1);
  if (int_sign(step) == 0) return raise_value_error(vm, "slice step cannot be zero");
  bool down = int_sign(step) < 0;
  Value low = Value::small_int(down ? -1 : 0), high = length;
  if (down) { COIL_TRY(high, int_binary(vm, BinaryOp::Sub, length, Value::small_int(1))); }
  COIL_TRY(Value start, part_reenter(vm, slice->start));
  COIL_TRY(Value first, clamp_part(vm, start, down ? high : low, length, low, high));
  COIL_TRY(Value stop, part_reenter(vm, slice->stop));
  COIL_TRY(Value end, clamp_part(vm, stop, down ? low : high, length, low, high));
  return make_tuple(vm, {first, end, step});
}

NATIVE(slice_reduce, "__reduce__(self, /)", "State for pickling.") {
  COIL_TRY(Tuple* parts, parts_of(vm, args[0]));
  return make_tuple(vm, {class_of(args[0]), parts});
}

Result<Value> slice_get_start(Vm&, Value self) { return self.as<Slice>()->start; }
Result<Value> slice_get_stop(Vm&, Value self) { return self.as<Slice>()->stop; }
Result<Value> slice_get_step(Vm&, Value self) { return self.as<Slice>()->step; }

constexpr GetSetSpec kStart{"start", slice_get_start, readonly_attribute, "The first index, or None."};
constexpr GetSetSpec kStop{"stop", slice_get_stop, readonly_attribute, "The index behind the last one, or None."};
constexpr GetSetSpec kStep{"step", slice_get_step, readonly_attribute, "The distance of the indices, or None."};

}  // namespace

void setup_slice(Vm& vm) {
  g_heap.set_type(Kind::Slice, trace_slice, nullptr);
  Slots& slots = vm.type(Kind::Slice)->slots;
  slots.make = slice_slot_make;
  slots.repr = slice_slot_repr;
  slots.compare = slice_slot_compare;
  slots.hash = hash_not_implemented;
  define_type(vm, {Kind::Slice, "A range of indices: slice(stop) or slice(start, stop[, step]).",
                   {&slice_indices_spec, &slice_reduce_spec}, {&kStart, &kStop, &kStep}});
}

}  // namespace coil
