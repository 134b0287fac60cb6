// The lock is a mutex, a condition and a count of waiters. A waiter that is not served within the switch interval sets the safepoint flag; the running thread
// then hands over and waits for its turn behind it (a ticket decides, so that it cannot take the lock back at once).
#include "vm/threads.hpp"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <new>
#include <vector>

#include <pthread.h>

namespace coil {

namespace {

std::mutex mutex;
std::condition_variable turn_changed;
bool locked = false;
uint64_t next_ticket = 0, now_serving = 0;
std::chrono::microseconds switch_interval(5000);

uint64_t own_identity() { return static_cast<uint64_t>(pthread_self()); }

}  // namespace

bool is_thread(const Vm& vm, uint64_t identity) {
  const Thread* thread = vm.threads;
  while (thread && thread->identity != identity) thread = thread->next;
  return thread != nullptr;
}

void init_main_thread(Vm& vm, const void* native_stack_base) {
  vm.thread->native_stack_limit = g_stack_limit;
  vm.thread->native_stack_base = native_stack_base;
  g_heap.set_stack_base(native_stack_base);
  vm.thread->identity = own_identity();
  locked = true;
  next_ticket = 1;
}

void acquire_vm(Vm& vm, Thread* thread) {
  std::unique_lock<std::mutex> guard(mutex);
  uint64_t ticket = next_ticket++;
  while (locked || now_serving != ticket) {
    if (turn_changed.wait_for(guard, switch_interval) == std::cv_status::timeout && locked) {
      __atomic_or_fetch(&vm.interrupt, kInterruptThreads, __ATOMIC_RELAXED);
    }
  }
  locked = true;
  vm.thread = thread;
  vm.recursion = thread;
  vm.pending = thread->pending;
  thread->pending = Value();
  thread->saved_sp = nullptr;
  g_heap.set_stack_base(thread->native_stack_base);
  g_stack_limit = thread->native_stack_limit;
}

int64_t switch_interval_us() {
  std::lock_guard<std::mutex> guard(mutex);
  return switch_interval.count();
}

void set_switch_interval_us(int64_t interval) {
  std::lock_guard<std::mutex> guard(mutex);
  switch_interval = std::chrono::microseconds(std::max<int64_t>(interval, 1));
}

const void* stack_position() { return __builtin_frame_address(0); }

void release_vm(Vm& vm, const void* stack_position) {
  Thread* thread = vm.thread;
  thread->pending = vm.pending;
  thread->saved_sp = stack_position;
  {
    std::lock_guard<std::mutex> guard(mutex);
    locked = false;
    now_serving++;
  }
  turn_changed.notify_all();
}

void release_vm_and_delete(Vm& vm, Thread* thread) {
  delete_thread(vm, thread);
  vm.thread = nullptr;
  {
    std::lock_guard<std::mutex> guard(mutex);
    locked = false;
    now_serving++;
  }
  turn_changed.notify_all();
}

void lock_threads_for_fork() { mutex.lock(); }
void unlock_threads_after_fork() { mutex.unlock(); }

void keep_only_this_thread(Vm& vm) {
  new (&turn_changed) std::condition_variable;  // those who wait in it are not in this process
  next_ticket = now_serving + 1;
  while (vm.threads != vm.thread || vm.thread->next) {
    lose_thread(vm, vm.threads == vm.thread ? vm.thread->next : vm.threads);
  }
  vm.thread->is_main = true;
  __atomic_and_fetch(&vm.interrupt, ~uint32_t{kInterruptThreads}, __ATOMIC_RELAXED);
  mutex.unlock();
}

void hand_over_vm(Vm& vm) {
  __atomic_and_fetch(&vm.interrupt, ~uint32_t{kInterruptThreads}, __ATOMIC_RELAXED);
  Thread* thread = vm.thread;
  __builtin_unwind_init();
  release_vm(vm, stack_position());
  acquire_vm(vm, thread);
}

}  // namespace coil
