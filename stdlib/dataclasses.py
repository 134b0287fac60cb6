"""Classes made of annotated fields.

The methods are generated as source text once for each class, as in CPython, because compiled code is much faster than loops over fields.
"""

import sys
from types import GenericAlias

__all__ = ["dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict", "astuple",
           "make_dataclass", "replace", "is_dataclass"]


class FrozenInstanceError(AttributeError):
  """Raised when a field of a frozen dataclass is assigned."""


class _HAS_DEFAULT_FACTORY_CLASS:
  def __repr__(self):
    return "<factory>"


_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()


class _MISSING_TYPE:
  pass


MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE:
  pass


KW_ONLY = _KW_ONLY_TYPE()

_EMPTY_METADATA = type(type.__dict__)({})


class _FIELD_BASE:
  __slots__ = ("name",)

  def __init__(self, name):
    self.name = name

  def __repr__(self):
    return self.name


_FIELD = _FIELD_BASE("_FIELD")
_FIELD_CLASSVAR = _FIELD_BASE("_FIELD_CLASSVAR")
_FIELD_INITVAR = _FIELD_BASE("_FIELD_INITVAR")

_FIELDS = "__dataclass_fields__"
_PARAMS = "__dataclass_params__"
_POST_INIT_NAME = "__post_init__"


class InitVar:
  """Annotation of a parameter that is only passed to __post_init__."""

  __slots__ = ("type",)

  def __init__(self, type):
    self.type = type

  def __repr__(self):
    if isinstance(self.type, type) and not isinstance(self.type, GenericAlias):
      type_name = self.type.__name__
    else:
      type_name = repr(self.type)
    return f"dataclasses.InitVar[{type_name}]"

  def __class_getitem__(cls, type):
    return InitVar(type)


def _recursive_repr(function):
  from _thread import get_ident
  running = set()

  def wrapper(self):
    key = id(self), get_ident()
    if key in running:
      return "..."
    running.add(key)
    try:
      return function(self)
    finally:
      running.discard(key)

  wrapper.__name__ = function.__name__
  wrapper.__qualname__ = function.__qualname__
  wrapper.__doc__ = function.__doc__
  wrapper.__module__ = function.__module__
  wrapper.__wrapped__ = function
  return wrapper


class Field:
  """Description of one field. Made by field() and dataclass only."""

  __slots__ = ("name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata", "kw_only", "_field_type")

  def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
    self.name = None
    self.type = None
    self.default = default
    self.default_factory = default_factory
    self.init = init
    self.repr = repr
    self.hash = hash
    self.compare = compare
    self.metadata = _EMPTY_METADATA if metadata is None else type(_EMPTY_METADATA)(metadata)
    self.kw_only = kw_only
    self._field_type = None

  @_recursive_repr
  def __repr__(self):
    return (f"Field(name={self.name!r},type={self.type!r},default={self.default!r},default_factory={self.default_factory!r},"
            f"init={self.init!r},repr={self.repr!r},hash={self.hash!r},compare={self.compare!r},metadata={self.metadata!r},"
            f"kw_only={self.kw_only!r},_field_type={self._field_type})")

  def __set_name__(self, owner, name):
    func = getattr(type(self.default), "__set_name__", None)
    if func:
      func(self.default, owner, name)

  __class_getitem__ = classmethod(GenericAlias)


class _DataclassParams:
  __slots__ = ("init", "repr", "eq", "order", "unsafe_hash", "frozen")

  def __init__(self, init, repr, eq, order, unsafe_hash, frozen):
    self.init = init
    self.repr = repr
    self.eq = eq
    self.order = order
    self.unsafe_hash = unsafe_hash
    self.frozen = frozen

  def __repr__(self):
    return (f"_DataclassParams(init={self.init!r},repr={self.repr!r},eq={self.eq!r},order={self.order!r},"
            f"unsafe_hash={self.unsafe_hash!r},frozen={self.frozen!r})")


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=MISSING):
  """Options of a field, written as its default value."""
  if default is not MISSING and default_factory is not MISSING:
    raise ValueError("cannot specify both default and default_factory")
  return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _fields_in_init_order(fields):
  return (tuple(f for f in fields if f.init and not f.kw_only), tuple(f for f in fields if f.init and f.kw_only))


def _tuple_text(obj_name, fields):
  if not fields:
    return "()"
  return "(" + "".join(f"{obj_name}.{f.name}," for f in fields) + ")"


class _Source:
  """Collects the text of methods and compiles them in one go."""

  def __init__(self, globals):
    self.globals = globals
    self.names = {}
    self.functions = {}
    self.lines = []
    self.annotations = {}

  def add(self, name, args, body, annotations=None):
    self.lines.append(f"  def {name}({', '.join(args)}):")
    for line in body:
      self.lines.append(f"    {line}")
    self.functions[name] = None
    if annotations is not None:
      self.annotations[name] = annotations

  def compile(self, cls):
    if not self.functions:
      return {}
    text = f"def __create_fn__({', '.join(self.names)}):\n" + "\n".join(self.lines)
    text += f"\n  return {', '.join(self.functions)},\n"
    namespace = {}
    exec(text, self.globals, namespace)
    made = namespace["__create_fn__"](**self.names)
    for name, function in zip(self.functions, made):
      function.__qualname__ = f"{cls.__qualname__}.{name}"
      if name != "__init__":  # begins the text; tracebacks of the others tell lines of a text of their own, as CPython's do
        function.__code__ = function.__code__.replace(co_firstlineno=2)
      if name in self.annotations:
        function.__annotations__ = self.annotations[name]
      self.functions[name] = function
    return self.functions


def _write_init(source, fields, std_fields, kw_only_fields, frozen, has_post_init, self_name, slots):
  seen_default = False
  for f in std_fields:
    if f.init:
      if not (f.default is MISSING and f.default_factory is MISSING):
        seen_default = True
      elif seen_default:
        raise TypeError(f"non-default argument {f.name!r} follows default argument")
  names = source.names
  names["__dataclass_HAS_DEFAULT_FACTORY__"] = _HAS_DEFAULT_FACTORY
  names["__dataclass_builtins_object__"] = object
  body = []
  for f in fields:
    if f._field_type is _FIELD_INITVAR:
      if f.default is not MISSING:
        names[f"__dataclass_dflt_{f.name}__"] = f.default
      continue
    default_name = f"__dataclass_dflt_{f.name}__"
    if f.default_factory is not MISSING:
      names[default_name] = f.default_factory
      if f.init:
        value = f"{default_name}() if {f.name} is __dataclass_HAS_DEFAULT_FACTORY__ else {f.name}"
      else:
        value = f"{default_name}()"
    elif f.init:
      if f.default is not MISSING:
        names[default_name] = f.default
      value = f.name
    elif slots and f.default is not MISSING:
      names[default_name] = f.default
      value = default_name
    else:
      continue
    if frozen:
      body.append(f"__dataclass_builtins_object__.__setattr__({self_name}, {f.name!r}, {value})")
    else:
      body.append(f"{self_name}.{f.name} = {value}")
  if has_post_init:
    params = ",".join(f.name for f in fields if f._field_type is _FIELD_INITVAR)
    body.append(f"{self_name}.{_POST_INIT_NAME}({params})")

  def parameter(f):
    if f.default is MISSING and f.default_factory is MISSING:
      return f.name
    if f.default is not MISSING:
      return f"{f.name}=__dataclass_dflt_{f.name}__"
    return f"{f.name}=__dataclass_HAS_DEFAULT_FACTORY__"

  args = [self_name] + [parameter(f) for f in std_fields]
  if kw_only_fields:
    args += ["*"] + [parameter(f) for f in kw_only_fields]
  annotations = {f.name: f.type for f in (*std_fields, *kw_only_fields)}
  annotations["return"] = None
  source.add("__init__", args, body or ["pass"], annotations)


def _first_word(text):
  """The word at the beginning, and what follows."""
  text = text.lstrip()
  end = 0
  while end < len(text) and (text[end].isalnum() or text[end] == "_"):
    end += 1
  return text[:end], text[end:].lstrip()


def _named_by(annotation, module_name, cls):
  """What a string annotation names in the class's module, or, written with the module's name, in a module; None: nothing."""
  name, rest = _first_word(annotation)
  holder = vars(sys.modules.get(cls.__module__, object))
  if rest[:1] == ".":
    member, _ = _first_word(rest[1:])
    if member:
      module = holder.get(name)
      if module is None or module is not sys.modules.get(module_name):
        return None
      return vars(module).get(member)
  return holder.get(name)


def _is_classvar(a_type, cls):
  typing = sys.modules.get("typing")
  if typing is None:
    return False
  if isinstance(a_type, str):
    a_type = _named_by(a_type, "typing", cls)
  return a_type is typing.ClassVar or getattr(a_type, "__origin__", None) is typing.ClassVar


def _is_initvar(a_type, cls):
  if isinstance(a_type, str):
    a_type = _named_by(a_type, "dataclasses", cls)
  return a_type is InitVar or type(a_type) is InitVar


def _is_kw_only(a_type, cls):
  if isinstance(a_type, str):
    a_type = _named_by(a_type, "dataclasses", cls)
  return a_type is KW_ONLY


def _get_field(cls, a_name, a_type, default_kw_only):
  default = getattr(cls, a_name, MISSING)
  if isinstance(default, Field):
    f = default
  else:
    if type(default).__name__ == "member_descriptor":
      default = MISSING
    f = field(default=default)
  f.name = a_name
  f.type = a_type
  f._field_type = _FIELD
  if _is_classvar(a_type, cls):
    f._field_type = _FIELD_CLASSVAR
  elif _is_initvar(a_type, cls):
    f._field_type = _FIELD_INITVAR
  if f._field_type in (_FIELD_CLASSVAR, _FIELD_INITVAR):
    if f.default_factory is not MISSING:
      raise TypeError(f"field {f.name} cannot have a default factory")
  if f._field_type in (_FIELD, _FIELD_INITVAR):
    if f.kw_only is MISSING:
      f.kw_only = default_kw_only
  elif f.kw_only is not MISSING:
    raise TypeError(f"field {f.name} is a ClassVar but specifies kw_only")
  if f._field_type is _FIELD and f.default.__class__.__hash__ is None:
    raise ValueError(f"mutable default {type(f.default)} for field {f.name} is not allowed: use default_factory")
  return f


def _set_new_attribute(cls, name, value):
  if name in cls.__dict__:
    return True
  setattr(cls, name, value)
  return False


# What to do about __hash__, by (unsafe_hash, eq, frozen): nothing, set to None, add, or an error when the class has its own.
def _hash_action(unsafe_hash, eq, frozen, has_explicit_hash, cls):
  if unsafe_hash:
    if has_explicit_hash:
      raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
    return "add"
  if not eq:
    return None
  if has_explicit_hash:
    return None
  return "add" if frozen else "none"


def _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
  fields = {}
  module = sys.modules.get(cls.__module__)
  globals = module.__dict__ if module is not None else {}
  setattr(cls, _PARAMS, _DataclassParams(init, repr, eq, order, unsafe_hash, frozen))

  any_frozen_base = False
  has_dataclass_bases = False
  for b in cls.__mro__[-1:0:-1]:
    base_fields = getattr(b, _FIELDS, None)
    if base_fields is not None:
      has_dataclass_bases = True
      for f in base_fields.values():
        fields[f.name] = f
      if getattr(b, _PARAMS).frozen:
        any_frozen_base = True

  cls_annotations = cls.__dict__.get("__annotations__", {})
  cls_fields = []
  kw_only_seen = False
  for name, type_ in cls_annotations.items():
    if _is_kw_only(type_, cls):
      if kw_only_seen:
        raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
      kw_only_seen = True
      kw_only = True
    else:
      cls_fields.append(_get_field(cls, name, type_, kw_only))
  for f in cls_fields:
    fields[f.name] = f
    if isinstance(getattr(cls, f.name, None), Field):
      if f.default is MISSING:
        delattr(cls, f.name)
      else:
        setattr(cls, f.name, f.default)
  for name, value in cls.__dict__.items():
    if isinstance(value, Field) and name not in cls_annotations:
      raise TypeError(f"{name!r} is a field but has no type annotation")
  if has_dataclass_bases:
    if any_frozen_base and not frozen:
      raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
    if not any_frozen_base and frozen:
      raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
  setattr(cls, _FIELDS, fields)

  class_hash = cls.__dict__.get("__hash__", MISSING)
  has_explicit_hash = not (class_hash is MISSING or class_hash is None and "__eq__" in cls.__dict__)
  if order and not eq:
    raise ValueError("eq must be true if order is true")

  all_init_fields = [f for f in fields.values() if f._field_type in (_FIELD, _FIELD_INITVAR)]
  std_init_fields, kw_only_init_fields = _fields_in_init_order(all_init_fields)
  field_list = [f for f in fields.values() if f._field_type is _FIELD]
  self_name = "__dataclass_self__" if "self" in fields else "self"
  source = _Source(globals)
  if init:
    _write_init(source, all_init_fields, std_init_fields, kw_only_init_fields, frozen, hasattr(cls, _POST_INIT_NAME), self_name, slots)
  if repr:
    shown = ", ".join(f"{f.name}={{self.{f.name}!r}}" for f in field_list if f.repr)
    source.add("__repr__", ["self"], [f"return f\"{{self.__class__.__qualname__}}({shown})\""])
  compared = [f for f in field_list if f.compare]
  self_tuple, other_tuple = _tuple_text("self", compared), _tuple_text("other", compared)
  if eq:
    source.add("__eq__", ["self", "other"], ["if other.__class__ is self.__class__:", f"  return {self_tuple}=={other_tuple}",
                                             "return NotImplemented"])
  if order:
    for name, op in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
      source.add(name, ["self", "other"], ["if other.__class__ is self.__class__:", f"  return {self_tuple}{op}{other_tuple}",
                                           "return NotImplemented"])
  if frozen:
    source.names["__dataclass_cls__"] = cls
    source.names["__dataclass_FrozenInstanceError__"] = FrozenInstanceError
    names = "(" + "".join(f"{f.name!r}," for f in field_list) + ")"
    test = f"if type(self) is __dataclass_cls__ or name in {names}:"
    source.add("__setattr__", ["self", "name", "value"],
               [test, "  raise __dataclass_FrozenInstanceError__(f\"cannot assign to field {name!r}\")",
                "super(__dataclass_cls__, self).__setattr__(name, value)"])
    source.add("__delattr__", ["self", "name"],
               [test, "  raise __dataclass_FrozenInstanceError__(f\"cannot delete field {name!r}\")",
                "super(__dataclass_cls__, self).__delattr__(name)"])
  hash_action = _hash_action(unsafe_hash, eq, frozen, has_explicit_hash, cls)
  if hash_action == "add":
    hashed = [f for f in field_list if (f.compare if f.hash is None else f.hash)]
    source.add("__hash__", ["self"], [f"return hash({_tuple_text('self', hashed)})"])

  functions = source.compile(cls)
  if init:
    _set_new_attribute(cls, "__init__", functions["__init__"])
  if repr:
    _set_new_attribute(cls, "__repr__", _recursive_repr(functions["__repr__"]))
  if eq:
    _set_new_attribute(cls, "__eq__", functions["__eq__"])
  if order:
    for name in ("__lt__", "__le__", "__gt__", "__ge__"):
      if _set_new_attribute(cls, name, functions[name]):
        raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}. Consider using functools.total_ordering")
  if frozen:
    for name in ("__setattr__", "__delattr__"):
      if _set_new_attribute(cls, name, functions[name]):
        raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}")
  if hash_action == "add":
    cls.__hash__ = functions["__hash__"]
  elif hash_action == "none":
    cls.__hash__ = None

  if not getattr(cls, "__doc__"):
    cls.__doc__ = cls.__name__ + (_signature_text(std_init_fields, kw_only_init_fields) if init and cls.__init__ is functions["__init__"]
                                   else _own_signature_text(cls))
  if match_args:
    _set_new_attribute(cls, "__match_args__", tuple(f.name for f in std_init_fields))
  if weakref_slot and not slots:
    raise TypeError("weakref_slot is True but slots is False")
  if slots:
    cls = _add_slots(cls, frozen, weakref_slot, [f.name for f in field_list])
  import _abc
  _abc._update_abstractmethods(cls)
  return cls


def _annotation_text(annotation):
  if isinstance(annotation, type) and not isinstance(annotation, GenericAlias):
    if annotation.__module__ in ("builtins",):
      return annotation.__qualname__
    return f"{annotation.__module__}.{annotation.__qualname__}"
  if isinstance(annotation, str):
    return repr(annotation)
  return repr(annotation).replace("typing.", "")


def _signature_text(std_fields, kw_only_fields):
  def one(f):
    text = f"{f.name}: {_annotation_text(f.type)}"
    if f.default is not MISSING:
      text += f" = {f.default!r}"
    elif f.default_factory is not MISSING:
      text += " = <factory>"
    return text

  parts = [one(f) for f in std_fields]
  if kw_only_fields:
    parts += ["*"] + [one(f) for f in kw_only_fields]
  return f"({', '.join(parts)})"


def _own_signature_text(cls):
  """Of a class that makes its objects itself."""
  import inspect
  try:
    return str(inspect.signature(cls)).replace(" -> None", "")
  except (TypeError, ValueError):
    return ""


def _dataclass_getstate(self):
  return [getattr(self, f.name) for f in fields(self)]


def _dataclass_setstate(self, state):
  for f, value in zip(fields(self), state):
    object.__setattr__(self, f.name, value)


def _slot_names(cls):
  slots = cls.__dict__.get("__slots__")
  if slots is None:
    return
  if isinstance(slots, str):
    yield slots
  elif hasattr(slots, "__next__"):
    # An iterator has given its items to the class already.
    raise TypeError(f"Slots of '{cls.__name__}' cannot be determined")
  else:
    yield from slots


def _add_slots(cls, is_frozen, weakref_slot, field_names):
  if "__slots__" in cls.__dict__:
    raise TypeError(f"{cls.__name__} already specifies __slots__")
  cls_dict = dict(cls.__dict__)
  inherited = {name for base in cls.__mro__[1:-1] for name in _slot_names(base)}
  own = [name for name in field_names if name not in inherited]
  if weakref_slot and "__weakref__" not in inherited:
    own.append("__weakref__")
  cls_dict["__slots__"] = tuple(own)
  for field_name in field_names:
    cls_dict.pop(field_name, None)
  cls_dict.pop("__dict__", None)
  cls_dict.pop("__weakref__", None)
  qualname = getattr(cls, "__qualname__", None)
  new_cls = type(cls)(cls.__name__, cls.__bases__, cls_dict)
  if qualname is not None:
    new_cls.__qualname__ = qualname
  if is_frozen:
    if "__getstate__" not in cls_dict:
      new_cls.__getstate__ = _dataclass_getstate
    if "__setstate__" not in cls_dict:
      new_cls.__setstate__ = _dataclass_setstate
  return new_cls


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True,
              kw_only=False, slots=False, weakref_slot=False):
  """Add __init__, __repr__, __eq__ and more to a class, made of its annotated fields."""

  def wrap(cls):
    return _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)

  return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
  """The fields of a dataclass or an instance of one."""
  try:
    fields = getattr(class_or_instance, _FIELDS)
  except AttributeError:
    raise TypeError("must be called with a dataclass type or instance") from None
  return tuple(f for f in fields.values() if f._field_type is _FIELD)


def _is_dataclass_instance(obj):
  return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
  """Whether the object is a dataclass or an instance of one."""
  cls = obj if isinstance(obj, type) and not isinstance(obj, GenericAlias) else type(obj)
  return hasattr(cls, _FIELDS)


def asdict(obj, *, dict_factory=dict):
  """The fields as a dict, nested dataclasses and containers included."""
  if not _is_dataclass_instance(obj):
    raise TypeError("asdict() should be called on dataclass instances")
  return _asdict_inner(obj, dict_factory)


_ATOMS = frozenset({type(None), bool, int, float, str, complex, bytes, type(...), type(NotImplemented), type(len), type, range, property})


def _asdict_inner(obj, dict_factory):
  cls = type(obj)
  if cls in _ATOMS:
    return obj
  if _is_dataclass_instance(obj):
    return dict_factory([(f.name, _asdict_inner(getattr(obj, f.name), dict_factory)) for f in fields(obj)])
  if isinstance(obj, tuple) and hasattr(obj, "_fields"):
    return cls(*[_asdict_inner(v, dict_factory) for v in obj])
  if isinstance(obj, (list, tuple)):
    return cls(_asdict_inner(v, dict_factory) for v in obj)
  if isinstance(obj, dict):
    pairs = ((_asdict_inner(k, dict_factory), _asdict_inner(v, dict_factory)) for k, v in obj.items())
    if hasattr(cls, "default_factory"):
      result = cls(getattr(obj, "default_factory"))
      for key, value in pairs:
        result[key] = value
      return result
    return cls(pairs)
  import copy
  return copy.deepcopy(obj)


def astuple(obj, *, tuple_factory=tuple):
  """The fields as a tuple, nested dataclasses and containers included."""
  if not _is_dataclass_instance(obj):
    raise TypeError("astuple() should be called on dataclass instances")
  return _astuple_inner(obj, tuple_factory)


def _astuple_inner(obj, tuple_factory):
  cls = type(obj)
  if cls in _ATOMS:
    return obj
  if _is_dataclass_instance(obj):
    return tuple_factory([_astuple_inner(getattr(obj, f.name), tuple_factory) for f in fields(obj)])
  if isinstance(obj, tuple) and hasattr(obj, "_fields"):
    return cls(*[_astuple_inner(v, tuple_factory) for v in obj])
  if isinstance(obj, (list, tuple)):
    return cls(_astuple_inner(v, tuple_factory) for v in obj)
  if isinstance(obj, dict):
    pairs = ((_astuple_inner(k, tuple_factory), _astuple_inner(v, tuple_factory)) for k, v in obj.items())
    if hasattr(cls, "default_factory"):
      result = cls(getattr(obj, "default_factory"))
      for key, value in pairs:
        result[key] = value
      return result
    return cls(pairs)
  import copy
  return copy.deepcopy(obj)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False, unsafe_hash=False,
                   frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
  """A new dataclass of names, (name, type) or (name, type, field) items."""
  from keyword import iskeyword
  from types import new_class
  if namespace is None:
    namespace = {}
  seen = set()
  annotations = {}
  defaults = {}
  for item in fields:
    if isinstance(item, str):
      name = item
      tp = "typing.Any"
    elif len(item) == 2:
      name, tp = item
    elif len(item) == 3:
      name, tp, spec = item
      defaults[name] = spec
    else:
      raise TypeError(f"Invalid field: {item!r}")
    if not isinstance(name, str) or not name.isidentifier():
      raise TypeError(f"Field names must be valid identifiers: {name!r}")
    if iskeyword(name):
      raise TypeError(f"Field names must not be keywords: {name!r}")
    if name in seen:
      raise TypeError(f"Field name duplicated: {name!r}")
    seen.add(name)
    annotations[name] = tp

  def exec_body(ns):
    ns.update(namespace)
    ns.update(defaults)
    ns["__annotations__"] = annotations

  cls = new_class(cls_name, bases, {}, exec_body)
  return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen, match_args=match_args,
                   kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)


def replace(obj, /, **changes):
  """A new object with some fields changed."""
  if not _is_dataclass_instance(obj):
    raise TypeError("replace() should be called on dataclass instances")
  for f in getattr(obj, _FIELDS).values():
    if f._field_type is _FIELD_CLASSVAR:
      continue
    if not f.init:
      if f.name in changes:
        raise ValueError(f"field {f.name} is declared with init=False, it cannot be specified with replace()")
      continue
    if f.name not in changes:
      if f._field_type is _FIELD_INITVAR and f.default is MISSING:
        raise ValueError(f"InitVar {f.name!r} must be specified with replace()")
      changes[f.name] = getattr(obj, f.name)
  return obj.__class__(**changes)
