// What file objects do with their buffers: whether a file is open and able, waiting without the VM lock, filling and flushing.
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>

#include "modules/host_services.hpp"
#include "modules/io_internal.hpp"
#include "modules/support.hpp"
#include "objects/containers.hpp"
#include "objects/number.hpp"
#include "objects/str.hpp"
#include "objects/stream.hpp"
#include "vm/threads.hpp"

namespace coil {

bool g_output_pipe_closed = false;

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
  return raise_value_error(vm, is_text_file(self) ? "underlying buffer has been detached" : "raw stream has been detached");
}

Error raise_closed(Vm& vm, Value self, Asked asked) {
  if (binary_of(self)->detached) return raise_detached(vm, self);
  bool text = is_text_file(self), raw = !text && is_instance(self, g_file_classes.raw);
  // Text streams and what is inherited from IOBase end the sentence.
  bool of_base = asked == Asked::Base || (asked == Asked::Flush && (raw || class_of(self) == g_file_classes.reader));
  if (text ? asked != Asked::Question : of_base) return raise_value_error(vm, "I/O operation on closed file.");
  static constexpr const char* kBuffered[] = {"I/O operation on", "I/O operation on", "I/O operation on", "read of",  "readline of", "peek of",
                                              "readinto of",      "seek of",          "truncate of",      "write to", "flush of"};
  return raise_value_error(vm, "%s closed file", text || raw ? kBuffered[0] : kBuffered[static_cast<int>(asked)]);
}
Result<void> check_attached(Vm& vm, Value self) { return binary_of(self)->detached ? Result<void>(raise_detached(vm, self)) : ok(); }
/// The open file, if it can do what is wanted. Buffered classes that never can say so even when they are closed.
static Result<FileBuffer*> able_buffer(Vm& vm, Value self, Asked asked, bool (FileBuffer::*able)() const, const char* text, const char* buffered,
                                const char* raw) {
  FileBuffer* file = binary_of(self)->file;
  bool refused = file && !(file->*able)();
  bool is_raw = is_instance(self, g_file_classes.raw), is_text = is_text_file(self);
  if (refused && !is_raw && !is_text) return raise_unsupported_operation(vm, buffered);
  COIL_CHECK(open_buffer(vm, self, asked));
  if (refused) return raise_unsupported_operation(vm, is_raw ? raw : text);
  return file;
}
Result<FileBuffer*> readable_buffer(Vm& vm, Value self, Asked asked, const char* operation) {
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
static bool waits_with_others(Vm& vm, FileBuffer* file) {
  if (vm.threads == vm.thread && !vm.thread->next) return false;
  struct stat info;
  return ::fstat(file->descriptor(), &info) == 0 && !S_ISREG(info.st_mode);
}

static bool blocks(FileBuffer* file) { return !(::fcntl(file->descriptor(), F_GETFL) & O_NONBLOCK); }
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
static Result<bool> write_pending_reenter(Vm& vm, FileBuffer* file) {
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
Result<bool> fill_reenter(Vm& vm, Value self, FileBuffer* file, size_t wanted) {
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

Result<int64_t> size_argument_reenter(Vm& vm, Args args, size_t index) {
  if (!args.has(index) || args[index].is_none()) return int64_t{-1};
  if (!class_of(args[index])->slots.index) return raise_type_error(vm, "argument should be integer or None, not '%s'", type_name(args[index]));
  return size_int64_reenter(vm, args[index]);
}

Error raise_unsupported_operation(Vm& vm, const char* what) {
  COIL_TRY(Str* text, new_str(vm, what));
  COIL_TRY(Class* cls, unsupported_class_reenter(vm));
  COIL_TRY(Value exception, call_reenter(vm, cls, {text}));
  return raise_exception(vm, exception);
}

}  // namespace coil
