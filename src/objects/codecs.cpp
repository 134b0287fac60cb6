// Text encodings: UTF-8, UTF-16, UTF-32, ASCII and Latin-1 in both directions, with CPython's error handlers and error texts.
// Encoders and decoders only find errors; what a handler makes of one is decided in one place for each direction.
#include <cstring>

#include "objects/str.hpp"

namespace coil {

namespace {

enum class Codec { Utf8, Utf8Sig, Ascii, Latin1, Utf16, Utf16Le, Utf16Be, Utf32, Utf32Le, Utf32Be };

struct CodecName {
  const char* name;
  Codec codec;
};

/// Names as CPython normalises them: lower case, every run of other characters than letters, digits and dots is one '_'.
constexpr CodecName kCodecNames[] = {
    {"utf_8", Codec::Utf8}, {"utf8", Codec::Utf8}, {"u8", Codec::Utf8}, {"utf", Codec::Utf8}, {"cp65001", Codec::Utf8},
    {"utf8_ucs2", Codec::Utf8}, {"utf8_ucs4", Codec::Utf8}, {"utf_8_sig", Codec::Utf8Sig}, {"ascii", Codec::Ascii},
    {"us_ascii", Codec::Ascii}, {"646", Codec::Ascii}, {"iso646_us", Codec::Ascii}, {"ansi_x3.4_1968", Codec::Ascii},
    {"latin_1", Codec::Latin1}, {"latin1", Codec::Latin1}, {"latin", Codec::Latin1}, {"l1", Codec::Latin1},
    {"iso_8859_1", Codec::Latin1}, {"iso8859_1", Codec::Latin1}, {"iso8859", Codec::Latin1}, {"8859", Codec::Latin1},
    {"cp819", Codec::Latin1}, {"utf_16", Codec::Utf16}, {"utf16", Codec::Utf16}, {"u16", Codec::Utf16},
    {"utf_16_le", Codec::Utf16Le}, {"utf_16le", Codec::Utf16Le}, {"utf_16_be", Codec::Utf16Be}, {"utf_16be", Codec::Utf16Be},
    {"utf_32", Codec::Utf32}, {"utf32", Codec::Utf32}, {"u32", Codec::Utf32}, {"utf_32_le", Codec::Utf32Le},
    {"utf_32le", Codec::Utf32Le}, {"utf_32_be", Codec::Utf32Be}, {"utf_32be", Codec::Utf32Be},
};

Result<Codec> find_codec(Vm& vm, std::string_view name) {
  if (name.find('\0') != name.npos) return raise_value_error(vm, "embedded null character");
  char normal[32];
  size_t size = 0;
  bool gap = false;
  for (char c : name) {
    bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!letter && !(c >= '0' && c <= '9') && c != '.') {
      gap = true;
      continue;
    }
    if (size + 2 >= sizeof normal) {
      size = 0;
      break;
    }
    if (gap && size) normal[size++] = '_';
    gap = false;
    normal[size++] = letter ? static_cast<char>(c | 0x20) : c;
  }
  std::string_view key(normal, size);
  for (const CodecName& entry : kCodecNames) {
    if (key == entry.name) return entry.codec;
  }
  std::string message = "unknown encoding: ";
  message += name;
  return raise_text(vm, Exc::LookupError, message);
}

Error raise_unknown_handler(Vm& vm, std::string_view errors) {
  std::string message = "unknown error handler name '";
  message.append(errors).append("'");
  return raise_text(vm, Exc::LookupError, message);
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
  bool big_endian;
  const char* name;      // as error messages show it
  std::string_view errors;
  ByteBuilder out;

  bool can_encode(Char c) const {
    switch (codec) {
      case Codec::Ascii: return c < 128;
      case Codec::Latin1: return c < 256;
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

  void put_text(const char* ascii) {
    while (*ascii) put(static_cast<uint8_t>(*ascii++));
  }

  const char* reason() const {
    if (codec == Codec::Ascii) return "ordinal not in range(128)";
    if (codec == Codec::Latin1) return "ordinal not in range(256)";
    return "surrogates not allowed";
  }

  Error fail(size_t start, size_t end) {
    auto build = [&]() -> Result<void> {
      COIL_TRY(Str* encoding, new_str(vm, name));
      COIL_TRY(Str* why, new_str(vm, reason()));
      return raise_with_args(vm, Exc::UnicodeEncodeError,
                             {encoding, source, Value::small_int(static_cast<int64_t>(start)),
                              Value::small_int(static_cast<int64_t>(end)), why});
    };
    (void)build();
    return Error{};
  }

  /// What the error handler makes of characters [start, end).
  Result<void> handle(size_t start, size_t end) {
    if (errors == "strict") return fail(start, end);
    if (errors == "ignore") return ok();
    char escape[24];
    for (size_t i = start; i < end; i++) {
      Char c = text[i];
      if (errors == "replace") {
        put('?');
      } else if (errors == "xmlcharrefreplace") {
        std::snprintf(escape, sizeof escape, "&#%u;", c);
        put_text(escape);
      } else if (errors == "backslashreplace") {
        std::snprintf(escape, sizeof escape, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
        put_text(escape);
      } else if (errors == "surrogateescape") {
        if (c < 0xdc80 || c > 0xdcff) return fail(i, end);
        out.add(static_cast<uint8_t>(c - 0xdc00));
      } else if (errors == "surrogatepass") {
        if (!is_surrogate(c) || codec == Codec::Ascii || codec == Codec::Latin1) return fail(start, end);
        put(c);
      } else {
        return raise_unknown_handler(vm, errors);
      }
    }
    return ok();
  }

  Result<Bytes*> run() {
    if (text.ascii && (codec == Codec::Utf8 || codec == Codec::Ascii || codec == Codec::Latin1)) {
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
      while (end < text.length && !can_encode(text[end])) end++;
      COIL_CHECK(handle(i, end));
      i = end;
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
  StrBuilder out;
  size_t offset = 0;     // of input in the bytes object of errors (behind a byte order mark)
  ByteSpan whole{};

  uint32_t read_unit(size_t at, int size) const {
    uint32_t value = 0;
    for (int i = 0; i < size; i++) value |= uint32_t{input.data[at + static_cast<size_t>(big_endian ? size - 1 - i : i)]} << 8 * i;
    return value;
  }

  Error fail(size_t start, size_t end, const char* reason) {
    auto build = [&]() -> Result<void> {
      COIL_TRY(Str* encoding, new_str(vm, name));
      COIL_TRY(Str* why, new_str(vm, reason));
      COIL_TRY(Bytes* object, new_bytes(vm, whole.data, whole.size));
      return raise_with_args(vm, Exc::UnicodeDecodeError,
                             {encoding, object, Value::small_int(static_cast<int64_t>(start + offset)),
                              Value::small_int(static_cast<int64_t>(end + offset)), why});
    };
    (void)build();
    return Error{};
  }

  /// What the error handler makes of bytes [start, end): where to go on.
  Result<size_t> handle(size_t start, size_t end, const char* reason) {
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
      if (unit == 1 && input.size - start >= 3 && input.data[start] == 0xed && (input.data[start + 1] & 0xe0) == 0xa0 &&
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
    return raise_unknown_handler(vm, errors);
  }

  Result<void> utf8() {
    const uint8_t* data = input.data;
    size_t size = input.size;
    auto continues = [&](size_t at) { return (data[at] & 0xc0) == 0x80; };
    for (size_t i = 0; i < size;) {
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
          if (good == left) reason = "unexpected end of data";
        } else {
          Char c = lead & (0x7fu >> need);
          for (size_t k = 1; k < need; k++) c = c << 6 | (data[i + k] & 0x3f);
          out.add_char(c);
          i += need;
        }
      }
      if (bad) {
        COIL_TRY(i, handle(i, i + bad, reason));
      }
    }
    return ok();
  }

  Result<void> ascii() {
    for (size_t i = 0; i < input.size;) {
      size_t end = i;
      while (end < input.size && input.data[end] < 128) end++;
      out.add({reinterpret_cast<const char*>(input.data + i), end - i});
      i = end;
      if (i < input.size) {
        COIL_TRY(i, handle(i, i + 1, "ordinal not in range(128)"));
      }
    }
    return ok();
  }

  Result<void> utf16() {
    for (size_t i = 0; i < input.size;) {
      if (input.size - i < 2) {
        COIL_TRY(i, handle(i, input.size, "truncated data"));
        continue;
      }
      Char c = read_unit(i, 2);
      if (!is_surrogate(c)) {
        out.add_char(c);
        i += 2;
      } else if (c >= 0xdc00) {
        COIL_TRY(i, handle(i, i + 2, "illegal encoding"));
      } else if (input.size - i < 4) {
        COIL_TRY(i, handle(i, input.size, "unexpected end of data"));
      } else {
        Char low = read_unit(i + 2, 2);
        if (low >= 0xdc00 && low < 0xe000) {
          out.add_char(0x10000 + ((c & 0x3ff) << 10 | (low & 0x3ff)));
          i += 4;
        } else {
          COIL_TRY(i, handle(i, i + 2, "illegal UTF-16 surrogate"));
        }
      }
    }
    return ok();
  }

  Result<void> utf32() {
    for (size_t i = 0; i < input.size;) {
      if (input.size - i < 4) {
        COIL_TRY(i, handle(i, input.size, "truncated data"));
        continue;
      }
      Char c = read_unit(i, 4);
      if (is_surrogate(c)) {
        COIL_TRY(i, handle(i, i + 4, "code point in surrogate code point range(0xd800, 0xe000)"));
      } else if (c >= 0x110000) {
        COIL_TRY(i, handle(i, i + 4, "code point not in range(0x110000)"));
      } else {
        out.add_char(c);
        i += 4;
      }
    }
    return ok();
  }
};

/// UTF-8 in two passes, or Value::stop() when the text has surrogates and needs the error handler.
Result<Value> encode_utf8(Vm& vm, const StrView& text) {
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

/// Text of valid UTF-8 in two passes, or Value::stop() when the bytes need the error handler.
Result<Value> decode_utf8(Vm& vm, ByteSpan bytes) {
  const uint8_t *p = bytes.data, *end = p + bytes.size;
  size_t length = 0;
  Char all = 0;
  while (p < end) {
    Char c = read_utf8(p, end);
    if (c > 0x10ffff) return Value::stop();
    all |= c;
    length++;
  }
  p = bytes.data;
  if (length == 1) return new_str_char(vm, all);
  COIL_TRY(Str* str, new_str_uninitialized(vm, length, all > 255, all < 128));
  if (all > 255) {
    for (Char* out = reinterpret_cast<Char*>(str_data(str)); p < end;) *out++ = read_utf8(p, end);
  } else {
    for (uint8_t* out = str_data(str); p < end;) *out++ = static_cast<uint8_t>(read_utf8(p, end));
  }
  return str;
}

bool all_below_128(ByteSpan bytes) {
  for (size_t i = 0; i < bytes.size; i++) {
    if (bytes.data[i] >= 128) return false;
  }
  return true;
}

}  // namespace

Result<Bytes*> encode_str(Vm& vm, Str* str, std::string_view encoding, std::string_view errors) {
  Codec codec = Codec::Utf8;
  if (encoding != "utf-8") {
    COIL_TRY(codec, find_codec(vm, encoding));
  }
  if (codec == Codec::Utf8 && !(str->flags & kStrAscii)) {
    COIL_TRY(Value bytes, encode_utf8(vm, view(str)));
    if (!bytes.is_stop()) return bytes.as<Bytes>();
  }
  const char* name = "utf-8";
  bool big_endian = false;
  switch (codec) {
    case Codec::Utf8: break;
    case Codec::Utf8Sig: break;
    case Codec::Ascii: name = "ascii"; break;
    case Codec::Latin1: name = "latin-1"; break;
    case Codec::Utf16: name = "utf-16"; break;
    case Codec::Utf16Le: name = "utf-16-le"; break;
    case Codec::Utf16Be: name = "utf-16-be"; big_endian = true; break;
    case Codec::Utf32: name = "utf-32"; break;
    case Codec::Utf32Le: name = "utf-32-le"; break;
    case Codec::Utf32Be: name = "utf-32-be"; big_endian = true; break;
  }
  Encoder encoder{vm, str, view(str), codec, big_endian, name, errors, {}};
  return encoder.run();
}

Result<Str*> decode_bytes(Vm& vm, ByteSpan bytes, std::string_view encoding, std::string_view errors) {
  Codec codec = Codec::Utf8;
  if (encoding != "utf-8") {
    COIL_TRY(codec, find_codec(vm, encoding));
  }
  if (codec == Codec::Latin1) return new_str_latin1(vm, bytes.data, bytes.size);
  if ((codec == Codec::Utf8 || codec == Codec::Ascii) && all_below_128(bytes)) {
    return new_str_ascii(vm, {reinterpret_cast<const char*>(bytes.data), bytes.size});
  }
  if (codec == Codec::Utf8) {
    COIL_TRY(Value text, decode_utf8(vm, bytes));
    if (!text.is_stop()) return text.as<Str>();
  }
  Decoder decoder{.vm = vm, .input = bytes, .name = "utf-8", .errors = errors, .unit = 1, .big_endian = false,
                  .out = StrBuilder(vm), .whole = bytes};
  auto skip = [&](size_t size) {
    decoder.input = {bytes.data + size, bytes.size - size};
    decoder.offset = size;
  };
  switch (codec) {
    case Codec::Utf8Sig:
      if (bytes.size >= 3 && std::memcmp(bytes.data, "\xef\xbb\xbf", 3) == 0) skip(3);
      [[fallthrough]];
    case Codec::Utf8: COIL_CHECK(decoder.utf8()); break;
    case Codec::Ascii:
      decoder.name = "ascii";
      COIL_CHECK(decoder.ascii());
      break;
    case Codec::Utf16:
    case Codec::Utf16Le:
    case Codec::Utf16Be:
      decoder.unit = 2;
      decoder.big_endian = codec == Codec::Utf16Be;
      if (codec == Codec::Utf16 && bytes.size >= 2) {
        if (decoder.read_unit(0, 2) == 0xfeff) {
          skip(2);
        } else if (decoder.read_unit(0, 2) == 0xfffe) {
          decoder.big_endian = true;
          skip(2);
        }
      }
      decoder.name = decoder.big_endian ? "utf-16-be" : "utf-16-le";
      COIL_CHECK(decoder.utf16());
      break;
    case Codec::Utf32:
    case Codec::Utf32Le:
    case Codec::Utf32Be:
      decoder.unit = 4;
      decoder.big_endian = codec == Codec::Utf32Be;
      if (codec == Codec::Utf32 && bytes.size >= 4) {
        if (decoder.read_unit(0, 4) == 0xfeff) {
          skip(4);
        } else if (decoder.read_unit(0, 4) == 0xfffe0000) {
          decoder.big_endian = true;
          skip(4);
        }
      }
      decoder.name = decoder.big_endian ? "utf-32-be" : "utf-32-le";
      COIL_CHECK(decoder.utf32());
      break;
    case Codec::Latin1: break;
  }
  return decoder.out.finish();
}

}  // namespace coil
