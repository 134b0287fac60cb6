// Source text to trees and to errors, through the public entry points.
#include "syntax/ast_dump.hpp"
#include "syntax/parse.hpp"

#include <doctest/doctest.h>

#include <string>

namespace {

using namespace coil;

std::string tree(const std::string& text) {
  Source source("test.py", text);
  Arena arena;
  DiagnosticSink sink(source);
  auto* expression = parse_expression(source, arena, sink);
  if (expression == nullptr) return "error: " + sink.error().message;
  std::string all = dump(*expression);
  constexpr std::string_view kHead = "Expression(body=";
  return all.substr(kHead.size(), all.size() - kHead.size() - 1);
}

std::string body(const std::string& text) {
  Source source("test.py", text);
  Arena arena;
  DiagnosticSink sink(source);
  auto* module = parse_module(source, arena, sink);
  return module == nullptr ? "error: " + sink.error().message : dump(*module);
}

Diagnostic error(const std::string& text) {
  Source source("test.py", text);
  Arena arena;
  DiagnosticSink sink(source);
  CHECK(parse_module(source, arena, sink) == nullptr);
  REQUIRE(sink.has_error());
  return sink.error();
}

std::string repeat(const std::string& text, int count) {
  std::string result;
  for (int i = 0; i < count; ++i) result += text;
  return result;
}

}  // namespace

TEST_CASE("precedence") {
  CHECK(tree("-2 ** -1") ==
        "UnaryOp(op=USub(), operand=BinOp(left=Constant(value=2), op=Pow(), "
        "right=UnaryOp(op=USub(), operand=Constant(value=1))))");
  CHECK(tree("not a in b") ==
        "UnaryOp(op=Not(), operand=Compare(left=Name(id='a', ctx=Load()), ops=[In()], "
        "comparators=[Name(id='b', ctx=Load())]))");
}

TEST_CASE("constants") {
  CHECK(tree("0x_ff") == "Constant(value=255)");
  CHECK(tree("1_0.5e1") == "Constant(value=105.0)");
  CHECK(tree("2j") == "Constant(value=2j)");
  CHECK(tree("'a' \"b\\n\"") == "Constant(value='ab\\n')");
  CHECK(tree("b'\\xff'") == "Constant(value=b'\\xff')");
  CHECK(tree("'\\ud800'") == "Constant(value='\\ud800')");
}

TEST_CASE("f-strings") {
  CHECK(tree("f'a{b=}'") ==
        "JoinedStr(values=[Constant(value='ab='), FormattedValue(value=Name(id='b', ctx=Load()), conversion=114)])");
  CHECK(tree("f'{a:{b}}'") ==
        "JoinedStr(values=[FormattedValue(value=Name(id='a', ctx=Load()), conversion=-1, "
        "format_spec=JoinedStr(values=[FormattedValue(value=Name(id='b', ctx=Load()), conversion=-1)]))])");
}

TEST_CASE("keywords by position are names elsewhere") {
  CHECK(body("match = case = type = _ = 1\n").starts_with("Module("));
  CHECK(body("match(x)\nmatch[x]\ntype(x)\nmatch: int\n").starts_with("Module("));
  CHECK(body("match (x):\n  case (y): pass\n").find("Match(") != std::string::npos);
  CHECK(body("type X[T: int, *Ts, **P] = T\n").find("TypeAlias(") != std::string::npos);
}

TEST_CASE("items of with in parentheses") {
  CHECK(body("with (a as b, c): pass").find("optional_vars") != std::string::npos);
  CHECK(body("with (a, b): pass").find("Tuple") == std::string::npos);
  CHECK(body("with (a, b) as c: pass").find("Tuple") != std::string::npos);
}

TEST_CASE("errors have CPython's words and place") {
  Diagnostic colon = error("if x\n  pass\n");
  CHECK(colon.message == "expected ':'");
  CHECK(colon.lineno == 1);
  CHECK(colon.offset == 5);
  Diagnostic comma = error("f(a b)\n");
  CHECK(comma.message == "invalid syntax. Perhaps you forgot a comma?");
  CHECK(comma.offset == 3);
  CHECK(comma.end_offset == 6);
  CHECK(error("f() = 1\n").message == "cannot assign to function call here. Maybe you meant '==' instead of '='?");
  CHECK(error("del f()\n").message == "cannot delete function call");
  CHECK(error("print 'x'\n").message == "Missing parentheses in call to 'print'. Did you mean print(...)?");
  CHECK(error("def f(a=1, b): pass\n").message == "non-default argument follows default argument");
  Diagnostic block = error("def f():\nx = 1\n");
  CHECK(block.category == DiagnosticCategory::IndentationError);
  CHECK(block.message == "expected an indented block after function definition on line 1");
  CHECK(error(std::string("x\0y", 3)).message == "source code cannot contain null bytes");
}

TEST_CASE("a diagnostic is rendered with carets") {
  CHECK(render(error("  \nif x = 1:\n  pass\n")) ==
        "  File \"test.py\", line 2\n    if x = 1:\n       ^^^^^\n"
        "SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?\n");
}

TEST_CASE("deep nesting is refused, not fatal") {
  constexpr int kDeep = 100000;
  CHECK(error(repeat("-", kDeep) + "1").message == "too many levels of nesting");
  CHECK(error(repeat("not ", kDeep) + "1").message == "too many levels of nesting");
  CHECK(error(repeat("lambda: ", kDeep) + "1").message == "too many levels of nesting");
  CHECK(error(repeat("(", kDeep)).message == "too many nested parentheses");
  CHECK(body("x = " + repeat("1 + ", kDeep) + "1").starts_with("Module("));
}

TEST_CASE("interactive input") {
  auto incomplete = [](const std::string& text) {
    Source source("<stdin>", text);
    Arena arena;
    DiagnosticSink sink(source);
    auto* result = parse_interactive(source, arena, sink);
    CHECK((result == nullptr) == sink.has_error());
    return sink.incomplete_input();
  };
  CHECK_FALSE(incomplete("x = 1\n"));
  CHECK_FALSE(incomplete("x = = 1\n"));
  CHECK_FALSE(incomplete("\n"));
  CHECK(incomplete("if x:\n"));
  CHECK(incomplete("if x:\n  y\n"));
  CHECK_FALSE(incomplete("if x:\n  y\n\n"));
  CHECK(incomplete("f(1,\n"));
  CHECK(incomplete("x = '''abc\n"));
  CHECK(incomplete("try:\n  x\n"));
  CHECK(incomplete("@decorated\n"));
}
