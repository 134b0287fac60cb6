"""Headers that are not ASCII, as encoded words: "=?utf-8?b?...?=".

>>> Header("Käse", "utf-8").encode()
'=?utf-8?b?S8Okc2U=?='
>>> decode_header("=?utf-8?b?S8Okc2U=?=")
[(b'K\\xc3\\xa4se', 'utf-8')]
"""

import binascii
import re

from email import _words
from email import charset as _charset
from email.charset import Charset
from email.errors import HeaderParseError

__all__ = ["Header", "decode_header", "make_header"]

_MAX_LENGTH = 78
# What would be read as the beginning of another header.
_EMBEDDED = re.compile(r"\n[^ \t]+:")
_WORD = re.compile(r"=\?(?P<charset>[^?]*?)\?(?P<encoding>[qQbB])\?(?P<encoded>.*?)\?=")


def _decode_word(encoded, encoding):
  if encoding == "q":
    return _words.unquoted(encoded.encode("ascii", "surrogateescape"))
  try:
    return binascii.a2b_base64(encoded + "==="[:-len(encoded) % 4])
  except binascii.Error:
    raise HeaderParseError("Base64 decoding error") from None


def decode_header(header):
  """[(text, charset)] of a header: the text as it is and None when nothing is encoded, else bytes."""
  if isinstance(header, Header):
    return [(_charset._encode(text, str(charset)), str(charset)) for text, charset in header._chunks]
  if not _WORD.search(header):
    return [(header, None)]
  merged = []
  for text, charset in _words_of(header):
    if merged and merged[-1][1] == charset:
      merged[-1] = (merged[-1][0] + (b" " if charset is None else b"") + text, charset)
    else:
      merged.append((text, charset))
  return merged


def _words_of(header):
  """(bytes, charset) of each encoded word and of what is between them; blanks between two encoded words do not count."""
  words = []
  for line in header.splitlines():
    between, *rest = _WORD.split(line)
    words.append((between.lstrip(), None, None))
    for place in range(0, len(rest), 4):
      charset, encoding, encoded, between = rest[place:place + 4]
      words += [(encoded, encoding.lower(), charset.lower()), (between, None, None)]
  words = [word for word in words if word[0] or word[1]]
  for place, (text, encoding, charset) in enumerate(words):
    if encoding is not None:
      yield _decode_word(text, encoding), charset
    elif not (text.isspace() and 0 < place < len(words) - 1 and words[place - 1][1] and words[place + 1][1]):
      yield text.encode("raw-unicode-escape"), None


def make_header(decoded_seq, maxlinelen=None, header_name=None, continuation_ws=" "):
  """A Header of what decode_header() gave."""
  header = Header(maxlinelen=maxlinelen, header_name=header_name, continuation_ws=continuation_ws)
  for text, charset in decoded_seq:
    header.append(text, charset)
  return header


def _is_blank(character):
  """Whether no blank is needed beside it."""
  return character.isspace() or character in ("(", ")", "\\")


def _is_plain(charset):
  return charset in (None, "us-ascii")


class Header:
  """A text in pieces, each with its character set."""

  def __init__(self, s=None, charset=None, maxlinelen=None, header_name=None, continuation_ws=" ", errors="strict"):
    self._charset = charset if isinstance(charset, Charset) else Charset("us-ascii" if charset is None else charset)
    self._continuation_ws = continuation_ws
    self._chunks = []
    if s is not None:
      self.append(s, self._charset, errors)
    self._maxlinelen = _MAX_LENGTH if maxlinelen is None else maxlinelen
    self._headerlen = 0 if header_name is None else len(header_name) + 2

  def append(self, s, charset=None, errors="strict"):
    """Add a text, or bytes in the character set."""
    if charset is None:
      charset = self._charset
    elif not isinstance(charset, Charset):
      charset = Charset(charset)
    if not isinstance(s, str):
      codec = charset.input_codec or "us-ascii"
      s = s.decode("us-ascii", "surrogateescape") if codec == _charset.UNKNOWN8BIT else s.decode(codec, errors)
    codec = charset.output_codec or "us-ascii"
    if codec != _charset.UNKNOWN8BIT:
      try:
        s.encode(codec, errors)
      except UnicodeEncodeError:
        if codec != "us-ascii":
          raise
        charset = Charset("utf-8")
    self._chunks.append((s, charset))

  def __str__(self):
    self._normalize()
    pieces = []
    before, after_blank = None, None
    for text, charset in self._chunks:
      now = charset
      if charset == _charset.UNKNOWN8BIT:
        text = text.encode("ascii", "surrogateescape").decode("ascii", "replace")
      if pieces:
        begins_blank = text and _is_blank(text[0])
        if not _is_plain(before):
          if _is_plain(now) and not begins_blank:
            pieces.append(" ")
            now = None
        elif not _is_plain(now) and not after_blank:
          pieces.append(" ")
      after_blank = text and _is_blank(text[-1])
      before = now
      pieces.append(text)
    return "".join(pieces)

  def __eq__(self, other):
    return other == str(self)

  def encode(self, splitchars=";, \t", maxlinelen=None, linesep="\n"):
    """The text of the header, folded at the best of the characters; pieces that are not ASCII as encoded words."""
    self._normalize()
    limit = self._maxlinelen if maxlinelen is None else maxlinelen
    lines = _Lines(self._headerlen, limit or 1000000, self._continuation_ws, splitchars)
    before, is_first, after_blank = None, True, None
    for text, charset in self._chunks:
      if not is_first:
        begins_blank = text and _is_blank(text[0])
        if not _is_plain(before):
          if not begins_blank or not _is_plain(charset):
            lines.add_blank()
        elif not _is_plain(charset) and not after_blank:
          lines.add_blank()
      is_first = False
      after_blank = text and _is_blank(text[-1])
      before = charset
      self._add(lines, text.splitlines() or [""], charset)
    if self._chunks:
      lines.add_blank()
    value = lines.joined(linesep)
    if _EMBEDDED.search(value):
      raise HeaderParseError(f"header value appears to contain an embedded header: {value!r}")
    return value

  def _add(self, lines, given, charset):
    lines.add("", given[0], charset)
    for line in given[1:]:
      lines.end_line()
      bare = line.lstrip()
      if charset.header_encoding is not None:
        lines.add(self._continuation_ws, " " + bare, charset)
      else:
        lines.add(line[:len(line) - len(bare)], bare, charset)
    if len(given) > 1:
      lines.end_line()

  def _normalize(self):
    """Join neighbours of the same character set."""
    chunks = []
    for text, charset in self._chunks:
      if chunks and charset == chunks[-1][1]:
        chunks[-1] = f"{chunks[-1][0]} {text}", charset
      else:
        chunks.append((text, charset))
    self._chunks = chunks


class _Lines:
  """Puts pieces into lines: each piece is a text with the blank in front of it, where a line may be broken."""

  def __init__(self, used, limit, continuation, splitchars):
    self.limit = limit
    self.continuation = continuation
    self.splitchars = splitchars
    self.lines = []
    # The pieces of the last line, and what of it the header's name takes.
    self.pieces = []
    self.used = used

  def _length(self):
    return self.used + sum([len(blank) + len(text) for blank, text in self.pieces])

  def _text(self):
    return "".join([blank + text for blank, text in self.pieces])

  def joined(self, end):
    self.end_line()
    return end.join(self.lines)

  def end_line(self):
    if self.pieces and self.pieces[-1] == (" ", ""):
      self.pieces.pop()
    if self._length() > 0:
      text = self._text()
      if not self.used and (not text or text.isspace()) and self.lines:
        self.lines[-1] += text
      else:
        self.lines.append(text)
    self._reset([])

  def _reset(self, pieces):
    self.pieces = pieces
    self.used = 0

  def add_blank(self):
    self.pieces.append((" ", ""))

  def add(self, blank, text, charset):
    if charset.header_encoding is None:
      words = re.split("([ \t]+)", blank + text)
      words = ["", *words] if words[0] else words[1:]
      for place in range(0, len(words), 2):
        self._add_piece(words[place], words[place + 1])
      return
    first, *rest = charset.header_encode_lines(text, self._rooms())
    if first is not None:
      self._add_piece(blank, first)
    if rest:
      self.end_line()
      self.pieces.append((self.continuation, rest.pop()))
      self.lines += [self.continuation + word for word in rest]

  def _rooms(self):
    yield self.limit - self._length()
    while True:
      yield self.limit - len(self.continuation)

  def _add_piece(self, blank, text):
    self.pieces.append((blank, text))
    if self._length() <= self.limit:
      return
    place = self._best_place()
    if place is not None:
      rest = self.pieces[place:]
      del self.pieces[place:]
      self.lines.append(self._text())
      self._reset(rest)
      return
    blank, text = self.pieces.pop()
    if self.used > 0:
      # The header's name stands alone.
      self.end_line()
      blank = blank or " "
    self.pieces.append((blank, text))

  def _best_place(self):
    """The last piece before which the line may be broken, at the best character that there is."""
    for character in self.splitchars:
      for place in range(len(self.pieces) - 1, 0, -1):
        if character.isspace() and self.pieces[place][0][:1] == character or self.pieces[place - 1][1][-1:] == character:
          return place
    return None
