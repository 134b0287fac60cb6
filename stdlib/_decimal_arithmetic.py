"""Decimal numbers as decimal.Decimal and decimal.Context need them: rounding, comparison and the basic operations.

A finite number is a sign, an integer coefficient and an exponent. Functions take converted operands and the context last, and signal through it.
decimal sets `Decimal`, the class of results.
"""

import math as _math

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

# Signals and conditions as bits, in the order of reports.
_INVALID, _FLOAT, _DIVISION_BY_ZERO, _OVERFLOW, _UNDERFLOW, _SUBNORMAL, _INEXACT, _ROUNDED, _CLAMPED = (1 << i for i in range(9))
_CONVERSION, _IMPOSSIBLE, _UNDEFINED, _CONTEXT = (1 << i for i in range(9, 13))

Decimal = None


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
