// The line editor as a state machine: bytes of a terminal in, events and a state to show out. One input is a whole block of lines. Keys are Emacs's and those of other
// prompts; `coil help prompt` lists them.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "editor/edit_buffer.hpp"
#include "editor/history.hpp"
#include "editor/keys.hpp"

namespace coil::editor {

enum class Event : uint8_t {
  Edited,       // all bytes are used; the state may have changed
  Submit,       // the input is complete: take_input()
  EndOfFile,    // Ctrl-D in an empty input
  Interrupt,    // Ctrl-C
  Suspend,      // Ctrl-Z
  ClearScreen,  // Ctrl-L
};

struct Completions {
  size_t start = 0;                     // what the candidates replace, up to the cursor
  std::vector<std::string> candidates;  // sorted
};

class LineEditor {
 public:
  explicit LineEditor(History& history) : history_(history) {}

  /// Any function from the text before the cursor to what may stand there.
  std::function<Completions(std::string_view before_cursor)> complete;

  /// Bytes after an event other than Edited wait for the next call.
  Event feed(std::string_view bytes);
  /// Whether bytes of a further input are here already.
  bool has_unread() const { return !decoder_.unread().empty(); }
  /// In the middle of a paste there is nothing to show.
  bool in_paste() const { return decoder_.in_paste(); }
  void end_paste() { decoder_.end_paste(); }

  const std::string& text() const { return buffer_.text(); }
  size_t cursor() const { return buffer_.cursor(); }
  /// What Tab offers, to be shown below the text.
  const std::vector<std::string>& offered() const { return offered_; }
  /// The line to show below the text while Ctrl-R or Ctrl-S searches; empty otherwise.
  std::string search_line() const;
  /// Whether a key had no effect since the last question.
  bool take_bell();

  /// The input, without the empty line that ended it; the editor begins a new one.
  std::string take_input();
  /// Throws the input away.
  void clear();
  /// Begins with this text.
  void set_text(std::string_view text);

 private:
  Event handle(const Key& key);
  Event handle_ctrl(char letter);
  void handle_alt(char letter);
  Event enter(bool more_follows);
  void tab();
  void backspace();
  void delete_forward();
  void move_line(bool up);
  void recall(bool older);
  void leave_history();
  void kill(size_t from, size_t to, bool backwards);
  void yank();
  void yank_older();
  void transpose();
  void change_word(char how);
  void begin_search(bool older);
  bool handle_search(const Key& key);
  void search(bool older, bool from_here);
  void end_search(bool keep);

  EditBuffer buffer_;
  KeyDecoder decoder_;
  History& history_;
  bool bell_ = false;
  std::vector<std::string> offered_;

  // Walking through the history: the position (history_.size(): the text that was being typed), that text, and the prefix to look for.
  bool walking_ = false;
  size_t walk_at_ = 0;
  std::string walk_draft_, walk_prefix_;

  // Kills one after the other are one entry; Alt-Y walks through them.
  std::vector<std::string> kills_;
  bool killing_ = false, yanking_ = false;
  size_t yank_at_ = 0, yank_from_ = 0;

  bool searching_ = false, search_failed_ = false, search_older_ = true;
  std::string query_;
  size_t search_at_ = 0;
  std::string search_draft_;
  size_t search_draft_cursor_ = 0;
};

}  // namespace coil::editor
