// Layouts of file objects and what their files share: io.cpp (methods of both kinds, classes), io_text.cpp, io_binary.cpp, io_transfer.cpp (what is done with
// buffers), io_open.cpp (how they are made).
#pragma once

#include "modules/io.hpp"
#include "objects/native.hpp"
#include "objects/native_object.hpp"

namespace coil {

struct BinaryFile : NativeObject {
  FileBuffer* file;
  Value name;
  Str* mode;
  bool unbuffered;
  bool detached;  // `file` belongs to another object, or was never one's own
};

struct TextFile : NativeObject {
  BinaryFile* buffer;
  Str* encoding;
  Str* errors;
  Str* mode;
  Newline newline;
  bool is_utf8;
  bool byte_oriented;    // line ends are single bytes; other encodings are read whole
  bool line_buffering;
  bool write_through;
  bool iterating;         // since next(): CPython reads ahead there, and tell() does not answer
  uint8_t seen_newlines;  // bits of SeenNewlines
};

/// Classes of module _io; set once at start.
struct FileClasses { Class *text, *reader, *writer, *random, *raw; };
extern FileClasses g_file_classes;

extern const NativeObjectOps kTextFileOps;
inline bool is_text_file(Value value) { return value.is(Kind::NativeObject) && value.as<NativeObject>()->ops == &kTextFileOps; }
inline TextFile* as_text(Value value) { return value.as<TextFile>(); }
/// The byte side of either class.
inline BinaryFile* binary_of(Value self) { return is_text_file(self) ? as_text(self)->buffer : self.as<BinaryFile>(); }

/// Takes the buffer over.
Result<BinaryFile*> make_binary(Vm&, Class*, FileBuffer*, Value name, std::string_view mode);
Result<TextFile*> make_text(Vm&, BinaryFile*, std::string_view encoding, std::string_view errors, std::string_view mode);

// -- io_transfer.cpp

/// What was asked of a closed file, which the message tells.
enum class Asked { Operation, Question, Base, Read, ReadLine, Peek, ReadInto, Seek, Truncate, Write, Flush };

Error raise_detached(Vm&, Value self);
Result<void> check_attached(Vm&, Value self);
Error raise_closed(Vm&, Value self, Asked);
inline Result<FileBuffer*> open_buffer(Vm& vm, Value self, Asked asked = Asked::Operation) {
  FileBuffer* file = binary_of(self)->file;
  if (!file || !file->is_open()) return raise_closed(vm, self, asked);
  return file;
}
Result<FileBuffer*> readable_buffer(Vm&, Value self, Asked asked = Asked::Read, const char* operation = "read");
Result<FileBuffer*> writable_buffer(Vm&, Value self);
Error raise_io_error(Vm&, FileBuffer*, int error);
/// io.UnsupportedOperation, made when it is first wanted.
Result<Class*> unsupported_class_reenter(Vm&);

/// Whether other threads have to be let in while this one may wait for a pipe, a terminal or a socket.
bool reading_waits_with_others(Vm&, FileBuffer*);
/// Waits without the VM lock until the descriptor is ready; the file may be closed meanwhile.
Result<void> wait_ready_reenter(Vm&, FileBuffer*, short events);
Error raise_would_block(Vm&, size_t written);
Result<void> flush_buffer_reenter(Vm&, FileBuffer*);
/// Writes all but the text that is held back.
Result<void> flush_binary_reenter(Vm&, FileBuffer*);
Result<size_t> write_some_reenter(Vm&, FileBuffer*, size_t size, size_t room);
/// More input; false at the end. The file may have been closed by a signal handler.
Result<bool> fill_reenter(Vm&, Value self, FileBuffer*, size_t wanted = 0);
Result<void> prepare_read_reenter(Vm&, FileBuffer*);
Result<void> prepare_write(Vm&, FileBuffer*);
constexpr size_t kLargeRest = 1 << 16;  // bytes
/// `expected`: how much there may be.
Result<void> read_all_reenter(Vm&, Value self, FileBuffer*, size_t expected);
/// Bytes of the next line inside file->unread(), its end included; reads as much as needed.
Result<size_t> line_length_reenter(Vm&, Value self, FileBuffer*, Newline, size_t limit);
/// A size or limit: -1 for None and when it is not given.
Result<int64_t> size_argument_reenter(Vm&, Args, size_t index);

// -- io_text.cpp

void set_encoding(TextFile*, Str* encoding);
Result<Value> text_read_line_reenter(Vm&, Value self, int64_t limit);
Result<void> text_write_reenter(Vm&, Value self, Str*);
void define_text_methods(Vm&, Class*);

// -- io_binary.cpp

Result<Value> binary_read_line_reenter(Vm&, Value self, int64_t limit);
void define_binary_methods(Vm&, Class*);
void define_buffered_methods(Vm&, Class*, bool reads);
void define_raw_methods(Vm&, Class*);

}  // namespace coil
