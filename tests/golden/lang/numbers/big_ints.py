# Arithmetic far over 64 bits.
a, b = 12345678901234567890123456789, 987654321098765432109876543210
print(a + b, a - b, a * b, b // a, b % a, -b // a, -b % a, a ** 3)
print(a & b, a | b, a ^ b, ~a, a << 65, b >> 33, -b >> 33, a.bit_length(), (a * b) % (10 ** 9 + 7), pow(a, b, 10 ** 9 + 7))
f = 1
for i in range(1, 51): f *= i
print(f, f"{f:e}", f"{f:,}"[:20], len(str(2 ** 1000)), hex(2 ** 100 - 1), int("9" * 40) + 1, int(str(a)) == a, a == float(a), a < b, hash(a) == hash(a + 0))
print(float(2 ** 80), int(1e25), 2 ** 100 / 3 ** 50, (2 ** 100) / (2 ** 99), 10 ** 400 // 10 ** 399, int.from_bytes((2 ** 70).to_bytes(10, "big"), "big") == 2 ** 70)
for g in (lambda: float(10 ** 400), lambda: 10 ** 400 / 3, lambda: 10 ** 400 * 1.0, lambda: 1 << 10 ** 20):
  try: g()
  except Exception as e: print(type(e).__name__, e)
