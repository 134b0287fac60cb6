// What the files of module _socket share: the socket object and its addresses.
#pragma once

#include <cerrno>
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

/// Reads an address as the socket's family wants it. `function` is named in messages.
Result<void> read_address_reenter(Vm&, const SocketObject*, Value address, const char* function, SocketAddress* out);
/// The address as programs see it; None when there is none.
Result<Value> make_address(Vm&, const SocketAddress&);
/// "127.0.0.1", "::1"
std::string numeric_host(const SocketAddress&);

/// Waits until the socket is ready; false when the time is over.
Result<bool> wait_ready_reenter(Vm&, SocketObject*, short events, int64_t deadline_ns);
/// When an operation that begins now runs out of time; negative: never.
int64_t deadline_of(const SocketObject*);
Error raise_timed_out(Vm&);

/// Runs `operation` until it succeeds, waiting as the socket's timeout allows. It must not block; it is run again after language code may have run.
/// `flags`: those of the program; with MSG_DONTWAIT a blocking socket does not wait either.
template <class Operation>
Result<ssize_t> transfer_reenter(Vm& vm, SocketObject* socket, short events, int64_t deadline_ns, int flags, Operation operation) {
  for (;;) {
    COIL_TRY(ssize_t count, operation());
    if (count >= 0) return count;
    if (errno == EINTR) {
      COIL_CHECK(check_interrupts_reenter(vm));
      continue;
    }
    bool waits = socket->timeout_ns > 0 || (socket->timeout_ns < 0 && !(flags & MSG_DONTWAIT));
    if ((errno != EAGAIN && errno != EWOULDBLOCK) || !waits) return raise_os_error(vm, errno);
    COIL_TRY(bool ready, wait_ready_reenter(vm, socket, events, deadline_ns));
    if (!ready) return raise_timed_out(vm);
  }
}

/// sendmsg, recvmsg, recvmsg_into; and the functions CMSG_LEN, CMSG_SPACE.
extern const NativeSpec* const kSocketMessageMethods[3];
extern const NativeSpec* const kSocketMessageFunctions[2];

/// A host's name as bytes, from str (which IDNA encodes), bytes or bytearray.
Result<std::string> host_text_reenter(Vm&, Value);
/// The first address of a host; "" is any, "<broadcast>" the broadcast address. Looks the name up without the VM lock.
Result<void> resolve_host(Vm&, const std::string& host, int family, SocketAddress* out);
/// Functions and classes that deal with names, for the module's namespace.
Result<void> init_socket_names(Vm&, Dict* ns);

}  // namespace coil
