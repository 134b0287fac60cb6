// What the files of module _socket share: the socket object and its addresses.
#pragma once

#include <string>

#include <sys/socket.h>

#include "modules/support.hpp"

namespace coil {

struct SocketObject : NativeObject {
  int descriptor;  // -1 once closed or detached
  int family, type, protocol;
  int64_t timeout_ns;  // negative: waits without limit; 0: does not wait
};

struct SocketAddress {
  sockaddr_storage storage;
  socklen_t length;
  sockaddr* get() { return reinterpret_cast<sockaddr*>(&storage); }
  const sockaddr* get() const { return reinterpret_cast<const sockaddr*>(&storage); }
};

/// An argument that C code takes as int.
Result<int> int_of_reenter(Vm&, Value);
/// Reads an address as the socket's family wants it. `function` is named in messages.
Result<void> read_address_reenter(Vm&, const SocketObject*, Value address, const char* function, SocketAddress* out);
/// The address as programs see it; None when there is none.
Result<Value> make_address(Vm&, const SocketAddress&);
/// "127.0.0.1", "::1"
std::string numeric_host(const SocketAddress&);

/// A host's name as bytes, from str, bytes or bytearray.
Result<std::string> host_text(Vm&, Value);
/// The first address of a host; "" is any, "<broadcast>" the broadcast address. Looks the name up without the VM lock.
Result<void> resolve_host(Vm&, const std::string& host, int family, SocketAddress* out);
/// Functions and classes that deal with names, for the module's namespace.
Result<void> init_socket_names(Vm&, Dict* ns);

}  // namespace coil
