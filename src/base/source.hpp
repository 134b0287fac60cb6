// A source text with its name and its line table, and the Span that points into it.
// Lines count from 1; columns are byte offsets into the UTF-8 text of the line, from 0.
// Reading a file is the caller's business.
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

class Source {
public:
  /// Keeps the text as given, without a byte order mark. One NUL byte follows the text, so that a
  /// scanner can stop there.
  Source(std::string filename, std::string_view text);

  const std::string& filename() const { return filename_; }
  /// The text; data()[size()] is NUL.
  std::string_view text() const { return text_; }
  bool had_bom() const { return had_bom_; }

  /// The text of a line without its end-of-line characters; empty when there is no such line.
  std::string_view line(std::int32_t lineno) const;
  std::int32_t line_count() const;
  /// How many characters lie before a byte column of a line.
  std::int32_t column_in_characters(std::int32_t lineno, std::int32_t byte_column) const;

private:
  const std::vector<std::uint32_t>& line_starts() const;

  std::string filename_;
  std::string text_;
  bool had_bom_ = false;
  mutable std::vector<std::uint32_t> line_starts_;  // filled at the first question
};

}  // namespace coil
