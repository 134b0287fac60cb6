// Module _socket: addresses between programs and the system.
#include <cstring>

#include <arpa/inet.h>
#include <linux/netlink.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/un.h>

#include "modules/socket_internal.hpp"
#include "vm/threads.hpp"

namespace coil {

namespace {

Result<Tuple*> address_tuple(Vm& vm, Value address, const char* function, const char* family) {
  if (address.is(Kind::Tuple)) return address.as<Tuple>();
  return raise_type_error(vm, "%s(): %s address must be tuple, not %s", function, family, type_name(address));
}

Result<uint16_t> port_number_reenter(Vm& vm, Value value, const char* function) {
  COIL_TRY(int port, parsed_int_reenter(vm, value));
  if (port < 0 || port > 0xffff) return raise(vm, Exc::OverflowError, "%s(): port must be 0-65535.", function);
  return static_cast<uint16_t>(port);
}

/// The host of an address; its encoding fails without details.
Result<std::string> address_host_reenter(Vm& vm, Value value) {
  Result<std::string> host = host_text_reenter(vm, value);
  if (host || !pending_matches(vm, Exc::UnicodeError)) return host;
  clear_pending(vm);
  return raise_type_error(vm, "encoding of hostname failed");
}

Result<void> read_inet_reenter(Vm& vm, Value address, const char* function, SocketAddress* out) {
  COIL_TRY(Tuple* pair, address_tuple(vm, address, function, "AF_INET"));
  if (pair->size != 2) return raise_type_error(vm, "AF_INET address must be a pair (host, port)");
  COIL_TRY(std::string host, address_host_reenter(vm, pair->items[0]));
  COIL_TRY(uint16_t port, port_number_reenter(vm, pair->items[1], function));
  COIL_CHECK(resolve_host(vm, host, AF_INET, out));
  auto* inet = reinterpret_cast<sockaddr_in*>(&out->storage);
  inet->sin_port = htons(port);
  out->length = sizeof *inet;
  return ok();
}

Result<void> read_inet6_reenter(Vm& vm, Value address, const char* function, SocketAddress* out) {
  COIL_TRY(Tuple* parts, address_tuple(vm, address, function, "AF_INET6"));
  if (parts->size < 2 || parts->size > 4) {
    return raise_type_error(vm, "AF_INET6 address must be a tuple (host, port[, flowinfo[, scopeid]])");
  }
  COIL_TRY(std::string host, address_host_reenter(vm, parts->items[0]));
  COIL_TRY(int port, parsed_int_reenter(vm, parts->items[1]));
  int64_t numbers[2] = {0, 0};
  for (size_t i = 2; i < parts->size; i++) {
    COIL_TRY(numbers[i - 2], argument_int64_reenter(vm, parts->items[i]));
  }
  COIL_CHECK(resolve_host(vm, host, AF_INET6, out));
  if (port < 0 || port > 0xffff) return raise(vm, Exc::OverflowError, "%s(): port must be 0-65535.", function);
  if (numbers[0] < 0 || numbers[0] > 0xfffff) return raise(vm, Exc::OverflowError, "%s(): flowinfo must be 0-1048575.", function);
  auto* inet = reinterpret_cast<sockaddr_in6*>(&out->storage);
  inet->sin6_port = htons(static_cast<uint16_t>(port));
  inet->sin6_flowinfo = htonl(static_cast<uint32_t>(numbers[0]));
  if (numbers[1]) inet->sin6_scope_id = static_cast<uint32_t>(numbers[1]);
  out->length = sizeof *inet;
  return ok();
}

Result<void> read_unix(Vm& vm, Value address, SocketAddress* out) {
  auto* path = reinterpret_cast<sockaddr_un*>(&out->storage);
  std::string encoded;
  ByteSpan bytes;
  if (address.is(Kind::Str)) {
    COIL_TRY(Bytes* text, encode_str(vm, address.as<Str>(), "utf-8", "surrogateescape"));
    bytes = {text->data, text->size};
  } else {
    COIL_TRY(bytes, require_bytes(vm, address));
  }
  // The empty path (for bind(): a name of the system's choice) and those of the abstract namespace end without a NUL.
  const bool terminated = bytes.size > 0 && bytes.data[0] != 0;
  if (bytes.size > sizeof path->sun_path - terminated) return raise(vm, Exc::OSError, "AF_UNIX path too long");
  path->sun_family = AF_UNIX;
  std::memcpy(path->sun_path, bytes.data, bytes.size);
  out->length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + bytes.size + terminated);
  return ok();
}

}  // namespace

Result<void> read_address_reenter(Vm& vm, const SocketObject* socket, Value address, const char* function, SocketAddress* out) {
  std::memset(&out->storage, 0, sizeof out->storage);
  switch (socket->family) {
    case AF_INET: return read_inet_reenter(vm, address, function, out);
    case AF_INET6: return read_inet6_reenter(vm, address, function, out);
    case AF_UNIX: return read_unix(vm, address, out);
    default: return raise(vm, Exc::OSError, "%s(): bad family", function);
  }
}

std::string numeric_host(const SocketAddress& address) {
  char text[INET6_ADDRSTRLEN] = "";
  if (address.get()->sa_family == AF_INET) {
    inet_ntop(AF_INET, &reinterpret_cast<const sockaddr_in*>(address.get())->sin_addr, text, sizeof text);
  } else {
    inet_ntop(AF_INET6, &reinterpret_cast<const sockaddr_in6*>(address.get())->sin6_addr, text, sizeof text);
  }
  return text;
}

Result<Value> make_address(Vm& vm, const SocketAddress& address) {
  if (address.length == 0) return none();
  switch (address.get()->sa_family) {
    case AF_INET: {
      COIL_TRY(Str* host, new_str(vm, numeric_host(address)));
      auto* inet = reinterpret_cast<const sockaddr_in*>(address.get());
      return make_tuple(vm, {host, Value::small_int(ntohs(inet->sin_port))});
    }
    case AF_INET6: {
      COIL_TRY(Str* host, new_str(vm, numeric_host(address)));
      auto* inet = reinterpret_cast<const sockaddr_in6*>(address.get());
      return make_tuple(vm, {host, Value::small_int(ntohs(inet->sin6_port)), Value::small_int(ntohl(inet->sin6_flowinfo)),
                             Value::small_int(inet->sin6_scope_id)});
    }
    case AF_UNIX: {
      auto* path = reinterpret_cast<const sockaddr_un*>(address.get());
      size_t size = address.length > offsetof(sockaddr_un, sun_path) ? address.length - offsetof(sockaddr_un, sun_path) : 0;
      if (size > 0 && path->sun_path[0] == 0) return new_bytes(vm, path->sun_path, size);
      return decode_bytes(vm, {reinterpret_cast<const uint8_t*>(path->sun_path), strnlen(path->sun_path, size)}, "utf-8", "surrogateescape");
    }
    default: {
      COIL_TRY(Bytes* raw, new_bytes(vm, &address.storage, address.length));
      return make_tuple(vm, {Value::small_int(address.get()->sa_family), raw});
    }
  }
}

}  // namespace coil
