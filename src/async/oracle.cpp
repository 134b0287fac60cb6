// The system's oracle. Polling waits on a wake-up descriptor with ppoll, which has nanosecond timeouts, together with libuv's back-end descriptor once something is
// registered there (uv_loop.hpp).
#include "async/oracle.hpp"

#include <cerrno>
#include <csignal>
#include <ctime>

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/random.h>
#include <unistd.h>

#include "async/uv_loop.hpp"
#include "vm/threads.hpp"

namespace coil {

namespace {

int g_wake_descriptor = -1;
volatile sig_atomic_t g_wake_pending = 0;

int64_t clock_ns(clockid_t clock) {
  timespec time;
  clock_gettime(clock, &time);
  return int64_t{time.tv_sec} * 1000000000 + time.tv_nsec;
}

timespec to_timespec(int64_t ns) { return {static_cast<time_t>(ns / 1000000000), static_cast<long>(ns % 1000000000)}; }

/// Never 0, 1 or 2: a closed standard stream must not become the loop's own descriptor.
int wake_descriptor() {
  if (g_wake_descriptor < 0) {
    int made = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    if (made >= 0 && made <= 2) {
      int moved = fcntl(made, F_DUPFD_CLOEXEC, 3);
      close(made);
      made = moved;
    }
    g_wake_descriptor = made;
  }
  return g_wake_descriptor;
}

class SystemOracle final : public Oracle {
 public:
  int64_t monotonic_ns() override { return clock_ns(CLOCK_MONOTONIC); }
  int64_t wall_ns() override { return clock_ns(CLOCK_REALTIME); }

  void poll(Vm& vm, int64_t timeout_ns) override {
    pollfd descriptors[2] = {{wake_descriptor(), POLLIN, 0}, {-1, POLLIN, 0}};
    nfds_t count = 1;
    int backend = uv_backend_descriptor();
    if (backend >= 0) descriptors[count++].fd = backend;
    if (timeout_ns == 0) {
      wait(descriptors, count, 0);
    } else {
      WithoutVm unlocked(vm);
      wait(descriptors, count, timeout_ns);
    }
    if (descriptors[0].revents) {
      g_wake_pending = 0;
      uint64_t drained;
      while (read(wake_descriptor(), &drained, sizeof drained) > 0) {
      }
    }
    if (backend >= 0) run_uv_events();
  }

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

 private:
  static void wait(pollfd* descriptors, nfds_t count, int64_t timeout_ns) {
    timespec limit = to_timespec(timeout_ns < 0 ? 0 : timeout_ns);
    ppoll(descriptors, count, timeout_ns < 0 ? nullptr : &limit, nullptr);
  }
};

}  // namespace

Oracle& system_oracle() {
  static SystemOracle oracle;
  return oracle;
}

Oracle* g_oracle = &system_oracle();

bool poll_needed() { return g_wake_pending || uv_backend_descriptor() >= 0; }

void wake_poll() {
  uint64_t one = 1;
  g_wake_pending = 1;
  int descriptor = g_wake_descriptor;
  if (descriptor >= 0) (void)!write(descriptor, &one, sizeof one);
}

void prepare_wake_poll() { (void)wake_descriptor(); }

}  // namespace coil
