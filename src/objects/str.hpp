// Text: construction and reading of Str cells. Methods of str are in builtins/str_*.cpp.
#pragma once

#include <string>
#include <string_view>

#include "objects/vm.hpp"

namespace coil {

using Char = uint32_t;
inline constexpr size_t kMaxStrLength = 0xfffffff0u;

/// From WTF-8 (UTF-8 that may hold lone surrogates, which the compiler uses); the input must be valid.
Result<Str*> new_str(Vm&, std::string_view wtf8);
Result<Str*> new_str_ascii(Vm&, std::string_view ascii);
Result<Str*> new_str_latin1(Vm&, const uint8_t* chars, size_t length);
/// Picks the narrowest representation.
Result<Str*> new_str_chars(Vm&, const Char* chars, size_t length);
/// One character; Latin-1 ones are shared.
Result<Str*> new_str_char(Vm&, Char c);
/// printf-style, for messages and reprs.
[[gnu::format(printf, 2, 3)]] Result<Str*> new_str_format(Vm&, const char* format, ...);
/// The interned Str of the text; never freed.
Str* intern(Vm&, std::string_view utf8);
Str* intern_str(Vm&, Str*);

/// Makes a rope flat; every reader below calls it. MemoryError is impossible to report from plain readers, so a failed flatten
/// is done by the operation that made the rope large: concat_str flattens eagerly when memory is near the limit.
void flatten(Str*);

/// Read access. Pointers stay valid as long as the Str is alive.
struct StrView {
  const void* data;
  size_t length;
  bool wide;
  bool ascii;
  Char operator[](size_t i) const {
    return wide ? static_cast<const Char*>(data)[i] : static_cast<const uint8_t*>(data)[i];
  }
  const uint8_t* narrow() const { return static_cast<const uint8_t*>(data); }
  const Char* chars() const { return static_cast<const Char*>(data); }
};
StrView view(Str*);
inline StrView view(Value v) { return view(v.as<Str>()); }

uint32_t str_hash(Str*);                 // seeded, never 0
bool str_equal(Str*, Str*);
int str_compare(Str*, Str*);             // by code points: <0, 0, >0
/// UTF-8 copy; lone surrogates become WTF-8 (3 bytes).
std::string str_utf8(Str*);
inline std::string str_utf8(Value v) { return str_utf8(v.as<Str>()); }
/// The text as char data when it is ASCII (no copy); empty view with data()==nullptr otherwise.
std::string_view str_ascii_view(Str*);
bool str_is(Str*, std::string_view ascii);

Result<Str*> concat_str(Vm&, Str*, Str*);           // a rope when the result is long
Result<Str*> substring(Vm&, Str*, size_t start, size_t end);

/// Grows text piece by piece; ends in one Str. Keeps its buffer outside the heap.
class StrBuilder {
 public:
  explicit StrBuilder(Vm& vm) : vm_(vm) {}
  ~StrBuilder();
  StrBuilder(const StrBuilder&) = delete;
  void add(std::string_view utf8_ascii);             // ASCII only
  void add_char(Char c);
  void add_repeated(Char c, size_t count);
  void add_str(Str*);
  void add_range(const StrView&, size_t start, size_t end);
  size_t length() const { return length_; }
  Result<Str*> finish();                             // MemoryError when it outgrew memory or kMaxStrLength

 private:
  bool reserve(size_t extra);
  void widen();
  Vm& vm_;
  void* data_ = nullptr;
  size_t length_ = 0, capacity_ = 0;
  bool wide_ = false, ascii_ = true, failed_ = false;
};

/// repr() of text, with CPython's choice of quotes and escapes.
Result<Str*> str_repr(Vm&, Str*);
/// str.format / format() mini-language for str; numbers are in number_format.hpp.
Result<Str*> str_format_spec(Vm&, Str*, Str* spec);
/// left % right.
Result<Value> str_percent_reenter(Vm&, Str* format, Value arguments);

// -- bytes (builtins/bytes_*.cpp has the methods)
Result<Bytes*> new_bytes(Vm&, const void* data, size_t size);
Result<Bytes*> new_bytes_uninitialized(Vm&, size_t size);
Result<ByteArray*> new_bytearray(Vm&, const void* data, size_t size);

/// Borrowed bytes of bytes, bytearray, memoryview (contiguous); false when the value has none. Valid until language code runs.
struct ByteSpan { const uint8_t* data; size_t size; };
bool byte_span(Value, ByteSpan* out);
/// byte_span or TypeError "a bytes-like object is required, not 'X'".
Result<ByteSpan> require_bytes(Vm&, Value);

// -- codecs: encodings utf-8, ascii, latin-1, utf-16(-le/-be), utf-32(-le/-be) with strict, ignore, replace, backslashreplace, xmlcharrefreplace, surrogateescape, surrogatepass, namereplace
Result<Bytes*> encode_str(Vm&, Str*, std::string_view encoding, std::string_view errors);
Result<Str*> decode_bytes(Vm&, ByteSpan, std::string_view encoding, std::string_view errors);

}  // namespace coil
