// Module cmath: elementary functions of complex numbers. Finite arguments are computed by formulas that keep CPython's last digit;
// infinities and nans go to the C library, whose answers are those of C99's annex G, as CPython's are.
#include <algorithm>
#include <cfloat>
#include <cmath>
#include <complex>
#include <numbers>

#include "modules/math_internal.hpp"
#include "modules/support.hpp"
#include "objects/protocol.hpp"

namespace coil {

namespace {

/// std::complex would rewrite products of infinities; this only carries two numbers.
struct Z {
  double real, imag;
  bool finite() const { return std::isfinite(real) && std::isfinite(imag); }
};

enum class Trouble { None, Domain, Range };
struct Answer {
  Z z;
  Trouble trouble = Trouble::None;
};

constexpr double kInf = HUGE_VAL, kPi = std::numbers::pi, kE = std::numbers::e, kLn2 = std::numbers::ln2;
constexpr double kLarge = DBL_MAX / 4;
const double kSqrtLarge = std::sqrt(kLarge), kLogLarge = std::log(kLarge), kSqrtMin = std::sqrt(DBL_MIN);
constexpr int kScaleUp = 2 * (DBL_MANT_DIG / 2) + 1, kScaleDown = -(kScaleUp + 1) / 2;

/// The C library's function where an argument is not finite.
Z c99(std::complex<double> (*function)(const std::complex<double>&), Z z) {
  std::complex<double> result = function({z.real, z.imag});
  return {result.real(), result.imag()};
}

Z square_root(Z z) {
  if (!z.finite()) return c99(std::sqrt, z);
  if (z.real == 0 && z.imag == 0) return {0.0, z.imag};
  double ax = std::fabs(z.real), ay = std::fabs(z.imag), s;
  if (ax < DBL_MIN && ay < DBL_MIN) {
    ax = std::ldexp(ax, kScaleUp);
    s = std::ldexp(std::sqrt(ax + std::hypot(ax, std::ldexp(ay, kScaleUp))), kScaleDown);
  } else {
    ax /= 8.0;
    s = 2.0 * std::sqrt(ax + std::hypot(ax, ay / 8.0));
  }
  double d = ay / (2.0 * s);
  if (z.real >= 0) return {s, std::copysign(d, z.imag)};
  return {d, std::copysign(s, z.imag)};
}

bool is_large(Z z) { return std::fabs(z.real) > kLarge || std::fabs(z.imag) > kLarge; }

// Where annex G leaves a sign or a zero open, CPython's choice is made here.

Z acos_of(Z z) {
  if (std::isinf(z.real) && std::isnan(z.imag)) return {z.imag, kInf};
  if (!z.finite()) return c99(std::acos, z);
  if (is_large(z)) {
    double imag = std::log(std::hypot(z.real / 2.0, z.imag / 2.0)) + kLn2 * 2.0;
    return {std::atan2(std::fabs(z.imag), z.real), z.real < 0 ? -std::copysign(imag, z.imag) : std::copysign(imag, -z.imag)};
  }
  Z a = square_root({1.0 - z.real, -z.imag}), b = square_root({1.0 + z.real, z.imag});
  return {2.0 * std::atan2(a.real, b.real), std::asinh(b.real * a.imag - b.imag * a.real)};
}

Z acosh_of(Z z) {
  if (z.real == 0 && std::isnan(z.imag)) return {z.imag, z.imag};
  if (!z.finite()) return c99(std::acosh, z);
  if (is_large(z)) return {std::log(std::hypot(z.real / 2.0, z.imag / 2.0)) + kLn2 * 2.0, std::atan2(z.imag, z.real)};
  Z a = square_root({z.real - 1.0, z.imag}), b = square_root({z.real + 1.0, z.imag});
  return {std::asinh(a.real * b.real + a.imag * b.imag), 2.0 * std::atan2(a.imag, b.real)};
}

Z asinh_of(Z z) {
  if (std::isnan(z.real) && std::isinf(z.imag)) return {kInf, z.real};
  if (!z.finite()) return c99(std::asinh, z);
  if (is_large(z)) {
    double real = std::log(std::hypot(z.real / 2.0, z.imag / 2.0)) + kLn2 * 2.0;
    return {z.imag >= 0 ? std::copysign(real, z.real) : -std::copysign(real, -z.real), std::atan2(z.imag, std::fabs(z.real))};
  }
  Z a = square_root({1.0 + z.imag, -z.real}), b = square_root({1.0 - z.imag, z.real});
  return {std::asinh(a.real * b.imag - b.real * a.imag), std::atan2(z.imag, a.real * b.real - a.imag * b.imag)};
}

Z asin_of(Z z) {
  Z turned = asinh_of({-z.imag, z.real});
  return {turned.imag, -turned.real};
}

Answer atanh_of(Z z) {
  if (std::isnan(z.real) && std::isinf(z.imag)) return {{0.0, std::copysign(kPi / 2, z.imag)}};
  if (!z.finite()) return {c99(std::atanh, z)};
  if (z.real < 0 || (z.real == 0 && std::signbit(z.real))) {
    Answer mirrored = atanh_of({-z.real, -z.imag});
    return {{-mirrored.z.real, -mirrored.z.imag}, mirrored.trouble};
  }
  double ay = std::fabs(z.imag);
  if (z.real > kSqrtLarge || ay > kSqrtLarge) {
    double h = std::hypot(z.real / 2.0, z.imag / 2.0);
    return {{z.real / 4.0 / h / h, -std::copysign(kPi / 2.0, -z.imag)}};
  }
  if (z.real == 1.0 && ay < kSqrtMin) {
    if (ay == 0) return {{kInf, z.imag}, Trouble::Domain};
    return {{-std::log(std::sqrt(ay) / std::sqrt(std::hypot(ay, 2.0))), std::copysign(std::atan2(2.0, -ay) / 2, z.imag)}};
  }
  return {{std::log1p(4.0 * z.real / ((1 - z.real) * (1 - z.real) + ay * ay)) / 4.0,
           -std::atan2(-2.0 * z.imag, (1 - z.real) * (1 + z.real) - ay * ay) / 2.0}};
}

Answer atan_of(Z z) {
  Answer turned = atanh_of({-z.imag, z.real});
  return {{turned.z.imag, -turned.z.real}, turned.trouble};
}

Answer checked_range(Z z) { return {z, std::isinf(z.real) || std::isinf(z.imag) ? Trouble::Range : Trouble::None}; }

Answer cosh_of(Z z) {
  if (std::isnan(z.real) && z.imag == 0) return {{z.real, 0.0}};
  if (!z.finite()) return {c99(std::cosh, z), std::isinf(z.imag) && !std::isnan(z.real) ? Trouble::Domain : Trouble::None};
  if (std::fabs(z.real) > kLogLarge) {
    double reduced = z.real - std::copysign(1.0, z.real);
    return checked_range({std::cos(z.imag) * std::cosh(reduced) * kE, std::sin(z.imag) * std::sinh(reduced) * kE});
  }
  return checked_range({std::cos(z.imag) * std::cosh(z.real), std::sin(z.imag) * std::sinh(z.real)});
}

Answer sinh_of(Z z) {
  if (z.real == 0 && std::isnan(z.imag)) return {{0.0, z.imag}};
  if (!z.finite()) return {c99(std::sinh, z), std::isinf(z.imag) && !std::isnan(z.real) ? Trouble::Domain : Trouble::None};
  if (std::fabs(z.real) > kLogLarge) {
    double reduced = z.real - std::copysign(1.0, z.real);
    return checked_range({std::cos(z.imag) * std::sinh(reduced) * kE, std::sin(z.imag) * std::cosh(reduced) * kE});
  }
  return checked_range({std::cos(z.imag) * std::sinh(z.real), std::sin(z.imag) * std::cosh(z.real)});
}

Answer tanh_of(Z z) {
  if (std::isinf(z.real) && !std::isfinite(z.imag)) return {{std::copysign(1.0, z.real), 0.0}};
  if (z.real == 0 && std::isnan(z.imag)) return {{z.imag, z.imag}};
  if (!z.finite()) return {c99(std::tanh, z), std::isinf(z.imag) && std::isfinite(z.real) ? Trouble::Domain : Trouble::None};
  if (std::fabs(z.real) > kLogLarge) {
    return {{std::copysign(1.0, z.real), 4.0 * std::sin(z.imag) * std::cos(z.imag) * std::exp(-2.0 * std::fabs(z.real))}};
  }
  double tx = std::tanh(z.real), ty = std::tan(z.imag), cx = 1.0 / std::cosh(z.real);
  double product = tx * ty, below = 1.0 + product * product;
  return {{tx * (1.0 + ty * ty) / below, ((ty / below) * cx) * cx}};
}

Answer cos_of(Z z) { return cosh_of({-z.imag, z.real}); }
Answer sin_of(Z z) {
  Answer turned = sinh_of({-z.imag, z.real});
  return {{turned.z.imag, -turned.z.real}, turned.trouble};
}
Answer tan_of(Z z) {
  Answer turned = tanh_of({-z.imag, z.real});
  return {{turned.z.imag, -turned.z.real}, turned.trouble};
}

Answer exp_of(Z z) {
  if (std::isinf(z.real) && z.real < 0 && !std::isfinite(z.imag)) return {{0.0, 0.0}};
  if (!z.finite()) {
    bool domain = std::isinf(z.imag) && (std::isfinite(z.real) || (std::isinf(z.real) && z.real > 0));
    return {c99(std::exp, z), domain ? Trouble::Domain : Trouble::None};
  }
  if (z.real > kLogLarge) {
    double l = std::exp(z.real - 1.0);
    return checked_range({l * std::cos(z.imag) * kE, l * std::sin(z.imag) * kE});
  }
  double l = std::exp(z.real);
  return checked_range({l * std::cos(z.imag), l * std::sin(z.imag)});
}

Answer log_of(Z z) {
  if (!z.finite()) return {c99(std::log, z)};
  double ax = std::fabs(z.real), ay = std::fabs(z.imag), real;
  if (ax > kLarge || ay > kLarge) {
    real = std::log(std::hypot(ax / 2.0, ay / 2.0)) + kLn2;
  } else if (ax < DBL_MIN && ay < DBL_MIN) {
    if (ax == 0 && ay == 0) return {{-kInf, std::atan2(z.imag, z.real)}, Trouble::Domain};
    real = std::log(std::hypot(std::ldexp(ax, DBL_MANT_DIG), std::ldexp(ay, DBL_MANT_DIG))) - DBL_MANT_DIG * kLn2;
  } else {
    double h = std::hypot(ax, ay);
    if (0.71 <= h && h <= 1.73) {
      double large = std::max(ax, ay), small = std::min(ax, ay);
      real = std::log1p((large - 1) * (large + 1) + small * small) / 2.0;
    } else {
      real = std::log(h);
    }
  }
  return {{real, std::atan2(z.imag, z.real)}};
}

// -- arguments and results

/// __complex__, __float__ or __index__ of an argument.
Result<Z> complex_argument_reenter(Vm& vm, Value value) {
  Z z;
  COIL_TRY(bool plain, as_complex(vm, value, &z.real, &z.imag));
  if (plain) return z;
  COIL_TRY(Value convert, lookup_special_reenter(vm, value, vm.name(Name::complex_)));
  if (!convert.is_stop()) {
    COIL_TRY(Value result, call_reenter(vm, convert, {}));
    if (!result.is(Kind::Complex)) return raise_type_error(vm, "__complex__ returned non-complex (type %s)", type_name(result));
    return Z{result.as<Complex>()->real, result.as<Complex>()->imag};
  }
  COIL_TRY(z.real, number_as_double_reenter(vm, value));
  z.imag = 0;
  return z;
}

Result<Value> finish(Vm& vm, const Answer& answer) {
  if (answer.trouble == Trouble::Domain) return raise_math_domain(vm);
  if (answer.trouble == Trouble::Range) return raise_math_range(vm);
  return make_complex(vm, answer.z.real, answer.z.imag);
}

/// Functions without trouble answer with the number alone.
Answer as_answer(Z z) { return {z}; }
Answer as_answer(const Answer& answer) { return answer; }

#define COMPLEX_FUNCTION(name, doc)                       \
  NATIVE(cmath_##name, #name "(z, /)", doc) {             \
    COIL_TRY(Z z, complex_argument_reenter(vm, args[0])); \
    return finish(vm, as_answer(name##_of(z)));           \
  }
COMPLEX_FUNCTION(acos, "Arc cosine of z.")
COMPLEX_FUNCTION(acosh, "Inverse hyperbolic cosine of z.")
COMPLEX_FUNCTION(asin, "Arc sine of z.")
COMPLEX_FUNCTION(asinh, "Inverse hyperbolic sine of z.")
COMPLEX_FUNCTION(atan, "Arc tangent of z.")
COMPLEX_FUNCTION(atanh, "Inverse hyperbolic tangent of z.")
COMPLEX_FUNCTION(cos, "Cosine of z.")
COMPLEX_FUNCTION(cosh, "Hyperbolic cosine of z.")
COMPLEX_FUNCTION(exp, "e raised to the power z.")
COMPLEX_FUNCTION(sin, "Sine of z.")
COMPLEX_FUNCTION(sinh, "Hyperbolic sine of z.")
COMPLEX_FUNCTION(tan, "Tangent of z.")
COMPLEX_FUNCTION(tanh, "Hyperbolic tangent of z.")
#undef COMPLEX_FUNCTION

NATIVE(cmath_sqrt, "sqrt(z, /)", "Square root of z.") {
  COIL_TRY(Z z, complex_argument_reenter(vm, args[0]));
  return finish(vm, {square_root(z)});
}

NATIVE(cmath_log, "log(z, base=None, /)", "Logarithm of z to a base, e without one.") {
  COIL_TRY(Z z, complex_argument_reenter(vm, args[0]));
  Answer answer = log_of(z);
  if (!args.has(1)) return finish(vm, answer);
  COIL_TRY(Z base, complex_argument_reenter(vm, args[1]));
  Answer divisor = log_of(base);
  COIL_CHECK(finish(vm, divisor));  // as in CPython, only the base can be wrong
  if (divisor.z.real == 0 && divisor.z.imag == 0) return raise_math_domain(vm);
  return complex_binary(vm, BinaryOp::Div, answer.z.real, answer.z.imag, divisor.z.real, divisor.z.imag);
}

NATIVE(cmath_log10, "log10(z, /)", "Logarithm of z to base 10.") {
  COIL_TRY(Z z, complex_argument_reenter(vm, args[0]));
  Answer answer = log_of(z);
  answer.z = {answer.z.real / std::numbers::ln10, answer.z.imag / std::numbers::ln10};
  return finish(vm, answer);
}

NATIVE(cmath_phase, "phase(z, /)", "Angle of z, between -pi and pi.") {
  COIL_TRY(Z z, complex_argument_reenter(vm, args[0]));
  return make_float(vm, std::atan2(z.imag, z.real));
}

NATIVE(cmath_polar, "polar(z, /)", "Distance of z from 0, and its angle.") {
  COIL_TRY(Z z, complex_argument_reenter(vm, args[0]));
  double distance = std::hypot(z.real, z.imag);
  if (std::isinf(distance) && z.finite()) return raise_math_range(vm);
  COIL_TRY(Value radius, make_float(vm, distance));
  COIL_TRY(Value angle, make_float(vm, std::atan2(z.imag, z.real)));
  return make_tuple(vm, {radius, angle});
}

NATIVE(cmath_rect, "rect(r, phi, /)", "The number at distance r and angle phi.") {
  COIL_TRY(double r, number_as_double_reenter(vm, args[0]));
  COIL_TRY(double phi, number_as_double_reenter(vm, args[1]));
  if (std::isinf(phi) && !std::isnan(r) && r != 0) return raise_math_domain(vm);
  if (std::isfinite(r) && std::isfinite(phi)) {
    // A zero angle keeps its sign in the imaginary part, whatever r is.
    if (phi == 0) return make_complex(vm, r, r * phi);
    return make_complex(vm, r * std::cos(phi), r * std::sin(phi));
  }
  if (std::isinf(r) && std::isfinite(phi) && phi != 0) {
    double real = std::copysign(kInf, std::cos(phi)), imag = std::copysign(kInf, std::sin(phi));
    return r > 0 ? make_complex(vm, real, imag) : make_complex(vm, -real, -imag);
  }
  if (r == 0 && !std::isfinite(phi)) return make_complex(vm, 0.0, 0.0);
  if (std::isinf(r)) return phi == 0 ? make_complex(vm, r, r > 0 ? phi : -phi) : make_complex(vm, kInf, std::nan(""));
  return make_complex(vm, std::nan(""), phi == 0 ? 0.0 : std::nan(""));
}

NATIVE(cmath_isfinite, "isfinite(z, /)", "Whether both parts of z are finite.") {
  COIL_TRY(Z z, complex_argument_reenter(vm, args[0]));
  return Value::boolean(z.finite());
}
NATIVE(cmath_isinf, "isinf(z, /)", "Whether a part of z is infinite.") {
  COIL_TRY(Z z, complex_argument_reenter(vm, args[0]));
  return Value::boolean(std::isinf(z.real) || std::isinf(z.imag));
}
NATIVE(cmath_isnan, "isnan(z, /)", "Whether a part of z is nan.") {
  COIL_TRY(Z z, complex_argument_reenter(vm, args[0]));
  return Value::boolean(std::isnan(z.real) || std::isnan(z.imag));
}

NATIVE(cmath_isclose, "isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)", "Whether a and b differ by no more than a tolerance.") {
  COIL_TRY(Z a, complex_argument_reenter(vm, args[0]));
  COIL_TRY(Z b, complex_argument_reenter(vm, args[1]));
  double relative = 1e-9, absolute = 0;
  if (args.has(2)) { COIL_TRY(relative, number_as_double_reenter(vm, args[2])); }
  if (args.has(3)) { COIL_TRY(absolute, number_as_double_reenter(vm, args[3])); }
  if (relative < 0 || absolute < 0) return raise_value_error(vm, "tolerances must be non-negative");
  if (a.real == b.real && a.imag == b.imag) return Value::boolean(true);
  auto infinite = [](Z z) { return std::isinf(z.real) || std::isinf(z.imag); };
  if (infinite(a) || infinite(b)) return Value::boolean(false);
  double difference = std::hypot(a.real - b.real, a.imag - b.imag);
  return Value::boolean(difference <= relative * std::hypot(b.real, b.imag) || difference <= relative * std::hypot(a.real, a.imag) ||
                        difference <= absolute);
}

Result<void> init_cmath(Vm& vm, Dict* ns) {
  struct Constant {
    const char* name;
    double real, imag;
    bool complex;
  };
  const double nan = std::nan("");
  for (Constant row : {Constant{"pi", kPi, 0, false}, {"e", kE, 0, false}, {"tau", 2 * kPi, 0, false}, {"inf", kInf, 0, false},
                       {"nan", nan, 0, false}, {"infj", 0, kInf, true}, {"nanj", 0, nan, true}}) {
    COIL_TRY(Value value, row.complex ? make_complex(vm, row.real, row.imag) : make_float(vm, row.real));
    COIL_CHECK(module_set(vm, ns, row.name, value));
  }
  return ok();
}

}  // namespace

MODULE(cmath, "cmath", "Elementary functions of complex numbers.", init_cmath, FN(cmath_acos), FN(cmath_acosh), FN(cmath_asin),
       FN(cmath_asinh), FN(cmath_atan), FN(cmath_atanh), FN(cmath_cos), FN(cmath_cosh), FN(cmath_exp), FN(cmath_isclose),
       FN(cmath_isfinite), FN(cmath_isinf), FN(cmath_isnan), FN(cmath_log), FN(cmath_log10), FN(cmath_phase), FN(cmath_polar),
       FN(cmath_rect), FN(cmath_sin), FN(cmath_sinh), FN(cmath_sqrt), FN(cmath_tan), FN(cmath_tanh))

}  // namespace coil
