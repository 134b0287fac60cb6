"""Headers that are not ASCII, as encoded words: "=?utf-8?b?...?=".

>>> Header("Käse", "utf-8").encode()
'=?utf-8?b?S8Okc2U=?='
>>> decode_header("=?utf-8?b?S8Okc2U=?=")
[(b'K\\xc3\\xa4se', 'utf-8')]
"""

import binascii
import re
import sys

from email.errors import HeaderParseError

__all__ = ["Header", "decode_header", "make_header"]

_PLAIN = frozenset(b"-!*+/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_WORD = re.compile(r"=\?(?P<charset>[^?]*?)\?(?P<encoding>[qQbB])\?(?P<encoded>.*?)\?=")


def _decode_word(encoded, encoding):
  if encoding == "q":
    return re.sub(rb"=([0-9a-fA-F]{2})", lambda found: bytes.fromhex(found[1].decode()), encoded.replace("_", " ").encode("ascii", "surrogateescape"))
  try:
    return binascii.a2b_base64(encoded + "==="[:-len(encoded) % 4])
  except binascii.Error:
    raise HeaderParseError("Base64 decoding error") from None


def decode_header(header):
  """[(text, charset)] of a header: the text as it is and None when nothing is encoded, else bytes."""
  if isinstance(header, Header):
    return [(text.encode(charset or "us-ascii"), charset) for text, charset in header._chunks]
  if not _WORD.search(header):
    return [(header, None)]
  pieces = []
  for line in header.splitlines():
    place = 0
    for word in _WORD.finditer(line):
      between = line[place:word.start()]
      # Blanks between two words that are encoded do not count.
      if between and not (between.isspace() and pieces and pieces[-1][1] is not None):
        pieces.append((between.lstrip() if place == 0 and not pieces else between, None))
      pieces.append((_decode_word(word["encoded"], word["encoding"].lower()), word["charset"].lower()))
      place = word.end()
    if line[place:].strip():
      pieces.append((line[place:], None))
  merged = []
  for text, charset in pieces:
    if charset is None:
      text = text.encode("raw-unicode-escape")
    if merged and merged[-1][1] == charset:
      merged[-1] = (merged[-1][0] + (b" " if charset is None else b"") + text, charset)
    else:
      merged.append((text, charset))
  return merged


def make_header(decoded_seq, maxlinelen=None, header_name=None, continuation_ws=" "):
  """A Header of what decode_header() gave."""
  header = Header(maxlinelen=maxlinelen, header_name=header_name, continuation_ws=continuation_ws)
  for text, charset in decoded_seq:
    header.append(text, charset)
  return header


class Header:
  """A text in pieces, each with its character set."""

  def __init__(self, s=None, charset=None, maxlinelen=None, header_name=None, continuation_ws=" ", errors="strict"):
    self._charset = charset and str(charset).lower()
    self._name = header_name
    self._maxlinelen = 78 if maxlinelen is None else maxlinelen
    self._chunks = []
    if s is not None:
      self.append(s, charset, errors)

  def append(self, s, charset=None, errors="strict"):
    """Add a text, or bytes in the character set."""
    charset = str(charset).lower() if charset else self._charset
    if isinstance(s, bytes):
      s = s.decode(charset or "us-ascii", errors)
    elif charset in (None, "us-ascii") and not s.isascii():
      charset = "utf-8"
    self._chunks.append((s, charset))

  def __str__(self):
    text = ""
    before = None
    for place, (chunk, charset) in enumerate(self._chunks):
      encoded = charset not in (None, "us-ascii")
      if place and chunk and encoded != before and not text.endswith((" ", "\t")) and chunk[0] not in " \t":
        text += " "
      text += chunk
      before = encoded
    return text

  def __eq__(self, other):
    return other == str(self)

  def encode(self, splitchars=";, \t", maxlinelen=None, linesep="\n"):
    """The text of the header, folded; pieces that are not ASCII as encoded words."""
    limit = self._maxlinelen if maxlinelen is None else maxlinelen
    first = limit - len(self._name) - 2 if self._name and limit else limit
    words = []
    for chunk, charset in self._chunks:
      if charset in (None, "us-ascii"):
        words.append(chunk.strip(" ") if len(self._chunks) > 1 else chunk)
      else:
        words.extend(_encoded_words(chunk, charset, limit if words else first, limit))
    return _fold_text("", " ".join(words), limit, linesep, first)


def _quoted(raw):
  return "".join(chr(byte) if byte in _PLAIN else "_" if byte == 32 else f"={byte:02X}" for byte in raw)


def _base64(raw):
  return binascii.b2a_base64(raw, newline=False).decode()


def _encoded_words(text, charset, first, rest):
  """The text as encoded words that fit into a line, the first one in `first` and others in `rest` characters; 0 is no limit."""
  whole = text.encode(charset)
  quoted = charset.startswith("iso-8859-") or len(_quoted(whole)) <= len(_base64(whole))
  encode, letter = (_quoted, "q") if quoted else (_base64, "b")
  frame = len(charset) + 7
  # A blank begins each further line.
  room, further = first - frame if first else sys.maxsize, rest - 1 - frame if rest else sys.maxsize
  piece = b""
  for character in text:
    raw = character.encode(charset)
    if piece and len(encode(piece + raw)) > room:
      yield f"=?{charset}?{letter}?{encode(piece)}?="
      piece, room = b"", further
    piece += raw
  if piece:
    yield f"=?{charset}?{letter}?{encode(piece)}?="


def fold(name, value, limit, linesep="\n"):
  """The line of a header, folded before blanks where it is longer than the limit (0: never)."""
  if not value.isascii() and not any("\udc80" <= character <= "\udcff" for character in value):
    value = " ".join(_encoded_words(value, "utf-8", limit and limit - len(name) - 2, limit))
  return _fold_text(f"{name}: ", value, limit, linesep, limit)


def _fold_text(start, value, limit, linesep, first):
  if not limit or len(start) + len(value) <= first:
    return start + value
  lines, room = [], first
  for given in value.splitlines() or [""]:
    line = start if not lines else ""
    for word in re.findall(r"[ \t]*[^ \t]+|[ \t]+$", given):
      if line.strip() and line != start and len(line) + len(word) > room:
        lines.append(line)
        line, room = word if word[:1] in " \t" else " " + word, limit
      else:
        line += word
    lines.append(line)
  return linesep.join(lines)
