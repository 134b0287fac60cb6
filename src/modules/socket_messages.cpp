// sendmsg and recvmsg of the socket object: several buffers, and ancillary data (descriptors, credentials) beside them.
#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstring>
#include <memory>
#include <new>
#include <vector>

#include <poll.h>

#include "modules/socket_internal.hpp"
#include "objects/buffer.hpp"
#include "objects/exception.hpp"
#include "objects/protocol.hpp"

namespace coil {

namespace {

/// The kernel takes no longer list of buffers.
constexpr size_t kMaxVectors = IOV_MAX;

/// A TypeError that is pending gets another text.
Error explain_type_error(Vm& vm, const char* text) {
  if (!pending_matches(vm, Exc::TypeError)) return Error{};
  clear_pending(vm);
  return raise_type_error(vm, "%s", text);
}

Result<List*> list_argument_reenter(Vm& vm, Value value, const char* expected) {
  Result<Value> iterator = iter_reenter(vm, value);
  if (!iterator) return explain_type_error(vm, expected);
  return list_from_iterable_reenter(vm, *iterator);
}

// -- ancillary data

struct ControlItem {
  int level, type;
  std::string data;
};

constexpr const char* kItems = "[sendmsg() ancillary data items]() argument must be";

Result<ControlItem> control_item_reenter(Vm& vm, Value item) {
  if (!item.is(Kind::Tuple) && !item.is(Kind::List)) return raise_type_error(vm, "%s 3-item sequence, not %s", kItems, type_name(item));
  COIL_TRY(List* fields, list_from_iterable_reenter(vm, item));
  if (fields->size != 3) return raise_type_error(vm, "%s sequence of length 3, not %zu", kItems, fields->size);
  COIL_TRY(int level, parsed_int_reenter(vm, fields->items()[0]));
  COIL_TRY(int type, parsed_int_reenter(vm, fields->items()[1]));
  COIL_TRY(ByteSpan bytes, require_bytes(vm, fields->items()[2]));
  if (bytes.size > INT_MAX / 2) return raise(vm, Exc::OSError, "ancillary data item too large");
  return ControlItem{level, type, std::string(reinterpret_cast<const char*>(bytes.data), bytes.size)};
}

/// The control buffer of a message, as sendmsg() wants it.
Result<std::vector<char>> control_buffer_reenter(Vm& vm, Value ancillary) {
  COIL_TRY(List* items, list_argument_reenter(vm, ancillary, "sendmsg() argument 2 must be an iterable"));
  std::vector<ControlItem> parsed;
  size_t total = 0;
  for (size_t i = 0; i < items->size; i++) {
    COIL_TRY(ControlItem item, control_item_reenter(vm, items->items()[i]));
    total += CMSG_SPACE(item.data.size());
    if (total > INT_MAX) return raise(vm, Exc::OSError, "too much ancillary data");
    parsed.push_back(std::move(item));
  }
  std::vector<char> buffer(total);
  size_t offset = 0;
  for (const ControlItem& item : parsed) {
    cmsghdr header{};
    header.cmsg_len = CMSG_LEN(item.data.size());
    header.cmsg_level = item.level;
    header.cmsg_type = item.type;
    std::memcpy(buffer.data() + offset, &header, sizeof header);
    std::memcpy(buffer.data() + offset + CMSG_LEN(0), item.data.data(), item.data.size());
    offset += CMSG_SPACE(item.data.size());
  }
  return buffer;
}

Result<List*> received_items(Vm& vm, msghdr& message) {
  COIL_TRY(List* items, new_list(vm));
  const char* end = static_cast<const char*>(message.msg_control) + message.msg_controllen;
  for (cmsghdr* header = CMSG_FIRSTHDR(&message); header; header = CMSG_NXTHDR(&message, header)) {
    const char* data = reinterpret_cast<const char*>(CMSG_DATA(header));
    if (header->cmsg_len < CMSG_LEN(0) || data > end) break;
    // The last item of a cut message says how long it was meant to be.
    size_t size = std::min<size_t>(header->cmsg_len - CMSG_LEN(0), static_cast<size_t>(end - data));
    COIL_TRY(Bytes* bytes, new_bytes(vm, data, size));
    COIL_TRY(Tuple* item, make_tuple(vm, {Value::small_int(header->cmsg_level), Value::small_int(header->cmsg_type), Value(bytes)}));
    COIL_CHECK(list_append(vm, items, Value(item)));
  }
  return items;
}

// -- sending

NATIVE(socket_sendmsg, "sendmsg(self, buffers, ancdata=(), flags=0, address=None, /) counted", "Send several buffers as one message, with ancillary data.") {
  COIL_TRY(List* buffers, list_argument_reenter(vm, args[1], "sendmsg() argument 1 must be an iterable"));
  if (buffers->size > kMaxVectors) return raise(vm, Exc::OSError, "sendmsg() argument 1 is too long");
  for (size_t i = 0; i < buffers->size; i++) COIL_CHECK(require_bytes(vm, buffers->items()[i]));
  std::vector<char> control;
  if (args.has(2)) {
    COIL_TRY(control, control_buffer_reenter(vm, args[2]));
  }
  COIL_TRY(int flags, args.has(3) ? parsed_int_reenter(vm, args[3]) : Result<int>(0));
  auto* socket = args[0].as<SocketObject>();
  SocketAddress address{};
  bool addressed = args.has(4) && !args[4].is_none();
  if (addressed) COIL_CHECK(read_address_reenter(vm, socket, args[4], "sendmsg", &address));
  std::vector<iovec> vectors(buffers->size);
  COIL_TRY(ssize_t count, transfer_reenter(vm, socket, POLLOUT, deadline_of(socket), flags, [&]() -> Result<ssize_t> {
             for (size_t i = 0; i < vectors.size(); i++) {
               COIL_TRY(ByteSpan bytes, require_bytes(vm, buffers->items()[i]));
               vectors[i] = {const_cast<uint8_t*>(bytes.data), bytes.size};
             }
             msghdr message{};
             if (addressed) {
               message.msg_name = address.get();
               message.msg_namelen = address.length;
             }
             message.msg_iov = vectors.data();
             message.msg_iovlen = vectors.size();
             message.msg_control = control.empty() ? nullptr : control.data();
             message.msg_controllen = control.size();
             return ::sendmsg(socket->descriptor, &message, flags | MSG_DONTWAIT | MSG_NOSIGNAL);
           }));
  return Value::small_int(count);
}

// -- receiving

/// What follows the data in the results of recvmsg and recvmsg_into.
struct Received {
  std::vector<char> control;
  SocketAddress from{};
  msghdr message{};
};

Result<size_t> control_size_reenter(Vm& vm, Args args) {
  if (!args.has(2)) return size_t{0};
  COIL_TRY(int64_t size, ssize_from_reenter(vm, args[2]));
  if (size < 0 || size > INT_MAX) return raise_value_error(vm, "invalid ancillary data buffer length");
  return static_cast<size_t>(size);
}

/// `prepare` fills the vectors anew before each try.
template <class Prepare>
Result<ssize_t> receive_message_reenter(Vm& vm, Args args, std::vector<iovec>& vectors, Received& received, Prepare prepare) {
  COIL_TRY(size_t control_size, control_size_reenter(vm, args));
  COIL_TRY(int flags, args.has(3) ? parsed_int_reenter(vm, args[3]) : Result<int>(0));
  received.control.resize(control_size);
  auto* socket = args[0].as<SocketObject>();
  return transfer_reenter(vm, socket, POLLIN, deadline_of(socket), flags, [&]() -> Result<ssize_t> {
    COIL_CHECK(prepare());
    received.message = {};
    received.message.msg_name = received.from.get();
    received.message.msg_namelen = sizeof received.from.storage;
    received.message.msg_iov = vectors.data();
    received.message.msg_iovlen = vectors.size();
    received.message.msg_control = control_size ? received.control.data() : nullptr;
    received.message.msg_controllen = control_size;
    return ::recvmsg(socket->descriptor, &received.message, flags | MSG_DONTWAIT);
  });
}

Result<Value> message_result(Vm& vm, Value data, Received& received) {
  COIL_TRY(List* items, received_items(vm, received.message));
  received.from.length = received.message.msg_namelen;
  COIL_TRY(Value address, make_address(vm, received.from));
  return make_tuple(vm, {data, Value(items), Value::small_int(received.message.msg_flags & ~MSG_DONTWAIT), address});
}

NATIVE(socket_recvmsg, "recvmsg(self, bufsize, ancbufsize=0, flags=0, /) counted", "One message: data, ancillary data, flags and the sender's address.") {
  COIL_TRY(int64_t size, ssize_from_reenter(vm, args[1]));
  if (size < 0) return raise_value_error(vm, "negative buffer size in recvmsg()");
  auto capacity = static_cast<size_t>(size);
  std::unique_ptr<char[]> buffer(new (std::nothrow) char[std::max<size_t>(capacity, 1)]);
  if (!buffer) return raise_memory_error(vm);
  std::vector<iovec> vectors{{buffer.get(), capacity}};
  Received received;
  COIL_TRY(ssize_t count, receive_message_reenter(vm, args, vectors, received, [] { return ok(); }));
  COIL_TRY(Bytes* data, new_bytes(vm, buffer.get(), static_cast<size_t>(count)));
  return message_result(vm, Value(data), received);
}

NATIVE(socket_recvmsg_into, "recvmsg_into(self, buffers, ancbufsize=0, flags=0, /) counted",
       "One message into several buffers: number of bytes, ancillary data, flags and the sender's address.") {
  COIL_TRY(List* buffers, list_argument_reenter(vm, args[1], "recvmsg_into() argument 1 must be an iterable"));
  if (buffers->size > kMaxVectors) return raise(vm, Exc::OSError, "recvmsg_into() argument 1 is too long");
  std::vector<iovec> vectors(buffers->size);
  auto prepare = [&]() -> Result<void> {
    for (size_t i = 0; i < vectors.size(); i++) {
      Result<ByteSpan> span = require_writable_bytes(vm, buffers->items()[i], "argument");
      if (!span) return explain_type_error(vm, "recvmsg_into() argument 1 must be an iterable of single-segment read-write buffers");
      vectors[i] = {const_cast<uint8_t*>((*span).data), (*span).size};
    }
    return ok();
  };
  COIL_CHECK(prepare());
  Received received;
  COIL_TRY(ssize_t count, receive_message_reenter(vm, args, vectors, received, prepare));
  return message_result(vm, Value::small_int(count), received);
}

// -- sizes

Result<size_t> item_size_reenter(Vm& vm, Value value, const char* function) {
  COIL_TRY(int64_t size, ssize_from_reenter(vm, value));
  if (size < 0 || size > INT_MAX - static_cast<int64_t>(CMSG_SPACE(0))) return raise(vm, Exc::OverflowError, "%s() argument out of range", function);
  return static_cast<size_t>(size);
}
NATIVE(cmsg_len, "CMSG_LEN(length, /) counted", "The length of an ancillary data item with so many bytes, without padding behind it.") {
  COIL_TRY(size_t size, item_size_reenter(vm, args[0], "CMSG_LEN"));
  return Value::small_int(static_cast<int64_t>(CMSG_LEN(size)));
}
NATIVE(cmsg_space, "CMSG_SPACE(length, /) counted", "The room that an ancillary data item with so many bytes takes, with padding.") {
  COIL_TRY(size_t size, item_size_reenter(vm, args[0], "CMSG_SPACE"));
  return Value::small_int(static_cast<int64_t>(CMSG_SPACE(size)));
}

}  // namespace

const NativeSpec* const kSocketMessageMethods[3] = {&socket_sendmsg_spec, &socket_recvmsg_spec, &socket_recvmsg_into_spec};
const NativeSpec* const kSocketMessageFunctions[2] = {&cmsg_len_spec, &cmsg_space_spec};

}  // namespace coil
