// SyntaxWarnings: code that is legal and can hardly be meant, found while it is compiled. As in CPython, code that is generated twice
// (the body of a finally) warns twice.
#include "compiler/codegen_internal.hpp"

namespace coil {

using namespace ast;

namespace {

const char* type_of_constant(const Const& value) {
  struct Names {
    const char* operator()(const ConstNone&) const { return "NoneType"; }
    const char* operator()(bool) const { return "bool"; }
    const char* operator()(const ConstEllipsis&) const { return "ellipsis"; }
    const char* operator()(int64_t) const { return "int"; }
    const char* operator()(const ConstBigInt&) const { return "int"; }
    const char* operator()(double) const { return "float"; }
    const char* operator()(const ConstComplex&) const { return "complex"; }
    const char* operator()(const ConstStr&) const { return "str"; }
    const char* operator()(const ConstBytes&) const { return "bytes"; }
    const char* operator()(const std::shared_ptr<ConstTuple>&) const { return "tuple"; }
    const char* operator()(const std::shared_ptr<ConstFrozenSet>&) const { return "frozenset"; }
    const char* operator()(const ConstNothing&) const { return nullptr; }
    const char* operator()(const std::shared_ptr<CodeUnit>&) const { return nullptr; }
  };
  return std::visit(Names{}, value);
}

/// The type that the expression's value certainly has, or null.
const char* type_of_display(const Expr* expr) {
  switch (expr->kind) {
    case ExprKind::Tuple: return "tuple";
    case ExprKind::List:
    case ExprKind::ListComp: return "list";
    case ExprKind::Dict:
    case ExprKind::DictComp: return "dict";
    case ExprKind::Set:
    case ExprKind::SetComp: return "set";
    case ExprKind::GeneratorExp: return "generator";
    case ExprKind::Lambda: return "function";
    case ExprKind::JoinedStr:
    case ExprKind::FormattedValue: return "str";
    default: return nullptr;
  }
}

bool is_one_of(std::string_view type, std::initializer_list<std::string_view> types) {
  for (const std::string_view candidate : types) {
    if (type == candidate) return true;
  }
  return false;
}

/// Constants that are the same object everywhere may be compared with `is`.
bool is_singleton(const Const& value) {
  return std::holds_alternative<ConstNone>(value) || std::holds_alternative<bool>(value) ||
         std::holds_alternative<ConstEllipsis>(value);
}

}  // namespace

void CodeGen::warn(std::string message, const Span& span) {
  sink_.warn(SourceWarning::Syntax, std::move(message), span, DiagnosticStage::Compiler);
}

void CodeGen::warn_identity(const Compare* node) {
  const auto comparable = [&](const Expr* expr) {
    const std::optional<Const> value = constant(expr);
    return !value || is_singleton(*value);
  };
  const Expr* left = node->left;
  for (size_t i = 0; i < node->ops.size(); ++i) {
    const Expr* right = node->comparators[i];
    const bool identity = node->ops[i] == CmpOp::Is || node->ops[i] == CmpOp::IsNot;
    if (identity && !(comparable(left) && comparable(right))) {
      const bool inverted = node == negated_ && node->ops.size() == 1;  // CPython sees `x is not y` in `not x is y`
      const bool positive = (node->ops[i] == CmpOp::Is) != inverted;
      warn(positive ? "\"is\" with a literal. Did you mean \"==\"?" : "\"is not\" with a literal. Did you mean \"!=\"?", node->span);
      return;
    }
    left = right;
  }
}

void CodeGen::warn_true_assertion(const Assert* node) {
  const auto* tuple = try_as<Tuple>(node->test);
  if (tuple == nullptr || tuple->elts.empty()) return;
  warn("assertion is always true, perhaps remove parentheses?", node->span);
}

void CodeGen::warn_call(const Call* node) {
  if (node->func->kind == ExprKind::Name || node->func->kind == ExprKind::Attribute) return;
  const char* type = type_of_display(node->func);
  if (type == nullptr || std::string_view(type) == "function") {
    const std::optional<Const> value = constant(node->func);
    if (!value) return;
    type = type_of_constant(*value);
  }
  warn("'" + std::string(type) + "' object is not callable; perhaps you missed a comma?", node->span);
}

void CodeGen::warn_subscript(const Subscript* node) {
  if (node->value->kind == ExprKind::Name || node->value->kind == ExprKind::Attribute) return;
  const std::optional<Const> value = constant(node->value);
  const char* type = value ? type_of_constant(*value) : type_of_display(node->value);
  if (type == nullptr) return;
  if (is_one_of(type, {"NoneType", "bool", "ellipsis", "int", "float", "complex", "set", "frozenset", "generator", "function"})) {
    warn("'" + std::string(type) + "' object is not subscriptable; perhaps you missed a comma?", node->span);
    return;
  }
  if (!is_one_of(type, {"str", "bytes", "tuple", "list"}) || node->slice->kind == ExprKind::Slice) return;
  const std::optional<Const> index = constant(node->slice);
  const char* given = index ? type_of_constant(*index) : type_of_display(node->slice);
  if (given == nullptr || is_one_of(given, {"int", "bool"})) return;
  warn(std::string(type) + " indices must be integers or slices, not " + given + "; perhaps you missed a comma?", node->span);
}

}  // namespace coil
