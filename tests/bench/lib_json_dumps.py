"""Writing JSON; one op is one record."""

import json
import time

N = 3000
records = [{"id": i, "name": f"user{i}", "tags": ["a", "b", "c"], "score": i * 1.5, "ok": True, "none": None} for i in range(N)]
start = time.perf_counter()
for _ in range(5):
  text = json.dumps(records)
elapsed = time.perf_counter() - start
print(len(text))
print(f"# {elapsed / N / 5 * 1e9:.1f} ns per op")
