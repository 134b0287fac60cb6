// Module _codec_escapes: the encodings unicode_escape, raw_unicode_escape, and the escapes of bytes literals.
#include <cstdio>

#include "builtins/warnings.hpp"
#include "modules/codecs.hpp"
#include "modules/support.hpp"
#include "objects/codecs.hpp"
#include "objects/exception.hpp"
#include "objects/protocol.hpp"
#include "unidata/unidata.hpp"

namespace coil {

namespace {

int hex_digit(uint8_t c) {
  if (c >= '0' && c <= '9') return c - '0';
  c |= 0x20;
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/// The bytes of a text (as UTF-8) or of a bytes-like object, as a cell of their own.
Result<Bytes*> escaped_argument(Vm& vm, Value value) {
  if (value.is(Kind::Str)) return encode_str(vm, value.as<Str>(), "utf-8", "strict");
  COIL_TRY(ByteSpan span, require_bytes(vm, value));
  return new_bytes(vm, span.data, span.size);
}

/// The first escape of a text that is none, for the warning that tells of it.
class InvalidEscape {
 public:
  void note(char kind) {
    if (text_.empty()) text_ = std::string("invalid escape sequence '\\") + kind + "'";
  }
  void note_octal(unsigned value) {
    char digits[8];
    std::snprintf(digits, sizeof digits, "%03o", value);
    if (text_.empty()) text_ = std::string("invalid octal escape sequence '\\") + digits + "'";
  }
  Result<void> warn_reenter(Vm& vm) const { return text_.empty() ? ok() : warn_deprecated_reenter(vm, text_); }

 private:
  std::string text_;
};

/// Decodes escapes of text. `raw`: only \u and \U are escapes.
struct Unescaper {
  Vm& vm;
  Bytes* source;
  std::string errors;
  bool raw, final;
  StrBuilder out;
  size_t at = 0;
  InvalidEscape invalid{};

  const char* name() const { return raw ? "rawunicodeescape" : "unicodeescape"; }
  uint8_t byte(size_t i) const { return source->data[i]; }
  bool ends(size_t i) const { return i >= source->size; }

  /// What the error handler makes of the bytes [start, end).
  Result<void> fail_reenter(size_t start, size_t end, const char* reason) {
    if (errors == "ignore" || errors == "replace") {
      if (errors == "replace") out.add_char(0xfffd);
      at = end;
      return ok();
    }
    COIL_TRY(Str* encoding, new_str(vm, name()));
    COIL_TRY(Str* why, new_str(vm, reason));
    COIL_TRY(Exception* exception, new_exception(vm, vm.exception(Exc::UnicodeDecodeError),
                                                 {encoding, source, Value::small_int(static_cast<int64_t>(start)),
                                                  Value::small_int(static_cast<int64_t>(end)), why}));
    if (is_builtin_error_handler(errors)) {
      if (errors != "backslashreplace") return raise_exception(vm, exception);
      for (size_t i = start; i < end; i++) out.add(backslash_escape(byte(i)));
      at = end;
      return ok();
    }
    COIL_TRY(Replacement replacement, call_error_handler_reenter(vm, errors, exception, source->size, false));
    out.add_str(replacement.text.as<Str>());
    source = replacement.object;
    at = replacement.position;
    return ok();
  }

  /// True when the input stops inside an escape whose rest may come with the next piece.
  bool incomplete(size_t end) const { return !final && ends(end); }

  Result<void> hex_escape_reenter(size_t slash, char kind, bool* stop) {
    size_t digits = kind == 'x' ? 2 : kind == 'u' ? 4 : 8, i = slash + 2;
    Char c = 0;
    for (size_t n = 0; n < digits; n++, i++) {
      if (ends(i) || hex_digit(byte(i)) < 0) {
        *stop = incomplete(i);
        if (*stop) return ok();
        return fail_reenter(slash, i, kind == 'x' ? "truncated \\xXX escape" : kind == 'u' ? "truncated \\uXXXX escape" : "truncated \\UXXXXXXXX escape");
      }
      c = c << 4 | static_cast<Char>(hex_digit(byte(i)));
    }
    if (c > 0x10ffff) return fail_reenter(slash, i, raw ? "\\Uxxxxxxxx out of range" : "illegal Unicode character");
    out.add_char(c);
    at = i;
    return ok();
  }

  Result<void> named_escape_reenter(size_t slash, bool* stop) {
    size_t open = slash + 2, end = open;
    while (!ends(end) && byte(end) != '}') end++;
    if (ends(open) || (byte(open) == '{' && ends(end))) {
      *stop = incomplete(end);
      if (*stop) return ok();
      return fail_reenter(slash, source->size, "malformed \\N character escape");
    }
    if (byte(open) != '{') return fail_reenter(slash, open, "malformed \\N character escape");
    if (end == open + 1) return fail_reenter(slash, end, "malformed \\N character escape");
    uint32_t codes[unidata::kMaxSequence];
    std::string_view wanted(reinterpret_cast<const char*>(source->data) + open + 1, end - open - 1);
    if (!unidata::find_name(wanted, false, codes)) return fail_reenter(slash, end + 1, "unknown Unicode character name");
    out.add_char(codes[0]);
    at = end + 1;
    return ok();
  }

  /// The escape at `at`, a backslash. `*stop`: it is incomplete.
  Result<void> escape_reenter(bool* stop) {
    size_t slash = at;
    if (ends(slash + 1)) {
      *stop = !final;
      if (*stop) return ok();
      if (raw) {
        out.add_char('\\');
        at++;
        return ok();
      }
      return fail_reenter(slash, slash + 1, "\\ at end of string");
    }
    auto kind = static_cast<char>(byte(slash + 1));
    if (kind == 'u' || kind == 'U' || (kind == 'x' && !raw)) return hex_escape_reenter(slash, kind, stop);
    if (raw) {
      // A pair of backslashes escapes nothing.
      out.add_char('\\');
      at++;
      if (kind == '\\') {
        out.add_char('\\');
        at++;
      }
      return ok();
    }
    if (kind == 'N') return named_escape_reenter(slash, stop);
    at = slash + 2;
    switch (kind) {
      case '\n': return ok();
      case '\\': case '\'': case '"': out.add_char(static_cast<Char>(kind)); return ok();
      case 'a': out.add_char('\a'); return ok();
      case 'b': out.add_char('\b'); return ok();
      case 'f': out.add_char('\f'); return ok();
      case 'n': out.add_char('\n'); return ok();
      case 'r': out.add_char('\r'); return ok();
      case 't': out.add_char('\t'); return ok();
      case 'v': out.add_char('\v'); return ok();
      default: break;
    }
    if (kind >= '0' && kind <= '7') {
      Char c = static_cast<Char>(kind - '0');
      for (int n = 0; n < 2 && !ends(at) && byte(at) >= '0' && byte(at) <= '7'; n++) c = c * 8 + static_cast<Char>(byte(at++) - '0');
      if (c > 0377) invalid.note_octal(c);
      out.add_char(c);
      return ok();
    }
    invalid.note(kind);
    out.add_char('\\');
    out.add_char(static_cast<uint8_t>(kind));
    return ok();
  }

  Result<Value> run_reenter() {
    bool stop = false;
    while (at < source->size && !stop) {
      if (byte(at) != '\\') {
        out.add_char(byte(at++));
        continue;
      }
      COIL_CHECK(escape_reenter(&stop));
    }
    size_t used = at;
    COIL_TRY(Str* text, out.finish());
    COIL_CHECK(invalid.warn_reenter(vm));
    return codec_pair(vm, text, used);
  }
};

Result<Value> unescape_reenter(Vm& vm, Args args, bool raw, const char* function) {
  COIL_TRY(std::string errors, codec_errors_argument(vm, args[1], function, "2"));
  bool final = true;
  if (args.has(2)) {
    COIL_TRY(final, truthy_reenter(vm, args[2]));
  }
  COIL_TRY(Bytes* source, escaped_argument(vm, args[0]));
  Unescaper unescaper{vm, source, errors, raw, final, StrBuilder(vm)};
  return unescaper.run_reenter();
}

NATIVE(escapes_unicode_decode, "unicode_escape_decode(data, errors=None, final=True, /)", "Text of bytes with the escapes of text literals.") {
  return unescape_reenter(vm, args, false, "unicode_escape_decode");
}
NATIVE(escapes_raw_decode, "raw_unicode_escape_decode(data, errors=None, final=True, /)", "Text of bytes where \\u and \\U are escapes.") {
  return unescape_reenter(vm, args, true, "raw_unicode_escape_decode");
}

Result<Value> escape_text(Vm& vm, Value value, bool raw, const char* function) {
  if (!value.is(Kind::Str)) return raise_type_error(vm, "%s() argument 1 must be str, not %s", function, argument_type_name(value));
  StrView text = view(value);
  std::string out;
  for (size_t i = 0; i < text.length; i++) {
    Char c = text[i];
    if (raw ? c < 0x100 : c >= 32 && c < 127 && c != '\\') out += static_cast<char>(c);
    else if (!raw && c == '\n') out += "\\n";
    else if (!raw && c == '\r') out += "\\r";
    else if (!raw && c == '\t') out += "\\t";
    else if (!raw && c == '\\') out += "\\\\";
    else out += backslash_escape(c);
  }
  COIL_TRY(Bytes* bytes, new_bytes(vm, out.data(), out.size()));
  return codec_pair(vm, bytes, text.length);
}
NATIVE(escapes_unicode_encode, "unicode_escape_encode(str, errors=None, /)", "ASCII with escapes for all other characters.") {
  return escape_text(vm, args[0], false, "unicode_escape_encode");
}
NATIVE(escapes_raw_encode, "raw_unicode_escape_encode(str, errors=None, /)", "Latin-1 with \\u and \\U escapes for all other characters.") {
  return escape_text(vm, args[0], true, "raw_unicode_escape_encode");
}

NATIVE(escapes_escape_encode, "escape_encode(data, errors=None, /)", "Bytes with the escapes of bytes literals.") {
  if (!args[0].is(Kind::Bytes)) return raise_type_error(vm, "escape_encode() argument 1 must be bytes, not %s", type_name(args[0]));
  auto* source = args[0].as<Bytes>();
  std::string out;
  for (size_t i = 0; i < source->size; i++) {
    uint8_t c = source->data[i];
    if (c == '\\' || c == '\'') out += std::string("\\") + static_cast<char>(c);
    else if (c == '\n') out += "\\n";
    else if (c == '\r') out += "\\r";
    else if (c == '\t') out += "\\t";
    else if (c >= 32 && c < 127) out += static_cast<char>(c);
    else out += backslash_escape(c);
  }
  COIL_TRY(Bytes* bytes, new_bytes(vm, out.data(), out.size()));
  return codec_pair(vm, bytes, source->size);
}

NATIVE(escapes_escape_decode, "escape_decode(data, errors=None, /)", "Bytes of the inside of a bytes literal.") {
  COIL_TRY(std::string errors, codec_errors_argument(vm, args[1], "escape_decode", "2"));
  COIL_TRY(Bytes* source, escaped_argument(vm, args[0]));
  std::string out;
  InvalidEscape invalid;
  size_t size = source->size;
  const uint8_t* data = source->data;
  for (size_t i = 0; i < size;) {
    if (data[i] != '\\') {
      out += static_cast<char>(data[i++]);
      continue;
    }
    if (i + 1 == size) return raise_value_error(vm, "Trailing \\ in string");
    auto kind = static_cast<char>(data[i + 1]);
    constexpr std::string_view kLetters = "abfnrtv", kBytes = "\a\b\f\n\r\t\v";
    size_t letter = kLetters.find(kind);
    i += 2;
    if (letter != kLetters.npos) {
      out += kBytes[letter];
    } else if (kind == '\n') {
      continue;
    } else if (kind == '\\' || kind == '\'' || kind == '"') {
      out += kind;
    } else if (kind >= '0' && kind <= '7') {
      int value = kind - '0';
      for (int n = 0; n < 2 && i < size && data[i] >= '0' && data[i] <= '7'; n++) value = value * 8 + (data[i++] - '0');
      if (value > 0377) invalid.note_octal(static_cast<unsigned>(value));
      out += static_cast<char>(value & 0xff);
    } else if (kind == 'x') {
      if (i + 1 < size && hex_digit(data[i]) >= 0 && hex_digit(data[i + 1]) >= 0) {
        out += static_cast<char>(hex_digit(data[i]) * 16 + hex_digit(data[i + 1]));
        i += 2;
        continue;
      }
      if (errors == "strict") return raise_value_error(vm, "invalid \\x escape at position %zu", i - 2);
      if (errors == "replace") out += '?';
      else if (errors != "ignore") return raise_value_error(vm, "decoding error; unknown error handling code: %.400s", errors.c_str());
      if (i < size && hex_digit(data[i]) >= 0) i++;
    } else {
      invalid.note(kind);
      out += '\\';
      out += kind;
    }
  }
  COIL_TRY(Bytes* bytes, new_bytes(vm, out.data(), out.size()));
  COIL_CHECK(invalid.warn_reenter(vm));
  return codec_pair(vm, bytes, size);
}

}  // namespace

MODULE(codec_escapes, "_codec_escapes", "Encodings that are made of escapes.", nullptr, FN(escapes_unicode_decode), FN(escapes_raw_decode),
       FN(escapes_unicode_encode), FN(escapes_raw_encode), FN(escapes_escape_encode), FN(escapes_escape_decode))

}  // namespace coil
