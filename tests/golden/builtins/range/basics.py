# Ranges: length, membership, indexing, slices, equality.
r = range(2, 20, 3)
print(r, len(r), list(r), r[0], r[-1], r[1:3], r[::-1], 5 in r, 6 in r, 5.0 in r, "a" in r, r.index(8), r.count(8), r.start, r.stop, r.step, range(0) == range(2, 2), range(0, 3, 2) == range(0, 4, 2), hash(range(3)) == hash(range(0, 3)), list(range(5, 0, -2)), range(10 ** 20)[-1], len(range(0)), bool(range(0)), list(reversed(range(3))), max(range(5)), sum(range(101)))
for f in (lambda: range(1, 2, 0), lambda: range("a"), lambda: range(), lambda: range(1.0), lambda: r[10], lambda: r.index(3), lambda: range(1, 2, 3, 4), lambda: len(range(10 ** 20))):
  try: f()
  except Exception as e: print(type(e).__name__, e)
