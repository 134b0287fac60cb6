// A source text with its name and its line table, and the Span that points into it.
// Lines count from 1; columns are byte offsets into the UTF-8 text of the line, from 0.
// Reading a file is the caller's business; what its bytes mean as text is decided here.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace coil {

/// A range of source text. The end is exclusive. All zero: no position.
struct Span {
  std::int32_t lineno = 0;
  std::int32_t col_offset = 0;
  std::int32_t end_lineno = 0;
  std::int32_t end_col_offset = 0;

  friend bool operator==(const Span&, const Span&) = default;
};

/// From the start of `first` to the end of `last`.
inline Span join(const Span& first, const Span& last) {
  return {first.lineno, first.col_offset, last.end_lineno, last.end_col_offset};
}

/// Where a text comes from. What is no str may begin with a byte order mark and name its encoding (PEP 263); errors in the encoding of the program's
/// file have words of their own. The text of a syntax tree, which the library wrote, may have any name between kNameBegins and kNameEnds.
enum class SourceForm : std::uint8_t { Text, Tree, Bytes, File };
inline bool is_decoded(SourceForm form) { return form == SourceForm::Text || form == SourceForm::Tree; }
constexpr char kNameBegins = 1, kNameEnds = 2;

/// The encoding that one of the first two lines names, as messages show it; empty when there is none or it is UTF-8.
std::string declared_encoding(std::string_view text);

class Source {
public:
  /// Decodes the text of a native encoding. One NUL byte follows the text, so that a scanner can stop there.
  Source(std::string filename, std::string_view text, SourceForm form = SourceForm::Text);

  const std::string& filename() const { return filename_; }
  /// The text; data()[size()] is NUL.
  std::string_view text() const { return text_; }
  SourceForm form() const { return form_; }
  /// The message about an encoding that the text can't be in; empty when all is well.
  const std::string& encoding_problem() const { return encoding_problem_; }

  /// The text of a line without its end-of-line characters; empty when there is no such line.
  std::string_view line(std::int32_t lineno) const;
  std::int32_t line_count() const;
  /// How many characters lie before a byte column of a line.
  std::int32_t column_in_characters(std::int32_t lineno, std::int32_t byte_column) const;

private:
  const std::vector<std::uint32_t>& line_starts() const;

  std::string filename_;
  std::string text_;
  SourceForm form_;
  std::string encoding_problem_;
  mutable std::vector<std::uint32_t> line_starts_;  // filled at the first question
};

}  // namespace coil
