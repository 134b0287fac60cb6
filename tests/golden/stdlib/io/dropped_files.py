# Files that nobody closes: whoever opens them next, in this program or another, finds what was written.
import json
import os
import pathlib
import subprocess
import sys
import tempfile

folder = tempfile.mkdtemp()
path = os.path.join(folder, "file")

open(path, "w").write("hello\n")
print(repr(open(path).read()), os.path.getsize(path))
open(path, "a").write("more\n")
print(repr(open(path, "rb").read()))
json.dump({"a": [1, 2]}, open(path, "w"))
print(json.load(open(path)))
print("printed", file=open(path, "a"))
print(pathlib.Path(path).read_text())


def save(text):
    file = open(path, "w")
    file.write(text)


save("a long text")
save("short")
with open(path) as file:
    print(file.readlines())
open(path, "wb").write(b"for a child\n")
print(subprocess.run([sys.executable, "-c", f"print(open({path!r}).read())"], capture_output=True, text=True).stdout)
open(path, "w").write("for a shell\n")
print(os.popen(f"cat {path}").read())
os.remove(path)
os.rmdir(folder)
