// timedelta. Sums are exact in 128 bits; products and quotients go through GMP, as their operands may be integers of any size.
#include <cmath>

#include "modules/datetime_internal.hpp"
#include "objects/protocol.hpp"

namespace coil {

const NativeObjectOps kDeltaOps{nullptr, nullptr};
Class* g_timedelta;

namespace {

constexpr int64_t kMaxDays = 999'999'999;

Error raise_too_large(Vm& vm) { return raise(vm, Exc::OverflowError, "Python int too large to convert to C int"); }

Result<Delta*> delta_for_class(Vm& vm, Class* cls, Wide micros) {
  auto [all_seconds, us] = floor_divide<Wide>(micros, kMicros);
  auto [days, seconds] = floor_divide<Wide>(all_seconds, kDaySeconds);
  if (days > INT32_MAX || days < INT32_MIN) return raise_too_large(vm);
  if (days > kMaxDays || days < -kMaxDays) {
    return raise(vm, Exc::OverflowError, "days=%d; must have magnitude <= %d", static_cast<int>(days), static_cast<int>(kMaxDays));
  }
  COIL_TRY(Delta* delta, new_native_object<Delta>(vm, cls, &kDeltaOps));
  delta->days = static_cast<int32_t>(days);
  delta->seconds = static_cast<int32_t>(seconds);
  delta->micros = static_cast<int32_t>(us);
  return delta;
}

/// The magnitude's bits fit `bits` (at most 126).
bool wide_from_mpz(const mpz_t number, size_t bits, Wide* out) {
  if (mpz_sizeinbase(number, 2) > bits) return false;
  uint64_t limbs[2] = {};
  mpz_export(limbs, nullptr, -1, sizeof limbs[0], 0, 0, number);
  Wide magnitude = static_cast<Wide>((static_cast<unsigned __int128>(limbs[1]) << 64) | limbs[0]);
  *out = mpz_sgn(number) < 0 ? -magnitude : magnitude;
  return true;
}

void mpz_from_wide(mpz_t out, Wide number) {
  auto magnitude = static_cast<unsigned __int128>(number < 0 ? -number : number);
  uint64_t limbs[2] = {static_cast<uint64_t>(magnitude), static_cast<uint64_t>(magnitude >> 64)};
  mpz_import(out, 2, -1, sizeof limbs[0], 0, 0, limbs);
  if (number < 0) mpz_neg(out, out);
}

Result<Value> delta_from_mpz(Vm& vm, const mpz_t micros) {
  Wide number;
  if (!wide_from_mpz(micros, 120, &number)) return raise_too_large(vm);
  return make_delta(vm, number);
}

Result<Value> micros_value(Vm& vm, const Delta* delta) {
  Wide total = delta->total();
  if (total >= Value::kMinInt && total <= Value::kMaxInt) return Value::small_int(static_cast<int64_t>(total));
  Mpz big;
  mpz_from_wide(big.z, total);
  return make_int_mpz(vm, big.z);
}

// -- construction

/// Sums units of time exactly; the fractions of floats are kept apart, so that they are rounded once.
struct Sum {
  Wide micros = 0;
  double fraction = 0;

  Result<void> add(Vm& vm, const char* name, Value value, int64_t unit) {
    if (value.is_int()) {
      Wide number;
      if (value.is_small_int()) number = value.small_int();
      else if (!wide_from_mpz(MpzView(value).get(), 80, &number)) return raise_too_large(vm);
      micros += number * unit;
      return ok();
    }
    if (!value.is_float()) return raise_type_error(vm, "unsupported type for timedelta %s component: %s", name, type_name(value));
    double whole, rest = std::modf(value.as_float(), &whole);
    if (!(std::fabs(whole) < 1e23)) {
      COIL_CHECK(int_from_double(vm, whole));
      return raise_too_large(vm);
    }
    micros += static_cast<Wide>(whole) * unit;
    if (rest == 0) return ok();
    rest = std::modf(rest * static_cast<double>(unit), &whole);
    micros += static_cast<Wide>(whole);
    fraction += rest;
    return ok();
  }
  /// Half to even, of the whole sum.
  void round_fraction() {
    if (fraction == 0) return;
    double whole = std::round(fraction);
    if (std::fabs(whole - fraction) == 0.5) {
      int odd = static_cast<int>(micros & 1);
      whole = 2.0 * std::round((fraction + odd) * 0.5) - odd;
    }
    micros += static_cast<Wide>(whole);
  }
};

NATIVE(timedelta_new, "__new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0)",
       "A difference of two times.") {
  struct Unit { size_t argument; const char* name; int64_t micros; };
  constexpr Unit kUnits[] = {{3, "microseconds", 1}, {4, "milliseconds", 1000}, {2, "seconds", kMicros}, {5, "minutes", 60 * kMicros},
                             {6, "hours", 3600 * kMicros}, {1, "days", kDayMicros}, {7, "weeks", 7 * kDayMicros}};
  Sum sum;
  for (const Unit& unit : kUnits) {
    if (args.has(unit.argument)) COIL_CHECK(sum.add(vm, unit.name, args[unit.argument], unit.micros));
  }
  sum.round_fraction();
  return delta_for_class(vm, args[0].as<Class>(), sum.micros);
}
COIL_MAKE_SLOT(timedelta_make, timedelta_new)

// -- arithmetic

/// numerator / denominator as microseconds, half to even.
Result<Value> rounded_quotient(Vm& vm, mpz_t numerator, mpz_t denominator) {
  if (mpz_sgn(denominator) == 0) return raise(vm, Exc::ZeroDivisionError, "integer division or modulo by zero");
  if (mpz_sgn(denominator) < 0) {
    mpz_neg(numerator, numerator);
    mpz_neg(denominator, denominator);
  }
  Mpz quotient, rest;
  mpz_fdiv_qr(quotient.z, rest.z, numerator, denominator);
  mpz_mul_2exp(rest.z, rest.z, 1);
  int half = mpz_cmp(rest.z, denominator);
  if (half > 0 || (half == 0 && mpz_odd_p(quotient.z))) mpz_add_ui(quotient.z, quotient.z, 1);
  return delta_from_mpz(vm, quotient.z);
}

Result<void> finite_ratio(Vm& vm, double number, mpz_t numerator, mpz_t denominator) {
  if (std::isnan(number)) return raise_value_error(vm, "cannot convert NaN to integer ratio");
  if (std::isinf(number)) return raise(vm, Exc::OverflowError, "cannot convert Infinity to integer ratio");
  uint64_t shift = 0;
  double_to_ratio(number, numerator, &shift);
  mpz_set_ui(denominator, 1);
  mpz_mul_2exp(denominator, denominator, shift);
  return ok();
}

Result<Value> timedelta_add(Vm& vm, Value left, Value right) {
  if (!is_delta(left) || !is_delta(right)) return Value(&not_implemented_cell);
  return make_delta(vm, left.as<Delta>()->total() + right.as<Delta>()->total());
}
Result<Value> timedelta_subtract(Vm& vm, Value left, Value right) {
  if (!is_delta(left) || !is_delta(right)) return Value(&not_implemented_cell);
  return make_delta(vm, left.as<Delta>()->total() - right.as<Delta>()->total());
}

Result<Value> timedelta_multiply(Vm& vm, Value left, Value right) {
  if (!is_delta(left)) std::swap(left, right);
  if (!is_delta(left) || (!right.is_int() && !right.is_float())) return Value(&not_implemented_cell);
  Mpz micros;
  mpz_from_wide(micros.z, left.as<Delta>()->total());
  if (right.is_int()) {
    mpz_mul(micros.z, micros.z, MpzView(right).get());
    return delta_from_mpz(vm, micros.z);
  }
  Mpz numerator, denominator;
  COIL_CHECK(finite_ratio(vm, right.as_float(), numerator.z, denominator.z));
  mpz_mul(micros.z, micros.z, numerator.z);
  return rounded_quotient(vm, micros.z, denominator.z);
}

Result<Value> timedelta_true_divide(Vm& vm, Value left, Value right) {
  if (!is_delta(left)) return Value(&not_implemented_cell);
  if (is_delta(right)) {
    COIL_TRY(Value dividend, micros_value(vm, left.as<Delta>()));
    COIL_TRY(Value divisor, micros_value(vm, right.as<Delta>()));
    return number_binary(vm, BinaryOp::Div, dividend, divisor);
  }
  Mpz micros, denominator;
  mpz_from_wide(micros.z, left.as<Delta>()->total());
  if (right.is_int()) {
    mpz_set(denominator.z, MpzView(right).get());
  } else if (right.is_float()) {
    Mpz numerator;
    COIL_CHECK(finite_ratio(vm, right.as_float(), numerator.z, denominator.z));
    mpz_mul(micros.z, micros.z, denominator.z);
    mpz_set(denominator.z, numerator.z);
  } else {
    return Value(&not_implemented_cell);
  }
  return rounded_quotient(vm, micros.z, denominator.z);
}

Result<Value> timedelta_floor_divide(Vm& vm, Value left, Value right) {
  if (!is_delta(left)) return Value(&not_implemented_cell);
  COIL_TRY(Value dividend, micros_value(vm, left.as<Delta>()));
  if (is_delta(right)) {
    COIL_TRY(Value divisor, micros_value(vm, right.as<Delta>()));
    return int_binary(vm, BinaryOp::FloorDiv, dividend, divisor);
  }
  if (!right.is_int()) return Value(&not_implemented_cell);
  COIL_TRY(Value quotient, int_binary(vm, BinaryOp::FloorDiv, dividend, right));
  return delta_from_mpz(vm, MpzView(quotient).get());
}

Result<Value> timedelta_modulo(Vm& vm, Value left, Value right) {
  if (!is_delta(left) || !is_delta(right)) return Value(&not_implemented_cell);
  COIL_TRY(Value dividend, micros_value(vm, left.as<Delta>()));
  COIL_TRY(Value divisor, micros_value(vm, right.as<Delta>()));
  COIL_TRY(Value rest, int_binary(vm, BinaryOp::Mod, dividend, divisor));
  return delta_from_mpz(vm, MpzView(rest).get());
}

Result<Value> timedelta_divmod(Vm& vm, Value left, Value right) {
  if (!is_delta(left) || !is_delta(right)) return Value(&not_implemented_cell);
  COIL_TRY(Value dividend, micros_value(vm, left.as<Delta>()));
  COIL_TRY(Value divisor, micros_value(vm, right.as<Delta>()));
  COIL_TRY(Value both, int_divmod(vm, dividend, divisor));
  COIL_TRY(Value rest, delta_from_mpz(vm, MpzView(both.as<Tuple>()->items[1]).get()));
  return make_tuple(vm, {both.as<Tuple>()->items[0], rest});
}

Result<Value> timedelta_negative(Vm& vm, Value self) { return make_delta(vm, -self.as<Delta>()->total()); }
Result<Value> timedelta_positive(Vm& vm, Value self) { return make_delta(vm, self.as<Delta>()->total()); }
Result<Value> timedelta_absolute(Vm& vm, Value self) {
  return self.as<Delta>()->days < 0 ? timedelta_negative(vm, self) : timedelta_positive(vm, self);
}
Result<bool> timedelta_truth(Vm&, Value self) { return self.as<Delta>()->total() != 0; }

Result<Value> timedelta_compare(Vm&, Value self, Value other, CompareOp op) {
  if (!is_delta(other)) return Value(&not_implemented_cell);
  Wide mine = self.as<Delta>()->total(), theirs = other.as<Delta>()->total();
  return compare_result(op, mine < theirs ? -1 : mine > theirs);
}

Result<Tuple*> parts_tuple(Vm& vm, const Delta* delta) {
  return make_tuple(vm, {Value::small_int(delta->days), Value::small_int(delta->seconds), Value::small_int(delta->micros)});
}
Result<int64_t> timedelta_hash(Vm& vm, Value self) {
  COIL_TRY(Tuple* parts, parts_tuple(vm, self.as<Delta>()));
  return hash_reenter(vm, parts);
}

// -- text and the rest

Result<Value> timedelta_repr(Vm& vm, Value self) {
  auto* delta = self.as<Delta>();
  std::string text = shown_class(self) + "(";
  bool first = true;
  auto part = [&](const char* name, int32_t number) {
    if (!number) return;
    text += (first ? "" : ", ") + std::string(name) + "=" + std::to_string(number);
    first = false;
  };
  part("days", delta->days);
  part("seconds", delta->seconds);
  part("microseconds", delta->micros);
  return new_str(vm, text + (first ? "0)" : ")"));
}

Result<Value> timedelta_str(Vm& vm, Value self) {
  auto* delta = self.as<Delta>();
  std::string text;
  if (delta->days) text = std::to_string(delta->days) + (std::abs(delta->days) == 1 ? " day, " : " days, ");
  text += std::to_string(delta->seconds / 3600) + ":";
  append_number(text, delta->seconds / 60 % 60, 2);
  text += ':';
  append_number(text, delta->seconds % 60, 2);
  if (delta->micros) {
    text += '.';
    append_number(text, delta->micros, 6);
  }
  return new_str_ascii(vm, text);
}

NATIVE(timedelta_total_seconds, "total_seconds(self)", "Total seconds in the duration.") {
  COIL_TRY(Value micros, micros_value(vm, self_as<Delta>(args)));
  return number_binary(vm, BinaryOp::Div, micros, Value::small_int(kMicros));
}

NATIVE(timedelta_reduce, "__reduce__(self)", "__reduce__() -> (cls, state)") {
  COIL_TRY(Tuple* parts, parts_tuple(vm, self_as<Delta>(args)));
  return make_tuple(vm, {class_of(args[0]), parts});
}

Result<Value> get_days(Vm&, Value self) { return Value::small_int(self.as<Delta>()->days); }
Result<Value> get_seconds(Vm&, Value self) { return Value::small_int(self.as<Delta>()->seconds); }
Result<Value> get_microseconds(Vm&, Value self) { return Value::small_int(self.as<Delta>()->micros); }
constexpr GetSetSpec kDays{"days", get_days, nullptr, "Number of days."};
constexpr GetSetSpec kSeconds{"seconds", get_seconds, nullptr, "Number of seconds (>= 0 and less than 1 day)."};
constexpr GetSetSpec kMicroseconds{"microseconds", get_microseconds, nullptr, "Number of microseconds (>= 0 and less than 1 second)."};

}  // namespace

Result<Delta*> make_delta(Vm& vm, Wide micros) { return delta_for_class(vm, g_timedelta, micros); }

Result<void> init_timedelta(Vm& vm, Dict* ns) {
  COIL_TRY(g_timedelta, new_module_class<Delta>(vm, "timedelta", "datetime",
                                                "timedelta(days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, "
                                                "weeks=0)\n\nA difference of two times."));
  g_timedelta->native_name = "datetime.timedelta";
  Slots& slots = g_timedelta->slots;
  slots.make = timedelta_make;
  slots.init = init_nothing;
  slots.repr = timedelta_repr;
  slots.str = timedelta_str;
  slots.hash = timedelta_hash;
  slots.compare = timedelta_compare;
  slots.truth = timedelta_truth;
  slots.neg = timedelta_negative;
  slots.pos = timedelta_positive;
  slots.abs = timedelta_absolute;
  slots.divmod = timedelta_divmod;
  slots.binary[static_cast<int>(BinaryOp::Add)] = timedelta_add;
  slots.binary[static_cast<int>(BinaryOp::Sub)] = timedelta_subtract;
  slots.binary[static_cast<int>(BinaryOp::Mul)] = timedelta_multiply;
  slots.binary[static_cast<int>(BinaryOp::Div)] = timedelta_true_divide;
  slots.binary[static_cast<int>(BinaryOp::FloorDiv)] = timedelta_floor_divide;
  slots.binary[static_cast<int>(BinaryOp::Mod)] = timedelta_modulo;
  define_class(vm, g_timedelta, {FN(timedelta_total_seconds), FN(timedelta_reduce)}, {&kDays, &kSeconds, &kMicroseconds});
  return module_set(vm, ns, "timedelta", g_timedelta);
}

}  // namespace coil
