// Case of characters in regular expressions. A character matches another without regard to case when both have the same simple lower case,
// or when their lower cases have the same full upper case ("s" and the long s). The table of these classes is made at first need, from the
// characters that have a case; ASCII letters without exotic variants need no table.
#include <algorithm>
#include <map>

#include "modules/re_syntax.hpp"
#include "objects/unicode.hpp"

namespace coil::re {

namespace {

Char simple_lower(Char c) {
  Char lower[3];
  char_lower(c, lower);
  return lower[0];
}

struct CaseTable {
  std::vector<std::pair<Char, uint32_t>> class_of;  // cased character -> class, sorted by character
  std::vector<std::vector<Char>> classes;

  CaseTable() {
    // Letters with case are in these blocks only.
    static constexpr struct { Char first, last; } kBlocks[] = {
        {0x41, 0x5ff}, {0x10a0, 0x10ff}, {0x13a0, 0x13ff}, {0x1c80, 0x1fff}, {0x2100, 0x218f}, {0x24b0, 0x24ff}, {0x2c00, 0x2d2f},
        {0xa640, 0xabbf}, {0xfb00, 0xfb17}, {0xff21, 0xff5a}, {0x10400, 0x105ff}, {0x10c80, 0x10cff}, {0x118a0, 0x118df}, {0x16e40, 0x16e7f},
        {0x1e900, 0x1e943},
    };
    std::map<std::u32string, std::vector<Char>> by_upper;  // full upper case -> lower characters
    std::map<Char, std::vector<Char>> by_lower;            // simple lower case -> characters
    for (auto block : kBlocks) {
      for (Char c = block.first; c <= block.last; c++) {
        Char lower = simple_lower(c);
        Char upper[3];
        int count = char_upper(c, upper);
        if (lower == c && count == 1 && upper[0] == c) continue;
        by_lower[lower].push_back(c);
        if (lower == c) by_upper[std::u32string(upper, upper + count)].push_back(c);
        else by_lower[lower].push_back(lower);
      }
    }
    std::map<Char, uint32_t> class_of_lower;
    for (auto& [upper, lowers] : by_upper) {
      std::vector<Char> members;
      for (Char lower : lowers) {
        class_of_lower[lower] = static_cast<uint32_t>(classes.size());
        auto found = by_lower.find(lower);
        if (found == by_lower.end()) continue;
        members.insert(members.end(), found->second.begin(), found->second.end());
        by_lower.erase(found);
      }
      add_class(std::move(members));
    }
    for (auto& [lower, members] : by_lower) add_class(std::move(members));
    std::sort(class_of.begin(), class_of.end());
  }

  void add_class(std::vector<Char> members) {
    std::sort(members.begin(), members.end());
    members.erase(std::unique(members.begin(), members.end()), members.end());
    for (Char c : members) class_of.emplace_back(c, static_cast<uint32_t>(classes.size()));
    classes.push_back(std::move(members));
  }
};

const CaseTable& case_table() {
  static const CaseTable table;
  return table;
}

bool ascii_letter(Char c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; }

}  // namespace

void case_variants(Char c, bool unicode, std::vector<Char>* out) {
  bool exotic = unicode && (c >= 128 || (c | 32) == 'i' || (c | 32) == 'k' || (c | 32) == 's');
  if (!exotic) {
    if (ascii_letter(c)) out->push_back(c & ~Char{32});
    out->push_back(ascii_letter(c) ? c | 32 : c);
    return;
  }
  const CaseTable& table = case_table();
  auto found = std::lower_bound(table.class_of.begin(), table.class_of.end(), std::pair<Char, uint32_t>(c, 0));
  if (found == table.class_of.end() || found->first != c) {
    out->push_back(c);
    return;
  }
  const auto& members = table.classes[found->second];
  out->insert(out->end(), members.begin(), members.end());
}

void range_case_variants(Char low, Char high, bool unicode, std::vector<Char>* out) {
  if (!unicode) {
    for (Char c = std::max<Char>(low, 'A'); c <= std::min<Char>(high, 'z'); c++) {
      if (ascii_letter(c)) out->push_back(c ^ 32);
    }
    return;
  }
  const CaseTable& table = case_table();
  auto entry = std::lower_bound(table.class_of.begin(), table.class_of.end(), std::pair<Char, uint32_t>(low, 0));
  for (; entry != table.class_of.end() && entry->first <= high; ++entry) {
    const auto& members = table.classes[entry->second];
    out->insert(out->end(), members.begin(), members.end());
  }
}

}  // namespace coil::re
