# OpenSSL finds certificates through the environment as the program has changed it.
import os
import ssl

context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
for number in range(300):
  os.environ[f"SOME_VARIABLE_{number}"] = "x" * number
overwriting = [b"\xff" * size for size in range(8, 20000, 8)]
context.set_default_verify_paths()

os.environ["SSL_CERT_FILE"] = os.environ["SSL_CERT_DIR"] = os.devnull
context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
context.set_default_verify_paths()
print(context.cert_store_stats())
print(os.environ["SOME_VARIABLE_299"] == "x" * 299, len(overwriting))
