# Names that new() takes: those of the module as they are, those of OpenSSL in any case.
import hashlib

for name in ("md5", "MD5", "SSL3-MD5", "sha1", "SHA-1", "Sha256", "sha2-256", "SHA-512", "sha3_256", "SHA3_256", "SHA3-256", "shake_128", "sHAKE_128",
             "SHAKE128", "SHAKE-256", "blake2b", "BLAKE2b", "BLAKE2b512", "blake2s256", "RSA-SHA256"):
  try:
    digest = hashlib.new(name)
    print(name, digest.name, digest.digest_size)
  except ValueError as error:
    print(error)
