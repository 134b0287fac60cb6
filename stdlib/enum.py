"""Enumerations.

A class body is collected by _EnumDict, which tells members from everything else. EnumType.__new__ puts a _ProtoMember in the place of each
member; its __set_name__, called while the class is made, creates the member. One _PlainMembers creates all of them where that runs no code of
the program. Flags keep in _flag_mask_ the bits their members use; their classes are in _enum_flags, the checks of verify() in _enum_checks, which are
imported when somebody asks for one of their names.
"""
from _enum import make_members as _make_members
from _types import _caller_module

__all__ = ["EnumType", "EnumMeta", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "auto", "unique", "property", "verify",
           "member", "nonmember", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP", "global_flag_repr", "global_enum_repr",
           "global_str", "global_enum", "EnumCheck", "CONTINUOUS", "NAMED_FLAGS", "UNIQUE", "pickle_by_global_name", "pickle_by_enum_name"]

_builtin_property = property
_MappingProxy = type(type.__dict__)

# Looked at while this module makes its own classes.
Enum = ReprEnum = None
# Set by _enum_flags: before, no class is a flag.
_Flag = _EJECT = None
_makes_flag = False

_LATER = {name: module for module, names in {
  "_enum_flags": ("FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP", "Flag", "IntFlag"),
  "_enum_checks": ("EnumCheck", "CONTINUOUS", "NAMED_FLAGS", "UNIQUE", "verify"),
}.items() for name in names}


def __getattr__(name):
  if name not in _LATER:
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
  value = globals()[name] = getattr(__import__(_LATER[name]), name)
  return value


def __dir__():
  return sorted({*globals(), *_LATER})


class nonmember:
  """Keeps a value of the class body from becoming a member."""

  def __init__(self, value):
    self.value = value


class member:
  """Makes a value of the class body a member whatever it is."""

  def __init__(self, value):
    self.value = value


_PLAIN_TYPES = frozenset((int, str, float, bool, tuple, bytes, type(None)))
_INT_TYPES = frozenset((int,))
_WHOLE_TYPES = _PLAIN_TYPES - {tuple}


def _is_plain(value):
  return type(value) in _WHOLE_TYPES or type(value) is tuple and _WHOLE_TYPES.issuperset(map(type, value))


def _is_descriptor(obj):
  return type(obj) not in _PLAIN_TYPES and (hasattr(obj, "__get__") or hasattr(obj, "__set__") or hasattr(obj, "__delete__"))


def _is_dunder(name):
  return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" and name[-3] != "_"


def _is_sunder(name):
  return len(name) > 2 and name[0] == name[-1] == "_" and name[1:2] != "_" and name[-2:-1] != "_"


def _is_private(cls_name, name):
  pattern = f"_{cls_name}__"
  return len(name) > len(pattern) and name.startswith(pattern) and (name[-1] != "_" or name[-2] != "_")


def _is_single_bit(num):
  return num > 0 and num & (num - 1) == 0


def _is_internal_class(cls_name, obj):
  if not isinstance(obj, type):
    return False
  qualname = f"{cls_name}.{obj.__name__}"
  return obj.__qualname__ == qualname or obj.__qualname__.endswith("." + qualname)


def _make_class_unpicklable(obj):
  """Makes the class refuse to be pickled."""
  def _break_on_call_reduce(self, proto):
    raise TypeError(f"{self!r} cannot be pickled")

  if isinstance(obj, dict):
    obj["__reduce_ex__"] = _break_on_call_reduce
    obj["__module__"] = "<unknown>"
  else:
    obj.__reduce_ex__ = _break_on_call_reduce
    obj.__module__ = "<unknown>"


def _iter_bits_lsb(num):
  if isinstance(num, Enum):
    num = num.value
  if num < 0:
    raise ValueError(f"{num!r} is not a positive integer")
  while num:
    b = num & (~num + 1)
    yield b
    num ^= b


def show_flag_values(value):
  """The single bits of a value."""
  return list(_iter_bits_lsb(value))


def bin(num, max_bits=None):
  """Binary text with a sign bit in front."""
  ceiling = 2 ** num.bit_length()
  if num >= 0:
    s = f"{num + ceiling:#b}".replace("1", "0", 1)
  else:
    s = f"{~num ^ (ceiling - 1) + ceiling:#b}"
  sign = s[:3]
  digits = s[3:]
  if max_bits is not None and len(digits) < max_bits:
    digits = (sign[-1] * max_bits + digits)[-max_bits:]
  return f"{sign} {digits}"


class _auto_null:
  def __repr__(self):
    return "_auto_null"


_auto_null = _auto_null()


class auto:
  """Stands for a value that _generate_next_value_ makes."""

  def __init__(self, value=_auto_null):
    self.value = value

  def __repr__(self):
    return f"auto({self.value!r})"


class property:
  """An attribute of members; on the class the name means the member of that name."""

  member = None
  name = None
  clsname = None

  def __init__(self, fget=None, fset=None, fdel=None, doc=None):
    self.fget = fget
    self.fset = fset
    self.fdel = fdel
    self.__doc__ = doc or getattr(fget, "__doc__", None)

  def __get__(self, instance, ownerclass=None):
    if instance is None:
      try:
        return ownerclass._member_map_[self.name]
      except KeyError:
        raise AttributeError(f"{ownerclass!r} has no attribute {self.name!r}") from None
    if self.fget is not None:
      return self.fget(instance)
    try:
      return ownerclass._member_map_[self.name]
    except KeyError:
      raise AttributeError(f"{ownerclass!r} has no attribute {self.name!r}") from None

  def __set__(self, instance, value):
    if self.fset is None:
      raise AttributeError(f"<enum {self.clsname!r}> cannot set attribute {self.name!r}")
    self.fset(instance, value)

  def __delete__(self, instance):
    if self.fdel is None:
      raise AttributeError(f"<enum {self.clsname!r}> cannot delete attribute {self.name!r}")
    self.fdel(instance)

  def __set_name__(self, ownerclass, name):
    self.name = name
    self.clsname = ownerclass.__name__

  def getter(self, fget):
    return type(self)(fget, self.fset, self.fdel, self.__doc__)

  def setter(self, fset):
    return type(self)(self.fget, fset, self.fdel, self.__doc__)

  def deleter(self, fdel):
    return type(self)(self.fget, self.fset, fdel, self.__doc__)


class _MemberMaker:
  """Makes the members of one class. The tables are those of its namespace: an attribute of a class that changes all the time takes long to find."""

  inherited = None  # the namespaces of its bases, when there is a class
  calls_init = True
  mask = singles = 0

  def __init__(self, namespace, is_flag):
    self.member_type = namespace["_member_type_"]
    self.new_member = namespace["_new_member_"]
    self.use_args = namespace["_use_args_"]
    self.member_names = namespace["_member_names_"]
    self.member_map = namespace["_member_map_"]
    self.by_value = namespace["_value2member_map_"]
    self.unhashable_values = namespace["_unhashable_values_"]
    self.is_flag = is_flag

  def know_class(self, enum_class):
    self.inherited = [base.__dict__ for base in enum_class.__mro__[1:]]
    self.calls_init = Enum is None or enum_class.__init__ is not Enum.__init__

  def takes_plain(self, values):
    """Whether making members of these values runs no code of the program, __init__ and __setattr__ aside."""
    if self.member_type is int:
      return self.new_member == int.__new__ and _INT_TYPES.issuperset(map(type, values))
    return self.member_type is object and not self.use_args and _WHOLE_TYPES.issuperset(map(type, values))

  def make(self, enum_class, member_name, value):
    args = value if isinstance(value, tuple) else (value,)
    if self.member_type is tuple:
      args = (args,)
    if not self.use_args:
      enum_member = self.new_member(enum_class)
    else:
      enum_member = self.new_member(enum_class, *args)
    if not hasattr(enum_member, "_value_"):
      if self.member_type is object:
        enum_member._value_ = value
      else:
        try:
          enum_member._value_ = self.member_type(*args)
        except Exception as exc:
          new_exc = TypeError("_value_ not set in __new__, unable to create it")
          new_exc.__cause__ = exc
          raise new_exc
    value = enum_member._value_
    enum_member._name_ = member_name
    enum_member.__objclass__ = enum_class
    if self.calls_init:
      enum_member.__init__(*args)
    enum_member._sort_order_ = len(self.member_names)
    if self.is_flag:
      self.mask |= value
      if _is_single_bit(value):
        self.singles |= value

    # A second name of the same value is an alias.
    known = None
    try:
      known = self.by_value.get(value)
    except TypeError:
      for name, candidate in self.member_map.items():
        if candidate._value_ == value:
          known = candidate
          break
    if known is not None:
      enum_member = known
    elif not self.is_flag or _is_single_bit(value):
      self.member_names.append(member_name)

    redirect = None
    for namespace in self.inherited:
      if member_name not in namespace:
        continue
      descriptor = namespace[member_name]
      if isinstance(descriptor, property) or hasattr(descriptor, "fget"):
        redirect = property(descriptor.fget, getattr(descriptor, "fset", None), getattr(descriptor, "fdel", None))
        redirect.__set_name__(enum_class, member_name)
        break
    type.__setattr__(enum_class, member_name, enum_member if redirect is None else redirect)
    self.member_map[member_name] = enum_member
    try:
      self.by_value.setdefault(value, enum_member)
    except TypeError:
      self.unhashable_values.append(value)


class _ProtoMember:
  """Becomes the member of its name when the class is made."""

  __slots__ = "maker", "value"

  def __init__(self, maker, value):
    self.maker = maker
    self.value = value

  def __set_name__(self, enum_class, member_name):
    type.__delattr__(enum_class, member_name)
    maker = self.maker
    if maker.inherited is None:
      maker.know_class(enum_class)
    maker.make(enum_class, member_name, self.value)


class _PlainMembers:
  """Stands in the place of the first member, and becomes all of them."""

  __slots__ = "maker", "values"

  def __init__(self, maker, values):
    self.maker = maker
    self.values = values

  def __set_name__(self, enum_class, member_name):
    type.__delattr__(enum_class, member_name)
    maker = self.maker
    maker.know_class(enum_class)
    if maker.calls_init or enum_class.__setattr__ != object.__setattr__:
      for name, value in self.values.items():
        maker.make(enum_class, name, value)
      return
    _make_members(enum_class, maker.member_type, maker.is_flag, maker.member_names, maker.member_map, maker.by_value, self.values, maker.make)
    if maker.is_flag:
      for value in self.values.values():
        maker.mask |= value
        if _is_single_bit(value):
          maker.singles |= value


class _EnumDict(dict):
  """Namespace of an enum's class body: remembers the names of members in order."""

  def __init__(self):
    super().__init__()
    self._member_names = {}
    self._last_values = []
    self._ignore = []
    self._auto_called = False
    self._cls_name = None

  def __setitem__(self, key, value):
    if isinstance(value, type) and _is_internal_class(self._cls_name, value):
      import warnings
      warnings.warn("In 3.13 classes created inside an enum will not become a member.  Use the `member` decorator to keep the current behavior.",
                    DeprecationWarning, stacklevel=2)
    if key[:1] != "_":
      if _is_plain(value) and key not in self and not self._ignore:
        self._member_names[key] = None
        self._last_values.append(value)
      else:
        value = self._member_value(key, value)
    elif self._cls_name is not None and _is_private(self._cls_name, key):
      pass
    elif _is_sunder(key):
      if key not in ("_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_", "_iter_member_",
                     "_iter_member_by_value_", "_iter_member_by_def_"):
        raise ValueError(f"_sunder_ names, such as {key!r}, are reserved for future Enum use")
      if key == "_generate_next_value_":
        if self._auto_called:
          raise TypeError("_generate_next_value_ must be defined before members")
        setattr(self, "_generate_next_value", getattr(value, "__func__", value))
      elif key == "_ignore_":
        value = value.replace(",", " ").split() if isinstance(value, str) else list(value)
        self._ignore = value
        already = set(value) & set(self._member_names)
        if already:
          raise ValueError(f"_ignore_ cannot specify already set names: {already!r}")
    elif _is_dunder(key):
      if key == "__order__":
        key = "_order_"
    else:
      value = self._member_value(key, value)
    super().__setitem__(key, value)

  def _takes_plain(self, members):
    """Whether storing the members one by one would store just these values."""
    return (type(members) is dict and not self._ignore and _WHOLE_TYPES.issuperset(map(type, members.values()))
            and all([type(name) is str and name[:1] != "_" and name not in self for name in members]))

  def _add_plain(self, members):
    self._member_names.update(dict.fromkeys(members))
    self._last_values.extend(members.values())
    super().update(members)

  def _member_value(self, key, value):
    """What is stored for a name that may be a member's, which is noted then."""
    if key in self._member_names:
      raise TypeError(f"{key!r} already defined as {self[key]!r}")
    if key in self._ignore:
      return value
    if isinstance(value, nonmember):
      return value.value
    if _is_descriptor(value) and not isinstance(value, member):
      return value
    if isinstance(value, member):
      value = value.value
    if key in self:
      raise TypeError(f"{key!r} already defined as {self[key]!r}")
    if isinstance(value, auto):
      value = self._resolve_auto(key, value)
    elif type(value) is tuple and any(isinstance(v, auto) for v in value):
      value = tuple([self._resolve_auto(key, v) if isinstance(v, auto) else v for v in value])
    else:
      self._last_values.append(value)
    self._member_names[key] = None
    return value

  def _resolve_auto(self, key, value):
    if value.value is _auto_null:
      value.value = self._generate_next_value(key, 1, len(self._member_names), self._last_values[:])
      self._auto_called = True
    self._last_values.append(value.value)
    return value.value

  def update(self, members, **more_members):
    try:
      for name in members.keys():
        self[name] = members[name]
    except AttributeError:
      for name, value in members:
        self[name] = value
    for name, value in more_members.items():
      self[name] = value


class EnumType(type):
  """Metaclass of Enum."""

  @classmethod
  def __prepare__(metacls, cls, bases, **kwds):
    metacls._check_for_existing_members_(cls, bases)
    enum_dict = _EnumDict()
    enum_dict._cls_name = cls
    member_type, first_enum = metacls._get_mixins_(cls, bases)
    if first_enum is not None:
      enum_dict["_generate_next_value_"] = getattr(first_enum, "_generate_next_value_", None)
    return enum_dict

  def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
    if _simple:
      return super().__new__(metacls, cls, bases, classdict, **kwds)
    classdict.setdefault("_ignore_", []).append("_ignore_")
    for key in classdict["_ignore_"]:
      classdict.pop(key, None)
    member_names = classdict._member_names
    invalid_names = [name for name in ("mro", "") if name in member_names]
    if invalid_names:
      raise ValueError(f"invalid enum member name(s) {','.join(map(repr, invalid_names))}")
    _order_ = classdict.pop("_order_", None)
    _gnv = classdict.get("_generate_next_value_")
    if _gnv is not None and type(_gnv) is not staticmethod:
      dict.__setitem__(classdict, "_generate_next_value_", staticmethod(_gnv))

    member_type, first_enum = metacls._get_mixins_(cls, bases)
    __new__, save_new, use_args = metacls._find_new_(classdict, member_type, first_enum)
    namespace = {**classdict, "_new_member_": __new__, "_use_args_": use_args, "_member_names_": [], "_member_map_": {},
                 "_value2member_map_": {}, "_unhashable_values_": [], "_member_type_": member_type,
                 "_value_repr_": metacls._find_data_repr_(cls, bases)}
    is_flag = _makes_flag or _Flag is not None and any(isinstance(base, type) and issubclass(base, _Flag) for base in bases)
    if is_flag:
      namespace["_boundary_"] = boundary or getattr(first_enum, "_boundary_", None)
      namespace["_flag_mask_"] = 0
      namespace["_singles_mask_"] = 0
      namespace["_all_bits_"] = 0
      namespace["_inverted_"] = None
    maker = _MemberMaker(namespace, is_flag)
    values = {name: namespace[name] for name in member_names}
    if values and maker.takes_plain(values.values()):
      for name in values:
        del namespace[name]
      namespace[next(iter(values))] = _PlainMembers(maker, values)
    else:
      for name in values:
        namespace[name] = _ProtoMember(maker, namespace[name])

    cause = None
    try:
      enum_class = super().__new__(metacls, cls, bases, namespace, **kwds)
    except RuntimeError as e:
      if e.__cause__ is None:
        raise
      cause = e.__cause__
    if cause is not None:
      # Not above: there the error of the class would become its context.
      raise cause
    if maker.mask:
      enum_class._flag_mask_ = maker.mask
      enum_class._singles_mask_ = maker.singles
      enum_class._all_bits_ = 2 ** maker.mask.bit_length() - 1

    # What a data type defines for text must not shadow Enum's.
    if ReprEnum is not None and ReprEnum in bases:
      if member_type is object:
        raise TypeError("ReprEnum subclasses must be mixed with a data type (i.e. int, str, float, etc.)")
      if "__format__" not in namespace:
        namespace["__format__"] = enum_class.__format__ = member_type.__format__
      if "__str__" not in namespace:
        method = member_type.__str__
        if method is object.__str__:
          method = member_type.__repr__
        namespace["__str__"] = enum_class.__str__ = method
    if first_enum is not None:
      for name in ("__repr__", "__str__", "__format__", "__reduce_ex__"):
        if name not in namespace and getattr(enum_class, name) in (getattr(member_type, name), getattr(object, name)):
          type.__setattr__(enum_class, name, getattr(first_enum, name))
    if _Flag is not None and issubclass(enum_class, _Flag):
      for name in ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__"):
        if name not in namespace:
          enum_method = getattr(_Flag, name)
          type.__setattr__(enum_class, name, enum_method)
          namespace[name] = enum_method
    if Enum is not None and save_new:
      type.__setattr__(enum_class, "__new_member__", __new__)
    if Enum is not None:
      type.__setattr__(enum_class, "__new__", Enum.__new__)

    if _order_ is not None:
      if isinstance(_order_, str):
        _order_ = _order_.replace(",", " ").split()
    if _Flag is not None and issubclass(enum_class, _Flag):
      # Members in the order of definition, unless the values are not ascending.
      member_list = [m._value_ for m in enum_class]
      if member_list != sorted(member_list):
        enum_class._iter_member_ = enum_class._iter_member_by_def_
    if _order_:
      _order_ = [o for o in _order_ if o not in enum_class._member_map_ or o in enum_class._member_names_]
      if _order_ != enum_class._member_names_:
        raise TypeError(f"member order does not match _order_:\n  {enum_class._member_names_!r}\n  {_order_!r}")
    return enum_class

  def __bool__(cls):
    return True

  def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
    """The member with the value, or a new enum class when `names` are given."""
    if names is None:
      return cls.__new__(cls, value)
    return cls._create_(value, names, module=module, qualname=qualname, type=type, start=start, boundary=boundary)

  def __contains__(cls, member):
    if not isinstance(member, Enum):
      import warnings
      warnings.warn("in 3.12 __contains__ will no longer raise TypeError, but will return True or\nFalse depending on whether "
                    "the value is a member or the value of a member", DeprecationWarning, stacklevel=2)
      raise TypeError(f"unsupported operand type(s) for 'in': '{type(member).__qualname__}' and '{cls.__class__.__qualname__}'")
    return isinstance(member, cls) and member._name_ in cls._member_map_

  def __delattr__(cls, attr):
    if attr in cls._member_map_:
      raise AttributeError(f"{cls.__name__!r} cannot delete member {attr!r}.")
    super().__delattr__(attr)

  def __dir__(cls):
    interesting = {"__class__", "__contains__", "__doc__", "__getitem__", "__iter__", "__len__", "__members__", "__module__",
                   "__name__", "__qualname__", *cls._member_names_}
    if cls._new_member_ is not object.__new__:
      interesting.add("__new__")
    if cls.__init_subclass__ is not object.__init_subclass__:
      interesting.add("__init_subclass__")
    if cls._member_type_ is object:
      return sorted(interesting)
    return sorted(set(dir(cls._member_type_)) | interesting)

  def __getattr__(cls, name):
    if _is_dunder(name):
      raise AttributeError(name)
    try:
      return cls._member_map_[name]
    except KeyError:
      raise AttributeError(name) from None

  def __getitem__(cls, name):
    return cls._member_map_[name]

  def __iter__(cls):
    return (cls._member_map_[name] for name in cls._member_names_)

  def __len__(cls):
    return len(cls._member_names_)

  @_builtin_property
  def __members__(cls):
    """Read-only mapping of all names, aliases included, to members."""
    return _MappingProxy(cls._member_map_)

  def __repr__(cls):
    if _Flag is not None and issubclass(cls, _Flag):
      return f"<flag {cls.__name__!r}>"
    return f"<enum {cls.__name__!r}>"

  def __reversed__(cls):
    return (cls._member_map_[name] for name in reversed(cls._member_names_))

  def __setattr__(cls, name, value):
    member_map = cls.__dict__.get("_member_map_", {})
    if name in member_map:
      raise AttributeError(f"cannot reassign member {name!r}")
    super().__setattr__(name, value)

  def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
    """Functional API: a new class of the names."""
    metacls = cls.__class__
    bases = (cls,) if type is None else (type, cls)
    _, first_enum = cls._get_mixins_(class_name, bases)
    classdict = metacls.__prepare__(class_name, bases)
    if isinstance(names, str):
      names = names.replace(",", " ").split()
    if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
      original_names, names = names, []
      last_values = []
      for count, name in enumerate(original_names):
        value = first_enum._generate_next_value_(name, start, count, last_values[:])
        last_values.append(value)
        names.append((name, value))
    if names is None:
      names = ()
    elif classdict._takes_plain(names):
      classdict._add_plain(names)
      names = ()
    for item in names:
      if isinstance(item, str):
        member_name, member_value = item, names[item]
      else:
        member_name, member_value = item
      classdict[member_name] = member_value
    if module is None:
      module = _caller_module(2) or "__main__"
    classdict["__module__"] = module
    if qualname is not None:
      classdict["__qualname__"] = qualname
    return metacls.__new__(metacls, class_name, bases, classdict, boundary=boundary)

  def _convert_(cls, name, module, filter, source=None, *, boundary=None, as_global=False):
    """A new class of the constants of a module that the filter accepts, which replaces them there."""
    import sys
    module_globals = sys.modules[module].__dict__
    members = [item for item in (vars(source) if source else module_globals).items() if filter(item[0])]
    try:
      members.sort(key=lambda item: (item[1], item[0]))
    except TypeError:
      members.sort(key=lambda item: item[0])
    body = type(name, (), {**dict(members), "__module__": module})
    if boundary is None:
      from _enum_flags import KEEP as boundary
    cls = _simple_enum(etype=cls, boundary=boundary)(body)
    if as_global:
      global_enum(cls)
    else:
      module_globals.update(cls.__members__)
    module_globals[name] = cls
    return cls

  @classmethod
  def _check_for_existing_members_(mcls, class_name, bases):
    for chain in bases:
      for base in chain.__mro__:
        if isinstance(base, EnumType) and base._member_names_:
          raise TypeError(f"<enum {class_name!r}> cannot extend {base!r}")

  @classmethod
  def _get_mixins_(mcls, class_name, bases):
    """(data type, first enum base)"""
    if not bases:
      return object, Enum
    first_enum = bases[-1]
    if not isinstance(first_enum, EnumType):
      raise TypeError("new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`")
    member_type = mcls._find_data_type_(class_name, bases) or object
    return member_type, first_enum

  @classmethod
  def _find_data_repr_(mcls, class_name, bases):
    for chain in bases:
      for base in chain.__mro__:
        if base is object:
          continue
        if isinstance(base, EnumType):
          return base._value_repr_
        if "__repr__" in base.__dict__:
          return base.__dict__["__repr__"]
    return None

  @classmethod
  def _find_data_type_(mcls, class_name, bases):
    data_types = {}
    for chain in bases:
      candidate = None
      for base in chain.__mro__:
        if base is object:
          continue
        if isinstance(base, EnumType):
          if base._member_type_ is not object:
            data_types[base._member_type_] = None
            break
        elif "__new__" in base.__dict__ or "__dataclass_fields__" in base.__dict__:
          data_types[candidate or base] = None
          break
        else:
          candidate = candidate or base
    if len(data_types) > 1:
      raise TypeError(f"too many data types for {class_name!r}: {set(data_types)!r}")
    return next(iter(data_types), None)

  @classmethod
  def _find_new_(mcls, classdict, member_type, first_enum):
    __new__ = classdict.get("__new__", None)
    save_new = first_enum is not None and __new__ is not None
    if __new__ is None:
      for method in ("__new_member__", "__new__"):
        for possible in (member_type, first_enum):
          target = getattr(possible, method, None)
          if target not in (None, None.__new__, object.__new__, Enum.__new__ if Enum is not None else None):
            __new__ = target
            break
        if __new__ is not None:
          break
      else:
        __new__ = object.__new__
    use_args = not (first_enum is None or __new__ in (Enum.__new__ if Enum is not None else None, object.__new__))
    return __new__, save_new, use_args


EnumMeta = EnumType


class Enum(metaclass=EnumType):
  """Base of enumerations."""

  def __new__(cls, value):
    if type(value) is cls:
      return value
    try:
      return cls._value2member_map_[value]
    except KeyError:
      pass
    except TypeError:
      for candidate in cls._member_map_.values():
        if candidate._value_ == value:
          return candidate
    if not cls._member_map_:
      raise TypeError(f"{cls!r} has no members defined")
    exc = None
    try:
      result = cls._missing_(value)
    except Exception as e:
      exc = e
      result = None
    try:
      if isinstance(result, cls):
        return result
      if _Flag is not None and issubclass(cls, _Flag) and cls._boundary_ is _EJECT and isinstance(result, int):
        return result
      ve_exc = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
      if result is None and exc is None:
        raise ve_exc
      if exc is None:
        exc = TypeError(f"error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid member")
      if not isinstance(exc, ValueError):
        exc.__context__ = ve_exc
      raise exc
    finally:
      exc = None
      ve_exc = None

  def __init__(self, *args, **kwds):
    pass

  @staticmethod
  def _generate_next_value_(name, start, count, last_values):
    """The value of auto(): one more than the greatest so far."""
    if not last_values:
      return start
    ordered = last_values
    try:
      ordered = sorted(last_values)
      if last_values[-1] == ordered[-1]:
        return ordered[-1] + 1
    except TypeError:
      pass
    import warnings
    warnings.warn("In 3.13 the default `auto()`/`_generate_next_value_` will require all values to be sortable and support adding +1\n"
                  "and the value returned will be the largest value in the enum incremented by 1", DeprecationWarning, stacklevel=5)
    for v in reversed(ordered):
      try:
        return v + 1
      except TypeError:
        pass
    return start

  @classmethod
  def _missing_(cls, value):
    return None

  def __repr__(self):
    v_repr = self.__class__._value_repr_ or repr
    return f"<{self.__class__.__name__}.{self._name_}: {v_repr(self._value_)}>"

  def __str__(self):
    return f"{self.__class__.__name__}.{self._name_}"

  def __dir__(self):
    interesting = set()
    if self.__class__._member_type_ is not object:
      interesting = set(object.__dir__(self))
    for name in getattr(self, "__dict__", []):
      if name[0] != "_" and name not in self._member_map_:
        interesting.add(name)
    for cls in self.__class__.mro():
      for name, obj in cls.__dict__.items():
        if name[0] == "_":
          continue
        if isinstance(obj, property):
          if obj.fget is not None or name not in self._member_map_:
            interesting.add(name)
          else:
            interesting.discard(name)
        elif name not in self._member_map_:
          interesting.add(name)
    return sorted({"__class__", "__doc__", "__eq__", "__hash__", "__module__"} | interesting)

  def __format__(self, format_spec):
    return str.__format__(str(self), format_spec)

  def __hash__(self):
    return hash(self._name_)

  def __reduce_ex__(self, proto):
    return self.__class__, (self._value_,)

  def __deepcopy__(self, memo):
    return self

  def __copy__(self):
    return self

  @property
  def name(self):
    """The member's name."""
    return self._name_

  @property
  def value(self):
    """The member's value."""
    return self._value_


class ReprEnum(Enum):
  """Only repr() is Enum's; str() and format() are those of the data type."""


class IntEnum(int, ReprEnum):
  """Enumeration whose members are integers."""


class StrEnum(str, ReprEnum):
  """Enumeration whose members are texts."""

  def __new__(cls, *values):
    if len(values) > 3:
      raise TypeError(f"too many arguments for str(): {values!r}")
    if len(values) == 1:
      if not isinstance(values[0], str):
        raise TypeError(f"{values[0]!r} is not a string")
    if len(values) >= 2:
      if not isinstance(values[1], str):
        raise TypeError(f"encoding must be a string, not {values[1]!r}")
    if len(values) == 3:
      if not isinstance(values[2], str):
        raise TypeError("errors must be a string, not %r" % (values[2]))
    value = str(*values)
    member = str.__new__(cls, value)
    member._value_ = value
    return member

  @staticmethod
  def _generate_next_value_(name, start, count, last_values):
    """The value of auto(): the name in lower case."""
    return name.lower()


def pickle_by_global_name(self, proto):
  """As __reduce_ex__: the member is a constant of its module."""
  return self.name


_reduce_ex_by_global_name = pickle_by_global_name


def pickle_by_enum_name(self, proto):
  """As __reduce_ex__: the member is found by its name."""
  return getattr, (self.__class__, self._name_)


def unique(enumeration):
  """Class decorator: two names of one value are an error."""
  duplicates = [(name, m.name) for name, m in enumeration.__members__.items() if name != m.name]
  if duplicates:
    alias_details = ", ".join([f"{alias} -> {name}" for alias, name in duplicates])
    raise ValueError(f"duplicate values found in {enumeration!r}: {alias_details}")
  return enumeration


def global_enum_repr(self):
  """module.NAME"""
  return f"{self.__class__.__module__.split('.')[-1]}.{self._name_}"


def global_flag_repr(self):
  """module.NAME|module.OTHER"""
  module = self.__class__.__module__.split(".")[-1]
  if self._name_ is None:
    return f"{module}.{self.__class__.__name__}({self._value_})"
  if _is_single_bit(self._value_):
    return f"{module}.{self._name_}"
  return "|".join(n if n[0] in "0123456789" else f"{module}.{n}" for n in self._name_.split("|"))


def global_str(self):
  """NAME"""
  if self._name_ is None:
    return f"{self.__class__.__name__}({self._value_!r})"
  return self._name_


def global_enum(cls, update_str=False):
  """Class decorator that puts the members into the module as well."""
  import sys
  cls.__repr__ = global_flag_repr if _Flag is not None and issubclass(cls, _Flag) else global_enum_repr
  if not issubclass(cls, ReprEnum) or update_str:
    cls.__str__ = global_str
  sys.modules[cls.__module__].__dict__.update(cls.__members__)
  return cls


def _simple_enum(etype=Enum, *, boundary=None, use_args=None):
  """Class decorator that makes an enumeration of a plain class."""

  def convert_class(cls):
    metacls = type(etype)
    bases = (etype,)
    body = metacls.__prepare__(cls.__name__, bases)
    for name, obj in cls.__dict__.items():
      if name not in ("__dict__", "__weakref__"):
        body[name] = obj
    return metacls.__new__(metacls, cls.__name__, bases, body, boundary=boundary)

  return convert_class
