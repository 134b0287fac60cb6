# Contexts: precision, rounding, traps and flags, local ones.
import decimal
from decimal import *

print(getcontext(), BasicContext, ExtendedContext, sep="\n")
with localcontext() as ctx:
  ctx.prec = 3
  print(Decimal(1) / 3, ctx.prec, ctx.flags[Inexact], ctx.flags[Clamped])
  with localcontext(prec=2, rounding=ROUND_UP):
    print(Decimal(1) / 3)
  print(Decimal(1) / 3)
print(Decimal(1) / 3)
with localcontext(ExtendedContext) as ctx:
  print(Decimal(1) / 0, Decimal(0) / 0, Decimal("x"), ctx.flags[DivisionByZero], ctx.flags[InvalidOperation])
  ctx.clear_flags()
  ctx.traps[Inexact] = True
  try:
    Decimal(1) / 3
  except Inexact as e:
    print("trapped", e)
for rounding in (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP):
  print(rounding.ljust(16), [str(Decimal(x).quantize(Decimal(1), rounding=rounding)) for x in ("1.5", "2.5", "-1.5", "1.1", "-1.9", "0.05")])
c = Context(prec=4, Emin=-9, Emax=9, capitals=0, clamp=1, traps=[Overflow])
print(c, c.Etiny(), c.Etop(), c.create_decimal("123456"), c.divide(1, 3), c.add(1, Decimal("0.00001")), c.power(2, 3), c.sqrt(2), c.to_sci_string(Decimal("1E+5")), c.copy().prec, c.quantize(Decimal("1.234"), Decimal("0.1")))
for f in (lambda: Context(prec=0), lambda: Context(rounding="up"), lambda: setcontext(1), lambda: localcontext(1), lambda: Context(capitals=2), lambda: Context(Emin=1)):
  try:
    print(f())
  except (TypeError, ValueError) as e:
    print(type(e).__name__, str(e).replace("\n", " "))
manager = decimal.localcontext(decimal.Context(), 4)
with manager as context:
  print(type(manager).__name__, context.prec)
try:
  decimal.getcontext().nothing
except AttributeError as e:
  print(e)
