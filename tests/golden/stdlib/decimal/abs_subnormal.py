# Ordinary use, mistakes and corners of decimal: abs, Subnormal, copy_abs.
from decimal import *; import decimal

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

c = Context(prec=5); print(c.abs(Decimal('-1.234567')), c.copy_abs(Decimal('-1.234567')), c.abs(-5), c.copy_abs(-5), c.abs(Decimal('-inf')), c.copy_abs(Decimal('-nan')), c.plus(Decimal('1.234567')), c.minus(1), c.add(1, Decimal('2.5')), c.multiply(3, 4), c.divide(1, 3), c.divide_int(7, 2), c.divmod(7, 2), c.remainder(7, 3), c.power(2, 10), c.power(2, 10, 7), c.quantize(Decimal('1.2345'), Decimal('0.01')), c.compare(1, 2), c.max(1, 2), c.min_mag(-3, 2), c.same_quantum(1, Decimal('1.0')), c.to_integral_value(Decimal('2.7')), c.create_decimal('1.2345678'), c.create_decimal_from_float(0.1), c.exp(1), c.ln(10), c.log10(2), c.sqrt(2), c.next_plus(1), c.number_class(-1), c.is_zero(0), c.scaleb(1, 3), c.shift(123, 1), c.rotate(123, 1), c.logical_or(1, 10), c.to_sci_string(Decimal('1e5')), c.fma(2, 3, 4), c.normalize(Decimal('1.500')), c.Etiny(), c.Etop(), c.radix(), c.canonical(Decimal(1)), c.is_qnan(Decimal('nan')), c.is_subnormal(Decimal('1e-999999')), c.copy_sign(1, -1), c.copy_negate(1), c.subtract(5, 3), c.logb(100), c.next_toward(1, 2), c.remainder_near(10, 6), c.compare_total(1, 2))
for m, a in [('abs', ('x',)), ('abs', (1.5,)), ('abs', ()), ('abs', (1, 2)), ('copy_abs', ('x',)), ('copy_abs', (None,)), ('copy_abs', ()), ('add', (1,)), ('add', (1, 'x')), ('divide', (1, 0)), ('divide', (0, 0)), ('sqrt', (-1,)), ('ln', (-1,)), ('create_decimal', ('x',)), ('create_decimal', ([],)), ('create_decimal_from_float', ('x',)), ('power', (0, 0)), ('power', (2, 3, 0)), ('quantize', (1, Decimal('1e-10'))), ('exp', ()), ('logical_or', (1, 2)), ('scaleb', (1, 10 ** 10)), ('to_sci_string', ('x',)), ('fma', (1, 2)), ('canonical', (1,)), ('is_zero', (1.5,)), ('compare_signal', (1, Decimal('nan')))]: print(m, end=' '); err(getattr(c, m), *a)
print(Subnormal.__mro__[1].__name__, [s.__name__ for s in (Clamped, DivisionByZero, Inexact, InvalidOperation, Overflow, Rounded, Underflow, FloatOperation)], c.flags[Inexact], c.clear_flags(), c.flags[Inexact], c.traps[Subnormal], issubclass(Underflow, Subnormal), issubclass(Subnormal, DecimalException))
with localcontext(Context(Emin=-10, Emax=10, prec=3, traps=[Subnormal])) as l: err(lambda: Decimal('1e-10') / 10); l.traps[Subnormal] = False; print(Decimal('1.23e-10') / 10, l.flags[Subnormal], l.flags[Underflow], Decimal('1e-10') / 1000, l.flags[Clamped]); l.traps[Underflow] = True; err(lambda: Decimal('1.23e-10') / 10); l.clear_traps(); print(Decimal(10) ** 11, l.flags[Overflow], Decimal('9e10') * 2, Decimal('1e-20') * 1)
with localcontext() as l: l.traps[FloatOperation] = True; err(Decimal, 1.5); err(lambda: Decimal(1) < 1.5); print(Decimal(1) == 1.5, Decimal.from_float(0.5))
try: raise Subnormal('custom')
except ArithmeticError as e: print(repr(e))
err(setattr, c, 'traps', 5); err(c.flags.__setitem__, 'x', 1); err(lambda: c.flags[int]); err(c.traps.__delitem__, Inexact); print(c == c.copy() if 0 else c.copy().prec, len(c.flags), sorted(k.__name__ for k in c.traps)[:3], repr(Context(prec=3, traps=[], flags=[Inexact])), DefaultContext.prec, BasicContext.rounding, ExtendedContext.traps[DivisionByZero])
