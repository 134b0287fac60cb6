# enumerate, zip, map, filter, reversed, iter, next, all, any, sum, min, max.
print(list(enumerate("ab")), list(enumerate("ab", 5)), list(zip("ab", [1, 2, 3])), list(zip()), list(zip("ab", (1, 2), strict=True)), list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2], [10, 20, 30])), list(filter(None, [0, 1, ""])), list(filter(str.isdigit, "a1b2")), list(reversed([1, 2])))
print(all([]), any([]), all([1, 0]), any([0, 1]), sum([1, 2], 10), sum([[1], [2]], []), sum([0.1] * 3), min(3, 1, 2), max("abc"), min([], default="none"), max([1, -5], key=abs), min("b", "a", key=ord), max([(1, "a"), (1, "b")]), max([1, 1.0]), next(iter([]), "d"), list(zip(*[(1, 2), (3, 4)])))
for f in (lambda: min([]), lambda: max(), lambda: max(5), lambda: sum(["a"]), lambda: sum("ab", ""), lambda: list(zip("a", "", strict=True)), lambda: list(zip("a", "bc", strict=True)), lambda: enumerate(5), lambda: map(str), lambda: list(map(5, [1])), lambda: reversed({1}), lambda: zip(1), lambda: min(1, "a"), lambda: all(5), lambda: sum(5), lambda: min(1, 2, default=3)):
  try: f()
  except Exception as e: print(type(e).__name__, e)
