# Instances with many attributes, attributes from outside, instances whose __dict__ was taken, and descriptors: the same sites see them all.
class Plain:
  kind = "class"

  def method(self):
    return self.a0


def read(thing):
  return thing.a0, thing.a7, thing.kind, thing.method()


def write(thing, value):
  thing.a0 = value
  thing.a7 = thing.a7 + value
  thing.kind = f"own {value}"


def fill(thing):
  for i in range(8):
    setattr(thing, f"a{i}", i)
  return thing


first, second, third = (fill(Plain()) for _ in range(3))
third.__dict__["a7"] = 700
for _ in range(3):
  for thing in (first, second, third):
    print(read(thing))
for i, thing in enumerate((first, second, third)):
  write(thing, i)
  write(thing, i + 10)
  print(read(thing), list(vars(thing)))
del first.a7, third.a7, third.kind
for thing in (first, second, third):
  try:
    print(read(thing))
  except AttributeError as error:
    print(error, thing.kind)
first.a7 = third.a7 = "again"
first.method = third.method = lambda: "own method"
print(read(first), read(third), read(second))
del first.method, third.method
print(read(first), read(third))
Plain.a0 = property(lambda self: "from the class")
print(read(first), read(third))
del Plain.a0
print(read(first), read(third))
Plain.a7 = 1
print(read(first), Plain.a7)


class Numbers:
  def __get__(self, instance, owner=None):
    return ("get", instance is None)


class Described:
  data = Numbers()
  made = classmethod(lambda cls: cls.__name__)
  still = staticmethod(lambda: "static")

  def __init__(self):
    self.one = 1


described, shown = Described(), Described()
shown.__dict__["data"] = "own"
for _ in range(3):
  for thing in (described, shown):
    print(thing.data, thing.made(), thing.still(), thing.one)
Numbers.__set__ = lambda self, instance, value: None
print(described.data, shown.data)


class Slotted:
  __slots__ = ("left", "__dict__")


slotted = [Slotted() for _ in range(2)]
for i, item in enumerate(slotted):
  item.left = i
  for name in "abcdefgh":
    setattr(item, name, name * i)
slotted[1].__dict__["left"] = "hidden"
for _ in range(3):
  print([(item.left, item.a, item.h) for item in slotted])


class Failure(Exception):
  def __init__(self, *args):
    super().__init__(*args)
    self.a = self.b = self.c = self.d = self.e = self.f = len(args)


for failure in (Failure(1), Failure(1, 2), Failure()):
  print(failure.args, failure.a, failure.f, failure.__cause__, failure.__suppress_context__)
  failure.args = (0,)
  print(failure.args, failure.__dict__)


class Growing:
  def __init__(self):
    self.first = 1

  def grow(self):
    self.second = 2
    self.third = 3
    return self


class Grown(Growing):
  def grow(self):
    super().grow()
    self.fourth, self.fifth, self.sixth = 4, 5, 6
    return self


for item in (Growing().grow(), Grown().grow(), Growing(), Grown().grow()):
  print(vars(item))
