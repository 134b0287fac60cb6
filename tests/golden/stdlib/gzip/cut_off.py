# A file whose end is missing gives all its data first; closed files; positions in both directions.
import gzip
import io

data = b"hello world\n" * 100
packed = gzip.compress(data)
for missing in (1, 4, 8, 9, 12):
  file = gzip.GzipFile(fileobj=io.BytesIO(packed[:-missing]))
  try:
    print(missing, file.read(len(data)) == data, file.tell())
    file.read(1)
  except EOFError as error:
    print(error)

file = gzip.open(io.BytesIO(packed[:-8] + bytes(8)))
print(len(file.read(1200)))
try:
  file.read(1)
except gzip.BadGzipFile as error:
  print(str(error).split("0x")[0])

file = gzip.open(io.BytesIO(packed + gzip.compress(b"second") + b"\0\0\0"))
print(file.read(1200) == data, file.read(3), file.read(), file.tell(), file.seek(5), file.read(3), file.seek(-3, 1))
file.close()
written = gzip.GzipFile("name", "w", fileobj=io.BytesIO(), mtime=1)
print(written.write(b"ab"), written.tell(), written.seek(5), written.tell())
written.close()
for closed in (file, written):
  for name in ("tell", "flush", "read", "readline"):
    try:
      print(name, getattr(closed, name)())
    except Exception as error:
      print(name, type(error).__name__, error)
