// Module math: elementary functions of real numbers. Functions of integers (gcd, comb, isqrt, ...) are in math_integer.cpp, exact sums
// and norms in math_sums.cpp. Results agree with CPython's to the last bit where it does more than ask the C library.
#include "modules/math_internal.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace coil {

Error raise_math_domain(Vm& vm) { return raise_value_error(vm, "math domain error"); }
Error raise_math_range(Vm& vm) { return raise(vm, Exc::OverflowError, "math range error"); }

namespace {

enum class Overflow { Domain, Range };

/// One C function of one number. A nan out of a number is a domain error; an infinity out of a finite one what `overflow` says.
Result<Value> apply(Vm& vm, Value argument, double (*function)(double), Overflow overflow = Overflow::Domain) {
  double x;
  if (argument.is_inline_float()) {
    x = argument.inline_float();
  } else {
    COIL_TRY(x, number_as_double_reenter(vm, argument));
  }
  double result = function(x);
  if (std::isnan(result) && !std::isnan(x)) return raise_math_domain(vm);
  if (std::isinf(result) && std::isfinite(x)) {
    return overflow == Overflow::Range ? raise_math_range(vm) : raise_math_domain(vm);
  }
  return make_float(vm, result);
}

NATIVE(math_acos, "acos(x, /)", "Arc cosine of x in radians, between 0 and pi.") { return apply(vm, args[0], std::acos); }
NATIVE(math_acosh, "acosh(x, /)", "Inverse hyperbolic cosine of x.") { return apply(vm, args[0], std::acosh); }
NATIVE(math_asin, "asin(x, /)", "Arc sine of x in radians, between -pi/2 and pi/2.") { return apply(vm, args[0], std::asin); }
NATIVE(math_asinh, "asinh(x, /)", "Inverse hyperbolic sine of x.") { return apply(vm, args[0], std::asinh); }
NATIVE(math_atan, "atan(x, /)", "Arc tangent of x in radians, between -pi/2 and pi/2.") { return apply(vm, args[0], std::atan); }
NATIVE(math_atanh, "atanh(x, /)", "Inverse hyperbolic tangent of x.") { return apply(vm, args[0], std::atanh); }
NATIVE(math_cbrt, "cbrt(x, /)", "Cube root of x.") { return apply(vm, args[0], std::cbrt); }
NATIVE(math_cos, "cos(x, /)", "Cosine of x radians.") { return apply(vm, args[0], std::cos); }
NATIVE(math_cosh, "cosh(x, /)", "Hyperbolic cosine of x.") { return apply(vm, args[0], std::cosh, Overflow::Range); }
NATIVE(math_erf, "erf(x, /)", "Error function at x.") { return apply(vm, args[0], std::erf); }
NATIVE(math_erfc, "erfc(x, /)", "1 - erf(x), exact also for large x.") { return apply(vm, args[0], std::erfc); }
NATIVE(math_exp, "exp(x, /)", "e raised to the power x.") { return apply(vm, args[0], std::exp, Overflow::Range); }
NATIVE(math_exp2, "exp2(x, /)", "2 raised to the power x.") { return apply(vm, args[0], std::exp2, Overflow::Range); }
NATIVE(math_expm1, "expm1(x, /)", "exp(x) - 1, exact also for small x.") {
  return apply(vm, args[0], std::expm1, Overflow::Range);
}
NATIVE(math_fabs, "fabs(x, /)", "Absolute value of x as a float.") { return apply(vm, args[0], std::fabs); }
NATIVE(math_log1p, "log1p(x, /)", "Natural logarithm of 1 + x, exact also for small x.") {
  return apply(vm, args[0], std::log1p);
}
NATIVE(math_sin, "sin(x, /)", "Sine of x radians.") { return apply(vm, args[0], std::sin); }
NATIVE(math_sinh, "sinh(x, /)", "Hyperbolic sine of x.") { return apply(vm, args[0], std::sinh, Overflow::Range); }
NATIVE(math_sqrt, "sqrt(x, /)", "Square root of x.") {
  // The root of a float of the word is one, too.
  if (args[0].is_inline_float() && args[0].inline_float() >= 0.0) return Value::try_float(std::sqrt(args[0].inline_float()));
  return apply(vm, args[0], std::sqrt);
}
NATIVE(math_tan, "tan(x, /)", "Tangent of x radians.") { return apply(vm, args[0], std::tan); }
NATIVE(math_tanh, "tanh(x, /)", "Hyperbolic tangent of x.") { return apply(vm, args[0], std::tanh); }

NATIVE(math_degrees, "degrees(x, /)", "x radians in degrees.") {
  COIL_TRY(double x, number_as_double_reenter(vm, args[0]));
  return make_float(vm, x * (180.0 / std::numbers::pi));
}
NATIVE(math_radians, "radians(x, /)", "x degrees in radians.") {
  COIL_TRY(double x, number_as_double_reenter(vm, args[0]));
  return make_float(vm, x * (std::numbers::pi / 180.0));
}

NATIVE(math_isfinite, "isfinite(x, /)", "Whether x is neither infinite nor nan.") {
  COIL_TRY(double x, number_as_double_reenter(vm, args[0]));
  return Value::boolean(std::isfinite(x));
}
NATIVE(math_isinf, "isinf(x, /)", "Whether x is an infinity of either sign.") {
  COIL_TRY(double x, number_as_double_reenter(vm, args[0]));
  return Value::boolean(std::isinf(x));
}
NATIVE(math_isnan, "isnan(x, /)", "Whether x is not a number.") {
  COIL_TRY(double x, number_as_double_reenter(vm, args[0]));
  return Value::boolean(std::isnan(x));
}

NATIVE(math_isclose, "isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)", "Whether a and b differ by no more than a tolerance.") {
  COIL_TRY(double a, number_as_double_reenter(vm, args[0]));
  COIL_TRY(double b, number_as_double_reenter(vm, args[1]));
  double relative = 1e-9, absolute = 0;
  if (args.has(2)) { COIL_TRY(relative, number_as_double_reenter(vm, args[2])); }
  if (args.has(3)) { COIL_TRY(absolute, number_as_double_reenter(vm, args[3])); }
  if (relative < 0 || absolute < 0) return raise_value_error(vm, "tolerances must be non-negative");
  if (a == b) return Value::boolean(true);
  if (std::isinf(a) || std::isinf(b)) return Value::boolean(false);
  double difference = std::fabs(b - a);
  return Value::boolean(difference <= std::fabs(relative * b) || difference <= std::fabs(relative * a) ||
                        difference <= absolute);
}

// -- two numbers

NATIVE(math_atan2, "atan2(y, x, /)", "Angle of the point (x, y) in radians, between -pi and pi.") {
  COIL_TRY(double y, number_as_double_reenter(vm, args[0]));
  COIL_TRY(double x, number_as_double_reenter(vm, args[1]));
  return make_float(vm, std::atan2(y, x));
}
NATIVE(math_copysign, "copysign(x, y, /)", "Absolute value of x with the sign of y.") {
  COIL_TRY(double x, number_as_double_reenter(vm, args[0]));
  COIL_TRY(double y, number_as_double_reenter(vm, args[1]));
  return make_float(vm, std::copysign(x, y));
}
NATIVE(math_fmod, "fmod(x, y, /)", "Remainder of x / y with the sign of x.") {
  COIL_TRY(double x, number_as_double_reenter(vm, args[0]));
  COIL_TRY(double y, number_as_double_reenter(vm, args[1]));
  double result = std::fmod(x, y);
  if (std::isnan(result) && !std::isnan(x) && !std::isnan(y)) return raise_math_domain(vm);
  return make_float(vm, result);
}
NATIVE(math_remainder, "remainder(x, y, /)", "x - n*y for the integer n nearest to x / y, ties to even.") {
  COIL_TRY(double x, number_as_double_reenter(vm, args[0]));
  COIL_TRY(double y, number_as_double_reenter(vm, args[1]));
  double result = std::remainder(x, y);
  if (std::isnan(result) && !std::isnan(x) && !std::isnan(y)) return raise_math_domain(vm);
  return make_float(vm, result);
}
NATIVE(math_pow, "pow(x, y, /)", "x raised to the power y, as floats.") {
  COIL_TRY(double x, number_as_double_reenter(vm, args[0]));
  COIL_TRY(double y, number_as_double_reenter(vm, args[1]));
  double result = std::pow(x, y);
  if (std::isfinite(x) && std::isfinite(y)) {
    if (std::isnan(result)) return raise_math_domain(vm);
    if (std::isinf(result)) return x == 0 ? raise_math_domain(vm) : raise_math_range(vm);
  }
  return make_float(vm, result);
}
NATIVE(math_nextafter, "nextafter(x, y, /)", "The next float after x on the way to y.") {
  COIL_TRY(double x, number_as_double_reenter(vm, args[0]));
  COIL_TRY(double y, number_as_double_reenter(vm, args[1]));
  return make_float(vm, std::nextafter(x, y));
}
NATIVE(math_ulp, "ulp(x, /)", "Value of the last bit of x.") {
  COIL_TRY(double x, number_as_double_reenter(vm, args[0]));
  x = std::fabs(x);
  if (!std::isfinite(x)) return make_float(vm, x);
  double above = std::nextafter(x, HUGE_VAL);
  if (std::isinf(above)) return make_float(vm, x - std::nextafter(x, -HUGE_VAL));
  return make_float(vm, above - x);
}

// -- parts

NATIVE(math_frexp, "frexp(x, /)", "The pair (m, e) with x == m * 2**e and 0.5 <= abs(m) < 1.") {
  COIL_TRY(double x, number_as_double_reenter(vm, args[0]));
  int exponent = 0;
  double mantissa = std::isfinite(x) ? std::frexp(x, &exponent) : x;
  COIL_TRY(Value first, make_float(vm, mantissa));
  return make_tuple(vm, {first, Value::small_int(exponent)});
}
NATIVE(math_ldexp, "ldexp(x, i, /)", "x * 2**i.") {
  COIL_TRY(double x, number_as_double_reenter(vm, args[0]));
  if (!args[1].is_int()) return raise_type_error(vm, "Expected an int as second argument to ldexp.");
  int64_t exponent;
  if (!int_to_i64(args[1], &exponent)) exponent = int_sign(args[1]) < 0 ? -100000 : 100000;
  if (x == 0 || !std::isfinite(x)) return make_float(vm, x);
  double result = std::ldexp(x, static_cast<int>(std::clamp<int64_t>(exponent, -100000, 100000)));
  if (std::isinf(result)) return raise_math_range(vm);
  return make_float(vm, result);
}
NATIVE(math_modf, "modf(x, /)", "The fraction and the integer part of x, both with its sign.") {
  COIL_TRY(double x, number_as_double_reenter(vm, args[0]));
  double whole;
  double fraction = std::modf(x, &whole);
  COIL_TRY(Value first, make_float(vm, fraction));
  COIL_TRY(Value second, make_float(vm, whole));
  return make_tuple(vm, {first, second});
}

/// floor() and ceil(): the special method, else the float's.
Result<Value> round_direction(Vm& vm, Value x, Name method, double (*function)(double)) {
  if (x.is_small_int()) return x;
  if (!x.is_inline_float()) {
    COIL_TRY(Value special, lookup_special_reenter(vm, x, vm.name(method)));
    if (!special.is_stop()) return call_reenter(vm, special, {});
  }
  COIL_TRY(double number, number_as_double_reenter(vm, x));
  return int_from_double(vm, function(number));
}
NATIVE(math_ceil, "ceil(x, /)", "The smallest integer that is not below x.") {
  return round_direction(vm, args[0], Name::ceil_, std::ceil);
}
NATIVE(math_floor, "floor(x, /)", "The largest integer that is not above x.") {
  return round_direction(vm, args[0], Name::floor_, std::floor);
}
NATIVE(math_trunc, "trunc(x, /)", "x without its fraction; calls x.__trunc__().") {
  if (args[0].is_small_int()) return args[0];
  if (args[0].is_inline_float()) return int_from_double(vm, args[0].as_float());
  COIL_TRY(Value special, lookup_special_reenter(vm, args[0], vm.name(Name::trunc_)));
  if (special.is_stop()) return raise_type_error(vm, "type %s doesn't define __trunc__ method", type_name(args[0]));
  return call_reenter(vm, special, {});
}

// -- logarithms

double log_or_nan(double x) { return x > 0 ? std::log(x) : std::nan(""); }
double log2_or_nan(double x) { return x > 0 ? std::log2(x) : std::nan(""); }
double log10_or_nan(double x) { return x > 0 ? std::log10(x) : std::nan(""); }

/// Integers beyond the range of floats have logarithms too.
Result<double> logarithm(Vm& vm, Value argument, double (*function)(double)) {
  if (argument.is(Kind::Int)) {
    if (int_sign(argument) <= 0) return raise_math_domain(vm);
    double nearest = int_nearest_double(argument);
    if (std::isfinite(nearest)) return function(nearest);
    uint64_t bits = int_bit_length(argument);
    MpzView view(argument);
    double mantissa = scaled_nearest_double(view.get(), -static_cast<int64_t>(bits), false);
    return function(mantissa) + function(2.0) * static_cast<double>(bits);
  }
  COIL_TRY(double x, number_as_double_reenter(vm, argument));
  double result = function(x);
  if (std::isnan(result) && !std::isnan(x)) return raise_math_domain(vm);
  return result;
}
NATIVE(math_log, "log(*x_and_base) counted", "log(x, base=math.e): logarithm of x to the base, by default the natural one.") {
  // Collected by hand for the wording of CPython's error.
  Tuple* given = args[0].as<Tuple>();
  if (given->size < 1 || given->size > 2) return raise_type_error(vm, "math.log requires 1 to 2 arguments");
  COIL_TRY(double number, logarithm(vm, given->items[0], log_or_nan));
  if (given->size == 1) return make_float(vm, number);
  COIL_TRY(double base, logarithm(vm, given->items[1], log_or_nan));
  return float_binary(vm, BinaryOp::Div, number, base);
}
NATIVE(math_log2, "log2(x, /)", "Logarithm of x to the base 2.") {
  COIL_TRY(double result, logarithm(vm, args[0], log2_or_nan));
  return make_float(vm, result);
}
NATIVE(math_log10, "log10(x, /)", "Logarithm of x to the base 10.") {
  COIL_TRY(double result, logarithm(vm, args[0], log10_or_nan));
  return make_float(vm, result);
}

// -- the gamma function: Lanczos approximation with 13 terms, as CPython computes it

constexpr int kLanczosTerms = 13;
constexpr double kLanczosG = 6.024680040776729583740234375;
constexpr double kLanczosGMinusHalf = 5.524680040776729583740234375;
constexpr double kLogPi = 1.144729885849400174143427351353058711647;
constexpr double kLanczosNumerator[kLanczosTerms] = {
    23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408};
constexpr double kLanczosDenominator[kLanczosTerms] = {0.0,        39916800.0, 120543840.0, 150917976.0, 105258076.0,
                                                       45995730.0, 13339535.0, 2637558.0,   357423.0,    32670.0,
                                                       1925.0,     66.0,       1.0};

double lanczos_sum(double x) {
  double numerator = 0, denominator = 0;
  if (x < 5.0) {
    for (int i = kLanczosTerms - 1; i >= 0; i--) {
      numerator = numerator * x + kLanczosNumerator[i];
      denominator = denominator * x + kLanczosDenominator[i];
    }
  } else {
    for (int i = 0; i < kLanczosTerms; i++) {
      numerator = numerator / x + kLanczosNumerator[i];
      denominator = denominator / x + kLanczosDenominator[i];
    }
  }
  return numerator / denominator;
}

double sin_pi(double x) {
  constexpr double kPi = std::numbers::pi;
  double y = std::fmod(std::fabs(x), 2.0), result;
  switch (static_cast<int>(std::round(2.0 * y))) {
    case 0: result = std::sin(kPi * y); break;
    case 1: result = std::cos(kPi * (y - 0.5)); break;
    case 2: result = std::sin(kPi * (1.0 - y)); break;
    case 3: result = -std::cos(kPi * (y - 1.5)); break;
    default: result = std::sin(kPi * (y - 2.0)); break;
  }
  return std::copysign(1.0, x) * result;
}

NATIVE(math_gamma, "gamma(x, /)", "Gamma function at x.") {
  COIL_TRY(double x, number_as_double_reenter(vm, args[0]));
  if (std::isnan(x) || x == HUGE_VAL) return make_float(vm, x);
  if (x == -HUGE_VAL || x == 0) return raise_math_domain(vm);
  if (x == std::floor(x)) {
    if (x < 0) return raise_math_domain(vm);
    if (x <= 23) {  // factorials that doubles hold exactly
      double result = 1;
      for (int i = 2; i < x; i++) result *= i;
      return make_float(vm, result);
    }
  }
  double magnitude = std::fabs(x), result;
  if (magnitude < 1e-20) {
    result = 1.0 / x;
    if (std::isinf(result)) return raise_math_range(vm);
    return make_float(vm, result);
  }
  if (magnitude > 200.0) {
    if (x > 0) return raise_math_range(vm);
    return make_float(vm, 0.0 / sin_pi(x));
  }
  double y = magnitude + kLanczosGMinusHalf, z;
  if (magnitude > kLanczosGMinusHalf) z = (y - magnitude) - kLanczosGMinusHalf;
  else z = (y - kLanczosGMinusHalf) - magnitude;
  z = z * kLanczosG / y;
  if (x < 0) {
    result = -std::numbers::pi / sin_pi(magnitude) / magnitude * std::exp(y) / lanczos_sum(magnitude);
    result -= z * result;
    if (magnitude < 140.0) {
      result /= std::pow(y, magnitude - 0.5);
    } else {
      double root = std::pow(y, magnitude / 2.0 - 0.25);
      result /= root;
      result /= root;
    }
  } else {
    result = lanczos_sum(magnitude) / std::exp(y);
    result += z * result;
    if (magnitude < 140.0) {
      result *= std::pow(y, magnitude - 0.5);
    } else {
      double root = std::pow(y, magnitude / 2.0 - 0.25);
      result *= root;
      result *= root;
    }
  }
  if (std::isinf(result)) return raise_math_range(vm);
  return make_float(vm, result);
}

NATIVE(math_lgamma, "lgamma(x, /)", "Natural logarithm of the absolute value of the gamma function at x.") {
  COIL_TRY(double x, number_as_double_reenter(vm, args[0]));
  if (std::isnan(x)) return make_float(vm, x);
  if (std::isinf(x)) return make_float(vm, HUGE_VAL);
  if (x == std::floor(x) && x <= 2.0) {
    if (x <= 0) return raise_math_domain(vm);
    return make_float(vm, 0.0);
  }
  double magnitude = std::fabs(x);
  if (magnitude < 1e-20) return make_float(vm, -std::log(magnitude));
  double result = std::log(lanczos_sum(magnitude)) - kLanczosG;
  result += (magnitude - 0.5) * (std::log(magnitude + kLanczosG - 0.5) - 1);
  if (x < 0) result = kLogPi - std::log(std::fabs(sin_pi(magnitude))) - std::log(magnitude) - result;
  if (std::isinf(result)) return raise_math_range(vm);
  return make_float(vm, result);
}

Result<void> init_math(Vm& vm, Dict* ns) {
  struct { const char* name; double number; } constants[] = {
      {"pi", std::numbers::pi}, {"e", std::numbers::e}, {"tau", 2 * std::numbers::pi}, {"inf", HUGE_VAL}, {"nan", std::nan("")}};
  for (auto& constant : constants) {
    COIL_TRY(Value number, make_float(vm, constant.number));
    COIL_CHECK(module_set(vm, ns, constant.name, number));
  }
  define_functions(vm, ns, "math", math_integer_functions());
  define_functions(vm, ns, "math", math_sum_functions());
  return ok();
}

}  // namespace

MODULE(math, "math", "Mathematical functions of real numbers and integers.", init_math, FN(math_acos), FN(math_acosh), FN(math_asin),
       FN(math_asinh), FN(math_atan), FN(math_atan2), FN(math_atanh), FN(math_cbrt), FN(math_ceil), FN(math_copysign),
       FN(math_cos), FN(math_cosh), FN(math_degrees), FN(math_erf), FN(math_erfc), FN(math_exp), FN(math_exp2),
       FN(math_expm1), FN(math_fabs), FN(math_floor), FN(math_fmod), FN(math_frexp), FN(math_gamma), FN(math_isclose),
       FN(math_isfinite), FN(math_isinf), FN(math_isnan), FN(math_ldexp), FN(math_lgamma), FN(math_log), FN(math_log10),
       FN(math_log1p), FN(math_log2), FN(math_modf), FN(math_nextafter), FN(math_pow), FN(math_radians),
       FN(math_remainder), FN(math_sin), FN(math_sinh), FN(math_sqrt), FN(math_tan), FN(math_tanh), FN(math_trunc),
       FN(math_ulp))

}  // namespace coil
