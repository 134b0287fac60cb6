// Complex numbers: construction, arithmetic (with CPython's algorithms, so that the last bits agree), text. Methods are in builtins/complex.cpp.
#include <cmath>

#include "objects/number.hpp"
#include "objects/str.hpp"

namespace coil {

Result<Value> make_complex(Vm& vm, double real, double imag) {
  COIL_TRY(Complex* cell, alloc<Complex>(vm, Kind::Complex));
  cell->real = real;
  cell->imag = imag;
  return Value(cell);
}

Result<Value> complex_for_class(Vm& vm, Class* cls, double real, double imag) {
  COIL_TRY(Complex* cell, alloc_for_class<Complex>(vm, cls, Kind::Complex));
  cell->real = real;
  cell->imag = imag;
  return Value(cell);
}

namespace {

struct Pair {
  double real, imag;
};

Pair product(Pair a, Pair b) { return {a.real * b.real - a.imag * b.imag, a.real * b.imag + a.imag * b.real}; }

/// Smith's method, scaled by the larger part of the divisor. The divisor is not zero.
Pair quotient(Pair a, Pair b) {
  double abs_real = std::fabs(b.real), abs_imag = std::fabs(b.imag);
  if (abs_real >= abs_imag) {
    double ratio = b.imag / b.real;
    double denominator = b.real + b.imag * ratio;
    return {(a.real + a.imag * ratio) / denominator, (a.imag - a.real * ratio) / denominator};
  }
  if (abs_imag >= abs_real) {
    double ratio = b.real / b.imag;
    double denominator = b.real * ratio + b.imag;
    return {(a.real * ratio + a.imag) / denominator, (a.imag * ratio - a.real) / denominator};
  }
  return {std::nan(""), std::nan("")};
}

Pair power_unsigned(Pair base, long exponent) {
  Pair result{1, 0}, factor = base;
  for (long mask = 1; mask > 0 && exponent >= mask; mask <<= 1) {
    if (exponent & mask) result = product(result, factor);
    factor = product(factor, factor);
  }
  return result;
}

Result<Value> power(Vm& vm, Pair base, Pair exponent) {
  Pair result;
  bool base_is_zero = base.real == 0 && base.imag == 0;
  auto raise_domain = [&] { return raise(vm, Exc::ZeroDivisionError, "0.0 to a negative or complex power"); };
  if (exponent.imag == 0 && exponent.real == std::floor(exponent.real) && std::fabs(exponent.real) <= 100) {
    long count = static_cast<long>(exponent.real);
    if (count > 0) {
      result = power_unsigned(base, count);
    } else {
      Pair divisor = power_unsigned(base, -count);
      if (divisor.real == 0 && divisor.imag == 0) return raise_domain();
      result = quotient({1, 0}, divisor);
    }
  } else if (exponent.real == 0 && exponent.imag == 0) {
    result = {1, 0};
  } else if (base_is_zero) {
    if (exponent.imag != 0 || exponent.real < 0) return raise_domain();
    result = {0, 0};
  } else {
    double magnitude = std::hypot(base.real, base.imag);
    double length = std::pow(magnitude, exponent.real);
    double angle = std::atan2(base.imag, base.real);
    double phase = angle * exponent.real;
    if (exponent.imag != 0) {
      length /= std::exp(angle * exponent.imag);
      phase += exponent.imag * std::log(magnitude);
    }
    if (std::isinf(phase)) return raise_domain();
    result = {length * std::cos(phase), length * std::sin(phase)};
  }
  if (std::isinf(result.real) || std::isinf(result.imag)) return raise(vm, Exc::OverflowError, "complex exponentiation");
  return make_complex(vm, result.real, result.imag);
}

}  // namespace

Result<Value> complex_binary(Vm& vm, BinaryOp op, double real, double imag, double other_real, double other_imag) {
  Pair left{real, imag}, right{other_real, other_imag};
  switch (op) {
    case BinaryOp::Add: return make_complex(vm, real + other_real, imag + other_imag);
    case BinaryOp::Sub: return make_complex(vm, real - other_real, imag - other_imag);
    case BinaryOp::Mul: {
      Pair result = product(left, right);
      return make_complex(vm, result.real, result.imag);
    }
    case BinaryOp::Div: {
      if (other_real == 0 && other_imag == 0) return raise(vm, Exc::ZeroDivisionError, "complex division by zero");
      Pair result = quotient(left, right);
      return make_complex(vm, result.real, result.imag);
    }
    case BinaryOp::Pow: return power(vm, left, right);
    default: return Value(&not_implemented_cell);
  }
}

Result<Str*> complex_repr(Vm& vm, double real, double imag) {
  auto text = [](double part) {
    std::string out = float_repr(part);
    if (out.ends_with(".0")) out.resize(out.size() - 2);
    return out;
  };
  std::string imaginary = text(imag);
  if (real == 0 && !std::signbit(real)) return new_str_ascii(vm, imaginary + "j");
  // nan has no sign of its own in text.
  if (imaginary[0] != '-') imaginary.insert(0, "+");
  return new_str_ascii(vm, "(" + text(real) + imaginary + "j)");
}

}  // namespace coil
