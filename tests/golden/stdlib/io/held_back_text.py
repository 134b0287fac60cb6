# Text waits in its own layer until that is flushed: bytes written to the buffer below come first.
import io
import os
import subprocess
import sys
import tempfile

stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
stream.write("text")
print(stream.buffer.getvalue(), stream.buffer.tell())
stream.buffer.write(b"bytes ")
stream.flush()
print(stream.buffer.getvalue(), stream.tell())
for size in (8191, 1, 1, 8192):
    stream.write("x" * size)
    print(len(stream.buffer.getvalue()), end=" ")
print()
for options in ({"line_buffering": True}, {"write_through": True}, {"encoding": "utf-16"}):
    stream = io.TextIOWrapper(io.BytesIO(), **{"encoding": "utf-8", **options})
    stream.write("one")
    before = stream.buffer.getvalue()
    stream.write("two\n")
    print(options, before, stream.buffer.getvalue())
    stream.detach()

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "file")
    with open(path, "w") as file:
        file.write("text")
        file.buffer.write(b"bytes ")
        print(file.buffer.tell())
        file.buffer.flush()
        print(os.path.getsize(path), file.tell())
    print(open(path).read())

# The same with the standard output of a program, which at exit is written out before the layers that nobody closed.
PROGRAM = """
import io, sys
sys.stdout.write("the text is second\\n")
sys.stdout.buffer.write(b"the bytes are first\\n")
sys.stdout.flush()
sys.stdout.write("now the buffer alone was flushed\\n")
sys.stdout.buffer.write(b"before that\\n")
sys.stdout.buffer.flush()
sys.stdout.flush()
unclosed = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8")
print("the last line: é", file=unclosed)
print("written before the last line")
"""
buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
print(subprocess.run([sys.executable, "-c", PROGRAM], env=buffered, capture_output=True, encoding="utf-8").stdout)
