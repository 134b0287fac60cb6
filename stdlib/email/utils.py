"""Dates and addresses in mail headers.

>>> formataddr(("Ann Example", "ann@example.org")), parseaddr('"A. B." <a@b.c>')
('Ann Example <ann@example.org>', ('A. B.', 'a@b.c'))
>>> formatdate(0, usegmt=True)
'Thu, 01 Jan 1970 00:00:00 GMT'
"""

import datetime
import time

__all__ = ["collapse_rfc2231_value", "decode_params", "decode_rfc2231", "encode_rfc2231", "formataddr", "formatdate", "format_datetime",
           "getaddresses", "make_msgid", "mktime_tz", "parseaddr", "parsedate", "parsedate_tz", "parsedate_to_datetime", "unquote"]

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LONG_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_ZONES = {"UT": 0, "UTC": 0, "GMT": 0, "Z": 0, "AST": -400, "ADT": -300, "EST": -500, "EDT": -400, "CST": -600, "CDT": -500, "MST": -700,
          "MDT": -600, "PST": -800, "PDT": -700}
_SPECIALS = frozenset('()<>@,:;".[]\\')


# Dates.

def _format(fields, zone):
  return (f"{_DAYS[fields[6]]}, {fields[2]:02d} {_MONTHS[fields[1] - 1]} {fields[0]:04d} "
          f"{fields[3]:02d}:{fields[4]:02d}:{fields[5]:02d} {zone}")


def formatdate(timeval=None, localtime=False, usegmt=False):
  """A moment (now) as in mail headers."""
  if timeval is None:
    timeval = time.time()
  moment = datetime.datetime.fromtimestamp(timeval, datetime.timezone.utc)
  if localtime:
    moment = moment.astimezone()
    usegmt = False
  elif not usegmt:
    moment = moment.replace(tzinfo=None)
  return format_datetime(moment, usegmt)


def format_datetime(dt, usegmt=False):
  """A datetime as in mail headers; -0000 stands for an unknown zone."""
  fields = dt.timetuple()
  if usegmt:
    if dt.tzinfo is None or dt.tzinfo != datetime.timezone.utc:
      raise ValueError("usegmt option requires a UTC datetime")
    zone = "GMT"
  else:
    zone = "-0000" if dt.tzinfo is None else dt.strftime("%z")
  return _format(fields, zone)


def localtime(dt=None, isdst=-1):
  """A datetime in the local zone: now, or the one that is given."""
  if dt is None:
    dt = datetime.datetime.now(datetime.timezone.utc)
  return dt.astimezone()


def parsedate_tz(data):
  """Ten fields: those of time.struct_time, and the zone's seconds (None for -0000); None if it is no date."""
  fields = _parse(data)
  if fields and fields[9] is None:
    fields[9] = 0
  return tuple(fields) if fields else None


def parsedate(data):
  """The first nine fields of parsedate_tz()."""
  fields = parsedate_tz(data)
  return fields[:9] if isinstance(fields, tuple) else fields


def parsedate_to_datetime(data):
  """The date as a datetime; ValueError if it is none."""
  fields = _parse(data)
  if not fields:
    raise ValueError(f'Invalid date value or format "{data!s}"')
  *moment, zone = fields
  if zone is None:
    return datetime.datetime(*moment[:6])
  return datetime.datetime(*moment[:6], tzinfo=datetime.timezone(datetime.timedelta(seconds=zone)))


def mktime_tz(data):
  """The seconds since 1970 of ten fields."""
  if data[9] is None:
    return time.mktime(tuple(data[:8]) + (-1,))
  import calendar
  return calendar.timegm(data) - data[9]


def _split_date(text):
  """Words of a date: day, month, year, time, zone; None if there are too few."""
  words = text.split()
  if not words:
    return None
  if words[0].endswith(",") or words[0].lower() in [day.lower() for day in _DAYS]:
    del words[0]
  elif "," in words[0]:
    words[0] = words[0][words[0].rfind(",") + 1:]
  if len(words) == 3:
    parts = words[0].split("-")
    if len(parts) == 3:
      words = parts + words[1:]
  if len(words) == 4:
    sign = max(words[3].find("+"), words[3].find("-"))
    words[3:] = [words[3][:sign], words[3][sign:]] if sign > 0 else [words[3], ""]
  return words[:5] if len(words) >= 5 else None


def _month_of(word):
  word = word.lower()
  for names in (_LONG_MONTHS, [month.lower() for month in _MONTHS]):
    if word in names:
      return names.index(word) + 1
  return None


def _parse_time(text):
  text = text.rstrip(",")
  parts = text.split(":") if ":" in text else text.split(".")
  if len(parts) not in (2, 3):
    return None
  try:
    return [int(part) for part in parts] + [0] * (3 - len(parts))
  except ValueError:
    return None


def _parse_zone(text):
  """Seconds of a zone; None when it is not known."""
  text = text.upper()
  if text in _ZONES:
    number = _ZONES[text]
  else:
    try:
      number = int(text)
    except ValueError:
      return None
    if number == 0 and text.startswith("-"):
      return None
  sign = -1 if number < 0 else 1
  return sign * (abs(number) // 100 * 3600 + abs(number) % 100 * 60)


def _parse(data):
  words = _split_date(data) if data else None
  if not words:
    return None
  day, month_word, year, clock, zone = words
  if not (day and month_word and year):
    return None
  month = _month_of(month_word)
  if month is None:
    day, month_word = month_word, day
    month = _month_of(month_word)
    if month is None:
      return None
  day = day.rstrip(",")
  if ":" in year:
    year, clock = clock, year
  year = year.rstrip(",")
  if not year[:1].isdigit():
    year, zone = zone, year
  moment = _parse_time(clock)
  try:
    year, day = int(year), int(day)
  except ValueError:
    return None
  if moment is None:
    return None
  if year < 100:
    year += 1900 if year > 68 else 2000
  return [year, month, day, *moment, 0, 1, -1, _parse_zone(zone)]


# Addresses.

def quote(str):
  """The text for use between quotation marks."""
  return str.replace("\\", "\\\\").replace('"', '\\"')


def unquote(str):
  """The text without quotation marks or angle brackets around it."""
  if len(str) > 1:
    if str[0] == str[-1] == '"':
      return str[1:-1].replace("\\\\", "\\").replace('\\"', '"')
    if str[0] == "<" and str[-1] == ">":
      return str[1:-1]
  return str


def _encoded_word(text, charset):
  """Text in another character set, in the shorter one of both ways."""
  data = text.encode(charset)
  quoted = "".join(["_" if c == 32 else chr(c) if c < 128 and (chr(c).isalnum() or chr(c) in "-!*+/") else f"={c:02X}" for c in data])
  if (len(data) + 2) // 3 * 4 < len(quoted):
    import base64
    return f"=?{charset}?b?{base64.b64encode(data).decode('ascii')}?="
  return f"=?{charset}?q?{quoted}?="


def formataddr(pair, charset="utf-8"):
  """A name and an address as in mail headers."""
  name, address = pair
  address.encode("ascii")
  if not name:
    return address
  try:
    name.encode("ascii")
  except UnicodeEncodeError:
    charset = {"latin-1": "iso-8859-1", "latin_1": "iso-8859-1", "ascii": "us-ascii"}.get(charset, charset) if isinstance(charset, str) else charset
    return f"{_encoded_word(name, charset)} <{address}>"
  marks = '"' if _SPECIALS.intersection(name) else ""
  name = name.replace("\\", "\\\\").replace('"', '\\"')
  return f"{marks}{name}{marks} <{address}>"


_ATOM_ENDS = '()<>@,:;."[] \t\r\n'
_PHRASE_ENDS = _ATOM_ENDS.replace(".", "")  # obsolete syntax has dots in phrases


class _Reader:
  """Reads addresses: words, "quoted words", (comments), <routes>."""

  def __init__(self, text):
    self.text = text
    self.at = 0
    self.comments = []

  def peek(self):
    return self.text[self.at:self.at + 1]

  def skip(self):
    """Passes over blanks and comments; the blanks between words are returned."""
    blanks = ""
    while c := self.peek():
      if c in " \t":
        blanks += c
      elif c == "(":
        self.comments.append(self.comment())
        continue
      elif c not in "\r\n":
        break
      self.at += 1
    return blanks

  def delimited(self, closer):
    """The text up to a closing character, or the end of the line; escapes resolved. Comments lose the parentheses of those inside."""
    self.at += 1
    parts = []
    while c := self.peek():
      self.at += 1
      if c == closer or c == "\r":
        break
      if c == "\\":
        c = self.peek()
        self.at += 1
      elif c == "(" and closer == ")":
        self.at -= 1
        c = self.comment()
      parts.append(c)
    return "".join(parts)

  def comment(self):
    return self.delimited(")")

  def atom(self, ends):
    start = self.at
    while self.peek() and self.peek() not in ends:
      self.at += 1
    return self.text[start:self.at]

  def local_part(self):
    parts = []

    def drop_blanks():
      if parts and not parts[-1].strip():
        parts.pop()

    self.skip()
    while c := self.peek():
      if c == ".":
        drop_blanks()
        parts.append(c)
        self.at += 1
      elif c == '"':
        parts.append(f'"{quote(self.delimited(c))}"')
      elif c in _ATOM_ENDS:
        drop_blanks()
        break
      else:
        parts.append(self.atom(_ATOM_ENDS))
      blanks = self.skip()
      if blanks and c != ".":
        parts.append(blanks)
    return "".join(parts)

  def domain(self):
    """What follows an @; nothing if there is another @, lest one address looks like another."""
    parts = []
    while c := self.peek():
      if c in " \t":
        self.at += 1
      elif c == "(":
        self.comments.append(self.comment())
      elif c == "[":
        parts.append(f"[{self.delimited(']')}]")
      elif c == ".":
        parts.append(c)
        self.at += 1
      elif c == "@":
        return ""
      elif c in _ATOM_ENDS:
        break
      else:
        parts.append(self.atom(_ATOM_ENDS))
    return "".join(parts)

  def address(self):
    """local@domain."""
    local = self.local_part()
    if self.peek() != "@":
      return local
    self.at += 1
    self.skip()
    domain = self.domain()
    return f"{local}@{domain}" if domain else ""

  def route_address(self):
    """The address between < and >; an obsolete route may stand before it."""
    self.at += 1
    self.skip()
    while c := self.peek():
      if c not in ">@:":
        found = self.address()
        self.at += 1
        return found
      self.at += 1
      if c == ">":
        break
      self.skip()
      if c == "@":
        self.domain()
        self.skip()
    return ""

  def phrase(self):
    words = []
    while c := self.peek():
      if c in " \t\r\n":
        self.at += 1
      elif c == '"':
        words.append(self.delimited(c))
      elif c == "(":
        self.comments.append(self.comment())
      elif c in _PHRASE_ENDS:
        break
      else:
        words.append(self.atom(_PHRASE_ENDS))
    return words

  def group(self):
    """The mailboxes after the name of a group and its colon."""
    self.at += 1
    found = []
    while self.peek():
      self.skip()
      if self.peek() == ";":
        self.at += 1
        break
      found.extend(self.mailbox())
    return found

  def mailbox(self):
    """A list of (name, address): one, those of a group, or none; also passes over the comma behind."""
    self.comments = comments = []
    self.skip()
    start = self.at
    words = self.phrase()
    self.skip()
    c = self.peek()
    found = []
    if c == "<":
      address = self.route_address()
      name = " ".join(words)
      found = [(f"{name} ({' '.join(comments)})" if comments else name, address)]
    elif c == ":":
      found = self.group()
    elif c and c in ".@":
      self.at = start
      address = self.address()
      found = [(" ".join(comments), address)]
    elif words:
      found = [(" ".join(comments), words[0])]
    elif c:
      self.at += 1
    self.skip()
    if self.peek() == ",":
      self.at += 1
    return found

  def all(self):
    found = []
    while self.at < len(self.text):
      found.extend(self.mailbox() or [("", "")])
    return found


def getaddresses(fieldvalues):
  """The list of (name, address) in header values."""
  return _Reader(", ".join([str(value) for value in fieldvalues])).all()


def parseaddr(addr):
  """The (name, address) of a header value; ("", "") if there is none."""
  found = addr and _Reader(addr).all()
  return found[0] if found else ("", "")


def make_msgid(idstring=None, domain=None):
  """A unique identifier for a message."""
  import os
  import random
  import socket
  if domain is None:
    domain = socket.getfqdn()
  suffix = "" if idstring is None else "." + idstring
  return f"<{int(time.time() * 100)}.{os.getpid()}.{random.getrandbits(64)}{suffix}@{domain}>"


# Parameters in other character sets.

def decode_rfc2231(s):
  """[charset, language, text] of a value."""
  parts = s.split("'", 2)
  return parts if len(parts) > 2 else (None, None, s)


def encode_rfc2231(s, charset=None, language=None):
  """The text with its character set and language."""
  import urllib.parse
  s = urllib.parse.quote(s, safe="", encoding=charset or "ascii")
  return s if charset is None and language is None else f"{charset}'{language or ''}'{s}"


def collapse_rfc2231_value(value, errors="replace", fallback_charset="us-ascii"):
  """A value of decode_rfc2231() as text."""
  if not isinstance(value, tuple) or len(value) != 3:
    return unquote(value)
  charset, _, text = value
  try:
    return text.encode("latin-1", "backslashreplace").decode(charset or fallback_charset, errors)
  except LookupError:
    return unquote(text)


def decode_params(params):
  """Parameters with their continuations put together."""
  import re
  import urllib.parse
  result = [params[0]]
  pieces = {}
  for name, value in params[1:]:
    encoded = name.endswith("*")
    value = unquote(value)
    match = re.match(r"^(?P<name>\w+)\*((?P<num>[0-9]+)\*?)?$", name)
    if match:
      number = match.group("num")
      pieces.setdefault(match.group("name"), []).append((-1 if number is None else int(number), value, encoded))
    else:
      result.append((name, f'"{quote(value)}"'))
  for name, parts in pieces.items():
    parts.sort(key=lambda part: part[0])
    extended = any(encoded for _, _, encoded in parts)
    text = "".join([urllib.parse.unquote(value, encoding="latin-1") if encoded else value for _, value, encoded in parts])
    text = quote(text)
    if extended:
      charset, language, text = decode_rfc2231(text)
      result.append((name, (charset, language, f'"{text}"')))
    else:
      result.append((name, f'"{text}"'))
  return result
