"""Taking log lines apart; one op is one line."""

import re
import time

N = 20_000
lines = [f"2024-01-{i % 28 + 1:02d} 12:{i % 60:02d}:00 host{i % 7} app[{i}]: user=alice{i} action=login" for i in range(N)]
line = re.compile(r"^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) (\w+) (\w+)\[(\d+)\]: (.*)$")
start = time.perf_counter()
total = 0
for text in lines:
  match = line.match(text)
  total += len(match.group(3)) + int(match.group(5))
elapsed = time.perf_counter() - start
print(total)
print(f"# {elapsed / N * 1e9:.1f} ns per op")
