#include "objects/text_loops.hpp"

#include <algorithm>
#include <cstring>

namespace coil {

namespace {

template <class Out, class In, class Change>
void map_chars(Out* __restrict out, const In* __restrict in, size_t count, Change change) {
  for (size_t i = 0; i < count; i++) out[i] = static_cast<Out>(change(in[i]));
}

/// Sums in the character's own width, in pieces that can't overflow it: a vector of them counts at the speed of reading.
template <class C, class Test>
size_t count_if(const C* chars, size_t count, Test test) {
  size_t total = 0;
  while (count) {
    size_t piece = std::min<size_t>(count, 255);
    C sum = 0;
    for (size_t i = 0; i < piece; i++) sum = static_cast<C>(sum + test(chars[i]));
    total += sum;
    chars += piece;
    count -= piece;
  }
  return total;
}

constexpr uint8_t case_bit(uint8_t c, char first_letter) { return static_cast<uint8_t>(c - first_letter) < 26 ? 0x20 : 0; }

}  // namespace

/// Of at most 16: names mostly.
static bool few_ascii(const uint8_t* chars, size_t count) {
  constexpr uint64_t kOthers = 0x8080808080808080u;
  uint64_t first = 0, last = 0;
  if (count >= 8) {
    std::memcpy(&first, chars, 8);
    std::memcpy(&last, chars + count - 8, 8);
  } else {
    for (size_t i = 0; i < count; i++) first = first << 8 | chars[i];
  }
  return ((first | last) & kOthers) == 0;
}

bool all_ascii(const uint8_t* chars, size_t count) {
  if (count <= 16) return few_ascii(chars, count);
  constexpr size_t kPiece = 4096;  // stops soon after the first other character
  while (count) {
    size_t piece = std::min(count, kPiece);
    uint8_t all = 0;
    for (size_t i = 0; i < piece; i++) all |= chars[i];
    if (all >= 128) return false;
    chars += piece;
    count -= piece;
  }
  return true;
}

uint32_t char_union(const uint32_t* chars, size_t count) {
  uint32_t all = 0;
  for (size_t i = 0; i < count; i++) all |= chars[i];
  return all;
}

void widen_chars(uint32_t* out, const uint8_t* in, size_t count) {
  map_chars(out, in, count, [](uint8_t c) { return c; });
}

void narrow_chars(uint8_t* out, const uint32_t* in, size_t count) {
  map_chars(out, in, count, [](uint32_t c) { return c; });
}

void reverse_chars(uint8_t* out, const uint8_t* in, size_t count) {
  size_t i = 0;
  for (; i + 8 <= count; i += 8) {
    uint64_t word;
    std::memcpy(&word, in + count - i - 8, 8);
    word = __builtin_bswap64(word);
    std::memcpy(out + i, &word, 8);
  }
  for (; i < count; i++) out[i] = in[count - 1 - i];
}

void reverse_chars(uint32_t* out, const uint32_t* in, size_t count) { std::reverse_copy(in, in + count, out); }

void exchange_chars(uint8_t* out, const uint8_t* in, size_t count, uint8_t from, uint8_t to) {
  map_chars(out, in, count, [=](uint8_t c) { return c == from ? to : c; });
}

void exchange_chars(uint32_t* out, const uint8_t* in, size_t count, uint8_t from, uint32_t to) {
  map_chars(out, in, count, [=](uint8_t c) { return c == from ? to : c; });
}

void exchange_chars(uint32_t* out, const uint32_t* in, size_t count, uint32_t from, uint32_t to) {
  map_chars(out, in, count, [=](uint32_t c) { return c == from ? to : c; });
}

void lower_ascii(uint8_t* out, const uint8_t* in, size_t count) {
  map_chars(out, in, count, [](uint8_t c) { return c | case_bit(c, 'A'); });
}

void upper_ascii(uint8_t* out, const uint8_t* in, size_t count) {
  map_chars(out, in, count, [](uint8_t c) { return c ^ case_bit(c, 'a'); });
}

void swap_case_ascii(uint8_t* out, const uint8_t* in, size_t count) {
  map_chars(out, in, count, [](uint8_t c) { return c ^ case_bit(c | 0x20, 'a'); });
}

size_t count_char(const uint8_t* chars, size_t count, uint8_t wanted) {
  return count_if(chars, count, [=](uint8_t c) { return c == wanted; });
}
size_t count_char(const uint32_t* chars, size_t count, uint32_t wanted) {
  return count_if(chars, count, [=](uint32_t c) { return c == wanted; });
}
size_t count_beyond_ascii(const uint8_t* chars, size_t count) {
  return count_if(chars, count, [](uint8_t c) { return c >> 7; });
}

size_t last_char(const uint32_t* chars, size_t count, uint32_t wanted) {
  constexpr size_t kPiece = 64;
  while (count >= kPiece) {
    uint32_t found = 0;
    for (size_t i = 0; i < kPiece; i++) found |= chars[count - kPiece + i] == wanted;
    if (found) break;
    count -= kPiece;
  }
  while (count && chars[count - 1] != wanted) count--;
  return count;
}

}  // namespace coil
