// Module _json: the scanner and the encoder behind json. The classes, and everything that is not hot, are in stdlib/json.
//
// The encoder runs language code (default(), __iter__ of subclasses) in the middle of a container: it works on a snapshot of the items of a dict, and
// looks into a list at each step.
#include <bit>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

#include "modules/support.hpp"
#include "objects/native_level.hpp"

namespace coil {

namespace {

// -- decoding

/// What the two scanners (of narrow and of wide text) share.
struct ScanOptions {
  Str* source;
  Value object_hook, object_pairs_hook, parse_float, parse_int, parse_constant, error_class;
  bool strict;
};

/// Characters below 256 that a run of plain text in a string ends at.
struct Specials {
  bool in_strict[256] = {}, in_lax[256] = {};
  constexpr Specials() {
    for (int c = 0; c < 0x20; c++) in_strict[c] = true;
    for (bool* table : {in_strict, in_lax}) table['"'] = table['\\'] = true;
  }
};
constexpr Specials kSpecials;

using Block = uint8_t [[gnu::vector_size(16)]];

/// Where the first byte of text[i...length) is that a run of plain text ends at, looking at whole blocks; else the begin of the last piece.
size_t skip_plain_blocks(const uint8_t* text, size_t i, size_t length, uint8_t least) {
  for (; i + sizeof(Block) <= length; i += sizeof(Block)) {
    Block block;
    std::memcpy(&block, text + i, sizeof block);
    auto hits = (block == '"') | (block == '\\') | (block < least);
    uint64_t halves[2];
    std::memcpy(halves, &hits, sizeof halves);
    if (halves[0]) return i + static_cast<size_t>(std::countr_zero(halves[0])) / 8;
    if (halves[1]) return i + 8 + static_cast<size_t>(std::countr_zero(halves[1])) / 8;
  }
  return i;
}

/// C is the type of the text's characters. Objects of a list mostly have the keys of the object before: its dict is the model that keys are
/// compared with first, and that the table of the new dict is copied from.
template <class C>
struct Scanner {
  static constexpr size_t kModels = 8;        // nesting levels that have a model
  static constexpr size_t kRecentKeys = 128;  // a power of two

  Vm& vm;
  const ScanOptions& options;
  const C* text;
  size_t length;
  bool ascii;
  const bool* special;
  Str* recent_keys[kRecentKeys] = {};  // by a hash of their text, so that equal keys mostly are one object, whose hash is known
  List* values;         // of the objects being read
  Dict* models[kModels] = {};
  size_t level = 0;     // of the object being read

  Scanner(Vm& machine, const ScanOptions& chosen, StrView view, List* stack)
      : vm(machine), options(chosen), text(static_cast<const C*>(view.data)), length(view.length), ascii(view.ascii),
        special(chosen.strict ? kSpecials.in_strict : kSpecials.in_lax), values(stack) {}

  /// 0 at the end, which is never what is looked for.
  Char at(size_t i) const { return i < length ? text[i] : 0; }
  bool has(size_t i) const { return i < length; }
  bool is_digit(size_t i) const { return i < length && text[i] >= '0' && text[i] <= '9'; }
  void skip_blanks(size_t* i) const {
    for (; *i < length; ++*i) {
      C c = text[*i];
      if (c > ' ' || (c != ' ' && c != '\n' && c != '\t' && c != '\r')) return;
    }
  }
  bool matches(size_t i, const char* word) const {
    for (; *word; word++, i++) {
      if (at(i) != static_cast<Char>(*word)) return false;
    }
    return true;
  }
  /// The first character from `i` on that is no plain text of a string.
  size_t plain_end(size_t i) const {
    if constexpr (sizeof(C) == 1) {
      i = skip_plain_blocks(text, i, length, options.strict ? 0x20 : 0);
      while (i < length && !special[text[i]]) i++;
    } else {
      while (i < length && (text[i] > 255 || !special[text[i]])) i++;
    }
    return i;
  }

  Error fail(const char* message, size_t position) {
    COIL_TRY(Str* shown, new_str(vm, message));
    COIL_TRY(Value exception,
             call_reenter(vm, options.error_class, {shown, options.source, Value::small_int(static_cast<int64_t>(position))}));
    return raise_exception(vm, exception);
  }
  /// No value here: what raw_decode() turns into "Expecting value".
  Error fail_value(size_t position) { return fail("Expecting value", position); }

  Result<Str*> plain_text(size_t begin, size_t end) {
    if constexpr (sizeof(C) == 1) {
      if (ascii) return new_str_ascii(vm, {reinterpret_cast<const char*>(text) + begin, end - begin});
      return new_str_latin1(vm, text + begin, end - begin);
    } else {
      return new_str_chars(vm, text + begin, end - begin);
    }
  }
  Result<Value> constant(const char* name) {
    COIL_TRY(Str* shown, new_str_ascii(vm, name));
    return call_reenter(vm, options.parse_constant, {shown});
  }

  bool hex4(size_t from, Char* out) const;
  Result<void> scan_escape(StrBuilder& out, size_t* i);
  Result<Str*> scan_string(size_t begin, size_t* end);
  size_t recent_slot(size_t begin, size_t end) const;
  bool is_text(Str* str, size_t begin, size_t end) const;
  Result<Str*> scan_key(size_t begin, size_t* end);
  Result<Value> scan_number(size_t begin, size_t* end);
  Result<Value> scan_array(size_t i, size_t* end);
  bool scan_model_key(Dict* model, uint32_t index, size_t* i) const;
  Result<Dict*> scan_modelled_members(size_t* i, bool* closed);
  Result<Value> scan_object(size_t i, size_t* end);
  Result<Value> scan_value(size_t i, size_t* end);
};

template <class C>
bool Scanner<C>::hex4(size_t from, Char* out) const {
  if (from + 4 >= length) return false;  // a string has at least its quote behind it
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
  *out = value;
  return true;
}

/// At a backslash that is not the last character.
template <class C>
Result<void> Scanner<C>::scan_escape(StrBuilder& out, size_t* i) {
  Char escape = text[*i + 1];
  if (escape == 'u') {
    Char value, low;
    if (!hex4(*i + 2, &value)) return fail("Invalid \\uXXXX escape", *i + 1);
    *i += 6;
    if (value >= 0xd800 && value < 0xdc00 && at(*i) == '\\' && at(*i + 1) == 'u' && hex4(*i + 2, &low) && low >= 0xdc00 && low < 0xe000) {
      value = 0x10000 + ((value - 0xd800) << 10) + (low - 0xdc00);
      *i += 6;
    }
    out.add_char(value);
    return ok();
  }
  switch (escape) {
    case '"': case '\\': case '/': out.add_char(escape); break;
    case 'b': out.add_char('\b'); break;
    case 'f': out.add_char('\f'); break;
    case 'n': out.add_char('\n'); break;
    case 'r': out.add_char('\r'); break;
    case 't': out.add_char('\t'); break;
    default: return fail("Invalid \\escape", *i);
  }
  *i += 2;
  return ok();
}

/// `begin` is after the quote.
template <class C>
Result<Str*> Scanner<C>::scan_string(size_t begin, size_t* end) {
  size_t i = plain_end(begin);
  if (at(i) == '"') {
    *end = i + 1;
    return plain_text(begin, i);
  }
  StrBuilder out(vm);
  StrView whole = view(options.source);
  out.add_range(whole, begin, i);
  while (has(i)) {
    if (text[i] == '"') {
      *end = i + 1;
      return out.finish();
    }
    if (text[i] != '\\') return fail("Invalid control character at", i);
    if (!has(i + 1)) break;
    COIL_CHECK(scan_escape(out, &i));
    size_t run = i;
    i = plain_end(i);
    out.add_range(whole, run, i);
  }
  return fail("Unterminated string starting at", begin - 1);
}

template <class C>
size_t Scanner<C>::recent_slot(size_t begin, size_t end) const {
  uint64_t hash = end - begin;
  for (size_t i = begin; i < end; i += end - i < 4 ? 1 : (end - i) / 4) hash = hash * 31 + text[i];
  return hash * 0x9e3779b97f4a7c15u >> (64 - std::bit_width(kRecentKeys - 1));
}

template <class C>
bool Scanner<C>::is_text(Str* str, size_t begin, size_t end) const {
  StrView known = view(str);
  if (known.length != end - begin) return false;
  if (known.wide == (sizeof(C) > 1)) return std::memcmp(known.data, text + begin, known.length * sizeof(C)) == 0;
  for (size_t i = 0; i < known.length; i++) {
    if (known[i] != text[begin + i]) return false;
  }
  return true;
}

template <class C>
Result<Str*> Scanner<C>::scan_key(size_t begin, size_t* end) {
  size_t i = plain_end(begin);
  if (at(i) != '"') return scan_string(begin, end);
  *end = i + 1;
  Str*& recent = recent_keys[recent_slot(begin, i)];
  if (recent && is_text(recent, begin, i)) return recent;
  COIL_TRY(Str* key, plain_text(begin, i));
  recent = key;
  return key;
}

template <class C>
Result<Value> Scanner<C>::scan_number(size_t begin, size_t* end) {
  size_t i = begin;
  bool negative = at(i) == '-';
  if (negative) i++;
  if (!is_digit(i)) return fail_value(begin);
  int64_t number = 0;
  size_t first = i;
  if (text[i] == '0') i++;
  else for (; is_digit(i); i++) number = static_cast<int64_t>(static_cast<uint64_t>(number) * 10 + (text[i] - '0'));
  size_t digits = i - first;
  bool is_float = false;
  if (at(i) == '.' && is_digit(i + 1)) {
    is_float = true;
    i++;
    while (is_digit(i)) i++;
  }
  if (at(i) == 'e' || at(i) == 'E') {
    size_t k = i + 1;
    if (at(k) == '+' || at(k) == '-') k++;
    if (is_digit(k)) {
      is_float = true;
      while (is_digit(k)) k++;
      i = k;
    }
  }
  *end = i;
  Value convert = is_float ? options.parse_float : options.parse_int;
  if (!convert.is_none()) {
    COIL_TRY(Str* shown, plain_text(begin, i));
    return call_reenter(vm, convert, {shown});
  }
  if (!is_float && digits <= 18) return Value::small_int(negative ? -number : number);
  std::string copy;
  std::string_view shown;
  if constexpr (sizeof(C) == 1) {
    shown = {reinterpret_cast<const char*>(text) + begin, i - begin};
  } else {
    for (size_t k = begin; k < i; k++) copy.push_back(static_cast<char>(text[k]));
    shown = copy;
  }
  if (is_float) {
    size_t after_sign = negative;
    double real = 0;
    scan_double(shown, &after_sign, &real);
    return make_float(vm, negative ? -real : real);
  }
  COIL_TRY(Str* original, new_str_ascii(vm, shown));
  return int_from_text(vm, shown, 10, original);
}

template <class C>
Result<Value> Scanner<C>::scan_array(size_t i, size_t* end) {
  COIL_LEVEL(vm, " while decoding a JSON array from a unicode string");
  COIL_TRY(List* list, new_list(vm));
  skip_blanks(&i);
  if (at(i) == ']') {
    *end = i + 1;
    return Value(list);
  }
  for (;;) {
    COIL_TRY(Value item, scan_value(i, &i));
    COIL_CHECK(list_append(vm, list, item));
    skip_blanks(&i);
    if (at(i) == ']') {
      *end = i + 1;
      return Value(list);
    }
    if (at(i) != ',') return fail("Expecting ',' delimiter", i);
    i++;
    skip_blanks(&i);
  }
}

/// Whether the text at `i` is the quoted key of the model's entry; `*i` goes behind it then.
template <class C>
bool Scanner<C>::scan_model_key(Dict* model, uint32_t index, size_t* i) const {
  if (at(*i) != '"' || index >= model->entry_count || !is_exact(model->entries()[index].key, Kind::Str)) return false;
  StrView key = view(model->entries()[index].key);
  size_t begin = *i + 1;
  if (key.wide != (sizeof(C) > 1) || key.length >= length - begin || text[begin + key.length] != '"') return false;
  if (std::memcmp(text + begin, key.data, key.length * sizeof(C)) != 0) return false;
  // A backslash of the text is an escape, one of the key is not.
  if (plain_end(begin) != begin + key.length) return false;
  *i = begin + key.length + 1;
  return true;
}

/// The members at the start of an object as long as their keys are those of the model: a dict of them. `*closed`: the object ended there
/// (`*i` is after its brace); else `*i` is at the next key.
template <class C>
Result<Dict*> Scanner<C>::scan_modelled_members(size_t* i, bool* closed) {
  Dict* model = models[level];
  size_t base = values->size;
  *closed = false;
  for (uint32_t index = 0; scan_model_key(model, index, i); index++) {
    skip_blanks(i);
    if (at(*i) != ':') return fail("Expecting ':' delimiter", *i);
    ++*i;
    skip_blanks(i);
    level++;
    COIL_TRY(Value item, scan_value(*i, i));
    level--;
    COIL_CHECK(list_append(vm, values, item));
    skip_blanks(i);
    *closed = at(*i) == '}';
    if (!*closed && at(*i) != ',') return fail("Expecting ',' delimiter", *i);
    ++*i;
    if (*closed) break;
    skip_blanks(i);
  }
  size_t count = values->size - base;
  COIL_TRY(Dict* dict, new_dict_like(vm, model, values->items() + base, static_cast<uint32_t>(count)));
  list_remove_range(values, base, values->size);
  return dict;
}

template <class C>
Result<Value> Scanner<C>::scan_object(size_t i, size_t* end) {
  COIL_LEVEL(vm, " while decoding a JSON object from a unicode string");
  bool as_pairs = !options.object_pairs_hook.is_none();
  bool modelled = level < kModels && !as_pairs && options.object_hook.is_none();
  List* pairs = nullptr;
  Dict* dict = nullptr;
  bool closed = false;
  skip_blanks(&i);
  if (as_pairs) {
    COIL_TRY(pairs, new_list(vm));
  } else if (modelled && models[level]) {
    COIL_TRY(dict, scan_modelled_members(&i, &closed));
  } else {
    COIL_TRY(dict, new_dict(vm));
  }
  if (!closed && at(i) == '}' && !(dict && dict->used)) {
    closed = true;
    i++;
  }
  while (!closed) {
    if (at(i) != '"') return fail("Expecting property name enclosed in double quotes", i);
    COIL_TRY(Str* key, scan_key(i + 1, &i));
    skip_blanks(&i);
    if (at(i) != ':') return fail("Expecting ':' delimiter", i);
    i++;
    skip_blanks(&i);
    level++;
    COIL_TRY(Value item, scan_value(i, &i));
    level--;
    if (as_pairs) {
      COIL_TRY(Tuple* pair, make_tuple(vm, {key, item}));
      COIL_CHECK(list_append(vm, pairs, pair));
    } else {
      COIL_CHECK(dict_set_str(vm, dict, key, item));
    }
    skip_blanks(&i);
    closed = at(i) == '}';
    if (!closed && at(i) != ',') return fail("Expecting ',' delimiter", i);
    i++;
    if (!closed) skip_blanks(&i);
  }
  *end = i;
  if (as_pairs) return call_reenter(vm, options.object_pairs_hook, {pairs});
  if (!options.object_hook.is_none()) return call_reenter(vm, options.object_hook, {dict});
  if (modelled && dict->used) models[level] = dict;
  return Value(dict);
}

template <class C>
Result<Value> Scanner<C>::scan_value(size_t i, size_t* end) {
  switch (at(i)) {
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
      if (is_digit(i)) return scan_number(i, end);
  }
  return fail_value(i);
}

NATIVE(json_scan, "scan(text, index, error, object_hook, object_pairs_hook, parse_float, parse_int, parse_constant, strict, /)",
       "(value, end) of the JSON value that begins at the index.") {
  if (!args[0].is(Kind::Str)) return raise_type_error(vm, "first argument must be a string, not %s", type_name(args[0]));
  COIL_TRY(int64_t index, ssize_from_reenter(vm, args[1]));
  if (index < 0) return raise_value_error(vm, "idx cannot be negative");
  COIL_TRY(bool strict, truthy_reenter(vm, args[8]));
  ScanOptions options{args[0].as<Str>(), args[3], args[4], args[5], args[6], args[7], args[2], strict};
  COIL_TRY(List* stack, new_list(vm));
  StrView text = view(options.source);
  size_t begin = static_cast<size_t>(index), end = 0;
  Result<Value> value = text.wide ? Scanner<Char>(vm, options, text, stack).scan_value(begin, &end)
                                  : Scanner<uint8_t>(vm, options, text, stack).scan_value(begin, &end);
  COIL_CHECK(value);
  return make_tuple(vm, {*value, Value::small_int(static_cast<int64_t>(end))});
}

NATIVE(json_scanstring, "scanstring(string, end, strict=True, error=None, /)", "(text, end) of the JSON string whose quote is before the index.") {
  if (!args[0].is(Kind::Str)) return raise_type_error(vm, "first argument must be a string, not %s", type_name(args[0]));
  COIL_TRY(int64_t index, ssize_from_reenter(vm, args[1]));
  bool strict = true;
  if (args.has(2)) {
    COIL_TRY(strict, truthy_reenter(vm, args[2]));
  }
  ScanOptions options{args[0].as<Str>(), none(), none(), none(), none(), none(), args[3], strict};
  StrView text = view(options.source);
  if (index < 0 || static_cast<size_t>(index) > text.length) return raise_value_error(vm, "end is out of bounds");
  size_t begin = static_cast<size_t>(index), end = 0;
  Result<Str*> value = text.wide ? Scanner<Char>(vm, options, text, nullptr).scan_string(begin, &end)
                                 : Scanner<uint8_t>(vm, options, text, nullptr).scan_string(begin, &end);
  COIL_CHECK(value);
  return make_tuple(vm, {*value, Value::small_int(static_cast<int64_t>(end))});
}

// -- encoding

char* put_unit(char* to, Char unit) {
  static constexpr char kDigits[] = "0123456789abcdef";
  *to++ = '\\';
  *to++ = 'u';
  for (int shift = 12; shift >= 0; shift -= 4) *to++ = kDigits[unit >> shift & 15];
  return to;
}

constexpr size_t kLongestEscape = 12;

/// Writes the escape of a character; returns its end.
char* put_escape(char* to, Char c) {
  auto short_escape = [&](char letter) {
    *to++ = '\\';
    *to++ = letter;
    return to;
  };
  switch (c) {
    case '"': case '\\': return short_escape(static_cast<char>(c));
    case '\n': return short_escape('n');
    case '\r': return short_escape('r');
    case '\t': return short_escape('t');
    case '\f': return short_escape('f');
    case '\b': return short_escape('b');
    default: break;
  }
  if (c < 0x10000) return put_unit(to, c);
  return put_unit(put_unit(to, 0xd800 + ((c - 0x10000) >> 10)), 0xdc00 + ((c - 0x10000) & 0x3ff));
}

/// Escaped where the result has to be ASCII.
constexpr uint8_t kDelete = 0x7f;

/// How much of the front can be copied. Text in which any character may need an escape is not looked at.
size_t copied_end(const StrView& text, bool ascii_only) {
  if (text.wide || (ascii_only && !text.ascii)) return 0;
  const uint8_t* chars = text.narrow();
  if (ascii_only && text.length && std::memchr(chars, kDelete, text.length)) return 0;
  size_t i = skip_plain_blocks(chars, 0, text.length, 0x20);
  while (i < text.length && !kSpecials.in_strict[chars[i]]) i++;
  return i;
}

/// The rest of a text in which something has to be escaped, in pieces.
void add_escaped(StrBuilder& out, const StrView& text, size_t begin, bool ascii_only) {
  char piece[256], *end = piece;
  auto flush = [&] {
    out.add({piece, static_cast<size_t>(end - piece)});
    end = piece;
  };
  for (size_t i = begin; i < text.length; i++) {
    if (end + kLongestEscape > piece + sizeof piece) flush();
    Char c = text[i];
    if (c < 0x80 && !kSpecials.in_strict[c] && !(ascii_only && c == kDelete)) {
      *end++ = static_cast<char>(c);
    } else if (c < 0x80 || ascii_only) {
      end = put_escape(end, c);
    } else {
      flush();
      out.add_char(c);
    }
  }
  flush();
}

void add_quoted(StrBuilder& out, Str* str, bool ascii_only) {
  StrView text = view(str);
  out.add_char('"');
  size_t end = copied_end(text, ascii_only);
  out.add_range(text, 0, end);
  if (end < text.length) add_escaped(out, text, end, ascii_only);
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
      // As in CPython, which has another encoder for text with line breaks.
      return raise_value_error(vm, "Out of range float values are not JSON compliant%s", indent.is_none() ? "" : (": " + float_repr(number)).c_str());
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
  // A list is read as it is at each step: default() may change it.
  List* items;
  if (value.is(Kind::List)) {
    items = value.as<List>();
  } else {
    COIL_TRY(items, list_from_iterable_reenter(vm, value));
  }
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
  if (!value.as<Dict>()->used) {
    out.add("{}");
    return ok();
  }
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
  new_line(level + 1);
  bool first = true;
  for (size_t i = 0; i < items->size; i++) {
    Value pair = items->items()[i];
    if (!pair.is(Kind::Tuple) || pair.as<Tuple>()->size != 2) return raise_value_error(vm, "items must return 2-tuples");
    Value key = pair.as<Tuple>()->items[0];
    bool usable = key.is(Kind::Str) || key.is_none() || key.is_bool() || key.is_int() || key.is_float();
    if (!usable && skip_keys) continue;
    if (!first) {
      out.add_str(item_separator);
      new_line(level + 1);
    }
    first = false;
    COIL_CHECK(write_key(key));
    out.add_str(key_separator);
    COIL_CHECK(write(pair.as<Tuple>()->items[1], level + 1));
  }
  leave();
  new_line(level);
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
    COIL_LEVEL(vm, " while encoding a JSON object");
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
  for (size_t at : {8, 7}) {  // the one between keys and values is the earlier argument of CPython's encoder
    if (!args[at].is(Kind::Str)) return raise_type_error(vm, "make_encoder() argument %d must be str, not %s", at == 8 ? 5 : 6, argument_type_name(args[at]));
  }
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

MODULE(json_native, "_json", "Scanner and encoder of json.", nullptr, FN(json_scan), FN(json_scanstring), FN(json_encode), FN(json_quote))

}  // namespace coil
