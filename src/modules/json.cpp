// Module _json: the scanner and the encoder behind json. The classes, and everything that is not hot, are in stdlib/json.
//
// The encoder runs language code (default(), __iter__ of subclasses) in the middle of a container, so it works on snapshots of the items.
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "modules/support.hpp"

namespace coil {

namespace {

// -- decoding

struct Scanner {
  Vm& vm;
  Str* source;
  StrView text;
  Value decoder;     // what hooks are read from
  Value object_hook, object_pairs_hook, parse_float, parse_int, parse_constant, error_class;
  bool strict;
  Dict* memo;        // keys seen, so that equal keys are one object

  Scanner(Vm& machine, Str* str) : vm(machine), source(str), text(view(str)) {}

  Char at(size_t i) const { return i < text.length ? text[i] : 0; }
  bool has(size_t i) const { return i < text.length; }
  void skip_blanks(size_t* i) const {
    while (*i < text.length) {
      Char c = text[*i];
      if (c != ' ' && c != '\n' && c != '\t' && c != '\r') return;
      ++*i;
    }
  }
  bool matches(size_t i, const char* word) const {
    for (; *word; word++, i++) {
      if (!has(i) || text[i] != static_cast<Char>(*word)) return false;
    }
    return true;
  }

  Error fail(const char* message, size_t position) {
    COIL_TRY(Str* shown, new_str(vm, message));
    COIL_TRY(Value exception, call_reenter(vm, error_class, {shown, source, Value::small_int(static_cast<int64_t>(position))}));
    return raise_exception(vm, exception);
  }
  /// No value here: what raw_decode() turns into "Expecting value".
  Error fail_value(size_t position) { return fail("Expecting value", position); }

  Result<Value> scan_string(size_t begin, size_t* end);
  Result<Value> scan_number(size_t begin, size_t* end);
  Result<Value> scan_array(size_t i, size_t* end);
  Result<Value> scan_object(size_t i, size_t* end);
  Result<Value> scan_value(size_t i, size_t* end);
  Result<Value> constant(const char* name) {
    COIL_TRY(Str* text_of_it, new_str_ascii(vm, name));
    return call_reenter(vm, parse_constant, {text_of_it});
  }
};

/// `begin` is after the quote.
Result<Value> Scanner::scan_string(size_t begin, size_t* end) {
  size_t i = begin;
  for (; i < text.length; i++) {
    Char c = text[i];
    if (c == '"') {
      *end = i + 1;
      return substring(vm, source, begin, i);
    }
    if (c == '\\' || (c < 0x20 && strict)) break;
  }
  StrBuilder out(vm);
  out.add_range(text, begin, i);
  auto hex4 = [&](size_t from, Char* out_char) {
    if (from + 4 > text.length) return false;
    Char value = 0;
    for (size_t k = from; k < from + 4; k++) {
      Char c = text[k];
      Char digit;
      if (c >= '0' && c <= '9') digit = c - '0';
      else if (c >= 'a' && c <= 'f') digit = c - 'a' + 10;
      else if (c >= 'A' && c <= 'F') digit = c - 'A' + 10;
      else return false;
      value = value * 16 + digit;
    }
    *out_char = value;
    return true;
  };
  while (i < text.length) {
    Char c = text[i];
    if (c == '"') {
      *end = i + 1;
      return out.finish();
    }
    if (c < 0x20 && strict) return fail("Invalid control character at", i);
    if (c != '\\') {
      size_t run = i;
      while (i < text.length && text[i] != '"' && text[i] != '\\' && (text[i] >= 0x20 || !strict)) i++;
      out.add_range(text, run, i);
      continue;
    }
    if (!has(i + 1)) return fail("Unterminated string starting at", begin - 1);
    Char escape = text[i + 1];
    if (escape == 'u') {
      Char value;
      if (!hex4(i + 2, &value)) return fail("Invalid \\uXXXX escape", i + 2 - 1);
      i += 6;
      Char low;
      if (value >= 0xd800 && value < 0xdc00 && has(i + 1) && text[i] == '\\' && text[i + 1] == 'u' && hex4(i + 2, &low) && low >= 0xdc00 &&
          low < 0xe000) {
        value = 0x10000 + ((value - 0xd800) << 10) + (low - 0xdc00);
        i += 6;
      }
      out.add_char(value);
      continue;
    }
    switch (escape) {
      case '"': case '\\': case '/': out.add_char(escape); break;
      case 'b': out.add_char('\b'); break;
      case 'f': out.add_char('\f'); break;
      case 'n': out.add_char('\n'); break;
      case 'r': out.add_char('\r'); break;
      case 't': out.add_char('\t'); break;
      default: return fail("Invalid \\escape", i);
    }
    i += 2;
  }
  return fail("Unterminated string starting at", begin - 1);
}

Result<Value> Scanner::scan_number(size_t begin, size_t* end) {
  size_t i = begin;
  auto digit = [&](size_t k) { return has(k) && text[k] >= '0' && text[k] <= '9'; };
  if (at(i) == '-') i++;
  if (!digit(i)) return fail_value(begin);
  if (text[i] == '0') i++;
  else while (digit(i)) i++;
  bool is_float = false;
  if (at(i) == '.' && digit(i + 1)) {
    is_float = true;
    i++;
    while (digit(i)) i++;
  }
  if (at(i) == 'e' || at(i) == 'E') {
    size_t k = i + 1;
    if (at(k) == '+' || at(k) == '-') k++;
    if (digit(k)) {
      is_float = true;
      while (digit(k)) k++;
      i = k;
    }
  }
  *end = i;
  std::string digits;
  digits.reserve(i - begin);
  for (size_t k = begin; k < i; k++) digits.push_back(static_cast<char>(text[k]));
  Value convert = is_float ? parse_float : parse_int;
  if (!convert.is_none()) {
    COIL_TRY(Str* shown, new_str_ascii(vm, digits));
    return call_reenter(vm, convert, {shown});
  }
  if (is_float) {
    COIL_TRY(double number, float_from_text(vm, digits, none()));
    return make_float(vm, number);
  }
  if (digits.size() <= 18) return Value::small_int(std::strtoll(digits.c_str(), nullptr, 10));
  COIL_TRY(Str* shown, new_str_ascii(vm, digits));
  return int_from_text(vm, digits, 10, shown);
}

Result<Value> Scanner::scan_array(size_t i, size_t* end) {
  COIL_GUARD(vm, " while decoding a JSON array from a unicode string");
  COIL_TRY(List* list, new_list(vm));
  skip_blanks(&i);
  if (at(i) == ']' && has(i)) {
    *end = i + 1;
    return Value(list);
  }
  for (;;) {
    COIL_TRY(Value item, scan_value(i, &i));
    COIL_CHECK(list_append(vm, list, item));
    skip_blanks(&i);
    if (has(i) && text[i] == ']') {
      *end = i + 1;
      return Value(list);
    }
    if (at(i) != ',') return fail("Expecting ',' delimiter", i);
    i++;
    skip_blanks(&i);
  }
}

Result<Value> Scanner::scan_object(size_t i, size_t* end) {
  COIL_GUARD(vm, " while decoding a JSON object from a unicode string");
  bool as_pairs = !object_pairs_hook.is_none();
  COIL_TRY(List* pairs, new_list(vm));
  COIL_TRY(Dict* dict, new_dict(vm));
  skip_blanks(&i);
  if (!(has(i) && text[i] == '}')) {
    for (;;) {
      if (at(i) != '"') return fail("Expecting property name enclosed in double quotes", i);
      COIL_TRY(Value key, scan_string(i + 1, &i));
      Value known = dict_get_str(memo, key.as<Str>());
      if (known) key = known;
      else COIL_CHECK(dict_set_str(vm, memo, key.as<Str>(), key));
      skip_blanks(&i);
      if (at(i) != ':') return fail("Expecting ':' delimiter", i);
      i++;
      skip_blanks(&i);
      COIL_TRY(Value item, scan_value(i, &i));
      if (as_pairs) {
        COIL_TRY(Tuple* pair, make_tuple(vm, {key, item}));
        COIL_CHECK(list_append(vm, pairs, pair));
      } else {
        COIL_CHECK(dict_set_str(vm, dict, key.as<Str>(), item));
      }
      skip_blanks(&i);
      if (has(i) && text[i] == '}') break;
      if (at(i) != ',') return fail("Expecting ',' delimiter", i);
      i++;
      skip_blanks(&i);
    }
  }
  *end = i + 1;
  if (as_pairs) return call_reenter(vm, object_pairs_hook, {pairs});
  if (!object_hook.is_none()) return call_reenter(vm, object_hook, {dict});
  return Value(dict);
}

Result<Value> Scanner::scan_value(size_t i, size_t* end) {
  if (!has(i)) return fail_value(i);
  switch (text[i]) {
    case '"': return scan_string(i + 1, end);
    case '{': return scan_object(i + 1, end);
    case '[': return scan_array(i + 1, end);
    case 'n':
      if (matches(i, "null")) { *end = i + 4; return none(); }
      break;
    case 't':
      if (matches(i, "true")) { *end = i + 4; return Value::boolean(true); }
      break;
    case 'f':
      if (matches(i, "false")) { *end = i + 5; return Value::boolean(false); }
      break;
    case 'N':
      if (matches(i, "NaN")) { *end = i + 3; return constant("NaN"); }
      break;
    case 'I':
      if (matches(i, "Infinity")) { *end = i + 8; return constant("Infinity"); }
      break;
    case '-':
      if (matches(i, "-Infinity")) { *end = i + 9; return constant("-Infinity"); }
      return scan_number(i, end);
    default:
      if (text[i] >= '0' && text[i] <= '9') return scan_number(i, end);
  }
  return fail_value(i);
}

NATIVE(json_scan, "scan(text, index, error, object_hook, object_pairs_hook, parse_float, parse_int, parse_constant, strict, /)",
       "(value, end) of the JSON value that begins at the index.") {
  if (!args[0].is(Kind::Str)) return raise_type_error(vm, "first argument must be a string, not %s", type_name(args[0]));
  COIL_TRY(int64_t index, ssize_from_reenter(vm, args[1]));
  if (index < 0) return raise_value_error(vm, "idx cannot be negative");
  Scanner scanner(vm, args[0].as<Str>());
  scanner.error_class = args[2];
  scanner.object_hook = args[3];
  scanner.object_pairs_hook = args[4];
  scanner.parse_float = args[5];
  scanner.parse_int = args[6];
  scanner.parse_constant = args[7];
  COIL_TRY(scanner.strict, truthy_reenter(vm, args[8]));
  COIL_TRY(scanner.memo, new_dict(vm));
  size_t end = 0;
  COIL_TRY(Value value, scanner.scan_value(static_cast<size_t>(index), &end));
  return make_tuple(vm, {value, Value::small_int(static_cast<int64_t>(end))});
}

// -- encoding

void add_escape(StrBuilder& out, Char unit) {
  char text[8];
  std::snprintf(text, sizeof text, "\\u%04x", static_cast<unsigned>(unit));
  out.add(text);
}

void add_quoted(StrBuilder& out, Str* str, bool ascii_only) {
  StrView text = view(str);
  out.add_char('"');
  size_t run = 0;
  for (size_t i = 0; i < text.length; i++) {
    Char c = text[i];
    if (c >= 0x20 && c != '"' && c != '\\' && (c < 0x7f || (!ascii_only) || c == 0x7f)) continue;
    out.add_range(text, run, i);
    run = i + 1;
    switch (c) {
      case '"': out.add("\\\""); break;
      case '\\': out.add("\\\\"); break;
      case '\n': out.add("\\n"); break;
      case '\r': out.add("\\r"); break;
      case '\t': out.add("\\t"); break;
      case '\f': out.add("\\f"); break;
      case '\b': out.add("\\b"); break;
      default:
        if (c >= 0x10000) {
          add_escape(out, 0xd800 + ((c - 0x10000) >> 10));
          add_escape(out, 0xdc00 + ((c - 0x10000) & 0x3ff));
        } else {
          add_escape(out, c);
        }
    }
  }
  out.add_range(text, run, text.length);
  out.add_char('"');
}

struct Encoder {
  Vm& vm;
  StrBuilder out;
  bool skip_keys, ascii_only, check_circular, allow_nan, sort_keys;
  Value indent;             // Str or none
  Str *item_separator, *key_separator;
  Value fallback;           // default()
  std::vector<uint64_t> open;  // containers being written, by address; they are alive as the caller holds them

  explicit Encoder(Vm& machine) : vm(machine), out(machine) {}

  Result<void> enter(Value container) {
    if (!check_circular) return ok();
    for (uint64_t bits : open) {
      if (bits == container.bits()) return raise_value_error(vm, "Circular reference detected");
    }
    open.push_back(container.bits());
    return ok();
  }
  void leave() { if (check_circular) open.pop_back(); }
  void new_line(size_t level) {
    if (indent.is_none()) return;
    out.add_char('\n');
    for (size_t i = 0; i < level; i++) out.add_str(indent.as<Str>());
  }

  Result<std::string> float_text(double number) {
    if (std::isfinite(number)) return float_repr(number);
    const char* text = std::isnan(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity";
    if (!allow_nan) {
      return raise_value_error(vm, "Out of range float values are not JSON compliant");
    }
    return std::string(text);
  }

  Result<bool> write_key(Value key);
  Result<void> write_list(Value value, size_t level);
  Result<void> write_dict(Value value, size_t level);
  Result<void> write(Value value, size_t level);
};

/// False when the key is to be skipped.
Result<bool> Encoder::write_key(Value key) {
  if (key.is(Kind::Str)) {
    add_quoted(out, key.as<Str>(), ascii_only);
  } else if (key.is_none() || key.is_bool()) {
    out.add(key.is_none() ? "\"null\"" : key.is_true() ? "\"true\"" : "\"false\"");
  } else if (key.is_int()) {
    COIL_TRY(Value exact, exact_int(vm, key));
    COIL_TRY(Str* text, int_to_str(vm, exact));
    out.add_char('"');
    out.add_str(text);
    out.add_char('"');
  } else if (key.is_float()) {
    COIL_TRY(std::string text, float_text(key.as_float()));
    out.add("\"" + text + "\"");
  } else if (skip_keys) {
    return false;
  } else {
    return raise_type_error(vm, "keys must be str, int, float, bool or None, not %s", type_name(key));
  }
  return true;
}

Result<void> Encoder::write_list(Value value, size_t level) {
  COIL_TRY(List* items, list_from_iterable_reenter(vm, value));
  if (!items->size) {
    out.add("[]");
    return ok();
  }
  COIL_CHECK(enter(value));
  out.add_char('[');
  for (size_t i = 0; i < items->size; i++) {
    if (i) out.add_str(item_separator);
    new_line(level + 1);
    COIL_CHECK(write(items->items()[i], level + 1));
  }
  leave();
  new_line(level);
  out.add_char(']');
  return ok();
}

Result<void> Encoder::write_dict(Value value, size_t level) {
  List* items;
  if (is_exact(value, Kind::Dict)) {
    COIL_TRY(items, new_list(vm, value.as<Dict>()->used));
    size_t position = 0;
    Value key, item;
    while (dict_next(value.as<Dict>(), &position, &key, &item)) {
      COIL_TRY(Tuple* pair, make_tuple(vm, {key, item}));
      COIL_CHECK(list_append(vm, items, pair));
    }
  } else {
    COIL_TRY(Value view_of_items, call_method_reenter(vm, value, vm.name(Name::k_items), {}));
    COIL_TRY(items, list_from_iterable_reenter(vm, view_of_items));
  }
  if (!items->size) {
    out.add("{}");
    return ok();
  }
  COIL_CHECK(enter(value));
  if (sort_keys) COIL_CHECK(list_sort_reenter(vm, items, none(), false));
  out.add_char('{');
  bool first = true;
  for (size_t i = 0; i < items->size; i++) {
    Value pair = items->items()[i];
    if (!pair.is(Kind::Tuple) || pair.as<Tuple>()->size != 2) return raise_value_error(vm, "items must return 2-tuples");
    Value key = pair.as<Tuple>()->items[0];
    bool usable = key.is(Kind::Str) || key.is_none() || key.is_bool() || key.is_int() || key.is_float();
    if (!usable && skip_keys) continue;
    if (!first) out.add_str(item_separator);
    first = false;
    new_line(level + 1);
    COIL_CHECK(write_key(key));
    out.add_str(key_separator);
    COIL_CHECK(write(pair.as<Tuple>()->items[1], level + 1));
  }
  leave();
  if (!first) new_line(level);
  out.add_char('}');
  return ok();
}

Result<void> Encoder::write(Value value, size_t level) {
  if (value.is(Kind::Str)) {
    add_quoted(out, value.as<Str>(), ascii_only);
  } else if (value.is_none()) {
    out.add("null");
  } else if (value.is_bool()) {
    out.add(value.is_true() ? "true" : "false");
  } else if (value.is_int()) {
    COIL_TRY(Value exact, exact_int(vm, value));
    COIL_TRY(Str* text, int_to_str(vm, exact));
    out.add_str(text);
  } else if (value.is_float()) {
    COIL_TRY(std::string text, float_text(value.as_float()));
    out.add(text);
  } else {
    COIL_GUARD(vm, " while encoding a JSON object");
    if (value.is(Kind::List) || value.is(Kind::Tuple)) return write_list(value, level);
    if (value.is(Kind::Dict)) return write_dict(value, level);
    COIL_CHECK(enter(value));
    COIL_TRY(Value replaced, call_reenter(vm, fallback, {value}));
    COIL_CHECK(write(replaced, level));
    leave();
  }
  return ok();
}

NATIVE(json_encode,
       "encode(obj, skipkeys, ensure_ascii, check_circular, allow_nan, sort_keys, indent, item_separator, key_separator, default, /)",
       "The JSON text of an object.") {
  Encoder encoder(vm);
  COIL_TRY(encoder.skip_keys, truthy_reenter(vm, args[1]));
  COIL_TRY(encoder.ascii_only, truthy_reenter(vm, args[2]));
  COIL_TRY(encoder.check_circular, truthy_reenter(vm, args[3]));
  COIL_TRY(encoder.allow_nan, truthy_reenter(vm, args[4]));
  COIL_TRY(encoder.sort_keys, truthy_reenter(vm, args[5]));
  encoder.indent = args[6];
  if (!args[6].is_none() && !args[6].is(Kind::Str)) return raise_type_error(vm, "indent must be a str or None");
  if (!args[7].is(Kind::Str) || !args[8].is(Kind::Str)) return raise_type_error(vm, "separators must be str");
  encoder.item_separator = args[7].as<Str>();
  encoder.key_separator = args[8].as<Str>();
  encoder.fallback = args[9];
  COIL_CHECK(encoder.write(args[0], 0));
  return encoder.out.finish();
}

NATIVE(json_quote, "quote(text, ascii_only, /)", "The text as a JSON string.") {
  if (!args[0].is(Kind::Str)) return raise_type_error(vm, "first argument must be a string, not %s", type_name(args[0]));
  COIL_TRY(bool ascii_only, truthy_reenter(vm, args[1]));
  StrBuilder out(vm);
  add_quoted(out, args[0].as<Str>(), ascii_only);
  return out.finish();
}

}  // namespace

MODULE(json_native, "_json", "Scanner and encoder of json.", nullptr, FN(json_scan), FN(json_encode), FN(json_quote))

}  // namespace coil
