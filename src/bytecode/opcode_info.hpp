// Static facts about opcodes taken from opcodes.def: names, operand kinds, flags. For the verifier and the disassembler.
#pragma once

#include <array>
#include <cstdint>

#include "bytecode/code.hpp"

namespace coil {

/// Operand kinds; meanings are at the top of opcodes.def.
enum class OperandKind : uint8_t {
  None, Dst, Src, SrcDst, Opt, Base, Win, Const, Const32, Name, Cache, Free, Count, Imm, Imm32, Jump32, Flag,
};

enum OpFlags : uint8_t {
  kOpPlain = 0,
  kOpJump = 1,
  kOpTest = 2,
  kOpEnd = 4,
  kOpSuspend = 8,
  kOpQuick = 16,
};

struct OpcodeInfo {
  const char* name;
  OperandKind operands[3];
  uint8_t flags;
  const char* doc;
};

namespace opcode_table {
inline constexpr uint8_t Plain = kOpPlain;
inline constexpr uint8_t Jump = kOpJump;
inline constexpr uint8_t Test = kOpTest;
inline constexpr uint8_t End = kOpEnd;
inline constexpr uint8_t Suspend = kOpSuspend;
inline constexpr uint8_t Quick = kOpQuick;

inline constexpr OpcodeInfo kRows[] = {
#define OP(name, a, b, c, flags, doc) \
  {#name, {OperandKind::a, OperandKind::b, OperandKind::c}, static_cast<uint8_t>(flags), doc},
#include "bytecode/opcodes.def"
#undef OP
};
}  // namespace opcode_table

inline constexpr const OpcodeInfo& opcode_info(Op op) {
  return opcode_table::kRows[static_cast<uint16_t>(op)];
}

}  // namespace coil
