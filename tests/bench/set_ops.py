# Sets: adding, membership, algebra, comprehensions.
import time

COUNT = 400_000


def run():
  seen = set()
  repeated = 0
  for i in range(COUNT):
    value = i * 7919 % 100_003
    if value in seen:
      repeated += 1
    else:
      seen.add(value)
  evens = {value for value in seen if value % 2 == 0}
  small = set(range(0, 60_000, 3))
  words = {str(value) for value in range(50_000)}
  common = words & {str(value) for value in range(0, 100_000, 7)}
  return repeated + len(evens & small) + len(evens | small) + len(evens - small) + len(evens ^ small) + len(common)


start = time.perf_counter()
result = run()
elapsed = time.perf_counter() - start
print("set_ops", result)
print(f"# {elapsed / (COUNT) * 1e9:.1f} ns per op")
