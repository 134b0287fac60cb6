// Module unicodedata: what the Unicode Character Database says of a character, and normal forms of text. Tables are in unidata/,
// normalisation is utf8proc's.
#include <utf8proc.h>

#include <algorithm>
#include <vector>

#include "modules/support.hpp"
#include "objects/unicode.hpp"
#include "unidata/unidata.hpp"

namespace coil {

namespace {

/// `argument`: how the message names the parameter.
Result<Char> character(Vm& vm, Value value, const char* function, const char* argument) {
  if (value.is(Kind::Str) && value.as<Str>()->length == 1) return view(value)[0];
  return raise_type_error(vm, "%s() %s must be a unicode character, not %s", function, argument, value.is_none() ? "None" : type_name(value));
}

NATIVE(unicodedata_name, "name(chr, default=None, /)", "The name of a character; the default or ValueError when it has none.") {
  COIL_TRY(Char c, character(vm, args[0], "name", "argument 1"));
  std::string name;
  if (unidata::character_name(c, &name)) return new_str_ascii(vm, name);
  if (args.has(1)) return args[1];
  return raise_value_error(vm, "no such name");
}

NATIVE(unicodedata_lookup, "lookup(name, /)", "The character, or sequence of characters, of a name.") {
  uint32_t codes[unidata::kMaxSequence];
  std::string_view ascii = args[0].is(Kind::Str) ? str_ascii_view(args[0].as<Str>()) : std::string_view();
  if (int count = unidata::find_name(ascii, true, codes)) return new_str_chars(vm, codes, static_cast<size_t>(count));
  std::string name;
  if (args[0].is(Kind::Str)) {
    COIL_TRY(Bytes* encoded, encode_str(vm, args[0].as<Str>(), "utf-8", "strict"));
    name.assign(reinterpret_cast<const char*>(encoded->data), encoded->size);
  } else {
    COIL_TRY(ByteSpan bytes, require_bytes(vm, args[0]));
    name.assign(reinterpret_cast<const char*>(bytes.data), bytes.size);
  }
  if (int count = unidata::find_name(name, true, codes)) return new_str_chars(vm, codes, static_cast<size_t>(count));
  if (name.size() > 256) return raise(vm, Exc::KeyError, "name too long");
  COIL_TRY(Str* shown, decode_bytes(vm, {reinterpret_cast<const uint8_t*>(name.data()), name.size()}, "utf-8", "replace"));
  return raise_with_args(vm, Exc::KeyError, {*new_str(vm, "undefined character name '" + str_utf8(shown) + "'")});
}

NATIVE(unicodedata_category, "category(chr, /)", "The general category, such as 'Lu'.") {
  COIL_TRY(Char c, character(vm, args[0], "category", "argument"));
  return intern(vm, unidata::category(c));
}
NATIVE(unicodedata_bidirectional, "bidirectional(chr, /)", "The bidirectional class, such as 'L'.") {
  COIL_TRY(Char c, character(vm, args[0], "bidirectional", "argument"));
  return intern(vm, unidata::bidirectional(c));
}
NATIVE(unicodedata_combining, "combining(chr, /)", "The canonical combining class.") {
  COIL_TRY(Char c, character(vm, args[0], "combining", "argument"));
  return Value::small_int(unidata::combining(c));
}
NATIVE(unicodedata_east_asian_width, "east_asian_width(chr, /)", "The width class, such as 'Na'.") {
  COIL_TRY(Char c, character(vm, args[0], "east_asian_width", "argument"));
  return intern(vm, unidata::east_asian_width(c));
}
NATIVE(unicodedata_mirrored, "mirrored(chr, /)", "1 when the character is mirrored in text from right to left, else 0.") {
  COIL_TRY(Char c, character(vm, args[0], "mirrored", "argument"));
  return Value::small_int(unidata::mirrored(c));
}
NATIVE(unicodedata_decomposition, "decomposition(chr, /)", "The decomposition mapping, '' when there is none.") {
  COIL_TRY(Char c, character(vm, args[0], "decomposition", "argument"));
  return new_str_ascii(vm, unidata::decomposition(c));
}

NATIVE(unicodedata_decimal, "decimal(chr, default=None, /)", "The value of a decimal digit.") {
  COIL_TRY(Char c, character(vm, args[0], "decimal", "argument 1"));
  int value = char_decimal(c);
  if (value >= 0) return Value::small_int(value);
  if (args.has(1)) return args[1];
  return raise_value_error(vm, "not a decimal");
}
NATIVE(unicodedata_digit, "digit(chr, default=None, /)", "The value of a digit.") {
  COIL_TRY(Char c, character(vm, args[0], "digit", "argument 1"));
  int value = unidata::digit_value(c);
  if (value >= 0) return Value::small_int(value);
  if (args.has(1)) return args[1];
  return raise_value_error(vm, "not a digit");
}
NATIVE(unicodedata_numeric, "numeric(chr, default=None, /)", "The value of a character that stands for a number, as a float.") {
  COIL_TRY(Char c, character(vm, args[0], "numeric", "argument 1"));
  double value;
  if (unidata::numeric_value(c, &value)) return make_float(vm, value);
  if (args.has(1)) return args[1];
  return raise_value_error(vm, "not a numeric character");
}

/// utf8proc's options for a form of normalisation.
Result<utf8proc_option_t> form_options(Vm& vm, Value form, const char* function) {
  if (!form.is(Kind::Str)) return raise_type_error(vm, "%s() argument 1 must be str, not %s", function, argument_type_name(form));
  struct Row {
    const char* name;
    int options;
  };
  constexpr Row kForms[] = {{"NFC", UTF8PROC_COMPOSE}, {"NFD", UTF8PROC_DECOMPOSE}, {"NFKC", UTF8PROC_COMPOSE | UTF8PROC_COMPAT},
                            {"NFKD", UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT}};
  for (const Row& row : kForms) {
    if (str_is(form.as<Str>(), row.name)) return static_cast<utf8proc_option_t>(UTF8PROC_STABLE | row.options);
  }
  return raise_value_error(vm, "invalid normalization form");
}

/// Puts decomposed characters in canonical order, and together again if the options say so; gives how many are left.
/// utf8proc would take U+11A7, which is the place of no final consonant, for one: such characters end a piece.
size_t reorder(std::vector<utf8proc_int32_t>& chars, size_t size, utf8proc_option_t options) {
  constexpr utf8proc_int32_t kNoFinal = 0x11a7;
  size_t kept = 0;
  for (size_t start = 0; start < size;) {
    size_t end = start;
    while (end < size && chars[end] != kNoFinal) end++;
    utf8proc_ssize_t count = utf8proc_normalize_utf32(chars.data() + start, static_cast<utf8proc_ssize_t>(end - start), options);
    if (count < 0) count = static_cast<utf8proc_ssize_t>(end - start);
    std::copy_n(chars.begin() + static_cast<ptrdiff_t>(start), count, chars.begin() + static_cast<ptrdiff_t>(kept));
    kept += static_cast<size_t>(count);
    if (end < size) chars[kept++] = kNoFinal;
    start = end + 1;
  }
  return kept;
}

Result<Str*> normalized(Vm& vm, Str* text, utf8proc_option_t options) {
  StrView chars = view(text);
  if (chars.ascii) return text;
  std::vector<utf8proc_int32_t> out(chars.length + 16);
  size_t size = 0;
  int boundary = 0;
  for (size_t i = 0; i < chars.length; i++) {
    // No character decomposes to more than 18.
    if (size + 20 > out.size()) out.resize(out.size() * 2);
    Char c = chars[i];
    bool unknown = unidata::category(c) == std::string_view("Cn");  // younger than the database: it stays
    utf8proc_ssize_t count = unknown ? -1
                                     : utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), out.data() + size,
                                                               static_cast<utf8proc_ssize_t>(out.size() - size), options, &boundary);
    if (count < 0) {
      out[size] = static_cast<utf8proc_int32_t>(c);
      count = 1;
    }
    size += static_cast<size_t>(count);
  }
  // Canonical order: a run of combining characters is sorted by class, stably.
  for (size_t i = 0; i < size;) {
    size_t end = i;
    while (end < size && unidata::combining(static_cast<Char>(out[end]))) end++;
    std::stable_sort(out.begin() + static_cast<ptrdiff_t>(i), out.begin() + static_cast<ptrdiff_t>(end), [](auto a, auto b) {
      return unidata::combining(static_cast<Char>(a)) < unidata::combining(static_cast<Char>(b));
    });
    i = end + 1;
  }
  return new_str_chars(vm, reinterpret_cast<const Char*>(out.data()), reorder(out, size, options));
}

Result<Str*> text_argument(Vm& vm, Value value, const char* function) {
  if (value.is(Kind::Str)) return value.as<Str>();
  return raise_type_error(vm, "%s() argument 2 must be str, not %s", function, argument_type_name(value));
}

NATIVE(unicodedata_normalize, "normalize(form, unistr, /)", "The text in a normal form: 'NFC', 'NFKC', 'NFD' or 'NFKD'.") {
  if (!args[0].is(Kind::Str)) COIL_CHECK(form_options(vm, args[0], "normalize"));
  COIL_TRY(Str* text, text_argument(vm, args[1], "normalize"));
  if (!text->length) return text;
  COIL_TRY(utf8proc_option_t options, form_options(vm, args[0], "normalize"));
  return normalized(vm, text, options);
}
NATIVE(unicodedata_is_normalized, "is_normalized(form, unistr, /)", "Whether the text is in a normal form.") {
  if (!args[0].is(Kind::Str)) COIL_CHECK(form_options(vm, args[0], "is_normalized"));
  COIL_TRY(Str* text, text_argument(vm, args[1], "is_normalized"));
  if (!text->length) return Value::boolean(true);
  COIL_TRY(utf8proc_option_t options, form_options(vm, args[0], "is_normalized"));
  COIL_TRY(Str* normal, normalized(vm, text, options));
  return Value::boolean(str_equal(normal, text));
}

Result<void> init_unicodedata(Vm& vm, Dict* ns) { return module_set_str(vm, ns, "unidata_version", unidata::kVersion); }

}  // namespace

MODULE(unicodedata, "unicodedata", "The Unicode Character Database.", init_unicodedata, FN(unicodedata_name), FN(unicodedata_lookup),
       FN(unicodedata_category), FN(unicodedata_bidirectional), FN(unicodedata_combining), FN(unicodedata_east_asian_width),
       FN(unicodedata_mirrored), FN(unicodedata_decomposition), FN(unicodedata_decimal), FN(unicodedata_digit), FN(unicodedata_numeric),
       FN(unicodedata_normalize), FN(unicodedata_is_normalized))

}  // namespace coil
