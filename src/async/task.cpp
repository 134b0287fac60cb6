// Tasks: the root of a frame chain, driven by the loop. A step resumes the innermost frame; what comes back is a future to wait on, a bare yield, or the end.
#include "async/future.hpp"
#include "objects/containers.hpp"
#include "objects/exception.hpp"
#include "objects/protocol.hpp"
#include "objects/str.hpp"

namespace coil {

Result<Value> cancelled_error(Vm&, Future*);

namespace {

uint64_t g_task_count = 0;

bool is_cancelled_error(Vm& vm, Value exception) { return is_instance(exception, vm.exception(Exc::CancelledError)); }

bool raises_cancelled_error(Vm& vm, Value awaited) {
  if (!is_future(awaited)) return false;
  auto* future = awaited.as<Future>();
  return future->state == FutureState::Cancelled || (future->exception && is_cancelled_error(vm, future->exception));
}

void finish(Task* task) {
  unlink_task(loop_of(task->loop), task);
  task->coroutine->is_task_root = false;
  task->waiting_on = Value();
}

/// Future.cancel without the task's own rules: the state becomes Cancelled.
void mark_cancelled(Task* task, Value error) {
  store(task, task->exception, error);
  task->state = FutureState::Cancelled;
  Value callbacks = task->callbacks;
  task->callbacks = Value();
  if (callbacks.is_nothing()) return;
  Loop* loop = loop_of(task->loop);
  if (!callbacks.is(Kind::List)) {
    schedule(loop, callbacks, task);
    return;
  }
  for (size_t i = 0; i < callbacks.as<List>()->size; i++) schedule(loop, callbacks.as<List>()->items()[i], task);
}

Result<void> step_returned(Vm& vm, Task* task, Value result) {
  finish(task);
  if (task->must_cancel) {
    task->must_cancel = false;
    mark_cancelled(task, Value());
    return ok();
  }
  return future_set_result(vm, task, result);
}

Result<void> step_raised(Vm& vm, Task* task) {
  Value exception = clear_pending(vm);
  finish(task);
  if (is_cancelled_error(vm, exception)) {
    mark_cancelled(task, exception);
    return ok();
  }
  COIL_CHECK(future_set_exception(vm, task, exception));
  if (is_instance(exception, vm.exception(Exc::KeyboardInterrupt)) || is_instance(exception, vm.exception(Exc::SystemExit))) {
    return raise_exception(vm, exception);
  }
  return ok();
}

/// The next step raises a RuntimeError inside the coroutine.
Result<void> fail_step(Vm& vm, Task* task, const std::string& message) {
  (void)raise_text(vm, Exc::RuntimeError, message);
  Value error = clear_pending(vm);
  COIL_TRY(Tuple* thrown, make_tuple(vm, {Value(task), error, none()}));
  schedule(loop_of(task->loop), thrown, none());
  return ok();
}

Result<void> wait_on(Vm& vm, Task* task, Value yielded) {
  Future* future = yielded.as<Future>();
  if (future->loop != task->loop) {
    COIL_TRY(Str* text, repr_reenter(vm, task));
    COIL_TRY(Str* other, repr_reenter(vm, yielded));
    return fail_step(vm, task, "Task " + str_utf8(text) + " got Future " + str_utf8(other) + " attached to a different loop");
  }
  if (!future->blocking) {
    COIL_TRY(Str* text, repr_reenter(vm, task));
    COIL_TRY(Str* other, repr_reenter(vm, yielded));
    return fail_step(vm, task, "yield was used instead of yield from in task " + str_utf8(text) + " with " + str_utf8(other));
  }
  if (future == task) {
    COIL_TRY(Str* text, repr_reenter(vm, task));
    return fail_step(vm, task, "Task cannot await on itself: " + str_utf8(text));
  }
  future->blocking = false;
  COIL_CHECK(future_add_callback(vm, future, task, {}));
  store(task, task->waiting_on, yielded);
  if (task->must_cancel) {
    COIL_TRY(bool cancelled, future_cancel_reenter(vm, future, task->cancel_message));
    if (cancelled) task->must_cancel = false;
  }
  return ok();
}

Result<void> step_yielded(Vm& vm, Task* task, Value yielded) {
  if (yielded.is_none()) {
    schedule(loop_of(task->loop), task, {});
    return ok();
  }
  if (is_future(yielded)) return wait_on(vm, task, yielded);
  COIL_TRY(Str* text, repr_reenter(vm, task));
  COIL_TRY(Str* other, repr_reenter(vm, yielded));
  if (yielded.is(Kind::Generator)) {
    return fail_step(vm, task, "yield was used instead of yield from for generator in task " + str_utf8(text) + " with " + str_utf8(other));
  }
  return fail_step(vm, task, "Task got bad yield: " + str_utf8(other));
}

}  // namespace

Result<Task*> new_task(Vm& vm, Class* cls, Value coroutine, Value loop, Value name, Value context) {
  COIL_TRY(Task* task, alloc_for_class<Task>(vm, cls, Kind::Task));
  COIL_CHECK(init_task(vm, task, coroutine, loop, name, context));
  return task;
}

Result<void> init_task(Vm& vm, Task* task, Value coroutine, Value loop, Value name, Value context, bool eager) {
  bool drivable = coroutine.is(Kind::Coroutine) || coroutine.is(Kind::Generator);
  if (!drivable) {
    COIL_TRY(Str* text, repr_reenter(vm, coroutine));
    return raise_text(vm, Exc::TypeError, "a coroutine was expected, got " + str_utf8(text));
  }
  store(task, task->loop, loop);
  store(task, task->coroutine, coroutine.as<Generator>());
  task->coroutine->is_task_root = true;
  if (name && !name.is_none()) {
    store(task, task->name, name);
    if (!name.is(Kind::Str)) {
      COIL_TRY(Str* text, str_reenter(vm, name));
      store(task, task->name, Value(text));
    }
  } else {
    task->name = Value::small_int(static_cast<int64_t>(++g_task_count));
  }
  if (context && !context.is_none()) {
    store(task, task->context, context);
  } else if (vm.thread->context) {
    COIL_TRY(Value copy, copy_context(vm));
    store(task, task->context, copy);
  }
  link_task(loop_of(loop), task);
  if (eager && loop_of(loop)->running) return task_step_reenter(vm, task, {});
  schedule(loop_of(loop), task, {});
  return ok();
}

Result<bool> task_cancel_reenter(Vm& vm, Task* task, Value message) {
  task->log_traceback = false;
  if (future_done(task)) return false;
  task->cancel_count++;
  if (task->waiting_on) {
    Value waited = task->waiting_on;
    COIL_TRY(Value cancelled, is_exact(waited, Kind::Future) || is_exact(waited, Kind::Task)
                                  ? [&]() -> Result<Value> {
                                      COIL_TRY(bool did, future_cancel_reenter(vm, waited.as<Future>(), message));
                                      return Value::boolean(did);
                                    }()
                                  : call_method_reenter(vm, waited, vm.name(Name::k_cancel), {message ? message : none()}));
    COIL_TRY(bool did, truthy_reenter(vm, cancelled));
    if (did) return true;
  }
  task->must_cancel = true;
  store(task, task->cancel_message, message);
  return true;
}

Result<void> task_step_reenter(Vm& vm, Task* task, Value exception) {
  if (future_done(task)) return raise(vm, Exc::InvalidStateError, "__step(): already done");
  if (task->must_cancel) {
    // A future that was cancelled before raises its own error, with its own message.
    if (exception ? !is_cancelled_error(vm, exception) : !raises_cancelled_error(vm, task->waiting_on)) {
      COIL_TRY(exception, cancelled_error(vm, task));
    }
    task->must_cancel = false;
  }
  task->waiting_on = Value();
  Thread* thread = vm.thread;
  Value outer_task = thread->current_task, outer_context = thread->context;
  thread->current_task = task;
  thread->context = task->context;
  StepResult result;
  if (task->coroutine->state == GenState::Done || task->coroutine->state == GenState::Running) {
    (void)raise(vm, Exc::RuntimeError, task->coroutine->state == GenState::Done ? "cannot reuse already awaited coroutine"
                                                                                : "coroutine is being awaited already");
    result = {Step::Raised, {}};
  } else {
    result = resume_reenter(vm, task->coroutine, none(), exception);
  }
  if (thread->context != task->context) store(task, task->context, thread->context);
  thread->context = outer_context;
  Result<void> outcome = result.step == Step::Yielded    ? step_yielded(vm, task, result.value)
                         : result.step == Step::Returned ? step_returned(vm, task, result.value)
                                                         : step_raised(vm, task);
  thread->current_task = outer_task;
  return outcome;
}

}  // namespace coil
