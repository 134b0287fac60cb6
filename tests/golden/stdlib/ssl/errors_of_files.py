# Certificates, keys and settings that contexts refuse: numbers, places and words of the errors.
import os
import ssl
import tempfile

folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "asyncio", "tls")
key, certificate = os.path.join(folder, "_key.pem"), os.path.join(folder, "_cert.pem")
text = open(certificate).read()
binary = ssl.PEM_cert_to_DER_cert(text)


def attempt(label, function, *args, **kwargs):
    try:
        print(label, function(*args, **kwargs))
    except Exception as e:
        print(label, type(e).__name__, e.args, getattr(e, "library", None), getattr(e, "reason", None))


def server():
    return ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)


with tempfile.TemporaryDirectory() as scratch:
    garbage = os.path.join(scratch, "garbage.pem")
    with open(garbage, "w") as file:
        file.write("nothing of use\n")
    attempt("no certificate", server().load_cert_chain, garbage)
    attempt("no key", server().load_cert_chain, certificate)
    attempt("bad key", server().load_cert_chain, certificate, garbage)
    attempt("password's type", server().load_cert_chain, certificate, key, lambda: 5)
    attempt("password's type", server().load_cert_chain, certificate, key, 5)
    attempt("not asked", server().load_cert_chain, certificate, key, lambda: print("never"))
    attempt("trust", server().load_verify_locations, garbage)
attempt("no ASCII", server().load_verify_locations, cadata="caf\xe9")
attempt("twice", server().load_verify_locations, cadata=binary + binary)
attempt("and more", server().load_verify_locations, cadata=binary + b"xx")
attempt("text and more", server().load_verify_locations, cadata=text + "xx")

client = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
for name in ("localhost", b"localhost", bytearray(b"local"), "a\0b"):
    attempt("name", lambda: client.wrap_bio(ssl.MemoryBIO(), ssl.MemoryBIO(), server_hostname=name).server_hostname)
attempt("server's", server().wrap_bio, ssl.MemoryBIO(), ssl.MemoryBIO())
for name in ("verify_mode", "minimum_version", "verify_flags"):
    for value in ("x", None, 2**40):
        if name != "verify_flags" or value is not None and not isinstance(value, int):
            attempt(name, setattr, client, name, value)
start = client.wrap_bio(ssl.MemoryBIO(), ssl.MemoryBIO(), server_hostname="localhost")
attempt("write", start.write, b"x")

for moment in ("Feb 30 09:34:43 2018 GMT", "feb  5 09:34:43 2018 GMT", "Feb 40 09:34:43 2018 GMT", "Feb 5 2018", "Fex  5 09:34:43 2018 GMT", "x", ""):
    attempt("time", ssl.cert_time_to_seconds, moment)
for number in (2**31, 2**70):
    attempt("version", setattr, client, "maximum_version", number)
