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

}  // namespace

std::string pack_positions(const std::vector<Position>& positions) {
  std::string out;
  Position before{};
  for (const Position& position : positions) {
    if (position == before) {
      out.push_back(0);
      continue;
    }
    const auto step = static_cast<int32_t>(position.line - before.line);
    put_number(&out, 1 + (static_cast<uint32_t>(step) << 1 ^ static_cast<uint32_t>(step >> 31)));
    put_number(&out, position.end_line - position.line);
    put_number(&out, position.col);
    put_number(&out, position.end_col);
    before = position;
  }
  return out;
}

std::vector<Position> unpack_positions(const uint8_t* packed, size_t count) {
  std::vector<Position> positions(count);
  const uint8_t* at = packed;
  Position now{};
  for (Position& position : positions) {
    if (uint32_t step = take_number(at)) {
      step--;
      now.line += step >> 1 ^ (0u - (step & 1));
      now.end_line = now.line + take_number(at);
      now.col = static_cast<uint16_t>(take_number(at));
      now.end_col = static_cast<uint16_t>(take_number(at));
    }
    position = now;
  }
  return positions;
}

}  // namespace coil
