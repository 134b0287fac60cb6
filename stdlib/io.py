"""Streams: the file objects of open(), and streams in memory.

>>> StringIO("a\\nb").readlines()
['a\\n', 'b']
>>> BytesIO(b"abc").read(2)
b'ab'
"""

import abc

import _io
from _operator import index as _index
from _io import open, BytesIO, DEFAULT_BUFFER_SIZE, FileIO, StringIO, UnsupportedOperation

BlockingIOError = BlockingIOError

__all__ = ["BlockingIOError", "open", "open_code", "IOBase", "RawIOBase", "FileIO", "BytesIO", "StringIO", "BufferedIOBase", "BufferedReader",
           "BufferedWriter", "BufferedRandom", "BufferedRWPair", "TextIOBase", "TextIOWrapper", "UnsupportedOperation", "SEEK_SET",
           "SEEK_CUR", "SEEK_END", "DEFAULT_BUFFER_SIZE", "text_encoding"]

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2


_native_wording = {"text_encoding": "", "IOBase": "", "RawIOBase": "", "BufferedIOBase": "", "TextIOBase": ""}  # Words argument errors as natives do.


def open_code(path):
    return open(path, "rb")


def text_encoding(encoding, stacklevel=2, /):
    return "locale" if encoding is None else encoding


# The layers that programs put on streams of their own; files have native ones.
_LAYERS = ("TextIOWrapper", "BufferedReader", "BufferedWriter", "BufferedRandom", "BufferedRWPair", "IncrementalNewlineDecoder")


def __getattr__(name):
    if name in _LAYERS:
        import _iolayers
        value = globals()[name] = getattr(_iolayers, name)
        return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__():
    return sorted({*globals(), *_LAYERS})


def _size_argument(size):
    """How much is to be read at most; negative for all."""
    if size is None:
        return -1
    try:
        return _index(size)
    except TypeError:
        raise TypeError(f"argument should be integer or None, not '{type(size).__name__}'") from None


class IOBase(metaclass=abc.ABCMeta):
    """What all streams have in common; the native file objects follow it without deriving from it."""

    _closed = False

    @property
    def closed(self):
        return self._closed

    def _checkClosed(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def _checkReadable(self):
        if not self.readable():
            raise UnsupportedOperation("File or stream is not readable.")
        return True

    def _checkWritable(self):
        if not self.writable():
            raise UnsupportedOperation("File or stream is not writable.")
        return True

    def _checkSeekable(self):
        if not self.seekable():
            raise UnsupportedOperation("File or stream is not seekable.")
        return True

    def __del__(self):
        try:
            if not self.closed:
                self.close()
        except Exception:
            pass  # nobody is there to hear it

    def close(self, /):
        if not self._closed:
            try:
                self.flush()
            finally:
                self._closed = True

    def flush(self, /):
        self._checkClosed()

    def fileno(self, /):
        raise UnsupportedOperation("fileno")

    def isatty(self, /):
        self._checkClosed()
        return False

    def readable(self, /):
        return False

    def writable(self, /):
        return False

    def seekable(self, /):
        return False

    def seek(self, /, *args):
        raise UnsupportedOperation("seek")

    def tell(self, /):
        return self.seek(0, 1)

    def truncate(self, pos=None, /):
        raise UnsupportedOperation("truncate")

    def readline(self, size=-1, /):
        size = _size_argument(size)
        parts = []
        length = 0
        while size < 0 or length < size:
            piece = self.read(1)
            if not piece:
                break
            parts.append(piece)
            length += 1
            if piece in (b"\n", "\n"):
                break
        if not parts:
            return b""
        return parts[0][:0].join(parts)

    def readlines(self, hint=-1, /):
        hint = _size_argument(hint)
        lines = []
        total = 0
        for line in self:
            lines.append(line)
            total += len(line)
            if 0 < hint < total:
                break
        return lines

    def writelines(self, lines, /):
        self._checkClosed()
        for line in lines:
            self.write(line)

    def __iter__(self):
        self._checkClosed()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __enter__(self):
        self._checkClosed()
        return self

    def __exit__(self, /, *exc_info):
        self.close()


class RawIOBase(IOBase):
    def readinto(self, /, *args):
        raise NotImplementedError

    def write(self, /, *args):
        raise NotImplementedError

    def read(self, size=-1, /):
        size = _index(size)
        if size < 0:
            return self.readall()
        buffer = bytearray(size)
        count = self.readinto(buffer)
        if count is None:
            return None
        return bytes(buffer[:_index(count)])

    def readall(self, /):
        parts = []
        while piece := self.read(DEFAULT_BUFFER_SIZE):
            if not isinstance(piece, bytes):
                raise TypeError("read() should return bytes")
            parts.append(piece)
        return b"".join(parts) if parts else piece


class BufferedIOBase(IOBase):
    def read(self, size=-1, /):
        raise UnsupportedOperation("read")

    def read1(self, size=-1, /):
        raise UnsupportedOperation("read1")

    def write(self, /, *args):
        raise UnsupportedOperation("write")

    def detach(self, /):
        raise UnsupportedOperation("detach")

    def readinto(self, buffer, /):
        return _fill(buffer, self.read, "readinto")

    def readinto1(self, buffer, /):
        return _fill(buffer, self.read1, "readinto1")


def _fill(buffer, read, function):
    """Read what goes into a buffer; the number of bytes."""
    try:
        view = memoryview(buffer)
    except TypeError:
        view = None
    if view is None or view.readonly:
        raise TypeError(f"{function}() argument must be read-write bytes-like object, not {type(buffer).__name__}")
    with view.cast("B") as target:
        data = read(len(target))
        if not isinstance(data, bytes):
            raise TypeError("read() should return bytes")
        if len(data) > len(target):
            raise ValueError(f"read() returned too much data: {len(target)} bytes requested, {len(data)} returned")
        target[:len(data)] = data
    return len(data)


class TextIOBase(IOBase):
    encoding = None
    errors = None
    newlines = None

    def read(self, size=-1, /):
        raise UnsupportedOperation("read")

    def readline(self, size=-1, /):
        raise UnsupportedOperation("readline")

    def write(self, /, *args):
        raise UnsupportedOperation("write")

    def detach(self, /):
        raise UnsupportedOperation("detach")


RawIOBase.register(FileIO)
BufferedIOBase.register(_io.BufferedReader)
BufferedIOBase.register(_io.BufferedWriter)
BufferedIOBase.register(_io.BufferedRandom)
BufferedIOBase.register(BytesIO)
TextIOBase.register(_io.TextIOWrapper)
TextIOBase.register(StringIO)
