// Sockets for the other native modules.
#pragma once

#include "objects/vm.hpp"

namespace coil {

/// Whether the value is a socket object; then its descriptor, -1 when it is closed.
bool socket_descriptor(Value, int* descriptor);

}  // namespace coil
