# Ordinary use, mistakes and corners of fractions: numerator, from_decimal, Fraction, limit_denominator.
from fractions import Fraction as F; from decimal import Decimal as D

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

half = F(1, 2); print(half, F('0.75'), F(3, -6), F.from_float(0.75), F.from_decimal(D('1.25')), F(D('0.1')), F(2.5), F('22/7').limit_denominator(5), F(0.3333).limit_denominator(10), F('1e-3'), F('-1/4').numerator, F(6, 8).denominator)
print(half + F(1, 3), half - 1, half * 4, half / 3, half // F(1, 3), half % F(1, 3), half ** 2, half ** -1, -half, abs(F(-1, 2)), half + 0.5, 1 - half, 2 ** half if 0 else '', half == 0.5, half < 1, sorted([F(3, 4), F(1, 2)]), sum([F(1, 10)] * 3) == F(3, 10), round(F(7, 3), 1), int(F(7, 2)), float(half), hash(half) == hash(0.5), repr(half), f'{half}', bool(F(0)), F(7, 3).__floor__(), F(7, 3).__ceil__(), divmod(F(7, 2), 1), F(3).as_integer_ratio(), F(5, 3).real, half.conjugate())
for a in ((1, 0), ('abc',), ('1/2/3',), (1.5, 2), (None,), ('',), ('1/0',), (float('nan'),), (float('inf'),), (1j,), ([],), ('0x10',), ('1 / 2',), (1, 'x'), ('½',), (D('inf'),)): err(F, *a)
err(F.from_float, 'x'); err(F.from_float, float('inf')); err(F.from_decimal, 0.5); err(F.from_decimal, D('nan')); err(F.from_float, 1j); err(half.limit_denominator, 0); err(half.limit_denominator, 1.5); err(half.limit_denominator, -1); err(lambda: half + '1'); err(lambda: half / 0); err(lambda: F(0) ** -2); err(lambda: half < None); err(lambda: half % 0); err(lambda: half + D(1)); err(setattr, half, 'numerator', 1); err(lambda: half.nope); err(round, half, 1.5); err(F, bogus=1); err(int, '1/2')
import pickle, copy, math; print(pickle.loads(pickle.dumps(half)) == half, copy.copy(half) is half, math.floor(F(-1, 2)), math.gcd(F(4, 2).numerator, 6), max(F(1, 3), 0.3), F(10, 4).limit_denominator(1), F(math.e).limit_denominator(1000), complex(half), F('1_0/2_0'), F(' 3/4 '), math.sqrt(F(9, 4)))
