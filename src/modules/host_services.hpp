// What native modules ask of the host, which is above them: compiling text, importing, formatting exceptions, starting state.
// Declared here, implemented in host/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "objects/vm.hpp"

namespace coil {

struct Code;

enum class SourceMode : uint8_t { Exec, Eval, Single };

struct SourceOptions {
  bool separate_namespace = false;
  bool allow_top_level_await = false;
  bool future_annotations = false;
  int optimize = -1;  // -1: as the process was started
};

/// Raises SyntaxError and its kin.
Result<Code*> compile_text_reenter(Vm&, std::string_view utf8, std::string_view filename, SourceMode, const SourceOptions&);

/// The import statement and __import__: the top-level module, or the leaf when `fromlist` is a non-empty tuple or list.
Result<Value> import_module_reenter(Vm&, Str* name, Dict* globals, Value fromlist, int64_t level);
/// `from module import name`.
Result<Value> import_from_reenter(Vm&, Value module, Str* name);
/// The module of a dotted absolute name (the leaf), from sys.modules or loaded.
Result<Value> import_absolute_reenter(Vm&, Str* name);

/// Hands an exception that nobody can receive to sys.unraisablehook. Fails when the hook does.
Result<void> report_unraisable_reenter(Vm&, Value exception, Value object);

struct TracebackOptions {
  bool chain = true;
  bool suggestions = false;  // "Did you mean", as only the top-level handler prints
  bool stack = true;         // false: only the exception's own lines
  int64_t limit = 1000;      // most recent stack levels; negative: the first ones
  /// Replaces the exception's own traceback (traceback.print_exception with tb); nothing: its own.
  Value traceback = {};
};
/// The text CPython prints for an exception, newline at the end. Swallows errors in __str__ and the like.
std::string format_exception_reenter(Vm&, Value exception, const TracebackOptions& = {});
/// The text of a stack alone: `  File ...` lines.
std::string format_traceback(Vm&, Traceback*, int64_t limit = 1000);
/// Line of a source file, without its end; empty when unknown. Cached.
std::string_view source_line(std::string_view filename, uint32_t lineno);

/// The whole text of a source file or of an embedded module; false when it can't be read.
bool source_text(std::string_view filename, std::string* text);
/// The file import would load for a dotted name whose packages are loaded; empty when there is none.
Result<std::string> find_module_source_reenter(Vm&, Str* name);

/// How the process was started; set by the host before any module is imported.
struct ProgramInfo {
  int argc = 0;              // sys.argv, script name first
  const char* const* argv = nullptr;
  bool unbuffered = false;
  bool interactive = false;
  int optimize = 0;
  const char* executable = "";
  std::vector<std::string> warn_options;  // of -W and PYTHONWARNINGS
};
extern ProgramInfo g_program;

}  // namespace coil
