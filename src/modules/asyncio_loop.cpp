// The event loop's hot methods and its handles; stdlib/asyncio/events.py subclasses EventLoop with the rest.
#include <algorithm>
#include <cmath>

#include "async/describe.hpp"
#include "modules/asyncio_internal.hpp"
#include "objects/containers.hpp"
#include "objects/number.hpp"
#include "objects/str.hpp"
#include "vm/async_gen.hpp"
#include "vm/threads.hpp"

namespace coil {

namespace {

Loop* self_loop(Args args) { return loop_of(args[0]); }

Result<void> check_open(Vm& vm, Loop* loop) {
  if (loop->closed) return raise(vm, Exc::RuntimeError, "Event loop is closed");
  return ok();
}

Result<void> check_callback(Vm& vm, Value callback, const char* method) {
  if (callback.is(Kind::Coroutine) || (callback.is(Kind::Function) && callback.as<Function>()->code->flags & kCodeCoroutine)) {
    return raise_type_error(vm, "coroutines cannot be used with %s()", method);
  }
  if (!is_callable(callback)) {
    COIL_TRY(Str* text, repr_reenter(vm, callback));
    return raise_text(vm, Exc::TypeError, std::string("a callable object was expected by ") + method + "(), got " + str_utf8(text));
  }
  return ok();
}

// -- EventLoop

Result<Value> loop_make(Vm& vm, Class* cls, Value*, size_t, Tuple*) { return make_event_loop(vm, cls); }
Result<void> loop_init(Vm&, Value, Value*, size_t, Tuple*) { return ok(); }

NATIVE(loop_call_soon, "call_soon(self, callback, /, *args, context=None)", "Run callback(*args) in the next iteration.") {
  if (self_loop(args)->debug) COIL_CHECK(check_callback(vm, args[1], "call_soon"));
  return call_soon(vm, self_loop(args), args[1], args[2].as<Tuple>(), args[3]);
}
NATIVE(loop_call_soon_threadsafe, "call_soon_threadsafe(self, callback, /, *args, context=None)", "call_soon for other threads: wakes the loop up.") {
  COIL_TRY(HandleCell* handle, call_soon(vm, self_loop(args), args[1], args[2].as<Tuple>(), args[3]));
  if (!(running_loop(vm) == args[0])) self_loop(args)->poller->wake();
  return Value(handle);
}

Result<Value> add_timer_handle(Vm& vm, Loop* loop, double when, Value callback, Value args, Value context) {
  COIL_CHECK(check_open(vm, loop));
  if (std::isnan(when)) return raise_value_error(vm, "Invalid value NaN (not a number)");
  COIL_TRY(HandleCell* handle, alloc_for_class<HandleCell>(vm, vm.type(Kind::TimerHandle), Kind::TimerHandle));
  handle->callback = callback;
  handle->args = args;
  handle->loop = loop->cell;
  handle->when = when;
  handle->when_ns = seconds_to_ns(when);
  if (context && !context.is_none()) {
    store(handle, handle->context, context);
  } else {
    COIL_TRY(Value copy, copy_context(vm));
    store(handle, handle->context, copy);
  }
  handle->scheduled = true;
  COIL_CHECK(add_timer(vm, loop, handle->when_ns, handle));
  return Value(handle);
}

double loop_time_seconds() { return static_cast<double>(g_oracle->monotonic_ns()) / 1e9; }

NATIVE(loop_call_later, "call_later(self, delay, callback, /, *args, context=None)", "Run callback(*args) after delay seconds.") {
  if (args[1].is_none()) return raise_type_error(vm, "delay must not be None");
  COIL_TRY(double delay, number_as_double_reenter(vm, args[1]));
  if (self_loop(args)->debug) COIL_CHECK(check_callback(vm, args[2], "call_later"));
  return add_timer_handle(vm, self_loop(args), loop_time_seconds() + delay, args[2], args[3], args[4]);
}
NATIVE(loop_call_at, "call_at(self, when, callback, /, *args, context=None)", "Run callback(*args) when the loop's clock shows `when`.") {
  if (args[1].is_none()) return raise_type_error(vm, "when cannot be None");
  COIL_TRY(double when, number_as_double_reenter(vm, args[1]));
  if (self_loop(args)->debug) COIL_CHECK(check_callback(vm, args[2], "call_at"));
  return add_timer_handle(vm, self_loop(args), when, args[2], args[3], args[4]);
}
NATIVE(loop_time, "time(self, /)", "The loop's clock, in seconds.") { return make_float(vm, loop_time_seconds()); }
NATIVE(loop_run_forever, "run_forever(self, /)", "Run until stop() is called.") {
  COIL_CHECK(run_forever_reenter(vm, self_loop(args)));
  return none();
}
NATIVE(loop_stop, "stop(self, /)", "Make run_forever return after this iteration.") {
  self_loop(args)->stopping = true;
  return none();
}
NATIVE(loop_is_running, "is_running(self, /)", "Whether the loop runs.") { return Value::boolean(self_loop(args)->running); }
NATIVE(loop_is_closed, "is_closed(self, /)", "Whether the loop was closed.") { return Value::boolean(self_loop(args)->closed); }
NATIVE(loop_close, "close(self, /)", "Close the loop: what is scheduled is dropped.") {
  Loop* loop = self_loop(args);
  if (loop->running) return raise(vm, Exc::RuntimeError, "Cannot close a running event loop");
  close_loop(loop);
  return none();
}
NATIVE(loop_create_future, "create_future(self, /)", "A new pending future of this loop.") { return new_future(vm, args[0]); }
NATIVE(loop_create_task, "create_task(self, coro, /, *, name=None, context=None)", "Run a coroutine as a task.") {
  Loop* loop = self_loop(args);
  COIL_CHECK(check_open(vm, loop));
  if (!loop->task_factory) return new_task(vm, vm.type(Kind::Task), args[1], args[0], args[2], args[3]);
  COIL_TRY(Value task, args[3] && !args[3].is_none()
                           ? [&]() -> Result<Value> {
                               COIL_TRY(Dict* keywords, new_dict(vm));
                               COIL_CHECK(dict_set_str(vm, keywords, intern(vm, "context"), args[3]));
                               COIL_TRY(Tuple* positional, make_tuple(vm, {args[0], args[1]}));
                               return call_ex_reenter(vm, loop->task_factory, positional, keywords);
                             }()
                           : call_reenter(vm, loop->task_factory, {args[0], args[1]}));
  if (args[2] && !args[2].is_none()) {
    COIL_CHECK(call_method_reenter(vm, task, intern(vm, "set_name"), {args[2]}));
  }
  return task;
}
NATIVE(loop_set_task_factory, "set_task_factory(self, factory, /)", "factory(loop, coro) makes the tasks; None: the default.") {
  if (!args[1].is_none() && !is_callable(args[1])) return raise_type_error(vm, "task factory must be a callable or None");
  self_loop(args)->task_factory = args[1].is_none() ? Value() : args[1];
  return none();
}
NATIVE(loop_get_task_factory, "get_task_factory(self, /)", "The task factory, or None.") {
  return self_loop(args)->task_factory ? self_loop(args)->task_factory : none();
}
NATIVE(loop_set_exception_handler, "set_exception_handler(self, handler, /)", "handler(loop, context) gets what nobody waits for; None: the default.") {
  if (!args[1].is_none() && !is_callable(args[1])) {
    COIL_TRY(Str* text, repr_reenter(vm, args[1]));
    return raise_text(vm, Exc::TypeError, "A callable object or None is expected, got " + str_utf8(text));
  }
  self_loop(args)->exception_handler = args[1].is_none() ? Value() : args[1];
  return none();
}
NATIVE(loop_get_exception_handler, "get_exception_handler(self, /)", "The exception handler, or None.") {
  return self_loop(args)->exception_handler ? self_loop(args)->exception_handler : none();
}
NATIVE(loop_get_debug, "get_debug(self, /)", "Whether debug mode is on.") { return Value::boolean(self_loop(args)->debug); }
NATIVE(loop_set_debug, "set_debug(self, enabled, /)", "Turn debug mode on or off.") {
  COIL_TRY(bool enabled, truthy_reenter(vm, args[1]));
  self_loop(args)->debug = enabled;
  return none();
}

// -- Handle, TimerHandle

NATIVE(handle_cancel, "cancel(self, /)", "Do not run the callback.") {
  auto* handle = self_as<HandleCell>(args);
  if (handle->cancelled) return none();
  handle->cancelled = true;
  handle->callback = Value();
  handle->args = Value();
  if (handle->scheduled) note_cancelled_timer(loop_of(handle->loop));
  return none();
}
NATIVE(handle_cancelled, "cancelled(self, /)", "Whether the handle was cancelled.") { return Value::boolean(self_as<HandleCell>(args)->cancelled); }
NATIVE(timer_when, "when(self, /)", "When the callback is to run, by the loop's clock.") { return make_float(vm, self_as<HandleCell>(args)->when); }

Result<Value> handle_repr(Vm& vm, Value self) {
  auto* handle = self.as<HandleCell>();
  std::string text = std::string("<") + type_name(self);
  if (handle->cancelled) text += " cancelled";
  if (self.is(Kind::TimerHandle)) text += " when=" + float_repr(handle->when);
  if (handle->callback) {
    COIL_TRY(std::string call, describe_call_reenter(vm, handle->callback, handle->args.as<Tuple>()));
    text += " " + call;
  }
  return new_str(vm, text + ">");
}

// -- module functions

NATIVE(create_task, "create_task(coro, *, name=None, context=None)", "Run a coroutine as a task of the running loop.") {
  COIL_TRY(Value loop, require_running_loop(vm));
  Value method = class_lookup(class_of(loop), intern(vm, "create_task"));
  Value task;
  if (method.is(Kind::NativeMethod) && method.as<Native>()->spec == &loop_create_task_spec && !loop_of(loop)->task_factory) {
    COIL_CHECK(check_open(vm, loop_of(loop)));
    COIL_TRY(task, new_task(vm, vm.type(Kind::Task), args[0], loop, {}, args[2]));
  } else {
    COIL_TRY(Value bound, get_attr_reenter(vm, loop, intern(vm, "create_task")));
    COIL_TRY(Tuple* positional, make_tuple(vm, {args[0]}));
    COIL_TRY(Dict* keywords, new_dict(vm));
    if (args.has(2) && !args[2].is_none()) COIL_CHECK(dict_set_str(vm, keywords, intern(vm, "context"), args[2]));
    COIL_TRY(task, call_ex_reenter(vm, bound, positional, keywords));
  }
  // Named afterwards, so that it counts in the numbering of tasks without a name.
  if (args.has(1) && !args[1].is_none()) COIL_CHECK(call_method_reenter(vm, task, intern(vm, "set_name"), {args[1]}));
  return task;
}

NATIVE(get_running_loop, "get_running_loop()", "The loop that runs in this thread; RuntimeError when there is none.") { return require_running_loop(vm); }
NATIVE(get_running_loop_or_none, "_get_running_loop()", "The loop that runs in this thread, or None.") {
  Value loop = running_loop(vm);
  return loop ? loop : none();
}
NATIVE(set_running_loop, "_set_running_loop(loop, /)", "For loops that run themselves.") {
  vm.thread->running_loop = args[0].is_none() ? Value() : args[0];
  return none();
}
NATIVE(current_task, "current_task(loop=None)", "The running task of the loop, or None.") {
  Value loop = args[0];
  if (!loop || loop.is_none()) {
    COIL_TRY(loop, require_running_loop(vm));
  }
  Value task = vm.thread->current_task;
  return task && task.as<Task>()->loop == loop ? task : none();
}
NATIVE(all_tasks, "all_tasks(loop=None)", "The set of the loop's unfinished tasks.") {
  Value loop = args[0];
  if (!loop || loop.is_none()) {
    COIL_TRY(loop, require_running_loop(vm));
  }
  COIL_TRY(Set* tasks, new_set(vm));
  COIL_TRY(List* found, new_list(vm));
  for (Task* task = loop_of(loop)->tasks; task; task = task->next) COIL_CHECK(list_append(vm, found, task));
  for (size_t i = found->size; i-- > 0;) COIL_CHECK(set_add_reenter(vm, tasks, found->items()[i]));
  return Value(tasks);
}
NATIVE(unfinished_tasks, "_unfinished_tasks(loop, /)", "The loop's unfinished tasks, oldest first.") {
  COIL_TRY(List* found, new_list(vm));
  for (Task* task = loop_of(args[0])->tasks; task; task = task->next) COIL_CHECK(list_append(vm, found, task));
  std::reverse(found->items(), found->items() + found->size);
  return Value(found);
}

struct SuspendedGenerators {
  size_t count;
  Tuple* found;  // nullptr while they are only counted
};

void visit_suspended(Cell* cell, void* context) {
  if (cell->kind != Kind::AsyncGenerator) return;
  auto* generator = static_cast<Generator*>(cell);
  auto* visit = static_cast<SuspendedGenerators*>(context);
  if (generator->state != GenState::Suspended || generator->closing) return;
  if (visit->found && visit->count < visit->found->size) store(visit->found, visit->found->items[visit->count], Value(cell));
  visit->count++;
}

/// Generators do not know their loop: while other loops run in other threads, none can be said to belong to this one.
bool other_loops_run(Vm& vm) {
  for (Thread* thread = vm.threads; thread; thread = thread->next) {
    if (thread != vm.thread && thread->running_loop) return true;
  }
  return false;
}

NATIVE(started_async_generators, "_started_async_generators(loop, /)", "Asynchronous generators that were started and are not finished.") {
  if (!g_async_generator_made || other_loops_run(vm)) return new_list(vm);
  // The heap is walked twice, because nothing can be allocated while it is walked.
  SuspendedGenerators visit{0, nullptr};
  g_heap.for_each_cell(visit_suspended, &visit);
  if (visit.count == 0) return new_list(vm);
  COIL_TRY(visit.found, new_tuple(vm, visit.count));
  visit.count = 0;
  g_heap.for_each_cell(visit_suspended, &visit);
  return new_list_from(vm, visit.found->items, std::min(visit.count, visit.found->size));
}
NATIVE(sleep_future, "sleep_future(delay, result, /)", "A future that gets the result after delay seconds.") {
  COIL_TRY(Value loop, require_running_loop(vm));
  COIL_TRY(double delay, number_as_double_reenter(vm, args[0]));
  if (std::isnan(delay)) return raise_value_error(vm, "Invalid delay: NaN (not a number)");
  COIL_TRY(Future* future, new_future(vm, loop));
  future->result = args[1];
  COIL_CHECK(add_timer(vm, loop_of(loop), g_oracle->monotonic_ns() + seconds_to_ns(delay), future));
  future->has_timer = true;
  return Value(future);
}

// -- yield_now

Result<Value> turn_self(Vm&, Value self) { return self; }
Result<Value> turn_next(Vm&, Value self) {
  if (self.cell()->flags) return Value::stop();
  self.cell()->flags = 1;
  return none();
}
NATIVE(yield_now, "yield_now()", "Awaitable that lets the other tasks have a turn.") {
  COIL_TRY(PairCell* turn, alloc<PairCell>(vm, Kind::OneTurn));
  return Value(turn);
}

Result<void> init_asyncio(Vm& vm, Dict* ns) {
  define_future_types(vm);
  define_task_type(vm);
  define_loop_types(vm);
  for (Kind kind : {Kind::Future, Kind::Task, Kind::EventLoop, Kind::Handle, Kind::TimerHandle}) {
    Class* cls = vm.type(kind);
    COIL_CHECK(dict_set_str(vm, ns, cls->name, Value(cls)));
  }
  COIL_CHECK(module_set(vm, ns, "CancelledError", vm.exception(Exc::CancelledError)));
  return module_set(vm, ns, "InvalidStateError", vm.exception(Exc::InvalidStateError));
}

}  // namespace

void define_loop_types(Vm& vm) {
  Slots& slots = vm.type(Kind::EventLoop)->slots;
  slots.make = loop_make;
  slots.init = loop_init;
  enable_attrs(vm, vm.type(Kind::EventLoop), sizeof(EventLoopCell));
  define_type(vm, {Kind::EventLoop,
                   "Runs tasks, timers and callbacks.",
                   {&loop_call_soon_spec, &loop_call_soon_threadsafe_spec, &loop_call_later_spec, &loop_call_at_spec, &loop_time_spec,
                    &loop_run_forever_spec, &loop_stop_spec, &loop_is_running_spec, &loop_is_closed_spec, &loop_close_spec,
                    &loop_create_future_spec, &loop_create_task_spec, &loop_set_task_factory_spec, &loop_get_task_factory_spec,
                    &loop_set_exception_handler_spec, &loop_get_exception_handler_spec, &loop_get_debug_spec, &loop_set_debug_spec,
                    kLoopDescriptorMethods[0], kLoopDescriptorMethods[1], kLoopDescriptorMethods[2], kLoopDescriptorMethods[3], kLoopDescriptorMethods[4]},
                   {}});
  for (Kind kind : {Kind::Handle, Kind::TimerHandle}) vm.type(kind)->slots.repr = handle_repr;
  define_type(vm, {Kind::Handle, "A scheduled callback.", {&handle_cancel_spec, &handle_cancelled_spec}, {}});
  define_type(vm, {Kind::TimerHandle, "A callback scheduled for a time.", {&timer_when_spec}, {}});
  Slots& turn = vm.type(Kind::OneTurn)->slots;
  turn.await = turn_self;
  turn.iter = turn_self;
  turn.next = turn_next;
  define_type(vm, {Kind::OneTurn, "Awaitable that suspends for one turn of the loop.", {}, {}});
}

MODULE(asyncio_native, "_asyncio", "The native half of asyncio.", init_asyncio, FN(create_task), FN(get_running_loop), FN(get_running_loop_or_none),
       FN(set_running_loop), FN(current_task), FN(all_tasks), FN(unfinished_tasks), FN(started_async_generators),
       FN(sleep_future), FN(yield_now))

}  // namespace coil
