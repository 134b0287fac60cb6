// The state of an editor to the bytes that show it. Positions are relative to where the prompt began, so the screen above is never touched. Rows that did not change
// are not written again. A block that is taller than the screen shows the part around the cursor.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "editor/highlight.hpp"

namespace coil::editor {

struct Frame {
  std::string_view first_prompt, next_prompt;
  std::string_view text;
  size_t cursor = 0;
  bool settled = false;            // no hint at the cursor
  std::vector<std::string> below;  // lines under the text: a search, candidates
};

class Renderer {
 public:
  explicit Renderer(bool colour) : colour_(colour) {}

  /// Columns and rows of the terminal. After a change of the size, the rows that are shown are taken to be wrapped again by the terminal.
  void resize(int width, int height);
  int width() const { return width_; }
  int height() const { return height_; }

  /// Shows the frame where the last one is; after forget(), finish() or erase() where the cursor is, at the start of a line.
  std::string draw(const Frame&);
  /// Removes the frame; the cursor is at the start of its first row.
  std::string erase();
  /// Leaves the frame on the screen and goes to the start of the row below it.
  std::string finish();
  /// The screen was cleared, or belonged to somebody else meanwhile.
  void forget();
  bool is_shown() const { return !rows_.empty() || !stale_.empty(); }

 private:
  struct Line {
    size_t from, to;     // of the text
    int prompt;          // 0: continuation of a wrapped line, 1: first prompt, 2: next prompt
  };
  struct Row {
    std::string bytes;
    int width = 0;
    bool operator==(const Row& other) const { return bytes == other.bytes; }
  };
  std::vector<Line> wrap(const Frame&, int* cursor_row, int* cursor_column) const;
  Row render(const Frame&, const Line&, const std::vector<Style>& styles) const;
  void go_to(std::string& out, int row);

  bool colour_;
  int width_ = 80, height_ = 24;
  std::vector<Row> rows_;  // on the screen
  std::string stale_;      // what removes the rows of before a resize
  int row_ = 0, column_ = 0;  // where the cursor is
  int first_ = 0;          // the first row of the block that is shown
};

/// Words in columns, at most so many lines.
std::vector<std::string> in_columns(const std::vector<std::string>& words, int width, size_t most_lines);

}  // namespace coil::editor
