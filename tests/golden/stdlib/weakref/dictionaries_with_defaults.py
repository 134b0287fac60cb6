# get(), pop(), setdefault(), update() and operators of weak dictionaries and sets; the names in their errors.
import weakref


class Thing:
  def __init__(self, number):
    self.number = number

  def __repr__(self):
    return f"Thing{self.number}"


def tried(action):
  try:
    print(repr(action()))
  except (KeyError, TypeError) as error:
    print(type(error).__name__, error if isinstance(error, TypeError) else "")


a, b, c = Thing(1), Thing(2), Thing(3)
values = weakref.WeakValueDictionary({"a": a, "b": b})
keys = weakref.WeakKeyDictionary({a: 1, b: 2})
for kind in (weakref.WeakValueDictionary, weakref.WeakKeyDictionary, weakref.WeakSet):
  print(kind.__mro__)
  for name in ("copy", "keys", "values", "items", "get", "popitem", "update", "__len__", "__iter__", "__or__", "__ior__", "__contains__", "add"):
    if hasattr(kind, name):
      tried(lambda: getattr(kind(), name)(1, 2, 3, 4))
for action in (lambda: values.get("a"), lambda: values.get("z"), lambda: values.get("z", 5), lambda: values.pop("z"), lambda: values.pop("z", 4),
               lambda: values.pop("a"), lambda: dict(values | {"c": c}), lambda: dict({"c": c} | values), lambda: values.update(q=b), lambda: sorted(values),
               lambda: values.setdefault("r", a), lambda: values.setdefault("r", c), lambda: len(values), lambda: values["no"],
               lambda: values.__setitem__("x", 5), lambda: values | 5, lambda: keys.get(a), lambda: keys.get(5), lambda: keys.pop(c), lambda: keys.pop(c, 1),
               lambda: 5 in keys, lambda: keys.update(x=5), lambda: keys.update({c: 3}), lambda: sorted(keys.values()), lambda: keys.setdefault(a),
               lambda: weakref.WeakKeyDictionary({5: 1})):
  tried(action)
some, others = weakref.WeakSet([a, b]), weakref.WeakSet([b, c])
for action in (lambda: some | others, lambda: some & others, lambda: some - others, lambda: some ^ others):
  print(sorted(thing.number for thing in action()))
for action in (lambda: some <= others, lambda: some == {a, b}, lambda: some == weakref.WeakSet([a, b]), lambda: {a} | some, lambda: some.add(5),
               lambda: hash(some), lambda: some.isdisjoint([c]), lambda: some | 5):
  tried(action)
