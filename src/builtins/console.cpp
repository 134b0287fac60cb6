// print and input: the built-in functions that use sys.stdin and sys.stdout.
#include "builtins/containers_internal.hpp"
#include "builtins/functions_internal.hpp"
#include "objects/stream.hpp"

namespace coil {

namespace {

/// An optional text argument of print: `fallback` for None.
Result<Str*> separator(Vm& vm, const char* name, Value value, const char* fallback) {
  if (value.is_nothing() || value.is_none()) return new_str(vm, fallback);
  if (value.is(Kind::Str)) return value.as<Str>();
  return raise_type_error(vm, "%s must be None or a string, not %s", name, type_name(value));
}

NATIVE(builtin_print, "print(*args, sep=' ', end='\\n', file=None, flush=False)", "Write the values as text to a stream, sys.stdout by default.") {
  Tuple* values = args[0].as<Tuple>();
  COIL_TRY(Str* sep, separator(vm, "sep", args[1], " "));
  COIL_TRY(Str* end, separator(vm, "end", args[2], "\n"));
  Value file = args.get(3, none());
  if (file.is_none()) {
    // One write for the whole line. What was shown before a failing str() is written first, as separate writes would.
    StrBuilder text(vm);
    Result<void> fine = ok();
    for (size_t i = 0; i < values->size && fine; i++) {
      if (i) text.add_str(sep);
      Result<Str*> part = str_reenter(vm, values->items[i]);
      if (part) text.add_str(*part);
      else fine = Error{};
    }
    if (!fine) {
      Value failure = clear_pending(vm);
      COIL_TRY(Str* begun, text.finish());
      if (begun->length) COIL_CHECK(print_text_reenter(vm, file, begun));
      return raise_exception(vm, failure);
    }
    text.add_str(end);
    COIL_TRY(Str* line, text.finish());
    COIL_CHECK(print_text_reenter(vm, file, line));
  } else {
    for (size_t i = 0; i < values->size; i++) {
      if (i) COIL_CHECK(print_text_reenter(vm, file, sep));
      COIL_TRY(Str* part, str_reenter(vm, values->items[i]));
      COIL_CHECK(print_text_reenter(vm, file, part));
    }
    COIL_CHECK(print_text_reenter(vm, file, end));
  }
  if (args.has(4)) {
    COIL_TRY(bool flush, truthy_reenter(vm, args[4]));
    if (flush) COIL_CHECK(flush_stream_reenter(vm, file));
  }
  return none();
}

Result<Value> sys_attribute_reenter(Vm& vm, Name name) {
  Value sys = dict_get_str(vm.modules, vm.name(Name::k_sys));
  Value stream = Value::stop();
  if (sys) { COIL_TRY(stream, find_attr_reenter(vm, sys, vm.name(name))); }
  if (stream.is_stop() || stream.is_none()) return raise(vm, Exc::RuntimeError, "input(): lost sys.%s", name == Name::k_stdin ? "stdin" : "stdout");
  return stream;
}

NATIVE(builtin_input, "input(prompt='', /)", "A line from sys.stdin without its line end; prompt is shown first. EOFError at the end.") {
  COIL_TRY(Value in, sys_attribute_reenter(vm, Name::k_stdin));
  COIL_TRY(Value out, sys_attribute_reenter(vm, Name::k_stdout));
  if (args.has(0)) {
    COIL_TRY(Str* prompt, str_reenter(vm, args[0]));
    COIL_CHECK(print_text_reenter(vm, out, prompt));
  }
  COIL_CHECK(flush_stream_reenter(vm, out));
  COIL_TRY(Value line, call_method_reenter(vm, in, vm.name(Name::k_readline), {}));
  if (!line.is(Kind::Str)) return raise_type_error(vm, "object.readline() returned non-string");
  Str* text = line.as<Str>();
  StrView chars = view(text);
  if (chars.length == 0) return raise(vm, Exc::EOFError, "EOF when reading a line");
  return substring(vm, text, 0, chars[chars.length - 1] == '\n' ? chars.length - 1 : chars.length);
}

}  // namespace

void define_console_functions(Vm& vm, Dict* ns) { define_functions(vm, ns, "builtins", {&builtin_print_spec, &builtin_input_spec}); }

}  // namespace coil
