"""The parser behind datetime.strptime() and time.strptime(): a format becomes a regular expression."""

import re
import time
from datetime import date, timedelta, timezone

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
# An error about a directive that is there twice tells places in the expression: CPython's, so the fields have to have its lengths and groups.
_FIELDS = {
  "d": r"3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9]", "f": r"[0-9]{1,6}", "H": r"2[0-3]|[0-1]\d|\d", "I": r"1[0-2]|0[1-9]|[1-9]", "G": r"\d\d\d\d",
  "j": r"36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9]", "m": r"1[0-2]|0[1-9]|[1-9]", "M": r"[0-5]\d|\d",
  "S": r"6[0-1]|[0-5]\d|\d", "U": r"5[0-3]|[0-4]\d|\d", "W": r"5[0-3]|[0-4]\d|\d", "w": r"[0-6]", "u": r"[1-7]",
  "V": r"5[0-3]|0[1-9]|[1-4]\d|\d", "y": r"\d\d", "Y": r"\d\d\d\d", "z": r"[+-]\d\d:?[0-5]\d(:?[0-5]\d(\.\d{1,6})?)?|(?-i:Z)",
  "A": "|".join(_DAYS), "a": "|".join(day[:3] for day in _DAYS), "B": "|".join(sorted(_MONTHS, key=len, reverse=True)),
  "b": "|".join(month[:3] for month in _MONTHS), "p": "am|pm",
}
_COMPOSED = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S"}
_NEEDS_WEEKDAY = "and a weekday directive ('%A', '%a', '%w', or '%u')."
_patterns = {}


def _zone_names():
  """The names that %Z knows: for winter time, for summer time."""
  return frozenset({"utc", "gmt", time.tzname[0].lower()}), frozenset({time.tzname[1].lower()}) if time.daylight else frozenset()


def _directive(letter, format):
  if letter == "%":
    return "%"
  if letter == "Z":
    names = frozenset().union(*_zone_names())
    return f"(?P<Z>{'|'.join(re.escape(name) for name in sorted(names, key=len, reverse=True))})"
  if letter in _COMPOSED:
    return _expression(_COMPOSED[letter])
  if letter not in _FIELDS:
    letter = "%" if letter.isspace() else letter  # as in CPython, where blanks have become "\\s+"
    raise ValueError(f"{letter!r} is a bad directive in format {format!r}") from None
  return f"(?P<{letter}>{_FIELDS[letter]})"


_ESCAPES = str.maketrans({character: "\\" + character for character in r"\.^$*+?(){}[]|"})


def _expression(format):
  parts = re.split(r"(\s+|%.?)", format, flags=re.DOTALL)
  out = []
  for i, part in enumerate(parts):
    if i % 2 == 0:
      out.append(part.translate(_ESCAPES))
    elif part == "%":
      raise ValueError(f"stray % in format '{format}'") from None
    elif part[0] == "%":
      out.append(_directive(part[1], format))
    else:
      out.append(r"\s+")
  return "".join(out)


def _pattern(format):
  key = format, time.tzname
  pattern = _patterns.get(key)
  if pattern is None:
    if len(_patterns) > 50:
      _patterns.clear()
    pattern = _patterns[key] = re.compile(_expression(format), re.IGNORECASE)
  return pattern


def _offset(text):
  """(seconds, microseconds) of what %z matches."""
  if text == "Z":
    return 0, 0
  digits = text
  if digits[3] == ":":
    digits = digits[:3] + digits[4:]
    if len(digits) > 5:
      if digits[5] != ":":
        raise ValueError(f"Inconsistent use of : in {text}")
      digits = digits[:5] + digits[6:]
  seconds = int(digits[1:3]) * 3600 + int(digits[3:5]) * 60 + int(digits[5:7] or 0)
  micros = int(digits[8:].ljust(6, "0"))
  return (-seconds, -micros) if text[0] == "-" else (seconds, micros)


def _is_summer_time(name):
  """0, 1, or -1 when the name does not tell."""
  winter, summer = _zone_names()
  if name in winter:
    same_names = time.tzname[0] == time.tzname[1] and time.daylight and name not in ("utc", "gmt")
    return -1 if same_names else 0
  return 1 if name in summer else -1


def _day_of_week_number(year, week, weekday, monday_first):
  """The day of the year of a weekday of a week as %W or %U count them."""
  first = date(year, 1, 1).weekday()
  if not monday_first:
    first, weekday = (first + 1) % 7, (weekday + 1) % 7
  if week == 0:
    return 1 + weekday - first
  return 1 + (7 - first) % 7 + 7 * (week - 1) + weekday


def _last(found, letters):
  """Which of the directives counts: the last one in the format; None when there is none of them."""
  return next((letter for letter in reversed(found) if letter in letters), None)


def _weekday(found):
  letter = _last(found, "Aawu")
  if letter is None:
    return None
  text = found[letter]
  if letter == "A":
    return _DAYS.index(text.lower())
  if letter == "a":
    return [day[:3] for day in _DAYS].index(text.lower())
  return (int(text) - 1) % 7 if letter == "w" else int(text) - 1


def _year(found):
  """The year of %Y or %y, or None."""
  letter = _last(found, "Yy")
  if letter is None:
    return None
  year = int(found[letter])
  if letter == "y":
    year += 2000 if year <= 68 else 1900
  return year


def _month(found):
  letter = _last(found, "Bbm")
  if letter is None:
    return 1
  text = found[letter]
  if letter == "B":
    return _MONTHS.index(text.lower()) + 1
  return [name[:3] for name in _MONTHS].index(text.lower()) + 1 if letter == "b" else int(text)


def _check_iso(found, weekday):
  if "G" in found and not ("Y" in found or "y" in found):
    if "V" not in found or weekday is None:
      raise ValueError(f"ISO year directive '%G' must be used with the ISO week directive '%V' {_NEEDS_WEEKDAY}")
    if "j" in found:
      raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead.")
  elif "V" in found and not ("U" in found or "W" in found):
    if weekday is None:
      raise ValueError(f"ISO week directive '%V' must be used with the ISO year directive '%G' {_NEEDS_WEEKDAY}")
    raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead.")


def _day(found):
  """(year, month, day, weekday, day of the year); the year is 1900 when none was found."""
  weekday = _weekday(found)
  _check_iso(found, weekday)
  year = _year(found)
  month = _month(found)
  day = int(found.get("d", 1))
  of_year = int(found["j"]) if "j" in found else None
  # 29 February without a year is checked against a leap year.
  any_year = year is None and "G" not in found
  if year is None:
    year = int(found["G"]) if "G" in found else 1904 if (month, day) == (2, 29) else 1900
  if of_year is None and weekday is not None:
    if week := _last(found, "UW"):
      of_year = _day_of_week_number(year, int(found[week]), weekday, week == "W")
    elif "G" in found and "V" in found:
      first = date.fromisocalendar(int(found["G"]), 1, 1).toordinal()  # week 53 of a year without one is the first of the next
      when = date.fromordinal(first + 7 * (int(found["V"]) - 1) + weekday)
      year, of_year = when.year, when.toordinal() - date(when.year, 1, 1).toordinal() + 1
  new_year = date(year, 1, 1).toordinal()
  if of_year is None:
    of_year = date(year, month, day).toordinal() - new_year + 1
  else:
    when = date.fromordinal(new_year + of_year - 1)
    year, month, day, of_year = when.year, when.month, when.day, when.toordinal() - date(when.year, 1, 1).toordinal() + 1
  if weekday is None:
    weekday = date(year, month, day).weekday()
  return 1900 if any_year else year, month, day, weekday, of_year


def _hour(found):
  if _last(found, "HI") != "I":
    return int(found.get("H", 0))
  return int(found["I"]) % 12 + (12 if found.get("p", "").lower() == "pm" else 0)


def _strptime(text, format="%a %b %d %H:%M:%S %Y"):
  """((year, month, day, hour, minute, second, weekday, day of year, summer time, zone name, offset), microseconds, those of the offset)"""
  for index, value in enumerate((text, format)):
    if not isinstance(value, str):
      raise TypeError(f"strptime() argument {index} must be str, not {type(value)}")
  match = _pattern(format).match(text)
  if match is None:
    raise ValueError(f"time data {text!r} does not match format {format!r}")
  if match.end() != len(text):
    raise ValueError(f"unconverted data remains: {text[match.end():]}")
  found = match.groupdict()
  year, month, day, weekday, of_year = _day(found)
  seconds, micros = _offset(found["z"]) if "z" in found else (None, 0)
  summer = _is_summer_time(found["Z"].lower()) if "Z" in found else -1
  return ((year, month, day, _hour(found), int(found.get("M", 0)), int(found.get("S", 0)), weekday, of_year, summer, found.get("Z"), seconds),
          int(found.get("f", "0").ljust(6, "0")), micros)


def _strptime_time(data_string, format="%a %b %d %H:%M:%S %Y"):
  """What time.strptime() returns."""
  return time.struct_time(_strptime(data_string, format)[0])


def _strptime_datetime(cls, text, format="%a %b %d %H:%M:%S %Y"):
  """What datetime.strptime() returns."""
  fields, micros, offset_micros = _strptime(text, format)
  name, offset = fields[9:]
  if offset is None:
    return cls(*fields[:6], micros)
  delta = timedelta(seconds=offset, microseconds=offset_micros)
  return cls(*fields[:6], micros, timezone(delta, name) if name else timezone(delta))
