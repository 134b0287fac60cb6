# truncate() cuts where the stream stands: what was written is there first, what was read ahead is looked at anew.
import io
import os
import tempfile

path = os.path.join(tempfile.mkdtemp(), "file")


def fresh(mode, **options):
    with open(path, "wb") as file:
        file.write(b"one\ntwo\nthree\n")
    return open(path, mode, **options)


with fresh("r+b") as file:
    print(file.readline(), file.truncate(6), file.read(), file.tell(), os.path.getsize(path))
with fresh("r+b", buffering=4) as file:
    print(file.read(1), file.truncate(2), file.readline(), file.truncate(), file.tell())
with fresh("ab") as file:
    print(file.seek(1), file.write(b"XY"), file.truncate(), file.tell())
    print(file.seek(0), file.write(b"Z"), file.seek(1, 1), file.write(b"!"), file.tell())
with fresh("r+") as file:
    print(repr(file.readline()), file.truncate(), repr(file.readline()))  # all of it has been read ahead
print(os.path.getsize(path))
for layer in (io.BufferedRandom(io.BytesIO(b"abcdef"), 4), io.TextIOWrapper(io.BytesIO(b"abcdef"))):
    print(layer.read(1), layer.truncate(), layer.truncate(3), layer.read())

# What each kind of file has, and what it is not open for.
for mode, options in (("rb", {}), ("wb", {}), ("r+b", {}), ("rb", {"buffering": 0}), ("r", {})):
    with open(path, mode, **options) as file:
        print(type(file).__name__, [name for name in ("peek", "read1", "readinto1", "readall", "raw", "closefd", "detach") if hasattr(file, name)])
for encoding in ("utf-8", "utf-8-sig", "utf-16"):
    for mode, action in (("r", lambda: file.write("x")), ("w", lambda: file.read(0)), ("w", lambda: file.readline())):
        with open(path, mode, encoding=encoding) as file:
            try:
                print(action())
            except io.UnsupportedOperation as error:
                print(encoding, mode, error)
try:
    io.TextIOWrapper(open(path, "rb")).write("x")
except io.UnsupportedOperation as error:
    print(error)
with open(path, "w", encoding="utf-8-sig") as file:
    print(file.seek(0, 2), file.write("x"))
print(open(path, "rb").read())
