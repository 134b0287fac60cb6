"""The texts of cookies for http.cookiejar: dates, header fields made of words and parameters, and the log of its decisions."""

import datetime
import re
import sys
import time
from calendar import timegm

DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
MONTHS_LOWER = [month.lower() for month in MONTHS]
UTC_ZONES = {"GMT": None, "UTC": None, "UT": None, "Z": None}
EPOCH_YEAR = 1970

_STRICT_DATE = r"(?a)[SMTWF][a-z][a-z], (\d\d) ([JFMASOND][a-z][a-z]) (\d\d\d\d) (\d\d):(\d\d):(\d\d) GMT$"
_WEEKDAY = r"(?ai)^(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat)[a-z]*,?\s*"
_LOOSE_DATE = (r"(?a)(\d\d?)(?:\s+|[-\/])(\w+)(?:\s+|[-\/])(\d+)"  # Day, month, year.
               r"(?:(?:\s+|:)(\d\d?):(\d\d)(?::(\d\d))?)?\s*"  # A clock.
               r"(?:([-+]?\d{2,4}|(?![APap][Mm]\b)[A-Za-z]+)\s*)?(?:\(\w+\)\s*)?$")  # A zone, and its name as a comment.
_ISO_DATE = (r"(?a)(\d{4})[-\/]?(\d\d?)[-\/]?(\d\d?)(?:(?:\s+|[-:Tt])(\d\d?):?(\d\d)(?::?(\d\d(?:\.\d*)?))?)?\s*"
             r"(?:([-+]?\d\d?:?(?::?\d\d)?|Z|z)\s*)?$")
_ZONE = r"(?a)([-+])?(\d\d?):?(\d\d)?$"


def debug_log(*args):
  """Tell the log of the module, if a program set http.cookiejar.debug."""
  module = sys.modules["http.cookiejar"]
  if not module.debug:
    return None
  if not module.logger:
    import logging
    module.logger = logging.getLogger("http.cookiejar")
  return module.logger.debug(*args)


def _utc(t):
  return datetime.datetime.utcnow() if t is None else datetime.datetime.utcfromtimestamp(t)


def time2isoz(t=None):
  """A time, by default the present one, as 1994-11-24 08:49:37Z."""
  moment = _utc(t)
  return "%04d-%02d-%02d %02d:%02d:%02dZ" % (moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second)


def time2netscape(t=None):
  """A time, by default the present one, as Thu, 24-Nov-1994 08:49:37 GMT."""
  moment = _utc(t)
  return "%s, %02d-%s-%04d %02d:%02d:%02d GMT" % (DAYS[moment.weekday()], moment.day, MONTHS[moment.month - 1], moment.year, moment.hour,
                                                 moment.minute, moment.second)


def offset_from_tz_string(tz):
  """Seconds east of Greenwich, or None for a zone that is not known."""
  if tz in UTC_ZONES:
    return 0
  found = re.match(_ZONE, tz)
  if not found:
    return None
  sign, hours, minutes = found.groups()
  offset = 3600 * int(hours) + 60 * int(minutes or 0)
  return -offset if sign == "-" else offset


def _seconds(year, month, day, hour, minute, second):
  """Seconds since 1970 of a time in UTC, or None for what no clock shows."""
  if year >= EPOCH_YEAR and 1 <= month <= 12 and 1 <= day <= 31 and 0 <= hour <= 24 and 0 <= minute <= 59 and 0 <= second <= 61:
    return timegm((year, month, day, hour, minute, second))
  return None


def _full_year(year):
  """A year without its century is the nearest to the present one."""
  if year >= 1000:
    return year
  now = time.localtime(time.time())[0]
  distance = now % 100 - year
  year += now - now % 100
  if abs(distance) > 50:
    year += 100 if distance > 0 else -100
  return year


def _month_number(month):
  """1 to 12 for a name or a number, or None."""
  if month.lower() in MONTHS_LOWER:
    return MONTHS_LOWER.index(month.lower()) + 1
  try:
    number = int(month)
  except ValueError:
    return None
  return number if 1 <= number <= 12 else None


def _str2time(day, month, year, hour, minute, second, zone):
  month = _month_number(month)
  if int(year) > datetime.MAXYEAR or month is None:
    return None
  moment = _seconds(_full_year(int(year)), month, int(day), int(hour or 0), int(minute or 0), int(second or 0))
  if moment is None:
    return None
  offset = offset_from_tz_string((zone or "UTC").upper())
  return None if offset is None else moment - offset


def http2time(text):
  """Seconds since 1970 of a date in a header field, strict or loose, or None."""
  strict = re.match(_STRICT_DATE, text)
  if strict:
    day, month, year, hour, minute, second = strict.groups()
    return _seconds(int(year), MONTHS_LOWER.index(month.lower()) + 1, int(day), int(hour), int(minute), float(second))
  text = re.sub(_WEEKDAY, "", text.lstrip(), count=1)
  loose = re.match(_LOOSE_DATE, text)
  return _str2time(*loose.groups()) if loose else None


def iso2time(text):
  """Seconds since 1970 of a date as ISO 8601 writes it, or None."""
  found = re.match(_ISO_DATE, text.lstrip())
  if not found:
    return None
  year, month, day, hour, minute, second, zone = found.groups()
  return _str2time(day, month, year, hour, minute, second, zone)


_TOKEN = re.compile(r"\s*([^=\s;,]+)")
_QUOTED_VALUE = re.compile(r"\s*=\s*\"([^\"\\]*(?:\\.[^\"\\]*)*)\"")
_VALUE = re.compile(r"\s*=\s*([^\s;,]*)")
_JUNK = re.compile(r"[=\s;]*")
_BLANKS = re.compile(r"\s*")


def split_header_words(header_values):
  """Fields as lists of (name, value) pairs; a comma begins a new list, a word alone has the value None.

  >>> from http.cookiejar import split_header_words
  >>> split_header_words(['a="x; y"; b, c=d'])
  [[('a', 'x; y'), ('b', None)], [('c', 'd')]]
  """
  assert not isinstance(header_values, str)
  result = []
  for text in header_values:
    pairs, pos = [], 0
    while pos < len(text):
      token = _TOKEN.match(text, pos)
      if token:
        value, pos = _word_value(text, token.end())
        pairs.append((token[1], value))
        continue
      after_blanks = _BLANKS.match(text, pos).end()
      if text.startswith(",", after_blanks):
        pos = after_blanks + 1
        result.append(pairs)
        pairs = []
      else:
        pos = _JUNK.match(text, pos).end()
    result.append(pairs)
  return [pairs for pairs in result if pairs]


def _word_value(text, pos):
  """What follows a word after an equals sign, and where it ends."""
  quoted = _QUOTED_VALUE.match(text, pos)
  if quoted:
    return re.sub(r"\\(.)", r"\1", quoted[1]), quoted.end()
  plain = _VALUE.match(text, pos)
  return (plain[1].rstrip(), plain.end()) if plain else (None, pos)


def join_header_words(lists):
  """The field that split_header_words() takes apart; values that are no words are quoted."""
  return ", ".join("; ".join(_joined_word(*pair) for pair in pairs) for pairs in lists if pairs)


def _joined_word(name, value):
  if value is None:
    return name
  if not re.search(r"^\w+$", value):
    value = '"%s"' % re.sub(r"([\"\\])", r"\\\1", value)
  return "%s=%s" % (name, value)


def strip_quotes(text):
  """A text without a quote at its beginning and one at its end."""
  return text.removeprefix('"').removesuffix('"')


_NETSCAPE_ATTRIBUTES = ("expires", "domain", "path", "secure", "version", "port", "max-age")


def parse_ns_headers(ns_headers):
  """Fields Set-Cookie as lists of (name, value) pairs, of which the first is the cookie; commas do not separate, as dates have them."""
  cookies = (_netscape_pairs(field) for field in ns_headers)
  return [pairs for pairs in cookies if pairs]


def _netscape_pairs(field):
  cookie, *attributes = (part.strip() for part in field.split(";"))
  pairs = [_netscape_pair(cookie)]
  if not pairs[0][0]:
    return []
  for name, value in map(_netscape_pair, attributes):
    if not name:
      continue
    if name.lower() in _NETSCAPE_ATTRIBUTES:
      name = name.lower()
    if name == "version" and value is not None:
      value = strip_quotes(value)
    elif name == "expires" and value is not None:
      value = http2time(strip_quotes(value))
    pairs.append((name, value))
  if not any(name == "version" for name, _ in pairs[1:]):
    pairs.append(("version", "0"))
  return pairs


def _netscape_pair(text):
  name, equals, value = text.partition("=")
  return name.strip(), value.strip() if equals else None
