// The native part of stdlib/asyncio/taskgroups.py, which has the rules: what a group does as long as nothing fails. Everything else is left to the methods.
#include "async/done_callback.hpp"
#include "modules/asyncio_operations.hpp"
#include "objects/str.hpp"

#include <algorithm>

namespace coil {

namespace {

/// Keeps the list of a group's tasks about as long as the tasks that are left. A task that is no future of ours goes at once: it may not tell whether it is done.
void forget_done(DoneCallback* callback, Value finished) {
  constexpr size_t kMinimum = 32;
  List* tasks = callback->children;
  bool native = is_future(finished);
  if (native && tasks->size < kMinimum + 2 * static_cast<size_t>(callback->remaining)) return;
  size_t kept = 0;
  for (size_t i = 0; i < tasks->size; i++) {
    Value task = tasks->items()[i];
    bool done = is_future(task) ? future_done(task.as<Future>()) : task == finished;
    if (!done) store(tasks->array, tasks->items()[kept++], task);
  }
  for (size_t i = kept; i < tasks->size; i++) tasks->items()[i] = Value();
  tasks->size = kept;
}

/// A task of a group is done. Failures are the business of the group's method.
Result<void> group_task_done(Vm& vm, DoneCallback* callback, Value task) {
  Value group = callback->target;
  callback->remaining--;
  forget_done(callback, task);
  if (!plain_result(task)) {
    COIL_CHECK(call_method_reenter(vm, group, intern(vm, "_on_task_done"), {task}));
    return ok();
  }
  if (callback->remaining) return ok();
  COIL_TRY(Value all_done, g_attr.all_done.get_reenter(vm, group));
  if (!is_future(all_done) || future_done(all_done.as<Future>())) return ok();
  return future_set_result_reenter(vm, all_done.as<Future>(), Value::boolean(true));
}

constexpr DoneCallbackOps kGroupOps{"TaskGroup._on_task_done", group_task_done};

Result<DoneCallback*> new_group_callback(Vm& vm, Value group) {
  COIL_TRY(List* tasks, new_list(vm));
  COIL_TRY(DoneCallback* callback, new_done_callback(vm, &kGroupOps, group, 0, true));
  callback->children = tasks;
  return callback;
}

/// Of a group that was entered.
Result<DoneCallback*> callback_of_reenter(Vm& vm, Value group) {
  COIL_TRY(Value on_done, g_attr.on_done.get_reenter(vm, group));
  if (!on_done.is(Kind::DoneCallback)) return raise_type_error(vm, "a done callback was expected, got %s", type_name(on_done));
  return on_done.as<DoneCallback>();
}

// -- entering

NATIVE(group_callback, "_group_callback(group, /)", "The done callback of a task group's tasks.") {
  COIL_TRY(DoneCallback* callback, new_group_callback(vm, args[0]));
  return Value(callback);
}

/// False: the method has something to say.
Result<bool> enter_reenter(Vm& vm, Value group) {
  COIL_TRY(Value bound, g_attr.loop.get_reenter(vm, group));
  Value loop = running_loop(vm);
  if (!bound.is_none() || !loop) return false;
  Value parent = current_task_of(vm, loop);
  if (!parent) return false;
  COIL_CHECK(g_attr.loop.set_reenter(vm, group, loop));
  COIL_CHECK(g_attr.parent_task.set_reenter(vm, group, parent));
  COIL_TRY(DoneCallback* callback, new_group_callback(vm, group));
  COIL_CHECK(g_attr.on_done.set_reenter(vm, group, Value(callback)));
  return true;
}

DelegateStep group_enter(Vm& vm, const Value* args, size_t, Value*) {
  Value group = args[0];
  Result<bool> entered = enter_reenter(vm, group);
  if (!entered) return step_raised();
  return *entered ? step_value(group) : DelegateStep{Delegate::Frame, {}};
}

// -- tasks

Result<Value> group_spawn_reenter(Vm& vm, Value group, DoneCallback* callback, Value coroutine, Value name, Value context) {
  COIL_TRY(Value loop, g_attr.loop.get_reenter(vm, group));
  COIL_TRY(Value task, spawn_reenter(vm, loop, coroutine, name, context, {}));
  COIL_CHECK(list_append(vm, callback->children, task));
  callback->remaining++;
  if (is_future(task) && future_done(task.as<Future>())) COIL_CHECK(group_task_done(vm, callback, task));  // it was started eagerly
  else COIL_CHECK(watch_reenter(vm, task, callback));
  return task;
}

NATIVE(group_spawn, "_group_spawn(group, coro, name, context, /)", "Start a task that the group waits for.") {
  COIL_TRY(DoneCallback* callback, callback_of_reenter(vm, args[0]));
  return group_spawn_reenter(vm, args[0], callback, args[1], args[2], args[3]);
}

/// create_task(coro) of a group that takes tasks; whatever is wrong the method says.
Result<Value> group_create_task_reenter(Vm& vm, const Value* args, size_t) {
  if (!args[1].is(Kind::Coroutine)) return Value::stop();
  COIL_TRY(Value on_done, g_attr.on_done.get_reenter(vm, args[0]));
  if (!on_done.is(Kind::DoneCallback) || !on_done.as<DoneCallback>()->flag) return Value::stop();
  return group_spawn_reenter(vm, args[0], on_done.as<DoneCallback>(), args[1], none(), none());
}

NATIVE(group_tasks, "_group_tasks(on_done, /)", "The tasks of the group that the callback belongs to, in the order of creation; some may be done.") {
  if (!args[0].is(Kind::DoneCallback)) return raise_type_error(vm, "a done callback was expected, got %s", type_name(args[0]));
  List* tasks = args[0].as<DoneCallback>()->children;
  return new_list_from(vm, tasks->size ? tasks->items() : nullptr, tasks->size);
}

// -- leaving

NATIVE(group_close, "_group_close(on_done, /)", "From now on the group's create_task() asks whether it may make a task.") {
  if (!args[0].is(Kind::DoneCallback)) return raise_type_error(vm, "a done callback was expected, got %s", type_name(args[0]));
  args[0].as<DoneCallback>()->flag = false;
  return none();
}

Result<bool> has_errors_reenter(Vm& vm, Value group) {
  COIL_TRY(Value errors, g_attr.errors.get_reenter(vm, group));
  return !errors.is_none();
}

/// The future that the group's last task completes.
Result<Future*> new_all_done_reenter(Vm& vm, Value group, Value loop) {
  COIL_TRY(Future* all_done, new_future_of_reenter(vm, loop));
  COIL_CHECK(g_attr.all_done.set_reenter(vm, group, Value(all_done)));
  return all_done;
}

/// The block of an open group ended well.
DelegateStep leave_reenter(Vm& vm, Value group, DoneCallback* callback, Value* reg) {
  callback->flag = false;
  Result<Value> loop = g_attr.loop.get_reenter(vm, group);
  if (!loop || !g_attr.exiting.set_reenter(vm, group, Value::boolean(true))) return step_raised();
  if (!callback->remaining) return step_value(none());
  Result<Future*> all_done = new_all_done_reenter(vm, group, *loop);
  return all_done ? wait_on(vm, &kGroupExitOp, group, {}, *all_done, reg) : step_raised();
}

DelegateStep group_exit(Vm& vm, const Value* args, size_t, Value* reg) {
  Value group = args[0];
  Result<Value> on_done = g_attr.on_done.get_reenter(vm, group);
  Result<bool> failed = has_errors_reenter(vm, group);
  if (!on_done || !failed) return step_raised();
  if (!args[1].is_none() || *failed || !(*on_done).is(Kind::DoneCallback) || !(*on_done).as<DoneCallback>()->flag) return {Delegate::Frame, {}};
  return leave_reenter(vm, group, (*on_done).as<DoneCallback>(), reg);
}

/// All tasks are done and none failed, so that the block just goes on.
Result<bool> ended_well_reenter(Vm& vm, Value group, Future* all_done) {
  if (vm.pending) return false;
  COIL_CHECK(g_attr.all_done.set_reenter(vm, group, none()));
  COIL_TRY(bool failed, has_errors_reenter(vm, group));
  COIL_TRY(DoneCallback* callback, callback_of_reenter(vm, group));
  if (failed || callback->remaining) return false;
  return static_cast<bool>(g_hooks.future_outcome(vm, all_done));
}

/// __aexit__() itself, which finds what was thrown into the wait in `_interruption`.
Result<Value> method_in_trouble_reenter(Vm& vm, Value group) {
  COIL_CHECK(g_attr.interruption.set_reenter(vm, group, vm.pending ? clear_pending(vm) : none()));
  return call_reenter(vm, function_of(&kGroupExitOp), {group, none(), none(), none()});
}

DelegateStep group_exit_resume(Vm& vm, const Wait& wait, Value* reg) {
  Result<bool> well = ended_well_reenter(vm, wait.self, wait.future);
  if (well && *well) return step_value(none());
  Result<Value> coroutine = method_in_trouble_reenter(vm, wait.self);
  if (!coroutine) return step_raised();
  *reg = *coroutine;
  return start_await(vm, reg, 0);
}

}  // namespace

const AsyncOp kGroupEnterOp{"group_enter", 1, 1, group_enter, nullptr};
const AsyncOp kGroupExitOp{"group_exit", 4, 4, group_exit, group_exit_resume, nullptr, nullptr, true};
const AsyncOp kGroupCreateTaskOp{"group_create_task", 2, 2, nullptr, nullptr, group_create_task_reenter};

Result<void> init_group(Vm& vm, Dict* ns) {
  define_functions(vm, ns, "_asyncio", {&group_callback_spec, &group_spawn_spec, &group_tasks_spec, &group_close_spec});
  return ok();
}

}  // namespace coil
