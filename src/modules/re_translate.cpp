// From nodes to the text that PCRE2 compiles. The meaning is Python's, so most things are spelled out:
// - Subjects of one byte a character are matched by the 8-bit library with tables for Latin-1 or ASCII (re_compile.cpp), others by the
//   32-bit library with PCRE2_UCP; UTF mode is never on, so lone surrogates are ordinary characters.
// - A pattern has one native way to read \w, \d, \s, \b and case: Unicode's if any part of it asks for that. Parts that differ (by
//   inline flags) get explicit sets.
// - Where PCRE2's notion of case is not Python's, the variants of a character are listed.
// Every node becomes one PCRE2 item that a quantifier can follow. The options PCRE2_DOTALL, and PCRE2_CASELESS when the whole pattern
// ignores case, are always set.
#include <algorithm>

#include "modules/re_syntax.hpp"
#include "objects/unicode.hpp"

namespace coil::re {

namespace {

struct CharRange { Char low, high; };
using Ranges = std::vector<CharRange>;

const Ranges kAsciiDigits{{'0', '9'}};
const Ranges kAsciiSpaces{{9, 13}, {' ', ' '}};
const Ranges kAsciiWords{{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}};
const Ranges kUnicodeSpaces{{9, 13},           {0x1c, 0x20},     {0x85, 0x85},     {0xa0, 0xa0},     {0x1680, 0x1680}, {0x2000, 0x200a},
                            {0x2028, 0x2029}, {0x202f, 0x202f}, {0x205f, 0x205f}, {0x3000, 0x3000}};

constexpr uint64_t kMaxCount = 65535;  // PCRE2's limit of a counted repeat

Ranges complement(const Ranges& ranges) {
  Ranges result;
  Char next = 0;
  for (CharRange range : ranges) {
    if (range.low > next) result.push_back({next, range.low - 1});
    next = range.high + 1;
  }
  result.push_back({next, 0x10ffff});
  return result;
}

class Translator {
 public:
  Translator(Vm& vm, const Regex& regex, bool is_text, bool wide) : vm(vm), regex(regex), is_text(is_text), wide(wide) {
    native_unicode = is_text && !(regex.flags & kAscii);
    for (const Node& node : regex.nodes) native_unicode = native_unicode || (is_text && node.add_flags & kUnicode);
    native_caseless = regex.flags & kIgnoreCase;
  }

  Result<Translation> run() {
    COIL_CHECK(alternatives(regex.root, regex.flags));
    return Translation{std::move(out), native_unicode, native_caseless};
  }

 private:
  bool unicode(uint32_t flags) const { return is_text && !(flags & kAscii); }
  bool native(uint32_t flags) const { return unicode(flags) == native_unicode; }
  Char max_char() const { return wide ? 0x10ffff : 0xff; }

  void add_char(Char c) {
    if (c < 128 && (is_digit(static_cast<int32_t>(c)) || is_ascii_letter(static_cast<int32_t>(c)) || c == '_' || c == ' ')) {
      out += static_cast<char>(c);
      return;
    }
    char text[16];
    std::snprintf(text, sizeof text, "\\x{%x}", c);
    out += text;
  }
  void add_range(Char low, Char high) {
    high = std::min(high, max_char());
    if (low > high) return;
    add_char(low);
    if (high == low) return;
    if (high > low + 1) out += '-';
    add_char(high);
  }
  void add_ranges(const Ranges& ranges) {
    for (CharRange range : ranges) add_range(range.low, range.high);
  }
  /// An item no character of the subject matches, one character long.
  void add_impossible() { out += wide ? "[^\\x00-\\x{10ffff}]" : "[^\\x00-\\xff]"; }

  /// Switches case sensitivity for one item; `add` writes it.
  template <class Add>
  void in_case_mode(bool caseless, Add add) {
    bool change = caseless != native_caseless;
    if (change) out += caseless ? "(?i:" : "(?-i:";
    add();
    if (change) out += ')';
  }

  void category(Category kind, uint32_t flags) {
    bool negated = kind == Category::NotDigit || kind == Category::NotSpace || kind == Category::NotWord;
    bool space = kind == Category::Space || kind == Category::NotSpace;
    bool digit = kind == Category::Digit || kind == Category::NotDigit;
    if (native(flags) && !(space && wide && native_unicode)) {
      static constexpr char kLetters[] = {'d', 'D', 's', 'S', 'w', 'W'};
      out += '\\';
      out += kLetters[static_cast<int>(kind)];
      return;
    }
    // Only ASCII classes are spelled out here, and Unicode's spaces.
    const Ranges& ranges = space ? (unicode(flags) ? kUnicodeSpaces : kAsciiSpaces) : digit ? kAsciiDigits : kAsciiWords;
    add_ranges(negated ? complement(ranges) : ranges);
  }

  void variants_set(const std::vector<Char>& variants, bool negated) {
    out += negated ? "[^" : "[";
    for (Char c : variants) add_char(c);
    out += ']';
  }

  void literal(const Node& node, uint32_t flags) {
    bool negated = node.op == Op::NotLiteral;
    std::vector<Char> variants;
    if (flags & kIgnoreCase) case_variants(node.literal, unicode(flags), &variants);
    else variants.push_back(node.literal);
    if (!wide) std::erase_if(variants, [](Char c) { return c > 255; });
    std::sort(variants.begin(), variants.end());
    if (variants.empty()) {
      if (negated) out += '.';
      else add_impossible();
      return;
    }
    bool cased = variants.size() > 1 || (node.literal < 128 ? is_ascii_letter(static_cast<int32_t>(node.literal)) : true);
    bool explicit_case = native_caseless && cased && (!(flags & kIgnoreCase) || !native(flags));
    // What PCRE2 matches for the plain character when it ignores case is exactly the variants.
    bool plain = variants.size() == 1 || (native_caseless && !explicit_case && variants.size() == 2 && (!wide || variants[1] < 128));
    auto add = [&] {
      if (negated || !plain) variants_set(variants, negated);
      else add_char(node.literal > max_char() ? variants[0] : node.literal);
    };
    if (explicit_case) in_case_mode(false, add);
    else add();
  }

  void set(const Node& node, uint32_t flags) {
    bool negated = node.op == Op::NotSet;
    const SetItem* items = &regex.set_items[node.items];
    if (!negated && node.item_count == 1 && items[0].type == SetItem::Class) {
      size_t before = out.size();
      category(items[0].category, flags);
      if (out.size() == before + 2) return;
      out.insert(before, "[");
      out += ']';
      return;
    }
    auto add = [&] {
      size_t before = out.size();
      for (uint32_t i = 0; i < node.item_count; i++) {
        const SetItem& item = items[i];
        if (item.type == SetItem::Class) {
          category(item.category, flags);
          continue;
        }
        add_range(item.low, item.high);
        if (!(flags & kIgnoreCase)) continue;
        std::vector<Char> variants;
        range_case_variants(item.low, item.high, unicode(flags), &variants);
        std::sort(variants.begin(), variants.end());
        variants.erase(std::unique(variants.begin(), variants.end()), variants.end());
        for (Char c : variants) {
          if (c < item.low || c > item.high) add_range(c, c);
        }
      }
      if (out.size() == before) {
        if (negated) out += '.';
        else add_impossible();
        return;
      }
      out.insert(before, negated ? "[^" : "[");
      out += ']';
    };
    if (native_caseless && (!(flags & kIgnoreCase) || !native(flags))) in_case_mode(false, add);
    else add();
  }

  void anchor(Anchor kind, uint32_t flags) {
    switch (kind) {
      case Anchor::Begin: out += flags & kMultiline ? "(?m:^)" : "\\A"; return;
      case Anchor::BeginString: out += "\\A"; return;
      case Anchor::End: out += flags & kMultiline ? "(?m:$)" : "$"; return;
      case Anchor::EndString: out += "\\z"; return;
      case Anchor::Boundary:
        out += native(flags) ? "\\b" : "(?:(?<=[0-9A-Z_a-z])(?![0-9A-Z_a-z])|(?<![0-9A-Z_a-z])(?=[0-9A-Z_a-z]))";
        return;
      case Anchor::NotBoundary:
        // Not in an empty subject.
        out += native(flags) ? "(?:(?!\\A\\z)\\B)"
                             : "(?:(?!\\A\\z)(?:(?<=[0-9A-Z_a-z])(?=[0-9A-Z_a-z])|(?<![0-9A-Z_a-z])(?![0-9A-Z_a-z])))";
        return;
    }
  }

  static bool has_capture(const Regex& regex, const Sequence& seq) {
    std::vector<const Sequence*> todo{&seq};
    while (!todo.empty()) {
      const Sequence* current = todo.back();
      todo.pop_back();
      for (uint32_t index : *current) {
        const Node& node = regex.nodes[index];
        if (node.op == Op::Group && node.group) return true;
        for (const Sequence& branch : node.branches) todo.push_back(&branch);
      }
    }
    return false;
  }

  void add_quantifier(uint64_t minimum, uint64_t maximum, const char* suffix) {
    if (minimum == 0 && maximum == 1) out += '?';
    else if (minimum == 0 && maximum == kMaxRepeat) out += '*';
    else if (minimum == 1 && maximum == kMaxRepeat) out += '+';
    else if (maximum == kMaxRepeat) out += "{" + std::to_string(minimum) + ",}";
    else if (minimum == maximum) out += "{" + std::to_string(minimum) + "}";
    else out += "{" + std::to_string(minimum) + "," + std::to_string(maximum) + "}";
    out += suffix;
  }

  Result<void> repeat(const Node& node, uint32_t flags) {
    const Node& inner = regex.nodes[node.branches[0][0]];
    const char* suffix = node.greed == Greed::Lazy ? "?" : node.greed == Greed::Possessive ? "+" : "";
    // PCRE2's JIT can leave stale captures in possessive groups; an atomic group around a greedy repeat means the same.
    bool atomic = node.greed == Greed::Possessive && !inner.branches.empty();
    if (atomic) {
      out += "(?>";
      suffix = "";
    }
    COIL_CHECK(counted_repeat(node, inner, suffix, flags));
    if (atomic) out += ')';
    return ok();
  }

  Result<void> counted_repeat(const Node& node, const Node& inner, const char* suffix, uint32_t flags) {
    uint64_t maximum = node.maximum;
    if (node.minimum <= kMaxCount && (maximum <= kMaxCount || maximum == kMaxRepeat)) {
      COIL_CHECK(item(inner, flags));
      add_quantifier(node.minimum, maximum, suffix);
      return ok();
    }
    // Counts beyond PCRE2's limit are written as several repeats.
    if (has_capture(regex, node.branches[0]) || node.minimum > 64 * kMaxCount) {
      return raise(vm, Exc::OverflowError, "the repetition number is too large");
    }
    if (maximum != kMaxRepeat && maximum > 64 * kMaxCount) maximum = kMaxRepeat;
    out += node.greed == Greed::Possessive ? "(?>" : "(?:";
    if (*suffix == '+') suffix = "";
    uint64_t rest = node.minimum;
    for (; rest > 0; rest -= std::min(rest, kMaxCount)) {
      COIL_CHECK(item(inner, flags));
      add_quantifier(std::min(rest, kMaxCount), std::min(rest, kMaxCount), "");
    }
    rest = maximum == kMaxRepeat ? kMaxRepeat : maximum - node.minimum;
    while (rest > 0) {
      uint64_t part = rest == kMaxRepeat ? rest : std::min(rest, kMaxCount);
      COIL_CHECK(item(inner, flags));
      add_quantifier(0, part, suffix);
      rest -= part;
    }
    out += ')';
    return ok();
  }

  Result<void> group(const Node& node, const char* open, uint32_t flags) {
    out += open;
    COIL_CHECK(alternatives(node.branches[0], flags));
    out += ')';
    return ok();
  }

  Result<void> branch(const Node& node, uint32_t flags) {
    for (size_t i = 0; i < node.branches.size(); i++) {
      if (i) out += '|';
      COIL_CHECK(sequence(node.branches[i], flags));
    }
    return ok();
  }

  Result<void> item(const Node& node, uint32_t flags) {
    COIL_GUARD(vm, "");
    switch (node.op) {
      case Op::Literal: case Op::NotLiteral: literal(node, flags); return ok();
      case Op::Any: out += flags & kDotAll ? "." : "\\N"; return ok();
      case Op::Set: case Op::NotSet: set(node, flags); return ok();
      case Op::At: anchor(node.anchor, flags); return ok();
      case Op::Group: {
        uint32_t inner = flags;
        if (node.add_flags & kTypeFlags) inner &= ~kTypeFlags;
        inner = (inner | node.add_flags) & ~node.del_flags;
        return group(node, node.group ? "(" : "(?:", inner);
      }
      case Op::Atomic: return group(node, "(?>", flags);
      case Op::LookAhead: return group(node, "(?=", flags);
      case Op::NotLookAhead: return group(node, "(?!", flags);
      case Op::LookBehind: return group(node, "(?<=", flags);
      case Op::NotLookBehind: return group(node, "(?<!", flags);
      case Op::Branch:
        out += "(?:";
        COIL_CHECK(branch(node, flags));
        out += ')';
        return ok();
      case Op::Repeat: return repeat(node, flags);
      case Op::BackReference:
        in_case_mode(flags & kIgnoreCase, [&] { out += "\\g{" + std::to_string(node.group) + "}"; });
        return ok();
      case Op::Condition:
        out += "(?(" + std::to_string(node.group) + ")";
        COIL_CHECK(sequence(node.branches[0], flags));
        if (node.branches.size() > 1) {
          out += '|';
          COIL_CHECK(sequence(node.branches[1], flags));
        }
        out += ')';
        return ok();
    }
    return ok();
  }

  Result<void> sequence(const Sequence& seq, uint32_t flags) {
    for (uint32_t index : seq) COIL_CHECK(item(regex.nodes[index], flags));
    return ok();
  }

  /// Where a `|` needs no group of its own.
  Result<void> alternatives(const Sequence& seq, uint32_t flags) {
    if (seq.size() == 1 && regex.nodes[seq[0]].op == Op::Branch) return branch(regex.nodes[seq[0]], flags);
    return sequence(seq, flags);
  }

  Vm& vm;
  const Regex& regex;
  bool is_text, wide, native_unicode, native_caseless;
  std::string out;
};

}  // namespace

Result<Translation> translate_regex(Vm& vm, const Regex& regex, bool is_text, bool wide) {
  return Translator(vm, regex, is_text, wide).run();
}

}  // namespace coil::re
