# What is cut where.
import reprlib
from array import array
from collections import deque

short = reprlib.Repr()
short.maxlist = short.maxtuple = short.maxset = short.maxfrozenset = short.maxdeque = short.maxarray = short.maxdict = 2
short.maxstring, short.maxlong, short.maxother, short.maxlevel = 12, 10, 14, 2
for value in ([1, 2, 3], (1,), (1, 2, 3), {3, 1, 2}, frozenset([2, 1, 3]), deque([1, 2, 3]), array("i", [1, 2, 3]), {"b": 1, "a": 2, "c": 3}, "a text that is long", 10 ** 30, [[[[1]]]], {"x": {"y": {"z": 1}}},
              range(10 ** 9), b"bytes that are long", None, 1.5, set(), frozenset(), deque(), array("d"), [], "quote's \"both\" here", [1, [2, [3, [4]]]]):
  print(reprlib.repr(value), short.repr(value), short.repr1(value, 1))


class Own:
  def __repr__(self):
    return "Own" * 20


class Broken:
  def __repr__(self):
    raise ValueError


print(reprlib.repr(Own()), short.repr_str("x" * 50, 3), short.repr_int(5 ** 50, 1), short.repr_list([5, 6, 7], 1), short.repr_instance(Own(), 1), reprlib.repr(Broken())[:16], reprlib.aRepr.maxlist)


class Mine(reprlib.Repr):
  def repr_Own(self, value, level):
    return f"<Own at {level}>"


class Ring:
  @reprlib.recursive_repr()
  def __repr__(self):
    return f"<Ring {self!r}>"


class Named:
  @reprlib.recursive_repr(fillvalue="(again)")
  def __repr__(self):
    """doc"""
    return f"[{self!r}]"


print(Mine().repr([Own()]), Ring(), Named(), Named.__repr__.__name__, Named.__repr__.__doc__)
