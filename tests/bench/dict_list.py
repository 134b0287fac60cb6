# Lists and dictionaries: append, index, count, sort.
import time

COUNT = 1_000_000


def run(count):
  items = []
  for i in range(count):
    items.append(i * 7919 % 10007)
  counts = {}
  for item in items:
    counts[item] = counts.get(item, 0) + 1
  total = 0
  for i in range(0, count, 3):
    total += items[i] + counts[items[i]]
  squares = [item * item for item in items]
  squares.sort()
  return total + squares[count // 2]


start = time.perf_counter()
result = run(COUNT)
elapsed = time.perf_counter() - start
print("dict_list", result)
print(f"# {elapsed / COUNT * 1e9:.1f} ns per op")
