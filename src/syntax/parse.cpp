// The entry points: makes the text fit for the lexer (line ends, no NUL), runs the parser, and turns a
// refusal into a diagnostic.
#include "syntax/parse.hpp"

#include "parser.hpp"
#include "syntax/builder.hpp"
#include "syntax/literals.hpp"

#include <algorithm>
#include <cstdio>
#include <optional>
#include <string>

namespace coil {

namespace {

using K = syntax::Parser::token;

/// A mistake of a whole file has no place in it.
void report_unplaced(std::string message, DiagnosticSink& sink) {
  Diagnostic diagnostic;
  diagnostic.message = std::move(message);
  sink.report_raw(std::move(diagnostic));
}

bool check_encoding(std::string_view text, DiagnosticSink& sink) {
  const bool is_file = sink.source().form() == SourceForm::File;
  const auto line_of = [&](std::size_t at) { return 1 + static_cast<std::int32_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n')); };
  const std::size_t nul = text.find('\0');
  const auto broken = syntax::find_utf8_error(text.substr(0, nul));
  if (broken && is_file) {
    char byte[8];
    std::snprintf(byte, sizeof byte, "\\x%02x", static_cast<unsigned char>(text[broken->from]));
    report_unplaced(std::string("Non-UTF-8 code starting with '") + byte + "' in file " + sink.source().filename() + " on line " +
                        std::to_string(line_of(broken->from)) + ", but no encoding declared; see https://peps.python.org/pep-0263/ for details",
                    sink);
    return false;
  }
  if (nul != text.npos && sink.source().form() == SourceForm::Bytes) {
    report_unplaced("source code string cannot contain null bytes", sink);
    return false;
  }
  if (nul != text.npos) {
    sink.syntax_error("source code cannot contain null bytes", {line_of(nul), -1, line_of(nul), -1});
    return false;
  }
  if (broken) sink.set_broken_utf8();
  return true;
}

/// The lexer's input: a copy in the arena with "\n" line ends and a NUL behind it.
std::string_view prepare(std::string_view text, Arena& arena) {
  char* room = arena.allocate_array<char>(text.size() + 1);
  char* to = room;
  for (std::size_t at = 0; at < text.size(); ++at) {
    char c = text[at];
    if (c == '\r') {
      c = '\n';
      if (at + 1 < text.size() && text[at + 1] == '\n') ++at;
    }
    *to++ = c;
  }
  *to = '\0';
  return {room, static_cast<std::size_t>(to - room)};
}

// Offsets in the lexer and the parser are 32 bits wide.
constexpr std::size_t kMaxSourceSize = std::size_t{1} << 30;

std::optional<std::string_view> open_source(const Source& source, Arena& arena, DiagnosticSink& sink) {
  if (source.text().size() > kMaxSourceSize) {
    sink.syntax_error("source code is too long", {1, 0, 1, -1});
    return std::nullopt;
  }
  if (!source.encoding_problem().empty()) {
    report_unplaced(source.encoding_problem(), sink);
    return std::nullopt;
  }
  if (!check_encoding(source.text(), sink)) return std::nullopt;
  return prepare(source.text(), arena);
}

bool ends_with_blank_line(std::string_view text) {
  std::size_t last = text.find_last_not_of(" \t\f");
  if (last == std::string_view::npos || last == 0 || text[last] != '\n') return false;
  std::size_t before = text.find_last_not_of(" \t\f", last - 1);
  return before == std::string_view::npos || text[before] == '\n';
}

bool run(std::string_view text, syntax::Builder& builder, DiagnosticSink& sink, int start_kind) {
  syntax::Parser parser(builder);
  int status = parser.parse();
  if (status == 0 && !builder.error() && !sink.has_error()) return true;
  const auto& refusal = builder.error();
  bool stopped_at_end = refusal && refusal->generic && builder.lexer().at_end() &&
                        (refusal->token_kind == K::T_YYEOF || refusal->token_kind == K::T_DEDENT);
  if (stopped_at_end) sink.set_stopped_at_end();
  if (builder.lexer().ended_early() || (stopped_at_end && !ends_with_blank_line(text))) sink.set_incomplete_input();
  syntax::explain_error(text, sink, builder, start_kind);
  return false;
}

}  // namespace

ast::Module* parse_module(const Source& source, Arena& arena, DiagnosticSink& sink,
                          const ParseOptions& options) {
  auto text = open_source(source, arena, sink);
  if (!text) return nullptr;
  syntax::Builder builder(*text, arena, sink, K::T_START_FILE, options.max_int_digits);
  if (!run(*text, builder, sink, K::T_START_FILE)) return nullptr;
  auto* module = arena.make<ast::Module>();
  module->body = builder.body();
  module->top_level_await = options.allow_top_level_await;
  return module;
}

ast::Expression* parse_expression(const Source& source, Arena& arena, DiagnosticSink& sink,
                                  const ParseOptions& options) {
  auto text = open_source(source, arena, sink);
  if (!text) return nullptr;
  syntax::Builder builder(*text, arena, sink, K::T_START_EVAL, options.max_int_digits);
  if (!run(*text, builder, sink, K::T_START_EVAL)) return nullptr;
  if (const Span& blanks = builder.lexer().blanks_at_end(); blanks.end_col_offset != 0) {  // no blank line without a line end
    sink.report(DiagnosticCategory::IndentationError, "unexpected indent", {blanks.lineno, blanks.end_col_offset - 1, blanks.lineno, -2});
    return nullptr;
  }
  auto* expression = arena.make<ast::Expression>();
  expression->body = builder.expression();
  expression->top_level_await = options.allow_top_level_await;
  return expression;
}

ast::Interactive* parse_interactive(const Source& source, Arena& arena, DiagnosticSink& sink,
                                    const ParseOptions& options) {
  auto text = open_source(source, arena, sink);
  if (!text) return nullptr;
  syntax::Builder builder(*text, arena, sink, K::T_START_SINGLE, options.max_int_digits);
  bool good = run(*text, builder, sink, K::T_START_SINGLE);
  // A compound statement may go on (`else`, another line of its block) until a blank line says otherwise.
  if (good && !options.whole_input && builder.single_is_compound() && !ends_with_blank_line(*text)) {
    sink.syntax_error("unexpected EOF while parsing", {1, 0, 1, -1});
    sink.set_incomplete_input();
    return nullptr;
  }
  if (!good) return nullptr;
  // compile() has added a line to one that ends.
  const bool line_ends = text->ends_with('\n');
  const bool block_on_last_line = builder.single_is_compound() && !line_ends && !builder.lexer().ends_in_block();
  if (options.is_one_statement && (builder.body().empty() || block_on_last_line)) {
    const int last = std::max(1, source.line_count() - (block_on_last_line ? 0 : 2));
    sink.syntax_error("invalid syntax", {last, -1, last, -1});
    return nullptr;
  }
  auto* interactive = arena.make<ast::Interactive>();
  interactive->body = builder.body();
  interactive->top_level_await = options.allow_top_level_await;
  return interactive;
}

}  // namespace coil
