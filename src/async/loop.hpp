// The event loop: ready queue, timers, iterations. Order is asyncio's: one iteration runs what was ready when it began; futures schedule their callbacks
// instead of calling them; timers that are due join the queue before the iteration runs.
//
// A ready entry is two words, no closure: what to run and its argument.
//   Task          resume it (the argument is ignored: the awaited future tells the outcome)
//   Handle        run its callback
//   Tuple (callback, context), future     a future's callback
//   Future        a timer of sleep(): set the result
#pragma once

#include <memory>
#include <vector>

#include "async/oracle.hpp"
#include "async/poller.hpp"
#include "vm/future.hpp"

namespace coil {

struct ReadyEntry {
  Value target;
  Value argument;
};

/// Grows by doubling; indices wrap.
class ReadyQueue {
 public:
  ~ReadyQueue() { delete[] entries_; }
  size_t size() const { return size_; }
  void push(ReadyEntry entry) {
    if (size_ == capacity_) grow();
    entries_[(head_ + size_++) & (capacity_ - 1)] = entry;
  }
  ReadyEntry pop() {
    ReadyEntry entry = entries_[head_];
    head_ = (head_ + 1) & (capacity_ - 1);
    size_--;
    return entry;
  }
  const ReadyEntry& at(size_t i) const { return entries_[(head_ + i) & (capacity_ - 1)]; }
  void clear() { size_ = head_ = 0; }

 private:
  void grow();
  ReadyEntry* entries_ = nullptr;
  size_t capacity_ = 0, head_ = 0, size_ = 0;
};

struct Timer {
  int64_t when_ns;
  uint64_t sequence;  // stable order of equal deadlines
  Value target;       // TimerHandle or sleeping Future
};

/// A loop's state outside the heap; owned by its EventLoopCell. Its values are roots while the loop is not closed.
struct Loop {
  ReadyQueue ready;
  std::vector<Timer> timers;       // binary heap
  uint64_t timer_sequence = 0;
  size_t cancelled_timers = 0;
  Task* tasks = nullptr;           // unfinished tasks, newest first; each task traces its `next`
  Value exception_handler;         // callable or nothing
  Value task_factory;
  Value default_executor;
  Value cell;                      // the EventLoopCell
  bool running = false;
  bool stopping = false;
  bool closed = false;
  bool debug = false;
  bool executor_shut_down = false;
  std::unique_ptr<Poller> poller;  // descriptors, children and the wake-up
  Loop* next = nullptr;
};

struct EventLoopCell : Cell {
  Loop* loop;  // nullptr before __init__
  // The attribute area follows.
};

/// call_soon / call_later handle.
struct HandleCell : Cell {
  Value callback;   // nothing once cancelled
  Value args;       // Tuple
  Value context;
  Value loop;
  int64_t when_ns;  // timers
  double when;
  bool cancelled;
  bool scheduled;   // in the timer heap
  // The attribute area follows.
};

Result<Value> make_event_loop(Vm&, Class*);
inline Loop* loop_of(Value cell) { return cell.as<EventLoopCell>()->loop; }
/// The loop that runs in this thread, or nothing.
Value running_loop(Vm&);
/// "no running event loop" RuntimeError when there is none.
Result<Value> require_running_loop(Vm&);

void schedule(Loop*, Value target, Value argument);
/// A handle that is not scheduled. `context`: nothing or None: a copy of the current one.
Result<HandleCell*> new_handle(Vm&, Loop*, Value callback, Tuple* args, Value context);
Result<HandleCell*> call_soon(Vm&, Loop*, Value callback, Tuple* args, Value context);
Result<void> add_timer(Vm&, Loop*, int64_t when_ns, Value target);
/// A timer's target was cancelled; the heap is cleaned when half of it is dead.
void note_cancelled_timer(Loop*);
int64_t seconds_to_ns(double seconds);

Result<void> run_forever_reenter(Vm&, Loop*);
/// Drops what is scheduled and ends everything that is registered.
void close_loop(Loop*);
/// Calls the loop's exception handler with a context dictionary; never raises.
void call_exception_handler_reenter(Vm&, Loop*, const char* message, std::initializer_list<std::pair<const char*, Value>> extra);

void link_task(Loop*, Task*);
void unlink_task(Loop*, Task*);
void setup_loop(Vm&);

}  // namespace coil
