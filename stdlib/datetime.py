"""Dates and times: date, time, datetime, timedelta, timezone.

The types are native (_datetime); here are the methods that are rarely used, put into them by _complete().
"""

import time as _time
from _datetime import UTC, _complete, _expand_format, date, datetime, time, timedelta, timezone, tzinfo

__all__ = ("date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC")

MINYEAR = 1
MAXYEAR = 9999
_MONTHNAMES = (None, "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYNAMES = (None, "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def _is_leap(year):
  return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _isoweek1monday(year):
  firstday = date(year, 1, 1).toordinal() if year <= MAXYEAR else date.max.toordinal() + 1
  firstweekday = (firstday + 6) % 7
  week1monday = firstday - firstweekday
  return week1monday + 7 if firstweekday > 3 else week1monday


def _struct_time(y, m, d, hh, mm, ss, dst):
  day = date(y, m, d)
  return _time.struct_time((y, m, d, hh, mm, ss, day.weekday(), day.toordinal() - date(y, 1, 1).toordinal() + 1, dst))


def _install(cls, methods, **constants):
  """Gives the class the functions of another one."""
  added = {name: value for name, value in vars(methods).items() if not name.startswith("__") or name in ("__format__", "__reduce__")}
  for name, value in added.items():
    getattr(value, "__func__", value).__qualname__ = f"{cls.__name__}.{name}"
  _complete(cls, added | constants)


def _format(self, fmt, /):
  """Formats self with strftime."""
  if not isinstance(fmt, str):
    raise TypeError(f"must be str, not {type(fmt).__name__}")
  return self.strftime(fmt) if fmt else str(self)


# -- timedelta

_complete(timedelta, {"min": timedelta(-999999999),
                      "max": timedelta(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999),
                      "resolution": timedelta(microseconds=1)})


# -- date


class _Date:
  @classmethod
  def fromtimestamp(cls, timestamp, /):
    """Create a date from a POSIX timestamp, in local time."""
    if timestamp is None:
      raise TypeError("'NoneType' object cannot be interpreted as an integer")
    return cls(*_time.localtime(timestamp)[:3])

  @classmethod
  def today(cls):
    """Current date or datetime:  same as self.__class__.fromtimestamp(time.time())."""
    return cls.fromtimestamp(_time.time())

  @classmethod
  def fromisoformat(cls, date_string, /):
    """Construct a date from a string in ISO 8601 format."""
    if not isinstance(date_string, str):
      raise TypeError("fromisoformat: argument must be str")
    try:
      return cls(*_parse_isoformat_date(date_string))
    except (ValueError, IndexError) as e:
      if isinstance(e, ValueError) and str(e) not in _PARSE_ERRORS and not str(e).startswith("invalid literal"):
        raise
      raise ValueError(f"Invalid isoformat string: {date_string!r}") from None

  @classmethod
  def fromisocalendar(cls, year, week, day):
    """The date of an ISO year, week and weekday."""
    if not MINYEAR <= year <= MAXYEAR:
      raise ValueError(f"Year is out of range: {year}")
    if not 0 < week < 53:
      first = date(year, 1, 1).isoweekday() % 7
      if not (week == 53 and (first == 4 or first == 3 and _is_leap(year))):
        raise ValueError(f"Invalid week: {week}")
    if not 0 < day < 8:
      raise ValueError(f"Invalid weekday: {day} (range is [1, 7])")
    ordinal = _isoweek1monday(year) + (week - 1) * 7 + day - 1
    if not 0 < ordinal <= date.max.toordinal():
      raise ValueError(f"year {year + 1 if ordinal > 0 else 0} is out of range")
    found = date.fromordinal(ordinal)
    return cls(found.year, found.month, found.day)

  def ctime(self):
    """Return ctime() style string."""
    return f"{_DAYNAMES[self.isoweekday()]} {_MONTHNAMES[self.month]} {self.day:2d} 00:00:00 {self.year:04d}"

  def strftime(self, format):
    """format -> strftime() style string."""
    return _time.strftime(_expand_format(self, format), self.timetuple())

  __format__ = _format

  def timetuple(self):
    """Return time tuple, compatible with time.localtime()."""
    return _struct_time(self.year, self.month, self.day, 0, 0, 0, -1)

  def isocalendar(self):
    """Return a named tuple containing ISO year, week number, and weekday."""
    year = self.year
    today = date(year, self.month, self.day).toordinal()
    week, day = divmod(today - _isoweek1monday(year), 7)
    if week < 0:
      year -= 1
      week, day = divmod(today - _isoweek1monday(year), 7)
    elif week >= 52 and today >= _isoweek1monday(year + 1):
      year += 1
      week = 0
    return _iso_calendar_date()(year, week + 1, day + 1)


_iso_type = None


def _iso_calendar_date():
  global _iso_type
  if _iso_type is None:
    from collections import namedtuple

    class IsoCalendarDate(namedtuple("IsoCalendarDate", "year week weekday")):
      __slots__ = ()

      def __repr__(self):
        return f"datetime.IsoCalendarDate(year={self.year}, week={self.week}, weekday={self.weekday})"

    _iso_type = IsoCalendarDate
  return _iso_type


_install(date, _Date, min=date(1, 1, 1), max=date(9999, 12, 31), resolution=timedelta(days=1))


# -- time zones


class _TimeZone:
  def tzname(self, dt, /):
    """datetime -> string name of time zone."""
    raise NotImplementedError("a tzinfo subclass must implement tzname()")

  def utcoffset(self, dt, /):
    """datetime -> timedelta showing offset from UTC, negative values indicating West of UTC"""
    raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

  def dst(self, dt, /):
    """datetime -> DST offset as timedelta positive east of UTC."""
    raise NotImplementedError("a tzinfo subclass must implement dst()")

  def fromutc(self, dt):
    """The local time of a UTC time."""
    if not isinstance(dt, datetime):
      raise TypeError("fromutc() requires a datetime argument")
    if dt.tzinfo is not self:
      raise ValueError("dt.tzinfo is not self")
    dtoff = dt.utcoffset()
    if dtoff is None:
      raise ValueError("fromutc() requires a non-None utcoffset() result")
    dtdst = dt.dst()
    if dtdst is None:
      raise ValueError("fromutc() requires a non-None dst() result")
    delta = dtoff - dtdst
    if delta:
      dt += delta
      dtdst = dt.dst()
      if dtdst is None:
        raise ValueError("fromutc(): dt.dst gave inconsistent results; cannot convert")
    return dt + dtdst

  def __reduce__(self):
    """-> (cls, state)"""
    arguments = getattr(self, "__getinitargs__", tuple)()
    return self.__class__, arguments, self.__getstate__()


_install(tzinfo, _TimeZone)
_complete(timezone, {"utc": UTC, "min": timezone(-timedelta(hours=23, minutes=59)), "max": timezone(timedelta(hours=23, minutes=59))})


# -- time


class _Time:
  @classmethod
  def fromisoformat(cls, time_string, /):
    """Construct a time from a string in ISO 8601 format."""
    if not isinstance(time_string, str):
      raise TypeError("fromisoformat: argument must be str")
    try:
      return cls(*_parse_isoformat_time(time_string.removeprefix("T")))
    except (ValueError, IndexError):
      raise ValueError(f"Invalid isoformat string: {time_string!r}") from None

  def strftime(self, format):
    """format -> strftime() style string."""
    fields = _time.struct_time((1900, 1, 1, self.hour, self.minute, self.second, 0, 1, -1))
    return _time.strftime(_expand_format(self, format), fields)

  __format__ = _format


_install(time, _Time, min=time(0, 0), max=time(23, 59, 59, 999999), resolution=timedelta(microseconds=1))

# -- ISO 8601

_PARSE_ERRORS = {"bad"}


def _digits(text):
  if not text.isdigit() or not text.isascii():
    raise ValueError("bad")
  return int(text)


def _parse_isoformat_date(text):
  if len(text) not in (7, 8, 10):
    raise ValueError("bad")
  year = _digits(text[:4])
  has_sep = text[4] == "-"
  pos = 4 + has_sep
  if text[pos:pos + 1] == "W":
    pos += 1
    week = _digits(text[pos:pos + 2])
    pos += 2
    day = 1
    if len(text) > pos:
      if (text[pos] == "-") != has_sep:
        raise ValueError("bad")
      pos += has_sep
      day = _digits(text[pos:])
      if len(text) - pos != 1:
        raise ValueError("bad")
    d = date.fromisocalendar(year, week, day)
    return d.year, d.month, d.day
  month = _digits(text[pos:pos + 2])
  pos += 2
  if (text[pos:pos + 1] == "-") != has_sep:
    raise ValueError("bad")
  pos += has_sep
  if len(text) - pos != 2:
    raise ValueError("bad")
  return year, month, _digits(text[pos:])


def _parse_hms(text):
  parts = [0, 0, 0, 0]
  pos = 0
  has_sep = text[2:3] == ":"
  for i in range(3):
    parts[i] = _digits(text[pos:pos + 2])
    if len(text[pos:pos + 2]) != 2:
      raise ValueError("bad")
    pos += 2
    if pos >= len(text):
      return parts
    if text[pos] in ".,":
      if i != 2:
        raise ValueError("bad")
      break
    if i == 2:
      raise ValueError("bad")
    if has_sep:
      if text[pos] != ":":
        raise ValueError("bad")
      pos += 1
  fraction = text[pos + 1:]
  _digits(fraction)
  parts[3] = int(fraction[:6].ljust(6, "0"))
  return parts


def _parse_isoformat_time(text):
  if len(text) < 2:
    raise ValueError("bad")
  at = max(text.find("-"), text.find("+"), text.find("Z"))
  clock = text[:at] if at >= 0 else text
  parts = _parse_hms(clock)
  tz = None
  if at >= 0:
    if text[at] == "Z":
      if len(text) != at + 1:
        raise ValueError("bad")
      tz = timezone.utc
    else:
      offset = text[at + 1:]
      if len(offset) in (0, 1, 3):
        raise ValueError("bad")
      h, m, s, us = _parse_hms(offset)
      if h == m == s == us == 0:
        tz = timezone.utc
      else:
        sign = -1 if text[at] == "-" else 1
        tz = timezone(sign * timedelta(hours=h, minutes=m, seconds=s, microseconds=us))
  return (*parts, tz)


# -- datetime


class _DateTime:
  @classmethod
  def _from_other_form(cls, date_string):
    """What fromisoformat() makes of the less usual forms."""
    try:
      split = 10
      if date_string[4:5] == "-":
        if date_string[5:6] == "W":
          split = 10 if date_string[8:9] == "-" else 8
      elif date_string[4:5] == "W":
        split = 8 if len(date_string) > 7 and date_string[7].isdigit() else 7
      else:
        split = 8
      parts = _parse_isoformat_date(date_string[:split])
      rest = date_string[split + 1:]
      if len(date_string) == split:
        return cls(*parts)
      return cls(*parts, *_parse_isoformat_time(rest))
    except (ValueError, IndexError) as e:
      if isinstance(e, ValueError) and str(e) not in _PARSE_ERRORS and not str(e).startswith("invalid literal"):
        raise
      raise ValueError(f"Invalid isoformat string: {date_string!r}") from None

  @classmethod
  def strptime(cls, date_string, format, /):
    """string, format -> new datetime parsed from a string (like time.strptime())."""
    return _strptime(cls, date_string, format)

  def timetuple(self):
    """Return time tuple, compatible with time.localtime()."""
    dst = self.dst()
    return _struct_time(self.year, self.month, self.day, self.hour, self.minute, self.second, -1 if dst is None else 1 if dst else 0)

  def utctimetuple(self):
    """Return UTC time tuple, compatible with time.localtime()."""
    offset = self.utcoffset()
    when = self - offset if offset else self
    return _struct_time(when.year, when.month, when.day, when.hour, when.minute, when.second, 0)

  def ctime(self):
    """Return ctime() style string."""
    return (f"{_DAYNAMES[self.isoweekday()]} {_MONTHNAMES[self.month]} {self.day:2d} {self.hour:02d}:{self.minute:02d}:{self.second:02d} "
            f"{self.year:04d}")

  def astimezone(self, tz=None):
    """tz -> convert to local time in new timezone tz"""
    if tz is not None and not isinstance(tz, tzinfo):
      raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(tz).__name__}'")
    offset = self.utcoffset()
    if offset is None:
      offset = timedelta(seconds=self._local_zone_fields()[0])
    elif tz is self.tzinfo:
      return self
    utc = (self - offset).replace(tzinfo=UTC)
    if tz is None:
      local = _time.localtime((utc - _EPOCH) // timedelta(seconds=1))
      tz = timezone(timedelta(seconds=local.tm_gmtoff), local.tm_zone)
    return tz.fromutc(utc.replace(tzinfo=tz))


_install(datetime, _DateTime, min=datetime(1, 1, 1), max=datetime(9999, 12, 31, 23, 59, 59, 999999), resolution=timedelta(microseconds=1))


# -- strptime

_FULL_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_FULL_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WIDTHS = {"Y": (4, 4), "m": (1, 2), "d": (1, 2), "H": (1, 2), "I": (1, 2), "M": (1, 2), "S": (1, 2), "j": (1, 3), "y": (2, 2), "f": (1, 6)}
_LIMITS = {"m": (1, 12), "d": (1, 31), "H": (0, 23), "I": (1, 12), "M": (0, 59), "S": (0, 61), "j": (1, 366)}
_COMPOSED = {"D": "%m/%d/%y", "T": "%H:%M:%S", "R": "%H:%M", "F": "%Y-%m-%d", "c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y",
             "X": "%H:%M:%S"}


def _strptime(cls, text, format):
  if not isinstance(text, str):
    raise TypeError(f"strptime() argument 1 must be str, not {type(text).__name__}")
  if not isinstance(format, str):
    raise TypeError(f"strptime() argument 2 must be str, not {type(format).__name__}")
  full_format = format
  for c, replacement in _COMPOSED.items():
    if c in "cxX":
      format = format.replace("%" + c, replacement)
  found = {}
  pos = 0

  def mismatch():
    raise ValueError(f"time data {text!r} does not match format {full_format!r}")

  def name_of(names, lengths):
    lowered = text[pos:].lower()
    for i, name in enumerate(names):
      for length in lengths:
        piece = name[:length]
        if lowered.startswith(piece):
          return i, pos + len(piece)
    mismatch()

  i = 0
  while i < len(format):
    c = format[i]
    i += 1
    if c.isspace():
      if not (pos < len(text) and text[pos].isspace()):
        mismatch()
      while pos < len(text) and text[pos].isspace():
        pos += 1
      continue
    if c != "%":
      if text[pos:pos + 1].lower() != c.lower():
        mismatch()
      pos += 1
      continue
    if i == len(format):
      raise ValueError(f"stray % in format '{full_format}'")
    c = format[i]
    i += 1
    if c == "%":
      if text[pos:pos + 1] != "%":
        mismatch()
      pos += 1
    elif c in _WIDTHS:
      low, high = _WIDTHS[c]
      end = pos
      while end < len(text) and end - pos < high and text[end].isdigit():
        end += 1
      limits = _LIMITS.get(c)
      while limits is not None and end - pos > low and int(text[pos:end]) > limits[1]:
        end -= 1
      if end - pos < low or limits is not None and not limits[0] <= int(text[pos:end]) <= limits[1]:
        mismatch()
      found[c] = int(text[pos:end].ljust(6, "0")) if c == "f" else int(text[pos:end])
      pos = end
    elif c == "B":
      found["m"], pos = name_of(_FULL_MONTHS, (99,))
      found["m"] += 1
    elif c == "b" or c == "h":
      found["m"], pos = name_of(_FULL_MONTHS, (3,))
      found["m"] += 1
    elif c == "A":
      found["a"], pos = name_of(_FULL_DAYS, (99,))
    elif c == "a":
      found["a"], pos = name_of(_FULL_DAYS, (3,))
    elif c == "p":
      found["p"], pos = name_of(("am", "pm"), (2,))
    elif c == "z":
      piece = text[pos:]
      if piece[:1] == "Z":
        found["z"] = timedelta(0)
        pos += 1
        continue
      if piece[:1] not in ("+", "-") or not piece[1:3].isdigit():
        mismatch()
      colon = piece[3:4] == ":"
      minutes = piece[3 + colon:5 + colon]
      if len(minutes) != 2 or not minutes.isdigit():
        mismatch()
      used = 5 + colon
      seconds = 0
      rest = piece[used:]
      if (rest[:1] == ":") == colon and rest[colon:colon + 2].isdigit() and len(rest[colon:colon + 2]) == 2:
        seconds = int(rest[colon:colon + 2])
        used += 2 + colon
      offset = timedelta(hours=int(piece[1:3]), minutes=int(minutes), seconds=seconds)
      found["z"] = -offset if piece[0] == "-" else offset
      pos += used
    elif c == "Z":
      for name in ("utc", "gmt", *(n.lower() for n in _time.tzname)):
        if text[pos:].lower().startswith(name):
          found["Z"] = text[pos:pos + len(name)]
          pos += len(name)
          break
      else:
        mismatch()
    else:
      raise ValueError(f"{c!r} is a bad directive in format {full_format!r}")
  if pos != len(text):
    raise ValueError(f"unconverted data remains: {text[pos:]}")
  year = found.get("Y", 1900)
  if "y" in found:
    year = found["y"] + (2000 if found["y"] <= 68 else 1900)
  hour = found.get("H", 0)
  if "I" in found:
    hour = found["I"] % 12 + (12 if found.get("p") else 0)
  month, day = found.get("m", 1), found.get("d", 1)
  if "j" in found and "m" not in found:
    d = date.fromordinal(date(year, 1, 1).toordinal() + found["j"] - 1)
    month, day = d.month, d.day
  tz = None
  if "z" in found:
    tz = timezone(found["z"], found["Z"]) if "Z" in found else timezone(found["z"])
  return cls(year, month, day, hour, found.get("M", 0), min(found.get("S", 0), 59), found.get("f", 0), tz)
