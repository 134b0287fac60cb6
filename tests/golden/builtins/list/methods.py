# All methods of lists.
l = [3, 1, 2]
l.append(4); l.extend("ab"); l.insert(1, "i"); l.insert(100, "end"); l.insert(-1, "x")
print(l, l.pop(), l.pop(0), l.pop(-2), l, l.index("a"), l.count(1), l.remove("i"), l)
l.reverse(); c = l.copy(); l.clear()
print(l, c, c is not l, c + [1], [0] * 3, 2 * [1, 2], [1, 2] == [1, 2], [1, 2] < [1, 3], 2 in [1, 2], len(c), [] or "empty", [[]] * 2, list("abc"), list(range(3)), list({"k": 1}), list())
c += "xy"; c *= 2
print(c, c.index("x", 5), [1, 2, 3].index(3, -1))
for f in (lambda: [].pop(), lambda: [1].pop(5), lambda: [].remove(1), lambda: [].index("q"), lambda: [1][1], lambda: [1]["a"[:]], lambda: [1] + (2,), lambda: [1] * "a", lambda: [].extend(5), lambda: [1] < 1, lambda: list(5), lambda: [].append(), lambda: [].append(1, 2), lambda: [].insert(1), lambda: hash([])):
  try: f()
  except Exception as e: print(type(e).__name__, e)
