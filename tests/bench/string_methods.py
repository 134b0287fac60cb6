# Strings: split, join, replace, strip, find, case, slices, translate, encode.
import time

COUNT = 20_000
LINE = "  the quick brown fox, jumps over; the lazy dog: 0123456789  "


def run():
  total = 0
  table = str.maketrans("aeiou", "AEIOU")
  for i in range(COUNT):
    line = LINE.strip()
    words = line.split()
    line = "_".join(words).replace("the", "a").title()
    total += line.find("Dog") + line.count("_") + len(line.translate(table).encode())
    total += sum(1 for word in words if word.startswith(("q", "b")) or word.endswith("s"))
    total += len(line[3:-3].swapcase()) + (line.lower() == line) + len(line.partition(",")[2])
    for char in line:
      if char.isdigit():
        total += int(char)
  return total


start = time.perf_counter()
result = run()
elapsed = time.perf_counter() - start
print("string_methods", result)
print(f"# {elapsed / (COUNT) * 1e9:.1f} ns per op")
