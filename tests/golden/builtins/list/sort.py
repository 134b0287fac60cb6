# sort is stable; key, reverse, errors; the list is empty for the key function.
l = [("b", 2), ("a", 2), ("c", 1)]
l.sort(key=lambda p: p[1]); print(l)
l.sort(key=lambda p: p[1], reverse=True); print(l)
l.sort(reverse=True); print(l, sorted([3, 1, 2], reverse=True), sorted("bca"), sorted({2: 1, 1: 2}), sorted([True, 0, 0.5]), sorted(["B", "a"], key=str.lower), sorted([[2], [1, 5], [1]]))
m = [3, 1, 2]
m.sort(key=lambda x: (print(m, end=" "), x)[1]); print(m)
for f in (lambda: sorted([1, "a"]), lambda: [1].sort(5), lambda: sorted([1j, 2j]), lambda: sorted([2, 1], key=5), lambda: sorted(5), lambda: sorted([None, None]), lambda: sorted()):
  try: f()
  except Exception as e: print(type(e).__name__, e)
n = [1, 2]
try: n.sort(key=lambda x: n.append(x))
except (ValueError, TypeError) as e: print(type(e).__name__, e)
class K:
  def __init__(self, v): self.v = v
  def __lt__(self, o): return self.v > o.v
print([k.v for k in sorted(map(K, [1, 3, 2]))], sorted(range(50), key=lambda x: x * 37 % 50)[:8])
