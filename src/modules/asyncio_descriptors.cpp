// The event loop's readers and writers of descriptors: what stdlib/asyncio/selector_events.py builds sockets and transports on.
#include "async/poller.hpp"
#include "modules/asyncio_internal.hpp"
#include "modules/socket.hpp"
#include "modules/support.hpp"

namespace coil {

namespace {

/// A descriptor, or an object that has one.
Result<int> watched_reenter(Vm& vm, Value file) {
  int descriptor = -1;
  if (!socket_descriptor(file, &descriptor)) {
    Value number = file;
    if (!number.is_int()) {
      Result<Value> method = get_attr_reenter(vm, file, intern(vm, "fileno"));
      Result<Value> called = method ? call_reenter(vm, *method, {}) : method;
      if (!called && !pending_matches(vm, Exc::AttributeError) && !pending_matches(vm, Exc::TypeError) && !pending_matches(vm, Exc::ValueError)) return Error{};
      if (called) number = *called;
      else clear_pending(vm);
    }
    if (!number.is_int()) {
      COIL_TRY(Str* text, repr_reenter(vm, file));
      return raise_text(vm, Exc::ValueError, "Invalid file object: " + str_utf8(text));
    }
    int64_t wide;
    if (!int_to_i64(number, &wide) || wide > INT32_MAX) return raise(vm, Exc::OverflowError, "Python int too large to convert to C int");
    descriptor = static_cast<int>(wide);
  }
  if (descriptor < 0) return raise_value_error(vm, "Invalid file descriptor: %d", descriptor);
  return descriptor;
}

Result<Value> add_watch_reenter(Vm& vm, Args args, Direction direction) {
  Loop* loop = loop_of(args[0]);
  COIL_TRY(int descriptor, watched_reenter(vm, args[1]));
  if (loop->closed) return raise(vm, Exc::RuntimeError, "Event loop is closed");
  COIL_TRY(HandleCell* handle, new_handle(vm, loop, args[2], args[3].as<Tuple>(), Value()));
  if (loop->debug) COIL_CHECK(note_handle_origin_reenter(vm, handle));
  COIL_CHECK(loop->poller->watch(vm, descriptor, direction, handle));
  return Value(handle);
}
Result<Value> remove_watch_reenter(Vm& vm, Args args, Direction direction) {
  Loop* loop = loop_of(args[0]);
  if (loop->closed) return Value::boolean(false);
  COIL_TRY(int descriptor, watched_reenter(vm, args[1]));
  if (loop->debug) {
    // By its own method, which keeps what repr() shows.
    HandleCell* handle = loop->poller->watcher(descriptor, direction);
    if (handle) COIL_CHECK(call_method_reenter(vm, handle, intern(vm, "cancel"), {}));
  }
  return Value::boolean(loop->poller->unwatch(descriptor, direction));
}

}  // namespace

NATIVE(loop_add_reader, "_add_reader(self, fd, callback, /, *args)", "Call callback(*args) whenever the descriptor can be read; returns the handle.") {
  return add_watch_reenter(vm, args, Direction::Read);
}
NATIVE(loop_remove_reader, "_remove_reader(self, fd, /)", "End _add_reader; whether there was one.") { return remove_watch_reenter(vm, args, Direction::Read); }
NATIVE(loop_add_writer, "_add_writer(self, fd, callback, /, *args)", "Call callback(*args) whenever the descriptor can be written; returns the handle.") {
  return add_watch_reenter(vm, args, Direction::Write);
}
NATIVE(loop_remove_writer, "_remove_writer(self, fd, /)", "End _add_writer; whether there was one.") { return remove_watch_reenter(vm, args, Direction::Write); }

NATIVE(loop_watched, "_watched(self, fd, /)", "Whether the descriptor has a reader and a writer: two booleans.") {
  Loop* loop = loop_of(args[0]);
  COIL_TRY(int64_t descriptor, argument_int64_reenter(vm, args[1]));
  auto has = [&](Direction direction) {
    return Value::boolean(!loop->closed && descriptor >= 0 && descriptor <= INT32_MAX && loop->poller->watcher(static_cast<int>(descriptor), direction));
  };
  return make_tuple(vm, {has(Direction::Read), has(Direction::Write)});
}

const NativeSpec* const kLoopDescriptorMethods[5] = {&loop_watched_spec, &loop_add_reader_spec, &loop_remove_reader_spec, &loop_add_writer_spec, &loop_remove_writer_spec};

}  // namespace coil
