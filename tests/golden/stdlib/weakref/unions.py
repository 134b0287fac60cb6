# Unions of weak dictionaries.
import weakref


class Thing:
  def __init__(self, name):
    self.name = name

  def __repr__(self):
    return self.name


a, b, c = map(Thing, "abc")
values = weakref.WeakValueDictionary({"x": a, "y": b})
print(sorted((values | {"z": c, "x": c}).items()), sorted(({"x": c} | values).items()), type(values | values).__name__)
values |= {"w": c}
print(sorted(values.items()))
keys = weakref.WeakKeyDictionary({a: 1, b: 2})
print(sorted((keys | {c: 3, a: 4}).values()), sorted(({a: 9} | keys).values()), type({a: 1} | keys).__name__)
keys |= {c: 7}
print(sorted(keys.values()))
for other in ([("k", a)], 5):
  try:
    values | other
  except TypeError as error:
    print(error)
