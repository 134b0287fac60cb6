# Which results a bounded cache forgets, with keys that misbehave and functions that use the cache again.
from functools import lru_cache

calls = []


@lru_cache(maxsize=3)
def f(x, y=0):
  calls.append((x, y))
  return x * 10 + y


for args in ((1,), (2,), (3,), (1,), (4,), (2,), (1,), (3, 1), (3,), (4,), (1,)):
  f(*args)
print(calls, f.cache_info())
f(1, y=2), f(1, y=2), f(y=2, x=1)
print(calls[-2:], f.cache_info())
f.cache_clear()
print(f.cache_info(), f(1), f.cache_info())


@lru_cache(maxsize=2)
def fib(n):
  return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(15), fib.cache_info())


@lru_cache(maxsize=2)
def clearing(n):
  if n == 3:
    clearing.cache_clear()
  return n


print([clearing(n) for n in (1, 2, 3, 1, 2, 3, 3)], clearing.cache_info())


class Key:
  def __init__(self, n):
    self.n = n

  def __hash__(self):
    return 1

  def __eq__(self, other):
    if self.n == 2:
      keyed.cache_clear()
    return self.n == other.n


@lru_cache(maxsize=4)
def keyed(key):
  return key.n


print([keyed(Key(n)) for n in (1, 3, 1, 2, 1, 3, 2, 2)])
try:
  f([])
except TypeError as e:
  print(e)
