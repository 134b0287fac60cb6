# Functions of ssl that the other tests do not use: names.
import ssl, warnings

print(ssl.DefaultVerifyPaths._fields, ssl.VerifyFlags.VERIFY_DEFAULT, ssl.SSLErrorNumber.SSL_ERROR_SSL, ssl.get_protocol_name(ssl.PROTOCOL_TLS_CLIENT), ssl.socket_error is OSError)
for kind in (ssl.SSLEOFError, ssl.SSLSyscallError, ssl.SSLZeroReturnError, ssl.SSLWantReadError, ssl.SSLCertVerificationError): print(kind.__name__, issubclass(kind, ssl.SSLError))
c = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT); print(c.load_default_certs(), c.load_default_certs(ssl.Purpose.CLIENT_AUTH), c.verify_flags)
for wrong in (lambda: c.load_default_certs(5), lambda: ssl.get_server_certificate(("127.0.0.1", 1), timeout=1)):
    try: print(wrong())
    except Exception as e: print(type(e).__name__, e)
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    c.wrap_bio(ssl.MemoryBIO(), ssl.MemoryBIO(), server_hostname="h").selected_npn_protocol()
    print([str(w.message) for w in seen])

try:
    c.options = "all"
except TypeError as e:
    print(e)

# Enumerations and their members, whichever way they are asked for.
print(repr(ssl.OP_NO_SSLv3), repr(ssl.VerifyFlags.VERIFY_DEFAULT), ssl.TLSVersion.TLSv1_2, ssl.SSL_ERROR_EOF)
print("OP_ALL" in dir(ssl), "OPENSSL_VERSION" in dir(ssl), hasattr(ssl, "OP_NOTHING"))

from ssl import *

print(repr(ALERT_DESCRIPTION_CLOSE_NOTIFY), TLSVersion, OPENSSL_VERSION_INFO[0])
