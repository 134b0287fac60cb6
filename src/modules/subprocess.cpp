// Module _posixsubprocess: starting a program in a child process, and moving data through its pipes. Class Popen is in stdlib/subprocess.py.
//
// The child comes from vfork(): it shares the parent's memory until it executes the program, while the parent's thread stands still. Between
// the two it makes system calls only; all it needs is prepared before (SpawnPlan), and failures go back through memory. Handlers of
// signals must not run in it: all signals are blocked around vfork(), and handlers become the default before the mask is restored.
// A preexec_fn runs language code, so it needs a real fork() and reports through a pipe.
#include <fcntl.h>
#include <grp.h>
#include <poll.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstring>
#include <string>
#include <vector>

#include "async/oracle.hpp"
#include "modules/dropped_files.hpp"
#include "modules/posix_internal.hpp"
#include "vm/threads.hpp"

namespace coil {

namespace {

enum class Step : int { None, Descriptors, Folder, Identity, Execute, PreExec };

struct SpawnFailure {
  int error = 0;
  Step step = Step::None;
};

struct SpawnPlan {
  std::vector<std::string> argument_texts, environment_texts, programs;
  std::vector<char*> arguments, environment;  // null-terminated; an empty environment vector means: the parent's
  std::string folder;
  int streams[3] = {-1, -1, -1};              // become 0, 1, 2; -1: as in the parent
  std::vector<int> keep;                      // ascending, above 2
  bool close_others = true, restore_signals = true, new_session = false;
  int process_group = -1, umask = -1;
  int64_t uid = -1, gid = -1;
  std::vector<gid_t> groups;
  bool has_groups = false;
};

// -- in the child: system calls only

void close_between(int low, int high) {
  if (low > high) return;
  if (::syscall(SYS_close_range, static_cast<unsigned>(low), static_cast<unsigned>(high), 0u) == 0) return;
  long limit = std::min<long>(high, ::sysconf(_SC_OPEN_MAX));
  for (long descriptor = low; descriptor <= limit; descriptor++) ::close(static_cast<int>(descriptor));
}

bool arrange_descriptors(const SpawnPlan& plan) {
  int streams[3];
  for (int i = 0; i < 3; i++) {
    streams[i] = plan.streams[i];
    // What would be overwritten before it is used moves out of the way.
    if (streams[i] >= 0 && streams[i] <= 2 && streams[i] != i && (streams[i] = ::fcntl(streams[i], F_DUPFD, 3)) < 0) return false;
  }
  for (int i = 0; i < 3; i++) {
    if (streams[i] < 0) continue;
    if (streams[i] == i ? ::fcntl(i, F_SETFD, 0) < 0 : ::dup2(streams[i], i) < 0) return false;
  }
  for (int descriptor : plan.keep) {
    if (::fcntl(descriptor, F_SETFD, 0) < 0) return false;
  }
  if (!plan.close_others) return true;
  int next = 3;
  for (int descriptor : plan.keep) {
    close_between(next, descriptor - 1);
    next = descriptor + 1;
  }
  close_between(next, INT_MAX);
  return true;
}

/// The raw system calls: glibc's functions would change all threads of the parent that shares our memory.
bool change_identity(const SpawnPlan& plan) {
  if (plan.has_groups && ::syscall(SYS_setgroups, plan.groups.size(), plan.groups.data()) < 0) return false;
  if (plan.gid >= 0 && ::syscall(SYS_setresgid, plan.gid, plan.gid, -1) < 0) return false;
  if (plan.uid >= 0 && ::syscall(SYS_setresuid, plan.uid, plan.uid, -1) < 0) return false;
  return true;
}

void reset_signals(bool restore_ignored) {
  for (int number = 1; number < NSIG; number++) {
    struct sigaction action;
    if (::sigaction(number, nullptr, &action) != 0 || action.sa_handler == SIG_DFL) continue;
    bool ignored_by_us = restore_ignored && (number == SIGPIPE || number == SIGXFSZ);
    if (action.sa_handler == SIG_IGN && !ignored_by_us) continue;
    action = {};
    action.sa_handler = SIG_DFL;
    ::sigaction(number, &action, nullptr);
  }
}

/// Everything but the preparation of descriptors, which must come before a preexec_fn. Returns only on failure.
Step execute(const SpawnPlan& plan, const sigset_t* mask) {
  ::sigprocmask(SIG_SETMASK, mask, nullptr);
  int problem = ENOENT;
  char* const* environment = plan.environment.empty() ? environ : plan.environment.data();
  for (const std::string& program : plan.programs) {
    ::execve(program.c_str(), plan.arguments.data(), environment);
    if (errno != ENOENT && errno != ENOTDIR) problem = errno;
  }
  errno = problem;
  return Step::Execute;
}

Step prepare_child(const SpawnPlan& plan) {
  if (!arrange_descriptors(plan)) return Step::Descriptors;
  if (!plan.folder.empty() && ::chdir(plan.folder.c_str()) < 0) return Step::Folder;
  if (plan.umask >= 0) ::umask(static_cast<mode_t>(plan.umask));
  reset_signals(plan.restore_signals);
  if (plan.new_session && ::setsid() < 0) return Step::Identity;
  if (plan.process_group >= 0 && ::setpgid(0, plan.process_group) < 0) return Step::Identity;
  if (!change_identity(plan)) return Step::Identity;
  return Step::None;
}

[[noreturn]] void run_child(const SpawnPlan& plan, const sigset_t* mask, volatile SpawnFailure* failure) {
  Step step = prepare_child(plan);
  if (step == Step::None) step = execute(plan, mask);
  failure->error = errno;
  failure->step = step;
  ::_exit(255);
}

// -- in the parent

[[gnu::noinline]] pid_t start_by_vfork(const SpawnPlan& plan, SpawnFailure* failure) {
  sigset_t all, mask;
  sigfillset(&all);
  ::pthread_sigmask(SIG_SETMASK, &all, &mask);
  pid_t pid = ::vfork();
  if (pid == 0) run_child(plan, &mask, failure);
  int error = errno;
  ::pthread_sigmask(SIG_SETMASK, &mask, nullptr);
  errno = error;
  return pid;
}

pid_t start_by_fork_reenter(Vm& vm, SpawnPlan& plan, Value preexec, SpawnFailure* failure) {
  int report[2];
  if (::pipe2(report, O_CLOEXEC) < 0) return -1;
  if (report[1] <= 2) {  // the child's own streams go there
    int moved = ::fcntl(report[1], F_DUPFD_CLOEXEC, 3);
    ::close(report[1]);
    report[1] = moved;
  }
  sigset_t mask;
  ::pthread_sigmask(SIG_SETMASK, nullptr, &mask);
  pid_t pid = fork_vm(vm);
  if (pid == 0) {
    ::close(report[0]);
    int reporting = report[1];
    bool close_others = std::exchange(plan.close_others, false);
    SpawnFailure problem{0, prepare_child(plan)};
    if (problem.step == Step::None && !call_reenter(vm, preexec, {})) {
      clear_pending(vm);
      problem.step = Step::PreExec;
    }
    if (problem.step == Step::None) {
      if (close_others) {
        plan.keep.insert(std::upper_bound(plan.keep.begin(), plan.keep.end(), reporting), reporting);
        plan.streams[0] = plan.streams[1] = plan.streams[2] = -1;
        plan.close_others = true;
        arrange_descriptors(plan);
        ::fcntl(reporting, F_SETFD, FD_CLOEXEC);
      }
      problem.step = execute(plan, &mask);
    }
    problem.error = errno;
    (void)!::write(reporting, &problem, sizeof problem);
    ::_exit(255);
  }
  int error = errno;
  ::close(report[1]);
  if (pid > 0) {
    while (::read(report[0], failure, sizeof *failure) < 0 && errno == EINTR) {
    }
  }
  ::close(report[0]);
  errno = error;
  return pid;
}

Result<void> texts_reenter(Vm& vm, Value sequence, std::vector<std::string>* texts, std::vector<char*>* pointers) {
  COIL_TRY(Tuple* items, tuple_from_iterable_reenter(vm, sequence));
  for (size_t i = 0; i < items->size; i++) {
    COIL_TRY(std::string text, path_argument_reenter(vm, items->items[i], "expected str, bytes or os.PathLike object"));
    texts->push_back(std::move(text));
  }
  if (!pointers) return ok();
  for (std::string& text : *texts) pointers->push_back(text.data());
  pointers->push_back(nullptr);
  return ok();
}

Result<int64_t> number_or_reenter(Vm& vm, Value value, int64_t fallback) {
  if (!value || value.is_none()) return fallback;
  return argument_int64_reenter(vm, value);
}

NATIVE(fork_exec,
       "fork_exec(args, programs, close_fds, pass_fds, cwd, env, stdin, stdout, stderr, restore_signals, start_new_session, process_group, gid, "
       "extra_groups, uid, umask, preexec_fn, /)",
       "Start a program: (process number, error number, step that failed: 1 descriptors, 2 folder, 3 identity, 4 program, 5 preexec_fn).") {
  settle_before_child();
  SpawnPlan plan;
  COIL_CHECK(texts_reenter(vm, args[0], &plan.argument_texts, &plan.arguments));
  COIL_CHECK(texts_reenter(vm, args[1], &plan.programs, nullptr));
  COIL_TRY(plan.close_others, truthy_reenter(vm, args[2]));
  COIL_TRY(Tuple* kept, tuple_from_iterable_reenter(vm, args[3]));
  for (size_t i = 0; i < kept->size; i++) {
    COIL_TRY(int64_t descriptor, argument_int64_reenter(vm, kept->items[i]));
    if (descriptor < 0 || descriptor > INT_MAX) return raise_value_error(vm, "bad value(s) in fds_to_keep");
    if (descriptor > 2) plan.keep.push_back(static_cast<int>(descriptor));
  }
  std::sort(plan.keep.begin(), plan.keep.end());
  plan.keep.erase(std::unique(plan.keep.begin(), plan.keep.end()), plan.keep.end());
  if (!args[4].is_none()) {
    COIL_TRY(plan.folder, path_argument_reenter(vm, args[4], "expected str, bytes or os.PathLike object"));
    if (plan.folder.empty()) return make_tuple(vm, {Value::small_int(-1), Value::small_int(ENOENT), Value::small_int(2)});
  }
  if (!args[5].is_none()) COIL_CHECK(texts_reenter(vm, args[5], &plan.environment_texts, &plan.environment));
  for (int i = 0; i < 3; i++) {
    COIL_TRY(int64_t descriptor, argument_int64_reenter(vm, args[6 + static_cast<size_t>(i)]));
    plan.streams[i] = static_cast<int>(descriptor);
  }
  COIL_TRY(plan.restore_signals, truthy_reenter(vm, args[9]));
  COIL_TRY(plan.new_session, truthy_reenter(vm, args[10]));
  COIL_TRY(plan.process_group, parsed_int_reenter(vm, args[11]));
  COIL_TRY(plan.gid, number_or_reenter(vm, args[12], -1));
  if (!args[13].is_none()) {
    plan.has_groups = true;
    COIL_TRY(Tuple* groups, tuple_from_iterable_reenter(vm, args[13]));
    for (size_t i = 0; i < groups->size; i++) {
      COIL_TRY(int64_t number, argument_int64_reenter(vm, groups->items[i]));
      plan.groups.push_back(static_cast<gid_t>(number));
    }
  }
  COIL_TRY(plan.uid, number_or_reenter(vm, args[14], -1));
  COIL_TRY(plan.umask, parsed_int_reenter(vm, args[15]));
  SpawnFailure failure;
  pid_t pid = args[16].is_none() ? start_by_vfork(plan, &failure) : start_by_fork_reenter(vm, plan, args[16], &failure);
  if (pid < 0) return raise_os_error(vm, errno);
  if (failure.step != Step::None) {
    while (::waitpid(pid, nullptr, 0) < 0 && errno == EINTR) {
    }
  }
  return make_tuple(vm, {Value::small_int(pid), Value::small_int(failure.error), Value::small_int(static_cast<int>(failure.step))});
}

// -- pipes

/// Waits with poll() until something is ready; false when the time is over.
Result<bool> poll_reenter(Vm& vm, std::vector<pollfd>& descriptors, double timeout) {
  int64_t deadline = timeout < 0 ? -1 : g_oracle->monotonic_ns() + static_cast<int64_t>(std::min(timeout, 1e9) * 1e9);
  for (;;) {
    int64_t left = deadline < 0 ? -1 : std::max<int64_t>(0, deadline - g_oracle->monotonic_ns());
    timespec limit{static_cast<time_t>(left / 1'000'000'000), static_cast<long>(left % 1'000'000'000)};
    int ready, error;
    {
      WithoutVm released(vm);
      ready = ::ppoll(descriptors.data(), descriptors.size(), deadline < 0 ? nullptr : &limit, nullptr);
      error = errno;
    }
    if (ready >= 0) return ready > 0;
    if (error != EINTR) return raise_os_error(vm, error);
    COIL_CHECK(check_interrupts_reenter(vm));
  }
}

NATIVE(ready, "ready(fd, timeout, /)", "Whether a descriptor becomes readable within so many seconds.") {
  COIL_TRY(int64_t descriptor, argument_int64_reenter(vm, args[0]));
  COIL_TRY(double timeout, number_as_double_reenter(vm, args[1]));
  std::vector<pollfd> descriptors{{static_cast<int>(descriptor), POLLIN, 0}};
  COIL_TRY(bool is_ready, poll_reenter(vm, descriptors, std::max(timeout, 0.0)));
  return Value::boolean(is_ready);
}

NATIVE(transfer, "transfer(input_fd, data, position, output_fds, timeout, /)",
       "Wait until a pipe is ready, write a piece of data to input_fd (-1: none), read a piece from each output that has one: (new position, or "
       "-1 when nobody reads; list with bytes, or None, for each output). None when the time is over.") {
  COIL_TRY(int64_t input, argument_int64_reenter(vm, args[0]));
  COIL_TRY(int64_t position, argument_int64_reenter(vm, args[2]));
  COIL_TRY(Tuple* outputs, tuple_from_iterable_reenter(vm, args[3]));
  double timeout = -1;
  if (!args[4].is_none()) {
    COIL_TRY(timeout, number_as_double_reenter(vm, args[4]));
    timeout = std::max(timeout, 0.0);
  }
  std::vector<pollfd> descriptors;
  for (size_t i = 0; i < outputs->size; i++) {
    COIL_TRY(int64_t descriptor, argument_int64_reenter(vm, outputs->items[i]));
    descriptors.push_back({static_cast<int>(descriptor), POLLIN, 0});
  }
  if (input >= 0) descriptors.push_back({static_cast<int>(input), POLLOUT, 0});
  COIL_TRY(bool ready, poll_reenter(vm, descriptors, timeout));
  if (!ready) return none();
  if (input >= 0 && descriptors.back().revents) {
    COIL_TRY(ByteSpan data, require_bytes(vm, args[1]));
    // A ready pipe takes PIPE_BUF bytes without blocking.
    size_t begin = std::min(static_cast<size_t>(position), data.size), count = std::min<size_t>(data.size - begin, PIPE_BUF);
    ssize_t wrote = ::write(static_cast<int>(input), data.data + begin, count);
    if (wrote >= 0) position += wrote;
    else if (errno == EPIPE) position = -1;
    else if (errno != EAGAIN && errno != EINTR) return raise_os_error(vm, errno);
  }
  COIL_TRY(List* pieces, new_list(vm));
  std::string piece(65536, '\0');
  for (size_t i = 0; i < outputs->size; i++) {
    Value got = none();
    if (descriptors[i].revents) {
      ssize_t size = ::read(descriptors[i].fd, piece.data(), piece.size());
      if (size >= 0) {
        COIL_TRY(got, new_bytes(vm, piece.data(), static_cast<size_t>(size)));
      } else if (errno != EAGAIN && errno != EINTR) {
        return raise_os_error(vm, errno);
      }
    }
    COIL_CHECK(list_append(vm, pieces, got));
  }
  return make_tuple(vm, {Value::small_int(position), pieces});
}

}  // namespace

MODULE(posixsubprocess, "_posixsubprocess", "Programs in child processes.", nullptr, FN(fork_exec), FN(ready), FN(transfer))

}  // namespace coil
