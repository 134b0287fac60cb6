"""NormalDist, the normal distribution of statistics."""

import math
import random
from statistics import StatisticsError

__name__ = "statistics"

# Wichura's algorithm AS 241 for the inverse of the cumulative distribution: numerators and denominators of the rational
# approximations in the centre, the sides and the far tails, highest power first.
_CENTRE = ((2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4, 4.5921953931549871457e4, 1.3731693765509461125e4,
            1.9715909503065514427e3, 1.3314166789178437745e2, 3.3871328727963666080e0),
           (5.2264952788528545610e3, 2.8729085735721942674e4, 3.9307895800092710610e4, 2.1213794301586595867e4, 5.3941960214247511077e3,
            6.8718700749205790830e2, 4.2313330701600911252e1, 1.0))
_SIDES = ((7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258e0,
           3.64784832476320460504e0, 5.76949722146069140550e0, 4.63033784615654529590e0, 1.42343711074968357734e0),
          (1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1,
           6.89767334985100004550e-1, 1.67638483018380384940e0, 2.05319162663775882187e0, 1.0))
_TAILS = ((2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2,
           2.96560571828504891230e-1, 1.78482653991729133580e0, 5.46378491116411436990e0, 6.65790464350110377720e0),
          (2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
           1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1.0))


def _polynomial(coefficients, x):
  value = 0.0
  for coefficient in coefficients:
    value = value * x + coefficient
  return value


def _inverse(p, mu, sigma):
  q = p - 0.5
  if math.fabs(q) <= 0.425:
    r = 0.180625 - q * q
    return mu + _polynomial(_CENTRE[0], r) * q / _polynomial(_CENTRE[1], r) * sigma
  r = math.sqrt(-math.log(p if q <= 0.0 else 1.0 - p))
  above, below = _SIDES if r <= 5.0 else _TAILS
  r -= 1.6 if r <= 5.0 else 5.0
  x = _polynomial(above, r) / _polynomial(below, r)
  return mu + (-x if q < 0.0 else x) * sigma


class NormalDist:
  """A normal distribution with a mean and a standard deviation."""

  __slots__ = {"_mu": "Arithmetic mean of a normal distribution", "_sigma": "Standard deviation of a normal distribution"}

  def __init__(self, mu=0.0, sigma=1.0):
    if sigma < 0.0:
      raise StatisticsError("sigma must be non-negative")
    self._mu = float(mu)
    self._sigma = float(sigma)

  @classmethod
  def from_samples(cls, data):
    """The distribution with the mean and deviation of the data."""
    from statistics import _mean_stdev
    return cls(*_mean_stdev(data))

  def samples(self, n, *, seed=None):
    """n random numbers of the distribution."""
    gauss = random.gauss if seed is None else random.Random(seed).gauss
    return [gauss(self._mu, self._sigma) for _ in range(n)]

  def pdf(self, x):
    """The density at x."""
    variance = self._sigma * self._sigma
    if not variance:
      raise StatisticsError("pdf() not defined when sigma is zero")
    difference = x - self._mu
    return math.exp(difference * difference / (-2.0 * variance)) / math.sqrt(math.tau * variance)

  def cdf(self, x):
    """The probability of a value of at most x."""
    if not self._sigma:
      raise StatisticsError("cdf() not defined when sigma is zero")
    return 0.5 * (1.0 + math.erf((x - self._mu) / (self._sigma * math.sqrt(2.0))))

  def inv_cdf(self, p):
    """The x with cdf(x) == p."""
    if p <= 0.0 or p >= 1.0:
      raise StatisticsError("p must be in the range 0.0 < p < 1.0")
    if self._sigma <= 0.0:
      raise StatisticsError("cdf() not defined when sigma at or below zero")
    return _inverse(p, self._mu, self._sigma)

  def quantiles(self, n=4):
    """The n - 1 points that cut the distribution into n parts of equal probability."""
    return [self.inv_cdf(i / n) for i in range(1, n)]

  def overlap(self, other):
    """The area that two distributions share."""
    if not isinstance(other, NormalDist):
      raise TypeError("Expected another NormalDist instance")
    x, y = self, other
    if (y._sigma, y._mu) < (x._sigma, x._mu):
      x, y = y, x
    x_variance, y_variance = x.variance, y.variance
    if not x_variance or not y_variance:
      raise StatisticsError("overlap() not defined when sigma is zero")
    dv = y_variance - x_variance
    dm = math.fabs(y._mu - x._mu)
    if not dv:
      return 1.0 - math.erf(dm / (2.0 * x._sigma * math.sqrt(2.0)))
    a = x._mu * y_variance - y._mu * x_variance
    b = x._sigma * y._sigma * math.sqrt(dm * dm + dv * math.log(y_variance / x_variance))
    x1 = (a + b) / dv
    x2 = (a - b) / dv
    return 1.0 - (math.fabs(y.cdf(x1) - x.cdf(x1)) + math.fabs(y.cdf(x2) - x.cdf(x2)))

  def zscore(self, x):
    """How many deviations x is away from the mean."""
    if not self._sigma:
      raise StatisticsError("zscore() not defined when sigma is zero")
    return (x - self._mu) / self._sigma

  @property
  def mean(self):
    """The mean."""
    return self._mu

  @property
  def median(self):
    """The value in the middle: the mean."""
    return self._mu

  @property
  def mode(self):
    """The most frequent value: the mean."""
    return self._mu

  @property
  def stdev(self):
    """The standard deviation."""
    return self._sigma

  @property
  def variance(self):
    """The square of the standard deviation."""
    return self._sigma * self._sigma

  def __add__(x1, x2):
    if isinstance(x2, NormalDist):
      return NormalDist(x1._mu + x2._mu, math.hypot(x1._sigma, x2._sigma))
    return NormalDist(x1._mu + x2, x1._sigma)

  def __sub__(x1, x2):
    if isinstance(x2, NormalDist):
      return NormalDist(x1._mu - x2._mu, math.hypot(x1._sigma, x2._sigma))
    return NormalDist(x1._mu - x2, x1._sigma)

  def __mul__(x1, x2):
    return NormalDist(x1._mu * x2, x1._sigma * math.fabs(x2))

  def __truediv__(x1, x2):
    return NormalDist(x1._mu / x2, x1._sigma / math.fabs(x2))

  def __pos__(x1):
    return NormalDist(x1._mu, x1._sigma)

  def __neg__(x1):
    return NormalDist(-x1._mu, x1._sigma)

  __radd__ = __add__

  def __rsub__(x1, x2):
    return -(x1 - x2)

  __rmul__ = __mul__

  def __eq__(x1, x2):
    if not isinstance(x2, NormalDist):
      return NotImplemented
    return x1._mu == x2._mu and x1._sigma == x2._sigma

  def __hash__(self):
    return hash((self._mu, self._sigma))

  def __repr__(self):
    return f"{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})"

  def __getstate__(self):
    return self._mu, self._sigma

  def __setstate__(self, state):
    self._mu, self._sigma = state
