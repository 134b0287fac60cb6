# int: construction, methods and errors.
print(int(), int("42"), int(" -7 "), int("1_000"), int("ff", 16), int("0xff", 16), int("0b11", 0), int("z", 36), int(3.99), int(-3.99), int(True), int(b"5"), int("٣"))
print((5).bit_length(), (-5).bit_count(), (10).to_bytes(2, "big"), (-2).to_bytes(2, "little", signed=True), int.from_bytes(b"\x01\x00", "big"), int.from_bytes(b"\xff", "big", signed=True), (6).as_integer_ratio(), (5).conjugate(), (5).real, (5).imag, (5).numerator, (5).denominator, (3).__add__(4), (7).__floordiv__(2), (5).__add__("a"))
print(abs(-5), -(-5), +5, ~5, bin(10), oct(-8), hex(255), round(1234, -2), round(1250, -2), round(15, -1), divmod(-7, 2), pow(2, 10), pow(2, 10, 1000), float(5), complex(5), str(5), repr(-5), format(5, "03d"), hash(5), bool(0))
for f in (lambda: int("x"), lambda: int(""), lambda: int("1.5"), lambda: int("9", 8), lambda: int("1", 1), lambda: int(None), lambda: int([]), lambda: int("1", 2, 3), lambda: int(float("nan")), lambda: int(float("inf")), lambda: (300).to_bytes(1, "big"), lambda: (-1).to_bytes(1, "big"), lambda: int(1.5, 2), lambda: 5 + None, lambda: (5).__getitem__, lambda: int("1__0")):
  try: print(f())
  except Exception as e: print(type(e).__name__, e)
