// Layout of futures and tasks: the interpreter looks into them when it awaits; everything they do is in async/.
// Programs hold them by the hundred thousand, so a word more in each of them shows in the memory of a process.
#pragma once

#include "vm/frame.hpp"

namespace coil {

enum class FutureState : uint8_t { Pending, Cancelled, Finished };

enum FutureFlags : uint16_t {  // Cell::flags of a Future; the two lowest bits are its FutureState
  kFutureStateMask = 3,
  kFutureFailed = 4,         // `outcome` is an exception
  kFutureBlocking = 8,       // _asyncio_future_blocking: a task may wait on it
  kFutureLogTraceback = 16,  // the exception was never retrieved
  kFutureHasTimer = 32,      // a sleep: the loop's timer heap holds it
  kFutureRaised = 64,        // the exception was raised to somebody, with the traceback that it came with
  kTaskMustCancel = 128,
  kTaskListed = 256,
  kTaskReportPending = 512,  // "Task was destroyed but it is pending!" may be said of it
};
constexpr int kFutureOperationShift = 10;  // above the flags: see operation()

struct Future : Cell {
  Value loop;
  /// Pending: the result that a sleep will have; of a task the future whose completion wakes it, or nothing. Finished: the result, or the exception
  /// (kFutureFailed). Cancelled: the message of cancel(), or (kFutureFailed) the CancelledError that the coroutine raised, until somebody takes it.
  Value outcome;
  Value callbacks;     // nothing, or a List of callbacks (a Task: wake it up; a DoneCallback: run it; a Tuple (callable, context): call it)
  Value subject;       // of a task: a coroutine or generator, or an object of a program's with send, throw and close; of an operation's future: see Wait
  // The attribute area follows.

  bool has(FutureFlags flag) const { return flags & flag; }
  void set(FutureFlags flag) { flags |= flag; }
  void clear(FutureFlags flag) { flags &= static_cast<uint16_t>(~flag); }
  void put(FutureFlags flag, bool on) { on ? set(flag) : clear(flag); }
  FutureState state() const { return static_cast<FutureState>(flags & kFutureStateMask); }
  void set_state(FutureState state) { flags = static_cast<uint16_t>((flags & ~kFutureStateMask) | static_cast<uint16_t>(state)); }
  /// 1 + the number of the operation that waits for the future, or 0.
  unsigned operation() const { return flags >> kFutureOperationShift; }
  void set_operation(unsigned number) {
    flags = static_cast<uint16_t>((flags & ((1u << kFutureOperationShift) - 1)) | (number + 1) << kFutureOperationShift);
  }

  void clear_operation() { flags = static_cast<uint16_t>(flags & ((1u << kFutureOperationShift) - 1)); }

  /// Nothing when there is none.
  Value result() const { return state() == FutureState::Finished && !has(kFutureFailed) ? outcome : Value(); }
  Value exception() const { return state() == FutureState::Finished && has(kFutureFailed) ? outcome : Value(); }
  Value cancel_message() const;
};

/// What few tasks have.
struct TaskDetails : Cell {
  Value context;  // contextvars.Context, or nothing
  Value name;     // Str; a small integer N: Task-N; nothing: the task's number is its name
  Value message;  // of the last cancel() that could not be handed on to what the task waits for
};

struct Task : Future {
  uint32_t number;       // of the default name Task-N
  uint32_t cancel_count;
  Value extra;           // nothing; the contextvars.Context once the task has set a variable; TaskDetails
  Task* next;            // the loop's list of unfinished tasks, newest first (loop.hpp)
  Task* previous;
  // The attribute area follows.

  Value coroutine() const { return subject; }
  TaskDetails* details() const { return extra.is(Kind::TaskDetails) ? extra.as<TaskDetails>() : nullptr; }
  Value context() const { return details() ? details()->context : extra; }
  /// Nothing: its number.
  Value given_name() const { return details() ? details()->name : Value(); }
  /// What it waits on; nothing when it waits for its turn, or is done.
  Value awaited() const { return state() == FutureState::Pending ? outcome : Value(); }
};

inline Value Future::cancel_message() const {
  if (state() == FutureState::Cancelled) return has(kFutureFailed) ? Value() : outcome;
  if (kind != Kind::Task) return state() == FutureState::Pending && !has(kFutureHasTimer) ? outcome : Value();
  const TaskDetails* details = static_cast<const Task*>(this)->details();
  return details ? details->message : Value();
}

/// The coroutine as frames of the VM; nullptr for an object that only has the methods of a coroutine.
inline Generator* task_frames(const Task* task) {
  bool has_frames = task->subject.is(Kind::Coroutine) || task->subject.is(Kind::Generator);
  return has_frames ? task->subject.as<Generator>() : nullptr;
}

/// Iterator of `future.__await__()`.
struct FutureIter : Cell {
  Future* future;
};
inline Result<FutureIter*> new_future_iter(Vm& vm, Future* future) {
  COIL_TRY(FutureIter* iterator, alloc<FutureIter>(vm, Kind::FutureIter));
  iterator->future = future;
  return iterator;
}

}  // namespace coil
