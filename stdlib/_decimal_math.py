"""Exponentials, logarithms and powers of decimals; loaded when one of them is first used.

Integers scaled by powers of two approximate the result, with more digits until its rounding is certain.
"""

import math as _math

from _decimal_arithmetic import (ROUND_HALF_EVEN, _INEXACT, _ROUNDED, _compare, _digits, _finish, _invalid, _make, _make_special,
                                 _nan_result, _overflow, _power10, _text)

_native_wording = ""  # Words argument errors as natives do.

_ONE = _make(0, 1, 0)


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
    a = work.divide(_ONE, a)
    exponent = -exponent
  result = a
  for bit in bin(exponent)[3:]:
    result = work.multiply(result, result)
    if bit == "1":
      result = work.multiply(result, a)
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
      if b._sign:
        return _make(sign, 1, 0)
      value = _integer_value(b)
      if value is not None and -a._exp * value < context._prec:
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
  if adjusted not in (-1, 0):
    if (order > 0) != bool(b._sign):
      if bound > len(str(context._emax)):
        return _finish(sign, 1, context._emax + 2, context)
    elif bound > len(str(-context.Etiny())):
      return _finish(sign, 1, context.Etiny() - 2, context)
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
  if not (_is_integral(a) and _is_integral(b) and _is_integral(modulo)) or b._sign and b._int or not modulo._int:
    return _invalid(context)
  if _digits(modulo._int) + modulo._exp > context._prec:
    return _invalid(context)
  if not b._int and not a._int:
    return _invalid(context)
  sign = int(a._sign and _is_odd(b))
  divisor = abs(int(modulo))  # exact: abs() of a Decimal rounds
  value = pow(abs(int(a)) % divisor, int(b), divisor)
  return _make(sign, value, 0)
