// Module _decimal: the numbers and contexts of decimal. What is rarely used is written in the language (stdlib/decimal.py and
// stdlib/_decimal_*.py) and put into the same classes by _complete().
//
//   decimal_natural.cpp     coefficients
//   decimal_context.cpp     the base of Context, the current one, signals
//   decimal_number.cpp      making numbers, rounding, operands, comparison
//   decimal_arithmetic.cpp  the operations
//   decimal_text.cpp        text to numbers and back
//   decimal.cpp             Decimal, the module
#pragma once

#include "modules/decimal_natural.hpp"
#include "modules/support.hpp"

namespace coil {

inline constexpr int64_t kMaxPrecision = 999'999'999'999'999'999;
inline constexpr int64_t kMaxExponent = kMaxPrecision;                                   // of the first digit
inline constexpr int64_t kMinExponent = -kMaxExponent - (kMaxPrecision - 1);             // of the last digit

// -- contexts

/// Signals in the order of reports, then conditions that are kinds of InvalidOperation; the order is that of decimal's _SIGNALS.
enum Signal : uint32_t {
  kInvalidOperation = 1, kFloatOperation = 2, kDivisionByZero = 4, kOverflow = 8, kUnderflow = 16, kSubnormal = 32, kInexact = 64,
  kRounded = 128, kClamped = 256, kAllSignals = 511,
  kConversionSyntax = 512, kDivisionImpossible = 1024, kDivisionUndefined = 2048,
};
inline constexpr int kSignalCount = 9, kConditionCount = 3;

enum class Rounding : uint8_t { Up, Down, Ceiling, Floor, HalfUp, HalfDown, HalfEven, ZeroFiveUp, kCount };

struct Settings {
  int64_t precision = 28, emin = -999'999, emax = 999'999;
  Rounding rounding = Rounding::HalfEven;
  bool capitals = true, clamp = false;
  uint32_t flags = 0, traps = kInvalidOperation | kDivisionByZero | kOverflow;

  /// The exponents of the last digit of the smallest subnormal number, and of the largest number.
  int64_t etiny() const { return emin - precision + 1; }
  int64_t etop() const { return emax - precision + 1; }
};

struct DecimalContext : NativeObject {
  Settings settings;
};

/// The settings of the current context, which is made when there is none.
Result<DecimalContext*> current_decimal_context(Vm&);
/// The settings of args[index], a context, or the current ones when it is absent or None.
Result<Settings*> settings_argument(Vm&, Args, size_t index);
/// A rounding by its name; TypeError.
Result<Rounding> rounding_from(Vm&, Value name);
/// Sets flags and raises when a trap is set; `signals` may hold conditions.
Result<void> signal(Vm&, Settings&, uint32_t signals);

// -- numbers

enum class Form : uint8_t { Finite, Infinite, Quiet, Signaling };

struct Decimal : NativeObject {
  int64_t exponent;
  int64_t digits;     // of the coefficient (of NaNs: the payload)
  mp_limb_t low[2];   // the coefficient, or
  Value big;          // an Int with more than two limbs
  Form form;
  bool negative;
  uint8_t limb_count; // of `low`

  Limbs coefficient() const {
    if (!big) return {low, limb_count};
    auto* integer = big.as<Int>();
    return {integer->limbs, static_cast<size_t>(integer->size)};
  }
};

extern const NativeObjectOps kDecimalOps;
extern Class* g_decimal;

inline bool is_decimal(Value v) { return v.is(Kind::NativeObject) && v.as<NativeObject>()->ops == &kDecimalOps; }

/// A number as the operations see it. The limbs belong to somebody else.
struct Number {
  Form form = Form::Finite;
  bool negative = false;
  int64_t exponent = 0;
  int64_t digits = 1;
  Limbs coefficient{nullptr, 0};

  bool is_special() const { return form != Form::Finite; }
  bool is_nan() const { return form >= Form::Quiet; }
  bool is_infinite() const { return form == Form::Infinite; }
  bool is_zero() const { return form == Form::Finite && coefficient.is_zero(); }
  /// Exponent of the first digit.
  int64_t adjusted() const { return exponent + digits - 1; }
  Number with_sign(bool sign) const {
    Number copy = *this;
    copy.negative = sign;
    return copy;
  }
};

Number number_of(const Decimal*);

/// An operand of an operation: a Decimal or any integer, which it has to outlive.
class Operand : public Number {
 public:
  Operand() = default;
  Operand(const Operand&) = delete;
  /// False when the value is of another kind.
  bool load(Value);
  /// TypeError "conversion from X to Decimal is not supported".
  Result<void> require(Vm&, Value);

 private:
  mp_limb_t small_;
};

/// A finite number as it is.
Result<Value> make_decimal(Vm&, bool negative, const Natural& coefficient, int64_t exponent, Class* cls = g_decimal);
/// A copy of a number of any form.
Result<Value> make_decimal(Vm&, const Number&, Class* cls = g_decimal);
Result<Value> make_small_decimal(Vm&, int64_t);
Result<Value> make_infinity(Vm&, bool negative);
Result<Value> make_nan(Vm&);
/// Signals the condition; NaN when it is not trapped.
Result<Value> invalid(Vm&, Settings&, uint32_t condition = kInvalidOperation);

/// Rounds a finite number to the settings. Changes the coefficient. `sticky`: the number is a little above what is given, which has more
/// digits than the precision.
Result<Value> finish(Vm&, Settings&, bool negative, Natural& coefficient, int64_t exponent, bool sticky = false);
/// An existing number rounded to the settings.
Result<Value> finish(Vm&, Settings&, const Number&);
/// Whether a magnitude that lost `tail` is rounded up.
bool rounds_away(Rounding, bool negative, Limbs kept, Tail tail);
/// The coefficient of a finite number at another exponent; what was lost.
Tail rescale(const Number&, int64_t exponent, Rounding, Natural& into);

/// The result of an operation on numbers among which is a NaN; Value::stop() without one.
Result<Value> nan_result(Vm&, Settings&, std::initializer_list<const Number*>);

/// -1, 0, 1 for numbers that are no NaNs.
int compare(const Number&, const Number&);
int compare_total(const Number&, const Number&);

// -- operations

using Binary = Result<Value>(Vm&, Settings&, const Number&, const Number&);
Binary decimal_add, decimal_subtract, decimal_multiply, decimal_divide, decimal_divide_int, decimal_remainder, decimal_remainder_near;
/// (quotient, remainder).
Binary decimal_divmod;
Result<Value> decimal_fma(Vm&, Settings&, const Number&, const Number&, const Number&);
/// Unary plus and minus, and abs().
Result<Value> decimal_plus(Vm&, Settings&, const Number&, bool negative);
Result<Value> decimal_quantize(Vm&, Settings&, const Number&, int64_t exponent, bool other_special, Rounding);
Result<Value> decimal_to_integral(Vm&, Settings&, const Number&, Rounding, bool exact);
Result<Value> decimal_normalize(Vm&, Settings&, const Number&);
Result<Value> decimal_sqrt(Vm&, Settings&, const Number&);
/// max(), min() and their kin: a quiet NaN loses against a number.
Result<Value> decimal_pick(Vm&, Settings&, const Number&, const Number&, bool largest, bool magnitudes);
/// A finite base, not zero, to the power of an integer below 2**63 in magnitude; `digits` of the exponent.
Result<Value> decimal_integer_power(Vm&, Settings&, const Number& base, int64_t exponent, int64_t digits);

// -- text

/// The number of a text rounded to nothing. Signals what is wrong with it.
Result<Value> decimal_from_text(Vm&, Settings* or_current, Str*, Class* cls);
/// The number of a text rounded to the settings, as create_decimal() takes it: no blanks, no underscores.
Result<Value> rounded_from_text(Vm&, Settings&, Str*);
std::string decimal_text(const Number&, bool engineering, bool capitals);
/// format() with a specification like "{,}.2f", or Value::stop() for all others.
Result<Value> format_fixed(Vm&, const Number&, Str* spec);
/// The coefficient of a finite number as an integer.
Result<Value> integer_value(Vm&, Limbs, bool negative);

Result<void> init_decimal_context(Vm&, Dict* ns);

/// What is written in the language, given by _connect().
struct DecimalLanguage {
  Value variable;       // the ContextVar of the current context
  Value exceptions;     // a tuple of the classes of the signals and conditions
  Value from_other;     // (cls, value, context): a Decimal of a value that is no text, number or Decimal
  Value format;         // (number, spec)
  Value power;          // (base, exponent, modulo or None, context)
  Value as_comparable;  // (number, other, for equality): a pair of Decimals, None when nothing is equal, or NotImplemented
};
extern DecimalLanguage g_decimal_language;

}  // namespace coil
