// Module _asyncio: its functions. The classes are in asyncio_future.cpp, asyncio_task.cpp, asyncio_handle.cpp and asyncio_loop.cpp.
#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "async/signals.hpp"
#include "base/environment.hpp"
#include "builtins/warnings.hpp"
#include "modules/asyncio_operations.hpp"
#include "modules/host_services.hpp"
#include "objects/containers.hpp"
#include "objects/number.hpp"
#include "objects/str.hpp"
#include "vm/async_gen_hooks.hpp"
#include "vm/async_gen.hpp"

namespace coil {

namespace {

NATIVE(create_task, "create_task(coro, *, name=None, context=None, eager_start=None)", "Run a coroutine as a task of the running loop.") {
  COIL_TRY(Value loop, require_running_loop(vm));
  return spawn_reenter(vm, loop, args[0], args[1], args[2], args[3]);
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
NATIVE(note_last_loop, "_note_last_loop(loop, /)", "A loop that the language runs has stopped: it closes asynchronous generators that are dropped before another one runs.") {
  if (g_async_generator_made) g_last_loop = {vm.thread, args[0]};
  return none();
}

// -- tasks that programs make themselves

/// Tasks of other classes, as _register_task() keeps them. Kept for ever by the module.
Set* g_registered = nullptr;

Result<void> add_registered_tasks_reenter(Vm& vm, Value loop, Set* into) {
  if (!g_registered || g_registered->used == 0) return ok();
  COIL_TRY(List* tasks, list_from_iterable_reenter(vm, g_registered));
  for (size_t i = 0; i < tasks->size; i++) {
    Value task = tasks->items()[i];
    COIL_TRY(Value done, call_method_reenter(vm, task, intern(vm, "done"), {}));
    COIL_TRY(bool finished, truthy_reenter(vm, done));
    if (finished) {
      COIL_CHECK(set_discard_reenter(vm, g_registered, task));
      continue;
    }
    COIL_TRY(Value get_loop, find_attr_reenter(vm, task, intern(vm, "get_loop")));
    COIL_TRY(Value task_loop, get_loop.is_stop() ? get_attr_reenter(vm, task, intern(vm, "_loop")) : call_reenter(vm, get_loop, {}));
    if (task_loop == loop) COIL_CHECK(set_add_reenter(vm, into, task));
  }
  return ok();
}

NATIVE(register_task, "_register_task(task)", "Make all_tasks() know a task of another class.") {
  if (!args[0].is(Kind::Task)) COIL_CHECK(set_add_reenter(vm, g_registered, args[0]));
  return none();
}
NATIVE(unregister_task, "_unregister_task(task)", "Undo _register_task().") {
  COIL_CHECK(set_discard_reenter(vm, g_registered, args[0]));
  return none();
}

Error raise_entering(Vm& vm, const char* before, Value task, const char* between, Value other, const char* after) {
  COIL_TRY(Str* text, repr_reenter(vm, task));
  COIL_TRY(Str* other_text, repr_reenter(vm, other));
  return raise_text(vm, Exc::RuntimeError, before + str_utf8(text) + between + str_utf8(other_text) + after);
}

NATIVE(enter_task, "_enter_task(loop, task)", "Make the task the current one of its loop; for those who drive tasks themselves.") {
  if (Value current = current_task_of(vm, args[0])) {
    return raise_entering(vm, "Cannot enter into task ", args[1], " while another task ", current, " is being executed.");
  }
  if (args[1].is(Kind::Task) && args[1].as<Task>()->loop == args[0]) {
    vm.thread->current_task = args[1];
    return none();
  }
  COIL_TRY(Tuple* entered, make_tuple(vm, {args[0], args[1]}));
  vm.thread->current_task = entered;
  return none();
}
NATIVE(leave_task, "_leave_task(loop, task)", "Undo _enter_task().") {
  Value current = current_task_of(vm, args[0]);
  if (current != args[1]) {
    return raise_entering(vm, "Leaving task ", args[1], " does not match the current task ", current ? current : none(), ".");
  }
  vm.thread->current_task = Value();
  return none();
}

NATIVE(current_task, "current_task(loop=None)", "The running task of the loop, or None.") {
  Value loop = args[0];
  if (!loop || loop.is_none()) {
    COIL_TRY(loop, require_running_loop(vm));
  }
  Value task = current_task_of(vm, loop);
  return task ? task : none();
}
NATIVE(all_tasks, "all_tasks(loop=None)", "The set of the loop's unfinished tasks.") {
  Value loop = args[0];
  if (!loop || loop.is_none()) {
    COIL_TRY(loop, require_running_loop(vm));
  }
  COIL_TRY(Set* tasks, new_set(vm));
  COIL_TRY(List* found, unfinished_tasks(vm, loop));
  for (size_t i = 0; i < found->size; i++) COIL_CHECK(set_add_reenter(vm, tasks, found->items()[i]));
  COIL_CHECK(add_registered_tasks_reenter(vm, loop, tasks));
  return Value(tasks);
}
NATIVE(unfinished_tasks_native, "_unfinished_tasks(loop, /)", "The loop's unfinished tasks, oldest first.") { return unfinished_tasks(vm, args[0]); }

struct SuspendedGenerators {
  size_t count;
  Tuple* found;  // nullptr while they are only counted
  size_t others;  // that belong to a loop and are not suspended
};

void visit_suspended(Cell* cell, void* context) {
  if (cell->kind != Kind::AsyncGenerator) return;
  auto* generator = static_cast<Generator*>(cell);
  auto* visit = static_cast<SuspendedGenerators*>(context);
  if (!belongs_to_loop(generator)) return;
  if (generator->state != GenState::Suspended && !generator->async_running) {
    visit->others++;
    return;
  }
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
  g_async_gens_shut_down = true;
  if (!g_started_async_generators || other_loops_run(vm)) return new_list(vm);
  // The heap is walked twice, because nothing can be allocated while it is walked.
  SuspendedGenerators visit{0, nullptr, 0};
  g_heap.for_each_cell(visit_suspended, &visit);
  COIL_TRY(List* result, new_list(vm));
  if (visit.count == 0) {
    g_started_async_generators = visit.others;  // the rest was dropped
    return result;
  }
  COIL_TRY(visit.found, new_tuple(vm, visit.count));
  // Those that the collector found first are dropped generators; a task of their own would not end before the loop is closed.
  g_dropped_at_shutdown = result;
  Result<void> interrupts = check_interrupts_reenter(vm);
  g_dropped_at_shutdown = Value();
  COIL_CHECK(interrupts);
  visit.count = 0;
  g_heap.for_each_cell(visit_suspended, &visit);
  size_t count = std::min(visit.count, visit.found->size);
  for (size_t i = 0; i < count; i++) {
    set_belongs_to_loop(visit.found->items[i].as<Generator>(), false);
    COIL_CHECK(list_append(vm, result, visit.found->items[i]));
  }
  return result;
}
NATIVE(watch_signal, "_watch_signal(sig, callback, /)", "Let callback(sig) be called when the signal arrives, whatever its handler is; None: no longer.") {
  COIL_TRY(int64_t number, argument_int64_reenter(vm, args[0]));
  COIL_CHECK(set_signal_watcher(vm, number, args[1].is_none() ? Value() : args[1]));
  return none();
}

/// What call_later() would add to the loop's clock: a number that a float can be added to.
Result<double> delay_reenter(Vm& vm, Value delay) {
  if (delay.is_int() || delay.is_float()) [[likely]] return number_as_double_reenter(vm, delay);
  COIL_TRY(Value zero, make_float(vm, 0.0));
  COIL_TRY(Value seconds, binary_reenter(vm, BinaryOp::Add, zero, delay));
  return number_as_double_reenter(vm, seconds);
}

NATIVE(sleep_future, "sleep_future(delay, result, /)", "A future that gets the result after delay seconds; None when the running loop wants to see its timers.") {
  COIL_TRY(Value loop, require_running_loop(vm));
  if (!direct_loop(loop)) return none();
  COIL_TRY(double delay, delay_reenter(vm, args[0]));
  if (std::isnan(delay)) return raise_value_error(vm, "Invalid delay: NaN (not a number)");
  return new_sleep(vm, loop, delay, args[1]);
}

NATIVE(poll, "_poll(loop, timeout, /)", "Wait as the native loop does, at most `timeout` seconds (None: no limit); returns the handles that are due then.") {
  if (!native_loop(args[0])) return raise_type_error(vm, "a native loop was expected, got %s", type_name(args[0]));
  int64_t limit = -1;
  if (!args[1].is_none()) {
    COIL_TRY(double seconds, number_as_double_reenter(vm, args[1]));
    limit = seconds > 0 ? seconds_to_ns(seconds) : 0;
  }
  Loop* loop = loop_of(args[0]);
  if (!loop->in_language) return raise(vm, Exc::RuntimeError, "the loop polls by itself");
  COIL_CHECK(begin_polling(vm, loop));
  g_oracle->poll(vm, *loop->poller, limit);
  end_polling(vm);
  COIL_CHECK(check_interrupts_reenter(vm));
  COIL_TRY(List* handles, new_list(vm));
  while (loop->ready.size()) COIL_CHECK(list_append(vm, handles, loop->ready.pop().target));
  return Value(handles);
}
NATIVE(environment_asks_for_debug, "_environment_asks_for_debug()", "Whether -X dev or PYTHONASYNCIODEBUG asks for debug mode.") {
  return Value::boolean(g_program.dev_mode || environment_variable("COIL_ASYNCIODEBUG", "PYTHONASYNCIODEBUG"));
}

Result<void> init_asyncio(Vm& vm, Dict* ns) {
  define_future_types(vm);
  define_task_type(vm);
  define_handle_types(vm);
  define_loop_types(vm);
  COIL_CHECK(define_task_callables(vm));
  define_functions(vm, ns, "asyncio.tasks", {FN(create_task), FN(current_task), FN(all_tasks)});
  COIL_TRY(g_registered, new_set(vm));
  COIL_CHECK(keep_forever(vm, g_registered));
  for (Kind kind : {Kind::Future, Kind::Task, Kind::EventLoop, Kind::Handle, Kind::TimerHandle}) {
    Class* cls = vm.type(kind);
    COIL_CHECK(dict_set_str(vm, ns, cls->name, Value(cls)));
  }
  COIL_CHECK(module_set(vm, ns, "CancelledError", vm.exception(Exc::CancelledError)));
  COIL_CHECK(module_set(vm, ns, "InvalidStateError", vm.exception(Exc::InvalidStateError)));
  return init_async_operations(vm, ns);
}

}  // namespace

namespace {

/// Whether the create_task() of a class of loops is the native one: the answer for the class that was asked for last.
struct PlainTaskMaker {
  uint32_t root_shape = 0;
  uint32_t epoch = 0;
  bool plain = false;

  bool knows(const Class* cls) const { return cls->root_shape->index == root_shape && epoch == g_class_epoch; }
  [[gnu::noinline]] void look_up(Vm& vm, Class* cls) {
    root_shape = cls->root_shape->index;
    epoch = g_class_epoch;
    Value method = class_lookup(cls, intern(vm, "create_task"));
    plain = method.is(Kind::NativeMethod) && method.as<Native>()->owner == vm.type(Kind::EventLoop);
  }
};
PlainTaskMaker g_plain_task_maker;

}  // namespace

namespace {

NATIVE(note_awaited, "note_awaited(loop, future, /)", "Tell a native loop what it runs for; None: nothing.") {
  if (Loop* loop = native_loop(args[0])) store(args[0].cell(), loop->awaited, args[1].is_none() ? Value() : args[1]);
  return none();
}

}  // namespace

bool makes_plain_tasks(Vm& vm, Value loop) {
  Loop* direct = direct_loop(loop);
  if (!direct || direct->task_factory) return false;
  Class* cls = class_of(loop.cell());
  if (!g_plain_task_maker.knows(cls)) [[unlikely]] g_plain_task_maker.look_up(vm, cls);
  return g_plain_task_maker.plain;
}

Result<void> set_task_name_reenter(Vm& vm, Value task, Value name) {
  if (!name || name.is_none()) return ok();
  COIL_TRY(Value set_name, find_attr_reenter(vm, task, intern(vm, "set_name")));
  if (set_name.is_stop()) {
    return warn_deprecated_reenter(vm, "Task.set_name() was added in Python 3.8, the method support will be mandatory for third-party task "
                                       "implementations since 3.13.");
  }
  COIL_CHECK(call_reenter(vm, set_name, {name}));
  return ok();
}

/// loop.create_task(coroutine, ...) of a loop that may do anything.
[[gnu::noinline]] static Result<Value> spawn_by_method_reenter(Vm& vm, Value loop, Value coroutine, Value context, Value eager_start) {
  COIL_TRY(Value bound, get_attr_reenter(vm, loop, intern(vm, "create_task")));
  COIL_TRY(Tuple* positional, make_tuple(vm, {coroutine}));
  COIL_TRY(Dict* keywords, new_dict(vm));
  if (context && !context.is_none()) COIL_CHECK(dict_set_str(vm, keywords, intern(vm, "context"), context));
  if (eager_start && !eager_start.is_none()) COIL_CHECK(dict_set_str(vm, keywords, intern(vm, "eager_start"), eager_start));
  return call_ex_reenter(vm, bound, positional, keywords);
}

Result<Value> spawn_reenter(Vm& vm, Value loop, Value coroutine, Value name, Value context, Value eager_start) {
  const bool plain = makes_plain_tasks(vm, loop) && !eager_start;
  COIL_TRY(Value task, plain ? Result<Value>(new_task(vm, vm.type(Kind::Task), coroutine, loop, {}, context))
                             : spawn_by_method_reenter(vm, loop, coroutine, context, eager_start));
  // Named afterwards, so that it counts in the numbering of tasks without a name.
  COIL_CHECK(set_task_name_reenter(vm, task, name));
  return task;
}

MODULE(asyncio_native, "_asyncio", "The native half of asyncio.", init_asyncio, FN(get_running_loop), FN(get_running_loop_or_none),
       FN(set_running_loop), FN(unfinished_tasks_native), FN(enter_task), FN(leave_task), FN(register_task), FN(unregister_task), FN(started_async_generators), FN(note_last_loop), FN(note_awaited),
       FN(sleep_future), FN(poll), FN(watch_signal), FN(environment_asks_for_debug))

}  // namespace coil
