# Generators: pipelines, delegation, send, enumerate and zip.
import time

COUNT = 500_000


def numbers(count):
  for i in range(count):
    yield i


def keep(items, divisor):
  for item in items:
    if item % divisor:
      yield item


def delegate(count):
  yield from numbers(count)


def average():
  total = count = 0
  mean = 0
  while True:
    total += yield mean
    count += 1
    mean = total // count


def run():
  total = sum(keep(keep(numbers(COUNT), 2), 3))
  total += sum(delegate(COUNT))
  running = average()
  next(running)
  for i, (a, b) in enumerate(zip(numbers(COUNT), numbers(COUNT))):
    if i & 1:
      total += running.send(a + b)
  return total


start = time.perf_counter()
result = run()
elapsed = time.perf_counter() - start
print("generators", result)
print(f"# {elapsed / (COUNT * 3) * 1e9:.1f} ns per op")
