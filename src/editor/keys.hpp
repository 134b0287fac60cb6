// Bytes of a terminal to keys: escape sequences of xterm, the Linux console, tmux and rxvt, UTF-8, bracketed paste. Sequences may be cut anywhere between two reads.
// A lone Escape waits for the key that follows, which it makes an Alt key.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace coil::editor {

enum class KeyKind : uint8_t {
  None,   // nothing yet: more bytes are needed
  Text,   // printable characters, as many as came together
  Paste,  // the text between the marks of a bracketed paste
  Letter, // a key with Ctrl or Alt: `letter`
  Enter, Tab, BackTab, Backspace, Delete, Left, Right, Up, Down, Home, End, PageUp, PageDown, Escape,
  Unknown,
};

struct Key {
  KeyKind kind = KeyKind::None;
  char letter = 0;  // of Letter: lower case, or one of @[\]^_ and the like
  bool ctrl = false, alt = false, shift = false;
  std::string text;
};

class KeyDecoder {
 public:
  void feed(std::string_view bytes);
  Key next();
  /// Bytes that no key was made of yet.
  std::string_view unread() const { return std::string_view(bytes_).substr(at_); }
  bool in_paste() const { return in_paste_; }
  void clear();
  /// Forgets a paste whose end mark does not come.
  void end_paste();

 private:
  Key take(Key key, size_t size);
  Key control(unsigned char byte, size_t size, bool alt);
  Key escape();
  Key csi();
  Key text();
  Key paste();

  std::string bytes_;
  size_t at_ = 0;
  std::string pasted_;
  bool in_paste_ = false;
};

}  // namespace coil::editor
