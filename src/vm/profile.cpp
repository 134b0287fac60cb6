#include "vm/profile.hpp"

#include <utility>
#include <vector>

#include "objects/native.hpp"

namespace coil {

Value g_profiled_waiting;

namespace {

Result<void> tell_reenter(Vm& vm, ProfileEvent event, Frame* frame, Value what) {
  Thread* thread = vm.thread;
  if (!thread->profile || thread->in_profile) return ok();
  Value pending = std::exchange(vm.pending, Value());
  thread->in_profile = true;
  Result<void> told = thread->profile(vm, thread->profile_data, event, frame, what);
  thread->in_profile = false;
  if (told) vm.pending = pending;
  return told;
}

/// The native function behind a callable, or nothing.
Value native_behind(Value callee) {
  if (callee.is(Kind::NativeBound)) return callee.as<Method>()->function;
  return callee.is(Kind::Native) || callee.is(Kind::NativeMethod) ? callee : Value();
}

}  // namespace

void set_profile(Vm& vm, ProfileHook hook, Value data) {
  vm.thread->profile = hook;
  vm.thread->profile_data = data;
  bool any = false;
  for (Thread* thread = vm.threads; thread; thread = thread->next) any = any || thread->profile;
  if (any) __atomic_or_fetch(&vm.interrupt, kInterruptProfile, __ATOMIC_RELAXED);
  else __atomic_and_fetch(&vm.interrupt, ~uint32_t{kInterruptProfile}, __ATOMIC_RELAXED);
  if (!hook) return;
  for (Frame* frame = vm.thread->frame; frame; frame = frame->caller) frame->flags |= kFrameProfiled;
}

Result<void> profile_enter_reenter(Vm& vm, Frame* frame) {
  if (!vm.thread->profile || vm.thread->in_profile) return ok();
  COIL_CHECK(tell_reenter(vm, ProfileEvent::Call, frame, {}));
  frame->flags |= kFrameProfiled;
  return ok();
}

Result<void> profile_leave_reenter(Vm& vm, Frame* frame, Value value) {
  frame->flags &= static_cast<uint16_t>(~kFrameProfiled);
  return tell_reenter(vm, ProfileEvent::Return, frame, value);
}

Result<void> profile_resume_reenter(Vm& vm, Generator* generator, Frame* innermost) {
  std::vector<Frame*> frames;
  for (Frame* frame = innermost; frame != generator->frame; frame = frame->caller) frames.push_back(frame);
  frames.push_back(generator->frame);
  for (size_t i = frames.size(); i-- > 0;) COIL_CHECK(profile_enter_reenter(vm, frames[i]));
  return ok();
}

Result<void> profile_suspend_reenter(Vm& vm, Frame* innermost, Value value) {
  Frame* root = vm.thread->chain->frame;
  for (Frame* frame = innermost;; frame = frame->caller) {
    if (frame->flags & kFrameProfiled) COIL_CHECK(profile_leave_reenter(vm, frame, value));
    if (frame == root) return ok();
  }
}

Result<Value> call_profiled_reenter(Vm& vm, Value callee, Value* args, size_t npos, Tuple* kwnames, bool receiver_checked) {
  Value native = native_behind(callee);
  auto call = [&] {
    bool direct = callee.is(Kind::Native) || (callee == native && receiver_checked);
    return direct ? call_native(vm, callee.as<Native>(), args, npos, kwnames) : call_vector_reenter(vm, callee, args, npos, kwnames);
  };
  if (!native) return call();
  COIL_CHECK(profile_native_reenter(vm, ProfileEvent::NativeCall, callee));
  Result<Value> result = call();
  Value kept = result ? *result : Value();
  COIL_CHECK(profile_native_reenter(vm, result ? ProfileEvent::NativeReturn : ProfileEvent::NativeRaise, callee));
  return result ? Result<Value>(kept) : Result<Value>(Error{});
}

Result<void> profile_native_reenter(Vm& vm, ProfileEvent event, Value callee) { return tell_reenter(vm, event, vm.thread->frame, callee); }

}  // namespace coil
