// UnitBuilder: emission, labels, pools. The order of handler tables (innermost first) is settled in finish().
#include "bytecode/builder.hpp"

#include <algorithm>
#include <cstring>

#include "bytecode/opcode_info.hpp"

namespace coil {

namespace {

struct KeyWriter {
  std::string& out;

  void text(char tag, std::string_view value) {
    out += tag;
    out += std::to_string(value.size());
    out += ':';
    out += value;
  }
  template <typename Word>
  void word(char tag, Word value) {
    uint64_t raw = 0;
    static_assert(sizeof(value) <= sizeof(raw));
    std::memcpy(&raw, &value, sizeof(value));
    out += tag;
    out += std::to_string(raw);
    out += ';';
  }
  void items(char tag, const std::vector<Const>& values) {
    word(tag, static_cast<uint64_t>(values.size()));
    for (const Const& value : values) std::visit(*this, value);
  }

  void operator()(const ConstNothing&) { out += '0'; }
  void operator()(const ConstNone&) { out += 'N'; }
  void operator()(bool value) { out += value ? 'T' : 'F'; }
  void operator()(const ConstEllipsis&) { out += 'E'; }
  void operator()(int64_t value) { word('i', value); }
  void operator()(const ConstBigInt& value) {
    word('I', value.base);
    text('I', value.digits);
  }
  void operator()(double value) { word('d', value); }
  void operator()(const ConstComplex& value) {
    word('j', value.real);
    word('j', value.imag);
  }
  void operator()(const ConstStr& value) { text('s', value.text); }
  void operator()(const ConstBytes& value) { text('b', value.data); }
  void operator()(const std::shared_ptr<ConstTuple>& value) { items('(', value->items); }
  void operator()(const std::shared_ptr<ConstFrozenSet>& value) { items('{', value->items); }
  void operator()(const std::shared_ptr<CodeUnit>& value) { word('c', value.get()); }
};

}  // namespace

std::string const_key(const Const& value) {
  std::string key;
  std::visit(KeyWriter{key}, value);
  return key;
}

uint16_t UnitBuilder::checked(uint32_t operand) {
  if (operand > 0xffff) set_overflow("operands");
  return static_cast<uint16_t>(operand);
}

void UnitBuilder::emit(Op op, uint32_t a, uint32_t b, uint32_t c) {
  if (!reachable_) return;
  unit_.instrs.push_back({static_cast<uint16_t>(op), checked(a), checked(b), checked(c)});
  unit_.positions.push_back(position_);
  if ((opcode_info(op).flags & kOpEnd) != 0) reachable_ = false;
}

void UnitBuilder::emit_wide(Op op, uint32_t a, int32_t wide) {
  if (!reachable_) return;
  Instr instr{static_cast<uint16_t>(op), checked(a), 0, 0};
  instr.set_wide(wide);
  unit_.instrs.push_back(instr);
  unit_.positions.push_back(position_);
}

void UnitBuilder::emit_jump(Label target) {
  if (!reachable_) return;
  LabelState& label = labels_[target.id];
  label.used = true;
  // A jump that follows a Test is conditional: the fall-through path stays alive.
  const bool conditional =
      !unit_.instrs.empty() &&
      (opcode_info(static_cast<Op>(unit_.instrs.back().op)).flags & kOpTest) != 0;
  patches_.push_back({here(), target.id});
  emit(label.position >= 0 ? Op::JumpBack : Op::Jump);
  if (conditional) reachable_ = true;
}

void UnitBuilder::emit_jump_if(Op op, uint32_t a, Label target) {
  if (!reachable_) return;
  labels_[target.id].used = true;
  patches_.push_back({here(), target.id});
  emit(op, a);
}

Label UnitBuilder::new_label() {
  labels_.emplace_back();
  return {static_cast<int32_t>(labels_.size() - 1)};
}

void UnitBuilder::bind(Label label) {
  LabelState& state = labels_[label.id];
  // A jump to the instruction after it is no jump, unless a test needs it.
  while (!patches_.empty() && patches_.back().label == label.id && patches_.back().instr + 1 == here() &&
         static_cast<Op>(unit_.instrs.back().op) == Op::Jump) {
    const uint32_t at = patches_.back().instr;
    const bool after_test =
        at > 0 && (opcode_info(static_cast<Op>(unit_.instrs[at - 1].op)).flags & kOpTest) != 0;
    // Labels bound here already, and table entries that start or end here, would slip.
    if (after_test || pinned_ == here()) break;
    unit_.instrs.pop_back();
    unit_.positions.pop_back();
    patches_.pop_back();
    reachable_ = true;
  }
  state.position = static_cast<int32_t>(here());
  pinned_ = here();
  if (state.used) reachable_ = true;
}

uint32_t UnitBuilder::add_const(const Const& value) {
  const auto [entry, is_new] =
      const_index_.try_emplace(const_key(value), static_cast<uint32_t>(unit_.consts.size()));
  if (is_new) unit_.consts.push_back(value);
  return entry->second;
}

uint32_t UnitBuilder::add_name(std::string_view name) {
  const auto [entry, is_new] =
      name_index_.try_emplace(std::string(name), static_cast<uint32_t>(unit_.names.size()));
  if (is_new) {
    if (unit_.names.size() > 0xfffe) set_overflow("names");
    unit_.names.emplace_back(name);
  }
  return entry->second;
}

uint32_t UnitBuilder::add_cache(Op op, std::string_view name) {
  const uint32_t name_number = add_name(name);
  if (!reachable_) return 0;
  const uint32_t key = static_cast<uint32_t>(op) << 16 | (name_number & 0xffff);
  const size_t fresh = unit_.caches.size();
  // A quarter of the numbers is kept for names that come late.
  if (const auto known = cache_index_.find(key); known != cache_index_.end() && fresh >= 0xc000) return known->second;
  if (fresh > 0xfffe) {
    set_overflow("attribute and global accesses");
    return 0;
  }
  unit_.caches.push_back(static_cast<uint16_t>(name_number));
  cache_index_.try_emplace(key, static_cast<uint16_t>(fresh));
  return static_cast<uint32_t>(fresh);
}

void UnitBuilder::add_handler(uint32_t start, uint32_t end, Label target, uint16_t reg, int depth) {
  if (start >= end) return;
  labels_[target.id].used = true;
  handlers_.push_back({{start, end, 0, reg}, target.id, depth});
}

void UnitBuilder::add_handled(uint32_t start, uint32_t end, uint16_t reg, int depth) {
  if (start >= end) return;
  handled_.push_back({{start, end, reg}, -1, depth});
}

void UnitBuilder::finish() {
  std::unordered_map<uint32_t, int32_t> jump_targets;  // of unconditional forward jumps
  for (const Patch& patch : patches_) {
    if (static_cast<Op>(unit_.instrs[patch.instr].op) == Op::Jump) {
      jump_targets[patch.instr] = labels_[patch.label].position;
    }
  }
  for (const Patch& patch : patches_) {
    int64_t target = labels_[patch.label].position;
    if (static_cast<Op>(unit_.instrs[patch.instr].op) != Op::JumpBack) {
      // A forward jump to a jump goes where that one goes; forward chains end.
      for (auto next = jump_targets.find(static_cast<uint32_t>(target)); next != jump_targets.end();
           next = jump_targets.find(static_cast<uint32_t>(target))) {
        if (next->second <= target) break;
        target = next->second;
      }
    }
    const int64_t offset = target - (patch.instr + 1);
    unit_.instrs[patch.instr].set_wide(static_cast<int32_t>(offset));
  }
  const auto deeper = [](const auto& left, const auto& right) { return left.depth > right.depth; };
  std::stable_sort(handlers_.begin(), handlers_.end(), deeper);
  std::stable_sort(handled_.begin(), handled_.end(), deeper);
  for (Ranked<Handler>& ranked : handlers_) {
    ranked.entry.target = static_cast<uint32_t>(labels_[ranked.label].position);
    unit_.handlers.push_back(ranked.entry);
  }
  for (const Ranked<HandledRange>& ranked : handled_) unit_.handled.push_back(ranked.entry);
}

}  // namespace coil
