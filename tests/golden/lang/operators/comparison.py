# Rich comparison: chains, reflection, fallbacks and identity.
class V:
  def __init__(self, v): self.v = v
  def __eq__(self, o): return isinstance(o, V) and self.v == o.v
  def __lt__(self, o): return self.v < o.v
  def __le__(self, o): return self.v <= o.v
print(V(1) == V(1), V(1) != V(1), V(1) < V(2), V(1) > V(2), V(2) >= V(1), V(1) == 1)
def v(x):
  print(x, end=" ")
  return x
print(v(1) < v(2) < v(3) > v(0), v(5) == v(4) != v(1))
print(1 < 2 == 2, 1 in [1] == True, not 1 == 2, [] is not None, (1, 2) < (1, 3), [1] < [1, 0], "a" < "b")
for f in (lambda: 1 < "a", lambda: [] < (), lambda: None < None, lambda: {} < {}, lambda: 1j < 2j):
  try:
    f()
  except TypeError as error:
    print(error)
nan = float("nan")
print(nan == nan, nan in [nan], [nan] == [nan], nan != nan, 1 == 1.0 == True, 0.0 == -0.0)
