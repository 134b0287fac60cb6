"""Flags of module enum: enumerations of bits."""

import enum as _enum
from enum import Enum, ReprEnum, StrEnum, _iter_bits_lsb, auto, bin

__name__ = "enum"


class FlagBoundary(StrEnum):
  """What happens to values with bits that no member has."""

  STRICT = auto()
  CONFORM = auto()
  EJECT = auto()
  KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


_enum._makes_flag = True


class Flag(Enum, boundary=STRICT):
  """Enumeration of bits that can be combined."""

  def __reduce_ex__(self, proto):
    cls = self.__class__
    return cls, (self._value_,)

  _numeric_repr_ = repr

  @staticmethod
  def _generate_next_value_(name, start, count, last_values):
    """The value of auto(): the next power of two."""
    if not last_values:
      return start if start is not None else 1
    last_value = max(last_values)
    try:
      high_bit = last_value.bit_length() - 1
    except Exception:
      raise TypeError(f"invalid flag value {last_value!r}") from None
    return 2 ** (high_bit + 1)

  @classmethod
  def _iter_member_by_value_(cls, value):
    """The single-bit members of a value, by value; None for a bit without a name."""
    for val in _iter_bits_lsb(value & cls._flag_mask_):
      yield cls._value2member_map_.get(val)

  _iter_member_ = _iter_member_by_value_

  @classmethod
  def _iter_member_by_def_(cls, value):
    """The single-bit members of a value, in the order of definition."""
    yield from sorted(cls._iter_member_by_value_(value), key=lambda m: m._sort_order_)

  @classmethod
  def _missing_(cls, value):
    """A member made of several bits, as the boundary allows."""
    if not isinstance(value, int):
      raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
    flag_mask = cls._flag_mask_
    singles_mask = cls._singles_mask_
    all_bits = cls._all_bits_
    neg_value = None
    if not ~all_bits <= value <= all_bits or value & (all_bits ^ flag_mask):
      if cls._boundary_ is STRICT:
        max_bits = max(value.bit_length(), flag_mask.bit_length())
        raise ValueError(f"{cls!r} invalid value {value!r}\n    given {bin(value, max_bits)}\n  allowed {bin(flag_mask, max_bits)}")
      if cls._boundary_ is CONFORM:
        value = value & flag_mask
      elif cls._boundary_ is EJECT:
        return value
      elif cls._boundary_ is KEEP:
        if value < 0:
          value = max(all_bits + 1, 2 ** (value.bit_length())) + value
      else:
        raise ValueError(f"{cls!r} unknown flag boundary {cls._boundary_!r}")
    if value < 0:
      neg_value = value
      value = all_bits + 1 + value
    unknown = value & ~flag_mask
    aliases = value & ~singles_mask
    member_value = value & singles_mask
    if unknown and cls._boundary_ is not KEEP:
      raise ValueError(f"{cls.__name__}({value!r}) -->  unknown values {unknown!r} [{bin(unknown)}]")
    if cls._member_type_ is object:
      pseudo_member = object.__new__(cls)
    else:
      pseudo_member = cls._member_type_.__new__(cls, value)
    if not hasattr(pseudo_member, "_value_"):
      pseudo_member._value_ = value
    if member_value or aliases:
      members = []
      combined_value = 0
      for m in cls._iter_member_(member_value):
        members.append(m)
        combined_value |= m._value_
      if aliases:
        value = member_value | aliases
        for n, pm in cls._member_map_.items():
          if pm not in members and pm._value_ and pm._value_ & value == pm._value_:
            members.append(pm)
            combined_value |= pm._value_
      unknown = value ^ combined_value
      pseudo_member._name_ = "|".join([m._name_ for m in members])
      if not combined_value:
        pseudo_member._name_ = None
      elif unknown and cls._boundary_ is STRICT:
        raise ValueError(f"{cls!r}: no members with value {unknown!r}")
      elif unknown:
        pseudo_member._name_ += f"|{cls._numeric_repr_(unknown)}"
    else:
      pseudo_member._name_ = None
    pseudo_member = cls._value2member_map_.setdefault(value, pseudo_member)
    if neg_value is not None:
      cls._value2member_map_[neg_value] = pseudo_member
    return pseudo_member

  def __contains__(self, other):
    """Whether all bits of the other flag are set."""
    if not isinstance(other, self.__class__):
      raise TypeError(f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and {self.__class__.__qualname__!r}")
    return other._value_ & self._value_ == other._value_

  def __iter__(self):
    yield from self._iter_member_(self._value_)

  def __len__(self):
    return self._value_.bit_count()

  def __repr__(self):
    cls_name = self.__class__.__name__
    v_repr = self.__class__._value_repr_ or repr
    if self._name_ is None:
      return f"<{cls_name}: {v_repr(self._value_)}>"
    return f"<{cls_name}.{self._name_}: {v_repr(self._value_)}>"

  def __str__(self):
    cls_name = self.__class__.__name__
    if self._name_ is None:
      return f"{cls_name}({self._value_!r})"
    return f"{cls_name}.{self._name_}"

  def __bool__(self):
    return bool(self._value_)

  def _get_value(self, flag):
    if isinstance(flag, self.__class__):
      return flag._value_
    if self._member_type_ is not object and isinstance(flag, self._member_type_):
      return flag
    return NotImplemented

  def __or__(self, other):
    other_value = self._get_value(other)
    if other_value is NotImplemented:
      return NotImplemented
    return self.__class__(self._value_ | other_value)

  def __and__(self, other):
    other_value = self._get_value(other)
    if other_value is NotImplemented:
      return NotImplemented
    return self.__class__(self._value_ & other_value)

  def __xor__(self, other):
    other_value = self._get_value(other)
    if other_value is NotImplemented:
      return NotImplemented
    return self.__class__(self._value_ ^ other_value)

  def __invert__(self):
    if self._inverted_ is None:
      if self._boundary_ in (EJECT, KEEP):
        self._inverted_ = self.__class__(~self._value_)
      else:
        self._inverted_ = self.__class__(self._singles_mask_ & ~self._value_)
    return self._inverted_

  __rand__ = __and__
  __ror__ = __or__
  __rxor__ = __xor__


_enum._makes_flag = False
_enum._Flag = Flag
_enum._EJECT = EJECT


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
  """Flags that are integers."""
