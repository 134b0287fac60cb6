# A raw stream written by the program, under the library's buffers: what they ask it for, and what they say about wrong answers and arguments.
import io


class Raw(io.RawIOBase):
    def __init__(self, data=b"abc\ndef\n"):
        self.data = data
        self.position = 0
        self.calls = []

    def readable(self):
        return True

    def writable(self):
        return True

    def seekable(self):
        return True

    def readinto(self, buffer):
        self.calls.append(len(buffer))
        piece = self.data[self.position:self.position + len(buffer)]
        buffer[:len(piece)] = piece
        self.position += len(piece)
        return len(piece)

    def write(self, data):
        self.calls.append((type(data).__name__, bytes(data)))
        return len(data)

    def seek(self, offset, whence=0):
        self.position = offset if whence == 0 else self.position + offset if whence == 1 else len(self.data) + offset
        return self.position

    def tell(self):
        return self.position


def buffered(size=8192):
    return io.BufferedReader(Raw(), size)


print("asked for:")
for name, *steps in (("read", 2, -1, -1), ("read", 6), ("readline", -1, -1), ("read1", 2, -1, -1), ("read1", 100, 100)):
    stream = buffered(4)
    print(name, steps, [getattr(stream, name)(step) for step in steps], stream.raw.calls)
writer = io.BufferedWriter(Raw(), 4)
print([writer.write(data) for data in (b"ab", b"cde", b"x" * 9)], writer.raw.calls)

print("arguments:")
for name, argument in (("read", "1"), ("read", None), ("read", 1.5), ("read", -2), ("read1", None), ("readline", "1"), ("readline", None), ("readlines", "x"),
                       ("peek", None), ("seek", "x")):
    for stream in (buffered(), Raw(), io.BufferedWriter(Raw()), io.TextIOWrapper(buffered())):
        try:
            result = getattr(stream, name)(argument)
        except (TypeError, ValueError, OSError, AttributeError) as error:
            result = f"{type(error).__name__}: {error}"
        print(f"{name}({argument!r}) {type(stream).__name__}: {result}")


class Wrong(Raw):
    def __init__(self, answer):
        super().__init__()
        self.answer = answer

    def readinto(self, buffer):
        return self.answer

    def write(self, data):
        return self.answer


print("answers:")
for answer in ("x", -1, 9000):
    writer = io.BufferedWriter(Wrong(answer))
    writer.write(b"abc")
    for action in (lambda: io.BufferedReader(Wrong(answer)).read(4), writer.flush):
        try:
            print(action())
        except OSError as error:
            print(type(error).__name__, error)
    writer.raw.answer = 3
print(io.BufferedReader(Wrong(None)).read(4), io.BufferedReader(Wrong(None)).read(), io.BufferedReader(Wrong(None)).readline())
for make in (lambda: io.BufferedReader(io.RawIOBase()), lambda: io.BufferedWriter(io.RawIOBase()), lambda: io.BufferedRandom(io.RawIOBase())):
    try:
        make()
    except io.UnsupportedOperation as error:
        print(repr(error))
