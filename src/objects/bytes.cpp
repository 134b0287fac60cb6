// Bytes and ByteArray cells: making, resizing, and reading any bytes-like value. Methods are in builtins/bytes*.cpp.
#include <algorithm>
#include <cstring>

#include "heap/census.hpp"
#include "objects/buffer.hpp"

namespace coil {

Result<Bytes*> new_bytes_uninitialized(Vm& vm, size_t size) {
  constexpr size_t kHeader = sizeof(Bytes) - sizeof(Bytes::data);
  if (size == 0 && vm.empty_bytes) return vm.empty_bytes;
  if (size > size_t{1} << 46) return raise_memory_error(vm);
  COIL_TRY(Bytes* bytes, alloc_raw<Bytes>(vm, Kind::Bytes, std::max(kHeader + size, sizeof(Bytes))));
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

bool still_exported(Value owner, uint32_t* exports) {
  if (!*exports) return false;
  // A view that died unreleased still counts. Mostly it has just been made, as in `bytes(memoryview(b)[:n])`, and does not need a whole collection to be found.
  struct Count {
    Value owner;
    uint32_t views;
  } count{owner, 0};
  for_each_unheld_young_cell(
      [](Cell* cell, void* context) {
        Count* count = static_cast<Count*>(context);
        if (cell->kind != Kind::MemoryView || static_cast<MemoryView*>(cell)->owner != count->owner || cell->flags & kViewUncounted) return;
        cell->flags |= kViewUncounted;
        count->views++;
      },
      &count);
  *exports -= std::min(*exports, count.views);
  if (!*exports) return false;
  count.views = 0;
  for_each_held_cell(
      [](Cell* cell, void* context) {
        Count* count = static_cast<Count*>(context);
        if (cell->kind != Kind::MemoryView || static_cast<MemoryView*>(cell)->owner != count->owner) return;
        cell->flags &= static_cast<uint16_t>(~kViewUncounted);
        count->views++;
      },
      &count);
  *exports = count.views;
  return count.views != 0;
}

Result<void> bytearray_check_exports(Vm& vm, ByteArray* array) {
  if (!still_exported(array, &array->exports)) return ok();
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

bool buffer_info(Value value, BufferInfo* out) {
  if (value.is(Kind::Bytes)) {
    auto* bytes = value.as<Bytes>();
    *out = {bytes->data, bytes->size, 1, 'B', true, nullptr};
    return true;
  }
  if (value.is(Kind::ByteArray)) {
    auto* array = value.as<ByteArray>();
    *out = {array->size ? array->buffer->data() : nullptr, array->size, 1, 'B', false, &array->exports};
    return true;
  }
  if (!value.is(Kind::NativeObject)) return false;
  const NativeObjectOps* ops = value.as<NativeObject>()->ops;
  if (!ops || !ops->buffer) return false;
  ops->buffer(value.cell(), out);
  return true;
}

bool byte_span(Value value, ByteSpan* out) {
  if (!value.is(Kind::MemoryView)) {
    BufferInfo info;
    if (!buffer_info(value, &info)) return false;
    *out = {info.data, info.size};
    return true;
  }
  MemoryView* view = value.as<MemoryView>();
  ByteSpan owner;
  if (view->owner.is_nothing() || !byte_span(view->owner, &owner)) return false;
  int64_t row = view->itemsize;  // bytes of one index of the first dimension
  for (size_t i = 1; view->shape && i < view->shape->size; i++) row *= view->shape->items[i].small_int();
  if (view->stride != row && view->length > 1) return false;
  int64_t size = view->length * row;
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

Result<ByteSpan> require_writable_bytes(Vm& vm, Value value, const char* what) {
  BufferInfo info;
  bool readonly = value.is(Kind::MemoryView) ? value.as<MemoryView>()->readonly : !buffer_info(value, &info) || info.readonly;
  ByteSpan span;
  if (readonly || !byte_span(value, &span)) return raise_type_error(vm, "%s must be read-write bytes-like object, not %s", what, type_name(value));
  return span;
}

}  // namespace coil
