// What the parser calls: tokens in (with keywords by position settled), nodes out. It also checks what the grammar
// leaves open: targets, parameters, arguments, patterns. A failed check is remembered, not explained:
// explain.cpp looks for CPython's words, and the message given here is used when it finds none.
#pragma once

#include "base/arena.hpp"
#include "syntax/lexer.hpp"
#include "syntax/parse.hpp"
#include "syntax/semantic_value.hpp"

#include <deque>
#include <optional>
#include <string>

namespace coil::syntax {

class Builder {
public:
  Builder(std::string_view text, Arena& arena, DiagnosticSink& sink, int start_kind, int max_int_digits);

  int next_token(TokenValue* value, Span* location);
  void syntax_error_at(const Span& span);
  void too_deep(const Span& span);

  Lexer& lexer() { return lexer_; }
  struct Error {
    std::string message;
    Span span;
    bool generic = false;  // the grammar refused a token
    int token_kind = 0;
  };
  const std::optional<Error>& error() const { return error_; }

  ast::List<ast::Stmt*> body() const { return body_; }
  ast::Expr* expression() const { return expression_; }
  bool single_is_compound() const { return single_is_compound_; }

  // --- Lists ---
  template <class T>
  Seq<T>* seq() {
    return arena_.make<Seq<T>>();
  }
  template <class T>
  Seq<T>* append(Seq<T>* list, std::type_identity_t<T> item) {
    push(*list, item);
    return list;
  }
  template <class T>
  Seq<T>* prepend(T first, Seq<T>* rest) {
    auto* list = seq<T>();
    push(*list, first);
    return extend(list, rest);
  }
  template <class T>
  Seq<T>* extend(Seq<T>* list, Seq<T>* rest) {
    for (std::uint32_t i = 0; i < rest->size; ++i) push(*list, rest->data[i]);
    return list;
  }
  template <class T>
  void push(Seq<T>& list, std::type_identity_t<T> item) {
    if (list.size == list.capacity) {
      std::uint32_t capacity = list.capacity == 0 ? 2 : list.capacity * 2;
      T* room = arena_.allocate_array<T>(capacity);
      if (list.size != 0) std::memcpy(static_cast<void*>(room), list.data, sizeof(T) * list.size);
      list.data = room;
      list.capacity = capacity;
    }
    list.data[list.size++] = item;
  }
  template <class T>
  static ast::List<T> span_of(Seq<T>* list) {
    return list == nullptr ? ast::List<T>{} : ast::List<T>{list->data, list->size};
  }

  template <class Node>
  Node* make(const Span& span) {
    Node* node = arena_.make<Node>();
    node->span = span;
    return node;
  }

  // --- Roots and statements ---
  void finish_module(Seq<ast::Stmt*>* body) { body_ = span_of(body); }
  void finish_expression(ast::Expr* value);
  void finish_single(Seq<ast::Stmt*>* body, bool compound) {
    body_ = span_of(body);
    single_is_compound_ = compound;
  }
  ast::Stmt* expr_stmt(const Span&, ast::Expr*);
  ast::Stmt* return_stmt(const Span&, ast::Expr*);
  ast::Stmt* raise_stmt(const Span&, ast::Expr*, ast::Expr*);
  ast::Stmt* delete_stmt(const Span&, ast::Expr* targets, const Span& targets_span);
  ast::Stmt* assert_stmt(const Span&, ast::Expr*, ast::Expr*);
  ast::Stmt* global_stmt(const Span&, Seq<ast::Identifier>*);
  ast::Stmt* nonlocal_stmt(const Span&, Seq<ast::Identifier>*);
  ast::Stmt* type_alias(const Span&, Text, const Span&, Seq<ast::TypeParam*>*, ast::Expr*);
  ast::Stmt* assign(const Span&, Seq<ast::Expr*>*, ast::Expr*);
  ast::Stmt* ann_assign(const Span&, ast::Expr*, const Span& target_span, ast::Expr*, ast::Expr*);
  ast::Stmt* aug_assign(const Span&, ast::Expr*, ast::Operator, ast::Expr*);
  ast::Expr* store_target(ast::Expr*);
  ast::Stmt* import_stmt(const Span&, Seq<ast::alias*>*);
  ast::Stmt* import_from(const Span&, std::int32_t level, const Text* module, Seq<ast::alias*>*);
  Seq<ast::alias*>* star_alias(const Span&);
  ast::alias* make_alias(const Span&, Text name, const Text* asname);
  Text name_text(Text);
  Text dotted(Text, Text);
  ast::Stmt* decorate(ast::Stmt*, Seq<ast::Expr*>*);
  ast::Stmt* make_async(const Span&, ast::Stmt*);
  ast::Stmt* function_def(const Span&, Text, Seq<ast::TypeParam*>*, Seq<Param*>*, ast::Expr*, Seq<ast::Stmt*>*);
  Param* param(ParamKind, const Span&, const Span& arg_span, const Text* name, ast::Expr*, ast::Expr*);
  Seq<Param*>* trailing_comma(Seq<Param*>*);
  ast::TypeParam* type_var(const Span&, Text, ast::Expr*);
  ast::TypeParam* type_var_tuple(const Span&, Text);
  ast::TypeParam* param_spec(const Span&, Text);
  ast::Stmt* class_def(const Span&, Text, Seq<ast::TypeParam*>*, Seq<Argument*>*, Seq<ast::Stmt*>*);
  ast::Stmt* if_stmt(const Span&, ast::Expr*, Seq<ast::Stmt*>*, Seq<Elif>*, Seq<ast::Stmt*>*);
  Seq<Elif>* add_elif(Seq<Elif>*, const Span&, ast::Expr*, Seq<ast::Stmt*>*);
  ast::Stmt* while_stmt(const Span&, ast::Expr*, Seq<ast::Stmt*>*, Seq<ast::Stmt*>*);
  ast::Stmt* for_stmt(const Span&, ast::Expr*, ast::Expr*, Seq<ast::Stmt*>*, Seq<ast::Stmt*>*);
  ast::Stmt* with_stmt(const Span&, Seq<ast::withitem*>*, Seq<ast::Stmt*>*);
  ast::withitem* with_item(ast::Expr*, ast::Expr*);
  Seq<ast::withitem*>* items_from(Seq<ast::Expr*>*);
  ast::Stmt* try_stmt(const Span&, Seq<ast::Stmt*>*, Seq<ast::ExceptHandler*>*, Seq<ast::Stmt*>*,
                      Seq<ast::Stmt*>*, bool star);
  ast::ExceptHandler* handler(const Span&, ast::Expr*, const Text*, Seq<ast::Stmt*>*);
  Seq<ast::ExceptHandler*>* add_handler(Seq<ast::ExceptHandler*>*, ast::ExceptHandler*);

  // --- Patterns ---
  ast::Stmt* match_stmt(const Span&, ast::Expr*, Seq<ast::match_case*>*);
  ast::match_case* match_case(ast::Pattern*, ast::Expr*, Seq<ast::Stmt*>*);
  ast::Pattern* match_sequence(const Span&, Seq<ast::Pattern*>*);
  ast::Pattern* match_star(const Span&, Text);
  ast::Pattern* match_as(const Span&, ast::Pattern*, Text, const Span&);
  ast::Pattern* match_or(const Span&, Seq<ast::Pattern*>*);
  ast::Pattern* match_value(const Span&, ast::Expr*);
  void refuse_wildcard_head(const ast::Expr*);
  ast::Pattern* match_capture(const Span&, Text);
  ast::Pattern* match_singleton(const Span&, ast::ConstantKind);
  ast::Pattern* match_mapping(const Span&, MappingItems*);
  ast::Pattern* match_class(const Span&, ast::Expr*, ClassPatternArgs*);
  MappingItems* mapping_item(MappingItems*, ast::Expr*, ast::Pattern*);
  /// `stars`: where "**" stands.
  MappingItems* mapping_rest(MappingItems*, Text, const Span&, const Span& stars);
  ClassPatternArgs* class_pattern(ClassPatternArgs*, ast::Pattern*, const Span&);
  ClassPatternArgs* keyword_pattern(ClassPatternArgs*, Text, ast::Pattern*, const Span&);
  ast::Expr* complex_pattern(const Span&, ast::Expr*, ast::Operator, Text, const Span&);

  // --- Expressions ---
  ast::Identifier identifier(Text);
  ast::Expr* name(const Span&, Text);
  ast::Expr* number(const Span&, Text);
  ast::Expr* constant(const Span&, ast::ConstantKind);
  ast::Expr* tuple(const Span&, Seq<ast::Expr*>*);
  ast::Expr* list(const Span&, Seq<ast::Expr*>*);
  ast::Expr* set(const Span&, Seq<ast::Expr*>*);
  ast::Expr* dict(const Span&, Seq<DictItem>*);
  ast::Expr* parenthesize(ast::Expr*);
  ast::Expr* group_or_tuple(const Span&, Seq<ast::Expr*>*);
  ast::Expr* starred(const Span&, ast::Expr*);
  ast::Expr* named_expr(const Span&, ast::Expr*, ast::Expr*);
  ast::Expr* yield_expr(const Span&, ast::Expr*);
  ast::Expr* yield_from(const Span&, ast::Expr*);
  ast::Expr* if_exp(const Span&, ast::Expr* test, ast::Expr* body, ast::Expr* orelse);
  ast::Expr* lambda(const Span&, Seq<Param*>*, ast::Expr*);
  ast::Expr* bool_op(const Span&, ast::BoolOperator, Seq<ast::Expr*>*);
  ast::Expr* unary(const Span&, ast::UnaryOperator, ast::Expr*);
  ast::Expr* binary(const Span&, ast::Expr*, ast::Operator, ast::Expr*);
  CompareChain* compare_start(ast::Expr*, ast::CmpOp, ast::Expr*);
  CompareChain* compare_more(CompareChain*, ast::CmpOp, ast::Expr*);
  ast::Expr* compare(const Span&, CompareChain*);
  ast::Expr* await(const Span&, ast::Expr*);
  ast::Expr* attribute(const Span&, ast::Expr*, Text);
  ast::Expr* subscript(const Span&, ast::Expr*, ast::Expr*);
  ast::Expr* slice(const Span&, ast::Expr*, ast::Expr*, ast::Expr*);
  ast::Expr* call(const Span&, ast::Expr*, Seq<Argument*>*);
  ast::Expr* call_generator(const Span&, ast::Expr*, ast::Expr*);
  Argument* positional(const Span&, ast::Expr*);
  Argument* keyword(const Span&, const Text*, ast::Expr*);
  Seq<Argument*>* add_argument(Seq<Argument*>*, Argument*);
  ast::comprehension* comprehension(ast::Expr*, ast::Expr*, Seq<ast::Expr*>*, bool);
  ast::Expr* generator(const Span&, ast::Expr*, Seq<ast::comprehension*>*);
  ast::Expr* list_comp(const Span&, ast::Expr*, Seq<ast::comprehension*>*);
  ast::Expr* set_comp(const Span&, ast::Expr*, Seq<ast::comprehension*>*);
  ast::Expr* dict_comp(const Span&, ast::Expr*, ast::Expr*, Seq<ast::comprehension*>*);

  // --- Strings ---
  Seq<StringPart>* append_string(Seq<StringPart>*, const Span&, Text);
  Seq<StringPart>* append_fstring(Seq<StringPart>*, const Span&, Seq<ast::Expr*>*);
  ast::Expr* concatenate(const Span&, Seq<StringPart>*);
  ast::Expr* fstring_text(const Span&, Text);
  FieldConversion* conversion(Text bang, Text name, const Span&);
  ast::JoinedStr* format_spec(const Span&, Seq<ast::Expr*>*);
  Seq<ast::Expr*>* replacement_field(Seq<ast::Expr*>*, const Span&, Text open, ast::Expr*, Text debug,
                                     FieldConversion*, FormatSpec, Text close);

private:
  Token take();
  void fail(std::string message, const Span& span);
  void check_encoding(std::string_view body, bool raw, const Span& span);
  void warn_of_escape(std::string_view escape, const Span& span);
  void check_assignable(ast::Expr* target, ast::ExprContext context);
  void set_context(ast::Expr* target, ast::ExprContext context);
  ast::arguments* make_arguments(Seq<Param*>*);
  void split_arguments(Seq<Argument*>*, ast::List<ast::Expr*>&, ast::List<ast::keyword*>&);
  bool is_match_statement();
  const Token& peek(std::size_t index);

  Arena& arena_;
  DiagnosticSink& sink_;
  Lexer lexer_;
  int start_kind_;
  int max_int_digits_;
  bool started_ = false;
  std::deque<Token> ahead_;
  int previous_kind_ = 0;
  bool next_block_is_match_ = false;
  std::vector<bool> match_blocks_;  // for every open block: is it the body of a match statement
  int bracket_depth_ = 0;
  Span last_span_;
  std::optional<Error> error_;
  std::string scratch_;

  ast::List<ast::Stmt*> body_;
  ast::Expr* expression_ = nullptr;
  bool single_is_compound_ = false;
};

/// The expression inside `target` that cannot be assigned to (deleted), or null. CPython's choice.
ast::Expr* find_invalid_target(ast::Expr* target, ast::ExprContext context);
/// What CPython calls such an expression: "function call", "literal", ...
const char* describe(const ast::Expr& expression);

inline constexpr const char* kInvalidConversion = "f-string: invalid conversion character: expected 's', 'r', or 'a'";

/// Looks for the reason why the parser refused a text and reports it, in CPython's words.
void explain_error(std::string_view text, DiagnosticSink& sink, const Builder& builder, int start_kind);

}  // namespace coil::syntax
