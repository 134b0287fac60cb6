// Natural: the coefficients of decimal numbers while they are computed with. Natural numbers as GMP's limbs, most of them on the stack;
// GMP knows nothing of powers of ten, so scaling, dropping and counting decimal digits are here.
#pragma once

#include <gmp.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace coil {

using Wide128 = unsigned __int128;

/// A natural number that somebody else holds: `size` limbs, the lowest first, the last one not zero.
struct Limbs {
  const mp_limb_t* data;
  size_t size;

  bool is_zero() const { return size == 0; }
  bool is_small() const { return size <= 2; }
  /// When is_small().
  Wide128 small() const {
    if (size == 0) return 0;
    return size == 1 ? data[0] : (Wide128{data[1]} << 64) | data[0];
  }
  bool is_odd() const { return size && (data[0] & 1); }
};

/// What was cut off, as a part of the last digit kept.
enum class Tail : uint8_t { Zero, BelowHalf, Half, AboveHalf };

int compare(Limbs, Limbs);
/// Decimal digits; 1 for 0.
int64_t digit_count(Limbs);
/// The remainder of a division by a number below 2**32.
uint32_t remainder_by(Limbs, uint32_t divisor);
/// Decimal digits as text, "0" for 0.
void append_digits(std::string& out, Limbs);

/// A natural number of its own. An operation whose result cannot be had (memory) leaves it failed, and so do all later ones with it: ask
/// failed() at the end.
class Natural {
 public:
  Natural() = default;
  explicit Natural(Wide128 value) { set(value); }
  explicit Natural(Limbs value) { set(value); }
  ~Natural();
  Natural(const Natural&) = delete;

  operator Limbs() const { return {data_, size_}; }
  bool failed() const { return failed_; }
  bool is_zero() const { return size_ == 0; }

  void set(Wide128);
  void set(Limbs);
  /// From decimal digits.
  void set_digits(std::string_view digits);
  void set_product(Limbs, Limbs);
  /// value * 10**count; the value may be this number's own.
  void set_scaled(Limbs value, int64_t count);
  void set_power10(int64_t exponent) { set_scaled(Natural(Wide128{1}), exponent); }
  /// Of numbers that are not this one.
  void set_sum(Limbs, Limbs);
  /// |left - right|; true when the right one is larger.
  bool set_difference(Limbs left, Limbs right);
  /// The divisor is not zero; the remainder is another number.
  void set_quotient(Limbs dividend, Limbs divisor, Natural& remainder);
  /// The largest number whose square is at most `value`; true when it is exact.
  bool set_root(Limbs value);
  void scale(int64_t count) { set_scaled(*this, count); }
  void increment();
  /// Cuts off the last `count` digits (count >= 0).
  Tail drop(int64_t count);
  /// Cuts off zeros at the end, at most `most`; how many. The number is not zero.
  int64_t drop_zeros(int64_t most);

 private:
  static constexpr size_t kLocal = 8;

  bool reserve(size_t limbs);
  void normalise() {
    while (size_ && !data_[size_ - 1]) size_--;
  }
  mp_limb_t local_[kLocal];
  mp_limb_t* data_ = local_;
  size_t size_ = 0, capacity_ = kLocal;
  bool failed_ = false;
};

}  // namespace coil
