"""Random numbers: every seeded sequence is CPython's."""

import _random
from itertools import accumulate as _accumulate
from math import acos as _acos
from math import ceil as _ceil
from math import cos as _cos
from math import e as _e
from math import exp as _exp
from math import floor as _floor
from math import isfinite as _isfinite
from math import log as _log
from math import pi as _pi
from math import sin as _sin
from math import sqrt as _sqrt
from operator import index as _index
from posix import register_at_fork as _register_at_fork
from posix import urandom as _urandom

from bisect import bisect as _bisect

__all__ = ["Random", "SystemRandom", "betavariate", "choice", "choices", "expovariate", "gammavariate", "gauss", "getrandbits",
           "getstate", "lognormvariate", "normalvariate", "paretovariate", "randbytes", "randint", "random", "randrange", "sample",
           "seed", "setstate", "shuffle", "triangular", "uniform", "vonmisesvariate", "weibullvariate"]

TWOPI = 2.0 * _pi
NV_MAGICCONST = 4 * _exp(-0.5) / _sqrt(2.0)
LOG4 = _log(4.0)
SG_MAGICCONST = 1.0 + _log(4.5)
BPF = 53  # bits of a float
RECIP_BPF = 2 ** -BPF
_ONE = 1


class Random(_random.Random):
  """A generator of random numbers."""

  VERSION = 3

  def __init__(self, x=None):
    self.seed(x)
    self.gauss_next = None

  def seed(self, a=None, version=2):
    """Start the sequence that belongs to the seed; None: an unpredictable one."""
    if version == 1 and isinstance(a, (str, bytes)):
      a = a.decode("latin-1") if isinstance(a, bytes) else a
      x = ord(a[0]) << 7 if a else 0
      for c in map(ord, a):
        x = ((1000003 * x) ^ c) & 0xFFFFFFFFFFFFFFFF
      x ^= len(a)
      a = -2 if x == -1 else x
    elif version == 2 and isinstance(a, (str, bytes, bytearray)):
      from hashlib import sha512
      if isinstance(a, str):
        a = a.encode()
      a = int.from_bytes(a + sha512(a).digest(), "big")
    elif not isinstance(a, (type(None), int, float, str, bytes, bytearray)):
      raise TypeError("The only supported seed types are: None,\nint, float, str, bytes, and bytearray.")
    super().seed(abs(a) if isinstance(a, int) else a)
    self.gauss_next = None

  def getstate(self):
    """The inner state, for setstate()."""
    return self.VERSION, super().getstate(), self.gauss_next

  def setstate(self, state):
    """Go back to a state that getstate() gave."""
    version = state[0]
    if version == 2:
      version, internalstate, self.gauss_next = state
      # The words were signed once.
      try:
        internalstate = tuple(x % 2 ** 32 for x in internalstate)
      except ValueError as e:
        raise TypeError from e
      super().setstate(internalstate)
      return
    if version != 3:
      raise ValueError(f"state with version {version} passed to Random.setstate() of version {self.VERSION}")
    version, internalstate, self.gauss_next = state
    super().setstate(internalstate)

  def __getstate__(self):
    return self.getstate()

  def __setstate__(self, state):
    self.setstate(state)

  def __reduce__(self):
    return self.__class__, (), self.getstate()

  def __init_subclass__(cls, /, **kwargs):
    # A class with its own random() but no getrandbits() draws integers from random().
    for c in cls.__mro__:
      if "_randbelow" in c.__dict__:
        break
      if "getrandbits" in c.__dict__:
        cls._randbelow = cls._randbelow_with_getrandbits
        break
      if "random" in c.__dict__:
        cls._randbelow = cls._randbelow_without_getrandbits
        break

  def _randbelow_with_getrandbits(self, n):
    if not n:
      return 0
    getrandbits = self.getrandbits
    k = n.bit_length()
    r = getrandbits(k)
    while r >= n:
      r = getrandbits(k)
    return r

  def _randbelow_without_getrandbits(self, n, maxsize=1 << 53):
    if n >= maxsize:
      return _floor(self.random() * n)
    if n == 0:
      return 0
    rem = maxsize % n
    limit = (maxsize - rem) / maxsize
    r = self.random()
    while r >= limit:
      r = self.random()
    return _floor(r * maxsize) % n

  def randbytes(self, n):
    """n random bytes."""
    return self.getrandbits(n * 8).to_bytes(n, "little")

  def randrange(self, start, stop=None, step=_ONE):
    """An item of range(start, stop, step)."""
    istart = _randrange_index(start, "arg 1")
    if stop is None:
      if step is not _ONE:
        raise TypeError("Missing a non-None stop argument")
      if istart > 0:
        return self._randbelow(istart)
      raise ValueError("empty range for randrange()")
    istop = _randrange_index(stop, "stop")
    width = istop - istart
    istep = _randrange_index(step, "step")
    if istep == 1:
      if width > 0:
        return istart + self._randbelow(width)
      raise ValueError(f"empty range for randrange() ({istart}, {istop}, {width})")
    if istep > 0:
      n = (width + istep - 1) // istep
    elif istep < 0:
      n = (width + istep + 1) // istep
    else:
      raise ValueError("zero step for randrange()")
    if n <= 0:
      raise ValueError("empty range for randrange()")
    return istart + istep * self._randbelow(n)

  def randint(self, a, b):
    """An integer of [a, b]."""
    return self.randrange(a, b + 1)

  def choice(self, seq):
    """An item of a sequence."""
    return seq[self._randbelow(len(seq))] if len(seq) else _raise_empty()

  def shuffle(self, x):
    """Shuffle a list in place."""
    randbelow = self._randbelow
    for i in range(len(x) - 1, 0, -1):
      j = randbelow(i + 1)
      x[i], x[j] = x[j], x[i]

  def sample(self, population, k, *, counts=None):
    """k different items of a sequence, in random order."""
    from collections.abc import Sequence
    if not isinstance(population, Sequence):
      raise TypeError("Population must be a sequence.  For dicts or sets, use sorted(d).")
    n = len(population)
    if counts is not None:
      cum_counts = list(_accumulate(counts))
      if len(cum_counts) != n:
        raise ValueError("The number of counts does not match the population")
      total = cum_counts.pop()
      if not isinstance(total, int):
        raise TypeError("Counts must be integers")
      if total <= 0:
        raise ValueError("Total of counts must be greater than zero")
      selections = self.sample(range(total), k=k)
      return [population[_bisect(cum_counts, s)] for s in selections]
    randbelow = self._randbelow
    if not 0 <= k <= n:
      raise ValueError("Sample larger than population or is negative")
    result = [None] * k
    setsize = 21
    if k > 5:
      setsize += 4 ** _ceil(_log(k * 3, 4))
    if n <= setsize:
      pool = list(population)
      for i in range(k):
        j = randbelow(n - i)
        result[i] = pool[j]
        pool[j] = pool[n - i - 1]
    else:
      selected = set()
      for i in range(k):
        j = randbelow(n)
        while j in selected:
          j = randbelow(n)
        selected.add(j)
        result[i] = population[j]
    return result

  def choices(self, population, weights=None, *, cum_weights=None, k=1):
    """k items of a sequence, which may come again; weights say how likely each is."""
    random = self.random
    n = len(population)
    if cum_weights is None:
      if weights is None:
        n += 0.0
        return [population[_floor(random() * n)] for _ in range(k)]
      try:
        cum_weights = list(_accumulate(weights))
      except TypeError:
        if not isinstance(weights, int):
          raise
        k = weights
        raise TypeError(f"The number of choices must be a keyword argument: {k=}") from None
    elif weights is not None:
      raise TypeError("Cannot specify both weights and cumulative weights")
    if len(cum_weights) != n:
      raise ValueError("The number of weights does not match the population")
    total = cum_weights[-1] + 0.0
    if total <= 0.0:
      raise ValueError("Total of weights must be greater than zero")
    if not _isfinite(total):
      raise ValueError("Total of weights must be finite")
    hi = n - 1
    return [population[_bisect(cum_weights, random() * total, 0, hi)] for _ in range(k)]

  def uniform(self, a, b):
    """A float between a and b."""
    return a + (b - a) * self.random()

  def triangular(self, low=0.0, high=1.0, mode=None):
    """A float of the triangular distribution."""
    u = self.random()
    try:
      c = 0.5 if mode is None else (mode - low) / (high - low)
    except ZeroDivisionError:
      return low
    if u > c:
      u = 1.0 - u
      c = 1.0 - c
      low, high = high, low
    return low + (high - low) * _sqrt(u * c)

  def normalvariate(self, mu=0.0, sigma=1.0):
    """A float of the normal distribution."""
    random = self.random
    while True:
      u1 = random()
      u2 = 1.0 - random()
      z = NV_MAGICCONST * (u1 - 0.5) / u2
      if z * z / 4.0 <= -_log(u2):
        break
    return mu + z * sigma

  def gauss(self, mu=0.0, sigma=1.0):
    """A float of the normal distribution; faster, not for threads."""
    random = self.random
    z = self.gauss_next
    self.gauss_next = None
    if z is None:
      x2pi = random() * TWOPI
      g2rad = _sqrt(-2.0 * _log(1.0 - random()))
      z = _cos(x2pi) * g2rad
      self.gauss_next = _sin(x2pi) * g2rad
    return mu + z * sigma

  def lognormvariate(self, mu, sigma):
    """A float whose logarithm has the normal distribution."""
    return _exp(self.normalvariate(mu, sigma))

  def expovariate(self, lambd):
    """A float of the exponential distribution."""
    return -_log(1.0 - self.random()) / lambd

  def vonmisesvariate(self, mu, kappa):
    """An angle of the von Mises distribution."""
    random = self.random
    if kappa <= 1e-6:
      return TWOPI * random()
    s = 0.5 / kappa
    r = s + _sqrt(1.0 + s * s)
    while True:
      u1 = random()
      z = _cos(_pi * u1)
      d = z / (r + z)
      u2 = random()
      if u2 < 1.0 - d * d or u2 <= (1.0 - d) * _exp(d):
        break
    q = 1.0 / r
    f = (q + z) / (1.0 + q * z)
    u3 = random()
    if u3 > 0.5:
      return (mu + _acos(f)) % TWOPI
    return (mu - _acos(f)) % TWOPI

  def gammavariate(self, alpha, beta):
    """A float of the gamma distribution."""
    if alpha <= 0.0 or beta <= 0.0:
      raise ValueError("gammavariate: alpha and beta must be > 0.0")
    random = self.random
    if alpha > 1.0:
      ainv = _sqrt(2.0 * alpha - 1.0)
      bbb = alpha - LOG4
      ccc = alpha + ainv
      while True:
        u1 = random()
        if not 1e-7 < u1 < 0.9999999:
          continue
        u2 = 1.0 - random()
        v = _log(u1 / (1.0 - u1)) / ainv
        x = alpha * _exp(v)
        z = u1 * u1 * u2
        r = bbb + ccc * v - x
        if r + SG_MAGICCONST - 4.5 * z >= 0.0 or r >= _log(z):
          return x * beta
    if alpha == 1.0:
      return -_log(1.0 - random()) * beta
    while True:
      u = random()
      b = (_e + alpha) / _e
      p = b * u
      if p <= 1.0:
        x = p ** (1.0 / alpha)
      else:
        x = -_log((b - p) / alpha)
      u1 = random()
      if p > 1.0:
        if u1 <= x ** (alpha - 1.0):
          break
      elif u1 <= _exp(-x):
        break
    return x * beta

  def betavariate(self, alpha, beta):
    """A float of the beta distribution."""
    y = self.gammavariate(alpha, 1.0)
    if y:
      return y / (y + self.gammavariate(beta, 1.0))
    return 0.0

  def paretovariate(self, alpha):
    """A float of the Pareto distribution."""
    u = 1.0 - self.random()
    return u ** (-1.0 / alpha)

  def weibullvariate(self, alpha, beta):
    """A float of the Weibull distribution."""
    u = 1.0 - self.random()
    return alpha * (-_log(u)) ** (1.0 / beta)


def _raise_empty():
  raise IndexError("Cannot choose from an empty sequence")


def _randrange_index(value, which):
  try:
    return _index(value)
  except TypeError:
    number = int(value)
    import warnings
    if number != value:
      warnings.warn("randrange() will raise TypeError in the future", DeprecationWarning, 3)
      raise ValueError(f"non-integer {which} for randrange()")
    warnings.warn("non-integer arguments to randrange() have been deprecated since Python 3.10 and will be removed in a subsequent version",
                  DeprecationWarning, 3)
    return number


class SystemRandom(Random):
  """Random numbers of the operating system; they cannot be seeded."""

  def random(self):
    """A float of [0, 1)."""
    return (int.from_bytes(_urandom(7), "big") >> 3) * 2.0 ** -53

  def getrandbits(self, k):
    """An integer of k random bits."""
    if k < 0:
      raise ValueError("number of bits must be non-negative")
    numbytes = (k + 7) // 8
    x = int.from_bytes(_urandom(numbytes), "big")
    return x >> (numbytes * 8 - k)

  def randbytes(self, n):
    """n random bytes."""
    return _urandom(n)

  def seed(self, *args, **kwds):
    """Does nothing."""

  def _notimplemented(self, *args, **kwds):
    raise NotImplementedError("System entropy source does not have state.")

  getstate = setstate = _notimplemented


_inst = Random()
seed = _inst.seed
random = _inst.random
uniform = _inst.uniform
triangular = _inst.triangular
randint = _inst.randint
choice = _inst.choice
randrange = _inst.randrange
sample = _inst.sample
shuffle = _inst.shuffle
choices = _inst.choices
normalvariate = _inst.normalvariate
lognormvariate = _inst.lognormvariate
expovariate = _inst.expovariate
vonmisesvariate = _inst.vonmisesvariate
gammavariate = _inst.gammavariate
gauss = _inst.gauss
betavariate = _inst.betavariate
paretovariate = _inst.paretovariate
weibullvariate = _inst.weibullvariate
getstate = _inst.getstate
setstate = _inst.setstate
getrandbits = _inst.getrandbits
randbytes = _inst.randbytes

# A child process goes its own way.
_register_at_fork(after_in_child=_inst.seed)
