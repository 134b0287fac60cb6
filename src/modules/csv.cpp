// Module _csv: dialects, the reader's state machine and the writer's quoting. DictReader, the sniffer and the registry of dialects are
// in stdlib/csv.py.
#include <string>

#include "modules/support.hpp"
#include "objects/exception.hpp"
#include "objects/protocol.hpp"

namespace coil {

namespace {

enum Quoting : int64_t { kQuoteMinimal, kQuoteAll, kQuoteNonNumeric, kQuoteNone };
constexpr Char kNoChar = ~Char{0};

Class* g_error;
Class* g_dialect;
Class* g_reader;
Class* g_writer;
int64_t g_field_limit = 128 * 1024;

[[gnu::format(printf, 2, 3)]] Error raise_csv(Vm& vm, const char* format, ...) {
  char text[512];
  va_list args;
  va_start(args, format);
  std::vsnprintf(text, sizeof text, format, args);
  va_end(args);
  COIL_TRY(Str* message, new_str(vm, text));
  COIL_TRY(Exception* exception, new_exception(vm, g_error, {message}));
  return raise_exception(vm, exception);
}

// -- dialects

struct Dialect : NativeObject {
  Char delimiter, quote, escape;  // kNoChar: none
  bool double_quote, skip_initial_space, strict;
  int64_t quoting;
  Str* line_end;
};
void trace_dialect(Cell* cell, Marker& marker) { marker.cell(static_cast<Dialect*>(cell)->line_end); }
const NativeObjectOps kDialectOps{trace_dialect, nullptr};

/// A parameter: the argument, else the attribute of the base dialect, else nothing.
Result<Value> parameter_reenter(Vm& vm, Value argument, Value base, const char* name) {
  if (argument) return argument;
  if (!base || base.is_none()) return Value::stop();
  return find_attr_reenter(vm, base, intern(vm, name));
}

Result<Char> character(Vm& vm, const char* name, Value value, Char fallback, bool may_be_none) {
  if (value.is_stop()) return fallback;
  if (value.is_none() && may_be_none) return kNoChar;
  if (!value.is(Kind::Str)) {
    return raise_type_error(vm, "\"%s\" must be string%s, not %s", name, may_be_none ? " or None" : "", type_name(value));
  }
  if (value.as<Str>()->length != 1) return raise_type_error(vm, "\"%s\" must be a 1-character string", name);
  return view(value)[0];
}

Result<bool> flag_reenter(Vm& vm, Value value, bool fallback) {
  if (value.is_stop()) return fallback;
  return truthy_reenter(vm, value);
}

NATIVE(dialect_new, "Dialect(cls, dialect=None, delimiter=',', doublequote=True, escapechar=None, lineterminator='\\r\\n', quotechar='\"', quoting=0, "
                    "skipinitialspace=False, strict=False) nameless", "How a CSV text is written.") {
  Value base = args[1];
  if (base && class_of(base) == g_dialect) {
    bool plain = true;
    for (size_t i = 2; i <= 9; i++) plain = plain && !args.has(i);
    if (plain) return base;
  }
  static constexpr const char* kNames[] = {"delimiter", "doublequote", "escapechar", "lineterminator", "quotechar", "quoting", "skipinitialspace", "strict"};
  Value values[8];
  for (size_t i = 0; i < 8; i++) {
    COIL_TRY(values[i], parameter_reenter(vm, args[i + 2], base, kNames[i]));
  }
  COIL_TRY(Dialect* dialect, new_native_object<Dialect>(vm, g_dialect, &kDialectOps));
  COIL_TRY(dialect->delimiter, character(vm, "delimiter", values[0], ',', false));
  COIL_TRY(dialect->double_quote, flag_reenter(vm, values[1], true));
  COIL_TRY(dialect->escape, character(vm, "escapechar", values[2], kNoChar, true));
  if (values[3].is_stop()) {
    COIL_TRY(Str* line_end, new_str(vm, "\r\n"));
    store(dialect, dialect->line_end, line_end);
  } else if (values[3].is(Kind::Str)) {
    store(dialect, dialect->line_end, values[3].as<Str>());
  } else if (values[3].is_none()) {
    return raise_type_error(vm, "lineterminator must be set");
  } else {
    return raise_type_error(vm, "\"lineterminator\" must be a string");
  }
  bool no_quote_given = !values[4].is_stop() && values[4].is_none();
  COIL_TRY(dialect->quote, character(vm, "quotechar", values[4], '"', true));
  dialect->quoting = kQuoteMinimal;
  if (!values[5].is_stop()) {
    if (!values[5].is_int()) return raise_type_error(vm, "\"quoting\" must be an integer");
    if (!int_to_i64(values[5], &dialect->quoting) || dialect->quoting < kQuoteMinimal || dialect->quoting > kQuoteNone) {
      return raise_type_error(vm, "bad \"quoting\" value");
    }
  } else if (no_quote_given) {
    dialect->quoting = kQuoteNone;
  }
  COIL_TRY(dialect->skip_initial_space, flag_reenter(vm, values[6], false));
  COIL_TRY(dialect->strict, flag_reenter(vm, values[7], false));
  if (dialect->quoting != kQuoteNone && dialect->quote == kNoChar) return raise_type_error(vm, "quotechar must be set if quoting enabled");
  return Value(dialect);
}
COIL_MAKE_SLOT(dialect_make, dialect_new)

Result<Value> char_value(Vm& vm, Char c) {
  if (c == kNoChar) return none();
  COIL_TRY(Str* text, new_str_char(vm, c));
  return Value(text);
}
Result<Value> dialect_delimiter(Vm& vm, Value self) { return char_value(vm, self.as<Dialect>()->delimiter); }
Result<Value> dialect_escape(Vm& vm, Value self) { return char_value(vm, self.as<Dialect>()->escape); }
Result<Value> dialect_quote(Vm& vm, Value self) { return char_value(vm, self.as<Dialect>()->quote); }
Result<Value> dialect_double_quote(Vm&, Value self) { return Value::boolean(self.as<Dialect>()->double_quote); }
Result<Value> dialect_skip(Vm&, Value self) { return Value::boolean(self.as<Dialect>()->skip_initial_space); }
Result<Value> dialect_strict(Vm&, Value self) { return Value::boolean(self.as<Dialect>()->strict); }
Result<Value> dialect_quoting(Vm&, Value self) { return Value::small_int(self.as<Dialect>()->quoting); }
Result<Value> dialect_line_end(Vm&, Value self) { return Value(self.as<Dialect>()->line_end); }
const GetSetSpec kDialectGetSets[] = {
    {"delimiter", dialect_delimiter, nullptr, "Between fields."},
    {"escapechar", dialect_escape, nullptr, "Before characters that mean something."},
    {"quotechar", dialect_quote, nullptr, "Around fields."},
    {"doublequote", dialect_double_quote, nullptr, "Whether quotes in fields are doubled."},
    {"skipinitialspace", dialect_skip, nullptr, "Whether blanks after delimiters are skipped."},
    {"strict", dialect_strict, nullptr, "Whether bad input raises."},
    {"quoting", dialect_quoting, nullptr, "Which fields are quoted."},
    {"lineterminator", dialect_line_end, nullptr, "After rows."},
};

// -- the reader

enum class State : uint8_t { StartRecord, StartField, EscapedChar, InField, InQuotedField, EscapeInQuoted, QuoteInQuoted, EatNewline, AfterEscapedNewline };

struct Reader : NativeObject {
  Value input;      // iterator of lines
  Dialect* dialect;
  int64_t line_number;
};
void trace_reader(Cell* cell, Marker& marker) {
  auto* reader = static_cast<Reader*>(cell);
  marker.value(reader->input);
  marker.cell(reader->dialect);
}
const NativeObjectOps kReaderOps{trace_reader, nullptr};

/// One row under way: the field's characters are outside the heap.
struct RowParser {
  RowParser(Vm& machine, const Dialect& how, List* into) : vm(machine), dialect(how), fields(into) {}
  Vm& vm;
  const Dialect& dialect;
  List* fields;
  State state = State::StartRecord;
  std::u32string field;
  bool numeric = false;

  Result<void> save_field_reenter() {
    COIL_TRY(Str* text, new_str_chars(vm, reinterpret_cast<const Char*>(field.data()), field.size()));
    field.clear();
    Value value = text;
    if (numeric) {
      numeric = false;
      COIL_TRY(value, call_reenter(vm, vm.type(Kind::Float), {text}));
    }
    return list_append(vm, fields, value);
  }
  Result<void> add(Char c) {
    if (static_cast<int64_t>(field.size()) >= g_field_limit) return raise_csv(vm, "field larger than field limit (%lld)", static_cast<long long>(g_field_limit));
    field += static_cast<char32_t>(c);
    return ok();
  }
  /// A whole field at text[*at] without quotes and escapes, in one piece; *at comes to what ended it. False when it has to be read by character.
  Result<bool> take_plain_field(Str* line, const StrView& text, size_t* at) {
    if (state != State::StartField && state != State::StartRecord) return false;
    Char first = text[*at];
    if (dialect.quoting == kQuoteNonNumeric || (first == dialect.quote && dialect.quoting != kQuoteNone) || first == '\n' || first == '\r' ||
        (first == ' ' && dialect.skip_initial_space)) {
      return false;
    }
    size_t end = *at;
    auto is_plain = [&](Char c) { return c != dialect.delimiter && c != '\n' && c != '\r' && c != dialect.escape; };
    while (end < text.length && is_plain(text[end])) end++;
    bool escaped = end < text.length && text[end] == dialect.escape;
    if (escaped || static_cast<int64_t>(end - *at) > g_field_limit) return false;
    COIL_TRY(Str* value, substring(vm, line, *at, end));
    COIL_CHECK(list_append(vm, fields, value));
    *at = end;
    if (end == text.length) state = State::StartRecord;
    else state = text[end] == dialect.delimiter ? State::StartField : State::EatNewline;
    return true;
  }
  /// kNoChar stands for the end of the line.
  Result<void> process_reenter(Char c) {
    bool line_end = c == '\n' || c == '\r' || c == kNoChar;
    switch (state) {
      case State::StartRecord:
        if (c == kNoChar) return ok();
        if (line_end) {
          state = State::EatNewline;
          return ok();
        }
        state = State::StartField;
        [[fallthrough]];
      case State::StartField: return start_field_reenter(c, line_end);
      case State::EscapedChar:
        if (c == '\n' || c == '\r') {
          COIL_CHECK(add(c));
          state = State::AfterEscapedNewline;
          return ok();
        }
        COIL_CHECK(add(c == kNoChar ? '\n' : c));
        state = State::InField;
        return ok();
      case State::AfterEscapedNewline:
        if (c == kNoChar) return ok();
        [[fallthrough]];
      case State::InField:
        if (line_end) return end_record_reenter(c);
        if (c == dialect.escape) state = State::EscapedChar;
        else if (c == dialect.delimiter) return end_field_reenter();
        else return add(c);
        return ok();
      case State::InQuotedField:
        if (c == kNoChar) return ok();
        if (c == dialect.escape) state = State::EscapeInQuoted;
        else if (c == dialect.quote && dialect.quoting != kQuoteNone) state = dialect.double_quote ? State::QuoteInQuoted : State::InField;
        else return add(c);
        return ok();
      case State::EscapeInQuoted:
        COIL_CHECK(add(c == kNoChar ? '\n' : c));
        state = State::InQuotedField;
        return ok();
      case State::QuoteInQuoted:
        if (dialect.quoting != kQuoteNone && c == dialect.quote) {
          COIL_CHECK(add(c));
          state = State::InQuotedField;
        } else if (c == dialect.delimiter) {
          return end_field_reenter();
        } else if (line_end) {
          return end_record_reenter(c);
        } else if (!dialect.strict) {
          COIL_CHECK(add(c));
          state = State::InField;
        } else {
          COIL_TRY(Str* delimiter, new_str_char(vm, dialect.delimiter));
          COIL_TRY(Str* quote, new_str_char(vm, dialect.quote));
          return raise_csv(vm, "'%s' expected after '%s'", str_utf8(delimiter).c_str(), str_utf8(quote).c_str());
        }
        return ok();
      case State::EatNewline:
        if (c == '\n' || c == '\r') return ok();
        if (c == kNoChar) {
          state = State::StartRecord;
          return ok();
        }
        return raise_csv(vm, "new-line character seen in unquoted field - do you need to open the file in universal-newline mode?");
    }
    return ok();
  }

 private:
  Result<void> start_field_reenter(Char c, bool line_end) {
    if (line_end) return end_record_reenter(c);
    if (c == dialect.quote && dialect.quoting != kQuoteNone) state = State::InQuotedField;
    else if (c == dialect.escape) state = State::EscapedChar;
    else if (c == ' ' && dialect.skip_initial_space) return ok();
    else if (c == dialect.delimiter) return save_field_reenter();
    else {
      numeric = dialect.quoting == kQuoteNonNumeric;
      COIL_CHECK(add(c));
      state = State::InField;
    }
    return ok();
  }
  Result<void> end_field_reenter() {
    state = State::StartField;
    return save_field_reenter();
  }
  Result<void> end_record_reenter(Char c) {
    COIL_CHECK(save_field_reenter());
    state = c == kNoChar ? State::StartRecord : State::EatNewline;
    return ok();
  }
};

Result<Value> reader_next_reenter(Vm& vm, Value self) {
  auto* reader = self.as<Reader>();
  COIL_TRY(List* fields, new_list(vm));
  RowParser row(vm, *reader->dialect, fields);
  do {
    COIL_TRY(Value line, next_reenter(vm, reader->input));
    if (line.is_stop()) {
      if (!row.field.empty() || row.state == State::InQuotedField) {
        if (reader->dialect->strict) return raise_csv(vm, "unexpected end of data");
        COIL_CHECK(row.save_field_reenter());
        return Value(fields);
      }
      return Value::stop();
    }
    if (!line.is(Kind::Str)) {
      return raise_csv(vm, "iterator should return strings, not %s (the file should be opened in text mode)", type_name(line));
    }
    reader->line_number++;
    StrView text = view(line);
    for (size_t i = 0; i < text.length; i++) {
      COIL_TRY(bool taken, row.take_plain_field(line.as<Str>(), text, &i));
      if (!taken) COIL_CHECK(row.process_reenter(text[i]));
    }
    COIL_CHECK(row.process_reenter(kNoChar));
  } while (row.state != State::StartRecord);
  return Value(fields);
}
Result<Value> reader_dialect(Vm&, Value self) { return Value(self.as<Reader>()->dialect); }
Result<Value> reader_line_number(Vm&, Value self) { return Value::small_int(self.as<Reader>()->line_number); }
const GetSetSpec kReaderDialect{"dialect", reader_dialect, nullptr, "How the text is written."};
const GetSetSpec kReaderLine{"line_num", reader_line_number, nullptr, "Lines read."};

NATIVE(csv_make_reader, "make_reader(lines, dialect, /)", "An iterator over the rows of an iterator of lines.") {
  COIL_TRY(Reader* reader, new_native_object<Reader>(vm, g_reader, &kReaderOps));
  reader->input = args[0];
  reader->dialect = args[1].as<Dialect>();
  return Value(reader);
}

// -- the writer

struct Writer : NativeObject {
  Value write;
  Dialect* dialect;
};
void trace_writer(Cell* cell, Marker& marker) {
  marker.value(static_cast<Writer*>(cell)->write);
  marker.cell(static_cast<Writer*>(cell)->dialect);
}
const NativeObjectOps kWriterOps{trace_writer, nullptr};

Result<void> add_field(Vm& vm, StrBuilder* out, const Dialect& dialect, const StrView& text, bool quoted) {
  StrView line_end = view(dialect.line_end);
  auto ends_line = [&](Char c) {
    for (size_t i = 0; i < line_end.length; i++) {
      if (line_end[i] == c) return true;
    }
    return false;
  };
  auto special = [&](Char c) { return c == dialect.delimiter || c == dialect.escape || c == dialect.quote || ends_line(c); };
  // What needs quotes decides about all of the field, so look first.
  for (size_t i = 0; i < text.length && !quoted; i++) {
    Char c = text[i];
    if (!special(c) || dialect.quoting == kQuoteNone) continue;
    bool escapes = c == dialect.quote ? !dialect.double_quote : c == dialect.escape;
    if (!escapes) quoted = true;
  }
  if (quoted) out->add_char(dialect.quote);
  for (size_t i = 0; i < text.length; i++) {
    Char c = text[i];
    if (special(c)) {
      bool escapes = dialect.quoting == kQuoteNone;
      if (!escapes && c == dialect.quote) {
        if (dialect.double_quote) out->add_char(dialect.quote);
        else escapes = true;
      } else if (!escapes && c == dialect.escape) {
        escapes = true;
      }
      if (escapes) {
        if (dialect.escape == kNoChar) return raise_csv(vm, "need to escape, but no escapechar set");
        out->add_char(dialect.escape);
      }
    }
    out->add_char(c);
  }
  if (quoted) out->add_char(dialect.quote);
  return ok();
}

Result<Value> write_row_reenter(Vm& vm, Writer* writer, Value row) {
  Result<Value> iterator = iter_reenter(vm, row);
  if (!iterator) {
    if (!pending_matches(vm, Exc::TypeError)) return Error{};
    clear_pending(vm);
    return raise_csv(vm, "iterable expected, not %s", type_name(row));
  }
  const Dialect& dialect = *writer->dialect;
  StrBuilder out(vm);
  size_t count = 0;
  bool only_empty = false;
  for (;;) {
    COIL_TRY(Value field, next_reenter(vm, *iterator));
    if (field.is_stop()) break;
    bool quoted = dialect.quoting == kQuoteAll;
    if (dialect.quoting == kQuoteNonNumeric) quoted = !field.is_int() && !field.is_float() && !class_of(field)->slots.to_float;
    if (count) out.add_char(dialect.delimiter);
    Str* text = vm.empty_str;
    if (field.is(Kind::Str)) {
      text = field.as<Str>();
    } else if (!field.is_none()) {
      COIL_TRY(text, str_reenter(vm, field));
    }
    only_empty = count == 0 && text->length == 0 && !quoted;
    count++;
    COIL_CHECK(add_field(vm, &out, dialect, view(text), quoted));
  }
  if (count == 1 && only_empty) {
    if (dialect.quoting == kQuoteNone) return raise_csv(vm, "single empty field record must be quoted");
    out.add_char(dialect.quote);
    out.add_char(dialect.quote);
  }
  out.add_str(dialect.line_end);
  COIL_TRY(Str* line, out.finish());
  return call_reenter(vm, writer->write, {line});
}
NATIVE(writer_row, "writerow(self, row, /)", "Write one row.") { return write_row_reenter(vm, self_as<Writer>(args), args[1]); }
NATIVE(writer_rows, "writerows(self, rows, /)", "Write several rows.") {
  COIL_TRY(Value rows, iter_reenter(vm, args[1]));
  for (;;) {
    COIL_TRY(Value row, next_reenter(vm, rows));
    if (row.is_stop()) return none();
    COIL_CHECK(write_row_reenter(vm, self_as<Writer>(args), row));
  }
}
Result<Value> writer_dialect(Vm&, Value self) { return Value(self.as<Writer>()->dialect); }
const GetSetSpec kWriterDialect{"dialect", writer_dialect, nullptr, "How the text is written."};

NATIVE(csv_write_method, "write_method(file, /)", "The method that writes to a file.") {
  COIL_TRY(Value write, find_attr_reenter(vm, args[0], intern(vm, "write")));
  if (write.is_stop() || !is_callable(write)) return raise_type_error(vm, "argument 1 must have a \"write\" method");
  return write;
}

NATIVE(csv_make_writer, "make_writer(write, dialect, /)", "An object that writes rows with a function.") {
  COIL_TRY(Writer* writer, new_native_object<Writer>(vm, g_writer, &kWriterOps));
  writer->write = args[0];
  writer->dialect = args[1].as<Dialect>();
  return Value(writer);
}

NATIVE(csv_field_size_limit, "field_size_limit(limit=None, /) counted", "The longest field, in characters; returns the limit before.") {
  int64_t old = g_field_limit;
  if (args.has(0)) {
    if (!args[0].is_int()) return raise_type_error(vm, "limit must be an integer");
    int64_t limit;
    if (!int_to_i64(args[0], &limit)) return raise(vm, Exc::OverflowError, "Python int too large to convert to C long");
    g_field_limit = limit;
  }
  return Value::small_int(old);
}

Result<void> init_csv(Vm& vm, Dict* ns) {
  COIL_TRY(Str* error_name, new_str(vm, "Error"));
  COIL_TRY(Tuple* bases, make_tuple(vm, {vm.exception(Exc::Exception)}));
  COIL_TRY(Dict* body, new_dict(vm));
  COIL_CHECK(dict_set_str(vm, body, vm.name(Name::module_), intern(vm, "_csv")));
  COIL_TRY(g_error, new_class_reenter(vm, vm.type(Kind::Class), error_name, bases, body, nullptr, nullptr));
  COIL_CHECK(keep_forever(vm, g_error));
  COIL_CHECK(module_set(vm, ns, "Error", g_error));
  COIL_TRY(g_dialect, new_module_class<Dialect>(vm, "Dialect", "_csv", "How a CSV text is written."));
  g_dialect->flags |= kClassFinal;
  g_dialect->slots.make = dialect_make;
  g_dialect->slots.init = init_nothing;
  define_class(vm, g_dialect, {}, {&kDialectGetSets[0], &kDialectGetSets[1], &kDialectGetSets[2], &kDialectGetSets[3], &kDialectGetSets[4],
                                   &kDialectGetSets[5], &kDialectGetSets[6], &kDialectGetSets[7]});
  COIL_CHECK(module_set(vm, ns, "Dialect", g_dialect));
  COIL_TRY(g_reader, new_module_class<Reader>(vm, "reader", "_csv", "Iterates over the rows of lines."));
  g_reader->slots.make = nullptr;
  g_reader->slots.iter = iter_is_self;
  g_reader->slots.next = reader_next_reenter;
  define_class(vm, g_reader, {}, {&kReaderDialect, &kReaderLine});
  COIL_TRY(g_writer, new_module_class<Writer>(vm, "writer", "_csv", "Writes rows."));
  g_writer->slots.make = nullptr;
  define_class(vm, g_writer, {&writer_row_spec, &writer_rows_spec}, {&kWriterDialect});
  COIL_CHECK(module_set(vm, ns, "Reader", g_reader));
  return module_set(vm, ns, "Writer", g_writer);
}

}  // namespace

MODULE(csv_native, "_csv", "Reading and writing of CSV texts; the public module is csv.", init_csv, FN(csv_make_reader), FN(csv_write_method), FN(csv_make_writer),
       FN(csv_field_size_limit))

}  // namespace coil
