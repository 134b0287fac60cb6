// Signals: the C handler only sets a flag and wakes the poll; language handlers run at safepoints of the main thread.
#pragma once

#include "objects/vm.hpp"

namespace coil {

/// Install the process's handlers: SIGINT to default_int_handler, SIGPIPE and SIGXFSZ ignored.
void setup_signals(Vm&);
/// Handler of a signal: a callable, or the integers 0 (default) and 1 (ignore), or None when it was not set from the language.
Value signal_handler(int signal_number);
/// The old handler; ValueError for bad numbers, OSError for signals that cannot be caught.
Result<Value> set_signal_handler(Vm&, int signal_number, Value handler);
/// An event loop's callable, which learns of the signal's arrival besides the handler, whoever installed that; nothing: none. ValueError for bad numbers.
Result<void> set_signal_watcher(Vm&, int64_t signal_number, Value callable);
/// As if the signal arrived; nothing happens when it has no handler of the language. ValueError for bad numbers. From any thread.
Result<void> pretend_signal(Vm&, int signal_number);
/// Runs handlers of signals that arrived. `current_frame` makes the frame object that they get.
Result<void> run_signal_handlers_reenter(Vm&, Result<Value> (*current_frame)(Vm&));
/// Signals write their number to this descriptor (-1: to none); the old one.
int set_signal_wakeup_descriptor(int descriptor);
/// The callable signal.default_int_handler, once it exists.
void set_default_int_handler(Value handler);

}  // namespace coil
