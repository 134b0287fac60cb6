// The Unicode Character Database 14.0: names and properties of characters. What the methods of str need all the time (case, classes of
// identifiers) is in objects/unicode.hpp; this room is for unicodedata, "\N{...}" and the error handler namereplace.
// The tables are constants of the binary, so that what nobody asks for is never read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace coil::unidata {

inline constexpr const char* kVersion = "14.0.0";
inline constexpr int kMaxSequence = 8;

/// False when the character has no name.
bool character_name(uint32_t c, std::string* out);
/// The character of a name or alias; for `sequences` also what a named sequence stands for. Returns how many code points, 0: unknown.
int find_name(std::string_view name, bool sequences, uint32_t out[kMaxSequence]);

const char* category(uint32_t c);          // "Lu"
const char* bidirectional(uint32_t c);     // "L", "" for none
const char* east_asian_width(uint32_t c);  // "Na"
int combining(uint32_t c);
bool mirrored(uint32_t c);
/// "<compat> 0020 0308", "" for none.
std::string decomposition(uint32_t c);
/// The value of a digit (of any kind), or -1.
int digit_value(uint32_t c);
/// False when the character stands for no number.
bool numeric_value(uint32_t c, double* out);

}  // namespace coil::unidata
