// The disassembler: generic over operand kinds, so a new opcode needs nothing here.
#include "bytecode/disassembler.hpp"

#include <charconv>
#include <cstdio>
#include <map>

#include "bytecode/opcode_info.hpp"

namespace coil {

namespace {

std::string quoted(std::string_view text) {
  std::string out = "'";
  for (const char raw : text) {
    const unsigned char byte = static_cast<unsigned char>(raw);
    if (byte == '\n') {
      out += "\\n";
    } else if (byte == '\'' || byte == '\\') {
      out += '\\';
      out += raw;
    } else if (byte < 32 || byte == 127) {
      char buffer[8];
      std::snprintf(buffer, sizeof(buffer), "\\x%02x", byte);
      out += buffer;
    } else {
      out += raw;
    }
    if (out.size() > 60) {
      out += "...";
      break;
    }
  }
  return out + "'";
}

std::string number_text(double value) {
  char buffer[32];
  const auto result = std::to_chars(buffer, buffer + sizeof(buffer), value);
  std::string text(buffer, result.ptr);
  if (text.find_first_of(".einf") == std::string::npos) text += ".0";
  return text;
}

struct ConstText {
  std::string items(const std::vector<Const>& values) {
    std::string out;
    for (const Const& value : values) {
      if (!out.empty()) out += ", ";
      out += const_text(value);
    }
    return out;
  }
  std::string operator()(const ConstNothing&) { return "<nothing>"; }
  std::string operator()(const ConstNone&) { return "None"; }
  std::string operator()(bool value) { return value ? "True" : "False"; }
  std::string operator()(const ConstEllipsis&) { return "Ellipsis"; }
  std::string operator()(int64_t value) { return std::to_string(value); }
  std::string operator()(const ConstBigInt& value) {
    const char* prefix = value.base == 16 ? "0x" : value.base == 8 ? "0o" : value.base == 2 ? "0b" : "";
    return prefix + value.digits;
  }
  std::string operator()(double value) { return number_text(value); }
  std::string operator()(const ConstComplex& value) {
    const std::string imaginary = number_text(value.imag) + "j";
    return value.real == 0 ? imaginary : "(" + number_text(value.real) + (imaginary[0] == '-' ? "" : "+") + imaginary + ")";
  }
  std::string operator()(const ConstStr& value) { return quoted(value.text); }
  std::string operator()(const ConstBytes& value) { return "b" + quoted(value.data); }
  std::string operator()(const std::shared_ptr<ConstTuple>& value) {
    return "(" + items(value->items) + (value->items.size() == 1 ? ",)" : ")");
  }
  std::string operator()(const std::shared_ptr<ConstFrozenSet>& value) {
    return "frozenset({" + items(value->items) + "})";
  }
  std::string operator()(const std::shared_ptr<CodeUnit>& value) { return "<code " + value->qualname + ">"; }
};

class Disassembler {
 public:
  Disassembler(const CodeUnit& unit, std::string& out) : unit_(unit), out_(out) {}

  void run() {
    header();
    find_labels();
    uint32_t line = 0;
    for (size_t at = 0; at < unit_.instrs.size(); ++at) {
      const auto label = labels_.find(static_cast<uint32_t>(at));
      if (label != labels_.end()) out_ += " L" + std::to_string(label->second) + ":\n";
      const uint32_t here = unit_.positions[at].line;
      instruction(at, here != line);
      line = here;
    }
    tables();
    for (const Const& value : unit_.consts) {
      if (const auto* inner = std::get_if<std::shared_ptr<CodeUnit>>(&value)) {
        out_ += '\n';
        Disassembler(**inner, out_).run();
      }
    }
  }

 private:
  void header() {
    out_ += unit_.qualname + " (line " + std::to_string(unit_.first_line) + ", " +
            std::to_string(unit_.reg_count) + " registers";
    static constexpr std::pair<uint32_t, const char*> kFlagNames[] = {
        {kCodeVarArgs, "*args"},       {kCodeVarKw, "**kwargs"}, {kCodeGenerator, "generator"},
        {kCodeCoroutine, "coroutine"}, {kCodeAsyncGenerator, "async generator"},
        {kCodeClassBody, "class"},     {kCodeModule, "module"},
    };
    for (const auto& [flag, name] : kFlagNames) {
      if ((unit_.flags & flag) != 0) out_ += std::string(", ") + name;
    }
    out_ += ")\n";
    if ((unit_.flags & kCodeFunction) != 0 && unit_.arg_count + unit_.kwonly_count != 0) {
      out_ += "  parameters: " + std::to_string(unit_.arg_count) + " positional (" +
              std::to_string(unit_.posonly_count) + " only), " + std::to_string(unit_.kwonly_count) +
              " keyword-only\n";
    }
    if (!unit_.cell_vars.empty()) {
      out_ += "  cells:";
      for (const auto& [name, reg] : unit_.cell_vars) out_ += " " + name + "=r" + std::to_string(reg);
      out_ += '\n';
    }
    if (!unit_.free_vars.empty()) {
      out_ += "  free:";
      for (const std::string& name : unit_.free_vars) out_ += " " + name;
      out_ += '\n';
    }
  }

  uint32_t target_of(size_t at) const { return static_cast<uint32_t>(at + 1 + unit_.instrs[at].wide()); }

  void find_labels() {
    for (size_t at = 0; at < unit_.instrs.size(); ++at) {
      for (const OperandKind kind : opcode_info(static_cast<Op>(unit_.instrs[at].op)).operands) {
        if (kind == OperandKind::Jump32) labels_[target_of(at)] = 0;
      }
    }
    for (const Handler& handler : unit_.handlers) labels_[handler.target] = 0;
    int number = 0;
    for (auto& [at, label] : labels_) label = ++number;
  }

  std::string reg_text(uint16_t reg) const {
    if (reg == kNoReg) return "-";
    if (reg < unit_.local_names.size() && !unit_.local_names[reg].empty()) return unit_.local_names[reg];
    for (const auto& [name, cell] : unit_.cell_vars) {
      if (cell == reg) return "&" + name;
    }
    return "r" + std::to_string(reg);
  }

  std::string constant(uint32_t index) const {
    return index < unit_.consts.size() ? const_text(unit_.consts[index]) : "?";
  }

  std::string operand_text(size_t at, OperandKind kind, uint16_t value) const {
    const Instr& instr = unit_.instrs[at];
    switch (kind) {
      case OperandKind::None: return {};
      case OperandKind::Dst:
      case OperandKind::Src:
      case OperandKind::SrcDst:
      case OperandKind::Opt:
      case OperandKind::Win: return reg_text(value);
      case OperandKind::Base: return value == kNoReg ? "-" : reg_text(value) + "..";
      case OperandKind::Const: return constant(value);
      case OperandKind::Const32: return constant(static_cast<uint32_t>(instr.wide()));
      case OperandKind::Name: return value < unit_.names.size() ? "." + unit_.names[value] : "?";
      case OperandKind::Cache:
        return value < unit_.caches.size() ? "." + unit_.names[unit_.caches[value]] : "?";
      case OperandKind::Free: return value < unit_.free_vars.size() ? "^" + unit_.free_vars[value] : "?";
      case OperandKind::Count: return "#" + std::to_string(value);
      case OperandKind::Imm: return std::to_string(static_cast<int16_t>(value));
      case OperandKind::Imm32: return std::to_string(instr.wide());
      case OperandKind::Jump32: {
        const auto label = labels_.find(target_of(at));
        return label == labels_.end() ? "?" : "L" + std::to_string(label->second);
      }
      case OperandKind::Flag: return std::to_string(value);
    }
    return {};
  }

  void instruction(size_t at, bool show_line) {
    const Instr& instr = unit_.instrs[at];
    const OpcodeInfo& row = opcode_info(static_cast<Op>(instr.op));
    char head[64];
    if (show_line) {
      std::snprintf(head, sizeof(head), "%5u %4zu  %-17s", unit_.positions[at].line, at, row.name);
    } else {
      std::snprintf(head, sizeof(head), "      %4zu  %-17s", at, row.name);
    }
    std::string text = head;
    const uint16_t operands[3] = {instr.a, instr.b, instr.c};
    bool first = true;
    for (int i = 0; i < 3; ++i) {
      const std::string part = operand_text(at, row.operands[i], operands[i]);
      if (part.empty()) continue;
      text += first ? " " : ", ";
      text += part;
      first = false;
    }
    while (text.back() == ' ') text.pop_back();
    out_ += text + "\n";
  }

  void tables() {
    for (const Handler& handler : unit_.handlers) {
      out_ += "  handler " + std::to_string(handler.start) + ".." + std::to_string(handler.end) + " -> L" +
              std::to_string(labels_.at(handler.target)) + " in " + reg_text(handler.reg) + "\n";
    }
    for (const HandledRange& range : unit_.handled) {
      out_ += "  handled " + std::to_string(range.start) + ".." + std::to_string(range.end) + " " +
              reg_text(range.reg) + "\n";
    }
  }

  const CodeUnit& unit_;
  std::string& out_;
  std::map<uint32_t, int> labels_;
};

}  // namespace

std::string const_text(const Const& value) { return std::visit(ConstText{}, value); }

std::string disassemble(const CodeUnit& unit) {
  std::string out;
  Disassembler(unit, out).run();
  return out;
}

}  // namespace coil
