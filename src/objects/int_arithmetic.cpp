// Arithmetic on integers of any size. Small operands first; big ones through GMP. GMP ends the process when it cannot allocate, so
// every operation asks for the size of its result first (kMaxIntLimbs).
#include <bit>
#include <cmath>
#include <cstdlib>

#include "objects/containers.hpp"
#include "objects/int_internal.hpp"

namespace coil {

namespace {

constexpr uint64_t kMaxBits = static_cast<uint64_t>(kMaxIntLimbs) * 64;
/// Products above this size take long enough to ask for Ctrl-C after each.
constexpr size_t kInterruptibleLimbs = 10000;

Value not_implemented() { return Value(&not_implemented_cell); }

Error raise_zero_division(Vm& vm, const char* text) { return raise(vm, Exc::ZeroDivisionError, "%s", text); }

Result<Value> add_big(Vm& vm, Value a, Value b, bool subtract) {
  MpzView left(a), right(b);
  const mp_limb_t* x = mpz_limbs_read(left.get());
  const mp_limb_t* y = mpz_limbs_read(right.get());
  mp_size_t x_size = static_cast<mp_size_t>(mpz_size(left.get())), y_size = static_cast<mp_size_t>(mpz_size(right.get()));
  bool x_negative = mpz_sgn(left.get()) < 0, y_negative = (mpz_sgn(right.get()) < 0) != subtract;
  if (x_size < y_size || (x_size == y_size && x_size && mpn_cmp(x, y, x_size) < 0)) {
    std::swap(x, y);
    std::swap(x_size, y_size);
    std::swap(x_negative, y_negative);
  }
  COIL_TRY(Int* cell, new_int_cell(vm, static_cast<size_t>(x_size) + 1));
  if (x_size == 0) return Value::small_int(0);
  if (x_negative == y_negative) {
    cell->limbs[x_size] = y_size ? mpn_add(cell->limbs, x, x_size, y, y_size) : (mpn_copyi(cell->limbs, x, x_size), 0);
    return finish_int_cell(cell, static_cast<size_t>(x_size) + 1, x_negative);
  }
  if (y_size) mpn_sub(cell->limbs, x, x_size, y, y_size);
  else mpn_copyi(cell->limbs, x, x_size);
  return finish_int_cell(cell, static_cast<size_t>(x_size), x_negative);
}

Result<Value> multiply_big(Vm& vm, Value a, Value b) {
  MpzView left(a), right(b);
  const mp_limb_t* x = mpz_limbs_read(left.get());
  const mp_limb_t* y = mpz_limbs_read(right.get());
  mp_size_t x_size = static_cast<mp_size_t>(mpz_size(left.get())), y_size = static_cast<mp_size_t>(mpz_size(right.get()));
  if (x_size == 0 || y_size == 0) return Value::small_int(0);
  bool negative = (mpz_sgn(left.get()) < 0) != (mpz_sgn(right.get()) < 0);
  COIL_TRY(Int* cell, new_int_cell(vm, static_cast<size_t>(x_size + y_size)));
  if (x_size >= y_size) mpn_mul(cell->limbs, x, x_size, y, y_size);
  else mpn_mul(cell->limbs, y, y_size, x, x_size);
  return finish_int_cell(cell, static_cast<size_t>(x_size + y_size), negative);
}

Result<Value> true_divide(Vm& vm, Value a, Value b) {
  int64_t x, y;
  if (int_sign(b) == 0) return raise_zero_division(vm, "division by zero");
  constexpr int64_t kExact = int64_t{1} << 53;
  if (int_fast(a, &x) && int_fast(b, &y) && x >= -kExact && x <= kExact && y >= -kExact && y <= kExact) {
    return make_float(vm, static_cast<double>(x) / static_cast<double>(y));
  }
  // One integer division that leaves at least 64 bits of quotient; the remainder only says which way to round.
  bool negative = (int_sign(a) < 0) != (int_sign(b) < 0);
  MpzView left(a), right(b);
  if (mpz_sgn(left.get()) == 0) return make_float(vm, negative ? -0.0 : 0.0);
  int64_t shift = 66 - (static_cast<int64_t>(int_bit_length(a)) - static_cast<int64_t>(int_bit_length(b)));
  double result;
  if (shift < -2000) {
    result = HUGE_VAL;
  } else if (shift > 2000) {
    result = 0.0;
  } else {
    Mpz dividend, divisor, rest;
    mpz_abs(dividend.z, left.get());
    mpz_abs(divisor.z, right.get());
    if (shift > 0) mpz_mul_2exp(dividend.z, dividend.z, static_cast<mp_bitcnt_t>(shift));
    else mpz_mul_2exp(divisor.z, divisor.z, static_cast<mp_bitcnt_t>(-shift));
    mpz_tdiv_qr(dividend.z, rest.z, dividend.z, divisor.z);
    result = scaled_nearest_double(dividend.z, -shift, mpz_sgn(rest.z) != 0);
  }
  if (std::isinf(result)) return raise(vm, Exc::OverflowError, "integer division result too large for a float");
  return make_float(vm, negative ? -result : result);
}

/// Left to right, bit by bit, so that Ctrl-C is answered between the steps. Factors of two are shifted in at the end.
Result<Value> big_power(Vm& vm, Value base, uint64_t exponent) {
  Mpz odd, result;
  const mp_bitcnt_t twos = mpz_scan1(MpzView(base).get(), 0);
  mpz_tdiv_q_2exp(odd.z, MpzView(base).get(), twos);
  mpz_set(result.z, odd.z);
  for (int bit = std::bit_width(exponent) - 2; bit >= 0; bit--) {
    mpz_mul(result.z, result.z, result.z);
    if (exponent >> bit & 1) mpz_mul(result.z, result.z, odd.z);
    if (mpz_size(result.z) > kInterruptibleLimbs) COIL_CHECK(check_interrupts_reenter(vm));
  }
  mpz_mul_2exp(result.z, result.z, twos * exponent);
  return make_int_mpz(vm, result.z);
}

Result<Value> power(Vm& vm, Value base, Value exponent) {
  if (int_sign(exponent) < 0) {
    COIL_TRY(double x, int_to_double(vm, base));
    COIL_TRY(double y, int_to_double(vm, exponent));
    return float_binary(vm, BinaryOp::Pow, x, y);
  }
  int64_t x, y;
  if (int_fast(base, &x)) {
    bool has_exponent = int_to_i64(exponent, &y);
    if (has_exponent && y == 0) return Value::small_int(1);
    if (x == 0 || x == 1) return Value::small_int(x);
    if (x == -1) return Value::small_int(mpz_odd_p(MpzView(exponent).get()) ? -1 : 1);
    if (has_exponent && y < 64) {
      int64_t result = 1, factor = x;
      uint64_t rest = static_cast<uint64_t>(y);
      bool overflow = false;
      while (rest && !overflow) {
        if (rest & 1) overflow = __builtin_mul_overflow(result, factor, &result);
        rest >>= 1;
        if (rest && !overflow) overflow = __builtin_mul_overflow(factor, factor, &factor);
      }
      if (!overflow) return make_int(vm, result);
    }
  }
  if (!int_to_i64(exponent, &y)) return raise_memory_error(vm);
  if (y == 0) return Value::small_int(1);
  uint64_t bits = int_bit_length(base), total;
  if (__builtin_mul_overflow(bits, static_cast<uint64_t>(y), &total) || total > kMaxBits) return raise_memory_error(vm);
  return big_power(vm, base, static_cast<uint64_t>(y));
}

Result<Value> shift_left(Vm& vm, Value a, Value b) {
  if (int_sign(b) < 0) return raise_value_error(vm, "negative shift count");
  if (int_sign(a) == 0) return Value::small_int(0);
  int64_t x, count;
  if (!int_to_i64(b, &count)) {
    // CPython counts digits of 30 bits; more of them than its address space holds are another error.
    Mpz digits;
    mpz_tdiv_q_ui(digits.z, MpzView(b).get(), 30);
    if (mpz_cmp_ui(digits.z, (uint64_t{1} << 61) - 8) < 0) return raise_memory_error(vm);
    return raise(vm, Exc::OverflowError, "too many digits in integer");
  }
  if (int_fast(a, &x) && count < 62) {
    int64_t shifted = static_cast<int64_t>(static_cast<uint64_t>(x) << count);
    if (shifted >> count == x && Value::fits_int(shifted)) return Value::small_int(shifted);
  }
  if (static_cast<uint64_t>(count) > kMaxBits || int_bit_length(a) + static_cast<uint64_t>(count) > kMaxBits) {
    return raise_memory_error(vm);
  }
  MpzView source(a);
  mp_size_t size = static_cast<mp_size_t>(mpz_size(source.get()));
  size_t words = static_cast<size_t>(count) / 64;
  unsigned rest = static_cast<unsigned>(count % 64);
  COIL_TRY(Int* cell, new_int_cell(vm, static_cast<size_t>(size) + words + 1));
  mpn_zero(cell->limbs, static_cast<mp_size_t>(words));
  mp_limb_t* out = cell->limbs + words;
  if (rest) {
    out[size] = mpn_lshift(out, mpz_limbs_read(source.get()), size, rest);
  } else {
    mpn_copyi(out, mpz_limbs_read(source.get()), size);
    out[size] = 0;
  }
  return finish_int_cell(cell, static_cast<size_t>(size) + words + 1, mpz_sgn(source.get()) < 0);
}

Result<Value> shift_right(Vm& vm, Value a, Value b) {
  if (int_sign(b) < 0) return raise_value_error(vm, "negative shift count");
  int64_t x, count;
  bool has_count = int_to_i64(b, &count);
  if (int_fast(a, &x)) {
    if (!has_count || count > 63) return Value::small_int(x < 0 ? -1 : 0);
    return Value::small_int(x >> count);
  }
  if (!has_count) return Value::small_int(int_sign(a) < 0 ? -1 : 0);
  Mpz result;
  mpz_fdiv_q_2exp(result.z, MpzView(a).get(), static_cast<mp_bitcnt_t>(count));
  return make_int_mpz(vm, result.z);
}

Result<Value> small_binary(Vm& vm, BinaryOp op, int64_t x, int64_t y, bool* handled) {
  *handled = true;
  switch (op) {
    case BinaryOp::Add: return make_int(vm, x + y);
    case BinaryOp::Sub: return make_int(vm, x - y);
    case BinaryOp::Mul: {
      int64_t product;
      if (!__builtin_mul_overflow(x, y, &product)) return make_int(vm, product);
      break;
    }
    case BinaryOp::FloorDiv: {
      if (y == 0) return raise_zero_division(vm, "integer division or modulo by zero");
      int64_t quotient = x / y;
      if (x % y != 0 && (x ^ y) < 0) quotient--;
      return make_int(vm, quotient);
    }
    case BinaryOp::Mod: {
      if (y == 0) return raise_zero_division(vm, "integer modulo by zero");
      int64_t rest = x % y;
      if (rest != 0 && (rest ^ y) < 0) rest += y;
      return Value::small_int(rest);
    }
    case BinaryOp::And: return Value::small_int(x & y);
    case BinaryOp::Or: return Value::small_int(x | y);
    case BinaryOp::Xor: return Value::small_int(x ^ y);
    default: break;
  }
  *handled = false;
  return none();
}

}  // namespace

Result<Value> int_binary(Vm& vm, BinaryOp op, Value a, Value b) {
  int64_t x, y;
  if (int_fast(a, &x) && int_fast(b, &y)) {
    bool handled;
    Result<Value> result = small_binary(vm, op, x, y, &handled);
    if (handled) return result;
  }
  switch (op) {
    case BinaryOp::Add: return add_big(vm, a, b, false);
    case BinaryOp::Sub: return add_big(vm, a, b, true);
    case BinaryOp::Mul: return multiply_big(vm, a, b);
    case BinaryOp::Div: return true_divide(vm, a, b);
    case BinaryOp::Pow: return power(vm, a, b);
    case BinaryOp::LShift: return shift_left(vm, a, b);
    case BinaryOp::RShift: return shift_right(vm, a, b);
    case BinaryOp::MatMul:
    case BinaryOp::kCount: return not_implemented();
    default: break;
  }
  MpzView left(a), right(b);
  Mpz result;
  switch (op) {
    case BinaryOp::FloorDiv:
      if (mpz_sgn(right.get()) == 0) return raise_zero_division(vm, "integer division or modulo by zero");
      mpz_fdiv_q(result.z, left.get(), right.get());
      break;
    case BinaryOp::Mod:
      if (mpz_sgn(right.get()) == 0) return raise_zero_division(vm, "integer modulo by zero");
      mpz_fdiv_r(result.z, left.get(), right.get());
      break;
    case BinaryOp::And: mpz_and(result.z, left.get(), right.get()); break;
    case BinaryOp::Or: mpz_ior(result.z, left.get(), right.get()); break;
    default: mpz_xor(result.z, left.get(), right.get()); break;
  }
  return make_int_mpz(vm, result.z);
}

Result<Value> int_divmod(Vm& vm, Value a, Value b) {
  Value quotient, rest;
  if (a.is_small_int() && b.is_small_int()) {
    COIL_TRY(quotient, int_binary(vm, BinaryOp::FloorDiv, a, b));
    COIL_TRY(rest, int_binary(vm, BinaryOp::Mod, a, b));
  } else {
    if (int_sign(b) == 0) return raise_zero_division(vm, "integer division or modulo by zero");
    Mpz q, r;
    mpz_fdiv_qr(q.z, r.z, MpzView(a).get(), MpzView(b).get());
    COIL_TRY(quotient, make_int_mpz(vm, q.z));
    COIL_TRY(rest, make_int_mpz(vm, r.z));
  }
  return make_tuple(vm, {quotient, rest});
}

Result<Value> int_negate(Vm& vm, Value v) {
  int64_t number;
  if (int_fast(v, &number)) return make_int(vm, -number);
  return add_big(vm, Value::small_int(0), v, true);
}

Result<Value> int_invert(Vm& vm, Value v) {
  int64_t number;
  if (int_fast(v, &number)) return make_int(vm, ~number);
  return add_big(vm, Value::small_int(-1), v, true);
}

Result<Value> int_abs(Vm& vm, Value v) { return int_sign(v) < 0 ? int_negate(vm, v) : exact_int(vm, v); }

Result<Value> int_pow_mod(Vm& vm, Value base, Value exponent, Value modulus) {
  if (modulus.is_none()) return int_binary(vm, BinaryOp::Pow, base, exponent);
  if (int_sign(modulus) == 0) return raise_value_error(vm, "pow() 3rd argument cannot be 0");
  MpzView divisor(modulus), power(exponent);
  Mpz factor, result;
  mpz_set(factor.z, MpzView(base).get());
  Mpz positive_exponent;
  mpz_abs(positive_exponent.z, power.get());
  if (mpz_sgn(power.get()) < 0) {
    // GMP finds no inverse modulo 1; everything is 0 there.
    if (mpz_cmpabs_ui(divisor.get(), 1) != 0 && !mpz_invert(factor.z, factor.z, divisor.get())) {
      return raise_value_error(vm, "base is not invertible for the given modulus");
    }
  }
  mpz_powm(result.z, factor.z, positive_exponent.z, divisor.get());
  if (mpz_sgn(result.z) != 0 && mpz_sgn(divisor.get()) < 0) mpz_add(result.z, result.z, divisor.get());
  return make_int_mpz(vm, result.z);
}

Result<Value> int_round(Vm& vm, Value v, Value ndigits) {
  if (int_sign(ndigits) >= 0) return exact_int(vm, v);
  int64_t digits;
  // More digits than the number has: zero, without computing the power.
  if (!int_to_i64(ndigits, &digits) || static_cast<uint64_t>(-digits) > int_bit_length(v)) return Value::small_int(0);
  Mpz unit, quotient, rest;
  mpz_ui_pow_ui(unit.z, 10, static_cast<unsigned long>(-digits));
  mpz_fdiv_qr(quotient.z, rest.z, MpzView(v).get(), unit.z);
  mpz_mul_2exp(rest.z, rest.z, 1);
  int order = mpz_cmp(rest.z, unit.z);
  if (order > 0 || (order == 0 && mpz_odd_p(quotient.z))) mpz_add_ui(quotient.z, quotient.z, 1);
  mpz_mul(quotient.z, quotient.z, unit.z);
  return make_int_mpz(vm, quotient.z);
}

}  // namespace coil
