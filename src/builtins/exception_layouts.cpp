// Exceptions with fields: constructors, attributes and texts of StopIteration, SystemExit, OSError, ImportError, AttributeError, NameError,
// SyntaxError, KeyError and the Unicode errors.
#include <algorithm>
#include <cstdio>
#include <string>
#include <utility>

#include "builtins/exceptions_internal.hpp"
#include "objects/containers.hpp"
#include "objects/number.hpp"

namespace coil {

static Result<void> set_field(Vm& vm, Value self, int field, Value value) { return set_exception_field(vm, exc_of(self), field, value); }
static Value field(Value self, int index) { return exception_field(exc_of(self), index); }

// -- StopIteration, SystemExit

static Result<void> stop_init(Vm& vm, Value self, Value* args, size_t npos, Tuple* kwnames) {
  COIL_CHECK(reject_keywords(vm, self, kwnames));
  COIL_CHECK(set_exception_args(vm, self, args, npos));
  return set_field(vm, self, kStopValue, npos ? args[0] : none());
}

static Result<void> exit_init(Vm& vm, Value self, Value* args, size_t npos, Tuple* kwnames) {
  COIL_CHECK(reject_keywords(vm, self, kwnames));
  COIL_CHECK(set_exception_args(vm, self, args, npos));
  if (npos == 0) return ok();
  return set_field(vm, self, kExitCode, npos == 1 ? args[0] : Value(exc_of(self)->args));
}

static const GetSetSpec kStop[] = {EXCEPTION_FIELD("value", kStopValue)};
static const GetSetSpec kExit[] = {EXCEPTION_FIELD("code", kExitCode)};

// -- keywords that become fields: ImportError, AttributeError, NameError

struct KeywordField {
  Name name;
  int field;
};

static Result<void> init_with_keywords(Vm& vm, Value self, Value* args, size_t npos, Tuple* kwnames, std::initializer_list<KeywordField> fields,
                                       const char* name) {
  COIL_CHECK(set_exception_args(vm, self, args, npos));
  // A second __init__() begins anew.
  if (ValueArray* extra = exc_of(self)->extra) std::fill_n(extra->items(), extra->capacity, Value());
  for (size_t i = 0; kwnames && i < kwnames->size; i++) {
    const KeywordField* found = nullptr;
    for (const KeywordField& one : fields) {
      if (str_equal(kwnames->items[i].as<Str>(), vm.name(one.name))) found = &one;
    }
    if (!found) return raise_type_error(vm, "'%s' is an invalid keyword argument for %s()", str_utf8(kwnames->items[i]).c_str(), name);
    COIL_CHECK(set_field(vm, self, found->field, args[npos + i]));
  }
  return ok();
}

static Result<void> import_init(Vm& vm, Value self, Value* args, size_t npos, Tuple* kwnames) {
  COIL_CHECK(init_with_keywords(vm, self, args, npos, kwnames, {{Name::k_name, kImportName}, {Name::k_path, kImportPath}}, "ImportError"));
  if (npos == 1) COIL_CHECK(set_field(vm, self, kImportMsg, args[0]));
  return ok();
}

static Result<Value> import_str(Vm& vm, Value self) {
  Value message = field(self, kImportMsg);
  if (is_exact(message, Kind::Str)) return message;
  return base_exception_str(vm, self);
}

static Result<void> attribute_init(Vm& vm, Value self, Value* args, size_t npos, Tuple* kwnames) {
  return init_with_keywords(vm, self, args, npos, kwnames, {{Name::k_name, kAttributeName}, {Name::k_obj, kAttributeObj}}, "AttributeError");
}

static Result<void> name_init(Vm& vm, Value self, Value* args, size_t npos, Tuple* kwnames) {
  return init_with_keywords(vm, self, args, npos, kwnames, {{Name::k_name, kNameName}}, "NameError");
}

static const GetSetSpec kImport[] = {EXCEPTION_FIELD("msg", kImportMsg), EXCEPTION_FIELD("name", kImportName), EXCEPTION_FIELD("path", kImportPath)};
static const GetSetSpec kAttribute[] = {EXCEPTION_FIELD("name", kAttributeName), EXCEPTION_FIELD("obj", kAttributeObj)};
static const GetSetSpec kNameFields[] = {EXCEPTION_FIELD("name", kNameName)};

// -- OSError

static Result<void> os_init(Vm& vm, Value self, Value* args, size_t npos, Tuple* kwnames);
static Result<Value> os_make(Vm& vm, Class* cls, Value* args, size_t npos, Tuple* kwnames);

/// A class with an __init__ of its own gets its fields from there, not from __new__.
static bool fields_come_from_init(Class* cls) { return cls->slots.init != os_init && cls->slots.make == os_make; }

/// How many characters were written before the operation would have blocked. OSErrors have it only when it was set; -1 unsets it.
static Result<Value> get_written(Vm& vm, Value self) {
  Value written = field(self, kOsWritten);
  if (written.is_none() || written == Value::small_int(-1)) return raise(vm, Exc::AttributeError, "characters_written");
  return written;
}
static Result<void> set_written(Vm& vm, Value self, Value value) {
  if (!value) {
    COIL_CHECK(get_written(vm, self));
    return set_field(vm, self, kOsWritten, Value::small_int(-1));
  }
  COIL_TRY(Value number, index_reenter(vm, value));
  int64_t fitting;
  if (!int_to_i64(number, &fitting)) return raise_value_error(vm, "cannot fit '%s' into an index-sized integer", type_name(value));
  return set_field(vm, self, kOsWritten, number);
}

static bool is_some_number(Value v) {
  const Slots& slots = class_of(v)->slots;
  return slots.index || slots.to_int || slots.to_float || v.is(Kind::Complex);
}

static Result<void> set_os_fields(Vm& vm, Value self, const Value* args, size_t npos) {
  if (npos < 2 || npos > 5) return set_exception_args(vm, self, args, npos);
  COIL_CHECK(set_field(vm, self, kOsErrno, args[0]));
  COIL_CHECK(set_field(vm, self, kOsStrerror, args[1]));
  if (npos > 2 && class_of(self) == vm.exception(Exc::BlockingIOError) && is_some_number(args[2])) {
    COIL_CHECK(set_written(vm, self, args[2]));
    return set_exception_args(vm, self, args, npos);
  }
  bool named = npos > 2 && !args[2].is_none();
  if (named) COIL_CHECK(set_field(vm, self, kOsFilename, args[2]));
  if (npos == 5 && !args[4].is_none()) COIL_CHECK(set_field(vm, self, kOsFilename2, args[4]));
  return set_exception_args(vm, self, args, named ? 2 : npos);
}

static Result<Value> os_make(Vm& vm, Class* cls, Value* args, size_t npos, Tuple* kwnames) {
  if (fields_come_from_init(cls)) return make_exception(vm, cls, nullptr, 0);
  if (kwnames && kwnames->size) return raise_type_error(vm, "%s() takes no keyword arguments", class_name(cls));
  int64_t number;
  if (cls == vm.exception(Exc::OSError) && npos >= 2 && npos <= 5 && args[0].is_int() && int_to_i64(args[0], &number) && std::in_range<int>(number)) {
    cls = os_error_class_for(vm, static_cast<int>(number));
  }
  COIL_TRY(Exception* exception, make_exception(vm, cls, nullptr, 0));
  COIL_CHECK(set_os_fields(vm, exception, args, npos));
  return Value(exception);
}

static Result<void> os_init(Vm& vm, Value self, Value* args, size_t npos, Tuple* kwnames) {
  if (!fields_come_from_init(class_of(self))) return ok();
  COIL_CHECK(reject_keywords(vm, self, kwnames));
  return set_os_fields(vm, self, args, npos);
}

static Result<Value> os_str(Vm& vm, Value self) {
  Value number = field(self, kOsErrno), text = field(self, kOsStrerror), file = field(self, kOsFilename), file2 = field(self, kOsFilename2);
  bool named = !file.is_none();
  // Fields that were given, be it None, are shown; without them the arguments are.
  ValueArray* extra = self.as<Exception>()->extra;
  bool given = extra && extra->items()[kOsErrno] && extra->items()[kOsStrerror];
  if (!named && !given) return base_exception_str(vm, self);
  COIL_TRY(Str* number_text, str_reenter(vm, number));
  COIL_TRY(Str* message, str_reenter(vm, text));
  std::string shown = "[Errno " + str_utf8(number_text) + "] " + str_utf8(message);
  if (named) {
    COIL_TRY(Str* name, repr_reenter(vm, file));
    shown += ": " + str_utf8(name);
    if (!file2.is_none()) {
      COIL_TRY(Str* other, repr_reenter(vm, file2));
      shown += " -> " + str_utf8(other);
    }
  }
  return new_str(vm, shown);
}

static const GetSetSpec kOs[] = {EXCEPTION_FIELD("errno", kOsErrno), EXCEPTION_FIELD("strerror", kOsStrerror),
                                 EXCEPTION_FIELD("filename", kOsFilename), EXCEPTION_FIELD("filename2", kOsFilename2),
                                 {"characters_written", get_written, set_written, nullptr}};

// -- KeyError

static Result<Value> key_str(Vm& vm, Value self) {
  Tuple* args = exc_of(self)->args;
  // A missing key shows as it is written: '' would vanish otherwise.
  if (args->size == 1) return repr_reenter(vm, args->items[0]);
  return base_exception_str(vm, self);
}

// -- SyntaxError

static Result<void> syntax_init(Vm& vm, Value self, Value* args, size_t npos, Tuple* kwnames) {
  COIL_CHECK(reject_keywords(vm, self, kwnames));
  COIL_CHECK(set_exception_args(vm, self, args, npos));
  if (npos >= 1) COIL_CHECK(set_field(vm, self, kSyntaxMsg, args[0]));
  if (npos != 2) return ok();
  COIL_TRY(Tuple* info, tuple_from_iterable_reenter(vm, args[1]));
  if (info->size < 4) return raise_type_error(vm, "function takes at least 4 arguments (%zu given)", info->size);
  if (info->size > 6) return raise_type_error(vm, "function takes at most 6 arguments (%zu given)", info->size);
  if (info->size == 5) return raise_type_error(vm, "end_offset must be provided when end_lineno is provided");
  constexpr int kOrder[] = {kSyntaxFilename, kSyntaxLineno, kSyntaxOffset, kSyntaxText, kSyntaxEndLineno, kSyntaxEndOffset};
  for (size_t i = 0; i < info->size; i++) COIL_CHECK(set_field(vm, self, kOrder[i], info->items[i]));
  return ok();
}

static Result<Value> syntax_str(Vm& vm, Value self) {
  COIL_TRY(Str* message, str_reenter(vm, field(self, kSyntaxMsg)));
  Value file = field(self, kSyntaxFilename), line = field(self, kSyntaxLineno);
  std::string text = str_utf8(message);
  const bool has_file = file.is(Kind::Str), has_line = line.is_small_int();
  if (!has_file && !has_line) return Value(message);
  std::string place = has_file ? str_utf8(file) : "";
  place.erase(0, place.rfind('/') + 1);
  if (has_line) place += (has_file ? ", line " : "line ") + std::to_string(line.small_int());
  text += " (" + place + ")";
  return new_str(vm, text);
}

static const GetSetSpec kSyntax[] = {
    EXCEPTION_FIELD("msg", kSyntaxMsg), EXCEPTION_FIELD("filename", kSyntaxFilename), EXCEPTION_FIELD("lineno", kSyntaxLineno),
    EXCEPTION_FIELD("offset", kSyntaxOffset), EXCEPTION_FIELD("text", kSyntaxText), EXCEPTION_FIELD("end_lineno", kSyntaxEndLineno),
    EXCEPTION_FIELD("end_offset", kSyntaxEndOffset), EXCEPTION_FIELD("print_file_and_line", kSyntaxPrintFileAndLine)};

// -- Unicode errors

enum class UnicodeErrorKind { Encode, Decode, Translate };

static UnicodeErrorKind unicode_kind(Vm& vm, Value self) {
  if (is_instance(self, vm.exception(Exc::UnicodeDecodeError))) return UnicodeErrorKind::Decode;
  return is_instance(self, vm.exception(Exc::UnicodeEncodeError)) ? UnicodeErrorKind::Encode : UnicodeErrorKind::Translate;
}

static Result<void> unicode_init(Vm& vm, Value self, Value* args, size_t npos, Tuple* kwnames) {
  COIL_CHECK(reject_keywords(vm, self, kwnames));
  COIL_CHECK(set_exception_args(vm, self, args, npos));
  UnicodeErrorKind kind = unicode_kind(vm, self);
  size_t want = kind == UnicodeErrorKind::Translate ? 4 : 5;
  if (npos != want) return raise_type_error(vm, "function takes exactly %zu arguments (%zu given)", want, npos);
  int first = kind == UnicodeErrorKind::Translate ? kUnicodeObject : kUnicodeEncoding;
  for (size_t i = 0; i < npos; i++) {
    int index = first + static_cast<int>(i);
    Value value = args[i];
    bool text = index == kUnicodeEncoding || index == kUnicodeReason || (index == kUnicodeObject && kind != UnicodeErrorKind::Decode);
    if (text && !value.is(Kind::Str)) return raise_type_error(vm, "argument %zu must be str, not %s", i + 1, type_name(value));
    if (index == kUnicodeObject && kind == UnicodeErrorKind::Decode && !value.is(Kind::Bytes)) {
      COIL_TRY(ByteSpan span, require_bytes(vm, value));
      COIL_TRY(Bytes* copy, new_bytes(vm, span.data, span.size));
      value = copy;
    }
    if (index == kUnicodeStart || index == kUnicodeEnd) {
      COIL_TRY(value, index_reenter(vm, value));
    }
    COIL_CHECK(set_field(vm, self, index, value));
  }
  return ok();
}

static Result<Value> unicode_str(Vm& vm, Value self) {
  Value object = field(self, kUnicodeObject);
  if (object.is_none()) return Value(vm.empty_str);
  UnicodeErrorKind kind = unicode_kind(vm, self);
  bool decode = kind == UnicodeErrorKind::Decode;
  if (!object.is(decode ? Kind::Bytes : Kind::Str)) return raise_type_error(vm, "object attribute must be %s", decode ? "bytes" : "unicode");
  COIL_TRY(Str* reason, str_reenter(vm, field(self, kUnicodeReason)));
  int64_t start = 0, end = 0;
  if (!int_to_i64(field(self, kUnicodeStart), &start)) start = 0;
  if (!int_to_i64(field(self, kUnicodeEnd), &end)) end = 0;
  std::string text;
  if (kind != UnicodeErrorKind::Translate) {
    COIL_TRY(Str* encoding, str_reenter(vm, field(self, kUnicodeEncoding)));
    text = "'" + str_utf8(encoding) + "' codec ";
  }
  text += decode ? "can't decode " : kind == UnicodeErrorKind::Encode ? "can't encode " : "can't translate ";
  int64_t size = decode ? static_cast<int64_t>(object.as<Bytes>()->size) : static_cast<int64_t>(object.as<Str>()->length);
  if (start >= 0 && start < size && end == start + 1) {
    char shown[16];
    if (decode) {
      std::snprintf(shown, sizeof shown, "0x%02x", object.as<Bytes>()->data[start]);
      text += std::string("byte ") + shown;
    } else {
      Char c = view(object)[static_cast<size_t>(start)];
      std::snprintf(shown, sizeof shown, c <= 0xff ? "\\x%02x" : c <= 0xffff ? "\\u%04x" : "\\U%08x", c);
      text += std::string("character '") + shown + "'";
    }
    text += " in position " + std::to_string(start);
  } else {
    text += std::string(decode ? "bytes" : "characters") + " in position " + std::to_string(start) + "-" + std::to_string(end - 1);
  }
  return new_str(vm, text + ": " + str_utf8(reason));
}

template <int kField>
static Result<void> put_position(Vm& vm, Value self, Value value) {
  if (!value) return raise_type_error(vm, "can't delete numeric/char attribute");
  if (!value.is_int()) return raise_type_error(vm, "an integer is required");
  return set_field(vm, self, kField, value);
}

static const GetSetSpec kUnicode[] = {
    EXCEPTION_FIELD("encoding", kUnicodeEncoding), EXCEPTION_FIELD("object", kUnicodeObject),
    {"start", get_exception_field<kUnicodeStart>, put_position<kUnicodeStart>, nullptr},
    {"end", get_exception_field<kUnicodeEnd>, put_position<kUnicodeEnd>, nullptr}, EXCEPTION_FIELD("reason", kUnicodeReason)};

template <size_t kCount>
static void add_fields(Vm& vm, Exc exc, const GetSetSpec (&fields)[kCount]) {
  for (const GetSetSpec& one : fields) define_class(vm, vm.exception(exc), {}, {&one});
}

void setup_exception_layouts(Vm& vm) {
  auto slots = [&](Exc exc) -> Slots& { return vm.exception(exc)->slots; };
  slots(Exc::StopIteration).init = stop_init;
  add_fields(vm, Exc::StopIteration, kStop);
  slots(Exc::SystemExit).init = exit_init;
  add_fields(vm, Exc::SystemExit, kExit);
  slots(Exc::ImportError).init = import_init;
  slots(Exc::ImportError).str = import_str;
  add_fields(vm, Exc::ImportError, kImport);
  slots(Exc::AttributeError).init = attribute_init;
  add_fields(vm, Exc::AttributeError, kAttribute);
  slots(Exc::NameError).init = name_init;
  add_fields(vm, Exc::NameError, kNameFields);
  slots(Exc::OSError).make = os_make;
  slots(Exc::OSError).init = os_init;
  slots(Exc::OSError).str = os_str;
  add_fields(vm, Exc::OSError, kOs);
  slots(Exc::KeyError).str = key_str;
  slots(Exc::SyntaxError).init = syntax_init;
  slots(Exc::SyntaxError).str = syntax_str;
  add_fields(vm, Exc::SyntaxError, kSyntax);
  for (Exc exc : {Exc::UnicodeDecodeError, Exc::UnicodeEncodeError, Exc::UnicodeTranslateError}) {
    slots(exc).init = unicode_init;
    slots(exc).str = unicode_str;
    add_fields(vm, exc, kUnicode);
  }
}

}  // namespace coil
