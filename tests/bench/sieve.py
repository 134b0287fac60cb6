# Prime numbers: a list of flags and slices with steps, and the same with inner loops.
import time

LIMIT = 500_000


def by_slices(limit):
  flags = [True] * (limit + 1)
  flags[0:2] = [False, False]
  for i in range(2, int(limit ** 0.5) + 1):
    if flags[i]:
      flags[i * i :: i] = [False] * len(range(i * i, limit + 1, i))
  return sum(flags)


def by_loops(limit):
  flags = bytearray(limit + 1)
  count = 0
  for i in range(2, limit + 1):
    if not flags[i]:
      count += 1
      j = i * i
      while j <= limit:
        flags[j] = 1
        j += i
  return count


def run():
  return by_slices(LIMIT) + by_loops(LIMIT)


start = time.perf_counter()
result = run()
elapsed = time.perf_counter() - start
print("sieve", result)
print(f"# {elapsed / (LIMIT) * 1e9:.1f} ns per op")
