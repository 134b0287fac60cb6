"""JSONEncoder."""

from _json import encode as _encode
from _json import quote as _quote

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
    yield self.encode(o)
