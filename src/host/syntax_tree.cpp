// The syntax tree of a text as objects of module ast. `classes` maps names of nodes to their classes, or to the one object of operators and contexts.
// The fields of each node are CPython 3.11's.
#include <initializer_list>
#include <span>

#include "host/host.hpp"
#include "modules/host_services.hpp"
#include "objects/attributes.hpp"
#include "objects/containers.hpp"
#include "objects/exception.hpp"
#include "objects/number.hpp"
#include "objects/protocol.hpp"
#include "objects/str.hpp"
#include "syntax/parse.hpp"

namespace coil {

namespace {

using namespace ast;

/// After a failure everything gives None, and the exception is pending.
class TreeMaker {
 public:
  TreeMaker(Vm& vm, coil::Dict* classes) : vm_(vm), classes_(classes) {}

  bool failed() const { return failed_; }

  Value root(const ast::Module& tree) { return node("Module", nullptr, {{"body", value(tree.body)}, {"type_ignores", empty_list()}}); }
  Value root(const Expression& tree) { return node("Expression", nullptr, {{"body", value(tree.body)}}); }
  Value root(const Interactive& tree) { return node("Interactive", nullptr, {{"body", value(tree.body)}}); }

 private:
  struct Field {
    const char* name;
    Value value;
  };

  template <class T>
  T checked(Result<T> result, T fallback) {
    if (result) return *result;
    failed_ = true;
    return fallback;
  }

  void set(Value object, const char* name, Value value) {
    if (!set_attr_reenter(vm_, object, intern(vm_, name), value)) failed_ = true;
  }

  Value node(const char* name, const Span* span, std::initializer_list<Field> fields) {
    if (failed_) return none();
    Value object = checked(call_reenter(vm_, dict_get_str(classes_, intern(vm_, name)), {}), none());
    if (failed_) return none();
    for (const Field& field : fields) set(object, field.name, field.value);
    if (!span) return object;
    const Span& place = string_span_ ? *string_span_ : *span;
    set(object, "lineno", Value::small_int(place.lineno));
    set(object, "col_offset", Value::small_int(place.col_offset));
    set(object, "end_lineno", Value::small_int(place.end_lineno));
    set(object, "end_col_offset", Value::small_int(place.end_col_offset));
    return object;
  }
  /// An operator or context.
  Value token(const char* name) { return failed_ ? none() : dict_get_str(classes_, intern(vm_, name)); }

  Value empty_list() { return Value(checked<coil::List*>(new_list(vm_), nullptr)); }
  template <class T>
  Value value(ast::List<T> items) {
    coil::List* list = failed_ ? nullptr : checked<coil::List*>(new_list(vm_), nullptr);
    for (const auto& item : items) {
      Value made = value(item);
      if (failed_) return none();
      if (!list_append(vm_, list, made)) failed_ = true;
    }
    return list ? Value(list) : none();
  }
  Value value(std::string_view text) { return intern(vm_, text); }
  Value name_or_none(bool present, std::string_view text) { return present ? value(text) : none(); }
  template <class T>
  Value optional(const T* node) { return node ? value(node) : none(); }

  Value value(ExprContext ctx) { return token(ctx == ExprContext::Load ? "Load" : ctx == ExprContext::Store ? "Store" : "Del"); }
  Value value(BoolOperator op) { return token(op == BoolOperator::And ? "And" : "Or"); }
  Value value(Operator op) {
    static constexpr const char* kNames[] = {"Add", "Sub", "Mult", "MatMult", "Div", "Mod", "Pow", "LShift", "RShift", "BitOr", "BitXor", "BitAnd", "FloorDiv"};
    return token(kNames[static_cast<int>(op)]);
  }
  Value value(UnaryOperator op) {
    static constexpr const char* kNames[] = {"Invert", "Not", "UAdd", "USub"};
    return token(kNames[static_cast<int>(op)]);
  }
  Value value(CmpOp op) {
    static constexpr const char* kNames[] = {"Eq", "NotEq", "Lt", "LtE", "Gt", "GtE", "Is", "IsNot", "In", "NotIn"};
    return token(kNames[static_cast<int>(op)]);
  }

  Value value(const arg* n) { return node("arg", &n->span, {{"arg", value(n->name)}, {"annotation", optional(n->annotation)}, {"type_comment", none()}}); }
  Value value(const arguments* n) {
    return node("arguments", nullptr,
                {{"posonlyargs", value(n->posonlyargs)}, {"args", value(n->args)}, {"vararg", optional(n->vararg)}, {"kwonlyargs", value(n->kwonlyargs)},
                 {"kw_defaults", value(n->kw_defaults)}, {"kwarg", optional(n->kwarg)}, {"defaults", value(n->defaults)}});
  }
  Value value(const keyword* n) { return node("keyword", &n->span, {{"arg", name_or_none(n->has_arg, n->arg)}, {"value", value(n->value)}}); }
  Value value(const alias* n) { return node("alias", &n->span, {{"name", value(n->name)}, {"asname", name_or_none(n->has_asname, n->asname)}}); }
  Value value(const withitem* n) {
    return node("withitem", nullptr, {{"context_expr", value(n->context_expr)}, {"optional_vars", optional(n->optional_vars)}});
  }
  Value value(const comprehension* n) {
    return node("comprehension", nullptr, {{"target", value(n->target)}, {"iter", value(n->iter)}, {"ifs", value(n->ifs)}, {"is_async", Value::small_int(n->is_async)}});
  }
  Value value(const ExceptHandler* n) {
    return node("ExceptHandler", &n->span, {{"type", optional(n->type)}, {"name", name_or_none(n->has_name, n->name)}, {"body", value(n->body)}});
  }
  Value value(const match_case* n) {
    return node("match_case", nullptr, {{"pattern", value(n->pattern)}, {"guard", optional(n->guard)}, {"body", value(n->body)}});
  }

  Value constant_value(ConstantKind kind) {
    switch (kind) {
      case ConstantKind::True: return Value::boolean(true);
      case ConstantKind::False: return Value::boolean(false);
      case ConstantKind::Ellipsis: return checked(get_builtin("Ellipsis"), none());
      default: return none();
    }
  }
  Result<Value> get_builtin(const char* name) { return dict_get_str(vm_.builtins, intern(vm_, name)); }
  Value constant_value(const Constant* n) {
    switch (n->type) {
      case ConstantKind::Int: return checked(n->fits_int64 ? make_int(vm_, n->integer) : int_from_digits(vm_, n->text, n->base), none());
      case ConstantKind::Float: return checked(make_float(vm_, n->number), none());
      case ConstantKind::Complex: return checked(make_complex(vm_, 0, n->number), none());
      case ConstantKind::Str: return Value(checked<Str*>(new_str(vm_, n->text), vm_.empty_str));
      case ConstantKind::Bytes: return Value(checked<Bytes*>(new_bytes(vm_, n->text.data(), n->text.size()), vm_.empty_bytes));
      default: return constant_value(n->type);
    }
  }
  Value constant(const Constant* n) {
    return node("Constant", &n->span, {{"value", constant_value(n)}, {"kind", n->unicode_prefix ? value(std::string_view("u")) : none()}});
  }

  template <class T>
  Value function(const char* name, const T* n) {
    if (!n->type_params.empty()) return unknown_node();
    return node(name, &n->span,
                {{"name", value(n->name)}, {"args", value(n->args)}, {"body", value(n->body)}, {"decorator_list", value(n->decorator_list)},
                 {"returns", optional(n->returns)}, {"type_comment", none()}});
  }
  template <class T>
  Value loop(const char* name, const T* n) {
    return node(name, &n->span,
                {{"target", value(n->target)}, {"iter", value(n->iter)}, {"body", value(n->body)}, {"orelse", value(n->orelse)}, {"type_comment", none()}});
  }
  template <class T>
  Value with(const char* name, const T* n) {
    return node(name, &n->span, {{"items", value(n->items)}, {"body", value(n->body)}, {"type_comment", none()}});
  }
  template <class T>
  Value attempt(const char* name, const T* n) {
    return node(name, &n->span,
                {{"body", value(n->body)}, {"handlers", value(n->handlers)}, {"orelse", value(n->orelse)}, {"finalbody", value(n->finalbody)}});
  }
  template <class T>
  Value collection(const char* name, const T* n) {
    return node(name, &n->span, {{"elt", value(n->elt)}, {"generators", value(n->generators)}});
  }
  template <class T>
  Value sequence(const char* name, const T* n) {
    return node(name, &n->span, {{"elts", value(n->elts)}, {"ctx", value(n->ctx)}});
  }
  template <class T>
  Value wrapper(const char* name, const T* n) { return node(name, &n->span, {{"value", optional(n->value)}}); }

  /// What is in an f-string has the place of the whole string, but for the expressions.
  Value joined(const JoinedStr* n) {
    const Span* outer = string_span_;
    Value whole_values;
    {
      if (!string_span_) string_span_ = &n->span;
      whole_values = value(n->values);
    }
    Value made = node("JoinedStr", &n->span, {{"values", whole_values}});
    string_span_ = outer;
    return made;
  }
  Value formatted(const FormattedValue* n) {
    const Span* outer = string_span_;
    string_span_ = nullptr;
    Value inner = value(n->value);
    string_span_ = outer;
    Value spec = n->format_spec ? joined(n->format_spec) : none();
    return node("FormattedValue", &n->span, {{"value", inner}, {"conversion", Value::small_int(n->conversion)}, {"format_spec", spec}});
  }

  Value unknown_node() {
    if (!failed_) (void)raise(vm_, Exc::SyntaxError, "trees of module ast have no nodes for type parameters and type statements");
    failed_ = true;
    return none();
  }

  bool too_deep() {
    if (!failed_ && stack_overflow(vm_, " during ast construction")) failed_ = true;
    return failed_;
  }

  Value value(const Expr* n);
  Value value(const Pattern* n);
  Value value(const Stmt* n);
  Value value(Expr* n) { return value(static_cast<const Expr*>(n)); }
  Value value(Stmt* n) { return value(static_cast<const Stmt*>(n)); }
  Value value(Pattern* n) { return value(static_cast<const Pattern*>(n)); }

  Vm& vm_;
  coil::Dict* classes_;
  const Span* string_span_ = nullptr;
  bool failed_ = false;
};

Value TreeMaker::value(const Expr* n) {
  if (!n || too_deep()) return none();
  const Span* at = &n->span;
  switch (n->kind) {
    case ExprKind::BoolOp: return node("BoolOp", at, {{"op", value(as<BoolOp>(n)->op)}, {"values", value(as<BoolOp>(n)->values)}});
    case ExprKind::NamedExpr:
      return node("NamedExpr", at, {{"target", value(static_cast<const Expr*>(as<NamedExpr>(n)->target))}, {"value", value(as<NamedExpr>(n)->value)}});
    case ExprKind::BinOp:
      return node("BinOp", at, {{"left", value(as<BinOp>(n)->left)}, {"op", value(as<BinOp>(n)->op)}, {"right", value(as<BinOp>(n)->right)}});
    case ExprKind::UnaryOp: return node("UnaryOp", at, {{"op", value(as<UnaryOp>(n)->op)}, {"operand", value(as<UnaryOp>(n)->operand)}});
    case ExprKind::Lambda: return node("Lambda", at, {{"args", value(as<Lambda>(n)->args)}, {"body", value(as<Lambda>(n)->body)}});
    case ExprKind::IfExp:
      return node("IfExp", at, {{"test", value(as<IfExp>(n)->test)}, {"body", value(as<IfExp>(n)->body)}, {"orelse", value(as<IfExp>(n)->orelse)}});
    case ExprKind::Dict: return node("Dict", at, {{"keys", value(as<ast::Dict>(n)->keys)}, {"values", value(as<ast::Dict>(n)->values)}});
    case ExprKind::Set: return node("Set", at, {{"elts", value(as<ast::Set>(n)->elts)}});
    case ExprKind::ListComp: return collection("ListComp", as<ListComp>(n));
    case ExprKind::SetComp: return collection("SetComp", as<SetComp>(n));
    case ExprKind::DictComp:
      return node("DictComp", at, {{"key", value(as<DictComp>(n)->key)}, {"value", value(as<DictComp>(n)->value)}, {"generators", value(as<DictComp>(n)->generators)}});
    case ExprKind::GeneratorExp: return collection("GeneratorExp", as<GeneratorExp>(n));
    case ExprKind::Await: return wrapper("Await", as<Await>(n));
    case ExprKind::Yield: return wrapper("Yield", as<Yield>(n));
    case ExprKind::YieldFrom: return wrapper("YieldFrom", as<YieldFrom>(n));
    case ExprKind::Compare:
      return node("Compare", at, {{"left", value(as<Compare>(n)->left)}, {"ops", value(as<Compare>(n)->ops)}, {"comparators", value(as<Compare>(n)->comparators)}});
    case ExprKind::Call:
      return node("Call", at, {{"func", value(as<Call>(n)->func)}, {"args", value(as<Call>(n)->args)}, {"keywords", value(as<Call>(n)->keywords)}});
    case ExprKind::FormattedValue: return formatted(as<FormattedValue>(n));
    case ExprKind::JoinedStr: return joined(as<JoinedStr>(n));
    case ExprKind::Constant: return constant(as<Constant>(n));
    case ExprKind::Attribute:
      return node("Attribute", at, {{"value", value(as<Attribute>(n)->value)}, {"attr", value(as<Attribute>(n)->attr)}, {"ctx", value(as<Attribute>(n)->ctx)}});
    case ExprKind::Subscript:
      return node("Subscript", at, {{"value", value(as<Subscript>(n)->value)}, {"slice", value(as<Subscript>(n)->slice)}, {"ctx", value(as<Subscript>(n)->ctx)}});
    case ExprKind::Starred: return node("Starred", at, {{"value", value(as<Starred>(n)->value)}, {"ctx", value(as<Starred>(n)->ctx)}});
    case ExprKind::Name: return node("Name", at, {{"id", value(as<ast::Name>(n)->id)}, {"ctx", value(as<ast::Name>(n)->ctx)}});
    case ExprKind::List: return sequence("List", as<List_>(n));
    case ExprKind::Tuple: return sequence("Tuple", as<ast::Tuple>(n));
    case ExprKind::Slice:
      return node("Slice", at, {{"lower", value(as<ast::Slice>(n)->lower)}, {"upper", value(as<ast::Slice>(n)->upper)}, {"step", value(as<ast::Slice>(n)->step)}});
  }
  return none();
}

Value TreeMaker::value(const Pattern* n) {
  if (!n || too_deep()) return none();
  const Span* at = &n->span;
  switch (n->kind) {
    case PatternKind::MatchValue: return node("MatchValue", at, {{"value", value(as<MatchValue>(n)->value)}});
    case PatternKind::MatchSingleton: return node("MatchSingleton", at, {{"value", constant_value(as<MatchSingleton>(n)->value)}});
    case PatternKind::MatchSequence: return node("MatchSequence", at, {{"patterns", value(as<MatchSequence>(n)->patterns)}});
    case PatternKind::MatchMapping: {
      const auto* mapping = as<MatchMapping>(n);
      return node("MatchMapping", at, {{"keys", value(mapping->keys)}, {"patterns", value(mapping->patterns)}, {"rest", name_or_none(mapping->has_rest, mapping->rest)}});
    }
    case PatternKind::MatchClass: {
      const auto* cls = as<MatchClass>(n);
      return node("MatchClass", at, {{"cls", value(cls->cls)}, {"patterns", value(cls->patterns)}, {"kwd_attrs", value(cls->kwd_attrs)}, {"kwd_patterns", value(cls->kwd_patterns)}});
    }
    case PatternKind::MatchStar: return node("MatchStar", at, {{"name", name_or_none(as<MatchStar>(n)->has_name, as<MatchStar>(n)->name)}});
    case PatternKind::MatchAs:
      return node("MatchAs", at, {{"pattern", optional(as<MatchAs>(n)->pattern)}, {"name", name_or_none(as<MatchAs>(n)->has_name, as<MatchAs>(n)->name)}});
    case PatternKind::MatchOr: return node("MatchOr", at, {{"patterns", value(as<MatchOr>(n)->patterns)}});
  }
  return none();
}

Value TreeMaker::value(const Stmt* n) {
  if (!n || too_deep()) return none();
  const Span* at = &n->span;
  switch (n->kind) {
    case StmtKind::FunctionDef: return function("FunctionDef", as<FunctionDef>(n));
    case StmtKind::AsyncFunctionDef: return function("AsyncFunctionDef", as<AsyncFunctionDef>(n));
    case StmtKind::ClassDef: {
      const auto* cls = as<ClassDef>(n);
      if (!cls->type_params.empty()) return unknown_node();
      return node("ClassDef", at, {{"name", value(cls->name)}, {"bases", value(cls->bases)}, {"keywords", value(cls->keywords)}, {"body", value(cls->body)},
                                   {"decorator_list", value(cls->decorator_list)}});
    }
    case StmtKind::Return: return wrapper("Return", as<Return>(n));
    case StmtKind::Delete: return node("Delete", at, {{"targets", value(as<Delete>(n)->targets)}});
    case StmtKind::Assign: return node("Assign", at, {{"targets", value(as<Assign>(n)->targets)}, {"value", value(as<Assign>(n)->value)}, {"type_comment", none()}});
    case StmtKind::TypeAlias: return unknown_node();
    case StmtKind::AugAssign:
      return node("AugAssign", at, {{"target", value(as<AugAssign>(n)->target)}, {"op", value(as<AugAssign>(n)->op)}, {"value", value(as<AugAssign>(n)->value)}});
    case StmtKind::AnnAssign: {
      const auto* assign = as<AnnAssign>(n);
      return node("AnnAssign", at, {{"target", value(assign->target)}, {"annotation", value(assign->annotation)}, {"value", value(assign->value)},
                                    {"simple", Value::small_int(assign->simple)}});
    }
    case StmtKind::For: return loop("For", as<For>(n));
    case StmtKind::AsyncFor: return loop("AsyncFor", as<AsyncFor>(n));
    case StmtKind::While: return node("While", at, {{"test", value(as<While>(n)->test)}, {"body", value(as<While>(n)->body)}, {"orelse", value(as<While>(n)->orelse)}});
    case StmtKind::If: return node("If", at, {{"test", value(as<If>(n)->test)}, {"body", value(as<If>(n)->body)}, {"orelse", value(as<If>(n)->orelse)}});
    case StmtKind::With: return with("With", as<With>(n));
    case StmtKind::AsyncWith: return with("AsyncWith", as<AsyncWith>(n));
    case StmtKind::Match: return node("Match", at, {{"subject", value(as<Match>(n)->subject)}, {"cases", value(as<Match>(n)->cases)}});
    case StmtKind::Raise: return node("Raise", at, {{"exc", value(as<Raise>(n)->exc)}, {"cause", value(as<Raise>(n)->cause)}});
    case StmtKind::Try: return attempt("Try", as<Try>(n));
    case StmtKind::TryStar: return attempt("TryStar", as<TryStar>(n));
    case StmtKind::Assert: return node("Assert", at, {{"test", value(as<Assert>(n)->test)}, {"msg", value(as<Assert>(n)->msg)}});
    case StmtKind::Import: return node("Import", at, {{"names", value(as<Import>(n)->names)}});
    case StmtKind::ImportFrom: {
      const auto* import = as<ImportFrom>(n);
      return node("ImportFrom", at, {{"module", name_or_none(import->has_module, import->module_)}, {"names", value(import->names)}, {"level", Value::small_int(import->level)}});
    }
    case StmtKind::Global: return node("Global", at, {{"names", value(as<Global>(n)->names)}});
    case StmtKind::Nonlocal: return node("Nonlocal", at, {{"names", value(as<Nonlocal>(n)->names)}});
    case StmtKind::Expr: return node("Expr", at, {{"value", value(as<ExprStmt>(n)->value)}});
    case StmtKind::Pass: return node("Pass", at, {});
    case StmtKind::Break: return node("Break", at, {});
    case StmtKind::Continue: return node("Continue", at, {});
  }
  return none();
}

}  // namespace

Result<Value> syntax_tree_reenter(Vm& vm, std::string_view utf8, std::string_view filename, SourceMode mode, coil::Dict* classes) {
  Source source{std::string(filename), utf8};
  DiagnosticSink sink(source);
  Arena arena;
  const ParseOptions options{.allow_top_level_await = true, .whole_input = true};
  TreeMaker maker(vm, classes);
  Value tree;
  auto make = [&](const auto* root) {
    if (root) tree = maker.root(*root);
  };
  switch (mode) {
    case SourceMode::Exec: make(parse_module(source, arena, sink, options)); break;
    case SourceMode::Eval: make(parse_expression(source, arena, sink, options)); break;
    case SourceMode::Single: make(parse_interactive(source, arena, sink, options)); break;
  }
  if (maker.failed()) return Error{};
  COIL_CHECK(issue_warnings_reenter(vm, sink, mode));
  if (!tree) return raise_diagnostic_reenter(vm, sink.error(), source.text(), mode);
  return tree;
}

}  // namespace coil
