// Methods of str that change or ask for case and character classes.
#include "builtins/text_internal.hpp"

namespace coil {

bool is_identifier(StrView text) {
  for (size_t i = 0; i < text.length; i++) {
    if (!(char_flags(text[i]) & (i ? kCharXidContinue : kCharXidStart))) return false;
  }
  return text.length != 0;
}

namespace {

using Mapping = int (*)(Char, Char*);

Result<Value> map_all(Vm& vm, Str* str, Mapping mapping) {
  StrView text = view(str);
  StrBuilder out(vm);
  Char mapped[3];
  for (size_t i = 0; i < text.length; i++) {
    int count = mapping(text[i], mapped);
    for (int k = 0; k < count; k++) out.add_char(mapped[k]);
  }
  return out.finish();
}

using AsciiMapping = void (*)(uint8_t* out, const uint8_t* in, size_t count);

/// ASCII text keeps its length: one pass without a builder.
Result<Value> map_ascii(Vm& vm, const StrView& text, AsciiMapping change) {
  if (!text.length) return vm.empty_str;
  if (text.length == 1) {
    uint8_t changed;
    change(&changed, text.narrow(), 1);
    return vm.ascii_chars[changed];
  }
  COIL_TRY(Str* result, new_str_uninitialized(vm, text.length, false, true));
  change(str_data(result), text.narrow(), text.length);
  return result;
}

/// Greek sigma at the end of a word has its own small letter.
Char lower_sigma(const StrView& text, size_t at) {
  size_t i = at;
  while (i > 0 && char_flags(text[i - 1]) & kCharCaseIgnorable) i--;
  if (i == 0 || !(char_flags(text[i - 1]) & kCharCased)) return 0x3c3;
  for (i = at + 1; i < text.length; i++) {
    uint16_t flags = char_flags(text[i]);
    if (!(flags & kCharCaseIgnorable)) return flags & kCharCased ? 0x3c3 : 0x3c2;
  }
  return 0x3c2;
}

void add_lower(StrBuilder& out, const StrView& text, size_t at) {
  Char c = text[at];
  if (c == 0x3a3) {
    out.add_char(lower_sigma(text, at));
    return;
  }
  Char mapped[3];
  int count = char_lower(c, mapped);
  for (int k = 0; k < count; k++) out.add_char(mapped[k]);
}

NATIVE(str_lower, "lower(self, /)", "A copy in lower case.") {
  StrView text = view(args[0]);
  if (text.ascii) return map_ascii(vm, text, lower_ascii);
  StrBuilder out(vm);
  for (size_t i = 0; i < text.length; i++) add_lower(out, text, i);
  return out.finish();
}

NATIVE(str_upper, "upper(self, /)", "A copy in upper case.") {
  StrView text = view(args[0]);
  if (text.ascii) return map_ascii(vm, text, upper_ascii);
  return map_all(vm, self_as<Str>(args), char_upper);
}

NATIVE(str_casefold, "casefold(self, /)", "A copy for comparisons that ignore case.") {
  StrView text = view(args[0]);
  if (text.ascii) return map_ascii(vm, text, lower_ascii);
  return map_all(vm, self_as<Str>(args), char_fold);
}

void add_title(StrBuilder& out, Char c) {
  Char mapped[3];
  int count = char_title(c, mapped);
  for (int k = 0; k < count; k++) out.add_char(mapped[k]);
}

void capitalize_ascii(uint8_t* out, const uint8_t* in, size_t count) {
  lower_ascii(out, in, count);
  upper_ascii(out, in, std::min<size_t>(count, 1));
}

void title_ascii(uint8_t* out, const uint8_t* in, size_t count) {
  bool in_word = false;
  for (size_t i = 0; i < count; i++) {
    bool letter = static_cast<uint8_t>((in[i] | 0x20) - 'a') < 26;
    out[i] = !letter ? in[i] : static_cast<uint8_t>(in_word ? in[i] | 0x20 : in[i] & ~0x20);
    in_word = letter;
  }
}

NATIVE(str_capitalize, "capitalize(self, /)", "A copy with the first character in title case and the others in lower case.") {
  StrView text = view(args[0]);
  if (text.ascii) return map_ascii(vm, text, capitalize_ascii);
  StrBuilder out(vm);
  if (text.length) add_title(out, text[0]);
  for (size_t i = 1; i < text.length; i++) add_lower(out, text, i);
  return out.finish();
}

NATIVE(str_title, "title(self, /)", "A copy where words start in title case and go on in lower case.") {
  StrView text = view(args[0]);
  if (text.ascii) return map_ascii(vm, text, title_ascii);
  StrBuilder out(vm);
  bool in_word = false;
  for (size_t i = 0; i < text.length; i++) {
    if (in_word) add_lower(out, text, i);
    else add_title(out, text[i]);
    in_word = char_flags(text[i]) & (kCharCased | kCharLower | kCharUpper | kCharTitle);
  }
  return out.finish();
}

NATIVE(str_swapcase, "swapcase(self, /)", "A copy with upper case made lower and lower case made upper.") {
  StrView text = view(args[0]);
  if (text.ascii) return map_ascii(vm, text, swap_case_ascii);
  StrBuilder out(vm);
  Char mapped[3];
  for (size_t i = 0; i < text.length; i++) {
    uint16_t flags = char_flags(text[i]);
    if (flags & kCharUpper) {
      add_lower(out, text, i);
    } else if (flags & kCharLower) {
      int count = char_upper(text[i], mapped);
      for (int k = 0; k < count; k++) out.add_char(mapped[k]);
    } else {
      out.add_char(text[i]);
    }
  }
  return out.finish();
}

/// Whether there are characters and all have one of the flags.
Value all_have(Args args, uint16_t flags) {
  StrView text = view(args[0]);
  for (size_t i = 0; i < text.length; i++) {
    if (!(char_flags(text[i]) & flags)) return Value::boolean(false);
  }
  return Value::boolean(text.length != 0);
}

NATIVE(str_isalpha, "isalpha(self, /)", "Whether all characters are letters, and there are some.") { return all_have(args, kCharAlpha); }
NATIVE(str_isdecimal, "isdecimal(self, /)", "Whether all characters are decimal digits, and there are some.") { return all_have(args, kCharDecimal); }
NATIVE(str_isdigit, "isdigit(self, /)", "Whether all characters are digits, and there are some.") { return all_have(args, kCharDigit); }
NATIVE(str_isnumeric, "isnumeric(self, /)", "Whether all characters are numeric, and there are some.") { return all_have(args, kCharNumeric); }
NATIVE(str_isspace, "isspace(self, /)", "Whether all characters are whitespace, and there are some.") { return all_have(args, kCharSpace); }
NATIVE(str_isalnum, "isalnum(self, /)", "Whether all characters are letters or numeric, and there are some.") {
  return all_have(args, kCharAlpha | kCharDecimal | kCharDigit | kCharNumeric);
}

NATIVE(str_isprintable, "isprintable(self, /)", "Whether repr() shows all characters as they are.") {
  return args[0].as<Str>()->length ? all_have(args, kCharPrintable) : Value::boolean(true);
}

NATIVE(str_isascii, "isascii(self, /)", "Whether all characters are below U+0080.") { return Value::boolean(view(args[0]).ascii); }

NATIVE(str_isidentifier, "isidentifier(self, /)", "Whether the text is a valid name (keywords included).") {
  return Value::boolean(is_identifier(view(args[0])));
}

Value all_cased(Args args, uint16_t wanted, uint16_t unwanted) {
  StrView text = view(args[0]);
  bool found = false;
  for (size_t i = 0; i < text.length; i++) {
    uint16_t flags = char_flags(text[i]);
    if (flags & unwanted) return Value::boolean(false);
    if (flags & wanted) found = true;
  }
  return Value::boolean(found);
}

NATIVE(str_islower, "islower(self, /)", "Whether all cased characters are lower case, and there are some.") {
  return all_cased(args, kCharLower, kCharUpper | kCharTitle);
}
NATIVE(str_isupper, "isupper(self, /)", "Whether all cased characters are upper case, and there are some.") {
  return all_cased(args, kCharUpper, kCharLower | kCharTitle);
}

NATIVE(str_istitle, "istitle(self, /)", "Whether words start in upper case and go on in lower case, and there are some.") {
  StrView text = view(args[0]);
  bool in_word = false, found = false;
  for (size_t i = 0; i < text.length; i++) {
    uint16_t flags = char_flags(text[i]);
    if (flags & (kCharUpper | kCharTitle)) {
      if (in_word) return Value::boolean(false);
      in_word = found = true;
    } else if (flags & kCharLower) {
      if (!in_word) return Value::boolean(false);
      found = true;
    } else {
      in_word = false;
    }
  }
  return Value::boolean(found);
}

}  // namespace

void setup_str_case(Vm& vm) {
  define_class(vm, vm.type(Kind::Str),
               {&str_lower_spec, &str_upper_spec, &str_casefold_spec, &str_capitalize_spec, &str_title_spec, &str_swapcase_spec,
                &str_isalpha_spec, &str_isdecimal_spec, &str_isdigit_spec, &str_isnumeric_spec, &str_isspace_spec,
                &str_isalnum_spec, &str_isprintable_spec, &str_isascii_spec, &str_isidentifier_spec, &str_islower_spec,
                &str_isupper_spec, &str_istitle_spec},
               {});
}

}  // namespace coil
