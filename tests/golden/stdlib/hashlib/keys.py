# Keys from passwords, digests of files, and what is refused.
import hashlib
import io

print(hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 1000).hex())
print(hashlib.pbkdf2_hmac("sha1", b"p" * 100, b"salt", 2, 50).hex(), hashlib.pbkdf2_hmac("md5", b"", b"", 1, dklen=5).hex())
print(hashlib.pbkdf2_hmac("sha512", bytearray(b"password"), b"salt", 3).hex()[:40], hashlib.pbkdf2_hmac("sha3_256", b"a", b"b", 2).hex()[:40])
print(hashlib.scrypt(b"password", salt=b"NaCl", n=16, r=8, p=1).hex()[:40], hashlib.scrypt(b"", salt=b"", n=2, r=1, p=3, dklen=10).hex())
print(hashlib.file_digest(io.BytesIO(b"contents"), "sha256").hexdigest()[:20], hashlib.file_digest(io.BytesIO(b"x" * 10), hashlib.md5).hexdigest())
for f in (lambda: hashlib.new("nope"), lambda: hashlib.md5("text"), lambda: hashlib.md5(5), lambda: hashlib.pbkdf2_hmac("md5", b"", b"", 0), lambda: hashlib.pbkdf2_hmac("md5", "", b"", 1),
          lambda: hashlib.scrypt(b"a", salt=b"b", n=3, r=1, p=1), lambda: hashlib.scrypt(b"a", salt=b"b", r=1, p=1), lambda: hashlib.shake_128().digest(), lambda: hashlib.new(1)):
  try:
    print(f())
  except (ValueError, TypeError) as e:
    print(type(e).__name__, e)
