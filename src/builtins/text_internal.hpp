// Shared by the files of str, bytes, bytearray and memoryview: reading arguments, and the parts that each file adds to a type.
#pragma once

#include <algorithm>
#include <cstring>

#include "objects/containers.hpp"
#include "objects/exception.hpp"
#include "objects/native.hpp"
#include "objects/number.hpp"
#include "objects/protocol.hpp"
#include "objects/str.hpp"
#include "objects/text_loops.hpp"
#include "objects/unicode.hpp"

namespace coil {

void setup_str_methods(Vm&);     // str_methods.cpp, str_split.cpp, str_case.cpp, str_format.cpp: natives added to str
void setup_str_split(Vm&);
void setup_str_case(Vm&);
void setup_str_format(Vm&);
void setup_bytes(Vm&);
void setup_bytearray(Vm&);
void setup_memoryview(Vm&);

/// Formatting gives a text of a derived class back as it is when none of these characters is in it.
inline bool stays_as_it_is(Value text, std::string_view special) {
  if (is_exact(text, Kind::Str)) return false;
  StrView chars = view(text);
  for (size_t i = 0; i < chars.length; i++) {
    if (chars[i] < 128 && special.find(static_cast<char>(chars[i])) != std::string_view::npos) return false;
  }
  return true;
}

// -- bytes_methods.cpp: what bytes and bytearray have in common
Result<Value> bytes_hex(Vm&, Value bytes_or_bytearray, Value separator, Value group);
void setup_bytes_methods(Vm&);
/// Result of a method of `self`: bytearray for bytearray and its subclasses, else bytes.
Result<Value> bytes_like(Vm&, Value self, const void* data, size_t size);
Result<Value> bytes_repr_text(Vm&, ByteSpan, const char* prefix, const char* suffix, bool escape_single = false);
Result<Value> bytes_compare(Vm&, Value self, Value other, CompareOp);
Result<bool> bytes_contains(Vm&, Value self, Value item);
Result<Value> bytes_mod(Vm&, Value left, Value right);
/// The bytes of the constructors' source argument (count, iterable, buffer, text with encoding) as a new Bytes or ByteArray.
Result<Value> bytes_from_source_reenter(Vm&, Kind, const char* type, Value source, Value encoding, Value errors);
/// __index__ of an item: 0..255 or ValueError `message`.
Result<uint8_t> byte_value_reenter(Vm&, Value, const char* message = "byte must be in range(0, 256)");
/// Bytes of an iterable of integers in 0..255.
Result<ByteArray*> bytes_from_iterable_reenter(Vm&, Value iterable);

/// Parameters of a constructor that takes some arguments by position or name: fills `out` (nothing: absent).
Result<void> bind_constructor(Vm&, const char* type, std::initializer_list<const char*> names, size_t positional_only, Value* args,
                              size_t npos, Tuple* kwnames, Value* out);

/// Slice-like index argument: `fallback` for absent and None, clamped to int64.
Result<int64_t> slice_index_reenter(Vm&, Value, int64_t fallback);
struct Bounds { size_t start, end; };
/// Clamp as slicing does; start may end up behind end (an empty range that finds nothing).
Bounds clamp_bounds(int64_t start, int64_t end, size_t length);
/// __index__ as Py_ssize_t / C int: OverflowError "Python int too large to convert to C ssize_t" / "C int".
Result<int64_t> ssize_argument_reenter(Vm&, Value);
Result<int> int_argument_reenter(Vm&, Value);
/// Factor of a repetition, count of bytes(n): OverflowError "cannot fit 'int' into an index-sized integer".
Result<int64_t> size_argument_reenter(Vm&, Value);
/// A Str or "name() argument 'what' must be str, not X" (`what` includes quotes when it needs them).
Result<Str*> str_argument(Vm&, Value, const char* function, const char* what);

/// Fills a Str of new_str_uninitialized() from left to right. The caller has asked for the exact length, and for a width that holds
/// whatever comes.
class StrWriter {
 public:
  explicit StrWriter(Str* str) : at_(str_data(str)), wide_(str->flags & kStrWide) {}
  void put(const StrView& text) { put(text, 0, text.length); }
  void put(const StrView& text, size_t start, size_t end) {
    if (start >= end) return;
    size_t count = end - start, width = wide_ ? sizeof(Char) : 1;
    if (wide_ && !text.wide) widen_chars(reinterpret_cast<Char*>(at_), text.narrow() + start, count);
    else std::memcpy(at_, static_cast<const uint8_t*>(text.data) + start * width, count * width);
    at_ += count * width;
  }
  void fill(Char c, size_t count) {
    if (wide_) std::fill_n(reinterpret_cast<Char*>(at_), count, c);
    else std::memset(at_, static_cast<int>(c), count);
    at_ += count * (wide_ ? sizeof(Char) : 1);
  }

 private:
  uint8_t* at_;
  bool wide_;
};

/// The same text in its narrowest form: for a Str that was filled as if its widest possible characters were there.
Result<Str*> narrowest(Vm&, Str*);

/// Length of a text of `length` characters with tabs expanded to multiples of `tab`; MemoryError where nothing could hold it.
/// `at(i)` reads a character.
template <class At>
Result<size_t> expanded_length(Vm& vm, size_t length, int tab, At at) {
  size_t total = 0, column = 0;
  for (size_t i = 0; i < length; i++) {
    uint32_t c = at(i);
    size_t width = 1;
    if (c == '\t') {
      width = tab > 0 ? static_cast<size_t>(tab) - column % static_cast<size_t>(tab) : 0;
      column += width;
    } else {
      column = c == '\n' || c == '\r' ? 0 : column + 1;
    }
    total += width;
    if (total > kMaxStrLength) return raise_memory_error(vm);
  }
  return total;
}

inline bool is_ascii_space(uint32_t c) { return c == ' ' || (c >= 9 && c <= 13); }
inline bool is_text_space(uint32_t c) {
  if (c < 128) return c == ' ' || (c >= 9 && c <= 13) || (c >= 28 && c <= 31);
  return char_is_space(c);
}

/// Whether the text is a name as far as its characters go; keywords are too.
bool is_identifier(StrView text);

}  // namespace coil
