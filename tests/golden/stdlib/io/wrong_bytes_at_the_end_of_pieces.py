# Bytes that are no UTF-8, at the end of what a stream has given so far.
import io


class Pieces(io.RawIOBase):
    def __init__(self, *pieces):
        self.pieces = list(pieces)

    def readable(self):
        return True

    def read1(self, size=-1):
        return self.pieces.pop(0) if self.pieces else b""

    read = read1


def attempt(make, action):
    try:
        return action(make())
    except UnicodeDecodeError as error:
        return f"{error.reason} {error.object} {error.start}"


for tail in (b"\xff", b"\xc0", b"\xc1", b"\xc3", b"\xe0", b"\xe0\x80", b"\xe2\x82", b"\xe2\x28", b"\xed\xa0", b"\xf0\x80", b"\xf0\x9f\x98", b"\xf4\x90", b"\xf5", b"\x80", b"\x80\x80\x80\x80"):
    for rest in ((), (b"more\n",)):
        make = lambda: io.TextIOWrapper(Pieces(b"ok\n" + tail, *rest), encoding="utf-8")
        print(tail, rest, attempt(make, lambda text: text.readline()), "|", attempt(make, lambda text: text.readlines()))
    print([io.TextIOWrapper(io.BytesIO(b"ok\n" + tail), encoding="utf-8", errors=errors).readlines() for errors in ("ignore", "replace", "backslashreplace")])
