# What error handlers of programs may give to each encoding, and a surrogate that comes in pieces.
import codecs


def show(function, *args):
  try:
    print(repr(function(*args)))
  except Exception as error:
    print(f"{type(error).__name__}: {error} | {error.__cause__!r}")


codecs.register_error("euro", lambda error: ("€", error.end))
codecs.register_error("one byte", lambda error: (b"1", error.end))
codecs.register_error("question", lambda error: ("?", error.end))
for encoding in ("ascii", "latin-1", "iso8859-15", "cp1252", "utf-8", "utf-16-le", "utf-32-be"):
  for handler in ("euro", "one byte", "question"):
    print(encoding, handler, end=": ")
    show("a\ud801z".encode, encoding, handler)

for errors in ("strict", "surrogatepass", "replace"):
  decoder = codecs.getincrementaldecoder("utf-8")(errors)
  print(errors)
  for piece in (b"\xed", b"\xa0", b"\x80", b"a"):
    show(decoder.decode, piece)
for encoding in ("utf-16le", "utf_16_be", "UTF-32LE", "utf-16"):
  show(codecs.lookup_error("surrogatepass"), UnicodeEncodeError(encoding, "a\ud800b", 1, 2, "reason"))


class Failing(Exception):
  pass


def search(name):
  if name == "failing_codec":
    return codecs.CodecInfo(fail, fail, name=name)


def fail(*args):
  raise problem


codecs.register(search)
for problem in (RuntimeError("why"), RuntimeError(), RuntimeError("two", 2), RuntimeError(3), KeyError("key"), Failing("mine"), RuntimeError):
  show("".encode, "failing-codec")
problem = RuntimeError("has an attribute")
problem.detail = 1
show(codecs.decode, b"", "failing-codec")
show(codecs.utf_7_encode, "a+€")
show(codecs.utf_7_decode, b"a+IKw-")
