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
/// Room for text that the caller fills through str_data() before anything else happens. `ascii` must be exact, and a wide Str must get a
/// character above 255.
Result<Str*> new_str_uninitialized(Vm&, size_t length, bool wide, bool ascii);
inline uint8_t* str_data(Str* str) { return str->flags & kStrExternal ? str->external->data() : str->bytes; }
/// One character; Latin-1 ones are shared.
Result<Str*> new_str_char(Vm&, Char c);
/// printf-style, for messages and reprs.
[[gnu::format(printf, 2, 3)]] Result<Str*> new_str_format(Vm&, const char* format, ...);
/// The interned Str of the text; never freed.
Str* intern(Vm&, std::string_view utf8);
Str* intern_str(Vm&, Str*);

/// Makes the intern table, the names of names.def, the empty and the one-character strings. First thing after the heap exists:
/// strings need only their fixed shape index, not their class.
void setup_names(Vm&);

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
inline StrView view(Str* str) {
  const void* data = str->flags & kStrExternal ? str->external->data() : str->bytes;
  return {data, str->length, (str->flags & kStrWide) != 0, (str->flags & kStrAscii) != 0};
}
inline StrView view(Value v) { return view(v.as<Str>()); }

uint32_t str_hash(Str*);                 // seeded, never 0
/// Up to so many bytes a short function hashes, above them SipHash-1-3. Both depend on a key that every process chooses.
constexpr size_t kHashCutoff = 16;
uint64_t seeded_hash(const void* data, size_t size);
uint32_t text_hash(const void* data, size_t size);  // of strings and bytes alike, never 0
bool str_equal(Str*, Str*);
int str_compare(Str*, Str*);             // by code points: <0, 0, >0
/// UTF-8 copy; lone surrogates become WTF-8 (3 bytes).
std::string str_utf8(Str*);
inline std::string str_utf8(Value v) { return str_utf8(v.as<Str>()); }
/// The text as char data when it is ASCII (no copy); empty view with data()==nullptr otherwise.
std::string_view str_ascii_view(Str*);
bool str_is(Str*, std::string_view ascii);

/// Long results share a growing buffer with their left part, so that `s += x` in a loop is linear; see str.cpp.
Result<Str*> concat_str(Vm&, Str*, Str*);
/// Always of the exact type str; the Str itself when the range is all of an exact one.
Result<Str*> substring(Vm&, Str*, size_t start, size_t end);
/// A copy as an instance of a subclass of str (cls->root_shape), or the exact str itself for str.
Result<Str*> str_for_class(Vm&, Class* cls, Str*);
inline Result<Str*> exact_str(Vm& vm, Str* str) { return substring(vm, str, 0, str->length); }
Result<Str*> repeat_str(Vm&, Str*, int64_t count);   // count < 0 is 0
inline constexpr size_t kNotFound = ~size_t{0};
/// Position of the needle inside [start, end) of the text, or kNotFound. Linear in the worst case.
size_t find_text(const StrView& text, const StrView& needle, size_t start, size_t end);
size_t rfind_text(const StrView& text, const StrView& needle, size_t start, size_t end);

/// Grows text piece by piece; ends in one Str. Keeps short text in itself and longer text outside the heap.
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
  /// Moves what there is to memory for so many characters; false: there is none.
  template <class C>
  bool move_to(size_t capacity);
  Vm& vm_;
  alignas(Char) uint8_t short_[128];
  void* data_ = short_;
  size_t length_ = 0, capacity_ = sizeof short_;
  bool wide_ = false, ascii_ = true, failed_ = false;
};

/// The same over raw bytes.
size_t find_bytes(const uint8_t* data, size_t length, const uint8_t* needle, size_t size);
size_t rfind_bytes(const uint8_t* data, size_t length, const uint8_t* needle, size_t size);

/// repr() of text, with CPython's choice of quotes and escapes.
Result<Str*> str_repr(Vm&, Str*);
/// str.format / format() mini-language for str; numbers are in number_format.hpp.
Result<Str*> str_format_spec(Vm&, Str*, Str* spec);
/// left % right.
Result<Value> str_percent_reenter(Vm&, Str* format, Value arguments);

struct ByteSpan { const uint8_t* data; size_t size; };

// -- bytes (builtins/bytes_*.cpp has the methods)
Result<Bytes*> new_bytes(Vm&, const void* data, size_t size);
Result<Bytes*> new_bytes_uninitialized(Vm&, size_t size);
Result<ByteArray*> new_bytearray(Vm&, const void* data, size_t size);

/// Changes the size, keeping the front; BufferError while a memoryview pins it. New bytes are zero.
Result<void> bytearray_resize(Vm&, ByteArray*, size_t size);
/// BufferError "Existing exports of data: object cannot be re-sized" while a memoryview is alive.
Result<void> bytearray_check_exports(Vm&, ByteArray*);
inline ByteSpan bytearray_span(ByteArray* array) { return {array->size ? array->buffer->data() : nullptr, array->size}; }

/// A view of bytes or of a bytearray. Reads go through the owner each time, so a view is memory safe whatever the owner does.
struct MemoryView : Cell {  // Cell::flags: kViewAtPrefix, kViewUncounted
  Value owner;       // Bytes or ByteArray; nothing after release()
  int64_t start;     // byte offset of the first item
  int64_t length;    // items of the first dimension
  int64_t stride;    // bytes between items of the first dimension
  int64_t itemsize;
  Tuple* shape;      // of a cast to other than one dimension (contiguous), else nullptr
  char format;       // as in module struct
  bool readonly;
};

constexpr uint16_t kViewAtPrefix = 1;   // its format was given as "@i"
constexpr uint16_t kViewUncounted = 2;  // its owner does not count it as a view that pins the size: still_exported() took it for dead

/// Borrowed bytes of bytes, bytearray, memoryview (contiguous); false when the value has none. Valid until language code runs.
bool byte_span(Value, ByteSpan* out);
/// byte_span or TypeError "a bytes-like object is required, not 'X'".
Result<ByteSpan> require_bytes(Vm&, Value);

// -- codecs: encodings utf-8, ascii, latin-1, utf-16(-le/-be), utf-32(-le/-be) with strict, ignore, replace, backslashreplace, xmlcharrefreplace, surrogateescape, surrogatepass, namereplace
Result<Bytes*> encode_str(Vm&, Str*, std::string_view encoding, std::string_view errors);
Result<Str*> decode_bytes(Vm&, ByteSpan, std::string_view encoding, std::string_view errors);

}  // namespace coil
