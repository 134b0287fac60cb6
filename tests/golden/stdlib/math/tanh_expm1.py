# Ordinary use, mistakes and corners of math: tanh, expm1, nextafter, fsum.
import math, cmath

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

for v in (0, 1, -1, 0.5, 20, -20, 1e-300, math.inf, -math.inf, math.nan, True, 710, -0.0): print(v, math.tanh(v), end=' '); err(math.expm1, v)
print(math.nextafter(1, 2), math.nextafter(1, 0), math.nextafter(0, 1), math.nextafter(math.inf, 0), math.nextafter(1, 1), math.nextafter(math.nan, 1), math.nextafter(0.0, -0.0), math.ulp(1), math.ulp(0), math.ulp(math.inf))
print(math.fsum([.1] * 10), math.fsum([]), math.fsum([1e100, 1, -1e100]), math.fsum(iter([1, 2])), math.fsum([math.inf, 1]), math.fsum([True, 2]), math.fsum([1e308, 1e308, -1e308]) if 0 else '')
err(math.fsum, [math.inf, -math.inf]); err(math.fsum, [1e308, 1e308]); err(math.fsum, ['a']); err(math.fsum, 5); err(math.fsum); err(math.fsum, [1], [2]); err(math.fsum, [1 << 2000]); err(math.nextafter, 1); err(math.nextafter, 'a', 1); err(math.nextafter, 1, 2, 3); err(math.nextafter, 1, steps=2); err(math.tanh, 'x'); err(math.tanh); err(math.tanh, 1j); err(math.tanh, 1, 2); err(math.expm1, None); err(math.expm1, 1000); err(math.tanh, x=1)
class F:
    def __float__(self): return 0.5
class I:
    def __index__(self): return 2
class B:
    def __float__(self): return 'x'
print(math.tanh(F()), math.sqrt(I()), math.floor(2.5), math.ceil(-2.5), math.trunc(-2.7)); err(math.tanh, B()); err(math.sqrt, -1); err(math.log, 0); err(math.log, -1); err(math.log, 'x'); err(math.log, 2, 0); err(math.log, 2, 1); err(math.log); err(math.log2, 0); err(math.log10, -1); err(math.log1p, -1); err(math.acos, 2); err(math.exp, 1000); err(math.pow, -1, 0.5); err(math.pow, 0, -1); err(math.pow, 1e200, 2); err(math.fmod, 1, 0); err(math.factorial, -1); err(math.factorial, 1.5); err(math.factorial, 'x'); err(math.gcd, 1.5); err(math.comb, -1, 1); err(math.perm, 1, -1); err(math.isqrt, -1); err(math.isqrt, 1.5); err(math.ldexp, 1, 1.5); err(math.ldexp, 1, 99999); err(math.floor, math.nan); err(math.ceil, math.inf); err(math.trunc, 'x'); err(math.hypot, 'a'); err(math.dist, [1], [1, 2]); err(math.dist, 1, 2); err(math.prod, ['a', 'b']); err(math.prod, 5); err(math.isclose, 1); err(math.isclose, 1, 2, rel_tol=-1); err(math.cosh, 1000); err(math.gamma, -1); err(math.gamma, 200); err(math.lgamma, -1); err(math.atanh, 1); err(math.remainder, 1, 0); err(math.sin, math.inf); err(math.copysign, 1); err(math.frexp, 'x'); err(math.modf, None); err(math.degrees, 'x'); err(math.erf, 'x'); err(math.cbrt, 'x')
print(math.log(8, 2), math.log(1 << 5000), math.log2(8), math.log10(1000), math.log1p(1e-10), math.gcd(12, 18, 27), math.gcd(), math.lcm(4, 6), math.comb(10, 3), math.perm(5), math.perm(5, 2), math.isqrt(10 ** 40), math.hypot(3, 4), math.hypot(), math.dist((1, 2), (4, 6)), math.prod([2, 3], start=4), math.fmod(-7, 3), math.remainder(7, 4), math.modf(-2.5), math.frexp(8), math.ldexp(0.5, 4), math.copysign(3, -0.0), math.isclose(1, 1 + 1e-10), math.cbrt(27), math.exp2(10), math.gamma(5), math.lgamma(10), math.erf(1), math.erfc(1), math.degrees(math.pi), math.radians(180), math.atan2(-0.0, -1), math.tau, math.factorial(20), math.cos(1), math.sumprod([1], [2]) if hasattr(math, 'sumprod') else '')
