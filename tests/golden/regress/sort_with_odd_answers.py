# Inconsistent comparisons keep all elements.
class R:
  n = 0
  def __init__(self, v): self.v = v
  def __lt__(self, o):
    R.n = (R.n * 31 + 7) % 101
    return R.n % 2 == 0
l = [R(i) for i in range(200)]
l.sort()
print(sorted(x.v for x in l) == list(range(200)))
class Boom:
  def __init__(self, v): self.v = v
  def __lt__(self, o):
    if self.v == 5: raise ValueError("boom")
    return self.v < o.v
l = [Boom(i) for i in (9, 1, 5, 3, 7)]
try: l.sort()
except ValueError as e: print(e, sorted(x.v for x in l))
