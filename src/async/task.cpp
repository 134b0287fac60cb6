// Tasks: the root of a frame chain, driven by the loop. A step resumes the innermost frame; what comes back is a future to wait on, a bare yield, or the end.
#include "async/future.hpp"
#include "async/language_loop.hpp"
#include "objects/containers.hpp"
#include "objects/exception.hpp"
#include "objects/protocol.hpp"
#include "objects/str.hpp"
#include "vm/slow_paths.hpp"

namespace coil {

const TaskObserver* g_task_observer = nullptr;

namespace {

uint64_t g_task_count = 0;
uint64_t g_task_steps = 0;

bool is_cancelled_error(Vm& vm, Value exception) { return is_instance(exception, vm.exception(Exc::CancelledError)); }

/// Future.cancel without the task's own rules: the state becomes Cancelled.
Result<void> mark_cancelled(Vm& vm, Task* task) {
  task->set_state(FutureState::Cancelled);
  return schedule_callbacks_reenter(vm, task);
}

Result<void> step_returned(Vm& vm, Task* task, Value result) {
  unlink_task(task);
  if (task->has(kTaskMustCancel)) {
    task->clear(kTaskMustCancel);
    store(task, task->outcome, task->cancel_message());
    return mark_cancelled(vm, task);
  }
  return future_set_result_reenter(vm, task, result);
}

Result<void> step_raised(Vm& vm, Task* task) {
  Value exception = clear_pending(vm);
  unlink_task(task);
  if (g_task_observer) g_task_observer->failed(vm, task, exception);
  if (is_cancelled_error(vm, exception)) {
    store(task, task->outcome, exception);
    task->set(kFutureFailed);
    return mark_cancelled(vm, task);
  }
  COIL_CHECK(future_set_exception_reenter(vm, task, exception));
  if (is_instance(exception, vm.exception(Exc::KeyboardInterrupt)) || is_instance(exception, vm.exception(Exc::SystemExit))) {
    return raise_exception(vm, exception);
  }
  return ok();
}

/// The next step raises a RuntimeError inside the coroutine. The parts of the message stand around the reprs of the task and of `other`.
Result<void> fail_step_reenter(Vm& vm, Task* task, const char* before, const char* between, Value other, const char* after = "") {
  std::string message = before;
  if (between) {
    COIL_TRY(Str* text, repr_reenter(vm, task));
    message += str_utf8(text) + between;
  }
  if (other) {
    COIL_TRY(Str* text, repr_reenter(vm, other));
    message += str_utf8(text);
  }
  (void)raise_text(vm, Exc::RuntimeError, message + after);
  Value error = clear_pending(vm);
  COIL_TRY(Tuple* thrown, make_tuple(vm, {Value(task), error, none()}));
  return schedule_reenter(vm, task->loop, thrown, none());
}

Result<void> fail_other_loop(Vm& vm, Task* task, Value future) {
  return fail_step_reenter(vm, task, "Task ", " got Future ", future, " attached to a different loop");
}
Result<void> fail_plain_yield(Vm& vm, Task* task, Value future) {
  return fail_step_reenter(vm, task, "yield was used instead of yield from in task ", " with ", future);
}

/// future.cancel(message), whatever kind of future it is.
Result<bool> cancel_awaited_reenter(Vm& vm, Value future, Value message) {
  if (is_plain_future(future)) return future_cancel_reenter(vm, future.as<Future>(), message);
  COIL_TRY(Value cancelled, call_method_reenter(vm, future, vm.name(Name::k_cancel), {message ? message : none()}));
  return truthy_reenter(vm, cancelled);
}

Result<void> note_waiting_reenter(Vm& vm, Task* task, Value future) {
  store(task, task->outcome, future);
  if (!task->has(kTaskMustCancel)) return ok();
  COIL_TRY(bool cancelled, cancel_awaited_reenter(vm, future, task->cancel_message()));
  if (cancelled) task->clear(kTaskMustCancel);
  return ok();
}

Result<void> wait_on(Vm& vm, Task* task, Future* future) {
  if (future->loop != task->loop) return fail_other_loop(vm, task, future);
  if (!future->has(kFutureBlocking)) return fail_plain_yield(vm, task, future);
  future->clear(kFutureBlocking);
  COIL_CHECK(future_add_waiter_reenter(vm, future, task));
  return note_waiting_reenter(vm, task, future);
}

/// For what only behaves like a future: subclasses with methods of their own, and objects with `_asyncio_future_blocking`.
Result<void> wait_on_alike(Vm& vm, Task* task, Value future, Value blocking) {
  COIL_TRY(Value get_loop, find_attr_reenter(vm, future, intern(vm, "get_loop")));
  COIL_TRY(Value loop, get_loop.is_stop() ? get_attr_reenter(vm, future, intern(vm, "_loop")) : call_reenter(vm, get_loop, {}));
  if (loop != task->loop) return fail_other_loop(vm, task, future);
  COIL_TRY(bool may_wait, truthy_reenter(vm, blocking));
  if (!may_wait) return fail_plain_yield(vm, task, future);
  COIL_CHECK(set_attr_reenter(vm, future, intern(vm, "_asyncio_future_blocking"), Value::boolean(false)));
  COIL_TRY(Value add, get_attr_reenter(vm, future, intern(vm, "add_done_callback")));
  COIL_TRY(Value wakeup, task_wakeup_callable(vm, task));
  COIL_TRY(Value context, task_context(vm, task));
  COIL_TRY(Dict* keywords, new_dict(vm));
  COIL_CHECK(dict_set_str(vm, keywords, intern(vm, "context"), context));
  COIL_TRY(Tuple* positional, make_tuple(vm, {wakeup}));
  COIL_CHECK(call_ex_reenter(vm, add, positional, keywords));
  return note_waiting_reenter(vm, task, future);
}

/// Anything but the bare yield of a turn.
Result<void> step_yielded(Vm& vm, Task* task, Value yielded) {
  if (yielded == Value(task)) return fail_step_reenter(vm, task, "Task cannot await on itself: ", "", {});
  if (is_plain_future(yielded)) return wait_on(vm, task, yielded.as<Future>());
  COIL_TRY(Value blocking, find_attr_reenter(vm, yielded, intern(vm, "_asyncio_future_blocking")));
  if (!blocking.is_stop() && !blocking.is_none()) return wait_on_alike(vm, task, yielded, blocking);
  if (yielded.is(Kind::Generator)) {
    return fail_step_reenter(vm, task, "yield was used instead of yield from for generator in task ", " with ", yielded);
  }
  return fail_step_reenter(vm, task, "Task got bad yield: ", nullptr, yielded);
}

/// Drives an object that has the methods of a coroutine.
[[gnu::noinline]] StepResult resume_alike(Vm& vm, Value coroutine, Value exception) {
  Result<Value> yielded = exception ? call_method_reenter(vm, coroutine, vm.name(Name::k_throw), {exception})
                                    : call_method_reenter(vm, coroutine, vm.name(Name::k_send), {none()});
  if (yielded) return {Step::Yielded, *yielded};
  if (!pending_matches(vm, Exc::StopIteration)) return {Step::Raised, {}};
  Value stop = clear_pending(vm);
  return {Step::Returned, exception_field(stop.as<Exception>(), kStopValue)};
}

/// A coroutine that is done, or that somebody else drives, too.
[[gnu::noinline]] StepResult resume_shared(Vm& vm, Generator* frames, Value exception) {
  if (!can_resume(frames)) {
    (void)raise_value_error(vm, "%s already executing", frames->kind == Kind::Coroutine ? "coroutine" : "generator");
    return {Step::Raised, {}};
  }
  if (frames->state != GenState::Done) return resume_reenter(vm, frames, none(), exception);
  if (frames->kind == Kind::Generator) return {Step::Returned, none()};
  (void)raise(vm, Exc::RuntimeError, "cannot reuse already awaited coroutine");
  return {Step::Raised, {}};
}

inline StepResult resume_task(Vm& vm, Task* task, Value exception) {
  Generator* frames = task_frames(task);
  if (!frames) [[unlikely]] return resume_alike(vm, task->coroutine(), exception);
  if (frames->state == GenState::Created || frames->state == GenState::Suspended) [[likely]] return resume_reenter(vm, frames, none(), exception);
  return resume_shared(vm, frames, exception);
}

/// Another task runs, if it belongs to the same loop.
[[gnu::noinline]] Result<void> check_no_other_task_reenter(Vm& vm, Task* task) {
  Value current = current_task_of(vm, task->loop);
  if (!current) return ok();
  COIL_TRY(Str* text, repr_reenter(vm, task));
  COIL_TRY(Str* other, repr_reenter(vm, current));
  return raise_text(vm, Exc::RuntimeError,
                    "Cannot enter into task " + str_utf8(text) + " while another task " + str_utf8(other) + " is being executed.");
}

Result<Value> raise_already_done_reenter(Vm& vm, Task* task, Value exception) {
  COIL_TRY(Str* text, repr_reenter(vm, task));
  COIL_TRY(Str* thrown, repr_reenter(vm, exception ? exception : none()));
  return raise_text(vm, Exc::InvalidStateError, "__step(): already done: " + str_utf8(text) + " " + str_utf8(thrown));
}

Result<void> raise_entered_reenter(Vm& vm, Value context) {
  COIL_TRY(Str* shown, repr_reenter(vm, context));
  return raise_text(vm, Exc::RuntimeError, "cannot enter context: " + str_utf8(shown) + " is already entered");
}

void set_context(Task* task, Value context) {
  if (TaskDetails* details = task->details()) store(details, details->context, context);
  else store(task, task->extra, context);
}

/// The stack is scanned conservatively: words that a failed step left below this frame would keep its task, and so the report of
/// an exception that nobody retrieves, which comes when the task is collected.
[[gnu::noinline]] void clear_dead_stack() {
  volatile uintptr_t words[64];
  for (volatile uintptr_t& word : words) word = 0;
}

/// The step of a task that is done fails; that of one to be cancelled raises CancelledError: gives what to throw.
[[gnu::noinline]] Result<Value> prepare_step_reenter(Vm& vm, Task* task, Value exception) {
  if (future_done(task)) return raise_already_done_reenter(vm, task, exception);
  if (!exception || !is_cancelled_error(vm, exception)) {
    COIL_TRY(exception, cancelled_error(vm, task));
  }
  task->clear(kTaskMustCancel);
  return exception;
}

/// Inline: every switch of tasks goes through it.
[[gnu::always_inline]] inline Result<void> run_step(Vm& vm, Task* task, Value exception) {
  g_task_steps++;
  if (task->flags & (kFutureStateMask | kTaskMustCancel)) [[unlikely]] {
    COIL_TRY(exception, prepare_step_reenter(vm, task, exception));
  }
  task->outcome = Value();
  Thread* thread = vm.thread;
  // A step that runs as a callback finds the task's context entered by the callback's handle.
  Value context = task->context();
  if (context && context != thread->context && context.as<Context>()->entered) return raise_entered_reenter(vm, context);
  Value outer_task = thread->current_task;
  thread->current_task = task;
  StepResult result;
  {
    EnteredContext entered(vm, context);
    if (!context) thread->context = Value();
    result = resume_task(vm, task, exception);
    if (thread->context && !task->context()) set_context(task, thread->context);
  }
  Result<void> outcome;
  switch (result.step) {
    case Step::Yielded:
      outcome = result.value.is_none() ? schedule_reenter(vm, task->loop, task, {}) : step_yielded(vm, task, result.value);
      break;
    case Step::Returned: outcome = step_returned(vm, task, result.value); break;
    case Step::Raised:
      outcome = step_raised(vm, task);
      clear_dead_stack();
      break;
  }
  thread->current_task = outer_task;
  return outcome;
}

Result<void> check_coroutine_reenter(Vm& vm, Value coroutine) {
  if (coroutine.is(Kind::Coroutine) || coroutine.is(Kind::Generator)) return ok();
  if (Value module = dict_get_str(vm.modules, intern(vm, "asyncio.coroutines"))) {
    COIL_TRY(Value answer, call_method_reenter(vm, module, intern(vm, "iscoroutine"), {coroutine}));
    COIL_TRY(bool drivable, truthy_reenter(vm, answer));
    if (drivable) return ok();
  }
  COIL_TRY(Str* text, repr_reenter(vm, coroutine));
  return raise_text(vm, Exc::TypeError, "a coroutine was expected, got " + str_utf8(text));
}

/// The name of the n-th task. Numbers that do not fit the task are kept beside it.
Result<void> number_task(Vm& vm, Task* task, uint64_t number) {
  task->number = static_cast<uint32_t>(number);
  if (task->number == number) [[likely]] return ok();
  return name_task(vm, task, Value::small_int(static_cast<int64_t>(number)));
}

}  // namespace

Result<TaskDetails*> task_details(Vm& vm, Task* task) {
  if (TaskDetails* details = task->details()) return details;
  COIL_TRY(TaskDetails* details, alloc<TaskDetails>(vm, Kind::TaskDetails));
  details->context = task->extra;
  store(task, task->extra, Value(details));
  return details;
}

Result<void> name_task(Vm& vm, Task* task, Value name) {
  COIL_TRY(TaskDetails* details, task_details(vm, task));
  store(details, details->name, name);
  return ok();
}

Result<void> set_task_message(Vm& vm, Task* task, Value message) {
  if (!message && !task->details()) return ok();
  COIL_TRY(TaskDetails* details, task_details(vm, task));
  store(details, details->message, message);
  return ok();
}

Result<Value> task_context(Vm& vm, Task* task) {
  if (!task->context()) {
    COIL_TRY(Context* context, new_context(vm));
    set_context(task, Value(context));
  }
  return task->context();
}

Result<Task*> new_task(Vm& vm, Class* cls, Value coroutine, Value loop, Value name, Value context) {
  COIL_TRY(Task* task, alloc_for_class<Task>(vm, cls, Kind::Task));
  COIL_CHECK(init_task(vm, task, coroutine, loop, name, context));
  return task;
}

void report_pending_task_reenter(Vm& vm, Task* task) {
  task->clear(kTaskReportPending);
  report_future_reenter(vm, task, "Task was destroyed but it is pending!", {{"task", Value(task)}});
}

/// The first step could not be scheduled: the task will never run, and nobody may wait for it.
static Error give_up_task_reenter(Vm& vm, Task* task) {
  Value reason = std::exchange(vm.pending, Value());
  unlink_task(task);
  report_pending_task_reenter(vm, task);
  vm.pending = reason;
  return Error{};
}

Result<void> init_task(Vm& vm, Task* task, Value coroutine, Value loop, Value name, Value context, bool eager) {
  COIL_CHECK(check_coroutine_reenter(vm, coroutine));
  store(task, task->loop, loop);
  store(task, task->subject, coroutine);
  if (coroutine.is(Kind::Coroutine)) coroutine.as<Generator>()->is_task_root = true;
  if (name && !name.is_none()) {
    COIL_TRY(Str* text, str_reenter(vm, name));
    COIL_CHECK(name_task(vm, task, Value(text)));
  } else {
    COIL_CHECK(number_task(vm, task, ++g_task_count));
  }
  if (context && !context.is_none()) {
    if (!context.is(Kind::Context)) return raise_type_error(vm, "a Context was expected, got %s", type_name(context));
    set_context(task, context);
  } else if (vm.thread->context && vm.thread->context.as<Context>()->values->used) {
    COIL_TRY(Value copy, copy_context(vm));
    set_context(task, copy);
  }
  task->set(kTaskReportPending);
  link_task(task);
  if (!native_loop(loop)) g_heap.set_finalizer(task);
  if (eager && vm.thread->running_loop == loop) {
    Result<void> stepped = run_step(vm, task, {});
    if (future_done(task)) task->subject = Value();
    return stepped;
  }
  if (!schedule_reenter(vm, loop, task, {})) return give_up_task_reenter(vm, task);
  return ok();
}

Result<bool> task_cancel_reenter(Vm& vm, Task* task, Value message) {
  COIL_GUARD(vm, " while calling a Python object");  // tasks may wait for each other
  task->clear(kFutureLogTraceback);
  if (future_done(task)) return false;
  if (g_task_observer) g_task_observer->cancelled(vm, task);
  task->cancel_count++;
  if (task->outcome) {
    COIL_TRY(bool cancelled, cancel_awaited_reenter(vm, task->outcome, message));
    if (cancelled) return true;
  }
  task->set(kTaskMustCancel);
  COIL_CHECK(set_task_message(vm, task, message));
  return true;
}

/// Of the thread, if it belongs to `loop`.
static Value current_task_in(const Thread* thread, Value loop) {
  Value current = thread->current_task;
  if (!current) return {};
  // A task of a program's own class, as _enter_task() keeps it.
  if (current.is(Kind::Tuple)) return current.as<Tuple>()->items[0] == loop ? current.as<Tuple>()->items[1] : Value();
  return current.as<Task>()->loop == loop ? current : Value();
}

Value current_task_of(Vm& vm, Value loop) {
  if (Value current = current_task_in(vm.thread, loop)) return current;
  if (vm.thread->running_loop == loop) return {};
  for (Thread* thread = vm.threads; thread; thread = thread->next) {
    if (Value current = current_task_in(thread, loop)) return current;
  }
  return {};
}

Result<void> task_step_reenter(Vm& vm, Task* task, Value exception) {
  if (vm.thread->current_task) [[unlikely]] COIL_CHECK(check_no_other_task_reenter(vm, task));
  return run_step(vm, task, exception);
}

Result<void> wake_up_failed_reenter(Vm& vm, Task* task, Value future) {
  // In debug mode futures have attributes, which is_plain_future() does not take.
  if (is_future(future) && !(class_of(future)->flags & kClassHeap)) {
    auto* own = future.as<Future>();
    if (own->result()) return task_step_reenter(vm, task, {});
    // A failure is thrown in as it is; a cancellation is raised here, where something may be handled around the loop.
    if (own->state() == FutureState::Finished) return task_step_reenter(vm, task, take_failure(own));
    (void)future_outcome(vm, own);
  } else if (call_method_reenter(vm, future, intern(vm, "result"), {})) {
    return task_step_reenter(vm, task, {});
  }
  return task_step_reenter(vm, task, clear_pending(vm));
}

Result<void> task_wakeup_reenter(Vm& vm, Task* task, Value future) {
  // The result is looked at by the await: only an exception has to be thrown into the coroutine.
  if (plain_result(future)) [[likely]] return task_step_reenter(vm, task, {});
  return wake_up_failed_reenter(vm, task, future);
}

uint64_t task_steps() { return g_task_steps; }

}  // namespace coil
