// Asynchronous generators: __anext__, asend, athrow, aclose and the awaitable steps they return (vm/async_gen.hpp).
#include "vm/async_gen.hpp"
#include "vm/async_gen_hooks.hpp"

#include "builtins/generator.hpp"
#include "objects/exception.hpp"
#include "objects/native.hpp"
#include "objects/str.hpp"

namespace coil {

namespace {

const char* step_name(AsyncGenAction action) {
  switch (action) {
    case AsyncGenAction::Send: return "anext()";
    case AsyncGenAction::Throw: return "athrow()";
    case AsyncGenAction::Close: return "aclose()";
  }
  return "";
}

}  // namespace

Result<Value> new_async_gen_step(Vm& vm, Kind kind, Generator* generator, AsyncGenAction action, Value argument) {
  if (!generator->awaited) COIL_CHECK(begin_async_generator_reenter(vm, generator));
  COIL_TRY(AsyncGenStep* step, alloc<AsyncGenStep>(vm, kind));
  step->generator = generator;
  step->argument = argument;
  step->action = action;
  return Value(step);
}

Result<void> begin_async_gen_step(Vm& vm, AsyncGenStep* step, bool* finished) {
  Generator* generator = step->generator;
  *finished = false;
  if (step->closed || step->started) {
    step->closed = true;
    return raise(vm, Exc::RuntimeError, "cannot reuse already awaited %s",
                 step->action == AsyncGenAction::Send ? "__anext__()/asend()" : "aclose()/athrow()");
  }
  if (generator->state == GenState::Done) {
    step->closed = true;
    if (step->action == AsyncGenAction::Send) return raise_with_args(vm, Exc::StopAsyncIteration, {});
    *finished = true;
    return ok();
  }
  if (generator->async_running || generator->state == GenState::Running) {
    step->closed = true;
    return raise(vm, Exc::RuntimeError, "%s: asynchronous generator is already running", step_name(step->action));
  }
  if (step->action != AsyncGenAction::Send && generator->closed) {  // it ignored a GeneratorExit
    step->closed = true;
    return raise_with_args(vm, Exc::StopAsyncIteration, {});
  }
  if (step->action == AsyncGenAction::Throw) {
    // The arguments are looked at when the step begins, not when it is made.
    auto* thrown = step->argument.as<Tuple>();
    if (thrown->size < 1 || thrown->size > 3) {
      const bool few = thrown->size < 1;
      return raise_type_error(vm, "athrow expected at %s %d argument%s, got %zu", few ? "least" : "most", few ? 1 : 3, few ? "" : "s", thrown->size);
    }
    auto part = [&](size_t i) { return i < thrown->size ? thrown->items[i] : Value(); };
    COIL_TRY(Value exception, thrown_exception(vm, part(0), part(1), part(2)));
    store(step, step->argument, exception);
  }
  if (step->action == AsyncGenAction::Close) {
    generator->closed = generator->closing = true;
    if (generator->state == GenState::Created) {
      step->closed = true;
      generator->finish();
      *finished = true;
      return ok();
    }
    COIL_TRY(Exception* exit, new_exception(vm, vm.exception(Exc::GeneratorExit), {}));
    store(step, step->argument, Value(exit));
  }
  if (step->action == AsyncGenAction::Send && generator->state == GenState::Created && !step->argument.is_none()) {
    return raise_type_error(vm, "can't send non-None value to a just-started async generator");
  }
  step->started = true;
  generator->async_running = true;
  return ok();
}

DelegateStep start_async_gen_step(Vm& vm, AsyncGenStep* step, Value) {
  bool finished;
  if (!begin_async_gen_step(vm, step, &finished)) return step_raised();
  if (finished) return step_value(none());
  step->closed = true;
  if (step->action != AsyncGenAction::Send) (void)raise_exception(vm, step->argument);
  return step_enter(vm, step->generator, step->argument);
}

namespace {

/// What a resumption of the generator means for the step that drives it from a program's send().
Result<Value> step_outcome(Vm& vm, AsyncGenStep* step, StepResult result) {
  Generator* generator = step->generator;
  bool closing = step->action == AsyncGenAction::Close;
  if (result.step == Step::Yielded) return result.value;
  step->closed = true;
  generator->async_running = false;
  if (result.step == Step::Raised) {
    if (!closing || !(pending_matches(vm, Exc::StopAsyncIteration) || pending_matches(vm, Exc::GeneratorExit))) return Error{};
    clear_pending(vm);
    return raise_with_args(vm, Exc::StopIteration, {});
  }
  if (generator->state == GenState::Done) {
    return raise_with_args(vm, closing ? Exc::StopIteration : Exc::StopAsyncIteration, {});
  }
  if (closing) {
    generator->closing = false;
    return raise(vm, Exc::RuntimeError, "async generator ignored GeneratorExit");
  }
  return raise_with_args(vm, Exc::StopIteration, {result.value});
}

Result<Value> step_send(Vm& vm, AsyncGenStep* step, Value sent) {
  if (!step->started || step->closed) {
    if (step->action == AsyncGenAction::Send && !sent.is_none()) store(step, step->argument, sent);
    bool finished;
    COIL_CHECK(begin_async_gen_step(vm, step, &finished));
    if (finished) return raise_with_args(vm, Exc::StopIteration, {});
    if (step->action == AsyncGenAction::Send) return step_outcome(vm, step, resume_reenter(vm, step->generator, step->argument));
    return step_outcome(vm, step, resume_reenter(vm, step->generator, none(), step->argument));
  }
  return step_outcome(vm, step, resume_reenter(vm, step->generator, sent));
}

NATIVE(step_method_send, "send(self, value, /)", "Drive the step by hand.") { return step_send(vm, self_as<AsyncGenStep>(args), args[1]); }
NATIVE(step_method_throw, "throw(self, type, value=None, traceback=None, /)", "Raise an exception inside the step.") {
  auto* step = self_as<AsyncGenStep>(args);
  COIL_TRY(Value exception, thrown_exception(vm, args[1], args[2], args[3]));
  if (step->closed) {
    return raise(vm, Exc::RuntimeError, "cannot reuse already awaited %s",
                 step->action == AsyncGenAction::Send ? "__anext__()/asend()" : "aclose()/athrow()");
  }
  if (step->generator->state == GenState::Done) return raise_exception(vm, exception);
  step->started = true;
  step->generator->async_running = true;
  return step_outcome(vm, step, resume_reenter(vm, step->generator, none(), exception));
}
NATIVE(step_method_close, "close(self, /)", "Give the step up.") {
  self_as<AsyncGenStep>(args)->closed = true;
  return none();
}

Result<Value> step_next(Vm& vm, Value self) { return step_send(vm, self.as<AsyncGenStep>(), none()); }
Result<Value> step_self(Vm&, Value self) { return self; }

NATIVE(async_generator_asend, "asend(self, value, /)", "Awaitable that resumes the generator with a value and gives the next item.") {
  return new_async_gen_step(vm, Kind::AsyncGenASend, self_as<Generator>(args), AsyncGenAction::Send, args[1]);
}
NATIVE(async_generator_athrow, "athrow(self, *args)", "Awaitable that raises an exception in the generator: athrow(type, value, traceback).") {
  return new_async_gen_step(vm, Kind::AsyncGenAThrow, self_as<Generator>(args), AsyncGenAction::Throw, args[1]);
}
NATIVE(async_generator_aclose, "aclose(self, /)", "Awaitable that raises GeneratorExit in the generator.") {
  return new_async_gen_step(vm, Kind::AsyncGenAThrow, self_as<Generator>(args), AsyncGenAction::Close, none());
}

Result<Value> async_generator_anext(Vm& vm, Value self) {
  return new_async_gen_step(vm, Kind::AsyncGenASend, self.as<Generator>(), AsyncGenAction::Send, none());
}
Result<Value> async_generator_repr(Vm& vm, Value self) {
  return new_str(vm, "<async_generator object " + str_utf8(self.as<Generator>()->qualname()) + " at 0x" + address_text(self) + ">");
}

Result<Value> get_ag_running(Vm&, Value self) { return Value::boolean(self.as<Generator>()->async_running); }

const GetSetSpec kAgRunning{"ag_running", get_ag_running, nullptr, "Whether a step is under way."};
const GetSetSpec kAgFrame{"ag_frame", generator_get_frame, nullptr, "The generator's frame, or None when it is finished."};
const GetSetSpec kAgCode{"ag_code", generator_get_code, nullptr, "The generator's code object."};
const GetSetSpec kAgAwait{"ag_await", generator_get_delegate, nullptr, "What the generator awaits, or None."};

void trace_step(Cell* cell, Marker& marker) {
  marker.cell(static_cast<AsyncGenStep*>(cell)->generator);
  marker.value(static_cast<AsyncGenStep*>(cell)->argument);
}

}  // namespace

void setup_async_generators(Vm& vm) {
  Slots& slots = vm.type(Kind::AsyncGenerator)->slots;
  slots.aiter = step_self;
  slots.anext = async_generator_anext;
  slots.repr = async_generator_repr;
  define_type(vm, {Kind::AsyncGenerator,
                   nullptr,
                   {&async_generator_asend_spec, &async_generator_athrow_spec, &async_generator_aclose_spec},
                   {&kAgRunning, &kAgFrame, &kAgCode, &kAgAwait, &kGeneratorName, &kGeneratorQualname}});
  for (Kind kind : {Kind::AsyncGenASend, Kind::AsyncGenAThrow}) {
    Slots& step = vm.type(kind)->slots;
    step.await = step_self;
    step.iter = step_self;
    step.next = step_next;
    g_heap.set_type(kind, trace_step, nullptr);
    define_type(vm, {kind, "One step of an asynchronous generator.", {&step_method_send_spec, &step_method_throw_spec, &step_method_close_spec}, {}});
  }
}

}  // namespace coil
