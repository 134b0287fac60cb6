"""verify() of module enum, and what it can check."""

from enum import Enum, Flag, StrEnum, _is_single_bit, _iter_bits_lsb

__name__ = "enum"


class EnumCheck(StrEnum):
  """What verify() can check."""

  CONTINUOUS = "no skipped integer values"
  NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
  UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
  """Class decorator that checks an enumeration."""

  def __init__(self, *checks):
    self.checks = checks

  def __call__(self, enumeration):
    cls_name = enumeration.__name__
    if not issubclass(enumeration, Enum):
      raise TypeError("the 'verify' decorator only works with Enum and Flag")
    is_flag = issubclass(enumeration, Flag)
    for check in self.checks:
      if check is UNIQUE:
        duplicates = [(name, m.name) for name, m in enumeration.__members__.items() if name != m.name]
        if duplicates:
          alias_details = ", ".join([f"{alias} -> {name}" for alias, name in duplicates])
          raise ValueError(f"aliases found in {enumeration!r}: {alias_details}")
      elif check is CONTINUOUS:
        values = {e.value for e in enumeration}
        if len(values) < 2:
          continue
        low, high = min(values), max(values)
        if is_flag:
          missing = [2 ** i for i in range(low.bit_length(), high.bit_length()) if 2 ** i not in values]
        else:
          missing = [i for i in range(low + 1, high) if i not in values]
        if missing:
          raise ValueError(f"invalid {'flag' if is_flag else 'enum'} {cls_name!r}: missing values {', '.join(map(str, missing))}")
      elif check is NAMED_FLAGS:
        member_values = [m.value for m in enumeration]
        missing_names = []
        missing_value = 0
        for name, alias in enumeration._member_map_.items():
          if name in enumeration._member_names_ or alias.value < 0:
            continue
          missed = [v for v in _iter_bits_lsb(alias.value) if v not in member_values]
          if missed:
            missing_names.append(name)
            for v in missed:
              missing_value |= v
        if missing_names:
          alias = (f"alias {missing_names[0]} is missing" if len(missing_names) == 1 else
                   f"aliases {', '.join(missing_names[:-1])} and {missing_names[-1]} are missing")
          value = f"value 0x{missing_value:x}" if _is_single_bit(missing_value) else f"combined values of 0x{missing_value:x}"
          raise ValueError(f"invalid Flag {cls_name!r}: {alias} {value} [use enum.show_flag_values(value) for details]")
    return enumeration
