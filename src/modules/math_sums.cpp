// Module math, functions of many numbers: exact sums (fsum), products (prod), norms (hypot, dist). The norms do CPython's
// compensated summation, so that the last bits agree.
#include <cmath>
#include <cstdlib>

#include "modules/math_internal.hpp"
#include "objects/iteration.hpp"

namespace coil {

namespace {

/// Numbers outside the heap: they are no Values, so the collector need not see them.
class Doubles {
 public:
  ~Doubles() { std::free(data_); }
  bool add(double number) {
    if (size_ == capacity_) {
      size_t capacity = capacity_ ? capacity_ * 2 : 32;
      void* grown = std::realloc(data_, capacity * sizeof(double));
      if (!grown) return false;
      data_ = static_cast<double*>(grown);
      capacity_ = capacity;
    }
    data_[size_++] = number;
    return true;
  }
  double& operator[](size_t i) { return data_[i]; }
  size_t size() const { return size_; }
  void resize_down(size_t size) { size_ = size; }

 private:
  double* data_ = nullptr;
  size_t size_ = 0, capacity_ = 0;
};

NATIVE(math_fsum, "fsum(seq, /)", "Sum of the numbers, rounded once at the end.") {
  COIL_TRY(Value iterator, iter_reenter(vm, args[0]));
  Doubles partials;  // they do not overlap, smallest first; their exact sum is the sum so far
  double special_sum = 0, infinity_sum = 0;
  NextFn next = next_function(iterator);
  for (uint32_t round = 1;; round++) {
    if (round % 65536 == 0) COIL_CHECK(check_interrupts_reenter(vm));
    COIL_TRY(Value item, next(vm, iterator));
    if (item.is_stop()) break;
    COIL_TRY(double x, number_as_double_reenter(vm, item));
    double given = x;
    size_t kept = 0;
    for (size_t i = 0; i < partials.size(); i++) {
      double y = partials[i];
      if (std::fabs(x) < std::fabs(y)) std::swap(x, y);
      double high = x + y;
      double low = y - (high - x);
      if (low != 0) partials[kept++] = low;
      x = high;
    }
    partials.resize_down(kept);
    if (x == 0) continue;
    if (!std::isfinite(x)) {
      if (std::isfinite(given)) return raise(vm, Exc::OverflowError, "intermediate overflow in fsum");
      if (std::isinf(given)) infinity_sum += given;
      special_sum += given;
      partials.resize_down(0);
    } else if (!partials.add(x)) {
      return raise_memory_error(vm);
    }
  }
  if (special_sum != 0) {
    if (std::isnan(infinity_sum)) return raise_value_error(vm, "-inf + inf in fsum");
    return make_float(vm, special_sum);
  }
  double high = 0;
  size_t n = partials.size();
  if (n > 0) {
    high = partials[--n];
    double low = 0;
    while (n > 0) {
      double x = high, y = partials[--n];
      high = x + y;
      low = y - (high - x);
      if (low != 0) break;
    }
    // Half-even: when the rest points the way the rounding went, the halfway case was none.
    if (n > 0 && ((low < 0 && partials[n - 1] < 0) || (low > 0 && partials[n - 1] > 0))) {
      double y = low * 2, x = high + y;
      if (y == x - high) high = x;
    }
  }
  return make_float(vm, high);
}

Result<Value> product_reenter(Vm& vm, Value a, Value b) {
  int64_t product;
  if (a.is_small_int() && b.is_small_int() && !__builtin_mul_overflow(a.small_int(), b.small_int(), &product) && Value::fits_int(product)) {
    return Value::small_int(product);
  }
  if (a.is_inline_float() && b.is_inline_float()) return make_float(vm, a.inline_float() * b.inline_float());
  return binary_reenter(vm, BinaryOp::Mul, a, b);
}

NATIVE(math_prod, "prod(iterable, /, *, start=1)", "Product of the start value and all items.") {
  Value result = args.get(1, Value::small_int(1));
  COIL_TRY(Value iterator, iter_reenter(vm, args[0]));
  NextFn next = next_function(iterator);
  for (uint32_t round = 1;; round++) {
    if (round % 65536 == 0) COIL_CHECK(check_interrupts_reenter(vm));
    COIL_TRY(Value item, next(vm, iterator));
    if (item.is_stop()) return result;
    COIL_TRY(result, product_reenter(vm, result, item));
  }
}

/// A sum that keeps what rounding loses, and its error terms.
struct CompensatedSum {
  double sum = 1.0;
  void add(double x, double& lost) {
    double before = sum;
    sum += x;
    lost += (before - sum) + x;
  }
};

struct Split {
  double high, low;
  explicit Split(double x) {
    constexpr double kSplitter = 134217729.0;  // 2**27 + 1
    double scaled = x * kSplitter;
    high = scaled - (scaled - x);
    low = x - high;
  }
};

/// Square root of the sum of squares of the absolute values.
double norm(Doubles& numbers, double largest, bool found_nan) {
  if (std::isinf(largest)) return largest;
  if (found_nan) return std::nan("");
  if (largest == 0 || numbers.size() <= 1) return largest;
  int exponent;
  std::frexp(largest, &exponent);
  CompensatedSum total;
  double lost1 = 0, lost2 = 0, lost3 = 0;
  if (exponent < -1023) {
    // The scale would overflow.
    for (size_t i = 0; i < numbers.size(); i++) {
      double x = numbers[i] / largest;
      total.add(x * x, lost1);
    }
    return largest * std::sqrt(total.sum - 1.0 + lost1);
  }
  double scale = std::ldexp(1.0, -exponent);
  for (size_t i = 0; i < numbers.size(); i++) {
    Split parts(numbers[i] * scale);
    total.add(parts.high * parts.high, lost1);
    total.add(2.0 * parts.high * parts.low, lost2);
    lost3 += parts.low * parts.low;
  }
  double root = std::sqrt(total.sum - 1.0 + (lost1 + lost2 + lost3));
  // One step of Newton's method on the exact error of the root.
  Split parts(root);
  total.add(-parts.high * parts.high, lost1);
  total.add(-2.0 * parts.high * parts.low, lost2);
  total.add(-parts.low * parts.low, lost3);
  double error = total.sum - 1.0 + (lost1 + lost2 + lost3);
  return (root + error / (2.0 * root)) / scale;
}

NATIVE(math_hypot, "hypot(*coordinates)", "Distance of the point from the origin.") {
  Tuple* items = args[0].as<Tuple>();
  Doubles numbers;
  double largest = 0;
  bool found_nan = false;
  for (size_t i = 0; i < items->size; i++) {
    COIL_TRY(double x, number_as_double_reenter(vm, items->items[i]));
    x = std::fabs(x);
    if (!numbers.add(x)) return raise_memory_error(vm);
    found_nan |= std::isnan(x);
    if (x > largest) largest = x;
  }
  return make_float(vm, norm(numbers, largest, found_nan));
}

NATIVE(math_dist, "dist(p, q, /)", "Distance between two points given as sequences of coordinates.") {
  COIL_TRY(Tuple* p, tuple_from_iterable_reenter(vm, args[0]));
  COIL_TRY(Tuple* q, tuple_from_iterable_reenter(vm, args[1]));
  if (p->size != q->size) return raise_value_error(vm, "both points must have the same number of dimensions");
  Doubles numbers;
  double largest = 0;
  bool found_nan = false;
  for (size_t i = 0; i < p->size; i++) {
    COIL_TRY(double x, number_as_double_reenter(vm, p->items[i]));
    COIL_TRY(double y, number_as_double_reenter(vm, q->items[i]));
    double difference = std::fabs(x - y);
    if (!numbers.add(difference)) return raise_memory_error(vm);
    found_nan |= std::isnan(difference);
    if (difference > largest) largest = difference;
  }
  return make_float(vm, norm(numbers, largest, found_nan));
}

}  // namespace

std::initializer_list<const NativeSpec*> math_sum_functions() {
  static const std::initializer_list<const NativeSpec*> functions = {FN(math_fsum), FN(math_prod), FN(math_hypot),
                                                                     FN(math_dist)};
  return functions;
}

}  // namespace coil
