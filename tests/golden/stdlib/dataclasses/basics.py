# dataclass: repr, equality, defaults, order, frozen, post_init, fields, replace.
from dataclasses import dataclass, field, asdict, astuple, replace, fields, FrozenInstanceError
@dataclass
class P:
  x: int
  y: int = 0
  tags: list = field(default_factory=list)
  hidden: int = field(default=5, repr=False, compare=False)
  def __post_init__(self): self.total = self.x + self.y
p = P(1, 2)
print(p, p == P(1, 2), p.total, asdict(p), astuple(p), replace(p, x=9), [f.name for f in fields(p)], P(1).tags is not P(1).tags)
@dataclass(order=True, frozen=True)
class V:
  n: int
  s: str = "a"
print(V(1) < V(2), sorted([V(3), V(1, "z"), V(1)]), hash(V(1)) == hash(V(1)), {V(1): "k"}[V(1)])
@dataclass
class Q(P):
  z: int = 7
print(Q(1, z=3))
def bad():
  @dataclass
  class B:
    a: int = 1
    b: int
def mutable():
  @dataclass
  class M: l: list = []
for f in (lambda: P(), lambda: P(1, 2, [], 4, 5), lambda: setattr(V(1), "n", 2), bad, mutable, lambda: P(1) < P(2)):
  try: f()
  except Exception as e: print(type(e).__name__, e)
