# A byte that is no text is told when the first line of its piece of 8192 bytes is read, with its place in the piece; a file that ends inside of a character
# at the last line. Seeking to the beginning forgets the line ends that were seen; raw files look at what is written before they say that they are read only.
import os
import tempfile

os.chdir(tempfile.mkdtemp())


def show(data, *reads, **options):
    with open("file", "wb") as file:
        file.write(data)
    with open("file", **options) as file:
        for read in reads:
            try:
                text = read(file)
                print(f"{len(text)} characters", ascii(text[:12]))
            except UnicodeDecodeError as error:
                print(error)


lines = b"first\nsecond\nwrong \xff here\nlast\n"
for encoding in ("utf-8", "ascii", "cp1252", "latin-1"):
    print(encoding)
    show(lines.replace(b"\xff", b"\x81"), next, encoding=encoding)
    show(lines, lambda file: file.readline(), lambda file: file.read(), encoding=encoding)
    show(lines, lambda file: file.read(3), encoding=encoding)
print("far away")
far = b"x" * 8190 + b"\n" + "é€".encode() + b"\nline\n" + b"y" * 4000 + b"\xc3\n"
show(far, next, next, encoding="utf-8")
show(far, next, lambda file: file.read(), encoding="utf-8")
show(far, lambda file: file.read(), encoding="utf-8")
show(far, next, lambda file: next(file)[:5], next, encoding="utf-8", errors="replace")
print("cut off")
for cut in ("caf\xe9\nna\xefve €", "\U0001f600"):
    data = cut.encode()[:-1]
    show(data, *[next] * len(cut.splitlines()), encoding="utf-8")
    show(data, lambda file: file.read(), encoding="utf-8")

with open("file", "wb") as file:
    file.write(b"a\nb\r\nc\r")
with open("file") as file:
    print(file.read(), file.newlines)
    file.seek(0)
    print(file.newlines, file.read(1), file.seek(0, 2), file.newlines)
with open("file", "rb", buffering=0) as file:
    for wrong in ("text", 5, b"bytes"):
        try:
            file.write(wrong)
        except Exception as error:
            print(type(error).__name__, error)
