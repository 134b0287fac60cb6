"""Decimal arithmetic as of the General Decimal Arithmetic Specification.

A number is a sign, an integer coefficient and a power of ten. Operations round to the precision of a context, which each task has for
itself, and signal what happened through the context's flags and traps.

>>> from decimal import Decimal, getcontext
>>> Decimal("0.1") + Decimal("0.2")
Decimal('0.3')
>>> getcontext().prec = 6
>>> Decimal(1) / Decimal(7)
Decimal('0.142857')
"""

import contextvars as _contextvars
import math as _math
import _decimal_arithmetic
from _decimal_arithmetic import (MAX_EMAX, MAX_PREC, MIN_EMIN, MIN_ETINY, ROUND_05UP, ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR,
                                 ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, _CLAMPED, _ROUNDINGS, _CONVERSION, _DIVISION_BY_ZERO,
                                 _FLOAT, _INEXACT, _INVALID, _OVERFLOW, _ROUNDED, _SUBNORMAL, _UNDERFLOW, _add, _compare, _compare_total,
                                 _convert, _convert_or_raise, _digits, _divide, _divide_int, _divmod, _exact_float, _finish, _fix,
                                 _from_tuple, _invalid, _logical, _logical_result, _make, _make_special, _multiply, _nan_result,
                                 _negated, _next, _number, _object_new, _parse, _pick, _power10, _quantize, _reduce, _remainder,
                                 _remainder_near, _small_integer, _subtract, _text, _to_integral)
from _types import _show_module
from collections import namedtuple as _namedtuple
from numbers import Number as _Number, Rational as _Rational

__all__ = ["Decimal", "Context", "DecimalTuple", "DefaultContext", "BasicContext", "ExtendedContext", "DecimalException", "Clamped",
           "InvalidOperation", "DivisionByZero", "Inexact", "Rounded", "Subnormal", "Overflow", "Underflow", "FloatOperation",
           "DivisionImpossible", "InvalidContext", "ConversionSyntax", "DivisionUndefined", "ROUND_DOWN", "ROUND_HALF_UP",
           "ROUND_HALF_EVEN", "ROUND_CEILING", "ROUND_FLOOR", "ROUND_UP", "ROUND_HALF_DOWN", "ROUND_05UP", "setcontext", "getcontext",
           "localcontext", "MAX_PREC", "MAX_EMAX", "MIN_EMIN", "MIN_ETINY", "HAVE_THREADS", "HAVE_CONTEXTVAR"]

__version__ = "1.70"

HAVE_THREADS = HAVE_CONTEXTVAR = True

DecimalTuple = _namedtuple("DecimalTuple", "sign digits exponent")
DecimalTuple.__module__ = "decimal"


class DecimalException(ArithmeticError):
  """Base of the signals."""


class Clamped(DecimalException):
  """The exponent of a result was changed to fit."""


class InvalidOperation(DecimalException):
  """An operation without a result."""


class ConversionSyntax(InvalidOperation):
  """A text that is no number."""


class DivisionByZero(DecimalException, ZeroDivisionError):
  """Division of a number that is not zero by zero."""


class DivisionImpossible(InvalidOperation):
  """An integer quotient with more digits than the precision."""


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
  """Division of zero by zero."""


class Inexact(DecimalException):
  """Digits that were not zero were lost."""


class InvalidContext(InvalidOperation):
  """A context that cannot be used."""


class Rounded(DecimalException):
  """Digits were lost, perhaps only zeros."""


class Subnormal(DecimalException):
  """A result below the smallest normal number."""


class Overflow(Inexact, Rounded):
  """A result above the largest number."""


class Underflow(Inexact, Rounded, Subnormal):
  """A subnormal result that is not exact."""


class FloatOperation(DecimalException, TypeError):
  """Floats and decimals were mixed."""


# Signals as bits, in the order of reports; conditions that are kinds of InvalidOperation follow.
_SIGNALS = (InvalidOperation, FloatOperation, DivisionByZero, Overflow, Underflow, Subnormal, Inexact, Rounded, Clamped)
_SHOWN_ORDER = (Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded, Subnormal, Underflow)
_CONDITIONS = (ConversionSyntax, DivisionImpossible, DivisionUndefined, InvalidContext)
_ALL_SIGNALS = (1 << 9) - 1
_BIT_OF = {signal: 1 << i for i, signal in enumerate(_SIGNALS)}


def _functions():
  import _decimal_math
  return _decimal_math


def _given(context):
  """The context a program gave, or the current one."""
  if context is None:
    return getcontext()
  if not isinstance(context, Context):
    raise TypeError("optional argument must be a context")
  return context


class Decimal:
  """A decimal number of any size, an infinity, or a NaN."""

  __slots__ = ("_sign", "_int", "_exp", "_special", "__weakref__")

  def __new__(cls, value="0", context=None):
    if context is not None and not isinstance(context, Context):
      raise TypeError("optional argument must be a context")
    if isinstance(value, str):
      parts = _parse(value)
      if parts is None or not parts[3] and not _in_range(*parts[1:3]):
        _invalid(_given(context), _CONVERSION if parts is None else _INVALID)
        parts = 0, 0, 0, "n"
    elif isinstance(value, Decimal):
      if type(value) is cls:
        return value
      parts = value._sign, value._int, value._exp, value._special
    elif isinstance(value, int):
      parts = int(value < 0), abs(int(value)), 0, ""
    elif isinstance(value, (tuple, list)):
      parts = _from_tuple(value)
      if not parts[3] and not _in_range(*parts[1:3]):
        _invalid(_given(context))
        parts = 0, 0, 0, "n"
    elif isinstance(value, float):
      (_given(context))._signal(_FLOAT)
      parts = _exact_float(value)
    else:
      raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")
    self = _object_new(cls)
    self._sign, self._int, self._exp, self._special = parts
    return self

  @classmethod
  def from_float(cls, f, /):
    """The exact value of a float (or an int)."""
    if isinstance(f, int):
      number = _make(int(f < 0), abs(int(f)), 0)
    elif isinstance(f, float):
      parts = _exact_float(f)
      number = _make_special(parts[0], parts[3]) if parts[3] else _make(*parts[:3])
    else:
      raise TypeError("argument must be int or float")
    return number if cls is Decimal else cls(number)

  # -- text

  def __repr__(self):
    return f"Decimal('{self}')"

  def __str__(self, eng=False, context=None):
    sign = "-" if self._sign else ""
    if self._special:
      if self._special == "F":
        return sign + "Infinity"
      return sign + ("NaN" if self._special == "n" else "sNaN") + (_text(self._int) if self._int else "")
    digits = _text(self._int)
    exponent = self._exp
    left = exponent + len(digits)  # digits before the point
    if exponent <= 0 and left > -6:
      point = left
    elif not eng:
      point = 1
    elif not self._int:
      point = (left + 1) % 3 - 1
    else:
      point = (left - 1) % 3 + 1
    if point <= 0:
      whole, fraction = "0", "." + "0" * -point + digits
    elif point >= len(digits):
      whole, fraction = digits + "0" * (point - len(digits)), ""
    else:
      whole, fraction = digits[:point], "." + digits[point:]
    if left == point:
      return sign + whole + fraction
    capitals = (_given(context))._capitals
    return sign + whole + fraction + ("E" if capitals else "e") + "%+d" % (left - point)

  def to_eng_string(self, context=None):
    """The text with an exponent that is a multiple of three."""
    return self.__str__(True, context)

  def __format__(self, spec, context=None):
    from _decimal_format import format_decimal
    return format_decimal(self, spec, _given(context))

  # -- conversions

  def as_tuple(self):
    """(sign, digits, exponent)."""
    if self._special == "F":
      return DecimalTuple(self._sign, (0,), "F")
    digits = tuple(map(int, _text(self._int)))
    if self._special:
      return DecimalTuple(self._sign, digits if self._int else (), self._special)
    return DecimalTuple(self._sign, digits, self._exp)

  def as_integer_ratio(self):
    """(numerator, denominator) in lowest terms."""
    if self._special:
      if self._special == "F":
        raise OverflowError("cannot convert Infinity to integer ratio")
      raise ValueError("cannot convert NaN to integer ratio")
    n = -self._int if self._sign else self._int
    if self._exp >= 0:
      return n * _power10(self._exp), 1
    d = _power10(-self._exp)
    common = _math.gcd(n, d)
    return n // common, d // common

  def __int__(self):
    if self._special:
      if self._special == "F":
        raise OverflowError("cannot convert Infinity to integer")
      raise ValueError("cannot convert NaN to integer")
    value = self._int * _power10(self._exp) if self._exp >= 0 else self._int // _power10(min(-self._exp, _digits(self._int) + 1))
    return -value if self._sign else value

  __trunc__ = __int__

  def __float__(self):
    if self._special == "N":
      raise ValueError("cannot convert signaling NaN to float")
    if self._special == "n":
      return float("-nan" if self._sign else "nan")
    return float(str(self))

  def __complex__(self):
    return complex(float(self))

  @property
  def real(self):
    return self

  @property
  def imag(self):
    return _make(0, 0, 0)

  def conjugate(self):
    """The number itself."""
    return self

  def __bool__(self):
    return bool(self._special or self._int)

  def __hash__(self):
    if self._special:
      if self._special == "N":
        raise TypeError("Cannot hash a signaling NaN value")
      if self._special == "n":
        return object.__hash__(self)
      return -314159 if self._sign else 314159
    modulus = 2 ** 61 - 1
    if self._exp >= 0:
      result = self._int * pow(10, self._exp, modulus) % modulus
    else:
      result = self._int * pow(pow(10, -1, modulus), -self._exp, modulus) % modulus
    result = -result if self._sign else result
    return -2 if result == -1 else result

  def __reduce__(self):
    return type(self), (str(self),)

  def __copy__(self):
    return self if type(self) is Decimal else type(self)(str(self))

  def __deepcopy__(self, memo):
    return self if type(self) is Decimal else type(self)(str(self))

  def __round__(self, n=None):
    if n is None:
      return int(self._rounded_to_integer(ROUND_HALF_EVEN))
    if not isinstance(n, int):
      raise TypeError("optional arg must be an integer")
    return _quantize(self, _make(0, 1, -n), ROUND_HALF_EVEN, getcontext())

  def _rounded_to_integer(self, rounding):
    if self._special:
      int(self)
    return _to_integral(self, rounding, getcontext(), False)

  def __floor__(self):
    return int(self._rounded_to_integer(ROUND_FLOOR))

  def __ceil__(self):
    return int(self._rounded_to_integer(ROUND_CEILING))

  # -- comparison

  def _order(self, other, equality):
    """-1, 0, 1, or None: unordered; NotImplemented for other types."""
    if isinstance(other, Decimal):
      pass
    elif isinstance(other, int):
      other = _convert(other)
    elif isinstance(other, float):
      context = getcontext()
      if equality:
        context._flags |= _FLOAT
      else:
        context._signal(_FLOAT)
      other = Decimal.from_float(other)
    elif isinstance(other, complex) and equality and other.imag == 0:
      return self._order(other.real, True)
    elif isinstance(other, _Rational):
      if self._special:
        other = _make(0, 0, 0)
      else:
        exact = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[])
        self = _multiply(self, _convert(other.denominator), exact)
        other = _convert(other.numerator)
    else:
      return NotImplemented
    if self._special in ("n", "N") or other._special in ("n", "N"):
      if not equality or "N" in (self._special, other._special):
        getcontext()._signal(_INVALID)
      return None
    return _compare(self, other)

  def __eq__(self, other):
    order = self._order(other, True)
    return order if order is NotImplemented else order == 0

  def __lt__(self, other):
    order = self._order(other, False)
    return order if order is NotImplemented else order is not None and order < 0

  def __le__(self, other):
    order = self._order(other, False)
    return order if order is NotImplemented else order is not None and order <= 0

  def __gt__(self, other):
    order = self._order(other, False)
    return order if order is NotImplemented else order is not None and order > 0

  def __ge__(self, other):
    order = self._order(other, False)
    return order if order is NotImplemented else order is not None and order >= 0

  def compare(self, other, context=None):
    """-1, 0, 1 or NaN as a Decimal."""
    context = _given(context)
    other = _convert_or_raise(other)
    nan = _nan_result(context, self, other)
    return nan if nan is not None else _signed(_compare(self, other))

  def compare_signal(self, other, context=None):
    """As compare(), but every NaN signals."""
    context = _given(context)
    other = _convert_or_raise(other)
    if self._special in ("n", "N") or other._special in ("n", "N"):
      context._signal(_INVALID)
      return _nan_result(context._quiet(), self, other)
    return _signed(_compare(self, other))

  def compare_total(self, other, context=None):
    """-1, 0 or 1 in the order of all representations."""
    return _signed(_compare_total(self, _convert_or_raise(other)))

  def compare_total_mag(self, other, context=None):
    """compare_total() without signs."""
    return _signed(_compare_total(self.copy_abs(), _convert_or_raise(other).copy_abs()))

  # -- operators

  def __neg__(self):
    return _minus(self, getcontext())

  def __pos__(self):
    return _plus(self, getcontext())

  def __abs__(self):
    return _absolute(self, getcontext())

  def __add__(self, other):
    other = other if type(other) is Decimal else _convert(other)
    return NotImplemented if other is None else _add(self, other, getcontext())

  __radd__ = __add__

  def __sub__(self, other):
    other = other if type(other) is Decimal else _convert(other)
    return NotImplemented if other is None else _subtract(self, other, getcontext())

  def __rsub__(self, other):
    other = _convert(other)
    return NotImplemented if other is None else _subtract(other, self, getcontext())

  def __mul__(self, other):
    other = other if type(other) is Decimal else _convert(other)
    return NotImplemented if other is None else _multiply(self, other, getcontext())

  __rmul__ = __mul__

  def __truediv__(self, other):
    other = other if type(other) is Decimal else _convert(other)
    return NotImplemented if other is None else _divide(self, other, getcontext())

  def __rtruediv__(self, other):
    other = _convert(other)
    return NotImplemented if other is None else _divide(other, self, getcontext())

  def __floordiv__(self, other):
    other = _convert(other)
    return NotImplemented if other is None else _divide_int(self, other, getcontext())

  def __rfloordiv__(self, other):
    other = _convert(other)
    return NotImplemented if other is None else _divide_int(other, self, getcontext())

  def __mod__(self, other):
    other = _convert(other)
    return NotImplemented if other is None else _remainder(self, other, getcontext())

  def __rmod__(self, other):
    other = _convert(other)
    return NotImplemented if other is None else _remainder(other, self, getcontext())

  def __divmod__(self, other):
    other = _convert(other)
    return NotImplemented if other is None else _divmod(self, other, getcontext())

  def __rdivmod__(self, other):
    other = _convert(other)
    return NotImplemented if other is None else _divmod(other, self, getcontext())

  def __pow__(self, other, modulo=None):
    other = _convert(other)
    if other is None:
      return NotImplemented
    if modulo is None:
      return _functions()._power(self, other, getcontext())
    modulo = _convert(modulo)
    return NotImplemented if modulo is None else _functions()._power_mod(self, other, modulo, getcontext())

  def __rpow__(self, other, modulo=None):
    other = _convert(other)
    return NotImplemented if other is None else _functions()._power(other, self, getcontext())

  # -- questions

  def adjusted(self):
    """The exponent of the first digit."""
    return 0 if self._special else self._exp + _digits(self._int) - 1

  def canonical(self):
    """The number itself."""
    return self

  def is_canonical(self):
    return True

  def is_finite(self):
    return not self._special

  def is_infinite(self):
    return self._special == "F"

  def is_nan(self):
    return self._special in ("n", "N")

  def is_qnan(self):
    return self._special == "n"

  def is_snan(self):
    return self._special == "N"

  def is_signed(self):
    return self._sign == 1

  def is_zero(self):
    return not self._special and not self._int

  def is_normal(self, context=None):
    """Whether the number is finite, not zero and not subnormal."""
    return bool(not self._special and self._int) and (_given(context))._emin <= self.adjusted()

  def is_subnormal(self, context=None):
    """Whether the number is finite, not zero and below the smallest normal one."""
    return bool(not self._special and self._int) and self.adjusted() < (_given(context))._emin

  def number_class(self, context=None):
    """The kind of number as a text, such as '+Normal'."""
    if self._special:
      return {"N": "sNaN", "n": "NaN"}.get(self._special) or ("-Infinity" if self._sign else "+Infinity")
    kind = "Zero" if not self._int else "Subnormal" if self.is_subnormal(context) else "Normal"
    return ("-" if self._sign else "+") + kind

  def radix(self):
    """10."""
    return _make(0, 10, 0)

  def same_quantum(self, other, context=None):
    """Whether both have the same exponent."""
    other = _convert_or_raise(other)
    if self._special or other._special:
      return self.is_nan() and other.is_nan() or self.is_infinite() and other.is_infinite()
    return self._exp == other._exp

  # -- copies

  def copy_abs(self):
    """Without its sign."""
    return _make_special(0, self._special, self._int) if self._special else _make(0, self._int, self._exp)

  def copy_negate(self):
    """With the other sign."""
    return _negated(self)

  def copy_sign(self, other, context=None):
    """With the sign of other."""
    sign = _convert_or_raise(other)._sign
    return _make_special(sign, self._special, self._int) if self._special else _make(sign, self._int, self._exp)

  # -- rounding

  def quantize(self, exp, rounding=None, context=None):
    """The number with the exponent of exp."""
    context = _given(context)
    return _quantize(self, _convert_or_raise(exp), _check_rounding(rounding, context), context)

  def to_integral_value(self, rounding=None, context=None):
    """The nearest integer, without signals."""
    context = _given(context)
    return _to_integral(self, _check_rounding(rounding, context), context, False)

  to_integral = to_integral_value

  def to_integral_exact(self, rounding=None, context=None):
    """The nearest integer; signals Inexact and Rounded."""
    context = _given(context)
    return _to_integral(self, _check_rounding(rounding, context), context, True)

  def normalize(self, context=None):
    """Without zeros at the end."""
    return _reduce(self, _given(context))

  # -- functions

  def fma(self, other, third, context=None):
    """self * other + third, rounded once."""
    context = _given(context)
    other, third = _convert_or_raise(other), _convert_or_raise(third)
    if self._special or other._special:
      nan = _nan_result(context, self, other) if self._special == "N" or other._special == "N" else None
      if nan is None and (self.is_nan() or other.is_nan()):
        nan = _nan_result(context, self, other, third)
      if nan is not None:
        return nan
      product = _multiply(self, other, context)
      if product.is_nan():
        return product
    else:
      product = _make(self._sign ^ other._sign, self._int * other._int, self._exp + other._exp)
    return _add(product, third, context)

  def sqrt(self, context=None):
    """Square root."""
    return _functions()._sqrt(self, _given(context))

  def exp(self, context=None):
    """e ** self."""
    return _functions()._exp(self, _given(context))

  def ln(self, context=None):
    """Natural logarithm."""
    return _functions()._logarithm(self, _given(context), False)

  def log10(self, context=None):
    """Logarithm to base ten."""
    return _functions()._logarithm(self, _given(context), True)

  def logb(self, context=None):
    """The exponent of the first digit as a Decimal."""
    context = _given(context)
    if self._special:
      nan = _nan_result(context, self)
      return nan if nan is not None else _make_special(0, "F")
    if not self._int:
      context._signal(_DIVISION_BY_ZERO)
      return _make_special(1, "F")
    adjusted = self.adjusted()
    return _finish(int(adjusted < 0), abs(adjusted), 0, context)

  def remainder_near(self, other, context=None):
    """self - other * n for the integer n nearest to the quotient."""
    return _remainder_near(self, _convert_or_raise(other), _given(context))

  def max(self, other, context=None):
    """The larger one; a number wins against a quiet NaN."""
    return _pick(self, _convert_or_raise(other), _given(context), True, False)

  def min(self, other, context=None):
    """The smaller one."""
    return _pick(self, _convert_or_raise(other), _given(context), False, False)

  def max_mag(self, other, context=None):
    """The one of larger magnitude."""
    return _pick(self, _convert_or_raise(other), _given(context), True, True)

  def min_mag(self, other, context=None):
    """The one of smaller magnitude."""
    return _pick(self, _convert_or_raise(other), _given(context), False, True)

  def next_plus(self, context=None):
    """The next larger number the context can hold."""
    return _next(self, _given(context), True)

  def next_minus(self, context=None):
    """The next smaller number."""
    return _next(self, _given(context), False)

  def next_toward(self, other, context=None):
    """The next number in the direction of other."""
    context = _given(context)
    other = _convert_or_raise(other)
    nan = _nan_result(context, self, other)
    if nan is not None:
      return nan
    order = _compare(self, other)
    if order == 0:
      return self.copy_sign(other)
    result = _next(self, context, order < 0)
    if result._special:
      context._signal(_OVERFLOW | _INEXACT | _ROUNDED)
    elif result.adjusted() < context._emin:
      context._signal(_UNDERFLOW | _SUBNORMAL | _INEXACT | _ROUNDED | (0 if result._int else _CLAMPED))
    return result

  def scaleb(self, other, context=None):
    """self * 10 ** other."""
    context = _given(context)
    other = _convert_or_raise(other)
    nan = _nan_result(context, self, other)
    if nan is not None:
      return nan
    shift = _small_integer(other, 2 * (context._emax + context._prec))
    if shift is None:
      return _invalid(context)
    return self if self._special else _finish(self._sign, self._int, self._exp + shift, context)

  def _moved(self, other, context, rotate):
    context = _given(context)
    other = _convert_or_raise(other)
    nan = _nan_result(context, self, other)
    if nan is not None:
      return nan
    count = _small_integer(other, context._prec)
    if count is None:
      return _invalid(context)
    if self._special:
      return self
    digits = _text(self._int)[-context._prec:].rjust(context._prec, "0")
    if rotate:
      digits = digits[count:] + digits[:count]
    elif count < 0:
      digits = digits[:count] or "0"
    else:
      digits = (digits + "0" * count)[-context._prec:]
    return _make(self._sign, _number(digits), self._exp)

  def shift(self, other, context=None):
    """The digits moved, zeros come in."""
    return self._moved(other, context, False)

  def rotate(self, other, context=None):
    """The digits rotated."""
    return self._moved(other, context, True)

  def _logical_with(self, other, context, combine):
    context = _given(context)
    left, right = _logical(self, context), _logical(_convert_or_raise(other), context)
    if left is None or right is None:
      return _invalid(context)
    return _logical_result("".join(combine(x, y) for x, y in zip(left, right)))

  def logical_and(self, other, context=None):
    """The digits combined by and."""
    return self._logical_with(other, context, lambda x, y: "1" if x == y == "1" else "0")

  def logical_or(self, other, context=None):
    """The digits combined by or."""
    return self._logical_with(other, context, lambda x, y: "1" if "1" in (x, y) else "0")

  def logical_xor(self, other, context=None):
    """The digits combined by exclusive or."""
    return self._logical_with(other, context, lambda x, y: "1" if x != y else "0")

  def logical_invert(self, context=None):
    """The digits inverted."""
    context = _given(context)
    digits = _logical(self, context)
    if digits is None:
      return _invalid(context)
    return _logical_result("".join("0" if x == "1" else "1" for x in digits))


Decimal.__module__ = "decimal"
_decimal_arithmetic.Decimal = Decimal
_Number.register(Decimal)


def _in_range(coefficient, exponent):
  if not coefficient:
    return True
  return exponent + _digits(coefficient) - 1 <= MAX_EMAX and exponent >= MIN_ETINY


def _signed(order):
  return _make(int(order < 0), abs(order), 0)


def _plus(a, context):
  if a._special:
    nan = _nan_result(context, a)
    return a if nan is None else nan
  if not a._int and context._rounding != ROUND_FLOOR:
    return _finish(0, 0, a._exp, context)
  return _finish(a._sign, a._int, a._exp, context)


def _minus(a, context):
  if a._special:
    nan = _nan_result(context, a)
    return _negated(a) if nan is None else nan
  if not a._int and context._rounding != ROUND_FLOOR:
    return _finish(0, 0, a._exp, context)
  return _finish(1 - a._sign, a._int, a._exp, context)


def _absolute(a, context):
  if a._special:
    nan = _nan_result(context, a)
    return a.copy_abs() if nan is None else nan
  return _finish(0, a._int, a._exp, context)


def _check_rounding(rounding, context):
  if rounding is None:
    return context._rounding
  if rounding not in _ROUNDINGS:
    raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
                    "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
  return rounding


# -- contexts

def _bit(signal):
  try:
    return _BIT_OF[signal]
  except (KeyError, TypeError):
    raise KeyError("valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n   Overflow, Underflow, "
                   "Subnormal, Inexact, Rounded,\n   Clamped]") from None


class _SignalDict:
  """The flags or traps of a context, by signal."""

  def __init__(self, context, name):
    self._context = context
    self._name = name

  def __getitem__(self, signal):
    return bool(getattr(self._context, self._name) & _bit(signal))

  def __setitem__(self, signal, value):
    bits = getattr(self._context, self._name)
    bit = _bit(signal)
    setattr(self._context, self._name, bits | bit if value else bits & ~bit)

  def __delitem__(self, signal):
    raise ValueError("signal keys cannot be deleted")

  def __iter__(self):
    return iter(_SIGNALS)

  def __len__(self):
    return len(_SIGNALS)

  def __contains__(self, signal):
    return signal in _BIT_OF

  def keys(self):
    return list(_SIGNALS)

  def values(self):
    return [self[signal] for signal in _SIGNALS]

  def items(self):
    return [(signal, self[signal]) for signal in _SIGNALS]

  def get(self, signal, default=None):
    return self[signal] if signal in _BIT_OF else default

  def copy(self):
    """A plain dict."""
    return dict(self.items())

  def __repr__(self):
    return "{" + ", ".join(f"{signal}:{self[signal]}" for signal in _SIGNALS) + "}"

  def __eq__(self, other):
    if isinstance(other, _SignalDict):
      other = other.copy()
    return self.copy() == other if isinstance(other, dict) else NotImplemented

  __hash__ = None


def _signal_bits(signals):
  if isinstance(signals, (_SignalDict, dict)):
    return sum(_BIT_OF[signal] for signal in _SIGNALS if signals[signal])
  return sum(_bit(signal) for signal in set(signals))


def _checked_signals(value):
  if not isinstance(value, (_SignalDict, dict)):
    raise TypeError("argument must be a signal dict")
  return value


def _bounded(name, slot, low, high, shown):
  def get(self):
    return getattr(self, slot)

  def set(self, value):
    if not isinstance(value, int):
      raise TypeError("an integer is required")
    if not low <= value <= high:
      raise ValueError(f"valid range for {name} is {shown}" if name not in ("capitals", "clamp") else f"valid values for {name} are 0 or 1")
    setattr(self, slot, value)

  return property(get, set)


class Context:
  """Precision, rounding, range of exponents, flags and traps."""

  __slots__ = ("_prec", "_rounding", "_emin", "_emax", "_capitals", "_clamp", "_flags", "_traps")

  def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None):
    base = DefaultContext
    self._prec, self._rounding, self._emin, self._emax = base._prec, base._rounding, base._emin, base._emax
    self._capitals, self._clamp, self._flags, self._traps = base._capitals, base._clamp, 0, base._traps
    if prec is not None:
      self.prec = prec
    if rounding is not None:
      self.rounding = rounding
    if Emin is not None:
      self.Emin = Emin
    if Emax is not None:
      self.Emax = Emax
    if capitals is not None:
      self.capitals = capitals
    if clamp is not None:
      self.clamp = clamp
    if flags is not None:
      self._flags = _signal_bits(flags)
    if traps is not None:
      self._traps = _signal_bits(traps)

  prec = _bounded("prec", "_prec", 1, MAX_PREC, "[1, MAX_PREC]")
  Emin = _bounded("Emin", "_emin", MIN_EMIN, 0, "[MIN_EMIN, 0]")
  Emax = _bounded("Emax", "_emax", 0, MAX_EMAX, "[0, MAX_EMAX]")
  capitals = _bounded("capitals", "_capitals", 0, 1, "")
  clamp = _bounded("clamp", "_clamp", 0, 1, "")

  @property
  def rounding(self):
    return self._rounding

  @rounding.setter
  def rounding(self, value):
    self._rounding = _check_rounding(value if value is not None else "", self)

  @property
  def flags(self):
    return _SignalDict(self, "_flags")

  @flags.setter
  def flags(self, value):
    self._flags = _signal_bits(_checked_signals(value))

  @property
  def traps(self):
    return _SignalDict(self, "_traps")

  @traps.setter
  def traps(self, value):
    self._traps = _signal_bits(_checked_signals(value))

  def __delattr__(self, name):
    raise AttributeError("context attributes cannot be deleted")

  def __repr__(self):
    def names(bits):
      return ", ".join(signal.__name__ for signal in _SHOWN_ORDER if bits & _BIT_OF[signal])

    return (f"Context(prec={self._prec}, rounding={self._rounding}, Emin={self._emin}, Emax={self._emax}, capitals={self._capitals}, "
            f"clamp={self._clamp}, flags=[{names(self._flags)}], traps=[{names(self._traps)}])")

  def __reduce__(self):
    def signals(bits):
      return [signal for signal in _SIGNALS if bits & _BIT_OF[signal]]

    return Context, (self._prec, self._rounding, self._emin, self._emax, self._capitals, self._clamp, signals(self._flags),
                     signals(self._traps))

  def _signal(self, bits):
    """Sets flags, and raises when a trap is set."""
    flags = bits & _ALL_SIGNALS
    if bits > _ALL_SIGNALS:
      flags |= _INVALID
    self._flags |= flags
    trapped = flags & self._traps
    if not trapped:
      return
    raised = next(signal for signal in _SIGNALS if trapped & _BIT_OF[signal])
    shown = [condition for i, condition in enumerate(_CONDITIONS) if bits & 1 << 9 + i]
    shown += [signal for signal in _SIGNALS if trapped & _BIT_OF[signal] and not (shown and signal is InvalidOperation)]
    raise raised(shown)

  def _with_rounding(self, rounding):
    work = self.copy()
    work._rounding = rounding
    work._traps = work._flags = 0
    return work

  def _quiet(self):
    work = self.copy()
    work._traps = 0
    return work

  def _take_status(self, work, result):
    """Signals what happened in a working context."""
    self._signal(work._flags)
    return result

  def copy(self):
    """An independent context with the same settings and flags."""
    other = _object_new(Context)
    other._prec, other._rounding, other._emin, other._emax = self._prec, self._rounding, self._emin, self._emax
    other._capitals, other._clamp, other._flags, other._traps = self._capitals, self._clamp, self._flags, self._traps
    return other

  __copy__ = copy

  def clear_flags(self):
    """Reset all flags."""
    self._flags = 0

  def clear_traps(self):
    """Reset all traps."""
    self._traps = 0

  def Etiny(self):
    """The smallest exponent of a result."""
    return self._emin - self._prec + 1

  def Etop(self):
    """The largest exponent of a result with all digits."""
    return self._emax - self._prec + 1

  def create_decimal(self, num="0", /):
    """A Decimal rounded to this context."""
    if isinstance(num, str) and (num != num.strip() or "_" in num):
      return _invalid(self, _CONVERSION)
    number = Decimal(num, self)
    if number._special in ("n", "N") and number._int and _digits(number._int) > self._prec - self._clamp:
      return _invalid(self, _CONVERSION)
    return _fix(number, self)

  def create_decimal_from_float(self, f, /):
    """A float rounded to this context."""
    return _fix(Decimal.from_float(f), self)

  # -- operations

  def abs(self, x, /):
    """Absolute value, rounded."""
    return _absolute(_convert_or_raise(x), self)

  def plus(self, x, /):
    """The number, rounded."""
    return _plus(_convert_or_raise(x), self)

  def minus(self, x, /):
    """The negated number, rounded."""
    return _minus(_convert_or_raise(x), self)

  def add(self, x, y, /):
    """Sum."""
    return _add(_convert_or_raise(x), _convert_or_raise(y), self)

  def subtract(self, x, y, /):
    """Difference."""
    return _subtract(_convert_or_raise(x), _convert_or_raise(y), self)

  def multiply(self, x, y, /):
    """Product."""
    return _multiply(_convert_or_raise(x), _convert_or_raise(y), self)

  def divide(self, x, y, /):
    """Quotient."""
    return _divide(_convert_or_raise(x), _convert_or_raise(y), self)

  def divide_int(self, x, y, /):
    """Integer part of the quotient."""
    return _divide_int(_convert_or_raise(x), _convert_or_raise(y), self)

  def divmod(self, x, y, /):
    """Integer quotient and remainder."""
    return _divmod(_convert_or_raise(x), _convert_or_raise(y), self)

  def remainder(self, x, y, /):
    """Remainder with the sign of x."""
    return _remainder(_convert_or_raise(x), _convert_or_raise(y), self)

  def power(self, a, b, modulo=None):
    """a ** b, or a ** b % modulo."""
    a, b = _convert_or_raise(a), _convert_or_raise(b)
    return _functions()._power(a, b, self) if modulo is None else _functions()._power_mod(a, b, _convert_or_raise(modulo), self)

  def to_sci_string(self, x, /):
    """Text in scientific notation."""
    return _convert_or_raise(x).__str__(False, self)

  def to_eng_string(self, x, /):
    """Text in engineering notation."""
    return _convert_or_raise(x).__str__(True, self)

  def copy_decimal(self, x, /):
    """The number unchanged."""
    return _convert_or_raise(x)

  def canonical(self, x, /):
    """The number unchanged."""
    if not isinstance(x, Decimal):
      raise TypeError("argument must be a Decimal")
    return x

  def is_canonical(self, x, /):
    return self.canonical(x).is_canonical()

  def radix(self):
    """10."""
    return _make(0, 10, 0)

  def fma(self, x, y, z, /):
    """x * y + z, rounded once."""
    return _convert_or_raise(x).fma(y, z, self)

  def quantize(self, x, y, /):
    """x with the exponent of y."""
    return _convert_or_raise(x).quantize(y, context=self)

  def to_integral_value(self, x, /):
    """The nearest integer, without signals."""
    return _convert_or_raise(x).to_integral_value(context=self)

  to_integral = to_integral_value

  def to_integral_exact(self, x, /):
    """The nearest integer; signals Inexact and Rounded."""
    return _convert_or_raise(x).to_integral_exact(context=self)


def _context_method(name, count, takes_context):
  """Context.name(x) or name(x, y) through the method of Decimal."""
  method = getattr(Decimal, name)
  if count == 1 and takes_context:
    def call(self, x, /):
      return method(_convert_or_raise(x), self)
  elif count == 1:
    def call(self, x, /):
      return method(_convert_or_raise(x))
  else:
    def call(self, x, y, /):
      return method(_convert_or_raise(x), _convert_or_raise(y), self)
  call.__name__ = name
  call.__qualname__ = "Context." + name
  call.__doc__ = method.__doc__
  return call


for _name in ("sqrt", "exp", "ln", "log10", "logb", "next_plus", "next_minus", "normalize", "number_class", "is_normal", "is_subnormal",
              "logical_invert"):
  setattr(Context, _name, _context_method(_name, 1, True))
for _name in ("copy_abs", "copy_negate", "is_finite", "is_infinite", "is_nan", "is_qnan", "is_snan", "is_signed", "is_zero"):
  setattr(Context, _name, _context_method(_name, 1, False))
for _name in ("compare", "compare_signal", "compare_total", "compare_total_mag", "copy_sign", "logical_and", "logical_or", "logical_xor",
              "max", "max_mag", "min", "min_mag", "next_toward", "remainder_near", "rotate", "same_quantum", "scaleb", "shift"):
  setattr(Context, _name, _context_method(_name, 2, True))
del _name

_show_module(Decimal, Context)

DefaultContext = _object_new(Context)
DefaultContext._prec, DefaultContext._rounding, DefaultContext._emin, DefaultContext._emax = 28, ROUND_HALF_EVEN, -999999, 999999
DefaultContext._capitals, DefaultContext._clamp, DefaultContext._flags = 1, 0, 0
DefaultContext._traps = _INVALID | _DIVISION_BY_ZERO | _OVERFLOW
BasicContext = Context(prec=9, rounding=ROUND_HALF_UP, traps=[DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow])
ExtendedContext = Context(prec=9, rounding=ROUND_HALF_EVEN, traps=[])

_current = _contextvars.ContextVar("decimal_context")


def getcontext():
  """The context of the running task (or thread)."""
  context = _current.get(None)
  if context is None:
    context = DefaultContext.copy()
    _current.set(context)
  return context


def setcontext(context, /):
  """Use this context; the module's own ones are copied."""
  if not isinstance(context, Context):
    raise TypeError("argument must be a context")
  if context in (DefaultContext, BasicContext, ExtendedContext):
    context = context.copy()
    context.clear_flags()
  _current.set(context)


class _ContextManager:
  """The context of a with statement."""

  def __init__(self, context):
    self._new = context.copy()

  def __enter__(self):
    self._saved = getcontext()
    setcontext(self._new)
    return self._new

  def __exit__(self, *exc_info):
    setcontext(self._saved)


def localcontext(ctx=None, *, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None):
  """A with statement's own copy of a context, with some settings changed."""
  if ctx is None:
    ctx = getcontext()
  if not isinstance(ctx, Context):
    raise TypeError("optional argument must be a context")
  manager = _ContextManager(ctx)
  for name, value in (("prec", prec), ("rounding", rounding), ("Emin", Emin), ("Emax", Emax), ("capitals", capitals),
                      ("clamp", clamp)):
    if value is not None:
      setattr(manager._new, name, value)
  for slot, signals in (("_flags", flags), ("_traps", traps)):
    if signals is not None:
      if not isinstance(signals, (_SignalDict, dict, list)):
        raise TypeError("argument must be a signal dict or a list of signals")
      setattr(manager._new, slot, _signal_bits(signals))
  return manager
