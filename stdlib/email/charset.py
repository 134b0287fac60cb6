"""Character sets, and how mails encode headers and bodies in them.

>>> Charset("latin-1").get_body_encoding()
'quoted-printable'
"""

from email import errors

__all__ = ["Charset", "add_alias", "add_charset", "add_codec"]

QP, BASE64, SHORTEST = 1, 2, 3
RFC2047_CHROME_LEN = 7
DEFAULT_CHARSET = "us-ascii"
UNKNOWN8BIT = "unknown-8bit"

# How headers and bodies are encoded, and the character set that replaces it on the way.
CHARSETS = {
  **dict.fromkeys([f"iso-8859-{part}" for part in (1, 2, 3, 4, 9, 10, 13, 14, 15, 16)] + ["windows-1252", "viscii"], (QP, QP, None)),
  "us-ascii": (None, None, None),
  "big5": (BASE64, BASE64, None),
  "gb2312": (BASE64, BASE64, None),
  "euc-jp": (BASE64, None, "iso-2022-jp"),
  "shift_jis": (BASE64, None, "iso-2022-jp"),
  "iso-2022-jp": (BASE64, None, None),
  "koi8-r": (BASE64, BASE64, None),
  "utf-8": (SHORTEST, BASE64, "utf-8"),
}

ALIASES = {f"latin{mark}{number}": f"iso-8859-{part}"
           for number, part in ((1, 1), (2, 2), (3, 3), (4, 4), (5, 9), (6, 10), (7, 13), (8, 14), (9, 15), (10, 16)) for mark in "_-"}
ALIASES.update({"cp949": "ks_c_5601-1987", "euc_jp": "euc-jp", "euc_kr": "euc-kr", "ascii": "us-ascii"})

# Text that says it is ASCII passes as it is.
CODEC_MAP = {"gb2312": "eucgb2312_cn", "big5": "big5_tw", "us-ascii": None}


def add_charset(charset, header_enc=None, body_enc=None, output_charset=None):
  """Tell how a character set is encoded in headers and bodies, QP, BASE64 or (headers only) SHORTEST, and what replaces it on the way."""
  if body_enc == SHORTEST:
    raise ValueError("SHORTEST not allowed for body_enc")
  CHARSETS[charset] = header_enc, body_enc, output_charset


def add_alias(alias, canonical):
  """Add another name of a character set."""
  ALIASES[alias] = canonical


def add_codec(charset, codecname):
  """Tell the name that a character set has as an encoding of str."""
  CODEC_MAP[charset] = codecname


def _encode(text, codec):
  return text.encode("ascii", "surrogateescape") if codec == UNKNOWN8BIT else text.encode(codec)


class Charset:
  """A character set: how to encode headers and bodies in it."""

  def __init__(self, input_charset=DEFAULT_CHARSET):
    try:
      if isinstance(input_charset, str):
        input_charset.encode("ascii")
      else:
        input_charset = str(input_charset, "ascii")
    except UnicodeError:
      raise errors.CharsetError(input_charset)
    name = input_charset.lower()
    self.input_charset = ALIASES.get(name, name)
    self.header_encoding, self.body_encoding, output = CHARSETS.get(self.input_charset, (SHORTEST, BASE64, None))
    output = output or self.input_charset
    self.output_charset = ALIASES.get(output, output)
    self.input_codec = CODEC_MAP.get(self.input_charset, self.input_charset)
    self.output_codec = CODEC_MAP.get(self.output_charset, self.output_charset)

  def __repr__(self):
    return self.input_charset.lower()

  def __eq__(self, other):
    return str(self) == str(other).lower()

  def get_body_encoding(self):
    """The name of the encoding of bodies, or a function that encodes a message and tells it in its headers."""
    assert self.body_encoding != SHORTEST
    if self.body_encoding == QP:
      return "quoted-printable"
    if self.body_encoding == BASE64:
      return "base64"
    from email import encoders
    return encoders.encode_7or8bit

  def get_output_charset(self):
    """The character set on the way."""
    return self.output_charset or self.input_charset

  def header_encode(self, string):
    """The text as an encoded word, or as it is where none is needed."""
    codec = self.output_codec or "us-ascii"
    raw = _encode(string, codec)
    encoder = self._get_encoder(raw)
    return string if encoder is None else encoder.header_encode(raw, codec)

  def header_encode_lines(self, string, maxlengths):
    """The text as encoded words, each not longer than the iterator's next number; the first is None if nothing fits into it."""
    codec = self.output_codec or "us-ascii"
    encoder = self._get_encoder(_encode(string, codec))
    frame = len(self.get_output_charset()) + RFC2047_CHROME_LEN
    words, piece = [], ""
    room = next(maxlengths) - frame
    for character in string:
      if encoder.header_length(_encode(piece + character, self.get_output_charset())) > room:
        words.append(encoder.header_encode(_encode(piece, codec), charset=codec) if words or piece else None)
        piece = ""
        room = next(maxlengths) - frame
      piece += character
    words.append(encoder.header_encode(_encode(piece, codec), charset=codec))
    return words

  def _get_encoder(self, raw):
    """The module that encodes headers, or None."""
    if self.header_encoding not in (QP, BASE64, SHORTEST):
      return None
    from email import base64mime, quoprimime
    if self.header_encoding == SHORTEST:
      return base64mime if base64mime.header_length(raw) < quoprimime.header_length(raw) else quoprimime
    return quoprimime if self.header_encoding == QP else base64mime

  def body_encode(self, string):
    """The text, or its bytes, encoded for the way."""
    if not string:
      return string
    raw = string.encode(self.output_charset) if isinstance(string, str) else string
    if self.body_encoding == BASE64:
      from email import base64mime
      return base64mime.body_encode(raw)
    if self.body_encoding == QP:
      from email import quoprimime
      return quoprimime.body_encode(raw.decode("latin1"))
    return raw.decode("ascii") if isinstance(string, str) else string
