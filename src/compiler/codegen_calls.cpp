// Calls. The window of a call starts at its destination when that is the top temporary, so that nested calls leave their
// results directly in the argument slots of the outer ones.
#include "compiler/codegen_internal.hpp"

namespace coil {

using namespace ast;

namespace {

constexpr size_t kMaxArguments = 4000;

bool has_star(const Call* node) {
  for (const Expr* item : node->args) {
    if (item->kind == ExprKind::Starred) return true;
  }
  for (const keyword* item : node->keywords) {
    if (!item->has_arg) return true;
  }
  return node->args.size() + node->keywords.size() > kMaxArguments;
}

/// Builtins that keep no argument. Whether the name means the builtin is asked at run time.
bool names_a_viewer(const Expr* func) {
  const auto* name = try_as<Name>(func);
  if (name == nullptr) return false;
  for (const std::string_view viewer : {"print", "len", "repr", "str", "type", "isinstance", "bool", "callable", "format", "id"}) {
    if (name->id == viewer) return true;
  }
  return false;
}

bool is_call(Op op) {
  return op == Op::Call || op == Op::CallMethod || op == Op::CallKw || op == Op::CallMethodKw || op == Op::CallEx;
}

}  // namespace

/// Records that nothing keeps the result of the call that was just generated.
void CodeGen::note_dead_call(DeadCall::Fate fate, Reg window) {
  const std::vector<Instr>& instrs = fn_->unit->instrs;
  if (!b().reachable() || instrs.empty()) return;
  size_t at = instrs.size() - 1;
  if (fate == DeadCall::Stored && static_cast<Op>(instrs[at].op) == Op::Move && at > 0) --at;
  if (!is_call(static_cast<Op>(instrs[at].op))) return;
  fn_->unit->dead_calls.push_back({static_cast<uint32_t>(at), fate, static_cast<uint16_t>(window)});
  b().pin();
}

/// The value of the expression was only tested or formatted, or is ignored.
void CodeGen::note_dead_result(const Expr* expr) {
  if (expr->kind == ExprKind::Call) note_dead_call(DeadCall::Discarded);
}

/// `local = f()` where nothing reads the local.
void CodeGen::note_unread_local(const Expr* value, const Expr* target, Reg local) {
  if (value->kind != ExprKind::Call) return;
  const Symbol* symbol = fn_->scope->find(mangle(as<Name>(target)->id));
  if (symbol == nullptr || (symbol->flags & (kSymUse | kSymParam)) != 0) return;
  for (const char* reader : {"locals", "vars", "eval", "exec"}) {
    if (fn_->scope->find(reader) != nullptr) return;
  }
  note_dead_call(DeadCall::Stored);
  for (const Reg known : fn_->unread_locals) {
    if (known == local) return;
  }
  fn_->unread_locals.push_back(local);
}

void CodeGen::drop_unread_locals() {
  const TempScope temps(*this);
  for (const Reg local : fn_->unread_locals) intrinsic(Intrinsic::DropCoroutine, alloc(), local);
}

/// The first register of a call window whose result is wanted in `dst`; the temporaries are free from there on.
Reg CodeGen::claim_window(Reg dst) {
  const Reg window = is_top(dst) ? dst : fn_->next_reg;
  set_top(window);
  return window;
}

bool CodeGen::can_await_call(const Expr* expr) {
  const auto* call = try_as<Call>(expr);
  return call != nullptr && call->keywords.empty() && !has_star(call);
}

/// super() in a method that keeps its first parameter in a register.
bool CodeGen::is_plain_super(const Expr* expr) const {
  const auto* call = try_as<Call>(expr);
  if (call == nullptr || !call->args.empty() || !call->keywords.empty()) return false;
  const auto* name = try_as<Name>(call->func);
  if (name == nullptr || name->id != "super" || !fn_->free_index.contains("__class__")) return false;
  const CodeUnit& unit = *fn_->unit;
  return unit.arg_count != 0 && (unit.cell_vars.empty() || unit.cell_vars[0].second != 0);
}

/// super() for the method call that follows: LoadSuperMethod, which skips the rest when it can. Gives the register of the super object.
Reg CodeGen::super_into(const Attribute* attribute, Reg window) {
  const auto* call = as<Call>(attribute->value);
  set_top(window + kCalleeSlot + 1);
  expr_into(call->func, window + kCalleeSlot);
  set_top(window + kFrameHeaderWords + 1);
  {
    const At here(*this, attribute_span(attribute, attribute->span));
    emit(Op::LoadSuperMethod, window, fn_->free_index.at("__class__"),
         b().add_cache(Op::LoadSuperMethod, mangle(attribute->attr)));
  }
  const At here(*this, call->span);
  emit_call(Op::Call, window, 0);
  return window;
}

void CodeGen::call_into(const Call* node, Reg dst, const Await* await) {
  warn_call(node);
  const TempScope temps(*this);
  const At at(*this, node->span);
  const bool awaited = await != nullptr;
  const Reg window = claim_window(dst);
  const bool stars = has_star(node);
  for (const keyword* item : node->keywords) {
    if (item->has_arg && forbidden(item->arg, node->span)) return;
  }
  const auto* attribute = try_as<Attribute>(node->func);
  if (attribute != nullptr && attribute->ctx == ExprContext::Load && !stars) {
    const Reg object = is_plain_super(attribute->value) ? super_into(attribute, window) : operand(attribute->value);
    set_top(window + kFrameHeaderWords + 1);
    {
      const At here(*this, attribute_span(attribute, attribute->span));
      emit(Op::LoadMethod, window, object, b().add_cache(Op::LoadMethod, mangle(attribute->attr)));
    }
    call_arguments(window, node->args, node->keywords, 1, true, awaited, attribute_span(attribute, node->span));
  } else {
    set_top(window + kCalleeSlot + 1);
    expr_into(node->func, window + kCalleeSlot);
    set_top(window + kFrameHeaderWords);
    if (stars) {
      call_with_stars(window, node->args, node->keywords, kNone, kNone);
    } else {
      call_arguments(window, node->args, node->keywords, 0, false, awaited, node->span,
                     names_a_viewer(node->func));
    }
  }
  if (awaited) {
    const At whole(*this, await->span);
    emit(Op::Await, window, window, 0);
  }
  move(dst, window);
}

void CodeGen::emit_call(Op op, Reg window, Reg count, Reg names) {
  need(window + kFrameHeaderWords + count + spare_registers(op));
  emit(op, window, count, names);
}

/// Arguments behind the `given` ones that are in place already, and the call itself.
void CodeGen::call_arguments(Reg window, List<Expr*> args, List<keyword*> keywords, Reg given, bool method,
                             bool awaited, const Span& span, bool viewed) {
  const Reg first = window + kFrameHeaderWords + given;
  set_top(first);
  for (const Expr* item : args) {
    temporary(item);
    if (viewed && item->kind == ExprKind::Call) note_dead_call(DeadCall::Shown, window);
  }
  const Reg count = given + static_cast<Reg>(args.size() + keywords.size());
  if (keywords.empty()) {
    const At at(*this, span);
    if (awaited) {
      emit_call(method ? Op::CallMethodAwait : Op::CallAwait, window, count);
    } else {
      emit_call(method ? Op::CallMethod : Op::Call, window, count);
    }
    return;
  }
  auto names = std::make_shared<ConstTuple>();
  for (const keyword* item : keywords) {
    names->items.push_back(ConstStr{std::string(item->arg)});
    temporary(item->value);
  }
  const At at(*this, span);
  emit_call(method ? Op::CallMethodKw : Op::CallKw, window, count, const16(names));
}

/// The callee is in place. `extra`, `extra_last`: registers of arguments before and after the written positional ones.
void CodeGen::call_with_stars(Reg window, List<Expr*> args, List<keyword*> keywords, Reg extra,
                              Reg extra_last) {
  const Reg tuple = window + kFrameHeaderWords;
  const Reg dict = tuple + 1;
  set_top(tuple + 2);
  const bool lone_star = extra == kNone && extra_last == kNone && args.size() == 1 && args[0]->kind == ExprKind::Starred;
  // Positional arguments: a list that becomes a tuple.
  const Reg first = fn_->next_reg;
  Reg pending = 0;
  if (extra != kNone) {
    move(alloc(), extra);
    ++pending;
  }
  size_t at_item = 0;
  while (at_item < args.size() && args[at_item]->kind != ExprKind::Starred && pending < 200) {
    temporary(args[at_item++]);
    ++pending;
  }
  if (lone_star) {
    expr_into(as<Starred>(args[0])->value, tuple);  // CallEx makes the tuple, and names the callable when it can't
  } else if (at_item == args.size() && extra_last == kNone) {
    emit(Op::BuildTuple, tuple, first, pending);
  } else if (at_item + 1 == args.size() && extra_last == kNone && args[at_item]->kind == ExprKind::Starred) {
    temporary(as<Starred>(args[at_item])->value);
    emit(Op::BuildTupleStar, tuple, first, pending + 1);
  } else {
    emit(Op::BuildList, tuple, first, pending);
    set_top(first);
    for (; at_item < args.size(); ++at_item) {
      const TempScope temps(*this);
      if (const auto* star = try_as<Starred>(args[at_item])) {
        const Reg value = operand(star->value);
        emit(Op::ListExtend, tuple, value);
      } else {
        const Reg value = operand(args[at_item]);
        emit(Op::ListAppend, tuple, value);
      }
    }
    if (extra_last != kNone) emit(Op::ListAppend, tuple, extra_last);
    emit(Op::ListToTuple, tuple, tuple);
  }
  set_top(first);
  // Keywords: runs of names between the unpacked mappings; only merging notices duplicates.
  if (keywords.empty()) {
    emit(Op::Clear, dict);
  } else {
    bool made = false;
    for (size_t i = 0; i < keywords.size();) {
      const TempScope temps(*this);
      if (!keywords[i]->has_arg) {
        if (!made) emit(Op::BuildDict, dict, fn_->next_reg, 0);
        made = true;
        const Reg mapping = operand(keywords[i]->value);
        emit(Op::DictMerge, dict, mapping, window + kCalleeSlot);
        ++i;
        continue;
      }
      const Reg pairs = fn_->next_reg;
      Reg count = 0;
      for (; i < keywords.size() && keywords[i]->has_arg && count < 1000; ++i, ++count) {
        load_const(alloc(), ConstStr{std::string(keywords[i]->arg)});
        temporary(keywords[i]->value);
      }
      if (!made) {
        emit(Op::BuildDict, dict, pairs, count);
        made = true;
      } else {
        emit(Op::BuildDict, pairs, pairs, count);
        emit(Op::DictMerge, dict, pairs, window + kCalleeSlot);
      }
    }
  }
  emit(Op::CallEx, window);
}

}  // namespace coil
