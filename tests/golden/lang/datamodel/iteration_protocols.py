# Iteration through __iter__, __getitem__, __reversed__, __length_hint__; what is refused.
import operator


class Squares:
  def __getitem__(self, index):
    if index > 3: raise IndexError
    return index * index


class Hinted:
  def __init__(self, hint): self.hint = hint
  def __iter__(self): return iter([1, 2, 3])
  def __length_hint__(self): return self.hint


class Sized:
  def __len__(self): return 3
  def __getitem__(self, index): return index


class NoIter:
  __iter__ = None


class BadIter:
  def __iter__(self): return 5


print(list(Squares()), 4 in Squares(), 5 in Squares(), list(reversed(Sized())), list(Hinted(10)), operator.length_hint(Hinted(4)))
print(list(Hinted(NotImplemented)), list(iter(iter([1, 2, 3]).__next__, 3)))
for use in (lambda: list(Hinted(-1)), lambda: list(Hinted("a")), lambda: iter(NoIter()), lambda: iter(BadIter()), lambda: next(5), lambda: reversed({1}), lambda: iter(5)):
  try:
    use()
  except (TypeError, ValueError) as error:
    print(type(error).__name__, error)
