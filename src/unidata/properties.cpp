// Properties of characters, from the generated tables.
#include <algorithm>
#include <cstdio>

#include "unidata/tables.hpp"
#include "unidata/unidata.hpp"

namespace coil::unidata {

namespace {

const Record& record(uint32_t c) {
  constexpr uint32_t kInBlock = (1u << kRecordBlockShift) - 1;
  if (c >= 0x110000) return kRecords[0];
  return kRecords[kRecordNumbers[(uint32_t{kRecordBlocks[c >> kRecordBlockShift]} << kRecordBlockShift) + (c & kInBlock)]];
}

const Numeric* find_numeric(uint32_t c) {
  const Numeric* end = kNumerics + kNumericCount;
  const Numeric* at = std::lower_bound(kNumerics, end, c, [](const Numeric& entry, uint32_t wanted) { return entry.code < wanted; });
  return at < end && at->code == c ? at : nullptr;
}

}  // namespace

const char* category(uint32_t c) { return kCategories[record(c).category]; }
const char* bidirectional(uint32_t c) { return kBidiClasses[record(c).bidi]; }
const char* east_asian_width(uint32_t c) { return kWidths[record(c).width]; }
int combining(uint32_t c) { return record(c).combining; }
bool mirrored(uint32_t c) { return record(c).mirrored; }

std::string decomposition(uint32_t c) {
  const uint32_t* end = kDecomposed + kDecomposedCount;
  const uint32_t* at = std::lower_bound(kDecomposed, end, c);
  if (at == end || *at != c) return "";
  uint32_t entry = kDecompositions[at - kDecomposed];
  std::string out = kDecompositionTags[entry >> 24];
  for (auto* p = reinterpret_cast<const uint8_t*>(kDecompositionText + (entry & 0xffffff)); *p;) {
    uint32_t code = *p++;
    if (code >= 0xc0) {
      int more = code < 0xe0 ? 1 : code < 0xf0 ? 2 : 3;
      code &= 0x3fu >> more;
      while (more--) code = code << 6 | (*p++ & 0x3f);
    }
    char digits[16];
    std::snprintf(digits, sizeof digits, "%s%04X", out.empty() ? "" : " ", code);
    out += digits;
  }
  return out;
}

int digit_value(uint32_t c) {
  const Numeric* entry = find_numeric(c);
  return entry ? entry->digit : -1;
}

bool numeric_value(uint32_t c, double* out) {
  const Numeric* entry = find_numeric(c);
  if (!entry) return false;
  *out = entry->value;
  return true;
}

}  // namespace coil::unidata
