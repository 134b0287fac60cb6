# pbkdf2_hmac() knows the algorithms by the names that OpenSSL has for them; the order in which BLAKE2's arguments are looked at.
import hashlib

for name in ("sha256", "SHA256", "sha-256", "SHA2-256", "Md5", "sha3_256", "SHA3-256", "nope"):
  try:
    print(name, hashlib.pbkdf2_hmac(name, b"password", b"salt", 2).hex())
  except ValueError as error:
    print(name, type(error).__name__, error)
for options in ({"salt": bytes(17), "fanout": 300}, {"person": bytes(17), "depth": 0}, {"fanout": 300, "key": bytes(65)}, {"key": bytes(65)}, {"digest_size": 0, "salt": bytes(17)}):
  try:
    hashlib.blake2b(b"", **options)
  except ValueError as error:
    print(options, error)
