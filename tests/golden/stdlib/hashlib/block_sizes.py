# Digests of texts around the sizes of blocks, given in two pieces.
import hashlib

for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512"):
  all_digests = hashlib.new(name)
  for size in [*range(300), 1000, 4096, 70000]:
    data = bytes((i * 7 + size) & 255 for i in range(size))
    digest = hashlib.new(name)
    digest.update(data[:size // 3])
    digest.update(data[size // 3:])
    all_digests.update(digest.digest())
  print(name, all_digests.hexdigest())
