// The prompt on a terminal: a line editor that is a client of the session's loop. Tasks run while the user types; what they print goes above the prompt.
#pragma once

#include <string>

#include "cli/session.hpp"

namespace coil {

struct Input {
  enum Kind : uint8_t { Text, EndOfFile } kind;
  std::string text;
};

/// Reads the history; once.
void open_prompt(Vm&);
/// Waits for an input. An exception of a task that must leave the loop (Ctrl-C pressed twice, SystemExit) comes out here; what was typed stays for the next call.
Result<Input> read_input_reenter(Vm&, Session&);
void close_prompt();

}  // namespace coil
