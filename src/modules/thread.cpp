// Module _thread: threads that take turns on the VM lock, and locks. stdlib/threading.py builds the rest.
#include <algorithm>
#include <cerrno>
#include <climits>
#include <cmath>
#include <csignal>
#include <ctime>

#include <pthread.h>
#include <semaphore.h>
#include <unistd.h>

#include "async/signals.hpp"
#include "modules/host_services.hpp"
#include "modules/module.hpp"
#include "objects/containers.hpp"
#include "objects/native_object.hpp"
#include "objects/number.hpp"
#include "objects/str.hpp"
#include "vm/hooks.hpp"
#include "vm/threads.hpp"

namespace coil {

namespace {

constexpr size_t kNativeStackBytes = size_t{8} << 20;
/// Kept free at the end of a native stack for the code that notices the overflow.
constexpr size_t kStackReserve = size_t{256} << 10;

// -- locks

struct LockObject : NativeObject {
  sem_t* semaphore;
  bool locked;
};

void destroy_lock(Cell* cell) {
  auto* lock = static_cast<LockObject*>(cell);
  if (!lock->semaphore) return;
  sem_destroy(lock->semaphore);
  delete lock->semaphore;
}

const NativeObjectOps kLockOps{nullptr, destroy_lock};
Class* g_lock_class = nullptr;

timespec deadline_after(double seconds) {
  timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  double whole = std::floor(seconds);
  now.tv_sec += static_cast<time_t>(whole);
  now.tv_nsec += static_cast<long>((seconds - whole) * 1e9);
  if (now.tv_nsec >= 1000000000) {
    now.tv_sec++;
    now.tv_nsec -= 1000000000;
  }
  return now;
}

/// One wait without the VM lock: 0, or the error number.
int wait_once(Vm& vm, sem_t* semaphore, const timespec* deadline) {
  WithoutVm unlocked(vm);
  int failed = deadline ? sem_clockwait(semaphore, CLOCK_MONOTONIC, deadline) : sem_wait(semaphore);
  return failed ? errno : 0;
}

/// True when the lock was taken. `timeout` negative: no limit.
Result<bool> acquire_lock(Vm& vm, LockObject* lock, bool blocking, double timeout) {
  if (sem_trywait(lock->semaphore) != 0) {
    if (!blocking) return false;
    timespec deadline = timeout >= 0 ? deadline_after(timeout) : timespec{};
    for (;;) {
      int error = wait_once(vm, lock->semaphore, timeout >= 0 ? &deadline : nullptr);
      if (error == 0) break;
      if (error == ETIMEDOUT) return false;
      COIL_CHECK(check_interrupts_reenter(vm));
    }
  }
  lock->locked = true;
  return true;
}

NATIVE(lock_acquire, "acquire(self, /, blocking=True, timeout=-1)", "Take the lock, waiting for it if asked; whether it was taken.") {
  auto* lock = self_as<LockObject>(args);
  bool blocking = true;
  if (args.has(1)) {
    COIL_TRY(blocking, truthy_reenter(vm, args[1]));
  }
  double timeout = -1;
  if (args.has(2)) {
    COIL_TRY(timeout, number_as_double_reenter(vm, args[2]));
    if (!blocking && timeout != -1) return raise_value_error(vm, "can't specify a timeout for a non-blocking call");
    if (timeout < 0 && timeout != -1) return raise_value_error(vm, "timeout value must be positive");
    if (timeout > 9e9) return raise(vm, Exc::OverflowError, "timeout value is too large");
  }
  COIL_TRY(bool taken, acquire_lock(vm, lock, blocking, timeout));
  return Value::boolean(taken);
}
NATIVE(lock_release, "release(self, /)", "Give the lock back.") {
  auto* lock = self_as<LockObject>(args);
  if (!lock->locked) return raise(vm, Exc::RuntimeError, "release unlocked lock");
  lock->locked = false;
  sem_post(lock->semaphore);
  return none();
}
NATIVE(lock_locked, "locked(self, /)", "Whether the lock is taken.") { return Value::boolean(self_as<LockObject>(args)->locked); }
NATIVE(lock_enter, "__enter__(self, /)", "acquire()") {
  COIL_TRY(bool taken, acquire_lock(vm, self_as<LockObject>(args), true, -1));
  return Value::boolean(taken);
}
NATIVE(lock_exit, "__exit__(self, /, *args)", "release()") { return lock_release(vm, args); }

NATIVE(allocate_lock, "allocate_lock()", "A new lock, not taken.") {
  COIL_TRY(LockObject* lock, new_native_object<LockObject>(vm, g_lock_class, &kLockOps));
  lock->semaphore = new sem_t;
  sem_init(lock->semaphore, 0, 1);
  return Value(lock);
}

// -- threads

struct Start {
  Thread* thread;
  Vm* vm;
};

void report_thread_error(Vm& vm, Value function) {
  if (pending_matches(vm, Exc::SystemExit)) {
    clear_pending(vm);
    return;
  }
  Value exception = clear_pending(vm);
  Result<Str*> text = repr_reenter(vm, function);
  if (!text) clear_pending(vm);
  std::string report = "Exception ignored in thread started by: " + (text ? str_utf8(*text) : std::string("?")) + "\n" +
                       format_exception_reenter(vm, exception);
  (void)!write(2, report.data(), report.size());
}

/// Everything that may hold cells is in this frame or above it: its address is the thread's stack base.
[[gnu::noinline]] void run_thread(Vm& vm, Thread* thread) {
  acquire_vm(vm, thread);
  Tuple* call = thread->start.as<Tuple>();
  Value function = call->items[0];
  Dict* keywords = call->items[2].is(Kind::Dict) ? call->items[2].as<Dict>() : nullptr;
  if (!call_ex_reenter(vm, function, call->items[1].as<Tuple>(), keywords)) report_thread_error(vm, function);
  thread->start = Value();
  thread->top = thread->stack;
  thread->frame = nullptr;
  release_vm_and_delete(vm, thread);
}

void* thread_main(void* argument) {
  Start start = *static_cast<Start*>(argument);
  delete static_cast<Start*>(argument);
  char* here = static_cast<char*>(__builtin_frame_address(0));
  start.thread->native_stack_base = here;
  start.thread->native_stack_limit = here - kNativeStackBytes + kStackReserve;
  run_thread(*start.vm, start.thread);
  return nullptr;
}

NATIVE(start_new_thread, "start_new_thread(function, args, kwargs={}, /)", "Run function(*args, **kwargs) in a new thread; returns its identity.") {
  if (!is_callable(args[0])) return raise_type_error(vm, "first arg must be callable");
  if (!args[1].is(Kind::Tuple)) return raise_type_error(vm, "2nd arg must be a tuple");
  COIL_TRY(Tuple* call, make_tuple(vm, {args[0], args[1], args.has(2) ? args[2] : none()}));
  Thread* thread = new_thread(vm);
  if (!thread) return raise(vm, Exc::RuntimeError, "can't start new thread");
  thread->start = call;
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, kNativeStackBytes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  auto* start = new Start{thread, &vm};
  pthread_t handle;
  int error = pthread_create(&handle, &attributes, thread_main, start);
  pthread_attr_destroy(&attributes);
  if (error) {
    delete start;
    delete_thread(vm, thread);
    return raise(vm, Exc::RuntimeError, "can't start new thread");
  }
  return make_int_u64(vm, reinterpret_cast<uint64_t>(handle));
}

NATIVE(get_ident, "get_ident()", "Identity of the current thread.") { return make_int_u64(vm, static_cast<uint64_t>(pthread_self())); }
NATIVE(get_native_id, "get_native_id()", "The operating system's number of the current thread.") { return make_int(vm, gettid()); }

Result<void> init_thread(Vm& vm, Dict* ns) {
  g_lock_class = new_native_class(vm, "lock", "_thread", vm.type(Kind::Object), Kind::NativeObject, sizeof(LockObject), "A lock.");
  if (!g_lock_class) return raise_memory_error(vm);
  define_class(vm, g_lock_class, {&lock_acquire_spec, &lock_release_spec, &lock_locked_spec, &lock_enter_spec, &lock_exit_spec}, {});
  COIL_CHECK(keep_forever(vm, g_lock_class));
  COIL_CHECK(module_set(vm, ns, "LockType", g_lock_class));
  COIL_CHECK(module_set(vm, ns, "error", vm.exception(Exc::RuntimeError)));
  COIL_TRY(Value limit, make_float(vm, 9223372036.0));
  return module_set(vm, ns, "TIMEOUT_MAX", limit);
}

}  // namespace

NATIVE(interrupt_main, "interrupt_main(signum=2, /)", "Let the main thread handle a signal as if it had arrived: KeyboardInterrupt unless another is given.") {
  COIL_TRY(int64_t number, args.has(0) ? index_int64_reenter(vm, args[0]) : Result<int64_t>(int64_t{SIGINT}));
  COIL_CHECK(pretend_signal(vm, static_cast<int>(std::clamp<int64_t>(number, -1, INT_MAX))));
  return none();
}

MODULE(thread, "_thread", "Threads and locks.", init_thread, FN(allocate_lock), FN(interrupt_main), FN(start_new_thread), FN(get_ident), FN(get_native_id))

}  // namespace coil
