# A comprehension has its own scope; its first iterable is evaluated outside.
x = "outer"
print([x for x in range(3)], x)
print({x: y for x in "ab" for y in "c"}, x)
def f():
  y = 10
  return [y + k for k in range(3)], [[y for y in range(j)] for j in range(3)], y
print(f())
class C:
  items = [1, 2, 3]
  double = [i * 2 for i in items]
print(C.double, hasattr(C, "i"))
def gen():
  return (a for a in undefined_name)
try:
  gen()
except NameError as error:
  print("eager:", error)
print(list(x for x in [1, 2] for y in [x, x * 10]))
