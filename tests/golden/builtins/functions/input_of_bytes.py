"""input() with a stand-in for sys.stdin: a binary one gives bytes, anything but lines is refused."""
import io
import sys


class Numbers:
    def readline(self):
        return 5


def attempt(stream):
    saved, sys.stdin = sys.stdin, stream
    try:
        while True:
            print(repr(input()))
    except Exception as error:
        print(type(error).__name__, error)
    finally:
        sys.stdin = saved


attempt(io.BytesIO(b"first\nlast"))
attempt(io.StringIO("first\nlast"))
attempt(Numbers())
attempt(None)
