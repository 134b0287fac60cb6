// Raising: every raise_* of vm.hpp. An exception is made and becomes pending; its context is added by the interpreter, which knows
// what is being handled. Running out of memory while raising leaves the preallocated MemoryError pending instead.
#include <cerrno>
#include <cstdio>
#include <cstring>

#include "objects/containers.hpp"
#include "objects/exception.hpp"
#include "objects/number.hpp"
#include "objects/str.hpp"
#include "objects/vm.hpp"

namespace coil {

static Error raise_formatted(Vm& vm, Exc exc, const char* format, va_list list) {
  char fixed[512];
  va_list copy;
  va_copy(copy, list);
  int length = std::vsnprintf(fixed, sizeof fixed, format, list);
  std::string text;
  if (length < static_cast<int>(sizeof fixed)) {
    text.assign(fixed, length < 0 ? 0 : static_cast<size_t>(length));
  } else {
    text.resize(static_cast<size_t>(length) + 1);
    std::vsnprintf(text.data(), text.size(), format, copy);
    text.resize(static_cast<size_t>(length));
  }
  va_end(copy);
  return raise_text(vm, exc, text);
}

Error raise(Vm& vm, Exc exc, const char* format, ...) {
  va_list list;
  va_start(list, format);
  Error error = raise_formatted(vm, exc, format, list);
  va_end(list);
  return error;
}

Error raise_type_error(Vm& vm, const char* format, ...) {
  va_list list;
  va_start(list, format);
  Error error = raise_formatted(vm, Exc::TypeError, format, list);
  va_end(list);
  return error;
}

Error raise_value_error(Vm& vm, const char* format, ...) {
  va_list list;
  va_start(list, format);
  Error error = raise_formatted(vm, Exc::ValueError, format, list);
  va_end(list);
  return error;
}

Error raise_text(Vm& vm, Exc exc, std::string_view text) {
  COIL_TRY(Str* message, new_str(vm, text));
  return raise_with_args(vm, exc, {message});
}

Error raise_with_args(Vm& vm, Exc exc, std::initializer_list<Value> args) {
  COIL_TRY(Exception* exception, new_exception(vm, vm.exception(exc), args));
  vm.pending = exception;
  return {};
}

Error raise_key_error(Vm& vm, Value key) { return raise_with_args(vm, Exc::KeyError, {key}); }

Error raise_memory_error(Vm& vm) {
  auto* exception = vm.memory_error.as<Exception>();
  exception->traceback = nullptr;
  exception->context = Value();
  exception->cause = Value();
  vm.pending = exception;
  return {};
}

static Exc os_error_class(int error_number) {
  switch (error_number) {
    case EAGAIN: case EALREADY: case EINPROGRESS: return Exc::BlockingIOError;
    case EPIPE: case ESHUTDOWN: return Exc::BrokenPipeError;
    case ECHILD: return Exc::ChildProcessError;
    case ECONNABORTED: return Exc::ConnectionAbortedError;
    case ECONNREFUSED: return Exc::ConnectionRefusedError;
    case ECONNRESET: return Exc::ConnectionResetError;
    case EEXIST: return Exc::FileExistsError;
    case ENOENT: return Exc::FileNotFoundError;
    case EISDIR: return Exc::IsADirectoryError;
    case ENOTDIR: return Exc::NotADirectoryError;
    case EINTR: return Exc::InterruptedError;
    case EACCES: case EPERM: return Exc::PermissionError;
    case ESRCH: return Exc::ProcessLookupError;
    case ETIMEDOUT: return Exc::TimeoutError;
    default: return Exc::OSError;
  }
}

/// The class OSError(errno, ...) gives an instance of; also used by OSError's constructor.
Class* os_error_class_for(Vm& vm, int error_number) { return vm.exception(os_error_class(error_number)); }

Error raise_os_error(Vm& vm, int error_number, Value filename) {
  COIL_TRY(Str* text, new_str(vm, std::strerror(error_number)));
  Class* cls = os_error_class_for(vm, error_number);
  COIL_TRY(Exception* exception, new_exception(vm, cls, {Value::small_int(error_number), text}));
  if (filename) COIL_CHECK(set_exception_field(vm, exception, kOsFilename, filename));
  vm.pending = exception;
  return {};
}

Error raise_exception(Vm& vm, Value exception) {
  vm.pending = exception;
  return {};
}

Error raise_attribute_error(Vm& vm, Value object, Str* name) {
  std::string text;
  if (object.is(Kind::Class)) {
    text = std::string("type object '") + class_name(object.as<Class>()) + "' has no attribute '" + str_utf8(name) + "'";
  } else {
    text = std::string("'") + type_name(object) + "' object has no attribute '" + str_utf8(name) + "'";
  }
  COIL_TRY(Str* message, new_str(vm, text));
  COIL_TRY(Exception* exception, new_exception(vm, vm.exception(Exc::AttributeError), {message}));
  COIL_CHECK(set_exception_field(vm, exception, kAttributeName, name));
  COIL_CHECK(set_exception_field(vm, exception, kAttributeObj, object));
  vm.pending = exception;
  return {};
}

bool pending_matches(Vm& vm, Exc exc) {
  return vm.pending.is_cell() && is_subclass(class_of(vm.pending), vm.exception(exc));
}

Value clear_pending(Vm& vm) {
  Value exception = vm.pending;
  vm.pending = vm.settled = Value();
  return exception;
}

static bool is_stop_iteration(const Vm& vm, Value value) { return value.is_cell() && is_subclass(class_of(value), vm.exception(Exc::StopIteration)); }

Error raise_stop_iteration(Vm& vm) {
  Value value = vm.stop_value;
  vm.stop_value = Value();
  if (value && is_stop_iteration(vm, value)) {
    vm.pending = value;
    return Error{};
  }
  if (!value || value.is_none()) return raise_with_args(vm, Exc::StopIteration, {});
  return raise_with_args(vm, Exc::StopIteration, {value});
}

Value stop_with_pending(Vm& vm) {
  vm.stop_value = clear_pending(vm);
  return Value::stop();
}

Result<Value> stop_with_value(Vm& vm, Value value) {
  vm.stop_value = value;
  // An exception that is the value would be taken for the StopIteration itself.
  if (!is_stop_iteration(vm, value)) return Value::stop();
  (void)raise_with_args(vm, Exc::StopIteration, {value});
  return stop_with_pending(vm);
}

Value take_stop_value(Vm& vm) {
  Value value = vm.stop_value;
  vm.stop_value = Value();
  if (!value) return none();
  return is_stop_iteration(vm, value) ? exception_field(value.as<Exception>(), kStopValue) : value;
}

}  // namespace coil
