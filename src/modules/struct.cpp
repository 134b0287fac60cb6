// Module _struct (public through struct): Struct objects, and functions that keep the objects of recent formats.
// Parsing and single items are in struct_layout.cpp.
//
// Values are converted before a buffer argument is looked at, because conversions run language code that may resize it.
#include <algorithm>
#include <cstring>
#include <memory>

#include "modules/struct_layout.hpp"

namespace coil {

namespace {

struct StructObject : NativeObject {
  Value format;          // Str; nothing until __init__ has run
  StructLayout* layout;  // owned
};

struct UnpackIterator : NativeObject {
  Value structure;
  Value buffer;   // nothing at the end
  int64_t at;
};

const NativeObjectOps kStructOps{[](Cell* cell, Marker& marker) { marker.value(static_cast<StructObject*>(cell)->format); },
                                 [](Cell* cell) { delete static_cast<StructObject*>(cell)->layout; }};
const NativeObjectOps kIteratorOps{[](Cell* cell, Marker& marker) {
                                     marker.value(static_cast<UnpackIterator*>(cell)->structure);
                                     marker.value(static_cast<UnpackIterator*>(cell)->buffer);
                                   },
                                   nullptr};

Class* g_struct;
Class* g_iterator;
List* g_recent;  // Struct objects by the address of their format, for the functions; none() where empty
constexpr size_t kRecent = 64;

Result<StructObject*> live_struct(Vm& vm, Value self) {
  auto* object = self.as<StructObject>();
  if (!object->layout) return raise(vm, Exc::RuntimeError, "Struct object is not initialized");
  return object;
}

Result<void> set_format(Vm& vm, StructObject* object, Value format) {
  Value text = format;
  if (format.is(Kind::Bytes)) {
    auto* bytes = format.as<Bytes>();
    COIL_TRY(text, Result<Value>(new_str_latin1(vm, bytes->data, bytes->size)));
  } else if (!format.is(Kind::Str)) {
    return raise_type_error(vm, "Struct() argument 1 must be a str or bytes object, not %s", type_name(format));
  }
  std::string_view ascii = str_ascii_view(text.as<Str>());
  if (!ascii.data() && text.as<Str>()->length) {
    if (format.is(Kind::Bytes)) return raise_struct_error(vm, "bad char in struct format");
    return encode_str(vm, text.as<Str>(), "ascii", "strict") ? ok() : Result<void>(Error{});
  }
  auto layout = std::make_unique<StructLayout>();
  if (const char* problem = parse_struct_format(ascii, layout.get())) return raise_struct_error(vm, problem);
  delete object->layout;
  object->layout = layout.release();
  store(object, object->format, text);
  return ok();
}

/// The Struct of a format for one of the functions.
Result<StructObject*> struct_of_format(Vm& vm, Value format) {
  bool keep = is_exact(format, Kind::Str);
  Value& recent = g_recent->items()[(format.bits() >> 4) % kRecent];
  if (keep && recent.is(Kind::NativeObject) && recent.as<StructObject>()->format == format) return recent.as<StructObject>();
  if (format.is(Kind::ByteArray) || format.is(Kind::List) || format.is(Kind::Dict)) COIL_CHECK(hash_reenter(vm, format));
  COIL_TRY(StructObject* object, new_native_object<StructObject>(vm, g_struct, &kStructOps));
  COIL_CHECK(set_format(vm, object, format));
  if (keep) store(g_recent->array, g_recent->items()[(format.bits() >> 4) % kRecent], object);
  return object;
}

Result<Value> unpack_at(Vm& vm, StructObject* object, const uint8_t* data) {
  const StructLayout& layout = *object->layout;
  COIL_TRY(Tuple* values, new_tuple(vm, static_cast<size_t>(layout.count)));
  Value* out = values->items;
  for (const StructField& field : layout.fields) {
    for (int64_t i = 0; i < field.count; i++) {
      COIL_TRY(Value item, unpack_struct_item(vm, field, data + field.offset + i * field.size));
      store(values, *out++, item);
    }
  }
  return values;
}

Result<Value> unpack_exact(Vm& vm, StructObject* object, Value buffer) {
  COIL_TRY(ByteSpan bytes, require_bytes(vm, buffer));
  int64_t size = object->layout->size;
  if (static_cast<int64_t>(bytes.size) != size) {
    return raise_struct_error(vm, "unpack requires a buffer of " + std::to_string(size) + " bytes");
  }
  return unpack_at(vm, object, bytes.data);
}

std::string buffer_too_small(const char* function, int64_t size, int64_t offset, const char* doing, size_t actual) {
  uint64_t needed = static_cast<uint64_t>(size) + static_cast<uint64_t>(offset);
  return std::string(function) + " requires a buffer of at least " + std::to_string(needed) + " bytes for " + doing + " " +
         std::to_string(size) + " bytes at offset " + std::to_string(offset) + " (actual buffer size is " + std::to_string(actual) + ")";
}

/// The position that an offset, negative ones from the end, names in the buffer.
Result<int64_t> resolve_offset(Vm& vm, int64_t offset, int64_t size, size_t buffer_size, const char* shortage, const char* function,
                               const char* doing) {
  auto available = static_cast<int64_t>(buffer_size);
  if (offset < 0) {
    if (offset + size > 0) {
      return raise_struct_error(vm, std::string(shortage) + " " + std::to_string(size) + " bytes at offset " + std::to_string(offset));
    }
    if (offset + available < 0) {
      return raise_struct_error(vm, "offset " + std::to_string(offset) + " out of range for " + std::to_string(available) + "-byte buffer");
    }
    offset += available;
  }
  if (available - offset < size) return raise_struct_error(vm, buffer_too_small(function, size, offset, doing, buffer_size));
  return offset;
}

Result<Value> unpack_offset(Vm& vm, StructObject* object, Value buffer, Value offset_value) {
  int64_t offset = 0;
  if (!offset_value.is_nothing()) {
    COIL_TRY(offset, ssize_from_reenter(vm, offset_value));
  }
  COIL_TRY(ByteSpan bytes, require_bytes(vm, buffer));
  COIL_TRY(offset, resolve_offset(vm, offset, object->layout->size, bytes.size, "not enough data to unpack", "unpack_from", "unpacking"));
  return unpack_at(vm, object, bytes.data + offset);
}

/// The values as the bytes of a new object.
Result<Bytes*> pack_reenter(Vm& vm, StructObject* object, const Value* values, size_t count, const char* function) {
  const StructLayout& layout = *object->layout;
  if (static_cast<int64_t>(count) != layout.count) {
    return raise_struct_error(vm, std::string(function) + " expected " + std::to_string(layout.count) + " items for packing (got " +
                                      std::to_string(count) + ")");
  }
  COIL_TRY(Bytes* bytes, new_bytes_uninitialized(vm, static_cast<size_t>(layout.size)));
  if (layout.size) std::memset(bytes->data, 0, static_cast<size_t>(layout.size));
  // __index__ may run __init__ of this very object: its fields are read by position.
  for (size_t at = 0; at < object->layout->fields.size(); at++) {
    StructField field = object->layout->fields[at];
    for (int64_t i = 0; i < field.count && count; i++, count--) {
      if (field.offset + (i + 1) * field.size > static_cast<int64_t>(bytes->size)) return bytes;
      COIL_CHECK(pack_struct_item_reenter(vm, field, *values++, bytes->data + field.offset + i * field.size));
    }
  }
  return bytes;
}

/// args: buffer, offset, values...
Result<Value> pack_into_reenter(Vm& vm, StructObject* object, const Value* args, size_t count) {
  if (count < 2) return raise_struct_error(vm, count ? "pack_into expected offset argument" : "pack_into expected buffer argument");
  auto values = static_cast<int64_t>(count - 2);
  if (values != object->layout->count) {
    return raise_struct_error(vm, "pack_into expected " + std::to_string(object->layout->count) + " items for packing (got " +
                                      std::to_string(values) + ")");
  }
  COIL_CHECK(require_writable_bytes(vm, args[0], "argument"));
  COIL_TRY(int64_t offset, index_int64_reenter(vm, args[1]));
  COIL_TRY(ByteSpan span, require_writable_bytes(vm, args[0], "argument"));
  int64_t size = object->layout->size;
  COIL_TRY(int64_t start, resolve_offset(vm, offset, size, span.size, "no space to pack", "pack_into", "packing"));
  COIL_TRY(Bytes* packed, pack_reenter(vm, object, args + 2, count - 2, "pack_into"));
  COIL_TRY(span, require_writable_bytes(vm, args[0], "argument"));
  if (static_cast<int64_t>(span.size) - start < static_cast<int64_t>(packed->size)) {
    return raise_struct_error(vm, buffer_too_small("pack_into", size, start, "packing", span.size));
  }
  if (packed->size) std::memcpy(const_cast<uint8_t*>(span.data) + start, packed->data, packed->size);
  return none();
}

Result<Value> iterate(Vm& vm, StructObject* object, Value buffer) {
  COIL_TRY(ByteSpan bytes, require_bytes(vm, buffer));
  int64_t size = object->layout->size;
  if (!size) return raise_struct_error(vm, "cannot iteratively unpack with a struct of length 0");
  if (static_cast<int64_t>(bytes.size) % size) {
    return raise_struct_error(vm, "iterative unpacking requires a buffer of a multiple of " + std::to_string(size) + " bytes");
  }
  COIL_TRY(UnpackIterator* iterator, new_native_object<UnpackIterator>(vm, g_iterator, &kIteratorOps));
  iterator->structure = object;
  iterator->buffer = buffer;
  return iterator;
}

// -- class Struct

Result<Value> struct_make(Vm& vm, Class* cls, Value*, size_t, Tuple*) { return new_native_object<StructObject>(vm, cls, &kStructOps); }

NATIVE(struct_init, "Struct(self, /, format)", "A compiled format.") {
  COIL_CHECK(set_format(vm, self_as<StructObject>(args), args[1]));
  return none();
}
COIL_INIT_SLOT(struct_init_slot, struct_init)

NATIVE(struct_pack_method, "pack(self, /, *values)", "The values as bytes of the format.") {
  COIL_TRY(StructObject* object, live_struct(vm, args[0]));
  auto* values = args[1].as<Tuple>();
  return pack_reenter(vm, object, values->items, values->size, "pack");
}
NATIVE(struct_pack_into_method, "pack_into(self, /, *buffer_offset_and_values)", "Write the values into a buffer at an offset.") {
  COIL_TRY(StructObject* object, live_struct(vm, args[0]));
  auto* values = args[1].as<Tuple>();
  return pack_into_reenter(vm, object, values->items, values->size);
}
NATIVE(struct_unpack_method, "unpack(self, buffer, /)", "The values of a buffer of exactly this format.") {
  COIL_TRY(StructObject* object, live_struct(vm, args[0]));
  return unpack_exact(vm, object, args[1]);
}
NATIVE(struct_unpack_from_method, "unpack_from(self, /, buffer, offset=0)", "The values at an offset of a buffer.") {
  COIL_TRY(StructObject* object, live_struct(vm, args[0]));
  return unpack_offset(vm, object, args[1], args[2]);
}
NATIVE(struct_iter_unpack_method, "iter_unpack(self, buffer, /)", "Iterator over tuples of a buffer of many items of this format.") {
  COIL_TRY(StructObject* object, live_struct(vm, args[0]));
  return iterate(vm, object, args[1]);
}

Result<Value> get_struct_format(Vm& vm, Value self) {
  COIL_TRY(StructObject* object, live_struct(vm, self));
  return object->format;
}
Result<Value> get_struct_size(Vm& vm, Value self) {
  COIL_TRY(StructObject* object, live_struct(vm, self));
  return Value::small_int(object->layout->size);
}
constexpr GetSetSpec kFormat{"format", get_struct_format, nullptr, "struct format string"};
constexpr GetSetSpec kSize{"size", get_struct_size, nullptr, "struct size in bytes"};

// -- iterator

Result<Value> iterator_next(Vm& vm, Value self) {
  auto* iterator = self.as<UnpackIterator>();
  if (iterator->buffer.is_nothing()) return Value::stop();
  auto* object = iterator->structure.as<StructObject>();
  COIL_TRY(ByteSpan bytes, require_bytes(vm, iterator->buffer));
  if (iterator->at + object->layout->size > static_cast<int64_t>(bytes.size)) {
    iterator->buffer = Value();
    return Value::stop();
  }
  int64_t at = iterator->at;
  iterator->at += object->layout->size;
  return unpack_at(vm, object, bytes.data + at);
}

NATIVE(iterator_length_hint, "__length_hint__(self, /)", "Number of tuples still to come.") {
  auto* iterator = self_as<UnpackIterator>(args);
  ByteSpan bytes;
  int64_t size = iterator->structure.as<StructObject>()->layout->size;
  if (iterator->buffer.is_nothing() || !byte_span(iterator->buffer, &bytes) || !size) return Value::small_int(0);
  return Value::small_int((static_cast<int64_t>(bytes.size) - iterator->at) / size);
}

// -- functions

NATIVE(struct_calcsize, "calcsize(format, /)", "Bytes that a format takes.") {
  COIL_TRY(StructObject* object, struct_of_format(vm, args[0]));
  return make_int(vm, object->layout->size);
}
NATIVE(struct_pack, "pack(*format_and_values)", "The values as bytes of a format.") {
  auto* values = args[0].as<Tuple>();
  if (!values->size) return raise_type_error(vm, "missing format argument");
  COIL_TRY(StructObject* object, struct_of_format(vm, values->items[0]));
  return pack_reenter(vm, object, values->items + 1, values->size - 1, "pack");
}
NATIVE(struct_pack_into, "pack_into(*format_buffer_offset_and_values)", "Write values of a format into a buffer at an offset.") {
  auto* values = args[0].as<Tuple>();
  if (!values->size) return raise_type_error(vm, "missing format argument");
  COIL_TRY(StructObject* object, struct_of_format(vm, values->items[0]));
  return pack_into_reenter(vm, object, values->items + 1, values->size - 1);
}
NATIVE(struct_unpack, "unpack(format, buffer, /)", "The values of a buffer of exactly a format.") {
  COIL_TRY(StructObject* object, struct_of_format(vm, args[0]));
  return unpack_exact(vm, object, args[1]);
}
NATIVE(struct_unpack_from, "unpack_from(format, /, buffer, offset=0)", "The values of a format at an offset of a buffer.") {
  COIL_TRY(StructObject* object, struct_of_format(vm, args[0]));
  return unpack_offset(vm, object, args[1], args[2]);
}
NATIVE(struct_iter_unpack, "iter_unpack(format, buffer, /)", "Iterator over tuples of a buffer of many items of a format.") {
  COIL_TRY(StructObject* object, struct_of_format(vm, args[0]));
  return iterate(vm, object, args[1]);
}
NATIVE(struct_clearcache, "_clearcache()", "Forget the formats that the functions have seen.") {
  for (size_t i = 0; i < kRecent; i++) g_recent->items()[i] = none();
  return none();
}

Result<void> init_struct(Vm& vm, Dict* ns) {
  COIL_TRY(Tuple* bases, make_tuple(vm, {vm.exception(Exc::Exception)}));
  COIL_TRY(Dict* body, new_dict(vm));
  COIL_CHECK(module_set_str(vm, body, "__module__", "struct"));
  COIL_TRY(Value error, call_reenter(vm, vm.type(Kind::Class), {intern(vm, "error"), bases, body}));
  COIL_CHECK(keep_forever(vm, error));
  g_struct_error = error.as<Class>();
  COIL_TRY(g_struct, new_module_class<StructObject>(vm, "Struct", "_struct", "Struct(fmt) --> compiled struct object", kClassHasWeakRef));
  g_struct->slots.make = struct_make;
  g_struct->slots.init = struct_init_slot;
  define_class(vm, g_struct,
               {FN(struct_pack_method), FN(struct_pack_into_method), FN(struct_unpack_method), FN(struct_unpack_from_method),
                FN(struct_iter_unpack_method)},
               {&kFormat, &kSize});
  COIL_TRY(g_iterator, new_module_class<UnpackIterator>(vm, "unpack_iterator", "_struct", nullptr));
  g_iterator->slots.iter = iter_is_self;
  g_iterator->slots.next = iterator_next;
  define_class(vm, g_iterator, {FN(iterator_length_hint)}, {});
  COIL_TRY(g_recent, new_list(vm, kRecent));
  for (size_t i = 0; i < kRecent; i++) COIL_CHECK(list_append(vm, g_recent, none()));
  COIL_CHECK(keep_forever(vm, g_recent));
  COIL_CHECK(module_set(vm, ns, "error", g_struct_error));
  return module_set(vm, ns, "Struct", g_struct);
}

}  // namespace

MODULE(struct_native, "_struct", "Values as bytes in the layouts of C structs.", init_struct, FN(struct_calcsize), FN(struct_pack),
       FN(struct_pack_into), FN(struct_unpack), FN(struct_unpack_from), FN(struct_iter_unpack), FN(struct_clearcache))

}  // namespace coil
