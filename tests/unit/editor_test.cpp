// The line editor without a terminal: bytes in, text, cursor and events out.
#include "editor/line_editor.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace coil::editor;

namespace {

struct Typed {
  History history;
  LineEditor editor{history};
  Event event = Event::Edited;

  Typed& type(std::string_view bytes) {
    event = editor.feed(bytes);
    return *this;
  }
  /// The text with a bar at the cursor.
  std::string shown() const {
    std::string text = editor.text();
    text.insert(editor.cursor(), "|");
    return text;
  }
  /// Types a whole input.
  std::string submit(std::string_view bytes) {
    type(bytes);
    REQUIRE(event == Event::Submit);
    std::string input = editor.take_input();
    history.add(input);
    return input;
  }
};

const std::string kUp = "\x1b[A", kDown = "\x1b[B", kRight = "\x1b[C", kLeft = "\x1b[D";

}  // namespace

TEST_CASE("keys move and edit") {
  Typed typed;
  CHECK(typed.type("hello").shown() == "hello|");
  CHECK(typed.type("\x01").shown() == "|hello");
  CHECK(typed.type("\x06\x06").shown() == "he|llo");
  CHECK(typed.type("\x02").shown() == "h|ello");
  CHECK(typed.type("\x04").shown() == "h|llo");
  CHECK(typed.type("\x05!").shown() == "hllo!|");
  CHECK(typed.type("\x7f").shown() == "hllo|");
  CHECK(typed.type("\x1b[H").shown() == "|hllo");
  CHECK(typed.type("\x1b[3~").shown() == "|llo");
  CHECK(typed.type("\x1b[4~").shown() == "llo|");
  CHECK(typed.type("\x1bOH").shown() == "|llo");
  CHECK(typed.type("\x05\x14").shown() == "lol|");
}

TEST_CASE("words: moving, deleting, changing") {
  Typed typed;
  typed.type("one two_three four");
  CHECK(typed.type("\x1b" "b").shown() == "one two_three |four");
  CHECK(typed.type("\x1b[1;5D").shown() == "one |two_three four");
  CHECK(typed.type("\x1b[1;3C").shown() == "one two_three| four");
  CHECK(typed.type("\x1b\x7f").shown() == "one | four");
  CHECK(typed.type("\x1b" "d").shown() == "one |");
  CHECK(typed.type("x.y-z \x17").shown() == "one |");
  CHECK(typed.type("\x01\x1bu").shown() == "ONE| ");
}

TEST_CASE("kills one after the other are one yank, and Alt-Y walks through older ones") {
  Typed typed;
  typed.type("aa bb cc");
  CHECK(typed.type("\x17\x17").shown() == "aa |");
  CHECK(typed.type("\x19").shown() == "aa bb cc|");
  typed.type("\x15");
  CHECK(typed.type("x\x19").shown() == "xaa bb cc|");
  CHECK(typed.type("\x1by").shown() == "xbb cc|");
  CHECK(typed.type("\x01\x0b\x19\x19").shown() == "xbb ccxbb cc|");
}

TEST_CASE("undo goes back word by word and over kills") {
  Typed typed;
  for (char byte : std::string("alpha beta")) typed.type({&byte, 1});
  typed.type("\x15");
  CHECK(typed.shown() == "|");
  CHECK(typed.type("\x1f").shown() == "alpha beta|");
  CHECK(typed.type("\x1f").shown() == "alpha |");
  CHECK(typed.type("\x1f").shown() == "|");
  typed.editor.take_bell();
  typed.type("\x1f");
  CHECK(typed.editor.take_bell());
}

TEST_CASE("Enter submits what is complete and indents what is not") {
  Typed typed;
  CHECK(typed.type("x = 1\r").event == Event::Submit);
  CHECK(typed.editor.take_input() == "x = 1");
  CHECK(typed.type("for i in y:\r").shown() == "for i in y:\n    |");
  CHECK(typed.type("if i:\r").shown() == "for i in y:\n    if i:\n        |");
  CHECK(typed.type("pass\r").shown() == "for i in y:\n    if i:\n        pass\n    |");
  CHECK(typed.type("f(i)\r").event == Event::Edited);
  CHECK(typed.type("\r").event == Event::Submit);
  CHECK(typed.editor.take_input() == "for i in y:\n    if i:\n        pass\n    f(i)");
  CHECK(typed.type("f(\r").shown() == "f(\n    |");
  CHECK(typed.type("1)\r").event == Event::Submit);
  typed.editor.take_input();
  CHECK(typed.type("s = '''a\r").shown() == "s = '''a\n|");
  CHECK(typed.type("b'''\r").event == Event::Submit);
  typed.editor.take_input();
  CHECK(typed.type("x = (]\r").event == Event::Submit);  // more lines can't repair it
  typed.editor.take_input();
  CHECK(typed.type("d = {'a:': 1,  # comment:\r").shown() == "d = {'a:': 1,  # comment:\n|");
}

TEST_CASE("a block can be edited in all its lines") {
  Typed typed;
  typed.type("if x:\ra\r");
  CHECK(typed.type(kUp + kUp).shown() == "if x|:\n    a\n    ");
  CHECK(typed.type("y" + kDown).shown() == "if xy:\n    a|\n    ");
  CHECK(typed.type("\r").shown() == "if xy:\n    a\n    |\n    ");
  CHECK(typed.type("b").shown() == "if xy:\n    a\n    b|\n    ");
  CHECK(typed.type("\x1b>\r").event == Event::Submit);
  CHECK(typed.editor.take_input() == "if xy:\n    a\n    b");
}

TEST_CASE("Backspace and Tab go in steps of indentation") {
  Typed typed;
  typed.type("if x:\rif y:\r");
  CHECK(typed.type("\x7f").shown() == "if x:\n    if y:\n    |");
  CHECK(typed.type("\t").shown() == "if x:\n    if y:\n        |");
  CHECK(typed.type("a\x1b[Z").shown() == "if x:\n    if y:\n    a|");
}

TEST_CASE("bytes after an input wait for the next one") {
  Typed typed;
  CHECK(typed.type("a\rb\rc").event == Event::Submit);
  CHECK(typed.editor.take_input() == "a");
  CHECK(typed.type("").event == Event::Submit);
  CHECK(typed.editor.take_input() == "b");
  CHECK(typed.type("").event == Event::Edited);
  CHECK(typed.shown() == "c|");
}

TEST_CASE("sequences and characters may be cut anywhere") {
  Typed typed;
  for (char byte : std::string("ab\x1b[1;5D\xc3\xa9\x1b[200~p\rq\x1b[201~\x1bOF!")) typed.type({&byte, 1});
  CHECK(typed.shown() == "\xc3\xa9p\nqab!|");
}

TEST_CASE("a paste is text, whatever is in it") {
  Typed typed;
  CHECK(typed.type("\x1b[200~def f():\r\n\treturn 1\r\rf(\x03)\t\x1b[201~").event == Event::Edited);
  CHECK(typed.editor.text() == "def f():\n\treturn 1\n\nf(\x03)\t");
  typed.editor.clear();
  std::string lines;
  for (int i = 0; i < 1000; i++) lines += "x" + std::to_string(i) + " = " + std::to_string(i) + "\n";
  CHECK(typed.submit("\x1b[200~" + lines + "\x1b[201~\r") + "\n" == lines);
}

TEST_CASE("a paste without an end can be left") {
  Typed typed;
  typed.type("\x1b[200~x = 1\r\x1b[20");
  CHECK(typed.editor.in_paste());
  typed.editor.end_paste();
  CHECK(typed.type("y\r").event == Event::Submit);
  CHECK(typed.editor.take_input() == "y");
}

TEST_CASE("a paste without marks keeps its own indentation") {
  Typed typed;
  typed.type("if x:\r    a\r    b\r");
  CHECK(typed.editor.text() == "if x:\n    a\n    b\n    ");
}

TEST_CASE("invalid bytes become visible characters") {
  Typed typed;
  CHECK(typed.type("a\xff" "b\xc3(").editor.text() == "a\xef\xbf\xbd" "b\xef\xbf\xbd(");
  CHECK(typed.type("\x1b[999999999999999;1;2;3;4x" "c").editor.text().ends_with("(c"));
}

TEST_CASE("combining characters are one step") {
  Typed typed;
  typed.type("ae\xcc\x81\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb");
  CHECK(typed.type(kLeft).editor.cursor() == 4);
  CHECK(typed.type(kLeft).editor.cursor() == 1);
  CHECK(typed.type("\x04").editor.text() == "a\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb");
}

TEST_CASE("the arrows walk through the history by prefix") {
  Typed typed;
  typed.submit("import a\r");
  typed.submit("x = 1\r");
  typed.submit("import b\r");
  CHECK(typed.type("im" + kUp).shown() == "import b|");
  CHECK(typed.type(kUp).shown() == "import a|");
  CHECK(typed.type(kDown + kDown).shown() == "im|");
  typed.editor.clear();
  CHECK(typed.type(kUp + kUp).shown() == "x = 1|");
  CHECK(typed.type("\r").event == Event::Submit);
}

TEST_CASE("a recalled block runs with one Enter") {
  Typed typed;
  typed.submit("for i in x:\rf()\r\r");
  CHECK(typed.type(kUp).shown() == "for i in x:\n    f()|");
  CHECK(typed.type("\r").event == Event::Submit);
}

TEST_CASE("incremental search") {
  Typed typed;
  typed.submit("alpha(1)\r");
  typed.submit("beta(2)\r");
  typed.submit("alpha(3)\r");
  typed.type("draft\x12" "al");
  CHECK(typed.shown() == "|alpha(3)");
  CHECK(typed.editor.search_line() == "search back: al");
  CHECK(typed.type("\x12").shown() == "|alpha(1)");
  CHECK(typed.type("\x13").shown() == "|alpha(3)");
  CHECK(typed.type("zz").editor.search_line() == "no match search forward: alzz");
  CHECK(typed.type("\x07").shown() == "draft|");
  typed.type("\x12(2");
  CHECK(typed.type("\x05!").shown() == "beta(2)!|");
  typed.editor.clear();
  CHECK(typed.submit("\x12" "beta\r") == "beta(2)");
}

TEST_CASE("Tab inserts the common part and offers the rest") {
  Typed typed;
  typed.editor.complete = [](std::string_view before) {
    Completions found{before.size() - 2, {}};
    if (before.ends_with("pr")) found.candidates = {"print", "private"};
    if (before.ends_with("ab")) found.candidates = {"abs("};
    return found;
  };
  CHECK(typed.type("pr\t").shown() == "pri|");
  CHECK(typed.editor.offered() == std::vector<std::string>{"print", "private"});
  CHECK(typed.type(" ab\t").shown() == "pri abs(|");
  CHECK(typed.editor.offered().empty());
}

TEST_CASE("events") {
  Typed typed;
  CHECK(typed.type("\x04").event == Event::EndOfFile);
  CHECK(typed.type("\x03").event == Event::Interrupt);
  CHECK(typed.type("\x1a").event == Event::Suspend);
  CHECK(typed.type("\x0c").event == Event::ClearScreen);
}
