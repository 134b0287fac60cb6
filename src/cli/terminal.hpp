// The terminal of the prompt: modes, size, signals. It is in raw mode only while a line is edited, so that programs always find it as they expect it; whatever ends the
// process meanwhile puts the old modes back.
#pragma once

#include <string_view>

namespace coil {

/// Whether standard input and output are a terminal on which lines can be edited.
bool terminal_can_edit();
/// Columns and rows.
void terminal_size(int* width, int* height);
void terminal_write(std::string_view bytes);
/// Whether input is waiting.
bool terminal_has_input();

/// What happened to the terminal since the last question.
struct TerminalNews {
  bool resized = false;    // or stopped and continued: the screen has to be shown anew
  bool continued = false;
  bool hung_up = false;
};

/// Raw mode, and the signals that belong to it, for a scope. One at a time.
class RawTerminal {
 public:
  /// `notify` is called from signal handlers.
  explicit RawTerminal(void (*notify)());
  ~RawTerminal();
  RawTerminal(const RawTerminal&) = delete;
  static TerminalNews take_news();
  /// False in a child of fork().
  static bool is_ours();
  /// Stops the process as Ctrl-Z does.
  static void suspend();
};

/// For os._exit() and the like: the old modes, if they were changed.
void restore_terminal();

}  // namespace coil
