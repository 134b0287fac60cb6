// Module _inspector: what the prompt shows of tasks, code and counters, beyond what programs see.
#include "async/done_callback.hpp"
#include "bytecode/disassembler.hpp"
#include "modules/blocking_sleep.hpp"
#include "modules/host_services.hpp"
#include "modules/module.hpp"
#include "objects/containers.hpp"
#include "objects/number.hpp"
#include "objects/str.hpp"
#include "vm/async_op.hpp"
#include "vm/slow_paths.hpp"

namespace coil {

namespace {

NATIVE(inspector_operation, "operation(task, /)", "(name, object) of the native operation that the task waits in, or None.") {
  if (!args[0].is(Kind::Task)) return raise_type_error(vm, "a task was expected, got %s", type_name(args[0]));
  Generator* frames = args[0].as<Task>()->coroutine() ? task_frames(args[0].as<Task>()) : nullptr;
  if (!frames || !frames->frame || frames->state != GenState::Suspended) return none();
  const Value* awaited = delegate_register(frames->innermost);
  if (awaited && awaited->is(Kind::Future) && awaited->as<Future>()->has(kFutureHasTimer)) return make_tuple(vm, {intern(vm, "sleep"), none()});
  const AsyncOp* op = awaited ? operation_of(*awaited) : nullptr;
  if (!op) return none();
  COIL_TRY(Str* name, new_str(vm, op->name));
  return make_tuple(vm, {name, Wait(awaited->as<Future>()).self});
}

NATIVE(inspector_watchers, "watchers(future, /)", "What native callbacks of the future complete: futures of gather(), wait() and wait_for(), task groups.") {
  if (!is_future(args[0])) return raise_type_error(vm, "a future was expected, got %s", type_name(args[0]));
  COIL_TRY(List* found, new_list(vm));
  auto add = [&](Value callback) -> Result<void> {
    return callback.is(Kind::DoneCallback) ? list_append(vm, found, callback.as<DoneCallback>()->target) : ok();
  };
  // A single callback is there without a list.
  Value callbacks = args[0].as<Future>()->callbacks;
  if (!callbacks.is(Kind::List)) COIL_CHECK(add(callbacks));
  else for (size_t i = 0; i < callbacks.as<List>()->size; i++) COIL_CHECK(add(callbacks.as<List>()->items()[i]));
  return Value(found);
}

NATIVE(inspector_blocked, "blocked()", "(seconds that tasks have spent in time.sleep(), where the last call was)") {
  COIL_TRY(Value seconds, make_float(vm, static_cast<double>(g_blocking_sleep.total_ns) / 1e9));
  COIL_TRY(Str* text, new_str(vm, g_blocking_sleep.place));
  return make_tuple(vm, {seconds, text});
}

NATIVE(inspector_hints_wanted, "hints_wanted()", "Whether stderr takes lines that explain.") { return Value::boolean(hints_wanted()); }

NATIVE(inspector_counters, "counters()", "(steps of tasks, bytes allocated) since the start; the bytes grow by what the allocator hands out at a time.") {
  COIL_TRY(Value steps, make_int(vm, static_cast<int64_t>(task_steps())));
  COIL_TRY(Value bytes, make_int(vm, static_cast<int64_t>(g_heap.stats().allocated_bytes_total)));
  return make_tuple(vm, {steps, bytes});
}

NATIVE(inspector_disassembly, "disassembly(object, /)", "The bytecode of a function or code object as text.") {
  Value object = args[0];
  if (object.is(Kind::Function)) object = object.as<Function>()->code;
  if (!object.is(Kind::Code)) return raise_type_error(vm, "a function or code object was expected, got %s", type_name(object));
  return new_str(vm, disassemble(*object.as<Code>()->unit));
}

}  // namespace

MODULE(inspector, "_inspector", "What the prompt shows of tasks, code and counters.", nullptr, FN(inspector_operation), FN(inspector_watchers), FN(inspector_blocked), FN(inspector_hints_wanted),
       FN(inspector_counters), FN(inspector_disassembly))

}  // namespace coil
