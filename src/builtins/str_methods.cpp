// Methods of str that search, replace, pad, join and translate. Splitting is in str_split.cpp, case in str_case.cpp, formatting in
// str_format.cpp; slots and the constructor in str.cpp.
#include <algorithm>
#include <cstring>

#include "builtins/text_internal.hpp"

namespace coil {

Result<Str*> narrowest(Vm& vm, Str* str) {
  StrView text = view(str);
  if (text.wide) {
    Char all = char_union(text.chars(), text.length);
    return all > 255 ? Result<Str*>(str) : new_str_chars(vm, text.chars(), text.length);
  }
  if (!text.ascii && all_ascii(text.narrow(), text.length)) str->flags |= kStrAscii;
  return text.length == 1 ? new_str_char(vm, text[0]) : Result<Str*>(str);
}

namespace {

/// Self, needle and range of the find family, or `found` false when nothing can match.
struct FindArguments {
  StrView text, needle;
  Bounds bounds;
};

Result<FindArguments> find_arguments_reenter(Vm& vm, Args args, const char* name) {
  if (!args.has(1)) return raise_type_error(vm, "%s() takes at least 1 argument (0 given)", name);
  COIL_TRY(int64_t start, slice_index_reenter(vm, args[2], 0));
  COIL_TRY(int64_t end, slice_index_reenter(vm, args[3], INT64_MAX));
  if (!args[1].is(Kind::Str)) return raise_type_error(vm, "must be str, not %s", type_name(args[1]));
  StrView text = view(args[0]);
  return FindArguments{text, view(args[1]), clamp_bounds(start, end, text.length)};
}

Value position(size_t found) { return Value::small_int(found == kNotFound ? -1 : static_cast<int64_t>(found)); }

NATIVE(str_find, "find(self, sub=..., start=None, end=None, /)", "Lowest index of sub within [start:end], or -1.") {
  COIL_TRY(FindArguments find, find_arguments_reenter(vm, args, "find"));
  return position(find_text(find.text, find.needle, find.bounds.start, find.bounds.end));
}

NATIVE(str_rfind, "rfind(self, sub=..., start=None, end=None, /)", "Highest index of sub within [start:end], or -1.") {
  COIL_TRY(FindArguments find, find_arguments_reenter(vm, args, "rfind"));
  return position(rfind_text(find.text, find.needle, find.bounds.start, find.bounds.end));
}

NATIVE(str_index, "index(self, sub=..., start=None, end=None, /)", "Like find(), but raises ValueError when sub is absent.") {
  COIL_TRY(FindArguments find, find_arguments_reenter(vm, args, "index"));
  size_t found = find_text(find.text, find.needle, find.bounds.start, find.bounds.end);
  if (found == kNotFound) return raise_value_error(vm, "substring not found");
  return position(found);
}

NATIVE(str_rindex, "rindex(self, sub=..., start=None, end=None, /)", "Like rfind(), but raises ValueError when sub is absent.") {
  COIL_TRY(FindArguments find, find_arguments_reenter(vm, args, "rindex"));
  size_t found = rfind_text(find.text, find.needle, find.bounds.start, find.bounds.end);
  if (found == kNotFound) return raise_value_error(vm, "substring not found");
  return position(found);
}

size_t count_text(const StrView& text, const StrView& needle, size_t start, size_t end, size_t limit = ~size_t{0}) {
  if (start > end) return 0;
  if (!needle.length) return std::min(end - start + 1, limit);
  size_t count = 0;
  if (needle.length == 1 && limit == ~size_t{0}) {
    if (text.wide) return count_char(text.chars() + start, end - start, needle[0]);
    return needle.wide ? 0 : count_char(text.narrow() + start, end - start, needle.narrow()[0]);
  }
  while (count < limit) {
    size_t found = find_text(text, needle, start, end);
    if (found == kNotFound) break;
    count++;
    start = found + needle.length;
  }
  return count;
}

NATIVE(str_count, "count(self, sub=..., start=None, end=None, /)", "Number of non-overlapping occurrences of sub within [start:end].") {
  COIL_TRY(FindArguments find, find_arguments_reenter(vm, args, "count"));
  return Value::small_int(static_cast<int64_t>(count_text(find.text, find.needle, find.bounds.start, find.bounds.end)));
}

bool matches_at(const StrView& text, const StrView& part, size_t at) {
  if (text.wide == part.wide) {
    size_t width = text.wide ? sizeof(Char) : 1;
    return part.length == 0 || std::memcmp(static_cast<const char*>(text.data) + at * width, part.data, part.length * width) == 0;
  }
  for (size_t i = 0; i < part.length; i++) {
    if (text[at + i] != part[i]) return false;
  }
  return true;
}

bool tail_matches(const StrView& text, const StrView& part, Bounds bounds, bool at_end) {
  if (bounds.start > bounds.end || part.length > bounds.end - bounds.start) return false;
  return matches_at(text, part, at_end ? bounds.end - part.length : bounds.start);
}

Result<Value> starts_or_ends_reenter(Vm& vm, Args args, bool at_end, const char* name) {
  if (!args.has(1)) return raise_type_error(vm, "%s() takes at least 1 argument (0 given)", name);
  COIL_TRY(int64_t start, slice_index_reenter(vm, args[2], 0));
  COIL_TRY(int64_t end, slice_index_reenter(vm, args[3], INT64_MAX));
  StrView text = view(args[0]);
  Bounds bounds = clamp_bounds(start, end, text.length);
  if (args[1].is(Kind::Tuple)) {
    Tuple* parts = args[1].as<Tuple>();
    for (size_t i = 0; i < parts->size; i++) {
      if (!parts->items[i].is(Kind::Str)) {
        return raise_type_error(vm, "tuple for %s must only contain str, not %s", name, type_name(parts->items[i]));
      }
      if (tail_matches(text, view(parts->items[i]), bounds, at_end)) return Value::boolean(true);
    }
    return Value::boolean(false);
  }
  if (!args[1].is(Kind::Str)) {
    return raise_type_error(vm, "%s first arg must be str or a tuple of str, not %s", name, type_name(args[1]));
  }
  return Value::boolean(tail_matches(text, view(args[1]), bounds, at_end));
}

NATIVE(str_startswith, "startswith(self, prefix=..., start=None, end=None, /)", "Whether the text begins with the prefix or with one of a tuple.") {
  return starts_or_ends_reenter(vm, args, false, "startswith");
}

NATIVE(str_endswith, "endswith(self, suffix=..., start=None, end=None, /)", "Whether the text ends with the suffix or with one of a tuple.") {
  return starts_or_ends_reenter(vm, args, true, "endswith");
}

NATIVE(str_removeprefix, "removeprefix(self, prefix, /)", "The text without the prefix, if it has it.") {
  if (!args[1].is(Kind::Str)) return raise_type_error(vm, "removeprefix() argument must be str, not %s", argument_type_name(args[1]));
  Str* str = self_as<Str>(args);
  StrView text = view(str), part = view(args[1]);
  bool match = tail_matches(text, part, {0, text.length}, false);
  return substring(vm, str, match ? part.length : 0, text.length);
}

NATIVE(str_removesuffix, "removesuffix(self, suffix, /)", "The text without the suffix, if it has it.") {
  if (!args[1].is(Kind::Str)) return raise_type_error(vm, "removesuffix() argument must be str, not %s", argument_type_name(args[1]));
  Str* str = self_as<Str>(args);
  StrView text = view(str), part = view(args[1]);
  bool match = part.length && tail_matches(text, part, {0, text.length}, true);
  return substring(vm, str, 0, text.length - (match ? part.length : 0));
}

/// Every `from` by `to`, characters of one width; the text has some.
Result<Str*> exchange(Vm& vm, const StrView& text, Char from, Char to, bool wide, bool ascii) {
  COIL_TRY(Str* result, new_str_uninitialized(vm, text.length, wide, ascii));
  uint8_t* out = str_data(result);
  if (!wide) exchange_chars(out, text.narrow(), text.length, static_cast<uint8_t>(from), static_cast<uint8_t>(to));
  else if (text.wide) exchange_chars(reinterpret_cast<Char*>(out), text.chars(), text.length, from, to);
  else exchange_chars(reinterpret_cast<Char*>(out), text.narrow(), text.length, static_cast<uint8_t>(from), to);
  return narrowest(vm, result);
}

/// What is between the first `found` occurrences of `before`, with `after` between.
void put_replaced(StrWriter& out, const StrView& text, const StrView& before, const StrView& after, size_t found) {
  size_t at = 0;
  for (size_t i = 0; i < found; i++) {
    size_t next = before.length ? find_text(text, before, at, text.length) : i;
    out.put(text, at, next);
    out.put(after);
    at = next + before.length;
  }
  out.put(text, at, text.length);
}

NATIVE(str_replace, "replace(self, old, new, count=-1, /)", "A copy with occurrences of old replaced by new; all of them when count is negative.") {
  COIL_TRY(Str* old_str, str_argument(vm, args[1], "replace", "1"));
  COIL_TRY(Str* new_str, str_argument(vm, args[2], "replace", "2"));
  int64_t count = -1;
  if (args.has(3)) {
    COIL_TRY(count, ssize_argument_reenter(vm, args[3]));
  }
  Str* str = self_as<Str>(args);
  StrView text = view(str), before = view(old_str), after = view(new_str);
  size_t limit = count < 0 ? ~size_t{0} : static_cast<size_t>(count);
  size_t first = find_text(text, before, 0, text.length);
  if (first == kNotFound || !limit || str_equal(old_str, new_str)) return exact_str(vm, str);
  bool wide = text.wide || after.wide, ascii = text.ascii && after.ascii;
  if (before.length == 1 && after.length == 1 && limit == ~size_t{0}) return exchange(vm, text, before[0], after[0], wide, ascii);
  size_t found = count_text(text, before, first, text.length, limit);
  size_t gain, total;
  if (__builtin_mul_overflow(found, after.length, &gain) ||
      __builtin_add_overflow(gain, text.length - found * before.length, &total) || total > INT64_MAX) {
    return raise(vm, Exc::OverflowError, "replace string is too long");
  }
  if (!total) return vm.empty_str;
  COIL_TRY(Str* result, new_str_uninitialized(vm, total, wide, ascii));
  StrWriter out(result);
  put_replaced(out, text, before, after, found);
  return narrowest(vm, result);
}

NATIVE(str_join, "join(self, iterable, /)", "Concatenate the strings of an iterable with this one between them.") {
  Value* items;
  size_t count;
  COIL_TRY(Value sequence, list_or_tuple_reenter(vm, args[1], "can only join an iterable"));
  if (sequence.is(Kind::Tuple)) {
    items = sequence.as<Tuple>()->items;
    count = sequence.as<Tuple>()->size;
  } else {
    count = sequence.as<List>()->size;
    items = count ? sequence.as<List>()->items() : nullptr;
  }
  if (!count) return vm.empty_str;
  StrView separator = view(args[0]);
  size_t total = 0;
  bool wide = false, ascii = true;
  for (size_t i = 0; i < count; i++) {
    if (!items[i].is(Kind::Str)) {
      return raise_type_error(vm, "sequence item %zu: expected str instance, %s found", i, type_name(items[i]));
    }
    Str* item = items[i].as<Str>();
    total += item->length;
    wide |= (item->flags & kStrWide) != 0;
    ascii &= (item->flags & kStrAscii) != 0;
  }
  if (count == 1) return exact_str(vm, items[0].as<Str>());
  wide |= separator.wide;
  ascii &= separator.ascii;
  size_t between;
  if (__builtin_mul_overflow(separator.length, count - 1, &between) || __builtin_add_overflow(total, between, &total) ||
      total > INT64_MAX) {
    return raise(vm, Exc::OverflowError, "join() result is too long for a Python string");
  }
  if (!total) return vm.empty_str;
  if (total == 1) {
    StrBuilder out(vm);
    for (size_t i = 0; i < count; i++) {
      if (i) out.add_range(separator, 0, separator.length);
      out.add_str(items[i].as<Str>());
    }
    return out.finish();
  }
  COIL_TRY(Str* result, new_str_uninitialized(vm, total, wide, ascii));
  StrWriter out(result);
  for (size_t i = 0; i < count; i++) {
    if (i) out.put(separator);
    out.put(view(items[i]));
  }
  return result;
}

// -- padding

Result<Str*> padded(Vm& vm, Str* str, size_t left, size_t right, Char fill) {
  if (!left && !right) return exact_str(vm, str);
  size_t total;
  if (__builtin_add_overflow(left, right, &total) || __builtin_add_overflow(total, str->length, &total) || total > kMaxStrLength) {
    return raise_memory_error(vm);
  }
  StrView text = view(str);
  if (total == 1) return new_str_char(vm, fill);
  COIL_TRY(Str* result, new_str_uninitialized(vm, total, text.wide || fill > 255, text.ascii && fill < 128));
  StrWriter out(result);
  out.fill(fill, left);
  out.put(text);
  out.fill(fill, right);
  return result;
}

struct PadArguments {
  size_t missing;
  Char fill;
};

Result<PadArguments> pad_arguments_reenter(Vm& vm, Args args) {
  COIL_TRY(int64_t width, ssize_argument_reenter(vm, args[1]));
  Char fill = ' ';
  if (args.has(2)) {
    if (!args[2].is(Kind::Str)) {
      return raise_type_error(vm, "The fill character must be a unicode character, not %s", type_name(args[2]));
    }
    if (args[2].as<Str>()->length != 1) return raise_type_error(vm, "The fill character must be exactly one character long");
    fill = view(args[2])[0];
  }
  int64_t length = args[0].as<Str>()->length;
  return PadArguments{width > length ? static_cast<size_t>(width - length) : 0, fill};
}

NATIVE(str_center, "center(self, width, fillchar=' ', /)", "The text centred in a field of the given width.") {
  COIL_TRY(PadArguments pad, pad_arguments_reenter(vm, args));
  size_t width = pad.missing + args[0].as<Str>()->length;
  size_t left = pad.missing / 2 + (pad.missing & width & 1);
  return padded(vm, self_as<Str>(args), left, pad.missing - left, pad.fill);
}

NATIVE(str_ljust, "ljust(self, width, fillchar=' ', /)", "The text at the left of a field of the given width.") {
  COIL_TRY(PadArguments pad, pad_arguments_reenter(vm, args));
  return padded(vm, self_as<Str>(args), 0, pad.missing, pad.fill);
}

NATIVE(str_rjust, "rjust(self, width, fillchar=' ', /)", "The text at the right of a field of the given width.") {
  COIL_TRY(PadArguments pad, pad_arguments_reenter(vm, args));
  return padded(vm, self_as<Str>(args), pad.missing, 0, pad.fill);
}

NATIVE(str_zfill, "zfill(self, width, /)", "Pad with zeros on the left, behind a sign.") {
  COIL_TRY(int64_t width, ssize_argument_reenter(vm, args[1]));
  Str* str = self_as<Str>(args);
  StrView text = view(str);
  if (width <= static_cast<int64_t>(text.length)) return exact_str(vm, str);
  size_t sign = text.length && (text[0] == '+' || text[0] == '-');
  if (width == 1) return new_str_char(vm, '0');
  COIL_TRY(Str* result, new_str_uninitialized(vm, static_cast<size_t>(width), text.wide, text.ascii));
  StrWriter out(result);
  out.put(text, 0, sign);
  out.fill('0', static_cast<size_t>(width) - text.length);
  out.put(text, sign, text.length);
  return result;
}

NATIVE(str_expandtabs, "expandtabs(self, tabsize=8)", "A copy with tabs replaced by blanks up to the next multiple of tabsize.") {
  int tab = 8;
  if (args.has(1)) {
    COIL_TRY(tab, int_argument_reenter(vm, args[1]));
  }
  Str* str = self_as<Str>(args);
  StrView text = view(str);
  if (!text.wide && find_bytes(text.narrow(), text.length, reinterpret_cast<const uint8_t*>("\t"), 1) == kNotFound) return exact_str(vm, str);
  COIL_CHECK(expanded_length(vm, text.length, tab, [&](size_t i) { return text[i]; }));
  StrBuilder out(vm);
  size_t column = 0, copied = 0;
  for (size_t i = 0; i < text.length; i++) {
    Char c = text[i];
    if (c == '\t') {
      out.add_range(text, copied, i);
      copied = i + 1;
      if (tab > 0) {
        size_t blanks = static_cast<size_t>(tab) - column % static_cast<size_t>(tab);
        out.add_repeated(' ', blanks);
        column += blanks;
      }
    } else {
      column = c == '\n' || c == '\r' ? 0 : column + 1;
    }
  }
  if (!copied) return exact_str(vm, str);
  out.add_range(text, copied, text.length);
  return out.finish();
}

// -- stripping

Result<Value> strip(Vm& vm, Args args, bool left, bool right, const char* name) {
  Str* str = self_as<Str>(args);
  StrView text = view(str);
  size_t start = 0, end = text.length;
  Value set = args.get(1, none());
  if (set.is_none()) {
    if (left) while (start < end && is_text_space(text[start])) start++;
    if (right) while (end > start && is_text_space(text[end - 1])) end--;
  } else if (set.is(Kind::Str)) {
    StrView chars = view(set);
    uint64_t bloom = 0;
    for (size_t i = 0; i < chars.length; i++) bloom |= uint64_t{1} << (chars[i] & 63);
    auto has = [&](Char c) {
      if (!(bloom >> (c & 63) & 1)) return false;
      for (size_t i = 0; i < chars.length; i++) {
        if (chars[i] == c) return true;
      }
      return false;
    };
    if (left) while (start < end && has(text[start])) start++;
    if (right) while (end > start && has(text[end - 1])) end--;
  } else {
    return raise_type_error(vm, "%s arg must be None or str", name);
  }
  return substring(vm, str, start, end);
}

NATIVE(str_strip, "strip(self, chars=None, /)", "The text without leading and trailing whitespace, or characters of chars.") {
  return strip(vm, args, true, true, "strip");
}
NATIVE(str_lstrip, "lstrip(self, chars=None, /)", "The text without leading whitespace, or characters of chars.") {
  return strip(vm, args, true, false, "lstrip");
}
NATIVE(str_rstrip, "rstrip(self, chars=None, /)", "The text without trailing whitespace, or characters of chars.") {
  return strip(vm, args, false, true, "rstrip");
}

// -- translating

/// What a table said about ASCII characters: it is asked once for each.
struct KnownCharacters {
  static constexpr Char kDeleted = 0x110000, kUnknown = 0x110001;
  Char to[128];
  KnownCharacters() { std::fill_n(to, 128, kUnknown); }
};

/// The character that a table's answer stands for, or one of KnownCharacters; other text goes to `out` at once.
Result<Char> translated(Vm& vm, Char c, Value answer, StrBuilder& out) {
  if (answer.is_stop()) return c;
  if (answer.is_none()) return KnownCharacters::kDeleted;
  if (answer.is_int()) {
    int64_t number;
    if (int_to_i64(answer, &number) && number >= 0 && number <= 0x10ffff) return static_cast<Char>(number);
    return raise_value_error(vm, "character mapping must be in range(0x110000)");
  }
  if (!answer.is(Kind::Str)) return raise_type_error(vm, "character mapping must return integer, None or str");
  if (answer.as<Str>()->length == 1) return view(answer)[0];
  out.add_str(answer.as<Str>());
  return KnownCharacters::kUnknown;
}

/// Goes on while characters have a known answer that is ASCII or nothing; returns the place of the first other one.
size_t copy_known(const StrView& text, size_t i, const KnownCharacters& known, StrBuilder& out) {
  char piece[256];
  size_t size = 0;
  for (; i < text.length && text[i] < 128; i++) {
    Char to = known.to[text[i]];
    if (to == KnownCharacters::kDeleted) continue;
    if (to >= 128) break;
    if (size == sizeof piece) {
      out.add({piece, size});
      size = 0;
    }
    piece[size++] = static_cast<char>(to);
  }
  out.add({piece, size});
  return i;
}

NATIVE(str_translate, "translate(self, table, /)", "Replace each character by what the table gives for its number: None deletes it.") {
  Value table = args[1];
  StrView text = view(args[0]);
  StrBuilder out(vm);
  const bool from_dict = is_exact(table, Kind::Dict);
  KnownCharacters known;
  for (size_t i = 0; i < text.length; i++) {
    i = copy_known(text, i, known, out);
    if (i == text.length) break;
    Char c = text[i];
    if (c < 128 && known.to[c] < KnownCharacters::kDeleted) {
      out.add_char(known.to[c]);
      continue;
    }
    Result<Value> found = from_dict ? dict_get_reenter(vm, table.as<Dict>(), Value::small_int(c))
                                    : get_item_reenter(vm, table, Value::small_int(c));
    if (!found) {
      if (!pending_matches(vm, Exc::LookupError)) return Error{};
      clear_pending(vm);
      found = Value::stop();
    }
    COIL_TRY(Char to, translated(vm, c, *found, out));
    if (c < 128 && to != KnownCharacters::kUnknown) known.to[c] = to;
    if (to < KnownCharacters::kDeleted) out.add_char(to);
  }
  return out.finish();
}

NATIVE(str_maketrans, "maketrans(x, y=None, z=None, /)", "A table for translate(): from a dict, or from two strings of equal length and one of characters to delete.") {
  COIL_TRY(Dict* table, new_dict(vm));
  if (!args.has(1)) {
    if (!is_exact(args[0], Kind::Dict)) {
      return raise_type_error(vm, "if you give only one argument to maketrans it must be a dict");
    }
    Value key, value;
    for (size_t at = 0; dict_next(args[0].as<Dict>(), &at, &key, &value);) {
      if (key.is(Kind::Str)) {
        if (key.as<Str>()->length != 1) return raise_value_error(vm, "string keys in translate table must be of length 1");
        key = Value::small_int(view(key)[0]);
      } else if (!key.is_int()) {
        return raise_type_error(vm, "keys in translate table must be strings or integers");
      }
      COIL_CHECK(dict_set_reenter(vm, table, key, value));
    }
    return table;
  }
  COIL_TRY(Str* to, str_argument(vm, args[1], "maketrans", "2"));
  Str* deleted = nullptr;
  if (args.has(2)) {
    COIL_TRY(deleted, str_argument(vm, args[2], "maketrans", "3"));
  }
  if (!args[0].is(Kind::Str)) {
    return raise_type_error(vm, "first maketrans argument must be a string if there is a second argument");
  }
  StrView from_text = view(args[0]), to_text = view(to);
  if (from_text.length != to_text.length) {
    return raise_value_error(vm, "the first two maketrans arguments must have equal length");
  }
  for (size_t i = 0; i < from_text.length; i++) {
    COIL_CHECK(dict_set_reenter(vm, table, Value::small_int(from_text[i]), Value::small_int(to_text[i])));
  }
  for (size_t i = 0; deleted && i < deleted->length; i++) {
    COIL_CHECK(dict_set_reenter(vm, table, Value::small_int(view(deleted)[i]), none()));
  }
  return table;
}

// -- conversion

NATIVE(str_encode, "encode(self, encoding='utf-8', errors='strict')", "The text as bytes of an encoding.") {
  std::string encoding = "utf-8", errors = "strict";
  if (args.has(1)) {
    COIL_TRY(Str* name, str_argument(vm, args[1], "encode", "'encoding'"));
    encoding = str_utf8(name);
  }
  if (args.has(2)) {
    COIL_TRY(Str* name, str_argument(vm, args[2], "encode", "'errors'"));
    errors = str_utf8(name);
  }
  return encode_str(vm, self_as<Str>(args), encoding, errors);
}

NATIVE(str_getnewargs, "__getnewargs__(self, /)", "Arguments to make a copy with.") {
  COIL_TRY(Str* copy, exact_str(vm, self_as<Str>(args)));
  return make_tuple(vm, {copy});
}

NATIVE(str_sizeof, "__sizeof__(self, /)", "Size in memory, in bytes.") {
  StrView text = view(args[0]);
  return Value::small_int(static_cast<int64_t>(sizeof(Cell) + 8 + text.length * (text.wide ? sizeof(Char) : 1)));
}

}  // namespace

void setup_str_methods(Vm& vm) {
  define_class(vm, vm.type(Kind::Str),
               {&str_find_spec, &str_rfind_spec, &str_index_spec, &str_rindex_spec, &str_count_spec, &str_startswith_spec,
                &str_endswith_spec, &str_removeprefix_spec, &str_removesuffix_spec, &str_replace_spec, &str_join_spec,
                &str_center_spec, &str_ljust_spec, &str_rjust_spec, &str_zfill_spec, &str_expandtabs_spec, &str_strip_spec,
                &str_lstrip_spec, &str_rstrip_spec, &str_translate_spec, &str_maketrans_spec, &str_encode_spec,
                &str_getnewargs_spec, &str_sizeof_spec},
               {});
}

}  // namespace coil
