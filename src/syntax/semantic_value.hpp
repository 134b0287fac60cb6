// The values that travel on the parser's stack: small, trivially copyable, pointing into the arena.
// They become ast.hpp's nodes in builder.cpp.
#pragma once

#include "syntax/ast.hpp"

#include <cstddef>
#include <cstdint>

namespace coil::syntax {

/// Deeper than any sane program; every state of the parser's stack costs 40 bytes of heap, no C++ stack.
inline constexpr std::ptrdiff_t kMaxParserDepth = 6000;

/// A slice of the source, as it stands there.
struct Text {
  const char* data = nullptr;
  std::uint32_t size = 0;
  bool raw = false;  // FSTRING_MIDDLE: no escapes; operators of f-strings do not use it
  std::string_view view() const { return {data, size}; }
};

/// A growing list in the arena. The parser holds pointers to it; null is the empty list.
template <class T>
struct Seq {
  T* data = nullptr;
  std::uint32_t size = 0;
  std::uint32_t capacity = 0;
};

enum class ParamKind : std::uint8_t { Plain, Slash, Star, VarArgs, KeywordArgs };

struct Param {
  ParamKind kind{};
  Span span;
  ast::arg* arg = nullptr;
  ast::Expr* default_ = nullptr;
};

struct Argument {
  Span span;
  ast::Expr* positional = nullptr;
  ast::keyword* keyword = nullptr;
};

struct CompareChain {
  ast::Expr* left = nullptr;
  Seq<ast::CmpOp> ops;
  Seq<ast::Expr*> comparators;
};

struct DictItem {
  ast::Expr* key = nullptr;
  ast::Expr* value = nullptr;
};

struct Elif {
  Span start;
  ast::Expr* test = nullptr;
  Seq<ast::Stmt*>* body = nullptr;
};

struct StringPart {
  Span span;
  Text text;                          // a plain literal with prefix and quotes, or
  Seq<ast::Expr*>* fstring = nullptr;  // the parts of an f-string
};

struct FieldConversion {
  Text bang;
  Text name;
  Span span;
};

struct FormatSpec {
  ast::JoinedStr* spec = nullptr;
  const char* colon = nullptr;
};

struct ClassPatternArgs {
  Seq<ast::Pattern*> patterns;
  Seq<ast::Identifier> names;
  Seq<ast::Pattern*> keyword_patterns;
};

struct MappingItems {
  Seq<ast::Expr*> keys;
  Seq<ast::Pattern*> patterns;
  ast::Identifier rest;
  bool has_rest = false;
};

union TokenValue {
  TokenValue() : text{} {}
  Text text;
  ast::Stmt* stmt;
  Seq<ast::Stmt*>* stmts;
  ast::Expr* expr;
  Seq<ast::Expr*>* exprs;
  CompareChain* compare;
  ast::CmpOp cmp_op;
  ast::Operator bin_op;
  Param* param;
  Seq<Param*>* params;
  Argument* arg;
  Seq<Argument*>* args;
  ast::comprehension* comp;
  Seq<ast::comprehension*>* comps;
  DictItem dict_item;
  Seq<DictItem>* dict_items;
  Seq<ast::Identifier>* names;
  ast::alias* alias;
  Seq<ast::alias*>* aliases;
  std::int32_t count;
  ast::withitem* with_item;
  Seq<ast::withitem*>* with_items;
  ast::ExceptHandler* handler;
  Seq<ast::ExceptHandler*>* handlers;
  Seq<Elif>* elifs;
  ast::match_case* case_;
  Seq<ast::match_case*>* cases;
  ast::TypeParam* type_param;
  Seq<ast::TypeParam*>* type_params;
  Seq<StringPart>* strings;
  FieldConversion* field_conversion;
  FormatSpec format_spec;
  ast::Pattern* pattern;
  Seq<ast::Pattern*>* patterns;
  ClassPatternArgs* class_args;
  MappingItems* mapping;
};

}  // namespace coil::syntax
