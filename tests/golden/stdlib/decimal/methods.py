# The methods of decimals.
from decimal import Decimal as D

a, b = D("-12.345"), D("7.1")
print(a.compare(b), a.compare_signal(b), a.compare_total(b), a.compare_total_mag(b), a.copy_abs(), a.copy_negate(), a.copy_sign(b), a.canonical(), a.conjugate(), a.radix())
print(a.fma(2, b), a.is_canonical(), a.is_finite(), a.is_infinite(), a.is_nan(), a.is_normal(), a.is_qnan(), a.is_signed(), a.is_snan(), a.is_subnormal(), a.is_zero())
print(a.logb(), a.max(b), a.max_mag(b), a.min(b), a.min_mag(b), a.next_minus(), a.next_plus(), a.next_toward(b), D("120.00").normalize(), a.number_class(), a.quantize(D("0.1")))
print(D(10).remainder_near(6), a.same_quantum(D("1.000")), D("1.5").scaleb(3), D(12345).shift(2), D(12345).shift(-2), D(12345).rotate(3), a.to_integral_value(), a.to_integral_exact(), a.to_integral(), a.real, a.imag)
print(D(1100).logical_and(1010), D(1100).logical_or(1010), D(1100).logical_xor(1010), str(D(1100).logical_invert())[-6:])
print(D("2").exp(), D("2").ln(), D("2").log10(), D("2").sqrt(), D("1E-5").ln(), D("0.99999").ln(), D("-3").exp(), D("1.0001") ** 1000, D("7") ** D("-0.3"))
