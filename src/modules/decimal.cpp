// Decimal, and the functions of module _decimal.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "modules/decimal_internal.hpp"

namespace coil {

namespace {

Number self_number(Args args) { return number_of(self_as<Decimal>(args)); }

// -- construction

/// The exact value of a float, an instance of `cls`.
Result<Value> from_double(Vm& vm, Class* cls, double value) {
  Number number;
  number.negative = std::signbit(value);
  if (!std::isfinite(value)) {
    number.form = std::isnan(value) ? Form::Quiet : Form::Infinite;
    return make_decimal(vm, number, cls);
  }
  Mpz numerator, five;
  uint64_t shift = 0;
  double_to_ratio(std::fabs(value), numerator.z, &shift);
  mpz_ui_pow_ui(five.z, 5, shift);
  mpz_mul(numerator.z, numerator.z, five.z);
  number.coefficient = {mpz_limbs_read(numerator.z), mpz_size(numerator.z)};
  number.exponent = number.coefficient.size ? -static_cast<int64_t>(shift) : 0;
  number.digits = digit_count(number.coefficient);
  return make_decimal(vm, number, cls);
}

NATIVE(decimal_new, "Decimal(cls, value='0', context=None) nameless", "A decimal number of any size, an infinity, or a NaN.") {
  auto* cls = args[0].as<Class>();
  Settings* settings = nullptr;
  if (args.has(2) && !args[2].is_none()) {
    COIL_TRY(settings, settings_argument(vm, args, 2));
  }
  if (!args.has(1)) return make_decimal(vm, Number{}, cls);
  Value value = args[1];
  if (value.is(Kind::Str)) return decimal_from_text(vm, settings, value.as<Str>(), cls);
  if (is_decimal(value) && class_of(value) == cls) return value;
  Operand operand;
  if (operand.load(value)) return make_decimal(vm, operand, cls);
  if (value.is_float()) {
    COIL_TRY(settings, settings_argument(vm, args, 2));
    COIL_CHECK(signal(vm, *settings, kFloatOperation));
    return from_double(vm, cls, value.as_float());
  }
  COIL_CHECK(current_decimal_context(vm));
  return call_reenter(vm, g_decimal_language.from_other, {cls, value, args.get(2, none())});
}
Result<Value> decimal_make(Vm& vm, Class* cls, Value* args, size_t npos, Tuple* kwnames) {
  if (npos == 1 && !kwnames && args[0].is(Kind::Str)) return decimal_from_text(vm, nullptr, args[0].as<Str>(), cls);
  return call_bound(vm, decimal_new_spec, cls, args, npos, kwnames);
}

NATIVE(decimal_from_float, "from_float(cls, f, /)", "The exact value of a float (or an int).") {
  Value number;
  Operand operand;
  if (args[1].is_float()) {
    COIL_TRY(number, from_double(vm, g_decimal, args[1].as_float()));
  } else if (args[1].is_int()) {
    operand.load(args[1]);
    COIL_TRY(number, make_decimal(vm, operand));
  } else {
    return raise_type_error(vm, "argument must be int or float");
  }
  if (args[0].as<Class>() == g_decimal) return number;
  return call_reenter(vm, args[0], {number});
}

// -- conversions

Result<Value> decimal_str(Vm& vm, Value self) {
  Number number = number_of(self.as<Decimal>());
  COIL_TRY(DecimalContext* context, current_decimal_context(vm));
  return new_str_ascii(vm, decimal_text(number, false, context->settings.capitals));
}
Result<Value> decimal_repr(Vm& vm, Value self) {
  COIL_TRY(DecimalContext* context, current_decimal_context(vm));
  return new_str_ascii(vm, "Decimal('" + decimal_text(number_of(self.as<Decimal>()), false, context->settings.capitals) + "')");
}

Result<Value> text_with_context(Vm& vm, Args args, bool engineering) {
  COIL_TRY(Settings* settings, settings_argument(vm, args, 1));
  return new_str_ascii(vm, decimal_text(self_number(args), engineering, settings->capitals));
}
NATIVE(decimal_to_eng_string, "to_eng_string(self, context=None)", "The text with an exponent that is a multiple of three.") {
  return text_with_context(vm, args, true);
}
NATIVE(decimal_to_sci_string, "_to_sci_string(self, context)", "The text by the settings of a context.") {
  return text_with_context(vm, args, false);
}

NATIVE(decimal_format, "__format__(self, spec, /)", "Default object formatter.") {
  if (!args[1].is(Kind::Str)) return raise_type_error(vm, "format arg must be str");
  if (args[1].as<Str>()->length == 0) return str_reenter(vm, args[0]);
  COIL_TRY(Value fixed, format_fixed(vm, self_number(args), args[1].as<Str>()));
  if (!fixed.is_stop()) return fixed;
  COIL_CHECK(current_decimal_context(vm));
  return call_reenter(vm, g_decimal_language.format, {args[0], args[1]});
}

Result<void> check_finite(Vm& vm, const Number& number, const char* target) {
  if (number.is_infinite()) return raise(vm, Exc::OverflowError, "cannot convert Infinity to %s", target);
  if (number.is_nan()) return raise_value_error(vm, "cannot convert NaN to %s", target);
  return ok();
}

Result<Value> rounded_integer(Vm& vm, const Number& number, Rounding rounding) {
  COIL_CHECK(check_finite(vm, number, "integer"));
  Natural coefficient;
  if (!number.is_zero()) rescale(number, 0, rounding, coefficient);
  if (coefficient.failed()) return raise_memory_error(vm);
  return integer_value(vm, coefficient, number.negative);
}
Result<Value> decimal_int(Vm& vm, Value self) { return rounded_integer(vm, number_of(self.as<Decimal>()), Rounding::Down); }
NATIVE(decimal_trunc, "__trunc__(self, /)", "The integer part.") { return rounded_integer(vm, self_number(args), Rounding::Down); }
NATIVE(decimal_floor, "__floor__(self, /)", "The largest integer that is not above the number.") {
  return rounded_integer(vm, self_number(args), Rounding::Floor);
}
NATIVE(decimal_ceil, "__ceil__(self, /)", "The smallest integer that is not below the number.") {
  return rounded_integer(vm, self_number(args), Rounding::Ceiling);
}
NATIVE(decimal_round, "__round__(self, n=None, /)", "The nearest integer, or the number with n digits after the point.") {
  Number number = self_number(args);
  if (!args.has(1)) return rounded_integer(vm, number, Rounding::HalfEven);
  if (!args[1].is_int()) return raise_type_error(vm, "optional arg must be an integer");
  COIL_TRY(int64_t digits, ssize_from_reenter(vm, args[1]));
  COIL_TRY(DecimalContext* context, current_decimal_context(vm));
  COIL_TRY(Value nan, nan_result(vm, context->settings, {&number}));
  if (!nan.is_stop()) return nan;
  int64_t exponent = digits == std::numeric_limits<int64_t>::min() ? std::numeric_limits<int64_t>::max() : -digits;
  return decimal_quantize(vm, context->settings, number, exponent, false, context->settings.rounding);
}

double nearest_double(const Number& number) {
  static constexpr double kPowers[] = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
                                       1e18, 1e19, 1e20, 1e21, 1e22};
  // Both parts are exact, so the one operation rounds correctly.
  bool exact = number.coefficient.size <= 1 && number.digits <= 15 && number.exponent >= -22 && number.exponent <= 22;
  double value = 0;
  if (exact) {
    auto coefficient = static_cast<double>(static_cast<uint64_t>(number.coefficient.small()));
    value = number.exponent < 0 ? coefficient / kPowers[-number.exponent] : coefficient * kPowers[number.exponent];
  } else if (number.adjusted() > 400) {
    value = number.is_zero() ? 0 : std::numeric_limits<double>::infinity();
  } else if (number.adjusted() >= -400) {
    std::string text;
    append_digits(text, number.coefficient);
    text += "e" + std::to_string(number.exponent);
    auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    if (result.ec == std::errc::result_out_of_range) value = number.adjusted() > 0 ? std::numeric_limits<double>::infinity() : 0;
  }
  return number.negative ? -value : value;
}
Result<Value> decimal_float(Vm& vm, Value self) {
  Number number = number_of(self.as<Decimal>());
  if (number.form == Form::Signaling) return raise_value_error(vm, "cannot convert signaling NaN to float");
  double special = number.is_nan() ? std::numeric_limits<double>::quiet_NaN() : std::numeric_limits<double>::infinity();
  if (number.is_special()) return make_float(vm, number.negative ? -special : special);
  return make_float(vm, nearest_double(number));
}

Result<bool> decimal_truth(Vm&, Value self) { return !number_of(self.as<Decimal>()).is_zero(); }

constexpr uint64_t kHashModulus = (uint64_t{1} << 61) - 1;
uint64_t multiply_hash(uint64_t a, uint64_t b) {
  Wide128 product = Wide128{a} * b;
  auto folded = static_cast<uint64_t>(product & kHashModulus) + static_cast<uint64_t>(product >> 61);
  return folded >= kHashModulus ? folded - kHashModulus : folded;
}
Result<int64_t> decimal_hash(Vm& vm, Value self) {
  Number number = number_of(self.as<Decimal>());
  if (number.form == Form::Signaling) return raise_type_error(vm, "Cannot hash a signaling NaN value");
  if (number.is_nan()) return float_hash(std::numeric_limits<double>::quiet_NaN(), self.cell());
  if (number.is_infinite()) return number.negative ? -314159 : 314159;
  constexpr uint64_t kInverseOfTen = 2075258708292324556;  // modulo kHashModulus
  static_assert(Wide128{kInverseOfTen} * 10 % kHashModulus == 1);
  uint64_t hash = number.coefficient.size ? mpn_mod_1(number.coefficient.data, static_cast<mp_size_t>(number.coefficient.size), kHashModulus) : 0;
  uint64_t base = number.exponent < 0 ? kInverseOfTen : 10;
  for (uint64_t rest = static_cast<uint64_t>(std::abs(number.exponent)); rest && hash; rest >>= 1) {
    if (rest & 1) hash = multiply_hash(hash, base);
    base = multiply_hash(base, base);
  }
  auto result = number.negative ? -static_cast<int64_t>(hash) : static_cast<int64_t>(hash);
  return result == -1 ? -2 : result;
}

NATIVE(decimal_reduce, "__reduce__(self)", "The class and the text, for pickle.") {
  COIL_TRY(Str* text, str_reenter(vm, args[0]));
  COIL_TRY(Tuple* state, make_tuple(vm, {text}));
  return make_tuple(vm, {class_of(args[0]), state});
}
NATIVE(decimal_copy, "__copy__(self)", "The number itself.") { return args[0]; }
NATIVE(decimal_deepcopy, "__deepcopy__(self, memo)", "The number itself.") { return args[0]; }

NATIVE(decimal_digit_tuple, "_digit_tuple(self)", "The digits of the coefficient as integers.") {
  std::string digits;
  append_digits(digits, self_number(args).coefficient);
  COIL_TRY(Tuple* items, new_tuple(vm, digits.size()));
  for (size_t i = 0; i < digits.size(); i++) items->items[i] = Value::small_int(digits[i] - '0');
  return Value(items);
}

// -- comparison

Value ordered(CompareOp op, int order) {
  switch (op) {
    case CompareOp::Lt: return Value::boolean(order < 0);
    case CompareOp::Le: return Value::boolean(order <= 0);
    case CompareOp::Eq: return Value::boolean(order == 0);
    case CompareOp::Ne: return Value::boolean(order != 0);
    case CompareOp::Gt: return Value::boolean(order > 0);
    default: return Value::boolean(order >= 0);
  }
}

Result<Value> compare_numbers(Vm& vm, const Number& left, const Number& right, CompareOp op) {
  if (!left.is_nan() && !right.is_nan()) [[likely]] return ordered(op, compare(left, right));
  bool equality = op == CompareOp::Eq || op == CompareOp::Ne;
  if (!equality || left.form == Form::Signaling || right.form == Form::Signaling) {
    COIL_TRY(DecimalContext* context, current_decimal_context(vm));
    COIL_CHECK(signal(vm, context->settings, kInvalidOperation));
  }
  return Value::boolean(op == CompareOp::Ne);
}

Result<Value> decimal_rich_compare(Vm& vm, Value self, Value other, CompareOp op) {
  Operand left, right;
  left.load(self);
  if (right.load(other)) return compare_numbers(vm, left, right, op);
  bool equality = op == CompareOp::Eq || op == CompareOp::Ne;
  if (other.is_float()) {
    COIL_TRY(DecimalContext* context, current_decimal_context(vm));
    if (equality) context->settings.flags |= kFloatOperation;
    else COIL_CHECK(signal(vm, context->settings, kFloatOperation));
    COIL_TRY(Value exact, from_double(vm, g_decimal, other.as_float()));
    return compare_numbers(vm, left, number_of(exact.as<Decimal>()), op);
  }
  if (other.is_none() || other.is(Kind::Str)) return Value(&not_implemented_cell);
  COIL_CHECK(current_decimal_context(vm));
  COIL_TRY(Value pair, call_reenter(vm, g_decimal_language.as_comparable, {self, other, Value::boolean(equality)}));
  if (!pair.is(Kind::Tuple)) return pair;
  Operand first, second;
  COIL_CHECK(first.require(vm, pair.as<Tuple>()->items[0]));
  COIL_CHECK(second.require(vm, pair.as<Tuple>()->items[1]));
  return compare_numbers(vm, first, second, op);
}

/// self and an operand with an optional context in args[2].
struct WithOperand {
  Number self;
  Operand other;
  Settings* settings;

  Result<void> load(Vm& vm, Args args, size_t context = 2) {
    COIL_TRY(settings, settings_argument(vm, args, context));
    self = self_number(args);
    return other.require(vm, args[1]);
  }
};

NATIVE(decimal_compare_method, "compare(self, other, context=None)", "-1, 0, 1 or NaN as a Decimal.") {
  WithOperand with;
  COIL_CHECK(with.load(vm, args));
  COIL_TRY(Value nan, nan_result(vm, *with.settings, {&with.self, &with.other}));
  return nan.is_stop() ? make_small_decimal(vm, compare(with.self, with.other)) : nan;
}
NATIVE(decimal_compare_signal, "compare_signal(self, other, context=None)", "As compare(), but every NaN signals.") {
  WithOperand with;
  COIL_CHECK(with.load(vm, args));
  if (with.self.is_nan() || with.other.is_nan()) COIL_CHECK(signal(vm, *with.settings, kInvalidOperation));
  Settings quiet = *with.settings;
  quiet.traps = 0;
  COIL_TRY(Value nan, nan_result(vm, quiet, {&with.self, &with.other}));
  return nan.is_stop() ? make_small_decimal(vm, compare(with.self, with.other)) : nan;
}
NATIVE(decimal_compare_total, "compare_total(self, other, context=None)", "-1, 0 or 1 in the order of all representations.") {
  WithOperand with;
  COIL_CHECK(with.load(vm, args));
  return make_small_decimal(vm, compare_total(with.self, with.other));
}
NATIVE(decimal_compare_total_mag, "compare_total_mag(self, other, context=None)", "compare_total() without signs.") {
  WithOperand with;
  COIL_CHECK(with.load(vm, args));
  return make_small_decimal(vm, compare_total(with.self.with_sign(false), with.other.with_sign(false)));
}

// -- operators

template <Binary operation>
Result<Value> decimal_operator(Vm& vm, Value left, Value right) {
  Operand a, b;
  if (!a.load(left) || !b.load(right)) return Value(&not_implemented_cell);
  COIL_TRY(DecimalContext* context, current_decimal_context(vm));
  return operation(vm, context->settings, a, b);
}

Result<Value> plus_with(Vm& vm, Value self, bool (*sign)(bool)) {
  Number number = number_of(self.as<Decimal>());
  COIL_TRY(DecimalContext* context, current_decimal_context(vm));
  return decimal_plus(vm, context->settings, number, sign(number.negative));
}
Result<Value> decimal_negative(Vm& vm, Value self) { return plus_with(vm, self, [](bool negative) { return !negative; }); }
Result<Value> decimal_positive(Vm& vm, Value self) { return plus_with(vm, self, [](bool negative) { return negative; }); }
Result<Value> decimal_absolute(Vm& vm, Value self) { return plus_with(vm, self, [](bool) { return false; }); }

Result<Value> power(Vm& vm, DecimalContext* context, Value left, Value right, Value modulus) {
  Operand base, exponent;
  if (!base.load(left) || !exponent.load(right)) return Value(&not_implemented_cell);
  constexpr int64_t kMostDigits = 9;
  bool is_integer = exponent.form == Form::Finite && exponent.exponent == 0 && exponent.digits <= kMostDigits && !exponent.is_zero();
  Operand one;
  one.load(Value::small_int(1));
  if (modulus.is_none() && is_integer && base.form == Form::Finite && !base.is_zero() && compare(base.with_sign(false), one) != 0) {
    auto number = static_cast<int64_t>(exponent.coefficient.small());
    return decimal_integer_power(vm, context->settings, base, exponent.negative ? -number : number, exponent.digits);
  }
  return call_reenter(vm, g_decimal_language.power, {left, right, modulus, context});
}
Result<Value> decimal_pow(Vm& vm, Value left, Value right, Value modulus) {
  COIL_TRY(DecimalContext* context, current_decimal_context(vm));
  return power(vm, context, left, right, modulus);
}
Result<Value> decimal_power(Vm& vm, Value left, Value right) { return decimal_pow(vm, left, right, none()); }

NATIVE(decimal_context_power, "_power(a, b, modulo, context)", "a ** b, or a ** b % modulo.") {
  COIL_CHECK(settings_argument(vm, args, 3));
  if (args[3].is_none()) return raise_type_error(vm, "a context is required");
  return power(vm, args[3].as<DecimalContext>(), args[0], args[1], args[2]);
}

// -- questions

NATIVE(decimal_adjusted, "adjusted(self)", "The exponent of the first digit.") {
  Number number = self_number(args);
  return make_int(vm, number.is_special() ? 0 : number.adjusted());
}
NATIVE(decimal_canonical, "canonical(self)", "The number itself.") { return args[0]; }
NATIVE(decimal_conjugate, "conjugate(self)", "The number itself.") { return args[0]; }
NATIVE(decimal_radix, "radix(self)", "10.") { return make_small_decimal(vm, 10); }
NATIVE(decimal_is_canonical, "is_canonical(self)", "True.") { return Value::boolean(true); }
NATIVE(decimal_is_finite, "is_finite(self)", "Whether it is neither infinite nor a NaN.") { return Value::boolean(!self_number(args).is_special()); }
NATIVE(decimal_is_infinite, "is_infinite(self)", "Whether it is an infinity.") { return Value::boolean(self_number(args).is_infinite()); }
NATIVE(decimal_is_nan, "is_nan(self)", "Whether it is a NaN of any kind.") { return Value::boolean(self_number(args).is_nan()); }
NATIVE(decimal_is_qnan, "is_qnan(self)", "Whether it is a quiet NaN.") { return Value::boolean(self_number(args).form == Form::Quiet); }
NATIVE(decimal_is_snan, "is_snan(self)", "Whether it is a signaling NaN.") { return Value::boolean(self_number(args).form == Form::Signaling); }
NATIVE(decimal_is_signed, "is_signed(self)", "Whether its sign is negative.") { return Value::boolean(self_number(args).negative); }
NATIVE(decimal_is_zero, "is_zero(self)", "Whether it is zero.") { return Value::boolean(self_number(args).is_zero()); }

bool has_digits(const Number& number) { return !number.is_special() && !number.is_zero(); }
NATIVE(decimal_is_normal, "is_normal(self, context=None)", "Whether the number is finite, not zero and not subnormal.") {
  COIL_TRY(Settings* settings, settings_argument(vm, args, 1));
  Number number = self_number(args);
  return Value::boolean(has_digits(number) && number.adjusted() >= settings->emin);
}
NATIVE(decimal_is_subnormal, "is_subnormal(self, context=None)", "Whether the number is finite, not zero and below the smallest normal one.") {
  COIL_TRY(Settings* settings, settings_argument(vm, args, 1));
  Number number = self_number(args);
  return Value::boolean(has_digits(number) && number.adjusted() < settings->emin);
}
NATIVE(decimal_same_quantum, "same_quantum(self, other, context=None)", "Whether both have the same exponent.") {
  WithOperand with;
  COIL_CHECK(with.load(vm, args));
  if (!with.self.is_special() && !with.other.is_special()) return Value::boolean(with.self.exponent == with.other.exponent);
  return Value::boolean((with.self.is_nan() && with.other.is_nan()) || (with.self.is_infinite() && with.other.is_infinite()));
}

// -- copies

NATIVE(decimal_copy_abs, "copy_abs(self)", "Without its sign.") { return make_decimal(vm, self_number(args).with_sign(false)); }
NATIVE(decimal_copy_negate, "copy_negate(self)", "With the other sign.") {
  Number number = self_number(args);
  return make_decimal(vm, number.with_sign(!number.negative));
}
NATIVE(decimal_copy_sign, "copy_sign(self, other, context=None)", "With the sign of other.") {
  WithOperand with;
  COIL_CHECK(with.load(vm, args));
  return make_decimal(vm, with.self.with_sign(with.other.negative));
}

// -- rounding and functions

/// args[index]: a rounding, or the settings' one when it is absent or None.
Result<Rounding> rounding_argument(Vm& vm, Args args, size_t index, const Settings* settings) {
  Value given = args.get(index, none());
  if (given.is_none()) return settings->rounding;
  return rounding_from(vm, given);
}

NATIVE(decimal_quantize_method, "quantize(self, exp, rounding=None, context=None)", "The number with the exponent of exp.") {
  WithOperand with;
  COIL_CHECK(with.load(vm, args, 3));
  COIL_TRY(Rounding rounding, rounding_argument(vm, args, 2, with.settings));
  COIL_TRY(Value nan, nan_result(vm, *with.settings, {&with.self, &with.other}));
  if (!nan.is_stop()) return nan;
  return decimal_quantize(vm, *with.settings, with.self, with.other.exponent, with.other.is_special(), rounding);
}

Result<Value> to_integral(Vm& vm, Args args, bool exact) {
  COIL_TRY(Settings* settings, settings_argument(vm, args, 2));
  COIL_TRY(Rounding rounding, rounding_argument(vm, args, 1, settings));
  return decimal_to_integral(vm, *settings, self_number(args), rounding, exact);
}
NATIVE(decimal_to_integral_value, "to_integral_value(self, rounding=None, context=None)", "The nearest integer, without signals.") {
  return to_integral(vm, args, false);
}
NATIVE(decimal_to_integral_alias, "to_integral(self, rounding=None, context=None)", "The nearest integer, without signals.") {
  return to_integral(vm, args, false);
}
NATIVE(decimal_to_integral_exact, "to_integral_exact(self, rounding=None, context=None)", "The nearest integer; signals Inexact and Rounded.") {
  return to_integral(vm, args, true);
}
NATIVE(decimal_normalize_method, "normalize(self, context=None)", "Without zeros at the end.") {
  COIL_TRY(Settings* settings, settings_argument(vm, args, 1));
  return decimal_normalize(vm, *settings, self_number(args));
}
NATIVE(decimal_rounded, "_rounded(self, context)", "The number rounded to a context.") {
  COIL_TRY(Settings* settings, settings_argument(vm, args, 1));
  return finish(vm, *settings, self_number(args));
}
NATIVE(decimal_sqrt_method, "sqrt(self, context=None)", "Square root.") {
  COIL_TRY(Settings* settings, settings_argument(vm, args, 1));
  return decimal_sqrt(vm, *settings, self_number(args));
}
NATIVE(decimal_fma_method, "fma(self, other, third, context=None)", "self * other + third, rounded once.") {
  WithOperand with;
  COIL_CHECK(with.load(vm, args, 3));
  Operand third;
  COIL_CHECK(third.require(vm, args[2]));
  return decimal_fma(vm, *with.settings, with.self, with.other, third);
}
NATIVE(decimal_remainder_near_method, "remainder_near(self, other, context=None)", "self - other * n for the integer n nearest to the quotient.") {
  WithOperand with;
  COIL_CHECK(with.load(vm, args));
  return decimal_remainder_near(vm, *with.settings, with.self, with.other);
}

Result<Value> pick(Vm& vm, Args args, bool largest, bool magnitudes) {
  WithOperand with;
  COIL_CHECK(with.load(vm, args));
  return decimal_pick(vm, *with.settings, with.self, with.other, largest, magnitudes);
}
NATIVE(decimal_max, "max(self, other, context=None)", "The larger one; a number wins against a quiet NaN.") { return pick(vm, args, true, false); }
NATIVE(decimal_min, "min(self, other, context=None)", "The smaller one.") { return pick(vm, args, false, false); }
NATIVE(decimal_max_mag, "max_mag(self, other, context=None)", "The one of larger magnitude.") { return pick(vm, args, true, true); }
NATIVE(decimal_min_mag, "min_mag(self, other, context=None)", "The one of smaller magnitude.") { return pick(vm, args, false, true); }

// -- attributes

Result<Value> get_sign(Vm&, Value self) { return Value::small_int(self.as<Decimal>()->negative); }
Result<Value> get_int(Vm& vm, Value self) {
  auto* decimal = self.as<Decimal>();
  return decimal->big ? decimal->big : integer_value(vm, decimal->coefficient(), false);
}
Result<Value> get_exp(Vm& vm, Value self) { return make_int(vm, self.as<Decimal>()->exponent); }
constexpr const char* kForms[] = {"", "F", "n", "N"};
Result<Value> get_special(Vm& vm, Value self) { return Value(intern(vm, kForms[static_cast<size_t>(self.as<Decimal>()->form)])); }
Result<Value> get_real(Vm&, Value self) { return self; }
Result<Value> get_imag(Vm& vm, Value) { return make_small_decimal(vm, 0); }
constexpr GetSetSpec kSign{"_sign", get_sign, nullptr, nullptr};
constexpr GetSetSpec kInt{"_int", get_int, nullptr, nullptr};
constexpr GetSetSpec kExp{"_exp", get_exp, nullptr, nullptr};
constexpr GetSetSpec kSpecial{"_special", get_special, nullptr, nullptr};
constexpr GetSetSpec kReal{"real", get_real, nullptr, nullptr};
constexpr GetSetSpec kImag{"imag", get_imag, nullptr, nullptr};

// -- the module's functions

NATIVE(decimal_make_parts, "_make(sign, coefficient, exponent, special='', cls=Decimal, /)", "A number of its parts.") {
  if (!args[1].is_int() || !args[2].is_small_int()) return raise_type_error(vm, "an integer is required");
  COIL_TRY(bool negative, truthy_reenter(vm, args[0]));
  Operand number;
  number.load(args[1]);
  number.negative = negative;
  number.exponent = std::clamp(args[2].small_int(), kMinExponent, kMaxExponent);
  Value form = args.get(3, vm.empty_str), cls = args.get(4, g_decimal);
  if (!form.is(Kind::Str) || !cls.is(Kind::Class) || !is_subclass(cls.as<Class>(), g_decimal)) {
    return raise_type_error(vm, "the name of a special number and a subclass of Decimal are required");
  }
  for (size_t i = 0; i < std::size(kForms); i++) {
    if (str_is(form.as<Str>(), kForms[i])) number.form = static_cast<Form>(i);
  }
  return make_decimal(vm, number, cls.as<Class>());
}

NATIVE(decimal_rescale, "_rescale(number, exponent, rounding, /)", "A finite number with another exponent, of any number of digits.") {
  Operand number;
  COIL_CHECK(number.require(vm, args[0]));
  COIL_TRY(Rounding rounding, rounding_from(vm, args[2]));
  if (!args[1].is_small_int()) return raise_type_error(vm, "an integer is required");
  int64_t exponent = std::clamp(args[1].small_int(), kMinExponent, kMaxExponent);
  Natural coefficient;
  if (!number.is_zero()) rescale(number, exponent, rounding, coefficient);
  return make_decimal(vm, number.negative, coefficient, exponent);
}
NATIVE(decimal_compare_parts, "_compare(a, b, /)", "-1, 0, 1 for numbers that are no NaNs.") {
  Operand left, right;
  COIL_CHECK(left.require(vm, args[0]));
  COIL_CHECK(right.require(vm, args[1]));
  return Value::small_int(compare(left, right));
}
NATIVE(decimal_digit_count, "_digits(number, /)", "The number of decimal digits of an integer that is not negative.") {
  Operand number;
  COIL_CHECK(number.require(vm, args[0]));
  return make_int(vm, number.digits);
}

NATIVE(decimal_complete, "_complete(cls, name, method, /)", "Puts a method that is written in the language into Decimal.") {
  if (args[0] != Value(g_decimal) || !args[1].is(Kind::Str)) return raise_type_error(vm, "Decimal and a name are required");
  COIL_CHECK(dict_set_str(vm, g_decimal->dict, args[1].as<Str>(), args[2]));
  class_modified(vm, g_decimal, args[1].as<Str>());
  return none();
}

Result<void> init_decimal(Vm& vm, Dict* ns) {
  COIL_TRY(g_decimal, new_module_class<Decimal>(vm, "Decimal", "decimal", "A decimal number of any size, an infinity, or a NaN."));
  g_decimal->native_name = "decimal.Decimal";
  Slots& slots = g_decimal->slots;
  slots.make = decimal_make;
  slots.init = init_nothing;
  slots.repr = decimal_repr;
  slots.str = decimal_str;
  slots.hash = decimal_hash;
  slots.compare = decimal_rich_compare;
  slots.truth = decimal_truth;
  slots.neg = decimal_negative;
  slots.pos = decimal_positive;
  slots.abs = decimal_absolute;
  slots.to_int = decimal_int;
  slots.to_float = decimal_float;
  slots.divmod = decimal_operator<decimal_divmod>;
  slots.binary[static_cast<int>(BinaryOp::Add)] = decimal_operator<decimal_add>;
  slots.binary[static_cast<int>(BinaryOp::Sub)] = decimal_operator<decimal_subtract>;
  slots.binary[static_cast<int>(BinaryOp::Mul)] = decimal_operator<decimal_multiply>;
  slots.binary[static_cast<int>(BinaryOp::Div)] = decimal_operator<decimal_divide>;
  slots.binary[static_cast<int>(BinaryOp::FloorDiv)] = decimal_operator<decimal_divide_int>;
  slots.binary[static_cast<int>(BinaryOp::Mod)] = decimal_operator<decimal_remainder>;
  slots.binary[static_cast<int>(BinaryOp::Pow)] = decimal_power;
  slots.pow = decimal_pow;
  define_class(vm, g_decimal,
               {FN(decimal_from_float), FN(decimal_to_eng_string), FN(decimal_to_sci_string), FN(decimal_format), FN(decimal_trunc),
                FN(decimal_floor), FN(decimal_ceil), FN(decimal_round), FN(decimal_reduce), FN(decimal_copy), FN(decimal_deepcopy),
                FN(decimal_digit_tuple), FN(decimal_compare_method), FN(decimal_compare_signal), FN(decimal_compare_total),
                FN(decimal_compare_total_mag), FN(decimal_adjusted), FN(decimal_canonical), FN(decimal_conjugate), FN(decimal_radix),
                FN(decimal_is_canonical), FN(decimal_is_finite), FN(decimal_is_infinite), FN(decimal_is_nan), FN(decimal_is_qnan),
                FN(decimal_is_snan), FN(decimal_is_signed), FN(decimal_is_zero), FN(decimal_is_normal), FN(decimal_is_subnormal),
                FN(decimal_same_quantum), FN(decimal_copy_abs), FN(decimal_copy_negate), FN(decimal_copy_sign), FN(decimal_quantize_method),
                FN(decimal_to_integral_value), FN(decimal_to_integral_alias), FN(decimal_to_integral_exact), FN(decimal_normalize_method),
                FN(decimal_rounded), FN(decimal_sqrt_method), FN(decimal_fma_method), FN(decimal_remainder_near_method), FN(decimal_max),
                FN(decimal_min), FN(decimal_max_mag), FN(decimal_min_mag)},
               {&kSign, &kInt, &kExp, &kSpecial, &kReal, &kImag});
  COIL_CHECK(module_set(vm, ns, "Decimal", g_decimal));
  return init_decimal_context(vm, ns);
}

}  // namespace

MODULE(decimal_native, "_decimal", "The numbers and contexts of decimal.", init_decimal, FN(decimal_make_parts), FN(decimal_rescale), FN(decimal_compare_parts),
       FN(decimal_digit_count), FN(decimal_context_power), FN(decimal_complete))

}  // namespace coil
