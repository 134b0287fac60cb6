// Bytes and ByteArray cells: making, resizing, and reading any bytes-like value. Methods are in builtins/bytes*.cpp.
#include <algorithm>
#include <cstring>

#include "objects/str.hpp"

namespace coil {

Result<Bytes*> new_bytes_uninitialized(Vm& vm, size_t size) {
  constexpr size_t kHeader = sizeof(Bytes) - sizeof(Bytes::data);
  if (size == 0 && vm.empty_bytes) return vm.empty_bytes;
  if (size > size_t{1} << 46) return raise_memory_error(vm);
  COIL_TRY(Bytes* bytes, alloc<Bytes>(vm, Kind::Bytes, std::max(kHeader + size, sizeof(Bytes))));
  bytes->size = size;
  return bytes;
}

Result<Bytes*> new_bytes(Vm& vm, const void* data, size_t size) {
  COIL_TRY(Bytes* bytes, new_bytes_uninitialized(vm, size));
  if (size) std::memcpy(bytes->data, data, size);
  return bytes;
}

Result<ByteArray*> new_bytearray(Vm& vm, const void* data, size_t size) {
  Buffer* buffer = nullptr;
  if (size) {
    if (size > size_t{1} << 46) return raise_memory_error(vm);
    COIL_TRY(buffer, new_buffer(vm, size));
    if (data) std::memcpy(buffer->data(), data, size);
  }
  COIL_TRY(ByteArray* array, alloc<ByteArray>(vm, Kind::ByteArray));
  array->size = array->capacity = size;
  array->buffer = buffer;
  return array;
}

Result<void> bytearray_check_exports(Vm& vm, ByteArray* array) {
  if (!array->exports) return ok();
  // A view that died unreleased still counts: find out how many are really alive.
  g_heap.collect_full();
  struct Count {
    ByteArray* array;
    uint32_t views;
  } count{array, 0};
  g_heap.for_each_cell(
      [](Cell* cell, void* context) {
        Count* count = static_cast<Count*>(context);
        if (cell->kind == Kind::MemoryView && static_cast<MemoryView*>(cell)->owner == Value(count->array)) count->views++;
      },
      &count);
  array->exports = count.views;
  if (!array->exports) return ok();
  return raise(vm, Exc::BufferError, "Existing exports of data: object cannot be re-sized");
}

Result<void> bytearray_resize(Vm& vm, ByteArray* array, size_t size) {
  if (size == array->size) return ok();
  COIL_CHECK(bytearray_check_exports(vm, array));
  if (size > array->capacity) {
    if (size > size_t{1} << 46) return raise_memory_error(vm);
    size_t capacity = array->capacity ? size + size / 8 + (size < 9 ? 3 : 6) : size;
    COIL_TRY(Buffer* buffer, new_buffer(vm, capacity));
    Buffer* old = array->buffer;
    if (array->size) std::memcpy(buffer->data(), old->data(), array->size);
    store(array, array->buffer, buffer);
    array->capacity = capacity;
  } else if (size > array->size) {
    std::memset(array->buffer->data() + array->size, 0, size - array->size);
  } else if (size < array->capacity / 4 && array->capacity > 1024) {
    COIL_TRY(Buffer* buffer, new_buffer(vm, size + 8));
    if (size) std::memcpy(buffer->data(), array->buffer->data(), size);
    store(array, array->buffer, buffer);
    array->capacity = size + 8;
  }
  array->size = size;
  return ok();
}

bool byte_span(Value value, ByteSpan* out) {
  if (value.is(Kind::Bytes)) {
    *out = {value.as<Bytes>()->data, value.as<Bytes>()->size};
    return true;
  }
  if (value.is(Kind::ByteArray)) {
    *out = bytearray_span(value.as<ByteArray>());
    return true;
  }
  if (!value.is(Kind::MemoryView)) return false;
  MemoryView* view = value.as<MemoryView>();
  ByteSpan owner;
  if (view->owner.is_nothing() || !byte_span(view->owner, &owner)) return false;
  int64_t size = view->length * view->itemsize;
  if (view->shape) {
    size = view->itemsize;
    for (size_t i = 0; i < view->shape->size; i++) size *= view->shape->items[i].small_int();
  } else if (view->stride != view->itemsize && view->length > 1) {
    return false;
  }
  if (size == 0) {
    *out = {nullptr, 0};
    return true;
  }
  if (view->start < 0 || static_cast<size_t>(view->start + size) > owner.size) return false;
  *out = {owner.data + view->start, static_cast<size_t>(size)};
  return true;
}

Result<ByteSpan> require_bytes(Vm& vm, Value value) {
  ByteSpan span;
  if (byte_span(value, &span)) return span;
  if (value.is(Kind::MemoryView)) {
    if (value.as<MemoryView>()->owner.is_nothing()) {
      return raise_value_error(vm, "operation forbidden on released memoryview object");
    }
    return raise(vm, Exc::BufferError, "memoryview: underlying buffer is not C-contiguous");
  }
  return raise_type_error(vm, "a bytes-like object is required, not '%s'", type_name(value));
}

}  // namespace coil
