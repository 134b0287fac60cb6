// Statements: conditions, loops, return and the jumps out, imports, assert, raise, docstrings.
//
// Loops have their condition (or ForIter) at the bottom: one conditional backward jump per turn. The body is generated first,
// so what the condition assigns on the way in is worked out from the AST.
#include "compiler/codegen_internal.hpp"

#include <algorithm>

namespace coil {

using namespace ast;

namespace {

constexpr int kMaxDepth = 2000;

const Expr* docstring_of(List<Stmt*> body) {
  if (body.empty()) return nullptr;
  const auto* first = try_as<ExprStmt>(static_cast<const Stmt*>(body[0]));
  if (first == nullptr) return nullptr;
  const auto* text = try_as<Constant>(static_cast<const Expr*>(first->value));
  return text != nullptr && text->type == ConstantKind::Str ? text : nullptr;
}

bool needs_annotations(List<Stmt*> body) {
  for (const Stmt* stmt : body) {
    bool found = false;
    switch (stmt->kind) {
      case StmtKind::AnnAssign: found = true; break;
      case StmtKind::For: found = needs_annotations(as<For>(stmt)->body) || needs_annotations(as<For>(stmt)->orelse); break;
      case StmtKind::AsyncFor:
        found = needs_annotations(as<AsyncFor>(stmt)->body) || needs_annotations(as<AsyncFor>(stmt)->orelse);
        break;
      case StmtKind::While:
        found = needs_annotations(as<While>(stmt)->body) || needs_annotations(as<While>(stmt)->orelse);
        break;
      case StmtKind::If: found = needs_annotations(as<If>(stmt)->body) || needs_annotations(as<If>(stmt)->orelse); break;
      case StmtKind::With: found = needs_annotations(as<With>(stmt)->body); break;
      case StmtKind::AsyncWith: found = needs_annotations(as<AsyncWith>(stmt)->body); break;
      case StmtKind::Match:
        for (const match_case* item : as<Match>(stmt)->cases) found = found || needs_annotations(item->body);
        break;
      case StmtKind::Try: {
        const auto* node = as<Try>(stmt);
        found = needs_annotations(node->body) || needs_annotations(node->orelse) || needs_annotations(node->finalbody);
        for (const ExceptHandler* handler : node->handlers) found = found || needs_annotations(handler->body);
        break;
      }
      case StmtKind::TryStar: {
        const auto* node = as<TryStar>(stmt);
        found = needs_annotations(node->body) || needs_annotations(node->orelse) || needs_annotations(node->finalbody);
        for (const ExceptHandler* handler : node->handlers) found = found || needs_annotations(handler->body);
        break;
      }
      default: break;
    }
    if (found) return true;
  }
  return false;
}

template <typename Function>
FunctionView view_of(const Function* def, bool is_async) {
  return {def, def->name, def->args, def->body, def->decorator_list, def->returns, def->type_params, is_async};
}

}  // namespace

void CodeGen::statements(List<Stmt*> body) {
  for (const Stmt* stmt : body) {
    if (failed()) return;
    statement(stmt);
  }
}

/// The body of a module or class: annotations dict and docstring first.
void CodeGen::body_with_docstring(List<Stmt*> body) {
  if (needs_annotations(body)) emit(Op::SetupAnnotations);
  const Expr* doc = docstring_of(body);
  if (doc != nullptr && options_.optimize < 2) {
    const TempScope temps(*this);
    const At at(*this, doc->span);
    const Reg text = alloc();
    load_const(text, literal(*as<Constant>(doc)));
    store_name("__doc__", text);
  }
  statements(doc != nullptr ? body.subspan(1) : body);
}

void CodeGen::statement(const Stmt* stmt) {
  const Depth depth(*this);
  if (depth_ > kMaxDepth) {
    error("too many nested expressions or statements", stmt->span);
    return;
  }
  const At at(*this, stmt->span);
  const TempScope temps(*this);
  switch (stmt->kind) {
    case StmtKind::FunctionDef: function_statement(view_of(as<FunctionDef>(stmt), false)); break;
    case StmtKind::AsyncFunctionDef: function_statement(view_of(as<AsyncFunctionDef>(stmt), true)); break;
    case StmtKind::ClassDef: class_statement(as<ClassDef>(stmt)); break;
    case StmtKind::Return: return_statement(as<Return>(stmt)); break;
    case StmtKind::Delete:
      for (const Expr* target : as<Delete>(stmt)->targets) delete_target(target);
      break;
    case StmtKind::Assign: assign(as<Assign>(stmt)); break;
    case StmtKind::TypeAlias: type_alias(as<TypeAlias>(stmt)); break;
    case StmtKind::AugAssign: augmented(as<AugAssign>(stmt)); break;
    case StmtKind::AnnAssign: annotated(as<AnnAssign>(stmt)); break;
    case StmtKind::For: {
      const auto* node = as<For>(stmt);
      for_statement(node->target, node->iter, node->body, node->orelse, false, stmt->span);
      break;
    }
    case StmtKind::AsyncFor: {
      const auto* node = as<AsyncFor>(stmt);
      if (!fn_->is_async) {
        error("'async for' outside async function", stmt->span);
        return;
      }
      for_statement(node->target, node->iter, node->body, node->orelse, true, stmt->span);
      break;
    }
    case StmtKind::While: while_statement(as<While>(stmt)); break;
    case StmtKind::If: if_statement(as<If>(stmt)); break;
    case StmtKind::With: with_statement(as<With>(stmt)->items, 0, as<With>(stmt)->body, stmt, false); break;
    case StmtKind::AsyncWith:
      if (!fn_->is_async) {
        error("'async with' outside async function", stmt->span);
        return;
      }
      with_statement(as<AsyncWith>(stmt)->items, 0, as<AsyncWith>(stmt)->body, stmt, true);
      break;
    case StmtKind::Match: match_statement(as<Match>(stmt)); break;
    case StmtKind::Raise: raise_statement(as<Raise>(stmt)); break;
    case StmtKind::Try: {
      const auto* node = as<Try>(stmt);
      try_statement(node->body, node->handlers, node->orelse, node->finalbody, false, stmt);
      break;
    }
    case StmtKind::TryStar: {
      const auto* node = as<TryStar>(stmt);
      try_statement(node->body, node->handlers, node->orelse, node->finalbody, true, stmt);
      break;
    }
    case StmtKind::Assert: assert_statement(as<Assert>(stmt)); break;
    case StmtKind::Import: import_statement(as<Import>(stmt)); break;
    case StmtKind::ImportFrom: import_from(as<ImportFrom>(stmt)); break;
    case StmtKind::Global:
    case StmtKind::Nonlocal:
    case StmtKind::Pass: break;
    case StmtKind::Expr: {
      const Expr* value = as<ExprStmt>(stmt)->value;
      if (fn_->is_interactive_top) {
        const Reg reg = temporary(value);
        intrinsic(Intrinsic::PrintExpr, reg, reg);
      } else if (value->kind != ExprKind::Constant) {
        expr_effect(value);
        note_dead_result(value);
      }
      break;
    }
    case StmtKind::Break: jump_out(stmt, true); break;
    case StmtKind::Continue: jump_out(stmt, false); break;
  }
}

void CodeGen::if_statement(const If* first) {
  // Chains of elif are a loop here: their length is not nesting.
  const Label end = new_label();
  for (const If* node = first;;) {
    const Label other = new_label();
    {
      const At at(*this, node->span);
      jump_on(node->test, false, other);
    }
    statements(node->body);
    if (node->orelse.empty()) {
      bind(other);
      break;
    }
    jump(end);
    bind(other);
    const auto* chained = node->orelse.size() == 1 ? try_as<If>(node->orelse[0]) : nullptr;
    if (chained == nullptr) {
      statements(node->orelse);
      break;
    }
    node = chained;
  }
  bind(end);
}

// -- loops

/// Adds the plain locals that a condition certainly assigns when it is true.
void CodeGen::assign_in_condition(BoundSet& state, const Expr* test) {
  if (!fn_->scope->has_walrus) return;
  switch (test->kind) {
    case ExprKind::NamedExpr: {
      const Reg reg = plain_local(mangle(as<NamedExpr>(test)->target->id));
      if (reg != kNone) state.add(reg);
      assign_in_condition(state, as<NamedExpr>(test)->value);
      break;
    }
    case ExprKind::BoolOp: {
      const auto* node = as<BoolOp>(test);
      for (const Expr* value : node->values) {
        assign_in_condition(state, value);
        if (node->op == BoolOperator::Or) break;
      }
      break;
    }
    case ExprKind::Compare:
      assign_in_condition(state, as<Compare>(test)->left);
      assign_in_condition(state, as<Compare>(test)->comparators[0]);
      break;
    case ExprKind::UnaryOp:
      // `not (a and b)` true says nothing about b.
      if (as<UnaryOp>(test)->operand->kind != ExprKind::BoolOp) {
        assign_in_condition(state, as<UnaryOp>(test)->operand);
      }
      break;
    case ExprKind::Await: assign_in_condition(state, as<Await>(test)->value); break;
    case ExprKind::Call:
      assign_in_condition(state, as<Call>(test)->func);
      for (const Expr* item : as<Call>(test)->args) assign_in_condition(state, item);
      break;
    case ExprKind::BinOp:
      assign_in_condition(state, as<BinOp>(test)->left);
      assign_in_condition(state, as<BinOp>(test)->right);
      break;
    case ExprKind::Attribute: assign_in_condition(state, as<Attribute>(test)->value); break;
    default: break;
  }
}

void CodeGen::while_statement(const While* node) {
  Block block;
  block.kind = Block::Loop;
  block.break_label = new_label();
  const std::optional<Const> value = constant(node->test);
  BoundSet head = fn_->bound;
  remove_killed(head, node->body);
  if (value && !const_truth(*value)) {
    // The body is still checked for errors.
    const bool reachable = b().reachable();
    const BoundSet before = fn_->bound;
    b().set_reachable(false);
    block.continue_label = new_label();
    push_block(block);
    statements(node->body);
    pop_block();
    b().set_reachable(reachable);
    fn_->bound = before;
    statements(node->orelse);
    bind(block.break_label);
    return;
  }
  if (value) {
    const Label top = new_label();
    if (b().reachable()) bind_with(top, head);
    block.continue_label = top;
    push_block(block);
    statements(node->body);
    pop_block();
    if (b().reachable()) jump(top);
    // After an endless loop everything is unreachable but for break.
    const bool reachable = b().reachable();
    statements(node->orelse);
    b().set_reachable(reachable);
    bind(block.break_label);
    return;
  }
  const Label body = new_label();
  block.continue_label = new_label();
  const bool reachable = b().reachable();
  fn_->bound = head;
  jump(block.continue_label);
  if (reachable) {
    BoundSet state = head;
    assign_in_condition(state, node->test);
    bind_with(body, state);
  }
  const size_t before_body = sink_.warnings().size();
  push_block(block);
  statements(node->body);
  pop_block();
  bind(block.continue_label);
  const size_t before_test = sink_.warnings().size();
  if (b().reachable()) jump_on(node->test, true, body);
  sink_.repeat_warnings(before_test, before_body);  // CPython generates the condition before the body, too
  statements(node->orelse);
  bind(block.break_label);
}

/// The iterator of a loop; true when the loop may be alone in holding it and has to close it on early exit then. Of an object that is not the result
/// of a call, only `async for` closes what __aiter__ made: the code for it would cost the many loops over lists in variables more than it is worth.
bool CodeGen::iterator_into(const Expr* iter, Reg dst, bool is_async) {
  bool held = iter->kind == ExprKind::Call || iter->kind == ExprKind::GeneratorExp;
  const Reg value = held ? dst : operand(iter);
  if (held) expr_into(iter, dst);
  held = held && b().reachable();
  if (held) {
    // A keyword or star call ends in the call instruction too, but a result that is moved does not.
    const Op last = static_cast<Op>(fn_->unit->instrs.back().op);
    held = last == Op::Call || last == Op::CallMethod || last == Op::CallKw || last == Op::CallMethodKw ||
           last == Op::CallEx;
  }
  emit(is_async ? Op::GetAsyncIter : Op::GetIter, dst, value, held ? 1 : 0);
  return held || is_async;
}

void CodeGen::for_statement(const Expr* target, const Expr* iter, List<Stmt*> body, List<Stmt*> orelse,
                            bool is_async, const Span& span) {
  // [exception] [iterator] [item] [scratch]: the exception register only when the iterator must be closed.
  const Reg exc = alloc();
  const Reg iterator = alloc();
  Block block;
  block.kind = Block::Loop;
  block.is_async = is_async;
  block.closes = iterator_into(iter, iterator, is_async);
  block.iter = iterator;
  block.exc = exc;
  block.break_label = new_label();
  block.continue_label = new_label();
  const Label body_label = new_label();
  BoundSet head = fn_->bound;
  remove_killed(head, body);
  fn_->bound = head;
  const bool reachable = b().reachable();
  const Reg local = name_destination(target);
  const Reg item = local != kNone ? local : alloc();
  const Reg scratch = is_async ? alloc() : kNone;
  jump(block.continue_label);
  if (reachable) {
    BoundSet state = head;
    if (local != kNone) state.add(local);
    bind_with(body_label, state);
  }
  if (block.closes) {
    block.has_handler = true;
    block.handler = new_label();
  }
  push_block(block);
  if (local == kNone) store_target(target, item);
  statements(body);
  block = pop_block();
  bind(block.continue_label);
  {
    const At at(*this, span);
    if (is_async) {
      emit(Op::AsyncForIter, item, iterator, scratch);
    } else {
      emit(Op::ForIter, item, iterator);
    }
    if (b().reachable()) jump(body_label);
  }
  statements(orelse);
  if (block.closes && reachable) {
    jump(block.break_label);
    bind_with(block.handler, head);
    const At at(*this, iter->span);
    const uint32_t start = b().pin();
    emit(is_async ? Op::CloseAsyncIter : Op::CloseIter, iterator);
    b().add_handled(start, b().pin(), static_cast<uint16_t>(exc), static_cast<int>(fn_->blocks.size()) + 1);
    emit(Op::Reraise, exc);
  }
  bind(block.break_label);
}

// -- jumps out of statements

void CodeGen::jump_out(const Stmt* stmt, bool is_break) {
  size_t at = fn_->blocks.size();
  while (at > 0 && fn_->blocks[at - 1].kind != Block::Loop) {
    if (fn_->blocks[at - 1].kind == Block::StarHandlers) {
      error("'break', 'continue' and 'return' cannot appear in an except* block", stmt->span);
      return;
    }
    --at;
  }
  if (at == 0) {
    error(is_break ? "'break' outside loop" : "'continue' not properly in loop", stmt->span);
    return;
  }
  const Block loop = fn_->blocks[at - 1];
  const bool leaves_loop = is_break && loop.closes;
  const BoundSet before = fn_->bound;
  unwind(leaves_loop ? at - 1 : at, [&] { jump(is_break ? loop.break_label : loop.continue_label); });
  if (!b().reachable()) fn_->bound = before;
}

/// Return in code that has nothing else to do first: each branch of a conditional expression by itself.
void CodeGen::return_value(const Expr* expr, const std::optional<Const>& value) {
  if (!value && expr->kind == ExprKind::IfExp) {
    const auto* node = as<IfExp>(expr);
    const Label other = new_label();
    jump_on(node->test, false, other);
    return_value(node->body, constant(node->body));
    bind(other);
    return_value(node->orelse, constant(node->orelse));
    return;
  }
  const TempScope temps(*this);
  const Reg reg = value ? alloc() : operand(expr);
  if (value) load_const(reg, *value);
  drop_unread_locals();
  emit(Op::Return, reg);
}

void CodeGen::return_statement(const Return* node) {
  if (!fn_->scope->is_function_like()) {
    error("'return' outside function", node->span);
    return;
  }
  if (node->value != nullptr && fn_->scope->is_coroutine && fn_->scope->is_generator) {
    error("'return' with value in async generator", node->span);
    return;
  }
  // Code of with, finally and loops runs after the value is computed. The value waits in the exception register of the outermost
  // such block: it lies below everything the exits use, and is free outside its own handler.
  Reg holder = kNone;
  bool leaves = false;
  for (const Block& block : fn_->blocks) {
    if (block.kind == Block::StarHandlers) {
      const bool at_value = node->value != nullptr && constant(node->value);
      error("'break', 'continue' and 'return' cannot appear in an except* block",
            at_value ? node->value->span : node->span);
      return;
    }
    const bool runs_code = block.kind == Block::With || block.kind == Block::FinallyBody ||
                           (block.kind == Block::Loop && block.closes);
    if (runs_code && holder == kNone) holder = block.exc;
    leaves = leaves || runs_code || block.kind == Block::NamedHandler;
  }
  std::optional<Const> value;
  if (node->value == nullptr) {
    value = ConstNone{};
  } else {
    value = constant(node->value);
  }
  if (!leaves) {
    return_value(node->value, value);
    return;
  }
  Reg result = kNone;
  if (!value) {
    const Reg fresh = temporary(node->value);
    result = holder == kNone ? fresh : holder;
    move(result, fresh);
  }
  const BoundSet before = fn_->bound;
  unwind(0, [&] {
    if (value) {
      result = alloc();
      load_const(result, *value);
    }
    drop_unread_locals();
    emit(Op::Return, result);
  });
  fn_->bound = before;
}

// -- imports

void CodeGen::import_statement(const Import* node) {
  for (const alias* item : node->names) {
    const std::string_view name = item->has_asname ? item->asname : item->name.substr(0, item->name.find('.'));
    if (forbidden(name, node->span)) return;
    const TempScope temps(*this);
    const Reg base = alloc(2);
    load_none(base);
    load_const(base + 1, int64_t{0});
    emit(Op::ImportName, base, b().add_name(mangle(item->name)), base);  // CPython mangles modules, too
    const size_t dot = item->name.find('.');
    if (!item->has_asname) {
      store_name(mangle(item->name.substr(0, dot)), base);
      continue;
    }
    // `import a.b.c as d` walks to the submodule.
    std::string_view rest = item->name;
    for (size_t at = dot; at != std::string_view::npos;) {
      rest = rest.substr(at + 1);
      at = rest.find('.');
      emit(Op::ImportFrom, base, base, b().add_name(rest.substr(0, at)));
    }
    store_name(mangle(item->asname), base);
  }
}

void CodeGen::import_from(const ImportFrom* node) {
  // Those of the module's body are checked before.
  if (node->has_module && node->module_ == "__future__" && std::find(module_body_.begin(), module_body_.end(), node) == module_body_.end()) {
    error("from __future__ imports must occur at the beginning of the file", node->span);
    return;
  }
  const TempScope temps(*this);
  const Reg base = alloc(2);
  auto names = std::make_shared<ConstTuple>();
  for (const alias* item : node->names) names->items.push_back(ConstStr{std::string(item->name)});
  load_const(base, names);
  load_const(base + 1, int64_t{node->level});
  emit(Op::ImportName, base, b().add_name(node->has_module ? mangle(node->module_) : ""), base);
  for (const alias* item : node->names) {
    if (item->name == "*") {
      emit(Op::ImportStar, base);
      return;
    }
    if (forbidden(item->has_asname ? item->asname : item->name, node->span)) return;
    emit(Op::ImportFrom, base + 1, base, b().add_name(mangle(item->name)));
    store_name(mangle(item->has_asname ? item->asname : item->name), base + 1);
  }
}

// -- assert and raise

void CodeGen::assert_statement(const Assert* node) {
  warn_true_assertion(node);
  if (options_.optimize > 0) return;
  const Label end = new_label();
  const At at(*this, node->span);
  jump_on_part(node->test, true, end);  // the raise keeps the place of the last comparison
  const TempScope temps(*this);
  const Reg window = alloc();
  if (node->msg == nullptr) {
    emit(Op::LoadAssertionError, window);
  } else {
    set_top(window + kFrameHeaderWords);
    emit(Op::LoadAssertionError, window + kCalleeSlot);
    temporary(node->msg);
    emit_call(Op::Call, window, 1);
  }
  emit(Op::Raise, window, kNone);
  bind(end);
}

void CodeGen::raise_statement(const Raise* node) {
  if (node->exc == nullptr) {
    emit(Op::RaiseCurrent);
    return;
  }
  const Reg exception = node->cause == nullptr ? operand(node->exc) : operand(node->exc, {node->cause});
  const Reg cause = node->cause == nullptr ? kNone : operand(node->cause);
  emit(Op::Raise, exception, cause);
}

}  // namespace coil
