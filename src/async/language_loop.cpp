// Entries of futures and tasks for loops that take only callables: loops written in the language, and native ones that have to show each step to the program
// (an overridden call_soon(), debug mode). The entry becomes loop.call_soon(callable, ..., context=...).
#include "async/language_loop.hpp"

#include "objects/containers.hpp"
#include "objects/native.hpp"
#include "objects/native_object.hpp"
#include "objects/protocol.hpp"
#include "objects/str.hpp"

namespace coil {

namespace {

struct TaskStep : NativeObject {
  Task* task;
  Value exception;  // to throw, or nothing
};

Class* g_step_class = nullptr;
Native* g_wakeup = nullptr;

void trace_step(Cell* cell, Marker& marker) {
  marker.cell(static_cast<TaskStep*>(cell)->task);
  marker.value(static_cast<TaskStep*>(cell)->exception);
}
const NativeObjectOps kStepOps{trace_step, nullptr};

Result<Value> step_call(Vm& vm, Value self, Value*, size_t npos, Tuple* kwnames) {
  if (npos || (kwnames && kwnames->size)) return raise_type_error(vm, "function takes no arguments");
  COIL_CHECK(task_step_reenter(vm, self.as<TaskStep>()->task, self.as<TaskStep>()->exception));
  return none();
}
Result<Value> step_self(Vm&, Value self) { return Value(self.as<TaskStep>()->task); }
const GetSetSpec kStepSelf{"__self__", step_self, nullptr, "The task."};

NATIVE(task_wakeup, "task_wakeup(self, fut, /)", "The future that the task waited on is done.") {
  COIL_CHECK(task_wakeup_reenter(vm, self_as<Task>(args), args[1]));
  return none();
}

void mark_callables(void*, Marker& marker) {
  marker.cell(g_step_class);
  marker.cell(g_wakeup);
}

Result<void> call_soon_method(Vm& vm, Value loop, Value callback, Value argument, Value context) {
  COIL_TRY(Value method, get_attr_reenter(vm, loop, intern(vm, "call_soon")));
  COIL_TRY(Dict* keywords, new_dict(vm));
  COIL_CHECK(dict_set_str(vm, keywords, intern(vm, "context"), context));
  COIL_TRY(Tuple* args, argument ? make_tuple(vm, {callback, argument}) : make_tuple(vm, {callback}));
  COIL_CHECK(call_ex_reenter(vm, method, args, keywords));
  return ok();
}

}  // namespace

Result<Value> task_step_callable(Vm& vm, Task* task, Value exception) {
  COIL_TRY(TaskStep* step, new_native_object<TaskStep>(vm, g_step_class, &kStepOps));
  step->task = task;
  step->exception = exception;
  return Value(step);
}

Result<Value> task_wakeup_callable(Vm& vm, Task* task) {
  COIL_TRY(Method* bound, alloc<Method>(vm, Kind::NativeBound));
  bound->function = g_wakeup;
  bound->self = task;
  return Value(bound);
}

Result<void> schedule_through_call_soon_reenter(Vm& vm, Value loop, Value target, Value argument) {
  if (target.is(Kind::Tuple)) {
    Tuple* entry = target.as<Tuple>();
    if (entry->size == 2) return call_soon_method(vm, loop, entry->items[0], argument, entry->items[1]);
    COIL_TRY(Value step, task_step_callable(vm, entry->items[0].as<Task>(), entry->items[1]));
    COIL_TRY(Value context, task_context(vm, entry->items[0].as<Task>()));
    return call_soon_method(vm, loop, step, {}, context);
  }
  if (target.is(Kind::DoneCallback)) return call_soon_method(vm, loop, target, argument, none());
  Task* task = target.as<Task>();
  COIL_TRY(Value context, task_context(vm, task));
  COIL_TRY(Value callback, argument ? task_wakeup_callable(vm, task) : task_step_callable(vm, task, {}));
  return call_soon_method(vm, loop, callback, argument, context);
}

Result<void> define_task_callables(Vm& vm) {
  g_heap.add_roots(mark_callables, nullptr);
  g_step_class = new_native_class(vm, "TaskStepMethWrapper", "builtins", vm.type(Kind::Object), Kind::NativeObject, sizeof(TaskStep),
                                  "One step of a task, for loops written in the language.");
  if (!g_step_class) return raise_memory_error(vm);
  g_step_class->slots.call = step_call;
  define_class(vm, g_step_class, {}, {&kStepSelf});
  COIL_TRY(g_wakeup, alloc<Native>(vm, Kind::NativeMethod));
  g_wakeup->spec = &task_wakeup_spec;
  g_wakeup->owner = vm.type(Kind::Task);
  g_wakeup->name = intern(vm, "task_wakeup");
  return ok();
}

}  // namespace coil
