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
/// Results with more limbs than this (1 GiB) are a MemoryError, asked before GMP would abort the process.
inline constexpr int64_t kMaxIntLimbs = int64_t{1} << 27;

/// The value of a small integer or bool; false for Int cells and everything else.
inline bool int_fast(Value v, int64_t* out) {
  if (v.is_small_int()) [[likely]] {
    *out = v.small_int();
    return true;
  }
  if (!v.is_bool()) return false;
  *out = v.is_true();
  return true;
}

Result<Value> make_int(Vm&, int64_t);
Result<Value> make_int_u64(Vm&, uint64_t);
Result<Value> make_int_mpz(Vm&, const mpz_t);                  // normalised: small when it fits
/// A read-only mpz over any integer value (small, bool, Int cell) without copying limbs. Usable while `v` is alive.
class MpzView {
 public:
  explicit MpzView(Value v);
  MpzView(const MpzView&) = delete;
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

/// An instance of a subclass of int (or, for int itself, the exact integer).
Result<Value> int_for_class(Vm&, Class* cls, Value integer);
/// Any integer value to int64; false when it does not fit.
bool int_to_i64(Value, int64_t* out);
int int_sign(Value);
/// The exact integer of a bool or of a subclass instance (identity for exact ones).
Result<Value> exact_int(Vm&, Value);
/// Integer arithmetic for any two integer values; zero division raises as CPython words it.
Result<Value> int_binary(Vm&, BinaryOp, Value, Value);
Result<Value> int_divmod(Vm&, Value, Value);                   // (quotient, remainder)
/// Bits of the magnitude; 0 for 0.
uint64_t int_bit_length(Value);
Result<Value> int_negate(Vm&, Value);
Result<Value> int_invert(Vm&, Value);
Result<Value> int_abs(Vm&, Value);
/// round(value, ndigits) for ndigits < 0: half to even on powers of ten.
Result<Value> int_round(Vm&, Value, Value ndigits);
Result<Value> int_pow_mod(Vm&, Value base, Value exponent, Value modulus);
int int_compare(Value, Value);
int64_t int_hash(Value);                                       // CPython's: modulo 2^61-1
Result<Str*> int_to_str(Vm&, Value, int base = 10);            // 4300-digit guard for base 10
/// int(text, base): blanks, sign, prefix, underscores. The error shows repr(original_for_message).
Result<Value> int_from_text(Vm&, std::string_view ascii, int base, Value original_for_message);
/// The characters of a number written in any script: decimal digits and blanks become ASCII, other non-ASCII characters '?'.
std::string number_text(Str*);
/// Digits of a literal, base 2, 8, 10 or 16, no sign or underscores.
Result<Value> int_from_digits(Vm&, std::string_view digits, int base);
Result<Value> int_from_double(Vm&, double);                    // OverflowError, ValueError for inf, nan
/// OverflowError "int too large to convert to float".
Result<double> int_to_double(Vm&, Value);
/// The double nearest to the value (half to even), infinite when out of range.
double int_nearest_double(Value);
/// The double nearest to magnitude * 2**exponent where `sticky` tells that the true value is a little above; for results of exact
/// integer algorithms. Infinite when too large; right for subnormal results too.
double scaled_nearest_double(const mpz_t magnitude, int64_t exponent, bool sticky);
/// The exact ratio of a finite double: numerator (signed) / 2**shift_down, or numerator when shift_down is 0.
void double_to_ratio(double, mpz_t numerator, uint64_t* shift_down);

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
/// An instance of a subclass of float (or, for float itself, a plain float).
Result<Value> float_for_class(Vm&, Class* cls, double);
double float_floor_div(double, double);                        // divisor is not zero
double float_mod(double, double);
Result<Value> float_divmod(Vm&, double, double);
Result<Value> float_round(Vm&, double, int64_t ndigits);       // correctly rounded, half to even
/// float(text); `original` is shown by "could not convert string to float: ...".
Result<double> float_from_text(Vm&, std::string_view ascii, Value original);
/// A floating-point literal at the start of the text ("1.5e3", "inf", "nan", no sign); advances *at. False when there is none.
bool scan_double(std::string_view ascii, size_t* at, double* out);
/// int or float (bool too) as a double for mixed arithmetic.
Result<double> as_double(Vm&, Value int_or_float);
/// Exact comparison of any int with a double: -1, 0, 1, 2 for unordered.
int int_double_compare(Value integer, double);
Result<Value> make_complex(Vm&, double real, double imag);
Result<Value> complex_for_class(Vm&, Class* cls, double real, double imag);
Result<Value> complex_binary(Vm&, BinaryOp, double real, double imag, double other_real, double other_imag);
Result<Str*> complex_repr(Vm&, double real, double imag);
/// Any of int, bool, float, complex as a pair; false for other values. Raises OverflowError for huge ints.
Result<bool> as_complex(Vm&, Value, double* real, double* imag);

/// Binary operators for any two of int, bool, float, complex (the generic opcodes' slow path); NotImplemented for others.
Result<Value> number_binary(Vm&, BinaryOp, Value, Value);

enum DoubleTextFlags { kDoubleAlternate = 1, kDoubleAddDot0 = 2, kDoubleNoNegativeZero = 4 };
/// CPython's PyOS_double_to_string: type one of e E f F g G r (r: shortest, precision ignored). A '-' comes first when negative.
/// MemoryError when the precision asks for too much.
Result<Str*> format_double(Vm&, double, char type, int64_t precision, int flags);
/// Format mini-language (builtins/number_format.cpp).
Result<Str*> int_format_spec(Vm&, Value, Str* spec);
Result<Str*> float_format_spec(Vm&, double, Str* spec);
Result<Str*> complex_format_spec(Vm&, Value, Str* spec);
/// The same for a value of the class `type_name`, which errors mention.
Result<Str*> float_format_as(Vm&, double, Str* spec, const char* type_name);
/// Parsed [[fill]align][sign][z][#][0][width][,][.precision][type]; shared with str.
struct FormatSpec {
  uint32_t fill = ' ';
  char align = 0;       // 0: default of the type (numbers: '=' with zero_pad, else '>')
  char sign = 0;
  bool no_negative_zero = false, alternate = false;
  bool zero_pad = false;  // a 0 before the width and no fill character: `fill` is '0'
  int64_t width = -1, precision = -1;
  char grouping = 0;    // ',' or '_'; allowed for the type
  uint32_t type = 0;
};
Result<FormatSpec> parse_format_spec(Vm&, Str* spec, const char* type_name);
/// ValueError "Unknown format code 'x' for object of type 'int'".
Error raise_unknown_format(Vm&, uint32_t type, const char* type_name);

}  // namespace coil
