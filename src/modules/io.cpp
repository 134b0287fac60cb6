// Module _io: file objects over descriptors. BinaryFile is the byte side, TextFile wraps one and translates.
// Text is decoded line by line or all at once with no look-ahead in decoded form, so tell() is the byte position.
// open() is in io_open.cpp (the builtin: builtins_host.cpp), StringIO and BytesIO in memory_streams.cpp, the abstract classes in stdlib/io.py.
#include "modules/io_internal.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstring>

#include "modules/host_services.hpp"
#include "modules/module.hpp"
#include "modules/support.hpp"
#include "objects/codecs.hpp"
#include "objects/containers.hpp"
#include "objects/native_object.hpp"
#include "objects/number.hpp"
#include "objects/str.hpp"
#include "objects/stream.hpp"
#include "vm/threads.hpp"

namespace coil {

bool g_output_pipe_closed = false;
FileClasses g_file_classes;

namespace {

void trace_binary(Cell* cell, Marker& marker) {
  auto* file = static_cast<BinaryFile*>(cell);
  marker.value(file->name);
  marker.cell(file->mode);
}
void destroy_binary(Cell* cell) { delete static_cast<BinaryFile*>(cell)->file; }
void trace_text(Cell* cell, Marker& marker) {
  auto* file = static_cast<TextFile*>(cell);
  marker.cell(file->buffer);
  marker.cell(file->encoding);
  marker.cell(file->errors);
  marker.cell(file->mode);
}
const NativeObjectOps kBinaryOps{trace_binary, destroy_binary};
const NativeObjectOps kTextOps{trace_text, nullptr};

bool has_ops(Value value, const NativeObjectOps* ops) {
  return value.is(Kind::NativeObject) && static_cast<NativeObject*>(value.cell())->ops == ops;
}
TextFile* as_text(Value value) { return value.as<TextFile>(); }
/// The byte side of either class.
BinaryFile* binary_of(Value self) { return has_ops(self, &kTextOps) ? as_text(self)->buffer : self.as<BinaryFile>(); }

/// io.UnsupportedOperation, made when it is first wanted.
Result<Class*> unsupported_class_reenter(Vm& vm) {
  static Class* made = nullptr;
  if (made) return made;
  COIL_TRY(Tuple* bases, make_tuple(vm, {vm.exception(Exc::OSError), vm.exception(Exc::ValueError)}));
  COIL_TRY(Dict* ns, new_dict(vm));
  COIL_CHECK(module_set_str(vm, ns, "__module__", "io"));
  COIL_TRY(Value cls, call_reenter(vm, vm.type(Kind::Class), {intern(vm, "UnsupportedOperation"), bases, ns}));
  COIL_CHECK(keep_forever(vm, cls));
  made = cls.as<Class>();
  return made;
}

Error raise_detached(Vm& vm, Value self) {
  return raise_value_error(vm, has_ops(self, &kTextOps) ? "underlying buffer has been detached" : "raw stream has been detached");
}

/// What was asked of a closed file, which the message tells.
enum class Asked { Operation, Question, Base, Read, ReadLine, Peek, ReadInto, Seek, Truncate, Write, Flush };

Error raise_closed(Vm& vm, Value self, Asked asked) {
  if (binary_of(self)->detached) return raise_detached(vm, self);
  bool text = has_ops(self, &kTextOps), raw = !text && is_instance(self, g_file_classes.raw);
  // Text streams and what is inherited from IOBase end the sentence.
  bool of_base = asked == Asked::Base || (asked == Asked::Flush && (raw || class_of(self) == g_file_classes.reader));
  if (text ? asked != Asked::Question : of_base) return raise_value_error(vm, "I/O operation on closed file.");
  static constexpr const char* kBuffered[] = {"I/O operation on", "I/O operation on", "I/O operation on", "read of",  "readline of", "peek of",
                                              "readinto of",      "seek of",          "truncate of",      "write to", "flush of"};
  return raise_value_error(vm, "%s closed file", text || raw ? kBuffered[0] : kBuffered[static_cast<int>(asked)]);
}
Result<FileBuffer*> open_buffer(Vm& vm, Value self, Asked asked = Asked::Operation) {
  FileBuffer* file = binary_of(self)->file;
  if (!file || !file->is_open()) return raise_closed(vm, self, asked);
  return file;
}
/// The open file, if it can do what is wanted. Buffered classes that never can say so even when they are closed.
Result<FileBuffer*> able_buffer(Vm& vm, Value self, Asked asked, bool (FileBuffer::*able)() const, const char* text, const char* buffered,
                                const char* raw) {
  FileBuffer* file = binary_of(self)->file;
  bool refused = file && !(file->*able)();
  bool is_raw = is_instance(self, g_file_classes.raw), is_text = has_ops(self, &kTextOps);
  if (refused && !is_raw && !is_text) return raise_unsupported_operation(vm, buffered);
  COIL_CHECK(open_buffer(vm, self, asked));
  if (refused) return raise_unsupported_operation(vm, is_raw ? raw : text);
  return file;
}
Result<FileBuffer*> readable_buffer(Vm& vm, Value self, Asked asked = Asked::Read, const char* operation = "read") {
  return able_buffer(vm, self, asked, &FileBuffer::readable, "not readable", operation, "File not open for reading");
}
Result<FileBuffer*> writable_buffer(Vm& vm, Value self) {
  return able_buffer(vm, self, Asked::Write, &FileBuffer::writable, "not writable", "write", "File not open for writing");
}

Error raise_io_error(Vm& vm, FileBuffer* file, int error) {
  if (error == EPIPE && (file->descriptor() == 1 || file->descriptor() == 2)) g_output_pipe_closed = true;
  return raise_os_error(vm, error);
}

/// Whether other threads have to be let in while this one may wait for a pipe, a terminal or a socket.
bool waits_with_others(Vm& vm, FileBuffer* file) {
  if (vm.threads == vm.thread && !vm.thread->next) return false;
  struct stat info;
  return ::fstat(file->descriptor(), &info) == 0 && !S_ISREG(info.st_mode);
}

bool blocks(FileBuffer* file) { return !(::fcntl(file->descriptor(), F_GETFL) & O_NONBLOCK); }
bool reading_waits_with_others(Vm& vm, FileBuffer* file) { return waits_with_others(vm, file) && blocks(file); }

/// Waits without the VM lock until the descriptor is ready; the file may be closed meanwhile.
Result<void> wait_ready_reenter(Vm& vm, FileBuffer* file, short events) {
  for (;;) {
    pollfd wanted{file->descriptor(), events, 0};
    int ready, error;
    {
      WithoutVm released(vm);
      ready = ::poll(&wanted, 1, -1);
      error = errno;
    }
    if (ready >= 0 || error != EINTR) return ok();
    COIL_CHECK(check_interrupts_reenter(vm));
    if (!file->is_open()) return ok();
  }
}

Error raise_would_block(Vm& vm, size_t written) {
  COIL_TRY(Str* message, new_str(vm, "write could not complete without blocking"));
  COIL_TRY(Value exception, call_reenter(vm, vm.exception(Exc::BlockingIOError),
                                         {Value::small_int(EAGAIN), message, Value::small_int(static_cast<int64_t>(written))}));
  return raise_exception(vm, exception);
}

/// False when a descriptor that does not block takes no more; the rest is still pending.
Result<bool> write_pending_reenter(Vm& vm, FileBuffer* file) {
  constexpr size_t kMuch = 1 << 16;
  if (file->pending() > kMuch) COIL_CHECK(check_interrupts_reenter(vm));  // a signal that came before would not end the write
  if (!file->is_open()) return true;
  for (;;) {
    const bool patient = file->pending() && waits_with_others(vm, file) && blocks(file);  // a signal's handler may have started a thread
    if (patient) {
      COIL_CHECK(wait_ready_reenter(vm, file, POLLOUT));
      if (!file->is_open()) return true;
    }
    // A ready pipe takes PIPE_BUF bytes without blocking.
    int error = patient ? file->flush_some(PIPE_BUF) : file->flush();
    if (!error && !file->pending()) return true;
    if (error == EAGAIN) return false;
    if (error && error != EINTR) {
      if (error == EPIPE) file->discard();
      return raise_io_error(vm, file, error);
    }
    COIL_CHECK(check_interrupts_reenter(vm));
    if (!file->is_open()) return true;
  }
}

Result<void> flush_buffer_reenter(Vm& vm, FileBuffer* file) {
  Result<bool> written = write_pending_reenter(vm, file);
  // After Ctrl-C nobody wants to see the rest.
  if (!written && file->is_open() && isatty(file->descriptor())) file->discard();
  COIL_TRY(bool all, written);
  if (!all) return raise_would_block(vm, 0);
  return ok();
}

/// Writes all but the text that is held back.
Result<void> flush_binary_reenter(Vm& vm, FileBuffer* file) {
  std::string text = file->take_text();
  Result<void> written = flush_buffer_reenter(vm, file);
  if (!text.empty() && file->is_open()) file->append_text(text);
  return written;
}

/// Writes all but held back text. How much of the last `size` bytes was given up, because the descriptor does not block, takes no more now, and the
/// buffer has no `room` for the rest.
Result<size_t> write_some_reenter(Vm& vm, FileBuffer* file, size_t size, size_t room) {
  std::string text = file->take_text();
  Result<bool> written = write_pending_reenter(vm, file);
  size_t excess = 0;
  if (written && !*written && file->pending() > room) {
    excess = std::min(size, file->pending() - room);
    file->drop_last(excess);
  }
  if (!text.empty() && file->is_open()) file->append_text(text);
  COIL_CHECK(written);
  return excess;
}

/// More input; false at the end. The file may have been closed by a signal handler.
Result<bool> fill_reenter(Vm& vm, Value self, FileBuffer* file, size_t wanted = 0) {
  for (;;) {
    if (reading_waits_with_others(vm, file)) {
      COIL_CHECK(wait_ready_reenter(vm, file, POLLIN));
      COIL_CHECK(open_buffer(vm, self));
    }
    bool at_end;
    int error = file->fill(&at_end, wanted);
    if (!error) return !at_end;
    if (error != EINTR) return raise_io_error(vm, file, error);
    COIL_CHECK(check_interrupts_reenter(vm));
    COIL_CHECK(open_buffer(vm, self));
  }
}

/// Reading on a terminal shows the prompt first; reading after writing sees what was written.
Result<void> prepare_read_reenter(Vm& vm, FileBuffer* file) {
  if (file->pending()) COIL_CHECK(flush_buffer_reenter(vm, file));
  if (file->descriptor() == 0 && isatty(0)) COIL_CHECK(flush_stream_reenter(vm, {}));
  return ok();
}
Result<void> prepare_write(Vm& vm, FileBuffer* file) {
  if (!file->readable()) return ok();
  if (int error = file->sync_position()) return raise_io_error(vm, file, error);
  return ok();
}

// -- text -----------------------------------------------------------------------------------------

bool all_ascii(std::string_view bytes) {
  uint64_t bits = 0;
  size_t at = 0;
  for (uint64_t word; at + 8 <= bytes.size(); at += 8) {
    std::memcpy(&word, bytes.data() + at, 8);
    bits |= word;
  }
  for (; at < bytes.size(); at++) bits |= static_cast<uint8_t>(bytes[at]);
  return !(bits & 0x8080808080808080u);
}

Result<Str*> decode_text(Vm& vm, TextFile* text, std::string_view bytes) {
  if (text->is_utf8 && all_ascii(bytes)) return new_str_ascii(vm, bytes);
  return decode_bytes(vm, {reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size()}, str_utf8(text->encoding), str_utf8(text->errors));
}

uint8_t line_ends_in(std::string_view bytes) {
  uint8_t seen = 0;
  for (size_t at = bytes.find_first_of("\r\n"); at < bytes.size(); at = bytes.find_first_of("\r\n", at + 1)) {
    if (bytes[at] == '\n') {
      seen |= kSeenLf;
    } else if (at + 1 < bytes.size() && bytes[at + 1] == '\n') {
      seen |= kSeenCrLf;
      at++;
    } else {
      seen |= kSeenCr;
    }
  }
  return seen;
}

std::string translate_newlines(TextFile* text, std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (size_t i = 0; i < bytes.size(); i++) {
    if (bytes[i] != '\r') {
      if (bytes[i] == '\n') text->seen_newlines |= kSeenLf;
      out += bytes[i];
      continue;
    }
    out += '\n';
    if (i + 1 < bytes.size() && bytes[i + 1] == '\n') {
      text->seen_newlines |= kSeenCrLf;
      i++;
    } else {
      text->seen_newlines |= kSeenCr;
    }
  }
  return out;
}

void set_encoding(TextFile* text, Str* encoding) {
  store(text, text->encoding, encoding);
  std::string name = str_utf8(encoding), lowered;
  for (char c : name) lowered += c == '_' ? '-' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  text->is_utf8 = lowered == "utf-8" || lowered == "utf8";
  text->byte_oriented = name.find("16") == std::string::npos && name.find("32") == std::string::npos;
}

Result<Str*> finish_text(Vm& vm, TextFile* text, std::string_view bytes) {
  if (!text->byte_oriented) {
    COIL_TRY(Str* decoded, decode_text(vm, text, bytes));
    if (text->newline == Newline::Keep) text->seen_newlines |= line_ends_in(str_utf8(decoded));
    if (text->newline != Newline::Universal) return decoded;
    std::string translated = translate_newlines(text, str_utf8(decoded));
    return new_str(vm, translated);
  }
  if (text->newline == Newline::Universal) {
    if (bytes.find('\r') != std::string_view::npos) {
      Result<Str*> decoded = decode_text(vm, text, translate_newlines(text, bytes));
      if (decoded || !pending_matches(vm, Exc::UnicodeDecodeError)) return decoded;
      clear_pending(vm);
      return decode_text(vm, text, bytes);  // for the place of the error in the file
    }
    if (bytes.find('\n') != std::string_view::npos) text->seen_newlines |= kSeenLf;
  } else if (text->newline == Newline::Keep) {
    text->seen_newlines |= line_ends_in(bytes);
  }
  return decode_text(vm, text, bytes);
}

constexpr size_t kLargeRest = 1 << 16;  // bytes

/// `expected`: how much there may be.
Result<void> read_all_reenter(Vm& vm, Value self, FileBuffer* file, size_t expected) {
  for (size_t wanted = expected;; wanted = file->unread().size()) {
    COIL_TRY(bool more, fill_reenter(vm, self, file, wanted));
    if (!more) return ok();
  }
}

/// Bytes of the next line inside file->unread(), its end included; reads as much as needed.
Result<size_t> line_length_reenter(Vm& vm, Value self, FileBuffer* file, Newline newline, size_t limit) {
  size_t searched = 0;
  for (;;) {
    std::string_view bytes = file->unread();
    size_t i = searched;
    if (newline != Newline::Cr && newline != Newline::CrLf) {
      std::string_view window = bytes.substr(0, limit);
      size_t line_feed = window.find('\n', searched);
      size_t carriage_return = newline == Newline::Lf ? std::string_view::npos : window.substr(0, line_feed).find('\r', searched);
      i = std::min({line_feed, carriage_return, window.size()});
    }
    for (; i < bytes.size() && i < limit; i++) {
      char c = bytes[i];
      if (c == '\n' && newline != Newline::Cr) {
        if (newline != Newline::CrLf || (i > 0 && bytes[i - 1] == '\r')) return i + 1;
      } else if (c == '\r') {
        if (newline == Newline::Cr) return i + 1;
        if (newline == Newline::Universal || newline == Newline::Keep) {
          if (i + 1 == bytes.size()) {
            COIL_TRY(bool more, fill_reenter(vm, self, file));
            bytes = file->unread();
            if (!more) return i + 1;
          }
          return bytes[i + 1] == '\n' ? i + 2 : i + 1;
        }
      }
    }
    if (bytes.size() >= limit) return limit;
    searched = bytes.size();
    COIL_TRY(bool more, fill_reenter(vm, self, file));
    if (!more) return file->unread().size();
  }
}

/// The number of leading bytes that hold `count` characters; reads as much as needed.
Result<size_t> chars_length_reenter(Vm& vm, Value self, TextFile* text, FileBuffer* file, size_t count) {
  bool narrow = !text->is_utf8 && !str_utf8(text->encoding).starts_with("utf");
  size_t at = 0, chars = 0;
  while (chars < count) {
    std::string_view bytes = file->unread();
    size_t length = 1;
    if (at < bytes.size()) {
      auto lead = static_cast<uint8_t>(bytes[at]);
      if (!narrow && lead >= 0xC2) length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 1;
      if (lead == '\r' && text->newline == Newline::Universal) {
        length = 1 + (at + 1 < bytes.size() && bytes[at + 1] == '\n');
        if (at + 1 == bytes.size()) length = 2;
      }
    }
    if (at + length > bytes.size()) {
      COIL_TRY(bool more, fill_reenter(vm, self, file));
      if (more) continue;
      if (at >= file->unread().size()) break;
      length = file->unread().size() - at;
    }
    at += length;
    chars++;
  }
  return at;
}

Result<Str*> take_text(Vm& vm, TextFile* text, FileBuffer* file, size_t size) {
  std::string_view here = file->unread().substr(0, size);
  bool universal = text->newline == Newline::Universal;
  if (text->is_utf8 && all_ascii(here) && !(universal && here.find('\r') != std::string_view::npos)) {
    // Nothing can run that would change the buffer.
    if (universal && (here.ends_with('\n') || here.find('\n') != std::string_view::npos)) text->seen_newlines |= kSeenLf;
    if (text->newline == Newline::Keep) text->seen_newlines |= line_ends_in(here);
    COIL_TRY(Str* taken, new_str_ascii(vm, here));
    file->consume(size);
    return taken;
  }
  std::string bytes(here);
  file->consume(size);
  return finish_text(vm, text, bytes);
}

Result<int64_t> size_argument_reenter(Vm& vm, Args args, size_t index) {
  if (!args.has(index) || args[index].is_none()) return int64_t{-1};
  if (!class_of(args[index])->slots.index) return raise_type_error(vm, "argument should be integer or None, not '%s'", type_name(args[index]));
  return size_int64_reenter(vm, args[index]);
}

Result<Value> text_read_line_reenter(Vm& vm, Value self, int64_t limit) {
  COIL_TRY(FileBuffer* file, readable_buffer(vm, self));
  TextFile* text = as_text(self);
  COIL_CHECK(prepare_read_reenter(vm, file));
  if (!text->byte_oriented) {
    return raise_unsupported_operation(vm, "reading single lines in this encoding");
  }
  if (limit == 0) return Value(vm.empty_str);
  COIL_TRY(size_t length, line_length_reenter(vm, self, file, text->newline, ~size_t{0}));
  if (limit > 0) {
    COIL_TRY(size_t limited, chars_length_reenter(vm, self, text, file, static_cast<size_t>(limit)));
    length = std::min(length, limited);
  }
  COIL_TRY(Str* line, take_text(vm, text, file, length));
  return Value(line);
}

Result<void> append_text(Vm& vm, TextFile* text, FileBuffer* file, Str* str) {
  std::string_view ascii = str_ascii_view(str);
  std::string translated;
  if (text->newline == Newline::CrLf || text->newline == Newline::Cr) {
    COIL_TRY(Bytes* encoded, encode_str(vm, str, str_utf8(text->encoding), str_utf8(text->errors)));
    std::string_view bytes(reinterpret_cast<const char*>(encoded->data), encoded->size);
    for (char c : bytes) {
      if (c == '\n') translated += text->newline == Newline::CrLf ? "\r\n" : "\r";
      else translated += c;
    }
    file->append_text(translated);
  } else if (ascii.data() && text->byte_oriented) {
    file->append_text(ascii);
  } else {
    COIL_TRY(Bytes* encoded, encode_str(vm, str, str_utf8(text->encoding), str_utf8(text->errors)));
    file->append_text({reinterpret_cast<const char*>(encoded->data), encoded->size});
  }
  return ok();
}

Result<void> text_write_reenter(Vm& vm, Value self, Str* str) {
  COIL_TRY(FileBuffer* file, writable_buffer(vm, self));
  TextFile* text = as_text(self);
  if (file->readable()) file->consume(file->text_read_ahead());
  COIL_CHECK(prepare_write(vm, file));
  COIL_CHECK(append_text(vm, text, file, str));
  bool flush = file->pending() >= 8192 || text->write_through;
  if (!flush && text->line_buffering) {
    StrView chars = view(str);
    for (size_t i = 0; i < chars.length && !flush; i++) flush = chars[i] == '\n' || chars[i] == '\r';
  }
  if (flush) COIL_CHECK(flush_buffer_reenter(vm, file));
  return ok();
}

NATIVE(text_read, "read(self, size=-1, /)", "Read at most size characters; all when negative or None.") {
  COIL_TRY(int64_t size, size_argument_reenter(vm, args, 1));
  COIL_TRY(FileBuffer* file, readable_buffer(vm, args[0]));
  COIL_CHECK(prepare_read_reenter(vm, file));
  TextFile* text = as_text(args[0]);
  if (size < 0) {
    COIL_CHECK(read_all_reenter(vm, args[0], file, file->expected_rest()));
    COIL_TRY(Str* all, take_text(vm, text, file, file->unread().size()));
    return Value(all);
  }
  COIL_TRY(size_t length, chars_length_reenter(vm, args[0], text, file, static_cast<size_t>(size)));
  COIL_TRY(Str* piece, take_text(vm, text, file, length));
  return Value(piece);
}

NATIVE(text_readline, "readline(self, size=-1, /)", "Read until the end of the line; empty at the end of the file.") {
  COIL_TRY(int64_t limit, args.has(1) ? argument_int64_reenter(vm, args[1]) : Result<int64_t>(int64_t{-1}));  // None is no size here
  return text_read_line_reenter(vm, args[0], limit);
}

NATIVE(text_write, "write(self, text, /)", "Write the text and return the number of characters.") {
  if (!args[1].is(Kind::Str)) return raise_type_error(vm, "write() argument must be str, not %s", argument_type_name(args[1]));
  COIL_CHECK(text_write_reenter(vm, args[0], args[1].as<Str>()));
  return Value::small_int(args[1].as<Str>()->length);
}

Result<void> check_reconfigured(Vm& vm, Args args, size_t index) {
  static constexpr const char* kNames[] = {"", "encoding", "errors", "newline"};
  if (!args.has(index) || args[index].is_none() || args[index].is(Kind::Str)) return ok();
  return raise_type_error(vm, "reconfigure() argument '%s' must be str or None, not %s", kNames[index], argument_type_name(args[index]));
}

/// LookupError for an encoding that is unknown, or is none of text.
Result<void> check_text_encoding_reenter(Vm& vm, Value encoding) {
  if (find_native_codec(str_utf8(encoding)).codec != Codec::None) return ok();
  COIL_TRY(Value layers, import_absolute_reenter(vm, intern(vm, "_iolayers")));
  COIL_CHECK(call_method_reenter(vm, layers, intern(vm, "_text_codec"), {encoding}));
  return ok();
}

NATIVE(text_reconfigure, "reconfigure(self, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None)",
       "Change the stream's settings.") {
  TextFile* text = as_text(args[0]);
  for (size_t i : {1, 2, 3}) COIL_CHECK(check_reconfigured(vm, args, i));
  COIL_TRY(FileBuffer* file, open_buffer(vm, args[0]));
  const bool encoded_anew = args.has(1) && args[1].is(Kind::Str), with_errors = args.has(2) && args[2].is(Kind::Str);
  if ((encoded_anew || with_errors || args.has(3)) && !file->unread().empty()) {
    return raise_unsupported_operation(vm, "It is not possible to set the encoding or newline of stream after the first read");
  }
  Newline newline = text->newline;
  if (args.has(3) && !newline_from(args[3], &newline)) return raise_value_error(vm, "illegal newline value: %s", str_utf8(args[3]).c_str());
  Str* encoding = encoded_anew ? args[1].as<Str>() : nullptr;
  if (encoding && str_is(encoding, "locale")) encoding = intern(vm, "UTF-8");
  if (encoding) COIL_CHECK(check_text_encoding_reenter(vm, encoding));
  COIL_TRY(file, open_buffer(vm, args[0]));
  if (file->pending()) COIL_CHECK(flush_buffer_reenter(vm, file));
  if (encoding) {
    set_encoding(text, encoding);
    store(text, text->errors, intern(vm, "strict"));  // unless the call says otherwise
  }
  if (with_errors) store(text, text->errors, args[2].as<Str>());
  text->newline = newline;
  if (args.has(4) && !args[4].is_none()) {
    COIL_TRY(bool on, truthy_reenter(vm, args[4]));
    text->line_buffering = on;
  }
  if (args.has(5) && !args[5].is_none()) {
    COIL_TRY(bool on, truthy_reenter(vm, args[5]));
    text->write_through = on;
  }
  return none();
}

NATIVE(text_detach, "detach(self, /)", "The binary file below; the text file has no more text pending.") {
  COIL_TRY(FileBuffer* file, open_buffer(vm, args[0]));
  if (file->pending()) COIL_CHECK(flush_buffer_reenter(vm, file));
  TextFile* text = as_text(args[0]);
  COIL_TRY(BinaryFile* nothing, make_binary(vm, g_file_classes.reader, nullptr, Value(), "rb"));
  nothing->detached = true;
  BinaryFile* buffer = text->buffer;
  store(text, text->buffer, nothing);
  return buffer;
}

// -- bytes ----------------------------------------------------------------------------------------

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

NATIVE(binary_readinto, "readinto(self, buffer, /)", "Read into a bytearray; the number of bytes read.") {
  COIL_TRY(FileBuffer* file, readable_buffer(vm, args[0], Asked::ReadInto));
  ByteSpan span;
  if (args[1].is(Kind::Bytes) || !byte_span(args[1], &span)) {
    return raise_type_error(vm, "readinto() argument must be read-write bytes-like object, not %s", argument_type_name(args[1]));
  }
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

Result<Value> binary_read_line_reenter(Vm& vm, Value self, int64_t limit) {
  COIL_TRY(FileBuffer* file, readable_buffer(vm, self, Asked::ReadLine));
  COIL_CHECK(prepare_read_reenter(vm, file));
  COIL_TRY(size_t length, line_length_reenter(vm, self, file, Newline::Lf, limit < 0 ? ~size_t{0} : static_cast<size_t>(limit)));
  return take_bytes(vm, file, length);
}

NATIVE(binary_readinto1, "readinto1(self, buffer, /)", "Read into a bytearray with at most one system call; the number of bytes read.") {
  return binary_readinto(vm, args);
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

// -- both -----------------------------------------------------------------------------------------

Result<Value> read_line_reenter(Vm& vm, Value self, int64_t limit) {
  return has_ops(self, &kTextOps) ? text_read_line_reenter(vm, self, limit) : binary_read_line_reenter(vm, self, limit);
}
bool is_empty_line(Value line) { return line.is(Kind::Str) ? line.as<Str>()->length == 0 : line.as<Bytes>()->size == 0; }

NATIVE(file_readlines, "readlines(self, hint=-1, /)", "The remaining lines as a list.") {
  COIL_TRY(int64_t hint, size_argument_reenter(vm, args, 1));
  COIL_CHECK(open_buffer(vm, args[0], Asked::Base));
  COIL_TRY(List* lines, new_list(vm));
  int64_t total = 0;
  for (;;) {
    COIL_TRY(Value line, read_line_reenter(vm, args[0], -1));
    if (is_empty_line(line)) return Value(lines);
    COIL_CHECK(list_append(vm, lines, line));
    total += line.is(Kind::Str) ? static_cast<int64_t>(line.as<Str>()->length) : static_cast<int64_t>(line.as<Bytes>()->size);
    if (hint > 0 && total > hint) return Value(lines);
  }
}

NATIVE(file_writelines, "writelines(self, lines, /)", "Write each of the lines.") {
  COIL_CHECK(open_buffer(vm, args[0], Asked::Base));
  COIL_TRY(Value iterator, iter_reenter(vm, args[1]));
  for (;;) {
    COIL_TRY(Value line, next_reenter(vm, iterator));
    if (line.is_stop()) return none();
    COIL_CHECK(call_method_reenter(vm, args[0], vm.name(Name::k_write), {line}));
  }
}

Result<void> close_file_reenter(Vm& vm, Value self) {
  FileBuffer* file = binary_of(self)->file;
  if (binary_of(self)->detached) return raise_detached(vm, self);
  if (!file || !file->is_open()) return ok();
  Result<void> flushed = flush_buffer_reenter(vm, file);
  int error = file->close();
  if (!flushed) return Error{};
  if (error) return raise_os_error(vm, error);
  return ok();
}

NATIVE(file_close, "close(self, /)", "Write what is buffered and close the file.") {
  COIL_CHECK(close_file_reenter(vm, args[0]));
  return none();
}
NATIVE(file_flush, "flush(self, /)", "Write what is buffered.") {
  COIL_TRY(FileBuffer* file, open_buffer(vm, args[0], Asked::Flush));
  COIL_CHECK(has_ops(args[0], &kTextOps) ? flush_buffer_reenter(vm, file) : flush_binary_reenter(vm, file));
  return none();
}
NATIVE(file_fileno, "fileno(self, /)", "The descriptor.") {
  COIL_TRY(FileBuffer* file, open_buffer(vm, args[0], Asked::Question));
  return Value::small_int(file->descriptor());
}
NATIVE(file_isatty, "isatty(self, /)", "Whether the file is a terminal.") {
  COIL_TRY(FileBuffer* file, open_buffer(vm, args[0], Asked::Question));
  return Value::boolean(::isatty(file->descriptor()));
}
NATIVE(file_readable, "readable(self, /)", "Whether the file was opened for reading.") {
  FileBuffer* file = binary_of(args[0])->file;
  if (file && !file->readable() && !is_instance(args[0], g_file_classes.raw)) return Value::boolean(false);
  COIL_CHECK(open_buffer(vm, args[0], Asked::Question));
  return Value::boolean(file->readable());
}
NATIVE(file_writable, "writable(self, /)", "Whether the file was opened for writing.") {
  FileBuffer* file = binary_of(args[0])->file;
  if (file && !file->writable() && !is_instance(args[0], g_file_classes.raw)) return Value::boolean(false);
  COIL_CHECK(open_buffer(vm, args[0], Asked::Question));
  return Value::boolean(file->writable());
}
NATIVE(file_seekable, "seekable(self, /)", "Whether the position can be changed.") {
  COIL_TRY(FileBuffer* file, open_buffer(vm, args[0], Asked::Question));
  return Value::boolean(::lseek(file->descriptor(), 0, SEEK_CUR) >= 0);
}
/// What has no positions is told in words by text streams and, when they say `buffered`, by buffered ones.
Error raise_position_error(Vm& vm, Value self, int error, const char* buffered) {
  const char* words = has_ops(self, &kTextOps) ? "underlying stream is not seekable" : is_instance(self, g_file_classes.raw) ? nullptr : buffered;
  return error == ESPIPE && words ? raise_unsupported_operation(vm, words) : raise_os_error(vm, error);
}

NATIVE(file_tell, "tell(self, /)", "The position in bytes.") {
  COIL_TRY(FileBuffer* file, open_buffer(vm, args[0]));
  if (has_ops(args[0], &kTextOps) && as_text(args[0])->iterating) return raise(vm, Exc::OSError, "telling position disabled by next() call");
  int64_t at;
  if (int error = file->tell(&at)) return raise_position_error(vm, args[0], error, nullptr);
  if (!has_ops(args[0], &kTextOps)) at -= static_cast<int64_t>(file->held_text());
  return make_int(vm, at);
}
NATIVE(file_seek, "seek(self, offset, whence=0, /)", "Change the position: from the start (0), here (1) or the end (2).") {
  COIL_TRY(FileBuffer* file, open_buffer(vm, args[0], Asked::Seek));
  // A text file compares the position before it converts it.
  if (has_ops(args[0], &kTextOps) && !args[1].is_int()) COIL_CHECK(compare_reenter(vm, args[1], Value::small_int(0), CompareOp::Lt));
  COIL_TRY(int64_t offset, argument_int64_reenter(vm, args[1]));
  int64_t whence = 0;
  if (args.has(2)) {
    COIL_TRY(int64_t given, argument_int64_reenter(vm, args[2]));
    whence = given;
  }
  if (has_ops(args[0], &kTextOps)) {
    if (whence < 0 || whence > 2) {
      return raise_value_error(vm, "invalid whence (%lld, should be 0, 1 or 2)", static_cast<long long>(whence));
    }
    if (whence == 0 && offset < 0) return raise_value_error(vm, "negative seek position %lld", static_cast<long long>(offset));
    if (whence == 1 && offset != 0) return raise_unsupported_operation(vm, "can't do nonzero cur-relative seeks");
    if (whence == 2 && offset != 0) return raise_unsupported_operation(vm, "can't do nonzero end-relative seeks");
    if (whence == 1 && as_text(args[0])->iterating) return raise(vm, Exc::OSError, "telling position disabled by next() call");
    as_text(args[0])->iterating = false;
  }
  if (whence < 0 || whence > SEEK_HOLE) {
    if (is_instance(args[0], g_file_classes.raw)) return raise_os_error(vm, EINVAL);
    return raise_value_error(vm, "whence value %lld unsupported", static_cast<long long>(whence));
  }
  if (whence == 1) {
    int64_t at;
    if (file->pending()) COIL_CHECK(flush_buffer_reenter(vm, file));
    if (int error = file->tell(&at)) return raise_position_error(vm, args[0], error, "File or stream is not seekable.");
    if (__builtin_add_overflow(at, offset, &offset)) return raise(vm, Exc::OverflowError, "position too large");
    whence = 0;
  }
  int64_t at;
  if (int error = file->seek(offset, static_cast<int>(whence), &at)) return raise_position_error(vm, args[0], error, "File or stream is not seekable.");
  return make_int(vm, at);
}
NATIVE(file_truncate, "truncate(self, size=None, /)", "Cut the file at the position or at size.") {
  COIL_TRY(FileBuffer* file, open_buffer(vm, args[0], Asked::Truncate));
  if (!file->writable()) return raise_unsupported_operation(vm, is_instance(args[0], g_file_classes.raw) ? "File not open for writing" : "truncate");
  const bool is_text = has_ops(args[0], &kTextOps);
  int64_t size;
  if (args.has(1) && !args[1].is_none()) COIL_CHECK(argument_int64_reenter(vm, args[1]));
  // What was written may stand elsewhere than it was thought to: at the end of a file that is appended to.
  if (file->pending()) COIL_CHECK(flush_buffer_reenter(vm, file));
  if (args.has(1) && !args[1].is_none()) {
    COIL_TRY(size, argument_int64_reenter(vm, args[1]));
  } else if (int error = file->tell(&size)) {
    return raise_os_error(vm, error);
  } else if (is_text) {
    size += static_cast<int64_t>(file->text_read_ahead());
  }
  if (!is_text) {
    if (int error = file->sync_position()) return raise_os_error(vm, error);
  }
  if (int error = file->truncate(size)) return raise_os_error(vm, error);
  return make_int(vm, size);
}
NATIVE(file_enter, "__enter__(self, /)", "The file itself.") {
  COIL_CHECK(open_buffer(vm, args[0], Asked::Base));
  return args[0];
}
NATIVE(file_exit, "__exit__(self, /, *exc_info)", "Close the file.") {
  COIL_CHECK(call_method_reenter(vm, args[0], vm.name(Name::k_close), {}));
  return none();
}

Result<Value> file_iter(Vm& vm, Value self) {
  COIL_CHECK(open_buffer(vm, self, Asked::Base));
  return self;
}
Result<Value> file_next(Vm& vm, Value self) {
  COIL_TRY(Value line, read_line_reenter(vm, self, -1));
  const bool at_end = is_empty_line(line);
  if (has_ops(self, &kTextOps)) as_text(self)->iterating = !at_end;
  return at_end ? Value::stop() : line;
}
Result<Value> file_make(Vm& vm, Class* cls, Value*, size_t, Tuple*) {
  return raise_type_error(vm, "cannot create '%s' instances; use open()", class_name(cls));
}

Result<Value> file_repr(Vm& vm, Value self) {
  BinaryFile* file = binary_of(self);
  const bool raw = is_instance(self, g_file_classes.raw), with_name = !file->detached && file->name;
  if (raw && (!file->file || !file->file->is_open())) return new_str(vm, "<_io.FileIO [closed]>");
  std::string text = "<_io." + (raw ? "FileIO" : str_utf8(class_of(self)->name));
  if (with_name) {
    COIL_TRY(Str* name, repr_reenter(vm, file->name));
    text += " name=" + str_utf8(name);
  } else if (raw) {
    text += " fd=" + std::to_string(file->file->descriptor());
  }
  if (raw) {
    text += " mode='" + str_utf8(file->mode) + "' closefd=" + (file->file->closes_descriptor() ? "True" : "False");
  } else if (has_ops(self, &kTextOps)) {
    text += " mode='" + str_utf8(as_text(self)->mode) + "' encoding='" + str_utf8(as_text(self)->encoding) + "'";
  }
  return new_str(vm, text + ">");
}

Result<void> check_attached(Vm& vm, Value self) { return binary_of(self)->detached ? Result<void>(raise_detached(vm, self)) : ok(); }
Result<Value> get_closed(Vm& vm, Value self) {
  COIL_CHECK(check_attached(vm, self));
  FileBuffer* file = binary_of(self)->file;
  return Value::boolean(!file || !file->is_open());
}
Result<Value> get_name(Vm& vm, Value self) {
  COIL_CHECK(check_attached(vm, self));
  if (Value name = binary_of(self)->name) return name;
  return raise_attribute_error(vm, self, intern(vm, "name"));
}
Result<void> set_name(Vm&, Value self, Value name_or_nothing) {
  store(binary_of(self), binary_of(self)->name, name_or_nothing);
  return ok();
}
Result<Value> get_mode(Vm& vm, Value self) {
  if (!has_ops(self, &kTextOps)) COIL_CHECK(check_attached(vm, self));
  if (Str* mode = has_ops(self, &kTextOps) ? as_text(self)->mode : binary_of(self)->mode) return mode;
  return raise_attribute_error(vm, self, intern(vm, "mode"));
}
Result<Value> get_closefd(Vm&, Value self) {
  FileBuffer* file = binary_of(self)->file;
  return Value::boolean(!file || file->closes_descriptor());
}
Result<Value> get_encoding(Vm&, Value self) { return as_text(self)->encoding; }
Result<Value> get_errors(Vm&, Value self) { return as_text(self)->errors; }
Result<Value> get_buffer(Vm&, Value self) { return binary_of(self)->detached ? none() : Value(as_text(self)->buffer); }
Result<Value> get_raw(Vm&, Value self) { return binary_of(self)->detached ? none() : self; }
Result<Value> get_line_buffering(Vm&, Value self) { return Value::boolean(as_text(self)->line_buffering); }
Result<Value> get_write_through(Vm&, Value self) { return Value::boolean(as_text(self)->write_through); }
Result<Value> get_newlines(Vm& vm, Value self) {
  COIL_CHECK(check_attached(vm, self));
  TextFile* text = as_text(self);
  uint8_t seen = text->seen_newlines;
  // What was read ahead counts; a "\r" at its end may be the first half of another line end.
  if ((text->newline == Newline::Universal || text->newline == Newline::Keep) && text->byte_oriented) {
    std::string_view ahead = binary_of(self)->file->unread();
    if (ahead.ends_with('\r')) ahead.remove_suffix(1);
    seen |= line_ends_in(ahead);
  }
  return newlines_tuple(vm, seen);
}

constexpr GetSetSpec kClosed{"closed", get_closed, nullptr, "True when the file is closed."};
constexpr GetSetSpec kName{"name", get_name, nullptr, "What was opened."};
constexpr GetSetSpec kDict{"__dict__", instance_dict, nullptr, "Attributes."};
constexpr GetSetSpec kRawName{"name", get_name, set_name, "What was opened."};
constexpr GetSetSpec kMode{"mode", get_mode, nullptr, "The mode of opening."};
constexpr GetSetSpec kEncoding{"encoding", get_encoding, nullptr, "The text encoding."};
constexpr GetSetSpec kErrors{"errors", get_errors, nullptr, "What happens to text that can't be translated."};
constexpr GetSetSpec kBuffer{"buffer", get_buffer, nullptr, "The binary file below."};
constexpr GetSetSpec kCloseFd{"closefd", get_closefd, nullptr, "Whether close() closes the descriptor."};
constexpr GetSetSpec kRaw{"raw", get_raw, nullptr, "The file itself: there is one layer only."};
constexpr GetSetSpec kLineBuffering{"line_buffering", get_line_buffering, nullptr, "Whether each line is written at once."};
constexpr GetSetSpec kWriteThrough{"write_through", get_write_through, nullptr, "Whether each write goes out at once."};
constexpr GetSetSpec kNewlines{"newlines", get_newlines, nullptr, "Line ends seen while reading."};

/// `shown`: the name with its module, as messages have it.
Result<Class*> make_class(Vm& vm, const char* shown, uint32_t size) {
  Class* cls = new_native_class(vm, shown + std::strlen("_io."), "_io", vm.type(Kind::Object), Kind::NativeObject, size, "A file object; open() makes them.");
  if (!cls) return raise_memory_error(vm);
  COIL_CHECK(keep_forever(vm, cls));
  cls->flags |= kClassHasWeakRef;
  enable_attrs(vm, cls, size);
  cls->native_name = shown;
  cls->slots.iter = file_iter;
  cls->slots.next = file_next;
  cls->slots.repr = file_repr;
  cls->slots.make = file_make;
  return cls;
}

Result<Class*> make_binary_class(Vm& vm, const char* shown) {
  COIL_TRY(Class* cls, make_class(vm, shown, sizeof(BinaryFile)));
  define_class(vm, cls,
               {FN(binary_read), FN(binary_readinto), FN(binary_readline), FN(binary_write), FN(file_readlines), FN(file_writelines), FN(file_close), FN(file_flush), FN(file_fileno), FN(file_isatty), FN(file_readable),
                FN(file_writable), FN(file_seekable), FN(file_tell), FN(file_seek), FN(file_truncate), FN(file_enter), FN(file_exit)},
               {&kClosed, &kName, &kMode, &kDict});
  return cls;
}

}  // namespace

Result<BinaryFile*> make_binary(Vm& vm, Class* cls, FileBuffer* buffer, Value name, std::string_view mode) {
  Result<BinaryFile*> made = new_native_object<BinaryFile>(vm, cls, &kBinaryOps);
  if (!made) {
    delete buffer;
    return Error{};
  }
  BinaryFile* file = *made;
  file->file = buffer;
  file->name = name;
  file->mode = intern(vm, mode);
  write_barrier(file);
  return file;
}

Result<TextFile*> make_text(Vm& vm, BinaryFile* binary, std::string_view encoding, std::string_view errors, std::string_view mode) {
  COIL_TRY(TextFile* text, new_native_object<TextFile>(vm, g_file_classes.text, &kTextOps));
  store(text, text->buffer, binary);
  set_encoding(text, intern(vm, encoding));
  store(text, text->errors, intern(vm, errors));
  store(text, text->mode, intern(vm, mode));
  return text;
}

Error raise_unsupported_operation(Vm& vm, const char* what) {
  COIL_TRY(Str* text, new_str(vm, what));
  COIL_TRY(Class* cls, unsupported_class_reenter(vm));
  COIL_TRY(Value exception, call_reenter(vm, cls, {text}));
  return raise_exception(vm, exception);
}

bool newline_from(Value given, Newline* out) {
  static constexpr std::string_view kTexts[] = {"", "\n", "\r", "\r\n"};
  *out = Newline::Universal;
  if (given.is_none()) return true;
  std::string text = str_utf8(given);
  auto* found = std::find(std::begin(kTexts), std::end(kTexts), text);
  *out = static_cast<Newline>(found - kTexts + 1);
  return found != std::end(kTexts);
}

Result<Value> newlines_tuple(Vm& vm, uint8_t seen) {
  static constexpr const char* kTexts[] = {"\r", "\n", "\r\n"};
  Value found[3];
  size_t count = 0;
  for (int i = 0; i < 3; i++) {
    if (seen & (1 << i)) found[count++] = intern(vm, kTexts[i]);
  }
  if (count == 0) return none();
  if (count == 1) return found[0];
  return new_tuple_from(vm, found, count);
}

bool is_text_stream(Value value) { return has_ops(value, &kTextOps) && !binary_of(value)->detached; }
FileBuffer* stream_buffer(Value value) { return binary_of(value)->file; }

Result<Value> standard_output(Vm& vm) {
  Value sys = dict_get_str(vm.modules, vm.name(Name::k_sys));
  Value stream = sys.is(Kind::Module) ? dict_get_str(sys.as<Module>()->dict, vm.name(Name::k_stdout)) : Value();
  if (stream.is_nothing()) return raise(vm, Exc::RuntimeError, "lost sys.stdout");
  return stream;
}

bool takes_whole_texts(Value stream) {
  return (is_text_stream(stream) && class_of(stream) == g_file_classes.text) || is_memory_text(stream);
}

Result<void> print_text_reenter(Vm& vm, Value file, Str* text) {
  if (file.is_nothing() || file.is_none()) {
    COIL_TRY(file, standard_output(vm));
    if (file.is_none()) return ok();
  }
  if (is_text_stream(file) && class_of(file) == g_file_classes.text) return text_write_reenter(vm, file, text);
  if (is_memory_text(file)) return write_memory_text(vm, file, text);
  COIL_CHECK(call_method_reenter(vm, file, vm.name(Name::k_write), {text}));
  return ok();
}

Result<void> flush_stream_reenter(Vm& vm, Value file) {
  if (file.is_nothing() || file.is_none()) {
    Value sys = dict_get_str(vm.modules, vm.name(Name::k_sys));
    file = sys.is(Kind::Module) ? dict_get_str(sys.as<Module>()->dict, vm.name(Name::k_stdout)) : Value();
    if (file.is_nothing() || file.is_none()) return ok();
  }
  if (is_text_stream(file)) {
    COIL_TRY(FileBuffer* buffer, open_buffer(vm, file));
    return flush_buffer_reenter(vm, buffer);
  }
  COIL_CHECK(call_method_reenter(vm, file, vm.name(Name::k_flush), {}));
  return ok();
}

Result<Value> new_standard_stream(Vm& vm, int descriptor, const char* name, bool writable, bool line_buffering, std::string_view encoding,
                                  std::string_view errors) {
  COIL_TRY(Str* label, new_str(vm, name));
  auto* buffer = new FileBuffer(descriptor, false, !writable, writable);
  COIL_TRY(BinaryFile* binary, make_binary(vm, writable ? g_file_classes.writer : g_file_classes.reader, buffer, label, writable ? "wb" : "rb"));
  COIL_TRY(TextFile* text, make_text(vm, binary, encoding, errors, writable ? "w" : "r"));
  text->line_buffering = line_buffering;
  text->newline = Newline::Lf;  // "\r\n" of an input stays
  return Value(text);
}

Result<Value> new_binary_file(Vm& vm, int descriptor, Value name, std::string_view mode) {
  bool plus = mode.find('+') != std::string_view::npos, reads = mode.find('r') != std::string_view::npos || plus;
  bool writes = mode.find('r') == std::string_view::npos || plus;
  auto* buffer = new FileBuffer(descriptor, true, reads, writes);
  COIL_TRY(BinaryFile* file, make_binary(vm, plus ? g_file_classes.random : writes ? g_file_classes.writer : g_file_classes.reader, buffer, name, mode));
  return Value(file);
}

// -- FileIO(...): the object is made closed, and its __init__, which subclasses may call as they like, opens the file

static Result<Value> raw_make(Vm& vm, Class* cls, Value*, size_t, Tuple*) {
  COIL_TRY(BinaryFile* file, new_native_object<BinaryFile>(vm, cls, &kBinaryOps));
  file->unbuffered = true;
  return Value(file);
}
NATIVE(raw_open, "FileIO(self, file, mode='r', closefd=True, opener=None)", "Open a file without a buffer.") {
  if (args.has(2) && !args[2].is(Kind::Str)) return raise_type_error(vm, "FileIO() argument 'mode' must be str, not %s", argument_type_name(args[2]));
  std::string mode = args.has(2) ? str_utf8(args[2]) : "r";
  if (mode.find_first_not_of("rwaxb+") != std::string::npos) return raise_value_error(vm, "invalid mode: %s", mode.c_str());
  auto is_action = [](char c) { return c != 'b' && c != '+'; };
  if (std::count_if(mode.begin(), mode.end(), is_action) != 1 || std::count(mode.begin(), mode.end(), '+') > 1) {
    return raise_value_error(vm, "Must have exactly one of create/read/write/append mode and at most one plus");
  }
  if (mode.find('b') == std::string::npos) mode += 'b';
  bool closefd = true;
  if (args.has(3)) { COIL_TRY(closefd, truthy_reenter(vm, args[3])); }
  OpenOptions options{.file = args[1], .encoding = none(), .errors = none(), .newline = none(), .opener = args.get(4, none()),
                      .mode = mode, .buffering = 0, .closefd = closefd};
  COIL_TRY(Value opened, open_file_reenter(vm, options));
  auto* file = self_as<BinaryFile>(args);
  auto* source = opened.as<BinaryFile>();
  std::swap(file->file, source->file);
  store(file, file->name, source->name);
  store(file, file->mode, source->mode);
  return none();
}
COIL_INIT_SLOT(raw_init, raw_open)

Result<void> setup_io(Vm& vm) {
  COIL_TRY(Class* text, make_class(vm, "_io.TextIOWrapper", sizeof(TextFile)));
  define_class(vm, text,
               {FN(text_read), FN(text_readline), FN(text_write), FN(text_reconfigure), FN(text_detach), FN(file_readlines), FN(file_writelines),
                FN(file_close), FN(file_flush), FN(file_fileno), FN(file_isatty), FN(file_readable), FN(file_writable),
                FN(file_seekable), FN(file_tell), FN(file_seek), FN(file_truncate), FN(file_enter), FN(file_exit)},
               {&kClosed, &kName, &kMode, &kDict, &kEncoding, &kErrors, &kBuffer, &kLineBuffering, &kWriteThrough, &kNewlines});
  g_file_classes.text = text;
  COIL_TRY(Class* reader, make_binary_class(vm, "_io.BufferedReader"));
  g_file_classes.reader = reader;
  COIL_TRY(Class* writer, make_binary_class(vm, "_io.BufferedWriter"));
  g_file_classes.writer = writer;
  COIL_TRY(Class* random, make_binary_class(vm, "_io.BufferedRandom"));
  g_file_classes.random = random;
  for (Class* buffered : {reader, writer, random}) define_class(vm, buffered, {FN(binary_read1), FN(binary_readinto1), FN(binary_detach)}, {&kRaw});
  for (Class* reads : {reader, random}) define_class(vm, reads, {FN(binary_peek)}, {});
  COIL_TRY(Class* raw, make_binary_class(vm, "_io.FileIO"));
  raw->slots.make = raw_make;
  raw->slots.init = raw_init;
  define_class(vm, raw, {FN(binary_readall)}, {&kCloseFd, &kRawName});
  g_file_classes.raw = raw;
  return ok();
}

NATIVE(io_close_with_layer, "_close_with_layer(stream, /)",
       "Leave it to a layer's finalizer to close the stream; whether the stream has one itself.") {
  Cell* cell = args[0].is_cell() ? args[0].cell() : nullptr;
  if (!cell || !(cell->gc & kGcFinalizer)) return Value::boolean(false);
  g_heap.unset_finalizer(cell);
  return Value::boolean(true);
}
NATIVE(io_close_alone, "_close_alone(stream, /)", "Let the stream's own finalizer close it again.") {
  g_heap.set_finalizer(args[0].cell());
  return none();
}

static Result<void> init_io(Vm& vm, Dict* ns) {
  for (Class* cls : {g_file_classes.text, g_file_classes.reader, g_file_classes.writer, g_file_classes.random, g_file_classes.raw}) {
    COIL_CHECK(dict_set_str(vm, ns, cls->name, cls));
  }
  COIL_TRY(Class* unsupported, unsupported_class_reenter(vm));
  COIL_CHECK(dict_set_str(vm, ns, unsupported->name, unsupported));
  COIL_CHECK(define_memory_streams(vm, ns));
  COIL_CHECK(define_line_source(vm, ns));
  define_functions(vm, ns, "_io", {&io_close_with_layer_spec, &io_close_alone_spec});
  Value open = dict_get_str(vm.builtins, intern(vm, "open"));
  if (!open.is_nothing()) COIL_CHECK(module_set(vm, ns, "open", open));
  return module_set_int(vm, ns, "DEFAULT_BUFFER_SIZE", 8192);
}

MODULE(_io, "_io", "File objects.", init_io)

}  // namespace coil
