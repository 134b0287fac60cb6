# Subclasses of list, dict, tuple and set: what uses the overridden methods, and what type results have.
class MyList(list):
  def __getitem__(self, index): return "item" + str(index)
  def append(self, item): super().append(item * 2)


class MyDict(dict):
  def __getitem__(self, key): return "got" + str(key)
  def __setitem__(self, key, value): super().__setitem__(key, (value,))


class MyTuple(tuple):
  def __new__(cls, *items): return super().__new__(cls, items)


class MySet(set):
  def add(self, item): super().add(item + 1)


items = MyList([1, 2])
items.append(3)
print(items, items[0], list(items), items + [1], type(items + [1]), type(items.copy()), items == [1, 2, 6])
d = MyDict(a=1)
d["b"] = 2
print(d, d["zz"], d.get("a"), list(d.items()), {**d}, dict(d), type(d | {}), type(d.copy()))
t = MyTuple(1, 2)
print(t, t + (3,), type(t + (3,)), type(t[0:]), hash(t) == hash((1, 2)), t == (1, 2))
q = MySet([1])
q.add(5)
print(q, type(q | {9}), q == {1, 6})
