"""Seeded random numbers: a float, an integer and a choice for each op."""

import random
import time

N = 50_000
r = random.Random(1)
names = ["ann", "bob", "cy"]
start = time.perf_counter()
total = 0
for _ in range(N):
  total += r.random() + r.randint(1, 100) + len(r.choice(names))
elapsed = time.perf_counter() - start
print(round(total, 6))
print(f"# {elapsed / N * 1e9:.1f} ns per op")
