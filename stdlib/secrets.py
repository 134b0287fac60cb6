"""Random numbers for secrets, from the operating system."""

__all__ = ["choice", "randbelow", "randbits", "SystemRandom", "token_bytes", "token_hex", "token_urlsafe", "compare_digest"]

from random import SystemRandom

_sysrand = SystemRandom()
randbits = _sysrand.getrandbits
choice = _sysrand.choice
DEFAULT_ENTROPY = 32


def compare_digest(a, b, /):
  """Whether two texts or bytes are equal, in a time that does not depend on where they differ."""
  if isinstance(a, str) and isinstance(b, str):
    if not (a.isascii() and b.isascii()):
      raise TypeError("comparing strings with non-ASCII characters is not supported")
    a, b = a.encode(), b.encode()
  elif isinstance(a, str) or isinstance(b, str):
    raise TypeError("unsupported operand types(s) or combination of types: "
                    f"'{type(a).__name__}' and '{type(b).__name__}'")
  result = len(a) ^ len(b)
  for x, y in zip(a, b):
    result |= x ^ y
  return result == 0


def randbelow(exclusive_upper_bound):
  """An integer of [0, n)."""
  if exclusive_upper_bound <= 0:
    raise ValueError("Upper bound must be positive.")
  return _sysrand._randbelow(exclusive_upper_bound)


def token_bytes(nbytes=None):
  """Random bytes."""
  return _sysrand.randbytes(DEFAULT_ENTROPY if nbytes is None else nbytes)


def token_hex(nbytes=None):
  """Random hexadecimal text."""
  return token_bytes(nbytes).hex()


def token_urlsafe(nbytes=None):
  """Random text for URLs."""
  from base64 import urlsafe_b64encode
  return urlsafe_b64encode(token_bytes(nbytes)).rstrip(b"=").decode("ascii")
