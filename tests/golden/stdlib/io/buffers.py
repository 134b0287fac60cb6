# Buffers on raw streams written in the language; which classes files belong to.
import io
import os
import tempfile


class Raw(io.RawIOBase):
  """Gives at most three bytes at a time."""

  def __init__(self, data):
    self.data = data
    self.written = []

  def readable(self):
    return True

  def writable(self):
    return True

  def readinto(self, buffer):
    count = min(len(buffer), 3, len(self.data))
    buffer[:count] = self.data[:count]
    self.data = self.data[count:]
    return count

  def write(self, data):
    self.written.append(bytes(data))
    return len(data)


reader = io.BufferedReader(Raw(b"abcdefghij\nklm\nz"))
print(reader.read(2), reader.peek()[:1], reader.read1(2), reader.readline(), reader.readlines(), reader.read(), reader.readable(), reader.writable())
raw = Raw(b"")
writer = io.BufferedWriter(raw, 5)
print(writer.write(b"ab"), raw.written, writer.write(b"cdefgh"))
writer.flush()
print(b"".join(raw.written))
pair = io.BufferedRWPair(Raw(b"xyz"), Raw(b""))
print(pair.read(2), pair.write(b"q"))
print(Raw(b"hello").read(), Raw(b"hello").readall(), Raw(b"hello").read(2))
print(io.TextIOWrapper(io.BufferedReader(Raw("\u00e9\n\u00fc\n\u00f6\u00f6".encode()))).readlines())
with tempfile.TemporaryDirectory() as folder:
  path = os.path.join(folder, "file")
  for mode, buffering in (("w", -1), ("r", -1), ("rb", -1), ("wb", -1), ("r+b", -1), ("w+b", -1), ("a+b", -1), ("rb", 0)):
    with open(path, mode, buffering) as file:
      print(type(file).__name__, file.mode, [name for name in ("IOBase", "RawIOBase", "BufferedIOBase", "TextIOBase", "TextIOWrapper",
            "BufferedReader", "BufferedWriter", "BufferedRandom", "FileIO") if isinstance(file, getattr(io, name))])
for fail in (lambda: writer.read(), lambda: writer.write("text"), lambda: io.BytesIO().detach(), lambda: io.StringIO().detach(),
             lambda: io.BufferedIOBase().read(), lambda: io.TextIOBase().read(), lambda: io.IOBase().fileno(), lambda: io.BufferedReader(io.BytesIO(), 0)):
  try:
    fail()
  except (io.UnsupportedOperation, TypeError, ValueError) as error:
    print(type(error).__name__, error)
