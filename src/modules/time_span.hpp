// Lengths of time that programs give as numbers: timeouts of locks, sockets and selects, and what time.sleep() takes.
#pragma once

#include <cstdint>

#include "objects/vm.hpp"

namespace coil {

inline constexpr int64_t kNanosecondsOfSecond = 1'000'000'000;
inline constexpr int64_t kNanosecondsOfMillisecond = 1'000'000;

/// Nanoseconds, rounded away from zero. An integer or a float, no other number; NaN and what 64 bits can't hold raise.
Result<int64_t> time_span_reenter(Vm&, Value amount, int64_t unit = kNanosecondsOfSecond);
/// When a span that begins now ends, by the monotonic clock. A deadline that the clock will never show is its last moment.
int64_t deadline_of_span(int64_t span_ns);

}  // namespace coil
