// Module math, functions of integers: gcd, lcm, factorial, comb, perm, isqrt. Sizes are asked before GMP computes, as everywhere.
#include <climits>
#include <cstdlib>
#include <numeric>

#include "modules/math_internal.hpp"

namespace coil {

namespace {

constexpr uint64_t kMaxBits = static_cast<uint64_t>(kMaxIntLimbs) * 64;

Result<Value> fold_integers(Vm& vm, Value items, unsigned long start, void (*step)(mpz_ptr, mpz_srcptr, mpz_srcptr)) {
  Tuple* numbers = items.as<Tuple>();
  Mpz result;
  mpz_set_ui(result.z, start);
  for (size_t i = 0; i < numbers->size; i++) {
    COIL_TRY(Value number, index_reenter(vm, numbers->items[i]));
    if (mpz_sizeinbase(result.z, 2) + int_bit_length(number) > kMaxBits) return raise_memory_error(vm);
    MpzView view(number);
    step(result.z, result.z, view.get());
  }
  return make_int_mpz(vm, result.z);
}

/// The divisor of machine integers; false when there are others among them.
bool small_gcd(const Tuple* numbers, uint64_t* out) {
  *out = 0;
  for (size_t i = 0; i < numbers->size; i++) {
    if (!numbers->items[i].is_small_int()) return false;
    *out = std::gcd(*out, static_cast<uint64_t>(std::abs(numbers->items[i].small_int())));
  }
  return true;
}

NATIVE(math_gcd, "gcd(*integers)", "Greatest common divisor of the integers; 0 without any.") {
  uint64_t small;
  if (small_gcd(args[0].as<Tuple>(), &small)) return make_int_u64(vm, small);
  return fold_integers(vm, args[0], 0, mpz_gcd);
}
NATIVE(math_lcm, "lcm(*integers)", "Least common multiple of the integers; 1 without any.") {
  return fold_integers(vm, args[0], 1, mpz_lcm);
}

NATIVE(math_isqrt, "isqrt(n, /)", "The integer part of the square root of n.") {
  COIL_TRY(Value number, index_reenter(vm, args[0]));
  if (int_sign(number) < 0) return raise_value_error(vm, "isqrt() argument must be nonnegative");
  Mpz root;
  mpz_sqrt(root.z, MpzView(number).get());
  return make_int_mpz(vm, root.z);
}

/// Bits of a product of `count` factors not above the number: more than this module computes?
bool too_large(uint64_t count, Value number) {
  uint64_t bits;
  return __builtin_mul_overflow(count, int_bit_length(number), &bits) || bits > kMaxBits;
}

constexpr int64_t kLongFactorial = 1 << 20;
constexpr uint64_t kSimpleProduct = 32;

/// The product n * (n-1) * ... of `count` factors, in halves so that the factors stay of equal size.
Result<void> falling_product_reenter(Vm& vm, mpz_t out, const mpz_t top, uint64_t count) {
  mpz_set(out, top);
  Mpz lower_top, lower;
  if (count <= kSimpleProduct) {
    for (uint64_t i = 1; i < count; i++) {
      mpz_sub_ui(lower_top.z, top, i);
      mpz_mul(out, out, lower_top.z);
    }
    return ok();
  }
  uint64_t half = count / 2;
  COIL_CHECK(falling_product_reenter(vm, out, top, half));
  mpz_sub_ui(lower_top.z, top, half);
  COIL_CHECK(falling_product_reenter(vm, lower.z, lower_top.z, count - half));
  mpz_mul(out, out, lower.z);
  return check_interrupts_reenter(vm);
}

/// The same; the number's cell may be gone before the end.
Result<void> falling_product_reenter(Vm& vm, Mpz* out, Value top, uint64_t count) {
  Mpz first;
  mpz_set(first.z, MpzView(top).get());
  return falling_product_reenter(vm, out->z, first.z, count);
}

NATIVE(math_factorial, "factorial(n, /)", "n! of a non-negative integer.") {
  COIL_TRY(Value number, index_reenter(vm, args[0]));
  int64_t n;
  if (int_sign(number) < 0) return raise_value_error(vm, "factorial() not defined for negative values");
  if (!int_to_i64(number, &n)) {
    return raise(vm, Exc::OverflowError, "factorial() argument should not exceed %ld", LONG_MAX);
  }
  if (too_large(static_cast<uint64_t>(n), number)) return raise_memory_error(vm);
  Mpz result;
  // GMP's own way is the fastest, but does not stop for Ctrl-C.
  if (n < kLongFactorial) mpz_fac_ui(result.z, static_cast<unsigned long>(n));
  else COIL_CHECK(falling_product_reenter(vm, &result, number, static_cast<uint64_t>(n)));
  return make_int_mpz(vm, result.z);
}

NATIVE(math_perm, "perm(n, k=None, /)", "Ways to choose k of n items in order: n! / (n - k)!.") {
  COIL_TRY(Value n, index_reenter(vm, args[0]));
  Value k = n;
  if (!args.get(1, none()).is_none()) { COIL_TRY(k, index_reenter(vm, args[1])); }
  if (int_sign(n) < 0) {
    return raise_value_error(vm, args.get(1, none()).is_none() ? "factorial() not defined for negative values"
                                                               : "n must be a non-negative integer");
  }
  if (int_sign(k) < 0) return raise_value_error(vm, "k must be a non-negative integer");
  if (int_compare(n, k) < 0) return Value::small_int(0);
  int64_t count;
  if (!int_to_i64(k, &count)) return raise(vm, Exc::OverflowError, "k must not exceed %lld", LLONG_MAX);
  if (count == 0) return Value::small_int(1);
  if (too_large(static_cast<uint64_t>(count), n)) return raise_memory_error(vm);
  Mpz result;
  COIL_CHECK(falling_product_reenter(vm, &result, n, static_cast<uint64_t>(count)));
  return make_int_mpz(vm, result.z);
}

/// n choose k while it fits; false when it does not. Each division is exact: k numbers in a row are divisible by k!.
bool small_comb(int64_t n, int64_t k, int64_t* result) {
  int64_t product = 1, next;
  for (int64_t i = 0; i < k; i++) {
    if (!__builtin_mul_overflow(product, n - i, &next)) {
      product = next / (i + 1);
      continue;
    }
    auto wide = static_cast<__int128>(product) * (n - i) / (i + 1);
    if (wide > Value::kMaxInt) return false;
    product = static_cast<int64_t>(wide);
  }
  *result = product;
  return Value::fits_int(product);
}

NATIVE(math_comb, "comb(n, k, /)", "Ways to choose k of n items without order.") {
  COIL_TRY(Value n, index_reenter(vm, args[0]));
  COIL_TRY(Value k, index_reenter(vm, args[1]));
  if (int_sign(n) < 0) return raise_value_error(vm, "n must be a non-negative integer");
  if (int_sign(k) < 0) return raise_value_error(vm, "k must be a non-negative integer");
  if (int_compare(n, k) < 0) return Value::small_int(0);
  COIL_TRY(Value rest, int_binary(vm, BinaryOp::Sub, n, k));
  int64_t count;
  if (int_compare(rest, k) < 0) k = rest;
  if (!int_to_i64(k, &count)) return raise(vm, Exc::OverflowError, "min(n - k, k) must not exceed %lld", LLONG_MAX);
  int64_t small;
  if (n.is_small_int() && small_comb(n.small_int(), count, &small)) return Value::small_int(small);
  if (too_large(static_cast<uint64_t>(count), n)) return raise_memory_error(vm);
  Mpz result;
  mpz_bin_ui(result.z, MpzView(n).get(), static_cast<unsigned long>(count));
  return make_int_mpz(vm, result.z);
}

}  // namespace

std::initializer_list<const NativeSpec*> math_integer_functions() {
  static const std::initializer_list<const NativeSpec*> functions = {FN(math_gcd), FN(math_lcm), FN(math_isqrt),
                                                                     FN(math_factorial), FN(math_perm), FN(math_comb)};
  return functions;
}

}  // namespace coil
