#pragma once

#include "objects/vm.hpp"

namespace coil {

/// _thread._local, which is threading.local.
Result<void> define_thread_values(Vm&, Dict* ns);

}  // namespace coil
