// Internal to the files explain*.cpp: what they know of a refused text. Runs only after the parser has refused a text: it reads the tokens again,
// and looks around the token where the parser stopped for the mistakes that have words of their own.
#pragma once

#include "syntax/builder.hpp"

#include "parser.hpp"

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace coil::syntax {

class Explainer {
public:
  Explainer(std::string_view text, DiagnosticSink& sink, const Builder& builder, int start_kind)
      : text_(text), sink_(sink), builder_(builder), start_kind_(start_kind) {}
  void run();

private:
  using K = Parser::token;
  static constexpr int kNone = -1;

  // --- Tokens ---
  int kind(int at) const {
    return at >= 0 && at < static_cast<int>(tokens_.size()) ? tokens_[at].kind : int{K::T_YYEOF};
  }
  bool is(int at, std::initializer_list<int> kinds) const {
    return std::find(kinds.begin(), kinds.end(), kind(at)) != kinds.end();
  }
  const Span& span(int at) const {
    return tokens_[std::clamp(at, 0, static_cast<int>(tokens_.size()) - 1)].span;
  }
  std::string_view word(int at) const { return kind(at) == K::T_NAME ? tokens_[at].text.view() : ""; }
  Span range(int from, int end) const { return join(span(from), span(end - 1)); }
  /// Whether the line is a `case` of a match statement, where nothing else can stand.
  bool in_match_block() const {
    if (word(start_) != "case") return false;
    int level = 0, at = start_ - 1;
    for (; at >= 0 && level >= 0; --at) level += kind(at) == K::T_DEDENT ? 1 : kind(at) == K::T_INDENT ? -1 : 0;
    int header = at;  // before the INDENT: its NEWLINE
    while (header > 0 && !is(header - 1, {K::T_NEWLINE, K::T_INDENT, K::T_DEDENT})) --header;
    return word(header) == "match";
  }
  /// Whether the token stands inside brackets of a `case` line, before its guard.
  bool in_case_pattern(int at) const {
    if (word(start_) != "case" || kind(start_ + 1) == K::T_DOT || opener_[at] == kNone) return false;
    if (opener_[at] == start_ + 1 && !in_match_block()) return false;
    for (int before = start_; before < at; ++before) {
      if (kind(before) == K::T_IF) return false;
    }
    return true;
  }
  /// Without the brackets around it, unless they belong to the expression.
  Span inner_range(int from, int end) const {
    while (kind(from) == K::T_LPAR && closer_[from] == end - 1 && from + 1 < end - 1) {
      bool own = false;
      for (int at = from + 1; at < end - 1; ++at) own = own || (opener_[at] == from && is(at, {K::T_COMMA, K::T_FOR}));
      if (own) break;
      ++from;
      --end;
    }
    return range(from, end);
  }

  // --- Where expressions end: the index behind the last token, or kNone ---
  int expression(int at);
  int disjunction(int at) { return chain(at, K::T_OR, &Explainer::conjunction); }
  int conjunction(int at) { return chain(at, K::T_AND, &Explainer::inversion); }
  int chain(int at, int op, int (Explainer::*operand)(int)) {
    at = (this->*operand)(at);
    while (at != kNone && kind(at) == op) {
      int next = (this->*operand)(at + 1);
      if (next == kNone) break;
      at = next;
    }
    return at;
  }
  int inversion(int at);
  int comparison(int at);
  int bitwise_or(int at);
  int factor(int at);
  int primary(int at);
  int atom(int at);
  int brackets(int at) const;
  int named(int at) {
    return kind(at) == K::T_NAME && kind(at + 1) == K::T_COLONEQUAL ? expression(at + 2) : expression(at);
  }
  int star_expressions(int at) {
    int end = kNone;
    for (;;) {
      int next = kind(at) == K::T_STAR ? bitwise_or(at + 1) : expression(at);
      if (next == kNone) return end;
      end = next;
      if (kind(end) != K::T_COMMA) return end;
      at = end + 1;
      ++end;
    }
  }
  void with_expression(int from, int end, const std::function<void(ast::Expr&)>& use);
  const char* describe_range(int from, int end, ast::ExprKind* kind_out = nullptr);

  // --- Reports ---
  bool error(std::string message, const Span& span,
             DiagnosticCategory category = DiagnosticCategory::SyntaxError) {
    found_ = Diagnosis{std::move(message), span, category};
    return true;
  }
  bool statement_header();
  bool missing_block();
  bool in_brackets();
  bool assignment();
  bool assignment_in_tuple();
  bool assignment_behind_tuple();
  bool expression_in_brackets();
  bool positional_behind_keyword();
  int string_end(int at) const;
  bool legacy_statement();
  bool missing_parentheses(std::string_view called, const Span& place) {
    return error("Missing parentheses in call to '" + std::string(called) + "'. Did you mean " + std::string(called) + "(...)?", place);
  }
  bool wrong_target();
  bool parameters();
  bool statement();
  bool generic_rules();
  bool follows_simple_statement() const;
  Span visible(int at) const;
  Span end_of_input() const;
  std::int32_t last_line_read() const;
  bool reads_beyond(std::optional<std::int32_t> line);
  int statement_start() const;
  bool sign_without_target();
  bool conditional_around();
  bool behind_target();
  int targets(int at);
  /// Whether a `for` stands between the bracket and the token behind it.
  bool behind_clause(int at, int opener) const {
    if (opener == kNone) return false;
    while (--at > opener && !(opener_[at] == opener && kind(at) == K::T_FOR)) {}
    return kind(at) == K::T_FOR && at > opener;
  }
  bool in_fstring(int at) const {
    int depth = 0;
    while (--at >= 0) depth += kind(at) == K::T_FSTRING_START ? 1 : kind(at) == K::T_FSTRING_END ? -1 : 0;
    return depth > 0;
  }
  /// A token that ends an expression, when one stands before the next token.
  bool ends_expression(int at) const {
    return is(at, {K::T_NAME, K::T_NUMBER, K::T_STRING, K::T_FSTRING_END, K::T_NONE, K::T_TRUE, K::T_FALSE, K::T_ELLIPSIS, K::T_RPAR, K::T_RSQB, K::T_RBRACE});
  }
  bool at_end(int at) const {
    while (kind(at) == K::T_DEDENT) ++at;
    return kind(at) == K::T_YYEOF;
  }

  struct Diagnosis {
    std::string message;
    Span span;
    DiagnosticCategory category;
  };

  std::string_view text_;
  DiagnosticSink& sink_;
  const Builder& builder_;
  int start_kind_;
  std::vector<Token> tokens_;
  std::vector<int> opener_;  // for every token the index of the bracket around it, or kNone
  std::vector<int> closer_;  // for every bracket the index of its partner, or kNone
  int failed_ = 0;           // the token the parser stopped at
  int start_ = 0;            // where its simple statement or header begins
  int depth_ = 0;
  int furthest_ = 0;         // the last token that the recogniser has looked at
  int barrier_ = kNone;      // a bracket that begins no subscript
  std::optional<Diagnosis> found_;
};

}  // namespace coil::syntax
