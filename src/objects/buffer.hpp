// Buffers: what bytes-like objects show of their storage to memoryview, struct and files. Reading plain bytes is byte_span() in str.hpp.
#pragma once

#include "objects/native_object.hpp"
#include "objects/str.hpp"

namespace coil {

/// The storage of a bytes-like object. `data` is valid until language code runs.
struct BufferInfo {
  uint8_t* data;
  size_t size;        // bytes
  int64_t itemsize;
  char format;        // of items, as in module struct
  bool readonly;
  uint32_t* exports;  // counts the views that pin the size; nullptr when it can't change
  const char* released = nullptr;  // why it can be viewed no more
};

/// Native objects whose class has `buffer` in its ops are bytes-like.
bool buffer_info(Value, BufferInfo* out);

/// Whether living views pin the size of `owner`, whose count this is; forgets views that died without being released.
bool still_exported(Value owner, uint32_t* exports);

/// Bytes that may be written, or TypeError "`what` must be read-write bytes-like object, not X".
Result<ByteSpan> require_writable_bytes(Vm&, Value, const char* what);

}  // namespace coil
