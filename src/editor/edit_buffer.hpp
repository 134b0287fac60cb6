// The text being typed, its cursor and its undo. Every change goes through replace(), which records what it takes to go back.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace coil::editor {

class EditBuffer {
 public:
  const std::string& text() const { return text_; }
  size_t cursor() const { return cursor_; }
  bool empty() const { return text_.empty(); }

  /// The cursor goes behind what is put in.
  void replace(size_t from, size_t to, std::string_view with);
  void insert(std::string_view what) { replace(cursor_, cursor_, what); }
  void erase(size_t from, size_t to) { replace(from, to, {}); }
  void move_to(size_t at) { cursor_ = at; }
  /// Forgets everything, the undo too.
  void reset();
  /// False when there is nothing to undo.
  bool undo();
  /// The next change is a step of undo by itself, even when it continues the typing before it.
  void end_step() { typing_ = false; }

  size_t line_start(size_t at) const;
  size_t line_end(size_t at) const;
  size_t line_start() const { return line_start(cursor_); }
  size_t line_end() const { return line_end(cursor_); }

 private:
  struct Change {
    size_t at;
    std::string removed;
    size_t inserted;  // bytes
    size_t cursor;    // before it
  };
  std::string text_;
  size_t cursor_ = 0;
  std::vector<Change> changes_;
  size_t remembered_ = 0;  // bytes in changes_
  bool typing_ = false;    // the last change was typing at the cursor
};

}  // namespace coil::editor
