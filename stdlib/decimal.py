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
from _decimal import Decimal, _complete, _compare, _connect, _make, _power, _Settings, _use_context, getcontext
from _decimal_arithmetic import (MAX_EMAX, MAX_PREC, MIN_EMIN, MIN_ETINY, ROUND_05UP, ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR,
                                 ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, _CLAMPED, _CONVERSION, _DIVISION_BY_ZERO,
                                 _INEXACT, _OVERFLOW, _ROUNDED, _SUBNORMAL, _UNDERFLOW, _convert,
                                 _convert_or_raise, _digits, _finish, _from_tuple, _invalid, _logical, _logical_result, _make_special,
                                 _nan_result, _next, _number, _small_integer, _text)
from _types import _show_module
from collections import namedtuple as _namedtuple
from numbers import Number as _Number, Rational as _Rational

# Words argument errors as natives do.
_native_wording = {"Context": "", "Context.fma": " counted nameless", "Context.quantize": " counted nameless", "Context.create_decimal": " counted nameless", "Context.__init__": " nameless", "Decimal": "", "localcontext": " nameless", "setcontext": ""}

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
_CONDITIONS = (ConversionSyntax, DivisionImpossible, DivisionUndefined)
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


class _DecimalMethods:
  def as_tuple(self):
    """(sign, digits, exponent)."""
    if not self._special:
      return DecimalTuple(self._sign, self._digit_tuple(), self._exp)
    if self._special == "F":
      return DecimalTuple(self._sign, (0,), "F")
    return DecimalTuple(self._sign, self._digit_tuple() if self._int else (), self._special)

  def as_integer_ratio(self):
    """(numerator, denominator) in lowest terms."""
    if self._special:
      if self._special == "F":
        raise OverflowError("cannot convert Infinity to integer ratio")
      raise ValueError("cannot convert NaN to integer ratio")
    n = -self._int if self._sign else self._int
    if self._exp >= 0:
      return n * 10 ** self._exp, 1
    d = 10 ** -self._exp
    common = _math.gcd(n, d)
    return n // common, d // common

  def __complex__(self):
    return complex(float(self))

  def number_class(self, context=None):
    """The kind of number as a text, such as '+Normal'."""
    if self._special:
      return {"N": "sNaN", "n": "NaN"}.get(self._special) or ("-Infinity" if self._sign else "+Infinity")
    kind = "Zero" if not self._int else "Subnormal" if self.is_subnormal(context) else "Normal"
    return ("-" if self._sign else "+") + kind

  # -- functions

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


for _name, _method in list(vars(_DecimalMethods).items()):
  if hasattr(_method, "__qualname__") and _name not in ("__dict__", "__weakref__"):
    _method.__qualname__ = f"Decimal.{_name}"
    _complete(Decimal, _name, _method)
del _name, _method, _DecimalMethods
_complete(Decimal, "__text_signature__", "(value='0', context=None)")
_Number.register(Decimal)


def _in_range(coefficient, exponent):
  return exponent + _digits(coefficient) - 1 <= MAX_EMAX and exponent >= MIN_ETINY


# -- what the native part asks for

def _from_other(cls, value, context):
  if not isinstance(value, (tuple, list)):
    raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")
  sign, coefficient, exponent, special = _from_tuple(value)
  if not special and not _in_range(coefficient, exponent):
    _invalid(_given(context))
    coefficient, exponent, special = 0, 0, "n"
  return _make(sign, coefficient, exponent, special, cls)


def _as_comparable(number, other, equality):
  """A pair of decimals in the order of the two numbers, or what the comparison answers."""
  if isinstance(other, complex) and equality:
    return (number, Decimal.from_float(other.real)) if other.imag == 0 else NotImplemented
  if not isinstance(other, _Rational):
    return NotImplemented
  if number._special:
    return number, 0
  exact = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[])
  return exact.multiply(number, other.denominator), other.numerator


def _format(number, spec):
  from _decimal_format import format_decimal
  return format_decimal(number, spec, getcontext())


def _general_power(base, exponent, modulo, context):
  base, exponent = _convert(base), _convert(exponent)
  if modulo is None:
    return _functions()._power(base, exponent, context)
  modulo = _convert(modulo)
  return NotImplemented if modulo is None else _functions()._power_mod(base, exponent, modulo, context)


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
    if len(signals) != len(_SIGNALS) or not all(signal in signals for signal in _SIGNALS):
      raise KeyError("invalid signal dict")
    return sum(_BIT_OF[signal] for signal in _SIGNALS if signals[signal])
  if not isinstance(signals, list):
    raise TypeError("argument must be a signal dict")
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


class Context(_Settings):
  """Precision, rounding, range of exponents, flags and traps."""

  __slots__ = ()

  def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None):
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
    self._rounding = value

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

  def _with_rounding(self, rounding):
    work = self.copy()
    work._rounding = rounding
    work._traps = work._flags = 0
    return work

  def _take_status(self, work, result):
    """Signals what happened in a working context."""
    self._signal(work._flags)
    return result

  def create_decimal(self, num="0", /):
    """A Decimal rounded to this context."""
    if isinstance(num, str):
      return self._from_text(num)
    if isinstance(num, (tuple, list)):
      sign, coefficient, exponent, special = _from_tuple(num)
      if not special:
        return self._finish(sign, coefficient, exponent)
    number = Decimal(num, self)
    if number._special in ("n", "N") and number._int and _digits(number._int) > self._prec - self._clamp:
      return _invalid(self, _CONVERSION)
    return number._rounded(self)

  def create_decimal_from_float(self, f, /):
    """A float rounded to this context."""
    return Decimal.from_float(f)._rounded(self)

  # -- operations

  def power(self, a, b, modulo=None):
    """a ** b, or a ** b % modulo."""
    return _power(_convert_or_raise(a), _convert_or_raise(b), modulo if modulo is None else _convert_or_raise(modulo), self)

  def to_sci_string(self, x, /):
    """Text in scientific notation."""
    return _convert_or_raise(x)._to_sci_string(self)

  def to_eng_string(self, x, /):
    """Text in engineering notation."""
    return _convert_or_raise(x).to_eng_string(self)

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

  def radix(self, /):
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
              "max", "max_mag", "min", "min_mag", "next_toward", "rotate", "same_quantum", "scaleb", "shift"):
  setattr(Context, _name, _context_method(_name, 2, True))
del _name

_show_module(Context)
DefaultContext = Context.__new__(Context)
_connect(Context, DefaultContext, _contextvars.ContextVar("decimal_context"), _SIGNALS + _CONDITIONS, _from_other, _format,
         _general_power, _as_comparable)
BasicContext = Context(prec=9, rounding=ROUND_HALF_UP, traps=[DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow])
ExtendedContext = Context(prec=9, rounding=ROUND_HALF_EVEN, traps=[])

def setcontext(context, /):
  """Use this context; the module's own ones are copied."""
  if not isinstance(context, Context):
    raise TypeError("argument must be a context")
  if context in (DefaultContext, BasicContext, ExtendedContext):
    context = context.copy()
    context.clear_flags()
  _use_context(context)


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


_ContextManager.__name__ = _ContextManager.__qualname__ = "ContextManager"


def localcontext(ctx=None, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None):
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
