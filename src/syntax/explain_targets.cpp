// Mistakes in what stands before `=`, `:` or an augmented assignment, and behind `for`, `with` and `del`.
#include "syntax/explainer.hpp"

namespace coil::syntax {

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

}  // namespace coil::syntax
