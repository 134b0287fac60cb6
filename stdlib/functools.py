"""Tools for functions: wraps, partial, caches, total_ordering, singledispatch."""

from _functools import _lru_cache_wrapper, cmp_to_key, partial, reduce
from _thread import RLock as _RLock

__all__ = ["update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "total_ordering", "cache", "cmp_to_key", "lru_cache", "reduce",
           "partial", "partialmethod", "singledispatch", "singledispatchmethod", "cached_property"]

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
  """Make a wrapper look like the function it wraps."""
  for attr in assigned:
    try:
      value = getattr(wrapped, attr)
    except AttributeError:
      pass
    else:
      setattr(wrapper, attr, value)
  for attr in updated:
    getattr(wrapper, attr).update(getattr(wrapped, attr, {}))
  wrapper.__wrapped__ = wrapped
  return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
  """Decorator that makes a wrapper look like the function it wraps."""
  return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


# -- total_ordering


def _gt_from_lt(self, other):
  "Return a > b.  Computed by @total_ordering from (not a < b) and (a != b)."
  result = type(self).__lt__(self, other)
  return result if result is NotImplemented else not result and self != other


def _le_from_lt(self, other):
  "Return a <= b.  Computed by @total_ordering from (a < b) or (a == b)."
  result = type(self).__lt__(self, other)
  return result if result is NotImplemented else result or self == other


def _ge_from_lt(self, other):
  "Return a >= b.  Computed by @total_ordering from (not a < b)."
  result = type(self).__lt__(self, other)
  return result if result is NotImplemented else not result


def _ge_from_le(self, other):
  "Return a >= b.  Computed by @total_ordering from (not a <= b) or (a == b)."
  result = type(self).__le__(self, other)
  return result if result is NotImplemented else not result or self == other


def _lt_from_le(self, other):
  "Return a < b.  Computed by @total_ordering from (a <= b) and (a != b)."
  result = type(self).__le__(self, other)
  return result if result is NotImplemented else result and self != other


def _gt_from_le(self, other):
  "Return a > b.  Computed by @total_ordering from (not a <= b)."
  result = type(self).__le__(self, other)
  return result if result is NotImplemented else not result


def _lt_from_gt(self, other):
  "Return a < b.  Computed by @total_ordering from (not a > b) and (a != b)."
  result = type(self).__gt__(self, other)
  return result if result is NotImplemented else not result and self != other


def _ge_from_gt(self, other):
  "Return a >= b.  Computed by @total_ordering from (a > b) or (a == b)."
  result = type(self).__gt__(self, other)
  return result if result is NotImplemented else result or self == other


def _le_from_gt(self, other):
  "Return a <= b.  Computed by @total_ordering from (not a > b)."
  result = type(self).__gt__(self, other)
  return result if result is NotImplemented else not result


def _le_from_ge(self, other):
  "Return a <= b.  Computed by @total_ordering from (not a >= b) or (a == b)."
  result = type(self).__ge__(self, other)
  return result if result is NotImplemented else not result or self == other


def _gt_from_ge(self, other):
  "Return a > b.  Computed by @total_ordering from (a >= b) and (a != b)."
  result = type(self).__ge__(self, other)
  return result if result is NotImplemented else result and self != other


def _lt_from_ge(self, other):
  "Return a < b.  Computed by @total_ordering from (not a >= b)."
  result = type(self).__ge__(self, other)
  return result if result is NotImplemented else not result


_CONVERT = {
  "__lt__": (("__gt__", _gt_from_lt), ("__le__", _le_from_lt), ("__ge__", _ge_from_lt)),
  "__le__": (("__ge__", _ge_from_le), ("__lt__", _lt_from_le), ("__gt__", _gt_from_le)),
  "__gt__": (("__lt__", _lt_from_gt), ("__ge__", _ge_from_gt), ("__le__", _le_from_gt)),
  "__ge__": (("__le__", _le_from_ge), ("__gt__", _gt_from_ge), ("__lt__", _lt_from_ge)),
}


def total_ordering(cls):
  """Class decorator that adds the comparison methods that are missing."""
  roots = {op for op in _CONVERT if getattr(cls, op, None) is not getattr(object, op, None)}
  if not roots:
    raise ValueError("must define at least one ordering operation: < > <= >=")
  root = max(roots)
  for opname, opfunc in _CONVERT[root]:
    if opname not in roots:
      opfunc.__name__ = opname
      setattr(cls, opname, opfunc)
  return cls


# -- caches

def _make_cache_info(hits, misses, maxsize, currsize):
  return (globals().get("_CacheInfo") or __getattr__("_CacheInfo"))(hits, misses, maxsize, currsize)


def __getattr__(name):
  if name == "_CacheInfo":
    from collections import namedtuple
    made = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"], module="functools")
  elif name in ("RLock", "GenericAlias", "namedtuple", "recursive_repr", "get_cache_token"):
    # What other programs have come to import from here.
    from importlib import import_module
    homes = {"RLock": "threading", "GenericAlias": "types", "namedtuple": "collections", "recursive_repr": "reprlib", "get_cache_token": "abc"}
    made = getattr(import_module(homes[name]), name)
  else:
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
  globals()[name] = made
  return made


def lru_cache(maxsize=128, typed=False):
  """Decorator that remembers the results of the last `maxsize` different calls (None: of all)."""
  if isinstance(maxsize, int):
    maxsize = max(maxsize, 0)
  elif callable(maxsize) and isinstance(typed, bool):
    user_function, maxsize = maxsize, 128
    return _cached(user_function, maxsize, typed)
  elif maxsize is not None:
    raise TypeError("Expected first argument to be an integer, a callable, or None")

  def decorating_function(user_function):
    return _cached(user_function, maxsize, typed)

  return decorating_function


def _cached(user_function, maxsize, typed):
  wrapper = _lru_cache_wrapper(user_function, maxsize, typed, _make_cache_info)
  wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
  return update_wrapper(wrapper, user_function)


def cache(user_function, /):
  """Decorator that remembers the results of all calls."""
  return lru_cache(maxsize=None)(user_function)


_NOT_FOUND = object()


class cached_property:
  """A property computed once for each instance and kept in its __dict__."""

  def __init__(self, func):
    self.func = func
    self.attrname = None
    self.__doc__ = func.__doc__
    self.lock = _RLock()

  def __set_name__(self, owner, name):
    if self.attrname is None:
      self.attrname = name
    elif name != self.attrname:
      raise TypeError(f"Cannot assign the same cached_property to two different names ({self.attrname!r} and {name!r}).")

  def __get__(self, instance, owner=None):
    if instance is None:
      return self
    if self.attrname is None:
      raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
    try:
      known = instance.__dict__
    except AttributeError:
      raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} instance to cache {self.attrname!r} property.") from None
    value = known.get(self.attrname, _NOT_FOUND)
    if value is _NOT_FOUND:
      with self.lock:
        # Another thread may have filled it meanwhile.
        value = known.get(self.attrname, _NOT_FOUND)
        if value is _NOT_FOUND:
          value = self.func(instance)
          try:
            known[self.attrname] = value
          except TypeError:
            raise TypeError(f"The '__dict__' attribute on {type(instance).__name__!r} instance does not support item assignment for "
                            f"caching {self.attrname!r} property.") from None
    return value

  __class_getitem__ = classmethod(type(list[int]))


# -- partialmethod


class partialmethod:
  """partial for methods: the instance comes before the arguments given here."""

  def __init__(self, func, /, *args, **keywords):
    if not callable(func) and not hasattr(func, "__get__"):
      raise TypeError(f"{func!r} is not callable or a descriptor")
    if isinstance(func, partialmethod):
      self.func = func.func
      self.args = func.args + args
      self.keywords = {**func.keywords, **keywords}
    else:
      self.func = func
      self.args = args
      self.keywords = keywords

  def __repr__(self):
    args = ", ".join(map(repr, self.args))
    keywords = ", ".join(f"{name}={value!r}" for name, value in self.keywords.items())
    return f"functools.partialmethod({self.func!r}, {args}, {keywords})"

  def _make_unbound_method(self):
    def _method(cls_or_self, /, *args, **keywords):
      keywords = {**self.keywords, **keywords}
      return self.func(cls_or_self, *self.args, *args, **keywords)

    _method.__isabstractmethod__ = self.__isabstractmethod__
    _method._partialmethod = self
    return _method

  def __get__(self, obj, cls=None):
    get = getattr(self.func, "__get__", None)
    result = None
    if get is not None:
      new_func = get(obj, cls)
      if new_func is not self.func:
        result = partial(new_func, *self.args, **self.keywords)
        try:
          result.__self__ = new_func.__self__
        except AttributeError:
          pass
    if result is None:
      result = self._make_unbound_method().__get__(obj, cls)
    return result

  @property
  def __isabstractmethod__(self):
    return getattr(self.func, "__isabstractmethod__", False)

  __class_getitem__ = classmethod(type(list[int]))


# -- singledispatch


def _merge_mros(sequences):
  """C3 merge of the linearizations."""
  result = []
  while True:
    sequences = [s for s in sequences if s]
    if not sequences:
      return result
    for s1 in sequences:
      candidate = s1[0]
      for s2 in sequences:
        if candidate in s2[1:]:
          candidate = None
          break
      else:
        break
    if candidate is None:
      raise RuntimeError("Inconsistent hierarchy")
    result.append(candidate)
    for seq in sequences:
      if seq[0] == candidate:
        del seq[0]


def _c3_mro(cls, abcs):
  """The linearization of a class with abstract base classes put in where they would be if they were bases."""
  for i, base in enumerate(reversed(cls.__bases__)):
    if hasattr(base, "__abstractmethods__"):
      boundary = len(cls.__bases__) - i
      break
  else:
    boundary = 0
  abcs = list(abcs) if abcs else []
  explicit_bases = list(cls.__bases__[:boundary])
  abstract_bases = []
  other_bases = list(cls.__bases__[boundary:])
  for base in abcs:
    if issubclass(cls, base) and not any(issubclass(b, base) for b in cls.__bases__):
      abstract_bases.append(base)
  for base in abstract_bases:
    abcs.remove(base)
  mros = [_c3_mro(base, abcs) for base in explicit_bases + abstract_bases + other_bases]
  return _merge_mros([[cls]] + mros + [explicit_bases] + [abstract_bases] + [other_bases])


def _compose_mro(cls, types):
  """The linearization of a class with those of the registered types that apply."""
  bases = set(cls.__mro__)

  def is_related(typ):
    return typ not in bases and hasattr(typ, "__mro__") and not isinstance(typ, type(list[int])) and issubclass(cls, typ)

  types = [n for n in types if is_related(n)]

  def is_strict_base(typ):
    return any(typ != other and typ in other.__mro__ for other in types)

  types = [n for n in types if not is_strict_base(n)]
  type_set = set(types)
  mro = []
  for typ in types:
    found = []
    for sub in typ.__subclasses__():
      if sub not in bases and issubclass(cls, sub):
        found.append([s for s in sub.__mro__ if s in type_set])
    if not found:
      mro.append(typ)
      continue
    found.sort(key=len, reverse=True)
    for sub in found:
      for subcls in sub:
        if subcls not in mro:
          mro.append(subcls)
  return _c3_mro(cls, abcs=mro)


def _find_impl(cls, registry):
  mro = _compose_mro(cls, registry.keys())
  match = None
  for t in mro:
    if match is not None:
      if (t in registry and t not in cls.__mro__ and match not in cls.__mro__ and not issubclass(match, t)):
        raise RuntimeError(f"Ambiguous dispatch: {match} or {t}")
      break
    if t in registry:
      match = t
  return registry.get(match)


def singledispatch(func):
  """Make a function choose its implementation by the type of the first argument."""
  from _abc import get_cache_token
  from _weakref import ref
  registry = {}
  dispatch_cache = {}
  cache_token = None

  def dispatch(cls):
    nonlocal cache_token
    if cache_token is not None:
      current_token = get_cache_token()
      if cache_token != current_token:
        dispatch_cache.clear()
        cache_token = current_token
    try:
      return dispatch_cache[cls]
    except (KeyError, TypeError):
      pass
    ref(cls)  # CPython's cache is weak: it refuses what no weak reference can be made to
    impl = registry.get(cls)
    if impl is None:
      impl = _find_impl(cls, registry)
    dispatch_cache[cls] = impl
    return impl

  def _is_union_type(cls):
    return type(cls) is type(int | str) or getattr(cls, "__origin__", None).__class__.__name__ == "_SpecialForm"

  def _is_valid_dispatch_type(cls):
    if isinstance(cls, type) and not isinstance(cls, type(list[int])):
      return True
    return _is_union_type(cls) and all(isinstance(arg, type) for arg in cls.__args__)

  def register(cls, func=None):
    nonlocal cache_token
    if _is_valid_dispatch_type(cls):
      if func is None:
        return lambda f: register(cls, f)
    else:
      if func is not None:
        raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
      ann = getattr(cls, "__annotations__", {})
      if not ann:
        raise TypeError(f"Invalid first argument to `register()`: {cls!r}. Use either `@register(some_class)` or plain `@register` "
                        "on an annotated function.")
      func = cls
      argname, cls = next(iter(ann.items()))
      if isinstance(cls, str):
        from typing import get_type_hints
        argname, cls = next(iter(get_type_hints(func).items()))
      if not _is_valid_dispatch_type(cls):
        if _is_union_type(cls):
          raise TypeError(f"Invalid annotation for {argname!r}. {cls!r} not all arguments are classes.")
        raise TypeError(f"Invalid annotation for {argname!r}. {cls!r} is not a class.")
    if _is_union_type(cls):
      for arg in cls.__args__:
        registry[arg] = func
    else:
      registry[cls] = func
    if cache_token is None and hasattr(cls, "__abstractmethods__"):
      cache_token = get_cache_token()
    dispatch_cache.clear()
    return func

  def wrapper(*args, **kw):
    if not args:
      raise TypeError(f"{funcname} requires at least 1 positional argument")
    return dispatch(args[0].__class__)(*args, **kw)

  funcname = getattr(func, "__name__", "singledispatch function")
  registry[object] = func
  wrapper.register = register
  wrapper.dispatch = dispatch
  wrapper.registry = type(type.__dict__)(registry)
  wrapper._clear_cache = dispatch_cache.clear
  update_wrapper(wrapper, func)
  return wrapper


class singledispatchmethod:
  """singledispatch for methods: the type of the argument after self decides."""

  def __init__(self, func):
    if not callable(func) and not hasattr(func, "__get__"):
      raise TypeError(f"{func!r} is not callable or a descriptor")
    self.dispatcher = singledispatch(func)
    self.func = func

  def register(self, cls, method=None):
    """Register an implementation for a class."""
    return self.dispatcher.register(cls, func=method)

  def __get__(self, obj, cls=None):
    def _method(*args, **kwargs):
      method = self.dispatcher.dispatch(args[0].__class__)
      return method.__get__(obj, cls)(*args, **kwargs)

    _method.__isabstractmethod__ = self.__isabstractmethod__
    _method.register = self.register
    update_wrapper(_method, self.func)
    return _method

  @property
  def __isabstractmethod__(self):
    return getattr(self.func, "__isabstractmethod__", False)
