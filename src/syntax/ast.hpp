// The abstract syntax tree: the nodes and fields of CPython 3.12's `ast` module under the same names
// (a C++ keyword gets a trailing underscore). Nodes live in an Arena and are trivially destructible.
// Lists are std::span, an absent optional child is nullptr, identifiers and strings are views into the arena.
// Identifiers are in NFKC. Private names are not mangled here; the scope pass does that.
#pragma once

#include "base/source.hpp"

#include <cassert>
#include <cstdint>
#include <span>
#include <string_view>

namespace coil::ast {

template <class T>
using List = std::span<T>;
using Identifier = std::string_view;

enum class StmtKind : std::uint8_t {
  FunctionDef, AsyncFunctionDef, ClassDef, Return, Delete, Assign, TypeAlias, AugAssign, AnnAssign,
  For, AsyncFor, While, If, With, AsyncWith, Match, Raise, Try, TryStar, Assert, Import, ImportFrom,
  Global, Nonlocal, Expr, Pass, Break, Continue,
};

enum class ExprKind : std::uint8_t {
  BoolOp, NamedExpr, BinOp, UnaryOp, Lambda, IfExp, Dict, Set, ListComp, SetComp, DictComp,
  GeneratorExp, Await, Yield, YieldFrom, Compare, Call, FormattedValue, JoinedStr, Constant,
  Attribute, Subscript, Starred, Name, List, Tuple, Slice,
};

enum class PatternKind : std::uint8_t {
  MatchValue, MatchSingleton, MatchSequence, MatchMapping, MatchClass, MatchStar, MatchAs, MatchOr,
};

enum class TypeParamKind : std::uint8_t { TypeVar, ParamSpec, TypeVarTuple };

enum class ExprContext : std::uint8_t { Load, Store, Del };
enum class BoolOperator : std::uint8_t { And, Or };
enum class Operator : std::uint8_t {
  Add, Sub, Mult, MatMult, Div, Mod, Pow, LShift, RShift, BitOr, BitXor, BitAnd, FloorDiv,
};
enum class UnaryOperator : std::uint8_t { Invert, Not, UAdd, USub };
enum class CmpOp : std::uint8_t { Eq, NotEq, Lt, LtE, Gt, GtE, Is, IsNot, In, NotIn };

struct Stmt {
  StmtKind kind;
  Span span;
};

struct Expr {
  ExprKind kind;
  bool parenthesized = false;  // wrapped in its own (...); a tuple's own brackets count too
  Span span;                   // without those brackets, but with a tuple's
};

struct Pattern {
  PatternKind kind;
  Span span;
};

struct TypeParam {
  TypeParamKind kind;
  Span span;
};

template <StmtKind K>
struct StmtNode : Stmt {
  static constexpr StmtKind kKind = K;
  StmtNode() : Stmt{K, {}} {}
};
template <ExprKind K>
struct ExprNode : Expr {
  static constexpr ExprKind kKind = K;
  ExprNode() : Expr{K, false, {}} {}
};
template <PatternKind K>
struct PatternNode : Pattern {
  static constexpr PatternKind kKind = K;
  PatternNode() : Pattern{K, {}} {}
};
template <TypeParamKind K>
struct TypeParamNode : TypeParam {
  static constexpr TypeParamKind kKind = K;
  TypeParamNode() : TypeParam{K, {}} {}
};

/// `is<Name>(*node)`, `as<Name>(node)` (checked in debug builds), `try_as<Name>(node)` (null when the
/// node is null or of another kind). They work for statements, expressions, patterns, type parameters.
template <class Node, class Base>
bool is(const Base& node) {
  return node.kind == Node::kKind;
}
template <class Node, class Base>
Node* as(Base* node) {
  assert(node->kind == Node::kKind);
  return static_cast<Node*>(node);
}
template <class Node, class Base>
const Node* as(const Base* node) {
  assert(node->kind == Node::kKind);
  return static_cast<const Node*>(node);
}
template <class Node, class Base>
Node* try_as(Base* node) {
  return node != nullptr && node->kind == Node::kKind ? static_cast<Node*>(node) : nullptr;
}
template <class Node, class Base>
const Node* try_as(const Base* node) {
  return node != nullptr && node->kind == Node::kKind ? static_cast<const Node*>(node) : nullptr;
}

// --- Helpers that are neither statement nor expression ------------------------------------------

struct arg {
  Span span;
  Identifier name;  // `arg` in CPython; a member cannot have its class's name
  Expr* annotation = nullptr;
};

struct arguments {
  List<arg*> posonlyargs;
  List<arg*> args;
  arg* vararg = nullptr;
  List<arg*> kwonlyargs;
  List<Expr*> kw_defaults;  // as long as kwonlyargs, null where there is no default
  arg* kwarg = nullptr;
  List<Expr*> defaults;  // of the last posonlyargs + args
};

struct keyword {
  Span span;
  Identifier arg;       // empty data() == nullptr for `**value`
  bool has_arg = false;  // false for `**value`
  Expr* value = nullptr;
};

struct alias {
  Span span;
  Identifier name;  // dotted, or "*"
  Identifier asname;
  bool has_asname = false;
};

struct withitem {
  Expr* context_expr = nullptr;
  Expr* optional_vars = nullptr;
};

struct comprehension {
  Expr* target = nullptr;
  Expr* iter = nullptr;
  List<Expr*> ifs;
  bool is_async = false;
};

/// The only kind of excepthandler.
struct ExceptHandler {
  Span span;
  Expr* type = nullptr;
  Identifier name;
  bool has_name = false;
  List<Stmt*> body;
};

struct match_case {
  Pattern* pattern = nullptr;
  Expr* guard = nullptr;
  List<Stmt*> body;
};

// --- Expressions ----------------------------------------------------------------------------------

struct BoolOp : ExprNode<ExprKind::BoolOp> {
  BoolOperator op{};
  List<Expr*> values;
};
struct Name : ExprNode<ExprKind::Name> {
  Identifier id;
  ExprContext ctx{};
};
struct NamedExpr : ExprNode<ExprKind::NamedExpr> {
  Name* target = nullptr;
  Expr* value = nullptr;
};
struct BinOp : ExprNode<ExprKind::BinOp> {
  Expr* left = nullptr;
  Operator op{};
  Expr* right = nullptr;
};
struct UnaryOp : ExprNode<ExprKind::UnaryOp> {
  UnaryOperator op{};
  Expr* operand = nullptr;
};
struct Lambda : ExprNode<ExprKind::Lambda> {
  arguments* args = nullptr;  // never null
  Expr* body = nullptr;
};
struct IfExp : ExprNode<ExprKind::IfExp> {
  Expr* test = nullptr;
  Expr* body = nullptr;
  Expr* orelse = nullptr;
};
struct Dict : ExprNode<ExprKind::Dict> {
  List<Expr*> keys;  // null for `**value`
  List<Expr*> values;
};
struct Set : ExprNode<ExprKind::Set> {
  List<Expr*> elts;
};
struct ListComp : ExprNode<ExprKind::ListComp> {
  Expr* elt = nullptr;
  List<comprehension*> generators;
};
struct SetComp : ExprNode<ExprKind::SetComp> {
  Expr* elt = nullptr;
  List<comprehension*> generators;
};
struct DictComp : ExprNode<ExprKind::DictComp> {
  Expr* key = nullptr;
  Expr* value = nullptr;
  List<comprehension*> generators;
};
struct GeneratorExp : ExprNode<ExprKind::GeneratorExp> {
  Expr* elt = nullptr;
  List<comprehension*> generators;
};
struct Await : ExprNode<ExprKind::Await> {
  Expr* value = nullptr;
};
struct Yield : ExprNode<ExprKind::Yield> {
  Expr* value = nullptr;
};
struct YieldFrom : ExprNode<ExprKind::YieldFrom> {
  Expr* value = nullptr;
};
struct Compare : ExprNode<ExprKind::Compare> {
  Expr* left = nullptr;
  List<CmpOp> ops;
  List<Expr*> comparators;
};
struct Call : ExprNode<ExprKind::Call> {
  Expr* func = nullptr;
  List<Expr*> args;  // in source order, Starred included
  List<keyword*> keywords;
};
struct JoinedStr : ExprNode<ExprKind::JoinedStr> {
  List<Expr*> values;  // Constant (Str) and FormattedValue; never two constants in a row
};
struct FormattedValue : ExprNode<ExprKind::FormattedValue> {
  Expr* value = nullptr;
  std::int32_t conversion = -1;  // -1, or 's', 'r', 'a'
  JoinedStr* format_spec = nullptr;
};

enum class ConstantKind : std::uint8_t { None, True, False, Ellipsis, Int, Float, Complex, Str, Bytes };

struct Constant : ExprNode<ExprKind::Constant> {
  ConstantKind type{};
  bool unicode_prefix = false;  // u"..." (`kind` in CPython)
  bool fits_int64 = false;      // Int: `integer` holds the value
  std::uint8_t base = 10;       // Int: 2, 8, 10 or 16
  std::int64_t integer = 0;
  double number = 0;      // Float: the value; Complex: its imaginary part
  std::string_view text;  // Str: WTF-8 (a lone surrogate is 3 bytes); Bytes: the bytes;
                          // Int: the digits, without prefix and underscores
};

struct Attribute : ExprNode<ExprKind::Attribute> {
  Expr* value = nullptr;
  Identifier attr;
  ExprContext ctx{};
};
struct Subscript : ExprNode<ExprKind::Subscript> {
  Expr* value = nullptr;
  Expr* slice = nullptr;
  ExprContext ctx{};
};
struct Starred : ExprNode<ExprKind::Starred> {
  Expr* value = nullptr;
  ExprContext ctx{};
};
struct List_ : ExprNode<ExprKind::List> {
  List<Expr*> elts;
  ExprContext ctx{};
};
struct Tuple : ExprNode<ExprKind::Tuple> {
  List<Expr*> elts;
  ExprContext ctx{};
};
/// Only as the slice of a Subscript, or inside a Tuple there.
struct Slice : ExprNode<ExprKind::Slice> {
  Expr* lower = nullptr;
  Expr* upper = nullptr;
  Expr* step = nullptr;
};

// --- Patterns -------------------------------------------------------------------------------------

struct MatchValue : PatternNode<PatternKind::MatchValue> {
  Expr* value = nullptr;
};
struct MatchSingleton : PatternNode<PatternKind::MatchSingleton> {
  ConstantKind value{};  // None, True or False
};
struct MatchSequence : PatternNode<PatternKind::MatchSequence> {
  List<Pattern*> patterns;
};
struct MatchMapping : PatternNode<PatternKind::MatchMapping> {
  List<Expr*> keys;
  List<Pattern*> patterns;
  Identifier rest;
  bool has_rest = false;
};
struct MatchClass : PatternNode<PatternKind::MatchClass> {
  Expr* cls = nullptr;
  List<Pattern*> patterns;
  List<Identifier> kwd_attrs;
  List<Pattern*> kwd_patterns;
};
struct MatchStar : PatternNode<PatternKind::MatchStar> {
  Identifier name;
  bool has_name = false;  // false for `*_`
};
struct MatchAs : PatternNode<PatternKind::MatchAs> {
  Pattern* pattern = nullptr;
  Identifier name;
  bool has_name = false;  // false, without pattern: `_`
};
struct MatchOr : PatternNode<PatternKind::MatchOr> {
  List<Pattern*> patterns;
};

// --- Type parameters ------------------------------------------------------------------------------

struct TypeVar : TypeParamNode<TypeParamKind::TypeVar> {
  Identifier name;
  Expr* bound = nullptr;
};
struct ParamSpec : TypeParamNode<TypeParamKind::ParamSpec> {
  Identifier name;
};
struct TypeVarTuple : TypeParamNode<TypeParamKind::TypeVarTuple> {
  Identifier name;
};

// --- Statements -----------------------------------------------------------------------------------

template <StmtKind K>
struct FunctionDefBase : StmtNode<K> {
  Identifier name;
  arguments* args = nullptr;  // never null
  List<Stmt*> body;
  List<Expr*> decorator_list;
  Expr* returns = nullptr;
  List<TypeParam*> type_params;
};
struct FunctionDef : FunctionDefBase<StmtKind::FunctionDef> {};
struct AsyncFunctionDef : FunctionDefBase<StmtKind::AsyncFunctionDef> {};

struct ClassDef : StmtNode<StmtKind::ClassDef> {
  Identifier name;
  List<Expr*> bases;
  List<keyword*> keywords;
  List<Stmt*> body;
  List<Expr*> decorator_list;
  List<TypeParam*> type_params;
};
struct Return : StmtNode<StmtKind::Return> {
  Expr* value = nullptr;
};
struct Delete : StmtNode<StmtKind::Delete> {
  List<Expr*> targets;
};
struct Assign : StmtNode<StmtKind::Assign> {
  List<Expr*> targets;
  Expr* value = nullptr;
};
struct TypeAlias : StmtNode<StmtKind::TypeAlias> {
  Name* name = nullptr;
  List<TypeParam*> type_params;
  Expr* value = nullptr;
};
struct AugAssign : StmtNode<StmtKind::AugAssign> {
  Expr* target = nullptr;
  Operator op{};
  Expr* value = nullptr;
};
struct AnnAssign : StmtNode<StmtKind::AnnAssign> {
  Expr* target = nullptr;
  Expr* annotation = nullptr;
  Expr* value = nullptr;
  bool simple = false;
};
template <StmtKind K>
struct ForBase : StmtNode<K> {
  Expr* target = nullptr;
  Expr* iter = nullptr;
  List<Stmt*> body;
  List<Stmt*> orelse;
};
struct For : ForBase<StmtKind::For> {};
struct AsyncFor : ForBase<StmtKind::AsyncFor> {};
struct While : StmtNode<StmtKind::While> {
  Expr* test = nullptr;
  List<Stmt*> body;
  List<Stmt*> orelse;
};
struct If : StmtNode<StmtKind::If> {
  Expr* test = nullptr;
  List<Stmt*> body;
  List<Stmt*> orelse;  // `elif` is an If alone in here
};
template <StmtKind K>
struct WithBase : StmtNode<K> {
  List<withitem*> items;
  List<Stmt*> body;
};
struct With : WithBase<StmtKind::With> {};
struct AsyncWith : WithBase<StmtKind::AsyncWith> {};
struct Match : StmtNode<StmtKind::Match> {
  Expr* subject = nullptr;
  List<match_case*> cases;
};
struct Raise : StmtNode<StmtKind::Raise> {
  Expr* exc = nullptr;
  Expr* cause = nullptr;
};
template <StmtKind K>
struct TryBase : StmtNode<K> {
  List<Stmt*> body;
  List<ExceptHandler*> handlers;
  List<Stmt*> orelse;
  List<Stmt*> finalbody;
};
struct Try : TryBase<StmtKind::Try> {};
struct TryStar : TryBase<StmtKind::TryStar> {};
struct Assert : StmtNode<StmtKind::Assert> {
  Expr* test = nullptr;
  Expr* msg = nullptr;
};
struct Import : StmtNode<StmtKind::Import> {
  List<alias*> names;
};
struct ImportFrom : StmtNode<StmtKind::ImportFrom> {
  Identifier module_;
  bool has_module = false;
  List<alias*> names;
  std::int32_t level = 0;
};
struct Global : StmtNode<StmtKind::Global> {
  List<Identifier> names;
};
struct Nonlocal : StmtNode<StmtKind::Nonlocal> {
  List<Identifier> names;
};
/// `Expr` in CPython: an expression as a statement.
struct ExprStmt : StmtNode<StmtKind::Expr> {
  Expr* value = nullptr;
};
struct Pass : StmtNode<StmtKind::Pass> {};
struct Break : StmtNode<StmtKind::Break> {};
struct Continue : StmtNode<StmtKind::Continue> {};

// --- Roots ----------------------------------------------------------------------------------------

struct Module {
  List<Stmt*> body;
  bool top_level_await = false;
};
struct Expression {
  Expr* body = nullptr;
  bool top_level_await = false;
};
struct Interactive {
  List<Stmt*> body;
  bool top_level_await = false;
};

}  // namespace coil::ast
