# Annotations are evaluated for modules and classes, kept in __annotations__, and do not assign.
x: int = 3
y: "text"
z: list[int]
print(__annotations__)
try:
  y
except NameError as error:
  print(error)
class C:
  a: int = 1
  b: str
  def f(self, p: int, *q: "s", **r: None) -> 1 + 1: pass
print(C.__annotations__, C.f.__annotations__, hasattr(C, "b"))
def local():
  v: undefined_is_not_evaluated = 5
  w: int
  return v
print(local())
(t): int = 9
print(t, "t" in __annotations__)
d = {}
d["k"]: int = 4
print(d)
