// A port of the meaning of ast.unparse for expressions: minimal brackets by precedence, repr of constants.
#include "compiler/unparse.hpp"

#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstring>

namespace coil {

using namespace ast;

namespace {

enum Precedence {
  kNamedExpr, kTuple, kYield, kTest, kOr, kAnd, kNot, kCmp, kExpr, kBor = kExpr, kBxor, kBand, kShift, kArith,
  kTerm, kFactor, kPower, kAwait, kAtom,
};

struct BinaryForm {
  const char* text;
  int precedence;
};

BinaryForm binary_form(Operator op) {
  switch (op) {
    case Operator::Add: return {"+", kArith};
    case Operator::Sub: return {"-", kArith};
    case Operator::Mult: return {"*", kTerm};
    case Operator::MatMult: return {"@", kTerm};
    case Operator::Div: return {"/", kTerm};
    case Operator::Mod: return {"%", kTerm};
    case Operator::LShift: return {"<<", kShift};
    case Operator::RShift: return {">>", kShift};
    case Operator::BitOr: return {"|", kBor};
    case Operator::BitXor: return {"^", kBxor};
    case Operator::BitAnd: return {"&", kBand};
    case Operator::FloorDiv: return {"//", kTerm};
    case Operator::Pow: return {"**", kPower};
  }
  return {"", kAtom};
}

const char* compare_text(CmpOp op) {
  switch (op) {
    case CmpOp::Eq: return " == ";
    case CmpOp::NotEq: return " != ";
    case CmpOp::Lt: return " < ";
    case CmpOp::LtE: return " <= ";
    case CmpOp::Gt: return " > ";
    case CmpOp::GtE: return " >= ";
    case CmpOp::Is: return " is ";
    case CmpOp::IsNot: return " is not ";
    case CmpOp::In: return " in ";
    case CmpOp::NotIn: return " not in ";
  }
  return "";
}

std::string quoted_text(std::string_view text, bool bytes) {
  const bool single = text.find('\'') != std::string_view::npos;
  const char quote = single && text.find('"') == std::string_view::npos ? '"' : '\'';
  std::string out(1, quote);
  for (const char raw : text) {
    const unsigned char byte = static_cast<unsigned char>(raw);
    if (raw == quote || raw == '\\') {
      out += '\\';
      out += raw;
    } else if (raw == '\n') {
      out += "\\n";
    } else if (raw == '\r') {
      out += "\\r";
    } else if (raw == '\t') {
      out += "\\t";
    } else if (byte < 32 || byte == 127 || (bytes && byte > 127)) {
      char buffer[8];
      std::snprintf(buffer, sizeof(buffer), "\\x%02x", byte);
      out += buffer;
    } else {
      out += raw;
    }
  }
  return out + quote;
}

std::string float_text(double value) {
  if (std::isinf(value)) return "1e309";
  char buffer[40];
  const double magnitude = std::fabs(value);
  const bool plain = value == 0 || (magnitude >= 1e-4 && magnitude < 1e16);
  const auto result = std::to_chars(buffer, buffer + sizeof(buffer), value,
                                    plain ? std::chars_format::fixed : std::chars_format::scientific);
  std::string text(buffer, result.ptr);
  if (plain && text.find('.') == std::string::npos) text += ".0";
  return text;
}

class Unparser {
 public:
  std::string out;

  void write(const Expr* expr, int context) {
    if (++depth_ > 2000) return;
    switch (expr->kind) {
      case ExprKind::BoolOp: {
        const auto* node = as<BoolOp>(expr);
        const int own = node->op == BoolOperator::And ? kAnd : kOr;
        const Brackets brackets(*this, context > own);
        bool first = true;
        for (const Expr* value : node->values) {
          if (!first) out += node->op == BoolOperator::And ? " and " : " or ";
          first = false;
          write(value, own + 1);
        }
        break;
      }
      case ExprKind::NamedExpr: {
        const auto* node = as<NamedExpr>(expr);
        const Brackets brackets(*this, context > kNamedExpr);
        write(node->target, kAtom);
        out += " := ";
        write(node->value, kAtom);
        break;
      }
      case ExprKind::BinOp: {
        const auto* node = as<BinOp>(expr);
        const BinaryForm form = binary_form(node->op);
        const Brackets brackets(*this, context > form.precedence);
        const bool right_first = node->op == Operator::Pow;
        write(node->left, form.precedence + (right_first ? 1 : 0));
        out += std::string(" ") + form.text + " ";
        write(node->right, form.precedence + (right_first ? 0 : 1));
        break;
      }
      case ExprKind::UnaryOp: {
        const auto* node = as<UnaryOp>(expr);
        const int own = node->op == UnaryOperator::Not ? kNot : kFactor;
        const Brackets brackets(*this, context > own);
        switch (node->op) {
          case UnaryOperator::Not: out += "not "; break;
          case UnaryOperator::Invert: out += "~"; break;
          case UnaryOperator::UAdd: out += "+"; break;
          case UnaryOperator::USub: out += "-"; break;
        }
        write(node->operand, own);
        break;
      }
      case ExprKind::Lambda: {
        const auto* node = as<Lambda>(expr);
        const Brackets brackets(*this, context > kTest);
        out += "lambda";
        const size_t before = out.size();
        out += " ";
        parameters(*node->args);
        if (out.size() == before + 1) out.pop_back();
        out += ": ";
        write(node->body, kTest);
        break;
      }
      case ExprKind::IfExp: {
        const auto* node = as<IfExp>(expr);
        const Brackets brackets(*this, context > kTest);
        write(node->body, kTest + 1);
        out += " if ";
        write(node->test, kTest + 1);
        out += " else ";
        write(node->orelse, kTest);
        break;
      }
      case ExprKind::Dict: {
        const auto* node = as<Dict>(expr);
        out += "{";
        for (size_t i = 0; i < node->values.size(); ++i) {
          if (i != 0) out += ", ";
          if (node->keys[i] == nullptr) {
            out += "**";
            write(node->values[i], kExpr);
          } else {
            write(node->keys[i], kTest);
            out += ": ";
            write(node->values[i], kTest);
          }
        }
        out += "}";
        break;
      }
      case ExprKind::Set:
        if (as<Set>(expr)->elts.empty()) {
          out += "{*()}";
          break;
        }
        out += "{";
        list(as<Set>(expr)->elts);
        out += "}";
        break;
      case ExprKind::ListComp:
        out += "[";
        write(as<ListComp>(expr)->elt, kTest);
        generators(as<ListComp>(expr)->generators);
        out += "]";
        break;
      case ExprKind::SetComp:
        out += "{";
        write(as<SetComp>(expr)->elt, kTest);
        generators(as<SetComp>(expr)->generators);
        out += "}";
        break;
      case ExprKind::DictComp:
        out += "{";
        write(as<DictComp>(expr)->key, kTest);
        out += ": ";
        write(as<DictComp>(expr)->value, kTest);
        generators(as<DictComp>(expr)->generators);
        out += "}";
        break;
      case ExprKind::GeneratorExp:
        out += "(";
        write(as<GeneratorExp>(expr)->elt, kTest);
        generators(as<GeneratorExp>(expr)->generators);
        out += ")";
        break;
      case ExprKind::Await: {
        const Brackets brackets(*this, context > kAwait);
        out += "await ";
        write(as<Await>(expr)->value, kAtom);
        break;
      }
      case ExprKind::Yield: {
        const Brackets brackets(*this, context > kYield);
        out += "yield";
        if (as<Yield>(expr)->value != nullptr) {
          out += " ";
          write(as<Yield>(expr)->value, kAtom);
        }
        break;
      }
      case ExprKind::YieldFrom: {
        const Brackets brackets(*this, context > kYield);
        out += "yield from ";
        write(as<YieldFrom>(expr)->value, kAtom);
        break;
      }
      case ExprKind::Compare: {
        const auto* node = as<Compare>(expr);
        const Brackets brackets(*this, context > kCmp);
        write(node->left, kCmp + 1);
        for (size_t i = 0; i < node->ops.size(); ++i) {
          out += compare_text(node->ops[i]);
          write(node->comparators[i], kCmp + 1);
        }
        break;
      }
      case ExprKind::Call: {
        const auto* node = as<Call>(expr);
        write(node->func, kAtom);
        out += "(";
        bool first = true;
        for (const Expr* item : node->args) {
          if (!first) out += ", ";
          first = false;
          write(item, kTest);
        }
        for (const keyword* item : node->keywords) {
          if (!first) out += ", ";
          first = false;
          out += item->has_arg ? std::string(item->arg) + "=" : "**";
          write(item->value, kTest);
        }
        out += ")";
        break;
      }
      case ExprKind::FormattedValue:
      case ExprKind::JoinedStr: formatted_string(expr); break;
      case ExprKind::Constant: constant(as<Constant>(expr)); break;
      case ExprKind::Attribute: {
        const auto* node = as<Attribute>(expr);
        write(node->value, kAtom);
        const auto* number = try_as<Constant>(static_cast<const Expr*>(node->value));
        if (number != nullptr && number->type == ConstantKind::Int) out += " ";
        out += ".";
        out += node->attr;
        break;
      }
      case ExprKind::Subscript: {
        const auto* node = as<Subscript>(expr);
        write(node->value, kAtom);
        out += "[";
        const auto* tuple = try_as<Tuple>(static_cast<const Expr*>(node->slice));
        if (tuple != nullptr && !tuple->elts.empty()) {
          list(tuple->elts);
          if (tuple->elts.size() == 1) out += ",";
        } else {
          write(node->slice, kTest);
        }
        out += "]";
        break;
      }
      case ExprKind::Starred:
        out += "*";
        write(as<Starred>(expr)->value, kExpr);
        break;
      case ExprKind::Name: out += as<Name>(expr)->id; break;
      case ExprKind::List:
        out += "[";
        list(as<List_>(expr)->elts);
        out += "]";
        break;
      case ExprKind::Tuple: {
        const List<Expr*> items = as<Tuple>(expr)->elts;
        out += "(";
        list(items);
        out += items.size() == 1 ? ",)" : ")";
        break;
      }
      case ExprKind::Slice: {
        const auto* node = as<Slice>(expr);
        if (node->lower != nullptr) write(node->lower, kTest);
        out += ":";
        if (node->upper != nullptr) write(node->upper, kTest);
        if (node->step != nullptr) {
          out += ":";
          write(node->step, kTest);
        }
        break;
      }
    }
    --depth_;
  }

 private:
  struct Brackets {
    Brackets(Unparser& unparser, bool needed) : unparser(unparser), needed(needed) {
      if (needed) unparser.out += "(";
    }
    ~Brackets() {
      if (needed) unparser.out += ")";
    }
    Unparser& unparser;
    bool needed;
  };

  void list(List<Expr*> items) {
    bool first = true;
    for (const Expr* item : items) {
      if (!first) out += ", ";
      first = false;
      write(item, kTest);
    }
  }

  void generators(List<comprehension*> items) {
    for (const comprehension* item : items) {
      out += item->is_async ? " async for " : " for ";
      // A tuple target has no brackets here.
      const auto* tuple = try_as<Tuple>(static_cast<const Expr*>(item->target));
      if (tuple != nullptr && !tuple->elts.empty()) {
        list(tuple->elts);
        if (tuple->elts.size() == 1) out += ",";
      } else {
        write(item->target, kTuple);
      }
      out += " in ";
      write(item->iter, kTest + 1);
      for (const Expr* condition : item->ifs) {
        out += " if ";
        write(condition, kTest + 1);
      }
    }
  }

  void parameters(const arguments& args) {
    bool first = true;
    const auto comma = [&] {
      if (!first) out += ", ";
      first = false;
    };
    const size_t positional = args.posonlyargs.size() + args.args.size();
    for (size_t i = 0; i < positional; ++i) {
      comma();
      const bool only = i < args.posonlyargs.size();
      out += only ? args.posonlyargs[i]->name : args.args[i - args.posonlyargs.size()]->name;
      const size_t without_default = positional - args.defaults.size();
      if (i >= without_default) {
        out += "=";
        write(args.defaults[i - without_default], kTest);
      }
      if (only && i + 1 == args.posonlyargs.size()) out += ", /";
    }
    if (args.vararg != nullptr || !args.kwonlyargs.empty()) {
      comma();
      out += "*";
      if (args.vararg != nullptr) out += args.vararg->name;
    }
    for (size_t i = 0; i < args.kwonlyargs.size(); ++i) {
      comma();
      out += args.kwonlyargs[i]->name;
      if (args.kw_defaults[i] != nullptr) {
        out += "=";
        write(args.kw_defaults[i], kTest);
      }
    }
    if (args.kwarg != nullptr) {
      comma();
      out += "**";
      out += args.kwarg->name;
    }
  }

  void constant(const Constant* node) {
    switch (node->type) {
      case ConstantKind::None: out += "None"; break;
      case ConstantKind::True: out += "True"; break;
      case ConstantKind::False: out += "False"; break;
      case ConstantKind::Ellipsis: out += "..."; break;
      case ConstantKind::Int:
        if (node->fits_int64) {
          out += std::to_string(node->integer);
        } else {
          out += node->base == 16 ? "0x" : node->base == 8 ? "0o" : node->base == 2 ? "0b" : "";
          out += node->text;
        }
        break;
      case ConstantKind::Float: out += float_text(node->number); break;
      case ConstantKind::Complex: {
        std::string text = float_text(node->number);
        if (text.ends_with(".0")) text.resize(text.size() - 2);
        out += text + "j";
        break;
      }
      case ConstantKind::Str:
        if (node->unicode_prefix) out += "u";
        out += quoted_text(node->text, false);
        break;
      case ConstantKind::Bytes: out += "b" + quoted_text(node->text, true); break;
    }
  }

  void formatted_part(const FormattedValue* node, std::string& text) {
    Unparser inner;
    inner.write(node->value, kTest + 1);
    text += inner.out.starts_with("{") ? "{ " : "{";
    text += inner.out;
    if (node->conversion > 0) {
      text += "!";
      text += static_cast<char>(node->conversion);
    }
    if (node->format_spec != nullptr) {
      text += ":";
      formatted_parts(node->format_spec, text);
    }
    text += "}";
  }

  void formatted_parts(const Expr* expr, std::string& text) {
    const auto* joined = try_as<JoinedStr>(expr);
    if (joined == nullptr) {
      if (const auto* value = try_as<FormattedValue>(expr)) formatted_part(value, text);
      return;
    }
    for (const Expr* item : joined->values) {
      if (const auto* literal = try_as<Constant>(item)) {
        for (const char byte : literal->text) {
          text += byte;
          if (byte == '{' || byte == '}') text += byte;
        }
      } else {
        formatted_parts(item, text);
      }
    }
  }

  void formatted_string(const Expr* expr) {
    std::string text;
    formatted_parts(expr, text);
    out += "f" + quoted_text(text, false);
  }

  int depth_ = 0;
};

}  // namespace

std::string unparse(const Expr& expr) {
  Unparser unparser;
  // A bare tuple in an annotation is written with its brackets.
  unparser.write(&expr, kTest);
  return std::move(unparser.out);
}

}  // namespace coil
