// Methods that bytes and bytearray share. They read the receiver through byte_span() after the last call that may run language code,
// since that may change a bytearray; results are of the receiver's kind.
#include <algorithm>
#include <cstring>

#include "builtins/text_internal.hpp"
#include "objects/hex_digits.hpp"
#include "objects/iteration.hpp"
#include "objects/text_loops.hpp"

namespace coil {

Result<Value> bytes_like(Vm& vm, Value self, const void* data, size_t size) {
  if (self.is(Kind::ByteArray)) return new_bytearray(vm, data, size);
  return new_bytes(vm, data, size);
}

Result<uint8_t> byte_value_reenter(Vm& vm, Value value, const char* message) {
  int64_t number;
  if (value.is_small_int()) {
    number = value.small_int();
  } else {
    COIL_TRY(Value index, index_reenter(vm, value));
    if (!int_to_i64(index, &number)) number = -1;
  }
  if (number < 0 || number > 255) return raise_value_error(vm, "%s", message);
  return static_cast<uint8_t>(number);
}

namespace {

ByteSpan span_of(Value value) {
  ByteSpan span{nullptr, 0};
  byte_span(value, &span);
  return span;
}

/// [start, end) of the receiver, which is shared when it is immutable and whole.
Result<Value> piece(Vm& vm, Value self, size_t start, size_t end) {
  ByteSpan span = span_of(self);
  if (start == 0 && end == span.size && is_exact(self, Kind::Bytes)) return self;
  // The source of a bytearray's copy may only move when language code runs, which allocation does not.
  return bytes_like(vm, self, span.data + start, end - start);
}

Result<Value> whole(Vm& vm, Value self) { return piece(vm, self, 0, span_of(self).size); }

/// A result of the receiver's kind whose bytes are still to be written to `*out`.
Result<Value> room_like(Vm& vm, Value self, size_t size, uint8_t** out) {
  if (!self.is(Kind::ByteArray)) {
    COIL_TRY(Bytes* bytes, new_bytes_uninitialized(vm, size));
    *out = bytes->data;
    return Value(bytes);
  }
  COIL_TRY(ByteArray* array, new_bytearray(vm, nullptr, 0));
  COIL_CHECK(bytearray_resize(vm, array, size));
  *out = size ? array->buffer->data() : nullptr;
  return Value(array);
}

/// Bytes gathered in malloc'ed memory, for results of unknown size.
Result<Value> finish(Vm& vm, Value self, const std::string& text) { return bytes_like(vm, self, text.data(), text.size()); }

// -- searching

struct FindArguments {
  ByteSpan text;
  ByteSpan needle;
  uint8_t byte;   // an integer argument
  Bounds bounds;
  bool is_byte;
  ByteSpan sub() const { return is_byte ? ByteSpan{&byte, 1} : needle; }
};

Result<FindArguments> find_arguments_reenter(Vm& vm, Args args, const char* name) {
  if (!args.has(1)) return raise_type_error(vm, "%s() takes at least 1 argument (0 given)", name);
  FindArguments find{};
  COIL_TRY(int64_t start, slice_index_reenter(vm, args[2], 0));
  COIL_TRY(int64_t end, slice_index_reenter(vm, args[3], INT64_MAX));
  if (!byte_span(args[1], &find.needle)) {
    if (args[1].is(Kind::MemoryView)) COIL_CHECK(require_bytes(vm, args[1]));
    if (!class_of(args[1])->slots.index) {
      return raise_type_error(vm, "argument should be integer or bytes-like object, not '%s'", type_name(args[1]));
    }
    COIL_TRY(find.byte, byte_value_reenter(vm, args[1]));
    find.is_byte = true;
  }
  find.text = span_of(args[0]);
  find.bounds = clamp_bounds(start, end, find.text.size);
  return find;
}

size_t find_in(ByteSpan text, ByteSpan needle, Bounds bounds) {
  if (bounds.start > bounds.end) return kNotFound;
  size_t found = find_bytes(text.data + bounds.start, bounds.end - bounds.start, needle.data, needle.size);
  return found == kNotFound ? found : found + bounds.start;
}

size_t rfind_in(ByteSpan text, ByteSpan needle, Bounds bounds) {
  if (bounds.start > bounds.end) return kNotFound;
  size_t found = rfind_bytes(text.data + bounds.start, bounds.end - bounds.start, needle.data, needle.size);
  return found == kNotFound ? found : found + bounds.start;
}

size_t count_in(ByteSpan text, ByteSpan needle, Bounds bounds, size_t limit = ~size_t{0}) {
  if (bounds.start > bounds.end) return 0;
  if (!needle.size) return std::min(bounds.end - bounds.start + 1, limit);
  size_t count = 0;
  while (count < limit) {
    size_t found = find_in(text, needle, bounds);
    if (found == kNotFound) break;
    count++;
    bounds.start = found + needle.size;
  }
  return count;
}

Value position(size_t found) { return Value::small_int(found == kNotFound ? -1 : static_cast<int64_t>(found)); }

NATIVE(bytes_find, "find(self, sub=..., start=None, end=None, /)", "Lowest index of sub (bytes or an integer) within [start:end], or -1.") {
  COIL_TRY(FindArguments find, find_arguments_reenter(vm, args, "find"));
  return position(find_in(find.text, find.sub(), find.bounds));
}
NATIVE(bytes_rfind, "rfind(self, sub=..., start=None, end=None, /)", "Highest index of sub (bytes or an integer) within [start:end], or -1.") {
  COIL_TRY(FindArguments find, find_arguments_reenter(vm, args, "rfind"));
  return position(rfind_in(find.text, find.sub(), find.bounds));
}
NATIVE(bytes_index, "index(self, sub=..., start=None, end=None, /)", "Like find(), but raises ValueError when sub is absent.") {
  COIL_TRY(FindArguments find, find_arguments_reenter(vm, args, "index"));
  size_t found = find_in(find.text, find.sub(), find.bounds);
  if (found == kNotFound) return raise_value_error(vm, "subsection not found");
  return position(found);
}
NATIVE(bytes_rindex, "rindex(self, sub=..., start=None, end=None, /)", "Like rfind(), but raises ValueError when sub is absent.") {
  COIL_TRY(FindArguments find, find_arguments_reenter(vm, args, "rindex"));
  size_t found = rfind_in(find.text, find.sub(), find.bounds);
  if (found == kNotFound) return raise_value_error(vm, "subsection not found");
  return position(found);
}
NATIVE(bytes_count, "count(self, sub=..., start=None, end=None, /)", "Number of non-overlapping occurrences of sub within [start:end].") {
  COIL_TRY(FindArguments find, find_arguments_reenter(vm, args, "count"));
  return position(count_in(find.text, find.sub(), find.bounds));
}

bool tail_matches(ByteSpan text, ByteSpan part, Bounds bounds, bool at_end) {
  if (bounds.start > bounds.end || part.size > bounds.end - bounds.start) return false;
  return part.size == 0 || std::memcmp(text.data + (at_end ? bounds.end - part.size : bounds.start), part.data, part.size) == 0;
}

Result<Value> starts_or_ends_reenter(Vm& vm, Args args, bool at_end, const char* name) {
  if (!args.has(1)) return raise_type_error(vm, "%s() takes at least 1 argument (0 given)", name);
  COIL_TRY(int64_t start, slice_index_reenter(vm, args[2], 0));
  COIL_TRY(int64_t end, slice_index_reenter(vm, args[3], INT64_MAX));
  ByteSpan text = span_of(args[0]);
  Bounds bounds = clamp_bounds(start, end, text.size);
  if (args[1].is(Kind::Tuple)) {
    Tuple* parts = args[1].as<Tuple>();
    for (size_t i = 0; i < parts->size; i++) {
      COIL_TRY(ByteSpan part, require_bytes(vm, parts->items[i]));
      if (tail_matches(text, part, bounds, at_end)) return Value::boolean(true);
    }
    return Value::boolean(false);
  }
  ByteSpan part;
  if (!byte_span(args[1], &part)) {
    if (args[1].is(Kind::MemoryView)) COIL_CHECK(require_bytes(vm, args[1]));
    return raise_type_error(vm, "%s first arg must be bytes or a tuple of bytes, not %s", name, type_name(args[1]));
  }
  return Value::boolean(tail_matches(text, part, bounds, at_end));
}

NATIVE(bytes_startswith, "startswith(self, prefix=..., start=None, end=None, /)", "Whether the bytes begin with the prefix or with one of a tuple.") {
  return starts_or_ends_reenter(vm, args, false, "startswith");
}
NATIVE(bytes_endswith, "endswith(self, suffix=..., start=None, end=None, /)", "Whether the bytes end with the suffix or with one of a tuple.") {
  return starts_or_ends_reenter(vm, args, true, "endswith");
}

NATIVE(bytes_removeprefix, "removeprefix(self, prefix, /)", "The bytes without the prefix, if they have it.") {
  COIL_TRY(ByteSpan part, require_bytes(vm, args[1]));
  ByteSpan text = span_of(args[0]);
  return piece(vm, args[0], tail_matches(text, part, {0, text.size}, false) ? part.size : 0, text.size);
}
NATIVE(bytes_removesuffix, "removesuffix(self, suffix, /)", "The bytes without the suffix, if they have it.") {
  COIL_TRY(ByteSpan part, require_bytes(vm, args[1]));
  ByteSpan text = span_of(args[0]);
  return piece(vm, args[0], 0, text.size - (tail_matches(text, part, {0, text.size}, true) ? part.size : 0));
}

NATIVE(bytes_replace, "replace(self, old, new, count=-1, /)", "A copy with occurrences of old replaced by new; all of them when count is negative.") {
  for (size_t i : {1, 2}) COIL_CHECK(require_bytes(vm, args[i]));
  int64_t count = -1;
  if (args.has(3)) {
    COIL_TRY(count, ssize_argument_reenter(vm, args[3]));
  }
  COIL_TRY(ByteSpan from, require_bytes(vm, args[1]));
  COIL_TRY(ByteSpan to, require_bytes(vm, args[2]));
  ByteSpan text = span_of(args[0]);
  size_t limit = count < 0 ? ~size_t{0} : static_cast<size_t>(count);
  size_t found = from.size > text.size ? 0 : count_in(text, from, {0, text.size}, limit);
  if (!found) return whole(vm, args[0]);
  size_t gain, total;
  if (__builtin_mul_overflow(found, to.size, &gain) || __builtin_add_overflow(gain, text.size - found * from.size, &total) ||
      total > INT64_MAX) {
    return raise(vm, Exc::OverflowError, "replace bytes is too long");
  }
  uint8_t* out;
  COIL_TRY(Value result, room_like(vm, args[0], total, &out));
  if (from.size == 1 && to.size == 1 && limit > found) {
    exchange_chars(out, text.data, text.size, *from.data, *to.data);
    return result;
  }
  auto put = [&](const uint8_t* data, size_t size) {
    if (size) std::memcpy(out, data, size);
    out += size;
  };
  size_t at = 0;
  for (size_t i = 0; i < found; i++) {
    if (from.size) {
      size_t next = find_in(text, from, {at, text.size});
      put(text.data + at, next - at);
      put(to.data, to.size);
      at = next + from.size;
    } else {
      put(to.data, to.size);
      if (at < text.size) put(text.data + at++, 1);
    }
  }
  put(text.data + at, text.size - at);
  return result;
}

// -- splitting and joining

Result<size_t> max_splits_reenter(Vm& vm, Value argument) {
  if (argument.is_nothing()) return ~size_t{0};
  COIL_TRY(int64_t count, ssize_argument_reenter(vm, argument));
  return count < 0 ? ~size_t{0} : static_cast<size_t>(count);
}

/// [start, end) of the receiver, whose bytes are `text`.
Result<void> add_piece(Vm& vm, List* list, Value self, ByteSpan text, size_t start, size_t end) {
  if (start == 0 && end == text.size && is_exact(self, Kind::Bytes)) return list_append(vm, list, self);
  COIL_TRY(Value part, bytes_like(vm, self, text.data + start, end - start));
  return list_append(vm, list, part);
}

void reverse(List* list) {
  if (!list->size) return;
  Value* items = list->items();
  std::reverse(items, items + list->size);
  write_barrier(list->array);
}

Result<ByteSpan> separator_argument(Vm& vm, Value argument) {
  COIL_TRY(ByteSpan separator, require_bytes(vm, argument));
  if (!separator.size) return raise_value_error(vm, "empty separator");
  return separator;
}

NATIVE(bytes_split, "split(self, sep=None, maxsplit=-1)", "Pieces between occurrences of sep, or between runs of ASCII whitespace.") {
  COIL_TRY(size_t cuts, max_splits_reenter(vm, args[2]));
  Value self = args[0];
  ByteSpan separator{nullptr, 0};
  if (!args.get(1, none()).is_none()) {
    COIL_TRY(separator, separator_argument(vm, args[1]));
  }
  COIL_TRY(List* list, new_list(vm));
  ByteSpan text = span_of(self);
  size_t start = 0;
  if (separator.size) {
    while (cuts--) {
      size_t found = find_in(text, separator, {start, text.size});
      if (found == kNotFound) break;
      COIL_CHECK(add_piece(vm, list, self, text, start, found));
      start = found + separator.size;
    }
    COIL_CHECK(add_piece(vm, list, self, text, start, text.size));
    return list;
  }
  size_t i = 0;
  for (;;) {
    while (i < text.size && is_ascii_space(text.data[i])) i++;
    if (i == text.size) return list;
    start = i;
    if (cuts-- == 0) {
      COIL_CHECK(add_piece(vm, list, self, text, start, text.size));
      return list;
    }
    while (i < text.size && !is_ascii_space(text.data[i])) i++;
    COIL_CHECK(add_piece(vm, list, self, text, start, i));
  }
}

NATIVE(bytes_rsplit, "rsplit(self, sep=None, maxsplit=-1)", "Like split(), cutting from the end.") {
  COIL_TRY(size_t cuts, max_splits_reenter(vm, args[2]));
  Value self = args[0];
  ByteSpan separator{nullptr, 0};
  if (!args.get(1, none()).is_none()) {
    COIL_TRY(separator, separator_argument(vm, args[1]));
  }
  COIL_TRY(List* list, new_list(vm));
  ByteSpan text = span_of(self);
  size_t end = text.size;
  if (separator.size) {
    while (cuts--) {
      size_t found = rfind_in(text, separator, {0, end});
      if (found == kNotFound) break;
      COIL_CHECK(add_piece(vm, list, self, text, found + separator.size, end));
      end = found;
    }
    COIL_CHECK(add_piece(vm, list, self, text, 0, end));
    reverse(list);
    return list;
  }
  size_t i = text.size;
  for (;;) {
    while (i > 0 && is_ascii_space(text.data[i - 1])) i--;
    if (i == 0) break;
    end = i;
    if (cuts-- == 0) {
      COIL_CHECK(add_piece(vm, list, self, text, 0, end));
      break;
    }
    while (i > 0 && !is_ascii_space(text.data[i - 1])) i--;
    COIL_CHECK(add_piece(vm, list, self, text, i, end));
  }
  reverse(list);
  return list;
}

NATIVE(bytes_splitlines, "splitlines(self, keepends=False)", "Lines of the bytes, without their ends unless keepends is true.") {
  bool keep = false;
  if (args.has(1)) {
    COIL_TRY(int number, int_argument_reenter(vm, args[1]));
    keep = number != 0;
  }
  COIL_TRY(List* list, new_list(vm));
  ByteSpan text = span_of(args[0]);
  for (size_t i = 0; i < text.size;) {
    size_t start = i;
    while (i < text.size && text.data[i] != '\n' && text.data[i] != '\r') i++;
    size_t end = i;
    if (i < text.size) {
      i += text.data[i] == '\r' && i + 1 < text.size && text.data[i + 1] == '\n' ? 2 : 1;
      if (keep) end = i;
    }
    COIL_CHECK(add_piece(vm, list, args[0], text, start, end));
  }
  return list;
}

Result<Value> three_pieces(Vm& vm, Value self, size_t first_end, Value separator, size_t last_start) {
  COIL_TRY(Value first, piece(vm, self, 0, first_end));
  COIL_TRY(Value last, piece(vm, self, last_start, span_of(self).size));
  return make_tuple(vm, {first, separator, last});
}

Result<Value> partition(Vm& vm, Args args, bool from_end) {
  COIL_TRY(ByteSpan separator, separator_argument(vm, args[1]));
  ByteSpan text = span_of(args[0]);
  Bounds all{0, text.size};
  size_t found = from_end ? rfind_in(text, separator, all) : find_in(text, separator, all);
  Value middle = args[1];
  if (found != kNotFound) {
    if (args[0].is(Kind::ByteArray)) {
      COIL_TRY(middle, bytes_like(vm, args[0], separator.data, separator.size));
    }
    return three_pieces(vm, args[0], found, middle, found + separator.size);
  }
  Value copy = args[0];
  if (copy.is(Kind::ByteArray)) {
    COIL_TRY(copy, whole(vm, copy));
  }
  COIL_TRY(Value first, bytes_like(vm, args[0], nullptr, 0));
  COIL_TRY(Value second, bytes_like(vm, args[0], nullptr, 0));
  if (from_end) return make_tuple(vm, {first, second, copy});
  return make_tuple(vm, {copy, first, second});
}

NATIVE(bytes_partition, "partition(self, sep, /)", "The parts before the first sep, sep itself, and behind it.") {
  return partition(vm, args, false);
}
NATIVE(bytes_rpartition, "rpartition(self, sep, /)", "The parts before the last sep, sep itself, and behind it.") {
  return partition(vm, args, true);
}

NATIVE(bytes_join, "join(self, iterable, /)", "Concatenate the bytes of an iterable with these between them.") {
  COIL_TRY(Value sequence, list_or_tuple_reenter(vm, args[1], "can only join an iterable"));
  COIL_TRY(Tuple* items, tuple_from_iterable_reenter(vm, sequence));
  ByteSpan separator = span_of(args[0]);
  size_t total = items->size ? separator.size * (items->size - 1) : 0;
  if (items->size && separator.size > (size_t{1} << 46) / items->size) return raise(vm, Exc::OverflowError, "join() result is too long");
  for (size_t i = 0; i < items->size; i++) {
    ByteSpan item;
    if (!byte_span(items->items[i], &item)) {
      return raise_type_error(vm, "sequence item %zu: expected a bytes-like object, %s found", i, type_name(items->items[i]));
    }
    total += item.size;
  }
  if (items->size == 1 && is_exact(items->items[0], Kind::Bytes) && args[0].is(Kind::Bytes)) return items->items[0];
  Value result;
  uint8_t* out;
  if (args[0].is(Kind::ByteArray)) {
    COIL_TRY(ByteArray* array, new_bytearray(vm, nullptr, total));
    result = array;
    out = total ? array->buffer->data() : nullptr;
  } else {
    COIL_TRY(Bytes* bytes, new_bytes_uninitialized(vm, total));
    result = bytes;
    out = bytes->data;
  }
  for (size_t i = 0; i < items->size; i++) {
    auto put = [&](ByteSpan span) {
      if (span.size) std::memcpy(out, span.data, span.size);
      out += span.size;
    };
    if (i) put(separator);
    put(span_of(items->items[i]));
  }
  return result;
}

// -- padding and stripping

struct Padding {
  size_t missing;
  uint8_t fill;
};

Result<Padding> pad_arguments_reenter(Vm& vm, Args args, const char* name) {
  COIL_TRY(int64_t width, ssize_argument_reenter(vm, args[1]));
  uint8_t fill = ' ';
  if (args.has(2)) {
    ByteSpan span;
    if ((!args[2].is(Kind::Bytes) && !args[2].is(Kind::ByteArray)) || !byte_span(args[2], &span) || span.size != 1) {
      return raise_type_error(vm, "%s() argument 2 must be a byte string of length 1, not %s", name, type_name(args[2]));
    }
    fill = span.data[0];
  }
  int64_t size = static_cast<int64_t>(span_of(args[0]).size);
  return Padding{width > size ? static_cast<size_t>(width - size) : 0, fill};
}

Result<Value> padded(Vm& vm, Value self, size_t left, size_t right, uint8_t fill) {
  if (!left && !right) return whole(vm, self);
  if (left + right > size_t{1} << 46) return raise_memory_error(vm);
  ByteSpan text = span_of(self);
  size_t total = left + text.size + right;
  Value result;
  uint8_t* out;
  if (self.is(Kind::ByteArray)) {
    COIL_TRY(ByteArray* array, new_bytearray(vm, nullptr, total));
    result = array;
    out = array->buffer->data();
  } else {
    COIL_TRY(Bytes* bytes, new_bytes_uninitialized(vm, total));
    result = bytes;
    out = bytes->data;
  }
  std::memset(out, fill, left);
  if (text.size) std::memcpy(out + left, text.data, text.size);
  std::memset(out + left + text.size, fill, right);
  return result;
}

NATIVE(bytes_center, "center(self, width, fillchar=b' ', /)", "The bytes centred in a field of the given width.") {
  COIL_TRY(Padding pad, pad_arguments_reenter(vm, args, "center"));
  size_t width = pad.missing + span_of(args[0]).size;
  size_t left = pad.missing / 2 + (pad.missing & width & 1);
  return padded(vm, args[0], left, pad.missing - left, pad.fill);
}
NATIVE(bytes_ljust, "ljust(self, width, fillchar=b' ', /)", "The bytes at the left of a field of the given width.") {
  COIL_TRY(Padding pad, pad_arguments_reenter(vm, args, "ljust"));
  return padded(vm, args[0], 0, pad.missing, pad.fill);
}
NATIVE(bytes_rjust, "rjust(self, width, fillchar=b' ', /)", "The bytes at the right of a field of the given width.") {
  COIL_TRY(Padding pad, pad_arguments_reenter(vm, args, "rjust"));
  return padded(vm, args[0], pad.missing, 0, pad.fill);
}

NATIVE(bytes_zfill, "zfill(self, width, /)", "Pad with zeros on the left, behind a sign.") {
  COIL_TRY(int64_t width, ssize_argument_reenter(vm, args[1]));
  ByteSpan text = span_of(args[0]);
  if (width <= static_cast<int64_t>(text.size)) return whole(vm, args[0]);
  size_t missing = static_cast<size_t>(width) - text.size;
  COIL_TRY(Value result, padded(vm, args[0], missing, 0, '0'));
  uint8_t* data = const_cast<uint8_t*>(span_of(result).data);
  if (text.size && (data[missing] == '+' || data[missing] == '-')) std::swap(data[0], data[missing]);
  return result;
}

NATIVE(bytes_expandtabs, "expandtabs(self, tabsize=8)", "A copy with tabs replaced by blanks up to the next multiple of tabsize.") {
  int tab = 8;
  if (args.has(1)) {
    COIL_TRY(tab, int_argument_reenter(vm, args[1]));
  }
  ByteSpan text = span_of(args[0]);
  COIL_TRY(size_t total, expanded_length(vm, text.size, tab, [&](size_t i) { return text.data[i]; }));
  std::string out;
  out.reserve(total);
  size_t column = 0;
  for (size_t i = 0; i < text.size; i++) {
    char c = static_cast<char>(text.data[i]);
    if (c == '\t') {
      if (tab > 0) {
        size_t blanks = static_cast<size_t>(tab) - column % static_cast<size_t>(tab);
        out.append(blanks, ' ');
        column += blanks;
      }
    } else {
      out += c;
      column = c == '\n' || c == '\r' ? 0 : column + 1;
    }
  }
  return finish(vm, args[0], out);
}

Result<Value> strip(Vm& vm, Args args, bool left, bool right) {
  bool set[256] = {};
  if (args.get(1, none()).is_none()) {
    for (int c : {' ', '\t', '\n', '\r', '\v', '\f'}) set[c] = true;
  } else {
    COIL_TRY(ByteSpan chars, require_bytes(vm, args[1]));
    for (size_t i = 0; i < chars.size; i++) set[chars.data[i]] = true;
  }
  ByteSpan text = span_of(args[0]);
  size_t start = 0, end = text.size;
  if (left) while (start < end && set[text.data[start]]) start++;
  if (right) while (end > start && set[text.data[end - 1]]) end--;
  return piece(vm, args[0], start, end);
}

NATIVE(bytes_strip, "strip(self, bytes=None, /)", "The bytes without leading and trailing whitespace, or the given bytes.") { return strip(vm, args, true, true); }
NATIVE(bytes_lstrip, "lstrip(self, bytes=None, /)", "The bytes without leading whitespace, or the given bytes.") { return strip(vm, args, true, false); }
NATIVE(bytes_rstrip, "rstrip(self, bytes=None, /)", "The bytes without trailing whitespace, or the given bytes.") { return strip(vm, args, false, true); }

// -- translating and case

NATIVE(bytes_translate, "translate(self, table, /, delete=b'')", "Map each byte through a table of 256, without the bytes in delete.") {
  ByteSpan table{nullptr, 0}, removed{nullptr, 0};
  if (!args[1].is_none()) {
    COIL_TRY(table, require_bytes(vm, args[1]));
    if (table.size != 256) return raise_value_error(vm, "translation table must be 256 characters long");
  }
  bool drop[256] = {};
  if (args.has(2)) {
    COIL_TRY(removed, require_bytes(vm, args[2]));
    for (size_t i = 0; i < removed.size; i++) drop[removed.data[i]] = true;
  }
  ByteSpan text = span_of(args[0]);
  std::string out;
  out.reserve(text.size);
  for (size_t i = 0; i < text.size; i++) {
    uint8_t c = text.data[i];
    if (!drop[c]) out += static_cast<char>(table.data ? table.data[c] : c);
  }
  const bool unchanged = std::string_view(out) == std::string_view(reinterpret_cast<const char*>(text.data), text.size);
  if (unchanged && is_exact(args[0], Kind::Bytes)) return args[0];
  return finish(vm, args[0], out);
}

NATIVE(bytes_maketrans, "maketrans(frm, to, /)", "A table for translate() that maps each byte of frm to the one of to.") {
  COIL_TRY(ByteSpan from, require_bytes(vm, args[0]));
  COIL_TRY(ByteSpan to, require_bytes(vm, args[1]));
  if (from.size != to.size) return raise_value_error(vm, "maketrans arguments must have same length");
  uint8_t table[256];
  for (int c = 0; c < 256; c++) table[c] = static_cast<uint8_t>(c);
  for (size_t i = 0; i < from.size; i++) table[from.data[i]] = to.data[i];
  return new_bytes(vm, table, 256);
}

bool is_lower(uint8_t c) { return c >= 'a' && c <= 'z'; }
bool is_upper(uint8_t c) { return c >= 'A' && c <= 'Z'; }
bool is_alpha(uint8_t c) { return is_lower(c | 0x20); }
bool is_digit(uint8_t c) { return c >= '0' && c <= '9'; }
uint8_t to_lower(uint8_t c) { return is_upper(c) ? c + 32 : c; }
uint8_t to_upper(uint8_t c) { return is_lower(c) ? c - 32 : c; }

template <class F>
Result<Value> map_bytes(Vm& vm, Value self, F&& change) {
  ByteSpan text = span_of(self);
  uint8_t* out;
  COIL_TRY(Value result, room_like(vm, self, text.size, &out));
  for (size_t i = 0; i < text.size; i++) out[i] = change(text.data[i], i);
  return result;
}

Result<Value> change_case(Vm& vm, Value self, void (*change)(uint8_t*, const uint8_t*, size_t)) {
  ByteSpan text = span_of(self);
  uint8_t* out;
  COIL_TRY(Value result, room_like(vm, self, text.size, &out));
  change(out, text.data, text.size);
  return result;
}

NATIVE(bytes_lower, "lower(self, /)", "A copy with ASCII letters in lower case.") { return change_case(vm, args[0], lower_ascii); }
NATIVE(bytes_upper, "upper(self, /)", "A copy with ASCII letters in upper case.") { return change_case(vm, args[0], upper_ascii); }
NATIVE(bytes_swapcase, "swapcase(self, /)", "A copy with the case of ASCII letters swapped.") { return change_case(vm, args[0], swap_case_ascii); }
NATIVE(bytes_capitalize, "capitalize(self, /)", "A copy with the first byte in upper case and the others in lower case.") {
  return map_bytes(vm, args[0], [](uint8_t c, size_t i) { return i ? to_lower(c) : to_upper(c); });
}
NATIVE(bytes_title, "title(self, /)", "A copy where ASCII words start in upper case and go on in lower case.") {
  bool in_word = false;
  return map_bytes(vm, args[0], [&](uint8_t c, size_t) {
    uint8_t mapped = in_word ? to_lower(c) : to_upper(c);
    in_word = is_alpha(c);
    return mapped;
  });
}

template <class F>
Value all_bytes(Args args, F&& test) {
  ByteSpan text = span_of(args[0]);
  return Value::boolean(text.size && std::all_of(text.data, text.data + text.size, test));
}

NATIVE(bytes_isalpha, "isalpha(self, /)", "Whether all bytes are ASCII letters, and there are some.") { return all_bytes(args, is_alpha); }
NATIVE(bytes_isdigit, "isdigit(self, /)", "Whether all bytes are ASCII digits, and there are some.") { return all_bytes(args, is_digit); }
NATIVE(bytes_isalnum, "isalnum(self, /)", "Whether all bytes are ASCII letters or digits, and there are some.") {
  return all_bytes(args, [](uint8_t c) { return is_alpha(c) || is_digit(c); });
}
NATIVE(bytes_isspace, "isspace(self, /)", "Whether all bytes are ASCII whitespace, and there are some.") { return all_bytes(args, is_ascii_space); }
NATIVE(bytes_isascii, "isascii(self, /)", "Whether all bytes are below 128.") {
  return span_of(args[0]).size ? all_bytes(args, [](uint8_t c) { return c < 128; }) : Value::boolean(true);
}
NATIVE(bytes_islower, "islower(self, /)", "Whether there are lower case ASCII letters and no upper case ones.") {
  ByteSpan text = span_of(args[0]);
  return Value::boolean(std::any_of(text.data, text.data + text.size, is_lower) && std::none_of(text.data, text.data + text.size, is_upper));
}
NATIVE(bytes_isupper, "isupper(self, /)", "Whether there are upper case ASCII letters and no lower case ones.") {
  ByteSpan text = span_of(args[0]);
  return Value::boolean(std::any_of(text.data, text.data + text.size, is_upper) && std::none_of(text.data, text.data + text.size, is_lower));
}
NATIVE(bytes_istitle, "istitle(self, /)", "Whether ASCII words start in upper case and go on in lower case, and there are some.") {
  ByteSpan text = span_of(args[0]);
  bool in_word = false, found = false;
  for (size_t i = 0; i < text.size; i++) {
    uint8_t c = text.data[i];
    if (is_upper(c) ? in_word : is_lower(c) && !in_word) return Value::boolean(false);
    in_word = is_alpha(c);
    found |= in_word;
  }
  return Value::boolean(found);
}

// -- conversion

NATIVE(bytes_decode, "decode(self, encoding='utf-8', errors='strict')", "The text that the bytes encode.") {
  std::string encoding = "utf-8", errors = "strict";
  if (args.has(1)) {
    COIL_TRY(Str* name, str_argument(vm, args[1], "decode", "'encoding'"));
    encoding = str_utf8(name);
  }
  if (args.has(2)) {
    COIL_TRY(Str* name, str_argument(vm, args[2], "decode", "'errors'"));
    errors = str_utf8(name);
  }
  // Without bytes nobody asks for the codec.
  if (!span_of(args[0]).size) return vm.empty_str;
  return decode_bytes(vm, span_of(args[0]), encoding, errors);
}

NATIVE(bytes_fromhex, "fromhex(cls, string, /)", "Bytes from text of two hexadecimal digits each; blanks between them are skipped.") {
  if (!args[1].is(Kind::Str)) return raise_type_error(vm, "fromhex() argument must be str, not %s", argument_type_name(args[1]));
  StrView text = view(args[1]);
  // There are no more bytes than pairs of characters.
  COIL_TRY(Bytes* bytes, new_bytes_uninitialized(vm, text.length / 2));
  size_t size = 0;
  auto digit = [&](size_t at) { return at < text.length && text[at] < 128 ? hex_digit(static_cast<uint8_t>(text[at])) : -1; };
  for (size_t i = 0; i < text.length;) {
    int high = digit(i);
    if (high < 0 && is_ascii_space(text[i])) {
      i++;
      continue;
    }
    int low = digit(i + 1);
    if (high < 0 || low < 0) {
      return raise_value_error(vm, "non-hexadecimal number found in fromhex() arg at position %zu", high < 0 ? i : i + 1);
    }
    bytes->data[size++] = static_cast<uint8_t>(high << 4 | low);
    i += 2;
  }
  Class* cls = args[0].as<Class>();
  if (cls == vm.type(Kind::ByteArray)) return new_bytearray(vm, bytes->data, size);
  if (size < text.length / 2) {
    COIL_TRY(bytes, new_bytes(vm, bytes->data, size));
  }
  if (cls == vm.type(Kind::Bytes)) return bytes;
  return call_reenter(vm, cls, {bytes});
}

NATIVE(bytes_sizeof, "__sizeof__(self, /)", "Size in memory, in bytes.") {
  return Value::small_int(static_cast<int64_t>(span_of(args[0]).size + sizeof(Bytes)));
}

}  // namespace

Result<Value> bytes_hex(Vm& vm, Value self, Value separator, Value group_argument) {
  char between = 0;
  int group = separator ? 1 : 0;
  if (group_argument) {
    COIL_TRY(int given, int_argument_reenter(vm, group_argument));
    if (separator) group = given;
  }
  if (separator) {
    COIL_TRY(int64_t length, len_reenter(vm, separator));
    if (length != 1) return raise_value_error(vm, "sep must be length 1.");
    Char c;
    ByteSpan bytes;
    if (separator.is(Kind::Str)) c = view(separator)[0];
    else if (separator.is(Kind::Bytes) && byte_span(separator, &bytes)) c = bytes.data[0];
    else return raise_type_error(vm, "sep must be str or bytes.");
    if (c > 127) return raise_value_error(vm, "sep must be ASCII.");
    between = static_cast<char>(c);
  }
  size_t every = group ? static_cast<size_t>(group < 0 ? -int64_t{group} : group) : 0;
  ByteSpan span = span_of(self);
  if (!every) return new_hex_str(vm, span.data, span.size);
  std::string out;
  out.reserve(span.size * 2 + span.size / every);
  for (size_t i = 0; i < span.size; i++) {
    // Positive groups count from the end, negative ones from the start.
    if (i && (group > 0 ? span.size - i : i) % every == 0) out += between;
    out.append(kHex.digits[span.data[i]], 2);
  }
  return new_str_ascii(vm, out);
}

NATIVE(bytes_hex_method, "hex(self, sep=None, bytes_per_sep=1)", "The bytes as hexadecimal digits, with a separator every so many bytes.") {
  return bytes_hex(vm, args[0], args[1], args[2]);
}

Result<Value> bytes_repr_text(Vm& vm, ByteSpan span, const char* prefix, const char* suffix, bool escape_single) {
  bool has_single = span.size && std::memchr(span.data, '\'', span.size), has_double = span.size && std::memchr(span.data, '"', span.size);
  char quote = has_single && !has_double ? '"' : '\'';
  std::string out = prefix;
  out += quote;
  for (size_t i = 0; i < span.size; i++) {
    uint8_t c = span.data[i];
    if (c == quote || c == '\\' || (c == '\'' && escape_single)) {
      out += '\\';
      out += static_cast<char>(c);
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\r') {
      out += "\\r";
    } else if (c == '\t') {
      out += "\\t";
    } else if (c < 32 || c >= 127) {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\x%02x", c);
      out += escape;
    } else {
      out += static_cast<char>(c);
    }
  }
  out += quote;
  out += suffix;
  return new_str_ascii(vm, out);
}

Result<Value> bytes_compare(Vm&, Value self, Value other, CompareOp op) {
  ByteSpan left = span_of(self), right;
  bool comparable = self.is(Kind::ByteArray) || other.is(Kind::Bytes);
  if (!comparable || !byte_span(other, &right)) return Value(&not_implemented_cell);
  size_t common = std::min(left.size, right.size);
  int order = common ? std::memcmp(left.data, right.data, common) : 0;
  if (!order) order = left.size == right.size ? 0 : left.size < right.size ? -1 : 1;
  switch (op) {
    case CompareOp::Eq: return Value::boolean(order == 0);
    case CompareOp::Ne: return Value::boolean(order != 0);
    case CompareOp::Lt: return Value::boolean(order < 0);
    case CompareOp::Le: return Value::boolean(order <= 0);
    case CompareOp::Gt: return Value::boolean(order > 0);
    case CompareOp::Ge: return Value::boolean(order >= 0);
  }
  return Value(&not_implemented_cell);
}

Result<bool> bytes_contains(Vm& vm, Value self, Value item) {
  ByteSpan part;
  uint8_t byte;
  if (!byte_span(item, &part)) {
    auto refuse = [&]() -> Error { return raise_type_error(vm, "a bytes-like object is required, not '%s'", type_name(item)); };
    if (!class_of(item)->slots.index) return refuse();
    Result<Value> index = index_reenter(vm, item);
    if (!index) {
      clear_pending(vm);
      return refuse();
    }
    COIL_TRY(byte, byte_value_reenter(vm, *index));
    part = {&byte, 1};
  }
  ByteSpan text = span_of(self);
  return find_bytes(text.data, text.size, part.data, part.size) != kNotFound;
}

void setup_bytes_methods(Vm& vm) {
  for (Kind kind : {Kind::Bytes, Kind::ByteArray}) {
    define_class(vm, vm.type(kind),
                 {&bytes_find_spec, &bytes_rfind_spec, &bytes_index_spec, &bytes_rindex_spec, &bytes_count_spec,
                  &bytes_startswith_spec, &bytes_endswith_spec, &bytes_removeprefix_spec, &bytes_removesuffix_spec,
                  &bytes_replace_spec, &bytes_split_spec, &bytes_rsplit_spec, &bytes_splitlines_spec, &bytes_partition_spec,
                  &bytes_rpartition_spec, &bytes_join_spec, &bytes_center_spec, &bytes_ljust_spec, &bytes_rjust_spec,
                  &bytes_zfill_spec, &bytes_expandtabs_spec, &bytes_strip_spec, &bytes_lstrip_spec, &bytes_rstrip_spec,
                  &bytes_translate_spec, &bytes_maketrans_spec, &bytes_lower_spec, &bytes_upper_spec, &bytes_swapcase_spec,
                  &bytes_capitalize_spec, &bytes_title_spec, &bytes_isalpha_spec, &bytes_isdigit_spec, &bytes_isalnum_spec,
                  &bytes_isspace_spec, &bytes_isascii_spec, &bytes_islower_spec, &bytes_isupper_spec, &bytes_istitle_spec,
                  &bytes_decode_spec, &bytes_fromhex_spec, &bytes_sizeof_spec, &bytes_hex_method_spec},
                 {});
  }
}

}  // namespace coil
