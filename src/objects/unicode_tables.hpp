// The tables of unicode_tables.cpp: private to unicode.cpp.
#pragma once

#include <cstdint>

namespace coil {

inline constexpr int kCharBlockShift = 7;
extern const uint16_t kCharBlockIndex[8704];
extern const uint16_t kCharBlocks[35584];
/// The zeros of all decimal digits; each is followed by one to nine.
extern const uint32_t kDecimalZeros[66];

/// One to three characters (zero ends) that a character becomes; sorted by kind (0 upper, 1 lower, 2 title, 3 fold), then character.
/// Folding without an entry is lower case.
struct CaseMapping {
  uint32_t from;
  uint32_t kind;
  uint32_t to[3];
};
extern const CaseMapping kCaseMappings[448];

}  // namespace coil
