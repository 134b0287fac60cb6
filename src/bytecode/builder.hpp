// Fills one CodeUnit: emits instructions with positions, patches jumps, and pools constants, names and inline caches.
// It knows nothing of the AST. Code after an instruction that never falls through is dropped until a label that
// something jumps to is bound. Limits of the encoding are noted in overflow() instead of being wrapped silently.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "bytecode/code.hpp"

namespace coil {

/// A jump target; valid for the builder that made it.
struct Label {
  int32_t id = -1;
};

class UnitBuilder {
 public:
  explicit UnitBuilder(CodeUnit& unit) : unit_(unit) {}
  UnitBuilder(const UnitBuilder&) = delete;
  UnitBuilder& operator=(const UnitBuilder&) = delete;

  void set_position(const Position& position) { position_ = position; }
  const Position& position() const { return position_; }

  /// Index of the next instruction.
  uint32_t here() const { return static_cast<uint32_t>(unit_.instrs.size()); }
  /// here(), kept stable: for the edges of table entries.
  uint32_t pin() { return pinned_ = here(); }
  bool reachable() const { return reachable_; }
  void set_reachable(bool reachable) { reachable_ = reachable; }

  void emit(Op op, uint32_t a = 0, uint32_t b = 0, uint32_t c = 0);
  /// For operand kinds Const32, Imm32: the 32-bit value goes to b and c.
  void emit_wide(Op op, uint32_t a, int32_t wide);
  /// Jump or JumpBack (depending on whether the label is bound already), or a conditional jump on register a.
  /// Conditional jumps must go forward: only JumpBack is a safepoint.
  void emit_jump(Label target);
  void emit_jump_if(Op op, uint32_t a, Label target);

  Label new_label();
  /// Makes the label mean here(); code after it is reachable when the code before is, or when something jumps to it.
  void bind(Label label);
  bool is_bound(Label label) const { return labels_[label.id].position >= 0; }
  bool is_used(Label label) const { return labels_[label.id].used; }
  uint32_t position_of(Label label) const { return static_cast<uint32_t>(labels_[label.id].position); }
  void mark_used(Label label) { labels_[label.id].used = true; }

  uint32_t add_const(const Const& value);
  uint32_t add_name(std::string_view name);
  /// An inline cache for an instruction with this name: a fresh one while there are numbers left, then one of the same kind of instruction.
  uint32_t add_cache(Op op, std::string_view name);

  /// `depth` orders entries: deeper entries are inner ones. The target is resolved by finish().
  void add_handler(uint32_t start, uint32_t end, Label target, uint16_t reg, int depth);
  void add_handled(uint32_t start, uint32_t end, uint16_t reg, int depth);

  /// Resolves jumps and tables. The unit must end with an instruction that never falls through.
  void finish();

  /// What is too large ("constants", ...) or nullptr.
  const char* overflow() const { return overflow_; }
  void set_overflow(const char* what) {
    if (overflow_ == nullptr) overflow_ = what;
  }

 private:
  struct LabelState {
    int32_t position = -1;
    bool used = false;
  };
  struct Patch {
    uint32_t instr;
    int32_t label;
  };
  template <typename Entry>
  struct Ranked {
    Entry entry;
    int32_t label;
    int depth;
  };

  uint16_t checked(uint32_t operand);

  CodeUnit& unit_;
  Position position_;
  bool reachable_ = true;
  const char* overflow_ = nullptr;
  uint32_t pinned_ = 0xffffffff;  // no instruction before this index may be removed any more
  std::vector<LabelState> labels_;
  std::vector<Patch> patches_;
  std::vector<Ranked<Handler>> handlers_;
  std::vector<Ranked<HandledRange>> handled_;
  std::unordered_map<std::string, uint32_t> const_index_;
  std::unordered_map<std::string, uint32_t> name_index_;
  std::unordered_map<uint32_t, uint16_t> cache_index_;  // by opcode and name
};

/// Two constants are the same object exactly when their keys are equal: type and value, so that 1, 1.0, True and
/// 0.0, -0.0 stay apart. Code units are never the same.
std::string const_key(const Const& value);

}  // namespace coil
