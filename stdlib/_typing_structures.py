"""NamedTuple and TypedDict of module typing, which imports them when one is asked for."""

import collections
from typing import Annotated, Generic, NotRequired, Required, _caller, _type_check, get_args, get_origin

__name__ = "typing"

# Attributes that a class below NamedTuple may not have, and those that are not copied to the tuple's class.
_prohibited = frozenset({"__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_field_types", "_make", "_replace",
                         "_asdict", "_source"})
_special = frozenset({"__module__", "__name__", "__annotations__"})


def _make_nmtuple(name, types, module, defaults=()):
  types = [(field, _type_check(tp, f"field {field} annotation must be a type")) for field, tp in types]
  made = collections.namedtuple(name, [field for field, _ in types], defaults=defaults, module=module)
  made.__annotations__ = made.__new__.__annotations__ = dict(types)
  return made


class NamedTupleMeta(type):
  def __new__(cls, typename, bases, ns):
    for base in bases:
      if base is not _NamedTuple and base is not Generic:
        raise TypeError("can only inherit from a NamedTuple type and Generic")
    types = ns.get("__annotations__", {})
    with_default = []
    for field in types:
      if field in ns:
        with_default.append(field)
      elif with_default:
        raise TypeError(f"Non-default namedtuple field {field} cannot follow default field{'s' if len(with_default) > 1 else ''} "
                        f"{', '.join(with_default)}")
    made = _make_nmtuple(typename, types.items(), ns["__module__"], [ns[field] for field in with_default])
    made.__bases__ = tuple(tuple if base is _NamedTuple else base for base in bases)
    if Generic in bases:
      made.__class_getitem__ = classmethod(Generic.__class_getitem__.__func__)
    for key, value in ns.items():
      if key in _prohibited:
        raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
      if key not in _special and key not in made._fields:
        setattr(made, key, value)
    if Generic in bases:
      made.__init_subclass__()
    return made


def NamedTuple(typename, fields=None, /, **kwargs):
  """A namedtuple with annotated fields: class Point(NamedTuple), or a call with (name, type) pairs."""
  if fields is None:
    fields = kwargs.items()
  elif kwargs:
    raise TypeError("Either list of fields or keywords can be provided to NamedTuple, not both")
  made = _make_nmtuple(typename, fields, _caller())
  made.__orig_bases__ = (NamedTuple,)
  return made


_NamedTuple = type.__new__(NamedTupleMeta, "NamedTuple", (), {})


def _namedtuple_mro_entries(bases):
  return (_NamedTuple,)


NamedTuple.__mro_entries__ = _namedtuple_mro_entries


class _TypedDictMeta(type):
  def __new__(cls, name, bases, ns, total=True):
    for base in bases:
      if type(base) is not _TypedDictMeta and base is not Generic:
        raise TypeError("cannot inherit from both a TypedDict type and a non-TypedDict base class")
    generic = (Generic,) if any(issubclass(base, Generic) for base in bases) else ()
    made = type.__new__(_TypedDictMeta, name, (*generic, dict), ns)
    message = "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type"
    own = {key: _type_check(tp, message, module=made.__module__, allow_special_forms=True) for key, tp in ns.get("__annotations__", {}).items()}
    annotations, required, optional = {}, set(), set()
    for base in bases:
      annotations.update(base.__dict__.get("__annotations__", {}))
      for key in base.__dict__.get("__required_keys__", ()):
        required.add(key)
        optional.discard(key)
      for key in base.__dict__.get("__optional_keys__", ()):
        optional.add(key)
        required.discard(key)
    annotations.update(own)
    for key, tp in own.items():
      is_required = _is_required(tp, total)
      (required if is_required else optional).add(key)
      (optional if is_required else required).discard(key)
    made.__annotations__ = annotations
    made.__required_keys__ = frozenset(required)
    made.__optional_keys__ = frozenset(optional)
    if not hasattr(made, "__total__"):
      made.__total__ = total
    return made

  __call__ = dict  # a dict by itself: nothing is checked

  def __subclasscheck__(cls, other):
    raise TypeError("TypedDict does not support instance and class checks")

  __instancecheck__ = __subclasscheck__


def _is_required(tp, total):
  if get_origin(tp) is Annotated:
    tp = get_args(tp)[0]
  origin = get_origin(tp)
  if origin is Required:
    return True
  return total and origin is not NotRequired


def TypedDict(typename, fields=None, /, *, total=True, **kwargs):
  """A dict with known keys: class Movie(TypedDict), or a call with a dict of types."""
  if fields is None:
    fields = kwargs
  elif kwargs:
    raise TypeError("TypedDict takes either a dict or keyword arguments, but not both")
  if kwargs:
    import warnings
    warnings.warn("The kwargs-based syntax for TypedDict definitions is deprecated in Python 3.11, will be removed in Python 3.13, and may "
                  "not be understood by third-party type checkers.", DeprecationWarning, stacklevel=2)
  ns = {"__annotations__": dict(fields)}
  module = _caller()
  if module is not None:
    ns["__module__"] = module
  made = _TypedDictMeta(typename, (), ns, total=total)
  made.__orig_bases__ = (TypedDict,)
  return made


_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)


def is_typeddict(tp):
  """Whether the class is a TypedDict."""
  return isinstance(tp, _TypedDictMeta)
