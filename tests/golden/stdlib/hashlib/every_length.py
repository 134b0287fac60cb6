# Digests of every length around the blocks, in one piece and in two.
import hashlib
for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512"):
  whole = hashlib.new(name)
  for size in (*range(0, 300), 1000, 4095, 4096, 100003):
    data = bytes(i * 31 % 256 for i in range(size))
    digest = hashlib.new(name, data).digest()
    pieces = hashlib.new(name, data[:size // 3])
    pieces.update(data[size // 3:])
    assert pieces.digest() == digest
    whole.update(digest)
  print(name, whole.hexdigest())
