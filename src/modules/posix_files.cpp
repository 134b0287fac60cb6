// Module _posix_files: links, owners, sizes, file systems. What programs do with files most of the time is in posix.cpp;
// stdlib/os joins the two.
#include <fcntl.h>
#include <sys/sendfile.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <pty.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <cstdlib>
#include <cstring>

#include "modules/posix_internal.hpp"
#include "modules/module.hpp"
#include "modules/struct_sequence.hpp"
#include "modules/support.hpp"
#include "objects/containers.hpp"
#include "objects/number.hpp"
#include "objects/str.hpp"
#include "vm/threads.hpp"

namespace coil {

namespace {

Class *g_statvfs_result, *g_terminal_size;
const SequenceSpec kTerminalSize{"os", "terminal_size", "The size of a terminal.", 2, {"columns", "lines"}};
const SequenceSpec kStatvfsResult{"os", "statvfs_result", "What the system knows about a file system.", 11,
                                  {"f_bsize", "f_frsize", "f_blocks", "f_bfree", "f_bavail", "f_files", "f_ffree", "f_favail", "f_flag",
                                   "f_namemax", "f_fsid"}, 10};

Result<int> int_argument_reenter(Vm& vm, Args args, size_t index) {
  return c_int_reenter(vm, args[index]);
}

Result<Value> outcome(Vm& vm, int result, Value path = {}) {
  if (result < 0) return raise_os_error(vm, errno, path);
  return none();
}

NATIVE(posix_link, "link(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True)", "Give a file another name.") {
  COIL_TRY(PathArgument from, path_reenter(vm, args[0], "link", "src"));
  COIL_TRY(PathArgument to, path_reenter(vm, args[1], "link", "dst"));
  COIL_TRY(int from_folder, folder_argument_reenter(vm, args, 2));
  COIL_TRY(int to_folder, folder_argument_reenter(vm, args, 3));
  COIL_TRY(bool follow, args.has(4) ? truthy_reenter(vm, args[4]) : Result<bool>(false));
  if (::linkat(from_folder, from.c_str(), to_folder, to.c_str(), follow ? AT_SYMLINK_FOLLOW : 0) == 0) return none();
  int error = errno;
  COIL_TRY(Str* text, new_str(vm, std::strerror(error)));
  COIL_TRY(Value exception,
           call_reenter(vm, vm.exception(Exc::OSError), {Value::small_int(error), text, from.shown, none(), to.shown}));
  return raise_exception(vm, exception);
}

NATIVE(posix_chown, "chown(path, uid, gid, *, dir_fd=None, follow_symlinks=True)", "Change owner and group of a path or descriptor; -1 keeps one.") {
  COIL_TRY(uint32_t user, user_reenter(vm, args[1]));
  COIL_TRY(uint32_t group, group_reenter(vm, args[2]));
  bool follow = true;
  if (args.has(4)) {
    COIL_TRY(bool wanted, truthy_reenter(vm, args[4]));
    follow = wanted;
  }
  if (args[0].is_int()) {
    COIL_TRY(int descriptor, int_argument_reenter(vm, args, 0));
    return outcome(vm, ::fchown(descriptor, user, group), args[0]);
  }
  COIL_TRY(PathArgument path, path_argument_reenter(vm, args[0], "chown: path should be string, bytes, os.PathLike or integer"));
  COIL_TRY(int folder, folder_argument_reenter(vm, args, 3));
  return outcome(vm, ::fchownat(folder, path.c_str(), user, group, follow ? 0 : AT_SYMLINK_NOFOLLOW), path.shown);
}

NATIVE(posix_truncate, "truncate(path, length)", "Cut a file, or fill it with zeros, to a length.") {
  COIL_TRY(int64_t length, offset_argument_reenter(vm, args[1]));
  if (args[0].is_int()) {
    COIL_TRY(int descriptor, int_argument_reenter(vm, args, 0));
    return outcome(vm, ::ftruncate(descriptor, length));
  }
  COIL_TRY(PathArgument path, path_argument_reenter(vm, args[0], "truncate: path should be string, bytes, os.PathLike or integer"));
  return outcome(vm, ::truncate(path.c_str(), length), path.shown);
}
NATIVE(posix_ftruncate, "ftruncate(fd, length, /)", "Cut an open file, or fill it with zeros, to a length.") {
  COIL_TRY(int descriptor, int_argument_reenter(vm, args, 0));
  COIL_TRY(int64_t length, offset_argument_reenter(vm, args[1]));
  return outcome(vm, ::ftruncate(descriptor, length));
}
NATIVE(posix_fchmod, "fchmod(fd, mode)", "Change the permissions of an open file.") {
  COIL_TRY(int descriptor, int_argument_reenter(vm, args, 0));
  COIL_TRY(int mode, int_argument_reenter(vm, args, 1));
  return outcome(vm, ::fchmod(descriptor, static_cast<mode_t>(mode)));
}
NATIVE(posix_fchdir, "fchdir(fd)", "Make an open folder the current one.") {
  COIL_TRY(int descriptor, open_file_reenter(vm, args[0]));
  return outcome(vm, ::fchdir(descriptor));
}
NATIVE(posix_fdatasync, "fdatasync(fd)", "Write a file's contents to the disk.") {
  COIL_TRY(int descriptor, open_file_reenter(vm, args[0]));
  return outcome(vm, ::fdatasync(descriptor));
}
NATIVE(posix_sync, "sync()", "Write everything to the disk.") {
  WithoutVm released(vm);
  ::sync();
  return none();
}
NATIVE(posix_mkfifo, "mkfifo(path, mode=438, *, dir_fd=None)", "Make a named pipe.") {
  COIL_TRY(PathArgument path, path_reenter(vm, args[0], "mkfifo"));
  int mode = 0666;
  if (args.has(1)) {
    COIL_TRY(int given, int_argument_reenter(vm, args, 1));
    mode = given;
  }
  COIL_TRY(int folder, folder_argument_reenter(vm, args, 2));
  return outcome(vm, ::mkfifoat(folder, path.c_str(), static_cast<mode_t>(mode)));
}

NATIVE(posix_sendfile, "sendfile(out_fd, in_fd, offset, count)", "Copy bytes from a file to another descriptor; how many. An offset of None is the file's position, which moves.") {
  COIL_TRY(int out, int_argument_reenter(vm, args, 0));
  COIL_TRY(int in, int_argument_reenter(vm, args, 1));
  bool positioned = !args[2].is_none();
  COIL_TRY(int64_t given, positioned ? offset_argument_reenter(vm, args[2]) : Result<int64_t>(int64_t{0}));
  COIL_TRY(int64_t count, ssize_from_reenter(vm, args[3]));
  if (count < 0) return raise_os_error(vm, EINVAL);
  off_t offset = given;
  ssize_t sent;
  int error;
  {
    WithoutVm released(vm);
    sent = ::sendfile(out, in, positioned ? &offset : nullptr, static_cast<size_t>(count));
    error = errno;
  }
  if (sent < 0) return raise_os_error(vm, error);
  return Value::small_int(sent);
}
NATIVE(posix_pread, "pread(fd, length, offset, /)", "Read at a position; the file's own position stays.") {
  COIL_TRY(int descriptor, int_argument_reenter(vm, args, 0));
  COIL_TRY(int64_t length, ssize_from_reenter(vm, args[1]));
  COIL_TRY(int64_t offset, offset_argument_reenter(vm, args[2]));
  if (length < 0) return raise_os_error(vm, EINVAL);
  std::string bytes(static_cast<size_t>(std::min<int64_t>(length, 64 << 20)), '\0');
  ssize_t got;
  int error;
  {
    WithoutVm released(vm);
    got = ::pread(descriptor, bytes.data(), bytes.size(), offset);
    error = errno;
  }
  if (got < 0) return raise_os_error(vm, error);
  return new_bytes(vm, bytes.data(), static_cast<size_t>(got));
}
NATIVE(posix_pwrite, "pwrite(fd, buffer, offset, /)", "Write at a position; the file's own position stays.") {
  COIL_TRY(int descriptor, int_argument_reenter(vm, args, 0));
  COIL_TRY(int64_t offset, offset_argument_reenter(vm, args[2]));
  COIL_TRY(ByteSpan span, require_bytes(vm, args[1]));
  // A copy: the buffer may change while the lock is away.
  std::string bytes(reinterpret_cast<const char*>(span.data), span.size);
  ssize_t wrote;
  int error;
  {
    WithoutVm released(vm);
    wrote = ::pwrite(descriptor, bytes.data(), bytes.size(), offset);
    error = errno;
  }
  if (wrote < 0) return raise_os_error(vm, error);
  return make_int(vm, wrote);
}

Result<Value> statvfs_value(Vm& vm, const struct statvfs& info) {
  uint64_t numbers[] = {info.f_bsize, info.f_frsize, info.f_blocks, info.f_bfree, info.f_bavail, info.f_files,
                        info.f_ffree, info.f_favail, info.f_flag, info.f_namemax, info.f_fsid};
  COIL_TRY(Tuple* items, new_tuple(vm, kStatvfsResult.field_count));
  for (size_t i = 0; i < kStatvfsResult.field_count; i++) {
    COIL_TRY(Value number, make_int(vm, static_cast<int64_t>(numbers[i] & INT64_MAX)));
    store(items, items->items[i], number);
  }
  return new_sequence(vm, g_statvfs_result, items->items);
}
NATIVE(posix_statvfs, "statvfs(path)", "What the system knows about the file system of a path or descriptor.") {
  struct statvfs info;
  if (args[0].is_int()) {
    COIL_TRY(int descriptor, int_argument_reenter(vm, args, 0));
    if (::fstatvfs(descriptor, &info) < 0) return raise_os_error(vm, errno, args[0]);
    return statvfs_value(vm, info);
  }
  COIL_TRY(PathArgument path, path_argument_reenter(vm, args[0], "statvfs: path should be string, bytes, os.PathLike or integer"));
  if (::statvfs(path.c_str(), &info) < 0) return raise_os_error(vm, errno, path.shown);
  return statvfs_value(vm, info);
}

NATIVE(posix_fstatvfs, "fstatvfs(fd, /)", "What the system knows about the file system of a descriptor.") {
  COIL_TRY(int descriptor, int_argument_reenter(vm, args, 0));
  struct statvfs info;
  if (::fstatvfs(descriptor, &info) < 0) return raise_os_error(vm, errno);
  return statvfs_value(vm, info);
}

NATIVE(posix_get_blocking, "get_blocking(fd, /)", "Whether operations on the descriptor wait.") {
  COIL_TRY(int descriptor, int_argument_reenter(vm, args, 0));
  int flags = ::fcntl(descriptor, F_GETFL);
  if (flags < 0) return raise_os_error(vm, errno);
  return Value::boolean(!(flags & O_NONBLOCK));
}
NATIVE(posix_get_inheritable, "get_inheritable(fd, /)", "Whether programs started by this one get the descriptor.") {
  COIL_TRY(int descriptor, int_argument_reenter(vm, args, 0));
  int flags = ::fcntl(descriptor, F_GETFD);
  if (flags < 0) return raise_os_error(vm, errno);
  return Value::boolean(!(flags & FD_CLOEXEC));
}
NATIVE(posix_set_inheritable, "set_inheritable(fd, inheritable, /)", "Set whether programs started by this one get the descriptor.") {
  COIL_TRY(int descriptor, int_argument_reenter(vm, args, 0));
  COIL_TRY(int inheritable, int_argument_reenter(vm, args, 1));
  int flags = ::fcntl(descriptor, F_GETFD);
  if (flags < 0) return raise_os_error(vm, errno);
  return outcome(vm, ::fcntl(descriptor, F_SETFD, inheritable ? flags & ~FD_CLOEXEC : flags | FD_CLOEXEC));
}
NATIVE(posix_terminal_size, "get_terminal_size(fd=1, /)", "(columns, lines) of a terminal.") {
  COIL_TRY(int descriptor, args.has(0) ? c_int_reenter(vm, args[0]) : Result<int>(STDOUT_FILENO));
  struct winsize size;
  if (::ioctl(descriptor, TIOCGWINSZ, &size) < 0) return raise_os_error(vm, errno);
  const Value items[] = {Value::small_int(size.ws_col), Value::small_int(size.ws_row)};
  return new_sequence(vm, g_terminal_size, items);
}
NATIVE(posix_ttyname, "ttyname(fd, /)", "The path of a terminal.") {
  COIL_TRY(int descriptor, int_argument_reenter(vm, args, 0));
  char path[PATH_MAX];
  if (int error = ::ttyname_r(descriptor, path, sizeof path)) return raise_os_error(vm, error);
  COIL_TRY(Str* text, new_str(vm, path));
  return Value(text);
}

Result<void> init_posix_files(Vm& vm, Dict* ns) {
  COIL_TRY(Class* statvfs_result, new_sequence_class(vm, &kStatvfsResult));
  g_statvfs_result = statvfs_result;
  COIL_CHECK(module_set(vm, ns, "statvfs_result", statvfs_result));
  COIL_TRY(g_terminal_size, new_sequence_class(vm, &kTerminalSize));
  return module_set(vm, ns, "terminal_size", g_terminal_size);
}

NATIVE(posix_openpty, "openpty()", "The two ends of a new terminal: (master, slave).") {
  int master, slave;
  if (::openpty(&master, &slave, nullptr, nullptr, nullptr) < 0) return raise_os_error(vm, errno);
  for (int descriptor : {master, slave}) ::fcntl(descriptor, F_SETFD, FD_CLOEXEC);
  return make_tuple(vm, {Value::small_int(master), Value::small_int(slave)});
}

}  // namespace

MODULE(posix_files, "_posix_files", "Links, owners, sizes, file systems.", init_posix_files, FN(posix_link), FN(posix_chown),
       FN(posix_truncate), FN(posix_ftruncate), FN(posix_fchmod), FN(posix_fchdir), FN(posix_fdatasync), FN(posix_sync), FN(posix_mkfifo),
       FN(posix_pread), FN(posix_sendfile), FN(posix_pwrite), FN(posix_statvfs), FN(posix_fstatvfs),
       FN(posix_get_blocking), FN(posix_get_inheritable), FN(posix_set_inheritable),
       FN(posix_terminal_size), FN(posix_ttyname), FN(posix_openpty))

}  // namespace coil
