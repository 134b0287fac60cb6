// Folding works on the AST on demand and leaves the tree as it is.
#include "compiler/constants.hpp"

#include <algorithm>
#include <cmath>

namespace coil {

using namespace ast;

namespace {

constexpr size_t kMaxFoldedText = 4096;
constexpr int64_t kMaxFoldedTuple = 256;
constexpr int kMaxFoldDepth = 200;

bool is_number(const Const& value) {
  return std::holds_alternative<int64_t>(value) || std::holds_alternative<double>(value) ||
         std::holds_alternative<bool>(value);
}
bool is_integer(const Const& value) {
  return std::holds_alternative<int64_t>(value) || std::holds_alternative<bool>(value);
}
int64_t integer_of(const Const& value) {
  if (const bool* flag = std::get_if<bool>(&value)) return *flag ? 1 : 0;
  return std::get<int64_t>(value);
}
double number_of(const Const& value) {
  if (const double* number = std::get_if<double>(&value)) return *number;
  return static_cast<double>(integer_of(value));
}

std::optional<Const> integer_operation(Operator op, int64_t left, int64_t right) {
  int64_t result = 0;
  switch (op) {
    case Operator::Add:
      if (__builtin_add_overflow(left, right, &result)) return {};
      return result;
    case Operator::Sub:
      if (__builtin_sub_overflow(left, right, &result)) return {};
      return result;
    case Operator::Mult:
      if (__builtin_mul_overflow(left, right, &result)) return {};
      return result;
    case Operator::FloorDiv:
    case Operator::Mod: {
      if (right == 0 || (left == INT64_MIN && right == -1)) return {};
      int64_t quotient = left / right;
      int64_t remainder = left % right;
      if (remainder != 0 && (remainder < 0) != (right < 0)) {
        --quotient;
        remainder += right;
      }
      return op == Operator::FloorDiv ? quotient : remainder;
    }
    case Operator::Div: {
      constexpr int64_t kExact = int64_t{1} << 53;
      if (right == 0 || left > kExact || left < -kExact || right > kExact || right < -kExact) return {};
      return static_cast<double>(left) / static_cast<double>(right);
    }
    case Operator::Pow: {
      if (right < 0 || right > 128) return {};
      result = 1;
      for (int64_t i = 0; i < right; ++i) {
        if (__builtin_mul_overflow(result, left, &result)) return {};
      }
      return result;
    }
    case Operator::LShift:
      if (right < 0 || right > 62) return {};
      if (__builtin_mul_overflow(left, int64_t{1} << right, &result)) return {};
      return result;
    case Operator::RShift:
      if (right < 0) return {};
      return left >> (right > 63 ? 63 : right);
    case Operator::BitOr: return left | right;
    case Operator::BitXor: return left ^ right;
    case Operator::BitAnd: return left & right;
    case Operator::MatMult: return {};
  }
  return {};
}

std::optional<Const> float_operation(Operator op, double left, double right) {
  switch (op) {
    case Operator::Add: return left + right;
    case Operator::Sub: return left - right;
    case Operator::Mult: return left * right;
    case Operator::Div:
      if (right == 0) return {};
      return left / right;
    default: return {};
  }
}

std::optional<ConstComplex> complex_of(const Const& value) {
  if (const auto* complex = std::get_if<ConstComplex>(&value)) return *complex;
  if (is_number(value)) return ConstComplex{number_of(value), 0};
  return {};
}

std::optional<Const> complex_operation(Operator op, ConstComplex left, ConstComplex right) {
  switch (op) {
    case Operator::Add: return ConstComplex{left.real + right.real, left.imag + right.imag};
    case Operator::Sub: return ConstComplex{left.real - right.real, left.imag - right.imag};
    case Operator::Mult:
      return ConstComplex{left.real * right.real - left.imag * right.imag, left.real * right.imag + left.imag * right.real};
    default: return {};
  }
}

std::optional<Const> repeat(const Const& left, int64_t count) {
  if (count < 0) count = 0;
  if (const auto* text = std::get_if<ConstStr>(&left)) {
    if (static_cast<size_t>(count) > kMaxFoldedText || text->text.size() * count > kMaxFoldedText) return {};
    ConstStr out;
    for (int64_t i = 0; i < count; ++i) out.text += text->text;
    return out;
  }
  if (const auto* data = std::get_if<ConstBytes>(&left)) {
    if (static_cast<size_t>(count) > kMaxFoldedText || data->data.size() * count > kMaxFoldedText) return {};
    ConstBytes out;
    for (int64_t i = 0; i < count; ++i) out.data += data->data;
    return out;
  }
  if (const auto* tuple = std::get_if<std::shared_ptr<ConstTuple>>(&left)) {
    const auto& items = (*tuple)->items;
    if (count > kMaxFoldedTuple || static_cast<int64_t>(items.size()) * count > kMaxFoldedTuple) return {};
    auto out = std::make_shared<ConstTuple>();
    for (int64_t i = 0; i < count; ++i) out->items.insert(out->items.end(), items.begin(), items.end());
    return out;
  }
  return {};
}

std::optional<Const> binary(Operator op, const Const& left, const Const& right) {
  if (is_integer(left) && is_integer(right)) {
    const bool logical = std::holds_alternative<bool>(left) && std::holds_alternative<bool>(right) &&
                         (op == Operator::BitOr || op == Operator::BitAnd || op == Operator::BitXor);
    std::optional<Const> result = integer_operation(op, integer_of(left), integer_of(right));
    if (logical && result) return std::get<int64_t>(*result) != 0;
    return result;
  }
  if (is_number(left) && is_number(right)) return float_operation(op, number_of(left), number_of(right));
  const std::optional<ConstComplex> left_complex = complex_of(left), right_complex = complex_of(right);
  if (left_complex && right_complex) return complex_operation(op, *left_complex, *right_complex);
  if (op == Operator::Mult && is_integer(right)) return repeat(left, integer_of(right));
  if (op == Operator::Mult && is_integer(left)) return repeat(right, integer_of(left));
  if (op == Operator::Add) {
    const auto* text = std::get_if<ConstStr>(&left);
    const auto* more = std::get_if<ConstStr>(&right);
    if (text != nullptr && more != nullptr && text->text.size() + more->text.size() <= kMaxFoldedText) {
      return ConstStr{text->text + more->text};
    }
    const auto* data = std::get_if<ConstBytes>(&left);
    const auto* tail = std::get_if<ConstBytes>(&right);
    if (data != nullptr && tail != nullptr && data->data.size() + tail->data.size() <= kMaxFoldedText) {
      return ConstBytes{data->data + tail->data};
    }
    const auto* first = std::get_if<std::shared_ptr<ConstTuple>>(&left);
    const auto* second = std::get_if<std::shared_ptr<ConstTuple>>(&right);
    if (first != nullptr && second != nullptr) {
      auto out = std::make_shared<ConstTuple>(**first);
      out->items.insert(out->items.end(), (*second)->items.begin(), (*second)->items.end());
      return out;
    }
  }
  return {};
}

std::optional<Const> item_at(const Const& sequence, int64_t at) {
  const auto place = [at](size_t size) { return static_cast<size_t>(at < 0 ? at + static_cast<int64_t>(size) : at); };  // huge when it is before the start
  if (const auto* tuple = std::get_if<std::shared_ptr<ConstTuple>>(&sequence)) {
    const auto& items = (*tuple)->items;
    if (place(items.size()) < items.size()) return items[place(items.size())];
  } else if (const auto* bytes = std::get_if<ConstBytes>(&sequence)) {
    const std::string& data = bytes->data;
    if (place(data.size()) < data.size()) return int64_t{static_cast<unsigned char>(data[place(data.size())])};
  } else if (const auto* str = std::get_if<ConstStr>(&sequence)) {
    const std::string& text = str->text;
    const bool ascii = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
    if (ascii && place(text.size()) < text.size()) return ConstStr{text.substr(place(text.size()), 1)};
  }
  return {};
}

std::optional<Const> fold_at(const Expr* expr, bool debug, int depth) {
  if (depth > kMaxFoldDepth) return {};
  switch (expr->kind) {
    case ExprKind::Constant: return literal(*as<Constant>(expr));
    case ExprKind::Name:
      if (as<Name>(expr)->id == "__debug__") return debug;
      return {};
    case ExprKind::UnaryOp: {
      const auto* node = as<UnaryOp>(expr);
      const std::optional<Const> operand = fold_at(node->operand, debug, depth + 1);
      if (!operand) return {};
      if (node->op == UnaryOperator::Not) return !const_truth(*operand);
      if (const auto* complex = std::get_if<ConstComplex>(&*operand)) {
        if (node->op == UnaryOperator::USub) return ConstComplex{-complex->real, -complex->imag};
        if (node->op == UnaryOperator::UAdd) return *complex;
        return {};
      }
      if (!is_number(*operand)) return {};
      if (const double* number = std::get_if<double>(&*operand)) {
        if (node->op == UnaryOperator::USub) return -*number;
        if (node->op == UnaryOperator::UAdd) return *number;
        return {};
      }
      const int64_t value = integer_of(*operand);
      if (node->op == UnaryOperator::UAdd) return value;
      if (node->op == UnaryOperator::Invert) return ~value;
      if (value == INT64_MIN) return {};
      return -value;
    }
    case ExprKind::BinOp: {
      const auto* node = as<BinOp>(expr);
      // Most operations have a name on some side: look at the cheap side first.
      const std::optional<Const> right = fold_at(node->right, debug, depth + 1);
      if (!right) return {};
      const std::optional<Const> left = fold_at(node->left, debug, depth + 1);
      if (!left) return {};
      return binary(node->op, *left, *right);
    }
    case ExprKind::Tuple: {
      auto out = std::make_shared<ConstTuple>();
      for (const Expr* item : as<Tuple>(expr)->elts) {
        std::optional<Const> value = fold_at(item, debug, depth + 1);
        if (!value) return {};
        out->items.push_back(std::move(*value));
      }
      return out;
    }
    case ExprKind::Subscript: {
      const auto* node = as<Subscript>(expr);
      if (node->ctx != ExprContext::Load) return {};
      const std::optional<Const> index = fold_at(node->slice, debug, depth + 1);
      if (!index || !std::holds_alternative<int64_t>(*index)) return {};
      const std::optional<Const> sequence = fold_at(node->value, debug, depth + 1);
      return sequence ? item_at(*sequence, std::get<int64_t>(*index)) : std::nullopt;
    }
    default: return {};
  }
}

}  // namespace

Const literal(const Constant& node) {
  switch (node.type) {
    case ConstantKind::None: return ConstNone{};
    case ConstantKind::True: return true;
    case ConstantKind::False: return false;
    case ConstantKind::Ellipsis: return ConstEllipsis{};
    case ConstantKind::Int:
      if (node.fits_int64) return node.integer;
      return ConstBigInt{std::string(node.text), node.base};
    case ConstantKind::Float: return node.number;
    case ConstantKind::Complex: return ConstComplex{0, node.number};
    case ConstantKind::Str: return ConstStr{std::string(node.text)};
    case ConstantKind::Bytes: return ConstBytes{std::string(node.text)};
  }
  return ConstNone{};
}

bool const_truth(const Const& value) {
  struct Truth {
    bool operator()(const ConstNothing&) { return false; }
    bool operator()(const ConstNone&) { return false; }
    bool operator()(bool value) { return value; }
    bool operator()(const ConstEllipsis&) { return true; }
    bool operator()(int64_t value) { return value != 0; }
    bool operator()(const ConstBigInt&) { return true; }
    bool operator()(double value) { return value != 0; }
    bool operator()(const ConstComplex& value) { return value.real != 0 || value.imag != 0; }
    bool operator()(const ConstStr& value) { return !value.text.empty(); }
    bool operator()(const ConstBytes& value) { return !value.data.empty(); }
    bool operator()(const std::shared_ptr<ConstTuple>& value) { return !value->items.empty(); }
    bool operator()(const std::shared_ptr<ConstFrozenSet>& value) { return !value->items.empty(); }
    bool operator()(const std::shared_ptr<CodeUnit>&) { return true; }
  };
  return std::visit(Truth{}, value);
}

bool is_small_number(const Const& value) {
  return std::holds_alternative<int64_t>(value) || std::holds_alternative<double>(value);
}

std::optional<Const> fold(const Expr* expr, bool debug) { return fold_at(expr, debug, 0); }

}  // namespace coil
