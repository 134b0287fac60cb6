// Module posix: files, folders, processes and environment as the system gives them. stdlib/os and stdlib/posixpath.py build on it.
#include <dirent.h>
#include <fcntl.h>
#include <sched.h>
#include <sys/stat.h>
#include <sys/times.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cmath>
#include <climits>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <vector>

#include "async/oracle.hpp"
#include "async/poller.hpp"
#include "base/system_libc.hpp"
#include "modules/dropped_files.hpp"
#include "modules/posix_internal.hpp"
#include "modules/struct_sequence.hpp"
#include "modules/support.hpp"
#include "modules/terminal_hooks.hpp"
#include "vm/threads.hpp"

namespace coil {

namespace {

Class *g_stat_result, *g_times_result;
const SequenceSpec kStatResult{"os", "stat_result", "What the system knows about a file.", 19,
                               {"st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "st_atime", "st_mtime", "st_ctime",
                                "st_atime", "st_mtime", "st_ctime", "st_atime_ns", "st_mtime_ns", "st_ctime_ns", "st_blksize", "st_blocks",
                                "st_rdev"},
                               10};
const SequenceSpec kTimesResult{"posix", "times_result", "Processor times.", 5, {"user", "system", "children_user", "children_system", "elapsed"}};

Result<int> int_argument_reenter(Vm& vm, Args args, size_t index, int fallback) {
  if (!args.has(index)) return fallback;
  return c_int_reenter(vm, args[index]);
}

/// None, or OSError with the path of the argument.
Result<Value> outcome(Vm& vm, int result, Value path = {}) {
  if (result < 0) return raise_os_error(vm, errno, path);
  return none();
}

NATIVE(posix_getpid, "getpid()", "The process's number.") { return Value::small_int(::getpid()); }
NATIVE(posix_getppid, "getppid()", "The parent process's number.") { return Value::small_int(::getppid()); }
NATIVE(posix_getuid, "getuid()", "The user's number.") { return Value::small_int(::getuid()); }
NATIVE(posix_geteuid, "geteuid()", "The effective user's number.") { return Value::small_int(::geteuid()); }
NATIVE(posix_getgid, "getgid()", "The group's number.") { return Value::small_int(::getgid()); }
NATIVE(posix_getegid, "getegid()", "The effective group's number.") { return Value::small_int(::getegid()); }

NATIVE(posix_getcwd, "getcwd()", "The current folder.") {
  char path[PATH_MAX];
  if (!::getcwd(path, sizeof path)) return raise_os_error(vm, errno);
  return system_str(vm, path);
}
NATIVE(posix_chdir, "chdir(path)", "Change the current folder, to a path or an open folder.") {
  if (class_of(args[0])->slots.index) {
    COIL_TRY(int descriptor, descriptor_number_reenter(vm, args[0]));
    return outcome(vm, ::fchdir(descriptor), args[0]);
  }
  COIL_TRY(PathArgument path, path_argument_reenter(vm, args[0], "chdir: path should be string, bytes, os.PathLike or integer"));
  return outcome(vm, ::chdir(path.c_str()), path.shown);
}
NATIVE(posix_mkdir, "mkdir(path, mode=511, *, dir_fd=None)", "Make a folder.") {
  COIL_TRY(PathArgument path, path_reenter(vm, args[0], "mkdir"));
  COIL_TRY(int mode, int_argument_reenter(vm, args, 1, 0777));
  COIL_TRY(int folder, folder_argument_reenter(vm, args, 2));
  return outcome(vm, ::mkdirat(folder, path.c_str(), static_cast<mode_t>(mode)), path.shown);
}
NATIVE(posix_rmdir, "rmdir(path, *, dir_fd=None)", "Remove an empty folder.") {
  COIL_TRY(PathArgument path, path_reenter(vm, args[0], "rmdir"));
  COIL_TRY(int folder, folder_argument_reenter(vm, args, 1));
  return outcome(vm, ::unlinkat(folder, path.c_str(), AT_REMOVEDIR), path.shown);
}
NATIVE(posix_remove, "remove(path, *, dir_fd=None)", "Remove a file.") {
  COIL_TRY(PathArgument path, path_reenter(vm, args[0], "remove"));
  COIL_TRY(int folder, folder_argument_reenter(vm, args, 1));
  return outcome(vm, ::unlinkat(folder, path.c_str(), 0), path.shown);
}
NATIVE(posix_unlink, "unlink(path, *, dir_fd=None)", "Remove a file.") {
  COIL_TRY(PathArgument path, path_reenter(vm, args[0], "unlink"));
  COIL_TRY(int folder, folder_argument_reenter(vm, args, 1));
  return outcome(vm, ::unlinkat(folder, path.c_str(), 0), path.shown);
}

/// OSError of an operation on two paths.
Result<Value> outcome_of_two(Vm& vm, int result, Value from, Value to) {
  if (result >= 0) return none();
  int error = errno;
  COIL_TRY(Str* text, new_str(vm, std::strerror(error)));
  COIL_TRY(Value exception, call_reenter(vm, vm.exception(Exc::OSError), {Value::small_int(error), text, from, none(), to}));
  return raise_exception(vm, exception);
}
Result<Value> rename_reenter(Vm& vm, Args args, const char* function) {
  COIL_TRY(PathArgument from, path_reenter(vm, args[0], function, "src"));
  COIL_TRY(PathArgument to, path_reenter(vm, args[1], function, "dst"));
  COIL_TRY(int from_folder, folder_argument_reenter(vm, args, 2));
  COIL_TRY(int to_folder, folder_argument_reenter(vm, args, 3));
  return outcome_of_two(vm, ::renameat(from_folder, from.c_str(), to_folder, to.c_str()), from.shown, to.shown);
}
NATIVE(posix_rename, "rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None)", "Rename a file or folder.") {
  return rename_reenter(vm, args, "rename");
}
NATIVE(posix_replace, "replace(src, dst, *, src_dir_fd=None, dst_dir_fd=None)", "Rename a file, over an existing one.") {
  return rename_reenter(vm, args, "replace");
}
NATIVE(posix_symlink, "symlink(src, dst, target_is_directory=False, *, dir_fd=None)", "Make a symbolic link.") {
  COIL_TRY(PathArgument from, path_reenter(vm, args[0], "symlink", "src"));
  COIL_TRY(PathArgument to, path_reenter(vm, args[1], "symlink", "dst"));
  COIL_TRY(int folder, folder_argument_reenter(vm, args, 3));
  return outcome_of_two(vm, ::symlinkat(from.c_str(), folder, to.c_str()), from.shown, to.shown);
}
NATIVE(posix_readlink, "readlink(path, *, dir_fd=None)", "Where a symbolic link points.") {
  COIL_TRY(PathArgument path, path_reenter(vm, args[0], "readlink"));
  COIL_TRY(int folder, folder_argument_reenter(vm, args, 1));
  char target[PATH_MAX];
  ssize_t length = ::readlinkat(folder, path.c_str(), target, sizeof target);
  if (length < 0) return raise_os_error(vm, errno, path.shown);
  if (path.shown.is(Kind::Bytes)) return new_bytes(vm, target, static_cast<size_t>(length));
  return system_str(vm, {target, static_cast<size_t>(length)});
}
NATIVE(posix_chmod, "chmod(path, mode, *, dir_fd=None, follow_symlinks=True)", "Change the permissions of a path or descriptor.") {
  bool follow = true;
  if (args.has(3)) {
    COIL_TRY(bool wanted, truthy_reenter(vm, args[3]));
    follow = wanted;
  }
  COIL_TRY(int mode, int_argument_reenter(vm, args, 1, 0));
  if (args[0].is_int()) {
    COIL_TRY(int descriptor, descriptor_number_reenter(vm, args[0]));
    return outcome(vm, ::fchmod(descriptor, static_cast<mode_t>(mode)), args[0]);
  }
  COIL_TRY(PathArgument path, path_argument_reenter(vm, args[0], "chmod: path should be string, bytes, os.PathLike or integer"));
  COIL_TRY(int folder, folder_argument_reenter(vm, args, 2));
  int result = ::fchmodat(folder, path.c_str(), static_cast<mode_t>(mode), follow ? 0 : AT_SYMLINK_NOFOLLOW);
  if (result < 0 && !follow && errno == EOPNOTSUPP) return raise(vm, Exc::NotImplementedError, "chmod: follow_symlinks unavailable on this platform");
  return outcome(vm, result, path.shown);
}
NATIVE(posix_access, "access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True)",
       "Whether the process may do this with the path, by its real or its effective user.") {
  COIL_TRY(PathArgument path, path_reenter(vm, args[0], "access"));
  COIL_TRY(int mode, int_argument_reenter(vm, args, 1, 0));
  COIL_TRY(int folder, folder_argument_reenter(vm, args, 2));
  COIL_TRY(bool effective, args.has(3) ? truthy_reenter(vm, args[3]) : Result<bool>(false));
  COIL_TRY(bool follow, args.has(4) ? truthy_reenter(vm, args[4]) : Result<bool>(true));
  int flags = (effective ? AT_EACCESS : 0) | (follow ? 0 : AT_SYMLINK_NOFOLLOW);
  return Value::boolean(::faccessat(folder, path.c_str(), mode, flags) == 0);
}
NATIVE(posix_umask, "umask(mask, /)", "Set the mask of permissions; the old one.") {
  COIL_TRY(int mask, int_argument_reenter(vm, args, 0, 0));
  return Value::small_int(::umask(static_cast<mode_t>(mask)));
}
NATIVE(posix_utime, "utime(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True)", "Set access and modification time of a path or descriptor.") {
  timespec times[2] = {{0, UTIME_NOW}, {0, UTIME_NOW}};
  bool in_ns = args.has(2) && !args[2].is_none();
  if (in_ns && args.has(1) && !args[1].is_none()) {
    return raise_value_error(vm, "utime: you may specify either 'times' or 'ns' but not both");
  }
  Value given = in_ns ? args[2] : args.get(1, none());
  if (!given.is_none()) {
    if (!given.is(Kind::Tuple) || given.as<Tuple>()->size != 2) {
      return raise_type_error(vm, "utime: '%s' must be %s", in_ns ? "ns" : "times", in_ns ? "a tuple of two ints" : "either a tuple of two ints or None");
    }
    for (int i = 0; i < 2; i++) {
      Value item = given.as<Tuple>()->items[i];
      if (in_ns) {
        COIL_TRY(int64_t ns, index_int64_reenter(vm, item));
        int64_t seconds = ns / 1'000'000'000 - (ns % 1'000'000'000 < 0);
        times[i] = {seconds, ns - seconds * 1'000'000'000};
      } else {
        if (!item.is_float()) {
          COIL_TRY(int64_t seconds, index_int64_reenter(vm, item));
          times[i] = {seconds, 0};
          continue;
        }
        COIL_TRY(double seconds, number_as_double_reenter(vm, item));
        if (std::isnan(seconds)) return raise_value_error(vm, "Invalid value NaN (not a number)");
        if (!(std::fabs(seconds) < 0x1p63)) return raise(vm, Exc::OverflowError, "timestamp out of range for platform time_t");
        auto whole = static_cast<time_t>(std::floor(seconds));
        times[i] = {whole, static_cast<long>((seconds - static_cast<double>(whole)) * 1e9)};
      }
    }
  }
  bool follow = true;
  if (args.has(4)) {
    COIL_TRY(bool wanted, truthy_reenter(vm, args[4]));
    follow = wanted;
  }
  if (args[0].is_int()) {
    COIL_TRY(int descriptor, descriptor_number_reenter(vm, args[0]));
    return outcome(vm, ::futimens(descriptor, times));
  }
  COIL_TRY(PathArgument path, path_argument_reenter(vm, args[0], "utime: path should be string, bytes, os.PathLike or integer"));
  COIL_TRY(int folder, folder_argument_reenter(vm, args, 3));
  if (folder == AT_FDCWD) settle_before_open(path.c_str());
  // As in CPython, this error does not name the path.
  return outcome(vm, ::utimensat(folder, path.c_str(), times, follow ? 0 : AT_SYMLINK_NOFOLLOW));
}

/// The names of an open folder, each with its NUL, so that no allocation happens while it is open.
std::string read_names(DIR* folder) {
  std::string names;
  while (dirent* entry = ::readdir(folder)) {
    if (std::strcmp(entry->d_name, ".") && std::strcmp(entry->d_name, "..")) names.append(entry->d_name, std::strlen(entry->d_name) + 1);
  }
  ::closedir(folder);
  return names;
}

NATIVE(posix_listdir, "listdir(path=None)", "Names in a folder, in the system's order; as bytes for a path of bytes.") {
  DIR* folder;
  Value shown;
  int descriptor = -1;  // the current folder, also when the program says so
  const bool number = args.has(0) && args[0].is_int();
  if (number) {
    COIL_TRY(descriptor, int_argument_reenter(vm, args, 0, 0));
  }
  if (descriptor != -1) {
    int copy = ::fcntl(descriptor, F_DUPFD_CLOEXEC, 0);
    if (copy < 0) return raise_os_error(vm, errno);
    folder = ::fdopendir(copy);
    if (!folder) {
      int error = errno;
      ::close(copy);
      return raise_os_error(vm, error, args[0]);
    }
    ::rewinddir(folder);
  } else {
    std::string bytes = ".";
    if (args.has(0) && !number && !args[0].is_none()) {
      COIL_TRY(PathArgument path, path_argument_reenter(vm, args[0], "listdir: path should be string, bytes, os.PathLike, integer or None"));
      bytes = path.bytes;
      shown = path.shown;
    }
    folder = ::opendir(bytes.c_str());
    if (!folder) return raise_os_error(vm, errno, shown);
  }
  std::string names = read_names(folder);
  bool as_bytes = shown && shown.is(Kind::Bytes);
  COIL_TRY(List* list, new_list(vm));
  for (size_t at = 0; at < names.size();) {
    size_t end = names.find('\0', at);
    if (as_bytes) {
      COIL_TRY(Bytes* name, new_bytes(vm, names.data() + at, end - at));
      COIL_CHECK(list_append(vm, list, name));
    } else {
      COIL_TRY(Str* name, system_str(vm, std::string_view(names).substr(at, end - at)));
      COIL_CHECK(list_append(vm, list, name));
    }
    at = end + 1;
  }
  return Value(list);
}

Result<Value> stat_value(Vm& vm, const struct stat& info) {
  int64_t numbers[] = {info.st_mode, static_cast<int64_t>(info.st_ino), static_cast<int64_t>(info.st_dev), static_cast<int64_t>(info.st_nlink),
                       info.st_uid, info.st_gid, info.st_size};
  const timespec* times[] = {&info.st_atim, &info.st_mtim, &info.st_ctim};
  COIL_TRY(Tuple* items, new_tuple(vm, kStatResult.field_count));
  for (size_t i = 0; i < 7; i++) {
    COIL_TRY(Value number, make_int(vm, numbers[i]));
    store(items, items->items[i], number);
  }
  for (size_t i = 0; i < 3; i++) {
    COIL_TRY(Value seconds, make_float(vm, static_cast<double>(times[i]->tv_sec) + 1e-9 * static_cast<double>(times[i]->tv_nsec)));
    COIL_TRY(Value whole, make_int(vm, times[i]->tv_sec));
    COIL_TRY(Value ns, make_int(vm, times[i]->tv_sec * int64_t{1'000'000'000} + times[i]->tv_nsec));
    store(items, items->items[7 + i], whole);
    store(items, items->items[10 + i], seconds);
    store(items, items->items[13 + i], ns);
  }
  int64_t rest[] = {info.st_blksize, info.st_blocks, static_cast<int64_t>(info.st_rdev)};
  for (size_t i = 0; i < 3; i++) {
    COIL_TRY(Value number, make_int(vm, rest[i]));
    store(items, items->items[16 + i], number);
  }
  return new_sequence(vm, g_stat_result, items->items);
}

}  // namespace

Result<Value> stat_path(Vm& vm, const PathArgument& path, int folder, int flags) {
  struct stat info;
  if (folder == AT_FDCWD) settle_before_stat(path.c_str());
  if (::fstatat(folder, path.c_str(), &info, flags) < 0) return raise_os_error(vm, errno, path.shown);
  return stat_value(vm, info);
}

namespace {

NATIVE(posix_stat, "stat(path, *, dir_fd=None, follow_symlinks=True)", "What the system knows about a path or descriptor.") {
  COIL_TRY(int folder, folder_argument_reenter(vm, args, 1));
  COIL_TRY(bool follow, args.has(2) ? truthy_reenter(vm, args[2]) : Result<bool>(true));
  if (args[0].is_int()) {
    if (folder != AT_FDCWD) return raise_value_error(vm, "stat: can't specify dir_fd without matching path");
    struct stat info;
    COIL_TRY(int descriptor, descriptor_number_reenter(vm, args[0]));
    if (!follow && descriptor > 0) return raise_value_error(vm, "stat: cannot use fd and follow_symlinks together");
    if (::fstat(descriptor, &info) < 0) return raise_os_error(vm, errno, args[0]);
    return stat_value(vm, info);
  }
  COIL_TRY(PathArgument path, path_argument_reenter(vm, args[0], "stat: path should be string, bytes, os.PathLike or integer"));
  return stat_path(vm, path, folder, follow ? 0 : AT_SYMLINK_NOFOLLOW);
}
NATIVE(posix_lstat, "lstat(path, *, dir_fd=None)", "stat() that does not follow symbolic links.") {
  COIL_TRY(PathArgument path, path_reenter(vm, args[0], "lstat"));
  COIL_TRY(int folder, folder_argument_reenter(vm, args, 1));
  return stat_path(vm, path, folder, AT_SYMLINK_NOFOLLOW);
}
NATIVE(posix_fstat, "fstat(fd)", "What the system knows about a descriptor.") {
  struct stat info;
  COIL_TRY(int descriptor, int_argument_reenter(vm, args, 0, 0));
  if (::fstat(descriptor, &info) < 0) return raise_os_error(vm, errno);
  return stat_value(vm, info);
}

NATIVE(posix_open, "open(path, flags, mode=511, *, dir_fd=None)", "Open a descriptor.") {
  COIL_TRY(PathArgument path, path_reenter(vm, args[0], "open"));
  COIL_TRY(int flags, int_argument_reenter(vm, args, 1, 0));
  COIL_TRY(int mode, int_argument_reenter(vm, args, 2, 0777));
  COIL_TRY(int folder, folder_argument_reenter(vm, args, 3));
  if (folder == AT_FDCWD) settle_before_open(path.c_str());
  int descriptor = ::openat(folder, path.c_str(), flags | O_CLOEXEC, mode);
  if (descriptor < 0) return raise_os_error(vm, errno, path.shown);
  return Value::small_int(descriptor);
}
NATIVE(posix_close, "close(fd)", "Close a descriptor.") {
  COIL_TRY(int descriptor, c_int_reenter(vm, args[0]));
  descriptor_closes(descriptor);
  return outcome(vm, ::close(descriptor));
}
NATIVE(posix_read, "read(fd, length, /)", "Read at most length bytes.") {
  COIL_TRY(int descriptor, int_argument_reenter(vm, args, 0, 0));
  COIL_TRY(int64_t length, ssize_from_reenter(vm, args[1]));
  if (length < 0) return raise_os_error(vm, EINVAL);
  std::string bytes(static_cast<size_t>(std::min<int64_t>(length, 64 << 20)), '\0');
  for (;;) {
    ssize_t got;
    int error;
    {
      WithoutVm released(vm);
      got = ::read(descriptor, bytes.data(), bytes.size());
      error = errno;
    }
    if (got >= 0) return new_bytes(vm, bytes.data(), static_cast<size_t>(got));
    if (error != EINTR) return raise_os_error(vm, error);
    COIL_CHECK(check_interrupts_reenter(vm));
  }
}
NATIVE(posix_write, "write(fd, data, /)", "Write bytes; how many were written.") {
  COIL_TRY(int descriptor, int_argument_reenter(vm, args, 0, 0));
  COIL_TRY(ByteSpan span, require_bytes(vm, args[1]));
  // A copy: the buffer may change while the lock is away.
  std::string bytes(reinterpret_cast<const char*>(span.data), span.size);
  if (g_terminal_hooks.before_write) g_terminal_hooks.before_write(descriptor, bytes);
  for (;;) {
    ssize_t wrote;
    int error;
    {
      WithoutVm released(vm);
      wrote = ::write(descriptor, bytes.data(), bytes.size());
      error = errno;
    }
    if (wrote >= 0) return make_int(vm, wrote);
    if (error != EINTR) return raise_os_error(vm, error);
    COIL_CHECK(check_interrupts_reenter(vm));
  }
}
NATIVE(posix_pipe, "pipe()", "(read end, write end) of a new pipe.") {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) < 0) return raise_os_error(vm, errno);
  return make_tuple(vm, {Value::small_int(ends[0]), Value::small_int(ends[1])});
}
NATIVE(posix_dup, "dup(fd, /)", "A copy of a descriptor.") {
  COIL_TRY(int descriptor, int_argument_reenter(vm, args, 0, 0));
  int copy = ::fcntl(descriptor, F_DUPFD_CLOEXEC, 0);
  if (copy < 0) return raise_os_error(vm, errno);
  return Value::small_int(copy);
}
NATIVE(posix_dup2, "dup2(fd, fd2, inheritable=True)", "Copy a descriptor to a number.") {
  COIL_TRY(int from, int_argument_reenter(vm, args, 0, 0));
  COIL_TRY(int to, int_argument_reenter(vm, args, 1, 0));
  bool inheritable = true;
  if (args.has(2)) {
    COIL_TRY(inheritable, truthy_reenter(vm, args[2]));
  }
  if (from != to) descriptor_closes(to);
  int made = inheritable || from == to ? ::dup2(from, to) : ::dup3(from, to, O_CLOEXEC);
  if (made < 0) return raise_os_error(vm, errno);
  return Value::small_int(to);
}
NATIVE(posix_isatty, "isatty(fd, /)", "Whether a descriptor is a terminal.") {
  COIL_TRY(int descriptor, int_argument_reenter(vm, args, 0, 0));
  return Value::boolean(::isatty(descriptor));
}
NATIVE(posix_lseek, "lseek(fd, position, whence, /)", "Change the position of a descriptor.") {
  COIL_TRY(int descriptor, int_argument_reenter(vm, args, 0, 0));
  COIL_TRY(int64_t position, offset_argument_reenter(vm, args[1]));
  COIL_TRY(int how, int_argument_reenter(vm, args, 2, 0));
  off_t at = ::lseek(descriptor, position, how);
  if (at < 0) return raise_os_error(vm, errno);
  return make_int(vm, at);
}
NATIVE(posix_fsync, "fsync(fd)", "Write a file to the disk.") {
  COIL_TRY(int descriptor, open_file_reenter(vm, args[0]));
  return outcome(vm, ::fsync(descriptor));
}
NATIVE(posix_set_blocking, "set_blocking(fd, blocking, /)", "Set or clear the blocking mode.") {
  COIL_TRY(int descriptor, int_argument_reenter(vm, args, 0, 0));
  COIL_TRY(int blocking, int_argument_reenter(vm, args, 1, 0));
  int flags = ::fcntl(descriptor, F_GETFL);
  if (flags < 0) return raise_os_error(vm, errno);
  return outcome(vm, ::fcntl(descriptor, F_SETFL, blocking ? flags & ~O_NONBLOCK : flags | O_NONBLOCK));
}

NATIVE(posix_urandom, "urandom(size, /)", "Random bytes.") {
  COIL_TRY(int64_t size, ssize_from_reenter(vm, args[0]));
  if (size < 0) return raise_value_error(vm, "negative argument not allowed");
  COIL_TRY(Bytes* bytes, new_bytes_uninitialized(vm, static_cast<size_t>(size)));
  g_oracle->random_bytes(bytes->data, static_cast<size_t>(size));
  return bytes;
}
NATIVE(posix_cpu_count, "cpu_count()", "How many processors there are.") {
  long count = ::sysconf(_SC_NPROCESSORS_ONLN);
  return count < 1 ? none() : Value::small_int(count);
}
NATIVE(posix_strerror, "strerror(code, /)", "What the system calls an error number.") {
  COIL_TRY(int code, int_argument_reenter(vm, args, 0, 0));
  return new_str(vm, std::strerror(code));
}
NATIVE(posix_putenv, "putenv(name, value, /)", "Set a variable of the process's environment.") {
  COIL_TRY(PathArgument name, path_argument_reenter(vm, args[0], "expected str, bytes or os.PathLike object"));
  COIL_TRY(PathArgument value, path_argument_reenter(vm, args[1], "expected str, bytes or os.PathLike object"));
  if (name.bytes.find('=') != std::string::npos) return raise_value_error(vm, "illegal environment variable name");
  COIL_TRY(Value done, outcome(vm, ::setenv(name.c_str(), value.c_str(), 1)));
  share_environment();
  return done;
}
NATIVE(posix_unsetenv, "unsetenv(name, /)", "Remove a variable of the process's environment.") {
  COIL_TRY(PathArgument name, path_argument_reenter(vm, args[0], "expected str, bytes or os.PathLike object"));
  return outcome(vm, ::unsetenv(name.c_str()));
}
NATIVE(posix_kill, "kill(pid, signal, /) counted", "Send a signal.") {
  COIL_TRY(int pid, parsed_int_reenter(vm, args[0]));
  COIL_TRY(int number, int_argument_reenter(vm, args, 1, 0));
  if (::kill(pid, number) < 0) return raise_os_error(vm, errno);
  COIL_CHECK(check_interrupts_reenter(vm));
  return none();
}
NATIVE(posix_exit, "_exit(status)", "End the process at once, without clean-up.") {
  COIL_TRY(int status, int_argument_reenter(vm, args, 0, 0));
  if (g_terminal_hooks.before_leaving) g_terminal_hooks.before_leaving();
  ::_exit(status);
}
NATIVE(posix_waitpid, "waitpid(pid, options, /) counted", "(pid, status) of a child that ended.") {
  COIL_TRY(int pid, parsed_int_reenter(vm, args[0]));
  COIL_TRY(int options, int_argument_reenter(vm, args, 1, 0));
  for (;;) {
    int status = 0, error;
    pid_t ended;
    {
      WithoutVm released(vm);
      ended = ::waitpid(pid, &status, options);
      error = errno;
    }
    if (ended >= 0) return make_tuple(vm, {Value::small_int(ended), Value::small_int(status)});
    if (error != EINTR) return raise_os_error(vm, error);
    COIL_CHECK(check_interrupts_reenter(vm));
  }
}
NATIVE(posix_times, "times()", "Processor times of the process and its children.") {
  tms used;
  clock_t elapsed = ::times(&used);
  if (elapsed == static_cast<clock_t>(-1)) return raise_os_error(vm, errno);
  const clock_t ticks[] = {used.tms_utime, used.tms_stime, used.tms_cutime, used.tms_cstime, elapsed};
  Value items[std::size(ticks)];
  for (size_t i = 0; i < std::size(ticks); i++) {
    COIL_TRY(items[i], make_float(vm, static_cast<double>(ticks[i]) / static_cast<double>(::sysconf(_SC_CLK_TCK))));
  }
  return new_sequence(vm, g_times_result, items);
}
NATIVE(posix_get_terminal_size, "get_terminal_size(fd=1, /)", "(columns, lines) of a terminal, from the environment or 80 by 24.") {
  auto number = [](const char* name, int64_t fallback) {
    const char* text = std::getenv(name);
    int64_t value = text ? std::atoll(text) : 0;
    return Value::small_int(value > 0 && value < 1'000'000 ? value : fallback);
  };
  return make_tuple(vm, {number("COLUMNS", 80), number("LINES", 24)});
}
NATIVE(posix_sched_yield, "sched_yield()", "Let other processes run.") { return outcome(vm, ::sched_yield()); }
NATIVE(posix_fspath, "fspath(path)", "The path as str or bytes.") {
  if (args[0].is(Kind::Str) || args[0].is(Kind::Bytes)) return args[0];
  COIL_TRY(Value method, lookup_special_reenter(vm, args[0], vm.name(Name::fspath_)));
  if (method.is_stop()) return raise_type_error(vm, "expected str, bytes or os.PathLike object, not %s", type_name(args[0]));
  COIL_TRY(Value result, call_reenter(vm, method, {}));
  if (result.is(Kind::Str) || result.is(Kind::Bytes)) return result;
  return raise_type_error(vm, "expected %s.__fspath__() to return str or bytes, not %s", type_name(args[0]), type_name(result));
}
NATIVE(posix_normpath, "_normpath(path, /)", "The text of a path without empty parts, '.' and parts that '..' takes back.") {
  if (!args[0].is(Kind::Str)) return raise_type_error(vm, "a str is required");
  StrView text = view(args[0]);
  struct Part { size_t start, end; bool up; };
  std::vector<Part> parts;
  size_t slashes = 0;
  while (slashes < text.length && text[slashes] == '/') slashes++;
  // Exactly two have a meaning of their own.
  size_t root = slashes == 2 ? 2 : slashes > 0;
  for (size_t at = slashes; at < text.length;) {
    size_t end = at;
    while (end < text.length && text[end] != '/') end++;
    bool dot = end - at == 1 && text[at] == '.', up = end - at == 2 && text[at] == '.' && text[at + 1] == '.';
    if (up && !parts.empty() && !parts.back().up) parts.pop_back();
    else if (end > at && !dot && !(up && root)) parts.push_back({at, end, up});
    at = end + 1;
  }
  StrBuilder out(vm);
  out.add_repeated('/', root);
  for (size_t i = 0; i < parts.size(); i++) {
    if (i) out.add_char('/');
    out.add_range(text, parts[i].start, parts[i].end);
  }
  if (!out.length()) out.add_char('.');
  return out.finish();
}
NATIVE(posix_realpath, "_realpath(path)", "The path without symbolic links, or None when it does not exist.") {
  COIL_TRY(PathArgument path, path_reenter(vm, args[0], "realpath"));
  char resolved[PATH_MAX];
  if (!::realpath(path.c_str(), resolved)) return none();
  return system_str(vm, resolved);
}

Result<void> init_posix(Vm& vm, Dict* ns) {
  COIL_TRY(Class* stat_result, new_sequence_class(vm, &kStatResult));
  g_stat_result = stat_result;
  COIL_CHECK(module_set(vm, ns, "stat_result", stat_result));
  COIL_TRY(Class* times_result, new_sequence_class(vm, &kTimesResult));
  g_times_result = times_result;
  COIL_CHECK(module_set(vm, ns, "times_result", times_result));
  COIL_CHECK(module_set(vm, ns, "error", vm.exception(Exc::OSError)));
  COIL_TRY(Dict* environment, new_dict(vm));
  for (char** entry = environ; entry && *entry; entry++) {
    const char* equals = std::strchr(*entry, '=');
    if (!equals) continue;
    COIL_TRY(Str* name, system_str(vm, {*entry, static_cast<size_t>(equals - *entry)}));
    COIL_TRY(Str* value, system_str(vm, equals + 1));
    COIL_CHECK(dict_set_str(vm, environment, name, value));
  }
  COIL_CHECK(module_set(vm, ns, "environ", environment));
  struct Row { const char* name; int64_t value; };
  for (Row row : {Row{"F_OK", F_OK}, Row{"R_OK", R_OK}, Row{"W_OK", W_OK}, Row{"X_OK", X_OK}, Row{"O_RDONLY", O_RDONLY},
                  Row{"O_WRONLY", O_WRONLY}, Row{"O_RDWR", O_RDWR}, Row{"O_CREAT", O_CREAT}, Row{"O_EXCL", O_EXCL}, Row{"O_TRUNC", O_TRUNC},
                  Row{"O_APPEND", O_APPEND}, Row{"O_NONBLOCK", O_NONBLOCK}, Row{"O_CLOEXEC", O_CLOEXEC}, Row{"WNOHANG", WNOHANG},
                  Row{"EX_OK", 0}}) {
    COIL_CHECK(module_set_int(vm, ns, row.name, row.value));
  }
  return init_posix_process(vm, ns);
}

}  // namespace

MODULE(posix, "posix", "Files, folders, processes and environment of the operating system.", init_posix, FN(posix_getpid), FN(posix_getppid),
       FN(posix_getuid), FN(posix_geteuid), FN(posix_getgid), FN(posix_getegid), FN(posix_getcwd), FN(posix_chdir), FN(posix_mkdir),
       FN(posix_rmdir), FN(posix_remove), FN(posix_unlink), FN(posix_rename), FN(posix_replace), FN(posix_symlink), FN(posix_readlink),
       FN(posix_chmod), FN(posix_access), FN(posix_umask), FN(posix_utime), FN(posix_listdir), FN(posix_stat), FN(posix_lstat), FN(posix_fstat),
       FN(posix_open), FN(posix_close), FN(posix_read), FN(posix_write), FN(posix_pipe), FN(posix_dup), FN(posix_dup2), FN(posix_isatty),
       FN(posix_lseek), FN(posix_fsync), FN(posix_set_blocking), FN(posix_urandom), FN(posix_cpu_count), FN(posix_strerror), FN(posix_putenv),
       FN(posix_unsetenv), FN(posix_kill), FN(posix_exit), FN(posix_waitpid), FN(posix_times), FN(posix_get_terminal_size),
       FN(posix_sched_yield), FN(posix_fspath), FN(posix_normpath), FN(posix_realpath))

}  // namespace coil
