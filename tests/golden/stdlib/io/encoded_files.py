# Text files in encodings with a mark at the beginning or other states: written in pieces, read by lines, continued, and sought in.
import os
import tempfile

os.chdir(tempfile.mkdtemp())
for encoding in ("utf-8-sig", "utf-16", "utf-16-le", "utf-32", "utf-7", "latin-1"):
    with open("f", "w", encoding=encoding) as f:
        f.write("héllo\n")
        f.write("wörld\r\n")
        f.write("x")
    print(encoding, open("f", "rb").read())
    with open("f", encoding=encoding) as f:
        print(ascii((f.readline(), f.read(2), f.readlines(), f.newlines)), f.encoding, f.mode)
    with open("f", encoding=encoding) as f:
        f.readline()
        place = f.tell()
        rest = f.read()
        f.seek(place)
        print(f.read() == rest, f.seek(0), ascii(f.read(3)))
    with open("f", "a", encoding=encoding) as f:
        f.write("more\n")
    with open("f", "r+", encoding=encoding) as f:
        f.seek(0, 2)
        f.write("end")
        f.seek(0)
        print(ascii(f.read()))
for encoding in ("nope", "hex"):
    try:
        open("f", encoding=encoding)
    except LookupError as e:
        print(e)

# What a closed file says.
for mode, name in (("rb", "binary"), ("r", "text")):
    f = open("f", mode, **({} if "b" in mode else {"encoding": "utf-8"}))
    f.close()
    for operation in ("read", "readline", "readlines", "seek", "tell", "fileno", "__iter__", "__enter__", "flush", "readable", "truncate"):
        try:
            getattr(f, operation)(*[0][:operation == "seek"])
        except (OSError, ValueError) as e:
            print(name, operation, type(e).__name__, e)
