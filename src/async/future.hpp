// Futures and tasks: the operations. Layouts are in vm/future.hpp; what programs see is in modules/asyncio*.cpp.
#pragma once

#include "async/context.hpp"
#include "async/loop.hpp"

namespace coil {

Result<Future*> new_future(Vm&, Value loop);
Result<void> future_set_result(Vm&, Future*, Value);
Result<void> future_set_exception(Vm&, Future*, Value exception);
/// False when it is done already.
Result<bool> future_cancel_reenter(Vm&, Future*, Value message);
/// The result, or the exception raised; InvalidStateError while pending.
Result<Value> future_outcome(Vm&, Future*);
Result<void> future_add_callback(Vm&, Future*, Value callback, Value context);
Result<int64_t> future_remove_callback_reenter(Vm&, Future*, Value callback);
inline bool future_done(const Future* future) { return future->state != FutureState::Pending; }
inline bool is_future(Value v) { return v.is(Kind::Future) || v.is(Kind::Task); }

/// Wraps a coroutine; scheduled at once.
/// `loop` is an EventLoop.
/// `eager`: its first step runs now, when the loop runs.
Result<void> init_task(Vm&, Task*, Value coroutine, Value loop, Value name, Value context, bool eager = false);
Result<Task*> new_task(Vm&, Class*, Value coroutine, Value loop, Value name, Value context);
Result<bool> task_cancel_reenter(Vm&, Task*, Value message);
/// Runs the task until it suspends or ends. `exception`: nothing, or what to throw.
Result<void> task_step_reenter(Vm&, Task*, Value exception);
void setup_futures(Vm&);

}  // namespace coil
