// The generated tables (tool/generate.cpp writes them from the Unicode Character Database). Private to this room.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace coil::unidata {

// -- Names are sequences of words. A word stands for itself after a blank, or without one when it begins with '-'.
// Bytes of a name: 0 ends it; 1 stands for '-' and the hexadecimal code point; 2 to kFirstLongWord - 1 are the most frequent words;
// greater bytes begin a two-byte word number.

inline constexpr unsigned kEndOfName = 0, kCodePointWord = 1, kFirstWord = 2;
inline constexpr size_t kWordsInBlock = 4, kNamesInBlock = 8;
extern const unsigned kFirstLongWord;
extern const uint8_t kWords[];             // length and letters of each word
extern const uint32_t kWordBlocks[];       // where each block of words begins
extern const uint8_t kNames[];
extern const uint32_t kNameBlocks[];       // where each block of names begins
extern const size_t kNameCount;            // names of characters come first, in order of code points; then aliases and sequences
extern const size_t kCharacterNameCount;
extern const uint16_t kNamesByHash[];      // numbers of all names, sorted by name_hash()
extern const uint16_t kHashStarts[];       // where each bucket of hashes begins there, and the end
extern const uint8_t kHashMarks[];         // hash_mark() of each entry

struct NameRun {
  uint32_t first_code;
  uint32_t first_name;
};
extern const NameRun kNameRuns[];          // runs of adjacent characters that have names; ends with first_name == kCharacterNameCount
extern const size_t kNameRunCount;
extern const uint16_t kAliasTargets[];     // for each name behind the characters': position in kAliasCodes
extern const uint32_t kAliasCodes[];       // count, code points

struct CodeRange {
  uint32_t first, last;
};
extern const CodeRange kIdeographs[];      // named CJK UNIFIED IDEOGRAPH-
extern const size_t kIdeographCount;

constexpr uint32_t name_hash(std::string_view name) {
  uint32_t hash = 2166136261u;
  for (char c : name) hash = (hash ^ static_cast<uint8_t>(c)) * 16777619u;
  return hash;
}

// The upper bits of a hash choose a bucket, the lower bits tell its entries apart.
inline constexpr size_t kHashBuckets = 4096;
constexpr size_t hash_bucket(uint32_t hash) { return hash >> 20; }
constexpr uint8_t hash_mark(uint32_t hash) { return static_cast<uint8_t>(hash); }

// -- Properties: code point to record, in two stages.

struct Record {
  uint8_t category;    // position in kCategories
  uint8_t combining;
  uint8_t bidi;        // position in kBidiClasses
  uint8_t width;       // position in kWidths
  uint8_t mirrored;
};
inline constexpr unsigned kRecordBlockShift = 7;
extern const Record kRecords[];
extern const uint16_t kRecordBlocks[];     // for each block of 128 code points: its number
extern const uint16_t kRecordNumbers[];
extern const char* const kCategories[];
extern const char* const kBidiClasses[];
extern const char* const kWidths[];

struct Numeric {
  uint32_t code;
  int16_t digit;       // or -1
  double value;
};
extern const Numeric kNumerics[];
extern const size_t kNumericCount;

extern const uint32_t kDecomposed[];       // sorted
extern const size_t kDecomposedCount;
extern const uint32_t kDecompositions[];   // for each: tag << 24 | position of the first byte in kDecompositionText
extern const char kDecompositionText[];    // UTF-8, each ends with a zero
extern const char* const kDecompositionTags[];

}  // namespace coil::unidata
