"""How objects are taken apart and made again: for pickle and copy."""

__all__ = ["pickle", "constructor", "add_extension", "remove_extension", "clear_extension_cache"]

dispatch_table = {}


def pickle(ob_type, pickle_function, constructor_ob=None):
  """Register how objects of a type are reduced."""
  if not callable(pickle_function):
    raise TypeError("reduction functions must be callable")
  dispatch_table[ob_type] = pickle_function
  if constructor_ob is not None:
    constructor(constructor_ob)


def constructor(object):
  """Check that an object can be called; pickle trusts every callable."""
  if not callable(object):
    raise TypeError("constructors must be callable")


def pickle_complex(c):
  return complex, (c.real, c.imag)


def pickle_union(obj):
  import functools
  import operator
  return functools.reduce, (operator.or_, obj.__args__)


pickle(complex, pickle_complex, complex)
pickle(type(int | str), pickle_union)


# -- protocols 0 and 1

_HEAPTYPE = 1 << 9
_new_type = type(int.__new__)


def _reconstructor(cls, base, state):
  if base is object:
    return object.__new__(cls)
  obj = base.__new__(cls, state)
  if base.__init__ != object.__init__:
    base.__init__(obj, state)
  return obj


def _native_base(cls):
  for base in cls.__mro__:
    if hasattr(base, "__flags__") and not base.__flags__ & _HEAPTYPE:
      return base
    new = base.__new__
    if isinstance(new, _new_type) and new.__self__ is base:
      return base
  return object


def _reduce_ex(self, protocol):
  cls = self.__class__
  base = _native_base(cls)
  if base is object:
    state = None
  elif base is cls:
    raise TypeError(f"cannot pickle {cls.__name__!r} object")
  else:
    state = base(self)
  if type(self).__getstate__ is object.__getstate__ and getattr(self, "__slots__", None):
    raise TypeError("a class that defines __slots__ without defining __getstate__ cannot be pickled")
  attributes = self.__getstate__()
  if attributes:
    return _reconstructor, (cls, base, state), attributes
  return _reconstructor, (cls, base, state)


# -- protocols from 2 on

def __newobj__(cls, *args):
  return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
  return cls.__new__(cls, *args, **kwargs)


# -- codes for classes and functions that are pickled often

_extension_registry = {}  # (module, name) -> code
_inverted_registry = {}   # code -> (module, name)
_extension_cache = {}     # code -> object


def add_extension(module, name, code):
  """Use a short code instead of a name in protocols from 2 on."""
  code = int(code)
  if not 1 <= code <= 0x7fffffff:
    raise ValueError("code out of range")
  key = (module, name)
  if _extension_registry.get(key) == code and _inverted_registry.get(code) == key:
    return
  if key in _extension_registry:
    raise ValueError("key %s is already registered with code %s" % (key, _extension_registry[key]))
  if code in _inverted_registry:
    raise ValueError("code %s is already in use for key %s" % (code, _inverted_registry[code]))
  _extension_registry[key] = code
  _inverted_registry[code] = key


def remove_extension(module, name, code):
  """Undo add_extension()."""
  key = (module, name)
  if _extension_registry.get(key) != code or _inverted_registry.get(code) != key:
    raise ValueError("key %s is not registered with code %s" % (key, code))
  del _extension_registry[key]
  del _inverted_registry[code]
  _extension_cache.pop(code, None)


def clear_extension_cache():
  """Forget the objects that codes stand for; the codes stay."""
  _extension_cache.clear()


def _slotnames(cls):
  """The names that instances keep attributes under because of __slots__, in the class and its bases."""
  known = cls.__dict__.get("__slotnames__")
  if known is not None:
    return known
  names = []
  for base in cls.__mro__:
    slots = base.__dict__.get("__slots__", ())
    for name in (slots,) if isinstance(slots, str) else slots:
      if name in ("__dict__", "__weakref__"):
        continue
      if name.startswith("__") and not name.endswith("__") and base.__name__.strip("_"):
        name = f"_{base.__name__.lstrip('_')}{name}"
      names.append(name)
  try:
    cls.__slotnames__ = names
  except TypeError:
    pass  # a native class keeps nothing
  return names
