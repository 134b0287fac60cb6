# A while loop of multiply, add, modulo and compare.
import time

COUNT = 10_000_000


def run(count):
  i, x = 0, 1
  while i < count:
    x = (x * 31 + i) % 1000003
    i += 1
  return x


start = time.perf_counter()
result = run(COUNT)
elapsed = time.perf_counter() - start
print("int_loop", result)
print(f"# {elapsed / COUNT * 1e9:.1f} ns per op")
