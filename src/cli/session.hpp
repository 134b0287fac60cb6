// What the prompt's statements share: one loop, one context, names, numbered inputs. The other half is stdlib/_prompt.py.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "vm/interpreter.hpp"

namespace coil {

class Session {
 public:
  bool started() const { return !object_.is_nothing(); }
  /// Makes the session and its loop; a loop that was closed is replaced. `on_terminal`: tasks that fail are reported, Ctrl-Z sends an input to the background.
  Result<void> start_reenter(Vm&, bool on_terminal);
  Result<Value> call_reenter(Vm&, const char* method, Value argument = {});
  Value loop() const { return loop_; }

  /// Runs one input to its end, what it awaits included.
  Result<void> run_reenter(Vm&, const std::string& text, bool on_terminal);

 private:
  Result<void> run_code_piece(Vm&, Code*);
  /// Remembers an input for :save and :edit.
  Result<void> note_reenter(Vm&, const std::string& text);

  std::vector<std::string> typed_;  // inputs before the start
  Value object_, loop_, context_;
  int inputs_ = 0;
};

/// Shows the pending exception, which becomes `_exc`. True: the prompt ends with *code.
bool report_reenter(Vm&, int* code);

}  // namespace coil
