// Decimal numbers as cells and operands, rounding to a context, comparison.
#include <algorithm>
#include <bit>

#include "modules/decimal_internal.hpp"
#include "objects/int_internal.hpp"

namespace coil {

Class* g_decimal;

static void trace_decimal(Cell* cell, Marker& marker) { marker.value(static_cast<Decimal*>(cell)->big); }
const NativeObjectOps kDecimalOps{trace_decimal, nullptr};

namespace {

Result<Value> new_decimal(Vm& vm, Class* cls, Form form, bool negative, Limbs coefficient, int64_t exponent, int64_t digits) {
  Value big;
  if (!coefficient.is_small()) {
    COIL_TRY(big, integer_value(vm, coefficient, false));
  }
  COIL_TRY(Decimal* number, new_native_object<Decimal>(vm, cls, &kDecimalOps));
  number->exponent = exponent;
  number->digits = digits;
  number->form = form;
  number->negative = negative;
  number->big = big;
  if (!big) {
    number->limb_count = static_cast<uint8_t>(coefficient.size);
    for (size_t i = 0; i < coefficient.size; i++) number->low[i] = coefficient.data[i];
  }
  return Value(number);
}

/// A quiet NaN with a payload that fits the settings.
Result<Value> quiet_nan(Vm& vm, const Settings& settings, const Number& nan) {
  int64_t most = settings.precision - settings.clamp;
  if (nan.coefficient.is_zero() || nan.digits <= most) {
    return new_decimal(vm, g_decimal, Form::Quiet, nan.negative, nan.coefficient, 0, nan.digits);
  }
  Natural power, quotient, rest;
  power.set_power10(most);
  quotient.set_quotient(nan.coefficient, power, rest);
  if (power.failed() || quotient.failed()) return raise_memory_error(vm);
  return new_decimal(vm, g_decimal, Form::Quiet, nan.negative, rest, 0, digit_count(rest));
}

Result<Value> overflow(Vm& vm, Settings& settings, bool negative) {
  COIL_CHECK(signal(vm, settings, kOverflow | kInexact | kRounded));
  Rounding rounding = settings.rounding;
  bool nearest = rounding == Rounding::HalfEven || rounding == Rounding::HalfUp || rounding == Rounding::HalfDown;
  if (nearest || rounding == Rounding::Up || rounding == (negative ? Rounding::Floor : Rounding::Ceiling)) return make_infinity(vm, negative);
  Natural power, largest;
  power.set_power10(settings.precision);
  largest.set_difference(power, Natural(Wide128{1}));
  if (power.failed()) return raise_memory_error(vm);
  return make_decimal(vm, negative, largest, settings.etop());
}

Result<Value> finish_zero(Vm& vm, Settings& settings, bool negative, int64_t exponent) {
  int64_t allowed = std::clamp(exponent, settings.etiny(), settings.clamp ? settings.etop() : settings.emax);
  if (allowed != exponent) COIL_CHECK(signal(vm, settings, kClamped));
  return new_decimal(vm, g_decimal, Form::Finite, negative, {nullptr, 0}, allowed, 1);
}

/// Whether the low bits are those of 10**exponent or of a multiple.
bool may_be_power10(Limbs number, int64_t exponent) {
  return number.size && std::countr_zero(number.data[0]) >= std::min<int64_t>(exponent, 64);
}

/// finish() of a number that has too many digits, or whose exponent is near the limits.
[[gnu::noinline]] Result<Value> finish_rounded(Vm& vm, Settings& settings, bool negative, Natural& coefficient, int64_t exponent, int64_t size, bool sticky) {
  if (coefficient.failed()) return raise_memory_error(vm);
  int64_t etiny = settings.etiny(), etop = settings.etop();
  int64_t least = size + exponent - settings.precision;  // the exponent that leaves all digits of the precision
  if (least > etop) return overflow(vm, settings, negative);
  bool subnormal = size + exponent - 1 < settings.emin;
  least = std::max(least, etiny);
  if (exponent < least) {
    uint32_t status = kRounded;
    int64_t kept = size - (least - exponent);
    Tail tail = coefficient.drop(least - exponent);
    if (sticky) tail = tail == Tail::Zero ? Tail::BelowHalf : tail == Tail::Half ? Tail::AboveHalf : tail;
    if (tail != Tail::Zero) {
      status |= kInexact;
      if (rounds_away(settings.rounding, negative, coefficient, tail)) {
        coefficient.increment();
        if (kept == settings.precision && may_be_power10(coefficient, kept) && digit_count(coefficient) > kept) {
          coefficient.drop(1);
          if (++least > etop) return overflow(vm, settings, negative);
        }
      }
    }
    if (subnormal) status |= kSubnormal | (status & kInexact ? static_cast<uint32_t>(kUnderflow) : 0);
    if (coefficient.is_zero()) status |= kClamped;
    COIL_CHECK(signal(vm, settings, status));
    if (coefficient.failed()) return raise_memory_error(vm);
    bool counted = kept == settings.precision;
    return new_decimal(vm, g_decimal, Form::Finite, negative, coefficient, least, counted ? kept : digit_count(coefficient));
  }
  if (subnormal) COIL_CHECK(signal(vm, settings, kSubnormal));
  if (settings.clamp && exponent > etop) {
    COIL_CHECK(signal(vm, settings, kClamped));
    coefficient.scale(exponent - etop);
    exponent = etop;
  }
  return make_decimal(vm, negative, coefficient, exponent);
}

/// -1, 0, 1 for something that is compared by its sign alone when it is `counts`.
int sign_rank(bool counts, bool negative) { return !counts ? 0 : negative ? -1 : 1; }
int order_of(int64_t left, int64_t right) { return (left > right) - (left < right); }

}  // namespace

Number number_of(const Decimal* decimal) {
  return {decimal->form, decimal->negative, decimal->exponent, decimal->digits, decimal->coefficient()};
}

bool Operand::load(Value value) {
  if (is_decimal(value)) [[likely]] {
    static_cast<Number&>(*this) = number_of(value.as<Decimal>());
    return true;
  }
  int64_t number;
  if (int_fast(value, &number)) {
    small_ = number < 0 ? -static_cast<uint64_t>(number) : static_cast<uint64_t>(number);
    negative = number < 0;
    coefficient = {&small_, small_ != 0};
  } else if (value.is(Kind::Int)) {
    auto* integer = value.as<Int>();
    negative = integer->size < 0;
    coefficient = {integer->limbs, static_cast<size_t>(negative ? -integer->size : integer->size)};
  } else {
    return false;
  }
  digits = digit_count(coefficient);
  return true;
}

Result<void> Operand::require(Vm& vm, Value value) {
  if (load(value)) return ok();
  return raise_type_error(vm, "conversion from %s to Decimal is not supported", type_name(value));
}

Result<Value> integer_value(Vm& vm, Limbs limbs, bool negative) {
  if (limbs.size == 0) return Value::small_int(0);
  if (limbs.size == 1 && limbs.data[0] <= static_cast<uint64_t>(Value::kMaxInt)) {
    auto magnitude = static_cast<int64_t>(limbs.data[0]);
    return Value::small_int(negative ? -magnitude : magnitude);
  }
  COIL_TRY(Int* cell, new_int_cell(vm, limbs.size));
  std::copy_n(limbs.data, limbs.size, cell->limbs);
  return finish_int_cell(cell, limbs.size, negative);
}

Result<Value> make_decimal(Vm& vm, bool negative, const Natural& coefficient, int64_t exponent, Class* cls) {
  if (coefficient.failed()) return raise_memory_error(vm);
  return new_decimal(vm, cls, Form::Finite, negative, coefficient, exponent, digit_count(coefficient));
}
Result<Value> make_decimal(Vm& vm, const Number& number, Class* cls) {
  return new_decimal(vm, cls, number.form, number.negative, number.coefficient, number.exponent, number.digits);
}
Result<Value> make_small_decimal(Vm& vm, int64_t number) {
  Operand operand;
  operand.load(Value::small_int(number));
  return make_decimal(vm, operand);
}
Result<Value> make_infinity(Vm& vm, bool negative) { return new_decimal(vm, g_decimal, Form::Infinite, negative, {nullptr, 0}, 0, 1); }
Result<Value> make_nan(Vm& vm) { return new_decimal(vm, g_decimal, Form::Quiet, false, {nullptr, 0}, 0, 1); }
Result<Value> invalid(Vm& vm, Settings& settings, uint32_t condition) {
  COIL_CHECK(signal(vm, settings, condition));
  return make_nan(vm);
}

Result<Value> finish(Vm& vm, Settings& settings, bool negative, Natural& coefficient, int64_t exponent, bool sticky) {
  if (coefficient.is_zero() && !coefficient.failed()) return finish_zero(vm, settings, negative, exponent);
  int64_t size = digit_count(coefficient);
  bool fits = size <= settings.precision && exponent <= settings.etop() && size + exponent - 1 >= settings.emin && !coefficient.failed();
  if (!fits) [[unlikely]] return finish_rounded(vm, settings, negative, coefficient, exponent, size, sticky);
  return new_decimal(vm, g_decimal, Form::Finite, negative, coefficient, exponent, size);
}

Result<Value> finish(Vm& vm, Settings& settings, const Number& number) {
  if (number.form == Form::Quiet) return quiet_nan(vm, settings, number);
  if (number.is_special()) return make_decimal(vm, number);
  Natural coefficient(number.coefficient);
  return finish(vm, settings, number.negative, coefficient, number.exponent);
}

bool rounds_away(Rounding rounding, bool negative, Limbs kept, Tail tail) {
  if (tail == Tail::Zero) return false;
  switch (rounding) {
    case Rounding::HalfEven: return tail == Tail::AboveHalf || (tail == Tail::Half && kept.is_odd());
    case Rounding::HalfUp: return tail >= Tail::Half;
    case Rounding::HalfDown: return tail == Tail::AboveHalf;
    case Rounding::Up: return true;
    case Rounding::Ceiling: return !negative;
    case Rounding::Floor: return negative;
    case Rounding::ZeroFiveUp: return remainder_by(kept, 5) == 0;
    default: return false;
  }
}

Tail rescale(const Number& number, int64_t exponent, Rounding rounding, Natural& into) {
  if (number.exponent >= exponent) {
    into.set_scaled(number.coefficient, number.exponent - exponent);
    return Tail::Zero;
  }
  into.set(number.coefficient);
  Tail tail = into.drop(exponent - number.exponent);
  if (rounds_away(rounding, number.negative, into, tail)) into.increment();
  return tail;
}

Result<Value> nan_result(Vm& vm, Settings& settings, std::initializer_list<const Number*> numbers) {
  for (const Number* number : numbers) {
    if (number->form != Form::Signaling) continue;
    COIL_CHECK(signal(vm, settings, kInvalidOperation));
    return quiet_nan(vm, settings, *number);
  }
  for (const Number* number : numbers) {
    if (number->form == Form::Quiet) return quiet_nan(vm, settings, *number);
  }
  return Value::stop();
}

int compare(const Number& a, const Number& b) {
  if (a.is_special() || b.is_special()) {
    return order_of(sign_rank(a.is_special(), a.negative), sign_rank(b.is_special(), b.negative));
  }
  if (a.is_zero() || b.is_zero()) return order_of(sign_rank(!a.is_zero(), a.negative), sign_rank(!b.is_zero(), b.negative));
  if (a.negative != b.negative) return a.negative ? -1 : 1;
  int sign = a.negative ? -1 : 1;
  if (a.adjusted() != b.adjusted()) return sign * order_of(a.adjusted(), b.adjusted());
  if (a.exponent == b.exponent) return sign * compare(a.coefficient, b.coefficient);
  Natural scaled;
  if (a.exponent > b.exponent) {
    scaled.set_scaled(a.coefficient, a.exponent - b.exponent);
    return sign * compare(scaled, b.coefficient);
  }
  scaled.set_scaled(b.coefficient, b.exponent - a.exponent);
  return sign * compare(a.coefficient, scaled);
}

int compare_total(const Number& a, const Number& b) {
  if (a.negative != b.negative) return a.negative ? -1 : 1;
  int sign = a.negative ? -1 : 1;
  // Finite numbers, infinities, signaling and then quiet NaNs.
  auto rank = [](Form form) { return form == Form::Quiet ? 3 : form == Form::Signaling ? 2 : form == Form::Infinite; };
  if (rank(a.form) != rank(b.form)) return sign * order_of(rank(a.form), rank(b.form));
  if (a.is_nan()) return sign * compare(a.coefficient, b.coefficient);
  int order = compare(a, b);
  if (order || a.is_special()) return order;
  return sign * order_of(a.exponent, b.exponent);
}

}  // namespace coil
