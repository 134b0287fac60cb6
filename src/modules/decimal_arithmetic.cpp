// The operations of decimal arithmetic. Each takes the settings of a context, signals through them and rounds its exact result once.
#include <algorithm>
#include <bit>

#include "modules/decimal_internal.hpp"

namespace coil {

namespace {

/// The sum of numbers that are no zeros, exactly or with a digit that stands for the lower one.
Result<Value> add_finite(Vm& vm, Settings& settings, const Number& a, const Number& b) {
  const Number& high = a.exponent >= b.exponent ? a : b;
  const Number& low = a.exponent >= b.exponent ? b : a;
  int64_t shift = high.exponent - low.exponent;
  Natural left, sum;
  if (shift > settings.precision + 2 && high.adjusted() - low.adjusted() > settings.precision + 2) {
    int64_t keep = settings.precision + 3;
    if (high.exponent - keep > low.adjusted()) {
      left.set_scaled(high.coefficient, keep);
      Natural one(Wide128{1});
      if (high.negative == low.negative) sum.set_sum(left, one);
      else sum.set_difference(left, one);
      if (left.failed()) return raise_memory_error(vm);
      return finish(vm, settings, high.negative, sum, high.exponent - keep);
    }
  }
  left.set_scaled(high.coefficient, shift);
  if (left.failed()) return raise_memory_error(vm);
  if (high.negative == low.negative) {
    sum.set_sum(left, low.coefficient);
    return finish(vm, settings, high.negative, sum, low.exponent);
  }
  bool low_wins = sum.set_difference(left, low.coefficient);
  bool negative = sum.is_zero() ? settings.rounding == Rounding::Floor : low_wins ? low.negative : high.negative;
  return finish(vm, settings, negative, sum, low.exponent);
}

struct IntegerDivision {
  Natural quotient, remainder;
  int64_t exponent;          // of the remainder
  bool possible = true;      // the quotient has no more digits than the precision
  bool is_remainder = false; // the dividend is its own remainder
};

/// Of finite numbers, b not zero.
void divide_integers(const Settings& settings, const Number& a, const Number& b, IntegerDivision& out) {
  out.exponent = std::min(a.exponent, b.exponent);
  int64_t gap = a.adjusted() - b.adjusted();
  if (a.is_zero() || gap <= -2) {
    out.is_remainder = true;
    return;
  }
  out.possible = gap <= settings.precision;
  if (!out.possible) return;
  Natural left, right;
  left.set_scaled(a.coefficient, a.exponent - out.exponent);
  right.set_scaled(b.coefficient, b.exponent - out.exponent);
  out.quotient.set_quotient(left, right, out.remainder);
  out.possible = digit_count(out.quotient) <= settings.precision;
}

/// How many zeros down to `exponent` the precision shows, and one more that tells of rounding.
int64_t visible_zeros(const Settings& settings, const Number& number, int64_t exponent) {
  return std::clamp<int64_t>(number.exponent - exponent, 0, std::max<int64_t>(0, settings.precision + 1 - number.digits));
}

/// A dividend that is its own remainder, with zeros down to the exponent.
Result<Value> padded(Vm& vm, Settings& settings, const Number& a, int64_t exponent) {
  Natural coefficient;
  if (a.is_zero()) return finish(vm, settings, a.negative, coefficient, exponent);
  int64_t shift = visible_zeros(settings, a, exponent);
  coefficient.set_scaled(a.coefficient, shift);
  return finish(vm, settings, a.negative, coefficient, a.exponent - shift);
}

Result<Value> remainder_value(Vm& vm, Settings& settings, const Number& a, IntegerDivision& division) {
  if (division.is_remainder) return padded(vm, settings, a, division.exponent);
  return finish(vm, settings, a.negative, division.remainder, division.exponent);
}

Result<Value> pair_of_nans(Vm& vm, Settings& settings, uint32_t condition) {
  COIL_TRY(Value nan, invalid(vm, settings, condition));
  return make_tuple(vm, {nan, nan});
}

uint32_t lost(Tail tail) { return tail == Tail::Zero ? 0 : static_cast<uint32_t>(kInexact); }

Result<Value> zero(Vm& vm, bool negative) { return make_decimal(vm, negative, Natural(), 0); }

/// As context.copy() with other settings for the inner steps.
Settings working(const Settings& settings, Rounding rounding) {
  Settings work = settings;
  work.rounding = rounding;
  work.traps = work.flags = 0;
  return work;
}

int64_t count_digits(int64_t number) { return static_cast<int64_t>(std::to_string(std::abs(number)).size()); }

/// A result beyond the range: rounding decides between its limit and zero or infinity.
Result<Value> out_of_range(Vm& vm, Settings& settings, bool negative, bool tiny) {
  Natural one(Wide128{1});
  return finish(vm, settings, negative, one, tiny ? settings.etiny() - 2 : settings.emax + 1);
}

}  // namespace

Result<Value> decimal_add(Vm& vm, Settings& settings, const Number& a, const Number& b) {
  if (a.is_special() || b.is_special()) {
    COIL_TRY(Value nan, nan_result(vm, settings, {&a, &b}));
    if (!nan.is_stop()) return nan;
    if (a.is_special() && b.is_special() && a.negative != b.negative) return invalid(vm, settings);
    return make_decimal(vm, a.is_special() ? a : b);
  }
  if (!a.is_zero() && !b.is_zero()) [[likely]] return add_finite(vm, settings, a, b);
  int64_t exponent = std::min(a.exponent, b.exponent);
  Natural coefficient;
  if (a.is_zero() && b.is_zero()) {
    bool negative = a.negative == b.negative ? a.negative : settings.rounding == Rounding::Floor;
    return finish(vm, settings, negative, coefficient, exponent);
  }
  const Number& number = a.is_zero() ? b : a;
  int64_t shift = visible_zeros(settings, number, exponent);
  coefficient.set_scaled(number.coefficient, shift);
  return finish(vm, settings, number.negative, coefficient, number.exponent - shift);
}

Result<Value> decimal_subtract(Vm& vm, Settings& settings, const Number& a, const Number& b) {
  // The sign of a NaN stays.
  if (b.is_nan()) return nan_result(vm, settings, {&a, &b});
  return decimal_add(vm, settings, a, b.with_sign(!b.negative));
}

Result<Value> decimal_multiply(Vm& vm, Settings& settings, const Number& a, const Number& b) {
  bool negative = a.negative != b.negative;
  if (a.is_special() || b.is_special()) {
    COIL_TRY(Value nan, nan_result(vm, settings, {&a, &b}));
    if (!nan.is_stop()) return nan;
    if (a.is_zero() || b.is_zero()) return invalid(vm, settings);
    return make_infinity(vm, negative);
  }
  Natural product;
  product.set_product(a.coefficient, b.coefficient);
  return finish(vm, settings, negative, product, a.exponent + b.exponent);
}

Result<Value> decimal_divide(Vm& vm, Settings& settings, const Number& a, const Number& b) {
  bool negative = a.negative != b.negative;
  if (a.is_special() || b.is_special()) {
    COIL_TRY(Value nan, nan_result(vm, settings, {&a, &b}));
    if (!nan.is_stop()) return nan;
    if (a.is_special()) return b.is_special() ? invalid(vm, settings) : make_infinity(vm, negative);
    COIL_CHECK(signal(vm, settings, kClamped));
    return make_decimal(vm, negative, Natural(), settings.etiny());
  }
  if (b.is_zero()) {
    if (a.is_zero()) return invalid(vm, settings, kDivisionUndefined);
    COIL_CHECK(signal(vm, settings, kDivisionByZero));
    return make_infinity(vm, negative);
  }
  int64_t ideal = a.exponent - b.exponent;
  Natural scaled, quotient, remainder;
  if (a.is_zero()) return finish(vm, settings, negative, quotient, ideal);
  int64_t shift = b.digits - a.digits + settings.precision + 1;
  int64_t exponent = ideal - shift;
  if (shift >= 0) {
    scaled.set_scaled(a.coefficient, shift);
    if (scaled.failed()) return raise_memory_error(vm);
    quotient.set_quotient(scaled, b.coefficient, remainder);
  } else {
    scaled.set_scaled(b.coefficient, -shift);
    if (scaled.failed()) return raise_memory_error(vm);
    quotient.set_quotient(a.coefficient, scaled, remainder);
  }
  if (quotient.failed()) return raise_memory_error(vm);
  if (!remainder.is_zero()) return finish(vm, settings, negative, quotient, exponent, true);
  if (exponent < ideal) exponent += quotient.drop_zeros(ideal - exponent);
  return finish(vm, settings, negative, quotient, exponent);
}

Result<Value> decimal_divide_int(Vm& vm, Settings& settings, const Number& a, const Number& b) {
  COIL_TRY(Value nan, nan_result(vm, settings, {&a, &b}));
  if (!nan.is_stop()) return nan;
  bool negative = a.negative != b.negative;
  if (a.is_special()) return b.is_special() ? invalid(vm, settings) : make_infinity(vm, negative);
  if (b.is_special()) return zero(vm, negative);
  if (b.is_zero()) {
    if (a.is_zero()) return invalid(vm, settings, kDivisionUndefined);
    COIL_CHECK(signal(vm, settings, kDivisionByZero));
    return make_infinity(vm, negative);
  }
  IntegerDivision division;
  divide_integers(settings, a, b, division);
  if (!division.possible) return invalid(vm, settings, kDivisionImpossible);
  return finish(vm, settings, negative, division.quotient, 0);
}

Result<Value> decimal_remainder(Vm& vm, Settings& settings, const Number& a, const Number& b) {
  COIL_TRY(Value nan, nan_result(vm, settings, {&a, &b}));
  if (!nan.is_stop()) return nan;
  if (a.is_special()) return invalid(vm, settings);
  if (b.is_special()) return finish(vm, settings, a);
  if (b.is_zero()) return invalid(vm, settings, a.is_zero() ? kDivisionUndefined : kInvalidOperation);
  IntegerDivision division;
  divide_integers(settings, a, b, division);
  if (!division.possible) return invalid(vm, settings, kDivisionImpossible);
  return remainder_value(vm, settings, a, division);
}

Result<Value> decimal_divmod(Vm& vm, Settings& settings, const Number& a, const Number& b) {
  COIL_TRY(Value nan, nan_result(vm, settings, {&a, &b}));
  if (!nan.is_stop()) return make_tuple(vm, {nan, nan});
  bool negative = a.negative != b.negative;
  Value quotient, remainder;
  if (a.is_special()) {
    if (b.is_special()) return pair_of_nans(vm, settings, kInvalidOperation);
    COIL_TRY(quotient, make_infinity(vm, negative));
    COIL_TRY(remainder, invalid(vm, settings));
  } else if (b.is_special()) {
    COIL_TRY(quotient, zero(vm, negative));
    COIL_TRY(remainder, finish(vm, settings, a));
  } else if (b.is_zero()) {
    if (a.is_zero()) return pair_of_nans(vm, settings, kDivisionUndefined);
    COIL_CHECK(signal(vm, settings, kDivisionByZero | kInvalidOperation));
    COIL_TRY(quotient, make_infinity(vm, negative));
    COIL_TRY(remainder, make_nan(vm));
  } else {
    IntegerDivision division;
    divide_integers(settings, a, b, division);
    if (!division.possible) return pair_of_nans(vm, settings, kDivisionImpossible);
    COIL_TRY(quotient, finish(vm, settings, negative, division.quotient, 0));
    COIL_TRY(remainder, remainder_value(vm, settings, a, division));
  }
  return make_tuple(vm, {quotient, remainder});
}

Result<Value> decimal_remainder_near(Vm& vm, Settings& settings, const Number& a, const Number& b) {
  COIL_TRY(Value nan, nan_result(vm, settings, {&a, &b}));
  if (!nan.is_stop()) return nan;
  if (a.is_special()) return invalid(vm, settings);
  if (b.is_zero()) return invalid(vm, settings, a.is_zero() ? kDivisionUndefined : kInvalidOperation);
  if (b.is_special()) return finish(vm, settings, a);
  IntegerDivision division;
  divide_integers(settings, a, b, division);
  if (division.is_remainder) return padded(vm, settings, a, division.exponent);
  if (!division.possible) return invalid(vm, settings, kDivisionImpossible);
  Natural divisor, other;
  divisor.set_scaled(b.coefficient, b.exponent - division.exponent);
  other.set_difference(divisor, division.remainder);
  if (divisor.failed() || other.failed()) return raise_memory_error(vm);
  // Nearer to the next multiple, or as near and that one is even.
  int order = compare(division.remainder, other);
  if (order < 0 || (order == 0 && !Limbs(division.quotient).is_odd())) return finish(vm, settings, a.negative, division.remainder, division.exponent);
  division.quotient.increment();
  if (digit_count(division.quotient) > settings.precision) return invalid(vm, settings, kDivisionImpossible);
  return finish(vm, settings, !a.negative, other, division.exponent);
}

Result<Value> decimal_fma(Vm& vm, Settings& settings, const Number& a, const Number& b, const Number& third) {
  bool negative = a.negative != b.negative;
  if (a.is_special() || b.is_special()) {
    bool signaling = a.form == Form::Signaling || b.form == Form::Signaling;
    if (signaling) return nan_result(vm, settings, {&a, &b});
    if (a.is_nan() || b.is_nan()) return nan_result(vm, settings, {&a, &b, &third});
    if (a.is_zero() || b.is_zero()) return invalid(vm, settings);
    Number infinite;
    infinite.form = Form::Infinite;
    infinite.negative = negative;
    return decimal_add(vm, settings, infinite, third);
  }
  Natural coefficient;
  coefficient.set_product(a.coefficient, b.coefficient);
  if (coefficient.failed()) return raise_memory_error(vm);
  Number product{Form::Finite, negative, a.exponent + b.exponent, digit_count(coefficient), coefficient};
  return decimal_add(vm, settings, product, third);
}

Result<Value> decimal_plus(Vm& vm, Settings& settings, const Number& a, bool negative) {
  if (a.is_special()) {
    COIL_TRY(Value nan, nan_result(vm, settings, {&a}));
    return nan.is_stop() ? make_decimal(vm, a.with_sign(negative)) : nan;
  }
  Natural coefficient(a.coefficient);
  return finish(vm, settings, negative && !(a.is_zero() && settings.rounding != Rounding::Floor), coefficient, a.exponent);
}

Result<Value> decimal_quantize(Vm& vm, Settings& settings, const Number& a, int64_t exponent, bool other_special, Rounding rounding) {
  if (a.is_special() || other_special) return a.is_special() && other_special ? make_decimal(vm, a) : invalid(vm, settings);
  if (exponent < settings.etiny() || exponent > settings.emax) return invalid(vm, settings);
  Natural coefficient;
  if (!a.is_zero() && a.adjusted() - exponent > settings.precision) return invalid(vm, settings);
  Tail tail = a.is_zero() ? Tail::Zero : rescale(a, exponent, rounding, coefficient);
  int64_t size = digit_count(coefficient);
  if (!coefficient.is_zero() && (size > settings.precision || size + exponent - 1 > settings.emax)) return invalid(vm, settings);
  COIL_TRY(Value result, finish(vm, settings, a.negative, coefficient, exponent));
  if (!a.is_zero() && exponent > a.exponent) {
    COIL_CHECK(signal(vm, settings, kRounded | lost(tail)));
  }
  return result;
}

Result<Value> decimal_to_integral(Vm& vm, Settings& settings, const Number& a, Rounding rounding, bool exact) {
  if (a.is_special()) {
    COIL_TRY(Value nan, nan_result(vm, settings, {&a}));
    return nan.is_stop() ? make_decimal(vm, a) : nan;
  }
  if (a.exponent >= 0) return make_decimal(vm, a);
  if (a.is_zero()) return zero(vm, a.negative);
  Natural coefficient;
  Tail tail = rescale(a, 0, rounding, coefficient);
  if (exact) COIL_CHECK(signal(vm, settings, kRounded | lost(tail)));
  return make_decimal(vm, a.negative, coefficient, 0);
}

Result<Value> decimal_normalize(Vm& vm, Settings& settings, const Number& a) {
  if (a.is_special()) {
    COIL_TRY(Value nan, nan_result(vm, settings, {&a}));
    return nan.is_stop() ? make_decimal(vm, a) : nan;
  }
  COIL_TRY(Value rounded, finish(vm, settings, a));
  Number number = number_of(rounded.as<Decimal>());
  if (number.is_special()) return rounded;
  if (number.is_zero()) return zero(vm, a.negative);
  Natural coefficient(number.coefficient);
  int64_t top = settings.clamp ? settings.etop() : settings.emax;
  int64_t cut = number.exponent < top ? coefficient.drop_zeros(top - number.exponent) : 0;
  return make_decimal(vm, a.negative, coefficient, number.exponent + cut);
}

Result<Value> decimal_sqrt(Vm& vm, Settings& settings, const Number& a) {
  if (a.is_special()) {
    COIL_TRY(Value nan, nan_result(vm, settings, {&a}));
    if (!nan.is_stop()) return nan;
    return a.negative ? invalid(vm, settings) : make_decimal(vm, a);
  }
  int64_t ideal = a.exponent >> 1;
  Natural scaled, root;
  if (a.is_zero()) return finish(vm, settings, a.negative, root, ideal);
  if (a.negative) return invalid(vm, settings);
  int64_t odd = a.exponent & 1;
  int64_t shift = std::max<int64_t>(0, settings.precision + 1 - (a.digits + odd + 1) / 2);
  scaled.set_scaled(a.coefficient, 2 * shift + odd);
  if (scaled.failed()) return raise_memory_error(vm);
  bool exact = root.set_root(scaled);
  if (root.failed()) return raise_memory_error(vm);
  Settings work = working(settings, Rounding::HalfEven);
  int64_t exponent = ideal - shift;
  Value result;
  if (exact) {
    if (exponent < ideal) exponent += root.drop_zeros(ideal - exponent);
    COIL_TRY(result, finish(vm, work, false, root, exponent));
  } else {
    COIL_TRY(result, finish(vm, work, false, root, exponent, true));
  }
  COIL_CHECK(signal(vm, settings, work.flags));
  return result;
}

Result<Value> decimal_pick(Vm& vm, Settings& settings, const Number& a, const Number& b, bool largest, bool magnitudes) {
  if (a.form == Form::Quiet && !b.is_nan()) return finish(vm, settings, b);
  if (b.form == Form::Quiet && !a.is_nan()) return finish(vm, settings, a);
  COIL_TRY(Value nan, nan_result(vm, settings, {&a, &b}));
  if (!nan.is_stop()) return nan;
  int order = magnitudes ? compare(a.with_sign(false), b.with_sign(false)) : compare(a, b);
  if (order == 0) order = compare_total(a, b);
  return finish(vm, settings, (order < 0) == largest ? b : a);
}

Result<Value> decimal_integer_power(Vm& vm, Settings& settings, const Number& base, int64_t exponent, int64_t digits) {
  bool negative = base.negative && (exponent & 1);
  if (int64_t magnitude = base.adjusted(); magnitude > 0 || magnitude < -1) {
    bool tiny = (magnitude < 0) != (exponent < 0);
    int64_t limit = count_digits(tiny ? settings.etiny() : settings.emax);
    if (limit < count_digits(magnitude < 0 ? magnitude + 1 : magnitude) + digits - 2) return out_of_range(vm, settings, negative, tiny);
  }
  Settings work = working(settings, Rounding::HalfEven);
  work.clamp = false;
  work.precision = std::min(work.precision + digits + 2 + (exponent < 0), kMaxPrecision);
  COIL_TRY(Value factor, make_decimal(vm, base.with_sign(false)));
  auto number = [](Value v) { return number_of(v.as<Decimal>()); };
  if (exponent < 0) {
    Operand one;
    one.load(Value::small_int(1));
    COIL_TRY(factor, decimal_divide(vm, work, one, number(factor)));
  }
  uint64_t magnitude = exponent < 0 ? -static_cast<uint64_t>(exponent) : static_cast<uint64_t>(exponent);
  Value result = factor;
  for (uint64_t bit = std::bit_floor(magnitude) >> 1; bit; bit >>= 1) {
    COIL_TRY(result, decimal_multiply(vm, work, number(result), number(result)));
    if (magnitude & bit) {
      COIL_TRY(result, decimal_multiply(vm, work, number(result), number(factor)));
    }
    if (number(result).is_special() || number(result).is_zero()) break;
    COIL_CHECK(check_interrupts_reenter(vm));
  }
  Settings outer = working(settings, settings.rounding);
  if (number(result).is_special()) {
    COIL_TRY(result, out_of_range(vm, outer, negative, false));
  } else {
    COIL_TRY(result, finish(vm, outer, number(result).with_sign(negative)));
    outer.flags |= work.flags;
  }
  COIL_CHECK(signal(vm, settings, outer.flags));
  return result;
}

}  // namespace coil
