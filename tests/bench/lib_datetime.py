"""Times: adding, formatting and reading; one op is one of each."""

import time
from datetime import datetime, timedelta

N = 20_000
when, hour = datetime(2024, 1, 1), timedelta(hours=1)
start = time.perf_counter()
total = 0
for _ in range(N):
  when += hour
  total += datetime.fromisoformat(when.isoformat()).hour
elapsed = time.perf_counter() - start
print(when, total)
print(f"# {elapsed / N * 1e9:.1f} ns per op")
