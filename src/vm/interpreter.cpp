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
// Control transfers are labels at the end: do_return, do_suspend, delegate (a DelegateStep to act on), entered (a frame begins while the interrupt word is set),
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
  generator->frame->flags = static_cast<uint16_t>((generator->frame->flags | kFrameRoot) & ~kFrameAwaited & ~kFrameAsyncNext);
  if (exception) (void)raise_exception(vm, exception);
  NativeLevel* levels = g_native_levels;
  g_native_levels = nullptr;
  bool throws = !exception.is_nothing();
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

  // -- attributes and items
  CASE(GetAttr) : {
    Value object = RB;
    InlineCache& cache = code->caches[C];
    if (cache.is_for(object) && cache.value) [[likely]] {
      RA = cache.value;
      NEXT();
    }
    goto get_attr_missed;
  }
  CASE(GetSlot) : {
    Value object = RB;
    InlineCache& cache = code->caches[C];
    if (cache.is_for(object)) [[likely]] {
      Value slot = cache.slot_of(object);
      if (slot) [[likely]] {
        RA = slot;
        NEXT();
      }
    }
    goto get_attr_missed;
  }
  CASE(SetAttr) : {
    Value object = RA;
    InlineCache& cache = code->caches[B];
    if (!cache.is_for(object)) [[unlikely]] goto set_attr_missed;
    Cell* cell = object.cell();
    store(cell, cache.slot_of(object), RC);
    cell->shape = cache.new_shape;
    NEXT();
  }
  CASE(DelAttr) : DO(del_attr_reenter(vm, RA, code->name_array->items()[B].as<Str>()));
  CASE(LoadMethod) : {
    Value object = RB;
    InlineCache& cache = code->caches[C];
    Value* window = &RA;
    if (cache.is_for(object)) [[likely]] {
      window[kCalleeSlot] = cache.value;
      window[kFrameHeaderWords] = object;
      NEXT();
    }
    if (Value found = cached_module_attr(object, cache)) {
      window[kCalleeSlot] = found;
      window[kFrameHeaderWords] = Value();
      NEXT();
    }
    DO(load_method_cached(vm, window, object, cache));
  }
  CASE(LoadSuperMethod) : {
    Value* window = &RA;
    Value self = regs[0];
    Value of_class = frame->function->closure->items[B].as<Box>()->value;
    InlineCache& cache = code->caches[C];
    if (cache.is_for(self) && cache.address<Cell>() == of_class.cell() &&
        window[kCalleeSlot].cell() == vm.type(Kind::Super)) [[likely]] {
      window[kCalleeSlot] = cache.value;
      window[kFrameHeaderWords] = self;
      ip += 2;
      NEXT();
    }
    SAVE();
    if (load_super_method(vm, window, self, of_class, cache)) ip += 2;
    NEXT();
  }
  CASE(LoadSpecial) : DO(load_special(vm, &RA, RB, C));
  CASE(GetItem) : {
    Value object = RB, key = RC;
    if (key.is_small_int() && object.is_cell()) {
      int64_t index = key.small_int();
      if (is_exact(object, Kind::List)) {
        List* list = object.as<List>();
        if (index < 0) index += static_cast<int64_t>(list->size);
        if (static_cast<uint64_t>(index) < list->size) [[likely]] {
          RA = list->items()[index];
          NEXT();
        }
      } else if (is_exact(object, Kind::Tuple)) {
        Tuple* tuple = object.as<Tuple>();
        if (index < 0) index += static_cast<int64_t>(tuple->size);
        if (static_cast<uint64_t>(index) < tuple->size) [[likely]] {
          RA = tuple->items[index];
          NEXT();
        }
      }
    }
    if (is_exact(object, Kind::Dict)) {
      if (Value found = dict_get_quick(object.as<Dict>(), key)) [[likely]] {
        RA = found;
        NEXT();
      }
    }
    SET(RA, get_item_reenter(vm, object, key));
  }
  CASE(SetItem) : {
    Value object = RA, key = RB;
    if (key.is_small_int() && is_exact(object, Kind::List)) {
      List* list = object.as<List>();
      int64_t index = key.small_int();
      if (index < 0) index += static_cast<int64_t>(list->size);
      if (static_cast<uint64_t>(index) < list->size) [[likely]] {
        store(list->array, list->items()[index], RC);
        NEXT();
      }
    }
    if (is_exact(object, Kind::Dict)) DO(dict_set_reenter(vm, object.as<Dict>(), key, RC));
    DO(set_item_reenter(vm, object, key, RC));
  }
  CASE(DelItem) : DO(del_item_reenter(vm, RA, RB));
  CASE(GetSlice) : SET(RA, get_slice_reenter(vm, RB, (&RC)[0], (&RC)[1]));
  CASE(BuildSlice) : {
    SAVE();
    Result<Slice*> slice = alloc<Slice>(vm, Kind::Slice);
    if (!slice) goto raised;
    slice->start = regs[B];
    slice->stop = regs[B + 1];
    slice->step = regs[B + 2];
    RA = *slice;
    NEXT();
  }

  // -- building and unpacking
  CASE(BuildList) : SET(RA, new_list_from(vm, &RB, C));
  CASE(BuildTuple) : SET(RA, new_tuple_from(vm, &RB, C));
  CASE(BuildTupleStar) : SET(RA, build_tuple_star(vm, &RB, C - size_t{1}));
  CASE(BuildSet) : {
    SAVE();
    Result<Set*> set = new_set(vm);
    if (!set) goto raised;
    for (size_t i = 0; i < C; i++) {
      if (!set_add_reenter(vm, *set, regs[B + i])) goto raised;
    }
    RA = *set;
    NEXT();
  }
  CASE(BuildDict) : {
    SAVE();
    Result<Dict*> dict = new_dict(vm);
    if (!dict) goto raised;
    for (size_t i = 0; i < C; i++) {
      if (!dict_set_reenter(vm, *dict, regs[B + 2 * i], regs[B + 2 * i + 1])) goto raised;
    }
    RA = *dict;
    NEXT();
  }
  CASE(BuildString) : SET(RA, build_string(vm, &RB, C));
  CASE(ListAppend) : {
    List* list = RA.as<List>();
    if (list->array && list->size < list->array->capacity) [[likely]] {
      store(list->array, list->items()[list->size], RB);
      list->size++;
      NEXT();
    }
    DO(list_append(vm, list, RB));
  }
  CASE(ListExtend) : DO(list_extend_starred(vm, RA.as<List>(), RB));
  CASE(SetAdd) : DO(set_add_reenter(vm, RA.as<Set>(), RB));
  CASE(SetUpdate) : DO(set_update_reenter(vm, RA.as<Set>(), RB));
  CASE(DictSet) : DO(dict_set_reenter(vm, RA.as<Dict>(), RB, RC));
  CASE(DictUpdate) : DO(dict_update_starred(vm, RA.as<Dict>(), RB));
  CASE(DictMerge) : DO(dict_merge(vm, RA.as<Dict>(), RB, RC));
  CASE(ListToTuple) : {
    List* list = RB.as<List>();
    SET(RA, new_tuple_from(vm, list->size ? list->items() : nullptr, list->size));
  }
  CASE(FormatSimple) : {
    if (is_exact(RB, Kind::Str)) {
      RA = RB;
      NEXT();
    }
    if (RB.is_small_int()) SET(RA, int_to_str(vm, RB));
    SET(RA, format_reenter(vm, RB, vm.empty_str));
  }
  CASE(FormatValue) : {
    if (RB.is_small_int()) SET(RA, int_format_spec(vm, RB, RC.as<Str>()));
    if (RB.is_inline_float()) SET(RA, float_format_spec(vm, RB.inline_float(), RC.as<Str>()));
    SET(RA, format_reenter(vm, RB, RC.as<Str>()));
  }
  CASE(ConvertValue) : SET(RA, convert_value(vm, RB, C));
  CASE(UnpackSequence) : {
    Value source = RA;
    const size_t count = C;
    if (is_exact(source, Kind::Tuple) && source.as<Tuple>()->size == count) [[likely]] {
      const Value* items = source.as<Tuple>()->items;
      Value* to = &RB;
      if (count == 2) [[likely]] {
        to[0] = items[0];
        to[1] = items[1];
      } else {
        copy_values(to, items, count);
      }
      NEXT();
    }
    DO(unpack_sequence(vm, source, &RB, C));
  }
  CASE(UnpackEx) : DO(unpack_ex(vm, RA, &RB, C & 255, C >> 8));

  // -- iteration
  CASE(GetIter) : {
    Value source = RB;
    if (source.is(Kind::Generator)) {
      if (C && thread->fresh_generator == source.cell() && thread->fresh_call == ip - 1) {
        source.as<Generator>()->loop_owned = true;
      }
      RA = source;
      NEXT();
    }
    SET(RA, iter_reenter(vm, source));
  }
  CASE(ForIter) : {
    Value iterator = RB;
    switch (iterator.cell()->kind) {
      case Kind::RangeIter: {
        auto* range = iterator.as<RangeIter>();
        if (range->remaining == 0) SKIP();
        range->remaining--;
        RA = Value::small_int(range->next);
        range->next += range->step;
        TAKE();
      }
      case Kind::ListIter: {
        auto* iter = iterator.as<SeqIter>();
        if (iter->sequence.is_nothing()) SKIP();
        List* list = iter->sequence.as<List>();
        if (static_cast<uint64_t>(iter->index) < list->size) [[likely]] {
          RA = list->items()[iter->index++];
          TAKE();
        }
        iter->sequence = Value();
        SKIP();
      }
      case Kind::TupleIter: {
        auto* iter = iterator.as<SeqIter>();
        if (iter->sequence.is_nothing()) SKIP();
        Tuple* tuple = iter->sequence.as<Tuple>();
        if (static_cast<uint64_t>(iter->index) < tuple->size) [[likely]] {
          RA = tuple->items[iter->index++];
          TAKE();
        }
        iter->sequence = Value();
        SKIP();
      }
      case Kind::Generator: {
        auto* generator = iterator.as<Generator>();
        if (generator->state == GenState::Done) SKIP();
        SAVE();
        if (!can_resume(generator)) {
          (void)raise_value_error(vm, "generator already executing");
          goto raised;
        }
        if (!room_for_chain(vm, generator)) goto raised;
        Frame* innermost = begin_chain(thread, generator, true);
        Frame* root = generator->frame;
        root->caller = frame;
        root->flags = static_cast<uint16_t>((root->flags | kFrameRoot) & ~kFrameAwaited);
        if (root != innermost) write_barrier(root);
        ENTER(innermost);
        if (profiled(vm) && !profile_resume_reenter(vm, generator, innermost)) [[unlikely]] goto thrown;
        value = none();
        if (ip != code->instrs) {
          if (static_cast<Op>(ip[-1].op) != Op::Yield) goto sent_value;
          regs[ip[-1].a] = value;
        }
        if (interrupted(vm)) [[unlikely]] goto safepoint;
        NEXT();
      }
      default: {
        SAVE();
        NextFn step = class_of(iterator.cell())->slots.next;
        Result<Value> next = step ? step(vm, iterator) : next_reenter(vm, iterator);
        if (!next) [[unlikely]] {
          if (!pending_matches(vm, Exc::StopIteration)) goto raised;
          clear_pending(vm);
          SKIP();
        }
        if ((*next).is_stop()) {
          vm.stop_value = Value();  // keeps nothing alive
          SKIP();
        }
        RA = *next;
        TAKE();
      }
    }
  }
  CASE(CloseIter) : {
    if (!RA.is(Kind::Generator)) NEXT();
    DO(close_loop_iterator(vm, RA));
  }
  CASE(GetAsyncIter) : {
    Value source = RB;
    if (source.is(Kind::AsyncGenerator) && C && thread->fresh_generator == source.cell() && thread->fresh_call == ip - 1) {
      source.as<Generator>()->loop_owned = true;
    }
    SET(RA, get_async_iter(vm, source));
  }
  CASE(AsyncForIter) : {
    SAVE();
    Value iterator = RB;
    if (iterator.is(Kind::AsyncGenerator)) {
      auto* generator = iterator.as<Generator>();
      if (generator->state == GenState::Done) SKIP();
      if (generator->state == GenState::Running || generator->async_running) {
        (void)raise(vm, Exc::RuntimeError, "anext(): asynchronous generator is already running");
        goto raised;
      }
      if (!generator->awaited) [[unlikely]] {
        if (!begin_async_generator_reenter(vm, generator)) goto raised;
        if (generator->state == GenState::Done || generator->state == GenState::Running) SKIP();  // a hook that used it up
      }
      step = step_enter(vm, generator, none());
      goto delegate;
    }
    step = start_anext(vm, iterator, &RC);
    goto delegate;
  }
  CASE(CloseAsyncIter) : {
    if (!RA.is(Kind::AsyncGenerator) || !RA.as<Generator>()->loop_owned || RA.as<Generator>()->state != GenState::Suspended) NEXT();
    DO(g_hooks.async_gen_dropped(vm, RA));
  }

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
    call.receiver_checked = false;
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
      callee = callee.as<Method>()->function;
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

not_quick: {
  auto* instr = const_cast<Instr*>(ip - 1);
  *instr = code->unit.instrs()[static_cast<size_t>(instr - code->instrs)];
  ip = instr;
  NEXT();
}

global_missed: SET(RA, load_global(vm, frame->function, code->caches[B]));

not_fused: {
  auto* instr = const_cast<Instr*>(ip - 1);
  instr->op = static_cast<uint16_t>(Op::GetSlot);
  ip = instr;
  NEXT();
}

set_attr_missed: DO(set_attr_cached(vm, RA, code->caches[B], RC));

get_attr_missed: {
  Value object = RB;
  InlineCache& cache = code->caches[C];
  if (Value found = cached_module_attr(object, cache)) {
    RA = found;
    NEXT();
  }
  SAVE();
  Function* getter;
  Result<Value> found = get_attr_cached(vm, object, cache, &getter);
  if (!found) [[unlikely]] {
    note_attribute(vm, object, cache.name);
    goto raised;
  }
  if (getter && getter->code->call_kind == static_cast<uint8_t>(CallKind::Plain)) {
    Frame* pushed = push_frame(vm, getter, &object, 1, nullptr, frame, 0, {});
    if (!pushed) goto raised;
    ENTER(pushed);
    if (interrupted(vm)) [[unlikely]] goto entered;
    NEXT();
  }
  if (getter) SET(RA, get_attr_reenter(vm, object, cache.name));
  RA = *found;
  NEXT();
}

function_call: {
  // A function with positional arguments only: it makes a generator, or defaults are missing. ip is saved.
  Value* window = &RA;
  auto* function = window[kCalleeSlot].as<Function>();
  Code* called = function->code;
  call.args = window + kFrameHeaderWords;
  call.count = B;
  if (called->call_kind == static_cast<uint8_t>(CallKind::Suspendable)) {
    call.callee = function;
    call.names = nullptr;
    goto generator_call;
  }
  if (frame->flags & kFrameHeap) window = thread->top;
  if (is_crowded(thread, window + kFrameHeaderWords + called->reg_count)) goto general_call;
  Value* target = window + kFrameHeaderWords;
  if (target != call.args) std::memcpy(static_cast<void*>(target), call.args, call.count * sizeof(Value));
  if (!add_defaults(function, target, call.count)) goto general_call;
  const size_t argc = size_t{called->arg_count} + called->kwonly_count;
  PUSH(window, function, called, 0);
  if (interrupted(vm)) [[unlikely]] goto entered;
  NEXT();
}

general_call: {
  // Every call that is no plain language function with matching positional arguments. ip is saved, right after the call instruction.
  Op op = static_cast<Op>(ip[-1].op);
  Value* window = &RA;
  call.callee = window[kCalleeSlot];
  call.args = window + kFrameHeaderWords;
  call.names = op == Op::CallKw || op == Op::CallMethodKw ? CONST(C).as<Tuple>() : nullptr;
  call.count = B - (call.names ? call.names->size : 0);
  bool is_method = op == Op::CallMethod || op == Op::CallMethodKw || op == Op::CallMethodAwait;
  call.spare_slot = is_method && call.args[0].is_nothing();
  call.receiver_checked = is_method && !call.spare_slot;
  if (call.spare_slot) {
    call.args++;
    call.count--;
  }
}

call_values: {
  if (call.callee.is(Kind::Method) && call.callee.as<Method>()->function.is(Kind::Function)) {
    call.insert_first(call.callee.as<Method>()->self);
    call.callee = call.callee.as<Method>()->function;
  }
  if (call.callee.is(Kind::NativeBound) && !profiled(vm)) {
    call.insert_first(call.callee.as<Method>()->self);
    call.callee = call.callee.as<Method>()->function;
    call.receiver_checked = true;
  }
  Frame* pushed = nullptr;
  if (call.callee.is(Kind::Function)) {
    Function* function = call.callee.as<Function>();
    if (function->code->call_kind == static_cast<uint8_t>(CallKind::Suspendable)) goto generator_call;
    Value* window = place_call(thread, frame, &RA, call, function->code);
    if (window && bind_in_place(function, window + kFrameHeaderWords, call.count, call.names)) {
      const size_t argc = function->code->local_count;
      PUSH(window, function, function->code, 0);
      if (interrupted(vm)) [[unlikely]] goto entered;
      NEXT();
    }
    pushed = push_frame(vm, function, call.args, call.count, call.names, frame, 0, {});
    if (!pushed) goto raised;
  } else if (call.callee.is(Kind::Class)) {
    Class* cls = call.callee.as<Class>();
    if (Function* init = constructor_of(vm, cls)) {
      // The call of a class is a level of its own, which do_return and unwinding give back with that of the frame.
      if (thread->depth >= thread->recursion_limit) {
        (void)raise_recursion_error(vm, " while calling a Python object");
        goto raised;
      }
      Result<Instance*> instance = alloc_for_class<Instance>(vm, cls, Kind::Object);
      if (!instance) goto raised;
      call.insert_first(*instance);
      thread->depth++;
      Value* window = place_call(thread, frame, &RA, call, init->code);
      if (window && bind_in_place(init, window + kFrameHeaderWords, call.count, call.names)) {
        const size_t argc = init->code->local_count;
        PUSH(window, init, init->code, kFrameConstruct);
        frame->owner = *instance;
        if (interrupted(vm)) [[unlikely]] goto entered;
        NEXT();
      }
      pushed = push_frame(vm, init, call.args, call.count, call.names, frame, kFrameConstruct, *instance);
      if (!pushed) {
        thread->depth--;
        goto raised;
      }
    }
  }
  if (pushed) {
    ENTER(pushed);
    if (interrupted(vm)) [[unlikely]] goto entered;
    NEXT();
  }
  if (natives_are_watched(vm) && !native_fits(vm, call.callee, call.names)) [[unlikely]] goto raised;
  if (profiled(vm)) [[unlikely]] {
    SET(RA, call_profiled_reenter(vm, call.callee, call.args, call.count, call.names, call.receiver_checked));
  }
  // LoadMethod has checked the receiver of a method descriptor.
  bool native = call.callee.is(Kind::Native) || (call.receiver_checked && call.callee.is(Kind::NativeMethod));
  Result<Value> result = native
                             ? call_native(vm, call.callee.as<Native>(), call.args, call.count, call.names)
                             : call_vector_reenter(vm, call.callee, call.args, call.count, call.names);
  if (!result) goto raised;
  RA = *result;
  NEXT();
}

generator_call: {
  // The call of a function whose frame waits in the heap to be run.
  Result<Value> generator = make_generator(vm, call.callee.as<Function>(), call.args, call.count, call.names);
  if (!generator) goto raised;
  thread->fresh_generator = (*generator).cell();
  thread->fresh_call = ip;
  if ((*generator).is(Kind::Coroutine)) note_new_coroutine_reenter(vm, (*generator).as<Generator>(), frame);
  RA = *generator;
  NEXT();
}

do_return: {
  // `value` leaves `frame`, which is no plain stack frame.
  uint16_t flags = frame->flags;
  Frame* caller = frame->caller;
  if (flags == kFrameAwaited) [[likely]] goto leave_stack_frame;
  if (flags & kFrameProfiled) [[unlikely]] {
    SAVE();
    if (!profile_leave_reenter(vm, frame, value)) goto left_with_error;
  }
  if (flags & kFrameConstruct) {
    thread->depth--;
    if (!value.is_none()) [[unlikely]] {
      // The call of the class fails: __init__ itself has returned.
      (void)raise_type_error(vm, "__init__() should return None, not '%s'", type_name(value));
      thread->depth--;
      if (caller->flags & kFrameHeap) thread->top = reinterpret_cast<Value*>(frame);
      ENTER(caller);
      goto raised;
    }
    value = frame->owner;
    flags &= static_cast<uint16_t>(~kFrameConstruct);
  }
  if (!(flags & kFrameHeap)) {
    if (flags & kFrameEntry) {
      thread->depth--;
      thread->frame = caller;
      return {Step::Returned, value};
    }
  leave_stack_frame:
    thread->depth--;
    if (caller->flags & kFrameHeap) thread->top = reinterpret_cast<Value*>(frame);
    ENTER(caller);
    goto deliver;
  }
  // A heap frame: of a generator object (owner), or one that was spilled.
  Generator* generator = frame->owner.is_cell() && !(flags & kFrameNamespace) ? frame->owner.as<Generator>() : nullptr;
  Frame* return_to = flags & kFrameRoot ? leave_chain(thread, generator) : nullptr;
  if (generator) finish_generator(generator);
  bool async_generator = generator && generator->kind == Kind::AsyncGenerator;
  if (flags & kFrameRoot) {
    g_heap.free_now(frame);
    if (!return_to) return {Step::Returned, value};
    ENTER(return_to);  // ForIter: exhausted
    SKIP();
  }
  g_heap.free_now(frame);
  thread->depth--;
  ENTER(caller);
  if (async_generator) {
    generator->async_running = false;
    if (generator->closing) {
      value = none();
      goto deliver;
    }
    if (static_cast<Op>(ip[-1].op) == Op::AsyncForIter) SKIP();
    (void)raise_with_args(vm, Exc::StopAsyncIteration, {});
    goto raised;
  }
}

deliver:
  // `value` is the result of what the instruction before `ip` of the entered frame waited for.
  if (static_cast<Op>(ip[-1].op) == Op::AsyncForIter) {
    regs[ip[-1].a] = value;
    TAKE();
  }
  regs[ip[-1].a] = value;
  NEXT();

async_yield: {
  // An async generator produced an item: the step that runs it ends.
  auto* generator = frame->owner.as<Generator>();
  if (frame->flags & kFrameProfiled && !profile_leave_reenter(vm, frame, value)) [[unlikely]] goto raised;
  bool is_root = frame->flags & kFrameRoot;
  if (is_root) {
    uint32_t depth = thread->depth - generator->depth;
    (void)leave_chain(thread, generator);  // a C++ resumer
    generator->depth = depth;
  }
  generator->state = GenState::Suspended;
  generator->innermost = frame;
  generator->async_running = false;
  if (is_root) {
    frame->caller = nullptr;
    return {Step::Returned, value};
  }
  Frame* caller = frame->caller;
  frame->caller = nullptr;
  thread->depth--;
  ENTER(caller);
  if (generator->closing) {
    generator->closing = false;
    (void)raise(vm, Exc::RuntimeError, "async generator ignored GeneratorExit");
    goto raised;
  }
  goto deliver;
}

do_suspend: {
  // The chain stops here and hands `value` to whoever resumed its root. ip is saved.
  if (frame->flags & kFrameProfiled && !profile_suspend_reenter(vm, frame, value)) [[unlikely]] goto raised;
  Generator* root = thread->chain;
  Frame* innermost = frame->flags & kFrameHeap ? frame : spill_chain(vm, frame);
  if (!innermost) goto raised;
  uint32_t depth = thread->depth - root->depth;
  Frame* return_to = leave_chain(thread, root);
  root->depth = depth;
  root->state = GenState::Suspended;
  root->innermost = innermost;
  root->frame->caller = nullptr;
  write_barrier(root);
  if (!return_to) return {Step::Yielded, value};
  ENTER(return_to);  // only ForIter resumes chains inside the loop
  regs[ip[-1].a] = value;
  TAKE();
}

delegate:
  // Act on a step of Await, YieldFrom or AsyncForIter; the instruction is ip[-1], ip is saved.
  switch (step.kind) {
    case Delegate::Frame: goto raised;
    case Delegate::Raised:
      if (static_cast<Op>(ip[-1].op) != Op::AsyncForIter || !pending_matches(vm, Exc::StopAsyncIteration)) goto raised;
      clear_pending(vm);
      SKIP();
    case Delegate::Value:
      value = step.value;
      goto deliver;
    case Delegate::Yield:
      value = step.value;
      goto do_suspend;
    case Delegate::Enter: {
      auto* generator = step.value.as<Generator>();
      value = thread->sent;
      // Above a heap frame all frames of the chain are heap frames: spill_chain relies on it to stop at the first.
      Frame* awaiter = spill_chain(vm, frame);
      if (!awaiter) goto raised;
      frame = awaiter;
      thread->frame = awaiter;
      if (!room_for_chain(vm, generator)) goto raised;
      thread->depth += generator->depth;
      bool async_generator = generator->kind == Kind::AsyncGenerator;
      generator->state = GenState::Running;
      generator->awaited = true;
      if (async_generator) generator->async_running = true;
      Frame* root = generator->frame;
      root->caller = frame;
      root->flags = static_cast<uint16_t>((root->flags | kFrameAwaited) & ~kFrameRoot);
      write_barrier(root);
      ENTER(generator->innermost);
      if (profiled(vm) && !profile_resume_reenter(vm, generator, frame)) [[unlikely]] goto thrown;
      if (vm.pending) goto thrown;
      goto sent_value;
    }
  }

sent_value: {
  // The chain was resumed with `value`; frame is its innermost. What it does with it depends on where it stopped.
  if (ip == code->instrs) NEXT();  // not started: the value is None
  const Instr& instr = ip[-1];
  switch (static_cast<Op>(instr.op)) {
    case Op::Await:
    case Op::YieldFrom: step = resume_delegate(vm, &regs[instr.b], value); goto delegate;
    case Op::AsyncForIter: step = resume_delegate(vm, &regs[instr.c], value); goto delegate;
    default:
      regs[instr.a] = value;
      if (interrupted(vm)) [[unlikely]] goto safepoint;
      NEXT();
  }
}

thrown: {
  // The chain was resumed with the pending exception; a delegate that is no frame gets it first.
  if (ip == code->instrs) {
    // No handler covers a frame that has not started.
    note_thrown(vm, frame);
    add_first_line(vm, frame);
    SAVE();
    goto reraised_here;
  }
  const Instr& instr = ip[-1];
  switch (static_cast<Op>(instr.op)) {
    case Op::Await:
    case Op::YieldFrom: step = throw_into_delegate(vm, &regs[instr.b]); goto delegate;
    case Op::AsyncForIter: step = throw_into_delegate(vm, &regs[instr.c]); goto delegate;
    default: break;
  }
  note_thrown(vm, frame);
  add_traceback(vm, frame);
  goto reraised_here;
}

entered:
  if (profiled(vm) && !profile_enter_reenter(vm, frame)) goto thrown;
  goto safepoint;

safepoint:
  SAVE();
  if (!g_hooks.safepoint(vm)) goto raised;
  NEXT();

left_with_error:
  // The frame has returned: none of its handlers sees the exception.
  note_raise(vm, frame);
  add_traceback(vm, frame);
  frame->ip = code->instrs;
  goto reraised_here;

raised:
  note_raise(vm, frame);
  add_traceback(vm, frame);
reraised_here: {
  // Unwind to the innermost handler; frames without one are left.
  for (;;) {
    ip = frame->ip;
    code = frame->code();
    const Handler* handler = find_handler(code, static_cast<size_t>(ip - code->instrs) - 1);
    if (handler) {
      ENTER(frame);
      regs[handler->reg] = clear_pending(vm);
      ip = code->instrs + handler->target;
      if (interrupted(vm)) [[unlikely]] goto safepoint;
      NEXT();
    }
    if (frame->flags & kFrameProfiled) [[unlikely]] (void)profile_leave_reenter(vm, frame, {});
    uint16_t flags = frame->flags;
    Frame* caller = frame->caller;
    if (!(flags & kFrameHeap)) {
      thread->depth -= flags & kFrameConstruct ? 2 : 1;
      if (flags & kFrameAwaited) convert_stop_iteration(vm, code);
      if (flags & kFrameEntry) {
        thread->frame = caller;
        vm.settled = vm.pending;
        return {Step::Raised, {}};
      }
      if (caller->flags & kFrameHeap) thread->top = reinterpret_cast<Value*>(frame);
    } else {
      convert_stop_iteration(vm, code);
      Generator* generator = frame->owner.is_cell() && !(flags & kFrameNamespace) ? frame->owner.as<Generator>() : nullptr;
      Frame* return_to = flags & kFrameRoot ? leave_chain(thread, generator) : nullptr;
      if (generator) {
        finish_generator(generator);
        generator->async_running = false;
      }
      bool closed_async = generator && generator->kind == Kind::AsyncGenerator && generator->closing &&
                          (pending_matches(vm, Exc::StopAsyncIteration) || pending_matches(vm, Exc::GeneratorExit));
      if (flags & kFrameRoot) {
        if (!return_to) {
          vm.settled = vm.pending;
          return {Step::Raised, {}};
        }
        caller = return_to;
      } else {
        thread->depth--;
        if (closed_async) {
          clear_pending(vm);
          ENTER(caller);
          value = none();
          goto deliver;
        }
      }
    }
    frame = caller;
    ENTER(frame);
    if (flags & kFrameHeap) note_passing(frame, vm.pending.as<Exception>());
    const Op op = static_cast<Op>(ip[-1].op);
    if (op == Op::AsyncForIter && pending_matches(vm, Exc::StopAsyncIteration)) {
      clear_pending(vm);
      SKIP();
    }
    // A property's getter has failed.
    if (op == Op::GetAttr || op == Op::GetSlot) note_attribute(vm, regs[ip[-1].b], code->caches[ip[-1].c].name);
    add_traceback(vm, frame);
  }
}
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
