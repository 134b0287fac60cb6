// Reading pickles: a stack machine over bytes or over a file. Input is hostile: every size is checked against what is there, the stack and its
// marks are checked at each access, and the stack itself is no object that language code could reach.
#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <string>
#include <vector>

#include "modules/host_services.hpp"
#include "modules/pickle_internal.hpp"
#include "objects/shape_internal.hpp"

namespace coil {

namespace {

struct Unpickler : NativeObject {
  Value read, readline;      // methods of the file; nothing for bytes
  Value buffers;             // iterator, or nothing
  Value encoding, errors;    // str, or nothing for the defaults
  Dict* memo;                // number -> object, kept between loads
  bool fix_imports, ready;
  // The attribute area follows: persistent_load.
};
Class* g_unpickler;

void trace_unpickler(Cell* cell, Marker& marker) {
  auto* self = static_cast<Unpickler*>(cell);
  for (Value value : {self->read, self->readline, self->buffers, self->encoding, self->errors}) marker.value(value);
  marker.cell(self->memo);
}
const NativeObjectOps kUnpicklerOps{trace_unpickler, nullptr};

class Loader {
 public:
  Loader(Vm& vm, Unpickler* self) : vm_(vm), self_(self) {}
  void set_input(Value owner, ByteSpan span) {
    owner_ = owner;
    input_ = span;
    position_ = 0;
  }
  Result<Value> load_reenter();

 private:
  // -- input
  Result<const uint8_t*> take_reenter(size_t size, bool at_opcode = false);
  Result<std::string> line_reenter();
  /// A line as error messages show it.
  Result<Str*> line_str(const std::string& line) {
    std::string whole = line + "\n";
    return new_str_latin1(vm_, reinterpret_cast<const uint8_t*>(whole.data()), whole.size());
  }
  template <class T> Result<T> number_reenter() {
    COIL_TRY(const uint8_t* bytes, take_reenter(sizeof(T)));
    T number;
    std::memcpy(&number, bytes, sizeof number);
    return number;
  }
  Result<size_t> size_reenter(int bytes, const char* what);

  // -- stack
  size_t fence() const { return marks_.empty() ? 0 : marks_.back(); }
  Value& at(size_t i) { return stack_->items()[i]; }
  Result<void> push(Value value);
  Result<Value> pop();
  Result<Value> top();
  Result<size_t> pop_mark();
  void cut(size_t size) {
    for (size_t i = size; i < size_; i++) at(i) = Value();
    size_ = size;
  }
  Error underflow() { return fail(marks_.empty() ? "unpickling stack underflow" : "unexpected MARK found"); }
  Error fail(const std::string& message) { return raise_class(vm_, g_unpickling_error, message); }

  // -- memo
  Result<void> memo_put(size_t number, Value value);
  Result<Value> memo_get(size_t number, const std::string& shown);
  Result<size_t> memo_number(const std::string& line);

  // -- opcodes
  Result<bool> step_reenter(PickleOp op);
  Result<void> load_int_reenter();
  Result<void> load_long_reenter(size_t size);
  Result<void> load_float_reenter();
  Result<void> load_string_reenter();
  Result<void> push_decoded_reenter(ByteSpan bytes);
  Result<void> load_utf8_reenter(size_t size);
  Error fail_unicode(const std::string& line, size_t begin, size_t end, const char* reason);
  Result<void> load_unicode_line_reenter();
  Result<void> load_bytes_reenter(size_t size);
  Result<void> load_tuple(size_t begin);
  Result<void> load_appends_reenter(size_t begin);
  Result<void> load_set_items_reenter(size_t begin);
  Result<void> load_add_items_reenter(size_t begin);
  Result<void> load_build_reenter();
  Result<void> load_newobj_reenter(bool with_names);
  Result<void> load_instance_reenter(Value cls, size_t begin);
  Result<void> load_extension_reenter(int64_t code);
  Result<void> load_next_buffer_reenter();
  Result<void> load_persistent_reenter(Value id);
  Result<Value> find_class_reenter(Str* module, Str* name);

  Vm& vm_;
  Unpickler* self_;
  ByteSpan input_{nullptr, 0};  // all, or the frame of a file that is being read
  size_t position_ = 0;
  Value owner_;                 // of the input
  Value chunk_;                 // the last piece that was read from the file
  ValueArray* stack_ = nullptr;
  size_t size_ = 0;
  std::vector<size_t> marks_;
  ValueArray* memo_ = nullptr;  // of this load: numbers in order
  size_t memo_size_ = 0;
  int protocol_ = 0;
};

// -- input

Result<const uint8_t*> Loader::take_reenter(size_t size, bool at_opcode) {
  if (self_->read && position_ == input_.size) {
    if (size == 0) return reinterpret_cast<const uint8_t*>("");
    COIL_TRY(Value count, make_int_u64(vm_, size));
    COIL_TRY(Value data, call_reenter(vm_, self_->read, {count}));
    ByteSpan span;
    if (!byte_span(data, &span)) return raise_type_error(vm_, "read() returned non-bytes object (%s)", type_name(data));
    if (span.size < size) {
      if (at_opcode) return raise(vm_, Exc::EOFError, "Ran out of input");
      return fail("pickle data was truncated");
    }
    if (!data.is(Kind::Bytes)) {
      COIL_TRY(data, new_bytes(vm_, span.data, span.size));
    }
    chunk_ = data;
    return data.as<Bytes>()->data;
  }
  if (size > input_.size - position_) {
    if (self_->read) return fail("pickle exhausted before end of frame");
    if (at_opcode) return raise(vm_, Exc::EOFError, "Ran out of input");
    return fail("pickle data was truncated");
  }
  const uint8_t* here = input_.data + position_;
  position_ += size;
  return here;
}

/// Without the newline.
Result<std::string> Loader::line_reenter() {
  ByteSpan span{};
  if (self_->read && position_ == input_.size) {
    COIL_TRY(Value data, call_reenter(vm_, self_->readline, {}));
    if (!byte_span(data, &span)) return raise_type_error(vm_, "readline() returned non-bytes object (%s)", type_name(data));
    if (!span.size || span.data[span.size - 1] != '\n') return fail("pickle data was truncated");
    return std::string(reinterpret_cast<const char*>(span.data), span.size - 1);
  }
  const uint8_t* begin = input_.data + position_;
  size_t left = input_.size - position_;
  const void* newline = left ? std::memchr(begin, '\n', left) : nullptr;
  if (!newline) return fail("pickle data was truncated");
  size_t length = static_cast<size_t>(static_cast<const uint8_t*>(newline) - begin);
  position_ += length + 1;
  return std::string(reinterpret_cast<const char*>(begin), length);
}

Result<size_t> Loader::size_reenter(int bytes, const char* what) {
  if (bytes == 1) {
    COIL_TRY(uint8_t small, number_reenter<uint8_t>());
    return size_t{small};
  }
  if (bytes == 4) {
    COIL_TRY(uint32_t medium, number_reenter<uint32_t>());
    return size_t{medium};
  }
  COIL_TRY(uint64_t large, number_reenter<uint64_t>());
  if (large > uint64_t{INT64_MAX}) {
    return raise(vm_, Exc::OverflowError, "%s exceeds system's maximum size of %lld bytes", what, static_cast<long long>(INT64_MAX));
  }
  return size_t{large};
}

// -- stack and memo

Result<void> Loader::push(Value value) {
  if (!stack_ || size_ == stack_->capacity) {
    COIL_TRY(ValueArray* larger, new_value_array(vm_, stack_ ? stack_->capacity * 2 : 64));
    for (size_t i = 0; i < size_; i++) larger->items()[i] = at(i);
    write_barrier(larger);
    stack_ = larger;
  }
  store(stack_, at(size_++), value);
  return ok();
}

Result<Value> Loader::pop() {
  if (size_ <= fence()) return underflow();
  Value value = at(--size_);
  at(size_) = Value();
  return value;
}

Result<Value> Loader::top() {
  if (size_ <= fence()) return underflow();
  return at(size_ - 1);
}

Result<size_t> Loader::pop_mark() {
  if (marks_.empty()) return fail("could not find MARK");
  size_t mark = marks_.back();
  marks_.pop_back();
  return mark;
}

Result<void> Loader::memo_put(size_t number, Value value) {
  if (number == memo_size_ && !self_->memo) {
    if (!memo_ || memo_size_ == memo_->capacity) {
      COIL_TRY(ValueArray* larger, new_value_array(vm_, memo_ ? memo_->capacity * 2 : 32));
      for (size_t i = 0; i < memo_size_; i++) larger->items()[i] = memo_->items()[i];
      write_barrier(larger);
      memo_ = larger;
    }
    store(memo_, memo_->items()[memo_size_++], value);
    return ok();
  }
  if (number < memo_size_) {
    store(memo_, memo_->items()[number], value);
    return ok();
  }
  // Numbers out of order go to a dictionary, so that a number alone cannot ask for memory.
  if (!self_->memo) {
    COIL_TRY(Dict* dict, new_dict(vm_));
    store(self_, self_->memo, dict);
  }
  COIL_TRY(Value key, make_int_u64(vm_, number));
  return dict_set_reenter(vm_, self_->memo, key, value);
}

Result<Value> Loader::memo_get(size_t number, const std::string& shown) {
  if (number < memo_size_) return memo_->items()[number];
  if (self_->memo) {
    COIL_TRY(Value key, make_int_u64(vm_, number));
    COIL_TRY(Value value, dict_get_reenter(vm_, self_->memo, key));
    if (!value.is_stop()) return value;
  }
  return fail("Memo value not found at index " + shown);
}

Result<size_t> Loader::memo_number(const std::string& line) {
  COIL_TRY(Str* shown, line_str(line));
  COIL_TRY(Value number, int_from_text(vm_, line, 10, shown));
  int64_t value;
  if (!int_to_i64(number, &value) || value < 0) return raise_value_error(vm_, "negative PUT argument");
  return static_cast<size_t>(value);
}

// -- numbers, text, bytes

Result<void> Loader::load_int_reenter() {
  COIL_TRY(std::string line, line_reenter());
  if (line == "00" || line == "01") return push(Value::boolean(line == "01"));
  bool plain = !line.empty() && std::all_of(line.begin(), line.end(), [](char c) { return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == ' ' || c == 'L'; });
  if (plain && line.back() == 'L') line.pop_back();
  COIL_TRY(Str* shown, new_str_latin1(vm_, reinterpret_cast<const uint8_t*>(line.data()), line.size()));
  Result<Value> number = int_from_text(vm_, line, 10, shown);
  if (!number) {
    if (!pending_matches(vm_, Exc::ValueError)) return Error{};
    clear_pending(vm_);
    return raise_value_error(vm_, "could not convert string to int");
  }
  return push(*number);
}

/// Little-endian two's complement.
Result<void> Loader::load_long_reenter(size_t size) {
  COIL_TRY(const uint8_t* bytes, take_reenter(size));
  if (size == 0) return push(Value::small_int(0));
  Mpz number;
  mpz_import(number.z, size, -1, 1, -1, 0, bytes);
  if (bytes[size - 1] & 0x80) {
    Mpz base;
    mpz_setbit(base.z, size * 8);
    mpz_sub(number.z, number.z, base.z);
  }
  COIL_TRY(Value value, make_int_mpz(vm_, number.z));
  return push(value);
}

Result<void> Loader::load_float_reenter() {
  COIL_TRY(std::string line, line_reenter());
  size_t at = 0;
  bool negative = !line.empty() && line[0] == '-';
  if (negative || (!line.empty() && line[0] == '+')) at = 1;
  double number;
  if (!scan_double(line, &at, &number) || at != line.size()) {
    COIL_TRY(Str* shown, line_str(line));
    return raise_text(vm_, Exc::ValueError, "could not convert string to float: '" + str_utf8(shown) + "'");
  }
  COIL_TRY(Value value, make_float(vm_, negative ? -number : number));
  return push(value);
}

/// An 8-bit string of Python 2: bytes, or text of the encoding that was asked for.
Result<void> Loader::push_decoded_reenter(ByteSpan bytes) {
  std::string encoding = self_->encoding ? str_utf8(self_->encoding) : "ASCII";
  std::string errors = self_->errors ? str_utf8(self_->errors) : "strict";
  if (encoding == "bytes") {
    COIL_TRY(Bytes* value, new_bytes(vm_, bytes.data, bytes.size));
    return push(value);
  }
  COIL_TRY(Str* text, decode_bytes(vm_, bytes, encoding, errors));
  return push(text);
}

/// The text between quotes, with Python's escapes.
Result<void> Loader::load_string_reenter() {
  COIL_TRY(std::string line, line_reenter());
  while (!line.empty() && (line.back() == ' ' || line.back() == '\r' || line.back() == '\t')) line.pop_back();
  if (line.size() < 2 || line[0] != line.back() || (line[0] != '\'' && line[0] != '"')) return fail("the STRING opcode argument must be quoted");
  std::string bytes;
  auto digit = [](char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : 99; };
  for (size_t i = 1; i + 1 < line.size(); i++) {
    if (line[i] != '\\') {
      bytes += line[i];
      continue;
    }
    if (++i + 1 >= line.size()) return raise_value_error(vm_, "Trailing \\ in string");
    switch (line[i]) {
      case '\\': case '\'': case '"': bytes += line[i]; break;
      case 'a': bytes += '\a'; break;
      case 'b': bytes += '\b'; break;
      case 'f': bytes += '\f'; break;
      case 'n': bytes += '\n'; break;
      case 'r': bytes += '\r'; break;
      case 't': bytes += '\t'; break;
      case 'v': bytes += '\v'; break;
      case 'x':
        if (i + 3 >= line.size() || digit(line[i + 1]) > 15 || digit(line[i + 2]) > 15) {
          return raise_value_error(vm_, "invalid \\x escape at position %zu", i - 2);
        }
        bytes += static_cast<char>(digit(line[i + 1]) * 16 + digit(line[i + 2]));
        i += 2;
        break;
      default:
        if (line[i] >= '0' && line[i] <= '7') {
          int value = 0, count = 0;
          while (count < 3 && i + 1 < line.size() && line[i] >= '0' && line[i] <= '7') {
            value = value * 8 + (line[i++] - '0');
            count++;
          }
          i--;
          bytes += static_cast<char>(value);
        } else {
          bytes += '\\';
          bytes += line[i];
        }
    }
  }
  return push_decoded_reenter({reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size()});
}

Result<void> Loader::load_utf8_reenter(size_t size) {
  COIL_TRY(const uint8_t* bytes, take_reenter(size));
  COIL_TRY(Str* text, decode_bytes(vm_, {bytes, size}, "utf-8", "surrogatepass"));
  return push(text);
}

Error Loader::fail_unicode(const std::string& line, size_t begin, size_t end, const char* reason) {
  COIL_TRY(Bytes* bytes, new_bytes(vm_, line.data(), line.size()));
  return raise_with_args(vm_, Exc::UnicodeDecodeError, {intern(vm_, "rawunicodeescape"), bytes, Value::small_int(static_cast<int64_t>(begin)),
                                                        Value::small_int(static_cast<int64_t>(end)), intern(vm_, reason)});
}

/// Latin-1 with \u and \U escapes.
Result<void> Loader::load_unicode_line_reenter() {
  COIL_TRY(std::string line, line_reenter());
  StrBuilder text(vm_);
  auto digit = [](char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : 99; };
  for (size_t i = 0; i < line.size(); i++) {
    size_t backslashes = 0;
    while (i + backslashes < line.size() && line[i + backslashes] == '\\') backslashes++;
    // Of a run of backslashes only one that stands at an odd place begins an escape.
    bool escape = backslashes % 2 == 1 && i + backslashes < line.size() && (line[i + backslashes] == 'u' || line[i + backslashes] == 'U');
    if (backslashes == 0) {
      text.add_char(static_cast<uint8_t>(line[i]));
      continue;
    }
    text.add_repeated('\\', escape ? backslashes - 1 : backslashes);
    i += backslashes - 1;
    if (!escape) continue;
    i++;
    size_t digits = line[i] == 'u' ? 4 : 8;
    Char value = 0;
    for (size_t k = 1; k <= digits; k++) {
      if (i + k >= line.size() || digit(line[i + k]) > 15 || value > 0x10ffff / 16 + 1) {
        return fail_unicode(line, i - 1, i + k, digits == 4 ? "truncated \\uXXXX escape" : "truncated \\UXXXXXXXX escape");
      }
      value = value * 16 + static_cast<Char>(digit(line[i + k]));
    }
    if (value > 0x10ffff) return fail_unicode(line, i - 1, i + digits + 1, "\\Uxxxxxxxx out of range");
    text.add_char(value);
    i += digits;
  }
  COIL_TRY(Str* str, text.finish());
  return push(str);
}

Result<void> Loader::load_bytes_reenter(size_t size) {
  COIL_TRY(const uint8_t* bytes, take_reenter(size));
  if (size && chunk_ && chunk_.as<Bytes>()->data == bytes) return push(chunk_);
  COIL_TRY(Bytes* value, new_bytes(vm_, bytes, size));
  return push(value);
}

// -- containers

Result<void> Loader::load_tuple(size_t begin) {
  COIL_TRY(Tuple* tuple, new_tuple_from(vm_, size_ > begin ? &at(begin) : nullptr, size_ - begin));
  cut(begin);
  return push(tuple);
}

Result<void> Loader::load_appends_reenter(size_t begin) {
  if (begin == 0 || begin > size_) return underflow();
  if (begin <= fence()) return underflow();
  Value target = at(begin - 1);
  if (is_exact(target, Kind::List)) {
    auto* list = target.as<List>();
    for (size_t i = begin; i < size_; i++) COIL_CHECK(list_append(vm_, list, at(i)));
  } else {
    COIL_TRY(Value extend, find_attr_reenter(vm_, target, intern(vm_, "extend")));
    if (!extend.is_stop()) {
      COIL_TRY(List* items, new_list_from(vm_, size_ > begin ? &at(begin) : nullptr, size_ - begin));
      COIL_CHECK(call_reenter(vm_, extend, {items}));
    } else {
      COIL_TRY(Value append, get_attr_reenter(vm_, target, vm_.name(Name::k_append)));
      for (size_t i = begin; i < size_; i++) COIL_CHECK(call_reenter(vm_, append, {at(i)}));
    }
  }
  cut(begin);
  return ok();
}

Result<void> Loader::load_set_items_reenter(size_t begin) {
  if (begin == 0 || begin > size_ || begin <= fence()) return underflow();
  if ((size_ - begin) % 2) return fail("odd number of items for SETITEMS");
  Value target = at(begin - 1);
  for (size_t i = begin; i < size_; i += 2) {
    if (is_exact(target, Kind::Dict)) COIL_CHECK(dict_set_reenter(vm_, target.as<Dict>(), at(i), at(i + 1)));
    else COIL_CHECK(set_item_reenter(vm_, target, at(i), at(i + 1)));
  }
  cut(begin);
  return ok();
}

Result<void> Loader::load_add_items_reenter(size_t begin) {
  if (begin == 0 || begin > size_ || begin <= fence()) return underflow();
  Value target = at(begin - 1);
  if (is_exact(target, Kind::Set)) {
    for (size_t i = begin; i < size_; i++) COIL_CHECK(set_add_reenter(vm_, target.as<Set>(), at(i)));
  } else {
    COIL_TRY(Value add, get_attr_reenter(vm_, target, intern(vm_, "add")));
    for (size_t i = begin; i < size_; i++) COIL_CHECK(call_reenter(vm_, add, {at(i)}));
  }
  cut(begin);
  return ok();
}

// -- objects

Result<Value> import_global_reenter(Vm& vm, Unpickler* self, int protocol, Str* module_name, Str* name) {
  std::string module_text = str_utf8(module_name), name_text = str_utf8(name);
  if (protocol < 3 && self->fix_imports && python3_name(&module_text, &name_text)) {
    COIL_TRY(module_name, new_str(vm, module_text));
    COIL_TRY(name, new_str(vm, name_text));
  }
  COIL_TRY(Value module, import_absolute_reenter(vm, module_name));
  COIL_TRY(Str* shown, repr_reenter(vm, name));
  if (protocol >= 4 && name_text.find("<locals>") != std::string::npos) {
    COIL_TRY(Str* owner, repr_reenter(vm, module));
    return raise_text(vm, Exc::AttributeError, "Can't get local attribute " + str_utf8(shown) + " on " + str_utf8(owner));
  }
  COIL_TRY(Value found, protocol >= 4 ? dotted_attribute_reenter(vm, module, name, nullptr) : find_attr_reenter(vm, module, intern_str(vm, name)));
  if (!found.is_stop()) return found;
  COIL_TRY(Str* owner, repr_reenter(vm, module));
  return raise_text(vm, Exc::AttributeError, "Can't get attribute " + str_utf8(shown) + " on " + str_utf8(owner));
}

/// A find_class() of a subclass decides; otherwise no method call is needed.
Result<Value> Loader::find_class_reenter(Str* module, Str* name) {
  if (class_of(Value(self_)) == g_unpickler) return import_global_reenter(vm_, self_, protocol_, module, name);
  return call_method_reenter(vm_, self_, intern(vm_, "find_class"), {module, name});
}

Result<void> Loader::load_extension_reenter(int64_t code) {
  if (code <= 0) return fail("EXT specifies code <= 0");
  COIL_TRY(Value cache, copyreg_value_reenter(vm_, "_extension_cache"));
  COIL_TRY(Value key, make_int(vm_, code));
  if (cache.is(Kind::Dict)) {
    COIL_TRY(Value known, dict_get_reenter(vm_, cache.as<Dict>(), key));
    if (!known.is_stop()) return push(known);
  }
  COIL_TRY(Value registry, copyreg_value_reenter(vm_, "_inverted_registry"));
  if (!registry.is(Kind::Dict)) return raise_value_error(vm_, "unregistered extension code %lld", static_cast<long long>(code));
  COIL_TRY(Value pair, dict_get_reenter(vm_, registry.as<Dict>(), key));
  if (pair.is_stop()) return raise_value_error(vm_, "unregistered extension code %lld", static_cast<long long>(code));
  if (!pair.is(Kind::Tuple) || pair.as<Tuple>()->size != 2 || !pair.as<Tuple>()->items[0].is(Kind::Str) || !pair.as<Tuple>()->items[1].is(Kind::Str)) {
    return raise_value_error(vm_, "_inverted_registry[%lld] isn't a 2-tuple of strings", static_cast<long long>(code));
  }
  COIL_TRY(Value found, find_class_reenter(pair.as<Tuple>()->items[0].as<Str>(), pair.as<Tuple>()->items[1].as<Str>()));
  if (cache.is(Kind::Dict)) COIL_CHECK(dict_set_reenter(vm_, cache.as<Dict>(), key, found));
  return push(found);
}

/// INST and OBJ: an instance of an old class with the arguments above `begin`.
Result<void> Loader::load_instance_reenter(Value cls, size_t begin) {
  COIL_TRY(Tuple* args, new_tuple_from(vm_, size_ > begin ? &at(begin) : nullptr, size_ - begin));
  cut(begin);
  bool has_init_args = true;
  if (cls.is(Kind::Class)) {
    COIL_TRY(Value hook, find_attr_reenter(vm_, cls, intern(vm_, "__getinitargs__")));
    has_init_args = !hook.is_stop();
  }
  Result<Value> made = !args->size && !has_init_args ? call_method_reenter(vm_, cls, vm_.name(Name::new_), {cls})
                                                     : call_ex_reenter(vm_, cls, args, nullptr);
  COIL_TRY(Value object, made);
  return push(object);
}

Result<void> Loader::load_newobj_reenter(bool with_names) {
  const char* op = with_names ? "NEWOBJ_EX" : "NEWOBJ";
  Value names;
  if (with_names) {
    COIL_TRY(names, pop());
  }
  COIL_TRY(Value args, pop());
  COIL_TRY(Value cls, pop());
  if (!cls.is(Kind::Class)) return fail(std::string(op) + " class argument must be a type, not " + type_name(cls));
  if (!args.is(Kind::Tuple)) return fail(std::string(op) + " args argument must be a tuple, not " + type_name(args));
  if (with_names && !names.is(Kind::Dict)) return fail(std::string("NEWOBJ_EX kwargs argument must be a dict, not ") + type_name(names));
  COIL_TRY(Value maker, get_attr_reenter(vm_, cls, vm_.name(Name::new_)));
  auto* given = args.as<Tuple>();
  COIL_TRY(Tuple* all, new_tuple(vm_, given->size + 1));
  store(all, all->items[0], cls);
  for (size_t i = 0; i < given->size; i++) store(all, all->items[i + 1], given->items[i]);
  COIL_TRY(Value object, call_ex_reenter(vm_, maker, all, with_names ? names.as<Dict>() : nullptr));
  return push(object);
}

Result<void> Loader::load_build_reenter() {
  COIL_TRY(Value state, pop());
  COIL_TRY(Value object, top());
  COIL_TRY(Value setter, find_attr_reenter(vm_, object, vm_.name(Name::setstate_)));
  if (!setter.is_stop()) {
    COIL_CHECK(call_reenter(vm_, setter, {state}));
    return ok();
  }
  Value members = none();
  if (state.is(Kind::Tuple) && state.as<Tuple>()->size == 2) {
    members = state.as<Tuple>()->items[1];
    state = state.as<Tuple>()->items[0];
  }
  if (!state.is_none()) {
    if (!state.is(Kind::Dict)) return fail("state is not a dictionary");
    bool direct = object.is_cell() && has_instance_dict(object.cell()) && !object.is(Kind::Class);
    Value dict;
    if (!direct) {
      COIL_TRY(dict, get_attr_reenter(vm_, object, vm_.name(Name::dict_)));
    }
    size_t position = 0;
    Value key, value;
    while (dict_next(state.as<Dict>(), &position, &key, &value)) {
      if (direct && is_exact(key, Kind::Str)) {
        COIL_CHECK(set_instance_attr(vm_, object.cell(), intern_str(vm_, key.as<Str>()), value));
        continue;
      }
      if (!dict) {
        COIL_TRY(dict, get_attr_reenter(vm_, object, vm_.name(Name::dict_)));
      }
      COIL_CHECK(set_item_reenter(vm_, dict, key, value));
    }
  }
  if (!members.is_none()) {
    if (!members.is(Kind::Dict)) return fail("slot state is not a dictionary");
    size_t position = 0;
    Value key, value;
    while (dict_next(members.as<Dict>(), &position, &key, &value)) {
      if (!key.is(Kind::Str)) return raise_type_error(vm_, "attribute name must be string, not '%s'", type_name(key));
      COIL_CHECK(set_attr_reenter(vm_, object, intern_str(vm_, key.as<Str>()), value));
    }
  }
  return ok();
}

Result<void> Loader::load_next_buffer_reenter() {
  if (!self_->buffers) return fail("pickle stream refers to out-of-band data but no *buffers* argument was given");
  COIL_TRY(Value buffer, next_reenter(vm_, self_->buffers));
  if (buffer.is_stop()) return fail("not enough out-of-band buffers");
  return push(buffer);
}

Result<void> Loader::load_persistent_reenter(Value id) {
  COIL_TRY(Value method, find_attr_reenter(vm_, self_, intern(vm_, "persistent_load")));
  if (method.is_stop()) {
    return fail("A load persistent id instruction was encountered,\nbut no persistent_load function was specified.");
  }
  COIL_TRY(Value object, call_reenter(vm_, method, {id}));
  return push(object);
}

// -- the machine

/// Runs one opcode; false at STOP.
Result<bool> Loader::step_reenter(PickleOp op) {
  Result<void> done = ok();
  switch (op) {
    case PickleOp::Stop: return false;
    case PickleOp::Mark: marks_.push_back(size_); break;
    case PickleOp::None: done = push(none()); break;
    case PickleOp::NewTrue: done = push(Value::boolean(true)); break;
    case PickleOp::NewFalse: done = push(Value::boolean(false)); break;
    case PickleOp::BinInt: { COIL_TRY(int32_t n, number_reenter<int32_t>()); done = push(Value::small_int(n)); break; }
    case PickleOp::BinInt1: { COIL_TRY(uint8_t n, number_reenter<uint8_t>()); done = push(Value::small_int(n)); break; }
    case PickleOp::BinInt2: { COIL_TRY(uint16_t n, number_reenter<uint16_t>()); done = push(Value::small_int(n)); break; }
    case PickleOp::Int: done = load_int_reenter(); break;
    case PickleOp::Long: {
      COIL_TRY(std::string line, line_reenter());
      if (!line.empty() && line.back() == 'L') line.pop_back();
      COIL_TRY(Str* shown, line_str(line));
      COIL_TRY(Value number, int_from_text(vm_, line, 10, shown));
      done = push(number);
      break;
    }
    case PickleOp::Long1: { COIL_TRY(size_t size, size_reenter(1, "LONG1")); done = load_long_reenter(size); break; }
    case PickleOp::Long4: {
      COIL_TRY(int32_t size, number_reenter<int32_t>());
      if (size < 0) return fail("LONG pickle has negative byte count");
      done = load_long_reenter(static_cast<size_t>(size));
      break;
    }
    case PickleOp::Float: done = load_float_reenter(); break;
    case PickleOp::BinFloat: {
      COIL_TRY(uint64_t bits, number_reenter<uint64_t>());
      COIL_TRY(Value number, make_float(vm_, std::bit_cast<double>(__builtin_bswap64(bits))));
      done = push(number);
      break;
    }
    case PickleOp::ShortBinBytes: { COIL_TRY(size_t size, size_reenter(1, "SHORT_BINBYTES")); done = load_bytes_reenter(size); break; }
    case PickleOp::BinBytes: { COIL_TRY(size_t size, size_reenter(4, "BINBYTES")); done = load_bytes_reenter(size); break; }
    case PickleOp::BinBytes8: { COIL_TRY(size_t size, size_reenter(8, "BINBYTES")); done = load_bytes_reenter(size); break; }
    case PickleOp::ByteArray8: {
      COIL_TRY(size_t size, size_reenter(8, "BYTEARRAY8"));
      COIL_TRY(const uint8_t* bytes, take_reenter(size));
      COIL_TRY(ByteArray* array, new_bytearray(vm_, bytes, size));
      done = push(array);
      break;
    }
    case PickleOp::String: done = load_string_reenter(); break;
    case PickleOp::ShortBinString:
    case PickleOp::BinString: {
      COIL_TRY(size_t size, size_reenter(op == PickleOp::BinString ? 4 : 1, "BINSTRING"));
      COIL_TRY(const uint8_t* bytes, take_reenter(size));
      done = push_decoded_reenter({bytes, size});
      break;
    }
    case PickleOp::Unicode: done = load_unicode_line_reenter(); break;
    case PickleOp::ShortBinUnicode: { COIL_TRY(size_t size, size_reenter(1, "SHORT_BINUNICODE")); done = load_utf8_reenter(size); break; }
    case PickleOp::BinUnicode: { COIL_TRY(size_t size, size_reenter(4, "BINUNICODE")); done = load_utf8_reenter(size); break; }
    case PickleOp::BinUnicode8: { COIL_TRY(size_t size, size_reenter(8, "BINUNICODE")); done = load_utf8_reenter(size); break; }

    case PickleOp::EmptyTuple: done = push(vm_.empty_tuple); break;
    case PickleOp::Tuple1:
    case PickleOp::Tuple2:
    case PickleOp::Tuple3: {
      size_t count = static_cast<size_t>(op) - static_cast<size_t>(PickleOp::Tuple1) + 1;
      if (size_ < fence() + count) return underflow();
      done = load_tuple(size_ - count);
      break;
    }
    case PickleOp::Tuple: { COIL_TRY(size_t begin, pop_mark()); done = load_tuple(begin); break; }
    case PickleOp::EmptyList: { COIL_TRY(List* list, new_list(vm_)); done = push(list); break; }
    case PickleOp::EmptyDict: { COIL_TRY(Dict* dict, new_dict(vm_)); done = push(dict); break; }
    case PickleOp::EmptySet: { COIL_TRY(Set* set, new_set(vm_)); done = push(set); break; }
    case PickleOp::List: {
      COIL_TRY(size_t begin, pop_mark());
      COIL_TRY(List* list, new_list_from(vm_, size_ > begin ? &at(begin) : nullptr, size_ - begin));
      cut(begin);
      done = push(list);
      break;
    }
    case PickleOp::Dict: {
      COIL_TRY(size_t begin, pop_mark());
      if ((size_ - begin) % 2) return fail("odd number of items for DICT");
      COIL_TRY(Dict* dict, new_dict(vm_));
      for (size_t i = begin; i < size_; i += 2) COIL_CHECK(dict_set_reenter(vm_, dict, at(i), at(i + 1)));
      cut(begin);
      done = push(dict);
      break;
    }
    case PickleOp::FrozenSet: {
      COIL_TRY(size_t begin, pop_mark());
      COIL_TRY(Set* set, new_set(vm_, Kind::FrozenSet));
      for (size_t i = begin; i < size_; i++) COIL_CHECK(set_add_reenter(vm_, set, at(i)));
      cut(begin);
      done = push(set);
      break;
    }
    case PickleOp::Append:
      if (size_ < fence() + 2) return underflow();
      done = load_appends_reenter(size_ - 1);
      break;
    case PickleOp::Appends: { COIL_TRY(size_t begin, pop_mark()); done = load_appends_reenter(begin); break; }
    case PickleOp::SetItem:
      if (size_ < fence() + 3) return underflow();
      done = load_set_items_reenter(size_ - 2);
      break;
    case PickleOp::SetItems: { COIL_TRY(size_t begin, pop_mark()); done = load_set_items_reenter(begin); break; }
    case PickleOp::AddItems: { COIL_TRY(size_t begin, pop_mark()); done = load_add_items_reenter(begin); break; }

    case PickleOp::Pop:
      if (!marks_.empty() && marks_.back() == size_) {
        marks_.pop_back();
        break;
      }
      if (size_ <= fence()) return underflow();
      cut(size_ - 1);
      break;
    case PickleOp::PopMark: { COIL_TRY(size_t begin, pop_mark()); cut(begin); break; }
    case PickleOp::Dup: { COIL_TRY(Value value, top()); done = push(value); break; }

    case PickleOp::Get: {
      COIL_TRY(std::string line, line_reenter());
      COIL_TRY(size_t number, memo_number(line));
      COIL_TRY(Value value, memo_get(number, line));
      done = push(value);
      break;
    }
    case PickleOp::BinGet:
    case PickleOp::LongBinGet: {
      COIL_TRY(size_t number, size_reenter(op == PickleOp::BinGet ? 1 : 4, "GET"));
      COIL_TRY(Value value, memo_get(number, std::to_string(number)));
      done = push(value);
      break;
    }
    case PickleOp::Put: {
      COIL_TRY(std::string line, line_reenter());
      COIL_TRY(size_t number, memo_number(line));
      COIL_TRY(Value value, top());
      done = memo_put(number, value);
      break;
    }
    case PickleOp::BinPut:
    case PickleOp::LongBinPut: {
      COIL_TRY(size_t number, size_reenter(op == PickleOp::BinPut ? 1 : 4, "PUT"));
      COIL_TRY(Value value, top());
      done = memo_put(number, value);
      break;
    }
    case PickleOp::Memoize: {
      COIL_TRY(Value value, top());
      done = memo_put(memo_size_ + (self_->memo ? self_->memo->used : 0), value);
      break;
    }

    case PickleOp::Global: {
      COIL_TRY(std::string module, line_reenter());
      COIL_TRY(std::string name, line_reenter());
      auto decoded = [&](const std::string& text) {
        return decode_bytes(vm_, {reinterpret_cast<const uint8_t*>(text.data()), text.size()}, "utf-8", "strict");
      };
      COIL_TRY(Str* module_str, decoded(module));
      COIL_TRY(Str* name_str, decoded(name));
      COIL_TRY(Value found, find_class_reenter(module_str, name_str));
      done = push(found);
      break;
    }
    case PickleOp::StackGlobal: {
      COIL_TRY(Value name, pop());
      COIL_TRY(Value module, pop());
      if (!is_exact(name, Kind::Str) || !is_exact(module, Kind::Str)) return fail("STACK_GLOBAL requires str");
      COIL_TRY(Value found, find_class_reenter(module.as<Str>(), name.as<Str>()));
      done = push(found);
      break;
    }
    case PickleOp::Ext1: { COIL_TRY(uint8_t code, number_reenter<uint8_t>()); done = load_extension_reenter(code); break; }
    case PickleOp::Ext2: { COIL_TRY(uint16_t code, number_reenter<uint16_t>()); done = load_extension_reenter(code); break; }
    case PickleOp::Ext4: { COIL_TRY(int32_t code, number_reenter<int32_t>()); done = load_extension_reenter(code); break; }
    case PickleOp::Inst: {
      COIL_TRY(size_t begin, pop_mark());
      COIL_TRY(std::string module, line_reenter());
      COIL_TRY(std::string name, line_reenter());
      COIL_TRY(Str* module_str, decode_bytes(vm_, {reinterpret_cast<const uint8_t*>(module.data()), module.size()}, "ascii", "strict"));
      COIL_TRY(Str* name_str, decode_bytes(vm_, {reinterpret_cast<const uint8_t*>(name.data()), name.size()}, "ascii", "strict"));
      COIL_TRY(Value cls, find_class_reenter(module_str, name_str));
      done = load_instance_reenter(cls, begin);
      break;
    }
    case PickleOp::Obj: {
      COIL_TRY(size_t begin, pop_mark());
      if (size_ <= begin) return underflow();
      Value cls = at(begin);
      COIL_CHECK(load_instance_reenter(cls, begin + 1));
      Value object = at(size_ - 1);
      cut(begin);
      done = push(object);
      break;
    }
    case PickleOp::NewObj: done = load_newobj_reenter(false); break;
    case PickleOp::NewObjEx: done = load_newobj_reenter(true); break;
    case PickleOp::Reduce: {
      COIL_TRY(Value args, pop());
      COIL_TRY(Value callee, pop());
      if (!args.is(Kind::Tuple)) return raise_type_error(vm_, "argument list must be a tuple");
      COIL_TRY(Value object, call_ex_reenter(vm_, callee, args.as<Tuple>(), nullptr));
      done = push(object);
      break;
    }
    case PickleOp::Build: done = load_build_reenter(); break;
    case PickleOp::PersId: {
      COIL_TRY(std::string line, line_reenter());
      if (!std::all_of(line.begin(), line.end(), [](char c) { return static_cast<signed char>(c) >= 0; })) {
        return fail("persistent IDs in protocol 0 must be ASCII strings");
      }
      COIL_TRY(Str* id, new_str(vm_, line));
      done = load_persistent_reenter(id);
      break;
    }
    case PickleOp::BinPersId: { COIL_TRY(Value id, pop()); done = load_persistent_reenter(id); break; }

    case PickleOp::Proto: {
      COIL_TRY(uint8_t protocol, number_reenter<uint8_t>());
      if (protocol > kHighestProtocol) return raise_value_error(vm_, "unsupported pickle protocol: %d", protocol);
      protocol_ = protocol;
      break;
    }
    case PickleOp::Frame: {
      COIL_TRY(uint64_t size, number_reenter<uint64_t>());
      if (size > uint64_t{INT64_MAX}) {
        return raise(vm_, Exc::OverflowError, "FRAME length exceeds system's maximum of %llu bytes", static_cast<unsigned long long>(INT64_MAX));
      }
      if (!self_->read) {
        if (size > input_.size - position_) return fail("pickle data was truncated");
        break;
      }
      if (position_ != input_.size) return fail("beginning of a new frame before end of current frame");
      COIL_TRY(const uint8_t* bytes, take_reenter(size));
      set_input(size ? chunk_ : Value(), {bytes, size});
      break;
    }
    case PickleOp::NextBuffer: done = load_next_buffer_reenter(); break;
    case PickleOp::ReadonlyBuffer: {
      COIL_TRY(Value buffer, top());
      COIL_TRY(Value whole, call_reenter(vm_, vm_.type(Kind::MemoryView), {buffer}));
      COIL_TRY(Value readonly, get_attr_reenter(vm_, whole, intern(vm_, "readonly")));
      if (readonly.is_true()) break;
      COIL_TRY(Value closed, call_method_reenter(vm_, whole, intern(vm_, "toreadonly"), {}));
      store(stack_, at(size_ - 1), closed);
      break;
    }
    default: {
      auto code = static_cast<unsigned>(op);
      char shown[8];
      if (code > 0x20 && code < 0x7f && code != '\'' && code != '\\') std::snprintf(shown, sizeof shown, "%c", code);
      else std::snprintf(shown, sizeof shown, "\\x%02x", code);
      return fail(std::string("invalid load key, '") + shown + "'.");
    }
  }
  COIL_CHECK(done);
  return true;
}

Result<Value> Loader::load_reenter() {
  COIL_GUARD(vm_, " while unpickling an object");
  for (unsigned steps = 0;; steps++) {
    if ((steps & 1023) == 1023) COIL_CHECK(check_interrupts_reenter(vm_));
    COIL_TRY(const uint8_t* code, take_reenter(1, true));
    COIL_TRY(bool more, step_reenter(static_cast<PickleOp>(*code)));
    if (!more) break;
  }
  COIL_TRY(Value result, pop());
  // Later pickles of the file may refer to what this one memoized.
  if (class_of(Value(self_)) != g_unpickler || self_->read) {
    if (!self_->memo && memo_size_) {
      COIL_TRY(Dict* dict, new_dict(vm_));
      store(self_, self_->memo, dict);
    }
    for (size_t i = 0; i < memo_size_; i++) {
      COIL_CHECK(dict_set_reenter(vm_, self_->memo, Value::small_int(static_cast<int64_t>(i)), memo_->items()[i]));
    }
  }
  return result;
}

// -- the class

Result<void> set_options_reenter(Vm& vm, Unpickler* self, const LoadOptions& options) {
  self->fix_imports = options.fix_imports;
  auto set_text = [&](Value given, Value& slot, const char* what) -> Result<void> {
    if (!given) return ok();
    if (!given.is(Kind::Str)) return raise_type_error(vm, "Unpickler() argument '%s' must be str, not %s", what, type_name(given));
    store(self, slot, given);
    return ok();
  };
  COIL_CHECK(set_text(options.encoding, self->encoding, "encoding"));
  COIL_CHECK(set_text(options.errors, self->errors, "errors"));
  self->buffers = Value();
  if (options.buffers && !options.buffers.is_none()) {
    COIL_TRY(Value iterator, iter_reenter(vm, options.buffers));
    store(self, self->buffers, iterator);
  }
  self->memo = nullptr;
  return ok();
}

Result<void> set_file_reenter(Vm& vm, Unpickler* self, Value file) {
  COIL_TRY(Value read, find_attr_reenter(vm, file, intern(vm, "read")));
  COIL_TRY(Value readline, find_attr_reenter(vm, file, intern(vm, "readline")));
  if (read.is_stop() || readline.is_stop()) return raise_type_error(vm, "file must have 'read' and 'readline' attributes");
  store(self, self->read, read);
  store(self, self->readline, readline);
  self->ready = true;
  return ok();
}

Result<Value> unpickler_make(Vm& vm, Class* cls, Value*, size_t, Tuple*) {
  COIL_TRY(Unpickler* self, new_native_object<Unpickler>(vm, cls, &kUnpicklerOps));
  return Value(self);
}

NATIVE(unpickler_init, "Unpickler(self, file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())", "Reads objects from a file, one after the other.") {
  auto* self = self_as<Unpickler>(args);
  bool fix = true;
  if (args.has(2)) {
    COIL_TRY(fix, truthy_reenter(vm, args[2]));
  }
  COIL_CHECK(set_options_reenter(vm, self, {fix, args[3], args[4], args[5]}));
  COIL_CHECK(set_file_reenter(vm, self, args[1]));
  return none();
}
COIL_INIT_SLOT(unpickler_init_slot, unpickler_init)

NATIVE(unpickler_load, "load(self, /)", "The next object.") {
  auto* self = self_as<Unpickler>(args);
  if (!self->ready) {
    return raise_class(vm, g_unpickling_error, std::string("Unpickler.__init__() was not called by ") + type_name(args[0]) + ".__init__()");
  }
  Loader loader(vm, self);
  return loader.load_reenter();
}
NATIVE(unpickler_find_class, "find_class(self, module_name, global_name, /)", "What a pickle means by a name; subclasses restrict it.") {
  if (!args[1].is(Kind::Str) || !args[2].is(Kind::Str)) return raise_type_error(vm, "find_class() arguments must be str");
  return import_global_reenter(vm, self_as<Unpickler>(args), kHighestProtocol, args[1].as<Str>(), args[2].as<Str>());
}

}  // namespace

Result<Value> load_from_bytes_reenter(Vm& vm, Value data, const LoadOptions& options) {
  ByteSpan span;
  if (!byte_span(data, &span)) return raise_type_error(vm, "a bytes-like object is required, not '%s'", type_name(data));
  if (!data.is(Kind::Bytes)) {  // what may change while it is read is copied
    COIL_TRY(data, new_bytes(vm, span.data, span.size));
    span = {data.as<Bytes>()->data, data.as<Bytes>()->size};
  }
  COIL_TRY(Unpickler* self, new_native_object<Unpickler>(vm, g_unpickler, &kUnpicklerOps));
  COIL_CHECK(set_options_reenter(vm, self, options));
  Loader loader(vm, self);
  loader.set_input(data, span);
  return loader.load_reenter();
}

Result<Value> load_from_file_reenter(Vm& vm, Value file, const LoadOptions& options) {
  COIL_TRY(Unpickler* self, new_native_object<Unpickler>(vm, g_unpickler, &kUnpicklerOps));
  COIL_CHECK(set_options_reenter(vm, self, options));
  COIL_CHECK(set_file_reenter(vm, self, file));
  Loader loader(vm, self);
  return loader.load_reenter();
}

Result<void> init_unpickler(Vm& vm, Dict* ns) {
  COIL_TRY(Class* cls, new_module_class<Unpickler>(vm, "Unpickler", "_pickle", unpickler_init_spec.doc, true));
  g_unpickler = cls;
  cls->slots.make = unpickler_make;
  cls->slots.init = unpickler_init_slot;
  define_class(vm, cls, {&unpickler_load_spec, &unpickler_find_class_spec}, {});
  return module_set(vm, ns, "Unpickler", cls);
}

}  // namespace coil
