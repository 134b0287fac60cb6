"""Reading and writing CSV; one op is one row."""

import csv
import io
import time

N = 20_000
text = "id,name,value\n" + "\n".join(f'{i},"name {i}",{i * 2}' for i in range(N))
start = time.perf_counter()
rows = list(csv.reader(io.StringIO(text)))
out = io.StringIO()
csv.writer(out).writerows(rows)
elapsed = time.perf_counter() - start
print(len(rows), len(out.getvalue()))
print(f"# {elapsed / N * 1e9:.1f} ns per op")
