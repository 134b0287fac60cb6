// Layouts of file objects, shared by io.cpp (their methods) and io_open.cpp (how they are made).
#pragma once

#include "modules/io.hpp"
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

/// Takes the buffer over.
Result<BinaryFile*> make_binary(Vm&, Class*, FileBuffer*, Value name, std::string_view mode);
Result<TextFile*> make_text(Vm&, BinaryFile*, std::string_view encoding, std::string_view errors, std::string_view mode);

}  // namespace coil
