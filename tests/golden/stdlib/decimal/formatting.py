# format() of decimals.
from decimal import Decimal as D

for value in ("1234567.891", "-0.005", "1E+10", "0", "-0.0", "123", "1E-8", "NaN", "-Infinity"):
  print(value, [format(D(value), spec) for spec in ("", ".2f", ",.1f", "e", ".3e", "E", "g", ".2g", "G", "%", ".1%", "+", " ", "012", "*^15", "<12.1f", "=+15", ",", "n", "z.1f", "020,.2f")])
for spec in ("q", "<010", ",n", ".", "5.f"):
  try:
    print(format(D(1), spec))
  except ValueError as e:
    print(spec, e)
print(f"{D('3.14159'):.2f} {D(5):>6} {D('1.5')!r} {D('2.5'):.0f}")
