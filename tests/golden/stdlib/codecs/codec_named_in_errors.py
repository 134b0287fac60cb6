# encode() and decode() name the codec in errors of others; surrogatepass only knows UTF-8, 16 and 32; uuencoded bytes.
import codecs


def tried(function, *arguments):
  try:
    print(ascii(function(*arguments)))
  except Exception as error:
    print(type(error).__name__, ascii(str(error)), repr(error.__cause__))


for encoding in ("utf-8", "ascii", "latin-1", "utf-16"):
  tried(codecs.encode, "\ud800", encoding, "nope")
  tried(codecs.encode, 5, encoding)
  tried(codecs.decode, "text", encoding)
  for data in (b"\xed\xa0\x80", b"\xff\xff\xff"):
    tried(codecs.decode, data, encoding, "surrogatepass")
    tried(codecs.decode, data, encoding, "nope")
for errors in ("ignore", "nope"):
  tried(codecs.decode, b"61", "hex", errors)
  tried(codecs.decode, b"\xff", "punycode", errors)
text = codecs.encode(b"uuencoded bytes " * 4, "uu")
print(text, codecs.decode(text, "uu"), codecs.lookup("uu").name)
for data in (b"", b"begin 666 x\n", text[:-5]):
  tried(codecs.decode, data, "uu")
for encoding in ("utf-8", "latin-1", "utf-16", "ascii"):
  entry = codecs.lookup(encoding)
  print(entry.incrementalencoder, entry.streamreader)
