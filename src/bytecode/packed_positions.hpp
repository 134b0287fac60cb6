// The positions of a unit's instructions as an image keeps them. They are most of what a unit weighs and are read for tracebacks only. For each
// instruction: 0 alone when the position is that of the instruction before; otherwise the difference of the line to the one before (zigzag), doubled, with a 1 for a position
// of several lines, plus one; then the number of further lines for such a one; the column, as the difference (zigzag) to the one before on the same line; the end's column, as the
// difference to the column (zigzag) within one line. Numbers are little-endian, in base 128.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "bytecode/code.hpp"

namespace coil {

std::string pack_positions(const std::vector<Position>&);
/// `count` is the number of instructions.
std::vector<Position> unpack_positions(const uint8_t* packed, size_t count);

}  // namespace coil
