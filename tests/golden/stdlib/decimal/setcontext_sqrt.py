# Ordinary use, mistakes and corners of decimal: setcontext, sqrt, InvalidContext, radix.
import decimal; from decimal import *

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

c = Context(prec=6, rounding=ROUND_HALF_UP)
old = getcontext().copy()
print(setcontext(c), getcontext() is c, Decimal(2).sqrt(), c.sqrt(2), c.sqrt(Decimal('1e10')), c.radix(), Context().radix(), Decimal(5).radix(), c.is_nan(Decimal('nan')), c.is_nan(5))
print(c)
err(setcontext, 5)
err(setcontext)
err(c.sqrt, -1)
err(c.sqrt, 'x')
err(c.sqrt, 1.5)
err(c.sqrt)
err(c.is_nan, 'x')
err(c.is_nan, 1.5)
err(c.radix, 1)
for s in ('100.00', '1E+3', '-0.000', '0E-5', 'Infinity', 'NaN', '123456789', '1.2300', '5E10'):
    print(s, Decimal(s).normalize(), Decimal(s).normalize(old), end='; ')
print()
err(Decimal('sNaN').normalize)
err(Decimal(1).normalize, 5)
err(Decimal, 'abc'); err(Decimal, [1]); err(Decimal, (0, (1, 'x'), 0)); err(Decimal, (2, (1,), 0)); err(Decimal, (0, (1,))); err(Decimal, None); err(Decimal, 1, 2); err(Decimal, '1', bogus=1)
print(Decimal((1, (1, 2, 3), -2)), Decimal('0x1') if 0 else '', Decimal(0.1), Decimal('  1.5\n'), Decimal('1_000.5'), Decimal('-inf'), Decimal(True), repr(Decimal('-0')))
err(lambda: Decimal(1) / 0); err(lambda: Decimal(0) / 0); err(lambda: Decimal(1) % 0); err(lambda: Decimal('inf') - Decimal('inf')); err(lambda: Decimal(1) + 1.5); err(lambda: Decimal(1) + 'x'); err(lambda: Decimal('sNaN') + 1); err(lambda: Decimal('nan') < 1); err(lambda: Decimal(0) ** 0); err(lambda: Decimal(-8) ** Decimal('0.5')); err(lambda: Decimal(10) ** 999999999); err(int, Decimal('nan')); err(int, Decimal('inf')); err(round, Decimal('nan')); err(hash, Decimal('sNaN')); err(Decimal(1).quantize, Decimal('1e-20')); err(Decimal('inf').quantize, Decimal(1)); err(Decimal(1).exp, 5)
for m in ('Context.prec', 'x'): pass
err(setattr, c, 'prec', 0); err(setattr, c, 'prec', 'x'); err(setattr, c, 'rounding', 'UP'); err(setattr, c, 'Emax', -1); err(setattr, c, 'Emin', 1); err(setattr, c, 'capitals', 2); err(setattr, c, 'clamp', 5); err(delattr, c, 'prec'); err(Context, prec=0); err(Context, bogus=1); err(Context, rounding='x'); err(Context, flags=5); err(Context, traps=[int])
print(InvalidContext.__mro__[1].__name__, issubclass(InvalidContext, InvalidOperation), [x.__name__ for x in DivisionByZero.__mro__[1:4]], issubclass(DivisionUndefined, ZeroDivisionError))
with localcontext() as l:
    l.prec = 3; l.traps[Inexact] = True
    err(lambda: Decimal(1) / 3); print(l.flags[Inexact], l.flags[Rounded], [f.__name__ for f, v in l.flags.items() if v])
with localcontext(prec=4) as l: print(Decimal(1) / 3, l.prec)
err(localcontext, 5); err(localcontext, bogus=3)
print(Decimal('3.14159').quantize(Decimal('.01')), Decimal('2.5').to_integral_value(), round(Decimal('2.675'), 2), Decimal('123.456').as_tuple(), Decimal('1.50').as_integer_ratio(), Decimal(7).compare(Decimal(8)), Decimal('1e3').to_eng_string(), Decimal(1234567).__format__(','), f"{Decimal('1.5'):08.3f} {Decimal('0.00001234'):g} {Decimal(5):e}", Decimal(10).log10(), Decimal(100).ln(), Decimal('1.1').fma(2, 3), Decimal(17).remainder_near(5), Decimal('1.23').scaleb(2), Decimal(6).logical_and(Decimal(1)) if 0 else '', Decimal('1E-7').is_subnormal(), Decimal(3).copy_sign(Decimal(-1)), Decimal(5).adjusted(), Decimal('1e5').adjusted(), Decimal(3).next_plus(), Decimal(2).max(Decimal('nan')))
err(format, Decimal(1), 'q'); err(Decimal('12').logical_and, 1); err(Decimal(1).compare_signal, Decimal('nan')); setcontext(old)
