# The functions that few use, at their edges.
import math

values = (0.0, -0.0, 1.0, -1.0, 0.5, 3.7, -2.5, 1e-10, 170.6, 1e300, math.inf, -math.inf, math.nan)
for name in ("erf", "erfc", "expm1", "log1p", "lgamma", "gamma", "ulp", "cbrt", "exp2", "trunc", "floor", "ceil", "isfinite", "fabs", "asinh", "acosh", "atanh", "sinh", "cosh", "tanh", "degrees", "radians", "frexp", "modf", "sqrt",
             "log", "log2", "log10", "exp", "sin", "acos"):
  results = []
  for value in values:
    try:
      result = getattr(math, name)(value)
      results.append(f"{result:.12g}" if isinstance(result, float) else result)
    except (ValueError, OverflowError) as error:
      results.append(f"{type(error).__name__}: {error}")
  print(name, results)
print(math.nextafter(1, 2), math.nextafter(0, -1), math.nextafter(1, 1), math.ulp(1), math.ulp(5e-324), math.hypot(3, 4, 12), math.dist((1, 2), (4, 6)), math.comb(52, 5), math.perm(10, 3), math.perm(5), math.isqrt(10 ** 20),
      math.lcm(4, 6, 10), math.lcm(), math.gcd(12, 18, 27), math.gcd(), math.prod([1, 2, 3.5]), math.prod([], start=7), math.fsum([0.1] * 10), math.copysign(3, -0.0), math.ldexp(0.75, 4), math.remainder(7, 4), math.fmod(-7, 4),
      math.pow(2, 0.5), math.atan2(-0.0, -1), math.isclose(1, 1 + 1e-10), math.isclose(0, 1e-10), math.isclose(1, 1.1, rel_tol=0.2), math.factorial(20), math.tau, math.log(8, 2), math.log(10 ** 400), math.log2(1 << 5000))
for wrong in (lambda: math.comb(5, -1), lambda: math.isqrt(-1), lambda: math.factorial(1.5), lambda: math.factorial(-1), lambda: math.dist((1,), (1, 2)), lambda: math.log(0), lambda: math.ldexp(1, 10 ** 6), lambda: math.fsum([1e308, 1e308]),
              lambda: math.pow(-1, 0.5), lambda: math.gcd(1.0), lambda: math.isclose(1, 2, rel_tol=-1), lambda: math.sqrt("4"), lambda: math.floor("x"), lambda: math.prod(5), lambda: math.perm(-1), lambda: math.nextafter(1), lambda: math.remainder(1, 0)):
  try:
    print(wrong())
  except Exception as error:
    print(type(error).__name__, error)
