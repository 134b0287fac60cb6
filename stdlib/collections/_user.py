"""ChainMap and the wrappers UserDict, UserList, UserString."""

import _collections_abc as _abc
from sys import maxsize as _maxsize

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

  def __copy__(self):
    made = self.__class__.__new__(self.__class__)
    made.__dict__.update(self.__dict__)
    made.__dict__["data"] = self.__dict__["data"][:]
    return made

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

  def __complex__(self):
    return complex(self.data)

  def __getnewargs__(self):
    return (self.data[:],)

  def __rmod__(self, template):
    return self.__class__(str(template) % self)

  def capitalize(self):
    return self.__class__(self.data.capitalize())

  def casefold(self):
    return self.__class__(self.data.casefold())

  def center(self, width, *args):
    return self.__class__(self.data.center(width, *args))

  def count(self, sub, start=0, end=_maxsize):
    return self.data.count(_text(sub), start, end)

  def removeprefix(self, prefix, /):
    return self.__class__(self.data.removeprefix(_text(prefix)))

  def removesuffix(self, suffix, /):
    return self.__class__(self.data.removesuffix(_text(suffix)))

  def encode(self, encoding='utf-8', errors='strict'):
    return self.data.encode("utf-8" if encoding is None else encoding, "strict" if errors is None else errors)

  def endswith(self, suffix, start=0, end=_maxsize):
    return self.data.endswith(suffix, start, end)

  def expandtabs(self, tabsize=8):
    return self.__class__(self.data.expandtabs(tabsize))

  def find(self, sub, start=0, end=_maxsize):
    return self.data.find(_text(sub), start, end)

  def format(self, /, *args, **kwds):
    return self.data.format(*args, **kwds)

  def format_map(self, mapping):
    return self.data.format_map(mapping)

  def index(self, sub, start=0, end=_maxsize):
    return self.data.index(_text(sub), start, end)

  def isalpha(self):
    return self.data.isalpha()

  def isalnum(self):
    return self.data.isalnum()

  def isascii(self):
    return self.data.isascii()

  def isdecimal(self):
    return self.data.isdecimal()

  def isdigit(self):
    return self.data.isdigit()

  def isidentifier(self):
    return self.data.isidentifier()

  def islower(self):
    return self.data.islower()

  def isnumeric(self):
    return self.data.isnumeric()

  def isprintable(self):
    return self.data.isprintable()

  def isspace(self):
    return self.data.isspace()

  def istitle(self):
    return self.data.istitle()

  def isupper(self):
    return self.data.isupper()

  def join(self, seq):
    return self.data.join(seq)

  def ljust(self, width, *args):
    return self.__class__(self.data.ljust(width, *args))

  def lower(self):
    return self.__class__(self.data.lower())

  def lstrip(self, chars=None):
    return self.__class__(self.data.lstrip(chars))

  maketrans = str.maketrans

  def partition(self, sep):
    return self.data.partition(sep)

  def replace(self, old, new, maxsplit=-1):
    return self.__class__(self.data.replace(_text(old), _text(new), maxsplit))

  def rfind(self, sub, start=0, end=_maxsize):
    return self.data.rfind(_text(sub), start, end)

  def rindex(self, sub, start=0, end=_maxsize):
    return self.data.rindex(_text(sub), start, end)

  def rjust(self, width, *args):
    return self.__class__(self.data.rjust(width, *args))

  def rpartition(self, sep):
    return self.data.rpartition(sep)

  def rstrip(self, chars=None):
    return self.__class__(self.data.rstrip(chars))

  def split(self, sep=None, maxsplit=-1):
    return self.data.split(sep, maxsplit)

  def rsplit(self, sep=None, maxsplit=-1):
    return self.data.rsplit(sep, maxsplit)

  def splitlines(self, keepends=False):
    return self.data.splitlines(keepends)

  def startswith(self, prefix, start=0, end=_maxsize):
    return self.data.startswith(prefix, start, end)

  def strip(self, chars=None):
    return self.__class__(self.data.strip(chars))

  def swapcase(self):
    return self.__class__(self.data.swapcase())

  def title(self):
    return self.__class__(self.data.title())

  def translate(self, *args):
    return self.__class__(self.data.translate(*args))

  def upper(self):
    return self.__class__(self.data.upper())

  def zfill(self, width):
    return self.__class__(self.data.zfill(width))
