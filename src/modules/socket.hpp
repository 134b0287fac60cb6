// Sockets for the other native modules.
#pragma once

#include "objects/str.hpp"
#include "objects/vm.hpp"

namespace coil {

/// Whether the value is a socket object; then its descriptor, -1 when it is closed.
bool socket_descriptor(Value, int* descriptor);

/// recv() of what is there, and send() of what fits; neither waits. -1: see errno. The bytes received are in memory that the next receive uses again.
ssize_t receive_now(int descriptor, ByteSpan* received);
ssize_t send_now(int descriptor, ByteSpan);

}  // namespace coil
