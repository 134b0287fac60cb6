# A matrix given by a formula, applied to vectors: calls in loops, float division, sum of a generator.
import time
from math import sqrt

SIZE, ROUNDS = 200, 5


def element(i, j):
  return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def multiply(vector):
  return [sum(element(i, j) * vector[j] for j in range(SIZE)) for i in range(SIZE)]


def multiply_transposed(vector):
  return [sum(element(j, i) * vector[j] for j in range(SIZE)) for i in range(SIZE)]


def run():
  u = [1.0] * SIZE
  for _ in range(ROUNDS):
    v = multiply_transposed(multiply(u))
    u = multiply_transposed(multiply(v))
  product = sum(a * b for a, b in zip(u, v))
  square = sum(b * b for b in v)
  return f"{sqrt(product / square):.9f}"


start = time.perf_counter()
result = run()
elapsed = time.perf_counter() - start
print("spectral_norm", result)
print(f"# {elapsed / (SIZE * SIZE * ROUNDS * 4) * 1e9:.1f} ns per op")
