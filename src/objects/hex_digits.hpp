// Bytes as two hexadecimal digits each, and back.
#pragma once

#include "objects/str.hpp"

namespace coil {

struct HexTables {
  char digits[256][2];    // of each byte
  int8_t value[256];      // of each digit, or -1
  constexpr HexTables() : digits{}, value{} {
    constexpr char kDigits[] = "0123456789abcdef";
    for (int byte = 0; byte < 256; byte++) {
      digits[byte][0] = kDigits[byte >> 4];
      digits[byte][1] = kDigits[byte & 15];
      value[byte] = -1;
    }
    for (int8_t i = 0; i < 16; i++) {
      value[static_cast<uint8_t>(kDigits[i])] = i;
      if (i > 9) value[static_cast<uint8_t>(kDigits[i]) - 32] = i;
    }
  }
};
inline constexpr HexTables kHex;

/// Two digits for each byte.
inline void write_hex(uint8_t* out, const uint8_t* bytes, size_t size) {
  for (size_t i = 0; i < size; i++) {
    out[2 * i] = static_cast<uint8_t>(kHex.digits[bytes[i]][0]);
    out[2 * i + 1] = static_cast<uint8_t>(kHex.digits[bytes[i]][1]);
  }
}
inline Result<Str*> new_hex_str(Vm& vm, const uint8_t* bytes, size_t size) {
  if (!size) return vm.empty_str;
  if (size > kMaxStrLength / 2) return raise_memory_error(vm);
  COIL_TRY(Str* digits, new_str_uninitialized(vm, 2 * size, false, true));
  write_hex(str_data(digits), bytes, size);
  return digits;
}
/// The value of a digit, or -1.
inline int hex_digit(uint8_t c) { return kHex.value[c]; }
/// The byte of two digits; negative when one is none.
inline int hex_byte(uint8_t high, uint8_t low) { return kHex.value[high] << 4 | kHex.value[low]; }

}  // namespace coil
