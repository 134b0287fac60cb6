// Binary files: the methods of FileIO and of the buffered classes that concern bytes.
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "modules/io_internal.hpp"
#include "modules/support.hpp"
#include "objects/containers.hpp"
#include "objects/number.hpp"
#include "objects/str.hpp"

namespace coil {

namespace {

Result<Value> take_bytes(Vm& vm, FileBuffer* file, size_t size) {
  COIL_TRY(Bytes* bytes, new_bytes(vm, file->unread().data(), size));
  file->consume(size);
  return Value(bytes);
}

/// Whether a read that got nothing returns None, for more may come to a descriptor that does not block.
bool nothing_yet(FileBuffer* file, size_t size) { return size == 0 && file->would_block(); }

/// A file without buffer: one system call, and not a byte more than asked for.
Result<Value> read_unbuffered_reenter(Vm& vm, Value self, FileBuffer* file, size_t size) {
  std::string bytes(std::min<size_t>(size, 64 << 20), '\0');
  for (;;) {
    if (reading_waits_with_others(vm, file)) {
      COIL_CHECK(wait_ready_reenter(vm, file, POLLIN));
      COIL_CHECK(open_buffer(vm, self));
    }
    ssize_t got = ::read(file->descriptor(), bytes.data(), bytes.size());
    if (got >= 0) return new_bytes(vm, bytes.data(), static_cast<size_t>(got));
    if (errno == EAGAIN) return none();
    if (errno != EINTR) return raise_io_error(vm, file, errno);
    COIL_CHECK(check_interrupts_reenter(vm));
    COIL_CHECK(open_buffer(vm, self));
  }
}

/// The rest of a large regular file, of about `expected` bytes, without the way through the buffer.
Result<Value> read_rest_reenter(Vm& vm, Value self, FileBuffer* file, size_t expected) {
  COIL_TRY(Bytes* bytes, new_bytes_uninitialized(vm, expected));
  size_t size = 0;
  for (ssize_t got = 1; got && size < expected;) {
    got = ::read(file->descriptor(), bytes->data + size, expected - size);
    if (got >= 0) {
      size += static_cast<size_t>(got);
      continue;
    }
    if (errno != EINTR) return raise_io_error(vm, file, errno);
    COIL_CHECK(check_interrupts_reenter(vm));
    COIL_CHECK(open_buffer(vm, self));
  }
  COIL_CHECK(read_all_reenter(vm, self, file, 0));  // it may have grown
  std::string_view more = file->unread();
  if (more.empty() && size == expected) return bytes;
  COIL_TRY(Bytes* whole, new_bytes_uninitialized(vm, size + more.size()));
  std::memcpy(whole->data, bytes->data, size);
  std::copy(more.begin(), more.end(), whole->data + size);
  file->consume(more.size());
  return whole;
}

NATIVE(binary_read, "read(self, size=-1, /)", "Read at most size bytes; all when negative or None.") {
  COIL_TRY(int64_t size, size_argument_reenter(vm, args, 1));
  if (size < -1 && !args[0].as<BinaryFile>()->unbuffered) return raise_value_error(vm, "read length must be non-negative or -1");
  COIL_TRY(FileBuffer* file, readable_buffer(vm, args[0]));
  COIL_CHECK(prepare_read_reenter(vm, file));
  if (size >= 0 && args[0].as<BinaryFile>()->unbuffered && file->unread().empty()) {
    return read_unbuffered_reenter(vm, args[0], file, static_cast<size_t>(size));
  }
  if (size < 0) {
    size_t rest = file->expected_rest();
    if (file->unread().empty() && rest >= kLargeRest) return read_rest_reenter(vm, args[0], file, rest);
    COIL_CHECK(read_all_reenter(vm, args[0], file, rest));
    return nothing_yet(file, file->unread().size()) ? none() : take_bytes(vm, file, file->unread().size());
  }
  if (size == 0) return take_bytes(vm, file, 0);
  while (file->unread().size() < static_cast<size_t>(size)) {
    COIL_TRY(bool more, fill_reenter(vm, args[0], file, static_cast<size_t>(size) - file->unread().size()));
    if (!more) break;
  }
  if (nothing_yet(file, file->unread().size())) return none();
  return take_bytes(vm, file, std::min(file->unread().size(), static_cast<size_t>(size)));
}

NATIVE(binary_detach, "detach(self, /)", "The raw file below; the buffered file has no more bytes pending.") {
  COIL_TRY(FileBuffer* file, open_buffer(vm, args[0]));
  if (file->pending()) COIL_CHECK(flush_buffer_reenter(vm, file));
  auto* buffered = args[0].as<BinaryFile>();
  COIL_TRY(BinaryFile* raw, make_binary(vm, g_file_classes.raw, nullptr, buffered->name, str_utf8(buffered->mode)));
  raw->unbuffered = true;
  std::swap(raw->file, buffered->file);
  buffered->detached = true;
  return raw;
}

NATIVE(binary_read1, "read1(self, size=-1, /)", "Read at most size bytes with at most one system call.") {
  COIL_TRY(int64_t size, args.has(1) ? argument_int64_reenter(vm, args[1]) : Result<int64_t>(int64_t{-1}));  // None is no size here
  COIL_TRY(FileBuffer* file, readable_buffer(vm, args[0], Asked::Read, "read1"));
  COIL_CHECK(prepare_read_reenter(vm, file));
  if (file->unread().empty() && size != 0) COIL_CHECK(fill_reenter(vm, args[0], file));
  size_t wanted = size < 0 ? file->unread().size() : static_cast<size_t>(size);
  return take_bytes(vm, file, std::min(file->unread().size(), wanted));
}

NATIVE(binary_peek, "peek(self, size=0, /)", "Bytes that are buffered, without moving.") {
  if (args.has(1)) COIL_CHECK(argument_int64_reenter(vm, args[1]));
  COIL_TRY(FileBuffer* file, readable_buffer(vm, args[0], Asked::Peek));
  COIL_CHECK(prepare_read_reenter(vm, file));
  if (file->unread().empty()) COIL_CHECK(fill_reenter(vm, args[0], file));
  return new_bytes(vm, file->unread().data(), file->unread().size());
}

Result<Value> read_into_reenter(Vm& vm, Args args, const char* what) {
  COIL_TRY(ByteSpan span, require_writable_argument(vm, args[1], what));
  COIL_TRY(FileBuffer* file, readable_buffer(vm, args[0], Asked::ReadInto));
  COIL_CHECK(prepare_read_reenter(vm, file));
  while (file->unread().size() < span.size) {
    COIL_TRY(bool more, fill_reenter(vm, args[0], file));
    if (!more) break;
  }
  if (!byte_span(args[1], &span)) return Value::small_int(0);
  size_t size = std::min(span.size, file->unread().size());
  if (span.size && nothing_yet(file, size)) return none();
  if (size) std::memcpy(const_cast<uint8_t*>(span.data), file->unread().data(), size);
  file->consume(size);
  return make_int(vm, static_cast<int64_t>(size));
}
NATIVE(binary_readinto, "readinto(self, buffer, /)", "Read into a bytearray; the number of bytes read.") {
  return read_into_reenter(vm, args, "readinto() argument");
}

NATIVE(binary_readinto1, "readinto1(self, buffer, /)", "Read into a bytearray with at most one system call; the number of bytes read.") {
  return read_into_reenter(vm, args, "readinto1() argument");
}
NATIVE(binary_readall, "readall(self, /)", "Read to the end.") {
  Value window[] = {args[0], Value::small_int(-1)};
  return binary_read(vm, Args{window});
}
NATIVE(binary_readline, "readline(self, size=-1, /)", "Read until the end of the line; empty at the end of the file.") {
  COIL_TRY(int64_t limit, size_argument_reenter(vm, args, 1));
  return binary_read_line_reenter(vm, args[0], limit);
}

NATIVE(binary_write, "write(self, buffer, /)", "Write the bytes and return their number.") {
  if (args[0].as<BinaryFile>()->unbuffered) COIL_CHECK(require_bytes(vm, args[1]));  // a raw file looks at its argument first
  COIL_TRY(FileBuffer* file, writable_buffer(vm, args[0]));
  if (args[1].is(Kind::Str)) return raise_type_error(vm, "a bytes-like object is required, not 'str'");
  COIL_TRY(ByteSpan span, require_bytes(vm, args[1]));
  COIL_CHECK(prepare_write(vm, file));
  file->append({reinterpret_cast<const char*>(span.data), span.size});
  size_t size = span.size;
  if (args[0].as<BinaryFile>()->unbuffered) {
    COIL_TRY(size_t left, write_some_reenter(vm, file, size, 0));
    return left && left == size ? none() : make_int(vm, static_cast<int64_t>(size - left));
  }
  if (file->pending() - file->held_text() >= 8192 || file->is_stuck()) {
    COIL_TRY(size_t left, write_some_reenter(vm, file, size, file->block_size()));
    if (left) return raise_would_block(vm, size - left);
  }
  return make_int(vm, static_cast<int64_t>(size));
}

}  // namespace

Result<Value> binary_read_line_reenter(Vm& vm, Value self, int64_t limit) {
  COIL_TRY(FileBuffer* file, readable_buffer(vm, self, Asked::ReadLine));
  COIL_CHECK(prepare_read_reenter(vm, file));
  COIL_TRY(size_t length, line_length_reenter(vm, self, file, Newline::Lf, limit < 0 ? ~size_t{0} : static_cast<size_t>(limit)));
  return take_bytes(vm, file, length);
}

void define_binary_methods(Vm& vm, Class* cls) {
  define_class(vm, cls, {FN(binary_read), FN(binary_readinto), FN(binary_readline), FN(binary_write)}, {});
}

void define_buffered_methods(Vm& vm, Class* cls, bool reads) {
  define_class(vm, cls, {FN(binary_read1), FN(binary_readinto1), FN(binary_detach)}, {});
  if (reads) define_class(vm, cls, {FN(binary_peek)}, {});
}

void define_raw_methods(Vm& vm, Class* cls) { define_class(vm, cls, {FN(binary_readall)}, {}); }

}  // namespace coil
