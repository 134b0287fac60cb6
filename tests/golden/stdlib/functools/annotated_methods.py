# Annotations of class and static methods, dispatch by them; total_ordering's methods can be pickled; sums over the cache.
import functools
import pickle


class Shape:
  @functools.singledispatchmethod
  @classmethod
  def make(cls, argument):
    "Makes a shape."
    return f"{cls.__name__} of something"

  @make.register
  @classmethod
  def _(cls, argument: int):
    return f"{cls.__name__} of size {argument}"

  @make.register
  @classmethod
  def _(cls, argument: str | bytes):
    return f"{cls.__name__} named {argument}"

  @staticmethod
  def area(side: float) -> float:
    return side * side


print(Shape.make(3), Shape.make("x"), Shape.make(b"y"), Shape.make(None), Shape.make.__doc__, sep="; ")
print(Shape.__dict__["area"].__annotations__, Shape.__dict__["area"].__name__, Shape.area.__annotations__)


@functools.total_ordering
class Version:
  def __init__(self, number):
    self.number = number

  def __eq__(self, other):
    return self.number == other.number

  def __lt__(self, other):
    return self.number < other.number


print(Version(1) <= Version(1), Version(2) > Version(1), Version(1) >= Version(2), Version.__ge__.__name__, Version.__ge__.__qualname__)
print(Version.__le__.__doc__, functools._CacheInfo._fields, functools.lru_cache(lambda: 0).cache_info())
