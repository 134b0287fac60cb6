# Spread of floats, integers, fractions, decimals and mixtures, with and without a center.
import random
import statistics
from decimal import Decimal
from fractions import Fraction

r = random.Random(3)
for n in (2, 3, 10, 57):
  floats = [r.uniform(-1e3, 1e3) for _ in range(n)]
  integers = [r.randrange(-50, 50) for _ in range(n)]
  fractions = [Fraction(r.randrange(100), r.randrange(1, 9)) for _ in range(n)]
  for data in (floats, integers, fractions, [Decimal(x) for x in integers]):
    print(statistics.stdev(data), statistics.pstdev(data), repr(statistics.variance(data)), repr(statistics.pvariance(data)))
    print(repr(statistics.variance(data, data[0])), repr(statistics.mean(data)))
  print(statistics.stdev([*integers, *floats]))
print(statistics.stdev([1e200, -1e200]), statistics.variance([1, 1, 1]), statistics.pvariance([2.5]))
# Numbers of kinds that have no common one.
for data in ([1, Decimal(2), 0.5], [True, 2.5], [0.5, Fraction(1, 2)], [Decimal(1), 0.5]):
    try:
        print(statistics.mean(data))
    except TypeError as e:
        print(type(e).__name__)
