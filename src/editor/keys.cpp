#include "editor/keys.hpp"

#include <algorithm>
#include <vector>

#include "editor/characters.hpp"

namespace coil::editor {

namespace {

constexpr std::string_view kPasteEnd = "\x1b[201~";
constexpr size_t kLongestSequence = 64;

struct Sequence {
  std::vector<int> numbers;
  char final;
};

KeyKind kind_of_final(char final) {
  switch (final) {
    case 'A': return KeyKind::Up;
    case 'B': return KeyKind::Down;
    case 'C': return KeyKind::Right;
    case 'D': return KeyKind::Left;
    case 'H': return KeyKind::Home;
    case 'F': return KeyKind::End;
    case 'Z': return KeyKind::BackTab;
    case 'M': return KeyKind::Enter;  // of the keypad
    default: return KeyKind::Unknown;
  }
}

KeyKind kind_of_number(int number) {
  switch (number) {
    case 1: case 7: return KeyKind::Home;
    case 4: case 8: return KeyKind::End;
    case 3: return KeyKind::Delete;
    case 5: return KeyKind::PageUp;
    case 6: return KeyKind::PageDown;
    default: return KeyKind::Unknown;
  }
}

void set_modifiers(Key& key, int parameter) {
  int bits = std::max(parameter, 1) - 1;
  key.shift = bits & 1;
  key.alt = bits & 2;
  key.ctrl = bits & 4;
}

/// A key that the terminal names by its character: "CSI code ; modifiers u" and "CSI 27 ; modifiers ; code ~".
Key key_of_code(int code, int modifiers) {
  Key key;
  set_modifiers(key, modifiers);
  switch (code) {
    case 9: key.kind = key.shift ? KeyKind::BackTab : KeyKind::Tab; return key;
    case 13: key.kind = KeyKind::Enter; return key;
    case 27: key.kind = KeyKind::Escape; return key;
    case 8: case 127: key.kind = KeyKind::Backspace; return key;
    default: break;
  }
  bool printable = code >= 0x20 && code < 0x7f;
  if (!printable) {
    key.kind = KeyKind::Unknown;
  } else if (key.ctrl || key.alt) {
    key.kind = KeyKind::Letter;
    key.letter = static_cast<char>(code >= 'A' && code <= 'Z' ? code + 0x20 : code);
  } else {
    key.kind = KeyKind::Text;
    key.text = std::string(1, static_cast<char>(code));
  }
  return key;
}

Key key_of_sequence(const Sequence& sequence) {
  const std::vector<int>& numbers = sequence.numbers;
  auto number = [&](size_t i) { return i < numbers.size() ? numbers[i] : 0; };
  if (sequence.final == 'u') return key_of_code(number(0), number(1));
  if (sequence.final == '~' && number(0) == 27) return key_of_code(number(2), number(1));
  Key key;
  if (sequence.final == '~' || sequence.final == '^') {
    key.kind = kind_of_number(number(0));
    set_modifiers(key, number(1));
    if (sequence.final == '^') key.ctrl = true;  // rxvt
    return key;
  }
  key.kind = kind_of_final(sequence.final);
  set_modifiers(key, number(1));
  return key;
}

std::string pasted_text(std::string_view bytes) {
  std::string text = valid_utf8(bytes), out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size(); i++) {
    if (text[i] != '\r') out += text[i];
    else if (i + 1 >= text.size() || text[i + 1] != '\n') out += '\n';
  }
  return out;
}

}  // namespace

void KeyDecoder::feed(std::string_view bytes) {
  if (at_ == bytes_.size()) clear();
  bytes_.append(bytes);
}

void KeyDecoder::clear() {
  bytes_.clear();
  at_ = 0;
}

void KeyDecoder::end_paste() {
  if (!in_paste_) return;
  in_paste_ = false;
  pasted_ = {};
  clear();
}

Key KeyDecoder::take(Key key, size_t size) {
  at_ += size;
  constexpr size_t kMuch = 1 << 16;
  if (at_ > kMuch) {
    bytes_.erase(0, at_);
    at_ = 0;
  }
  return key;
}

Key KeyDecoder::next() {
  if (in_paste_) return paste();
  if (unread().empty()) return {};
  auto byte = static_cast<unsigned char>(unread()[0]);
  if (byte == 0x1b) return escape();
  if (byte < 0x20 || byte == 0x7f) return control(byte, 1, false);
  return text();
}

Key KeyDecoder::control(unsigned char byte, size_t size, bool alt) {
  Key key;
  key.alt = alt;
  switch (byte) {
    case '\r': case '\n': key.kind = KeyKind::Enter; break;
    case '\t': key.kind = KeyKind::Tab; break;
    case 0x7f: case '\b': key.kind = KeyKind::Backspace; break;
    default:
      key.kind = KeyKind::Letter;
      key.ctrl = true;
      key.letter = static_cast<char>(byte + 0x40);
      if (key.letter >= 'A' && key.letter <= 'Z') key.letter = static_cast<char>(key.letter + 0x20);
  }
  return take(key, size);
}

Key KeyDecoder::escape() {
  std::string_view rest = unread();
  if (rest.size() < 2) return {};
  auto second = static_cast<unsigned char>(rest[1]);
  if (second == '[') return csi();
  if (second == 'O') {
    if (rest.size() < 3) return {};
    Key key;
    key.kind = kind_of_final(rest[2]);
    if (key.kind == KeyKind::Unknown && rest[2] >= 'a' && rest[2] <= 'd') {  // rxvt
      key.kind = kind_of_final(static_cast<char>(rest[2] - 0x20));
      key.ctrl = true;
    }
    return take(key, 3);
  }
  if (second == 0x1b) {
    Key key;
    key.kind = KeyKind::Escape;
    return take(key, 1);
  }
  if (second < 0x20 || second == 0x7f) return control(second, 2, true);
  if (second >= 0x80) {
    int length = sequence_length(rest.substr(1));
    if (length == 0) return {};
    Key key;
    key.kind = KeyKind::Unknown;
    return take(key, 1 + static_cast<size_t>(std::max(length, 1)));
  }
  Key key;
  key.kind = KeyKind::Letter;
  key.alt = true;
  key.letter = static_cast<char>(second >= 'A' && second <= 'Z' ? second + 0x20 : second);
  return take(key, 2);
}

Key KeyDecoder::csi() {
  std::string_view rest = unread();
  Sequence sequence{{}, 0};
  size_t at = 2;
  if (rest.size() > 2 && rest[2] == '[') {  // function keys of the Linux console
    if (rest.size() < 4) return {};
    Key key;
    key.kind = KeyKind::Unknown;
    return take(key, 4);
  }
  int number = 0;
  for (; at < rest.size() && at < kLongestSequence; at++) {
    char byte = rest[at];
    if (byte >= '0' && byte <= '9') {
      number = std::min(number * 10 + (byte - '0'), 1 << 24);
    } else if (byte == ';' || byte == ':') {
      sequence.numbers.push_back(number);
      number = 0;
    } else if (byte < 0x20 || byte > 0x7e) {
      return take(Key{.kind = KeyKind::Unknown, .text = {}}, at);
    } else if (byte >= 0x40 || byte == '^') {
      sequence.numbers.push_back(number);
      sequence.final = byte;
      break;
    }
  }
  if (!sequence.final) return at < kLongestSequence ? Key{} : take(Key{.kind = KeyKind::Unknown, .text = {}}, at);
  at++;
  if (sequence.final == '~' && sequence.numbers[0] == 200) {
    take({}, at);
    in_paste_ = true;
    pasted_.clear();
    return paste();
  }
  return take(key_of_sequence(sequence), at);
}

Key KeyDecoder::text() {
  std::string_view rest = unread();
  size_t end = 0;
  Key key;
  key.kind = KeyKind::Text;
  while (end < rest.size()) {
    auto byte = static_cast<unsigned char>(rest[end]);
    if (byte < 0x20 || byte == 0x7f) break;
    int length = sequence_length(rest.substr(end));
    if (length == 0) break;
    end += static_cast<size_t>(std::max(length, 1));
  }
  if (end == 0) return {};
  key.text = valid_utf8(rest.substr(0, end));
  return take(std::move(key), end);
}

/// Everything up to the end mark; what may be the beginning of the mark stays unread.
Key KeyDecoder::paste() {
  std::string_view rest = unread();
  size_t end = rest.find(kPasteEnd);
  if (end == std::string_view::npos) {
    size_t keep = std::min(rest.size(), kPasteEnd.size() - 1);
    pasted_.append(rest.substr(0, rest.size() - keep));
    return take({}, rest.size() - keep);
  }
  pasted_.append(rest.substr(0, end));
  in_paste_ = false;
  Key key;
  key.kind = KeyKind::Paste;
  key.text = pasted_text(pasted_);
  pasted_ = {};
  return take(std::move(key), end + kPasteEnd.size());
}

}  // namespace coil::editor
