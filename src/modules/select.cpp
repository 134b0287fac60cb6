// Module select: waiting for descriptors with select(), poll and epoll objects. stdlib/selectors.py builds on them; event loops do not use this.
#include <algorithm>
#include <cerrno>
#include <map>
#include <vector>

#include <poll.h>
#include <sys/epoll.h>
#include <sys/select.h>
#include <unistd.h>

#include "async/oracle.hpp"
#include "async/poller.hpp"
#include "modules/socket.hpp"
#include "modules/socket_internal.hpp"
#include "modules/time_span.hpp"
#include "vm/threads.hpp"

namespace coil {

namespace {

/// An integer, or what fileno() gives.
Result<int> descriptor_of_reenter(Vm& vm, Value value) {
  int descriptor;
  if (!socket_descriptor(value, &descriptor)) {
    if (value.is_int()) {
      COIL_TRY(descriptor, c_int_reenter(vm, value));
    } else {
      COIL_TRY(Value method, find_attr_reenter(vm, value, intern(vm, "fileno")));
      if (method.is_stop()) return raise_type_error(vm, "argument must be an int, or have a fileno() method.");
      COIL_TRY(Value number, call_reenter(vm, method, {}));
      if (!number.is_int()) return raise_type_error(vm, "fileno() returned a non-integer");
      COIL_TRY(descriptor, c_int_reenter(vm, number));
    }
  }
  if (descriptor < 0) return raise_value_error(vm, "file descriptor cannot be a negative integer (%d)", descriptor);
  return descriptor;
}

enum class WaitKind { Select, Poll, Epoll };
constexpr int64_t kNoDeadline = -1;

/// Until when to wait: monotonic nanoseconds, or kNoDeadline.
Result<int64_t> deadline_from_timeout_reenter(Vm& vm, Value timeout, WaitKind kind) {
  if (!timeout || timeout.is_none()) return kNoDeadline;
  Result<int64_t> span = time_span_reenter(vm, timeout, kind == WaitKind::Poll ? kNanosecondsOfMillisecond : kNanosecondsOfSecond);
  if (!span && pending_matches(vm, Exc::TypeError)) {
    clear_pending(vm);
    return raise_type_error(vm, "timeout must be %s or None", kind == WaitKind::Select ? "a float" : "an integer");
  }
  COIL_TRY(int64_t ns, span);
  if (ns < 0 && kind == WaitKind::Select) return raise_value_error(vm, "timeout must be non-negative");
  // poll() and epoll_wait() count milliseconds in an int.
  constexpr int64_t kMost = INT32_MAX * kNanosecondsOfMillisecond;
  if ((ns > kMost || ns < -kMost) && kind != WaitKind::Select) return raise(vm, Exc::OverflowError, "timeout is too large");
  return ns < 0 ? kNoDeadline : deadline_of_span(ns);
}

timespec time_left(int64_t deadline_ns) {
  int64_t left = std::max<int64_t>(0, deadline_ns - g_oracle->monotonic_ns());
  return {static_cast<time_t>(left / 1000000000), static_cast<long>(left % 1000000000)};
}

/// ppoll until something is ready or the time is over; signals run their handlers meanwhile.
Result<int> poll_descriptors_reenter(Vm& vm, std::vector<pollfd>& descriptors, int64_t deadline_ns) {
  for (;;) {
    int ready, error;
    {
      timespec limit = time_left(deadline_ns);
      WithoutVm unlocked(vm);
      ready = ppoll(descriptors.data(), descriptors.size(), deadline_ns < 0 ? nullptr : &limit, nullptr);
      error = errno;
    }
    if (ready >= 0) return ready;
    if (error != EINTR) return raise_os_error(vm, error);
    COIL_CHECK(check_interrupts_reenter(vm));
  }
}

// -- select()

NATIVE(select_select, "select(rlist, wlist, xlist, timeout=None, /)", "Wait until descriptors are ready; three lists of those that are.") {
  static constexpr short kEvents[] = {POLLIN, POLLOUT, POLLPRI};
  // What counts as ready for each list; an error counts for reading and writing, as in select(2).
  static constexpr short kReady[] = {POLLIN | POLLHUP | POLLERR, POLLOUT | POLLERR, POLLPRI};
  COIL_TRY(int64_t deadline, deadline_from_timeout_reenter(vm, args.get(3, none()), WaitKind::Select));
  List* lists[3];
  std::vector<pollfd> descriptors;
  for (size_t i = 0; i < 3; i++) {
    Result<List*> items = list_from_iterable_reenter(vm, args[i]);
    if (!items && pending_matches(vm, Exc::TypeError)) {
      clear_pending(vm);
      return raise_type_error(vm, "arguments 1-3 must be sequences");
    }
    COIL_TRY(lists[i], items);
    for (size_t k = 0; k < lists[i]->size; k++) {
      COIL_TRY(int descriptor, descriptor_of_reenter(vm, lists[i]->items()[k]));
      if (descriptor >= FD_SETSIZE) return raise_value_error(vm, "filedescriptor out of range in select()");
      descriptors.push_back({descriptor, kEvents[i], 0});
    }
  }
  COIL_CHECK(poll_descriptors_reenter(vm, descriptors, deadline));
  List* ready[3];
  size_t at = 0;
  for (size_t i = 0; i < 3; i++) {
    COIL_TRY(ready[i], new_list(vm));
    for (size_t k = 0; k < lists[i]->size && at < descriptors.size(); k++, at++) {
      if (descriptors[at].revents & POLLNVAL) return raise_os_error(vm, EBADF);
      if (descriptors[at].revents & kReady[i]) COIL_CHECK(list_append(vm, ready[i], lists[i]->items()[k]));
    }
  }
  return make_tuple(vm, {ready[0], ready[1], ready[2]});
}

// -- poll objects

struct PollObject : NativeObject {
  std::map<int, short>* registered;
  bool running;
};
void destroy_poll(Cell* cell) { delete static_cast<PollObject*>(cell)->registered; }
const NativeObjectOps kPollOps{nullptr, destroy_poll};
Class* g_poll_class;

Result<int> event_mask(Vm& vm, Args args, size_t index, int fallback) {
  if (!args.has(index)) return fallback;
  if (!args[index].is_int()) return raise_type_error(vm, "an integer is required");
  if (int_sign(args[index]) < 0) return raise_value_error(vm, "value must be positive");
  int64_t mask;
  if (!int_to_i64(args[index], &mask)) return raise(vm, Exc::OverflowError, "Python int too large to convert to C unsigned long");
  if (mask > UINT16_MAX) return raise(vm, Exc::OverflowError, "Python int too large for C unsigned short");
  return static_cast<int>(mask);
}

NATIVE(poll_register, "register(self, fd, eventmask=7, /)", "Wait for the descriptor too.") {
  COIL_TRY(int descriptor, descriptor_of_reenter(vm, args[1]));
  COIL_TRY(int mask, event_mask(vm, args, 2, POLLIN | POLLPRI | POLLOUT));
  (*self_as<PollObject>(args)->registered)[descriptor] = static_cast<short>(mask);
  return none();
}
NATIVE(poll_modify, "modify(self, fd, eventmask, /)", "Change what is waited for.") {
  COIL_TRY(int descriptor, descriptor_of_reenter(vm, args[1]));
  COIL_TRY(int mask, event_mask(vm, args, 2, 0));
  auto& registered = *self_as<PollObject>(args)->registered;
  auto found = registered.find(descriptor);
  if (found == registered.end()) return raise_os_error(vm, ENOENT);
  found->second = static_cast<short>(mask);
  return none();
}
NATIVE(poll_unregister, "unregister(self, fd, /)", "Do not wait for the descriptor any more.") {
  COIL_TRY(int descriptor, descriptor_of_reenter(vm, args[1]));
  if (!self_as<PollObject>(args)->registered->erase(descriptor)) return raise_key_error(vm, Value::small_int(descriptor));
  return none();
}
NATIVE(poll_poll, "poll(self, timeout=None, /)", "Wait, at most so many milliseconds; a list of (descriptor, events).") {
  COIL_TRY(int64_t deadline, deadline_from_timeout_reenter(vm, args.get(1, none()), WaitKind::Poll));
  auto* object = self_as<PollObject>(args);
  if (object->running) return raise(vm, Exc::RuntimeError, "concurrent poll() invocation");
  std::vector<pollfd> descriptors;
  for (auto [descriptor, events] : *object->registered) descriptors.push_back({descriptor, events, 0});
  object->running = true;
  Result<int> waited = poll_descriptors_reenter(vm, descriptors, deadline);
  object->running = false;
  COIL_CHECK(waited);
  COIL_TRY(List* ready, new_list(vm));
  for (const pollfd& entry : descriptors) {
    if (!entry.revents) continue;
    COIL_TRY(Tuple* pair, make_tuple(vm, {Value::small_int(entry.fd), Value::small_int(entry.revents & 0xffff)}));
    COIL_CHECK(list_append(vm, ready, pair));
  }
  return Value(ready);
}
NATIVE(select_poll, "poll()", "A polling object.") {
  COIL_TRY(PollObject* object, new_native_object<PollObject>(vm, g_poll_class, &kPollOps));
  object->registered = new std::map<int, short>;
  return Value(object);
}

// -- epoll objects

struct EpollObject : NativeObject {
  int descriptor;
};
void destroy_epoll(Cell* cell) {
  int descriptor = static_cast<EpollObject*>(cell)->descriptor;
  if (descriptor >= 0) ::close(descriptor);
}
const NativeObjectOps kEpollOps{nullptr, destroy_epoll};
Class* g_epoll_class;

Result<int> open_epoll(Vm& vm, Args args) {
  int descriptor = self_as<EpollObject>(args)->descriptor;
  if (descriptor < 0) return raise_value_error(vm, "I/O operation on closed epoll object");
  return descriptor;
}
Result<Value> control_epoll_reenter(Vm& vm, Args args, int operation, uint32_t fallback) {
  COIL_TRY(int descriptor, descriptor_of_reenter(vm, args[1]));
  epoll_event event{};
  event.data.fd = descriptor;
  if (operation != EPOLL_CTL_DEL) {
    // Of a number its lower half counts, as the system has it.
    COIL_TRY(int64_t mask, argument_int64_reenter(vm, args.get(2, Value::small_int(fallback))));
    event.events = static_cast<uint32_t>(mask);
  }
  COIL_TRY(int own, open_epoll(vm, args));
  if (epoll_ctl(own, operation, descriptor, &event) < 0) return raise_os_error(vm, errno);
  return none();
}
NATIVE(epoll_register, "register(self, fd, eventmask=7)", "Wait for the descriptor too.") {
  return control_epoll_reenter(vm, args, EPOLL_CTL_ADD, EPOLLIN | EPOLLPRI | EPOLLOUT);
}
NATIVE(epoll_modify, "modify(self, fd, eventmask)", "Change what is waited for.") { return control_epoll_reenter(vm, args, EPOLL_CTL_MOD, 0); }
NATIVE(epoll_unregister, "unregister(self, fd)", "Do not wait for the descriptor any more.") { return control_epoll_reenter(vm, args, EPOLL_CTL_DEL, 0); }
NATIVE(epoll_poll, "poll(self, timeout=None, maxevents=-1)", "Wait, at most so many seconds; a list of (descriptor, events).") {
  COIL_TRY(int64_t deadline, deadline_from_timeout_reenter(vm, args.get(1, none()), WaitKind::Epoll));
  int limit = -1;
  if (args.has(2)) {
    COIL_TRY(limit, c_int_reenter(vm, args[2]));
    if (limit < -1 || limit == 0) return raise_value_error(vm, "maxevents must be greater than 0, got %d", limit);
  }
  COIL_TRY(int own, open_epoll(vm, args));
  std::vector<pollfd> self_poll{{own, POLLIN, 0}};
  COIL_CHECK(poll_descriptors_reenter(vm, self_poll, deadline));
  COIL_TRY(own, open_epoll(vm, args));
  std::vector<epoll_event> events(static_cast<size_t>(limit < 0 ? FD_SETSIZE - 1 : std::min(limit, 4096)));
  int count = epoll_wait(own, events.data(), static_cast<int>(events.size()), 0);
  if (count < 0 && errno != EINTR) return raise_os_error(vm, errno);
  COIL_TRY(List* ready, new_list(vm));
  for (int i = 0; i < count; i++) {
    COIL_TRY(Tuple* pair, make_tuple(vm, {Value::small_int(events[static_cast<size_t>(i)].data.fd), Value::small_int(events[static_cast<size_t>(i)].events)}));
    COIL_CHECK(list_append(vm, ready, pair));
  }
  return Value(ready);
}
NATIVE(epoll_close, "close(self, /)", "Close the object.") {
  int descriptor = std::exchange(self_as<EpollObject>(args)->descriptor, -1);
  if (descriptor < 0) return none();
  descriptor_closes(descriptor);
  if (::close(descriptor) < 0) return raise_os_error(vm, errno);
  return none();
}
NATIVE(epoll_fileno, "fileno(self, /)", "The object's own descriptor.") {
  COIL_TRY(int own, open_epoll(vm, args));
  return Value::small_int(own);
}
NATIVE(epoll_enter, "__enter__(self, /)", "The object.") {
  COIL_CHECK(open_epoll(vm, args));
  return args[0];
}
NATIVE(epoll_exit, "__exit__(self, /, *args)", "close()") { return epoll_close(vm, args); }
Result<Value> get_epoll_closed(Vm&, Value self) { return Value::boolean(self.as<EpollObject>()->descriptor < 0); }
const GetSetSpec kEpollClosed{"closed", get_epoll_closed, nullptr, "Whether it was closed."};

NATIVE(epoll_fromfd, "fromfd(cls, fd, /)", "An epoll object for a descriptor of one.") {
  COIL_TRY(int descriptor, c_int_reenter(vm, args[1]));
  COIL_TRY(EpollObject* object, new_native_object<EpollObject>(vm, args[0].as<Class>(), &kEpollOps));
  object->descriptor = descriptor;
  return Value(object);
}
NATIVE(epoll_new, "epoll(cls, sizehint=-1, flags=0)", "An epoll object.") {
  if (args.has(1)) {
    COIL_TRY(int size, c_int_reenter(vm, args[1]));
    if (size < -1 || size == 0) return raise_value_error(vm, "negative sizehint");
  }
  if (args.has(2)) {
    COIL_TRY(int flags, c_int_reenter(vm, args[2]));
    if (flags & ~EPOLL_CLOEXEC) return raise(vm, Exc::OSError, "invalid flags");
  }
  int descriptor = epoll_create1(EPOLL_CLOEXEC);
  if (descriptor < 0) return raise_os_error(vm, errno);
  Result<EpollObject*> object = new_native_object<EpollObject>(vm, args[0].as<Class>(), &kEpollOps);
  if (!object) {
    ::close(descriptor);
    return Error{};
  }
  object->descriptor = descriptor;
  return Value(*object);
}
COIL_MAKE_SLOT(epoll_make, epoll_new)

Result<void> init_select(Vm& vm, Dict* ns) {
  COIL_TRY(g_poll_class, new_module_class<PollObject>(vm, "poll", "select", "Waits for many descriptors."));
  define_class(vm, g_poll_class, {&poll_register_spec, &poll_modify_spec, &poll_unregister_spec, &poll_poll_spec}, {});
  COIL_TRY(g_epoll_class, new_module_class<EpollObject>(vm, "epoll", "select", "Waits for many descriptors that the system remembers."));
  g_epoll_class->slots.make = epoll_make;
  g_epoll_class->slots.init = init_nothing;
  define_class(vm, g_epoll_class,
               {&epoll_register_spec, &epoll_modify_spec, &epoll_unregister_spec, &epoll_poll_spec, &epoll_close_spec, &epoll_fileno_spec, &epoll_enter_spec,
                &epoll_exit_spec, &epoll_fromfd_spec},
               {&kEpollClosed});
  COIL_CHECK(module_set(vm, ns, "epoll", g_epoll_class));
  COIL_CHECK(module_set(vm, ns, "error", vm.exception(Exc::OSError)));
  struct Row { const char* name; int64_t number; };
#define ROW(name) {#name, name}
  static constexpr Row kRows[] = {
      ROW(POLLIN), ROW(POLLOUT), ROW(POLLPRI), ROW(POLLERR), ROW(POLLHUP), ROW(POLLNVAL), ROW(POLLRDNORM), ROW(POLLRDBAND), ROW(POLLWRNORM),
      ROW(POLLWRBAND), ROW(POLLRDHUP), ROW(EPOLLIN), ROW(EPOLLOUT), ROW(EPOLLPRI), ROW(EPOLLERR), ROW(EPOLLHUP), ROW(EPOLLRDHUP), ROW(EPOLLONESHOT),
      ROW(EPOLLET), ROW(EPOLLEXCLUSIVE), ROW(EPOLL_CLOEXEC), ROW(EPOLLMSG), ROW(EPOLLRDBAND), ROW(EPOLLRDNORM), ROW(EPOLLWRBAND), ROW(EPOLLWRNORM),
      ROW(POLLMSG),
  };
#undef ROW
  for (const Row& row : kRows) COIL_CHECK(module_set_int(vm, ns, row.name, row.number));
  return module_set_int(vm, ns, "PIPE_BUF", 4096);
}

}  // namespace

MODULE(select, "select", "Waiting for descriptors.", init_select, FN(select_select), FN(select_poll))

}  // namespace coil
