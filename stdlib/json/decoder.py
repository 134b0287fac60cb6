"""JSONDecoder and its error."""

from _json import scan as _scan, scanstring as _scanstring

__all__ = ["JSONDecoder", "JSONDecodeError"]


class JSONDecodeError(ValueError):
  """Text that is no JSON: msg, doc, pos, lineno, colno."""

  def __init__(self, msg, doc, pos):
    lineno = doc.count("\n", 0, pos) + 1
    colno = pos - doc.rfind("\n", 0, pos)
    ValueError.__init__(self, f"{msg}: line {lineno} column {colno} (char {pos})")
    self.msg = msg
    self.doc = doc
    self.pos = pos
    self.lineno = lineno
    self.colno = colno

  def __reduce__(self):
    return self.__class__, (self.msg, self.doc, self.pos)


def scanstring(string, end, strict=True, /):
  """(text, end) of the JSON string whose quote is before the index."""
  return _scanstring(string, end, strict, JSONDecodeError)


_CONSTANTS = {"-Infinity": float("-inf"), "Infinity": float("inf"), "NaN": float("nan")}
_BLANKS = " \t\n\r"


def __getattr__(name):
  # What decoders of programs import.
  if name == "WHITESPACE":
    import re
    value = re.compile(r"[ \t\n\r]*", re.VERBOSE | re.MULTILINE | re.DOTALL)
  elif name in ("JSONArray", "JSONObject"):
    import json.scanner
    value = getattr(json.scanner, name)
  else:
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
  globals()[name] = value
  return value


class JSONDecoder:
  """Makes objects of JSON text."""

  def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True, object_pairs_hook=None):
    self.object_hook = object_hook
    self.parse_float = parse_float or float
    self.parse_int = parse_int or int
    self.parse_constant = parse_constant or _CONSTANTS.__getitem__
    self.strict = strict
    self.object_pairs_hook = object_pairs_hook

  # The parts of the scanner, which derived classes may replace before they make a `scan_once` of their own.
  parse_string = staticmethod(scanstring)

  @staticmethod
  def parse_array(*args):
    from json.scanner import JSONArray
    return JSONArray(*args)

  @staticmethod
  def parse_object(*args):
    from json.scanner import JSONObject
    return JSONObject(*args)

  _own_scan = None

  @property
  def scan_once(self):
    """A function that gives (value, end) of the value at an index of a text."""
    if self._own_scan is None:
      from json import scanner
      return scanner.make_scanner(self)
    return self._own_scan

  @scan_once.setter
  def scan_once(self, function):
    self._own_scan = function

  def decode(self, s, _w=None):
    """The object of a text that holds nothing else. `_w` is what derived classes may give on: the method match of WHITESPACE."""
    if _w is not None:
      obj, end = self.raw_decode(s, _w(s, 0).end())
      end = _w(s, end).end()
      if end != len(s):
        raise JSONDecodeError("Extra data", s, end)
      return obj
    if isinstance(s, (bytes, bytearray)):
      raise TypeError("cannot use a string pattern on a bytes-like object")
    if not isinstance(s, str):
      raise TypeError(f"expected string or bytes-like object, got {type(s).__name__!r}")
    start = 0
    while start < len(s) and s[start] in _BLANKS:
      start += 1
    obj, end = self.raw_decode(s, start)
    while end < len(s) and s[end] in _BLANKS:
      end += 1
    if end != len(s):
      raise JSONDecodeError("Extra data", s, end)
    return obj

  def raw_decode(self, s, idx=0):
    """(object, end) of the value that begins at the index."""
    if self._own_scan is not None:
      try:
        return self._own_scan(s, idx)
      except StopIteration as stop:
        raise JSONDecodeError("Expecting value", s, stop.value) from None
    return _scan(s, idx, JSONDecodeError, self.object_hook, self.object_pairs_hook,
                 None if self.parse_float is float else self.parse_float, None if self.parse_int is int else self.parse_int,
                 self.parse_constant, self.strict)
