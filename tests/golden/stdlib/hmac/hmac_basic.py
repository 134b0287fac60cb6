# Keyed hashes, copies and comparison.
import hashlib
import hmac

for key in (b"", b"key", b"k" * 200):
  for mod in ("md5", "sha256", hashlib.sha512, "sha3_256", "blake2b"):
    h = hmac.new(key, b"mess", mod)
    other = h.copy()
    h.update(b"age")
    print(h.name, h.digest_size, h.block_size, h.hexdigest()[:30], h.digest() == hmac.digest(key, b"message", mod), other.hexdigest() == h.hexdigest())
print(hmac.compare_digest("abc", "abc"), hmac.compare_digest(b"abc", b"abd"), hmac.compare_digest(b"a", b"ab"), hmac.compare_digest(bytearray(b"x"), b"x"))
for f in (lambda: hmac.new("key", b"", "md5"), lambda: hmac.new(b"key", b""), lambda: hmac.compare_digest("é", "é"), lambda: hmac.compare_digest("a", b"a"), lambda: hmac.new(b"k", "text", "md5"), lambda: hmac.new(b"k", b"", "nope")):
  try:
    print(f())
  except (TypeError, ValueError) as e:
    print(type(e).__name__, e)
