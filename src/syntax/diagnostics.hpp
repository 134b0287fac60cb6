// What is wrong with a source text, as SyntaxError, IndentationError and TabError tell it.
// Used by the lexer, the parser and the compiler. The sink keeps the first error only: what follows is
// usually noise, and a program sees one exception. Warnings are all kept; who compiles sends them through the program's filters.
#pragma once

#include "base/source.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace coil {

enum class DiagnosticCategory : std::uint8_t { SyntaxError, IndentationError, TabError };

/// Who found the mistake. SyntaxError.text depends on it: the lexer shows the line without its end, and the compiler, which has no
/// source any more, the line of the file. What the scopes refuse has no place among the exception's args.
enum class DiagnosticStage : std::uint8_t { Lexer, Parser, Scopes, Compiler };

const char* diagnostic_category_name(DiagnosticCategory category);

/// The attributes of a SyntaxError. Offsets are in characters from 1. An `end_offset` of -1 or 0
/// means that the end is unknown: one caret is shown.
struct Diagnostic {
  DiagnosticCategory category = DiagnosticCategory::SyntaxError;
  std::string message;
  std::string filename;
  std::int32_t lineno = 0;
  std::int32_t offset = 0;
  std::int32_t end_lineno = 0;
  std::int32_t end_offset = 0;
  std::string text;  // the source line, without its newline
  DiagnosticStage stage = DiagnosticStage::Parser;
};

/// Something legal that is hardly meant.
struct SourceWarning {
  enum Category : std::uint8_t { Syntax, Deprecation };
  Category category;
  std::string message;
  Span span;
  DiagnosticStage stage;  // of the error that it may be turned into
};

class DiagnosticSink {
public:
  explicit DiagnosticSink(const Source& source) : source_(&source) {}

  /// Reports an error that covers `span` (byte columns). Later reports are ignored.
  void report(DiagnosticCategory category, std::string message, Span span);
  void syntax_error(std::string message, Span span) {
    report(DiagnosticCategory::SyntaxError, std::move(message), span);
  }
  /// Reports an error whose offsets are already final; the line's text is filled in.
  void report_raw(Diagnostic diagnostic);

  void warn(SourceWarning::Category category, std::string message, Span span, DiagnosticStage stage) {
    warnings_.push_back({category, std::move(message), span, stage});
  }
  /// Those from number `first` on come a second time before number `place`.
  void repeat_warnings(std::size_t first, std::size_t place);

  /// Gives the lines of what was reported other numbers.
  template <class LineOf>
  void renumber(LineOf line_of) {
    for (SourceWarning& warning : warnings_) warning.span.lineno = line_of(warning.span.lineno);
    error_.lineno = line_of(error_.lineno);
    error_.end_lineno = line_of(error_.end_lineno);
  }

  /// The stage of the errors that follow.
  void set_stage(DiagnosticStage stage) { stage_ = stage; }

  bool has_error() const { return has_error_; }
  const Diagnostic& error() const { return error_; }
  const std::vector<SourceWarning>& warnings() const { return warnings_; }
  const Source& source() const { return *source_; }
  void clear() {
    has_error_ = false;
    error_ = {};
    incomplete_ = stopped_at_end_ = false;
  }

  /// Bytes that are no UTF-8 are a mistake only in names and strings: not in comments, unless the program's file has them.
  bool has_broken_utf8() const { return has_broken_utf8_; }
  void set_broken_utf8() { has_broken_utf8_ = true; }

  /// True when more input could repair the error: an open bracket, string or block at the end.
  bool incomplete_input() const { return incomplete_; }
  void set_incomplete_input() { incomplete_ = stopped_at_end_ = true; }
  /// The same without regard to a blank line, which ends an input at a prompt.
  bool stopped_at_end() const { return stopped_at_end_; }
  void set_stopped_at_end() { stopped_at_end_ = true; }

private:
  const Source* source_;
  Diagnostic error_;
  std::vector<SourceWarning> warnings_;
  bool has_error_ = false;
  bool incomplete_ = false;
  bool stopped_at_end_ = false;
  bool has_broken_utf8_ = false;
  DiagnosticStage stage_ = DiagnosticStage::Parser;
};

/// The lines that end an uncaught exception's traceback: file and line, text, carets, message.
std::string render(const Diagnostic& diagnostic);

}  // namespace coil
