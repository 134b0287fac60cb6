# All methods of dictionaries.
d = {"a": 1, "b": 2}
print(d.get("a"), d.get("z"), d.get("z", 0), d.setdefault("c", 3), d.setdefault("a", 9), d.pop("a"), d.pop("zz", None), d, len(d), "b" in d, list(d), d.popitem(), d.copy(), d)
d.update({"x": 1}, y=2); d.update([("z", 3)]); d.update(iter([["w", 4]]))
print(d, dict(d, n=1), dict([(1, 2)]), dict(a=1), dict.fromkeys([1, 2]), dict.fromkeys("ab", 0), d | {"q": 1}, {**d}, d == dict(reversed(d.items())))
d.clear(); print(d, bool(d), dict())
for f in (lambda: d["k"], lambda: d.pop("k"), lambda: d.popitem(), lambda: {}[[]], lambda: dict(5), lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: dict(["ab", "c"]), lambda: d.update(5), lambda: d | 5, lambda: {} < {}, lambda: dict(1, 2), lambda: hash({}), lambda: d.get(), lambda: d.get([])):
  try: f()
  except Exception as e: print(type(e).__name__, e)
