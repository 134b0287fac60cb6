// File objects for the other native modules: the three standard streams and open().
#pragma once

#include "modules/file_buffer.hpp"
#include "objects/vm.hpp"

namespace coil {

enum class StreamBuffering : uint8_t { Full, Lines, None };
/// A text stream over a descriptor that is not closed with it: sys.stdin, sys.stdout, sys.stderr.
Result<Value> new_standard_stream(Vm&, int descriptor, const char* name, bool writable, StreamBuffering, std::string_view encoding,
                                  std::string_view errors);
/// A binary file object over a descriptor that it owns.
Result<Value> new_binary_file(Vm&, int descriptor, Value name, std::string_view mode);
/// open(); options that were not given are none().
struct OpenOptions { Value file, encoding, errors, newline, opener; std::string mode; int64_t buffering; bool closefd; };
Result<Value> open_file_reenter(Vm&, const OpenOptions&);
/// Native text streams that have a buffer.
bool is_text_stream(Value);
FileBuffer* stream_buffer(Value);
/// A write to descriptor 1 or 2 failed with EPIPE: the reader is gone, and the program's end is to be quiet.
extern bool g_output_pipe_closed;
/// Makes the classes; once at start.
Result<void> setup_io(Vm&);

/// How a text stream ends its lines: the argument `newline` None, '', '\n', '\r' or '\r\n'.
enum class Newline : uint8_t { Universal, Keep, Lf, Cr, CrLf };
/// False when None or the str is none of these.
bool newline_from(Value none_or_str, Newline* out);
/// Line ends that were met, and what the attribute `newlines` says of them: None, one or a tuple.
enum SeenNewlines : uint8_t { kSeenCr = 1, kSeenLf = 2, kSeenCrLf = 4 };
Result<Value> newlines_tuple(Vm&, uint8_t seen);
/// Raises io.UnsupportedOperation.
Error raise_unsupported_operation(Vm&, const char* what);

/// Module _io's BytesIO and StringIO.
Result<void> define_memory_streams(Vm&, Dict* ns);
/// And its _LineSource.
Result<void> define_line_source(Vm&, Dict* ns);
/// Exact io.StringIO only.
bool is_memory_text(Value);
/// StringIO.write().
Result<void> write_memory_text(Vm&, Value stream, Str*);

/// Path argument (str, bytes, os.PathLike): as bytes for the operating system, and as str or bytes for messages.
struct PathArgument {
  std::string bytes;
  Value shown;
  const char* c_str() const { return bytes.c_str(); }
  operator std::string() const { return bytes; }
};
Result<PathArgument> path_argument_reenter(Vm&, Value path, const char* what);

}  // namespace coil
