// The system's oracle.
#include "async/oracle.hpp"

#include <cerrno>
#include <ctime>

#include <sys/random.h>

#include "async/poller.hpp"
#include "vm/threads.hpp"

namespace coil {

namespace {

int64_t clock_ns(clockid_t clock) {
  timespec time;
  clock_gettime(clock, &time);
  return int64_t{time.tv_sec} * 1000000000 + time.tv_nsec;
}

timespec to_timespec(int64_t ns) { return {static_cast<time_t>(ns / 1000000000), static_cast<long>(ns % 1000000000)}; }

class SystemOracle final : public Oracle {
 public:
  int64_t monotonic_ns() override { return clock_ns(CLOCK_MONOTONIC); }
  int64_t wall_ns() override { return clock_ns(CLOCK_REALTIME); }

  void poll(Vm& vm, Poller& poller, int64_t timeout_ns) override { poller.wait(vm, timeout_ns); }

  bool sleep(Vm& vm, int64_t duration_ns) override {
    WithoutVm unlocked(vm);
    timespec rest = to_timespec(duration_ns);
    return nanosleep(&rest, nullptr) == 0 || errno != EINTR;
  }

  void random_bytes(void* out, size_t size) override {
    auto* bytes = static_cast<char*>(out);
    while (size > 0) {
      ssize_t got = getrandom(bytes, size, 0);
      if (got < 0) continue;
      bytes += got;
      size -= static_cast<size_t>(got);
    }
  }
};

}  // namespace

Oracle& system_oracle() {
  static SystemOracle oracle;
  return oracle;
}

Oracle* g_oracle = &system_oracle();

}  // namespace coil
