# gzip files: writing, reading, text mode, members after one another, seeking.
import gzip
import io
import os
import tempfile
import warnings

with tempfile.TemporaryDirectory() as folder:
  path = os.path.join(folder, "a.txt.gz")
  with gzip.open(path, "wb") as f:
    print(f.write(b"first line\n"), f.write(b"second line\n"), f.tell(), f.writable(), f.readable())
  with gzip.open(path, "ab") as f:
    f.write(b"appended\n")
  with gzip.open(path) as f:
    print(f.readline(), f.tell(), f.read(6), f.peek(3)[:3], f.read())
    f.seek(6)
    print(f.read(4), f.seek(0), f.readlines(), f.read(1))
  with gzip.open(path) as f:
    print([line.rstrip() for line in f])
  print(gzip.open(path, "rb").read(), open(path, "rb").read()[:2], open(path, "rb").read()[10:15])
  with gzip.GzipFile(path, "w", mtime=5) as f:
    f.write(b"x")
  with gzip.GzipFile(path) as f:
    print(f.read(), f.mtime, f.closed)
  print(f.closed, f.name == path)
buffer = io.BytesIO()
with gzip.GzipFile(fileobj=buffer, mode="wb", mtime=0, filename="n") as f:
  f.write(b"data" * 100)
buffer.seek(0)
with gzip.GzipFile(fileobj=buffer) as f:
  print(len(f.read()), f.name)

# The mode for writing may come from the file below, with a warning.
with tempfile.TemporaryFile("wb") as below, warnings.catch_warnings(record=True) as caught:
  warnings.simplefilter("always")
  gzip.GzipFile(fileobj=below).close()
  print([(warning.category.__name__, str(warning.message)) for warning in caught])
