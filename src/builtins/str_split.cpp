// Methods of str that cut it into pieces: split, rsplit, splitlines, partition, rpartition.
#include "builtins/text_internal.hpp"

namespace coil {

namespace {

/// maxsplit as a count of cuts.
Result<size_t> max_splits_reenter(Vm& vm, Value argument) {
  if (argument.is_nothing()) return ~size_t{0};
  COIL_TRY(int64_t count, ssize_argument_reenter(vm, argument));
  return count < 0 ? ~size_t{0} : static_cast<size_t>(count);
}

Result<void> add_piece(Vm& vm, List* list, Str* str, size_t start, size_t end) {
  COIL_TRY(Str* piece, substring(vm, str, start, end));
  return list_append(vm, list, piece);
}

void reverse(List* list) {
  if (!list->size) return;
  Value* items = list->items();
  for (size_t i = 0, k = list->size - 1; i < k; i++, k--) std::swap(items[i], items[k]);
  write_barrier(list->array);
}

Result<Value> split_whitespace(Vm& vm, Str* str, size_t cuts) {
  COIL_TRY(List* list, new_list(vm));
  StrView text = view(str);
  size_t i = 0;
  for (;;) {
    while (i < text.length && is_text_space(text[i])) i++;
    if (i == text.length) return list;
    size_t start = i;
    if (cuts-- == 0) {
      COIL_CHECK(add_piece(vm, list, str, start, text.length));
      return list;
    }
    while (i < text.length && !is_text_space(text[i])) i++;
    COIL_CHECK(add_piece(vm, list, str, start, i));
  }
}

Result<Value> rsplit_whitespace(Vm& vm, Str* str, size_t cuts) {
  COIL_TRY(List* list, new_list(vm));
  StrView text = view(str);
  size_t i = text.length;
  for (;;) {
    while (i > 0 && is_text_space(text[i - 1])) i--;
    if (i == 0) break;
    size_t end = i;
    if (cuts-- == 0) {
      COIL_CHECK(add_piece(vm, list, str, 0, end));
      break;
    }
    while (i > 0 && !is_text_space(text[i - 1])) i--;
    COIL_CHECK(add_piece(vm, list, str, i, end));
  }
  reverse(list);
  return list;
}

Result<Str*> separator_argument(Vm& vm, Value argument) {
  if (!argument.is(Kind::Str)) return raise_type_error(vm, "must be str or None, not %s", type_name(argument));
  if (!argument.as<Str>()->length) return raise_value_error(vm, "empty separator");
  return argument.as<Str>();
}

NATIVE(str_split, "split(self, sep=None, maxsplit=-1)", "Words between occurrences of sep, or between runs of whitespace.") {
  COIL_TRY(size_t cuts, max_splits_reenter(vm, args[2]));
  Str* str = self_as<Str>(args);
  if (args.get(1, none()).is_none()) return split_whitespace(vm, str, cuts);
  COIL_TRY(Str* separator, separator_argument(vm, args[1]));
  COIL_TRY(List* list, new_list(vm));
  StrView text = view(str), needle = view(separator);
  size_t start = 0;
  while (cuts--) {
    size_t found = find_text(text, needle, start, text.length);
    if (found == kNotFound) break;
    COIL_CHECK(add_piece(vm, list, str, start, found));
    start = found + needle.length;
  }
  COIL_CHECK(add_piece(vm, list, str, start, text.length));
  return list;
}

NATIVE(str_rsplit, "rsplit(self, sep=None, maxsplit=-1)", "Like split(), cutting from the end.") {
  COIL_TRY(size_t cuts, max_splits_reenter(vm, args[2]));
  Str* str = self_as<Str>(args);
  if (args.get(1, none()).is_none()) return rsplit_whitespace(vm, str, cuts);
  COIL_TRY(Str* separator, separator_argument(vm, args[1]));
  COIL_TRY(List* list, new_list(vm));
  StrView text = view(str), needle = view(separator);
  size_t end = text.length;
  while (cuts--) {
    size_t found = rfind_text(text, needle, 0, end);
    if (found == kNotFound) break;
    COIL_CHECK(add_piece(vm, list, str, found + needle.length, end));
    end = found;
  }
  COIL_CHECK(add_piece(vm, list, str, 0, end));
  reverse(list);
  return list;
}

bool is_line_break(Char c) {
  return (c >= 10 && c <= 13) || (c >= 0x1c && c <= 0x1e) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

template <class C>
size_t line_end(const C* chars, size_t i, size_t length) {
  while (i < length && !is_line_break(chars[i])) i++;
  return i;
}

NATIVE(str_splitlines, "splitlines(self, keepends=False)", "Lines of the text, without their ends unless keepends is true.") {
  bool keep = false;
  if (args.has(1)) {
    COIL_TRY(int number, int_argument_reenter(vm, args[1]));
    keep = number != 0;
  }
  COIL_TRY(List* list, new_list(vm));
  Str* str = self_as<Str>(args);
  StrView text = view(str);
  for (size_t i = 0; i < text.length;) {
    size_t start = i;
    if (text.wide) i = line_end(text.chars(), i, text.length);
    else i = line_end(text.narrow(), i, text.length);
    size_t end = i;
    if (i < text.length) {
      i += text[i] == '\r' && i + 1 < text.length && text[i + 1] == '\n' ? 2 : 1;
      if (keep) end = i;
    }
    COIL_CHECK(add_piece(vm, list, str, start, end));
  }
  return list;
}

Result<Value> three_pieces(Vm& vm, Str* str, size_t first_end, Str* separator, size_t last_start) {
  COIL_TRY(Str* first, substring(vm, str, 0, first_end));
  COIL_TRY(Str* last, substring(vm, str, last_start, str->length));
  return make_tuple(vm, {first, separator, last});
}

Result<Str*> partition_argument(Vm& vm, Value argument) {
  if (!argument.is(Kind::Str)) return raise_type_error(vm, "must be str, not %s", type_name(argument));
  if (!argument.as<Str>()->length) return raise_value_error(vm, "empty separator");
  return argument.as<Str>();
}

NATIVE(str_partition, "partition(self, sep, /)", "The parts before the first sep, sep itself, and behind it.") {
  COIL_TRY(Str* separator, partition_argument(vm, args[1]));
  Str* str = self_as<Str>(args);
  size_t found = find_text(view(str), view(separator), 0, str->length);
  if (found != kNotFound) return three_pieces(vm, str, found, separator, found + separator->length);
  return make_tuple(vm, {args[0], vm.empty_str, vm.empty_str});
}

NATIVE(str_rpartition, "rpartition(self, sep, /)", "The parts before the last sep, sep itself, and behind it.") {
  COIL_TRY(Str* separator, partition_argument(vm, args[1]));
  Str* str = self_as<Str>(args);
  size_t found = rfind_text(view(str), view(separator), 0, str->length);
  if (found != kNotFound) return three_pieces(vm, str, found, separator, found + separator->length);
  return make_tuple(vm, {vm.empty_str, vm.empty_str, args[0]});
}

}  // namespace

void setup_str_split(Vm& vm) {
  define_class(vm, vm.type(Kind::Str),
               {&str_split_spec, &str_rsplit_spec, &str_splitlines_spec, &str_partition_spec, &str_rpartition_spec}, {});
}

}  // namespace coil
