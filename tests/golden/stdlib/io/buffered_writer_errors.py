# What a BufferedWriter keeps when the raw stream takes nothing, a part, or fails.
import array
import io


def show(act):
    try:
        print(repr(act()))
    except BlockingIOError as error:
        print("BlockingIOError", error.strerror, error.characters_written)
    except Exception as error:
        print(type(error).__name__, error)


class Raw(io.RawIOBase):
    def __init__(self, script):
        self.script = list(script)

    def writable(self):
        return True

    def write(self, data):
        taken = self.script.pop(0) if self.script else len(data)
        print("write", bytes(data), taken)
        if isinstance(taken, Exception):
            raise taken
        return taken if taken is None else min(taken, len(data))


for script in ([None] * 4, [1, None] * 4, [3, None, None, 2, None], [OSError("x"), 2, OSError("y")], [2, OSError("q")]):
    print("---", script)
    writer = io.BufferedWriter(Raw(script), 4)
    for data in (b"ab", b"cdefg", b"h", b"ijkl", b"mnopqrstuv", b"w", b"xyz1"):
        show(lambda: writer.write(data))
    show(writer.flush)
    show(writer.flush)
writer = io.BufferedWriter(Raw([]), 4)
show(lambda: writer.write(array.array("h", [1, 2, 3, 4])))
for wrong in (5, None, memoryview(b"abcdef")[::2], "s", [1]):
    show(lambda: writer.write(wrong))
show(lambda: writer.write(bytearray(b"q")))
writer.close()
