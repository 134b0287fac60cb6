// Module sys: the interpreter's own state. sys.path and sys.modules are filled by host/import.cpp; the streams are in io.cpp.
#include "modules/module.hpp"

#include <dlfcn.h>
#include <gnu/libc-version.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cfloat>
#include <cmath>
#include <cstdlib>
#include <cstring>

#include "base/encodings.hpp"
#include "base/environment.hpp"
#include "modules/host_services.hpp"
#include "modules/introspection.hpp"
#include "modules/io.hpp"
#include "modules/site_builtins.hpp"
#include "modules/standard_modules.hpp"
#include "modules/struct_sequence.hpp"
#include "objects/attributes.hpp"
#include "objects/containers.hpp"
#include "objects/exception.hpp"
#include "objects/number.hpp"
#include "objects/str.hpp"
#include "objects/stream.hpp"
#include "vm/async_gen_hooks.hpp"
#include "vm/profile.hpp"
#include "vm/threads.hpp"

namespace coil {

ProgramInfo g_program;

namespace {

NATIVE(sys_exit, "exit(status=None, /)", "Leave the program by raising SystemExit(status).") {
  Value status = args.get(0, none());
  if (status.is_none()) return raise_with_args(vm, Exc::SystemExit, {});
  if (is_instance(status, vm.exception(Exc::SystemExit))) return raise_exception(vm, status);
  if (status.is(Kind::Tuple)) {
    COIL_TRY(Value exception, call_ex_reenter(vm, vm.exception(Exc::SystemExit), status.as<Tuple>(), nullptr));
    return raise_exception(vm, exception);
  }
  COIL_TRY(Value exception, call_reenter(vm, vm.exception(Exc::SystemExit), {status}));
  return raise_exception(vm, exception);
}

/// (type, value, traceback) of what is handled where the frame stands.
Result<Value> exception_info(Vm& vm, Frame* frame) {
  Value handled = handled_exception(frame);
  if (!is_exception(handled)) return make_tuple(vm, {none(), none(), none()});
  Traceback* stack = handled.as<Exception>()->traceback;
  return make_tuple(vm, {class_of(handled), handled, stack ? Value(stack) : none()});
}
NATIVE(sys_exc_info, "exc_info()", "(type, value, traceback) of the exception being handled.") { return exception_info(vm, vm.thread->frame); }

/// {identity: what is told of it} for each thread.
template <typename Tell>
Result<Value> for_threads(Vm& vm, Tell tell) {
  COIL_TRY(Dict* all, new_dict(vm));
  for (Thread* thread = vm.threads; thread; thread = thread->next) {
    if (!thread->frame) continue;
    COIL_TRY(Value identity, make_int_u64(vm, thread->identity));
    COIL_TRY(Value told, tell(thread->frame));
    COIL_CHECK(dict_set_reenter(vm, all, identity, told));
  }
  return all;
}
NATIVE(sys_current_frames, "_current_frames()", "The innermost frame of each thread, by its identity.") {
  return for_threads(vm, [&vm](Frame* frame) { return frame_object(vm, frame); });
}
NATIVE(sys_current_exceptions, "_current_exceptions()", "What each thread handles, as by exc_info(), by its identity.") {
  return for_threads(vm, [&vm](Frame* frame) { return exception_info(vm, frame); });
}

NATIVE(sys_exception, "exception()", "The exception being handled, or None.") {
  Value handled = handled_exception(vm.thread->frame);
  return is_exception(handled) ? handled : none();
}

NATIVE(sys_getrecursionlimit, "getrecursionlimit()", "The maximum depth of calls.") {
  return Value::small_int(vm.thread->recursion_limit);
}

NATIVE(sys_setrecursionlimit, "setrecursionlimit(limit, /)", "Set the maximum depth of calls.") {
  COIL_TRY(Value number, index_reenter(vm, args[0]));
  int64_t limit;
  if (!int_to_i64(number, &limit) || limit > INT32_MAX || limit < INT32_MIN) {
    return raise(vm, Exc::OverflowError, "Python int too large to convert to C int");
  }
  if (limit < 1) return raise_value_error(vm, "recursion limit must be greater or equal than 1");
  const uint32_t depth = vm.thread->depth + 1;  // with this call
  if (depth >= limit) {
    return raise(vm, Exc::RecursionError, "cannot set the recursion limit to %lld at the recursion depth %u: the limit is too low",
                 static_cast<long long>(limit), depth);
  }
  for (Thread* thread = vm.threads; thread; thread = thread->next) thread->set_limit(static_cast<uint32_t>(limit));
  return none();
}

NATIVE(sys_intern, "intern(string, /)", "The one shared copy of the string.") {
  if (!is_exact(args[0], Kind::Str)) {
    if (args[0].is(Kind::Str)) return raise_type_error(vm, "can't intern %s", type_name(args[0]));
    return raise_type_error(vm, "intern() argument must be str, not %s", argument_type_name(args[0]));
  }
  return intern_str(vm, args[0].as<Str>());
}

NATIVE(sys_getsizeof, "getsizeof(object, default=None)", "Bytes of the object itself.") {
  COIL_TRY(Value method, lookup_special_reenter(vm, args[0], vm.name(Name::sizeof_)));
  if (method.is_stop()) {
    if (args.has(1)) return args[1];
    return raise_type_error(vm, "Type %s doesn't define __sizeof__", type_name(args[0]));
  }
  COIL_TRY(Value size, call_reenter(vm, method, {}));
  if (!size.is_int() && args.has(1)) return args[1];
  if (!size.is_int()) return raise_type_error(vm, "an integer is required");
  int64_t bytes;
  if (!int_to_i64(size, &bytes)) return raise(vm, Exc::OverflowError, "Python int too large to convert to C ssize_t");
  if (bytes < 0) return raise_value_error(vm, "__sizeof__() should return >= 0");
  return size;
}

NATIVE(sys_getrefcount, "getrefcount(object, /)", "Coil counts no references: always 1.") { return Value::small_int(1); }
NATIVE(sys_getallocatedblocks, "getallocatedblocks()", "Cells of the heap, counted by a collection.") {
  int64_t count = 0;
  g_heap.for_each_cell([](Cell*, void* context) { ++*static_cast<int64_t*>(context); }, &count);
  return make_int(vm, count);
}
NATIVE(sys_call_tracing, "call_tracing(func, args, /)", "func(*args).") {
  if (!args[1].is(Kind::Tuple)) return raise_type_error(vm, "call_tracing() argument 2 must be tuple, not %s", argument_type_name(args[1]));
  return call_ex_reenter(vm, args[0], args[1].as<Tuple>(), nullptr);
}

// -- audit hooks: they hear what programs tell, the interpreter itself tells nothing

List* g_audit_hooks;
NATIVE(sys_addaudithook, "addaudithook(hook)", "Call hook(event, args) for each sys.audit().") {
  if (!g_audit_hooks) {
    COIL_TRY(g_audit_hooks, new_list(vm));
    COIL_CHECK(keep_forever(vm, g_audit_hooks));
  }
  COIL_CHECK(list_append(vm, g_audit_hooks, args[0]));
  return none();
}
NATIVE(sys_audit, "audit(event=..., /, *args)", "Tell the audit hooks of an event.") {
  if (!args.has(0)) return raise_type_error(vm, "audit() missing 1 required positional argument: 'event'");
  if (!g_audit_hooks) return none();
  if (!args[0].is(Kind::Str)) return raise_type_error(vm, "expected str for argument 'event', not %s", argument_type_name(args[0]));
  for (size_t i = 0; i < g_audit_hooks->size; i++) {
    COIL_CHECK(call_reenter(vm, g_audit_hooks->items()[i], {args[0], args[1]}));
  }
  return none();
}
NATIVE(sys_getdefaultencoding, "getdefaultencoding()", "The encoding of str.encode().") { return intern(vm, "utf-8"); }
NATIVE(sys_getfilesystemencoding, "getfilesystemencoding()", "The encoding of file names.") { return intern(vm, "utf-8"); }
NATIVE(sys_getfilesystemencodeerrors, "getfilesystemencodeerrors()", "The error handler of file names.") {
  return intern(vm, "surrogateescape");
}
NATIVE(sys_is_finalizing, "is_finalizing()", "Whether the interpreter is shutting down.") { return Value::boolean(false); }
int64_t g_library_flags = RTLD_NOW;  // remembered for programs: no library of theirs is loaded
NATIVE(sys_getdlopenflags, "getdlopenflags()", "What setdlopenflags() set.") { return make_int(vm, g_library_flags); }
NATIVE(sys_setdlopenflags, "setdlopenflags(flags, /)", "How libraries are to be loaded.") {
  COIL_TRY(g_library_flags, c_int_reenter(vm, args[0]));
  return none();
}
NATIVE(sys_getswitchinterval, "getswitchinterval()", "Seconds between offers of the lock to other threads.") {
  return make_float(vm, static_cast<double>(switch_interval_us()) / 1e6);
}
NATIVE(sys_setswitchinterval, "setswitchinterval(interval, /)", "How long a thread may run while another one waits for the lock.") {
  COIL_TRY(double seconds, number_as_double_reenter(vm, args[0]));
  if (seconds <= 0) return raise_value_error(vm, "switch interval must be strictly positive");
  if (std::isnan(seconds)) return none();
  constexpr double kLongest = 1e6;
  set_switch_interval_us(static_cast<int64_t>(std::min(seconds, kLongest) * 1e6));
  return none();
}

// -- asynchronous generators

const SequenceSpec kAsyncGenHooks{"builtins", "asyncgen_hooks", "What set_asyncgen_hooks() was given.", 2, {"firstiter", "finalizer"}};
Class* g_async_gen_hooks_class = nullptr;

/// What the running loop does by itself while no hook is set, as a method of it; None where no loop runs.
Result<Value> loop_hook_reenter(Vm& vm, const char* name) {
  Value loop = vm.thread->running_loop;
  if (!loop) return none();
  COIL_TRY(Value method, find_attr_reenter(vm, loop, intern(vm, (std::string("_asyncgen_") + name + "_hook").c_str())));
  return method.is_stop() ? none() : method;
}
NATIVE(sys_get_asyncgen_hooks, "get_asyncgen_hooks()", "The hooks of asynchronous generators: (firstiter, finalizer).") {
  Value hooks[2] = {g_async_gen_hooks.first_iteration, g_async_gen_hooks.finalizer};
  if (!hooks[0]) {
    COIL_TRY(hooks[0], loop_hook_reenter(vm, "firstiter"));
  }
  if (!hooks[1]) {
    COIL_TRY(hooks[1], loop_hook_reenter(vm, "finalizer"));
  }
  return new_sequence(vm, g_async_gen_hooks_class, hooks);
}
Result<void> set_hook(Vm& vm, Value* hook, Value given, const char* name) {
  if (!given) return ok();
  if (!given.is_none() && !is_callable(given)) return raise_type_error(vm, "callable %s expected, got %s", name, type_name(given));
  // A program that puts back what it found gives the loop its own.
  COIL_TRY(Value own, loop_hook_reenter(vm, name));
  COIL_TRY(bool is_own, equal_reenter(vm, own, given));
  *hook = is_own || given.is_none() ? Value() : given;
  return ok();
}
NATIVE(sys_set_asyncgen_hooks, "set_asyncgen_hooks(firstiter=None, finalizer=None) nameless",
       "Callables for the first iteration of an asynchronous generator, and for one that is dropped unfinished.") {
  COIL_CHECK(set_hook(vm, &g_async_gen_hooks.finalizer, args[1], "finalizer"));
  COIL_CHECK(set_hook(vm, &g_async_gen_hooks.first_iteration, args[0], "firstiter"));
  return none();
}
NATIVE(sys_gettrace, "gettrace()", "No trace functions: None.") { return none(); }
NATIVE(sys_settrace, "settrace(function, /)", "Only None: there are no trace functions.") {
  if (args[0].is_none()) return none();
  return raise(vm, Exc::NotImplementedError, "sys.settrace() is not available: programs can't trace their execution");
}

/// The frame object of an event. Calls under way have theirs in the list `open`, so that a call and its return have the same.
Result<Value> frame_of_event(Vm& vm, List* open, ProfileEvent event, Frame* frame) {
  if (event == ProfileEvent::Call) {
    COIL_TRY(Value made, open->size ? frame_object(vm, frame, open->items()[open->size - 1]) : frame_object(vm, frame));
    COIL_CHECK(list_append(vm, open, made));
    return made;
  }
  // A function that was running when the hook was set.
  if (!open->size) return frame_object(vm, frame);
  Value known = open->items()[open->size - 1];
  if (event == ProfileEvent::Return) open->size--;
  COIL_CHECK(refresh_frame_object(vm, known, frame));
  return known;
}

/// The hook of a profile function; `data` is (function, list of frame objects). One that raises is no profile function any more.
Result<void> call_profile_function(Vm& vm, Value data, ProfileEvent event, Frame* frame, Value what) {
  static constexpr const char* kNames[] = {"call", "return", "c_call", "c_return", "c_exception"};
  auto call = [&]() -> Result<void> {
    COIL_TRY(Value shown, frame_of_event(vm, data.as<Tuple>()->items[1].as<List>(), event, frame));
    COIL_CHECK(call_reenter(vm, data.as<Tuple>()->items[0], {shown, intern(vm, kNames[static_cast<int>(event)]), what ? what : none()}));
    return ok();
  };
  Result<void> done = call();
  if (!done) set_profile(vm, nullptr, {});
  return done;
}

NATIVE(sys_getprofile, "getprofile()", "The profile function of this thread, or None.") {
  if (!vm.thread->profile) return none();
  Value data = vm.thread->profile_data;
  return vm.thread->profile == call_profile_function ? data.as<Tuple>()->items[0] : data;
}
NATIVE(sys_setprofile, "setprofile(function, /)",
       "Let function(frame, event, arg) be called at each call and return in this thread, with the event 'call', 'return', 'c_call', 'c_return' or 'c_exception'; None: no more.") {
  if (args[0].is_none()) {
    set_profile(vm, nullptr, {});
    return none();
  }
  COIL_TRY(List* open, new_list(vm));
  COIL_TRY(Tuple* data, make_tuple(vm, {args[0], open}));
  set_profile(vm, call_profile_function, data);
  return none();
}

/// The function that PYTHONBREAKPOINT names, or stop() after a warning that it can't be imported.
Result<Value> named_breakpoint_hook(Vm& vm, const std::string& path) {
  size_t dot = path.rfind('.');
  COIL_TRY(Str* module_name, new_str(vm, dot == std::string::npos ? "builtins" : path.substr(0, dot)));
  COIL_TRY(Str* name, new_str(vm, dot == std::string::npos ? path : path.substr(dot + 1)));
  if (dot != 0) {
    Result<Value> hook = import_absolute_reenter(vm, module_name);
    if (hook) hook = get_attr_reenter(vm, *hook, name);
    if (hook) return hook;
    if (!pending_matches(vm, Exc::ImportError) && !pending_matches(vm, Exc::AttributeError)) return Error{};
    clear_pending(vm);
  }
  COIL_TRY(Value warnings, import_absolute_reenter(vm, intern(vm, "warnings")));
  COIL_TRY(Str* text, new_str(vm, "Ignoring unimportable $PYTHONBREAKPOINT: \"" + path + "\""));
  COIL_TRY(Value warned, call_method_reenter(vm, warnings, intern(vm, "warn"), {text, vm.exception(Exc::RuntimeWarning), Value::small_int(0)}));
  (void)warned;
  return Value::stop();
}

NATIVE(sys_breakpointhook, "breakpointhook(*args, **kws)", "What breakpoint() calls: the function named by PYTHONBREAKPOINT; 0 means none.") {
  const char* path = environment_variable("COIL_BREAKPOINT", "PYTHONBREAKPOINT");
  if (!path || !*path || std::strcmp(path, "pdb.set_trace") == 0) {
    return raise(vm, Exc::RuntimeError,
                 "breakpoint() has no debugger to start: set PYTHONBREAKPOINT to a function's name, to 0 for none, or assign sys.breakpointhook");
  }
  if (std::strcmp(path, "0") == 0) return none();
  COIL_TRY(Value hook, named_breakpoint_hook(vm, path));
  return hook.is_stop() ? none() : call_ex_reenter(vm, hook, args[0].as<Tuple>(), args[1].as<Dict>());
}

NATIVE(sys_get_int_max_str_digits, "get_int_max_str_digits()", "Limit of digits for int and str conversion.") {
  return Value::small_int(vm.int_max_str_digits);
}
NATIVE(sys_set_int_max_str_digits, "set_int_max_str_digits(maxdigits)", "Set the limit of digits; 0 is none.") {
  COIL_TRY(int64_t digits, argument_int64_reenter(vm, args[0]));
  if ((digits != 0 && digits < 640) || digits > INT32_MAX || digits < 0) {
    return raise_value_error(vm, "maxdigits must be 0 or larger than 640");
  }
  vm.int_max_str_digits = static_cast<int>(digits);
  return none();
}

/// Nothing: a program has deleted it.
Value stderr_stream(Vm& vm) {
  Value sys = dict_get_str(vm.modules, vm.name(Name::k_sys));
  return sys.is(Kind::Module) ? dict_get_str(sys.as<Module>()->dict, vm.name(Name::k_stderr)) : Value();
}

/// What can still be told of an exception when sys.stderr is gone.
Result<Value> dump_without_stderr_reenter(Vm& vm, Value exception) {
  COIL_TRY(Str* shown, repr_reenter(vm, exception));
  std::fprintf(stderr, "object address  : %p\nobject refcount : %d\nobject type     : %p\nobject type name: %s\nobject repr     : %s\nlost sys.stderr\n",
               static_cast<void*>(exception.cell()), 1, static_cast<void*>(class_of(exception)), type_name(exception), str_utf8(shown).c_str());
  return none();
}

NATIVE(sys_excepthook, "excepthook(exctype, value, traceback, /)", "Print the exception to sys.stderr.") {
  Value stream = stderr_stream(vm);
  if (stream.is_nothing()) return dump_without_stderr_reenter(vm, args[1]);
  if (stream.is_none()) return none();
  std::string text;
  if (is_exception(args[1])) {
    auto* exception = args[1].as<Exception>();
    if (!exception->traceback && args[2].is(Kind::Traceback)) store(exception, exception->traceback, args[2].as<Traceback>());
    TracebackOptions options{.uncaught = true};
    Value limit = dict_get_str(dict_get_str(vm.modules, vm.name(Name::k_sys)).as<Module>()->dict, intern(vm, "tracebacklimit"));
    if (limit.is_small_int()) {
      options.limit = std::max<int64_t>(limit.small_int(), 0);
      options.stack = options.limit > 0;
    }
    text = format_exception_reenter(vm, args[1], options);
    bool is_standard = is_text_stream(stream) && stream_buffer(stream)->is_open() && stream_buffer(stream)->descriptor() == 2;
    if (is_standard && colors_wanted(2)) text = colored_traceback(text);
  } else {
    text = "TypeError: print_exception(): Exception expected for value, " + std::string(type_name(args[1])) + " found\n";
  }
  COIL_TRY(Str* shown, new_str(vm, text));
  COIL_CHECK(print_text_reenter(vm, stream, shown));
  COIL_CHECK(flush_stream_reenter(vm, stream));
  return none();
}

/// What the stream cannot encode is shown as escapes.
Result<void> print_escaped_reenter(Vm& vm, Value stream, Str* text) {
  COIL_TRY(Value encoding, get_attr_reenter(vm, stream, intern(vm, "encoding")));
  COIL_TRY(Value bytes, call_method_reenter(vm, text, intern(vm, "encode"), {encoding, intern(vm, "backslashreplace")}));
  COIL_TRY(Value buffer, find_attr_reenter(vm, stream, intern(vm, "buffer")));
  if (!buffer.is_stop()) {
    COIL_CHECK(call_method_reenter(vm, buffer, vm.name(Name::k_write), {bytes}));
    return ok();
  }
  COIL_TRY(Value shown, call_method_reenter(vm, bytes, intern(vm, "decode"), {encoding}));
  COIL_CHECK(call_method_reenter(vm, stream, vm.name(Name::k_write), {shown}));
  return ok();
}

NATIVE(sys_displayhook, "displayhook(object, /)", "Print repr(object) unless it is None, and keep it as builtins._.") {
  if (args[0].is_none()) return none();
  Str* underscore = intern(vm, "_");
  COIL_CHECK(dict_set_str(vm, vm.builtins, underscore, none()));
  Value stream = dict_get_str(dict_get_str(vm.modules, vm.name(Name::k_sys)).as<Module>()->dict, vm.name(Name::k_stdout));
  if (stream.is_nothing() || stream.is_none()) return raise(vm, Exc::RuntimeError, "lost sys.stdout");
  COIL_TRY(Str* shown, repr_reenter(vm, args[0]));
  if (Result<void> printed = print_text_reenter(vm, stream, shown); !printed) {
    if (!pending_matches(vm, Exc::UnicodeEncodeError)) return Error{};
    clear_pending(vm);
    COIL_CHECK(print_escaped_reenter(vm, stream, shown));
  }
  COIL_CHECK(print_text_reenter(vm, stream, intern(vm, "\n")));
  COIL_CHECK(dict_set_str(vm, vm.builtins, underscore, args[0]));
  return none();
}

const SequenceSpec kUnraisableArgs{"", "UnraisableHookArgs", "What sys.unraisablehook receives.", 5,
                                   {"exc_type", "exc_value", "exc_traceback", "err_msg", "object"}};
Class* g_unraisable_args;

/// Writes to sys.stderr what the standard hook writes.
Result<void> print_unraisable_reenter(Vm& vm, Value exception, Value traceback, Value message, Value object) {
  Value stream = stderr_stream(vm);
  if (stream.is_nothing() || stream.is_none()) return ok();
  std::string text = message.is(Kind::Str) ? str_utf8(message) : object.is_none() ? "" : "Exception ignored in";
  if (!text.empty()) {
    text += ":";
    if (!object.is_none()) {
      COIL_TRY(Str* shown, repr_reenter(vm, object));
      text += " " + str_utf8(shown);
    }
    text += "\n";
  }
  if (is_exception(exception)) text += brief_exception_reenter(vm, exception, traceback);
  COIL_TRY(Str* whole, new_str(vm, text));
  return print_text_reenter(vm, stream, whole);
}

NATIVE(sys_unraisablehook, "unraisablehook(unraisable, /)", "Print an exception that nobody can receive.") {
  if (!is_instance(args[0], g_unraisable_args)) return raise_type_error(vm, "sys.unraisablehook argument type must be UnraisableHookArgs");
  COIL_TRY(Value exception, get_attr_reenter(vm, args[0], intern(vm, "exc_value")));
  COIL_TRY(Value traceback, get_attr_reenter(vm, args[0], intern(vm, "exc_traceback")));
  COIL_TRY(Value message, get_attr_reenter(vm, args[0], intern(vm, "err_msg")));
  COIL_TRY(Value object, get_attr_reenter(vm, args[0], intern(vm, "object")));
  COIL_CHECK(print_unraisable_reenter(vm, exception, traceback, message, object));
  return none();
}

NATIVE(sys_set_coroutine_origin_tracking_depth, "set_coroutine_origin_tracking_depth(depth)",
       "How many frames coroutines remember as cr_origin when they are made.") {
  COIL_TRY(int depth, c_int_reenter(vm, args[0]));
  if (depth < 0) return raise_value_error(vm, "depth must be >= 0");
  vm.thread->origin_tracking_depth = static_cast<uint32_t>(depth);
  return none();
}
NATIVE(sys_get_coroutine_origin_tracking_depth, "get_coroutine_origin_tracking_depth()", "How many frames coroutines remember.") {
  return Value::small_int(vm.thread->origin_tracking_depth);
}

NATIVE(sys_getframe, "_getframe(depth=0, /)", "A running frame.") {
  int64_t depth = 0;
  if (args.has(0)) {
    COIL_TRY(int64_t given, argument_int64_reenter(vm, args[0]));
    depth = given;
  }
  return running_frame_object(vm, depth < 0 ? 0 : depth);
}

const SequenceSpec kVersionInfo{"sys", "version_info", "The version as a tuple.", 5, {"major", "minor", "micro", "releaselevel", "serial"}, 0, true};
const SequenceSpec kFloatInfo{"sys", "float_info", "Limits of float.", 11,
                              {"max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig", "epsilon", "radix", "rounds"}};
const SequenceSpec kThreadInfo{"sys", "thread_info", "How threads are made.", 3, {"name", "lock", "version"}};
const SequenceSpec kIntInfo{"sys", "int_info", "How integers are stored.", 4,
                            {"bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold"}};
const SequenceSpec kHashInfo{"sys", "hash_info", "Parameters of hashing.", 9,
                             {"width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff"}};
const SequenceSpec kFlags{"sys", "flags", "Command line flags.", 18,
                          {"debug", "inspect", "interactive", "optimize", "dont_write_bytecode", "no_user_site", "no_site",
                           "ignore_environment", "verbose", "bytes_warning", "quiet", "hash_randomization", "isolated", "dev_mode",
                           "utf8_mode", "warn_default_encoding", "safe_path", "int_max_str_digits"}, 0, true};

/// The folder that "bin" with the executable is in.
std::string installation_folder(const std::string& executable) {
  const size_t file = executable.rfind('/');
  if (file == std::string::npos || file == 0) return "/";
  const size_t folder = executable.rfind('/', file - 1);
  return folder == std::string::npos || folder == 0 ? "/" : executable.substr(0, folder);
}

/// The only instance of its class.
Result<Value> only_sequence(Vm& vm, const SequenceSpec& spec, std::initializer_list<Value> items) {
  COIL_TRY(Class* cls, new_sequence_class(vm, &spec));
  return new_sequence(vm, cls, items.begin());
}

Value number(int64_t n) { return Value::small_int(n); }

Result<void> set_infos(Vm& vm, Dict* ns) {
  COIL_TRY(Value version, only_sequence(vm, kVersionInfo, {number(3), number(11), number(7), intern(vm, "final"), number(0)}));
  COIL_CHECK(module_set(vm, ns, "version_info", version));
  const ProgramInfo& program = g_program;
  COIL_TRY(g_async_gen_hooks_class, new_sequence_class(vm, &kAsyncGenHooks));
  COIL_TRY(Value flags, only_sequence(vm, kFlags,
                                      {number(program.parser_debug), number(program.inspect), number(program.interactive), number(program.optimize),
                                       number(1), number(program.no_user_site), number(program.no_site), number(g_ignore_environment),
                                       number(program.verbose), number(program.bytes_warning), number(program.quiet), number(1),
                                       number(program.isolated), Value::boolean(program.dev_mode), number(program.utf8_mode), number(0),
                                       Value::boolean(program.safe_path), number(program.max_str_digits)}));
  return module_set(vm, ns, "flags", flags);
}

// -- attributes that are made when a program asks for them

Dict* g_namespace;  // the module's, also when a program takes it out of sys.modules

/// Until then nobody can have changed the list of finders, and imports need not look.
Result<Value> meta_path_reenter(Vm& vm) {
  COIL_TRY(Value machinery, import_absolute_reenter(vm, intern(vm, "importlib.machinery")));
  return call_method_reenter(vm, machinery, intern(vm, "_make_meta_path"), {});
}

Result<Value> path_hooks_reenter(Vm& vm, const char* name) {
  COIL_TRY(Value machinery, import_absolute_reenter(vm, intern(vm, "importlib.machinery")));
  return call_method_reenter(vm, machinery, intern(vm, "_make_path_hooks"), {intern(vm, name)});
}

Result<Value> standard_module_names_reenter(Vm& vm) {
  COIL_TRY(Set* names, new_set(vm, Kind::FrozenSet));
  for (std::string_view module : kStandardModules) {
    COIL_TRY(Str* name, new_str(vm, module));
    COIL_CHECK(set_add_reenter(vm, names, name));
  }
  return names;
}

Result<Value> builtin_module_names_reenter(Vm& vm) {
  COIL_TRY(List* names, new_list(vm));
  COIL_CHECK(list_append(vm, names, intern(vm, "builtins")));
  for (const ModuleSpec* module : native_modules()) COIL_CHECK(list_append(vm, names, intern(vm, module->name)));
  COIL_CHECK(call_method_reenter(vm, names, intern(vm, "sort"), {}));
  return new_tuple_from(vm, names->items(), names->size);
}

Result<Value> float_info(Vm& vm) {
  COIL_TRY(Value max, make_float(vm, DBL_MAX));
  COIL_TRY(Value min, make_float(vm, DBL_MIN));
  COIL_TRY(Value epsilon, make_float(vm, DBL_EPSILON));
  return only_sequence(vm, kFloatInfo, {max, number(DBL_MAX_EXP), number(DBL_MAX_10_EXP), min, number(DBL_MIN_EXP), number(DBL_MIN_10_EXP),
                                        number(DBL_DIG), number(DBL_MANT_DIG), epsilon, number(2), number(1)});
}

Result<Value> thread_info(Vm& vm) {
  COIL_TRY(Str* version, new_str(vm, std::string("NPTL ") + gnu_get_libc_version()));
  return only_sequence(vm, kThreadInfo, {intern(vm, "pthread"), intern(vm, "semaphore"), version});
}

Result<Value> int_info(Vm& vm) { return only_sequence(vm, kIntInfo, {number(64), number(8), number(4300), number(640)}); }

Result<Value> hash_info(Vm& vm) {
  return only_sequence(vm, kHashInfo, {number(64), number((int64_t{1} << 61) - 1), number(314159), number(0), number(1000003),
                                       intern(vm, "siphash13"), number(64), number(128), number(kHashCutoff + 1)});
}

struct LateAttribute {
  const char* name;
  Result<Value> (*make_reenter)(Vm&);
};
constexpr LateAttribute kLateAttributes[] = {
    {"meta_path", meta_path_reenter},
    {"path_hooks", [](Vm& vm) { return path_hooks_reenter(vm, "path_hooks"); }},
    {"path_importer_cache", [](Vm& vm) { return path_hooks_reenter(vm, "path_importer_cache"); }},
    {"stdlib_module_names", standard_module_names_reenter},
    {"builtin_module_names", builtin_module_names_reenter},
    {"float_info", float_info},
    {"thread_info", thread_info},
    {"int_info", int_info},
    {"hash_info", hash_info},
};

NATIVE(sys_getattr, "__getattr__(name, /)", "Attributes that are made when they are asked for.") {
  COIL_TRY(Str* name, str_reenter(vm, args[0]));
  for (const LateAttribute& late : kLateAttributes) {
    if (!str_is(name, late.name)) continue;
    COIL_TRY(Value value, late.make_reenter(vm));
    COIL_CHECK(module_set(vm, g_namespace, late.name, value));
    return value;
  }
  return raise_module_attribute_error(vm, dict_get_str(vm.modules, vm.name(Name::k_sys)), name);
}

NATIVE(sys_dir, "__dir__()", "The names, those of attributes to be made too.") {
  COIL_TRY(Dict* names, dict_copy(vm, g_namespace));
  for (const LateAttribute& late : kLateAttributes) COIL_CHECK(module_set(vm, names, late.name, none()));
  return list_from_iterable_reenter(vm, names);
}

Result<void> set_implementation(Vm& vm, Dict* ns) {
  COIL_TRY(Dict* fields, new_dict(vm));
  COIL_CHECK(module_set_str(vm, fields, "name", "coil"));
  COIL_CHECK(module_set_str(vm, fields, "cache_tag", kCacheTag));
  COIL_CHECK(module_set(vm, fields, "version", dict_get_str(ns, intern(vm, "version_info"))));
  COIL_CHECK(module_set_int(vm, fields, "hexversion", 0x030b07f0));
  COIL_TRY(Value implementation, call_ex_reenter(vm, vm.type(Kind::SimpleNamespace), vm.empty_tuple, fields));
  return module_set(vm, ns, "implementation", implementation);
}

/// As CPython treats the locales that tell nothing of encodings: undecodable bytes of stdin go out of stdout as they came.
const char* default_stream_errors() {
  const char* locale = nullptr;
  for (const char* variable : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    const char* value = std::getenv(variable);
    if (!locale && value && *value) locale = value;
  }
  if (!locale) return "surrogateescape";
  for (const char* plain : {"C", "POSIX", "C.UTF-8", "C.utf8", "UTF-8"}) {
    if (std::strcmp(locale, plain) == 0) return "surrogateescape";
  }
  return "strict";
}

/// PYTHONIOENCODING is "encoding:errors", where either may be missing.
Result<void> choose_stream_coding(Vm& vm, std::string* encoding, std::string* errors) {
  *encoding = "utf-8";
  *errors = default_stream_errors();
  const char* variable = environment_variable("COIL_IOENCODING", "PYTHONIOENCODING");
  if (!variable || !*variable) return ok();
  std::string_view wanted = variable;
  const size_t colon = wanted.find(':');
  const bool has_errors = colon != std::string_view::npos && colon + 1 < wanted.size();
  if (colon != 0) *encoding = wanted.substr(0, colon);
  if (has_errors || colon != 0) *errors = has_errors ? wanted.substr(colon + 1) : "strict";
  COIL_CHECK(encode_str(vm, vm.empty_str, *encoding, "strict"));
  if (const CodecChoice choice = find_native_codec(*encoding); choice.codec != Codec::None) *encoding = choice.name;
  return ok();
}

Result<void> set_streams(Vm& vm, Dict* ns) {
  struct Stream { const char* name; const char* label; int descriptor; bool writable, by_lines; const char* errors; };
  std::string encoding, errors;
  COIL_CHECK(choose_stream_coding(vm, &encoding, &errors));
  const Stream streams[] = {
      {"stdin", "<stdin>", 0, false, false, errors.c_str()},
      {"stdout", "<stdout>", 1, true, isatty(1) || g_program.interactive, errors.c_str()},
      {"stderr", "<stderr>", 2, true, true, "backslashreplace"},
  };
  for (const Stream& stream : streams) {
    // A descriptor that is closed at start gives None, as in CPython.
    Value value = none();
    if (!(g_program.closed_descriptors >> stream.descriptor & 1)) {
      const auto buffering = g_program.unbuffered ? StreamBuffering::None : stream.by_lines ? StreamBuffering::Lines : StreamBuffering::Full;
      COIL_TRY(Value made, new_standard_stream(vm, stream.descriptor, stream.label, stream.writable, buffering, encoding, stream.errors));
      value = made;
    }
    COIL_CHECK(module_set(vm, ns, stream.name, value));
    COIL_CHECK(module_set(vm, ns, (std::string("__") + stream.name + "__").c_str(), value));
  }
  return ok();
}

/// What the machine itself reads: streams, hooks (functions of the module) and the table of modules.
Result<void> init_sys(Vm& vm, Dict* ns) {
  COIL_CHECK(module_set(vm, ns, "modules", vm.modules));
  COIL_TRY(g_unraisable_args, new_sequence_class(vm, &kUnraisableArgs));
  return set_streams(vm, ns);
}

Result<Str*> argument_text(Vm& vm, std::string_view text) {
  return decode_bytes(vm, {reinterpret_cast<const uint8_t*>(text.data()), text.size()}, "utf-8", "surrogateescape");
}

Result<List*> argument_list(Vm& vm, int count, const char* const* words) {
  COIL_TRY(List* list, new_list(vm));
  for (int i = 0; i < count; i++) {
    COIL_TRY(Str* argument, argument_text(vm, words[i]));
    COIL_CHECK(list_append(vm, list, argument));
  }
  return list;
}

/// sys._xoptions: `name=value`, or True for a name alone.
Result<Dict*> x_options(Vm& vm) {
  COIL_TRY(Dict* options, new_dict(vm));
  for (const std::string& option : g_program.xoptions) {
    size_t equals = option.find('=');
    Value value = Value::boolean(true);
    if (equals != std::string::npos) {
      COIL_TRY(value, argument_text(vm, std::string_view(option).substr(equals + 1)));
    }
    COIL_TRY(Str* name, argument_text(vm, std::string_view(option).substr(0, equals)));
    COIL_CHECK(dict_set_reenter(vm, options, name, value));
  }
  return options;
}

Result<void> set_arguments(Vm& vm, Dict* ns) {
  COIL_TRY(List* argv, argument_list(vm, g_program.argc, g_program.argv));
  COIL_TRY(List* original, argument_list(vm, g_program.original_argc, g_program.original_argv));
  COIL_TRY(Dict* options, x_options(vm));
  COIL_TRY(List* warn_options, new_list(vm));
  for (const std::string& option : g_program.warn_options) {
    COIL_TRY(Str* text, new_str(vm, option));
    COIL_CHECK(list_append(vm, warn_options, text));
  }
  COIL_CHECK(module_set(vm, ns, "argv", argv));
  COIL_CHECK(module_set(vm, ns, "orig_argv", original));
  COIL_CHECK(module_set(vm, ns, "_xoptions", options));
  return module_set(vm, ns, "warnoptions", warn_options);
}

}  // namespace

Result<void> complete_sys_reenter(Vm& vm, Dict* ns) {
  g_namespace = ns;
  COIL_CHECK(keep_forever(vm, ns));
  COIL_CHECK(set_arguments(vm, ns));
  COIL_CHECK(set_infos(vm, ns));
  COIL_CHECK(set_implementation(vm, ns));
  COIL_CHECK(module_set_str(vm, ns, "version", "3.11.7 (Coil 0.1.0) [GCC " __VERSION__ "]"));
  COIL_CHECK(module_set_int(vm, ns, "hexversion", 0x030b07f0));
  COIL_CHECK(module_set_int(vm, ns, "api_version", 1013));
  COIL_CHECK(module_set_str(vm, ns, "platform", "linux"));
  COIL_CHECK(module_set_int(vm, ns, "maxsize", INT64_MAX));
  COIL_CHECK(module_set_int(vm, ns, "maxunicode", 0x10FFFF));
  COIL_CHECK(module_set_str(vm, ns, "byteorder", "little"));
  COIL_CHECK(module_set_str(vm, ns, "executable", g_program.executable));
  const std::string installed = installation_folder(g_program.executable);
  for (const char* name : {"prefix", "base_prefix", "exec_prefix", "base_exec_prefix"}) COIL_CHECK(module_set_str(vm, ns, name, installed));
  COIL_CHECK(module_set_str(vm, ns, "abiflags", ""));
  COIL_CHECK(module_set_str(vm, ns, "platlibdir", "lib"));
  COIL_CHECK(module_set(vm, ns, "pycache_prefix", none()));
  COIL_CHECK(module_set_str(vm, ns, "float_repr_style", "short"));
  COIL_CHECK(module_set_str(vm, ns, "copyright", kCopyright));
  COIL_CHECK(module_set(vm, ns, "dont_write_bytecode", Value::boolean(true)));
  COIL_CHECK(module_set(vm, ns, "__excepthook__", dict_get_str(ns, vm.name(Name::k_excepthook))));
  COIL_CHECK(module_set(vm, ns, "__displayhook__", dict_get_str(ns, vm.name(Name::k_displayhook))));
  COIL_CHECK(module_set(vm, ns, "__breakpointhook__", dict_get_str(ns, intern(vm, "breakpointhook"))));
  return module_set(vm, ns, "__unraisablehook__", dict_get_str(ns, intern(vm, "unraisablehook")));
}

void report_unraisable_reenter(Vm& vm, Value exception, Value object, const char* message) {
  auto traceback_of = [](Value error) { return error.as<Exception>()->traceback ? Value(error.as<Exception>()->traceback) : none(); };
  auto report = [&]() -> Result<void> {
    Value sys = dict_get_str(vm.modules, vm.name(Name::k_sys));
    Value hook = sys.is(Kind::Module) ? dict_get_str(sys.as<Module>()->dict, intern(vm, "unraisablehook")) : Value();
    Value text = none();
    if (message) {
      COIL_TRY(text, new_str(vm, message));
    }
    if (hook.is_nothing() || hook.is_none()) return print_unraisable_reenter(vm, exception, traceback_of(exception), text, object);
    Value fields[] = {class_of(exception), exception, traceback_of(exception), text, object};
    COIL_TRY(Value unraisable, new_sequence(vm, g_unraisable_args, fields));
    if (call_reenter(vm, hook, {unraisable})) return ok();
    Value failure = clear_pending(vm);
    COIL_TRY(Str* where, new_str(vm, "Exception ignored in sys.unraisablehook"));
    return print_unraisable_reenter(vm, failure, traceback_of(failure), where, hook);
  };
  if (!report()) clear_pending(vm);
}

MODULE(sys, "sys", "The interpreter's own state: arguments, streams, limits, hooks.", init_sys, FN(sys_exit), FN(sys_exc_info),
       FN(sys_exception), FN(sys_current_frames), FN(sys_current_exceptions), FN(sys_getrecursionlimit), FN(sys_setrecursionlimit), FN(sys_intern),
       FN(sys_getsizeof), FN(sys_getattr), FN(sys_dir), FN(sys_getrefcount),
       FN(sys_getallocatedblocks), FN(sys_call_tracing), FN(sys_addaudithook), FN(sys_audit),
       FN(sys_getdefaultencoding), FN(sys_getfilesystemencoding), FN(sys_getfilesystemencodeerrors), FN(sys_is_finalizing),
       FN(sys_getdlopenflags), FN(sys_setdlopenflags), FN(sys_getswitchinterval), FN(sys_setswitchinterval), FN(sys_gettrace), FN(sys_getprofile), FN(sys_settrace), FN(sys_setprofile),
       FN(sys_breakpointhook), FN(sys_get_int_max_str_digits),
       FN(sys_set_int_max_str_digits), FN(sys_excepthook), FN(sys_displayhook), FN(sys_unraisablehook), FN(sys_getframe),
       FN(sys_set_coroutine_origin_tracking_depth), FN(sys_get_coroutine_origin_tracking_depth),
       FN(sys_get_asyncgen_hooks), FN(sys_set_asyncgen_hooks))

}  // namespace coil
