# Ordinary use, mistakes and corners of cmath: tanh, sqrt, asin.
import cmath, math

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

inf, nan = math.inf, math.nan
for z in (0, 1, -1, 1j, 2 + 3j, -0.5 - 0.5j, 1e-300, complex(inf, 0), complex(0, inf), complex(nan, 0), complex(-inf, 2), 1e308 + 1e308j, -0.0, complex(-1, -0.0), complex(1, nan), complex(-1.0, 0.0), 710, 20j, 1e5):
    for f in (cmath.tanh, cmath.sqrt, cmath.asin, cmath.log, cmath.exp, cmath.acosh, cmath.atan):
        try: r = f(z); print(f.__name__, z, f'{r.real:.12g} {r.imag:.12g}')
        except Exception as e: print(f.__name__, z, type(e).__name__, e)
print(cmath.sqrt(-4), cmath.polar(1j), cmath.rect(1, math.pi / 2).imag, cmath.phase(-1), cmath.phase(complex(-1, -0.0)), cmath.isclose(1, 1 + 1e-10), cmath.isclose(1, 1.1, rel_tol=0.2), cmath.isnan(complex(nan, 1)), cmath.isinf(complex(1, inf)), cmath.isfinite(1j), cmath.log(8, 2), cmath.log10(100j), cmath.pi, cmath.tau, cmath.e, cmath.inf, cmath.infj, cmath.nan, cmath.nanj)
class C:
    def __complex__(self): return 3 + 4j
class F:
    def __float__(self): return 9.0
class I:
    def __index__(self): return 16
class Bad:
    def __complex__(self): return 5
print(cmath.sqrt(C()), cmath.sqrt(F()), cmath.sqrt(I()), cmath.sqrt(True))
for a in (('x',), (None,), ([],), (), (1, 2), (Bad(),), (1 << 2000,)):
    for f in (cmath.sqrt, cmath.tanh, cmath.asin, cmath.phase, cmath.polar): 
        try: print(f(*a))
        except Exception as e: print(f.__name__, type(e).__name__, e)
err(cmath.log, 0); err(cmath.log, 1, 0); err(cmath.log, 2, 1); err(cmath.log, 1, 'x'); err(cmath.log10, 0); err(cmath.log, 1, 2, 3); err(cmath.rect, 1); err(cmath.rect, 'a', 1); err(cmath.rect, inf, 1); err(cmath.rect, 1, inf); err(cmath.isclose, 1); err(cmath.isclose, 1, 2, rel_tol=-1); err(cmath.isclose, 1, 2, 3); err(cmath.isclose, 'a', 1); err(cmath.atanh, 1); err(cmath.atan, 1j); err(cmath.exp, 1000); err(cmath.cosh, 1000); err(cmath.isnan, 'x'); err(cmath.sqrt, x=1)
