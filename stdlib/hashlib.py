"""Message digests."""

from _sha import md5, sha1, sha224, sha256, sha384, sha512

algorithms_guaranteed = algorithms_available = {"md5", "sha1", "sha224", "sha256", "sha384", "sha512"}

__all__ = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "new", "algorithms_guaranteed", "algorithms_available",
           "pbkdf2_hmac", "file_digest")


def new(name, data=b"", **kwargs):
  """A digest object of the named algorithm."""
  if name.lower() not in algorithms_available:
    raise ValueError("unsupported hash type " + name)
  return globals()[name.lower()](data)


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
  """Key derivation of PKCS 5."""
  if iterations < 1:
    raise ValueError("iteration value must be greater than 0.")
  block_size = new(hash_name).block_size
  password = bytes(password)
  if len(password) > block_size:
    password = new(hash_name, password).digest()
  password = password.ljust(block_size, b"\0")
  inner = new(hash_name, bytes(b ^ 0x36 for b in password))
  outer = new(hash_name, bytes(b ^ 0x5C for b in password))

  def prf(message):
    first, second = inner.copy(), outer.copy()
    first.update(message)
    second.update(first.digest())
    return second.digest()

  if dklen is None:
    dklen = outer.digest_size
  key = b""
  block = 1
  while len(key) < dklen:
    current = prf(salt + block.to_bytes(4, "big"))
    total = int.from_bytes(current, "big")
    for _ in range(iterations - 1):
      current = prf(current)
      total ^= int.from_bytes(current, "big")
    block += 1
    key += total.to_bytes(inner.digest_size, "big")
  return key[:dklen]


def file_digest(fileobj, digest, /, *, _bufsize=2 ** 18):
  """The digest of an open binary file."""
  digestobj = new(digest) if isinstance(digest, str) else digest()
  while data := fileobj.read(_bufsize):
    digestobj.update(data)
  return digestobj
