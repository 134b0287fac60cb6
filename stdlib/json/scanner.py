"""The scanner of JSON values in the language, for decoders that replace one of its parts.

>>> from json import JSONDecoder
>>> class Tuples(JSONDecoder):
...   def __init__(self):
...     super().__init__()
...     self.parse_array = lambda *args: (lambda items, end: (tuple(items), end))(*JSONArray(*args))
...     self.scan_once = py_make_scanner(self)
>>> Tuples().decode('[1, [2]]')
(1, (2,))
"""

import re
from _json import scan as _scan
from json.decoder import JSONDecodeError, scanstring

__all__ = ["make_scanner"]

NUMBER_RE = re.compile(r"(-?(?:0|[1-9]\d*))(\.\d+)?([eE][-+]?\d+)?", re.VERBOSE | re.MULTILINE | re.DOTALL)
_LITERALS = (("null", None), ("true", True), ("false", False))
_CONSTANTS = ("NaN", "Infinity", "-Infinity")


def c_make_scanner(context):
  """A function that gives (value, end) of the value at an index of a text, with the native parts."""
  def scan_once(string, idx):
    return _scan(string, idx, JSONDecodeError, context.object_hook, context.object_pairs_hook, context.parse_float, context.parse_int,
                 context.parse_constant, context.strict)
  return scan_once


def py_make_scanner(context):
  """A function that gives (value, end) of the value at an index of a text, with the parts that the decoder has; StopIteration where no value begins."""
  memo = {}

  def scan_once(string, idx):
    character = string[idx:idx + 1]
    if character == '"':
      return context.parse_string(string, idx + 1, context.strict)
    if character == "{":
      return context.parse_object((string, idx + 1), context.strict, scan_once, context.object_hook, context.object_pairs_hook, memo)
    if character == "[":
      return context.parse_array((string, idx + 1), scan_once)
    for text, value in _LITERALS:
      if string.startswith(text, idx):
        return value, idx + len(text)
    number = NUMBER_RE.match(string, idx)
    if number is not None:
      integer, fraction, exponent = number.groups(default="")
      parse = context.parse_float if fraction or exponent else context.parse_int
      return parse(integer + fraction + exponent), number.end()
    for text in _CONSTANTS:
      if string.startswith(text, idx):
        return context.parse_constant(text), idx + len(text)
    raise StopIteration(idx)

  def scan(string, idx):
    try:
      return scan_once(string, idx)
    finally:
      memo.clear()
  return scan


make_scanner = c_make_scanner


def _skip_blanks(text, index):
  while text[index:index + 1] in (" ", "\t", "\n", "\r"):
    index += 1
  return index


def _value(text, index, scan_once):
  try:
    return scan_once(text, index)
  except StopIteration as stop:
    raise JSONDecodeError("Expecting value", text, stop.value) from None


def _goes_on(text, index, end):
  """(whether a comma follows and not the end, the index behind that)"""
  index = _skip_blanks(text, index)
  character = text[index:index + 1]
  if character != end and character != ",":
    raise JSONDecodeError("Expecting ',' delimiter", text, index)
  return character == ",", index + 1


def JSONObject(s_and_end, strict, scan_once, object_hook, object_pairs_hook, memo=None):
  """(object, end) of the object whose brace is before the index."""
  text, index = s_and_end
  memo = {} if memo is None else memo
  pairs = []
  index = _skip_blanks(text, index)
  more = text[index:index + 1] != "}"
  if not more:
    index += 1
  while more:
    index = _skip_blanks(text, index)
    if text[index:index + 1] != '"':
      raise JSONDecodeError("Expecting property name enclosed in double quotes", text, index)
    key, index = scanstring(text, index + 1, strict)
    index = _skip_blanks(text, index)
    if text[index:index + 1] != ":":
      raise JSONDecodeError("Expecting ':' delimiter", text, index)
    value, index = _value(text, _skip_blanks(text, index + 1), scan_once)
    pairs.append((memo.setdefault(key, key), value))
    more, index = _goes_on(text, index, "}")
  if object_pairs_hook is not None:
    return object_pairs_hook(pairs), index
  found = dict(pairs)
  return found if object_hook is None else object_hook(found), index


def JSONArray(s_and_end, scan_once):
  """(list, end) of the array whose bracket is before the index."""
  text, index = s_and_end
  values = []
  index = _skip_blanks(text, index)
  more = text[index:index + 1] != "]"
  if not more:
    index += 1
  while more:
    value, index = _value(text, _skip_blanks(text, index), scan_once)
    values.append(value)
    more, index = _goes_on(text, index, "]")
  return values, index
