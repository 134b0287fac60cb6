"""The format mini-language for decimal.Decimal; loaded at the first format()."""

from _decimal import _digits, _make, _rescale
from _decimal_arithmetic import MAX_PREC, _power10, _text

_native_wording = ""  # Words argument errors as natives do.

_TYPES = "eEfFgGn%"


def _parse_spec(spec):
  """The parts of [[fill]align][sign][z][#][0][width][,][.precision][type]; None when it is invalid."""
  fill, align, sign, no_negative_zero, grouping, precision = " ", "", "-", False, "", None
  rest = spec
  if len(rest) > 1 and rest[1] in "<>=^":
    fill, align, rest = rest[0], rest[1], rest[2:]
  elif rest[:1] and rest[0] in "<>=^":
    align, rest = rest[0], rest[1:]
  if rest[:1] and rest[0] in "+- ":
    sign, rest = rest[0], rest[1:]
  if rest[:1] == "z":
    no_negative_zero, rest = True, rest[1:]
  zero_pad = False
  if rest[:1] == "0":
    if align:
      return None
    zero_pad, rest, fill, align = True, rest[1:], "0", "="
  end = 0
  while end < len(rest) and rest[end] in "0123456789":
    end += 1
  width, rest = int(rest[:end] or 0), rest[end:]
  if rest[:1] == ",":
    grouping, rest = ",", rest[1:]
  if rest[:1] == ".":
    end = 1
    while end < len(rest) and rest[end] in "0123456789":
      end += 1
    if end == 1:
      return None
    precision, rest = int(rest[1:end]), rest[end:]
  kind = ""
  if rest:
    if len(rest) > 1 or rest not in _TYPES:
      return None
    kind = rest
  if kind == "n" and grouping:
    return None
  return fill, align or ">", sign, no_negative_zero, zero_pad, width, grouping, precision, kind


def _grouped(digits, grouping, least):
  """Digits with separators, filled with zeros to `least` characters."""
  if not grouping:
    return digits.rjust(least, "0")
  while True:
    parts = []
    rest = digits
    while len(rest) > 3:
      parts.append(rest[-3:])
      rest = rest[:-3]
    parts.append(rest)
    text = grouping.join(reversed(parts))
    if len(text) >= least:
      return text
    digits = "0" + digits


def _padded(sign, body, fill, align, width):
  padding = fill * (width - len(sign) - len(body))
  if align == "<":
    return sign + body + padding
  if align == ">":
    return padding + sign + body
  if align == "=":
    return sign + padding + body
  half = len(padding) // 2
  return padding[:half] + sign + body + padding[half:]


def format_decimal(number, spec, context):
  """format(number, spec)."""
  parts = _parse_spec(spec)
  if parts is None:
    raise ValueError("invalid format string")
  fill, align, sign_option, no_negative_zero, zero_pad, width, grouping, precision, kind = parts
  if width > MAX_PREC or precision is not None and precision > MAX_PREC:
    raise ValueError("format specification exceeds internal limits of _decimal")
  if not kind:
    kind = "G" if context._capitals else "g"
  negative = number._sign
  if number._special:
    body = str(number.copy_abs()) + ("%" if kind == "%" else "")
    if zero_pad:
      fill = " "
    return _padded(_sign_text(negative, sign_option), body, fill, align if not zero_pad else ">", width)
  if kind == "n":
    kind = "g"
  coefficient, exponent = number._int, number._exp
  if kind == "%":
    exponent += 2
  rounding = context._rounding
  value = _make(negative, coefficient, exponent)
  if precision is not None:
    if kind in "eE":
      value = _to_digits(value, precision + 1, rounding)
    elif kind in "fF%":
      value = _rescale(value, -precision, rounding)
    elif kind in "gG" and _digits(coefficient) > max(precision, 1):
      value = _to_digits(value, max(precision, 1), rounding)
  if not value._int and value._exp > 0 and kind in "fF%":
    value = _make(negative, 0, 0)
  if no_negative_zero and negative and not value._int:
    negative = 0
  digits, exponent = _text(value._int), value._exp
  left = exponent + len(digits)
  if kind in "eE":
    point = 1
    if not value._int and precision is not None:
      point = 1 - precision
  elif kind in "fF%":
    point = left
  else:
    point = left if exponent <= 0 and left > -6 else 1
  if point < 0:
    whole, fraction = "0", "0" * -point + digits
  elif point > len(digits):
    whole, fraction = digits + "0" * (point - len(digits)), ""
  else:
    whole, fraction = digits[:point] or "0", digits[point:]
  shown_exponent = left - point
  tail = ("." + fraction if fraction else "")
  if kind in "eE" or kind in "gG" and shown_exponent:
    tail += ("E" if kind in "EG" else "e") + "%+d" % shown_exponent
  if kind == "%":
    tail += "%"
  sign = _sign_text(negative, sign_option)
  if zero_pad or fill == "0" and align == "=":
    whole = _grouped(whole, grouping, width - len(sign) - len(tail))
  else:
    whole = _grouped(whole, grouping, 0)
  return _padded(sign, whole + tail, fill, align, width)


def _sign_text(negative, option):
  return "-" if negative else "" if option == "-" else option


def _to_digits(value, digits, rounding):
  """The value rounded to a number of digits."""
  if not value._int:
    return value
  exponent = _digits(value._int) + value._exp - digits
  value = _rescale(value, exponent, rounding)
  if value._int == _power10(digits):
    return _make(value._sign, _power10(digits - 1), exponent + 1)
  return value
