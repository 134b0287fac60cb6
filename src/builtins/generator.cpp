// What programs see of generators and coroutines: send, throw, close, the wrapper of coroutine.__await__(), attributes. Asynchronous generators are in
// async_generator.cpp; resuming itself is in vm/.
#include "builtins/generator.hpp"

#include <utility>

#include "objects/containers.hpp"
#include "objects/exception.hpp"
#include "objects/native.hpp"
#include "objects/setup.hpp"
#include "objects/str.hpp"
#include "vm/async_op.hpp"

namespace coil {

Result<Value> finish_step(Vm& vm, StepResult result) {
  if (result.step == Step::Raised) return Error{};
  if (result.step == Step::Yielded) return result.value;
  if (result.value.is_none()) return raise_with_args(vm, Exc::StopIteration, {});
  return raise_with_args(vm, Exc::StopIteration, {result.value});
}

Result<Value> generator_send(Vm& vm, Generator* generator, Value sent) {
  const char* noun = generator_noun(generator->kind);
  (void)can_resume(generator);
  switch (generator->state) {
    case GenState::Running: return raise_value_error(vm, "%s already executing", noun);
    case GenState::Done:
      if (generator->kind == Kind::Coroutine) return raise(vm, Exc::RuntimeError, "cannot reuse already awaited coroutine");
      return raise_with_args(vm, Exc::StopIteration, {});
    case GenState::Created:
      if (!sent.is_none()) return raise_type_error(vm, "can't send non-None value to a just-started %s", noun);
      break;
    case GenState::Suspended: break;
  }
  return finish_step(vm, resume_reenter(vm, generator, sent));
}

/// class(*value) or class(value), as an old-fashioned throw(class, value) means it.
static Result<Value> make_thrown_reenter(Vm& vm, Value type, Value value) {
  Result<Value> made = value.is(Kind::Tuple)            ? call_ex_reenter(vm, type, value.as<Tuple>(), nullptr)
                       : value && !value.is_none()      ? call_reenter(vm, type, {value})
                                                        : call_reenter(vm, type, {});
  if (!made || is_exception(*made)) return made;
  COIL_TRY(Str* name, repr_reenter(vm, type));
  return raise_text(vm, Exc::TypeError, "calling " + str_utf8(name) + " should have returned an instance of BaseException, not " + type_name(*made));
}

Result<Value> thrown_exception(Vm& vm, Value type, Value value, Value traceback) {
  if (traceback && !traceback.is_none() && !traceback.is(Kind::Traceback)) {
    return raise_type_error(vm, "throw() third argument must be a traceback object");
  }
  Value exception;
  if (is_exception(type)) {
    if (value && !value.is_none()) return raise_type_error(vm, "instance exception may not have a separate value");
    exception = type;
  } else if (is_exception_class(type)) {
    // What goes wrong when the exception is made is thrown in its stead.
    Result<Value> made = value && is_instance(value, type.as<Class>()) ? Result<Value>(value) : make_thrown_reenter(vm, type, value);
    exception = made ? *made : clear_pending(vm);
  } else {
    return raise_type_error(vm, "exceptions must be classes or instances deriving from BaseException, not %s", type_name(type));
  }
  if (traceback.is(Kind::Traceback)) {
    store(exception.cell(), exception.as<Exception>()->traceback, traceback.as<Traceback>());
  }
  return exception;
}

Result<Value> generator_throw(Vm& vm, Generator* generator, Value exception) {
  const char* noun = generator_noun(generator->kind);
  (void)can_resume(generator);
  switch (generator->state) {
    case GenState::Running: return raise_value_error(vm, "%s already executing", noun);
    case GenState::Done:
      if (generator->kind == Kind::Coroutine) return raise(vm, Exc::RuntimeError, "cannot reuse already awaited coroutine");
      (void)raise_exception(vm, exception);
      vm.settled = vm.pending;  // what the caller handles is none of its context
      return Error{};
    default: return finish_step(vm, resume_reenter(vm, generator, none(), exception));
  }
}

namespace {

Generator* target_of(Value self) {
  return self.is(Kind::CoroutineWrapper) ? self.as<PairCell>()->first.as<Generator>() : self.as<Generator>();
}

NATIVE(generator_method_send, "send(self, value, /)", "Resume with a value; returns the next yielded value or raises StopIteration.") {
  return generator_send(vm, target_of(args[0]), args[1]);
}
NATIVE(generator_method_throw, "throw(self, type, value=None, traceback=None, /)",
       "Raise an exception where the object is suspended; returns the next yielded value or raises StopIteration.") {
  Generator* generator = target_of(args[0]);
  Result<Value> made = thrown_exception(vm, args[1], args[2], args[3]);
  // What is no exception is an error of this call, unless the object waits for another one, which is given the arguments.
  if (!made && (generator->state != GenState::Suspended || generator->innermost == generator->frame)) return Error{};
  Value exception = made ? *made : clear_pending(vm);
  const Value given[] = {args[1], args[2], args[3]};
  const ThrownArguments thrown{exception, given, given[2] ? 3u : given[1] ? 2u : 1u};
  const ThrownArguments* outer = std::exchange(vm.thread->thrown, &thrown);
  Result<Value> result = generator_throw(vm, generator, exception);
  vm.thread->thrown = outer;
  return result;
}
NATIVE(generator_method_close, "close(self, /)", "Raise GeneratorExit where the object is suspended.") {
  COIL_CHECK(close_generator_reenter(vm, target_of(args[0])));
  return none();
}

NATIVE(generator_method_del, "__del__(self, /)", "Close the object, as at its end.") {
  COIL_CHECK(close_generator_reenter(vm, target_of(args[0])));
  return none();
}

Result<Value> generator_next(Vm& vm, Value self) {
  Generator* generator = target_of(self);
  if (generator->state == GenState::Done && generator->kind != Kind::Coroutine) return Value::stop();
  if (!can_resume(generator) || generator->state == GenState::Done) return generator_send(vm, generator, none());
  StepResult result = resume_reenter(vm, generator, none());
  if (result.step == Step::Raised) return Error{};
  if (result.step == Step::Yielded) return result.value;
  return stop_with_value(vm, result.value);
}

Result<Value> self_iter(Vm&, Value self) { return self; }

Result<Value> generator_repr(Vm& vm, Value self) {
  auto* generator = self.as<Generator>();
  return new_str(vm, std::string("<") + type_name(self) + " object " + str_utf8(generator->qualname()) + " at 0x" +
                         address_text(self) + ">");
}

Result<Value> wrapper_repr(Vm& vm, Value self) {
  return new_str(vm, "<coroutine_wrapper object at 0x" + address_text(self) + ">");
}

Result<Value> coroutine_await(Vm& vm, Value self) {
  COIL_TRY(PairCell* wrapper, alloc<PairCell>(vm, Kind::CoroutineWrapper));
  wrapper->first = self;
  return Value(wrapper);
}

void trace_pair(Cell* cell, Marker& marker) {
  marker.value(static_cast<PairCell*>(cell)->first);
  marker.value(static_cast<PairCell*>(cell)->second);
}

const GetSetSpec kGiRunning{"gi_running", generator_get_running, nullptr, "Whether the generator is executing."};
const GetSetSpec kGiFrame{"gi_frame", generator_get_frame, nullptr, "The generator's frame, or None when it is finished."};
const GetSetSpec kGiCode{"gi_code", generator_get_code, nullptr, "The generator's code object."};
const GetSetSpec kGiYieldFrom{"gi_yieldfrom", generator_get_delegate, nullptr, "What the generator delegates to, or None."};
const GetSetSpec kGiSuspended{"gi_suspended", generator_get_suspended, nullptr, "Whether the generator is suspended."};
const GetSetSpec kCrRunning{"cr_running", generator_get_running, nullptr, "Whether the coroutine is executing."};
const GetSetSpec kCrFrame{"cr_frame", generator_get_frame, nullptr, "The coroutine's frame, or None when it is finished."};
const GetSetSpec kCrCode{"cr_code", generator_get_code, nullptr, "The coroutine's code object."};
const GetSetSpec kCrAwait{"cr_await", generator_get_delegate, nullptr, "What the coroutine awaits, or None."};
const GetSetSpec kCrSuspended{"cr_suspended", generator_get_suspended, nullptr, "Whether the coroutine is suspended."};
const GetSetSpec kCrOrigin{"cr_origin", generator_get_origin, nullptr, "Where the coroutine was created; None unless tracking is on."};

}  // namespace

std::string address_text(Value v) {
  char text[24];
  std::snprintf(text, sizeof text, "%llx", static_cast<unsigned long long>(v.bits()));
  return text;
}

Result<Value> generator_get_running(Vm&, Value self) { return Value::boolean(is_executing(self.as<Generator>())); }
Result<Value> generator_get_suspended(Vm&, Value self) {
  auto* generator = self.as<Generator>();
  return Value::boolean(generator->state == GenState::Suspended || (generator->state == GenState::Running && !is_executing(generator)));
}
Result<Value> generator_get_frame(Vm&, Value self) {
  Frame* frame = self.as<Generator>()->frame;
  return frame ? Value(frame) : none();
}
Result<Value> generator_get_code(Vm&, Value self) { return Value(self.as<Generator>()->code()); }
Result<Value> generator_get_origin(Vm&, Value self) {
  Cell* origin = self.as<Generator>()->origin();
  return origin && origin->kind == Kind::Tuple ? Value(origin) : none();
}

Result<Value> generator_get_delegate(Vm& vm, Value self) {
  auto* generator = self.as<Generator>();
  if (generator->state == GenState::Created || generator->state == GenState::Done || is_executing(generator)) return none();
  Frame* frame = generator->frame;
  Generator* chain = chain_of(generator);
  if (chain->innermost == frame) COIL_CHECK(unfold_operation(vm, chain));
  Frame* below = nullptr;
  for (Frame* inner = chain->innermost; inner && inner != frame; inner = inner->caller) below = inner;
  if (below) {
    COIL_TRY(Generator* inner, object_of_awaited(vm, below));
    return Value(inner);
  }
  const Value* awaited = delegate_register(frame);
  Value delegate = awaited ? *awaited : Value();
  // A future in the register stands for its iterator.
  if (delegate.is(Kind::Future) || delegate.is(Kind::Task)) return new_future_iter(vm, delegate.as<Future>());
  return delegate ? delegate : none();
}

static Result<void> set_names(Vm& vm, Generator* generator, Value name, Value qualname) {
  Cell* origin = generator->origin();
  COIL_TRY(Tuple* notes, make_tuple(vm, {origin ? Value(origin) : none(), name, qualname}));
  store(generator, generator->notes, static_cast<Cell*>(notes));
  generator->flags = 1;
  return ok();
}

Result<Value> generator_get_name(Vm&, Value self) { return Value(self.as<Generator>()->name()); }
Result<void> generator_set_name(Vm& vm, Value self, Value value) {
  if (!value.is(Kind::Str)) return raise_type_error(vm, "__name__ must be set to a string object");
  return set_names(vm, self.as<Generator>(), value, self.as<Generator>()->qualname());
}
Result<Value> generator_get_qualname(Vm&, Value self) { return Value(self.as<Generator>()->qualname()); }
Result<void> generator_set_qualname(Vm& vm, Value self, Value value) {
  if (!value.is(Kind::Str)) return raise_type_error(vm, "__qualname__ must be set to a string object");
  return set_names(vm, self.as<Generator>(), self.as<Generator>()->name(), value);
}

const GetSetSpec kGeneratorName{"__name__", generator_get_name, generator_set_name, "The function's name."};
const GetSetSpec kGeneratorQualname{"__qualname__", generator_get_qualname, generator_set_qualname, "The function's qualified name."};

void setup_coroutines(Vm& vm) {
  Slots& generator = vm.type(Kind::Generator)->slots;
  generator.iter = self_iter;
  generator.next = generator_next;
  generator.repr = generator_repr;
  Slots& coroutine = vm.type(Kind::Coroutine)->slots;
  coroutine.await = coroutine_await;
  coroutine.repr = generator_repr;
  Slots& wrapper = vm.type(Kind::CoroutineWrapper)->slots;
  wrapper.iter = self_iter;
  wrapper.next = generator_next;
  wrapper.repr = wrapper_repr;
  g_heap.set_type(Kind::CoroutineWrapper, trace_pair, nullptr);
  define_type(vm, {Kind::Generator,
                   nullptr,
                   {&generator_method_send_spec, &generator_method_throw_spec, &generator_method_close_spec, &generator_method_del_spec},
                   {&kGiRunning, &kGiFrame, &kGiCode, &kGiYieldFrom, &kGiSuspended, &kGeneratorName, &kGeneratorQualname}});
  define_type(vm, {Kind::Coroutine,
                   nullptr,
                   {&generator_method_send_spec, &generator_method_throw_spec, &generator_method_close_spec, &generator_method_del_spec},
                   {&kCrRunning, &kCrFrame, &kCrCode, &kCrAwait, &kCrSuspended, &kCrOrigin, &kGeneratorName, &kGeneratorQualname}});
  define_type(vm, {Kind::CoroutineWrapper,
                   "The iterator of coroutine.__await__().",
                   {&generator_method_send_spec, &generator_method_throw_spec, &generator_method_close_spec},
                   {}});
  setup_async_generators(vm);
}

}  // namespace coil
