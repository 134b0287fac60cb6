// Rewriting of instructions whose operands were seen: general ones become quick ones, several become one.
#pragma once

#include "vm/frame.hpp"

namespace coil {

/// The operator has found two inline floats: next time it expects them.
void quicken_floats(const Code* code, Instr& at);

/// Whether the tagged form of a small integer has room in an operand of an instruction.
inline bool fits_instr(Value number) { return static_cast<int64_t>(number.bits()) == static_cast<int16_t>(number.bits()); }
/// The operator with a constant that fits_instr() has found a small integer: next time it expects one.
void quicken_small(Instr& at, Value constant);

/// Where the operator `op` stands between the GetSlot of an attribute and its SetAttr, or behind two GetSlot, the first GetSlot becomes the
/// instruction that does all three.
void fuse_slots(const Code* code, Instr& op);

}  // namespace coil
