# Of several wrong arguments, what is told of first: in hashlib, hmac and csv.
import csv
import hashlib
import hmac

for call in (lambda: hashlib.new("zz", "text"), lambda: hashlib.new(3, "text"), lambda: hashlib.new("zz", b""), lambda: hashlib.md5("text", b""),
             lambda: hashlib.blake2b(b"", digest_size=99, key="text"), lambda: hashlib.blake2b("text", key=b"1" * 70), lambda: hashlib.blake2s(fanout=-1, depth=0),
             lambda: hashlib.blake2b(salt=b"1" * 20, person="text"), lambda: hashlib.scrypt("text", salt="text", n="x"), lambda: hashlib.scrypt(b"", salt="text", n=3),
             lambda: hashlib.scrypt(b"", n="x"), lambda: hashlib.scrypt(b"", salt=b"", n="x", r=None, p=1), lambda: hashlib.scrypt(b"", salt=b"", n=3, r=None, p=1),
             lambda: hashlib.scrypt(b"", n=2, r=1, p=1), lambda: hashlib.pbkdf2_hmac("zz", "text", b"", 0), lambda: hashlib.pbkdf2_hmac("md5", b"", b"", 0, 0),
             lambda: hmac.new("text", "text", "zz"), lambda: hmac.new(b"", "text", "zz"), lambda: hmac.digest("text", b"", "zz"), lambda: hmac.compare_digest("a", b""),
             lambda: hmac.digest(b"", b"", None), lambda: hmac.digest(b"", b"", 5),
             lambda: csv.reader(5, delimiter=""), lambda: csv.reader([], "nope", delimiter=""), lambda: csv.writer(5, "nope"), lambda: csv.reader()):
  try:
    print(call())
  except Exception as error:
    print(type(error).__name__, error)

# Views with gaps, and released ones.
gone = memoryview(b"ab")
gone.release()
for view in (memoryview(b"abcd")[::2], gone):
  for function in (hashlib.sha224, hashlib.blake2b, hashlib.shake_128(b"").update, hashlib.sha1().update):
    try:
      function(view)
    except (BufferError, ValueError, TypeError) as error:
      print(type(error).__name__, error)
