// What stays as it is at the end of a process, while everything else is finalized.
#pragma once

#include "objects/vm.hpp"

namespace coil {

/// The loop that the policy has for this thread, if it was not closed: neither it nor what it refers to will be finalized. Else nothing.
Value keep_loop_of_policy_reenter(Vm&);

}  // namespace coil
