# Making decimals from texts, tuples, integers and floats, and back.
from decimal import Decimal as D

for text in ("1", "-0.00", "1e5", "1E-7", ".5", "5.", "+3", " 12 ", "1_000.5", "Infinity", "-inf", "nan", "NaN123", "sNaN", "１２", "0e-10", "123E+3"):
  d = D(text)
  print(repr(d), d.as_tuple() if d.is_finite() else d.as_tuple().exponent, d.to_eng_string(), d.adjusted())
print(D((0, (1, 2, 3), -2)), D((1, (), "F")), D(10 ** 30), D(1.1), D(0.5), D.from_float(0.1), D(True), D())
print(int(D("3.9")), float(D("1.25")), complex(D(2)), round(D("2.675"), 2), round(D("2.5")), D("3.7").__floor__(), D("1.5").as_integer_ratio(), hash(D("2.0")) == hash(2), bool(D("0.0")))
print(D("12345678901234567890123456789012345678901234567890"), str(D("1E+1000000"))[:12], D("0.000001"), D("0.0000001"))
