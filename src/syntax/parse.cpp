// The entry points: makes the text fit for the lexer (line ends, no NUL), runs the parser, and turns a
// refusal into a diagnostic.
#include "syntax/parse.hpp"

#include "parser.hpp"
#include "syntax/builder.hpp"

#include <cstdio>
#include <optional>
#include <string>

namespace coil {

namespace {

using K = syntax::Parser::token;

/// The length of the UTF-8 sequence at `at`, or 0 when it is malformed (also: overlong, surrogate, too large).
std::size_t utf8_length(std::string_view text, std::size_t at) {
  auto byte = [&](std::size_t i) {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0u;
  };
  auto tail = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
  unsigned first = byte(0);
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first < 0xE0) return tail(1) ? 2 : 0;
  if (first >= 0xE0 && first < 0xF0) {
    bool good = tail(1) && tail(2) && !(first == 0xE0 && byte(1) < 0xA0) && !(first == 0xED && byte(1) >= 0xA0);
    return good ? 3 : 0;
  }
  if (first >= 0xF0 && first < 0xF5) {
    bool good = tail(1) && tail(2) && tail(3) && !(first == 0xF0 && byte(1) < 0x90) &&
                !(first == 0xF4 && byte(1) >= 0x90);
    return good ? 4 : 0;
  }
  return 0;
}

/// A mistake of a whole file has no place in it.
void report_unplaced(std::string message, DiagnosticSink& sink) {
  Diagnostic diagnostic;
  diagnostic.message = std::move(message);
  sink.report_raw(std::move(diagnostic));
}

bool check_encoding(std::string_view text, DiagnosticSink& sink) {
  std::int32_t line = 1;
  std::size_t line_start = 0;
  for (std::size_t at = 0; at < text.size();) {
    auto c = static_cast<unsigned char>(text[at]);
    if (c == '\n') {
      ++line;
      line_start = at + 1;
    }
    if (c != 0 && c < 0x80) {
      ++at;
      continue;
    }
    if (c == 0) {
      sink.syntax_error("source code cannot contain null bytes", {line, -1, line, -1});
      return false;
    }
    std::size_t length = utf8_length(text, at);
    if (length == 0 && sink.source().form() == SourceForm::File) {
      char byte[8];
      std::snprintf(byte, sizeof byte, "\\x%02x", c);
      report_unplaced(std::string("Non-UTF-8 code starting with '") + byte + "' in file " + sink.source().filename() + " on line " +
                          std::to_string(line) + ", but no encoding declared; see https://peps.python.org/pep-0263/ for details",
                      sink);
      return false;
    }
    if (length == 0) {
      char message[120];
      bool start_byte = c >= 0xC2 && c < 0xF5;
      std::snprintf(message, sizeof message,
                    "(unicode error) 'utf-8' codec can't decode byte 0x%02x in position %zu: %s", c,
                    at - line_start, start_byte ? "invalid continuation byte" : "invalid start byte");
      Diagnostic diagnostic;
      diagnostic.message = message;
      diagnostic.lineno = diagnostic.end_lineno = line;
      diagnostic.offset = 1;
      diagnostic.end_offset = -1;
      sink.report_raw(std::move(diagnostic));
      return false;
    }
    at += length;
  }
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
