// Slices of sequences: from a slice object to bounds inside a sequence, as CPython's PySlice_Unpack and PySlice_AdjustIndices.
#include "objects/containers.hpp"
#include "objects/protocol.hpp"

namespace coil {

namespace {

Result<int64_t> slice_part_reenter(Vm& vm, Value part) {
  if (part.is_small_int()) return part.small_int();
  if (!class_of(part)->slots.index) {
    return raise_type_error(vm, "slice indices must be integers or None or have an __index__ method");
  }
  return index_clamped_reenter(vm, part);
}

}  // namespace

Result<Slice*> new_slice(Vm& vm, Value start, Value stop, Value step) {
  COIL_TRY(Slice* slice, alloc<Slice>(vm, Kind::Slice));
  slice->start = start;
  slice->stop = stop;
  slice->step = step;
  return slice;
}

Result<SliceBounds> slice_unpack_reenter(Vm& vm, Value value) {
  Slice* slice = value.as<Slice>();
  SliceBounds bounds{0, INT64_MAX, 1, 0};
  if (!slice->step.is_none()) {
    COIL_TRY(bounds.step, slice_part_reenter(vm, slice->step));
    if (bounds.step == 0) return raise_value_error(vm, "slice step cannot be zero");
    // So that -step is always possible.
    if (bounds.step < -INT64_MAX) bounds.step = -INT64_MAX;
  }
  if (bounds.step < 0) {
    bounds.start = INT64_MAX;
    bounds.stop = INT64_MIN;
  }
  if (!slice->start.is_none()) { COIL_TRY(bounds.start, slice_part_reenter(vm, slice->start)); }
  if (!slice->stop.is_none()) { COIL_TRY(bounds.stop, slice_part_reenter(vm, slice->stop)); }
  return bounds;
}

void slice_adjust(SliceBounds* bounds, int64_t length) {
  auto clamp = [&](int64_t position) {
    if (position < 0) {
      position += length;
      return position < 0 ? (bounds->step < 0 ? int64_t{-1} : int64_t{0}) : position;
    }
    return position >= length ? (bounds->step < 0 ? length - 1 : length) : position;
  };
  bounds->start = clamp(bounds->start);
  bounds->stop = clamp(bounds->stop);
  bounds->length = 0;
  if (bounds->step < 0) {
    if (bounds->stop < bounds->start) bounds->length = (bounds->start - bounds->stop - 1) / -bounds->step + 1;
  } else if (bounds->start < bounds->stop) {
    bounds->length = (bounds->stop - bounds->start - 1) / bounds->step + 1;
  }
}

Result<SliceBounds> slice_bounds_reenter(Vm& vm, Value slice, int64_t sequence_length) {
  COIL_TRY(SliceBounds bounds, slice_unpack_reenter(vm, slice));
  slice_adjust(&bounds, sequence_length);
  return bounds;
}

}  // namespace coil
