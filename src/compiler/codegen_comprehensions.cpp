// Comprehensions and generator expressions: function units of their own, as in CPython 3.11. The outermost iterable is
// evaluated outside and arrives, as an iterator, in the parameter `.0`.
#include "compiler/codegen_internal.hpp"

#include <algorithm>

namespace coil {

using namespace ast;

namespace {

List<comprehension*> generators_of(const Expr* expr) {
  switch (expr->kind) {
    case ExprKind::ListComp: return as<ListComp>(expr)->generators;
    case ExprKind::SetComp: return as<SetComp>(expr)->generators;
    case ExprKind::DictComp: return as<DictComp>(expr)->generators;
    default: return as<GeneratorExp>(expr)->generators;
  }
}

}  // namespace

/// A list display to iterate over is a tuple, as CPython tells who iterates over it with `async for`.
bool CodeGen::iterator_of(const comprehension* generator, Reg dst) {
  const auto* list = try_as<List_>(static_cast<const Expr*>(generator->iter));
  const auto is_starred = [](const Expr* item) { return item->kind == ExprKind::Starred; };
  if (!generator->is_async || list == nullptr || std::any_of(list->elts.begin(), list->elts.end(), is_starred)) {
    return iterator_into(generator->iter, dst, generator->is_async);
  }
  sequence_into(list->elts, ExprKind::Tuple, dst);
  emit(Op::GetAsyncIter, dst, dst, 0);
  return false;
}

void CodeGen::comprehension_into(const Expr* expr, Reg dst) {
  const List<comprehension*> generators = generators_of(expr);
  Scope* scope = scopes_.of(expr);
  const bool is_genexp = expr->kind == ExprKind::GeneratorExp;
  const bool awaits = scope->is_coroutine && !is_genexp;
  if (awaits && !fn_->is_async && fn_->scope->kind != ScopeKind::Comprehension) {
    error("asynchronous comprehension outside of an asynchronous function", expr->span);
    return;
  }

  enter_unit(scope, std::string(scope->name), static_cast<uint32_t>(expr->span.lineno));
  fn_->unit->arg_count = 1;
  // Inside an async comprehension, or one written in async code, await is allowed.
  fn_->is_async = scope->is_coroutine;
  b().add_const(ConstNone{});
  {
    const At at(*this, expr->span);
    Reg collector = kNone;
    if (!is_genexp) {
      collector = alloc();
      const Op build = expr->kind == ExprKind::ListComp  ? Op::BuildList
                       : expr->kind == ExprKind::SetComp ? Op::BuildSet
                                                         : Op::BuildDict;
      emit(build, collector, fn_->next_reg, 0);
    }
    comprehension_loop(generators, 0, expr, collector);
    if (!is_genexp) emit(Op::Return, collector);
  }
  const std::shared_ptr<CodeUnit> unit = leave_unit();
  if (failed()) return;

  const TempScope temps(*this);
  const Reg window = claim_window(dst);
  set_top(window + kCalleeSlot + 1);
  {
    const TempScope inner(*this);
    const Reg block = alloc(4);
    make_function(unit, window + kCalleeSlot, block);
  }
  set_top(window + kFrameHeaderWords);
  const Reg argument = alloc();
  iterator_of(generators[0], argument);
  emit_call(awaits ? Op::CallAwait : Op::Call, window, 1);
  if (awaits) emit(Op::Await, window, window, 0);
  move(dst, window);
}

void CodeGen::comprehension_loop(List<comprehension*> generators, size_t index, const Expr* expr,
                                 Reg collector) {
  const Depth depth(*this);
  if (depth_ > 1000) {
    error("too many nested expressions or statements", expr->span);
    return;
  }
  if (index == generators.size()) {
    const TempScope temps(*this);
    switch (expr->kind) {
      case ExprKind::ListComp: {
        const Reg value = operand(as<ListComp>(expr)->elt);
        const At at(*this, as<ListComp>(expr)->elt->span);
        emit(Op::ListAppend, collector, value);
        break;
      }
      case ExprKind::SetComp: {
        const Reg value = operand(as<SetComp>(expr)->elt);
        const At at(*this, as<SetComp>(expr)->elt->span);
        emit(Op::SetAdd, collector, value);
        break;
      }
      case ExprKind::DictComp: {
        const auto* node = as<DictComp>(expr);
        const Reg key = operand(node->key, {node->value});
        const Reg value = operand(node->value);
        const At at(*this, join(node->key->span, node->value->span));
        emit(Op::DictSet, collector, key, value);
        break;
      }
      default: {
        const auto* node = as<GeneratorExp>(expr);
        const Reg value = operand(node->elt);
        const At at(*this, node->elt->span);
        emit(Op::Yield, alloc(), value);
        break;
      }
    }
    return;
  }
  const comprehension* generator = generators[index];
  const TempScope temps(*this);
  const Reg exc = alloc();
  Block block;
  block.kind = Block::Loop;
  block.is_async = generator->is_async;
  block.exc = exc;
  if (index == 0) {
    block.iter = 0;
    const ExprKind kind = generator->iter->kind;
    block.closes = generator->is_async || kind == ExprKind::Call || kind == ExprKind::GeneratorExp;
  } else {
    block.iter = alloc();
    block.closes = iterator_of(generator, block.iter);
  }
  const Reg iterator = block.iter;
  const Label body = new_label();
  const Label next = new_label();
  const Reg local = name_destination(generator->target);
  const Reg item = local != kNone ? local : alloc();
  const Reg scratch = generator->is_async ? alloc() : kNone;
  const BoundSet head = fn_->bound;
  BoundSet inside = head;
  if (local != kNone) inside.add(local);
  if (block.closes) {
    block.has_handler = true;
    block.handler = new_label();
  }
  jump(next);
  bind_with(body, inside);
  push_block(block);
  if (local == kNone) store_target(generator->target, item);
  for (const Expr* condition : generator->ifs) jump_on(condition, false, next);
  comprehension_loop(generators, index + 1, expr, collector);
  pop_block();
  bind(next);
  {
    if (generator->is_async) {
      emit(Op::AsyncForIter, item, iterator, scratch);
    } else {
      emit(Op::ForIter, item, iterator);
    }
    jump(body);
  }
  if (block.closes) {
    const Label done = new_label();
    const BoundSet after = fn_->bound;
    jump(done);
    bind_with(block.handler, head);
    const At at(*this, generator->iter->span);
    const uint32_t start = b().pin();
    emit(generator->is_async ? Op::CloseAsyncIter : Op::CloseIter, iterator);
    b().add_handled(start, b().pin(), static_cast<uint16_t>(exc), static_cast<int>(fn_->blocks.size()) + 1);
    emit(Op::Reraise, exc);
    bind(done);
    fn_->bound = after;
  }
}

}  // namespace coil
