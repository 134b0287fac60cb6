// Start and end of the process's virtual machine, and what happens to exceptions that nobody caught.
#include "host/host.hpp"

#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "base/environment.hpp"
#include "builtins/warnings.hpp"
#include "host/hints.hpp"
#include "host/kept_at_exit.hpp"
#include "host/safepoint.hpp"
#include "modules/file_buffer.hpp"
#include "modules/io.hpp"
#include "modules/module.hpp"
#include "objects/containers.hpp"
#include "objects/exception.hpp"
#include "objects/number.hpp"
#include "objects/protocol.hpp"
#include "objects/setup.hpp"
#include "objects/str.hpp"
#include "objects/stream.hpp"
#include "vm/hooks.hpp"
#include "vm/interpreter.hpp"
#include "vm/threads.hpp"

namespace coil {

bool g_verify_units = false;

Result<void> setup_builtin_host_functions(Vm&);
void setup_async(Vm&);

namespace {

/// Native stack that recursive natives may use: what the process may have, less a reserve for error handling.
const char* native_stack_limit(const void* base) {
  rlimit limit{};
  size_t size = 8u << 20;
  if (getrlimit(RLIMIT_STACK, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY) size = limit.rlim_cur;
  size = std::min<size_t>(size, 64u << 20);
  size_t reserve = std::min<size_t>(size / 4, 256u << 10);
  return static_cast<const char*>(base) - (size - reserve);
}

[[noreturn]] void fail_start(Vm& vm) {
  Value pending = clear_pending(vm);
  std::string text = is_exception(pending) ? format_exception_reenter(vm, pending) : "out of memory\n";
  std::fprintf(stderr, "coil: start failed: %s", text.c_str());
  std::_Exit(1);
}

Result<void> setup_all(Vm& vm, const HostOptions& options) {
  setup_modules(vm);
  COIL_CHECK(setup_io(vm));
  COIL_CHECK(setup_builtin_host_functions(vm));
  COIL_CHECK(setup_import(vm, options));
  // Mistakes in filters are told before the program starts.
  if (!g_program.warn_options.empty()) COIL_CHECK(import_absolute_reenter(vm, intern(vm, "warnings")));
  return ok();
}

Value sys_value(Vm& vm, Str* name) {
  Value sys = dict_get_str(vm.modules, vm.name(Name::k_sys));
  return sys.is(Kind::Module) ? dict_get_str(sys.as<Module>()->dict, name) : Value();
}

void print_error_text(Vm& vm, const std::string& text) {
  Value stream = sys_value(vm, vm.name(Name::k_stderr));
  Result<Str*> str = new_str(vm, text);
  if (str && !stream.is_nothing() && !stream.is_none()) {
    if (print_text_reenter(vm, stream, *str) && flush_stream_reenter(vm, stream)) return;
  } else if (stream.is_none()) {
    return;
  }
  if (!vm.pending.is_nothing()) clear_pending(vm);
  (void)!::write(2, text.data(), text.size());
}

/// SystemExit's status as an exit code; prints a status that is no number.
int exit_code_of_reenter(Vm& vm, Value exception) {
  Result<Value> found = get_attr_reenter(vm, exception, intern(vm, "code"));
  if (!found) clear_pending(vm);
  Value code = found ? *found : exception_field(exception.as<Exception>(), kExitCode);
  if (code.is_none()) return 0;
  if (code.is_int()) {
    int64_t number;
    return int_to_i64(code, &number) ? static_cast<int>(number & 0xff) : 255;
  }
  Result<Str*> text = str_reenter(vm, code);
  if (!text) clear_pending(vm);
  (void)flush_stream_reenter(vm, {});
  if (!vm.pending.is_nothing()) clear_pending(vm);
  print_error_text(vm, (text ? str_utf8(*text) : "") + "\n");
  return 1;
}

/// Only where the default hook prints, and not into a stream that the program put into the place of stderr.
void print_hints_reenter(Vm& vm, Value exception) {
  Value stream = sys_value(vm, vm.name(Name::k_stderr));
  if (!is_text_stream(stream) || !stream_buffer(stream)->is_open() || stream_buffer(stream)->descriptor() != 2) return;
  std::string text = hints_for_reenter(vm, exception);
  if (!text.empty()) print_error_text(vm, colors_wanted(2) ? colored_traceback(text) : text);
}

/// For functions of atexit, for post-mortem tools, and because it keeps the exception's frames alive until the end.
Result<void> set_last_error(Vm& vm, Exception* exception) {
  Value sys = dict_get_str(vm.modules, vm.name(Name::k_sys));
  if (!sys.is(Kind::Module)) return ok();
  Dict* ns = sys.as<Module>()->dict;
  COIL_CHECK(module_set(vm, ns, "last_type", class_of(Value(exception))));
  COIL_CHECK(module_set(vm, ns, "last_value", exception));
  return module_set(vm, ns, "last_traceback", exception->traceback ? Value(exception->traceback) : none());
}

void print_uncaught_reenter(Vm& vm, Value exception) {
  if (!flush_stream_reenter(vm, {})) clear_pending(vm);
  if (!set_last_error(vm, exception.as<Exception>())) clear_pending(vm);
  Value hook = sys_value(vm, vm.name(Name::k_excepthook));
  auto* cell = exception.as<Exception>();
  if (hook.is_nothing()) {
    print_error_text(vm, "sys.excepthook is missing\n" + format_exception_reenter(vm, exception, {.uncaught = true}));
    return;
  }
  Value stack = cell->traceback ? Value(cell->traceback) : none();
  if (call_reenter(vm, hook, {class_of(exception), exception, stack})) {
    Value original = sys_value(vm, intern(vm, "__excepthook__"));
    if (!original || hook == original) print_hints_reenter(vm, exception);
    return;
  }
  Value second = clear_pending(vm);
  if (is_instance(second, vm.exception(Exc::SystemExit))) {
    std::exit(finish_reenter(vm, exit_code_of_reenter(vm, second)));
  }
  print_error_text(vm, "Error in sys.excepthook:\n" + format_exception_reenter(vm, second) + "\nOriginal exception was:\n" +
                           format_exception_reenter(vm, exception, {.uncaught = true}));
}

}  // namespace

Vm& start_vm(const HostOptions& options, const void* stack_base) {
  Vm& vm = g_vm;
  g_program = options.program;
  g_verify_units = options.verify;
  g_stack_limit = native_stack_limit(stack_base);
  g_heap.set_stack_base(stack_base);
  setup_names(vm);
  setup_types(vm);
  Result<Dict*> builtins = new_dict(vm), modules = new_dict(vm);
  if (!builtins || !modules) fail_start(vm);
  if (!vm.builtins) vm.builtins = *builtins;
  if (!vm.modules) vm.modules = *modules;
  g_heap.add_roots(
      [](void* context, Marker& marker) {
        auto* machine = static_cast<Vm*>(context);
        marker.cell(machine->builtins);
        marker.cell(machine->modules);
        marker.value(machine->pending);
        marker.value(machine->stop_value);
      },
      &vm);
  setup_vm(vm);
  init_main_thread(vm, stack_base);
  setup_objects(vm);
  setup_numbers(vm);
  setup_text(vm);
  setup_containers(vm);
  setup_coroutines(vm);
  setup_builtins(vm);
  setup_async(vm);
  setup_safepoints(vm);
  setup_hints(vm);
  if (!setup_all(vm, options)) fail_start(vm);
  if (g_program.bytes_warning) enable_bytes_warnings(vm);
  if (g_program.max_str_digits >= 0) vm.int_max_str_digits = static_cast<int>(g_program.max_str_digits);
  // Limits count from here: a program sees the same allocations whatever start-up needs.
  if (options.max_memory) g_heap.set_limit(options.max_memory);
  if (options.gc_stress) g_heap.set_stress(options.gc_stress);
  if (options.fail_allocation) g_heap.fail_at(options.fail_allocation);
  return vm;
}

Result<Dict*> main_namespace(Vm& vm) {
  Value main = dict_get_str(vm.modules, vm.name(Name::main_));
  if (main.is(Kind::Module)) return main.as<Module>()->dict;
  COIL_TRY(Module* module, new_module(vm, vm.name(Name::main_), none()));
  Dict* ns = module->dict;
  COIL_CHECK(dict_set_str(vm, ns, vm.name(Name::spec_), none()));
  COIL_CHECK(dict_set_str(vm, ns, vm.name(Name::package_), none()));
  COIL_TRY(Dict* annotations, new_dict(vm));
  COIL_CHECK(dict_set_str(vm, ns, vm.name(Name::annotations_), annotations));
  COIL_CHECK(dict_set_str(vm, ns, vm.name(Name::builtins_), dict_get_str(vm.modules, vm.name(Name::k_builtins))));
  COIL_CHECK(dict_set_str(vm, vm.modules, vm.name(Name::main_), module));
  return ns;
}

/// The __main__.py of a folder is a module of that name, outside any package.
static Result<void> set_folder_spec(Vm& vm, Dict* ns) {
  COIL_TRY(Value spec, new_spec(vm, vm.name(Name::main_)));
  COIL_CHECK(set_attr_reenter(vm, spec, intern(vm, "origin"), dict_get_str(ns, vm.name(Name::file_))));
  COIL_CHECK(set_attr_reenter(vm, spec, intern(vm, "has_location"), Value::boolean(true)));
  COIL_CHECK(dict_set_str(vm, ns, vm.name(Name::spec_), spec));
  return dict_set_str(vm, ns, vm.name(Name::package_), vm.empty_str);
}

/// Whether a program's text has what stands at the end of ZIP archives; these may begin with a line that names the interpreter.
static bool may_be_archive(std::string_view text) { return text.rfind("PK\5\6") != std::string_view::npos; }

int run_source(Vm& vm, std::string_view text, std::string_view filename, bool from_folder) {
  auto run = [&]() -> Result<Value> {
    COIL_TRY(Dict* ns, main_namespace(vm));
    if (filename != "<string>" && may_be_archive(text)) {
      COIL_TRY(Value runpy, import_absolute_reenter(vm, intern(vm, "runpy")));
      COIL_TRY(Value ran, call_method_reenter(vm, runpy, intern(vm, "_run_archive_as_main"), {}));
      if (ran == Value::boolean(true)) return ran;
    }
    if (filename != "<string>") {
      COIL_CHECK(module_set_str(vm, ns, "__file__", filename));
      COIL_CHECK(dict_set_str(vm, ns, vm.name(Name::cached_), none()));
    }
    if (from_folder) COIL_CHECK(set_folder_spec(vm, ns));
    SourceForm form = filename == "<string>" ? SourceForm::Text : SourceForm::File;
    COIL_TRY(Code* code, compile_text_reenter(vm, text, filename, SourceMode::Exec, {.form = form}));
    return run_code_reenter(vm, code, ns, {});
  };
  return run() ? 0 : report_uncaught_reenter(vm);
}

int run_module_as_main(Vm& vm, std::string_view name) {
  auto run = [&]() -> Result<Value> {
    COIL_CHECK(main_namespace(vm));
    COIL_TRY(Value runpy, import_absolute_reenter(vm, intern(vm, "runpy")));
    COIL_TRY(Str* target, new_str(vm, name));
    return call_method_reenter(vm, runpy, intern(vm, "_run_module_as_main"), {target});
  };
  return run() ? 0 : report_uncaught_reenter(vm);
}

bool wants_inspection() { return g_program.inspect || environment_variable("COIL_INSPECT", "PYTHONINSPECT"); }

bool run_startup_file(Vm& vm, int* code) {
  const char* path = environment_variable("COIL_STARTUP", "PYTHONSTARTUP");
  if (!path) return true;
  std::string text;
  if (!read_file(path, &text)) {
    std::fprintf(stderr, "Could not open PYTHONSTARTUP\nFileNotFoundError: [Errno %d] %s: '%s'\n", errno, std::strerror(errno), path);
    return true;
  }
  auto run = [&]() -> Result<Value> {
    COIL_TRY(Dict* ns, main_namespace(vm));
    COIL_TRY(Code* compiled, compile_text_reenter(vm, text, path, SourceMode::Exec, {.form = SourceForm::File}));
    return run_code_reenter(vm, compiled, ns, {});
  };
  return run() || !report_interactive_reenter(vm, code);
}

bool g_interrupted = false;

int report_uncaught_reenter(Vm& vm) {
  Value exception = clear_pending(vm);
  if (!is_exception(exception)) return 1;
  // Before a prompt nothing ends the process.
  if (is_instance(exception, vm.exception(Exc::SystemExit)) && !wants_inspection()) return exit_code_of_reenter(vm, exception);
  if (g_output_pipe_closed && is_instance(exception, vm.exception(Exc::BrokenPipeError))) return 1;
  print_uncaught_reenter(vm, exception);
  g_interrupted = class_of(exception) == vm.exception(Exc::KeyboardInterrupt);
  return g_interrupted ? 128 + SIGINT : 1;
}

bool report_interactive_reenter(Vm& vm, int* code) {
  Value exception = clear_pending(vm);
  if (is_instance(exception, vm.exception(Exc::SystemExit))) {
    *code = exit_code_of_reenter(vm, exception);
    return true;
  }
  print_uncaught_reenter(vm, exception);
  return false;
}

static std::string repr_text(Vm& vm, Value value) {
  Result<Str*> text = repr_reenter(vm, value);
  if (text) return str_utf8(*text);
  clear_pending(vm);
  return "<" + std::string(type_name(value)) + ">";
}

static bool is_closed_stream_reenter(Vm& vm, Value stream) {
  if (is_text_stream(stream)) return !stream_buffer(stream)->is_open();
  Result<Value> closed = find_attr_reenter(vm, stream, intern(vm, "closed"));
  Result<bool> answer = closed && !(*closed).is_stop() ? truthy_reenter(vm, *closed) : Result<bool>(false);
  if (answer) return *answer;
  clear_pending(vm);
  return false;
}

/// Whether sys.stdout and sys.stderr could be written out; what went wrong with the former is told.
static bool flush_standard_streams_reenter(Vm& vm) {
  bool well = true;
  for (Name name : {Name::k_stdout, Name::k_stderr}) {
    Value stream = sys_value(vm, vm.name(name));
    if (stream.is_nothing() || stream.is_none() || is_closed_stream_reenter(vm, stream)) continue;
    if (flush_stream_reenter(vm, stream)) continue;
    Value problem = clear_pending(vm);
    if (g_output_pipe_closed) continue;
    if (name == Name::k_stdout) print_error_text(vm, "Exception ignored in: " + repr_text(vm, stream) + "\n" + format_exception_reenter(vm, problem));
    well = false;
  }
  return well;
}

int finish_reenter(Vm& vm, int code) {
  // What the program wrote comes before what goes wrong from here on.
  if (!flush_standard_streams_reenter(vm)) code = 120;
  Value threading = dict_get_str(vm.modules, intern(vm, "threading"));
  if (threading.is(Kind::Module)) {
    if (!call_method_reenter(vm, threading, intern(vm, "_shutdown"), {})) code = report_uncaught_reenter(vm);
  }
  Value atexit = dict_get_str(vm.modules, intern(vm, "atexit"));
  if (atexit.is(Kind::Module)) {
    if (!call_method_reenter(vm, atexit, intern(vm, "_run_exitfuncs"), {})) code = report_uncaught_reenter(vm);
  }
  finalize_abandoned_tasks_reenter(vm, keep_loop_of_policy_reenter(vm));
  // Before the finalizers: one may belong to a text layer over the same buffer, and close it.
  if (code != 120 && !flush_standard_streams_reenter(vm)) code = 120;
  run_all_finalizers_reenter(vm);
  if (code != 120 && !flush_standard_streams_reenter(vm)) code = 120;
  FileBuffer::flush_all();
  return code;
}

}  // namespace coil
