// asyncio.Task as programs see it; stepping is in async/task.cpp.
#include "modules/asyncio_internal.hpp"
#include "objects/containers.hpp"
#include "objects/str.hpp"

namespace coil {

std::string describe_coroutine(Generator* coroutine) {
  std::string name = str_utf8(coroutine->qualname()) + "()";
  Code* code = coroutine->code();
  std::string file = str_utf8(code->filename);
  Frame* frame = coroutine->frame;
  if (!frame) return name + " done, defined at " + file + ":" + std::to_string(code->unit->first_line);
  size_t at = static_cast<size_t>(frame->ip - code->instrs);
  uint32_t line = at ? code->unit->positions[at - 1].line : code->unit->first_line;
  return name + " running at " + file + ":" + std::to_string(line);
}

namespace {

Result<Value> task_make(Vm& vm, Class* cls, Value*, size_t, Tuple*) { return alloc_for_class<Task>(vm, cls, Kind::Task); }

NATIVE(task_init_native, "Task(self, coro, *, loop=None, name=None, context=None, eager_start=False)", "A coroutine that the loop runs.") {
  COIL_TRY(Value loop, loop_argument(vm, args[2]));
  bool eager = false;
  if (args.has(5)) {
    COIL_TRY(eager, truthy_reenter(vm, args[5]));
  }
  COIL_CHECK(init_task(vm, self_as<Task>(args), args[1], loop, args[3], args[4], eager));
  return none();
}
Result<void> task_init(Vm& vm, Value self, Value* args, size_t npos, Tuple* kwnames) {
  COIL_CHECK(call_with_self(vm, task_init_native_spec, self, args, npos, kwnames));
  return ok();
}

Result<Value> task_name(Vm& vm, Task* task) {
  if (task->name.is_small_int()) {
    COIL_TRY(Str* text, new_str_format(vm, "Task-%lld", static_cast<long long>(task->name.small_int())));
    store(task, task->name, Value(text));
  }
  return task->name ? task->name : none();
}

Result<Value> task_repr(Vm& vm, Value self) {
  COIL_GUARD(vm, " while getting the repr of an object");
  auto* task = self.as<Task>();
  COIL_TRY(std::string state, describe_future_reenter(vm, task));
  if (task->state == FutureState::Pending && (task->must_cancel)) state = "cancelling";
  std::string head = state, tail;
  if (size_t space = state.find(' '); space != std::string::npos) {
    head = state.substr(0, space);
    tail = state.substr(space);
  }
  COIL_TRY(Value name, task_name(vm, task));
  COIL_TRY(Str* name_repr, repr_reenter(vm, name));
  std::string text = std::string("<") + type_name(self) + " " + head + " name=" + str_utf8(name_repr);
  if (task->coroutine) text += " coro=<" + describe_coroutine(task->coroutine) + ">";
  if (task->waiting_on) {
    COIL_TRY(Str* waited, repr_reenter(vm, task->waiting_on));
    text += " wait_for=" + str_utf8(waited);
  }
  COIL_TRY(std::string callbacks, describe_callbacks_reenter(vm, task));
  return new_str(vm, text + callbacks + tail + ">");
}

NATIVE(task_get_coro, "get_coro(self, /)", "The coroutine.") {
  return self_as<Task>(args)->coroutine ? Value(self_as<Task>(args)->coroutine) : none();
}
NATIVE(task_get_name, "get_name(self, /)", "The task's name.") { return task_name(vm, self_as<Task>(args)); }
NATIVE(task_set_name, "set_name(self, value, /)", "Name the task.") {
  COIL_TRY(Str* text, str_reenter(vm, args[1]));
  store(self_as<Task>(args), self_as<Task>(args)->name, Value(text));
  return none();
}
NATIVE(task_get_context, "get_context(self, /)", "The task's contextvars.Context.") {
  auto* task = self_as<Task>(args);
  if (!task->context) {
    COIL_TRY(Dict* values, new_dict(vm));
    COIL_TRY(Context* context, alloc<Context>(vm, Kind::Context));
    context->values = values;
    store(task, task->context, Value(context));
  }
  return task->context;
}
NATIVE(task_cancelling, "cancelling(self, /)", "How many cancellation requests are open.") {
  return Value::small_int(self_as<Task>(args)->cancel_count);
}
NATIVE(task_uncancel, "uncancel(self, /)", "Take one cancellation request back; returns how many are left.") {
  auto* task = self_as<Task>(args);
  if (task->cancel_count > 0) task->cancel_count--;
  return Value::small_int(task->cancel_count);
}
NATIVE(task_get_stack, "get_stack(self, /, *, limit=None)", "Frames of the suspended coroutine, outermost first.") {
  COIL_TRY(List* frames, new_list(vm));
  auto* task = self_as<Task>(args);
  if (!task->coroutine || !task->coroutine->frame) return Value(frames);
  for (Frame* frame = task->coroutine->innermost; frame; frame = frame->caller) {
    COIL_CHECK(list_insert(vm, frames, 0, frame));
    if (frame == task->coroutine->frame) break;
  }
  return Value(frames);
}

Result<Value> get_fut_waiter(Vm&, Value self) { return self.as<Task>()->waiting_on ? self.as<Task>()->waiting_on : none(); }
Result<Value> get_must_cancel(Vm&, Value self) { return Value::boolean(self.as<Task>()->must_cancel); }
Result<Value> get_coro_attribute(Vm&, Value self) { return self.as<Task>()->coroutine ? Value(self.as<Task>()->coroutine) : none(); }

const GetSetSpec kFutWaiter{"_fut_waiter", get_fut_waiter, nullptr, "The future the task waits on, or None."};
const GetSetSpec kMustCancel{"_must_cancel", get_must_cancel, nullptr, "Whether CancelledError is raised at the next step."};
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
                    &task_uncancel_spec, &task_get_stack_spec},
                   {&kFutWaiter, &kMustCancel, &kCoro}});
}

}  // namespace coil
