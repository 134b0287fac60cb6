// Expressions: operators, comparisons and conditions, displays, attributes, f-strings, await and yield.
//
// A local is used in place as an operand unless a later operand of the same expression assigns it. Operations made of several
// instructions never write a local before they are complete: an exception or a later operand would see it.
#include "compiler/codegen_internal.hpp"

#include <algorithm>
#include <utility>

namespace coil {

using namespace ast;

namespace {

constexpr int kMaxDepth = 2000;

Op binary_op(Operator op) {
  switch (op) {
    case Operator::Add: return Op::Add;
    case Operator::Sub: return Op::Sub;
    case Operator::Mult: return Op::Mul;
    case Operator::MatMult: return Op::MatMul;
    case Operator::Div: return Op::Div;
    case Operator::Mod: return Op::Mod;
    case Operator::Pow: return Op::Pow;
    case Operator::LShift: return Op::LShift;
    case Operator::RShift: return Op::RShift;
    case Operator::BitOr: return Op::Or;
    case Operator::BitXor: return Op::Xor;
    case Operator::BitAnd: return Op::And;
    case Operator::FloorDiv: return Op::FloorDiv;
  }
  return Op::Nop;
}

Op compare_op(CmpOp op) {
  switch (op) {
    case CmpOp::Eq: return Op::Eq;
    case CmpOp::NotEq: return Op::Ne;
    case CmpOp::Lt: return Op::Lt;
    case CmpOp::LtE: return Op::Le;
    case CmpOp::Gt: return Op::Gt;
    case CmpOp::GtE: return Op::Ge;
    case CmpOp::Is: return Op::Is;
    case CmpOp::IsNot: return Op::IsNot;
    case CmpOp::In: return Op::In;
    case CmpOp::NotIn: return Op::NotIn;
  }
  return Op::Nop;
}

struct TestForm {
  Op test;
  Op with_const;  // Nop: there is none
  bool negated;
};

TestForm test_form(CmpOp op) {
  switch (op) {
    case CmpOp::Eq: return {Op::TestEq, Op::TestEqK, false};
    case CmpOp::NotEq: return {Op::TestNe, Op::TestNeK, false};
    case CmpOp::Lt: return {Op::TestLt, Op::TestLtK, false};
    case CmpOp::LtE: return {Op::TestLe, Op::TestLeK, false};
    case CmpOp::Gt: return {Op::TestGt, Op::TestGtK, false};
    case CmpOp::GtE: return {Op::TestGe, Op::TestGeK, false};
    case CmpOp::Is: return {Op::TestIs, Op::Nop, false};
    case CmpOp::IsNot: return {Op::TestIs, Op::Nop, true};
    case CmpOp::In: return {Op::TestIn, Op::Nop, false};
    case CmpOp::NotIn: return {Op::TestIn, Op::Nop, true};
  }
  return {Op::Nop, Op::Nop, false};
}

bool is_none(const Expr* expr) {
  const auto* node = try_as<Constant>(expr);
  return node != nullptr && node->type == ConstantKind::None;
}

}  // namespace

// -- operands

/// Whether evaluating the expression assigns the plain local `name` (by an assignment expression).
bool CodeGen::any_walrus(const Expr* expr, std::string_view name) {
  if (expr == nullptr) return false;
  const auto any = [&](List<Expr*> items) {
    for (const Expr* item : items) {
      if (any_walrus(item, name)) return true;
    }
    return false;
  };
  switch (expr->kind) {
    case ExprKind::NamedExpr:
      return as<NamedExpr>(expr)->target->id == name || any_walrus(as<NamedExpr>(expr)->value, name);
    case ExprKind::BoolOp: return any(as<BoolOp>(expr)->values);
    case ExprKind::BinOp:
      return any_walrus(as<BinOp>(expr)->left, name) || any_walrus(as<BinOp>(expr)->right, name);
    case ExprKind::UnaryOp: return any_walrus(as<UnaryOp>(expr)->operand, name);
    case ExprKind::IfExp:
      return any_walrus(as<IfExp>(expr)->test, name) || any_walrus(as<IfExp>(expr)->body, name) ||
             any_walrus(as<IfExp>(expr)->orelse, name);
    case ExprKind::Dict: return any(as<Dict>(expr)->keys) || any(as<Dict>(expr)->values);
    case ExprKind::Set: return any(as<Set>(expr)->elts);
    case ExprKind::Await: return any_walrus(as<Await>(expr)->value, name);
    case ExprKind::Yield: return any_walrus(as<Yield>(expr)->value, name);
    case ExprKind::YieldFrom: return any_walrus(as<YieldFrom>(expr)->value, name);
    case ExprKind::Compare:
      return any_walrus(as<Compare>(expr)->left, name) || any(as<Compare>(expr)->comparators);
    case ExprKind::Call: {
      const auto* node = as<Call>(expr);
      if (any_walrus(node->func, name) || any(node->args)) return true;
      for (const keyword* item : node->keywords) {
        if (any_walrus(item->value, name)) return true;
      }
      return false;
    }
    case ExprKind::FormattedValue:
      return any_walrus(as<FormattedValue>(expr)->value, name) ||
             any_walrus(as<FormattedValue>(expr)->format_spec, name);
    case ExprKind::JoinedStr: return any(as<JoinedStr>(expr)->values);
    case ExprKind::Attribute: return any_walrus(as<Attribute>(expr)->value, name);
    case ExprKind::Subscript:
      return any_walrus(as<Subscript>(expr)->value, name) || any_walrus(as<Subscript>(expr)->slice, name);
    case ExprKind::Starred: return any_walrus(as<Starred>(expr)->value, name);
    case ExprKind::List: return any(as<List_>(expr)->elts);
    case ExprKind::Tuple: return any(as<Tuple>(expr)->elts);
    case ExprKind::Slice:
      return any_walrus(as<Slice>(expr)->lower, name) || any_walrus(as<Slice>(expr)->upper, name) ||
             any_walrus(as<Slice>(expr)->step, name);
    case ExprKind::Lambda: {
      // Only the defaults run here.
      const arguments& args = *as<Lambda>(expr)->args;
      return any(args.defaults) || any(args.kw_defaults);
    }
    // A comprehension's assignments go to captured variables, which are never used in place.
    case ExprKind::ListComp:
    case ExprKind::SetComp:
    case ExprKind::DictComp:
    case ExprKind::GeneratorExp:
    case ExprKind::Constant:
    case ExprKind::Name: return false;
  }
  return false;
}

bool CodeGen::assigns(const Expr* expr, std::string_view name) {
  return fn_->scope->has_walrus && any_walrus(expr, name);
}

/// The value in some register: a local in place, or a new temporary on top. `later`: what is evaluated before the use.
Reg CodeGen::operand(const Expr* expr, std::initializer_list<const Expr*> later) {
  const Reg local = bound_local(expr);
  if (local != kNone) {
    for (const Expr* other : later) {
      if (assigns(other, as<Name>(expr)->id)) {
        const Reg copy = alloc();
        move(copy, local);
        return copy;
      }
    }
    return local;
  }
  return temporary(expr);
}

Reg CodeGen::temporary(const Expr* expr) {
  const Reg reg = alloc();
  expr_into(expr, reg);
  return reg;
}

void CodeGen::expr_effect(const Expr* expr) {
  const TempScope temps(*this);
  if (bound_local(expr) != kNone) return;
  temporary(expr);
}

// -- the switch

void CodeGen::expr_into(const Expr* expr, Reg dst) {
  if (failed()) return;
  const Depth depth(*this);
  if (depth_ > kMaxDepth) {
    error("too many nested expressions or statements", expr->span);
    return;
  }
  const At at(*this, expr->span);
  const TempScope temps(*this);
  const bool foldable = expr->kind == ExprKind::BinOp || expr->kind == ExprKind::UnaryOp ||
                        expr->kind == ExprKind::Tuple || expr->kind == ExprKind::Constant ||
                        expr->kind == ExprKind::Name || expr->kind == ExprKind::Subscript;
  if (foldable) {
    if (const std::optional<Const> value = constant(expr)) {
      load_const(dst, *value);
      return;
    }
  }
  switch (expr->kind) {
    case ExprKind::BoolOp: bool_into(as<BoolOp>(expr), dst); break;
    case ExprKind::NamedExpr: {
      const auto* node = as<NamedExpr>(expr);
      if (forbidden(node->target->id, node->target->span)) return;
      expr_into(node->value, dst);
      store_name(mangle(node->target->id), dst);
      break;
    }
    case ExprKind::BinOp: binary_into(as<BinOp>(expr), dst); break;
    case ExprKind::UnaryOp: {
      const auto* node = as<UnaryOp>(expr);
      if (node->op == UnaryOperator::Not) negated_ = node->operand;
      const Reg value = operand(node->operand);
      if (node->op == UnaryOperator::Not) note_dead_result(node->operand);
      switch (node->op) {
        case UnaryOperator::Invert: emit(Op::Invert, dst, value); break;
        case UnaryOperator::Not: emit(Op::Not, dst, value); break;
        case UnaryOperator::UAdd: emit(Op::Pos, dst, value); break;
        case UnaryOperator::USub: emit(Op::Neg, dst, value); break;
      }
      break;
    }
    case ExprKind::Lambda: lambda_into(as<Lambda>(expr), dst); break;
    case ExprKind::IfExp: {
      const auto* node = as<IfExp>(expr);
      const Label other = new_label();
      const Label end = new_label();
      jump_on(node->test, false, other);
      expr_into(node->body, dst);
      jump(end);
      bind(other);
      expr_into(node->orelse, dst);
      bind(end);
      break;
    }
    case ExprKind::Dict: dict_into(as<Dict>(expr), dst); break;
    case ExprKind::Set: sequence_into(as<Set>(expr)->elts, ExprKind::Set, dst); break;
    case ExprKind::ListComp:
    case ExprKind::SetComp:
    case ExprKind::DictComp:
    case ExprKind::GeneratorExp: comprehension_into(expr, dst); break;
    case ExprKind::Await: await_into(as<Await>(expr), dst); break;
    case ExprKind::Yield:
    case ExprKind::YieldFrom: yield_into(expr, dst); break;
    case ExprKind::Compare: compare_into(as<Compare>(expr), dst); break;
    case ExprKind::Call: call_into(as<Call>(expr), dst, nullptr); break;
    case ExprKind::FormattedValue: formatted_into(as<FormattedValue>(expr), dst); break;
    case ExprKind::JoinedStr: joined_into(as<JoinedStr>(expr), dst); break;
    case ExprKind::Constant: break;
    case ExprKind::Attribute: attribute_into(as<Attribute>(expr), dst); break;
    case ExprKind::Subscript: subscript_into(as<Subscript>(expr), dst); break;
    case ExprKind::Starred: error("can't use starred expression here", expr->span); break;
    case ExprKind::Name: load_name(mangle(as<Name>(expr)->id), dst); break;
    case ExprKind::List: sequence_into(as<List_>(expr)->elts, ExprKind::List, dst); break;
    case ExprKind::Tuple: sequence_into(as<Tuple>(expr)->elts, ExprKind::Tuple, dst); break;
    case ExprKind::Slice: slice_into(as<Slice>(expr), dst); break;
  }
}

// -- operators

bool CodeGen::binary_const(Operator op, Reg dst, Reg left, const Expr* right) {
  Op with_const = Op::Nop;
  switch (op) {
    case Operator::Add: with_const = Op::AddK; break;
    case Operator::Sub: with_const = Op::SubK; break;
    case Operator::Mult: with_const = Op::MulK; break;
    case Operator::Div: with_const = Op::DivK; break;
    case Operator::FloorDiv: with_const = Op::FloorDivK; break;
    case Operator::Mod: with_const = Op::ModK; break;
    case Operator::BitAnd: with_const = Op::AndK; break;
    default: return false;
  }
  const std::optional<Const> value = constant(right);
  if (!value || !is_small_number(*value)) return false;
  emit(with_const, dst, left, const16(*value));
  return true;
}

bool CodeGen::const_binary(const BinOp* node, Reg dst) {
  Op with_const = Op::Nop;
  switch (node->op) {
    case Operator::Add: with_const = Op::KAdd; break;
    case Operator::Sub: with_const = Op::KSub; break;
    case Operator::Mult: with_const = Op::KMul; break;
    case Operator::Div: with_const = Op::KDiv; break;
    case Operator::LShift: with_const = Op::KLShift; break;
    default: return false;
  }
  const std::optional<Const> value = constant(node->left);
  if (!value || !is_small_number(*value)) return false;
  const Reg right = operand(node->right);
  emit(with_const, dst, const16(*value), right);
  return true;
}

void CodeGen::binary_into(const BinOp* node, Reg dst) {
  if (const_binary(node, dst)) return;
  // The left operand may be computed in a temporary destination: nobody else sees it.
  const Reg left = operand(node->left, {node->right});
  if (binary_const(node->op, dst, left, node->right)) return;
  const Reg right = operand(node->right);
  emit(binary_op(node->op), dst, left, right);
}

/// An operand that is not the last: goes to `stop` when its truth is `stop_when`, else behind itself, to `go_on`. The truth of an
/// operand of a nested operation, or of one behind `else`, is asked once: it may decide the outer operation, too.
void CodeGen::bool_operand_into(const Expr* value, Reg work, bool stop_when, Label stop, Label go_on) {
  const Depth depth(*this);
  if (const auto* choice = try_as<IfExp>(value); choice != nullptr && !constant(value)) {
    const Label other = new_label();
    jump_on(choice->test, false, other);
    expr_into(choice->body, work);  // CPython asks what an operation here has asked already
    jump_if(stop_when ? Op::JumpIfTrue : Op::JumpIfFalse, work, stop);
    jump(go_on);
    bind(other);
    bool_operand_into(choice->orelse, work, stop_when, stop, go_on);
    return;
  }
  const auto* nested = try_as<BoolOp>(value);
  if (nested == nullptr || constant(value)) {
    expr_into(value, work);
    jump_if(stop_when ? Op::JumpIfTrue : Op::JumpIfFalse, work, stop);
    return;
  }
  const bool nested_stop = nested->op == BoolOperator::Or;
  const size_t last = nested->values.size() - 1;
  for (size_t i = 0; i < last; ++i) {
    const Label behind = new_label();
    bool_operand_into(nested->values[i], work, nested_stop, nested_stop == stop_when ? stop : go_on, behind);
    bind(behind);
  }
  bool_operand_into(nested->values[last], work, stop_when, stop, go_on);
}

void CodeGen::bool_into(const BoolOp* node, Reg dst) {
  // A local must keep its value until the operation is complete.
  const Reg work = dst >= fn_->first_temp ? dst : alloc();
  const Label end = new_label();
  const bool stop_when = node->op == BoolOperator::Or;
  const size_t last = node->values.size() - 1;
  for (size_t i = 0; i <= last; ++i) {
    const Label behind = new_label();
    if (i != last) bool_operand_into(node->values[i], work, stop_when, end, behind);
    else expr_into(node->values[i], work);
    bind(behind);
  }
  bind(end);
  move(dst, work);
}

/// `x in [constants]` and `x in {constants}` test against one constant.
void CodeGen::membership_operand(const Expr* right, Reg& reg) {
  const bool is_list = right->kind == ExprKind::List;
  if (!is_list && right->kind != ExprKind::Set) return;
  const List<Expr*> items = is_list ? as<List_>(right)->elts : as<Set>(right)->elts;
  std::vector<Const> values;
  for (const Expr* item : items) {
    std::optional<Const> value = constant(item);
    if (!value) return;
    values.push_back(std::move(*value));
  }
  reg = alloc();
  if (is_list) {
    auto tuple = std::make_shared<ConstTuple>();
    tuple->items = std::move(values);
    load_const(reg, tuple);
  } else {
    auto set = std::make_shared<ConstFrozenSet>();
    set->items = std::move(values);
    load_const(reg, set);
  }
}

void CodeGen::compare_into(const Compare* node, Reg dst) {
  warn_identity(node);
  const auto right_operand = [&](size_t i) {
    Reg reg = kNone;
    const bool last = i + 1 == node->comparators.size();  // what stands before another operator is an operand of that, too
    if (last && (node->ops[i] == CmpOp::In || node->ops[i] == CmpOp::NotIn)) membership_operand(node->comparators[i], reg);
    if (reg != kNone) return reg;
    if (i + 1 < node->comparators.size()) return operand(node->comparators[i], {node->comparators[i + 1]});
    return operand(node->comparators[i]);
  };
  Reg left = operand(node->left, {node->comparators[0]});
  const size_t count = node->ops.size();
  if (count == 1) {
    const Reg right = right_operand(0);
    emit(compare_op(node->ops[0]), dst, left, right);
    return;
  }
  const Reg work = dst >= fn_->first_temp ? dst : alloc();
  const Label end = new_label();
  for (size_t i = 0; i < count; ++i) {
    const Reg right = right_operand(i);
    emit(compare_op(node->ops[i]), work, left, right);
    if (i + 1 < count) jump_if(Op::JumpIfFalse, work, end);
    left = right;
  }
  bind(end);
  move(dst, work);
}

// -- conditions

void CodeGen::jump_on(const Expr* expr, bool when, Label target) {
  const Position saved = b().position();
  jump_on_part(expr, when, target);
  b().set_position(saved);
}

void CodeGen::jump_on_part(const Expr* expr, bool when, Label target) {
  if (failed()) return;
  const Depth depth(*this);
  if (depth_ > kMaxDepth) {
    error("too many nested expressions or statements", expr->span);
    return;
  }
  const TempScope temps(*this);
  if (const std::optional<Const> value = constant(expr)) {
    if (const_truth(*value) == when) jump(target);
    return;
  }
  // As in CPython, a truth value that fails is told at the place of what asks for it, the statement or the whole conditional expression, or of the comparison before it.
  switch (expr->kind) {
    case ExprKind::UnaryOp: {
      const auto* node = as<UnaryOp>(expr);
      if (node->op != UnaryOperator::Not) break;
      negated_ = node->operand;
      jump_on_part(node->operand, !when, target);
      return;
    }
    case ExprKind::BoolOp: {
      const auto* node = as<BoolOp>(expr);
      const bool stop_when = node->op == BoolOperator::Or;
      const size_t last = node->values.size() - 1;
      if (stop_when == when) {
        for (const Expr* value : node->values) jump_on_part(value, when, target);
        return;
      }
      const Label end = new_label();
      for (size_t i = 0; i < last; ++i) jump_on_part(node->values[i], stop_when, end);
      jump_on_part(node->values[last], when, target);
      bind(end);
      return;
    }
    case ExprKind::IfExp: {
      const auto* node = as<IfExp>(expr);
      const Label other = new_label();
      const Label end = new_label();
      jump_on_part(node->test, false, other);
      jump_on_part(node->body, when, target);
      jump(end);
      bind(other);
      jump_on_part(node->orelse, when, target);
      bind(end);
      return;
    }
    case ExprKind::Compare: {
      b().set_position(to_position(expr->span));
      compare_jump(as<Compare>(expr), when, target);
      return;
    }
    default: break;
  }
  const Reg value = operand(expr);
  note_dead_result(expr);
  branch(value, when, target);
}

/// One comparison as test and jump. `right` is kNone while `right_expr` has not been evaluated.
void CodeGen::single_compare_jump(CmpOp op, Reg left, const Expr* right_expr, Reg right, bool when,
                                  Label target) {
  if (right == kNone && (op == CmpOp::Is || op == CmpOp::IsNot) && is_none(right_expr)) {
    const bool none_wanted = (op == CmpOp::Is) == when;
    if (!b().is_bound(target)) {
      jump_if(none_wanted ? Op::JumpIfNone : Op::JumpIfNotNone, left, target);
    } else {
      const Label over = new_label();
      jump_if(none_wanted ? Op::JumpIfNotNone : Op::JumpIfNone, left, over);
      jump(target);
      bind(over);
    }
    return;
  }
  const TestForm form = test_form(op);
  const bool flag = when != form.negated;
  if (right == kNone && form.with_const != Op::Nop) {
    const std::optional<Const> value = constant(right_expr);
    const bool any_type = op == CmpOp::Eq || op == CmpOp::NotEq;
    if (value && (any_type || is_small_number(*value))) {
      test(form.with_const, left, const16(*value), flag, target);
      return;
    }
  }
  if (right == kNone && (op == CmpOp::In || op == CmpOp::NotIn)) membership_operand(right_expr, right);
  if (right == kNone) right = operand(right_expr);
  test(form.test, left, right, flag, target);
}

void CodeGen::compare_jump(const Compare* node, bool when, Label target) {
  warn_identity(node);
  const size_t count = node->ops.size();
  Reg left = operand(node->left, {node->comparators[0]});
  if (count == 1) {
    single_compare_jump(node->ops[0], left, node->comparators[0], kNone, when, target);
    return;
  }
  const Label end = new_label();
  for (size_t i = 0; i + 1 < count; ++i) {
    const Reg right = operand(node->comparators[i], {node->comparators[i + 1]});
    single_compare_jump(node->ops[i], left, node->comparators[i], right, false, when ? end : target);
    left = right;
  }
  single_compare_jump(node->ops[count - 1], left, node->comparators[count - 1], kNone, when, target);
  bind(end);
}

// -- displays

void CodeGen::sequence_into(List<Expr*> items, ExprKind kind, Reg dst) {
  constexpr size_t kMaxAtOnce = 30;
  const auto stars = std::count_if(items.begin(), items.end(), [](const Expr* item) { return item->kind == ExprKind::Starred; });
  const bool starred = stars > 0;
  const Op build = kind == ExprKind::List ? Op::BuildList : kind == ExprKind::Set ? Op::BuildSet : Op::BuildTuple;

  // A long list of constants comes from one constant tuple.
  if (kind != ExprKind::Tuple && !starred && items.size() >= 3) {
    auto tuple = std::make_shared<ConstTuple>();
    for (const Expr* item : items) {
      std::optional<Const> value = constant(item);
      if (!value) break;
      tuple->items.push_back(std::move(*value));
    }
    if (tuple->items.size() == items.size()) {
      const Reg work = dst >= fn_->first_temp ? dst : alloc();
      emit(build, work, fn_->next_reg, 0);
      const Reg source = alloc();
      if (kind == ExprKind::Set) {
        auto set = std::make_shared<ConstFrozenSet>();
        set->items = std::move(tuple->items);
        load_const(source, set);
      } else {
        load_const(source, tuple);
      }
      emit(kind == ExprKind::Set ? Op::SetUpdate : Op::ListExtend, work, source);
      move(dst, work);
      return;
    }
  }
  if (!starred && items.size() <= kMaxAtOnce) {
    // When the destination is on top it can be the first element.
    const Reg first = is_top(dst) ? dst : fn_->next_reg;
    set_top(first);
    for (const Expr* item : items) temporary(item);
    emit(build, dst, first, static_cast<Reg>(items.size()));
    return;
  }
  if (kind == ExprKind::Tuple && stars == 1 && items.back()->kind == ExprKind::Starred && items.size() <= kMaxAtOnce) {
    const Reg first = is_top(dst) ? dst : fn_->next_reg;
    set_top(first);
    for (const Expr* item : items) temporary(item->kind == ExprKind::Starred ? as<Starred>(item)->value : item);
    emit(Op::BuildTupleStar, dst, first, static_cast<Reg>(items.size()));
    return;
  }
  const Reg work = dst >= fn_->first_temp ? dst : alloc();
  const bool is_set = kind == ExprKind::Set;
  Reg first = fn_->next_reg;
  Reg pending = 0;
  bool made = false;
  const auto make = [&] {
    emit(is_set ? Op::BuildSet : Op::BuildList, work, first, pending);
    made = true;
    pending = 0;
    set_top(first);
  };
  for (const Expr* item : items) {
    if (const auto* star = try_as<Starred>(item)) {
      if (!made) make();
      const TempScope temps(*this);
      const Reg value = operand(star->value);
      emit(is_set ? Op::SetUpdate : Op::ListExtend, work, value);
    } else if (!made) {
      temporary(item);
      ++pending;
      if (pending == kMaxAtOnce) make();
    } else {
      const TempScope temps(*this);
      const Reg value = operand(item);
      emit(is_set ? Op::SetAdd : Op::ListAppend, work, value);
    }
  }
  if (!made) make();
  if (kind == ExprKind::Tuple) {
    emit(Op::ListToTuple, dst, work);
  } else {
    move(dst, work);
  }
}

void CodeGen::dict_into(const Dict* node, Reg dst) {
  constexpr size_t kMaxAtOnce = 16;
  const size_t count = node->values.size();
  bool unpacks = false;
  for (const Expr* key : node->keys) unpacks = unpacks || key == nullptr;
  if (!unpacks && count <= kMaxAtOnce) {
    const Reg first = is_top(dst) ? dst : fn_->next_reg;
    set_top(first);
    for (size_t i = 0; i < count; ++i) {
      temporary(node->keys[i]);
      temporary(node->values[i]);
    }
    emit(Op::BuildDict, dst, first, static_cast<Reg>(count));
    return;
  }
  const Reg work = dst >= fn_->first_temp ? dst : alloc();
  emit(Op::BuildDict, work, fn_->next_reg, 0);
  for (size_t i = 0; i < count; ++i) {
    const TempScope temps(*this);
    if (node->keys[i] == nullptr) {
      const Reg value = operand(node->values[i]);
      emit(Op::DictUpdate, work, value);
    } else {
      const Reg key = operand(node->keys[i], {node->values[i]});
      const Reg value = operand(node->values[i]);
      emit(Op::DictSet, work, key, value);
    }
  }
  move(dst, work);
}

// -- f-strings

/// CPython reports what fails while a value is formatted at the whole string, and what fails in the value itself at its place.
void CodeGen::formatted_into(const FormattedValue* node, Reg dst) {
  const Span* const whole = std::exchange(fstring_, nullptr);
  Reg value = operand(node->value, {node->format_spec});
  fstring_ = whole;
  const At at(*this, whole ? *whole : node->span);
  note_dead_result(node->value);
  if (node->conversion == 's' || node->conversion == 'r' || node->conversion == 'a') {
    const Reg converted = value >= fn_->first_temp ? value : alloc();
    emit(Op::ConvertValue, converted, value, node->conversion == 's' ? 1 : node->conversion == 'r' ? 2 : 3);
    value = converted;
  }
  if (node->format_spec == nullptr) {
    emit(Op::FormatSimple, dst, value);
    return;
  }
  const Reg spec = temporary(node->format_spec);
  emit(Op::FormatValue, dst, value, spec);
}

void CodeGen::joined_into(const JoinedStr* node, Reg dst) {
  const Span* const outer = fstring_;
  if (outer == nullptr) fstring_ = &node->span;
  join_values(node, dst);
  fstring_ = outer;
}

void CodeGen::join_values(const JoinedStr* node, Reg dst) {
  constexpr size_t kMaxAtOnce = 200;
  if (node->values.empty()) {
    load_const(dst, ConstStr{});
    return;
  }
  if (node->values.size() == 1) {
    expr_into(node->values[0], dst);
    return;
  }
  const Reg first = is_top(dst) ? dst : fn_->next_reg;
  set_top(first);
  Reg pending = 0;
  for (const Expr* value : node->values) {
    temporary(value);
    if (++pending == kMaxAtOnce) {
      emit(Op::BuildString, first, first, pending);
      set_top(first + 1);
      pending = 1;
    }
  }
  emit(Op::BuildString, dst, first, pending);
}

// -- attributes and items

/// CPython reports attribute accesses at the line of the name after the dot.
Span CodeGen::attribute_span(const Attribute* node, Span span) {
  if (span.lineno != node->span.end_lineno) {
    span.lineno = node->span.end_lineno;
    // Columns count bytes, lengths of names characters.
    int32_t characters = 0;
    for (const char byte : node->attr) characters += (byte & 0xc0) != 0x80;
    span.col_offset = node->span.end_col_offset - characters;
  }
  return span;
}

void CodeGen::attribute_into(const Attribute* node, Reg dst) {
  const Reg value = operand(node->value);
  const At at(*this, attribute_span(node, node->span));
  emit(Op::GetAttr, dst, value, b().add_cache(Op::GetAttr, mangle(node->attr)));
}

void CodeGen::subscript_into(const Subscript* node, Reg dst) {
  warn_subscript(node);
  const Reg value = operand(node->value, {node->slice});
  if (const auto* slice = try_as<Slice>(node->slice); slice != nullptr && slice->step == nullptr) {
    const Reg bounds = slice_parts({slice->lower, slice->upper});
    emit(Op::GetSlice, dst, value, bounds);
    return;
  }
  const Reg index = operand(node->slice);
  emit(Op::GetItem, dst, value, index);
}

/// The parts of a slice in consecutive registers; gives the first.
Reg CodeGen::slice_parts(std::initializer_list<const Expr*> parts) {
  const Reg first = alloc(static_cast<Reg>(parts.size()));
  Reg at = first;
  for (const Expr* part : parts) {
    // Each part is on top while it is computed, so that calls can leave their result in place.
    set_top(at + 1);
    if (part == nullptr) {
      load_none(at);
    } else {
      expr_into(part, at);
    }
    ++at;
  }
  return first;
}

void CodeGen::slice_into(const Slice* node, Reg dst) {
  const Reg first = slice_parts({node->lower, node->upper, node->step});
  emit(Op::BuildSlice, dst, first);
}

// -- await and yield

void CodeGen::await_into(const Await* node, Reg dst) {
  const Scope& scope = *fn_->scope;
  if (!fn_->is_async) {
    const bool in_function = scope.is_function_like();
    error(in_function ? "'await' outside async function" : "'await' outside function", node->span);
    return;
  }
  const auto* call = try_as<Call>(node->value);
  if (call != nullptr && can_await_call(call)) {
    call_into(call, dst, node);
    return;
  }
  const Reg value = is_top(dst) ? dst : alloc();
  expr_into(node->value, value);
  emit(Op::Await, dst, value, 0);
}

void CodeGen::yield_into(const Expr* expr, Reg dst) {
  if (!fn_->scope->is_function_like() || fn_->scope->kind == ScopeKind::TypeParams) {
    error("'yield' outside function", expr->span);
    return;
  }
  if (const auto* from = try_as<YieldFrom>(expr)) {
    if (fn_->scope->is_coroutine) {
      error("'yield from' inside async function", expr->span);
      return;
    }
    const Reg value = is_top(dst) ? dst : alloc();
    expr_into(from->value, value);
    emit(Op::YieldFrom, dst, value);
    return;
  }
  const auto* node = as<Yield>(expr);
  if (node->value == nullptr) {
    const Reg none = is_top(dst) ? dst : alloc();
    load_none(none);
    emit(Op::Yield, dst, none);
    return;
  }
  emit(Op::Yield, dst, operand(node->value));
}

}  // namespace coil
