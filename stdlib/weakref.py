"""Weak references, and collections that do not keep their items alive.

>>> class Node: pass
>>> node = Node()
>>> names = WeakKeyDictionary({node: "root"})
>>> names[node]
'root'

A reference is cleared by the collector: when exactly an object dies is not defined.
"""
from _weakref import ref, ReferenceType, getweakrefs, getweakrefcount

__all__ = ["ref", "proxy", "getweakrefcount", "getweakrefs", "WeakKeyDictionary", "ReferenceType", "ProxyType", "CallableProxyType", "ProxyTypes",
           "WeakValueDictionary", "WeakSet", "WeakMethod", "finalize"]


class WeakMethod(ref):
  """A weak reference to a bound method: it dies with the object, not with the method object."""

  __slots__ = ("_func_ref", "_method_type")

  def __new__(cls, meth, callback=None):
    try:
      target = meth.__self__
      function = meth.__func__
    except AttributeError:
      raise TypeError(f"argument should be a bound method, not {type(meth)}") from None
    self = ref.__new__(cls, target, callback)
    self._func_ref = ref(function)
    self._method_type = type(meth)
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
    if self() is None or other() is None:
      return self is other
    return ref.__eq__(self, other) and self._func_ref == other._func_ref

  __hash__ = ref.__hash__


class finalize:
  """Calls a function when an object dies, at exit, or when called, at most once."""

  __slots__ = ()
  _registry = {}
  _at_exit = False

  class _Entry:
    __slots__ = ("reference", "function", "args", "kwargs", "atexit")

    def what(self):
      """The object, if it is alive, and the call."""
      target = self.reference()
      return None if target is None else (target, self.function, self.args, self.kwargs)

  def __init__(self, obj, func, /, *args, **kwargs):
    if not finalize._at_exit:
      import atexit
      atexit.register(self._run_at_exit)
      finalize._at_exit = True
    entry = self._Entry()
    entry.reference = ref(obj, self)
    entry.function, entry.args, entry.kwargs, entry.atexit = func, args, kwargs, True
    self._registry[self] = entry

  @classmethod
  def _run_at_exit(cls):
    for one in reversed(list(cls._registry)):
      if one.atexit:
        try:
          one()
        except Exception:
          import sys
          sys.excepthook(*sys.exc_info())

  def __call__(self, _=None):
    """Call the function now, unless it is over already."""
    entry = self._registry.pop(self, None)
    if entry is not None:
      return entry.function(*entry.args, **(entry.kwargs or {}))

  def detach(self):
    """Forget the call: (object, function, arguments, keyword arguments), or None when it is over already."""
    entry = self._registry.get(self)
    found = entry and entry.what()
    if found is not None:
      self._registry.pop(self, None)
    return found

  def peek(self):
    """(object, function, arguments, keyword arguments), or None when it is over already."""
    entry = self._registry.get(self)
    return entry and entry.what()

  @property
  def alive(self):
    """Whether the call is still to come."""
    return self in self._registry

  @property
  def atexit(self):
    """Whether the function is called at exit, too."""
    entry = self._registry.get(self)
    return entry is not None and entry.atexit

  @atexit.setter
  def atexit(self, value):
    entry = self._registry.get(self)
    if entry is not None:
      entry.atexit = bool(value)

  def __repr__(self):
    target = self.peek()
    state = "dead" if target is None else f"for {type(target[0]).__name__!r} at {id(target[0]):#x}"
    return f"<{type(self).__name__} object at {id(self):#x}; {state}>"


def __getattr__(name):
  # Collections need abstract base classes; proxies have many methods that few programs need.
  if name in ("WeakKeyDictionary", "WeakValueDictionary", "WeakSet", "KeyedRef"):
    import _weakcollections
    globals()[name] = getattr(_weakcollections, name)
  elif name in ("proxy", "ProxyType", "CallableProxyType", "ProxyTypes"):
    import _weakproxy
    globals().update(proxy=_weakproxy.proxy, ProxyType=_weakproxy.ProxyType, CallableProxyType=_weakproxy.CallableProxyType,
                     ProxyTypes=(_weakproxy.ProxyType, _weakproxy.CallableProxyType))
  else:
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
  return globals()[name]


def __dir__():
  return sorted({*globals(), *__all__, "KeyedRef"})
