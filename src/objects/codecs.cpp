// Native encodings: UTF-8, UTF-16, UTF-32, ASCII, Latin-1 and those of base/charmaps.def in both directions, with CPython's error handlers
// and error texts. Encoders and decoders only find errors; what a handler makes of one is decided in one place for each direction.
// Handlers of programs run language code: the text is immutable, and the bytes are kept by decode_bytes.
#include <bit>
#include <cstring>

#include "objects/codecs.hpp"
#include "objects/exception.hpp"
#include "objects/text_loops.hpp"

namespace coil {

namespace {

/// How errors name the codec.
const char* error_name(const CodecChoice& choice) {
  switch (choice.codec) {
    case Codec::Utf8Sig: return "utf-8";
    case Codec::Latin1: return "latin-1";
    case Codec::Charmap: return "charmap";
    default: return choice.name;
  }
}

/// Native here, but in CPython found through the registry, which mentions the codec in errors of handlers.
bool is_in_registry(Codec codec) {
  switch (codec) {
    case Codec::Charmap: case Codec::Utf8Sig: case Codec::Utf16Le: case Codec::Utf16Be: case Codec::Utf32Le: case Codec::Utf32Be: return true;
    default: return false;
  }
}

/// The byte of a character above 127, or -1.
int charmap_byte(const CharMap* map, Char c) {
  for (int i = 0; i < 128; i++) {
    if (map->upper[i] == c && c != kUnmappedByte) return 128 + i;
  }
  return -1;
}

// -- encoding

/// Bytes that grow in malloc'ed memory.
class ByteBuilder {
 public:
  void add(uint8_t byte) { text_ += static_cast<char>(byte); }
  void add(const void* data, size_t size) { text_.append(static_cast<const char*>(data), size); }
  void reserve(size_t size) { text_.reserve(size); }
  Result<Bytes*> finish(Vm& vm) { return new_bytes(vm, text_.data(), text_.size()); }

 private:
  std::string text_;
};

bool is_surrogate(Char c) { return c >= 0xd800 && c < 0xe000; }

struct Encoder {
  Vm& vm;
  Str* source;
  StrView text;
  Codec codec;
  const CharMap* map;
  bool big_endian;
  const char* name;      // as error messages show it
  std::string_view errors;
  ByteBuilder out;

  bool has_byte_units() const {
    return codec == Codec::Ascii || codec == Codec::Latin1 || codec == Codec::Charmap || codec == Codec::Utf8 || codec == Codec::Utf8Sig;
  }

  size_t unit_size() const {
    if (has_byte_units()) return 1;
    return codec == Codec::Utf16 || codec == Codec::Utf16Le || codec == Codec::Utf16Be ? 2 : 4;
  }

  bool can_encode(Char c) const {
    switch (codec) {
      case Codec::Ascii: return c < 128;
      case Codec::Latin1: return c < 256;
      case Codec::Charmap: return c < 128 || charmap_byte(map, c) >= 0;
      default: return !is_surrogate(c);
    }
  }

  void put_unit(uint32_t unit, int size) {
    for (int i = 0; i < size; i++) out.add(static_cast<uint8_t>(unit >> 8 * (big_endian ? size - 1 - i : i)));
  }

  /// Also surrogates, for surrogatepass.
  void put(Char c) {
    switch (codec) {
      case Codec::Ascii:
      case Codec::Latin1: out.add(static_cast<uint8_t>(c)); return;
      case Codec::Charmap: out.add(static_cast<uint8_t>(c < 128 ? static_cast<int>(c) : charmap_byte(map, c))); return;
      case Codec::Utf8:
      case Codec::Utf8Sig:
        if (c < 0x80) {
          out.add(static_cast<uint8_t>(c));
          return;
        }
        if (c < 0x800) {
          out.add(static_cast<uint8_t>(0xc0 | c >> 6));
        } else {
          if (c < 0x10000) {
            out.add(static_cast<uint8_t>(0xe0 | c >> 12));
          } else {
            out.add(static_cast<uint8_t>(0xf0 | c >> 18));
            out.add(static_cast<uint8_t>(0x80 | (c >> 12 & 0x3f)));
          }
          out.add(static_cast<uint8_t>(0x80 | (c >> 6 & 0x3f)));
        }
        out.add(static_cast<uint8_t>(0x80 | (c & 0x3f)));
        return;
      case Codec::Utf16:
      case Codec::Utf16Le:
      case Codec::Utf16Be:
        if (c >= 0x10000) {
          put_unit(0xd7c0 + (c >> 10), 2);
          put_unit(0xdc00 | (c & 0x3ff), 2);
        } else {
          put_unit(c, 2);
        }
        return;
      default: put_unit(c, 4); return;
    }
  }

  void put_text(std::string_view ascii) {
    for (char c : ascii) put(static_cast<uint8_t>(c));
  }

  const char* reason() const {
    if (codec == Codec::Ascii) return "ordinal not in range(128)";
    if (codec == Codec::Latin1) return "ordinal not in range(256)";
    if (codec == Codec::Charmap) return "character maps to <undefined>";
    return "surrogates not allowed";
  }

  Result<Exception*> error(size_t start, size_t end) {
    COIL_TRY(Str* encoding, new_str(vm, name));
    COIL_TRY(Str* why, new_str(vm, reason()));
    return new_exception(vm, vm.exception(Exc::UnicodeEncodeError),
                         {encoding, source, Value::small_int(static_cast<int64_t>(start)),
                          Value::small_int(static_cast<int64_t>(end)), why});
  }

  Error fail(size_t start, size_t end) {
    COIL_TRY(Exception* exception, error(start, end));
    return raise_exception(vm, exception);
  }

  /// What the error handler makes of characters [start, end): where to go on.
  Result<size_t> handle_reenter(size_t start, size_t end) {
    if (errors == "strict") return fail(start, end);
    if (errors == "ignore") return end;
    if (!is_builtin_error_handler(errors)) return ask_program_reenter(start, end);
    for (size_t i = start; i < end; i++) {
      Char c = text[i];
      if (errors == "replace") {
        if (!can_encode('?')) return fail(start, end);
        put('?');
      } else if (errors == "xmlcharrefreplace") {
        put_text("&#" + std::to_string(c) + ";");
      } else if (errors == "backslashreplace") {
        put_text(backslash_escape(c));
      } else if (errors == "namereplace") {
        put_text(name_escape(c));
      } else if (errors == "surrogateescape") {
        if (c < 0xdc80 || c > 0xdcff || !has_byte_units()) return fail(codec == Codec::Charmap ? start : i, end);
        out.add(static_cast<uint8_t>(c - 0xdc00));
      } else {
        if (!is_surrogate(c) || codec == Codec::Ascii || codec == Codec::Latin1 || codec == Codec::Charmap) return fail(start, end);
        put(c);
      }
    }
    return end;
  }

  Result<size_t> ask_program_reenter(size_t start, size_t end) {
    COIL_TRY(Exception* exception, error(start, end));
    COIL_TRY(Replacement replacement, call_error_handler_reenter(vm, errors, exception, text.length, true));
    if (replacement.text.is(Kind::Bytes)) {
      auto* bytes = replacement.text.as<Bytes>();
      if (bytes->size % unit_size()) return raise_exception(vm, exception);
      out.add(bytes->data, bytes->size);
      return replacement.position;
    }
    // The encodings that know all characters take only ASCII here.
    const bool is_small = codec == Codec::Ascii || codec == Codec::Latin1 || codec == Codec::Charmap;
    StrView chars = view(replacement.text);
    for (size_t i = 0; i < chars.length; i++) {
      if (!(is_small ? can_encode(chars[i]) : chars[i] < 0x80)) return raise_exception(vm, exception);
      put(chars[i]);
    }
    return replacement.position;
  }

  Result<Bytes*> run_reenter() {
    if (text.ascii && (codec == Codec::Utf8 || codec == Codec::Ascii || codec == Codec::Latin1 || codec == Codec::Charmap)) {
      return new_bytes(vm, text.data, text.length);
    }
    if (!text.wide && codec == Codec::Latin1) return new_bytes(vm, text.data, text.length);
    out.reserve(text.length + text.length / 4);
    if (codec == Codec::Utf16 || codec == Codec::Utf32) put(0xfeff);
    if (codec == Codec::Utf8Sig) put(0xfeff);
    for (size_t i = 0; i < text.length;) {
      Char c = text[i];
      if (can_encode(c)) [[likely]] {
        put(c);
        i++;
        continue;
      }
      size_t end = i + 1;
      // UTF-16 and UTF-32 report each character alone.
      while (has_byte_units() && end < text.length && !can_encode(text[end])) end++;
      COIL_TRY(i, handle_reenter(i, end));
    }
    return out.finish(vm);
  }
};

// -- decoding

struct Decoder {
  Vm& vm;
  ByteSpan input;
  const char* name;
  std::string_view errors;
  int unit;              // bytes a code unit, for surrogatepass
  bool big_endian;
  bool final;            // nothing follows: incomplete characters are errors
  StrBuilder out;
  size_t offset = 0;     // of input in the bytes object of errors (behind a byte order mark)
  ByteSpan whole{};
  size_t consumed = 0;
  Bytes* decoded = nullptr;  // keeps what `whole` and `input` are of, once a handler of the program has been asked

  uint32_t read_unit(size_t at, int size) const {
    uint32_t value = 0;
    for (int i = 0; i < size; i++) value |= uint32_t{input.data[at + static_cast<size_t>(big_endian ? size - 1 - i : i)]} << 8 * i;
    return value;
  }

  Result<Exception*> error(size_t start, size_t end, const char* reason) {
    COIL_TRY(Str* encoding, new_str(vm, name));
    COIL_TRY(Str* why, new_str(vm, reason));
    COIL_TRY(Bytes* object, new_bytes(vm, whole.data, whole.size));
    return new_exception(vm, vm.exception(Exc::UnicodeDecodeError),
                         {encoding, object, Value::small_int(static_cast<int64_t>(start + offset)),
                          Value::small_int(static_cast<int64_t>(end + offset)), why});
  }

  Error fail(size_t start, size_t end, const char* reason) {
    COIL_TRY(Exception* exception, error(start, end, reason));
    return raise_exception(vm, exception);
  }

  Result<size_t> ask_program_reenter(size_t start, size_t end, const char* reason) {
    COIL_TRY(Exception* exception, error(start, end, reason));
    COIL_TRY(Replacement replacement, call_error_handler_reenter(vm, errors, exception, whole.size, false));
    out.add_str(replacement.text.as<Str>());
    decoded = replacement.object;
    whole = {decoded->data, decoded->size};
    input = {decoded->data + std::min(offset, decoded->size), decoded->size - std::min(offset, decoded->size)};
    return replacement.position < offset ? 0 : replacement.position - offset;
  }

  /// What the error handler makes of bytes [start, end): where to go on.
  Result<size_t> handle_reenter(size_t start, size_t end, const char* reason) {
    if (errors == "strict") return fail(start, end, reason);
    if (errors == "ignore") return end;
    if (errors == "replace") {
      out.add_char(0xfffd);
      return end;
    }
    if (errors == "backslashreplace") {
      for (size_t i = start; i < end; i++) {
        char escape[8];
        std::snprintf(escape, sizeof escape, "\\x%02x", input.data[i]);
        out.add(escape);
      }
      return end;
    }
    if (errors == "surrogateescape") {
      size_t at = start;
      while (at < end && at < start + 4 && input.data[at] >= 128) out.add_char(0xdc00u + input.data[at++]);
      if (at == start) return fail(start, end, reason);
      return at;
    }
    if (errors == "surrogatepass") {
      if (unit == 1 && std::string_view(name) == "utf-8" && input.size - start >= 3 && input.data[start] == 0xed && (input.data[start + 1] & 0xe0) == 0xa0 &&
          (input.data[start + 2] & 0xc0) == 0x80) {
        out.add_char(0xd000u | (input.data[start + 1] & 0x3fu) << 6 | (input.data[start + 2] & 0x3fu));
        return start + 3;
      }
      if (unit > 1 && input.size - start >= static_cast<size_t>(unit)) {
        Char c = read_unit(start, unit);
        if (is_surrogate(c)) {
          out.add_char(c);
          return start + static_cast<size_t>(unit);
        }
      }
      return fail(start, end, reason);
    }
    if (!is_builtin_error_handler(errors)) return ask_program_reenter(start, end, reason);
    return raise_type_error(vm, "don't know how to handle UnicodeDecodeError in error callback");
  }

  Result<void> utf8() {
    const uint8_t*& data = input.data;
    const size_t& size = input.size;
    auto continues = [&](size_t at) { return (data[at] & 0xc0) == 0x80; };
    for (size_t& i = consumed; i < size;) {
      uint8_t lead = data[i];
      if (lead < 0x80) {
        size_t end = i + 1;
        while (end < size && data[end] < 0x80) end++;
        out.add({reinterpret_cast<const char*>(data + i), end - i});
        i = end;
        continue;
      }
      const char* reason = "invalid continuation byte";
      size_t bad = 0;  // bytes of the error; 0: none
      size_t left = size - i;
      if (lead < 0xc2 || lead > 0xf4) {
        reason = "invalid start byte";
        bad = 1;
      } else {
        size_t need = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        size_t good = 1;
        while (good < need && good < left && continues(i + good)) {
          uint8_t second = data[i + 1];
          if (good == 1 && ((lead == 0xe0 && second < 0xa0) || (lead == 0xed && second >= 0xa0) ||
                            (lead == 0xf0 && second < 0x90) || (lead == 0xf4 && second >= 0x90))) break;
          good++;
        }
        if (good < need) {
          bad = good;
          // What may still become a surrogate waits for its end: the error handler may accept it.
          if (!final && lead == 0xed && left == 2 && (data[i + 1] & 0xe0) == 0xa0) break;
          if (good == left) reason = "unexpected end of data";
        } else {
          Char c = lead & (0x7fu >> need);
          for (size_t k = 1; k < need; k++) c = c << 6 | (data[i + k] & 0x3f);
          out.add_char(c);
          i += need;
        }
      }
      if (bad && i + bad == size && !final && reason == std::string_view("unexpected end of data")) break;
      if (bad) {
        COIL_TRY(i, handle_reenter(i, i + bad, reason));
      }
    }
    return ok();
  }

  Result<void> ascii() {
    for (size_t& i = consumed; i < input.size;) {
      size_t end = i;
      while (end < input.size && input.data[end] < 128) end++;
      out.add({reinterpret_cast<const char*>(input.data + i), end - i});
      i = end;
      if (i < input.size) {
        COIL_TRY(i, handle_reenter(i, i + 1, "ordinal not in range(128)"));
      }
    }
    return ok();
  }

  Result<void> charmap(const CharMap* map) {
    for (size_t& i = consumed; i < input.size;) {
      uint8_t byte = input.data[i];
      Char c = byte < 128 ? byte : map->upper[byte - 128];
      if (c != kUnmappedByte) {
        out.add_char(c);
        i++;
      } else {
        COIL_TRY(i, handle_reenter(i, i + 1, "character maps to <undefined>"));
      }
    }
    return ok();
  }

  Result<void> utf16() {
    for (size_t& i = consumed; i < input.size;) {
      if (input.size - i < 2) {
        if (!final) break;
        COIL_TRY(i, handle_reenter(i, input.size, "truncated data"));
        continue;
      }
      Char c = read_unit(i, 2);
      if (!is_surrogate(c)) {
        out.add_char(c);
        i += 2;
      } else if (c >= 0xdc00) {
        COIL_TRY(i, handle_reenter(i, i + 2, "illegal encoding"));
      } else if (input.size - i < 4) {
        if (!final) break;
        COIL_TRY(i, handle_reenter(i, input.size, "unexpected end of data"));
      } else {
        Char low = read_unit(i + 2, 2);
        if (low >= 0xdc00 && low < 0xe000) {
          out.add_char(0x10000 + ((c & 0x3ff) << 10 | (low & 0x3ff)));
          i += 4;
        } else {
          COIL_TRY(i, handle_reenter(i, i + 2, "illegal UTF-16 surrogate"));
        }
      }
    }
    return ok();
  }

  Result<void> utf32() {
    for (size_t& i = consumed; i < input.size;) {
      if (input.size - i < 4) {
        if (!final) break;
        COIL_TRY(i, handle_reenter(i, input.size, "truncated data"));
        continue;
      }
      Char c = read_unit(i, 4);
      if (is_surrogate(c)) {
        COIL_TRY(i, handle_reenter(i, i + 4, "code point in surrogate code point range(0xd800, 0xe000)"));
      } else if (c >= 0x110000) {
        COIL_TRY(i, handle_reenter(i, i + 4, "code point not in range(0x110000)"));
      } else {
        out.add_char(c);
        i += 4;
      }
    }
    return ok();
  }
};

/// How many of the eight bytes that begin here come before the first that is not ASCII.
size_t ascii_front(const uint8_t* p) {
  uint64_t word;
  std::memcpy(&word, p, sizeof word);
  word &= 0x8080808080808080u;
  return static_cast<size_t>(std::endian::native == std::endian::little ? std::countr_zero(word) : std::countl_zero(word)) / 8;
}

/// UTF-8 of text below 256.
Result<Value> encode_narrow_utf8(Vm& vm, const uint8_t* text, size_t length) {
  COIL_TRY(Bytes* bytes, new_bytes_uninitialized(vm, length + count_beyond_ascii(text, length)));
  uint8_t* out = bytes->data;
  for (const uint8_t *p = text, *end = text + length; p < end;) {
    if (end - p >= 8) {
      size_t front = ascii_front(p);
      std::memcpy(out, p, 8);
      p += front;
      out += front;
      if (front == 8) continue;
    }
    uint8_t c = *p++;
    if (c >= 0x80) {
      *out++ = static_cast<uint8_t>(0xc0 | c >> 6);
      c = static_cast<uint8_t>(0x80 | (c & 0x3f));
    }
    *out++ = c;
  }
  return bytes;
}

/// UTF-8 in two passes, or Value::stop() when the text has surrogates and needs the error handler.
Result<Value> encode_utf8(Vm& vm, const StrView& text) {
  if (!text.wide) return encode_narrow_utf8(vm, text.narrow(), text.length);
  size_t size = 0;
  for (size_t i = 0; i < text.length; i++) {
    Char c = text[i];
    if (is_surrogate(c)) return Value::stop();
    size += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
  }
  COIL_TRY(Bytes* bytes, new_bytes_uninitialized(vm, size));
  uint8_t* out = bytes->data;
  for (size_t i = 0; i < text.length; i++) {
    Char c = text[i];
    if (c < 0x80) {
      *out++ = static_cast<uint8_t>(c);
      continue;
    }
    if (c < 0x800) {
      *out++ = static_cast<uint8_t>(0xc0 | c >> 6);
    } else {
      if (c < 0x10000) {
        *out++ = static_cast<uint8_t>(0xe0 | c >> 12);
      } else {
        *out++ = static_cast<uint8_t>(0xf0 | c >> 18);
        *out++ = static_cast<uint8_t>(0x80 | (c >> 12 & 0x3f));
      }
      *out++ = static_cast<uint8_t>(0x80 | (c >> 6 & 0x3f));
    }
    *out++ = static_cast<uint8_t>(0x80 | (c & 0x3f));
  }
  return bytes;
}

/// A unit of UTF-16 as it lies in memory, and back.
uint16_t ordered(uint16_t unit, bool big_endian) { return big_endian == (std::endian::native == std::endian::big) ? unit : __builtin_bswap16(unit); }

/// UTF-16 in two passes, or Value::stop() when the text has surrogates and needs the error handler.
Result<Value> encode_utf16(Vm& vm, const StrView& text, bool with_mark, bool big_endian) {
  size_t units = text.length + with_mark;
  for (size_t i = 0; text.wide && i < text.length; i++) {
    if (is_surrogate(text.chars()[i])) return Value::stop();
    units += text.chars()[i] >= 0x10000;
  }
  COIL_TRY(Bytes* bytes, new_bytes_uninitialized(vm, 2 * units));
  uint8_t* out = bytes->data;
  auto put = [&](Char unit) {
    uint16_t word = ordered(static_cast<uint16_t>(unit), big_endian);
    std::memcpy(out, &word, sizeof word);
    out += sizeof word;
  };
  if (with_mark) put(0xfeff);
  for (size_t i = 0; i < text.length; i++) {
    Char c = text[i];
    if (c >= 0x10000) {
      put(0xd7c0 + (c >> 10));
      c = 0xdc00 | (c & 0x3ff);
    }
    put(c);
  }
  return bytes;
}

/// Text of UTF-16 without surrogates, or Value::stop().
Result<Value> decode_utf16(Vm& vm, ByteSpan bytes, bool big_endian) {
  if (bytes.size % 2) return Value::stop();
  auto unit_at = [&](size_t i) {
    uint16_t word;
    std::memcpy(&word, bytes.data + 2 * i, sizeof word);
    return Char{ordered(word, big_endian)};
  };
  size_t length = bytes.size / 2;
  Char all = 0;
  for (size_t i = 0; i < length; i++) {
    if (is_surrogate(unit_at(i))) return Value::stop();
    all |= unit_at(i);
  }
  if (length <= 1) return Value(length ? *new_str_char(vm, all) : vm.empty_str);
  COIL_TRY(Str* str, new_str_uninitialized(vm, length, all > 255, all < 128));
  if (all > 255) {
    for (size_t i = 0; i < length; i++) reinterpret_cast<Char*>(str_data(str))[i] = unit_at(i);
  } else {
    for (size_t i = 0; i < length; i++) str_data(str)[i] = static_cast<uint8_t>(unit_at(i));
  }
  return str;
}

/// One character of valid UTF-8; 0xffffffff when it is not valid.
Char read_utf8(const uint8_t*& p, const uint8_t* end) {
  constexpr Char kInvalid = 0xffffffffu;
  Char c = *p;
  if (c < 0x80) {
    p++;
    return c;
  }
  ptrdiff_t left = end - p;
  auto continues = [&](int i) { return (p[i] & 0xc0) == 0x80; };
  if (c < 0xe0) {
    if (c < 0xc2 || left < 2 || !continues(1)) return kInvalid;
    c = (c & 0x1f) << 6 | (p[1] & 0x3f);
    p += 2;
    return c;
  }
  if (c < 0xf0) {
    if (left < 3 || !continues(1) || !continues(2)) return kInvalid;
    c = (c & 0x0f) << 12 | (p[1] & 0x3fu) << 6 | (p[2] & 0x3f);
    if (c < 0x800 || is_surrogate(c)) return kInvalid;
    p += 3;
    return c;
  }
  if (left < 4 || !continues(1) || !continues(2) || !continues(3)) return kInvalid;
  c = (c & 0x07) << 18 | (p[1] & 0x3fu) << 12 | (p[2] & 0x3fu) << 6 | (p[3] & 0x3f);
  if (*p > 0xf4 || c < 0x10000 || c > 0x10ffff) return kInvalid;
  p += 4;
  return c;
}

/// One character of UTF-8 that is known to be valid.
Char take_utf8(const uint8_t*& p) {
  Char c = *p++;
  if (c < 0x80) return c;
  Char more = *p++ & 0x3fu;
  if (c < 0xe0) return (c & 0x1f) << 6 | more;
  more = more << 6 | (*p++ & 0x3fu);
  if (c < 0xf0) return (c & 0x0f) << 12 | more;
  return (c & 0x07) << 18 | more << 6 | (*p++ & 0x3fu);
}

template <class C>
void copy_utf8(C* out, const C* out_end, const uint8_t* p, const uint8_t* end) {
  while (p < end) {
    if (sizeof(C) == 1 && out_end - out >= 8) {
      size_t front = ascii_front(p);
      std::memcpy(out, p, 8);
      p += front;
      out += front;
      if (front == 8) continue;
    }
    *out++ = static_cast<C>(take_utf8(p));
  }
}

/// Text of valid UTF-8 in two passes, or Value::stop() when the bytes need the error handler.
Result<Value> decode_utf8(Vm& vm, ByteSpan bytes) {
  const uint8_t *p = bytes.data, *end = p + bytes.size;
  size_t length = 0;
  Char all = 0;
  while (p < end) {
    if (end - p >= 8) {
      size_t front = ascii_front(p);
      p += front;
      length += front;
      if (front == 8) continue;
    }
    Char c = read_utf8(p, end);
    if (c > 0x10ffff) return Value::stop();
    all |= c;
    length++;
  }
  if (length == 1) return new_str_char(vm, all);
  COIL_TRY(Str* str, new_str_uninitialized(vm, length, all > 255, all < 128));
  Char* wide = reinterpret_cast<Char*>(str_data(str));
  if (all > 255) copy_utf8(wide, wide + length, bytes.data, end);
  else copy_utf8(str_data(str), str_data(str) + length, bytes.data, end);
  return str;
}

}  // namespace

Result<Bytes*> encode_native_reenter(Vm& vm, Str* str, const CodecChoice& choice, std::string_view errors) {
  if (choice.codec == Codec::Utf8 && !(str->flags & kStrAscii)) {
    COIL_TRY(Value bytes, encode_utf8(vm, view(str)));
    if (!bytes.is_stop()) return bytes.as<Bytes>();
  }
  bool big_endian = choice.codec == Codec::Utf16Be || choice.codec == Codec::Utf32Be;
  if (choice.codec == Codec::Utf16 || choice.codec == Codec::Utf16Le || choice.codec == Codec::Utf16Be) {
    COIL_TRY(Value bytes, encode_utf16(vm, view(str), choice.codec == Codec::Utf16, big_endian));
    if (!bytes.is_stop()) return bytes.as<Bytes>();
  }
  Encoder encoder{vm, str, view(str), choice.codec, choice.map, big_endian, error_name(choice), errors, {}};
  return encoder.run_reenter();
}

Result<Str*> decode_native_reenter(Vm& vm, ByteSpan bytes, const CodecChoice& choice, std::string_view errors, DecodeState* state) {
  Codec codec = choice.codec;
  state->consumed = bytes.size;
  if (codec == Codec::Latin1) return new_str_latin1(vm, bytes.data, bytes.size);
  bool ascii_like = codec == Codec::Utf8 || codec == Codec::Ascii || codec == Codec::Charmap;
  if (ascii_like && all_ascii(bytes.data, bytes.size)) return new_str_ascii(vm, {reinterpret_cast<const char*>(bytes.data), bytes.size});
  if (codec == Codec::Utf8) {
    COIL_TRY(Value text, decode_utf8(vm, bytes));
    if (!text.is_stop()) return text.as<Str>();
  }
  Decoder decoder{.vm = vm, .input = bytes, .name = error_name(choice), .errors = errors, .unit = 1, .big_endian = false,
                  .final = state->final, .out = StrBuilder(vm), .whole = bytes};
  auto skip = [&](size_t size) {
    decoder.input = {bytes.data + size, bytes.size - size};
    decoder.offset = size;
  };
  // The byte order: given, or of a mark at the start, else the machine's.
  auto find_order = [&](Codec big, Codec either, int unit, uint32_t swapped_mark) {
    decoder.unit = unit;
    if (codec != either) {
      decoder.big_endian = codec == big;
      return;
    }
    if (!state->byte_order && bytes.size >= static_cast<size_t>(unit)) {
      uint32_t mark = decoder.read_unit(0, unit);
      if (mark == 0xfeff || mark == swapped_mark) skip(static_cast<size_t>(unit));
      state->byte_order = mark == swapped_mark ? 1 : -1;
    }
    decoder.big_endian = state->byte_order > 0;
  };
  switch (codec) {
    case Codec::Utf8Sig:
      if (bytes.size >= 3 && std::memcmp(bytes.data, "\xef\xbb\xbf", 3) == 0) {
        COIL_TRY(Str* text, decode_native_reenter(vm, {bytes.data + 3, bytes.size - 3}, {Codec::Utf8, nullptr, "utf-8"}, errors, state));
        state->consumed += 3;
        return text;
      }
      COIL_CHECK(decoder.utf8());
      break;
    case Codec::Ascii: COIL_CHECK(decoder.ascii()); break;
    case Codec::Charmap: COIL_CHECK(decoder.charmap(choice.map)); break;
    case Codec::Utf16: case Codec::Utf16Le: case Codec::Utf16Be: {
      find_order(Codec::Utf16Be, Codec::Utf16, 2, 0xfffe);
      COIL_TRY(Value text, decode_utf16(vm, decoder.input, decoder.big_endian));
      if (!text.is_stop()) return text.as<Str>();
      decoder.name = decoder.big_endian ? "utf-16-be" : "utf-16-le";
      COIL_CHECK(decoder.utf16());
      break;
    }
    case Codec::Utf32: case Codec::Utf32Le: case Codec::Utf32Be:
      find_order(Codec::Utf32Be, Codec::Utf32, 4, 0xfffe0000);
      decoder.name = decoder.big_endian ? "utf-32-be" : "utf-32-le";
      COIL_CHECK(decoder.utf32());
      break;
    default: COIL_CHECK(decoder.utf8()); break;
  }
  state->consumed = decoder.consumed + decoder.offset;
  return decoder.out.finish();
}

Result<Bytes*> encode_str(Vm& vm, Str* str, std::string_view encoding, std::string_view errors) {
  CodecChoice choice{Codec::Utf8, nullptr, "utf-8"};
  if (encoding != "utf-8" && encoding != "UTF-8") {
    if (encoding.find('\0') != encoding.npos) return raise_value_error(vm, "embedded null character");
    choice = find_native_codec(encoding);
  }
  if (choice.codec != Codec::None) {
    Result<Bytes*> bytes = encode_native_reenter(vm, str, choice, errors);
    if (!bytes && is_in_registry(choice.codec)) return name_codec_in_error(vm, "encoding", encoding);
    return bytes;
  }
  COIL_TRY(Value bytes, encode_registered_reenter(vm, str, encoding, errors, true));
  return bytes.as<Bytes>();
}

Result<Str*> decode_bytes(Vm& vm, ByteSpan bytes, std::string_view encoding, std::string_view errors) {
  CodecChoice choice{Codec::Utf8, nullptr, "utf-8"};
  if (encoding != "utf-8" && encoding != "UTF-8") {
    if (encoding.find('\0') != encoding.npos) return raise_value_error(vm, "embedded null character");
    choice = find_native_codec(encoding);
  }
  Bytes* kept = nullptr;
  if (choice.codec == Codec::None || !is_builtin_error_handler(errors)) {
    // The owner of the bytes may change while language code runs.
    COIL_TRY(kept, new_bytes(vm, bytes.data, bytes.size));
    bytes = {kept->data, kept->size};
  }
  if (choice.codec == Codec::None) {
    COIL_TRY(Value text, decode_registered_reenter(vm, kept, encoding, errors, true));
    return text.as<Str>();
  }
  DecodeState state;
  Result<Str*> text = decode_native_reenter(vm, bytes, choice, errors, &state);
  asm volatile("" : : "r"(kept));  // found by the scan of the stack until here
  if (!text && is_in_registry(choice.codec)) return name_codec_in_error(vm, "decoding", encoding);
  return text;
}

}  // namespace coil
