# FileIO: made, subclassed, shown; and the names that open files have.
import io
import os
import tempfile

path = os.path.join(tempfile.mkdtemp(), "f")


class Counted(io.FileIO):
    def __init__(self, path):
        super().__init__(path, "w+")
        self.count = 0

    def write(self, data):
        self.count += 1
        return super().write(data)


with Counted(path) as f:
    print(f.write(b"abc"), f.count, f.seek(0), f.read(), f.mode, f.closefd, f.name == path, f.closed)
print(repr(f), f.closed)
for arguments in (("nope/nope",), (path, "q"), (path, "rt"), (path, 5), (-1,), (path, "r", False)):
    try:
        io.FileIO(*arguments)
    except (OSError, TypeError, ValueError) as e:
        print(type(e).__name__, str(e).replace(path, "PATH"))
fd = os.open(path, os.O_RDONLY)
raw = io.FileIO(fd, closefd=False)
print(repr(raw).replace(f"name={fd}", "name=fd"), raw.readall())
raw.close()
os.close(fd)
opened = io.FileIO("PATH", opener=lambda name, flags: os.open(path, flags))
print(opened, opened.read(2))
opened.close()
with open(path) as text:
    print(repr(text).replace(path, "PATH"), text.encoding, repr(text.buffer).replace(path, "PATH"))
with open(path, encoding="utf-8") as text:
    print(text.encoding)
