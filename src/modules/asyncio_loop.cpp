// The event loop's hot methods; stdlib/asyncio/unix_events.py mixes EventLoop with the rest, which is written in the language.
#include <algorithm>
#include <cmath>

#include "modules/asyncio_internal.hpp"
#include "modules/host_services.hpp"
#include "objects/containers.hpp"
#include "objects/number.hpp"
#include "objects/str.hpp"
#include "vm/async_gen_hooks.hpp"

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

/// Which thread runs the loop matters in debug mode only.
Result<void> check_thread(Vm& vm, Loop* loop) {
  if (!loop->running || vm.thread->running_loop == loop->cell) return ok();
  return raise(vm, Exc::RuntimeError, "Non-thread-safe operation invoked on an event loop other than the current one");
}

Result<void> check_in_debug(Vm& vm, Loop* loop, Value callback, const char* method, bool same_thread = true) {
  COIL_CHECK(check_open(vm, loop));
  if (!loop->debug) return ok();
  if (same_thread) COIL_CHECK(check_thread(vm, loop));
  return check_callback(vm, callback, method);
}

/// BaseEventLoop's own method, for loops that its code in the language runs.
Result<Value> call_in_language(Vm& vm, Value loop, const char* method, Value first, Value callback, Value args, Value context) {
  COIL_TRY(Value module, import_absolute_reenter(vm, intern(vm, "asyncio.base_events")));
  COIL_TRY(Value base, get_attr_reenter(vm, module, intern(vm, "BaseEventLoop")));
  COIL_TRY(Value function, get_attr_reenter(vm, base, intern(vm, method)));
  COIL_TRY(List* positional, new_list(vm));
  COIL_CHECK(list_append(vm, positional, loop));
  if (first) COIL_CHECK(list_append(vm, positional, first));
  if (callback) COIL_CHECK(list_append(vm, positional, callback));
  if (args) COIL_CHECK(list_extend_reenter(vm, positional, args));
  COIL_TRY(Tuple* arguments, new_tuple_from(vm, positional->items(), positional->size));
  COIL_TRY(Dict* keywords, new_dict(vm));
  if (context && !context.is_none()) COIL_CHECK(dict_set_str(vm, keywords, intern(vm, "context"), context));
  return call_ex_reenter(vm, function, arguments, keywords);
}

// -- EventLoop

constexpr std::initializer_list<const char*> kDrivers = {"time", "_run_once", "_process_events", "_write_to_self", "_timer_handle_cancelled"};
constexpr std::initializer_list<const char*> kSchedulers = {"call_soon", "call_soon_threadsafe", "call_later", "call_at", "create_future"};

bool overrides(Vm& vm, Class* cls, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    Value method = class_lookup(cls, intern(vm, name));
    if (!method.is(Kind::NativeMethod) || method.as<Native>()->owner != vm.type(Kind::EventLoop)) return true;
  }
  return false;
}

Result<Value> loop_make(Vm& vm, Class* cls, Value*, size_t, Tuple*) {
  COIL_TRY(Value made, make_event_loop(vm, cls));
  Loop* loop = loop_of(made);
  loop->in_language = overrides(vm, cls, kDrivers);
  if (loop->in_language || handles_are_patched(vm) || overrides(vm, cls, kSchedulers)) show_steps(loop);
  return made;
}
bool is_one_of(Vm& vm, Str* name, std::initializer_list<const char*> names) {
  return std::any_of(names.begin(), names.end(), [&](const char* known) { return intern(vm, known) == intern_str(vm, name); });
}

bool is_idle(const Loop* loop) { return !loop->running && !loop->closed && !loop->ready.size() && loop->timers.empty(); }

/// A program may replace a method of one loop: to watch what is scheduled, to give it a clock or, before anything is scheduled, iterations of its own.
Result<void> loop_set_attr(Vm& vm, Value self, Str* name, Value value) {
  COIL_CHECK(generic_set_attr(vm, self, name, value));
  Loop* loop = loop_of(self);
  if (is_one_of(vm, name, kSchedulers)) show_steps(loop);
  if (is_one_of(vm, name, {"time"}) && !loop->in_language && !is_idle(loop)) {
    loop->own_clock = true;
    show_steps(loop);  // sleeps become timers of call_later()
  }
  if (loop->in_language || !is_idle(loop) || !is_one_of(vm, name, kDrivers)) return ok();
  loop->in_language = true;
  show_steps(loop);
  COIL_CHECK(call_method_reenter(vm, self, intern(vm, "_begin_in_language"), {}));
  return ok();
}
Result<void> loop_init(Vm&, Value, Value*, size_t, Tuple*) { return ok(); }

NATIVE(loop_call_soon, "call_soon(self, callback, *args, context=None)", "Run callback(*args) in the next iteration.") {
  Loop* loop = self_loop(args);
  if (loop->in_language) return call_in_language(vm, args[0], "call_soon", {}, args[1], args[2], args[3]);
  COIL_CHECK(check_in_debug(vm, loop, args[1], "call_soon"));
  COIL_TRY(HandleCell* handle, call_soon(vm, loop, args[1], args[2].as<Tuple>(), args[3]));
  if (loop->debug) COIL_CHECK(note_handle_origin_reenter(vm, handle));
  return Value(handle);
}
NATIVE(loop_call_soon_threadsafe, "call_soon_threadsafe(self, callback, *args, context=None)", "call_soon for other threads: wakes the loop up.") {
  Loop* loop = self_loop(args);
  if (loop->in_language) return call_in_language(vm, args[0], "call_soon_threadsafe", {}, args[1], args[2], args[3]);
  COIL_CHECK(check_in_debug(vm, loop, args[1], "call_soon_threadsafe", false));
  COIL_TRY(HandleCell* handle, call_soon(vm, loop, args[1], args[2].as<Tuple>(), args[3]));
  if (loop->debug) COIL_CHECK(note_handle_origin_reenter(vm, handle));
  if (!(running_loop(vm) == args[0])) loop->poller->wake();
  return Value(handle);
}
/// CPython's loop learns of a signal by a descriptor: what is ready by then runs first.
NATIVE(loop_call_after_poll, "_call_after_poll(self, callback, /, *args)", "Run callback(*args) in the next iteration, behind what its poll finds.") {
  Loop* loop = self_loop(args);
  if (loop->in_language) return call_in_language(vm, args[0], "call_soon_threadsafe", {}, args[1], args[2], {});
  COIL_CHECK(check_open(vm, loop));
  COIL_TRY(HandleCell* handle, new_handle(vm, loop, args[1], args[2].as<Tuple>(), {}));
  loop->after_poll.push_back(handle);
  if (!(running_loop(vm) == args[0])) loop->poller->wake();
  return Value(handle);
}
NATIVE(loop_add_callback, "_add_callback(self, handle, /)", "Run a handle in the next iteration.") {
  Loop* loop = self_loop(args);
  if (loop->in_language) return call_in_language(vm, args[0], "_add_callback", args[1], {}, {}, {});
  if (!args[1].is(Kind::Handle) && !args[1].is(Kind::TimerHandle)) return raise_type_error(vm, "a Handle is required");
  COIL_CHECK(check_open(vm, loop));
  if (!args[1].as<HandleCell>()->cancelled) loop->ready.push({args[1], {}});
  return none();
}

double loop_time_seconds() { return static_cast<double>(g_oracle->monotonic_ns()) / 1e9; }

/// Times that are no numbers are compared with others as they are; the loop fails when it does arithmetic with the first one.
Result<int64_t> untimed_reenter(Vm& vm, Loop* loop, Value when) {
  if (loop->timers.empty()) return kUntimed;
  Timer first = loop->timers.front();
  COIL_TRY(Value other, first.when_ns == kUntimed ? Result<Value>(first.target.as<HandleCell>()->when) : make_float(vm, loop_time_seconds()));
  COIL_CHECK(compare_reenter(vm, when, other, CompareOp::Lt));
  return kUntimed;
}

Result<int64_t> timer_ns_reenter(Vm& vm, Loop* loop, Value when) {
  bool is_number = when.is_int() || when.is_float() || class_lookup(class_of(when), intern(vm, "__float__"));
  if (!is_number) return untimed_reenter(vm, loop, when);
  COIL_TRY(double seconds, number_as_double_reenter(vm, when));
  if (std::isnan(seconds)) return raise_value_error(vm, "Invalid value NaN (not a number)");
  return seconds_to_ns(seconds);
}

Result<Value> add_timer_handle(Vm& vm, Loop* loop, Value when, Value callback, Value args, Value context) {
  COIL_TRY(int64_t when_ns, timer_ns_reenter(vm, loop, when));
  COIL_TRY(HandleCell* handle, alloc_for_class<HandleCell>(vm, vm.type(Kind::TimerHandle), Kind::TimerHandle));
  handle->callback = callback;
  handle->args = args;
  handle->loop = loop->cell;
  handle->when = when;
  if (context && !context.is_none()) {
    store(handle, handle->context, context);
  } else {
    COIL_TRY(Value copy, copy_context(vm));
    store(handle, handle->context, copy);
  }
  if (loop->debug) COIL_CHECK(note_handle_origin_reenter(vm, handle));
  handle->scheduled = true;
  COIL_CHECK(add_timer(vm, loop, when_ns, handle));
  return Value(handle);
}

/// Through the class's own call_at().
Result<Value> call_at_method(Vm& vm, Value loop, Value when, Value callback, Tuple* args, Value context) {
  COIL_TRY(Value method, get_attr_reenter(vm, loop, intern(vm, "call_at")));
  COIL_TRY(Tuple* positional, new_tuple(vm, args->size + 2));
  store(positional, positional->items[0], when);
  store(positional, positional->items[1], callback);
  for (size_t i = 0; i < args->size; i++) store(positional, positional->items[i + 2], args->items[i]);
  COIL_TRY(Dict* keywords, new_dict(vm));
  COIL_CHECK(dict_set_str(vm, keywords, intern(vm, "context"), context ? context : none()));
  return call_ex_reenter(vm, method, positional, keywords);
}

NATIVE(loop_call_later, "call_later(self, delay, callback, *args, context=None)", "Run callback(*args) after delay seconds.") {
  Loop* loop = self_loop(args);
  if (loop->in_language) return call_in_language(vm, args[0], "call_later", args[1], args[2], args[3], args[4]);
  if (args[1].is_none()) return raise_type_error(vm, "delay must not be None");
  COIL_TRY(Value now, loop->own_clock ? call_method_reenter(vm, args[0], intern(vm, "time"), {}) : make_float(vm, loop_time_seconds()));
  COIL_TRY(Value when, binary_reenter(vm, BinaryOp::Add, now, args[1]));
  if (loop->show_steps) return call_at_method(vm, args[0], when, args[2], args[3].as<Tuple>(), args[4]);
  COIL_CHECK(check_in_debug(vm, loop, args[2], "call_at"));
  return add_timer_handle(vm, loop, when, args[2], args[3], args[4]);
}
NATIVE(loop_call_at, "call_at(self, when, callback, *args, context=None)", "Run callback(*args) when the loop's clock shows `when`.") {
  Loop* loop = self_loop(args);
  if (loop->in_language) return call_in_language(vm, args[0], "call_at", args[1], args[2], args[3], args[4]);
  if (args[1].is_none()) return raise_type_error(vm, "when cannot be None");
  COIL_CHECK(check_in_debug(vm, loop, args[2], "call_at"));
  return add_timer_handle(vm, loop, args[1], args[2], args[3], args[4]);
}
NATIVE(loop_time, "time(self, /)", "The loop's clock, in seconds.") { return make_float(vm, loop_time_seconds()); }
NATIVE(loop_run_forever, "run_forever(self, /)", "Run until stop() is called.") {
  if (self_loop(args)->in_language) return call_in_language(vm, args[0], "run_forever", {}, {}, {}, {});
  COIL_CHECK(run_forever_reenter(vm, self_loop(args)));
  return none();
}
NATIVE(loop_run_once, "_run_once(self, /)", "One iteration.") {
  if (self_loop(args)->in_language) return call_in_language(vm, args[0], "_run_once", {}, {}, {}, {});
  COIL_CHECK(run_once_reenter(vm, self_loop(args)));
  return none();
}
NATIVE(loop_process_events, "_process_events(self, event_list, /)", "Schedule the handles that a poll gave.") {
  COIL_TRY(List* handles, list_from_iterable_reenter(vm, args[1]));
  for (size_t i = 0; i < handles->size; i++) {
    COIL_CHECK(call_method_reenter(vm, args[0], intern(vm, "_add_callback"), {handles->items()[i]}));
  }
  return none();
}
NATIVE(loop_write_to_self, "_write_to_self(self, /)", "Wake the loop up.") {
  self_loop(args)->poller->wake();
  return none();
}
NATIVE(loop_timer_handle_cancelled, "_timer_handle_cancelled(self, handle, /)", "A timer was cancelled.") {
  if (self_loop(args)->in_language) return call_in_language(vm, args[0], "_timer_handle_cancelled", args[1], {}, {}, {});
  return none();
}
NATIVE(loop_run_in_language, "_run_in_language(self, /)",
       "Let BaseEventLoop's code run the loop, which waits with a selector of the program; returns the descriptor that tells when _poll() has something.") {
  Loop* loop = self_loop(args);
  int descriptor = loop->poller->descriptor();
  if (descriptor < 0) return raise_os_error(vm, errno);
  loop->in_language = true;
  show_steps(loop);
  return Value::small_int(descriptor);
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
  if (g_last_loop.loop == args[0]) g_last_loop = {};
  return none();
}
NATIVE(loop_create_future, "create_future(self, /)", "A new pending future of this loop.") {
  COIL_TRY(Future* future, new_future(vm, args[0]));
  if (self_loop(args)->debug) COIL_CHECK(note_origin_reenter(vm, future, args[0]));
  return Value(future);
}
/// What the task factory makes of the coroutine. It gets only the keywords that were given.
Result<Value> make_by_factory(Vm& vm, Loop* loop, Value coroutine, Value context, Value eager_start) {
  COIL_TRY(Dict* keywords, new_dict(vm));
  if (context && !context.is_none()) COIL_CHECK(dict_set_str(vm, keywords, intern(vm, "context"), context));
  if (eager_start && !eager_start.is_none()) COIL_CHECK(dict_set_str(vm, keywords, intern(vm, "eager_start"), eager_start));
  COIL_TRY(Tuple* positional, make_tuple(vm, {loop->cell, coroutine}));
  return call_ex_reenter(vm, loop->task_factory, positional, keywords);
}

NATIVE(loop_create_task, "create_task(self, coro, *, name=None, context=None, eager_start=None)", "Run a coroutine as a task.") {
  Loop* loop = self_loop(args);
  COIL_CHECK(check_open(vm, loop));
  if (!loop->task_factory) {
    bool eager = false;
    if (args.has(4)) {
      COIL_TRY(eager, truthy_reenter(vm, args[4]));
    }
    COIL_TRY(Task* task, alloc_for_class<Task>(vm, vm.type(Kind::Task), Kind::Task));
    if (loop->debug) COIL_CHECK(note_origin_reenter(vm, task, args[0]));
    COIL_CHECK(init_task(vm, task, args[1], args[0], args[2], args[3], eager));
    return Value(task);
  }
  COIL_TRY(Value task, make_by_factory(vm, loop, args[1], args[3], args[4]));
  COIL_CHECK(set_task_name_reenter(vm, task, args[2]));
  return task;
}
NATIVE(loop_set_task_factory, "set_task_factory(self, factory)", "factory(loop, coro) makes the tasks; None: the default.") {
  if (!args[1].is_none() && !is_callable(args[1])) return raise_type_error(vm, "task factory must be a callable or None");
  self_loop(args)->task_factory = args[1].is_none() ? Value() : args[1];
  write_barrier(args[0].cell());
  return none();
}
NATIVE(loop_get_task_factory, "get_task_factory(self, /)", "The task factory, or None.") {
  return self_loop(args)->task_factory ? self_loop(args)->task_factory : none();
}
NATIVE(loop_set_exception_handler, "set_exception_handler(self, handler)", "handler(loop, context) gets what nobody waits for; None: the default.") {
  if (!args[1].is_none() && !is_callable(args[1])) {
    COIL_TRY(Str* text, repr_reenter(vm, args[1]));
    return raise_text(vm, Exc::TypeError, "A callable object or None is expected, got " + str_utf8(text));
  }
  self_loop(args)->exception_handler = args[1].is_none() ? Value() : args[1];
  write_barrier(args[0].cell());
  return none();
}
NATIVE(loop_get_exception_handler, "get_exception_handler(self, /)", "The exception handler, or None.") {
  return self_loop(args)->exception_handler ? self_loop(args)->exception_handler : none();
}
Value debug_mode(Value loop) {
  Value given = loop_of(loop)->debug_given;
  return given ? given : Value::boolean(false);
}
Result<void> set_debug_mode_reenter(Vm& vm, Value loop, Value given) {
  COIL_TRY(bool enabled, truthy_reenter(vm, given));
  loop_of(loop)->debug = enabled;
  loop_of(loop)->debug_given = given;
  write_barrier(loop.cell());
  update_direct(loop_of(loop));
  return ok();
}

NATIVE(loop_get_debug, "get_debug(self, /)", "Whether debug mode is on.") { return debug_mode(args[0]); }
NATIVE(loop_set_debug, "set_debug(self, enabled)", "Turn debug mode on or off.") {
  COIL_CHECK(set_debug_mode_reenter(vm, args[0], args[1]));
  if (!self_loop(args)->running) return none();
  COIL_TRY(Value track, get_attr_reenter(vm, args[0], intern(vm, "_set_coroutine_origin_tracking")));
  COIL_CHECK(call_method_reenter(vm, args[0], intern(vm, "call_soon_threadsafe"), {track, args[1]}));
  return none();
}

// -- attributes that programs read, though their names are private

Result<Value> get_closed(Vm&, Value self) { return Value::boolean(loop_of(self)->closed); }
Result<Value> get_stopping(Vm&, Value self) { return Value::boolean(loop_of(self)->stopping); }
Result<Value> get_debug_flag(Vm&, Value self) { return debug_mode(self); }
Result<void> set_flag(Vm& vm, bool* flag, Value value) {
  COIL_TRY(bool on, truthy_reenter(vm, value ? value : none()));
  *flag = on;
  return ok();
}
Result<void> set_stopping(Vm& vm, Value self, Value value) { return set_flag(vm, &loop_of(self)->stopping, value); }
Result<void> set_debug_flag(Vm& vm, Value self, Value value) { return set_debug_mode_reenter(vm, self, value ? value : none()); }
/// BaseEventLoop.run_forever in the language keeps the native state up to date by this.
Result<Value> get_running_flag(Vm&, Value self) { return Value::boolean(loop_of(self)->running); }
Result<void> set_running_flag(Vm& vm, Value self, Value value) { return set_flag(vm, &loop_of(self)->running, value); }

const GetSetSpec kClosed{"_closed", get_closed, nullptr, "Whether the loop was closed."};
const GetSetSpec kStopping{"_stopping", get_stopping, set_stopping, "Whether run_forever returns after this iteration."};
const GetSetSpec kDebug{"_debug", get_debug_flag, set_debug_flag, "Debug mode."};
Result<Value> get_in_language(Vm&, Value self) { return Value::boolean(loop_of(self)->in_language); }

const GetSetSpec kInLanguage{"_in_language", get_in_language, nullptr, "Whether BaseEventLoop's code in the language runs the loop."};
const GetSetSpec kRunning{"_running", get_running_flag, set_running_flag, "Whether the loop runs."};

}  // namespace

void define_loop_types(Vm& vm) {
  Slots& slots = vm.type(Kind::EventLoop)->slots;
  slots.make = loop_make;
  slots.init = loop_init;
  slots.set_attr = loop_set_attr;
  enable_attrs(vm, vm.type(Kind::EventLoop), sizeof(EventLoopCell));
  define_type(vm, {Kind::EventLoop,
                   "Runs tasks, timers and callbacks.",
                   {&loop_call_soon_spec, &loop_call_soon_threadsafe_spec, &loop_call_after_poll_spec, &loop_add_callback_spec, &loop_call_later_spec, &loop_call_at_spec, &loop_time_spec,
                    &loop_run_forever_spec, &loop_run_once_spec, &loop_process_events_spec, &loop_write_to_self_spec, &loop_timer_handle_cancelled_spec, &loop_run_in_language_spec, &loop_stop_spec, &loop_is_running_spec, &loop_is_closed_spec, &loop_close_spec,
                    &loop_create_future_spec, &loop_create_task_spec, &loop_set_task_factory_spec, &loop_get_task_factory_spec,
                    &loop_set_exception_handler_spec, &loop_get_exception_handler_spec, &loop_get_debug_spec, &loop_set_debug_spec,
                    kLoopDescriptorMethods[0], kLoopDescriptorMethods[1], kLoopDescriptorMethods[2], kLoopDescriptorMethods[3], kLoopDescriptorMethods[4]},
                   {&kClosed, &kStopping, &kDebug, &kRunning, &kInLanguage}});
}

}  // namespace coil
