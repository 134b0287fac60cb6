"""What the methods of decimal.Decimal and decimal.Context that are written in the language share; the arithmetic itself is native (_decimal).

A finite number is a sign, an integer coefficient and an exponent. Functions take converted operands and the context last, and signal through it.
"""

from _decimal import Decimal, _compare, _digits, _make

_native_wording = ""  # Words argument errors as natives do.

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

# -- integers

_SMALL_POWERS = [10 ** i for i in range(64)]


def _power10(n):
  return _SMALL_POWERS[n] if n < 64 else 10 ** n


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


# -- numbers

def _make_special(sign, kind, payload=0):
  """kind: F infinity, n quiet NaN, N signaling NaN."""
  return _make(sign, payload, 0, kind)


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
  return context._finish(sign, coefficient, exponent)


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


def _convert(value):
  """Operand of an operation: a Decimal, or None when the value is of another kind."""
  if isinstance(value, Decimal):
    return value
  return Decimal(value) if isinstance(value, int) else None


def _convert_or_raise(value):
  number = _convert(value)
  if number is None:
    raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")
  return number


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
  moved = a._rounded(work)
  if moved._special or _compare(moved, a):
    return moved
  return work.add(a, _make(int(not up), 1, context.Etiny() - 1))


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
