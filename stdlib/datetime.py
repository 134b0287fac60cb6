"""Dates and times: date, time, datetime, timedelta, timezone.

The types are native (_datetime); here are the methods that are rarely used, put into them by _complete().
"""

import time as _time
from _types import _show_module
from _datetime import UTC, _complete, _expand_format, _iso_week, _time_fields, date, datetime, time, timedelta, timezone, tzinfo

# Words argument errors as the natives of this module do.
_native_wording = dict.fromkeys(("date", "datetime", "time", "timedelta", "timezone", "tzinfo"), "") | {"datetime.strptime": " counted"}

__all__ = ("date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC")

MINYEAR = 1
MAXYEAR = 9999
_MONTHNAMES = (None, "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYNAMES = (None, "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def _is_leap(year):
  return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _refuse_number(value):
  raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")


def _isoweek1monday(year):
  firstday = date(year, 1, 1).toordinal() if year <= MAXYEAR else date.max.toordinal() + 1
  firstweekday = (firstday + 6) % 7
  week1monday = firstday - firstweekday
  return week1monday + 7 if firstweekday > 3 else week1monday


def _install(cls, methods, **constants):
  """Gives the class the functions of another one."""
  added = {name: value for name, value in vars(methods).items() if not name.startswith("__") or name in ("__format__", "__reduce__")}
  for name, value in added.items():
    getattr(value, "__func__", value).__qualname__ = f"{cls.__name__}.{name}"
  _complete(cls, added | constants)


def _format_fields(self, format, fields):
  """What strftime() makes of the fields; a NUL ends the format."""
  return _time.strftime(_expand_format(self, format.partition("\0")[0] if isinstance(format, str) else format), fields)


def _format(self, fmt, /):
  """Formats self with strftime."""
  if not isinstance(fmt, str):
    raise TypeError(f"__format__() argument 1 must be str, not {type(fmt).__name__}")
  return self.strftime(fmt) if fmt else str(self)


_format.__name__ = "__format__"


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
    except (ValueError, IndexError) as error:
      if str(error).startswith(_RANGE_ERRORS):
        raise
      raise ValueError(f"Invalid isoformat string: {date_string!r}") from None

  @classmethod
  def fromisocalendar(cls, year, week, day):
    """The date of an ISO year, week and weekday."""
    year, week, day = (number.__index__() if hasattr(number, "__index__") else _refuse_number(number) for number in (year, week, day))
    if any(not -2**31 <= number < 2**31 for number in (year, week, day)):
      raise ValueError("ISO calendar component out of range")
    if not MINYEAR <= year <= MAXYEAR:
      raise ValueError(f"Year is out of range: {year}")
    if not 0 < week < 53:
      first = date(year, 1, 1).isoweekday() % 7
      if not (week == 53 and (first == 4 or first == 3 and _is_leap(year))):
        raise ValueError(f"Invalid week: {week}")
    if not 0 < day < 8:
      raise ValueError(f"Invalid day: {day} (range is [1, 7])")
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
    return _format_fields(self, format, self.timetuple())

  __format__ = _format

  def timetuple(self):
    """Return time tuple, compatible with time.localtime()."""
    return _time.struct_time(_time_fields(self, -1))

  def isocalendar(self):
    """Return a named tuple containing ISO year, week number, and weekday."""
    return tuple.__new__(IsoCalendarDate, _iso_week(self))


class IsoCalendarDate(tuple):
  """An ISO year, week and weekday."""

  __slots__ = ()

  year = property(lambda self: self[0])
  week = property(lambda self: self[1])
  weekday = property(lambda self: self[2])

  def __new__(cls, year, week, weekday):
    return tuple.__new__(cls, (year, week, weekday))

  def __repr__(self):
    return f"datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})"

  def __reduce__(self):
    return tuple, (tuple(self),)


_show_module(IsoCalendarDate)
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
      raise TypeError("fromutc: argument must be a datetime")
    if dt.tzinfo is not self:
      raise ValueError("fromutc: dt.tzinfo is not self")
    dtoff = dt.utcoffset()
    if dtoff is None:
      raise ValueError("fromutc: non-None utcoffset() result required")
    dtdst = dt.dst()
    if dtdst is None:
      raise ValueError("fromutc: non-None dst() result required")
    delta = dtoff - dtdst
    if delta:
      dt += delta
      dtdst = dt.dst()
      if dtdst is None:
        raise ValueError("fromutc: tz.dst() gave inconsistent results; cannot convert")
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
    except (ValueError, IndexError) as error:
      if str(error).startswith(_RANGE_ERRORS):
        raise
      raise ValueError(f"Invalid isoformat string: {time_string!r}") from None

  def strftime(self, format):
    """format -> strftime() style string."""
    fields = _time.struct_time((1900, 1, 1, self.hour, self.minute, self.second, 0, 1, -1))
    return _format_fields(self, format, fields)

  __format__ = _format


_install(time, _Time, min=time(0, 0), max=time(23, 59, 59, 999999), resolution=timedelta(microseconds=1))

# -- ISO 8601

# How the errors begin that a text of the right form raises; others are told as "Invalid isoformat string".
_RANGE_ERRORS = ("year ", "month ", "day is ", "hour ", "minute ", "second ", "microsecond ", "offset ")


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
    if len(text) < pos:
      raise ValueError("bad")
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


def _parse_hms(text, zone_follows=False):
  """Hours, minutes, seconds, microseconds. CPython overlooks one character too many before a zone, and all behind six digits of a fraction there."""
  parts = [0, 0, 0, 0]
  pos = 0
  has_sep = text[2:3] == ":"
  for i in range(3):
    pair = text[pos:pos + 2]
    parts[i] = _digits(pair)
    if len(pair) != 2:
      raise ValueError("bad")
    pos += 2
    if pos >= len(text) or zone_follows and pos + 1 == len(text):
      return parts
    if pos + 1 == len(text):
      raise ValueError("bad")
    if has_sep and text[pos] == ":":
      pos += 1
    elif text[pos] in ".,":
      pos += 1
      break
    elif has_sep:
      raise ValueError("bad")
  fraction = text[pos:]
  parts[3] = int(str(_digits(fraction[:6])).rjust(len(fraction[:6]), "0").ljust(6, "0"))
  if not zone_follows and not fraction.isdigit():
    raise ValueError("bad")
  return parts


def _parse_isoformat_time(text):
  if len(text) < 2:
    raise ValueError("bad")
  text = text.encode("utf-8", "surrogatepass").decode("latin-1")  # CPython counts bytes
  at = min([place for place in map(text.find, "-+Z") if place >= 0], default=-1)
  clock = text[:at] if at >= 0 else text
  parts = _parse_hms(clock, at >= 0)
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
      if h == m == s == 0:
        tz = timezone.utc  # whatever the microseconds, as in CPython
      else:
        sign = -1 if text[at] == "-" else 1
        tz = timezone(sign * timedelta(hours=h, minutes=m, seconds=s, microseconds=us))
  return (*parts, tz)


# -- datetime


def _date_length(text):
  """Where the date at the start of a text ends, whatever separates it from the time."""
  if text[4:5] == "-":
    if text[5:6] != "W":
      return 10
    return 10 if text[8:9] == "-" and not text[10:11].isdigit() else 8
  if text[4:5] != "W":
    return 8
  end = 7
  while text[end:end + 1].isdigit():
    end += 1
  # YYYYWwwD or YYYYWww and a digit as separator: pairs of digits follow.
  return end if end < 9 else 7 if end % 2 == 0 else 8


class _DateTime:
  @classmethod
  def _from_other_form(cls, date_string):
    """What fromisoformat() makes of the less usual forms."""
    try:
      split = _date_length(date_string)
      parts = _parse_isoformat_date(date_string[:split])
      rest = date_string[split + 1:]
      if len(date_string) == split:
        return cls(*parts)
      return cls(*parts, *_parse_isoformat_time(rest))
    except (ValueError, IndexError) as error:
      if str(error).startswith(_RANGE_ERRORS):
        raise
      raise ValueError(f"Invalid isoformat string: {date_string!r}") from None

  @classmethod
  def strptime(cls, date_string, format, /):
    """string, format -> new datetime parsed from a string (like time.strptime())."""
    for index, value in enumerate((date_string, format)):
      if not isinstance(value, str):
        raise TypeError(f"strptime() argument {index + 1} must be str, not {'None' if value is None else type(value).__name__}")
    from _strptime import _strptime_datetime
    return _strptime_datetime(cls, date_string, format)

  def timetuple(self):
    """Return time tuple, compatible with time.localtime()."""
    dst = self.dst()
    return _time.struct_time(_time_fields(self, -1 if dst is None else 1 if dst else 0))

  def utctimetuple(self):
    """Return UTC time tuple, compatible with time.localtime()."""
    offset = self.utcoffset()
    when = self - offset if offset else self
    return _time.struct_time(_time_fields(when, 0))

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
