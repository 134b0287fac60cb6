"""Base16, base32, base64, base85 and Ascii85.

>>> import base64
>>> base64.b64encode(b"hello")
b'aGVsbG8='
"""

import _base64
import binascii

MAXLINESIZE = 76  # characters without the line end, of RFC 2045
MAXBINSIZE = (MAXLINESIZE // 4) * 3

__all__ = ["encode", "decode", "encodebytes", "decodebytes", "b64encode", "b64decode", "b32encode", "b32decode", "b32hexencode",
           "b32hexdecode", "b16encode", "b16decode", "b85encode", "b85decode", "a85encode", "a85decode", "standard_b64encode",
           "standard_b64decode", "urlsafe_b64encode", "urlsafe_b64decode"]

_B32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_B32_HEX = b"0123456789ABCDEFGHIJKLMNOPQRSTUV"
_B85 = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"
_A85 = bytes(range(33, 118))


def _bytes_from_decode_data(s):
  if isinstance(s, str):
    try:
      return s.encode("ascii")
    except UnicodeEncodeError:
      raise ValueError("string argument should contain only ASCII characters")
  if isinstance(s, (bytes, bytearray)):
    return s
  try:
    return memoryview(s).tobytes()
  except TypeError:
    raise TypeError("argument should be a bytes-like object or ASCII string, not %r" % s.__class__.__name__) from None


def _plain_bytes(b):
  return b if isinstance(b, bytes) else memoryview(b).tobytes()


def b64encode(s, altchars=None):
  """Base64 of bytes; altchars replaces + and /."""
  if altchars is None:
    return binascii.b2a_base64(s, newline=False)
  assert len(altchars) == 2, repr(altchars)
  return binascii.b2a_base64(s, newline=False).translate(bytes.maketrans(b"+/", altchars))


def b64decode(s, altchars=None, validate=False):
  """The bytes of a base64 text. Other characters are skipped, or refused with `validate`."""
  s = _bytes_from_decode_data(s)
  if altchars is not None:
    altchars = _bytes_from_decode_data(altchars)
    assert len(altchars) == 2, repr(altchars)
    s = s.translate(bytes.maketrans(altchars, b"+/"))
  return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
  """Base64 with + and /."""
  return b64encode(s)


def standard_b64decode(s):
  """The bytes of a base64 text with + and /."""
  return b64decode(s)


_TO_URL, _FROM_URL = bytes.maketrans(b"+/", b"-_"), bytes.maketrans(b"-_", b"+/")


def urlsafe_b64encode(s):
  """Base64 with - and _."""
  return b64encode(s).translate(_TO_URL)


def urlsafe_b64decode(s):
  """The bytes of a base64 text with - and _."""
  return b64decode(_bytes_from_decode_data(s).translate(_FROM_URL))


def _b32decode(alphabet, s, casefold=False, map01=None):
  s = _bytes_from_decode_data(s)
  if len(s) % 8:
    raise binascii.Error("Incorrect padding")
  if map01 is not None:
    map01 = _bytes_from_decode_data(map01)
    assert len(map01) == 1, repr(map01)
    s = s.translate(bytes.maketrans(b"01", b"O" + map01))
  if casefold:
    s = s.upper()
  digits = s.rstrip(b"=")
  pad = len(s) - len(digits)
  decoded = _base64.decode32(digits, alphabet)
  if decoded is None:
    raise binascii.Error("Non-base32 digit found")
  if pad not in (0, 1, 3, 4, 6):
    raise binascii.Error("Incorrect padding")
  return decoded[:len(decoded) - 5 + (43 - 5 * pad) // 8] if pad else decoded


def b32encode(s):
  """Base32 of bytes."""
  return _base64.encode32(_plain_bytes(s), _B32)


def b32decode(s, casefold=False, map01=None):
  """The bytes of a base32 text. map01: the letter that the digit 1 stands for (0 is O then)."""
  return _b32decode(_B32, s, casefold, map01)


def b32hexencode(s):
  """Base32 of bytes with the extended hexadecimal alphabet."""
  return _base64.encode32(_plain_bytes(s), _B32_HEX)


def b32hexdecode(s, casefold=False):
  """The bytes of a base32 text in the extended hexadecimal alphabet."""
  return _b32decode(_B32_HEX, s, casefold)


def b16encode(s):
  """Hexadecimal digits in upper case."""
  return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
  """The bytes of hexadecimal digits."""
  s = _bytes_from_decode_data(s)
  if casefold:
    s = s.upper()
  if s.translate(None, b"0123456789ABCDEF"):
    raise binascii.Error("Non-base16 digit found")
  return binascii.unhexlify(s)


def _85encode(b, alphabet, pad, fold_zeros, fold_spaces):
  b = _plain_bytes(b)
  padding = -len(b) % 4
  encoded = _base64.encode85(b, alphabet, fold_zeros, fold_spaces)
  if padding and not pad:
    if fold_zeros and encoded[-1] == 122:
      # The last bytes and what fills them up are zeros.
      encoded = encoded[:-1] + alphabet[:1] * 5
    return encoded[:-padding]
  return encoded


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
  """Ascii85 of bytes, in lines of wrapcol characters when it is not 0."""
  result = _85encode(b, _A85, pad, True, foldspaces)
  if adobe:
    result = b"<~" + result
  if wrapcol:
    wrapcol = max(2 if adobe else 1, wrapcol)
    chunks = [result[i:i + wrapcol] for i in range(0, len(result), wrapcol)]
    if adobe and len(chunks[-1]) + 2 > wrapcol:
      chunks.append(b"")
    result = b"\n".join(chunks)
  if adobe:
    result += b"~>"
  return result


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b" \t\n\r\v"):
  """The bytes of an Ascii85 text."""
  b = _bytes_from_decode_data(b)
  if adobe:
    if not b.endswith(b"~>"):
      raise ValueError("Ascii85 encoded byte sequences must end with {!r}".format(b"~>"))
    b = b[2:-2] if b.startswith(b"<~") else b[:-2]
  return _base64.decode_ascii85(b, foldspaces, ignorechars)


def b85encode(b, pad=False):
  """Base85 of bytes, as git has it."""
  return _85encode(b, _B85, pad, False, False)


def b85decode(b):
  """The bytes of a base85 text."""
  b = _bytes_from_decode_data(b)
  padding = -len(b) % 5
  decoded = _base64.decode85(b, _B85)
  return decoded[:-padding] if padding else decoded


def encode(input, output):
  """Base64 of a binary file to another."""
  while True:
    s = input.read(57)
    if not s:
      break
    while len(s) < 57:
      more = input.read(57 - len(s))
      if not more:
        break
      s += more
    output.write(binascii.b2a_base64(s))


def decode(input, output):
  """The bytes of a base64 file to another."""
  while line := input.readline():
    output.write(binascii.a2b_base64(line))


def _check_bytes(s):
  try:
    view = memoryview(s)
  except TypeError as error:
    raise TypeError("expected bytes-like object, not %s" % s.__class__.__name__) from error
  if view.format not in ("c", "b", "B"):
    raise TypeError("expected single byte elements, not %r from %s" % (view.format, s.__class__.__name__))
  if view.ndim != 1:
    raise TypeError("expected 1-D data, not %d-D data from %s" % (view.ndim, s.__class__.__name__))


def encodebytes(s):
  """Base64 in lines of 76 characters."""
  _check_bytes(s)
  return b"".join([binascii.b2a_base64(s[i:i + 57]) for i in range(0, len(s), 57)])


def decodebytes(s):
  """The bytes of base64 lines."""
  _check_bytes(s)
  return binascii.a2b_base64(s)


if __name__ == "__main__":
  import _command_lines
  _command_lines.base64()
