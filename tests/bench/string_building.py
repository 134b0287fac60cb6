# Strings: f-strings, format specs, joining, adding, percent formatting, str of numbers.
import time

COUNT = 150_000


def run():
  parts = []
  text = ""
  for i in range(COUNT):
    parts.append(f"item {i}: {i / 7:.3f} [{i:>8}]")
    text += str(i)
    parts.append("%d-%s" % (i, "x"))
    parts.append("{}={}".format(i, i * i))
  joined = ", ".join(parts)
  return f"{len(joined)} {len(text)} {joined[1000:1010]} {repr(joined[:20])}"


start = time.perf_counter()
result = run()
elapsed = time.perf_counter() - start
print("string_building", result)
print(f"# {elapsed / (COUNT * 4) * 1e9:.1f} ns per op")
