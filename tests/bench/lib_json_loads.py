"""Reading JSON; one op is one record."""

import json
import time

N = 3000
text = json.dumps([{"id": i, "name": f"user{i}", "tags": ["a", "b", "c"], "score": i * 1.5, "ok": True, "none": None} for i in range(N)])
start = time.perf_counter()
for _ in range(5):
  records = json.loads(text)
elapsed = time.perf_counter() - start
print(len(records), records[7])
print(f"# {elapsed / N / 5 * 1e9:.1f} ns per op")
