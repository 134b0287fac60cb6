# Big integers: pi by a spigot, powers, conversions to and from text.
import time

DIGITS = 2_000


def pi_digits(count):
  q, r, t, k, n, l = 1, 0, 1, 1, 3, 3
  while count:
    if 4 * q + r - t < n * t:
      yield n
      count -= 1
      q, r, n = 10 * q, 10 * (r - n * t), (10 * (3 * q + r)) // t - 10 * n
    else:
      q, r, t, k, n, l = q * k, (2 * q + r) * l, t * l, k + 1, (q * (7 * k + 2) + r * l) // (t * l), l + 2


def run():
  digits = "".join(map(str, pi_digits(DIGITS)))
  total = sum(map(int, digits))
  for i in range(200):
    total += len(str(3 ** (i * 20))) + pow(7, 10 ** 30 + i, 10 ** 40 + 7) % 1000
  return f"{total} {int(digits[:1000]) % 1_000_007}"


start = time.perf_counter()
result = run()
elapsed = time.perf_counter() - start
print("big_integers", result)
print(f"# {elapsed / (DIGITS) * 1e9:.1f} ns per op")
