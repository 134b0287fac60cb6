"""Type hints at run time: everything can be imported, subscripted and shown; nothing is checked.

_SpecialForm are names such as Optional and Literal, _GenericAlias their subscripted forms and those of generic classes, _SpecialGenericAlias
names of classes such as List. Private names are those of CPython's module, for libraries that build on them. The names of the C++ side
(_make_type_var, _make_type_alias, _make_generic_base) are at the end.
"""

import collections.abc as _abc
import sys
from _abc import ABCMeta, _check_depth
from _collections_abc import _stands_for_arguments as _is_param_expr
from _collections import defaultdict as _defaultdict
from _collections import deque as _deque
from _functools import _lru_cache_wrapper
from _types import _caller_module
from _typing import _idfunc
from types import FunctionType, GenericAlias, MethodType, ModuleType, UnionType, BuiltinFunctionType, MethodWrapperType, WrapperDescriptorType, \
  MethodDescriptorType

TYPE_CHECKING = False

_LAZY = {"Pattern", "Match", "ContextManager", "AsyncContextManager", "Counter", "ChainMap", "OrderedDict", "BinaryIO", "IO", "TextIO",
         "SupportsAbs", "SupportsBytes", "SupportsComplex", "SupportsFloat", "SupportsIndex", "SupportsInt", "SupportsRound",
         "NamedTuple", "NamedTupleMeta", "TypedDict", "_NamedTuple", "_TypedDict", "_TypedDictMeta", "_prohibited", "_special", "_make_nmtuple",
         "is_typeddict"}

__all__ = [
  "Annotated", "Any", "Callable", "ClassVar", "Concatenate", "Final", "ForwardRef", "Generic", "Literal", "Optional", "ParamSpec",
  "Protocol", "Tuple", "Type", "TypeVar", "TypeVarTuple", "Union", "AbstractSet", "ByteString", "Container", "ContextManager", "Hashable",
  "ItemsView", "Iterable", "Iterator", "KeysView", "Mapping", "MappingView", "MutableMapping", "MutableSequence", "MutableSet",
  "Sequence", "Sized", "ValuesView", "Awaitable", "AsyncIterator", "AsyncIterable", "Coroutine", "Collection", "AsyncGenerator",
  "AsyncContextManager", "Reversible", "SupportsAbs", "SupportsBytes", "SupportsComplex", "SupportsFloat", "SupportsIndex",
  "SupportsInt", "SupportsRound", "ChainMap", "Counter", "Deque", "Dict", "DefaultDict", "List", "OrderedDict", "Set", "FrozenSet",
  "NamedTuple", "TypedDict", "Generator", "BinaryIO", "IO", "Match", "Pattern", "TextIO", "AnyStr", "assert_never", "assert_type", "cast",
  "clear_overloads", "dataclass_transform", "final", "get_args", "get_origin", "get_overloads", "get_type_hints", "is_typeddict",
  "LiteralString", "Never", "NewType", "no_type_check", "no_type_check_decorator", "NoReturn", "NotRequired", "overload", "override",
  "ParamSpecArgs", "ParamSpecKwargs", "Required", "reveal_type", "runtime_checkable", "Self", "Text", "TYPE_CHECKING", "TypeAlias",
  "TypeAliasType", "TypeGuard", "Unpack"]


# -- how types are shown and converted


def _type_repr(obj):
  if isinstance(obj, GenericAlias):
    return repr(obj)
  if isinstance(obj, type):
    if obj.__module__ == "builtins":
      return obj.__qualname__
    return f"{obj.__module__}.{obj.__qualname__}"
  if obj is ...:
    return "..."
  if isinstance(obj, FunctionType):
    return obj.__name__
  return repr(obj)


def _type_convert(arg, module=None, *, allow_special_forms=False):
  """None means its type, text a forward reference."""
  if arg is None:
    return type(None)
  if isinstance(arg, str):
    return ForwardRef(arg, module=module, is_class=allow_special_forms)
  return arg


def _type_check(arg, msg, is_argument=True, module=None, *, allow_special_forms=False):
  """The argument converted; TypeError when it can't stand for a type."""
  arg = _type_convert(arg, module=module, allow_special_forms=allow_special_forms)
  if isinstance(arg, type) and arg is not Generic and arg is not Protocol:
    return arg
  if isinstance(arg, _GenericAlias):
    refused = (Generic, Protocol) if allow_special_forms else (Generic, Protocol, ClassVar, Final) if is_argument else (Generic, Protocol, ClassVar)
    if arg.__origin__ in refused:
      raise TypeError(f"{arg} is not valid as type argument")
  if arg in (LiteralString, NoReturn, Never, Self, TypeAlias) or allow_special_forms and arg in (ClassVar, Final):
    return arg
  if isinstance(arg, _SpecialForm) or arg in (Generic, Protocol):
    raise TypeError(f"Plain {arg} is not valid as type argument")
  if type(arg) is tuple:
    raise TypeError(f"{msg} Got {arg!r:.100}.")
  return arg


def _is_unpacked_typevartuple(arg):
  return not isinstance(arg, type) and getattr(arg, "__typing_is_unpacked_typevartuple__", False)


def _is_typevar_like(arg):
  return isinstance(arg, (TypeVar, ParamSpec)) or _is_unpacked_typevartuple(arg)


def _should_unflatten_callable_args(alias, args):
  """Whether the arguments before the last one are those of the function."""
  return alias.__origin__ is _abc.Callable and not (len(args) == 2 and _is_param_expr(args[0]))


def _collect_parameters(args):
  """The type variables, in the order in which they appear first."""
  found = []
  for arg in args:
    if isinstance(arg, type):
      continue
    if isinstance(arg, tuple):
      nested = _collect_parameters(arg)
    elif hasattr(arg, "__typing_subst__"):
      nested = (arg,)
    else:
      nested = getattr(arg, "__parameters__", ())
    for parameter in nested:
      if parameter not in found:
        found.append(parameter)
  return tuple(found)


def _check_generic(cls, parameters, elen):
  """TypeError unless there are `elen` parameters."""
  if not elen:
    raise TypeError(f"{cls} is not a generic class")
  if len(parameters) != elen:
    raise TypeError(f"Too {'many' if len(parameters) > elen else 'few'} arguments for {cls}; actual {len(parameters)}, expected {elen}")


def _unpack_args(args):
  """The items of unpacked tuples of known length in their place."""
  result = []
  for arg in args:
    inner = getattr(arg, "__typing_unpacked_tuple_args__", None)
    if inner is not None and not (inner and inner[-1] is ...):
      result.extend(inner)
    else:
      result.append(arg)
  return result


def _deduplicate(params):
  return list(dict.fromkeys(params))


def _remove_dups_flatten(parameters):
  """What a Union of the parameters consists of."""
  flat = []
  for param in parameters:
    if isinstance(param, (_UnionGenericAlias, UnionType)):
      flat.extend(param.__args__)
    else:
      flat.append(param)
  return tuple(_deduplicate(flat))


def _flatten_literal_params(parameters):
  flat = []
  for param in parameters:
    if isinstance(param, _LiteralGenericAlias):
      flat.extend(param.__args__)
    else:
      flat.append(param)
  return tuple(flat)


def _value_and_type_iter(params):
  return ((param, type(param)) for param in params)


_cleanups = []  # empty the caches


def _tp_cache(func=None, /, *, typed=False):
  """The same results for the same arguments, as long as they are among the last ones."""
  if func is None:
    return lambda function: _tp_cache(function, typed=typed)
  cached = _lru_cache_wrapper(func, 128, typed, None)
  _cleanups.append(cached.cache_clear)

  def inner(*args, **kwds):
    try:
      return cached(*args, **kwds)
    except TypeError:
      pass  # arguments without hash, or an error that comes again
    return func(*args, **kwds)

  inner.__name__, inner.__qualname__, inner.__doc__, inner.__wrapped__ = func.__name__, func.__qualname__, func.__doc__, func
  return inner


def _caller(depth=1):
  """The module that called the function that asks."""
  return _caller_module(depth + 1)


# -- special forms


class _Final:
  """Mixin: no subclasses, but those that say _root=True."""

  __slots__ = ("__weakref__",)

  def __init_subclass__(cls, /, *args, _root=False, **kwds):
    if not _root:
      raise TypeError("Cannot subclass special typing classes")


class _NotIterable:
  """Mixin: iteration by __getitem__ is off."""

  __slots__ = ()
  __iter__ = None


# Made of a function that is called for form[parameters], whose docstring is the form's: so the class has none.
class _SpecialForm(_Final, _NotIterable, _root=True):
  __slots__ = ("_name", "__doc__", "_getitem")

  def __init__(self, getitem):
    self._getitem = getitem
    self._name = getitem.__name__
    self.__doc__ = getitem.__doc__

  def __getattr__(self, item):
    if item in ("__name__", "__qualname__"):
      return self._name
    raise AttributeError(item)

  def __mro_entries__(self, bases):
    raise TypeError(f"Cannot subclass {self!r}")

  def __repr__(self):
    return "typing." + self._name

  def __reduce__(self):
    return self._name

  def __call__(self, *args, **kwds):
    raise TypeError(f"Cannot instantiate {self!r}")

  def __or__(self, other):
    return Union[self, other]

  def __ror__(self, other):
    return Union[other, self]

  def __instancecheck__(self, obj):
    raise TypeError(f"{self} cannot be used with isinstance()")

  def __subclasscheck__(self, cls):
    raise TypeError(f"{self} cannot be used with issubclass()")

  @_tp_cache
  def __getitem__(self, parameters):
    return self._getitem(self, parameters)


class _LiteralSpecialForm(_SpecialForm, _root=True):
  def __getitem__(self, parameters):
    return self._getitem(self, *parameters) if isinstance(parameters, tuple) else self._getitem(self, parameters)


class _AnyMeta(type):
  def __instancecheck__(self, obj):
    if self is Any:
      raise TypeError("typing.Any cannot be used with isinstance()")
    return super().__instancecheck__(obj)

  def __repr__(self):
    if self is Any:
      return "typing.Any"
    return super().__repr__()


class Any(metaclass=_AnyMeta):
  """Any type."""

  def __new__(cls, *args, **kwargs):
    if cls is Any:
      raise TypeError("Any cannot be instantiated")
    return super().__new__(cls, *args, **kwargs)


def _not_subscriptable(name, doc):
  def getitem(self, parameters):
    raise TypeError(f"{self} is not subscriptable")

  getitem.__name__, getitem.__doc__ = name, doc
  return _SpecialForm(getitem)


def _of_one_type(name, doc, allow_special_forms=False, text="{} accepts only single type."):
  def getitem(self, parameters):
    item = _type_check(parameters, text.format(self), allow_special_forms=allow_special_forms)
    return _GenericAlias(self, (item,))

  getitem.__name__, getitem.__doc__ = name, doc
  return _SpecialForm(getitem)


NoReturn = _not_subscriptable("NoReturn", "The function never returns.")
Never = _not_subscriptable("Never", "The type without values.")
Self = _not_subscriptable("Self", "The class a method is called on.")
LiteralString = _not_subscriptable("LiteralString", "A text made of literals.")
TypeAlias = _not_subscriptable("TypeAlias", "The name stands for a type.")
ClassVar = _of_one_type("ClassVar", "An attribute of the class, not of instances.")
Final = _of_one_type("Final", "A name that is not assigned again.")
TypeGuard = _of_one_type("TypeGuard", "Result of a function that checks a type.")
TypeIs = _of_one_type("TypeIs", "Result of a function that decides a type.")
_OF_A_SINGLE_TYPE = "{0._name} accepts only a single type."
Required = _of_one_type("Required", "A key of a TypedDict that must be there.", text=_OF_A_SINGLE_TYPE)
NotRequired = _of_one_type("NotRequired", "A key of a TypedDict that may be absent.", text=_OF_A_SINGLE_TYPE)
ReadOnly = _of_one_type("ReadOnly", "A key of a TypedDict that is not changed.", True)


@_SpecialForm
def Union(self, parameters):
  """One of several types."""
  if parameters == ():
    raise TypeError("Cannot take a Union of no types.")
  if not isinstance(parameters, tuple):
    parameters = (parameters,)
  message = "Union[arg, ...]: each arg must be a type."
  parameters = _remove_dups_flatten([_type_check(param, message) for param in parameters])
  if len(parameters) == 1:
    return parameters[0]
  if len(parameters) == 2 and type(None) in parameters:
    return _UnionGenericAlias(self, parameters, name="Optional")
  return _UnionGenericAlias(self, parameters)


@_SpecialForm
def Optional(self, parameters):
  """A type or None."""
  return Union[_type_check(parameters, f"{self} requires a single type."), type(None)]


@_LiteralSpecialForm
@_tp_cache(typed=True)  # Literal[1] is not Literal[True]
def Literal(self, *parameters):
  """One of the given values."""
  parameters = _flatten_literal_params(parameters)
  try:
    parameters = tuple(value for value, _ in _deduplicate(list(_value_and_type_iter(parameters))))
  except TypeError:
    pass  # values without hash
  return _LiteralGenericAlias(self, parameters)


@_SpecialForm
def Concatenate(self, parameters):
  """Parameters before those of a ParamSpec."""
  if parameters == ():
    raise TypeError("Cannot take a Concatenate of no types.")
  if not isinstance(parameters, tuple):
    parameters = (parameters,)
  if not (parameters[-1] is ... or isinstance(parameters[-1], ParamSpec)):
    raise TypeError("The last parameter to Concatenate should be a ParamSpec variable or ellipsis.")
  message = "Concatenate[arg, ...]: each arg must be a type."
  return _ConcatenateGenericAlias(self, (*(_type_check(param, message) for param in parameters[:-1]), parameters[-1]))


@_SpecialForm
def Unpack(self, parameters):
  """The items of a tuple of types."""
  return _UnpackGenericAlias(self, (_type_check(parameters, f"{self} accepts only single type."),))


class Annotated:
  """A type with further information: Annotated[type, information, ...]."""

  __slots__ = ()

  def __new__(cls, *args, **kwargs):
    raise TypeError("Type Annotated cannot be instantiated.")

  def __class_getitem__(cls, params):
    if not isinstance(params, tuple):
      params = (params,)
    return cls._class_getitem_inner(cls, *params)

  @_tp_cache(typed=True)
  def _class_getitem_inner(cls, *params):
    if len(params) < 2:
      raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
    if _is_unpacked_typevartuple(params[0]):
      raise TypeError("Annotated[...] should not be used with an unpacked TypeVarTuple")
    origin = _type_check(params[0], "Annotated[t, ...]: t must be a type.", allow_special_forms=True)
    return _AnnotatedAlias(origin, tuple(params[1:]))

  def __init_subclass__(cls, *args, **kwargs):
    raise TypeError(f"Cannot subclass {cls.__module__}.Annotated")


# -- aliases


def _is_dunder(attr):
  return attr.startswith("__") and attr.endswith("__")


class _BaseGenericAlias(_Final, _root=True):
  """What aliases with and without arguments have in common: an origin that they stand for."""

  def __init__(self, origin, *, inst=True, name=None, **more):
    # Past __setattr__, which asks where each attribute belongs. __slots__ would be the origin's.
    self.__dict__.update(_inst=inst, _name=name, __origin__=origin, __slots__=None, **more)

  def __call__(self, *args, **kwargs):
    if not self._inst:
      raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
    result = self.__origin__(*args, **kwargs)
    try:
      result.__orig_class__ = self
    except AttributeError:
      pass
    return result

  def __mro_entries__(self, bases):
    entries = []
    if self.__origin__ not in bases:
      entries.append(self.__origin__)
    after = bases[bases.index(self) + 1:]
    if not any(isinstance(base, _BaseGenericAlias) or isinstance(base, type) and issubclass(base, Generic) for base in after):
      entries.append(Generic)
    return tuple(entries)

  def __getattr__(self, attr):
    if attr in ("__name__", "__qualname__"):
      return self._name or self.__origin__.__name__
    if "__origin__" in self.__dict__ and not _is_dunder(attr):
      return getattr(self.__origin__, attr)
    raise AttributeError(attr)

  def __setattr__(self, attr, val):
    if _is_dunder(attr) or attr in ("_name", "_inst", "_nparams", "_paramspec_tvars", "_typevar_types"):
      super().__setattr__(attr, val)
    else:
      setattr(self.__origin__, attr, val)

  def __instancecheck__(self, obj):
    return self.__subclasscheck__(type(obj))

  def __subclasscheck__(self, cls):
    raise TypeError("Subscripted generics cannot be used with class and instance checks")

  def __dir__(self):
    return list(set(super().__dir__() + [attr for attr in dir(self.__origin__) if not _is_dunder(attr)]))


class _GenericAlias(_BaseGenericAlias, _root=True):
  # origin[args]; without a docstring, which would be that of each alias.

  def __init__(self, origin, args, *, inst=True, name=None):
    if not isinstance(args, tuple):
      args = (args,)
    super().__init__(origin, inst=inst, name=name, __args__=args, __parameters__=_collect_parameters(args))
    if not name:
      self.__module__ = origin.__module__

  def __eq__(self, other):
    if not isinstance(other, _GenericAlias):
      return NotImplemented
    return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

  def __hash__(self):
    return hash((self.__origin__, self.__args__))

  def __or__(self, right):
    return Union[self, right]

  def __ror__(self, left):
    return Union[left, self]

  @_tp_cache
  def __getitem__(self, args):
    """Fill in the type variables, in their order."""
    if self.__origin__ in (Generic, Protocol):
      raise TypeError(f"Cannot subscript already-subscripted {self}")
    if not self.__parameters__:
      raise TypeError(f"{self} is not a generic class")
    if not isinstance(args, tuple):
      args = (args,)
    args = _unpack_args(tuple(map(_type_convert, args)))
    return self.copy_with(self._determine_new_args(tuple(args)))

  def _determine_new_args(self, args):
    parameters = self.__parameters__
    for parameter in parameters:
      prepare = getattr(parameter, "__typing_prepare_subst__", None)
      if prepare is not None:
        args = prepare(self, args)
    _check_generic(self, args, len(parameters))
    return tuple(self._make_substitution(self.__args__, dict(zip(parameters, args))))

  def _make_substitution(self, args, mapping):
    """The arguments with variables replaced; an unpacked one and the parameters of a Callable may become several."""
    result = []
    for old in args:
      if isinstance(old, type):
        result.append(old)
        continue
      new = self._substitute(old, mapping)
      if _is_unpacked_typevartuple(old) or self.__origin__ is _abc.Callable and isinstance(new, tuple):
        result.extend(new)
      elif isinstance(old, tuple):
        result.append(tuple(self._make_substitution(old, mapping)))
      else:
        result.append(new)
    return result

  @staticmethod
  def _substitute(old, mapping):
    substitute = getattr(old, "__typing_subst__", None)
    if substitute is not None:
      return substitute(mapping[old])
    parameters = getattr(old, "__parameters__", ())
    if not parameters:
      return old
    args = []
    for parameter in parameters:
      if isinstance(parameter, TypeVarTuple):
        args.extend(mapping[parameter])
      else:
        args.append(mapping[parameter])
    return old[tuple(args)]

  def copy_with(self, args):
    return self.__class__(self.__origin__, args, name=self._name, inst=self._inst)

  def __repr__(self):
    shown = "typing." + self._name if self._name else _type_repr(self.__origin__)
    return f"{shown}[{', '.join(map(_type_repr, self.__args__)) if self.__args__ else '()'}]"

  def __reduce__(self):
    import operator
    args = self.__args__[0] if len(self.__args__) == 1 and not isinstance(self.__args__[0], tuple) else self.__args__
    return operator.getitem, (globals()[self._name] if self._name else self.__origin__, args)

  def __mro_entries__(self, bases):
    if isinstance(self.__origin__, _SpecialForm):
      raise TypeError(f"Cannot subclass {self!r}")
    if self._name:
      return super().__mro_entries__(bases)
    if self.__origin__ is Generic:
      if Protocol in bases:
        return ()
      for base in bases[bases.index(self) + 1:]:
        if isinstance(base, _BaseGenericAlias) and base is not self:
          return ()
    return (self.__origin__,)

  def __iter__(self):
    yield Unpack[self]


class _SpecialGenericAlias(_NotIterable, _BaseGenericAlias, _root=True):
  """List, Dict, ...: a class that may be subscripted with so many types; -1: with any number."""

  def __init__(self, origin, nparams, *, inst=True, name=None):
    super().__init__(origin, inst=inst, name=name or origin.__name__, _nparams=nparams,
                     __doc__=f"A generic version of {_type_repr(origin)}.")

  @_tp_cache
  def __getitem__(self, params):
    if not isinstance(params, tuple):
      params = (params,)
    message = "Parameters to generic types must be types."
    params = tuple(_type_check(param, message) for param in params)
    _check_generic(self, params, self._nparams)
    return self.copy_with(params)

  def copy_with(self, params):
    return _GenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

  def __repr__(self):
    return "typing." + self._name

  def __subclasscheck__(self, cls):
    if isinstance(cls, _SpecialGenericAlias):
      return issubclass(cls.__origin__, self.__origin__)
    if not isinstance(cls, _GenericAlias):
      return issubclass(cls, self.__origin__)
    return super().__subclasscheck__(cls)

  def __reduce__(self):
    return self._name

  def __or__(self, right):
    return Union[self, right]

  def __ror__(self, left):
    return Union[left, self]


class _CallableGenericAlias(_NotIterable, _GenericAlias, _root=True):
  def __repr__(self):
    args = self.__args__
    if len(args) == 2 and _is_param_expr(args[0]):
      return super().__repr__()
    return f"typing.Callable[[{', '.join(map(_type_repr, args[:-1]))}], {_type_repr(args[-1])}]"

  def __reduce__(self):
    import operator
    args = self.__args__
    if not (len(args) == 2 and _is_param_expr(args[0])):
      args = list(args[:-1]), args[-1]
    return operator.getitem, (Callable, args)


class _CallableType(_SpecialGenericAlias, _root=True):
  def copy_with(self, params):
    return _CallableGenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

  def __getitem__(self, params):
    if not isinstance(params, tuple) or len(params) != 2:
      raise TypeError("Callable must be used as Callable[[arg, ...], result].")
    args, result = params
    # Lists have no hash, which the cache wants.
    return self.__getitem_inner__((tuple(args) if isinstance(args, list) else args, result))

  @_tp_cache
  def __getitem_inner__(self, params):
    args, result = params
    result = _type_check(result, "Callable[args, result]: result must be a type.")
    if args is ...:
      return self.copy_with((..., result))
    message = "Callable[[arg, ...], result]: each arg must be a type."
    args = tuple(_type_convert(arg) for arg in (args if isinstance(args, tuple) else (args,)))
    return self.copy_with((*args, result))


class _TupleType(_SpecialGenericAlias, _root=True):
  @_tp_cache
  def __getitem__(self, params):
    if not isinstance(params, tuple):
      params = (params,)
    if len(params) >= 2 and params[-1] is ...:
      message = "Tuple[t, ...]: t must be a type."
      return self.copy_with((*(_type_check(param, message) for param in params[:-1]), ...))
    message = "Tuple[t0, t1, ...]: each t must be a type."
    return self.copy_with(tuple(_type_check(param, message) for param in params))


class _UnionGenericAlias(_NotIterable, _GenericAlias, _root=True):
  def copy_with(self, params):
    return Union[params]

  def __eq__(self, other):
    if not isinstance(other, (_UnionGenericAlias, UnionType)):
      return NotImplemented
    return set(self.__args__) == set(other.__args__)

  def __hash__(self):
    return hash(frozenset(self.__args__))

  def __repr__(self):
    args = self.__args__
    if len(args) == 2:
      if args[0] is type(None):
        return f"typing.Optional[{_type_repr(args[1])}]"
      if args[1] is type(None):
        return f"typing.Optional[{_type_repr(args[0])}]"
    return super().__repr__()

  def __instancecheck__(self, obj):
    return self.__subclasscheck__(type(obj))

  def __subclasscheck__(self, cls):
    for arg in self.__args__:
      if issubclass(cls, arg):
        return True

  def __reduce__(self):
    import operator
    return operator.getitem, (Union, self.__args__)


class _LiteralGenericAlias(_GenericAlias, _root=True):
  def __eq__(self, other):
    if not isinstance(other, _LiteralGenericAlias):
      return NotImplemented
    return set(_value_and_type_iter(self.__args__)) == set(_value_and_type_iter(other.__args__))

  def __hash__(self):
    return hash(frozenset(_value_and_type_iter(self.__args__)))


class _ConcatenateGenericAlias(_GenericAlias, _root=True):
  def copy_with(self, params):
    last = params[-1]
    if isinstance(last, (list, tuple)):
      return (*params[:-1], *last)
    if isinstance(last, _ConcatenateGenericAlias):
      params = (*params[:-1], *last.__args__)
    return super().copy_with(params)


class _UnpackGenericAlias(_GenericAlias, _root=True):
  def __repr__(self):
    return "*" + repr(self.__args__[0])

  def __getitem__(self, args):
    if self.__typing_is_unpacked_typevartuple__:
      return args
    return super().__getitem__(args)

  @property
  def __typing_unpacked_tuple_args__(self):
    (arg,) = self.__args__
    if not isinstance(arg, (_GenericAlias, GenericAlias)):
      return None
    if arg.__origin__ is not tuple:
      raise TypeError("Unpack[...] must be used with a tuple type")
    return arg.__args__

  @property
  def __typing_is_unpacked_typevartuple__(self):
    return isinstance(self.__args__[0], TypeVarTuple)


class _AnnotatedAlias(_NotIterable, _GenericAlias, _root=True):
  """A type with further things about it."""

  def __init__(self, origin, metadata):
    if isinstance(origin, _AnnotatedAlias):
      metadata = origin.__metadata__ + metadata
      origin = origin.__origin__
    super().__init__(origin, origin)
    self.__metadata__ = metadata

  def copy_with(self, params):
    (origin,) = params
    return _AnnotatedAlias(origin, self.__metadata__)

  def __repr__(self):
    return f"typing.Annotated[{_type_repr(self.__origin__)}, {', '.join(map(repr, self.__metadata__))}]"

  def __reduce__(self):
    import operator
    return operator.getitem, (Annotated, (self.__origin__, *self.__metadata__))

  def __eq__(self, other):
    if not isinstance(other, _AnnotatedAlias):
      return NotImplemented
    return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

  def __hash__(self):
    return hash((self.__origin__, self.__metadata__))

  def __getattr__(self, attr):
    if attr in ("__name__", "__qualname__"):
      return "Annotated"
    return super().__getattr__(attr)

  def __mro_entries__(self, bases):
    return (self.__origin__,)


# -- type variables


class _Immutable:
  """Mixin: copies are the object itself."""

  __slots__ = ()

  def __copy__(self):
    return self

  def __deepcopy__(self, memo):
    return self


class _Variable(_Final, _Immutable, _root=True):
  """What the kinds of type variables have in common."""

  def _set_name(self, name):
    self.__name__ = name
    module = _caller(2)
    if module != "typing":
      self.__module__ = module

  def _set_variance(self, bound, covariant, contravariant):
    if covariant and contravariant:
      raise ValueError("Bivariant types are not supported.")
    self.__covariant__ = bool(covariant)
    self.__contravariant__ = bool(contravariant)
    self.__bound__ = _type_check(bound, "Bound must be a type.") if bound else None

  def __repr__(self):
    return ("+" if self.__covariant__ else "-" if self.__contravariant__ else "~") + self.__name__

  def __reduce__(self):
    return self.__name__


class _Alternative:
  """Mixin of what can be in a union."""

  __slots__ = ()

  def __or__(self, right):
    return Union[self, right]

  def __ror__(self, left):
    return Union[left, self]


class TypeVar(_Variable, _Alternative, _root=True):
  """A variable that stands for a type."""

  def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
    self._set_variance(bound, covariant, contravariant)
    self._set_name(name)
    if constraints and bound is not None:
      raise TypeError("Constraints cannot be combined with bound=...")
    if len(constraints) == 1:
      raise TypeError("A single constraint is not allowed")
    message = "TypeVar(name, constraint, ...): constraints must be types."
    self.__constraints__ = tuple(_type_check(constraint, message) for constraint in constraints)

  def __typing_subst__(self, arg):
    arg = _type_check(arg, "Parameters to generic types must be types.", is_argument=True)
    if isinstance(arg, _GenericAlias) and arg.__origin__ is Unpack or isinstance(arg, GenericAlias) and getattr(arg, "__unpacked__", False):
      raise TypeError(f"{arg} is not valid as type argument")
    return arg


class _InferredTypeVar(TypeVar, _root=True):
  """Of the syntax def f[T: bound](): the bound is computed when it is asked for."""

  def __init__(self, name, evaluate):
    self.__name__ = name
    self.__covariant__ = self.__contravariant__ = False
    self.__infer_variance__ = True
    self.__module__ = _caller()
    self._evaluate = evaluate

  def __repr__(self):
    return self.__name__

  def _value(self):
    return None if self._evaluate is None else self._evaluate()

  @property
  def __bound__(self):
    value = self._value()
    return None if isinstance(value, tuple) else value

  @property
  def __constraints__(self):
    value = self._value()
    return value if isinstance(value, tuple) else ()


_InferredTypeVar.__name__ = _InferredTypeVar.__qualname__ = "TypeVar"


class _ParamSpecPart(_Final, _Immutable, _root=True):
  def __eq__(self, other):
    if type(other) is not type(self):
      return NotImplemented
    return self.__origin__ == other.__origin__

  def __mro_entries__(self, bases):
    raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")


class ParamSpecArgs(_ParamSpecPart, _root=True):
  """P.args"""

  def __init__(self, origin):
    self.__origin__ = origin

  def __repr__(self):
    return f"{self.__origin__.__name__}.args"


class ParamSpecKwargs(_ParamSpecPart, _root=True):
  """P.kwargs"""

  def __init__(self, origin):
    self.__origin__ = origin

  def __repr__(self):
    return f"{self.__origin__.__name__}.kwargs"


class ParamSpec(_Variable, _Alternative, _root=True):
  """A variable that stands for the parameters of a function."""

  def __init__(self, name, *, bound=None, covariant=False, contravariant=False):
    self._set_variance(bound, covariant, contravariant)
    self._set_name(name)

  @property
  def args(self):
    return ParamSpecArgs(self)

  @property
  def kwargs(self):
    return ParamSpecKwargs(self)

  def __typing_subst__(self, arg):
    if isinstance(arg, (list, tuple)):
      return tuple(_type_check(a, "Expected a type.") for a in arg)
    if not _is_param_expr(arg):
      raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {arg}")
    return arg

  def __typing_prepare_subst__(self, alias, args):
    parameters = alias.__parameters__
    at = parameters.index(self)
    if at >= len(args):
      raise TypeError(f"Too few arguments for {alias}")
    if len(parameters) == 1 and not (isinstance(args[0], (list, tuple)) or _is_param_expr(args[0])):
      return (args,)  # X[int, str] is X[[int, str]]
    if isinstance(args[at], list):
      return (*args[:at], tuple(args[at]), *args[at + 1:])
    return args


class TypeVarTuple(_Variable, _root=True):
  """A variable that stands for several types."""

  def __init__(self, name):
    self._set_name(name)

  def __iter__(self):
    yield Unpack[self]

  def __repr__(self):
    return self.__name__

  def __typing_subst__(self, arg):
    raise TypeError("Substitution of bare TypeVarTuple is not supported")

  def __typing_prepare_subst__(self, alias, args):
    parameters = alias.__parameters__
    before = parameters.index(self)
    for parameter in parameters[before + 1:]:
      if isinstance(parameter, TypeVarTuple):
        raise TypeError(f"More than one TypeVarTuple parameter in {alias}")
    after = len(parameters) - before - 1
    # An unpacked tuple of any length fills what is left over.
    filler = None
    for i, arg in enumerate(args):
      inner = None if isinstance(arg, type) else getattr(arg, "__typing_unpacked_tuple_args__", None)
      if inner and len(inner) == 2 and inner[-1] is ...:
        if filler is not None:
          raise TypeError("More than one unpacked arbitrary-length tuple argument")
        filler, place = inner[0], i
    if filler is not None:
      left = min(before, place)
      right = min(after, len(args) - place - 1)
    elif before + after > len(args):
      raise TypeError(f"Too few arguments for {alias}; actual {len(args)}, expected at least {len(parameters) - 1}")
    else:
      left, right = before, after
    end = len(args) - right
    return (*args[:left], *([filler] * (before - left)), tuple(args[left:end]), *([filler] * (after - right)), *args[end:])


class ForwardRef(_Final, _root=True):
  """A type written as text."""

  __slots__ = ("__forward_arg__", "__forward_code__", "__forward_evaluated__", "__forward_value__", "__forward_is_argument__",
               "__forward_is_class__", "__forward_module__")

  def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
    if not isinstance(arg, str):
      raise TypeError(f"Forward reference must be a string -- got {arg!r}")
    if not arg:
      raise IndexError("string index out of range")
    # A starred expression is none by itself.
    source = f"({arg},)[0]" if arg[:1] == "*" else arg
    try:
      code = compile(source, "<string>", "eval")
    except SyntaxError:
      raise SyntaxError(f"Forward reference must be an expression -- got {arg!r}")
    self.__forward_arg__ = arg
    self.__forward_code__ = code
    self.__forward_evaluated__ = False
    self.__forward_value__ = None
    self.__forward_is_argument__ = is_argument
    self.__forward_is_class__ = is_class
    self.__forward_module__ = module

  def _evaluate(self, globalns, localns, recursive_guard):
    if self.__forward_arg__ in recursive_guard:
      return self
    if self.__forward_evaluated__ and localns is globalns:
      return self.__forward_value__
    if globalns is None and localns is None:
      globalns = localns = {}
    elif globalns is None:
      globalns = localns
    elif localns is None:
      localns = globalns
    if self.__forward_module__ is not None:
      globalns = getattr(sys.modules.get(self.__forward_module__, None), "__dict__", globalns)
    value = _type_check(eval(self.__forward_code__, globalns, localns), "Forward references must evaluate to types.",
                        is_argument=self.__forward_is_argument__, allow_special_forms=self.__forward_is_class__)
    self.__forward_value__ = _eval_type(value, globalns, localns, recursive_guard | {self.__forward_arg__})
    self.__forward_evaluated__ = True
    return self.__forward_value__

  def __eq__(self, other):
    if not isinstance(other, ForwardRef):
      return NotImplemented
    if self.__forward_evaluated__ and other.__forward_evaluated__:
      return self.__forward_arg__ == other.__forward_arg__ and self.__forward_value__ == other.__forward_value__
    return self.__forward_arg__ == other.__forward_arg__ and self.__forward_module__ == other.__forward_module__

  def __hash__(self):
    return hash((self.__forward_arg__, self.__forward_module__))

  def __or__(self, other):
    return Union[self, other]

  def __ror__(self, other):
    return Union[other, self]

  def __repr__(self):
    module = "" if self.__forward_module__ is None else f", module={self.__forward_module__!r}"
    return f"ForwardRef({self.__forward_arg__!r}{module})"


# -- Generic and Protocol


class Generic:
  """Base of generic classes: class Box(Generic[T])."""

  __slots__ = ()
  _is_protocol = False

  @_tp_cache
  def __class_getitem__(cls, params):
    if not isinstance(params, tuple):
      params = (params,)
    params = tuple(map(_type_convert, params))
    if cls in (Generic, Protocol):
      if not params:
        raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
      if not all(map(_is_typevar_like, params)):
        raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables or parameter specification variables.")
      if len(set(params)) != len(params):
        raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
      return _GenericAlias(cls, params)
    # As an alias of the class with its own parameters would be filled in.
    parameters = cls.__parameters__
    for parameter in parameters:
      prepare = getattr(parameter, "__typing_prepare_subst__", None)
      if prepare is not None:
        params = prepare(cls, params)
    _check_generic(cls, params, len(parameters))
    filled = []
    for parameter, new in zip(parameters, params):
      if isinstance(parameter, TypeVarTuple):
        filled.extend(new)
      else:
        filled.append(new)
    return _GenericAlias(cls, tuple(filled))

  def __init_subclass__(cls, *args, **kwargs):
    super().__init_subclass__(*args, **kwargs)
    own_bases = cls.__dict__.get("__orig_bases__")
    if own_bases is not None:
      plain = Generic in own_bases
    else:
      plain = Generic in cls.__bases__ and cls.__name__ != "Protocol" and type(cls).__name__ != "_TypedDictMeta"
    if plain:
      raise TypeError("Cannot inherit from plain Generic")
    cls.__parameters__ = () if own_bases is None else _parameters_of_bases(own_bases)


def _parameters_of_bases(bases):
  """The type variables of a class: those of its Generic[...], or all that appear."""
  used = _collect_parameters(bases)
  declared = None
  for base in bases:
    if isinstance(base, _GenericAlias) and base.__origin__ is Generic:
      if declared is not None:
        raise TypeError("Cannot inherit from Generic[...] multiple times.")
      declared = base.__parameters__
  if declared is None:
    return used
  missing = [variable for variable in used if variable not in declared]
  if missing:
    raise TypeError(f"Some type variables ({', '.join(map(str, missing))}) are not listed in Generic[{', '.join(map(str, declared))}]")
  return declared


EXCLUDED_ATTRIBUTES = frozenset({
  "__parameters__", "__orig_bases__", "__orig_class__", "_is_protocol", "_is_runtime_protocol", "__final__", "__protocol_attrs__",
  "__abstractmethods__", "__annotations__", "__dict__", "__doc__", "__init__", "__module__", "__new__", "__slots__",
  "__subclasshook__", "__weakref__", "__class_getitem__", "__match_args__", "__static_attributes__", "__firstlineno__", "__qualname__",
  "__type_params__", "_abc_impl", "_MutableMapping__marker"})

# Classes of other modules that a protocol may inherit from.
_PROTO_ALLOWLIST = {
  "collections.abc": ["Callable", "Awaitable", "Iterable", "Iterator", "AsyncIterable", "Hashable", "Sized", "Container", "Collection",
                      "Reversible"],
  "contextlib": ["AbstractContextManager", "AbstractAsyncContextManager"],
}


def _get_protocol_attrs(cls):
  """The names that an object needs to fulfil a protocol."""
  attrs = set()
  for base in cls.__mro__[:-1]:
    if base.__name__ in ("Protocol", "Generic"):
      continue
    for attr in (*base.__dict__, *getattr(base, "__annotations__", {})):
      if not attr.startswith("_abc_") and attr not in EXCLUDED_ATTRIBUTES:
        attrs.add(attr)
  return attrs


def _is_callable_members_only(cls):
  return all(callable(getattr(cls, attr, None)) for attr in _get_protocol_attrs(cls))


def _allow_reckless_class_checks():
  """abc and functools ask about every class of an __mro__, protocols among them."""
  return _check_depth() > 1 or _caller(2) in {"functools", None}


def _no_init_or_replace_init(self, *args, **kwargs):
  """__init__ of protocols; that of a class below one, until its own is found at the first call."""
  cls = type(self)
  if cls._is_protocol:
    raise TypeError("Protocols cannot be instantiated")
  if cls.__init__ is not _no_init_or_replace_init:
    return
  for base in cls.__mro__:
    init = base.__dict__.get("__init__", _no_init_or_replace_init)
    if init is not _no_init_or_replace_init:
      cls.__init__ = init
      break
  else:
    cls.__init__ = object.__init__
  cls.__init__(self, *args, **kwargs)


class _ProtocolMeta(ABCMeta):
  def __instancecheck__(cls, instance):
    is_protocol = getattr(cls, "_is_protocol", False)
    if is_protocol and not getattr(cls, "_is_runtime_protocol", False) and not _allow_reckless_class_checks():
      raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
    if (not is_protocol or _is_callable_members_only(cls)) and issubclass(instance.__class__, cls):
      return True
    if is_protocol and _has_members(instance, cls):
      return True
    return super().__instancecheck__(instance)


def _has_members(instance, cls):
  """A method that is None counts as missing."""
  for attr in _get_protocol_attrs(cls):
    if not hasattr(instance, attr) or callable(getattr(cls, attr, None)) and getattr(instance, attr) is None:
      return False
  return True


def _protocol_hook(cls):
  """The __subclasshook__ of a protocol."""

  def _proto_hook(other):
    if not cls.__dict__.get("_is_protocol", False):
      return NotImplemented
    if not getattr(cls, "_is_runtime_protocol", False):
      if _allow_reckless_class_checks():
        return NotImplemented
      raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
    if not _is_callable_members_only(cls):
      if _allow_reckless_class_checks():
        return NotImplemented
      raise TypeError("Protocols with non-method members don't support issubclass()")
    if not isinstance(other, type):
      raise TypeError("issubclass() arg 1 must be a class")
    return all(_class_has(other, attr) for attr in _get_protocol_attrs(cls)) or NotImplemented

  return _proto_hook


def _class_has(cls, attr):
  for base in cls.__mro__:
    if attr in base.__dict__:
      return base.__dict__[attr] is not None
    annotations = getattr(base, "__annotations__", {})
    if isinstance(annotations, _abc.Mapping) and attr in annotations and issubclass(cls, Generic) and cls._is_protocol:
      return True
  return False


class Protocol(Generic, metaclass=_ProtocolMeta):
  """Base of protocols: classes that say which attributes an object has."""

  __slots__ = ()
  _is_protocol = True
  _is_runtime_protocol = False

  def __init_subclass__(cls, *args, **kwargs):
    super().__init_subclass__(*args, **kwargs)
    if not cls.__dict__.get("_is_protocol", False):
      cls._is_protocol = any(base is Protocol for base in cls.__bases__)
    if "__subclasshook__" not in cls.__dict__:
      cls.__subclasshook__ = _protocol_hook(cls)
    if not cls._is_protocol:
      return
    for base in cls.__bases__:
      allowed = base.__name__ in _PROTO_ALLOWLIST.get(base.__module__, ())
      if not (base in (object, Generic) or allowed or issubclass(base, Generic) and base._is_protocol):
        raise TypeError(f"Protocols can only inherit from other protocols, got {base!r}")
    if cls.__init__ is Protocol.__init__:
      cls.__init__ = _no_init_or_replace_init


def runtime_checkable(cls):
  """Let isinstance() check a protocol, by the presence of its attributes."""
  if not issubclass(cls, Generic) or not cls._is_protocol:
    raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
  cls._is_runtime_protocol = True
  return cls


# -- names of classes

T = TypeVar("T")
KT = TypeVar("KT")
VT = TypeVar("VT")
T_co = TypeVar("T_co", covariant=True)
V_co = TypeVar("V_co", covariant=True)
VT_co = TypeVar("VT_co", covariant=True)
T_contra = TypeVar("T_contra", contravariant=True)
CT_co = TypeVar("CT_co", covariant=True, bound=type)
AnyStr = TypeVar("AnyStr", bytes, str)

_alias = _SpecialGenericAlias

for _name, _count in (("Hashable", 0), ("Sized", 0), ("ByteString", 0), ("Awaitable", 1), ("Coroutine", 3), ("AsyncIterable", 1),
                      ("AsyncIterator", 1), ("Iterable", 1), ("Iterator", 1), ("Reversible", 1), ("Container", 1), ("Collection", 1),
                      ("MutableSet", 1), ("Mapping", 2), ("MutableMapping", 2), ("Sequence", 1), ("MutableSequence", 1),
                      ("MappingView", 1), ("KeysView", 1), ("ItemsView", 2), ("ValuesView", 1), ("Generator", 3), ("AsyncGenerator", 2)):
  globals()[_name] = _alias(getattr(_abc, _name), _count)
del _name, _count
AbstractSet = _alias(_abc.Set, 1, name="AbstractSet")
List = _alias(list, 1, inst=False, name="List")
Dict = _alias(dict, 2, inst=False, name="Dict")
Set = _alias(set, 1, inst=False, name="Set")
FrozenSet = _alias(frozenset, 1, inst=False, name="FrozenSet")
Type = _alias(type, 1, inst=False, name="Type")
Deque = _alias(_deque, 1, name="Deque")
DefaultDict = _alias(_defaultdict, 2, name="DefaultDict")
Tuple = _TupleType(tuple, -1, inst=False, name="Tuple")
Callable = _CallableType(_abc.Callable, 2)
Text = str


def __getattr__(name):
  if name not in _LAZY:
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
  value = globals()[name] = _make_lazy(name)
  return value


def __dir__():
  return sorted({*globals(), *_LAZY})


def _make_lazy(name):
  if name in ("ContextManager", "AsyncContextManager"):
    import contextlib
    return _alias(getattr(contextlib, "Abstract" + name), 1, name=name)
  if name in ("Counter", "ChainMap", "OrderedDict"):
    import collections
    return _alias(getattr(collections, name), 1 if name == "Counter" else 2, name=name)
  if name in ("Pattern", "Match"):
    import re
    return _alias(getattr(re, name), 1, name=name)
  if name in ("IO", "TextIO", "BinaryIO") or name.startswith("Supports"):
    import _typing_protocols
    return getattr(_typing_protocols, name)
  import _typing_structures
  return getattr(_typing_structures, name)


# -- functions


def cast(typ, val):
  """The value as it is."""
  return val


def assert_type(val, typ, /):
  """The value as it is."""
  return val


_ASSERT_NEVER_REPR_MAX_LENGTH = 100


def assert_never(arg, /):
  """Raise AssertionError: this should not be reached."""
  value = repr(arg)
  if len(value) > _ASSERT_NEVER_REPR_MAX_LENGTH:
    value = value[:_ASSERT_NEVER_REPR_MAX_LENGTH] + "..."
  raise AssertionError(f"Expected code to be unreachable, but got: {value}")


def reveal_type(obj, /):
  """Print the type of the object to stderr and return the object."""
  print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
  return obj


def final(f):
  """Mark a class or method as final."""
  try:
    f.__final__ = True
  except (AttributeError, TypeError):
    pass
  return f


def override(method, /):
  """Mark a method that overrides one of a base."""
  try:
    method.__override__ = True
  except (AttributeError, TypeError):
    pass
  return method


def no_type_check(arg):
  """Mark a function, or a class with its own functions and classes, as without type hints."""
  if isinstance(arg, type):
    for name in dir(arg):
      member = getattr(arg, name)
      own = getattr(member, "__qualname__", None) == f"{arg.__qualname__}.{getattr(member, '__name__', None)}"
      if not own or getattr(member, "__module__", None) != arg.__module__:
        continue
      if isinstance(member, FunctionType):
        member.__no_type_check__ = True
      elif isinstance(member, MethodType):
        member.__func__.__no_type_check__ = True
      elif isinstance(member, type):
        no_type_check(member)
  try:
    arg.__no_type_check__ = True
  except TypeError:
    pass
  return arg


def no_type_check_decorator(decorator):
  """Mark what a decorator returns with no_type_check."""
  import functools

  @functools.wraps(decorator)
  def wrapped_decorator(*args, **kwds):
    return no_type_check(decorator(*args, **kwds))

  return wrapped_decorator


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, field_specifiers=(), **kwargs):
  """Mark something that makes dataclasses."""

  def decorator(cls_or_fn):
    cls_or_fn.__dataclass_transform__ = {
      "eq_default": eq_default, "order_default": order_default, "kw_only_default": kw_only_default, "field_specifiers": field_specifiers,
      "kwargs": kwargs}
    return cls_or_fn

  return decorator


def _overload_dummy(*args, **kwds):
  raise NotImplementedError("You should not call an overloaded function. A series of @overload-decorated functions outside a stub module "
                            "should always be followed by an implementation that is not @overload-ed.")


# By module, qualified name, first line.
_overload_registry = _defaultdict(lambda: _defaultdict(dict))


def overload(func):
  """One of several signatures of a function."""
  f = getattr(func, "__func__", func)
  try:
    _overload_registry[f.__module__][f.__qualname__][f.__code__.co_firstlineno] = func
  except AttributeError:
    pass
  return _overload_dummy


def get_overloads(func):
  """The signatures given by @overload."""
  f = getattr(func, "__func__", func)
  of_module = _overload_registry.get(f.__module__, {})
  return list(of_module.get(f.__qualname__, {}).values())


def clear_overloads():
  """Forget all signatures given by @overload."""
  _overload_registry.clear()


class NewType:
  """A name for a type that only type checkers tell apart."""

  __call__ = _idfunc

  def __init__(self, name, tp):
    self.__qualname__ = name
    self.__name__ = name.rpartition(".")[2]
    self.__supertype__ = tp
    module = _caller()
    if module != "typing":
      self.__module__ = module

  def __mro_entries__(self, bases):
    superclass = self.__name__

    class Refusal:
      def __init_subclass__(cls):
        name = cls.__name__
        raise TypeError(f"Cannot subclass an instance of NewType. Perhaps you were looking for: `{name} = NewType({name!r}, {superclass})`")

    return (Refusal,)

  def __repr__(self):
    return f"{self.__module__}.{self.__qualname__}"

  def __reduce__(self):
    return self.__qualname__

  def __or__(self, other):
    return Union[self, other]

  def __ror__(self, other):
    return Union[other, self]


# -- hints


def _eval_type(t, globalns, localns, recursive_guard=frozenset()):
  """The type with its forward references replaced."""
  if isinstance(t, ForwardRef):
    return t._evaluate(globalns, localns, recursive_guard)
  if not isinstance(t, (_GenericAlias, GenericAlias, UnionType)):
    return t
  if isinstance(t, GenericAlias):
    t = _with_forward_refs(t)
    if not isinstance(t, (_GenericAlias, GenericAlias)):
      return t
  args = tuple(_eval_type(arg, globalns, localns, recursive_guard) for arg in t.__args__)
  return t if args == t.__args__ else _rebuilt(t, args)


def _with_forward_refs(t):
  """list["int"] with the text made a forward reference, *tuple[int] as Unpack[tuple[int]]."""
  unpacked = t.__unpacked__
  if not unpacked and not any(isinstance(arg, str) for arg in t.__args__):
    return t
  args = tuple(ForwardRef(arg) if isinstance(arg, str) else arg for arg in t.__args__)
  t = t.__origin__[(args[:-1], args[-1])] if _should_unflatten_callable_args(t, args) else t.__origin__[args]
  return Unpack[t] if unpacked else t


def _rebuilt(t, args):
  """The alias with other arguments."""
  if isinstance(t, GenericAlias):
    return GenericAlias(t.__origin__, args)
  if isinstance(t, UnionType):
    result = args[0]
    for arg in args[1:]:
      result |= arg
    return result
  return t.copy_with(args)


_allowed_types = (FunctionType, BuiltinFunctionType, MethodType, ModuleType, WrapperDescriptorType, MethodWrapperType, MethodDescriptorType)


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
  """The annotations of an object with forward references resolved."""
  if getattr(obj, "__no_type_check__", None):
    return {}
  hints = _hints_of_class(obj, globalns, localns) if isinstance(obj, type) else _hints_of_object(obj, globalns, localns)
  return hints if include_extras else {name: _strip_annotations(t) for name, t in hints.items()}


def _hint(value, globalns, localns, is_argument, is_class):
  if value is None:
    value = type(None)
  if isinstance(value, str):
    value = ForwardRef(value, is_argument=is_argument, is_class=is_class)
  return _eval_type(value, globalns, localns)


def _hints_of_class(cls, globalns, localns):
  hints = {}
  for base in reversed(cls.__mro__):
    base_globals = getattr(sys.modules.get(base.__module__, None), "__dict__", {}) if globalns is None else globalns
    base_locals = dict(vars(base)) if localns is None else localns
    if localns is None and globalns is None:
      # Names of the module come before those of the class, as they always did.
      base_globals, base_locals = base_locals, base_globals
    annotations = base.__dict__.get("__annotations__", {})
    if not isinstance(annotations, _abc.Mapping):
      continue  # the descriptor of `type`
    for name, value in annotations.items():
      hints[name] = _hint(value, base_globals, base_locals, False, True)
  return hints


def _hints_of_object(obj, globalns, localns):
  if globalns is None:
    if isinstance(obj, ModuleType):
      globalns = obj.__dict__
    else:
      inner = obj
      while hasattr(inner, "__wrapped__"):
        inner = inner.__wrapped__
      globalns = getattr(inner, "__globals__", {})
    if localns is None:
      localns = globalns
  elif localns is None:
    localns = globalns
  annotations = getattr(obj, "__annotations__", None)
  if annotations is None:
    if isinstance(obj, _allowed_types):
      return {}
    raise TypeError(f"{obj!r} is not a module, class, method, or function.")
  is_argument = not isinstance(obj, ModuleType)
  return {name: _hint(value, globalns, localns, is_argument, False) for name, value in annotations.items()}


def _strip_annotations(t):
  """The type without Annotated, Required and NotRequired."""
  if isinstance(t, _AnnotatedAlias):
    return _strip_annotations(t.__origin__)
  if hasattr(t, "__origin__") and t.__origin__ in (Required, NotRequired, ReadOnly):
    return _strip_annotations(t.__args__[0])
  if not isinstance(t, (_GenericAlias, GenericAlias, UnionType)):
    return t
  args = tuple(_strip_annotations(arg) for arg in t.__args__)
  return t if args == t.__args__ else _rebuilt(t, args)


def _get_defaults(func):
  """The defaults of a function by the names of its parameters."""
  try:
    code = func.__code__
  except AttributeError:
    return {}
  count = code.co_argcount
  defaults = func.__defaults__ or ()
  result = dict(func.__kwdefaults__ or ())
  result.update(zip(code.co_varnames[count - len(defaults):count], defaults))
  return result


def get_origin(tp):
  """The class or form that was subscripted, or None."""
  if isinstance(tp, _AnnotatedAlias):
    return Annotated
  if isinstance(tp, (_BaseGenericAlias, GenericAlias, ParamSpecArgs, ParamSpecKwargs)):
    return tp.__origin__
  if tp is Generic:
    return Generic
  if isinstance(tp, UnionType):
    return UnionType
  return None


def get_args(tp):
  """The arguments of a subscripted type."""
  if isinstance(tp, _AnnotatedAlias):
    return (tp.__origin__, *tp.__metadata__)
  if isinstance(tp, (_GenericAlias, GenericAlias)):
    args = tp.__args__
    if _should_unflatten_callable_args(tp, args):
      args = (list(args[:-1]), args[-1])
    return args
  if isinstance(tp, UnionType):
    return tp.__args__
  return ()


# -- type parameter syntax


class TypeAliasType:
  """What a type statement makes. The value is computed when it is asked for."""

  def __init__(self, name, value, *, type_params=()):
    self.__name__ = name
    self.__type_params__ = type_params
    self.__parameters__ = tuple(type_params)
    self.__module__ = _caller()
    self._compute = lambda: value

  @property
  def __value__(self):
    value = self._compute()
    self._compute = lambda: value
    return value

  def __repr__(self):
    return self.__name__

  def __getitem__(self, args):
    if not self.__type_params__:
      raise TypeError("Only generic type aliases are subscriptable")
    return GenericAlias(self, args if isinstance(args, tuple) else (args,))

  def __or__(self, other):
    return Union[self, other]

  def __ror__(self, other):
    return Union[other, self]

  def __call__(self, *args, **kwargs):
    raise TypeError("'typing.TypeAliasType' object is not callable")


def _make_type_var(name, evaluate):
  return _InferredTypeVar(name, evaluate)


def _make_type_alias(name, type_params, compute):
  alias = TypeAliasType(name, None, type_params=type_params or ())
  alias._compute = compute
  return alias


def _make_generic_base(type_params):
  return Generic[tuple(type_params)]
