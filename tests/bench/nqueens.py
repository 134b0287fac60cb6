# Eight queens by permutations from a recursive generator, sets of diagonals.
import time

SIZE = 8
PLACED = 13_000


def permutations(items):
  if len(items) <= 1:
    yield items
    return
  for i, item in enumerate(items):
    for rest in permutations(items[:i] + items[i + 1:]):
      yield (item, *rest)


def run():
  columns = range(SIZE)
  solutions = 0
  for rows in permutations(tuple(columns)):
    if len({rows[i] + i for i in columns}) == SIZE == len({rows[i] - i for i in columns}):
      solutions += 1
  return solutions


start = time.perf_counter()
result = run()
elapsed = time.perf_counter() - start
print("nqueens", result)
print(f"# {elapsed / (PLACED) * 1e9:.1f} ns per op")
