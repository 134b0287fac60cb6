# Proxies stand for an object without keeping it alive.
import weakref


class Vector:
  def __init__(self, *items): self.items = list(items)
  def __len__(self): return len(self.items)
  def __getitem__(self, index): return self.items[index]
  def __setitem__(self, index, value): self.items[index] = value
  def __iter__(self): return iter(self.items)
  def __add__(self, other): return Vector(*self.items, *other)
  def __radd__(self, other): return ("radd", other)
  def __eq__(self, other): return isinstance(other, Vector) and self.items == other.items
  def __contains__(self, item): return item in self.items
  def __bool__(self): return bool(self.items)
  def __str__(self): return f"Vector{self.items}"
  def total(self): return sum(self.items)


class Caller:
  def __call__(self, *args): return args


v = Vector(1, 2, 3)
p = weakref.proxy(v)
print(p.total(), len(p), p[0], list(p), (p + [4]).items, 5 + p, p == v, 2 in p, bool(p), p, isinstance(p, Vector))
p[0] = 9
p.name = "v"
print(v.items, v.name, type(p).__name__, type(p) in weakref.ProxyTypes)
c = Caller()
call = weakref.proxy(c)
print(call(1, 2), type(call).__name__, callable(p))
print(weakref.getweakrefcount(v), weakref.getweakrefs(c) != [])
for bad in (lambda: hash(p), lambda: weakref.proxy(5), lambda: p()):
  try:
    bad()
  except TypeError as error:
    print(type(error).__name__)
