// The dispatch loop. What does not fit a few lines is in slow_paths.cpp, call.cpp, inline_cache.cpp, coroutine.cpp, unwind.cpp.
//
// Rules of survival
// - Before anything that can raise, allocate or call: SAVE() stores ip into the frame, so that tracebacks, the handled exception and zero-argument super() are right.
// - thread->frame and thread->top are right whenever control is inside the loop: ENTER() keeps them; natives may push frames above top.
// - Registers of stack frames are roots. A heap frame that is being run is re-remembered at each collection (setup.cpp), and ENTER() remembers it, so register
//   writes need no barrier.
// - After a slow path returns, `regs` is still valid (frames move only in spill_chain), but anything read from registers before it may be stale.
// - No state lives in C++ locals across instructions but `frame`, `ip`, `regs`, `consts`, which all derive from the frame.
//
// Control transfers are labels in transfers.inc: do_return, do_suspend, delegate (a DelegateStep to act on), entered (a frame begins while the interrupt word is set),
// raised (the exception is pending).
#include "bytecode/code.hpp"
#include "objects/attributes.hpp"
#include "objects/containers.hpp"
#include "objects/native.hpp"
#include "objects/native_level.hpp"
#include "objects/number.hpp"
#include "objects/str.hpp"
#include "vm/arithmetic.hpp"
#include "vm/async_gen.hpp"
#include "vm/async_gen_hooks.hpp"
#include "vm/async_op.hpp"
#include "vm/profile.hpp"
#include "vm/quickening.hpp"
#include "vm/recursion.hpp"
#include "vm/slow_paths.hpp"

#include <cmath>
#include <cstring>

namespace coil {

namespace {

/// How run() begins.
enum class Entry : uint8_t { Start, Send, Throw };

/// Quick truth of the common values: 0, 1, or -1 for the slow path.
inline int quick_truth(Value v) {
  if (v.is_true()) return 1;
  if (v.is_false() || v.is_none()) return 0;
  if (v.is_small_int()) return v.small_int() != 0;
  return -1;
}

/// Operands of a call on its way to call_values.
struct PendingCall {
  Value callee;
  Value* args;      // positional values, then one for each of `names`
  size_t count;     // of the positional ones
  Tuple* names;
  bool spare_slot;  // args[-1] may be written
  bool receiver_checked;  // args[0] is the receiver that LoadMethod found the callee for
  bool is_bound;          // the callee came from a bound method

  void insert_first(Value value) {
    if (spare_slot) args--;
    else std::memmove(static_cast<void*>(args + 1), args, (count + (names ? names->size : 0)) * sizeof(Value));
    args[0] = value;
    count++;
    spare_slot = false;
  }
};

/// For the few arguments of a call: memcpy() would cost more than the copy.
inline void copy_values(Value* to, const Value* from, size_t count) {
  for (size_t i = 0; i < count; i++) {
    to[i] = from[i];
    asm volatile("");  // or it becomes memcpy()
  }
}

/// Where the frame of a callee can begin, with the operands of the call in its first registers: the call window that they lie in, or the top of the stack,
/// with a copy of them. nullptr: there is no room.
inline Value* place_call(const Thread* thread, const Frame* frame, Value* window, const PendingCall& call, const Code* code) {
  if (thread->depth >= thread->last_level) return nullptr;
  if (call.args == window + kFrameHeaderWords && !(frame->flags & kFrameHeap)) return call.args + code->reg_count <= thread->stack_end ? window : nullptr;
  size_t operands = call.count + (call.names ? call.names->size : 0);
  Value* top = thread->top;
  if (top + kFrameHeaderWords + std::max<size_t>(code->reg_count, operands) > thread->stack_end) return nullptr;
  copy_values(top + kFrameHeaderWords, call.args, operands);
  return top;
}

inline bool interrupted(Vm& vm) { return __atomic_load_n(&vm.interrupt, __ATOMIC_RELAXED) != 0; }

/// Makes the chain of a generator that does not run the running one; gives the frame to go on in.
inline Frame* begin_chain(Thread* thread, Generator* generator, bool called_by_frame) {
  Frame* innermost = generator->innermost;
  uint32_t depth = generator->depth;
  generator->depth = thread->depth;
  generator->state = GenState::Running;
  generator->called_by_frame = called_by_frame;
  generator->previous = thread->chain;
  write_barrier(generator);
  thread->depth += depth;
  thread->chain = generator;
  return innermost;
}

/// The running chain ends or is suspended: the one below it runs again. Gives the frame that gets the value, nullptr for a C++ resumer.
inline Frame* leave_chain(Thread* thread, Generator* generator) {
  thread->chain = generator->previous;
  thread->depth = generator->depth;
  generator->previous = nullptr;
  return generator->called_by_frame ? generator->frame->caller : nullptr;
}

inline void finish_generator(Generator* generator) {
  generator->finish();
  g_heap.drop_finalizer(generator);
}

StepResult run(Frame* frame, Entry entry, Value sent);

}  // namespace

StepResult run_frame_reenter(Vm& vm, Frame* frame) {
  Frame* previous = vm.thread->frame;
  Entry entry = Entry::Start;
  if (profiled(vm)) [[unlikely]] {
    vm.thread->frame = frame;
    if (!profile_enter_reenter(vm, frame)) entry = Entry::Throw;
  }
  StepResult result = run(frame, entry, {});
  vm.thread->frame = previous;
  return result;
}

/// The frames that wait when an exception is thrown into their chain: what leaves one of them is thrown into the next. The marks count until the root loses its own.
static void mark_thrown(Frame* innermost, Frame* root) {
  for (Frame* frame = innermost; frame != root; frame = frame->caller) frame->flags |= kFrameThrown;
  root->flags |= kFrameThrown;
}

StepResult resume_reenter(Vm& vm, Generator* generator, Value sent, Value exception) {
  if (stack_overflow(vm, "")) return {Step::Raised, {}};
  if (exception && generator->innermost != generator->frame && is_instance(exception, vm.exception(Exc::GeneratorExit))) {
    exception = close_delegates_reenter(vm, generator, exception);
  }
  Thread* thread = vm.thread;
  if (!room_for_chain(vm, generator)) return {Step::Raised, {}};
  Frame* previous = thread->frame;
  Value* top = thread->top;
  Frame* innermost = begin_chain(thread, generator, false);
  generator->awaited = true;
  generator->frame->caller = previous;
  generator->frame->flags = static_cast<uint16_t>((generator->frame->flags | kFrameRoot) & ~(kFrameAwaited | kFrameAsyncNext | kFrameThrown));
  bool throws = !exception.is_nothing();
  if (throws) {
    mark_thrown(innermost, generator->frame);
    (void)raise_exception(vm, exception);
  }
  NativeLevel* levels = g_native_levels;
  g_native_levels = nullptr;
  if (profiled(vm)) [[unlikely]] {
    thread->frame = innermost;
    if (!profile_resume_reenter(vm, generator, innermost)) throws = true;
  }
  StepResult result = run(innermost, throws ? Entry::Throw : Entry::Send, sent);
  g_native_levels = levels;
  thread->frame = previous;
  thread->top = top;
  return result;
}

namespace {

// -- local macros --------------------------------------------------------------------------------------------------------

// Operands of the current instruction, read where they are used: a load with zero extension costs less than taking a word apart.
#define A (ip[-1].a)
#define B (ip[-1].b)
#define C (ip[-1].c)
#define WIDE (ip[-1].wide())
#define RA regs[A]
#define RB regs[B]
#define RC regs[C]
#define CONST(index) (code->consts->items()[index])
// Fetch and go to the next instruction.
#define NEXT()                  \
  do {                          \
    uint16_t op_ = ip->op;      \
    ip++;                       \
    goto* labels[op_];          \
  } while (0)
#define CASE(name) op_##name
// Use before anything that can raise, allocate or call.
#define SAVE() (frame->ip = ip)
// Make `f` the running frame and continue at its saved ip; `on_heap`: what else to do if it is no stack frame.
#define ENTER(f, ...)                                                                \
  do {                                                                               \
    frame = (f);                                                                     \
    thread->frame = frame;                                                           \
    code = frame->code();                                                            \
    regs = frame->regs;                                                              \
    ip = frame->ip;                                                                  \
    if (frame->flags & kFrameHeap) {                                                 \
      __VA_ARGS__;                                                                   \
      write_barrier(frame);                                                          \
    } else {                                                                         \
      thread->top = regs + code->reg_count;                                          \
    }                                                                                \
  } while (0)
// Before PUSH: moves `window` to the top of the stack, with a copy of the arguments, unless they lie where the frame of a callee can begin.
#define PLACE(window, args, count, callee_code)                                      \
  do {                                                                               \
    if (frame->flags & kFrameHeap || (args) != (window) + kFrameHeaderWords) {         \
      Value* top_ = thread->top;                                                     \
      if (top_ + kFrameHeaderWords + (callee_code)->reg_count <= thread->stack_end) {  \
        copy_values(top_ + kFrameHeaderWords, args, count);                            \
      }                                                                              \
      window = top_;                                                                 \
    }                                                                                \
    const Value* end_ = window + kFrameHeaderWords + (callee_code)->reg_count;       \
    if (is_crowded(thread, end_) && !room_for_frame(vm, end_)) [[unlikely]] goto raised; \
  } while (0)
// Make the call window at `at`, whose arguments are in place, the frame of `callee` and run it. ip is saved.
#define PUSH(at, callee, callee_code, frame_flags)                                   \
  do {                                                                               \
    code = (callee_code);                                                            \
    Frame* pushed_ = reinterpret_cast<Frame*>(at);                                   \
    static_cast<Cell&>(*pushed_) =                                                   \
        Cell{static_cast<uint32_t>(Kind::Frame), Kind::Frame, kGcStatic, frame_flags}; \
    pushed_->caller = frame;                                                         \
    pushed_->function = (callee);                                                    \
    pushed_->owner = Value();                                                        \
    thread->depth++;                                                                 \
    frame = pushed_;                                                                 \
    thread->frame = frame;                                                           \
    regs = frame->regs;                                                              \
    for (size_t i_ = argc; i_ < code->local_count; i_++) regs[i_] = Value();         \
    thread->top = regs + code->reg_count;                                            \
    ip = code->instrs;                                                               \
    frame->ip = ip;                                                                  \
  } while (0)
// Store a Result into a register or raise.
#define SET(target, expression)                      \
  do {                                               \
    SAVE();                                          \
    Result<Value> result_ = (expression);            \
    if (!result_) [[unlikely]] goto raised;          \
    (target) = *result_;                             \
    NEXT();                                          \
  } while (0)
#define DO(expression)                               \
  do {                                               \
    SAVE();                                          \
    if (!(expression)) [[unlikely]] goto raised;     \
    NEXT();                                          \
  } while (0)
// An operator with a constant has found a small integer: next time it expects one, if the constant has room in the instruction.
#define QUICKEN_INT(constant)                        \
  if (fits_instr(constant)) quicken_small(const_cast<Instr&>(ip[-1]), constant)
#define QUICKEN_FLOATS quicken_floats(code, const_cast<Instr&>(ip[-1]))
// A Test instruction succeeded: take the jump that follows (a safepoint when it goes back), or skip it.
#define TAKE()                                       \
  do {                                               \
    int32_t offset_ = ip->wide();                    \
    ip += 1 + offset_;                               \
    if (offset_ < 0 && interrupted(vm)) [[unlikely]] goto safepoint; \
    NEXT();                                          \
  } while (0)
#define SKIP() do { ip++; NEXT(); } while (0)
#define TAKE_IF(condition) do { if (condition) TAKE(); SKIP(); } while (0)

StepResult run(Frame* frame, Entry entry, Value sent) {
  Vm& vm = g_vm;  // a constant: the address takes no register
  static const void* const labels[] = {
#define OP(name, a, b, c, flags, doc) &&op_##name,
#include "bytecode/opcodes.def"
#undef OP
  };
  Thread* const thread = vm.thread;
  const Instr* ip;
  Value* regs;
  Code* code;
  DelegateStep step;
  Value value;
  PendingCall call;

  ENTER(frame);
  switch (entry) {
    case Entry::Start: NEXT();
    case Entry::Send:
      value = sent;
      goto sent_value;
    case Entry::Throw: goto thrown;
  }

  // -- registers, constants, names
  CASE(Nop) : NEXT();
  CASE(LoadCode) : {
    frame->ip = code->instrs;
    if (!need_code(vm, code)) goto raised;
    ip = frame->ip = code->instrs;
    NEXT();
  }
  CASE(Move) : RA = RB; NEXT();
  CASE(LoadConst) : RA = CONST(static_cast<uint32_t>(WIDE)); NEXT();
  CASE(LoadInt) : RA = Value::small_int(WIDE); NEXT();
  CASE(Clear) : RA = Value(); NEXT();
  CASE(CheckLocal) : {
    if (RA.is_nothing()) [[unlikely]] {
      SAVE();
      (void)raise_unbound_local(vm, code->name_array->items()[B].as<Str>());
      goto raised;
    }
    NEXT();
  }
  CASE(DeleteLocal) : {
    if (RA.is_nothing()) [[unlikely]] {
      SAVE();
      (void)raise_unbound_local(vm, code->name_array->items()[B].as<Str>());
      goto raised;
    }
    RA = Value();
    NEXT();
  }
  CASE(MakeBox) : {
    SAVE();
    Result<Box*> box = alloc<Box>(vm, Kind::Box);
    if (!box) goto raised;
    box->value = RA;
    RA = *box;
    NEXT();
  }
  CASE(NewBox) : {
    SAVE();
    Result<Box*> box = alloc<Box>(vm, Kind::Box);
    if (!box) goto raised;
    RA = *box;
    NEXT();
  }
  CASE(LoadBox) : {
    Value content = RB.as<Box>()->value;
    if (content.is_nothing()) [[unlikely]] {
      SAVE();
      (void)raise_unbound_local(vm, code->name_array->items()[C].as<Str>());
      goto raised;
    }
    RA = content;
    NEXT();
  }
  CASE(StoreBox) : store(RA.cell(), RA.as<Box>()->value, RB); NEXT();
  CASE(DeleteBox) : {
    if (RA.as<Box>()->value.is_nothing()) [[unlikely]] {
      SAVE();
      (void)raise_unbound_local(vm, code->name_array->items()[B].as<Str>());
      goto raised;
    }
    RA.as<Box>()->value = Value();
    NEXT();
  }
  CASE(LoadFree) : {
    Value content = frame->function->closure->items[B].as<Box>()->value;
    if (content.is_nothing()) [[unlikely]] {
      SAVE();
      (void)raise_unbound_free(vm, frame, B);
      goto raised;
    }
    RA = content;
    NEXT();
  }
  CASE(LoadFreeBox) : RA = frame->function->closure->items[B]; NEXT();
  CASE(StoreFree) : {
    Box* box = frame->function->closure->items[A].as<Box>();
    store(box, box->value, RB);
    NEXT();
  }
  CASE(DeleteFree) : {
    Box* box = frame->function->closure->items[A].as<Box>();
    if (box->value.is_nothing()) [[unlikely]] {
      SAVE();
      (void)raise_unbound_free(vm, frame, A);
      goto raised;
    }
    box->value = Value();
    NEXT();
  }
  CASE(LoadGlobal) : SET(RA, load_global(vm, frame->function, code->caches[B]));
  CASE(LoadGlobalEntry) : {
    InlineCache& cache = code->caches[B];
    if (cache.shape != frame->function->globals->keys_version) [[unlikely]] goto global_missed;
    RA = *cache.address<Value>();
    NEXT();
  }
  CASE(LoadBuiltinEntry) : {
    Function* function = frame->function;
    InlineCache& cache = code->caches[B];
    if (cache.shape != function->builtins->keys_version || cache.globals_version != function->globals->keys_version) [[unlikely]] goto global_missed;
    RA = *cache.address<Value>();
    NEXT();
  }
  CASE(StoreGlobal) : {
    Function* function = frame->function;
    DO(dict_set_str(vm, function->globals, code->name_array->items()[A].as<Str>(), RB));
  }
  CASE(DeleteGlobal) : {
    Str* name = code->name_array->items()[A].as<Str>();
    SAVE();
    if (!dict_del_str(frame->function->globals, name)) {
      (void)raise_name_error(vm, name);
      goto raised;
    }
    NEXT();
  }
  CASE(LoadName) : SET(RA, load_name(vm, frame, code->name_array->items()[B].as<Str>()));
  CASE(LoadClassFree) : SET(RA, load_class_free(vm, frame, B));
  CASE(StoreName) : DO(store_name(vm, frame, code->name_array->items()[A].as<Str>(), RB));
  CASE(DeleteName) : DO(delete_name(vm, frame, code->name_array->items()[A].as<Str>()));
  CASE(SetupAnnotations) : DO(setup_annotations(vm, frame));

  // -- operators
#include "vm/operators.inc"

  // -- control flow
  CASE(Jump) : ip += WIDE; NEXT();
  CASE(JumpBack) : {
    ip += WIDE;
    if (interrupted(vm)) [[unlikely]] goto safepoint;
    NEXT();
  }
  CASE(JumpIfTrue) : {
    int truth = quick_truth(RA);
    if (truth < 0) {
      SAVE();
      Result<bool> result = truthy_reenter(vm, RA);
      if (!result) goto raised;
      truth = *result;
    }
    if (truth) {
      int32_t offset = WIDE;
      ip += offset;
      if (offset < 0 && interrupted(vm)) [[unlikely]] goto safepoint;
    }
    NEXT();
  }
  CASE(JumpIfFalse) : {
    int truth = quick_truth(RA);
    if (truth < 0) {
      SAVE();
      Result<bool> result = truthy_reenter(vm, RA);
      if (!result) goto raised;
      truth = *result;
    }
    if (!truth) {
      int32_t offset = WIDE;
      ip += offset;
      if (offset < 0 && interrupted(vm)) [[unlikely]] goto safepoint;
    }
    NEXT();
  }
  CASE(JumpIfNone) : if (RA.is_none()) ip += WIDE; NEXT();
  CASE(JumpIfNotNone) : if (!RA.is_none()) ip += WIDE; NEXT();
#define TEST(name, right_operand, suffix, small, floats)                \
  CASE(Test##name##suffix) : {                                          \
    Value left = RA, right = right_operand;                             \
    const bool wanted = C;                                              \
    bool truth;                                                         \
    if (both_small(left, right)) [[likely]] {                           \
      small;                                                            \
      truth = compare_small(CompareOp::name, left, right);              \
    } else if (all_floats(left, right)) {                               \
      floats;                                                           \
      uint64_t bias = Value::float_bias();                              \
      TAKE_IF(compare_numbers(CompareOp::name, left.inline_float(bias), right.inline_float(bias)) == wanted); \
    } else if (exact_doubles(left, right)) {                            \
      truth = compare_numbers(CompareOp::name, as_double(left), as_double(right)); \
    } else {                                                            \
      SAVE();                                                           \
      Result<bool> result = compare_bool_reenter(vm, left, right, CompareOp::name); \
      if (!result) goto raised;                                         \
      truth = *result;                                                  \
    }                                                                   \
    TAKE_IF(truth == wanted);                                           \
  }
  TEST(Lt, RB, , , )
  TEST(Le, RB, , , )
  TEST(Eq, RB, , , )
  TEST(Ne, RB, , , )
  TEST(Gt, RB, , , )
  TEST(Ge, RB, , , )
  CASE(TestIs) : TAKE_IF((RA == RB) == (C != 0));
  CASE(TestIn) : {
    SAVE();
    Result<bool> result = contains_reenter(vm, RB, RA);
    if (!result) goto raised;
    TAKE_IF(*result == (C != 0));
  }
  TEST(Lt, CONST(B), K, QUICKEN_INT(right), QUICKEN_FLOATS)
  TEST(Le, CONST(B), K, QUICKEN_INT(right), QUICKEN_FLOATS)
  TEST(Eq, CONST(B), K, QUICKEN_INT(right), )
  TEST(Ne, CONST(B), K, QUICKEN_INT(right), )
  TEST(Gt, CONST(B), K, QUICKEN_INT(right), QUICKEN_FLOATS)
  TEST(Ge, CONST(B), K, QUICKEN_INT(right), QUICKEN_FLOATS)
#define TEST_FLOAT(name)                                                \
  CASE(Test##name##KF) : {                                              \
    Value left = RA, right = CONST(B);                                  \
    if (!all_floats(left, right)) [[unlikely]] goto not_quick;          \
    uint64_t bias = Value::float_bias();                                \
    TAKE_IF(compare_numbers(CompareOp::name, left.inline_float(bias), right.inline_float(bias)) == C); \
  }
  TEST_FLOAT(Lt)
  TEST_FLOAT(Le)
  TEST_FLOAT(Gt)
  TEST_FLOAT(Ge)
#define TEST_SMALL(name)                                                \
  CASE(Test##name##I) : {                                               \
    Value left = RA;                                                    \
    if (!left.is_small_int()) [[unlikely]] goto not_quick;              \
    TAKE_IF(compare_numbers(CompareOp::name, static_cast<int64_t>(left.bits()), int64_t{static_cast<int16_t>(B)})); \
  }
  TEST_SMALL(Lt)
  TEST_SMALL(Le)
  TEST_SMALL(Eq)
  TEST_SMALL(Ne)
  TEST_SMALL(Gt)
  TEST_SMALL(Ge)

  // -- attributes, items, building, unpacking, iteration
#include "vm/containers.inc"

  // -- calls
  CASE(Call) : {
    Value* window = &RA;
    Value callee = window[kCalleeSlot];
    size_t argc = B;
    if (callee.is(Kind::Function)) [[likely]] {
      Function* function = callee.as<Function>();
      Code* called = function->code;
      if (called->call_kind == static_cast<uint8_t>(CallKind::Plain) && argc == called->arg_count) [[likely]] {
        SAVE();
        PLACE(window, window + kFrameHeaderWords, argc, called);
        PUSH(window, function, called, 0);
        if (interrupted(vm)) [[unlikely]] goto entered;
        NEXT();
      }
      SAVE();
      goto function_call;
    } else if (callee.is(Kind::Native)) {
      const NativeSpec* spec = callee.as<Native>()->spec;
      if (!natives_are_watched(vm)) [[likely]] {
        if (spec->param_count == argc && spec->positional_count == argc) SET(RA, spec->fn(vm, Args{window + kFrameHeaderWords}));
        if (spec->takes(argc)) SET(RA, call_native_padded(vm, spec, window + kFrameHeaderWords, argc));
      }
    }
    SAVE();
    goto general_call;
  }
  CASE(CallMethod) : {
    Value* window = &RA;
    Value callee = window[kCalleeSlot];
    size_t argc = B;
    if (window[kFrameHeaderWords]) [[likely]] {
      if (callee.is(Kind::Function)) {
        Function* function = callee.as<Function>();
        Code* called = function->code;
        if (called->call_kind == static_cast<uint8_t>(CallKind::Plain) && argc == called->arg_count) [[likely]] {
          SAVE();
          PLACE(window, window + kFrameHeaderWords, argc, called);
          PUSH(window, function, called, 0);
          if (interrupted(vm)) [[unlikely]] goto entered;
          NEXT();
        }
        SAVE();
        goto function_call;
      } else if (callee.is(Kind::NativeMethod)) {
        const NativeSpec* spec = callee.as<Native>()->spec;
        if (!natives_are_watched(vm)) [[likely]] {
          if (spec->param_count == argc && spec->positional_count == argc) SET(RA, spec->fn(vm, Args{window + kFrameHeaderWords}));
          if (spec->takes(argc)) SET(RA, call_native_padded(vm, spec, window + kFrameHeaderWords, argc));
        }
      }
    } else if (callee.is(Kind::Native)) {
      // A function of a module.
      const NativeSpec* spec = callee.as<Native>()->spec;
      if (!natives_are_watched(vm)) [[likely]] {
        const size_t given = argc - 1;
        if (spec->param_count == given && spec->positional_count == given) SET(RA, spec->fn(vm, Args{window + kFrameHeaderWords + 1}));
        if (spec->takes(given)) SET(RA, call_native_padded(vm, spec, window + kFrameHeaderWords + 1, given));
      }
    }
    SAVE();
    goto general_call;
  }
  CASE(CallKw) : {
    SAVE();
    goto general_call;
  }
  CASE(CallMethodKw) : {
    SAVE();
    goto general_call;
  }
  CASE(CallEx) : {
    Value* window = &RA;
    SAVE();
    call.callee = window[kCalleeSlot];
    Result<Tuple*> all = spread_arguments(vm, call.callee, window[kFrameHeaderWords], window[kFrameHeaderWords + 1], &call.names);
    if (!all) goto raised;
    window[kFrameHeaderWords] = *all;  // keeps the values alive
    call.args = (*all)->items + 1;
    call.count = (*all)->size - 1 - (call.names ? call.names->size : 0);
    call.spare_slot = true;
    call.receiver_checked = call.is_bound = false;
    goto call_values;
  }
  CASE(CallAwait) : CASE(CallMethodAwait) : {
    Value* window = &RA;
    Value callee = window[kCalleeSlot];
    Value* args = window + kFrameHeaderWords;
    size_t argc = B;
    SAVE();
    if (static_cast<Op>(ip[-1].op) == Op::CallMethodAwait && args[0].is_nothing()) {
      args++;
      argc--;
    }
    if (callee.is(Kind::Method) && callee.as<Method>()->function.is(Kind::Function) && args > window + kFrameHeaderWords) {
      args--;
      argc++;
      args[0] = callee.as<Method>()->self;
      window[kCalleeSlot] = callee = callee.as<Method>()->function;  // both slots change together: general_call reads them again
    }
    if (callee.is(Kind::Function)) [[likely]] {
      Function* function = callee.as<Function>();
      Code* called = function->code;
      if (called->plain_await && argc == called->arg_count) [[likely]] {
        PLACE(window, args, argc, called);
        frame->ip = ip + 1;  // past the Await: the result is delivered there
        PUSH(window, function, called, kFrameAwaited);
        if (interrupted(vm)) [[unlikely]] goto entered;
        NEXT();
      }
      if ((called->flags & (kCodeCoroutine | kCodeAsyncGenerator)) == kCodeCoroutine) {
        if (const AsyncOp* op = called->direct; op && argc >= op->min_args && argc <= op->max_args) {
          step = op->begin(vm, args, argc, &regs[ip->b]);  // the Await that follows owns the register
          if (step.kind != Delegate::Frame) {
            ip++;
            SAVE();
            goto delegate;
          }
        }
        Frame* callee_frame = push_frame(vm, function, args, argc, nullptr, frame, kFrameAwaited, {});
        if (!callee_frame) goto raised;
        frame->ip = ip + 1;
        ENTER(callee_frame);
        if (interrupted(vm)) [[unlikely]] goto entered;
        NEXT();
      }
    } else if (callee.is(Kind::Native) && callee.as<Native>()->spec->takes(argc) && !natives_are_watched(vm)) {
      SET(RA, call_native_padded(vm, callee.as<Native>()->spec, args, argc));
    }
    goto general_call;
  }
  CASE(Return) : {
    Value result = RA;
    if (frame->flags) [[unlikely]] {
      value = result;
      goto do_return;
    }
    Frame* ended = frame;
    thread->depth--;
    ENTER(ended->caller, thread->top = reinterpret_cast<Value*>(ended));
    regs[ip[-1].a] = result;
    NEXT();
  }
  CASE(MakeFunction) : SET(RA, make_function_op(vm, frame, CONST(B).as<Code>(), C == kNoReg ? nullptr : &RC));
  CASE(LoadBuildClass) : {
    Value build = dict_get_str(frame->function->builtins, vm.name(Name::build_class_));
    if (build.is_nothing()) {
      SAVE();
      (void)raise(vm, Exc::NameError, "__build_class__ not found");
      goto raised;
    }
    RA = build;
    NEXT();
  }

  // -- generators and coroutines
  CASE(Yield) : {
    value = RB;
    SAVE();
    if (code->flags & kCodeAsyncGenerator) goto async_yield;
    goto do_suspend;
  }
  CASE(YieldFrom) : {
    SAVE();
    step = start_yield_from(vm, &RB, code);
    goto delegate;
  }
  CASE(Await) : {
    SAVE();
    step = start_await(vm, &RB, C);
    goto delegate;
  }

  // -- exceptions
  CASE(Raise) : {
    SAVE();
    (void)raise_statement(vm, frame, RA, B == kNoReg ? Value() : RB);
    goto raised;
  }
  CASE(RaiseCurrent) : {
    SAVE();
    vm.pending = handled_exception(frame);
    if (vm.pending) goto reraised_here;
    (void)raise(vm, Exc::RuntimeError, "No active exception to reraise");
    goto raised;
  }
  CASE(Reraise) : {
    SAVE();
    vm.pending = RA;
    refresh_traceback(frame, RA.as<Exception>());
    goto reraised_here;
  }
  CASE(TestExcMatch) : {
    SAVE();
    Result<bool> result = exception_matches_reenter(vm, RA, RB);
    if (!result) goto raised;
    TAKE_IF(*result == (C != 0));
  }
  CASE(ExcInfo) : {
    Value exception = RB;
    regs[A] = class_of(exception);
    regs[A + 1] = exception;
    Traceback* traceback = exception.as<Exception>()->traceback;
    regs[A + 2] = traceback ? Value(traceback) : none();
    NEXT();
  }
  CASE(CheckEgMatch) : SET(RA, check_eg_match(vm, &RB, RC));
  CASE(PrepReraiseStar) : SET(RA, prep_reraise_star(vm, RB, RC.as<List>()));
  CASE(CheckContextManager) : DO(check_context_manager(vm, RA, B != 0));
  CASE(LoadAssertionError) : RA = vm.exception(Exc::AssertionError); NEXT();

  // -- imports
  CASE(ImportName) : {
    SAVE();
    Result<int64_t> level = index_int64_reenter(vm, regs[C + 1]);
    if (!level) goto raised;
    SET(RA, g_hooks.import_name(vm, code->name_array->items()[B].as<Str>(), frame->function->globals, regs[C], *level));
  }
  CASE(ImportFrom) : SET(RA, g_hooks.import_from(vm, RB, code->name_array->items()[C].as<Str>()));
  CASE(ImportStar) : {
    Value ns = frame->flags & kFrameNamespace ? frame->owner : Value(frame->function->globals);
    DO(g_hooks.import_star(vm, RA, ns));
  }

  // -- pattern matching
  CASE(MatchSequence) : RA = Value::boolean((class_of(RB)->flags & kClassSequencePattern) != 0); NEXT();
  CASE(MatchMapping) : RA = Value::boolean((class_of(RB)->flags & kClassMappingPattern) != 0); NEXT();
  CASE(MatchKeys) : SET(RA, match_keys(vm, RB, RC.as<Tuple>()));
  CASE(MatchRest) : SET(RA, match_rest(vm, RB, RC.as<Tuple>()));
  CASE(MatchClass) : SET(RA, match_class(vm, RB, regs[C], regs[C + 1].as<Tuple>(), regs[C + 2].small_int()));
  CASE(GetLen) : {
    SAVE();
    Result<int64_t> length = len_reenter(vm, RB);
    if (!length) goto raised;
    RA = Value::small_int(*length);
    NEXT();
  }

  // -- rare things
  CASE(Intrinsic) : SET(RA, intrinsic(vm, frame, static_cast<Intrinsic>(B), &RC));

#include "vm/transfers.inc"
}

#undef A
#undef B
#undef C
#undef WIDE
#undef RA
#undef RB
#undef RC
#undef CONST
#undef NEXT
#undef CASE
#undef SAVE
#undef ENTER
#undef PLACE
#undef PUSH
#undef SET
#undef DO
#undef TAKE
#undef SKIP
#undef TAKE_IF

}  // namespace

}  // namespace coil
