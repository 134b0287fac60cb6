// str.format, format_map, str.__format__, repr() of text, and the parser that string.Formatter shares (module _string).
// Numbers format themselves (number_format.cpp); the % operator is in percent.cpp.
#include "builtins/text_internal.hpp"

#include <cstdio>

#include "builtins/str_format.hpp"
#include "objects/setup.hpp"

namespace coil {

// -- repr

static void add_escape(StrBuilder& out, Char c) {
  char escape[12];
  std::snprintf(escape, sizeof escape, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
  out.add(escape);
}

Result<Str*> str_repr(Vm& vm, Str* str) {
  StrView text = view(str);
  bool has_single = false, has_double = false, plain = text.ascii;
  for (size_t i = 0; i < text.length; i++) {
    Char c = text[i];
    if (c == '\'') has_single = true;
    else if (c == '"') has_double = true;
    else if (c < 32 || c == '\\' || c == 127) plain = false;
  }
  Char quote = has_single && !has_double ? '"' : '\'';
  if (plain && !(has_single && has_double)) {
    COIL_TRY(Str* quoted, new_str_uninitialized(vm, text.length + 2, false, true));
    StrWriter out(quoted);
    out.fill(quote, 1);
    out.put(text);
    out.fill(quote, 1);
    return quoted;
  }
  StrBuilder out(vm);
  out.add_char(quote);
  for (size_t i = 0; i < text.length; i++) {
    Char c = text[i];
    if (c == quote || c == '\\') {
      out.add_char('\\');
      out.add_char(c);
    } else if (c == '\n') {
      out.add("\\n");
    } else if (c == '\r') {
      out.add("\\r");
    } else if (c == '\t') {
      out.add("\\t");
    } else if (c < 32 || c == 127 || (c > 127 && !char_is_printable(c))) {
      add_escape(out, c);
    } else {
      out.add_char(c);
    }
  }
  out.add_char(quote);
  return out.finish();
}

// -- format specification of text

Result<Str*> str_format_spec(Vm& vm, Str* str, Str* spec) {
  if (!spec->length) return exact_str(vm, str);
  COIL_TRY(FormatSpec format, parse_format_spec(vm, spec, "str"));
  if (format.type && format.type != 's') {
    if (format.type > 32 && format.type < 128) {
      return raise_value_error(vm, "Unknown format code '%c' for object of type '%s'", static_cast<char>(format.type),
                               type_name(Value(str)));
    }
    return raise_value_error(vm, "Unknown format code '\\x%x' for object of type '%s'", format.type, type_name(Value(str)));
  }
  if (format.grouping) return raise_value_error(vm, "Cannot specify '%c' with 's'.", format.grouping);
  if (format.sign == ' ') return raise_value_error(vm, "Space not allowed in string format specifier");
  if (format.sign) return raise_value_error(vm, "Sign not allowed in string format specifier");
  if (format.no_negative_zero) {
    return raise_value_error(vm, "Negative zero coercion (z) not allowed in string format specifier");
  }
  if (format.alternate) return raise_value_error(vm, "Alternate form (#) not allowed in string format specifier");
  if (format.align == '=') return raise_value_error(vm, "'=' alignment not allowed in string format specifier");
  StrView text = view(str);
  size_t length = text.length;
  if (format.precision >= 0 && static_cast<uint64_t>(format.precision) < length) length = static_cast<size_t>(format.precision);
  if (format.width <= static_cast<int64_t>(length)) return length == text.length ? Result<Str*>(str) : substring(vm, str, 0, length);
  size_t missing = static_cast<size_t>(format.width) - length;
  size_t left = format.align == '>' ? missing : format.align == '^' ? missing / 2 : 0;
  Char fill = format.zero_pad && format.fill == ' ' ? '0' : format.fill;
  COIL_TRY(Str* padded, new_str_uninitialized(vm, static_cast<size_t>(format.width), text.wide || fill > 255, text.ascii && fill < 128));
  StrWriter out(padded);
  out.fill(fill, left);
  out.put(text, 0, length);
  out.fill(fill, missing - left);
  return narrowest(vm, padded);
}

// -- the markup parser

Result<bool> MarkupParser::next(Vm& vm, Markup* markup) {
  *markup = {};
  if (at_ >= end_) return false;
  size_t start = at_;
  Char c = 0;
  bool follows = false;
  while (at_ < end_) {
    c = text_[at_++];
    if (c == '{' || c == '}') {
      follows = true;
      break;
    }
  }
  bool at_end = at_ >= end_;
  size_t length = at_ - start;
  if (c == '}' && (at_end || text_[at_] != '}')) return raise_value_error(vm, "Single '}' encountered in format string");
  if (at_end && c == '{') return raise_value_error(vm, "Single '{' encountered in format string");
  if (follows) {  // something follows the brace: at the end both are errors
    if (text_[at_] == c) {
      at_++;
      follows = false;
    } else {
      length--;
    }
  }
  markup->literal = {start, start + length};
  if (!follows) return true;
  markup->has_field = true;
  COIL_CHECK(parse_field(vm, markup));
  return true;
}

Result<void> MarkupParser::parse_field(Vm& vm, Markup* markup) {
  Char c = 0;
  size_t start = at_;
  bool ended = false;
  while (at_ < end_ && !ended) {
    c = text_[at_++];
    if (c == '{') return raise_value_error(vm, "unexpected '{' in field name");
    if (c == '[') {
      while (at_ < end_ && text_[at_] != ']') at_++;
    } else if (c == '}' || c == ':' || c == '!') {
      ended = true;
    }
  }
  if (!ended) return raise_value_error(vm, "expected '}' before end of string");
  markup->name = {start, at_ - 1};
  markup->spec = {at_, at_};
  if (c == '}') return ok();
  if (c == '!') {
    if (at_ >= end_) return raise_value_error(vm, "end of string while looking for conversion specifier");
    markup->conversion = text_[at_++];
    if (at_ < end_) {
      c = text_[at_++];
      markup->spec = {at_, at_};
      if (c == '}') return ok();
      if (c != ':') return raise_value_error(vm, "expected ':' after conversion specifier");
    }
  }
  size_t spec_start = at_;
  int depth = 1;
  while (at_ < end_) {
    c = text_[at_++];
    if (c == '{') {
      markup->nested = true;
      depth++;
    } else if (c == '}' && --depth == 0) {
      markup->spec = {spec_start, at_ - 1};
      return ok();
    }
  }
  return raise_value_error(vm, "unmatched '{' in format spec");
}

Result<int64_t> format_integer(Vm& vm, const StrView& text, TextRange range) {
  if (range.start == range.end) return int64_t{-1};
  int64_t number = 0;
  for (size_t i = range.start; i < range.end; i++) {
    int digit = char_decimal(text[i]);
    if (digit < 0) return int64_t{-1};
    if (__builtin_mul_overflow(number, 10, &number) || __builtin_add_overflow(number, digit, &number)) {
      return raise_value_error(vm, "Too many decimal digits in format string");
    }
  }
  return number;
}

TextRange field_first(const StrView& text, TextRange name) {
  size_t i = name.start;
  while (i < name.end && text[i] != '.' && text[i] != '[') i++;
  return {name.start, i};
}

Result<bool> FieldSteps::next(Vm& vm, FieldStep* step) {
  if (at_ >= end_) return false;
  Char c = text_[at_++];
  size_t start = at_;
  if (c == '.') {
    while (at_ < end_ && text_[at_] != '.' && text_[at_] != '[') at_++;
    *step = {true, {start, at_}, -1};
  } else if (c == '[') {
    while (at_ < end_ && text_[at_] != ']') at_++;
    if (at_ >= end_) return raise_value_error(vm, "Missing ']' in format string");
    *step = {false, {start, at_}, -1};
    at_++;
    COIL_TRY(step->index, format_integer(vm, text_, step->name));
  } else {
    return raise_value_error(vm, "Only '.' or '[' may follow ']' in format field specifier");
  }
  if (step->name.start == step->name.end) return raise_value_error(vm, "Empty attribute in format string");
  return true;
}

// -- str.format

namespace {

struct Formatter {
  Vm& vm;
  Str* source;
  StrView text;
  Tuple* args;      // nullptr: format_map
  Value kwargs;     // Dict of format(), or the mapping of format_map
  enum { Unknown, Automatic, Manual } numbering = Unknown;
  int64_t next_index = 0;

  Result<Value> field_value_reenter(TextRange name) {
    TextRange first = field_first(text, name);
    COIL_TRY(int64_t index, format_integer(vm, text, first));
    bool empty = first.start == first.end;
    if (empty || index >= 0) {
      if (numbering == Unknown) numbering = empty ? Automatic : Manual;
      if (numbering == Manual && empty) {
        return raise_value_error(vm, "cannot switch from manual field specification to automatic field numbering");
      }
      if (numbering == Automatic && !empty) {
        return raise_value_error(vm, "cannot switch from automatic field numbering to manual field specification");
      }
      if (empty) index = next_index++;
    }
    Value value;
    if (index < 0) {
      COIL_TRY(Str* key, substring(vm, source, first.start, first.end));
      if (args) {
        COIL_TRY(value, dict_get_reenter(vm, kwargs.as<Dict>(), key));
        if (value.is_stop()) return raise_key_error(vm, key);
      } else {
        COIL_TRY(value, get_item_reenter(vm, kwargs, key));
      }
    } else {
      if (!args) return raise_value_error(vm, "Format string contains positional fields");
      if (static_cast<uint64_t>(index) >= args->size) {
        return raise(vm, Exc::IndexError, "Replacement index %lld out of range for positional args tuple", static_cast<long long>(index));
      }
      value = args->items[index];
    }
    FieldSteps steps(text, {first.end, name.end});
    FieldStep step;
    for (;;) {
      COIL_TRY(bool more, steps.next(vm, &step));
      if (!more) return value;
      if (step.is_attribute) {
        COIL_TRY(Str* attribute, substring(vm, source, step.name.start, step.name.end));
        COIL_TRY(value, get_attr_reenter(vm, value, intern_str(vm, attribute)));
      } else if (step.index >= 0) {
        COIL_TRY(Value key, make_int(vm, step.index));
        COIL_TRY(value, get_item_reenter(vm, value, key));
      } else {
        COIL_TRY(Str* key, substring(vm, source, step.name.start, step.name.end));
        COIL_TRY(value, get_item_reenter(vm, value, key));
      }
    }
  }

  Result<void> add_field_reenter(StrBuilder& out, const Markup& markup, int depth) {
    COIL_TRY(Value value, field_value_reenter(markup.name));
    if (markup.conversion) {
      Char c = markup.conversion;
      if (c == 'r') {
        COIL_TRY(value, Result<Value>(repr_reenter(vm, value)));
      } else if (c == 's') {
        COIL_TRY(value, Result<Value>(str_reenter(vm, value)));
      } else if (c == 'a') {
        COIL_TRY(value, Result<Value>(ascii_reenter(vm, value)));
      } else if (c > 32 && c < 127) {
        return raise_value_error(vm, "Unknown conversion specifier %c", static_cast<char>(c));
      } else {
        return raise_value_error(vm, "Unknown conversion specifier \\x%x", c);
      }
    }
    Str* spec = vm.empty_str;
    if (markup.nested) {
      StrBuilder nested(vm);
      COIL_CHECK(run_reenter(nested, markup.spec, depth - 1));
      COIL_TRY(spec, nested.finish());
    } else if (markup.spec.start < markup.spec.end) {
      COIL_TRY(spec, substring(vm, source, markup.spec.start, markup.spec.end));
    }
    if (is_exact(value, Kind::Str) && !spec->length) {
      out.add_str(value.as<Str>());
      return ok();
    }
    COIL_TRY(Str* formatted, format_reenter(vm, value, spec));
    out.add_str(formatted);
    return ok();
  }

  Result<void> run_reenter(StrBuilder& out, TextRange range, int depth) {
    if (depth <= 0) return raise_value_error(vm, "Max string recursion exceeded");
    MarkupParser parser(text, range);
    Markup markup;
    for (;;) {
      COIL_TRY(bool more, parser.next(vm, &markup));
      if (!more) return ok();
      out.add_range(text, markup.literal.start, markup.literal.end);
      if (markup.has_field) COIL_CHECK(add_field_reenter(out, markup, depth));
    }
  }

  Result<Value> format_reenter_all() {
    if (stays_as_it_is(source, "{}")) return source;
    StrBuilder out(vm);
    COIL_CHECK(run_reenter(out, {0, text.length}, 2));
    return out.finish();
  }
};

NATIVE(str_format_method, "format(self, /, *args, **kwargs) any keys", "Replace the fields in braces by formatted arguments.") {
  Str* str = self_as<Str>(args);
  Formatter formatter{vm, str, view(str), args[1].as<Tuple>(), args[2]};
  return formatter.format_reenter_all();
}

NATIVE(str_format_map, "format_map(self, mapping, /)", "Like format(**mapping), without copying the mapping.") {
  Str* str = self_as<Str>(args);
  Formatter formatter{vm, str, view(str), nullptr, args[1]};
  return formatter.format_reenter_all();
}

NATIVE(str_dunder_format, "__format__(self, format_spec, /)", "The text as the format specification asks.") {
  if (!args[1].is(Kind::Str)) return raise_type_error(vm, "__format__() argument must be str, not %s", argument_type_name(args[1]));
  if (args[1].as<Str>()->length == 0 && !is_exact(args[0], Kind::Str)) return str_reenter(vm, args[0]);
  return str_format_spec(vm, self_as<Str>(args), args[1].as<Str>());
}

// -- module _string, for string.Formatter

Result<Str*> template_argument(Vm& vm, Value argument) {
  if (argument.is(Kind::Str)) return argument.as<Str>();
  return raise_type_error(vm, "expected str, got %s", type_name(argument));
}

NATIVE(formatter_parser, "formatter_parser(string, /)", "The (literal, field name, format spec, conversion) tuples of a format string; a mistake in it is the last item.") {
  COIL_TRY(Str* str, template_argument(vm, args[0]));
  COIL_TRY(List* list, new_list(vm));
  StrView text = view(str);
  MarkupParser parser(text, {0, text.length});
  Markup markup;
  for (;;) {
    Result<bool> more = parser.next(vm, &markup);
    if (!more) COIL_CHECK(list_append(vm, list, clear_pending(vm)));
    if (!more || !*more) return iter_reenter(vm, list);
    COIL_TRY(Str* literal, substring(vm, str, markup.literal.start, markup.literal.end));
    Value name = none(), spec = none(), conversion = none();
    if (markup.has_field) {
      COIL_TRY(name, Result<Value>(substring(vm, str, markup.name.start, markup.name.end)));
      COIL_TRY(spec, Result<Value>(substring(vm, str, markup.spec.start, markup.spec.end)));
      if (markup.conversion) {
        COIL_TRY(conversion, Result<Value>(new_str_char(vm, markup.conversion)));
      }
    }
    COIL_TRY(Tuple* item, make_tuple(vm, {literal, name, spec, conversion}));
    COIL_CHECK(list_append(vm, list, item));
  }
}

NATIVE(formatter_field_name_split, "formatter_field_name_split(string, /)", "The first part of a field name, and an iterator over (is attribute, name or index) pairs of the rest.") {
  COIL_TRY(Str* str, template_argument(vm, args[0]));
  COIL_TRY(List* list, new_list(vm));
  StrView text = view(str);
  TextRange first = field_first(text, {0, text.length});
  COIL_TRY(int64_t index, format_integer(vm, text, first));
  Value head;
  if (index >= 0) {
    COIL_TRY(head, make_int(vm, index));
  } else {
    COIL_TRY(head, Result<Value>(substring(vm, str, first.start, first.end)));
  }
  FieldSteps steps(text, {first.end, text.length});
  FieldStep step;
  for (;;) {
    COIL_TRY(bool more, steps.next(vm, &step));
    if (!more) break;
    Value key;
    if (!step.is_attribute && step.index >= 0) {
      COIL_TRY(key, make_int(vm, step.index));
    } else {
      COIL_TRY(key, Result<Value>(substring(vm, str, step.name.start, step.name.end)));
    }
    COIL_TRY(Tuple* pair, make_tuple(vm, {Value::boolean(step.is_attribute), key}));
    COIL_CHECK(list_append(vm, list, pair));
  }
  COIL_TRY(Value rest, iter_reenter(vm, list));
  return make_tuple(vm, {head, rest});
}

}  // namespace

void setup_string_helpers(Vm& vm, Dict* ns) {
  define_functions(vm, ns, "_string", {&formatter_parser_spec, &formatter_field_name_split_spec});
}

void setup_str_format(Vm& vm) {
  define_class(vm, vm.type(Kind::Str), {&str_format_method_spec, &str_format_map_spec, &str_dunder_format_spec}, {});
}

}  // namespace coil
