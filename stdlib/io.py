"""Streams: the file objects of open(), and streams in memory.

>>> StringIO("a\\nb").readlines()
['a\\n', 'b']
>>> BytesIO(b"abc").read(2)
b'ab'
"""

import abc

import _io
from _io import open, DEFAULT_BUFFER_SIZE, FileIO, UnsupportedOperation

BlockingIOError = BlockingIOError

__all__ = ["BlockingIOError", "open", "open_code", "IOBase", "RawIOBase", "FileIO", "BytesIO", "StringIO", "BufferedIOBase", "BufferedReader",
           "BufferedWriter", "BufferedRandom", "BufferedRWPair", "TextIOBase", "TextIOWrapper", "UnsupportedOperation", "SEEK_SET",
           "SEEK_CUR", "SEEK_END", "DEFAULT_BUFFER_SIZE", "text_encoding"]

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2


def open_code(path):
    return open(path, "rb")


def text_encoding(encoding, stacklevel=2):
    return "locale" if encoding is None else encoding


def __getattr__(name):
    # The layers that programs put on streams of their own; files have native ones.
    if name in ("TextIOWrapper", "BufferedReader", "BufferedWriter", "BufferedRandom", "BufferedRWPair", "IncrementalNewlineDecoder"):
        import _iolayers
        value = globals()[name] = getattr(_iolayers, name)
        return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


class IOBase(metaclass=abc.ABCMeta):
    """What all streams have in common; the native file objects follow it without deriving from it."""

    _closed = False

    @property
    def closed(self):
        return self._closed

    def _check_closed(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")

    def close(self):
        if not self._closed:
            try:
                self.flush()
            finally:
                self._closed = True

    def flush(self):
        self._check_closed()

    def fileno(self):
        raise UnsupportedOperation("fileno")

    def isatty(self):
        self._check_closed()
        return False

    def readable(self):
        return False

    def writable(self):
        return False

    def seekable(self):
        return False

    def seek(self, offset, whence=0):
        raise UnsupportedOperation("seek")

    def tell(self):
        return self.seek(0, 1)

    def truncate(self, size=None):
        raise UnsupportedOperation("truncate")

    def readline(self, size=-1):
        parts = []
        length = 0
        while size is None or size < 0 or length < size:
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

    def readlines(self, hint=-1):
        lines = []
        total = 0
        for line in self:
            lines.append(line)
            total += len(line)
            if hint is not None and 0 < hint <= total:
                break
        return lines

    def writelines(self, lines):
        self._check_closed()
        for line in lines:
            self.write(line)

    def __iter__(self):
        self._check_closed()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __enter__(self):
        self._check_closed()
        return self

    def __exit__(self, *exc_info):
        self.close()


class RawIOBase(IOBase):
    def readinto(self, buffer):
        raise NotImplementedError

    def write(self, data):
        raise NotImplementedError

    def read(self, size=-1):
        if size is None:
            size = -1
        if size < 0:
            return self.readall()
        buffer = bytearray(size)
        count = self.readinto(buffer)
        if count is None:
            return None
        return bytes(buffer[:count])

    def readall(self):
        parts = []
        while piece := self.read(DEFAULT_BUFFER_SIZE):
            parts.append(piece)
        return b"".join(parts)


class BufferedIOBase(IOBase):
    def read(self, size=-1):
        raise UnsupportedOperation("read")

    def read1(self, size=-1):
        raise UnsupportedOperation("read1")

    def write(self, data):
        raise UnsupportedOperation("write")

    def detach(self):
        raise UnsupportedOperation("detach")

    def readinto(self, buffer):
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def readinto1(self, buffer):
        data = self.read1(len(buffer))
        buffer[:len(data)] = data
        return len(data)


class TextIOBase(IOBase):
    encoding = None
    errors = None
    newlines = None

    def read(self, size=-1):
        raise UnsupportedOperation("read")

    def write(self, text):
        raise UnsupportedOperation("write")

    def detach(self):
        raise UnsupportedOperation("detach")


RawIOBase.register(FileIO)
BufferedIOBase.register(_io.BufferedReader)
BufferedIOBase.register(_io.BufferedWriter)
BufferedIOBase.register(_io.BufferedRandom)
TextIOBase.register(_io.TextIOWrapper)


class _MemoryStream:
    """Position and closing, shared by the streams in memory. `_value` is a bytearray or a list of characters."""

    def readable(self):
        self._check_closed()
        return True

    writable = readable
    seekable = readable

    def tell(self):
        self._check_closed()
        return self._position

    def _size_argument(self, size):
        if size is None:
            return -1
        if not isinstance(size, int):
            if not hasattr(size, "__index__"):
                raise TypeError(f"argument should be integer or None, not '{type(size).__name__}'")
            size = size.__index__()
        return size

    def truncate(self, size=None):
        self._check_closed()
        if size is None:
            size = self._position
        elif size < 0:
            raise ValueError(f"{'Negative' if isinstance(self, StringIO) else 'negative'} size value {size}")
        self._cut(size)
        return size


def _bytes_of(data):
    """The bytes of a bytes-like object."""
    if isinstance(data, (bytes, bytearray)):
        return data
    try:
        return memoryview(data).tobytes()
    except TypeError:
        raise TypeError(f"a bytes-like object is required, not {type(data).__name__!r}") from None


class BytesIO(_MemoryStream, BufferedIOBase):
    """Bytes in memory as a binary file."""

    def __init__(self, initial_bytes=b""):
        self._value = bytearray(b"" if initial_bytes is None else _bytes_of(initial_bytes))
        self._position = 0

    def getvalue(self):
        self._check_closed()
        return bytes(self._value)

    def getbuffer(self):
        self._check_closed()
        return memoryview(self._value)

    def read(self, size=-1):
        self._check_closed()
        size = self._size_argument(size)
        start = self._position
        end = len(self._value) if size < 0 else min(start + size, len(self._value))
        if end <= start:
            return b""
        self._position = end
        return bytes(self._value[start:end])

    def read1(self, size=-1):
        return self.read(size)

    def readline(self, size=-1):
        self._check_closed()
        size = self._size_argument(size)
        start = self._position
        if start >= len(self._value):
            return b""
        end = self._value.find(b"\n", start) + 1
        if end == 0:
            end = len(self._value)
        if 0 <= size < end - start:
            end = start + size
        self._position = end
        return bytes(self._value[start:end])

    def write(self, data):
        self._check_closed()
        data = _bytes_of(data)
        if not data:
            return 0
        start = self._position
        if start > len(self._value):
            self._value.extend(bytes(start - len(self._value)))
        self._value[start:start + len(data)] = data
        self._position = start + len(data)
        return len(data)

    def seek(self, offset, whence=0):
        self._check_closed()
        if whence == 0:
            if offset < 0:
                raise ValueError(f"negative seek value {offset}")
            self._position = offset
        elif whence == 1:
            self._position = max(0, self._position + offset)
        elif whence == 2:
            self._position = max(0, len(self._value) + offset)
        else:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        return self._position

    def _cut(self, size):
        del self._value[size:]


class StringIO(_MemoryStream, TextIOBase):
    """Text in memory as a text file."""

    def __init__(self, initial_value="", newline="\n"):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
        if newline not in (None, "", "\n", "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline!r}")
        self._newline = newline
        # What is written at the end waits in _tail, so that many small writes are linear.
        self._text = ""
        self._tail = []
        self._position = 0
        if initial_value:
            if newline == "\n" and type(initial_value) is str:
                self._text = initial_value
            else:
                self.write(initial_value)
                self._position = 0

    @property
    def line_buffering(self):
        return False

    def _check_closed(self):
        if self._closed:
            raise ValueError("I/O operation on closed file")

    def _whole(self):
        if self._tail:
            self._text += "".join(self._tail)
            self._tail.clear()
        return self._text

    def getvalue(self):
        self._check_closed()
        return self._whole()

    def write(self, text):
        self._check_closed()
        if not isinstance(text, str):
            raise TypeError(f"string argument expected, got {type(text).__name__!r}")
        count = len(text)
        if self._newline is None:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        elif self._newline in ("\r", "\r\n"):
            text = text.replace("\n", self._newline)
        if not text:
            return count
        if self._position == -1 or not self._tail and self._position == len(self._text):
            self._tail.append(text)
            self._position = -1
            return count
        whole = self._whole()
        start = self._position
        if start > len(whole):
            whole += "\0" * (start - len(whole))
        self._text = whole[:start] + text + whole[start + len(text):]
        self._position = start + len(text)
        return count

    def _settle(self):
        """The position as a number: -1 stands for the end while writes are collected."""
        whole = self._whole()
        if self._position == -1:
            self._position = len(whole)
        return whole

    def tell(self):
        self._check_closed()
        self._settle()
        return self._position

    def read(self, size=-1):
        self._check_closed()
        size = self._size_argument(size)
        whole = self._settle()
        start = self._position
        end = len(whole) if size < 0 else min(start + size, len(whole))
        if end <= start:
            return ""
        self._position = end
        return whole[start:end]

    def readline(self, size=-1):
        self._check_closed()
        size = self._size_argument(size)
        whole = self._settle()
        start = self._position
        if start >= len(whole):
            return ""
        end = self._line_end(start)
        if 0 <= size < end - start:
            end = start + size
        self._position = end
        return whole[start:end]

    def __next__(self):
        if type(self) is not StringIO:
            return super().__next__()
        if self._closed or self._position == -1 or self._tail:
            self._check_closed()
            self._settle()
        start = self._position
        if start >= len(self._text):
            raise StopIteration
        self._position = end = self._line_end(start)
        return self._text[start:end]

    def _line_end(self, start):
        text = self._text
        if self._newline == "":
            ends = [at for at in (text.find("\n", start), text.find("\r", start)) if at >= 0]
            return min(ends) + (2 if text.startswith("\r\n", min(ends)) else 1) if ends else len(text)
        separator = self._newline or "\n"
        found = text.find(separator, start)
        return found + len(separator) if found >= 0 else len(text)

    def seek(self, offset, whence=0):
        self._check_closed()
        whole = self._settle()
        if whence == 0:
            if offset < 0:
                raise ValueError(f"Negative seek position {offset}")
            self._position = offset
        elif whence in (1, 2):
            if offset != 0:
                raise OSError("Can't do nonzero cur-relative seeks")
            if whence == 2:
                self._position = len(whole)
        else:
            raise ValueError(f"Invalid whence ({whence}, should be 0, 1 or 2)")
        return self._position

    def truncate(self, size=None):
        self._check_closed()
        self._settle()
        return _MemoryStream.truncate(self, size)

    def _cut(self, size):
        self._text = self._text[:size]
