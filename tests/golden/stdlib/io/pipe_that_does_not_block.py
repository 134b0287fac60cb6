# Reading from a pipe that does not block: None, or what is there, instead of a wait.
import os


def pipe_files(buffering=-1):
  source, sink = os.pipe()
  os.set_blocking(source, False)
  return os.fdopen(source, "rb", buffering), os.fdopen(sink, "wb", 0)


reader, writer = pipe_files()
with reader, writer:
  print(reader.read(), reader.read(5), reader.readinto(bytearray(3)))
  print(reader.read1(), reader.peek(), reader.readline(), list(reader))
  print(reader.read(0), reader.readinto(bytearray()))
  writer.write(b"one\ntwo")
  print(reader.readline(), reader.readline(), reader.readline())
  writer.write(b"abcdef")
  print(reader.read(4), reader.read(4), reader.read(4))
  buffer = bytearray(4)
  writer.write(b"xy")
  print(reader.readinto(buffer), buffer)
  writer.write(b"the rest")
  print(reader.read(), reader.read())
  writer.close()
  print(reader.read(), reader.read(5), reader.readinto(bytearray(3)))

reader, writer = pipe_files(0)
with reader, writer:
  print(reader.read(), reader.read(5), reader.readinto(bytearray(3)))
  writer.write(b"raw")
  print(reader.read(5), reader.read(5))

# A text file takes it for the end until there is more.
source, sink = os.pipe()
os.set_blocking(source, False)
with os.fdopen(source, encoding="utf-8") as lines, os.fdopen(sink, "wb", 0) as writer:
  print([lines.readline()])
  writer.write(b"first\nsec")
  print([lines.readline(), lines.readline(), lines.readline()])
  writer.write(b"ond\n")
  print(list(lines))
