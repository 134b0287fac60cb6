"""The public classes of module pstats besides Stats: keys to sort by, and reports as data."""
from dataclasses import dataclass
from enum import StrEnum


class SortKey(StrEnum):
  """What Stats.sort_stats() sorts by."""

  __module__ = "pstats"

  CALLS = "calls", "ncalls"
  CUMULATIVE = "cumulative", "cumtime"
  FILENAME = "filename", "module"
  LINE = "line"
  NAME = "name"
  NFL = "nfl"
  PCALLS = "pcalls"
  STDNAME = "stdname"
  TIME = "time", "tottime"

  def __new__(cls, *names):
    member = str.__new__(cls, names[0])
    member._value_ = names[0]
    for alias in names[1:]:
      cls._value2member_map_[alias] = member
    member._all_values = names
    return member


@dataclass(unsafe_hash=True)
class FunctionProfile:
  """What a report's row tells of a function."""

  __module__ = "pstats"

  ncalls: str
  tottime: float
  percall_tottime: float
  cumtime: float
  percall_cumtime: float
  file_name: str
  line_number: int


@dataclass(unsafe_hash=True)
class StatsProfile:
  """The rows of a report by the functions' names."""

  __module__ = "pstats"

  total_tt: float
  func_profiles: dict[str, FunctionProfile]
