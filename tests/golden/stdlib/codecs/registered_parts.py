# Functions of codecs that the other tests do not use: registered parts.
import codecs, io

print(codecs.getencoder("utf-8")("é"), codecs.getdecoder("latin-1")(b"\xe9"), codecs.StreamReader.charbuffertype)
error = UnicodeEncodeError("ascii", "aéb", 1, 2, "reason")
print(codecs.replace_errors(error), codecs.xmlcharrefreplace_errors(error), codecs.ignore_errors(error), codecs.backslashreplace_errors(error))
try: codecs.strict_errors(error)
except UnicodeError as e: print(e)
for wrong in (lambda: codecs.getencoder("none"), lambda: codecs.getdecoder("none"), lambda: codecs.replace_errors(5), lambda: codecs.strict_errors("x")):
    try: print(wrong())
    except Exception as e: print(type(e).__name__, e)
r = codecs.StreamRecoder(io.BytesIO("één\nx".encode("latin-1")), codecs.getencoder("utf-8"), codecs.getdecoder("utf-8"), codecs.getreader("latin-1"), codecs.getwriter("latin-1"))
print(r.readline(), r.read(), r.seek(0), r.readlines(), r.write("ü".encode()), r.writelines([b"a", b"b"]), r.getvalue(), r.reset())
