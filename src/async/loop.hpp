// The event loop: ready queue, timers, iterations. Order is asyncio's: one iteration runs what was ready when it began; futures schedule their callbacks
// instead of calling them; timers that are due join the queue before the iteration runs.
//
// A ready entry is two words, no closure: what to run and its argument.
//   Task, nothing             its next step
//   Task, future              wake it up: the future it waited on is done
//   Handle        run its callback
//   Tuple (callback, context), future     a future's callback
//   DoneCallback, future                  a native one
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

/// Linked chunks in the heap: however long the queue is, a collection looks only at what was written since the last one, and nothing is copied when it grows.
/// The first item of a chunk is the next chunk; entries follow, of which those that were taken are nothing.
class ReadyQueue {
 public:
  size_t size() const { return size_; }
  void push(ReadyEntry entry) {
    if (tail_at_ == kEnd) [[unlikely]] add_chunk();
    Value* at = tail_->items() + tail_at_;
    at[0] = entry.target;
    at[1] = entry.argument;
    tail_at_ += kEntryItems;
    size_++;
    write_barrier(tail_);
  }
  ReadyEntry pop() {
    if (head_at_ == kEnd) [[unlikely]] drop_chunk();
    Value* at = head_->items() + head_at_;
    ReadyEntry entry{at[0], at[1]};
    at[0] = at[1] = Value();
    head_at_ += kEntryItems;
    if (--size_ == 0) head_at_ = tail_at_ = kFirst;
    return entry;
  }
  void clear() { *this = ReadyQueue(); }
  void mark(Marker& marker) const {
    marker.cell(head_);
    marker.cell(spare_);
  }

 private:
  // A chunk is a large cell, so that its memory is free for others as soon as its entries are taken.
  static constexpr size_t kFirst = 1, kEntryItems = 2, kChunkEntries = 2046, kEnd = kFirst + kChunkEntries * kEntryItems;

  void add_chunk();
  void drop_chunk();
  ValueArray* head_ = nullptr;
  ValueArray* tail_ = nullptr;
  ValueArray* spare_ = nullptr;
  size_t head_at_ = kEnd, tail_at_ = kEnd;  // items of the first and the last chunk
  size_t size_ = 0;
};

/// Of a timer whose time is no number. It is before all others, so that what looks at the first timer finds it, and fails.
inline constexpr int64_t kUntimed = INT64_MIN;

struct Timer {
  int64_t when_ns;
  uint64_t sequence;  // stable order of equal deadlines
  Value target;       // TimerHandle or sleeping Future
};

/// A loop's state outside the heap; owned by its EventLoopCell. What is scheduled is a root while the loop is not closed.
struct Loop {
  ReadyQueue ready;
  std::vector<Timer> timers;       // binary heap
  // No collection has seen these yet: targets that came or moved towards the end, and that were cancelled but are in the heap still.
  std::vector<Value> new_timers, dropped_timers;
  size_t unmarked_timers = 0;      // as many at the beginning has the full cycle still to visit; they move on only by way of new_timers
  uint32_t marked_cycle = 0;
  uint64_t timer_sequence = 0;
  size_t cancelled_timers = 0;
  std::vector<Value> after_poll;   // handles that become ready when the next poll has ended, behind what it gives: signals
  Task* tasks = nullptr;           // unfinished tasks, newest first; each task traces its `next`
  Value exception_handler;         // callable or nothing; traced with the cell, so written with a barrier for it
  Value task_factory;              // the same
  Value awaited;                   // the same: the future of run_until_complete(), or nothing
  Value debug_given;               // the same: what set_debug() got, or nothing
  Value cell;                      // the EventLoopCell
  bool running = false;
  bool stopping = false;
  bool closed = false;
  bool debug = false;
  bool direct = true;              // see direct_loop
  bool show_steps = false;         // the class overrides call_soon() or a method like it
  bool own_clock = false;          // a program has replaced time() while something was scheduled
  bool in_language = false;        // the class brings its own clock or iterations: BaseEventLoop's code in the language runs it, `ready` and `timers` are not used
  std::unique_ptr<Poller> poller;  // descriptors, children and the wake-up
  Loop* next = nullptr;
};

struct EventLoopCell : Cell {
  Loop* loop;  // nullptr before __init__
  // The attribute area follows.
};

/// call_soon / call_later handle. Handle(...) made by a program may have any iterable of arguments and any object as its loop.
struct HandleCell : Cell {
  Value callback;   // nothing once cancelled
  Value args;       // Tuple; once cancelled nothing, or in debug mode the text that repr() goes on showing
  Value context;
  Value loop;
  Value when;       // timers: what the program gave
  Value origin;     // in debug mode: the stack where the handle was made
  bool cancelled;
  bool scheduled;   // in the timer heap
};

Result<Value> make_event_loop(Vm&, Class*);
/// For values that are known to be native loops.
inline Loop* loop_of(Value cell) { return cell.as<EventLoopCell>()->loop; }
/// nullptr for loops that are written in the language.
inline Loop* native_loop(Value loop) { return loop.is(Kind::EventLoop) ? loop_of(loop) : nullptr; }
/// The loop whose ready queue takes entries as they are. nullptr: they have to go through the loop's call_soon(), because the loop is written in the language, its class
/// overrides call_soon(), it is closed, or in debug mode.
inline Loop* direct_loop(Value loop) {
  Loop* native = native_loop(loop);
  return native && native->direct ? native : nullptr;
}
/// To be called when something changed that direct_loop() depends on.
inline void update_direct(Loop* loop) { loop->direct = !loop->closed && !loop->debug && !loop->show_steps; }
/// Let each step of tasks and futures go through the loop's call_soon() from now on.
void show_steps(Loop*);
/// The loop that runs in this thread, or nothing.
Value running_loop(Vm&);
/// "no running event loop" RuntimeError when there is none.
Result<Value> require_running_loop(Vm&);

/// Whether a program has replaced what all handles do, to watch them run.
inline bool handles_are_patched(Vm& vm) {
  return (vm.type(Kind::Handle)->flags | vm.type(Kind::TimerHandle)->flags) & kClassPatched;
}
/// A handle that is not scheduled. `context`: nothing or None: a copy of the current one.
Result<HandleCell*> new_handle(Vm&, Loop*, Value callback, Tuple* args, Value context);
/// Puts an entry into the ready queue of any loop.
Result<void> schedule_through_call_soon_reenter(Vm&, Value loop, Value target, Value argument);
inline Result<void> schedule_reenter(Vm& vm, Value loop, Value target, Value argument) {
  if (Loop* direct = direct_loop(loop)) [[likely]] {
    direct->ready.push({target, argument});
    return ok();
  }
  return schedule_through_call_soon_reenter(vm, loop, target, argument);
}
Result<HandleCell*> call_soon(Vm&, Loop*, Value callback, Tuple* args, Value context);
Result<void> add_timer(Vm&, Loop*, int64_t when_ns, Value target);
/// A timer's target was cancelled; the heap is cleaned when half of it is dead.
void note_cancelled_timer(Loop*, Value target);
int64_t seconds_to_ns(double seconds);
/// What the loop's clock shows.
Result<int64_t> loop_now_reenter(Vm&, Loop*);

Result<void> run_forever_reenter(Vm&, Loop*);
/// Around the polls of a loop: makes its poller ready, and the one that signals wake.
Result<void> begin_polling(Vm&, Loop*);
void end_polling(Vm&);
/// One iteration, for programs that make their own run_forever().
Result<void> run_once_reenter(Vm&, Loop*);
/// Calls the exception handler of the future's loop with a context dictionary; never raises.
void report_future_reenter(Vm&, Future*, const char* message, std::initializer_list<std::pair<const char*, Value>> extra);

/// Keeps an unfinished task in the list of its loop.
void link_task(Task*);
void unlink_task(Task*);
/// Oldest first.
Result<List*> unfinished_tasks(Vm&, Value loop);
/// At exit: unfinished tasks of loops that do not run and were not closed, oldest first; none of the loop `kept`.
Result<List*> abandoned_tasks(Vm&, Value kept);
/// Calls fn for every cell that the loop holds besides its own attributes: tasks, timers, callbacks, what waits for descriptors.
void for_each_scheduled(Loop*, void (*fn)(Cell*, void*), void* context);
/// Runs a handle's callback in its context; an exception goes to the loop's exception handler.
Result<void> run_handle_reenter(Vm&, HandleCell*);
/// Drops what is scheduled and ends everything that is registered. The loop does not run.
void close_loop(Loop*);
void setup_loop(Vm&);

}  // namespace coil
