// Start of the VM: trace functions of its cells, threads and their stacks, roots.
#include <algorithm>

#include <sys/mman.h>
#include <sys/resource.h>

#include "vm/async_gen_hooks.hpp"
#include "vm/slow_paths.hpp"

namespace coil {

VmHooks g_hooks;

void setup_code_type();

namespace {

/// 16 Mi words: room for deep recursion when a program raises the limit; pages are committed as they are touched.
constexpr size_t kStackWords = size_t{16} << 20;
constexpr size_t kThreadStackWords = size_t{1} << 20;
constexpr uint32_t kDefaultRecursionLimit = 1000;

void trace_box(Cell* cell, Marker& marker) { marker.value(static_cast<Box*>(cell)->value); }

/// The window of the call that a frame is at, or nullptr. Its first words, which the callee's frame would take, hold what came before: nothing reads them.
Value* window_of_call(Frame* frame) {
  if (frame->ip == frame->code()->instrs) return nullptr;
  const Instr& at = frame->ip[-1];
  switch (static_cast<Op>(at.op)) {
    case Op::Call: case Op::CallMethod: case Op::CallKw: case Op::CallMethodKw: return frame->regs + at.a;
    default: return nullptr;
  }
}

/// The end of what is alive in the frame that runs. Temporaries are allocated like a stack, so those behind the window or the operands of
/// the instruction that it is at are dead: nothing reads them before writing them, and what they still hold (a view that pins a bytearray)
/// should not outlive its statement.
Value* live_end(Frame* frame) {
  Value* end = frame_end(frame);
  if (frame->ip == frame->code()->instrs) return end;
  const Instr& at = frame->ip[-1];
  if (Value* window = window_of_call(frame)) return window + kFrameHeaderWords + at.b + spare_registers(static_cast<Op>(at.op));
  int last;
  switch (static_cast<Op>(at.op)) {
    case Op::InplaceAdd: case Op::InplaceMul: case Op::SetItem: last = std::max({at.a, at.b, at.c}); break;
    case Op::InplaceAddK: case Op::InplaceMulK: case Op::DelItem: last = std::max(at.a, at.b); break;
    default: return end;
  }
  // Operands that are all variables do not tell where the temporaries end.
  return last < frame->code()->local_count ? end : frame->regs + last + 1;
}

void mark_stack(const Thread* thread, Marker& marker) {
  Frame* frame = thread->frame;
  const bool ends_the_stack = frame && !(frame->flags & kFrameHeap) && frame->function && frame_end(frame) == thread->top;
  if (!ends_the_stack) return marker.conservative(thread->stack, thread->top);
  const Value* window = window_of_call(frame);
  // A frame that is being made may have its owner already, which stands behind the callee.
  marker.conservative(thread->stack, window ? window : live_end(frame));
  if (window) marker.conservative(window + kCalleeSlot, live_end(frame));
}

/// Registers may be stale or never written: they are scanned like a native stack.
void trace_frame(Cell* cell, Marker& marker) {
  auto* frame = static_cast<Frame*>(cell);
  const Value* begin = reinterpret_cast<const Value*>(&frame->caller);
  marker.conservative(begin, frame->function ? frame_end(frame) : begin);
}

/// A heap frame outlives the call that it is at: what its dead registers hold would be found again, as garbage or as a cell made in the place of one.
void clear_dead_registers(Frame* frame) {
  std::fill(live_end(frame), frame_end(frame), Value{});
  if (Value* window = window_of_call(frame)) std::fill(window, window + kCalleeSlot, Value{});
}

void trace_generator(Cell* cell, Marker& marker) {
  auto* generator = static_cast<Generator*>(cell);
  marker.cell(generator->frame);
  marker.cell(generator->innermost);
  marker.cell(generator->notes);
}

void trace_traceback(Cell* cell, Marker& marker) {
  auto* traceback = static_cast<Traceback*>(cell);
  marker.cell(traceback->next);
  marker.cell(traceback->code);
  marker.value(traceback->frame);
  marker.values(traceback->locals(), traceback->local_count);
}

}  // namespace

void mark_thread(Thread* thread, Marker& marker) {
  mark_stack(thread, marker);
  marker.cell(thread->chain);
  marker.value(thread->context);
  marker.value(thread->current_task);
  marker.value(thread->running_loop);
  marker.value(thread->pending);
  marker.value(thread->start);
  marker.value(thread->profile_data);
  for (Frame* frame = thread->frame; frame; frame = frame->caller) {
    if (!(frame->flags & kFrameHeap)) continue;
    if (frame == thread->frame && frame->function) clear_dead_registers(frame);
    marker.cell(frame);
    trace_frame(frame, marker);
    // It goes on running after the collection and its registers are written without a barrier.
    if (!(frame->gc & kGcRemembered)) g_heap.remember(frame);
  }
  if (thread->saved_sp) marker.conservative(thread->saved_sp, thread->native_stack_base);
}

namespace {

/// Of the process that this one was forked from. What their stacks hold lives on, as in CPython: finalizers of it belong to that process.
Thread* lost_threads = nullptr;

void mark_vm(void* context, Marker& marker) {
  Vm& vm = *static_cast<Vm*>(context);
  for (Thread* thread = vm.threads; thread; thread = thread->next) mark_thread(thread, marker);
  for (Thread* thread = lost_threads; thread; thread = thread->next) mark_thread(thread, marker);
}

Thread* make_thread(Vm& vm, size_t words) {
  void* stack = mmap(nullptr, words * sizeof(Value), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (stack == MAP_FAILED) return nullptr;
  auto* thread = new Thread{};
  thread->stack = thread->top = static_cast<Value*>(stack);
  thread->stack_end = thread->stack + words;
  thread->set_limit(vm.thread ? vm.thread->recursion_limit : kDefaultRecursionLimit);
  thread->next = vm.threads;
  vm.threads = thread;
  return thread;
}

}  // namespace

Thread* new_thread(Vm& vm) { return make_thread(vm, kThreadStackWords); }

namespace {

void unlink_thread(Vm& vm, Thread* thread) {
  for (Thread** link = &vm.threads; *link; link = &(*link)->next) {
    if (*link == thread) {
      *link = thread->next;
      break;
    }
  }
}

}  // namespace

void lose_thread(Vm& vm, Thread* thread) {
  unlink_thread(vm, thread);
  thread->saved_sp = nullptr;  // its native stack may be used by another thread
  thread->next = lost_threads;
  lost_threads = thread;
}

void delete_thread(Vm& vm, Thread* thread) {
  unlink_thread(vm, thread);
  munmap(thread->stack, static_cast<size_t>(thread->stack_end - thread->stack) * sizeof(Value));
  delete thread;
}

Result<void> current_super_args(Vm&, Class** cls, Value* self);

void setup_vm(Vm& vm) {
  setup_code_type();
  setup_async_gen_hooks();
  g_heap.set_type(Kind::Box, trace_box, nullptr);
  g_heap.set_type(Kind::Frame, trace_frame, nullptr);
  g_heap.set_type(Kind::Generator, trace_generator, nullptr);
  g_heap.set_type(Kind::Coroutine, trace_generator, nullptr);
  g_heap.set_type(Kind::AsyncGenerator, trace_generator, nullptr);
  g_heap.set_type(Kind::Traceback, trace_traceback, nullptr);
  vm.thread = make_thread(vm, kStackWords);
  vm.recursion = vm.thread;
  vm.thread->is_main = true;
  g_heap.add_roots(mark_vm, &vm);
  g_heap.add_roots([](void*, Marker&) { forget_shared_lookups(); }, nullptr);
  vm.type(Kind::Function)->slots.call = call_function_reenter;
  g_current_super_args = current_super_args;
}

/// The class and the first argument for super() without arguments, from the running frame.
Result<void> current_super_args(Vm& vm, Class** cls, Value* self) {
  Frame* frame = vm.thread->frame;
  if (!frame) return raise(vm, Exc::RuntimeError, "super(): no current frame");
  const Code* code = frame->code();
  const int32_t class_free = code->unit.class_free();
  if (code->arg_count == 0) return raise(vm, Exc::RuntimeError, "super(): no arguments");
  if (class_free < 0) return raise(vm, Exc::RuntimeError, "super(): __class__ cell not found");
  Value cell = frame->function->closure->items[class_free].as<Box>()->value;
  if (!cell.is(Kind::Class)) return raise(vm, Exc::RuntimeError, "super(): empty __class__ cell");
  Value first = frame->regs[0];
  if (first.is(Kind::Box) && code->unit.is_boxed(0)) first = first.as<Box>()->value;
  if (first.is_nothing()) return raise(vm, Exc::RuntimeError, "super(): arg[0] deleted");
  *cls = cell.as<Class>();
  *self = first;
  return ok();
}

Result<void> check_interrupts_reenter(Vm& vm) {
  if (!__atomic_load_n(&vm.interrupt, __ATOMIC_RELAXED)) return ok();
  return g_hooks.safepoint(vm);
}

}  // namespace coil
