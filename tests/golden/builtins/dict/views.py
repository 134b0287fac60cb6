# keys, values and items are live views with set operations.
d = {"a": 1, "b": 2}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k), "a" in k, 2 in v, ("a", 1) in i, ("a", 2) in i, list(reversed(k)))
d["c"] = 3
print(k, list(v), sorted(k & {"a", "z"}), sorted(k | {"z"}), sorted(k - {"a"}), sorted(k ^ {"a", "q"}), sorted(i & {("a", 1)}), k == {"a", "b", "c"}, k <= {"a", "b", "c", "d"}, k.isdisjoint("xy"), k.mapping, v == d.values())
it = iter(d); next(it); d["new"] = 1
try: next(it)
except RuntimeError as e: print(e)
it = iter(d.items()); next(it); d.pop("a"); d["zz"] = 1
try: print(list(it))
except RuntimeError as e: print(e)
