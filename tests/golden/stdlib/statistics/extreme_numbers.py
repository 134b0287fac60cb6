# Very small, infinite and missing numbers; Decimals without spread; weights that are too large; what strings give.
from decimal import Decimal
from fractions import Fraction
from statistics import NormalDist, fmean, harmonic_mean, mean, pstdev, stdev, variance

inf, nan = float("inf"), float("nan")


def show(function, *args, **kwargs):
  try:
    print(function.__name__, args, kwargs, "=", repr(function(*args, **kwargs)))
  except Exception as error:
    print(function.__name__, args, kwargs, type(error).__name__, error)


for data in ([1e-300, 0.0], [5e-324, 0.0], [1e308, -1e308], [1e308] * 3, [1, inf], [inf, inf], [nan, 1], [Decimal("0.875")] * 2, [Decimal(1), Decimal(2)],
             [Fraction(1, 3), Fraction(1, 2)], [True, 2], ["a", "b"], [1]):
  for function in (mean, stdev, pstdev, variance, NormalDist.from_samples):
    show(function, data)
show(harmonic_mean, [2], weights=[inf])
show(harmonic_mean, [1e-300, 5.0], weights=[1e300, 1])
show(harmonic_mean, [1, nan], weights=[1, 1])
show(harmonic_mean, [1, 2], weights=[0, 0])
show(fmean, [1, 2], [inf, 1])
show(fmean, [1, 2], [1])
show(fmean, ["a"], ["b"])
show(fmean, ["a"], [1])
