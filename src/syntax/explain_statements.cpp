// Mistakes in statements: headers without a colon, missing blocks, statements of Python 2, parameters.
#include "syntax/explainer.hpp"

namespace coil::syntax {

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

}  // namespace coil::syntax
