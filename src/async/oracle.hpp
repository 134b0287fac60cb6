// The one source of time, waiting and randomness. Everything that decides the course of a program asks here, so that virtual time, seeded schedules, record and
// replay can be other implementations of the same interface.
#pragma once

#include <cstddef>
#include <cstdint>

namespace coil {

struct Vm;
class Poller;

class Oracle {
 public:
  virtual ~Oracle() = default;
  /// Monotonic clock, nanoseconds.
  virtual int64_t monotonic_ns() = 0;
  /// Wall clock, nanoseconds since 1970.
  virtual int64_t wall_ns() = 0;
  /// Blocks until the loop's poller has events, a wake-up or signal arrives, or `timeout_ns` passed (negative: no limit; 0: only look). The VM lock is released meanwhile.
  virtual void poll(Vm&, Poller&, int64_t timeout_ns) = 0;
  /// Blocks the thread (time.sleep); false when a signal interrupted it.
  virtual bool sleep(Vm&, int64_t duration_ns) = 0;
  virtual void random_bytes(void* out, size_t size) = 0;
};

/// The operating system's answers.
Oracle& system_oracle();
/// What the process uses; the system's unless another was set.
extern Oracle* g_oracle;

}  // namespace coil
