# float: construction, methods and errors.
print(float(), float("1.5"), float(" -1e3 "), float("inf"), float("-Infinity"), float("nan"), float("1_0.5"), float(5), float(True), float(b"2.5"))
print((2.5).is_integer(), (2.0).is_integer(), (0.5).as_integer_ratio(), (1.5).hex(), float.fromhex("0x1.8p1"), (1.5).conjugate(), (1.5).real, (1.5).imag, abs(-1.5), round(1.55, 1), round(-0.4), (2.7).__trunc__(), (2.7).__floor__(), (2.2).__ceil__(), hash(1.0) == 1, bool(0.0), 1.5 // 1, 5.5 % 2, 2.0 ** 3, divmod(5.5, 2))
for f in (lambda: float("x"), lambda: float(""), lambda: float(None), lambda: float([]), lambda: float("1.5.2"), lambda: round(float("nan")), lambda: round(float("inf")), lambda: (float("inf")).as_integer_ratio(), lambda: 1.5 << 1, lambda: 1.5 & 1, lambda: float(1j), lambda: 10.0 ** 400, lambda: (-1.0) ** 0.5 == 1j):
  try: print(f())
  except Exception as e: print(type(e).__name__, e)
