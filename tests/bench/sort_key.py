# Sorting: numbers, strings, records by key, nearly sorted data.
import time

COUNT = 100_000


def run():
  numbers = [i * 1_103_515_245 % 2_147_483_647 for i in range(COUNT)]
  words = [f"{number:x}" for number in numbers]
  records = [(word, number) for word, number in zip(words, numbers)]
  nearly = sorted(numbers)
  nearly[10], nearly[-10] = nearly[-10], nearly[10]
  nearly.sort()
  by_number = sorted(records, key=lambda record: record[1], reverse=True)
  floats = sorted(number / 3 for number in numbers)
  return f"{sorted(words)[COUNT // 2]} {by_number[7][0]} {nearly[10]} {floats[COUNT // 3]:.3f}"


start = time.perf_counter()
result = run()
elapsed = time.perf_counter() - start
print("sort_key", result)
print(f"# {elapsed / (COUNT * 4) * 1e9:.1f} ns per op")
