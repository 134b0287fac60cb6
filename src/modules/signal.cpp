// Module _signal: handlers and sending. Delivery is in async/signals.cpp; the enums of module signal are in stdlib/signal.py.
#include <signal.h>
#include <sys/time.h>
#include <unistd.h>

#include <cerrno>
#include <cmath>
#include <cstring>

#include "async/signals.hpp"
#include "modules/module.hpp"
#include "objects/containers.hpp"
#include "objects/number.hpp"
#include "objects/str.hpp"

namespace coil {

namespace {

Result<int> signal_argument_reenter(Vm& vm, Value value) {
  COIL_TRY(int64_t number, index_int64_reenter(vm, value));
  if (number < 1 || number > 64) return raise_value_error(vm, "signal number out of range");
  return static_cast<int>(number);
}

NATIVE(signal_signal, "signal(signalnum, handler, /)", "Set the handler; the old one is returned.") {
  COIL_TRY(int number, signal_argument_reenter(vm, args[0]));
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
  COIL_TRY(int number, signal_argument_reenter(vm, args[0]));
  if (::raise(number) != 0) return raise_os_error(vm, errno);
  COIL_CHECK(check_interrupts_reenter(vm));
  return none();
}
NATIVE(signal_alarm, "alarm(seconds, /)", "SIGALRM after so many seconds; the seconds that were left of the old one.") {
  COIL_TRY(int64_t seconds, index_int64_reenter(vm, args[0]));
  if (seconds < INT32_MIN || seconds > INT32_MAX) return raise(vm, Exc::OverflowError, "Python int too large to convert to C int");
  return Value::small_int(::alarm(static_cast<unsigned>(seconds)));
}
NATIVE(signal_setitimer, "setitimer(which, seconds, interval=0.0, /)", "Start an interval timer; what was left of the old one.") {
  COIL_TRY(int64_t which, index_int64_reenter(vm, args[0]));
  double values[2] = {0, 0};
  for (size_t i = 1; i < 3; i++) {
    if (!args.has(i)) continue;
    COIL_TRY(double number, number_as_double_reenter(vm, args[i]));
    if (!(number >= 0) || number > 1e9) return raise_os_error(vm, EINVAL);
    values[i - 1] = number;
  }
  auto to_timeval = [](double seconds) {
    return timeval{static_cast<time_t>(seconds), static_cast<suseconds_t>((seconds - std::floor(seconds)) * 1e6)};
  };
  itimerval now{to_timeval(values[1]), to_timeval(values[0])}, old{};
  if (::setitimer(static_cast<__itimer_which>(which), &now, &old) != 0) return raise_os_error(vm, errno);
  auto to_double = [](const timeval& value) { return static_cast<double>(value.tv_sec) + static_cast<double>(value.tv_usec) / 1e6; };
  COIL_TRY(Value left, make_float(vm, to_double(old.it_value)));
  COIL_TRY(Value interval, make_float(vm, to_double(old.it_interval)));
  return make_tuple(vm, {left, interval});
}
NATIVE(signal_strsignal, "strsignal(signalnum, /)", "What the system calls the signal.") {
  COIL_TRY(int number, signal_argument_reenter(vm, args[0]));
  const char* text = ::strsignal(number);
  if (!text || std::strncmp(text, "Unknown signal", 14) == 0) return none();
  return new_str(vm, text);
}
NATIVE(signal_pause, "pause()", "Wait for a signal.") {
  ::pause();
  COIL_CHECK(check_interrupts_reenter(vm));
  return none();
}

Result<void> init_signal(Vm& vm, Dict* ns) {
  struct Row { const char* name; int number; };
#define ROW(name) {#name, name}
  static constexpr Row kRows[] = {
      ROW(SIGHUP), ROW(SIGINT), ROW(SIGQUIT), ROW(SIGILL), ROW(SIGTRAP), ROW(SIGABRT), ROW(SIGBUS), ROW(SIGFPE), ROW(SIGKILL),
      ROW(SIGUSR1), ROW(SIGSEGV), ROW(SIGUSR2), ROW(SIGPIPE), ROW(SIGALRM), ROW(SIGTERM), ROW(SIGCHLD), ROW(SIGCONT), ROW(SIGSTOP),
      ROW(SIGTSTP), ROW(SIGTTIN), ROW(SIGTTOU), ROW(SIGURG), ROW(SIGXCPU), ROW(SIGXFSZ), ROW(SIGVTALRM), ROW(SIGPROF), ROW(SIGWINCH),
      ROW(SIGIO), ROW(SIGPWR), ROW(SIGSYS), ROW(ITIMER_REAL), ROW(ITIMER_VIRTUAL), ROW(ITIMER_PROF),
  };
#undef ROW
  for (const Row& row : kRows) COIL_CHECK(module_set_int(vm, ns, row.name, row.number));
  COIL_CHECK(module_set_int(vm, ns, "SIG_DFL", 0));
  COIL_CHECK(module_set_int(vm, ns, "SIG_IGN", 1));
  COIL_CHECK(module_set_int(vm, ns, "NSIG", 65));
  set_default_int_handler(dict_get_str(ns, intern(vm, "default_int_handler")));
  return ok();
}

}  // namespace

MODULE(signal_native, "_signal", "Signals of the operating system.", init_signal, FN(signal_signal), FN(signal_getsignal),
       FN(signal_default_int_handler), FN(signal_raise_signal), FN(signal_alarm), FN(signal_setitimer), FN(signal_strsignal),
       FN(signal_pause))

}  // namespace coil
