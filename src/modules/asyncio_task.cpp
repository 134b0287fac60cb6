// asyncio.Task as programs see it; stepping is in async/task.cpp.
#include "modules/asyncio_internal.hpp"
#include "modules/host_services.hpp"
#include "objects/class.hpp"
#include "objects/containers.hpp"
#include "objects/str.hpp"

namespace coil {

namespace {

std::string describe_frames(Generator* coroutine) {
  std::string name = str_utf8(coroutine->qualname()) + "()";
  Code* code = coroutine->code();
  std::string file = str_utf8(code->filename);
  Frame* frame = coroutine->frame;
  if (!frame) return name + " done, defined at " + file + ":" + std::to_string(code->unit->first_line);
  size_t at = static_cast<size_t>(frame->ip - code->instrs);
  uint32_t line = at ? code->unit->positions[at - 1].line : code->unit->first_line;
  return name + " running at " + file + ":" + std::to_string(line);
}

/// The coroutine as reprs show it; for objects that only have the methods of one, asyncio.coroutines knows what to say.
Result<std::string> describe_coroutine_reenter(Vm& vm, Task* task) {
  if (Generator* frames = task_frames(task)) return describe_frames(frames);
  COIL_TRY(Value module, import_absolute_reenter(vm, intern(vm, "asyncio.coroutines")));
  COIL_TRY(Value text, call_method_reenter(vm, module, intern(vm, "_format_coroutine"), {task->coroutine()}));
  COIL_TRY(Str* shown, str_reenter(vm, text));
  return str_utf8(shown);
}

Result<Value> task_make(Vm& vm, Class* cls, Value*, size_t, Tuple*) { return alloc_for_class<Task>(vm, cls, Kind::Task); }

NATIVE(task_init_native, "Task(self, coro, *, loop=None, name=None, context=None, eager_start=False)", "A coroutine that the loop runs.") {
  COIL_TRY(Value loop, loop_argument(vm, args[2]));
  bool eager = false;
  if (args.has(5)) {
    COIL_TRY(eager, truthy_reenter(vm, args[5]));
  }
  auto* task = self_as<Task>(args);
  if (task->loop) return raise(vm, Exc::RuntimeError, "the task is initialized already");
  COIL_CHECK(note_origin_reenter(vm, task, loop));
  COIL_CHECK(init_task(vm, task, args[1], loop, args[3], args[4], eager));
  return none();
}
Result<void> task_init(Vm& vm, Value self, Value* args, size_t npos, Tuple* kwnames) {
  COIL_CHECK(call_with_self(vm, task_init_native_spec, self, args, npos, kwnames));
  return ok();
}

Result<Value> task_name(Vm& vm, Task* task) {
  if (!task->loop) return none();  // never initialised
  Value given = task->given_name();
  if (given.is(Kind::Str)) return given;
  return new_str_format(vm, "Task-%lld", given ? static_cast<long long>(given.small_int()) : static_cast<long long>(task->number));
}

Result<Value> describe_whole_task(Vm& vm, Value self) {
  auto* task = self.as<Task>();
  COIL_TRY(std::string state, describe_future_reenter(vm, task));
  if (task->state() == FutureState::Pending && task->cancel_count > 0) state = "cancelling";
  std::string head = state, tail;
  if (size_t space = state.find(' '); space != std::string::npos) {
    head = state.substr(0, space);
    tail = state.substr(space);
  }
  COIL_TRY(Value name, task_name(vm, task));
  COIL_TRY(Str* name_repr, repr_reenter(vm, name));
  std::string text = std::string("<") + str_utf8(class_of(self)->name) + " " + head + " name=" + str_utf8(name_repr);
  if (task->coroutine()) {
    COIL_TRY(std::string coroutine, describe_coroutine_reenter(vm, task));
    text += " coro=<" + coroutine + ">";
  }
  if (task->awaited()) {
    COIL_TRY(Str* waited, repr_reenter(vm, task->awaited()));
    text += " wait_for=" + str_utf8(waited);
  }
  COIL_TRY(std::string callbacks, describe_callbacks_reenter(vm, task));
  COIL_TRY(std::string origin, describe_origin_reenter(vm, instance_attr(task, intern(vm, "_source_traceback"))));
  return new_str(vm, text + tail + callbacks + origin + ">");
}

Result<Value> task_repr(Vm& vm, Value self) {
  COIL_GUARD(vm, " while getting the repr of an object");
  if (!enter_repr(vm, self)) return new_str_ascii(vm, "...");
  Result<Value> text = describe_whole_task(vm, self);
  leave_repr(vm, self);
  return text;
}

NATIVE(task_get_coro, "get_coro(self, /)", "The coroutine.") {
  return or_none(self_as<Task>(args)->coroutine());
}
NATIVE(task_get_name, "get_name(self, /)", "The task's name.") { return task_name(vm, self_as<Task>(args)); }
NATIVE(task_set_name, "set_name(self, value, /)", "Name the task.") {
  COIL_TRY(Str* text, str_reenter(vm, args[1]));
  COIL_CHECK(name_task(vm, self_as<Task>(args), Value(text)));
  return none();
}
NATIVE(task_get_context, "get_context(self, /)", "The task's contextvars.Context.") {
  return task_context(vm, self_as<Task>(args));
}
NATIVE(task_cancelling, "cancelling(self, /)", "How many cancellation requests are open.") {
  return Value::small_int(self_as<Task>(args)->cancel_count);
}
NATIVE(task_uncancel, "uncancel(self, /)", "Take one cancellation request back; returns how many are left.") {
  auto* task = self_as<Task>(args);
  if (task->cancel_count > 0) task->cancel_count--;
  return Value::small_int(task->cancel_count);
}
NATIVE(task_get_stack, "get_stack(self, /, *, limit=None)", "Frames of the suspended coroutine, or those of the traceback of the exception; oldest first.") {
  COIL_TRY(Value module, import_absolute_reenter(vm, intern(vm, "asyncio.base_tasks")));
  return call_method_reenter(vm, module, intern(vm, "_task_get_stack"), {args[0], args.get(1, none())});
}
NATIVE(task_print_stack, "print_stack(self, /, *, limit=None, file=None)", "Write the stack as a traceback, to stderr unless a file is given.") {
  COIL_TRY(Value module, import_absolute_reenter(vm, intern(vm, "asyncio.base_tasks")));
  return call_method_reenter(vm, module, intern(vm, "_task_print_stack"), {args[0], args.get(1, none()), args.get(2, none())});
}
/// The frames of a suspended chain of awaits, outermost first: [0] is the coroutine's own.
NATIVE(task_frames_method, "_frames(self, /)", "Every frame of the suspended chain of awaits, outermost first.") {
  COIL_TRY(List* frames, new_list(vm));
  Generator* coroutine = self_as<Task>(args)->coroutine() ? task_frames(self_as<Task>(args)) : nullptr;
  if (!coroutine || !coroutine->frame) return Value(frames);
  for (Frame* frame = coroutine->state == GenState::Running ? coroutine->frame : coroutine->innermost; frame; frame = frame->caller) {
    COIL_CHECK(list_insert(vm, frames, 0, frame));
    if (frame == coroutine->frame) break;
  }
  return Value(frames);
}

Result<Value> get_fut_waiter(Vm&, Value self) { return or_none(self.as<Task>()->awaited()); }
Result<Value> get_must_cancel(Vm&, Value self) { return Value::boolean(self.as<Task>()->has(kTaskMustCancel)); }
Result<Value> get_coro_attribute(Vm&, Value self) { return or_none(self.as<Task>()->coroutine()); }
Result<Value> get_report_pending(Vm&, Value self) { return Value::boolean(self.as<Task>()->has(kTaskReportPending)); }
Result<void> set_report_pending(Vm& vm, Value self, Value value) {
  if (!value) return raise(vm, Exc::AttributeError, "can't delete attribute");
  COIL_TRY(bool report, truthy_reenter(vm, value));
  self.as<Task>()->put(kTaskReportPending, report);
  return ok();
}

const GetSetSpec kFutWaiter{"_fut_waiter", get_fut_waiter, nullptr, "The future the task waits on, or None."};
const GetSetSpec kMustCancel{"_must_cancel", get_must_cancel, nullptr, "Whether CancelledError is raised at the next step."};
const GetSetSpec kReportPending{"_log_destroy_pending", get_report_pending, set_report_pending, "Whether it is reported when the task is dropped unfinished."};
const GetSetSpec kCoro{"_coro", get_coro_attribute, nullptr, "The coroutine."};

}  // namespace

void define_task_type(Vm& vm) {
  Class* cls = vm.type(Kind::Task);
  Slots& future = vm.type(Kind::Future)->slots;
  Slots& slots = cls->slots;
  slots.make = task_make;
  slots.init = task_init;
  slots.repr = task_repr;
  slots.await = future.await;
  slots.iter = future.iter;
  enable_attrs(vm, cls, sizeof(Task));
  define_type(vm, {Kind::Task,
                   "A coroutine wrapped in a future; the loop runs it.",
                   {&task_get_coro_spec, &task_get_name_spec, &task_set_name_spec, &task_get_context_spec, &task_cancelling_spec,
                    &task_uncancel_spec, &task_get_stack_spec, &task_print_stack_spec, &task_frames_method_spec},
                   {&kFutWaiter, &kMustCancel, &kCoro, &kReportPending}});
  define_future_methods(vm, cls);
}

}  // namespace coil
