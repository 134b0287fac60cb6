# The math module.
import math as m
print(m.sqrt(16), m.floor(-1.5), m.ceil(1.2), m.trunc(-1.9), m.gcd(12, 18), m.lcm(4, 6), m.factorial(20), m.comb(5, 2), m.perm(5, 2), m.isqrt(17), m.prod([1, 2, 3]), m.fsum([0.1] * 10), m.hypot(3, 4), m.dist([0, 0], [3, 4]), m.copysign(1, -0.0), m.fmod(-7, 3), m.modf(2.5), m.frexp(8.0), m.ldexp(0.5, 4), m.fabs(-2))
print(m.pi, m.e, m.inf, m.nan, m.tau, m.isnan(m.nan), m.isinf(-m.inf), m.isfinite(1), m.isclose(0.1 + 0.2, 0.3), m.log(8, 2), m.log2(8), m.log10(1000), m.exp(0), m.pow(2, 3), m.sin(0), m.cos(0), m.degrees(m.pi), m.radians(180) == m.pi, m.atan2(1, 1), m.floor(10 ** 20), m.log(10 ** 400), m.remainder(7, 4), m.cbrt(27), m.exp2(3))
for f in (lambda: m.sqrt(-1), lambda: m.log(0), lambda: m.factorial(-1), lambda: m.factorial(1.5), lambda: m.exp(1000), lambda: m.gcd(1.5), lambda: m.sqrt("a"), lambda: m.floor(m.inf), lambda: m.floor(m.nan), lambda: m.acos(2), lambda: m.fmod(1, 0), lambda: m.isqrt(-1), lambda: m.sqrt()):
  try: f()
  except Exception as e: print(type(e).__name__, e)
try:
  m.log(10, base=2)
except TypeError as error:
  print(error)
