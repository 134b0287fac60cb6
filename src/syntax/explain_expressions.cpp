// Where expressions end. The recogniser knows nothing else about them; what an expression is called comes from parsing it alone.
#include "syntax/explainer.hpp"

namespace coil::syntax {

namespace {

constexpr int kMaxDepth = 1500;

}  // namespace

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
void Explainer::with_expression(int from, int end, const std::function<void(ast::Expr&)>& use) {
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

}  // namespace coil::syntax
