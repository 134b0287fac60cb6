"""Reading of TOML 1.0.

>>> import tomllib
>>> tomllib.loads('[server]\\nport = 80\\nnames = ["a", "b"]')
{'server': {'port': 80, 'names': ['a', 'b']}}
"""

import re

__all__ = ("loads", "load", "TOMLDecodeError")

# Where the value of a key begins is found in one step for keys that are one bare word.
_SIMPLE_KEY = re.compile(r"([A-Za-z0-9_-]+)[ \t]*=[ \t]*")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_BLANKS = re.compile(r"[ \t]*")
_BLANKS_AND_LINES = re.compile(r"[ \t\n]*")
_PLAIN = re.compile(r"[^\x00-\x08\x0a-\x1f\x7f]*")
_PLAIN_LINES = re.compile(r"[^\x00-\x08\x0b-\x1f\x7f]*")
_STRING_PIECE = re.compile(r'[^"\\\x00-\x08\x0a-\x1f\x7f]*')
_LINES_PIECE = re.compile(r'(?:[^"\\\x00-\x08\x0b-\x1f\x7f]|"(?!""))*')
_HEX = re.compile(r"[0-9A-Fa-f]*")
_CLOCK = r"([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9])(?:\.([0-9]{1,6})[0-9]*)?"
_TIME = re.compile(_CLOCK)
_DATE = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])(?:[Tt ]" + _CLOCK +
                   r"(?:([Zz])|([+-])([01][0-9]|2[0-3]):([0-5][0-9]))?)?")
_NUMBER = re.compile(r"0(?:x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|b[01](?:_?[01])*|o[0-7](?:_?[0-7])*)|"
                     r"[+-]?(?:0|[1-9](?:_?[0-9])*)((?:\.[0-9](?:_?[0-9])*)?(?:[eE][+-]?[0-9](?:_?[0-9])*)?)")
_SPECIAL_FLOAT = re.compile(r"[+-]?(?:inf|nan)")
_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}


class TOMLDecodeError(ValueError):
  """A document that is not TOML."""


def load(fp, /, *, parse_float=float):
  """The dictionary in a file that is open for reading bytes."""
  data = fp.read()
  try:
    text = data.decode()
  except AttributeError:
    raise TypeError("File must be opened in binary mode, e.g. use `open('foo.toml', 'rb')`") from None
  return loads(text, parse_float=parse_float)


def loads(s, /, *, parse_float=float):
  """The dictionary in a text; parse_float makes values of the texts of floats."""
  return _Document(s.replace("\r\n", "\n"), parse_float if parse_float is float else _checked(parse_float)).read()


def _checked(parse_float):
  """Values that a document could be continued into are refused: they would be taken for its tables and arrays."""
  def parse(text):
    value = parse_float(text)
    if isinstance(value, (dict, list)):
      raise ValueError("parse_float must not return dicts or lists")
    return value
  return parse


class _Name:
  """What a document said of a name: whether its table is declared, whether a value closed it, and of the names inside."""
  __slots__ = ("declared", "closed", "inner")

  def __init__(self):
    self.declared = self.closed = False
    self.inner = {}

  def find(self, key):
    """The entry of a dotted key, or None."""
    name = self
    for part in key:
      name = name.inner.get(part)
      if name is None:
        return None
    return name

  def make(self, key):
    """The entry of a dotted key, which may be new."""
    name = self
    for part in key:
      inner = name.inner
      name = inner.get(part)
      if name is None:
        name = inner[part] = _Name()
    return name

  def is_declared(self, key):
    name = self.find(key)
    return name is not None and name.declared

  def is_closed(self, key):
    """Whether the key, or what it lies in, is an inline table or an array."""
    name = self
    for part in key:
      name = name.inner.get(part)
      if name is None:
        return False
      if name.closed:
        return True
    return False


def _table(root, key, through_arrays=True):
  """The table of a dotted key, made where it is missing; None if something else is in the way."""
  table = root
  for part in key:
    table = table.setdefault(part, {})
    if through_arrays and isinstance(table, list):
      table = table[-1]
    if not isinstance(table, dict):
      return None
  return table


class _Document:
  """A reader that goes through the text once; pos is where it stands."""

  def __init__(self, text, parse_float):
    self.text = text
    self.end = len(text)
    self.pos = 0
    self.parse_float = parse_float
    self.root = self.table = {}
    self.root_name = self.table_name = _Name()
    self.header = ()
    self.dotted = []  # Keys that stay open until the next header.

  def error(self, message, pos=None):
    pos = self.pos if pos is None else pos
    if pos >= self.end:
      return TOMLDecodeError(f"{message} (at end of document)")
    line = self.text.count("\n", 0, pos) + 1
    return TOMLDecodeError(f"{message} (at line {line}, column {pos - self.text.rfind(chr(10), 0, pos)})")

  def char(self):
    """The next character, or nothing."""
    return self.text[self.pos:self.pos + 1]

  def skip_blanks(self):
    self.pos = _BLANKS.match(self.text, self.pos).end()

  def skip_comment(self):
    if self.char() == "#":
      self.pos = _PLAIN.match(self.text, self.pos).end()
      if self.pos < self.end and self.text[self.pos] != "\n":
        raise self.error(f"Found invalid character {self.text[self.pos]!r}")

  def skip_lines(self):
    """Blanks, line ends and comments, which may stand between the values of an array."""
    while True:
      self.pos = _BLANKS_AND_LINES.match(self.text, self.pos).end()
      if self.char() != "#":
        return
      self.skip_comment()

  def read(self):
    while True:
      self.pos = _BLANKS_AND_LINES.match(self.text, self.pos).end()
      if self.pos >= self.end:
        return self.root
      self.statement(self.text[self.pos])
      self.skip_comment()
      if self.pos < self.end and self.text[self.pos] != "\n":
        raise self.error("Expected newline or end of document after a statement")

  def statement(self, char):
    if char == "[":
      self.declare_dotted()
      self.array_header() if self.text.startswith("[[", self.pos) else self.table_header()
    elif _BARE_KEY.match(char) or char in "\"'":
      self.assignment()
    elif char == "#":
      return
    else:
      raise self.error("Invalid statement")
    self.skip_blanks()

  def declare_dotted(self):
    for key in self.dotted:
      self.root_name.make(key).declared = True
    self.dotted.clear()

  def table_header(self):
    self.pos += 1
    self.skip_blanks()
    key = self.key()
    if self.root_name.is_declared(key) or self.root_name.is_closed(key):
      raise self.error(f"Cannot declare {key} twice")
    self.enter(key, _table(self.root, key))
    if self.char() != "]":
      raise self.error("Expected ']' at the end of a table declaration")
    self.pos += 1

  def array_header(self):
    self.pos += 2
    self.skip_blanks()
    key = self.key()
    if self.root_name.is_closed(key):
      raise self.error(f"Cannot mutate immutable namespace {key}")
    # Names of the item before are free again.
    self.root_name.make(key[:-1]).inner.pop(key[-1], None)
    outer = _table(self.root, key[:-1])
    items = None if outer is None else outer.setdefault(key[-1], [])
    if isinstance(items, list):
      items.append({})
    self.enter(key, items[-1] if isinstance(items, list) else None)
    if not self.text.startswith("]]", self.pos):
      raise self.error("Expected ']]' at the end of an array declaration")
    self.pos += 2

  def enter(self, key, table):
    """Go on in a table."""
    if table is None:
      raise self.error("Cannot overwrite a value")
    self.header, self.table, self.table_name = key, table, self.root_name.make(key)
    self.table_name.declared = True

  def assignment(self):
    key, value = self.pair()
    table = self.table if len(key) == 1 else self.dotted_table(key)
    last = key[-1]
    if last in table:
      raise self.error("Cannot overwrite a value")
    if isinstance(value, (dict, list)):
      self.table_name.make(key).closed = True
    table[last] = value

  def dotted_table(self, key):
    """The table that a dotted key leads to from the present one."""
    for length in range(1, len(key)):
      if self.table_name.is_declared(key[:length]):
        raise self.error(f"Cannot redefine namespace {self.header + key[:length]}")
      self.dotted.append(self.header + key[:length])
    if self.table_name.is_closed(key[:-1]):
      raise self.error(f"Cannot mutate immutable namespace {self.header + key[:-1]}")
    table = _table(self.table, key[:-1])
    if table is None:
      raise self.error("Cannot overwrite a value")
    return table

  def pair(self):
    """A key and its value."""
    simple = _SIMPLE_KEY.match(self.text, self.pos)
    if simple:
      self.pos = simple.end()
      return (simple[1],), self.value()
    key = self.key()
    if self.char() != "=":
      raise self.error("Expected '=' after a key in a key/value pair")
    self.pos += 1
    self.skip_blanks()
    return key, self.value()

  def key(self):
    """The parts of a dotted key."""
    parts = []
    while True:
      parts.append(self.key_part())
      self.skip_blanks()
      if self.char() != ".":
        return tuple(parts)
      self.pos += 1
      self.skip_blanks()

  def key_part(self):
    bare = _BARE_KEY.match(self.text, self.pos)
    if bare:
      self.pos = bare.end()
      return bare[0]
    char = self.char()
    if char == "'":
      return self.literal("'", _PLAIN)
    if char == '"':
      return self.basic(_STRING_PIECE, '"')
    raise self.error("Invalid initial character for a key part")

  def value(self):
    char = self.char()
    if char == '"':
      return self.basic_lines() if self.text.startswith('"""', self.pos) else self.basic(_STRING_PIECE, '"')
    if char == "'":
      return self.literal_lines() if self.text.startswith("'''", self.pos) else self.literal("'", _PLAIN)
    if char == "[":
      return self.array()
    if char == "{":
      return self.inline_table()
    if char == "t" and self.text.startswith("true", self.pos):
      self.pos += 4
      return True
    if char == "f" and self.text.startswith("false", self.pos):
      self.pos += 5
      return False
    return self.time_or_number()

  def time_or_number(self):
    for pattern, convert in (_DATE, self.date), (_TIME, self.time), (_NUMBER, self.number), (_SPECIAL_FLOAT, self.special_float):
      match = pattern.match(self.text, self.pos)
      if match:
        value = convert(match)
        self.pos = match.end()
        return value
    raise self.error("Invalid value")

  def date(self, match):
    import datetime
    year, month, day, hour, minute, second, fraction, utc, sign, hours, minutes = match.groups()
    try:
      date = datetime.date(int(year), int(month), int(day))
    except ValueError as error:
      raise self.error("Invalid date or datetime") from error
    if hour is None:
      return date
    zone = datetime.timezone.utc if utc else None
    if sign:
      offset = datetime.timedelta(hours=int(hours), minutes=int(minutes))
      zone = datetime.timezone(offset if sign == "+" else -offset)
    return datetime.datetime.combine(date, _time(hour, minute, second, fraction), zone)

  def time(self, match):
    return _time(*match.groups())

  def number(self, match):
    return self.parse_float(match[0]) if match[1] else int(match[0], 0)

  def special_float(self, match):
    return self.parse_float(match[0])

  def array(self):
    self.pos += 1
    values = []
    self.skip_lines()
    while self.char() != "]":
      values.append(self.value())
      self.skip_lines()
      char = self.char()
      if char == ",":
        self.pos += 1
        self.skip_lines()
      elif char != "]":
        raise self.error("Unclosed array")
    self.pos += 1
    return values

  def inline_table(self):
    self.pos += 1
    root, names = {}, _Name()
    self.skip_blanks()
    if self.char() == "}":
      self.pos += 1
      return root
    while True:
      self.inline_pair(root, names)
      self.skip_blanks()
      char = self.char()
      if char not in (",", "}"):
        raise self.error("Unclosed inline table")
      self.pos += 1
      if char == "}":
        return root
      self.skip_blanks()

  def inline_pair(self, root, names):
    key, value = self.pair()
    if names.is_closed(key):
      raise self.error(f"Cannot mutate immutable namespace {key}")
    table = _table(root, key[:-1], through_arrays=False)
    if table is None:
      raise self.error("Cannot overwrite a value")
    if key[-1] in table:
      raise self.error(f"Duplicate inline table key {key[-1]!r}")
    table[key[-1]] = value
    if isinstance(value, (dict, list)):
      names.make(key).closed = True

  def literal(self, quote, plain):
    """A string without escapes, up to a quote."""
    start = self.pos = self.pos + len(quote)
    end = self.text.find(quote, start)
    if end < 0:
      raise self.error(f"Expected {quote!r}", self.end)
    bad = plain.match(self.text, start, end).end()
    if bad < end:
      raise self.error(f"Found invalid character {self.text[bad]!r}", bad)
    self.pos = end + len(quote)
    return self.text[start:end]

  def literal_lines(self):
    start = self.pos + 3
    text = self.literal("'''", _PLAIN_LINES)
    if self.text.startswith("\n", start):
      text = text[1:]
    return text + self.further_quotes("'")

  def basic_lines(self):
    self.pos += 3 if self.text.startswith("\n", self.pos + 3) else 2
    return self.basic(_LINES_PIECE, '"""') + self.further_quotes('"')

  def further_quotes(self, quote):
    """Up to two quotes may stand right before the closing ones."""
    count = 2 if self.text.startswith(quote * 2, self.pos) else 1 if self.char() == quote else 0
    self.pos += count
    return quote * count

  def basic(self, piece, quote):
    """A string with escapes, up to a quote; pos is the character before its first."""
    start = self.pos + 1
    self.pos = piece.match(self.text, start).end()
    if self.text.startswith(quote, self.pos):
      text = self.text[start:self.pos]
      self.pos += len(quote)
      return text
    parts = [self.text[start:self.pos]]
    while not self.text.startswith(quote, self.pos):
      char = self.char()
      if not char:
        raise self.error("Unterminated string")
      if char != "\\":
        raise self.error(f"Illegal character {char!r}")
      parts.append(self.escape(len(quote) == 3))
      match = piece.match(self.text, self.pos)
      parts.append(match[0])
      self.pos = match.end()
    self.pos += len(quote)
    return "".join(parts)

  def escape(self, lines):
    """What a backslash and the characters after it mean; pos is then behind them."""
    char = self.text[self.pos + 1:self.pos + 2]
    self.pos += 2
    if lines and char and char in " \t\n":
      return self.escaped_line_end(char)
    if char == "u":
      return self.escaped_code_point(4)
    if char == "U":
      return self.escaped_code_point(8)
    if char not in _ESCAPES:
      raise self.error("Unescaped '\\' in a string")
    return _ESCAPES[char]

  def escaped_line_end(self, char):
    """Nothing: the blanks and line ends that follow are left out."""
    if char != "\n":
      self.skip_blanks()
      if self.pos >= self.end:
        return ""
      if self.text[self.pos] != "\n":
        raise self.error("Unescaped '\\' in a string")
    self.pos = _BLANKS_AND_LINES.match(self.text, self.pos).end()
    return ""

  def escaped_code_point(self, length):
    digits = _HEX.match(self.text, self.pos, min(self.pos + length, self.end))[0]
    if len(digits) != length:
      raise self.error("Invalid hex value")
    self.pos += length
    number = int(digits, 16)
    if 0xd800 <= number <= 0xdfff or number > 0x10ffff:
      raise self.error("Escaped character is not a Unicode scalar value")
    return chr(number)


def _time(hour, minute, second, fraction):
  import datetime
  return datetime.time(int(hour), int(minute), int(second), int(fraction.ljust(6, "0")) if fraction else 0)
