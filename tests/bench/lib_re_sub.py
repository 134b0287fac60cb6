"""Replacing with a template; one op is one replacement."""

import re
import time

text = " ".join(f"key{i}=value{i}" for i in range(20_000))
pair = re.compile(r"(\w+)=(\S+)")
start = time.perf_counter()
result, count = pair.subn(r"\2=\1", text)
elapsed = time.perf_counter() - start
print(count, result[:20])
print(f"# {elapsed / count * 1e9:.1f} ns per op")
