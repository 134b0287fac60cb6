// Lines for people, which follow CPython's text of an uncaught exception on stderr: what was probably meant, and which tasks the exception came through.
// They appear when a terminal reads stderr; COIL_HINTS=1 wants them everywhere, COIL_HINTS=0 nowhere. No exception's text, and nothing that programs print
// through traceback or logging, has them. That a module of CPython's library is missing is said in any case.
#pragma once

#include <string>

#include "objects/vm.hpp"

namespace coil {

/// Reads the environment and, when hints are wanted, begins to take notes of failing and cancelled tasks.
void setup_hints(Vm&);
/// "hint: ..." and "task: ..." lines with their ends; empty when there is nothing to say. Never raises.
std::string hints_for_reenter(Vm&, Value exception);

/// The part about tasks: where the ones were created that the exception came through, who awaited and who cancelled them.
std::string task_lines(Vm&, Value exception);
void setup_task_notes(Vm&);

}  // namespace coil
