// Regular expressions as the parser (re_parser.cpp) leaves them and the translator (re_translate.cpp) reads them: nodes in one vector,
// which refer to each other by index, so that deep patterns need no recursion to be freed. No heap values inside.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "objects/str.hpp"

namespace coil::re {

enum Flag : uint32_t {
  kTemplate = 1, kIgnoreCase = 2, kLocale = 4, kMultiline = 8, kDotAll = 16, kUnicode = 32, kVerbose = 64, kDebug = 128, kAscii = 256,
  kTypeFlags = kAscii | kLocale | kUnicode,
};

inline constexpr uint64_t kMaxRepeat = 4294967295u;  // of `*` and `+`: no limit
inline constexpr uint64_t kMaxWidth = ~uint64_t{0};
inline constexpr uint32_t kNoNode = ~uint32_t{0};

enum class Op : uint8_t {
  Literal, NotLiteral, Any, Set, NotSet, At, Group /* capturing, or with flags */, Atomic, Branch, Repeat, BackReference, Condition,
  LookAhead, NotLookAhead, LookBehind, NotLookBehind,
};
enum class Anchor : uint8_t { Begin, BeginString, End, EndString, Boundary, NotBoundary };
enum class Category : uint8_t { Digit, NotDigit, Space, NotSpace, Word, NotWord };
enum class Greed : uint8_t { Greedy, Lazy, Possessive };

struct SetItem {
  enum Type : uint8_t { One, Range, Class } type;
  Category category;
  Char low, high;
  bool operator==(const SetItem&) const = default;
};

using Sequence = std::vector<uint32_t>;

struct Node {
  explicit Node(Op kind) : op(kind) {}
  Op op;
  Anchor anchor = Anchor::Begin;
  Greed greed = Greed::Greedy;
  Char literal = 0;
  uint32_t group = 0;                 // Group (0: not capturing), BackReference, Condition
  uint32_t add_flags = 0, del_flags = 0;
  uint64_t minimum = 0, maximum = 0;  // Repeat
  uint64_t low_width = 0, high_width = 0;
  uint32_t items = 0;                 // Set: first item of Regex::set_items
  uint32_t item_count = 0;
  std::vector<Sequence> branches;     // what is inside: one sequence, or several of a Branch; a Condition's no-branch is second
};

struct Width { uint64_t low, high; };

struct Regex {
  std::vector<Node> nodes;
  std::vector<SetItem> set_items;
  Sequence root;
  uint32_t flags = 0;
  uint32_t groups = 0;                                   // capturing groups, without group 0
  std::vector<std::pair<std::string, uint32_t>> names;   // UTF-8, in order of appearance
  std::vector<uint32_t> parents;                         // of each group: the innermost group around it, 0 for none
  std::vector<uint32_t> assertions;                      // of each group: number of the innermost assertion around it, 0 for none
};

/// A warning the parser wants to give: the caller issues it.
struct ParseWarning {
  Exc category;
  std::string message;
};

/// Parses a pattern (str or bytes). Raises re.error, ValueError, OverflowError or RecursionError as CPython words them.
Result<void> parse_regex_reenter(Vm&, Value pattern, uint32_t flags, Regex* out, std::vector<ParseWarning>* warnings);

/// Raises re.error(message, pattern, position); no position when it is negative.
Error raise_re_error(Vm&, std::string_view message, Value pattern, int64_t position);

void append_utf8(std::string* out, Char c);

/// The characters of a str or bytes pattern.
struct PatternText {
  Value source;
  StrView text;
  bool is_text;
  explicit PatternText(Value pattern) : source(pattern), is_text(pattern.is(Kind::Str)) {
    if (is_text) {
      text = view(pattern);
    } else {
      ByteSpan bytes{nullptr, 0};
      byte_span(pattern, &bytes);
      text = StrView{bytes.data, bytes.size, false, false};
    }
  }
};

/// The pattern and replacement tokenizer: characters, or backslashes with the character that follows.
class Tokens {
 public:
  struct Token {
    int32_t first = -1, second = -1;  // -1: none
    bool is(char c) const { return first == static_cast<unsigned char>(c) && (second < 0); }
    bool none() const { return first < 0; }
    bool escape() const { return first == '\\'; }
    int64_t length() const { return first < 0 ? 0 : second < 0 ? 1 : 2; }
  };

  Tokens(Vm& vm, Value source) : vm_(vm), text_(source) {}
  /// Reads the first token; before anything else.
  Result<void> start() { return advance(); }
  Vm& vm() { return vm_; }
  bool is_text() const { return text_.is_text; }
  const Token& next() const { return next_; }
  bool next_in(const char* characters) const;
  int64_t tell() const { return static_cast<int64_t>(index_) - next_.length(); }
  Result<void> seek(int64_t index) { index_ = static_cast<size_t>(index); return advance(); }
  Result<Token> get();
  Result<bool> match(char c);
  /// Up to `count` characters that satisfy the test, appended to `out`.
  Result<void> get_while(int count, bool (*test)(int32_t), std::string* out);
  /// The text before the terminator, as characters.
  Result<std::u32string> get_until(char terminator, const char* what);
  Error error(std::string message, int64_t offset = 0);
  Error error_at(std::string message, int64_t position);

 private:
  Result<void> advance();
  Vm& vm_;
  PatternText text_;
  size_t index_ = 0;
  Token next_;
};

bool is_digit(int32_t c);
bool is_octal(int32_t c);
bool is_hex(int32_t c);
bool is_ascii_letter(int32_t c);
/// The character of \a \b \f \n \r \t \v \\ by its letter, or -1.
int32_t simple_escape(int32_t c);
bool is_identifier(const std::u32string&);
Result<std::string> quoted_name(Vm&, const std::u32string&);  // repr() of a str
std::string utf8_of(const std::u32string&);
std::string token_utf8(const Tokens::Token&);
/// int(text) of a group number; -1 when it is none or negative. `plain` tells whether it is written in ASCII digits.
Result<int64_t> group_number(Vm&, const std::u32string&, bool* plain);
inline constexpr int64_t kMaxGroups = 1073741823;

/// PCRE2's text of the pattern for subjects of one (narrow) or four bytes a character, and how to compile it.
struct Translation {
  std::string text;      // ASCII
  bool unicode_classes;  // \w, \d, \b, case: Unicode (for narrow subjects: by the Latin-1 tables)
  bool caseless;
};
Result<Translation> translate_regex(Vm&, const Regex&, bool is_text, bool wide);

/// All characters that match `c` when case is ignored (itself included), sorted; by Unicode, or ASCII letters only.
void case_variants(Char c, bool unicode, std::vector<Char>* out);
/// Adds to `out` the variants of cased characters in [low, high].
void range_case_variants(Char low, Char high, bool unicode, std::vector<Char>* out);

}  // namespace coil::re
