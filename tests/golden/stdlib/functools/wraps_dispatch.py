# wraps, singledispatch, total_ordering, cmp_to_key.
from functools import wraps, singledispatch, total_ordering, cmp_to_key
def deco(f):
  @wraps(f)
  def w(*a): return f(*a)
  return w
@deco
def hello(): "doc"
print(hello.__name__, hello.__doc__, hello.__wrapped__.__name__)
@singledispatch
def show(x): return f"object {x}"
@show.register
def _(x: int): return f"int {x}"
@show.register(list)
def _(x): return f"list of {len(x)}"
print(show(1), show([1]), show("s"), show(True))
@total_ordering
class V:
  def __init__(self, v): self.v = v
  def __eq__(self, o): return self.v == o.v
  def __lt__(self, o): return self.v < o.v
print(V(1) <= V(1), V(2) > V(1), V(2) >= V(3))
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))
for wrong in (5, "text", []):
  try: show.dispatch(wrong)
  except TypeError as error: print(error)
