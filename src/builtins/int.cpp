// int and bool as programs see them: constructors, slots, methods. The arithmetic is in objects/int_arithmetic.cpp.
#include <algorithm>

#include "builtins/numbers_internal.hpp"
#include "builtins/text_internal.hpp"
#include "builtins/warnings.hpp"
#include "objects/iteration.hpp"

namespace coil {

namespace {

Value not_implemented() { return Value(&not_implemented_cell); }

template <BinaryOp op>
Result<Value> int_binary_slot(Vm& vm, Value left, Value right) {
  if (!left.is_int() || !right.is_int()) return not_implemented();
  return int_binary(vm, op, left, right);
}

Result<Value> int_divmod_slot(Vm& vm, Value left, Value right) {
  if (!left.is_int() || !right.is_int()) return not_implemented();
  return int_divmod(vm, left, right);
}

/// Bits of the exponent times bits of the modulus from which a power takes so long (about 0.1 s) that Ctrl-C must be able to end it.
constexpr uint64_t kLongPower = uint64_t{1} << 27;

/// Square and multiply with a look at the interrupts after each bit of the exponent, which is positive.
Result<Value> long_pow_mod_reenter(Vm& vm, Value base, Value exponent, Value modulus) {
  Mpz divisor, factor, power, result;
  mpz_set(divisor.z, MpzView(modulus).get());
  mpz_mod(factor.z, MpzView(base).get(), divisor.z);
  mpz_set(power.z, MpzView(exponent).get());
  mpz_set_ui(result.z, 1);
  for (size_t bit = mpz_sizeinbase(power.z, 2); bit-- > 0;) {
    mpz_mul(result.z, result.z, result.z);
    mpz_mod(result.z, result.z, divisor.z);
    if (mpz_tstbit(power.z, bit)) {
      mpz_mul(result.z, result.z, factor.z);
      mpz_mod(result.z, result.z, divisor.z);
    }
    COIL_CHECK(check_interrupts_reenter(vm));
  }
  if (mpz_sgn(result.z) != 0 && mpz_sgn(divisor.z) < 0) mpz_add(result.z, result.z, divisor.z);
  return make_int_mpz(vm, result.z);
}

Result<Value> int_pow_slot(Vm& vm, Value base, Value exponent, Value modulus) {
  if (!base.is_int() || !exponent.is_int()) return not_implemented();
  if (modulus.is_none()) return int_binary(vm, BinaryOp::Pow, base, exponent);
  if (!modulus.is_int()) return not_implemented();
  uint64_t cost;
  bool is_long = __builtin_mul_overflow(int_bit_length(exponent), int_bit_length(modulus), &cost) || cost >= kLongPower;
  if (is_long && int_sign(exponent) > 0) return long_pow_mod_reenter(vm, base, exponent, modulus);
  return int_pow_mod(vm, base, exponent, modulus);
}

Result<Value> int_compare_slot(Vm&, Value left, Value right, CompareOp op) {
  if (!left.is_int() || !right.is_int()) return not_implemented();
  return Value::boolean(order_matches(int_compare(left, right), op));
}

Result<Value> int_repr_slot(Vm& vm, Value self) { return int_to_str(vm, self); }
Result<int64_t> int_hash_slot(Vm&, Value self) { return int_hash(self); }
Result<bool> int_truth(Vm&, Value self) { return int_sign(self) != 0; }
Result<Value> int_float(Vm& vm, Value self) {
  COIL_TRY(double number, int_to_double(vm, self));
  return make_float(vm, number);
}

// -- construction

/// __int__, __index__ or __trunc__ of an object; Value::stop() when it has none.
Result<Value> int_from_object_reenter(Vm& vm, Value object) {
  const Slots& slots = class_of(object)->slots;
  if (slots.to_int) {
    COIL_TRY(Value number, slots.to_int(vm, object));
    if (!number.is_int()) return raise_type_error(vm, "__int__ returned non-int (type %s)", type_name(number));
    COIL_CHECK(check_converted_reenter(vm, object, "__int__", number, Kind::Int));
    return exact_int(vm, number);
  }
  if (slots.index) {
    COIL_TRY(Value number, index_reenter(vm, object));
    return exact_int(vm, number);
  }
  COIL_TRY(Value truncate, lookup_special_reenter(vm, object, vm.name(Name::trunc_)));
  if (truncate.is_stop()) return truncate;
  COIL_CHECK(warn_deprecated_reenter(vm, "The delegation of int() to __trunc__ is deprecated."));
  COIL_TRY(Value truncated, call_reenter(vm, truncate, {}));
  if (truncated.is_int()) return exact_int(vm, truncated);
  if (!class_of(truncated)->slots.index) {
    return raise_type_error(vm, "__trunc__ returned non-Integral (type %s)", type_name(truncated));
  }
  COIL_TRY(Value number, index_reenter(vm, truncated));
  return exact_int(vm, number);
}

/// Text or bytes to an integer; Value::stop() for other values.
Result<Value> int_from_textual_reenter(Vm& vm, Value source, int base) {
  if (source.is(Kind::Str)) {
    Str* str = source.as<Str>();
    std::string_view ascii = str_ascii_view(str);
    if (ascii.data()) return int_from_text(vm, ascii, base, source);
    std::string text = number_text(str);
    return int_from_text(vm, text, base, source);
  }
  ByteSpan bytes;
  if (!byte_span(source, &bytes)) return Value::stop();
  return int_from_text(vm, {reinterpret_cast<const char*>(bytes.data), bytes.size}, base, source);
}

Result<Value> int_from_value_reenter(Vm& vm, Value source) {
  if (source.is_small_int()) return source;
  if (source.is_float() && (source.is_inline_float() || is_exact(source, Kind::Float))) {
    return int_from_double(vm, source.as_float());
  }
  COIL_TRY(Value number, int_from_object_reenter(vm, source));
  if (!number.is_stop()) return number;
  COIL_TRY(number, int_from_textual_reenter(vm, source, 10));
  if (!number.is_stop()) return number;
  return raise_type_error(vm, "int() argument must be a string, a bytes-like object or a real number, not '%s'",
                          type_name(source));
}

Result<Value> int_make(Vm& vm, Class* cls, Value* args, size_t npos, Tuple* kwnames) {
  Value bound[2];
  if (npos == 1 && !kwnames) bound[0] = args[0];
  else COIL_CHECK(bind_constructor(vm, "int", {"x", "base"}, 1, args, npos, kwnames, bound));
  Value number;
  if (bound[0].is_nothing()) {
    if (!bound[1].is_nothing()) return raise_type_error(vm, "int() missing string argument");
    number = Value::small_int(0);
  } else if (bound[1].is_nothing()) {
    COIL_TRY(number, int_from_value_reenter(vm, bound[0]));
  } else {
    COIL_TRY(int64_t base, index_clamped_reenter(vm, bound[1]));
    if (base != 0 && (base < 2 || base > 36)) return raise_value_error(vm, "int() base must be >= 2 and <= 36, or 0");
    Value source = bound[0];
    if (!source.is(Kind::Str) && !source.is(Kind::Bytes) && !source.is(Kind::ByteArray)) {
      return raise_type_error(vm, "int() can't convert non-string with explicit base");
    }
    COIL_TRY(number, int_from_textual_reenter(vm, source, static_cast<int>(base)));
  }
  return int_for_class(vm, cls, number);
}

// -- methods

NATIVE(int_conjugate, "conjugate(self, /)", "The number itself: integers have no imaginary part.") {
  return exact_int(vm, args[0]);
}
NATIVE(int_trunc, "__trunc__(self, /)", "The number itself: truncating changes no integer.") { return exact_int(vm, args[0]); }
NATIVE(int_floor, "__floor__(self, /)", "The number itself.") { return exact_int(vm, args[0]); }
NATIVE(int_ceil, "__ceil__(self, /)", "The number itself.") { return exact_int(vm, args[0]); }

NATIVE(int_round_method, "__round__(self, ndigits=None, /)",
       "Round to 10**-ndigits, ties to the even multiple; the number itself unless ndigits is negative.") {
  if (!args.has(1)) return exact_int(vm, args[0]);
  COIL_TRY(Value ndigits, index_reenter(vm, args[1]));
  return int_round(vm, args[0], ndigits);
}

NATIVE(int_getnewargs, "__getnewargs__(self, /)", "Arguments to make an equal number with.") {
  COIL_TRY(Value number, exact_int(vm, args[0]));
  return make_tuple(vm, {number});
}

NATIVE(int_format_method, "__format__(self, format_spec, /)", "Text of the number as the format specification asks.") {
  COIL_TRY(Str* spec, format_spec_argument(vm, args[1]));
  if (!spec->length && class_of(args[0]) != vm.type(Kind::Int)) return str_reenter(vm, args[0]);
  return int_format_spec(vm, args[0], spec);
}

NATIVE(int_sizeof, "__sizeof__(self, /)", "Size in memory, in bytes.") {
  // What the reference implementation would need: 30 bits a digit.
  uint64_t digits = (int_bit_length(args[0]) + 29) / 30;
  return make_int_u64(vm, 24 + 4 * std::max<uint64_t>(digits, 1));
}

NATIVE(int_bit_length_method, "bit_length(self, /)", "Bits needed for the number, without sign and leading zeros.") {
  return make_int_u64(vm, int_bit_length(args[0]));
}

NATIVE(int_bit_count, "bit_count(self, /)", "Ones in the binary form of the absolute value.") {
  int64_t number;
  if (int_fast(args[0], &number)) {
    uint64_t magnitude = number < 0 ? -static_cast<uint64_t>(number) : static_cast<uint64_t>(number);
    return Value::small_int(std::popcount(magnitude));
  }
  MpzView view(args[0]);
  size_t count = mpz_size(view.get());
  return make_int_u64(vm, count ? mpn_popcount(mpz_limbs_read(view.get()), static_cast<mp_size_t>(count)) : 0);
}

NATIVE(int_as_integer_ratio, "as_integer_ratio(self, /)", "The pair (number, 1).") {
  COIL_TRY(Value number, exact_int(vm, args[0]));
  return make_tuple(vm, {number, Value::small_int(1)});
}

/// 'big' or 'little' to a flag.
Result<bool> is_little_endian(Vm& vm, Value order, const char* function) {
  if (order.is_nothing()) return false;
  COIL_TRY(Str* text, str_argument(vm, order, function, "'byteorder'"));
  if (str_is(text, "little")) return true;
  if (str_is(text, "big")) return false;
  return raise_value_error(vm, "byteorder must be either 'little' or 'big'");
}

NATIVE(int_to_bytes, "to_bytes(self, /, length=1, byteorder='big', *, signed=False)",
       "The number as `length` bytes, two's complement when signed.") {
  int64_t length = 1;
  if (args.has(1)) { COIL_TRY(length, ssize_argument_reenter(vm, args[1])); }
  COIL_TRY(bool little, is_little_endian(vm, args[2], "to_bytes"));
  bool is_signed = false;
  if (args.has(3)) { COIL_TRY(is_signed, truthy_reenter(vm, args[3])); }
  if (length < 0) return raise_value_error(vm, "length argument must be non-negative");
  bool negative = int_sign(args[0]) < 0;
  if (negative && !is_signed) return raise(vm, Exc::OverflowError, "can't convert negative int to unsigned");
  uint64_t bits = int_bit_length(args[0]), room = static_cast<uint64_t>(length);
  // A signed number needs a sign bit, but -2**(n-1) fits n bits.
  if (is_signed && bits) {
    MpzView view(args[0]);
    bool is_power = negative && mpz_scan1(view.get(), 0) == bits - 1;
    if (!is_power) bits++;
  }
  if (args[0] == Value::small_int(-1)) bits = 0;  // nothing but sign bits: fits no bytes at all
  if ((bits + 7) / 8 > room) return raise(vm, Exc::OverflowError, "int too big to convert");
  COIL_TRY(Bytes* bytes, new_bytes_uninitialized(vm, room));
  uint8_t* out = bytes->data;
  if (args[0].is_small_int()) {
    int64_t rest = args[0].small_int();
    for (size_t i = 0; i < room; i++, rest >>= 8) out[little ? i : room - 1 - i] = static_cast<uint8_t>(rest);
    return bytes;
  }
  std::fill(out, out + room, uint8_t{0});
  // Little-endian magnitude first, then complement, then the order asked for.
  MpzView view(args[0]);
  size_t written = 0;
  if (mpz_sgn(view.get()) != 0 && (mpz_sizeinbase(view.get(), 2) + 7) / 8 <= room) {
    mpz_export(out, &written, -1, 1, 0, 0, view.get());
  }
  if (negative) {
    unsigned carry = 1;
    for (size_t i = 0; i < room; i++) {
      unsigned byte = static_cast<uint8_t>(~out[i]) + carry;
      out[i] = static_cast<uint8_t>(byte);
      carry = byte >> 8;
    }
  }
  if (!little) std::reverse(out, out + room);
  return bytes;
}

NATIVE(int_from_bytes, "from_bytes(cls, /, bytes, byteorder='big', *, signed=False)",
       "The integer that the bytes stand for, two's complement when signed.") {
  COIL_TRY(bool little, is_little_endian(vm, args[2], "from_bytes"));
  bool is_signed = false;
  if (args.has(3)) { COIL_TRY(is_signed, truthy_reenter(vm, args[3])); }
  Value source = args[1];
  ByteSpan bytes;
  if (!byte_span(source, &bytes)) {
    COIL_TRY(Value to_bytes, lookup_special_reenter(vm, source, vm.name(Name::bytes_)));
    if (!to_bytes.is_stop()) {
      COIL_TRY(source, call_reenter(vm, to_bytes, {}));
      if (!source.is(Kind::Bytes)) {
        return raise_type_error(vm, "__bytes__ returned non-bytes (type %s)", type_name(source));
      }
    } else {
      if (source.is_int() || source.is(Kind::Str) || !is_iterable(class_of(source))) {
        return raise_type_error(vm, "cannot convert '%s' object to bytes", type_name(source));
      }
      COIL_TRY(source, call_reenter(vm, vm.type(Kind::Bytes), {source}));
    }
    if (!byte_span(source, &bytes)) return raise_type_error(vm, "cannot convert '%s' object to bytes", type_name(source));
  }
  Mpz number;
  if (bytes.size > static_cast<size_t>(kMaxIntLimbs) * 8) return raise_memory_error(vm);
  if (bytes.size) {
    mpz_import(number.z, bytes.size, little ? -1 : 1, 1, 0, 0, bytes.data);
    uint8_t top = little ? bytes.data[bytes.size - 1] : bytes.data[0];
    if (is_signed && top & 0x80) {
      Mpz modulus;
      mpz_setbit(modulus.z, bytes.size * 8);
      mpz_sub(number.z, number.z, modulus.z);
    }
  }
  COIL_TRY(Value result, make_int_mpz(vm, number.z));
  if (args[0] == Value(vm.type(Kind::Int))) return result;
  return call_reenter(vm, args[0], {result});
}

Result<Value> int_get_real(Vm& vm, Value self) { return exact_int(vm, self); }
Result<Value> int_get_imag(Vm&, Value) { return Value::small_int(0); }
Result<Value> int_get_denominator(Vm&, Value) { return Value::small_int(1); }

constexpr GetSetSpec kReal = {"real", int_get_real, nullptr, "The real part: the number itself."};
constexpr GetSetSpec kImag = {"imag", int_get_imag, nullptr, "The imaginary part: 0."};
constexpr GetSetSpec kNumerator = {"numerator", int_get_real, nullptr, "The numerator of the number as a fraction: the number itself."};
constexpr GetSetSpec kDenominator = {"denominator", int_get_denominator, nullptr, "The denominator of the number as a fraction: 1."};

void trace_int(Cell* cell, Marker& marker) { trace_attrs(cell, marker); }

// -- bool

template <BinaryOp op>
Result<Value> bool_logic(Vm& vm, Value left, Value right) {
  if (!left.is_int() || !right.is_int()) return not_implemented();
  return number_binary(vm, op, left, right);
}

Result<Value> bool_repr(Vm& vm, Value self) { return intern(vm, self.is_true() ? "True" : "False"); }

Result<Value> bool_make(Vm& vm, Class*, Value* args, size_t npos, Tuple* kwnames) {
  if (kwnames && kwnames->size) return raise_type_error(vm, "bool() takes no keyword arguments");
  if (npos > 1) return raise_type_error(vm, "bool expected at most 1 argument, got %zu", npos);
  if (npos == 0) return Value::boolean(false);
  COIL_TRY(bool truth, truthy_reenter(vm, args[0]));
  return Value::boolean(truth);
}

}  // namespace

void setup_int(Vm& vm) {
  Slots& slots = vm.type(Kind::Int)->slots;
  slots.repr = int_repr_slot;
  slots.neg = int_negate;
  slots.pos = exact_int;
  slots.invert = int_invert;
  slots.abs = int_abs;
  slots.to_int = exact_int;
  slots.to_float = int_float;
  slots.index = exact_int;
  slots.divmod = int_divmod_slot;
  slots.pow = int_pow_slot;
  slots.compare = int_compare_slot;
  slots.hash = int_hash_slot;
  slots.truth = int_truth;
  slots.make = int_make;
  auto set = [&](BinaryOp op, BinaryFn fn) { slots.binary[static_cast<int>(op)] = fn; };
  set(BinaryOp::Add, int_binary_slot<BinaryOp::Add>);
  set(BinaryOp::Sub, int_binary_slot<BinaryOp::Sub>);
  set(BinaryOp::Mul, int_binary_slot<BinaryOp::Mul>);
  set(BinaryOp::Div, int_binary_slot<BinaryOp::Div>);
  set(BinaryOp::FloorDiv, int_binary_slot<BinaryOp::FloorDiv>);
  set(BinaryOp::Mod, int_binary_slot<BinaryOp::Mod>);
  set(BinaryOp::Pow, int_binary_slot<BinaryOp::Pow>);
  set(BinaryOp::LShift, int_binary_slot<BinaryOp::LShift>);
  set(BinaryOp::RShift, int_binary_slot<BinaryOp::RShift>);
  set(BinaryOp::And, int_binary_slot<BinaryOp::And>);
  set(BinaryOp::Or, int_binary_slot<BinaryOp::Or>);
  set(BinaryOp::Xor, int_binary_slot<BinaryOp::Xor>);
  g_heap.set_type(Kind::Int, trace_int, nullptr);
  define_type(vm, {Kind::Int,
                   "Integers of any size. int(x) converts a number by truncation or reads text; int(text, base) reads "
                   "digits of base 2 to 36, or with base 0 a literal.",
                   {&int_conjugate_spec, &int_trunc_spec, &int_floor_spec, &int_ceil_spec, &int_round_method_spec,
                    &int_getnewargs_spec, &int_format_method_spec, &int_sizeof_spec, &int_bit_length_method_spec,
                    &int_bit_count_spec, &int_as_integer_ratio_spec, &int_to_bytes_spec, &int_from_bytes_spec},
                   {&kReal, &kImag, &kNumerator, &kDenominator}});
}

void setup_bool(Vm& vm) {
  Slots& slots = vm.type(Kind::Bool)->slots;
  slots.repr = bool_repr;
  slots.compare = int_compare_slot;
  slots.hash = int_hash_slot;
  slots.make = bool_make;
  slots.binary[static_cast<int>(BinaryOp::And)] = bool_logic<BinaryOp::And>;
  slots.binary[static_cast<int>(BinaryOp::Or)] = bool_logic<BinaryOp::Or>;
  slots.binary[static_cast<int>(BinaryOp::Xor)] = bool_logic<BinaryOp::Xor>;
  define_type(vm, {Kind::Bool, "True or False. bool(x) tells whether x counts as true.", {}, {}});
}

void setup_numbers(Vm& vm) {
  setup_int(vm);
  setup_bool(vm);
  setup_float(vm);
  setup_complex(vm);
}

}  // namespace coil
