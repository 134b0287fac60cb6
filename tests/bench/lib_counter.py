"""Counting words with collections.Counter."""

import time
from collections import Counter

N = 200_000
words = [f"w{i * 7919 % 1000}" for i in range(N)]
start = time.perf_counter()
counts = Counter(words)
elapsed = time.perf_counter() - start
print(len(counts), counts.most_common(2))
print(f"# {elapsed / N * 1e9:.1f} ns per op")
