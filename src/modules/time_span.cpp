// The one place that reads lengths of time, so that what is refused and how is the same wherever a program gives one.
#include "modules/time_span.hpp"

#include <cmath>

#include "async/oracle.hpp"
#include "objects/number.hpp"
#include "objects/protocol.hpp"

namespace coil {

namespace {

Result<int64_t> span_from_float(Vm& vm, double amount, int64_t unit) {
  if (std::isnan(amount)) return raise_value_error(vm, "Invalid value NaN (not a number)");
  double ns = amount * static_cast<double>(unit);
  ns = ns < 0 ? std::floor(ns) : std::ceil(ns);
  if (!(ns >= -0x1p63 && ns < 0x1p63)) return raise(vm, Exc::OverflowError, "timestamp out of range for platform time_t");
  return static_cast<int64_t>(ns);
}

}  // namespace

Result<int64_t> time_span_reenter(Vm& vm, Value amount, int64_t unit) {
  if (amount.is_float()) return span_from_float(vm, amount.as_float(), unit);
  COIL_TRY(Value whole, index_reenter(vm, amount));
  int64_t ns;
  if (!int_to_i64(whole, &ns) || __builtin_mul_overflow(ns, unit, &ns)) {
    return raise(vm, Exc::OverflowError, "timestamp too large to convert to C _PyTime_t");
  }
  return ns;
}

int64_t deadline_of_span(int64_t span_ns) {
  int64_t deadline;
  return __builtin_add_overflow(g_oracle->monotonic_ns(), span_ns, &deadline) ? INT64_MAX : deadline;
}

}  // namespace coil
