# List, set and dict comprehensions, nested and filtered, generator expressions into builtins.
import time

COUNT = 300_000


def run():
  squares = [i * i for i in range(COUNT)]
  odd = [value for value in squares if value & 1]
  lookup = {i: value for i, value in enumerate(squares)}
  endings = {value % 1_000 for value in squares}
  table = [[row * column for column in range(100)] for row in range(COUNT // 100)]
  return (
    len(odd) + lookup[COUNT - 1] + len(endings) + sum(sum(row) for row in table)
    + sum(1 for value in squares if value % 3 == 0) + any(value < 0 for value in squares)
  )


start = time.perf_counter()
result = run()
elapsed = time.perf_counter() - start
print("comprehensions", result)
print(f"# {elapsed / (COUNT * 6) * 1e9:.1f} ns per op")
