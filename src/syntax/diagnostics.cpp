// The first-error sink, and the printed form of a SyntaxError as CPython's traceback module shows it.
#include "syntax/diagnostics.hpp"

#include "syntax/literals.hpp"

#include <algorithm>

namespace coil {

const char* diagnostic_category_name(DiagnosticCategory category) {
  switch (category) {
    case DiagnosticCategory::IndentationError: return "IndentationError";
    case DiagnosticCategory::TabError: return "TabError";
    case DiagnosticCategory::SyntaxError: break;
  }
  return "SyntaxError";
}

void DiagnosticSink::report(DiagnosticCategory category, std::string message, Span span) {
  Diagnostic diagnostic;
  diagnostic.category = category;
  diagnostic.message = std::move(message);
  diagnostic.lineno = span.lineno;
  // The parser counts characters, where there are any; the later stages, as CPython's, bytes.
  auto column = [&](std::int32_t line, std::int32_t offset) {
    const bool in_bytes = stage_ >= DiagnosticStage::Scopes || (has_broken_utf8_ && syntax::find_utf8_error(source_->line(line)));
    return in_bytes ? offset : source_->column_in_characters(line, offset);
  };
  diagnostic.offset = column(span.lineno, span.col_offset) + 1;
  diagnostic.end_lineno = span.end_lineno;
  // A negative end column means that the end is unknown. CPython measures the end of several lines of a str in the first.
  if (span.end_col_offset < 0) {
    diagnostic.end_offset = span.end_col_offset + 1;
  } else if (span.end_lineno > span.lineno && stage_ < DiagnosticStage::Scopes && is_decoded(source_->form())) {
    const auto size = static_cast<std::int32_t>(source_->line(span.lineno).size());
    diagnostic.end_offset = column(span.lineno, std::min(span.end_col_offset + 1, size + 1));
  } else {
    diagnostic.end_offset = column(span.end_lineno, span.end_col_offset) + 1;
  }
  report_raw(std::move(diagnostic));
}

void DiagnosticSink::report_raw(Diagnostic diagnostic) {
  if (has_error_) return;
  has_error_ = true;
  error_ = std::move(diagnostic);
  error_.stage = stage_;
  error_.filename = source_->filename();
  error_.text = source_->line(error_.lineno);
  error_.text.resize(std::min(error_.text.find('\0'), error_.text.size()));
}

void DiagnosticSink::repeat_warnings(std::size_t first, std::size_t place) {
  const std::vector<SourceWarning> repeated(warnings_.begin() + static_cast<std::ptrdiff_t>(first), warnings_.end());
  warnings_.insert(warnings_.begin() + static_cast<std::ptrdiff_t>(place), repeated.begin(), repeated.end());
}

std::string render(const Diagnostic& diagnostic) {
  std::string out = "  File \"" + diagnostic.filename + "\", line " + std::to_string(diagnostic.lineno) + "\n";
  std::string_view text = diagnostic.text;
  std::size_t blanks = text.find_first_not_of(" \t\f");
  if (blanks == std::string_view::npos) blanks = text.size();
  std::string_view stripped = text.substr(blanks);
  while (!stripped.empty() && (stripped.back() == ' ' || stripped.back() == '\t')) stripped.remove_suffix(1);
  if (!stripped.empty()) {
    out += "    ";
    out += stripped;
    out += '\n';
    if (diagnostic.offset >= 1) {
      std::int64_t offset = diagnostic.offset;
      std::int64_t end = diagnostic.end_offset;
      if (diagnostic.end_lineno > diagnostic.lineno) {
        // Over several lines: up to the end of the first.
        end = 1 + static_cast<std::int64_t>(
                      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
      }
      if (end == 0 || end == -1 || end == offset) end = offset + 1;
      std::int64_t first = offset - 1 - static_cast<std::int64_t>(blanks);
      std::int64_t last = end - 1 - static_cast<std::int64_t>(blanks);
      if (first >= 0) {
        out += "    " + std::string(static_cast<std::size_t>(first), ' ') +
               std::string(static_cast<std::size_t>(std::max<std::int64_t>(last - first, 1)), '^') + "\n";
      }
    }
  }
  out += diagnostic_category_name(diagnostic.category);
  out += ": " + diagnostic.message + "\n";
  return out;
}

}  // namespace coil
