# Defaults are evaluated once, when the function is defined.
def add(item, to=[]):
  to.append(item)
  return to
print(add(1), add(2), add(3, []))
n = 1
def f(a=n):
  return a
n = 2
print(f(), f.__defaults__)
def g(a, b=2, *, c=3, d):
  return a, b, c, d
print(g(1, d=4), g.__defaults__, g.__kwdefaults__)
