// A small model of a terminal for tests of what is written to one: rows of characters, the cursor, wrapping as xterm does it, and the few sequences that the editor uses.
#pragma once

#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "editor/characters.hpp"

class Screen {
 public:
  Screen(int width, int height) : width_(width), height_(height) { rows_.resize(static_cast<size_t>(height)); }

  void write(std::string_view bytes) {
    for (size_t at = 0; at < bytes.size();) {
      char byte = bytes[at];
      if (byte == '\r') column_ = 0, at++;
      else if (byte == '\n') line_feed(), at++;
      else if (byte == '\x1b') at = sequence(bytes, at);
      else {
        size_t end = coil::editor::next_character(bytes, at);
        put(bytes.substr(at, end - at));
        at = end;
      }
    }
  }

  /// A row without the blanks at its end.
  std::string row(int index) const {
    std::string text;
    for (const std::string& cell : rows_[static_cast<size_t>(index)]) text += cell.empty() ? " " : cell == kWide ? "" : cell;
    size_t last = text.find_last_not_of(' ');
    return last == std::string::npos ? "" : text.substr(0, last + 1);
  }
  /// All rows, blank ones at the end left out.
  std::string text() const {
    std::string all;
    for (int i = 0; i < height_; i++) all += row(i) + "\n";
    size_t last = all.find_last_not_of('\n');
    return last == std::string::npos ? "" : all.substr(0, last + 1);
  }
  int cursor_row() const { return row_; }
  int cursor_column() const { return column_; }

 private:
  static constexpr const char* kWide = "wide";  // the right half of a wide character

  void line_feed() {
    if (row_ + 1 < height_) {
      row_++;
      return;
    }
    rows_.erase(rows_.begin());
    rows_.emplace_back();
  }
  void put(std::string_view character) {
    std::string stand_in;
    int width = coil::editor::show_character(character, 0, stand_in).width;
    if (column_ + width > width_) {
      column_ = 0;
      line_feed();
    }
    auto& cells = rows_[static_cast<size_t>(row_)];
    if (cells.size() < static_cast<size_t>(column_ + width)) cells.resize(static_cast<size_t>(column_ + width));
    cells[static_cast<size_t>(column_)] = character;
    if (width == 2) cells[static_cast<size_t>(column_) + 1] = kWide;
    column_ += width;
  }
  size_t sequence(std::string_view bytes, size_t at) {
    size_t end = at + 2;
    while (end < bytes.size() && (bytes[end] < 0x40 || bytes[end] > 0x7e)) end++;
    int number = std::atoi(std::string(bytes.substr(at + 2, end - at - 2)).c_str());
    int count = number > 0 ? number : 1;
    auto& cells = rows_[static_cast<size_t>(row_)];
    switch (bytes[end]) {
      case 'A': row_ = std::max(0, row_ - count); break;
      case 'B': row_ = std::min(height_ - 1, row_ + count); break;
      case 'C': column_ = std::min(width_ - 1, column_ + count); break;
      case 'J':
        for (size_t i = static_cast<size_t>(row_) + 1; i < rows_.size(); i++) rows_[i].clear();
        [[fallthrough]];
      case 'K':
        if (cells.size() > static_cast<size_t>(column_)) cells.resize(static_cast<size_t>(column_));
        break;
      default: break;  // colours
    }
    return end + 1;
  }

  int width_, height_, row_ = 0, column_ = 0;
  std::vector<std::vector<std::string>> rows_;
};
