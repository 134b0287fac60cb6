// What happens at a safepoint when the interrupt flag is set: signals, finalizers of dead objects, cleared weak references, thread hand-over.
#include "host/safepoint.hpp"

#include <unistd.h>

#include <string>

#include "async/future.hpp"
#include "async/loop.hpp"
#include "async/signals.hpp"
#include "builtins/generator.hpp"
#include "modules/host_services.hpp"
#include "modules/introspection.hpp"
#include "objects/containers.hpp"
#include "objects/exception.hpp"
#include "objects/str.hpp"
#include "vm/async_gen_hooks.hpp"
#include "vm/hooks.hpp"
#include "vm/recursion.hpp"
#include "vm/threads.hpp"

namespace coil {

namespace {

/// An exception where nobody waits goes to sys.unraisablehook.
void print_ignored(Vm& vm, Value where) {
  Value exception = clear_pending(vm);
  report_unraisable_reenter(vm, exception, where);
}

/// Through the warnings module, so that filters and catch_warnings() see it. The place is where the coroutine was made.
void warn_never_awaited(Vm& vm, Generator* coroutine, Dict* globals) {
  Cell* origin = coroutine->origin();
  Value file = none(), line = Value::small_int(1);
  if (origin && origin->kind == Kind::Code) {
    auto* code = static_cast<Code*>(origin);
    file = code->filename;
    line = Value::small_int(code->unit->positions[coroutine->origin_instr].line);
  }
  auto warn = [&]() -> Result<Value> {
    COIL_TRY(Value module, import_absolute_reenter(vm, intern(vm, "warnings")));
    return call_method_reenter(vm, module, intern(vm, "_warn_unawaited_coroutine"), {coroutine, file, line, globals});
  };
  if (!warn()) print_ignored(vm, coroutine);
}

void finalize_generator(Vm& vm, Generator* generator) {
  if (generator->kind == Kind::AsyncGenerator) {
    if (generator->state != GenState::Suspended) return;
    if (!(generator->closed ? close_generator_reenter(vm, generator) : drop_async_generator(vm, generator))) print_ignored(vm, generator);
    return;
  }
  if (generator->kind == Kind::Coroutine && generator->state == GenState::Created && !generator->awaited) {
    warn_never_awaited(vm, generator, generator->function()->globals);
    return;
  }
  if (generator->state != GenState::Suspended) return;
  if (!close_generator_reenter(vm, generator)) print_ignored(vm, generator);
}

/// The coroutine of a task that waits when its loop is closed ends before the report, as in CPython: there the task is part of a cycle with the future, whose
/// parts are finalized in the order in which they were made.
void end_waiting_coroutine(Vm& vm, Task* task) {
  Loop* loop = native_loop(task->loop);
  Value coroutine = task->coroutine();
  if (!loop || !loop->closed || !coroutine.is(Kind::Coroutine) || coroutine.as<Generator>()->state != GenState::Suspended) return;
  finalize_generator(vm, coroutine.as<Generator>());
}

void finalize_future(Vm& vm, Future* future) {
  if (!future->loop) return;  // never initialised
  if (future->kind == Kind::Task && !future_done(future) && static_cast<Task*>(future)->has(kTaskReportPending)) {
    end_waiting_coroutine(vm, static_cast<Task*>(future));
    return report_pending_task_reenter(vm, static_cast<Task*>(future));
  }
  if (!future->has(kFutureLogTraceback) || !future->exception()) return;
  future->clear(kFutureLogTraceback);
  std::string message = str_utf8(class_of(Value(future))->name) + " exception was never retrieved";
  report_future_reenter(vm, future, message.c_str(), {{"exception", future->exception()}, {"future", Value(future)}});
}

void finalize_instance(Vm& vm, Cell* cell) {
  Value method = class_lookup(class_of(cell), vm.name(Name::del_));
  if (!method) return;
  if (!call_reenter(vm, method, {Value(cell)})) print_ignored(vm, method);
}

void finalize(Vm& vm, Cell* cell) {
  switch (cell->kind) {
    case Kind::Generator:
    case Kind::Coroutine:
    case Kind::AsyncGenerator: return finalize_generator(vm, static_cast<Generator*>(cell));
    case Kind::Future:
    case Kind::Task:
      finalize_future(vm, static_cast<Future*>(cell));
      [[fallthrough]];
    default: return finalize_instance(vm, cell);
  }
}

void note_pending() { __atomic_or_fetch(&g_vm.interrupt, kInterruptFinalize, __ATOMIC_RELAXED); }

Result<void> async_gen_dropped(Vm& vm, Value generator) { return drop_async_generator(vm, generator.as<Generator>()); }

/// The loop that runs in the thread, or that ran there last; or nothing.
Value loop_of_thread(const Thread* thread) {
  if (thread->running_loop) return thread->running_loop;
  return g_last_loop.thread == thread ? g_last_loop.loop : Value();
}

Result<bool> is_closed_reenter(Vm& vm, Value loop) {
  if (Loop* native = native_loop(loop)) return native->closed;
  COIL_TRY(Value closed, call_method_reenter(vm, loop, intern(vm, "is_closed"), {}));
  return truthy_reenter(vm, closed);
}

const Thread* main_thread(const Vm& vm) {
  const Thread* thread = vm.threads;
  while (!thread->is_main) thread = thread->next;
  return thread;
}

}  // namespace

/// Whoever was responsible when the generator began closes it: a finalizer hook; the loop, in a task of its own, be it when it runs again; nobody, then it is closed
/// like any generator.
Result<void> drop_async_generator(Vm& vm, Generator* generator) {
  if (Value hook = take_async_gen_finalizer(generator)) {
    COIL_CHECK(call_reenter(vm, hook, {Value(generator)}));
    return ok();
  }
  if (!belongs_to_loop(generator)) return close_generator_reenter(vm, generator);
  Value loop = loop_of_thread(vm.thread);
  // The collection may have been in a thread of an executor.
  if (!loop) loop = loop_of_thread(main_thread(vm));
  if (!loop) return ok();
  COIL_TRY(bool closed, is_closed_reenter(vm, loop));
  if (closed) return ok();
  generator->loop_owned = false;
  set_belongs_to_loop(generator, false);
  Heap::drop_finalizer(generator);
  if (g_dropped_at_shutdown) return list_append(vm, g_dropped_at_shutdown.as<List>(), generator);
  COIL_TRY(Value closing, call_method_reenter(vm, generator, intern(vm, "aclose"), {}));
  COIL_TRY(Value create, get_attr_reenter(vm, loop, intern(vm, "create_task")));
  COIL_CHECK(call_method_reenter(vm, loop, intern(vm, "call_soon_threadsafe"), {create, closing}));
  return ok();
}

void run_finalizers_reenter(Vm& vm) {
  __atomic_and_fetch(&vm.interrupt, ~uint32_t{kInterruptFinalize}, __ATOMIC_RELAXED);
  Value pending = vm.pending;
  vm.pending = Value();
  while (Cell* cell = g_heap.take_pending_finalizer()) finalize(vm, cell);
  while (Cell* holder = g_heap.take_cleared_weak()) {
    if (g_hooks.weak_cleared) g_hooks.weak_cleared(vm, holder);
  }
  vm.pending = pending;
}

void run_all_finalizers_reenter(Vm& vm) {
  auto unread = [](const Cell* cell) {
    return (cell->kind == Kind::Future || cell->kind == Kind::Task) && static_cast<const Future*>(cell)->has(kFutureLogTraceback);
  };
  if (g_heap.any_finalizable(unread)) {
    g_heap.collect_full();
    run_finalizers_reenter(vm);
  }
  g_modules_torn_down = true;
  g_heap.queue_all_finalizers();
  run_finalizers_reenter(vm);
}

void finalize_abandoned_tasks_reenter(Vm& vm, Value kept) {
  Result<List*> tasks = abandoned_tasks(vm, kept);
  if (!tasks) return (void)clear_pending(vm);
  for (size_t i = 0; i < (*tasks)->size; i++) {
    auto* task = (*tasks)->items()[i].as<Task>();
    finalize(vm, task);
    if (task->coroutine().is_cell()) finalize(vm, task->coroutine().cell());
  }
}

Result<void> safepoint_reenter(Vm& vm) {
  leave_last_level(vm);
  uint32_t why = __atomic_load_n(&vm.interrupt, __ATOMIC_RELAXED);
  if (why & kInterruptFinalize) {
    g_heap.idle_work();
    run_finalizers_reenter(vm);
  }
  if (why & kInterruptThreads) hand_over_vm(vm);
  if (why & kInterruptSignal && vm.thread->is_main) {
    return run_signal_handlers_reenter(vm, [](Vm& machine) { return running_frame_object(machine, 0); });
  }
  return ok();
}

void setup_safepoints(Vm&) {
  g_heap.on_pending(note_pending);
  g_hooks.safepoint = safepoint_reenter;
  g_hooks.async_gen_dropped = async_gen_dropped;
  g_hooks.never_awaited = warn_never_awaited;
  g_hooks.ignored = print_ignored;
}

}  // namespace coil
