"""HTML: escaping of text.

>>> escape('<a href="x">')
'&lt;a href=&quot;x&quot;&gt;'
>>> unescape("&lt;&eacute;&#33;")
'<\u00e9!'
"""

__all__ = ["escape", "unescape"]


def escape(s, quote=True):
  """The text with &, <, > and, unless quote is false, both quotation marks as entities."""
  s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
  return s.replace('"', "&quot;").replace("'", "&#x27;") if quote else s


# What browsers make of numbers in the C1 range, which are Windows-1252 characters in practice.
_C1 = {0x00: "\ufffd", 0x0d: "\r"}
for _number, _char in enumerate("\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f"
                                "\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178", 0x80):
  _C1[_number] = _char
_LONGEST_NAME = 32


def _is_noncharacter(number):
  """Numbers that stand for nothing: most controls, and the Unicode noncharacters."""
  return (0x1 <= number <= 0x8 or number == 0xb or 0xe <= number <= 0x1f or 0x7f <= number <= 0x9f or 0xfdd0 <= number <= 0xfdef or
          number & 0xfffe == 0xfffe)


def _numeric(digits, base):
  try:
    number = int(digits, base)
  except ValueError:
    return "\ufffd"
  if number in _C1:
    return _C1[number]
  if 0xD800 <= number <= 0xDFFF or number > 0x10FFFF:
    return "\ufffd"
  return "" if _is_noncharacter(number) else chr(number)


def _reference(s, start):
  """(text, end) for the reference after the & before `start`; no text when it is none."""
  length = len(s)
  end = start
  if s[end:end + 1] == "#":
    end += 1
    base, digits = 10, "0123456789"
    if s[end:end + 1] in ("x", "X"):
      base, digits = 16, "0123456789abcdefABCDEF"
      end += 1
    first = end
    while end < length and s[end] in digits:
      end += 1
    if end == first:
      return None, start
    text = _numeric(s[first:end], base)
    return text, end + (s[end:end + 1] == ";")
  while end < length and end - start < _LONGEST_NAME and s[end] not in "\t\n\f <&#;":
    end += 1
  if end == start:
    return None, start
  from html.entities import html5
  name = s[start:end]
  if s[end:end + 1] == ";" and name + ";" in html5:
    return html5[name + ";"], end + 1
  # Old names also count without the semicolon, the longest first.
  for cut in range(len(name), 1, -1):
    if name[:cut] in html5:
      return html5[name[:cut]], start + cut
  return None, start


def unescape(s):
  """The text with its character references replaced, as HTML 5 reads them."""
  at = s.find("&")
  if at < 0:
    return s
  parts = []
  done = 0
  while at >= 0:
    text, end = _reference(s, at + 1)
    if text is not None:
      parts.append(s[done:at])
      parts.append(text)
      done = end
    at = s.find("&", end)
  parts.append(s[done:])
  return "".join(parts)
