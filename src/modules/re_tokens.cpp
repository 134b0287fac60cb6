// The tokenizer of patterns and of replacement templates, and the errors both raise. A token is a character or a backslash with the
// character after it; positions count characters of the source.
#include "modules/host_services.hpp"
#include "modules/re_syntax.hpp"
#include "objects/exception.hpp"
#include "objects/number.hpp"
#include "objects/protocol.hpp"
#include "objects/unicode.hpp"

namespace coil::re {

void append_utf8(std::string* out, Char c) {
  if (c < 0x80) {
    *out += static_cast<char>(c);
  } else if (c < 0x800) {
    *out += static_cast<char>(0xc0 | (c >> 6));
    *out += static_cast<char>(0x80 | (c & 63));
  } else if (c < 0x10000) {
    *out += static_cast<char>(0xe0 | (c >> 12));
    *out += static_cast<char>(0x80 | ((c >> 6) & 63));
    *out += static_cast<char>(0x80 | (c & 63));
  } else {
    *out += static_cast<char>(0xf0 | (c >> 18));
    *out += static_cast<char>(0x80 | ((c >> 12) & 63));
    *out += static_cast<char>(0x80 | ((c >> 6) & 63));
    *out += static_cast<char>(0x80 | (c & 63));
  }
}

std::string utf8_of(const std::u32string& text) {
  std::string out;
  for (char32_t c : text) append_utf8(&out, c);
  return out;
}

std::string token_utf8(const Tokens::Token& token) {
  std::string out;
  if (token.first >= 0) append_utf8(&out, static_cast<Char>(token.first));
  if (token.second >= 0) append_utf8(&out, static_cast<Char>(token.second));
  return out;
}

bool is_digit(int32_t c) { return c >= '0' && c <= '9'; }
bool is_octal(int32_t c) { return c >= '0' && c <= '7'; }
bool is_hex(int32_t c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool is_ascii_letter(int32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

int32_t simple_escape(int32_t c) {
  switch (c) {
    case 'a': return 7;
    case 'b': return 8;
    case 'f': return 12;
    case 'n': return 10;
    case 'r': return 13;
    case 't': return 9;
    case 'v': return 11;
    case '\\': return '\\';
    default: return -1;
  }
}

bool is_identifier(const std::u32string& name) {
  for (size_t i = 0; i < name.size(); i++) {
    if (!(char_flags(name[i]) & (i ? kCharXidContinue : kCharXidStart))) return false;
  }
  return !name.empty();
}

static Result<Str*> str_of(Vm& vm, const std::u32string& text) {
  return new_str_chars(vm, reinterpret_cast<const Char*>(text.data()), text.size());
}

Result<std::string> quoted_name(Vm& vm, const std::u32string& name) {
  COIL_TRY(Str* str, str_of(vm, name));
  COIL_TRY(Str* shown, str_repr(vm, str));
  return str_utf8(shown);
}

Result<int64_t> group_number(Vm& vm, const std::u32string& text, bool* plain) {
  *plain = !text.empty();
  for (char32_t c : text) *plain = *plain && is_digit(static_cast<int32_t>(c));
  COIL_TRY(Str* str, str_of(vm, text));
  Result<Value> number = int_from_text(vm, number_text(str), 10, str);
  if (!number) {
    if (!pending_matches(vm, Exc::ValueError)) return Error{};
    clear_pending(vm);
    return int64_t{-1};
  }
  int64_t result;
  if (!int_to_i64(*number, &result)) return int_sign(*number) < 0 ? int64_t{-1} : INT64_MAX;
  return result < 0 ? int64_t{-1} : result;
}

Error raise_re_error(Vm& vm, std::string_view message, Value pattern, int64_t position) {
  COIL_TRY(Value module, import_absolute_reenter(vm, intern(vm, "re")));
  COIL_TRY(Value cls, get_attr_reenter(vm, module, intern(vm, "error")));
  COIL_TRY(Str* text, new_str(vm, message));
  COIL_TRY(Value exception, position < 0 ? call_reenter(vm, cls, {text}) : call_reenter(vm, cls, {text, pattern, Value::small_int(position)}));
  return raise_exception(vm, exception);
}

Error Tokens::error(std::string message, int64_t offset) { return error_at(std::move(message), tell() - offset); }

Error Tokens::error_at(std::string message, int64_t position) {
  if (!text_.is_text) {
    // Bytes patterns show their characters above 127 as escapes.
    COIL_TRY(Str* str, new_str(vm_, message));
    COIL_TRY(Bytes* ascii, encode_str(vm_, str, "ascii", "backslashreplace"));
    message.assign(reinterpret_cast<const char*>(ascii->data), ascii->size);
  }
  return raise_re_error(vm_, message, text_.source, position);
}

Result<void> Tokens::advance() {
  size_t index = index_;
  if (index >= text_.text.length) {
    next_ = Token{};
    return ok();
  }
  Token token;
  token.first = static_cast<int32_t>(text_.text[index++]);
  if (token.first == '\\') {
    if (index >= text_.text.length) {
      return raise_re_error(vm_, "bad escape (end of pattern)", text_.source, static_cast<int64_t>(text_.text.length) - 1);
    }
    token.second = static_cast<int32_t>(text_.text[index++]);
  }
  index_ = index;
  next_ = token;
  return ok();
}

bool Tokens::next_in(const char* characters) const {
  if (next_.first <= 0 || next_.second >= 0 || next_.first > 127) return false;
  for (; *characters; characters++) {
    if (next_.is(*characters)) return true;
  }
  return false;
}

Result<Tokens::Token> Tokens::get() {
  Token token = next_;
  COIL_CHECK(advance());
  return token;
}

Result<bool> Tokens::match(char c) {
  if (!next_.is(c)) return false;
  COIL_CHECK(advance());
  return true;
}

Result<void> Tokens::get_while(int count, bool (*test)(int32_t), std::string* out) {
  for (int i = 0; i < count && next_.second < 0 && test(next_.first); i++) {
    *out += static_cast<char>(next_.first);
    COIL_CHECK(advance());
  }
  return ok();
}

Result<std::u32string> Tokens::get_until(char terminator, const char* what) {
  std::u32string result;
  for (;;) {
    COIL_TRY(Token token, get());
    if (token.none()) {
      if (result.empty()) return error(std::string("missing ") + what);
      return error(std::string("missing ") + terminator + ", unterminated name", static_cast<int64_t>(result.size()));
    }
    if (token.is(terminator)) {
      if (result.empty()) return error(std::string("missing ") + what, 1);
      return result;
    }
    result += static_cast<char32_t>(token.first);
    if (token.second >= 0) result += static_cast<char32_t>(token.second);
  }
}

}  // namespace coil::re
