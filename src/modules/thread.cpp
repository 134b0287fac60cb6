// Module _thread: threads that take turns on the VM lock, and locks. stdlib/threading.py builds the rest.
#include <algorithm>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <utility>

#include <pthread.h>
#include <semaphore.h>
#include <unistd.h>

#include "async/signals.hpp"
#include "modules/host_services.hpp"
#include "modules/module.hpp"
#include "modules/struct_sequence.hpp"
#include "modules/thread_values.hpp"
#include "modules/time_span.hpp"
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
/// A program's smaller wishes are raised to it.
constexpr size_t kSmallestStack = size_t{1} << 20;

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

void init_semaphore(LockObject* lock) {
  lock->semaphore = new sem_t;
  sem_init(lock->semaphore, 0, 1);
}

const NativeObjectOps kLockOps{nullptr, destroy_lock};
Class* g_lock_class = nullptr;

timespec deadline_after(int64_t span_ns) {
  auto [seconds, rest] = std::lldiv(deadline_of_span(span_ns), kNanosecondsOfSecond);
  return {seconds, rest};
}

/// One wait without the VM lock: 0, or the error number.
int wait_once(Vm& vm, sem_t* semaphore, const timespec* deadline) {
  WithoutVm unlocked(vm);
  int failed = deadline ? sem_clockwait(semaphore, CLOCK_MONOTONIC, deadline) : sem_wait(semaphore);
  return failed ? errno : 0;
}

/// What a program says by the number -1.
constexpr int64_t kNoTimeout = -kNanosecondsOfSecond;

/// True when the lock was taken. A negative timeout: no limit.
Result<bool> acquire_lock(Vm& vm, LockObject* lock, bool blocking, int64_t timeout_ns) {
  if (sem_trywait(lock->semaphore) != 0) {
    if (!blocking) return false;
    timespec deadline = timeout_ns >= 0 ? deadline_after(timeout_ns) : timespec{};
    for (;;) {
      int error = wait_once(vm, lock->semaphore, timeout_ns >= 0 ? &deadline : nullptr);
      if (error == 0) break;
      if (error == ETIMEDOUT) return false;
      COIL_CHECK(check_interrupts_reenter(vm));
    }
  }
  lock->locked = true;
  return true;
}

struct AcquireArguments {
  bool blocking = true;
  int64_t timeout_ns = kNoTimeout;
};

Result<AcquireArguments> acquire_arguments(Vm& vm, Args args) {
  AcquireArguments given;
  if (args.has(1)) {
    COIL_TRY(int64_t blocking, argument_int64_reenter(vm, args[1]));
    given.blocking = blocking != 0;
  }
  if (!args.has(2)) return given;
  COIL_TRY(given.timeout_ns, time_span_reenter(vm, args[2]));
  if (!given.blocking && given.timeout_ns != kNoTimeout) return raise_value_error(vm, "can't specify a timeout for a non-blocking call");
  if (given.timeout_ns < 0 && given.timeout_ns != kNoTimeout) return raise_value_error(vm, "timeout value must be positive");
  return given;
}

NATIVE(lock_acquire, "acquire(self, /, blocking=True, timeout=-1)", "Take the lock, waiting for it if asked; whether it was taken.") {
  COIL_TRY(AcquireArguments given, acquire_arguments(vm, args));
  COIL_TRY(bool taken, acquire_lock(vm, self_as<LockObject>(args), given.blocking, given.timeout_ns));
  return Value::boolean(taken);
}
NATIVE(lock_release, "release(self, /)", "Give the lock back.") {
  auto* lock = self_as<LockObject>(args);
  if (!lock->locked) return raise(vm, Exc::RuntimeError, "release unlocked lock");
  lock->locked = false;
  sem_post(lock->semaphore);
  return none();
}
Result<Value> lock_repr(Vm& vm, Value self) {
  return new_str_format(vm, "<%s _thread.lock object at %p>", self.as<LockObject>()->locked ? "locked" : "unlocked", static_cast<void*>(self.cell()));
}
NATIVE(lock_locked, "locked(self, /)", "Whether the lock is taken.") { return Value::boolean(self_as<LockObject>(args)->locked); }
NATIVE(lock_enter, "__enter__(self, /)", "acquire()") {
  COIL_TRY(bool taken, acquire_lock(vm, self_as<LockObject>(args), true, kNoTimeout));
  return Value::boolean(taken);
}
NATIVE(lock_exit, "__exit__(self, /, *args)", "release()") { return lock_release(vm, args); }

// Older names.
NATIVE(lock_acquire_lock, "acquire_lock(self, /, blocking=True, timeout=-1)", "acquire()") { return lock_acquire(vm, args); }
NATIVE(lock_release_lock, "release_lock(self, /)", "release()") { return lock_release(vm, args); }
NATIVE(lock_locked_lock, "locked_lock(self, /)", "locked()") { return lock_locked(vm, args); }
NATIVE(lock_at_fork_reinit, "_at_fork_reinit(self, /)", "Make the lock free in the child of a fork, whoever had it.") {
  auto* lock = self_as<LockObject>(args);
  if (std::exchange(lock->locked, false)) sem_post(lock->semaphore);
  return none();
}

NATIVE(allocate_lock, "allocate_lock()", "A new lock, not taken.") {
  COIL_TRY(LockObject* lock, new_native_object<LockObject>(vm, g_lock_class, &kLockOps));
  init_semaphore(lock);
  return Value(lock);
}

// -- locks that their owner may take again

struct RLockObject : LockObject {
  pthread_t owner;
  int64_t count;
  bool owned() const { return count && owner == pthread_self(); }
};

Class* g_rlock_class = nullptr;

Result<bool> acquire_rlock(Vm& vm, RLockObject* lock, AcquireArguments given) {
  if (lock->owned()) {
    lock->count++;
    return true;
  }
  COIL_TRY(bool taken, acquire_lock(vm, lock, given.blocking, given.timeout_ns));
  if (!taken) return false;
  lock->owner = pthread_self();
  lock->count = 1;
  return true;
}

void free_rlock(RLockObject* lock) {
  lock->count = 0;
  lock->owner = pthread_t{};
  lock->locked = false;
  sem_post(lock->semaphore);
}

Error raise_not_owned(Vm& vm) { return raise(vm, Exc::RuntimeError, "cannot release un-acquired lock"); }

Result<Value> rlock_make(Vm& vm, Class* cls, Value*, size_t, Tuple*) {
  COIL_TRY(RLockObject* lock, new_native_object<RLockObject>(vm, cls, &kLockOps));
  init_semaphore(lock);
  return Value(lock);
}
Result<void> rlock_init(Vm&, Value, Value*, size_t, Tuple*) { return ok(); }
Result<Value> rlock_repr(Vm& vm, Value self) {
  auto* lock = self.as<RLockObject>();
  return new_str_format(vm, "<%s %s object owner=%llu count=%lld at %p>", lock->count ? "locked" : "unlocked", class_name(class_of(self)),
                        static_cast<unsigned long long>(lock->owner), static_cast<long long>(lock->count), static_cast<void*>(lock));
}
NATIVE(rlock_acquire, "acquire(self, /, blocking=True, timeout=-1)", "Take the lock, waiting if another thread has it; whether it was taken.") {
  COIL_TRY(AcquireArguments given, acquire_arguments(vm, args));
  COIL_TRY(bool taken, acquire_rlock(vm, self_as<RLockObject>(args), given));
  return Value::boolean(taken);
}
NATIVE(rlock_enter, "__enter__(self, /)", "acquire()") {
  COIL_TRY(bool taken, acquire_rlock(vm, self_as<RLockObject>(args), {}));
  return Value::boolean(taken);
}
NATIVE(rlock_release, "release(self, /)", "Undo one acquire().") {
  auto* lock = self_as<RLockObject>(args);
  if (!lock->owned()) return raise_not_owned(vm);
  if (--lock->count == 0) free_rlock(lock);
  return none();
}
NATIVE(rlock_exit, "__exit__(self, /, *args)", "release()") { return rlock_release(vm, args); }
NATIVE(rlock_is_owned, "_is_owned(self, /)", "Whether this thread has the lock.") { return Value::boolean(self_as<RLockObject>(args)->owned()); }
NATIVE(rlock_release_save, "_release_save(self, /)", "Give the lock back, however often it was taken; what _acquire_restore() needs.") {
  auto* lock = self_as<RLockObject>(args);
  if (lock->count == 0) return raise_not_owned(vm);
  COIL_TRY(Value owner, make_int_u64(vm, static_cast<uint64_t>(lock->owner)));
  COIL_TRY(Tuple* state, make_tuple(vm, {Value::small_int(lock->count), owner}));
  free_rlock(lock);
  return Value(state);
}
NATIVE(rlock_acquire_restore, "_acquire_restore(self, state, /)", "Take the lock as often as it was before _release_save().") {
  if (!args[1].is(Kind::Tuple) || args[1].as<Tuple>()->size != 2) return raise_type_error(vm, "_acquire_restore() argument 1 must be 2-item sequence, not %s", type_name(args[1]));
  COIL_TRY(int64_t count, argument_int64_reenter(vm, args[1].as<Tuple>()->items[0]));
  auto* lock = self_as<RLockObject>(args);
  COIL_CHECK(acquire_lock(vm, lock, true, kNoTimeout));
  lock->owner = pthread_self();
  lock->count = count;
  return none();
}

NATIVE(rlock_at_fork_reinit, "_at_fork_reinit(self, /)", "Make the lock free in the child of a fork, whoever had it.") {
  if (self_as<RLockObject>(args)->locked) free_rlock(self_as<RLockObject>(args));
  return none();
}

// -- threads

/// What stack_size() set, and what new threads have if it set nothing.
size_t g_stack_bytes = 0;

struct Start {
  Thread* thread;
  size_t stack_bytes;
  Vm* vm;
};

void report_thread_error(Vm& vm, Value function) {
  if (pending_matches(vm, Exc::SystemExit)) {
    clear_pending(vm);
    return;
  }
  Value exception = clear_pending(vm);
  report_unraisable_reenter(vm, exception, function, "Exception ignored in thread started by");
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
  start.thread->native_stack_limit = here - start.stack_bytes + kStackReserve;
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
  size_t stack_bytes = g_stack_bytes ? std::max(g_stack_bytes, kSmallestStack) : kNativeStackBytes;
  pthread_attr_setstacksize(&attributes, stack_bytes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  auto* start = new Start{thread, stack_bytes, &vm};
  pthread_t handle;
  int error = pthread_create(&handle, &attributes, thread_main, start);
  pthread_attr_destroy(&attributes);
  if (error) {
    delete start;
    delete_thread(vm, thread);
    return raise(vm, Exc::RuntimeError, "can't start new thread");
  }
  thread->identity = static_cast<uint64_t>(handle);
  return make_int_u64(vm, static_cast<uint64_t>(handle));
}

NATIVE(stack_size, "stack_size(size=0, /) in tuple", "The stack's size of new threads, 0 for the usual one; sets it when a size is given.") {
  constexpr int64_t kSmallestWish = 0x8000;
  auto before = static_cast<int64_t>(g_stack_bytes);
  if (!args.has(0)) return make_int(vm, before);
  COIL_TRY(int64_t wanted, argument_int64_reenter(vm, args[0]));
  if (wanted < 0) return raise_value_error(vm, "size must be 0 or a positive value");
  if ((wanted && wanted < kSmallestWish) || wanted > INT32_MAX) return raise_value_error(vm, "size not valid: %lld bytes", static_cast<long long>(wanted));
  g_stack_bytes = static_cast<size_t>(wanted);
  return make_int(vm, before);
}
NATIVE(get_ident, "get_ident()", "Identity of the current thread.") { return make_int_u64(vm, static_cast<uint64_t>(pthread_self())); }
NATIVE(get_native_id, "get_native_id()", "The operating system's number of the current thread.") { return make_int(vm, gettid()); }

const SequenceSpec kExceptHookArgs{"_thread", "_ExceptHookArgs", "ExceptHookArgs\n\nType used to pass arguments to threading.excepthook.", 4,
                                   {"exc_type", "exc_value", "exc_traceback", "thread"}};

Result<void> init_thread(Vm& vm, Dict* ns) {
  g_lock_class = new_native_class(vm, "lock", "_thread", vm.type(Kind::Object), Kind::NativeObject, sizeof(LockObject), "A lock.");
  if (!g_lock_class) return raise_memory_error(vm);
  g_lock_class->flags |= kClassHasWeakRef;
  define_class(vm, g_lock_class, {&lock_acquire_spec, &lock_release_spec, &lock_locked_spec, &lock_enter_spec, &lock_exit_spec, &lock_acquire_lock_spec,
                                        &lock_release_lock_spec, &lock_locked_lock_spec, &lock_at_fork_reinit_spec}, {});
  COIL_CHECK(keep_forever(vm, g_lock_class));
  g_lock_class->slots.repr = lock_repr;
  g_lock_class->flags |= kClassFinal;
  COIL_CHECK(module_set(vm, ns, "LockType", g_lock_class));
  g_rlock_class = new_native_class(vm, "RLock", "_thread", vm.type(Kind::Object), Kind::NativeObject, sizeof(RLockObject), "A lock that its owner may take again.");
  if (!g_rlock_class) return raise_memory_error(vm);
  g_rlock_class->flags |= kClassHasWeakRef;
  g_rlock_class->slots.make = rlock_make;
  g_rlock_class->slots.init = rlock_init;
  g_rlock_class->slots.repr = rlock_repr;
  define_class(vm, g_rlock_class,
               {&rlock_acquire_spec, &rlock_release_spec, &rlock_enter_spec, &rlock_exit_spec, &rlock_is_owned_spec, &rlock_release_save_spec,
                &rlock_acquire_restore_spec, &rlock_at_fork_reinit_spec},
               {});
  COIL_CHECK(keep_forever(vm, g_rlock_class));
  COIL_CHECK(module_set(vm, ns, "RLock", g_rlock_class));
  COIL_CHECK(module_set(vm, ns, "error", vm.exception(Exc::RuntimeError)));
  COIL_CHECK(define_thread_values(vm, ns));
  COIL_TRY(Class* hook_args, new_sequence_class(vm, &kExceptHookArgs));
  COIL_CHECK(module_set(vm, ns, "_ExceptHookArgs", hook_args));
  COIL_TRY(Value limit, make_float(vm, 9223372036.0));
  return module_set(vm, ns, "TIMEOUT_MAX", limit);
}

}  // namespace

NATIVE(interrupt_main, "interrupt_main(signum=2, /)", "Let the main thread handle a signal as if it had arrived: KeyboardInterrupt unless another is given.") {
  COIL_TRY(int64_t number, args.has(0) ? argument_int64_reenter(vm, args[0]) : Result<int64_t>(int64_t{SIGINT}));
  COIL_CHECK(pretend_signal(vm, static_cast<int>(std::clamp<int64_t>(number, -1, INT_MAX))));
  COIL_CHECK(check_interrupts_reenter(vm));
  return none();
}

MODULE(thread, "_thread", "Threads and locks.", init_thread, FN(allocate_lock), FN(interrupt_main), FN(start_new_thread), FN(get_ident), FN(get_native_id), FN(stack_size))

}  // namespace coil
