// Bounded reprs after the limits of reprlib, and the text of a call. Cold: everything here serves error reports and reprs.
#include "async/describe.hpp"

#include <cinttypes>
#include <cstdio>

#include "objects/protocol.hpp"
#include "objects/str.hpp"
#include "vm/interpreter.hpp"

namespace coil {

namespace {

constexpr size_t kMaxText = 30, kMaxInt = 40, kMaxItems = 6, kMaxEntries = 4;
constexpr int kMaxLevel = 6;

Result<std::string> short_repr_level(Vm& vm, Value value, int level);

/// Keeps `limit` characters of the text: its beginning, "..." and its end.
Result<std::string> cut_middle(Vm& vm, Str* text, size_t limit) {
  if (text->length <= limit) return str_utf8(text);
  size_t head = (limit - 3) / 2, tail = limit - 3 - head;
  COIL_TRY(Str* begin, substring(vm, text, 0, head));
  COIL_TRY(Str* end, substring(vm, text, text->length - tail, text->length));
  return str_utf8(begin) + "..." + str_utf8(end);
}

Result<std::string> short_str(Vm& vm, Str* text) {
  COIL_TRY(Str* head, substring(vm, text, 0, std::min<size_t>(text->length, kMaxText)));
  COIL_TRY(Str* quoted, repr_reenter(vm, head));
  if (quoted->length <= kMaxText) return str_utf8(quoted);
  size_t begin = (kMaxText - 3) / 2, end = kMaxText - 3 - begin;
  COIL_TRY(Str* first, substring(vm, text, 0, std::min<size_t>(text->length, begin)));
  COIL_TRY(Str* last, substring(vm, text, text->length > end ? text->length - end : 0, text->length));
  COIL_TRY(Str* joined, concat_str(vm, first, last));
  COIL_TRY(Str* ends, repr_reenter(vm, joined));
  COIL_TRY(Str* left, substring(vm, ends, 0, begin));
  COIL_TRY(Str* right, substring(vm, ends, ends->length - end, ends->length));
  return str_utf8(left) + "..." + str_utf8(right);
}

Result<std::string> short_items(Vm& vm, List* items, int level, const char* left, const char* right, const char* after_single) {
  if (level <= 0 && items->size) return std::string(left) + "..." + right;
  std::string text = left;
  for (size_t i = 0; i < items->size && i < kMaxItems; i++) {
    COIL_TRY(std::string item, short_repr_level(vm, items->items()[i], level - 1));
    if (i) text += ", ";
    text += item;
  }
  if (items->size > kMaxItems) text += ", ...";
  if (items->size == 1) text += after_single;
  return text + right;
}

/// The items of an iterable, sorted when they can be.
Result<List*> sorted_items(Vm& vm, Value iterable) {
  Value sorted = dict_get_str(vm.builtins, intern(vm, "sorted"));
  if (sorted) {
    Result<Value> items = call_reenter(vm, sorted, {iterable});
    if (items) return (*items).as<List>();
    clear_pending(vm);
  }
  return list_from_iterable_reenter(vm, iterable);
}

Result<std::string> short_dict(Vm& vm, Dict* dict, int level) {
  if (dict->used == 0) return std::string("{}");
  if (level <= 0) return std::string("{...}");
  COIL_TRY(List* keys, sorted_items(vm, dict));
  std::string text = "{";
  for (size_t i = 0; i < keys->size && i < kMaxEntries; i++) {
    Value key = keys->items()[i];
    COIL_TRY(Value value, get_item_reenter(vm, dict, key));
    COIL_TRY(std::string key_text, short_repr_level(vm, key, level - 1));
    COIL_TRY(std::string value_text, short_repr_level(vm, value, level - 1));
    if (i) text += ", ";
    text += key_text + ": " + value_text;
  }
  if (keys->size > kMaxEntries) text += ", ...";
  return text + "}";
}

Result<std::string> short_repr_level(Vm& vm, Value value, int level) {
  COIL_GUARD(vm, " while getting the repr of an object");
  if (is_exact(value, Kind::Str)) return short_str(vm, value.as<Str>());
  if (is_exact(value, Kind::Dict)) return short_dict(vm, value.as<Dict>(), level);
  if (is_exact(value, Kind::List) || is_exact(value, Kind::Tuple)) {
    COIL_TRY(List* items, list_from_iterable_reenter(vm, value));
    return value.is(Kind::List) ? short_items(vm, items, level, "[", "]", "") : short_items(vm, items, level, "(", ")", ",");
  }
  if (is_exact(value, Kind::Set) || is_exact(value, Kind::FrozenSet)) {
    COIL_TRY(List* items, sorted_items(vm, value));
    bool frozen = value.is(Kind::FrozenSet);
    if (items->size == 0) return std::string(frozen ? "frozenset()" : "set()");
    return frozen ? short_items(vm, items, level, "frozenset({", "})", "") : short_items(vm, items, level, "{", "}", "");
  }
  Result<Str*> text = repr_reenter(vm, value);
  if (text) return cut_middle(vm, *text, class_of(value) == vm.type(Kind::Int) ? kMaxInt : kMaxText);
  if (!pending_matches(vm, Exc::Exception)) return Error{};
  clear_pending(vm);
  char place[32];
  std::snprintf(place, sizeof place, "0x%" PRIxPTR, reinterpret_cast<uintptr_t>(value.cell()));
  return std::string("<") + type_name(value) + " instance at " + place + ">";
}

/// functools.partial.
bool is_partial(Value callback) {
  std::string_view name = type_name(callback);
  return name == "functools.partial" || name == "partial";
}

Result<std::string> describe_arguments(Vm& vm, Value args, Value keywords) {
  std::string text = "(";
  const char* separator = "";
  if (args.is(Kind::Tuple)) {
    for (size_t i = 0; i < args.as<Tuple>()->size; i++) {
      COIL_TRY(std::string argument, short_repr_reenter(vm, args.as<Tuple>()->items[i]));
      text += separator + argument;
      separator = ", ";
    }
  }
  if (keywords.is(Kind::Dict)) {
    COIL_TRY(List* names, list_from_iterable_reenter(vm, keywords));
    for (size_t i = 0; i < names->size; i++) {
      COIL_TRY(Value value, get_item_reenter(vm, keywords, names->items()[i]));
      COIL_TRY(std::string argument, short_repr_reenter(vm, value));
      COIL_TRY(Str* name, str_reenter(vm, names->items()[i]));
      text += separator + str_utf8(name) + "=" + argument;
      separator = ", ";
    }
  }
  return text + ")";
}

/// What decorators and partials wrap.
Result<Value> unwrapped_reenter(Vm& vm, Value callback) {
  constexpr int kMaxWrappers = 1000;
  for (int i = 0; i < kMaxWrappers; i++) {
    bool partial = is_partial(callback) || std::string_view(type_name(callback)) == "partialmethod";
    COIL_TRY(Value wrapped, find_attr_reenter(vm, callback, intern(vm, partial ? "func" : "__wrapped__")));
    if (wrapped.is_stop()) break;
    callback = wrapped;
  }
  return callback;
}

}  // namespace

Result<std::string> short_repr_reenter(Vm& vm, Value value) { return short_repr_level(vm, value, kMaxLevel); }

Result<std::string> describe_call_reenter(Vm& vm, Value callback, Tuple* args) {
  Value arguments = args;
  std::string suffix;
  Value keywords;
  // functools.partial shows what it wraps, with both argument lists.
  while (is_partial(callback)) {
    COIL_TRY(Value wrapped, find_attr_reenter(vm, callback, intern(vm, "func")));
    if (!wrapped) break;
    COIL_TRY(std::string given, describe_arguments(vm, arguments, keywords));
    suffix = given + suffix;
    COIL_TRY(arguments, find_attr_reenter(vm, callback, intern(vm, "args")));
    COIL_TRY(keywords, find_attr_reenter(vm, callback, intern(vm, "keywords")));
    callback = wrapped;
  }
  COIL_TRY(Value name, find_attr_reenter(vm, callback, vm.name(Name::qualname_)));
  if (!name.is(Kind::Str)) {
    COIL_TRY(Str* text, repr_reenter(vm, callback));
    name = text;
  }
  COIL_TRY(std::string given, describe_arguments(vm, arguments, keywords));
  std::string text = str_utf8(name) + given + suffix;
  COIL_TRY(callback, unwrapped_reenter(vm, callback));
  if (!callback.is(Kind::Function)) return text;
  Code* code = callback.as<Function>()->code;
  return text + " at " + str_utf8(code->filename) + ":" + std::to_string(code->unit->first_line);
}

}  // namespace coil
