#include "base/multibyte.hpp"

#include <iconv.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <string>

namespace coil {

namespace {

struct Entry {
  const char* name;
  const char* iconv_name;
  const char* first_bytes;
  const char16_t* changes;
};

constexpr Entry kEntries[] = {
#define MULTIBYTE(name, iconv_name, first_bytes, changes) {name, iconv_name, first_bytes, changes},
#include "base/multibyte.def"
#undef MULTIBYTE
};

const iconv_t kNoConverter = reinterpret_cast<iconv_t>(-1);

uint32_t hex_number(std::u16string_view digits) {
  uint32_t number = 0;
  for (char16_t c : digits) number = number << 4 | static_cast<uint32_t>(c <= u'9' ? c - u'0' : c - u'a' + 10);
  return number;
}

/// The bytes behind these in the order of an encoding; single bytes just count on.
uint32_t next_bytes(uint32_t bytes) {
  switch (bytes > 0xff ? bytes & 0xff : 0) {
    case 0x7e: return bytes + (0xa1 - 0x7e);
    case 0xfe: return (bytes & ~0xffu) + 0x140;
    default: return bytes + 1;
  }
}

/// The character that iconv makes of the bytes; 0 when there is none, or none of the basic plane.
char16_t converted(iconv_t converter, std::initializer_list<uint8_t> bytes) {
  std::string input(bytes.begin(), bytes.end());
  char output[16];
  char* from = input.data();
  char* to = output;
  size_t from_left = input.size(), to_left = sizeof output;
  iconv(converter, nullptr, nullptr, nullptr, nullptr);
  if (iconv(converter, &from, &from_left, &to, &to_left) != 0 || sizeof output - to_left != 2) return 0;
  return static_cast<char16_t>(static_cast<uint8_t>(output[0]) | static_cast<uint8_t>(output[1]) << 8);
}

// Korean syllables that EUC-KR has no code for are eight bytes: a mark, and the consonants and the vowel that they are made of.
constexpr uint8_t kHangulLead = 0xa4, kHangulMark = 0xd4;
constexpr uint8_t kFirstVowel = 0xbf;
constexpr char32_t kFirstSyllable = 0xac00;
constexpr uint8_t kInitials[] = {0xa1, 0xa2, 0xa4, 0xa7, 0xa8, 0xa9, 0xb1, 0xb2, 0xb3, 0xb5, 0xb6, 0xb7, 0xb8, 0xb9, 0xba, 0xbb, 0xbc, 0xbd, 0xbe};
constexpr uint8_t kFinals[] = {0xd4, 0xa1, 0xa2, 0xa3, 0xa4, 0xa5, 0xa6, 0xa7, 0xa9, 0xaa, 0xab, 0xac, 0xad, 0xae,
                               0xaf, 0xb0, 0xb1, 0xb2, 0xb4, 0xb5, 0xb6, 0xb7, 0xb8, 0xba, 0xbb, 0xbc, 0xbd, 0xbe};
constexpr char32_t kVowels = 21, kFinalCount = std::size(kFinals), kSyllables = std::size(kInitials) * kVowels * kFinalCount;

// GB18030's four bytes are digits of a number; they count from 81308130 through the basic plane, and from 90308130 through the others.
constexpr uint32_t kFourBytesOfBasicPlane = 39420, kFourBytesBelowOthers = (0x90 - 0x81) * 12600;

uint32_t four_byte_number(const uint8_t* data) {
  return ((uint32_t{data[0]} - 0x81) * 10 + (data[1] - 0x30u)) * 1260 + (data[2] - 0x81u) * 10 + (data[3] - 0x30u);
}

uint32_t four_bytes(uint32_t number) {
  return (0x81 + number / 12600) << 24 | (0x30 + number / 1260 % 10) << 16 | (0x81 + number / 10 % 126) << 8 | (0x30 + number % 10);
}

}  // namespace

const MultibyteTable* MultibyteTable::find(std::string_view name) {
  static std::mutex guard;
  static std::unique_ptr<MultibyteTable> tables[std::size(kEntries)];
  const std::lock_guard lock(guard);
  for (size_t i = 0; i < std::size(kEntries); i++) {
    if (name != kEntries[i].name) continue;
    if (tables[i]) return tables[i].get();
    iconv_t converter = iconv_open("UTF-16LE", kEntries[i].iconv_name);
    if (converter == kNoConverter) return nullptr;
    tables[i] = std::make_unique<MultibyteTable>(kEntries[i].name);
    tables[i]->read(converter, kEntries[i].first_bytes);
    iconv_close(converter);
    tables[i]->change(kEntries[i].changes);
    return tables[i].get();
  }
  return nullptr;
}

void MultibyteTable::read(void* converter, std::string_view first_bytes) {
  for (size_t range = 0; range < first_bytes.size(); range += 4) {
    auto limit = [&](size_t at) { return std::stoul(std::string(first_bytes.substr(range + at, 2)), nullptr, 16); };
    for (size_t first = limit(0); first <= limit(2); first++) {
      for (size_t second = 0x31; second <= 0xfe; second++) {
        two_[first << 8 | second] = converted(converter, {static_cast<uint8_t>(first), static_cast<uint8_t>(second)});
      }
    }
  }
  if (name_ != "euc_jp") return;
  three_.resize(0x10000);
  for (size_t second = 0xa1; second <= 0xfe; second++) {
    for (size_t third = 0xa1; third <= 0xfe; third++) {
      three_[second << 8 | third] = converted(converter, {0x8f, static_cast<uint8_t>(second), static_cast<uint8_t>(third)});
    }
  }
}

char16_t& MultibyteTable::character(uint32_t bytes) {
  return bytes > 0xffff ? three_[bytes & 0xffff] : bytes > 0xff ? two_[bytes] : one_[bytes];
}

/// The words that change what is decoded, then what follows from it for encoding, then the words that change that.
void MultibyteTable::change(std::u16string_view changes) {
  std::vector<std::u16string_view> words;
  while (!changes.empty()) {
    size_t end = std::min(changes.find(u' '), changes.size());
    words.push_back(changes.substr(0, end));
    changes.remove_prefix(std::min(end + 1, changes.size()));
  }
  for (std::u16string_view word : words) apply(word);
  add_bytes();
  if (name_ == "gb18030") add_four_bytes();
  for (std::u16string_view word : words) {
    size_t sign = word.find(u'<');
    if (sign != word.npos) bytes_[word[sign + 1]] = hex_number(word.substr(0, sign));
  }
}

void MultibyteTable::apply(std::u16string_view word) {
  size_t sign = word.find_first_of(u"=-!<");
  uint32_t bytes = hex_number(word.substr(0, sign));
  std::u16string_view rest = word.substr(sign + 1);
  if (word[sign] == u'!') std::fill(one_.begin() + bytes, one_.begin() + hex_number(rest) + 1, kNothing);
  if (word[sign] == u'-') {
    for (uint32_t last = hex_number(rest); bytes <= last; bytes = next_bytes(bytes)) character(bytes) = 0;
  }
  if (word[sign] == u'=') {
    for (char16_t c : rest) {
      character(bytes) = c;
      bytes = next_bytes(bytes);
    }
  }
}

/// Characters that stand at several places are encoded as the first of them, the shortest.
void MultibyteTable::add_bytes() {
  auto add = [&](char16_t character, size_t bytes) {
    if (character && !bytes_[character]) bytes_[character] = static_cast<uint32_t>(bytes);
  };
  for (size_t i = 0x80; i < one_.size(); i++) {
    if (one_[i] != kNothing) add(one_[i], i);
  }
  for (size_t i = 0; i < two_.size(); i++) add(two_[i], i);
  for (size_t i = 0; i < three_.size(); i++) add(three_[i], 0x8f0000 | i);
}

/// The characters of the basic plane that have no shorter code, in their own order.
void MultibyteTable::add_four_bytes() {
  four_.reserve(kFourBytesOfBasicPlane);
  for (uint32_t c = 0x80; c <= 0xffff; c++) {
    if (bytes_[c] || (c >= 0xd800 && c <= 0xdfff)) continue;
    const auto number = static_cast<uint32_t>(four_.size());
    bytes_[c] = four_bytes(number);
    four_.push_back(static_cast<char16_t>(c));
  }
}

MultibyteTable::Decoded MultibyteTable::decode(const uint8_t* data, size_t size) const {
  const uint8_t first = data[0];
  if (first < 0x80) return {first, 1};
  if (one_[first] == kNothing) return {0, kIllegal};
  if (one_[first]) return {one_[first], 1};
  if (size < 2) return {0, kIncomplete};
  if (first == 0x8f && !three_.empty()) {
    if (size < 3) return {0, kIncomplete};
    const char16_t character = three_[size_t{data[1]} << 8 | data[2]];
    return {character, character ? 3 : kIllegal};
  }
  if (!four_.empty() && data[1] >= 0x30 && data[1] <= 0x39) {
    if (size < 4) return {0, kIncomplete};
    return four_byte_character(data);
  }
  if (name_ == "euc_kr" && first == kHangulLead && data[1] == kHangulMark) return hangul_sequence(data, size);
  const char16_t character = two_[size_t{first} << 8 | data[1]];
  return {character, character ? 2 : kIllegal};
}

MultibyteTable::Decoded MultibyteTable::four_byte_character(const uint8_t* data) const {
  if (data[0] < 0x81 || data[2] < 0x81 || data[2] > 0xfe || data[3] < 0x30 || data[3] > 0x39) return {0, kIllegal};
  const uint32_t number = four_byte_number(data);
  if (number < four_.size()) return {four_[number], 4};
  const bool other_plane = number >= kFourBytesBelowOthers && number - kFourBytesBelowOthers <= 0xfffff;
  return {0x10000 + number - kFourBytesBelowOthers, other_plane ? 4 : kIllegal};
}

MultibyteTable::Decoded MultibyteTable::hangul_sequence(const uint8_t* data, size_t size) const {
  if (size < 8) return {0, kIncomplete};
  if (data[2] != kHangulLead || data[4] != kHangulLead || data[6] != kHangulLead) return {0, kIllegal};
  const uint8_t* initial = std::find(std::begin(kInitials), std::end(kInitials), data[3]);
  const uint8_t* last = std::find(std::begin(kFinals), std::end(kFinals), data[7]);
  const char32_t vowel = data[5] - char32_t{kFirstVowel};
  if (initial == std::end(kInitials) || vowel >= kVowels || last == std::end(kFinals)) return {0, kIllegal};
  const auto first = static_cast<char32_t>(initial - kInitials);
  return {kFirstSyllable + (first * kVowels + vowel) * kFinalCount + static_cast<char32_t>(last - kFinals), 8};
}

size_t MultibyteTable::encode(char32_t character, uint8_t out[kLongest]) const {
  uint32_t bytes = character < bytes_.size() ? bytes_[character] : 0;
  if (character < 0x80) bytes = character;
  if (character >= 0x10000 && !four_.empty()) {
    bytes = four_bytes(kFourBytesBelowOthers + character - 0x10000);
  }
  if (!bytes && character) return name_ == "euc_kr" ? hangul_bytes(character, out) : 0;
  size_t size = 1;
  while (size < 4 && bytes >> 8 * size) size++;
  for (size_t i = 0; i < size; i++) out[i] = static_cast<uint8_t>(bytes >> 8 * (size - 1 - i));
  return size;
}

size_t MultibyteTable::hangul_bytes(char32_t character, uint8_t* out) const {
  if (character < kFirstSyllable || character >= kFirstSyllable + kSyllables) return 0;
  const char32_t syllable = character - kFirstSyllable;
  const uint8_t parts[] = {kHangulMark, kInitials[syllable / kFinalCount / kVowels],
                           static_cast<uint8_t>(kFirstVowel + syllable / kFinalCount % kVowels), kFinals[syllable % kFinalCount]};
  for (uint8_t part : parts) {
    *out++ = kHangulLead;
    *out++ = part;
  }
  return 8;
}

}  // namespace coil
