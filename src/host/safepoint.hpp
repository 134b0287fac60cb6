// The work of safepoints; installed into the VM's hooks at start.
#pragma once

#include "vm/interpreter.hpp"

namespace coil {

Result<void> safepoint_reenter(Vm&);
/// Runs finalizers and weak reference callbacks that wait; also at exit, after a full collection.
void run_finalizers_reenter(Vm&);
/// At exit, before the others: reports the tasks that no loop will finish, and closes their coroutines; not those of the loop `kept`.
void finalize_abandoned_tasks_reenter(Vm&, Value kept);
/// At exit: runs every finalizer. Those of what nobody holds any more come first, as long as that could be told by their reports.
void run_all_finalizers_reenter(Vm&);
/// An unfinished asynchronous generator has no holder any more: the running loop schedules its aclose().
Result<void> drop_async_generator(Vm&, Generator*);
void setup_safepoints(Vm&);

}  // namespace coil
