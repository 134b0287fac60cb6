"""Sorting rows by a column; one op is one row."""

import time
from operator import itemgetter

N = 100_000
rows = [(i * 7919 % 100_003, i) for i in range(N)]
start = time.perf_counter()
rows = sorted(rows, key=itemgetter(0))
elapsed = time.perf_counter() - start
print(rows[0], rows[-1])
print(f"# {elapsed / N * 1e9:.1f} ns per op")
