"""Time zones of the IANA database, read from the system's files.

>>> from datetime import datetime
>>> from zoneinfo import ZoneInfo
>>> datetime(2024, 7, 1, 12, tzinfo=ZoneInfo("Europe/Berlin")).utcoffset()
datetime.timedelta(seconds=7200)
"""

import os as _os
import struct as _struct
from bisect import bisect_right as _bisect_right
from _datetime import _wall_seconds
from _types import _show_module
from datetime import datetime as _datetime, timedelta as _timedelta, tzinfo as _tzinfo

_native_wording = {"ZoneInfo": " nameless"} | dict.fromkeys(("ZoneInfo.utcoffset", "ZoneInfo.dst", "ZoneInfo.tzname", "ZoneInfo.fromutc"), "")  # Words argument errors as natives do.

__all__ = ["ZoneInfo", "reset_tzpath", "available_timezones", "TZPATH", "ZoneInfoNotFoundError", "InvalidTZPathWarning"]

_DEFAULT_PATH = ("/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo")
_NO_TIME = _timedelta(0)
_INFINITY = float("inf")
_NOTHING_FOUND = _INFINITY, _INFINITY, None


class ZoneInfoNotFoundError(KeyError):
  """A time zone that is not in the database, or no database."""

  __module__ = "zoneinfo._common"


class InvalidTZPathWarning(RuntimeWarning):
  """A relative path in PYTHONTZPATH."""

  __module__ = "zoneinfo._tzpath"


def _relative_paths_message(paths):
  relative = [path for path in paths if not _os.path.isabs(path)]
  return relative and "Paths should be absolute but found the following relative paths:\n    " + "\n    ".join(relative)


def _path_of_environment(stacklevel):
  env = _os.environ.get("PYTHONTZPATH")
  if env is None:
    return _DEFAULT_PATH
  paths = env.split(_os.pathsep) if env else []
  if message := _relative_paths_message(paths):
    import warnings
    warnings.warn("Invalid paths specified in PYTHONTZPATH environment variable. " + message, InvalidTZPathWarning, stacklevel=stacklevel)
  return tuple(path for path in paths if _os.path.isabs(path))


def reset_tzpath(to=None):
  """Set the folders to search; None: those of the environment or the system."""
  global TZPATH
  if to is None:
    TZPATH = _path_of_environment(4)
    return
  if isinstance(to, (str, bytes)):
    raise TypeError(f"tzpaths must be a list or tuple, not {type(to)}: {to!r}")
  if message := _relative_paths_message(to):
    raise ValueError(message)
  TZPATH = tuple(to)


TZPATH = _path_of_environment(3)


def _find_file(key):
  if _os.path.isabs(key):
    raise ValueError(f"ZoneInfo keys may not be absolute paths, got: {key}")
  normal = _os.path.normpath(key)
  if len(normal) != len(key):
    raise ValueError(f"ZoneInfo keys must be normalized relative paths, got: {key}")
  if normal == "." or normal.startswith(".."):
    raise ValueError(f"ZoneInfo keys must refer to subdirectories of TZPATH, got: {key}")
  for folder in TZPATH:
    path = _os.path.join(folder, key)
    if _os.path.isfile(path):
      return path
  return None


def _open_installed(key):
  """The file of package tzdata, which programs may install for systems without a database."""
  from importlib import resources
  *folders, name = key.split("/")
  try:
    return resources.files(".".join(["tzdata.zoneinfo", *folders])).joinpath(name).open("rb")
  except (ImportError, FileNotFoundError, UnicodeEncodeError):
    raise ZoneInfoNotFoundError(f"No time zone found with key {key}")


def _installed_zones():
  """The keys that package tzdata lists."""
  from importlib import resources
  try:
    text = resources.files("tzdata").joinpath("zones").read_text(encoding="utf-8")
  except (ImportError, FileNotFoundError):
    return ()
  return [line.strip() for line in text.splitlines()]


def available_timezones():
  """The keys of all time zones that are found."""
  zones = set(_installed_zones())
  for root in TZPATH:
    if not _os.path.isdir(root):
      continue
    for folder, folders, files in _os.walk(root):
      relative = _os.path.relpath(folder, root)
      if relative == ".":
        folders[:] = [name for name in folders if name not in ("posix", "right")]
        relative = ""
      for name in files:
        path = _os.path.join(folder, name)
        try:
          with open(path, "rb") as f:
            if f.read(4) == b"TZif":
              zones.add(_os.path.join(relative, name) if relative else name)
        except OSError:
          continue
  zones.discard("posixrules")
  return zones


class _Rule:
  """A kind of local time: offset, daylight saving part, abbreviation."""

  __slots__ = ("utcoff", "dst", "name")

  def __init__(self, utcoff, dst, name):
    self.utcoff = _timedelta(seconds=utcoff)
    self.dst = _timedelta(seconds=dst)
    self.name = name

  def same_as(self, other):
    return (self.utcoff, self.dst, self.name) == (other.utcoff, other.dst, other.name)


def _version_at(data, position):
  """The version that a header names."""
  if data[position:position + 4] != b"TZif":
    raise ValueError("Invalid TZif file: magic not found")
  version = data[position + 4:position + 5]
  return 1 if version == b"\0" else int(version)


def _read_block(data, position, time_size):
  """(parts of one block of a TZif file, position behind it)."""
  counts = _struct.unpack(">6l", data[position + 20:position + 44])
  isutcnt, isstdcnt, leapcnt, timecnt, typecnt, charcnt = counts
  position += 44
  times = _struct.unpack(f">{timecnt}{'q' if time_size == 8 else 'l'}", data[position:position + timecnt * time_size])
  position += timecnt * time_size
  indices = data[position:position + timecnt]
  position += timecnt
  types = [_struct.unpack(">lbb", data[position + 6 * i:position + 6 * i + 6]) for i in range(typecnt)]
  position += 6 * typecnt
  names = data[position:position + charcnt]
  position += charcnt + leapcnt * (time_size + 4) + isstdcnt + isutcnt
  return (times, indices, types, names), position


def _dst_parts(indices, types):
  """How much of each type's offset is daylight saving: the difference to the standard time before or after it."""
  dst = [0] * len(types)
  for order in (range(1, len(indices)), range(len(indices) - 2, -1, -1)):
    for i in order:
      current = indices[i]
      if not types[current][1] or dst[current]:
        continue
      neighbour = indices[i - 1] if order.step == 1 else indices[i + 1]
      if not types[neighbour][1]:
        dst[current] = types[current][0] - types[neighbour][0]
  for i, (_, isdst, _) in enumerate(types):
    if isdst and not dst[i]:
      dst[i] = 3600
  return dst


class ZoneInfo(_tzinfo):
  """A time zone; the same key gives the same object."""

  __slots__ = ("_key", "_cached", "_file_repr", "_utc_times", "_rules", "_before", "_wall", "_footer", "_only", "_found", "_found_utc", "__weakref__")

  _cache = {}

  def __init_subclass__(cls):
    cls._cache = {}

  @property
  def key(self):
    """What the zone is called in the database, or None."""
    return self._key

  def _refuse(self, key=None):
    raise AttributeError("readonly attribute")

  key = key.setter(_refuse).deleter(_refuse)

  def __new__(cls, key):
    instance = cls._cache.get(key)
    if instance is None:
      instance = cls._load(key)
      instance._cached = True
      instance = cls._cache.setdefault(key, instance)
    return instance

  @classmethod
  def _load(cls, key):
    if not isinstance(key, str):
      if isinstance(key, bytes):
        raise TypeError("Can't mix strings and bytes in path components")
      raise TypeError(f"expected str, bytes or os.PathLike object, not {type(key).__name__}")
    path = _find_file(key)
    with _open_installed(key) if path is None else open(path, "rb") as f:
      instance = cls._parse(f)
    instance._key = key
    return instance

  @classmethod
  def no_cache(cls, key):
    """A new object, which the cache does not keep."""
    instance = cls._load(key)
    instance._cached = False
    return instance

  @classmethod
  def from_file(cls, fobj, /, key=None):
    """A time zone from an open binary file."""
    instance = cls._parse(fobj)
    instance._key = key
    instance._cached = None
    instance._file_repr = repr(fobj)
    return instance

  @classmethod
  def clear_cache(cls, *, only_keys=None):
    """Forget cached objects."""
    if only_keys is None:
      cls._cache.clear()
    else:
      for key in only_keys:
        cls._cache.pop(key, None)

  @classmethod
  def _parse(cls, fobj):
    data = fobj.read()
    version = _version_at(data, 0)
    block, position = _read_block(data, 0, 4)
    footer = ""
    if version > 1:
      _version_at(data, position)
      block, position = _read_block(data, position, 8)
      end = data.find(b"\n", position + 1)
      footer = data[position + 1:end].decode()
    times, indices, types, names = block
    parts = _dst_parts(indices, types)
    rules = []
    for (utcoff, _, name_start), dst in zip(types, parts):
      name = names[name_start:names.index(b"\0", name_start)].decode()
      rules.append(_Rule(utcoff, dst, name))
    self = _tzinfo.__new__(cls)
    self._utc_times = list(times)
    self._rules = [rules[i] for i in indices]
    first = next((rules[i] for i, entry in enumerate(types) if not entry[1]), rules[0] if rules else None)
    self._before = first
    # Local times of each change, seen from before and from after it.
    self._wall = ([], [])
    previous = first
    for time, rule in zip(times, self._rules):
      offsets = int(previous.utcoff.total_seconds()), int(rule.utcoff.total_seconds())
      self._wall[0].append(time + max(offsets))
      self._wall[1].append(time + min(offsets))
      previous = rule
    self._footer = _parse_footer(footer) if footer else previous
    if self._footer is None:
      raise ValueError("No time zone information found.")
    # The rule of a zone that never changes anything.
    fixed = isinstance(self._footer, _Rule) and all(rule.same_as(self._footer) for rule in rules)
    self._only = self._footer if fixed else None
    # What was found last: (begin, end, rule) of local times by fold, and of UTC where it maps to one local time.
    self._found = [_NOTHING_FOUND, _NOTHING_FOUND]
    self._found_utc = _NOTHING_FOUND
    return self

  # -- look-up

  def _find(self, dt):
    """The rule for a local time."""
    try:
      seconds = _wall_seconds(dt)
    except TypeError:
      pass
    else:
      begin, end, rule = self._found[dt.fold]
      if begin <= seconds < end:
        return rule
      begin, end, rule = self._found[dt.fold] = self._search(dt, seconds)
      return rule
    return dt.toordinal(), dt.hour  # of which dates, times and what is neither lack one

  def _search(self, dt, seconds):
    wall = self._wall[dt.fold]
    if not wall or seconds >= wall[-1]:
      last = wall[-1] if wall else -_INFINITY
      if isinstance(self._footer, _YearRules):
        begin, end, rule = self._footer.at_local(dt, seconds)
        return max(begin, last), end, rule
      return last, _INFINITY, self._footer or self._before
    i = _bisect_right(wall, seconds)
    return (wall[i - 1], wall[i], self._rules[i - 1]) if i else (-_INFINITY, wall[0], self._before)

  def utcoffset(self, dt, /):
    """Difference to UTC."""
    if dt is None:
      return self._constant("utcoff")
    return self._find(dt).utcoff

  def dst(self, dt, /):
    """The part of the difference that is daylight saving."""
    if dt is None:
      return self._constant("dst")
    return self._find(dt).dst

  def tzname(self, dt, /):
    """The abbreviation."""
    if dt is None:
      return self._constant("name")
    return self._find(dt).name

  def _constant(self, field):
    return None if self._only is None else getattr(self._only, field)

  def fromutc(self, dt, /):
    """A UTC time (with this zone attached) as local time."""
    if not isinstance(dt, _datetime):
      raise TypeError("fromutc: argument must be a datetime")
    if dt.tzinfo is not self:
      raise ValueError("fromutc: dt.tzinfo is not self")
    seconds = _wall_seconds(dt)
    begin, end, rule = self._found_utc
    if begin <= seconds < end:
      return dt + rule.utcoff
    times = self._utc_times
    fold = 0
    begin, end = times[-1] if times else -_INFINITY, _INFINITY
    shift = _NO_TIME
    if times and seconds < times[-1] or not isinstance(self._footer, _YearRules):
      i = _bisect_right(times, seconds)
      rule = self._before if i == 0 else self._rules[i - 1]
      begin, end = times[i - 1] if i else -_INFINITY, times[i] if i < len(times) else _INFINITY
      if i >= 1:
        previous = self._before if i == 1 else self._rules[i - 2]
        shift = previous.utcoff - rule.utcoff
        if shift.total_seconds() > seconds - times[i - 1]:
          fold = 1
      if i == len(times) and times == [] and self._footer:
        rule = self._footer
    else:
      begin_in_year, end, rule, fold = self._footer.at_utc(dt.year, seconds)
      if times and self._rules:
        shift = (self._rules[-2] if len(self._rules) > 1 else self._before).utcoff - self._rules[-1].utcoff
        if shift.total_seconds() > seconds - times[-1]:
          fold = 1
      begin = max(begin, begin_in_year)
    if shift > _NO_TIME:
      begin += shift.total_seconds()
    if fold:
      return (dt + rule.utcoff).replace(fold=1)
    self._found_utc = begin, end, rule
    return dt + rule.utcoff

  def __repr__(self):
    name = "zoneinfo.ZoneInfo" if self.__class__ is ZoneInfo else self.__class__.__name__
    return f"{name}(key={self._key!r})" if self._key is not None else f"{name}.from_file({self._file_repr})"

  def __str__(self):
    return self._key if self._key is not None else repr(self)

  def __reduce__(self):
    if self._cached is None:
      import pickle
      raise pickle.PicklingError("Cannot pickle a ZoneInfo file from a file stream.")
    return self.__class__._unpickle, (self._key, int(self._cached))

  @classmethod
  def _unpickle(cls, key, from_cache, /):
    return cls(key) if from_cache else cls.no_cache(key)


_show_module(ZoneInfo)


class _YearRules:
  """Two changes in every year, from the last line of a file."""

  def __init__(self, std, dst, start, end):
    self.std, self.dst, self.start, self.end = std, dst, start, end

  def _changes(self, year):
    """Local seconds at which daylight saving begins (in standard time) and ends (in daylight saving time)."""
    return self.start.seconds(year), self.end.seconds(year)

  def at_local(self, dt, seconds):
    start, end = self._changes(dt.year)
    shift = int((self.dst.utcoff - self.std.utcoff).total_seconds())
    # A gap reads as the time before it without fold; the hour that comes twice is daylight saving without fold.
    if dt.fold == (shift >= 0):
      end -= shift
    else:
      start += shift
    inside = start <= seconds < end if start < end else not end <= seconds < start
    return *_part_of_year(dt.year, start, end, seconds), self.dst if inside else self.std

  def at_utc(self, year, seconds):
    start, end = self._changes(year)
    start -= int(self.std.utcoff.total_seconds())
    end -= int(self.dst.utcoff.total_seconds())
    inside = start <= seconds < end if start < end else not end <= seconds < start
    shift = int((self.dst.utcoff - self.std.utcoff).total_seconds())
    ambiguous_from = end if shift > 0 else start
    fold = int(ambiguous_from <= seconds < ambiguous_from + abs(shift))
    first, last = _part_of_year(year, start, end, seconds)
    if first == ambiguous_from:
      first += abs(shift)
    return first, last, (self.dst if inside else self.std), fold


def _part_of_year(year, start, end, seconds):
  """Begin and end of the part of the year that has the time, between two changes."""
  marks = [_wall_seconds(_datetime(year, 1, 1)), *sorted((start, end)),
           _wall_seconds(_datetime(year, 12, 31)) + 86400]
  return max([mark for mark in marks if mark <= seconds]), min([mark for mark in marks if mark > seconds])


class _Change:
  """When a rule of a year begins: Mm.w.d, Jn or n, with a time."""

  def __init__(self, kind, numbers, time):
    self.kind, self.numbers, self.time = kind, numbers, time

  def seconds(self, year):
    first = _datetime(year, 1, 1)
    if self.kind == "M":
      month, week, weekday = self.numbers
      day = _datetime(year, month, 1)
      days = (weekday - (day.weekday() + 1)) % 7 + 7 * (week - 1)
      date = day + _timedelta(days=days)
      while date.month != month:
        date -= _timedelta(days=7)
    else:
      n = self.numbers[0]
      if self.kind == "J":
        leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        n += leap and n >= 60
      date = first + _timedelta(days=n - 1)  # 0 is the last day of the year before, as CPython counts
    return _wall_seconds(date) + self.time


class _FooterReader:
  """Reads the parts of a TZ string; ValueError for what is none."""

  def __init__(self, text):
    self.text = text
    self.at = 0

  def next(self):
    """The next character; '' at the end."""
    return self.text[self.at:self.at + 1]

  def accept(self, characters):
    """The next character if it is one of these, else ''."""
    found = self.next()
    if found and found in characters:
      self.at += 1
      return found
    return ""

  def expect(self, character):
    if not self.accept(character):
      raise ValueError(self.text)

  def number(self, least, most, low=0, high=_INFINITY):
    """A number of so many digits within bounds."""
    start = self.at
    while self.at - start < most and "0" <= self.next() <= "9":
      self.at += 1
    if self.at - start < least:
      raise ValueError(self.text)
    number = int(self.text[start:self.at])
    if not low <= number <= high:
      raise ValueError(self.text)
    return number

  def name(self):
    quoted = self.accept("<")
    start = self.at
    while self.next().isalpha() or quoted and (self.next().isdigit() or self.next() in ("+", "-")):
      self.at += 1
    name = self.text[start:self.at]
    if not name:
      raise ValueError(self.text)
    if quoted:
      self.expect(">")
    return name

  def seconds(self, most_hours):
    """[+-]hours[:minutes[:seconds]]"""
    sign = -1 if self.accept("+-") == "-" else 1
    seconds = 3600 * self.number(1, 3, 0, most_hours)
    if self.accept(":"):
      seconds += 60 * self.number(2, 2)
      if self.accept(":"):
        seconds += self.number(2, 2)
    return sign * seconds

  def change(self):
    kind = self.accept("MJ")
    if kind == "M":
      numbers = [self.number(1, 2, 1, 12)]
      for low, high in ((1, 5), (0, 6)):
        self.expect(".")
        numbers.append(self.number(1, 1, low, high))
    else:
      numbers = [self.number(1, 3, 1 if kind else 0, 365)]
    return _Change(kind, numbers, self.seconds(167) if self.accept("/") else 7200)


def _parse_footer(text):
  """A _Rule or _YearRules from a TZ string such as CET-1CEST,M3.5.0,M10.5.0/3."""
  reader = _FooterReader(text)

  def part(mistake, read, *args):
    try:
      return read(*args)
    except ValueError:
      raise ValueError(f"{mistake} {text.encode()!r}") from None

  std_name = part("Invalid STD format in", reader.name)
  std_offset = -part("Invalid STD offset in", reader.seconds, 24)
  std = _Rule(std_offset, 0, std_name)
  if not reader.next():
    return std
  dst_name = part("Invalid DST format in", reader.name)
  dst_offset = std_offset + 3600
  if reader.next() != ",":
    dst_offset = -part("Invalid DST offset in", reader.seconds, 24)
  changes = []
  for _ in range(2):
    part("Missing transition rules in TZ string:", reader.expect, ",")
    changes.append(part("Malformed transition rule in TZ string:", reader.change))
  if reader.next():
    raise ValueError(f"Extraneous characters at end of TZ string: {text.encode()!r}")
  return _YearRules(std, _Rule(dst_offset, dst_offset - std_offset, dst_name), *changes)
