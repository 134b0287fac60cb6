// IEEE 754 half precision, format 'e' of struct and memoryview.
#pragma once

#include <cmath>
#include <cstdint>

namespace coil {

inline double half_to_double(uint16_t bits) {
  int exponent = bits >> 10 & 0x1f;
  int fraction = bits & 0x3ff;
  double magnitude = exponent == 0x1f ? (fraction ? std::nan("") : HUGE_VAL)
                     : exponent       ? std::ldexp(1024 + fraction, exponent - 25)
                                      : std::ldexp(fraction, -24);
  return bits & 0x8000 ? -magnitude : magnitude;
}

/// Rounds half to even; false when a finite number is out of range.
inline bool half_from_double(double number, uint16_t* out) {
  uint16_t sign = std::signbit(number) ? 0x8000 : 0;
  double magnitude = std::fabs(number);
  if (std::isnan(number)) {
    *out = sign | 0x7e00;
    return true;
  }
  if (std::isinf(number)) {
    *out = sign | 0x7c00;
    return true;
  }
  int exponent;
  std::frexp(magnitude, &exponent);               // magnitude < 2**exponent
  int unit = exponent - 11 < -24 ? -24 : exponent - 11;
  double fraction = std::nearbyint(std::ldexp(magnitude, -unit));
  if (fraction == 2048) {
    fraction = 1024;
    unit++;
  }
  if (unit > 5) return false;
  auto digits = static_cast<uint16_t>(fraction);  // a carry out of the subnormals lands in the exponent
  *out = static_cast<uint16_t>(sign | (digits < 1024 ? digits : ((unit + 25) << 10) + (digits - 1024)));
  return true;
}

}  // namespace coil
