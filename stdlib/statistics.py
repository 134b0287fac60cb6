"""Averages and spread. Sums are exact: every number is a fraction of integers until the result."""

from math import sqrt as _sqrt
from operator import itemgetter as _itemgetter

__all__ = ["NormalDist", "StatisticsError", "correlation", "covariance", "fmean", "geometric_mean", "harmonic_mean", "linear_regression", "mean",
           "median", "median_grouped", "median_high", "median_low", "mode", "multimode", "pstdev", "pvariance", "quantiles", "stdev",
           "variance"]


def __getattr__(name):
  if name == "NormalDist":
    from _normal_distribution import NormalDist
    globals()[name] = NormalDist
    return NormalDist
  raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


class StatisticsError(ValueError):
  """No result for this data."""


def _ratio(x):
  try:
    return x.as_integer_ratio()
  except AttributeError:
    pass
  except (OverflowError, ValueError):
    return x, None
  try:
    return x.numerator, x.denominator
  except AttributeError:
    raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator") from None


def _common_type(kind, cls):
  """The type of a sum of both."""
  if kind is int or issubclass(cls, kind):
    return cls
  if cls is int or issubclass(kind, cls) or issubclass(cls, int):
    return kind
  if issubclass(kind, int):
    return cls
  from fractions import Fraction
  if issubclass(kind, Fraction) and issubclass(cls, float):
    return cls
  if issubclass(kind, float) and issubclass(cls, Fraction):
    return kind
  raise TypeError(f"don't know how to coerce {kind.__name__} and {cls.__name__}")


def _sum(data):
  """(type, numerator, denominator, count); the denominator is None when a number was infinite or NaN."""
  count = 0
  partials = {}
  kind = int
  special = None
  for x in data:
    count += 1
    cls = type(x)
    if cls is not kind and cls is not bool:
      kind = _common_type(kind, cls)
    n, d = _ratio(x)
    if d is None:
      special = n if special is None else special + n
    else:
      partials[d] = partials.get(d, 0) + n
  if special is not None:
    return kind, special, None, count
  common = 1
  for d in partials:
    common = common * d // _gcd(common, d)
  return kind, sum(n * (common // d) for d, n in partials.items()), common, count


def _gcd(a, b):
  while b:
    a, b = b, a % b
  return a


def _convert(kind, numerator, denominator):
  """numerator / denominator as a value of the data's type; integers give a float when there is a remainder."""
  if denominator is None:
    return numerator
  if issubclass(kind, int):
    whole, rest = divmod(numerator, denominator)
    if rest:
      return numerator / denominator
    return whole if kind is int or kind is bool else kind(whole)
  if issubclass(kind, float):
    return numerator / denominator if kind is float else kind(numerator / denominator)
  return kind(numerator) / kind(denominator)


def mean(data):
  """The arithmetic mean."""
  kind, n, d, count = _sum(data)
  if count < 1:
    raise StatisticsError("mean requires at least one data point")
  if d is None:
    return n / count
  return _convert(kind, n, d * count)


def fmean(data, weights=None):
  """The arithmetic mean of floats."""
  from math import fsum
  if weights is None:
    data = list(data)
    if not data:
      raise StatisticsError("fmean requires at least one data point")
    return fsum(data) / len(data)
  data, weights = list(data), list(weights)
  num = fsum(x * w for x, w in zip(data, weights))
  if len(data) != len(weights):
    raise StatisticsError("data and weights must be the same length")
  den = fsum(weights)
  if not den:
    raise StatisticsError("sum of weights must be non-zero")
  return num / den


def geometric_mean(data):
  """The geometric mean."""
  from math import exp, log
  try:
    return exp(fmean(map(log, data)))
  except ValueError:
    raise StatisticsError("geometric mean requires a non-empty dataset containing positive numbers") from None


def _not_negative(values):
  for value in values:
    if value < 0:
      raise StatisticsError("harmonic mean does not support negative values")
    yield value


def harmonic_mean(data, weights=None):
  """The harmonic mean."""
  data = list(data)
  if not data:
    raise StatisticsError("harmonic_mean requires at least one data point")
  if len(data) == 1 and weights is None:
    from decimal import Decimal
    from numbers import Real
    if not isinstance(data[0], (Real, Decimal)):
      raise TypeError("unsupported type")
    return next(_not_negative(data))
  weights = [1] * len(data) if weights is None else list(weights)
  if len(weights) != len(data):
    raise StatisticsError("Number of weights does not match data size")
  _, wn, wd, _ = _sum(_not_negative(weights))
  try:
    kind, n, d, _ = _sum(w / x if w else 0 for w, x in zip(weights, _not_negative(data)))
  except ZeroDivisionError:
    return 0
  if n <= 0:
    raise StatisticsError("Weighted sum must be positive")
  if d is None or wd is None:  # an infinity or a nan
    return (wn if wd is None else wn / wd) / (n if d is None else n / d)
  return _convert(kind, wn * d, wd * n)


def median(data):
  """The middle value, or the mean of the two in the middle."""
  data = sorted(data)
  n = len(data)
  if n == 0:
    raise StatisticsError("no median for empty data")
  return data[n // 2] if n % 2 else (data[n // 2 - 1] + data[n // 2]) / 2


def median_low(data):
  """The lower one of the values in the middle."""
  data = sorted(data)
  if not data:
    raise StatisticsError("no median for empty data")
  return data[(len(data) - 1) // 2]


def median_high(data):
  """The higher one of the values in the middle."""
  data = sorted(data)
  if not data:
    raise StatisticsError("no median for empty data")
  return data[len(data) // 2]


def median_grouped(data, interval=1.0):
  """The median of data grouped in intervals."""
  from bisect import bisect_left, bisect_right
  data = sorted(data)
  n = len(data)
  if not n:
    raise StatisticsError("no median for empty data")
  x = data[n // 2]
  i = bisect_left(data, x)
  j = bisect_right(data, x, lo=i)
  try:
    interval, x = float(interval), float(x)
  except ValueError:
    raise TypeError("Value cannot be converted to a float")
  return x - interval / 2.0 + interval * (n / 2 - i) / (j - i)


def _counts(data):
  counts = {}
  for x in data:
    counts[x] = counts.get(x, 0) + 1
  return counts


def mode(data):
  """The most common value, the first one of several."""
  counts = _counts(data)
  if not counts:
    raise StatisticsError("no mode for empty data")
  return max(counts.items(), key=_itemgetter(1))[0]


def multimode(data):
  """All most common values."""
  counts = _counts(data)
  top = max(counts.values(), default=0)
  return [value for value, count in counts.items() if count == top]


def quantiles(data, *, n=4, method="exclusive"):
  """The cut points of n groups of equal size."""
  if n < 1:
    raise StatisticsError("n must be at least 1")
  data = sorted(data)
  ld = len(data)
  if ld < 2:
    raise StatisticsError("must have at least two data points")
  result = []
  if method == "inclusive":
    m = ld - 1
    for i in range(1, n):
      j, delta = divmod(i * m, n)
      result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
    return result
  if method == "exclusive":
    m = ld + 1
    for i in range(1, n):
      j = i * m // n
      j = 1 if j < 1 else ld - 1 if j > ld - 1 else j
      delta = i * m - j * n
      result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
    return result
  raise ValueError(f"Unknown method: {method!r}")


def _squares(data, center):
  """(type, numerator, denominator, count) of the sum of squared distances from the center or the mean."""
  if center is not None:
    return _sum((x - center) * (x - center) for x in data)
  data = list(data)
  kind, n, d, count = _sum(data)
  if count < 1:
    return kind, 0, 1, 0
  if d is None:
    return kind, n, None, count
  # (count * sum of squares - square of the sum) / count
  squares = {}
  for xn, xd in map(_ratio, data):
    squares[xd] = squares.get(xd, 0) + xn * xn
  return kind, count * sum(s * (d // xd) ** 2 for xd, s in squares.items()) - n * n, count * d * d, count


def variance(data, xbar=None):
  """The variance of a sample."""
  kind, n, d, count = _squares(data, xbar)
  if count < 2:
    raise StatisticsError("variance requires at least two data points")
  return n if d is None else _convert(kind, n, d * (count - 1))


def pvariance(data, mu=None):
  """The variance of a whole population."""
  kind, n, d, count = _squares(data, mu)
  if count < 1:
    raise StatisticsError("pvariance requires at least one data point")
  return n if d is None else _convert(kind, n, d * count)


def _root(n, d):
  """The float nearest to sqrt(n / d), by an integer root with enough bits and a sticky last bit."""
  from math import isqrt
  if n == 0:
    return 0.0
  shift = (n.bit_length() - d.bit_length() - 109) // 2
  if shift >= 0:
    top, bottom = n, d << (2 * shift)
  else:
    top, bottom = n << (-2 * shift), d
  q = top // bottom
  root = isqrt(q)
  if root * root * bottom != top:
    root |= 1
  if -1000 < shift < 900:
    return root * 2.0 ** shift
  return (root << shift) / 1 if shift > 0 else root / (1 << -shift)


def _root_as(kind, n, d, scale):
  """The square root of n / (d * scale): a Decimal for those, else a float."""
  if d is None:
    return n.numerator  # an AttributeError: infinities and nans have no root in CPython 3.11
  m = d * scale
  if kind.__name__ != "Decimal":
    return _root(n, m)
  from decimal import Decimal, localcontext
  if not n:
    return Decimal("0.0")
  with localcontext() as context:
    context.prec += 10
    root = (Decimal(n) / Decimal(m)).sqrt()
  return +root


def stdev(data, xbar=None):
  """The standard deviation of a sample."""
  kind, n, d, count = _squares(data, xbar)
  if count < 2:
    raise StatisticsError("stdev requires at least two data points")
  return _root_as(kind, n, d, count - 1)


def pstdev(data, mu=None):
  """The standard deviation of a whole population."""
  kind, n, d, count = _squares(data, mu)
  if count < 1:
    raise StatisticsError("pstdev requires at least one data point")
  return _root_as(kind, n, d, count)


def _mean_stdev(data):
  """The mean and the standard deviation of a sample as floats."""
  data = list(data)
  _, n, d, count = _sum(data)
  if count < 2:
    raise StatisticsError("stdev requires at least two data points")
  if d is None:
    return float(n), float("nan")  # an infinity or a nan
  _, square, divisor, _ = _squares(data, None)
  return n / (d * count), _root(square, divisor * (count - 1))


def covariance(x, y, /):
  """The covariance of two samples."""
  from math import fsum
  n = len(x)
  if len(y) != n:
    raise StatisticsError("covariance requires that both inputs have same number of data points")
  if n < 2:
    raise StatisticsError("covariance requires at least two data points")
  xbar, ybar = fsum(x) / n, fsum(y) / n
  return fsum((xi - xbar) * (yi - ybar) for xi, yi in zip(x, y)) / (n - 1)


def correlation(x, y, /):
  """Pearson's correlation of two samples."""
  from math import fsum
  n = len(x)
  if len(y) != n:
    raise StatisticsError("correlation requires that both inputs have same number of data points")
  if n < 2:
    raise StatisticsError("correlation requires at least two data points")
  xbar, ybar = fsum(x) / n, fsum(y) / n
  sxy = fsum((xi - xbar) * (yi - ybar) for xi, yi in zip(x, y))
  sxx = fsum((d := xi - xbar) * d for xi in x)
  syy = fsum((d := yi - ybar) * d for yi in y)
  try:
    return sxy / _sqrt(sxx * syy)
  except ZeroDivisionError:
    raise StatisticsError("at least one of the inputs is constant")


def linear_regression(x, y, /, *, proportional=False):
  """Slope and intercept of the line nearest to the points."""
  from collections import namedtuple
  from math import fsum
  n = len(x)
  if len(y) != n:
    raise StatisticsError("linear regression requires that both inputs have same number of data points")
  if n < 2:
    raise StatisticsError("linear regression requires at least two data points")
  if proportional:
    sxy = fsum(xi * yi for xi, yi in zip(x, y))
    sxx = fsum(xi * xi for xi in x)
  else:
    xbar, ybar = fsum(x) / n, fsum(y) / n
    sxy = fsum((xi - xbar) * (yi - ybar) for xi, yi in zip(x, y))
    sxx = fsum((d := xi - xbar) * d for xi in x)
  try:
    slope = sxy / sxx
  except ZeroDivisionError:
    raise StatisticsError("x is constant")
  intercept = 0.0 if proportional else ybar - slope * xbar
  return namedtuple("LinearRegression", ("slope", "intercept"))(slope=slope, intercept=intercept)
