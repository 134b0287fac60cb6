// Classes io.BytesIO and io.StringIO: files in memory.
//
// The content is either one immutable `source`, shared with whoever gave it, or the stream's own `buffer`, which the first change makes.
// Views of a BytesIO's buffer pin it through `exports`, so nothing but their reading and writing goes on while one is alive.
#include <algorithm>
#include <cstring>

#include "modules/io.hpp"
#include "modules/support.hpp"
#include "objects/buffer.hpp"
#include "objects/stream.hpp"
#include "objects/text_loops.hpp"

namespace coil {

namespace {

struct MemoryStream : NativeObject {
  Value source;     // exact bytes or str; nothing: see `buffer`
  Buffer* buffer;   // bytes, or characters of one or four bytes; nullptr while empty
  size_t size;      // of the content: bytes or characters
  size_t capacity;  // of the buffer
  size_t position;
  bool ready;       // a StringIO without __init__ refuses everything
  bool closed;
};

struct BytesIo : MemoryStream {
  Value exporter;  // whose views are counted; made by the first getbuffer()
  uint32_t exports;
};

/// What memoryviews of a BytesIO refer to.
struct BytesIoBuffer : NativeObject {
  BytesIo* stream;
};

struct StringIo : MemoryStream {
  Newline newline;
  bool wide;              // characters of the buffer have four bytes
  uint8_t seen_newlines;  // bits of Newlines
};

void trace_stream(MemoryStream* stream, Marker& marker) {
  marker.value(stream->source);
  marker.cell(stream->buffer);
}
const NativeObjectOps kBytesOps{[](Cell* cell, Marker& marker) {
                                  trace_stream(static_cast<BytesIo*>(cell), marker);
                                  marker.value(static_cast<BytesIo*>(cell)->exporter);
                                },
                                nullptr};
const NativeObjectOps kTextOps{[](Cell* cell, Marker& marker) { trace_stream(static_cast<StringIo*>(cell), marker); }, nullptr};
const NativeObjectOps kExporterOps{[](Cell* cell, Marker& marker) { marker.cell(static_cast<BytesIoBuffer*>(cell)->stream); }, nullptr,
                                   [](Cell* cell, BufferInfo* out) {
                                     BytesIo* stream = static_cast<BytesIoBuffer*>(cell)->stream;
                                     *out = {stream->size ? stream->buffer->data() : nullptr, stream->size, 1, 'B', false, &stream->exports};
                                   }};

Class *g_bytes_io, *g_string_io, *g_bytes_io_buffer;

constexpr size_t kMaxBytes = size_t{1} << 46;

// -- both

bool is_text(MemoryStream* stream) { return stream->ops == &kTextOps; }

Result<MemoryStream*> open_stream(Vm& vm, Value self) {
  auto* stream = self.as<MemoryStream>();
  if (!stream->ready) return raise_value_error(vm, "I/O operation on uninitialized object");
  if (stream->closed) return raise_value_error(vm, is_text(stream) ? "I/O operation on closed file" : "I/O operation on closed file.");
  return stream;
}
/// For what CPython's streams inherit, whose message has its full stop in both classes.
Result<MemoryStream*> open_base(Vm& vm, Value self) {
  auto* stream = self.as<MemoryStream>();
  if (stream->closed) return raise_value_error(vm, "I/O operation on closed file.");
  return open_stream(vm, self);
}
Result<BytesIo*> open_bytes(Vm& vm, Value self) {
  COIL_TRY(MemoryStream* stream, open_stream(vm, self));
  return static_cast<BytesIo*>(stream);
}
Result<StringIo*> open_text(Vm& vm, Value self) {
  COIL_TRY(MemoryStream* stream, open_stream(vm, self));
  return static_cast<StringIo*>(stream);
}

/// A size argument; -1 when it is absent or None.
Result<int64_t> optional_size_reenter(Vm& vm, Args args, size_t index, int64_t fallback = -1) {
  if (!args.has(index) || args[index].is_none()) return fallback;
  if (!class_of(args[index])->slots.index) {
    return raise_type_error(vm, "argument should be integer or None, not '%s'", type_name(args[index]));
  }
  return size_int64_reenter(vm, args[index]);
}

/// How much of `size` is there; all when it is negative.
size_t available(MemoryStream* stream, int64_t size) {
  size_t rest = stream->position < stream->size ? stream->size - stream->position : 0;
  return size < 0 ? rest : std::min(rest, static_cast<size_t>(size));
}

size_t grown_capacity(MemoryStream* stream, size_t wanted) { return std::max({wanted, stream->size + stream->size / 2, size_t{32}}); }

void drop_content(MemoryStream* stream) {
  stream->source = {};
  stream->buffer = nullptr;
  stream->size = stream->capacity = stream->position = 0;
}

void set_source(MemoryStream* stream, Value source, size_t size) {
  store(stream, stream->source, source);
  stream->buffer = nullptr;
  stream->capacity = 0;
  stream->size = size;
}

Result<int64_t> whence_reenter(Vm& vm, Args args) {
  if (!args.has(2)) return 0;
  COIL_TRY(int64_t whence, ssize_from_reenter(vm, args[2]));
  if (whence != static_cast<int>(whence)) return raise(vm, Exc::OverflowError, "Python int too large to convert to C int");
  return whence;
}

NATIVE(stream_readable, "readable(self, /)", "True: what is in memory can be read.") {
  COIL_CHECK(open_stream(vm, args[0]));
  return Value::boolean(true);
}
NATIVE(stream_writable, "writable(self, /)", "True: what is in memory can be written.") {
  COIL_CHECK(open_stream(vm, args[0]));
  return Value::boolean(true);
}
NATIVE(stream_seekable, "seekable(self, /)", "True: the position can be changed.") {
  COIL_CHECK(open_stream(vm, args[0]));
  return Value::boolean(true);
}
NATIVE(stream_isatty, "isatty(self, /)", "False: memory is no terminal.") {
  COIL_CHECK(open_base(vm, args[0]));
  return Value::boolean(false);
}
NATIVE(stream_tell, "tell(self, /)", "The position.") {
  COIL_TRY(MemoryStream* stream, open_stream(vm, args[0]));
  return make_int(vm, static_cast<int64_t>(stream->position));
}
NATIVE(stream_fileno, "fileno(self, /)", "Raises UnsupportedOperation: there is no descriptor.") { return raise_unsupported_operation(vm, "fileno"); }
NATIVE(stream_detach, "detach(self, /)", "Raises UnsupportedOperation: there is no stream below.") { return raise_unsupported_operation(vm, "detach"); }
NATIVE(stream_enter, "__enter__(self, /)", "The stream itself.") {
  COIL_CHECK(open_base(vm, args[0]));
  return args[0];
}
NATIVE(stream_exit, "__exit__(self, /, *exc_info)", "Close the stream.") {
  COIL_CHECK(call_method_reenter(vm, args[0], vm.name(Name::k_close), {}));
  return none();
}

Result<Value> get_closed(Vm& vm, Value self) {
  auto* stream = self.as<MemoryStream>();
  if (!stream->ready) return raise_value_error(vm, "I/O operation on uninitialized object");
  return Value::boolean(stream->closed);
}
Result<Value> get_none(Vm&, Value) { return none(); }
Result<Value> get_line_buffering(Vm& vm, Value self) {
  COIL_CHECK(open_stream(vm, self));
  return Value::boolean(false);
}

/// A copy of the attributes for __getstate__, or None.
Result<Value> attributes_of(Vm& vm, Value self) {
  COIL_TRY(Dict* attributes, new_dict(vm));
  COIL_CHECK(copy_instance_attrs(vm, self.cell(), attributes));
  return attributes->used ? Value(attributes) : none();
}

/// The state tuple of __setstate__; its content was taken already.
Result<void> restore_reenter(Vm& vm, Value self, Value position, Value attributes, const char* const (&ordinals)[2]) {
  if (!position.is_int()) return raise_type_error(vm, ordinals[0], type_name(position));
  COIL_TRY(int64_t at, size_int64_reenter(vm, position));
  if (at < 0) return raise_value_error(vm, "position value cannot be negative");
  self.as<MemoryStream>()->position = static_cast<size_t>(at);
  if (attributes.is_none()) return ok();
  if (!attributes.is(Kind::Dict)) return raise_type_error(vm, "%s item of state should be a dict, got a %s", ordinals[1], type_name(attributes));
  COIL_TRY(Value own, instance_dict(vm, self));
  COIL_CHECK(call_method_reenter(vm, own, intern(vm, "update"), {attributes}));
  return ok();
}

// -- BytesIO

const uint8_t* bytes_of(BytesIo* stream) {
  if (stream->source) return stream->source.as<Bytes>()->data;
  return stream->buffer ? stream->buffer->data() : nullptr;
}

/// The stream, when no view pins its content.
Result<BytesIo*> changeable_bytes(Vm& vm, Value self) {
  COIL_TRY(BytesIo* stream, open_bytes(vm, self));
  if (still_exported(stream->exporter, &stream->exports)) {
    return raise(vm, Exc::BufferError, "Existing exports of data: object cannot be re-sized");
  }
  return stream;
}

/// An own buffer with room for so many bytes.
Result<void> reserve_bytes(Vm& vm, BytesIo* stream, size_t wanted) {
  if (!stream->source && wanted <= stream->capacity) return ok();
  if (wanted > kMaxBytes) return raise_memory_error(vm);
  size_t capacity = stream->source ? wanted : grown_capacity(stream, wanted);
  COIL_TRY(Buffer* buffer, new_buffer(vm, capacity));
  if (stream->size) std::memcpy(buffer->data(), bytes_of(stream), stream->size);
  store(stream, stream->buffer, buffer);
  stream->source = {};
  stream->capacity = capacity;
  return ok();
}

Result<size_t> put_bytes(Vm& vm, BytesIo* stream, Value data) {
  COIL_TRY(ByteSpan bytes, require_bytes(vm, data));
  if (!bytes.size) return size_t{0};
  size_t start = stream->position, end = start + bytes.size;  // a position is below 2**63
  if (end > kMaxBytes) return raise_memory_error(vm);
  COIL_CHECK(reserve_bytes(vm, stream, std::max(end, stream->size)));
  if (start > stream->size) std::memset(stream->buffer->data() + stream->size, 0, start - stream->size);
  std::memcpy(stream->buffer->data() + start, bytes.data, bytes.size);
  stream->position = end;
  stream->size = std::max(stream->size, end);
  return bytes.size;
}

Result<Value> take_bytes(Vm& vm, BytesIo* stream, size_t count) {
  if (!count) return Value(vm.empty_bytes);
  size_t start = stream->position;
  stream->position += count;
  if (stream->source && count == stream->size) return stream->source;
  return new_bytes(vm, bytes_of(stream) + start, count);
}

Result<Value> take_bytes_line(Vm& vm, BytesIo* stream, int64_t limit) {
  size_t count = available(stream, limit);
  const uint8_t* start = bytes_of(stream) + stream->position;
  if (count) {
    if (auto* found = static_cast<const uint8_t*>(std::memchr(start, '\n', count))) count = static_cast<size_t>(found + 1 - start);
  }
  return take_bytes(vm, stream, count);
}

Result<Value> bytes_io_make(Vm& vm, Class* cls, Value*, size_t, Tuple*) {
  COIL_TRY(BytesIo* stream, new_native_object<BytesIo>(vm, cls, &kBytesOps));
  stream->ready = true;
  return stream;
}

Result<void> fill_bytes(Vm& vm, BytesIo* stream, Value initial) {
  drop_content(stream);
  stream->closed = false;
  if (!initial || initial.is_none()) return ok();
  if (initial.is(Kind::Bytes) && class_of(initial) == vm.type(Kind::Bytes)) {
    set_source(stream, initial, initial.as<Bytes>()->size);
    return ok();
  }
  COIL_CHECK(put_bytes(vm, stream, initial));
  stream->position = 0;
  return ok();
}

NATIVE(bytes_io_init_native, "BytesIO(self, initial_bytes=b'')", "Bytes in memory as a binary file.") {
  auto* stream = self_as<BytesIo>(args);
  if (still_exported(stream->exporter, &stream->exports)) {
    return raise(vm, Exc::BufferError, "Existing exports of data: object cannot be re-sized");
  }
  COIL_CHECK(fill_bytes(vm, stream, args[1]));
  return none();
}
COIL_INIT_SLOT(bytes_io_init, bytes_io_init_native)

NATIVE(bytes_io_getvalue, "getvalue(self, /)", "All bytes, whatever the position.") {
  COIL_TRY(BytesIo* stream, open_bytes(vm, args[0]));
  if (stream->source) return stream->source;
  return new_bytes(vm, bytes_of(stream), stream->size);
}

NATIVE(bytes_io_getbuffer, "getbuffer(self, /)", "A view of the bytes, through which they can be changed.") {
  COIL_TRY(BytesIo* stream, open_bytes(vm, args[0]));
  COIL_CHECK(reserve_bytes(vm, stream, stream->size));
  if (!stream->exporter) {
    COIL_TRY(auto* exporter, new_native_object<BytesIoBuffer>(vm, g_bytes_io_buffer, &kExporterOps));
    store(exporter, exporter->stream, stream);
    store(stream, stream->exporter, Value(exporter));
  }
  return call_reenter(vm, vm.type(Kind::MemoryView), {stream->exporter});
}

NATIVE(bytes_io_read, "read(self, size=-1, /)", "Read at most size bytes; all when negative or None.") {
  COIL_TRY(int64_t size, optional_size_reenter(vm, args, 1));
  COIL_TRY(BytesIo* stream, open_bytes(vm, args[0]));
  return take_bytes(vm, stream, available(stream, size));
}
NATIVE(bytes_io_read1, "read1(self, size=-1, /)", "Read at most size bytes; all when negative or None.") { return bytes_io_read(vm, args); }

NATIVE(bytes_io_readline, "readline(self, size=-1, /)", "Read until the end of the line; empty at the end of the file.") {
  COIL_TRY(int64_t limit, optional_size_reenter(vm, args, 1));
  COIL_TRY(BytesIo* stream, open_bytes(vm, args[0]));
  return take_bytes_line(vm, stream, limit);
}

NATIVE(bytes_io_readlines, "readlines(self, size=None, /)", "The remaining lines as a list; enough of them for size bytes when it is positive.") {
  int64_t wanted = -1;
  if (args.has(1) && !args[1].is_none()) {
    if (!class_of(args[1])->slots.index) return raise_type_error(vm, "integer argument expected, got '%s'", type_name(args[1]));
    COIL_TRY(wanted, size_int64_reenter(vm, args[1]));
  }
  COIL_TRY(BytesIo* stream, open_bytes(vm, args[0]));
  COIL_TRY(List* lines, new_list(vm));
  size_t start = stream->position;
  while (available(stream, -1)) {
    COIL_TRY(Value line, take_bytes_line(vm, stream, -1));
    COIL_CHECK(list_append(vm, lines, line));
    if (wanted > 0 && stream->position - start >= static_cast<size_t>(wanted)) break;
  }
  return lines;
}

Result<Value> read_bytes_into(Vm& vm, Args args, const char* what) {
  COIL_TRY(ByteSpan out, require_writable_argument(vm, args[1], what));
  COIL_TRY(BytesIo* stream, open_bytes(vm, args[0]));
  size_t count = available(stream, static_cast<int64_t>(out.size));
  // The buffer may be a view of the same stream.
  if (count) std::memmove(const_cast<uint8_t*>(out.data), bytes_of(stream) + stream->position, count);
  stream->position += count;
  return make_int(vm, static_cast<int64_t>(count));
}
NATIVE(bytes_io_readinto, "readinto(self, buffer, /)", "Read into a bytearray or another writable buffer; the number of bytes read.") {
  return read_bytes_into(vm, args, "readinto() argument");
}
NATIVE(bytes_io_readinto1, "readinto1(self, buffer, /)", "Read into a bytearray or another writable buffer; the number of bytes read.") {
  return read_bytes_into(vm, args, "readinto1() argument");
}

NATIVE(bytes_io_write, "write(self, data, /)", "Write the bytes and return their number.") {
  COIL_CHECK(open_bytes(vm, args[0]));
  COIL_CHECK(require_bytes(vm, args[1]));
  COIL_TRY(BytesIo* stream, changeable_bytes(vm, args[0]));
  COIL_TRY(size_t count, put_bytes(vm, stream, args[1]));
  return make_int(vm, static_cast<int64_t>(count));
}

NATIVE(bytes_io_writelines, "writelines(self, lines, /)", "Write each of the bytes-like objects.") {
  COIL_CHECK(open_bytes(vm, args[0]));
  COIL_TRY(Value iterator, iter_reenter(vm, args[1]));
  for (;;) {
    COIL_TRY(Value line, next_reenter(vm, iterator));
    if (line.is_stop()) return none();
    COIL_TRY(BytesIo* stream, changeable_bytes(vm, args[0]));
    COIL_CHECK(put_bytes(vm, stream, line));
  }
}

NATIVE(bytes_io_seek, "seek(self, pos, whence=0, /)", "Change the position: from the start (0), here (1) or the end (2).") {
  COIL_TRY(int64_t offset, ssize_from_reenter(vm, args[1]));
  COIL_TRY(int64_t whence, whence_reenter(vm, args));
  COIL_TRY(BytesIo* stream, open_bytes(vm, args[0]));
  if (whence == 0 && offset < 0) return raise_value_error(vm, "negative seek value %lld", static_cast<long long>(offset));
  if (whence < 0 || whence > 2) return raise_value_error(vm, "invalid whence (%lld, should be 0, 1 or 2)", static_cast<long long>(whence));
  size_t base = whence == 0 ? 0 : whence == 1 ? stream->position : stream->size;
  if (__builtin_add_overflow(offset, static_cast<int64_t>(base), &offset)) return raise(vm, Exc::OverflowError, "new position too large");
  stream->position = static_cast<size_t>(std::max<int64_t>(offset, 0));
  return make_int(vm, static_cast<int64_t>(stream->position));
}

NATIVE(bytes_io_truncate, "truncate(self, size=None, /)", "Cut the content at the position or at size.") {
  COIL_TRY(int64_t size, optional_size_reenter(vm, args, 1, static_cast<int64_t>(self_as<BytesIo>(args)->position)));
  COIL_TRY(BytesIo* stream, changeable_bytes(vm, args[0]));
  if (size < 0) return raise_value_error(vm, "negative size value %lld", static_cast<long long>(size));
  if (static_cast<size_t>(size) < stream->size) {
    COIL_CHECK(reserve_bytes(vm, stream, stream->size));
    stream->size = static_cast<size_t>(size);
  }
  return make_int(vm, size);
}

NATIVE(bytes_io_flush, "flush(self, /)", "Nothing: all that is written is there at once.") {
  COIL_CHECK(open_stream(vm, args[0]));
  return none();
}

NATIVE(bytes_io_close, "close(self, /)", "Close the stream and forget its content.") {
  if (self_as<BytesIo>(args)->closed) return none();
  COIL_TRY(BytesIo* stream, changeable_bytes(vm, args[0]));
  drop_content(stream);
  stream->closed = true;
  return none();
}

NATIVE(bytes_io_getstate, "__getstate__(self, /)", "Content, position and attributes, for pickle.") {
  COIL_TRY(Value content, bytes_io_getvalue(vm, args));
  COIL_TRY(Value attributes, attributes_of(vm, args[0]));
  COIL_TRY(Value position, make_int(vm, static_cast<int64_t>(self_as<BytesIo>(args)->position)));
  return make_tuple(vm, {content, position, attributes});
}

NATIVE(bytes_io_setstate, "__setstate__(self, state, /)", "Take what __getstate__ gave.") {
  if (!args[1].is(Kind::Tuple) || args[1].as<Tuple>()->size < 3) {
    return raise_type_error(vm, "%s.__setstate__ argument should be 3-tuple, got %s", type_name(args[0]), type_name(args[1]));
  }
  auto* state = args[1].as<Tuple>();
  Value window[] = {args[0], state->items[0]};
  COIL_CHECK(bytes_io_init_native(vm, Args{window}));
  COIL_CHECK(restore_reenter(vm, args[0], state->items[1], state->items[2], {"second item of state must be an integer, not %s", "third"}));
  return none();
}

Result<Value> bytes_io_next(Vm& vm, Value self) {
  COIL_TRY(BytesIo* stream, open_bytes(vm, self));
  if (!available(stream, -1)) return Value::stop();
  return take_bytes_line(vm, stream, -1);
}

// -- StringIO

StrView text_of(StringIo* stream) {
  if (stream->source) return view(stream->source);
  return {stream->buffer ? stream->buffer->data() : nullptr, stream->size, stream->wide, false};
}

Result<Value> text_piece(Vm& vm, StringIo* stream, size_t start, size_t end) {
  if (start >= end) return Value(vm.empty_str);
  if (stream->source) return substring(vm, stream->source.as<Str>(), start, end);
  StrView text = text_of(stream);
  if (text.wide) return new_str_chars(vm, text.chars() + start, end - start);
  return new_str_latin1(vm, text.narrow() + start, end - start);
}

/// An own buffer with room for so many characters, of four bytes if asked for.
Result<void> reserve_text(Vm& vm, StringIo* stream, size_t wanted, bool wide) {
  StrView old = text_of(stream);
  wide |= old.wide;
  if (!stream->source && wanted <= stream->capacity && wide == stream->wide) return ok();
  if (wanted > kMaxStrLength) return raise_memory_error(vm);
  size_t capacity = stream->source ? wanted : grown_capacity(stream, wanted);
  COIL_TRY(Buffer* buffer, new_buffer(vm, capacity * (wide ? sizeof(Char) : 1)));
  if (wide && !old.wide) widen_chars(reinterpret_cast<Char*>(buffer->data()), old.narrow(), old.length);
  else if (old.length) std::memcpy(buffer->data(), old.data, old.length * (wide ? sizeof(Char) : 1));
  store(stream, stream->buffer, buffer);
  stream->source = {};
  stream->capacity = capacity;
  stream->wide = wide;
  return ok();
}

void copy_into_text(StringIo* stream, size_t at, const StrView& text) {
  uint8_t* data = stream->buffer->data();
  if (!stream->wide) std::memcpy(data + at, text.data, text.length);
  else if (text.wide) std::memcpy(data + at * sizeof(Char), text.data, text.length * sizeof(Char));
  else widen_chars(reinterpret_cast<Char*>(data) + at, text.narrow(), text.length);
}

Result<void> put_text(Vm& vm, StringIo* stream, Str* str) {
  StrView text = view(str);
  size_t start = stream->position, end = start + text.length;  // a position is below 2**63
  if (end > static_cast<size_t>(INT64_MAX)) return raise(vm, Exc::OverflowError, "new position too large");
  if (end > static_cast<size_t>(INT64_MAX) / sizeof(Char)) return raise(vm, Exc::OverflowError, "new buffer size too large");
  COIL_CHECK(reserve_text(vm, stream, std::max(end, stream->size), text.wide));
  if (start > stream->size) {
    size_t width = stream->wide ? sizeof(Char) : 1;
    std::memset(stream->buffer->data() + stream->size * width, 0, (start - stream->size) * width);
  }
  copy_into_text(stream, start, text);
  stream->position = end;
  stream->size = std::max(stream->size, end);
  return ok();
}

/// Text with its line ends as the stream keeps them.
Result<Str*> translated(Vm& vm, StringIo* stream, Str* str) {
  if (stream->newline == Newline::Lf) return str;
  static constexpr std::string_view kEnds[] = {"\n", "", "", "\r", "\r\n"};  // by Newline
  std::string_view end = kEnds[static_cast<int>(stream->newline)];
  bool reads = stream->newline == Newline::Universal || stream->newline == Newline::Keep;
  StrView text = view(str);
  StrBuilder out(vm);
  size_t copied = 0;
  for (size_t i = 0; i < text.length; i++) {
    Char c = text[i];
    if (c != '\n' && !(reads && c == '\r')) continue;
    size_t length = c == '\r' && i + 1 < text.length && text[i + 1] == '\n' ? 2 : 1;
    if (reads) stream->seen_newlines |= length == 2 ? kSeenCrLf : c == '\r' ? kSeenCr : kSeenLf;
    if (stream->newline == Newline::Universal ? c == '\r' : stream->newline != Newline::Keep) {
      out.add_range(text, copied, i);
      out.add(end);
      copied = i + length;
    }
    i += length - 1;
  }
  if (!copied) return str;
  out.add_range(text, copied, text.length);
  return out.finish();
}

/// Where the line ends that begins at `start`: behind its line end, or at `limit`.
size_t text_line_end(StringIo* stream, size_t start, size_t limit) {
  StrView text = text_of(stream);
  if (stream->newline == Newline::Keep) {
    for (size_t i = start; i < limit; i++) {
      if (text[i] == '\n') return i + 1;
      if (text[i] == '\r') return i + 1 < limit && text[i + 1] == '\n' ? i + 2 : i + 1;
    }
    return limit;
  }
  if (stream->newline == Newline::CrLf) {
    size_t found = find_text(text, {"\r\n", 2, false, true}, start, limit);
    return found == kNotFound ? limit : found + 2;
  }
  Char end = stream->newline == Newline::Cr ? '\r' : '\n';
  if (text.wide) return std::min(static_cast<size_t>(std::find(text.chars() + start, text.chars() + limit, end) - text.chars()) + 1, limit);
  auto* found = static_cast<const uint8_t*>(std::memchr(text.narrow() + start, static_cast<int>(end), limit - start));
  return found ? static_cast<size_t>(found + 1 - text.narrow()) : limit;
}

Result<Value> take_text(Vm& vm, StringIo* stream, size_t count) {
  if (!count) return Value(vm.empty_str);
  size_t start = stream->position;
  stream->position += count;
  return text_piece(vm, stream, start, start + count);
}
Result<Value> take_text_line(Vm& vm, StringIo* stream, int64_t limit) {
  size_t count = available(stream, limit), start = stream->position;
  return take_text(vm, stream, count ? text_line_end(stream, start, start + count) - start : 0);
}

Result<Value> string_io_make(Vm& vm, Class* cls, Value*, size_t, Tuple*) { return new_native_object<StringIo>(vm, cls, &kTextOps); }

NATIVE(string_io_init_native, "StringIO(self, initial_value='', newline='\\n')", "Text in memory as a text file.") {
  auto* stream = self_as<StringIo>(args);
  Newline newline = Newline::Lf;
  if (args.has(2) && !args[2].is_none() && !args[2].is(Kind::Str)) {
    return raise_type_error(vm, "newline must be str or None, not %s", type_name(args[2]));
  }
  if (args.has(2) && !newline_from(args[2], &newline)) {
    COIL_TRY(Str* shown, repr_reenter(vm, args[2]));
    return raise_value_error(vm, "illegal newline value: %s", str_utf8(shown).c_str());
  }
  Value initial = args.get(1, none());
  if (!initial.is_none() && !initial.is(Kind::Str)) {
    return raise_type_error(vm, "initial_value must be str or None, not %s", type_name(initial));
  }
  drop_content(stream);
  stream->newline = newline;
  stream->wide = false;
  stream->seen_newlines = 0;
  stream->closed = false;
  stream->ready = true;
  if (initial.is_none()) return none();
  COIL_TRY(Str* text, translated(vm, stream, initial.as<Str>()));
  COIL_TRY(text, exact_str(vm, text));
  if (text->length) set_source(stream, text, text->length);
  return none();
}
COIL_INIT_SLOT(string_io_init, string_io_init_native)

NATIVE(string_io_getvalue, "getvalue(self, /)", "All text, whatever the position.") {
  COIL_TRY(StringIo* stream, open_text(vm, args[0]));
  return text_piece(vm, stream, 0, stream->size);
}

NATIVE(string_io_read, "read(self, size=-1, /)", "Read at most size characters; all when negative or None.") {
  COIL_TRY(int64_t size, optional_size_reenter(vm, args, 1));
  COIL_TRY(StringIo* stream, open_text(vm, args[0]));
  return take_text(vm, stream, available(stream, size));
}

NATIVE(string_io_readline, "readline(self, size=-1, /)", "Read until the end of the line; empty at the end of the file.") {
  COIL_TRY(int64_t limit, optional_size_reenter(vm, args, 1));
  COIL_TRY(StringIo* stream, open_text(vm, args[0]));
  return take_text_line(vm, stream, limit);
}

NATIVE(string_io_readlines, "readlines(self, hint=-1, /)", "The remaining lines as a list; enough of them for hint characters when it is positive.") {
  COIL_TRY(int64_t hint, optional_size_reenter(vm, args, 1));
  COIL_CHECK(open_base(vm, args[0]));
  COIL_TRY(List* lines, new_list(vm));
  COIL_TRY(Value iterator, iter_reenter(vm, args[0]));
  for (int64_t total = 0; hint <= 0 || total <= hint;) {
    COIL_TRY(Value line, next_reenter(vm, iterator));
    if (line.is_stop()) break;
    COIL_CHECK(list_append(vm, lines, line));
    if (hint <= 0) continue;
    COIL_TRY(int64_t length, len_reenter(vm, line));
    total += length;
  }
  return lines;
}

NATIVE(string_io_write, "write(self, s, /)", "Write the text and return the number of characters.") {
  if (!args[1].is(Kind::Str)) return raise_type_error(vm, "string argument expected, got '%s'", type_name(args[1]));
  COIL_CHECK(write_memory_text(vm, args[0], args[1].as<Str>()));
  return Value::small_int(args[1].as<Str>()->length);
}

NATIVE(string_io_writelines, "writelines(self, lines, /)", "Write each of the lines.") {
  COIL_CHECK(open_base(vm, args[0]));
  COIL_TRY(Value iterator, iter_reenter(vm, args[1]));
  for (;;) {
    COIL_TRY(Value line, next_reenter(vm, iterator));
    if (line.is_stop()) return none();
    COIL_CHECK(call_method_reenter(vm, args[0], vm.name(Name::k_write), {line}));
  }
}

NATIVE(string_io_seek, "seek(self, pos, whence=0, /)", "Change the position: to pos (0), nowhere (1) or to the end (2).") {
  COIL_TRY(int64_t offset, ssize_from_reenter(vm, args[1]));
  COIL_TRY(int64_t whence, whence_reenter(vm, args));
  COIL_TRY(StringIo* stream, open_text(vm, args[0]));
  if (whence < 0 || whence > 2) return raise_value_error(vm, "Invalid whence (%lld, should be 0, 1 or 2)", static_cast<long long>(whence));
  if (whence == 0 && offset < 0) return raise_value_error(vm, "Negative seek position %lld", static_cast<long long>(offset));
  if (whence != 0 && offset != 0) return raise(vm, Exc::OSError, "Can't do nonzero cur-relative seeks");
  if (whence == 0) stream->position = static_cast<size_t>(offset);
  if (whence == 2) stream->position = stream->size;
  return make_int(vm, static_cast<int64_t>(stream->position));
}

NATIVE(string_io_truncate, "truncate(self, pos=None, /)", "Cut the content at the position or at pos.") {
  COIL_TRY(int64_t size, optional_size_reenter(vm, args, 1, static_cast<int64_t>(self_as<StringIo>(args)->position)));
  COIL_TRY(StringIo* stream, open_text(vm, args[0]));
  if (size < 0) return raise_value_error(vm, "Negative size value %lld", static_cast<long long>(size));
  if (static_cast<size_t>(size) < stream->size) {
    COIL_CHECK(reserve_text(vm, stream, stream->size, false));
    stream->size = static_cast<size_t>(size);
  }
  return make_int(vm, size);
}

NATIVE(string_io_flush, "flush(self, /)", "Nothing: all that is written is there at once.") { return none(); }

NATIVE(string_io_close, "close(self, /)", "Close the stream and forget its content.") {
  drop_content(self_as<StringIo>(args));
  self_as<StringIo>(args)->closed = true;
  return none();
}

NATIVE(string_io_getstate, "__getstate__(self, /)", "Content, newline, position and attributes, for pickle.") {
  COIL_TRY(Value content, string_io_getvalue(vm, args));
  COIL_TRY(Value attributes, attributes_of(vm, args[0]));
  auto* stream = self_as<StringIo>(args);
  static constexpr const char* kNewlines[] = {nullptr, "", "\n", "\r", "\r\n"};  // by Newline
  const char* newline = kNewlines[static_cast<int>(stream->newline)];
  COIL_TRY(Value position, make_int(vm, static_cast<int64_t>(stream->position)));
  return make_tuple(vm, {content, newline ? Value(intern(vm, newline)) : none(), position, attributes});
}

NATIVE(string_io_setstate, "__setstate__(self, state, /)", "Take what __getstate__ gave.") {
  if (!args[1].is(Kind::Tuple) || args[1].as<Tuple>()->size < 4) {
    return raise_type_error(vm, "%s.__setstate__ argument should be 4-tuple, got %s", type_name(args[0]), type_name(args[1]));
  }
  auto* state = args[1].as<Tuple>();
  Value window[] = {args[0], state->items[0], state->items[1]};
  COIL_CHECK(string_io_init_native(vm, Args{window}));
  if (state->items[0].is(Kind::Str)) {
    // As it is: its line ends were translated when it was written.
    COIL_TRY(Str* text, exact_str(vm, state->items[0].as<Str>()));
    set_source(self_as<StringIo>(args), text, text->length);
  }
  COIL_CHECK(restore_reenter(vm, args[0], state->items[2], state->items[3], {"third item of state must be an integer, got %s", "fourth"}));
  return none();
}

Result<Value> string_io_iter(Vm& vm, Value self) {
  COIL_CHECK(open_base(vm, self));
  return self;
}

Result<Value> string_io_next(Vm& vm, Value self) {
  COIL_TRY(StringIo* stream, open_text(vm, self));
  if (class_of(self) == g_string_io) {
    if (!available(stream, -1)) return Value::stop();
    return take_text_line(vm, stream, -1);
  }
  static Str* const readline = intern(vm, "readline");
  COIL_TRY(Value line, call_method_reenter(vm, self, readline, {}));
  if (!line.is(Kind::Str)) return raise(vm, Exc::OSError, "readline() should have returned a str object, not '%s'", type_name(line));
  return line.as<Str>()->length ? line : Value::stop();
}

Result<Value> get_newlines(Vm& vm, Value self) {
  COIL_TRY(StringIo* stream, open_text(vm, self));
  return newlines_tuple(vm, stream->seen_newlines);
}

constexpr GetSetSpec kDict{"__dict__", instance_dict, nullptr, "Attributes."};
constexpr GetSetSpec kClosed{"closed", get_closed, nullptr, "True when the stream is closed."};
constexpr GetSetSpec kNewlinesSeen{"newlines", get_newlines, nullptr, "Line ends seen in what was written."};
constexpr GetSetSpec kLineBuffering{"line_buffering", get_line_buffering, nullptr, "False: there is nothing to write through to."};
constexpr GetSetSpec kEncoding{"encoding", get_none, nullptr, "None: the text is not encoded."};
constexpr GetSetSpec kErrors{"errors", get_none, nullptr, "None: the text is not encoded."};

}  // namespace

bool is_memory_text(Value value) { return g_string_io && value.is(Kind::NativeObject) && class_of(value) == g_string_io; }

Result<void> write_memory_text(Vm& vm, Value self, Str* text) {
  COIL_TRY(StringIo* stream, open_text(vm, self));
  if (!text->length) return ok();
  COIL_TRY(text, translated(vm, stream, text));
  return put_text(vm, stream, text);
}

Result<void> define_memory_streams(Vm& vm, Dict* ns) {
  COIL_TRY(g_bytes_io_buffer, new_module_class<BytesIoBuffer>(vm, "_BytesIOBuffer", "_io", "What views of a BytesIO refer to."));
  g_bytes_io_buffer->slots.make = nullptr;
  define_class(vm, g_bytes_io_buffer, {}, {});
  COIL_TRY(Class* bytes, new_module_class<BytesIo>(vm, "BytesIO", "_io", "Bytes in memory as a binary file.", kClassHasDict | kClassHasWeakRef));
  bytes->native_name = "_io.BytesIO";
  bytes->slots.make = bytes_io_make;
  bytes->slots.init = bytes_io_init;
  bytes->slots.iter = iter_is_self;
  bytes->slots.next = bytes_io_next;
  define_class(vm, bytes,
               {FN(bytes_io_read), FN(bytes_io_read1), FN(bytes_io_readline), FN(bytes_io_readlines), FN(bytes_io_readinto), FN(bytes_io_readinto1),
                FN(bytes_io_write), FN(bytes_io_writelines), FN(bytes_io_getvalue), FN(bytes_io_getbuffer), FN(bytes_io_seek), FN(bytes_io_truncate),
                FN(bytes_io_flush), FN(bytes_io_close), FN(bytes_io_getstate), FN(bytes_io_setstate), FN(stream_readable), FN(stream_writable),
                FN(stream_seekable), FN(stream_isatty), FN(stream_tell), FN(stream_fileno), FN(stream_detach), FN(stream_enter), FN(stream_exit)},
               {&kClosed, &kDict});
  g_bytes_io = bytes;
  COIL_TRY(Class* text, new_module_class<StringIo>(vm, "StringIO", "_io", "Text in memory as a text file.", kClassHasDict | kClassHasWeakRef));
  text->native_name = "_io.StringIO";
  text->slots.make = string_io_make;
  text->slots.init = string_io_init;
  text->slots.iter = string_io_iter;
  text->slots.next = string_io_next;
  define_class(vm, text,
               {FN(string_io_read), FN(string_io_readline), FN(string_io_readlines), FN(string_io_write), FN(string_io_writelines),
                FN(string_io_getvalue), FN(string_io_seek), FN(string_io_truncate), FN(string_io_flush), FN(string_io_close), FN(string_io_getstate),
                FN(string_io_setstate), FN(stream_readable), FN(stream_writable), FN(stream_seekable), FN(stream_isatty), FN(stream_tell),
                FN(stream_fileno), FN(stream_detach), FN(stream_enter), FN(stream_exit)},
               {&kClosed, &kDict, &kNewlinesSeen, &kLineBuffering, &kEncoding, &kErrors});
  g_string_io = text;
  COIL_CHECK(dict_set_str(vm, ns, bytes->name, bytes));
  return dict_set_str(vm, ns, text->name, text);
}

}  // namespace coil
