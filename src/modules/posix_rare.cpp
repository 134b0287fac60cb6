// Module _posix_rare: what few programs ask of the system. os imports it when one of its names is asked for.
#include <fcntl.h>
#include <grp.h>
#include <pty.h>
#include <sched.h>
#include <spawn.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <unistd.h>
#include <utmp.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdlib>
#include <span>
#include <string>
#include <vector>

#include "modules/posix_internal.hpp"
#include "modules/struct_sequence.hpp"
#include "modules/support.hpp"
#include "objects/buffer.hpp"
#include "vm/threads.hpp"

namespace coil {

namespace {

Class *g_waitid_result, *g_sched_param;
const SequenceSpec kWaitidResult{"posix", "waitid_result", "What waitid() says about a child.", 5,
                                 {"si_pid", "si_uid", "si_signo", "si_status", "si_code"}};
const SequenceSpec kSchedParam{"posix", "sched_param", "The parameters of a scheduling policy.", 1, {"sched_priority"}};

Result<Value> outcome(Vm& vm, int result, Value path = {}) {
  if (result < 0) return raise_os_error(vm, errno, path);
  return none();
}
Result<Value> number_or_error(Vm& vm, int64_t result) {
  if (result < 0) return raise_os_error(vm, errno);
  return make_int(vm, result);
}
/// Runs a call that may wait, without the VM lock, and again after a signal whose handler did not raise.
template <class Call>
Result<Value> patient_reenter(Vm& vm, Call call) {
  for (;;) {
    int64_t result;
    int error;
    {
      WithoutVm released(vm);
      result = call();
      error = errno;
    }
    if (result >= 0) return make_int(vm, result);
    if (error != EINTR) return raise_os_error(vm, error);
    COIL_CHECK(check_interrupts_reenter(vm));
  }
}

// -- reading and writing

Result<ByteSpan> writable_buffer(Vm& vm, Value buffer) {
  COIL_TRY(ByteSpan span, require_bytes(vm, buffer));
  BufferInfo info;
  const bool view = buffer.is(Kind::MemoryView);
  if (view ? !buffer.as<MemoryView>()->readonly : buffer_info(buffer, &info) && !info.readonly) return span;
  return raise(vm, Exc::BufferError, view ? "memoryview: underlying buffer is not writable" : "Object is not writable.");
}
/// The sizes of the buffers that a program gave; they are looked at again when there is something to put into them.
Result<size_t> total_size_reenter(Vm& vm, Value buffers) {
  COIL_TRY(Tuple* items, tuple_from_iterable_reenter(vm, buffers));
  size_t total = 0;
  for (size_t i = 0; i < items->size; i++) {
    COIL_TRY(ByteSpan span, writable_buffer(vm, items->items[i]));
    total += span.size;
  }
  return total;
}
Result<void> check_buffers_reenter(Vm& vm, Value buffers, const char* function) {
  if (!class_of(buffers)->slots.get_item || buffers.is(Kind::Dict)) return raise_type_error(vm, "%s() arg 2 must be a sequence", function);
  COIL_TRY(int64_t count, len_reenter(vm, buffers));
  if (count > IOV_MAX) return raise_os_error(vm, EINVAL);
  return ok();
}
/// Fills the buffers in their order with what `read(data, size)` reads at once.
template <class Read>
Result<Value> scatter_reenter(Vm& vm, Value buffers, Read read) {
  COIL_TRY(size_t total, total_size_reenter(vm, buffers));
  std::string bytes(total, '\0');
  COIL_TRY(Value count, patient_reenter(vm, [&] { return read(bytes.data(), total); }));
  COIL_TRY(Tuple* items, tuple_from_iterable_reenter(vm, buffers));
  size_t at = 0, end = static_cast<size_t>(count.small_int());
  for (size_t i = 0; i < items->size && at < end; i++) {
    COIL_TRY(ByteSpan span, writable_buffer(vm, items->items[i]));
    size_t part = std::min(span.size, end - at);
    std::copy_n(bytes.data() + at, part, const_cast<uint8_t*>(span.data));
    at += part;
  }
  return count;
}
template <class Write>
Result<Value> gather_reenter(Vm& vm, Value buffers, Write write) {
  COIL_TRY(Tuple* items, tuple_from_iterable_reenter(vm, buffers));
  std::string bytes;
  for (size_t i = 0; i < items->size; i++) {
    COIL_TRY(ByteSpan span, require_bytes(vm, items->items[i]));
    bytes.append(reinterpret_cast<const char*>(span.data), span.size);
  }
  return patient_reenter(vm, [&] { return write(bytes.data(), bytes.size()); });
}

NATIVE(rare_readv, "readv(fd, buffers, /)", "Read into several buffers, one after the other; how many bytes.") {
  COIL_TRY(int fd, c_int_reenter(vm, args[0]));
  COIL_CHECK(check_buffers_reenter(vm, args[1], "readv"));
  return scatter_reenter(vm, args[1], [=](char* data, size_t size) { return ::read(fd, data, size); });
}
NATIVE(rare_preadv, "preadv(fd, buffers, offset, flags=0, /)", "readv() at a position; the file's own position stays.") {
  COIL_TRY(int fd, c_int_reenter(vm, args[0]));
  COIL_CHECK(check_buffers_reenter(vm, args[1], "preadv2"));
  COIL_TRY(int64_t offset, offset_argument_reenter(vm, args[2]));
  COIL_TRY(int flags, args.has(3) ? c_int_reenter(vm, args[3]) : Result<int>(0));
  return scatter_reenter(vm, args[1], [=](char* data, size_t size) {
    iovec part{data, size};
    return ::preadv2(fd, &part, 1, offset, flags);
  });
}
NATIVE(rare_writev, "writev(fd, buffers, /)", "Write several buffers, one after the other; how many bytes.") {
  COIL_TRY(int fd, c_int_reenter(vm, args[0]));
  COIL_CHECK(check_buffers_reenter(vm, args[1], "writev"));
  return gather_reenter(vm, args[1], [=](const char* data, size_t size) { return ::write(fd, data, size); });
}
NATIVE(rare_pwritev, "pwritev(fd, buffers, offset, flags=0, /)", "writev() at a position; the file's own position stays.") {
  COIL_TRY(int fd, c_int_reenter(vm, args[0]));
  COIL_CHECK(check_buffers_reenter(vm, args[1], "pwritev"));
  COIL_TRY(int64_t offset, offset_argument_reenter(vm, args[2]));
  COIL_TRY(int flags, args.has(3) ? c_int_reenter(vm, args[3]) : Result<int>(0));
  return gather_reenter(vm, args[1], [=](const char* data, size_t size) {
    iovec part{const_cast<char*>(data), size};
    return ::pwritev2(fd, &part, 1, offset, flags);
  });
}
Result<bool> offset_reenter(Vm& vm, Args args, size_t index, off_t* offset) {
  if (!args.has(index) || args[index].is_none()) return false;
  COIL_TRY(*offset, offset_argument_reenter(vm, args[index]));
  return true;
}
Result<size_t> count_reenter(Vm& vm, Value value) {
  COIL_TRY(int64_t count, ssize_from_reenter(vm, value));
  if (count < 0) return raise_value_error(vm, "negative value for 'count' not allowed");
  return static_cast<size_t>(count);
}
NATIVE(rare_copy_file_range, "copy_file_range(src, dst, count, offset_src=None, offset_dst=None)", "Copy bytes within the kernel; how many.") {
  COIL_TRY(int src, c_int_reenter(vm, args[0]));
  COIL_TRY(int dst, c_int_reenter(vm, args[1]));
  COIL_TRY(size_t count, count_reenter(vm, args[2]));
  off_t from = 0, to = 0;
  COIL_TRY(bool has_from, offset_reenter(vm, args, 3, &from));
  COIL_TRY(bool has_to, offset_reenter(vm, args, 4, &to));
  return patient_reenter(vm, [&] { return ::copy_file_range(src, has_from ? &from : nullptr, dst, has_to ? &to : nullptr, count, 0); });
}
NATIVE(rare_splice, "splice(src, dst, count, offset_src=None, offset_dst=None, flags=0)", "Move bytes from or to a pipe within the kernel; how many.") {
  COIL_TRY(int src, c_int_reenter(vm, args[0]));
  COIL_TRY(int dst, c_int_reenter(vm, args[1]));
  COIL_TRY(size_t count, count_reenter(vm, args[2]));
  off_t from = 0, to = 0;
  COIL_TRY(bool has_from, offset_reenter(vm, args, 3, &from));
  COIL_TRY(bool has_to, offset_reenter(vm, args, 4, &to));
  COIL_TRY(int flags, args.has(5) ? c_int_reenter(vm, args[5]) : Result<int>(0));
  return patient_reenter(vm, [&] {
    return ::splice(src, has_from ? &from : nullptr, dst, has_to ? &to : nullptr, count, static_cast<unsigned>(flags));
  });
}
NATIVE(rare_posix_fadvise, "posix_fadvise(fd, offset, length, advice, /)", "Tell how a file is going to be used.") {
  COIL_TRY(int fd, c_int_reenter(vm, args[0]));
  COIL_TRY(int64_t offset, offset_argument_reenter(vm, args[1]));
  COIL_TRY(int64_t length, offset_argument_reenter(vm, args[2]));
  COIL_TRY(int advice, c_int_reenter(vm, args[3]));
  if (int error = ::posix_fadvise(fd, offset, length, advice)) return raise_os_error(vm, error);
  return none();
}
NATIVE(rare_posix_fallocate, "posix_fallocate(fd, offset, length, /)", "Make sure that a part of a file has room on the disk.") {
  COIL_TRY(int fd, c_int_reenter(vm, args[0]));
  COIL_TRY(int64_t offset, offset_argument_reenter(vm, args[1]));
  COIL_TRY(int64_t length, offset_argument_reenter(vm, args[2]));
  int error;
  {
    WithoutVm released(vm);
    error = ::posix_fallocate(fd, offset, length);
  }
  if (error) return raise_os_error(vm, error);
  return none();
}
NATIVE(rare_lockf, "lockf(fd, command, length, /)", "Lock or unlock a part of a file.") {
  COIL_TRY(int fd, c_int_reenter(vm, args[0]));
  COIL_TRY(int command, c_int_reenter(vm, args[1]));
  COIL_TRY(int64_t length, offset_argument_reenter(vm, args[2]));
  COIL_CHECK(patient_reenter(vm, [&] { return ::lockf(fd, command, length); }));
  return none();
}

// -- descriptors of other kinds

NATIVE(rare_eventfd, "eventfd(initval, flags=524288)", "A counter that can be waited for.") {
  COIL_TRY(int64_t value, index_int64_reenter(vm, args[0]));
  COIL_TRY(int flags, args.has(1) ? c_int_reenter(vm, args[1]) : Result<int>(EFD_CLOEXEC));
  return number_or_error(vm, ::eventfd(static_cast<unsigned>(value), flags));
}
NATIVE(rare_eventfd_read, "eventfd_read(fd)", "The counter's value, which becomes 0 (or one less).") {
  COIL_TRY(int fd, c_int_reenter(vm, args[0]));
  eventfd_t value = 0;
  COIL_CHECK(patient_reenter(vm, [&] { return ::eventfd_read(fd, &value); }));
  return make_int_u64(vm, value);
}
NATIVE(rare_eventfd_write, "eventfd_write(fd, value)", "Add to the counter.") {
  COIL_TRY(int fd, c_int_reenter(vm, args[0]));
  COIL_TRY(Value given, index_reenter(vm, args[1]));
  // What does not fit 63 bits is seen from the other end of 64 bits.
  int64_t value;
  if (!int_to_i64(given, &value)) {
    COIL_TRY(Value top, make_int_u64(vm, UINT64_MAX));
    COIL_TRY(Value below, int_binary(vm, BinaryOp::Sub, given, top));
    if (!int_to_i64(below, &value) || value > 0) return raise(vm, Exc::OverflowError, "int too big to convert");
    value -= 1;
  } else if (value < 0) {
    return raise(vm, Exc::OverflowError, "can't convert negative value to unsigned int");
  }
  COIL_CHECK(patient_reenter(vm, [&] { return ::eventfd_write(fd, static_cast<eventfd_t>(value)); }));
  return none();
}
NATIVE(rare_memfd_create, "memfd_create(name, flags=1)", "A file in memory; its descriptor.") {
  COIL_TRY(PathArgument name, path_reenter(vm, args[0], "memfd_create"));
  COIL_TRY(int flags, args.has(1) ? c_int_reenter(vm, args[1]) : Result<int>(MFD_CLOEXEC));
  return number_or_error(vm, ::memfd_create(name.c_str(), static_cast<unsigned>(flags)));
}
NATIVE(rare_mknod, "mknod(path, mode=384, device=0, *, dir_fd=None)", "Make a file, a pipe or a device.") {
  COIL_TRY(PathArgument path, path_reenter(vm, args[0], "mknod"));
  COIL_TRY(int mode, args.has(1) ? c_int_reenter(vm, args[1]) : Result<int>(0600));
  COIL_TRY(int64_t device, args.has(2) ? index_int64_reenter(vm, args[2]) : Result<int64_t>(int64_t{0}));
  COIL_TRY(int folder, folder_argument_reenter(vm, args, 3));
  return outcome(vm, ::mknodat(folder, path.c_str(), static_cast<mode_t>(mode), static_cast<dev_t>(device)));
}
Result<dev_t> device_reenter(Vm& vm, Value value) {
  if (!is_instance(value, vm.type(Kind::Int))) return raise_type_error(vm, "an integer is required");
  if (int_sign(value) < 0) return raise(vm, Exc::OverflowError, "can't convert negative int to unsigned");
  MpzView number(value);
  if (mpz_sizeinbase(number.get(), 2) > 64) return raise(vm, Exc::OverflowError, "int too big to convert");
  return static_cast<dev_t>(mpz_get_ui(number.get()));
}
NATIVE(rare_getrandom, "getrandom(size, flags=0)", "Random bytes of the system.") {
  COIL_TRY(int64_t size, ssize_from_reenter(vm, args[0]));
  COIL_TRY(int flags, args.has(1) ? c_int_reenter(vm, args[1]) : Result<int>(0));
  if (size < 0) return raise_os_error(vm, EINVAL);
  std::string bytes(static_cast<size_t>(std::min<int64_t>(size, 32 << 20)), '\0');  // the kernel gives no more at once
  COIL_TRY(Value count, patient_reenter(vm, [&] { return ::getrandom(bytes.data(), bytes.size(), static_cast<unsigned>(flags)); }));
  return new_bytes(vm, bytes.data(), static_cast<size_t>(count.small_int()));
}
NATIVE(rare_major, "major(device, /)", "The kind of device in a device's number.") {
  COIL_TRY(dev_t device, device_reenter(vm, args[0]));
  return make_int(vm, major(device));
}
NATIVE(rare_minor, "minor(device, /)", "Which of its kind in a device's number.") {
  COIL_TRY(dev_t device, device_reenter(vm, args[0]));
  return make_int(vm, minor(device));
}
NATIVE(rare_makedev, "makedev(major, minor, /)", "A device's number.") {
  COIL_TRY(int kind, c_int_reenter(vm, args[0]));
  COIL_TRY(int which, c_int_reenter(vm, args[1]));
  return make_int_u64(vm, makedev(static_cast<unsigned>(kind), static_cast<unsigned>(which)));
}
NATIVE(rare_login_tty, "login_tty(fd, /)", "Make a terminal the controlling one and the standard streams.") {
  COIL_TRY(int fd, c_int_reenter(vm, args[0]));
  return outcome(vm, ::login_tty(fd));
}
NATIVE(rare_forkpty, "forkpty()", "fork() with a new terminal for the child: (pid, descriptor of its other end).") {
  int master, slave;
  if (::openpty(&master, &slave, nullptr, nullptr, nullptr) < 0) return raise_os_error(vm, errno);
  pid_t pid = fork_with_hooks_reenter(vm);
  if (pid == 0) {
    ::close(master);
    if (::login_tty(slave) < 0) return raise_os_error(vm, errno);
    return make_tuple(vm, {Value::small_int(0), Value::small_int(-1)});
  }
  int error = errno;
  ::close(slave);
  if (pid < 0) {
    ::close(master);
    return raise_os_error(vm, error);
  }
  ::fcntl(master, F_SETFD, FD_CLOEXEC);
  return make_tuple(vm, {Value::small_int(pid), Value::small_int(master)});
}
NATIVE(rare_ctermid, "ctermid()", "The path of the controlling terminal.") {
  char text[L_ctermid];
  return system_str(vm, ::ctermid(text));
}

// -- extended attributes

/// Calls one of three functions by what the path is: a descriptor, a path, or a link that is not followed.
template <class OfFile, class OfPath, class OfLink>
Result<Value> with_target_reenter(Vm& vm, Value path, Value follow_symlinks, const char* function, OfFile of_file, OfPath of_path, OfLink of_link,
                                  bool none_allowed = false) {
  bool follow = true;
  if (!follow_symlinks.is_nothing()) { COIL_TRY(follow, truthy_reenter(vm, follow_symlinks)); }
  if (path.is_int()) {
    COIL_TRY(int fd, c_int_reenter(vm, path));
    if (!follow && fd > 0) return raise_value_error(vm, "%s: cannot use fd and follow_symlinks together", function);
    return of_file(fd);
  }
  std::string what = std::string(function) + ": path should be string, bytes, os.PathLike" + (none_allowed ? ", integer or None" : " or integer");
  COIL_TRY(PathArgument where, path_argument_reenter(vm, path, what.c_str()));
  return follow ? of_path(where) : of_link(where);
}
/// What a call writes into a buffer, which grows until it is large enough.
template <class Call>
Result<Value> grown(Vm& vm, Value path, Call call, std::string* out) {
  for (size_t size = 128;; size *= 2) {
    out->resize(size);
    ssize_t length = call(out->data(), size);
    if (length >= 0) {
      out->resize(static_cast<size_t>(length));
      return none();
    }
    if (errno != ERANGE || size > XATTR_SIZE_MAX) return raise_os_error(vm, errno, path);
  }
}
NATIVE(rare_getxattr, "getxattr(path, attribute, *, follow_symlinks=True)", "An extended attribute, as bytes.") {
  COIL_TRY(PathArgument name, path_argument_reenter(vm, args[1], "getxattr: attribute should be string, bytes or os.PathLike"));
  std::string found;
  COIL_CHECK(with_target_reenter(
      vm, args[0], args.get(2, {}), "getxattr",
      [&](int fd) { return grown(vm, args[0], [&](char* data, size_t size) { return ::fgetxattr(fd, name.c_str(), data, size); }, &found); },
      [&](PathArgument& path) {
        return grown(vm, path.shown, [&](char* data, size_t size) { return ::getxattr(path.c_str(), name.c_str(), data, size); }, &found);
      },
      [&](PathArgument& path) {
        return grown(vm, path.shown, [&](char* data, size_t size) { return ::lgetxattr(path.c_str(), name.c_str(), data, size); }, &found);
      }));
  COIL_TRY(Bytes* bytes, new_bytes(vm, reinterpret_cast<const uint8_t*>(found.data()), found.size()));
  return Value(bytes);
}
NATIVE(rare_setxattr, "setxattr(path, attribute, value, flags=0, *, follow_symlinks=True)", "Set an extended attribute.") {
  COIL_TRY(PathArgument name, path_argument_reenter(vm, args[1], "setxattr: attribute should be string, bytes or os.PathLike"));
  COIL_TRY(ByteSpan span, require_bytes(vm, args[2]));
  std::string value(reinterpret_cast<const char*>(span.data), span.size);
  COIL_TRY(int flags, args.has(3) ? c_int_reenter(vm, args[3]) : Result<int>(0));
  return with_target_reenter(
      vm, args[0], args.get(4, {}), "setxattr",
      [&](int fd) { return outcome(vm, ::fsetxattr(fd, name.c_str(), value.data(), value.size(), flags), args[0]); },
      [&](PathArgument& path) { return outcome(vm, ::setxattr(path.c_str(), name.c_str(), value.data(), value.size(), flags), path.shown); },
      [&](PathArgument& path) { return outcome(vm, ::lsetxattr(path.c_str(), name.c_str(), value.data(), value.size(), flags), path.shown); });
}
NATIVE(rare_removexattr, "removexattr(path, attribute, *, follow_symlinks=True)", "Remove an extended attribute.") {
  COIL_TRY(PathArgument name, path_argument_reenter(vm, args[1], "removexattr: attribute should be string, bytes or os.PathLike"));
  return with_target_reenter(
      vm, args[0], args.get(2, {}), "removexattr", [&](int fd) { return outcome(vm, ::fremovexattr(fd, name.c_str()), args[0]); },
      [&](PathArgument& path) { return outcome(vm, ::removexattr(path.c_str(), name.c_str()), path.shown); },
      [&](PathArgument& path) { return outcome(vm, ::lremovexattr(path.c_str(), name.c_str()), path.shown); });
}
NATIVE(rare_listxattr, "listxattr(path=None, *, follow_symlinks=True)", "The names of the extended attributes.") {
  COIL_TRY(Str* here, new_str(vm, "."));
  Value given = args.has(0) && !args[0].is_none() ? args[0] : Value(here);
  std::string found;
  COIL_CHECK(with_target_reenter(
      vm, given, args.get(1, {}), "listxattr",
      [&](int fd) { return grown(vm, given, [&](char* data, size_t size) { return ::flistxattr(fd, data, size); }, &found); },
      [&](PathArgument& path) { return grown(vm, path.shown, [&](char* data, size_t size) { return ::listxattr(path.c_str(), data, size); }, &found); },
      [&](PathArgument& path) { return grown(vm, path.shown, [&](char* data, size_t size) { return ::llistxattr(path.c_str(), data, size); }, &found); },
      true));
  COIL_TRY(List* names, new_list(vm));
  for (size_t at = 0; at < found.size();) {
    size_t end = found.find('\0', at);
    COIL_TRY(Str* name, system_str(vm, std::string_view(found).substr(at, end - at)));
    COIL_CHECK(list_append(vm, names, name));
    at = end + 1;
  }
  return Value(names);
}

// -- limits of paths

struct ConfigName { const char* name; int number; };
constexpr ConfigName kNumberNames[] = {
#define NUMBER(name) {#name, _##name},
#include "modules/posix_config_names.def"
};
constexpr ConfigName kTextNames[] = {
#define TEXT(name) {#name, _##name},
#include "modules/posix_config_names.def"
};
constexpr ConfigName kPathNames[] = {
#define PATH(name) {#name, _##name},
#include "modules/posix_config_names.def"
};

Result<int> config_number_reenter(Vm& vm, Value name, std::span<const ConfigName> names) {
  if (name.is_int()) return c_int_reenter(vm, name);
  if (!name.is(Kind::Str)) return raise_type_error(vm, "configuration names must be strings or integers");
  for (const ConfigName& row : names) {
    if (str_is(name.as<Str>(), row.name)) return row.number;
  }
  return raise_value_error(vm, "unrecognized configuration name");
}
NATIVE(rare_sysconf, "sysconf(name, /)", "A number of the system's configuration.") {
  COIL_TRY(int number, config_number_reenter(vm, args[0], kNumberNames));
  errno = 0;
  long value = ::sysconf(number);
  if (value < 0 && errno) return raise_os_error(vm, errno);
  return make_int(vm, value);
}
NATIVE(rare_confstr, "confstr(name, /)", "A text of the system's configuration, or None.") {
  COIL_TRY(int number, config_number_reenter(vm, args[0], kTextNames));
  char text[1024];
  errno = 0;
  size_t length = ::confstr(number, text, sizeof text);
  if (length == 0) return errno ? Result<Value>(raise_os_error(vm, errno)) : Result<Value>(none());
  COIL_TRY(Str* result, new_str(vm, std::string_view(text, std::min(length, sizeof text) - 1)));
  return Value(result);
}
NATIVE(rare_fpathconf, "fpathconf(fd, name, /)", "A limit of a file's system.") {
  COIL_TRY(int fd, open_file_reenter(vm, args[0]));
  COIL_TRY(int name, config_number_reenter(vm, args[1], kPathNames));
  errno = 0;
  long limit = ::fpathconf(fd, name);
  if (limit == -1 && errno) return raise_os_error(vm, errno);
  return make_int(vm, limit);
}
NATIVE(rare_pathconf, "pathconf(path, name)", "A limit of a path's file system.") {
  COIL_TRY(int name, config_number_reenter(vm, args[1], kPathNames));
  long limit = -1;
  return with_target_reenter(
      vm, args[0], {}, "pathconf",
      [&](int fd) -> Result<Value> {
        errno = 0;
        limit = ::fpathconf(fd, name);
        if (limit == -1 && errno) return raise_os_error(vm, errno);
        return make_int(vm, limit);
      },
      [&](PathArgument& path) -> Result<Value> {
        errno = 0;
        limit = ::pathconf(path.c_str(), name);
        if (limit == -1 && errno) return raise_os_error(vm, errno, path.shown);
        return make_int(vm, limit);
      },
      [&](PathArgument&) -> Result<Value> { return none(); });
}

// -- users and groups

NATIVE(rare_getresuid, "getresuid()", "The real, effective and saved user.") {
  uid_t real, effective, saved;
  if (::getresuid(&real, &effective, &saved) < 0) return raise_os_error(vm, errno);
  return make_tuple(vm, {Value::small_int(real), Value::small_int(effective), Value::small_int(saved)});
}
NATIVE(rare_getresgid, "getresgid()", "The real, effective and saved group.") {
  gid_t real, effective, saved;
  if (::getresgid(&real, &effective, &saved) < 0) return raise_os_error(vm, errno);
  return make_tuple(vm, {Value::small_int(real), Value::small_int(effective), Value::small_int(saved)});
}
NATIVE(rare_seteuid, "seteuid(euid, /)", "Set the effective user.") {
  COIL_TRY(uint32_t user, user_reenter(vm, args[0]));
  return outcome(vm, ::seteuid(user));
}
NATIVE(rare_setegid, "setegid(egid, /)", "Set the effective group.") {
  COIL_TRY(uint32_t group, group_reenter(vm, args[0]));
  return outcome(vm, ::setegid(group));
}
NATIVE(rare_setreuid, "setreuid(ruid, euid, /)", "Set the real and effective user.") {
  COIL_TRY(uint32_t real, user_reenter(vm, args[0]));
  COIL_TRY(uint32_t effective, user_reenter(vm, args[1]));
  return outcome(vm, ::setreuid(real, effective));
}
NATIVE(rare_setregid, "setregid(rgid, egid, /)", "Set the real and effective group.") {
  COIL_TRY(uint32_t real, group_reenter(vm, args[0]));
  COIL_TRY(uint32_t effective, group_reenter(vm, args[1]));
  return outcome(vm, ::setregid(real, effective));
}
NATIVE(rare_setresuid, "setresuid(ruid, euid, suid, /)", "Set the real, effective and saved user.") {
  COIL_TRY(uint32_t real, user_reenter(vm, args[0]));
  COIL_TRY(uint32_t effective, user_reenter(vm, args[1]));
  COIL_TRY(uint32_t saved, user_reenter(vm, args[2]));
  return outcome(vm, ::setresuid(real, effective, saved));
}
NATIVE(rare_setresgid, "setresgid(rgid, egid, sgid, /)", "Set the real, effective and saved group.") {
  COIL_TRY(uint32_t real, group_reenter(vm, args[0]));
  COIL_TRY(uint32_t effective, group_reenter(vm, args[1]));
  COIL_TRY(uint32_t saved, group_reenter(vm, args[2]));
  return outcome(vm, ::setresgid(real, effective, saved));
}
NATIVE(rare_setgroups, "setgroups(groups, /)", "Set the further groups of the process.") {
  if (!class_of(args[0])->slots.get_item) return raise_type_error(vm, "setgroups argument must be a sequence");
  COIL_TRY(Tuple* items, tuple_from_iterable_reenter(vm, args[0]));
  std::vector<gid_t> groups;
  for (size_t i = 0; i < items->size; i++) {
    if (!items->items[i].is_int()) return raise_type_error(vm, "groups must be integers");
    COIL_TRY(uint32_t group, group_reenter(vm, items->items[i]));
    groups.push_back(group);
  }
  return outcome(vm, ::setgroups(groups.size(), groups.data()));
}
NATIVE(rare_initgroups, "initgroups(username, gid, /)", "Take the groups of a user.") {
  COIL_TRY(PathArgument name, path_reenter(vm, args[0], "initgroups"));
  COIL_TRY(uint32_t group, group_reenter(vm, args[1]));
  return outcome(vm, ::initgroups(name.c_str(), group));
}
NATIVE(rare_chroot, "chroot(path)", "Make a folder the root of all paths.") {
  COIL_TRY(PathArgument path, path_reenter(vm, args[0], "chroot"));
  return outcome(vm, ::chroot(path.c_str()), path.shown);
}

// -- scheduling

NATIVE(rare_sched_get_priority_max, "sched_get_priority_max(policy)", "The highest priority of a policy.") {
  COIL_TRY(int policy, c_int_reenter(vm, args[0]));
  return number_or_error(vm, ::sched_get_priority_max(policy));
}
NATIVE(rare_sched_get_priority_min, "sched_get_priority_min(policy)", "The lowest priority of a policy.") {
  COIL_TRY(int policy, c_int_reenter(vm, args[0]));
  return number_or_error(vm, ::sched_get_priority_min(policy));
}
NATIVE(rare_sched_getscheduler, "sched_getscheduler(pid, /)", "The policy of a process.") {
  COIL_TRY(int pid, parsed_int_reenter(vm, args[0]));
  return number_or_error(vm, ::sched_getscheduler(pid));
}
NATIVE(rare_sched_param_new, "sched_param(cls, sched_priority)", "The parameters of a scheduling policy.") {
  Value priority = args[1];
  return new_sequence(vm, args[0].as<Class>(), &priority);
}
COIL_MAKE_SLOT(sched_param_make, rare_sched_param_new)
Result<sched_param> param_reenter(Vm& vm, Value value) {
  if (!is_instance(value, g_sched_param)) return raise_type_error(vm, "must have a sched_param object");
  COIL_TRY(int priority, c_int_reenter(vm, value.as<Tuple>()->items[0]));
  sched_param param{};
  param.sched_priority = priority;
  return param;
}
NATIVE(rare_sched_setscheduler, "sched_setscheduler(pid, policy, param, /) counted", "Set the policy of a process.") {
  COIL_TRY(int pid, parsed_int_reenter(vm, args[0]));
  COIL_TRY(int policy, c_int_reenter(vm, args[1]));
  COIL_TRY(sched_param param, param_reenter(vm, args[2]));
  return outcome(vm, ::sched_setscheduler(pid, policy, &param));
}
NATIVE(rare_sched_getparam, "sched_getparam(pid, /)", "The parameters of a process's policy.") {
  COIL_TRY(int pid, parsed_int_reenter(vm, args[0]));
  sched_param param;
  if (::sched_getparam(pid, &param) < 0) return raise_os_error(vm, errno);
  Value priority = Value::small_int(param.sched_priority);
  return new_sequence(vm, g_sched_param, &priority);
}
NATIVE(rare_sched_setparam, "sched_setparam(pid, param, /) counted", "Set the parameters of a process's policy.") {
  COIL_TRY(int pid, parsed_int_reenter(vm, args[0]));
  COIL_TRY(sched_param param, param_reenter(vm, args[1]));
  return outcome(vm, ::sched_setparam(pid, &param));
}
NATIVE(rare_sched_rr_get_interval, "sched_rr_get_interval(pid, /)", "The time slice of a process, in seconds.") {
  COIL_TRY(int pid, parsed_int_reenter(vm, args[0]));
  timespec interval;
  if (::sched_rr_get_interval(pid, &interval) < 0) return raise_os_error(vm, errno);
  return make_float(vm, static_cast<double>(interval.tv_sec) + 1e-9 * static_cast<double>(interval.tv_nsec));
}

// -- children

NATIVE(rare_waitid, "waitid(idtype, id, options, /) counted", "Wait for a child; None when nothing happened and nothing was to be waited for.") {
  COIL_TRY(int type, c_int_reenter(vm, args[0]));
  COIL_TRY(int64_t id, parsed_int_reenter(vm, args[1]));
  COIL_TRY(int options, c_int_reenter(vm, args[2]));
  siginfo_t info{};
  COIL_CHECK(patient_reenter(vm, [&] { return ::waitid(static_cast<idtype_t>(type), static_cast<id_t>(id), &info, options); }));
  if (!info.si_pid) return none();
  Value items[] = {Value::small_int(info.si_pid), Value::small_int(info.si_uid), Value::small_int(info.si_signo),
                   Value::small_int(info.si_status), Value::small_int(info.si_code)};
  return new_sequence(vm, g_waitid_result, items);
}

struct SpawnRequest {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  short flags = 0;
  std::vector<std::string> texts;  // what the pointers below point to
  std::vector<char*> argv, environment;
  SpawnRequest() {
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
  }
  ~SpawnRequest() {
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
  }
  SpawnRequest(const SpawnRequest&) = delete;
};
Result<sigset_t> signals_reenter(Vm& vm, Value numbers) {
  sigset_t set;
  sigemptyset(&set);
  COIL_TRY(Tuple* items, tuple_from_iterable_reenter(vm, numbers));
  for (size_t i = 0; i < items->size; i++) {
    COIL_TRY(int number, c_int_reenter(vm, items->items[i]));
    if (number < 1 || number >= NSIG || sigaddset(&set, number) < 0) {
      return raise_value_error(vm, "signal number %d out of range [1; %d]", number, NSIG - 1);
    }
  }
  return set;
}
Result<void> take_file_actions_reenter(Vm& vm, SpawnRequest& request, Value actions) {
  COIL_TRY(Tuple* items, tuple_from_iterable_reenter(vm, actions));
  for (size_t i = 0; i < items->size; i++) {
    auto* action = items->items[i].is(Kind::Tuple) ? items->items[i].as<Tuple>() : nullptr;
    if (!action || !action->size) return raise_type_error(vm, "Each file_actions element must be a non-empty tuple");
    COIL_TRY(int tag, c_int_reenter(vm, action->items[0]));
    int error;
    if (tag == 0 && action->size == 5) {
      COIL_TRY(int fd, c_int_reenter(vm, action->items[1]));
      COIL_TRY(PathArgument path, path_reenter(vm, action->items[2], "posix_spawn"));
      COIL_TRY(int flags, c_int_reenter(vm, action->items[3]));
      COIL_TRY(int mode, c_int_reenter(vm, action->items[4]));
      error = posix_spawn_file_actions_addopen(&request.actions, fd, path.c_str(), flags, static_cast<mode_t>(mode));
    } else if (tag == 1 && action->size == 2) {
      COIL_TRY(int fd, c_int_reenter(vm, action->items[1]));
      error = posix_spawn_file_actions_addclose(&request.actions, fd);
    } else if (tag == 2 && action->size == 3) {
      COIL_TRY(int from, c_int_reenter(vm, action->items[1]));
      COIL_TRY(int to, c_int_reenter(vm, action->items[2]));
      error = posix_spawn_file_actions_adddup2(&request.actions, from, to);
    } else if (tag >= 0 && tag <= 2) {
      static constexpr const char* kShapes[] = {"A open file_action tuple must have 5 elements", "A close file_action tuple must have 2 elements",
                                                "A dup2 file_action tuple must have 3 elements"};
      return raise_type_error(vm, "%s", kShapes[tag]);
    } else {
      return raise_type_error(vm, "Unknown file_actions identifier");
    }
    if (error) return raise_os_error(vm, error);
  }
  return ok();
}
Result<void> take_texts_reenter(Vm& vm, SpawnRequest& request, Value argv, Value environment, const char* function) {
  if (!argv.is(Kind::List) && !argv.is(Kind::Tuple)) return raise_type_error(vm, "%s: argv must be a tuple or list", function);
  COIL_TRY(Tuple* words, tuple_from_iterable_reenter(vm, argv));
  if (!words->size) return raise_value_error(vm, "%s: argv must not be empty", function);
  for (size_t i = 0; i < words->size; i++) {
    COIL_TRY(PathArgument word, path_reenter(vm, words->items[i], function));
    if (i == 0 && !*word.c_str()) return raise_value_error(vm, "%s: argv first element cannot be empty", function);
    request.texts.push_back(word.c_str());
  }
  size_t word_count = request.texts.size();
  COIL_TRY(Value items_method, find_attr_reenter(vm, environment, intern(vm, "items")));
  if (items_method.is_stop()) return raise_type_error(vm, "%s: environment must be a mapping object", function);
  COIL_TRY(Value pairs, call_reenter(vm, items_method, {}));
  COIL_TRY(Tuple* items, tuple_from_iterable_reenter(vm, pairs));
  for (size_t i = 0; i < items->size; i++) {
    COIL_TRY(Tuple* pair, tuple_from_iterable_reenter(vm, items->items[i]));
    if (pair->size != 2) return raise_type_error(vm, "env.items() must give pairs");
    COIL_TRY(PathArgument name, path_reenter(vm, pair->items[0], function));
    COIL_TRY(PathArgument value, path_reenter(vm, pair->items[1], function));
    request.texts.push_back(std::string(name.c_str()) + "=" + value.c_str());
  }
  for (size_t i = 0; i < request.texts.size(); i++) (i < word_count ? request.argv : request.environment).push_back(request.texts[i].data());
  request.argv.push_back(nullptr);
  request.environment.push_back(nullptr);
  return ok();
}
Result<Value> spawn_reenter(Vm& vm, Args args, const char* function, decltype(::posix_spawn)* spawn) {
  COIL_TRY(PathArgument path, path_reenter(vm, args[0], function));
  SpawnRequest request;
  COIL_CHECK(take_texts_reenter(vm, request, args[1], args[2], function));
  if (args.has(3) && !args[3].is_none()) COIL_CHECK(take_file_actions_reenter(vm, request, args[3]));
  if (args.has(4)) {
    COIL_TRY(int group, parsed_int_reenter(vm, args[4]));
    posix_spawnattr_setpgroup(&request.attributes, group);
    request.flags |= POSIX_SPAWN_SETPGROUP;
  }
  COIL_TRY(bool reset, args.has(5) ? truthy_reenter(vm, args[5]) : Result<bool>(false));
  if (reset) request.flags |= POSIX_SPAWN_RESETIDS;
  COIL_TRY(bool session, args.has(6) ? truthy_reenter(vm, args[6]) : Result<bool>(false));
  if (session) request.flags |= POSIX_SPAWN_SETSID;
  if (args.has(7)) {
    COIL_TRY(sigset_t mask, signals_reenter(vm, args[7]));
    posix_spawnattr_setsigmask(&request.attributes, &mask);
    request.flags |= POSIX_SPAWN_SETSIGMASK;
  }
  if (args.has(8)) {
    COIL_TRY(sigset_t defaults, signals_reenter(vm, args[8]));
    posix_spawnattr_setsigdefault(&request.attributes, &defaults);
    request.flags |= POSIX_SPAWN_SETSIGDEF;
  }
  if (args.has(9) && !args[9].is_none()) {
    auto* pair = args[9].is(Kind::Tuple) ? args[9].as<Tuple>() : nullptr;
    if (!pair || pair->size != 2) return raise_type_error(vm, "A scheduler tuple must have two elements");
    COIL_TRY(sched_param param, param_reenter(vm, pair->items[1]));
    if (!pair->items[0].is_none()) {
      COIL_TRY(int policy, c_int_reenter(vm, pair->items[0]));
      posix_spawnattr_setschedpolicy(&request.attributes, policy);
      request.flags |= POSIX_SPAWN_SETSCHEDULER;
    }
    posix_spawnattr_setschedparam(&request.attributes, &param);
    request.flags |= POSIX_SPAWN_SETSCHEDPARAM;
  }
  posix_spawnattr_setflags(&request.attributes, request.flags);
  pid_t pid;
  if (int error = spawn(&pid, path.c_str(), &request.actions, &request.attributes, request.argv.data(), request.environment.data())) {
    return raise_os_error(vm, error, path.shown);
  }
  return Value::small_int(pid);
}
NATIVE(rare_posix_spawn,
       "posix_spawn(path, argv, env, /, *, file_actions=None, setpgroup=None, resetids=False, setsid=False, setsigmask=None, setsigdef=None, scheduler=None)",
       "Start a program; its process.") {
  return spawn_reenter(vm, args, "posix_spawn", ::posix_spawn);
}
NATIVE(rare_posix_spawnp,
       "posix_spawnp(path, argv, env, /, *, file_actions=None, setpgroup=None, resetids=False, setsid=False, setsigmask=None, setsigdef=None, scheduler=None)",
       "posix_spawn() that looks for the program in PATH.") {
  return spawn_reenter(vm, args, "posix_spawnp", ::posix_spawnp);
}

Result<void> module_set_names(Vm& vm, Dict* ns, const char* variable, std::span<const ConfigName> rows) {
  COIL_TRY(Dict* names, new_dict(vm));
  for (const ConfigName& row : rows) COIL_CHECK(module_set_int(vm, names, row.name, row.number));
  return module_set(vm, ns, variable, names);
}

Result<void> init_posix_rare(Vm& vm, Dict* ns) {
  COIL_TRY(g_waitid_result, new_sequence_class(vm, &kWaitidResult));
  COIL_CHECK(module_set(vm, ns, "waitid_result", g_waitid_result));
  COIL_TRY(g_sched_param, new_sequence_class(vm, &kSchedParam));
  g_sched_param->slots.make = sched_param_make;
  COIL_CHECK(module_set(vm, ns, "sched_param", g_sched_param));
  COIL_CHECK(module_set_names(vm, ns, "sysconf_names", kNumberNames));
  COIL_CHECK(module_set_names(vm, ns, "confstr_names", kTextNames));
  COIL_CHECK(module_set_names(vm, ns, "pathconf_names", kPathNames));
  for (ConfigName row : {
#define CONSTANT(name) ConfigName{#name, static_cast<int>(name)}
           CONSTANT(CLD_EXITED), CONSTANT(CLD_KILLED), CONSTANT(CLD_DUMPED), CONSTANT(CLD_TRAPPED), CONSTANT(CLD_STOPPED), CONSTANT(CLD_CONTINUED),
           CONSTANT(EFD_CLOEXEC), CONSTANT(EFD_NONBLOCK), CONSTANT(EFD_SEMAPHORE), CONSTANT(MFD_CLOEXEC), CONSTANT(MFD_ALLOW_SEALING),
           CONSTANT(MFD_HUGETLB), CONSTANT(POSIX_FADV_NORMAL), CONSTANT(POSIX_FADV_RANDOM), CONSTANT(POSIX_FADV_SEQUENTIAL),
           CONSTANT(POSIX_FADV_WILLNEED), CONSTANT(POSIX_FADV_DONTNEED), CONSTANT(POSIX_FADV_NOREUSE), CONSTANT(P_PIDFD), CONSTANT(RWF_HIPRI),
           CONSTANT(RWF_DSYNC), CONSTANT(RWF_SYNC), CONSTANT(RWF_NOWAIT), CONSTANT(RWF_APPEND), CONSTANT(SCHED_FIFO), CONSTANT(SCHED_RR),
           CONSTANT(SCHED_BATCH), CONSTANT(SCHED_IDLE), CONSTANT(SCHED_RESET_ON_FORK), CONSTANT(SPLICE_F_MOVE), CONSTANT(SPLICE_F_NONBLOCK),
           CONSTANT(SPLICE_F_MORE), CONSTANT(WSTOPPED), CONSTANT(XATTR_CREATE), CONSTANT(XATTR_REPLACE), CONSTANT(XATTR_SIZE_MAX),
#undef CONSTANT
           ConfigName{"POSIX_SPAWN_OPEN", 0}, ConfigName{"POSIX_SPAWN_CLOSE", 1}, ConfigName{"POSIX_SPAWN_DUP2", 2},
           ConfigName{"GRND_NONBLOCK", 1}, ConfigName{"GRND_RANDOM", 2}, ConfigName{"RTLD_LAZY", 1}, ConfigName{"RTLD_NOW", 2},
           ConfigName{"RTLD_NOLOAD", 4}, ConfigName{"RTLD_DEEPBIND", 8}, ConfigName{"RTLD_GLOBAL", 256}, ConfigName{"RTLD_LOCAL", 0},
           ConfigName{"RTLD_NODELETE", 4096}, ConfigName{"MFD_HUGE_SHIFT", 26}, ConfigName{"MFD_HUGE_MASK", 63}}) {
    COIL_CHECK(module_set_int(vm, ns, row.name, row.number));
  }
  struct HugePage { const char* name; int64_t exponent; };
  for (HugePage row : {HugePage{"MFD_HUGE_64KB", 16}, HugePage{"MFD_HUGE_512KB", 19}, HugePage{"MFD_HUGE_1MB", 20}, HugePage{"MFD_HUGE_2MB", 21},
                       HugePage{"MFD_HUGE_8MB", 23}, HugePage{"MFD_HUGE_16MB", 24}, HugePage{"MFD_HUGE_32MB", 25}, HugePage{"MFD_HUGE_256MB", 28},
                       HugePage{"MFD_HUGE_512MB", 29}, HugePage{"MFD_HUGE_1GB", 30}, HugePage{"MFD_HUGE_2GB", 31}, HugePage{"MFD_HUGE_16GB", 34}}) {
    COIL_CHECK(module_set_int(vm, ns, row.name, row.exponent << 26));
  }
  return ok();
}

}  // namespace

MODULE(posix_rare, "_posix_rare", "What few programs ask of the system.", init_posix_rare, FN(rare_readv), FN(rare_preadv), FN(rare_writev),
       FN(rare_pwritev), FN(rare_copy_file_range), FN(rare_splice), FN(rare_posix_fadvise), FN(rare_posix_fallocate), FN(rare_lockf),
       FN(rare_eventfd), FN(rare_eventfd_read), FN(rare_eventfd_write), FN(rare_memfd_create), FN(rare_mknod), FN(rare_login_tty), FN(rare_getrandom), FN(rare_major), FN(rare_minor), FN(rare_makedev),
       FN(rare_forkpty), FN(rare_ctermid), FN(rare_getxattr), FN(rare_setxattr), FN(rare_removexattr), FN(rare_listxattr), FN(rare_sysconf), FN(rare_confstr), FN(rare_fpathconf),
       FN(rare_pathconf), FN(rare_getresuid), FN(rare_getresgid), FN(rare_seteuid), FN(rare_setegid), FN(rare_setreuid), FN(rare_setregid),
       FN(rare_setresuid), FN(rare_setresgid), FN(rare_setgroups), FN(rare_initgroups), FN(rare_chroot), FN(rare_sched_get_priority_max),
       FN(rare_sched_get_priority_min), FN(rare_sched_getscheduler), FN(rare_sched_setscheduler), FN(rare_sched_getparam),
       FN(rare_sched_setparam), FN(rare_sched_rr_get_interval), FN(rare_waitid), FN(rare_posix_spawn), FN(rare_posix_spawnp))

}  // namespace coil
