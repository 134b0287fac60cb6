// The positions of a unit's instructions as an image keeps them. They are most of what a unit weighs and are read for tracebacks only. For each
// instruction: the difference of the line to the one before (zigzag) plus one, the number of lines, the columns; or 0 alone when the position is
// that of the instruction before. Numbers are little-endian, in base 128.
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
