// The lexer's rules (re2c). The input ends with a NUL byte, which no rule consumes, so no rule reads past it;
// a NUL inside the text was refused before. Brackets and f-strings are kept on explicit stacks.
// The class is declared in syntax/lexer.hpp.
#include "syntax/lexer.hpp"

#include "parser.hpp"
#include "syntax/literals.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdio>
#include <cstring>

namespace coil::syntax {

namespace {
constexpr std::size_t kMaxBrackets = 200;
constexpr std::size_t kMaxIndents = 100;
constexpr std::size_t kMaxNestedFStrings = 150;
using K = Parser::token;

bool is_name_byte(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c >= 0x80;
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string code_point_text(std::uint32_t code_point) {
  char text[16];
  std::snprintf(text, sizeof text, "U+%04X", code_point);
  return text;
}
}  // namespace

std::uint32_t decode_utf8(const char*& at) {
  auto byte = [&](int i) { return static_cast<unsigned char>(at[i]); };
  std::uint32_t c = byte(0);
  if (c < 0x80) {
    at += 1;
  } else if (c < 0xE0) {
    c = (c & 0x1F) << 6 | (byte(1) & 0x3F);
    at += 2;
  } else if (c < 0xF0) {
    c = (c & 0x0F) << 12 | (byte(1) & 0x3Fu) << 6 | (byte(2) & 0x3F);
    at += 3;
  } else {
    c = (c & 0x07) << 18 | (byte(1) & 0x3Fu) << 12 | (byte(2) & 0x3Fu) << 6 | (byte(3) & 0x3F);
    at += 4;
  }
  return c;
}

bool is_identifier_start(std::uint32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU: case UTF8PROC_CATEGORY_LL: case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM: case UTF8PROC_CATEGORY_LO: case UTF8PROC_CATEGORY_NL:
      // Letters whose NFKC form is no identifier (Unicode's XID_Start leaves them out).
      return c != 0x37A && c != 0xE33 && c != 0xEB3 && !(c >= 0xFC5E && c <= 0xFC63) &&
             c != 0xFDFA && c != 0xFDFB && !(c >= 0xFE70 && c <= 0xFE7E && c % 2 == 0) &&
             c != 0xFF9E && c != 0xFF9F;
    default:
      return c == 0x1885 || c == 0x1886 || c == 0x2118 || c == 0x212E;
  }
}

bool is_identifier_part(std::uint32_t c) {
  if (is_identifier_start(c) || (c >= '0' && c <= '9')) return true;
  if (c < 0x80) return false;
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_MN: case UTF8PROC_CATEGORY_MC: case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_PC:
      return true;
    default:
      return c == 0xB7 || c == 0x387 || (c >= 0x1369 && c <= 0x1371) || c == 0x19DA ||
             c == 0xE33 || c == 0xEB3 || c == 0xFF9E || c == 0xFF9F;
  }
}

void Lexer::count_lines(const char* from, const char* to) {
  while (const void* hit = std::memchr(from, '\n', static_cast<std::size_t>(to - from))) {
    from = static_cast<const char*>(hit) + 1;
    new_line(from);
  }
}

Token Lexer::make(int kind, const char* start) {
  Token token;
  token.kind = kind;
  token.span = {token_line_, token_col_, lineno_, static_cast<std::int32_t>(cursor_ - line_start_)};
  token.text = {start, static_cast<std::uint32_t>(cursor_ - start), false};
  last_span_ = token.span;
  return token;
}

Token Lexer::fail_at(std::string message, Span span, DiagnosticCategory category) {
  failed_ = true;
  if (span.end_col_offset >= 0) sink_.set_stage(DiagnosticStage::Lexer);
  sink_.report(category, std::move(message), span);
  Token token;
  token.kind = K::T_ERROR;
  token.span = span;
  return token;
}

// Without an end the range is empty: one caret.
Token Lexer::fail(std::string message, const char* from, const char* to, DiagnosticCategory category) {
  auto column = static_cast<std::int32_t>(from - line_start_);
  return fail_at(std::move(message),
                 {lineno_, column, lineno_,
                  to == nullptr ? column : static_cast<std::int32_t>(to - line_start_)},
                 category);
}

Token Lexer::finish() {
  if (!brackets_.empty()) {
    ended_early_ = true;
    const Bracket& open = brackets_.back();
    return fail_at(std::string("'") + open.open + "' was never closed",
                   {open.lineno, open.col_offset, open.lineno, -1});
  }
  Token token;
  if (last_kind_ != K::T_NEWLINE && last_kind_ != K::T_DEDENT && last_kind_ != K::T_YYEOF && last_kind_ != -1) {
    token.kind = K::T_NEWLINE;
    token.span = {last_span_.end_lineno, last_span_.end_col_offset, last_span_.end_lineno,
                  last_span_.end_col_offset};
    at_line_start_ = true;
    return token;
  }
  std::int32_t line = lineno_ + (cursor_ > line_start_ ? 1 : 0);
  token.span = {line, 0, line, 0};
  if (indents_.size() > 1) {
    ends_in_block_ = true;
    indents_.pop_back();
    token.kind = K::T_DEDENT;
    token.span = {last_span_.end_lineno, last_span_.end_col_offset, last_span_.end_lineno,
                  last_span_.end_col_offset};
    return token;
  }
  token.kind = K::T_YYEOF;
  return token;
}

Token Lexer::next() {
  if (failed_) {
    Token token;
    token.kind = K::T_ERROR;
    token.span = last_span_;
    return token;
  }
  Token token = scan();
  last_kind_ = token.kind;
  return token;
}

// Measures the indentation of a line that has tokens; blank lines and comments do not count.
Token Lexer::begin_line(bool& emitted) {
  Token token;
  auto empty_span = [&] {
    return Span{last_span_.end_lineno, last_span_.end_col_offset, last_span_.end_lineno,
                last_span_.end_col_offset};
  };
  if (pending_dedents_ == 0) {
    std::int32_t column = 0, alternative = 0, continued = 0;
    bool only_blanks = cursor_ == line_start_;
    for (;;) {
      char c = *cursor_;
      if (c == ' ') {
        ++column, ++alternative, ++cursor_;
      } else if (c == '\t') {
        column = (column / 8 + 1) * 8;
        ++alternative, ++cursor_;
      } else if (c == '\f') {
        column = alternative = 0;
        ++cursor_;
      } else if (c == '\\' && cursor_[1] == '\n') {
        continued = continued != 0 ? continued : column;
        cursor_ += 2;
        if (cursor_ == end_) {
          ended_early_ = true;
          emitted = true;
          const auto behind = static_cast<std::int32_t>(cursor_ - 1 - line_start_);
          return fail_at("unexpected EOF while parsing", {lineno_, behind, lineno_, -2});
        }
        new_line(cursor_);
        column = alternative = 0;
        only_blanks = false;
      } else if (c == '#') {
        while (*cursor_ != '\n' && *cursor_ != '\0') ++cursor_;
        only_blanks = false;
      } else if (c == '\n') {
        ++cursor_;
        new_line(cursor_);
        column = alternative = continued = 0;
        only_blanks = true;
      } else {
        break;
      }
    }
    if (continued != 0) column = alternative = continued;
    at_line_start_ = false;
    if (*cursor_ == '\0') {  // the end dedents by itself
      if (only_blanks) blanks_at_end_ = {lineno_, 0, lineno_, static_cast<std::int32_t>(cursor_ - line_start_)};
      return token;
    }
    Indent top = indents_.back();
    if (column == top.column) {
      if (alternative != top.alternative_column) goto inconsistent;
      return token;
    }
    if (column > top.column) {
      if (alternative <= top.alternative_column) goto inconsistent;
      emitted = true;
      if (indents_.size() >= kMaxIndents) {
        return fail_at("too many levels of indentation", {lineno_, 0, lineno_, -1},
                       DiagnosticCategory::IndentationError);
      }
      indents_.push_back({column, alternative});
      token.kind = K::T_INDENT;
      token.span = empty_span();
      token.text = {line_start_, static_cast<std::uint32_t>(cursor_ - line_start_), false};
      return token;
    }
    std::size_t level = indents_.size();
    while (level > 1 && column < indents_[level - 1].column) --level;
    if (column != indents_[level - 1].column) {
      emitted = true;
      const char* line_end = cursor_;
      while (*line_end != '\n' && *line_end != '\0') ++line_end;
      auto column_at_end = static_cast<std::int32_t>(line_end - line_start_);
      return fail_at("unindent does not match any outer indentation level",
                     {lineno_, column_at_end, lineno_, -2}, DiagnosticCategory::IndentationError);
    }
    if (alternative != indents_[level - 1].alternative_column) goto inconsistent;
    pending_dedents_ = static_cast<std::int32_t>(indents_.size() - level);
  }
  --pending_dedents_;
  indents_.pop_back();
  emitted = true;
  token.kind = K::T_DEDENT;
  token.span = empty_span();
  return token;

inconsistent:
  emitted = true;
  return fail_at("inconsistent use of tabs and spaces in indentation", {lineno_, 0, lineno_, -1},
                 DiagnosticCategory::TabError);
}

Token Lexer::open_bracket(int kind, const char* start) {
  if (brackets_.size() >= kMaxBrackets) return fail("too many nested parentheses", start);
  brackets_.push_back({*start, lineno_, static_cast<std::int32_t>(start - line_start_)});
  return make(kind, start);
}

Token Lexer::close_bracket(int kind, const char* start) {
  char close = *start;
  if (brackets_.empty()) return fail(std::string("unmatched '") + close + "'", start);
  if (directly_in_field() && close != '}') {
    return fail(std::string("f-string: unmatched '") + close + "'", start);
  }
  Bracket open = brackets_.back();
  char wanted = open.open == '(' ? ')' : open.open == '[' ? ']' : '}';
  if (wanted != close) {
    std::string message = std::string("closing parenthesis '") + close +
                          "' does not match opening parenthesis '" + open.open + "'";
    if (in_field()) return fail("f-string: " + message, start);
    if (open.lineno != lineno_) message += " on line " + std::to_string(open.lineno);
    return fail(std::move(message), start);
  }
  brackets_.pop_back();
  if (!fstrings_.empty()) {
    FString& fstring = fstrings_.back();
    if (fstring.fields > 0 &&
        brackets_.size() == fstring.bracket_depth + static_cast<std::size_t>(fstring.fields) - 1) {
      --fstring.fields;
      in_fstring_text_ = true;
    }
  }
  return make(kind, start);
}

Token Lexer::name(const char* start) {
  bool ascii = true;
  for (const char* at = start; at < cursor_; ++at) {
    if (static_cast<unsigned char>(*at) >= 0x80) ascii = false;
  }
  if (ascii) return make(K::T_NAME, start);
  if (sink_.has_broken_utf8()) {
    if (std::string problem = utf8_problem({start, cursor_}); !problem.empty()) {
      const auto column = static_cast<std::int32_t>(cursor_ - line_start_) - 1;
      return fail_at(std::move(problem), {lineno_, column, lineno_, -2});
    }
  }
  for (const char* at = start; at < cursor_;) {
    const char* here = at;
    std::uint32_t c = decode_utf8(at);
    if (here == start ? is_identifier_start(c) : is_identifier_part(c)) continue;
    auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
    bool printable = !(category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_CF ||
                       category == UTF8PROC_CATEGORY_CS || category == UTF8PROC_CATEGORY_CO ||
                       category == UTF8PROC_CATEGORY_CN || category == UTF8PROC_CATEGORY_ZL ||
                       category == UTF8PROC_CATEGORY_ZP || category == UTF8PROC_CATEGORY_ZS);
    if (printable) {
      return fail("invalid character '" + std::string(here, at) + "' (" + code_point_text(c) + ")", here);
    }
    return fail("invalid non-printable character " + code_point_text(c), here);
  }
  return make(K::T_NAME, start);
}

// A name of a syntax tree that is no identifier, or a keyword: it is what stands between the marks.
Token Lexer::marked_name(const char* start) {
  while (*cursor_ != kNameEnds && *cursor_ != '\0') ++cursor_;
  Token token = make(K::T_NAME, start);
  token.text = {start + 1, static_cast<std::uint32_t>(cursor_ - start - 1), false};
  if (*cursor_ == kNameEnds) ++cursor_;
  return token;
}

// Called after the longest literal was matched: what follows must not look like a part of it.
Token Lexer::number(int kind, const char* start, const char* base_name) {
  char c = *cursor_;
  if (!is_name_byte(static_cast<unsigned char>(c))) return make(kind, start);
  std::size_t length = static_cast<std::size_t>(cursor_ - start);
  char second = length == 1 && *start == '0' ? static_cast<char>(c | 0x20) : '\0';
  if (second == 'x' || second == 'o' || second == 'b') {
    const char* name = second == 'x' ? "hexadecimal" : second == 'o' ? "octal" : "binary";
    const char* at = cursor_ + 1;
    if (*at == '_') ++at;
    if (is_digit(*at)) {
      return fail(std::string("invalid digit '") + *at + "' in " + name + " literal", at);
    }
    return fail(std::string("invalid ") + name + " literal", at == cursor_ + 1 ? cursor_ : at - 1);
  }
  bool based = length > 1 && *start == '0' && !is_digit(start[1]) && start[1] != '_' && start[1] != '.' &&
               (start[1] | 0x20) != 'e' && (start[1] | 0x20) != 'j';
  if (based && is_digit(c)) {
    return fail(std::string("invalid digit '") + c + "' in " + base_name + " literal", cursor_);
  }
  bool zeros = true;
  for (const char* at = start; at < cursor_; ++at) zeros = zeros && (*at == '0' || *at == '_');
  if (const char* first_digit = c == '_' ? cursor_ + 1 : cursor_; zeros && is_digit(*first_digit)) {
    const char* at = first_digit;
    while (is_digit(*at) || (*at == '_' && is_digit(at[1]))) ++at;
    if (*at == '_') return fail("invalid decimal literal", at);
    cursor_ = at;
    return fail("leading zeros in decimal integer literals are not permitted; "
                "use an 0o prefix for octal integers",
                start, first_digit);
  }
  if (c == '_') {
    const char* at = cursor_ + 1;
    if (based && is_digit(*at)) {
      return fail(std::string("invalid digit '") + *at + "' in " + base_name + " literal", at);
    }
    return fail(std::string("invalid ") + base_name + " literal", cursor_[-1] == '.' || (cursor_[-1] | 0x20) == 'j' ? cursor_ - 1 : cursor_);
  }
  // A keyword may follow directly: `1if x else y`. As in CPython, one of two letters counts even as the beginning of another word.
  for (const char* word : {"and", "else", "for", "if", "in", "is", "not", "or"}) {
    const std::size_t size = std::strlen(word);
    if (std::strncmp(cursor_, word, size) != 0 || (*word != 'i' && is_name_byte(static_cast<unsigned char>(cursor_[size])))) continue;
    const auto last = static_cast<std::int32_t>(cursor_ - line_start_) - 1;
    sink_.warn(SourceWarning::Syntax, std::string("invalid ") + base_name + " literal", {lineno_, last, lineno_, last}, DiagnosticStage::Lexer);
    return make(kind, start);
  }
  if (static_cast<unsigned char>(c) >= 0x80) return make(kind, start);  // the next token is the mistake
  bool sign = (c | 0x20) == 'e' && (cursor_[1] == '+' || cursor_[1] == '-');
  return fail(std::string("invalid ") + base_name + " literal", sign ? cursor_ + 1 : cursor_ - 1);
}

Token Lexer::unterminated(const char* start, bool triple) {
  std::int32_t first_line = token_line_, first_col = token_col_;
  if (triple) {
    const char* at = start;
    count_lines(at, end_);
    ended_early_ = true;
    return fail_at("unterminated triple-quoted string literal" + detected_line(first_line),
                   {first_line, first_col, first_line, first_col});
  }
  // A quote inside a field is most likely meant to end the f-string.
  const char* const end_of_fstring = in_field() ? std::find(start, cursor_, fstrings_.back().quote) : cursor_;
  if (end_of_fstring != cursor_) {
    const bool is_first = std::none_of(start, end_of_fstring, [](char c) { return c == '"' || c == '\''; });
    return fail_at(is_first ? "f-string: expecting '}'" : "f-string: unterminated string",
                   {first_line, first_col, first_line, first_col});
  }
  return fail_at("unterminated string literal" + detected_line(first_line),
                 {first_line, first_col, first_line, first_col});
}

// The cursor is behind the opening quote.
Token Lexer::short_string(const char* start) {
  char quote = cursor_[-1];
  for (;;) {
    char c = *cursor_;
    if (c == quote) {
      ++cursor_;
      return make(K::T_STRING, start);
    }
    if (c == '\0' || c == '\n') {
      ended_early_ = cursor_ == end_ && cursor_[-1] == '\n';  // behind a continued line
      return unterminated(start, false);
    }
    if (c == '\\') {
      ++cursor_;
      if (*cursor_ == '\0') {
        ended_early_ = true;
        return unterminated(start, false);
      }
      if (*cursor_ == '\n') new_line(cursor_ + 1);
    }
    ++cursor_;
  }
}

Token Lexer::long_string(const char* start) {
  char quote = cursor_[-1];
  for (;;) {
    char c = *cursor_;
    if (c == quote && cursor_[1] == quote && cursor_[2] == quote) {
      cursor_ += 3;
      count_lines(start, cursor_);
      return make(K::T_STRING, start);
    }
    if (c == '\0') return unterminated(start, true);
    if (c == '\\' && cursor_[1] != '\0') ++cursor_;
    ++cursor_;
  }
}

Token Lexer::begin_fstring(const char* start) {
  bool raw = false;
  const char* at = start;
  for (; *at != '"' && *at != '\''; ++at) raw = raw || *at == 'r' || *at == 'R';
  if (fstrings_.size() >= kMaxNestedFStrings) return fail("too many nested f-strings", start);
  FString fstring;
  fstring.quote = *at;
  fstring.triple = cursor_ - at == 3;
  fstring.raw = raw;
  fstring.bracket_depth = brackets_.size();
  fstring.start_line = token_line_;
  fstring.start_col = token_col_;
  fstrings_.push_back(std::move(fstring));
  in_fstring_text_ = true;
  return make(K::T_FSTRING_START, start);
}

// The text of an f-string up to the next field, or its end. The text of a piece ends after the first of doubled
// braces, so that it is a slice of the source; its span covers both.
Token Lexer::fstring_middle() {
  FString& fstring = fstrings_.back();
  bool in_spec = fstring.fields > 0;
  token_line_ = lineno_;
  token_col_ = static_cast<std::int32_t>(cursor_ - line_start_);
  const char* start = cursor_;
  auto piece = [&](const char* next) {
    Token token = make(K::T_FSTRING_MIDDLE, start);
    token.text.raw = fstring.raw;
    token.span.end_col_offset += static_cast<std::int32_t>(next - cursor_);
    cursor_ = next;
    return token;
  };
  for (;;) {
    char c = *cursor_;
    if (c == fstring.quote && (!fstring.triple || (cursor_[1] == c && cursor_[2] == c))) {
      if (cursor_ != start) return piece(cursor_);
      if (in_spec) return fail("f-string: expecting '}'", cursor_);
      cursor_ += fstring.triple ? 3 : 1;
      fstrings_.pop_back();
      in_fstring_text_ = false;
      Token token = make(K::T_FSTRING_END, start);
      return token;
    }
    if (c == '\0' || (c == '\n' && !fstring.triple)) {
      if (fstring.triple) {
        ended_early_ = true;
        return fail_at("unterminated triple-quoted string literal" + detected_line(fstring.start_line),
                       {fstring.start_line, fstring.start_col, fstring.start_line, fstring.start_col});
      }
      if (in_spec) return fail("f-string: expecting '}'", cursor_);
      return fail_at(
          "unterminated string literal" + detected_line(fstring.start_line),
          {fstring.start_line, fstring.start_col, fstring.start_line, fstring.start_col});
    }
    if (c == '{') {
      if (cursor_[1] == '{' && !in_spec) {
        ++cursor_;
        return piece(cursor_ + 1);
      }
      if (cursor_ != start) return piece(cursor_);
      constexpr int kMaxFields = 3;  // one inside another: of the string, of its format, of that one's format
      if (fstring.fields >= kMaxFields) return fail("f-string: expressions nested too deeply", start - 1, start - 1);
      if (brackets_.size() >= kMaxBrackets) return fail("too many nested parentheses", start);
      brackets_.push_back({'{', lineno_, static_cast<std::int32_t>(cursor_ - line_start_)});
      ++cursor_;
      ++fstring.fields;
      in_fstring_text_ = false;
      return make(K::T_LBRACE, start);
    }
    if (c == '}') {
      if (in_spec) {
        if (cursor_ != start) return piece(cursor_);
        ++cursor_;
        return close_bracket(K::T_RBRACE, start);
      }
      if (cursor_[1] != '}') return fail("f-string: single '}' is not allowed", cursor_);
      ++cursor_;
      return piece(cursor_ + 1);
    }
    if (c == '\\') {
      ++cursor_;
      if (*cursor_ == '{' || *cursor_ == '}') {
        // The brace keeps its meaning. Only `\N{...}` swallows one.
        continue;
      }
      if (!fstring.raw && *cursor_ == 'N' && cursor_[1] == '{') {
        while (*cursor_ != '}' && *cursor_ != '\0' && *cursor_ != '\n' && *cursor_ != fstring.quote) ++cursor_;
        if (*cursor_ == '}') ++cursor_;
        continue;
      }
      if (*cursor_ == '\0') continue;
      if (*cursor_ == '\n') new_line(cursor_ + 1);
      ++cursor_;
      continue;
    }
    if (c == '\n') new_line(cursor_ + 1);
    ++cursor_;
  }
}

#define YYCTYPE unsigned char
#define YYCURSOR cursor
#define YYMARKER marker
/*!re2c
  re2c:define:YYPEEK = "static_cast<unsigned char>(*cursor)";
  re2c:yyfill:enable = 0;
  re2c:eof = -1;

  name_start = [a-zA-Z_\x80-\xff];
  name_part = [a-zA-Z0-9_\x80-\xff];
  digits = [0-9] ("_"? [0-9])*;
  exponent = [eE] [+-]? digits;
  point_float = digits? "." digits | digits ".";
  float = point_float exponent? | digits exponent;
  hex = "0" [xX] ("_"? [0-9a-fA-F])+;
  octal = "0" [oO] ("_"? [0-7])+;
  binary = "0" [bB] ("_"? [01])+;
  decimal = [1-9] ("_"? [0-9])* | "0" ("_"? "0")*;
  plain_prefix = [uUbBrR] | [bB] [rR] | [rR] [bB];
  f_prefix = [fF] | [fF] [rR] | [rR] [fF];
*/

Token Lexer::scan() {
  if (in_fstring_text_) return fstring_middle();
  if (at_line_start_ || pending_dedents_ > 0) {
    bool emitted = false;
    Token token = begin_line(emitted);
    if (emitted) return token;
  }
  const char* cursor = cursor_;
  const char* marker = nullptr;
  const char* start;
#define EMIT(kind) do { cursor_ = cursor; return make(K::T_##kind, start); } while (false)
again:
  start = cursor;
  token_line_ = lineno_;
  token_col_ = static_cast<std::int32_t>(cursor - line_start_);
  /*!re2c
  [ \t\f]+ { goto again; }
  "#" [^\n\x00]* {
    if (in_field() && !fstrings_.back().triple) {
      cursor_ = cursor;
      return fail("f-string expression part cannot include '#'", start);
    }
    goto again;
  }
  "\\\n" {
    if (cursor == end_ && brackets_.empty()) {
      cursor_ = cursor;
      ended_early_ = true;
      return fail_at("unexpected EOF while parsing", {lineno_, token_col_ + 1, lineno_, -2});
    }
    new_line(cursor);
    goto again;
  }
  "\\" {
    cursor_ = cursor;
    if (in_field()) return fail("f-string expression part cannot include a backslash", start);
    ended_early_ = *cursor == '\0';
    if (ended_early_ && is_file_) {
      if (!brackets_.empty()) goto again;
      return fail_at("unexpected EOF while parsing", {lineno_, token_col_ + 1, lineno_, -2});
    }
    std::int32_t column = ended_early_ ? token_col_ : token_col_ + 1;
    return fail_at("unexpected character after line continuation character",
                   {lineno_, column, lineno_, -1});
  }
  "\n" {
    if (!brackets_.empty()) {
      new_line(cursor);
      goto again;
    }
    cursor_ = cursor;
    new_line(cursor);
    at_line_start_ = true;
    Token token;
    token.kind = K::T_NEWLINE;
    token.span = {last_span_.end_lineno, last_span_.end_col_offset, last_span_.end_lineno,
                  last_span_.end_col_offset};
    token.text = {start, 1, false};
    return token;
  }
  "\x00" {
    cursor_ = start;
    return finish();
  }

  "and" { EMIT(AND); }
  "as" { EMIT(AS); }
  "assert" { EMIT(ASSERT); }
  "async" { EMIT(ASYNC); }
  "await" { EMIT(AWAIT); }
  "break" { EMIT(BREAK); }
  "class" { EMIT(CLASS); }
  "continue" { EMIT(CONTINUE); }
  "def" { EMIT(DEF); }
  "del" { EMIT(DEL); }
  "elif" { EMIT(ELIF); }
  "else" { EMIT(ELSE); }
  "except" { EMIT(EXCEPT); }
  "False" { EMIT(FALSE); }
  "finally" { EMIT(FINALLY); }
  "for" { EMIT(FOR); }
  "from" { EMIT(FROM); }
  "global" { EMIT(GLOBAL); }
  "if" { EMIT(IF); }
  "import" { EMIT(IMPORT); }
  "in" { EMIT(IN); }
  "is" { EMIT(IS); }
  "lambda" { EMIT(LAMBDA); }
  "None" { EMIT(NONE); }
  "nonlocal" { EMIT(NONLOCAL); }
  "not" { EMIT(NOT); }
  "or" { EMIT(OR); }
  "pass" { EMIT(PASS); }
  "raise" { EMIT(RAISE); }
  "return" { EMIT(RETURN); }
  "True" { EMIT(TRUE); }
  "try" { EMIT(TRY); }
  "while" { EMIT(WHILE); }
  "with" { EMIT(WITH); }
  "yield" { EMIT(YIELD); }
  name_start name_part* { cursor_ = cursor; return name(start); }

  plain_prefix? ("'" | "\"") { cursor_ = cursor; return short_string(start); }
  plain_prefix? ("'''" | "\"\"\"") { cursor_ = cursor; return long_string(start); }
  f_prefix ("'" | "\"" | "'''" | "\"\"\"") { cursor_ = cursor; return begin_fstring(start); }

  decimal { cursor_ = cursor; return number(K::T_NUMBER, start, "decimal"); }
  float { cursor_ = cursor; return number(K::T_NUMBER, start, "decimal"); }
  (digits | float) [jJ] { cursor_ = cursor; return number(K::T_NUMBER, start, "imaginary"); }
  hex { cursor_ = cursor; return number(K::T_NUMBER, start, "hexadecimal"); }
  octal { cursor_ = cursor; return number(K::T_NUMBER, start, "octal"); }
  binary { cursor_ = cursor; return number(K::T_NUMBER, start, "binary"); }

  "(" { cursor_ = cursor; return open_bracket(K::T_LPAR, start); }
  "[" { cursor_ = cursor; return open_bracket(K::T_LSQB, start); }
  "{" { cursor_ = cursor; return open_bracket(K::T_LBRACE, start); }
  ")" { cursor_ = cursor; return close_bracket(K::T_RPAR, start); }
  "]" { cursor_ = cursor; return close_bracket(K::T_RSQB, start); }
  "}" { cursor_ = cursor; return close_bracket(K::T_RBRACE, start); }
  ":" {
    if (directly_in_field()) {
      in_fstring_text_ = true;
    }
    EMIT(COLON);
  }
  ":=" {
    // Directly inside a field the colon starts the format specification.
    if (directly_in_field()) {
      --cursor;
      in_fstring_text_ = true;
      EMIT(COLON);
    }
    EMIT(COLONEQUAL);
  }
  "!" {
    if (fstrings_.empty()) {
      cursor_ = cursor;
      Token token = make(K::T_ERROR, start);
      return token;
    }
    EMIT(EXCLAMATION);
  }
  "=" { EMIT(EQUAL); }
  "," { EMIT(COMMA); }
  ";" { EMIT(SEMI); }
  "+" { EMIT(PLUS); }
  "-" { EMIT(MINUS); }
  "*" { EMIT(STAR); }
  "/" { EMIT(SLASH); }
  "|" { EMIT(VBAR); }
  "&" { EMIT(AMPER); }
  "<" { EMIT(LESS); }
  "<>" {
    // One token, as in CPython, that fits nowhere.
    cursor_ = cursor;
    return make(K::T_ERROR, start);
  }
  ">" { EMIT(GREATER); }
  "." { EMIT(DOT); }
  "%" { EMIT(PERCENT); }
  "==" { EMIT(EQEQUAL); }
  "!=" { EMIT(NOTEQUAL); }
  "<=" { EMIT(LESSEQUAL); }
  ">=" { EMIT(GREATEREQUAL); }
  "~" { EMIT(TILDE); }
  "^" { EMIT(CIRCUMFLEX); }
  "<<" { EMIT(LEFTSHIFT); }
  ">>" { EMIT(RIGHTSHIFT); }
  "**" { EMIT(DOUBLESTAR); }
  "//" { EMIT(DOUBLESLASH); }
  "@" { EMIT(AT); }
  "->" { EMIT(RARROW); }
  "..." { EMIT(ELLIPSIS); }
  "+=" { EMIT(PLUSEQUAL); }
  "-=" { EMIT(MINEQUAL); }
  "*=" { EMIT(STAREQUAL); }
  "/=" { EMIT(SLASHEQUAL); }
  "%=" { EMIT(PERCENTEQUAL); }
  "&=" { EMIT(AMPEREQUAL); }
  "|=" { EMIT(VBAREQUAL); }
  "^=" { EMIT(CIRCUMFLEXEQUAL); }
  "<<=" { EMIT(LEFTSHIFTEQUAL); }
  ">>=" { EMIT(RIGHTSHIFTEQUAL); }
  "**=" { EMIT(DOUBLESTAREQUAL); }
  "//=" { EMIT(DOUBLESLASHEQUAL); }
  "@=" { EMIT(ATEQUAL); }
  * {
    cursor_ = cursor;
    unsigned char c = static_cast<unsigned char>(*start);
    if (c == kNameBegins && sink_.source().form() == SourceForm::Tree) return marked_name(start);
    if (c < 0x20 || c == 0x7f) return fail("invalid non-printable character " + code_point_text(c), start);
    return make(K::T_ERROR, start);
  }
  */
#undef EMIT
}

}  // namespace coil::syntax
