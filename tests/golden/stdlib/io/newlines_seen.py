# newlines: the line ends of what was read so far and read ahead, with and without translation
import os
import tempfile

path = os.path.join(tempfile.mkdtemp(), "ends.txt")
with open(path, "w", newline="") as file:
    file.write("one\r\ntwo\nthree\r")
for newline in (None, "", "\n", "\r\n"):
    with open(path, newline=newline) as file:
        before = file.newlines
        first = file.readline()
        ahead = file.newlines
        file.read()
        print(f"newline={newline!r}: {before}, after {first!r} {ahead}, at the end {file.newlines}")
with open(path, "w") as file:
    file.write("plain")
with open(path, newline="") as file:
    print(file.read(), file.newlines)
try:
    open(path, opener=lambda name, flags: "no descriptor")
except TypeError as error:
    print(error)
os.remove(path)
