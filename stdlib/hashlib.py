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


def md5(string=b"", *, usedforsecurity=True):
  """An md5 digest object."""
  return _hash.new("md5", string)


def sha1(string=b"", *, usedforsecurity=True):
  """A sha1 digest object."""
  return _hash.new("sha1", string)


def sha224(string=b"", *, usedforsecurity=True):
  """A sha224 digest object."""
  return _hash.new("sha224", string)


def sha256(string=b"", *, usedforsecurity=True):
  """A sha256 digest object."""
  return _hash.new("sha256", string)


def sha384(string=b"", *, usedforsecurity=True):
  """A sha384 digest object."""
  return _hash.new("sha384", string)


def sha512(string=b"", *, usedforsecurity=True):
  """A sha512 digest object."""
  return _hash.new("sha512", string)


def sha3_224(string=b"", *, usedforsecurity=True):
  """A sha3_224 digest object."""
  return _hash.new("sha3_224", string)


def sha3_256(string=b"", *, usedforsecurity=True):
  """A sha3_256 digest object."""
  return _hash.new("sha3_256", string)


def sha3_384(string=b"", *, usedforsecurity=True):
  """A sha3_384 digest object."""
  return _hash.new("sha3_384", string)


def sha3_512(string=b"", *, usedforsecurity=True):
  """A sha3_512 digest object."""
  return _hash.new("sha3_512", string)


def shake_128(string=b"", *, usedforsecurity=True):
  """A shake_128 digest object, whose digest has any length."""
  return _hash.new("shake_128", string)


def shake_256(string=b"", *, usedforsecurity=True):
  """A shake_256 digest object, whose digest has any length."""
  return _hash.new("shake_256", string)


def new(name, data=b"", **kwargs):
  """A digest object of the named algorithm."""
  if not isinstance(name, str):
    raise TypeError("name must be a string")
  lower = name.lower()
  if lower == "blake2b":
    return blake2b(data, **kwargs)
  if lower == "blake2s":
    return blake2s(data, **kwargs)
  if lower not in algorithms_guaranteed:
    raise ValueError("unsupported hash type " + name)
  return globals()[lower](data, **kwargs)


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
