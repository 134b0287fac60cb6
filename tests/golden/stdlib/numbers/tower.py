# The tower of numbers.
import numbers
from decimal import Decimal
from fractions import Fraction

for value in (1, True, 1.5, 2j, Fraction(1, 2), Decimal(1), "1"):
  print(type(value).__name__, [kind.__name__ for kind in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral) if isinstance(value, kind)])
for kind in (numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral):
  print(kind.__name__, sorted(kind.__abstractmethods__))


class Half(numbers.Rational):
  numerator, denominator = 1, 2


for name in numbers.Rational.__abstractmethods__ - {"numerator", "denominator"}:
  setattr(Half, name, lambda self, *others: 7)
Half.__abstractmethods__ = frozenset()
half = Half()
print(float(half), half.real == half, half.imag, half.conjugate() == 7, complex(half), divmod(half, 2), bool(half))
