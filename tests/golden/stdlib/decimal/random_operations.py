# Operations on random numbers in random contexts, with all that they signal.
import random
from decimal import *

r = random.Random(2)
ROUNDINGS = [ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP]
SPECIAL = ["NaN", "sNaN", "-NaN12", "Infinity", "-Infinity", "sNaN345678901234567890"]
SMALL = ["0", "-0", "0E+5", "-0E-7", "0.00", "1", "-1", "10", "0E+999999", "0E-999999"]
BINARY = ["add", "subtract", "multiply", "divide", "divide_int", "remainder", "remainder_near", "compare", "compare_signal", "compare_total",
          "compare_total_mag", "max", "min", "max_mag", "min_mag", "quantize", "copy_sign", "same_quantum", "divmod", "next_toward"]
UNARY = ["abs", "plus", "minus", "sqrt", "normalize", "to_integral_exact", "to_integral_value", "logb", "next_plus", "next_minus",
         "number_class", "is_normal", "is_subnormal", "to_sci_string", "to_eng_string", "copy_abs", "copy_negate"]
FORMATS = [".2f", ",.2f", "f", ",f", ".0f", "10.3f", ">12.1f", ".1%", ".3e", "g", "n", "+.2f", " .4f", "08.2f", ".10g", "E", "<20.3f", "^15", "",
           "20", "x>12,.1f", ".0e"]


def number():
  kind = r.random()
  if kind < 0.12:
    return r.choice(SPECIAL if kind < 0.05 else SMALL)
  size = r.choice([1, 1, 2, 3, 5, 9, 10, 17, 18, 19, 20, 28, 29, 30, 38, 39, 40, 57, 60, 90])
  digits = "".join(r.choice("0123456789") for _ in range(size))
  shape = r.random()
  if shape < 0.2:
    digits = digits[:max(1, size // 2)] + "0" * (size - size // 2)
  elif shape < 0.35:
    digits = "9" * size
  elif shape < 0.45:
    digits = digits[0] + "5" + "0" * (size - 1)
  exponent = r.choice([0, 0, -1, -2, -2, -3, -5, 1, 3, r.randint(-40, 40), -size, 1 - size, r.randint(-400, 400), 999990, -999990])
  return ("-" if r.random() < 0.4 else "") + digits + f"E{exponent}"


def context():
  emax = r.choice([999999, 999999, 9, 99, 384, MAX_EMAX])
  return Context(prec=r.choice([1, 2, 3, 5, 9, 16, 19, 20, 28, 28, 28, 28, 34, 38, 39, 50, 80]), rounding=r.choice(ROUNDINGS), Emax=emax,
                 Emin=-r.choice([emax, emax, 0, 9, 99]), clamp=r.choice([0, 0, 0, 1]), capitals=r.choice([1, 1, 0]), traps=[])


for _ in range(600):
  ctx = context()
  a, b, c = (Decimal(number()) for _ in range(3))
  kind = r.random()
  if kind < 0.55:
    op = r.choice(BINARY)
    shown, result = (a, b), getattr(ctx, op)(a, b)
  elif kind < 0.6:
    op, shown, result = "fma", (a, b, c), ctx.fma(a, b, c)
  elif kind < 0.68:
    b = r.randint(-30, 60)
    op, shown, result = "power", (a, b), ctx.power(a, b)
  elif kind < 0.72:
    text = number()
    op, shown, result = "create_decimal", (text,), ctx.create_decimal(text)
  elif kind < 0.76:
    with localcontext(ctx):
      op, shown, result = "<", (a, b), (a == b, a != b, a < b, a >= b)
  elif kind < 0.84:
    a = a if abs(a.adjusted()) < 100 else Decimal("-12345.675")
    op = r.choice(FORMATS)
    with localcontext(ctx):
      shown, result = (a,), format(a, op)
  elif kind < 0.88:
    a = a if abs(a.adjusted()) < 100 and a.is_finite() else Decimal("-0.5")
    op, shown = "convert", (a,)
    result = float(a), hash(a), int(a), round(a), a.as_tuple().exponent, repr(a)
  else:
    op = r.choice(UNARY)
    shown, result = (a,), getattr(ctx, op)(a)
  print(op, *shown, "->", result, *(s.__name__ for s in ctx.flags if ctx.flags[s]))
