// The profile hook of a thread: a function that is told of each call and return, as sys.setprofile() and cProfile need it.
//
// While any thread is profiled kInterruptProfile is set, so that each call passes the check for safepoints that is there anyway. It marks the new frame with
// kFrameProfiled, which keeps its return off the short way. Without a hook, calls and returns of the language cost what they cost before; natives test one word.
//
// A coroutine or generator that is suspended is left, and its resumption is a call again, for each frame of the chain: what others run meanwhile
// is not part of it.
#pragma once

#include "vm/interpreter.hpp"

namespace coil {

inline bool profiled(Vm& vm) { return __atomic_load_n(&vm.interrupt, __ATOMIC_RELAXED) & kInterruptProfile; }

/// Makes `hook` (nullptr: none) the hook of the running thread; the frames that run already are marked.
void set_profile(Vm&, ProfileHook, Value data);

// -- for the dispatch loop. The hook's exceptions replace a pending one.

/// The frame begins or goes on.
Result<void> profile_enter_reenter(Vm&, Frame*);
/// A marked frame returns or yields `value`; nothing: an exception is pending and leaves it.
Result<void> profile_leave_reenter(Vm&, Frame*, Value value);
/// All frames of a chain that was suspended, outermost first.
Result<void> profile_resume_reenter(Vm&, Generator*, Frame* innermost);
/// All frames of the running chain, innermost first.
Result<void> profile_suspend_reenter(Vm&, Frame* innermost, Value value);
/// Calls what is no frame. `args[-1]` may be written when the callee is a bound method.
Result<Value> call_profiled_reenter(Vm&, Value callee, Value* args, size_t npos, Tuple* kwnames, bool receiver_checked);
Result<void> profile_native_reenter(Vm&, ProfileEvent, Value callee);

/// The native that hooks see called while the event loop waits; nothing: none.
extern Value g_profiled_waiting;

}  // namespace coil
