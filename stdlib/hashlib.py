"""Message digests: md5, sha1, sha2, sha3, shake, blake2; keys from passwords.

>>> import hashlib
>>> hashlib.sha256(b"hello").hexdigest()[:16]
'2cf24dba5fb0a30e'
"""

import _hash
from _hash import blake2b, blake2s, pbkdf2_hmac, scrypt

__all__ = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s", "sha3_224", "sha3_256", "sha3_384", "sha3_512",
           "shake_128", "shake_256", "new", "algorithms_guaranteed", "algorithms_available", "pbkdf2_hmac", "scrypt", "file_digest")

algorithms_guaranteed = {"md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s", "sha3_224", "sha3_256", "sha3_384",
                         "sha3_512", "shake_128", "shake_256"}
algorithms_available = set(algorithms_guaranteed)
for _name in algorithms_guaranteed - {"blake2b", "blake2s"}:
  globals()[_name] = getattr(_hash, "openssl_" + _name)
del _name


class UnsupportedDigestmodError(ValueError):
  """What OpenSSL says of an algorithm that it does not have: the context of the error of new()."""

  __module__ = "_hashlib"


def __hash_new(name, data=b"", **kwargs):
  """A digest object of the named algorithm."""
  if not isinstance(name, str):
    raise TypeError("name must be a string")
  lower = name.lower()
  if lower not in algorithms_guaranteed:
    try:
      raise UnsupportedDigestmodError("[digital envelope routines] unsupported")
    except ValueError:
      raise ValueError("unsupported hash type " + name)
  return globals()[lower](data, **kwargs)


new = __hash_new


def file_digest(fileobj, digest, /, *, _bufsize=2 ** 18):
  """A digest object that took in all of an open binary file."""
  digestobj = new(digest) if isinstance(digest, str) else digest()
  if hasattr(fileobj, "getbuffer"):
    digestobj.update(fileobj.getbuffer())
    return digestobj
  if not (hasattr(fileobj, "readinto") and hasattr(fileobj, "readable") and fileobj.readable()):
    raise ValueError(f"'{fileobj!r}' is not a file-like object in binary reading mode.")
  buf = bytearray(_bufsize)
  view = memoryview(buf)
  while size := fileobj.readinto(buf):
    digestobj.update(view[:size])
  return digestobj
