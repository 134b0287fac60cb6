# Tuples: packing, unpacking with stars, swaps, several results.
import time

COUNT = 700_000


def divide(a, b):
  return a // b, a % b


def run():
  total = 0
  a, b, c = 1, 2, 3
  pair = (4, 5)
  items = [6, 7, 8, 9]
  for i in range(COUNT):
    a, b, c = b, c, a
    x, y = pair
    first, *rest = items
    quotient, remainder = divide(i, 7)
    (p, q), r = pair, i
    total += a + x + y + first + len(rest) + quotient + remainder + p + q + r
  return total


start = time.perf_counter()
result = run()
elapsed = time.perf_counter() - start
print("unpacking", result)
print(f"# {elapsed / (COUNT) * 1e9:.1f} ns per op")
