# Equality of dictionaries with the same keys at the same and at other places, of odd keys and of values that answer oddly.
from collections import OrderedDict
nan = float("nan")
class Key:
  def __init__(self, n): self.n = n
  def __hash__(self): return 1
  def __eq__(self, other): return isinstance(other, Key) and self.n == other.n
class Shrinking:
  def __eq__(self, other):
    right.clear()
    return True
pairs = [({1: 2, 3: 4}, {1: 2, 3: 4}), ({1: 2, 3: 4}, {3: 4, 1: 2}), ({1: 2, 3: 4}, {1: 2, 3: 5}), ({1: 2}, {1.0: 2}), ({nan: 1}, {nan: 1}), ({1: nan}, {1: nan}),
         ({nan: 1}, {float("nan"): 1}), ({Key(1): 1, Key(2): 2}, {Key(1): 1, Key(2): 2}), ({Key(1): 1}, {Key(2): 1}), ({"a": 1}, {"b": 1}), ({}, {}), ({1: 1}, {})]
for left, other in pairs:
  print(left == other, OrderedDict(left) == OrderedDict(other), OrderedDict(left) == other, left != other)
holes = {i: i for i in range(10)}
for i in range(5): del holes[i]
print(holes == {i: i for i in range(5, 10)}, {i: i for i in range(5, 10)} == holes)
left, right = {1: Shrinking(), 2: 2, 3: 3}, {1: 0, 2: 2, 3: 3}
print(left == right, right)
