"""Container types: namedtuple, deque, ChainMap, Counter, OrderedDict, defaultdict and wrappers to inherit from.

deque and defaultdict are native. The classes made of abstract base classes are in collections._user, which is imported when one of them is
asked for.
"""

from _types import _caller_module, _show_module
from _collections import _count_elements, _mark_ordered, _move_to_end, _pop_end, _same_order, _tuplegetter, defaultdict, deque

_native_wording = {"OrderedDict": ""}  # Words argument errors as natives do.

__all__ = ["ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString", "defaultdict", "deque", "namedtuple"]

_LAZY = {"ChainMap", "UserDict", "UserList", "UserString"}


def __getattr__(name):
  if name in _LAZY:
    from collections import _user
    value = globals()[name] = getattr(_user, name)
    return value
  if name == "abc":
    import collections.abc
    return collections.abc
  raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__():
  return sorted({*globals(), *_LAZY, "abc"})


# -- OrderedDict


_missing = object()


def _pair(item):
  """The key and the value that an item of an iterable has."""
  item = iter(item)
  pair = []
  for value in item:
    if len(pair) == 2:
      raise ValueError("too many values to unpack (expected 2)")
    pair.append(value)
  if len(pair) < 2:
    raise ValueError("need more than 1 value to unpack" if pair else "need more than 0 values to unpack")
  return pair


def _update_ordered(self, other):
  """Set each item of a mapping or of an iterable of pairs, by the class's own __setitem__."""
  kind = type(other)
  if type(self).__setitem__ is _set_item:
    if kind is dict or kind is OrderedDict:
      return dict.update(self, other)
    if kind is list or kind is tuple:
      try:
        return dict.update(self, other)
      except (TypeError, ValueError):
        pass  # raised again below, in the words of an OrderedDict
  if kind is dict:
    other = list(other.items())
  elif hasattr(other, "keys"):
    for key in other.keys():
      self[key] = other[key]
    return
  elif hasattr(other, "items"):
    other = other.items()
  for pair in other:
    key, value = pair if type(pair) is tuple and len(pair) == 2 else _pair(pair)
    self[key] = value


_set_item = dict.__setitem__


class OrderedDict(dict):
  """Dictionary that remembers insertion order"""

  def __init__(self, /, *args, **kwargs):
    if args:
      if len(args) > 1:
        raise TypeError(f"expected at most 1 arguments, got {len(args)}")
      _update_ordered(self, args[0])
    if kwargs:
      _update_ordered(self, kwargs)

  def update(self, /, *args, **kwargs):
    """Set the items of a mapping or of an iterable of pairs, then those given by name."""
    if args:
      if len(args) > 1:
        raise TypeError(f"update() takes at most 1 positional argument ({len(args)} given)")
      _update_ordered(self, args[0])
    if kwargs:
      _update_ordered(self, kwargs)

  def popitem(self, last=True):
    """Remove and return the last pair, or the first one."""
    return _pop_end(self, bool(last))

  def move_to_end(self, key, last=True):
    """Move an existing key to the end, or to the beginning."""
    if last:
      return _move_to_end(self, key)
    value = dict.pop(self, key)
    rest = list(dict.items(self))
    dict.clear(self)
    dict.__setitem__(self, key, value)
    dict.update(self, rest)

  def pop(self, key, default=_missing):
    """Remove the key and return its value, or the default; KeyError when there is neither."""
    return dict.pop(self, key) if default is _missing else dict.pop(self, key, default)

  def setdefault(self, key, default=None):
    """The value of the key, which gets the default when it is not there."""
    if type(self) is OrderedDict:
      return dict.setdefault(self, key, default)
    if key in self:
      return self[key]
    self[key] = default
    return default

  def copy(self):
    """A shallow copy."""
    if type(self) is OrderedDict:
      return OrderedDict(self)
    new = self.__class__()
    for key in dict.__iter__(self):
      new[key] = self[key]
    return new

  @classmethod
  def fromkeys(cls, iterable, value=None):
    """Keys of the iterable, all with one value."""
    self = cls()
    for key in iterable:
      self[key] = value
    return self

  def __eq__(self, other):
    if isinstance(other, OrderedDict):
      return dict.__eq__(self, other) and _same_order(self, other)
    return dict.__eq__(self, other)

  def __ne__(self, other):
    result = self == other
    return result if result is NotImplemented else not result

  __hash__ = None

  def __repr__(self):
    name = self.__class__.__name__
    if not self:
      return f"{name}()"
    if id(self) in _showing:
      return "..."
    _showing.add(id(self))
    try:
      return f"{name}({list(self.items())!r})"
    finally:
      _showing.discard(id(self))

  def __or__(self, other):
    if not isinstance(other, dict):
      return NotImplemented
    new = self.__class__(self)
    _update_ordered(new, other)
    return new

  def __ror__(self, other):
    if not isinstance(other, dict):
      return NotImplemented
    new = self.__class__(other)
    _update_ordered(new, self)
    return new

  def __ior__(self, other):
    _update_ordered(self, other)
    return self

  def __reduce__(self):
    return self.__class__, (), self.__getstate__(), None, iter(self.items())


_mark_ordered(OrderedDict)
_showing = set()


# -- namedtuple


_TUPLE_MAKERS = (
  lambda _cls: _tuple_new(_cls, ()),
  lambda _cls, a: _tuple_new(_cls, (a,)),
  lambda _cls, a, b: _tuple_new(_cls, (a, b)),
  lambda _cls, a, b, c: _tuple_new(_cls, (a, b, c)),
  lambda _cls, a, b, c, d: _tuple_new(_cls, (a, b, c, d)),
  lambda _cls, a, b, c, d, e: _tuple_new(_cls, (a, b, c, d, e)),
  lambda _cls, a, b, c, d, e, f: _tuple_new(_cls, (a, b, c, d, e, f)))


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
  """A subclass of tuple whose items have names."""
  from keyword import iskeyword
  if isinstance(field_names, str):
    field_names = field_names.replace(",", " ").split()
  field_names = list(map(str, field_names))
  typename = str(typename)

  if rename:
    seen = set()
    for index, name in enumerate(field_names):
      if not name.isidentifier() or iskeyword(name) or name.startswith("_") or name in seen:
        field_names[index] = f"_{index}"
      seen.add(name)
  for name in [typename] + field_names:
    if not name.isidentifier():
      raise ValueError(f"Type names and field names must be valid identifiers: {name!r}")
    if iskeyword(name):
      raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")
  seen = set()
  for name in field_names:
    if name.startswith("_") and not rename:
      raise ValueError(f"Field names cannot start with an underscore: {name!r}")
    if name in seen:
      raise ValueError(f"Encountered duplicate field name: {name!r}")
    seen.add(name)

  field_defaults = {}
  if defaults is not None:
    defaults = tuple(defaults)
    if len(defaults) > len(field_names):
      raise TypeError("Got more default values than field names")
    field_defaults = dict(reversed(list(zip(reversed(field_names), reversed(defaults)))))

  field_names = tuple(field_names)
  count = len(field_names)
  arg_list = ", ".join(field_names)
  if count == 1:
    arg_list += ","
  new_tuple = tuple.__new__
  namespace = {"_tuple_new": new_tuple, "__builtins__": {}, "__name__": f"namedtuple_{typename}"}
  if count < len(_TUPLE_MAKERS):
    # The compiler takes longer to make one than all the rest.
    code = _TUPLE_MAKERS[count].__code__.replace(co_varnames=("_cls", *field_names), co_filename="<string>", co_firstlineno=1)
    __new__ = type(namedtuple)(code, namespace)
  else:
    __new__ = eval(f"lambda _cls, {arg_list}: _tuple_new(_cls, ({arg_list}))", namespace)
  __new__.__name__ = "__new__"
  __new__.__doc__ = f"Create new instance of {typename}({arg_list})"
  if defaults is not None:
    __new__.__defaults__ = defaults

  @classmethod
  def _make(cls, iterable):
    result = new_tuple(cls, iterable)
    if len(result) != count:
      raise TypeError(f"Expected {count} arguments, got {len(result)}")
    return result

  def _replace(self, /, **kwds):
    result = self._make(map(kwds.pop, field_names, self))
    if kwds:
      raise ValueError(f"Got unexpected field names: {list(kwds)!r}")
    return result

  repr_fmt = "(" + ", ".join(f"{name}=%r" for name in field_names) + ")"

  def __repr__(self):
    return self.__class__.__name__ + repr_fmt % tuple(self)

  def _asdict(self):
    return dict(zip(self._fields, self))

  def __getnewargs__(self):
    return tuple(self)

  _make.__func__.__doc__ = f"Make a new {typename} object from a sequence or iterable"
  _replace.__doc__ = f"Return a new {typename} object replacing specified fields with new values"
  __repr__.__doc__ = "Return a nicely formatted representation string"
  _asdict.__doc__ = "Return a new dict which maps field names to their values."
  for method in (__new__, _make.__func__, _replace, __repr__, _asdict, __getnewargs__):
    method.__qualname__ = f"{typename}.{method.__name__}"
  members = {
    "__doc__": f"{typename}({arg_list})",
    "__slots__": (),
    "_fields": field_names,
    "_field_defaults": field_defaults,
    "__new__": __new__,
    "_make": _make,
    "_replace": _replace,
    "__repr__": __repr__,
    "_asdict": _asdict,
    "__getnewargs__": __getnewargs__,
    "__match_args__": field_names,
    "__module__": module if module is not None else _caller_module(1) or "__main__",
  }
  for index, name in enumerate(field_names):
    members[name] = _tuplegetter(index, f"Alias for field number {index}")
  return type(typename, (tuple,), members)


_show_module(OrderedDict)


# -- Counter


class Counter(dict):
  """A dict of items and how often they occur; absent items count 0."""

  def __init__(self, iterable=None, /, **kwds):
    super().__init__()
    self.update(iterable, **kwds)

  def __missing__(self, key):
    return 0

  def total(self):
    """Sum of the counts."""
    return sum(self.values())

  def most_common(self, n=None):
    """Pairs of item and count, from the most common on: all or the first n."""
    pairs = sorted(self.items(), key=_second, reverse=True)
    return pairs if n is None or n >= len(pairs) else pairs[:max(n, 0)]

  def elements(self):
    """Each item as often as it counts."""
    from itertools import chain, repeat, starmap
    return chain.from_iterable(starmap(repeat, self.items()))

  @classmethod
  def fromkeys(cls, iterable, v=None):
    raise NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

  def update(self, iterable=None, /, **kwds):
    """Add the counts of an iterable or a mapping."""
    if iterable is not None:
      if hasattr(iterable, "items"):
        if self:
          self_get = self.get
          for elem, count in iterable.items():
            self[elem] = count + self_get(elem, 0)
        else:
          super().update(iterable)
      else:
        _count_elements(self, iterable)
    if kwds:
      self.update(kwds)

  def subtract(self, iterable=None, /, **kwds):
    """Subtract counts; results may be zero or negative."""
    if iterable is not None:
      self_get = self.get
      if hasattr(iterable, "items"):
        for elem, count in iterable.items():
          self[elem] = self_get(elem, 0) - count
      else:
        for elem in iterable:
          self[elem] = self_get(elem, 0) - 1
    if kwds:
      self.subtract(kwds)

  def copy(self):
    """A shallow copy."""
    return self.__class__(self)

  def __reduce__(self):
    return self.__class__, (dict(self),)

  def __delitem__(self, elem):
    if elem in self:
      super().__delitem__(elem)

  def __eq__(self, other):
    if not isinstance(other, Counter):
      return NotImplemented
    return all(self[e] == other[e] for c in (self, other) for e in c)

  def __ne__(self, other):
    if not isinstance(other, Counter):
      return NotImplemented
    return not self == other

  __hash__ = None

  def __le__(self, other):
    if not isinstance(other, Counter):
      return NotImplemented
    return all(self[e] <= other[e] for c in (self, other) for e in c)

  def __lt__(self, other):
    if not isinstance(other, Counter):
      return NotImplemented
    return self <= other and self != other

  def __ge__(self, other):
    if not isinstance(other, Counter):
      return NotImplemented
    return all(self[e] >= other[e] for c in (self, other) for e in c)

  def __gt__(self, other):
    if not isinstance(other, Counter):
      return NotImplemented
    return self >= other and self != other

  def __repr__(self):
    if not self:
      return f"{self.__class__.__name__}()"
    try:
      shown = dict(self.most_common())
    except TypeError:
      shown = dict(self)
    return f"{self.__class__.__name__}({shown!r})"

  def __add__(self, other):
    if not isinstance(other, Counter):
      return NotImplemented
    result = Counter()
    for elem, count in self.items():
      count = count + other[elem]
      if count > 0:
        result[elem] = count
    for elem, count in other.items():
      if elem not in self and count > 0:
        result[elem] = count
    return result

  def __sub__(self, other):
    if not isinstance(other, Counter):
      return NotImplemented
    result = Counter()
    for elem, count in self.items():
      count = count - other[elem]
      if count > 0:
        result[elem] = count
    for elem, count in other.items():
      if elem not in self and count < 0:
        result[elem] = 0 - count
    return result

  def __or__(self, other):
    if not isinstance(other, Counter):
      return NotImplemented
    result = Counter()
    for elem, count in self.items():
      other_count = other[elem]
      count = other_count if count < other_count else count
      if count > 0:
        result[elem] = count
    for elem, count in other.items():
      if elem not in self and count > 0:
        result[elem] = count
    return result

  def __and__(self, other):
    if not isinstance(other, Counter):
      return NotImplemented
    result = Counter()
    for elem, count in self.items():
      other_count = other[elem]
      count = count if count < other_count else other_count
      if count > 0:
        result[elem] = count
    return result

  def __pos__(self):
    return self._keep(lambda count: count)

  def __neg__(self):
    return self._keep(lambda count: 0 - count)

  def _keep(self, convert):
    result = Counter()
    for elem, count in self.items():
      count = convert(count)
      if count > 0:
        result[elem] = count
    return result

  def _keep_positive(self):
    for elem in [elem for elem, count in self.items() if not count > 0]:
      del self[elem]
    return self

  def __iadd__(self, other):
    for elem, count in other.items():
      self[elem] += count
    return self._keep_positive()

  def __isub__(self, other):
    for elem, count in other.items():
      self[elem] -= count
    return self._keep_positive()

  def __ior__(self, other):
    for elem, count in other.items():
      if count > self[elem]:
        self[elem] = count
    return self._keep_positive()

  def __iand__(self, other):
    for elem, count in self.items():
      other_count = other[elem]
      if other_count < count:
        self[elem] = other_count
    return self._keep_positive()


def _second(pair):
  return pair[1]
