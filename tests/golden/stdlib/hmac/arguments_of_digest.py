# hmac.digest() takes any buffers as key and message, and nothing else.
import hmac

print(hmac.digest(bytearray(b"key"), memoryview(b"message"), "sha1").hex())
for key, message in (("key", b""), (b"key", "message"), (None, b""), (b"key", 5)):
  try:
    print(hmac.digest(key, message, "sha1"))
  except TypeError as error:
    print(error)
