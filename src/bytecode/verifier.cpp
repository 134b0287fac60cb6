// The verifier: operand ranges by operand kind, jump targets, instruction pairs, tables.
#include "bytecode/verifier.hpp"

#include "bytecode/opcode_info.hpp"

namespace coil {

namespace {

class Verifier {
 public:
  explicit Verifier(const CodeUnit& unit) : unit_(unit) {}

  std::string run() {
    const size_t count = unit_.instrs.size();
    if (unit_.positions.size() != count) return fail(0, "positions and instructions differ in number");
    if (count == 0) return fail(0, "no instructions");
    for (at_ = 0; at_ < count && error_.empty(); ++at_) check_instr(unit_.instrs[at_]);
    if (!error_.empty()) return error_;
    at_ = count - 1;
    const OpcodeInfo& last = info(count - 1);
    const bool after_test = count > 1 && (info(count - 2).flags & kOpTest) != 0;
    if ((last.flags & kOpEnd) == 0 || after_test) return fail(at_, "control falls off the end");
    check_tables();
    if (!error_.empty()) return error_;
    for (const Const& value : unit_.consts) {
      if (const auto* inner = std::get_if<std::shared_ptr<CodeUnit>>(&value)) {
        std::string problem = verify(**inner);
        if (!problem.empty()) return problem;
      }
    }
    return {};
  }

 private:
  const OpcodeInfo& info(size_t index) const {
    return opcode_info(static_cast<Op>(unit_.instrs[index].op));
  }

  std::string fail(size_t index, const std::string& what) {
    if (error_.empty()) {
      error_ = unit_.filename + ": " + unit_.qualname + " at " + std::to_string(index);
      if (index < unit_.instrs.size() && unit_.instrs[index].op < static_cast<uint16_t>(Op::kCount)) {
        error_ += std::string(" (") + info(index).name + ")";
      }
      error_ += ": " + what;
    }
    return error_;
  }

  void check_register(uint32_t reg, const char* what) {
    if (reg >= unit_.reg_count) fail(at_, std::string(what) + " register " + std::to_string(reg) + " out of range");
  }

  /// How many registers a Base operand covers.
  uint32_t base_width(const Instr& instr) const {
    switch (static_cast<Op>(instr.op)) {
      case Op::BuildList:
      case Op::BuildTuple:
      case Op::BuildTupleStar:
      case Op::BuildSet:
      case Op::BuildString:
      case Op::UnpackSequence: return instr.c;
      case Op::BuildDict: return 2u * instr.c;
      case Op::UnpackEx: return (instr.c & 0xffu) + 1 + (instr.c >> 8);
      case Op::BuildSlice:
      case Op::ExcInfo:
      case Op::MatchClass: return 3;
      case Op::GetSlice:
      case Op::ImportName: return 2;
      case Op::MakeFunction: return 4;
      default: return 1;
    }
  }

  uint32_t window_arguments(const Instr& instr) const {
    switch (static_cast<Op>(instr.op)) {
      case Op::LoadMethod:
      case Op::LoadSuperMethod:
      case Op::LoadSpecial: return 1;
      case Op::CallEx: return 2;
      default: return instr.b + static_cast<uint32_t>(spare_registers(static_cast<Op>(instr.op)));
    }
  }

  void check_target(const Instr& instr) {
    const int64_t target = static_cast<int64_t>(at_) + 1 + instr.wide();
    if (target < 0 || target >= static_cast<int64_t>(unit_.instrs.size())) {
      fail(at_, "jump target out of range");
      return;
    }
    const bool backward = target <= static_cast<int64_t>(at_);
    if (backward != (static_cast<Op>(instr.op) == Op::JumpBack)) fail(at_, "jump in the wrong direction");
    if (target > 0 && (info(target - 1).flags & kOpTest) != 0) fail(at_, "jump between a test and its jump");
  }

  void check_operand(const Instr& instr, OperandKind kind, uint16_t value) {
    switch (kind) {
      case OperandKind::None:
        if (value != 0) fail(at_, "unused operand is not zero");
        break;
      case OperandKind::Dst:
      case OperandKind::Src:
      case OperandKind::SrcDst: check_register(value, "operand"); break;
      case OperandKind::Opt:
        if (value != kNoReg) check_register(value, "optional");
        break;
      case OperandKind::Base: {
        const uint32_t width = base_width(instr);
        const bool may_be_absent = static_cast<Op>(instr.op) == Op::MakeFunction;
        if (width == 0 || (may_be_absent && value == kNoReg)) break;
        check_register(value + width - 1, "base");
        break;
      }
      case OperandKind::Win:
        check_register(value + kFrameHeaderWords + window_arguments(instr) - 1, "window");
        break;
      case OperandKind::Const:
        if (value >= unit_.consts.size()) fail(at_, "constant out of range");
        break;
      case OperandKind::Const32:
        if (static_cast<uint32_t>(instr.wide()) >= unit_.consts.size()) fail(at_, "constant out of range");
        break;
      case OperandKind::Name:
        if (value >= unit_.names.size()) fail(at_, "name out of range");
        break;
      case OperandKind::Cache:
        if (value >= unit_.caches.size()) fail(at_, "cache out of range");
        break;
      case OperandKind::Free:
        if (value >= unit_.free_vars.size()) fail(at_, "free variable out of range");
        break;
      case OperandKind::Jump32: check_target(instr); break;
      case OperandKind::Count:
      case OperandKind::Imm:
      case OperandKind::Imm32:
      case OperandKind::Flag: break;
    }
  }

  void check_instr(const Instr& instr) {
    if (instr.op >= static_cast<uint16_t>(Op::kCount)) {
      fail(at_, "unknown opcode");
      return;
    }
    const OpcodeInfo& row = info(at_);
    if ((row.flags & kOpQuick) != 0) fail(at_, "opcode of the VM in compiled code");
    const uint16_t operands[3] = {instr.a, instr.b, instr.c};
    for (int i = 0; i < 3; ++i) {
      check_operand(instr, row.operands[i], operands[i]);
      const bool wide = row.operands[i] == OperandKind::Const32 || row.operands[i] == OperandKind::Imm32 ||
                        row.operands[i] == OperandKind::Jump32;
      if (wide) break;
    }
    const bool has_next = at_ + 1 < unit_.instrs.size();
    const Instr next = has_next ? unit_.instrs[at_ + 1] : Instr{};
    const Op next_op = static_cast<Op>(next.op);
    if ((row.flags & kOpTest) != 0 && (!has_next || (next_op != Op::Jump && next_op != Op::JumpBack))) {
      fail(at_, "test without jump");
    }
    const Op op = static_cast<Op>(instr.op);
    if ((op == Op::CallAwait || op == Op::CallMethodAwait) &&
        (!has_next || next_op != Op::Await || next.a != instr.a || next.b != instr.a)) {
      fail(at_, "call without its await");
    }
    if (op == Op::GetIter && instr.c == 1 && at_ == 0) fail(at_, "no call before the iteration");
  }

  void check_tables() {
    const size_t count = unit_.instrs.size();
    for (const Handler& handler : unit_.handlers) {
      if (handler.start >= handler.end || handler.end > count || handler.target >= count) {
        fail(handler.start, "bad handler range");
      }
      check_register(handler.reg, "handler");
    }
    for (const HandledRange& range : unit_.handled) {
      if (range.start >= range.end || range.end > count) fail(range.start, "bad handled range");
      check_register(range.reg, "handled");
    }
    for (const DeadCall& call : unit_.dead_calls) {
      if (call.instr >= count) fail(call.instr, "bad dead call");
      if (call.fate == DeadCall::Shown) check_register(static_cast<uint16_t>(call.window + kCalleeSlot), "dead call");
    }
    for (uint16_t name : unit_.caches) {
      if (name >= unit_.names.size()) fail(0, "cache without a name");
    }
    for (const auto& [name, reg] : unit_.cell_vars) check_register(reg, "cell variable");
    if (unit_.local_names.size() > unit_.reg_count) fail(0, "more locals than registers");
    const size_t params = unit_.arg_count + unit_.kwonly_count + ((unit_.flags & kCodeVarArgs) != 0) +
                          ((unit_.flags & kCodeVarKw) != 0);
    if (params > unit_.local_names.size() || unit_.posonly_count > unit_.arg_count) fail(0, "bad parameters");
    if ((unit_.flags & kCodeFunction) != 0 && unit_.consts.empty()) fail(0, "no docstring constant");
    if (unit_.class_free >= static_cast<int32_t>(unit_.free_vars.size())) fail(0, "bad __class__ index");
    if (unit_.reg_count > kMaxRegisters) fail(0, "too many registers");
  }

  const CodeUnit& unit_;
  size_t at_ = 0;
  std::string error_;
};

}  // namespace

std::string verify(const CodeUnit& unit) { return Verifier(unit).run(); }

}  // namespace coil
