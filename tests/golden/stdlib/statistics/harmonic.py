# harmonic_mean(): kinds of numbers, weights, zeros, and what is refused first.
from decimal import Decimal
from fractions import Fraction
from statistics import StatisticsError, harmonic_mean, median_grouped

for arguments in (([1, 2, 4],), ([5], [2]), ([Fraction(1, 2), 3],), ([Decimal(2), Decimal(4)],), ([1, float("inf")],), ([40, 60], [5, 30]), ([0, 1],),
                  ([0, 1], [0, 1]), (iter([1, 3]),), ([],), (["a"],), ([1, "a"],), ([1], ["x"]), ([5], [0]), ([1], [1, 2]), ([-1, 2],), ([1, 2], [-1, 2]), ([-1],)):
    try:
        print(harmonic_mean(*arguments))
    except (StatisticsError, TypeError) as e:
        print(type(e).__name__, e)
try:
    median_grouped(["a", "b"])
except TypeError as e:
    print(e)
