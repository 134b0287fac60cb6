// try, except, except*, finally, with; the blocks that jumps out of statements have to leave.
//
// A finally body is generated once for every way out, as in CPython. Protected ranges are table entries; while an exit runs, the
// blocks it leaves do not protect it, so a range can consist of several pieces.
#include "compiler/codegen_internal.hpp"

namespace coil {

using namespace ast;

// -- blocks

void CodeGen::push_block(Block block) {
  block.start = b().pin();
  fn_->blocks.push_back(std::move(block));
}

/// Ends the open pieces of a block's table entries at the current instruction; `depth` is its place in the stack.
void CodeGen::close_piece(const Block& block, size_t depth) {
  const uint32_t end = b().pin();
  const int rank = static_cast<int>(depth);
  if (block.has_handler) {
    const Reg reg = block.exc;
    b().add_handler(block.start, end, block.handler, static_cast<uint16_t>(reg), rank);
  }
  if (block.has_handled) {
    b().add_handled(block.start, end, static_cast<uint16_t>(block.iter), rank);
  }
}

Block CodeGen::pop_block() {
  Block block = std::move(fn_->blocks.back());
  close_piece(block, fn_->blocks.size());
  fn_->blocks.pop_back();
  return block;
}

/// What leaving the block by a jump or return runs.
void CodeGen::unwind_block(Block& block) {
  switch (block.kind) {
    case Block::Loop:
      if (block.closes) emit(block.is_async ? Op::CloseAsyncIter : Op::CloseIter, block.iter);
      break;
    case Block::With: {
      const At at(*this, block.span);
      with_exit_call(block);
      break;
    }
    case Block::FinallyBody: {
      const TempScope temps(*this);
      statements(block.finalbody);
      break;
    }
    case Block::NamedHandler: forget_name(block.name); break;
    case Block::TryBody:
    case Block::Handlers:
    case Block::StarHandlers:
    case Block::FinallyEnd: break;
  }
}

// -- try

void CodeGen::try_statement(List<Stmt*> body, List<ExceptHandler*> handlers, List<Stmt*> orelse,
                            List<Stmt*> finalbody, bool star, const Stmt* stmt) {
  const auto inner = [&] {
    if (handlers.empty()) {
      statements(body);
      statements(orelse);
    } else if (star) {
      try_star(body, handlers, orelse);
    } else {
      try_except(body, handlers, orelse);
    }
  };
  if (finalbody.empty()) {
    inner();
    return;
  }
  const Reg exc = alloc();
  BoundSet state = fn_->bound;
  const bool reachable = b().reachable();
  Block block;
  block.kind = Block::FinallyBody;
  block.exc = exc;
  block.has_handler = true;
  block.handler = new_label();
  block.finalbody = finalbody;
  // Whatever the protected code may unbind is unbound for the exceptional path.
  remove_killed(state, stmt);
  push_block(block);
  inner();
  pop_block();
  const Label end = new_label();
  statements(finalbody);
  jump(end);
  if (reachable) {
    bind_with(block.handler, state);
    Block cleanup;
    cleanup.kind = Block::FinallyEnd;
    cleanup.has_handled = true;
    cleanup.iter = exc;
    push_block(cleanup);
    statements(finalbody);
    pop_block();
    emit(Op::Reraise, exc);
  }
  bind(end);
}

/// The end of `except E as name`: the name is unbound, whatever the body did to it.
void CodeGen::forget_name(std::string_view name) {
  const Reg local = plain_local(name);
  if (local != kNone) {
    emit(Op::Clear, local);
    if (b().reachable()) fn_->bound.remove(local);
    return;
  }
  const TempScope temps(*this);
  const Reg none = alloc();
  load_none(none);
  store_name(name, none);
  delete_name(name);
}

/// The protected body and the else part. What follows is the start of the handlers, with the exception in `exc`; they are unreachable, and
/// only checked, when nothing in the body can raise.
void CodeGen::protected_body(List<Stmt*> body, List<Stmt*> orelse, Reg exc, Label end) {
  BoundSet state = fn_->bound;
  remove_killed(state, body);
  const bool reachable = b().reachable();
  Block block;
  block.kind = Block::TryBody;
  block.exc = exc;
  block.has_handler = true;
  block.handler = new_label();
  push_block(block);
  statements(body);
  pop_block();
  statements(orelse);
  jump(end);
  if (reachable && b().is_used(block.handler)) {
    bind_with(block.handler, state);
  } else {
    b().set_reachable(false);
  }
}

/// The body of an except clause, with `caught` under the clause's name, which is unbound again on every way out; then on to `next`.
/// `block` describes the clause; an exception that the body raises is in block.exc when `escape` emits what becomes of it.
template <typename Escape>
void CodeGen::clause_body(const ExceptHandler* handler, Reg caught, Block block, Label next, Escape escape) {
  std::string_view name;
  if (handler->has_name) {
    name = mangle(handler->name);
    if (forbidden(name, handler->span)) return;
    store_name(name, caught);
  }
  const bool reachable = b().reachable();
  BoundSet state = fn_->bound;
  remove_killed(state, handler->body);
  block.name = name;
  block.has_handler = true;
  block.handler = new_label();
  push_block(block);
  statements(handler->body);
  pop_block();
  if (handler->has_name) forget_name(name);
  jump(next);
  if (!reachable || !b().is_used(block.handler)) return;
  bind_with(block.handler, state);
  if (handler->has_name) forget_name(name);
  escape();
}

void CodeGen::try_except(List<Stmt*> body, List<ExceptHandler*> handlers, List<Stmt*> orelse) {
  const Reg exc = alloc();
  const Label end = new_label();
  protected_body(body, orelse, exc, end);
  Block handling;
  handling.kind = Block::Handlers;
  handling.has_handled = true;
  handling.iter = exc;
  push_block(handling);
  bool catches_all = false;
  for (size_t i = 0; i < handlers.size() && !failed(); ++i) {
    const ExceptHandler* handler = handlers[i];
    const TempScope temps(*this);
    const Label next = new_label();
    const At at(*this, handler->span);
    if (handler->type != nullptr) {
      const TempScope inner(*this);
      const Reg type = operand(handler->type);
      test(Op::TestExcMatch, exc, type, false, next);
    } else {
      if (i + 1 < handlers.size()) {
        error("default 'except:' must be last", handler->span);
        return;
      }
      catches_all = true;
    }
    if (handler->has_name) {
      Block named;
      named.kind = Block::NamedHandler;
      named.exc = alloc();
      clause_body(handler, exc, named, end, [&] { emit(Op::Reraise, named.exc); });
    } else {
      statements(handler->body);
      jump(end);
    }
    bind(next);
  }
  pop_block();
  if (!catches_all) emit(Op::Reraise, exc);
  bind(end);
}

void CodeGen::try_star(List<Stmt*> body, List<ExceptHandler*> handlers, List<Stmt*> orelse) {
  const Reg exc = alloc();
  const Reg rest = alloc();
  const Reg list = alloc();
  const Reg match = alloc();
  const Reg raised = alloc();
  const Label end = new_label();
  protected_body(body, orelse, exc, end);
  Block handling;
  handling.kind = Block::StarHandlers;
  handling.has_handled = true;
  handling.iter = exc;
  push_block(handling);
  move(rest, exc);
  emit(Op::BuildList, list, fn_->next_reg, 0);
  for (const ExceptHandler* handler : handlers) {
    if (failed()) return;
    const TempScope temps(*this);
    const At at(*this, handler->span);
    const Label next = new_label();
    {
      const TempScope inner(*this);
      const Reg type = operand(handler->type);
      const At here(*this, handler->type->span);
      emit(Op::CheckEgMatch, match, rest, type);
    }
    jump_if(Op::JumpIfNone, match, next);
    Block clause;
    clause.kind = Block::StarHandlers;
    clause.exc = raised;
    clause.has_handled = true;
    clause.iter = match;
    clause_body(handler, match, clause, next, [&] { emit(Op::ListAppend, list, raised); });
    bind(next);
  }
  emit(Op::ListAppend, list, rest);
  emit(Op::PrepReraiseStar, raised, exc, list);
  pop_block();
  jump_if(Op::JumpIfNone, raised, end);
  emit(Op::Reraise, raised);
  bind(end);
}

// -- with

/// __exit__(None, None, None) through the prepared window. On the way out everything above the window is dead.
void CodeGen::with_exit_call(const Block& block) {
  const Reg window = block.window;
  for (Reg i = 1; i <= 3; ++i) load_none(window + kFrameHeaderWords + i);
  emit_call(block.is_async ? Op::CallMethodAwait : Op::CallMethod, window, 4);
  if (block.is_async) emit(Op::Await, window, window, 2);
}

void CodeGen::with_statement(List<withitem*> items, size_t index, List<Stmt*> body, const Stmt* stmt,
                             bool is_async) {
  if (index == items.size()) {
    statements(body);
    return;
  }
  const Depth depth(*this);
  if (depth_ > 1000) {
    error("too many nested expressions or statements", stmt->span);
    return;
  }
  const TempScope temps(*this);
  const withitem* item = items[index];
  // [exception] [window of __exit__: header, self, three arguments]
  Block block;
  block.kind = Block::With;
  block.is_async = is_async;
  block.span = stmt->span;
  block.exc = alloc();
  block.window = alloc(kFrameHeaderWords + 4);
  const Reg enter = fn_->next_reg;
  {
    const Reg manager = operand(item->context_expr);
    const At at(*this, stmt->span);
    emit(Op::CheckContextManager, manager, is_async ? 1 : 0);
    emit(Op::LoadSpecial, block.window, manager, is_async ? 3 : 1);
    set_top(enter + kFrameHeaderWords + 1);
    emit(Op::LoadSpecial, enter, manager, is_async ? 2 : 0);
    emit_call(is_async ? Op::CallMethodAwait : Op::CallMethod, enter, 1);
    if (is_async) emit(Op::Await, enter, enter, 1);
  }
  set_top(enter + 1);
  BoundSet state = fn_->bound;
  remove_killed(state, body);
  const bool reachable = b().reachable();
  block.has_handler = true;
  block.handler = new_label();
  push_block(block);
  if (item->optional_vars != nullptr) store_target(item->optional_vars, enter);
  set_top(enter);
  with_statement(items, index + 1, body, stmt, is_async);
  block = pop_block();
  with_exit_call(block);
  const Label end = new_label();
  jump(end);
  if (reachable) {
    bind_with(block.handler, state);
    Block handling;
    handling.kind = Block::Handlers;
    handling.has_handled = true;
    handling.iter = block.exc;
    push_block(handling);
    emit(Op::ExcInfo, block.window + kFrameHeaderWords + 1, block.exc);
    emit_call(is_async ? Op::CallMethodAwait : Op::CallMethod, block.window, 4);
    if (is_async) emit(Op::Await, block.window, block.window, 2);
    jump_if(Op::JumpIfTrue, block.window, end);
    pop_block();
    emit(Op::Reraise, block.exc);
  }
  bind(end);
}

}  // namespace coil
