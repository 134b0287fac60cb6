# frozenset is hashable and cannot change.
f = frozenset([3, 1, 2])
print(f, len(f), 1 in f, f | {9}, {9} | f, type(f | {9}).__name__, type({9} | f).__name__, f & {1, 3}, frozenset(), frozenset("a"), f == {1, 2, 3}, hash(f) == hash(frozenset([1, 2, 3])), f.union([5]), f.copy() is f)
for g in (lambda: f.add(1), lambda: frozenset(1), lambda: f.remove(1)):
  try: g()
  except Exception as e: print(type(e).__name__, e)
f |= {7}
print(f)
