// Loops over all characters of long text, in the two widths of a Str. Compiled for vectors: see CMakeLists.txt.
// Outputs hold `count` characters and don't overlap inputs.
#pragma once

#include <cstddef>
#include <cstdint>

namespace coil {

bool all_ascii(const uint8_t* chars, size_t count);
/// Bitwise or of all characters: enough to tell ASCII, Latin-1 and wide apart.
uint32_t char_union(const uint32_t* chars, size_t count);

void widen_chars(uint32_t* out, const uint8_t* in, size_t count);
void narrow_chars(uint8_t* out, const uint32_t* in, size_t count);
void reverse_chars(uint8_t* out, const uint8_t* in, size_t count);
void reverse_chars(uint32_t* out, const uint32_t* in, size_t count);
void exchange_chars(uint8_t* out, const uint8_t* in, size_t count, uint8_t from, uint8_t to);
void exchange_chars(uint32_t* out, const uint8_t* in, size_t count, uint8_t from, uint32_t to);
void exchange_chars(uint32_t* out, const uint32_t* in, size_t count, uint32_t from, uint32_t to);

void lower_ascii(uint8_t* out, const uint8_t* in, size_t count);
void upper_ascii(uint8_t* out, const uint8_t* in, size_t count);
void swap_case_ascii(uint8_t* out, const uint8_t* in, size_t count);

size_t count_char(const uint8_t* chars, size_t count, uint8_t wanted);
size_t count_char(const uint32_t* chars, size_t count, uint32_t wanted);
size_t count_beyond_ascii(const uint8_t* chars, size_t count);
/// Position behind the last occurrence; 0 when there is none.
size_t last_char(const uint32_t* chars, size_t count, uint32_t wanted);

}  // namespace coil
