# object.attribute += value where the attribute is in turn an integer, a float, a text, missing, a property, or the class changes its mind.
class Plain:
  pass


class Slotted:
  __slots__ = ("n",)


class Managed:
  def __init__(self): self._n = 0
  @property
  def n(self):
    print("read")
    return self._n
  @n.setter
  def n(self, value):
    print("write", value)
    self._n = value


def bump(o): o.n += 1
def drop(o): o.n -= 1
def add(o, x): o.n += x
def product(o, x, y): o.n += x * y
def less_product(o, x, y): o.n -= x * y
def again(o): o.n = o.n + 1
def kept(o):
  o.n = copy = o.n + 1
  return copy
def old_and_new(o):
  old = o.n
  o.n = new = old + 1
  return old, new
def swapped(o):
  old = o.n
  o.n = old - 1
  return old
def conditional(o, which): o.n = (5 if which else o.n) + 1


def attempt(function, *args):
  try:
    result = function(*args)
  except Exception as error:
    return f"{type(error).__name__}: {error}"
  return getattr(args[0], "n", "missing"), result


plain, slotted, managed = Plain(), Slotted(), Managed()
for o in plain, slotted, managed:
  for value in 1, 2**62 - 2, 1.5, 0.0, 10**20, "text", [1]:
    o.n = value
    print(type(o).__name__, repr(value))
    for function in bump, bump, drop, again, kept, old_and_new, swapped, swapped:
      print(" ", function.__name__, attempt(function, o))
    for x in 1, 2.5, 0.0, "x", [2]:
      print("  add", repr(x), attempt(add, o, x), attempt(add, o, x))
for o in plain, slotted:
  o.n = 0.0
  for x, y in (1.5, 2.0), (1e200, 1e200), (3, 2), (0.5, 0.5), (2.0, "a"):
    print(x, y, attempt(product, o, x, y), attempt(less_product, o, x, y))
for o in plain, slotted:
  o.n = 1
  bump(o)
  del o.n
  print(attempt(bump, o))
  o.n = 7
  print(attempt(bump, o), attempt(conditional, o, True), attempt(conditional, o, False), attempt(conditional, o, 1))

# The class takes over what instances did themselves.
counted = Plain()
counted.n = 0
for _ in range(3): bump(counted)
Plain.__setattr__ = lambda self, name, value: (print("set", name, value), object.__setattr__(self, name, value))[0]
for _ in range(2): bump(counted)
del Plain.__setattr__
bump(counted)
print(counted.n)
Plain.__getattribute__ = lambda self, name: (print("get", name), object.__getattribute__(self, name))[1]
for _ in range(2): bump(counted)
del Plain.__getattribute__
bump(counted)
print(counted.n)
Plain.n = property(lambda self: 40, lambda self, value: print("property", value))
bump(counted)
del Plain.n
bump(counted)
print(counted.n)


class Point:
  def __init__(self, x, y): self.x, self.y = x, y


def difference(a, b): return a.x - b.x, a.y + b.y, a.x * b.y


points = [Point(1.5, 2.5), Point(2.0, 0.0), Point(3, 4), Point("a", "b"), Point(1e300, 1e300), Point(True, 2)]
for a in points:
  for b in points:
    try:
      print(difference(a, b))
    except TypeError as error:
      print(error)
one = Point(1.0, 2.0)
one.other = one
print([difference(one, one.other) for _ in range(3)], one.x - one.other.other.x)
