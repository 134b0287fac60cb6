# slice objects.
s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(5), s.indices(6), slice(None, None, -1).indices(4), slice(-3, None).indices(5), "abcdefghij"[s], list(range(20))[s], slice(1, 2) == slice(1, 2), slice(1) != slice(2), slice(1, 2) < slice(1, 3))
for f in (lambda: slice(), lambda: hash(slice(1)), lambda: slice(0, 5, 0).indices(5), lambda: slice("a").indices(5)):
  try: f()
  except Exception as e: print(type(e).__name__, e)
