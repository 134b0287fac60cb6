// Two passes: ScopeBuilder walks the AST and collects each scope's names (with the errors that order of declarations
// brings), then resolve() settles what every name means. Annotation scopes of generics are plain function scopes.
#include "compiler/scopes.hpp"

#include <algorithm>

namespace coil {

using namespace ast;

std::string_view ScopeTree::mangle(std::string_view class_name, std::string_view name) {
  if (class_name.empty() || !name.starts_with("__") || name.ends_with("__") ||
      name.find('.') != std::string_view::npos) {
    return name;
  }
  const size_t first = class_name.find_first_not_of('_');
  if (first == std::string_view::npos) return name;
  std::string text = "_" + std::string(class_name.substr(first)) + std::string(name);
  const auto entry = mangled_.find(text);
  if (entry != mangled_.end()) return entry->second;
  const std::string_view kept = keep(text);
  mangled_.emplace(std::move(text), kept);
  return kept;
}

namespace {
constexpr int kMaxDepth = 2000;
}

class ScopeBuilder {
 public:
  ScopeBuilder(ScopeTree& tree, const ScopeOptions& options, DiagnosticSink& sink)
      : tree_(tree), options_(options), sink_(sink) {}

  bool run(List<Stmt*> body, const ast::Expr* expression) {
    tree_.root = enter(ScopeKind::Module, nullptr, "<module>", {});
    if (expression != nullptr) {
      visit(expression);
    } else {
      visit_all(body);
    }
    spread_globals();
    if (!failed()) resolve(*tree_.root);
    return !failed();
  }

 private:
  bool failed() const { return sink_.has_error(); }
  void error(std::string message, const Span& span) {
    if (failed()) return;
    sink_.set_stage(DiagnosticStage::Scopes);
    sink_.syntax_error(std::move(message), span);
  }
  static std::string quoted(std::string_view name) { return "'" + std::string(name) + "'"; }

  struct DepthGuard {
    explicit DepthGuard(int& depth) : depth(depth) { ++depth; }
    ~DepthGuard() { --depth; }
    int& depth;
  };
  bool too_deep(const Span& span) {
    if (depth_ <= kMaxDepth) return false;
    error("too many nested expressions or statements", span);
    return true;
  }

  // -- scopes and symbols

  Scope* enter(ScopeKind kind, const void* node, std::string_view name, const Span& span) {
    Scope& scope = tree_.storage_.emplace_back();
    scope.kind = kind;
    scope.node = node;
    scope.parent = current_;
    scope.name = name;
    scope.span = span;
    if (current_ != nullptr) {
      current_->children.push_back(&scope);
      scope.class_name = current_->class_name;
    }
    if (node != nullptr) {
      (kind == ScopeKind::TypeParams ? tree_.type_params_ : tree_.scopes_)[node] = &scope;
    }
    current_ = &scope;
    return &scope;
  }
  void leave() { current_ = current_->parent; }

  std::string_view mangle(std::string_view name) { return tree_.mangle(current_->class_name, name); }

  Symbol& symbol(Scope& scope, std::string_view mangled) {
    const auto [entry, is_new] =
        scope.index.try_emplace(mangled, static_cast<uint32_t>(scope.symbols.size()));
    if (is_new) scope.symbols.push_back({mangled, 0, NameKind::Unknown, {}});
    return scope.symbols[entry->second];
  }

  void define(std::string_view name, uint16_t flags, const Span& span) {
    Symbol& entry = symbol(*current_, mangle(name));
    if ((flags & kSymParam) != 0 && (entry.flags & kSymParam) != 0) {
      error("duplicate argument " + quoted(entry.name) + " in function definition", span);
      return;
    }
    entry.flags |= flags;
    note_in_target(entry, name, span);
  }

  /// Whatever name stands in the target of a comprehension's `for` counts as bound by it, `k` and `i` of `for k[i] in ...` too.
  void note_in_target(Symbol& entry, std::string_view name, const Span& span) {
    if (!current_->in_comprehension_target) return;
    if ((entry.flags & (kSymGlobal | kSymNonlocal)) != 0) {
      error("comprehension inner loop cannot rebind assignment expression target " + quoted(name), span);
    }
    entry.flags |= kSymCompIter;
  }

  void use(std::string_view name, const Span& span) {
    Symbol& entry = symbol(*current_, mangle(name));
    entry.flags |= kSymUse;
    note_in_target(entry, name, span);
    if (name == "super" && current_->is_function_like()) {
      symbol(*current_, "__class__").flags |= kSymUse;
    }
  }

  // -- statements

  void visit_all(List<Stmt*> body) {
    for (const Stmt* stmt : body) {
      if (failed()) return;
      visit(stmt);
    }
  }

  template <typename Function>
  void function(const Function* def, bool is_async) {
    define(def->name, kSymLocal, def->span);
    visit_defaults(*def->args);
    visit_list(def->decorator_list);
    if (!def->type_params.empty()) {
      enter_type_params(def, def->name, def->type_params, def->span, true);
    }
    visit_annotations(*def->args, def->returns);
    Scope* scope = enter(ScopeKind::Function, def, def->name, def->span);
    scope->is_coroutine = is_async;
    parameters(*def->args);
    visit_all(def->body);
    leave();
    if (!def->type_params.empty()) leave();
  }

  void class_def(const ClassDef* def) {
    define(def->name, kSymLocal, def->span);
    visit_list(def->decorator_list);
    if (!def->type_params.empty()) {
      enter_type_params(def, def->name, def->type_params, def->span);
      define(".type_params", kSymLocal, def->span);
      define(".generic_base", kSymLocal, def->span);
    }
    visit_list(def->bases);
    for (const keyword* item : def->keywords) visit(item->value);
    Scope* scope = enter(ScopeKind::Class, def, def->name, def->span);
    scope->class_name = def->name;
    if (!def->type_params.empty()) use(".type_params", def->span);
    visit_all(def->body);
    leave();
    if (!def->type_params.empty()) leave();
  }

  void enter_type_params(const void* node, std::string_view name, List<TypeParam*> params, const Span& span,
                         bool takes_defaults = false) {
    enter(ScopeKind::TypeParams, node, tree_.keep("<generic parameters of " + std::string(name) + ">"), span);
    if (takes_defaults) {
      define(".defaults", kSymParam, span);
      define(".kwdefaults", kSymParam, span);
    }
    for (const TypeParam* param : params) {
      switch (param->kind) {
        case TypeParamKind::TypeVar: {
          const auto* var = as<TypeVar>(param);
          define_type_param(var->name, param->span);
          if (var->bound != nullptr) {
            enter(ScopeKind::Function, param, var->name, param->span);
            visit(var->bound);
            leave();
          }
          break;
        }
        case TypeParamKind::ParamSpec: define_type_param(as<ParamSpec>(param)->name, param->span); break;
        case TypeParamKind::TypeVarTuple:
          define_type_param(as<TypeVarTuple>(param)->name, param->span);
          break;
      }
    }
  }
  void define_type_param(std::string_view name, const Span& span) {
    const Symbol* old = current_->find(mangle(name));
    if (old != nullptr && (old->flags & kSymLocal) != 0) {
      error("duplicate type parameter " + quoted(name), span);
    }
    define(name, kSymLocal, span);
  }

  void declare(const Stmt* stmt, List<Identifier> names, bool global) {
    for (const Identifier& raw : names) {
      const std::string_view name = mangle(raw);
      Symbol& entry = symbol(*current_, name);
      const char* word = global ? "global" : "nonlocal";
      if ((entry.flags & (kSymParam | kSymLocal | kSymUse | kSymAnnotated)) != 0) {
        const std::string shown = "name " + quoted(raw);
        if ((entry.flags & kSymParam) != 0) {
          error(shown + " is parameter and " + word, stmt->span);
        } else if ((entry.flags & kSymUse) != 0) {
          error(shown + " is used prior to " + word + " declaration", stmt->span);
        } else if ((entry.flags & kSymAnnotated) != 0) {
          error("annotated name " + quoted(raw) + " can't be " + word, stmt->span);
        } else {
          error(shown + " is assigned to before " + word + " declaration", stmt->span);
        }
        return;
      }
      entry.flags |= global ? kSymGlobal : kSymNonlocal;
      if (entry.declared.lineno == 0) entry.declared = stmt->span;
    }
  }

  void visit(const Stmt* stmt) {
    const DepthGuard guard(depth_);
    if (too_deep(stmt->span)) return;
    switch (stmt->kind) {
      case StmtKind::FunctionDef: function(as<FunctionDef>(stmt), false); break;
      case StmtKind::AsyncFunctionDef: function(as<AsyncFunctionDef>(stmt), true); break;
      case StmtKind::ClassDef: class_def(as<ClassDef>(stmt)); break;
      case StmtKind::Return: {
        const auto* node = as<Return>(stmt);
        if (node->value != nullptr) {
          visit(node->value);
          current_->returns_value = true;
        }
        break;
      }
      case StmtKind::Delete: visit_list(as<Delete>(stmt)->targets); break;
      case StmtKind::Assign: {
        const auto* node = as<Assign>(stmt);
        visit_list(node->targets);
        visit(node->value);
        break;
      }
      case StmtKind::TypeAlias: {
        const auto* node = as<TypeAlias>(stmt);
        visit(node->name);
        if (!node->type_params.empty()) {
          enter_type_params(node, node->name->id, node->type_params, stmt->span);
        }
        enter(ScopeKind::Function, node, node->name->id, stmt->span);
        visit(node->value);
        leave();
        if (!node->type_params.empty()) leave();
        break;
      }
      case StmtKind::AugAssign: {
        const auto* node = as<AugAssign>(stmt);
        visit(node->target);
        visit(node->value);
        break;
      }
      case StmtKind::AnnAssign: annotated(as<AnnAssign>(stmt)); break;
      case StmtKind::For: {
        const auto* node = as<For>(stmt);
        loop(node->target, node->iter, node->body, node->orelse);
        break;
      }
      case StmtKind::AsyncFor: {
        const auto* node = as<AsyncFor>(stmt);
        mark_top_level_await();
        loop(node->target, node->iter, node->body, node->orelse);
        break;
      }
      case StmtKind::While: {
        const auto* node = as<While>(stmt);
        visit(node->test);
        visit_all(node->body);
        visit_all(node->orelse);
        break;
      }
      case StmtKind::If: {
        const auto* node = as<If>(stmt);
        visit(node->test);
        visit_all(node->body);
        visit_all(node->orelse);
        break;
      }
      case StmtKind::With: with(as<With>(stmt)->items, as<With>(stmt)->body); break;
      case StmtKind::AsyncWith:
        mark_top_level_await();
        with(as<AsyncWith>(stmt)->items, as<AsyncWith>(stmt)->body);
        break;
      case StmtKind::Match: {
        const auto* node = as<Match>(stmt);
        visit(node->subject);
        for (const match_case* item : node->cases) {
          visit(item->pattern);
          if (item->guard != nullptr) visit(item->guard);
          visit_all(item->body);
        }
        break;
      }
      case StmtKind::Raise: {
        const auto* node = as<Raise>(stmt);
        if (node->exc != nullptr) visit(node->exc);
        if (node->cause != nullptr) visit(node->cause);
        break;
      }
      case StmtKind::Try: {
        const auto* node = as<Try>(stmt);
        try_statement(node->body, node->handlers, node->orelse, node->finalbody);
        break;
      }
      case StmtKind::TryStar: {
        const auto* node = as<TryStar>(stmt);
        try_statement(node->body, node->handlers, node->orelse, node->finalbody);
        break;
      }
      case StmtKind::Assert: {
        const auto* node = as<Assert>(stmt);
        visit(node->test);
        if (node->msg != nullptr) visit(node->msg);
        break;
      }
      case StmtKind::Import: import_names(as<Import>(stmt)->names); break;
      case StmtKind::ImportFrom: import_names(as<ImportFrom>(stmt)->names); break;
      case StmtKind::Global: declare(stmt, as<Global>(stmt)->names, true); break;
      case StmtKind::Nonlocal: declare(stmt, as<Nonlocal>(stmt)->names, false); break;
      case StmtKind::Expr: visit(as<ExprStmt>(stmt)->value); break;
      case StmtKind::Pass:
      case StmtKind::Break:
      case StmtKind::Continue: break;
    }
  }

  void mark_top_level_await() {
    if (current_->kind == ScopeKind::Module && options_.top_level_await) current_->is_coroutine = true;
  }

  void annotated(const AnnAssign* node) {
    if (const auto* name = try_as<Name>(node->target)) {
      Symbol& entry = symbol(*current_, mangle(name->id));
      if (node->simple && (entry.flags & (kSymGlobal | kSymNonlocal)) != 0 &&
          current_->kind != ScopeKind::Module) {
        error("annotated name " + quoted(name->id) + " can't be " +
                  ((entry.flags & kSymGlobal) != 0 ? "global" : "nonlocal"),
              node->span);
        return;
      }
      if (node->simple) {
        define(name->id, kSymAnnotated | kSymLocal, node->span);
      } else if (node->value != nullptr) {
        define(name->id, kSymLocal, node->span);
      }
    } else {
      visit(node->target);
    }
    visit_annotation(node->annotation);
    if (node->value != nullptr) visit(node->value);
  }

  void loop(const ast::Expr* target, const ast::Expr* iter, List<Stmt*> body, List<Stmt*> orelse) {
    visit(target);
    visit(iter);
    visit_all(body);
    visit_all(orelse);
  }

  void with(List<withitem*> items, List<Stmt*> body) {
    for (const withitem* item : items) {
      visit(item->context_expr);
      if (item->optional_vars != nullptr) visit(item->optional_vars);
    }
    visit_all(body);
  }

  void try_statement(List<Stmt*> body, List<ExceptHandler*> handlers, List<Stmt*> orelse,
                     List<Stmt*> finalbody) {
    visit_all(body);
    for (const ExceptHandler* handler : handlers) {
      if (handler->type != nullptr) visit(handler->type);
      if (handler->has_name) define(handler->name, kSymLocal, handler->span);
      visit_all(handler->body);
    }
    visit_all(orelse);
    visit_all(finalbody);
  }

  void import_names(List<alias*> names) {
    for (const alias* item : names) {
      if (item->name == "*") {
        if (current_->kind != ScopeKind::Module) {
          error("import * only allowed at module level", item->span);
        }
        continue;
      }
      const std::string_view stored =
          item->has_asname ? item->asname : item->name.substr(0, item->name.find('.'));
      define(stored, kSymImport, item->span);
    }
  }

  // -- patterns

  void visit(const Pattern* pattern) {
    const DepthGuard guard(depth_);
    if (too_deep(pattern->span)) return;
    switch (pattern->kind) {
      case PatternKind::MatchValue: visit(as<MatchValue>(pattern)->value); break;
      case PatternKind::MatchSingleton: break;
      case PatternKind::MatchSequence: visit_patterns(as<MatchSequence>(pattern)->patterns); break;
      case PatternKind::MatchMapping: {
        const auto* node = as<MatchMapping>(pattern);
        for (const ast::Expr* key : node->keys) visit(key);
        visit_patterns(node->patterns);
        if (node->has_rest) define(node->rest, kSymLocal, pattern->span);
        break;
      }
      case PatternKind::MatchClass: {
        const auto* node = as<MatchClass>(pattern);
        visit(node->cls);
        visit_patterns(node->patterns);
        visit_patterns(node->kwd_patterns);
        break;
      }
      case PatternKind::MatchStar: {
        const auto* node = as<MatchStar>(pattern);
        if (node->has_name) define(node->name, kSymLocal, pattern->span);
        break;
      }
      case PatternKind::MatchAs: {
        const auto* node = as<MatchAs>(pattern);
        if (node->pattern != nullptr) visit(node->pattern);
        if (node->has_name) define(node->name, kSymLocal, pattern->span);
        break;
      }
      case PatternKind::MatchOr: visit_patterns(as<MatchOr>(pattern)->patterns); break;
    }
  }
  void visit_patterns(List<Pattern*> patterns) {
    for (const Pattern* item : patterns) visit(item);
  }

  // -- expressions

  void visit_list(List<ast::Expr*> items) {
    for (const ast::Expr* item : items) {
      if (item != nullptr) visit(item);
    }
  }

  void visit_annotation(const ast::Expr* annotation) {
    if (annotation == nullptr) return;
    if (!tree_.future_annotations) {
      visit(annotation);
      return;
    }
    // The text is all that is kept, so the names in it belong to nobody.
    Scope* outer = current_;
    Scope discarded;
    discarded.kind = ScopeKind::Function;
    discarded.parent = outer;
    discarded.class_name = outer->class_name;
    current_ = &discarded;
    const bool before = in_annotation_;
    in_annotation_ = true;
    visit(annotation);
    in_annotation_ = before;
    current_ = outer;
  }

  void visit_annotations(const arguments& args, const ast::Expr* returns) {
    for (const arg* item : args.posonlyargs) visit_annotation(item->annotation);
    for (const arg* item : args.args) visit_annotation(item->annotation);
    if (args.vararg != nullptr) visit_annotation(args.vararg->annotation);
    if (args.kwarg != nullptr) visit_annotation(args.kwarg->annotation);
    for (const arg* item : args.kwonlyargs) visit_annotation(item->annotation);
    visit_annotation(returns);
  }

  void visit_defaults(const arguments& args) {
    visit_list(args.defaults);
    visit_list(args.kw_defaults);
  }

  void parameters(const arguments& args) {
    for (const arg* item : args.posonlyargs) define(item->name, kSymParam, item->span);
    for (const arg* item : args.args) define(item->name, kSymParam, item->span);
    for (const arg* item : args.kwonlyargs) define(item->name, kSymParam, item->span);
    if (args.vararg != nullptr) define(args.vararg->name, kSymParam, args.vararg->span);
    if (args.kwarg != nullptr) define(args.kwarg->name, kSymParam, args.kwarg->span);
  }

  void visit(const ast::Expr* expr) {
    const DepthGuard guard(depth_);
    if (failed() || too_deep(expr->span)) return;
    switch (expr->kind) {
      case ExprKind::BoolOp: visit_list(as<BoolOp>(expr)->values); break;
      case ExprKind::NamedExpr: named_expression(as<NamedExpr>(expr)); break;
      case ExprKind::BinOp:
        visit(as<BinOp>(expr)->left);
        visit(as<BinOp>(expr)->right);
        break;
      case ExprKind::UnaryOp: visit(as<UnaryOp>(expr)->operand); break;
      case ExprKind::Lambda: {
        const auto* node = as<Lambda>(expr);
        visit_defaults(*node->args);
        enter(ScopeKind::Lambda, node, "<lambda>", expr->span);
        parameters(*node->args);
        visit(node->body);
        leave();
        break;
      }
      case ExprKind::IfExp:
        visit(as<IfExp>(expr)->test);
        visit(as<IfExp>(expr)->body);
        visit(as<IfExp>(expr)->orelse);
        break;
      case ExprKind::Dict:
        visit_list(as<Dict>(expr)->keys);
        visit_list(as<Dict>(expr)->values);
        break;
      case ExprKind::Set: visit_list(as<Set>(expr)->elts); break;
      case ExprKind::ListComp: {
        const auto* node = as<ListComp>(expr);
        comprehension_scope(expr, "<listcomp>", "list comprehension", node->generators, node->elt, nullptr);
        break;
      }
      case ExprKind::SetComp: {
        const auto* node = as<SetComp>(expr);
        comprehension_scope(expr, "<setcomp>", "set comprehension", node->generators, node->elt, nullptr);
        break;
      }
      case ExprKind::DictComp: {
        const auto* node = as<DictComp>(expr);
        comprehension_scope(expr, "<dictcomp>", "dict comprehension", node->generators, node->key,
                            node->value);
        break;
      }
      case ExprKind::GeneratorExp: {
        const auto* node = as<GeneratorExp>(expr);
        comprehension_scope(expr, "<genexpr>", "generator expression", node->generators, node->elt, nullptr);
        break;
      }
      case ExprKind::Await:
        if (in_annotation_) error("'await expression' can not be used within an annotation", expr->span);
        visit(as<Await>(expr)->value);
        if (current_->kind == ScopeKind::Comprehension) current_->is_coroutine = true;
        mark_top_level_await();
        break;
      case ExprKind::Yield:
        if (as<Yield>(expr)->value != nullptr) visit(as<Yield>(expr)->value);
        yield_expression(expr);
        break;
      case ExprKind::YieldFrom:
        visit(as<YieldFrom>(expr)->value);
        yield_expression(expr);
        break;
      case ExprKind::Compare:
        visit(as<Compare>(expr)->left);
        visit_list(as<Compare>(expr)->comparators);
        break;
      case ExprKind::Call: {
        const auto* node = as<Call>(expr);
        visit(node->func);
        visit_list(node->args);
        for (const keyword* item : node->keywords) visit(item->value);
        break;
      }
      case ExprKind::FormattedValue: {
        const auto* node = as<FormattedValue>(expr);
        visit(node->value);
        if (node->format_spec != nullptr) visit(node->format_spec);
        break;
      }
      case ExprKind::JoinedStr: visit_list(as<JoinedStr>(expr)->values); break;
      case ExprKind::Constant: break;
      case ExprKind::Attribute: visit(as<Attribute>(expr)->value); break;
      case ExprKind::Subscript:
        visit(as<Subscript>(expr)->value);
        visit(as<Subscript>(expr)->slice);
        break;
      case ExprKind::Starred: visit(as<Starred>(expr)->value); break;
      case ExprKind::Name: {
        const auto* node = as<Name>(expr);
        if (node->ctx == ExprContext::Load) {
          use(node->id, expr->span);
        } else {
          define(node->id, kSymLocal, expr->span);
        }
        break;
      }
      case ExprKind::List: visit_list(as<List_>(expr)->elts); break;
      case ExprKind::Tuple: visit_list(as<Tuple>(expr)->elts); break;
      case ExprKind::Slice: {
        const auto* node = as<Slice>(expr);
        if (node->lower != nullptr) visit(node->lower);
        if (node->upper != nullptr) visit(node->upper);
        if (node->step != nullptr) visit(node->step);
        break;
      }
    }
  }

  void yield_expression(const ast::Expr* expr) {
    if (in_annotation_) error("'yield expression' can not be used within an annotation", expr->span);
    if (current_->kind == ScopeKind::Comprehension) {
      error(std::string("'yield' inside ") + current_->comprehension_kind, expr->span);
    }
    current_->is_generator = true;
  }

  void named_expression(const NamedExpr* node) {
    if (in_annotation_) error("'named expression' can not be used within an annotation", node->span);
    const std::string_view name = node->target->id;
    if (current_->kind == ScopeKind::Comprehension) {
      if (iterable_depth_ > 0) {
        error("assignment expression cannot be used in a comprehension iterable expression", node->span);
        return;
      }
      const std::string_view mangled = mangle(name);
      Scope* target = current_;
      while (target->kind == ScopeKind::Comprehension) {
        const Symbol* own = target->find(mangled);
        if (own != nullptr && (own->flags & kSymCompIter) != 0) {
          error("assignment expression cannot rebind comprehension iteration variable " + quoted(name),
                node->target->span);
          return;
        }
        target = target->parent;
      }
      if (target->kind == ScopeKind::Class) {
        error("assignment expression within a comprehension cannot be used in a class body", node->target->span);
        return;
      }
      Symbol& outer = symbol(*target, mangled);
      const bool global = target->kind == ScopeKind::Module || (outer.flags & kSymGlobal) != 0;
      if (target->kind == ScopeKind::Module) {
        outer.flags |= kSymGlobal;
      } else if ((outer.flags & (kSymGlobal | kSymNonlocal)) == 0) {
        outer.flags |= kSymLocal;
      }
      for (Scope* scope = current_; scope != target; scope = scope->parent) {
        Symbol& inner = symbol(*scope, mangled);
        inner.flags |= global ? kSymGlobal : kSymNonlocal;
        inner.declared = node->target->span;
      }
      target->has_walrus = true;
    } else {
      // An iterable in the enclosing scope of a comprehension is visited there; the rule holds all the same.
      if (iterable_depth_ > 0) {
        error("assignment expression cannot be used in a comprehension iterable expression", node->span);
        return;
      }
      define(name, kSymLocal, node->target->span);
      current_->has_walrus = true;
    }
    visit(node->value);
  }

  void comprehension_scope(const ast::Expr* expr, std::string_view name, const char* kind_text,
                           List<comprehension*> generators, const ast::Expr* element, const ast::Expr* value) {
    const comprehension* outermost = generators[0];
    iterable_visit(outermost->iter);
    Scope* scope = enter(ScopeKind::Comprehension, expr, name, expr->span);
    scope->comprehension_kind = kind_text;
    scope->is_genexp = expr->kind == ExprKind::GeneratorExp;
    define(".0", kSymParam, expr->span);
    bool first = true;
    for (const comprehension* item : generators) {
      if (item->is_async) scope->is_coroutine = true;
      scope->in_comprehension_target = true;
      visit(item->target);
      scope->in_comprehension_target = false;
      if (!first) iterable_visit(item->iter);
      first = false;
      visit_list(item->ifs);
    }
    if (value != nullptr) visit(value);
    visit(element);
    if (scope->is_genexp) scope->is_generator = true;
    const bool awaits_inside = scope->is_coroutine && !scope->is_genexp;
    leave();
    // An awaiting list, set or dict comprehension is awaited by the comprehension around it.
    if (awaits_inside) {
      if (current_->kind == ScopeKind::Comprehension) current_->is_coroutine = true;
      mark_top_level_await();
    }
  }

  void iterable_visit(const ast::Expr* iter) {
    ++iterable_depth_;
    visit(iter);
    --iterable_depth_;
  }

  // -- resolution

  /// Where an unbound name of `scope` comes from; marks cells and passes the capture through the scopes between.
  NameKind capture(Scope& scope, std::string_view name) {
    for (Scope* outer = scope.parent; outer != nullptr; outer = outer->parent) {
      if (outer->kind == ScopeKind::Module) return NameKind::GlobalImplicit;
      if (outer->kind == ScopeKind::Class) {
        if (name == "__class__") {
          outer->class_cell = true;
          pass_through(scope, *outer, name);
          return NameKind::Free;
        }
        continue;
      }
      const auto entry = outer->index.find(name);
      if (entry == outer->index.end()) continue;
      Symbol& found = outer->symbols[entry->second];
      if ((found.flags & kSymGlobal) != 0) return NameKind::GlobalImplicit;
      if ((found.flags & kSymNonlocal) != 0) continue;
      if ((found.flags & kSymBound) == 0) continue;
      found.kind = NameKind::Cell;
      pass_through(scope, *outer, name);
      return NameKind::Free;
    }
    return NameKind::GlobalImplicit;
  }

  void pass_through(Scope& scope, Scope& owner, std::string_view name) {
    for (Scope* between = &scope; between != &owner; between = between->parent) {
      if (std::find(between->free_vars.begin(), between->free_vars.end(), name) == between->free_vars.end()) {
        between->free_vars.push_back(name);
      }
    }
  }

  /// A global statement in a function or class is one for the module's own uses of the name too: it shows where exec() has separate locals.
  void spread_globals() {
    Scope& module = *tree_.root;
    for (const Scope& scope : tree_.storage_) {
      for (const Symbol& entry : scope.symbols) {
        if ((entry.flags & kSymGlobal) == 0) continue;
        const auto own = module.index.find(entry.name);
        if (own != module.index.end() && (module.symbols[own->second].flags & kSymNonlocal) == 0) {
          module.symbols[own->second].flags |= kSymGlobal;
        }
      }
    }
  }

  void resolve(Scope& scope) {
    if (failed()) return;
    // Index, not iterator: deeper scopes do not add symbols, but captures write kinds into outer ones.
    for (size_t i = 0; i < scope.symbols.size(); ++i) {
      Symbol& entry = scope.symbols[i];
      if ((entry.flags & kSymGlobal) != 0 && (entry.flags & kSymNonlocal) != 0) {
        error("name " + quoted(entry.name) + " is nonlocal and global", entry.declared);
        return;
      }
      if ((entry.flags & kSymGlobal) != 0) {
        entry.kind = NameKind::GlobalExplicit;
      } else if ((entry.flags & kSymNonlocal) != 0) {
        if (scope.kind == ScopeKind::Module) {
          error("nonlocal declaration not allowed at module level", entry.declared);
          return;
        }
        entry.kind = capture(scope, entry.name);
        if (entry.kind != NameKind::Free) {
          error("no binding for nonlocal " + quoted(entry.name) + " found", entry.declared);
          return;
        }
      } else if ((entry.flags & kSymBound) != 0) {
        if (entry.kind != NameKind::Cell) entry.kind = NameKind::Local;
      } else {
        entry.kind = capture(scope, entry.name);
      }
    }
    for (Scope* child : scope.children) resolve(*child);
    std::sort(scope.free_vars.begin(), scope.free_vars.end());
  }

  ScopeTree& tree_;
  const ScopeOptions& options_;
  DiagnosticSink& sink_;
  Scope* current_ = nullptr;
  int depth_ = 0;
  int iterable_depth_ = 0;
  bool in_annotation_ = false;
};

std::unique_ptr<ScopeTree> analyze_scopes(List<Stmt*> body, const ast::Expr* expression,
                                          const ScopeOptions& options, DiagnosticSink& sink) {
  auto tree = std::make_unique<ScopeTree>();
  tree->future_annotations = options.future_annotations;
  ScopeBuilder builder(*tree, options, sink);
  if (!builder.run(body, expression)) return nullptr;
  return tree;
}

}  // namespace coil
