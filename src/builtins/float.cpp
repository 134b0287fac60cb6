// float as programs see it: constructor, slots, methods, hexadecimal text. The arithmetic is in objects/float.cpp.
#include <cmath>
#include <cstdio>

#include "builtins/containers_internal.hpp"
#include "builtins/numbers_internal.hpp"

namespace coil {

namespace {

Value not_implemented() { return Value(&not_implemented_cell); }

bool is_real(Value v) { return v.is_float() || v.is_int(); }

template <BinaryOp op>
Result<Value> float_binary_slot(Vm& vm, Value left, Value right) {
  if (!is_real(left) || !is_real(right)) return not_implemented();
  COIL_TRY(double x, as_double(vm, left));
  COIL_TRY(double y, as_double(vm, right));
  return float_binary(vm, op, x, y);
}

Result<Value> float_divmod_slot(Vm& vm, Value left, Value right) {
  if (!is_real(left) || !is_real(right)) return not_implemented();
  COIL_TRY(double x, as_double(vm, left));
  COIL_TRY(double y, as_double(vm, right));
  return float_divmod(vm, x, y);
}

Result<Value> float_pow_slot(Vm& vm, Value base, Value exponent, Value modulus) {
  if (!modulus.is_none()) {
    return raise_type_error(vm, "pow() 3rd argument not allowed unless all arguments are integers");
  }
  return float_binary_slot<BinaryOp::Pow>(vm, base, exponent);
}

Result<Value> float_compare_slot(Vm&, Value left, Value right, CompareOp op) {
  if (left.is_float() && right.is_float()) {
    double x = left.as_float(), y = right.as_float();
    return Value::boolean(order_matches(x < y ? -1 : x > y ? 1 : x == y ? 0 : 2, op));
  }
  if (left.is_float() && right.is_int()) {
    int order = int_double_compare(right, left.as_float());
    return Value::boolean(order_matches(order == 2 ? 2 : -order, op));
  }
  if (left.is_int() && right.is_float()) return Value::boolean(order_matches(int_double_compare(left, right.as_float()), op));
  return not_implemented();
}

Result<Value> float_repr_slot(Vm& vm, Value self) { return new_str_ascii(vm, float_repr(self.as_float())); }
Result<int64_t> float_hash_slot(Vm&, Value self) {
  return float_hash(self.as_float(), reinterpret_cast<const void*>(self.bits()));
}
Result<bool> float_truth(Vm&, Value self) { return self.as_float() != 0; }
Result<Value> float_negate(Vm& vm, Value self) { return make_float(vm, -self.as_float()); }
Result<Value> float_positive(Vm& vm, Value self) { return make_float(vm, self.as_float()); }
Result<Value> float_abs(Vm& vm, Value self) { return make_float(vm, std::fabs(self.as_float())); }
Result<Value> float_to_int(Vm& vm, Value self) { return int_from_double(vm, self.as_float()); }

Result<double> float_from_value_reenter(Vm& vm, Value source) {
  if (source.is_inline_float() || is_exact(source, Kind::Float)) return source.as_float();
  if (source.is_small_int()) return static_cast<double>(source.small_int());
  if (source.is(Kind::Str) && !class_of(source)->slots.to_float && !class_of(source)->slots.index) {
    Str* str = source.as<Str>();
    std::string text = number_text(str);
    return float_from_text(vm, text, source);
  }
  const Slots& slots = class_of(source)->slots;
  if (!slots.to_float && !slots.index) {
    ByteSpan bytes;
    if (byte_span(source, &bytes)) {
      return float_from_text(vm, {reinterpret_cast<const char*>(bytes.data), bytes.size}, source);
    }
    return raise_type_error(vm, "float() argument must be a string or a real number, not '%s'", type_name(source));
  }
  // A subclass of a number is asked as well, although the value is at hand.
  return slots.to_float ? ask_float_reenter(vm, source) : number_as_double_reenter(vm, source);
}

Result<Value> float_make(Vm& vm, Class* cls, Value* args, size_t npos, Tuple* kwnames) {
  if (kwnames && kwnames->size && !leaves_keywords(vm, cls)) {
    return raise_type_error(vm, "float() takes no keyword arguments");
  }
  if (npos > 1) return raise_type_error(vm, "float expected at most 1 argument, got %zu", npos);
  double number = 0;
  if (npos == 1) { COIL_TRY(number, float_from_value_reenter(vm, args[0])); }
  return float_for_class(vm, cls, number);
}

// -- methods

NATIVE(float_conjugate, "conjugate(self, /)", "The number itself: floats have no imaginary part.") {
  return make_float(vm, args[0].as_float());
}
NATIVE(float_trunc, "__trunc__(self, /)", "The integer nearest to the number between zero and it.") {
  return int_from_double(vm, args[0].as_float());
}
NATIVE(float_floor, "__floor__(self, /)", "The largest integer that is not above the number.") {
  return int_from_double(vm, std::floor(args[0].as_float()));
}
NATIVE(float_ceil, "__ceil__(self, /)", "The smallest integer that is not below the number.") {
  return int_from_double(vm, std::ceil(args[0].as_float()));
}

NATIVE(float_round_method, "__round__(self, ndigits=None, /)",
       "Round half to even: to an integer, or with ndigits to a float with so many decimals.") {
  double number = args[0].as_float();
  if (args.get(1, none()).is_none()) {
    double rounded = std::round(number);
    if (std::fabs(number - rounded) == 0.5) rounded = 2.0 * std::round(number / 2.0);
    return int_from_double(vm, rounded);
  }
  COIL_TRY(int64_t ndigits, index_clamped_reenter(vm, args[1]));
  return float_round(vm, number, ndigits);
}

NATIVE(float_is_integer, "is_integer(self, /)", "Whether the number has no fraction.") {
  double number = args[0].as_float();
  return Value::boolean(std::isfinite(number) && std::floor(number) == number);
}

NATIVE(float_as_integer_ratio, "as_integer_ratio(self, /)", "The number as an exact fraction of integers, in lowest terms.") {
  double number = args[0].as_float();
  if (std::isnan(number)) return raise_value_error(vm, "cannot convert NaN to integer ratio");
  if (std::isinf(number)) return raise(vm, Exc::OverflowError, "cannot convert Infinity to integer ratio");
  Mpz numerator, denominator;
  uint64_t shift;
  double_to_ratio(number, numerator.z, &shift);
  mpz_setbit(denominator.z, shift);
  COIL_TRY(Value top, make_int_mpz(vm, numerator.z));
  COIL_TRY(Value bottom, make_int_mpz(vm, denominator.z));
  return make_tuple(vm, {top, bottom});
}

NATIVE(float_getnewargs, "__getnewargs__(self, /)", "Arguments to make an equal number with.") {
  COIL_TRY(Value number, make_float(vm, args[0].as_float()));
  return make_tuple(vm, {number});
}

NATIVE(float_format_method, "__format__(self, format_spec, /)", "Text of the number as the format specification asks.") {
  COIL_TRY(Str* spec, format_spec_argument(vm, args[1]));
  if (!spec->length && class_of(args[0]) != vm.type(Kind::Float)) return str_reenter(vm, args[0]);
  return float_format_as(vm, args[0].as_float(), spec, type_name(args[0]));
}

NATIVE(float_getformat, "__getformat__(cls, typestr, /)", "How C numbers of type 'double' or 'float' are stored.") {
  if (!args[1].is(Kind::Str)) {
    return raise_type_error(vm, "__getformat__() argument must be str, not %s", argument_type_name(args[1]));
  }
  Str* type = args[1].as<Str>();
  if (!str_is(type, "double") && !str_is(type, "float")) {
    return raise_value_error(vm, "__getformat__() argument 1 must be 'double' or 'float'");
  }
  return new_str_ascii(vm, "IEEE, little-endian");
}

// -- hexadecimal

NATIVE(float_hex, "hex(self, /)", "Exact hexadecimal text of the number.") {
  double number = args[0].as_float();
  if (!std::isfinite(number)) return new_str_ascii(vm, float_repr(number));
  if (number == 0) return new_str_ascii(vm, std::signbit(number) ? "-0x0.0p+0" : "0x0.0p+0");
  int exponent;
  double fraction = std::frexp(std::fabs(number), &exponent);
  // One digit before the point: 1, or 0 for subnormal numbers.
  int shift = 1 - std::max(-1021 - exponent, 0);
  uint64_t mantissa = static_cast<uint64_t>(std::ldexp(fraction, shift + 52));
  exponent -= shift;
  char text[48];
  int length = std::snprintf(text, sizeof text, "%s0x%llx.%013llxp%c%d", number < 0 ? "-" : "",
                             static_cast<unsigned long long>(mantissa >> 52),
                             static_cast<unsigned long long>(mantissa & ((uint64_t{1} << 52) - 1)), exponent < 0 ? '-' : '+',
                             std::abs(exponent));
  return new_str_ascii(vm, {text, static_cast<size_t>(length)});
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  c = static_cast<char>(c | 0x20);
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool has_word(std::string_view text, std::string_view word) {
  if (text.size() < word.size()) return false;
  for (size_t i = 0; i < word.size(); i++) {
    if ((text[i] | 0x20) != word[i]) return false;
  }
  return true;
}

/// The exact value of "[0x]h.hhh[p[+-]d]" rounded once. 0: fine, 1: malformed, 2: too large.
int parse_hex(std::string_view text, double* out) {
  size_t at = 0;
  auto next = [&]() -> char { return at < text.size() ? text[at] : '\0'; };
  if (text.size() >= 2 && text[0] == '0' && (text[1] | 0x20) == 'x') at = 2;
  // Leading zeros count for the exponent only; digits beyond 32 only say which way to round.
  Mpz mantissa;
  int64_t exponent = 0;
  size_t digits = 0, significant = 0;
  bool sticky = false, after_point = false;
  for (;; at++) {
    char c = next();
    if (c == '.' && !after_point) { after_point = true; continue; }
    int digit = hex_digit(c);
    if (digit < 0 || at >= text.size()) break;
    digits++;
    if (significant || digit) significant++;
    if (significant > 32) {
      sticky |= digit != 0;
      if (!after_point) exponent += 4;
      continue;
    }
    mpz_mul_2exp(mantissa.z, mantissa.z, 4);
    mpz_add_ui(mantissa.z, mantissa.z, static_cast<unsigned long>(digit));
    if (after_point) exponent -= 4;
  }
  if (!digits) return 1;
  if ((next() | 0x20) == 'p') {
    at++;
    bool negative = false;
    if (next() == '+' || next() == '-') negative = text[at++] == '-';
    if (next() < '0' || next() > '9') return 1;
    int64_t given = 0;
    for (; next() >= '0' && next() <= '9'; at++) given = std::min<int64_t>(given * 10 + (next() - '0'), int64_t{1} << 50);
    exponent += negative ? -given : given;
  }
  if (at != text.size()) return 1;
  *out = scaled_nearest_double(mantissa.z, exponent, sticky);
  return std::isinf(*out) ? 2 : 0;
}

NATIVE(float_fromhex, "fromhex(cls, string, /)", "The number that the hexadecimal text stands for.") {
  if (!args[1].is(Kind::Str)) return raise_type_error(vm, "bad argument type for built-in operation");
  std::string copy = str_utf8(args[1]);
  std::string_view text = copy;
  auto is_blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  bool negative = false;
  if (!text.empty() && (text[0] == '+' || text[0] == '-')) {
    negative = text[0] == '-';
    text.remove_prefix(1);
  }
  double number = 0;
  if (text.size() == 3 && has_word(text, "nan")) {
    number = std::nan("");
  } else if ((text.size() == 3 && has_word(text, "inf")) || (text.size() == 8 && has_word(text, "infinity"))) {
    number = HUGE_VAL;
  } else {
    int failure = parse_hex(text, &number);
    if (failure == 1) return raise_value_error(vm, "invalid hexadecimal floating-point string");
    if (failure == 2) return raise(vm, Exc::OverflowError, "hexadecimal value too large to represent as a float");
  }
  COIL_TRY(Value result, make_float(vm, negative ? -number : number));
  if (args[0] == Value(vm.type(Kind::Float))) return result;
  return call_reenter(vm, args[0], {result});
}

Result<Value> float_get_real(Vm& vm, Value self) { return make_float(vm, self.as_float()); }
Result<Value> float_get_imag(Vm& vm, Value) { return make_float(vm, 0); }

constexpr GetSetSpec kReal = {"real", float_get_real, nullptr, "The real part: the number itself."};
constexpr GetSetSpec kImag = {"imag", float_get_imag, nullptr, "The imaginary part: 0.0."};

void trace_float(Cell* cell, Marker& marker) { trace_attrs(cell, marker); }

}  // namespace

void setup_float(Vm& vm) {
  Slots& slots = vm.type(Kind::Float)->slots;
  slots.repr = float_repr_slot;
  slots.neg = float_negate;
  slots.pos = float_positive;
  slots.abs = float_abs;
  slots.to_int = float_to_int;
  slots.to_float = float_positive;
  slots.divmod = float_divmod_slot;
  slots.pow = float_pow_slot;
  slots.compare = float_compare_slot;
  slots.hash = float_hash_slot;
  slots.truth = float_truth;
  slots.make = float_make;
  auto set = [&](BinaryOp op, BinaryFn fn) { slots.binary[static_cast<int>(op)] = fn; };
  set(BinaryOp::Add, float_binary_slot<BinaryOp::Add>);
  set(BinaryOp::Sub, float_binary_slot<BinaryOp::Sub>);
  set(BinaryOp::Mul, float_binary_slot<BinaryOp::Mul>);
  set(BinaryOp::Div, float_binary_slot<BinaryOp::Div>);
  set(BinaryOp::FloorDiv, float_binary_slot<BinaryOp::FloorDiv>);
  set(BinaryOp::Mod, float_binary_slot<BinaryOp::Mod>);
  set(BinaryOp::Pow, float_binary_slot<BinaryOp::Pow>);
  g_heap.set_type(Kind::Float, trace_float, nullptr);
  define_type(vm, {Kind::Float,
                   "Double precision floating-point numbers. float(x) converts a number or reads text.",
                   {&float_conjugate_spec, &float_trunc_spec, &float_floor_spec, &float_ceil_spec, &float_round_method_spec,
                    &float_is_integer_spec, &float_as_integer_ratio_spec, &float_getnewargs_spec, &float_format_method_spec,
                    &float_getformat_spec, &float_hex_spec, &float_fromhex_spec},
                   {&kReal, &kImag}});
}

}  // namespace coil
