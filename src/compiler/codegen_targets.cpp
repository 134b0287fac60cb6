// Assignment, augmented and annotated assignment, del. Values come first, then targets from left to right.
#include "compiler/codegen_internal.hpp"

namespace coil {

using namespace ast;

namespace {

Op inplace_op(Operator op) {
  switch (op) {
    case Operator::Add: return Op::InplaceAdd;
    case Operator::Sub: return Op::InplaceSub;
    case Operator::Mult: return Op::InplaceMul;
    case Operator::MatMult: return Op::InplaceMatMul;
    case Operator::Div: return Op::InplaceDiv;
    case Operator::Mod: return Op::InplaceMod;
    case Operator::Pow: return Op::InplacePow;
    case Operator::LShift: return Op::InplaceLShift;
    case Operator::RShift: return Op::InplaceRShift;
    case Operator::BitOr: return Op::InplaceOr;
    case Operator::BitXor: return Op::InplaceXor;
    case Operator::BitAnd: return Op::InplaceAnd;
    case Operator::FloorDiv: return Op::InplaceFloorDiv;
  }
  return Op::Nop;
}

}  // namespace

void CodeGen::store_target(const Expr* target, Reg value) {
  if (failed()) return;
  const Depth depth(*this);
  const At at(*this, target->span);
  const TempScope temps(*this);
  switch (target->kind) {
    case ExprKind::Name: {
      const auto* node = as<Name>(target);
      if (forbidden(node->id, target->span)) return;
      store_name(mangle(node->id), value);
      break;
    }
    case ExprKind::Attribute: {
      const auto* node = as<Attribute>(target);
      if (forbidden(node->attr, target->span)) return;
      const Reg object = operand(node->value);
      const At here(*this, attribute_span(node, target->span));
      emit(Op::SetAttr, object, b().add_cache(Op::SetAttr, mangle(node->attr)), value);
      break;
    }
    case ExprKind::Subscript: {
      const auto* node = as<Subscript>(target);
      const Reg object = operand(node->value, {node->slice});
      const Reg index = operand(node->slice);
      emit(Op::SetItem, object, index, value);
      break;
    }
    case ExprKind::Tuple: unpack_target(as<Tuple>(target)->elts, value, target->span); break;
    case ExprKind::List: unpack_target(as<List_>(target)->elts, value, target->span); break;
    case ExprKind::Starred:
      error("starred assignment target must be in a list or tuple", target->span);
      break;
    default: error("cannot assign to this expression", target->span); break;
  }
}

void CodeGen::unpack_target(List<Expr*> targets, Reg value, const Span& span) {
  size_t star = targets.size();
  for (size_t i = 0; i < targets.size(); ++i) {
    if (targets[i]->kind != ExprKind::Starred) continue;
    if (star != targets.size()) {
      error("multiple starred expressions in assignment", span);
      return;
    }
    star = i;
  }
  const Reg count = static_cast<Reg>(targets.size());
  // Neighbouring locals are unpacked in place, unless a failure half-way could be seen by a handler.
  Reg in_place = star == targets.size() && count > 1 ? name_destination(targets[0]) : kNone;
  for (const Block& block : fn_->blocks) {
    if (block.kind != Block::Loop) in_place = kNone;
  }
  for (Reg i = 1; i < count && in_place != kNone; ++i) {
    if (name_destination(targets[i]) != in_place + i) in_place = kNone;
  }
  if (in_place != kNone && (value < in_place || value >= in_place + count)) {
    emit(Op::UnpackSequence, value, in_place, count);
    for (Reg i = 0; i < count && b().reachable(); ++i) fn_->bound.add(in_place + i);
    return;
  }
  const Reg first = alloc(count);
  if (star == targets.size()) {
    emit(Op::UnpackSequence, value, first, count);
  } else {
    const Reg after = count - static_cast<Reg>(star) - 1;
    if (star > 255 || after > 255) {
      error("too many expressions in star-unpacking assignment", span);
      return;
    }
    emit(Op::UnpackEx, value, first, static_cast<Reg>(star) | after << 8);
  }
  for (Reg i = 0; i < count; ++i) {
    const Expr* target = targets[i];
    if (const auto* starred = try_as<Starred>(target)) target = starred->value;
    store_target(target, first + i);
  }
}

/// The local that the last of several targets is, if all are locals and that one is not among the others: it takes its value at once.
Reg CodeGen::last_local(List<Expr*> targets) {
  const size_t last = targets.size() - 1;
  const Reg local = name_destination(targets[last]);
  for (size_t i = 0; i < last; ++i) {
    const Reg other = name_destination(targets[i]);
    if (other == kNone || other == local) return kNone;
  }
  return local;
}

/// `a, b = c, d` without a tuple.
void CodeGen::assign_each(List<Expr*> targets, List<Expr*> values) {
  const Reg local = last_local(targets);
  const size_t count = local == kNone ? targets.size() : targets.size() - 1;
  std::vector<Reg> registers;
  for (size_t i = 0; i < count; ++i) registers.push_back(temporary(values[i]));
  if (local != kNone) {
    expr_into(values[count], local);
    if (b().reachable()) fn_->bound.add(local);
  }
  for (size_t i = 0; i < count; ++i) store_target(targets[i], registers[i]);
}

void CodeGen::assign(const Assign* node) {
  const TempScope temps(*this);
  if (node->targets.size() == 1) {
    const Expr* target = node->targets[0];
    const Reg local = name_destination(target);
    if (local != kNone) {
      expr_into(node->value, local);
      note_unread_local(node->value, target, local);
      if (b().reachable()) fn_->bound.add(local);
      return;
    }
    // `a, b = c, d` moves through temporaries, with no tuple.
    const auto* names = try_as<Tuple>(target);
    const auto* values = try_as<Tuple>(node->value);
    if (names != nullptr && values != nullptr && names->elts.size() == values->elts.size() &&
        !names->elts.empty() && names->elts.size() <= 8) {
      bool plain = !constant(node->value);
      for (const Expr* item : names->elts) plain = plain && item->kind != ExprKind::Starred;
      for (const Expr* item : values->elts) plain = plain && item->kind != ExprKind::Starred;
      if (plain) {
        assign_each(names->elts, values->elts);
        return;
      }
    }
    Reg value = kNone;
    if (target->kind == ExprKind::Attribute) {
      value = operand(node->value, {as<Attribute>(target)->value});
    } else if (target->kind == ExprKind::Subscript) {
      value = operand(node->value, {as<Subscript>(target)->value, as<Subscript>(target)->slice});
    } else {
      value = target->kind == ExprKind::Name ? operand(node->value) : operand(node->value, {target});
    }
    store_target(target, value);
    return;
  }
  // A local value could be rebound by an earlier target, so it is copied.
  const Reg value = temporary(node->value);
  for (const Expr* target : node->targets) store_target(target, value);
}

void CodeGen::augmented(const AugAssign* node) {
  const TempScope temps(*this);
  const Expr* target = node->target;
  const auto apply = [&](Reg dst, Reg left) {
    // A constant form of its own: `__iadd__` and its kin come first.
    const Op with_const = node->op == Operator::Add    ? Op::InplaceAddK
                          : node->op == Operator::Sub  ? Op::InplaceSubK
                          : node->op == Operator::Mult ? Op::InplaceMulK
                                                       : Op::Nop;
    if (with_const != Op::Nop) {
      const std::optional<Const> value = constant(node->value);
      if (value && is_small_number(*value)) {
        emit(with_const, dst, left, const16(*value));
        return;
      }
    }
    const Reg right = operand(node->value);
    emit(inplace_op(node->op), dst, left, right);
  };
  switch (target->kind) {
    case ExprKind::Name: {
      const std::string_view name = mangle(as<Name>(target)->id);
      if (forbidden(name, target->span)) return;
      const Reg local = plain_local(name);
      if (local != kNone) {
        const Reg left = operand(target, {node->value});
        apply(local, left);
        if (b().reachable()) fn_->bound.add(local);
        return;
      }
      const Reg value = alloc();
      {
        const At at(*this, target->span);
        load_name(name, value);
      }
      apply(value, value);
      const At at(*this, target->span);
      store_name(name, value);
      return;
    }
    case ExprKind::Attribute: {
      const auto* attribute = as<Attribute>(target);
      const Reg object = operand(attribute->value, {node->value});
      const Reg value = alloc();
      const uint32_t cache = b().add_cache(Op::GetAttr, mangle(attribute->attr));
      {
        const At at(*this, attribute_span(attribute, target->span));
        emit(Op::GetAttr, value, object, cache);
      }
      apply(value, value);
      const At at(*this, attribute_span(attribute, target->span));
      emit(Op::SetAttr, object, b().add_cache(Op::SetAttr, mangle(attribute->attr)), value);
      return;
    }
    case ExprKind::Subscript: {
      const auto* subscript = as<Subscript>(target);
      const Reg object = operand(subscript->value, {subscript->slice, node->value});
      const Reg index = operand(subscript->slice, {node->value});
      const Reg value = alloc();
      {
        const At at(*this, target->span);
        emit(Op::GetItem, value, object, index);
      }
      apply(value, value);
      const At at(*this, target->span);
      emit(Op::SetItem, object, index, value);
      return;
    }
    default: error("'expression' is an illegal expression for augmented assignment", target->span); return;
  }
}

void CodeGen::annotated(const AnnAssign* node) {
  const TempScope temps(*this);
  if (node->value != nullptr) {
    const Reg local = name_destination(node->target);
    if (local != kNone) {
      expr_into(node->value, local);
      if (b().reachable()) fn_->bound.add(local);
    } else {
      const TempScope inner(*this);
      const Reg value = operand(node->value, {node->target});
      store_target(node->target, value);
    }
  }
  const bool function = fn_->scope->is_function_like();
  switch (node->target->kind) {
    case ExprKind::Name: {
      const auto* name = as<Name>(node->target);
      if (forbidden(name->id, node->span)) return;
      if (!node->simple || function) break;
      const Reg annotation = alloc();
      annotation_into(node->annotation, annotation);
      const Reg dict = alloc();
      emit(Op::LoadName, dict, b().add_name("__annotations__"));
      const Reg key = alloc();
      load_const(key, ConstStr{std::string(mangle(name->id))});
      emit(Op::SetItem, dict, key, annotation);
      return;
    }
    case ExprKind::Attribute: {
      const auto* attribute = as<Attribute>(node->target);
      if (forbidden(attribute->attr, node->span)) return;
      if (node->value == nullptr) expr_effect(attribute->value);
      break;
    }
    case ExprKind::Subscript: {
      const auto* subscript = as<Subscript>(node->target);
      if (node->value == nullptr) {
        expr_effect(subscript->value);
        expr_effect(subscript->slice);
      }
      break;
    }
    default: break;
  }
  // Annotations of other targets are evaluated outside functions, for their effect only.
  if (!function && !node->simple && !scopes_.future_annotations) expr_effect(node->annotation);
}

void CodeGen::delete_target(const Expr* target) {
  const At at(*this, target->span);
  const TempScope temps(*this);
  switch (target->kind) {
    case ExprKind::Name:
      if (as<Name>(target)->id == "__debug__") {
        error("cannot delete __debug__", target->span);
        return;
      }
      delete_name(mangle(as<Name>(target)->id));
      break;
    case ExprKind::Attribute: {
      const auto* node = as<Attribute>(target);
      const Reg object = operand(node->value);
      const At here(*this, attribute_span(node, target->span));
      emit(Op::DelAttr, object, b().add_name(mangle(node->attr)));
      break;
    }
    case ExprKind::Subscript: {
      const auto* node = as<Subscript>(target);
      const Reg object = operand(node->value, {node->slice});
      const Reg index = operand(node->slice);
      emit(Op::DelItem, object, index);
      break;
    }
    case ExprKind::Tuple:
      for (const Expr* item : as<Tuple>(target)->elts) delete_target(item);
      break;
    case ExprKind::List:
      for (const Expr* item : as<List_>(target)->elts) delete_target(item);
      break;
    default: error("cannot delete this expression", target->span); break;
  }
}

}  // namespace coil
