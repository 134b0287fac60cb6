#include "editor/characters.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdio>

namespace coil::editor {

namespace {

constexpr int kTabStop = 4;

char32_t decode(std::string_view text, size_t at, size_t* length) {
  utf8proc_int32_t code_point = 0;
  auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at), static_cast<utf8proc_ssize_t>(text.size() - at), &code_point);
  if (size <= 0) {
    *length = 1;
    return 0xfffd;
  }
  *length = static_cast<size_t>(size);
  return static_cast<char32_t>(code_point);
}

bool is_ascii(char byte) { return static_cast<unsigned char>(byte) < 0x80; }
bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xc0) == 0x80; }

size_t code_point_before(std::string_view text, size_t at) {
  at--;
  while (at > 0 && is_continuation(text[at])) at--;
  return at;
}

/// What a terminal obeys instead of showing it: controls, and formatting that reorders text. Joiners and selectors only shape their neighbours.
bool needs_stand_in(char32_t code_point) {
  if (code_point < 0x20 || (code_point >= 0x7f && code_point < 0xa0)) return true;
  if (code_point < 0xad || code_point == 0x200c || code_point == 0x200d) return false;
  utf8proc_category_t category = utf8proc_category(static_cast<utf8proc_int32_t>(code_point));
  return category == UTF8PROC_CATEGORY_CF || category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP;
}

bool is_word_part(std::string_view text, size_t at) {
  size_t length;
  char32_t code_point = decode(text, at, &length);
  if (code_point == '_') return true;
  utf8proc_category_t category = utf8proc_category(static_cast<utf8proc_int32_t>(code_point));
  return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_ME) || category == UTF8PROC_CATEGORY_ND || category == UTF8PROC_CATEGORY_NL;
}

bool is_blank(char byte) { return byte == ' ' || byte == '\t' || byte == '\n'; }

}  // namespace

size_t next_character(std::string_view text, size_t at) {
  if (at >= text.size()) return text.size();
  size_t length;
  char32_t before = decode(text, at, &length);
  at += length;
  if (before == '\n') return at;
  utf8proc_int32_t state = 0;
  while (at < text.size() && !is_ascii(text[at])) {
    char32_t code_point = decode(text, at, &length);
    if (utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(before), static_cast<utf8proc_int32_t>(code_point), &state)) break;
    at += length;
    before = code_point;
  }
  return at;
}

size_t previous_character(std::string_view text, size_t at) {
  if (at == 0) return 0;
  size_t start = code_point_before(text, at);
  if (is_ascii(text[start])) return start;
  // Boundaries are found forwards, from a place that is one for sure.
  constexpr size_t kLongest = 256;
  size_t from = start;
  while (from > 0 && start - from < kLongest && !is_ascii(text[from])) from = code_point_before(text, from);
  for (;;) {
    size_t next = next_character(text, from);
    if (next >= at) return from;
    from = next;
  }
}

Shown show_character(std::string_view character, int column, std::string& stand_in) {
  auto first = static_cast<unsigned char>(character[0]);
  if (first >= 0x20 && first < 0x7f && character.size() == 1) return {character, 1, false};
  if (first == '\t') {
    int width = kTabStop - column % kTabStop;
    stand_in.assign(static_cast<size_t>(width), ' ');
    return {stand_in, width, false};
  }
  stand_in.clear();
  int width = 0;
  bool replaced = false;
  for (size_t at = 0, length; at < character.size(); at += length) {
    char32_t code_point = decode(character, at, &length);
    if (!needs_stand_in(code_point)) {
      stand_in.append(character.substr(at, length));
      width += std::max(0, utf8proc_charwidth(static_cast<utf8proc_int32_t>(code_point)));
      continue;
    }
    replaced = true;
    char shown[16];
    if (code_point < 0x80) std::snprintf(shown, sizeof shown, "^%c", static_cast<char>(code_point ^ 0x40));
    else std::snprintf(shown, sizeof shown, "<%x>", static_cast<unsigned>(code_point));
    stand_in += shown;
    width += static_cast<int>(std::char_traits<char>::length(shown));
  }
  if (!replaced) return {character, width, false};
  return {stand_in, width, true};
}

int text_width(std::string_view text, int column) {
  int start = column;
  std::string stand_in;
  for (size_t at = 0; at < text.size();) {
    size_t end = next_character(text, at);
    column += show_character(text.substr(at, end - at), column, stand_in).width;
    at = end;
  }
  return column - start;
}

size_t next_word_end(std::string_view text, size_t at) {
  while (at < text.size() && !is_word_part(text, at)) at = next_character(text, at);
  while (at < text.size() && is_word_part(text, at)) at = next_character(text, at);
  return at;
}

size_t previous_word(std::string_view text, size_t at) {
  while (at > 0 && !is_word_part(text, previous_character(text, at))) at = previous_character(text, at);
  while (at > 0 && is_word_part(text, previous_character(text, at))) at = previous_character(text, at);
  return at;
}

size_t previous_blank_delimited(std::string_view text, size_t at) {
  while (at > 0 && is_blank(text[at - 1])) at--;
  while (at > 0 && !is_blank(text[at - 1])) at--;
  return at;
}

int sequence_length(std::string_view bytes) {
  auto first = static_cast<unsigned char>(bytes[0]);
  size_t wanted = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  if (wanted == 0) return -1;
  if (bytes.size() < wanted) {
    bool hopeful = std::all_of(bytes.begin() + 1, bytes.end(), is_continuation);
    return hopeful ? 0 : -1;
  }
  utf8proc_int32_t code_point;
  auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(bytes.data()), static_cast<utf8proc_ssize_t>(wanted), &code_point);
  return size == static_cast<utf8proc_ssize_t>(wanted) ? static_cast<int>(wanted) : -1;
}

std::string valid_utf8(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size());
  for (size_t at = 0; at < bytes.size();) {
    int length = sequence_length(bytes.substr(at));
    if (length > 0) {
      text.append(bytes.substr(at, static_cast<size_t>(length)));
      at += static_cast<size_t>(length);
    } else {
      text += "\xef\xbf\xbd";
      at++;
    }
  }
  return text;
}

}  // namespace coil::editor
