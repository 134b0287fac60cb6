// The type memoryview: views of bytes and bytearrays, with slices, steps, item formats and contiguous casts to several dimensions.
//
// A view has at most one step that is not C's: of its first dimension. The items of an index in the first dimension lie side by side.
//
// A view finds its bytes through the owner at each access and checks them against the owner's present size, so that it stays memory safe
// even where the owner could not be kept from shrinking. Views pin the size of their owner through BufferInfo::exports.
#include <algorithm>
#include <cmath>
#include <cstring>

#include "builtins/text_internal.hpp"
#include "objects/buffer.hpp"

namespace coil {

namespace {

int64_t format_size(char format) {
  switch (format) {
    case 'b': case 'B': case 'c': case '?': return 1;
    case 'h': case 'H': return 2;
    case 'i': case 'I': case 'f': return 4;
    case 'l': case 'L': case 'q': case 'Q': case 'n': case 'N': case 'P': case 'd': return 8;
    default: return 0;
  }
}

Result<MemoryView*> live_view(Vm& vm, Value self) {
  MemoryView* view = self.as<MemoryView>();
  if (view->owner.is_nothing()) return raise_value_error(vm, "operation forbidden on released memoryview object");
  return view;
}

/// The item at a byte offset of the owner, or an error when the owner shrank.
Result<uint8_t*> item_data(Vm& vm, MemoryView* view, int64_t offset) {
  ByteSpan owner;
  byte_span(view->owner, &owner);
  if (offset < 0 || static_cast<size_t>(offset + view->itemsize) > owner.size) {
    return raise(vm, Exc::IndexError, "memoryview: the underlying buffer has shrunk");
  }
  return const_cast<uint8_t*>(owner.data) + offset;
}

template <class T>
T load(const uint8_t* data) {
  T item;
  std::memcpy(&item, data, sizeof item);
  return item;
}

Error raise_unsupported(Vm& vm, char format) {
  return raise(vm, Exc::NotImplementedError, "memoryview: format %c not supported", format);
}

Result<Value> unpack(Vm& vm, char format, const uint8_t* data) {
  switch (format) {
    case 'B': return Value::small_int(*data);
    case 'b': return Value::small_int(load<int8_t>(data));
    case 'c': return new_bytes(vm, data, 1);
    case '?': return Value::boolean(*data != 0);
    case 'h': return Value::small_int(load<int16_t>(data));
    case 'H': return Value::small_int(load<uint16_t>(data));
    case 'i': return Value::small_int(load<int32_t>(data));
    case 'I': return Value::small_int(load<uint32_t>(data));
    case 'f': return make_float(vm, load<float>(data));
    case 'd': return make_float(vm, load<double>(data));
    case 'l': case 'q': case 'n': return make_int(vm, load<int64_t>(data));
    case 'L': case 'Q': case 'N': case 'P': return make_int_u64(vm, load<uint64_t>(data));
    default: return raise_unsupported(vm, format);
  }
}

/// Writes the value as one item of the format to `out` (8 bytes of room).
Result<void> pack_reenter(Vm& vm, char format, Value value, uint8_t* out) {
  auto bad_type = [&]() -> Error { return raise_type_error(vm, "memoryview: invalid type for format '%c'", format); };
  auto bad_value = [&]() -> Error { return raise_value_error(vm, "memoryview: invalid value for format '%c'", format); };
  if (format == 'c') {
    if (!value.is(Kind::Bytes)) return bad_type();
    if (value.as<Bytes>()->size != 1) return bad_value();
    *out = value.as<Bytes>()->data[0];
    return ok();
  }
  if (format == '?') {
    COIL_TRY(bool truth, truthy_reenter(vm, value));
    *out = truth;
    return ok();
  }
  if (format == 'f' || format == 'd') {
    Result<double> number = number_as_double_reenter(vm, value);
    if (!number) {
      const bool too_big = pending_matches(vm, Exc::OverflowError);
      if (!too_big && !pending_matches(vm, Exc::TypeError)) return Error{};
      clear_pending(vm);
      return too_big ? bad_value() : bad_type();
    }
    if (format == 'd') {
      std::memcpy(out, &*number, 8);
    } else {
      auto narrow = static_cast<float>(*number);
      std::memcpy(out, &narrow, 4);
    }
    return ok();
  }
  if (!class_of(value)->slots.index) return bad_type();
  COIL_TRY(Value index, index_reenter(vm, value));
  int64_t number, size = format_size(format);
  bool is_signed = std::strchr("bhilqn", format) != nullptr, is_pointer = format == 'P';
  if (!int_to_i64(index, &number)) {
    // Only unsigned 8-byte formats hold more than an int64.
    if (is_signed || size < 8 || int_sign(index) < 0) return bad_value();
    MpzView big(index);
    if (mpz_sizeinbase(big.get(), 2) > 64) return bad_value();
    uint64_t word = mpz_get_ui(big.get());
    std::memcpy(out, &word, 8);
    return ok();
  }
  if (!is_signed && !is_pointer && number < 0) return bad_value();
  if (size < 8) {
    int64_t bits = 8 * size;
    int64_t low = is_signed ? -(int64_t{1} << (bits - 1)) : 0, high = (int64_t{1} << (is_signed ? bits - 1 : bits)) - 1;
    if (number < low || number > high) return bad_value();
  }
  std::memcpy(out, &number, static_cast<size_t>(size));
  return ok();
}

/// The count of views of an owner whose size can change, else nullptr.
uint32_t* exports_of(Value owner) {
  BufferInfo info;
  return buffer_info(owner, &info) ? info.exports : nullptr;
}

Result<MemoryView*> new_view(Vm& vm, const MemoryView& like) {
  COIL_TRY(MemoryView* view, alloc<MemoryView>(vm, Kind::MemoryView));
  view->owner = like.owner;
  view->start = like.start;
  view->length = like.length;
  view->stride = like.stride;
  view->itemsize = like.itemsize;
  view->shape = like.shape;
  view->format = like.format;
  view->readonly = like.readonly;
  view->flags = like.flags & kViewAtPrefix;
  if (uint32_t* exports = exports_of(view->owner)) ++*exports;
  return view;
}

size_t dimensions(const MemoryView* view) { return view->shape ? view->shape->size : 1; }
int64_t dimension_length(const MemoryView* view, size_t at) { return view->shape ? view->shape->items[at].small_int() : view->length; }

/// Items that one index of the first dimension stands for.
int64_t row_items(const MemoryView* view) {
  int64_t count = 1;
  for (size_t i = 1; i < dimensions(view); i++) count *= view->shape->items[i].small_int();
  return count;
}

int64_t item_count(const MemoryView* view) { return view->length * row_items(view); }

/// Byte offset in the owner of the item with this number in C order.
int64_t item_offset(const MemoryView* view, int64_t item, int64_t row) {
  return view->start + item / row * view->stride + item % row * view->itemsize;
}

bool is_contiguous(const MemoryView* view) { return view->length <= 1 || view->stride == row_items(view) * view->itemsize; }

bool is_fortran_contiguous(const MemoryView* view) {
  if (item_count(view) == 0) return true;
  int64_t expected = view->itemsize, row = row_items(view);
  for (size_t i = 0; i < dimensions(view); i++) {
    int64_t length = dimension_length(view, i);
    int64_t stride = i ? row * view->itemsize : view->stride;
    if (i + 1 < dimensions(view)) row /= dimension_length(view, i + 1);
    if (length > 1 && stride != expected) return false;
    expected *= length;
  }
  return true;
}

/// All items as bytes, in C order or with the first index running fastest.
Result<Bytes*> gather(Vm& vm, MemoryView* view, bool fortran = false) {
  int64_t count = item_count(view), size = view->itemsize, row = row_items(view);
  COIL_TRY(Bytes* bytes, new_bytes_uninitialized(vm, static_cast<size_t>(count * size)));
  for (int64_t i = 0; i < count; i++) {
    int64_t item = i;
    if (fortran) {
      item = 0;
      int64_t rest = i, weight = count;
      for (size_t d = 0; d < dimensions(view); d++) {
        int64_t length = dimension_length(view, d);
        weight /= length;
        item += rest % length * weight;
        rest /= length;
      }
    }
    COIL_TRY(uint8_t* data, item_data(vm, view, item_offset(view, item, row)));
    std::memcpy(bytes->data + i * size, data, static_cast<size_t>(size));
  }
  return bytes;
}

/// Byte offset of the item that an index or a tuple of indices names. `row_error`: for an index that names several items.
Result<int64_t> item_offset_reenter(Vm& vm, MemoryView* view, Value key, const char* row_error) {
  size_t count = dimensions(view);
  if (!key.is(Kind::Tuple)) {
    if (count == 0) return raise_type_error(vm, "invalid indexing of 0-dim memory");
    COIL_TRY(int64_t index, index_int64_reenter(vm, key));
    if (count > 1) return raise(vm, Exc::NotImplementedError, "%s", row_error);
    if (index < 0) index += view->length;
    if (index < 0 || index >= view->length) return raise(vm, Exc::IndexError, "index out of bounds on dimension 1");
    return view->start + index * view->stride;
  }
  Tuple* indices = key.as<Tuple>();
  if (indices->size < count) return raise(vm, Exc::NotImplementedError, "sub-views are not implemented");
  if (indices->size > count) {
    if (!count) return raise_type_error(vm, "invalid indexing of 0-dim memory");
    return raise_type_error(vm, "cannot index %zu-dimension view with %zu-element tuple", count, indices->size);
  }
  int64_t item = 0;
  for (size_t i = 0; i < count; i++) {
    int64_t length = dimension_length(view, i);
    COIL_TRY(int64_t index, index_int64_reenter(vm, indices->items[i]));
    if (index < 0) index += length;
    if (index < 0 || index >= length) return raise(vm, Exc::IndexError, "index out of bounds on dimension %zu", i + 1);
    item = item * length + index;
  }
  return item_offset(view, item, row_items(view));
}

bool is_tuple_of_slices(Value key) {
  if (!key.is(Kind::Tuple)) return false;
  Tuple* tuple = key.as<Tuple>();
  return tuple->size && std::all_of(tuple->items, tuple->items + tuple->size, [](Value item) { return item.is(Kind::Slice); });
}

bool is_index_tuple(Value key) {
  if (!key.is(Kind::Tuple)) return false;
  Tuple* tuple = key.as<Tuple>();
  return std::all_of(tuple->items, tuple->items + tuple->size, [](Value item) { return class_of(item)->slots.index != nullptr; });
}

Result<Value> view_get_item(Vm& vm, Value self, Value key) {
  COIL_TRY(MemoryView* view, live_view(vm, self));
  if (!dimensions(view)) {
    if (key == Value(&ellipsis_cell)) return self;
    if (!key.is(Kind::Tuple) || key.as<Tuple>()->size) return raise_type_error(vm, "invalid indexing of 0-dim memory");
  }
  if (key.is(Kind::Slice)) {
    COIL_TRY(SliceBounds slice, slice_bounds_reenter(vm, key, view->length));
    COIL_TRY(view, live_view(vm, self));
    MemoryView part = *view;
    part.start = view->start + slice.start * view->stride;
    part.length = std::max<int64_t>(slice.length, 0);
    part.stride = view->stride * slice.step;
    if (view->shape) {
      COIL_TRY(part.shape, new_tuple_from(vm, view->shape->items, view->shape->size));
      part.shape->items[0] = Value::small_int(part.length);
    }
    return new_view(vm, part);
  }
  if (is_tuple_of_slices(key)) return raise(vm, Exc::NotImplementedError, "multi-dimensional slicing is not implemented");
  if (!class_of(key)->slots.index && !is_index_tuple(key)) return raise_type_error(vm, "memoryview: invalid slice key");
  COIL_TRY(int64_t offset, item_offset_reenter(vm, view, key, "multi-dimensional sub-views are not implemented"));
  COIL_CHECK(live_view(vm, self));
  COIL_TRY(uint8_t* item, item_data(vm, view, offset));
  return unpack(vm, view->format, item);
}

Result<void> view_set_item(Vm& vm, Value self, Value key, Value value) {
  COIL_TRY(MemoryView* view, live_view(vm, self));
  if (view->readonly) return raise_type_error(vm, "cannot modify read-only memory");
  if (value.is_nothing()) return raise_type_error(vm, "cannot delete memory");
  if (!dimensions(view)) {
    if (key == Value(&ellipsis_cell)) key = vm.empty_tuple;
    if (!key.is(Kind::Tuple) || key.as<Tuple>()->size) return raise_type_error(vm, "invalid indexing of 0-dim memory");
  }
  if (key.is(Kind::Slice)) {
    if (dimensions(view) != 1) return raise(vm, Exc::NotImplementedError, "memoryview slice assignments are currently restricted to ndim = 1");
    COIL_TRY(SliceBounds slice, slice_bounds_reenter(vm, key, view->length));
    COIL_TRY(view, live_view(vm, self));
    ByteSpan source;
    Bytes* copy = nullptr;
    char format = 'B';
    BufferInfo info;
    if (buffer_info(value, &info)) format = info.format;
    if (value.is(Kind::MemoryView)) {
      COIL_TRY(MemoryView* from, live_view(vm, value));
      format = from->format;
      COIL_TRY(copy, gather(vm, from));
    } else {
      COIL_TRY(source, require_bytes(vm, value));
      COIL_TRY(copy, new_bytes(vm, source.data, source.size));
    }
    int64_t length = std::max<int64_t>(slice.length, 0);
    if (format != view->format || static_cast<int64_t>(copy->size) != length * view->itemsize) {
      return raise_value_error(vm, "memoryview assignment: lvalue and rvalue have different structures");
    }
    for (int64_t i = 0; i < length; i++) {
      COIL_TRY(uint8_t* item, item_data(vm, view, view->start + (slice.start + i * slice.step) * view->stride));
      std::memcpy(item, copy->data + i * view->itemsize, static_cast<size_t>(view->itemsize));
    }
    return ok();
  }
  if (is_tuple_of_slices(key)) {
    return raise(vm, Exc::NotImplementedError, "memoryview slice assignments are currently restricted to ndim = 1");
  }
  if (!class_of(key)->slots.index && !is_index_tuple(key)) return raise_type_error(vm, "memoryview: invalid slice key");
  COIL_TRY(int64_t offset, item_offset_reenter(vm, view, key, "sub-views are not implemented"));
  uint8_t packed[8];
  COIL_CHECK(pack_reenter(vm, view->format, value, packed));
  COIL_CHECK(live_view(vm, self));
  COIL_TRY(uint8_t* item, item_data(vm, view, offset));
  std::memcpy(item, packed, static_cast<size_t>(view->itemsize));
  return ok();
}

Result<int64_t> view_len(Vm& vm, Value self) {
  COIL_TRY(MemoryView* view, live_view(vm, self));
  return view->length;
}

Result<Value> view_repr(Vm& vm, Value self) {
  const char* state = self.as<MemoryView>()->owner.is_nothing() ? "released memory" : "memory";
  return new_str_format(vm, "<%s at %p>", state, static_cast<void*>(self.cell()));
}

Result<int64_t> view_hash(Vm& vm, Value self) {
  COIL_TRY(MemoryView* view, live_view(vm, self));
  if (!view->readonly) return raise_value_error(vm, "cannot hash writable memoryview object");
  if (!std::strchr("Bbc", view->format)) {
    return raise_value_error(vm, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
  }
  COIL_CHECK(hash_reenter(vm, view->owner));  // what may still change is refused
  COIL_TRY(Bytes* bytes, gather(vm, view));
  return vm.type(Kind::Bytes)->slots.hash(vm, bytes);
}

/// The view of a whole object that is no view itself.
MemoryView plain_view(Value owner, const BufferInfo& info) {
  MemoryView view{};
  view.owner = owner;
  view.length = static_cast<int64_t>(info.size) / info.itemsize;
  view.stride = view.itemsize = info.itemsize;
  view.format = info.format;
  view.readonly = info.readonly;
  return view;
}

Result<Value> view_compare(Vm& vm, Value self, Value other, CompareOp op) {
  if (op != CompareOp::Eq && op != CompareOp::Ne) return Value(&not_implemented_cell);
  bool want = op == CompareOp::Eq;
  MemoryView* left = self.as<MemoryView>();
  if (left->owner.is_nothing()) return Value::boolean((self == other) == want);
  BufferInfo info;
  MemoryView right;
  if (other.is(Kind::MemoryView)) {
    right = *other.as<MemoryView>();
    if (right.owner.is_nothing()) return Value::boolean(!want);
  } else if (buffer_info(other, &info)) {
    right = plain_view(other, info);
  } else {
    return Value(&not_implemented_cell);
  }
  if (dimensions(left) != dimensions(&right)) return Value::boolean(!want);
  for (size_t i = 0; i < dimensions(left); i++) {
    if (dimension_length(left, i) != dimension_length(&right, i)) return Value::boolean(!want);
  }
  // Items of formats that can't be read are never equal.
  if (!format_size(left->format) || !format_size(right.format)) return Value::boolean(!want);
  int64_t count = item_count(left), row = row_items(left);
  for (int64_t i = 0; i < count; i++) {
    COIL_TRY(uint8_t* a, item_data(vm, left, item_offset(left, i, row)));
    COIL_TRY(Value first, unpack(vm, left->format, a));
    COIL_TRY(uint8_t* b, item_data(vm, &right, item_offset(&right, i, row)));
    COIL_TRY(Value second, unpack(vm, right.format, b));
    COIL_TRY(Value equal, compare_reenter(vm, first, second, CompareOp::Eq));
    if (!equal.is_true()) return Value::boolean(!want);
  }
  return Value::boolean(want);
}

Result<Value> view_iter(Vm& vm, Value self) {
  COIL_TRY(MemoryView* view, live_view(vm, self));
  if (!dimensions(view)) return raise_type_error(vm, "invalid indexing of 0-dim memory");
  if (dimensions(view) > 1) return raise(vm, Exc::NotImplementedError, "multi-dimensional sub-views are not implemented");
  COIL_TRY(SeqIter* iterator, alloc<SeqIter>(vm, Kind::MemoryIter));
  iterator->sequence = self;
  return iterator;
}

Result<Value> view_iter_next(Vm& vm, Value self) {
  SeqIter* iterator = self.as<SeqIter>();
  if (iterator->sequence.is_nothing()) return Value::stop();
  COIL_TRY(int64_t length, view_len(vm, iterator->sequence));
  if (iterator->index >= length) {
    iterator->sequence = Value();
    return Value::stop();
  }
  return view_get_item(vm, iterator->sequence, Value::small_int(iterator->index++));
}

Result<Value> view_make(Vm& vm, Class*, Value* args, size_t npos, Tuple* kwnames) {
  Value object;
  bool named = kwnames && kwnames->size && str_is(kwnames->items[0].as<Str>(), "object");
  if (npos || named) COIL_CHECK(bind_constructor(vm, "memoryview", {"object"}, 0, args, npos, kwnames, &object));
  if (object.is_nothing()) return raise_type_error(vm, "memoryview() missing required argument 'object' (pos 1)");
  if (object.is(Kind::MemoryView)) {
    COIL_TRY(MemoryView* view, live_view(vm, object));
    return new_view(vm, *view);
  }
  BufferInfo info;
  if (!buffer_info(object, &info)) return raise_type_error(vm, "memoryview: a bytes-like object is required, not '%s'", type_name(object));
  if (info.released) return raise_value_error(vm, "%s", info.released);
  return new_view(vm, plain_view(object, info));
}

// -- methods

NATIVE(view_tobytes, "tobytes(self, order='C')", "The viewed items as bytes.") {
  COIL_TRY(MemoryView* view, live_view(vm, args[0]));
  Value order = args.get(1, none());
  std::string_view name = "C";
  if (order.is(Kind::Str)) name = str_ascii_view(order.as<Str>());
  else if (!order.is_none()) return raise_type_error(vm, "tobytes() argument 'order' must be str or None, not %s", type_name(order));
  if (name != "C" && name != "F" && name != "A") return raise_value_error(vm, "order must be 'C', 'F' or 'A'");
  return gather(vm, view, name == "F" || (name == "A" && is_fortran_contiguous(view)));
}

/// Nested lists of the items from dimension `at` on; `item` counts items in order. At most 64 dimensions deep.
Result<Value> nested_list(Vm& vm, MemoryView* view, size_t at, int64_t* item) {
  if (at == dimensions(view)) {
    COIL_TRY(uint8_t* data, item_data(vm, view, item_offset(view, (*item)++, row_items(view))));
    return unpack(vm, view->format, data);
  }
  int64_t length = dimension_length(view, at);
  COIL_TRY(List* list, new_list(vm, static_cast<size_t>(length)));
  for (int64_t i = 0; i < length; i++) {
    COIL_TRY(Value element, nested_list(vm, view, at + 1, item));
    COIL_CHECK(list_append(vm, list, element));
  }
  return list;
}

NATIVE(view_tolist, "tolist(self, /)", "The viewed items as a list, nested for several dimensions.") {
  COIL_TRY(MemoryView* view, live_view(vm, args[0]));
  int64_t item = 0;
  return nested_list(vm, view, 0, &item);
}

NATIVE(view_hex, "hex(self, sep=None, bytes_per_sep=1)", "The viewed bytes as hexadecimal digits.") {
  COIL_TRY(MemoryView* view, live_view(vm, args[0]));
  COIL_TRY(Bytes* bytes, gather(vm, view));
  return bytes_hex(vm, bytes, args[1], args[2]);
}

NATIVE(view_toreadonly, "toreadonly(self, /)", "A read-only view of the same bytes.") {
  COIL_TRY(MemoryView* view, live_view(vm, args[0]));
  COIL_TRY(MemoryView* copy, new_view(vm, *view));
  copy->readonly = true;
  return copy;
}

void release(MemoryView* view) {
  uint32_t* exports = exports_of(view->owner);
  if (exports && *exports && !(view->flags & kViewUncounted)) --*exports;
  view->owner = Value();
}

NATIVE(view_release, "release(self, /)", "Give the viewed object free.") {
  release(self_as<MemoryView>(args));
  return none();
}

NATIVE(view_enter, "__enter__(self, /)", "The view itself.") {
  COIL_CHECK(live_view(vm, args[0]));
  return args[0];
}

NATIVE(view_exit, "__exit__(self, /, *exc_info)", "Release the view.") {
  release(self_as<MemoryView>(args));
  return none();
}

NATIVE(view_cast, "cast(self, format, shape=None)", "The same bytes as items of another format, or with another shape.") {
  COIL_TRY(MemoryView* view, live_view(vm, args[0]));
  COIL_TRY(Str* format_text, str_argument(vm, args[1], "cast", "'format'"));
  if (!is_contiguous(view)) return raise_type_error(vm, "memoryview: casts are restricted to C-contiguous views");
  Value shape = args.get(2, none());
  if (args.has(2) && view->length == 0) return raise_type_error(vm, "memoryview: cannot cast view with zeros in shape or strides");
  if (args.has(2) && !shape.is(Kind::List) && !shape.is(Kind::Tuple)) return raise_type_error(vm, "shape must be a list or a tuple");
  const bool flat = shape.is_none() || (shape.is(Kind::List) ? shape.as<List>()->size : shape.as<Tuple>()->size) == 1;
  if (!flat && dimensions(view) > 1) {
    return raise_type_error(vm, "memoryview: cast must be 1D -> ND or ND -> 1D");
  }
  std::string_view text = str_ascii_view(format_text);
  bool prefixed = !text.empty() && text[0] == '@';
  if (prefixed) text.remove_prefix(1);
  char format = text.size() == 1 ? text[0] : 0;
  int64_t size = format_size(format);
  if (!size) {
    return raise_value_error(vm, "memoryview: destination format must be a native single character format prefixed with an optional '@'");
  }
  auto is_byte = [](char c) { return c == 'B' || c == 'b' || c == 'c'; };
  if (!is_byte(format) && !is_byte(view->format)) {
    return raise_type_error(vm, "memoryview: cannot cast between two non-byte formats");
  }
  int64_t total = item_count(view) * view->itemsize;
  if (total % size) return raise_type_error(vm, "memoryview: length is not a multiple of itemsize");
  MemoryView cast = *view;
  cast.itemsize = cast.stride = size;
  cast.length = total / size;
  cast.format = format;
  cast.flags = prefixed ? kViewAtPrefix : 0;
  cast.shape = nullptr;
  if (!shape.is_none()) {
    COIL_TRY(Tuple* lengths, tuple_from_iterable_reenter(vm, shape));
    if (lengths->size > 64) return raise_value_error(vm, "memoryview: number of dimensions must not exceed 64");
    int64_t product = size;
    for (size_t i = 0; i < lengths->size; i++) {
      Value length = lengths->items[i];
      if (!length.is_int()) return raise_type_error(vm, "memoryview.cast(): elements of shape must be integers");
      COIL_TRY(int64_t items, ssize_argument_reenter(vm, length));
      if (items <= 0) {
        return raise_value_error(vm, "memoryview.cast(): elements of shape must be integers > 0");
      }
      if (__builtin_mul_overflow(product, items, &product)) {
        return raise_value_error(vm, "memoryview.cast(): product(shape) > SSIZE_MAX");
      }
    }
    if (product != total) return raise_type_error(vm, "memoryview: product(shape) * itemsize != buffer size");
    if (lengths->size != 1) {
      cast.shape = lengths;
      cast.length = lengths->size ? lengths->items[0].small_int() : 1;
      cast.stride = row_items(&cast) * size;
    }
  }
  COIL_CHECK(live_view(vm, args[0]));
  return new_view(vm, cast);
}

// -- attributes

Result<Value> get_obj(Vm& vm, Value self) {
  COIL_TRY(MemoryView* view, live_view(vm, self));
  return view->owner;
}
Result<Value> get_nbytes(Vm& vm, Value self) {
  COIL_TRY(MemoryView* view, live_view(vm, self));
  return Value::small_int(item_count(view) * view->itemsize);
}
Result<Value> get_itemsize(Vm& vm, Value self) {
  COIL_TRY(MemoryView* view, live_view(vm, self));
  return Value::small_int(view->itemsize);
}
Result<Value> get_format(Vm& vm, Value self) {
  COIL_TRY(MemoryView* view, live_view(vm, self));
  if (view->flags & kViewAtPrefix) return new_str_format(vm, "@%c", view->format);
  return new_str_char(vm, static_cast<uint8_t>(view->format));
}
Result<Value> get_readonly(Vm& vm, Value self) {
  COIL_TRY(MemoryView* view, live_view(vm, self));
  return Value::boolean(view->readonly);
}
Result<Value> get_ndim(Vm& vm, Value self) {
  COIL_TRY(MemoryView* view, live_view(vm, self));
  return Value::small_int(static_cast<int64_t>(dimensions(view)));
}
Result<Value> get_shape(Vm& vm, Value self) {
  COIL_TRY(MemoryView* view, live_view(vm, self));
  if (view->shape) return view->shape;
  return make_tuple(vm, {Value::small_int(view->length)});
}
Result<Value> get_strides(Vm& vm, Value self) {
  COIL_TRY(MemoryView* view, live_view(vm, self));
  size_t count = dimensions(view);
  COIL_TRY(Tuple* strides, new_tuple(vm, count));
  int64_t stride = view->itemsize;
  for (size_t i = count; i-- > 0;) {
    strides->items[i] = Value::small_int(i ? stride : view->stride);
    stride *= dimension_length(view, i);
  }
  return strides;
}
Result<Value> get_suboffsets(Vm& vm, Value self) {
  COIL_CHECK(live_view(vm, self));
  return vm.empty_tuple;
}
Result<Value> get_contiguous(Vm& vm, Value self) {
  COIL_TRY(MemoryView* view, live_view(vm, self));
  return Value::boolean(is_contiguous(view) || is_fortran_contiguous(view));
}
Result<Value> get_c_contiguous(Vm& vm, Value self) {
  COIL_TRY(MemoryView* view, live_view(vm, self));
  return Value::boolean(is_contiguous(view));
}
Result<Value> get_f_contiguous(Vm& vm, Value self) {
  COIL_TRY(MemoryView* view, live_view(vm, self));
  return Value::boolean(is_fortran_contiguous(view));
}

constexpr GetSetSpec kObj{"obj", get_obj, nullptr, "The viewed object."};
constexpr GetSetSpec kNbytes{"nbytes", get_nbytes, nullptr, "Size of all items in bytes."};
constexpr GetSetSpec kItemsize{"itemsize", get_itemsize, nullptr, "Size of one item in bytes."};
constexpr GetSetSpec kFormat{"format", get_format, nullptr, "Format of an item, as in module struct."};
constexpr GetSetSpec kReadonly{"readonly", get_readonly, nullptr, "Whether the bytes can't be changed."};
constexpr GetSetSpec kNdim{"ndim", get_ndim, nullptr, "Number of dimensions."};
constexpr GetSetSpec kShape{"shape", get_shape, nullptr, "Length of each dimension."};
constexpr GetSetSpec kStrides{"strides", get_strides, nullptr, "Bytes between items of each dimension."};
constexpr GetSetSpec kSuboffsets{"suboffsets", get_suboffsets, nullptr, "Always empty."};
constexpr GetSetSpec kContiguous{"contiguous", get_contiguous, nullptr, "Whether the items lie side by side."};
constexpr GetSetSpec kCContiguous{"c_contiguous", get_c_contiguous, nullptr, "Whether the items lie side by side in C order."};
constexpr GetSetSpec kFContiguous{"f_contiguous", get_f_contiguous, nullptr, "Whether the items lie side by side in Fortran order."};

void trace_view(Cell* cell, Marker& marker) {
  MemoryView* view = static_cast<MemoryView*>(cell);
  marker.value(view->owner);
  marker.cell(view->shape);
}

}  // namespace

void setup_memoryview(Vm& vm) {
  g_heap.set_type(Kind::MemoryView, trace_view, nullptr);
  Slots& slots = vm.type(Kind::MemoryView)->slots;
  slots.repr = slots.str = view_repr;
  slots.hash = view_hash;
  slots.len = view_len;
  slots.get_item = view_get_item;
  slots.set_item = view_set_item;
  slots.compare = view_compare;
  slots.iter = view_iter;
  slots.make = view_make;
  define_type(vm, {Kind::MemoryView, "A view of the bytes of another object, without copying them.",
                   {&view_tobytes_spec, &view_tolist_spec, &view_hex_spec, &view_toreadonly_spec, &view_release_spec, &view_enter_spec,
                    &view_exit_spec, &view_cast_spec},
                   {&kObj, &kNbytes, &kItemsize, &kFormat, &kReadonly, &kNdim, &kShape, &kStrides, &kSuboffsets, &kContiguous,
                    &kCContiguous, &kFContiguous}});
  vm.type(Kind::MemoryIter)->slots.next = view_iter_next;
  define_type(vm, {Kind::MemoryIter, "Iterator over the items of a memoryview.", {}, {}});
}

}  // namespace coil
