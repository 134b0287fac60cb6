// Rewriting of instructions whose operands were seen: general ones become quick ones, several become one.
#pragma once

#include <array>

#include "vm/frame.hpp"

namespace coil {

/// How often what an instruction had learned did not fit.
struct Misses {
  uint64_t attributes = 0;  // read: another shape than in the inline cache, or none yet
  uint64_t stores = 0;
  uint64_t methods = 0;
  uint64_t globals = 0;     // the keys of a dict have changed, or nothing was known
  uint64_t operators = 0;   // other operands than those of a quick operator
  uint64_t fusions = 0;
};
extern Misses g_misses;

/// Of the code that has run and is alive.
struct LoadedCode {
  size_t functions = 0, instructions = 0;
  std::array<size_t, static_cast<size_t>(Op::kCount)> quick{};  // instructions of each quick form
};
LoadedCode count_loaded_code();

/// The operator has found two inline floats: next time it expects them.
void quicken_floats(const Code* code, Instr& at);

/// Whether the tagged form of a small integer, and of its negative, has room in an operand of an instruction.
inline bool fits_instr(Value number) {
  const auto bits = static_cast<int64_t>(number.bits());
  return bits >= -INT16_MAX + 1 && bits <= INT16_MAX;
}
/// The operator with a constant that fits_instr() has found a small integer: next time it expects one.
void quicken_small(Instr& at, Value constant);

/// Where the operator `op` stands between the GetSlot of an attribute and its SetAttr, or behind two GetSlot, the first GetSlot becomes the
/// instruction that does all three.
void fuse_slots(const Code* code, Instr& op);

}  // namespace coil
