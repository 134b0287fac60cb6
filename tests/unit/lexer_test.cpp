// The lexer alone: token kinds, places, indentation, f-strings, and what it refuses.
#include "syntax/lexer.hpp"

#include "parser.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

using namespace coil;
using namespace coil::syntax;
using K = Parser::token;

struct Lexed {
  std::vector<Token> tokens;
  std::vector<std::string> texts;
  bool failed = false;
  bool ended_early = false;
  Diagnostic error;
};

Lexed lex(const std::string& text) {
  Source source("test.py", text);
  DiagnosticSink sink(source);
  Lexer lexer(source.text(), sink);
  Lexed result;
  for (;;) {
    Token token = lexer.next();
    if (token.kind == K::T_YYEOF || lexer.failed()) break;
    result.tokens.push_back(token);
    result.texts.emplace_back(token.text.data == nullptr ? "" : std::string(token.text.view()));
  }
  result.failed = lexer.failed();
  result.ended_early = lexer.ended_early();
  if (sink.has_error()) result.error = sink.error();
  return result;
}

std::vector<int> kinds(const std::string& text) {
  std::vector<int> result;
  for (const Token& token : lex(text).tokens) result.push_back(token.kind);
  return result;
}

}  // namespace

TEST_CASE("tokens carry their place") {
  Lexed result = lex("x = 'é' + y\n");
  REQUIRE(result.tokens.size() == 6);
  CHECK(result.tokens[2].span == Span{1, 4, 1, 8});
  CHECK(result.tokens[4].span == Span{1, 11, 1, 12});
  CHECK(result.texts[2] == "'é'");
}

TEST_CASE("a missing newline at the end is supplied") {
  CHECK(kinds("x") == std::vector<int>{K::T_NAME, K::T_NEWLINE});
  CHECK(kinds("").empty());
  CHECK(kinds("# only a comment").empty());
}

TEST_CASE("indentation") {
  CHECK(kinds("if x:\n  y\n\n  # note\nz\n") ==
        std::vector<int>{K::T_IF, K::T_NAME, K::T_COLON, K::T_NEWLINE, K::T_INDENT, K::T_NAME, K::T_NEWLINE,
                         K::T_DEDENT, K::T_NAME, K::T_NEWLINE});
  CHECK(lex("if x:\n    y\n  z\n").error.message == "unindent does not match any outer indentation level");
  Lexed mixed = lex("if x:\n\ty\n        z\n");
  CHECK(mixed.error.category == DiagnosticCategory::TabError);
}

TEST_CASE("no newline inside brackets or after a backslash") {
  CHECK(kinds("(\n1,\n2)\n") == std::vector<int>{K::T_LPAR, K::T_NUMBER, K::T_COMMA, K::T_NUMBER, K::T_RPAR,
                                                 K::T_NEWLINE});
  CHECK(kinds("x \\\n y\n") == std::vector<int>{K::T_NAME, K::T_NAME, K::T_NEWLINE});
}

TEST_CASE("strings") {
  CHECK(lex("rb'a' '''x\ny''' u\"\\\"\"").texts[1] == "'''x\ny'''");
  CHECK(lex("'''x\ny''' z").tokens[1].span == Span{2, 5, 2, 6});
  CHECK(lex("'abc\n").error.message == "unterminated string literal (detected at line 1)");
  Lexed open = lex("'''abc\n");
  CHECK(open.error.message == "unterminated triple-quoted string literal (detected at line 1)");
  CHECK(open.ended_early);
}

TEST_CASE("f-strings are tokens, nested with the same quotes") {
  CHECK(kinds("f'a{x!r:>{w}}'") ==
        std::vector<int>{K::T_FSTRING_START, K::T_FSTRING_MIDDLE, K::T_LBRACE, K::T_NAME, K::T_EXCLAMATION,
                         K::T_NAME, K::T_COLON, K::T_FSTRING_MIDDLE, K::T_LBRACE, K::T_NAME, K::T_RBRACE,
                         K::T_RBRACE, K::T_FSTRING_END, K::T_NEWLINE});
  CHECK_FALSE(lex("f'{f'{1}'}'").failed);
  CHECK(lex("f'}'").error.message == "f-string: single '}' is not allowed");
  CHECK(lex("f'{{}}'").texts[1] == "{");
}

TEST_CASE("numbers") {
  for (const char* good : {"0", "00", "1_000", "0xFF_ff", "0o17", "0b1_0", "1.", ".5", "1e5", "1_0.2_5e-3j", "09.5"}) {
    CAPTURE(good);
    CHECK(kinds(good) == std::vector<int>{K::T_NUMBER, K::T_NEWLINE});
  }
  CHECK(lex("012").error.message.starts_with("leading zeros in decimal"));
  CHECK(lex("1__0").error.message == "invalid decimal literal");
  CHECK(lex("0b12").error.message == "invalid digit '2' in binary literal");
  CHECK(lex("0x").error.message == "invalid hexadecimal literal");
  CHECK(kinds("1if x") == std::vector<int>{K::T_NUMBER, K::T_IF, K::T_NAME, K::T_NEWLINE});
}

TEST_CASE("characters that cannot be") {
  CHECK(lex("x = “a”").error.message == "invalid character '“' (U+201C)");
  CHECK(lex("x =\xC2\xA0""1").error.message == "invalid non-printable character U+00A0");
}

TEST_CASE("brackets match") {
  CHECK(lex(")").error.message == "unmatched ')'");
  CHECK(lex("(]").error.message == "closing parenthesis ']' does not match opening parenthesis '('");
  CHECK(lex("(\n]").error.message == "closing parenthesis ']' does not match opening parenthesis '(' on line 1");
  CHECK(lex("(1").error.message == "'(' was never closed");
  CHECK(lex(std::string(201, '(')).error.message == "too many nested parentheses");
}
