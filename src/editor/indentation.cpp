#include "editor/indentation.hpp"

#include <algorithm>
#include <array>

#include "editor/highlight.hpp"
#include "syntax/parse.hpp"

namespace coil::editor {

namespace {

constexpr std::string_view kBlanks = " \t";

std::string_view last_line(std::string_view text) {
  size_t newline = text.rfind('\n');
  return newline == std::string_view::npos ? text : text.substr(newline + 1);
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\n") == std::string_view::npos; }

/// Statements after which a block goes on further out.
bool leaves_block(std::string_view line) {
  constexpr std::array<std::string_view, 5> kLeaving = {"return", "pass", "break", "continue", "raise"};
  size_t end = std::min(line.find_first_not_of("abcdefghijklmnopqrstuvwxyz"), line.size());
  return std::find(kLeaving.begin(), kLeaving.end(), line.substr(0, end)) != kLeaving.end();
}

}  // namespace

bool is_complete(std::string_view text) {
  if (is_blank(text) || text.starts_with(':')) return true;
  size_t end = text.find_last_not_of(kBlanks);
  Source source("<stdin>", std::string(text.substr(0, end + 1)) + "\n");
  Arena arena;
  ParseOptions options{.allow_top_level_await = true};
  DiagnosticSink sink(source);
  if (parse_interactive(source, arena, sink, options)) return true;
  if (sink.incomplete_input()) return false;
  // Several statements at once, as a paste brings them.
  DiagnosticSink module_sink(source);
  if (!parse_module(source, arena, module_sink, options)) return !module_sink.incomplete_input();
  std::string_view last = last_line(text);
  bool in_block = last.find_first_of(kBlanks) == 0 && !is_blank(last);
  return !in_block;
}

std::string next_indentation(std::string_view text, size_t cursor) {
  std::string_view before = text.substr(0, cursor);
  std::string_view line = last_line(before);
  size_t indent = std::min(line.find_first_not_of(kBlanks), line.size());
  std::string blanks(line.substr(0, indent));
  Highlighter look(before);
  if (look.ends_in_string()) return "";
  std::string_view code = line.substr(indent);
  // What ends the line apart from blanks and a comment.
  size_t line_at = before.size() - line.size();
  size_t end = code.size();
  while (end > 0 && (kBlanks.find(code[end - 1]) != std::string_view::npos || look.style_at(line_at + indent + end - 1) == Style::Comment)) end--;
  if (end == 0) return blanks;
  bool opens = std::string_view("([{").find(code[end - 1]) != std::string_view::npos && look.style_at(line_at + indent + end - 1) == Style::Plain;
  if (opens || (code[end - 1] == ':' && !look.in_brackets())) return blanks + std::string(kIndentStep, ' ');
  if (leaves_block(code) && !look.in_brackets()) blanks.resize(blanks.size() - std::min(blanks.size(), kIndentStep));
  return blanks;
}

}  // namespace coil::editor
