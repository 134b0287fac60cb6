// Splitting exception groups, for except*.
#pragma once

#include "objects/vm.hpp"

namespace coil {

/// The parts of the group (or plain exception) that match the class or tuple, and the rest; none() for an empty part.
Result<void> split_exception_group_reenter(Vm&, Value group, Value type, Value* match, Value* rest);

}  // namespace coil
