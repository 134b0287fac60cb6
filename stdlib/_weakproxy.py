"""Proxies: objects that behave as another one as long as it lives; see weakref.proxy."""

from _types import _show_module
from _weakref import _Proxy, _reference, _set_reference, _target, ref

__name__ = "weakref"
_native_wording = {"proxy": ""}  # Words argument errors as natives do.


class _AnyProxy(_Proxy):
  """What proxies have in common."""

  __slots__ = ("__weakref__",)

  def __new__(cls, *args, **kwargs):
    raise TypeError(f"cannot create 'weakref.{cls.__name__}' instances")

  def __init_subclass__(cls):
    if cls.__module__ != "weakref":
      raise TypeError(f"type 'weakref.{cls.__base__.__name__}' is not an acceptable base type")

  def __hash__(self):
    raise TypeError(f"unhashable type: 'weakref.{type(self).__name__}'")

  @property
  def __class__(self):
    return _target(self).__class__

  def __repr__(self):
    target = _reference(self)()
    return f"<weakproxy at {id(self):#x} to {type(target).__name__} at {id(target):#x}>"

  def __str__(self):
    return str(_target(self))

  def __bytes__(self):
    return bytes(_target(self))

  def __bool__(self):
    return bool(_target(self))

  def __reversed__(self):
    return reversed(_target(self))

  def __iter__(self):
    return iter(_target(self))

  def __next__(self):
    target = _target(self)
    if not hasattr(type(target), "__next__"):
      raise TypeError(f"Weakref proxy referenced a non-iterator '{type(target).__name__}' object")
    return next(target)

  def __len__(self):
    return len(_target(self))

  def __contains__(self, item):
    return item in _target(self)

  def __getitem__(self, key):
    return _target(self)[key]

  def __setitem__(self, key, value):
    _target(self)[key] = value

  def __delitem__(self, key):
    del _target(self)[key]


class ProxyType(_AnyProxy):
  """A proxy of an object that cannot be called."""

  __slots__ = ()


class CallableProxyType(_AnyProxy):
  """A proxy of an object that can be called."""

  __slots__ = ()

  def __call__(self, /, *args, **kwargs):
    return _target(self)(*args, **kwargs)


def _plain(value):
  """The object behind a proxy; other objects as they are."""
  return _target(value) if type(value) in (ProxyType, CallableProxyType) else value


def _add_operators():
  import operator
  binary = "lt le eq ne gt ge add sub mul matmul truediv floordiv mod lshift rshift and or xor pow".split()
  functions = {"and": operator.and_, "or": operator.or_}

  def add(name, method):
    method.__name__ = name
    setattr(_AnyProxy, name, method)

  for name in binary:
    function = functions.get(name) or getattr(operator, name)
    add(f"__{name}__", lambda self, other, function=function: function(_target(self), _plain(other)))
    if name not in ("lt", "le", "eq", "ne", "gt", "ge"):
      add(f"__r{name}__", lambda self, other, function=function: function(_plain(other), _target(self)))
      in_place = getattr(operator, "i" + name)
      add(f"__i{name}__", lambda self, other, function=in_place: function(_target(self), _plain(other)))
  for name, function in (("divmod", divmod), ("rdivmod", lambda a, b: divmod(b, a))):
    add(f"__{name}__", lambda self, other, function=function: function(_target(self), _plain(other)))
  for name, function in (("neg", operator.neg), ("pos", operator.pos), ("abs", abs), ("invert", operator.invert), ("int", int), ("float", float),
                         ("index", operator.index)):
    add(f"__{name}__", lambda self, function=function: function(_target(self)))


_add_operators()


def proxy(object, callback=None, /):
  """A proxy of an object; using it after the object's death raises ReferenceError."""
  if type(object) in (ProxyType, CallableProxyType):
    raise TypeError(f"cannot create weak reference to 'weakref.{type(object).__name__}' object")
  cls = CallableProxyType if callable(object) else ProxyType
  made = _Proxy.__new__(cls)
  if callback is None:
    reference = ref(object)
  else:
    # The callback is given the proxy; it is not called when the proxy is gone.
    place = ref(made)

    def when_dead(_):
      alive = place()
      if alive is not None:
        callback(alive)
    reference = ref(object, when_dead)
  _set_reference(made, reference)
  return made


_show_module(ProxyType, CallableProxyType)
