// What one event loop waits for: a wake-up descriptor, and a libuv loop that is made when something is first registered. Readers and writers of descriptors are
// here; other files of async/ register their handles with uv() (uv_handle.hpp).
//
// Rules that keep libuv alive (it aborts on a descriptor that vanished):
// - Only the loop's own thread calls libuv, and never while it polls. Others change the table; the next poll applies it.
// - A watched descriptor is pinned: whoever owns a socket calls descriptor_closes() before it closes. Others are duplicated.
// - What is registered is decided when the poll begins, so ending and beginning a watch in one iteration costs no system call.
#pragma once

#include <memory>
#include <unordered_map>
#include <vector>

#include "objects/vm.hpp"

struct uv_loop_s;

namespace coil {

struct Loop;
struct UvState;
struct HandleCell;
class Watch;

enum class Direction : uint8_t { Read, Write };

class Poller {
 public:
  explicit Poller(Loop* loop);
  ~Poller();
  Poller(const Poller&) = delete;

  /// Makes the wake-up descriptor; an errno when the system refuses, else 0.
  int prepare();
  /// Ends the poll of the loop's thread, or its next one. From any thread, and from signal handlers.
  void wake();
  /// Whether a busy loop has to look at all: a wake-up came, or something is registered.
  bool needed() const;
  /// Waits for events, at most `timeout_ns` (negative: no limit; 0: only look), and schedules their handles. The VM lock is released while it waits.
  void wait(Vm&, int64_t timeout_ns);
  /// Every callback of libuv calls this first: it takes the VM lock again.
  void enter();
  /// The libuv loop, made now if need be; nullptr when the system refuses. Only in the loop's thread.
  uv_loop_s* uv();
  /// Becomes readable when wait() has something to fetch. -1 and an errno when the system refuses.
  int descriptor();
  static Poller* of(uv_loop_s*);

  /// From now on schedules `handle` whenever the descriptor is ready. The handle that was there is cancelled.
  Result<void> watch(Vm&, int descriptor, Direction, HandleCell* handle);
  /// False when there was nothing to end. The handle is cancelled.
  bool unwatch(int descriptor, Direction);
  /// nullptr when nothing is registered.
  HandleCell* watcher(int descriptor, Direction) const;

  void mark(Marker&);
  /// Ends everything that is registered.
  void close();

 private:
  friend void descriptor_closes(int);
  friend void reset_pollers_in_child();
  Result<Watch*> add_watch(Vm&, int descriptor);
  void forget(int descriptor);
  void drop(Watch*);
  void note_change(Watch*);
  void apply_changes();
  void drain_wake();
  void wait_uv(Vm&, bool block);
  void wait_precisely(Vm&, int64_t timeout_ns);

  Loop* loop_;
  std::unique_ptr<UvState> uv_;
  std::unordered_map<int, Watch*> watches_;
  std::vector<Watch*> changed_;
  uint64_t turns_ = 0;
  Thread* outside_ = nullptr;   // the loop's thread, while it polls without the VM lock
  int wake_descriptor_ = -1;
  volatile int wake_pending_ = 0;
  Poller* next_ = nullptr;
};

/// The descriptor has an owner who calls descriptor_closes() before it closes, so loops may poll it without a duplicate.
void descriptor_is_owned(int descriptor);
/// Before a descriptor is closed or replaced: no loop polls it any more, and it has no owner.
void descriptor_closes(int descriptor);
/// After fork(): the child's loops wait with descriptors of their own, not with those that they share with the parent.
void reset_pollers_in_child();
/// The poller that signals wake: the one whose loop runs in the main thread, or nullptr.
void set_signal_poller(Poller*);
void wake_signal_poller();

}  // namespace coil
