// Module _io: file objects over descriptors. BinaryFile is the byte side, TextFile wraps one and translates.
// Text is decoded line by line or all at once with no look-ahead in decoded form, so tell() is the byte position.
// open() is in io_open.cpp (the builtin: builtins_host.cpp), StringIO and BytesIO in memory_streams.cpp, the abstract classes in stdlib/io.py.
#include "modules/io_internal.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "modules/module.hpp"
#include "modules/support.hpp"
#include "objects/containers.hpp"
#include "objects/native_object.hpp"
#include "objects/number.hpp"
#include "objects/str.hpp"
#include "objects/stream.hpp"

namespace coil {

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

// -- both -----------------------------------------------------------------------------------------

Result<Value> read_line_reenter(Vm& vm, Value self, int64_t limit) {
  return is_text_file(self) ? text_read_line_reenter(vm, self, limit) : binary_read_line_reenter(vm, self, limit);
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
  COIL_CHECK(is_text_file(args[0]) ? flush_buffer_reenter(vm, file) : flush_binary_reenter(vm, file));
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
  const char* words = is_text_file(self) ? "underlying stream is not seekable" : is_instance(self, g_file_classes.raw) ? nullptr : buffered;
  return error == ESPIPE && words ? raise_unsupported_operation(vm, words) : raise_os_error(vm, error);
}

NATIVE(file_tell, "tell(self, /)", "The position in bytes.") {
  COIL_TRY(FileBuffer* file, open_buffer(vm, args[0]));
  if (is_text_file(args[0]) && as_text(args[0])->iterating) return raise(vm, Exc::OSError, "telling position disabled by next() call");
  int64_t at;
  if (int error = file->tell(&at)) return raise_position_error(vm, args[0], error, nullptr);
  if (!is_text_file(args[0])) at -= static_cast<int64_t>(file->held_text());
  return make_int(vm, at);
}
NATIVE(file_seek, "seek(self, offset, whence=0, /)", "Change the position: from the start (0), here (1) or the end (2).") {
  COIL_TRY(FileBuffer* file, open_buffer(vm, args[0], Asked::Seek));
  // A text file compares the position before it converts it.
  if (is_text_file(args[0]) && !args[1].is_int()) COIL_CHECK(compare_reenter(vm, args[1], Value::small_int(0), CompareOp::Lt));
  COIL_TRY(int64_t offset, argument_int64_reenter(vm, args[1]));
  int64_t whence = 0;
  if (args.has(2)) {
    COIL_TRY(int64_t given, argument_int64_reenter(vm, args[2]));
    whence = given;
  }
  if (is_text_file(args[0])) {
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
  const bool begins_anew = whence == SEEK_END || (whence == SEEK_SET && offset == 0);
  if (int error = file->seek(offset, static_cast<int>(whence), &at)) return raise_position_error(vm, args[0], error, "File or stream is not seekable.");
  if (begins_anew && is_text_file(args[0])) as_text(args[0])->seen_newlines = 0;
  return make_int(vm, at);
}
NATIVE(file_truncate, "truncate(self, size=None, /)", "Cut the file at the position or at size.") {
  COIL_TRY(FileBuffer* file, open_buffer(vm, args[0], Asked::Truncate));
  if (!file->writable()) return raise_unsupported_operation(vm, is_instance(args[0], g_file_classes.raw) ? "File not open for writing" : "truncate");
  const bool is_text = is_text_file(args[0]);
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
  if (is_text_file(self)) as_text(self)->iterating = !at_end;
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
  } else if (is_text_file(self)) {
    text += " mode='" + str_utf8(as_text(self)->mode) + "' encoding='" + str_utf8(as_text(self)->encoding) + "'";
  }
  return new_str(vm, text + ">");
}

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
  if (!is_text_file(self)) COIL_CHECK(check_attached(vm, self));
  if (Str* mode = is_text_file(self) ? as_text(self)->mode : binary_of(self)->mode) return mode;
  return raise_attribute_error(vm, self, intern(vm, "mode"));
}
Result<Value> get_closefd(Vm&, Value self) {
  FileBuffer* file = binary_of(self)->file;
  return Value::boolean(!file || file->closes_descriptor());
}
Result<Value> get_raw(Vm&, Value self) { return binary_of(self)->detached ? none() : self; }

constexpr GetSetSpec kClosed{"closed", get_closed, nullptr, "True when the file is closed."};
constexpr GetSetSpec kName{"name", get_name, nullptr, "What was opened."};
constexpr GetSetSpec kDict{"__dict__", instance_dict, nullptr, "Attributes."};
constexpr GetSetSpec kRawName{"name", get_name, set_name, "What was opened."};
constexpr GetSetSpec kMode{"mode", get_mode, nullptr, "The mode of opening."};
constexpr GetSetSpec kCloseFd{"closefd", get_closefd, nullptr, "Whether close() closes the descriptor."};
constexpr GetSetSpec kRaw{"raw", get_raw, nullptr, "The file itself: there is one layer only."};

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
  define_binary_methods(vm, cls);
  define_class(vm, cls,
               {FN(file_readlines), FN(file_writelines), FN(file_close), FN(file_flush), FN(file_fileno), FN(file_isatty), FN(file_readable),
                FN(file_writable), FN(file_seekable), FN(file_tell), FN(file_seek), FN(file_truncate), FN(file_enter), FN(file_exit)},
               {&kClosed, &kName, &kMode, &kDict});
  return cls;
}

}  // namespace

const NativeObjectOps kTextFileOps{trace_text, nullptr};

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
  COIL_TRY(TextFile* text, new_native_object<TextFile>(vm, g_file_classes.text, &kTextFileOps));
  store(text, text->buffer, binary);
  set_encoding(text, intern(vm, encoding));
  store(text, text->errors, intern(vm, errors));
  store(text, text->mode, intern(vm, mode));
  return text;
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

bool is_text_stream(Value value) { return is_text_file(value) && !binary_of(value)->detached; }
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

Result<Value> new_standard_stream(Vm& vm, int descriptor, const char* name, bool writable, StreamBuffering buffering, std::string_view encoding,
                                  std::string_view errors) {
  COIL_TRY(Str* label, new_str(vm, name));
  auto* buffer = new FileBuffer(descriptor, false, !writable, writable);
  const bool unbuffered = buffering == StreamBuffering::None;
  Class* cls = !writable ? g_file_classes.reader : unbuffered ? g_file_classes.raw : g_file_classes.writer;
  COIL_TRY(BinaryFile* binary, make_binary(vm, cls, buffer, label, writable ? "wb" : "rb"));
  binary->unbuffered = writable && unbuffered;
  COIL_TRY(TextFile* text, make_text(vm, binary, encoding, errors, writable ? "w" : "r"));
  text->line_buffering = buffering == StreamBuffering::Lines;
  text->write_through = unbuffered;
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
  define_text_methods(vm, text);
  define_class(vm, text,
               {FN(file_readlines), FN(file_writelines),
                FN(file_close), FN(file_flush), FN(file_fileno), FN(file_isatty), FN(file_readable), FN(file_writable),
                FN(file_seekable), FN(file_tell), FN(file_seek), FN(file_truncate), FN(file_enter), FN(file_exit)},
               {&kClosed, &kName, &kMode, &kDict});
  g_file_classes.text = text;
  COIL_TRY(Class* reader, make_binary_class(vm, "_io.BufferedReader"));
  g_file_classes.reader = reader;
  COIL_TRY(Class* writer, make_binary_class(vm, "_io.BufferedWriter"));
  g_file_classes.writer = writer;
  COIL_TRY(Class* random, make_binary_class(vm, "_io.BufferedRandom"));
  g_file_classes.random = random;
  for (Class* buffered : {reader, writer, random}) {
    define_buffered_methods(vm, buffered, buffered != writer);
    define_class(vm, buffered, {}, {&kRaw});
  }
  COIL_TRY(Class* raw, make_binary_class(vm, "_io.FileIO"));
  raw->slots.make = raw_make;
  raw->slots.init = raw_init;
  define_raw_methods(vm, raw);
  define_class(vm, raw, {}, {&kCloseFd, &kRawName});
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
