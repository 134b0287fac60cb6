"""Encoded words of headers, "=?charset?q?text?=", and characters that stand for bytes."""

import binascii
import re

from email import _bodies, errors

_PLAIN = frozenset(b"-!*+/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")


def has_surrogates(text):
  """Whether the text has lone surrogates, which stand for bytes that could not be decoded."""
  if text.isascii():
    return False
  try:
    text.encode()
  except UnicodeEncodeError:
    return True
  return False


def without_surrogates(text):
  """The text with bytes that could not be decoded as UTF-8 or marks of replacement."""
  return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace") if has_surrogates(text) else text


def quoted(raw):
  """Bytes in the encoding "q"."""
  return "".join([chr(byte) if byte in _PLAIN else "_" if byte == 32 else f"={byte:02X}" for byte in raw])


def unquoted(raw):
  """The bytes that are encoded as "q"."""
  return re.sub(rb"=([0-9a-fA-F]{2})", lambda found: bytes.fromhex(found[1].decode()), raw.replace(b"_", b" "))


def base64(raw):
  """Bytes in the encoding "b"."""
  return binascii.b2a_base64(raw, newline=False).decode()


def encode(text, charset="utf-8"):
  """The text as one encoded word: "q" unless "b" is shorter by five characters."""
  raw = text.encode("ascii", "surrogateescape") if charset == "unknown-8bit" else text.encode(charset)
  as_q, as_b = quoted(raw), base64(raw)
  return f"=?{charset}?q?{as_q}?=" if len(as_q) - len(as_b) < 5 else f"=?{charset}?b?{as_b}?="


def decode(word):
  """The text of an encoded word and its defects; ValueError or KeyError if it is none."""
  _, charset, encoding, encoded, _ = word.split("?")
  charset = charset.partition("*")[0]
  raw = encoded.encode("ascii", "surrogateescape")
  if encoding.lower() == "q":
    raw, defects = unquoted(raw), []
  elif encoding.lower() == "b":
    raw, defects = _bodies.decode_base64(raw)
  else:
    raise KeyError(encoding)
  try:
    return raw.decode(charset), defects
  except UnicodeDecodeError:
    defects.append(errors.UndecodableBytesDefect(f"Encoded word contains bytes not decodable using {charset!r} charset"))
    return raw.decode(charset, "surrogateescape"), defects
  except (LookupError, UnicodeEncodeError):
    if charset.lower() != "unknown-8bit":
      defects.append(errors.CharsetError(f"Unknown charset {charset!r} in encoded word; decoded as unknown bytes"))
    return raw.decode("ascii", "surrogateescape"), defects
