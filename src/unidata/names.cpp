// Names of characters: composed from words where somebody asks, found through an index that is sorted by hash. Hangul syllables and
// unified ideographs are named by rule.
#include <algorithm>
#include <cstdio>

#include "unidata/tables.hpp"
#include "unidata/unidata.hpp"

namespace coil::unidata {

namespace {

constexpr std::string_view kIdeographPrefix = "CJK UNIFIED IDEOGRAPH-", kHangulPrefix = "HANGUL SYLLABLE ";
constexpr uint32_t kHangulFirst = 0xac00, kLeads = 19, kVowels = 21, kTrails = 28;
constexpr std::string_view kLeadNames[kLeads] = {"G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P", "H"};
constexpr std::string_view kVowelNames[kVowels] = {"A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE",
                                                   "OE", "YO", "U", "WEO", "WE", "WI", "YU", "EU", "YI", "I"};
constexpr std::string_view kTrailNames[kTrails] = {"", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT",
                                                   "LP", "LH", "M", "B", "BS", "S", "SS", "NG", "J", "C", "K", "T", "P", "H"};

bool is_ideograph(uint32_t c) {
  return std::any_of(kIdeographs, kIdeographs + kIdeographCount, [c](const CodeRange& range) { return range.first <= c && c <= range.last; });
}

std::string_view word(size_t number) {
  const uint8_t* at = kWords + kWordBlocks[number / kWordsInBlock];
  for (size_t i = 0; i < number % kWordsInBlock; i++) at += 1 + *at;
  return {reinterpret_cast<const char*>(at) + 1, *at};
}

/// The name with this number; `c` is the character for names that end in their code point.
std::string name_at(size_t number, uint32_t c) {
  const uint8_t* at = kNames + kNameBlocks[number / kNamesInBlock];
  for (size_t skip = number % kNamesInBlock; skip; skip--) {
    while (*at != kEndOfName) at += *at < kFirstLongWord ? 1 : 2;
    at++;
  }
  std::string name;
  name.reserve(64);
  while (*at != kEndOfName) {
    unsigned code = *at++;
    if (code == kCodePointWord) {
      char suffix[16];
      std::snprintf(suffix, sizeof suffix, "-%04X", c);
      name += suffix;
      continue;
    }
    if (code >= kFirstLongWord) code = kFirstLongWord + (code - kFirstLongWord) * 256 + *at++;
    std::string_view next = word(code - kFirstWord);
    if (!name.empty() && next[0] != '-' && next[0] != ' ') name += ' ';
    name += next;
  }
  return name;
}

/// The character whose name has this number.
uint32_t code_at(size_t number) {
  const NameRun* run = std::upper_bound(kNameRuns, kNameRuns + kNameRunCount, number,
                                        [](size_t wanted, const NameRun& entry) { return wanted < entry.first_name; }) - 1;
  return run->first_code + static_cast<uint32_t>(number - run->first_name);
}

/// Takes the longest of the names off the front of the text; returns its position, or -1.
template <size_t kCount>
int take_longest(std::string_view* text, const std::string_view (&names)[kCount]) {
  int found = -1;
  for (size_t i = 0; i < kCount; i++) {
    if (text->starts_with(names[i]) && (found < 0 || names[i].size() > names[static_cast<size_t>(found)].size())) found = static_cast<int>(i);
  }
  if (found >= 0) text->remove_prefix(names[static_cast<size_t>(found)].size());
  return found;
}

int find_hangul(std::string_view text, uint32_t* out) {
  int lead = take_longest(&text, kLeadNames), vowel = take_longest(&text, kVowelNames), trail = take_longest(&text, kTrailNames);
  if (lead < 0 || vowel < 0 || trail < 0 || !text.empty()) return 0;
  *out = kHangulFirst + (static_cast<uint32_t>(lead) * kVowels + static_cast<uint32_t>(vowel)) * kTrails + static_cast<uint32_t>(trail);
  return 1;
}

int find_ideograph(std::string_view digits, uint32_t* out) {
  if (digits.size() != 4 && digits.size() != 5) return 0;
  uint32_t code = 0;
  for (char c : digits) {
    if (c >= '0' && c <= '9') code = code * 16 + static_cast<uint32_t>(c - '0');
    else if (c >= 'A' && c <= 'F') code = code * 16 + static_cast<uint32_t>(c - 'A' + 10);
    else return 0;
  }
  *out = code;
  return is_ideograph(code);
}

}  // namespace

bool character_name(uint32_t c, std::string* out) {
  if (c >= kHangulFirst && c < kHangulFirst + kLeads * kVowels * kTrails) {
    uint32_t index = c - kHangulFirst;
    *out = kHangulPrefix;
    *out += kLeadNames[index / kTrails / kVowels];
    *out += kVowelNames[index / kTrails % kVowels];
    *out += kTrailNames[index % kTrails];
    return true;
  }
  if (is_ideograph(c)) {
    char digits[16];
    std::snprintf(digits, sizeof digits, "%04X", c);
    *out = kIdeographPrefix;
    *out += digits;
    return true;
  }
  const NameRun* run = std::upper_bound(kNameRuns, kNameRuns + kNameRunCount, c,
                                        [](uint32_t wanted, const NameRun& entry) { return wanted < entry.first_code; });
  if (run == kNameRuns) return false;
  size_t number = run[-1].first_name + (c - run[-1].first_code);
  if (number >= run->first_name) return false;
  *out = name_at(number, c);
  return true;
}

int find_name(std::string_view name, bool sequences, uint32_t out[kMaxSequence]) {
  if (name.starts_with(kHangulPrefix)) return find_hangul(name.substr(kHangulPrefix.size()), out);
  if (name.starts_with(kIdeographPrefix)) return find_ideograph(name.substr(kIdeographPrefix.size()), out);
  std::string upper(name);
  for (char& c : upper) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  }
  uint32_t hash = name_hash(upper);
  for (size_t at = kHashStarts[hash_bucket(hash)]; at < kHashStarts[hash_bucket(hash) + 1]; at++) {
    if (kHashMarks[at] != hash_mark(hash)) continue;
    const size_t number = kNamesByHash[at];
    const bool is_character = number < kCharacterNameCount;
    if (name_at(number, is_character ? code_at(number) : 0) != upper) continue;
    if (is_character) {
      out[0] = code_at(number);
      return 1;
    }
    const uint32_t* target = kAliasCodes + kAliasTargets[number - kCharacterNameCount];
    if (*target > 1 && !sequences) return 0;
    std::copy_n(target + 1, *target, out);
    return static_cast<int>(*target);
  }
  return 0;
}

}  // namespace coil::unidata
