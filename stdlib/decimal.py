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
from _types import _show_module
from collections import namedtuple as _namedtuple
from numbers import Number as _Number, Rational as _Rational

__all__ = ["Decimal", "Context", "DecimalTuple", "DefaultContext", "BasicContext", "ExtendedContext", "DecimalException", "Clamped",
           "InvalidOperation", "DivisionByZero", "Inexact", "Rounded", "Subnormal", "Overflow", "Underflow", "FloatOperation",
           "DivisionImpossible", "InvalidContext", "ConversionSyntax", "DivisionUndefined", "ROUND_DOWN", "ROUND_HALF_UP",
           "ROUND_HALF_EVEN", "ROUND_CEILING", "ROUND_FLOOR", "ROUND_UP", "ROUND_HALF_DOWN", "ROUND_05UP", "setcontext", "getcontext",
           "localcontext", "MAX_PREC", "MAX_EMAX", "MIN_EMIN", "MIN_ETINY", "HAVE_THREADS", "HAVE_CONTEXTVAR"]

__version__ = "1.70"

ROUND_UP = "ROUND_UP"
ROUND_DOWN = "ROUND_DOWN"
ROUND_CEILING = "ROUND_CEILING"
ROUND_FLOOR = "ROUND_FLOOR"
ROUND_HALF_UP = "ROUND_HALF_UP"
ROUND_HALF_DOWN = "ROUND_HALF_DOWN"
ROUND_HALF_EVEN = "ROUND_HALF_EVEN"
ROUND_05UP = "ROUND_05UP"
_ROUNDINGS = (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP)

MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -MAX_EMAX
MIN_ETINY = MIN_EMIN - (MAX_PREC - 1)
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
_INVALID, _FLOAT, _DIVISION_BY_ZERO, _OVERFLOW, _UNDERFLOW, _SUBNORMAL, _INEXACT, _ROUNDED, _CLAMPED = (1 << i for i in range(9))
_CONVERSION, _IMPOSSIBLE, _UNDEFINED, _CONTEXT = (1 << i for i in range(9, 13))
_ALL_SIGNALS = (1 << 9) - 1
_BIT_OF = {signal: 1 << i for i, signal in enumerate(_SIGNALS)}


# -- integers

_SMALL_POWERS = [10 ** i for i in range(64)]


def _power10(n):
  return _SMALL_POWERS[n] if n < 64 else 10 ** n


def _digits(n):
  """The number of decimal digits of n >= 0; 1 for 0."""
  if n < 1000000000000000000:
    return len(str(n))
  estimate = (n.bit_length() - 1) * 30103 // 100000
  # The estimate is at most the number of digits of 2**(bits - 1).
  while n >= _power10(estimate):
    estimate += 1
  return estimate


def _text(n):
  """str(n) for n >= 0 of any size."""
  if n.bit_length() < 13000:
    return str(n)
  half = _digits(n) // 2
  high, low = divmod(n, _power10(half))
  return _text(high) + _text(low).rjust(half, "0")


def _number(text):
  """int(text) for ASCII digits of any number."""
  if len(text) < 4000:
    return int(text)
  half = len(text) // 2
  return _number(text[:half]) * _power10(len(text) - half) + _number(text[half:])


def _round_away(sign, quotient, remainder, divisor, rounding):
  """Whether quotient + remainder / divisor (0 < remainder < divisor) is rounded up in magnitude."""
  if rounding == ROUND_HALF_EVEN:
    twice = 2 * remainder
    return twice > divisor or twice == divisor and quotient & 1
  if rounding == ROUND_HALF_UP:
    return 2 * remainder >= divisor
  if rounding == ROUND_DOWN:
    return False
  if rounding == ROUND_CEILING:
    return not sign
  if rounding == ROUND_FLOOR:
    return sign
  if rounding == ROUND_UP:
    return True
  if rounding == ROUND_HALF_DOWN:
    return 2 * remainder > divisor
  return quotient % 5 == 0  # ROUND_05UP


# -- numbers

_object_new = object.__new__


def _make(sign, coefficient, exponent):
  """A finite number."""
  self = _object_new(Decimal)
  self._sign = sign
  self._int = coefficient
  self._exp = exponent
  self._special = ""
  return self


def _make_special(sign, kind, payload=0):
  """kind: F infinity, n quiet NaN, N signaling NaN."""
  self = _object_new(Decimal)
  self._sign = sign
  self._int = payload
  self._exp = 0
  self._special = kind
  return self


def _trim_payload(nan, context):
  """A quiet NaN with a payload that fits the context."""
  most = context._prec - context._clamp
  payload = nan._int
  if payload and _digits(payload) > most:
    payload %= _power10(most)
  return _make_special(nan._sign, "n", payload)


def _nan_result(context, *numbers):
  """The NaN that an operation on numbers with a NaN gives, or None without one."""
  for number in numbers:
    if number._special == "N":
      context._signal(_INVALID)
      return _trim_payload(number, context)
  for number in numbers:
    if number._special == "n":
      return _trim_payload(number, context)
  return None


def _invalid(context, condition=_INVALID):
  context._signal(condition)
  return _make_special(0, "n")


def _overflow(sign, context):
  context._signal(_OVERFLOW | _INEXACT | _ROUNDED)
  rounding = context._rounding
  if (rounding in (ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_UP) or rounding == ROUND_CEILING and not sign
      or rounding == ROUND_FLOOR and sign):
    return _make_special(sign, "F")
  return _make(sign, _power10(context._prec) - 1, context.Etop())


def _finish(sign, coefficient, exponent, context):
  """The number rounded to the context."""
  prec = context._prec
  emin, emax = context._emin, context._emax
  etiny = emin - prec + 1
  etop = emax - prec + 1
  if not coefficient:
    top = etop if context._clamp else emax
    clamped = min(max(exponent, etiny), top)
    if clamped != exponent:
      context._signal(_CLAMPED)
    return _make(sign, 0, clamped)
  size = _digits(coefficient)
  least = size + exponent - prec  # the exponent that leaves `prec` digits
  if least > etop:
    return _overflow(sign, context)
  subnormal = size + exponent - 1 < emin
  if least < etiny:
    least = etiny
  if exponent < least:
    drop = least - exponent
    if drop > size + 1:
      quotient, remainder, divisor = 0, 1, 10
    else:
      divisor = _power10(drop)
      quotient, remainder = divmod(coefficient, divisor)
    status = _ROUNDED
    if remainder:
      status |= _INEXACT
      if _round_away(sign, quotient, remainder, divisor, context._rounding):
        quotient += 1
        if quotient == _power10(prec):
          quotient //= 10
          least += 1
          if least > etop:
            return _overflow(sign, context)
    if subnormal:
      status |= _SUBNORMAL
      if status & _INEXACT:
        status |= _UNDERFLOW
    if not quotient:
      status |= _CLAMPED
    context._signal(status)
    return _make(sign, quotient, least)
  if subnormal:
    context._signal(_SUBNORMAL)
  if context._clamp and exponent > etop:
    context._signal(_CLAMPED)
    return _make(sign, coefficient * _power10(exponent - etop), etop)
  return _make(sign, coefficient, exponent)


def _fix(number, context):
  """An existing number rounded to the context."""
  if number._special:
    return _trim_payload(number, context) if number._special == "n" else number
  return _finish(number._sign, number._int, number._exp, context)


def _parse(text):
  """(sign, coefficient, exponent, special) of a text, or None."""
  text = text.strip()
  if not text.isascii():
    plain = []
    for c in text:
      if c.isdecimal():
        c = str(int(c))
      plain.append(c)
    text = "".join(plain)
  text = text.replace("_", "")
  sign = 0
  if text[:1] in ("+", "-"):
    sign = int(text[0] == "-")
    text = text[1:]
  mantissa, e, exponent = text.partition("e") if "e" in text else text.partition("E")
  if mantissa[:1].isdigit() or mantissa[:1] == ".":
    whole, _, fraction = mantissa.partition(".")
    digits = whole + fraction
    if not (digits.isascii() and digits.isdigit()):
      return None
    if e:
      number = exponent[1:] if exponent[:1] in ("+", "-") else exponent
      if not (number.isascii() and number.isdigit()):
        return None
      value = _number(number)
      if exponent[0] == "-":
        value = -value
    else:
      value = 0
    return sign, _number(digits), value - len(fraction), ""
  lower = text.lower()
  if lower in ("inf", "infinity"):
    return sign, 0, 0, "F"
  kind = "N" if lower.startswith("snan") else "n" if lower.startswith("nan") else ""
  if not kind:
    return None
  payload = lower[4 if kind == "N" else 3:]
  if payload and not (payload.isascii() and payload.isdigit()):
    return None
  return sign, _number(payload) if payload else 0, 0, kind


def _from_tuple(value):
  if len(value) != 3:
    raise ValueError("argument must be a sequence of length 3")
  sign, digits, exponent = value
  if not isinstance(sign, int) or sign not in (0, 1):
    raise ValueError("sign must be an integer with the value 0 or 1")
  if exponent == "F":
    return sign, 0, 0, "F"
  coefficient = 0
  if not isinstance(digits, (tuple, list)):
    raise ValueError("coefficient must be a tuple of digits")
  for digit in digits:
    if not isinstance(digit, int) or not 0 <= digit <= 9:
      raise ValueError("coefficient must be a tuple of digits")
  coefficient = _number("".join(map(str, digits))) if digits else 0
  if exponent in ("n", "N"):
    return sign, coefficient, 0, exponent
  if not isinstance(exponent, int):
    raise ValueError("string argument in the third position must be 'F', 'n' or 'N'" if isinstance(exponent, str)
                     else "exponent must be an integer")
  return sign, coefficient, exponent, ""


def _exact_float(value):
  if _math.isnan(value):
    return (1 if _math.copysign(1.0, value) < 0 else 0), 0, 0, "n"
  if _math.isinf(value):
    return int(value < 0), 0, 0, "F"
  sign = int(_math.copysign(1.0, value) < 0)
  numerator, denominator = abs(value).as_integer_ratio()
  k = denominator.bit_length() - 1
  return sign, numerator * 5 ** k, -k, ""


def _convert(value):
  """Operand of an operation: a Decimal, or None when the value is of another kind."""
  if isinstance(value, Decimal):
    return value
  if isinstance(value, int):
    return _make(int(value < 0), abs(int(value)), 0)
  return None


def _convert_or_raise(value):
  number = _convert(value)
  if number is None:
    raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")
  return number


def _compare(a, b):
  """-1, 0, 1 for numbers that are no NaNs."""
  if a._special or b._special:
    left = 0 if not a._special else -1 if a._sign else 1
    right = 0 if not b._special else -1 if b._sign else 1
    return (left > right) - (left < right)
  if not a._int or not b._int:
    left = 0 if not a._int else -1 if a._sign else 1
    right = 0 if not b._int else -1 if b._sign else 1
    return (left > right) - (left < right)
  if a._sign != b._sign:
    return -1 if a._sign else 1
  swap = -1 if a._sign else 1
  left, right = _digits(a._int) + a._exp, _digits(b._int) + b._exp
  if left != right:
    return swap if left > right else -swap
  left, right = a._int, b._int
  if a._exp > b._exp:
    left *= _power10(a._exp - b._exp)
  else:
    right *= _power10(b._exp - a._exp)
  return swap * ((left > right) - (left < right))


_TOTAL_RANKS = {"": 0, "F": 1, "N": 2, "n": 3}


def _compare_total(a, b):
  """Orders all representations: NaNs by payload, equal numbers by exponent."""
  if a._sign != b._sign:
    return -1 if a._sign else 1
  swap = -1 if a._sign else 1
  left, right = _TOTAL_RANKS[a._special], _TOTAL_RANKS[b._special]
  if left != right:
    return swap if left > right else -swap
  if left >= 2:
    return swap * ((a._int > b._int) - (a._int < b._int))
  order = _compare(a, b)
  if order or left:
    return order
  return swap * ((a._exp > b._exp) - (a._exp < b._exp))


# -- arithmetic of converted operands

def _add(a, b, context):
  if a._special or b._special:
    nan = _nan_result(context, a, b)
    if nan is not None:
      return nan
    if a._special:
      if b._special and a._sign != b._sign:
        return _invalid(context)
      return a
    return b
  exponent = min(a._exp, b._exp)
  if not a._int or not b._int:
    if not a._int and not b._int:
      sign = a._sign if a._sign == b._sign else int(context._rounding == ROUND_FLOOR)
      return _finish(sign, 0, exponent, context)
    number = a if a._int else b
    # Zeros are added as far as the precision shows them.
    shift = min(number._exp - exponent, max(0, context._prec + 1))
    return _finish(number._sign, number._int * _power10(shift), number._exp - shift, context)
  high, low = (a, b) if a._exp >= b._exp else (b, a)
  shift = high._exp - low._exp
  left, right = high._int, low._int
  if shift > context._prec + 2:
    # The lower operand may be too small to show: a single digit stands for it.
    gap = _digits(left) + high._exp - 1 - (_digits(right) + low._exp - 1)
    if gap > context._prec + 2:
      keep = context._prec + 3
      left *= _power10(keep)
      exponent = high._exp - keep
      if exponent > low._exp + _digits(right) - 1:
        value = left + (1 if high._sign == low._sign else -1)
        return _finish(high._sign, value, exponent, context)
      left //= _power10(keep)
  exponent = low._exp
  left *= _power10(shift)
  if high._sign == low._sign:
    return _finish(high._sign, left + right, exponent, context)
  value = left - right
  if not value:
    return _finish(int(context._rounding == ROUND_FLOOR), 0, exponent, context)
  return _finish(high._sign if value > 0 else low._sign, abs(value), exponent, context)


def _negated(a):
  return _make_special(1 - a._sign, a._special, a._int) if a._special else _make(1 - a._sign, a._int, a._exp)


def _subtract(a, b, context):
  if a._special or b._special:
    nan = _nan_result(context, a, b)
    if nan is not None:
      return nan
  return _add(a, _negated(b), context)


def _multiply(a, b, context):
  sign = a._sign ^ b._sign
  if a._special or b._special:
    nan = _nan_result(context, a, b)
    if nan is not None:
      return nan
    other = b if a._special else a
    if not other._special and not other._int:
      return _invalid(context)
    return _make_special(sign, "F")
  return _finish(sign, a._int * b._int, a._exp + b._exp, context)


def _divide(a, b, context):
  sign = a._sign ^ b._sign
  if a._special or b._special:
    nan = _nan_result(context, a, b)
    if nan is not None:
      return nan
    if a._special:
      return _invalid(context) if b._special else _make_special(sign, "F")
    context._signal(_CLAMPED)
    return _make(sign, 0, context.Etiny())
  if not b._int:
    if not a._int:
      return _invalid(context, _UNDEFINED)
    context._signal(_DIVISION_BY_ZERO)
    return _make_special(sign, "F")
  ideal = a._exp - b._exp
  if not a._int:
    return _finish(sign, 0, ideal, context)
  shift = _digits(b._int) - _digits(a._int) + context._prec + 1
  exponent = ideal - shift
  if shift >= 0:
    quotient, remainder = divmod(a._int * _power10(shift), b._int)
  else:
    quotient, remainder = divmod(a._int, b._int * _power10(-shift))
  if remainder:
    return _finish(sign, quotient * 10 + 1, exponent - 1, context)
  while exponent < ideal and quotient % 10 == 0:
    quotient //= 10
    exponent += 1
  return _finish(sign, quotient, exponent, context)


def _padded(a, exponent, context):
  """A dividend that is its own remainder, with zeros down to the exponent as far as they can matter."""
  shift = a._exp - exponent
  if not a._int:
    return _finish(a._sign, 0, exponent, context)
  if 0 < shift <= 2 * context._prec + 10:
    return _finish(a._sign, a._int * _power10(shift), exponent, context)
  return _fix(a, context)


def _integer_division(a, b, context):
  """(quotient, remainder, exponent of the remainder) of finite numbers, b not zero; remainder None: the dividend itself. None when the
  quotient has too many digits."""
  ideal = min(a._exp, b._exp)
  gap = _digits(a._int) + a._exp - (_digits(b._int) + b._exp)
  if not a._int or gap <= -2:
    return 0, None, ideal
  if gap <= context._prec:
    quotient, remainder = divmod(a._int * _power10(a._exp - ideal), b._int * _power10(b._exp - ideal))
    if quotient < _power10(context._prec):
      return quotient, remainder, ideal
  return None


def _remainder_of(a, parts, context):
  _, remainder, exponent = parts
  return _padded(a, exponent, context) if remainder is None else _finish(a._sign, remainder, exponent, context)


def _divide_int(a, b, context):
  nan = _nan_result(context, a, b)
  if nan is not None:
    return nan
  sign = a._sign ^ b._sign
  if a._special:
    return _invalid(context) if b._special else _make_special(sign, "F")
  if b._special:
    return _make(sign, 0, 0)
  if not b._int:
    if not a._int:
      return _invalid(context, _UNDEFINED)
    context._signal(_DIVISION_BY_ZERO)
    return _make_special(sign, "F")
  parts = _integer_division(a, b, context)
  return _invalid(context, _IMPOSSIBLE) if parts is None else _make(sign, parts[0], 0)


def _remainder(a, b, context):
  nan = _nan_result(context, a, b)
  if nan is not None:
    return nan
  if a._special:
    return _invalid(context)
  if b._special:
    return _fix(a, context)
  if not b._int:
    return _invalid(context, _INVALID if a._int else _UNDEFINED)
  parts = _integer_division(a, b, context)
  return _invalid(context, _IMPOSSIBLE) if parts is None else _remainder_of(a, parts, context)


def _divmod(a, b, context):
  nan = _nan_result(context, a, b)
  if nan is not None:
    return nan, nan
  sign = a._sign ^ b._sign
  if a._special:
    if b._special:
      nan = _invalid(context)
      return nan, nan
    return _make_special(sign, "F"), _invalid(context)
  if b._special:
    return _make(sign, 0, 0), _fix(a, context)
  if not b._int:
    if not a._int:
      nan = _invalid(context, _UNDEFINED)
      return nan, nan
    context._signal(_DIVISION_BY_ZERO | _INVALID)
    return _make_special(sign, "F"), _make_special(0, "n")
  parts = _integer_division(a, b, context)
  if parts is None:
    nan = _invalid(context, _IMPOSSIBLE)
    return nan, nan
  return _make(sign, parts[0], 0), _remainder_of(a, parts, context)


def _remainder_near(a, b, context):
  nan = _nan_result(context, a, b)
  if nan is not None:
    return nan
  if a._special:
    return _invalid(context)
  if not b._special and not b._int:
    return _invalid(context, _INVALID if a._int else _UNDEFINED)
  if b._special:
    return _fix(a, context)
  ideal = min(a._exp, b._exp)
  if not a._int:
    return _finish(a._sign, 0, ideal, context)
  gap = _digits(a._int) + a._exp - (_digits(b._int) + b._exp)
  if gap >= context._prec + 1:
    return _invalid(context, _IMPOSSIBLE)
  if gap <= -2:
    return _padded(a, ideal, context)
  left = a._int * _power10(a._exp - ideal)
  right = b._int * _power10(b._exp - ideal)
  quotient, remainder = divmod(left, right)
  sign = a._sign
  if 2 * remainder + (quotient & 1) > right:
    remainder -= right
    quotient += 1
  if quotient >= _power10(context._prec):
    return _invalid(context, _IMPOSSIBLE)
  if remainder < 0:
    sign, remainder = 1 - sign, -remainder
  return _finish(sign, remainder, ideal, context)


def _rescale(a, exponent, rounding):
  """(coefficient, lost) of a finite number at another exponent; lost: digits not zero went away."""
  if not a._int:
    return 0, False
  if a._exp >= exponent:
    return a._int * _power10(a._exp - exponent), False
  drop = exponent - a._exp
  if drop > _digits(a._int) + 1:
    quotient, remainder, divisor = 0, 1, 10
  else:
    divisor = _power10(drop)
    quotient, remainder = divmod(a._int, divisor)
  if remainder and _round_away(a._sign, quotient, remainder, divisor, rounding):
    quotient += 1
  return quotient, bool(remainder)


def _quantize(a, b, rounding, context):
  if a._special or b._special:
    nan = _nan_result(context, a, b)
    if nan is not None:
      return nan
    return a if a._special and b._special else _invalid(context)
  exponent = b._exp
  if not context.Etiny() <= exponent <= context._emax:
    return _invalid(context)
  if a._int and _digits(a._int) + a._exp - exponent > context._prec + 1:
    return _invalid(context)
  coefficient, lost = _rescale(a, exponent, rounding)
  if coefficient and (_digits(coefficient) > context._prec or _digits(coefficient) + exponent - 1 > context._emax):
    return _invalid(context)
  result = _finish(a._sign, coefficient, exponent, context)
  if a._int and exponent > a._exp:
    context._signal(_ROUNDED | (_INEXACT if lost else 0))
  return result


def _to_integral(a, rounding, context, exact):
  if a._special:
    nan = _nan_result(context, a)
    return a if nan is None else nan
  if a._exp >= 0:
    return a
  if not a._int:
    return _make(a._sign, 0, 0)
  coefficient, lost = _rescale(a, 0, rounding)
  if exact:
    context._signal(_ROUNDED | (_INEXACT if lost else 0))
  return _make(a._sign, coefficient, 0)


def _reduce(a, context):
  if a._special:
    nan = _nan_result(context, a)
    return a if nan is None else nan
  a = _finish(a._sign, a._int, a._exp, context)
  if a._special:
    return a
  if not a._int:
    return _make(a._sign, 0, 0)
  top = context.Etop() if context._clamp else context._emax
  coefficient, exponent = a._int, a._exp
  while coefficient % 10 == 0 and exponent < top:
    coefficient //= 10
    exponent += 1
  return _make(a._sign, coefficient, exponent)


def _pick(a, b, context, largest, magnitudes):
  """max(), min() and their kin: a quiet NaN loses against a number."""
  if a._special or b._special:
    if a._special == "n" and b._special not in ("n", "N"):
      return _fix(b, context)
    if b._special == "n" and a._special not in ("n", "N"):
      return _fix(a, context)
    nan = _nan_result(context, a, b)
    if nan is not None:
      return nan
  order = _compare(a.copy_abs(), b.copy_abs()) if magnitudes else _compare(a, b)
  if order == 0:
    order = _compare_total(a, b)
  return _fix(b if (order < 0) == largest else a, context)


def _next(a, context, up):
  """The nearest number above (below) that the context can hold."""
  if a._special:
    nan = _nan_result(context, a)
    if nan is not None:
      return nan
    if a._sign != int(up):
      return a
    return _make(a._sign, _power10(context._prec) - 1, context.Etop())
  work = context.copy()
  work._rounding = ROUND_CEILING if up else ROUND_FLOOR
  work._traps = 0
  moved = _fix(a, work)
  if moved._special or _compare(moved, a):
    return moved
  return _add(a, _make(int(not up), 1, context.Etiny() - 1), work)


def _logical(a, context):
  """The digits of a logical operand as a text, or None."""
  if a._special or a._sign or a._exp:
    return None
  digits = _text(a._int)
  if digits.strip("01"):
    return None
  return digits[-context._prec:].rjust(context._prec, "0")


def _logical_result(digits):
  return _make(0, _number(digits), 0)


def _small_integer(b, limit):
  """The value of an integer operand within +-limit, or None."""
  if b._special or b._exp != 0:
    return None
  value = -b._int if b._sign else b._int
  return value if -limit <= value <= limit else None


# -- roots, exponentials, logarithms: integers scaled by powers of two, with more digits until the rounding is certain

def _sqrt(a, context):
  if a._special:
    nan = _nan_result(context, a)
    if nan is not None:
      return nan
    return _invalid(context) if a._sign else a
  ideal = a._exp >> 1
  if not a._int:
    return _finish(a._sign, 0, ideal, context)
  if a._sign:
    return _invalid(context)
  coefficient, exponent = a._int, a._exp
  if exponent & 1:
    coefficient *= 10
    exponent -= 1
  shift = max(0, context._prec + 1 - (_digits(coefficient) + 1) // 2)
  scaled = coefficient * _power10(2 * shift)
  root = _math.isqrt(scaled)
  work = context._with_rounding(ROUND_HALF_EVEN)
  if root * root == scaled:
    exponent = exponent // 2 - shift
    while exponent < ideal and root % 10 == 0:
      root //= 10
      exponent += 1
    return context._take_status(work, _finish(0, root, exponent, work))
  return context._take_status(work, _finish(0, root * 10 + 1, exponent // 2 - shift - 1, work))


def _ln_ratio(numerator, denominator, bits):
  """ln(numerator / denominator) * 2**bits, within a few units."""
  guard = 20 + bits.bit_length()
  bits += guard
  halvings = numerator.bit_length() - denominator.bit_length()
  x = (numerator << bits) // (denominator << halvings) if halvings >= 0 else (numerator << bits - halvings) // denominator
  roots = max(4, int(bits ** 0.5) // 4)
  for _ in range(roots):
    x = _math.isqrt(x << bits)
  one = 1 << bits
  y = (abs(x - one) << bits) // (x + one)
  square = y * y >> bits
  total = term = y
  n = 1
  while term:
    term = term * square >> bits
    n += 2
    total += term // n
  result = (-total if x < one else total) << (roots + 1)
  if halvings:
    result += halvings * _ln2(bits)
  return result >> guard


def _ln2(bits):
  """ln(2) * 2**bits as 18 artanh(1/26) - 2 artanh(1/4801) + 8 artanh(1/8749)."""
  guard = 16
  one = 1 << bits + guard
  total = 0
  for factor, x in ((18, 26), (-2, 4801), (8, 8749)):
    power = one // x
    square = x * x
    n = 1
    while power:
      total += factor * (power // n)
      power //= square
      n += 2
  return total >> guard


def _ln10(bits):
  return _ln_ratio(10, 1, bits)


def _ln_fixed(a, bits):
  """ln of a positive number * 2**bits."""
  if a._exp >= 0:
    if a._exp < 400:
      return _ln_ratio(a._int * _power10(a._exp), 1, bits)
  elif a._exp > -400:
    return _ln_ratio(a._int, _power10(-a._exp), bits)
  extra = abs(a._exp).bit_length() + 4
  return (_ln_ratio(a._int, 1, bits + extra) + a._exp * _ln10(bits + extra)) >> extra


def _exp_fixed(x, bits):
  """exp(x / 2**bits) as (value * 2**bits, power of ten) with value in [1, 10)."""
  guard = 24 + 2 * bits.bit_length() + max(0, abs(x).bit_length() - bits)
  work = bits + guard
  x <<= guard
  ln10 = _ln10(work + 8) >> 8
  tens = x // ln10
  if tens:
    # ln(10) needs as many further bits as `tens` has.
    extra = abs(tens).bit_length()
    ln10 = _ln10(work + extra + 8)
    x = ((x << extra + 8) - tens * ln10) >> extra + 8
  squarings = max(4, int(work ** 0.5) // 2)
  work += squarings
  x <<= squarings
  x >>= squarings
  total = term = 1 << work
  n = 1
  while term:
    term = (term * x >> work) // n
    total += term
    n += 1
  for _ in range(squarings):
    total = total * total >> work
  return total >> (work - bits), tens


def _decimal_digits(value, bits, digits):
  """(coefficient, exponent) with `digits` digits or a few more of value / 2**bits."""
  magnitude = (value.bit_length() - bits) * 30103 // 100000
  shift = digits - magnitude
  if shift >= 0:
    return value * _power10(shift) >> bits, -shift
  return value // _power10(-shift) >> bits, -shift


def _certain(coefficient, digits, error):
  """Whether a coefficient known within `error` units is rounded to `digits` digits the same way everywhere in that interval."""
  drop = _digits(coefficient) - digits
  if drop <= 0:
    return False
  half = 5 * _power10(drop - 1)
  rest = coefficient % _power10(drop)
  return abs(rest - half) > error and error < rest < _power10(drop) - error


def _rounded(context, sign, compute, rounding=ROUND_HALF_EVEN):
  """Rounds a result that is not exact. compute(digits): (coefficient, exponent) within 10 units of the last of `digits` digits."""
  work = context._with_rounding(rounding)
  digits = context._prec + 6
  while True:
    coefficient, exponent = compute(digits)
    if _certain(coefficient, context._prec, 10):
      break
    digits += 8
  return context._take_status(work, _finish(sign, coefficient * 10 + 1, exponent - 1, work))


def _exp(a, context):
  if a._special:
    nan = _nan_result(context, a)
    if nan is not None:
      return nan
    return _make(0, 0, 0) if a._sign else a
  if not a._int:
    return _make(0, 1, 0)
  adjusted = _digits(a._int) + a._exp - 1
  work = context._with_rounding(ROUND_HALF_EVEN)
  if adjusted > len(str(max(context._emax + 1, 1 - context.Etiny()))) + 1:
    return context._take_status(work, _finish(0, 1, context.Etiny() - 2 if a._sign else context._emax + 2, work))
  if adjusted < -context._prec - 2:
    tiny = context._prec + 4
    one = _power10(tiny)
    return context._take_status(work, _finish(0, one - 1 if a._sign else one + 1, -tiny, work))

  def compute(digits):
    bits = int((digits + 4) * 3.33) + 10
    value = (a._int << bits) * _power10(a._exp) if a._exp >= 0 else (a._int << bits) // _power10(-a._exp)
    result, tens = _exp_fixed(-value if a._sign else value, bits)
    coefficient, exponent = _decimal_digits(result, bits, digits)
    return coefficient, exponent + tens

  return _rounded(context, 0, compute)


def _logarithm(a, context, ten):
  if a._special or not a._int or a._sign:
    if a._special:
      nan = _nan_result(context, a)
      if nan is not None:
        return nan
    if not a._special and not a._int:
      return _make_special(1, "F")
    return _invalid(context) if a._sign else _make_special(0, "F")
  if _compare(a, _ONE) == 0:
    return _make(0, 0, 0)
  work = context._with_rounding(ROUND_HALF_EVEN)
  if ten:
    digits = _text(a._int)
    if digits[0] == "1" and not digits[1:].strip("0"):
      value = a._exp + len(digits) - 1
      return context._take_status(work, _finish(int(value < 0), abs(value), 0, work))
  negative = _compare(a, _ONE) < 0
  more = 0

  def compute(digits):
    nonlocal more
    while True:
      bits = int((digits + 4) * 3.33) + 10 + more
      value = abs(_ln_fixed(a, bits))
      missing = bits - more - value.bit_length()
      if value and missing <= 4 or more > 40 + missing:
        break
      more += max(missing, 8) if value else bits
    if ten:
      value = (value << bits) // _ln10(bits)
    return _decimal_digits(value, bits, digits)

  return _rounded(context, int(negative), compute)


def _integer_value(a):
  """The value of a finite number that is an integer, else None."""
  if a._exp >= 0:
    value = a._int * _power10(a._exp) if a._exp < 100 else None
  else:
    if -a._exp > _digits(a._int):
      return 0 if not a._int else None
    value, rest = divmod(a._int, _power10(-a._exp))
    if rest:
      return None
  return None if value is None else -value if a._sign else value


def _is_integral(a):
  if a._exp >= 0 or not a._int:
    return True
  return -a._exp <= _digits(a._int) and a._int % _power10(-a._exp) == 0


def _is_odd(a):
  if a._exp > 0 or not a._int:
    return False
  return bool(a._int // _power10(-a._exp) & 1)


def _exact_power(base, exponent, context):
  """base ** exponent when it has at most prec + 1 digits, for exponents that are not integers; else None."""
  # exponent = n / d in lowest terms, d a product of 2s and 5s: exact when the d-th root of the base is exact.
  numerator, denominator = exponent.as_integer_ratio()
  if denominator == 1 or denominator > 4 * context._prec + 60:
    return None
  coefficient, power = base._int, base._exp
  while coefficient % 10 == 0:
    coefficient //= 10
    power += 1
  while power % denominator:
    coefficient *= 10
    power -= 1
  root = _integer_root(coefficient, denominator)
  if root ** denominator != coefficient:
    return None
  if abs(numerator) * root.bit_length() > 8 * context._prec + 200:
    return None
  if numerator < 0:
    whole = root ** -numerator
    shift = _digits(whole) + context._prec + 2
    quotient, rest = divmod(_power10(shift), whole)
    if rest:
      return None
    return quotient, numerator * (power // denominator) - shift
  return root ** numerator, numerator * (power // denominator)


def _integer_root(n, k):
  if n < 2:
    return n
  x = 1 << -(-n.bit_length() // k)
  while True:
    y = ((k - 1) * x + n // x ** (k - 1)) // k
    if y >= x:
      return x
    x = y


def _integer_power(a, exponent, sign, exponent_digits, context):
  """By repeated squaring, with some digits more than the precision."""
  work = context._with_rounding(ROUND_HALF_EVEN)
  work._clamp = 0
  work._prec += exponent_digits + 2
  if exponent < 0:
    work._prec += 1
    a = _divide(_ONE, a, work)
    exponent = -exponent
  result = a
  for bit in bin(exponent)[3:]:
    result = _multiply(result, result, work)
    if bit == "1":
      result = _multiply(result, a, work)
    if result._special or not result._int:
      break
  outer = context._with_rounding(context._rounding)
  result = _overflow(sign, outer) if result._special else _finish(sign, result._int, result._exp, outer)
  outer._flags |= work._flags
  return context._take_status(outer, result)


def _power(a, b, context):
  if a._special or b._special:
    nan = _nan_result(context, a, b)
    if nan is not None:
      return nan
  if not b._special and not b._int:
    return _invalid(context) if not a._special and not a._int else _ONE
  integral = not b._special and _is_integral(b)
  sign = 0
  if a._sign:
    if integral:
      sign = int(_is_odd(b))
    elif a._special or a._int:
      return _invalid(context)
    a = a.copy_abs()
  if not a._special and not a._int:
    return _make_special(sign, "F") if b._sign else _make(sign, 0, 0)
  if a._special:
    return _make(sign, 0, 0) if b._sign else _make_special(sign, "F")
  order = _compare(a, _ONE)
  if order == 0:
    if b._special:
      context._signal(_INEXACT | _ROUNDED)
      return _make(sign, _power10(context._prec - 1), 1 - context._prec)
    if integral:
      value = _integer_value(b)
      if not b._sign and value is not None and -a._exp * value < context._prec:
        exponent = a._exp * value
        return _make(sign, _power10(-exponent), exponent)
      if a._exp == 0:
        return _make(sign, 1, 0)
      context._signal(_ROUNDED)
      return _make(sign, _power10(context._prec - 1), 1 - context._prec)
    context._signal(_INEXACT | _ROUNDED)
    return _make(sign, _power10(context._prec - 1), 1 - context._prec)
  if b._special:
    return _make_special(sign, "F") if (order > 0) != bool(b._sign) else _make(sign, 0, 0)
  adjusted = _digits(a._int) + a._exp - 1
  # Results far out of range.
  bound = _digits(b._int) + b._exp - 1 + len(str(abs(adjusted if adjusted >= 0 else adjusted + 1))) - 1
  if adjusted not in (-1, 0) and bound > len(str(max(context._emax, -context.Etiny()))) + 1:
    return _finish(sign, 1, context._emax + 2, context) if (order > 0) != bool(b._sign) else _finish(sign, 1, context.Etiny() - 2, context)
  value = _integer_value(b) if integral else None
  if value is not None:
    return _integer_power(a, value, sign, _digits(b._int) + b._exp, context)
  if not integral:
    exact = _exact_power(a, b, context)
    if exact is not None:
      coefficient, exponent = exact
      # Filled with zeros: the result counts as rounded, not as exact.
      missing = context._prec - _digits(coefficient)
      if missing > 0:
        coefficient *= _power10(missing)
        exponent -= missing
      result = _finish(sign, coefficient, exponent, context)
      context._signal(_INEXACT | _ROUNDED)
      return result

  def compute(digits):
    size = max(0, _digits(b._int) + b._exp) * 4 + max(0, len(str(abs(a._exp))) * 4)
    bits = int((digits + 6) * 3.33) + 20 + size
    more = max(0, -b._exp) * 4 if b._exp < 0 else 0
    logarithm = _ln_fixed(a, bits + more)
    product = logarithm * b._int
    product = product * _power10(b._exp) if b._exp >= 0 else product // _power10(-b._exp)
    product >>= more
    result, tens = _exp_fixed(-product if b._sign else product, bits)
    coefficient, exponent = _decimal_digits(result, bits, digits)
    return coefficient, exponent + tens

  # Results so near to one that no digit shows it.
  near = (_digits(abs(a._int - _power10(-a._exp))) + a._exp if a._exp <= 0 and adjusted in (-1, 0) else 2) + _digits(b._int) + b._exp
  if near < -context._prec - 3:
    tiny = context._prec + 4
    up = (order > 0) != bool(b._sign)
    return _finish(sign, _power10(tiny) + (1 if up else -1), -tiny, context)
  return _rounded(context, sign, compute, context._rounding)


def _power_mod(a, b, modulo, context):
  nan = _nan_result(context, a, b, modulo) if a._special or b._special or modulo._special else None
  if nan is not None:
    return nan
  if a._special or b._special or modulo._special:
    return _invalid(context)
  if not (_is_integral(a) and _is_integral(b) and _is_integral(modulo)) or b._sign or not modulo._int:
    return _invalid(context)
  if _digits(modulo._int) + modulo._exp > context._prec:
    return _invalid(context)
  if not b._int and not a._int:
    return _invalid(context)
  sign = int(a._sign and _is_odd(b))
  divisor = int(abs(modulo))
  value = pow(int(abs(a)) % divisor, int(b), divisor)
  return _make(sign, value, 0)


class Decimal:
  """A decimal number of any size, an infinity, or a NaN."""

  __slots__ = ("_sign", "_int", "_exp", "_special", "__weakref__")

  def __new__(cls, value="0", context=None):
    if context is not None and not isinstance(context, Context):
      raise TypeError("optional argument must be a context")
    if isinstance(value, str):
      parts = _parse(value)
      if parts is None or not parts[3] and not _in_range(*parts[1:3]):
        bad = _invalid(context or getcontext(), _CONVERSION if parts is None else _INVALID)
        parts = 0, 0, 0, "n"
    elif isinstance(value, Decimal):
      if type(value) is cls:
        return value
      parts = value._sign, value._int, value._exp, value._special
    elif isinstance(value, int):
      parts = int(value < 0), abs(int(value)), 0, ""
    elif isinstance(value, (tuple, list)):
      parts = _from_tuple(value)
    elif isinstance(value, float):
      (context or getcontext())._signal(_FLOAT)
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
    capitals = (context or getcontext())._capitals
    return sign + whole + fraction + ("E" if capitals else "e") + "%+d" % (left - point)

  def to_eng_string(self, context=None):
    """The text with an exponent that is a multiple of three."""
    return self.__str__(True, context)

  def __format__(self, spec, context=None):
    from _decimal_format import format_decimal
    return format_decimal(self, spec, context or getcontext())

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
    context = context or getcontext()
    other = _convert_or_raise(other)
    nan = _nan_result(context, self, other)
    return nan if nan is not None else _signed(_compare(self, other))

  def compare_signal(self, other, context=None):
    """As compare(), but every NaN signals."""
    context = context or getcontext()
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
      return _power(self, other, getcontext())
    modulo = _convert(modulo)
    return NotImplemented if modulo is None else _power_mod(self, other, modulo, getcontext())

  def __rpow__(self, other, modulo=None):
    other = _convert(other)
    return NotImplemented if other is None else _power(other, self, getcontext())

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
    return bool(not self._special and self._int) and (context or getcontext())._emin <= self.adjusted()

  def is_subnormal(self, context=None):
    """Whether the number is finite, not zero and below the smallest normal one."""
    return bool(not self._special and self._int) and self.adjusted() < (context or getcontext())._emin

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
    context = context or getcontext()
    return _quantize(self, _convert_or_raise(exp), _check_rounding(rounding, context), context)

  def to_integral_value(self, rounding=None, context=None):
    """The nearest integer, without signals."""
    context = context or getcontext()
    return _to_integral(self, _check_rounding(rounding, context), context, False)

  to_integral = to_integral_value

  def to_integral_exact(self, rounding=None, context=None):
    """The nearest integer; signals Inexact and Rounded."""
    context = context or getcontext()
    return _to_integral(self, _check_rounding(rounding, context), context, True)

  def normalize(self, context=None):
    """Without zeros at the end."""
    return _reduce(self, context or getcontext())

  # -- functions

  def fma(self, other, third, context=None):
    """self * other + third, rounded once."""
    context = context or getcontext()
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
    return _sqrt(self, context or getcontext())

  def exp(self, context=None):
    """e ** self."""
    return _exp(self, context or getcontext())

  def ln(self, context=None):
    """Natural logarithm."""
    return _logarithm(self, context or getcontext(), False)

  def log10(self, context=None):
    """Logarithm to base ten."""
    return _logarithm(self, context or getcontext(), True)

  def logb(self, context=None):
    """The exponent of the first digit as a Decimal."""
    context = context or getcontext()
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
    return _remainder_near(self, _convert_or_raise(other), context or getcontext())

  def max(self, other, context=None):
    """The larger one; a number wins against a quiet NaN."""
    return _pick(self, _convert_or_raise(other), context or getcontext(), True, False)

  def min(self, other, context=None):
    """The smaller one."""
    return _pick(self, _convert_or_raise(other), context or getcontext(), False, False)

  def max_mag(self, other, context=None):
    """The one of larger magnitude."""
    return _pick(self, _convert_or_raise(other), context or getcontext(), True, True)

  def min_mag(self, other, context=None):
    """The one of smaller magnitude."""
    return _pick(self, _convert_or_raise(other), context or getcontext(), False, True)

  def next_plus(self, context=None):
    """The next larger number the context can hold."""
    return _next(self, context or getcontext(), True)

  def next_minus(self, context=None):
    """The next smaller number."""
    return _next(self, context or getcontext(), False)

  def next_toward(self, other, context=None):
    """The next number in the direction of other."""
    context = context or getcontext()
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
    context = context or getcontext()
    other = _convert_or_raise(other)
    nan = _nan_result(context, self, other)
    if nan is not None:
      return nan
    shift = _small_integer(other, 2 * (context._emax + context._prec))
    if shift is None:
      return _invalid(context)
    return self if self._special else _finish(self._sign, self._int, self._exp + shift, context)

  def _moved(self, other, context, rotate):
    context = context or getcontext()
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
    context = context or getcontext()
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
    context = context or getcontext()
    digits = _logical(self, context)
    if digits is None:
      return _invalid(context)
    return _logical_result("".join("0" if x == "1" else "1" for x in digits))


Decimal.__module__ = "decimal"
_Number.register(Decimal)
_ONE = _make(0, 1, 0)


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
    self._flags = _signal_bits(value)

  @property
  def traps(self):
    return _SignalDict(self, "_traps")

  @traps.setter
  def traps(self, value):
    self._traps = _signal_bits(value)

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
    number = Decimal(num, self) if not isinstance(num, float) else Decimal.from_float(num)
    if isinstance(num, float):
      self._signal(_FLOAT)
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
    return _power(a, b, self) if modulo is None else _power_mod(a, b, _convert_or_raise(modulo), self)

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
  for name, value in (("prec", prec), ("rounding", rounding), ("Emin", Emin), ("Emax", Emax), ("capitals", capitals), ("clamp", clamp),
                      ("flags", flags), ("traps", traps)):
    if value is not None:
      setattr(manager._new, name, value)
  return manager
