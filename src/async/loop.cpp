// The loop's iterations. One iteration: decide how long to wait, poll, move due timers to the ready queue, run what is ready now (not what becomes ready meanwhile).
#include "async/loop.hpp"

#include <algorithm>
#include <cmath>

#include "async/describe.hpp"
#include "async/done_callback.hpp"
#include "async/future.hpp"
#include "async/language_loop.hpp"
#include "base/out_of_memory.hpp"
#include "heap/census.hpp"
#include "heap/root_slices.hpp"
#include "objects/containers.hpp"
#include "objects/exception.hpp"
#include "objects/number.hpp"
#include "objects/protocol.hpp"
#include "objects/str.hpp"
#include "vm/async_gen.hpp"
#include "vm/async_gen_hooks.hpp"
#include "vm/hooks.hpp"
#include "vm/profile.hpp"

namespace coil {

namespace {

Loop* g_loops = nullptr;
/// Unfinished tasks of loops that are written in the language.
Task* g_tasks_elsewhere = nullptr;

Task*& task_list(Value loop) {
  Loop* native = native_loop(loop);
  return native ? native->tasks : g_tasks_elsewhere;
}

/// The heap's order: earliest first, then in order of creation.
bool later(const Timer& a, const Timer& b) {
  return a.when_ns != b.when_ns ? a.when_ns > b.when_ns : a.sequence > b.sequence;
}

bool timer_is_dead(const Timer& timer) {
  if (timer.target.is(Kind::Future)) return future_done(timer.target.as<Future>());
  return timer.target.as<HandleCell>()->cancelled;
}

bool is_scheduled(Value target) {
  return target.is(Kind::Future) ? target.as<Future>()->has(kFutureHasTimer) : target.as<HandleCell>()->scheduled;
}

/// Of a million timers a collection visits the new ones, and a full cycle the others a part at a time.
void mark_timers(Loop* loop, Marker& marker) {
  constexpr size_t kPart = 20'000;
  for (Value target : loop->new_timers) {
    if (is_scheduled(target)) marker.value(target);
  }
  for (Value target : loop->dropped_timers) marker.value(target);
  loop->new_timers.clear();
  loop->dropped_timers.clear();
  uint32_t cycle = marking_cycle();
  if (!cycle) return;
  if (std::exchange(loop->marked_cycle, cycle) != cycle) loop->unmarked_timers = loop->timers.size();
  size_t& left = loop->unmarked_timers;
  left = std::min(left, loop->timers.size());
  while (left) {
    for (size_t stop = left - std::min(left, kPart); left > stop;) marker.value(loop->timers[--left].target);
    if (left && leave_roots_for_later()) return;
  }
}

/// All but the timers, which are marked a part at a time.
void mark_scheduled(Loop* loop, Marker& marker) {
  loop->ready.mark(marker);
  for (Value handle : loop->after_poll) marker.value(handle);
  loop->poller->mark(marker);
  marker.cell(loop->tasks);
}

void mark_loops(void*, Marker& marker) {
  marker.cell(g_tasks_elsewhere);
  for (Loop* loop = g_loops; loop; loop = loop->next) {
    if (loop->closed) continue;
    mark_scheduled(loop, marker);
    mark_timers(loop, marker);
    if (loop->running || loop->tasks || loop->ready.size() || !loop->timers.empty()) marker.value(loop->cell);
  }
}

void trace_loop(Cell* cell, Marker& marker) {
  if (Loop* loop = static_cast<EventLoopCell*>(cell)->loop) {
    marker.value(loop->exception_handler);
    marker.value(loop->task_factory);
    marker.value(loop->awaited);
    marker.value(loop->debug_given);
  }
  trace_attrs(cell, marker);
}

void destroy_loop(Cell* cell) {
  Loop* loop = static_cast<EventLoopCell*>(cell)->loop;
  if (!loop) return;
  for (Loop** link = &g_loops; *link; link = &(*link)->next) {
    if (*link == loop) {
      *link = loop->next;
      break;
    }
  }
  delete loop;
}

void trace_handle(Cell* cell, Marker& marker) {
  auto* handle = static_cast<HandleCell*>(cell);
  marker.value(handle->callback);
  marker.value(handle->args);
  marker.value(handle->context);
  marker.value(handle->loop);
  marker.value(handle->when);
  marker.value(handle->origin);
  trace_attrs(cell, marker);
}

/// Whether an exception from a callback must leave the loop.
bool leaves_loop(Vm& vm) { return pending_matches(vm, Exc::KeyboardInterrupt) || pending_matches(vm, Exc::SystemExit); }

using ReportParts = std::initializer_list<std::pair<const char*, Value>>;

/// The context for an exception handler.
Result<Dict*> new_report(Vm& vm, const char* message, ReportParts parts) {
  COIL_TRY(Dict* report, new_dict(vm));
  COIL_TRY(Str* text, new_str(vm, message));
  COIL_CHECK(dict_set_str(vm, report, intern(vm, "message"), Value(text)));
  for (const auto& [key, value] : parts) COIL_CHECK(dict_set_str(vm, report, intern(vm, key), value));
  return report;
}

/// loop.call_exception_handler(report), in the language where the exception counts as handled meanwhile.
Result<void> report_handled_reenter(Vm& vm, Value loop, Dict* report) {
  Value module = dict_get_str(vm.modules, intern(vm, "asyncio.base_events"));
  Result<Value> reported = module ? call_method_reenter(vm, module, intern(vm, "_report_callback"), {loop, Value(report)})
                                  : call_method_reenter(vm, loop, intern(vm, "call_exception_handler"), {Value(report)});
  if (reported) return ok();
  if (leaves_loop(vm)) return Error{};
  clear_pending(vm);
  return ok();
}

/// The pending exception of a callback goes to the loop's exception handler. `handle`: nullptr for a future's callback, which has none yet.
Result<void> report_callback_error(Vm& vm, Value loop, HandleCell* handle, Value callback, Tuple* args) {
  if (leaves_loop(vm)) return Error{};
  Value exception = clear_pending(vm);
  if (!handle) {
    COIL_TRY(handle, alloc_for_class<HandleCell>(vm, vm.type(Kind::Handle), Kind::Handle));
    handle->callback = callback;
    handle->args = args;
    handle->loop = loop;
  } else if (handle->cancelled) {  // by the callback itself: the handle has forgotten what it called
    callback = none();
    args = vm.empty_tuple;
  }
  Result<std::string> text = describe_call_reenter(vm, callback, args);
  if (!text) clear_pending(vm);
  std::string message = "Exception in callback " + (text ? *text : std::string("?"));
  COIL_TRY(Dict* report, new_report(vm, message.c_str(), {{"exception", exception}, {"handle", handle}}));
  if (handle->origin) COIL_CHECK(dict_set_str(vm, report, intern(vm, "source_traceback"), handle->origin));
  return report_handled_reenter(vm, loop, report);
}

/// A step failed, not the task's code: something that it awaits behaves badly.
Result<void> report_step_error(Vm& vm, Loop* loop, Task* task) {
  if (leaves_loop(vm)) return Error{};
  Value exception = clear_pending(vm);
  COIL_TRY(Value step, task_step_callable(vm, task, {}));
  (void)raise_exception(vm, exception);
  return report_callback_error(vm, loop->cell, nullptr, step, vm.empty_tuple);
}

/// Runs a callback in a context: nothing or None means the current one. Programs may give any object with a run().
Result<Value> call_in_context(Vm& vm, Value callback, Value* args, size_t count, Value context) {
  if (context && !context.is_none() && !context.is(Kind::Context)) {
    COIL_TRY(Value run, get_attr_reenter(vm, context, intern(vm, "run")));
    COIL_TRY(Tuple* all, new_tuple(vm, count + 1));
    store(all, all->items[0], callback);
    for (size_t i = 0; i < count; i++) store(all, all->items[i + 1], args[i]);
    return call_ex_reenter(vm, run, all, nullptr);
  }
  EnteredContext entered(vm, context);
  return call_vector_reenter(vm, callback, args, count, nullptr);
}

Result<void> run_handle(Vm& vm, Loop* loop, HandleCell* handle) {
  if (handle->cancelled) return ok();
  // Debug mode measures the time; a program's subclass of Handle may have its own _run().
  if (loop->debug) {
    COIL_CHECK(call_method_reenter(vm, loop->cell, intern(vm, "_run_handle"), {Value(handle)}));
    return ok();
  }
  if (handles_are_patched(vm)) [[unlikely]] {
    COIL_CHECK(call_method_reenter(vm, handle, intern(vm, "_run"), {}));
    return ok();
  }
  return run_handle_reenter(vm, handle);
}

Result<void> run_entry(Vm& vm, Loop* loop, ReadyEntry entry) {
  switch (entry.target.cell()->kind) {
    case Kind::Task: {
      auto* task = entry.target.as<Task>();
      if (entry.argument ? task_wakeup_reenter(vm, task, entry.argument) : task_step_reenter(vm, task, {})) [[likely]] return ok();
      return report_step_error(vm, loop, task);
    }
    case Kind::Handle:
    case Kind::TimerHandle: return run_handle(vm, loop, entry.target.as<HandleCell>());
    case Kind::Future:
      if (future_done(entry.target.as<Future>())) return ok();
      return future_set_result_reenter(vm, entry.target.as<Future>(), entry.target.as<Future>()->outcome);
    case Kind::DoneCallback: {
      auto* callback = entry.target.as<DoneCallback>();
      if (callback->ops->run(vm, callback, entry.argument)) return ok();
      COIL_TRY(Tuple* given, make_tuple(vm, {entry.argument}));
      return report_callback_error(vm, loop->cell, nullptr, callback, given);
    }
    default: break;
  }
  Tuple* pair = entry.target.as<Tuple>();
  if (pair->size == 3) {
    if (task_step_reenter(vm, pair->items[0].as<Task>(), pair->items[1])) return ok();
    return report_step_error(vm, loop, pair->items[0].as<Task>());
  }
  Value args[1] = {entry.argument};
  if (call_in_context(vm, pair->items[0], args, 1, pair->items[1])) return ok();
  COIL_TRY(Tuple* given, make_tuple(vm, {entry.argument}));
  return report_callback_error(vm, loop->cell, nullptr, pair->items[0], given);
}

void pop_timer(Loop* loop) {
  std::pop_heap(loop->timers.begin(), loop->timers.end(), later);
  loop->timers.pop_back();
}

void drop_dead_timers(Loop* loop) {
  while (!loop->timers.empty() && timer_is_dead(loop->timers.front())) {
    if (loop->cancelled_timers > 0) loop->cancelled_timers--;
    pop_timer(loop);
  }
}

/// Fails as the arithmetic with the first timer's time does, which is no number.
Result<void> fail_untimed_reenter(Vm& vm, Loop* loop, bool waiting) {
  Value when = loop->timers.front().target.as<HandleCell>()->when;
  COIL_TRY(Value now, make_float(vm, static_cast<double>(g_oracle->monotonic_ns()) / 1e9));
  if (waiting) COIL_CHECK(binary_reenter(vm, BinaryOp::Sub, when, now));
  COIL_CHECK(compare_reenter(vm, when, now, CompareOp::Ge));
  COIL_CHECK(number_as_double_reenter(vm, when));
  return ok();
}

bool first_is_untimed(const Loop* loop) {
  return !loop->timers.empty() && loop->timers.front().when_ns == kUntimed && !timer_is_dead(loop->timers.front());
}

Result<void> move_due_timers_reenter(Vm& vm, Loop* loop) {
  if (loop->timers.empty()) return ok();
  COIL_TRY(int64_t now, loop_now_reenter(vm, loop));
  while (!loop->timers.empty() && loop->timers.front().when_ns <= now) {
    if (first_is_untimed(loop)) [[unlikely]] COIL_CHECK(fail_untimed_reenter(vm, loop, false));
    Value target = loop->timers.front().target;
    pop_timer(loop);
    if (target.is(Kind::Future)) target.as<Future>()->clear(kFutureHasTimer);
    else target.as<HandleCell>()->scheduled = false;
    loop->ready.push({target, {}});
  }
  return ok();
}

/// How long the poll may block.
Result<int64_t> poll_timeout_reenter(Vm& vm, Loop* loop) {
  if (loop->ready.size() || loop->stopping || !loop->after_poll.empty()) return 0;
  if (safepoint_due(vm)) return 0;  // a signal that came before the poller was known to its handler
  drop_dead_timers(loop);
  if (loop->timers.empty()) return -1;
  COIL_TRY(int64_t now, loop_now_reenter(vm, loop));
  return loop->timers.empty() ? -1 : std::max<int64_t>(0, loop->timers.front().when_ns - now);
}

/// A profiler counts waiting as a call.
Result<void> wait_for_events(Vm& vm, Loop* loop, int64_t timeout) {
  bool told = profiled(vm) && g_profiled_waiting;
  if (told) COIL_CHECK(profile_native_reenter(vm, ProfileEvent::NativeCall, g_profiled_waiting));
  g_oracle->poll(vm, *loop->poller, timeout);
  return told ? profile_native_reenter(vm, ProfileEvent::NativeReturn, g_profiled_waiting) : ok();
}

/// The callback that stops the loop may have failed, for lack of memory: what is to be awaited is done, and nothing else will happen.
bool waits_in_vain(const Loop* loop) { return is_future(loop->awaited) && future_done(loop->awaited.as<Future>()); }

Result<void> run_once(Vm& vm, Loop* loop) {
  if (handles_are_patched(vm)) [[unlikely]] show_steps(loop);
  COIL_TRY(int64_t timeout, poll_timeout_reenter(vm, loop));
  if (first_is_untimed(loop) && !loop->ready.size()) [[unlikely]] COIL_CHECK(fail_untimed_reenter(vm, loop, true));
  if (timeout != 0 && waits_in_vain(loop)) [[unlikely]] {
    loop->stopping = true;
    return ok();
  }
  bool busy = timeout == 0 && loop->ready.size();
  if (!busy) {
    if (timeout != 0) g_heap.idle_work();
    COIL_CHECK(wait_for_events(vm, loop, timeout));
  } else if (loop->poller->needed()) {
    g_oracle->poll(vm, *loop->poller, 0);
  }
  if (__atomic_load_n(&vm.interrupt, __ATOMIC_RELAXED)) COIL_CHECK(g_hooks.safepoint(vm));
  for (Value handle : loop->after_poll) loop->ready.push({handle, {}});
  loop->after_poll.clear();
  COIL_CHECK(move_due_timers_reenter(vm, loop));
  for (size_t count = loop->ready.size(); count > 0 && loop->ready.size() > 0; count--) {
    COIL_CHECK(run_entry(vm, loop, loop->ready.pop()));
    if (__atomic_load_n(&vm.interrupt, __ATOMIC_RELAXED)) [[unlikely]] COIL_CHECK(g_hooks.safepoint(vm));
  }
  return ok();
}

Error raise_closed(Vm& vm) { return raise(vm, Exc::RuntimeError, "Event loop is closed"); }

}  // namespace

void ReadyQueue::add_chunk() {
  ValueArray* chunk = std::exchange(spare_, nullptr);
  if (!chunk) {
    // Scheduling cannot fail.
    Heap::Exemption exemption;
    constexpr size_t kBytes = sizeof(ValueArray) + kEnd * sizeof(Value);
    static_assert(kBytes <= 32768 && kBytes > 32768 - 16, "a chunk fills a block of the heap");
    chunk = static_cast<ValueArray*>(g_heap.allocate(kBytes, Kind::ValueArray, static_cast<uint32_t>(Kind::ValueArray)));
    if (!chunk) out_of_memory();
    chunk->capacity = kEnd;
  }
  if (tail_) {
    store(tail_, tail_->items()[0], chunk);
  } else {
    head_ = chunk;
    head_at_ = kFirst;
  }
  tail_ = chunk;
  tail_at_ = kFirst;
}

void ReadyQueue::drop_chunk() {
  ValueArray* drained = std::exchange(head_, head_->items()[0].as<ValueArray>());
  drained->items()[0] = Value();
  head_at_ = kFirst;
  if (spare_) g_heap.free_now(drained);
  else spare_ = drained;
}

Result<Value> make_event_loop(Vm& vm, Class* cls) {
  COIL_TRY(EventLoopCell* cell, alloc_for_class<EventLoopCell>(vm, cls, Kind::EventLoop));
  cell->loop = new Loop;
  cell->loop->cell = cell;
  cell->loop->poller = std::make_unique<Poller>(cell->loop);
  cell->loop->next = g_loops;
  g_loops = cell->loop;
  return Value(cell);
}

void show_steps(Loop* loop) {
  loop->show_steps = true;
  update_direct(loop);
}

Value running_loop(Vm& vm) { return vm.thread->running_loop; }

Result<Value> require_running_loop(Vm& vm) {
  if (Value loop = running_loop(vm)) return loop;
  return raise(vm, Exc::RuntimeError, "no running event loop");
}

Result<HandleCell*> new_handle(Vm& vm, Loop* loop, Value callback, Tuple* args, Value context) {
  COIL_TRY(HandleCell* handle, alloc_for_class<HandleCell>(vm, vm.type(Kind::Handle), Kind::Handle));
  handle->callback = callback;
  handle->args = args;
  handle->loop = loop->cell;
  if (context && !context.is_none()) {
    store(handle, handle->context, context);
  } else {
    COIL_TRY(Value copy, copy_context(vm));
    store(handle, handle->context, copy);
  }
  return handle;
}

Result<HandleCell*> call_soon(Vm& vm, Loop* loop, Value callback, Tuple* args, Value context) {
  if (loop->closed) return raise_closed(vm);
  COIL_TRY(HandleCell* handle, new_handle(vm, loop, callback, args, context));
  loop->ready.push({handle, {}});
  return handle;
}

Result<void> add_timer(Vm& vm, Loop* loop, int64_t when_ns, Value target) {
  if (loop->closed) return raise_closed(vm);
  std::vector<Timer>& timers = loop->timers;
  if (first_is_untimed(loop) && when_ns != kUntimed) [[unlikely]] {
    COIL_TRY(Value when, make_float(vm, static_cast<double>(when_ns) / 1e9));
    COIL_CHECK(compare_reenter(vm, when, timers.front().target.as<HandleCell>()->when, CompareOp::Lt));
  }
  Timer timer{when_ns, loop->timer_sequence++, target};
  timers.push_back(timer);
  loop->new_timers.push_back(target);
  size_t at = timers.size() - 1;
  for (size_t parent; at && later(timers[parent = (at - 1) / 2], timer); at = parent) {
    timers[at] = timers[parent];
    if (parent < loop->unmarked_timers) loop->new_timers.push_back(timers[at].target);
  }
  timers[at] = timer;
  return ok();
}

void note_cancelled_timer(Loop* loop, Value target) {
  loop->dropped_timers.push_back(target);
  constexpr size_t kMinimum = 100;
  if (++loop->cancelled_timers < kMinimum || loop->cancelled_timers * 2 < loop->timers.size()) return;
  std::erase_if(loop->timers, timer_is_dead);
  std::make_heap(loop->timers.begin(), loop->timers.end(), later);
  loop->marked_cycle = 0;  // nothing is where it was
  loop->cancelled_timers = 0;
}

int64_t seconds_to_ns(double seconds) {
  constexpr double kLimit = 9.0e18;
  double ns = seconds * 1e9;
  if (!(ns < kLimit)) return static_cast<int64_t>(kLimit);
  if (ns < -kLimit) return -static_cast<int64_t>(kLimit);
  return static_cast<int64_t>(std::ceil(ns));
}

Result<int64_t> loop_now_reenter(Vm& vm, Loop* loop) {
  if (!loop->own_clock) [[likely]] return g_oracle->monotonic_ns();
  COIL_TRY(Value now, call_method_reenter(vm, loop->cell, intern(vm, "time"), {}));
  COIL_TRY(double seconds, number_as_double_reenter(vm, now));
  return seconds_to_ns(seconds);
}

static Generator* coroutine_of(Task* task) {
  return task->subject.is(Kind::Coroutine) ? task->subject.as<Generator>() : nullptr;
}

void link_task(Task* task) {
  Task*& list = task_list(task->loop);
  task->next = list;
  write_barrier(task);
  task->set(kTaskListed);
  if (list) list->previous = task;
  list = task;
  // The list holds the coroutine: there is nothing to finalize before the task leaves it.
  if (Generator* coroutine = coroutine_of(task)) g_heap.unset_finalizer(coroutine);
}

void unlink_task(Task* task) {
  if (!task->has(kTaskListed)) return;
  task->clear(kTaskListed);
  if (task->next) task->next->previous = task->previous;
  if (task->previous) task->previous->next = task->next;
  else task_list(task->loop) = task->next;
  if (task->previous) write_barrier(task->previous);
  task->next = task->previous = nullptr;
  Generator* coroutine = coroutine_of(task);
  if (coroutine && coroutine->state != GenState::Done) g_heap.set_finalizer(coroutine);
}

Result<List*> unfinished_tasks(Vm& vm, Value loop) {
  COIL_TRY(List* found, new_list(vm));
  for (Task* task = task_list(loop); task; task = task->next) {
    if (task->loop == loop) COIL_CHECK(list_append(vm, found, task));
  }
  std::reverse(found->items(), found->items() + found->size);
  return found;
}

Result<List*> abandoned_tasks(Vm& vm, Value kept) {
  COIL_TRY(List* found, new_list(vm));
  for (Loop* loop = g_loops; loop; loop = loop->next) {
    if (loop->running || loop->cell == kept) continue;
    for (Task* task = loop->tasks; task; task = task->next) COIL_CHECK(list_append(vm, found, task));
  }
  std::reverse(found->items(), found->items() + found->size);
  return found;
}

void for_each_scheduled(Loop* loop, void (*fn)(Cell*, void*), void* context) {
  for_each_root([](void* owner, Marker& marker) {
    auto* scheduling = static_cast<Loop*>(owner);
    mark_scheduled(scheduling, marker);
    for (const Timer& timer : scheduling->timers) marker.value(timer.target);
  }, loop, fn, context);
}

static std::vector<Task*> oldest_first(Loop* loop) {
  std::vector<Task*> tasks;
  for (Task* task = loop->tasks; task; task = task->next) tasks.push_back(task);
  std::reverse(tasks.begin(), tasks.end());
  return tasks;
}

void close_loop(Loop* loop) {
  loop->closed = true;
  update_direct(loop);
  loop->ready.clear();
  loop->after_poll.clear();
  loop->timers.clear();
  loop->new_timers.clear();
  loop->dropped_timers.clear();
  // Nothing keeps the tasks any more; one that is dropped unfinished is reported.
  for (Task* task : oldest_first(loop)) {
    g_heap.set_finalizer(task);
    unlink_task(task);
  }
  loop->poller->close();
}

Result<void> begin_polling(Vm& vm, Loop* loop) {
  if (loop->closed) return raise_closed(vm);
  if (int error = loop->poller->prepare()) return raise_os_error(vm, error);
  if (vm.thread->is_main) set_signal_poller(loop->poller.get());
  return ok();
}

void end_polling(Vm& vm) {
  if (vm.thread->is_main) set_signal_poller(nullptr);
}

Result<void> run_once_reenter(Vm& vm, Loop* loop) {
  Value cell = loop->cell;  // keeps the loop alive
  COIL_CHECK(begin_polling(vm, loop));
  Result<void> result = run_once(vm, loop);
  if (!loop_of(cell)->running) end_polling(vm);
  return result;
}

Result<void> run_handle_reenter(Vm& vm, HandleCell* handle) {
  Tuple* args = handle->args.is(Kind::Tuple) ? handle->args.as<Tuple>() : vm.empty_tuple;
  COIL_TRY(Tuple* copy, new_tuple_from(vm, args->items, args->size));
  Value callback = handle->callback ? handle->callback : none();
  if (call_in_context(vm, callback, copy->items, copy->size, handle->context)) return ok();
  return report_callback_error(vm, handle->loop, handle, callback, args);
}

/// Whether coroutines note where they were made, as they do in debug mode.
Result<void> track_origins_reenter(Vm& vm, Value loop, bool enabled) {
  COIL_CHECK(call_method_reenter(vm, loop, intern(vm, "_set_coroutine_origin_tracking"), {Value::boolean(enabled)}));
  return ok();
}

Result<void> run_forever_reenter(Vm& vm, Loop* loop) {
  if (loop->closed) return raise_closed(vm);
  if (loop->running) return raise(vm, Exc::RuntimeError, "This event loop is already running");
  // A prompt's loop counts as running for its statements, although nobody runs it.
  Value outer_loop = running_loop(vm);
  bool outer_runs = outer_loop && !(native_loop(outer_loop) && !native_loop(outer_loop)->running);
  if (outer_runs) return raise(vm, Exc::RuntimeError, "Cannot run the event loop while another loop is running");
  COIL_CHECK(begin_polling(vm, loop));
  Thread* thread = vm.thread;
  Value cell = loop->cell;  // keeps the loop alive
  Value outer_task = thread->current_task;
  thread->current_task = Value();
  thread->running_loop = cell;
  loop->running = true;
  Result<void> result = loop->debug ? track_origins_reenter(vm, cell, true) : ok();
  while (result) {
    result = run_once(vm, loop);
    if (loop->stopping) break;
  }
  loop->stopping = false;
  loop->running = false;
  if (thread->origin_tracking_depth) {
    Value pending = std::exchange(vm.pending, Value());
    if (!track_origins_reenter(vm, cell, false)) clear_pending(vm);
    vm.pending = pending;
  }
  end_polling(vm);
  thread->running_loop = outer_loop;
  if (g_async_generator_made) g_last_loop = {thread, cell};
  thread->current_task = outer_task;
  return result;
}

void report_future_reenter(Vm& vm, Future* future, const char* message, ReportParts parts) {
  auto attempt = [&]() -> Result<void> {
    COIL_TRY(Dict* report, new_report(vm, message, parts));
    if (Value origin = instance_attr(future, intern(vm, "_source_traceback"))) COIL_CHECK(dict_set_str(vm, report, intern(vm, "source_traceback"), origin));
    COIL_CHECK(call_method_reenter(vm, future->loop, intern(vm, "call_exception_handler"), {Value(report)}));
    return ok();
  };
  if (!attempt()) clear_pending(vm);
}

void setup_loop(Vm&) {
  g_heap.add_roots(mark_loops, nullptr);
  g_heap.set_type(Kind::EventLoop, trace_loop, destroy_loop);
  g_heap.set_type(Kind::Handle, trace_handle, nullptr);
  g_heap.set_type(Kind::TimerHandle, trace_handle, nullptr);
}

}  // namespace coil
