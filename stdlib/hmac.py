"""Keyed hashes for authentication (RFC 2104).

>>> import hmac
>>> hmac.new(b"key", b"message", "sha256").hexdigest()[:16]
'6e9ef29b75fffc5b'
"""

from hashlib import UnsupportedDigestmodError as _UnsupportedDigestmodError, new as _new
from _hash import compare_digest

__all__ = ["HMAC", "new", "digest", "compare_digest"]

trans_36 = bytes(x ^ 0x36 for x in range(256))
trans_5C = bytes(x ^ 0x5C for x in range(256))

digest_size = None


class HMAC:
  """A keyed hash under way."""

  blocksize = 64

  __slots__ = ("_digest_name", "_inner", "_outer", "block_size", "digest_size")

  def __init__(self, key, msg=None, digestmod=""):
    if not isinstance(key, (bytes, bytearray)):
      raise TypeError("key: expected bytes or bytearray, but got %r" % type(key).__name__)
    if not digestmod:
      raise TypeError("Missing required parameter 'digestmod'.")
    if isinstance(digestmod, str):
      make = None
      try:
        self._outer = _new(digestmod)
      except ValueError as error:
        # In CPython, OpenSSL refuses it first.
        error.__context__.__context__ = _UnsupportedDigestmodError(*error.__context__.args)
        raise
      self._inner = self._outer.copy()
    else:
      make = _maker(digestmod)
      self._outer = make()
      self._inner = make()
    self.digest_size = self._inner.digest_size
    if not self.digest_size:
      raise ValueError("no reason supplied")  # what OpenSSL says of digests without a size
    self.block_size = block_size = self._block_size_of(self._inner)
    if len(key) > block_size:
      key = (make(key) if make else _new(digestmod, key)).digest()
    key = key.ljust(block_size, b"\0")
    self._outer.update(key.translate(trans_5C))
    self._inner.update(key.translate(trans_36))
    if msg is not None:
      self.update(msg)

  def _block_size_of(self, hash):
    """The size of a hash's blocks; the default, with a warning, for what does not tell a sensible one."""
    size = getattr(hash, "block_size", None)
    if size is not None and size >= 16:
      return size
    import warnings
    if size is None:
      warnings.warn(f"No block_size attribute on given digest object; Assuming {self.blocksize}.", RuntimeWarning, 2)
    else:
      warnings.warn(f"block_size of {size} seems too small; using our default of {self.blocksize}.", RuntimeWarning, 2)
    return self.blocksize

  @property
  def name(self):
    return f"hmac-{self._inner.name}"

  def update(self, msg):
    """Add bytes of the message."""
    self._inner.update(msg)

  def copy(self):
    """An independent object in the same state."""
    other = self.__class__.__new__(self.__class__)
    other.digest_size = self.digest_size
    other.block_size = self.block_size
    other._inner = self._inner.copy()
    other._outer = self._outer.copy()
    return other

  def _finished(self):
    outer = self._outer.copy()
    outer.update(self._inner.digest())
    return outer

  def digest(self):
    """The result as bytes."""
    return self._finished().digest()

  def hexdigest(self):
    """The result as hexadecimal text."""
    return self._finished().hexdigest()


def _maker(digestmod):
  if callable(digestmod):
    return digestmod
  return lambda data=b"": digestmod.new(data)


def new(key, msg=None, digestmod=""):
  """An HMAC object. digestmod: name of an algorithm, or what makes a digest object."""
  return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
  """The HMAC of a message at once."""
  for given in (key, msg):
    try:
      memoryview(given)
    except TypeError:
      raise TypeError(f"a bytes-like object is required, not '{type(given).__name__}'") from None
  if isinstance(digest, str):
    _new(digest)  # refuses what there is not, in words of its own
  mac = HMAC(bytes(key), msg, digest if isinstance(digest, str) else _maker(digest))
  mac._outer.update(mac._inner.digest())
  return mac._outer.digest()
