// Replacement templates of sub() and expand(): texts with \1, \g<name> and escapes, parsed to a tuple of texts and group numbers.
#include "modules/re_internal.hpp"
#include "objects/protocol.hpp"
#include "modules/host_services.hpp"

namespace coil::re {

namespace {

using Token = Tokens::Token;

class TemplateParser {
 public:
  TemplateParser(Vm& vm, Pattern* pattern, Value source) : vm(vm), tokens(vm, source), pattern(pattern) {}

  Result<Tuple*> run() {
    COIL_TRY(parts, new_list(vm));
    COIL_CHECK(tokens.start());
    for (;;) {
      COIL_TRY(Token token, tokens.get());
      if (token.none()) break;
      if (!token.escape()) literal += static_cast<char32_t>(token.first);
      else if (token.second == 'g') COIL_CHECK(named_group());
      else if (is_digit(token.second)) COIL_CHECK(number(token));
      else COIL_CHECK(escape(token));
    }
    COIL_CHECK(flush());
    COIL_CHECK(issue_warnings_reenter(vm, warnings));
    return new_tuple_from(vm, parts->items(), parts->size);
  }

 private:
  Result<void> flush() {
    if (literal.empty()) return ok();
    Value piece;
    if (tokens.is_text()) {
      COIL_TRY(piece, new_str_chars(vm, reinterpret_cast<const Char*>(literal.data()), literal.size()));
    } else {
      std::string bytes(literal.begin(), literal.end());
      COIL_TRY(piece, new_bytes(vm, bytes.data(), bytes.size()));
    }
    literal.clear();
    return list_append(vm, parts, piece);
  }

  Result<void> add_group(int64_t group, int64_t offset) {
    if (group > pattern->groups) return tokens.error("invalid group reference " + std::to_string(group), offset);
    COIL_CHECK(flush());
    return list_append(vm, parts, Value::small_int(group));
  }

  Result<void> named_group() {
    COIL_TRY(bool open, tokens.match('<'));
    if (!open) return tokens.error("missing <");
    COIL_TRY(std::u32string name, tokens.get_until('>', "group name"));
    auto length = static_cast<int64_t>(name.size());
    COIL_TRY(std::string quoted, quoted_name(vm, name));
    if (is_identifier(name)) {
      COIL_TRY(Str* key, new_str(vm, utf8_of(name)));
      Value found = dict_get_str(pattern->group_index, key);
      if (!found) return raise_text(vm, Exc::IndexError, "unknown group name " + quoted);
      return add_group(found.small_int(), length + 1);
    }
    bool plain;
    COIL_TRY(int64_t group, group_number(vm, name, &plain));
    if (group < 0) return tokens.error("bad character in group name " + quoted, length + 1);
    if (group >= kMaxGroups) return tokens.error("invalid group reference " + std::to_string(group), length + 1);
    if (!plain) {
      if (!tokens.is_text()) {
        COIL_TRY(Str* text, new_str(vm, utf8_of(name)));
        COIL_TRY(Str* shown, ascii_reenter(vm, text));
        quoted = str_utf8(shown);
      }
      warnings.push_back({Exc::DeprecationWarning, "bad character in group name " + quoted + " at position " + std::to_string(tokens.tell() - length - 1)});
    }
    return add_group(group, length + 1);
  }

  Result<void> number(const Token& token) {
    std::string shown = token_utf8(token);
    if (token.second == '0') {
      COIL_CHECK(tokens.get_while(2, is_octal, &shown));
      literal += static_cast<char32_t>(std::strtoul(shown.c_str() + 1, nullptr, 8) & 0xff);
      return ok();
    }
    if (tokens.next().second < 0 && is_digit(tokens.next().first)) {
      COIL_CHECK(tokens.get_while(1, is_digit, &shown));
      if (is_octal(shown[1]) && is_octal(shown[2]) && tokens.next().second < 0 && is_octal(tokens.next().first)) {
        COIL_CHECK(tokens.get_while(1, is_octal, &shown));
        unsigned long c = std::strtoul(shown.c_str() + 1, nullptr, 8);
        if (c > 0377) return tokens.error("octal escape value " + shown + " outside of range 0-0o377", static_cast<int64_t>(shown.size()));
        literal += static_cast<char32_t>(c);
        return ok();
      }
    }
    return add_group(static_cast<int64_t>(std::strtoul(shown.c_str() + 1, nullptr, 10)), static_cast<int64_t>(shown.size()) - 1);
  }

  Result<void> escape(const Token& token) {
    if (int32_t c = simple_escape(token.second); c >= 0) {
      literal += static_cast<char32_t>(c);
      return ok();
    }
    if (is_ascii_letter(token.second)) return tokens.error("bad escape " + token_utf8(token), 2);
    literal += U'\\';
    literal += static_cast<char32_t>(token.second);
    return ok();
  }

  Vm& vm;
  Tokens tokens;
  Pattern* pattern;
  List* parts = nullptr;
  std::u32string literal;
  std::vector<ParseWarning> warnings;
};

}  // namespace

Result<Tuple*> parse_template_reenter(Vm& vm, Pattern* pattern, Value source) {
  if (!source.is(Kind::Str)) {
    ByteSpan bytes;
    if (!byte_span(source, &bytes)) return raise_type_error(vm, "decoding to str: need a bytes-like object, %s found", type_name(source));
    if (!source.is(Kind::Bytes)) {
      COIL_TRY(source, new_bytes(vm, bytes.data, bytes.size));
    }
  }
  return TemplateParser(vm, pattern, source).run();
}

Result<Tuple*> cached_template_reenter(Vm& vm, Pattern* pattern, Value source) {
  if (pattern->template_parts && pattern->template_source == source) return pattern->template_parts;
  COIL_TRY(Tuple* parts, parse_template_reenter(vm, pattern, source));
  if (is_exact(source, Kind::Str) || is_exact(source, Kind::Bytes)) {
    store(pattern, pattern->template_source, source);
    store(pattern, pattern->template_parts, parts);
  }
  return parts;
}

}  // namespace coil::re
