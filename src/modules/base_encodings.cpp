// Module _base64: base32, base85 and Ascii85; the public module is base64, which checks arguments and cares for padding and line ends.
#include <algorithm>

#include "modules/support.hpp"
#include "objects/protocol.hpp"

namespace coil {

namespace {

/// For each byte its place in the alphabet, or 255.
struct Values {
  uint8_t of[256];
  explicit Values(ByteSpan alphabet) {
    std::fill(std::begin(of), std::end(of), uint8_t{255});
    for (size_t i = 0; i < alphabet.size; i++) of[alphabet.data[i]] = static_cast<uint8_t>(i);
  }
};

Result<ByteSpan> alphabet_of(Vm& vm, Value value, size_t size) {
  COIL_TRY(ByteSpan alphabet, require_bytes(vm, value));
  if (alphabet.size != size) return raise_value_error(vm, "an alphabet of %zu bytes is required", size);
  return alphabet;
}

NATIVE(base64_encode32, "encode32(data, alphabet, /)", "Base32 with `=` up to a multiple of eight.") {
  COIL_TRY(ByteSpan data, require_bytes(vm, args[0]));
  COIL_TRY(ByteSpan alphabet, alphabet_of(vm, args[1], 32));
  size_t groups = data.size / 5 + (data.size % 5 != 0);
  COIL_TRY(Bytes* out, new_bytes_uninitialized(vm, 8 * groups));
  for (size_t g = 0; g < groups; g++) {
    const uint8_t* in = data.data + 5 * g;
    size_t given = std::min<size_t>(5, data.size - 5 * g);
    uint64_t bits = 0;
    for (size_t i = 0; i < 5; i++) bits = bits << 8 | (i < given ? in[i] : 0);
    size_t digits = (8 * given + 4) / 5;
    for (size_t i = 0; i < 8; i++) out->data[8 * g + i] = i < digits ? alphabet.data[bits >> (35 - 5 * i) & 31] : uint8_t{'='};
  }
  return out;
}

NATIVE(base64_decode32, "decode32(digits, alphabet, /)", "Five bytes for each eight digits, the last ones filled up with zeros; None for a foreign digit.") {
  COIL_TRY(ByteSpan digits, require_bytes(vm, args[0]));
  COIL_TRY(ByteSpan alphabet, alphabet_of(vm, args[1], 32));
  Values values(alphabet);
  size_t groups = digits.size / 8 + (digits.size % 8 != 0);
  COIL_TRY(Bytes* out, new_bytes_uninitialized(vm, 5 * groups));
  for (size_t g = 0; g < groups; g++) {
    uint64_t bits = 0;
    for (size_t i = 8 * g; i < 8 * g + 8; i++) {
      uint8_t value = i < digits.size ? values.of[digits.data[i]] : 0;
      if (value == 255) return none();
      bits = bits << 5 | value;
    }
    for (size_t i = 0; i < 5; i++) out->data[5 * g + i] = static_cast<uint8_t>(bits >> (32 - 8 * i));
  }
  return out;
}

NATIVE(base64_encode85, "encode85(data, alphabet, fold_zeros, fold_spaces, /)",
       "Five digits for each four bytes, the last ones filled up with zeros; `z` for four zeros and `y` for four blanks if they are folded.") {
  COIL_TRY(bool fold_zeros, truthy_reenter(vm, args[2]));
  COIL_TRY(bool fold_spaces, truthy_reenter(vm, args[3]));
  COIL_TRY(ByteSpan data, require_bytes(vm, args[0]));
  COIL_TRY(ByteSpan alphabet, alphabet_of(vm, args[1], 85));
  std::string out;
  out.reserve(data.size / 4 * 5 + 5);
  for (size_t start = 0; start < data.size; start += 4) {
    uint32_t word = 0;
    for (size_t i = start; i < start + 4; i++) word = word << 8 | (i < data.size ? data.data[i] : 0);
    if (fold_zeros && word == 0) {
      out += 'z';
    } else if (fold_spaces && word == 0x20202020) {
      out += 'y';
    } else {
      char five[5];
      for (int i = 4; i >= 0; i--, word /= 85) five[i] = static_cast<char>(alphabet.data[word % 85]);
      out.append(five, 5);
    }
  }
  return new_bytes(vm, out.data(), out.size());
}

NATIVE(base64_decode85, "decode85(digits, alphabet, /)", "Four bytes for each five digits, the last ones filled up with the highest digit.") {
  COIL_TRY(ByteSpan digits, require_bytes(vm, args[0]));
  COIL_TRY(ByteSpan alphabet, alphabet_of(vm, args[1], 85));
  Values values(alphabet);
  size_t groups = digits.size / 5 + (digits.size % 5 != 0);
  COIL_TRY(Bytes* out, new_bytes_uninitialized(vm, 4 * groups));
  for (size_t g = 0; g < groups; g++) {
    uint64_t word = 0;
    for (size_t i = 5 * g; i < 5 * g + 5; i++) {
      uint8_t value = i < digits.size ? values.of[digits.data[i]] : 84;
      if (value == 255) return raise_value_error(vm, "bad base85 character at position %zu", i);
      word = word * 85 + value;
    }
    if (word > UINT32_MAX) return raise_value_error(vm, "base85 overflow in hunk starting at byte %zu", 5 * g);
    for (size_t i = 0; i < 4; i++) out->data[4 * g + i] = static_cast<uint8_t>(word >> (24 - 8 * i));
  }
  return out;
}

NATIVE(base64_decode_ascii85, "decode_ascii85(text, fold_spaces, ignored, /)", "The bytes of Ascii85 without its frame; `ignored` bytes are skipped.") {
  COIL_TRY(bool fold_spaces, truthy_reenter(vm, args[1]));
  COIL_TRY(ByteSpan text, require_bytes(vm, args[0]));
  COIL_TRY(ByteSpan ignored, require_bytes(vm, args[2]));
  std::string out;
  uint64_t word = 0;
  int digits = 0;
  // Up to four of the highest digit fill the last group.
  for (size_t i = 0; i < text.size + 4; i++) {
    uint8_t c = i < text.size ? text.data[i] : uint8_t{'u'};
    if (c >= '!' && c <= 'u') {
      word = word * 85 + (c - '!');
      if (++digits < 5) continue;
      if (word > UINT32_MAX) return raise_value_error(vm, "Ascii85 overflow");
      for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(word >> shift);
      word = 0;
      digits = 0;
    } else if (c == 'z' || (c == 'y' && fold_spaces)) {
      if (digits) return raise_value_error(vm, "%c inside Ascii85 5-tuple", c);
      out.append(4, c == 'z' ? '\0' : ' ');
    } else if (std::find(ignored.data, ignored.data + ignored.size, c) == ignored.data + ignored.size) {
      COIL_TRY(Str* shown, new_str_char(vm, c));
      return raise_text(vm, Exc::ValueError, "Non-Ascii85 digit found: " + str_utf8(shown));
    }
  }
  return new_bytes(vm, out.data(), out.size() - static_cast<size_t>(4 - digits));
}

}  // namespace

MODULE(base64_native, "_base64", "Base32, base85 and Ascii85; the public module is base64.", nullptr, FN(base64_encode32), FN(base64_decode32),
       FN(base64_encode85), FN(base64_decode85), FN(base64_decode_ascii85))

}  // namespace coil
