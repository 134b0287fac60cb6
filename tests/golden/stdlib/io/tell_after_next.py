# After next() a text file does not tell its position, until the end or a seek().
import io
import os
import tempfile

path = os.path.join(tempfile.mkdtemp(), "lines.txt")
with open(path, "w") as file:
  file.write("one\ntwo\nthree\n")


def show(call):
  try:
    print(call())
  except (OSError, ValueError) as error:
    print(type(error).__name__, error)


with open(path) as file:
  show(file.tell)
  next(file)
  show(file.tell)
  show(lambda: file.readline())
  show(file.tell)
  show(lambda: file.seek(0, io.SEEK_CUR))
  for line in file:
    pass
  show(file.tell)
  file.seek(0)
  for line in file:
    break
  show(file.tell)
  show(lambda: file.seek(4))
  show(file.tell)
with open(path, "rb") as file:
  next(file)
  show(file.tell)

reading, writing = os.pipe()
with os.fdopen(reading) as pipe:
  os.close(writing)
  for call in (pipe.tell, lambda: pipe.seek(0), pipe.buffer.tell, lambda: pipe.buffer.seek(0), lambda: pipe.buffer.raw.name == reading):
    show(call)
