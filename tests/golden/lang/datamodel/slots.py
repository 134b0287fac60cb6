# __slots__: fixed attributes without a dictionary, members as descriptors, subclasses with and without.
class P:
  __slots__ = ("x", "y")
  def __init__(self, x, y):
    self.x = x
    self.y = y


p = P(1, 2)
for change in (lambda: setattr(p, "z", 3), lambda: p.__dict__):
  try:
    change()
  except AttributeError as error:
    print(error)
del p.x
for use in (lambda: p.x, lambda: delattr(p, "x")):
  try:
    use()
  except AttributeError as error:
    print(error)
print(P.x, type(P.x).__name__)


class Q(P): pass


q = Q(1, 2)
q.z = 5
print(q.__dict__, q.x)


class R(P):
  __slots__ = "w"


r = R(3, 4)
r.w = 9
print(r.w, R.__slots__)


class D:
  __slots__ = {"a": "doc of a"}


print(D.a.__doc__, D.__slots__)


class Private:
  __slots__ = ("__hidden",)
  def __init__(self): self.__hidden = 3
  def get(self): return self.__hidden


print(Private().get(), [name for name in dir(Private) if "hidden" in name])
