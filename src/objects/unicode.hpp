// Properties and case of single characters, as CPython's str methods see them (Unicode 14.0 for properties).
// Text operations built on them are in builtins/str_case.cpp.
#pragma once

#include <cstdint>

namespace coil {

enum CharFlags : uint16_t {
  kCharAlpha = 1, kCharLower = 2, kCharUpper = 4, kCharTitle = 8, kCharDecimal = 16, kCharDigit = 32, kCharNumeric = 64,
  kCharSpace = 128, kCharPrintable = 256, kCharXidStart = 512 /* with the underscore */, kCharXidContinue = 1024,
  kCharCased = 2048, kCharCaseIgnorable = 4096,
};

uint16_t char_flags(uint32_t c);
/// 0..9 for decimal digits of any script, else -1.
int char_decimal(uint32_t c);
inline bool char_is_space(uint32_t c) { return char_flags(c) & kCharSpace; }
inline bool char_is_printable(uint32_t c) { return char_flags(c) & kCharPrintable; }

/// Full case mappings: write up to three characters, return how many.
int char_upper(uint32_t c, uint32_t out[3]);
int char_lower(uint32_t c, uint32_t out[3]);
int char_title(uint32_t c, uint32_t out[3]);
int char_fold(uint32_t c, uint32_t out[3]);

}  // namespace coil
