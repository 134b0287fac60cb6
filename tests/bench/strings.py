# Strings: formatting, splitting, joining, searching, adding in a loop.
import time

LINES, COLUMNS = 500, 1000


def run(lines, columns):
  rows = []
  for line in range(lines):
    row = ""
    for i in range(line, line + columns):
      row += f"{i % 97}:{i % 13:02d},"
    rows.append(row)
  parts = "".join(rows).split(",")
  words = [part.upper().replace(":", "-") for part in parts]
  joined = "|".join(words)
  total = joined.count("7-0") + joined.find("96-12") + len(joined)
  for word in words:
    if word.startswith("4") and word.endswith("1"):
      total += 1
  return total


start = time.perf_counter()
result = run(LINES, COLUMNS)
elapsed = time.perf_counter() - start
print("strings", result)
print(f"# {elapsed / (LINES * COLUMNS) * 1e9:.1f} ns per op")
