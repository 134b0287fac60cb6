"""Rational numbers.

>>> from fractions import Fraction
>>> Fraction(1, 3) + Fraction("0.25")
Fraction(7, 12)
"""

import math as _math
import numbers as _numbers
import operator as _operator
import sys as _sys

__all__ = ["Fraction"]

_MODULUS = _sys.hash_info.modulus
_INFINITY_HASH = _sys.hash_info.inf


def _parse(text):
  """(numerator, denominator) of a text, or None. Forms: 3, -3/4, 1.5e-3, with blanks around and underscores between digits."""
  text = text.strip()
  sign = 1
  if text[:1] in ("+", "-"):
    sign = -1 if text[0] == "-" else 1
    text = text[1:]

  def digits(part):
    if not part or part[0] == "_" or part[-1] == "_" or "__" in part:
      return None
    part = part.replace("_", "")
    return part if part.isdecimal() else None

  if "/" in text:
    top, _, bottom = text.partition("/")
    top, bottom = digits(top), digits(bottom)
    if top is None or bottom is None:
      return None
    return sign * int(top), int(bottom)
  mantissa, e, exponent = text.partition("e") if "e" in text else text.partition("E")
  whole, point, fraction = mantissa.partition(".")
  if not whole and not fraction:
    return None
  whole_digits = digits(whole) if whole else "0"
  fraction_digits = digits(fraction) if fraction else ""
  if whole_digits is None or fraction_digits is None:
    return None
  numerator = int(whole_digits + fraction_digits)
  denominator = 10 ** len(fraction_digits)
  if e:
    exponent_sign = 1
    if exponent[:1] in ("+", "-"):
      exponent_sign = -1 if exponent[0] == "-" else 1
      exponent = exponent[1:]
    exponent = digits(exponent)
    if exponent is None:
      return None
    if exponent_sign > 0:
      numerator *= 10 ** int(exponent)
    else:
      denominator *= 10 ** int(exponent)
  return sign * numerator, denominator


class Fraction(_numbers.Rational):
  """An exact ratio of two integers, in lowest terms."""

  __slots__ = ("_numerator", "_denominator")

  def __new__(cls, numerator=0, denominator=None, *, _normalize=True):
    self = super().__new__(cls)
    if denominator is None:
      if type(numerator) is int:
        self._numerator = numerator
        self._denominator = 1
        return self
      if isinstance(numerator, _numbers.Rational):
        self._numerator = numerator.numerator
        self._denominator = numerator.denominator
        return self
      if isinstance(numerator, float) or type(numerator).__name__ == "Decimal" and hasattr(numerator, "as_integer_ratio"):
        self._numerator, self._denominator = numerator.as_integer_ratio()
        return self
      if not isinstance(numerator, str):
        raise TypeError("argument should be a string or a Rational instance")
      parts = _parse(numerator)
      if parts is None:
        raise ValueError("Invalid literal for Fraction: %r" % numerator)
      numerator, denominator = parts
    elif type(numerator) is int is type(denominator):
      pass
    elif isinstance(numerator, _numbers.Rational) and isinstance(denominator, _numbers.Rational):
      numerator, denominator = numerator.numerator * denominator.denominator, denominator.numerator * numerator.denominator
    else:
      raise TypeError("both arguments should be Rational instances")
    if denominator == 0:
      raise ZeroDivisionError(f"Fraction({numerator}, 0)")
    if _normalize:
      common = _math.gcd(numerator, denominator)
      if denominator < 0:
        common = -common
      numerator //= common
      denominator //= common
    self._numerator = numerator
    self._denominator = denominator
    return self

  @classmethod
  def from_float(cls, f):
    """The exact value of a float (or an integer)."""
    if isinstance(f, _numbers.Integral):
      return cls(f)
    if not isinstance(f, float):
      raise TypeError(f"{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})")
    return cls(*f.as_integer_ratio())

  @classmethod
  def from_decimal(cls, dec):
    """The exact value of a Decimal (or an integer)."""
    from decimal import Decimal
    if isinstance(dec, _numbers.Integral):
      dec = Decimal(int(dec))
    elif not isinstance(dec, Decimal):
      raise TypeError(f"{cls.__name__}.from_decimal() only takes Decimals, not {dec!r} ({type(dec).__name__})")
    return cls(*dec.as_integer_ratio())

  def as_integer_ratio(self):
    """(numerator, denominator)."""
    return self._numerator, self._denominator

  def limit_denominator(self, max_denominator=1000000):
    """The closest fraction whose denominator is not larger."""
    if max_denominator < 1:
      raise ValueError("max_denominator should be at least 1")
    if self._denominator <= max_denominator:
      return Fraction(self)
    # Convergents of the continued fraction, then the best semiconvergent.
    p0, q0, p1, q1 = 0, 1, 1, 0
    n, d = self._numerator, self._denominator
    while True:
      a = n // d
      q2 = q0 + a * q1
      if q2 > max_denominator:
        break
      p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
      n, d = d, n - a * d
    k = (max_denominator - q0) // q1
    bound1 = Fraction(p0 + k * p1, q0 + k * q1)
    bound2 = Fraction(p1, q1)
    return bound2 if abs(bound2 - self) <= abs(bound1 - self) else bound1

  @property
  def numerator(a):
    return a._numerator

  @property
  def denominator(a):
    return a._denominator

  def __repr__(self):
    return "%s(%s, %s)" % (self.__class__.__name__, self._numerator, self._denominator)

  def __str__(self):
    if self._denominator == 1:
      return str(self._numerator)
    return "%s/%s" % (self._numerator, self._denominator)

  def __add__(a, b):
    return _forward(a, b, _add, _operator.add)

  def __radd__(b, a):
    return _reverse(a, b, _add, _operator.add)

  def __sub__(a, b):
    return _forward(a, b, _sub, _operator.sub)

  def __rsub__(b, a):
    return _reverse(a, b, _sub, _operator.sub)

  def __mul__(a, b):
    return _forward(a, b, _mul, _operator.mul)

  def __rmul__(b, a):
    return _reverse(a, b, _mul, _operator.mul)

  def __truediv__(a, b):
    return _forward(a, b, _div, _operator.truediv)

  def __rtruediv__(b, a):
    return _reverse(a, b, _div, _operator.truediv)

  def __floordiv__(a, b):
    return _forward(a, b, _floordiv, _operator.floordiv)

  def __rfloordiv__(b, a):
    return _reverse(a, b, _floordiv, _operator.floordiv)

  def __mod__(a, b):
    return _forward(a, b, _mod, _operator.mod)

  def __rmod__(b, a):
    return _reverse(a, b, _mod, _operator.mod)

  def __divmod__(a, b):
    return _forward(a, b, _divmod, divmod)

  def __rdivmod__(b, a):
    return _reverse(a, b, _divmod, divmod)

  def __pow__(a, b):
    if not isinstance(b, _numbers.Rational):
      return float(a) ** b
    if b.denominator != 1:
      return float(a) ** float(b)
    power = b.numerator
    if power >= 0:
      return _raw(a._numerator ** power, a._denominator ** power)
    if a._numerator >= 0:
      return Fraction(a._denominator ** -power, a._numerator ** -power, _normalize=False)
    return Fraction((-a._denominator) ** -power, (-a._numerator) ** -power, _normalize=False)

  def __rpow__(b, a):
    if b._denominator == 1 and b._numerator >= 0:
      return a ** b._numerator
    if isinstance(a, _numbers.Rational):
      return Fraction(a.numerator, a.denominator) ** b
    if b._denominator == 1:
      return a ** b._numerator
    return a ** float(b)

  def __pos__(a):
    return _raw(a._numerator, a._denominator)

  def __neg__(a):
    return _raw(-a._numerator, a._denominator)

  def __abs__(a):
    return _raw(abs(a._numerator), a._denominator)

  def __int__(a, _index=_operator.index):
    if a._numerator < 0:
      return _index(-(-a._numerator // a._denominator))
    return _index(a._numerator // a._denominator)

  def __trunc__(a):
    if a._numerator < 0:
      return -(-a._numerator // a._denominator)
    return a._numerator // a._denominator

  def __floor__(a):
    return a._numerator // a._denominator

  def __ceil__(a):
    return -(-a._numerator // a._denominator)

  def __round__(self, ndigits=None):
    if ndigits is None:
      d = self._denominator
      floor, remainder = divmod(self._numerator, d)
      if remainder * 2 < d:
        return floor
      if remainder * 2 > d:
        return floor + 1
      return floor if floor % 2 == 0 else floor + 1
    shift = 10 ** abs(ndigits)
    if ndigits > 0:
      return Fraction(round(self * shift), shift)
    return Fraction(round(self / shift) * shift)

  def __hash__(self):
    try:
      inverse = pow(self._denominator, -1, _MODULUS)
    except ValueError:
      hash_ = _INFINITY_HASH
    else:
      hash_ = hash(hash(abs(self._numerator)) * inverse)
    result = hash_ if self._numerator >= 0 else -hash_
    return -2 if result == -1 else result

  def __eq__(a, b):
    if type(b) is int:
      return a._numerator == b and a._denominator == 1
    if isinstance(b, _numbers.Rational):
      return a._numerator == b.numerator and a._denominator == b.denominator
    if isinstance(b, _numbers.Complex) and b.imag == 0:
      b = b.real
    if isinstance(b, float):
      if _math.isnan(b) or _math.isinf(b):
        return 0.0 == b
      return a == a.from_float(b)
    return NotImplemented

  def _richcmp(self, other, op):
    if isinstance(other, _numbers.Rational):
      return op(self._numerator * other.denominator, self._denominator * other.numerator)
    if isinstance(other, float):
      if _math.isnan(other) or _math.isinf(other):
        return op(0.0, other)
      return op(self, self.from_float(other))
    return NotImplemented

  def __lt__(a, b):
    return a._richcmp(b, _operator.lt)

  def __gt__(a, b):
    return a._richcmp(b, _operator.gt)

  def __le__(a, b):
    return a._richcmp(b, _operator.le)

  def __ge__(a, b):
    return a._richcmp(b, _operator.ge)

  def __bool__(a):
    return bool(a._numerator)

  def __reduce__(self):
    return self.__class__, (self._numerator, self._denominator)

  def __copy__(self):
    return self if type(self) is Fraction else self.__class__(self._numerator, self._denominator)

  def __deepcopy__(self, memo):
    return self if type(self) is Fraction else self.__class__(self._numerator, self._denominator)


def _raw(numerator, denominator):
  """A fraction that is in lowest terms already."""
  self = object.__new__(Fraction)
  self._numerator = numerator
  self._denominator = denominator
  return self


def _reduced(numerator, denominator):
  common = _math.gcd(numerator, denominator)
  if denominator < 0:
    common = -common
  return _raw(numerator // common, denominator // common)


def _forward(a, b, exact, fallback):
  if isinstance(b, (int, Fraction)):
    return exact(a, b)
  if isinstance(b, float):
    return fallback(float(a), b)
  if isinstance(b, complex):
    return fallback(complex(a), b)
  return NotImplemented


def _reverse(a, b, exact, fallback):
  if isinstance(a, _numbers.Rational):
    return exact(a, b)
  if isinstance(a, _numbers.Real):
    return fallback(float(a), float(b))
  if isinstance(a, _numbers.Complex):
    return fallback(complex(a), complex(b))
  return NotImplemented


def _add(a, b):
  return _reduced(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)


def _sub(a, b):
  return _reduced(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator)


def _mul(a, b):
  return _reduced(a.numerator * b.numerator, a.denominator * b.denominator)


def _div(a, b):
  if not b.numerator:
    raise ZeroDivisionError(f"Fraction({(a.numerator > 0) - (a.numerator < 0)}, 0)")
  return _reduced(a.numerator * b.denominator, a.denominator * b.numerator)


def _floordiv(a, b):
  return a.numerator * b.denominator // (a.denominator * b.numerator)


def _divmod(a, b):
  da, db = a.denominator, b.denominator
  div, rest = divmod(a.numerator * db, da * b.numerator)
  return div, Fraction(rest, da * db)


def _mod(a, b):
  da, db = a.denominator, b.denominator
  return Fraction(a.numerator * db % (b.numerator * da), da * db)
