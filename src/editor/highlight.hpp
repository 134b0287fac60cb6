// Colours of source text through the language's own lexer. The text may be incomplete or wrong: after what the lexer refuses it starts again at the next line.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace coil::editor {

enum class Style : uint8_t { Plain, Keyword, Builtin, Constant, String, Number, Comment, Definition, Decorator, Match, Dim, Error };

/// The terminal's sequence that begins a style; every style ends with kPlainSequence. Empty for Plain.
std::string_view style_sequence(Style style);
constexpr std::string_view kPlainSequence = "\x1b[0m";

class Highlighter {
 public:
  /// A text that is longer than this is left plain.
  static constexpr size_t kLongest = 256 << 10;

  explicit Highlighter(std::string_view text);

  const std::vector<Style>& styles() const { return styles_; }
  Style style_at(size_t at) const { return at < styles_.size() ? styles_[at] : Style::Plain; }
  bool ends_in_string() const { return ends_in_string_; }
  bool in_brackets() const { return !open_.empty(); }
  /// The bracket at the cursor, or just before it, and the one that belongs to it.
  std::optional<std::pair<size_t, size_t>> matching_brackets(size_t cursor) const;

 private:
  size_t lex_from(const std::string& text, size_t start);
  void paint(size_t from, size_t to, Style style);
  void paint_gap(std::string_view text, size_t from, size_t to);
  void note_bracket(char bracket, size_t at);

  std::vector<Style> styles_;
  std::vector<std::pair<size_t, size_t>> pairs_;
  std::vector<std::pair<char, size_t>> open_;
  bool ends_in_string_ = false;
};

/// The text with the sequences of its styles; for lines that are printed once.
std::string highlighted(std::string_view text);

}  // namespace coil::editor
