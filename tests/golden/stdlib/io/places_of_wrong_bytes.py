# Where bytes that are no text stand, in files with line ends of two characters too; UTF-16 and UTF-32 files have to begin with a mark.
import codecs
import io
import os
import tempfile

path = os.path.join(tempfile.mkdtemp(), "file")


def shown(data, **options):
  with open(path, "wb") as file:
    file.write(data)
  try:
    with open(path, **options) as file:
      print(ascii(file.read()))
  except UnicodeError as error:
    print(type(error).__name__, error)


for newline in (None, "", "\n", "\r\n", "\r"):
  shown(b"a\r\nb\rc\n\xff\xc3\xa9", encoding="utf-8", newline=newline)
  shown(b"a\r\nb\rc\n\xff\xc3\xa9", encoding="ascii", newline=newline, errors="backslashreplace")
for encoding in ("utf-16", "utf-32", "utf-16-le", "utf_16", "U16"):
  for data in (b"", b"ab\0c", b"a\0b\0", "text".encode("utf-16"), "text".encode("utf-32"), "text".encode("utf-16-be")):
    shown(data, encoding=encoding)
decoder = codecs.getincrementaldecoder("utf-16")()
for piece in (b"a", b"\0b\0"):
  try:
    print(ascii(decoder.decode(piece)))
  except UnicodeError as error:
    print(error)
try:
  codecs.getreader("utf-16")(io.BytesIO(b"a\0b\0")).read()
except UnicodeError as error:
  print(error)
