// Number and string literals. Only escapes that Python knows are replaced; an unknown one stays as it is.
#include "syntax/literals.hpp"

#include "unidata/unidata.hpp"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <limits>

namespace coil::syntax {

namespace {

int digit_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : 99;
}

// Surrogates are encoded like any other code point: that is WTF-8. A pair written as two escapes stays two
// characters, so that the length is CPython's.
void append_utf8(std::string& out, std::uint32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | c >> 6);
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | c >> 12);
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | c >> 18);
    out += static_cast<char>(0x80 | (c >> 12 & 0x3F));
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

// CPython's codec sees the text with every non-ASCII character and every backslash in front of one written
// as \UXXXXXXXX, and counts positions in that form.
std::size_t codec_position(std::string_view body, std::size_t at) {
  std::size_t position = 0;
  for (std::size_t i = 0; i < at && i < body.size(); ++i) {
    auto c = static_cast<unsigned char>(body[i]);
    if (c < 0x80) {
      position += 1;
    } else if ((c & 0xC0) != 0x80) {
      position += 10;
    }
  }
  return position;
}

}  // namespace

void decode_number(std::string_view text, ast::Constant& constant, Arena& arena) {
  std::string digits;
  digits.reserve(text.size());
  for (char c : text) {
    if (c != '_') digits += c;
  }
  char last = digits.back();
  int base = 10;
  if (digits.size() > 1 && digits[0] == '0') {
    char mark = static_cast<char>(digits[1] | 0x20);
    base = mark == 'x' ? 16 : mark == 'o' ? 8 : mark == 'b' ? 2 : 10;
  }
  bool imaginary = base == 10 && (last == 'j' || last == 'J');
  if (imaginary) digits.pop_back();
  if (imaginary || (base == 10 && digits.find_first_of(".eE") != std::string::npos)) {
    constant.type = imaginary ? ast::ConstantKind::Complex : ast::ConstantKind::Float;
    double value = 0;
    auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    // from_chars leaves the value alone when it overflows or underflows; strtod gives infinity or zero.
    if (result.ec == std::errc::result_out_of_range) value = std::strtod(digits.c_str(), nullptr);
    constant.number = value;
    return;
  }
  constant.type = ast::ConstantKind::Int;
  constant.base = static_cast<std::uint8_t>(base);
  std::string_view plain = digits;
  if (base != 10) plain.remove_prefix(2);
  while (plain.size() > 1 && plain.front() == '0') plain.remove_prefix(1);
  std::uint64_t value = 0;
  auto result = std::from_chars(plain.data(), plain.data() + plain.size(), value, base);
  constant.fits_int64 =
      result.ec == std::errc() &&
      value <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  if (constant.fits_int64) constant.integer = static_cast<std::int64_t>(value);
  constant.text = arena.copy(plain);
}

StringLiteral split_string_literal(std::string_view text) {
  StringLiteral literal;
  while (text.front() != '\'' && text.front() != '"') {
    switch (text.front() | 0x20) {
      case 'b': literal.bytes = true; break;
      case 'r': literal.raw = true; break;
      case 'u': literal.unicode_prefix = text.front() == 'u'; break;
    }
    text.remove_prefix(1);
  }
  std::size_t quotes = text.size() >= 6 && text[1] == text[0] && text[2] == text[0] ? 3 : 1;
  literal.body = text.substr(quotes, text.size() - 2 * quotes);
  return literal;
}

namespace {

/// The values that a byte behind the first one of a sequence may have.
bool continues(unsigned char first, std::size_t index, unsigned char byte) {
  if (index == 1 && first == 0xE0) return byte >= 0xA0 && byte < 0xC0;
  if (index == 1 && first == 0xED) return byte >= 0x80 && byte < 0xA0;
  if (index == 1 && first == 0xF0) return byte >= 0x90 && byte < 0xC0;
  if (index == 1 && first == 0xF4) return byte >= 0x80 && byte < 0x90;
  return (byte & 0xC0) == 0x80;
}

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

}  // namespace

std::optional<Utf8Error> find_utf8_error(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    if (first < 0x80) {
      ++at;
      continue;
    }
    if (first < 0xC2 || first > 0xF4) return Utf8Error{at, at + 1, "invalid start byte"};
    const std::size_t length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    for (std::size_t i = 1; i < length; ++i) {
      if (at + i == bytes.size()) return Utf8Error{at, at + i, "unexpected end of data"};
      if (!continues(first, i, static_cast<unsigned char>(bytes[at + i]))) return Utf8Error{at, at + i, "invalid continuation byte"};
    }
    at += length;
  }
  return std::nullopt;
}

std::string utf8_problem(std::string_view bytes) {
  const auto found = find_utf8_error(bytes);
  if (!found) return {};
  char text[120];
  if (found->end - found->from == 1) {
    std::snprintf(text, sizeof text, "(unicode error) 'utf-8' codec can't decode byte 0x%02x in position %zu: %s",
                  static_cast<unsigned char>(bytes[found->from]), found->from, found->reason);
  } else {
    std::snprintf(text, sizeof text, "(unicode error) 'utf-8' codec can't decode bytes in position %zu-%zu: %s", found->from, found->end - 1, found->reason);
  }
  return text;
}

bool check_utf8(std::string_view body, bool raw, std::string& error) {
  if (raw || body.find('\\') == std::string_view::npos) {
    error = utf8_problem(body);
    return error.empty();
  }
  for (auto at = body.begin(); at != body.end() && error.empty();) {
    const auto run = std::find_if_not(at, body.end(), is_ascii);
    at = std::find_if(run, body.end(), is_ascii);
    error = utf8_problem({run, at});
  }
  return error.empty();
}

bool decode_text(std::string_view body, bool raw, std::string& out, std::string& error, std::string_view& odd_escape) {
  if (raw || body.find('\\') == std::string_view::npos) {
    out.append(body);
    return true;
  }
  auto fail = [&](std::size_t from, std::size_t to, const char* what) {
    error = "(unicode error) 'unicodeescape' codec can't decode bytes in position " +
            std::to_string(codec_position(body, from)) + "-" +
            std::to_string(codec_position(body, to) - 1) + ": " + what;
    return false;
  };
  std::size_t at = 0;
  while (at < body.size()) {
    std::size_t slash = body.find('\\', at);
    if (slash == std::string_view::npos) slash = body.size();
    out.append(body.substr(at, slash - at));
    if (slash == body.size()) break;
    at = slash + 1;
    if (at == body.size()) {
      out += '\\';  // only in a piece of an f-string, before a brace
      if (odd_escape.empty()) odd_escape = {body.data() + at, 1};
      break;
    }
    char c = body[at++];
    switch (c) {
      case '\n': break;
      case '\\': out += '\\'; break;
      case '\'': out += '\''; break;
      case '"': out += '"'; break;
      case 'a': out += '\a'; break;
      case 'b': out += '\b'; break;
      case 'f': out += '\f'; break;
      case 'n': out += '\n'; break;
      case 'r': out += '\r'; break;
      case 't': out += '\t'; break;
      case 'v': out += '\v'; break;
      case '0': case '1': case '2': case '3': case '4': case '5': case '6': case '7': {
        std::uint32_t value = static_cast<std::uint32_t>(c - '0');
        for (int i = 0; i < 2 && at < body.size() && body[at] >= '0' && body[at] <= '7'; ++i) {
          value = value * 8 + static_cast<std::uint32_t>(body[at++] - '0');
        }
        if (value > 0377 && odd_escape.empty()) odd_escape = body.substr(at - 3, 3);
        append_utf8(out, value);
        break;
      }
      case 'x': case 'u': case 'U': {
        std::size_t count = c == 'x' ? 2 : c == 'u' ? 4 : 8;
        std::uint32_t value = 0;
        std::size_t read = 0;
        for (; read < count && at < body.size() && digit_value(body[at]) < 16; ++read, ++at) {
          value = value << 4 | static_cast<std::uint32_t>(digit_value(body[at]));
        }
        if (read < count) {
          return fail(slash, at, c == 'x' ? "truncated \\xXX escape"
                                : c == 'u' ? "truncated \\uXXXX escape"
                                           : "truncated \\UXXXXXXXX escape");
        }
        if (value > 0x10FFFF) return fail(slash, at, "illegal Unicode character");
        append_utf8(out, value);
        break;
      }
      case 'N': {
        if (at >= body.size() || body[at] != '{') return fail(slash, at, "malformed \\N character escape");
        std::size_t close = body.find('}', at);
        if (close == std::string_view::npos || close == at + 1) {
          return fail(slash, close == std::string_view::npos ? body.size() : close,
                      "malformed \\N character escape");
        }
        std::uint32_t codes[unidata::kMaxSequence];
        std::string_view name = body.substr(at + 1, close - at - 1);
        at = close + 1;
        if (!unidata::find_name(name, false, codes)) return fail(slash, at, "unknown Unicode character name");
        append_utf8(out, codes[0]);
        break;
      }
      default:
        if (odd_escape.empty() && static_cast<unsigned char>(c) < 0x80) odd_escape = body.substr(at - 1, 1);
        out += '\\';
        out += c;
    }
  }
  return true;
}

bool decode_bytes(std::string_view body, bool raw, std::string& out, std::string& error, std::string_view& odd_escape) {
  for (char c : body) {
    if (static_cast<unsigned char>(c) >= 0x80) {
      error = "bytes can only contain ASCII literal characters";
      return false;
    }
  }
  if (raw || body.find('\\') == std::string_view::npos) {
    out.append(body);
    return true;
  }
  for (std::size_t at = 0; at < body.size();) {
    char c = body[at++];
    if (c != '\\' || at == body.size()) {
      out += c;
      continue;
    }
    std::size_t slash = at - 1;
    c = body[at++];
    switch (c) {
      case '\n': break;
      case '\\': out += '\\'; break;
      case '\'': out += '\''; break;
      case '"': out += '"'; break;
      case 'a': out += '\a'; break;
      case 'b': out += '\b'; break;
      case 'f': out += '\f'; break;
      case 'n': out += '\n'; break;
      case 'r': out += '\r'; break;
      case 't': out += '\t'; break;
      case 'v': out += '\v'; break;
      case '0': case '1': case '2': case '3': case '4': case '5': case '6': case '7': {
        int value = c - '0';
        for (int i = 0; i < 2 && at < body.size() && body[at] >= '0' && body[at] <= '7'; ++i) {
          value = value * 8 + (body[at++] - '0');
        }
        if (value > 0377 && odd_escape.empty()) odd_escape = body.substr(at - 3, 3);
        out += static_cast<char>(value & 0xFF);
        break;
      }
      case 'x':
        if (at + 1 >= body.size() || digit_value(body[at]) > 15 || digit_value(body[at + 1]) > 15) {
          error = "(value error) invalid \\x escape at position " + std::to_string(slash);
          return false;
        }
        out += static_cast<char>(digit_value(body[at]) * 16 + digit_value(body[at + 1]));
        at += 2;
        break;
      default:
        if (odd_escape.empty() && static_cast<unsigned char>(c) < 0x80) odd_escape = body.substr(at - 1, 1);
        out += '\\';
        out += c;
    }
  }
  return true;
}

}  // namespace coil::syntax
