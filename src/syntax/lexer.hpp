// Source text to tokens: indentation, brackets, literals, nested f-strings. The rules are in grammar/lexer.re.
// Tokens carry their text as a slice of the lexer's input; literals are decoded by literals.hpp. The lexer knows
// no keyword by position: that is TokenStream's.
#pragma once

#include "syntax/diagnostics.hpp"
#include "syntax/semantic_value.hpp"

#include <vector>

namespace coil::syntax {

struct Token {
  int kind = 0;
  Span span;
  Text text;
};

/// How far a line is indented, with tab stops every 8 columns and with tabs as wide as blanks. Lines whose
/// order differs between the two mix tabs and blanks inconsistently.
struct Indent {
  std::int32_t column;
  std::int32_t alternative_column;
};

struct Bracket {
  char open;
  std::int32_t lineno;
  std::int32_t col_offset;
};

class Lexer {
public:
  /// `text` is UTF-8 with "\n" line ends only, followed by a NUL byte, and outlives the tokens. `is_file`: a text
  /// without a line end counts as having one.
  Lexer(std::string_view text, DiagnosticSink& sink, bool is_file = true)
      : cursor_(text.data()), end_(text.data() + text.size()),
        line_start_(text.data()), sink_(sink), is_file_(is_file) {
    indents_.push_back({0, 0});
  }

  /// The next token. After an error, and at the end, the same token comes forever.
  Token next();

  bool failed() const { return failed_; }
  /// True when the input ended inside brackets, a triple-quoted string, or after a backslash.
  bool ended_early() const { return ended_early_; }
  /// Whether the last line of the text is indented.
  bool ends_in_block() const { return ends_in_block_; }
  bool at_end() const { return cursor_ == end_; }
  /// The blanks of a last line that has nothing else and no line end; empty: there is no such line.
  const Span& blanks_at_end() const { return blanks_at_end_; }

private:
  struct FString {
    char quote;
    bool triple;
    bool raw;
    std::size_t bracket_depth;  // of brackets_ when the string began
    std::int32_t start_line;
    std::int32_t start_col;
    int fields = 0;  // open replacement fields; more than one: fields inside format specifications
  };

  Token scan();
  Token begin_line(bool& emitted);
  Token fstring_middle();
  Token make(int kind, const char* start);
  Token open_bracket(int kind, const char* start);
  Token close_bracket(int kind, const char* start);
  Token number(int kind, const char* start, const char* base_name);
  Token name(const char* start);
  Token marked_name(const char* start);
  Token short_string(const char* start);
  Token long_string(const char* start);
  Token begin_fstring(const char* start);
  Token unterminated(const char* start, bool triple);
  Token fail(std::string message, const char* from, const char* to = nullptr,
             DiagnosticCategory category = DiagnosticCategory::SyntaxError);
  Token fail_at(std::string message, Span span,
                DiagnosticCategory category = DiagnosticCategory::SyntaxError);
  Token finish();
  void new_line(const char* at) {
    ++lineno_;
    line_start_ = at;
  }
  void count_lines(const char* from, const char* to);
  /// For the message of a string that never ends: the last line that has something in it.
  std::string detected_line(std::int32_t first_line) const {
    const bool empty = line_start_ == end_ && lineno_ > first_line;
    return " (detected at line " + std::to_string(lineno_ - empty) + ")";
  }
  bool in_field() const { return !fstrings_.empty() && fstrings_.back().fields > 0; }
  /// True in a replacement field of an f-string, outside any other bracket.
  bool directly_in_field() const {
    if (fstrings_.empty() || fstrings_.back().fields == 0) return false;
    const FString& innermost = fstrings_.back();
    return brackets_.size() == innermost.bracket_depth + static_cast<std::size_t>(innermost.fields);
  }

  const char* cursor_;
  const char* end_;
  const char* line_start_;
  std::int32_t lineno_ = 1;
  DiagnosticSink& sink_;
  bool is_file_;
  bool at_line_start_ = true;
  bool failed_ = false;
  bool ended_early_ = false;
  bool ends_in_block_ = false;
  bool in_fstring_text_ = false;
  std::int32_t last_kind_ = -1;
  Span last_span_{1, 0, 1, 0};  // of the last visible token
  Span blanks_at_end_{1, 0, 1, 0};
  std::int32_t pending_dedents_ = 0;
  std::int32_t token_line_ = 1;
  std::int32_t token_col_ = 0;
  std::vector<Indent> indents_;
  std::vector<Bracket> brackets_;
  std::vector<FString> fstrings_;
};

/// Whether a code point may begin or continue an identifier.
bool is_identifier_start(std::uint32_t code_point);
bool is_identifier_part(std::uint32_t code_point);
/// Reads one code point of valid UTF-8 and moves past it.
std::uint32_t decode_utf8(const char*& at);

}  // namespace coil::syntax
