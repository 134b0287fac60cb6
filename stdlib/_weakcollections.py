"""Collections that do not keep their items alive, of module weakref."""

from abc import update_abstractmethods
from _collections_abc import MutableMapping, MutableSet
from _weakref import ref
from types import FunctionType, GenericAlias

__name__ = "weakref"


def _with_common_methods(cls):
  """Gives a weak dictionary what both kinds have in common, under its own name: programs see no class between them and MutableMapping."""
  for name, method in vars(_Common).items():
    if isinstance(method, FunctionType):
      own = FunctionType(method.__code__, method.__globals__, method.__name__, method.__defaults__)
      own.__qualname__ = f"{cls.__name__}.{method.__name__}"
      own.__doc__ = method.__doc__
      setattr(cls, name, own)
  return update_abstractmethods(cls)


class _Common:
  """Methods over `data`, from which _live() removes dead entries."""

  def __len__(self):
    return len(self._live())

  def keys(self):
    """An iterator of the keys that are alive."""
    for key, _ in self.items():
      yield key

  __iter__ = keys

  def values(self):
    """An iterator of the values of the entries that are alive."""
    for _, value in self.items():
      yield value

  def __repr__(self):
    return f"<{self.__class__.__name__} at {id(self):#x}>"

  def copy(self):
    return type(self)(self)

  __copy__ = copy

  def popitem(self):
    """Remove and return an entry that is alive, the last one."""
    for key, value in reversed(list(self.items())):
      del self[key]
      return key, value
    raise KeyError("popitem(): dictionary is empty")

  def __or__(self, other):
    if not hasattr(other, "keys"):
      return NotImplemented
    made = self.copy()
    made.update(other)
    return made

  def __ror__(self, other):
    if not hasattr(other, "keys"):
      return NotImplemented
    made = self.__class__()
    made.update(other)
    made.update(self)
    return made

  def __ior__(self, other):
    self.update(other)
    return self


def _update(weak, other, named):
  if other is not None:
    for key, value in (other if hasattr(other, "items") else dict(other)).items():
      weak[key] = value
  for key, value in named.items():
    weak[key] = value


@_with_common_methods
class WeakValueDictionary(MutableMapping):
  """A mapping whose entries vanish when their values die."""

  def __init__(self, other=(), /, **kw):
    self.data = {}
    self.update(other, **kw)

  def _live(self):
    dead = [key for key, value in self.data.items() if value() is None]
    for key in dead:
      del self.data[key]
    return self.data

  def __getitem__(self, key):
    value = self.data[key]()
    if value is None:
      raise KeyError(key)
    return value

  def __setitem__(self, key, value):
    self.data[key] = KeyedRef(value, None, key)

  def __delitem__(self, key):
    del self.data[key]

  def __contains__(self, key):
    return key in self.data and self.data[key]() is not None

  def __deepcopy__(self, memo):
    from copy import deepcopy
    made = self.__class__()
    for key, value in self.items():
      made[deepcopy(key, memo)] = value
    return made

  def items(self):
    """An iterator of the entries that are alive."""
    for key, reference in list(self.data.items()):
      value = reference()
      if value is not None:
        yield key, value

  def itervaluerefs(self):
    """An iterator of the references."""
    yield from self.valuerefs()

  def valuerefs(self):
    """The references."""
    return list(self._live().values())

  def get(self, key, default=None):
    """The value of a key that is alive, or the default."""
    value = self.data[key]() if key in self.data else None
    return default if value is None else value

  def pop(self, key, *args):
    """Remove a key; its value when that is alive, or the default."""
    reference = self.data.pop(key, None)
    value = None if reference is None else reference()
    if value is not None:
      return value
    if args:
      return args[0]
    raise KeyError(key)

  def setdefault(self, key, default=None):
    if key not in self:
      self[key] = default
      return default
    return self[key]

  def update(self, other=None, /, **kwargs):
    """Add entries of a mapping, of pairs, or by name."""
    _update(self, other, kwargs)


@_with_common_methods
class WeakKeyDictionary(MutableMapping):
  """A mapping whose entries vanish when their keys die."""

  def __init__(self, dict=None):
    self.data = {}
    if dict is not None:
      self.update(dict)

  def _live(self):
    dead = [key for key in self.data if key() is None]
    for key in dead:
      del self.data[key]
    return self.data

  def __getitem__(self, key):
    return self.data[ref(key)]

  def __setitem__(self, key, value):
    self.data[ref(key)] = value

  def __delitem__(self, key):
    del self.data[ref(key)]

  def __contains__(self, key):
    try:
      return ref(key) in self.data
    except TypeError:
      return False

  def __deepcopy__(self, memo):
    from copy import deepcopy
    made = self.__class__()
    for key, value in self.items():
      made[key] = deepcopy(value, memo)
    return made

  def get(self, key, default=None):
    return self.data.get(ref(key), default)

  def pop(self, key, *args):
    return self.data.pop(ref(key), *args)

  def setdefault(self, key, default=None):
    return self.data.setdefault(ref(key), default)

  def update(self, dict=None, /, **kwargs):
    """Add entries of a mapping, of pairs, or by name."""
    _update(self, dict, kwargs)

  def items(self):
    """An iterator of the entries that are alive."""
    for reference, value in list(self.data.items()):
      key = reference()
      if key is not None:
        yield key, value

  def keyrefs(self):
    """The references."""
    return list(self._live())


class KeyedRef(ref):
  """A weak reference to a value, with the key that it has."""

  __slots__ = ("key",)

  def __new__(cls, ob, callback, key):
    self = ref.__new__(cls, ob, callback)
    self.key = key
    return self

  def __init__(self, ob, callback, key):
    super().__init__(ob, callback)


class WeakSet:
  """A set whose items vanish when they die."""

  __module__ = "_weakrefset"

  def __init__(self, data=None):
    self.data = set()
    if data is not None:
      self.update(data)

  def _live(self):
    self.data.difference_update([item for item in self.data if item() is None])
    return self.data

  def __contains__(self, item):
    try:
      return ref(item) in self.data
    except TypeError:
      return False

  def __iter__(self):
    for reference in list(self.data):
      item = reference()
      if item is not None:
        yield item

  def __len__(self):
    return len(self._live())

  def __repr__(self):
    return repr(self._live())

  def __reduce__(self):
    return self.__class__, (list(self),), self.__getstate__()

  def add(self, item):
    self.data.add(ref(item))

  def discard(self, item):
    self.data.discard(ref(item))

  def remove(self, item):
    self.data.remove(ref(item))

  def clear(self):
    self.data.clear()

  def pop(self):
    """Remove and return any item."""
    while self.data:
      item = self.data.pop()()
      if item is not None:
        return item
    raise KeyError("pop from empty WeakSet")

  def update(self, other):
    """Add the items of an iterable."""
    for item in other:
      self.add(item)

  def __ior__(self, other):
    self.update(other)
    return self

  def copy(self):
    return self.__class__(self)

  def _referenced(self, other):
    return {ref(item) for item in other}

  def union(self, other):
    """A new set of the items of both."""
    made = self.copy()
    made.update(other)
    return made

  __or__ = union

  def difference(self, other):
    """A new set of the items that are not in the other."""
    made = self.copy()
    made.difference_update(other)
    return made

  __sub__ = difference

  def difference_update(self, other):
    """Remove the items of the other."""
    if self is other:
      self.data.clear()
    else:
      self.data.difference_update(self._referenced(other))

  def __isub__(self, other):
    self.difference_update(other)
    return self

  def intersection(self, other):
    """A new set of the items that are in both."""
    return self.__class__(item for item in other if item in self)

  __and__ = intersection

  def intersection_update(self, other):
    """Keep the items that are in the other too."""
    self.data.intersection_update(self._referenced(other))

  def __iand__(self, other):
    self.intersection_update(other)
    return self

  def issubset(self, other):
    """Whether the other has all items."""
    return self._live().issubset(self._referenced(other))

  __le__ = issubset

  def __lt__(self, other):
    return self._live() < set(self._referenced(other))

  def issuperset(self, other):
    """Whether all items of the other are here."""
    return self._live().issuperset(self._referenced(other))

  __ge__ = issuperset

  def __gt__(self, other):
    return self._live() > set(self._referenced(other))

  def __eq__(self, other):
    if not isinstance(other, self.__class__):
      return NotImplemented
    return self._live() == self._referenced(other)

  def symmetric_difference(self, other):
    """A new set of the items that are in one of both only."""
    made = self.copy()
    made.symmetric_difference_update(other)
    return made

  __xor__ = symmetric_difference

  def symmetric_difference_update(self, other):
    """Keep the items that the other has not, and add those that only it has."""
    if self is other:
      self.data.clear()
    else:
      self.data.symmetric_difference_update(self._referenced(other))

  def __ixor__(self, other):
    self.symmetric_difference_update(other)
    return self

  def isdisjoint(self, other):
    """Whether no item is in both."""
    return not self.intersection(other)

  __class_getitem__ = classmethod(GenericAlias)


MutableSet.register(WeakSet)
