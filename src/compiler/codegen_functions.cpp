// Functions, lambdas, classes, type parameters and type aliases.
#include "compiler/codegen_internal.hpp"

#include "compiler/unparse.hpp"

namespace coil {

using namespace ast;

void CodeGen::intrinsic(Intrinsic what, Reg dst, Reg base) {
  emit(Op::Intrinsic, dst, static_cast<Reg>(what), base);
}

// -- making functions

/// The closure tuple of boxes for a unit made in the current one.
void CodeGen::closure_into(const CodeUnit& unit, Reg dst) {
  const TempScope temps(*this);
  const Reg first = fn_->next_reg;
  for (const std::string& name : unit.free_vars) {
    const Reg slot = alloc();
    const auto own = fn_->locals.find(name);
    const Symbol* symbol = fn_->scope->find(name);
    const bool is_own = own != fn_->locals.end() &&
                        ((symbol != nullptr && symbol->kind == NameKind::Cell) ||
                         (name == "__class__" && fn_->scope->class_cell));
    if (is_own) {
      move(slot, own->second);
    } else {
      emit(Op::LoadFreeBox, slot, fn_->free_index.at(name));
    }
  }
  emit(Op::BuildTuple, dst, first, static_cast<Reg>(unit.free_vars.size()));
}

/// `block`: four registers that hold nothing yet; defaults and annotations go through the overload in function_value.
void CodeGen::make_function(const std::shared_ptr<CodeUnit>& unit, Reg dst, Reg block) {
  if (failed()) return;
  if (unit->free_vars.empty()) {
    emit(Op::MakeFunction, dst, const16(unit), kNone);
    return;
  }
  for (Reg i = 0; i < 3; ++i) emit(Op::Clear, block + i);
  closure_into(*unit, block + 3);
  emit(Op::MakeFunction, dst, const16(unit), block);
}

/// Evaluates parameter defaults; the registers hold a tuple and a dict, or nothing. Returns whether there are any.
bool CodeGen::defaults_into(const arguments& args, Reg positional, Reg keyword_only) {
  if (args.defaults.empty()) {
    emit(Op::Clear, positional);
  } else {
    auto tuple = std::make_shared<ConstTuple>();
    for (const Expr* item : args.defaults) {
      std::optional<Const> value = constant(item);
      if (!value) break;
      tuple->items.push_back(std::move(*value));
    }
    if (tuple->items.size() == args.defaults.size()) {
      load_const(positional, tuple);
    } else {
      const TempScope temps(*this);
      sequence_into(args.defaults, ExprKind::Tuple, positional);
    }
  }
  bool any = false;
  {
    const TempScope temps(*this);
    const Reg first = fn_->next_reg;
    Reg count = 0;
    for (size_t i = 0; i < args.kwonlyargs.size(); ++i) {
      if (args.kw_defaults[i] == nullptr) continue;
      any = true;
      load_const(alloc(), ConstStr{std::string(mangle(args.kwonlyargs[i]->name))});
      temporary(args.kw_defaults[i]);
      ++count;
    }
    if (any) {
      emit(Op::BuildDict, keyword_only, first, count);
    } else {
      emit(Op::Clear, keyword_only);
    }
  }
  return any || !args.defaults.empty();
}

void CodeGen::annotation_into(const Expr* annotation, Reg dst) {
  if (scopes_.future_annotations) {
    load_const(dst, ConstStr{unparse(*annotation)});
    return;
  }
  if (const auto* starred = try_as<Starred>(annotation)) {
    // `*args: *Ts` unpacks exactly one.
    const TempScope temps(*this);
    const Reg value = operand(starred->value);
    emit(Op::UnpackSequence, value, dst, 1);
    return;
  }
  expr_into(annotation, dst);
}

bool CodeGen::annotations_into(const FunctionView& def, Reg dst) {
  const TempScope temps(*this);
  const Reg first = fn_->next_reg;
  Reg count = 0;
  const auto add = [&](std::string_view name, const Expr* annotation) {
    if (annotation == nullptr) return;
    load_const(alloc(), ConstStr{std::string(mangle(name))});
    annotation_into(annotation, alloc());
    ++count;
  };
  const arguments& args = *def.args;
  for (const arg* item : args.args) add(item->name, item->annotation);
  for (const arg* item : args.posonlyargs) add(item->name, item->annotation);
  if (args.vararg != nullptr) add(args.vararg->name, args.vararg->annotation);
  for (const arg* item : args.kwonlyargs) add(item->name, item->annotation);
  if (args.kwarg != nullptr) add(args.kwarg->name, args.kwarg->annotation);
  add("return", def.returns);
  if (count == 0) {
    emit(Op::Clear, dst);
    return false;
  }
  emit(Op::BuildDict, dst, first, count);
  return true;
}

/// Sets the counts of the unit being compiled.
void CodeGen::parameters(const arguments& args, const Span& span) {
  CodeUnit& unit = *fn_->unit;
  unit.posonly_count = static_cast<uint16_t>(args.posonlyargs.size());
  unit.arg_count = static_cast<uint16_t>(args.posonlyargs.size() + args.args.size());
  unit.kwonly_count = static_cast<uint16_t>(args.kwonlyargs.size());
  if (args.vararg != nullptr) unit.flags |= kCodeVarArgs;
  if (args.kwarg != nullptr) unit.flags |= kCodeVarKw;
  if (args.posonlyargs.size() + args.args.size() + args.kwonlyargs.size() > 60000) {
    b().set_overflow("parameters");
  }
  const auto check = [&](const arg* item) {
    if (item != nullptr) forbidden(item->name, span);
  };
  for (const arg* item : args.posonlyargs) check(item);
  for (const arg* item : args.args) check(item);
  for (const arg* item : args.kwonlyargs) check(item);
  check(args.vararg);
  check(args.kwarg);
}

void CodeGen::compile_function_body(const FunctionView& def, std::shared_ptr<CodeUnit>& unit) {
  Scope* scope = scopes_.of(def.node);
  uint32_t first_line = static_cast<uint32_t>(def.node->span.lineno);
  if (!def.decorators.empty()) first_line = static_cast<uint32_t>(def.decorators[0]->span.lineno);
  enter_unit(scope, std::string(def.name), first_line);
  forbidden(def.name, def.node->span);
  parameters(*def.args, def.node->span);
  List<Stmt*> body = def.body;
  const auto* first = body.empty() ? nullptr : try_as<ExprStmt>(static_cast<const Stmt*>(body[0]));
  const auto* text = first == nullptr ? nullptr : try_as<Constant>(static_cast<const Expr*>(first->value));
  if (text != nullptr && text->type == ConstantKind::Str && options_.optimize < 2) {
    b().add_const(ConstStr{std::string(text->text)});
  } else {
    b().add_const(ConstNone{});
  }
  statements(body);
  unit = leave_unit();
}

/// The function object. `defaults_given`: they are parameters of the annotation scope around, None when absent.
void CodeGen::function_value(const FunctionView& def, Reg dst, bool defaults_given) {
  const TempScope temps(*this);
  const Reg block = alloc(4);
  const bool has_defaults = !def.args->defaults.empty();
  bool has_kw_defaults = false;
  for (const Expr* item : def.args->kw_defaults) has_kw_defaults = has_kw_defaults || item != nullptr;
  const arguments& args = *def.args;
  bool has_annotations = def.returns != nullptr || (args.vararg != nullptr && args.vararg->annotation != nullptr) ||
                         (args.kwarg != nullptr && args.kwarg->annotation != nullptr);
  for (const arg* item : args.posonlyargs) has_annotations = has_annotations || item->annotation != nullptr;
  for (const arg* item : args.args) has_annotations = has_annotations || item->annotation != nullptr;
  for (const arg* item : args.kwonlyargs) has_annotations = has_annotations || item->annotation != nullptr;
  const bool any = has_defaults || has_kw_defaults || has_annotations || !scopes_.of(def.node)->free_vars.empty();
  if (any) {
    if (!defaults_given) {
      defaults_into(args, block, block + 1);
    } else {
      emit(Op::Clear, block);
      emit(Op::Clear, block + 1);
      if (has_defaults) load_name(".defaults", block);
      if (has_kw_defaults) load_name(".kwdefaults", block + 1);
    }
    annotations_into(def, block + 2);
  }
  std::shared_ptr<CodeUnit> unit;
  compile_function_body(def, unit);
  if (failed()) return;
  if (!any) {
    emit(Op::MakeFunction, dst, const16(unit), kNone);
    return;
  }
  if (unit->free_vars.empty()) {
    emit(Op::Clear, block + 3);
  } else {
    closure_into(*unit, block + 3);
  }
  emit(Op::MakeFunction, dst, const16(unit), block);
}

void CodeGen::function_statement(const FunctionView& def) {
  const TempScope temps(*this);
  // Decorators nest like calls: each result is the argument of the window around it.
  std::vector<Reg> windows;
  const Reg outermost = alloc();
  Reg slot = outermost;
  for (const Expr* decorator : def.decorators) {
    windows.push_back(slot);
    set_top(slot + kCalleeSlot + 1);
    expr_into(decorator, slot + kCalleeSlot);
    slot += kFrameHeaderWords;
    set_top(slot + 1);
  }
  const Reg local = windows.empty() ? plain_local(mangle(def.name)) : kNone;
  const Reg result = local != kNone ? local : slot;
  if (def.type_params.empty()) {
    function_value(def, result, false);
  } else {
    // Defaults are evaluated outside of the annotation scope and passed in.
    const TempScope inner(*this);
    Scope* scope = scopes_.type_params_of(def.node);
    const Reg window = fn_->next_reg;
    set_top(window + kFrameHeaderWords);
    const Reg values = alloc(2);
    defaults_into(*def.args, values, values + 1);
    // Nothing cannot be passed as an argument.
    if (def.args->defaults.empty()) load_none(values);
    bool has_kw_defaults = false;
    for (const Expr* item : def.args->kw_defaults) has_kw_defaults = has_kw_defaults || item != nullptr;
    if (!has_kw_defaults) load_none(values + 1);
    enter_unit(scope, std::string(scope->name), static_cast<uint32_t>(def.node->span.lineno));
    b().add_const(ConstNone{});
    fn_->unit->arg_count = 2;
    const Reg params = alloc();
    type_parameters(def.type_params, params);
    const Reg pair = alloc(2);
    set_top(pair + 1);
    function_value(def, pair, true);
    set_top(pair + 2);
    move(pair + 1, params);
    intrinsic(Intrinsic::SetTypeParams, pair, pair);
    emit(Op::Return, pair);
    const std::shared_ptr<CodeUnit> unit = leave_unit();
    if (failed()) return;
    set_top(window + kFrameHeaderWords + 2);
    const Reg block = alloc(4);
    make_function(unit, window + kCalleeSlot, block);
    set_top(window + kFrameHeaderWords + 2);
    emit_call(Op::Call, window, 2);
    move(result, window);
  }
  for (size_t i = windows.size(); i-- > 0;) {
    const At at(*this, def.decorators[i]->span);
    emit_call(Op::Call, windows[i], 1);
  }
  if (local != kNone) {
    if (b().reachable()) fn_->bound.add(local);
  } else {
    store_name(mangle(def.name), outermost);
  }
}

void CodeGen::lambda_into(const Lambda* node, Reg dst) {
  const TempScope temps(*this);
  const Reg block = alloc(4);
  Scope* scope = scopes_.of(node);
  bool any = !node->args->defaults.empty() || !scope->free_vars.empty();
  for (const Expr* item : node->args->kw_defaults) any = any || item != nullptr;
  if (any) {
    defaults_into(*node->args, block, block + 1);
    emit(Op::Clear, block + 2);
  }
  enter_unit(scope, "<lambda>", static_cast<uint32_t>(node->span.lineno));
  parameters(*node->args, node->span);
  b().add_const(ConstNone{});
  {
    const At at(*this, node->body->span);
    const Reg value = operand(node->body);
    emit(Op::Return, value);
  }
  const std::shared_ptr<CodeUnit> unit = leave_unit();
  if (failed()) return;
  if (!any) {
    emit(Op::MakeFunction, dst, const16(unit), kNone);
    return;
  }
  if (unit->free_vars.empty()) {
    emit(Op::Clear, block + 3);
  } else {
    closure_into(*unit, block + 3);
  }
  emit(Op::MakeFunction, dst, const16(unit), block);
}

// -- classes

void CodeGen::class_value(const ClassDef* node, Reg dst, bool generic) {
  if (forbidden(node->name, node->span)) return;
  for (const keyword* item : node->keywords) {
    if (item->has_arg && forbidden(item->arg, node->span)) return;
  }
  const TempScope temps(*this);
  uint32_t first_line = static_cast<uint32_t>(node->span.lineno);
  if (!node->decorator_list.empty()) first_line = static_cast<uint32_t>(node->decorator_list[0]->span.lineno);
  enter_unit(scopes_.of(node), std::string(node->name), first_line);
  {
    const TempScope inner(*this);
    const Reg value = alloc();
    emit(Op::LoadName, value, b().add_name("__name__"));
    emit(Op::StoreName, b().add_name("__module__"), value);
    load_const(value, ConstStr{fn_->unit->qualname});
    emit(Op::StoreName, b().add_name("__qualname__"), value);
    if (generic) {
      load_name(".type_params", value);
      emit(Op::StoreName, b().add_name("__type_params__"), value);
    }
  }
  body_with_docstring(node->body);
  if (fn_->scope->class_cell && b().reachable()) {
    // Only __build_class__ looks at the box.
    const Reg box = fn_->locals.at("__class__");
    emit(Op::StoreName, b().add_name("__classcell__"), box);
    emit(Op::Return, box);
  }
  const std::shared_ptr<CodeUnit> unit = leave_unit();
  if (failed()) return;

  const Reg window = claim_window(dst);
  set_top(window + kFrameHeaderWords);
  emit(Op::LoadBuildClass, window + kCalleeSlot);
  const Reg function = alloc();
  const Reg name = alloc();
  {
    const TempScope inner(*this);
    const Reg block = alloc(4);
    make_function(unit, function, block);
  }
  load_const(name, ConstStr{std::string(node->name)});
  bool stars = node->bases.size() + node->keywords.size() > 4000;
  for (const Expr* item : node->bases) stars = stars || item->kind == ExprKind::Starred;
  for (const keyword* item : node->keywords) stars = stars || !item->has_arg;
  if (!stars && !generic) {
    call_arguments(window, node->bases, node->keywords, 2, false, false, node->span);
    move(dst, window);
    return;
  }
  // [function, name] + bases, as a list in the first argument slot.
  const Reg tuple = function;
  const Reg first = fn_->next_reg;
  move(alloc(), function);
  move(alloc(), name);
  emit(Op::BuildList, tuple, first, 2);
  set_top(first);
  for (const Expr* item : node->bases) {
    const TempScope inner(*this);
    if (const auto* star = try_as<Starred>(item)) {
      const Reg value = operand(star->value);
      emit(Op::ListExtend, tuple, value);
    } else {
      const Reg value = operand(item);
      emit(Op::ListAppend, tuple, value);
    }
  }
  if (generic) {
    const TempScope inner(*this);
    const Reg base = alloc();
    load_name(".generic_base", base);
    emit(Op::ListAppend, tuple, base);
  }
  emit(Op::ListToTuple, tuple, tuple);
  const Reg dict = name;
  if (node->keywords.empty()) {
    emit(Op::Clear, dict);
  } else {
    emit(Op::BuildDict, dict, fn_->next_reg, 0);
    for (const keyword* item : node->keywords) {
      const TempScope inner(*this);
      if (!item->has_arg) {
        const Reg mapping = operand(item->value);
        emit(Op::DictMerge, dict, mapping, window + kCalleeSlot);
        continue;
      }
      const Reg pair = alloc(2);
      load_const(pair, ConstStr{std::string(item->arg)});
      expr_into(item->value, pair + 1);
      emit(Op::BuildDict, pair, pair, 1);
      emit(Op::DictMerge, dict, pair, window + kCalleeSlot);
    }
  }
  emit(Op::CallEx, window);
  move(dst, window);
}

void CodeGen::class_statement(const ClassDef* node) {
  const TempScope temps(*this);
  std::vector<Reg> windows;
  const Reg outermost = alloc();
  Reg slot = outermost;
  for (const Expr* decorator : node->decorator_list) {
    windows.push_back(slot);
    set_top(slot + kCalleeSlot + 1);
    expr_into(decorator, slot + kCalleeSlot);
    slot += kFrameHeaderWords;
    set_top(slot + 1);
  }
  if (node->type_params.empty()) {
    class_value(node, slot, false);
  } else {
    Scope* scope = scopes_.type_params_of(node);
    enter_unit(scope, std::string(scope->name), static_cast<uint32_t>(node->span.lineno));
    b().add_const(ConstNone{});
    const Reg params = alloc();
    type_parameters(node->type_params, params);
    store_name(".type_params", params);
    const Reg base = alloc();
    intrinsic(Intrinsic::SubscriptGeneric, base, params);
    store_name(".generic_base", base);
    const Reg result = alloc();
    class_value(node, result, true);
    emit(Op::Return, result);
    const std::shared_ptr<CodeUnit> unit = leave_unit();
    if (failed()) return;
    const TempScope inner(*this);
    const Reg window = claim_window(slot);
    set_top(window + kFrameHeaderWords);
    {
      const TempScope block_scope(*this);
      const Reg block = alloc(4);
      make_function(unit, window + kCalleeSlot, block);
    }
    emit_call(Op::Call, window, 0);
    move(slot, window);
  }
  for (size_t i = windows.size(); i-- > 0;) {
    const At at(*this, node->decorator_list[i]->span);
    emit_call(Op::Call, windows[i], 1);
  }
  store_name(mangle(node->name), outermost);
}

// -- type parameters

/// A function without parameters that computes an expression; `dst` gets the function.
template <typename Body>
void CodeGen::nested_expression_function(const void* node, const Expr* value, Reg dst, Body finish) {
  Scope* scope = scopes_.of(node);
  enter_unit(scope, std::string(scope->name), static_cast<uint32_t>(value->span.lineno));
  b().add_const(ConstNone{});
  {
    const At at(*this, value->span);
    const Reg result = operand(value);
    emit(Op::Return, result);
  }
  const std::shared_ptr<CodeUnit> unit = leave_unit();
  if (failed()) return;
  const TempScope temps(*this);
  const Reg block = alloc(4);
  make_function(unit, dst, block);
  finish();
}

/// Makes and binds the type parameters; `dst` gets their tuple.
void CodeGen::type_parameters(List<TypeParam*> params, Reg dst) {
  const TempScope temps(*this);
  const Reg first = alloc(static_cast<Reg>(params.size()));
  for (size_t i = 0; i < params.size(); ++i) {
    const TypeParam* param = params[i];
    const At at(*this, param->span);
    const TempScope inner(*this);
    const Reg slot = first + static_cast<Reg>(i);
    const Reg base = alloc(2);
    std::string_view name;
    Intrinsic what = Intrinsic::TypeVar;
    emit(Op::Clear, base + 1);
    switch (param->kind) {
      case TypeParamKind::TypeVar: {
        const auto* node = as<TypeVar>(param);
        name = node->name;
        load_const(base, ConstStr{std::string(name)});
        if (node->bound != nullptr) nested_expression_function(param, node->bound, base + 1, [] {});
        break;
      }
      case TypeParamKind::ParamSpec:
        name = as<ParamSpec>(param)->name;
        what = Intrinsic::ParamSpec;
        load_const(base, ConstStr{std::string(name)});
        break;
      case TypeParamKind::TypeVarTuple:
        name = as<TypeVarTuple>(param)->name;
        what = Intrinsic::TypeVarTuple;
        load_const(base, ConstStr{std::string(name)});
        break;
    }
    intrinsic(what, slot, base);
    store_name(mangle(name), slot);
  }
  emit(Op::BuildTuple, dst, first, static_cast<Reg>(params.size()));
}

void CodeGen::type_alias(const TypeAlias* node) {
  const TempScope temps(*this);
  const Reg result = alloc();
  const auto make = [&](Reg dst, Reg params) {
    const TempScope inner(*this);
    const Reg base = alloc(3);
    load_const(base, ConstStr{std::string(node->name->id)});
    if (params == kNone) {
      emit(Op::Clear, base + 1);
    } else {
      move(base + 1, params);
    }
    nested_expression_function(node, node->value, base + 2, [] {});
    intrinsic(Intrinsic::TypeAlias, dst, base);
  };
  if (node->type_params.empty()) {
    make(result, kNone);
  } else {
    Scope* scope = scopes_.type_params_of(node);
    enter_unit(scope, std::string(scope->name), static_cast<uint32_t>(node->span.lineno));
    b().add_const(ConstNone{});
    const Reg params = alloc();
    type_parameters(node->type_params, params);
    const Reg value = alloc();
    make(value, params);
    emit(Op::Return, value);
    const std::shared_ptr<CodeUnit> unit = leave_unit();
    if (failed()) return;
    const Reg window = claim_window(result);
    set_top(window + kFrameHeaderWords);
    {
      const TempScope inner(*this);
      const Reg block = alloc(4);
      make_function(unit, window + kCalleeSlot, block);
    }
    emit_call(Op::Call, window, 0);
    move(result, window);
  }
  store_name(mangle(node->name->id), result);
}

}  // namespace coil
