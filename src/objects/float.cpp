// Floats: arithmetic with CPython's signs and errors, rounding, hash, shortest text and parsing. Formatting with a precision is in
// builtins/number_format.cpp, methods in builtins/float.cpp.
#include <cerrno>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "objects/containers.hpp"
#include "objects/number.hpp"
#include "objects/protocol.hpp"
#include "objects/str.hpp"

namespace coil {

double boxed_float_value(const Cell* cell) { return static_cast<const Float*>(cell)->number; }

Result<Value> float_for_class(Vm& vm, Class* cls, double number) {
  if (cls == vm.type(Kind::Float)) return make_float(vm, number);
  COIL_TRY(Float* cell, alloc_for_class<Float>(vm, cls, Kind::Float));
  cell->number = number;
  return Value(cell);
}

// -- text

std::string float_repr(double number) {
  if (std::isnan(number)) return "nan";
  if (std::isinf(number)) return number < 0 ? "-inf" : "inf";
  // "d.ddde[+-]xx" in the fewest digits; rearranged to positional notation for exponents -4 to 15.
  char buffer[40];
  char* end = std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::scientific).ptr;
  char* mark = static_cast<char*>(std::memchr(buffer, 'e', static_cast<size_t>(end - buffer)));
  int exponent = 0;
  std::from_chars(mark + (mark[1] == '+' ? 2 : 1), end, exponent);
  if (exponent < -4 || exponent > 15) return std::string(buffer, end);
  std::string out;
  const char* at = buffer;
  if (*at == '-') out += *at++;
  char digits[24];
  int count = 0;
  for (; at < mark; at++) {
    if (*at != '.') digits[count++] = *at;
  }
  if (exponent < 0) {
    out += "0.";
    out.append(static_cast<size_t>(-exponent - 1), '0');
    out.append(digits, static_cast<size_t>(count));
    return out;
  }
  for (int i = 0; i <= exponent; i++) out += i < count ? digits[i] : '0';
  out += '.';
  if (count > exponent + 1) out.append(digits + exponent + 1, static_cast<size_t>(count - exponent - 1));
  else out += '0';
  return out;
}

namespace {

bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool has_word(std::string_view text, size_t at, std::string_view word) {
  if (text.size() - at < word.size()) return false;
  for (size_t i = 0; i < word.size(); i++) {
    if ((text[at + i] | 0x20) != word[i]) return false;
  }
  return true;
}

}  // namespace

bool scan_double(std::string_view text, size_t* at, double* out) {
  size_t start = *at, i = start;
  if (i < text.size() && (has_word(text, i, "inf") || has_word(text, i, "nan"))) {
    bool is_nan = (text[i] | 0x20) == 'n';
    *out = is_nan ? std::nan("") : HUGE_VAL;
    *at = i + (!is_nan && has_word(text, i, "infinity") ? 8 : 3);
    return true;
  }
  size_t digits = 0;
  while (i < text.size() && is_digit(text[i])) i++, digits++;
  if (i < text.size() && text[i] == '.') {
    i++;
    while (i < text.size() && is_digit(text[i])) i++, digits++;
  }
  if (!digits) return false;
  if (i < text.size() && (text[i] | 0x20) == 'e') {
    size_t mark = i + 1;
    if (mark < text.size() && (text[mark] == '+' || text[mark] == '-')) mark++;
    if (mark < text.size() && is_digit(text[mark])) {
      while (mark < text.size() && is_digit(text[mark])) mark++;
      i = mark;
    }
  }
  *at = i;
  double number = 0;
  auto result = std::from_chars(text.data() + start, text.data() + i, number);
  if (result.ec != std::errc()) {
    // Out of range either way: the C function tells zero and infinity apart.
    number = std::strtod(std::string(text.substr(start, i - start)).c_str(), nullptr);
  }
  *out = number;
  return true;
}

Result<double> float_from_text(Vm& vm, std::string_view text, Value original) {
  auto fail = [&]() -> Error {
    COIL_TRY(Str* shown, repr_reenter(vm, original));
    return raise_text(vm, Exc::ValueError, "could not convert string to float: " + str_utf8(shown));
  };
  size_t at = 0, end = text.size();
  while (at < end && is_blank(text[at])) at++;
  while (end > at && is_blank(text[end - 1])) end--;
  std::string without;
  std::string_view number = text.substr(at, end - at);
  if (number.find('_') != std::string_view::npos) {
    // Separators stand between digits only.
    without.reserve(number.size());
    char previous = 0;
    for (char c : number) {
      if (c == '_' ? !is_digit(previous) : previous == '_' && !is_digit(c)) return fail();
      if (c != '_') without += c;
      previous = c;
    }
    if (previous == '_') return fail();
    number = without;
  }
  bool negative = false;
  at = 0;
  if (at < number.size() && (number[at] == '+' || number[at] == '-')) negative = number[at++] == '-';
  double result;
  if (!scan_double(number, &at, &result) || at != number.size()) return fail();
  return negative ? -result : result;
}

// -- hash

int64_t float_hash(double number, const void* identity_for_nan) {
  constexpr int kBits = 61;
  constexpr uint64_t kModulus = (uint64_t{1} << kBits) - 1;
  if (std::isnan(number)) {
    uint64_t address = reinterpret_cast<uintptr_t>(identity_for_nan);
    int64_t hash = static_cast<int64_t>(std::rotr(address, 4));
    return hash == -1 ? -2 : hash;
  }
  if (std::isinf(number)) return number > 0 ? 314159 : -314159;
  int exponent;
  double fraction = std::frexp(number, &exponent);
  bool negative = fraction < 0;
  if (negative) fraction = -fraction;
  uint64_t hash = 0;
  while (fraction != 0) {
    hash = ((hash << 28) & kModulus) | hash >> (kBits - 28);
    fraction *= 268435456.0;
    exponent -= 28;
    uint64_t part = static_cast<uint64_t>(fraction);
    fraction -= static_cast<double>(part);
    hash += part;
    if (hash >= kModulus) hash -= kModulus;
  }
  exponent = exponent >= 0 ? exponent % kBits : kBits - 1 - ((-1 - exponent) % kBits);
  hash = ((hash << exponent) & kModulus) | hash >> (kBits - exponent);
  int64_t result = negative ? -static_cast<int64_t>(hash) : static_cast<int64_t>(hash);
  return result == -1 ? -2 : result;
}

// -- arithmetic

double float_mod(double x, double y) {
  double rest = std::fmod(x, y);
  if (rest == 0) return std::copysign(0.0, y);
  if ((y < 0) != (rest < 0)) rest += y;
  return rest;
}

double float_floor_div(double x, double y) {
  double rest = std::fmod(x, y);
  double quotient = (x - rest) / y;
  if (rest != 0 && (y < 0) != (rest < 0)) quotient -= 1.0;
  if (quotient == 0) return std::copysign(0.0, x / y);
  double floored = std::floor(quotient);
  if (quotient - floored > 0.5) floored += 1.0;
  return floored;
}

Result<Value> float_divmod(Vm& vm, double x, double y) {
  if (y == 0) return raise(vm, Exc::ZeroDivisionError, "float divmod()");
  COIL_TRY(Value quotient, make_float(vm, float_floor_div(x, y)));
  COIL_TRY(Value rest, make_float(vm, float_mod(x, y)));
  return make_tuple(vm, {quotient, rest});
}

namespace {

Error raise_range(Vm& vm) {
  COIL_TRY(Str* text, new_str(vm, std::strerror(ERANGE)));
  return raise_with_args(vm, Exc::OverflowError, {Value::small_int(ERANGE), text});
}

Result<Value> float_power(Vm& vm, double x, double y) {
  if (x == 0 && y < 0 && std::isfinite(y)) return raise(vm, Exc::ZeroDivisionError, "0.0 cannot be raised to a negative power");
  // A negative base with a fraction as exponent leaves the real numbers.
  if (x < 0 && std::isfinite(x) && std::isfinite(y) && y != std::floor(y)) {
    return complex_binary(vm, BinaryOp::Pow, x, 0, y, 0);
  }
  double result = std::pow(x, y);
  if (std::isinf(result) && std::isfinite(x) && std::isfinite(y)) return raise_range(vm);
  return make_float(vm, result);
}

}  // namespace

Result<Value> float_binary(Vm& vm, BinaryOp op, double x, double y) {
  switch (op) {
    case BinaryOp::Add: return make_float(vm, x + y);
    case BinaryOp::Sub: return make_float(vm, x - y);
    case BinaryOp::Mul: return make_float(vm, x * y);
    case BinaryOp::Div:
      if (y == 0) return raise(vm, Exc::ZeroDivisionError, "float division by zero");
      return make_float(vm, x / y);
    case BinaryOp::FloorDiv:
      if (y == 0) return raise(vm, Exc::ZeroDivisionError, "float floor division by zero");
      return make_float(vm, float_floor_div(x, y));
    case BinaryOp::Mod:
      if (y == 0) return raise(vm, Exc::ZeroDivisionError, "float modulo");
      return make_float(vm, float_mod(x, y));
    case BinaryOp::Pow: return float_power(vm, x, y);
    default: return Value(&not_implemented_cell);
  }
}

Result<Value> float_round(Vm& vm, double number, int64_t ndigits) {
  // Beyond these bounds rounding changes nothing, or leaves nothing.
  if (!std::isfinite(number) || number == 0 || ndigits > 323) return make_float(vm, number);
  if (ndigits < -308) return make_float(vm, std::copysign(0.0, number));
  double result;
  if (ndigits >= 0) {
    // The C library rounds the exact decimal value, ties to even.
    char text[720];
    std::snprintf(text, sizeof text, "%.*f", static_cast<int>(ndigits), number);
    result = std::strtod(text, nullptr);
  } else {
    Mpz whole, unit, rest;
    double magnitude = std::fabs(number);
    double floored = std::floor(magnitude);
    mpz_set_d(whole.z, floored);
    mpz_ui_pow_ui(unit.z, 10, static_cast<unsigned long>(-ndigits));
    mpz_fdiv_qr(whole.z, rest.z, whole.z, unit.z);
    mpz_mul_2exp(rest.z, rest.z, 1);
    int order = mpz_cmp(rest.z, unit.z);
    bool up = order > 0 || (order == 0 && (magnitude != floored || mpz_odd_p(whole.z)));
    if (up) mpz_add_ui(whole.z, whole.z, 1);
    mpz_mul(whole.z, whole.z, unit.z);
    result = std::copysign(scaled_nearest_double(whole.z, 0, false), number);
  }
  if (std::isinf(result)) return raise(vm, Exc::OverflowError, "rounded value too large to represent");
  return make_float(vm, result);
}

// -- any two numbers

Result<bool> as_complex(Vm& vm, Value v, double* real, double* imag) {
  *imag = 0;
  if (v.is(Kind::Complex)) {
    *real = v.as<Complex>()->real;
    *imag = v.as<Complex>()->imag;
    return true;
  }
  if (!v.is_float() && !v.is_int()) return false;
  COIL_TRY(*real, as_double(vm, v));
  return true;
}

Result<Value> number_binary(Vm& vm, BinaryOp op, Value left, Value right) {
  bool left_float = left.is_float(), right_float = right.is_float();
  if (left_float && right_float) return float_binary(vm, op, left.as_float(), right.as_float());
  bool left_int = left.is_int(), right_int = right.is_int();
  if (left_int && right_int) {
    if (left.is_bool() && right.is_bool()) {
      if (op == BinaryOp::And) return Value::boolean(left.is_true() && right.is_true());
      if (op == BinaryOp::Or) return Value::boolean(left.is_true() || right.is_true());
      if (op == BinaryOp::Xor) return Value::boolean(left.is_true() != right.is_true());
    }
    return int_binary(vm, op, left, right);
  }
  Value not_implemented(&not_implemented_cell);
  if (op >= BinaryOp::LShift || op == BinaryOp::MatMul) return not_implemented;
  if ((left_float || left_int) && (right_float || right_int)) {
    COIL_TRY(double x, as_double(vm, left));
    COIL_TRY(double y, as_double(vm, right));
    return float_binary(vm, op, x, y);
  }
  if (op == BinaryOp::FloorDiv || op == BinaryOp::Mod) return not_implemented;
  double left_real, left_imag, right_real, right_imag;
  COIL_TRY(bool left_ok, as_complex(vm, left, &left_real, &left_imag));
  if (!left_ok) return not_implemented;
  COIL_TRY(bool right_ok, as_complex(vm, right, &right_real, &right_imag));
  if (!right_ok) return not_implemented;
  return complex_binary(vm, op, left_real, left_imag, right_real, right_imag);
}

}  // namespace coil
