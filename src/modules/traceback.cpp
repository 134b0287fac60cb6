// Module _traceback: the formatter of host/traceback.cpp for stdlib/traceback.py.
#include <algorithm>
#include <memory>
#include <unordered_map>

#include "bytecode/code.hpp"
#include "modules/host_services.hpp"
#include "modules/introspection.hpp"
#include "modules/module.hpp"
#include "objects/containers.hpp"
#include "objects/exception.hpp"
#include "objects/number.hpp"
#include "objects/str.hpp"
#include "vm/interpreter.hpp"

namespace coil {

namespace {

std::string joined_lines(const List* lines) {
  std::string text;
  for (size_t i = 0; i < lines->size; i++) {
    if (lines->items()[i].is(Kind::Str)) text += str_utf8(lines->items()[i]);
  }
  return text;
}

/// While it lives, texts in linecache.cache of code that is in no file are known: doctest and interactive tools put theirs there, and so does linecache what
/// it has from loaders.
class LinecacheSources : public ExtraSources {
 public:
  explicit LinecacheSources(Vm& vm) : outer_(g_extra_sources) {
    g_extra_sources = this;
    Value module = dict_get_str(vm.modules, intern(vm, "linecache"));
    if (!module.is(Kind::Module)) return;
    Value cache = dict_get_str(module.as<Module>()->dict, intern(vm, "cache"));
    if (!cache.is(Kind::Dict)) return;
    size_t position = 0;
    for (Value key, value; dict_next(cache.as<Dict>(), &position, &key, &value);) {
      if (!key.is(Kind::Str) || !value.is(Kind::Tuple) || value.as<Tuple>()->size != 4 || !value.as<Tuple>()->items[2].is(Kind::List)) continue;
      std::string name = str_utf8(key);
      const bool may_be_file = !name.starts_with('<') && !value.as<Tuple>()->items[1].is_none();
      if (may_be_file || name.starts_with("<stdlib>")) continue;
      sources_[name] = std::make_unique<Source>(name, joined_lines(value.as<Tuple>()->items[2].as<List>()));
    }
  }
  ~LinecacheSources() override { g_extra_sources = outer_; }
  LinecacheSources(const LinecacheSources&) = delete;
  LinecacheSources& operator=(const LinecacheSources&) = delete;

  const Source* find(const std::string& filename) const override {
    auto found = sources_.find(filename);
    return found == sources_.end() ? nullptr : found->second.get();
  }

  void load_reenter(Vm& vm, Traceback* level) override {
    const std::string& filename = level->code->unit->filename;
    Dict* globals = globals_of_traceback(level);
    if (!globals || sources_.contains(filename) || !has_loader(vm, globals)) return;
    sources_[filename] = std::make_unique<Source>(filename, "");  // asked for once
    Result<Value> lines = loaded_lines_reenter(vm, Value(level->code->filename), globals);
    if (!lines) {
      clear_pending(vm);
    } else if ((*lines).is(Kind::List)) {
      sources_[filename] = std::make_unique<Source>(filename, joined_lines((*lines).as<List>()));
    }
  }

 private:
  static bool has_loader(Vm& vm, Dict* globals) {
    Value loader = dict_get_str(globals, intern(vm, "__loader__"));
    return loader && !loader.is_none();
  }
  static Result<Value> loaded_lines_reenter(Vm& vm, Value filename, Dict* globals) {
    COIL_TRY(Value linecache, import_absolute_reenter(vm, intern(vm, "linecache")));
    return call_method_reenter(vm, linecache, intern(vm, "getlines"), {filename, Value(globals)});
  }

  ExtraSources* outer_;
  std::unordered_map<std::string, std::unique_ptr<Source>> sources_;
};

Result<int64_t> limit_argument(Vm& vm, Value limit) {
  if (limit.is_nothing() || limit.is_none()) return int64_t{INT32_MAX};
  // The module counts from the oldest level, TracebackOptions::limit from the most recent one.
  COIL_TRY(int64_t levels, argument_int64_reenter(vm, limit));
  return levels == INT64_MIN ? INT64_MAX : -levels;
}

NATIVE(traceback_format_exception, "format_exception(value, tb, limit=None, chain=True, /)", "The text CPython prints.") {
  if (!is_exception(args[0])) return raise_type_error(vm, "Exception expected for value, %s found", type_name(args[0]));
  COIL_TRY(int64_t limit, limit_argument(vm, args[2]));
  bool chain = true;
  if (args.has(3)) {
    COIL_TRY(bool wanted, truthy_reenter(vm, args[3]));
    chain = wanted;
  }
  const LinecacheSources sources(vm);
  return new_str(vm, format_exception_reenter(vm, args[0], {.chain = chain, .limit = limit, .traceback = args[1]}));
}

NATIVE(traceback_format_exception_only, "format_exception_only(value, /)", "The lines of the exception itself.") {
  if (!is_exception(args[0])) return raise_type_error(vm, "Exception expected for value, %s found", type_name(args[0]));
  return new_str(vm, format_exception_reenter(vm, args[0], {.chain = false, .stack = false}));
}

NATIVE(traceback_format_tb, "format_tb(tb, limit=None, /)", "The text of a stack.") {
  if (args[0].is_none()) return vm.empty_str;
  if (!args[0].is(Kind::Traceback)) return raise(vm, Exc::AttributeError, "'%s' object has no attribute 'tb_frame'", type_name(args[0]));
  COIL_TRY(int64_t limit, limit_argument(vm, args[1]));
  const LinecacheSources sources(vm);
  return new_str(vm, format_traceback(vm, args[0].as<Traceback>(), limit));
}

NATIVE(traceback_marked_line, "marked_line(line, lineno, end_lineno, colno, end_colno, /)", "The source line of a level and the carets under it.") {
  if (!args[0].is(Kind::Str)) return raise_type_error(vm, "line must be str, not %s", type_name(args[0]));
  uint32_t numbers[4];
  for (size_t i = 0; i < 4; i++) {
    COIL_TRY(int64_t number, args[i + 1].is_none() ? Result<int64_t>(0) : argument_int64_reenter(vm, args[i + 1]));
    numbers[i] = static_cast<uint32_t>(std::clamp<int64_t>(number, 0, i < 2 ? UINT32_MAX : 0xfffe));
  }
  std::string line = str_utf8(args[0]);
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.pop_back();
  return new_str(vm, marked_line(line, {numbers[0], numbers[1], static_cast<uint16_t>(numbers[2]), static_cast<uint16_t>(numbers[3])}));
}

NATIVE(traceback_report_unraisable, "report_unraisable(error, object, message, /)", "Tell sys.unraisablehook of an exception that nobody can receive.") {
  report_unraisable_reenter(vm, args[0], args[1], str_utf8(args[2]).c_str());
  return none();
}

/// (filename, line, name, source line, end line, column, end column) of each level.
NATIVE(traceback_extract, "extract(tb, /)", "The levels of a stack as tuples.") {
  const LinecacheSources sources(vm);
  COIL_TRY(List* levels, new_list(vm));
  Value stack = args[0];
  if (!stack.is_none() && !stack.is(Kind::Traceback)) {
    return raise(vm, Exc::AttributeError, "'%s' object has no attribute 'tb_frame'", type_name(stack));
  }
  for (Traceback* entry = stack.is_none() ? nullptr : stack.as<Traceback>(); entry; entry = entry->next) {
    const CodeUnit& unit = *entry->code->unit;
    const Position position = position_of(entry);
    COIL_TRY(Str* line, new_str(vm, source_line(unit.filename, position.line)));
    bool columns = position.end_col != 0xffff;
    COIL_TRY(Tuple* level,
             make_tuple(vm, {entry->code->filename, Value::small_int(position.line), entry->code->name, line, Value::small_int(position.end_line),
                             columns ? Value::small_int(position.col) : none(), columns ? Value::small_int(position.end_col) : none()}));
    COIL_CHECK(list_append(vm, levels, level));
  }
  return Value(levels);
}

/// The same for the running stack, innermost last, without the `skip` innermost levels.
NATIVE(traceback_running_stack, "running_stack(skip=0, /)", "The levels of the running stack as tuples.") {
  int64_t skip = 0;
  if (args.has(0)) {
    COIL_TRY(int64_t given, argument_int64_reenter(vm, args[0]));
    skip = given;
  }
  COIL_TRY(List* levels, new_list(vm));
  for (Frame* frame = vm.thread->frame; frame; frame = frame->caller) {
    if (skip-- > 0) continue;
    Code* code = frame->code();
    const CodeUnit& unit = *code->unit;
    auto index = static_cast<size_t>(frame->ip - code->instrs) - 1;
    Position position{unit.first_line, unit.first_line, 0, 0xffff};
    if (index < unit.positions.size()) position = unit.positions[index];
    COIL_TRY(Str* line, new_str(vm, source_line(unit.filename, position.line)));
    COIL_TRY(Tuple* level, make_tuple(vm, {code->filename, Value::small_int(position.line), code->name, line,
                                           Value::small_int(position.end_line), none(), none()}));
    COIL_CHECK(list_insert(vm, levels, 0, level));
  }
  return Value(levels);
}

NATIVE(traceback_source_line, "source_line(filename, lineno, /)", "A line of a source file, or '' when unknown.") {
  if (!args[0].is(Kind::Str)) return raise_type_error(vm, "filename must be str, not %s", type_name(args[0]));
  COIL_TRY(int64_t line, argument_int64_reenter(vm, args[1]));
  if (line < 1 || line > INT32_MAX) return vm.empty_str;
  return new_str(vm, source_line(str_utf8(args[0]), static_cast<uint32_t>(line)));
}

NATIVE(traceback_source_text, "source_text(filename, /)", "The text of a source file or of an embedded module, or None.") {
  if (!args[0].is(Kind::Str)) return raise_type_error(vm, "filename must be str, not %s", type_name(args[0]));
  std::string text;
  if (!source_text(str_utf8(args[0]), &text)) return none();
  Source source("", text, SourceForm::File);
  COIL_TRY(Bytes* bytes, new_bytes(vm, source.text().data(), source.text().size()));
  return decode_bytes(vm, {bytes->data, bytes->size}, "utf-8", "replace");
}

NATIVE(traceback_find_source, "find_source(name, /)", "The file of a module that is not loaded; its packages must be. None: no such module.") {
  if (!args[0].is(Kind::Str)) return raise_type_error(vm, "name must be str, not %s", type_name(args[0]));
  COIL_TRY(std::string path, find_module_source_reenter(vm, args[0].as<Str>()));
  if (path.empty()) return none();
  return new_str(vm, path);
}

NATIVE(traceback_library_modules, "library_modules()", "Dotted names of the modules of the embedded library that are written in the language.") {
  COIL_TRY(List* names, new_list(vm));
  for (const std::string& module : library_modules()) {
    COIL_TRY(Str* name, new_str(vm, module));
    COIL_CHECK(list_append(vm, names, name));
  }
  return Value(names);
}

}  // namespace

MODULE(traceback_native, "_traceback", "Exceptions and stacks as text.", nullptr, FN(traceback_format_exception),
       FN(traceback_format_exception_only), FN(traceback_format_tb), FN(traceback_marked_line), FN(traceback_extract), FN(traceback_running_stack),
       FN(traceback_report_unraisable), FN(traceback_source_line), FN(traceback_source_text), FN(traceback_find_source),
       FN(traceback_library_modules))

}  // namespace coil
