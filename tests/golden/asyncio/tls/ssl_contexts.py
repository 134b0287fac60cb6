# ssl: contexts and their settings, wrong arguments.
import ssl
c = ssl.create_default_context()
print(c.verify_mode, repr(c.verify_mode), c.check_hostname, repr(c.protocol), repr(c.minimum_version), repr(c.maximum_version))
s = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
print(repr(s.verify_mode), s.check_hostname, repr(s.protocol))
def attempt(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, str(e).split(" (_ssl")[0])
attempt(setattr, c, "verify_mode", ssl.CERT_NONE)
c.check_hostname = False
c.verify_mode = ssl.CERT_NONE
c.check_hostname = True
print(repr(c.verify_mode))
attempt(setattr, c, "verify_mode", 7)
attempt(c.load_cert_chain, "nonexistent.pem")
attempt(c.load_cert_chain, "_cert.pem", "nonexistent.pem")
attempt(c.load_cert_chain, __file__)
attempt(c.load_cert_chain, 5)
attempt(c.load_verify_locations)
attempt(c.load_verify_locations, "nonexistent.pem")
attempt(c.load_verify_locations, cadata="")
attempt(c.load_verify_locations, cadata=b"")
attempt(c.load_verify_locations, cadata=5)
attempt(c.load_verify_locations, cadata=open("_cert.pem").read())
attempt(c.set_ciphers, "nonsense")
attempt(c.set_ciphers, "ECDHE+AESGCM")
attempt(c.set_alpn_protocols, [""])
attempt(c.set_alpn_protocols, ["h2", "http/1.1"])
attempt(ssl.create_default_context, "x")
attempt(ssl.SSLContext, 99)
attempt(ssl.SSLObject)
attempt(ssl.SSLSocket)
c.minimum_version = ssl.TLSVersion.TLSv1_3
c.maximum_version = ssl.TLSVersion.TLSv1_3
print(repr(c.minimum_version), repr(c.maximum_version))
b = ssl.MemoryBIO()
print(b.pending, b.eof, b.write(b"hello"), b.pending, b.read(2), b.read(), b.read(), b.eof)
b.write_eof()
print(b.eof)
attempt(b.write, b"x")
attempt(b.write, "x")
print(ssl.SSLError.__mro__[1:3], ssl.SSLCertVerificationError.__bases__, ssl.CertificateError is ssl.SSLCertVerificationError)
print(ssl.OPENSSL_VERSION.split()[0], ssl.HAS_SNI, ssl.HAS_ALPN, ssl.HAS_TLSv1_3, ssl.Purpose.SERVER_AUTH.name)
der = ssl.PEM_cert_to_DER_cert(open("_cert.pem").read())
print(ssl.DER_cert_to_PEM_cert(der) == open("_cert.pem").read())
