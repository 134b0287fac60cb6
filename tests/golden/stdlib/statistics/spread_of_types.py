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
