// Pattern objects of module re and what they do to texts. All loops over matches follow one rule: the next search starts at the end of a
// match, and after an empty match another empty one at the same place does not count.
#include <algorithm>
#include <cstring>

#include "modules/host_services.hpp"
#include "modules/re_internal.hpp"
#include "objects/protocol.hpp"

namespace coil::re {

Class* g_pattern_class;

// -- joining

void Joiner::add_subject(const Subject& subject, size_t start, size_t end) {
  if (start >= end) return;
  if (is_text_) text_.add_range(view(subject.text), start, end);
  else bytes_.append(static_cast<const char*>(subject.data) + start, end - start);
}

Result<void> Joiner::add_value(Value piece) {
  if (is_text_) {
    if (!piece.is(Kind::Str)) return raise_type_error(vm_, "expected str instance, %s found", type_name(piece));
    text_.add_str(piece.as<Str>());
    return ok();
  }
  ByteSpan span;
  if (!byte_span(piece, &span)) return raise_type_error(vm_, "expected a bytes-like object, %s found", type_name(piece));
  bytes_.append(reinterpret_cast<const char*>(span.data), span.size);
  return ok();
}

Result<Value> Joiner::finish() {
  if (is_text_) {
    COIL_TRY(Str* text, text_.finish());
    return Value(text);
  }
  return new_bytes(vm_, bytes_.data(), bytes_.size());
}

namespace {

void trace_pattern(Cell* cell, Marker& marker) {
  auto* pattern = static_cast<Pattern*>(cell);
  marker.value(pattern->source);
  marker.cell(pattern->group_index);
  marker.cell(pattern->group_names);
  marker.value(pattern->template_source);
  marker.cell(pattern->template_parts);
}
void destroy_pattern(Cell* cell) {
  auto* pattern = static_cast<Pattern*>(cell);
  for (auto& modes : pattern->codes) {
    for (auto& variants : modes) {
      for (Code& code : variants) free_code(&code);
    }
  }
  delete pattern->regex;
  pattern->regex = nullptr;
}
const NativeObjectOps kPatternOps{trace_pattern, destroy_pattern};

/// All matches of a subject, one after the other.
struct Cursor {
  Subject subject;
  size_t next = 0;
  bool after_empty = false;  // the last match was empty, at `next`

  Result<bool> find_reenter(Vm& vm, Pattern* pattern, Mode mode, Found* found) {
    if (next > subject.length) return false;
    COIL_TRY(bool any, search_reenter(vm, pattern, mode, &subject, next, after_empty, found));
    if (any) {
      after_empty = found->start() == found->end();
      next = found->end();
    }
    return any;
  }
};

Result<Cursor> make_cursor_reenter(Vm& vm, Pattern* pattern, Value string, Value position, Value end_position) {
  Cursor cursor;
  COIL_TRY(cursor.subject, make_subject(vm, pattern, string));
  if (position || end_position) {
    COIL_TRY(cursor.next, clamp_positions_reenter(vm, &cursor.subject, position, end_position));
  }
  return cursor;
}

// -- iterators: finditer()'s and the scanner object

struct Scanner : NativeObject {
  Pattern* pattern;
  Cursor cursor;
  size_t position;
  bool done;
};
Class* g_scanner_class;
Class* g_iterator_class;

void trace_scanner(Cell* cell, Marker& marker) {
  auto* scanner = static_cast<Scanner*>(cell);
  marker.cell(scanner->pattern);
  scanner->cursor.subject.trace(marker);
}
const NativeObjectOps kScannerOps{trace_scanner, nullptr};

/// The next match, or nothing-like `at_end`.
Result<Value> scanner_step(Vm& vm, Scanner* scanner, Mode mode, Value at_end) {
  if (scanner->done) return at_end;
  Found found;
  // A signal handler may use the same iterator: work on a copy of its state.
  Cursor cursor = scanner->cursor;
  COIL_TRY(bool any, cursor.find_reenter(vm, scanner->pattern, mode, &found));
  scanner->cursor = cursor;
  write_barrier(scanner);
  if (!any) {
    scanner->done = true;
    return at_end;
  }
  return new_match(vm, scanner->pattern, cursor.subject, scanner->position, found);
}
Result<Value> iterator_next(Vm& vm, Value self) { return scanner_step(vm, self.as<Scanner>(), Mode::Search, Value::stop()); }
NATIVE(scanner_match, "match(self, /)", "The match at the current position, or None.") {
  return scanner_step(vm, self_as<Scanner>(args), Mode::Match, none());
}
NATIVE(scanner_search, "search(self, /)", "The next match, or None.") {
  return scanner_step(vm, self_as<Scanner>(args), Mode::Search, none());
}
Result<Value> scanner_pattern(Vm&, Value self) { return Value(self.as<Scanner>()->pattern); }
const GetSetSpec kScannerPattern{"pattern", scanner_pattern, nullptr, "The pattern object."};

/// What findall() gives for one match.
Result<Value> found_item(Vm& vm, Pattern* pattern, const Subject& subject, const size_t* spans, uint32_t count) {
  auto text_of = [&](uint32_t group) -> Result<Value> {
    if (group >= count || spans[2 * group] == ~size_t{0}) return subject_slice(vm, subject, 0, 0);
    return subject_slice(vm, subject, spans[2 * group], spans[2 * group + 1]);
  };
  if (pattern->groups <= 1) return text_of(pattern->groups);
  COIL_TRY(Tuple* item, new_tuple(vm, pattern->groups));
  for (uint32_t g = 1; g <= pattern->groups; g++) item->items[g - 1] = none();
  for (uint32_t g = 1; g <= pattern->groups; g++) {
    COIL_TRY(Value text, text_of(g));
    store(item, item->items[g - 1], text);
  }
  return Value(item);
}

Result<void> add_template(Joiner* out, Tuple* parts, const Subject& subject, const Found& found) {
  for (size_t i = 0; i < parts->size; i++) {
    Value part = parts->items[i];
    if (!part.is_small_int()) {
      COIL_CHECK(out->add_value(part));
      continue;
    }
    auto group = static_cast<uint32_t>(part.small_int());
    if (group >= found.count || found.spans[2 * group] == ~size_t{0}) continue;
    out->add_subject(subject, found.spans[2 * group], found.spans[2 * group + 1]);
  }
  return ok();
}

bool has_backslash(Value text) {
  if (text.is(Kind::Str)) {
    StrView chars = view(text);
    if (chars.wide) return std::find(chars.chars(), chars.chars() + chars.length, Char{'\\'}) != chars.chars() + chars.length;
    return memchr(chars.narrow(), '\\', chars.length) != nullptr;
  }
  ByteSpan bytes;
  return !byte_span(text, &bytes) || memchr(bytes.data, '\\', bytes.size) != nullptr;
}

/// The position of a piece in the list that str.join() would have got, for its error message.
Error raise_join_error(Vm& vm, bool is_text, size_t index, Value piece) {
  if (is_text) return raise_type_error(vm, "sequence item %zu: expected str instance, %s found", index, type_name(piece));
  return raise_type_error(vm, "sequence item %zu: expected a bytes-like object, %s found", index, type_name(piece));
}

}  // namespace

// -- operations

Result<Value> pattern_search_reenter(Vm& vm, Pattern* pattern, Mode mode, Value string, Value position, Value end_position) {
  COIL_TRY(Cursor cursor, make_cursor_reenter(vm, pattern, string, position, end_position));
  size_t start = cursor.next;
  Found found;
  COIL_TRY(bool any, cursor.find_reenter(vm, pattern, mode, &found));
  if (!any) return none();
  return new_match(vm, pattern, cursor.subject, start, found);
}

Result<Value> pattern_findall_reenter(Vm& vm, Pattern* pattern, Value string, Value position, Value end_position) {
  COIL_TRY(Cursor cursor, make_cursor_reenter(vm, pattern, string, position, end_position));
  COIL_TRY(List* result, new_list(vm));
  for (;;) {
    Found found;
    COIL_TRY(bool any, cursor.find_reenter(vm, pattern, Mode::Search, &found));
    if (!any) return Value(result);
    COIL_TRY(Value item, found_item(vm, pattern, cursor.subject, found.spans, found.count));
    COIL_CHECK(list_append(vm, result, item));
  }
}

Result<Value> pattern_finditer_reenter(Vm& vm, Pattern* pattern, Value string, Value position, Value end_position, bool as_scanner) {
  COIL_TRY(Cursor cursor, make_cursor_reenter(vm, pattern, string, position, end_position));
  COIL_TRY(Scanner* scanner, new_native_object<Scanner>(vm, as_scanner ? g_scanner_class : g_iterator_class, &kScannerOps));
  scanner->pattern = pattern;
  scanner->cursor = cursor;
  scanner->position = cursor.next;
  return Value(scanner);
}

Result<Value> pattern_split_reenter(Vm& vm, Pattern* pattern, Value string, Value limit) {
  int64_t most = 0;
  if (limit) {
    COIL_TRY(most, ssize_from_reenter(vm, limit));
  }
  COIL_TRY(Cursor cursor, make_cursor_reenter(vm, pattern, string, Value(), Value()));
  COIL_TRY(List* result, new_list(vm));
  size_t last = 0;
  for (int64_t n = 0; most == 0 || n < most; n++) {
    Found found;
    COIL_TRY(bool any, cursor.find_reenter(vm, pattern, Mode::Search, &found));
    if (!any) break;
    COIL_TRY(Value piece, subject_slice(vm, cursor.subject, last, found.start()));
    COIL_CHECK(list_append(vm, result, piece));
    last = found.end();
    for (uint32_t g = 1; g <= pattern->groups; g++) {
      Value group = none();
      if (g < found.count && found.spans[2 * g] != ~size_t{0}) {
        COIL_TRY(group, subject_slice(vm, cursor.subject, found.spans[2 * g], found.spans[2 * g + 1]));
      }
      COIL_CHECK(list_append(vm, result, group));
    }
  }
  COIL_TRY(Value rest, subject_slice(vm, cursor.subject, last, cursor.subject.length));
  COIL_CHECK(list_append(vm, result, rest));
  return Value(result);
}

Result<Value> pattern_sub_reenter(Vm& vm, Pattern* pattern, Value replacement, Value string, Value count, bool with_count) {
  int64_t most = 0;
  if (count) {
    COIL_TRY(most, ssize_from_reenter(vm, count));
  }
  bool calls = is_callable(replacement);
  Tuple* parts = nullptr;
  if (!calls && has_backslash(replacement)) {
    COIL_TRY(parts, cached_template_reenter(vm, pattern, replacement));
  }
  if (!calls && !parts && !replacement.is(Kind::Str)) {
    ByteSpan bytes;
    if (!byte_span(replacement, &bytes)) return raise_type_error(vm, "decoding to str: need a bytes-like object, %s found", type_name(replacement));
  }
  COIL_TRY(Cursor cursor, make_cursor_reenter(vm, pattern, string, Value(), Value()));
  Joiner out(vm, pattern->is_text);
  int64_t done = 0;
  size_t last = 0, pieces = 0;
  for (; most == 0 || done < most; done++) {
    Found found;
    COIL_TRY(bool any, cursor.find_reenter(vm, pattern, Mode::Search, &found));
    if (!any) break;
    pieces += last < found.start();
    out.add_subject(cursor.subject, last, found.start());
    last = found.end();
    if (parts) {
      COIL_CHECK(add_template(&out, parts, cursor.subject, found));
      pieces++;
      continue;
    }
    Value piece = replacement;
    if (calls) {
      COIL_TRY(Value match, new_match(vm, pattern, cursor.subject, 0, found));
      COIL_TRY(piece, call_reenter(vm, replacement, {match}));
      if (piece.is_none()) continue;
    }
    ByteSpan bytes;
    if (pattern->is_text ? !piece.is(Kind::Str) : !byte_span(piece, &bytes)) return raise_join_error(vm, pattern->is_text, pieces, piece);
    COIL_CHECK(out.add_value(piece));
    pieces++;
  }
  Value result;
  if (done == 0) {
    COIL_TRY(result, subject_slice(vm, cursor.subject, 0, cursor.subject.length));
  } else {
    out.add_subject(cursor.subject, last, cursor.subject.length);
    COIL_TRY(result, out.finish());
  }
  if (!with_count) return result;
  return make_tuple(vm, {result, Value::small_int(done)});
}

namespace {

#define COIL_POSITIONS "(self, /, string, pos=0, endpos=9223372036854775807)"
NATIVE(pattern_match, "match" COIL_POSITIONS, "A match at the beginning of the string, or None.") {
  return pattern_search_reenter(vm, self_as<Pattern>(args), Mode::Match, args[1], args[2], args[3]);
}
NATIVE(pattern_fullmatch, "fullmatch" COIL_POSITIONS, "A match of all of the string, or None.") {
  return pattern_search_reenter(vm, self_as<Pattern>(args), Mode::FullMatch, args[1], args[2], args[3]);
}
NATIVE(pattern_search, "search" COIL_POSITIONS, "The first match in the string, or None.") {
  return pattern_search_reenter(vm, self_as<Pattern>(args), Mode::Search, args[1], args[2], args[3]);
}
NATIVE(pattern_findall, "findall" COIL_POSITIONS, "All matches in the string, as a list of texts or of tuples of groups.") {
  return pattern_findall_reenter(vm, self_as<Pattern>(args), args[1], args[2], args[3]);
}
NATIVE(pattern_finditer, "finditer" COIL_POSITIONS, "An iterator over all matches in the string.") {
  return pattern_finditer_reenter(vm, self_as<Pattern>(args), args[1], args[2], args[3], false);
}
NATIVE(pattern_scanner, "scanner" COIL_POSITIONS, "An object that gives one match after the other.") {
  return pattern_finditer_reenter(vm, self_as<Pattern>(args), args[1], args[2], args[3], true);
}
#undef COIL_POSITIONS
NATIVE(pattern_split, "split(self, /, string, maxsplit=0)", "The parts of the string between matches.") {
  return pattern_split_reenter(vm, self_as<Pattern>(args), args[1], args[2]);
}
NATIVE(pattern_sub, "sub(self, /, repl, string, count=0)", "The string with matches replaced by repl.") {
  return pattern_sub_reenter(vm, self_as<Pattern>(args), args[1], args[2], args[3], false);
}
NATIVE(pattern_subn, "subn(self, /, repl, string, count=0)", "(new string, number of replacements).") {
  return pattern_sub_reenter(vm, self_as<Pattern>(args), args[1], args[2], args[3], true);
}
NATIVE(pattern_copy, "__copy__(self, /)", "The object itself: it cannot change.") { return args[0]; }
NATIVE(pattern_deepcopy, "__deepcopy__(self, memo, /)", "The object itself: it cannot change.") { return args[0]; }

Result<Value> pattern_repr(Vm& vm, Value self) {
  static constexpr struct { uint32_t flag; const char* name; } kNames[] = {
      {kTemplate, "re.TEMPLATE"}, {kIgnoreCase, "re.IGNORECASE"}, {kLocale, "re.LOCALE"}, {kMultiline, "re.MULTILINE"},
      {kDotAll, "re.DOTALL"},     {kUnicode, "re.UNICODE"},       {kVerbose, "re.VERBOSE"}, {kDebug, "re.DEBUG"}, {kAscii, "re.ASCII"},
  };
  auto* pattern = self.as<Pattern>();
  uint32_t flags = pattern->regex->flags;
  if (pattern->is_text && (flags & kTypeFlags) == kUnicode) flags &= ~kUnicode;
  COIL_TRY(Str* shown, repr_reenter(vm, pattern->source));
  COIL_TRY(shown, substring(vm, shown, 0, std::min<size_t>(shown->length, 200)));
  StrBuilder out(vm);
  out.add("re.compile(");
  out.add_str(shown);
  const char* separator = ", ";
  for (auto& [flag, name] : kNames) {
    if (!(flags & flag)) continue;
    out.add(separator);
    out.add(name);
    separator = "|";
    flags &= ~flag;
  }
  if (flags) {
    char text[16];
    std::snprintf(text, sizeof text, "%s0x%x", separator, flags);
    out.add(text);
  }
  out.add(")");
  return out.finish();
}

Result<int64_t> pattern_hash(Vm& vm, Value self) {
  COIL_TRY(int64_t hash, hash_reenter(vm, self.as<Pattern>()->source));
  return hash ^ (int64_t{self.as<Pattern>()->regex->flags} << 20);
}
Result<Value> pattern_compare(Vm& vm, Value self, Value other, CompareOp op) {
  if ((op != CompareOp::Eq && op != CompareOp::Ne) || class_of(other) != g_pattern_class) return Value(&not_implemented_cell);
  auto *a = self.as<Pattern>(), *b = other.as<Pattern>();
  bool equal = a->is_text == b->is_text && a->regex->flags == b->regex->flags;
  if (equal) {
    COIL_TRY(equal, equal_reenter(vm, a->source, b->source));
  }
  return Value::boolean(equal == (op == CompareOp::Eq));
}

Result<Value> pattern_source(Vm&, Value self) { return self.as<Pattern>()->source; }
Result<Value> pattern_flags(Vm&, Value self) { return Value::small_int(self.as<Pattern>()->regex->flags); }
Result<Value> pattern_groups(Vm&, Value self) { return Value::small_int(self.as<Pattern>()->groups); }
Result<Value> pattern_groupindex(Vm& vm, Value self) {
  return call_reenter(vm, vm.type(Kind::MappingProxy), {self.as<Pattern>()->group_index});
}
const GetSetSpec kSource{"pattern", pattern_source, nullptr, "The pattern as it was given."};
const GetSetSpec kFlags{"flags", pattern_flags, nullptr, "The flags, those inside the pattern included."};
const GetSetSpec kGroups{"groups", pattern_groups, nullptr, "How many groups the pattern has."};
const GetSetSpec kGroupindex{"groupindex", pattern_groupindex, nullptr, "Numbers of groups by name."};

}  // namespace

Result<void> issue_warnings_reenter(Vm& vm, const std::vector<ParseWarning>& warnings) {
  if (warnings.empty()) return ok();
  COIL_TRY(Value module, import_absolute_reenter(vm, intern(vm, "warnings")));
  for (const ParseWarning& warning : warnings) {
    COIL_TRY(Str* message, new_str(vm, warning.message));
    // The caller of re.compile() and its kin, which are language functions.
    COIL_CHECK(call_method_reenter(vm, module, intern(vm, "warn"), {message, vm.exception(warning.category), Value::small_int(2)}));
  }
  return ok();
}

Result<Pattern*> compile_pattern_reenter(Vm& vm, Value source, uint32_t flags) {
  auto regex = std::make_unique<Regex>();
  std::vector<ParseWarning> warnings;
  Result<void> parsed = parse_regex_reenter(vm, source, flags, regex.get(), &warnings);
  Value error = parsed ? Value() : clear_pending(vm);
  COIL_CHECK(issue_warnings_reenter(vm, warnings));
  if (!parsed) return raise_exception(vm, error);
  COIL_TRY(Dict* group_index, new_dict(vm));
  COIL_TRY(Tuple* group_names, new_tuple(vm, regex->groups + 1));
  for (size_t i = 0; i < group_names->size; i++) group_names->items[i] = none();
  for (auto& [name, number] : regex->names) {
    COIL_TRY(Str* key, new_str(vm, name));
    COIL_CHECK(dict_set_str(vm, group_index, key, Value::small_int(number)));
    store(group_names, group_names->items[number], Value(key));
  }
  COIL_TRY(Pattern* pattern, new_native_object<Pattern>(vm, g_pattern_class, &kPatternOps));
  pattern->source = source;
  pattern->group_index = group_index;
  pattern->group_names = group_names;
  pattern->groups = regex->groups;
  pattern->is_text = source.is(Kind::Str);
  pattern->regex = regex.release();
  return pattern;
}

Result<void> init_pattern_class(Vm& vm, Dict* ns) {
  COIL_TRY(g_pattern_class, new_module_class<Pattern>(vm, "Pattern", "re", "A compiled regular expression.", kClassHasWeakRef));
  g_pattern_class->flags |= kClassFinal;
  g_pattern_class->native_name = "re.Pattern";
  Slots& slots = g_pattern_class->slots;
  slots.make = nullptr;
  slots.repr = pattern_repr;
  slots.hash = pattern_hash;
  slots.compare = pattern_compare;
  define_class(vm, g_pattern_class,
               {&pattern_match_spec, &pattern_fullmatch_spec, &pattern_search_spec, &pattern_sub_spec, &pattern_subn_spec,
                &pattern_findall_spec, &pattern_split_spec, &pattern_finditer_spec, &pattern_scanner_spec, &pattern_copy_spec,
                &pattern_deepcopy_spec, &native_class_getitem_spec},
               {&kSource, &kFlags, &kGroups, &kGroupindex});
  COIL_TRY(g_scanner_class, new_module_class<Scanner>(vm, "SRE_Scanner", "_sre", "Gives the matches of a string one by one."));
  g_scanner_class->slots.make = nullptr;
  g_scanner_class->native_name = "_sre.SRE_Scanner";
  define_class(vm, g_scanner_class, {&scanner_match_spec, &scanner_search_spec}, {&kScannerPattern});
  COIL_TRY(g_iterator_class, new_module_class<Scanner>(vm, "callable_iterator", "builtins", "Iterator over matches."));
  g_iterator_class->slots.make = nullptr;
  g_iterator_class->slots.iter = iter_is_self;
  g_iterator_class->slots.next = iterator_next;
  define_class(vm, g_iterator_class, {}, {});
  return module_set(vm, ns, "Pattern", g_pattern_class);
}

}  // namespace coil::re
