// For the prompt, which shares the terminal with the program: what it has to know before others use the terminal. All nullptr until there is a prompt.
#pragma once

#include <string_view>

namespace coil {

struct TerminalHooks {
  /// Before bytes go to a descriptor of a stream.
  void (*before_write)(int descriptor, std::string_view bytes) = nullptr;
  /// After a stream has read from a descriptor.
  void (*after_read)(int descriptor) = nullptr;
  /// Before the process ends, or becomes another program, without coming back to main().
  void (*before_leaving)() = nullptr;
};
extern TerminalHooks g_terminal_hooks;

}  // namespace coil
