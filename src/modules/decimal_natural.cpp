#include "modules/decimal_natural.hpp"

#include <array>
#include <bit>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <vector>

#include "objects/number.hpp"

namespace coil {

namespace {

constexpr int64_t kTablePowers = 78;  // those below 2**256
constexpr int64_t kSmallPowers = 39;  // those below 2**128

struct Power {
  mp_limb_t limbs[4];
  size_t size;
};

constexpr std::array<Power, kTablePowers> make_powers() {
  std::array<Power, kTablePowers> powers{};
  powers[0] = {{1}, 1};
  for (size_t i = 1; i < powers.size(); i++) {
    Wide128 carry = 0;
    for (size_t k = 0; k < 4; k++) {
      carry += Wide128{powers[i - 1].limbs[k]} * 10;
      powers[i].limbs[k] = static_cast<mp_limb_t>(carry);
      carry >>= 64;
      if (powers[i].limbs[k]) powers[i].size = k + 1;
    }
  }
  return powers;
}
constexpr std::array<Power, kTablePowers> kPowers = make_powers();

Limbs table_power(int64_t exponent) { return {kPowers[exponent].limbs, kPowers[exponent].size}; }
Wide128 small_power(int64_t exponent) { return (Wide128{kPowers[exponent].limbs[1]} << 64) | kPowers[exponent].limbs[0]; }

/// 10**exponent, from the table or computed.
class Power10 {
 public:
  explicit Power10(int64_t exponent) {
    if (exponent < kTablePowers) limbs_ = table_power(exponent);
    else {
      mpz_ui_pow_ui(big_.z, 10, static_cast<unsigned long>(exponent));
      limbs_ = {mpz_limbs_read(big_.z), mpz_size(big_.z)};
    }
  }
  operator Limbs() const { return limbs_; }

 private:
  Mpz big_;
  Limbs limbs_;
};

/// More digits than any coefficient in memory has.
constexpr int64_t kMaxDigits = kMaxIntLimbs * 19;

size_t bit_count(Limbs number) { return number.size * 64 - static_cast<size_t>(std::countl_zero(number.data[number.size - 1])); }

template <class T>
int64_t cut_zeros(T& value, int64_t most) {
  int64_t cut = 0;
  for (int64_t step = 16; step; step /= 2) {
    T power = static_cast<T>(small_power(step));
    while (cut + step <= most && value % power == 0) {
      value /= power;
      cut += step;
    }
  }
  return cut;
}

Tail tail_of(Wide128 rest, Wide128 divisor) {
  if (rest == 0) return Tail::Zero;
  Wide128 other = divisor - rest;
  return rest < other ? Tail::BelowHalf : rest == other ? Tail::Half : Tail::AboveHalf;
}

}  // namespace

int compare(Limbs left, Limbs right) {
  if (left.size != right.size) return left.size < right.size ? -1 : 1;
  if (left.size == 0) return 0;
  int order = mpn_cmp(left.data, right.data, static_cast<mp_size_t>(left.size));
  return (order > 0) - (order < 0);
}

int64_t digit_count(Limbs number) {
  if (number.size == 0) return 1;
  size_t bits = bit_count(number);
  if (number.size <= 4) {
    // As many digits as 2**(bits - 1) has, or one more. The factor is log10(2), precise enough for 256 bits.
    auto least = static_cast<int64_t>((bits - 1) * 78913 >> 18) + 1;
    if (number.size <= 2) return least + (least < kSmallPowers && number.small() >= small_power(least));
    return least + (least < kTablePowers && compare(number, table_power(least)) >= 0);
  }
  mp_limb_t top = number.data[number.size - 1], next = number.data[number.size - 2];
  long double logarithm = std::log10(static_cast<long double>(top) + static_cast<long double>(next) * 0x1p-64L) +
                          static_cast<long double>(number.size - 1) * 64 * std::log10(2.0L);
  auto whole = static_cast<int64_t>(logarithm);
  long double fraction = logarithm - static_cast<long double>(whole);
  if (fraction > 1e-8L && fraction < 1 - 1e-8L) return whole + 1;
  int64_t exponent = fraction > 0.5L ? whole + 1 : whole;
  return compare(number, Power10(exponent)) < 0 ? exponent : exponent + 1;
}

uint32_t remainder_by(Limbs number, uint32_t divisor) {
  if (number.size == 0) return 0;
  return static_cast<uint32_t>(mpn_mod_1(number.data, static_cast<mp_size_t>(number.size), divisor));
}

void append_digits(std::string& out, Limbs number) {
  if (number.size <= 2) {
    char text[40];
    char* at = text + sizeof text;
    Wide128 rest = number.small();
    constexpr uint64_t kChunk = 10'000'000'000'000'000'000u;
    while (rest > UINT64_MAX) {
      auto low = static_cast<uint64_t>(rest % kChunk);
      rest /= kChunk;
      for (int i = 0; i < 19; i++, low /= 10) *--at = static_cast<char>('0' + low % 10);
    }
    for (auto low = static_cast<uint64_t>(rest); low; low /= 10) *--at = static_cast<char>('0' + low % 10);
    if (at == text + sizeof text) *--at = '0';
    out.append(at, text + sizeof text);
    return;
  }
  mpz_t view;
  mpz_roinit_n(view, number.data, static_cast<mp_size_t>(number.size));
  size_t at = out.size();
  out.resize(at + mpz_sizeinbase(view, 10) + 1);
  mpz_get_str(out.data() + at, 10, view);
  out.resize(at + std::strlen(out.data() + at));
}

Natural::~Natural() {
  if (data_ != local_) std::free(data_);
}

bool Natural::reserve(size_t limbs) {
  if (limbs <= capacity_ && !failed_) return true;
  if (failed_ || limbs > static_cast<size_t>(kMaxIntLimbs)) {
    failed_ = true;
    size_ = 0;
    return false;
  }
  auto* grown = static_cast<mp_limb_t*>(std::malloc(limbs * sizeof(mp_limb_t)));
  if (!grown) {
    failed_ = true;
    size_ = 0;
    return false;
  }
  std::memcpy(grown, data_, size_ * sizeof(mp_limb_t));
  if (data_ != local_) std::free(data_);
  data_ = grown;
  capacity_ = limbs;
  return true;
}

void Natural::set(Wide128 value) {
  data_[0] = static_cast<mp_limb_t>(value);
  data_[1] = static_cast<mp_limb_t>(value >> 64);
  size_ = data_[1] ? 2 : data_[0] ? 1 : 0;
}

void Natural::set(Limbs value) {
  if (value.data == data_ || !reserve(value.size)) return;
  std::memcpy(data_, value.data, value.size * sizeof(mp_limb_t));
  size_ = value.size;
}

void Natural::set_digits(std::string_view digits) {
  while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
  if (digits.size() <= 38) {
    Wide128 value = 0;
    size_t at = 0;
    while (at < digits.size()) {
      uint64_t chunk = 0, power = 1;
      for (size_t end = std::min(at + 19, digits.size()); at < end; at++, power *= 10) chunk = chunk * 10 + static_cast<uint64_t>(digits[at] - '0');
      value = value * power + chunk;
    }
    return set(value);
  }
  if (digits.size() > static_cast<size_t>(kMaxDigits) || !reserve(digits.size() / 19 + 2)) {
    failed_ = true;
    return;
  }
  std::vector<unsigned char> values(digits.begin(), digits.end());
  for (unsigned char& digit : values) digit = static_cast<unsigned char>(digit - '0');
  size_ = static_cast<size_t>(mpn_set_str(data_, values.data(), values.size(), 10));
  normalise();
}

void Natural::set_product(Limbs left, Limbs right) {
  if (left.size < right.size) std::swap(left, right);
  if (right.size == 0) return set(Wide128{0});
  if (left.size == 1) return set(Wide128{left.data[0]} * right.data[0]);
  size_t size = left.size + right.size;
  if (left.data == data_ || right.data == data_) {
    Natural product;
    product.set_product(left, right);
    failed_ |= product.failed_;
    return set(product);
  }
  if (!reserve(size)) return;
  mpn_mul(data_, left.data, static_cast<mp_size_t>(left.size), right.data, static_cast<mp_size_t>(right.size));
  size_ = size;
  normalise();
}

void Natural::set_scaled(Limbs value, int64_t count) {
  if (count == 0 || value.size == 0) return set(value);
  if (value.size == 1 && count < 20) return set(Wide128{value.data[0]} * kPowers[count].limbs[0]);
  if (count > kMaxDigits) {
    failed_ = true;
    return;
  }
  set_product(value, Power10(count));
}

void Natural::set_sum(Limbs left, Limbs right) {
  if (left.size < right.size) std::swap(left, right);
  if (left.size < 2) return set(left.small() + right.small());
  if (!reserve(left.size + 1)) return;
  mp_limb_t carry = right.size == 0 ? (set(left), 0)
                                    : mpn_add(data_, left.data, static_cast<mp_size_t>(left.size), right.data, static_cast<mp_size_t>(right.size));
  size_ = left.size;
  if (carry) data_[size_++] = carry;
}

bool Natural::set_difference(Limbs left, Limbs right) {
  bool swapped = compare(left, right) < 0;
  if (swapped) std::swap(left, right);
  if (left.size <= 2) {
    set(left.small() - right.small());
    return swapped;
  }
  if (!reserve(left.size)) return swapped;
  if (right.size) mpn_sub(data_, left.data, static_cast<mp_size_t>(left.size), right.data, static_cast<mp_size_t>(right.size));
  else set(left);
  size_ = left.size;
  normalise();
  return swapped;
}

void Natural::set_quotient(Limbs dividend, Limbs divisor, Natural& remainder) {
  if (dividend.size < divisor.size) {
    remainder.set(dividend);
    return set(Wide128{0});
  }
  if (dividend.size <= 2) {
    Wide128 a = dividend.small(), b = divisor.small();
    remainder.set(a % b);
    return set(a / b);
  }
  size_t size = dividend.size - divisor.size + 1;
  if (!remainder.reserve(divisor.size) || !reserve(size)) {
    failed_ = true;
    return;
  }
  mpn_tdiv_qr(data_, remainder.data_, 0, dividend.data, static_cast<mp_size_t>(dividend.size), divisor.data, static_cast<mp_size_t>(divisor.size));
  size_ = size;
  remainder.size_ = divisor.size;
  normalise();
  remainder.normalise();
}

bool Natural::set_root(Limbs value) {
  if (value.size == 0) {
    set(value);
    return true;
  }
  if (!reserve((value.size + 1) / 2)) return true;
  Natural rest;
  if (!rest.reserve(value.size)) {
    failed_ = true;
    return true;
  }
  mp_size_t left = mpn_sqrtrem(data_, rest.data_, value.data, static_cast<mp_size_t>(value.size));
  size_ = (value.size + 1) / 2;
  normalise();
  return left == 0;
}

void Natural::increment() {
  if (size_ == 0) return set(Wide128{1});
  if (!reserve(size_ + 1)) return;
  if (mp_limb_t carry = mpn_add_1(data_, data_, static_cast<mp_size_t>(size_), 1)) data_[size_++] = carry;
}

Tail Natural::drop(int64_t count) {
  if (count == 0 || size_ == 0) return Tail::Zero;
  if (size_ <= 2 && count < kSmallPowers) {
    Wide128 value = Limbs(*this).small(), divisor = small_power(count);
    if ((value | divisor) <= UINT64_MAX) {
      auto low = static_cast<uint64_t>(value), power = static_cast<uint64_t>(divisor);
      set(Wide128{low / power});
      return tail_of(low % power, power);
    }
    Wide128 quotient = value / divisor;
    set(quotient);
    return tail_of(value - quotient * divisor, divisor);
  }
  if (count > digit_count(*this)) {
    set(Wide128{0});
    return Tail::BelowHalf;
  }
  Power10 divisor(count);
  Natural quotient, rest, other;
  quotient.set_quotient(*this, divisor, rest);
  other.set_difference(divisor, rest);
  failed_ |= quotient.failed_ | rest.failed_ | other.failed_;
  if (failed_) return Tail::Zero;
  set(quotient);
  if (rest.is_zero()) return Tail::Zero;
  int order = compare(rest, other);
  return order < 0 ? Tail::BelowHalf : order == 0 ? Tail::Half : Tail::AboveHalf;
}

int64_t Natural::drop_zeros(int64_t most) {
  int64_t cut = 0;
  // Powers of ten are powers of two: the low bits bound the zeros without a division.
  auto bound = static_cast<int64_t>(mpn_scan1(data_, 0));
  most = std::min(most, bound);
  for (int64_t step = std::bit_floor(static_cast<uint64_t>(std::max<int64_t>(most, 0))); step && size_ > 2; step /= 2) {
    if (cut + step > most) continue;
    Power10 divisor(step);
    Natural quotient, rest;
    quotient.set_quotient(*this, divisor, rest);
    if ((failed_ |= quotient.failed_ | rest.failed_)) return cut;
    if (!rest.is_zero()) continue;
    set(quotient);
    cut += step;
  }
  if (size_ == 0 || size_ > 2) return cut;
  Wide128 value = Limbs(*this).small();
  if (value <= UINT64_MAX) {
    auto low = static_cast<uint64_t>(value);
    cut += cut_zeros(low, most - cut);
    set(Wide128{low});
  } else {
    cut += cut_zeros(value, most - cut);
    set(value);
  }
  return cut;
}

}  // namespace coil
