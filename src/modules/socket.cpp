// Module _socket: the socket object. Addresses are in socket_address.cpp, name look-up in socket_names.cpp; stdlib/socket.py derives the class that programs use.
//
// A call that has to wait waits in poll() without the VM lock. The transfer itself is never blocking and happens with the lock held, so it can read and write objects of
// the heap directly; buffers are looked up again after each wait.
#include "modules/socket.hpp"

#include <algorithm>
#include <cerrno>
#include <climits>
#include <memory>
#include <new>

#include <fcntl.h>
#include <netinet/in.h>
#include <netdb.h>
#include <linux/can/bcm.h>
#include <linux/can/isotp.h>
#include <linux/can/j1939.h>
#include <linux/can/raw.h>
#include <linux/if_alg.h>
#include <linux/if_packet.h>
#include <linux/netlink.h>
#include <linux/tipc.h>
#include <linux/vm_sockets.h>
#include <netinet/tcp.h>
#include <netinet/udp.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/un.h>
#include <unistd.h>

#include "async/oracle.hpp"
#include "async/poller.hpp"
#include "heap/heap.hpp"
#include "modules/socket_internal.hpp"
#include "modules/time_span.hpp"
#include "objects/buffer.hpp"
#include "vm/threads.hpp"

namespace coil {

namespace {

int64_t g_default_timeout_ns = -1;
// Closing what was dropped: see wait_for_dropped_reenter().
constexpr int kLooks = 4;
int g_looks;  // since a socket was made or became ready
int64_t g_next_look_ns;
Class* g_socket_class;

void destroy_socket(Cell* cell) {
  auto* socket = static_cast<SocketObject*>(cell);
  if (socket->descriptor < 0) return;
  descriptor_closes(socket->descriptor);
  ::close(socket->descriptor);
}
const NativeObjectOps kSocketOps{nullptr, destroy_socket};

SocketObject* self_socket(Args args) { return args[0].as<SocketObject>(); }

bool set_blocking(int descriptor, bool blocking) {
  int off = !blocking;
  return ioctl(descriptor, FIONBIO, &off) == 0;
}

// -- arguments

Result<int> flags_argument_reenter(Vm& vm, Args args, size_t index) {
  if (!args.has(index)) return 0;
  return parsed_int_reenter(vm, args[index]);
}

Result<size_t> size_argument_reenter(Vm& vm, Value value, const char* function) {
  COIL_TRY(int64_t size, ssize_from_reenter(vm, value));
  if (size < 0) return raise_value_error(vm, "negative buffersize in %s", function);
  return static_cast<size_t>(size);
}

/// Received bytes pass through memory of their own, so that the object gets exactly the size that came. Only with the VM lock held.
constexpr size_t kReceiveBuffer = size_t{256} << 10;
uint8_t* receive_buffer() {
  static std::unique_ptr<uint8_t[]> buffer(new uint8_t[kReceiveBuffer]);
  return buffer.get();
}

/// recv and recvfrom into a new bytes object. `from`: nullptr, or where the sender's address goes.
Result<Value> receive_reenter(Vm& vm, SocketObject* socket, size_t size, int flags, SocketAddress* from) {
  std::unique_ptr<uint8_t[]> large;
  if (size > kReceiveBuffer) {
    large.reset(new (std::nothrow) uint8_t[size]);
    if (!large) return raise_memory_error(vm);
  }
  COIL_TRY(ssize_t count, transfer_reenter(vm, socket, POLLIN, deadline_of(socket), flags, [&]() -> Result<ssize_t> {
             if (from) from->length = sizeof from->storage;
             return ::recvfrom(socket->descriptor, large ? large.get() : receive_buffer(), size, flags | MSG_DONTWAIT, from ? from->get() : nullptr,
                               from ? &from->length : nullptr);
           }));
  // With MSG_TRUNC the kernel says how long the datagram was.
  return new_bytes(vm, large ? large.get() : receive_buffer(), std::min(static_cast<size_t>(count), size));
}

// -- making and closing

Result<void> open_socket(Vm& vm, SocketObject* socket, int descriptor, int family, int type, int protocol) {
  socket->descriptor = descriptor;
  descriptor_is_owned(descriptor);
  g_looks = 0;
  socket->family = family;
  socket->type = type & ~(SOCK_NONBLOCK | SOCK_CLOEXEC);
  socket->protocol = protocol;
  socket->timeout_ns = type & SOCK_NONBLOCK ? 0 : g_default_timeout_ns;
  if (socket->timeout_ns >= 0 && !set_blocking(descriptor, false)) return raise_os_error(vm, errno);
  return ok();
}

int option_of(int descriptor, int option, int fallback) {
  int value = fallback;
  socklen_t length = sizeof value;
  return getsockopt(descriptor, SOL_SOCKET, option, &value, &length) == 0 ? value : fallback;
}

NATIVE(socket_construct, "socket(self, family=-1, type=-1, proto=-1, fileno=None)", "A socket.") {
  SocketObject* socket = self_socket(args);
  int numbers[3] = {-1, -1, -1};
  for (size_t i = 0; i < 3; i++) {
    if (!args.has(i + 1)) continue;
    COIL_TRY(numbers[i], parsed_int_reenter(vm, args[i + 1]));
  }
  auto [family, type, protocol] = std::tuple(numbers[0], numbers[1], numbers[2]);
  if (socket->descriptor >= 0) {
    descriptor_closes(socket->descriptor);
    ::close(socket->descriptor);
    socket->descriptor = -1;
  }
  if (args.has(4) && !args[4].is_none()) {
    COIL_TRY(int descriptor, parsed_int_reenter(vm, args[4]));
    if (descriptor < 0) return raise_value_error(vm, "negative file descriptor");
    SocketAddress name{};
    name.length = sizeof name.storage;
    if (getsockname(descriptor, name.get(), &name.length) < 0) {
      if (family == -1 || errno == EBADF || errno == ENOTSOCK) return raise_os_error(vm, errno);
    } else if (family == -1) {
      family = name.get()->sa_family;
    }
    if (type == -1) type = option_of(descriptor, SO_TYPE, SOCK_STREAM);
    if (protocol == -1) protocol = option_of(descriptor, SO_PROTOCOL, 0);
    COIL_CHECK(open_socket(vm, socket, descriptor, family, type, protocol));
    return none();
  }
  if (family == -1) family = AF_INET;
  if (type == -1) type = SOCK_STREAM;
  if (protocol == -1) protocol = 0;
  int descriptor = ::socket(family, type | SOCK_CLOEXEC, protocol);
  if (descriptor < 0) return raise_os_error(vm, errno);
  if (!open_socket(vm, socket, descriptor, family, type, protocol)) {
    descriptor_closes(descriptor);
    ::close(descriptor);
    socket->descriptor = -1;
    return Error{};
  }
  return none();
}
COIL_INIT_SLOT(socket_init, socket_construct)

Result<Value> socket_make(Vm& vm, Class* cls, Value*, size_t, Tuple*) {
  COIL_TRY(SocketObject* socket, new_native_object<SocketObject>(vm, cls, &kSocketOps));
  socket->descriptor = -1;
  socket->timeout_ns = g_default_timeout_ns;
  return Value(socket);
}

NATIVE(socket_close, "close(self, /)", "Close the descriptor.") {
  SocketObject* socket = self_socket(args);
  int descriptor = socket->descriptor;
  if (descriptor < 0) return none();
  descriptor_closes(descriptor);
  socket->descriptor = -1;
  if (::close(descriptor) < 0 && errno != ECONNRESET) return raise_os_error(vm, errno);
  return none();
}
NATIVE(socket_detach, "detach(self, /)", "Give the descriptor away; the object counts as closed.") {
  SocketObject* socket = self_socket(args);
  if (socket->descriptor >= 0) descriptor_closes(socket->descriptor);
  return Value::small_int(std::exchange(socket->descriptor, -1));
}
NATIVE(socket_fileno, "fileno(self, /)", "The descriptor, or -1.") { return Value::small_int(self_socket(args)->descriptor); }

// -- timeouts

Result<int64_t> timeout_from_reenter(Vm& vm, Value value) {
  if (value.is_none()) return int64_t{-1};
  COIL_TRY(int64_t timeout_ns, time_span_reenter(vm, value));
  if (timeout_ns < 0) return raise_value_error(vm, "Timeout value out of range");
  return timeout_ns;
}

Result<Value> timeout_value(Vm& vm, int64_t timeout_ns) {
  if (timeout_ns < 0) return none();
  return make_float(vm, static_cast<double>(timeout_ns) / 1e9);
}

Result<void> apply_timeout(Vm& vm, SocketObject* socket, int64_t timeout_ns) {
  socket->timeout_ns = timeout_ns;
  if (!set_blocking(socket->descriptor, timeout_ns < 0)) return raise_os_error(vm, errno);
  return ok();
}

NATIVE(socket_settimeout, "settimeout(self, timeout, /)", "Seconds that a call may take; None: no limit; 0: do not wait.") {
  COIL_TRY(int64_t timeout, timeout_from_reenter(vm, args[1]));
  COIL_CHECK(apply_timeout(vm, self_socket(args), timeout));
  return none();
}
NATIVE(socket_gettimeout, "gettimeout(self, /)", "The timeout, or None.") { return timeout_value(vm, self_socket(args)->timeout_ns); }
NATIVE(socket_setblocking, "setblocking(self, flag, /)", "settimeout(None) or settimeout(0).") {
  COIL_TRY(Value flag, index_reenter(vm, args[1]));
  int64_t blocking;
  if (!int_to_i64(flag, &blocking)) return raise(vm, Exc::OverflowError, "Python int too large to convert to C long");
  COIL_CHECK(apply_timeout(vm, self_socket(args), blocking ? -1 : 0));
  return none();
}
NATIVE(socket_getblocking, "getblocking(self, /)", "Whether calls wait.") { return Value::boolean(self_socket(args)->timeout_ns != 0); }

NATIVE(setdefaulttimeout, "setdefaulttimeout(timeout, /)", "The timeout of new sockets.") {
  COIL_TRY(g_default_timeout_ns, timeout_from_reenter(vm, args[0]));
  return none();
}
NATIVE(getdefaulttimeout, "getdefaulttimeout()", "The timeout of new sockets, or None.") { return timeout_value(vm, g_default_timeout_ns); }

// -- connections

NATIVE(socket_bind, "bind(self, address, /)", "Set the own address.") {
  SocketAddress address;
  COIL_CHECK(read_address_reenter(vm, self_socket(args), args[1], "bind", &address));
  if (::bind(self_socket(args)->descriptor, address.get(), address.length) < 0) return raise_os_error(vm, errno);
  return none();
}
NATIVE(socket_listen, "listen(self, backlog=128, /) counted", "Take connections.") {
  int backlog = std::min(SOMAXCONN, 128);
  if (args.has(1)) {
    COIL_TRY(backlog, parsed_int_reenter(vm, args[1]));
  }
  if (::listen(self_socket(args)->descriptor, std::max(backlog, 0)) < 0) return raise_os_error(vm, errno);
  return none();
}
NATIVE(socket_accept, "_accept(self, /)", "A new connection: descriptor and address.") {
  SocketObject* socket = self_socket(args);
  SocketAddress peer;
  int64_t deadline = deadline_of(socket);
  // A connection may vanish between poll() and accept(): of a blocking socket accept() itself must not keep the lock.
  bool blocking = socket->timeout_ns < 0;
  COIL_TRY(ssize_t descriptor, transfer_reenter(vm, socket, POLLIN, deadline, 0, [&]() -> Result<ssize_t> {
             peer.length = sizeof peer.storage;
             if (!blocking) return ::accept4(socket->descriptor, peer.get(), &peer.length, SOCK_CLOEXEC);
             int accepted, error, listening = socket->descriptor;
             {
               WithoutVm unlocked(vm);
               accepted = ::accept4(listening, peer.get(), &peer.length, SOCK_CLOEXEC);
               error = errno;
             }
             errno = error;
             return accepted;
           }));
  Result<Value> address = make_address(vm, peer);
  if (!address) {
    ::close(static_cast<int>(descriptor));
    return Error{};
  }
  return make_tuple(vm, {Value::small_int(descriptor), *address});
}

/// 0, or the error number of the connection; an exception only from signal handlers. ETIMEDOUT of the socket's own timeout: *timed_out.
Result<int> connect_reenter(Vm& vm, SocketObject* socket, SocketAddress& address, bool* timed_out) {
  int64_t deadline = deadline_of(socket);
  int error = 0;
  {
    int descriptor = socket->descriptor;
    WithoutVm unlocked(vm);
    if (::connect(descriptor, address.get(), address.length) < 0) error = errno;
  }
  if (error == EINTR) COIL_CHECK(check_interrupts_reenter(vm));
  bool in_progress = error == EINTR || (error == EINPROGRESS && socket->timeout_ns != 0);
  if (!in_progress) return error;
  for (;;) {
    COIL_TRY(bool ready, wait_ready_reenter(vm, socket, POLLOUT, deadline));
    pollfd now{socket->descriptor, POLLOUT, 0};
    if (::poll(&now, 1, 0) > 0) return option_of(socket->descriptor, SO_ERROR, EBADF);
    if (!ready || (deadline >= 0 && g_oracle->monotonic_ns() >= deadline)) {
      *timed_out = true;
      return EAGAIN;
    }
  }
}

NATIVE(socket_connect, "connect(self, address, /)", "Connect to an address.") {
  SocketAddress address;
  COIL_CHECK(read_address_reenter(vm, self_socket(args), args[1], "connect", &address));
  bool timed_out = false;
  COIL_TRY(int error, connect_reenter(vm, self_socket(args), address, &timed_out));
  if (timed_out) return raise_timed_out(vm);
  if (error) return raise_os_error(vm, error);
  return none();
}
NATIVE(socket_connect_ex, "connect_ex(self, address, /)", "Like connect, but returns the error number.") {
  SocketAddress address;
  COIL_CHECK(read_address_reenter(vm, self_socket(args), args[1], "connect_ex", &address));
  bool timed_out = false;
  COIL_TRY(int error, connect_reenter(vm, self_socket(args), address, &timed_out));
  return Value::small_int(error);
}
NATIVE(socket_shutdown, "shutdown(self, how, /)", "End one or both directions.") {
  COIL_TRY(int how, parsed_int_reenter(vm, args[1]));
  if (::shutdown(self_socket(args)->descriptor, how) < 0) return raise_os_error(vm, errno);
  return none();
}

Result<Value> name_of(Vm& vm, Args args, int (*function)(int, sockaddr*, socklen_t*)) {
  SocketAddress address{};
  address.length = sizeof address.storage;
  if (function(self_socket(args)->descriptor, address.get(), &address.length) < 0) return raise_os_error(vm, errno);
  return make_address(vm, address);
}
NATIVE(socket_getsockname, "getsockname(self, /)", "The own address.") { return name_of(vm, args, ::getsockname); }
NATIVE(socket_getpeername, "getpeername(self, /)", "The peer's address.") { return name_of(vm, args, ::getpeername); }

// -- sending and receiving

NATIVE(socket_send, "send(self, data, flags=0, /) counted", "Send what fits; the number of bytes.") {
  COIL_TRY(int flags, flags_argument_reenter(vm, args, 2));
  COIL_CHECK(require_bytes(vm, args[1]));
  SocketObject* socket = self_socket(args);
  COIL_TRY(ssize_t count, transfer_reenter(vm, socket, POLLOUT, deadline_of(socket), flags, [&]() -> Result<ssize_t> {
             COIL_TRY(ByteSpan bytes, require_bytes(vm, args[1]));
             return ::send(socket->descriptor, bytes.data, bytes.size, flags | MSG_DONTWAIT | MSG_NOSIGNAL);
           }));
  return Value::small_int(count);
}
NATIVE(socket_sendall, "sendall(self, data, flags=0, /) counted", "Send everything.") {
  COIL_TRY(int flags, flags_argument_reenter(vm, args, 2));
  COIL_CHECK(require_bytes(vm, args[1]));
  SocketObject* socket = self_socket(args);
  int64_t deadline = deadline_of(socket);
  size_t sent = 0;
  for (;;) {
    bool more = false;
    COIL_TRY(ssize_t count, transfer_reenter(vm, socket, POLLOUT, deadline, flags, [&]() -> Result<ssize_t> {
               COIL_TRY(ByteSpan bytes, require_bytes(vm, args[1]));
               size_t start = std::min(sent, bytes.size);
               more = bytes.size > start;
               return ::send(socket->descriptor, bytes.data + start, bytes.size - start, flags | MSG_DONTWAIT | MSG_NOSIGNAL);
             }));
    sent += static_cast<size_t>(count);
    COIL_TRY(ByteSpan bytes, require_bytes(vm, args[1]));
    if (!more || sent >= bytes.size) return none();
    COIL_CHECK(check_interrupts_reenter(vm));
  }
}
NATIVE(socket_sendto, "sendto(self, data=None, flags_or_address=None, address=None, /)", "Send one datagram.") {
  if (!args.has(2)) return raise_type_error(vm, "sendto() takes 2 or 3 arguments (%d given)", args.has(1) ? 1 : 0);
  COIL_TRY(int flags, args.has(3) ? parsed_int_reenter(vm, args[2]) : Result<int>(0));
  COIL_CHECK(require_bytes(vm, args[1]));
  SocketObject* socket = self_socket(args);
  SocketAddress address;
  COIL_CHECK(read_address_reenter(vm, socket, args.has(3) ? args[3] : args[2], "sendto", &address));
  COIL_TRY(ssize_t count, transfer_reenter(vm, socket, POLLOUT, deadline_of(socket), flags, [&]() -> Result<ssize_t> {
             COIL_TRY(ByteSpan bytes, require_bytes(vm, args[1]));
             return ::sendto(socket->descriptor, bytes.data, bytes.size, flags | MSG_DONTWAIT | MSG_NOSIGNAL, address.get(), address.length);
           }));
  return Value::small_int(count);
}
NATIVE(socket_recv, "recv(self, bufsize, flags=0, /) counted", "At most so many bytes; b'' at the end.") {
  COIL_TRY(size_t size, size_argument_reenter(vm, args[1], "recv"));
  COIL_TRY(int flags, flags_argument_reenter(vm, args, 2));
  if (size == 0) return Value(vm.empty_bytes);  // what would come is neither waited for nor lost
  return receive_reenter(vm, self_socket(args), size, flags, nullptr);
}
NATIVE(socket_recvfrom, "recvfrom(self, bufsize, flags=0, /) counted", "One datagram and its sender's address.") {
  COIL_TRY(size_t size, size_argument_reenter(vm, args[1], "recvfrom"));
  COIL_TRY(int flags, flags_argument_reenter(vm, args, 2));
  SocketAddress from{};
  COIL_TRY(Value data, receive_reenter(vm, self_socket(args), size, flags, &from));
  COIL_TRY(Value address, make_address(vm, from));
  return make_tuple(vm, {data, address});
}

Result<ssize_t> receive_into_reenter(Vm& vm, Args args, const char* function, SocketAddress* from) {
  std::string what = std::string(function) + "() argument 1";
  COIL_TRY(ByteSpan whole, require_writable_argument(vm, args[1], what.c_str()));
  size_t size = whole.size;
  if (args.has(2)) {
    COIL_TRY(int64_t given, ssize_from_reenter(vm, args[2]));
    if (given < 0) return raise_value_error(vm, "negative buffersize in %s", function);
    if (given > 0) size = static_cast<size_t>(given);
  }
  COIL_TRY(int flags, flags_argument_reenter(vm, args, 3));
  COIL_TRY(ByteSpan now, require_writable_bytes(vm, args[1], what.c_str()));
  if (now.size < size) return raise_value_error(vm, from ? "nbytes is greater than the length of the buffer" : "buffer too small for requested bytes");
  if (size == 0 && !from) return ssize_t{0};
  SocketObject* socket = self_socket(args);
  return transfer_reenter(vm, socket, POLLIN, deadline_of(socket), flags, [&]() -> Result<ssize_t> {
    COIL_TRY(ByteSpan buffer, require_writable_bytes(vm, args[1], what.c_str()));
    if (from) from->length = sizeof from->storage;
    return ::recvfrom(socket->descriptor, const_cast<uint8_t*>(buffer.data), std::min(size, buffer.size), flags | MSG_DONTWAIT, from ? from->get() : nullptr,
                      from ? &from->length : nullptr);
  });
}
NATIVE(socket_recv_into, "recv_into(self, buffer, nbytes=0, flags=0)", "Receive into a buffer; the number of bytes.") {
  COIL_TRY(ssize_t count, receive_into_reenter(vm, args, "recv_into", nullptr));
  return Value::small_int(count);
}
NATIVE(socket_recvfrom_into, "recvfrom_into(self, buffer, nbytes=0, flags=0)", "Receive one datagram into a buffer: size and sender.") {
  SocketAddress from{};
  COIL_TRY(ssize_t count, receive_into_reenter(vm, args, "recvfrom_into", &from));
  COIL_TRY(Value address, make_address(vm, from));
  return make_tuple(vm, {Value::small_int(count), address});
}

// -- options

NATIVE(socket_setsockopt, "setsockopt(self, /, *args)", "Set an option to a number, bytes or None.") {
  auto* given = args[1].as<Tuple>();
  const Value* items = given->items;
  const bool has_length = given->size == 4 && items[2].is_none() && items[3].is_int();
  if (given->size != 3 && !has_length) return raise_type_error(vm, "setsockopt() takes exactly 3 arguments (%zu given)", given->size);
  COIL_TRY(int level, parsed_int_reenter(vm, items[0]));
  COIL_TRY(int option, parsed_int_reenter(vm, items[1]));
  int result;
  if (has_length) {
    COIL_TRY(int length, parsed_int_reenter(vm, items[3]));
    result = ::setsockopt(self_socket(args)->descriptor, level, option, nullptr, static_cast<socklen_t>(length));
  } else if (ByteSpan bytes; byte_span(items[2], &bytes)) {
    result = ::setsockopt(self_socket(args)->descriptor, level, option, bytes.data, static_cast<socklen_t>(bytes.size));
  } else {
    Result<int> value = parsed_int_reenter(vm, items[2]);
    if (!value && (pending_matches(vm, Exc::TypeError) || pending_matches(vm, Exc::OverflowError))) {
      // What is no C int is tried as bytes last, and refused as such.
      clear_pending(vm);
      return raise_type_error(vm, "a bytes-like object is required, not '%s'", type_name(items[2]));
    }
    if (!value) return Error{};
    result = ::setsockopt(self_socket(args)->descriptor, level, option, &*value, sizeof *value);
  }
  if (result < 0) return raise_os_error(vm, errno);
  return none();
}
NATIVE(socket_getsockopt, "getsockopt(self, level, option, buflen=0, /) counted", "An option as a number, or as so many bytes.") {
  COIL_TRY(int level, parsed_int_reenter(vm, args[1]));
  COIL_TRY(int option, parsed_int_reenter(vm, args[2]));
  COIL_TRY(int size, flags_argument_reenter(vm, args, 3));
  if (size == 0) {
    int value = 0;
    socklen_t length = sizeof value;
    if (::getsockopt(self_socket(args)->descriptor, level, option, &value, &length) < 0) return raise_os_error(vm, errno);
    return Value::small_int(value);
  }
  uint8_t buffer[1024];
  if (size < 0 || size > static_cast<int>(sizeof buffer)) return raise(vm, Exc::OSError, "getsockopt buflen out of range");
  socklen_t length = static_cast<socklen_t>(size);
  if (::getsockopt(self_socket(args)->descriptor, level, option, buffer, &length) < 0) return raise_os_error(vm, errno);
  return new_bytes(vm, buffer, length);
}

Result<Value> get_family(Vm&, Value self) { return Value::small_int(self.as<SocketObject>()->family); }
Result<Value> get_type(Vm&, Value self) { return Value::small_int(self.as<SocketObject>()->type); }
Result<Value> get_protocol(Vm&, Value self) { return Value::small_int(self.as<SocketObject>()->protocol); }
Result<Value> get_timeout(Vm& vm, Value self) { return timeout_value(vm, self.as<SocketObject>()->timeout_ns); }
const GetSetSpec kFamily{"family", get_family, nullptr, "The address family."};
const GetSetSpec kType{"type", get_type, nullptr, "The socket type."};
const GetSetSpec kProtocol{"proto", get_protocol, nullptr, "The protocol."};
const GetSetSpec kTimeout{"timeout", get_timeout, nullptr, "The timeout, or None."};

// -- descriptors without objects

NATIVE(socket_close_descriptor, "close(fd, /)", "Close a socket's descriptor.") {
  COIL_TRY(int descriptor, parsed_int_reenter(vm, args[0]));
  descriptor_closes(descriptor);
  if (::close(descriptor) < 0 && errno != ECONNRESET) return raise_os_error(vm, errno);
  return none();
}
NATIVE(socket_dup_descriptor, "dup(fd, /)", "Another descriptor for the same socket.") {
  COIL_TRY(int descriptor, parsed_int_reenter(vm, args[0]));
  int made = fcntl(descriptor, F_DUPFD_CLOEXEC, 0);
  if (made < 0) return raise_os_error(vm, errno);
  return Value::small_int(made);
}
NATIVE(socket_pair_descriptors, "_socketpair(family, type, proto, /)", "Descriptors of two connected sockets.") {
  COIL_TRY(int family, parsed_int_reenter(vm, args[0]));
  COIL_TRY(int type, parsed_int_reenter(vm, args[1]));
  COIL_TRY(int protocol, parsed_int_reenter(vm, args[2]));
  int pair[2];
  if (::socketpair(family, type | SOCK_CLOEXEC, protocol, pair) < 0) return raise_os_error(vm, errno);
  return make_tuple(vm, {Value::small_int(pair[0]), Value::small_int(pair[1])});
}

Result<void> init_socket(Vm& vm, Dict* ns) {
  COIL_TRY(g_socket_class, new_module_class<SocketObject>(vm, "socket", "_socket", "A socket of the operating system."));
  g_socket_class->slots.make = socket_make;
  g_socket_class->slots.init = socket_init;
  define_class(vm, g_socket_class,
               {&socket_close_spec, &socket_detach_spec, &socket_fileno_spec, &socket_settimeout_spec, &socket_gettimeout_spec, &socket_setblocking_spec,
                &socket_getblocking_spec, &socket_bind_spec, &socket_listen_spec, &socket_accept_spec, &socket_connect_spec, &socket_connect_ex_spec,
                &socket_shutdown_spec, &socket_getsockname_spec, &socket_getpeername_spec, &socket_send_spec, &socket_sendall_spec, &socket_sendto_spec,
                &socket_recv_spec, &socket_recvfrom_spec, &socket_recv_into_spec, &socket_recvfrom_into_spec, &socket_setsockopt_spec,
                &socket_getsockopt_spec, kSocketMessageMethods[0], kSocketMessageMethods[1], kSocketMessageMethods[2]},
               {&kFamily, &kType, &kProtocol, &kTimeout});
  COIL_CHECK(module_set(vm, ns, "socket", g_socket_class));
  COIL_CHECK(module_set(vm, ns, "SocketType", g_socket_class));
#define SOCKET_CONSTANT(name) COIL_CHECK(module_set_int(vm, ns, #name, name));
#define SOCKET_BCM_CONSTANT(name) COIL_CHECK(module_set_int(vm, ns, "CAN_BCM_" #name, name));
#define SOCKET_NUMBER(name, value) COIL_CHECK(module_set_int(vm, ns, #name, value));
#include "modules/socket_constants.def"
#include "modules/socket_rare_constants.def"
#undef SOCKET_CONSTANT
#undef SOCKET_BCM_CONSTANT
#undef SOCKET_NUMBER
  // Numbers wider than int.
  COIL_CHECK(module_set_int(vm, ns, "INADDR_ANY", INADDR_ANY));
  COIL_CHECK(module_set_int(vm, ns, "INADDR_BROADCAST", INADDR_BROADCAST));
  COIL_CHECK(module_set_int(vm, ns, "INADDR_LOOPBACK", INADDR_LOOPBACK));
  COIL_CHECK(module_set_int(vm, ns, "INADDR_NONE", INADDR_NONE));
  COIL_CHECK(module_set_int(vm, ns, "INADDR_UNSPEC_GROUP", INADDR_UNSPEC_GROUP));
  COIL_CHECK(module_set_int(vm, ns, "INADDR_ALLHOSTS_GROUP", INADDR_ALLHOSTS_GROUP));
  COIL_CHECK(module_set_int(vm, ns, "INADDR_MAX_LOCAL_GROUP", INADDR_MAX_LOCAL_GROUP));
  COIL_CHECK(module_set(vm, ns, "has_ipv6", Value::boolean(true)));
  COIL_CHECK(module_set(vm, ns, "error", vm.exception(Exc::OSError)));
  COIL_CHECK(module_set(vm, ns, "timeout", vm.exception(Exc::TimeoutError)));
  define_functions(vm, ns, "_socket", {kSocketMessageFunctions[0], kSocketMessageFunctions[1]});
  return init_socket_names(vm, ns);
}

}  // namespace

namespace {

Result<bool> poll_reenter(Vm& vm, SocketObject* socket, short events, int64_t deadline_ns) {
  pollfd descriptor{socket->descriptor, events, 0};
  int ready;
  int error;
  {
    int64_t left = deadline_ns < 0 ? -1 : std::max<int64_t>(0, deadline_ns - g_oracle->monotonic_ns());
    timespec limit{static_cast<time_t>(left / 1000000000), static_cast<long>(left % 1000000000)};
    WithoutVm unlocked(vm);
    ready = ppoll(&descriptor, 1, left < 0 ? nullptr : &limit, nullptr);
    error = errno;
  }
  if (ready < 0 && error != EINTR) return raise_os_error(vm, error);
  if (ready < 0) COIL_CHECK(check_interrupts_reenter(vm));
  if (ready > 0) g_looks = 0;
  return ready != 0;
}

/// Waits for a moment, then closes the sockets that the program has dropped: the peer of this one may be among them, which CPython, which counts references,
/// would have closed. Each look comes later than the one before, and all of them take a fiftieth of the time at most.
Result<bool> wait_for_dropped_reenter(Vm& vm, SocketObject* socket, short events, int64_t deadline_ns) {
  constexpr int64_t kMomentNs = 50'000'000;
  int64_t look_ns = std::max(g_oracle->monotonic_ns() + (kMomentNs << 2 * g_looks), g_next_look_ns);
  bool lasts = deadline_ns < 0 || deadline_ns > look_ns;
  COIL_TRY(bool ready, poll_reenter(vm, socket, events, lasts ? look_ns : deadline_ns));
  if (ready || !lasts) return ready;
  g_looks++;
  int64_t begin_ns = g_oracle->monotonic_ns();
  for (int i = 0; i < 2; i++) {  // what finalizers have let go of ends with the second one
    g_heap.collect_full();
    COIL_CHECK(check_interrupts_reenter(vm));
  }
  int64_t end_ns = g_oracle->monotonic_ns();
  g_next_look_ns = end_ns + (end_ns - begin_ns) * 50;
  return true;  // to be tried again: finalizers may have closed this one
}

}  // namespace

Result<bool> wait_ready_reenter(Vm& vm, SocketObject* socket, short events, int64_t deadline_ns) {
  return g_looks < kLooks ? wait_for_dropped_reenter(vm, socket, events, deadline_ns) : poll_reenter(vm, socket, events, deadline_ns);
}

int64_t deadline_of(const SocketObject* socket) { return socket->timeout_ns > 0 ? deadline_of_span(socket->timeout_ns) : -1; }

Error raise_timed_out(Vm& vm) { return raise(vm, Exc::TimeoutError, "timed out"); }

bool socket_descriptor(Value value, int* descriptor) {
  if (!value.is(Kind::NativeObject) || value.as<NativeObject>()->ops != &kSocketOps) return false;
  *descriptor = value.as<SocketObject>()->descriptor;
  return true;
}

ssize_t receive_now(int descriptor, ByteSpan* received) {
  ssize_t count = ::recv(descriptor, receive_buffer(), kReceiveBuffer, MSG_DONTWAIT);
  *received = {receive_buffer(), static_cast<size_t>(std::max<ssize_t>(count, 0))};
  return count;
}

ssize_t send_now(int descriptor, ByteSpan bytes) { return ::send(descriptor, bytes.data, bytes.size, MSG_DONTWAIT | MSG_NOSIGNAL); }

MODULE(socket_native, "_socket", "Sockets of the operating system.", init_socket, FN(socket_close_descriptor), FN(socket_dup_descriptor),
       FN(socket_pair_descriptors), FN(setdefaulttimeout), FN(getdefaulttimeout))

}  // namespace coil
