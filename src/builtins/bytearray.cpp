// The type bytearray: slots, constructor, iterator and the methods that change it. Those it shares with bytes are in bytes_methods.cpp.
//
// Sizes and data are read again after every conversion that may run language code, and memory is only moved through bytearray_resize(),
// which refuses while a memoryview pins the size.
#include <algorithm>
#include <cstring>

#include "builtins/object_internal.hpp"
#include "builtins/text_internal.hpp"
#include "objects/iteration.hpp"

namespace coil {

namespace {

uint8_t* data_of(ByteArray* array) { return array->buffer ? array->buffer->data() : nullptr; }

Result<Value> bytearray_slot_repr(Vm& vm, Value self) {
  std::string prefix = type_name(self);
  prefix += "(b";
  return bytes_repr_text(vm, bytearray_span(self.as<ByteArray>()), prefix.c_str(), ")", true);
}

Result<int64_t> bytearray_slot_len(Vm&, Value self) { return static_cast<int64_t>(self.as<ByteArray>()->size); }
Result<bool> bytearray_slot_truth(Vm&, Value self) { return self.as<ByteArray>()->size != 0; }

/// Index of an existing byte.
Result<int64_t> index_of_key_reenter(Vm& vm, Value key) {
  if (!class_of(key)->slots.index) return raise_type_error(vm, "bytearray indices must be integers or slices, not %s", type_name(key));
  return index_int64_reenter(vm, key);
}

Result<size_t> item_index(Vm& vm, ByteArray* array, int64_t index) {
  int64_t size = static_cast<int64_t>(array->size);
  if (index < 0) index += size;
  if (index < 0 || index >= size) return raise(vm, Exc::IndexError, "bytearray index out of range");
  return static_cast<size_t>(index);
}

Result<size_t> item_index_reenter(Vm& vm, ByteArray* array, Value key) {
  COIL_TRY(int64_t index, index_of_key_reenter(vm, key));
  return item_index(vm, array, index);
}

/// The bounds of a slice inside the array as it is after the slice's __index__ calls; length is not negative.
Result<SliceBounds> slice_of_reenter(Vm& vm, ByteArray* array, Value key) {
  Slice* slice = key.as<Slice>();
  COIL_TRY(int64_t step, slice_index_reenter(vm, slice->step, 1));
  if (step == 0) return raise_value_error(vm, "slice step cannot be zero");
  step = std::max(step, -INT64_MAX);
  COIL_TRY(int64_t start, slice_index_reenter(vm, slice->start, step < 0 ? INT64_MAX : 0));
  COIL_TRY(int64_t stop, slice_index_reenter(vm, slice->stop, step < 0 ? INT64_MIN : INT64_MAX));
  int64_t size = static_cast<int64_t>(array->size), low = step < 0 ? -1 : 0, high = step < 0 ? size - 1 : size;
  auto clamp = [&](int64_t at) { return at < 0 ? std::max(at + size, low) : std::min(at, high); };
  start = clamp(start);
  stop = clamp(stop);
  int64_t length = 0;
  if (step < 0 && stop < start) length = (start - stop - 1) / -step + 1;
  if (step > 0 && start < stop) length = (stop - start - 1) / step + 1;
  return SliceBounds{start, stop, step, length};
}

Result<Value> bytearray_slot_get_item(Vm& vm, Value self, Value key) {
  ByteArray* array = self.as<ByteArray>();
  if (key.is(Kind::Slice)) {
    COIL_TRY(SliceBounds slice, slice_of_reenter(vm, array, key));
    COIL_TRY(ByteArray* result, new_bytearray(vm, nullptr, static_cast<size_t>(slice.length)));
    for (int64_t i = 0; i < slice.length; i++) data_of(result)[i] = data_of(array)[slice.start + i * slice.step];
    return result;
  }
  COIL_TRY(size_t index, item_index_reenter(vm, array, key));
  return Value::small_int(data_of(array)[index]);
}

/// Replace [start, start + removed) by `size` bytes, which are not inside the array.
Result<void> splice(Vm& vm, ByteArray* array, size_t start, size_t removed, const uint8_t* bytes, size_t size) {
  size_t tail = array->size - start - removed;
  if (size > removed) {
    COIL_CHECK(bytearray_resize(vm, array, array->size + (size - removed)));
    std::memmove(data_of(array) + start + size, data_of(array) + start + removed, tail);
  } else if (size < removed) {
    COIL_CHECK(bytearray_check_exports(vm, array));
    std::memmove(data_of(array) + start + size, data_of(array) + start + removed, tail);
    COIL_CHECK(bytearray_resize(vm, array, array->size - (removed - size)));
  }
  if (size) std::memcpy(data_of(array) + start, bytes, size);
  return ok();
}

/// The bytes to store, as a cell that is not the array itself.
Result<Value> assigned_bytes_reenter(Vm& vm, ByteArray* array, Value value) {
  if (value.is(Kind::Bytes)) return value;
  ByteSpan span;
  if (byte_span(value, &span)) {
    if (value.is(Kind::ByteArray) && value.as<ByteArray>() != array) return value;
    return new_bytes(vm, span.data, span.size);
  }
  const Slots& slots = class_of(value)->slots;
  if (slots.index || slots.to_int || slots.to_float || value.is(Kind::Complex) || value.is(Kind::Str)) {
    return raise_type_error(vm, "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
  }
  if (!is_iterable(class_of(value))) return raise_type_error(vm, "cannot convert '%s' object to bytearray", type_name(value));
  return bytes_from_iterable_reenter(vm, value);
}

Result<void> set_slice_reenter(Vm& vm, ByteArray* array, Value key, Value value) {
  COIL_CHECK(slice_of_reenter(vm, array, key));  // its errors come first
  Value bytes;
  if (value) {
    COIL_TRY(bytes, assigned_bytes_reenter(vm, array, value));
  }
  COIL_TRY(SliceBounds slice, slice_of_reenter(vm, array, key));
  int64_t size = static_cast<int64_t>(array->size);
  ByteSpan source{nullptr, 0};
  if (bytes) byte_span(bytes, &source);
  size_t start = static_cast<size_t>(std::clamp<int64_t>(slice.start, 0, size));
  size_t length = static_cast<size_t>(slice.length);
  if (slice.step == 1) return splice(vm, array, start, length, source.data, source.size);
  if (value) {
    if (source.size != length) {
      if (!source.size) return set_slice_reenter(vm, array, key, Value());
      return raise_value_error(vm, "attempt to assign bytes of size %zu to extended slice of size %zu", source.size, length);
    }
    for (size_t i = 0; i < length; i++) data_of(array)[slice.start + static_cast<int64_t>(i) * slice.step] = source.data[i];
    return ok();
  }
  if (!length) return ok();
  COIL_CHECK(bytearray_check_exports(vm, array));
  if (slice.step < 0) {
    slice.start += (slice.length - 1) * slice.step;
    slice.step = -slice.step;
  }
  uint8_t* data = data_of(array);
  size_t out = static_cast<size_t>(slice.start), next = out, left = length;
  for (size_t i = out; i < array->size; i++) {
    if (left && i == next) {
      left--;
      next += static_cast<size_t>(slice.step);
    } else {
      data[out++] = data[i];
    }
  }
  return bytearray_resize(vm, array, out);
}

Result<void> bytearray_slot_set_item(Vm& vm, Value self, Value key, Value value) {
  ByteArray* array = self.as<ByteArray>();
  if (key.is(Kind::Slice)) return set_slice_reenter(vm, array, key, value);
  if (!value) {
    COIL_TRY(size_t index, item_index_reenter(vm, array, key));
    return splice(vm, array, index, 1, nullptr, 0);
  }
  COIL_TRY(int64_t place, index_of_key_reenter(vm, key));
  COIL_TRY(uint8_t byte, byte_value_reenter(vm, value));
  COIL_TRY(size_t index, item_index(vm, array, place));
  data_of(array)[index] = byte;
  return ok();
}

Result<Value> bytearray_slot_add(Vm& vm, Value left, Value right) {
  if (!left.is(Kind::ByteArray)) return Value(&not_implemented_cell);
  ByteSpan a = bytearray_span(left.as<ByteArray>()), b;
  if (!byte_span(right, &b)) return Value(&not_implemented_cell);
  COIL_TRY(ByteArray* result, new_bytearray(vm, nullptr, a.size + b.size));
  if (a.size) std::memcpy(data_of(result), a.data, a.size);
  if (b.size) std::memcpy(data_of(result) + a.size, b.data, b.size);
  return result;
}

Result<void> append_bytes(Vm& vm, ByteArray* array, Value value) {
  ByteSpan span;
  byte_span(value, &span);
  size_t old = array->size, size = span.size;
  if (!size) return ok();
  COIL_CHECK(bytearray_resize(vm, array, old + size));
  byte_span(value, &span);  // `value` may be the array itself
  std::memcpy(data_of(array) + old, span.data, size);
  return ok();
}

Result<Value> bytearray_inplace_add(Vm& vm, Value left, Value right) {
  ByteSpan span;
  if (!byte_span(right, &span)) return raise_type_error(vm, "can't concat %s to bytearray", type_name(right));
  if (left == right && span.size) {  // the operand's bytes are in use while the array grows
    return raise(vm, Exc::BufferError, "Existing exports of data: object cannot be re-sized");
  }
  COIL_CHECK(append_bytes(vm, left.as<ByteArray>(), right));
  return left;
}

Result<Value> repeated(Vm& vm, ByteArray* array, int64_t count) {
  int64_t total;
  if (count < 0) count = 0;
  if (__builtin_mul_overflow(static_cast<int64_t>(array->size), count, &total)) return raise_memory_error(vm);
  COIL_TRY(ByteArray* result, new_bytearray(vm, nullptr, static_cast<size_t>(total)));
  for (int64_t i = 0; i < count && array->size; i++) {
    std::memcpy(data_of(result) + static_cast<size_t>(i) * array->size, data_of(array), array->size);
  }
  return result;
}

Result<Value> bytearray_slot_multiply(Vm& vm, Value left, Value right) {
  if (!left.is(Kind::ByteArray)) std::swap(left, right);
  if (!left.is(Kind::ByteArray) || !class_of(right)->slots.index) return Value(&not_implemented_cell);
  COIL_TRY(int64_t count, size_argument_reenter(vm, right));
  return repeated(vm, left.as<ByteArray>(), count);
}

Result<Value> bytearray_inplace_multiply(Vm& vm, Value left, Value right) {
  if (!class_of(right)->slots.index) return Value(&not_implemented_cell);
  COIL_TRY(int64_t count, size_argument_reenter(vm, right));
  ByteArray* array = left.as<ByteArray>();
  COIL_TRY(Value made, repeated(vm, array, count));
  COIL_CHECK(bytearray_resize(vm, array, made.as<ByteArray>()->size));
  if (array->size) std::memcpy(data_of(array), data_of(made.as<ByteArray>()), array->size);
  return left;
}

Result<Value> bytearray_slot_iter(Vm& vm, Value self) {
  COIL_TRY(SeqIter* iterator, alloc<SeqIter>(vm, Kind::ByteArrayIter));
  iterator->sequence = self;
  return iterator;
}

Result<Value> bytearray_iter_next(Vm&, Value self) {
  SeqIter* iterator = self.as<SeqIter>();
  if (iterator->sequence.is_nothing()) return Value::stop();
  ByteArray* array = iterator->sequence.as<ByteArray>();
  if (static_cast<size_t>(iterator->index) >= array->size) {
    iterator->sequence = Value();
    return Value::stop();
  }
  return Value::small_int(data_of(array)[iterator->index++]);
}

Result<Value> bytearray_make(Vm& vm, Class* cls, Value*, size_t, Tuple*) {
  return alloc_for_class<ByteArray>(vm, cls, Kind::ByteArray);
}

Result<void> bytearray_init(Vm& vm, Value self, Value* args, size_t npos, Tuple* kwnames) {
  Value bound[3];
  COIL_CHECK(bind_constructor(vm, "bytearray", {"source", "encoding", "errors"}, 0, args, npos, kwnames, bound));
  auto* array = self.as<ByteArray>();
  COIL_CHECK(bytearray_resize(vm, array, 0));
  COIL_TRY(Value made, bytes_from_source_reenter(vm, Kind::ByteArray, "bytearray", bound[0], bound[1], bound[2]));
  auto* from = made.as<ByteArray>();
  COIL_CHECK(bytearray_check_exports(vm, array));
  array->size = from->size;
  array->capacity = from->capacity;
  store(array, array->buffer, from->buffer);
  return ok();
}

// -- methods that change the array

NATIVE(bytearray_append, "append(self, item, /)", "Add one byte at the end.") {
  COIL_TRY(uint8_t byte, byte_value_reenter(vm, args[1]));
  ByteArray* array = self_as<ByteArray>(args);
  COIL_CHECK(bytearray_resize(vm, array, array->size + 1));
  data_of(array)[array->size - 1] = byte;
  return none();
}

NATIVE(bytearray_extend, "extend(self, iterable_of_ints, /)", "Add the bytes of a bytes-like object or of an iterable of integers at the end.") {
  ByteArray* array = self_as<ByteArray>(args);
  Value source = args[1];
  ByteSpan span;
  if (!byte_span(source, &span)) {
    if (!is_iterable(class_of(source))) {
      return raise_type_error(vm, "can't extend bytearray with %s", type_name(source));
    }
    COIL_TRY(Value items, is_exact(source, Kind::List) || is_exact(source, Kind::Tuple) ? Result<Value>(source) : iter_reenter(vm, source));
    COIL_CHECK(length_hint_reenter(vm, source, 0));  // it may refuse
    COIL_TRY(source, Result<Value>(bytes_from_iterable_reenter(vm, items)));
  }
  COIL_CHECK(append_bytes(vm, array, source));
  return none();
}

NATIVE(bytearray_insert, "insert(self, index, item, /)", "Insert one byte before the index.") {
  COIL_TRY(int64_t index, ssize_argument_reenter(vm, args[1]));
  COIL_TRY(uint8_t byte, byte_value_reenter(vm, args[2]));
  ByteArray* array = self_as<ByteArray>(args);
  int64_t size = static_cast<int64_t>(array->size);
  if (index < 0) index = std::max<int64_t>(index + size, 0);
  COIL_CHECK(splice(vm, array, static_cast<size_t>(std::min(index, size)), 0, &byte, 1));
  return none();
}

NATIVE(bytearray_pop, "pop(self, index=-1, /)", "Remove and return the byte at the index.") {
  int64_t index = -1;
  if (args.has(1)) {
    COIL_TRY(index, ssize_argument_reenter(vm, args[1]));
  }
  ByteArray* array = self_as<ByteArray>(args);
  int64_t size = static_cast<int64_t>(array->size);
  if (!size) return raise(vm, Exc::IndexError, "pop from empty bytearray");
  if (index < 0) index += size;
  if (index < 0 || index >= size) return raise(vm, Exc::IndexError, "pop index out of range");
  uint8_t byte = data_of(array)[index];
  COIL_CHECK(splice(vm, array, static_cast<size_t>(index), 1, nullptr, 0));
  return Value::small_int(byte);
}

NATIVE(bytearray_remove, "remove(self, value, /)", "Remove the first occurrence of a byte.") {
  COIL_TRY(uint8_t byte, byte_value_reenter(vm, args[1]));
  ByteArray* array = self_as<ByteArray>(args);
  ByteSpan span = bytearray_span(array);
  size_t found = find_bytes(span.data, span.size, &byte, 1);
  if (found == kNotFound) return raise_value_error(vm, "value not found in bytearray");
  COIL_CHECK(splice(vm, array, found, 1, nullptr, 0));
  return none();
}

NATIVE(bytearray_clear, "clear(self, /)", "Remove all bytes.") {
  COIL_CHECK(bytearray_resize(vm, self_as<ByteArray>(args), 0));
  return none();
}

NATIVE(bytearray_copy, "copy(self, /)", "A copy of the array.") {
  ByteSpan span = bytearray_span(self_as<ByteArray>(args));
  return new_bytearray(vm, span.data, span.size);
}

NATIVE(bytearray_reverse, "reverse(self, /)", "Reverse the order of the bytes in place.") {
  ByteArray* array = self_as<ByteArray>(args);
  if (array->size) std::reverse(data_of(array), data_of(array) + array->size);
  return none();
}

/// Old protocols know no bytes: there the content is text.
Result<Value> reduced_reenter(Vm& vm, Value self, bool as_text) {
  COIL_TRY(Value state, call_method_reenter(vm, self, vm.name(Name::getstate_), {}));
  ByteSpan bytes = bytearray_span(self.as<ByteArray>());
  Tuple* arguments = vm.empty_tuple;
  if (as_text) {
    COIL_TRY(Str* text, new_str_latin1(vm, bytes.data, bytes.size));
    COIL_TRY(Str* encoding, new_str_ascii(vm, "latin-1"));
    COIL_TRY(arguments, make_tuple(vm, {text, encoding}));
  } else if (bytes.size) {
    COIL_TRY(Bytes* content, new_bytes(vm, bytes.data, bytes.size));
    COIL_TRY(arguments, make_tuple(vm, {content}));
  }
  return make_tuple(vm, {class_of(self), arguments, state});
}

NATIVE(bytearray_reduce, "__reduce__(self, /)", "State for pickling.") { return reduced_reenter(vm, args[0], true); }
NATIVE(bytearray_reduce_ex, "__reduce_ex__(self, proto=0, /)", "State for pickling.") {
  int protocol = 0;
  if (args.has(1)) {
    COIL_TRY(protocol, int_argument_reenter(vm, args[1]));
  }
  return reduced_reenter(vm, args[0], protocol < 3);
}

NATIVE(bytearray_alloc, "__alloc__(self, /)", "Number of bytes that there is room for.") {
  ByteArray* array = self_as<ByteArray>(args);
  return Value::small_int(static_cast<int64_t>(array->capacity ? array->capacity + 1 : 0));
}

void trace_bytearray(Cell* cell, Marker& marker) {
  marker.cell(static_cast<ByteArray*>(cell)->buffer);
  trace_attrs(cell, marker);
}

}  // namespace

void setup_bytearray(Vm& vm) {
  g_heap.set_type(Kind::ByteArray, trace_bytearray, nullptr);
  Slots& slots = vm.type(Kind::ByteArray)->slots;
  slots.repr = slots.str = bytearray_slot_repr;
  slots.hash = hash_not_implemented;
  slots.len = bytearray_slot_len;
  slots.truth = bytearray_slot_truth;
  slots.get_item = bytearray_slot_get_item;
  slots.set_item = bytearray_slot_set_item;
  slots.contains = bytes_contains;
  slots.compare = bytes_compare;
  slots.iter = bytearray_slot_iter;
  slots.binary[static_cast<int>(BinaryOp::Add)] = bytearray_slot_add;
  slots.binary[static_cast<int>(BinaryOp::Mul)] = bytearray_slot_multiply;
  slots.binary[static_cast<int>(BinaryOp::Mod)] = bytes_mod;
  slots.inplace[static_cast<int>(BinaryOp::Add)] = bytearray_inplace_add;
  slots.inplace[static_cast<int>(BinaryOp::Mul)] = bytearray_inplace_multiply;
  slots.make = bytearray_make;
  slots.init = bytearray_init;
  define_type(vm, {Kind::ByteArray, "bytearray(iterable_of_ints) -> bytearray\nbytearray(string, encoding[, errors]) -> bytearray\nbytearray(bytes_or_buffer) -> bytearray\nbytearray(int) -> zero bytes\n\nA mutable sequence of bytes.",
                   {&bytearray_append_spec, &bytearray_extend_spec, &bytearray_insert_spec, &bytearray_pop_spec,
                    &bytearray_remove_spec, &bytearray_clear_spec, &bytearray_copy_spec, &bytearray_reverse_spec, &bytearray_alloc_spec,
                    &bytearray_reduce_spec, &bytearray_reduce_ex_spec},
                   {}});
  vm.type(Kind::ByteArrayIter)->slots.next = bytearray_iter_next;
}

}  // namespace coil
