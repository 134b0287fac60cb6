# The repr of a FileIO whose name was deleted; peek() after writing; descriptors of an opener that are not open; reconfigure() to the locale's encoding.
import io
import os
import tempfile

os.chdir(tempfile.mkdtemp())
with open("file", "wb") as file:
    file.write(b"ab\ncdef\ng\n")

raw = io.FileIO("file")
print(raw)
del raw.name
print(repr(raw).replace(f"fd={raw.fileno()}", "fd=N"))
raw.close()
print(raw)

with open("file", "r+b") as file:
    file.write(b"1")
    print(file.readline())
    file.write(b"2")
    print(file.peek(1)[:3], file.read1(3))
with open("file", "rb") as file:
    print(file.read())

try:
    open("file", opener=lambda name, flags: 999)
except OSError as error:
    print(repr(error), error.filename)

text = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
text.reconfigure(encoding="locale")
print(text.encoding)

# A folder is no file, by name or by descriptor.
folder = os.open(".", os.O_RDONLY)
for wanted in (folder, "."):
    try:
        open(wanted)
    except IsADirectoryError as error:
        print(error.strerror, error.filename == wanted)
os.close(folder)
