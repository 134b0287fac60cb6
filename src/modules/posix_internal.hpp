// What the files of module posix share.
#pragma once

#include <fcntl.h>

#include <string>
#include <string_view>

#include "modules/io.hpp"
#include "modules/module.hpp"
#include "objects/containers.hpp"
#include "objects/number.hpp"
#include "objects/protocol.hpp"
#include "objects/str.hpp"

extern char** environ;

namespace coil {

/// Text that came from the system.
inline Result<Str*> system_str(Vm& vm, std::string_view bytes) {
  return decode_bytes(vm, {reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size()}, "utf-8", "surrogateescape");
}

inline Result<int> descriptor_number_reenter(Vm& vm, Value value) {
  COIL_TRY(Value index, index_reenter(vm, value));
  int64_t number;
  bool fits = int_to_i64(index, &number);
  if (!fits || number != static_cast<int>(number)) {
    bool negative = int_sign(index) < 0;
    return raise(vm, Exc::OverflowError, "fd is %s than %s", negative ? "less" : "greater", negative ? "minimum" : "maximum");
  }
  return static_cast<int>(number);
}

/// An open file given by its number, or by an object with fileno().
inline Result<int> open_file_reenter(Vm& vm, Value file) {
  if (!is_instance(file, vm.type(Kind::Int))) {
    COIL_TRY(Value method, find_attr_reenter(vm, file, intern(vm, "fileno")));
    if (method.is_stop()) return raise_type_error(vm, "argument must be an int, or have a fileno() method.");
    COIL_TRY(file, call_reenter(vm, method, {}));
    if (!is_instance(file, vm.type(Kind::Int))) return raise_type_error(vm, "fileno() returned a non-integer");
  }
  COIL_TRY(int descriptor, c_int_reenter(vm, file));
  if (descriptor < 0) return raise_value_error(vm, "file descriptor cannot be a negative integer (%d)", descriptor);
  return descriptor;
}

/// A dir_fd argument: the folder that a path is relative to.
inline Result<int> folder_argument_reenter(Vm& vm, Args args, size_t index) {
  if (!args.has(index) || args[index].is_none()) return AT_FDCWD;
  if (!class_of(args[index])->slots.index) return raise_type_error(vm, "argument should be integer or None, not %s", type_name(args[index]));
  return descriptor_number_reenter(vm, args[index]);
}

/// The path that a function's argument is.
inline Result<PathArgument> path_reenter(Vm& vm, Value path, const char* function, const char* argument = "path") {
  const std::string what = std::string(function) + ": " + argument + " should be string, bytes or os.PathLike";
  return path_argument_reenter(vm, path, what.c_str());
}

/// What the system knows about a path, relative to a folder's descriptor or AT_FDCWD; flags of fstatat().
Result<Value> stat_path(Vm&, const PathArgument&, int folder, int flags);

/// A position or size in a file.
inline Result<int64_t> offset_argument_reenter(Vm& vm, Value value) {
  COIL_TRY(Value index, index_reenter(vm, value));
  int64_t offset;
  if (!int_to_i64(index, &offset)) return raise(vm, Exc::OverflowError, "Python int too large to convert to C long");
  return offset;
}

/// A user or group; -1 is "leave it".
inline Result<uint32_t> id_of_reenter(Vm& vm, Value value, const char* what) {
  if (!class_of(value)->slots.index) return raise_type_error(vm, "%s should be integer, not %s", what, type_name(value));
  Value exact = value;
  if (!value.is_int()) { COIL_TRY(exact, index_reenter(vm, value)); }
  int64_t number;
  bool too_large = false;
  if (!int_to_i64(exact, &number)) too_large = int_sign(exact) > 0;
  else if (number == -1 || number == static_cast<uint32_t>(number)) return static_cast<uint32_t>(number);
  // A number of 33 to 63 bits counts as too small.
  return raise(vm, Exc::OverflowError, "%s is %s than %s", what, too_large ? "greater" : "less", too_large ? "maximum" : "minimum");
}
inline Result<uint32_t> user_reenter(Vm& vm, Value value) { return id_of_reenter(vm, value, "uid"); }
inline Result<uint32_t> group_reenter(Vm& vm, Value value) { return id_of_reenter(vm, value, "gid"); }

/// fork() with this thread as the child's only one: locks, poller and event loops of the child are its own. 0 in the child, -1 with errno.
pid_t fork_vm(Vm&);
/// The same with the functions of os.register_at_fork().
pid_t fork_with_hooks_reenter(Vm&);
/// Processes: the functions and constants of posix_process.cpp.
Result<void> init_posix_process(Vm&, Dict* ns);

}  // namespace coil
