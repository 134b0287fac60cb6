// The VM lock: threads take turns. One thread at a time runs language code or touches the heap; blocking natives let the others in.
#pragma once

#include "vm/interpreter.hpp"

namespace coil {

/// The main thread takes the lock at start-up; `native_stack_base` is the cold end of its native stack; g_stack_limit is set before.
void init_main_thread(Vm&, const void* native_stack_base);
/// Waits for the lock and makes `thread` the running one.
void acquire_vm(Vm&, Thread*);
/// Gives the lock away; the calling thread's native stack stays a root while it waits elsewhere.
/// `stack_position` is below everything the caller keeps on its stack, spilled registers included (see WithoutVm).
void release_vm(Vm&, const void* stack_position);
/// Whether a thread's identity, as programs see it, is that of one that may run language code: the C library crashes when it is asked about others.
/// The answer holds as long as the caller keeps the lock.
bool is_thread(const Vm&, uint64_t identity);
/// An address below the caller's frame.
[[gnu::noinline]] const void* stack_position();
/// The end of a thread: gives its VM stack back and the lock away.
void release_vm_and_delete(Vm&, Thread*);
/// At a safepoint when kInterruptThreads is set: lets a waiting thread run.
void hand_over_vm(Vm&);
/// Around fork(): nobody else is inside the lock meanwhile, and in the child the calling thread is the main and only one.
void lock_threads_for_fork();
void unlock_threads_after_fork();
void keep_only_this_thread(Vm&);

/// How long a thread may run while another one waits, in microseconds.
int64_t switch_interval_us();
void set_switch_interval_us(int64_t);

/// Around a blocking system call. Values in locals stay rooted; nothing in the scope may touch the heap.
class WithoutVm {
 public:
  [[gnu::always_inline]] explicit WithoutVm(Vm& vm) : vm_(vm), thread_(vm.thread) {
    __builtin_unwind_init();  // callee-saved registers go to the enclosing function's frame, where the collector finds them
    release_vm(vm, stack_position());
  }
  ~WithoutVm() { acquire_vm(vm_, thread_); }
  WithoutVm(const WithoutVm&) = delete;

 private:
  Vm& vm_;
  Thread* thread_;
};

}  // namespace coil
