// What was typed before, oldest first, each text once; and the file that keeps it for the next session. An entry is one line of the file: its newlines and backslashes
// are written as \n and \\. Whatever is wrong with the file, the history of the session goes on without it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace coil::editor {

class History {
 public:
  /// At most so many entries are kept.
  explicit History(size_t limit = 10000) : limit_(limit) {}

  /// Reads the file, which need not exist, and appends to it from now on. An error message, or empty.
  std::string open(const std::string& path);
  /// An entry that is there already becomes the newest. An error message when it could not be written for the first time, or empty.
  std::string add(std::string_view text);

  size_t size() const { return entries_.size(); }
  const std::string& at(size_t index) const { return entries_[index]; }

 private:
  void remember(std::string text);
  std::string append(std::string_view text);
  void compact();

  size_t limit_;
  std::vector<std::string> entries_;
  std::string path_;  // empty: no file
};

/// COIL_HISTORY (empty: no file), $XDG_STATE_HOME/coil_history, ~/.coil_history; empty when there is no place.
std::string history_path();

}  // namespace coil::editor
