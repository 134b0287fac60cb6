// Mistakes inside brackets: forgotten commas, arguments, comprehensions, conditional expressions.
#include "syntax/explainer.hpp"

namespace coil::syntax {

namespace {

/// CPython takes every name that a soft keyword begins with for one where it looks for a forgotten comma: `(c d)` is just invalid.
bool begins_soft_keyword(std::string_view name) {
  return !name.empty() && (name == "_" || std::string_view("match").starts_with(name) || std::string_view("case").starts_with(name));
}

}  // namespace

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

}  // namespace coil::syntax
