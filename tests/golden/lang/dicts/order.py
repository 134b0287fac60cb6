# Dictionaries keep insertion order through updates, deletions and merges.
d = {"b": 1, "a": 2, "c": 3}
d["a"] = 9
del d["b"]
d["b"] = 4
print(d, list(d), list(d.values()), list(d.items()), list(reversed(d)))
print({**d, "z": 0, "c": 7}, d | {"c": 1, "n": 2}, dict(zip("xy", (1, 2)), k=3), {k: v for v, k in enumerate("cab")}, dict.fromkeys("hello"))
d.update(a=1, q=2); d.update([("w", 3)]); print(d, d.popitem(), d.pop("a"), d)
print({1: "a", True: "b", 1.0: "c"}, {"a": 1, "b": 2} == {"b": 2, "a": 1}, d.setdefault("new", []), d.setdefault("q", 0))
