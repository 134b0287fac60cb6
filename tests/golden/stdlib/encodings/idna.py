# Host names in other scripts: the codec, its errors, its incremental forms, and names that sockets look up.
import codecs
import socket

for name in ("bücher.example", "faß.de", "a" * 64 + ".de", "", "a..b", ".", "a.", "ä.", "日本語。jp", "x\u2028y", "\u0627\u0644.com", "BÜCHER.De",
             "xn--bcher-kva.de", "-ä", "\u200b", "ﬁ.x", "١.a", "A1\u0627", "\u0627a", "1\u0627", "\u00ad", "ab\u00adcd.x", "xn--ä", "ä" * 60):
  try:
    encoded = name.encode("idna")
    print(ascii(name), encoded, ascii(encoded.decode("idna")))
  except UnicodeError as error:
    print(ascii(name), type(error).__name__, error)

for data in (b"xn--", b"xn--a", b"XN--BCHER-KVA.x", b"xn--BCHER-kva.x", b"xn--ASCII-.x", b"\xff", b"a..b", b"ok.de."):
  try:
    print(data, ascii(data.decode("idna")))
  except UnicodeError as error:
    print(data, type(error).__name__, error)

for errors in ("ignore", "replace"):
  try:
    "ä".encode("idna", errors)
  except UnicodeError as error:
    print(error)

encoder = codecs.getincrementalencoder("idna")()
print([encoder.encode("bü"), encoder.encode("cher.ex"), encoder.encode("ample"), encoder.encode("", True)])
encoder.reset()
print(encoder.encode("ä.org."), encoder.encode("", True))
decoder = codecs.getincrementaldecoder("idna")()
print([decoder.decode(b"xn--bcher-"), decoder.decode(b"kva.ex"), decoder.decode(b"ample", True)])

for host in ("bücher.invalid", "a" * 64 + "ä.invalid", "ä..b"):
  for look_up in (lambda host: socket.getaddrinfo(host, 80), socket.gethostbyname):
    try:
      print(look_up(host))
    except socket.gaierror:
      print("gaierror")
    except UnicodeError as error:
      print(error)
with socket.socket() as client:
  try:
    client.connect(("ä..b", 80))
  except TypeError as error:
    print(error)
print(socket.gethostbyname("127.0.0.\uff11"))
