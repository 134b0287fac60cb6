// print. The stream it writes to belongs to the io module, behind objects/stream.hpp; input is in modules/builtins_host.cpp.
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

static Result<void> print_pieces_reenter(Vm& vm, Value file, Tuple* values, Str* sep, Str* end) {
  for (size_t i = 0; i < values->size; i++) {
    if (i) COIL_CHECK(print_text_reenter(vm, file, sep));
    COIL_TRY(Str* part, str_reenter(vm, values->items[i]));
    COIL_CHECK(print_text_reenter(vm, file, part));
  }
  return print_text_reenter(vm, file, end);
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
    if (!print_text_reenter(vm, file, line)) {
      // What comes before a value that can't be encoded is written.
      if (!pending_matches(vm, Exc::UnicodeEncodeError)) return Error{};
      clear_pending(vm);
      COIL_CHECK(print_pieces_reenter(vm, file, values, sep, end));
    }
  } else {
    COIL_CHECK(print_pieces_reenter(vm, file, values, sep, end));
  }
  if (args.has(4)) {
    COIL_TRY(bool flush, truthy_reenter(vm, args[4]));
    if (flush) COIL_CHECK(flush_stream_reenter(vm, file));
  }
  return none();
}

}  // namespace

void define_print(Vm& vm, Dict* ns) { define_functions(vm, ns, "builtins", {&builtin_print_spec}); }

}  // namespace coil
