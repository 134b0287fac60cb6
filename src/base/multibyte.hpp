// Encodings of East Asia: characters of one to four bytes. The tables are read from the system's iconv when an encoding is first used.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace coil {

class MultibyteTable {
 public:
  /// The table of an encoding of multibyte.def; nullptr when there is none, or when the system's iconv does not know the encoding.
  static const MultibyteTable* find(std::string_view name);

  struct Decoded {
    char32_t character;
    size_t size;            // bytes; kIllegal: they begin no character; kIncomplete: more of them are needed
  };
  static constexpr size_t kIllegal = 0;
  static constexpr size_t kIncomplete = SIZE_MAX;
  /// The first character of `size` bytes, at least one.
  Decoded decode(const uint8_t* data, size_t size) const;

  static constexpr size_t kLongest = 8;
  /// Writes the bytes of a character; their number, or 0 when the encoding does not have the character.
  size_t encode(char32_t character, uint8_t out[kLongest]) const;

  explicit MultibyteTable(std::string_view name) : name_(name), one_{}, two_(0x10000), bytes_(0x10000) {}

 private:
  static constexpr char16_t kNothing = 0xffff;  // in one_: the byte begins no character

  void read(void* converter, std::string_view first_bytes);
  void change(std::u16string_view changes);
  void apply(std::u16string_view word);
  void add_bytes();
  void add_four_bytes();
  char16_t& character(uint32_t bytes);
  Decoded four_byte_character(const uint8_t* data) const;
  size_t hangul_bytes(char32_t character, uint8_t* out) const;
  Decoded hangul_sequence(const uint8_t* data, size_t size) const;

  std::string_view name_;
  std::array<char16_t, 256> one_;   // characters of single bytes from 0x80 on; 0: none
  std::vector<char16_t> two_;       // by both bytes; 0: none
  std::vector<char16_t> three_;     // behind 0x8f, by the last two bytes; empty: the encoding has none
  std::vector<char16_t> four_;      // of GB18030, by the place in the order of its four bytes; empty: the encoding has none
  std::vector<uint32_t> bytes_;     // by character: its bytes as a big-endian number; 0: none
};

}  // namespace coil
