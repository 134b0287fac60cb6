# ssl.match_hostname() and SSLContext.load_dh_params() with good and bad arguments.
import ssl
import tempfile
import warnings

with warnings.catch_warnings(record=True) as caught:
  warnings.simplefilter("always")
  ssl.match_hostname({"subjectAltName": (("DNS", "a.org"),)}, "a.org")
  print([(w.category.__name__, str(w.message)) for w in caught])
warnings.simplefilter("ignore")

for pattern, host in (("*.a.org", "x.a.org"), ("*.a.org", "a.org"), ("*.a.org", "y.x.a.org"), ("a*.a.org", "ab.a.org"), ("*.*.org", "x.a.org"),
                      ("x.*.org", "x.a.org"), ("*", "a"), ("A.org", "a.ORG"), ("", "a")):
  try:
    print(repr(pattern), host, ssl.match_hostname({"subjectAltName": (("DNS", pattern),)}, host))
  except ssl.CertificateError as error:
    print(repr(pattern), host, error.args)

addresses = {"subjectAltName": (("IP Address", "127.0.0.1"), ("IP Address", "::1"), ("DNS", "localhost"))}
for cert, host in ((None, "a"), ({}, "a"), (addresses, "127.0.0.1"), (addresses, "0:0::1"), (addresses, "127.0.0.2"), (addresses, "localhost"),
                   ({"subject": ((("commonName", "old.org"),),)}, "old.org"), ({"subject": ((("commonName", "old.org"),),)}, "new.org"),
                   ({"subject": ()}, "x")):
  try:
    print(host, ssl.match_hostname(cert, host))
  except ValueError as error:
    print(host, type(error).__name__, error.args)

context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
with tempfile.NamedTemporaryFile("w") as file:
  for text in ("", "no parameters"):
    file.write(text)
    file.flush()
    try:
      context.load_dh_params(file.name)
    except ssl.SSLError as error:
      print(type(error).__name__, "no start line" in str(error))
  for path in ("/no/such/file", None, 5):
    try:
      context.load_dh_params(path)
    except (OSError, TypeError) as error:
      print(type(error).__name__, error)

print(list(ssl.Purpose), ssl.Purpose.CLIENT_AUTH.shortname)
