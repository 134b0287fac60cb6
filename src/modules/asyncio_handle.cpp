// asyncio.Handle and TimerHandle as programs see them. The native loop runs its own handles itself (async/loop.cpp); loops written in the language make
// handles and call _run().
#include "async/describe.hpp"
#include "modules/asyncio_internal.hpp"
#include "objects/containers.hpp"
#include "objects/number.hpp"
#include "objects/str.hpp"

namespace coil {

namespace {

Result<HandleCell*> self_handle(Vm& vm, Args args) {
  auto* handle = self_as<HandleCell>(args);
  if (!handle->loop) return raise(vm, Exc::RuntimeError, "%s object is not initialized", type_name(args[0]));
  return handle;
}

Result<Value> handle_make(Vm& vm, Class* cls, Value*, size_t, Tuple*) { return alloc_for_class<HandleCell>(vm, cls, Kind::Handle); }
Result<Value> timer_make(Vm& vm, Class* cls, Value*, size_t, Tuple*) { return alloc_for_class<HandleCell>(vm, cls, Kind::TimerHandle); }

Result<void> init_handle(Vm& vm, HandleCell* handle, Value callback, Value args, Value loop, Value context) {
  COIL_TRY(Tuple* tuple, is_exact(args, Kind::Tuple) ? Result<Tuple*>(args.as<Tuple>()) : tuple_from_iterable_reenter(vm, args));
  if (!context || context.is_none()) {
    COIL_TRY(context, copy_context(vm));
  }
  store(handle, handle->callback, callback);
  store(handle, handle->args, Value(tuple));
  store(handle, handle->loop, loop);
  store(handle, handle->context, context);
  return note_handle_origin_reenter(vm, handle);
}

NATIVE(handle_init_native, "Handle.__init__(self, callback, args, loop, context=None) in language", "A scheduled callback.") {
  COIL_CHECK(init_handle(vm, self_as<HandleCell>(args), args[1], args[2], args[3], args[4]));
  return none();
}
NATIVE(timer_init_native, "TimerHandle.__init__(self, when, callback, args, loop, context=None) in language", "A callback scheduled for a time.") {
  auto* handle = self_as<HandleCell>(args);
  store(handle, handle->when, args[1]);
  COIL_CHECK(init_handle(vm, handle, args[2], args[3], args[4], args[5]));
  return none();
}
Result<void> handle_init(Vm& vm, Value self, Value* args, size_t npos, Tuple* kwnames) {
  COIL_CHECK(call_with_self(vm, handle_init_native_spec, self, args, npos, kwnames));
  return ok();
}
Result<void> timer_init(Vm& vm, Value self, Value* args, size_t npos, Tuple* kwnames) {
  COIL_CHECK(call_with_self(vm, timer_init_native_spec, self, args, npos, kwnames));
  return ok();
}

Result<std::string> describe_handle_reenter(Vm& vm, Value self) {
  auto* handle = self.as<HandleCell>();
  std::string text = std::string("<") + type_name(self);
  if (handle->cancelled) text += " cancelled";
  if (self.is(Kind::TimerHandle) && handle->when) {
    COIL_TRY(Str* when, str_reenter(vm, handle->when));
    text += " when=" + str_utf8(when);
  }
  if (handle->callback && !handle->callback.is_none()) {
    COIL_TRY(std::string call, describe_call_reenter(vm, handle->callback, handle->args.as<Tuple>()));
    text += " " + call;
  }
  COIL_TRY(std::string origin, describe_origin_reenter(vm, handle->origin));
  return text + origin + ">";
}

Result<Value> handle_repr(Vm& vm, Value self) {
  COIL_GUARD(vm, " while getting the repr of an object");
  if (self.as<HandleCell>()->args.is(Kind::Str)) return self.as<HandleCell>()->args;
  COIL_TRY(std::string text, describe_handle_reenter(vm, self));
  return new_str(vm, text);
}

/// Tells the loop of a timer, whose heap may be cleaned then.
Result<void> note_cancelled(Vm& vm, Value self) {
  auto* handle = self.as<HandleCell>();
  if (Loop* native = native_loop(handle->loop); native && !native->in_language) {
    if (handle->scheduled) note_cancelled_timer(native, handle);
    return ok();
  }
  COIL_CHECK(call_method_reenter(vm, handle->loop, intern(vm, "_timer_handle_cancelled"), {self}));
  return ok();
}

NATIVE(handle_cancel, "cancel(self, /)", "Do not run the callback.") {
  COIL_TRY(HandleCell* handle, self_handle(vm, args));
  if (handle->cancelled) return none();
  if (handle->kind == Kind::TimerHandle) COIL_CHECK(note_cancelled(vm, args[0]));
  handle->cancelled = true;
  COIL_TRY(bool debug, loop_debug_reenter(vm, handle->loop));
  Str* shown = nullptr;
  if (debug) {
    COIL_TRY(Value text, handle_repr(vm, handle));
    shown = text.as<Str>();
  }
  handle->callback = Value();
  store(handle, handle->args, shown ? Value(shown) : Value());
  return none();
}
NATIVE(handle_cancelled, "cancelled(self, /)", "Whether the handle was cancelled.") { return Value::boolean(self_as<HandleCell>(args)->cancelled); }
NATIVE(handle_run, "_run(self, /)", "Call the callback in its context; an exception goes to the loop's exception handler.") {
  COIL_TRY(HandleCell* handle, self_handle(vm, args));
  COIL_CHECK(run_handle_reenter(vm, handle));
  return none();
}
NATIVE(timer_when, "when(self, /)", "When the callback is to run, by the loop's clock.") {
  Value when = self_as<HandleCell>(args)->when;
  return when ? when : none();
}

// -- comparison: timers are ordered by their times

Result<bool> same_timer(Vm& vm, HandleCell* left, HandleCell* right) {
  if (left->cancelled != right->cancelled) return false;
  auto same = [&](Value a, Value b) -> Result<bool> {
    if (!a || !b) return a == b;
    return compare_bool_reenter(vm, a, b, CompareOp::Eq);
  };
  COIL_TRY(bool when, same(left->when, right->when));
  if (!when) return false;
  COIL_TRY(bool callback, same(left->callback, right->callback));
  if (!callback) return false;
  return same(left->args, right->args);
}

Result<Value> timer_compare(Vm& vm, Value self, Value other, CompareOp op) {
  if (!other.is(Kind::TimerHandle)) return Value(&not_implemented_cell);
  auto *left = self.as<HandleCell>(), *right = other.as<HandleCell>();
  if (!left->when || !right->when) return Value(&not_implemented_cell);
  if (op == CompareOp::Lt || op == CompareOp::Gt) return compare_reenter(vm, left->when, right->when, op);
  if (op == CompareOp::Le || op == CompareOp::Ge) {
    COIL_TRY(bool ordered, compare_bool_reenter(vm, left->when, right->when, op == CompareOp::Le ? CompareOp::Lt : CompareOp::Gt));
    if (ordered) return Value::boolean(true);
  }
  COIL_TRY(bool same, same_timer(vm, left, right));
  return Value::boolean(op == CompareOp::Ne ? !same : same);
}
Result<int64_t> timer_hash(Vm& vm, Value self) {
  Value when = self.as<HandleCell>()->when;
  return hash_reenter(vm, when ? when : none());
}

// -- attributes

Result<Value> get_callback(Vm&, Value self) { return or_none(self.as<HandleCell>()->callback); }
Result<Value> get_args(Vm&, Value self) {
  return self.as<HandleCell>()->cancelled ? none() : or_none(self.as<HandleCell>()->args);
}
Result<Value> get_context(Vm&, Value self) { return or_none(self.as<HandleCell>()->context); }
Result<Value> get_loop(Vm&, Value self) { return or_none(self.as<HandleCell>()->loop); }
Result<Value> get_cancelled(Vm&, Value self) { return Value::boolean(self.as<HandleCell>()->cancelled); }
Result<Value> get_when(Vm&, Value self) { return or_none(self.as<HandleCell>()->when); }
Result<Value> get_scheduled(Vm&, Value self) { return Value::boolean(self.as<HandleCell>()->scheduled); }
Result<void> set_scheduled(Vm& vm, Value self, Value value) {
  COIL_TRY(bool scheduled, truthy_reenter(vm, value ? value : none()));
  auto* handle = self.as<HandleCell>();
  // The native loop's own heap decides for its handles.
  Loop* native = native_loop(handle->loop);
  if (!native || native->in_language) handle->scheduled = scheduled;
  return ok();
}
Result<Value> get_source_traceback(Vm&, Value self) { return or_none(self.as<HandleCell>()->origin); }

const GetSetSpec kCallback{"_callback", get_callback, nullptr, "What is called; None once cancelled."};
const GetSetSpec kArgs{"_args", get_args, nullptr, "The arguments; None once cancelled."};
const GetSetSpec kContext{"_context", get_context, nullptr, "The context of the call."};
const GetSetSpec kLoop{"_loop", get_loop, nullptr, "The loop."};
const GetSetSpec kCancelled{"_cancelled", get_cancelled, nullptr, "Whether the handle was cancelled."};
const GetSetSpec kSourceTraceback{"_source_traceback", get_source_traceback, nullptr, "Where the handle was made, in debug mode."};
const GetSetSpec kWhen{"_when", get_when, nullptr, "When the callback is to run."};
const GetSetSpec kScheduled{"_scheduled", get_scheduled, set_scheduled, "Whether the loop's timers hold the handle."};

}  // namespace

void define_handle_types(Vm& vm) {
  Class* handle = vm.type(Kind::Handle);
  Class* timer = vm.type(Kind::TimerHandle);
  handle->instance_size = timer->instance_size = sizeof(HandleCell);
  handle->flags |= kClassOpen;
  timer->flags |= kClassOpen;
  handle->slots.repr = timer->slots.repr = handle_repr;
  handle->slots.make = handle_make;
  handle->slots.init = handle_init;
  timer->slots.make = timer_make;
  timer->slots.init = timer_init;
  timer->slots.compare = timer_compare;
  timer->slots.hash = timer_hash;
  define_type(vm, {Kind::Handle, "A scheduled callback.", {&handle_cancel_spec, &handle_cancelled_spec, &handle_run_spec},
                   {&kCallback, &kArgs, &kContext, &kLoop, &kCancelled, &kSourceTraceback}});
  define_type(vm, {Kind::TimerHandle, "A callback scheduled for a time.", {&timer_when_spec}, {&kWhen, &kScheduled}});
}

}  // namespace coil
