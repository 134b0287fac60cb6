"""A deque as a queue."""

import time
from collections import deque

N = 500_000
start = time.perf_counter()
queue = deque()
total = 0
for i in range(N):
  queue.append(i)
  if i & 1:
    total += queue.popleft()
elapsed = time.perf_counter() - start
print(total, len(queue))
print(f"# {elapsed / N * 1e9:.1f} ns per op")
