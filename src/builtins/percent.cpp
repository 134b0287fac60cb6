// The % operator of str and bytes. Both share one formatter: bytes are treated as Latin-1 text whose %s, %b, %r and %c differ.
#include "builtins/text_internal.hpp"

#include <cstdio>
#include <cstdlib>

namespace coil {

namespace {

struct Percent {
  Vm& vm;
  Value format;              // Str, or bytes-like: kept alive for `text`
  StrView text;
  bool bytes;
  Value args;                // the right operand, or what %(key) found
  Value mapping;             // the right operand when it can be asked for keys, else nothing
  int64_t count, next;       // arguments; a lone operand is (-1, -2) as in CPython
  StrBuilder out;
  size_t at = 0;

  // One conversion.
  bool left = false, plus = false, blank = false, alternate = false, zero = false;
  int64_t width = -1, precision = -1;
  Char conversion = 0;

  Result<Value> next_argument() {
    if (next >= count) return raise_type_error(vm, "not enough arguments for format string");
    int64_t index = next++;
    return count < 0 ? args : args.as<Tuple>()->items[index];
  }

  bool more() const { return at < text.length; }

  Result<void> parse_key_reenter() {
    if (mapping.is_nothing()) return raise_type_error(vm, "format requires a mapping");
    size_t start = ++at;
    int depth = 1;
    while (depth > 0 && more()) {
      Char c = text[at++];
      if (c == ')') depth--;
      else if (c == '(') depth++;
    }
    if (depth > 0) return raise_value_error(vm, "incomplete format key");
    Value key;
    if (bytes) {
      COIL_TRY(key, Result<Value>(new_bytes(vm, text.narrow() + start, at - 1 - start)));
    } else {
      COIL_TRY(key, Result<Value>(substring(vm, format.as<Str>(), start, at - 1)));
    }
    COIL_TRY(args, get_item_reenter(vm, mapping, key));
    count = -1;
    next = -2;
    return ok();
  }

  /// A number or '*' at `at`.
  Result<int64_t> parse_size(const char* too_big, bool is_precision) {
    if (more() && text[at] == '*') {
      at++;
      COIL_TRY(Value value, next_argument());
      if (!value.is_int()) return raise_type_error(vm, "* wants int");
      int64_t number;
      if (!int_to_i64(value, &number) || number == INT64_MIN) {
        return raise(vm, Exc::OverflowError, "Python int too large to convert to C %s", is_precision ? "int" : "ssize_t");
      }
      if (is_precision && number != static_cast<int>(number)) {
        return raise(vm, Exc::OverflowError, "Python int too large to convert to C int");
      }
      if (!more()) return raise_value_error(vm, "incomplete format");
      return number;
    }
    int64_t number = 0;
    while (more() && text[at] >= '0' && text[at] <= '9') {
      if (__builtin_mul_overflow(number, 10, &number) || __builtin_add_overflow(number, static_cast<int64_t>(text[at] - '0'), &number)) {
        return raise_value_error(vm, "%s too big", too_big);
      }
      at++;
    }
    if (is_precision && number > INT32_MAX) return raise_value_error(vm, "%s too big", too_big);
    return number;
  }

  Result<void> parse_conversion_reenter() {
    left = plus = blank = alternate = zero = false;
    width = precision = -1;
    if (more() && text[at] == '(') COIL_CHECK(parse_key_reenter());
    for (; more(); at++) {
      Char c = text[at];
      if (c == '-') left = true;
      else if (c == '+') plus = true;
      else if (c == ' ') blank = true;
      else if (c == '#') alternate = true;
      else if (c == '0') zero = true;
      else break;
    }
    COIL_TRY(width, parse_size("width", false));
    if (width < 0) {
      left = true;
      width = -width;
    }
    if (more() && text[at] == '.') {
      at++;
      COIL_TRY(precision, parse_size(bytes ? "prec" : "precision", true));
      if (precision < 0) precision = 0;
    }
    if (more() && (text[at] == 'h' || text[at] == 'l' || text[at] == 'L')) at++;
    if (!more()) return raise_value_error(vm, "incomplete format");
    conversion = text[at++];
    return ok();
  }

  /// Pads and adds; `prefix` (sign, 0x) comes before zeros and behind blanks.
  Result<void> add_padded(std::string_view prefix, const StrView& body, size_t length, bool zeros) {
    size_t total = prefix.size() + length;
    size_t missing = width > 0 && static_cast<uint64_t>(width) > total ? static_cast<size_t>(width) - total : 0;
    if (missing > kMaxStrLength) return raise_memory_error(vm);
    if (!left && !zeros) out.add_repeated(' ', missing);
    out.add(prefix);
    if (!left && zeros) out.add_repeated('0', missing);
    out.add_range(body, 0, length);
    if (left) out.add_repeated(' ', missing);
    return ok();
  }

  Result<void> add_text(Str* str) {
    StrView body = view(str);
    size_t length = body.length;
    if (precision >= 0 && static_cast<uint64_t>(precision) < length) length = static_cast<size_t>(precision);
    return add_padded({}, body, length, false);
  }

  Result<Value> converted_reenter(Value value, bool needs_index) {
    const Slots& slots = class_of(value)->slots;
    if (value.is_float() && !needs_index) return int_from_double(vm, value.as_float());
    if (needs_index || !slots.to_int || value.is(Kind::Str)) return index_reenter(vm, value);
    COIL_TRY(Value number, slots.to_int(vm, value));
    if (!number.is_int()) return raise_type_error(vm, "__int__ returned non-int (type %s)", type_name(number));
    COIL_CHECK(check_converted_reenter(vm, value, "__int__", number, Kind::Int));
    return number;
  }

  /// Every TypeError of the conversion becomes one that names the type.
  Result<Value> integer_argument_reenter(Value value) {
    if (value.is_int()) return exact_int(vm, value);
    char c = static_cast<char>(conversion);
    bool needs_index = c == 'x' || c == 'X' || c == 'o';
    Result<Value> number = converted_reenter(value, needs_index);
    if (number) return exact_int(vm, *number);
    if (!pending_matches(vm, Exc::TypeError)) return Error{};
    clear_pending(vm);
    if (needs_index) return raise_type_error(vm, "%%%c format: an integer is required, not %s", c, type_name(value));
    return raise_type_error(vm, "%%%c format: a real number is required, not %s", bytes && c == 'i' ? 'd' : c, type_name(value));
  }

  Result<void> add_integer_reenter(Value value) {
    COIL_TRY(Value number, integer_argument_reenter(value));
    int base = conversion == 'o' ? 8 : conversion == 'x' || conversion == 'X' ? 16 : 10;
    COIL_TRY(Str* digits, int_to_str(vm, number, base));
    std::string body(str_ascii_view(digits));
    std::string prefix;
    if (body[0] == '-') {
      prefix = "-";
      body.erase(0, 1);
    } else if (plus) {
      prefix = "+";
    } else if (blank) {
      prefix = " ";
    }
    if (alternate && base != 10) prefix += base == 8 ? "0o" : conversion == 'x' ? "0x" : "0X";
    if (conversion == 'X') {
      for (char& c : body) {
        if (c >= 'a') c = static_cast<char>(c - 32);
      }
    }
    if (precision > static_cast<int64_t>(INT32_MAX) - 3) return raise(vm, Exc::OverflowError, "precision too large");
    if (precision > static_cast<int64_t>(body.size())) body.insert(0, static_cast<size_t>(precision) - body.size(), '0');
    return add_padded(prefix, {body.data(), body.size(), false, true}, body.size(), zero);
  }

  Result<void> add_float_reenter(Value value) {
    if (bytes && !class_of(value)->slots.to_float && !class_of(value)->slots.index) {
      return raise_type_error(vm, "float argument required, not %s", type_name(value));
    }
    COIL_TRY(double number, number_as_double_reenter(vm, value));
    if (precision < 0) precision = 6;
    if (precision > INT32_MAX - 64) return raise_value_error(vm, "precision too big");
    char pattern[8];
    std::snprintf(pattern, sizeof pattern, "%%%s.*%c", alternate ? "#" : "", static_cast<char>(conversion));
    char fixed[64];
    int size = std::snprintf(fixed, sizeof fixed, pattern, static_cast<int>(precision), number);
    if (size < 0) return raise_memory_error(vm);
    std::string body(fixed, std::min(static_cast<size_t>(size), sizeof fixed - 1));
    if (body.size() < static_cast<size_t>(size)) {
      body.resize(static_cast<size_t>(size));
      std::snprintf(body.data(), body.size() + 1, pattern, static_cast<int>(precision), number);
    }
    std::string prefix;
    if (number != number) body = body.back() == 'N' ? "NAN" : "nan";
    if (body[0] == '-') {
      prefix = "-";
      body.erase(0, 1);
    } else if (plus) {
      prefix = "+";
    } else if (blank) {
      prefix = " ";
    }
    return add_padded(prefix, {body.data(), body.size(), false, true}, body.size(), zero);
  }

  Result<void> add_char(Value value) {
    Char c;
    ByteSpan span;
    if (bytes && (value.is(Kind::Bytes) || value.is(Kind::ByteArray)) && byte_span(value, &span)) {
      if (span.size != 1) return raise_type_error(vm, "%%c requires an integer in range(256) or a single byte");
      c = span.data[0];
    } else if (!bytes && value.is(Kind::Str)) {
      if (value.as<Str>()->length != 1) return raise_type_error(vm, "%%c requires int or char");
      c = view(value)[0];
    } else {
      Result<Value> index = index_reenter(vm, value);
      if (!index) {
        if (!pending_matches(vm, Exc::TypeError)) return Error{};
        clear_pending(vm);
        return raise_type_error(vm, bytes ? "%%c requires an integer in range(256) or a single byte" : "%%c requires int or char");
      }
      int64_t number;
      if (!int_to_i64(*index, &number) || number < 0 || number > (bytes ? 255 : 0x10ffff)) {
        return raise(vm, Exc::OverflowError, bytes ? "%%c arg not in range(256)" : "%%c arg not in range(0x110000)");
      }
      c = static_cast<Char>(number);
    }
    return add_padded({}, {&c, 1, true, false}, 1, false);
  }

  Result<void> add_bytes_reenter(Value value) {
    ByteSpan span;
    if (!byte_span(value, &span)) {
      COIL_TRY(Value method, lookup_special_reenter(vm, value, vm.name(Name::bytes_)));
      if (method.is_stop()) {
        return raise_type_error(vm, "%%b requires a bytes-like object, or an object that implements __bytes__, not '%s'",
                                type_name(value));
      }
      COIL_TRY(value, call_reenter(vm, method, {}));
      if (!value.is(Kind::Bytes)) {
        return raise_type_error(vm, "__bytes__ returned non-bytes (type %s)", type_name(value));
      }
      byte_span(value, &span);
    }
    size_t length = span.size;
    if (precision >= 0 && static_cast<uint64_t>(precision) < length) length = static_cast<size_t>(precision);
    return add_padded({}, {span.data, span.size, false, false}, length, false);
  }

  Result<void> convert_reenter() {
    size_t index = at - 1;
    COIL_TRY(Value value, next_argument());
    switch (conversion) {
      case 'b':
        if (!bytes) break;
        return add_bytes_reenter(value);
      case 's':
        if (bytes) return add_bytes_reenter(value);
        if (is_exact(value, Kind::Str)) return add_text(value.as<Str>());
        {
          COIL_TRY(Str* str, str_reenter(vm, value));
          return add_text(str);
        }
      case 'r':
      case 'a': {
        COIL_TRY(Str* str, conversion == 'r' && !bytes ? repr_reenter(vm, value) : ascii_reenter(vm, value));
        return add_text(str);
      }
      case 'i':
      case 'd':
      case 'u':
      case 'o':
      case 'x':
      case 'X': return add_integer_reenter(value);
      case 'e':
      case 'E':
      case 'f':
      case 'F':
      case 'g':
      case 'G': return add_float_reenter(value);
      case 'c': return add_char(value);
      default: break;
    }
    // CPython shows the byte itself and, a char being signed, fails at the upper half.
    if (bytes && conversion > 127) return raise(vm, Exc::OverflowError, "character argument not in range(0x110000)");
    return raise_value_error(vm, "unsupported format character '%c' (0x%x) at index %zu",
                             bytes || (conversion > 31 && conversion < 127) ? static_cast<char>(conversion) : '?', conversion, index);
  }

  Result<Str*> run_reenter() {
    while (more()) {
      size_t start = at;
      while (more() && text[at] != '%') at++;
      out.add_range(text, start, at);
      if (!more()) break;
      at++;
      if (more() && text[at] == '%') {
        out.add_char('%');
        at++;
        continue;
      }
      COIL_CHECK(parse_conversion_reenter());
      COIL_CHECK(convert_reenter());
    }
    if (next < count && mapping.is_nothing()) {
      return raise_type_error(vm, "not all arguments converted during %s formatting", bytes ? "bytes" : "string");
    }
    return out.finish();
  }
};

/// Whether %(key) may be asked of the operand.
bool is_format_mapping(Value value, bool bytes) {
  if (value.is(Kind::Tuple) || value.is(Kind::Str)) return false;
  if (bytes && (value.is(Kind::Bytes) || value.is(Kind::ByteArray))) return false;
  return takes_keys(value);
}

Result<Str*> percent_reenter(Vm& vm, Value format, const StrView& text, bool bytes, Value arguments) {
  bool tuple = arguments.is(Kind::Tuple);
  Percent percent{.vm = vm,
                  .format = format,
                  .text = text,
                  .bytes = bytes,
                  .args = arguments,
                  .mapping = is_format_mapping(arguments, bytes) ? arguments : Value(),
                  .count = tuple ? static_cast<int64_t>(arguments.as<Tuple>()->size) : -1,
                  .next = tuple ? 0 : -2,
                  .out = StrBuilder(vm)};
  return percent.run_reenter();
}

}  // namespace

Result<Value> str_percent_reenter(Vm& vm, Str* format, Value arguments) {
  COIL_TRY(Str* text, percent_reenter(vm, format, view(format), false, arguments));
  return stays_as_it_is(format, "%") ? format : text;
}

Result<Value> bytes_mod(Vm& vm, Value left, Value right) {
  if (!left.is(Kind::Bytes) && !left.is(Kind::ByteArray)) return Value(&not_implemented_cell);
  // A bytearray may change while arguments are converted: format a copy.
  COIL_TRY(ByteSpan span, require_bytes(vm, left));
  COIL_TRY(Bytes* format, new_bytes(vm, span.data, span.size));
  COIL_TRY(Str* text, percent_reenter(vm, format, {format->data, format->size, false, false}, true, right));
  return bytes_like(vm, left, view(text).data, text->length);
}

}  // namespace coil
