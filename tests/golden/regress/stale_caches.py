# Classes, globals and builtins that change between and during calls.
class A:
  def f(self): return "A.f"
a = A()
def call(): return a.f()
print(call()); A.f = lambda self: "new"; print(call()); a.f = lambda: "instance"; print(call()); del a.f
class B(A): pass
a.__class__ = B; print(call()); B.f = lambda self: "B.f"; print(call()); del B.f; print(call())
def size(x): return len(x)
print(size("abc"))
def len(x): return "shadowed"
print(size("abc")); del len; print(size("abc"))
x = 1
def read(): return x
print(read()); x = 2.5; print(read()); globals()["x"] = "three"; print(read())
class P:
  @property
  def v(self): return "property"
p = P(); out = []
for i in range(3):
  out.append(p.v)
  if i == 0: P.v = "class attribute"
  if i == 1: p.v = "instance"
print(out)
def add(a, b): return a + b
print([add(*z) for z in ((1, 2), (1.5, 2), ("a", "b"), ([1], [2]), (2 ** 62, 2 ** 62), (True, 1))])
