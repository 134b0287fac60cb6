# The base classes of streams: what they refuse, their checks, and streams of a program's own on top of them.
import io


def tried(action):
  try:
    print(repr(action()))
  except (OSError, ValueError, TypeError, AttributeError, NotImplementedError) as error:
    print(type(error).__name__, error)


for kind in (io.IOBase, io.RawIOBase, io.BufferedIOBase, io.TextIOBase):
  stream = kind()
  print(kind.__name__)
  for name in ("seek", "tell", "truncate", "fileno", "isatty", "readable", "read", "write", "detach", "_checkReadable", "_checkWritable", "_checkSeekable",
               "_checkClosed"):
    if hasattr(stream, name):
      tried(getattr(stream, name))
  stream.close()
  tried(stream._checkClosed)


class Pieces(io.RawIOBase):
  """Gives at most three bytes at a time."""

  def __init__(self, data):
    self.data = data

  def readable(self):
    self._checkClosed()
    return True

  def readinto(self, buffer):
    size = min(len(buffer), 3, len(self.data))
    buffer[:size] = self.data[:size]
    self.data = self.data[size:]
    return size


stream = Pieces(b"ab\ncdefg\nhi")
print(stream._checkReadable(), stream.read(2), stream.readline(), stream.read(), stream.readall())
print(list(Pieces(b"ab\ncdefg\nhi")), Pieces(b"ab\ncdefg\nhi").readlines(2), Pieces(b"ab\ncdefg\nhi").readlines(3))
stream.close()
tried(stream.readable)
tried(stream.__enter__)

seekable = io.TextIOWrapper(io.BufferedReader(io.BytesIO(b"one\ntwo\nthree\n")))
print(next(seekable))
tried(seekable.tell)
print(seekable.readline())
tried(seekable.tell)
print(list(seekable), seekable.tell())
next_one = io.TextIOWrapper(io.BytesIO(b"a\nb\n"))
next(next_one)
next_one.seek(2)
print(next_one.tell(), next_one.read())


class Careless(io.BufferedIOBase):
  """Gives too much, or what is no bytes."""

  def read(self, size=-1):
    return b"x" * 50

  def read1(self, size=-1):
    return "text"


tried(lambda: Careless().readinto(bytearray(4)))
tried(lambda: Careless().readinto1(bytearray(4)))
