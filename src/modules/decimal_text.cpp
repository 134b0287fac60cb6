// Decimal numbers from text and to text.
#include <algorithm>
#include <cstdlib>

#include "modules/decimal_internal.hpp"
#include "objects/unicode.hpp"

namespace coil {

namespace {

/// Exponents beyond what any number has; sums of a few of them fit 64 bits.
constexpr int64_t kHugeExponent = int64_t{1} << 61;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool all_digits(std::string_view text) { return std::ranges::all_of(text, is_digit); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 32) : c; }
bool starts_with_word(std::string_view text, std::string_view word) {
  return text.size() >= word.size() && std::equal(word.begin(), word.end(), text.begin(), [](char a, char b) { return a == lower(b); });
}

struct Parsed {
  Form form = Form::Finite;
  bool negative = false;
  int64_t exponent = 0;
  Natural coefficient;
};

bool parse_special(std::string_view text, Parsed& out) {
  if (starts_with_word(text, "inf")) {
    out.form = Form::Infinite;
    return text.size() == 3 || (text.size() == 8 && starts_with_word(text, "infinity"));
  }
  out.form = starts_with_word(text, "snan") ? Form::Signaling : Form::Quiet;
  if (out.form == Form::Quiet && !starts_with_word(text, "nan")) return false;
  text.remove_prefix(out.form == Form::Quiet ? 3 : 4);
  if (!all_digits(text)) return false;
  out.coefficient.set_digits(text);
  return true;
}

bool parse_exponent(std::string_view text, int64_t* out) {
  bool negative = !text.empty() && text[0] == '-';
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.remove_prefix(1);
  if (text.empty() || !all_digits(text)) return false;
  int64_t value = 0;
  for (char c : text) value = value > kHugeExponent / 10 ? kHugeExponent : value * 10 + (c - '0');
  *out = negative ? -value : value;
  return true;
}

/// `text` without blanks around it and underscores.
bool parse(std::string_view text, Parsed& out) {
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
    out.negative = text[0] == '-';
    text.remove_prefix(1);
  }
  if (text.empty()) return false;
  if (!is_digit(text[0]) && text[0] != '.') return parse_special(text, out);
  size_t end = 0, point = std::string_view::npos;
  for (; end < text.size(); end++) {
    if (text[end] == '.' && point == std::string_view::npos) point = end;
    else if (!is_digit(text[end])) break;
  }
  if (end < text.size()) {
    if (lower(text[end]) != 'e' || !parse_exponent(text.substr(end + 1), &out.exponent)) return false;
  }
  std::string_view digits = text.substr(0, end);
  if (point == std::string_view::npos) {
    out.coefficient.set_digits(digits);
    return true;
  }
  if (end == 1) return false;
  std::string joined(digits);
  joined.erase(point, 1);
  out.exponent -= static_cast<int64_t>(end - point - 1);
  out.coefficient.set_digits(joined);
  return true;
}

/// ASCII digits and no blanks around them; empty view when the text has to be copied for that.
std::string_view plain_text(Str* str) {
  std::string_view text = str_ascii_view(str);
  bool plain = text.data() && !text.empty() && text.front() > ' ' && text.back() > ' ' && text.find('_') == std::string_view::npos;
  return plain ? text : std::string_view{};
}

std::string cleaned(Str* str) {
  StrView text = view(str);
  std::string out = number_text(str);
  size_t start = 0, end = text.length;
  while (start < end && char_is_space(text[start])) start++;
  while (end > start && char_is_space(text[end - 1])) end--;
  out = out.substr(start, end - start);
  std::erase(out, '_');
  return out;
}

}  // namespace

Result<Value> rounded_from_text(Vm& vm, Settings& settings, Str* str) {
  Parsed parsed;
  std::string_view text = str_ascii_view(str);
  if (!text.data() || !parse(text, parsed)) return invalid(vm, settings, kConversionSyntax);
  if (parsed.form == Form::Finite) return finish(vm, settings, parsed.negative, parsed.coefficient, parsed.exponent);
  Number number{parsed.form, parsed.negative, 0, digit_count(parsed.coefficient), parsed.coefficient};
  bool too_long = !parsed.coefficient.is_zero() && number.digits > settings.precision - settings.clamp;
  if (too_long || parsed.coefficient.failed()) return invalid(vm, settings, kConversionSyntax);
  return make_decimal(vm, number);
}

Result<Value> decimal_from_text(Vm& vm, Settings* settings, Str* str, Class* cls) {
  Parsed parsed;
  std::string_view text = plain_text(str);
  std::string copy;
  if (text.empty()) text = copy = cleaned(str);
  bool valid = parse(text, parsed);
  int64_t digits = digit_count(parsed.coefficient);
  bool in_range = parsed.exponent >= kMinExponent && parsed.exponent + digits - 1 <= kMaxExponent;
  if (!valid || !in_range) {
    if (!settings) {
      COIL_TRY(DecimalContext* current, current_decimal_context(vm));
      settings = &current->settings;
    }
    COIL_CHECK(signal(vm, *settings, valid ? kInvalidOperation : kConversionSyntax));
    Number nan;
    nan.form = Form::Quiet;
    return make_decimal(vm, nan, cls);
  }
  if (parsed.coefficient.failed()) return raise_memory_error(vm);
  return make_decimal(vm, Number{parsed.form, parsed.negative, parsed.exponent, digits, parsed.coefficient}, cls);
}

std::string decimal_text(const Number& number, bool engineering, bool capitals) {
  std::string out = number.negative ? "-" : "";
  if (number.is_infinite()) return out += "Infinity";
  if (number.is_nan()) {
    out += number.form == Form::Quiet ? "NaN" : "sNaN";
    if (number.coefficient.size) append_digits(out, number.coefficient);
    return out;
  }
  size_t start = out.size();
  append_digits(out, number.coefficient);
  int64_t left = number.exponent + number.digits;  // digits before the point when there is no exponent
  int64_t point = left;
  if (number.exponent > 0 || left <= -6) {
    auto modulo3 = [](int64_t n) { return ((n % 3) + 3) % 3; };
    point = !engineering ? 1 : number.is_zero() ? modulo3(left + 1) - 1 : modulo3(left - 1) + 1;
  }
  if (point <= 0) out.insert(start, "0." + std::string(static_cast<size_t>(-point), '0'));
  else if (point < number.digits) out.insert(start + static_cast<size_t>(point), ".");
  else out.append(static_cast<size_t>(point - number.digits), '0');
  if (left == point) return out;
  out += capitals ? 'E' : 'e';
  if (left > point) out += '+';
  return out += std::to_string(left - point);
}

Result<Value> format_fixed(Vm& vm, const Number& number, Str* spec) {
  std::string_view rest = str_ascii_view(spec);
  auto take = [&](char c) {
    bool found = !rest.empty() && rest[0] == c;
    if (found) rest.remove_prefix(1);
    return found;
  };
  // A width or precision of at most six digits, -1 without one.
  auto take_count = [&] {
    int64_t count = -1;
    for (int i = 0; i < 6 && !rest.empty() && is_digit(rest[0]); i++, rest.remove_prefix(1)) {
      count = std::max<int64_t>(count, 0) * 10 + (rest[0] - '0');
    }
    return count;
  };
  if (number.is_special() || !rest.data() || (!rest.empty() && rest[0] == '0')) return Value::stop();
  take('>');
  int64_t width = rest.empty() || rest[0] == '0' ? -1 : take_count();
  bool grouped = take(',');
  bool has_precision = take('.');
  int64_t precision = has_precision ? take_count() : -1;
  if (rest != "f" || (has_precision && precision < 0)) return Value::stop();

  Natural coefficient;
  int64_t exponent = has_precision ? -precision : std::min<int64_t>(number.exponent, 0);
  if (number.exponent > 1'000'000) return Value::stop();
  COIL_TRY(DecimalContext* context, current_decimal_context(vm));
  rescale(number, exponent, context->settings.rounding, coefficient);
  if (coefficient.failed()) return raise_memory_error(vm);
  std::string digits;
  append_digits(digits, coefficient);
  auto fraction = static_cast<size_t>(-exponent);
  if (digits.size() <= fraction) digits.insert(0, fraction + 1 - digits.size(), '0');
  size_t whole = digits.size() - fraction;
  if (fraction) digits.insert(whole, ".");
  for (size_t at = whole; grouped && at > 3; at -= 3) digits.insert(at - 3, ",");
  if (number.negative) digits.insert(0, "-");
  if (width > static_cast<int64_t>(digits.size())) digits.insert(0, static_cast<size_t>(width) - digits.size(), ' ');
  return new_str_ascii(vm, digits);
}

}  // namespace coil
