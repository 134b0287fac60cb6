// Rewriting of instructions whose operands were seen: general ones become quick ones, several become one.
#pragma once

#include "vm/frame.hpp"

namespace coil {

/// The operator has found two inline floats: next time it expects them.
void quicken_floats(const Code* code, Instr& at);

/// Where the operator `op` stands between the GetSlot of an attribute and its SetAttr, or behind two GetSlot, the first GetSlot becomes the
/// instruction that does all three.
void fuse_slots(const Code* code, Instr& op);

}  // namespace coil
