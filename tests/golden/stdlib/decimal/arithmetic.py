# Operators round to the context's precision; integers mix in, floats do not.
from decimal import Decimal as D, getcontext

print(D("0.1") + D("0.2"), D(1) / D(3), D("1.20") * 3, 5 - D("0.5"), 7 // D(2), D(-7) // 2, D(-7) % 3, divmod(D("7.5"), 2), D(2) ** 10, D(2) ** D("0.5"), pow(D(3), 4, 5))
print(-D("1.5"), +D("1.50"), abs(D("-0")), D("1E+3") + 1, D("1E-30") + 1, sum([D("0.1")] * 10), D("1.10") == D("1.1"), D(3) == 3, D("0.5") == 0.5, D(1) < 2, max(D(1), D(3), 2))
getcontext().prec = 5
print(D(2).sqrt(), D(1).exp(), D(10).ln(), D(1000).log10(), D("123456789") + 0, D("123456789"), D(1) / 7)
for f in (lambda: D(1) + 1.5, lambda: D(1) / 0, lambda: D(0) / 0, lambda: D("abc"), lambda: D([]), lambda: int(D("NaN")), lambda: int(D("Infinity")), lambda: D("1e999999") * 10, lambda: D(-1).sqrt(), lambda: hash(D("sNaN")), lambda: D("NaN") < 1):
  try:
    print(f())
  except (ArithmeticError, TypeError, ValueError) as e:
    print(type(e).__name__, e if not isinstance(e, TypeError) or "hash" in str(e) else "")
