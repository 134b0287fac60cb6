# Numbers around powers of ten and of two: digits counted, cut and carried.
from decimal import *

wrong = 0
for k in range(300):
  for offset in (-2, -1, 0, 1):
    for n in (10 ** k + offset, 2 ** k + offset, 7 * 10 ** k + offset):
      if n > 0 and Decimal(n).adjusted() != len(str(n)) - 1:
        wrong += 1
print(wrong)

for prec in (1, 18, 19, 20, 28, 38, 39, 76, 77, 78, 100):
  for rounding in (ROUND_HALF_EVEN, ROUND_UP, ROUND_05UP):
    ctx = Context(prec=prec, rounding=rounding, traps=[])
    nines = Decimal("9" * (prec + 1))
    half = Decimal("1" * prec + "5")
    print(prec, rounding, ctx.plus(nines), ctx.plus(half), ctx.divide(1, 3), ctx.divide(2, 3), ctx.multiply(nines, nines), ctx.sqrt(Decimal(2)))
