# Ordinary use, mistakes and corners of math: factorial, erf, prod.
import math

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

print([math.factorial(n) for n in range(10)], math.factorial(25), len(str(math.factorial(1000))), math.factorial(True))
for bad in (-1, 1.0, 2.5, 'x', None, 1 << 70, -1.0, [1], math.nan): err(math.factorial, bad)
err(math.factorial); err(math.factorial, 1, 2); err(math.factorial, x=3)
print([round(math.erf(x), 12) for x in (0, 0.1, 1, -1, 3, 10)], math.erf(math.inf), math.erf(math.nan), round(math.erfc(0.5), 12)); err(math.erf, 'x'); err(math.erf); err(math.erf, 1j)
print(math.prod([]), math.prod([1, 2, 3, 4]), math.prod([0.5, 4]), math.prod(range(1, 6), start=10), math.prod(['ab', 3]) if 0 else '', math.prod([[1], 2], start=1) if 0 else '', math.prod(iter([2, 2.0])), math.prod((1 << 40, 1 << 40)), math.prod([True, False])); err(math.prod); err(math.prod, 5); err(math.prod, [1], 2); err(math.prod, ['a', 'b']); err(math.prod, [1], begin=2); err(math.prod, [None]); err(math.prod, [1e308, 10.0]) 
from fractions import Fraction; from decimal import Decimal; print(math.prod([Fraction(1, 2), 3]), math.prod([Decimal('1.5'), 2]), math.prod([[1, 2], 2], start=1) if 0 else math.prod([2, [1]]) )
