"""repr() with limits, and a guard against endless recursion."""

__all__ = ["Repr", "repr", "recursive_repr"]

import builtins
from _thread import get_ident
from itertools import islice


def recursive_repr(fillvalue="..."):
  """Decorator of __repr__ methods: a nested call for the same object gives the fill value."""

  def decorating_function(user_function):
    repr_running = set()

    def wrapper(self):
      key = id(self), get_ident()
      if key in repr_running:
        return fillvalue
      repr_running.add(key)
      try:
        return user_function(self)
      finally:
        repr_running.discard(key)

    for name in ("__module__", "__doc__", "__name__", "__qualname__"):
      setattr(wrapper, name, getattr(user_function, name))
    wrapper.__annotations__ = getattr(user_function, "__annotations__", {})
    return wrapper

  return decorating_function


class Repr:
  """repr() with limits for sizes and depth."""

  def __init__(self):
    self.fillvalue = "..."
    self.maxlevel = self.maxtuple = self.maxlist = 6
    self.maxarray, self.maxdict = 5, 4
    self.maxset = self.maxfrozenset = self.maxdeque = 6
    self.maxstring, self.maxlong, self.maxother = 30, 40, 30

  def repr(self, x):
    return self.repr1(x, self.maxlevel)

  def repr1(self, x, level):
    name = type(x).__name__.replace(" ", "_")
    method = getattr(self, "repr_" + name, None)
    return method(x, level) if method is not None else self.repr_instance(x, level)

  def _repr_iterable(self, x, level, left, right, maxiter, trail=""):
    n = len(x)
    if level <= 0 and n:
      s = self.fillvalue
    else:
      pieces = [self.repr1(elem, level - 1) for elem in islice(x, maxiter)]
      if n > maxiter:
        pieces.append(self.fillvalue)
      s = ", ".join(pieces)
      if n == 1 and trail:
        right = trail + right
    return f"{left}{s}{right}"

  def repr_tuple(self, x, level):
    return self._repr_iterable(x, level, "(", ")", self.maxtuple, ",")

  def repr_list(self, x, level):
    return self._repr_iterable(x, level, "[", "]", self.maxlist)

  def repr_array(self, x, level):
    return self._repr_iterable(x, level, f"array({x.typecode!r}, [", "])", self.maxarray) if x else f"array({x.typecode!r})"

  def repr_set(self, x, level):
    return self._repr_iterable(_sorted(x), level, "{", "}", self.maxset) if x else "set()"

  def repr_frozenset(self, x, level):
    return self._repr_iterable(_sorted(x), level, "frozenset({", "})", self.maxfrozenset) if x else "frozenset()"

  def repr_deque(self, x, level):
    return self._repr_iterable(x, level, "deque([", "])", self.maxdeque)

  def repr_dict(self, x, level):
    if not x:
      return "{}"
    if level <= 0:
      return "{" + self.fillvalue + "}"
    pieces = [f"{self.repr1(key, level - 1)}: {self.repr1(x[key], level - 1)}" for key in islice(_sorted(x), self.maxdict)]
    if len(x) > self.maxdict:
      pieces.append(self.fillvalue)
    return "{" + ", ".join(pieces) + "}"

  def _shorten(self, s, limit):
    if len(s) > limit:
      i = max(0, (limit - 3) // 2)
      j = max(0, limit - 3 - i)
      s = s[:i] + self.fillvalue + s[len(s) - j:]
    return s

  def repr_str(self, x, level):
    s = builtins.repr(x[:self.maxstring])
    if len(s) > self.maxstring:
      i = max(0, (self.maxstring - 3) // 2)
      j = max(0, self.maxstring - 3 - i)
      s = builtins.repr(x[:i] + x[len(x) - j:])
      s = s[:i] + self.fillvalue + s[len(s) - j:]
    return s

  def repr_int(self, x, level):
    return self._shorten(builtins.repr(x), self.maxlong)

  def repr_instance(self, x, level):
    try:
      s = builtins.repr(x)
    except Exception:
      return f"<{x.__class__.__name__} instance at {id(x):#x}>"
    return self._shorten(s, self.maxother)


def _sorted(x):
  try:
    return sorted(x)
  except Exception:
    return list(x)


aRepr = Repr()
repr = aRepr.repr
