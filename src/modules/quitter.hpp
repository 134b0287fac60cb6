// exit and quit, as CPython's site module puts them among the builtins.
#pragma once

#include "objects/vm.hpp"

namespace coil {

Result<void> setup_quitters(Vm&);

}  // namespace coil
