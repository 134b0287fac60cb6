# A file as bytes that can be read, searched and changed in place.
import mmap
import os
import tempfile


def attempt(label, make):
    try:
        print(label, repr(make()))
    except Exception as error:
        print(label, type(error).__name__, error)


folder = tempfile.TemporaryDirectory()
path = os.path.join(folder.name, "data")
with open(path, "wb") as file:
    file.write(b"first line\nsecond line\nthird, without an end")

with open(path, "r+b") as file, mmap.mmap(file.fileno(), 0) as mapped:
    print(mapped, len(mapped), mapped.size(), mapped.closed)
    print(mapped.readline(), mapped.tell(), mapped.readline(), mapped.readline(), mapped.readline())
    mapped.seek(0)
    print(mapped.read(5), mapped.read_byte(), mapped.read(0), mapped.read()[:6], mapped.read(), mapped.tell() == len(mapped))
    attempt("at the end", mapped.read_byte)
    attempt("write at the end", lambda: mapped.write(b"x"))
    attempt("byte at the end", lambda: mapped.write_byte(1))
    mapped.seek(6)
    print(mapped.find(b"line"), mapped.find(b"line", 7), mapped.find(b"line", -12), mapped.find(b"first"), mapped.find(b"first", 0), mapped.find(b""))
    print(mapped.rfind(b"line"), mapped.rfind(b"line", 0, 12), mapped.rfind(b"nothing"), mapped.find(b"line", 30, 5), mapped.find(bytearray(b"end"), 0, 999))
    print(mapped[0], mapped[-1], mapped[:5], mapped[-3:], mapped[::11], mapped[4::-1], mapped[30:5], mapped[5:5])
    for key in (99, -99, "a", 1.5, None):
        attempt(f"item {key!r}", lambda: mapped[key])
    mapped[0] = ord("F")
    mapped[6:10] = b"LINE"
    mapped[11:17:2] = b"SCN"
    print(mapped[:23])
    mapped.seek(-3, 2)
    print(mapped.write(b"END"), mapped.seek(0), mapped.write(memoryview(b"ab")), mapped.write_byte(99), mapped.tell(), mapped.seek(2, 1), mapped.tell())
    mapped.move(0, 11, 6)
    print(mapped[:20], b"N" in mapped, 78 in mapped, list(mapped)[:3])
    for label, change in {
        "long": lambda: mapped.__setitem__(slice(0, 2), b"abc"), "item type": lambda: mapped.__setitem__(0, b"a"), "item range": lambda: mapped.__setitem__(0, 256),
        "negative": lambda: mapped.__setitem__(0, -1), "outside": lambda: mapped.__setitem__(99, 0), "key": lambda: mapped.__setitem__("a", 0),
        "delete": lambda: mapped.__delitem__(0), "delete slice": lambda: mapped.__delitem__(slice(0, 1)), "text": lambda: mapped.write("text"),
        "byte 256": lambda: mapped.write_byte(256), "byte -1": lambda: mapped.write_byte(-1), "move": lambda: mapped.move(40, 0, 10), "move negative": lambda: mapped.move(-1, 0, 1),
        "seek": lambda: mapped.seek(-1), "seek far": lambda: mapped.seek(99), "whence": lambda: mapped.seek(0, 5), "read text": lambda: mapped.read("a"),
        "flush range": lambda: mapped.flush(0, 4096), "flush": lambda: mapped.flush(), "find text": lambda: mapped.find("a"),
    }.items():
        attempt(label, change)
    view = memoryview(mapped)
    view[0] = 33
    print(view[:3].tobytes(), view.readonly, view.format, bytes(mapped)[:3])
    attempt("close with a view", mapped.close)
    attempt("resize with a view", lambda: mapped.resize(10))
    view.release()
    mapped.resize(60)
    print(len(mapped), mapped[43:], os.path.getsize(path))

print(mapped, mapped.closed, open(path, "rb").read()[:25])
for label, use in {"len": lambda: len(mapped), "item": lambda: mapped[0], "read": mapped.read, "enter": mapped.__enter__, "view": lambda: memoryview(mapped), "close": mapped.close, "flush": mapped.flush, "find": lambda: mapped.find(b"a")}.items():
    attempt("closed: " + label, use)

with open(path, "rb") as file:
    for label, options in {"read": {"access": mmap.ACCESS_READ}, "copy": {"access": mmap.ACCESS_COPY}, "prot": {"prot": mmap.PROT_READ}, "private": {"flags": mmap.MAP_PRIVATE},
                           "write": {"access": mmap.ACCESS_WRITE}, "access": {"access": 9}, "both": {"access": 1, "prot": 1}}.items():
        try:
            mapped = mmap.mmap(file.fileno(), 10, **options)
        except Exception as error:
            print(label, type(error).__name__, error)
            continue
        print(label, mapped)
        attempt(label, lambda: mapped.write(b"zz"))
        attempt(label, lambda: mapped.__setitem__(0, 1))
        attempt(label, lambda: mapped.resize(5))
        print(mapped[:4], mapped.flush())
        mapped.close()
    for arguments in ((file.fileno(), -1), (file.fileno(), 0, 1, 1, 0, -4096), (file.fileno(), 0, 1, 1, 0, 8192), (file.fileno(), 999), (file.fileno(), 1, 1, 1, 0, 1), (999, 1), (-1, 0), ("a", 1)):
        attempt(f"arguments {arguments[1:]}", lambda: mmap.mmap(*arguments))
open(os.path.join(folder.name, "empty"), "w").close()
with open(os.path.join(folder.name, "empty")) as file:
    attempt("empty", lambda: mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
