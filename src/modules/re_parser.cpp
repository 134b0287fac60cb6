// Python's regular expression syntax to nodes. The order of checks and the positions in errors are CPython's. Flags of groups stay
// on their nodes: global flags can still come (only their effect on VERBOSE is needed while parsing), so the translator combines them.
#include <algorithm>

#include "modules/host_services.hpp"
#include "modules/re_syntax.hpp"
#include "objects/number.hpp"
#include "objects/protocol.hpp"

namespace coil::re {

namespace {

using Token = Tokens::Token;

uint64_t add_width(uint64_t a, uint64_t b) { return a > kMaxWidth - b ? kMaxWidth : a + b; }
uint64_t multiply_width(uint64_t a, uint64_t b) {
  uint64_t result;
  return __builtin_mul_overflow(a, b, &result) ? kMaxWidth : result;
}

uint32_t flag_of(int32_t c) {
  switch (c) {
    case 'i': return kIgnoreCase;
    case 'L': return kLocale;
    case 'm': return kMultiline;
    case 's': return kDotAll;
    case 'x': return kVerbose;
    case 'a': return kAscii;
    case 't': return kTemplate;
    case 'u': return kUnicode;
    default: return 0;
  }
}

bool category_escape(int32_t c, Category* out) {
  switch (c) {
    case 'd': *out = Category::Digit; return true;
    case 'D': *out = Category::NotDigit; return true;
    case 's': *out = Category::Space; return true;
    case 'S': *out = Category::NotSpace; return true;
    case 'w': *out = Category::Word; return true;
    case 'W': *out = Category::NotWord; return true;
    default: return false;
  }
}

bool anchor_escape(int32_t c, Anchor* out) {
  switch (c) {
    case 'A': *out = Anchor::BeginString; return true;
    case 'b': *out = Anchor::Boundary; return true;
    case 'B': *out = Anchor::NotBoundary; return true;
    case 'Z': *out = Anchor::EndString; return true;
    default: return false;
  }
}

/// "unknown flag" for letters, else what was expected.
std::string flag_error(const Token& token, const char* missing) {
  bool letter = token.first > 127 ? true : is_ascii_letter(token.first);
  return letter && token.second < 0 ? "unknown flag" : missing;
}

class Parser {
 public:
  Parser(Vm& vm, Value pattern, Regex* out, std::vector<ParseWarning>* warnings)
      : vm(vm), tokens(vm, pattern), regex(*out), warnings(*warnings), pattern(pattern) {}
  Result<void> run(uint32_t flags);

 private:
  struct GroupFlags { bool global; uint32_t add, del; };

  Result<Sequence> alternatives(bool verbose, int nested);
  Result<Sequence> sequence(bool verbose, int nested, bool first);
  Result<uint32_t> escape(const Token& token);
  /// Escapes that sets and expressions share: \x \u \U \N. False when it is none of them.
  Result<bool> character_escape(const Token& token, std::string* shown, Char* out);
  Result<uint32_t> number_escape(const Token& token);
  Result<SetItem> set_escape(const Token& token);
  Result<uint32_t> set();
  Result<SetItem> set_member(const Token& token);
  /// Applies the quantifier to the last node of the sequence; a `{` that is none becomes a literal.
  Result<void> repeat(const Token& token, Sequence* seq);
  Result<bool> repeat_bounds(int64_t here, uint64_t* minimum, uint64_t* maximum);
  /// After `(`. May add nothing (comments, global flags).
  Result<void> group(Sequence* seq, bool verbose, int nested, bool first);
  Result<void> python_extension(Sequence* seq, std::u32string* name);
  Result<void> comment(int64_t start);
  Result<void> lookaround(Sequence* seq, Token kind, bool verbose, int nested, int64_t start);
  Result<void> condition(Sequence* seq, bool verbose, int nested, int64_t start);
  Result<GroupFlags> group_flags(Token token);
  Result<void> check_group_name(const std::u32string& name, int64_t offset);
  Result<void> check_lookbehind_group(uint32_t group);
  Result<uint32_t> open_group(const std::u32string* name);
  Result<void> fix_flags();

  uint32_t add(Node node) {
    regex.nodes.push_back(std::move(node));
    return static_cast<uint32_t>(regex.nodes.size() - 1);
  }
  uint32_t literal(Char c) {
    Node node(Op::Literal);
    node.literal = c;
    node.low_width = node.high_width = 1;
    return add(std::move(node));
  }
  uint32_t anchor(Anchor kind) {
    Node node(Op::At);
    node.anchor = kind;
    return add(std::move(node));
  }
  Width width(const Sequence& seq) const {
    Width total{0, 0};
    for (uint32_t index : seq) {
      total.low = add_width(total.low, regex.nodes[index].low_width);
      total.high = add_width(total.high, regex.nodes[index].high_width);
    }
    return total;
  }
  bool group_closed(uint64_t group) const { return group < group_widths.size() && group_done[group]; }
  int64_t find_name(const std::u32string& name) const {
    std::string utf8 = utf8_of(name);
    for (auto& [known, number] : regex.names) {
      if (known == utf8) return number;
    }
    return -1;
  }
  void warn(Exc category, std::string message) { warnings.push_back({category, std::move(message)}); }

  Vm& vm;
  Tokens tokens;
  Regex& regex;
  std::vector<ParseWarning>& warnings;
  Value pattern;
  std::vector<Width> group_widths{{0, 0}};
  std::vector<bool> group_done{false};
  int64_t lookbehind_groups = -1;     // groups that were there when the outermost lookbehind began
  uint32_t enclosing_group = 0, enclosing_assertion = 0, assertion_count = 0;
  std::vector<std::pair<int64_t, int64_t>> references;  // group of a condition by number, position of the first one
};

Result<void> Parser::fix_flags() {
  uint32_t& flags = regex.flags;
  if (tokens.is_text()) {
    if (flags & kLocale) return raise_value_error(vm, "cannot use LOCALE flag with a str pattern");
    if (!(flags & kAscii)) flags |= kUnicode;
    else if (flags & kUnicode) return raise_value_error(vm, "ASCII and UNICODE flags are incompatible");
    return ok();
  }
  if (flags & kUnicode) return raise_value_error(vm, "cannot use UNICODE flag with a bytes pattern");
  if (flags & kLocale && flags & kAscii) return raise_value_error(vm, "ASCII and LOCALE flags are incompatible");
  return ok();
}

Result<void> Parser::run(uint32_t flags) {
  regex.flags = flags;
  regex.parents.push_back(0);
  regex.assertions.push_back(0);
  COIL_CHECK(tokens.start());
  COIL_TRY(regex.root, alternatives(flags & kVerbose, 0));
  COIL_CHECK(fix_flags());
  if (!tokens.next().none()) return tokens.error("unbalanced parenthesis");
  regex.groups = static_cast<uint32_t>(group_widths.size() - 1);
  for (auto [group, position] : references) {
    if (group > regex.groups) return raise_re_error(vm, "invalid group reference " + std::to_string(group), pattern, position);
  }
  for (const Node& node : regex.nodes) {
    if (node.op != Op::LookBehind && node.op != Op::NotLookBehind) continue;
    Width inside = width(node.branches[0]);
    if (inside.low > 0xffffffffu) return raise_re_error(vm, "looks too much behind", pattern, -1);
    if (inside.low != inside.high) return raise_re_error(vm, "look-behind requires fixed-width pattern", pattern, -1);
  }
  return ok();
}

Result<Sequence> Parser::alternatives(bool verbose, int nested) {
  COIL_GUARD(vm, "");
  std::vector<Sequence> branches;
  for (;;) {
    COIL_TRY(Sequence branch, sequence(verbose, nested + 1, nested == 0 && branches.empty()));
    branches.push_back(std::move(branch));
    COIL_TRY(bool more, tokens.match('|'));
    if (!more) break;
    if (nested == 0) verbose = regex.flags & kVerbose;
  }
  if (branches.size() == 1) return std::move(branches[0]);
  Node node(Op::Branch);
  node.low_width = kMaxWidth;
  for (const Sequence& branch : branches) {
    Width w = width(branch);
    node.low_width = std::min(node.low_width, w.low);
    node.high_width = std::max(node.high_width, w.high);
  }
  node.branches = std::move(branches);
  return Sequence{add(std::move(node))};
}

Result<Sequence> Parser::sequence(bool verbose, int nested, bool first) {
  Sequence seq;
  for (;;) {
    Token token = tokens.next();
    if (token.none() || token.is('|') || token.is(')')) return seq;
    COIL_CHECK(tokens.get());
    if (verbose && token.second < 0) {
      if (token.first == ' ' || (token.first >= 9 && token.first <= 13)) continue;
      if (token.first == '#') {
        for (;;) {
          COIL_TRY(Token skipped, tokens.get());
          if (skipped.none() || skipped.is('\n')) break;
        }
        continue;
      }
    }
    switch (token.first) {
      case '\\': {
        COIL_TRY(uint32_t node, escape(token));
        seq.push_back(node);
        break;
      }
      case '[': {
        COIL_TRY(uint32_t node, set());
        seq.push_back(node);
        break;
      }
      case '?': case '*': case '+': case '{': COIL_CHECK(repeat(token, &seq)); break;
      case '.': {
        Node node(Op::Any);
        node.low_width = node.high_width = 1;
        seq.push_back(add(std::move(node)));
        break;
      }
      case '(': {
        // Flags for the whole pattern may change VERBOSE.
        uint32_t before = regex.flags;
        COIL_CHECK(group(&seq, verbose, nested, first));
        if (regex.flags != before) verbose = regex.flags & kVerbose;
        break;
      }
      case '^': seq.push_back(anchor(Anchor::Begin)); break;
      case '$': seq.push_back(anchor(Anchor::End)); break;
      default: seq.push_back(literal(static_cast<Char>(token.first)));
    }
  }
}

// -- escapes

Result<bool> Parser::character_escape(const Token& token, std::string* shown, Char* out) {
  int digits = 0;
  if (token.second == 'x') digits = 2;
  else if (token.second == 'u' && tokens.is_text()) digits = 4;
  else if (token.second == 'U' && tokens.is_text()) digits = 8;
  if (digits) {
    COIL_CHECK(tokens.get_while(digits, is_hex, shown));
    if (static_cast<int>(shown->size()) != digits + 2) return tokens.error("incomplete escape " + *shown, static_cast<int64_t>(shown->size()));
    unsigned long value = std::strtoul(shown->c_str() + 2, nullptr, 16);
    if (value > 0x10ffff) return tokens.error("bad escape " + *shown, static_cast<int64_t>(shown->size()));
    *out = static_cast<Char>(value);
    return true;
  }
  if (token.second != 'N' || !tokens.is_text()) return false;
  COIL_TRY(bool brace, tokens.match('{'));
  if (!brace) return tokens.error("missing {");
  COIL_TRY(std::u32string name, tokens.get_until('}', "character name"));
  COIL_TRY(Str* text, new_str(vm, utf8_of(name)));
  COIL_TRY(Value module, import_absolute_reenter(vm, intern(vm, "unicodedata")));
  Result<Value> found = call_method_reenter(vm, module, intern(vm, "lookup"), {text});
  if (!found && !pending_matches(vm, Exc::KeyError)) return Error{};
  if (!found || !(*found).is(Kind::Str) || (*found).as<Str>()->length != 1) {
    if (!found) clear_pending(vm);
    COIL_TRY(std::string quoted, quoted_name(vm, name));
    return tokens.error("undefined character name " + quoted, static_cast<int64_t>(name.size()) + 4);
  }
  *out = view(*found)[0];
  return true;
}

Result<uint32_t> Parser::number_escape(const Token& token) {
  std::string shown = token_utf8(token);
  if (token.second == '0') {
    COIL_CHECK(tokens.get_while(2, is_octal, &shown));
    return literal(static_cast<Char>(std::strtoul(shown.c_str() + 1, nullptr, 8)));
  }
  if (tokens.next().second < 0 && is_digit(tokens.next().first)) {
    COIL_CHECK(tokens.get_while(1, is_digit, &shown));
    if (is_octal(shown[1]) && is_octal(shown[2]) && tokens.next().second < 0 && is_octal(tokens.next().first)) {
      COIL_CHECK(tokens.get_while(1, is_octal, &shown));
      unsigned long value = std::strtoul(shown.c_str() + 1, nullptr, 8);
      if (value > 0377) {
        return tokens.error("octal escape value " + shown + " outside of range 0-0o377", static_cast<int64_t>(shown.size()));
      }
      return literal(static_cast<Char>(value));
    }
  }
  auto number = static_cast<uint32_t>(std::strtoul(shown.c_str() + 1, nullptr, 10));
  if (number >= group_widths.size()) {
    return tokens.error("invalid group reference " + std::to_string(number), static_cast<int64_t>(shown.size()) - 1);
  }
  if (!group_closed(number)) return tokens.error("cannot refer to an open group", static_cast<int64_t>(shown.size()));
  COIL_CHECK(check_lookbehind_group(number));
  Node node(Op::BackReference);
  node.group = number;
  node.low_width = group_widths[number].low;
  node.high_width = group_widths[number].high;
  return add(std::move(node));
}

Result<uint32_t> Parser::escape(const Token& token) {
  Anchor kind;
  if (anchor_escape(token.second, &kind)) return anchor(kind);
  Category category;
  if (category_escape(token.second, &category)) {
    Node node(Op::Set);
    node.low_width = node.high_width = 1;
    node.items = static_cast<uint32_t>(regex.set_items.size());
    node.item_count = 1;
    regex.set_items.push_back({SetItem::Class, category, 0, 0});
    return add(std::move(node));
  }
  if (int32_t c = simple_escape(token.second); c >= 0) return literal(static_cast<Char>(c));
  std::string shown = token_utf8(token);
  Char c;
  COIL_TRY(bool character, character_escape(token, &shown, &c));
  if (character) return literal(c);
  if (is_digit(token.second)) return number_escape(token);
  if (is_ascii_letter(token.second)) return tokens.error("bad escape " + shown, 2);
  return literal(static_cast<Char>(token.second));
}

Result<SetItem> Parser::set_escape(const Token& token) {
  SetItem item{SetItem::One, Category::Digit, 0, 0};
  if (category_escape(token.second, &item.category)) {
    item.type = SetItem::Class;
    return item;
  }
  Char c = static_cast<Char>(token.second);
  if (int32_t simple = simple_escape(token.second); simple >= 0) {
    c = static_cast<Char>(simple);
  } else {
    std::string shown = token_utf8(token);
    COIL_TRY(bool character, character_escape(token, &shown, &c));
    if (!character && is_octal(token.second)) {
      COIL_CHECK(tokens.get_while(2, is_octal, &shown));
      c = static_cast<Char>(std::strtoul(shown.c_str() + 1, nullptr, 8));
      if (c > 0377) return tokens.error("octal escape value " + shown + " outside of range 0-0o377", static_cast<int64_t>(shown.size()));
    } else if (!character && (is_digit(token.second) || is_ascii_letter(token.second))) {
      return tokens.error("bad escape " + shown, 2);
    }
  }
  item.low = item.high = c;
  return item;
}

// -- sets

Result<SetItem> Parser::set_member(const Token& token) {
  if (token.escape()) return set_escape(token);
  auto c = static_cast<Char>(token.first);
  return SetItem{SetItem::One, Category::Digit, c, c};
}

Result<uint32_t> Parser::set() {
  int64_t here = tokens.tell() - 1;
  std::vector<SetItem> items;
  if (tokens.next().is('[')) warn(Exc::FutureWarning, "Possible nested set at position " + std::to_string(tokens.tell()));
  COIL_TRY(bool negate, tokens.match('^'));
  for (;;) {
    COIL_TRY(Token token, tokens.get());
    if (token.none()) return tokens.error("unterminated character set", tokens.tell() - here);
    if (token.is(']') && !items.empty()) break;
    if (!items.empty() && token.second < 0 && tokens.next().is(static_cast<char>(token.first))) {
      const char* what = token.is('-') ? "difference" : token.is('&') ? "intersection" : token.is('~') ? "symmetric difference"
                         : token.is('|') ? "union" : nullptr;
      if (what) warn(Exc::FutureWarning, std::string("Possible set ") + what + " at position " + std::to_string(tokens.tell() - 1));
    }
    COIL_TRY(SetItem low, set_member(token));
    COIL_TRY(bool range, tokens.match('-'));
    if (!range) {
      items.push_back(low);
      continue;
    }
    COIL_TRY(Token end, tokens.get());
    if (end.none()) return tokens.error("unterminated character set", tokens.tell() - here);
    if (end.is(']')) {
      items.push_back(low);
      items.push_back(SetItem{SetItem::One, Category::Digit, '-', '-'});
      break;
    }
    if (end.is('-')) warn(Exc::FutureWarning, "Possible set difference at position " + std::to_string(tokens.tell() - 2));
    COIL_TRY(SetItem high, set_member(end));
    if (low.type != SetItem::One || high.type != SetItem::One || high.low < low.low) {
      // Escapes are shown by their first two characters.
      return tokens.error("bad character range " + token_utf8(token) + "-" + token_utf8(end), token.length() + 1 + end.length());
    }
    items.push_back(SetItem{SetItem::Range, Category::Digit, low.low, high.low});
  }
  std::vector<SetItem> unique;
  for (const SetItem& item : items) {
    if (unique.size() > 64 || std::find(unique.begin(), unique.end(), item) == unique.end()) unique.push_back(item);
  }
  Node node(negate ? Op::NotSet : Op::Set);
  node.low_width = node.high_width = 1;
  if (unique.size() == 1 && unique[0].type == SetItem::One) {
    node.op = negate ? Op::NotLiteral : Op::Literal;
    node.literal = unique[0].low;
    return add(std::move(node));
  }
  node.items = static_cast<uint32_t>(regex.set_items.size());
  node.item_count = static_cast<uint32_t>(unique.size());
  regex.set_items.insert(regex.set_items.end(), unique.begin(), unique.end());
  return add(std::move(node));
}

// -- quantifiers

/// False: the `{` is a literal.
Result<bool> Parser::repeat_bounds(int64_t here, uint64_t* minimum, uint64_t* maximum) {
  if (tokens.next().is('}')) return false;
  std::string low, high;
  COIL_CHECK(tokens.get_while(INT32_MAX, is_digit, &low));
  COIL_TRY(bool comma, tokens.match(','));
  if (comma) COIL_CHECK(tokens.get_while(INT32_MAX, is_digit, &high));
  else high = low;
  COIL_TRY(bool closed, tokens.match('}'));
  if (!closed) {
    COIL_CHECK(tokens.seek(here));
    return false;
  }
  *minimum = 0;
  *maximum = kMaxRepeat;
  auto read = [&](const std::string& digits, uint64_t* out) -> Result<void> {
    *out = 0;
    for (char c : digits) {
      *out = *out * 10 + static_cast<uint64_t>(c - '0');
      if (*out >= kMaxRepeat) return raise(vm, Exc::OverflowError, "the repetition number is too large");
    }
    return ok();
  };
  if (!low.empty()) COIL_CHECK(read(low, minimum));
  if (!high.empty()) {
    COIL_CHECK(read(high, maximum));
    if (*maximum < *minimum) return tokens.error("min repeat greater than max repeat", tokens.tell() - here);
  }
  return true;
}

Result<void> Parser::repeat(const Token& token, Sequence* seq) {
  int64_t here = tokens.tell();
  uint64_t minimum = token.is('+') ? 1 : 0;
  uint64_t maximum = token.is('?') ? 1 : kMaxRepeat;
  if (token.is('{')) {
    COIL_TRY(bool bounds, repeat_bounds(here, &minimum, &maximum));
    if (!bounds) {
      seq->push_back(literal('{'));
      return ok();
    }
  }
  Op last = seq->empty() ? Op::At : regex.nodes[seq->back()].op;
  if (last == Op::At) return tokens.error("nothing to repeat", tokens.tell() - here + 1);
  if (last == Op::Repeat) return tokens.error("multiple repeat", tokens.tell() - here + 1);
  Node node(Op::Repeat);
  node.minimum = minimum;
  node.maximum = maximum;
  const Node& inner = regex.nodes[seq->back()];
  node.low_width = multiply_width(inner.low_width, minimum);
  node.high_width = maximum == kMaxRepeat && inner.high_width ? kMaxWidth : multiply_width(inner.high_width, maximum);
  node.branches.push_back(Sequence{seq->back()});
  COIL_TRY(bool lazy, tokens.match('?'));
  if (lazy) {
    node.greed = Greed::Lazy;
  } else {
    COIL_TRY(bool possessive, tokens.match('+'));
    if (possessive) node.greed = Greed::Possessive;
  }
  seq->back() = add(std::move(node));
  return ok();
}

// -- groups

Result<void> Parser::check_group_name(const std::u32string& name, int64_t offset) {
  if (!is_identifier(name)) {
    COIL_TRY(std::string quoted, quoted_name(vm, name));
    return tokens.error("bad character in group name " + quoted, static_cast<int64_t>(name.size()) + offset);
  }
  bool ascii = std::all_of(name.begin(), name.end(), [](char32_t c) { return c < 128; });
  if (tokens.is_text() || ascii) return ok();
  COIL_TRY(Str* str, new_str(vm, utf8_of(name)));
  COIL_TRY(Str* shown, ascii_reenter(vm, str));
  warn(Exc::DeprecationWarning, "bad character in group name " + str_utf8(shown) + " at position " +
                                    std::to_string(tokens.tell() - static_cast<int64_t>(name.size()) - offset));
  return ok();
}

Result<void> Parser::check_lookbehind_group(uint32_t group) {
  if (lookbehind_groups < 0) return ok();
  if (!group_closed(group)) return tokens.error("cannot refer to an open group");
  if (group >= lookbehind_groups) return tokens.error("cannot refer to group defined in the same lookbehind subpattern");
  return ok();
}

Result<uint32_t> Parser::open_group(const std::u32string* name) {
  auto number = static_cast<uint32_t>(group_widths.size());
  group_widths.push_back({0, 0});
  group_done.push_back(false);
  regex.parents.push_back(enclosing_group);
  regex.assertions.push_back(enclosing_assertion);
  if (!name) return number;
  if (int64_t old = find_name(*name); old >= 0) {
    COIL_TRY(std::string quoted, quoted_name(vm, *name));
    return tokens.error("redefinition of group name " + quoted + " as group " + std::to_string(number) + "; was group " + std::to_string(old),
                        static_cast<int64_t>(name->size()) + 1);
  }
  regex.names.emplace_back(utf8_of(*name), number);
  return number;
}

/// After `(?P`: a named group gives its name, a back reference goes to the sequence.
Result<void> Parser::python_extension(Sequence* seq, std::u32string* name) {
  COIL_TRY(bool named, tokens.match('<'));
  if (named) {
    COIL_TRY(*name, tokens.get_until('>', "group name"));
    return check_group_name(*name, 1);
  }
  COIL_TRY(bool reference, tokens.match('='));
  if (!reference) {
    COIL_TRY(Token token, tokens.get());
    if (token.none()) return tokens.error("unexpected end of pattern");
    return tokens.error("unknown extension ?P" + token_utf8(token), token.length() + 2);
  }
  COIL_TRY(std::u32string target, tokens.get_until(')', "group name"));
  COIL_CHECK(check_group_name(target, 1));
  int64_t number = find_name(target);
  auto length = static_cast<int64_t>(target.size());
  if (number < 0) {
    COIL_TRY(std::string quoted, quoted_name(vm, target));
    return tokens.error("unknown group name " + quoted, length + 1);
  }
  auto group = static_cast<uint32_t>(number);
  if (!group_closed(group)) return tokens.error("cannot refer to an open group", length + 1);
  COIL_CHECK(check_lookbehind_group(group));
  Node node(Op::BackReference);
  node.group = group;
  node.low_width = group_widths[group].low;
  node.high_width = group_widths[group].high;
  seq->push_back(add(std::move(node)));
  return ok();
}

Result<void> Parser::comment(int64_t start) {
  for (;;) {
    if (tokens.next().none()) return tokens.error("missing ), unterminated comment", tokens.tell() - start);
    COIL_TRY(Token token, tokens.get());
    if (token.is(')')) return ok();
  }
}

Result<void> Parser::lookaround(Sequence* seq, Token kind, bool verbose, int nested, int64_t start) {
  bool behind = kind.is('<');
  if (behind) {
    COIL_TRY(kind, tokens.get());
    if (kind.none()) return tokens.error("unexpected end of pattern");
    if (!kind.is('=') && !kind.is('!')) return tokens.error("unknown extension ?<" + token_utf8(kind), kind.length() + 2);
  }
  int64_t outer_groups = lookbehind_groups;
  uint32_t outer_assertion = enclosing_assertion;
  if (behind && outer_groups < 0) lookbehind_groups = static_cast<int64_t>(group_widths.size());
  enclosing_assertion = ++assertion_count;
  COIL_TRY(Sequence inside, alternatives(verbose, nested + 1));
  enclosing_assertion = outer_assertion;
  if (behind && outer_groups < 0) lookbehind_groups = -1;
  COIL_TRY(bool closed, tokens.match(')'));
  if (!closed) return tokens.error("missing ), unterminated subpattern", tokens.tell() - start);
  Node node(kind.is('=') ? (behind ? Op::LookBehind : Op::LookAhead) : (behind ? Op::NotLookBehind : Op::NotLookAhead));
  node.branches.push_back(std::move(inside));
  seq->push_back(add(std::move(node)));
  return ok();
}

Result<void> Parser::condition(Sequence* seq, bool verbose, int nested, int64_t start) {
  COIL_TRY(std::u32string name, tokens.get_until(')', "group name"));
  auto length = static_cast<int64_t>(name.size());
  int64_t number;
  if (is_identifier(name)) {
    COIL_CHECK(check_group_name(name, 1));
    number = find_name(name);
    if (number < 0) {
      COIL_TRY(std::string quoted, quoted_name(vm, name));
      return tokens.error("unknown group name " + quoted, length + 1);
    }
  } else {
    bool plain;
    COIL_TRY(number, group_number(vm, name, &plain));
    COIL_TRY(std::string quoted, quoted_name(vm, name));
    if (number < 0) return tokens.error("bad character in group name " + quoted, length + 1);
    if (number == 0) return tokens.error("bad group number", length + 1);
    if (number >= kMaxGroups) return tokens.error("invalid group reference " + std::to_string(number), length + 1);
    bool known = std::any_of(references.begin(), references.end(), [&](auto& entry) { return entry.first == number; });
    if (!known) references.emplace_back(number, tokens.tell() - length - 1);
    if (!plain) {
      if (!tokens.is_text()) {
        COIL_TRY(Str* str, new_str(vm, utf8_of(name)));
        COIL_TRY(Str* shown, ascii_reenter(vm, str));
        quoted = str_utf8(shown);
      }
      warn(Exc::DeprecationWarning, "bad character in group name " + quoted + " at position " + std::to_string(tokens.tell() - length - 1));
    }
  }
  COIL_CHECK(check_lookbehind_group(static_cast<uint32_t>(number)));
  Node node(Op::Condition);
  node.group = static_cast<uint32_t>(number);
  COIL_TRY(Sequence yes, sequence(verbose, nested + 1, false));
  Width w = width(yes);
  node.branches.push_back(std::move(yes));
  COIL_TRY(bool has_no, tokens.match('|'));
  if (has_no) {
    COIL_TRY(Sequence no, sequence(verbose, nested + 1, false));
    if (tokens.next().is('|')) return tokens.error("conditional backref with more than two branches");
    Width other = width(no);
    w = {std::min(w.low, other.low), std::max(w.high, other.high)};
    node.branches.push_back(std::move(no));
  } else {
    w.low = 0;
  }
  COIL_TRY(bool closed, tokens.match(')'));
  if (!closed) return tokens.error("missing ), unterminated subpattern", tokens.tell() - start);
  node.low_width = w.low;
  node.high_width = w.high;
  seq->push_back(add(std::move(node)));
  return ok();
}

Result<Parser::GroupFlags> Parser::group_flags(Token token) {
  GroupFlags flags{false, 0, 0};
  if (!token.is('-')) {
    for (;;) {
      uint32_t flag = flag_of(token.first);
      if (tokens.is_text() && flag == kLocale) return tokens.error("bad inline flags: cannot use 'L' flag with a str pattern");
      if (!tokens.is_text() && flag == kUnicode) return tokens.error("bad inline flags: cannot use 'u' flag with a bytes pattern");
      flags.add |= flag;
      if (flag & kTypeFlags && (flags.add & kTypeFlags) != flag) {
        return tokens.error("bad inline flags: flags 'a', 'u' and 'L' are incompatible");
      }
      COIL_TRY(token, tokens.get());
      if (token.none()) return tokens.error("missing -, : or )");
      if (token.is(')') || token.is('-') || token.is(':')) break;
      if (token.second >= 0 || !flag_of(token.first)) return tokens.error(flag_error(token, "missing -, : or )"), token.length());
    }
  }
  if (token.is(')')) {
    flags.global = true;
    regex.flags |= flags.add;
    return flags;
  }
  if (flags.add & kTemplate) return tokens.error("bad inline flags: cannot turn on global flag", 1);
  if (token.is('-')) {
    COIL_TRY(token, tokens.get());
    if (token.none()) return tokens.error("missing flag");
    if (token.second >= 0 || !flag_of(token.first)) return tokens.error(flag_error(token, "missing flag"), token.length());
    for (;;) {
      uint32_t flag = flag_of(token.first);
      if (flag & kTypeFlags) return tokens.error("bad inline flags: cannot turn off flags 'a', 'u' and 'L'");
      flags.del |= flag;
      COIL_TRY(token, tokens.get());
      if (token.none()) return tokens.error("missing :");
      if (token.is(':')) break;
      if (token.second >= 0 || !flag_of(token.first)) return tokens.error(flag_error(token, "missing :"), token.length());
    }
  }
  if (flags.del & kTemplate) return tokens.error("bad inline flags: cannot turn off global flag", 1);
  if (flags.add & flags.del) return tokens.error("bad inline flags: flag turned on and off", 1);
  return flags;
}

Result<void> Parser::group(Sequence* seq, bool verbose, int nested, bool first) {
  int64_t start = tokens.tell() - 1;
  bool capture = true, atomic = false;
  std::u32string name;
  GroupFlags flags{false, 0, 0};
  COIL_TRY(bool extension, tokens.match('?'));
  if (extension) {
    COIL_TRY(Token kind, tokens.get());
    if (kind.none()) return tokens.error("unexpected end of pattern");
    capture = false;
    if (kind.is('P')) {
      COIL_CHECK(python_extension(seq, &name));
      if (name.empty()) return ok();
      capture = true;
    } else if (kind.is('#')) {
      return comment(start);
    } else if (kind.is('=') || kind.is('!') || kind.is('<')) {
      return lookaround(seq, kind, verbose, nested, start);
    } else if (kind.is('(')) {
      return condition(seq, verbose, nested, start);
    } else if (kind.is('>')) {
      atomic = true;
    } else if (kind.second < 0 && (kind.is('-') || flag_of(kind.first))) {
      COIL_TRY(flags, group_flags(kind));
      if (flags.global) {
        if (!first || !seq->empty()) {
          return tokens.error("global flags not at the start of the expression", tokens.tell() - start);
        }
        return ok();
      }
    } else if (!kind.is(':')) {
      return tokens.error("unknown extension ?" + token_utf8(kind), kind.length() + 1);
    }
  }
  uint32_t number = 0, outer_group = enclosing_group;
  if (capture) {
    COIL_TRY(number, open_group(name.empty() ? nullptr : &name));
    enclosing_group = number;
  }
  bool inner_verbose = (verbose || flags.add & kVerbose) && !(flags.del & kVerbose);
  COIL_TRY(Sequence inside, alternatives(inner_verbose, nested + 1));
  COIL_TRY(bool closed, tokens.match(')'));
  if (!closed) return tokens.error("missing ), unterminated subpattern", tokens.tell() - start);
  Width w = width(inside);
  if (number) {
    group_widths[number] = w;
    group_done[number] = true;
    enclosing_group = outer_group;
  }
  Node node(atomic ? Op::Atomic : Op::Group);
  node.group = number;
  node.add_flags = flags.add;
  node.del_flags = flags.del;
  node.low_width = w.low;
  node.high_width = w.high;
  node.branches.push_back(std::move(inside));
  seq->push_back(add(std::move(node)));
  return ok();
}

}  // namespace

Result<void> parse_regex_reenter(Vm& vm, Value pattern, uint32_t flags, Regex* out, std::vector<ParseWarning>* warnings) {
  return Parser(vm, pattern, out, warnings).run(flags);
}

}  // namespace coil::re
