# detach() takes a file apart: what is left raises ValueError for almost everything, also when `with` closes it.
import io
import os
import tempfile

path = os.path.join(tempfile.mkdtemp(), "text.txt")
with open(path, "w") as file:
  file.write("text\n")
try:
  with open(path) as file:
    buffered = file.detach()
    print(type(buffered).__name__)
except ValueError as error:
  print(error)
try:
  with buffered:
    raw = buffered.detach()
    print(type(raw).__name__, raw.read())
except ValueError as error:
  print(error)
raw.close()

CALLS = ("read", "readline", "readlines", "close", "flush", "detach", "fileno", "isatty", "readable", "seekable", "tell", "truncate",
         "__enter__", "__next__", "__iter__", "peek", "reconfigure")
for parted in (file, buffered):
  print(repr(parted))
  for name in CALLS:
    if hasattr(type(parted), name):
      try:
        print(name, getattr(parted, name)())
      except (OSError, ValueError) as error:
        print(name, error)
  for name in ("closed", "name", "buffer", "raw", "encoding", "errors", "newlines", "line_buffering"):
    if hasattr(type(parted), name):
      try:
        print(name, getattr(parted, name))
      except ValueError as error:
        print(name, error)

for mode in ("wb", "r+b"):
  file = open(path, mode)
  file.write(b"ab")
  file.detach().close()
  print(open(path, "rb").read())
  try:
    file.write(b"c")
  except ValueError as error:
    print(error)
