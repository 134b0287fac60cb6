// print. The stream it writes to belongs to the io module, behind objects/stream.hpp; input is in modules/builtins_host.cpp.
#include <iterator>
#include <vector>

#include "builtins/containers_internal.hpp"
#include "builtins/functions_internal.hpp"
#include "objects/stream.hpp"

namespace coil {

namespace {

/// An optional text argument of print: `fallback` for None.
Result<Str*> separator_reenter(Vm& vm, const char* name, Value value, const char* fallback) {
  if (value.is_nothing() || value.is_none()) return new_str(vm, fallback);
  if (value.is(Kind::Str)) return str_reenter(vm, value);
  return raise_type_error(vm, "%s must be None or a string, not %s", name, type_name(value));
}

/// Where the values and separators of a line end. Most lines have few.
class PieceEnds {
 public:
  void add(size_t end) {
    if (count_ < std::size(few_)) few_[count_++] = end;
    else many_.push_back(end);
  }
  size_t count() const { return count_ + many_.size(); }
  size_t operator[](size_t i) const { return i < count_ ? few_[i] : many_[i - count_]; }

 private:
  size_t few_[16];  // not cleared
  size_t count_ = 0;
  std::vector<size_t> many_;
};

/// Writes a line that can't be encoded in its pieces, so that those before the one at fault are written.
static Result<void> print_up_to_error_reenter(Vm& vm, Value file, Str* line, const PieceEnds& ends) {
  size_t start = 0;
  for (size_t i = 0; i < ends.count(); start = ends[i++]) {
    if (start == ends[i]) continue;
    COIL_TRY(Str* piece, substring(vm, line, start, ends[i]));
    COIL_CHECK(print_text_reenter(vm, file, piece));
  }
  COIL_TRY(Str* rest, substring(vm, line, start, line->length));
  return print_text_reenter(vm, file, rest);
}

/// Writes values in one write, `sep` between them and `tail` behind. What was shown before a failing str() is written first,
/// as separate writes would.
static Result<void> print_run_reenter(Vm& vm, Value file, Tuple* values, size_t from, size_t to, Str* sep, Str* tail) {
  StrBuilder text(vm);
  PieceEnds ends;
  Result<void> fine = ok();
  for (size_t i = from; i < to && fine; i++) {
    if (i > from) text.add_str(sep);
    ends.add(text.length());
    Result<Str*> part = str_reenter(vm, values->items[i]);
    if (part) text.add_str(*part);
    else fine = Error{};
    ends.add(text.length());
  }
  if (!fine) {
    Value failure = clear_pending(vm);
    COIL_TRY(Str* begun, text.finish());
    if (begun->length) COIL_CHECK(print_text_reenter(vm, file, begun));
    return raise_exception(vm, failure);
  }
  text.add_str(tail);
  COIL_TRY(Str* line, text.finish());
  if (!print_text_reenter(vm, file, line)) {
    if (!pending_matches(vm, Exc::UnicodeEncodeError)) return Error{};
    clear_pending(vm);
    return print_up_to_error_reenter(vm, file, line, ends);
  }
  return ok();
}

NATIVE(builtin_print, "print(*args, sep=' ', end='\\n', file=None, flush=False)", "Write the values as text to a stream, sys.stdout by default.") {
  Tuple* values = args[0].as<Tuple>();
  COIL_TRY(Str* sep, separator_reenter(vm, "sep", args[1], " "));
  COIL_TRY(Str* end, separator_reenter(vm, "end", args[2], "\n"));
  Value file = args.get(3, none());
  const bool is_standard = file.is_none();
  if (is_standard) {
    COIL_TRY(file, standard_output(vm));
    if (file.is_none()) return none();
  }
  if (is_standard && takes_whole_texts(file)) {
    // One write for the whole line, but the str() of a program's class may print too: what is before it is written first.
    size_t from = 0;
    for (size_t i = 1; i < values->size; i++) {
      if (!(class_of(values->items[i])->flags & kClassHeap)) continue;
      COIL_CHECK(print_run_reenter(vm, file, values, from, i, sep, sep));
      from = i;
    }
    COIL_CHECK(print_run_reenter(vm, file, values, from, values->size, sep, end));
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

}  // namespace

void define_print(Vm& vm, Dict* ns) { define_functions(vm, ns, "builtins", {&builtin_print_spec}); }

}  // namespace coil
