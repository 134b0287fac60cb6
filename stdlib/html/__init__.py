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
_REFERENCE = r"&(?:#[xX]([0-9a-fA-F]+);?|#([0-9]+);?|([^\t\n\f <&#;]{1,32};?))"


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


def unescape(s):
  """The text with its character references replaced, as HTML 5 reads them."""
  if "&" not in s:
    return s
  import re
  from html.entities import html5

  def replaced(match):
    hexadecimal, decimal, name = match.groups()
    if name is None:
      return _numeric(hexadecimal or decimal, 16 if hexadecimal else 10)
    text = html5.get(name)
    if text is not None:
      return text
    # Old names also count without the semicolon, the longest first.
    for end in range(len(name) - 1, 1, -1):
      if name[:end] in html5:
        return html5[name[:end]] + name[end:]
    return match[0]

  return re.sub(_REFERENCE, replaced, s)
