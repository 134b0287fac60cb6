# Objects with __eq__ and __hash__ as keys; numbers that are equal share one key.
class K:
  def __init__(self, k): self.k = k
  def __eq__(self, o): return isinstance(o, K) and self.k == o.k
  def __hash__(self): return hash(self.k)
d = {K(1): "one", K(2): "two"}
print(d[K(1)], K(2) in d, K(3) in d, len({K(1), K(1), K(2)}))
print({1: "a", 1.0: "b", True: "c"}, hash(1) == hash(1.0) == hash(True), hash(2**61 - 1), hash(-1), hash(0.5), hash(10**30))
for bad in ([], {}, set(), [1], slice(1), (1, [])):
  try:
    {bad: 1}
  except TypeError as error:
    print(error)
class E:
  def __eq__(self, o): return True
print(E.__hash__)
E2 = type("E2", (E,), {"__hash__": lambda s: 1.5})
try:
  hash(E2())
except TypeError as error:
  print(error)
