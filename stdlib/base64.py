"""Base64, base32 and base16."""

__all__ = ["b64encode", "b64decode", "standard_b64encode", "standard_b64decode", "urlsafe_b64encode", "urlsafe_b64decode", "b32encode",
           "b32decode", "b16encode", "b16decode", "encodebytes", "decodebytes"]

_B64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_B32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"


def _bytes_from_decode_data(s):
  if isinstance(s, str):
    try:
      return s.encode("ascii")
    except UnicodeEncodeError:
      raise ValueError("string argument should contain only ASCII characters")
  return bytes(s)


def _error(text):
  import binascii
  raise binascii.Error(text)


def b64encode(s, altchars=None):
  """Base64 of bytes."""
  if isinstance(s, str):
    raise TypeError("a bytes-like object is required, not 'str'")
  s = memoryview(s).tobytes() if not isinstance(s, bytes) else s
  out = bytearray()
  table = _B64
  for i in range(0, len(s) - 2, 3):
    n = s[i] << 16 | s[i + 1] << 8 | s[i + 2]
    out += bytes((table[n >> 18], table[n >> 12 & 63], table[n >> 6 & 63], table[n & 63]))
  rest = len(s) % 3
  if rest == 1:
    n = s[-1] << 16
    out += bytes((table[n >> 18], table[n >> 12 & 63])) + b"=="
  elif rest == 2:
    n = s[-2] << 16 | s[-1] << 8
    out += bytes((table[n >> 18], table[n >> 12 & 63], table[n >> 6 & 63])) + b"="
  encoded = bytes(out)
  if altchars is not None:
    if len(altchars) != 2:
      raise AssertionError(repr(altchars))
    return encoded.translate(bytes.maketrans(b"+/", altchars))
  return encoded


def b64decode(s, altchars=None, validate=False):
  """The bytes of a base64 text."""
  s = _bytes_from_decode_data(s)
  if altchars is not None:
    altchars = _bytes_from_decode_data(altchars)
    s = s.translate(bytes.maketrans(altchars, b"+/"))
  values = {c: i for i, c in enumerate(_B64)}
  out = bytearray()
  n = bits = count = pads = 0
  for c in s:
    if c == 61:
      pads += 1
      if count % 4 >= 2 and count % 4 + pads >= 4:
        break
      continue
    value = values.get(c)
    if value is None:
      if validate:
        _error("Only base64 data is allowed")
      continue
    pads = 0
    count += 1
    n = n << 6 | value
    bits += 6
    if bits >= 8:
      bits -= 8
      out.append(n >> bits & 255)
      n &= (1 << bits) - 1
  left = count % 4
  if left == 1:
    _error(f"Invalid base64-encoded string: number of data characters ({count}) cannot be 1 more than a multiple of 4")
  if left and left + pads < 4:
    _error("Incorrect padding")
  return bytes(out)


def standard_b64encode(s):
  return b64encode(s)


def standard_b64decode(s):
  return b64decode(s)


def urlsafe_b64encode(s):
  """Base64 with - and _."""
  return b64encode(s, b"-_")


def urlsafe_b64decode(s):
  """The bytes of a base64 text with - and _."""
  return b64decode(s, b"-_")


def b32encode(s):
  """Base32 of bytes."""
  s = bytes(s)
  leftover = len(s) % 5
  padded = s + b"\0" * (5 - leftover if leftover else 0)
  out = bytearray()
  for i in range(0, len(padded), 5):
    n = int.from_bytes(padded[i:i + 5], "big")
    out += bytes(_B32[n >> shift & 31] for shift in range(35, -1, -5))
  pad = {0: 0, 1: 6, 2: 4, 3: 3, 4: 1}[leftover]
  return bytes(out[:len(out) - pad]) + b"=" * pad


def b32decode(s, casefold=False, map01=None):
  """The bytes of a base32 text."""
  s = _bytes_from_decode_data(s)
  if len(s) % 8:
    _error("Incorrect padding")
  if casefold:
    s = s.upper()
  body = s.rstrip(b"=")
  padchars = len(s) - len(body)
  values = {c: i for i, c in enumerate(_B32)}
  out = bytearray()
  body += b"A" * (-len(body) % 8)
  for i in range(0, len(body), 8):
    n = 0
    for c in body[i:i + 8]:
      if c not in values:
        _error("Non-base32 digit found")
      n = n << 5 | values[c]
    out += n.to_bytes(5, "big")
  if padchars not in (0, 1, 3, 4, 6):
    _error("Incorrect padding")
  drop = {0: 0, 1: 1, 3: 2, 4: 3, 6: 4}[padchars]
  return bytes(out[:len(out) - drop])


def b16encode(s):
  """Hexadecimal digits in upper case."""
  return bytes(s).hex().upper().encode()


def b16decode(s, casefold=False):
  """The bytes of hexadecimal digits."""
  s = _bytes_from_decode_data(s)
  if casefold:
    s = s.upper()
  if any(c not in b"0123456789ABCDEF" for c in s):
    _error("Non-base16 digit found")
  if len(s) % 2:
    _error("Odd-length string")
  return bytes.fromhex(s.decode())


def encodebytes(s):
  """Base64 in lines of 76 characters."""
  return b"".join(b64encode(s[i:i + 57]) + b"\n" for i in range(0, len(s), 57))


def decodebytes(s):
  """The bytes of base64 lines."""
  return b64decode(s)
