// From a refusal to CPython's message. Runs only after the parser has refused a text: it reads the tokens again,
// and looks around the token where the parser stopped for the mistakes that have words of their own.
// The recogniser below knows where an expression ends, and nothing else about it; what an expression is
// called comes from parsing it alone.
#include "syntax/builder.hpp"

#include "parser.hpp"

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace coil::syntax {

namespace {

using K = Parser::token;
constexpr int kNone = -1;
constexpr int kMaxDepth = 1500;

/// CPython takes every name that a soft keyword begins with for one where it looks for a forgotten comma: `(c d)` is just invalid.
bool begins_soft_keyword(std::string_view name) {
  return !name.empty() && (name == "_" || std::string_view("match").starts_with(name) || std::string_view("case").starts_with(name));
}

class Explainer {
public:
  Explainer(std::string_view text, DiagnosticSink& sink, const Builder& builder, int start_kind)
      : text_(text), sink_(sink), builder_(builder), start_kind_(start_kind) {}
  void run();

private:
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
  template <typename Use>
  void with_expression(int from, int end, Use use);
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

int Explainer::brackets(int at) const { return closer_[at] == kNone ? kNone : closer_[at] + 1; }

/// Behind the f-string that begins here.
int Explainer::string_end(int at) const {
  int nested = 0;
  do {
    nested += kind(at) == K::T_FSTRING_START ? 1 : kind(at) == K::T_FSTRING_END ? -1 : 0;
    if (is(at, {K::T_YYEOF, K::T_ERROR})) return kNone;
    ++at;
  } while (nested > 0);
  return at;
}

int Explainer::atom(int at) {
  furthest_ = std::max(furthest_, at);
  switch (kind(at)) {
    case K::T_NAME: case K::T_NUMBER: case K::T_NONE: case K::T_TRUE: case K::T_FALSE: case K::T_ELLIPSIS:
      return at + 1;
    case K::T_STRING: case K::T_FSTRING_START:
      while (is(at, {K::T_STRING, K::T_FSTRING_START})) {
        at = kind(at) == K::T_STRING ? at + 1 : string_end(at);
        if (at == kNone) return kNone;
      }
      return at;
    case K::T_LPAR: case K::T_LSQB: case K::T_LBRACE:
      if (brackets(at) == kNone) {
        for (int item = at + 1; item != kNone;) {
          const int end = expression(item);
          if (kind(end) == K::T_EQUAL) bitwise_or(end + 1);
          item = end != kNone && is(end, {K::T_COMMA, K::T_COLON}) ? end + 1 : kNone;
        }
      }
      // Brackets with the mistake inside are no expression.
      return brackets(at) != kNone && !(at < failed_ && failed_ <= closer_[at]) ? brackets(at) : kNone;
    default: return kNone;
  }
}

int Explainer::primary(int at) {
  if (kind(at) == K::T_AWAIT) ++at;
  at = atom(at);
  while (at != kNone) {
    if (kind(at) == K::T_DOT && kind(at + 1) == K::T_NAME) {
      at += 2;
    } else if (is(at, {K::T_LPAR, K::T_LSQB}) && at != barrier_ && atom(at) != kNone) {
      at = atom(at);
    } else {
      break;
    }
  }
  furthest_ = std::max(furthest_, at);
  return at;
}

int Explainer::factor(int at) {
  while (is(at, {K::T_PLUS, K::T_MINUS, K::T_TILDE})) ++at;
  at = primary(at);
  if (at == kNone || kind(at) != K::T_DOUBLESTAR || depth_ > kMaxDepth) return at;
  ++depth_;
  int next = factor(at + 1);
  --depth_;
  return next == kNone ? at : next;
}

int Explainer::bitwise_or(int at) {
  at = factor(at);
  while (at != kNone && is(at, {K::T_PLUS, K::T_MINUS, K::T_STAR, K::T_SLASH, K::T_DOUBLESLASH, K::T_PERCENT,
                                K::T_AT, K::T_LEFTSHIFT, K::T_RIGHTSHIFT, K::T_AMPER, K::T_CIRCUMFLEX,
                                K::T_VBAR})) {
    int next = factor(at + 1);
    if (next == kNone) break;
    at = next;
  }
  return at;
}

int Explainer::comparison(int at) {
  at = bitwise_or(at);
  while (at != kNone) {
    int operand = kNone;
    if (is(at, {K::T_EQEQUAL, K::T_NOTEQUAL, K::T_LESS, K::T_LESSEQUAL, K::T_GREATER, K::T_GREATEREQUAL,
                K::T_IN})) {
      operand = at + 1;
    } else if (kind(at) == K::T_IS) {
      operand = kind(at + 1) == K::T_NOT ? at + 2 : at + 1;
    } else if (kind(at) == K::T_NOT && kind(at + 1) == K::T_IN) {
      operand = at + 2;
    }
    int next = operand == kNone ? kNone : bitwise_or(operand);
    if (next == kNone) break;
    at = next;
  }
  return at;
}

int Explainer::inversion(int at) {
  while (kind(at) == K::T_NOT) ++at;
  return comparison(at);
}

int Explainer::expression(int at) {
  if (depth_ > kMaxDepth) return kNone;
  ++depth_;
  int end = kNone;
  if (kind(at) == K::T_LAMBDA) {
    int colon = at + 1;
    while (colon != kNone && is(colon, {K::T_NAME, K::T_STAR, K::T_DOUBLESTAR, K::T_SLASH, K::T_COMMA, K::T_EQUAL}) && !is(at + 1, {K::T_SLASH, K::T_COMMA, K::T_EQUAL})) {
      colon = kind(colon) == K::T_EQUAL ? expression(colon + 1) : colon + 1;
    }
    furthest_ = std::max(furthest_, colon);
    if (colon != kNone && kind(colon) == K::T_COLON) end = expression(colon + 1);
  } else {
    end = disjunction(at);
    if (end != kNone && kind(end) == K::T_IF) {
      int test = disjunction(end + 1);
      if (test != kNone && kind(test) == K::T_ELSE) {
        int orelse = expression(test + 1);
        if (orelse != kNone) end = orelse;
      }
    }
  }
  --depth_;
  return end;
}

/// Gives the expression to `use`, unless the tokens are none. Columns of its first line are one too high: the brackets let it span lines.
template <typename Use>
void Explainer::with_expression(int from, int end, Use use) {
  const char* first = tokens_[from].text.data;
  const Text& last = tokens_[end - 1].text;
  std::string source = "(" + std::string(first, last.data + last.size) + ")";
  Source copy("", source);
  Arena arena;
  DiagnosticSink sink(copy);
  Arena text_arena;
  std::string_view kept = text_arena.copy(std::string_view(source.c_str(), source.size() + 1));
  Builder builder(kept.substr(0, source.size()), arena, sink, K::T_START_EVAL, 0);
  Parser parser(builder);
  if (parser.parse() == 0 && !builder.error() && builder.expression() != nullptr) use(*builder.expression());
}

const char* Explainer::describe_range(int from, int end, ast::ExprKind* kind_out) {
  const char* what = nullptr;
  with_expression(from, end, [&](const ast::Expr& expression) {
    if (kind_out != nullptr) *kind_out = expression.kind;
    what = describe(expression);
  });
  return what;
}

// `if x:` without its block. The parser stopped at the first token of the next line.
bool Explainer::missing_block() {
  int behind = failed_;
  while (kind(behind) == K::T_DEDENT && kind(behind - 1) == K::T_DEDENT) --behind;
  if (kind(behind - 1) != K::T_NEWLINE || kind(behind - 2) != K::T_COLON || kind(behind) == K::T_INDENT) return false;
  int header = behind - 2;
  while (header > 0 && !is(header - 1, {K::T_NEWLINE, K::T_INDENT, K::T_DEDENT})) --header;
  int first = header;
  if (kind(first) == K::T_ASYNC) ++first;
  const char* what = nullptr;
  switch (kind(first)) {
    case K::T_IF: what = "'if' statement"; break;
    case K::T_ELIF: what = "'elif' statement"; break;
    case K::T_ELSE: what = "'else' statement"; break;
    case K::T_WHILE: what = "'while' statement"; break;
    case K::T_FOR: what = "'for' statement"; break;
    case K::T_WITH: what = "'with' statement"; break;
    case K::T_TRY: what = "'try' statement"; break;
    case K::T_EXCEPT: what = kind(first + 1) == K::T_STAR ? "'except*' statement" : "'except' statement"; break;
    case K::T_FINALLY: what = "'finally' statement"; break;
    case K::T_DEF: what = "function definition"; break;
    case K::T_CLASS: what = "class definition"; break;
    case K::T_NAME:
      what = word(first) == "match" ? "'match' statement" : word(first) == "case" ? "'case' statement" : nullptr;
      break;
  }
  if (what == nullptr) return false;
  Span place = at_end(failed_) ? end_of_input() : visible(failed_);
  if (place.col_offset < 0) place.end_col_offset = -2;
  return error(std::string("expected an indented block after ") + what + " on line " +
                   std::to_string(span(first).lineno),
               place, DiagnosticCategory::IndentationError);
}

/// The line of the last token that CPython has read when it words the mistake: the one behind two expressions without a comma between them.
std::int32_t Explainer::last_line_read() const {
  const std::int32_t line = std::max(span(failed_).lineno, found_->span.end_lineno);
  if (!found_->message.ends_with("Perhaps you forgot a comma?")) return line;
  int behind = failed_;
  const auto inside = [&](const Span& token) {
    return std::pair(token.lineno, token.col_offset) < std::pair(found_->span.end_lineno, found_->span.end_col_offset);
  };
  while (!at_end(behind) && inside(span(behind))) ++behind;
  return std::max(line, span(behind).lineno);
}

/// Whether CPython gets beyond the line, or to the end of the tokens, while it looks for words: it reads the expression that the refused token begins, or
/// that is assigned there, and the token behind it.
bool Explainer::reads_beyond(std::optional<std::int32_t> line) {
  const std::string_view said = found_->message;
  if (!said.starts_with("invalid syntax") && !said.starts_with("positional argument follows") && !said.starts_with("cannot use assignment expressions") &&
      !said.ends_with("instead of '='?")) {
    return false;
  }
  const int opener = opener_[failed_];
  int from = failed_;
  if (is(from, {K::T_EQUAL, K::T_COLONEQUAL})) {
    if (kind(opener) == K::T_LPAR && ends_expression(opener - 1)) return false;  // a call
    int target = from - 1;
    while (target > opener + 1 && !(opener_[target - 1] == opener && kind(target - 1) == K::T_COMMA)) --target;
    const bool display = kind(target) == K::T_LSQB || (kind(target) == K::T_LPAR && closer_[target] == from - 1);
    if (!ends_expression(from - 1) || display) return false;
    for (int at = opener + 1; at < failed_; ++at) {
      if (kind(opener) == K::T_LBRACE && opener_[at] == opener && kind(at) == K::T_COLON) return false;  // a value of a dictionary
    }
    ++from;
  } else if (barrier_ != kNone) {
    from = failed_ = barrier_;
  } else if ((kind(from) == K::T_FOR && ends_expression(from - 1)) || (kind(from) == K::T_YIELD && kind(from - 1) == K::T_LPAR)) {
    ++from;
  } else {
    if (behind_clause(from, opener)) return false;
    if (kind(from - 1) == K::T_NOT) --from;
    const bool parameter = kind(opener) == K::T_LPAR && kind(opener - 2) == K::T_DEF && is(from - 2, {K::T_LPAR, K::T_COMMA});
    if (!ends_expression(from - 1) || parameter || is(start_, {K::T_FROM, K::T_IMPORT}) || (opener == kNone && is(start_, {K::T_CLASS, K::T_DEF}))) return false;
  }
  furthest_ = 0;
  expression(from);
  const bool ends = furthest_ > failed_ && furthest_ + 1 >= static_cast<int>(tokens_.size());
  return ends || (line && span(furthest_).lineno > *line);
}

/// Where the simple statement begins, also behind a header in its line.
int Explainer::statement_start() const {
  if (is(start_, {K::T_IF, K::T_ELIF, K::T_ELSE, K::T_WHILE, K::T_FOR, K::T_WITH, K::T_TRY, K::T_EXCEPT, K::T_FINALLY, K::T_DEF, K::T_CLASS, K::T_ASYNC})) {
    for (int at = start_; at < failed_; ++at) {
      if (kind(at) == K::T_COLON && opener_[at] == kNone) return at + 1;
    }
  }
  return start_;
}

/// `x == 1:` and `f() +=`: a sign of annotations or augmented assignments behind what is no target, when the value behind it is wrong, too.
bool Explainer::sign_without_target() {
  const int from = statement_start();
  const int sign = star_expressions(from);
  if (sign == kNone || sign >= failed_ || word(from) == "match") return false;
  const bool augments = kind(sign) >= K::T_PLUSEQUAL && kind(sign) <= K::T_ATEQUAL;
  if (!augments && kind(sign) != K::T_COLON) return false;
  using enum ast::ExprKind;
  ast::ExprKind left{};
  const char* what = describe_range(from, sign, &left);
  if (what == nullptr) return kind(from) == K::T_STAR && error("invalid syntax", span(sign));
  if (left == Name || left == Attribute || left == Subscript) return false;
  if ((augments ? star_expressions(sign + 1) : expression(sign + 1)) == kNone) return error("invalid syntax", span(sign));
  if (augments) return error("'" + std::string(what) + "' is an illegal expression for augmented assignment", inner_range(from, sign));
  if (left != Tuple && left != List) return error("illegal target for annotation", inner_range(from, sign));
  const int first = kind(from) == K::T_STAR ? bitwise_or(from + 1) : expression(from);
  return error("only single target (not " + std::string(what) + ") can be annotated", range(from, first));
}

/// Behind the targets that stand here.
int Explainer::targets(int at) {
  for (;; ++at) {
    if (kind(at) == K::T_STAR) ++at;
    at = primary(at);
    if (at == kNone || kind(at) != K::T_COMMA || kind(at + 1) == K::T_IN) return at != kNone && kind(at) == K::T_COMMA ? at + 1 : at;
  }
}

/// A target of `for`, `with` or `del` takes no operators: what follows it is refused at once.
bool Explainer::behind_target() {
  int at = kind(start_) == K::T_ASYNC ? start_ + 1 : start_;
  if (kind(at) == K::T_WITH) {
    for (at = failed_; at > start_ && kind(at) != K::T_AS; --at) {}
    if (kind(at) != K::T_AS) return false;
  } else if (!is(at, {K::T_FOR, K::T_DEL})) {
    return false;
  }
  at = targets(at + 1);
  return at != kNone && at < failed_ && !is(at, {K::T_IN, K::T_COLON, K::T_DOT, K::T_LPAR, K::T_RPAR, K::T_LSQB}) && error("invalid syntax", span(at));
}

/// `a if f(b >) else c`: a mistake without words of its own hides the `else` behind it.
bool Explainer::conditional_around() {
  std::vector<int> levels{kNone};
  for (int opener = opener_[failed_]; opener != kNone; opener = opener_[opener] == opener ? kNone : opener_[opener]) levels.push_back(opener);
  for (int sign = failed_ - 1; sign > start_; --sign) {
    const int opener = opener_[sign];
    if (kind(sign) != K::T_IF || std::find(levels.begin(), levels.end(), opener) == levels.end()) continue;
    if (behind_clause(sign, opener) || word(start_) == "case") continue;
    int from = sign - 1;
    while (from > start_ && from > opener && !(opener_[from] == opener && is(from, {K::T_COMMA, K::T_EQUAL, K::T_COLON, K::T_RETURN, K::T_YIELD}))) --from;
    if (is(from, {K::T_COMMA, K::T_EQUAL, K::T_COLON, K::T_RETURN, K::T_YIELD}) || from == opener) ++from;
    const int test = disjunction(sign + 1);
    if (disjunction(from) != sign || test == kNone || is(test, {K::T_ELSE, K::T_COLON})) continue;
    return error("expected 'else' after 'if' expression", join(inner_range(from, sign), inner_range(sign + 1, test)));
  }
  return false;
}

/// The end of the last line that is there.
Span Explainer::end_of_input() const {
  const Source& source = sink_.source();
  std::int32_t last = source.line_count();
  if (last > 1 && source.line(last).empty()) --last;
  const bool has_column = source.form() != SourceForm::File;  // the end of a file that runs as a program has none
  return {last, has_column ? static_cast<std::int32_t>(source.line(last).size()) : -1, last, -2};
}

// CPython gives NEWLINE the place behind the blanks, dedents and the end of the input no column (-1).
Span Explainer::visible(int at) const {
  Span place = span(at);
  switch (kind(at)) {
    case K::T_NEWLINE: {
      if (start_kind_ == K::T_START_EVAL && tokens_[at].text.data == nullptr) return {place.lineno, -1, place.lineno, -1};
      // Behind the blanks, and the joined lines, that follow the last token.
      std::string_view line = sink_.source().line(place.lineno);
      auto column = static_cast<std::size_t>(place.col_offset);
      while (column < line.size() && std::string_view(" \t\f\\").find(line[column]) != std::string_view::npos) {
        if (line[column++] != '\\') continue;
        line = sink_.source().line(++place.lineno);
        column = 0;
      }
      auto from = static_cast<std::int32_t>(column);
      // A comment belongs to it.
      auto end = column < line.size() && line[column] == '#' ? static_cast<std::int32_t>(line.size()) : from;
      return {place.lineno, from, place.lineno, end};
    }
    case K::T_DEDENT: {
      int next = at;
      while (kind(next) == K::T_DEDENT) ++next;
      if (kind(next) == K::T_YYEOF) return visible(next);
      return {span(next).lineno, -1, span(next).lineno, -1};
    }
    case K::T_YYEOF: {
      Span end = end_of_input();
      return {end.lineno, -1, end.lineno, -1};
    }
    case K::T_FSTRING_START: {
      int end = string_end(at);
      return end == kNone ? place : range(at, end);
    }
    default: return place;
  }
}

bool Explainer::statement_header() {
  int first = start_;
  if (kind(first) == K::T_ASYNC) ++first;
  auto expected_colon = [&](int at) { return error("expected ':'", visible(at)); };
  int e = failed_;
  bool outside = opener_[std::min<std::size_t>(e, opener_.size() - 1)] == kNone;
  if (!outside) return false;
  for (int at = first; at < e; ++at) {
    if (kind(at) == K::T_COLON && opener_[at] == kNone) return false;  // the header is complete
  }
  switch (kind(first)) {
    case K::T_IF: case K::T_ELIF: case K::T_WHILE:
      if (kind(e) == K::T_NEWLINE && named(first + 1) == e) return expected_colon(e);
      return false;
    case K::T_FOR:
      for (int at = first; at < e; ++at) {
        if (kind(at) != K::T_IN || kind(e) != K::T_NEWLINE) continue;
        if (star_expressions(at + 1) == e) return expected_colon(e);
      }
      return false;
    case K::T_WITH: case K::T_EXCEPT: {
      if (kind(e) == K::T_COMMA && kind(first) == K::T_EXCEPT) {
        int type = kind(first + 1) == K::T_STAR ? first + 2 : first + 1;
        int end = star_expressions(type);
        if (expression(type) == e && expression(e + 1) != kNone && is(end, {K::T_AS, K::T_COLON})) {
          if (kind(end) == K::T_AS && kind(end + 1) == K::T_NAME) end += 2;
          return error("multiple exception types must be parenthesized", range(type, end));
        }
        return false;
      }
      if (kind(e) != K::T_NEWLINE || kind(e - 1) == K::T_COMMA) return false;
      if (kind(first) == K::T_EXCEPT && e == first + 2 && kind(e - 1) == K::T_STAR) return false;
      return (e == first + 1 ? kind(first) == K::T_EXCEPT : ends_expression(e - 1)) && expected_colon(e);
    }
    case K::T_TRY: case K::T_FINALLY: case K::T_ELSE:
      if (e == first + 1) return expected_colon(e);
      return false;
    case K::T_CLASS:
      if (kind(first + 1) == K::T_NAME && e > first + 1 && kind(e) == K::T_NEWLINE) return expected_colon(e);
      return false;
    case K::T_DEF:
      if (e == first + 2 && kind(first + 1) == K::T_NAME) return error("expected '('", visible(e));
      if (e > first + 2) return expected_colon(kind(e - 1) == K::T_RARROW ? e - 1 : e);
      return false;
    case K::T_NAME:
      if (kind(first - 1) == K::T_SEMI) return word(first) == "match" && error("invalid syntax", visible(first + 1));
      if ((word(first) == "match" || word(first) == "case") && expression(first + 1) != kNone) {
        int end = star_expressions(first + 1);
        if (end != kNone && kind(end) == K::T_COLON && end > e && word(first) == "match") return error("invalid syntax", visible(end + 1));
        if (end != kNone && kind(end) == K::T_IF && named(end + 1) != kNone) end = named(end + 1);
        const bool is_match = word(first) == "match";
        if (end != kNone && kind(end) == K::T_NEWLINE && (is_match || in_match_block())) return expected_colon(end);
        if (is_match && end != kNone && end > e) return error("invalid syntax", visible(end));
      }
      return false;
  }
  return false;
}

// The mistakes with '=' and ':=' where an expression was expected.
bool Explainer::assignment() {
  int e = failed_;
  if ((kind(e) != K::T_EQUAL && kind(e) != K::T_COLONEQUAL) || is(start_, {K::T_IMPORT, K::T_FROM})) return false;
  int opener = opener_[e];
  if (opener == kNone && kind(e) == K::T_COLONEQUAL && is(start_, {K::T_RETURN, K::T_ASSERT, K::T_RAISE, K::T_DEL})) return false;
  for (int at = e - 1; kind(e) == K::T_EQUAL && opener == kNone && at >= start_; --at) {
    if (kind(at) == K::T_YIELD && opener_[at] == kNone) {
      return error("assignment to yield expression not possible", range(at, e));
    }
  }
  // `x: int = 1 = 2`: no targets behind an annotation.
  if (const int annotated = bitwise_or(start_); opener == kNone && kind(e) == K::T_EQUAL && annotated < e && kind(annotated) == K::T_COLON) return false;
  // Outside of brackets the items of other statements than assignments are plain expressions.
  const bool items_may_be_named = !is(start_, {K::T_RETURN, K::T_DEL, K::T_ASSERT, K::T_GLOBAL, K::T_NONLOCAL, K::T_FOR, K::T_WITH, K::T_ASYNC});
  // The operand before: from the nearest place where an expression can start.
  for (int from = opener == kNone ? start_ : opener + 1; from < e; ++from) {
    if (opener_[from] != opener) continue;
    bool boundary = from == start_ || from == opener + 1 || (kind(from - 1) == K::T_COMMA && (opener != kNone || items_may_be_named)) ||
                    is(from - 1, {K::T_STAR, K::T_DOUBLESTAR}) || (kind(from - 1) == K::T_EQUAL && (opener != kNone || kind(e) == K::T_EQUAL)) ||
                    (opener == kNone && from == start_ + 1 &&
                     (is(start_, {K::T_AT, K::T_IF, K::T_ELIF, K::T_WHILE}) || word(start_) == "match")) ||
                    (opener == kNone && word(start_) == "case" && kind(from - 1) == K::T_IF) ||
                    (opener == kNone && kind(from - 1) == K::T_COLON) ||
                    (kind(e) == K::T_COLONEQUAL && kind(opener) != K::T_LBRACE && kind(from - 1) == K::T_COLON) ||
                    (kind(e) == K::T_COLONEQUAL && is(from - 1, {K::T_AND, K::T_OR, K::T_NOT, K::T_IF, K::T_ELSE, K::T_IN}));
    if (!boundary) continue;
    if (start_kind_ == K::T_START_EVAL && opener == kNone) continue;  // no named expression may stand here
    if (opener != kNone && kind(opener) != K::T_LPAR && is(from - 1, {K::T_STAR, K::T_DOUBLESTAR})) continue;  // nor here
    bool call = opener != kNone && kind(opener) == K::T_LPAR &&
                (is(opener - 1, {K::T_NAME, K::T_RPAR, K::T_RSQB, K::T_STRING}));
    if (call && kind(opener - 2) == K::T_DEF) return false;
    if (kind(e) == K::T_COLONEQUAL) {
      if (call) return false;
      if (expression(from) == e && expression(e + 1) != kNone && kind(from) != K::T_STAR) {
        const char* what = describe_range(from, e);
        bool bare = kind(from) != K::T_LPAR || closer_[from] != e - 1;
        if (what == nullptr || (bare && std::string_view(what) == "name")) return false;
        return error(std::string("cannot use assignment expressions with ") + what, inner_range(from, e));
      }
      continue;
    }
    if (call) {
      if (expression(from) == e) {
        if (kind(from - 1) == K::T_EQUAL) return false;  // the value of a keyword
        if (is(from, {K::T_TRUE, K::T_FALSE, K::T_NONE}) && e == from + 1) {
          return error("cannot assign to " + std::string(tokens_[from].text.view()), range(from, e + 1));
        }
        if (is(from - 1, {K::T_STAR, K::T_DOUBLESTAR})) continue;
        if (in_case_pattern(from)) return false;  // keyword of a class pattern
        return error("expression cannot contain assignment, perhaps you meant \"==\"?", join(inner_range(from, e), range(from, e + 1)));
      }
      continue;
    }
    if (bitwise_or(from) != e) continue;
    int right = bitwise_or(e + 1);
    if (right == kNone || is(right, {K::T_EQUAL, K::T_COLONEQUAL})) continue;
    if (kind(from) == K::T_NAME && e == from + 1) {
      return error("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", join(range(from, e + 1), inner_range(e + 1, right)));
    }
    ast::ExprKind what_kind{};
    const char* what = describe_range(from, e, &what_kind);
    if (what == nullptr || is(from, {K::T_TRUE, K::T_NONE, K::T_FALSE}) || what_kind == ast::ExprKind::List ||
        (kind(from) == K::T_LSQB && !behind_clause(closer_[from], from)) || what_kind == ast::ExprKind::Tuple || what_kind == ast::ExprKind::GeneratorExp) {
      continue;
    }
    return error(std::string("cannot assign to ") + what + " here. Maybe you meant '==' instead of '='?",
                 inner_range(from, e));
  }
  return false;
}

/// `1, a = x` and `x = 1, y = 2`: CPython looks for `name = value` in each item before it looks at targets.
bool Explainer::assignment_in_tuple() {
  for (int from = start_, items = 0;; ++items) {
    int end = kind(from) == K::T_STAR ? bitwise_or(from + 1) : expression(from);
    if (end == kNone) return false;
    const bool name = kind(from) == K::T_NAME && end == from + 1;
    int right = kind(end) == K::T_EQUAL ? bitwise_or(end + 1) : kNone;
    if (name && right != kNone && !is(right, {K::T_EQUAL, K::T_COLONEQUAL}) && (items > 0 || kind(right) == K::T_COMMA)) {
      return error("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", range(from, right));
    }
    if (kind(end) != K::T_COMMA) return false;
    from = end + 1;
  }
}

/// `a, b c = d`: where CPython looks for an annotated tuple it takes items without commas between them, and looks for `name = value` in each.
bool Explainer::assignment_behind_tuple() {
  const int first = statement_start();
  for (int from = first, items = 0;; ++items) {
    const int end = kind(from) == K::T_STAR ? bitwise_or(from + 1) : expression(from);
    if (end == kNone || (items == 0 && kind(end) != K::T_COMMA)) return false;
    if (kind(end) == K::T_EQUAL) {
      if (end <= failed_) return false;
      const auto [start, failed] = std::pair(std::exchange(start_, from), std::exchange(failed_, end));
      const bool found = assignment();
      start_ = start;
      failed_ = failed;
      return found;
    }
    if (kind(end) == K::T_COLON && end > failed_ && expression(end + 1) != kNone) {
      return error("only single target (not tuple) can be annotated", range(first, kind(first) == K::T_STAR ? bitwise_or(first + 1) : expression(first)));
    }
    from = kind(end) == K::T_COMMA ? end + 1 : end;
  }
}

/// `f(a[])` and `f(a(yield))`: what is no subscript and no call is an expression of its own for CPython.
bool Explainer::expression_in_brackets() {
  const int list = opener_[failed_];
  if (closer_[list] == kNone || !ends_expression(list - 1) || opener_[list] == kNone || describe_range(list, closer_[list] + 1) == nullptr) return false;
  const int opener = opener_[list];
  barrier_ = list;
  for (int from = opener + 1; from < list; ++from) {
    if (opener_[from] != opener || begins_soft_keyword(word(from)) || disjunction(from) != list) continue;
    if (from != opener + 1 && !is(from - 1, {K::T_COMMA, K::T_EQUAL, K::T_COLON, K::T_COLONEQUAL, K::T_STAR, K::T_DOUBLESTAR, K::T_ELSE, K::T_YIELD})) continue;
    const int failed = std::exchange(failed_, list);
    const Span place = join(inner_range(from, list), inner_range(list, expression(list)));
    failed_ = failed;
    if (from + 1 == list && (word(from) == "print" || word(from) == "exec")) return missing_parentheses(word(from), place);
    return error("invalid syntax. Perhaps you forgot a comma?", place);
  }
  barrier_ = kNone;
  return false;
}

/// `f(a=1, b += 2)` and `f(a=1, help"text")`: the argument before the refused token is a positional one. A name with what follows it is no pair of expressions.
bool Explainer::positional_behind_keyword() {
  const int opener = opener_[failed_];
  if (kind(opener) != K::T_LPAR || kind(opener - 2) == K::T_DEF || !is(opener - 1, {K::T_NAME, K::T_RPAR, K::T_RSQB})) return false;
  bool keywords = false, mappings = false;
  int item = opener + 1;
  for (int at = opener + 1; at < failed_; ++at) {
    if (opener_[at] != opener || (at != opener + 1 && kind(at - 1) != K::T_COMMA)) continue;
    item = at;
    keywords |= kind(at) == K::T_NAME && kind(at + 1) == K::T_EQUAL;
    mappings |= kind(at) == K::T_DOUBLESTAR;
  }
  if ((!keywords && !mappings) || expression(item) != failed_ || is(failed_, {K::T_EQUAL, K::T_COLONEQUAL, K::T_FOR, K::T_ASYNC})) return false;
  const bool name = item + 1 == failed_ && kind(item) == K::T_NAME && (is(failed_, {K::T_STRING, K::T_FSTRING_START}) || begins_soft_keyword(word(item)));
  const int behind = name ? star_expressions(failed_) : failed_;
  if (behind == kNone || (!name && expression(failed_) != kNone)) return false;
  if (name && expression(behind) != kNone) return error("invalid syntax. Perhaps you forgot a comma?", range(failed_, expression(behind)));
  return error(mappings ? "positional argument follows keyword argument unpacking" : "positional argument follows keyword argument", visible(behind));
}

bool Explainer::in_brackets() {
  int e = failed_;
  int opener = opener_[e];
  if (opener == kNone) return false;
  if (expression_in_brackets() || positional_behind_keyword()) return true;
  bool call = kind(opener) == K::T_LPAR && is(opener - 1, {K::T_NAME, K::T_RPAR, K::T_RSQB, K::T_STRING});
  if (call && kind(e - 1) == K::T_STAR && !ends_expression(e - 2) && is(e, {K::T_COMMA, K::T_RPAR}) && kind(opener - 2) != K::T_DEF) {
    for (int at = opener + 1; at < e - 1; ++at) {
      const bool named = opener_[at] == opener && (kind(at) == K::T_EQUAL || (kind(at) == K::T_DOUBLESTAR && is(at - 1, {K::T_LPAR, K::T_COMMA})));
      if (named) return error("iterable argument unpacking follows keyword argument unpacking", span(e - 1));
    }
  }

  if (kind(opener) == K::T_LPAR && !call && e == opener + 1 && kind(e) == K::T_DOUBLESTAR && expression(e + 1) == closer_[opener]) {
    return error("cannot use double starred expression here", span(e));
  }
  const int clause = kind(e) == K::T_ASYNC ? e + 1 : e;
  const int in = kind(clause) == K::T_FOR && kind(e - 1) != K::T_DOT ? targets(clause + 1) : kNone;
  const bool clause_begins = in != kNone && kind(in) == K::T_IN && disjunction(in + 1) != kNone;
  if (clause_begins) {
    int first = opener + 1;
    int last = e - 1;
    int comma = kNone;
    bool pairs = false;
    for (int at = first; at < e; ++at) {
      if (opener_[at] != opener) continue;
      if (kind(at) == K::T_COMMA) comma = at;
      if (is(at, {K::T_COLON, K::T_DOUBLESTAR}) && kind(opener) == K::T_LBRACE) pairs = true;
    }
    if (comma != kNone && !call && !pairs && is(opener, {K::T_LSQB, K::T_LBRACE}) && comma + 1 <= last + 1) {
      return error("did you forget parentheses around the comprehension target?",
                   comma == last ? range(first, e) : range(first, e));
    }
    if (comma != kNone && call && named(comma + 1) == e) {
      int end = closer_[opener] != kNone ? closer_[opener] : e;
      for (int at = e; at < end; ++at) {
        if (opener_[at] == opener && kind(at) == K::T_COMMA) end = at;
      }
      return error("Generator expression must be parenthesized", range(comma + 1, end));
    }
  }
  bool field = kind(opener) == K::T_LBRACE && in_fstring(opener) &&
               is(opener - 1, {K::T_FSTRING_START, K::T_FSTRING_MIDDLE, K::T_RBRACE, K::T_COLON});
  if (field && e == opener + 1) {
    if (kind(e) == K::T_RBRACE) return error("f-string: empty expression not allowed", span(e));
    if (kind(e) == K::T_DOUBLESTAR && expression(e + 1) != kNone) return error("cannot use double starred expression here", span(e));
    if (is(e, {K::T_EXCLAMATION, K::T_COLON, K::T_EQUAL})) {
      return error("f-string: expression required before '" + std::string(tokens_[e].text.view()) + "'", span(e));
    }
  }
  if (field && kind(e - 1) == K::T_EXCLAMATION) return error(kInvalidConversion, span(e));
  if (field && (kind(e - 1) == K::T_EQUAL || kind(e - 2) == K::T_EXCLAMATION)) return error("f-string: expecting '}'", span(e));
  if (call && kind(opener - 2) == K::T_DEF && kind(e - 1) == K::T_EQUAL && is(e, {K::T_COMMA, K::T_RPAR})) {
    return error("expected default value expression", span(e - 1));
  }
  if (call && kind(e) == K::T_COMMA) {
    for (int at = opener + 1; at < e; ++at) {
      if (opener_[at] != opener || kind(at) != K::T_FOR || !ends_expression(e - 1)) continue;
      return error("Generator expression must be parenthesized", range(opener + 1, e));
    }
  }
  if (clause_begins && call) {
    int item = e - 1;
    while (item > opener && !(opener_[item] == opener && kind(item) == K::T_COMMA)) --item;
    if (kind(++item) == K::T_NAME && kind(item + 1) == K::T_EQUAL && expression(item + 2) == e) {
      return error("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", range(item, item + 2));
    }
  }
  if (clause_begins) {
    int item = opener + 1;
    if (kind(item) == K::T_STAR && bitwise_or(item + 1) == e) {
      return error("iterable unpacking cannot be used in comprehension", range(item, e));
    }
    if (kind(item) == K::T_DOUBLESTAR && kind(opener) == K::T_LBRACE) {
      return error("dict unpacking cannot be used in dict comprehension", span(item));
    }
  }
  const bool in_pattern = in_match_block() && in_case_pattern(e);
  if (kind(opener) == K::T_LBRACE && !in_pattern) {
    if (is(e, {K::T_RBRACE, K::T_COMMA}) && kind(e - 1) == K::T_COLON) {
      return error("expression expected after dictionary key and ':'", span(e - 1));
    }
    if (kind(e) == K::T_STAR && kind(e - 1) == K::T_COLON && bitwise_or(e + 1) != kNone) {
      const int behind = bitwise_or(e + 1);
      return error("cannot use a starred expression in a dictionary value",
                   {span(e).lineno, span(e).col_offset, span(behind).end_lineno, span(behind).end_col_offset - 1});
    }
    bool pairs = false, clauses = false;
    int item = opener + 1;
    for (int at = opener + 1; at < e; ++at) {
      if (opener_[at] != opener) continue;
      clauses |= kind(at) == K::T_FOR;
      if (kind(at) == K::T_COMMA) item = at + 1;
      if (kind(at) == K::T_COLON || (kind(at) == K::T_DOUBLESTAR && at == item)) pairs = true;
    }
    if (const int end = expression(item); pairs && !clauses && item > opener + 1 && end != kNone && end <= e && kind(end) != K::T_COLON) {
      const Span& key = span(end - 1);
      return error("':' expected after dictionary key", {key.lineno, key.end_col_offset - 1, key.end_lineno, -1});
    }
  }

  if (in_pattern) return false;
  const bool with_items = kind(kind(start_) == K::T_ASYNC ? start_ + 1 : start_) == K::T_WITH;
  int clause_word = kNone, lambda_word = kNone;  // the nearest before: `for` or `in` of a clause, `lambda` or the colon behind it
  bool in_clauses = false;
  for (int from = opener + 1; from < e; ++from) {
    if (const int before = from - 1; before > opener && opener_[before] == opener) {
      in_clauses |= kind(before) == K::T_FOR;
      if (is(before, {K::T_FOR, K::T_IN})) clause_word = before;
      if (is(before, {K::T_LAMBDA, K::T_COLON})) lambda_word = before;
    }
    if (opener_[from] != opener) continue;
    bool boundary = from == opener + 1 || (with_items && kind(from - 1) == K::T_AS) || is(from - 1, {K::T_COMMA, K::T_EQUAL, K::T_COLON, K::T_COLONEQUAL,
                                                        K::T_ELSE, K::T_STAR, K::T_DOUBLESTAR, K::T_FOR});
    if (!boundary) continue;
    // Not every place takes a whole expression.
    if (!call && kind(from - 1) == K::T_DOUBLESTAR) continue;
    const bool subscript = kind(opener) == K::T_LSQB && is(opener - 1, {K::T_NAME, K::T_RPAR, K::T_RSQB, K::T_STRING});
    if (!call && !subscript && kind(from - 1) == K::T_STAR && from != opener + 2) continue;
    if (kind(from - 1) == K::T_FOR && closer_[opener] == kNone) continue;
    bool parameters = call && kind(opener - 2) == K::T_DEF;
    if (parameters && !is(from - 1, {K::T_EQUAL, K::T_COLON})) continue;
    if (kind(start_) == K::T_FROM && kind(opener) == K::T_LPAR) continue;
    if (kind(from) == K::T_NAME && is(from + 1, {K::T_STRING, K::T_FSTRING_START})) continue;
    if (kind(lambda_word) == K::T_LAMBDA && kind(from - 1) != K::T_EQUAL) continue;
    // What follows such a name is still looked at as an expression of its own, for the sake of `print x`.
    const bool soft = begins_soft_keyword(word(from));
    if (soft && kind(from + 1) == K::T_LPAR) continue;
    const int left = soft ? from + 1 : from;
    int end = disjunction(left);
    if (end == kNone) continue;
    if (kind(clause_word) == K::T_FOR ? bitwise_or(left) != end : kind(clause_word) == K::T_IN && in_clauses) continue;
    const int second = kind(e - 1) == K::T_NOT ? e - 1 : e;
    if (end == second) {
      int right = expression(second);
      if (right == kNone) continue;
      if ((word(from) == "print" || word(from) == "exec") && e == from + 1) continue;
      return error("invalid syntax. Perhaps you forgot a comma?", join(inner_range(left, second), inner_range(second, right)));
    }
    if (kind(end) == K::T_IF && disjunction(end + 1) == e && !is(e, {K::T_ELSE, K::T_COLON})) {
      return error("expected 'else' after 'if' expression", join(inner_range(from, end), inner_range(end + 1, e)));
    }
  }
  return false;
}

/// `print x`, wherever an expression may stand.
bool Explainer::legacy_statement() {
  if (is(start_, {K::T_IMPORT, K::T_FROM, K::T_GLOBAL, K::T_NONLOCAL})) return false;
  // The parser stops behind the name, at it (`a print b`), or behind `not`.
  for (int name : {failed_, failed_ - 1, failed_ - 2}) {
    if (name == failed_ - 2 && kind(failed_ - 1) != K::T_NOT) continue;
    std::string_view called = word(name);
    if (called != "print" && called != "exec") continue;
    if (kind(name + 1) == K::T_LPAR) continue;
    int first = name;  // what follows a name is looked at like what begins an expression
    while (kind(first - 1) == K::T_NAME && first > start_) --first;
    if (first < name && opener_[name] != kNone) continue;
    const bool unpacks = is(first - 1, {K::T_STAR, K::T_DOUBLESTAR}) && !ends_expression(first - 2);
    if (first != start_ && !unpacks && !is(first - 1, {K::T_COMMA, K::T_EQUAL, K::T_COLON, K::T_COLONEQUAL, K::T_LPAR, K::T_LSQB, K::T_LBRACE, K::T_AT,
                                           K::T_RETURN, K::T_YIELD, K::T_RAISE, K::T_FROM, K::T_ASSERT, K::T_DEL, K::T_IF, K::T_ELIF, K::T_ELSE, K::T_WHILE,
                                           K::T_FOR, K::T_IN, K::T_WITH, K::T_EXCEPT})) {
      continue;
    }
    int end = star_expressions(name + 1);
    if (end == kNone || describe_range(name + 1, end) == nullptr) continue;
    if (kind(end) == K::T_IF && disjunction(end + 1) != kNone && !is(disjunction(end + 1), {K::T_ELSE, K::T_COLON})) {
      return error("expected 'else' after 'if' expression", range(name + 1, disjunction(end + 1)));
    }
    return missing_parentheses(called, range(name, end));
  }
  return false;
}

/// A target of `del` or `for` that is no target, when the grammar has stopped inside or behind it.
bool Explainer::wrong_target() {
  bool deletes = kind(start_) == K::T_DEL;
  int first = kind(start_) == K::T_ASYNC ? start_ + 1 : start_;
  if (const int opener = opener_[failed_]; opener != kNone) {
    int clause = failed_ - 1;
    while (clause > opener && !(opener_[clause] == opener && is(clause, {K::T_FOR, K::T_IN}))) --clause;
    if (kind(failed_) == K::T_FOR && kind(clause) != K::T_FOR) clause = failed_;
    const bool of_items = ends_expression(clause - 1) || (kind(clause - 1) == K::T_COMMA && kind(opener) != K::T_LPAR);
    if (kind(clause) == K::T_FOR && of_items) {
      first = clause;
      deletes = false;
    }
  }
  if ((!deletes && kind(first) != K::T_FOR) || start_kind_ == K::T_START_EVAL) return false;
  const int end = star_expressions(first + 1);
  if (end == kNone) return false;
  bool found = false;
  with_expression(first + 1, end, [&](ast::Expr& expression) {
    const ast::Expr* bad = find_invalid_target(&expression, deletes ? ast::ExprContext::Del : ast::ExprContext::Store);
    if (bad == nullptr || (!deletes && bad->kind == ast::ExprKind::Compare)) return;  // `for x in y`
    Span place = bad->span;
    const Span& start = span(first + 1);
    if (place.lineno == 1) place.col_offset += start.col_offset - 1;
    if (place.end_lineno == 1) place.end_col_offset += start.col_offset - 1;
    place.lineno += start.lineno - 1;
    place.end_lineno += start.lineno - 1;
    found = error(std::string(deletes ? "cannot delete " : "cannot assign to ") + describe(*bad), place);
  });
  return found;
}

/// Parameters in parentheses, and default values of *args and **kwargs.
bool Explainer::parameters() {
  int e = failed_;
  bool lambda = false;
  int first = kNone;
  if (int opener = opener_[e]; opener != kNone && kind(opener) == K::T_LPAR && kind(opener - 2) == K::T_DEF) {
    first = opener + 1;
  } else {
    for (int at = e - 1; at >= start_ && first == kNone; --at) {
      if (opener_[at] != opener_[e]) continue;
      if (kind(at) == K::T_COLON) return false;
      if (kind(at) == K::T_LAMBDA) first = at + 1;
    }
    lambda = true;
  }
  if (first == kNone) return false;
  if (kind(first) == K::T_SLASH && kind(first + 1) == K::T_COMMA) return error("at least one argument must precede /", span(first));
  if (kind(e) == K::T_STAR && kind(e - 1) == K::T_SLASH && e - 1 > first) return error("expected comma between / and *", span(e));
  if (lambda && kind(e - 1) == K::T_EQUAL && kind(e) == K::T_COMMA) return error("expected default value expression", span(e - 1));
  if (kind(e) == K::T_LPAR && brackets(e) != kNone && is(e - 1, {K::T_LPAR, K::T_COMMA, K::T_LAMBDA})) {
    for (int at = first; at < e; ++at) {
      if (opener_[at] == opener_[e] && kind(at) == K::T_EQUAL) return false;
    }
    for (int at = e + 1; at < closer_[e]; ++at) {
      if (kind(at) != K::T_NAME || !is(at + 1, {K::T_COMMA, K::T_RPAR})) return false;
      if (kind(at + 1) == K::T_COMMA) ++at;
    }
    if (closer_[e] == e + 1) return false;
    return error(lambda ? "Lambda expression parameters cannot be parenthesized" : "Function parameters cannot be parenthesized",
                 range(e, closer_[e] + 1));
  }
  if (kind(e) != K::T_EQUAL) return false;
  int item = e - 1;
  while (item >= first && !(opener_[item] == opener_[e] && is(item, {K::T_STAR, K::T_DOUBLESTAR}) &&
                            (item == first || kind(item - 1) == K::T_COMMA))) {
    if (opener_[item] == opener_[e] && kind(item) == K::T_COMMA) return false;
    --item;
  }
  if (item < first) return false;
  return error(kind(item) == K::T_STAR ? "var-positional argument cannot have default value"
                                       : "var-keyword argument cannot have default value",
               span(e));
}

bool Explainer::statement() {
  int e = failed_;
  std::string_view first = word(start_);
  if (kind(start_) == K::T_FROM && kind(e) == K::T_NEWLINE && kind(e - 1) == K::T_COMMA) {
    return error("trailing comma not allowed without surrounding parentheses", visible(e));
  }
  if (first == "case" && kind(e - 1) == K::T_AS && expression(e) != kNone) {
    return error("invalid pattern target", range(e, expression(e)));
  }
  if (kind(start_) == K::T_EXCEPT) {
    if (e == start_ + 2 && kind(e - 1) == K::T_STAR && is(e, {K::T_COLON, K::T_NEWLINE})) {
      return error("expected one or more exception types", visible(e));
    }
    if (e == start_ + 1 && (is(e, {K::T_STAR, K::T_COLON}) || expression(e) != kNone)) {
      return error("cannot have both 'except' and 'except*' on the same 'try'", range(start_, kind(e) == K::T_STAR ? e + 1 : e));
    }
  }
  // `x if y` without else, at the top of a statement.
  for (int from = in_match_block() ? e : start_; from < e; ++from) {
    if (opener_[from] != kNone) continue;
    if (from != start_ && !is(from - 1, {K::T_EQUAL, K::T_RETURN, K::T_COMMA, K::T_COLON, K::T_ELSE, K::T_ASSERT, K::T_RAISE, K::T_FROM, K::T_YIELD, K::T_WITH})) continue;
    int end = disjunction(from);
    if (end != kNone && kind(end) == K::T_IF && disjunction(end + 1) == e && !is(e, {K::T_ELSE, K::T_COLON})) {
      return error("expected 'else' after 'if' expression", join(inner_range(from, end), inner_range(end + 1, e)));
    }
  }
  // A try statement whose block is over.
  if (!is(e, {K::T_EXCEPT, K::T_FINALLY})) {
    int at = e - 1;
    while (kind(e) == K::T_DEDENT && kind(at) == K::T_DEDENT && kind(at - 1) == K::T_DEDENT) --at;  // the innermost block
    if (kind(at) == K::T_DEDENT || kind(at) == K::T_NEWLINE) {
      int level = 0;
      for (; at >= 0; --at) {
        if (kind(at) == K::T_DEDENT) ++level;
        if (kind(at) == K::T_INDENT && --level == 0) break;
      }
      Span place = at_end(e) ? end_of_input() : visible(e);
      if (place.col_offset < 0) place.end_col_offset = -2;
      if (kind(at) == K::T_INDENT && kind(at - 3) == K::T_TRY) return error("expected 'except' or 'finally' block", place);
      int line = e - 2;
      while (line > 0 && !is(line - 1, {K::T_NEWLINE, K::T_INDENT, K::T_DEDENT})) --line;
      if (kind(e - 1) == K::T_NEWLINE && kind(line) == K::T_TRY && kind(line + 1) == K::T_COLON) {
        return error("expected 'except' or 'finally' block", place);
      }
    }
  }
  return false;
}

/// Behind a compound statement in one line an empty line is missing.
bool Explainer::follows_simple_statement() const {
  if (kind(failed_ - 1) != K::T_NEWLINE) return false;
  int first = failed_ - 1;
  while (first > 0 && !is(first - 1, {K::T_NEWLINE, K::T_INDENT, K::T_DEDENT})) --first;
  return !is(first, {K::T_IF, K::T_WHILE, K::T_FOR, K::T_WITH, K::T_TRY, K::T_DEF, K::T_CLASS, K::T_ASYNC, K::T_AT, K::T_ELSE, K::T_ELIF, K::T_EXCEPT, K::T_FINALLY}) &&
         kind(failed_ - 2) != K::T_COLON;
}

bool Explainer::generic_rules() {
  if (missing_block()) return true;
  if (kind(failed_) == K::T_INDENT) {
    const Span& token = span(failed_ + 1);
    const Span place{token.lineno, token.col_offset - 1, token.lineno, -2};
    int line = failed_ - 1;
    while (line > 0 && !is(line - 1, {K::T_NEWLINE, K::T_INDENT, K::T_DEDENT})) --line;
    if (kind(line) == K::T_TRY) return error("expected 'except' or 'finally' block", place);
    return error("unexpected indent", place, DiagnosticCategory::IndentationError);
  }
  if (wrong_target() || parameters() || assignment() || legacy_statement() || in_brackets() || statement_header() || statement()) return true;
  if (kind(failed_) == K::T_DEDENT) {
    int next = failed_;
    while (kind(next) == K::T_DEDENT) ++next;
    const Span& token = span(next);
    const Span place = at_end(next) ? end_of_input() : Span{token.lineno, token.col_offset - 1, token.lineno, -2};
    return error("unexpected unindent", place, DiagnosticCategory::IndentationError);
  }
  return conditional_around() || behind_target() || (opener_[failed_] == kNone && (assignment_behind_tuple() || sign_without_target()));
}

void Explainer::run() {
  const auto& refusal = builder_.error();
  // A mistake of the tokens behind the refused one was met only in looking ahead.
  if (sink_.has_error() && refusal && refusal->generic && refusal->token_kind != K::T_ERROR) sink_.clear();
  if (sink_.has_error()) return;

  // CPython prefers a mistake of the tokens, anywhere in the rest of the text, to one of the grammar.
  DiagnosticSink token_sink(sink_.source());
  Lexer lexer(text_, token_sink, start_kind_ == K::T_START_FILE);
  std::vector<int> open;
  for (;;) {
    Token token = lexer.next();
    tokens_.push_back(token);
    int at = static_cast<int>(tokens_.size()) - 1;
    opener_.push_back(open.empty() ? kNone : open.back());
    closer_.push_back(kNone);
    if (token.kind == K::T_LPAR || token.kind == K::T_LSQB || token.kind == K::T_LBRACE) open.push_back(at);
    if ((token.kind == K::T_RPAR || token.kind == K::T_RSQB || token.kind == K::T_RBRACE) && !open.empty()) {
      closer_[open.back()] = at;
      closer_[at] = open.back();
      opener_[at] = open.back();
      open.pop_back();
    }
    if (token.kind == K::T_YYEOF || lexer.failed()) break;
  }
  if (!refusal) {
    sink_.syntax_error("invalid syntax", {1, 0, 1, 1});
    return;
  }

  auto before = [](const Span& a, const Span& b) {
    return a.lineno < b.lineno || (a.lineno == b.lineno && a.col_offset < b.col_offset);
  };
  failed_ = 0;
  int count = static_cast<int>(tokens_.size());
  while (failed_ < count - 1 && before(tokens_[failed_].span, refusal->span)) ++failed_;
  // Tokens without width share the place of the end of the token before them; the kind tells them apart.
  if (refusal->generic) {
    for (int at = failed_; at < count && tokens_[at].span == refusal->span; ++at) {
      if (tokens_[at].kind == refusal->token_kind) failed_ = at;
    }
  }
  start_ = failed_;
  while (start_ > 0 && !(opener_[start_ - 1] == kNone &&
                         is(start_ - 1, {K::T_NEWLINE, K::T_INDENT, K::T_DEDENT, K::T_SEMI}))) {
    --start_;
  }

  if (refusal->generic && start_kind_ == K::T_START_SINGLE && follows_simple_statement()) {
    error("multiple statements found while compiling a single statement", visible(failed_ - 1));
  } else if (refusal->generic) {
    if (!generic_rules()) error("invalid syntax", visible(failed_));
  } else {
    Span place = refusal->span;
    std::string_view message = refusal->message;
    if (message.starts_with("(unicode error)") || message.starts_with("(value error)") ||
        message.starts_with("cannot mix bytes")) {
      // CPython points at the token behind the strings.
      int behind = atom(failed_);
      const bool last = start_kind_ == K::T_START_EVAL && behind != kNone && kind(behind) == K::T_NEWLINE && tokens_[behind].text.data == nullptr;
      if (last) place = {span(behind).lineno, span(behind).col_offset - 1, span(behind).lineno, -2};
      else if (behind != kNone) place = visible(behind);
    } else if (message.starts_with("positional argument follows") && opener_[failed_] != kNone &&
               closer_[opener_[failed_]] != kNone) {
      place = span(closer_[opener_[failed_]]);
    } else if (message.starts_with("named arguments must follow")) {
      const bool lambda = opener_[failed_] == kNone || kind(opener_[failed_] - 2) != K::T_DEF;
      const int behind = kind(failed_ + 1) == K::T_COMMA ? failed_ + 2 : failed_ + 1;
      if (!is(behind, {lambda ? K::T_COLON : K::T_RPAR}) && !(behind > failed_ + 1 && kind(behind) == K::T_DOUBLESTAR)) message = "invalid syntax";
      if (lambda || message == "invalid syntax") place = visible(behind);
    } else if (message.starts_with("iterable argument unpacking follows")) {
      place.end_lineno = place.lineno;
      place.end_col_offset = place.col_offset + 1;
    }
    error(std::string(message), place);
    if (message.starts_with("keyword argument repeated")) sink_.set_stage(DiagnosticStage::Compiler);
    // A wrong target next to '=' may be a comparison that was meant.
    if (refusal->message.starts_with("cannot assign to ")) {
      int target = failed_;
      while (target > start_ && kind(target - 1) == K::T_LPAR && opener_[target] == target - 1 && brackets(target - 1) != kNone) --target;
      failed_ = target;
      // Only the first '=' of a statement can be meant so.
      int from = opener_[target] == kNone ? start_ : target;
      while (from < target && !(kind(from) == K::T_EQUAL && opener_[from] == kNone)) ++from;
      from = from < target ? start_ : target;
      int equal = bitwise_or(from);
      bool may_begin = from == 0 || !is(from - 1, {K::T_EQUAL, K::T_STAR});
      if (!assignment_in_tuple() && may_begin && equal != kNone && kind(equal) == K::T_EQUAL && opener_[equal] == kNone) {
        failed_ = equal;
        int save = start_;
        start_ = from;
        assignment();
        start_ = save;
      }
    }
  }

  int fstrings = 0;
  for (int at = 0; at < failed_; ++at) {
    fstrings += kind(at) == K::T_FSTRING_START ? 1 : kind(at) == K::T_FSTRING_END ? -1 : 0;
  }
  const bool of_literal = found_->message.starts_with("(") || found_->message.starts_with("cannot mix");
  if (fstrings > 0 && !of_literal && !found_->message.starts_with("f-string")) {
    found_->message.insert(0, "f-string: ");
  }

  if (token_sink.has_error()) {
    const Diagnostic& mistake = token_sink.error();
    bool unclosed = mistake.message.ends_with("was never closed");
    // These count only when the parser gets there.
    const std::string_view said = mistake.message;
    const bool unread = said.starts_with("unindent does not match") || said.starts_with("inconsistent use of tabs") ||
                        said.starts_with("unexpected character after line");
    // An indentation is refused without a look at the rest.
    const bool indentation = found_->message.starts_with("unexpected ") && found_->category == DiagnosticCategory::IndentationError;
    const bool counts = (!unclosed && !unread) || (unclosed && last_line_read() > mistake.lineno) ||
                        (refusal->generic && reads_beyond(unclosed ? std::optional(mistake.lineno) : std::nullopt));
    if (!indentation && counts) {
      sink_.set_stage(end_of_input().lineno > mistake.lineno ? DiagnosticStage::Lexer : mistake.stage);
      sink_.report_raw(mistake);
      return;
    }
  }
  // CPython has a line without its end once it has read beyond it.
  const bool read_on = found_->span.lineno < span(failed_).lineno && !at_end(failed_) && start_kind_ != K::T_START_SINGLE;
  if (read_on || found_->span.end_lineno > found_->span.lineno) {
    sink_.set_stage(DiagnosticStage::Lexer);
  }
  sink_.report(found_->category, std::move(found_->message), found_->span);
}

}  // namespace

void explain_error(std::string_view text, DiagnosticSink& sink, const Builder& builder, int start_kind) {
  Explainer(text, sink, builder, start_kind).run();
}

}  // namespace coil::syntax
