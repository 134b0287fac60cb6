#include "editor/edit_buffer.hpp"

namespace coil::editor {

void EditBuffer::replace(size_t from, size_t to, std::string_view with) {
  if (from == to && with.empty()) return;
  bool typing = from == to && with.size() <= 4 && with != "\n";
  bool blank = with == " ";
  if (typing && typing_ && !changes_.empty() && changes_.back().at + changes_.back().inserted == from) {
    changes_.back().inserted += with.size();
  } else {
    constexpr size_t kMuch = 64u << 20;
    if (remembered_ > kMuch) {
      changes_.clear();
      remembered_ = 0;
    }
    remembered_ += to - from;
    changes_.push_back({from, text_.substr(from, to - from), with.size(), cursor_});
  }
  typing_ = typing && !blank;  // a step of undo is a word
  text_.replace(from, to - from, with);
  cursor_ = from + with.size();
}

void EditBuffer::reset() {
  text_.clear();
  cursor_ = 0;
  changes_.clear();
  remembered_ = 0;
  typing_ = false;
}

bool EditBuffer::undo() {
  typing_ = false;
  if (changes_.empty()) return false;
  Change change = std::move(changes_.back());
  changes_.pop_back();
  remembered_ -= change.removed.size();
  text_.replace(change.at, change.inserted, change.removed);
  cursor_ = change.cursor;
  return true;
}

size_t EditBuffer::line_start(size_t at) const {
  if (at == 0) return 0;
  size_t newline = text_.rfind('\n', at - 1);
  return newline == std::string::npos ? 0 : newline + 1;
}

size_t EditBuffer::line_end(size_t at) const {
  size_t newline = text_.find('\n', at);
  return newline == std::string::npos ? text_.size() : newline;
}

}  // namespace coil::editor
