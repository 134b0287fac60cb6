# Product of two matrices of floats as lists of lists.
import time

SIZE = 120


def run():
  a = [[(i * j) % 7 / 7 for j in range(SIZE)] for i in range(SIZE)]
  b = [[(i + j) % 11 / 11 for j in range(SIZE)] for i in range(SIZE)]
  result = [[0.0] * SIZE for _ in range(SIZE)]
  for i in range(SIZE):
    row = a[i]
    target = result[i]
    for j in range(SIZE):
      total = 0.0
      for k in range(SIZE):
        total += row[k] * b[k][j]
      target[j] = total
  return f"{sum(map(sum, result)):.6f}"


start = time.perf_counter()
result = run()
elapsed = time.perf_counter() - start
print("matrix_product", result)
print(f"# {elapsed / (SIZE ** 3) * 1e9:.1f} ns per op")
