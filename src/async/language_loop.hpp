// How futures and tasks reach loops whose ready queue is not native. schedule_reenter() of loop.hpp is the way in.
#pragma once

#include "async/future.hpp"

namespace coil {

/// The callback that makes a step of the task. `exception`: nothing, or what to throw.
Result<Value> task_step_callable(Vm&, Task*, Value exception);
/// The callback that wakes a task up, for done-callbacks of objects that only behave like futures.
Result<Value> task_wakeup_callable(Vm&, Task*);
/// Makes the classes of these callables; when module _asyncio is made.
Result<void> define_task_callables(Vm&);

}  // namespace coil
