// Characters as the user sees them: a base with its combining marks is one step of the cursor. All texts are valid UTF-8; positions are byte offsets.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace coil::editor {

/// The end of the character that begins at `at`; a newline is one of its own. `at` itself at the end of the text.
size_t next_character(std::string_view text, size_t at);
/// The beginning of the character that ends at `at`; 0 at the beginning.
size_t previous_character(std::string_view text, size_t at);

/// One character as it is shown: itself, or a visible stand-in for control and formatting characters.
struct Shown {
  std::string_view bytes;  // into the text, or into `stand_in`
  int width;               // columns
  bool replaced;
};
/// `column` decides how wide a tab is. `stand_in` keeps what is shown instead of the character.
Shown show_character(std::string_view character, int column, std::string& stand_in);
int text_width(std::string_view text, int column = 0);

/// Words of letters, digits and underscores: the end of the next one, the beginning of the previous one.
size_t next_word_end(std::string_view text, size_t at);
size_t previous_word(std::string_view text, size_t at);
/// The beginning of the previous run of characters that are not blank (Ctrl-W).
size_t previous_blank_delimited(std::string_view text, size_t at);

/// Copies text and shows every invalid byte as U+FFFD.
std::string valid_utf8(std::string_view bytes);
/// Length of the UTF-8 sequence at the start of `bytes`: 0 when it is cut off, -1 when it is invalid.
int sequence_length(std::string_view bytes);

}  // namespace coil::editor
