// The type bytes: slots, constructor, iterator; and what its constructor shares with bytearray's. Methods are in bytes_methods.cpp.
#include <algorithm>
#include <cstring>

#include "builtins/object_internal.hpp"
#include "builtins/text_internal.hpp"
#include "objects/iteration.hpp"

namespace coil {

/// The bytes of a list or a tuple that holds nothing else; false when something has to be converted or refused.
static bool take_plain_bytes(const Value* items, size_t count, uint8_t* out) {
  for (size_t i = 0; i < count; i++) {
    if (!items[i].is_small_int() || static_cast<uint64_t>(items[i].small_int()) > 255) return false;
    out[i] = static_cast<uint8_t>(items[i].small_int());
  }
  return true;
}

Result<ByteArray*> bytes_from_iterable_reenter(Vm& vm, Value iterable) {
  COIL_TRY(ByteArray* result, new_bytearray(vm, nullptr, 0));
  bool is_list = is_exact(iterable, Kind::List);
  if (size_t count = is_list ? iterable.as<List>()->size : is_exact(iterable, Kind::Tuple) ? iterable.as<Tuple>()->size : 0) {
    COIL_CHECK(bytearray_resize(vm, result, count));
    const Value* items = is_list ? iterable.as<List>()->items() : iterable.as<Tuple>()->items;
    if (take_plain_bytes(items, count, result->buffer->data())) return result;
    COIL_CHECK(bytearray_resize(vm, result, 0));
  }
  COIL_TRY(Value iterator, iter_reenter(vm, iterable));
  NextFn next = next_function(iterator);
  for (;;) {
    COIL_TRY(Value item, next(vm, iterator));
    if (item.is_stop()) return result;
    COIL_TRY(uint8_t byte, byte_value_reenter(vm, item));
    COIL_CHECK(bytearray_resize(vm, result, result->size + 1));
    result->buffer->data()[result->size - 1] = byte;
  }
}

namespace {

Result<Value> make_kind(Vm& vm, Kind kind, const void* data, size_t size) {
  if (kind == Kind::ByteArray) return new_bytearray(vm, data, size);
  return new_bytes(vm, data, size);
}

Result<Value> zeros(Vm& vm, Kind kind, size_t size) {
  if (kind == Kind::ByteArray) return new_bytearray(vm, nullptr, size);
  COIL_TRY(Bytes* bytes, new_bytes_uninitialized(vm, size));
  if (size) std::memset(bytes->data, 0, size);
  return bytes;
}

}  // namespace

Result<Value> bytes_from_source_reenter(Vm& vm, Kind kind, const char* type, Value source, Value encoding, Value errors) {
  if (encoding || errors) {
    std::string codec = "utf-8", handler = "strict";
    if (encoding) {
      COIL_TRY(Str* name, str_argument(vm, encoding, type, "'encoding'"));
      codec = str_utf8(name);
    }
    if (errors) {
      COIL_TRY(Str* name, str_argument(vm, errors, type, "'errors'"));
      handler = str_utf8(name);
    }
    if (!source.is(Kind::Str)) return raise_type_error(vm, "%s without a string argument", encoding ? "encoding" : "errors");
    if (!encoding) return raise_type_error(vm, "string argument without an encoding");
    COIL_TRY(Bytes* bytes, encode_str(vm, source.as<Str>(), codec, handler));
    return kind == Kind::Bytes ? Result<Value>(bytes) : make_kind(vm, kind, bytes->data, bytes->size);
  }
  if (source.is_nothing()) return make_kind(vm, kind, nullptr, 0);
  if (kind == Kind::Bytes) {
    if (is_exact(source, Kind::Bytes)) return source;
    COIL_TRY(Value method, lookup_special_reenter(vm, source, vm.name(Name::bytes_)));
    if (!method.is_stop()) {
      COIL_TRY(Value bytes, call_reenter(vm, method, {}));
      if (!bytes.is(Kind::Bytes)) return raise_type_error(vm, "__bytes__ returned non-bytes (type %s)", type_name(bytes));
      return bytes;
    }
  }
  if (source.is(Kind::Str)) return raise_type_error(vm, "string argument without an encoding");
  if (class_of(source)->slots.index) {
    Result<int64_t> count = size_argument_reenter(vm, source);
    if (count) {
      if (*count < 0) return raise_value_error(vm, "negative count");
      return zeros(vm, kind, static_cast<size_t>(*count));
    }
    if (!pending_matches(vm, Exc::TypeError)) return Error{};
    clear_pending(vm);
  }
  ByteSpan span;
  if (byte_span(source, &span)) return make_kind(vm, kind, span.data, span.size);
  if (source.is(Kind::MemoryView)) {
    COIL_TRY(Value bytes, call_method_reenter(vm, source, intern(vm, "tobytes"), {}));
    return kind == Kind::Bytes ? Result<Value>(bytes) : make_kind(vm, kind, bytes.as<Bytes>()->data, bytes.as<Bytes>()->size);
  }
  Result<Value> iterator = iter_reenter(vm, source);
  if (!iterator) {
    if (!pending_matches(vm, Exc::TypeError)) return Error{};
    clear_pending(vm);
    return raise_type_error(vm, "cannot convert '%s' object to %s", type_name(source), type);
  }
  if (kind == Kind::Bytes) COIL_CHECK(length_hint_reenter(vm, source, 0));  // it may refuse
  Result<ByteArray*> items = bytes_from_iterable_reenter(vm, *iterator);
  if (!items) {
    // bytes() says "bytes must be", bytearray() "byte must be".
    if (kind == Kind::Bytes && pending_matches(vm, Exc::ValueError)) {
      COIL_TRY(Str* text, exception_text_reenter(vm, vm.pending));
      if (str_is(text, "byte must be in range(0, 256)")) {
        clear_pending(vm);
        return raise_value_error(vm, "bytes must be in range(0, 256)");
      }
    }
    return Error{};
  }
  if (kind == Kind::ByteArray) return *items;
  ByteSpan bytes = bytearray_span(*items);
  return new_bytes(vm, bytes.data, bytes.size);
}

namespace {

Result<Value> bytes_slot_repr(Vm& vm, Value self) {
  Bytes* bytes = self.as<Bytes>();
  return bytes_repr_text(vm, {bytes->data, bytes->size}, "b", "");
}

Result<int64_t> bytes_slot_hash(Vm&, Value self) {
  Bytes* bytes = self.as<Bytes>();
  if (!bytes->size) return 0;
  if (!bytes->hash) bytes->hash = text_hash(bytes->data, bytes->size);
  return bytes->hash;
}

Result<int64_t> bytes_slot_len(Vm&, Value self) { return static_cast<int64_t>(self.as<Bytes>()->size); }
Result<bool> bytes_slot_truth(Vm&, Value self) { return self.as<Bytes>()->size != 0; }

Result<Value> bytes_slot_get_item(Vm& vm, Value self, Value key) {
  Bytes* bytes = self.as<Bytes>();
  int64_t size = static_cast<int64_t>(bytes->size);
  if (key.is(Kind::Slice)) {
    COIL_TRY(SliceBounds slice, slice_bounds_reenter(vm, key, size));
    if (slice.length <= 0) return vm.empty_bytes;
    if (slice.step == 1) {
      if (slice.length == size && is_exact(self, Kind::Bytes)) return self;
      return new_bytes(vm, bytes->data + slice.start, static_cast<size_t>(slice.length));
    }
    COIL_TRY(Bytes* result, new_bytes_uninitialized(vm, static_cast<size_t>(slice.length)));
    for (int64_t i = 0; i < slice.length; i++) result->data[i] = bytes->data[slice.start + i * slice.step];
    return result;
  }
  if (!class_of(key)->slots.index) return raise_type_error(vm, "byte indices must be integers or slices, not %s", type_name(key));
  COIL_TRY(int64_t index, index_int64_reenter(vm, key));
  if (index < 0) index += size;
  if (index < 0 || index >= size) return raise(vm, Exc::IndexError, "index out of range");
  return Value::small_int(bytes->data[index]);
}

Result<Value> bytes_slot_add(Vm& vm, Value left, Value right) {
  if (!left.is(Kind::Bytes)) return Value(&not_implemented_cell);
  ByteSpan a, b;
  if (!byte_span(left, &a) || !byte_span(right, &b)) return Value(&not_implemented_cell);
  if (!b.size && is_exact(left, Kind::Bytes)) return left;
  if (!a.size && is_exact(right, Kind::Bytes)) return right;
  COIL_TRY(Bytes* result, new_bytes_uninitialized(vm, a.size + b.size));
  if (a.size) std::memcpy(result->data, a.data, a.size);
  if (b.size) std::memcpy(result->data + a.size, b.data, b.size);
  return result;
}

Result<Value> bytes_slot_multiply(Vm& vm, Value left, Value right) {
  if (!left.is(Kind::Bytes)) std::swap(left, right);
  if (!left.is(Kind::Bytes) || !class_of(right)->slots.index) return Value(&not_implemented_cell);
  COIL_TRY(int64_t count, size_argument_reenter(vm, right));
  Bytes* bytes = left.as<Bytes>();
  if (count <= 0 || !bytes->size) return vm.empty_bytes;
  if (count == 1 && is_exact(left, Kind::Bytes)) return left;
  int64_t total;
  if (__builtin_mul_overflow(static_cast<int64_t>(bytes->size), count, &total)) {
    return raise(vm, Exc::OverflowError, "repeated bytes are too long");
  }
  COIL_TRY(Bytes* result, new_bytes_uninitialized(vm, static_cast<size_t>(total)));
  for (int64_t i = 0; i < count; i++) std::memcpy(result->data + static_cast<size_t>(i) * bytes->size, bytes->data, bytes->size);
  return result;
}

Result<Value> bytes_slot_iter(Vm& vm, Value self) {
  COIL_TRY(SeqIter* iterator, alloc<SeqIter>(vm, Kind::BytesIter));
  iterator->sequence = self;
  return iterator;
}

Result<Value> bytes_iter_next(Vm&, Value self) {
  SeqIter* iterator = self.as<SeqIter>();
  if (iterator->sequence.is_nothing()) return Value::stop();
  Bytes* bytes = iterator->sequence.as<Bytes>();
  if (static_cast<size_t>(iterator->index) >= bytes->size) {
    iterator->sequence = Value();
    return Value::stop();
  }
  return Value::small_int(bytes->data[iterator->index++]);
}

Result<Value> bytes_make(Vm& vm, Class* cls, Value* args, size_t npos, Tuple* kwnames) {
  Value bound[3];
  COIL_CHECK(bind_constructor(vm, "bytes", {"source", "encoding", "errors"}, 0, args, npos, kwnames, bound));
  COIL_TRY(Value made, bytes_from_source_reenter(vm, Kind::Bytes, "bytes", bound[0], bound[1], bound[2]));
  if (cls == vm.type(Kind::Bytes)) return made;
  Bytes* bytes = made.as<Bytes>();
  constexpr size_t kHeader = sizeof(Bytes) - sizeof(Bytes::data);
  COIL_TRY(Bytes* copy, alloc_for_class<Bytes>(vm, cls, Kind::Bytes, std::max(kHeader + bytes->size, sizeof(Bytes))));
  copy->size = bytes->size;
  if (bytes->size) std::memcpy(copy->data, bytes->data, bytes->size);
  return copy;
}

NATIVE(bytes_dunder_bytes, "__bytes__(self, /)", "The bytes themselves, of the exact type.") {
  if (is_exact(args[0], Kind::Bytes)) return args[0];
  return new_bytes(vm, args[0].as<Bytes>()->data, args[0].as<Bytes>()->size);
}

NATIVE(bytes_getnewargs, "__getnewargs__(self, /)", "Arguments to make a copy with.") {
  COIL_TRY(Bytes* copy, new_bytes(vm, args[0].as<Bytes>()->data, args[0].as<Bytes>()->size));
  return make_tuple(vm, {copy});
}

void trace_bytes(Cell* cell, Marker& marker) { trace_attrs(cell, marker); }

}  // namespace

void setup_bytes(Vm& vm) {
  g_heap.set_type(Kind::Bytes, trace_bytes, nullptr);
  g_heap.add_roots([](void* context, Marker& marker) { marker.cell(static_cast<Vm*>(context)->empty_bytes); }, &vm);
  if (Result<Bytes*> empty = new_bytes_uninitialized(vm, 0)) vm.empty_bytes = *empty;
  Slots& slots = vm.type(Kind::Bytes)->slots;
  slots.repr = slots.str = bytes_slot_repr;
  slots.hash = bytes_slot_hash;
  slots.len = bytes_slot_len;
  slots.truth = bytes_slot_truth;
  slots.get_item = bytes_slot_get_item;
  slots.contains = bytes_contains;
  slots.compare = bytes_compare;
  slots.iter = bytes_slot_iter;
  slots.binary[static_cast<int>(BinaryOp::Add)] = bytes_slot_add;
  slots.binary[static_cast<int>(BinaryOp::Mul)] = bytes_slot_multiply;
  slots.binary[static_cast<int>(BinaryOp::Mod)] = bytes_mod;
  slots.make = bytes_make;
  define_type(vm, {Kind::Bytes, "bytes(iterable_of_ints) -> bytes\nbytes(string, encoding[, errors]) -> bytes\nbytes(bytes_or_buffer) -> bytes\nbytes(int) -> zero bytes\n\nAn immutable sequence of bytes.",
                   {&bytes_dunder_bytes_spec, &bytes_getnewargs_spec}, {}});
  setup_bytes_methods(vm);
  vm.type(Kind::BytesIter)->slots.next = bytes_iter_next;
}

}  // namespace coil
