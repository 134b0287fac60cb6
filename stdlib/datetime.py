"""Dates and times: date, time, datetime, timedelta, timezone.

A date is its ordinal (1 January of year 1 is 1) for arithmetic and year, month, day for everything else.
"""

from _types import _show_module
import time as _time
from math import modf as _modf

__all__ = ("date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC")

MINYEAR = 1
MAXYEAR = 9999
_MAXORDINAL = 3652059
_DAYS_IN_MONTH = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAYS_BEFORE_MONTH = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_MONTHNAMES = (None, "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYNAMES = (None, "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def _is_leap(year):
  return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_before_year(year):
  y = year - 1
  return y * 365 + y // 4 - y // 100 + y // 400


def _days_in_month(year, month):
  return 29 if month == 2 and _is_leap(year) else _DAYS_IN_MONTH[month]


def _days_before_month(year, month):
  return _DAYS_BEFORE_MONTH[month] + (month > 2 and _is_leap(year))


def _ymd2ord(year, month, day):
  return _days_before_year(year) + _days_before_month(year, month) + day


def _ord2ymd(n):
  n -= 1
  n400, n = divmod(n, 146097)
  year = n400 * 400 + 1
  n100, n = divmod(n, 36524)
  n4, n = divmod(n, 1461)
  n1, n = divmod(n, 365)
  year += n100 * 100 + n4 * 4 + n1
  if n1 == 4 or n100 == 4:
    return year - 1, 12, 31
  month = (n + 50) >> 5
  preceding = _days_before_month(year, month)
  if preceding > n:
    month -= 1
    preceding = _days_before_month(year, month)
  return year, month, n - preceding + 1


def _isoweek1monday(year):
  firstday = _ymd2ord(year, 1, 1)
  firstweekday = (firstday + 6) % 7
  week1monday = firstday - firstweekday
  return week1monday + 7 if firstweekday > 3 else week1monday


def _index(value):
  if isinstance(value, int):
    return value
  if isinstance(value, float):
    raise TypeError("'float' object cannot be interpreted as an integer")
  try:
    return value.__index__()
  except AttributeError:
    raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer") from None


def _check_date(year, month, day):
  if not type(year) is type(month) is type(day) is int:
    year, month, day = _index(year), _index(month), _index(day)
  if not MINYEAR <= year <= MAXYEAR:
    raise ValueError(f"year {year} is out of range")
  if not 1 <= month <= 12:
    raise ValueError("month must be in 1..12")
  if not 1 <= day <= _days_in_month(year, month):
    raise ValueError("day is out of range for month")
  return year, month, day


def _check_time(hour, minute, second, microsecond, fold):
  if not type(hour) is type(minute) is type(second) is type(microsecond) is int:
    hour, minute, second, microsecond = _index(hour), _index(minute), _index(second), _index(microsecond)
  if not 0 <= hour <= 23:
    raise ValueError("hour must be in 0..23")
  if not 0 <= minute <= 59:
    raise ValueError("minute must be in 0..59")
  if not 0 <= second <= 59:
    raise ValueError("second must be in 0..59")
  if not 0 <= microsecond <= 999999:
    raise ValueError("microsecond must be in 0..999999")
  if fold not in (0, 1):
    raise ValueError("fold must be either 0 or 1")
  return hour, minute, second, microsecond, fold


def _check_tzinfo(tz):
  if tz is not None and not isinstance(tz, tzinfo):
    raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(tz).__name__}'")


def _check_offset(name, offset):
  if offset is None:
    return
  if not isinstance(offset, timedelta):
    raise TypeError(f"tzinfo.{name}() must return None or a timedelta, not '{type(offset).__name__}'")
  if not -timedelta(1) < offset < timedelta(1):
    raise ValueError(f"offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not {offset!r}.")


def _format_time(hh, mm, ss, us, timespec="auto"):
  if timespec == "auto":
    timespec = "microseconds" if us else "seconds"
  if timespec == "hours":
    return f"{hh:02d}"
  if timespec == "minutes":
    return f"{hh:02d}:{mm:02d}"
  if timespec == "seconds":
    return f"{hh:02d}:{mm:02d}:{ss:02d}"
  if timespec == "milliseconds":
    return f"{hh:02d}:{mm:02d}:{ss:02d}.{us // 1000:03d}"
  if timespec == "microseconds":
    return f"{hh:02d}:{mm:02d}:{ss:02d}.{us:06d}"
  raise ValueError("Unknown timespec value")


def _format_offset(off, sep=":"):
  if off is None:
    return ""
  sign = "+"
  if off.days < 0:
    sign = "-"
    off = -off
  hh, mm = divmod(off, timedelta(hours=1))
  mm, ss = divmod(mm, timedelta(minutes=1))
  text = f"{sign}{hh:02d}{sep}{mm:02d}"
  if ss or ss.microseconds:
    text += f"{sep}{ss.seconds:02d}"
    if ss.microseconds:
      text += f".{ss.microseconds:06d}"
  return text


def _strftime(obj, fmt, timetuple):
  """%f, %z and %Z are ours, the rest is the C library's."""
  out = []
  i = 0
  while i < len(fmt):
    c = fmt[i]
    i += 1
    if c != "%" or i == len(fmt):
      out.append(c)
      continue
    c = fmt[i]
    i += 1
    if c == "f":
      out.append(f"{getattr(obj, 'microsecond', 0):06d}")
    elif c == "z":
      out.append(_format_offset(obj.utcoffset(), "") if hasattr(obj, "utcoffset") else "")
    elif c == "Z":
      name = obj.tzname() if hasattr(obj, "tzname") else None
      out.append((name or "").replace("%", "%%"))
    else:
      out.append("%" + c)
  return _time.strftime("".join(out), timetuple)


# -- timedelta


class timedelta:
  """A difference of two times: days, seconds, microseconds."""

  __slots__ = ("_days", "_seconds", "_microseconds", "_hash")

  def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
    for name, value in (("days", days), ("seconds", seconds), ("microseconds", microseconds), ("milliseconds", milliseconds),
                        ("minutes", minutes), ("hours", hours), ("weeks", weeks)):
      if not isinstance(value, (int, float)):
        raise TypeError(f"unsupported type for timedelta {name} component: {type(value).__name__}")
    days += weeks * 7
    seconds += minutes * 60 + hours * 3600
    microseconds += milliseconds * 1000
    d, s, us = 0, 0, 0
    second_fraction = 0.0
    if isinstance(days, float):
      dayfrac, days = _modf(days)
      seconds_frac, whole = _modf(dayfrac * (24.0 * 3600.0))
      s = int(whole)
      second_fraction = seconds_frac
      d = int(days)
    else:
      d = days
    if isinstance(seconds, float):
      secondsfrac, whole = _modf(seconds)
      seconds = int(whole)
      second_fraction += secondsfrac
    extra, seconds = divmod(seconds, 86400)
    d += extra
    s += int(seconds)
    usdouble = second_fraction * 1e6
    if isinstance(microseconds, float):
      microseconds = round(microseconds + usdouble)
    else:
      microseconds = int(microseconds) + round(usdouble) if usdouble else int(microseconds)
    extra, us = divmod(microseconds, 1000000)
    s += extra
    extra, s = divmod(s, 86400)
    d += extra
    return cls._make(d, s, us)

  @classmethod
  def _make(cls, d, s, us):
    if abs(d) > 999999999:
      raise OverflowError(f"days={d}; must have magnitude <= 999999999")
    self = object.__new__(cls)
    self._days = d
    self._seconds = s
    self._microseconds = us
    self._hash = -1
    return self

  @staticmethod
  def _from_us(us):
    s, us = divmod(us, 1000000)
    d, s = divmod(s, 86400)
    return timedelta._make(d, s, us)

  def _us(self):
    return (self._days * 86400 + self._seconds) * 1000000 + self._microseconds

  days = property(lambda self: self._days, doc="days")
  seconds = property(lambda self: self._seconds, doc="seconds")
  microseconds = property(lambda self: self._microseconds, doc="microseconds")

  def __repr__(self):
    args = []
    if self._days:
      args.append(f"days={self._days}")
    if self._seconds:
      args.append(f"seconds={self._seconds}")
    if self._microseconds:
      args.append(f"microseconds={self._microseconds}")
    return f"{self.__class__.__module__}.{self.__class__.__qualname__}({', '.join(args) or '0'})"

  def __str__(self):
    mm, ss = divmod(self._seconds, 60)
    hh, mm = divmod(mm, 60)
    s = f"{hh}:{mm:02d}:{ss:02d}"
    if self._days:
      s = f"{self._days} day{'' if abs(self._days) == 1 else 's'}, {s}"
    if self._microseconds:
      s += f".{self._microseconds:06d}"
    return s

  def total_seconds(self):
    """All of it in seconds."""
    return self._us() / 1000000

  def __add__(self, other):
    if isinstance(other, timedelta):
      return timedelta._from_us(self._us() + other._us())
    return NotImplemented

  __radd__ = __add__

  def __sub__(self, other):
    if isinstance(other, timedelta):
      return timedelta._from_us(self._us() - other._us())
    return NotImplemented

  def __rsub__(self, other):
    if isinstance(other, timedelta):
      return other - self
    return NotImplemented

  def __neg__(self):
    return timedelta._from_us(-self._us())

  def __pos__(self):
    return timedelta._from_us(self._us())

  def __abs__(self):
    return -self if self._days < 0 else self

  def __mul__(self, other):
    if isinstance(other, int):
      return timedelta._from_us(self._us() * other)
    if isinstance(other, float):
      a, b = other.as_integer_ratio()
      return timedelta._from_us(_divide_and_round(self._us() * a, b))
    return NotImplemented

  __rmul__ = __mul__

  def __floordiv__(self, other):
    if isinstance(other, timedelta):
      return self._us() // other._us()
    if isinstance(other, int):
      return timedelta._from_us(self._us() // other)
    return NotImplemented

  def __truediv__(self, other):
    if isinstance(other, timedelta):
      return self._us() / other._us()
    if isinstance(other, int):
      return timedelta._from_us(_divide_and_round(self._us(), other))
    if isinstance(other, float):
      a, b = other.as_integer_ratio()
      return timedelta._from_us(_divide_and_round(b * self._us(), a))
    return NotImplemented

  def __mod__(self, other):
    if isinstance(other, timedelta):
      return timedelta._from_us(self._us() % other._us())
    return NotImplemented

  def __divmod__(self, other):
    if isinstance(other, timedelta):
      q, r = divmod(self._us(), other._us())
      return q, timedelta._from_us(r)
    return NotImplemented

  def __eq__(self, other):
    return self._us() == other._us() if isinstance(other, timedelta) else NotImplemented

  def __lt__(self, other):
    return self._us() < other._us() if isinstance(other, timedelta) else NotImplemented

  def __le__(self, other):
    return self._us() <= other._us() if isinstance(other, timedelta) else NotImplemented

  def __gt__(self, other):
    return self._us() > other._us() if isinstance(other, timedelta) else NotImplemented

  def __ge__(self, other):
    return self._us() >= other._us() if isinstance(other, timedelta) else NotImplemented

  def __hash__(self):
    return hash((self._days, self._seconds, self._microseconds))

  def __bool__(self):
    return self._days != 0 or self._seconds != 0 or self._microseconds != 0

  def __reduce__(self):
    return self.__class__, (self._days, self._seconds, self._microseconds)


def _divide_and_round(a, b):
  if b == 0:
    raise ZeroDivisionError("integer division or modulo by zero")
  q, r = divmod(a, b)
  r *= 2
  greater_than_half = r > b if b > 0 else r < b
  if greater_than_half or r == b and q % 2 == 1:
    q += 1
  return q


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999)
timedelta.resolution = timedelta(microseconds=1)


# -- date


class date:
  """A day of the calendar."""

  __slots__ = ("_year", "_month", "_day")

  def __new__(cls, year, month, day):
    year, month, day = _check_date(year, month, day)
    self = object.__new__(cls)
    self._year = year
    self._month = month
    self._day = day
    return self

  @classmethod
  def fromtimestamp(cls, t):
    """The local date of a POSIX timestamp."""
    if t is None:
      raise TypeError("'NoneType' object cannot be interpreted as an integer")
    y, m, d = _time.localtime(t)[:3]
    return cls(y, m, d)

  @classmethod
  def today(cls):
    """The local date now."""
    return cls.fromtimestamp(_time.time())

  @classmethod
  def fromordinal(cls, n):
    """The date of an ordinal; 1 January of year 1 is 1."""
    if n < 1:
      raise ValueError("ordinal must be >= 1")
    if n > _MAXORDINAL:
      raise ValueError("year is out of range")
    y, m, d = _ord2ymd(n)
    return cls(y, m, d)

  @classmethod
  def fromisoformat(cls, date_string):
    """The date of an ISO 8601 text."""
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
      first = _ymd2ord(year, 1, 1) % 7
      if not (week == 53 and (first == 4 or first == 3 and _is_leap(year))):
        raise ValueError(f"Invalid week: {week}")
    if not 0 < day < 8:
      raise ValueError(f"Invalid weekday: {day} (range is [1, 7])")
    return cls(*_ord2ymd(_isoweek1monday(year) + (week - 1) * 7 + day - 1))

  year = property(lambda self: self._year)
  month = property(lambda self: self._month)
  day = property(lambda self: self._day)

  def __repr__(self):
    return f"{self.__class__.__module__}.{self.__class__.__qualname__}({self._year}, {self._month}, {self._day})"

  def ctime(self):
    """Like time.ctime()."""
    weekday = self.toordinal() % 7 or 7
    return f"{_DAYNAMES[weekday]} {_MONTHNAMES[self._month]} {self._day:2d} 00:00:00 {self._year:04d}"

  def strftime(self, format):
    """The date in a given format."""
    return _strftime(self, format, self.timetuple())

  def __format__(self, fmt):
    if not isinstance(fmt, str):
      raise TypeError(f"must be str, not {type(fmt).__name__}")
    return self.strftime(fmt) if fmt else str(self)

  def isoformat(self):
    """YYYY-MM-DD"""
    return f"{self._year:04d}-{self._month:02d}-{self._day:02d}"

  __str__ = isoformat

  def timetuple(self):
    """A struct_time."""
    return _struct_time(self._year, self._month, self._day, 0, 0, 0, -1)

  def toordinal(self):
    """Days since 31 December of year 0."""
    return _ymd2ord(self._year, self._month, self._day)

  def replace(self, year=None, month=None, day=None):
    """A changed copy."""
    return type(self)(self._year if year is None else year, self._month if month is None else month, self._day if day is None else day)

  def weekday(self):
    """Monday is 0."""
    return (self.toordinal() + 6) % 7

  def isoweekday(self):
    """Monday is 1."""
    return self.toordinal() % 7 or 7

  def isocalendar(self):
    """(ISO year, week, weekday)"""
    year = self._year
    week1monday = _isoweek1monday(year)
    today = _ymd2ord(self._year, self._month, self._day)
    week, day = divmod(today - week1monday, 7)
    if week < 0:
      year -= 1
      week, day = divmod(today - _isoweek1monday(year), 7)
    elif week >= 52 and today >= _isoweek1monday(year + 1):
      year += 1
      week = 0
    return _iso_calendar_date()(year, week + 1, day + 1)

  def _key(self):
    return self._year, self._month, self._day

  def __eq__(self, other):
    if isinstance(other, date) and not isinstance(other, datetime):
      return self._key() == other._key()
    return NotImplemented

  def __lt__(self, other):
    if isinstance(other, date) and not isinstance(other, datetime):
      return self._key() < other._key()
    return NotImplemented

  def __le__(self, other):
    if isinstance(other, date) and not isinstance(other, datetime):
      return self._key() <= other._key()
    return NotImplemented

  def __gt__(self, other):
    if isinstance(other, date) and not isinstance(other, datetime):
      return self._key() > other._key()
    return NotImplemented

  def __ge__(self, other):
    if isinstance(other, date) and not isinstance(other, datetime):
      return self._key() >= other._key()
    return NotImplemented

  def __hash__(self):
    return hash(self._key())

  def __add__(self, other):
    if isinstance(other, timedelta):
      o = self.toordinal() + other.days
      if 0 < o <= _MAXORDINAL:
        return type(self).fromordinal(o)
      raise OverflowError("date value out of range")
    return NotImplemented

  __radd__ = __add__

  def __sub__(self, other):
    if isinstance(other, timedelta):
      return self + timedelta(-other.days)
    if isinstance(other, date):
      return timedelta(self.toordinal() - other.toordinal())
    return NotImplemented

  def __reduce__(self):
    return self.__class__, self._key()


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


def _struct_time(y, m, d, hh, mm, ss, dst):
  weekday = (_ymd2ord(y, m, d) + 6) % 7
  return _time.struct_time((y, m, d, hh, mm, ss, weekday, _days_before_month(y, m) + d, dst))


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)


# -- time zones


class tzinfo:
  """Base of time zones."""

  __slots__ = ()

  def tzname(self, dt):
    raise NotImplementedError("a tzinfo subclass must implement tzname()")

  def utcoffset(self, dt):
    raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

  def dst(self, dt):
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


class timezone(tzinfo):
  """A fixed offset from UTC."""

  __slots__ = ("_offset", "_name")

  def __new__(cls, offset, name=None):
    if not isinstance(offset, timedelta):
      raise TypeError(f"timezone() argument 1 must be datetime.timedelta, not {type(offset).__name__}")
    if name is not None and not isinstance(name, str):
      raise TypeError(f"timezone() argument 2 must be str, not {type(name).__name__}")
    if not -timedelta(1) < offset < timedelta(1):
      raise ValueError(f"offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not {offset!r}.")
    if name is None and not offset and hasattr(cls, "utc"):
      return cls.utc
    return cls._create(offset, name)

  @classmethod
  def _create(cls, offset, name=None):
    self = tzinfo.__new__(cls)
    self._offset = offset
    self._name = name
    return self

  def __eq__(self, other):
    return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

  def __hash__(self):
    return hash(self._offset)

  def __repr__(self):
    if self is timezone.utc:
      return "datetime.timezone.utc"
    name = f"{self.__class__.__module__}.{self.__class__.__qualname__}"
    return f"{name}({self._offset!r})" if self._name is None else f"{name}({self._offset!r}, {self._name!r})"

  def __str__(self):
    return self.tzname(None)

  def utcoffset(self, dt):
    return self._offset

  def tzname(self, dt):
    if self._name is not None:
      return self._name
    return "UTC" + _format_offset(self._offset) if self._offset else "UTC"

  def dst(self, dt):
    return None

  def fromutc(self, dt):
    if isinstance(dt, datetime):
      if dt.tzinfo is not self:
        raise ValueError("fromutc: dt.tzinfo is not self")
      return dt + self._offset
    raise TypeError("fromutc() argument must be a datetime instance or None")

  def __reduce__(self):
    return self.__class__, (self._offset,) if self._name is None else (self._offset, self._name)


UTC = timezone.utc = timezone._create(timedelta(0))
timezone.min = timezone._create(-timedelta(hours=23, minutes=59))
timezone.max = timezone._create(timedelta(hours=23, minutes=59))


# -- time


class time:
  """A time of day."""

  __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

  def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
    hour, minute, second, microsecond, fold = _check_time(hour, minute, second, microsecond, fold)
    _check_tzinfo(tzinfo)
    self = object.__new__(cls)
    self._hour, self._minute, self._second, self._microsecond = hour, minute, second, microsecond
    self._tzinfo = tzinfo
    self._fold = fold
    return self

  hour = property(lambda self: self._hour)
  minute = property(lambda self: self._minute)
  second = property(lambda self: self._second)
  microsecond = property(lambda self: self._microsecond)
  tzinfo = property(lambda self: self._tzinfo)
  fold = property(lambda self: self._fold)

  def _compare_key(self, other, equality):
    mine, theirs = self.utcoffset(), other.utcoffset()
    if mine == theirs:
      return self._key(), other._key()
    if mine is None or theirs is None:
      if equality:
        return 1, 2
      raise TypeError("can't compare offset-naive and offset-aware times")
    return self._key_us() - mine._us(), other._key_us() - theirs._us()

  def _key(self):
    return self._hour, self._minute, self._second, self._microsecond

  def _key_us(self):
    return ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._microsecond

  def __eq__(self, other):
    if not isinstance(other, time):
      return NotImplemented
    a, b = self._compare_key(other, True)
    return a == b

  def __lt__(self, other):
    if not isinstance(other, time):
      return NotImplemented
    a, b = self._compare_key(other, False)
    return a < b

  def __le__(self, other):
    if not isinstance(other, time):
      return NotImplemented
    a, b = self._compare_key(other, False)
    return a <= b

  def __gt__(self, other):
    if not isinstance(other, time):
      return NotImplemented
    a, b = self._compare_key(other, False)
    return a > b

  def __ge__(self, other):
    if not isinstance(other, time):
      return NotImplemented
    a, b = self._compare_key(other, False)
    return a >= b

  def __hash__(self):
    offset = self.replace(fold=0).utcoffset()
    return hash(self._key()) if not offset else hash(self._key_us() - offset._us())

  def __repr__(self):
    if self._microsecond:
      s = f", {self._second}, {self._microsecond}"
    elif self._second:
      s = f", {self._second}"
    else:
      s = ""
    s = f"{self.__class__.__module__}.{self.__class__.__qualname__}({self._hour}, {self._minute}{s}"
    if self._tzinfo is not None:
      s += f", tzinfo={self._tzinfo!r}"
    if self._fold:
      s += ", fold=1"
    return s + ")"

  def isoformat(self, timespec="auto"):
    """HH:MM:SS with microseconds and offset when there are any."""
    return _format_time(*self._key(), timespec) + _format_offset(self.utcoffset())

  __str__ = isoformat

  @classmethod
  def fromisoformat(cls, time_string):
    """The time of an ISO 8601 text."""
    if not isinstance(time_string, str):
      raise TypeError("fromisoformat: argument must be str")
    try:
      return cls(*_parse_isoformat_time(time_string.removeprefix("T")))
    except (ValueError, IndexError):
      raise ValueError(f"Invalid isoformat string: {time_string!r}") from None

  def strftime(self, format):
    """The time in a given format."""
    return _strftime(self, format, _time.struct_time((1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1)))

  def __format__(self, fmt):
    if not isinstance(fmt, str):
      raise TypeError(f"must be str, not {type(fmt).__name__}")
    return self.strftime(fmt) if fmt else str(self)

  def utcoffset(self):
    """Offset from UTC, or None."""
    if self._tzinfo is None:
      return None
    offset = self._tzinfo.utcoffset(None)
    _check_offset("utcoffset", offset)
    return offset

  def tzname(self):
    """Name of the time zone, or None."""
    return None if self._tzinfo is None else self._tzinfo.tzname(None)

  def dst(self):
    """Daylight saving offset, or None."""
    return None if self._tzinfo is None else self._tzinfo.dst(None)

  def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
    """A changed copy."""
    return type(self)(self._hour if hour is None else hour, self._minute if minute is None else minute,
                      self._second if second is None else second, self._microsecond if microsecond is None else microsecond,
                      self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

  def __reduce__(self):
    return self.__class__, (*self._key(), self._tzinfo)


time.min = time(0, 0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)

_time_class = time
_tzinfo_class = tzinfo

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


class datetime(date):
  """A date and a time of day."""

  __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

  def __new__(cls, year, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
    if month is None or day is None:
      name, position = ("month", 2) if month is None else ("day", 3)
      raise TypeError(f"function missing required argument '{name}' (pos {position})")
    year, month, day = _check_date(year, month, day)
    hour, minute, second, microsecond, fold = _check_time(hour, minute, second, microsecond, fold)
    _check_tzinfo(tzinfo)
    self = object.__new__(cls)
    self._year, self._month, self._day = year, month, day
    self._hour, self._minute, self._second, self._microsecond = hour, minute, second, microsecond
    self._tzinfo = tzinfo
    self._fold = fold
    return self

  hour = property(lambda self: self._hour)
  minute = property(lambda self: self._minute)
  second = property(lambda self: self._second)
  microsecond = property(lambda self: self._microsecond)
  tzinfo = property(lambda self: self._tzinfo)
  fold = property(lambda self: self._fold)

  @classmethod
  def _from_timestamp(cls, t, utc, tz):
    frac, t = _modf(t)
    us = round(frac * 1e6)
    if us >= 1000000:
      t += 1
      us -= 1000000
    elif us < 0:
      t -= 1
      us += 1000000
    converter = _time.gmtime if utc else _time.localtime
    y, m, d, hh, mm, ss = converter(int(t))[:6]
    result = cls(y, m, d, hh, mm, min(ss, 59), us, tz)
    if tz is not None:
      result = tz.fromutc(result)
    return result

  @classmethod
  def fromtimestamp(cls, timestamp, tz=None):
    """The local time of a POSIX timestamp, or the time in a time zone."""
    _check_tzinfo(tz)
    return cls._from_timestamp(timestamp, tz is not None, tz)

  @classmethod
  def utcfromtimestamp(cls, t):
    """The UTC time of a POSIX timestamp, without time zone."""
    return cls._from_timestamp(t, True, None)

  @classmethod
  def now(cls, tz=None):
    """The time now, local or in a time zone."""
    if tz is None and cls is _datetime_type:
      seconds, ns = divmod(_time.time_ns(), 1000000000)
      y, m, d, hh, mm, ss = _time.localtime(seconds)[:6]
      return _raw_datetime(y, m, d, hh, mm, min(ss, 59), ns // 1000, None)
    return cls.fromtimestamp(_time.time(), tz)

  @classmethod
  def utcnow(cls):
    """The UTC time now, without time zone."""
    return cls.utcfromtimestamp(_time.time())

  @classmethod
  def combine(cls, date, time, tzinfo=True):
    """A datetime of a date and a time."""
    if not isinstance(date, _date_class):
      raise TypeError(f"combine() argument 1 must be datetime.date, not {type(date).__name__}")
    if not isinstance(time, _time_class):
      raise TypeError(f"combine() argument 2 must be datetime.time, not {type(time).__name__}")
    if tzinfo is True:
      tzinfo = time.tzinfo
    return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond, tzinfo, fold=time.fold)

  @classmethod
  def fromisoformat(cls, date_string):
    """The time of an ISO 8601 text."""
    if not isinstance(date_string, str):
      raise TypeError("fromisoformat: argument must be str")
    if len(date_string) == 19 and date_string[4] == date_string[7] == "-" and date_string[13] == date_string[16] == ":":
      # The usual form: YYYY-MM-DD HH:MM:SS.
      digits = date_string[:4] + date_string[5:7] + date_string[8:10] + date_string[11:13] + date_string[14:16] + date_string[17:]
      if digits.isascii() and digits.isdigit():
        n = int(digits)
        return cls(n // 10000000000, n // 100000000 % 100, n // 1000000 % 100, n // 10000 % 100, n // 100 % 100, n % 100)
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
  def strptime(cls, date_string, format):
    """The time of a text in a given format."""
    return _strptime(cls, date_string, format)

  def timetuple(self):
    dst = self.dst()
    return _struct_time(self._year, self._month, self._day, self._hour, self._minute, self._second, -1 if dst is None else 1 if dst else 0)

  def utctimetuple(self):
    """A struct_time in UTC."""
    offset = self.utcoffset()
    dt = self - offset if offset else self
    return _struct_time(dt._year, dt._month, dt._day, dt._hour, dt._minute, dt._second, 0)

  def timestamp(self):
    """POSIX timestamp."""
    if self._tzinfo is None:
      seconds = _time.mktime((self._year, self._month, self._day, self._hour, self._minute, self._second, -1, -1, -1))
      return seconds + self._microsecond / 1e6
    return (self - _EPOCH).total_seconds()

  def date(self):
    """The date alone."""
    return _date_class(self._year, self._month, self._day)

  def time(self):
    """The time alone, without time zone."""
    return _time_class(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

  def timetz(self):
    """The time alone, with its time zone."""
    return _time_class(self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold)

  def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
    """A changed copy."""
    return type(self)(self._year if year is None else year, self._month if month is None else month, self._day if day is None else day,
                      self._hour if hour is None else hour, self._minute if minute is None else minute,
                      self._second if second is None else second, self._microsecond if microsecond is None else microsecond,
                      self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

  def astimezone(self, tz=None):
    """The same moment in another time zone, the local one by default."""
    if tz is None:
      stamp = self.timestamp()
      local = _time.localtime(int(stamp // 1))
      tz = timezone(timedelta(seconds=local.tm_gmtoff), local.tm_zone)
    elif not isinstance(tz, _tzinfo_class):
      raise TypeError("tz argument must be an instance of tzinfo")
    mytz = self._tzinfo
    offset = self.utcoffset()
    if offset is None:
      local = _time.localtime(int(self.replace(tzinfo=None).timestamp() // 1))
      offset = timedelta(seconds=local.tm_gmtoff)
    elif tz is mytz:
      return self
    utc = (self.replace(tzinfo=None) - offset).replace(tzinfo=tz)
    return tz.fromutc(utc)

  def ctime(self):
    weekday = self.toordinal() % 7 or 7
    return (f"{_DAYNAMES[weekday]} {_MONTHNAMES[self._month]} {self._day:2d} {self._hour:02d}:{self._minute:02d}:{self._second:02d} "
            f"{self._year:04d}")

  def isoformat(self, sep="T", timespec="auto"):
    """YYYY-MM-DDTHH:MM:SS with microseconds and offset when there are any."""
    s = f"{self._year:04d}-{self._month:02d}-{self._day:02d}{sep}"
    return s + _format_time(self._hour, self._minute, self._second, self._microsecond, timespec) + _format_offset(self.utcoffset())

  def __repr__(self):
    parts = [self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond]
    if parts[-1] == 0:
      del parts[-1]
      if parts[-1] == 0:
        del parts[-1]
    s = f"{self.__class__.__module__}.{self.__class__.__qualname__}({', '.join(map(str, parts))}"
    if self._tzinfo is not None:
      s += f", tzinfo={self._tzinfo!r}"
    if self._fold:
      s += ", fold=1"
    return s + ")"

  def __str__(self):
    return self.isoformat(" ")

  def utcoffset(self):
    """Offset from UTC, or None."""
    if self._tzinfo is None:
      return None
    offset = self._tzinfo.utcoffset(self)
    _check_offset("utcoffset", offset)
    return offset

  def tzname(self):
    """Name of the time zone, or None."""
    return None if self._tzinfo is None else self._tzinfo.tzname(self)

  def dst(self):
    """Daylight saving offset, or None."""
    if self._tzinfo is None:
      return None
    offset = self._tzinfo.dst(self)
    _check_offset("dst", offset)
    return offset

  def _us(self):
    return ((self.toordinal() * 24 + self._hour) * 60 + self._minute) * 60000000 + self._second * 1000000 + self._microsecond

  def _compare(self, other, equality):
    """Microseconds between two times, or None when only equality can be told."""
    mine, theirs = self.utcoffset(), other.utcoffset()
    if mine == theirs:
      return self._us() - other._us()
    if mine is None or theirs is None:
      if equality:
        return 1
      raise TypeError("can't compare offset-naive and offset-aware datetimes")
    return self._us() - mine._us() - other._us() + theirs._us()

  def _refuse(self, other):
    if isinstance(other, date):
      raise TypeError(f"can't compare {type(self).__module__}.{type(self).__name__} to {type(other).__module__}.{type(other).__name__}")
    return NotImplemented

  def __eq__(self, other):
    if isinstance(other, datetime):
      return self._compare(other, True) == 0
    return False if isinstance(other, date) else NotImplemented

  def __lt__(self, other):
    return self._compare(other, False) < 0 if isinstance(other, datetime) else self._refuse(other)

  def __le__(self, other):
    return self._compare(other, False) <= 0 if isinstance(other, datetime) else self._refuse(other)

  def __gt__(self, other):
    return self._compare(other, False) > 0 if isinstance(other, datetime) else self._refuse(other)

  def __ge__(self, other):
    return self._compare(other, False) >= 0 if isinstance(other, datetime) else self._refuse(other)

  def __hash__(self):
    offset = self.utcoffset()
    return hash(self._us() - offset._us()) if offset is not None else hash(self._us())

  def __add__(self, other):
    if not isinstance(other, timedelta):
      return NotImplemented
    total = self._us() + other._us()
    days, us = divmod(total, 86400000000)
    if not 0 < days <= _MAXORDINAL:
      raise OverflowError("date value out of range")
    y, m, d = _ord2ymd(days)
    seconds, us = divmod(us, 1000000)
    minutes, ss = divmod(seconds, 60)
    hh, mm = divmod(minutes, 60)
    if type(self) is _datetime_type:
      return _raw_datetime(y, m, d, hh, mm, ss, us, self._tzinfo)
    return type(self)(y, m, d, hh, mm, ss, us, self._tzinfo)

  __radd__ = __add__

  def __sub__(self, other):
    if isinstance(other, timedelta):
      return self + -other
    if not isinstance(other, datetime):
      return NotImplemented
    base = timedelta._from_us(self._us() - other._us())
    if self._tzinfo is other._tzinfo:
      return base
    mine, theirs = self.utcoffset(), other.utcoffset()
    if mine == theirs:
      return base
    if mine is None or theirs is None:
      raise TypeError("can't subtract offset-naive and offset-aware datetimes")
    return base + theirs - mine

  def __reduce__(self):
    return self.__class__, (self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond, self._tzinfo)


_date_class = date
datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


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
    d = _date_class.fromordinal(_ymd2ord(year, 1, 1) + found["j"] - 1)
    month, day = d.month, d.day
  tz = None
  if "z" in found:
    tz = timezone(found["z"], found["Z"]) if "Z" in found else timezone(found["z"])
  return cls(year, month, day, hour, found.get("M", 0), min(found.get("S", 0), 59), found.get("f", 0), tz)


_datetime_type = datetime
_datetime_new = object.__new__


def _raw_datetime(year, month, day, hour, minute, second, microsecond, tz):
  """A datetime of parts that are known to be right."""
  self = _datetime_new(_datetime_type)
  self._year, self._month, self._day = year, month, day
  self._hour, self._minute, self._second, self._microsecond = hour, minute, second, microsecond
  self._tzinfo = tz
  self._fold = 0
  return self


_show_module(timedelta, date, tzinfo, timezone, time, datetime)
