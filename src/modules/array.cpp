// Module array: sequences of numbers or characters of one machine type, stored side by side. Items are converted when they are read and written.
//
// A conversion may run language code (__index__, __float__) that changes the array, so an item is converted before room is made for it
// and before its place is looked up. Memoryviews pin the size through `exports`.
#include <algorithm>
#include <cstring>
#include <limits>

#include "modules/struct_layout.hpp"
#include "objects/protocol.hpp"
#include "objects/slots.hpp"

namespace coil {

namespace {

struct ItemType {
  char code;
  uint8_t size;
  uint8_t machine_format;  // as pickles name it: array._array_reconstructor
  Result<Value> (*get)(Vm&, const uint8_t*);
  Result<void> (*set)(Vm&, Value, uint8_t*);  // may run language code; `out` belongs to the caller
};

struct Array : NativeObject {
  const ItemType* type;
  size_t size;      // items
  size_t capacity;  // items there is room for
  Buffer* buffer;   // nullptr while empty
  uint32_t exports;
  uint8_t* data() const { return payload<uint8_t>(buffer); }
  uint8_t* item(size_t at) const { return data() + at * type->size; }
};

struct ArrayIterator : NativeObject {
  Value array;  // nothing at the end
  size_t at;
};

const NativeObjectOps kArrayOps{[](Cell* cell, Marker& marker) { marker.cell(static_cast<Array*>(cell)->buffer); }, nullptr,
                                [](Cell* cell, BufferInfo* out) {
                                  auto* array = static_cast<Array*>(cell);
                                  char format = array->type->code == 'u' ? 'w' : array->type->code;
                                  *out = {array->size ? array->data() : nullptr, array->size * array->type->size, array->type->size,
                                          format, false, &array->exports};
                                }};
const NativeObjectOps kIteratorOps{[](Cell* cell, Marker& marker) { marker.value(static_cast<ArrayIterator*>(cell)->array); }, nullptr};

Class* g_array;
Class* g_array_iterator;

// -- items

template <class T>
T load(const uint8_t* data) {
  T item;
  std::memcpy(&item, data, sizeof item);
  return item;
}
template <class T>
void save(uint8_t* out, T item) {
  std::memcpy(out, &item, sizeof item);
}

template <class T>
Result<Value> get_integer(Vm& vm, const uint8_t* data) {
  if constexpr (std::is_signed_v<T>) return make_int(vm, load<T>(data));
  else return make_int_u64(vm, load<T>(data));
}

/// An integer that CPython parses as a C type of the range [low, high] named `label`, and then checks against T.
template <class T>
Result<void> set_integer_within(Vm& vm, Value value, uint8_t* out, int64_t low, int64_t high, const char* label, const char* own_label) {
  COIL_TRY(Value index, index_reenter(vm, value));
  int64_t number;
  if (!int_to_i64(index, &number)) return raise(vm, Exc::OverflowError, "Python int too large to convert to C long");
  if (number < low) return raise(vm, Exc::OverflowError, "%s is less than minimum", label);
  if (number > high) return raise(vm, Exc::OverflowError, "%s is greater than maximum", label);
  if (number < static_cast<int64_t>(std::numeric_limits<T>::min())) return raise(vm, Exc::OverflowError, "%s is less than minimum", own_label);
  if (number > static_cast<int64_t>(std::numeric_limits<T>::max())) return raise(vm, Exc::OverflowError, "%s is greater than maximum", own_label);
  save(out, static_cast<T>(number));
  return ok();
}
Result<void> set_signed_char(Vm& vm, Value value, uint8_t* out) {
  return set_integer_within<int8_t>(vm, value, out, INT16_MIN, INT16_MAX, "signed short integer", "signed char");
}
Result<void> set_unsigned_char(Vm& vm, Value value, uint8_t* out) {
  return set_integer_within<uint8_t>(vm, value, out, 0, UINT8_MAX, "unsigned byte integer", "");
}
Result<void> set_short(Vm& vm, Value value, uint8_t* out) {
  return set_integer_within<int16_t>(vm, value, out, INT16_MIN, INT16_MAX, "signed short integer", "");
}
Result<void> set_unsigned_short(Vm& vm, Value value, uint8_t* out) {
  return set_integer_within<uint16_t>(vm, value, out, INT32_MIN, INT32_MAX, "signed integer", "unsigned short");
}
Result<void> set_int(Vm& vm, Value value, uint8_t* out) {
  return set_integer_within<int32_t>(vm, value, out, INT32_MIN, INT32_MAX, "signed integer", "");
}

/// A non-negative integer of at most 64 bits; the errors are those of the C type.
Result<uint64_t> unsigned_word_reenter(Vm& vm, Value value, const char* negative, const char* too_large) {
  COIL_TRY(Value index, index_reenter(vm, value));
  if (int_sign(index) < 0) return raise(vm, Exc::OverflowError, "%s", negative);
  MpzView big(index);
  if (mpz_sizeinbase(big.get(), 2) > 64) return raise(vm, Exc::OverflowError, "%s", too_large);
  return uint64_t{mpz_get_ui(big.get())};
}
template <class T>
Result<void> set_unsigned_long(Vm& vm, Value value, uint8_t* out) {
  COIL_TRY(uint64_t number, unsigned_word_reenter(vm, value, "can't convert negative value to unsigned int", "Python int too large to convert to C unsigned long"));
  if (number > std::numeric_limits<T>::max()) return raise(vm, Exc::OverflowError, "unsigned int is greater than maximum");
  save(out, static_cast<T>(number));
  return ok();
}
Result<void> set_unsigned_long_long(Vm& vm, Value value, uint8_t* out) {
  COIL_TRY(uint64_t number, unsigned_word_reenter(vm, value, "can't convert negative int to unsigned", "int too big to convert"));
  save(out, number);
  return ok();
}
template <bool kLongLong>
Result<void> set_long(Vm& vm, Value value, uint8_t* out) {
  COIL_TRY(Value index, index_reenter(vm, value));
  int64_t number;
  if (!int_to_i64(index, &number)) {
    return raise(vm, Exc::OverflowError, kLongLong ? "int too big to convert" : "Python int too large to convert to C long");
  }
  save(out, number);
  return ok();
}

template <class T>
Result<Value> get_real(Vm& vm, const uint8_t* data) { return make_float(vm, load<T>(data)); }
template <class T>
Result<void> set_real(Vm& vm, Value value, uint8_t* out) {
  COIL_TRY(double number, number_as_double_reenter(vm, value));
  save(out, static_cast<T>(number));
  return ok();
}

Result<Value> get_character(Vm& vm, const uint8_t* data) {
  auto c = load<Char>(data);
  if (c <= 0x10ffff) return new_str_char(vm, c);
  return raise_value_error(vm, "character U+%x is not in range [U+0000; U+10ffff]", c);
}
Result<void> set_character(Vm& vm, Value value, uint8_t* out) {
  if (!value.is(Kind::Str) || value.as<Str>()->length != 1) return raise_type_error(vm, "array item must be unicode character");
  save(out, view(value)[0]);
  return ok();
}

constexpr ItemType kTypes[] = {
    {'b', 1, 1, get_integer<int8_t>, set_signed_char},
    {'B', 1, 0, get_integer<uint8_t>, set_unsigned_char},
    {'u', 4, 20, get_character, set_character},
    {'h', 2, 4, get_integer<int16_t>, set_short},
    {'H', 2, 2, get_integer<uint16_t>, set_unsigned_short},
    {'i', 4, 8, get_integer<int32_t>, set_int},
    {'I', 4, 6, get_integer<uint32_t>, set_unsigned_long<uint32_t>},
    {'l', 8, 12, get_integer<int64_t>, set_long<false>},
    {'L', 8, 10, get_integer<uint64_t>, set_unsigned_long<uint64_t>},
    {'q', 8, 12, get_integer<int64_t>, set_long<true>},
    {'Q', 8, 10, get_integer<uint64_t>, set_unsigned_long_long},
    {'f', 4, 14, get_real<float>, set_real<float>},
    {'d', 8, 16, get_real<double>, set_real<double>},
};

// -- storage

bool is_array(Value value) { return value.is(Kind::NativeObject) && value.as<NativeObject>()->ops == &kArrayOps; }

Result<void> reserve(Vm& vm, Array* array, size_t capacity) {
  if (capacity <= array->capacity) return ok();
  size_t bytes;
  if (__builtin_mul_overflow(capacity, size_t{array->type->size}, &bytes)) return raise_memory_error(vm);
  COIL_TRY(Buffer* buffer, new_buffer(vm, bytes));
  if (array->size) std::memcpy(buffer->data(), array->data(), array->size * array->type->size);
  store(array, array->buffer, buffer);
  array->capacity = capacity;
  return ok();
}

/// New items hold anything.
Result<void> resize(Vm& vm, Array* array, size_t size) {
  if (size == array->size) return ok();
  if (still_exported(array, &array->exports)) return raise(vm, Exc::BufferError, "cannot resize an array that is exporting buffers");
  if (size > array->capacity) {
    if (size > size_t{1} << 46) return raise_memory_error(vm);
    COIL_CHECK(reserve(vm, array, size + size / 16 + (size < 8 ? 3 : 7)));
  }
  array->size = size;
  if (!size) {
    array->buffer = nullptr;
    array->capacity = 0;
  }
  return ok();
}

Result<Array*> new_array(Vm& vm, const ItemType* type, size_t size, Class* cls = g_array) {
  COIL_TRY(Array* array, new_native_object<Array>(vm, cls, &kArrayOps));
  array->type = type;
  if (size) {
    COIL_CHECK(reserve(vm, array, size));
    array->size = size;
  }
  return array;
}

Result<void> append(Vm& vm, Array* array, Value value) {
  uint8_t item[8];
  COIL_CHECK(array->type->set(vm, value, item));
  COIL_CHECK(resize(vm, array, array->size + 1));
  std::memcpy(array->item(array->size - 1), item, array->type->size);
  return ok();
}

Result<void> append_raw(Vm& vm, Array* array, Value source, const uint8_t* data, size_t items) {
  size_t old = array->size, bytes = items * array->type->size;
  if (!items) return ok();
  COIL_CHECK(resize(vm, array, old + items));
  // `source` may be the array itself, whose storage has moved.
  if (source.is_cell() && source.cell() == array) data = array->data();
  std::memcpy(array->item(old), data, bytes);
  return ok();
}

/// Replace [start, start + removed) by items of another buffer of the same type.
Result<void> splice(Vm& vm, Array* array, size_t start, size_t removed, const uint8_t* data, size_t items) {
  size_t width = array->type->size, tail = (array->size - start - removed) * width;
  if (items > removed) {
    COIL_CHECK(resize(vm, array, array->size + (items - removed)));
    std::memmove(array->item(start + items), array->item(start + removed), tail);
  } else if (items < removed) {
    if (still_exported(array, &array->exports)) return raise(vm, Exc::BufferError, "cannot resize an array that is exporting buffers");
    std::memmove(array->item(start + items), array->item(start + removed), tail);
    COIL_CHECK(resize(vm, array, array->size - (removed - items)));
  }
  if (items) std::memcpy(array->item(start), data, items * width);
  return ok();
}

Result<void> extend_reenter(Vm& vm, Array* array, Value source) {
  if (is_array(source)) {
    auto* other = source.as<Array>();
    if (other->type != array->type) return raise_type_error(vm, "can only extend with array of same kind");
    return append_raw(vm, array, source, other->data(), other->size);
  }
  COIL_TRY(Value iterator, iter_reenter(vm, source));
  while (true) {
    COIL_TRY(Value item, next_reenter(vm, iterator));
    if (item.is_stop()) return ok();
    COIL_CHECK(append(vm, array, item));
  }
}

Result<void> append_bytes(Vm& vm, Array* array, Value source) {
  COIL_TRY(ByteSpan bytes, require_bytes(vm, source));
  size_t width = array->type->size;
  if (bytes.size % width) return raise_value_error(vm, "bytes length not a multiple of item size");
  if (source.is_cell() && source.cell() == array) return append_raw(vm, array, source, nullptr, bytes.size / width);
  if (still_exported(array, &array->exports) && bytes.size) {
    return raise(vm, Exc::BufferError, "cannot resize an array that is exporting buffers");
  }
  return append_raw(vm, array, Value(), bytes.data, bytes.size / width);
}

Result<void> append_text(Vm& vm, Array* array, Str* text) {
  StrView chars = view(text);
  size_t old = array->size;
  COIL_CHECK(resize(vm, array, old + chars.length));
  for (size_t i = 0; i < chars.length; i++) save(array->item(old + i), chars[i]);
  return ok();
}

// -- construction

NATIVE(array_new, "array(cls, typecode, initializer=None, /)", "A new array of items of one type.") {
  if (!args[1].is(Kind::Str) || args[1].as<Str>()->length != 1) {
    return raise_type_error(vm, "array() argument 1 must be a unicode character, not %s", argument_type_name(args[1]));
  }
  Char code = view(args[1])[0];
  auto* type = std::find_if(std::begin(kTypes), std::end(kTypes), [&](const ItemType& row) { return static_cast<Char>(row.code) == code; });
  Value source = args[2];
  if (source && code != 'u') {
    if (source.is(Kind::Str)) return raise_type_error(vm, "cannot use a str to initialize an array with typecode '%c'", static_cast<int>(code));
    if (is_array(source) && source.as<Array>()->type->code == 'u') {
      return raise_type_error(vm, "cannot use a unicode array to initialize an array with typecode '%c'", static_cast<int>(code));
    }
  }
  if (type == std::end(kTypes)) return raise_value_error(vm, "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)");
  COIL_TRY(Array* array, new_array(vm, type, 0, args[0].as<Class>()));
  if (!source) return array;
  if (source.is(Kind::Str)) {
    COIL_CHECK(append_text(vm, array, source.as<Str>()));
  } else if (source.is(Kind::Bytes) || source.is(Kind::ByteArray)) {
    COIL_CHECK(append_bytes(vm, array, source));
  } else if (is_array(source) && source.as<Array>()->type != type) {
    for (size_t i = 0; i < source.as<Array>()->size; i++) {
      COIL_TRY(Value item, source.as<Array>()->type->get(vm, source.as<Array>()->item(i)));
      COIL_CHECK(append(vm, array, item));
    }
  } else {
    COIL_CHECK(extend_reenter(vm, array, source));
  }
  return array;
}

Result<Value> array_make(Vm& vm, Class* cls, Value* args, size_t npos, Tuple* kwnames) {
  if (kwnames && kwnames->size && cls == g_array) return raise_type_error(vm, "array.array() takes no keyword arguments");
  if (!npos) return raise_type_error(vm, "array() takes at least 1 argument (0 given)");
  if (npos > 2) return raise_type_error(vm, "array() takes at most 2 arguments (%zu given)", npos);
  return call_bound(vm, array_new_spec, cls, args, npos, nullptr);
}

// -- sequence protocol

Result<size_t> index_of_item_reenter(Vm& vm, Array* array, Value key, const char* range_error) {
  if (!class_of(key)->slots.index) return raise_type_error(vm, "array indices must be integers");
  COIL_TRY(int64_t index, index_int64_reenter(vm, key));
  if (index < 0) index += static_cast<int64_t>(array->size);
  if (index < 0 || static_cast<size_t>(index) >= array->size) return raise(vm, Exc::IndexError, "%s", range_error);
  return static_cast<size_t>(index);
}

Result<int64_t> array_len(Vm&, Value self) { return static_cast<int64_t>(self.as<Array>()->size); }

Result<SliceBounds> array_slice_reenter(Vm& vm, Array* array, Value key) {
  COIL_TRY(SliceBounds slice, slice_unpack_reenter(vm, key));
  slice_adjust(&slice, static_cast<int64_t>(array->size));
  slice.length = std::max<int64_t>(slice.length, 0);
  return slice;
}

Result<Value> array_get_item(Vm& vm, Value self, Value key) {
  auto* array = self.as<Array>();
  if (!key.is(Kind::Slice)) {
    COIL_TRY(size_t at, index_of_item_reenter(vm, array, key, "array index out of range"));
    return array->type->get(vm, array->item(at));
  }
  COIL_TRY(SliceBounds slice, array_slice_reenter(vm, array, key));
  COIL_TRY(Array* part, new_array(vm, array->type, static_cast<size_t>(slice.length)));
  size_t width = array->type->size;
  for (int64_t i = 0; i < slice.length; i++) {
    std::memcpy(part->item(static_cast<size_t>(i)), array->item(static_cast<size_t>(slice.start + i * slice.step)), width);
  }
  return part;
}

Result<void> set_slice_reenter(Vm& vm, Array* array, Value key, Value value) {
  Array* source = nullptr;
  if (value) {
    if (!is_array(value)) return raise_type_error(vm, "can only assign array (not \"%s\") to array slice", type_name(value));
    source = value.as<Array>();
    if (source->type != array->type) return raise_type_error(vm, "bad argument type for built-in operation");
    if (source == array) {
      COIL_TRY(source, new_array(vm, array->type, array->size));
      if (array->size) std::memcpy(source->data(), array->data(), array->size * array->type->size);
    }
  }
  COIL_TRY(SliceBounds slice, array_slice_reenter(vm, array, key));
  auto length = static_cast<size_t>(slice.length), width = size_t{array->type->size};
  size_t items = source ? source->size : 0;
  if (slice.step == 1) {
    return splice(vm, array, static_cast<size_t>(slice.start), length, source ? source->data() : nullptr, items);
  }
  if (source) {
    if (items != length) return raise_value_error(vm, "attempt to assign array of size %zu to extended slice of size %zu", items, length);
    for (size_t i = 0; i < length; i++) {
      std::memcpy(array->item(static_cast<size_t>(slice.start + static_cast<int64_t>(i) * slice.step)), source->item(i), width);
    }
    return ok();
  }
  if (!length) return ok();
  if (still_exported(array, &array->exports)) return raise(vm, Exc::BufferError, "cannot resize an array that is exporting buffers");
  if (slice.step < 0) {
    slice.start += (slice.length - 1) * slice.step;
    slice.step = -slice.step;
  }
  auto out = static_cast<size_t>(slice.start), next = out;
  size_t left = length;
  for (size_t i = out; i < array->size; i++) {
    if (left && i == next) {
      left--;
      next += static_cast<size_t>(slice.step);
    } else {
      std::memmove(array->item(out++), array->item(i), width);
    }
  }
  return resize(vm, array, out);
}

Result<void> array_set_item(Vm& vm, Value self, Value key, Value value) {
  auto* array = self.as<Array>();
  if (key.is(Kind::Slice)) return set_slice_reenter(vm, array, key, value);
  COIL_TRY(size_t at, index_of_item_reenter(vm, array, key, "array assignment index out of range"));
  if (!value) return splice(vm, array, at, 1, nullptr, 0);
  uint8_t item[8];
  COIL_CHECK(array->type->set(vm, value, item));
  if (at >= array->size) return raise(vm, Exc::IndexError, "array assignment index out of range");
  std::memcpy(array->item(at), item, array->type->size);
  return ok();
}

/// Position of an equal item in [start, stop), or kNotFound.
Result<size_t> find_item_reenter(Vm& vm, Array* array, Value wanted, size_t start, size_t stop) {
  for (size_t i = start; i < stop && i < array->size; i++) {
    COIL_TRY(Value item, array->type->get(vm, array->item(i)));
    COIL_TRY(bool equal, equal_reenter(vm, item, wanted));
    if (equal) return i;
  }
  return kNotFound;
}

Result<bool> array_contains(Vm& vm, Value self, Value item) {
  COIL_TRY(size_t at, find_item_reenter(vm, self.as<Array>(), item, 0, kNotFound));
  return at != kNotFound;
}

Result<Value> array_add(Vm& vm, Value left, Value right) {
  if (!is_array(left)) return Value(&not_implemented_cell);
  if (!is_array(right)) return raise_type_error(vm, "can only append array (not \"%s\") to array", type_name(right));
  auto *a = left.as<Array>(), *b = right.as<Array>();
  if (a->type != b->type) return raise_type_error(vm, "bad argument type for built-in operation");
  COIL_TRY(Array* sum, new_array(vm, a->type, a->size + b->size));
  if (a->size) std::memcpy(sum->data(), a->data(), a->size * a->type->size);
  if (b->size) std::memcpy(sum->item(a->size), b->data(), b->size * b->type->size);
  return sum;
}

Result<Value> array_inplace_add(Vm& vm, Value left, Value right) {
  if (!is_array(right)) return raise_type_error(vm, "can only extend array with array (not \"%s\")", type_name(right));
  COIL_CHECK(extend_reenter(vm, left.as<Array>(), right));
  return left;
}

/// __index__ of a factor; MemoryError when the product of sizes leaves all bounds.
Result<size_t> repeated_size_reenter(Vm& vm, Array* array, Value factor) {
  COIL_TRY(Value index, index_reenter(vm, factor));
  int64_t count;
  if (!int_to_i64(index, &count)) return raise(vm, Exc::OverflowError, "cannot fit '%s' into an index-sized integer", type_name(factor));
  size_t total;
  if (__builtin_mul_overflow(array->size, static_cast<size_t>(std::max<int64_t>(count, 0)), &total) || total > size_t{1} << 46) {
    return raise_memory_error(vm);
  }
  return total;
}

/// Fills `out` with copies of its first `size` items.
void repeat_items(Array* out, size_t size) {
  size_t width = out->type->size, total = out->size * width, done = size * width;
  while (done && done < total) {
    size_t part = std::min(done, total - done);
    std::memcpy(out->data() + done, out->data(), part);
    done += part;
  }
}

Result<Value> array_multiply(Vm& vm, Value left, Value right) {
  if (!is_array(left)) std::swap(left, right);
  if (!is_array(left) || !class_of(right)->slots.index) return Value(&not_implemented_cell);
  auto* array = left.as<Array>();
  COIL_TRY(size_t total, repeated_size_reenter(vm, array, right));
  COIL_TRY(Array* made, new_array(vm, array->type, total));
  size_t once = std::min(total, array->size);
  if (once) std::memcpy(made->data(), array->data(), once * array->type->size);
  repeat_items(made, once);
  return made;
}

Result<Value> array_inplace_multiply(Vm& vm, Value left, Value right) {
  if (!class_of(right)->slots.index) return Value(&not_implemented_cell);
  auto* array = left.as<Array>();
  COIL_TRY(size_t total, repeated_size_reenter(vm, array, right));
  size_t once = array->size;
  COIL_CHECK(resize(vm, array, total));
  repeat_items(array, std::min(once, total));
  return left;
}

Result<Value> array_compare(Vm& vm, Value self, Value other, CompareOp op) {
  if (!is_array(other)) return Value(&not_implemented_cell);
  auto *a = self.as<Array>(), *b = other.as<Array>();
  bool equality = op == CompareOp::Eq || op == CompareOp::Ne;
  if (equality && a->size != b->size) return Value::boolean(op == CompareOp::Ne);
  for (size_t i = 0; i < a->size && i < b->size; i++) {
    COIL_TRY(Value x, a->type->get(vm, a->item(i)));
    COIL_TRY(Value y, b->type->get(vm, b->item(i)));
    COIL_TRY(bool equal, compare_bool_reenter(vm, x, y, CompareOp::Eq));
    if (!equal) return equality ? Result<Value>(Value::boolean(op == CompareOp::Ne)) : compare_reenter(vm, x, y, op);
  }
  switch (op) {
    case CompareOp::Lt: return Value::boolean(a->size < b->size);
    case CompareOp::Le: return Value::boolean(a->size <= b->size);
    case CompareOp::Gt: return Value::boolean(a->size > b->size);
    case CompareOp::Ge: return Value::boolean(a->size >= b->size);
    default: return Value::boolean(op == CompareOp::Eq);
  }
}

Result<Value> list_of_items(Vm& vm, Array* array) {
  COIL_TRY(List* list, new_list(vm, array->size));
  for (size_t i = 0; i < array->size; i++) {
    COIL_TRY(Value item, array->type->get(vm, array->item(i)));
    COIL_CHECK(list_append(vm, list, item));
  }
  return list;
}

Result<Str*> text_of(Vm& vm, Array* array) {
  StrBuilder text(vm);
  for (size_t i = 0; i < array->size; i++) {
    COIL_TRY(Value c, get_character(vm, array->item(i)));
    text.add_str(c.as<Str>());
  }
  return text.finish();
}

Result<Value> array_repr(Vm& vm, Value self) {
  auto* array = self.as<Array>();
  StrBuilder text(vm);
  text.add_str(class_of(self)->name);
  char code[] = {'(', '\'', array->type->code, '\''};
  text.add({code, sizeof code});
  if (array->size) {
    text.add(", ");
    Value items;
    if (array->type->code == 'u') {
      COIL_TRY(items, Result<Value>(text_of(vm, array)));
    } else {
      COIL_TRY(items, list_of_items(vm, array));
    }
    COIL_TRY(Str* shown, repr_reenter(vm, items));
    text.add_str(shown);
  }
  text.add(")");
  return text.finish();
}

Result<Value> array_iter(Vm& vm, Value self) {
  COIL_TRY(ArrayIterator* iterator, new_native_object<ArrayIterator>(vm, g_array_iterator, &kIteratorOps));
  iterator->array = self;
  return iterator;
}

Result<Value> array_iterator_next(Vm& vm, Value self) {
  auto* iterator = self.as<ArrayIterator>();
  if (iterator->array.is_nothing()) return Value::stop();
  auto* array = iterator->array.as<Array>();
  if (iterator->at < array->size) return array->type->get(vm, array->item(iterator->at++));
  iterator->array = Value();
  return Value::stop();
}

NATIVE(array_iterator_reduce, "__reduce__(self, /)", "State for pickling.") {
  auto* iterator = self_as<ArrayIterator>(args);
  Value iter = dict_get_str(vm.builtins, intern(vm, "iter"));
  if (!iter) return raise(vm, Exc::AttributeError, "iter");
  if (iterator->array.is_nothing()) {
    COIL_TRY(Tuple* nothing_left, make_tuple(vm, {vm.empty_tuple}));
    return make_tuple(vm, {iter, nothing_left});
  }
  COIL_TRY(Tuple* arguments, make_tuple(vm, {iterator->array}));
  return make_tuple(vm, {iter, arguments, Value::small_int(static_cast<int64_t>(iterator->at))});
}

NATIVE(array_iterator_setstate, "__setstate__(self, state, /)", "Go to the position that state says.") {
  COIL_TRY(int64_t at, ssize_from_reenter(vm, args[1]));
  auto* iterator = self_as<ArrayIterator>(args);
  if (iterator->array.is_nothing()) return none();
  iterator->at = std::min(static_cast<size_t>(std::max<int64_t>(at, 0)), iterator->array.as<Array>()->size);
  return none();
}

// -- methods

NATIVE(array_append, "append(self, v, /)", "Add an item at the end.") {
  COIL_CHECK(append(vm, self_as<Array>(args), args[1]));
  return none();
}
NATIVE(array_extend, "extend(self, bb, /)", "Add the items of an array of the same type or of an iterable.") {
  COIL_CHECK(extend_reenter(vm, self_as<Array>(args), args[1]));
  return none();
}
NATIVE(array_insert, "insert(self, i, v, /)", "Insert an item before a position.") {
  auto* array = self_as<Array>(args);
  COIL_TRY(int64_t at, ssize_from_reenter(vm, args[1]));
  uint8_t item[8];
  COIL_CHECK(array->type->set(vm, args[2], item));
  auto size = static_cast<int64_t>(array->size);
  if (at < 0) at = std::max<int64_t>(at + size, 0);
  COIL_CHECK(splice(vm, array, static_cast<size_t>(std::min(at, size)), 0, item, 1));
  return none();
}
NATIVE(array_pop, "pop(self, i=-1, /)", "Remove and return the item at a position.") {
  auto* array = self_as<Array>(args);
  int64_t at = -1;
  if (args.has(1)) {
    COIL_TRY(at, ssize_from_reenter(vm, args[1]));
  }
  if (!array->size) return raise(vm, Exc::IndexError, "pop from empty array");
  if (at < 0) at += static_cast<int64_t>(array->size);
  if (at < 0 || static_cast<size_t>(at) >= array->size) return raise(vm, Exc::IndexError, "pop index out of range");
  COIL_TRY(Value item, array->type->get(vm, array->item(static_cast<size_t>(at))));
  COIL_CHECK(splice(vm, array, static_cast<size_t>(at), 1, nullptr, 0));
  return item;
}
NATIVE(array_remove, "remove(self, v, /)", "Remove the first item that equals the value.") {
  auto* array = self_as<Array>(args);
  COIL_TRY(size_t at, find_item_reenter(vm, array, args[1], 0, kNotFound));
  if (at == kNotFound || at >= array->size) return raise_value_error(vm, "array.remove(x): x not in array");
  COIL_CHECK(splice(vm, array, at, 1, nullptr, 0));
  return none();
}
NATIVE(array_index, "index(self, v, start=0, stop=9223372036854775807, /)", "Position of the first item that equals the value.") {
  auto* array = self_as<Array>(args);
  auto bound = [&](size_t at, int64_t fallback) -> Result<int64_t> {
    if (!args.has(at)) return fallback;
    if (!class_of(args[at])->slots.index) return raise_type_error(vm, "slice indices must be integers or have an __index__ method");
    COIL_TRY(int64_t number, index_clamped_reenter(vm, args[at]));
    if (number < 0) number = std::max<int64_t>(number + static_cast<int64_t>(array->size), 0);
    return number;
  };
  COIL_TRY(int64_t start, bound(2, 0));
  COIL_TRY(int64_t stop, bound(3, INT64_MAX));
  COIL_TRY(size_t at, find_item_reenter(vm, array, args[1], static_cast<size_t>(start), static_cast<size_t>(stop)));
  if (at == kNotFound) return raise_value_error(vm, "array.index(x): x not in array");
  return Value::small_int(static_cast<int64_t>(at));
}
NATIVE(array_count, "count(self, v, /)", "Number of items that equal the value.") {
  auto* array = self_as<Array>(args);
  int64_t count = 0;
  for (size_t at = 0;; at++) {
    COIL_TRY(at, find_item_reenter(vm, array, args[1], at, kNotFound));
    if (at == kNotFound) return Value::small_int(count);
    count++;
  }
}
NATIVE(array_reverse, "reverse(self, /)", "Reverse the order of the items in place.") {
  auto* array = self_as<Array>(args);
  size_t width = array->type->size;
  for (size_t i = 0, j = array->size; i + 1 < j; i++) std::swap_ranges(array->item(i), array->item(i) + width, array->item(--j));
  return none();
}
NATIVE(array_byteswap, "byteswap(self, /)", "Reverse the bytes of each item.") {
  auto* array = self_as<Array>(args);
  for (size_t i = 0; i < array->size; i++) std::reverse(array->item(i), array->item(i) + array->type->size);
  return none();
}
NATIVE(array_tolist, "tolist(self, /)", "The items as a list.") { return list_of_items(vm, self_as<Array>(args)); }
NATIVE(array_fromlist, "fromlist(self, list, /)", "Add the items of a list; none when one of them does not fit.") {
  auto* array = self_as<Array>(args);
  if (!args[1].is(Kind::List)) return raise_type_error(vm, "arg must be list");
  auto* list = args[1].as<List>();
  COIL_TRY(Array* added, new_array(vm, array->type, 0));
  size_t size = list->size;
  for (size_t i = 0; i < size; i++) {
    COIL_CHECK(append(vm, added, list->items()[i]));
    if (list->size != size) return raise(vm, Exc::RuntimeError, "list changed size during iteration");
  }
  COIL_CHECK(append_raw(vm, array, added, added->data(), added->size));
  return none();
}
NATIVE(array_tobytes, "tobytes(self, /)", "The bytes of the items.") {
  auto* array = self_as<Array>(args);
  return new_bytes(vm, array->data(), array->size * array->type->size);
}
NATIVE(array_frombytes, "frombytes(self, buffer, /)", "Add items from their bytes.") {
  bool has_wide_items = is_array(args[1]) ? args[1].as<Array>()->type->size != 1 : args[1].is(Kind::MemoryView) && args[1].as<MemoryView>()->itemsize != 1;
  if (has_wide_items) return raise_type_error(vm, "a bytes-like object is required");
  COIL_CHECK(append_bytes(vm, self_as<Array>(args), args[1]));
  return none();
}
NATIVE(array_tounicode, "tounicode(self, /)", "The text of an array of characters.") {
  auto* array = self_as<Array>(args);
  if (array->type->code != 'u') return raise_value_error(vm, "tounicode() may only be called on unicode type arrays");
  return text_of(vm, array);
}
NATIVE(array_fromunicode, "fromunicode(self, ustr, /)", "Add the characters of a text.") {
  auto* array = self_as<Array>(args);
  if (!args[1].is(Kind::Str)) return raise_type_error(vm, "fromunicode() argument must be str, not %s", argument_type_name(args[1]));
  if (array->type->code != 'u') return raise_value_error(vm, "fromunicode() may only be called on unicode type arrays");
  COIL_CHECK(append_text(vm, array, args[1].as<Str>()));
  return none();
}
NATIVE(array_tofile, "tofile(self, f, /)", "Write the bytes of the items to a file.") {
  auto* array = self_as<Array>(args);
  COIL_TRY(Bytes* bytes, new_bytes(vm, array->data(), array->size * array->type->size));
  COIL_CHECK(call_method_reenter(vm, args[1], intern(vm, "write"), {bytes}));
  return none();
}
NATIVE(array_fromfile, "fromfile(self, f, n, /)", "Add n items read from a file; EOFError after adding what there was.") {
  auto* array = self_as<Array>(args);
  COIL_TRY(int64_t count, ssize_from_reenter(vm, args[2]));
  if (count < 0) return raise_value_error(vm, "negative count");
  int64_t bytes;
  if (__builtin_mul_overflow(count, int64_t{array->type->size}, &bytes)) return raise_memory_error(vm);
  COIL_TRY(Value data, call_method_reenter(vm, args[1], intern(vm, "read"), {Value::small_int(bytes)}));
  if (!data.is(Kind::Bytes)) return raise_type_error(vm, "read() didn't return bytes");
  bool complete = static_cast<int64_t>(data.as<Bytes>()->size) == bytes;
  COIL_CHECK(append_bytes(vm, array, data));
  if (!complete) return raise(vm, Exc::EOFError, "read() didn't return enough bytes");
  return none();
}
NATIVE(array_buffer_info, "buffer_info(self, /)", "Address of the storage and number of items.") {
  auto* array = self_as<Array>(args);
  COIL_TRY(Value address, make_int(vm, reinterpret_cast<int64_t>(array->data())));
  return make_tuple(vm, {address, Value::small_int(static_cast<int64_t>(array->size))});
}
NATIVE(array_copy, "__copy__(self, /)", "A copy of the array.") {
  auto* array = self_as<Array>(args);
  COIL_TRY(Array* copy, new_array(vm, array->type, array->size));
  if (array->size) std::memcpy(copy->data(), array->data(), array->size * array->type->size);
  return copy;
}
NATIVE(array_deepcopy, "__deepcopy__(self, unused, /)", "A copy of the array.") { return array_copy(vm, args); }

NATIVE(array_reduce_ex, "__reduce_ex__(self, value, /)", "State for pickling.") {
  auto* array = self_as<Array>(args);
  if (!args[1].is_int()) return raise_type_error(vm, "__reduce_ex__ argument should be an integer");
  COIL_TRY(Value attributes, find_attr_reenter(vm, args[0], intern(vm, "__dict__")));
  if (attributes.is_stop()) attributes = none();
  COIL_TRY(Str* code, new_str_char(vm, static_cast<Char>(array->type->code)));
  Value cls = class_of(args[0]);
  int64_t protocol;
  if (!int_to_i64(args[1], &protocol) || protocol < 3) {
    COIL_TRY(Value items, list_of_items(vm, array));
    COIL_TRY(Tuple* state, make_tuple(vm, {code, items}));
    return make_tuple(vm, {cls, state, attributes});
  }
  COIL_TRY(Value module, call_reenter(vm, dict_get_str(vm.builtins, intern(vm, "__import__")), {intern(vm, "array")}));
  COIL_TRY(Value reconstructor, get_attr_reenter(vm, module, intern(vm, "_array_reconstructor")));
  COIL_TRY(Bytes* bytes, new_bytes(vm, array->data(), array->size * array->type->size));
  COIL_TRY(Tuple* state, make_tuple(vm, {cls, code, Value::small_int(array->type->machine_format), bytes}));
  return make_tuple(vm, {reconstructor, state, attributes});
}

/// How the machine formats of pickles store an item, in terms of module struct. UTF-16 and UTF-32 (18 to 21) are texts.
constexpr StructField kMachineFormats[] = {
    {'B', false, false, 1, 0, 1}, {'b', false, false, 1, 0, 1}, {'H', false, false, 2, 0, 1}, {'H', true, false, 2, 0, 1},
    {'h', false, false, 2, 0, 1}, {'h', true, false, 2, 0, 1},  {'I', false, false, 4, 0, 1}, {'I', true, false, 4, 0, 1},
    {'i', false, false, 4, 0, 1}, {'i', true, false, 4, 0, 1},  {'Q', false, false, 8, 0, 1}, {'Q', true, false, 8, 0, 1},
    {'q', false, false, 8, 0, 1}, {'q', true, false, 8, 0, 1},  {'f', false, false, 4, 0, 1}, {'f', true, false, 4, 0, 1},
    {'d', false, false, 8, 0, 1}, {'d', true, false, 8, 0, 1},
};
constexpr const char* kTextFormats[] = {"utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"};

NATIVE(array_reconstructor, "_array_reconstructor(arraytype, typecode, mformat_code, items, /)", "Internal. Used for pickling support.") {
  if (!args[0].is(Kind::Class) || !is_subclass(args[0].as<Class>(), g_array)) {
    return raise_type_error(vm, "first argument must be a type object, not %s", type_name(args[0]));
  }
  COIL_TRY(int64_t format, ssize_from_reenter(vm, args[2]));
  if (!args[3].is(Kind::Bytes)) return raise_type_error(vm, "fourth argument should be bytes, not %s", type_name(args[3]));
  if (format < 0 || format > 21) return raise_value_error(vm, "third argument must be a valid machine format code.");
  Value parameters[] = {args[1]};
  COIL_TRY(Value made, call_vector_reenter(vm, args[0], parameters, 1, nullptr));
  if (!is_array(made)) return raise_type_error(vm, "an array is required");
  auto* array = made.as<Array>();
  ByteSpan bytes{args[3].as<Bytes>()->data, args[3].as<Bytes>()->size};
  if (format == array->type->machine_format) {
    COIL_CHECK(append_bytes(vm, array, args[3]));
    return made;
  }
  if (format >= 18) {
    COIL_TRY(Str* text, decode_bytes(vm, bytes, kTextFormats[format - 18], "strict"));
    if (array->type->code != 'u') return raise_type_error(vm, "cannot use a str to initialize an array with typecode '%c'", array->type->code);
    COIL_CHECK(append_text(vm, array, text));
    return made;
  }
  const StructField& field = kMachineFormats[format];
  if (bytes.size % static_cast<size_t>(field.size)) return raise_value_error(vm, "bytes length not a multiple of item size");
  for (size_t at = 0; at < bytes.size; at += static_cast<size_t>(field.size)) {
    COIL_TRY(Value item, unpack_struct_item(vm, field, bytes.data + at));
    COIL_CHECK(append(vm, array, item));
  }
  return made;
}

Result<Value> get_typecode(Vm& vm, Value self) { return new_str_char(vm, static_cast<Char>(self.as<Array>()->type->code)); }
Result<Value> get_itemsize(Vm&, Value self) { return Value::small_int(self.as<Array>()->type->size); }
constexpr GetSetSpec kTypecode{"typecode", get_typecode, nullptr, "the typecode character used to create the array"};
constexpr GetSetSpec kItemsize{"itemsize", get_itemsize, nullptr, "the size, in bytes, of one array item"};

constexpr const char* kArrayDoc =
    "array(typecode [, initializer]) -> array\n\nItems of one machine type: b B (1 byte), h H (2), i I f (4), l L q Q d (8), "
    "u (a character).";

Result<void> init_array(Vm& vm, Dict* ns) {
  COIL_TRY(g_array, new_module_class<Array>(vm, "array", "array", kArrayDoc, kClassHasWeakRef));
  g_array->native_name = "array.array";
  g_array->flags |= kClassSequencePattern;
  Slots& slots = g_array->slots;
  slots.make = array_make;
  slots.init = init_nothing;
  slots.repr = array_repr;
  slots.hash = hash_not_implemented;
  slots.len = array_len;
  slots.get_item = array_get_item;
  slots.set_item = array_set_item;
  slots.contains = array_contains;
  slots.compare = array_compare;
  slots.iter = array_iter;
  slots.binary[static_cast<int>(BinaryOp::Add)] = array_add;
  slots.binary[static_cast<int>(BinaryOp::Mul)] = array_multiply;
  slots.inplace[static_cast<int>(BinaryOp::Add)] = array_inplace_add;
  slots.inplace[static_cast<int>(BinaryOp::Mul)] = array_inplace_multiply;
  define_class(vm, g_array,
               {FN(array_append), FN(array_extend), FN(array_insert), FN(array_pop), FN(array_remove), FN(array_index), FN(array_count),
                FN(array_reverse), FN(array_byteswap), FN(array_tolist), FN(array_fromlist), FN(array_tobytes), FN(array_frombytes),
                FN(array_tounicode), FN(array_fromunicode), FN(array_tofile), FN(array_fromfile), FN(array_buffer_info),
                FN(array_copy), FN(array_deepcopy), FN(array_reduce_ex)},
               {&kTypecode, &kItemsize});
  COIL_TRY(g_array_iterator, new_module_class<ArrayIterator>(vm, "arrayiterator", "array", nullptr));
  g_array_iterator->slots.iter = iter_is_self;
  g_array_iterator->slots.next = array_iterator_next;
  define_class(vm, g_array_iterator, {FN(array_iterator_reduce), FN(array_iterator_setstate)}, {});
  return module_set(vm, ns, "array", g_array);
}

}  // namespace

MODULE(array_native, "_array", "Sequences of items of one machine type.", init_array, FN(array_reconstructor))

}  // namespace coil
