// What native modules ask of the host, which is above them: compiling text, importing, formatting exceptions, starting state.
// Declared here, implemented in host/.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.hpp"
#include "objects/vm.hpp"

namespace coil {

struct Position;  // bytecode/code.hpp

struct Code;
struct Dict;

enum class SourceMode : uint8_t { Exec, Eval, Single };

struct SourceOptions {
  bool separate_namespace = false;
  bool allow_top_level_await = false;
  bool future_annotations = false;
  bool tells_incomplete = false;  // a text that could go on is "incomplete input"
  bool block_needs_end = false;   // at the prompt: only an empty line ends a block
  int optimize = -1;  // -1: as the process was started
  SourceForm form = SourceForm::Text;
  /// Of the text of a syntax tree: the line number of each line's node; negative where columns mean nothing. Empty: lines are what they are.
  std::vector<int32_t> places = {};
};

/// Raises SyntaxError and its kin.
Result<Code*> compile_text_reenter(Vm&, std::string_view text, std::string_view filename, SourceMode, const SourceOptions&);
/// A text in whatever encoding it names, those of programs included; SyntaxError.
Result<std::shared_ptr<const Source>> decoded_source_reenter(Vm&, std::string_view text, std::string_view filename, SourceForm);

/// The syntax tree of a text as objects of module ast: `classes` maps names of nodes to classes, those of operators and contexts to objects.
Result<Value> syntax_tree_reenter(Vm&, std::string_view utf8, std::string_view filename, SourceMode, Dict* classes);

/// The import statement and __import__: the top-level module, or the leaf when `fromlist` is a non-empty tuple or list.
Result<Value> import_module_reenter(Vm&, Str* name, Dict* globals, Value fromlist, int64_t level);
/// `from module import name`.
Result<Value> import_from_reenter(Vm&, Value module, Str* name);
/// The module of a dotted absolute name (the leaf), from sys.modules or loaded.
Result<Value> import_absolute_reenter(Vm&, Str* name);

/// Hands an exception that nobody can receive to sys.unraisablehook. When the hook fails, that is told on sys.stderr.
void report_unraisable_reenter(Vm&, Value exception, Value object, const char* message = nullptr);

struct TracebackOptions {
  bool chain = true;
  bool uncaught = false;     // as the interpreter prints what nobody caught: with "Did you mean", and in details unlike module traceback
  bool stack = true;         // false: only the exception's own lines
  int64_t limit = 1000;      // most recent stack levels; negative: the first ones
  /// Replaces the exception's own traceback (traceback.print_exception with tb); nothing: its own.
  Value traceback = {};
};
/// The text CPython prints for an exception, newline at the end. Swallows errors in __str__ and the like.
std::string format_exception_reenter(Vm&, Value exception, const TracebackOptions& = {});
/// The stack, the class and the text of an exception that nobody can receive: no chain, notes, members or suggestions.
std::string brief_exception_reenter(Vm&, Value exception, Value traceback);
/// The text of a stack alone: `  File ...` lines.
std::string format_traceback(Vm&, Traceback*, int64_t limit = 1000, bool uncaught = false);
/// Whether stderr takes lines that explain: see host/hints.hpp.
bool hints_wanted();
/// Whether what goes to the descriptor may have colours. As in CPython 3.13: PYTHON_COLORS decides, else NO_COLOR, FORCE_COLOR, TERM=dumb, else whether it is
/// a terminal.
bool colors_wanted(int descriptor);
/// The line of a stack level, without its indentation, and the carets under it if the position has columns.
/// Set at exit before what modules hold is finalised. From then on CPython's module traceback can't import ast, so it finds no operators to point at.
extern bool g_modules_torn_down;
std::string marked_line(std::string_view line, const Position&, bool uncaught = false);
/// The text of a traceback with escape sequences: places, carets, the exception, hints.
std::string colored_traceback(std::string_view text);
/// Line of a source file, without its end; empty when unknown. Cached.
std::string_view source_line(std::string_view filename, uint32_t lineno);
/// Texts that source_line() asks first while the pointer is set.
class ExtraSources {
 public:
  virtual ~ExtraSources() = default;
  virtual const Source* find(const std::string& filename) const = 0;
  /// Asks the loader in the globals of a level whose line is in no file.
  virtual void load_reenter(Vm&, Traceback*) = 0;
};
extern ExtraSources* g_extra_sources;

/// The whole text of a source file or of an embedded module; false when it can't be read.
bool source_text(std::string_view filename, std::string* text);
/// Dotted names of the modules of the embedded library that are written in the language.
std::vector<std::string> library_modules();
/// The file import would load for a dotted name whose packages are loaded; empty when there is none.
Result<std::string> find_module_source_reenter(Vm&, Str* name);

/// What names of bytecode files would carry, sys.implementation.cache_tag.
inline constexpr const char* kCacheTag = "coil-01";

/// How the process was started; set by the host before any module is imported.
struct ProgramInfo {
  int argc = 0;              // sys.argv, script name first
  const char* const* argv = nullptr;
  int original_argc = 0;     // sys.orig_argv: the whole command line
  const char* const* original_argv = nullptr;
  const char* executable = "";
  bool unbuffered = false;
  bool inspect = false;      // the prompt follows the program
  bool interactive = false;  // -i, or the prompt alone
  bool dont_write_bytecode = false, no_user_site = false, no_site = false, isolated = false, safe_path = false;
  bool dev_mode = false;
  bool utf8_mode = false;  // only told: texts are UTF-8 anyway
  bool import_times = false;  // -X importtime
  int optimize = 0, quiet = 0, verbose = 0, bytes_warning = 0, parser_debug = 0;
  bool debug_ranges = true;  // code knows its columns; off with -X no_debug_ranges
  int64_t max_str_digits = -1;  // of -X int_max_str_digits; -1: not given
  unsigned closed_descriptors = 0;  // bit n: descriptor n was closed at start
  std::vector<std::string> warn_options;  // of -W and PYTHONWARNINGS
  std::vector<std::string> xoptions;      // of -X
};
extern ProgramInfo g_program;

}  // namespace coil
