// Allocation that raises MemoryError, over the one allocation entry of the heap.
#include "heap/heap.hpp"
#include "objects/vm.hpp"

namespace coil {

Result<Cell*> alloc_cell(Vm& vm, size_t bytes, Kind kind, uint32_t shape) {
  Cell* cell = g_heap.allocate(bytes, kind, shape);
  if (!cell) [[unlikely]] return raise_memory_error(vm);
  return cell;
}

Result<Cell*> alloc_for_class_slow(Vm& vm, Class* cls, Kind kind, size_t bytes) {
  Shape* shape = cls->root_shape;
  size_t words = shape->attrs_offset ? 1 + size_t{shape->inline_cap} : 0;
  size_t start = shape->attrs_offset && shape->attrs_offset != kAttrsAtEnd ? shape->attrs_offset : (bytes + 7) & ~size_t{7};
  COIL_TRY(Cell* cell, alloc_cell(vm, start + 8 * words, kind, shape->index));
  if (shape->attrs_offset == kAttrsAtEnd) {
    // The heap zeroes only what was asked for; the area is at the end of what it really gave.
    Value* area = attrs_area(cell, shape);
    for (size_t i = 0; i < words; i++) area[i] = Value();
  }
  if (cls->flags & kClassHasDel) g_heap.set_finalizer(cell);
  return cell;
}

Result<Buffer*> new_buffer(Vm& vm, size_t bytes, Kind kind) {
  if (bytes > (size_t{1} << 46)) return raise_memory_error(vm);
  COIL_TRY(Buffer* buffer, alloc<Buffer>(vm, kind, sizeof(Buffer) + bytes));
  buffer->size = bytes;
  return buffer;
}

Result<ValueArray*> new_value_array(Vm& vm, size_t capacity) {
  if (capacity > (size_t{1} << 43)) return raise_memory_error(vm);
  COIL_TRY(ValueArray* array, alloc<ValueArray>(vm, Kind::ValueArray, sizeof(ValueArray) + 8 * capacity));
  array->capacity = capacity;
  return array;
}

}  // namespace coil
