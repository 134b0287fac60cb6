# Iterators by hand, iter with a sentinel, next with a default.
class Count:
  def __init__(self, n): self.n = n
  def __iter__(self): return self
  def __next__(self):
    if self.n == 0: raise StopIteration
    self.n -= 1
    return self.n
print(list(Count(3)), sum(Count(4)), 2 in Count(5), max(Count(3)), [*Count(2)], dict(zip(Count(2), "ab")))
it = iter([1])
print(next(it), next(it, "default"), next(it, None))
calls = iter([1, 2, 0, 3])
print(list(iter(lambda: next(calls), 0)))
class Bad:
  def __iter__(self): return 5
class NoIter: pass
for x in (Bad(), NoIter(), 5, None):
  try: iter(x)
  except TypeError as e: print(e)
try: next([1])
except TypeError as e: print(e)
try: a, b = Count(3)
except ValueError as e: print(e)
l = [1, 2]; i = iter(l); next(i); next(i)
print(next(i, "end")); l.append(3); print(next(i, "still the end"))
