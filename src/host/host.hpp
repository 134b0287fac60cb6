// The embedding face: start the virtual machine, run programs in it, report what they leave, shut down.
// Everything below cli/ is wired here; see import.cpp and traceback.cpp for the services that modules/ use.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "modules/host_services.hpp"

namespace coil {

struct CodeUnit;
class ImageBlock;
struct ImageModule;
class DiagnosticSink;
class Source;
struct Diagnostic;

struct HostOptions {
  ProgramInfo program;
  size_t max_memory = 0;         // bytes; 0: no limit
  uint32_t gc_stress = 0;        // collect at every n-th allocation; 0: off
  uint64_t fail_allocation = 0;  // 0: never
  bool verify = false;           // check every code unit
  std::string script_folder;     // sys.path[0]; empty: the current folder
};

/// Whether compile_text_reenter verifies what the compiler made.
extern bool g_verify_units;

/// Once per process, before anything else. `stack_base` is an address in the frame of main.
Vm& start_vm(const HostOptions&, const void* stack_base);

/// Namespace of __main__, made at the first call.
Result<Dict*> main_namespace(Vm&);

/// Run a program; the result is the exit code. All print uncaught exceptions, run exit handlers and flush.
/// `from_folder`: the text is the __main__.py of the folder that was named.
int run_source(Vm&, std::string_view text, std::string_view filename, bool from_folder = false);
int run_module_as_main(Vm&, std::string_view name);

/// What COIL_STARTUP or PYTHONSTARTUP names, before a prompt: false when it left the program with *code.
bool run_startup_file(Vm&, int* code);
/// Whether the prompt follows the program: -i, or the environment, which the program may have changed.
bool wants_inspection();

/// The pending exception as the end of a program: prints it (or obeys SystemExit); the exit code.
int report_uncaught_reenter(Vm&);
/// Whether the program ended with a KeyboardInterrupt. The process then ends by the signal, so that a shell's loop around it stops too.
extern bool g_interrupted;
/// Prints the pending exception through sys.excepthook, as a REPL does, and goes on. True: it was SystemExit, *code is set.
bool report_interactive_reenter(Vm&, int* code);
/// atexit handlers, then stdout and stderr. The final exit code.
int finish_reenter(Vm&, int code);

/// The SyntaxError of a text that was refused.
Error raise_diagnostic_reenter(Vm&, const Diagnostic&, std::string_view source, SourceMode);
/// Sends the warnings of a text through the program's filters.
Result<void> issue_warnings_reenter(Vm&, DiagnosticSink&, SourceMode);
std::shared_ptr<CodeUnit> compile_unit(const Source&, SourceMode, const SourceOptions&, DiagnosticSink&, int max_int_digits = 4300);

/// Search list of import: sys.path at start.
Result<void> setup_import(Vm&, const HostOptions&);
/// The text of a code name that is no file; tracebacks and `inspect` find its lines.
void remember_source(const std::string& filename, std::string_view text);
/// Text of a file; false with errno set.
bool read_file(const std::string& path, std::string* text);
/// The embedded module under a path like "<stdlib>/asyncio/queues.py"; nullptr when there is none.
const ImageModule* stdlib_module(std::string_view path);
/// The units of an embedded module, unpacked at the first call.
const ImageBlock& stdlib_block(const ImageModule&);
/// Whether the file is one of the library, wherever that is read from, and its path there begins with `below`.
bool is_library_path(std::string_view path, std::string_view below = "");

}  // namespace coil
