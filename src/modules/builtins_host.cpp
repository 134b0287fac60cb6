// Built-in functions that need source text, the running frame or the operating system: exec, eval, compile, globals, locals, open,
// input, __import__, breakpoint, help. The others are in builtins/functions.cpp.
#include <unistd.h>

#include <cstdlib>
#include <cstring>

#include "modules/host_services.hpp"
#include "modules/introspection.hpp"
#include "modules/io.hpp"
#include "modules/module.hpp"
#include "modules/site_builtins.hpp"
#include "objects/containers.hpp"
#include "objects/number.hpp"
#include "objects/str.hpp"
#include "objects/stream.hpp"
#include "vm/interpreter.hpp"

namespace coil {

namespace {

constexpr int64_t kFlagDontImplyDedent = 0x200;
constexpr int64_t kFlagOnlyAst = 0x400;
constexpr int64_t kFlagTopLevelAwait = 0x2000;
constexpr int64_t kFlagAllowIncomplete = 0x4000;
constexpr int64_t kFlagAnnotations = 0x1000000;
/// What CPython accepts: future features, and its parser's options.
constexpr int64_t kKnownFlags = 0x1FE0000 | 0x7610;

NATIVE(builtins_globals, "globals()", "The namespace of the running module.") {
  Frame* frame = vm.thread->frame;
  if (!frame) return raise(vm, Exc::SystemError, "frame does not exist");
  return frame->function->globals;
}

NATIVE(builtins_locals, "locals()", "The names of the running scope; a copy inside functions.") {
  return locals_of_frame(vm, vm.thread->frame);
}

struct Namespaces {
  Dict* globals;
  Value locals;
};

Result<Namespaces> choose_namespaces(Vm& vm, const char* function, Value globals, Value locals) {
  Frame* frame = vm.thread->frame;
  Namespaces chosen{};
  const bool is_eval = std::strcmp(function, "eval") == 0;
  if (is_eval && !locals.is_nothing() && !locals.is_none() && !takes_keys(locals)) return raise_type_error(vm, "locals must be a mapping");
  if (globals.is_nothing() || globals.is_none()) {
    if (!frame) return raise(vm, Exc::SystemError, "globals and locals cannot be NULL");
    chosen.globals = frame->function->globals;
    if (locals.is_nothing() || locals.is_none()) {
      COIL_TRY(Value own, locals_of_frame(vm, frame));
      locals = own;
    }
  } else if (!globals.is(Kind::Dict)) {
    if (is_eval) {
      return raise_type_error(vm, takes_keys(globals) ? "globals must be a real dict; try eval(expr, {}, mapping)" : "globals must be a dict");
    }
    return raise_type_error(vm, "%s() globals must be a dict, not %s", function, type_name(globals));
  } else {
    chosen.globals = globals.as<Dict>();
  }
  if (locals.is_nothing() || locals.is_none()) locals = chosen.globals;
  if (!takes_keys(locals)) return raise_type_error(vm, "locals must be a mapping or None, not %s", type_name(locals));
  chosen.locals = locals;
  if (dict_get_str(chosen.globals, vm.name(Name::builtins_)).is_nothing()) {
    COIL_CHECK(dict_set_str(vm, chosen.globals, vm.name(Name::builtins_), vm.builtins));
  }
  return chosen;
}

struct SourceArgument {
  std::string text;
  SourceForm form;
};

/// The text of a str or bytes argument; TypeError otherwise.
Result<SourceArgument> source_argument(Vm& vm, Value source, const char* function, const char* allowed) {
  auto [text, form] = SourceArgument{"", SourceForm::Text};
  ByteSpan span;
  if (source.is(Kind::Str)) {
    COIL_TRY(Bytes* encoded, encode_str(vm, source.as<Str>(), "utf-8", "strict"));
    text.assign(reinterpret_cast<const char*>(encoded->data), encoded->size);
  } else if (byte_span(source, &span)) {
    text.assign(reinterpret_cast<const char*>(span.data), span.size);
    form = SourceForm::Bytes;
  } else {
    return raise_type_error(vm, "%s() arg 1 must be a %s", function, allowed);
  }
  if (text.find('\0') != std::string::npos) return raise(vm, Exc::SyntaxError, "source code string cannot contain null bytes");
  return SourceArgument{std::move(text), form};
}

/// exec() takes cells for exactly the free variables of a code object.
Result<void> check_closure(Vm& vm, Code* code, Value closure) {
  const size_t needed = code->unit->free_vars.size();
  if (needed == 0 && closure.is_none()) return ok();
  if (needed == 0) return raise_type_error(vm, "cannot use a closure with this code object");
  bool fits = is_exact(closure, Kind::Tuple) && closure.as<Tuple>()->size == needed;
  for (size_t i = 0; fits && i < needed; i++) fits = closure.as<Tuple>()->items[i].is(Kind::Box);
  return fits ? ok() : Result<void>(raise_type_error(vm, "code object requires a closure of exactly length %zu", needed));
}

/// `from __future__ import annotations` of the caller holds for what it compiles; it leaves no trace in code units, so only
/// explicit flags count.
Result<Value> run_source_reenter(Vm& vm, const char* function, Value source, const Namespaces& spaces, SourceMode mode, Value closure = none()) {
  Code* code;
  if (source.is(Kind::Code)) {
    code = source.as<Code>();
    if (mode == SourceMode::Exec) {
      COIL_CHECK(check_closure(vm, code, closure));
      if (!closure.is_none()) {
        COIL_TRY(Value made, call_reenter(vm, vm.type(Kind::Function), {code, spaces.globals, none(), none(), closure}));
        return call_reenter(vm, made, {});
      }
    }
    if (!code->unit->free_vars.empty()) {
      return raise_type_error(vm, "code object passed to %s() may not contain free variables", function);
    }
  } else {
    if (!closure.is_none()) return raise_type_error(vm, "closure can only be used when source is a code object");
    COIL_TRY(SourceArgument given, source_argument(vm, source, function, "string, bytes or code object"));
    size_t start = mode == SourceMode::Eval ? given.text.find_first_not_of(" \t") : 0;
    std::string_view text = std::string_view(given.text).substr(std::min(start, given.text.size()));
    COIL_TRY(Code* compiled, compile_text_reenter(vm, text, "<string>", mode, {.separate_namespace = true, .form = given.form}));
    code = compiled;
  }
  return run_code_reenter(vm, code, spaces.globals, spaces.locals);
}

NATIVE(builtins_exec, "exec(source, globals=None, locals=None, /, *, closure=None)", "Run statements in the given namespaces.") {
  COIL_TRY(Namespaces spaces, choose_namespaces(vm, "exec", args[1], args[2]));
  COIL_CHECK(run_source_reenter(vm, "exec", args[0], spaces, SourceMode::Exec, args.get(3, none())));
  return none();
}

NATIVE(builtins_eval, "eval(source, globals=None, locals=None, /)", "The value of an expression in the given namespaces.") {
  COIL_TRY(Namespaces spaces, choose_namespaces(vm, "eval", args[1], args[2]));
  return run_source_reenter(vm, "eval", args[0], spaces, SourceMode::Eval);
}

Result<Value> call_ast_reenter(Vm& vm, const char* function, std::initializer_list<Value> values) {
  COIL_TRY(Value module, import_absolute_reenter(vm, intern(vm, "ast")));
  return call_method_reenter(vm, module, intern(vm, function), values);
}

/// Without module ast there are no trees.
Result<bool> is_syntax_tree_reenter(Vm& vm, Value source) {
  if (source.is(Kind::Str) || !dict_get_str(vm.modules, intern(vm, "ast"))) return false;
  COIL_TRY(Value is_tree, call_ast_reenter(vm, "_is_tree", {source}));
  return is_tree.is_true();
}

Result<std::vector<int32_t>> line_numbers_reenter(Vm& vm, List* numbers) {
  std::vector<int32_t> lines;
  for (size_t i = 0; i < numbers->size; i++) {
    COIL_TRY(int line, c_int_reenter(vm, numbers->items()[i]));
    lines.push_back(line);
  }
  return lines;
}

NATIVE(builtins_compile, "compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)",
       "A code object for exec() or eval().") {
  COIL_TRY(PathArgument filename, path_argument_reenter(vm, args[1], "expected str, bytes or os.PathLike object"));
  if (!args[2].is(Kind::Str)) return raise_type_error(vm, "compile() argument 'mode' must be str, not %s", argument_type_name(args[2]));
  int64_t flags = 0, optimize = -1;
  if (args.has(3)) {
    COIL_TRY(int given, c_int_reenter(vm, args[3]));
    flags = given;
  }
  if (args.has(5)) {
    COIL_TRY(int given, c_int_reenter(vm, args[5]));
    optimize = given;
  }
  if (flags & ~kKnownFlags) return raise_value_error(vm, "compile(): unrecognised flags");
  if (optimize < -1 || optimize > 2) return raise_value_error(vm, "compile(): invalid optimize value");
  SourceMode mode;
  if (str_is(args[2].as<Str>(), "exec")) mode = SourceMode::Exec;
  else if (str_is(args[2].as<Str>(), "eval")) mode = SourceMode::Eval;
  else if (str_is(args[2].as<Str>(), "single")) mode = SourceMode::Single;
  else return raise_value_error(vm, "compile() mode must be 'exec', 'eval'%s", flags & kFlagOnlyAst ? ", 'single' or 'func_type'" : " or 'single'");
  COIL_TRY(bool is_tree, is_syntax_tree_reenter(vm, args[0]));
  Value source = args[0];
  if (is_tree && flags & kFlagOnlyAst) return source;
  std::vector<int32_t> places;
  if (is_tree) {
    COIL_TRY(Value text_and_places, call_ast_reenter(vm, "_source_of", {source, args[2]}));
    source = text_and_places.as<Tuple>()->items[0];
    COIL_TRY(places, line_numbers_reenter(vm, text_and_places.as<Tuple>()->items[1].as<List>()));
  }
  COIL_TRY(SourceArgument given, source_argument(vm, source, "compile", "string, bytes or AST object"));
  if (is_tree) given.form = SourceForm::Tree;
  std::string& text = given.text;
  if (flags & kFlagOnlyAst) {
    COIL_TRY(std::shared_ptr<const Source> program, decoded_source_reenter(vm, text, filename.bytes, given.form));
    const ByteSpan bytes{reinterpret_cast<const uint8_t*>(program->text().data()), program->text().size()};
    Result<Str*> decoded = decode_bytes(vm, bytes, "utf-8", "surrogatepass");
    if (!decoded) {
      clear_pending(vm);
      // The compiler tells where it has to be UTF-8: not in comments.
      COIL_CHECK(compile_text_reenter(vm, text, filename.bytes, mode, {.separate_namespace = true, .form = given.form}));
      decoded = decode_bytes(vm, bytes, "utf-8", "replace");
    }
    if (!decoded) return Error{};
    COIL_TRY(Str* path, new_str(vm, filename.bytes));
    return call_ast_reenter(vm, "_parse_text", {*decoded, path, args[2]});
  }
  // The end of the text ends a block, as an empty line does at the prompt.
  if (mode == SourceMode::Single && text.ends_with('\n') && !(flags & kFlagDontImplyDedent)) text += '\n';
  SourceOptions options{.separate_namespace = true,
                        .allow_top_level_await = (flags & kFlagTopLevelAwait) != 0,
                        .future_annotations = (flags & kFlagAnnotations) != 0,
                        .tells_incomplete = (flags & kFlagAllowIncomplete) != 0,
                        .block_needs_end = (flags & kFlagDontImplyDedent) && !text.ends_with('\n'),
                        .optimize = static_cast<int>(optimize),
                        .form = given.form,
                        .places = std::move(places)};
  COIL_TRY(Code* code, compile_text_reenter(vm, text, filename.bytes, mode, options));
  return code;
}

NATIVE(builtins_import, "__import__(name, globals=None, locals=None, fromlist=(), level=0)", "Import a module; the import statement's function.") {
  if (!args[0].is(Kind::Str)) return raise_type_error(vm, "module name must be a string");
  Dict* globals = args.has(1) && args[1].is(Kind::Dict) ? args[1].as<Dict>() : nullptr;
  int64_t level = 0;
  if (args.has(4)) {
    COIL_TRY(int64_t given, argument_int64_reenter(vm, args[4]));
    level = given;
  }
  if (level > 0 && args.has(1) && !globals) return raise_type_error(vm, "globals must be a dict");
  if (level > 0 && !globals) return raise(vm, Exc::KeyError, "'__name__' not in globals");
  return import_module_reenter(vm, args[0].as<Str>(), globals, args.get(3, none()), level);
}

NATIVE(builtins_open,
       "open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)",
       "Open a file; text unless the mode has 'b'.") {
  OpenOptions options{.file = args[0], .encoding = args.get(3, none()), .errors = args.get(4, none()), .newline = args.get(5, none()),
                      .opener = args.get(7, none()), .mode = "r", .buffering = -1, .closefd = true};
  if (args.has(1)) {
    if (!args[1].is(Kind::Str)) return raise_type_error(vm, "open() argument 'mode' must be str, not %s", argument_type_name(args[1]));
    options.mode = str_utf8(args[1]);
  }
  if (args.has(2)) {
    COIL_TRY(int64_t buffering, argument_int64_reenter(vm, args[2]));
    options.buffering = buffering;
  }
  for (int i : {3, 4}) {
    if (args.has(i) && !args[i].is_none() && !args[i].is(Kind::Str)) {
      return raise_type_error(vm, "open() argument '%s' must be str or None, not %s", i == 3 ? "encoding" : "errors", argument_type_name(args[i]));
    }
  }
  if (args.has(6)) {
    COIL_TRY(bool closefd, truthy_reenter(vm, args[6]));
    options.closefd = closefd;
  }
  return open_file_reenter(vm, options);
}

Value sys_value(Vm& vm, Name name) {
  Value sys = dict_get_str(vm.modules, vm.name(Name::k_sys));
  Value value = sys.is(Kind::Module) ? dict_get_str(sys.as<Module>()->dict, vm.name(name)) : Value();
  return value.is_none() ? Value() : value;
}

/// A line of a binary stream that stands in for standard input.
Result<Value> bytes_without_end(Vm& vm, Bytes* line) {
  if (line->size == 0) return raise(vm, Exc::EOFError, "EOF when reading a line");
  if (line->data[line->size - 1] != '\n') return Value(line);
  COIL_TRY(Bytes* kept, new_bytes(vm, line->data, line->size - 1));
  return Value(kept);
}

NATIVE(builtins_input, "input(prompt='', /)", "A line from standard input without its end.") {
  Value in = sys_value(vm, Name::k_stdin), out = sys_value(vm, Name::k_stdout);
  if (in.is_nothing()) return raise(vm, Exc::RuntimeError, "input(): lost sys.stdin");
  if (out.is_nothing()) return raise(vm, Exc::RuntimeError, "input(): lost sys.stdout");
  if (args.has(0)) {
    COIL_TRY(Str* prompt, str_reenter(vm, args[0]));
    COIL_CHECK(print_text_reenter(vm, out, prompt));
  }
  if (!flush_stream_reenter(vm, out)) clear_pending(vm);  // streams of programs may lack flush()
  COIL_TRY(Value line, call_method_reenter(vm, in, vm.name(Name::k_readline), {}));
  if (line.is(Kind::Bytes)) return bytes_without_end(vm, line.as<Bytes>());
  if (!line.is(Kind::Str)) return raise_type_error(vm, "object.readline() returned non-string");
  StrView text = view(line);
  if (text.length == 0) return raise(vm, Exc::EOFError, "EOF when reading a line");
  size_t end = text[text.length - 1] == '\n' ? text.length - 1 : text.length;
  return substring(vm, line.as<Str>(), 0, end);
}

NATIVE(builtins_breakpoint, "breakpoint(*args, **kws)", "Call sys.breakpointhook.") {
  Value sys = dict_get_str(vm.modules, vm.name(Name::k_sys));
  Value hook = sys.is(Kind::Module) ? dict_get_str(sys.as<Module>()->dict, intern(vm, "breakpointhook")) : Value();
  if (hook.is_nothing()) return raise(vm, Exc::RuntimeError, "lost sys.breakpointhook");
  return call_ex_reenter(vm, hook, args[0].as<Tuple>(), args[1].as<Dict>());
}

}  // namespace

Result<Value> current_locals(Vm& vm) { return locals_of_frame(vm, vm.thread->frame); }

Result<void> setup_builtin_host_functions(Vm& vm) {
  COIL_CHECK(setup_introspection(vm));
  define_functions(vm, vm.builtins, "builtins",
                   {FN(builtins_globals), FN(builtins_locals), FN(builtins_exec), FN(builtins_eval), FN(builtins_compile),
                    FN(builtins_import), FN(builtins_input), FN(builtins_breakpoint)});
  define_functions(vm, vm.builtins, "io", {FN(builtins_open)});
  if (!g_program.no_site) COIL_CHECK(setup_site_builtins(vm));
  COIL_TRY(Module* module, alloc_for_class<Module>(vm, vm.type(Kind::Module), Kind::Module));
  store(module, module->dict, vm.builtins);
  COIL_CHECK(dict_set_str(vm, vm.builtins, vm.name(Name::name_), vm.name(Name::k_builtins)));
  COIL_CHECK(module_set_str(vm, vm.builtins, "__doc__", "Built-in functions, types, exceptions and other objects."));
  COIL_CHECK(dict_set_str(vm, vm.builtins, vm.name(Name::package_), vm.empty_str));
  COIL_CHECK(dict_set_str(vm, vm.builtins, vm.name(Name::loader_), none()));
  COIL_TRY(Value spec, new_spec(vm, vm.name(Name::k_builtins)));
  COIL_CHECK(set_attr_reenter(vm, spec, intern(vm, "origin"), intern(vm, "built-in")));
  COIL_CHECK(dict_set_str(vm, vm.builtins, vm.name(Name::spec_), spec));
  COIL_CHECK(dict_set_str(vm, vm.builtins, vm.name(Name::debug_), Value::boolean(g_program.optimize == 0)));
  return dict_set_str(vm, vm.modules, vm.name(Name::k_builtins), module);
}

}  // namespace coil
