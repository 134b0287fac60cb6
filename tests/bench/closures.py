# Closures, lambdas and functions as arguments.
import time

COUNT = 700_000


def counter():
  value = 0

  def step(amount):
    nonlocal value
    value += amount
    return value

  return step


def compose(outer, inner):
  return lambda x: outer(inner(x))


def run():
  step = counter()
  twice_plus = compose(lambda x: x + 1, lambda x: x * 2)
  total = 0
  for i in range(COUNT):
    total += twice_plus(i) - step(1)
  return total + sum(map(lambda x: x & 3, range(COUNT)))


start = time.perf_counter()
result = run()
elapsed = time.perf_counter() - start
print("closures", result)
print(f"# {elapsed / (COUNT) * 1e9:.1f} ns per op")
