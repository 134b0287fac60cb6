"""JSONEncoder."""

from _json import encode as _encode
from _json import quote as _quote
from math import isfinite

__all__ = ["JSONEncoder"]


def encode_basestring(s):
  """A JSON string with non-ASCII characters as they are."""
  return _quote(s, False)


def encode_basestring_ascii(s):
  """A JSON string of ASCII characters."""
  return _quote(s, True)


class JSONEncoder:
  """Makes JSON text of objects."""

  item_separator = ", "
  key_separator = ": "

  def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False, indent=None,
               separators=None, default=None):
    self.skipkeys = skipkeys
    self.ensure_ascii = ensure_ascii
    self.check_circular = check_circular
    self.allow_nan = allow_nan
    self.sort_keys = sort_keys
    self.indent = indent
    if separators is not None:
      self.item_separator, self.key_separator = separators
    elif indent is not None:
      self.item_separator = ","
    if default is not None:
      self.default = default

  def default(self, o):
    """What to write instead of an object that JSON does not know; override it."""
    raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

  def encode(self, o):
    """The JSON text of an object."""
    indent = self.indent
    if indent is not None and not isinstance(indent, str):
      indent = " " * indent
    return _encode(o, self.skipkeys, self.ensure_ascii, self.check_circular, self.allow_nan, self.sort_keys, indent,
                   self.item_separator, self.key_separator, self.default)

  def iterencode(self, o, _one_shot=False):
    """The JSON text in pieces."""
    if _one_shot:
      return iter((self.encode(o),))
    return _Pieces(self).of(o, 0)


class _Pieces:
  """The generators behind iterencode(): a piece for each value, key and separator."""

  def __init__(self, encoder):
    self.encoder = encoder
    self.open = set() if encoder.check_circular else None
    indent = encoder.indent
    self.indent = indent if indent is None or isinstance(indent, str) else " " * indent

  def simple(self, o):
    """The text of what is in one piece: strings, numbers, constants."""
    encoder = self.encoder
    if isinstance(o, float) and not encoder.allow_nan and not isfinite(o):
      raise ValueError(f"Out of range float values are not JSON compliant: {float(o)!r}")
    return _encode(o, False, encoder.ensure_ascii, False, encoder.allow_nan, False, None, "", "", None)

  def line(self, level):
    return "" if self.indent is None else "\n" + self.indent * level

  def enter(self, o):
    if self.open is not None:
      if id(o) in self.open:
        raise ValueError("Circular reference detected")
      self.open.add(id(o))

  def leave(self, o):
    if self.open is not None:
      self.open.remove(id(o))

  def of(self, o, level):
    if o is None or isinstance(o, (str, int, float)):
      yield self.simple(o)
    elif isinstance(o, (list, tuple)):
      yield from self.of_list(o, level) if o else ("[]",)
    elif isinstance(o, dict):
      yield from self.of_dict(o, level) if o else ("{}",)
    else:
      self.enter(o)
      yield from self.of(self.encoder.default(o), level)
      self.leave(o)

  def of_list(self, o, level):
    self.enter(o)
    before = "[" + self.line(level + 1)
    for item in o:
      if item is None or isinstance(item, (str, int, float)):
        yield before + self.simple(item)
      else:
        yield before
        yield from self.of(item, level + 1)
      before = self.encoder.item_separator + self.line(level + 1)
    if self.indent is not None:
      yield self.line(level)
    yield "]"
    self.leave(o)

  def of_dict(self, o, level):
    self.enter(o)
    yield "{"
    if self.indent is not None:
      yield self.line(level + 1)
    before = ""
    for key, value in sorted(o.items()) if self.encoder.sort_keys else o.items():
      name = self.key_text(key)
      if name is None:
        continue
      if before:
        yield before
      before = self.encoder.item_separator + self.line(level + 1)
      yield name
      yield self.encoder.key_separator
      yield from self.of(value, level + 1)
    if self.indent is not None:
      yield self.line(level)
    yield "}"
    self.leave(o)

  def key_text(self, key):
    """The text of a key; None for one that is left out."""
    if isinstance(key, str):
      return self.simple(key)
    if key is None or isinstance(key, (int, float)):
      return self.simple(self.simple(key))
    if self.encoder.skipkeys:
      return None
    raise TypeError(f"keys must be str, int, float, bool or None, not {key.__class__.__name__}")
