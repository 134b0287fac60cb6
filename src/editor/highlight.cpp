#include "editor/highlight.hpp"

#include <algorithm>
#include <array>

#include "editor/characters.hpp"
#include "parser.hpp"
#include "syntax/lexer.hpp"

namespace coil::editor {

namespace {

using Kind = syntax::Parser::token;

constexpr std::array<std::string_view, 64> kBuiltins = {
    "abs", "aiter", "all", "anext", "any", "ascii", "bin", "bool", "breakpoint", "bytearray", "bytes", "callable", "chr", "classmethod",
    "compile", "complex", "delattr", "dict", "dir", "divmod", "enumerate", "eval", "exec", "exit", "filter", "float", "format", "frozenset",
    "getattr", "globals", "hasattr", "hash", "help", "hex", "id", "input", "int", "isinstance", "issubclass", "iter", "len", "list", "locals",
    "map", "max", "memoryview", "min", "next", "object", "oct", "open", "ord", "pow", "print", "property", "quit", "range", "repr",
    "reversed", "round", "set", "setattr", "slice", "sorted"};
constexpr std::array<std::string_view, 7> kMoreBuiltins = {"staticmethod", "str", "sum", "super", "tuple", "type", "zip"};

bool is_builtin(std::string_view name) {
  return std::binary_search(kBuiltins.begin(), kBuiltins.end(), name) ||
         std::find(kMoreBuiltins.begin(), kMoreBuiltins.end(), name) != kMoreBuiltins.end();
}

bool is_keyword(int kind) { return kind >= Kind::T_AND && kind <= Kind::T_YIELD; }

Style style_of(const syntax::Token& token, int previous) {
  switch (token.kind) {
    case Kind::T_NUMBER: return Style::Number;
    case Kind::T_STRING: case Kind::T_FSTRING_START: case Kind::T_FSTRING_MIDDLE: case Kind::T_FSTRING_END: return Style::String;
    case Kind::T_TRUE: case Kind::T_FALSE: case Kind::T_NONE: return Style::Constant;
    case Kind::T_NAME:
      if (previous == Kind::T_DEF || previous == Kind::T_CLASS) return Style::Definition;
      if (previous == Kind::T_AT) return Style::Decorator;
      if (previous == Kind::T_DOT) return Style::Plain;
      return is_builtin(token.text.view()) ? Style::Builtin : Style::Plain;
    default: return is_keyword(token.kind) ? Style::Keyword : Style::Plain;
  }
}

/// Where a string begins that its line does not end: a quote with letters before it.
size_t string_start(std::string_view text, size_t from, size_t to) {
  size_t quote = text.substr(0, to).find_first_of("'\"", from);
  if (quote == std::string_view::npos) return to;
  while (quote > from && std::string_view("rRbBuUfF").find(text[quote - 1]) != std::string_view::npos) quote--;
  return quote;
}

}  // namespace

std::string_view style_sequence(Style style) {
  switch (style) {
    case Style::Keyword: return "\x1b[1;34m";
    case Style::Builtin: return "\x1b[36m";
    case Style::Constant: return "\x1b[35m";
    case Style::String: return "\x1b[32m";
    case Style::Number: return "\x1b[33m";
    case Style::Comment: return "\x1b[90m";
    case Style::Definition: return "\x1b[1m";
    case Style::Decorator: return "\x1b[36m";
    case Style::Match: return "\x1b[1;4m";
    case Style::Dim: return "\x1b[90m";
    case Style::Error: return "\x1b[31m";
    case Style::Plain: break;
  }
  return "";
}

Highlighter::Highlighter(std::string_view given) {
  if (given.size() > kLongest) return;
  std::string text(given);
  std::replace(text.begin(), text.end(), '\0', ' ');
  styles_.assign(text.size(), Style::Plain);
  size_t at = 0;
  if (text.starts_with(':')) {  // a command, whose argument may be an expression
    at = std::min(text.find_first_of(" \n"), text.size());
    paint(0, at, Style::Keyword);
  }
  while (at < text.size()) at = lex_from(text, at);
}

void Highlighter::paint(size_t from, size_t to, Style style) {
  if (style != Style::Plain) std::fill(styles_.begin() + static_cast<ptrdiff_t>(from), styles_.begin() + static_cast<ptrdiff_t>(to), style);
}

/// Between tokens there are only blanks, line ends, backslashes and comments.
void Highlighter::paint_gap(std::string_view text, size_t from, size_t to) {
  while (from < to) {
    size_t hash = text.substr(0, to).find('#', from);
    if (hash == std::string_view::npos) return;
    size_t end = std::min(text.find('\n', hash), to);
    paint(hash, end, Style::Comment);
    from = end;
  }
}

void Highlighter::note_bracket(char bracket, size_t at) {
  constexpr std::string_view kOpening = "([{", kClosing = ")]}";
  if (kOpening.find(bracket) != std::string_view::npos) return open_.push_back({bracket, at});
  size_t index = kClosing.find(bracket);
  if (index == std::string_view::npos) return;
  if (open_.empty() || open_.back().first != kOpening[index]) return paint(at, at + 1, Style::Error);
  pairs_.push_back({open_.back().second, at});
  open_.pop_back();
}

/// Lexes up to the end or to the first mistake; where to go on.
size_t Highlighter::lex_from(const std::string& text, size_t start) {
  Source nowhere("", "");
  DiagnosticSink sink(nowhere);
  syntax::Lexer lexer(std::string_view(text).substr(start), sink);
  size_t done = start;
  int previous = 0;
  ends_in_string_ = false;
  bool in_fstring = false;
  for (;;) {
    syntax::Token token = lexer.next();
    if (token.kind == Kind::T_YYEOF || lexer.failed()) break;
    std::string_view shown = token.text.view();
    bool inside = shown.data() && !shown.empty() && shown.data() >= text.data() && shown.data() + shown.size() <= text.data() + text.size();
    if (!inside) {
      previous = token.kind;
      continue;
    }
    auto from = static_cast<size_t>(shown.data() - text.data());
    if (!in_fstring) paint_gap(text, done, from);
    paint(from, from + shown.size(), style_of(token, previous));
    if (shown.size() == 1 && token.kind != Kind::T_NAME && token.kind != Kind::T_FSTRING_MIDDLE && token.kind != Kind::T_FSTRING_END) note_bracket(shown[0], from);
    if (token.kind == Kind::T_FSTRING_START) in_fstring = true;
    if (token.kind == Kind::T_FSTRING_END) in_fstring = false;
    done = from + shown.size();
    previous = token.kind;
  }
  if (!lexer.failed()) {
    paint_gap(text, done, text.size());
    return text.size();
  }
  if (lexer.ended_early()) {
    size_t quote = in_fstring ? done : string_start(text, done, text.size());
    paint_gap(text, done, quote);
    paint(quote, text.size(), Style::String);
    ends_in_string_ = quote < text.size() || in_fstring;
    return text.size();
  }
  // A short string without its end, or a character that belongs nowhere: the rest of the line.
  size_t end = std::min(text.find('\n', done), text.size());
  size_t quote = in_fstring ? done : string_start(text, done, end);
  paint(quote, end, Style::String);
  size_t wrong = text.find_first_not_of(" \t", done);
  if (wrong < quote) paint(wrong, next_character(text, wrong), Style::Error);
  return end + 1;
}

std::optional<std::pair<size_t, size_t>> Highlighter::matching_brackets(size_t cursor) const {
  for (auto [first, second] : pairs_) {
    if (first == cursor || second == cursor) return {{first, second}};
  }
  for (auto [first, second] : pairs_) {
    if (cursor > 0 && (first == cursor - 1 || second == cursor - 1)) return {{first, second}};
  }
  return {};
}

std::string highlighted(std::string_view text) {
  Highlighter look(text);
  std::string out;
  Style current = Style::Plain;
  for (size_t i = 0; i < text.size(); i++) {
    Style style = look.style_at(i);
    if (style != current) {
      if (current != Style::Plain) out += kPlainSequence;
      out += style_sequence(style);
      current = style;
    }
    out += text[i];
  }
  if (current != Style::Plain) out += kPlainSequence;
  return out;
}

}  // namespace coil::editor
