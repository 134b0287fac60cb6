// Integers: construction, conversion to and from C numbers, comparison, hash. Arithmetic is in int_arithmetic.cpp, text in int_text.cpp, methods in
// builtins/int.cpp. Invariant: an exact int that fits 63 bits is always a small integer, so Int cells of the exact type are big.
#include <algorithm>
#include <cmath>
#include <cstring>

#include "objects/int_internal.hpp"

namespace coil {

MpzView::MpzView(Value v) {
  int64_t number;
  if (int_fast(v, &number)) {
    small_ = number < 0 ? -static_cast<uint64_t>(number) : static_cast<uint64_t>(number);
    mpz_->_mp_alloc = 1;
    mpz_->_mp_size = number == 0 ? 0 : number < 0 ? -1 : 1;
    mpz_->_mp_d = &small_;
  } else {
    Int* cell = v.as<Int>();
    small_ = 0;
    mpz_->_mp_alloc = cell->size < 0 ? -cell->size : cell->size;
    mpz_->_mp_size = cell->size;
    mpz_->_mp_d = cell->limbs;
  }
}

Result<Int*> new_int_cell(Vm& vm, size_t limb_count) {
  if (limb_count > static_cast<size_t>(kMaxIntLimbs)) return raise_memory_error(vm);
  return alloc_raw<Int>(vm, Kind::Int, sizeof(Int) + sizeof(mp_limb_t) * (limb_count ? limb_count - 1 : 0));
}

/// Takes a cell whose first `limb_count` limbs are the magnitude: strips zeros, makes it small when it fits.
Value finish_int_cell(Int* cell, size_t limb_count, bool negative) {
  while (limb_count && !cell->limbs[limb_count - 1]) limb_count--;
  if (limb_count == 0) return Value::small_int(0);
  if (limb_count == 1) {
    uint64_t magnitude = cell->limbs[0];
    if (magnitude <= uint64_t{1} << 62) {
      int64_t number = negative ? -static_cast<int64_t>(magnitude) : static_cast<int64_t>(magnitude);
      if (Value::fits_int(number)) return Value::small_int(number);
    }
  }
  cell->size = negative ? -static_cast<int32_t>(limb_count) : static_cast<int32_t>(limb_count);
  return cell;
}

Result<Value> make_int(Vm& vm, int64_t number) {
  if (Value::fits_int(number)) [[likely]] return Value::small_int(number);
  COIL_TRY(Int* cell, new_int_cell(vm, 1));
  cell->limbs[0] = number < 0 ? -static_cast<uint64_t>(number) : static_cast<uint64_t>(number);
  cell->size = number < 0 ? -1 : 1;
  return Value(cell);
}

Result<Value> make_int_u64(Vm& vm, uint64_t number) {
  if (number <= static_cast<uint64_t>(Value::kMaxInt)) return Value::small_int(static_cast<int64_t>(number));
  COIL_TRY(Int* cell, new_int_cell(vm, 1));
  cell->limbs[0] = number;
  cell->size = 1;
  return Value(cell);
}

Result<Value> make_int_mpz(Vm& vm, const mpz_t number) {
  size_t count = mpz_size(number);
  if (mpz_fits_slong_p(number)) return make_int(vm, mpz_get_si(number));
  COIL_TRY(Int* cell, new_int_cell(vm, count));
  std::memcpy(cell->limbs, mpz_limbs_read(number), count * sizeof(mp_limb_t));
  cell->size = mpz_sgn(number) < 0 ? -static_cast<int32_t>(count) : static_cast<int32_t>(count);
  return Value(cell);
}

Result<Value> int_for_class(Vm& vm, Class* cls, Value integer) {
  if (cls == vm.type(Kind::Int)) return exact_int(vm, integer);
  MpzView source(integer);
  size_t count = mpz_size(source.get());
  COIL_TRY(Int* cell, alloc_for_class<Int>(vm, cls, Kind::Int, sizeof(Int) + sizeof(mp_limb_t) * (count ? count - 1 : 0)));
  std::memcpy(cell->limbs, mpz_limbs_read(source.get()), count * sizeof(mp_limb_t));
  cell->size = mpz_sgn(source.get()) < 0 ? -static_cast<int32_t>(count) : static_cast<int32_t>(count);
  return Value(cell);
}

bool int_to_i64(Value v, int64_t* out) {
  if (int_fast(v, out)) return true;
  MpzView view(v);
  if (!mpz_fits_slong_p(view.get())) return false;
  *out = mpz_get_si(view.get());
  return true;
}

int int_sign(Value v) {
  int64_t number;
  if (int_fast(v, &number)) return number < 0 ? -1 : number > 0;
  int32_t size = v.as<Int>()->size;
  return size < 0 ? -1 : size > 0;
}

Result<Value> exact_int(Vm& vm, Value v) {
  if (v.is_small_int() || is_exact(v, Kind::Int)) return v;
  int64_t number;
  if (int_fast(v, &number)) return Value::small_int(number);
  MpzView view(v);
  return make_int_mpz(vm, view.get());
}

int int_compare(Value a, Value b) {
  int64_t x, y;
  if (int_fast(a, &x) && int_fast(b, &y)) return x < y ? -1 : x > y;
  MpzView left(a), right(b);
  int order = mpz_cmp(left.get(), right.get());
  return order < 0 ? -1 : order > 0;
}

int64_t int_hash(Value v) {
  constexpr uint64_t kModulus = (uint64_t{1} << 61) - 1;
  int64_t number;
  uint64_t rest;
  bool negative;
  if (int_fast(v, &number)) {
    negative = number < 0;
    rest = (negative ? -static_cast<uint64_t>(number) : static_cast<uint64_t>(number)) % kModulus;
  } else {
    Int* cell = v.as<Int>();
    negative = cell->size < 0;
    size_t count = static_cast<size_t>(negative ? -cell->size : cell->size);
    rest = count ? mpn_mod_1(cell->limbs, static_cast<mp_size_t>(count), kModulus) : 0;
  }
  int64_t hash = negative ? -static_cast<int64_t>(rest) : static_cast<int64_t>(rest);
  return hash == -1 ? -2 : hash;
}

uint64_t int_bit_length(Value v) {
  int64_t number;
  if (int_fast(v, &number)) {
    uint64_t magnitude = number < 0 ? -static_cast<uint64_t>(number) : static_cast<uint64_t>(number);
    return static_cast<uint64_t>(64 - std::countl_zero(magnitude));
  }
  MpzView view(v);
  return mpz_sgn(view.get()) ? mpz_sizeinbase(view.get(), 2) : 0;
}

// -- doubles

double scaled_nearest_double(const mpz_t magnitude, int64_t exponent, bool sticky) {
  if (mpz_sgn(magnitude) == 0) return 0.0;
  int64_t bits = static_cast<int64_t>(mpz_sizeinbase(magnitude, 2));
  int64_t top = bits + exponent;  // the value is in [2**(top-1), 2**top)
  if (top > 1024) return HUGE_VAL;
  if (top < -1074) return 0.0;
  // How many bits the result can hold: fewer for subnormal numbers. One rounding, so that none is done twice.
  int64_t precision = top >= -1021 ? 53 : 53 - (-1021 - top);
  int64_t drop = bits - precision;
  if (drop <= 0) {
    Mpz copy;
    mpz_set(copy.z, magnitude);
    return std::ldexp(mpz_get_d(copy.z), static_cast<int>(exponent));
  }
  Mpz kept;
  mpz_tdiv_q_2exp(kept.z, magnitude, static_cast<mp_bitcnt_t>(drop));
  mp_bitcnt_t half = static_cast<mp_bitcnt_t>(drop - 1);
  if (mpz_tstbit(magnitude, half)) {
    bool above = sticky || mpz_scan1(magnitude, 0) < half;
    if (above || mpz_odd_p(kept.z)) mpz_add_ui(kept.z, kept.z, 1);
  }
  return std::ldexp(mpz_get_d(kept.z), static_cast<int>(exponent + drop));
}

double int_nearest_double(Value v) {
  int64_t number;
  if (int_fast(v, &number)) return static_cast<double>(number);
  MpzView view(v);
  if (mpz_fits_slong_p(view.get())) return static_cast<double>(mpz_get_si(view.get()));
  mpz_t magnitude = {*view.get()};
  magnitude->_mp_size = std::abs(magnitude->_mp_size);
  double result = scaled_nearest_double(magnitude, 0, false);
  return mpz_sgn(view.get()) < 0 ? -result : result;
}

Result<double> int_to_double(Vm& vm, Value v) {
  double result = int_nearest_double(v);
  if (std::isinf(result)) return raise(vm, Exc::OverflowError, "int too large to convert to float");
  return result;
}

Result<double> as_double(Vm& vm, Value v) {
  if (v.is_float()) return v.as_float();
  if (v.is_small_int()) return static_cast<double>(v.small_int());
  return int_to_double(vm, v);
}

int int_double_compare(Value integer, double number) {
  if (std::isnan(number)) return 2;
  if (std::isinf(number)) return number > 0 ? -1 : 1;
  int64_t fast;
  if (int_fast(integer, &fast) && fast <= (int64_t{1} << 53) && fast >= -(int64_t{1} << 53)) {
    double as_number = static_cast<double>(fast);
    return as_number < number ? -1 : as_number > number;
  }
  MpzView view(integer);
  int order = mpz_cmp_d(view.get(), number);
  return order < 0 ? -1 : order > 0;
}

Result<Value> int_from_double(Vm& vm, double number) {
  if (std::isnan(number)) return raise_value_error(vm, "cannot convert float NaN to integer");
  if (std::isinf(number)) return raise(vm, Exc::OverflowError, "cannot convert float infinity to integer");
  if (number > -9e18 && number < 9e18) return make_int(vm, static_cast<int64_t>(number));
  Mpz big;
  mpz_set_d(big.z, number);
  return make_int_mpz(vm, big.z);
}

void double_to_ratio(double number, mpz_t numerator, uint64_t* shift_down) {
  int exponent;
  double fraction = std::frexp(number, &exponent);
  mpz_set_d(numerator, std::ldexp(fraction, 53));
  exponent -= 53;
  *shift_down = 0;
  if (mpz_sgn(numerator) == 0) return;
  if (exponent >= 0) {
    mpz_mul_2exp(numerator, numerator, static_cast<mp_bitcnt_t>(exponent));
    return;
  }
  mp_bitcnt_t zeros = mpz_scan1(numerator, 0);
  mp_bitcnt_t shift = std::min<mp_bitcnt_t>(zeros, static_cast<mp_bitcnt_t>(-exponent));
  mpz_tdiv_q_2exp(numerator, numerator, shift);
  *shift_down = static_cast<uint64_t>(-exponent) - shift;
}

}  // namespace coil
