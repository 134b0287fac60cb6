# Sets of numbers: all methods and operators.
a, b = {1, 2, 3}, {3, 4}
print(a | b, a & b, a - b, a ^ b, a.union(b, [9]), a.intersection([1, 3], {3}), a.difference([1]), a.symmetric_difference(b), a <= {1, 2, 3}, a < {1, 2, 3}, a >= {1}, a.issubset(range(5)), a.issuperset([1]), a.isdisjoint([7]), a == {3, 2, 1}, set(), {1} == frozenset([1]))
c = a.copy(); c.add(5); c.discard(9); c.remove(1); c.update([7], {8}); c.difference_update([7]); c.intersection_update([2, 5, 8]); c.symmetric_difference_update([2, 3]); print(sorted(c))
c |= {1}; c &= {1, 5}; c -= {5}; c ^= {6}; print(sorted(c), c.pop() in (1, 6), len(c)); c.clear(); print(c)
for f in (lambda: set().pop(), lambda: {1}.remove(2), lambda: {[]}, lambda: {1} | [1], lambda: set(5), lambda: {1} < 5, lambda: {1} + {2}, lambda: hash({1}), lambda: {1}.union(5), lambda: {1}.add([])):
  try: f()
  except Exception as e: print(type(e).__name__, e)
print({frozenset([1]): "key"}[frozenset([1])], {1, 1.0, True}, {frozenset(), frozenset()})
