"""Binary data and text."""


class Error(ValueError):
  """Text that is no valid encoding."""


class Incomplete(Exception):
  """Text that ends too early."""


def hexlify(data, sep=None, bytes_per_sep=1):
  """Hexadecimal digits as bytes."""
  data = bytes(data)
  return (data.hex() if sep is None else data.hex(sep, bytes_per_sep)).encode()


b2a_hex = hexlify


def unhexlify(hexstr):
  """The bytes of hexadecimal digits."""
  text = hexstr if isinstance(hexstr, str) else bytes(hexstr).decode("latin-1")
  if len(text) % 2:
    raise Error("Odd-length string")
  if any(c not in "0123456789abcdefABCDEF" for c in text):
    raise Error("Non-hexadecimal digit found")
  return bytes.fromhex(text)


a2b_hex = unhexlify


def b2a_base64(data, *, newline=True):
  """Base64 of bytes, with a line end."""
  from base64 import b64encode
  return b64encode(data) + (b"\n" if newline else b"")


def a2b_base64(data, *, strict_mode=False):
  """The bytes of a base64 text."""
  from base64 import b64decode
  return b64decode(data)


_crc_table = None


def crc32(data, value=0):
  """CRC-32 checksum."""
  global _crc_table
  if _crc_table is None:
    _crc_table = []
    for n in range(256):
      for _ in range(8):
        n = n >> 1 ^ 0xEDB88320 if n & 1 else n >> 1
      _crc_table.append(n)
  value ^= 0xFFFFFFFF
  for byte in bytes(data):
    value = _crc_table[(value ^ byte) & 255] ^ value >> 8
  return value ^ 0xFFFFFFFF
