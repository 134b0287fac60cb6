# readline() of stream readers with a size, after lines that were read ahead, and with read() between.
import codecs
import io

TEXT = "é1\nline2\r\nlonger line\rlast"
for size in (None, 1, 2, 5, 6, 100):
  reader = codecs.getreader("utf-8")(io.BytesIO(TEXT.encode()))
  print(size, [reader.readline(size) for _ in range(8)])
reader = codecs.getreader("utf-8")(io.BytesIO(TEXT.encode()))
print(repr(reader.readline()), repr(reader.readline(keepends=False)), repr(reader.read(3)), repr(reader.readline(2)), reader.readlines(), repr(reader.readline()))
reader.seek(0)
print(list(reader), repr(reader.read()))
stream = codecs.StreamReaderWriter(io.BytesIO(TEXT.encode("utf-16")), codecs.getreader("utf-16"), codecs.getwriter("utf-16"))
print(repr(stream.readline(4)), repr(stream.readline()), stream.readlines())
try:
  codecs.decode(b"x", "rot13")
except TypeError as error:
  print(error)
