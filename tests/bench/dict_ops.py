# Dictionaries: string keys, tuple keys, membership, views, updates, deletion.
import time

COUNT = 300_000


def run():
  names = [f"key{i % 5_000}" for i in range(COUNT)]
  counts = {}
  for name in names:
    if name in counts:
      counts[name] += 1
    else:
      counts[name] = 1
  grid = {}
  for i in range(COUNT):
    grid[i % 500, i % 300] = i
  total = sum(counts.values()) + len(grid)
  for (x, y), value in grid.items():
    total += x * y + value
  for name in list(counts):
    if counts[name] % 2:
      del counts[name]
  merged = {**counts, **{name: 0 for name in names[:1_000]}}
  groups = {}
  for name in names:
    groups.setdefault(name[-1], []).append(name)
  return total + len(merged) + sum(len(group) for group in groups.values())


start = time.perf_counter()
result = run()
elapsed = time.perf_counter() - start
print("dict_ops", result)
print(f"# {elapsed / (COUNT) * 1e9:.1f} ns per op")
