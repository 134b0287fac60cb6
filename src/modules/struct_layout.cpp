// Formats of module struct and the conversion of single items. The functions and the class Struct are in struct.cpp.
#include "modules/struct_layout.hpp"

#include <cmath>
#include <cstring>

#include "objects/half_float.hpp"

namespace coil {

Class* g_struct_error;

namespace {

/// Size of an item, 0 when the code does not exist in this mode.
int64_t code_size(char code, bool native) {
  switch (code) {
    case 'x': case 'c': case 'b': case 'B': case '?': case 's': case 'p': return 1;
    case 'h': case 'H': case 'e': return 2;
    case 'i': case 'I': case 'f': return 4;
    case 'q': case 'Q': case 'd': return 8;
    case 'l': case 'L': return native ? 8 : 4;
    case 'n': case 'N': case 'P': return native ? 8 : 0;
    default: return 0;
  }
}

constexpr const char* kTooLong = "total struct size too long";

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/// An integer argument as the codes take it.
Result<Value> integer_reenter(Vm& vm, Value value) {
  if (value.is_int()) return value;
  if (!class_of(value)->slots.index) return raise_struct_error(vm, "required argument is not an integer");
  return index_reenter(vm, value);
}

struct IntegerRange {
  int64_t low;
  uint64_t high;
};
IntegerRange integer_range(char code, int64_t size) {
  bool is_signed = code >= 'a';
  uint64_t high = ~uint64_t{0} >> (64 - 8 * size + (is_signed ? 1 : 0));
  return {is_signed ? -static_cast<int64_t>(high) - 1 : 0, high};
}

Error raise_range(Vm& vm, const StructField& field, IntegerRange range) {
  constexpr std::string_view kShort = "bBhH";
  constexpr const char* kNames[] = {"byte", "ubyte", "short", "ushort"};
  // As in CPython, where codes of foreign byte order have functions of their own.
  size_t named = field.big_endian && field.size > 1 ? kShort.npos : kShort.find(field.code);
  const char quoted[] = {'\'', field.code, '\'', 0};
  std::string kind = named == kShort.npos ? quoted : kNames[named];
  return raise_struct_error(vm, kind + " format requires " + std::to_string(range.low) + " <= number <= " + std::to_string(range.high));
}

void store_bits(const StructField& field, uint64_t bits, uint8_t* out) {
  for (int64_t i = 0; i < field.size; i++) out[field.big_endian ? field.size - 1 - i : i] = static_cast<uint8_t>(bits >> 8 * i);
}

/// Whether an unsigned code converts to C's unsigned long, for which no negative number exists.
bool takes_unsigned_long(const StructField& field) { return field.size >= 4 || (field.big_endian && field.size > 1); }

Result<void> pack_integer_reenter(Vm& vm, const StructField& field, Value value, uint8_t* out) {
  COIL_TRY(Value integer, integer_reenter(vm, value));
  const char* out_of_range = field.big_endian && field.size == 8 ? "int too large to convert" : "argument out of range";
  int64_t number;
  uint64_t word = 0;
  bool fits = int_to_i64(integer, &number);
  IntegerRange range = integer_range(field.code, field.size);
  if (fits) {
    word = static_cast<uint64_t>(number);
    bool unsigned_long = range.low == 0 && takes_unsigned_long(field);
    if (number < 0 && unsigned_long) return raise_struct_error(vm, out_of_range);
    if (number < range.low || (number > 0 && word > range.high)) return raise_range(vm, field, range);
  } else {
    MpzView big(integer);
    if (range.low < 0 || !takes_unsigned_long(field) || mpz_sgn(big.get()) < 0 || mpz_sizeinbase(big.get(), 2) > 64) {
      return raise_struct_error(vm, out_of_range);
    }
    word = mpz_get_ui(big.get());
    if (word > range.high) return raise_range(vm, field, range);
  }
  store_bits(field, word, out);
  return ok();
}

/// The address of an object: any integer of 64 bits.
Result<void> pack_pointer_reenter(Vm& vm, Value value, uint8_t* out) {
  COIL_TRY(Value integer, integer_reenter(vm, value));
  MpzView big(integer);
  bool negative = mpz_sgn(big.get()) < 0;
  size_t bits = mpz_sizeinbase(big.get(), 2);
  if (bits > 64 || (negative && bits == 64 && mpz_cmpabs_ui(big.get(), uint64_t{1} << 63) > 0)) {
    return raise_struct_error(vm, "int too large to convert");
  }
  uint64_t word = mpz_get_ui(big.get());
  if (negative) word = ~word + 1;
  std::memcpy(out, &word, 8);
  return ok();
}

Result<void> pack_float_reenter(Vm& vm, const StructField& field, Value value, uint8_t* out) {
  Result<double> converted = number_as_double_reenter(vm, value);
  if (!converted) {
    clear_pending(vm);
    return raise_struct_error(vm, "required argument is not a float");
  }
  double number = *converted;
  auto too_large = [&]() -> Error {
    if (value.is_int()) return raise_struct_error(vm, "int too large to convert");
    return raise(vm, Exc::OverflowError, "float too large to pack with %c format", field.code);
  };
  uint64_t bits;
  if (field.code == 'd') {
    std::memcpy(&bits, &number, 8);
  } else if (field.code == 'f') {
    float narrow = static_cast<float>(number);
    if (!field.native && std::isinf(narrow) && !std::isinf(number)) return too_large();
    uint32_t half;
    std::memcpy(&half, &narrow, 4);
    bits = half;
  } else {
    uint16_t half;
    if (!half_from_double(number, &half)) return too_large();
    bits = half;
  }
  store_bits(field, bits, out);
  return ok();
}

Result<void> pack_text(Vm& vm, const StructField& field, Value value, uint8_t* out) {
  ByteSpan bytes;
  if (value.is(Kind::MemoryView) || !byte_span(value, &bytes)) {
    return raise_struct_error(vm, std::string("argument for '") + field.code + "' must be a bytes object");
  }
  auto room = static_cast<size_t>(field.size);
  if (field.code == 'p') {
    if (!room) return ok();
    size_t size = std::min(bytes.size, room - 1);
    *out = static_cast<uint8_t>(std::min<size_t>(size, 255));
    if (size) std::memcpy(out + 1, bytes.data, size);
    return ok();
  }
  size_t size = std::min(bytes.size, room);
  if (size) std::memcpy(out, bytes.data, size);
  return ok();
}

uint64_t load_bits(const StructField& field, const uint8_t* data) {
  uint64_t bits = 0;
  if (field.big_endian) {
    for (int64_t i = 0; i < field.size; i++) bits = bits << 8 | data[i];
  } else {
    std::memcpy(&bits, data, static_cast<size_t>(field.size));
  }
  return bits;
}

}  // namespace

Error raise_struct_error(Vm& vm, std::string_view message) {
  COIL_TRY(Str* text, new_str(vm, message));
  COIL_TRY(Exception* exception, new_exception(vm, g_struct_error, {text}));
  return raise_exception(vm, exception);
}

const char* parse_struct_format(std::string_view format, StructLayout* out) {
  bool native = true, aligned = true, big_endian = false;
  size_t at = 0;
  if (!format.empty() && std::strchr("@=<>!", format[0]) && format[0]) {
    native = aligned = format[0] == '@';
    big_endian = format[0] == '>' || format[0] == '!';
    at = 1;
  }
  int64_t offset = 0;
  while (at < format.size()) {
    char c = format[at++];
    if (!c) return "embedded null character";
    if (is_space(c)) continue;
    int64_t count = 1;
    if (c >= '0' && c <= '9') {
      count = c - '0';
      while (at < format.size() && format[at] >= '0' && format[at] <= '9') {
        if (__builtin_mul_overflow(count, int64_t{10}, &count) || __builtin_add_overflow(count, int64_t{format[at] - '0'}, &count)) {
          return kTooLong;
        }
        at++;
      }
      if (at == format.size()) return "repeat count given without format specifier";
      c = format[at++];
    }
    int64_t size = code_size(c, native);
    if (!size) return "bad char in struct format";
    // The codes of native mode are aligned as C does, even when their count is zero.
    if (aligned && std::strchr("hHiIlLqQnNefdP", c)) {
      int64_t gap = (size - offset % size) % size;
      if (__builtin_add_overflow(offset, gap, &offset)) return kTooLong;
    }
    bool text = c == 's' || c == 'p';
    int64_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes)) return kTooLong;
    if (text) out->fields.push_back({c, big_endian, native, count, offset, 1});
    else if (c != 'x' && count) out->fields.push_back({c, big_endian, native, size, offset, count});
    if (c != 'x') out->count += text ? 1 : count;
    if (__builtin_add_overflow(offset, bytes, &offset)) return kTooLong;
  }
  out->size = offset;
  return nullptr;
}

Result<Value> unpack_struct_item(Vm& vm, const StructField& field, const uint8_t* data) {
  switch (field.code) {
    case 'c': return new_bytes(vm, data, 1);
    case '?': return Value::boolean(*data != 0);
    case 's': return new_bytes(vm, data, static_cast<size_t>(field.size));
    case 'p': return new_bytes(vm, data + 1, field.size ? std::min<size_t>(*data, static_cast<size_t>(field.size) - 1) : 0);
    case 'e': return make_float(vm, half_to_double(static_cast<uint16_t>(load_bits(field, data))));
    case 'f': {
      auto bits = static_cast<uint32_t>(load_bits(field, data));
      float number;
      std::memcpy(&number, &bits, 4);
      return make_float(vm, number);
    }
    case 'd': {
      uint64_t bits = load_bits(field, data);
      double number;
      std::memcpy(&number, &bits, 8);
      return make_float(vm, number);
    }
    default: break;
  }
  uint64_t bits = load_bits(field, data);
  if (field.code < 'a') return make_int_u64(vm, bits);
  int unused = static_cast<int>(64 - 8 * field.size);
  return make_int(vm, static_cast<int64_t>(bits << unused) >> unused);
}

Result<void> pack_struct_item_reenter(Vm& vm, const StructField& field, Value value, uint8_t* out) {
  switch (field.code) {
    case 'c':
      if (!value.is(Kind::Bytes) || value.as<Bytes>()->size != 1) {
        return raise_struct_error(vm, "char format requires a bytes object of length 1");
      }
      *out = value.as<Bytes>()->data[0];
      return ok();
    case '?': {
      COIL_TRY(bool truth, truthy_reenter(vm, value));
      *out = truth;
      return ok();
    }
    case 's': case 'p': return pack_text(vm, field, value, out);
    case 'e': case 'f': case 'd': return pack_float_reenter(vm, field, value, out);
    case 'P': return pack_pointer_reenter(vm, value, out);
    default: return pack_integer_reenter(vm, field, value, out);
  }
}

}  // namespace coil
