#include "async/signals.hpp"

#include <cerrno>
#include <csignal>

#include <unistd.h>

#include "async/poller.hpp"
#include "objects/number.hpp"
#include "objects/protocol.hpp"
#include "vm/interpreter.hpp"

namespace coil {

namespace {

constexpr int kSignals = 65;
volatile sig_atomic_t g_arrived[kSignals];
Value g_handlers[kSignals], g_watchers[kSignals];
Value g_default_int_handler;
volatile sig_atomic_t g_wakeup_descriptor = -1;

void on_signal(int number) {
  int saved = errno;
  g_arrived[number] = 1;
  __atomic_or_fetch(&g_vm.interrupt, kInterruptSignal, __ATOMIC_RELAXED);
  wake_signal_poller();
  if (g_wakeup_descriptor >= 0) {
    auto byte = static_cast<unsigned char>(number);
    (void)!write(g_wakeup_descriptor, &byte, 1);
  }
  errno = saved;
}

void mark_handlers(void*, Marker& marker) {
  marker.values(g_handlers, kSignals);
  marker.values(g_watchers, kSignals);
  marker.value(g_default_int_handler);
}

bool install(int number, void (*handler)(int)) {
  struct sigaction action = {};
  action.sa_handler = handler;
  sigemptyset(&action.sa_mask);
  return sigaction(number, &action, nullptr) == 0;
}

}  // namespace

void setup_signals(Vm&) {
  g_heap.add_roots(mark_handlers, nullptr);
  for (int number : {SIGPIPE, SIGXFSZ}) {  // they are errors of write()
    install(number, SIG_IGN);
    g_handlers[number] = Value::small_int(1);
  }
  struct sigaction current = {};
  sigaction(SIGINT, nullptr, &current);
  if (current.sa_handler == SIG_IGN) g_handlers[SIGINT] = Value::small_int(1);  // started in the background
  else install(SIGINT, on_signal);
}

Value signal_handler(int number) {
  if (number <= 0 || number >= kSignals) return none();
  if (g_handlers[number]) return g_handlers[number];
  if (number == SIGINT) return g_default_int_handler ? g_default_int_handler : none();
  return Value::small_int(0);
}

int set_signal_wakeup_descriptor(int descriptor) {
  int old = g_wakeup_descriptor;
  g_wakeup_descriptor = descriptor;
  return old;
}

void set_default_int_handler(Value handler) { g_default_int_handler = handler; }

Result<Value> set_signal_handler(Vm& vm, int number, Value handler) {
  if (number <= 0 || number >= kSignals) return raise_value_error(vm, "signal number out of range");
  void (*native)(int) = on_signal;
  if (handler.is_small_int() && handler.small_int() == 0) native = SIG_DFL;
  else if (handler.is_small_int() && handler.small_int() == 1) native = SIG_IGN;
  else if (!is_callable(handler)) {
    return raise_type_error(vm, "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object");
  }
  Value old = signal_handler(number);
  if (!install(number, native)) return raise_os_error(vm, errno);
  g_handlers[number] = handler;
  return old;
}

Result<void> set_signal_watcher(Vm& vm, int64_t number, Value callable) {
  if (number <= 0 || number >= kSignals) return raise_value_error(vm, "signal number out of range");
  g_watchers[number] = callable;
  return ok();
}

Result<void> pretend_signal(Vm& vm, int number) {
  if (number <= 0 || number >= kSignals) return raise_value_error(vm, "signal number out of range");
  if (!signal_handler(number).is_small_int()) on_signal(number);
  return ok();
}

Result<void> run_signal_handlers_reenter(Vm& vm, Result<Value> (*current_frame)(Vm&)) {
  __atomic_and_fetch(&vm.interrupt, ~uint32_t{kInterruptSignal}, __ATOMIC_RELAXED);
  for (int number = 1; number < kSignals; number++) {
    if (!g_arrived[number]) continue;
    g_arrived[number] = 0;
    if (g_watchers[number]) COIL_CHECK(call_reenter(vm, g_watchers[number], {Value::small_int(number)}));
    Value handler = g_handlers[number];
    if (!handler || handler == g_default_int_handler) {
      if (number == SIGINT) return raise_with_args(vm, Exc::KeyboardInterrupt, {});
      continue;
    }
    if (handler.is_small_int()) continue;
    Value frame = none();
    if (vm.thread->frame) {
      COIL_TRY(frame, current_frame(vm));
    }
    COIL_CHECK(call_reenter(vm, handler, {Value::small_int(number), frame}));
  }
  return ok();
}

}  // namespace coil
