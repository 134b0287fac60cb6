// open(): modes, descriptors, and which file object comes of them. Their methods are in io.cpp.
#include "modules/io_internal.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "modules/dropped_files.hpp"
#include "modules/host_services.hpp"
#include "modules/support.hpp"
#include "objects/codecs.hpp"
#include "objects/containers.hpp"
#include "objects/number.hpp"
#include "objects/str.hpp"

namespace coil {

Result<PathArgument> path_argument_reenter(Vm& vm, Value path, const char* what) {
  if (!path.is(Kind::Str) && !path.is(Kind::Bytes)) {
    COIL_TRY(Value method, lookup_special_reenter(vm, path, vm.name(Name::fspath_)));
    if (method.is_stop()) return raise_type_error(vm, "%s, not %s", what, str_utf8(class_of(path)->name).c_str());
    COIL_TRY(Value result, call_reenter(vm, method, {}));
    if (!result.is(Kind::Str) && !result.is(Kind::Bytes)) {
      return raise_type_error(vm, "expected %s.__fspath__() to return str or bytes, not %s", str_utf8(class_of(path)->name).c_str(),
                              str_utf8(class_of(result)->name).c_str());
    }
    path = result;
  }
  std::string text;
  if (path.is(Kind::Str)) {
    COIL_TRY(Bytes* encoded, encode_str(vm, path.as<Str>(), "utf-8", "surrogateescape"));
    text.assign(reinterpret_cast<const char*>(encoded->data), encoded->size);
  } else {
    text.assign(reinterpret_cast<const char*>(path.as<Bytes>()->data), path.as<Bytes>()->size);
  }
  if (text.find('\0') != std::string::npos) {
    std::string_view function = what;
    function = function.substr(0, function.find(':'));
    if (path.is(Kind::Str) || function.size() == std::string_view(what).size()) return raise_value_error(vm, "embedded null byte");
    return raise_value_error(vm, "%s: embedded null character in path", std::string(function).c_str());
  }
  return PathArgument{text, path};
}

namespace {

Result<void> warn_of_line_buffering_reenter(Vm& vm) {
  COIL_TRY(Value warnings, import_absolute_reenter(vm, intern(vm, "warnings")));
  COIL_TRY(Str* text, new_str(vm, "line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used"));
  COIL_CHECK(call_method_reenter(vm, warnings, intern(vm, "warn"), {text, vm.exception(Exc::RuntimeWarning)}));
  return ok();
}

struct TextSettings {
  std::string encoding = "UTF-8", errors = "strict";  // a locale's encoding has its name in capitals
  Newline newline = Newline::Universal;
  bool layered = false;  // marks at the beginning and other states are the business of _iolayers
};

/// Looked at when the file is open, as in CPython: that it is missing comes first.
Result<void> check_text_settings(Vm& vm, const OpenOptions& options, TextSettings* settings) {
  if (options.buffering == 0) return raise_value_error(vm, "can't have unbuffered text I/O");
  if (!newline_from(options.newline, &settings->newline)) {
    return raise_value_error(vm, "illegal newline value: %s", str_utf8(options.newline).c_str());
  }
  if (options.encoding.is(Kind::Str) && !str_is(options.encoding.as<Str>(), "locale")) settings->encoding = str_utf8(options.encoding);
  if (options.errors.is(Kind::Str)) settings->errors = str_utf8(options.errors);
  Codec codec = find_native_codec(settings->encoding).codec;
  settings->layered = codec != Codec::Utf8 && codec != Codec::Ascii && codec != Codec::Latin1 && codec != Codec::Charmap;
  return ok();
}

Result<Value> layered_text_reenter(Vm& vm, BinaryFile* file, const OpenOptions& options, const TextSettings& settings) {
  COIL_TRY(Value layers, import_absolute_reenter(vm, intern(vm, "_iolayers")));
  COIL_TRY(Value wrapper, get_attr_reenter(vm, layers, intern(vm, "TextIOWrapper")));
  COIL_TRY(Str* encoding, new_str(vm, settings.encoding));
  COIL_TRY(Str* errors, new_str(vm, settings.errors));
  bool line_buffering = options.buffering == 1 || (options.buffering < 0 && ::isatty(file->file->descriptor()));
  Result<Value> text = call_reenter(vm, wrapper, {file, encoding, errors, options.newline, Value::boolean(line_buffering)});
  if (!text) {
    file->file->close();
    return Error{};
  }
  COIL_TRY(Str* mode, new_str(vm, options.mode));
  COIL_CHECK(set_attr_reenter(vm, *text, intern(vm, "mode"), mode));
  return text;
}

}  // namespace

/// What is no path at all is told before anything about the mode; numbers are looked at later.
static Result<void> check_is_path_reenter(Vm& vm, Value file) {
  if (file.is(Kind::Str) || file.is(Kind::Bytes) || file.is_int() || file.is_float()) return ok();
  COIL_TRY(Value method, lookup_special_reenter(vm, file, vm.name(Name::fspath_)));
  if (method.is_stop()) return raise_type_error(vm, "expected str, bytes or os.PathLike object, not %s", type_name(file));
  return ok();
}

Result<Value> open_file_reenter(Vm& vm, const OpenOptions& options) {
  bool text = false, binary = false, plus = false;
  char action = 0;
  int actions = 0;
  std::string seen;
  if (options.mode.find('\0') != std::string::npos) return raise_value_error(vm, "embedded null character");
  COIL_CHECK(check_is_path_reenter(vm, options.file));
  for (char c : options.mode) {
    if (!std::strchr("rwaxbt+", c) || seen.find(c) != std::string::npos) {
      return raise_value_error(vm, "invalid mode: '%s'", options.mode.c_str());
    }
    seen += c;
    if (c == 't') text = true;
    else if (c == 'b') binary = true;
    else if (c == '+') plus = true;
    else {
      action = c;
      actions++;
    }
  }
  if (text && binary) return raise_value_error(vm, "can't have text and binary mode at once");
  if (actions != 1) {
    return raise_value_error(vm, actions ? "must have exactly one of create/read/write/append mode"
                                         : "Must have exactly one of create/read/write/append mode and at most one plus");
  }
  if (binary && !options.encoding.is_none()) return raise_value_error(vm, "binary mode doesn't take an encoding argument");
  if (binary && !options.errors.is_none()) return raise_value_error(vm, "binary mode doesn't take an errors argument");
  if (binary && !options.newline.is_none()) return raise_value_error(vm, "binary mode doesn't take a newline argument");
  if (!options.newline.is_none() && !options.newline.is(Kind::Str)) {
    return raise_type_error(vm, "open() argument 'newline' must be str or None, not %s", argument_type_name(options.newline));
  }
  if (binary && options.buffering == 1) COIL_CHECK(warn_of_line_buffering_reenter(vm));

  bool reads = action == 'r' || plus, writes = action != 'r' || plus;
  int flags = O_CLOEXEC | (reads && writes ? O_RDWR : writes ? O_WRONLY : O_RDONLY);
  if (action == 'w') flags |= O_CREAT | O_TRUNC;
  if (action == 'a') flags |= O_CREAT | O_APPEND;
  if (action == 'x') flags |= O_CREAT | O_EXCL;
  int descriptor;
  bool closes = options.closefd;
  Value file_name = options.file;
  if (options.file.is_int()) {
    COIL_TRY(int64_t number, argument_int64_reenter(vm, options.file));
    if (number < 0) return raise_value_error(vm, "negative file descriptor");
    descriptor = static_cast<int>(number);
    if (fcntl(descriptor, F_GETFD) < 0) return raise_os_error(vm, errno);
  } else {
    if (!closes) return raise_value_error(vm, "Cannot use closefd=False with file name");
    COIL_TRY(PathArgument path, path_argument_reenter(vm, options.file, "expected str, bytes or os.PathLike object"));
    file_name = path.shown;
    if (!options.opener.is_none()) {
      COIL_TRY(Value opened, call_reenter(vm, options.opener, {file_name, Value::small_int(flags)}));
      if (!opened.is_int() && !class_of(opened)->slots.index) return raise_type_error(vm, "expected integer from opener");
      COIL_TRY(int64_t number, argument_int64_reenter(vm, opened));
      if (number < 0) return raise_value_error(vm, "opener returned %lld", static_cast<long long>(number));
      descriptor = static_cast<int>(number);
      if (fcntl(descriptor, F_GETFD) < 0) return raise_os_error(vm, errno);
    } else {
      settle_before_open(path.c_str());
      for (;;) {
        descriptor = ::open(path.c_str(), flags, 0666);
        if (descriptor >= 0 || errno != EINTR) break;
        COIL_CHECK(check_interrupts_reenter(vm));
      }
      if (descriptor < 0) return raise_os_error(vm, errno, file_name);
    }
  }
  struct stat info;
  if (fstat(descriptor, &info) == 0 && S_ISDIR(info.st_mode)) {
    if (!options.file.is_int()) ::close(descriptor);
    return raise_os_error(vm, EISDIR, file_name);
  }
  // A descriptor that reads and writes shows "rb+", whatever made or emptied the file.
  TextSettings settings;
  if (!binary && !check_text_settings(vm, options, &settings)) {
    if (closes) ::close(descriptor);
    return Error{};
  }
  std::string mode = action == 'w' && plus ? "rb+" : std::string(1, action) + "b" + (plus ? "+" : "");
  auto* buffer = new FileBuffer(descriptor, closes, reads, writes);
  if (action == 'a') {
    int64_t end;
    (void)buffer->seek(0, SEEK_END, &end);
  }
  Class* cls = options.buffering == 0 ? g_file_classes.raw : plus ? g_file_classes.random : writes ? g_file_classes.writer : g_file_classes.reader;
  COIL_TRY(BinaryFile* file, make_binary(vm, cls, buffer, file_name, mode));
  file->unbuffered = options.buffering == 0;
  if (binary) return Value(file);
  if (settings.layered) return layered_text_reenter(vm, file, options, settings);
  COIL_TRY(TextFile* stream, make_text(vm, file, settings.encoding, settings.errors, options.mode));
  stream->newline = settings.newline;
  stream->line_buffering = options.buffering == 1 || (options.buffering < 0 && ::isatty(descriptor));
  return Value(stream);
}

}  // namespace coil
