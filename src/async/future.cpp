// Futures. A future's callbacks are a List whose items are Tasks to wake up, DoneCallbacks or (callback, context) tuples; a single one is stored directly, without
// a list, which is the common case of `await future`.
#include "async/future.hpp"

#include "objects/containers.hpp"
#include "objects/exception.hpp"
#include "objects/protocol.hpp"
#include "objects/str.hpp"
#include "vm/hooks.hpp"
#include "vm/slow_paths.hpp"

namespace coil {

namespace {

void trace_future_fields(Future* future, Marker& marker) {
  marker.value(future->loop);
  marker.value(future->outcome);
  marker.value(future->callbacks);
  marker.value(future->subject);
}

void trace_future(Cell* cell, Marker& marker) {
  trace_future_fields(static_cast<Future*>(cell), marker);
  trace_attrs(cell, marker);
}

void trace_task(Cell* cell, Marker& marker) {
  auto* task = static_cast<Task*>(cell);
  marker.cell(task->next);  // marked last, so that a long list needs no deep stack
  trace_future_fields(task, marker);
  marker.value(task->extra);
  trace_attrs(cell, marker);
}

void trace_task_details(Cell* cell, Marker& marker) {
  auto* details = static_cast<TaskDetails*>(cell);
  marker.value(details->context);
  marker.value(details->name);
  marker.value(details->message);
}

void trace_future_iter(Cell* cell, Marker& marker) { marker.cell(static_cast<FutureIter*>(cell)->future); }

Result<void> append_callback(Vm& vm, Future* future, Value entry) {
  if (future->callbacks.is_nothing()) {
    store(future, future->callbacks, entry);
    return ok();
  }
  if (!future->callbacks.is(Kind::List)) {
    COIL_TRY(List* list, new_list(vm, 4));
    COIL_CHECK(list_append(vm, list, future->callbacks));
    store(future, future->callbacks, Value(list));
  }
  return list_append(vm, future->callbacks.as<List>(), entry);
}

/// A (callback, None) pair was registered with context=None: it runs in a copy of the context in which the future ends, for tasks their own.
Result<void> schedule_callback_reenter(Vm& vm, Future* future, Value entry) {
  if (entry.is(Kind::Tuple) && entry.as<Tuple>()->items[1].is_none()) [[unlikely]] {
    COIL_TRY(Value ending, future->kind == Kind::Task ? task_context(vm, static_cast<Task*>(future)) : current_context(vm));
    COIL_TRY(Value context, copy_of_context(vm, ending.as<Context>()));
    COIL_TRY(entry, make_tuple(vm, {entry.as<Tuple>()->items[0], context}));
  }
  return schedule_reenter(vm, future->loop, entry, future);
}

Error raise_invalid_state(Vm& vm, const char* message) { return raise(vm, Exc::InvalidStateError, "%s", message); }

Result<Value> outcome_hook(Vm& vm, Value future) { return future_outcome(vm, future.as<Future>()); }

}  // namespace

Result<void> schedule_callbacks_reenter(Vm& vm, Future* future) {
  Value callbacks = future->callbacks;
  if (callbacks.is_nothing()) return ok();
  future->callbacks = Value();
  if (!callbacks.is(Kind::List)) return schedule_callback_reenter(vm, future, callbacks);
  for (size_t i = 0; i < callbacks.as<List>()->size; i++) {
    COIL_CHECK(schedule_callback_reenter(vm, future, callbacks.as<List>()->items()[i]));
  }
  return ok();
}

Result<Future*> new_future(Vm& vm, Value loop) {
  Class* cls = vm.type(Kind::Future);
  COIL_TRY(Future* future, alloc_for_class<Future>(vm, cls, Kind::Future));
  future->loop = loop;
  return future;
}

Result<Future*> new_sleep(Vm& vm, Value loop, double seconds, Value result) {
  COIL_TRY(Future* future, new_future(vm, loop));
  future->outcome = result;
  COIL_CHECK(add_timer(vm, loop_of(loop), g_oracle->monotonic_ns() + seconds_to_ns(seconds), future));
  future->set(kFutureHasTimer);
  return future;
}

Result<void> future_set_result_reenter(Vm& vm, Future* future, Value result) {
  if (future_done(future)) return raise_invalid_state(vm, "invalid state");
  store(future, future->outcome, result);
  future->set_state(FutureState::Finished);
  return schedule_callbacks_reenter(vm, future);
}

Result<void> future_set_exception_reenter(Vm& vm, Future* future, Value exception) {
  if (future_done(future)) return raise_invalid_state(vm, "invalid state");
  if (is_exception_class(exception)) {
    COIL_TRY(exception, call_reenter(vm, exception, {}));
  }
  if (!is_exception(exception)) return raise_type_error(vm, "invalid exception object");
  if (is_instance(exception, vm.exception(Exc::StopIteration))) {
    return raise_type_error(vm, "StopIteration interacts badly with generators and cannot be raised into a Future");
  }
  store(future, future->outcome, exception);
  future->set(kFutureFailed);
  future->set_state(FutureState::Finished);
  future->set(kFutureLogTraceback);
  g_heap.set_finalizer(future);
  return schedule_callbacks_reenter(vm, future);
}

Result<bool> future_cancel_reenter(Vm& vm, Future* future, Value message) {
  if (future->kind == Kind::Task) return task_cancel_reenter(vm, static_cast<Task*>(future), message);
  future->clear(kFutureLogTraceback);
  if (future_done(future)) return false;
  future->set_state(FutureState::Cancelled);
  store(future, future->outcome, message);
  stop_timer(future);
  COIL_CHECK(schedule_callbacks_reenter(vm, future));
  return true;
}

void stop_timer(Future* future) {
  if (!future->has(kFutureHasTimer)) return;
  future->clear(kFutureHasTimer);
  note_cancelled_timer(loop_of(future->loop), future);
}

Result<Value> cancelled_error(Vm& vm, Future* future) {
  if (future->state() == FutureState::Cancelled && future->has(kFutureFailed)) {
    Value raised = future->outcome;
    future->outcome = Value();
    future->clear(kFutureFailed);
    return raised;
  }
  Value message = future->cancel_message();
  if (message && !message.is_none()) {
    COIL_TRY(Exception* error, new_exception(vm, vm.exception(Exc::CancelledError), {message}));
    return Value(error);
  }
  COIL_TRY(Exception* error, new_exception(vm, vm.exception(Exc::CancelledError), {}));
  return Value(error);
}

Result<Value> future_outcome(Vm& vm, Future* future) {
  switch (future->state()) {
    case FutureState::Pending: return raise_invalid_state(vm, "Result is not set.");
    case FutureState::Cancelled: {
      COIL_TRY(Value error, cancelled_error(vm, future));
      return raise_again(vm, error);
    }
    case FutureState::Finished: break;
  }
  if (future->has(kFutureFailed)) return raise_again(vm, take_failure(future));
  future->clear(kFutureLogTraceback);
  return future->outcome;
}

Value take_failure(Future* future) {
  future->clear(kFutureLogTraceback);
  if (future->has(kFutureRaised)) future->outcome.as<Exception>()->traceback = nullptr;
  future->set(kFutureRaised);
  return future->outcome;
}

Error raise_again(Vm& vm, Value exception) {
  chain_exception(exception.as<Exception>(), handled_exception(vm.thread->frame));
  return raise_exception(vm, exception);
}

Result<void> future_add_waiter_reenter(Vm& vm, Future* future, Value waiter) {
  if (future_done(future)) return schedule_reenter(vm, future->loop, waiter, future);
  return append_callback(vm, future, waiter);
}

Result<void> future_add_callback_reenter(Vm& vm, Future* future, Value callback, Value context) {
  if (callback.is(Kind::DoneCallback)) return future_add_waiter_reenter(vm, future, callback);
  if (future_done(future) && context.is_none()) {
    COIL_TRY(context, copy_context(vm));
  }
  COIL_TRY(Tuple* pair, make_tuple(vm, {callback, context}));
  return future_add_waiter_reenter(vm, future, pair);
}

Result<int64_t> future_remove_callback_reenter(Vm& vm, Future* future, Value callback) {
  if (future->callbacks.is_nothing()) return 0;
  COIL_TRY(List* before, new_list(vm));
  if (future->callbacks.is(Kind::List)) {
    COIL_CHECK(list_extend_reenter(vm, before, future->callbacks));
  } else {
    COIL_CHECK(list_append(vm, before, future->callbacks));
  }
  COIL_TRY(List* kept, new_list(vm));
  size_t known = before->size;
  for (size_t i = 0; i < known; i++) {
    Value entry = before->items()[i];
    Value candidate = entry.is(Kind::Tuple) ? entry.as<Tuple>()->items[0] : entry;
    COIL_TRY(bool same, equal_reenter(vm, candidate, callback));
    if (!same) COIL_CHECK(list_append(vm, kept, entry));
    if (future_done(future) && !future->callbacks) return static_cast<int64_t>(i + 1 - kept->size);  // the comparison ended it: they are scheduled
  }
  auto removed = static_cast<int64_t>(known - kept->size);
  if (future->callbacks.is(Kind::List)) {  // those that a comparison added stay
    for (size_t i = known; i < future->callbacks.as<List>()->size; i++) COIL_CHECK(list_append(vm, kept, future->callbacks.as<List>()->items()[i]));
  }
  store(future, future->callbacks, kept->size ? Value(kept) : Value());
  return removed;
}

void setup_futures(Vm&) {
  g_heap.set_type(Kind::Future, trace_future, nullptr);
  g_heap.set_type(Kind::Task, trace_task, nullptr);
  g_heap.set_type(Kind::TaskDetails, trace_task_details, nullptr);
  g_heap.set_type(Kind::FutureIter, trace_future_iter, nullptr);
  g_hooks.future_outcome = outcome_hook;
}

}  // namespace coil
