# Division, modulo, shifts, powers and bit operations on negative numbers.
for a, b in ((7, 2), (-7, 2), (7, -2), (-7, -2), (0, 3)):
  print(a, b, a // b, a % b, divmod(a, b), a / b)
print(-5 >> 1, -5 << 2, -5 & 3, -5 | 3, -5 ^ 3, ~-5, 1 << 70, (1 << 70) >> 68, 2 ** -2, 0 ** 0, (-2) ** 3)
print(1_000_000, 0b1010, 0o17, 0xFf, 10 ** 18 + 10 ** 18, 2 ** 62 * 2, 2 ** 63 - 1 + 1, -(2 ** 63) - 1, 9223372036854775807 + 1)
for f in (lambda: 1 // 0, lambda: 1 % 0, lambda: 1 / 0, lambda: 1 << -1, lambda: 0 ** -1, lambda: divmod(1, 0), lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: pow(2, -1, 4), lambda: pow(2, 3, 0)):
  try: f()
  except Exception as e: print(type(e).__name__, e)
