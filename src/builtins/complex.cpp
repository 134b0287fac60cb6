// complex as programs see it: constructor, slots, methods. The arithmetic is in objects/complex.cpp.
#include <cmath>

#include "builtins/numbers_internal.hpp"
#include "builtins/text_internal.hpp"

namespace coil {

namespace {

Value not_implemented() { return Value(&not_implemented_cell); }

template <BinaryOp op>
Result<Value> complex_binary_slot(Vm& vm, Value left, Value right) {
  double left_real, left_imag, right_real, right_imag;
  COIL_TRY(bool left_ok, as_complex(vm, left, &left_real, &left_imag));
  if (!left_ok) return not_implemented();
  COIL_TRY(bool right_ok, as_complex(vm, right, &right_real, &right_imag));
  if (!right_ok) return not_implemented();
  return complex_binary(vm, op, left_real, left_imag, right_real, right_imag);
}

Result<Value> complex_pow_slot(Vm& vm, Value base, Value exponent, Value modulus) {
  if (modulus.is_none()) return complex_binary_slot<BinaryOp::Pow>(vm, base, exponent);
  for (Value operand : {base, exponent}) {
    if (!operand.is_int() && !operand.is_float() && !operand.is(Kind::Complex)) return not_implemented();
  }
  return raise_value_error(vm, "complex modulo");
}

Result<Value> complex_compare_slot(Vm&, Value left, Value right, CompareOp op) {
  if (op != CompareOp::Eq && op != CompareOp::Ne) return not_implemented();
  if (!left.is(Kind::Complex)) std::swap(left, right);
  Complex* number = left.as<Complex>();
  bool equal;
  if (right.is(Kind::Complex)) equal = number->real == right.as<Complex>()->real && number->imag == right.as<Complex>()->imag;
  else if (right.is_float()) equal = number->imag == 0 && number->real == right.as_float();
  else if (right.is_int()) equal = number->imag == 0 && int_double_compare(right, number->real) == 0;
  else return not_implemented();
  return Value::boolean(equal == (op == CompareOp::Eq));
}

Result<Value> complex_repr_slot(Vm& vm, Value self) {
  return complex_repr(vm, self.as<Complex>()->real, self.as<Complex>()->imag);
}

Result<int64_t> complex_hash(Vm&, Value self) {
  uint64_t real = static_cast<uint64_t>(float_hash(self.as<Complex>()->real, self.cell()));
  uint64_t imag = static_cast<uint64_t>(float_hash(self.as<Complex>()->imag, self.cell()));
  int64_t hash = static_cast<int64_t>(real + 1000003 * imag);
  return hash == -1 ? -2 : hash;
}

Result<bool> complex_truth(Vm&, Value self) { return self.as<Complex>()->real != 0 || self.as<Complex>()->imag != 0; }
Result<Value> complex_negate(Vm& vm, Value self) {
  return make_complex(vm, -self.as<Complex>()->real, -self.as<Complex>()->imag);
}
Result<Value> complex_positive(Vm& vm, Value self) {
  if (is_exact(self, Kind::Complex)) return self;
  return make_complex(vm, self.as<Complex>()->real, self.as<Complex>()->imag);
}
Result<Value> complex_abs(Vm& vm, Value self) {
  double real = self.as<Complex>()->real, imag = self.as<Complex>()->imag;
  double result = std::hypot(real, imag);
  if (std::isinf(result) && std::isfinite(real) && std::isfinite(imag)) {
    return raise(vm, Exc::OverflowError, "absolute value too large");
  }
  return make_float(vm, result);
}

// -- construction

/// "[(][real][imag j][)]" with blanks around and inside the parentheses.
bool parse_complex(std::string_view text, double* real, double* imag) {
  auto is_blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  size_t at = 0;
  auto skip_blanks = [&] { while (at < text.size() && is_blank(text[at])) at++; };
  auto next = [&] { return at < text.size() ? text[at] : '\0'; };
  auto take_signed = [&](double* out) {
    size_t start = at;
    bool negative = false;
    if (next() == '+' || next() == '-') negative = text[at++] == '-';
    if (!scan_double(text, &at, out)) {
      at = start;
      return false;
    }
    if (negative) *out = -*out;
    return true;
  };
  auto take_unit = [&] { return (next() | 0x20) == 'j' ? (at++, true) : false; };
  *real = *imag = 0;
  skip_blanks();
  bool parenthesis = next() == '(';
  if (parenthesis) {
    at++;
    skip_blanks();
  }
  double number;
  // A sign alone before j stands for one.
  auto take_bare_sign = [&](double* out) {
    *out = 1;
    if (next() == '+') at++;
    else if (next() == '-') *out = -1, at++;
  };
  if (take_signed(&number)) {
    if (next() == '+' || next() == '-') {
      *real = number;
      if (!take_signed(imag)) take_bare_sign(imag);
      if (!take_unit()) return false;
    } else if (take_unit()) {
      *imag = number;
    } else {
      *real = number;
    }
  } else {
    take_bare_sign(imag);
    if (!take_unit()) return false;
  }
  skip_blanks();
  if (parenthesis) {
    if (next() != ')') return false;
    at++;
    skip_blanks();
  }
  return at == text.size();
}

/// Separators between digits are dropped; false when one stands elsewhere.
bool remove_separators(std::string& text) {
  std::string out;
  char previous = 0;
  auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  for (char c : text) {
    if (c == '_' ? !is_digit(previous) : previous == '_' && !is_digit(c)) return false;
    if (c != '_') out += c;
    previous = c;
  }
  if (previous == '_') return false;
  text = std::move(out);
  return true;
}

/// __complex__ of an object; Value::stop() when it has none.
Result<Value> complex_special_reenter(Vm& vm, Value object) {
  COIL_TRY(Value convert, lookup_special_reenter(vm, object, vm.name(Name::complex_)));
  if (convert.is_stop()) return convert;
  COIL_TRY(Value result, call_reenter(vm, convert, {}));
  if (!result.is(Kind::Complex)) return raise_type_error(vm, "__complex__ returned non-complex (type %s)", type_name(result));
  COIL_CHECK(check_converted_reenter(vm, object, "__complex__", result, Kind::Complex));
  return result;
}

bool is_real_like(Value v) {
  const Slots& slots = class_of(v)->slots;
  return slots.to_float || slots.index;
}

/// As float() does it: __float__ of a program comes before what the number is.
Result<double> converted_reenter(Vm& vm, Value number) {
  const Class* cls = class_of(number);
  if (cls->flags & kClassHeap && cls->slots.to_float) return ask_float_reenter(vm, number);
  return number_as_double_reenter(vm, number);
}

Result<Value> complex_make(Vm& vm, Class* cls, Value* args, size_t npos, Tuple* kwnames) {
  Value bound[2];
  COIL_CHECK(bind_constructor(vm, "complex", {"real", "imag"}, 0, args, npos, kwnames, bound));
  Value first = bound[0], second = bound[1];
  bool is_exact_class = cls == vm.type(Kind::Complex);
  if (is_exact(first, Kind::Complex) && second.is_nothing() && is_exact_class) return first;
  if (first.is(Kind::Str)) {
    if (!second.is_nothing()) return raise_type_error(vm, "complex() can't take second arg if first is a string");
    std::string text = number_text(first.as<Str>());
    double real, imag;
    if (!remove_separators(text)) {
      COIL_TRY(Str* shown, repr_reenter(vm, first));
      return raise_text(vm, Exc::ValueError, "could not convert string to complex: " + str_utf8(shown));
    }
    if (!parse_complex(text, &real, &imag)) return raise_value_error(vm, "complex() arg is a malformed string");
    return complex_for_class(vm, cls, real, imag);
  }
  if (second.is(Kind::Str)) return raise_type_error(vm, "complex() second arg can't be a string");
  double real = 0, imag = 0;
  bool first_complex = false;
  if (!first.is_nothing()) {
    if (!is_exact(first, Kind::Complex)) {
      COIL_TRY(Value converted, complex_special_reenter(vm, first));
      if (!converted.is_stop()) first = converted;
    }
    if (!first.is(Kind::Complex) && !is_real_like(first)) {
      return raise_type_error(vm, "complex() first argument must be a string or a number, not '%s'", type_name(first));
    }
  }
  if (!second.is_nothing() && !second.is(Kind::Complex) && !is_real_like(second)) {
    return raise_type_error(vm, "complex() second argument must be a number, not '%s'", type_name(second));
  }
  if (first.is(Kind::Complex)) {
    real = first.as<Complex>()->real;
    imag = first.as<Complex>()->imag;
    first_complex = true;
  } else if (!first.is_nothing()) {
    COIL_TRY(real, converted_reenter(vm, first));
  }
  if (!second.is_nothing()) {
    // complex(a, b) is a + b*1j, also for complex a and b.
    double base_imag = first_complex ? imag : 0;
    if (second.is(Kind::Complex)) {
      imag = second.as<Complex>()->real;
      real -= second.as<Complex>()->imag;
    } else {
      COIL_TRY(imag, converted_reenter(vm, second));
    }
    if (first_complex) imag += base_imag;
  }
  return complex_for_class(vm, cls, real, imag);
}

// -- methods

NATIVE(complex_conjugate, "conjugate(self, /)", "The number with the imaginary part negated.") {
  return make_complex(vm, args[0].as<Complex>()->real, -args[0].as<Complex>()->imag);
}
NATIVE(complex_complex, "__complex__(self, /)", "The number as an exact complex.") { return complex_positive(vm, args[0]); }
NATIVE(complex_getnewargs, "__getnewargs__(self, /)", "Arguments to make an equal number with.") {
  COIL_TRY(Value real, make_float(vm, args[0].as<Complex>()->real));
  COIL_TRY(Value imag, make_float(vm, args[0].as<Complex>()->imag));
  return make_tuple(vm, {real, imag});
}
NATIVE(complex_format_method, "__format__(self, format_spec, /)", "Text of the number as the format specification asks.") {
  COIL_TRY(Str* spec, format_spec_argument(vm, args[1]));
  return complex_format_spec(vm, args[0], spec);
}

Result<Value> complex_get_real(Vm& vm, Value self) { return make_float(vm, self.as<Complex>()->real); }
Result<Value> complex_get_imag(Vm& vm, Value self) { return make_float(vm, self.as<Complex>()->imag); }

constexpr GetSetSpec kReal = {"real", complex_get_real, nullptr, "The real part."};
constexpr GetSetSpec kImag = {"imag", complex_get_imag, nullptr, "The imaginary part."};

void trace_complex(Cell* cell, Marker& marker) { trace_attrs(cell, marker); }

}  // namespace

void setup_complex(Vm& vm) {
  Slots& slots = vm.type(Kind::Complex)->slots;
  slots.repr = complex_repr_slot;
  slots.neg = complex_negate;
  slots.pos = complex_positive;
  slots.abs = complex_abs;
  slots.pow = complex_pow_slot;
  slots.compare = complex_compare_slot;
  slots.hash = complex_hash;
  slots.truth = complex_truth;
  slots.make = complex_make;
  auto set = [&](BinaryOp op, BinaryFn fn) { slots.binary[static_cast<int>(op)] = fn; };
  set(BinaryOp::Add, complex_binary_slot<BinaryOp::Add>);
  set(BinaryOp::Sub, complex_binary_slot<BinaryOp::Sub>);
  set(BinaryOp::Mul, complex_binary_slot<BinaryOp::Mul>);
  set(BinaryOp::Div, complex_binary_slot<BinaryOp::Div>);
  set(BinaryOp::Pow, complex_binary_slot<BinaryOp::Pow>);
  g_heap.set_type(Kind::Complex, trace_complex, nullptr);
  define_type(vm, {Kind::Complex,
                   "Complex numbers of two floats. complex(real, imag) is real + imag*1j; complex(text) reads text.",
                   {&complex_conjugate_spec, &complex_complex_spec, &complex_getnewargs_spec, &complex_format_method_spec},
                   {&kReal, &kImag}});
}

}  // namespace coil
