// Module _socket: hosts, services and addresses by name. Look-ups run without the VM lock.
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>

#include <arpa/inet.h>
#include <net/if.h>
#include <netdb.h>
#include <netinet/in.h>
#include <unistd.h>

#include "base/system_libc.hpp"
#include "modules/io.hpp"
#include "modules/socket_internal.hpp"
#include "vm/threads.hpp"

namespace coil {

namespace {

Value g_gaierror, g_herror;

struct FreeAddresses {
  void operator()(addrinfo* list) const { freeaddrinfo(list); }
};
using AddressList = std::unique_ptr<addrinfo, FreeAddresses>;

Error raise_of_class(Vm& vm, Value cls, int code, const char* text) {
  COIL_TRY(Str* message, new_str(vm, text));
  COIL_TRY(Value exception, call_reenter(vm, cls, {Value::small_int(code), message}));
  return raise_exception(vm, exception);
}

Error raise_lookup_error(Vm& vm, int error) {
  if (error == EAI_SYSTEM) return raise_os_error(vm, errno);
  return raise_of_class(vm, g_gaierror, error, gai_strerror(error));
}

/// getaddrinfo() without the VM lock.
Result<void> look_up(Vm& vm, const char* host, const char* service, const addrinfo& hints, AddressList* out) {
  addrinfo* found = nullptr;
  int error, number;
  {
    WithoutVm unlocked(vm);
    prepare_name_services();
    error = ::getaddrinfo(host, service, &hints, &found);
    number = errno;
  }
  errno = number;
  if (error) return raise_lookup_error(vm, error);
  out->reset(found);
  return ok();
}

void copy_address(const addrinfo* from, SocketAddress* out) {
  std::memcpy(&out->storage, from->ai_addr, from->ai_addrlen);
  out->length = from->ai_addrlen;
}

// -- getaddrinfo, getnameinfo

/// What the codec idna refuses or changes.
bool needs_idna(const std::string& host) {
  size_t label = 0;
  for (char c : host) {
    if (static_cast<unsigned char>(c) >= 0x80) return true;
    label = c == '.' ? 0 : label + 1;
    if (label > 63) return true;
  }
  return host.starts_with('.') || host.find("..") != std::string::npos;
}

/// The name of a host to look up; socket addresses are taken as they are (host_text_reenter).
Result<std::string> name_text_reenter(Vm& vm, Value value) {
  if (value.is(Kind::Str) && needs_idna(str_utf8(value.as<Str>()))) {
    COIL_TRY(value, call_method_reenter(vm, value, intern(vm, "encode"), {Value(intern(vm, "idna"))}));
  }
  return host_text_reenter(vm, value);
}

NATIVE(names_getaddrinfo, "getaddrinfo(host, port, family=0, type=0, proto=0, flags=0)", "Addresses for a host and a service.") {
  std::string host, service;
  bool has_host = !args[0].is_none(), has_service = !args[1].is_none();
  if (has_host) {
    if (!args[0].is(Kind::Str) && !args[0].is(Kind::Bytes)) return raise_type_error(vm, "getaddrinfo() argument 1 must be string or None");
    COIL_TRY(host, name_text_reenter(vm, args[0]));
  }
  if (args[1].is_int()) {
    int64_t number;
    if (!int_to_i64(args[1], &number)) return raise(vm, Exc::OverflowError, "Python int too large to convert to C long");
    service = std::to_string(number);
  } else if (args[1].is(Kind::Str) || args[1].is(Kind::Bytes)) {
    COIL_TRY(service, host_text_reenter(vm, args[1]));
  } else if (has_service) {
    return raise(vm, Exc::OSError, "Int or String expected");
  }
  addrinfo hints{};
  int* fields[] = {&hints.ai_family, &hints.ai_socktype, &hints.ai_protocol, &hints.ai_flags};
  for (size_t i = 0; i < 4; i++) {
    if (!args.has(i + 2)) continue;
    COIL_TRY(*fields[i], parsed_int_reenter(vm, args[i + 2]));
  }
  AddressList found;
  COIL_CHECK(look_up(vm, has_host ? host.c_str() : nullptr, has_service ? service.c_str() : nullptr, hints, &found));
  COIL_TRY(List* list, new_list(vm));
  for (const addrinfo* entry = found.get(); entry; entry = entry->ai_next) {
    SocketAddress address;
    copy_address(entry, &address);
    COIL_TRY(Value shown, make_address(vm, address));
    COIL_TRY(Str* canonical, new_str(vm, entry->ai_canonname ? entry->ai_canonname : ""));
    COIL_TRY(Tuple* row, make_tuple(vm, {Value::small_int(entry->ai_family), Value::small_int(entry->ai_socktype), Value::small_int(entry->ai_protocol),
                                         canonical, shown}));
    COIL_CHECK(list_append(vm, list, row));
  }
  return Value(list);
}

NATIVE(names_getnameinfo, "getnameinfo(sockaddr, flags, /) counted", "Host and service of an address.") {
  COIL_TRY(int flags, parsed_int_reenter(vm, args[1]));
  if (!args[0].is(Kind::Tuple)) return raise_type_error(vm, "getnameinfo() argument 1 must be a tuple");
  Tuple* parts = args[0].as<Tuple>();
  if (parts->size < 2 || parts->size > 4) return raise_type_error(vm, "getnameinfo(): illegal sockaddr argument");
  if (!parts->items[0].is(Kind::Str)) return raise_type_error(vm, "getnameinfo(): illegal sockaddr argument");
  std::string host = str_utf8(parts->items[0].as<Str>());
  COIL_TRY(int port, parsed_int_reenter(vm, parts->items[1]));
  addrinfo hints{};
  hints.ai_socktype = SOCK_DGRAM;
  hints.ai_flags = AI_NUMERICHOST;
  std::string service = std::to_string(port);
  AddressList found;
  COIL_CHECK(look_up(vm, host.c_str(), service.c_str(), hints, &found));
  if (found->ai_next) return raise(vm, Exc::OSError, "sockaddr resolved to multiple addresses");
  if (found->ai_family == AF_INET && parts->size != 2) return raise(vm, Exc::OSError, "IPv4 sockaddr must be 2 tuple");
  char host_name[NI_MAXHOST], service_name[NI_MAXSERV];
  int error, number;
  {
    WithoutVm unlocked(vm);
    prepare_name_services();
    error = ::getnameinfo(found->ai_addr, found->ai_addrlen, host_name, sizeof host_name, service_name, sizeof service_name, flags);
    number = errno;
  }
  errno = number;
  if (error) return raise_lookup_error(vm, error);
  COIL_TRY(Str* first, new_str(vm, host_name));
  COIL_TRY(Str* second, new_str(vm, service_name));
  return make_tuple(vm, {first, second});
}

// -- hosts

Result<std::string> host_argument(Vm& vm, Value value, const char* function) {
  if (!value.is(Kind::Str) && !value.is(Kind::Bytes) && !value.is(Kind::ByteArray)) {
    return raise_type_error(vm, "%s() argument 1 must be str, bytes or bytearray, not %s", function, argument_type_name(value));
  }
  ByteSpan bytes;
  bool has_null = value.is(Kind::Str) ? str_utf8(value.as<Str>()).find('\0') != std::string::npos
                                      : byte_span(value, &bytes) && bytes.size && std::memchr(bytes.data, 0, bytes.size);
  if (has_null) return raise_type_error(vm, "%s() argument 1 must be encoded string without null bytes, not %s", function, type_name(value));
  return name_text_reenter(vm, value);
}

NATIVE(names_gethostname, "gethostname()", "This host's name.") {
  char name[1024];
  if (::gethostname(name, sizeof name - 1) < 0) return raise_os_error(vm, errno);
  name[sizeof name - 1] = 0;
  return new_str(vm, name);
}
NATIVE(names_sethostname, "sethostname(name, /) counted", "Name this host.") {
  std::string name;
  if (args[0].is(Kind::Str)) {
    name = str_utf8(args[0]);
  } else {
    if (!args[0].is(Kind::Bytes)) return raise_type_error(vm, "expected str, bytes or os.PathLike object, not %s", type_name(args[0]));
    COIL_TRY(ByteSpan bytes, require_bytes(vm, args[0]));
    name.assign(reinterpret_cast<const char*>(bytes.data), bytes.size);
  }
  if (::sethostname(name.data(), name.size()) < 0) return raise_os_error(vm, errno);
  return none();
}
NATIVE(names_gethostbyname, "gethostbyname(host, /) counted", "The IPv4 address of a host.") {
  COIL_TRY(std::string host, host_argument(vm, args[0], "gethostbyname"));
  SocketAddress address{};
  COIL_CHECK(resolve_host(vm, host, AF_INET, &address));
  return new_str(vm, numeric_host(address));
}

/// (name, aliases, addresses)
Result<Value> host_row(Vm& vm, const std::string& name, const std::vector<std::string>& addresses) {
  COIL_TRY(Str* shown, new_str(vm, name));
  COIL_TRY(List* aliases, new_list(vm));
  COIL_TRY(List* list, new_list(vm));
  for (const std::string& address : addresses) {
    COIL_TRY(Str* text, new_str(vm, address));
    COIL_CHECK(list_append(vm, list, text));
  }
  return make_tuple(vm, {shown, aliases, list});
}
NATIVE(names_gethostbyname_ex, "gethostbyname_ex(host, /) counted", "Name, aliases and IPv4 addresses of a host.") {
  COIL_TRY(std::string host, host_argument(vm, args[0], "gethostbyname_ex"));
  addrinfo hints{};
  hints.ai_family = AF_INET;
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_CANONNAME;
  AddressList found;
  COIL_CHECK(look_up(vm, host.c_str(), nullptr, hints, &found));
  std::vector<std::string> addresses;
  for (const addrinfo* entry = found.get(); entry; entry = entry->ai_next) {
    SocketAddress address;
    copy_address(entry, &address);
    addresses.push_back(numeric_host(address));
  }
  return host_row(vm, found->ai_canonname ? found->ai_canonname : host, addresses);
}
NATIVE(names_gethostbyaddr, "gethostbyaddr(host, /) counted", "Name, aliases and addresses of a host given by name or address.") {
  COIL_TRY(std::string host, host_argument(vm, args[0], "gethostbyaddr"));
  SocketAddress address{};
  COIL_CHECK(resolve_host(vm, host, AF_UNSPEC, &address));
  char name[NI_MAXHOST];
  int error;
  {
    WithoutVm unlocked(vm);
    prepare_name_services();
    error = ::getnameinfo(address.get(), address.length, name, sizeof name, nullptr, 0, NI_NAMEREQD);
  }
  if (error) return raise_of_class(vm, g_herror, HOST_NOT_FOUND, hstrerror(HOST_NOT_FOUND));
  return host_row(vm, name, {numeric_host(address)});
}

// -- services and protocols

Result<std::string> text_argument(Vm& vm, Value value, const char* function, int place) {
  if (!value.is(Kind::Str)) return raise_type_error(vm, "%s() argument %d must be str, not %s", function, place, argument_type_name(value));
  std::string text = str_utf8(value.as<Str>());
  if (text.find('\0') != std::string::npos) return raise_value_error(vm, "embedded null character");
  return text;
}

/// *protocol: the text in *storage, or nullptr for any protocol.
Result<void> protocol_argument(Vm& vm, Args args, const char* function, std::string* storage, const char** protocol) {
  *protocol = nullptr;
  if (!args.has(1)) return ok();
  COIL_TRY(*storage, text_argument(vm, args[1], function, 2));
  *protocol = storage->c_str();
  return ok();
}
NATIVE(names_getservbyname, "getservbyname(servicename, protocolname=None, /) counted", "The port of a service.") {
  COIL_TRY(std::string name, text_argument(vm, args[0], "getservbyname", 1));
  std::string storage;
  const char* protocol;
  COIL_CHECK(protocol_argument(vm, args, "getservbyname", &storage, &protocol));
  prepare_name_services();
  const servent* found = ::getservbyname(name.c_str(), protocol);
  if (!found) return raise(vm, Exc::OSError, "service/proto not found");
  return Value::small_int(ntohs(static_cast<uint16_t>(found->s_port)));
}
NATIVE(names_getservbyport, "getservbyport(port, protocolname=None, /) counted", "The service of a port.") {
  COIL_TRY(int port, parsed_int_reenter(vm, args[0]));
  std::string storage;
  const char* protocol;
  COIL_CHECK(protocol_argument(vm, args, "getservbyport", &storage, &protocol));
  if (port < 0 || port > 0xffff) return raise(vm, Exc::OverflowError, "getservbyport: port must be 0-65535.");
  prepare_name_services();
  const servent* found = ::getservbyport(htons(static_cast<uint16_t>(port)), protocol);
  if (!found) return raise(vm, Exc::OSError, "port/proto not found");
  return new_str(vm, found->s_name);
}
NATIVE(names_getprotobyname, "getprotobyname(name, /) counted", "The number of a protocol.") {
  COIL_TRY(std::string name, text_argument(vm, args[0], "getprotobyname", 1));
  prepare_name_services();
  const protoent* found = ::getprotobyname(name.c_str());
  if (!found) return raise(vm, Exc::OSError, "protocol not found");
  return Value::small_int(found->p_proto);
}

// -- addresses as text and bytes

NATIVE(names_inet_aton, "inet_aton(ip_string, /) counted", "An IPv4 address as four bytes.") {
  COIL_TRY(std::string text, text_argument(vm, args[0], "inet_aton", 1));
  in_addr address;
  if (!::inet_aton(text.c_str(), &address)) return raise(vm, Exc::OSError, "illegal IP address string passed to inet_aton");
  return new_bytes(vm, &address, sizeof address);
}
NATIVE(names_inet_ntoa, "inet_ntoa(packed_ip, /) counted", "Four bytes as the text of an IPv4 address.") {
  COIL_TRY(ByteSpan bytes, require_bytes(vm, args[0]));
  if (bytes.size != sizeof(in_addr)) return raise(vm, Exc::OSError, "packed IP wrong length for inet_ntoa");
  char text[INET_ADDRSTRLEN];
  inet_ntop(AF_INET, bytes.data, text, sizeof text);
  return new_str(vm, text);
}
NATIVE(names_inet_pton, "inet_pton(address_family, ip_string, /) counted", "The text of an address as bytes.") {
  COIL_TRY(int family, parsed_int_reenter(vm, args[0]));
  COIL_TRY(std::string text, text_argument(vm, args[1], "inet_pton", 2));
  uint8_t packed[sizeof(in6_addr)];
  int result = ::inet_pton(family, text.c_str(), packed);
  if (result < 0) return raise_os_error(vm, errno);
  if (result == 0) return raise(vm, Exc::OSError, "illegal IP address string passed to inet_pton");
  return new_bytes(vm, packed, family == AF_INET ? sizeof(in_addr) : sizeof(in6_addr));
}
NATIVE(names_inet_ntop, "inet_ntop(address_family, packed_ip, /) counted", "The bytes of an address as text.") {
  COIL_TRY(int family, parsed_int_reenter(vm, args[0]));
  COIL_TRY(ByteSpan bytes, require_bytes(vm, args[1]));
  if (family != AF_INET && family != AF_INET6) return raise_value_error(vm, "unknown address family %d", family);
  if (bytes.size != (family == AF_INET ? sizeof(in_addr) : sizeof(in6_addr))) {
    return raise_value_error(vm, "invalid length of packed IP address string");
  }
  char text[INET6_ADDRSTRLEN];
  if (!::inet_ntop(family, bytes.data, text, sizeof text)) return raise_os_error(vm, errno);
  return new_str(vm, text);
}

/// The argument of htons() and ntohs(): a C integer first, then what fits into 16 bits.
Result<uint16_t> short_argument_reenter(Vm& vm, Value value, const char* function) {
  COIL_TRY(int number, parsed_int_reenter(vm, value));
  if (number < 0) return raise(vm, Exc::OverflowError, "%s: can't convert negative Python int to C 16-bit unsigned integer", function);
  if (number > UINT16_MAX) return raise(vm, Exc::OverflowError, "%s: Python int too large to convert to C 16-bit unsigned integer", function);
  return static_cast<uint16_t>(number);
}

/// An integer as a C unsigned long.
Result<int64_t> unsigned_long(Vm& vm, Value value) {
  if (int_sign(value) < 0) return raise(vm, Exc::OverflowError, "can't convert negative value to unsigned int");
  int64_t number;
  if (!int_to_i64(value, &number)) return raise(vm, Exc::OverflowError, "Python int too large to convert to C unsigned long");
  return number;
}

/// The argument of htonl() and ntohl().
Result<uint32_t> long_argument_reenter(Vm& vm, Value value) {
  if (!is_instance(value, vm.type(Kind::Int))) return raise_type_error(vm, "expected int, %s found", type_name(value));
  COIL_TRY(value, index_reenter(vm, value));
  COIL_TRY(int64_t number, unsigned_long(vm, value));
  if (number > UINT32_MAX) return raise(vm, Exc::OverflowError, "int larger than 32 bits");
  return static_cast<uint32_t>(number);
}
NATIVE(names_htons, "htons(x, /) counted", "16 bits in network order.") {
  COIL_TRY(uint16_t number, short_argument_reenter(vm, args[0], "htons"));
  return Value::small_int(htons(number));
}
NATIVE(names_ntohs, "ntohs(x, /) counted", "16 bits in the host's order.") {
  COIL_TRY(uint16_t number, short_argument_reenter(vm, args[0], "ntohs"));
  return Value::small_int(ntohs(number));
}
NATIVE(names_htonl, "htonl(x, /)", "32 bits in network order.") {
  COIL_TRY(uint32_t number, long_argument_reenter(vm, args[0]));
  return Value::small_int(htonl(number));
}
NATIVE(names_ntohl, "ntohl(x, /)", "32 bits in the host's order.") {
  COIL_TRY(uint32_t number, long_argument_reenter(vm, args[0]));
  return Value::small_int(ntohl(number));
}

// -- interfaces

NATIVE(names_if_nameindex, "if_nameindex()", "Numbers and names of the network interfaces.") {
  std::unique_ptr<struct if_nameindex, decltype(&if_freenameindex)> found(::if_nameindex(), if_freenameindex);
  if (!found) return raise_os_error(vm, errno);
  COIL_TRY(List* list, new_list(vm));
  for (const struct if_nameindex* entry = found.get(); entry->if_index && entry->if_name; entry++) {
    COIL_TRY(Str* name, new_str(vm, entry->if_name));
    COIL_TRY(Tuple* row, make_tuple(vm, {Value::small_int(entry->if_index), name}));
    COIL_CHECK(list_append(vm, list, row));
  }
  return Value(list);
}
NATIVE(names_if_nametoindex, "if_nametoindex(if_name, /) counted", "The number of a network interface.") {
  COIL_TRY(PathArgument name, path_argument_reenter(vm, args[0], "expected str, bytes or os.PathLike object"));
  unsigned index = ::if_nametoindex(name.bytes.c_str());
  if (!index) return raise(vm, Exc::OSError, "no interface with this name");
  return Value::small_int(index);
}
NATIVE(names_if_indextoname, "if_indextoname(if_index, /)", "The name of a network interface.") {
  if (!is_instance(args[0], vm.type(Kind::Int))) return raise_type_error(vm, "an integer is required");
  COIL_TRY(Value number, index_reenter(vm, args[0]));
  COIL_TRY(int64_t index, unsigned_long(vm, number));
  char name[IF_NAMESIZE];
  // Only the lower bits count: the index of an interface is an unsigned int.
  if (!::if_indextoname(static_cast<unsigned>(index), name)) return raise_os_error(vm, errno);
  return new_str(vm, name);
}

Result<Value> new_error_class(Vm& vm, const char* name) {
  COIL_TRY(Tuple* bases, make_tuple(vm, {vm.exception(Exc::OSError)}));
  COIL_TRY(Dict* body, new_dict(vm));
  COIL_CHECK(module_set_str(vm, body, "__module__", "socket"));
  COIL_TRY(Value cls, call_reenter(vm, vm.type(Kind::Class), {intern(vm, name), bases, body}));
  COIL_CHECK(keep_forever(vm, cls));
  return cls;
}

}  // namespace

Result<std::string> host_text_reenter(Vm& vm, Value value) {
  std::string text;
  ByteSpan bytes;
  auto is_wide = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
  if (value.is(Kind::Str) && std::ranges::any_of(str_utf8(value.as<Str>()), is_wide)) {
    COIL_TRY(value, call_method_reenter(vm, value, intern(vm, "encode"), {Value(intern(vm, "idna"))}));
  }
  if (value.is(Kind::Str)) {
    text = str_utf8(value.as<Str>());
  } else if ((value.is(Kind::Bytes) || value.is(Kind::ByteArray)) && byte_span(value, &bytes)) {
    text.assign(reinterpret_cast<const char*>(bytes.data), bytes.size);
  } else {
    return raise_type_error(vm, "str, bytes or bytearray expected, not %s", type_name(value));
  }
  if (text.find('\0') != std::string::npos) return raise_type_error(vm, "host name must not contain null character");
  return text;
}

Result<void> resolve_host(Vm& vm, const std::string& host, int family, SocketAddress* out) {
  std::memset(&out->storage, 0, sizeof out->storage);
  addrinfo hints{};
  hints.ai_family = family;
  if (host.empty()) {
    hints.ai_socktype = SOCK_DGRAM;
    hints.ai_flags = AI_PASSIVE;
    AddressList any;
  COIL_CHECK(look_up(vm, nullptr, "0", hints, &any));
    if (any->ai_next) return raise(vm, Exc::OSError, "wildcard resolved to multiple address");
    copy_address(any.get(), out);
    return ok();
  }
  auto* inet = reinterpret_cast<sockaddr_in*>(&out->storage);
  auto* inet6 = reinterpret_cast<sockaddr_in6*>(&out->storage);
  if (host == "<broadcast>" || host == "255.255.255.255") {
    if (family != AF_INET && family != AF_UNSPEC) return raise(vm, Exc::OSError, "address family mismatched");
    inet->sin_family = AF_INET;
    inet->sin_addr.s_addr = INADDR_BROADCAST;
    out->length = sizeof *inet;
    return ok();
  }
  if (family != AF_INET6 && inet_pton(AF_INET, host.c_str(), &inet->sin_addr) == 1) {
    inet->sin_family = AF_INET;
    out->length = sizeof *inet;
    return ok();
  }
  if (family != AF_INET && host.find('%') == std::string::npos && inet_pton(AF_INET6, host.c_str(), &inet6->sin6_addr) == 1) {
    inet6->sin6_family = AF_INET6;
    out->length = sizeof *inet6;
    return ok();
  }
  AddressList found;
  COIL_CHECK(look_up(vm, host.c_str(), nullptr, hints, &found));
  copy_address(found.get(), out);
  return ok();
}

Result<void> init_socket_names(Vm& vm, Dict* ns) {
  COIL_TRY(g_gaierror, new_error_class(vm, "gaierror"));
  COIL_TRY(g_herror, new_error_class(vm, "herror"));
  COIL_CHECK(module_set(vm, ns, "gaierror", g_gaierror));
  COIL_CHECK(module_set(vm, ns, "herror", g_herror));
  define_functions(vm, ns, "_socket",
                   {&names_getaddrinfo_spec, &names_getnameinfo_spec, &names_gethostname_spec, &names_sethostname_spec, &names_gethostbyname_spec, &names_gethostbyname_ex_spec,
                    &names_gethostbyaddr_spec, &names_getservbyname_spec, &names_getservbyport_spec, &names_getprotobyname_spec, &names_inet_aton_spec,
                    &names_inet_ntoa_spec, &names_inet_pton_spec, &names_inet_ntop_spec, &names_htons_spec, &names_ntohs_spec, &names_htonl_spec,
                    &names_ntohl_spec, &names_if_nameindex_spec, &names_if_nametoindex_spec, &names_if_indextoname_spec});
  return ok();
}

}  // namespace coil
