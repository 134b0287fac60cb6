# Generators, closures, recursion, iterators, itertools.
import itertools


def walk(depth):
  if depth:
    yield from walk(depth - 1)
    yield depth
    yield from walk(depth - 1)


def counter():
  count = 0

  def step(by=1, *rest, scale=1, **named):
    nonlocal count
    count += by * scale
    return count

  return step


step = counter()
print(sum(walk(8)), [step(n, 0, scale=2, other=n) for n in range(20)][-1])
print(list(itertools.islice(itertools.permutations(range(5), 3), 10)), list(itertools.accumulate(range(10))))
print(list(map(lambda a, b: a + b, range(10), itertools.count(5))), next(filter(lambda n: n > 20, itertools.count())))


def fib(n):
  return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(14), [*itertools.chain.from_iterable([[1], [2, 3]])], list(itertools.groupby("aabbc", key=str.upper))[0][0])
generator = walk(3)
next(generator)
generator.close()
try:
  (lambda: (yield))().throw(ValueError("thrown"))
except ValueError as error:
  print(error)
