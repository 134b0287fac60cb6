"""Quoted-printable headers and bodies of mails; bytes of bodies are the characters below 256.

>>> body_encode("a = b\\xe9 \\n")
'a =3D b=E9=20\\n'
"""

import re

from email import _words

__all__ = ["body_decode", "body_encode", "body_length", "decode", "decodestring", "header_decode", "header_encode", "header_length", "quote", "unquote"]

_PLAIN_IN_BODIES = frozenset(range(32, 127)) - {ord("=")} | {ord("\t")}
_SPECIAL = re.compile(r"[^\r\n\t -<>-~]")


def header_check(octet):
  """Whether a byte is escaped in headers."""
  return _words.quoted([octet]) != chr(octet)


def body_check(octet):
  """Whether a byte is escaped in bodies."""
  return octet not in _PLAIN_IN_BODIES


def header_length(bytearray):
  """How long the bytes are when encoded for a header."""
  return len(_words.quoted(bytearray))


def body_length(bytearray):
  """How long the bytes are when encoded for a body."""
  return sum([1 if octet in _PLAIN_IN_BODIES else 3 for octet in bytearray])


def unquote(s):
  """The character of an escape, =XX."""
  return chr(int(s[1:3], 16))


def quote(c):
  """The escape of a character."""
  return f"={ord(c):02X}"


def header_encode(header_bytes, charset="iso-8859-1"):
  """The bytes as one encoded word."""
  return f"=?{charset}?q?{_words.quoted(header_bytes)}?=" if header_bytes else ""


def _broken(line, limit, pieces):
  """Append all of the line but its end to the pieces; where the end begins, and the last place where a piece may begin."""
  start, last = 0, len(line) - 1 - limit
  while start <= last:
    stop = start + limit - 1
    # Escapes stay whole, and their "=" serves as the mark of a broken line.
    if line[stop - 2] == "=":
      stop -= 2
    elif line[stop - 1] == "=":
      stop -= 1
    pieces.append(line[start:stop] + "=")
    start = stop
  return start, last


def body_encode(body, maxlinelen=76, eol="\n"):
  """The text in lines of at most maxlinelen characters."""
  if maxlinelen < 4:
    raise ValueError("maxlinelen must be at least 4")
  if not body:
    return body
  body = _SPECIAL.sub(lambda found: quote(found[0]), body)
  pieces = []
  for line in body.splitlines():
    start, last = _broken(line, maxlinelen, pieces)
    end = line[-1:]
    if end not in (" ", "\t"):
      pieces.append(line[start:])
    elif start - last >= 3:
      pieces.append(line[start:-1] + quote(end))
    elif start - last == 2:
      pieces.append(f"{line[start:-1]}{end}={eol}")
    else:
      pieces.append(f"{line[start:-1]}={eol}{quote(end)}")
  if body[-1] in "\r\n":
    pieces.append("")
  return eol.join(pieces)


def decode(encoded, eol="\n"):
  """The text of encoded lines."""
  if not encoded:
    return encoded
  pieces = []
  for line in encoded.splitlines():
    line = line.rstrip()
    is_broken = line.endswith("=")
    pieces.append(header_escapes(line[:-1] if is_broken else line))
    if not is_broken:
      pieces.append(eol)
  text = "".join(pieces)
  return text[:-1] if encoded[-1] not in "\r\n" and text.endswith(eol) else text


body_decode = decode
decodestring = decode


def header_escapes(s):
  """The text with its escapes resolved."""
  return re.sub("=[a-fA-F0-9]{2}", lambda found: unquote(found[0]), s)


def header_decode(s):
  """The characters of the encoded part of an encoded word."""
  return header_escapes(s.replace("_", " "))
