# Lengths and alphabets of tokens.
import secrets
import string

print(len(secrets.token_bytes(10)), len(secrets.token_hex(10)), len(secrets.token_bytes()), set(secrets.token_hex(50)) <= set(string.hexdigits))
print(set(secrets.token_urlsafe(100)) <= set(string.ascii_letters + string.digits + "-_"), secrets.token_hex(8) != secrets.token_hex(8))
print(sorted({secrets.choice("ab") for _ in range(100)}), sorted({secrets.randbelow(3) for _ in range(200)}), 0 <= secrets.randbits(5) < 32, secrets.compare_digest("a", "a"))
print(secrets.compare_digest(b"a", b"b"), type(secrets.SystemRandom()).__name__)
for call, argument in ((secrets.randbelow, 0), (secrets.choice, []), (secrets.randbits, -1), (secrets.compare_digest, None)):
  try:
    call(argument) if argument is not None else call("\u00e9", "a")
  except (ValueError, IndexError, TypeError) as error:
    print(type(error).__name__, error)
