# Hashes of a program's own that do not tell a sensible block size get the usual one, with a warning.
import hashlib
import hmac
import warnings


class Hash:
  digest_size = 16
  name = "own"

  def __init__(self, data=b""):
    self.inner = hashlib.md5(data)

  def update(self, data):
    self.inner.update(data)

  def copy(self):
    other = type(self)()
    other.inner = self.inner.copy()
    return other

  def digest(self):
    return self.inner.digest()


class Small(Hash):
  block_size = 1


class Large(Hash):
  block_size = 128


for kind in (Hash, Small, Large):
  with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    code = hmac.new(b"key", b"message", kind)
    print(code.digest().hex(), code.block_size, code.name, [f"{each.category.__name__}: {each.message}" for each in caught])
