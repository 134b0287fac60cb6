// The recursion limit: which calls and protocol operations are levels of their own, and what happens at the last level.
//
// Frames count themselves (Thread::depth). Levels of natives count while they call language code (CountedLevels), and when they are nested natively
// (NativeLevel::is_too_deep). A native called by the frame at the last level is one too many if CPython counts it; so that other calls need not ask,
// kInterruptLastLevel is set when such a frame begins, and the calls of natives test it together with kInterruptProfile.
#pragma once

#include "objects/native.hpp"
#include "objects/native_level.hpp"
#include "vm/frame.hpp"
#include "vm/interpreter.hpp"

namespace coil {

/// Whether a frame that ends at `end` has to ask room_for_frame().
inline bool is_crowded(const Thread* thread, const Value* end) { return end > thread->stack_end || thread->depth >= thread->last_level; }
/// False, and RecursionError, when there is no level or no stack for another frame.
[[nodiscard]] bool room_for_frame(Vm&, const Value* end);
/// The same for the frames of a suspended generator.
[[nodiscard]] bool room_for_chain_slow(Vm&, const Generator*);
[[nodiscard]] inline bool room_for_chain(Vm& vm, const Generator* generator) {
  return vm.thread->depth + generator->depth < vm.thread->recursion_limit || room_for_chain_slow(vm, generator);
}

/// Whether calls of natives have to ask native_fits() or the profile hook.
inline bool natives_are_watched(const Vm& vm) {
  return __atomic_load_n(&vm.interrupt, __ATOMIC_RELAXED) & (kInterruptProfile | kInterruptLastLevel);
}
/// False, and RecursionError, when the callee, which is no language function, counts as a level and there is none left.
[[nodiscard]] bool native_fits(Vm&, Value callee, bool with_keywords);
/// Forgets that there was a frame at the last level, when it has returned.
void leave_last_level(Vm&);

/// Cell::flags of a Native: whether CPython counts its call as a level of its own, worked out when somebody asks.
enum LevelFlags : uint16_t { kLevelKnown = 1, kLevelCounts = 2, kLevelCountsKeywords = 4 };
uint16_t find_level_flags(Native*);

inline bool counts_as_level(Value callee, bool with_keywords) {
  if (!callee.is_cell()) return false;
  if (callee.is(Kind::NativeBound)) callee = callee.as<Method>()->function;
  if (callee.is(Kind::SlotWrapper) || callee.is(Kind::MethodWrapper)) return true;
  if (!callee.is(Kind::Native) && !callee.is(Kind::NativeMethod)) return false;
  auto* native = callee.as<Native>();
  const uint16_t flags = native->flags & kLevelKnown ? native->flags : find_level_flags(native);
  return flags & (with_keywords ? kLevelCountsKeywords : kLevelCounts);
}

/// Whether the native that the frame is calling counts.
inline bool calls_a_level(Frame* frame) {
  if (!frame || frame->ip == frame->code()->instrs) return false;
  const Instr& call = frame->ip[-1];
  switch (static_cast<Op>(call.op)) {
    case Op::Call:
    case Op::CallMethod: return counts_as_level(frame->regs[call.a + kCalleeSlot], false);
    case Op::CallKw:
    case Op::CallMethodKw: return counts_as_level(frame->regs[call.a + kCalleeSlot], true);
    default: return false;
  }
}

/// The native levels between the running frame and the one to come count for the recursion limit, while this lives.
class CountedLevels {
 public:
  explicit CountedLevels(Vm& vm) : thread_(vm.thread), levels_(g_native_levels), count_(calls_a_level(thread_->frame) ? 1 : 0) {
    const uint32_t called = count_;
    if (levels_) count_ += levels_->count;
    if (thread_->depth + count_ > thread_->recursion_limit) [[unlikely]] refuse(vm, called);
    thread_->depth += count_;
    g_native_levels = nullptr;
  }
  ~CountedLevels() {
    thread_->depth -= count_;
    g_native_levels = levels_;
  }
  CountedLevels(const CountedLevels&) = delete;
  CountedLevels& operator=(const CountedLevels&) = delete;

  bool fits = true;

 private:
  void refuse(Vm&, uint32_t called);

  Thread* thread_;
  NativeLevel* levels_;
  uint32_t count_;
};

}  // namespace coil
