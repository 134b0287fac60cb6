// The core of the code generator: units, registers, labels with definite assignment, and names. Expressions, calls,
// targets, statements, functions, comprehensions, try/with and match are in the other codegen_*.cpp files.
//
// Definite assignment runs along with code generation: `bound` is what is certainly bound here, a jump meets it into its label.
// Loop heads and exception handlers start from the state before, less everything the protected code may unbind.
#include "compiler/codegen_internal.hpp"

#include <algorithm>

namespace coil {

using namespace ast;

Position CodeGen::to_position(const Span& span) const {
  Position position;
  position.line = static_cast<uint32_t>(span.lineno);
  position.end_line = static_cast<uint32_t>(span.end_lineno);
  const bool fits = options_.columns && span.col_offset >= 0 && span.col_offset < 0xffff && span.end_col_offset < 0xffff;
  position.col = fits ? static_cast<uint16_t>(span.col_offset) : 0;
  position.end_col = fits ? static_cast<uint16_t>(span.end_col_offset) : 0xffff;
  return position;
}

CodeGen::At::At(CodeGen& generator, const Span& span) : gen(generator), saved(generator.b().position()) {
  gen.b().set_position(gen.to_position(span));
}

void CodeGen::error(std::string message, const Span& span) {
  if (!failed()) sink_.syntax_error(std::move(message), span);
}

// -- registers

void CodeGen::need(Reg count_from_zero) {
  if (count_from_zero > fn_->max_reg) fn_->max_reg = count_from_zero;
  if (count_from_zero > kMaxRegisters) b().set_overflow("locals or temporaries");
}

Reg CodeGen::alloc(Reg count) {
  const Reg reg = fn_->next_reg;
  fn_->next_reg += count;
  need(fn_->next_reg);
  return reg;
}

void CodeGen::move(Reg dst, Reg src) {
  if (dst != src) emit(Op::Move, dst, src);
}

// -- labels

Label CodeGen::new_label() {
  const Label label = b().new_label();
  fn_->label_bound.resize(label.id + 1);
  return label;
}

void CodeGen::merge_into(Label label) {
  if (!b().reachable()) return;
  std::optional<BoundSet>& state = fn_->label_bound[label.id];
  if (state) {
    state->meet(fn_->bound);
  } else {
    state = fn_->bound;
  }
}

void CodeGen::jump(Label target) {
  merge_into(target);
  b().emit_jump(target);
}

void CodeGen::jump_if(Op op, Reg reg, Label target) {
  merge_into(target);
  b().emit_jump_if(op, reg, target);
}

/// Continues at the target when the truth of the register is `when`. Backward targets need JumpBack, the safepoint.
void CodeGen::branch(Reg reg, bool when, Label target) {
  if (!b().is_bound(target)) {
    jump_if(when ? Op::JumpIfTrue : Op::JumpIfFalse, reg, target);
    return;
  }
  const Label over = new_label();
  jump_if(when ? Op::JumpIfFalse : Op::JumpIfTrue, reg, over);
  jump(target);
  bind(over);
}

void CodeGen::test(Op op, Reg a, Reg operand_b, bool when, Label target) {
  emit(op, a, operand_b, when ? 1 : 0);
  jump(target);
}

void CodeGen::bind(Label label) {
  const bool was_reachable = b().reachable();
  b().bind(label);
  const std::optional<BoundSet>& state = fn_->label_bound[label.id];
  if (!state) return;
  if (was_reachable) {
    fn_->bound.meet(*state);
  } else {
    fn_->bound = *state;
  }
}

/// Binds a label that is entered in ways the generator does not see as jumps: loop bodies, handlers.
void CodeGen::bind_with(Label label, const BoundSet& state) {
  b().mark_used(label);
  b().bind(label);
  fn_->bound = state;
}

// -- constants

void CodeGen::load_const(Reg dst, const Const& value) {
  if (const int64_t* number = std::get_if<int64_t>(&value)) {
    if (*number >= INT32_MIN && *number <= INT32_MAX) {
      b().emit_wide(Op::LoadInt, dst, static_cast<int32_t>(*number));
      return;
    }
  }
  b().emit_wide(Op::LoadConst, dst, static_cast<int32_t>(b().add_const(value)));
}

uint32_t CodeGen::const16(const Const& value) {
  const uint32_t index = b().add_const(value);
  if (index > 0xffff) b().set_overflow("constants");
  return index & 0xffff;
}

// -- units

std::string CodeGen::qualified(std::string_view name) {
  const FunctionState* outer = fn_;
  while (outer != nullptr && outer->scope->kind == ScopeKind::TypeParams) outer = outer->outer;
  if (outer == nullptr || outer->scope->kind == ScopeKind::Module) return std::string(name);
  const Symbol* symbol = outer->scope->find(scopes_.mangle(outer->scope->class_name, name));
  if (symbol != nullptr && symbol->kind == NameKind::GlobalExplicit) return std::string(name);
  const bool function = outer->scope->kind == ScopeKind::Function || outer->scope->kind == ScopeKind::Lambda;
  const char* between = function ? ".<locals>." : ".";
  return outer->unit->qualname + between + std::string(name);
}

/// Whether code may ask for the dictionary of the scope's local variables.
static bool looks_at_locals(const Scope& scope) {
  for (const std::string_view name : {"locals", "exec", "eval", "vars"}) {
    const Symbol* symbol = scope.find(name);
    if (symbol != nullptr && symbol->kind == NameKind::GlobalImplicit) return true;
  }
  return false;
}

void CodeGen::enter_unit(Scope* scope, std::string name, uint32_t first_line) {
  std::string qualname = fn_ == nullptr ? name : qualified(name);
  fn_ = new FunctionState(scope, fn_);
  CodeUnit& unit = *fn_->unit;
  unit.name = std::move(name);
  unit.qualname = std::move(qualname);
  unit.filename = filename_;
  unit.first_line = first_line;
  const bool nested = fn_->outer != nullptr && fn_->outer->scope->is_function_like();
  if (scope->is_function_like()) unit.flags |= kCodeFunction;
  if (nested) unit.flags |= kCodeNested;
  if (scopes_.future_annotations) unit.flags |= kCodeFutureAnnotations;
  if (scope->kind == ScopeKind::Class) unit.flags |= kCodeClassBody;
  if (scope->kind == ScopeKind::Module) unit.flags |= kCodeModule;
  if (scope->is_generator && scope->is_coroutine) {
    unit.flags |= kCodeAsyncGenerator;
  } else if (scope->is_generator) {
    unit.flags |= kCodeGenerator;
  } else if (scope->is_coroutine) {
    unit.flags |= kCodeCoroutine;
  }
  fn_->is_async = scope->is_coroutine;
  for (const std::string_view free_name : scope->free_vars) {
    fn_->free_index.emplace(free_name, static_cast<uint32_t>(unit.free_vars.size()));
    if (free_name == "__class__") unit.class_free = static_cast<int32_t>(unit.free_vars.size());
    unit.free_vars.emplace_back(free_name);
  }
  Position position;
  position.line = position.end_line = first_line;
  position.end_col = 0xffff;
  b().set_position(position);

  Reg next = 0;
  std::vector<Reg> boxed_params, boxes;
  if (scope->is_function_like()) {
    for (const Symbol& symbol : scope->symbols) {
      if ((symbol.flags & kSymParam) == 0) continue;
      fn_->locals.emplace(symbol.name, next);
      unit.local_names.emplace_back(symbol.name);
      if (symbol.kind == NameKind::Cell) {
        unit.cell_vars.emplace_back(std::string(symbol.name), static_cast<uint16_t>(next));
        boxed_params.push_back(next);
      }
      ++next;
    }
    const Reg params = next;
    for (const Symbol& symbol : scope->symbols) {
      if ((symbol.flags & kSymParam) != 0 || symbol.kind != NameKind::Local) continue;
      fn_->locals.emplace(symbol.name, next++);
      unit.local_names.emplace_back(symbol.name);
    }
    if (looks_at_locals(*scope)) {
      ++next;
      unit.local_names.emplace_back();
    }
    fn_->plain_locals = next;
    fn_->bound.resize(next + 1);
    for (Reg reg = 0; reg < params; ++reg) fn_->bound.add(reg);
  } else {
    fn_->bound.resize(1);
  }
  for (const Symbol& symbol : scope->symbols) {
    if ((symbol.flags & kSymParam) != 0 || symbol.kind != NameKind::Cell) continue;
    unit.cell_vars.emplace_back(std::string(symbol.name), static_cast<uint16_t>(next));
    fn_->locals.emplace(symbol.name, next);
    boxes.push_back(next++);
  }
  if (scope->class_cell) {
    unit.cell_vars.emplace_back("__class__", static_cast<uint16_t>(next));
    fn_->locals.emplace("__class__", next);
    boxes.push_back(next++);
  }
  fn_->first_temp = fn_->next_reg = next;
  need(next);
  for (const Reg reg : boxed_params) emit(Op::MakeBox, reg);
  for (const Reg reg : boxes) emit(Op::NewBox, reg);
}

std::shared_ptr<CodeUnit> CodeGen::leave_unit() {
  std::unique_ptr<FunctionState> done(fn_);
  const bool was_reachable = b().reachable();
  if (was_reachable) {
    drop_unread_locals();
    const Reg reg = alloc();
    load_none(reg);
    emit(Op::Return, reg);
  }
  if (done->unit->instrs.empty()) {
    b().set_reachable(true);
    load_none(alloc());
    emit(Op::Return, done->next_reg - 1);
  }
  b().finish();
  done->unit->reg_count = static_cast<uint16_t>(std::min<Reg>(done->max_reg, kMaxRegisters));
  if (b().overflow() != nullptr) {
    Span span;
    span.lineno = span.end_lineno = static_cast<int32_t>(done->unit->first_line);
    error(std::string("too large: too many ") + b().overflow() + " in " + done->unit->name, span);
  }
  fn_ = done->outer;
  return done->unit;
}

std::shared_ptr<CodeUnit> CodeGen::run_module(List<Stmt*> body, bool interactive) {
  enter_unit(scopes_.root, "<module>", 1);
  module_body_ = body;
  fn_->is_interactive_top = interactive;
  fn_->is_async = options_.allow_top_level_await;
  if (interactive) {
    statements(body);
  } else {
    body_with_docstring(body);
  }
  return leave_unit();
}

std::shared_ptr<CodeUnit> CodeGen::run_expression(const Expr* expr) {
  enter_unit(scopes_.root, "<module>", 1);
  fn_->is_async = options_.allow_top_level_await;
  {
    const At at(*this, expr->span);
    emit(Op::Return, operand(expr));
  }
  return leave_unit();
}

// -- names

NameKind CodeGen::kind_of(std::string_view mangled) {
  const Symbol* symbol = fn_->scope->find(mangled);
  return symbol == nullptr ? NameKind::GlobalImplicit : symbol->kind;
}

/// The register of a plain (not captured) local of a function, or kNone.
Reg CodeGen::plain_local(std::string_view mangled) {
  if (!fn_->scope->is_function_like() || kind_of(mangled) != NameKind::Local) return kNone;
  const auto entry = fn_->locals.find(mangled);
  return entry == fn_->locals.end() ? kNone : entry->second;
}

void CodeGen::check_local(std::string_view mangled, Reg reg) {
  if (fn_->bound.has(reg) || !b().reachable()) return;
  emit(Op::CheckLocal, reg, b().add_name(mangled));
  fn_->bound.add(reg);
}

/// When the expression is a plain local: its register, checked. Else kNone.
Reg CodeGen::bound_local(const Expr* expr) {
  const auto* name = try_as<Name>(expr);
  if (name == nullptr) return kNone;
  const std::string_view mangled = mangle(name->id);
  const Reg reg = plain_local(mangled);
  if (reg == kNone) return kNone;
  const At at(*this, expr->span);
  check_local(mangled, reg);
  return reg;
}

void CodeGen::load_name(std::string_view name, Reg dst) {
  const NameKind kind = kind_of(name);
  const bool function = fn_->scope->is_function_like();
  switch (kind) {
    case NameKind::Local:
      if (function) {
        const Reg reg = fn_->locals.at(name);
        check_local(name, reg);
        move(dst, reg);
      } else if (fn_->scope->kind == ScopeKind::Module && !options_.separate_namespace) {
        emit(Op::LoadGlobal, dst, b().add_cache(Op::LoadGlobal, name));
      } else {
        emit(Op::LoadName, dst, b().add_name(name));
      }
      break;
    case NameKind::Cell: emit(Op::LoadBox, dst, fn_->locals.at(name), b().add_name(name)); break;
    case NameKind::Free:
      emit(fn_->scope->kind == ScopeKind::Class ? Op::LoadClassFree : Op::LoadFree, dst,
           fn_->free_index.at(name));
      break;
    case NameKind::GlobalExplicit: emit(Op::LoadGlobal, dst, b().add_cache(Op::LoadGlobal, name)); break;
    case NameKind::GlobalImplicit:
    case NameKind::Unknown:
      if (function || (fn_->scope->kind == ScopeKind::Module && !options_.separate_namespace)) {
        emit(Op::LoadGlobal, dst, b().add_cache(Op::LoadGlobal, name));
      } else {
        emit(Op::LoadName, dst, b().add_name(name));
      }
      break;
  }
}

void CodeGen::store_name(std::string_view name, Reg src) {
  switch (kind_of(name)) {
    case NameKind::Local:
      if (fn_->scope->is_function_like()) {
        const Reg reg = fn_->locals.at(name);
        move(reg, src);
        fn_->bound.add(reg);
      } else if (fn_->scope->kind == ScopeKind::Module && !options_.separate_namespace) {
        emit(Op::StoreGlobal, b().add_name(name), src);
      } else {
        emit(Op::StoreName, b().add_name(name), src);
      }
      break;
    case NameKind::Cell: emit(Op::StoreBox, fn_->locals.at(name), src); break;
    case NameKind::Free: emit(Op::StoreFree, fn_->free_index.at(name), src); break;
    case NameKind::GlobalExplicit: emit(Op::StoreGlobal, b().add_name(name), src); break;
    case NameKind::GlobalImplicit:
    case NameKind::Unknown:
      if (fn_->scope->kind == ScopeKind::Class || options_.separate_namespace) {
        emit(Op::StoreName, b().add_name(name), src);
      } else {
        emit(Op::StoreGlobal, b().add_name(name), src);
      }
      break;
  }
}

void CodeGen::delete_name(std::string_view name) {
  switch (kind_of(name)) {
    case NameKind::Local:
      if (fn_->scope->is_function_like()) {
        const Reg reg = fn_->locals.at(name);
        if (fn_->bound.has(reg)) {
          emit(Op::Clear, reg);
        } else {
          emit(Op::DeleteLocal, reg, b().add_name(name));
        }
        if (b().reachable()) fn_->bound.remove(reg);
      } else if (fn_->scope->kind == ScopeKind::Module && !options_.separate_namespace) {
        emit(Op::DeleteGlobal, b().add_name(name));
      } else {
        emit(Op::DeleteName, b().add_name(name));
      }
      break;
    case NameKind::Cell: emit(Op::DeleteBox, fn_->locals.at(name), b().add_name(name)); break;
    case NameKind::Free: emit(Op::DeleteFree, fn_->free_index.at(name)); break;
    case NameKind::GlobalExplicit: emit(Op::DeleteGlobal, b().add_name(name)); break;
    case NameKind::GlobalImplicit:
    case NameKind::Unknown: emit(Op::DeleteName, b().add_name(name)); break;
  }
}

/// The register a value may be computed into when it is assigned to this target alone, or kNone.
Reg CodeGen::name_destination(const Expr* target) {
  const auto* name = try_as<Name>(target);
  return name == nullptr || name->id == "__debug__" ? kNone : plain_local(mangle(name->id));
}

/// Reports an assignment to the one name that cannot be assigned.
bool CodeGen::forbidden(std::string_view name, const Span& span) {
  if (name != "__debug__") return false;
  error("cannot assign to __debug__", span);
  return true;
}

// -- what a piece of code may unbind

void CodeGen::remove_name(BoundSet& state, std::string_view name) {
  const Reg reg = plain_local(mangle(name));
  if (reg != kNone) state.remove(reg);
}

void CodeGen::remove_killed_target(BoundSet& state, const Expr* target) {
  if (const auto* name = try_as<Name>(target)) {
    remove_name(state, name->id);
  } else if (const auto* tuple = try_as<Tuple>(target)) {
    for (const Expr* item : tuple->elts) remove_killed_target(state, item);
  } else if (const auto* list = try_as<List_>(target)) {
    for (const Expr* item : list->elts) remove_killed_target(state, item);
  }
}

void CodeGen::remove_killed(BoundSet& state, List<Stmt*> body) {
  for (const Stmt* stmt : body) remove_killed(state, stmt);
}

void CodeGen::remove_killed(BoundSet& state, const Stmt* stmt) {
  const auto handlers = [&](List<ExceptHandler*> items) {
    for (const ExceptHandler* handler : items) {
      if (handler->has_name) remove_name(state, handler->name);
      remove_killed(state, handler->body);
    }
  };
  switch (stmt->kind) {
    case StmtKind::Delete:
      for (const Expr* target : as<Delete>(stmt)->targets) remove_killed_target(state, target);
      break;
    case StmtKind::For:
      remove_killed(state, as<For>(stmt)->body);
      remove_killed(state, as<For>(stmt)->orelse);
      break;
    case StmtKind::AsyncFor:
      remove_killed(state, as<AsyncFor>(stmt)->body);
      remove_killed(state, as<AsyncFor>(stmt)->orelse);
      break;
    case StmtKind::While:
      remove_killed(state, as<While>(stmt)->body);
      remove_killed(state, as<While>(stmt)->orelse);
      break;
    case StmtKind::If:
      remove_killed(state, as<If>(stmt)->body);
      remove_killed(state, as<If>(stmt)->orelse);
      break;
    case StmtKind::With: remove_killed(state, as<With>(stmt)->body); break;
    case StmtKind::AsyncWith: remove_killed(state, as<AsyncWith>(stmt)->body); break;
    case StmtKind::Match:
      for (const match_case* item : as<Match>(stmt)->cases) remove_killed(state, item->body);
      break;
    case StmtKind::Try: {
      const auto* node = as<Try>(stmt);
      remove_killed(state, node->body);
      handlers(node->handlers);
      remove_killed(state, node->orelse);
      remove_killed(state, node->finalbody);
      break;
    }
    case StmtKind::TryStar: {
      const auto* node = as<TryStar>(stmt);
      remove_killed(state, node->body);
      handlers(node->handlers);
      remove_killed(state, node->orelse);
      remove_killed(state, node->finalbody);
      break;
    }
    default: break;
  }
}

}  // namespace coil
