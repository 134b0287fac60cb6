"""Message digests: md5, sha1, sha2, sha3, shake, blake2; keys from passwords.

>>> import hashlib
>>> hashlib.sha256(b"hello").hexdigest()[:16]
'2cf24dba5fb0a30e'
"""

import _hash
from _hash import blake2b, blake2s, pbkdf2_hmac, scrypt

__all__ = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s", "sha3_224", "sha3_256", "sha3_384", "sha3_512",
           "shake_128", "shake_256", "new", "algorithms_guaranteed", "algorithms_available", "pbkdf2_hmac", "file_digest")

algorithms_guaranteed = {"md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s", "sha3_224", "sha3_256", "sha3_384",
                         "sha3_512", "shake_128", "shake_256"}
algorithms_available = set(algorithms_guaranteed)
for _name in algorithms_guaranteed - {"blake2b", "blake2s"}:
  globals()[_name] = getattr(_hash, "openssl_" + _name)
del _name


class UnsupportedDigestmodError(ValueError):
  """What OpenSSL says of an algorithm that it does not have: the context of the error of new()."""

  __module__ = "_hashlib"


# What OpenSSL calls them, in any case.
_OTHER_NAMES = {"md5": "md5", "ssl3-md5": "md5", "sha1": "sha1", "sha-1": "sha1", "ssl3-sha1": "sha1", "shake128": "shake_128", "shake-128": "shake_128",
                "shake256": "shake_256", "shake-256": "shake_256", "blake2b512": "blake2b", "blake2b-512": "blake2b", "blake2s256": "blake2s",
                "blake2s-256": "blake2s"}
for _size in ("224", "256", "384", "512"):
  _OTHER_NAMES |= {"sha" + _size: "sha" + _size, "sha-" + _size: "sha" + _size, "sha2-" + _size: "sha" + _size, "sha3-" + _size: "sha3_" + _size}
del _size


def __hash_new(name, data=b"", **kwargs):
  """A digest object of the named algorithm."""
  if not isinstance(name, str):
    raise TypeError("name must be a string")
  found = name if name in algorithms_guaranteed else _OTHER_NAMES.get(name.lower())
  if found is None:
    md5(data)  # Wrong data comes before a wrong name.
    try:
      raise UnsupportedDigestmodError("[digital envelope routines] unsupported")
    except ValueError:
      raise ValueError("unsupported hash type " + name)
  return globals()[found](data, **kwargs)


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
