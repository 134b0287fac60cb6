#include "async/poller.hpp"

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <climits>
#include <ctime>

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "async/loop.hpp"
#include "async/uv_handle.hpp"
#include "vm/threads.hpp"

namespace coil {

/// Readers and writers of one descriptor.
class Watch final : public UvHandle {
 public:
  uv_handle_t* raw() override { return reinterpret_cast<uv_handle_t*>(&poll); }
  void closed() override {
    if (duplicate >= 0) ::close(duplicate);
  }
  int wanted() const { return (handles[0] ? UV_READABLE : 0) | (handles[1] ? UV_WRITABLE : 0); }
  HandleCell*& handle(Direction direction) { return handles[static_cast<int>(direction)]; }

  uv_poll_t poll{};
  Poller* poller = nullptr;
  HandleCell* handles[2] = {};
  int descriptor = -1;   // as the program knows it
  int duplicate = -1;    // what libuv polls, unless the descriptor is pinned
  int started = 0;       // what libuv waits for
  uint64_t turn = 0;     // when its readers and writers last changed: the order in which the system tells descriptors that are ready at once
  bool changed = false;  // in Poller::changed_
  bool gone = false;     // the descriptor was closed
};

namespace {

Poller* g_pollers = nullptr;
Poller* volatile g_signal_poller = nullptr;
std::vector<bool> g_owned;  // by descriptor

bool is_owned(int descriptor) { return static_cast<size_t>(descriptor) < g_owned.size() && g_owned[static_cast<size_t>(descriptor)]; }

void cancel_handle(HandleCell* handle) {
  if (handle->cancelled) return;  // by its own method, in debug mode: it has kept what repr() shows
  handle->cancelled = true;
  handle->callback = Value();
  handle->args = Value();
}

void fire(Poller* poller, Watch* watch, Direction direction, Loop* loop) {
  HandleCell* handle = watch->handle(direction);
  if (!handle) return;
  if (handle->cancelled) poller->unwatch(watch->descriptor, direction);
  else loop->ready.push({handle, {}});
}

timespec to_timespec(int64_t ns) { return {static_cast<time_t>(ns / 1000000000), static_cast<long>(ns % 1000000000)}; }

/// Never 0, 1 or 2: a closed standard stream must not become the loop's own descriptor.
int new_wake_descriptor() {
  int made = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
  if (made < 0 || made > 2) return made;
  int moved = fcntl(made, F_DUPFD_CLOEXEC, 3);
  ::close(made);
  return moved;
}

/// Of the poller itself: what ends a wait of libuv.
class WakeWatch final : public UvHandle {
 public:
  uv_handle_t* raw() override { return reinterpret_cast<uv_handle_t*>(&poll); }
  uv_poll_t poll{};
};
class WaitLimit final : public UvHandle {
 public:
  uv_handle_t* raw() override { return reinterpret_cast<uv_handle_t*>(&timer); }
  uv_timer_t timer{};
};

}  // namespace

struct UvState {
  uv_loop_t loop;
  WaitLimit* limit;
};

Poller::Poller(Loop* loop) : loop_(loop), next_(g_pollers) { g_pollers = this; }

Poller::~Poller() {
  close();
  Poller** link = &g_pollers;
  while (*link != this) link = &(*link)->next_;
  *link = next_;
  if (g_signal_poller == this) g_signal_poller = nullptr;
}

int Poller::prepare() {
  if (wake_descriptor_ < 0) wake_descriptor_ = new_wake_descriptor();
  return wake_descriptor_ < 0 ? errno : 0;
}

void Poller::wake() {
  uint64_t one = 1;
  wake_pending_ = 1;
  if (wake_descriptor_ >= 0) (void)!::write(wake_descriptor_, &one, sizeof one);
}

void Poller::drain_wake() {
  wake_pending_ = 0;
  uint64_t drained;
  (void)!::read(wake_descriptor_, &drained, sizeof drained);
}

bool Poller::needed() const { return wake_pending_ || !changed_.empty() || (uv_ && uv_loop_alive(&uv_->loop)); }

Poller* Poller::of(uv_loop_s* loop) { return static_cast<Poller*>(loop->data); }

int Poller::descriptor() {
  uv_loop_t* loop = uv();
  return loop ? uv_backend_fd(loop) : -1;
}

uv_loop_s* Poller::uv() {
  if (uv_) return &uv_->loop;
  if (prepare() != 0) return nullptr;
  auto state = std::make_unique<UvState>();
  if (int error = uv_loop_init(&state->loop)) {
    errno = -error;
    return nullptr;
  }
  state->loop.data = this;
  auto* wake = new WakeWatch;
  uv_poll_init(&state->loop, &wake->poll, wake_descriptor_);
  wake->poll.data = wake;
  uv_poll_start(&wake->poll, UV_READABLE, [](uv_poll_t* handle, int, int) {
    Poller* poller = of(handle->loop);
    poller->enter();
    poller->drain_wake();
  });
  state->limit = new WaitLimit;
  uv_timer_init(&state->loop, &state->limit->timer);
  state->limit->timer.data = state->limit;
  // Without these two the libuv loop is alive exactly while something is registered.
  uv_unref(wake->raw());
  uv_unref(state->limit->raw());
  uv_ = std::move(state);
  return &uv_->loop;
}

// -- waiting

void Poller::enter() {
  if (!outside_) return;
  Thread* thread = outside_;
  acquire_vm(g_vm, thread);
  outside_ = nullptr;
}

/// libuv's callbacks take the VM lock themselves (enter), so that one system call both waits and fetches the events.
void Poller::wait_uv(Vm& vm, bool block) {
  __builtin_unwind_init();  // as WithoutVm: the collector finds the caller's registers in this frame
  if (block) {
    outside_ = vm.thread;
    release_vm(vm, stack_position());
  }
  uv_run(&uv_->loop, block ? UV_RUN_ONCE : UV_RUN_NOWAIT);
  enter();
}

/// With nanoseconds, which libuv does not have.
void Poller::wait_precisely(Vm& vm, int64_t timeout_ns) {
  pollfd descriptors[2] = {{wake_descriptor_, POLLIN, 0}, {uv_ ? uv_backend_fd(&uv_->loop) : -1, POLLIN, 0}};
  timespec limit = to_timespec(std::max<int64_t>(timeout_ns, 0));
  if (timeout_ns == 0) {
    ppoll(descriptors, 2, &limit, nullptr);
  } else {
    outside_ = vm.thread;
    {
      WithoutVm unlocked(vm);
      ppoll(descriptors, 2, timeout_ns < 0 ? nullptr : &limit, nullptr);
    }
    outside_ = nullptr;
  }
  if (descriptors[0].revents) drain_wake();
}

void Poller::wait(Vm& vm, int64_t timeout_ns) {
  constexpr int64_t kMillisecond = 1000000;
  apply_changes();
  if (!uv_ || !uv_loop_alive(&uv_->loop)) return wait_precisely(vm, timeout_ns);
  if (timeout_ns < 0 || timeout_ns == 0) return wait_uv(vm, timeout_ns != 0);
  if (timeout_ns < kMillisecond) {
    wait_precisely(vm, timeout_ns);
    apply_changes();
    return wait_uv(vm, false);
  }
  uv_update_time(&uv_->loop);
  uv_timer_start(&uv_->limit->timer, [](uv_timer_t*) {}, static_cast<uint64_t>(timeout_ns / kMillisecond), 0);
  wait_uv(vm, true);
  uv_timer_stop(&uv_->limit->timer);
}

// -- readers and writers

void Poller::note_change(Watch* watch) {
  watch->turn = ++turns_;
  if (watch->changed) return;
  watch->changed = true;
  changed_.push_back(watch);
}

void Poller::drop(Watch* watch) {
  if (watch->changed) std::erase(changed_, watch);
  watch->close();
}

void Poller::apply_changes() {
  std::vector<Watch*> changed;
  changed.swap(changed_);
  std::sort(changed.begin(), changed.end(), [](const Watch* a, const Watch* b) { return a->turn < b->turn; });
  for (Watch* watch : changed) {
    watch->changed = false;
    if (watch->gone) {
      watch->close();
      continue;
    }
    int wanted = watch->wanted();
    if (wanted == watch->started) continue;
    watch->started = wanted;
    if (!wanted) {
      uv_poll_stop(&watch->poll);
      continue;
    }
    uv_poll_start(&watch->poll, wanted, [](uv_poll_t* handle, int status, int events) {
      auto* ready = static_cast<Watch*>(handle->data);
      Poller* poller = ready->poller;
      poller->enter();
      if (ready->gone) return;
      if (status < 0) {  // an error of the descriptor, which reading and writing will tell; libuv stopped watching
        events = UV_READABLE | UV_WRITABLE;
        ready->started = 0;
        poller->note_change(ready);
      }
      if (events & UV_READABLE) fire(poller, ready, Direction::Read, poller->loop_);
      if (events & UV_WRITABLE && !ready->gone) fire(poller, ready, Direction::Write, poller->loop_);
    });
  }
}

Result<Watch*> Poller::add_watch(Vm& vm, int descriptor) {
  uv_loop_t* loop = uv();
  if (!loop) return raise_os_error(vm, errno);
  // The number may have belonged to a descriptor that another thread closed.
  std::erase_if(changed_, [](Watch* old) {
    if (old->gone) old->close();
    return old->gone;
  });
  bool pinned = is_owned(descriptor);
  int polled = pinned ? descriptor : fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
  if (polled < 0) return raise_os_error(vm, errno);
  auto* watch = new Watch;
  int flags = fcntl(polled, F_GETFL);
  int error = uv_poll_init(loop, &watch->poll, polled);
  if (error) {
    if (!pinned) ::close(polled);
    delete watch;
    return raise_os_error(vm, -error);
  }
  // libuv made it non-blocking, which belongs to the open file and not to us.
  if (!(flags & O_NONBLOCK)) fcntl(polled, F_SETFL, flags);
  watch->poll.data = watch;
  watch->poller = this;
  watch->descriptor = descriptor;
  watch->duplicate = pinned ? -1 : polled;
  watches_[descriptor] = watch;
  return watch;
}

Result<void> Poller::watch(Vm& vm, int descriptor, Direction direction, HandleCell* handle) {
  if (outside_) return raise(vm, Exc::RuntimeError, "Non-thread-safe operation invoked on an event loop other than the current one");
  auto found = watches_.find(descriptor);
  Watch* watch = found == watches_.end() ? nullptr : found->second;
  if (!watch) {
    COIL_TRY(watch, add_watch(vm, descriptor));
  }
  HandleCell* before = watch->handle(direction);
  if (before) cancel_handle(before);
  watch->handle(direction) = handle;
  note_change(watch);
  return ok();
}

bool Poller::unwatch(int descriptor, Direction direction) {
  auto found = watches_.find(descriptor);
  if (found == watches_.end()) return false;
  Watch* watch = found->second;
  HandleCell* handle = watch->handle(direction);
  if (!handle) return false;
  cancel_handle(handle);
  watch->handle(direction) = nullptr;
  note_change(watch);
  // A duplicate would keep the file open; a pinned descriptor is probably watched again soon.
  if (watch->duplicate >= 0 && !watch->wanted()) forget(descriptor);
  return true;
}

HandleCell* Poller::watcher(int descriptor, Direction direction) const {
  auto found = watches_.find(descriptor);
  return found == watches_.end() ? nullptr : found->second->handle(direction);
}

void Poller::forget(int descriptor) {
  auto found = watches_.find(descriptor);
  if (found == watches_.end()) return;
  Watch* watch = found->second;
  watches_.erase(found);
  watch->gone = true;
  if (!outside_) return drop(watch);
  note_change(watch);
  wake();
}

void Poller::mark(Marker& marker) {
  for (const auto& [descriptor, watch] : watches_) {
    marker.cell(watch->handles[0]);
    marker.cell(watch->handles[1]);
  }
}

void Poller::close() {
  changed_.clear();
  watches_.clear();
  if (uv_) {
    uv_walk(&uv_->loop, [](uv_handle_t* handle, void*) {
      if (!uv_is_closing(handle)) static_cast<UvHandle*>(handle->data)->close();
    }, nullptr);
    while (uv_run(&uv_->loop, UV_RUN_DEFAULT) != 0) {
    }
    [[maybe_unused]] int error = uv_loop_close(&uv_->loop);
    assert(error == 0);
    uv_.reset();
  }
  if (wake_descriptor_ >= 0) ::close(wake_descriptor_);
  wake_descriptor_ = -1;
}

void descriptor_is_owned(int descriptor) {
  auto index = static_cast<size_t>(descriptor);
  if (index >= g_owned.size()) g_owned.resize(std::max(index + 1, 2 * g_owned.size()));
  g_owned[index] = true;
}

void descriptor_closes(int descriptor) {
  if (is_owned(descriptor)) g_owned[static_cast<size_t>(descriptor)] = false;
  for (Poller* poller = g_pollers; poller; poller = poller->next_) {
    if (!poller->watches_.empty()) poller->forget(descriptor);
  }
}

void reset_pollers_in_child() {
  for (Poller* poller = g_pollers; poller; poller = poller->next_) {
    poller->outside_ = nullptr;
    if (poller->wake_descriptor_ >= 0) {
      int fresh = new_wake_descriptor();
      if (fresh >= 0) {  // under the number that libuv knows
        ::dup3(fresh, poller->wake_descriptor_, O_CLOEXEC);
        ::close(fresh);
      }
      poller->wake_pending_ = 0;
    }
    if (poller->uv_) uv_loop_fork(&poller->uv_->loop);
  }
}

void set_signal_poller(Poller* poller) { g_signal_poller = poller; }

void wake_signal_poller() {
  if (Poller* poller = g_signal_poller) poller->wake();
}

}  // namespace coil
