# Recursive calls.
import time


def fib(n):
  return n if n < 2 else fib(n - 1) + fib(n - 2)


N, CALLS = 33, 11_405_773
start = time.perf_counter()
result = fib(N)
elapsed = time.perf_counter() - start
print("fib", result)
print(f"# {elapsed / CALLS * 1e9:.1f} ns per op")
