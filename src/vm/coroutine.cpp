// Awaiting, delegating and suspending: the transitions between frames of a chain that are too rare or too long for the dispatch loop.
//
// The interpreter executes Await/YieldFrom/AsyncForIter in two phases. The first execution calls start_*: it settles what the register holds (a Future, a joined
// Generator, or an iterator). Every later visit happens because the chain was resumed with this frame innermost: resume_delegate/throw_into_delegate.
#include <algorithm>
#include <utility>

#include "objects/containers.hpp"
#include "objects/exception.hpp"
#include "objects/protocol.hpp"
#include "objects/str.hpp"
#include "vm/async_gen.hpp"
#include "vm/async_op.hpp"
#include "vm/slow_paths.hpp"

#include <cstring>

namespace coil {

const char* generator_noun(Kind kind) {
  return kind == Kind::Coroutine ? "coroutine" : kind == Kind::AsyncGenerator ? "async generator" : "generator";
}

Value* delegate_register(Frame* frame) {
  if (frame->ip == frame->code()->instrs) return nullptr;
  const Instr& instr = frame->ip[-1];
  switch (static_cast<Op>(instr.op)) {
    case Op::Await:
    case Op::YieldFrom: return &frame->regs[instr.b];
    case Op::AsyncForIter: return &frame->regs[instr.c];
    default: return nullptr;
  }
}

Generator* chain_of(Generator* generator) {
  Frame* frame = generator->frame;
  while (!(frame->flags & kFrameRoot) && frame->caller) frame = frame->caller;
  return frame->owner.as<Generator>();
}

bool is_executing(Generator* generator) { return generator->state == GenState::Running && chain_of(generator)->state == GenState::Running; }

bool leave_suspended_chain(Generator* generator) {
  Generator* chain = chain_of(generator);
  if (chain->state == GenState::Running) return false;
  Frame* frame = generator->frame;
  generator->depth = 1;
  for (Frame* at = chain->innermost; at != frame; at = at->caller) generator->depth++;
  generator->innermost = chain->innermost;
  generator->state = GenState::Suspended;
  frame->flags = static_cast<uint16_t>((frame->flags | kFrameRoot) & ~kFrameAwaited);
  Frame* outer = std::exchange(frame->caller, nullptr);
  *delegate_register(outer) = Value(generator);
  chain->innermost = outer;
  chain->depth -= generator->depth;
  write_barrier(outer);
  write_barrier(chain);
  write_barrier(generator);
  return true;
}

Result<Generator*> object_of_awaited(Vm& vm, Frame* frame) {
  if (frame->owner.is_cell()) return frame->owner.as<Generator>();
  COIL_TRY(Generator* made, alloc<Generator>(vm, Kind::Coroutine));
  made->frame = made->innermost = frame;
  made->depth = 1;
  made->state = GenState::Running;
  made->awaited = true;
  store(frame, frame->owner, Value(made));
  return made;
}

/// A heap frame that waits for `awaited` at an await, as if it had come there.
static Result<Frame*> waiting_frame(Vm& vm, Function* function, std::span<const Value> args, bool at_first, Value awaited) {
  Code* code = function->code;
  COIL_CHECK(need_code(vm, code));
  std::span<const Instr> instrs = code->unit.instrs();
  size_t at = instrs.size();
  for (size_t i = 0; i < instrs.size() && !(at_first && at < i); i++) {
    if (static_cast<Op>(instrs[i].op) == Op::Await) at = i;
  }
  if (at == instrs.size()) return raise(vm, Exc::SystemError, "the function of an operation awaits nothing");
  COIL_TRY(Frame* frame, alloc<Frame>(vm, Kind::Frame, frame_bytes(code)));
  frame->flags = kFrameHeap | kFrameAwaited;
  frame->function = function;
  frame->ip = code->instrs + at + 1;
  std::copy(args.begin(), args.end(), frame->regs);
  *delegate_register(frame) = awaited;
  return frame;
}

/// Whether the frame waits at an `await f(...)`, which runs operations without a frame.
static bool awaits_call(Frame* frame) {
  if (static_cast<Op>(frame->ip[-1].op) != Op::Await || frame->ip - frame->code()->instrs < 2) return false;
  auto before = static_cast<Op>(frame->ip[-2].op);
  return before == Op::CallAwait || before == Op::CallMethodAwait;
}

static void hang_below(Generator* chain, Frame* frame) {
  frame->caller = chain->innermost;
  chain->innermost = frame;
  chain->depth++;
  write_barrier(frame);
  write_barrier(chain);
}

Result<void> unfold_operation(Vm& vm, Generator* chain) {
  Frame* outer = chain->innermost;
  Value* reg = delegate_register(outer);
  if (!reg || !awaits_call(outer)) return ok();
  const OpFunction of = function_of_awaited(*reg);
  if (!of.function || of.function->code == outer->code()) return ok();
  Value awaited = *reg;
  Frame* inner = nullptr;
  if (of.waits_in) {
    Value method = class_lookup(class_of(of.args[0]), intern(vm, of.waits_in));
    if (!method.is(Kind::Function)) return ok();
    COIL_TRY(FutureIter* iterator, new_future_iter(vm, awaited.as<Future>()));
    COIL_TRY(inner, waiting_frame(vm, method.as<Function>(), {of.args, 1}, false, Value(iterator)));
    awaited = none();
  }
  COIL_TRY(Frame* frame, waiting_frame(vm, of.function, of.args, of.first_await, awaited));
  if (of.function_waits) {
    awaited.as<Future>()->clear_operation();
    std::fill(frame->regs + 1, frame->regs + frame->code()->local_count, none());
  }
  *reg = none();
  hang_below(chain, frame);
  if (inner) hang_below(chain, inner);
  return ok();
}

namespace {

/// Whether the interpreter drives it: a future whose class has no __await__ of its own.
inline bool is_native_future(Value v) {
  if (is_exact(v, Kind::Task) || is_exact(v, Kind::Future)) return true;
  if (!v.is(Kind::Future) && !v.is(Kind::Task)) return false;
  return class_of(v)->slots.await == type_of_kind(v.cell()->kind)->slots.await;
}

DelegateStep from_result(Vm& vm, Result<Value> result) {
  if (result) return {Delegate::Yield, *result};
  if (pending_matches(vm, Exc::StopIteration)) {
    (void)stop_with_pending(vm);
    return {Delegate::Value, take_stop_value(vm)};
  }
  return step_raised();
}

DelegateStep future_step(Vm& vm, Value awaited) {
  auto* future = awaited.as<Future>();
  if (future->state() == FutureState::Pending) {
    if (future->loop && !future->has(kFutureBlocking)) [[likely]] {
      future->set(kFutureBlocking);
      return {Delegate::Yield, awaited};
    }
    (void)raise(vm, Exc::RuntimeError, future->loop ? "await wasn't used with future" : "Future object is not initialized.");
    return step_raised();
  }
  if (Value result = future->result()) [[likely]] return step_value(result);
  Result<Value> outcome = g_hooks.future_outcome(vm, awaited);
  if (!outcome) return step_raised();
  return step_value(*outcome);
}

/// Sends into an iterator that is not a joined frame. The language-level __next__ and send may raise StopIteration(value).
DelegateStep iterator_step(Vm& vm, Value iterator, Value sent) {
  if (iterator.is(Kind::FutureIter)) return future_step(vm, iterator.as<FutureIter>()->future);
  Class* cls = class_of(iterator);
  if (sent.is_none()) {
    if (cls->flags & kClassHeap) return from_result(vm, call_method_reenter(vm, iterator, vm.name(Name::next_), {}));
    vm.stop_value = Value();
    Result<Value> next = next_reenter(vm, iterator);
    if (!next) return from_result(vm, next);
    if ((*next).is_stop()) return {Delegate::Value, take_stop_value(vm)};
    return {Delegate::Yield, *next};
  }
  return from_result(vm, call_method_reenter(vm, iterator, vm.name(Name::k_send), {sent}));
}

/// Takes the innermost frame off a suspended chain: the Generator that runs it alone. The frame above it waits for nothing any more.
Result<Generator*> split_innermost(Vm& vm, Generator* chain) {
  Frame* frame = chain->innermost;
  COIL_TRY(Generator* split, object_of_awaited(vm, frame));
  split->innermost = frame;
  split->depth = 1;
  split->state = GenState::Suspended;
  write_barrier(split);
  Frame* outer = std::exchange(frame->caller, nullptr);
  *delegate_register(outer) = none();
  chain->innermost = outer;
  chain->depth--;
  write_barrier(chain);
  return split;
}

/// A Generator object whose frames become part of the awaiting chain.
DelegateStep join(Vm& vm, Generator* generator) {
  const bool suspended = generator->state == GenState::Suspended || (generator->state == GenState::Running && !is_executing(generator));
  if (suspended && generator->kind == Kind::Coroutine) {
    // It is in the middle of somebody's await.
    (void)raise(vm, Exc::RuntimeError, "coroutine is being awaited already");
    return step_raised();
  }
  (void)can_resume(generator);
  switch (generator->state) {
    case GenState::Suspended:
    case GenState::Created: return step_enter(vm, generator, none());
    case GenState::Running:
      (void)raise_value_error(vm, "%s already executing", generator_noun(generator->kind));
      return step_raised();
    case GenState::Done:
      if (generator->kind == Kind::Coroutine) {
        (void)raise(vm, Exc::RuntimeError, "cannot reuse already awaited coroutine");
        return step_raised();
      }
      return step_value(none());
  }
  return step_raised();
}

/// A generator or coroutine left the chain while it was suspended, for somebody else resumed it: asks it to go on, like any iterator.
DelegateStep rejoin(Vm& vm, Generator* generator, Value sent) {
  if (!can_resume(generator)) {
    (void)raise_value_error(vm, "%s already executing", generator_noun(generator->kind));
    return step_raised();
  }
  if (generator->state == GenState::Done) return join(vm, generator);
  return step_enter(vm, generator, sent);
}

bool is_generator_coroutine(Value v) {
  return v.is(Kind::Generator) && v.as<Generator>()->iterable_coroutine;
}

Error raise_not_awaitable(Vm& vm, Value object, int context) {
  if (context == 0) return raise_type_error(vm, "object %s can't be used in 'await' expression", type_name(object));
  return raise_type_error(vm, "'async with' received an object from %s that does not implement __await__: %s",
                          context == 1 ? "__aenter__" : "__aexit__", type_name(object));
}

/// The iterator that drives an awaitable, or the thing itself when the interpreter drives it.
Result<Value> awaitable_iterator(Vm& vm, Value object, int context) {
  if (object.is(Kind::CoroutineWrapper)) return object.as<PairCell>()->first;
  if (object.is(Kind::Coroutine) || is_generator_coroutine(object) || object.is(Kind::AsyncGenASend) ||
      object.is(Kind::AsyncGenAThrow) || object.is(Kind::Awaiter) || is_native_future(object)) {
    return object;
  }
  UnaryFn await = class_of(object)->slots.await;
  if (!await) return raise_not_awaitable(vm, object, context);
  COIL_TRY(Value iterator, await(vm, object));
  if (iterator.is(Kind::Coroutine) || is_generator_coroutine(iterator)) {
    return raise_type_error(vm, "__await__() returned a coroutine");
  }
  if (iterator.is(Kind::CoroutineWrapper)) return iterator.as<PairCell>()->first;
  if (!class_of(iterator)->slots.next) {
    return raise_type_error(vm, "__await__() returned non-iterator of type '%s'", type_name(iterator));
  }
  return iterator;
}

/// Begins an operation that was made as an object: `return await operation(...)` in a coroutine.
DelegateStep begin_operation(Vm& vm, Awaiter* operation, Value* reg) {
  const Value args[kMaxOpArgs] = {operation->self, operation->argument};
  return operation->op()->begin(vm, args, operation->arg_count(), reg);
}

/// First step for a native future.
DelegateStep await_future(Vm& vm, Value* reg) {
  Value future = *reg;
  if (future.as<Future>()->operation()) [[unlikely]] {
    // Somebody else's operation waits for the future, too: what stands for it in this register is its iterator.
    Result<FutureIter*> iterator = new_future_iter(vm, future.as<Future>());
    if (!iterator) return step_raised();
    *reg = Value(*iterator);
  }
  return future_step(vm, future);
}

/// First step once the register holds what is to be driven.
DelegateStep drive(Vm& vm, Value* reg) {
  Value target = *reg;
  switch (target.cell()->kind) {
    case Kind::Coroutine:
    case Kind::Generator: return join(vm, target.as<Generator>());
    case Kind::Future:
    case Kind::Task:
      if (is_native_future(target)) return await_future(vm, reg);
      break;
    case Kind::AsyncGenASend:
    case Kind::AsyncGenAThrow: return start_async_gen_step(vm, target.as<AsyncGenStep>(), none());
    case Kind::Awaiter: return begin_operation(vm, target.as<Awaiter>(), reg);
    default: break;
  }
  return iterator_step(vm, target, none());
}

}  // namespace

DelegateStep start_await(Vm& vm, Value* reg, int context) {
  if (is_native_future(*reg)) return await_future(vm, reg);
  Result<Value> target = awaitable_iterator(vm, *reg, context);
  if (!target) return step_raised();
  *reg = *target;
  return drive(vm, reg);
}

DelegateStep start_yield_from(Vm& vm, Value* reg, Code* code) {
  Value source = *reg;
  if (source.is(Kind::Coroutine)) {
    if (!(code->flags & kCodeCoroutine) && !code->iterable_coroutine) {
      (void)raise_type_error(vm, "cannot 'yield from' a coroutine object in a non-coroutine generator");
      return step_raised();
    }
  } else if (!source.is(Kind::Generator)) {
    Result<Value> iterator = is_native_future(source) && code->iterable_coroutine ? Result<Value>(source) : iter_reenter(vm, source);
    if (!iterator) return step_raised();
    *reg = *iterator;
  }
  if (reg->is(Kind::CoroutineWrapper)) *reg = reg->as<PairCell>()->first;
  return drive(vm, reg);
}

DelegateStep start_anext(Vm& vm, Value iterator, Value* reg) {
  UnaryFn anext = class_of(iterator)->slots.anext;
  if (!anext) {
    (void)raise_type_error(vm, "'async for' requires an iterator with __anext__ method, got %s", type_name(iterator));
    return step_raised();
  }
  Result<Value> awaitable = anext(vm, iterator);
  if (!awaitable) return step_raised();
  Result<Value> target = awaitable_iterator(vm, *awaitable, 0);
  if (!target) {
    Value cause = clear_pending(vm);
    (void)raise_type_error(vm, "'async for' received an invalid object from __anext__: %s", type_name(*awaitable));
    auto* error = vm.pending.as<Exception>();
    store(error, error->cause, cause);
    store(error, error->context, cause);
    error->suppress_context = true;
    return step_raised();
  }
  *reg = *target;
  return drive(vm, reg);
}

DelegateStep resume_delegate(Vm& vm, Value* reg, Value sent) {
  Value target = *reg;
  if (target.is_none()) return step_value(target);  // a turn of the loop is over
  if (const AsyncOp* op = operation_of(target)) {
    if (target.as<Future>()->state() == FutureState::Pending) [[unlikely]] {
      // Who drives the chain by hand may ask too early; an error reaches the operation, which leaves its queue.
      DelegateStep early = future_step(vm, target);
      if (early.kind == Delegate::Yield) return early;
    }
    return op->resume(vm, Wait(target.as<Future>()), reg);
  }
  if (is_native_future(target)) return future_step(vm, target);
  if (target.is(Kind::FutureIter)) return future_step(vm, target.as<FutureIter>()->future);
  if (target.is(Kind::Generator) || target.is(Kind::Coroutine)) return rejoin(vm, target.as<Generator>(), sent);
  return iterator_step(vm, target, sent);
}

DelegateStep throw_into_delegate(Vm& vm, Value* reg) {
  Value target = *reg;
  if (const AsyncOp* op = operation_of(target)) {
    const Value thrown = vm.pending;
    DelegateStep step = op->resume(vm, Wait(target.as<Future>()), reg);
    return step.kind == Delegate::Raised && vm.pending == thrown ? step_thrown() : step;
  }
  if (target.is_nothing() || target.is_none() || is_native_future(target) || target.is(Kind::FutureIter)) return step_thrown();
  Value exception = clear_pending(vm);
  if (is_instance(exception, vm.exception(Exc::GeneratorExit))) {
    Result<Value> close = find_attr_reenter(vm, target, vm.name(Name::k_close));
    if (!close) {
      g_hooks.ignored(vm, target);
      close = Value::stop();
    }
    if (!(*close).is_stop()) close = call_reenter(vm, *close, {});
    if (!close) return step_raised();
    (void)raise_exception(vm, exception);
    return step_thrown();
  }
  Result<Value> thrower = find_attr_reenter(vm, target, vm.name(Name::k_throw));
  if (!thrower) return step_raised();
  if ((*thrower).is_stop()) {
    (void)raise_exception(vm, exception);
    return step_thrown();
  }
  const ThrownArguments* thrown = std::exchange(vm.thread->thrown, nullptr);
  if (!thrown || thrown->exception != exception) return from_result(vm, call_reenter(vm, *thrower, {exception}));
  Value window[4] = {};
  std::copy_n(thrown->args, thrown->count, window + 1);
  return from_result(vm, call_vector_reenter(vm, *thrower, window + 1, thrown->count, nullptr));
}

/// The GeneratorExit of a close(): an exception that is handled around it is its context.
static Result<Exception*> new_exit(Vm& vm) {
  COIL_TRY(Exception* exit, new_exception(vm, vm.exception(Exc::GeneratorExit), {}));
  chain_exception(exit, handled_exception(vm.thread->frame));
  return exit;
}

Value close_delegates_reenter(Vm& vm, Generator* generator, Value exit) {
  for (Frame* at = generator->innermost; at != generator->frame; at = at->caller) {
    if (at->owner.is(Kind::AsyncGenerator)) return exit;
  }
  Value error;
  generator->state = GenState::Running;
  while (generator->innermost != generator->frame) {
    Result<Generator*> split = split_innermost(vm, generator);
    Result<Exception*> inner_exit = split ? new_exit(vm) : Result<Exception*>(Error{});
    if (!inner_exit) {
      error = clear_pending(vm);
      break;
    }
    StepResult step = resume_reenter(vm, *split, none(), error ? error : Value(*inner_exit));
    error = Value();
    if (step.step == Step::Yielded) (void)raise(vm, Exc::RuntimeError, "%s ignored GeneratorExit", generator_noun((*split)->kind));
    if (!vm.pending) continue;
    bool closed = pending_matches(vm, Exc::GeneratorExit) || pending_matches(vm, Exc::StopIteration);
    Value raised = clear_pending(vm);
    if (!closed) error = raised;
  }
  generator->state = GenState::Suspended;
  return error ? error : exit;
}

/// How many registers of a frame that waits may be read again: temporaries are allocated like a stack, so that those behind the operands of the await are
/// dead. What they still hold belongs to calls that are over, or to the frame above, whose window they are.
static size_t live_registers(const Frame* frame) {
  const Code* code = frame->code();
  const Instr& at = frame->ip[-1];
  int last;
  switch (static_cast<Op>(at.op)) {
    case Op::Await:
    case Op::YieldFrom: last = at.b; break;
    case Op::AsyncForIter: last = std::max({at.a, at.b, at.c}); break;
    default: return code->reg_count;
  }
  return std::max<size_t>(code->local_count, static_cast<size_t>(last) + 1);
}

/// Registers that no instruction has written yet hold what the stack held before. The check of --gc-stress would take one that refers to a cell
/// that has died for a missing barrier once its memory is another's.
static void forget_dead_cells(Frame* frame) {
  for (Value* reg = frame->regs; reg < frame_end(frame); reg++) {
    if (reg->is_cell() && g_heap.dangles(reg->cell())) *reg = Value();
  }
}

Frame* spill_chain(Vm& vm, Frame* innermost) {
  if (innermost->flags & kFrameHeap) return innermost;
  Thread* thread = vm.thread;
  Frame* result = nullptr;
  Frame* child = nullptr;
  Frame* frame = innermost;
  while (!(frame->flags & kFrameHeap)) {
    Result<Frame*> allocated = alloc<Frame>(vm, Kind::Frame, frame_bytes(frame->code()));
    if (!allocated) return nullptr;
    Frame* copy = *allocated;
    uint8_t gc = copy->gc;
    std::memcpy(static_cast<void*>(copy), frame, sizeof(Value) * (kFrameHeaderWords + live_registers(frame)));
    static_cast<Cell&>(*copy) = Cell{static_cast<uint32_t>(Kind::Frame), Kind::Frame, gc, static_cast<uint16_t>((frame->flags & ~kFrameWatched) | kFrameHeap)};
    if (g_heap.stressed()) [[unlikely]] forget_dead_cells(copy);
    write_barrier(copy);
    if (child) {
      child->caller = copy;
      write_barrier(child);
    } else {
      result = copy;
    }
    child = copy;
    thread->top = reinterpret_cast<Value*>(frame);
    frame = frame->caller;
  }
  return result;
}

Result<Value> get_async_iter(Vm& vm, Value object) {
  if (object.is(Kind::AsyncGenerator)) {
    return object;
  }
  Class* cls = class_of(object);
  if (!cls->slots.aiter) {
    return raise_type_error(vm, "'async for' requires an object with __aiter__ method, got %s", type_name(object));
  }
  COIL_TRY(Value iterator, cls->slots.aiter(vm, object));
  if (!class_of(iterator)->slots.anext) {
    return raise_type_error(vm, "'async for' received an object from __aiter__ that does not implement __anext__: %s",
                            type_name(iterator));
  }
  return iterator;
}

void note_generator_of_loop(Vm& vm, Value iterated, Value generator) {
  auto* made = generator.as<Generator>();
  const Name name = generator.is(Kind::AsyncGenerator) ? Name::aiter_ : Name::iter_;
  Value method = class_lookup(class_of(iterated), vm.name(name));
  if (made->state != GenState::Created || !method.is(Kind::Function)) return;
  auto* function = method.as<Function>();
  if (made->function() == function) {
    made->loop_owned = true;
    return;
  }
  // `return self.lines()`: the method's last instructions are the call that made it and the return.
  const Thread* thread = vm.thread;
  const Instr* after = thread->fresh_call;
  const Instr* begin = function->code->instrs;
  made->loop_owned = thread->fresh_generator == made && after > begin && after < begin + function->code->unit.instrs().size() &&
                     static_cast<Op>(after->op) == Op::Return && after->a == after[-1].a;
}

Result<void> close_loop_iterator(Vm& vm, Value iterator) {
  if (!iterator.is(Kind::Generator)) return ok();
  auto* generator = iterator.as<Generator>();
  if (!generator->loop_owned || generator->state == GenState::Done || generator->state == GenState::Running) return ok();
  return close_generator_reenter(vm, generator);
}

Result<void> close_generator_reenter(Vm& vm, Generator* generator) {
  if (generator->state == GenState::Done) return ok();
  if (!can_resume(generator)) return raise_value_error(vm, "%s already executing", generator_noun(generator->kind));
  if (generator->state == GenState::Created) {
    generator->finish();
    generator->awaited = true;
    return ok();
  }
  COIL_TRY(Exception* exit, new_exit(vm));
  StepResult step = resume_reenter(vm, generator, none(), exit);
  switch (step.step) {
    case Step::Returned: return ok();
    case Step::Yielded:
      return raise(vm, Exc::RuntimeError, "%s ignored GeneratorExit", generator_noun(generator->kind));
    case Step::Raised:
      if (pending_matches(vm, Exc::GeneratorExit) || pending_matches(vm, Exc::StopIteration) || pending_matches(vm, Exc::StopAsyncIteration)) {
        clear_pending(vm);
        return ok();
      }
      return Error{};
  }
  return ok();
}

}  // namespace coil
