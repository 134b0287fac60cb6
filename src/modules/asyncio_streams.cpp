// The usual way of bytes through stdlib/asyncio/streams.py and the socket transports of selector_events.py: receiving, reading a line or a block, sending.
// State stays in the attributes of the language objects. Whatever is unusual (an error, an end, a full buffer, a class with methods of its own) is left
// to the code in the language, which knows every case.
#include <cerrno>
#include <cstring>

#include "modules/asyncio_operations.hpp"
#include "modules/socket.hpp"
#include "objects/buffer.hpp"
#include "objects/exception.hpp"
#include "objects/str.hpp"

namespace coil {

namespace {

PlainMethods g_plain_reader, g_plain_protocol, g_plain_writer, g_plain_transport;

struct {
  AttrSite bytes, start, eof, waiter, exception, limit, paused, searched, loop;
} g_reader;
struct {
  AttrSite reader, paused, lost;
} g_protocol;
struct {
  AttrSite transport, protocol, reader;
} g_writer;
struct {
  AttrSite sock, protocol, buffered, lost, buffer, eof, empty_waiter, closing;
} g_transport;

Result<bool> is_true_reenter(Vm& vm, Value object, AttrSite& site) {
  COIL_TRY(Value value, site.get_reenter(vm, object));
  return truthy_reenter(vm, value);
}

// -- reading

/// What a reader has received: `array` without its first `start` bytes, which were read. They are cut off only now and then, so that
/// reading many lines out of a large buffer does not move the rest each time.
struct Received {
  ByteArray* array = nullptr;  // nullptr: the function itself has to look
  size_t start = 0;
  size_t size() const { return array->size - start; }
  const uint8_t* data() const { return bytearray_span(array).data + start; }
};

Result<void> set_start_reenter(Vm& vm, Value reader, size_t start) { return g_reader.start.set_reenter(vm, reader, Value::small_int(static_cast<int64_t>(start))); }

/// Of a reader that C++ code may read from.
Result<Received> received_reenter(Vm& vm, Value reader) {
  if (!g_plain_reader.has(reader)) return Received{};
  COIL_TRY(Value exception, g_reader.exception.get_reenter(vm, reader));
  COIL_TRY(Value start, g_reader.start.get_reenter(vm, reader));
  COIL_TRY(Value bytes, g_reader.bytes.get_reenter(vm, reader));
  if (!exception.is_none() || !is_exact(bytes, Kind::ByteArray) || bytes.as<ByteArray>()->exports || !start.is_small_int()) return Received{};
  auto* array = bytes.as<ByteArray>();
  if (start.small_int() < 0 || static_cast<size_t>(start.small_int()) > array->size) return Received{};
  return Received{array, static_cast<size_t>(start.small_int())};
}

/// Cuts off what was read.
Result<void> settle_reenter(Vm& vm, Value reader, Received& received) {
  size_t rest = received.size();
  if (rest && received.start) std::memmove(received.array->buffer->data(), received.data(), rest);
  COIL_CHECK(bytearray_resize(vm, received.array, rest));
  received.start = 0;
  return set_start_reenter(vm, reader, 0);
}

/// The next bytes, which count as read.
Result<Value> take_reenter(Vm& vm, Value reader, Received received, size_t size) {
  constexpr size_t kWorthMoving = 4096;
  COIL_TRY(Bytes* taken, new_bytes(vm, received.data(), size));
  received.start += size;
  bool settles = received.size() == 0 || (received.start >= kWorthMoving && received.start >= received.size());
  COIL_CHECK(settles ? settle_reenter(vm, reader, received) : set_start_reenter(vm, reader, received.start));
  COIL_TRY(bool paused, is_true_reenter(vm, reader, g_reader.paused));
  if (paused) COIL_CHECK(call_method_reenter(vm, reader, intern(vm, "_maybe_resume_transport"), {}));
  return Value(taken);
}

enum class Found { Whole, Partial, Unusual };

struct Answer {
  Found found;
  size_t size;
};

/// Where the first line ends. What was searched in vain is not searched again.
Result<Answer> find_line_reenter(Vm& vm, Value reader, const Received& received, Value) {
  COIL_TRY(Value searched, g_reader.searched.get_reenter(vm, reader));
  COIL_TRY(Value limit, g_reader.limit.get_reenter(vm, reader));
  if (!searched.is_small_int() || !limit.is_small_int() || searched.small_int() < 0) return Answer{Found::Unusual, 0};
  size_t size = received.size();
  size_t begin = std::min(static_cast<size_t>(searched.small_int()), size);
  const void* end = size > begin ? std::memchr(received.data() + begin, '\n', size - begin) : nullptr;
  size_t before = end ? static_cast<size_t>(static_cast<const uint8_t*>(end) - received.data()) : size;
  if (!end) COIL_CHECK(g_reader.searched.set_reenter(vm, reader, Value::small_int(static_cast<int64_t>(before))));
  if (static_cast<int64_t>(before) > limit.small_int()) return Answer{Found::Unusual, 0};
  return end ? Answer{Found::Whole, before + 1} : Answer{Found::Partial, 0};
}

Result<Answer> find_exactly_reenter(Vm&, Value, const Received& received, Value count) {
  if (!count.is_small_int() || count.small_int() <= 0) return Answer{Found::Unusual, 0};
  auto size = static_cast<size_t>(count.small_int());
  return received.size() >= size ? Answer{Found::Whole, size} : Answer{Found::Partial, 0};
}

Result<Answer> find_some_reenter(Vm&, Value, const Received& received, Value limit) {
  if (!limit.is_small_int() || limit.small_int() <= 0) return Answer{Found::Unusual, 0};
  size_t size = std::min(received.size(), static_cast<size_t>(limit.small_int()));
  return size ? Answer{Found::Whole, size} : Answer{Found::Partial, 0};
}

/// How an operation searches the buffer, and the method of StreamReader that tells what it answers when it may not wait (None: it has to wait after all).
struct ReadKind {
  const AsyncOp* op;
  Result<Answer> (*find_reenter)(Vm&, Value reader, const Received&, Value argument);
  const char* without_waiting;
};

/// A future for the next bytes; Frame when the function itself has to look.
DelegateStep wait_for_data_reenter(Vm& vm, const ReadKind& kind, Value reader, Value argument, bool again, Value* reg) {
  Result<Value> waiter = g_reader.waiter.get_reenter(vm, reader);
  if (!waiter) return step_raised();
  Result<bool> paused = is_true_reenter(vm, reader, g_reader.paused);
  if (!paused) return step_raised();
  if (!again && (*paused || !(*waiter).is_none())) return {Delegate::Frame, {}};
  if (*paused && !call_method_reenter(vm, reader, intern(vm, "_resume_transport"), {})) return step_raised();
  Result<Value> loop = g_reader.loop.get_reenter(vm, reader);
  Result<Future*> future = loop ? new_future_of_reenter(vm, *loop) : Result<Future*>(Error{});
  if (!future || !g_reader.waiter.set_reenter(vm, reader, Value(*future))) return step_raised();
  return wait_on(vm, kind.op, reader, argument, *future, reg);
}

DelegateStep begin_read_reenter(Vm& vm, const ReadKind& kind, Value reader, Value argument, Value* reg) {
  Result<Received> received = received_reenter(vm, reader);
  if (!received) return step_raised();
  if (!(*received).array) return {Delegate::Frame, {}};
  if (kind.op == &kStreamLineOp && !g_reader.searched.set_reenter(vm, reader, Value::small_int(0))) return step_raised();
  Result<Answer> answer = kind.find_reenter(vm, reader, *received, argument);
  if (!answer) return step_raised();
  if ((*answer).found == Found::Whole) return step_of(take_reenter(vm, reader, *received, (*answer).size));
  Result<bool> at_end = is_true_reenter(vm, reader, g_reader.eof);
  if (!at_end) return step_raised();
  if ((*answer).found == Found::Unusual || *at_end) return {Delegate::Frame, {}};
  return wait_for_data_reenter(vm, kind, reader, argument, false, reg);
}

/// Lets the language's code answer. Nothing: it has to wait.
Result<Value> ask_reader_reenter(Vm& vm, const ReadKind& kind, Value reader, Value argument) {
  Str* method = intern(vm, kind.without_waiting);
  COIL_TRY(Value answer, argument ? call_method_reenter(vm, reader, method, {argument}) : call_method_reenter(vm, reader, method, {}));
  return answer;
}

DelegateStep resume_read_reenter(Vm& vm, const ReadKind& kind, const Wait& wait, Value* reg) {
  Value reader = wait.self;
  bool good = wait_succeeded(vm, wait.future);
  Value raised = good ? Value() : clear_pending(vm);
  if (!g_reader.waiter.set_reenter(vm, reader, none())) return step_raised();
  if (!good) {
    (void)raise_exception(vm, raised);
    return step_raised();
  }
  Result<Received> received = received_reenter(vm, reader);
  if (!received) return step_raised();
  Result<Answer> answer = (*received).array ? kind.find_reenter(vm, reader, *received, wait.argument) : Result<Answer>(Answer{Found::Unusual, 0});
  Result<bool> at_end = answer ? is_true_reenter(vm, reader, g_reader.eof) : Result<bool>(Error{});
  if (!at_end) return step_raised();
  if ((*answer).found == Found::Whole) return step_of(take_reenter(vm, reader, *received, (*answer).size));
  if ((*answer).found == Found::Unusual || *at_end) {
    Result<Value> told = ask_reader_reenter(vm, kind, reader, wait.argument);
    if (!told || !(*told).is_none()) return step_of(told);
  }
  return wait_for_data_reenter(vm, kind, reader, wait.argument, true, reg);
}

const ReadKind kLine{&kStreamLineOp, find_line_reenter, "_line_without_waiting"};
const ReadKind kExactly{&kStreamExactlyOp, find_exactly_reenter, "_exactly_without_waiting"};
const ReadKind kSome{&kStreamReadOp, find_some_reenter, "_some_without_waiting"};

DelegateStep begin_line(Vm& vm, const Value* args, size_t, Value* reg) { return begin_read_reenter(vm, kLine, args[0], {}, reg); }
DelegateStep resume_line(Vm& vm, const Wait& wait, Value* reg) { return resume_read_reenter(vm, kLine, wait, reg); }
DelegateStep begin_exactly(Vm& vm, const Value* args, size_t, Value* reg) { return begin_read_reenter(vm, kExactly, args[0], args[1], reg); }
DelegateStep resume_exactly(Vm& vm, const Wait& wait, Value* reg) { return resume_read_reenter(vm, kExactly, wait, reg); }
DelegateStep begin_some(Vm& vm, const Value* args, size_t count, Value* reg) {
  return count > 1 ? begin_read_reenter(vm, kSome, args[0], args[1], reg) : DelegateStep{Delegate::Frame, {}};
}
DelegateStep resume_some(Vm& vm, const Wait& wait, Value* reg) { return resume_read_reenter(vm, kSome, wait, reg); }

// -- receiving

Result<void> wake_reader_reenter(Vm& vm, Value reader, Value waiter) {
  if (waiter.is_none()) return ok();
  COIL_CHECK(g_reader.waiter.set_reenter(vm, reader, none()));
  if (waiter.as<Future>()->state() == FutureState::Cancelled) return ok();
  return future_set_result_reenter(vm, waiter.as<Future>(), none());
}

/// StreamReader.feed_data(); false when that has to be called.
Result<bool> feed_reenter(Vm& vm, Value reader, ByteSpan data) {
  COIL_TRY(Received received, received_reenter(vm, reader));
  if (!received.array) return false;
  COIL_TRY(bool at_end, is_true_reenter(vm, reader, g_reader.eof));
  COIL_TRY(Value waiter, g_reader.waiter.get_reenter(vm, reader));
  COIL_TRY(Value limit, g_reader.limit.get_reenter(vm, reader));
  if (at_end || !(waiter.is_none() || is_future(waiter)) || !limit.is_small_int() || received.array->exports) return false;
  if (received.start) COIL_CHECK(settle_reenter(vm, reader, received));
  size_t before = received.array->size;
  COIL_CHECK(bytearray_resize(vm, received.array, before + data.size));
  std::memcpy(received.array->buffer->data() + before, data.data, data.size);
  COIL_CHECK(wake_reader_reenter(vm, reader, waiter));
  if (static_cast<int64_t>(before + data.size) / 2 > limit.small_int()) COIL_CHECK(call_method_reenter(vm, reader, intern(vm, "_maybe_pause_transport"), {}));
  return true;
}

Result<void> give_to_protocol_reenter(Vm& vm, Value protocol, ByteSpan data) {
  if (g_plain_protocol.has(protocol)) {
    COIL_TRY(Value reader, g_protocol.reader.get_reenter(vm, protocol));
    if (reader.is_none()) return ok();
    COIL_TRY(bool fed, feed_reenter(vm, reader, data));
    if (fed) return ok();
  }
  COIL_TRY(Bytes* bytes, new_bytes(vm, data.data, data.size));
  COIL_CHECK(call_method_reenter(vm, protocol, intern(vm, "data_received"), {Value(bytes)}));
  return ok();
}

/// transport._fatal_error() for the pending exception, unless that one ends the program.
Result<Value> fail_transport_reenter(Vm& vm, Value transport, const char* message) {
  if (pending_matches(vm, Exc::SystemExit) || pending_matches(vm, Exc::KeyboardInterrupt)) return Error{};
  Value exception = clear_pending(vm);
  COIL_TRY(Str* text, new_str(vm, message));
  return call_method_reenter(vm, transport, intern(vm, "_fatal_error"), {exception, Value(text)});
}

NATIVE(socket_read_ready, "_socket_read_ready(transport, /)", "What a socket transport does when there is something to receive.") {
  Value transport = args[0];
  COIL_TRY(bool lost, is_true_reenter(vm, transport, g_transport.lost));
  if (lost) return none();
  COIL_TRY(Value sock, g_transport.sock.get_reenter(vm, transport));
  COIL_TRY(bool buffered, is_true_reenter(vm, transport, g_transport.buffered));
  int descriptor = -1;
  ByteSpan data{};
  ssize_t count = 0;
  if (!buffered && socket_descriptor(sock, &descriptor)) count = receive_now(descriptor, &data);
  if (count < 0) {
    if (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR) return none();
    (void)raise_os_error(vm, errno);
    return fail_transport_reenter(vm, transport, "Fatal read error on socket transport");
  }
  if (count == 0) return call_method_reenter(vm, transport, intern(vm, "_read_ready"), {});
  COIL_TRY(Value protocol, g_transport.protocol.get_reenter(vm, transport));
  if (give_to_protocol_reenter(vm, protocol, data)) return none();
  return fail_transport_reenter(vm, transport, "Fatal error: protocol.data_received() call failed.");
}

// -- sending

/// The socket of a transport that sends at once; -1 when the transport's write() has to look.
Result<int> sending_socket_reenter(Vm& vm, Value transport) {
  if (!g_plain_transport.has(transport)) return -1;
  COIL_TRY(Value lost, g_transport.lost.get_reenter(vm, transport));
  COIL_TRY(Value ended, g_transport.eof.get_reenter(vm, transport));
  COIL_TRY(Value empty_waiter, g_transport.empty_waiter.get_reenter(vm, transport));
  COIL_TRY(Value buffer, g_transport.buffer.get_reenter(vm, transport));
  COIL_TRY(Value sock, g_transport.sock.get_reenter(vm, transport));
  bool usual = lost == Value::small_int(0) && ended == Value::boolean(false) && empty_waiter.is_none() && is_exact(buffer, Kind::ByteArray) &&
               buffer.as<ByteArray>()->size == 0;
  int descriptor = -1;
  return usual && socket_descriptor(sock, &descriptor) ? descriptor : -1;
}

NATIVE(send_at_once, "_send_at_once(transport, data, /)", "transport.write(data) in the usual case, that nothing waits to be sent; whether it was one.") {
  COIL_TRY(int descriptor, sending_socket_reenter(vm, args[0]));
  ByteSpan bytes;
  if (descriptor < 0 || !byte_span(args[1], &bytes) || bytes.size == 0) return Value::boolean(false);
  ssize_t count = send_now(descriptor, bytes);
  if (count == static_cast<ssize_t>(bytes.size)) return Value::boolean(true);
  if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR)) count = 0;
  if (count < 0) {
    (void)raise_os_error(vm, errno);
    COIL_CHECK(fail_transport_reenter(vm, args[0], "Fatal write error on socket transport"));
    return Value::boolean(true);
  }
  COIL_TRY(Bytes* rest, new_bytes(vm, bytes.data + count, bytes.size - static_cast<size_t>(count)));
  COIL_CHECK(call_method_reenter(vm, args[0], intern(vm, "_send_later"), {Value(rest)}));
  return Value::boolean(true);
}

/// StreamWriter.drain() when nothing has to be waited for or told.
Result<bool> needs_no_drain_reenter(Vm& vm, Value writer) {
  if (!g_plain_writer.has(writer)) return false;
  COIL_TRY(Value reader, g_writer.reader.get_reenter(vm, writer));
  COIL_TRY(Value transport, g_writer.transport.get_reenter(vm, writer));
  COIL_TRY(Value protocol, g_writer.protocol.get_reenter(vm, writer));
  if (!g_plain_reader.has(reader) || !g_plain_transport.has(transport) || !g_plain_protocol.has(protocol)) return false;
  COIL_TRY(Value exception, g_reader.exception.get_reenter(vm, reader));
  COIL_TRY(bool closing, is_true_reenter(vm, transport, g_transport.closing));
  COIL_TRY(bool paused, is_true_reenter(vm, protocol, g_protocol.paused));
  COIL_TRY(bool lost, is_true_reenter(vm, protocol, g_protocol.lost));
  return exception.is_none() && !closing && !paused && !lost;
}

DelegateStep begin_drain(Vm& vm, const Value* args, size_t, Value*) {
  Result<bool> nothing = needs_no_drain_reenter(vm, args[0]);
  if (!nothing) return step_raised();
  return *nothing ? step_value(none()) : DelegateStep{Delegate::Frame, {}};
}

// -- the classes

Result<Value> remember(Vm& vm, PlainMethods& methods, Value cls, std::initializer_list<const char*> names) {
  COIL_CHECK(methods.init(vm, cls, names));
  return cls;
}
NATIVE(stream_reader, "_plain_reader(cls, /)", "StreamReader, whose methods the operations stand for.") {
  return remember(vm, g_plain_reader, args[0],
                  {"feed_data", "readuntil", "_wait_for_data", "_take", "_wakeup_waiter", "_maybe_resume_transport", "_maybe_pause_transport"});
}
NATIVE(stream_protocol, "_plain_protocol(cls, /)", "StreamReaderProtocol.") {
  return remember(vm, g_plain_protocol, args[0], {"data_received", "_drain_helper"});
}
NATIVE(stream_writer, "_plain_writer(cls, /)", "StreamWriter.") { return remember(vm, g_plain_writer, args[0], {"drain"}); }
NATIVE(socket_transport, "_plain_transport(cls, /)", "The transport of stream sockets.") {
  return remember(vm, g_plain_transport, args[0], {"write", "is_closing", "_send_later", "_fatal_error"});
}

}  // namespace

const AsyncOp kStreamLineOp{"stream_readline", 1, 1, begin_line, resume_line};
const AsyncOp kStreamExactlyOp{"stream_readexactly", 2, 2, begin_exactly, resume_exactly, nullptr, "_wait_for_data"};
const AsyncOp kStreamReadOp{"stream_read", 1, 2, begin_some, resume_some, nullptr, "_wait_for_data"};
const AsyncOp kStreamDrainOp{"stream_drain", 1, 1, begin_drain, nullptr};

Result<void> init_stream_operations(Vm& vm, Dict* ns) {
  const std::pair<AttrSite*, const char*> sites[] = {
      {&g_reader.bytes, "_bytes"}, {&g_reader.start, "_start"},       {&g_reader.eof, "_eof"},           {&g_reader.waiter, "_waiter"},         {&g_reader.exception, "_exception"},
      {&g_reader.limit, "_limit"},         {&g_reader.paused, "_paused"},     {&g_reader.searched, "_searched"},     {&g_reader.loop, "_loop"},
      {&g_protocol.reader, "_stream_reader"}, {&g_protocol.paused, "_paused"}, {&g_protocol.lost, "_connection_lost"},
      {&g_writer.transport, "_transport"}, {&g_writer.protocol, "_protocol"}, {&g_writer.reader, "_reader"},
      {&g_transport.sock, "_sock"},        {&g_transport.protocol, "_protocol"}, {&g_transport.buffered, "_buffered"}, {&g_transport.lost, "_conn_lost"},
      {&g_transport.buffer, "_buffer"},    {&g_transport.eof, "_eof"},        {&g_transport.empty_waiter, "_empty_waiter"}, {&g_transport.closing, "_closing"}};
  for (auto [site, name] : sites) COIL_CHECK(site->init(vm, name));
  define_functions(vm, ns, "_asyncio",
                   {&stream_reader_spec, &stream_protocol_spec, &stream_writer_spec, &socket_transport_spec, &socket_read_ready_spec, &send_at_once_spec});
  return ok();
}

}  // namespace coil
