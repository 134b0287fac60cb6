"""ChainMap and the wrappers UserDict, UserList, UserString."""

import _collections_abc as _abc

__name__ = "collections"


class ChainMap(_abc.MutableMapping):
  """Several mappings seen as one: look-ups search them in order, changes go to the first."""

  def __init__(self, *maps):
    self.maps = list(maps) or [{}]

  def __missing__(self, key):
    raise KeyError(key)

  def __getitem__(self, key):
    for mapping in self.maps:
      try:
        return mapping[key]
      except KeyError:
        pass
    return self.__missing__(key)

  def get(self, key, default=None):
    """self[key], or the default."""
    return self[key] if key in self else default

  def __len__(self):
    return len(set().union(*self.maps))

  def __iter__(self):
    d = {}
    for mapping in map(dict.fromkeys, reversed(self.maps)):
      d |= mapping
    return iter(d)

  def __contains__(self, key):
    return any(key in m for m in self.maps)

  def __bool__(self):
    return any(self.maps)

  def __repr__(self):
    return f"{self.__class__.__name__}({', '.join(map(repr, self.maps))})"

  @classmethod
  def fromkeys(cls, iterable, *args):
    """A ChainMap of one dict with these keys."""
    return cls(dict.fromkeys(iterable, *args))

  def copy(self):
    """A new ChainMap with a copy of the first mapping and the same others."""
    return self.__class__(self.maps[0].copy(), *self.maps[1:])

  __copy__ = copy

  def new_child(self, m=None, **kwargs):
    """A new ChainMap with one more mapping in front."""
    if m is None:
      m = kwargs
    elif kwargs:
      m.update(kwargs)
    return self.__class__(m, *self.maps)

  @property
  def parents(self):
    """A new ChainMap without the first mapping."""
    return self.__class__(*self.maps[1:])

  def __setitem__(self, key, value):
    self.maps[0][key] = value

  def __delitem__(self, key):
    try:
      del self.maps[0][key]
    except KeyError:
      raise KeyError(f"Key not found in the first mapping: {key!r}")

  def popitem(self):
    """Remove and return a pair of the first mapping."""
    try:
      return self.maps[0].popitem()
    except KeyError:
      raise KeyError("No keys found in the first mapping.")

  def pop(self, key, *args):
    """Remove a key of the first mapping and return its value."""
    try:
      return self.maps[0].pop(key, *args)
    except KeyError:
      raise KeyError(f"Key not found in the first mapping: {key!r}")

  def clear(self):
    """Clear the first mapping."""
    self.maps[0].clear()

  def __ior__(self, other):
    self.maps[0].update(other)
    return self

  def __or__(self, other):
    if not isinstance(other, _abc.Mapping):
      return NotImplemented
    m = self.copy()
    m.maps[0].update(other)
    return m

  def __ror__(self, other):
    if not isinstance(other, _abc.Mapping):
      return NotImplemented
    m = dict(other)
    for child in reversed(self.maps):
      m.update(child)
    return self.__class__(m)


class UserDict(_abc.MutableMapping):
  """A mapping that keeps its items in self.data, to inherit from."""

  def __init__(self, dict=None, /, **kwargs):
    self.data = {}
    if dict is not None:
      self.update(dict)
    if kwargs:
      self.update(kwargs)

  def __len__(self):
    return len(self.data)

  def __getitem__(self, key):
    if key in self.data:
      return self.data[key]
    if hasattr(self.__class__, "__missing__"):
      return self.__class__.__missing__(self, key)
    raise KeyError(key)

  def __setitem__(self, key, item):
    self.data[key] = item

  def __delitem__(self, key):
    del self.data[key]

  def __iter__(self):
    return iter(self.data)

  def __contains__(self, key):
    return key in self.data

  def get(self, key, default=None):
    """self[key], or the default."""
    return self[key] if key in self else default

  def __repr__(self):
    return repr(self.data)

  def __or__(self, other):
    if isinstance(other, UserDict):
      return self.__class__(self.data | other.data)
    if isinstance(other, dict):
      return self.__class__(self.data | other)
    return NotImplemented

  def __ror__(self, other):
    if isinstance(other, UserDict):
      return self.__class__(other.data | self.data)
    if isinstance(other, dict):
      return self.__class__(other | self.data)
    return NotImplemented

  def __ior__(self, other):
    self.data |= other.data if isinstance(other, UserDict) else other
    return self

  def __copy__(self):
    inst = self.__class__.__new__(self.__class__)
    inst.__dict__.update(self.__dict__)
    inst.__dict__["data"] = self.__dict__["data"].copy()
    return inst

  def copy(self):
    """A shallow copy."""
    if self.__class__ is UserDict:
      return UserDict(self.data.copy())
    data = self.data
    try:
      self.data = {}
      c = self.__copy__()
    finally:
      self.data = data
    c.update(self)
    return c

  @classmethod
  def fromkeys(cls, iterable, value=None):
    """Keys of the iterable, all with one value."""
    d = cls()
    for key in iterable:
      d[key] = value
    return d


class UserList(_abc.MutableSequence):
  """A sequence that keeps its items in self.data, to inherit from."""

  def __init__(self, initlist=None):
    self.data = []
    if initlist is not None:
      if isinstance(initlist, UserList):
        self.data[:] = initlist.data[:]
      else:
        self.data = list(initlist)

  def __repr__(self):
    return repr(self.data)

  def __cast(self, other):
    return other.data if isinstance(other, UserList) else other

  def __lt__(self, other):
    return self.data < self.__cast(other)

  def __le__(self, other):
    return self.data <= self.__cast(other)

  def __eq__(self, other):
    return self.data == self.__cast(other)

  def __gt__(self, other):
    return self.data > self.__cast(other)

  def __ge__(self, other):
    return self.data >= self.__cast(other)

  def __contains__(self, item):
    return item in self.data

  def __len__(self):
    return len(self.data)

  def __getitem__(self, i):
    if isinstance(i, slice):
      return self.__class__(self.data[i])
    return self.data[i]

  def __setitem__(self, i, item):
    self.data[i] = item

  def __delitem__(self, i):
    del self.data[i]

  def __add__(self, other):
    return self.__class__(self.data + list(self.__cast(other)))

  def __radd__(self, other):
    return self.__class__(list(self.__cast(other)) + self.data)

  def __iadd__(self, other):
    self.data += list(self.__cast(other))
    return self

  def __mul__(self, n):
    return self.__class__(self.data * n)

  __rmul__ = __mul__

  def __imul__(self, n):
    self.data *= n
    return self

  def append(self, item):
    """Add the item at the end."""
    self.data.append(item)

  def insert(self, i, item):
    """Insert the item before position i."""
    self.data.insert(i, item)

  def pop(self, i=-1):
    """Remove and return the item at position i."""
    return self.data.pop(i)

  def remove(self, item):
    """Remove the first equal item."""
    self.data.remove(item)

  def clear(self):
    """Remove all items."""
    self.data.clear()

  def copy(self):
    """A shallow copy."""
    return self.__class__(self)

  def count(self, item):
    """Number of equal items."""
    return self.data.count(item)

  def index(self, item, *args):
    """Position of the first equal item."""
    return self.data.index(item, *args)

  def reverse(self):
    """Reverse the order in place."""
    self.data.reverse()

  def sort(self, /, *args, **kwds):
    """Sort in place."""
    self.data.sort(*args, **kwds)

  def extend(self, other):
    """Add the items at the end."""
    self.data.extend(self.__cast(other))


def _text(value):
  return value.data if isinstance(value, UserString) else value


class UserString(_abc.Sequence):
  """A text that keeps its characters in self.data, to inherit from."""

  def __init__(self, seq):
    self.data = seq if isinstance(seq, str) else str(_text(seq))

  def __str__(self):
    return str(self.data)

  def __repr__(self):
    return repr(self.data)

  def __int__(self):
    return int(self.data)

  def __float__(self):
    return float(self.data)

  def __hash__(self):
    return hash(self.data)

  def __eq__(self, other):
    return self.data == _text(other)

  def __lt__(self, other):
    return self.data < _text(other)

  def __le__(self, other):
    return self.data <= _text(other)

  def __gt__(self, other):
    return self.data > _text(other)

  def __ge__(self, other):
    return self.data >= _text(other)

  def __contains__(self, char):
    return _text(char) in self.data

  def __len__(self):
    return len(self.data)

  def __getitem__(self, index):
    return self.__class__(self.data[index])

  def __add__(self, other):
    return self.__class__(self.data + (other if isinstance(other, str) else str(_text(other))))

  def __radd__(self, other):
    return self.__class__((other if isinstance(other, str) else str(_text(other))) + self.data)

  def __mul__(self, n):
    return self.__class__(self.data * n)

  __rmul__ = __mul__

  def __mod__(self, args):
    return self.__class__(self.data % args)


def _delegate(name, wrap):
  function = getattr(str, name)

  def method(self, *args, **kwargs):
    result = function(self.data, *map(_text, args), **kwargs)
    return self.__class__(result) if wrap else result

  method.__name__ = name
  method.__qualname__ = f"UserString.{name}"
  method.__doc__ = function.__doc__
  return method


for _name in ("capitalize", "casefold", "center", "expandtabs", "ljust", "lower", "lstrip", "removeprefix", "removesuffix", "replace", "rjust",
              "rstrip", "strip", "swapcase", "title", "translate", "upper", "zfill"):
  setattr(UserString, _name, _delegate(_name, True))
for _name in ("count", "encode", "endswith", "find", "format", "format_map", "index", "isalnum", "isalpha", "isascii", "isdecimal", "isdigit",
              "isidentifier", "islower", "isnumeric", "isprintable", "isspace", "istitle", "isupper", "join", "partition", "rfind", "rindex",
              "rpartition", "rsplit", "split", "splitlines", "startswith"):
  setattr(UserString, _name, _delegate(_name, False))
del _name
