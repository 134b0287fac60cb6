// The format mini-language for numbers: parsing of the specification (shared with str), integers, floats, complex; and the conversion of doubles to
// text with a precision (PyOS_double_to_string), which the C library's exact printf digits feed.
#include <algorithm>
#include <climits>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "objects/number.hpp"
#include "objects/protocol.hpp"
#include "objects/str.hpp"
#include "objects/unicode.hpp"

namespace coil {

Error raise_unknown_format(Vm& vm, uint32_t type, const char* type_name) {
  if (type > 32 && type < 128) {
    return raise_value_error(vm, "Unknown format code '%c' for object of type '%s'", static_cast<char>(type), type_name);
  }
  return raise_value_error(vm, "Unknown format code '\\x%x' for object of type '%s'", type, type_name);
}

// -- the specification

namespace {

bool is_align(Char c) { return c == '<' || c == '>' || c == '=' || c == '^'; }

/// Decimal digits at *at (of any script); -1 when there are none.
Result<int64_t> scan_number(Vm& vm, const StrView& text, size_t* at) {
  int64_t number = 0;
  size_t start = *at;
  for (; *at < text.length; ++*at) {
    const int digit = char_decimal(text[*at]);
    if (digit < 0) break;
    if (__builtin_mul_overflow(number, 10, &number) || __builtin_add_overflow(number, digit, &number)) {
      return raise_value_error(vm, "Too many decimal digits in format string");
    }
  }
  return *at == start ? -1 : number;
}

bool allows_grouping(const FormatSpec& format, const char* type_name) {
  switch (format.type) {
    case 0: return std::strcmp(type_name, "str") != 0;
    case 'd': case 'e': case 'f': case 'g': case 'E': case 'G': case 'F': case '%': return true;
    case 'b': case 'o': case 'x': case 'X': return format.grouping == '_';
    default: return false;
  }
}

}  // namespace

Result<FormatSpec> parse_format_spec(Vm& vm, Str* spec, const char* type_name) {
  FormatSpec format;
  StrView text = view(spec);
  size_t at = 0, end = text.length;
  bool has_fill = false;
  auto next_is = [&](Char c) { return at < end && text[at] == c; };
  if (end >= 2 && is_align(text[1])) {
    format.fill = text[0];
    format.align = static_cast<char>(text[1]);
    has_fill = true;
    at = 2;
  } else if (end >= 1 && is_align(text[0])) {
    format.align = static_cast<char>(text[0]);
    at = 1;
  }
  if (next_is('+') || next_is('-') || next_is(' ')) format.sign = static_cast<char>(text[at++]);
  if (next_is('z')) format.no_negative_zero = true, at++;
  if (next_is('#')) format.alternate = true, at++;
  if (!has_fill && next_is('0')) {
    format.fill = '0';
    format.zero_pad = true;
    at++;
  }
  COIL_TRY(format.width, scan_number(vm, text, &at));
  if (next_is(',')) format.grouping = ',', at++;
  if (next_is('_')) {
    if (format.grouping) return raise_value_error(vm, "Cannot specify both ',' and '_'.");
    format.grouping = '_';
    at++;
  }
  if (next_is(',') && format.grouping == '_') return raise_value_error(vm, "Cannot specify both ',' and '_'.");
  if (next_is('.')) {
    at++;
    COIL_TRY(format.precision, scan_number(vm, text, &at));
    if (format.precision < 0) return raise_value_error(vm, "Format specifier missing precision");
  }
  if (end - at > 1) {
    return raise_text(vm, Exc::ValueError, "Invalid format specifier '" + str_utf8(spec) + "' for object of type '" +
                                               type_name + "'");
  }
  // NUL is what float and complex have without a code.
  const bool takes_nul = std::strcmp(type_name, "float") == 0 || std::strcmp(type_name, "complex") == 0;
  if (at < end && !text[at] && !takes_nul) return raise_text(vm, Exc::ValueError, std::string("Unknown format code '\\x0' for object of type '") + type_name + "'");
  if (at < end) format.type = text[at];
  if (format.grouping && !allows_grouping(format, type_name)) {
    Char type = format.type ? format.type : 's';
    if (type > 32 && type < 128) {
      return raise_value_error(vm, "Cannot specify '%c' with '%c'.", format.grouping, static_cast<char>(type));
    }
    return raise_value_error(vm, "Cannot specify '%c' with '\\x%x'.", format.grouping, type);
  }
  return format;
}

// -- doubles with a precision

namespace {

/// Text of a double; `zeros` more zeros belong at position `zeros_at` (precisions far beyond the digits a double has).
struct DoubleText {
  std::string text;
  size_t zeros_at = 0;
  size_t zeros = 0;
};

/// No double has more significant digits after the point.
constexpr int kMaxExactPrecision = 1100;

/// Significant digits without trailing zeros, and the position of the decimal point relative to their start.
struct Digits {
  std::string text;
  int64_t point;
};

Digits exponential_digits(double magnitude, int64_t significant) {
  char buffer[kMaxExactPrecision + 40];
  int precision = static_cast<int>(std::min<int64_t>(significant - 1, kMaxExactPrecision));
  auto length = std::to_chars(buffer, buffer + sizeof buffer, magnitude, std::chars_format::scientific, precision).ptr - buffer;
  Digits digits;
  ptrdiff_t i = 0;
  for (; i < length && buffer[i] != 'e'; i++) {
    if (buffer[i] != '.') digits.text += buffer[i];
  }
  buffer[length] = 0;
  digits.point = std::atoi(buffer + i + 1) + 1;
  return digits;
}

Digits fixed_digits(double magnitude, int64_t precision) {
  char buffer[kMaxExactPrecision + 400];
  int places = static_cast<int>(std::min<int64_t>(precision, kMaxExactPrecision));
  auto length = std::to_chars(buffer, buffer + sizeof buffer, magnitude, std::chars_format::fixed, places).ptr - buffer;
  Digits digits{"", 0};
  bool after_point = false;
  for (ptrdiff_t i = 0; i < length; i++) {
    if (buffer[i] == '.') { after_point = true; continue; }
    if (digits.text.empty() && buffer[i] == '0') {
      if (after_point) digits.point--;
      continue;
    }
    digits.text += buffer[i];
    if (!after_point) digits.point++;
  }
  return digits;
}

Digits shortest_digits(double magnitude) {
  std::string text = float_repr(magnitude);
  Digits digits{"", 0};
  bool after_point = false;
  size_t i = 0;
  for (; i < text.size() && text[i] != 'e'; i++) {
    if (text[i] == '.') { after_point = true; continue; }
    if (digits.text.empty() && text[i] == '0') {
      if (after_point) digits.point--;
      continue;
    }
    digits.text += text[i];
    if (!after_point) digits.point++;
  }
  if (i < text.size()) digits.point += std::atoi(text.c_str() + i + 1);
  return digits;
}

DoubleText double_text(double number, char type, int64_t precision, int flags) {
  DoubleText out;
  bool upper = type == 'E' || type == 'F' || type == 'G';
  if (upper) type = static_cast<char>(type | 0x20);
  if (!std::isfinite(number)) {
    out.text = std::isnan(number) ? (upper ? "NAN" : "nan")
               : number < 0 ? (upper ? "-INF" : "-inf") : (upper ? "INF" : "inf");
    return out;
  }
  if (type == 'g' && precision == 0) precision = 1;
  double magnitude = std::fabs(number);
  // The common case needs no layout of its own.
  if (type == 'f' && precision <= 40 && magnitude < 1e20 && magnitude != 0 && !(flags & (kDoubleAddDot0 | kDoubleAlternate | kDoubleNoNegativeZero))) {
    char buffer[80];
    char* end = std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::fixed, static_cast<int>(precision)).ptr;
    out.text.assign(buffer, end);
    return out;
  }
  Digits digits;
  if (type == 'e') digits = exponential_digits(magnitude, precision + 1);
  else if (type == 'f') digits = fixed_digits(magnitude, precision);
  else if (type == 'g') digits = exponential_digits(magnitude, precision);
  else digits = shortest_digits(magnitude);
  while (!digits.text.empty() && digits.text.back() == '0') digits.text.pop_back();
  bool is_zero = digits.text.empty();
  if (is_zero) digits = {"0", 1};

  int64_t count = static_cast<int64_t>(digits.text.size()), point = digits.point, end = count;
  bool exponential = type == 'e';
  bool add_dot = flags & kDoubleAddDot0, alternate = flags & kDoubleAlternate;
  switch (type) {
    case 'e': end = precision + 1; break;
    case 'f': end = point + precision; break;
    case 'g':
      exponential = point <= -4 || point > precision - (add_dot ? 1 : 0);
      if (alternate) end = precision;
      break;
    default: exponential = point <= -4 || point > 16; break;
  }
  int64_t exponent = 0;
  if (exponential) {
    exponent = point - 1;
    point = 1;
  }
  if (!exponential && add_dot) end = std::max(end, point + 1);
  else end = std::max(end, point);

  if (std::signbit(number) && !(is_zero && (flags & kDoubleNoNegativeZero))) out.text += '-';
  auto digit_at = [&](int64_t i) { return i >= 0 && i < count ? digits.text[static_cast<size_t>(i)] : '0'; };
  for (int64_t i = point <= 0 ? point - 1 : 0; i < point; i++) out.text += digit_at(i);
  if (end > point || alternate) out.text += '.';
  int64_t shown = std::min(end, std::max(count, point));
  for (int64_t i = point; i < shown; i++) out.text += digit_at(i);
  out.zeros_at = out.text.size();
  out.zeros = static_cast<size_t>(end - shown);
  if (exponential) {
    char mark[24];
    std::snprintf(mark, sizeof mark, "%c%c%02lld", upper ? 'E' : 'e', exponent < 0 ? '-' : '+',
                  static_cast<long long>(std::llabs(exponent)));
    out.text += mark;
  }
  return out;
}

}  // namespace

Result<Str*> format_double(Vm& vm, double number, char type, int64_t precision, int flags) {
  if (precision > INT_MAX) return raise_memory_error(vm);
  DoubleText text = double_text(number, type, precision, flags);
  StrBuilder out(vm);
  std::string_view all = text.text;
  out.add(all.substr(0, text.zeros_at));
  out.add_repeated('0', text.zeros);
  out.add(all.substr(text.zeros_at));
  return out.finish();
}

// -- layout: sign, prefix, grouped digits, rest, padding

namespace {

struct Layout {
  bool negative = false;
  std::string_view prefix;      // "0x"
  std::string_view digits;      // of the integer part, without separators
  std::string_view rest;        // point, fraction, exponent, percent sign
  size_t zeros_at = 0, zeros = 0;  // zeros inserted into `rest`
};

/// Grouped length of `count` digits filled up to at least min_width characters with zeros, as CPython counts it.
uint64_t grouped_length(uint64_t count, int64_t min_width, int group, bool separated) {
  if (!separated) return std::max<uint64_t>(count, min_width > 0 ? static_cast<uint64_t>(min_width) : 0);
  // Closed form of "take groups from the right until digits and width are used up".
  uint64_t needed = count + (count ? (count - 1) / static_cast<uint64_t>(group) : 0);
  if (min_width <= 0 || needed >= static_cast<uint64_t>(min_width)) return needed;
  uint64_t width = static_cast<uint64_t>(min_width), period = static_cast<uint64_t>(group) + 1;
  // A separator may not come first: one more zero takes its place.
  return width % period == 0 ? width + 1 : width;
}

void add_grouped(StrBuilder& out, std::string_view digits, uint64_t length, int group, char separator) {
  if (!separator) {
    out.add_repeated('0', length - digits.size());
    out.add(digits);
    return;
  }
  uint64_t period = static_cast<uint64_t>(group) + 1;
  uint64_t positions = length - length / period;  // characters that are digits
  uint64_t zeros = positions - digits.size();
  for (uint64_t i = 0; i < positions; i++) {
    uint64_t left = positions - i;
    if (i && left % static_cast<uint64_t>(group) == 0) out.add_char(static_cast<Char>(separator));
    out.add_char(i < zeros ? '0' : static_cast<Char>(digits[i - zeros]));
  }
}

Result<Str*> lay_out(Vm& vm, const FormatSpec& format, const Layout& parts) {
  char sign = parts.negative ? '-' : format.sign == '+' ? '+' : format.sign == ' ' ? ' ' : 0;
  int group = format.type == 'b' || format.type == 'o' || format.type == 'x' || format.type == 'X' ? 4 : 3;
  char align = format.align ? format.align : format.zero_pad ? '=' : '>';
  uint64_t rest_length = parts.rest.size() + parts.zeros;
  uint64_t fixed = (sign ? 1 : 0) + parts.prefix.size() + rest_length;
  if (fixed > kMaxStrLength || format.width > static_cast<int64_t>(kMaxStrLength)) return raise_memory_error(vm);
  int64_t min_width = format.fill == '0' && align == '=' ? format.width - static_cast<int64_t>(fixed) : 0;
  uint64_t digits_length =
      parts.digits.empty() ? 0 : grouped_length(parts.digits.size(), min_width, group, format.grouping != 0);
  uint64_t total = fixed + digits_length;
  uint64_t padding = format.width > static_cast<int64_t>(total) ? static_cast<uint64_t>(format.width) - total : 0;
  uint64_t before = align == '>' ? padding : align == '^' ? padding / 2 : 0;
  uint64_t inside = align == '=' ? padding : 0;

  StrBuilder out(vm);
  out.add_repeated(format.fill, before);
  if (sign) out.add_char(static_cast<Char>(sign));
  out.add(parts.prefix);
  out.add_repeated(format.fill, inside);
  if (digits_length) add_grouped(out, parts.digits, digits_length, group, format.grouping);
  out.add(parts.rest.substr(0, parts.zeros_at));
  out.add_repeated('0', parts.zeros);
  out.add(parts.rest.substr(parts.zeros_at));
  out.add_repeated(format.fill, padding - before - inside);
  return out.finish();
}

/// Splits a double's text into the parts of a layout, which refer to `text`.
Layout split_double(const DoubleText& text) {
  Layout parts;
  std::string_view all = text.text;
  size_t start = 0;
  if (!all.empty() && all[0] == '-') {
    parts.negative = true;
    start = 1;
  }
  size_t end = start;
  while (end < all.size() && all[end] >= '0' && all[end] <= '9') end++;
  parts.digits = all.substr(start, end - start);
  parts.rest = all.substr(end);
  if (text.zeros) parts.zeros_at = text.zeros_at - end, parts.zeros = text.zeros;
  return parts;
}

/// The text of a double for a presentation type; the type has been checked.
Result<DoubleText> presentation_text(Vm& vm, double number, const FormatSpec& format, int default_flags) {
  char type = format.type ? static_cast<char>(format.type) : 'r';
  int flags = (format.alternate ? kDoubleAlternate : 0) | (format.no_negative_zero ? kDoubleNoNegativeZero : 0);
  if (type == 'r') flags |= default_flags;
  if (format.precision > INT_MAX) return raise_value_error(vm, "precision too big");
  int64_t precision = format.precision;
  if (type == 'n') type = 'g';
  bool percent = type == '%';
  if (percent) {
    type = 'f';
    number *= 100;
  }
  if (precision < 0) precision = type == 'r' ? 0 : 6;
  else if (type == 'r') type = 'g';
  DoubleText text = double_text(number, type, precision, flags);
  if (percent) text.text += '%';
  return text;
}

bool is_float_type(Char type) {
  switch (type) {
    case 0: case 'e': case 'E': case 'f': case 'F': case 'g': case 'G': case 'n': case '%': return true;
    default: return false;
  }
}

Result<Str*> format_parsed_float(Vm& vm, double number, const FormatSpec& format) {
  COIL_TRY(DoubleText text, presentation_text(vm, number, format, kDoubleAddDot0));
  return lay_out(vm, format, split_double(text));
}

Result<Str*> format_character(Vm& vm, Value v, const FormatSpec& format) {
  if (format.sign) return raise_value_error(vm, "Sign not allowed with integer format specifier 'c'");
  if (format.alternate) return raise_value_error(vm, "Alternate form (#) not allowed with integer format specifier 'c'");
  int64_t code;
  if (!int_to_i64(v, &code)) return raise(vm, Exc::OverflowError, "Python int too large to convert to C long");
  if (code < 0 || code > 0x10ffff) return raise(vm, Exc::OverflowError, "%%c arg not in range(0x110000)");
  if (format.width > static_cast<int64_t>(kMaxStrLength)) return raise_memory_error(vm);
  char align = format.align ? format.align : format.zero_pad ? '=' : '>';
  size_t padding = format.width > 1 ? static_cast<size_t>(format.width) - 1 : 0;
  size_t before = align == '<' ? 0 : align == '^' ? padding / 2 : padding;
  StrBuilder out(vm);
  out.add_repeated(format.fill, before);
  out.add_char(static_cast<Char>(code));
  out.add_repeated(format.fill, padding - before);
  return out.finish();
}

}  // namespace

/// The common specs of integers, [<>0][width][d] with a width below 100: false for all others.
static bool format_plain_int(int64_t number, Str* spec, char* out, size_t* size) {
  StrView text = view(spec);
  if (text.wide || text.length > 4) return false;
  size_t at = 0, width = 0;
  char align = '>';
  if (text[0] == '<' || text[0] == '>' || text[0] == '0') align = static_cast<char>(text[at++]);
  size_t first = at;
  for (; at < text.length && at < first + 2 && text[at] >= (at == first ? '1' : '0') && text[at] <= '9'; at++) width = width * 10 + text[at] - '0';
  if (at < text.length && text[at] == 'd') at++;
  if (at != text.length) return false;
  char digits[24];
  size_t count = static_cast<size_t>(std::to_chars(digits, digits + sizeof digits, number).ptr - digits);
  size_t padding = width > count ? width - count : 0, sign = align == '0' && number < 0 ? 1 : 0;
  *size = count + padding;
  if (sign) out[0] = '-';
  std::memset(out + (align == '<' ? count : sign), align == '0' ? '0' : ' ', padding);
  std::memcpy(out + (align == '<' ? 0 : padding + sign), digits + sign, count - sign);
  return true;
}

Result<Str*> int_format_spec(Vm& vm, Value v, Str* spec) {
  if (!spec->length) {
    if (v.is_small_int() || is_exact(v, Kind::Int)) return int_to_str(vm, v);
    return str_reenter(vm, v);
  }
  char plain[128];
  size_t size;
  if (v.is_small_int() && format_plain_int(v.small_int(), spec, plain, &size)) return new_str_ascii(vm, {plain, size});
  const char* name = type_name(v);
  COIL_TRY(FormatSpec format, parse_format_spec(vm, spec, name));
  int base;
  switch (format.type) {
    case 0: case 'd': case 'n': case 'c': base = 10; break;
    case 'b': base = 2; break;
    case 'o': base = 8; break;
    case 'x': case 'X': base = 16; break;
    default:
      if (!is_float_type(format.type)) return raise_unknown_format(vm, format.type, name);
      COIL_TRY(double number, int_to_double(vm, v));
      return format_parsed_float(vm, number, format);
  }
  if (format.precision != -1) return raise_value_error(vm, "Precision not allowed in integer format specifier");
  if (format.no_negative_zero) {
    return raise_value_error(vm, "Negative zero coercion (z) not allowed in integer format specifier");
  }
  if (format.type == 'c') return format_character(vm, v, format);
  COIL_TRY(Str* digits, int_to_str(vm, v, base));
  std::string_view text = str_ascii_view(digits);
  std::string uppercase;
  if (format.type == 'X') {
    uppercase = text;
    for (char& c : uppercase) {
      if (c >= 'a') c = static_cast<char>(c - 32);
    }
    text = uppercase;
  }
  Layout parts;
  if (text[0] == '-') {
    parts.negative = true;
    text.remove_prefix(1);
  }
  parts.digits = text;
  if (format.alternate && base != 10) {
    parts.prefix = base == 2 ? "0b" : base == 8 ? "0o" : format.type == 'X' ? "0X" : "0x";
  }
  return lay_out(vm, format, parts);
}

Result<Str*> float_format_as(Vm& vm, double number, Str* spec, const char* type_name) {
  if (!spec->length) return new_str_ascii(vm, float_repr(number));
  COIL_TRY(FormatSpec format, parse_format_spec(vm, spec, type_name));
  if (!is_float_type(format.type)) return raise_unknown_format(vm, format.type, type_name);
  return format_parsed_float(vm, number, format);
}

Result<Str*> float_format_spec(Vm& vm, double number, Str* spec) { return float_format_as(vm, number, spec, "float"); }

Result<Str*> complex_format_spec(Vm& vm, Value v, Str* spec) {
  if (!spec->length) return str_reenter(vm, v);
  const char* name = type_name(v);
  COIL_TRY(FormatSpec format, parse_format_spec(vm, spec, name));
  if (!is_float_type(format.type) || format.type == '%') return raise_unknown_format(vm, format.type, name);
  if (format.precision > INT_MAX) return raise_value_error(vm, "precision too big");
  if (format.fill == '0') return raise_value_error(vm, "Zero padding is not allowed in complex format specifier");
  if (format.align == '=') return raise_value_error(vm, "'=' alignment flag is not allowed in complex format specifier");
  double real = v.as<Complex>()->real, imag = v.as<Complex>()->imag;
  bool parentheses = format.type == 0 && !(real == 0 && !std::signbit(real));
  bool skip_real = format.type == 0 && !parentheses;
  COIL_TRY(DoubleText real_text, presentation_text(vm, real, format, 0));
  COIL_TRY(DoubleText imag_text, presentation_text(vm, imag, format, 0));
  // The parts are laid out without padding; the width applies to the whole.
  FormatSpec part_format = format;
  part_format.fill = ' ';
  part_format.align = '<';
  part_format.width = -1;
  Str* real_part = vm.empty_str;
  if (!skip_real) { COIL_TRY(real_part, lay_out(vm, part_format, split_double(real_text))); }
  if (!skip_real) part_format.sign = '+';
  COIL_TRY(Str* imag_part, lay_out(vm, part_format, split_double(imag_text)));
  uint64_t length = uint64_t{real_part->length} + imag_part->length + 1 + (parentheses ? 2 : 0);
  if (format.width > static_cast<int64_t>(kMaxStrLength)) return raise_memory_error(vm);
  uint64_t padding = format.width > static_cast<int64_t>(length) ? static_cast<uint64_t>(format.width) - length : 0;
  uint64_t before = format.align == '<' ? 0 : format.align == '^' ? padding / 2 : padding;
  StrBuilder out(vm);
  out.add_repeated(format.fill, before);
  if (parentheses) out.add_char('(');
  out.add_str(real_part);
  out.add_str(imag_part);
  out.add_char('j');
  if (parentheses) out.add_char(')');
  out.add_repeated(format.fill, padding - before);
  return out.finish();
}

}  // namespace coil
