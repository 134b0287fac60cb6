// asyncio.Future as programs see it; the operations are in async/future.cpp.
#include "async/describe.hpp"
#include "async/done_callback.hpp"
#include "builtins/generator.hpp"
#include "modules/asyncio_internal.hpp"
#include "objects/containers.hpp"
#include "objects/exception.hpp"
#include "objects/str.hpp"

namespace coil {

Result<Value> call_with_self(Vm& vm, const NativeSpec& spec, Value self, Value* args, size_t npos, Tuple* kwnames) {
  Native* native = new_native(vm, spec, "_asyncio");
  if (!native) return Error{};
  size_t total = npos + (kwnames ? kwnames->size : 0);
  COIL_TRY(Tuple* all, new_tuple(vm, total + 1));
  all->items[0] = self;
  for (size_t i = 0; i < total; i++) store(all, all->items[i + 1], args[i]);
  return call_native(vm, native, all->items, npos + 1, kwnames);
}

Result<Value> loop_argument(Vm& vm, Value loop) {
  if (loop && !loop.is_none()) return loop;
  if (Value running = running_loop(vm)) return running;
  Value asyncio = dict_get_str(vm.modules, intern(vm, "asyncio.events"));
  if (!asyncio) return raise(vm, Exc::RuntimeError, "no running event loop");
  return call_method_reenter(vm, asyncio, intern(vm, "get_event_loop"), {});
}

namespace {

Result<std::string> describe_callback(Vm& vm, Value entry) {
  if (entry.is(Kind::Task)) return std::string("Task.task_wakeup()");
  if (entry.is(Kind::DoneCallback)) return std::string(entry.as<DoneCallback>()->ops->name) + "()";
  return describe_call_reenter(vm, entry.as<Tuple>()->items[0], vm.empty_tuple);
}

}  // namespace

Result<std::string> describe_callbacks_reenter(Vm& vm, Future* future) {
  if (future->callbacks.is_nothing()) return std::string();
  if (!future->callbacks.is(Kind::List)) {
    COIL_TRY(std::string one, describe_callback(vm, future->callbacks));
    return " cb=[" + one + "]";
  }
  List* list = future->callbacks.as<List>();
  size_t size = list->size;
  COIL_TRY(std::string first, describe_callback(vm, list->items()[0]));
  if (size == 1) return " cb=[" + first + "]";
  COIL_TRY(std::string last, describe_callback(vm, list->items()[list->size - 1]));
  if (size == 2) return " cb=[" + first + ", " + last + "]";
  return " cb=[" + first + ", <" + std::to_string(size - 2) + " more>, " + last + "]";
}

Result<std::string> describe_future_reenter(Vm& vm, Future* future) {
  switch (future->state()) {
    case FutureState::Cancelled: return std::string("cancelled");
    case FutureState::Pending: return std::string("pending");
    case FutureState::Finished: break;
  }
  if (future->has(kFutureFailed)) {
    COIL_TRY(Str* error, repr_reenter(vm, future->outcome));
    return "finished exception=" + str_utf8(error);
  }
  COIL_TRY(std::string result, short_repr_reenter(vm, future->outcome));
  return "finished result=" + result;
}

namespace {

// -- slots

/// As a new one: __init__ may be called again.
void reset_future(Future* future) {
  future->flags &= kFutureHasTimer;
  future->outcome = future->callbacks = Value();
}

Result<Value> future_make(Vm& vm, Class* cls, Value*, size_t, Tuple*) { return alloc_for_class<Future>(vm, cls, Kind::Future); }

NATIVE(future_init_native, "Future(self, *, loop=None)", "An eventual result.") {
  auto* future = self_as<Future>(args);
  COIL_TRY(Value loop, loop_argument(vm, args[1]));
  reset_future(future);
  store(future, future->loop, loop);
  COIL_CHECK(note_origin_reenter(vm, future, future->loop));
  return none();
}

Result<void> future_init(Vm& vm, Value self, Value* args, size_t npos, Tuple* kwnames) {
  COIL_CHECK(call_with_self(vm, future_init_native_spec, self, args, npos, kwnames));
  return ok();
}

Result<Value> future_await(Vm& vm, Value self) {
  if (!self.as<Future>()->loop) return raise(vm, Exc::RuntimeError, "Future object is not initialized.");
  return new_future_iter(vm, self.as<Future>());
}

Result<Value> describe_whole_future(Vm& vm, Value self) {
  auto* future = self.as<Future>();
  COIL_TRY(std::string state, describe_future_reenter(vm, future));
  COIL_TRY(std::string callbacks, describe_callbacks_reenter(vm, future));
  COIL_TRY(std::string origin, describe_origin_reenter(vm, instance_attr(future, intern(vm, "_source_traceback"))));
  return new_str(vm, std::string("<") + str_utf8(class_of(self)->name) + " " + state + callbacks + origin + ">");
}

Result<Value> future_repr(Vm& vm, Value self) {
  if (!self.as<Future>()->loop) return raise(vm, Exc::RuntimeError, "Future object is not initialized.");
  COIL_GUARD(vm, " while getting the repr of an object");
  if (!enter_repr(vm, self)) return new_str_ascii(vm, "...");
  Result<Value> text = describe_whole_future(vm, self);
  leave_repr(vm, self);
  return text;
}

// -- methods

/// The receiver, once __init__ gave it a loop.
Result<Future*> self_future(Vm& vm, Args args, Exc error = Exc::RuntimeError) {
  auto* future = self_as<Future>(args);
  if (!future->loop) return raise(vm, error, "Future object is not initialized.");
  return future;
}

NATIVE(future_result_method, "result(self, /)", "The result, or the exception raised.") {
  COIL_TRY(Future* future, self_future(vm, args, Exc::InvalidStateError));
  return future_outcome(vm, future);
}

NATIVE(future_exception_method, "exception(self, /)", "The exception that was set, or None.") {
  COIL_TRY(Future* future, self_future(vm, args, Exc::InvalidStateError));
  if (future->state() == FutureState::Pending) return raise(vm, Exc::InvalidStateError, "Exception is not set.");
  if (future->state() == FutureState::Cancelled) {
    COIL_TRY(Value error, cancelled_error(vm, future));
    return raise_again(vm, error);
  }
  future->clear(kFutureLogTraceback);
  return or_none(future->exception());
}

NATIVE(future_set_result_method, "set_result(self, result, /)", "Mark the future done with a result.") {
  if (args[0].is(Kind::Task)) return raise(vm, Exc::RuntimeError, "Task does not support set_result operation");
  COIL_TRY(Future* future, self_future(vm, args));
  COIL_CHECK(future_set_result_reenter(vm, future, args[1]));
  return none();
}
NATIVE(future_set_exception_method, "set_exception(self, exception, /)", "Mark the future done with an exception.") {
  if (args[0].is(Kind::Task)) return raise(vm, Exc::RuntimeError, "Task does not support set_exception operation");
  COIL_TRY(Future* future, self_future(vm, args));
  COIL_CHECK(future_set_exception_reenter(vm, future, args[1]));
  return none();
}
NATIVE(future_cancel_method, "cancel(self, msg=None)", "Cancel the future and schedule its callbacks; False when it is done already.") {
  Value message = args[1] && !args[1].is_none() ? args[1] : Value();
  COIL_TRY(Future* future, self_future(vm, args));
  COIL_TRY(bool cancelled, future_cancel_reenter(vm, future, message));
  return Value::boolean(cancelled);
}
NATIVE(future_cancelled_method, "cancelled(self, /)", "Whether the future was cancelled.") {
  return Value::boolean(self_as<Future>(args)->state() == FutureState::Cancelled);
}
NATIVE(future_done_method, "done(self, /)", "Whether the future has a result, an exception or was cancelled.") {
  return Value::boolean(future_done(self_as<Future>(args)));
}
NATIVE(future_add_done_callback_method, "add_done_callback(self, fn, /, *, context=None)",
       "Schedule fn(future) for when the future is done.") {
  if (!self_as<Future>(args)->loop) return raise(vm, Exc::RuntimeError, "uninitialized Future object");
  Value context = args[2];
  if (!context && !args[1].is(Kind::DoneCallback)) {
    COIL_TRY(context, copy_context(vm));
  }
  COIL_CHECK(future_add_callback_reenter(vm, self_as<Future>(args), args[1], context));
  return none();
}
NATIVE(future_remove_done_callback_method, "remove_done_callback(self, fn, /)", "Remove every registration of fn; returns how many there were.") {
  COIL_TRY(Future* future, self_future(vm, args));
  COIL_TRY(int64_t removed, future_remove_callback_reenter(vm, future, args[1]));
  return Value::small_int(removed);
}
NATIVE(future_get_loop_method, "get_loop(self, /)", "The loop the future belongs to.") {
  COIL_TRY(Future* future, self_future(vm, args));
  return future->loop;
}
NATIVE(future_make_cancelled_error_method, "_make_cancelled_error(self, /)", "The CancelledError to raise when the future was cancelled.") {
  return cancelled_error(vm, self_as<Future>(args));
}

Result<Value> get_state(Vm& vm, Value self) {
  static constexpr const char* kNames[] = {"PENDING", "CANCELLED", "FINISHED"};
  return Value(intern(vm, kNames[static_cast<int>(self.as<Future>()->state())]));
}
Result<Value> get_blocking(Vm&, Value self) { return Value::boolean(self.as<Future>()->has(kFutureBlocking)); }
Result<void> set_blocking(Vm& vm, Value self, Value value) {
  if (!value) return raise(vm, Exc::AttributeError, "cannot delete attribute");
  COIL_TRY(bool truth, truthy_reenter(vm, value));
  self.as<Future>()->put(kFutureBlocking, truth);
  return ok();
}
Result<Value> get_loop(Vm&, Value self) { return self.as<Future>()->loop ? self.as<Future>()->loop : none(); }
Result<Value> get_log(Vm&, Value self) { return Value::boolean(self.as<Future>()->has(kFutureLogTraceback)); }
Result<void> set_log(Vm& vm, Value self, Value value) {
  if (!value) return raise(vm, Exc::AttributeError, "cannot delete attribute");
  COIL_TRY(bool truth, truthy_reenter(vm, value));
  if (truth) return raise_value_error(vm, "_log_traceback can only be set to False");
  self.as<Future>()->clear(kFutureLogTraceback);
  return ok();
}
Result<Value> get_result(Vm&, Value self) { return or_none(self.as<Future>()->result()); }
Result<Value> get_exception(Vm&, Value self) { return or_none(self.as<Future>()->exception()); }
Result<Value> get_cancel_message(Vm&, Value self) { return or_none(self.as<Future>()->cancel_message()); }
Result<void> set_cancel_message(Vm& vm, Value self, Value value) {
  if (!value) return raise(vm, Exc::AttributeError, "cannot delete attribute");
  auto* future = self.as<Future>();
  if (future->kind == Kind::Task && future->state() == FutureState::Pending) return set_task_message(vm, static_cast<Task*>(future), value);
  if (future->state() != FutureState::Finished && !future->has(kFutureFailed) && !future->has(kFutureHasTimer)) store(future, future->outcome, value);
  return ok();
}
Result<Value> get_source_traceback(Vm& vm, Value self) {
  Value stack = instance_attr(self.cell(), intern(vm, "_source_traceback"));
  return stack ? stack : none();
}
/// (callable, context), whatever the entry is.
Result<Value> callback_pair(Vm& vm, Value entry) {
  if (entry.is(Kind::Tuple)) return entry;
  if (!is_exact(entry, Kind::Task)) return make_tuple(vm, {entry, none()});
  COIL_TRY(Value wakeup, task_wakeup_callable(vm, entry.as<Task>()));
  COIL_TRY(Value context, task_context(vm, entry.as<Task>()));
  return make_tuple(vm, {wakeup, context});
}

Result<Value> get_callbacks(Vm& vm, Value self) {
  Value callbacks = self.as<Future>()->callbacks;
  if (!callbacks) return none();
  bool several = callbacks.is(Kind::List);
  COIL_TRY(List* pairs, several ? new_list_from(vm, callbacks.as<List>()->items(), callbacks.as<List>()->size) : new_list_from(vm, &callbacks, 1));
  for (size_t i = 0; i < pairs->size; i++) {
    COIL_TRY(Value pair, callback_pair(vm, pairs->items()[i]));
    store(pairs->array, pairs->items()[i], pair);
  }
  return Value(pairs);
}

const GetSetSpec kState{"_state", get_state, nullptr, "PENDING, CANCELLED or FINISHED."};
const GetSetSpec kBlocking{"_asyncio_future_blocking", get_blocking, set_blocking, "Whether a task may wait on the future it was given."};
const GetSetSpec kLoop{"_loop", get_loop, nullptr, "The future's loop."};
const GetSetSpec kLog{"_log_traceback", get_log, set_log, "Whether an exception was set and never looked at."};
const GetSetSpec kResult{"_result", get_result, nullptr, "The result as it is."};
const GetSetSpec kException{"_exception", get_exception, nullptr, "The exception as it is."};
const GetSetSpec kCancelMessage{"_cancel_message", get_cancel_message, set_cancel_message, "Message of cancel()."};
const GetSetSpec kSourceTraceback{"_source_traceback", get_source_traceback, nullptr, "Where the future was made, in debug mode."};
const GetSetSpec kCallbacks{"_callbacks", get_callbacks, nullptr, "Callbacks that wait for the result."};

// -- the iterator of __await__

Result<Value> iter_self(Vm&, Value self) { return self; }
Result<Value> iter_next(Vm& vm, Value self) {
  Future* future = self.as<FutureIter>()->future;
  if (!future_done(future)) {
    if (future->has(kFutureBlocking)) return raise(vm, Exc::RuntimeError, "await wasn't used with future");
    future->set(kFutureBlocking);
    return Value(future);
  }
  COIL_TRY(Value result, future_outcome(vm, future));
  return raise_with_args(vm, Exc::StopIteration, {result});
}
NATIVE(future_iter_send, "send(self, value, /)", "Go on after the future is done.") { return iter_next(vm, args[0]); }
NATIVE(future_iter_throw, "throw(self, type, value=None, traceback=None, /)", "Raise an exception in the waiter.") {
  if (args[3] && !args[3].is_none() && !args[3].is(Kind::Traceback)) return raise_type_error(vm, "throw() third argument must be a traceback");
  if (!is_exception(args[1]) && !is_exception_class(args[1])) {
    return raise_type_error(vm, "exceptions must be classes deriving BaseException or instances of such a class");
  }
  COIL_TRY(Value exception, thrown_exception(vm, args[1], args[2], args[3]));
  return raise_exception(vm, exception);
}
NATIVE(future_iter_close, "close(self, /)", "Give up waiting.") { return none(); }

}  // namespace

void define_future_methods(Vm& vm, Class* cls) {
  define_class(vm, cls,
               {&future_result_method_spec, &future_exception_method_spec, &future_set_result_method_spec,
                &future_set_exception_method_spec, &future_cancel_method_spec, &future_cancelled_method_spec, &future_done_method_spec,
                &future_add_done_callback_method_spec, &future_remove_done_callback_method_spec, &future_make_cancelled_error_method_spec},
               {});
}

void define_future_types(Vm& vm) {
  Slots& slots = vm.type(Kind::Future)->slots;
  slots.make = future_make;
  slots.init = future_init;
  slots.await = future_await;
  slots.iter = future_await;
  slots.repr = future_repr;
  enable_attrs(vm, vm.type(Kind::Future), sizeof(Future));
  define_type(vm, {Kind::Future,
                   "An eventual result of an asynchronous operation.",
                   {&future_get_loop_method_spec},
                   {&kState, &kBlocking, &kLoop, &kLog, &kResult, &kException, &kCancelMessage, &kSourceTraceback, &kCallbacks}});
  define_future_methods(vm, vm.type(Kind::Future));
  Slots& iterator = vm.type(Kind::FutureIter)->slots;
  iterator.iter = iter_self;
  iterator.next = iter_next;
  define_type(vm, {Kind::FutureIter, "Iterator that waits for a future.",
                   {&future_iter_send_spec, &future_iter_throw_spec, &future_iter_close_spec}, {}});
}

}  // namespace coil
