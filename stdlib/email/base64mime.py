"""Base64 of headers and bodies of mails."""

import binascii

__all__ = ["body_decode", "body_encode", "decode", "decodestring", "header_encode", "header_length"]


def header_length(bytearray):
  """How long the bytes are when encoded."""
  return (len(bytearray) + 2) // 3 * 4


def header_encode(header_bytes, charset="iso-8859-1"):
  """The bytes as one encoded word."""
  if not header_bytes:
    return ""
  if isinstance(header_bytes, str):
    header_bytes = header_bytes.encode(charset)
  return f"=?{charset}?b?{binascii.b2a_base64(header_bytes, newline=False).decode('ascii')}?="


def body_encode(s, maxlinelen=76, eol="\n"):
  """The bytes in lines, each with its end."""
  if not s:
    return ""
  step = maxlinelen * 3 // 4
  return "".join([binascii.b2a_base64(s[start:start + step], newline=False).decode("ascii") + eol for start in range(0, len(s), step)])


def decode(string):
  """The bytes of a text."""
  if not string:
    return b""
  return binascii.a2b_base64(string.encode("raw-unicode-escape") if isinstance(string, str) else string)


body_decode = decode
decodestring = decode
