"""Weak references, and collections that do not keep their items alive.

>>> class Node: pass
>>> node = Node()
>>> names = WeakKeyDictionary({node: "root"})
>>> names[node]
'root'

A reference is cleared by the collector: when exactly an object dies is not defined.
"""
from _weakref import ref, ReferenceType, getweakrefs, getweakrefcount
from _collections_abc import MutableMapping, MutableSet

__all__ = ["ref", "proxy", "getweakrefcount", "getweakrefs", "ReferenceType", "ProxyType", "CallableProxyType", "ProxyTypes", "WeakMethod", "WeakKeyDictionary", "WeakValueDictionary", "WeakSet", "finalize"]


class WeakMethod(ref):
  """A weak reference to a bound method: it dies with the object, not with the method object."""

  __slots__ = ("_func_ref", "_method_type")

  def __new__(cls, method, callback=None):
    try:
      target = method.__self__
      function = method.__func__
    except AttributeError:
      raise TypeError(f"argument should be a bound method, not {type(method)}") from None
    self = ref.__new__(cls, target, callback)
    self._func_ref = ref(function)
    self._method_type = type(method)
    return self

  def __call__(self):
    target = super().__call__()
    function = self._func_ref()
    if target is None or function is None:
      return None
    return self._method_type(function, target)

  def __eq__(self, other):
    if not isinstance(other, WeakMethod):
      return NotImplemented
    mine, theirs = self(), other()
    if mine is None or theirs is None:
      return self is other
    return mine == theirs

  __hash__ = ref.__hash__


class _WeakDictionary(MutableMapping):
  """Unions of dictionaries with weak keys or values."""

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


class WeakValueDictionary(_WeakDictionary):
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
    self.data[key] = ref(value)

  def __delitem__(self, key):
    del self.data[key]

  def __contains__(self, key):
    return key in self.data and self.data[key]() is not None

  def __iter__(self):
    return iter(list(self._live()))

  def __len__(self):
    return len(self._live())

  def __repr__(self):
    return f"<{self.__class__.__name__} at {id(self):#x}>"

  def copy(self):
    return type(self)(self)

  __copy__ = copy

  def valuerefs(self):
    return list(self._live().values())

  def setdefault(self, key, default=None):
    if key not in self:
      self[key] = default
      return default
    return self[key]


class WeakKeyDictionary(_WeakDictionary):
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

  def __iter__(self):
    keys = [key() for key in self._live()]
    return iter([key for key in keys if key is not None])

  def __len__(self):
    return len(self._live())

  def __repr__(self):
    return f"<{self.__class__.__name__} at {id(self):#x}>"

  def copy(self):
    return type(self)(self)

  __copy__ = copy

  def keyrefs(self):
    return list(self._live())


class WeakSet(MutableSet):
  """A set whose items vanish when they die."""

  def __init__(self, data=None):
    self.data = set()
    if data is not None:
      self.update(data)

  def _live(self):
    self.data = {item for item in self.data if item() is not None}
    return self.data

  def __contains__(self, item):
    try:
      return ref(item) in self.data
    except TypeError:
      return False

  def __iter__(self):
    items = [item() for item in self._live()]
    return iter([item for item in items if item is not None])

  def __len__(self):
    return len(self._live())

  def __repr__(self):
    return repr(set(self))

  def add(self, item):
    self.data.add(ref(item))

  def discard(self, item):
    self.data.discard(ref(item))

  def update(self, other):
    for item in other:
      self.add(item)

  def copy(self):
    return type(self)(self)

  __copy__ = copy

  def union(self, other):
    result = self.copy()
    result.update(other)
    return result


class finalize:
  """Calls a function when an object dies, or when called, at most once."""

  _registry = {}
  _at_exit = False
  atexit = True

  def __init__(self, obj, func, /, *args, **kwargs):
    if not finalize._at_exit:
      import atexit
      atexit.register(self._run_at_exit)
      finalize._at_exit = True
    self._registry[self] = (ref(obj, self._run), func, args, kwargs)

  def _run(self, _):
    self()

  @classmethod
  def _run_at_exit(cls):
    for one in reversed(list(cls._registry)):
      if one.atexit:
        one()

  def __call__(self, _=None):
    entry = self._registry.pop(self, None)
    if entry is not None:
      _, func, args, kwargs = entry
      return func(*args, **kwargs)

  def detach(self):
    """Forget the call; what would be called, or None when it is over already."""
    entry = self._registry.pop(self, None)
    if entry is None or entry[0]() is None:
      return None
    return (entry[0](), *entry[1:])

  def peek(self):
    entry = self._registry.get(self)
    if entry is None or entry[0]() is None:
      return None
    return (entry[0](), *entry[1:])

  @property
  def alive(self):
    return self in self._registry


def __getattr__(name):
  # Proxies have many methods that few programs need.
  if name not in ("proxy", "ProxyType", "CallableProxyType", "ProxyTypes"):
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
  import _weakproxy
  globals().update(proxy=_weakproxy.proxy, ProxyType=_weakproxy.ProxyType, CallableProxyType=_weakproxy.CallableProxyType,
                   ProxyTypes=(_weakproxy.ProxyType, _weakproxy.CallableProxyType))
  return globals()[name]
