// Module _signal: handlers, masks, waiting, timers and sending. Delivery is in async/signals.cpp; the enums of module signal are in
// stdlib/signal.py.
#include <pthread.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

#include <fcntl.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cmath>
#include <cstring>

#include "async/oracle.hpp"
#include "async/signals.hpp"
#include "modules/host_services.hpp"
#include "modules/module.hpp"
#include "modules/struct_sequence.hpp"
#include "objects/containers.hpp"
#include "objects/number.hpp"
#include "objects/str.hpp"
#include "vm/interpreter.hpp"
#include "vm/threads.hpp"

namespace coil {

namespace {

constexpr int kLastSignal = 64;
Class* g_siginfo;
const SequenceSpec kSiginfo{"signal", "struct_siginfo", "What sigwaitinfo() knows about a signal.", 7,
                            {"si_signo", "si_code", "si_errno", "si_pid", "si_uid", "si_status", "si_band"}};

Result<int> signal_argument_reenter(Vm& vm, Value value) {
  COIL_TRY(int number, c_int_reenter(vm, value));
  if (number < 1 || number > kLastSignal) return raise_value_error(vm, "signal number out of range");
  return number;
}

NATIVE(signal_signal, "signal(signalnum, handler, /)", "Set the handler; the old one is returned.") {
  COIL_TRY(int number, c_int_reenter(vm, args[0]));
  if (!vm.thread->is_main) return raise_value_error(vm, "signal only works in main thread of the main interpreter");
  if (number < 1 || number > kLastSignal) return raise_value_error(vm, "signal number out of range");
  COIL_CHECK(check_interrupts_reenter(vm));  // what arrived goes to the old handler
  return set_signal_handler(vm, number, args[1]);
}
NATIVE(signal_getsignal, "getsignal(signalnum, /)", "The handler of a signal.") {
  COIL_TRY(int number, signal_argument_reenter(vm, args[0]));
  Value handler = signal_handler(number);
  return handler.is_nothing() ? none() : handler;
}
NATIVE(signal_default_int_handler, "default_int_handler(signalnum, frame, /)", "Raise KeyboardInterrupt.") {
  return raise_with_args(vm, Exc::KeyboardInterrupt, {});
}
NATIVE(signal_raise_signal, "raise_signal(signalnum, /)", "Send a signal to this process.") {
  COIL_TRY(int number, c_int_reenter(vm, args[0]));
  if (::raise(number) != 0) return raise_os_error(vm, errno);
  COIL_CHECK(check_interrupts_reenter(vm));
  return none();
}
NATIVE(signal_pthread_kill, "pthread_kill(thread_id, signalnum, /)", "Send a signal to a thread of this process.") {
  COIL_TRY(Value identity, index_reenter(vm, args[0]));
  COIL_TRY(int number, c_int_reenter(vm, args[1]));
  int64_t thread;
  if (!int_to_i64(identity, &thread)) return raise(vm, Exc::OverflowError, "Python int too large to convert to C long");
  if (!is_thread(vm, static_cast<uint64_t>(thread))) return raise_os_error(vm, ESRCH);
  if (int error = ::pthread_kill(static_cast<pthread_t>(thread), number)) return raise_os_error(vm, error);
  COIL_CHECK(check_interrupts_reenter(vm));
  return none();
}
NATIVE(signal_pidfd_send_signal, "pidfd_send_signal(pidfd, signalnum, siginfo=None, flags=0, /)", "Send a signal to a process by its descriptor.") {
  COIL_TRY(int descriptor, c_int_reenter(vm, args[0]));
  COIL_TRY(int number, c_int_reenter(vm, args[1]));
  if (args.has(2) && !args[2].is_none()) return raise_type_error(vm, "siginfo must be None");
  COIL_TRY(int flags, args.has(3) ? c_int_reenter(vm, args[3]) : Result<int>(0));
  if (::syscall(SYS_pidfd_send_signal, descriptor, number, nullptr, flags) < 0) return raise_os_error(vm, errno);
  COIL_CHECK(check_interrupts_reenter(vm));
  return none();
}
NATIVE(signal_siginterrupt, "siginterrupt(signalnum, flag, /)", "Whether the signal interrupts system calls.") {
  COIL_TRY(int number, signal_argument_reenter(vm, args[0]));
  COIL_TRY(bool interrupts, truthy_reenter(vm, args[1]));
  struct sigaction action;
  if (::sigaction(number, nullptr, &action) < 0) return raise_os_error(vm, errno);
  action.sa_flags = interrupts ? action.sa_flags & ~SA_RESTART : action.sa_flags | SA_RESTART;
  if (::sigaction(number, &action, nullptr) < 0) return raise_os_error(vm, errno);
  return none();
}
NATIVE(signal_set_wakeup_fd, "set_wakeup_fd(fd, /, *, warn_on_full_buffer=True)",
       "Write each signal's number as a byte to the descriptor (-1: to none); the old descriptor.") {
  COIL_TRY(int descriptor, parsed_int_reenter(vm, args[0]));
  if (!vm.thread->is_main) return raise_value_error(vm, "set_wakeup_fd only works in main thread of the main interpreter");
  if (descriptor != -1) {
    int flags = ::fcntl(descriptor, F_GETFL);
    if (flags < 0) return raise_os_error(vm, errno);
    if (!(flags & O_NONBLOCK)) return raise_value_error(vm, "the fd %d must be in non-blocking mode", descriptor);
  }
  return Value::small_int(set_signal_wakeup_descriptor(descriptor));
}

// -- timers

NATIVE(signal_alarm, "alarm(seconds, /)", "SIGALRM after so many seconds; the seconds that were left of the old one.") {
  COIL_TRY(int seconds, c_int_reenter(vm, args[0]));
  return Value::small_int(::alarm(static_cast<unsigned>(seconds)));
}

Error raise_itimer_error(Vm& vm, int error) {
  COIL_TRY(Str* text, new_str(vm, std::strerror(error)));
  COIL_TRY(Value signal, import_absolute_reenter(vm, intern(vm, "signal")));
  COIL_TRY(Value cls, get_attr_reenter(vm, signal, intern(vm, "ItimerError")));
  COIL_TRY(Value exception, call_reenter(vm, cls, {Value::small_int(error), text}));
  return raise_exception(vm, exception);
}
Result<Value> itimer_value(Vm& vm, const itimerval& timer) {
  auto seconds = [](const timeval& value) { return static_cast<double>(value.tv_sec) + static_cast<double>(value.tv_usec) / 1e6; };
  COIL_TRY(Value left, make_float(vm, seconds(timer.it_value)));
  COIL_TRY(Value interval, make_float(vm, seconds(timer.it_interval)));
  return make_tuple(vm, {left, interval});
}

/// A time in seconds: a float, or what can be an index.
Result<double> seconds_reenter(Vm& vm, Value value) {
  if (value.is_float()) return value.as_float();
  COIL_TRY(Value index, index_reenter(vm, value));
  return as_double(vm, index);
}

NATIVE(signal_setitimer, "setitimer(which, seconds, interval=0.0, /)", "Start an interval timer; what was left of the old one.") {
  COIL_TRY(int which, c_int_reenter(vm, args[0]));
  timeval values[2] = {};
  for (size_t i = 1; i < 3; i++) {
    if (!args.has(i)) continue;
    COIL_TRY(double seconds, seconds_reenter(vm, args[i]));
    if (std::isnan(seconds)) return raise_value_error(vm, "Invalid value NaN (not a number)");
    if (seconds < 0 || seconds > 1e9) return raise_itimer_error(vm, EINVAL);
    double whole = std::floor(seconds), micros = std::ceil((seconds - whole) * 1e6);  // never 0, which means "none"
    values[i - 1] = micros >= 1e6 ? timeval{static_cast<time_t>(whole) + 1, 0} : timeval{static_cast<time_t>(whole), static_cast<suseconds_t>(micros)};
  }
  itimerval now{values[1], values[0]}, old{};
  if (::setitimer(static_cast<__itimer_which>(which), &now, &old) != 0) return raise_itimer_error(vm, errno);
  return itimer_value(vm, old);
}
NATIVE(signal_getitimer, "getitimer(which, /)", "(seconds left, interval) of a timer.") {
  COIL_TRY(int which, c_int_reenter(vm, args[0]));
  itimerval now{};
  if (::getitimer(static_cast<__itimer_which>(which), &now) != 0) return raise_itimer_error(vm, errno);
  return itimer_value(vm, now);
}

// -- sets and waiting

Result<void> signal_set_reenter(Vm& vm, Value iterable, sigset_t* set) {
  COIL_TRY(Tuple* items, tuple_from_iterable_reenter(vm, iterable));
  sigemptyset(set);
  for (size_t i = 0; i < items->size; i++) {
    COIL_TRY(Value index, index_reenter(vm, items->items[i]));
    int64_t number;
    if (!int_to_i64(index, &number)) number = -1;
    if (number < 1 || number > kLastSignal) {
      return raise_value_error(vm, "signal number %lld out of range [1; %d]", static_cast<long long>(number), kLastSignal);
    }
    sigaddset(set, static_cast<int>(number));
  }
  return ok();
}
Result<Value> signal_set_value(Vm& vm, const sigset_t& signals) {
  COIL_TRY(Set* set, new_set(vm));
  for (int number = 1; number <= kLastSignal; number++) {
    if (sigismember(&signals, number) == 1) COIL_CHECK(set_add_reenter(vm, set, Value::small_int(number)));
  }
  return Value(set);
}

NATIVE(signal_pthread_sigmask, "pthread_sigmask(how, mask, /)", "Change the thread's set of blocked signals; the old set.") {
  COIL_TRY(int how, c_int_reenter(vm, args[0]));
  sigset_t mask, old;
  COIL_CHECK(signal_set_reenter(vm, args[1], &mask));
  if (int error = ::pthread_sigmask(how, &mask, &old)) return raise_os_error(vm, error);
  COIL_CHECK(check_interrupts_reenter(vm));  // what was blocked may have arrived
  return signal_set_value(vm, old);
}
NATIVE(signal_sigpending, "sigpending()", "Signals that have arrived and are blocked.") {
  sigset_t pending;
  if (::sigpending(&pending) < 0) return raise_os_error(vm, errno);
  return signal_set_value(vm, pending);
}
NATIVE(signal_sigwait, "sigwait(sigset, /)", "Wait for one of the signals, which must be blocked.") {
  sigset_t wanted;
  COIL_CHECK(signal_set_reenter(vm, args[0], &wanted));
  int number = 0, error;
  {
    WithoutVm released(vm);
    error = ::sigwait(&wanted, &number);
  }
  if (error) return raise_os_error(vm, error);
  return Value::small_int(number);
}

Result<Value> siginfo_value(Vm& vm, const siginfo_t& info) {
  const int64_t numbers[] = {info.si_signo, info.si_code, info.si_errno, info.si_pid, static_cast<int64_t>(info.si_uid), info.si_status, info.si_band};
  COIL_TRY(Tuple* items, new_tuple(vm, std::size(numbers)));
  for (size_t i = 0; i < std::size(numbers); i++) {
    COIL_TRY(Value number, make_int(vm, numbers[i]));
    store(items, items->items[i], number);
  }
  return new_sequence(vm, g_siginfo, items->items);
}

/// None when the time is over; `timeout` negative: no limit.
Result<Value> wait_for_info_reenter(Vm& vm, const sigset_t& wanted, double timeout) {
  int64_t deadline = timeout < 0 ? -1 : g_oracle->monotonic_ns() + static_cast<int64_t>(std::min(timeout, 1e9) * 1e9);
  for (;;) {
    int64_t left = std::max<int64_t>(0, deadline - g_oracle->monotonic_ns());
    timespec limit{static_cast<time_t>(left / 1'000'000'000), static_cast<long>(left % 1'000'000'000)};
    siginfo_t info{};
    int number, error;
    {
      WithoutVm released(vm);
      number = timeout < 0 ? ::sigwaitinfo(&wanted, &info) : ::sigtimedwait(&wanted, &info, &limit);
      error = errno;
    }
    if (number >= 0) return siginfo_value(vm, info);
    if (error == EAGAIN) return none();
    if (error != EINTR) return raise_os_error(vm, error);
    COIL_CHECK(check_interrupts_reenter(vm));
  }
}
NATIVE(signal_sigwaitinfo, "sigwaitinfo(sigset, /)", "Wait for one of the signals; what is known about it.") {
  sigset_t wanted;
  COIL_CHECK(signal_set_reenter(vm, args[0], &wanted));
  return wait_for_info_reenter(vm, wanted, -1);
}
NATIVE(signal_sigtimedwait, "sigtimedwait(sigset, timeout, /)", "sigwaitinfo() for at most so many seconds, then None.") {
  sigset_t wanted;
  COIL_CHECK(signal_set_reenter(vm, args[0], &wanted));
  COIL_TRY(double timeout, seconds_reenter(vm, args[1]));
  if (timeout < 0) return raise_value_error(vm, "timeout must be non-negative");
  return wait_for_info_reenter(vm, wanted, timeout);
}
NATIVE(signal_strsignal, "strsignal(signalnum, /)", "What the system calls the signal.") {
  COIL_TRY(int number, signal_argument_reenter(vm, args[0]));
  const char* text = ::strsignal(number);
  if (!text || std::strncmp(text, "Unknown signal", 14) == 0) return none();
  return new_str(vm, text);
}
NATIVE(signal_valid_signals, "valid_signals()", "The signals that there are.") {
  sigset_t all;
  sigfillset(&all);  // glibc leaves out those it needs itself
  return signal_set_value(vm, all);
}
NATIVE(signal_pause, "pause()", "Wait for a signal.") {
  // Blocked until sigsuspend() waits: a signal that comes in between is not missed.
  sigset_t all, old;
  sigfillset(&all);
  ::pthread_sigmask(SIG_SETMASK, &all, &old);
  if (!safepoint_due(vm)) {
    WithoutVm released(vm);
    ::sigsuspend(&old);
  }
  ::pthread_sigmask(SIG_SETMASK, &old, nullptr);
  COIL_CHECK(check_interrupts_reenter(vm));
  return none();
}

Result<void> init_signal(Vm& vm, Dict* ns) {
  struct Row { const char* name; int number; };
#define ROW(name) {#name, name}
  const Row kRows[] = {
      ROW(SIGHUP), ROW(SIGINT), ROW(SIGQUIT), ROW(SIGILL), ROW(SIGTRAP), ROW(SIGABRT), ROW(SIGBUS), ROW(SIGFPE), ROW(SIGKILL),
      ROW(SIGUSR1), ROW(SIGSEGV), ROW(SIGUSR2), ROW(SIGPIPE), ROW(SIGALRM), ROW(SIGTERM), ROW(SIGSTKFLT), ROW(SIGCHLD), ROW(SIGCONT),
      ROW(SIGSTOP), ROW(SIGTSTP), ROW(SIGTTIN), ROW(SIGTTOU), ROW(SIGURG), ROW(SIGXCPU), ROW(SIGXFSZ), ROW(SIGVTALRM), ROW(SIGPROF),
      ROW(SIGWINCH), ROW(SIGIO), ROW(SIGPWR), ROW(SIGSYS), ROW(SIGRTMIN), ROW(SIGRTMAX), {"SIGCLD", SIGCHLD}, {"SIGPOLL", SIGIO},
      {"SIGIOT", SIGABRT}, ROW(ITIMER_REAL), ROW(ITIMER_VIRTUAL), ROW(ITIMER_PROF), ROW(SIG_BLOCK), ROW(SIG_UNBLOCK), ROW(SIG_SETMASK),
      {"SIG_DFL", 0}, {"SIG_IGN", 1}, {"NSIG", kLastSignal + 1},
  };
#undef ROW
  for (const Row& row : kRows) COIL_CHECK(module_set_int(vm, ns, row.name, row.number));
  set_default_int_handler(dict_get_str(ns, intern(vm, "default_int_handler")));
  COIL_TRY(g_siginfo, new_sequence_class(vm, &kSiginfo));
  return module_set(vm, ns, "struct_siginfo", g_siginfo);
}

}  // namespace

MODULE(signal_native, "_signal", "Signals of the operating system.", init_signal, FN(signal_signal), FN(signal_getsignal),
       FN(signal_default_int_handler), FN(signal_raise_signal), FN(signal_pthread_kill), FN(signal_pidfd_send_signal), FN(signal_siginterrupt),
       FN(signal_set_wakeup_fd), FN(signal_alarm), FN(signal_setitimer), FN(signal_getitimer), FN(signal_pthread_sigmask), FN(signal_sigpending),
       FN(signal_sigwait), FN(signal_sigwaitinfo), FN(signal_sigtimedwait), FN(signal_strsignal), FN(signal_valid_signals), FN(signal_pause))

}  // namespace coil
