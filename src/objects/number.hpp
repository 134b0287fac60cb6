// Integers of any size, floats, complex: construction, conversion, arithmetic, text. Methods are in builtins/{int,float,complex}.cpp.
#pragma once

#include <gmp.h>

#include <string>
#include <string_view>

#include "objects/vm.hpp"

namespace coil {

/// An integer outside 63 bits, or of any size when the class is a subclass of int: sign and magnitude limbs (GMP's order).
struct Int : Cell {
  int32_t size;        // number of limbs, negative for negative numbers
  uint32_t unused;
  mp_limb_t limbs[1];
};

Result<Value> make_int(Vm&, int64_t);
Result<Value> make_int_u64(Vm&, uint64_t);
Result<Value> make_int_mpz(Vm&, const mpz_t);                  // normalised: small when it fits
/// A read-only mpz over any integer value (small, bool, Int cell) without copying limbs. Usable while `v` is alive.
class MpzView {
 public:
  explicit MpzView(Value v);
  const mpz_t& get() const { return mpz_; }
 private:
  mpz_t mpz_;
  mp_limb_t small_;
};
/// mpz temporaries freed at scope end.
struct Mpz {
  mpz_t z;
  Mpz() { mpz_init(z); }
  ~Mpz() { mpz_clear(z); }
  Mpz(const Mpz&) = delete;
};

/// Any integer value to int64; false when it does not fit.
bool int_to_i64(Value, int64_t* out);
int int_sign(Value);
/// The exact integer of a bool or of a subclass instance (identity for exact ones).
Result<Value> exact_int(Vm&, Value);
/// Integer arithmetic for any two integer values; zero division raises as CPython words it.
Result<Value> int_binary(Vm&, BinaryOp, Value, Value);
Result<Value> int_pow_mod(Vm&, Value base, Value exponent, Value modulus);
int int_compare(Value, Value);
int64_t int_hash(Value);                                       // CPython's: modulo 2^61-1
Result<Str*> int_to_str(Vm&, Value, int base = 10);            // 4300-digit guard for base 10
Result<Value> int_from_text(Vm&, std::string_view ascii, int base, Value original_for_message);
/// Digits of a literal, base 2, 8, 10 or 16, no sign or underscores.
Result<Value> int_from_digits(Vm&, std::string_view digits, int base);
Result<Value> int_from_double(Vm&, double);                    // OverflowError, ValueError for inf, nan
/// OverflowError "int too large to convert to float".
Result<double> int_to_double(Vm&, Value);

/// Never fails but for memory.
inline Result<Value> make_float(Vm& vm, double number) {
  if (Value v = Value::try_float(number)) [[likely]] return v;
  COIL_TRY(Float* cell, alloc<Float>(vm, Kind::Float));
  cell->number = number;
  return Value(cell);
}
std::string float_repr(double);                                // shortest round trip, CPython's form
int64_t float_hash(double, const void* identity_for_nan);
Result<Value> float_binary(Vm&, BinaryOp, double, double);     // with CPython's ZeroDivisionError texts
/// int or float (bool too) as a double for mixed arithmetic.
Result<double> as_double(Vm&, Value int_or_float);
/// Exact comparison of any int with a double: -1, 0, 1, 2 for unordered.
int int_double_compare(Value integer, double);
Result<Value> make_complex(Vm&, double real, double imag);

/// Binary operators for any two of int, bool, float, complex (the generic opcodes' slow path); NotImplemented for others.
Result<Value> number_binary(Vm&, BinaryOp, Value, Value);

/// Format mini-language (builtins/number_format.cpp).
Result<Str*> int_format_spec(Vm&, Value, Str* spec);
Result<Str*> float_format_spec(Vm&, double, Str* spec);
Result<Str*> complex_format_spec(Vm&, Value, Str* spec);
/// Parsed [[fill]align][sign][z][#][0][width][,][.precision][type]; shared with str.
struct FormatSpec {
  uint32_t fill = ' ';
  char align = 0;       // 0: default of the type
  char sign = 0;
  bool no_negative_zero = false, alternate = false, zero_pad = false;
  int64_t width = -1, precision = -1;
  char grouping = 0;    // ',' or '_'
  uint32_t type = 0;
};
Result<FormatSpec> parse_format_spec(Vm&, Str* spec, const char* type_name);

}  // namespace coil
