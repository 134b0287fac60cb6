# A text file that is read and then written without seek() goes on behind what was read ahead; seek() makes it exact. Binary files have no such gap
import os
import tempfile

path = os.path.join(tempfile.mkdtemp(), "file")

def after(mode, *steps):
    with open(path, "w") as file:
        file.write("first\nsecond\nthird\n")
    with open(path, mode) as file:
        results = [step(file) for step in steps]
    with open(path) as file:
        print(mode, results, repr(file.read()))

after("r+", lambda f: f.read(1), lambda f: f.write("#"))
after("r+", lambda f: f.readline(), lambda f: f.write("#"))
after("r+", lambda f: next(f), lambda f: f.write("#"), lambda f: f.seek(0), lambda f: f.read(2))
after("r+", lambda f: f.read(1), lambda f: f.seek(f.tell()), lambda f: f.write("#"))
after("r+", lambda f: f.seek(6), lambda f: f.readline(), lambda f: f.write("#"))
after("r+", lambda f: f.read(1), lambda f: f.truncate(), lambda f: f.read(2))
after("r+", lambda f: f.read(1), lambda f: f.seek(f.tell()), lambda f: f.truncate())
after("rb+", lambda f: f.read(1), lambda f: f.write(b"#"))
after("rb+", lambda f: f.read(1), lambda f: f.truncate())
after("a+", lambda f: f.seek(0), lambda f: f.read(2), lambda f: f.write("#"))
