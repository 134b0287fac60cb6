// Layout of futures and tasks: the interpreter looks into them when it awaits; everything they do is in async/.
#pragma once

#include "vm/frame.hpp"

namespace coil {

enum class FutureState : uint8_t { Pending, Cancelled, Finished };

struct Future : Cell {
  Value loop;
  Value result;        // when Finished without exception
  Value exception;     // when Finished with one
  Value cancel_message;// or nothing
  Value callbacks;     // nothing, or a List of callbacks (a Task: wake it up; a DoneCallback: run it; a Tuple (callable, context): call it)
  FutureState state;
  bool blocking;       // _asyncio_future_blocking: a task may wait on it
  bool log_traceback;  // the exception was never retrieved
  bool has_timer;      // a sleep: the loop's timer heap holds it
  // The attribute area follows.
};

struct Task : Future {
  Value coroutine;       // a coroutine or generator, or an object of a program's with send, throw and close
  Value waiting_on;      // the future whose completion wakes the task; or nothing
  Value name;            // Str, or a small integer for the default name Task-N
  Value context;         // contextvars.Context, or nothing while the task has not set a variable
  Task* next;            // the loop's list of unfinished tasks, newest first (loop.hpp)
  Task* previous;
  uint32_t cancel_count;
  bool must_cancel;
  bool listed;
  bool report_pending;   // "Task was destroyed but it is pending!" may be said of it
  // The attribute area follows.
};

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
