// Layout of futures and tasks: the interpreter looks into them when it awaits; everything they do is in async/.
#pragma once

#include "vm/frame.hpp"

namespace coil {

enum class FutureState : uint8_t { Pending, Cancelled, Finished };

struct Future : Cell {
  Value loop;
  /// Pending: the result that a sleep will have, or the message that a task is to be cancelled with. Finished: the result, or the exception when `failed`.
  /// Cancelled: the message of cancel(), or when `failed` the CancelledError that the coroutine raised, until somebody takes it.
  Value outcome;
  Value callbacks;     // nothing, or a List of callbacks (a Task: wake it up; a DoneCallback: run it; a Tuple (callable, context): call it)
  FutureState state;
  bool failed : 1;        // `outcome` is an exception
  bool blocking : 1;      // _asyncio_future_blocking: a task may wait on it
  bool log_traceback : 1; // the exception was never retrieved
  bool has_timer : 1;     // a sleep: the loop's timer heap holds it
  bool raised : 1;        // the exception was raised to somebody, with the traceback that it came with
  // The attribute area follows.

  /// Nothing when there is none.
  Value result() const { return state == FutureState::Finished && !failed ? outcome : Value(); }
  Value exception() const { return state == FutureState::Finished && failed ? outcome : Value(); }
  Value cancel_message() const;
};

struct Task : Future {
  bool must_cancel : 1;
  bool listed : 1;
  bool report_pending : 1;   // "Task was destroyed but it is pending!" may be said of it
  uint32_t cancel_count;
  Value coroutine;       // a coroutine or generator, or an object of a program's with send, throw and close
  Value waiting_on;      // Pending: the future whose completion wakes the task, or nothing. Finished: the message of a cancel() that did not end the task
  Value name;            // Str, or a small integer for the default name Task-N
  Value context;         // contextvars.Context, or nothing while the task has not set a variable
  Task* next;            // the loop's list of unfinished tasks, newest first (loop.hpp)
  Task* previous;
  // The attribute area follows.

  /// Nothing when the task waits for its turn, or is done.
  Value awaited() const { return state == FutureState::Pending ? waiting_on : Value(); }
};

inline Value Future::cancel_message() const {
  if (state == FutureState::Cancelled) return failed ? Value() : outcome;
  if (kind != Kind::Task) return {};
  return state == FutureState::Pending ? outcome : static_cast<const Task*>(this)->waiting_on;
}

/// The coroutine as frames of the VM; nullptr for an object that only has the methods of a coroutine.
inline Generator* task_frames(const Task* task) {
  bool has_frames = task->coroutine.is(Kind::Coroutine) || task->coroutine.is(Kind::Generator);
  return has_frames ? task->coroutine.as<Generator>() : nullptr;
}

/// Iterator of `future.__await__()`.
struct FutureIter : Cell {
  Future* future;
};

}  // namespace coil
