// Futures and tasks: the operations. Layouts are in vm/future.hpp; what programs see is in modules/asyncio*.cpp.
#pragma once

#include "async/context.hpp"
#include "async/loop.hpp"

namespace coil {

Result<Future*> new_future(Vm&, Value loop);
/// A future of a direct loop that gets the result after so many seconds.
Result<Future*> new_sleep(Vm&, Value loop, double seconds, Value result);
Result<void> future_set_result_reenter(Vm&, Future*, Value);
Result<void> future_set_exception_reenter(Vm&, Future*, Value exception);
/// False when it is done already.
Result<bool> future_cancel_reenter(Vm&, Future*, Value message);
/// The CancelledError of a cancelled future: the one its coroutine raised, once, else a new one with the message.
Result<Value> cancelled_error(Vm&, Future*);
/// A sleep ends early: its timer is dead.
void stop_timer(Future*);
/// The result, or the exception raised; InvalidStateError while pending.
Result<Value> future_outcome(Vm&, Future*);
/// The exception of a future that failed. Whoever raises it sees only the way from there.
Value take_failure(Future*);
/// Raises an exception that may have been raised before: what is handled now takes the place of its context.
Error raise_again(Vm&, Value exception);
/// `context`: where the callback runs; None: a copy of the context in which the future ends.
Result<void> future_add_callback_reenter(Vm&, Future*, Value callback, Value context);
/// All callbacks of a future that has just become done go to the ready queue, in the order in which they were added.
Result<void> schedule_callbacks_reenter(Vm&, Future*);
Result<int64_t> future_remove_callback_reenter(Vm&, Future*, Value callback);
inline bool future_done(const Future* future) { return future->state() != FutureState::Pending; }
inline bool is_future(Value v) { return v.is(Kind::Future) || v.is(Kind::Task); }
/// Whether no class of a program may have its own methods.
inline bool is_plain_future(Value v) { return is_exact(v, Kind::Future) || is_exact(v, Kind::Task); }
/// The result of a future that just has one, or nothing.
inline Value plain_result(Value v) { return is_plain_future(v) ? v.as<Future>()->result() : Value(); }

/// Adds a Task to wake up, or a DoneCallback; a future that is done schedules it at once.
Result<void> future_add_waiter_reenter(Vm&, Future*, Value waiter);

/// Wraps a coroutine; scheduled at once.
/// `loop` is any object with the methods of a loop.
/// `eager`: its first step runs now, when the loop runs.
Result<void> init_task(Vm&, Task*, Value coroutine, Value loop, Value name, Value context, bool eager = false);
/// Of an unfinished task that nobody can run any more.
void report_pending_task_reenter(Vm&, Task*);
Result<Task*> new_task(Vm&, Class*, Value coroutine, Value loop, Value name, Value context);
Result<bool> task_cancel_reenter(Vm&, Task*, Value message);
/// Runs the task until it suspends or ends. `exception`: nothing, or what to throw.
Result<void> task_step_reenter(Vm&, Task*, Value exception);
/// Who is told of tasks that fail (with CancelledError too) and of requests to cancel; nullptr: nobody.
struct TaskObserver {
  void (*failed)(Vm&, Task*, Value exception);
  void (*cancelled)(Vm&, Task*);
};
extern const TaskObserver* g_task_observer;

/// How many steps tasks of this process have made.
uint64_t task_steps();
/// A step after the future that the task waited on is done.
Result<void> task_wakeup_reenter(Vm&, Task*, Value future);
/// The task's context, made when it has none yet.
Result<Value> task_context(Vm&, Task*);
/// Made when the task has none yet.
Result<TaskDetails*> task_details(Vm&, Task*);
Result<void> name_task(Vm&, Task*, Value name);
/// `message`: of a cancellation that the next step raises, or nothing.
Result<void> set_task_message(Vm&, Task*, Value message);
/// The task that `loop` runs now, in whatever thread; nothing between the steps of tasks.
Value current_task_of(Vm&, Value loop);
void setup_futures(Vm&);

}  // namespace coil
