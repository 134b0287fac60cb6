// What the editor writes to the terminal, seen on a model of one.
#include "editor/renderer.hpp"

#include <doctest/doctest.h>

#include "screen_model.hpp"

using namespace coil::editor;

namespace {

struct Drawn {
  Screen screen;
  Renderer renderer;
  Drawn(int width, int height, bool colour = false) : screen(width, height), renderer(colour) { renderer.resize(width, height); }

  Drawn& draw(std::string_view text, size_t cursor, std::vector<std::string> below = {}) {
    written = renderer.draw({">>> ", "... ", text, cursor, false, std::move(below)});
    screen.write(written);
    return *this;
  }
  Drawn& draw(std::string_view text) { return draw(text, text.size()); }
  bool cursor_at(int row, int column) const { return screen.cursor_row() == row && screen.cursor_column() == column; }
  std::string written;
};

}  // namespace

TEST_CASE("a block with its prompts") {
  Drawn shown(40, 10);
  shown.draw("if x:\n    pass");
  CHECK(shown.screen.text() == ">>> if x:\n...     pass");
  CHECK(shown.cursor_at(1, 12));
  shown.draw("if y:\n    pass", 4);
  CHECK(shown.screen.text() == ">>> if y:\n...     pass");
  CHECK(shown.cursor_at(0, 8));
  CHECK(shown.written.find("pass") == std::string::npos);  // only what changed is written
  shown.draw("x", 1);
  CHECK(shown.screen.text() == ">>> x");
}

TEST_CASE("long lines wrap, the cursor behind a full row stands in the next one") {
  Drawn shown(10, 10);
  shown.draw("123456");
  CHECK(shown.screen.text() == ">>> 123456");
  CHECK(shown.cursor_at(1, 0));
  shown.draw("1234567");
  CHECK(shown.screen.text() == ">>> 123456\n7");
  CHECK(shown.cursor_at(1, 1));
  shown.draw("1234567", 6);
  CHECK(shown.cursor_at(1, 0));
  shown.draw("12345", 5);
  CHECK(shown.screen.text() == ">>> 12345");
}

TEST_CASE("wide and combining characters, also at the edge") {
  Drawn shown(10, 10);
  shown.draw("\xe6\xbc\xa2\xe5\xad\x97\x65\xcc\x81");
  CHECK(shown.screen.text() == ">>> \xe6\xbc\xa2\xe5\xad\x97\x65\xcc\x81");
  CHECK(shown.cursor_at(0, 9));
  shown.draw("\xe6\xbc\xa2\xe5\xad\x97\x65\xe6\xbc\xa2");
  CHECK(shown.screen.text() == ">>> \xe6\xbc\xa2\xe5\xad\x97\x65\n\xe6\xbc\xa2");
  CHECK(shown.cursor_at(1, 2));
}

TEST_CASE("control and formatting characters are visible") {
  Drawn shown(60, 4);
  shown.draw(std::string_view("a\x01\x1b\x00\x7f\xe2\x80\xae|", 9));
  CHECK(shown.screen.text() == ">>> a^A^[^@^?<202e>|");
}

TEST_CASE("a block taller than the screen follows the cursor") {
  Drawn shown(20, 4);
  std::string text;
  for (int i = 0; i < 10; i++) text += "line " + std::to_string(i) + (i < 9 ? "\n" : "");
  shown.draw(text);
  CHECK(shown.screen.text() == "... line 6\n... line 7\n... line 8\n... line 9");
  CHECK(shown.cursor_at(3, 10));
  shown.draw(text, 0);
  CHECK(shown.screen.text() == ">>> line 0\n... line 1\n... line 2\n... line 3");
  CHECK(shown.cursor_at(0, 4));
}

TEST_CASE("what is above stays, also when the screen scrolls") {
  Drawn shown(20, 4);
  shown.screen.write("one\r\ntwo\r\nthree\r\n");
  shown.draw("a\nb");
  CHECK(shown.screen.text() == "two\nthree\n>>> a\n... b");
  shown.screen.write(shown.renderer.erase() + "above\r\n");
  shown.draw("a\nb");
  CHECK(shown.screen.text() == "three\nabove\n>>> a\n... b");
  shown.screen.write(shown.renderer.finish() + "result");
  CHECK(shown.screen.text() == "above\n>>> a\n... b\nresult");
}

TEST_CASE("lines below the text come and go") {
  Drawn shown(20, 6);
  shown.draw("pr", 2, {"print private", "property"});
  CHECK(shown.screen.text() == ">>> pr\nprint private\nproperty");
  CHECK(shown.cursor_at(0, 6));
  shown.draw("pri");
  CHECK(shown.screen.text() == ">>> pri");
}

TEST_CASE("a narrower terminal wraps again") {
  Drawn shown(20, 6);
  shown.draw("abcdefghijkl");
  Screen narrow(10, 6);
  narrow.write(">>> abcdefghijkl");  // as the terminal shows it after its own wrapping
  shown.screen = narrow;
  shown.renderer.resize(10, 6);
  shown.draw("abcdefghijkl");
  CHECK(shown.screen.text() == ">>> abcdef\nghijkl");
}

TEST_CASE("a terminal of two columns") {
  Drawn shown(2, 8);
  shown.draw("ab\xe6\xbc\xa2");
  CHECK(shown.screen.text() == ">a\nb\n\xe6\xbc\xa2");
}

TEST_CASE("colours and brackets") {
  auto style = [](std::string_view text, size_t at) { return Highlighter(text).style_at(at); };
  CHECK(style("def f(x): return 'a'", 0) == Style::Keyword);
  CHECK(style("def f(x): return 'a'", 4) == Style::Definition);
  CHECK(style("def f(x): return 'a'", 17) == Style::String);
  CHECK(style("x = 1  # why", 7) == Style::Comment);
  CHECK(style("print(1.5)", 0) == Style::Builtin);
  CHECK(style("print(1.5)", 6) == Style::Number);
  CHECK(style("a.print", 2) == Style::Plain);
  CHECK(style("f'a{x}b'", 2) == Style::String);
  CHECK(style("f'a{x}b'", 4) == Style::Plain);
  CHECK(style("x = 'open", 5) == Style::String);
  CHECK(style("x = '''open\nmore", 13) == Style::String);
  CHECK(style("x = 'bad\nimport y", 9) == Style::Keyword);
  CHECK(style("?\nimport y", 2) == Style::Keyword);
  CHECK(style("f(]", 2) == Style::Error);
  auto match = Highlighter("f(a[0], '(')").matching_brackets(12);
  REQUIRE(match);
  CHECK(match->first == 1);
  CHECK(match->second == 11);
  Drawn shown(40, 4, true);
  shown.draw("if 1: pass");
  CHECK(shown.screen.text() == ">>> if 1: pass");
  CHECK(shown.written.find("\x1b[1;34mif\x1b[0m") != std::string::npos);
}

TEST_CASE("candidates in columns") {
  CHECK(in_columns({"a", "b", "c", "d"}, 8, 10) == std::vector<std::string>{"a  c", "b  d"});
  CHECK(in_columns({"a", "b", "c", "d", "e"}, 3, 3) == std::vector<std::string>{"a", "b", "and 3 more"});
}
