# Tuples.
t = (1, 2, 3, 2)
print(t.count(2), t.index(2), t.index(2, 2), t[1:], t[::-1], t + (4,), t * 2, (1,), (), 2 in t, len(t), hash((1, 2)) == hash((1, 2)), (1, 2) < (1, 2, 0), (1, "a") == (1, "a"), tuple("ab"), tuple(), tuple([1]), 1, *t, max(t), sum(t), sorted(t))
for f in (lambda: t[9], lambda: t.index(9), lambda: t + [1], lambda: hash(([],)), lambda: t["a"[:]], lambda: tuple(5), lambda: (1,) < 1):
  try: f()
  except Exception as e: print(type(e).__name__, e)
try: t[0] = 1
except TypeError as e: print(e)
try: del t[0]
except TypeError as e: print(e)
