# Comparison, hashing and keys that change the container in use.
class E:
  def __init__(self, l): self.l = l
  def __eq__(self, o): self.l.clear(); return False
l = []
l.extend([E(l) for _ in range(5)])
print(5 in l, l)
l = []; l.extend([E(l) for _ in range(5)])
try: l.index(5)
except ValueError as e: print("index", l)
l = []; l.extend([E(l) for _ in range(3)])
print(l.count(5), l)
l = []; l.extend([E(l), 1])
try: l.remove(5)
except ValueError as e: print("remove", e)
class H:
  def __init__(self, d): self.d = d
  def __hash__(self): return 1
  def __eq__(self, o): self.d.clear(); return False
d = {}; d[H(d)] = 1
d[H(d)] = 2
print(len(d) <= 2)
m = [1, 2, 3]
print([m.pop() for _ in m], m)
