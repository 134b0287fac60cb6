# Rational numbers: making them, arithmetic, rounding, comparison.
import math
from decimal import Decimal
from fractions import Fraction as F

print(F(6, 4), F("3/7"), F("-1.25"), F(" 2e3 "), F(0.5), F(Decimal("1.1")), F(F(1, 2), F(3, 4)), F(), repr(F(-3, -6)), F("1_000/3"), F(True))
a, b = F(3, 4), F(-5, 6)
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), a ** 2, a ** -2, b ** 3, -a, +a, abs(b), a + 1, 2 - a, 3 * a, 1 / a, 7 // b, 7 % a)
print(a + 0.5, 2.0 * a, a ** 0.5, 2 ** F(3), 2 ** F(1, 2), a + 1j, F(4, 9) ** F(1, 2), 1.5 ** F(2))
print(a == 0.75, a < 1, b <= -0.8, F(1, 3) == 1 / 3, a > Decimal("0.5") if False else a > F(1, 2), F(2) == 2, F(1, 2) == 0.5 + 0j, F(1, 2) != "x", bool(F(0)), hash(F(1, 2)) == hash(0.5), hash(F(7)) == hash(7))
print(round(F(7, 2)), round(F(5, 2)), round(F(22, 7), 2), round(F(1234), -2), math.floor(b), math.ceil(b), math.trunc(F(-7, 2)), int(F(7, 2)), float(a), complex(a))
print(F(math.pi).limit_denominator(1000), F("3.1415926535897932").limit_denominator(10), F(1, 3).limit_denominator(2), a.as_integer_ratio(), a.numerator, a.denominator, F.from_float(0.25), F.from_decimal(Decimal("0.125")))
print(sum([F(1, n) for n in range(1, 6)]), max(F(1, 3), F(1, 2)), sorted([F(1, 2), F(1, 3), 0.4]))
for f in (lambda: F(1, 0), lambda: F("x"), lambda: F("1/0"), lambda: F("1//2"), lambda: F(1.5, 2), lambda: F([]), lambda: F(1) / 0, lambda: F(1) % 0, lambda: F(0) ** -1, lambda: F("nan") if False else F(float("inf")), lambda: F(1).limit_denominator(0), lambda: F.from_float(""), lambda: F(1) < "a", lambda: F("1 / 2")):
  try:
    print(f())
  except (ValueError, TypeError, ArithmeticError) as e:
    print(type(e).__name__, e)
