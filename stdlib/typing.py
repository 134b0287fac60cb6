"""Type hints at run time: everything can be imported, subscripted and shown; nothing is checked.

_SpecialForm are names such as Any and Optional, _Alias are their subscripted forms and those of generic classes. The names of the C++ side
(_make_type_var, _make_type_alias, _make_generic_base) are at the end.
"""

import collections.abc as _abc
import sys
from _abc import ABCMeta
from _collections_abc import _stands_for_arguments
from _collections import defaultdict as _defaultdict
from _collections import deque as _deque
from _functools import _lru_cache_wrapper
from types import GenericAlias, UnionType

TYPE_CHECKING = False

_LAZY = {"Pattern", "Match", "ContextManager", "AsyncContextManager", "Counter", "ChainMap", "OrderedDict", "BinaryIO", "IO", "TextIO",
         "SupportsAbs", "SupportsBytes", "SupportsComplex", "SupportsFloat", "SupportsIndex", "SupportsInt", "SupportsRound"}

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
  if type(obj) is type(_type_repr):
    return obj.__name__
  if isinstance(obj, tuple):
    return "[" + ", ".join(map(_type_repr, obj)) + "]"
  return repr(obj)


def _convert(arg):
  """None means its type, text a forward reference."""
  if arg is None:
    return type(None)
  if isinstance(arg, str):
    return ForwardRef(arg)
  return arg


def _check(arg, message):
  arg = _convert(arg)
  if isinstance(arg, type) and arg not in (Generic, Protocol):
    return arg
  if isinstance(arg, _Alias) and arg.__origin__ in (Generic, Protocol, ClassVar, Final):
    raise TypeError(f"{arg} is not valid as type argument")
  if arg in (LiteralString, NoReturn, Never, Self, TypeAlias):
    return arg
  if isinstance(arg, _SpecialForm) or arg in (Generic, Protocol):
    raise TypeError(f"Plain {arg} is not valid as type argument")
  if type(arg) is tuple:
    raise TypeError(f"{message} Got {arg!r:.100}.")
  return arg


def _parameters(args):
  found = []
  for arg in args:
    if isinstance(arg, type) and not isinstance(arg, GenericAlias):
      continue
    if isinstance(arg, (list, tuple)):
      nested = _parameters(arg)
    elif isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple)):
      nested = (arg,)
    else:
      nested = getattr(arg, "__parameters__", ())
    for parameter in nested:
      if parameter not in found:
        found.append(parameter)
  return tuple(found)


def _substitute(args, mapping):
  result = []
  for arg in args:
    if isinstance(arg, (TypeVar, ParamSpec)):
      result.append(mapping.get(arg, arg))
    elif isinstance(arg, _Alias) and arg.__origin__ is Unpack and arg.__args__[0] in mapping:
      value = mapping[arg.__args__[0]]
      result.extend(value if isinstance(value, tuple) else (value,))
    elif isinstance(arg, (list, tuple)):
      result.append(tuple(_substitute(arg, mapping)))
    elif getattr(arg, "__parameters__", ()) and not isinstance(arg, type):
      result.append(arg[tuple(mapping.get(p, p) for p in arg.__parameters__)])
    elif isinstance(arg, GenericAlias) and arg.__parameters__:
      result.append(arg[tuple(mapping.get(p, p) for p in arg.__parameters__)])
    else:
      result.append(arg)
  return tuple(result)


def _or(left, right):
  return Union[left, right]


def _cached(getitem, typed=False):
  """The same aliases for the same arguments, as long as they are among the last ones."""
  cached = _lru_cache_wrapper(getitem, 128, typed, None)

  def __getitem__(self, *params):
    try:
      return cached(self, *params)
    except TypeError:
      pass  # arguments without hash, or an error that comes again
    return getitem(self, *params)

  return __getitem__


# -- special forms


class _SpecialForm:
  """Any, Optional, Literal, ..."""

  def __init__(self, name, doc, getitem=None):
    self._name = self.__name__ = self.__qualname__ = name
    self._getitem = getitem
    self.__doc__ = doc

  def __repr__(self):
    return "typing." + self._name

  def __reduce__(self):
    return self._name

  def __call__(self, *args, **kwds):
    raise TypeError("Type Annotated cannot be instantiated." if self._name == "Annotated" else f"Cannot instantiate {self!r}")

  def __getitem__(self, parameters):
    if self._getitem is None:
      raise TypeError(f"{self} is not subscriptable")
    return self._getitem(self, parameters)

  def __or__(self, other):
    return Union[self, other]

  def __ror__(self, other):
    return Union[other, self]

  def __mro_entries__(self, bases):
    raise TypeError(f"Cannot subclass {self!r}")

  def __instancecheck__(self, obj):
    raise TypeError(f"{self} cannot be used with isinstance()")

  def __subclasscheck__(self, cls):
    raise TypeError(f"{self} cannot be used with issubclass()")


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


@_cached
def _one(form, parameters):
  item = _check(parameters, f"{form} accepts only single type.")
  return _Alias(form, (item,))


@_cached
def _union(form, parameters):
  if parameters == ():
    raise TypeError("Cannot take a Union of no types.")
  if not isinstance(parameters, tuple):
    parameters = (parameters,)
  message = "Union[arg, ...]: each arg must be a type."
  flat = []
  for p in parameters:
    p = _check(p, message)
    if isinstance(p, (_UnionAlias, UnionType)):
      flat.extend(p.__args__)
    else:
      flat.append(p)
  unique = []
  for p in flat:
    if p not in unique:
      unique.append(p)
  if len(unique) == 1:
    return unique[0]
  return _UnionAlias(Union, tuple(unique))


@_cached
def _optional(form, parameters):
  arg = _check(parameters, f"{form} requires a single type.")
  return Union[arg, type(None)]


def _literal(form, parameters):
  return _literal_of(form, *parameters) if isinstance(parameters, tuple) else _literal_of(form, parameters)


def _new_literal(form, *parameters):
  flat = []
  for p in parameters:
    if isinstance(p, _LiteralAlias):
      flat.extend(p.__args__)
    else:
      flat.append(p)
  try:
    unique, seen = [], set()
    for p in flat:
      if (p, type(p)) not in seen:
        seen.add((p, type(p)))
        unique.append(p)
    flat = unique
  except TypeError:
    pass
  return _LiteralAlias(Literal, tuple(flat))


_literal_of = _cached(_new_literal, typed=True)  # Literal[1] is not Literal[True]


@_cached
def _concatenate(form, parameters):
  if parameters == ():
    raise TypeError("Cannot take a Concatenate of no types.")
  if not isinstance(parameters, tuple):
    parameters = (parameters,)
  if not (parameters[-1] is ... or isinstance(parameters[-1], ParamSpec)):
    raise TypeError("The last parameter to Concatenate should be a ParamSpec variable or ellipsis.")
  return _Alias(form, tuple(map(_convert, parameters)))


@_cached
def _annotated(form, parameters):
  if not isinstance(parameters, tuple) or len(parameters) < 2:
    raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
  origin = _convert(parameters[0])
  metadata = tuple(parameters[1:])
  if isinstance(origin, _AnnotatedAlias):
    metadata = origin.__metadata__ + metadata
    origin = origin.__origin__
  return _AnnotatedAlias(origin, metadata)


Union = _SpecialForm("Union", "One of several types.", _union)
Optional = _SpecialForm("Optional", "A type or None.", _optional)
Literal = _SpecialForm("Literal", "One of the given values.", _literal)
ClassVar = _SpecialForm("ClassVar", "An attribute of the class, not of instances.", _one)
Final = _SpecialForm("Final", "A name that is not assigned again.", _one)
Concatenate = _SpecialForm("Concatenate", "Parameters before those of a ParamSpec.", _concatenate)
Annotated = _SpecialForm("Annotated", "A type with further information.", _annotated)
TypeGuard = _SpecialForm("TypeGuard", "Result of a function that checks a type.", _one)
TypeIs = _SpecialForm("TypeIs", "Result of a function that decides a type.", _one)
Required = _SpecialForm("Required", "A key of a TypedDict that must be there.", _one)
NotRequired = _SpecialForm("NotRequired", "A key of a TypedDict that may be absent.", _one)
ReadOnly = _SpecialForm("ReadOnly", "A key of a TypedDict that is not changed.", _one)
Unpack = _SpecialForm("Unpack", "The items of a tuple of types.", _one)
NoReturn = _SpecialForm("NoReturn", "The function never returns.")
Never = _SpecialForm("Never", "The type without values.")
Self = _SpecialForm("Self", "The class a method is called on.")
LiteralString = _SpecialForm("LiteralString", "A text made of literals.")
TypeAlias = _SpecialForm("TypeAlias", "The name stands for a type.")


# -- aliases


class _Alias:
  """origin[args]"""

  def __init__(self, origin, args, name=None, inst=True):
    self.__origin__ = origin
    self.__args__ = args if isinstance(args, tuple) else (args,)
    self.__parameters__ = _parameters(self.__args__)
    self._name = name
    self._inst = inst
    if not name:
      self.__module__ = origin.__module__

  def __repr__(self):
    shown = "typing." + self._name if self._name else _type_repr(self.__origin__)
    args = ", ".join(map(_type_repr, self.__args__)) if self.__args__ else "()"
    if self.__origin__ is Unpack:
      return "*" + args
    return f"{shown}[{args}]"

  @property
  def __typing_is_unpacked_typevartuple__(self):
    return self.__origin__ is Unpack and isinstance(self.__args__[0], TypeVarTuple)

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
    if isinstance(self.__origin__, _SpecialForm):
      raise TypeError(f"Cannot subclass {self!r}")
    if self._name:
      res = []
      if self.__origin__ not in bases:
        res.append(self.__origin__)
      i = bases.index(self)
      if not any(isinstance(b, _Alias) or isinstance(b, type) and issubclass(b, Generic) for b in bases[i + 1:]):
        res.append(Generic)
      return tuple(res)
    if self.__origin__ is Generic:
      if Protocol in bases:
        return ()
      i = bases.index(self)
      for b in bases[i + 1:]:
        if isinstance(b, _Alias) and b is not self:
          return ()
    return (self.__origin__,)

  @_cached
  def __getitem__(self, args):
    if self.__origin__ in (Generic, Protocol):
      raise TypeError(f"Cannot subscript already-subscripted {self}")
    if not self.__parameters__:
      raise TypeError(f"{self} is not a generic class")
    if not isinstance(args, tuple):
      args = (args,)
    if self.__typing_is_unpacked_typevartuple__:
      return args
    args = tuple(map(_convert, args))
    _check_count(self, args, self.__parameters__)
    mapping = _assign(self.__parameters__, args)
    args = _substitute(self.__args__, mapping)
    if self.__origin__ is Concatenate and isinstance(args[-1], (list, tuple)):
      return (*args[:-1], *args[-1])
    return self._copy(args)

  def _copy(self, args):
    return type(self)(self.__origin__, args, self._name, self._inst)

  def __getattr__(self, attr):
    if attr in ("__origin__", "__args__") or attr.startswith("__") and attr.endswith("__") and attr not in ("__name__", "__qualname__"):
      raise AttributeError(attr)
    if attr in ("__name__", "__qualname__"):
      return self._name or self.__origin__.__name__
    return getattr(self.__origin__, attr)

  def __eq__(self, other):
    if not isinstance(other, _Alias):
      return NotImplemented
    return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

  def __hash__(self):
    return hash((self.__origin__, self.__args__))

  def __or__(self, other):
    return Union[self, other]

  def __ror__(self, other):
    return Union[other, self]

  def __instancecheck__(self, obj):
    raise TypeError("Subscripted generics cannot be used with class and instance checks")

  def __subclasscheck__(self, cls):
    raise TypeError("Subscripted generics cannot be used with class and instance checks")

  def __iter__(self):
    yield Unpack[self]

  def __reduce__(self):
    import operator
    args = self.__args__ if len(self.__args__) != 1 else self.__args__[0]
    return operator.getitem, (globals()[self._name] if self._name else self.__origin__, args)


class _UnionAlias(_Alias):
  def __repr__(self):
    args = self.__args__
    if len(args) == 2:
      if args[0] is type(None):
        return f"typing.Optional[{_type_repr(args[1])}]"
      if args[1] is type(None):
        return f"typing.Optional[{_type_repr(args[0])}]"
    return super().__repr__()

  def _copy(self, args):
    return Union[args]

  def __eq__(self, other):
    if not isinstance(other, (_UnionAlias, UnionType)):
      return NotImplemented
    return set(self.__args__) == set(other.__args__)

  def __hash__(self):
    return hash(frozenset(self.__args__))

  def __instancecheck__(self, obj):
    return self.__subclasscheck__(type(obj))

  def __subclasscheck__(self, cls):
    for arg in self.__args__:
      if issubclass(cls, arg):
        return True
    return False


class _LiteralAlias(_Alias):
  def __repr__(self):
    return f"typing.Literal[{', '.join(map(repr, self.__args__))}]"

  def __eq__(self, other):
    if not isinstance(other, _LiteralAlias):
      return NotImplemented
    return {(a, type(a)) for a in self.__args__} == {(a, type(a)) for a in other.__args__}

  def __hash__(self):
    return hash(frozenset((a, type(a)) for a in self.__args__))


class _AnnotatedAlias(_Alias):
  def __init__(self, origin, metadata):
    super().__init__(origin, (origin,))
    self.__metadata__ = metadata

  def __repr__(self):
    return f"typing.Annotated[{_type_repr(self.__origin__)}, {', '.join(repr(a) for a in self.__metadata__)}]"

  def _copy(self, args):
    return _AnnotatedAlias(args[0], self.__metadata__)

  def __eq__(self, other):
    if not isinstance(other, _AnnotatedAlias):
      return NotImplemented
    return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

  def __hash__(self):
    return hash((self.__origin__, self.__metadata__))

  def __mro_entries__(self, bases):
    return (self.__origin__,)


class _CallableAlias(_Alias):
  def __repr__(self):
    args = self.__args__
    if len(args) == 2 and _stands_for_arguments(args[0]):
      return f"typing.Callable[{_type_repr(args[0])}, {_type_repr(args[1])}]"
    return f"typing.Callable[[{', '.join(map(_type_repr, args[:-1]))}], {_type_repr(args[-1])}]"

  def _copy(self, args):
    flat = []
    for arg in args:
      if isinstance(arg, (list, tuple)):
        flat.extend(arg)
      else:
        flat.append(arg)
    return _CallableAlias(self.__origin__, tuple(flat), "Callable", False)


class _Special(_Alias):
  """List, Dict, ...: an alias of a class without arguments."""

  def __init__(self, origin, count, name, inst=True):
    super().__init__(origin, (), name, inst)
    self._count = count

  def __repr__(self):
    return "typing." + self._name

  @_cached
  def __getitem__(self, params):
    if not isinstance(params, tuple):
      params = (params,)
    message = "Parameters to generic types must be types."
    params = tuple(_check(p, message) for p in params)
    if self._count >= 0 and len(params) != self._count and not any(isinstance(p, _Alias) and p.__origin__ is Unpack for p in params):
      word = "many" if len(params) > self._count else "few"
      raise TypeError(f"Too {word} arguments for {self}; actual {len(params)}, expected {self._count}")
    return _Alias(self.__origin__, params, self._name, self._inst)

  __eq__ = object.__eq__
  __hash__ = object.__hash__

  def __instancecheck__(self, obj):
    return self.__subclasscheck__(type(obj))

  def __subclasscheck__(self, cls):
    if isinstance(cls, _Special):
      return issubclass(cls.__origin__, self.__origin__)
    if not isinstance(cls, _Alias):
      return issubclass(cls, self.__origin__)
    return super().__subclasscheck__(cls)

  def __reduce__(self):
    return self._name


class _TupleSpecial(_Special):
  @_cached
  def __getitem__(self, params):
    if not isinstance(params, tuple):
      params = (params,)
    if len(params) >= 2 and params[-1] is ...:
      message = "Tuple[t, ...]: t must be a type."
      return _Alias(tuple, (*(_check(p, message) for p in params[:-1]), ...), "Tuple")
    message = "Tuple[t0, t1, ...]: each t must be a type."
    return _Alias(tuple, tuple(_check(p, message) for p in params), "Tuple")


class _CallableSpecial(_Special):
  def __getitem__(self, params):
    if not isinstance(params, tuple) or len(params) != 2:
      raise TypeError("Callable must be used as Callable[[arg, ...], result].")
    args, result = params
    return self._of(tuple(args) if isinstance(args, list) else args, result)

  @_cached
  def _of(self, args, result):
    result = _check(result, "Callable[args, result]: result must be a type.")
    if args is ...:
      return _CallableAlias(_abc.Callable, (..., result), "Callable", False)
    message = "Callable[[arg, ...], result]: each arg must be a type."
    args = tuple(_check(a, message) for a in (args if isinstance(args, tuple) else (args,)))
    return _CallableAlias(_abc.Callable, (*args, result), "Callable", False)


def _check_count(cls, args, parameters):
  if any(isinstance(p, TypeVarTuple) for p in parameters):
    fixed = len(parameters) - 1
    if len(args) < fixed:
      raise TypeError(f"Too few arguments for {cls}; actual {len(args)}, expected at least {fixed}")
    return
  if len(parameters) == 1 and isinstance(parameters[0], ParamSpec):
    return
  if len(args) != len(parameters):
    word = "many" if len(args) > len(parameters) else "few"
    raise TypeError(f"Too {word} arguments for {cls}; actual {len(args)}, expected {len(parameters)}")


def _assign(parameters, args):
  mapping = {}
  for i, parameter in enumerate(parameters):
    if isinstance(parameter, TypeVarTuple):
      after = len(parameters) - i - 1
      end = len(args) - after
      mapping[parameter] = tuple(args[i:end])
      for p, a in zip(parameters[i + 1:], args[end:]):
        mapping[p] = a
      return mapping
    if isinstance(parameter, ParamSpec) and len(parameters) == 1 and not (len(args) == 1 and isinstance(args[0], (list, tuple, ParamSpec))):
      mapping[parameter] = tuple(args)
      return mapping
    mapping[parameter] = args[i]
  return mapping


# -- type variables


def _caller():
  try:
    return sys._getframe(2).f_globals.get("__name__", "__main__")
  except (AttributeError, ValueError):
    return "__main__"


class _Variable:
  def __or__(self, right):
    return Union[self, right]

  def __ror__(self, left):
    return Union[left, self]

  def __mro_entries__(self, bases):
    raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")

  def __reduce__(self):
    return self.__name__

  def __copy__(self):
    return self

  def __deepcopy__(self, memo):
    return self


class TypeVar(_Variable):
  """A variable that stands for a type."""

  def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, infer_variance=False):
    if covariant and contravariant:
      raise ValueError("Bivariant types are not supported.")
    if constraints and bound is not None:
      raise TypeError("Constraints cannot be combined with bound=...")
    if len(constraints) == 1:
      raise TypeError("A single constraint is not allowed")
    self.__name__ = name
    self.__constraints__ = tuple(map(_convert, constraints))
    self.__bound__ = None if bound is None else _convert(bound)
    self.__covariant__ = bool(covariant)
    self.__contravariant__ = bool(contravariant)
    self.__infer_variance__ = bool(infer_variance)
    self.__module__ = _caller()

  def __repr__(self):
    if self.__infer_variance__:
      return self.__name__
    return ("+" if self.__covariant__ else "-" if self.__contravariant__ else "~") + self.__name__

  def __typing_subst__(self, arg):
    if isinstance(arg, _Alias) and arg.__origin__ is Unpack or getattr(arg, "__unpacked__", False):
      raise TypeError(f"{arg} is not valid as type argument")
    return _check(arg, "Parameters to generic types must be types.")


class _InferredTypeVar(TypeVar):
  """Of the syntax def f[T: bound](): the bound is computed when it is asked for."""

  def __init__(self, name, evaluate):
    self.__name__ = name
    self.__covariant__ = self.__contravariant__ = False
    self.__infer_variance__ = True
    self.__module__ = _caller()
    self._evaluate = evaluate

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


class ParamSpecArgs:
  """P.args"""

  def __init__(self, origin):
    self.__origin__ = origin

  def __repr__(self):
    return f"{self.__origin__.__name__}.args"


class ParamSpecKwargs:
  """P.kwargs"""

  def __init__(self, origin):
    self.__origin__ = origin

  def __repr__(self):
    return f"{self.__origin__.__name__}.kwargs"


class ParamSpec(_Variable):
  """A variable that stands for the parameters of a function."""

  def __init__(self, name, *, bound=None, covariant=False, contravariant=False, infer_variance=False):
    self.__name__ = name
    self.__bound__ = bound
    self.__covariant__ = bool(covariant)
    self.__contravariant__ = bool(contravariant)
    self.__module__ = _caller()

  @property
  def args(self):
    return ParamSpecArgs(self)

  @property
  def kwargs(self):
    return ParamSpecKwargs(self)

  def __repr__(self):
    return "~" + self.__name__

  def __typing_subst__(self, arg):
    if isinstance(arg, (list, tuple)):
      return tuple(_check(a, "Expected a type.") for a in arg)
    if not _stands_for_arguments(arg):
      raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {arg}")
    return arg

  def __typing_prepare_subst__(self, alias, args):
    parameters = alias.__parameters__
    i = parameters.index(self)
    if i >= len(args):
      raise TypeError(f"Too few arguments for {alias}")
    if len(parameters) == 1 and not (isinstance(args[0], (list, tuple)) or _stands_for_arguments(args[0])):
      return (args,)  # X[int, str] is X[[int, str]]
    if isinstance(args[i], list):
      return (*args[:i], tuple(args[i]), *args[i + 1:])
    return args


class TypeVarTuple(_Variable):
  """A variable that stands for several types."""

  def __init__(self, name):
    self.__name__ = name
    self.__module__ = _caller()

  def __iter__(self):
    yield Unpack[self]

  def __repr__(self):
    return self.__name__

  def __typing_subst__(self, arg):
    raise TypeError("Substitution of bare TypeVarTuple is not supported")

  def __typing_prepare_subst__(self, alias, args):
    parameters = alias.__parameters__
    before = parameters.index(self)
    after = len(parameters) - before - 1
    if self in parameters[before + 1:]:
      raise TypeError(f"More than one TypeVarTuple parameter in {alias}")
    if before + after > len(args):
      raise TypeError(f"Too few arguments for {alias}; actual {len(args)}, expected at least {before + after}")
    end = len(args) - after
    return (*args[:before], tuple(args[before:end]), *args[end:])


class ForwardRef:
  """A type written as text."""

  __slots__ = ("__forward_arg__", "__forward_evaluated__", "__forward_value__", "__forward_is_argument__", "__forward_module__")

  def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
    if not isinstance(arg, str):
      raise TypeError(f"Forward reference must be a string -- got {arg!r}")
    try:
      compile(arg, "<string>", "eval")
    except SyntaxError:
      raise SyntaxError(f"Forward reference must be an expression -- got {arg!r}")
    self.__forward_arg__ = arg
    self.__forward_evaluated__ = False
    self.__forward_value__ = None
    self.__forward_is_argument__ = is_argument
    self.__forward_module__ = module

  def _evaluate(self, globalns, localns):
    if globalns is None and localns is None:
      globalns = localns = {}
    elif globalns is None:
      globalns = localns
    elif localns is None:
      localns = globalns
    return _evaluate(eval(self.__forward_arg__, globalns, localns), globalns, localns)

  def __eq__(self, other):
    if not isinstance(other, ForwardRef):
      return NotImplemented
    return self.__forward_arg__ == other.__forward_arg__ and self.__forward_module__ == other.__forward_module__

  def __hash__(self):
    return hash((self.__forward_arg__, self.__forward_module__))

  def __or__(self, other):
    return Union[self, other]

  def __ror__(self, other):
    return Union[other, self]

  def __repr__(self):
    return f"ForwardRef({self.__forward_arg__!r})"


# -- Generic and Protocol


class Generic:
  """Base of generic classes: class Box(Generic[T])."""

  __slots__ = ()
  _is_protocol = False

  @_cached
  def __class_getitem__(cls, params):
    if not isinstance(params, tuple):
      params = (params,)
    if cls in (Generic, Protocol):
      if not params:
        raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
      params = tuple(map(_convert, params))
      for p in params:
        if not (isinstance(p, (TypeVar, ParamSpec, TypeVarTuple)) or isinstance(p, _Alias) and p.__origin__ is Unpack):
          raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables or parameter specification variables.")
      if len(set(params)) != len(params):
        raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
      return _Alias(cls, params)
    parameters = getattr(cls, "__parameters__", ())
    if not parameters:
      raise TypeError(f"{cls} is not a generic class")
    params = tuple(_convert(p) if not isinstance(p, list) else tuple(p) for p in params)
    _check_count(cls, params, parameters)
    if len(parameters) == 1 and isinstance(parameters[0], ParamSpec) and not (len(params) == 1 and
                                                                            isinstance(params[0], (tuple, ParamSpec))):
      params = (params,)
    return _Alias(cls, params)

  def __init_subclass__(cls, *args, **kwargs):
    super().__init_subclass__(*args, **kwargs)
    own_bases = cls.__dict__.get("__orig_bases__")
    if own_bases is not None:
      plain = Generic in own_bases
    else:
      plain = Generic in cls.__bases__ and cls.__name__ != "Protocol"
    if plain:
      raise TypeError("Cannot inherit from plain Generic")
    tvars = ()
    if own_bases is not None:
      args = [base for base in own_bases if isinstance(base, (_Alias, GenericAlias))]
      tvars = _parameters(args)
      gvars = None
      for base in own_bases:
        if isinstance(base, _Alias) and base.__origin__ is Generic:
          if gvars is not None:
            raise TypeError("Cannot inherit from Generic[...] multiple times.")
          gvars = base.__parameters__
      if gvars is not None:
        missing = [t for t in tvars if t not in gvars]
        if missing:
          raise TypeError(f"Some type variables ({', '.join(map(str, missing))}) are not listed in Generic[{', '.join(map(str, gvars))}]")
        tvars = gvars
    cls.__parameters__ = tuple(tvars)


_PROTOCOL_INTERNAL = frozenset({
  "__parameters__", "__orig_bases__", "__orig_class__", "_is_protocol", "_is_runtime_protocol", "__protocol_attrs__",
  "__abstractmethods__", "__annotations__", "__dict__", "__doc__", "__init__", "__module__", "__new__", "__slots__",
  "__subclasshook__", "__weakref__", "__class_getitem__", "__match_args__", "__static_attributes__", "__firstlineno__", "__qualname__",
  "__type_params__", "_abc_impl"})


def _protocol_attrs(cls):
  attrs = set()
  for base in cls.__mro__[:-1]:
    if base.__name__ in ("Protocol", "Generic"):
      continue
    annotations = base.__dict__.get("__annotations__", {})
    for attr in (*base.__dict__, *annotations):
      if not attr.startswith("_abc_") and attr not in _PROTOCOL_INTERNAL:
        attrs.add(attr)
  return attrs


def _no_init_or_replace_init(self, *args, **kwargs):
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
    if not getattr(cls, "_is_protocol", False):
      return super().__instancecheck__(instance)
    if not getattr(cls, "_is_runtime_protocol", False):
      raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
    attrs = _protocol_attrs(cls)
    if all(callable(getattr(cls, attr, None)) for attr in attrs) and issubclass(type(instance), cls):
      return True
    for attr in attrs:
      try:
        value = getattr(instance, attr)
      except AttributeError:
        return False
      if value is None and callable(getattr(cls, attr, None)):
        return False
    return True


def _protocol_hook(cls):
  def hook(other):
    if not cls.__dict__.get("_is_protocol", False):
      return NotImplemented
    if not getattr(cls, "_is_runtime_protocol", False):
      raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
    attrs = _protocol_attrs(cls)
    if not all(callable(getattr(cls, attr, None)) for attr in attrs):
      raise TypeError("Protocols with non-method members don't support issubclass()")
    if not isinstance(other, type):
      raise TypeError("issubclass() arg 1 must be a class")
    for attr in attrs:
      for base in other.__mro__:
        if attr in base.__dict__:
          if base.__dict__[attr] is None:
            return NotImplemented
          break
        annotations = getattr(base, "__annotations__", {})
        if attr in annotations and isinstance(other, _ProtocolMeta) and other._is_protocol:
          break
      else:
        return NotImplemented
    return True

  return hook


class Protocol(Generic, metaclass=_ProtocolMeta):
  """Base of protocols: classes that say which attributes an object has."""

  __slots__ = ()
  _is_protocol = True
  _is_runtime_protocol = False

  def __init_subclass__(cls, *args, **kwargs):
    super().__init_subclass__(*args, **kwargs)
    if not cls.__dict__.get("_is_protocol", False):
      cls._is_protocol = any(b is Protocol for b in cls.__bases__)
    if "__subclasshook__" not in cls.__dict__:
      cls.__subclasshook__ = _protocol_hook(cls)
    if not cls._is_protocol:
      return
    for base in cls.__bases__:
      if not (base in (object, Generic) or base.__module__ in ("collections.abc", "contextlib", "typing") or
              issubclass(base, Generic) and getattr(base, "_is_protocol", False)):
        raise TypeError(f"Protocols can only inherit from other protocols, got {base!r}")
    if cls.__init__ is Protocol.__init__:
      cls.__init__ = _no_init_or_replace_init


def runtime_checkable(cls):
  """Let isinstance() check a protocol, by the presence of its attributes."""
  if not isinstance(cls, type) or not issubclass(cls, Generic) or not getattr(cls, "_is_protocol", False):
    raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
  cls._is_runtime_protocol = True
  return cls


T = TypeVar("T")
KT = TypeVar("KT")
VT = TypeVar("VT")
T_co = TypeVar("T_co", covariant=True)
V_co = TypeVar("V_co", covariant=True)
VT_co = TypeVar("VT_co", covariant=True)
T_contra = TypeVar("T_contra", contravariant=True)
CT_co = TypeVar("CT_co", covariant=True, bound=type)
AnyStr = TypeVar("AnyStr", bytes, str)

Hashable = _Special(_abc.Hashable, 0, "Hashable")
Sized = _Special(_abc.Sized, 0, "Sized")
ByteString = _Special(_abc.ByteString, 0, "ByteString")
for _name, _count in (("Awaitable", 1), ("Coroutine", 3), ("AsyncIterable", 1), ("AsyncIterator", 1), ("Iterable", 1), ("Iterator", 1),
                      ("Reversible", 1), ("Container", 1), ("Collection", 1), ("MutableSet", 1), ("Mapping", 2), ("MutableMapping", 2),
                      ("Sequence", 1), ("MutableSequence", 1), ("MappingView", 1), ("KeysView", 1), ("ItemsView", 2),
                      ("ValuesView", 1), ("Generator", 3), ("AsyncGenerator", 2)):
  globals()[_name] = _Special(getattr(_abc, _name), _count, _name)
del _name, _count
AbstractSet = _Special(_abc.Set, 1, "AbstractSet")
List = _Special(list, 1, "List", False)
Dict = _Special(dict, 2, "Dict", False)
Set = _Special(set, 1, "Set", False)
FrozenSet = _Special(frozenset, 1, "FrozenSet", False)
Type = _Special(type, 1, "Type", False)
Deque = _Special(_deque, 1, "Deque")
DefaultDict = _Special(_defaultdict, 2, "DefaultDict")
Tuple = _TupleSpecial(tuple, -1, "Tuple", False)
Callable = _CallableSpecial(_abc.Callable, 2, "Callable")
Text = str


def __getattr__(name):
  if name not in _LAZY:
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
  value = globals()[name] = _make_lazy(name)
  return value


def _make_lazy(name):
  if name in ("ContextManager", "AsyncContextManager"):
    import contextlib
    return _Special(getattr(contextlib, "Abstract" + name), 1, name)
  if name in ("Counter", "ChainMap", "OrderedDict"):
    import collections
    return _Special(getattr(collections, name), 1 if name == "Counter" else 2, name)
  if name in ("Pattern", "Match"):
    import re
    return _Special(getattr(re, name), 1, name)
  import _typing_protocols
  return getattr(_typing_protocols, name)


# -- functions


def cast(typ, val):
  """The value as it is."""
  return val


def assert_type(val, typ, /):
  """The value as it is."""
  return val


def assert_never(arg, /):
  """Raise AssertionError: this should not be reached."""
  value = repr(arg)
  if len(value) > 100:
    value = value[:100] + "..."
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
  """Mark something without type hints."""
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


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, frozen_default=False, field_specifiers=(),
                        **kwargs):
  """Mark something that makes dataclasses."""

  def decorator(cls_or_fn):
    cls_or_fn.__dataclass_transform__ = {
      "eq_default": eq_default, "order_default": order_default, "kw_only_default": kw_only_default, "frozen_default": frozen_default,
      "field_specifiers": field_specifiers, "kwargs": kwargs}
    return cls_or_fn

  return decorator


def _overload_dummy(*args, **kwds):
  raise NotImplementedError("You should not call an overloaded function. A series of @overload-decorated functions outside a stub module "
                            "should always be followed by an implementation that is not @overload-ed.")


_overloads = {}


def overload(func):
  """One of several signatures of a function."""
  f = getattr(func, "__func__", func)
  try:
    _overloads.setdefault((f.__module__, f.__qualname__), []).append(func)
  except AttributeError:
    pass
  return _overload_dummy


def get_overloads(func):
  """The signatures given by @overload."""
  f = getattr(func, "__func__", func)
  return list(_overloads.get((f.__module__, f.__qualname__), ()))


def clear_overloads():
  """Forget all signatures given by @overload."""
  _overloads.clear()


class NewType:
  """A name for a type that only type checkers tell apart."""

  def __init__(self, name, tp):
    self.__qualname__ = name
    self.__name__ = name.rpartition(".")[2]
    self.__supertype__ = tp
    module = _caller()
    if module != "typing":
      self.__module__ = module

  def __call__(self, x):
    return x

  def __mro_entries__(self, bases):
    superclass_name = self.__name__
    raise TypeError(f"Cannot subclass an instance of NewType. Perhaps you were looking for: "
                    f"`Subclass = NewType('Subclass', {superclass_name})`")

  def __repr__(self):
    return f"{self.__module__}.{self.__qualname__}"

  def __or__(self, other):
    return Union[self, other]

  def __ror__(self, other):
    return Union[other, self]


def _evaluate(tp, globalns, localns):
  if isinstance(tp, str):
    tp = ForwardRef(tp)
  if isinstance(tp, ForwardRef):
    return tp._evaluate(globalns, localns)
  if isinstance(tp, _LiteralAlias):
    return tp
  if isinstance(tp, _AnnotatedAlias):
    origin = _evaluate(tp.__origin__, globalns, localns)
    return tp if origin is tp.__origin__ else _AnnotatedAlias(origin, tp.__metadata__)
  if isinstance(tp, (_Alias, GenericAlias, UnionType)) and not isinstance(tp, _Special):
    args = tuple(_evaluate(a, globalns, localns) for a in tp.__args__)
    if args == tp.__args__:
      return tp
    if isinstance(tp, GenericAlias):
      return GenericAlias(tp.__origin__, args)
    if isinstance(tp, UnionType):
      return Union[args]
    return tp._copy(args)
  return tp


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
  """The annotations of an object with forward references resolved."""
  if getattr(obj, "__no_type_check__", None):
    return {}
  hints = {}
  if isinstance(obj, type):
    for base in reversed(obj.__mro__):
      if globalns is None:
        module = sys.modules.get(base.__module__)
        base_globals = module.__dict__ if module is not None else {}
      else:
        base_globals = globalns
      base_locals = dict(vars(base)) if localns is None else localns
      annotations = base.__dict__.get("__annotations__", {})
      if localns is None and globalns is None:
        base_globals, base_locals = base_locals, base_globals
      for name, value in annotations.items():
        if value is None:
          value = type(None)
        hints[name] = _evaluate(value, base_globals, base_locals)
    return hints if include_extras else {k: _strip_annotations(t) for k, t in hints.items()}
  if globalns is None:
    if hasattr(obj, "__dict__") and type(obj).__name__ == "module":
      globalns = obj.__dict__
    else:
      nsobj = obj
      while hasattr(nsobj, "__wrapped__"):
        nsobj = nsobj.__wrapped__
      globalns = getattr(nsobj, "__globals__", {})
    if localns is None:
      localns = globalns
  elif localns is None:
    localns = globalns
  annotations = getattr(obj, "__annotations__", None)
  if annotations is None:
    if callable(obj) or type(obj).__name__ == "module":
      return {}
    raise TypeError(f"{obj!r} is not a module, class, method, or function.")
  for name, value in annotations.items():
    if value is None:
      value = type(None)
    hints[name] = _evaluate(value, globalns, localns)
  return hints if include_extras else {k: _strip_annotations(t) for k, t in hints.items()}


def _strip_annotations(t):
  if isinstance(t, _AnnotatedAlias):
    return _strip_annotations(t.__origin__)
  if isinstance(t, _Alias) and t.__origin__ in (Required, NotRequired, ReadOnly):
    return _strip_annotations(t.__args__[0])
  if isinstance(t, _LiteralAlias) or isinstance(t, _Special):
    return t
  if isinstance(t, (_Alias, GenericAlias, UnionType)):
    args = tuple(_strip_annotations(a) for a in t.__args__)
    if args == t.__args__:
      return t
    if isinstance(t, GenericAlias):
      return GenericAlias(t.__origin__, args)
    if isinstance(t, UnionType):
      return Union[args]
    return t._copy(args)
  return t


def get_origin(tp):
  """The class or form that was subscripted, or None."""
  if isinstance(tp, _AnnotatedAlias):
    return Annotated
  if isinstance(tp, (_Alias, GenericAlias, ParamSpecArgs, ParamSpecKwargs)):
    return tp.__origin__
  if tp is Generic:
    return Generic
  if isinstance(tp, UnionType):
    return UnionType
  return None


def get_args(tp):
  """The arguments of a subscripted type."""
  if isinstance(tp, _AnnotatedAlias):
    return (tp.__origin__,) + tp.__metadata__
  if isinstance(tp, _Special):
    return ()
  if isinstance(tp, (_Alias, GenericAlias)):
    res = tp.__args__
    if tp.__origin__ is _abc.Callable and not (len(res) == 2 and (res[0] is ... or isinstance(res[0], ParamSpec) or
                                                                  isinstance(res[0], _Alias) and res[0].__origin__ is Concatenate)):
      res = (list(res[:-1]), res[-1])
    return res
  if isinstance(tp, UnionType):
    return tp.__args__
  return ()


# -- NamedTuple and TypedDict


class _NamedTupleMeta(type):
  def __new__(cls, typename, bases, ns):
    from collections import namedtuple
    for base in bases:
      if base is not _NamedTuple and base is not Generic:
        raise TypeError("can only inherit from a NamedTuple type and Generic")
    types = {n: _convert(t) for n, t in ns.get("__annotations__", {}).items()}
    default_names = []
    for field_name in types:
      if field_name in ns:
        default_names.append(field_name)
      elif default_names:
        raise TypeError(f"Non-default namedtuple field {field_name} cannot follow default field{'s' if len(default_names) > 1 else ''} "
                        f"{', '.join(default_names)}")
    nm_tpl = namedtuple(typename, list(types), defaults=[ns[n] for n in default_names], module=ns["__module__"])
    nm_tpl.__annotations__ = nm_tpl.__new__.__annotations__ = types
    if Generic in bases:
      nm_tpl = type(typename, (nm_tpl, Generic), {"__slots__": (), "__module__": ns["__module__"],
                                                   "__orig_bases__": ns.get("__orig_bases__", bases)})
    for key in ns:
      if key in ("__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_field_types", "_make", "_replace",
                 "_asdict", "_source"):
        raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
      if key not in ("__module__", "__name__", "__annotations__", "__orig_bases__") and key not in nm_tpl._fields:
        setattr(nm_tpl, key, ns[key])
    return nm_tpl


def NamedTuple(typename, fields=None, /, **kwargs):
  """A namedtuple with annotated fields: class Point(NamedTuple), or a call with (name, type) pairs."""
  from collections import namedtuple
  if fields is None:
    fields = kwargs.items()
  elif kwargs:
    raise TypeError("Either list of fields or keywords can be provided to NamedTuple, not both")
  fields = [(n, _convert(t)) for n, t in fields]
  nt = namedtuple(typename, [n for n, _ in fields], module=_caller())
  types = dict(fields)
  nt.__annotations__ = nt.__new__.__annotations__ = types
  return nt


_NamedTuple = type.__new__(_NamedTupleMeta, "NamedTuple", (), {})
NamedTuple.__mro_entries__ = lambda bases: (_NamedTuple,)


class _TypedDictMeta(type):
  def __new__(cls, name, bases, ns, total=True):
    for base in bases:
      if type(base) is not _TypedDictMeta and base is not Generic:
        raise TypeError("cannot inherit from both a TypedDict type and a non-TypedDict base class")
    own = {n: _convert(t) for n, t in ns.get("__annotations__", {}).items()}
    made_bases = (dict, Generic) if any(issubclass(b, Generic) for b in bases) else (dict,)
    tp_dict = type.__new__(_TypedDictMeta, name, made_bases, ns)
    annotations, required, optional = {}, set(), set()
    for base in bases:
      annotations.update(base.__dict__.get("__annotations__", {}))
      required |= set(base.__dict__.get("__required_keys__", ()))
      optional |= set(base.__dict__.get("__optional_keys__", ()))
    annotations.update(own)
    for key, tp in own.items():
      origin = get_origin(tp)
      if origin is Annotated:
        origin = get_origin(get_args(tp)[0])
      if origin is Required or origin is not NotRequired and total:
        required.add(key)
      else:
        optional.add(key)
    tp_dict.__annotations__ = annotations
    tp_dict.__required_keys__ = frozenset(required)
    tp_dict.__optional_keys__ = frozenset(optional)
    if not hasattr(tp_dict, "__total__"):
      tp_dict.__total__ = total
    return tp_dict

  def __call__(cls, /, *args, **kwargs):
    return dict(*args, **kwargs)

  def __subclasscheck__(cls, other):
    raise TypeError("TypedDict does not support instance and class checks")

  __instancecheck__ = __subclasscheck__


def TypedDict(typename, fields=None, /, *, total=True, **kwargs):
  """A dict with known keys: class Movie(TypedDict), or a call with a dict of types."""
  if fields is None:
    fields = kwargs
  elif kwargs:
    raise TypeError("TypedDict takes either a dict or keyword arguments, but not both")
  ns = {"__annotations__": dict(fields), "__module__": _caller()}
  return _TypedDictMeta(typename, (), ns, total=total)


_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)


def is_typeddict(tp):
  """Whether the class is a TypedDict."""
  return isinstance(tp, _TypedDictMeta)


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
