// The interactive prompt.
#pragma once

#include "objects/vm.hpp"

namespace coil {

/// Reads statements from standard input until its end or SystemExit; the exit code. `banner` off after a script (-i).
int run_repl(Vm&, bool banner);

}  // namespace coil
