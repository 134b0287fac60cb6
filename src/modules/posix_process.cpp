// Processes, for module posix: fork and exec, waiting, groups and sessions, identity, scheduling. What is done to files is in posix.cpp, the
// starting of programs with pipes in subprocess.cpp.
#include <fcntl.h>
#include <grp.h>
#include <pthread.h>
#include <sched.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <cstdlib>
#include <vector>

#include "async/poller.hpp"
#include "modules/dropped_files.hpp"
#include "modules/host_services.hpp"
#include "modules/posix_internal.hpp"
#include "modules/struct_sequence.hpp"
#include "modules/terminal_hooks.hpp"
#include "vm/interpreter.hpp"
#include "vm/threads.hpp"

namespace coil {

namespace {

Class *g_uname_result, *g_rusage;
const SequenceSpec kUnameResult{"posix", "uname_result", "Names of the system.", 5, {"sysname", "nodename", "release", "version", "machine"}};
const SequenceSpec kRusage{"resource", "struct_rusage", "What a process has used.", 16,
                           {"ru_utime", "ru_stime", "ru_maxrss", "ru_ixrss", "ru_idrss", "ru_isrss", "ru_minflt", "ru_majflt", "ru_nswap",
                            "ru_inblock", "ru_oublock", "ru_msgsnd", "ru_msgrcv", "ru_nsignals", "ru_nvcsw", "ru_nivcsw"}};

Result<Value> outcome(Vm& vm, int result) {
  if (result < 0) return raise_os_error(vm, errno);
  return none();
}
Result<Value> number_or_error(Vm& vm, int64_t result) {
  if (result < 0) return raise_os_error(vm, errno);
  return make_int(vm, result);
}

// -- fork and exec

List* g_fork_hooks[3];  // before, in the parent, in the child

/// Errors in hooks are reported and forgotten: the fork goes on.
void run_fork_hooks_reenter(Vm& vm, int which, bool backwards) {
  List* hooks = g_fork_hooks[which];
  for (size_t i = 0; hooks && i < hooks->size; i++) {
    Value hook = hooks->items()[backwards ? hooks->size - 1 - i : i];
    if (call_reenter(vm, hook, {})) continue;
    Value exception = clear_pending(vm);
    report_unraisable_reenter(vm, exception, hook);
  }
}

NATIVE(posix_fork, "fork()", "Make a copy of the process: 0 in the copy, its number in the original. Only the calling thread is in the copy.") {
  pid_t pid = fork_with_hooks_reenter(vm);
  if (pid < 0) return raise_os_error(vm, errno);
  return Value::small_int(pid);
}

NATIVE(posix_register_at_fork, "register_at_fork(*, before=None, after_in_child=None, after_in_parent=None)", "Functions to call around fork().") {
  bool any = false;
  for (size_t i = 0; i < 3; i++) {
    if (!args.has(i) || args[i].is_none()) continue;
    if (!is_callable(args[i])) {
      static constexpr const char* kNames[] = {"before", "after_in_child", "after_in_parent"};
      return raise_type_error(vm, "'%s' must be callable, not %s", kNames[i], type_name(args[i]));
    }
    any = true;
  }
  if (!any) return raise_type_error(vm, "At least one argument is required.");
  constexpr size_t kParameterOf[3] = {0, 2, 1};
  for (size_t i = 0; i < 3; i++) {
    size_t parameter = kParameterOf[i];
    if (!args.has(parameter) || args[parameter].is_none()) continue;
    if (!g_fork_hooks[i]) {
      COIL_TRY(List* list, new_list(vm));
      COIL_CHECK(keep_forever(vm, list));
      g_fork_hooks[i] = list;
    }
    COIL_CHECK(list_append(vm, g_fork_hooks[i], args[parameter]));
  }
  return none();
}

/// Zero-terminated array over texts that stay where they are.
std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

Result<void> argument_texts_reenter(Vm& vm, Value given, const char* function, std::vector<std::string>* texts) {
  // execve() names its argument, the others count it.
  const char* what = std::string_view(function).ends_with(':') ? "argv" : "arg 2";
  if (!given.is(Kind::Tuple) && !given.is(Kind::List)) return raise_type_error(vm, "%s %s must be a tuple or list", function, what);
  COIL_TRY(Tuple* items, tuple_from_iterable_reenter(vm, given));
  if (!items->size) return raise_value_error(vm, "%s %s must not be empty", function, what);
  for (size_t i = 0; i < items->size; i++) {
    COIL_TRY(std::string text, path_argument_reenter(vm, items->items[i], "expected str, bytes or os.PathLike object"));
    texts->push_back(std::move(text));
  }
  if (texts->front().empty()) return raise_value_error(vm, "%s %s first element cannot be empty", function, what);
  return ok();
}

Result<void> environment_texts_reenter(Vm& vm, Value mapping, std::vector<std::string>* texts) {
  if (!class_of(mapping)->slots.get_item) return raise_type_error(vm, "execve: environment must be a mapping object");
  COIL_TRY(Value pairs, call_method_reenter(vm, mapping, vm.name(Name::k_items), {}));
  COIL_TRY(Tuple* items, tuple_from_iterable_reenter(vm, pairs));
  for (size_t i = 0; i < items->size; i++) {
    COIL_TRY(Tuple* pair, tuple_from_iterable_reenter(vm, items->items[i]));
    if (pair->size != 2) return raise_type_error(vm, "env.items() must give pairs");
    COIL_TRY(std::string name, path_argument_reenter(vm, pair->items[0], "expected str, bytes or os.PathLike object"));
    COIL_TRY(std::string value, path_argument_reenter(vm, pair->items[1], "expected str, bytes or os.PathLike object"));
    if (name.find('=', 1) != std::string::npos || name == "=") return raise_value_error(vm, "illegal environment variable name");
    texts->push_back(name + "=" + value);
  }
  return ok();
}

NATIVE(posix_execv, "execv(path, argv, /)", "Run another program in this process.") {
  COIL_TRY(std::string path, path_argument_reenter(vm, args[0], "execv: path should be string, bytes or os.PathLike"));
  std::vector<std::string> texts;
  COIL_CHECK(argument_texts_reenter(vm, args[1], "execv()", &texts));
  if (g_terminal_hooks.before_leaving) g_terminal_hooks.before_leaving();
  ::execv(path.c_str(), pointers_to(texts).data());
  return raise_os_error(vm, errno);
}
NATIVE(posix_execve, "execve(path, argv, env)", "Run another program in this process, with an environment.") {
  std::string path;
  int descriptor = -1;
  if (args[0].is_int()) {
    COIL_TRY(descriptor, c_int_reenter(vm, args[0]));
  } else {
    COIL_TRY(path, path_argument_reenter(vm, args[0], "execve: path should be string, bytes, os.PathLike or integer"));
  }
  std::vector<std::string> texts, environment;
  COIL_CHECK(argument_texts_reenter(vm, args[1], "execve:", &texts));
  COIL_CHECK(environment_texts_reenter(vm, args[2], &environment));
  if (g_terminal_hooks.before_leaving) g_terminal_hooks.before_leaving();
  if (args[0].is_int()) ::fexecve(descriptor, pointers_to(texts).data(), pointers_to(environment).data());
  else ::execve(path.c_str(), pointers_to(texts).data(), pointers_to(environment).data());
  return raise_os_error(vm, errno, args[0]);
}

// -- waiting

NATIVE(posix_wait, "wait()", "(pid, status) of the next child that ends.") {
  for (;;) {
    int status = 0, error;
    pid_t ended;
    {
      WithoutVm released(vm);
      ended = ::wait(&status);
      error = errno;
    }
    if (ended >= 0) return make_tuple(vm, {Value::small_int(ended), Value::small_int(status)});
    if (error != EINTR) return raise_os_error(vm, error);
    COIL_CHECK(check_interrupts_reenter(vm));
  }
}

Result<Value> rusage_value(Vm& vm, const rusage& usage) {
  auto seconds = [](const timeval& time) { return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec); };
  COIL_TRY(Tuple* items, new_tuple(vm, kRusage.field_count));
  for (size_t i = 0; i < 2; i++) {
    COIL_TRY(Value time, make_float(vm, seconds(i ? usage.ru_stime : usage.ru_utime)));
    store(items, items->items[i], time);
  }
  const long numbers[] = {usage.ru_maxrss, usage.ru_ixrss, usage.ru_idrss, usage.ru_isrss, usage.ru_minflt, usage.ru_majflt, usage.ru_nswap,
                          usage.ru_inblock, usage.ru_oublock, usage.ru_msgsnd, usage.ru_msgrcv, usage.ru_nsignals, usage.ru_nvcsw, usage.ru_nivcsw};
  for (size_t i = 0; i < std::size(numbers); i++) {
    COIL_TRY(Value number, make_int(vm, numbers[i]));
    store(items, items->items[2 + i], number);
  }
  return new_sequence(vm, g_rusage, items->items);
}

Result<Value> wait_with_usage_reenter(Vm& vm, pid_t pid, int options) {
  for (;;) {
    int status = 0, error;
    pid_t ended;
    rusage usage{};
    {
      WithoutVm released(vm);
      ended = ::wait4(pid, &status, options, &usage);
      error = errno;
    }
    if (ended >= 0) {
      COIL_TRY(Value used, rusage_value(vm, usage));
      return make_tuple(vm, {Value::small_int(ended), Value::small_int(status), used});
    }
    if (error != EINTR) return raise_os_error(vm, error);
    COIL_CHECK(check_interrupts_reenter(vm));
  }
}
NATIVE(posix_wait3, "wait3(options)", "(pid, status, usage) of the next child that ends.") {
  COIL_TRY(int options, c_int_reenter(vm, args[0]));
  return wait_with_usage_reenter(vm, -1, options);
}
NATIVE(posix_wait4, "wait4(pid, options)", "(pid, status, usage) of a child that ended.") {
  COIL_TRY(int pid, parsed_int_reenter(vm, args[0]));
  COIL_TRY(int options, c_int_reenter(vm, args[1]));
  return wait_with_usage_reenter(vm, pid, options);
}

NATIVE(posix_waitstatus_to_exitcode, "waitstatus_to_exitcode(status)", "The exit code in a status of waitpid(), or minus the signal's number.") {
  COIL_TRY(int status, c_int_reenter(vm, args[0]));
  if (WIFEXITED(status)) return Value::small_int(WEXITSTATUS(status));
  if (WIFSIGNALED(status)) {
    if (WTERMSIG(status) <= 0) return raise_value_error(vm, "invalid WTERMSIG: %i", WTERMSIG(status));
    return Value::small_int(-WTERMSIG(status));
  }
  if (WIFSTOPPED(status)) return raise_value_error(vm, "process stopped by delivery of signal %i", WSTOPSIG(status));
  return raise_value_error(vm, "invalid wait status: %i", status);
}

#define STATUS_FUNCTION(name, make, doc)                              \
  NATIVE(posix_##name, #name "(status)", doc) {                       \
    COIL_TRY(int status, c_int_reenter(vm, args[0]));                \
    return make(name(status));                                        \
  }
STATUS_FUNCTION(WIFEXITED, Value::boolean, "Whether the process ended by itself.")
STATUS_FUNCTION(WEXITSTATUS, Value::small_int, "The exit code of a process that ended by itself.")
STATUS_FUNCTION(WIFSIGNALED, Value::boolean, "Whether a signal ended the process.")
STATUS_FUNCTION(WTERMSIG, Value::small_int, "The signal that ended the process.")
STATUS_FUNCTION(WIFSTOPPED, Value::boolean, "Whether the process is stopped.")
STATUS_FUNCTION(WSTOPSIG, Value::small_int, "The signal that stopped the process.")
STATUS_FUNCTION(WIFCONTINUED, Value::boolean, "Whether the process goes on after a stop.")
STATUS_FUNCTION(WCOREDUMP, Value::boolean, "Whether the process left a core file.")
#undef STATUS_FUNCTION

NATIVE(posix_pidfd_open, "pidfd_open(pid, flags=0)", "A descriptor that is readable when the process has ended.") {
  COIL_TRY(int pid, parsed_int_reenter(vm, args[0]));
  COIL_TRY(int flags, args.has(1) ? c_int_reenter(vm, args[1]) : Result<int>(0));
  return number_or_error(vm, ::syscall(SYS_pidfd_open, pid, flags));
}

// -- groups, sessions, identity

NATIVE(posix_killpg, "killpg(pgid, signal, /) counted", "Send a signal to a process group.") {
  COIL_TRY(int group, parsed_int_reenter(vm, args[0]));
  COIL_TRY(int number, c_int_reenter(vm, args[1]));
  if (::killpg(group, number) < 0) return raise_os_error(vm, errno);
  COIL_CHECK(check_interrupts_reenter(vm));
  return none();
}
NATIVE(posix_setsid, "setsid()", "Begin a session of one's own.") { return outcome(vm, ::setsid() < 0 ? -1 : 0); }
NATIVE(posix_getsid, "getsid(pid, /)", "The session of a process.") {
  COIL_TRY(int pid, parsed_int_reenter(vm, args[0]));
  return number_or_error(vm, ::getsid(pid));
}
NATIVE(posix_getpgid, "getpgid(pid)", "The group of a process.") {
  COIL_TRY(int pid, parsed_int_reenter(vm, args[0]));
  return number_or_error(vm, ::getpgid(pid));
}
NATIVE(posix_getpgrp, "getpgrp()", "The process's group.") { return Value::small_int(::getpgrp()); }
NATIVE(posix_setpgrp, "setpgrp()", "Begin a group of one's own.") { return outcome(vm, ::setpgid(0, 0)); }
NATIVE(posix_setpgid, "setpgid(pid, pgrp, /)", "Move a process to a group.") {
  COIL_TRY(int pid, parsed_int_reenter(vm, args[0]));
  COIL_TRY(int group, parsed_int_reenter(vm, args[1]));
  return outcome(vm, ::setpgid(pid, group));
}
NATIVE(posix_tcgetpgrp, "tcgetpgrp(fd, /)", "The group in the foreground of a terminal.") {
  COIL_TRY(int descriptor, c_int_reenter(vm, args[0]));
  return number_or_error(vm, ::tcgetpgrp(descriptor));
}
NATIVE(posix_tcsetpgrp, "tcsetpgrp(fd, pgid, /) counted", "Bring a group to the foreground of a terminal.") {
  COIL_TRY(int descriptor, c_int_reenter(vm, args[0]));
  COIL_TRY(int group, parsed_int_reenter(vm, args[1]));
  return outcome(vm, ::tcsetpgrp(descriptor, group));
}
NATIVE(posix_getgroups, "getgroups()", "The groups of the user.") {
  gid_t groups[NGROUPS_MAX > 1024 ? 1024 : NGROUPS_MAX];
  int count = ::getgroups(std::size(groups), groups);
  if (count < 0) return raise_os_error(vm, errno);
  COIL_TRY(List* list, new_list(vm));
  for (int i = 0; i < count; i++) COIL_CHECK(list_append(vm, list, Value::small_int(groups[i])));
  return Value(list);
}
NATIVE(posix_setuid, "setuid(uid, /)", "Become another user.") {
  COIL_TRY(uint32_t user, user_reenter(vm, args[0]));
  return outcome(vm, ::setuid(user));
}
NATIVE(posix_setgid, "setgid(gid, /)", "Change to another group.") {
  COIL_TRY(uint32_t group, group_reenter(vm, args[0]));
  return outcome(vm, ::setgid(group));
}

// -- scheduling and the system

NATIVE(posix_nice, "nice(increment, /)", "Add to the process's niceness; the new one.") {
  COIL_TRY(int increment, c_int_reenter(vm, args[0]));
  errno = 0;
  int value = ::nice(increment);
  if (value == -1 && errno) return raise_os_error(vm, errno);
  return Value::small_int(value);
}
NATIVE(posix_getpriority, "getpriority(which, who)", "The priority of a process, a group or a user.") {
  COIL_TRY(int which, c_int_reenter(vm, args[0]));
  COIL_TRY(int who, c_int_reenter(vm, args[1]));
  errno = 0;
  int value = ::getpriority(static_cast<__priority_which_t>(which), static_cast<id_t>(who));
  if (value == -1 && errno) return raise_os_error(vm, errno);
  return Value::small_int(value);
}
NATIVE(posix_setpriority, "setpriority(which, who, priority)", "Change the priority of a process, a group or a user.") {
  COIL_TRY(int which, c_int_reenter(vm, args[0]));
  COIL_TRY(int who, c_int_reenter(vm, args[1]));
  COIL_TRY(int priority, c_int_reenter(vm, args[2]));
  return outcome(vm, ::setpriority(static_cast<__priority_which_t>(which), static_cast<id_t>(who), priority));
}
NATIVE(posix_sched_getaffinity, "sched_getaffinity(pid, /)", "The processors that a process may use.") {
  COIL_TRY(int pid, parsed_int_reenter(vm, args[0]));
  cpu_set_t processors;
  if (::sched_getaffinity(pid, sizeof processors, &processors) < 0) return raise_os_error(vm, errno);
  COIL_TRY(Set* set, new_set(vm));
  for (int i = 0; i < CPU_SETSIZE; i++) {
    if (CPU_ISSET(i, &processors)) COIL_CHECK(set_add_reenter(vm, set, Value::small_int(i)));
  }
  return Value(set);
}
NATIVE(posix_sched_setaffinity, "sched_setaffinity(pid, mask, /) counted", "Restrict a process to some processors.") {
  COIL_TRY(int pid, parsed_int_reenter(vm, args[0]));
  COIL_TRY(Tuple* items, tuple_from_iterable_reenter(vm, args[1]));
  cpu_set_t processors;
  CPU_ZERO(&processors);
  for (size_t i = 0; i < items->size; i++) {
    Value item = items->items[i];
    if (!is_instance(item, vm.type(Kind::Int))) return raise_type_error(vm, "expected an iterator of ints, but iterator yielded <class '%s'>", type_name(item));
    COIL_TRY(int64_t number, offset_argument_reenter(vm, item));
    if (number < 0) return raise_value_error(vm, "negative CPU number");
    if (number > INT_MAX - 1) return raise(vm, Exc::OverflowError, "CPU number too large");
    if (number < CPU_SETSIZE) CPU_SET(number, &processors);
  }
  return outcome(vm, ::sched_setaffinity(pid, sizeof processors, &processors));
}
NATIVE(posix_uname, "uname()", "Names of the system.") {
  utsname names;
  if (::uname(&names) < 0) return raise_os_error(vm, errno);
  COIL_TRY(Tuple* items, new_tuple(vm, 5));
  const char* texts[] = {names.sysname, names.nodename, names.release, names.version, names.machine};
  for (size_t i = 0; i < 5; i++) {
    COIL_TRY(Str* text, system_str(vm, texts[i]));
    store(items, items->items[i], Value(text));
  }
  return new_sequence(vm, g_uname_result, items->items);
}
NATIVE(posix_getloadavg, "getloadavg()", "Average number of processes that wanted to run, over 1, 5 and 15 minutes.") {
  double loads[3];
  if (::getloadavg(loads, 3) != 3) return raise(vm, Exc::OSError, "Load averages are unobtainable");
  COIL_TRY(Tuple* items, new_tuple(vm, 3));
  for (size_t i = 0; i < 3; i++) {
    COIL_TRY(Value load, make_float(vm, loads[i]));
    store(items, items->items[i], load);
  }
  return Value(items);
}
NATIVE(posix_system, "system(command)", "Run a command in a shell; its wait status.") {
  settle_before_child();
  COIL_TRY(std::string command, path_argument_reenter(vm, args[0], "system: command should be string, bytes or os.PathLike"));
  int status;
  {
    WithoutVm released(vm);
    status = ::system(command.c_str());
  }
  return Value::small_int(status);
}

// -- descriptors across processes

NATIVE(posix_get_inheritable, "get_inheritable(fd, /)", "Whether programs that are executed get the descriptor.") {
  COIL_TRY(int descriptor, c_int_reenter(vm, args[0]));
  int flags = ::fcntl(descriptor, F_GETFD);
  if (flags < 0) return raise_os_error(vm, errno);
  return Value::boolean(!(flags & FD_CLOEXEC));
}
NATIVE(posix_set_inheritable, "set_inheritable(fd, inheritable, /)", "Say whether programs that are executed get the descriptor.") {
  COIL_TRY(int descriptor, c_int_reenter(vm, args[0]));
  COIL_TRY(bool inheritable, truthy_reenter(vm, args[1]));
  int flags = ::fcntl(descriptor, F_GETFD);
  if (flags < 0) return raise_os_error(vm, errno);
  return outcome(vm, ::fcntl(descriptor, F_SETFD, inheritable ? flags & ~FD_CLOEXEC : flags | FD_CLOEXEC));
}
NATIVE(posix_get_blocking, "get_blocking(fd, /)", "Whether reads and writes of the descriptor wait.") {
  COIL_TRY(int descriptor, c_int_reenter(vm, args[0]));
  int flags = ::fcntl(descriptor, F_GETFL);
  if (flags < 0) return raise_os_error(vm, errno);
  return Value::boolean(!(flags & O_NONBLOCK));
}
NATIVE(posix_pipe2, "pipe2(flags, /)", "(read end, write end) of a new pipe with flags.") {
  COIL_TRY(int flags, c_int_reenter(vm, args[0]));
  int ends[2];
  if (::pipe2(ends, flags) < 0) return raise_os_error(vm, errno);
  return make_tuple(vm, {Value::small_int(ends[0]), Value::small_int(ends[1])});
}
NATIVE(posix_closerange, "closerange(fd_low, fd_high, /)", "Close descriptors from fd_low up to, not including, fd_high.") {
  COIL_TRY(int low, c_int_reenter(vm, args[0]));
  COIL_TRY(int high, c_int_reenter(vm, args[1]));
  low = std::max(low, 0);
  for (int descriptor = low; descriptor < high && descriptor < ::sysconf(_SC_OPEN_MAX); descriptor++) descriptor_closes(descriptor);
  if (low < high) ::syscall(SYS_close_range, static_cast<unsigned>(low), static_cast<unsigned>(high - 1), 0u);
  return none();
}

}  // namespace

pid_t fork_with_hooks_reenter(Vm& vm) {
  run_fork_hooks_reenter(vm, 0, true);
  pid_t pid = fork_vm(vm);
  int error = errno;
  run_fork_hooks_reenter(vm, pid == 0 ? 2 : 1, false);
  errno = error;
  return pid;
}

pid_t fork_vm(Vm& vm) {
  lock_threads_for_fork();
  pid_t pid = ::fork();
  int error = errno;
  if (pid != 0) {
    unlock_threads_after_fork();
    errno = error;
    return pid;
  }
  keep_only_this_thread(vm);
  vm.thread->running_loop = Value();
  vm.thread->current_task = Value();
  reset_pollers_in_child();
  Value threading = dict_get_str(vm.modules, intern(vm, "threading"));
  if (threading.is(Kind::Module) && !call_method_reenter(vm, threading, intern(vm, "_after_fork"), {})) clear_pending(vm);
  return 0;
}

Result<void> init_posix_process(Vm& vm, Dict* ns) {
  define_functions(vm, ns, "posix",
                   {&posix_fork_spec, &posix_register_at_fork_spec, &posix_execv_spec, &posix_execve_spec, &posix_wait_spec, &posix_wait3_spec,
                    &posix_wait4_spec, &posix_waitstatus_to_exitcode_spec, &posix_WIFEXITED_spec, &posix_WEXITSTATUS_spec,
                    &posix_WIFSIGNALED_spec, &posix_WTERMSIG_spec, &posix_WIFSTOPPED_spec, &posix_WSTOPSIG_spec, &posix_WIFCONTINUED_spec,
                    &posix_WCOREDUMP_spec, &posix_pidfd_open_spec, &posix_killpg_spec, &posix_setsid_spec, &posix_getsid_spec,
                    &posix_getpgid_spec, &posix_getpgrp_spec, &posix_setpgrp_spec, &posix_setpgid_spec, &posix_tcgetpgrp_spec,
                    &posix_tcsetpgrp_spec, &posix_getgroups_spec, &posix_setuid_spec, &posix_setgid_spec, &posix_nice_spec,
                    &posix_getpriority_spec, &posix_setpriority_spec, &posix_sched_getaffinity_spec, &posix_sched_setaffinity_spec,
                    &posix_uname_spec, &posix_getloadavg_spec, &posix_system_spec, &posix_get_inheritable_spec, &posix_set_inheritable_spec,
                    &posix_get_blocking_spec, &posix_pipe2_spec, &posix_closerange_spec});
  COIL_TRY(g_uname_result, new_sequence_class(vm, &kUnameResult));
  COIL_CHECK(module_set(vm, ns, "uname_result", g_uname_result));
  COIL_TRY(g_rusage, new_sequence_class(vm, &kRusage));
  struct Row { const char* name; int64_t value; };
  for (Row row : {Row{"WUNTRACED", WUNTRACED}, Row{"WCONTINUED", WCONTINUED}, Row{"WEXITED", WEXITED}, Row{"WNOWAIT", WNOWAIT},
                  Row{"P_PID", P_PID}, Row{"P_PGID", P_PGID}, Row{"P_ALL", P_ALL}, Row{"PRIO_PROCESS", PRIO_PROCESS}, Row{"PRIO_PGRP", PRIO_PGRP},
                  Row{"PRIO_USER", PRIO_USER}, Row{"SCHED_OTHER", SCHED_OTHER}, Row{"EX_USAGE", 64}, Row{"EX_DATAERR", 65}, Row{"EX_NOINPUT", 66},
                  Row{"EX_UNAVAILABLE", 69}, Row{"EX_SOFTWARE", 70}, Row{"EX_OSERR", 71}, Row{"EX_IOERR", 74}, Row{"EX_TEMPFAIL", 75},
                  Row{"EX_NOPERM", 77}, Row{"EX_CONFIG", 78}}) {
    COIL_CHECK(module_set_int(vm, ns, row.name, row.value));
  }
  return ok();
}

}  // namespace coil
