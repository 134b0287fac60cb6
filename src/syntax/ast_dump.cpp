// ast.dump() of CPython 3.12: absent optional fields are left out, empty lists are shown.
// Integers outside 64 bits are shown in hexadecimal, because the syntax room does no big arithmetic.
#include "syntax/ast_dump.hpp"

#include "syntax/lexer.hpp"

#include <utf8proc.h>

#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace coil {

using namespace ast;

namespace {

// Left-deep trees (`1+1+...`) nest as deep as the source is long, so the dump stops at a depth.
constexpr int kMaxDepth = 2000;

class Dumper {
public:
  explicit Dumper(const DumpOptions& options) : options_(options) {}
  std::string out;

  template <class T>
  void root(const char* name, const T& body) {
    open(name);
    field("body");
    value(body);
    if (std::string_view(name) == "Module") {
      field("type_ignores");
      out += "[]";
    }
    out += ')';
  }

private:
  void open(const char* name) {
    out += name;
    out += '(';
    first_ = true;
  }
  void field(const char* name) {
    if (!first_) out += ", ";
    first_ = false;
    out += name;
    out += '=';
  }
  void close(const Span& span) {
    if (options_.include_attributes) {
      number("lineno", span.lineno);
      number("col_offset", span.col_offset);
      number("end_lineno", span.end_lineno);
      number("end_col_offset", span.end_col_offset);
    }
    out += ')';
    first_ = false;
  }
  void number(const char* name, std::int64_t n) {
    field(name);
    out += std::to_string(n);
  }

  void value(std::string_view text) { quoted(text); }
  template <class T>
  void value(List<T> items) {
    out += '[';
    bool comma = false;
    for (const auto& item : items) {
      if (comma) out += ", ";
      comma = true;
      value(item);
    }
    out += ']';
    first_ = false;
  }
  template <class T>
  void put(const char* name, const T& item) {
    field(name);
    value(item);
    first_ = false;
  }
  template <class T>
  void maybe(const char* name, T* item) {
    if (item != nullptr) put(name, item);
  }
  void maybe_name(const char* name, bool present, std::string_view text) {
    if (present) put(name, text);
  }

  // repr() of a str, with the characters Python calls printable.
  void quoted(std::string_view text) {
    bool has_single = text.find('\'') != std::string_view::npos;
    char quote = has_single && text.find('"') == std::string_view::npos ? '"' : '\'';
    out += quote;
    for (const char *at = text.data(), *end = at + text.size(); at < end;) {
      const char* start = at;
      std::uint32_t c = syntax::decode_utf8(at);
      char buffer[16];
      if (c == static_cast<unsigned char>(quote) || c == '\\') {
        out += '\\';
        out += static_cast<char>(c);
      } else if (c == '\n') {
        out += "\\n";
      } else if (c == '\r') {
        out += "\\r";
      } else if (c == '\t') {
        out += "\\t";
      } else if (c >= 0x20 && c < 0x7F) {
        out += static_cast<char>(c);
      } else if (c >= 0x80 && printable(c)) {
        out.append(start, at);
      } else {
        const char* format = c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x";
        std::snprintf(buffer, sizeof buffer, format, c);
        out += buffer;
      }
    }
    out += quote;
  }
  static bool printable(std::uint32_t c) {
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
      case UTF8PROC_CATEGORY_CC: case UTF8PROC_CATEGORY_CF: case UTF8PROC_CATEGORY_CS:
      case UTF8PROC_CATEGORY_CO: case UTF8PROC_CATEGORY_CN: case UTF8PROC_CATEGORY_ZL:
      case UTF8PROC_CATEGORY_ZP: case UTF8PROC_CATEGORY_ZS:
        return false;
      default: return true;
    }
  }
  void bytes(std::string_view text) {
    bool has_single = text.find('\'') != std::string_view::npos;
    char quote = has_single && text.find('"') == std::string_view::npos ? '"' : '\'';
    out += 'b';
    out += quote;
    for (char raw : text) {
      auto c = static_cast<unsigned char>(raw);
      char buffer[8];
      if (raw == quote || raw == '\\') {
        out += '\\';
        out += raw;
      } else if (raw == '\n') {
        out += "\\n";
      } else if (raw == '\r') {
        out += "\\r";
      } else if (raw == '\t') {
        out += "\\t";
      } else if (c >= 0x20 && c < 0x7F) {
        out += raw;
      } else {
        std::snprintf(buffer, sizeof buffer, "\\x%02x", c);
        out += buffer;
      }
    }
    out += quote;
  }
  void real(double number, bool with_point) {
    if (std::isinf(number)) {
      out += "inf";
      return;
    }
    char digits[40];
    auto result = std::to_chars(digits, digits + sizeof digits - 1, number, std::chars_format::scientific);
    *result.ptr = '\0';
    std::string_view text(digits, static_cast<std::size_t>(result.ptr - digits));
    std::size_t e = text.find('e');
    int exponent = std::atoi(text.data() + e + 1);
    if (exponent < -4 || exponent >= 16) {
      out += text;
      return;
    }
    result = std::to_chars(digits, digits + sizeof digits, number, std::chars_format::fixed);
    text = {digits, static_cast<std::size_t>(result.ptr - digits)};
    out += text;
    if (with_point && text.find('.') == std::string_view::npos) out += ".0";
  }

  void value(ConstantKind kind) {
    switch (kind) {
      case ConstantKind::None: out += "None"; break;
      case ConstantKind::True: out += "True"; break;
      case ConstantKind::False: out += "False"; break;
      default: out += "Ellipsis";
    }
  }
  void value(ExprContext ctx) {
    out += ctx == ExprContext::Load ? "Load()" : ctx == ExprContext::Store ? "Store()" : "Del()";
  }
  void value(Operator op) {
    static constexpr const char* kNames[] = {"Add()", "Sub()", "Mult()", "MatMult()", "Div()", "Mod()", "Pow()",
                                             "LShift()", "RShift()", "BitOr()", "BitXor()", "BitAnd()",
                                             "FloorDiv()"};
    out += kNames[static_cast<int>(op)];
  }
  void value(UnaryOperator op) {
    static constexpr const char* kNames[] = {"Invert()", "Not()", "UAdd()", "USub()"};
    out += kNames[static_cast<int>(op)];
  }
  void value(BoolOperator op) { out += op == BoolOperator::And ? "And()" : "Or()"; }
  void value(CmpOp op) {
    static constexpr const char* kNames[] = {"Eq()", "NotEq()", "Lt()", "LtE()", "Gt()", "GtE()", "Is()",
                                             "IsNot()", "In()", "NotIn()"};
    out += kNames[static_cast<int>(op)];
  }
  void value(const arg* node) {
    open("arg");
    put("arg", node->name);
    maybe("annotation", node->annotation);
    close(node->span);
  }
  void value(const arguments* node) {
    open("arguments");
    put("posonlyargs", node->posonlyargs);
    put("args", node->args);
    maybe("vararg", node->vararg);
    put("kwonlyargs", node->kwonlyargs);
    put("kw_defaults", node->kw_defaults);
    maybe("kwarg", node->kwarg);
    put("defaults", node->defaults);
    out += ')';
  }
  void value(const keyword* node) {
    open("keyword");
    maybe_name("arg", node->has_arg, node->arg);
    put("value", node->value);
    close(node->span);
  }
  void value(const alias* node) {
    open("alias");
    put("name", node->name);
    maybe_name("asname", node->has_asname, node->asname);
    close(node->span);
  }
  void value(const withitem* node) {
    open("withitem");
    put("context_expr", node->context_expr);
    maybe("optional_vars", node->optional_vars);
    out += ')';
  }
  void value(const comprehension* node) {
    open("comprehension");
    put("target", node->target);
    put("iter", node->iter);
    put("ifs", node->ifs);
    number("is_async", node->is_async);
    out += ')';
  }
  void value(const ExceptHandler* node) {
    open("ExceptHandler");
    maybe("type", node->type);
    maybe_name("name", node->has_name, node->name);
    put("body", node->body);
    close(node->span);
  }
  void value(const match_case* node) {
    open("match_case");
    put("pattern", node->pattern);
    maybe("guard", node->guard);
    put("body", node->body);
    out += ')';
  }
  void value(const TypeParam* node) {
    switch (node->kind) {
      case TypeParamKind::TypeVar:
        open("TypeVar");
        put("name", as<TypeVar>(node)->name);
        maybe("bound", as<TypeVar>(node)->bound);
        break;
      case TypeParamKind::ParamSpec:
        open("ParamSpec");
        put("name", as<ParamSpec>(node)->name);
        break;
      case TypeParamKind::TypeVarTuple:
        open("TypeVarTuple");
        put("name", as<TypeVarTuple>(node)->name);
        break;
    }
    close(node->span);
  }
  void value(const Expr* node);
  void value(const Stmt* node);
  void value(const Pattern* node);
  void constant(const Constant* node);
  template <class T>
  void function(const char* name, const T* node) {
    open(name);
    put("name", node->name);
    put("args", node->args);
    put("body", node->body);
    put("decorator_list", node->decorator_list);
    maybe("returns", node->returns);
    put("type_params", node->type_params);
  }
  template <class T>
  void loop(const char* name, const T* node) {
    open(name);
    put("target", node->target);
    put("iter", node->iter);
    put("body", node->body);
    put("orelse", node->orelse);
  }
  template <class T>
  void attempt(const char* name, const T* node) {
    open(name);
    put("body", node->body);
    put("handlers", node->handlers);
    put("orelse", node->orelse);
    put("finalbody", node->finalbody);
  }
  template <class T>
  void elements(const char* name, const T* node) {
    open(name);
    put("elts", node->elts);
  }
  template <class T>
  void collection(const char* name, const T* node) {
    open(name);
    put("elt", node->elt);
    put("generators", node->generators);
  }

  DumpOptions options_;
  bool first_ = true;
  int depth_ = 0;
};

void Dumper::constant(const Constant* node) {
  open("Constant");
  field("value");
  switch (node->type) {
    case ConstantKind::Int:
      if (node->fits_int64) {
        out += std::to_string(node->integer);
      } else {
        out += node->base == 16 ? "0x" : node->base == 8 ? "0o" : node->base == 2 ? "0b" : "";
        out += node->text;
      }
      break;
    case ConstantKind::Float: real(node->number, true); break;
    case ConstantKind::Complex:
      real(node->number, false);
      out += 'j';
      break;
    case ConstantKind::Str: quoted(node->text); break;
    case ConstantKind::Bytes: bytes(node->text); break;
    default: value(node->type);
  }
  if (node->unicode_prefix) put("kind", std::string_view("u"));
}

void Dumper::value(const Expr* node) {
  if (node == nullptr) {
    out += "None";
    return;
  }
  if (++depth_ > kMaxDepth) {
    out += "...";
    --depth_;
    return;
  }
  switch (node->kind) {
    case ExprKind::BoolOp: open("BoolOp"); put("op", as<BoolOp>(node)->op); put("values", as<BoolOp>(node)->values); break;
    case ExprKind::NamedExpr:
      open("NamedExpr");
      put("target", static_cast<const Expr*>(as<NamedExpr>(node)->target));
      put("value", as<NamedExpr>(node)->value);
      break;
    case ExprKind::BinOp:
      open("BinOp");
      put("left", as<BinOp>(node)->left);
      put("op", as<BinOp>(node)->op);
      put("right", as<BinOp>(node)->right);
      break;
    case ExprKind::UnaryOp:
      open("UnaryOp");
      put("op", as<UnaryOp>(node)->op);
      put("operand", as<UnaryOp>(node)->operand);
      break;
    case ExprKind::Lambda: open("Lambda"); put("args", as<Lambda>(node)->args); put("body", as<Lambda>(node)->body); break;
    case ExprKind::IfExp:
      open("IfExp");
      put("test", as<IfExp>(node)->test);
      put("body", as<IfExp>(node)->body);
      put("orelse", as<IfExp>(node)->orelse);
      break;
    case ExprKind::Dict: open("Dict"); put("keys", as<Dict>(node)->keys); put("values", as<Dict>(node)->values); break;
    case ExprKind::Set: elements("Set", as<Set>(node)); break;
    case ExprKind::ListComp: collection("ListComp", as<ListComp>(node)); break;
    case ExprKind::SetComp: collection("SetComp", as<SetComp>(node)); break;
    case ExprKind::DictComp:
      open("DictComp");
      put("key", as<DictComp>(node)->key);
      put("value", as<DictComp>(node)->value);
      put("generators", as<DictComp>(node)->generators);
      break;
    case ExprKind::GeneratorExp: collection("GeneratorExp", as<GeneratorExp>(node)); break;
    case ExprKind::Await: open("Await"); put("value", as<Await>(node)->value); break;
    case ExprKind::Yield: open("Yield"); maybe("value", as<Yield>(node)->value); break;
    case ExprKind::YieldFrom: open("YieldFrom"); put("value", as<YieldFrom>(node)->value); break;
    case ExprKind::Compare:
      open("Compare");
      put("left", as<Compare>(node)->left);
      put("ops", as<Compare>(node)->ops);
      put("comparators", as<Compare>(node)->comparators);
      break;
    case ExprKind::Call:
      open("Call");
      put("func", as<Call>(node)->func);
      put("args", as<Call>(node)->args);
      put("keywords", as<Call>(node)->keywords);
      break;
    case ExprKind::FormattedValue:
      open("FormattedValue");
      put("value", as<FormattedValue>(node)->value);
      number("conversion", as<FormattedValue>(node)->conversion);
      maybe("format_spec", static_cast<Expr*>(as<FormattedValue>(node)->format_spec));
      break;
    case ExprKind::JoinedStr: open("JoinedStr"); put("values", as<JoinedStr>(node)->values); break;
    case ExprKind::Constant: constant(as<Constant>(node)); break;
    case ExprKind::Attribute:
      open("Attribute");
      put("value", as<Attribute>(node)->value);
      put("attr", as<Attribute>(node)->attr);
      put("ctx", as<Attribute>(node)->ctx);
      break;
    case ExprKind::Subscript:
      open("Subscript");
      put("value", as<Subscript>(node)->value);
      put("slice", as<Subscript>(node)->slice);
      put("ctx", as<Subscript>(node)->ctx);
      break;
    case ExprKind::Starred: open("Starred"); put("value", as<Starred>(node)->value); put("ctx", as<Starred>(node)->ctx); break;
    case ExprKind::Name: open("Name"); put("id", as<Name>(node)->id); put("ctx", as<Name>(node)->ctx); break;
    case ExprKind::List: elements("List", as<List_>(node)); put("ctx", as<List_>(node)->ctx); break;
    case ExprKind::Tuple: elements("Tuple", as<Tuple>(node)); put("ctx", as<Tuple>(node)->ctx); break;
    case ExprKind::Slice:
      open("Slice");
      maybe("lower", as<Slice>(node)->lower);
      maybe("upper", as<Slice>(node)->upper);
      maybe("step", as<Slice>(node)->step);
      break;
  }
  close(node->span);
  --depth_;
}

void Dumper::value(const Pattern* node) {
  switch (node->kind) {
    case PatternKind::MatchValue: open("MatchValue"); put("value", as<MatchValue>(node)->value); break;
    case PatternKind::MatchSingleton: open("MatchSingleton"); put("value", as<MatchSingleton>(node)->value); break;
    case PatternKind::MatchSequence: open("MatchSequence"); put("patterns", as<MatchSequence>(node)->patterns); break;
    case PatternKind::MatchMapping:
      open("MatchMapping");
      put("keys", as<MatchMapping>(node)->keys);
      put("patterns", as<MatchMapping>(node)->patterns);
      maybe_name("rest", as<MatchMapping>(node)->has_rest, as<MatchMapping>(node)->rest);
      break;
    case PatternKind::MatchClass:
      open("MatchClass");
      put("cls", as<MatchClass>(node)->cls);
      put("patterns", as<MatchClass>(node)->patterns);
      put("kwd_attrs", as<MatchClass>(node)->kwd_attrs);
      put("kwd_patterns", as<MatchClass>(node)->kwd_patterns);
      break;
    case PatternKind::MatchStar: open("MatchStar"); maybe_name("name", as<MatchStar>(node)->has_name, as<MatchStar>(node)->name); break;
    case PatternKind::MatchAs:
      open("MatchAs");
      maybe("pattern", as<MatchAs>(node)->pattern);
      maybe_name("name", as<MatchAs>(node)->has_name, as<MatchAs>(node)->name);
      break;
    case PatternKind::MatchOr: open("MatchOr"); put("patterns", as<MatchOr>(node)->patterns); break;
  }
  close(node->span);
}

void Dumper::value(const Stmt* node) {
  if (++depth_ > kMaxDepth) {
    out += "...";
    --depth_;
    return;
  }
  switch (node->kind) {
    case StmtKind::FunctionDef: function("FunctionDef", as<FunctionDef>(node)); break;
    case StmtKind::AsyncFunctionDef: function("AsyncFunctionDef", as<AsyncFunctionDef>(node)); break;
    case StmtKind::ClassDef:
      open("ClassDef");
      put("name", as<ClassDef>(node)->name);
      put("bases", as<ClassDef>(node)->bases);
      put("keywords", as<ClassDef>(node)->keywords);
      put("body", as<ClassDef>(node)->body);
      put("decorator_list", as<ClassDef>(node)->decorator_list);
      put("type_params", as<ClassDef>(node)->type_params);
      break;
    case StmtKind::Return: open("Return"); maybe("value", as<Return>(node)->value); break;
    case StmtKind::Delete: open("Delete"); put("targets", as<Delete>(node)->targets); break;
    case StmtKind::Assign: open("Assign"); put("targets", as<Assign>(node)->targets); put("value", as<Assign>(node)->value); break;
    case StmtKind::TypeAlias:
      open("TypeAlias");
      put("name", static_cast<const Expr*>(as<TypeAlias>(node)->name));
      put("type_params", as<TypeAlias>(node)->type_params);
      put("value", as<TypeAlias>(node)->value);
      break;
    case StmtKind::AugAssign:
      open("AugAssign");
      put("target", as<AugAssign>(node)->target);
      put("op", as<AugAssign>(node)->op);
      put("value", as<AugAssign>(node)->value);
      break;
    case StmtKind::AnnAssign:
      open("AnnAssign");
      put("target", as<AnnAssign>(node)->target);
      put("annotation", as<AnnAssign>(node)->annotation);
      maybe("value", as<AnnAssign>(node)->value);
      number("simple", as<AnnAssign>(node)->simple);
      break;
    case StmtKind::For: loop("For", as<For>(node)); break;
    case StmtKind::AsyncFor: loop("AsyncFor", as<AsyncFor>(node)); break;
    case StmtKind::While:
      open("While");
      put("test", as<While>(node)->test);
      put("body", as<While>(node)->body);
      put("orelse", as<While>(node)->orelse);
      break;
    case StmtKind::If:
      open("If");
      put("test", as<If>(node)->test);
      put("body", as<If>(node)->body);
      put("orelse", as<If>(node)->orelse);
      break;
    case StmtKind::With: open("With"); put("items", as<With>(node)->items); put("body", as<With>(node)->body); break;
    case StmtKind::AsyncWith: open("AsyncWith"); put("items", as<AsyncWith>(node)->items); put("body", as<AsyncWith>(node)->body); break;
    case StmtKind::Match: open("Match"); put("subject", as<Match>(node)->subject); put("cases", as<Match>(node)->cases); break;
    case StmtKind::Raise: open("Raise"); maybe("exc", as<Raise>(node)->exc); maybe("cause", as<Raise>(node)->cause); break;
    case StmtKind::Try: attempt("Try", as<Try>(node)); break;
    case StmtKind::TryStar: attempt("TryStar", as<TryStar>(node)); break;
    case StmtKind::Assert: open("Assert"); put("test", as<Assert>(node)->test); maybe("msg", as<Assert>(node)->msg); break;
    case StmtKind::Import: open("Import"); put("names", as<Import>(node)->names); break;
    case StmtKind::ImportFrom:
      open("ImportFrom");
      maybe_name("module", as<ImportFrom>(node)->has_module, as<ImportFrom>(node)->module_);
      put("names", as<ImportFrom>(node)->names);
      number("level", as<ImportFrom>(node)->level);
      break;
    case StmtKind::Global: open("Global"); put("names", as<Global>(node)->names); break;
    case StmtKind::Nonlocal: open("Nonlocal"); put("names", as<Nonlocal>(node)->names); break;
    case StmtKind::Expr: open("Expr"); put("value", as<ExprStmt>(node)->value); break;
    case StmtKind::Pass: open("Pass"); break;
    case StmtKind::Break: open("Break"); break;
    case StmtKind::Continue: open("Continue"); break;
  }
  close(node->span);
  --depth_;
}

}  // namespace

std::string dump(const Module& module, const DumpOptions& options) {
  Dumper dumper(options);
  dumper.root("Module", module.body);
  return std::move(dumper.out);
}
std::string dump(const Expression& expression, const DumpOptions& options) {
  Dumper dumper(options);
  dumper.root("Expression", expression.body);
  return std::move(dumper.out);
}
std::string dump(const Interactive& interactive, const DumpOptions& options) {
  Dumper dumper(options);
  dumper.root("Interactive", interactive.body);
  return std::move(dumper.out);
}

}  // namespace coil
