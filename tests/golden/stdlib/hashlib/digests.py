# Digests of all algorithms, in one piece and in several.
import hashlib

for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512", "blake2b", "blake2s"):
  h = hashlib.new(name)
  print(name, h.name, h.digest_size, h.block_size, h.hexdigest())
  for i in range(60):
    h.update(b"x" * i)
  again = h.copy()
  again.update(b"!")
  print(h.hexdigest(), again.hexdigest() == hashlib.new(name, b"x" * 1770 + b"!").hexdigest(), h.digest() == bytes.fromhex(h.hexdigest()))
  print(getattr(hashlib, name)(b"a" * 200).hexdigest()[:20], hashlib.new(name, bytearray(b"abc")).hexdigest()[:10])
for name in ("shake_128", "shake_256"):
  h = hashlib.new(name, b"abc")
  print(h.name, h.digest_size, h.block_size, h.hexdigest(10), h.digest(3), len(h.digest(1000)), h.hexdigest(400)[-20:])
print(hashlib.new("SHA256", b"").hexdigest()[:10], hashlib.md5(b"a", usedforsecurity=False).hexdigest(), sorted(hashlib.algorithms_guaranteed))
