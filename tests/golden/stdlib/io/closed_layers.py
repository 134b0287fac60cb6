# What buffered streams over a program's streams, and StringIO, answer when they are closed, and FileIO about modes that are none.
import io

base = io.IOBase()
base.close()
for call in (base.flush, base.isatty, base.readlines, base.__enter__, base.__iter__):
  try:
    call()
  except ValueError as error:
    print(error)
for kind in (io.BufferedReader, io.BufferedWriter, io.BufferedRandom):
  stream = kind(io.BytesIO(b"abc"))
  for whence in (3, 9, -1):
    try:
      stream.seek(0, whence)
    except ValueError as error:
      print(kind.__name__, error)
  stream.close()
  for call in (stream.tell, lambda: stream.seek(0), lambda: stream.truncate(1), lambda: stream.read(1), lambda: stream.write(b""), stream.flush):
    try:
      print(call())
    except (OSError, ValueError) as error:
      print(kind.__name__, error)


class Sink(io.RawIOBase):
  def writable(self):
    return True

  def write(self, data):
    return len(data)


try:
  io.BufferedWriter(Sink()).seek(0)
except OSError as error:
  print(type(error).__name__, error)
text = io.StringIO("x")
text.close()
print(text.encoding, text.errors)
for mode in ("rw", "r+w", "", "+", "r++", "z"):
  try:
    io.FileIO("nothing", mode)
  except ValueError as error:
    print(repr(mode), error)
