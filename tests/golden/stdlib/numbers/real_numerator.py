# Ordinary use, mistakes and corners of numbers: real, numerator, conjugate, Real.
import numbers; from fractions import Fraction; from decimal import Decimal

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

for v in (1, True, 1.5, 1j, Fraction(1, 2), Decimal(1), 'x', None):
    print(repr(v), [k.__name__ for k in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral) if isinstance(v, k)])
print((5).real, (5).imag, (5).numerator, (5).denominator, (5).conjugate(), (2.5).real, (2.5).conjugate(), (3 + 4j).real, (3 + 4j).conjugate(), Fraction(3, 4).real, Fraction(3, 4).conjugate(), Fraction(3, 4).numerator, True.numerator, abs(3 + 4j))
class R(numbers.Real):
    def __init__(self, v): self.v = v
    def __float__(self): return float(self.v)
    def __trunc__(self): return int(self.v)
    def __floor__(self): return int(self.v // 1)
    def __ceil__(self): return -int(-self.v // 1)
    def __round__(self, n=None): return round(self.v, n)
    def __floordiv__(self, o): return R(self.v // o)
    def __rfloordiv__(self, o): return R(o // self.v)
    def __mod__(self, o): return R(self.v % o)
    def __rmod__(self, o): return R(o % self.v)
    def __lt__(self, o): return self.v < o
    def __le__(self, o): return self.v <= o
    def __eq__(self, o): return self.v == o
    def __hash__(self): return hash(self.v)
    def __add__(self, o): return R(self.v + o)
    __radd__ = __add__
    def __neg__(self): return R(-self.v)
    def __pos__(self): return self
    def __mul__(self, o): return R(self.v * o)
    __rmul__ = __mul__
    def __truediv__(self, o): return R(self.v / o)
    def __rtruediv__(self, o): return R(o / self.v)
    def __pow__(self, o): return R(self.v ** o)
    def __rpow__(self, o): return R(o ** self.v)
    def __abs__(self): return R(abs(self.v))
    def __repr__(self): return f'R({self.v})'
r = R(7.5)
print(r.real, r.imag, r.conjugate(), complex(r), divmod(r, 2), divmod(20, r), r - 1, 1 - r, bool(r), bool(R(0)), r.conjugate() is not r, r < 9, isinstance(r, numbers.Complex), -r, abs(R(-2)), round(r), float(r))
class Q(numbers.Rational): pass
err(Q); err(numbers.Real); err(numbers.Integral); err(numbers.Complex); err(numbers.Number); print(numbers.Number.__hash__, issubclass(int, numbers.Rational), issubclass(float, numbers.Rational), [c.__name__ for c in numbers.Integral.__mro__], numbers.__all__, numbers.Complex.real.__isabstractmethod__, sorted(numbers.Complex.__abstractmethods__)[:4], len(numbers.Real.__abstractmethods__), len(numbers.Integral.__abstractmethods__))
numbers.Real.register(Decimal) if 0 else None
class N: pass
numbers.Number.register(N); print(isinstance(N(), numbers.Number), issubclass(N, numbers.Complex)); err(numbers.Number.register, 5); err(lambda: r + 'x'); err(lambda: (1).numerator.nope); err(setattr, 5, 'numerator', 1); err(setattr, 1.5, 'real', 1); err((5).conjugate, 1); err((1.5).conjugate, 1); err(numbers.Rational.numerator.fget, 5); err(float, N()); print(numbers.Rational.__float__(Fraction(1, 4)), numbers.Integral.__float__(7) if 0 else '', numbers.Complex.__bool__(r), numbers.Real.__complex__(r), numbers.Integral.numerator.fget(5), numbers.Integral.denominator.fget(5), numbers.Real.imag.fget(r))
