// Integers to text and back: str(), int(text), literals, digits in any base. The guard against quadratic conversions (4300 digits) is
// CPython's, for bases that are no powers of two.
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <memory>

#include "objects/int_internal.hpp"
#include "objects/protocol.hpp"
#include "objects/str.hpp"
#include "objects/unicode.hpp"

namespace coil {

namespace {

struct FreeDeleter {
  void operator()(char* text) const { std::free(text); }
};
using CharArray = std::unique_ptr<char, FreeDeleter>;

/// Digit counts that no limit applies to.
constexpr size_t kDigitsThreshold = 640;

bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

int digit_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'z') return c - 'a' + 10;
  if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
  return 99;
}

Error raise_invalid_literal(Vm& vm, int base, Value original) {
  // Every buffer is shown as bytes.
  ByteSpan bytes;
  if (!original.is(Kind::Bytes) && byte_span(original, &bytes)) {
    COIL_TRY(original, Result<Value>(new_bytes(vm, bytes.data, bytes.size)));
  }
  COIL_TRY(Str* shown, repr_reenter(vm, original));
  if (shown->length > 200) { COIL_TRY(shown, substring(vm, shown, 0, 200)); }
  return raise_text(vm, Exc::ValueError, "invalid literal for int() with base " + std::to_string(base) + ": " + str_utf8(shown));
}

/// Digits without separators, zero-terminated at `count`.
Result<Value> digits_to_int(Vm& vm, const char* digits, size_t count, int base) {
  if (base == 10 ? count <= 18 : count <= 11) {
    int64_t number = 0;
    for (size_t i = 0; i < count; i++) number = number * base + digit_value(digits[i]);
    return make_int(vm, number);
  }
  if (count > static_cast<size_t>(kMaxIntLimbs) * 10) return raise_memory_error(vm);
  Mpz number;
  mpz_set_str(number.z, digits, base);
  return make_int_mpz(vm, number.z);
}

}  // namespace

Result<Str*> int_to_str(Vm& vm, Value v, int base) {
  int64_t number;
  if (int_fast(v, &number)) {
    char text[72];
    auto end = std::to_chars(text, text + sizeof text, number, base).ptr;
    return new_str_ascii(vm, {text, static_cast<size_t>(end - text)});
  }
  MpzView view(v);
  size_t size = mpz_sizeinbase(view.get(), base);  // exact or one too large
  bool guarded = (base & (base - 1)) != 0 && vm.int_max_str_digits > 0;
  size_t limit = static_cast<size_t>(vm.int_max_str_digits);
  auto raise_limit = [&] {
    return raise_value_error(vm, "Exceeds the limit (%d digits) for integer string conversion; use sys.set_int_max_str_digits() "
                             "to increase the limit", vm.int_max_str_digits);
  };
  if (guarded && size > kDigitsThreshold && size > limit + 1) return raise_limit();
  if (size > kMaxStrLength - 2) return raise_memory_error(vm);
  CharArray text(static_cast<char*>(std::malloc(size + 2)));
  if (!text) return raise_memory_error(vm);
  mpz_get_str(text.get(), base, view.get());
  size_t length = std::strlen(text.get());
  size_t digits = length - (*text.get() == '-');
  if (guarded && digits > kDigitsThreshold && digits > limit) return raise_limit();
  return new_str_ascii(vm, {text.get(), length});
}

Result<Value> int_from_digits(Vm& vm, std::string_view digits, int base) {
  CharArray text(static_cast<char*>(std::malloc(digits.size() + 1)));
  if (!text) return raise_memory_error(vm);
  std::memcpy(text.get(), digits.data(), digits.size());
  text.get()[digits.size()] = 0;
  return digits_to_int(vm, text.get(), digits.size(), base);
}

Result<Value> int_from_text(Vm& vm, std::string_view text, int base, Value original) {
  int shown_base = base;
  size_t at = 0, end = text.size();
  while (at < end && is_blank(text[at])) at++;
  while (end > at && is_blank(text[end - 1])) end--;
  bool negative = false;
  if (at < end && (text[at] == '+' || text[at] == '-')) negative = text[at++] == '-';
  bool only_zeros = false;
  int prefix_base = 0;
  if (end - at >= 2 && text[at] == '0') {
    char letter = static_cast<char>(text[at + 1] | 0x20);
    prefix_base = letter == 'x' ? 16 : letter == 'o' ? 8 : letter == 'b' ? 2 : 0;
  }
  if (base == 0) {
    base = prefix_base ? prefix_base : 10;
    only_zeros = !prefix_base && at < end && text[at] == '0';  // 0, 00, but not 07
  }
  if (prefix_base && prefix_base == base) {
    at += 2;
    if (at < end && text[at] == '_') at++;
  }
  if (at == end) return raise_invalid_literal(vm, shown_base, original);

  // Small numbers without separators need no buffer.
  if (end - at <= 10) {
    int64_t number = 0;
    bool plain = true;
    for (size_t i = at; i < end && plain; i++) {
      int digit = digit_value(text[i]);
      plain = digit < base;
      number = number * base + digit;
    }
    if (plain && !(only_zeros && number)) return Value::small_int(negative ? -number : number);
  }
  CharArray digits(static_cast<char*>(std::malloc(end - at + 1)));
  if (!digits) return raise_memory_error(vm);
  size_t count = 0;
  bool after_digit = false;
  for (; at < end; at++) {
    if (text[at] == '_') {
      if (!after_digit) return raise_invalid_literal(vm, shown_base, original);
      after_digit = false;
      continue;
    }
    if (digit_value(text[at]) >= base || (only_zeros && text[at] != '0')) {
      return raise_invalid_literal(vm, shown_base, original);
    }
    digits.get()[count++] = text[at];
    after_digit = true;
  }
  if (!after_digit) return raise_invalid_literal(vm, shown_base, original);
  digits.get()[count] = 0;
  if ((base & (base - 1)) != 0 && count > kDigitsThreshold && vm.int_max_str_digits > 0 &&
      count > static_cast<size_t>(vm.int_max_str_digits)) {
    return raise_value_error(vm, "Exceeds the limit (%d digits) for integer string conversion: value has %zu digits; use "
                             "sys.set_int_max_str_digits() to increase the limit", vm.int_max_str_digits, count);
  }
  COIL_TRY(Value number, digits_to_int(vm, digits.get(), count, base));
  return negative ? int_negate(vm, number) : Result<Value>(number);
}

std::string number_text(Str* str) {
  StrView text = view(str);
  std::string out;
  out.reserve(text.length);
  for (size_t i = 0; i < text.length; i++) {
    Char c = text[i];
    if (c < 128) {
      out += static_cast<char>(c);
    } else if (int digit = char_decimal(c); digit >= 0) {
      out += static_cast<char>('0' + digit);
    } else {
      out += char_is_space(c) ? ' ' : '?';
    }
  }
  return out;
}

}  // namespace coil
