# Keywords where there are none: subclasses of immutable types, mappings whose keys() fails, a descriptor that is not open.
class Pair(tuple):
  pass


class Named(tuple):
  def __init__(self, *args, name=None):
    self.name = name


class Few(frozenset):
  pass


class NoKeys:
  def keys(self):
    raise AttributeError("no keys today")


class BadKeys:
  def keys(self):
    raise ValueError("bad keys")


for call in (lambda: Pair(x=1), lambda: Pair([1], x=1), lambda: Named([1, 2], name="n").name, lambda: Few(x=1), lambda: Few([1]), lambda: Pair(1, 2),
             lambda: {**NoKeys()}, lambda: {"a": 1, **BadKeys()}, lambda: {**5}, lambda: open(9999)):
  try:
    print(call())
  except Exception as error:
    print(type(error).__name__, error, getattr(error, "filename", None))
