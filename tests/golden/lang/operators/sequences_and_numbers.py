# + and * where an operand is a built-in sequence: what the other one says as a number comes first, sequences are asked last, and in place
# the rules are others again.
import collections


class R:
  def __init__(self, items=()): self.items = items
  def __rmul__(self, other): return ("rmul", other)
  def __radd__(self, other): return ("radd", other)
  def __iter__(self): return iter(self.items)
class I(int):
  def __rmul__(self, other): return ("I.rmul", other)
class Declines:
  def __radd__(self, other): return NotImplemented
  def __rmul__(self, other): return NotImplemented
  def __iter__(self): return iter("xy")
  def __index__(self): return 2
class RL(list):
  def __radd__(self, other): return ("RL.radd", other)
  def __rmul__(self, other): return ("RL.rmul", other)
class L(list): pass
class RS(str):
  def __radd__(self, other): return ("RS.radd", other)
  def __rmod__(self, other): return ("RS.rmod", other)
class RT(tuple):
  def __radd__(self, other): return ("RT.radd", other)
lefts = [lambda: [1], lambda: L([1]), lambda: (1,), lambda: "s", lambda: b"s", lambda: bytearray(b"s"), lambda: collections.deque([1]), lambda: {1}, lambda: RL([5])]
rights = [R([7]), I(2), Declines(), RL([2]), RS("t"), RT((3,)), L([4])]
for make in lefts:
  for right in rights:
    for op in "+", "*":
      out = []
      try: out.append(eval(f"a {op} b", {"a": make(), "b": right}))
      except TypeError as e: out.append(str(e))
      ns = {"a": make(), "b": right}
      try: exec(f"a {op}= b", ns); out.append(ns["a"])
      except TypeError as e: out.append(str(e))
      print(type(make()).__name__, op, type(right).__name__, *out)
x = y = RL([1]); y *= 2; print(x, y, x is y)
x = y = L([1]); y *= 2; print(x, y, x is y)
x = y = RL([1]); y += [2]; print(x, y, x is y)
for f, args in ((list.__add__, ([1], R())), (list.__mul__, ([1], R())), (list.__iadd__, ([1], R([5]))), (str.__mul__, ("a", R())), (tuple.__add__, ((1,), R())), (list.__rmul__, ([1], R()))):
  try: print(f(*args))
  except TypeError as e: print(e)

class T: pass
class X:
  def __index__(self): return 2
class L(list): pass
for left in (T(), X(), 5, 1.5, None, {}, L([1]), "s"):
  for right in ([1], "ab", (1,), T(), L([2])):
    try:
      v = left
      v *= right
      print(type(left).__name__, type(right).__name__, v)
    except TypeError as e: print(type(left).__name__, type(right).__name__, e)
    try:
      print(left * right)
    except TypeError as e: print(type(left).__name__, type(right).__name__, e)
class R(list):
  def __rmul__(self, other): return ("rmul", type(other).__name__)
class M:
  def __mul__(self, other): return "mul"
class N:
  def __mul__(self, other): return NotImplemented
for left in (T(), X(), 5, {}, [1], M(), N(), L([1])):
  for right in (R([1]), [2]):
    try:
      v = left
      v *= right
      print(v, left * right)
    except TypeError as e: print(e)


class Declining(list):
  def __mul__(self, other): return NotImplemented
  def __add__(self, other): return NotImplemented


class CountedList(list):
  def __index__(self): return 2


for a in Declining([1]), CountedList([1]), [1], (1,), "ab", 3:
  for b in Declining([2]), CountedList([2]), [2], 2, None:
    for op in "+", "*":
      try: print(type(a).__name__, op, type(b).__name__, eval(f"a {op} b"))
      except TypeError as e: print(type(a).__name__, op, type(b).__name__, e)
