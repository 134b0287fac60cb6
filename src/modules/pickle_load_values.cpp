// What the instructions of pickles make: numbers, text, bytes, containers, objects.
#include <algorithm>
#include <bit>
#include <cmath>

#include "modules/host_services.hpp"
#include "modules/pickle_loader.hpp"
#include "objects/shape_internal.hpp"
#include "objects/text_loops.hpp"

namespace coil {

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
  Result<Str*> text = all_ascii(bytes, size) ? new_str_ascii(vm_, {reinterpret_cast<const char*>(bytes), size})
                                             : decode_bytes(vm_, {bytes, size}, "utf-8", "surrogatepass");
  COIL_CHECK(text);
  return push(*text);
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

Result<Value> import_global_reenter(Vm& vm, Unpickler* self, Str* module_name, Str* name) {
  const int protocol = self->protocol;
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
  if (class_of(Value(self_)) == g_unpickler) return import_global_reenter(vm_, self_, module, name);
  return call_method_reenter(vm_, self_, intern(vm_, "find_class"), {module, name});
}

Result<void> Loader::load_extension_reenter(int64_t code) {
  if (code <= 0) return fail("EXT specifies code <= 0");
  COIL_TRY(Value cache, copyreg_value_reenter(vm_, intern(vm_, "_extension_cache")));
  COIL_TRY(Value key, make_int(vm_, code));
  if (cache.is(Kind::Dict)) {
    COIL_TRY(Value known, dict_get_reenter(vm_, cache.as<Dict>(), key));
    if (!known.is_stop()) return push(known);
  }
  COIL_TRY(Value registry, copyreg_value_reenter(vm_, intern(vm_, "_inverted_registry")));
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

Result<Value> Loader::persistent_load_reenter() {
  COIL_TRY(Value method, find_attr_reenter(vm_, self_, intern(vm_, "persistent_load")));
  if (method.is_stop()) return fail("A load persistent id instruction was encountered,\nbut no persistent_load function was specified.");
  return method;
}

Result<void> Loader::load_persistent_reenter(Value id) {
  COIL_TRY(Value method, persistent_load_reenter());
  COIL_TRY(Value object, call_reenter(vm_, method, {id}));
  return push(object);
}

}  // namespace coil
