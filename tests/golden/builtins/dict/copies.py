# Copies and unions of dictionaries with and without holes go their own ways; lists of keys and values.
import random
r = random.Random(3)
def holes(n):
  d = {i: str(i) for i in range(n)}
  for i in range(0, n, 3): del d[i]
  return d
def popped(n):
  d = {f"k{i}": i for i in range(n)}
  for _ in range(n // 4): d.popitem()
  return d
for n in (0, 1, 2, 5, 6, 11, 21, 22, 50, 200, 1000, 3000):
  for source in ({i: -i for i in range(n)}, {str(i): i for i in range(n)}, holes(n), popped(n), dict.fromkeys(range(n)), {(i, "x"): [i] for i in range(n)}):
    made = [source.copy(), dict(source), {**source}, source | {}, {} | source, {k: v for k, v in source.items()}]
    made.append({})
    made[-1].update(source)
    for copy in made:
      assert copy == source and list(copy) == [*source.keys()] and list(copy.values()) == [v for v in source.values()] and list(copy.items()) == list(zip(source, source.values()))
      before = len(source)
      copy["new"] = copy.pop(next(iter(copy), None), None)
      for i in range(20): copy[f"more{i}"] = i
      assert len(source) == before and "new" not in source
    both = {"first": 0, **source, **{"last": 1}}
    assert list(both) == ["first", *source, "last"] and both == dict({"first": 0}, **{"last": 1}) | source
few = {i: i for i in range(100)}
for i in range(97): del few[i]
for made in (few.copy(), {**few}):
  assert made == few and list(made) == [97, 98, 99]
class Loud(dict):
  def __iter__(self): return iter(["loud"])
  def keys(self): return ["loud"]
  def __getitem__(self, key): return key.upper()
print({**Loud(a=1)}, dict(Loud(a=1)), Loud(a=1) | {"b": 2}, list(Loud(a=1)), [*Loud(a=1).values()])
print(dict(a=1, **{"b": 2, "a b": 3}), dict([(1, 2)], c=3), dict({"x": 1}, x=2))
changing = {1: 1, 2: 2}
copy = changing.copy()
changing[3] = 3
try:
  for key in changing: changing[key + 10] = 0
except RuntimeError as error: print(error)
print(copy, list({3, 1, 2}), [*frozenset("a")], [0] + list({"k": 1}.values()), sum({1: 5, 2: 6}.values()))
