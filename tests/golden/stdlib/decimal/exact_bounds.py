# Overflow, underflow, subnormal numbers and clamping.
from decimal import *

with localcontext(Context(prec=3, Emin=-5, Emax=5, traps=[])) as ctx:
  for text in ("999.6E+3", "1E-5", "1E-6", "1.234E-6", "1E-8", "4E-9", "0E+20", "0E-20", "123456", "-9999999"):
    ctx.clear_flags()
    print(text.ljust(10), +Decimal(text), [s.__name__ for s in ctx.flags if ctx.flags[s]])
  print(Decimal("1E+5") * 10, Decimal("-1E+5") * 10, Decimal("9.99E+5").next_plus(), Decimal(0).next_minus(), Decimal("1E-7").next_toward(0))
