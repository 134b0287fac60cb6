"""Names of built-in types that have none, and help for making classes at run time."""

from _types import GenericAlias, MappingProxyType, ModuleType, SimpleNamespace, UnionType, _mark_coroutine

__all__ = ["AsyncGeneratorType", "BuiltinFunctionType", "BuiltinMethodType", "CellType", "ClassMethodDescriptorType", "CodeType",
           "CoroutineType", "DynamicClassAttribute", "EllipsisType", "FrameType", "FunctionType", "GeneratorType", "GenericAlias",
           "GetSetDescriptorType", "LambdaType", "MappingProxyType", "MemberDescriptorType", "MethodDescriptorType", "MethodType",
           "MethodWrapperType", "ModuleType", "NoneType", "NotImplementedType", "SimpleNamespace", "TracebackType", "UnionType",
           "WrapperDescriptorType", "coroutine", "new_class", "prepare_class", "resolve_bases"]

from _types import (AsyncGeneratorType, BuiltinFunctionType, BuiltinMethodType, CellType, ClassMethodDescriptorType, CodeType,
                    CoroutineType, FrameType, FunctionType, GeneratorType, GetSetDescriptorType, MemberDescriptorType,
                    MethodDescriptorType, MethodType, MethodWrapperType, TracebackType, WrapperDescriptorType)

LambdaType = FunctionType
NoneType = type(None)
NotImplementedType = type(NotImplemented)
EllipsisType = type(...)


def new_class(name, bases=(), kwds=None, exec_body=None):
  """Make a class as a class statement would."""
  resolved_bases = resolve_bases(bases)
  meta, ns, kwds = prepare_class(name, resolved_bases, kwds)
  if exec_body is not None:
    exec_body(ns)
  if resolved_bases is not bases:
    ns["__orig_bases__"] = bases
  return meta(name, resolved_bases, ns, **kwds)


def resolve_bases(bases):
  """Replace bases that are no classes by what their __mro_entries__ returns."""
  new_bases = list(bases)
  updated = False
  shift = 0
  for i, base in enumerate(bases):
    if isinstance(base, type):
      continue
    if not hasattr(base, "__mro_entries__"):
      continue
    new_base = base.__mro_entries__(bases)
    updated = True
    if not isinstance(new_base, tuple):
      raise TypeError("__mro_entries__ must return a tuple")
    new_bases[i + shift:i + shift + 1] = new_base
    shift += len(new_base) - 1
  return tuple(new_bases) if updated else bases


def prepare_class(name, bases=(), kwds=None):
  """(metaclass, namespace, remaining keyword arguments) for a class to be made."""
  kwds = {} if kwds is None else dict(kwds)
  if "metaclass" in kwds:
    meta = kwds.pop("metaclass")
  else:
    meta = type(bases[0]) if bases else type
  if isinstance(meta, type):
    meta = _calculate_meta(meta, bases)
  ns = meta.__prepare__(name, bases, **kwds) if hasattr(meta, "__prepare__") else {}
  return meta, ns, kwds


def _calculate_meta(meta, bases):
  winner = meta
  for base in bases:
    base_meta = type(base)
    if issubclass(winner, base_meta):
      continue
    if issubclass(base_meta, winner):
      winner = base_meta
      continue
    raise TypeError("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses "
                    "of all its bases")
  return winner


class DynamicClassAttribute:
  """A property of instances; on the class the attribute is looked up with __getattr__ of the metaclass."""

  def __init__(self, fget=None, fset=None, fdel=None, doc=None):
    self.fget = fget
    self.fset = fset
    self.fdel = fdel
    self.__doc__ = doc or fget.__doc__
    self.overwrite_doc = doc is None
    self.__isabstractmethod__ = bool(getattr(fget, "__isabstractmethod__", False))

  def __get__(self, instance, ownerclass=None):
    if instance is None:
      if self.__isabstractmethod__:
        return self
      raise AttributeError()
    if self.fget is None:
      raise AttributeError("unreadable attribute")
    return self.fget(instance)

  def __set__(self, instance, value):
    if self.fset is None:
      raise AttributeError("can't set attribute")
    self.fset(instance, value)

  def __delete__(self, instance):
    if self.fdel is None:
      raise AttributeError("can't delete attribute")
    self.fdel(instance)

  def getter(self, fget):
    """A copy with another getter."""
    fdoc = fget.__doc__ if self.overwrite_doc else None
    result = type(self)(fget, self.fset, self.fdel, fdoc or self.__doc__)
    result.overwrite_doc = self.overwrite_doc
    return result

  def setter(self, fset):
    """A copy with another setter."""
    result = type(self)(self.fget, fset, self.fdel, self.__doc__)
    result.overwrite_doc = self.overwrite_doc
    return result

  def deleter(self, fdel):
    """A copy with another deleter."""
    result = type(self)(self.fget, self.fset, fdel, self.__doc__)
    result.overwrite_doc = self.overwrite_doc
    return result


class _GeneratorWrapper:
  """Makes an object with the methods of a generator awaitable."""

  def __init__(self, gen):
    self._wrapped = gen
    self.__name__ = getattr(gen, "__name__", None)
    self.__qualname__ = getattr(gen, "__qualname__", None)

  def send(self, val):
    return self._wrapped.send(val)

  def throw(self, tp, *rest):
    return self._wrapped.throw(tp, *rest)

  def close(self):
    return self._wrapped.close()

  @property
  def gi_code(self):
    return self._wrapped.gi_code

  @property
  def gi_frame(self):
    return self._wrapped.gi_frame

  @property
  def gi_running(self):
    return self._wrapped.gi_running

  @property
  def gi_yieldfrom(self):
    return self._wrapped.gi_yieldfrom

  cr_code, cr_frame, cr_running, cr_await = gi_code, gi_frame, gi_running, gi_yieldfrom

  def __next__(self):
    return next(self._wrapped)

  def __iter__(self):
    return self

  __await__ = __iter__


def coroutine(func):
  """Make a generator function's generators awaitable."""
  if not callable(func):
    raise TypeError("types.coroutine() expects a callable")
  if type(func) is FunctionType and _mark_coroutine(func):
    return func
  import functools
  from _collections_abc import Coroutine, Generator

  @functools.wraps(func)
  def wrapped(*args, **kwargs):
    coro = func(*args, **kwargs)
    if type(coro) is CoroutineType or type(coro) is GeneratorType and getattr(coro, "gi_code", None) is None:
      return coro
    if isinstance(coro, Generator) and not isinstance(coro, Coroutine):
      return _GeneratorWrapper(coro)
    return coro

  return wrapped
