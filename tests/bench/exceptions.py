# Raising through three calls and catching.
import time

COUNT = 1_500_000


def inner(n):
  if n % 2 == 0:
    raise ValueError(n)
  return n


def outer(n):
  return inner(n) + 1


def run(count):
  total = 0
  for n in range(count):
    try:
      total += outer(n)
    except ValueError as error:
      total += error.args[0]
    finally:
      total += 1
  return total


start = time.perf_counter()
result = run(COUNT)
elapsed = time.perf_counter() - start
print("exceptions", result)
print(f"# {elapsed / COUNT * 1e9:.1f} ns per op")
