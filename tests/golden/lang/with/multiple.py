# Several managers in one with, parenthesised, and their order.
class M:
  def __init__(self, n, swallow=False): self.n, self.s = n, swallow
  def __enter__(self): print("+" + self.n, end=" "); return self.n
  def __exit__(self, t, v, tb): print("-" + self.n, t.__name__ if t else None, end=" "); return self.s
with M("a") as a, M("b") as b: print(a, b, end=" ")
print()
with (M("a") as a, M("b"),): print(a, end=" ")
print()
with M("a", True), M("b"): 1 / 0
print("swallowed by the outer one")
try:
  with M("a"), M("b"): raise KeyError
except KeyError: print("passed")
def f():
  with M("r"): return "returned"
print(f())
for i in range(3):
  with M(str(i)):
    if i == 1: break
print()
with M("t") as (x): pass
l = [0]
with M("i") as l[0]: print(l)
