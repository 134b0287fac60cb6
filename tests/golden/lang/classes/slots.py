# __slots__ fixes the attributes of instances.
class P:
  __slots__ = ("x", "y")
  def __init__(self, x, y): self.x, self.y = x, y
p = P(1, 2)
print(p.x, p.y, hasattr(p, "__dict__"))
for name in ("z", "x"):
  try:
    if name == "z": p.z = 3
    else:
      del p.x
      p.x
  except AttributeError as error:
    print(error)
class Q(P):
  pass
q = Q(1, 2)
q.z = 3
print(q.__dict__, q.x)
class R(P):
  __slots__ = ("z",)
r = R(1, 2)
r.z = 9
print(r.x, r.z, P.__slots__, type(P.x).__name__)
try:
  class Bad:
    __slots__ = ("a",)
    a = 1
except ValueError as error:
  print(error)
