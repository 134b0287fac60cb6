#include "bytecode/packed_positions.hpp"

namespace coil {

namespace {

void put_number(std::string* out, uint32_t number) {
  for (; number >= 0x80; number >>= 7) out->push_back(static_cast<char>(number | 0x80));
  out->push_back(static_cast<char>(number));
}

uint32_t take_number(const uint8_t*& at) {
  uint32_t number = 0;
  for (int shift = 0;; shift += 7) {
    const uint8_t byte = *at++;
    number |= static_cast<uint32_t>(byte & 0x7f) << shift;
    if (!(byte & 0x80)) return number;
  }
}

/// Small for small differences of either sign.
uint32_t zigzag(int32_t difference) { return static_cast<uint32_t>(difference) << 1 ^ static_cast<uint32_t>(difference >> 31); }
uint32_t unzigzag(uint32_t number) { return number >> 1 ^ (0u - (number & 1)); }

}  // namespace

std::string pack_positions(const std::vector<Position>& positions) {
  std::string out;
  Position before{};
  for (const Position& position : positions) {
    if (position == before) {
      out.push_back(0);
      continue;
    }
    const bool several_lines = position.end_line != position.line;
    put_number(&out, 1 + (zigzag(static_cast<int32_t>(position.line - before.line)) << 1 | several_lines));
    if (several_lines) put_number(&out, position.end_line - position.line);
    if (position.line == before.line) put_number(&out, zigzag(position.col - before.col));
    else put_number(&out, position.col);
    put_number(&out, several_lines ? position.end_col : zigzag(position.end_col - position.col));
    before = position;
  }
  return out;
}

std::vector<Position> unpack_positions(const uint8_t* packed, size_t count) {
  std::vector<Position> positions(count);
  const uint8_t* at = packed;
  Position now{};
  for (Position& position : positions) {
    if (uint32_t head = take_number(at)) {
      head--;
      const bool several_lines = head & 1, same_line = head < 2;
      now.line += unzigzag(head >> 1);
      now.end_line = now.line + (several_lines ? take_number(at) : 0);
      const uint32_t column = take_number(at);
      now.col = static_cast<uint16_t>(same_line ? now.col + unzigzag(column) : column);
      const uint32_t end = take_number(at);
      now.end_col = static_cast<uint16_t>(several_lines ? end : now.col + unzigzag(end));
    }
    position = now;
  }
  return positions;
}

}  // namespace coil
