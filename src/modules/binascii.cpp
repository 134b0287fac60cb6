// Module binascii: bytes as text in the encodings base64, hexadecimal, quoted-printable and uuencode, and two checksums.
#include <zlib.h>

#include <string>

#include "modules/support.hpp"
#include "objects/exception.hpp"
#include "objects/hex_digits.hpp"
#include "objects/protocol.hpp"

namespace coil {

namespace {

Class* g_error;

constexpr char kBase64[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr char kUpperHex[] = "0123456789ABCDEF";

Error raise_binascii(Vm& vm, const std::string& text) {
  COIL_TRY(Str* message, new_str(vm, text));
  COIL_TRY(Exception* exception, new_exception(vm, g_error, {message}));
  return raise_exception(vm, exception);
}

/// The argument of a decoder: bytes, or a text of ASCII characters.
Result<ByteSpan> encoded_bytes(Vm& vm, Value data) {
  if (data.is(Kind::Str)) {
    StrView text = view(data);
    if (!text.ascii) return raise_value_error(vm, "string argument should contain only ASCII characters");
    return ByteSpan{text.narrow(), text.length};
  }
  ByteSpan span;
  if (!byte_span(data, &span)) {
    return raise_type_error(vm, "argument should be bytes, buffer or ASCII string, not '%s'", type_name(data));
  }
  return span;
}

Result<Value> bytes_of(Vm& vm, const std::string& text) { return new_bytes(vm, text.data(), text.size()); }

/// A truth value, given as an integer.
Result<bool> flag_reenter(Vm& vm, Value value, bool fallback) {
  if (!value) return fallback;
  COIL_TRY(int64_t number, argument_int64_reenter(vm, value));
  return number != 0;
}

// -- base64

struct Base64Values {
  uint8_t of[256];
  Base64Values() {
    for (auto& value : of) value = 64;
    for (uint8_t i = 0; i < 64; i++) of[static_cast<uint8_t>(kBase64[i])] = i;
  }
};

NATIVE(binascii_b2a_base64, "b2a_base64(data, /, *, newline=True)", "Base64 of bytes, with a line end.") {
  COIL_TRY(bool newline, flag_reenter(vm, args[1], true));
  COIL_TRY(ByteSpan data, require_bytes(vm, args[0]));
  COIL_TRY(Bytes* text, new_bytes_uninitialized(vm, (data.size + 2) / 3 * 4 + newline));
  uint8_t* out = text->data;
  auto put = [&out](uint32_t bits) {
    for (int shift = 18; shift >= 0; shift -= 6) *out++ = static_cast<uint8_t>(kBase64[bits >> shift & 63]);
  };
  size_t i = 0;
  for (; i + 2 < data.size; i += 3) put(static_cast<uint32_t>(data.data[i] << 16 | data.data[i + 1] << 8 | data.data[i + 2]));
  if (i < data.size) {
    bool two = i + 1 < data.size;
    put(static_cast<uint32_t>(data.data[i] << 16 | (two ? data.data[i + 1] << 8 : 0)));
    out[-1] = '=';
    if (!two) out[-2] = '=';
  }
  if (newline) *out = '\n';
  return text;
}

NATIVE(binascii_a2b_base64, "a2b_base64(data, /, *, strict_mode=False)", "The bytes of a base64 text.") {
  static const Base64Values values;
  COIL_TRY(bool strict, flag_reenter(vm, args[1], false));
  COIL_TRY(ByteSpan data, encoded_bytes(vm, args[0]));
  if (strict && data.size && data.data[0] == '=') return raise_binascii(vm, "Leading padding not allowed");
  std::string out(data.size / 4 * 3, '\0');
  size_t at = 0, whole = 0;
  // Groups of four digits, as far as nothing else comes.
  for (; whole + 4 <= data.size; whole += 4) {
    const uint8_t* four = data.data + whole;
    uint32_t a = values.of[four[0]], b = values.of[four[1]], c = values.of[four[2]], d = values.of[four[3]];
    if ((a | b | c | d) & 64) break;
    uint32_t bits = a << 18 | b << 12 | c << 6 | d;
    out[at++] = static_cast<char>(bits >> 16);
    out[at++] = static_cast<char>(bits >> 8);
    out[at++] = static_cast<char>(bits);
  }
  out.resize(at);
  int position = 0, pads = 0;  // in the group of four; '=' since the last character
  bool padded = false;
  uint32_t left = 0;
  for (size_t i = whole; i < data.size; i++) {
    if (data.data[i] == '=') {
      padded = true;
      if (position >= 2 && position + ++pads >= 4) {
        if (strict && i + 1 < data.size) return raise_binascii(vm, "Excess data after padding");
        return bytes_of(vm, out);
      }
      continue;
    }
    uint32_t value = values.of[data.data[i]];
    if (value == 64) {
      if (strict) return raise_binascii(vm, "Only base64 data is allowed");
      continue;
    }
    if (strict && padded) return raise_binascii(vm, "Discontinuous padding not allowed");
    pads = 0;
    left = left << 6 | value;
    if (position) out += static_cast<char>(left >> (6 - 2 * position));
    position = (position + 1) % 4;
  }
  if (position == 1) {
    return raise_binascii(vm, "Invalid base64-encoded string: number of data characters (" + std::to_string(out.size() / 3 * 4 + 1) +
                                  ") cannot be 1 more than a multiple of 4");
  }
  if (position) return raise_binascii(vm, "Incorrect padding");
  return bytes_of(vm, out);
}

// -- hexadecimal


Result<Value> hexlify(Vm& vm, Args args) {
  int64_t group = 1;
  int separator = -1;
  COIL_CHECK(require_bytes(vm, args[0]));
  if (args.has(1)) {
    COIL_TRY(int64_t length, len_reenter(vm, args[1]));
    if (length != 1) return raise_value_error(vm, "sep must be length 1.");
    ByteSpan bytes;
    if (args[1].is(Kind::Str)) {
      if (view(args[1]).wide) return raise_value_error(vm, "sep must be ASCII.");
      separator = view(args[1]).narrow()[0];
    } else if (args[1].is(Kind::Bytes) && byte_span(args[1], &bytes)) {
      separator = bytes.data[0];
    } else {
      return raise_type_error(vm, "sep must be str or bytes.");
    }
  }
  if (args.has(2)) COIL_CHECK([&]() -> Result<void> { COIL_TRY(group, ssize_from_reenter(vm, args[2])); return ok(); }());
  COIL_TRY(ByteSpan data, require_bytes(vm, args[0]));
  if (separator < 0 || group == 0) {
    COIL_TRY(Bytes* digits, new_bytes_uninitialized(vm, 2 * data.size));
    write_hex(digits->data, data.data, data.size);
    return Value(digits);
  }
  std::string out;
  out.reserve(data.size * 2);
  auto size = static_cast<int64_t>(data.size);
  int64_t step = group < 0 ? -group : group;
  for (int64_t i = 0; i < size; i++) {
    // Positive groups are counted from the right.
    if (i > 0 && (group > 0 ? (size - i) % step == 0 : i % step == 0)) out += static_cast<char>(separator);
    out.append(kHex.digits[data.data[i]], 2);
  }
  return bytes_of(vm, out);
}
NATIVE(binascii_hexlify, "hexlify(data, sep=<unrepresentable>, bytes_per_sep=1)", "Hexadecimal digits of bytes.") { return hexlify(vm, args); }
NATIVE(binascii_b2a_hex, "b2a_hex(data, sep=<unrepresentable>, bytes_per_sep=1)", "Hexadecimal digits of bytes.") { return hexlify(vm, args); }

Result<Value> unhexlify(Vm& vm, Value text) {
  COIL_TRY(ByteSpan data, encoded_bytes(vm, text));
  if (data.size % 2) return raise_binascii(vm, "Odd-length string");
  COIL_TRY(Bytes* out, new_bytes_uninitialized(vm, data.size / 2));
  for (size_t i = 0; i < data.size; i += 2) {
    int byte = hex_byte(data.data[i], data.data[i + 1]);
    if (byte < 0) return raise_binascii(vm, "Non-hexadecimal digit found");
    out->data[i / 2] = static_cast<uint8_t>(byte);
  }
  return Value(out);
}
NATIVE(binascii_unhexlify, "unhexlify(hexstr, /)", "The bytes of hexadecimal digits.") { return unhexlify(vm, args[0]); }
NATIVE(binascii_a2b_hex, "a2b_hex(hexstr, /)", "The bytes of hexadecimal digits.") { return unhexlify(vm, args[0]); }

// -- uuencode

NATIVE(binascii_b2a_uu, "b2a_uu(data, /, *, backtick=False)", "A uuencoded line of at most 45 bytes.") {
  COIL_TRY(bool backtick, flag_reenter(vm, args[1], false));
  COIL_TRY(ByteSpan data, require_bytes(vm, args[0]));
  if (data.size > 45) return raise_binascii(vm, "At most 45 bytes at once");
  auto digit = [&](uint32_t value) { return backtick && value == 0 ? '`' : static_cast<char>(' ' + value); };
  std::string out(1, digit(static_cast<uint32_t>(data.size)));
  uint32_t left = 0;
  int bits = 0;
  for (size_t i = 0; i < data.size || bits != 0; i++) {
    left = left << 8 | (i < data.size ? data.data[i] : 0);
    for (bits += 8; bits >= 6; bits -= 6) out += digit(left >> (bits - 6) & 63);
  }
  return bytes_of(vm, out + '\n');
}

NATIVE(binascii_a2b_uu, "a2b_uu(data, /)", "The bytes of a uuencoded line.") {
  COIL_TRY(ByteSpan data, encoded_bytes(vm, args[0]));
  size_t i = 1;
  auto at = [&](size_t index) { return index < data.size ? data.data[index] : uint8_t{0}; };
  size_t length = static_cast<size_t>((at(0) - ' ') & 63);
  std::string out;
  uint32_t left = 0;
  int bits = 0;
  for (; out.size() < length; i++) {
    uint8_t c = at(i);
    uint32_t value = 0;  // blanks at the end of the line may be missing
    if (i < data.size && c != '\n' && c != '\r') {
      if (c < ' ' || c > ' ' + 64) return raise_binascii(vm, "Illegal char");
      value = static_cast<uint32_t>(c - ' ') & 63;
    }
    left = left << 6 | value;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    out += static_cast<char>(left >> bits);
    left &= (1u << bits) - 1;
  }
  for (; i < data.size; i++) {
    uint8_t c = data.data[i];
    if (c != ' ' && c != ' ' + 64 && c != '\n' && c != '\r') return raise_binascii(vm, "Trailing garbage");
  }
  return bytes_of(vm, out);
}

// -- quoted-printable

NATIVE(binascii_a2b_qp, "a2b_qp(data, header=False)", "The bytes of a quoted-printable text.") {
  COIL_CHECK(encoded_bytes(vm, args[0]));  // looked at again when nothing of the program runs any more
  COIL_TRY(bool header, flag_reenter(vm, args[1], false));
  COIL_TRY(ByteSpan data, encoded_bytes(vm, args[0]));
  std::string out;
  size_t i = 0;
  while (i < data.size) {
    uint8_t c = data.data[i++];
    if (c != '=') {
      out += header && c == '_' ? ' ' : static_cast<char>(c);
      continue;
    }
    if (i >= data.size) break;
    c = data.data[i];
    if (c == '\n' || c == '\r') {  // soft line end
      while (i < data.size && data.data[i] != '\n') i++;
      i++;
    } else if (c == '=') {
      out += '=';
      i++;
    } else if (i + 1 < data.size && hex_digit(c) >= 0 && hex_digit(data.data[i + 1]) >= 0) {
      out += static_cast<char>(hex_digit(c) << 4 | hex_digit(data.data[i + 1]));
      i += 2;
    } else {
      out += '=';
    }
  }
  return bytes_of(vm, out);
}

NATIVE(binascii_b2a_qp, "b2a_qp(data, quotetabs=False, istext=True, header=False)", "Bytes as quoted-printable text.") {
  constexpr size_t kMaxLine = 76;
  COIL_CHECK(require_bytes(vm, args[0]));
  COIL_TRY(bool quote_tabs, flag_reenter(vm, args[1], false));
  COIL_TRY(bool is_text, flag_reenter(vm, args[2], true));
  COIL_TRY(bool header, flag_reenter(vm, args[3], false));
  COIL_TRY(ByteSpan data, require_bytes(vm, args[0]));
  auto at = [&](size_t index) { return index < data.size ? static_cast<int>(data.data[index]) : -1; };
  size_t first_end = find_bytes(data.data, data.size, reinterpret_cast<const uint8_t*>("\n"), 1);
  const char* line_end = first_end != kNotFound && first_end > 0 && at(first_end - 1) == '\r' ? "\r\n" : "\n";
  std::string out;
  size_t line = 0, i = 0;
  auto soft_end = [&] {
    out += '=';
    out += line_end;
    line = 0;
  };
  auto quoted = [&](int c) {
    out += '=';
    out += kUpperHex[c >> 4];
    out += kUpperHex[c & 15];
  };
  while (i < data.size) {
    int c = at(i), next = at(i + 1);
    bool blank = c == '\t' || c == ' ', end = c == '\r' || c == '\n';
    bool lone_dot = c == '.' && line == 0 && (next < 0 || next == '\n' || next == '\r' || next == 0);
    if (c > 126 || c == '=' || (header && c == '_') || lone_dot || (!is_text && end) || (blank && next < 0) ||
        (c < 33 && !end && (quote_tabs || !blank))) {
      if (line + 3 >= kMaxLine) soft_end();
      quoted(c);
      line += 3;
      i++;
    } else if (is_text && (c == '\n' || (c == '\r' && next == '\n'))) {
      line = 0;
      if (!out.empty() && (out.back() == ' ' || out.back() == '\t')) {
        int last = static_cast<uint8_t>(out.back());
        out.pop_back();
        quoted(last);
      }
      out += line_end;
      i += c == '\r' ? 2 : 1;
    } else {
      if (next >= 0 && next != '\n' && line + 1 >= kMaxLine) soft_end();
      line++;
      out += header && c == ' ' ? '_' : static_cast<char>(c);
      i++;
    }
  }
  return bytes_of(vm, out);
}

// -- checksums

uint32_t low_bits(Value integer) {
  MpzView big(integer);
  auto magnitude = static_cast<uint32_t>(mpz_get_ui(big.get()));
  return mpz_sgn(big.get()) < 0 ? ~magnitude + 1 : magnitude;
}

NATIVE(binascii_crc32, "crc32(data, crc=0, /)", "CRC-32 checksum.") {
  uint32_t start = 0;
  if (args.has(1)) {
    COIL_TRY(Value index, index_reenter(vm, args[1]));
    start = low_bits(index);
  }
  COIL_TRY(ByteSpan data, require_bytes(vm, args[0]));
  return Value::small_int(static_cast<int64_t>(crc32_z(start, data.data, data.size)));
}

/// What a byte does to the checksum of CRC-CCITT (x^16 + x^12 + x^5 + 1).
struct CcittTable {
  uint16_t of[256];
  constexpr CcittTable() : of{} {
    for (uint32_t byte = 0; byte < 256; byte++) {
      uint32_t crc = byte << 8;
      for (int bit = 0; bit < 8; bit++) crc = crc & 0x8000 ? (crc << 1 ^ 0x1021) & 0xffff : crc << 1;
      of[byte] = static_cast<uint16_t>(crc);
    }
  }
};

NATIVE(binascii_crc_hqx, "crc_hqx(data, crc, /)", "CRC-CCITT checksum.") {
  COIL_CHECK(require_bytes(vm, args[0]));
  COIL_TRY(Value index, index_reenter(vm, args[1]));
  uint32_t crc = low_bits(index) & 0xffff;
  COIL_TRY(ByteSpan data, require_bytes(vm, args[0]));
  static constexpr CcittTable kTable;
  for (size_t i = 0; i < data.size; i++) crc = (crc << 8 & 0xffff) ^ kTable.of[crc >> 8 ^ data.data[i]];
  return Value::small_int(crc);
}

Result<Class*> new_exception_class(Vm& vm, const char* name, Exc base) {
  COIL_TRY(Str* text, new_str(vm, name));
  COIL_TRY(Tuple* bases, make_tuple(vm, {vm.exception(base)}));
  COIL_TRY(Dict* body, new_dict(vm));
  COIL_CHECK(dict_set_str(vm, body, vm.name(Name::module_), intern(vm, "binascii")));
  COIL_TRY(Class* cls, new_class_reenter(vm, vm.type(Kind::Class), text, bases, body, nullptr, nullptr));
  COIL_CHECK(keep_forever(vm, cls));
  return cls;
}

Result<void> init_binascii(Vm& vm, Dict* ns) {
  COIL_TRY(g_error, new_exception_class(vm, "Error", Exc::ValueError));
  COIL_CHECK(module_set(vm, ns, "Error", g_error));
  COIL_TRY(Class* incomplete, new_exception_class(vm, "Incomplete", Exc::Exception));
  return module_set(vm, ns, "Incomplete", incomplete);
}

}  // namespace

MODULE(binascii, "binascii", "Conversions between binary data and text.", init_binascii, FN(binascii_a2b_base64), FN(binascii_a2b_hex),
       FN(binascii_a2b_qp), FN(binascii_a2b_uu), FN(binascii_b2a_base64), FN(binascii_b2a_hex), FN(binascii_b2a_qp), FN(binascii_b2a_uu),
       FN(binascii_crc32), FN(binascii_crc_hqx), FN(binascii_hexlify), FN(binascii_unhexlify))

}  // namespace coil
