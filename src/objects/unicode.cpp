// Look-up in the tables of unicode_tables.cpp, with utf8proc's simple case mappings behind the special ones.
#include "objects/unicode.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "objects/unicode_tables.hpp"

namespace coil {

uint16_t char_flags(uint32_t c) {
  if (c >= 0x110000) return 0;
  constexpr uint32_t kInBlock = (1u << kCharBlockShift) - 1;
  return kCharBlocks[(uint32_t{kCharBlockIndex[c >> kCharBlockShift]} << kCharBlockShift) + (c & kInBlock)];
}

int char_decimal(uint32_t c) {
  if (c < 128) return c >= '0' && c <= '9' ? static_cast<int>(c - '0') : -1;
  if (!(char_flags(c) & kCharDecimal)) return -1;
  const uint32_t* zero = std::upper_bound(std::begin(kDecimalZeros), std::end(kDecimalZeros), c);
  return static_cast<int>(c - zero[-1]);
}

namespace {

enum CaseKind : uint32_t { kUpper, kLower, kTitle, kFold };

const CaseMapping* special_case(uint32_t c, CaseKind kind) {
  auto before = [](const CaseMapping& entry, std::pair<uint32_t, uint32_t> key) {
    return entry.kind != key.first ? entry.kind < key.first : entry.from < key.second;
  };
  const CaseMapping* entry = std::lower_bound(std::begin(kCaseMappings), std::end(kCaseMappings),
                                              std::pair<uint32_t, uint32_t>(kind, c), before);
  return entry != std::end(kCaseMappings) && entry->kind == kind && entry->from == c ? entry : nullptr;
}

int copy_mapping(const CaseMapping* entry, uint32_t out[3]) {
  int count = 0;
  while (count < 3 && entry->to[count]) {
    out[count] = entry->to[count];
    count++;
  }
  return count;
}

}  // namespace

int char_upper(uint32_t c, uint32_t out[3]) {
  if (c < 128) {
    out[0] = c >= 'a' && c <= 'z' ? c - 32 : c;
    return 1;
  }
  if (const CaseMapping* entry = special_case(c, kUpper)) return copy_mapping(entry, out);
  out[0] = static_cast<uint32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(c)));
  return 1;
}

int char_lower(uint32_t c, uint32_t out[3]) {
  if (c < 128) {
    out[0] = c >= 'A' && c <= 'Z' ? c + 32 : c;
    return 1;
  }
  if (const CaseMapping* entry = special_case(c, kLower)) return copy_mapping(entry, out);
  out[0] = static_cast<uint32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c)));
  return 1;
}

int char_title(uint32_t c, uint32_t out[3]) {
  if (c < 128) {
    out[0] = c >= 'a' && c <= 'z' ? c - 32 : c;
    return 1;
  }
  if (const CaseMapping* entry = special_case(c, kTitle)) return copy_mapping(entry, out);
  out[0] = static_cast<uint32_t>(utf8proc_totitle(static_cast<utf8proc_int32_t>(c)));
  return 1;
}

int char_fold(uint32_t c, uint32_t out[3]) {
  if (c >= 128) {
    if (const CaseMapping* entry = special_case(c, kFold)) return copy_mapping(entry, out);
  }
  return char_lower(c, out);
}

}  // namespace coil
