// Native callbacks of futures: what gather, wait and wait_for attach to the futures they watch. They need no context, and no frame to run.
#pragma once

#include "async/future.hpp"

namespace coil {

struct DoneCallback;

struct DoneCallbackOps {
  const char* name;  // as reprs of futures show it
  Result<void> (*run)(Vm&, DoneCallback*, Value future);
};

struct DoneCallback : Cell {
  const DoneCallbackOps* ops;
  Value target;        // the future to complete, or the task group
  List* children;      // gather: in the order of the results; task group: in the order of creation, those that are done may be missing
  int64_t remaining;   // futures still to come
  bool flag;           // gather: return_exceptions; wait: only failures count
};

/// `run` gets the target and the two numbers; they mean what it likes.
Result<DoneCallback*> new_done_callback(Vm&, const DoneCallbackOps*, Value target, int64_t remaining = 0, bool flag = false);
/// Sets the waiter's result once `count` futures are done; a failure is enough when `on_exception`.
Result<DoneCallback*> new_countdown(Vm&, Value waiter, int64_t count, bool on_exception);
/// Completes `outer` with the results of the children, or with the first exception.
Result<DoneCallback*> new_gather_callback(Vm&, Value outer, List* children, int64_t count, bool return_exceptions);
void setup_done_callbacks(Vm&);

}  // namespace coil
