// See the header. A gathering future is a language object with the attribute `_cancel_requested` (stdlib/asyncio/tasks.py).
#include "async/done_callback.hpp"

#include "objects/containers.hpp"
#include "objects/exception.hpp"
#include "objects/native.hpp"
#include "objects/protocol.hpp"
#include "objects/str.hpp"

namespace coil {

namespace {

/// What another future answers.
Result<Value> ask_reenter(Vm& vm, Value future, const char* method) { return call_method_reenter(vm, future, intern(vm, method), {}); }

Result<bool> is_cancelled_reenter(Vm& vm, Value future) {
  if (is_plain_future(future)) return future.as<Future>()->state() == FutureState::Cancelled;
  COIL_TRY(Value cancelled, ask_reenter(vm, future, "cancelled"));
  return truthy_reenter(vm, cancelled);
}

/// The exception of a future that was not cancelled, or None. It counts as retrieved.
Result<Value> exception_reenter(Vm& vm, Value future) {
  if (!is_plain_future(future)) return ask_reenter(vm, future, "exception");
  future.as<Future>()->clear(kFutureLogTraceback);
  Value error = future.as<Future>()->exception();
  return error ? error : none();
}

Result<Value> cancelled_error_reenter(Vm& vm, Value future) {
  if (is_plain_future(future)) return cancelled_error(vm, future.as<Future>());
  return ask_reenter(vm, future, "_make_cancelled_error");
}

// -- countdown

Result<void> release_reenter(Vm& vm, Value waiter) {
  if (!is_future(waiter)) {
    COIL_TRY(Value answer, ask_reenter(vm, waiter, "done"));
    COIL_TRY(bool done, truthy_reenter(vm, answer));
    if (!done) COIL_CHECK(call_method_reenter(vm, waiter, intern(vm, "set_result"), {none()}));
    return ok();
  }
  if (future_done(waiter.as<Future>())) return ok();
  stop_timer(waiter.as<Future>());
  return future_set_result_reenter(vm, waiter.as<Future>(), none());
}

Result<void> countdown(Vm& vm, DoneCallback* callback, Value future) {
  callback->remaining--;
  bool enough = callback->remaining <= 0;
  if (!enough && callback->flag) {
    COIL_TRY(bool cancelled, is_cancelled_reenter(vm, future));
    if (!cancelled) {
      COIL_TRY(Value error, exception_reenter(vm, future));
      enough = !error.is_none();
    }
  }
  return enough ? release_reenter(vm, callback->target) : Result<void>(ok());
}

// -- gather

/// The result or the exception of a child, as a value.
Result<Value> outcome_reenter(Vm& vm, Value child) {
  if (Value result = plain_result(child)) return result;
  COIL_TRY(bool cancelled, is_cancelled_reenter(vm, child));
  if (cancelled) {
    Value message;
    if (is_plain_future(child)) {
      message = child.as<Future>()->cancel_message();
    } else {
      COIL_TRY(message, get_attr_reenter(vm, child, intern(vm, "_cancel_message")));
    }
    if (!message || message.is_none()) message = vm.empty_str;
    return new_exception(vm, vm.exception(Exc::CancelledError), {message});
  }
  COIL_TRY(Value error, exception_reenter(vm, child));
  if (!error.is_none()) return error;
  return ask_reenter(vm, child, "result");
}

Result<void> complete_gather(Vm& vm, DoneCallback* callback, Future* outer) {
  List* children = callback->children;
  COIL_TRY(List* results, new_list(vm, children->size));
  for (size_t i = 0; i < children->size; i++) {
    COIL_TRY(Value outcome, outcome_reenter(vm, children->items()[i]));
    COIL_CHECK(list_append(vm, results, outcome));
  }
  // A requested cancellation wins over return_exceptions. Its message is that of the last child, which need not have been cancelled.
  COIL_TRY(Value requested, get_attr_reenter(vm, outer, intern(vm, "_cancel_requested")));
  if (!requested.is_true()) return future_set_result_reenter(vm, outer, results);
  COIL_TRY(Value error, cancelled_error_reenter(vm, children->items()[children->size - 1]));
  return future_set_exception_reenter(vm, outer, error);
}

Result<void> gather_child_done(Vm& vm, DoneCallback* callback, Value child) {
  callback->remaining--;
  if (callback->remaining && plain_result(child)) return ok();
  Future* outer = callback->target ? callback->target.as<Future>() : nullptr;  // none when gather() itself failed at a later argument
  bool late = !outer || future_done(outer);
  if (late || !callback->flag) {
    COIL_TRY(bool cancelled, is_cancelled_reenter(vm, child));
    if (late && cancelled) return ok();
    COIL_TRY(Value error, cancelled ? cancelled_error_reenter(vm, child) : exception_reenter(vm, child));
    if (late) return ok();
    if (!error.is_none()) return future_set_exception_reenter(vm, outer, error);
  }
  return callback->remaining == 0 ? complete_gather(vm, callback, outer) : Result<void>(ok());
}

constexpr DoneCallbackOps kCountdownOps{"_wait.<locals>._on_completion", countdown};
constexpr DoneCallbackOps kGatherOps{"gather.<locals>._done_callback", gather_child_done};

/// For future-like objects of programs, which call their callbacks themselves.
Result<Value> call_done_callback(Vm& vm, Value self, Value* args, size_t npos, Tuple* kwnames) {
  if (npos != 1 || (kwnames && kwnames->size)) return raise_type_error(vm, "a done callback takes exactly one argument");
  COIL_CHECK(self.as<DoneCallback>()->ops->run(vm, self.as<DoneCallback>(), args[0]));
  return none();
}

Result<Value> repr_done_callback(Vm& vm, Value self) {
  return new_str(vm, std::string("<function ") + self.as<DoneCallback>()->ops->name + ">");
}

Result<Value> get_target(Vm&, Value self) { return self.as<DoneCallback>()->target ? self.as<DoneCallback>()->target : none(); }
Result<Value> get_remaining(Vm&, Value self) { return Value::small_int(self.as<DoneCallback>()->remaining); }
const GetSetSpec kRemaining{"remaining", get_remaining, nullptr, "How many futures are still to come."};
const GetSetSpec kTarget{"__self__", get_target, nullptr, "The future to complete, or the task group."};

void trace_done_callback(Cell* cell, Marker& marker) {
  auto* callback = static_cast<DoneCallback*>(cell);
  marker.value(callback->target);
  marker.cell(callback->children);
}

}  // namespace

Result<DoneCallback*> new_done_callback(Vm& vm, const DoneCallbackOps* ops, Value target, int64_t remaining, bool flag) {
  COIL_TRY(DoneCallback* callback, alloc<DoneCallback>(vm, Kind::DoneCallback));
  callback->ops = ops;
  callback->target = target;
  callback->remaining = remaining;
  callback->flag = flag;
  return callback;
}

Result<DoneCallback*> new_countdown(Vm& vm, Value waiter, int64_t count, bool on_exception) {
  return new_done_callback(vm, &kCountdownOps, waiter, count, on_exception);
}

Result<DoneCallback*> new_gather_callback(Vm& vm, Value outer, List* children, int64_t count, bool return_exceptions) {
  COIL_TRY(DoneCallback* callback, new_done_callback(vm, &kGatherOps, outer, count, return_exceptions));
  callback->children = children;
  return callback;
}

void setup_done_callbacks(Vm& vm) {
  g_heap.set_type(Kind::DoneCallback, trace_done_callback, nullptr);
  vm.type(Kind::DoneCallback)->slots.call = call_done_callback;
  vm.type(Kind::DoneCallback)->slots.repr = repr_done_callback;
  define_type(vm, {Kind::DoneCallback, "A native callback of futures.", {}, {&kTarget, &kRemaining}});
}

}  // namespace coil
