"""Buffers and text decoding on top of any stream of bytes: what io.TextIOWrapper(stream) and its kin make.

What was read ahead is in the attributes of the native _LineSource: _ahead, taken up to _at. Where _simple is true it finds the lines.

open() makes native objects that do the same for files; they count as instances of these classes.
"""

import _io
from _types import _show_module
from io import BufferedIOBase, DEFAULT_BUFFER_SIZE, TextIOBase, UnsupportedOperation, _size_argument
from operator import index

_native_wording = ""  # Words argument errors as natives do.

__name__ = "_io"

_LARGE_PIECE = 1 << 17  # Bytes.


class _Layer:
  """A stream that passes on what it does not change; `_below` is the stream under it, None after detach()."""

  _finalizes = False

  def _put_on(self, stream):
    """Become the layer over the stream, which is closed after it also where nobody holds either any more."""
    self._below = stream
    self._finalizes = _io._close_with_layer(stream)

  def _stream(self):
    if self._below is None:
      raise ValueError(self._detached_text)
    return self._below

  def detach(self, /):
    """Separates the stream below, and gives it."""
    self.flush()
    stream = self._stream()
    self._below = None
    if self._finalizes:
      _io._close_alone(stream)
    return stream

  @property
  def closed(self):
    return self._stream().closed

  @property
  def name(self):
    return self._stream().name

  def fileno(self, /):
    return self._stream().fileno()

  def isatty(self, /):
    return self._stream().isatty()

  def readable(self, /):
    return self._stream().readable()

  def writable(self, /):
    return self._stream().writable()

  def seekable(self, /):
    return self._stream().seekable()

  def __iter__(self):
    self._checkClosed()
    return self

  def close(self, /):
    if not self._stream().closed:
      try:
        self.flush()
      finally:
        self._below.close()

  def __del__(self):
    if getattr(self, "_below", None) is not None:
      try:
        self.close()
      except Exception:
        pass  # nobody is there to hear it
      if self._finalizes:
        _io._close_alone(self._below)


def _checked_count(count, function, length):
  """What a raw stream's readinto() or write() returned."""
  try:
    count = index(count)
  except TypeError as error:
    if function == "readinto":
      raise OSError("raw readinto() failed") from error
    count = -1
  if not 0 <= count <= length:
    raise OSError(f"raw {function}() returned invalid length {count} (should have been between 0 and {length})")
  return count


class _Buffered(_Layer, _io._LineSource, BufferedIOBase):
  _detached_text = "raw stream has been detached"

  def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
    if index(buffer_size) <= 0:
      raise ValueError("buffer size must be strictly positive")
    if self._reads and not raw.readable():
      raise UnsupportedOperation("File or stream is not readable.")
    if self._writes and not raw.writable():
      raise UnsupportedOperation("File or stream is not writable.")
    self._put_on(raw)
    self._size = buffer_size
    self._ahead = b""
    self._simple = type(self).readline is _Buffered.readline
    self._pending = bytearray()

  def _take(self, end):
    """The bytes from the position up to `end`, which becomes the position."""
    data = self._ahead[self._at:end]
    self._at = end
    return data

  def _unread(self):
    return len(self._ahead) - self._at

  @property
  def raw(self):
    return self._below

  @property
  def mode(self):
    return self._stream().mode

  def __repr__(self):
    name = getattr(self._below, "name", None)
    return f"<_io.{type(self).__name__}{'' if name is None else f' name={name!r}'}>"

  def readable(self, /):
    return self._reads and self._stream().readable()

  def writable(self, /):
    return self._writes and self._stream().writable()

  def _open(self, operation=None):
    stream = self._stream()
    if stream.closed:
      raise ValueError(f"{operation or ('write to' if self._writes and not self._reads else 'read of')} closed file")
    return stream

  def flush(self, /):
    stream = self._stream()
    if stream.closed and self._writes:
      raise ValueError("flush of closed file")
    if stream.closed:
      stream.flush()
    self._write_down(stream, 0)

  def _write_down(self, stream, most):
    """Give what was written to the raw stream, until at most so many bytes wait."""
    while len(self._pending) > most:
      count = stream.write(memoryview(bytes(self._pending)))
      if count is None:
        raise BlockingIOError(11, "write could not complete without blocking", 0)
      del self._pending[:_checked_count(count, "write", len(self._pending))]

  # Reading.

  def _read_raw(self, size):
    """At most so many bytes from the raw stream, in one call of its readinto(); None when it has none at the moment."""
    raw = self._stream()
    if isinstance(raw, _io.FileIO) or isinstance(raw, _io.BytesIO):
      return raw.read(size)
    data = bytearray(size)
    with memoryview(data) as view:
      count = raw.readinto(view)
    return None if count is None else bytes(data[:_checked_count(count, "readinto", size)])

  def _read_all(self):
    stream = self._stream()
    begin = self._take(len(self._ahead))
    read_all = getattr(stream, "readall", None)
    if read_all is not None:
      rest = read_all()
      if not (rest is None or isinstance(rest, bytes)):
        raise TypeError("readall() should return bytes")
      return rest if rest is None and not begin else begin + (rest or b"")
    parts = [begin]
    while piece := self._read_raw(self._size):
      parts.append(piece)
    return piece if piece is None and parts == [b""] else b"".join(parts)

  def read(self, size=-1, /):
    if not self._reads:
      raise UnsupportedOperation("read")
    size = _size_argument(size)
    if size < -1:
      raise ValueError("read length must be non-negative or -1")
    self._open()
    self.flush()
    if size == -1:
      return self._read_all()
    if size <= self._unread():
      return self._take(self._at + size)
    parts = [self._take(len(self._ahead))]
    missing = size - len(parts[0])
    while missing > 0:
      # Whole buffers, then one that may hold more than is wanted. Not all at once: a stream makes room for what it is asked for, each time, and a socket gives little.
      wanted = min(missing, max(self._size, _LARGE_PIECE)) // self._size * self._size
      piece = self._read_raw(wanted or self._size)
      if not piece:
        if piece is None and parts == [b""]:
          return None
        break
      if len(piece) > missing:
        self._ahead, self._at = piece, missing
        piece = piece[:missing]
      parts.append(piece)
      missing -= len(piece)
    return b"".join(parts)

  def read1(self, size=-1, /):
    if not self._reads:
      raise UnsupportedOperation("read1")
    size = index(size)
    self._open()
    if size < 0:
      size = self._size
    if unread := self._unread():
      return self._take(self._at + min(size, unread))
    return size and self._read_raw(size) or b""

  def readinto(self, buffer, /):
    if self._reads:
      self._open("readinto of")
    return super().readinto(buffer)

  def readinto1(self, buffer, /):
    if self._reads:
      self._open("readinto of")
    return super().readinto1(buffer)

  def _peek(self):
    self._open("peek of")
    if not self._unread():
      self._ahead, self._at = self._read_raw(self._size) or b"", 0
    return self._ahead[self._at:]

  def readline(self, size=-1, /):
    if size != -1:
      size = _size_argument(size)
    if not self._reads:
      raise UnsupportedOperation("read")
    limit = None if size < 0 else size
    if limit is None and (line := self._ready_line()) is not None:
      return line
    self._open("readline of")
    searched = 0  # bytes behind the position
    while True:
      end = self._ahead.find(b"\n", self._at + searched) + 1
      searched = self._unread()
      if end or limit is not None and limit <= searched:
        break
      piece = self._read_raw(self._size)
      if not piece:
        end = len(self._ahead)
        break
      self._ahead, self._at = self._ahead[self._at:] + piece, 0
    if limit is not None:
      end = min(end or len(self._ahead), self._at + limit)
    return self._take(end)

  # Writing.

  def write(self, buffer, /):
    if not self._writes:
      raise UnsupportedOperation("write")
    data = buffer
    if type(data) is not bytes:
      try:
        view = memoryview(data)
      except TypeError:
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'") from None
      if not view.c_contiguous:
        raise BufferError("memoryview: underlying buffer is not C-contiguous")
      data = view.tobytes()
    stream = self._open("write to")
    self._drop_ahead(stream)
    size = self._size
    if self._pending and len(self._pending) + len(data) > size:
      try:
        self._write_down(stream, 0)
      except BlockingIOError as error:
        room = size - len(self._pending)
        self._pending += data[:room]
        if room < len(data):
          error.characters_written = room
          raise
        return len(data)
    self._pending += data
    try:
      self._write_down(stream, size)
    except BlockingIOError as error:
      excess = len(self._pending) - size
      del self._pending[size:]
      error.characters_written = len(data) - excess
      raise
    except:
      self._pending.clear()  # what the buffer has no room for is lost
      raise
    return len(data)

  def _drop_ahead(self, stream):
    """The stream stands behind what was read ahead; back to where the reader is."""
    if self._unread():
      stream.seek(-self._unread(), 1)
    self._ahead, self._at = b"", 0

  # Positions.

  def seek(self, target, whence=0, /):
    if not 0 <= whence <= 4:
      raise ValueError(f"whence value {whence} unsupported")
    stream = self._open("seek of")
    if not stream.seekable():
      raise UnsupportedOperation("File or stream is not seekable.")
    offset = index(target)
    self.flush()
    if whence == 1:
      offset -= self._unread()
    self._ahead, self._at = b"", 0
    return stream.seek(offset, whence)

  def tell(self, /):
    return self._stream().tell() - self._unread() + len(self._pending)

  def truncate(self, pos=None, /):
    stream = self._open("truncate of")
    if not self._writes:
      raise UnsupportedOperation("truncate")
    self.flush()
    self._drop_ahead(stream)
    return stream.truncate(self.tell() if pos is None else pos)


class BufferedReader(_Buffered):
  """Reads from a raw stream in large pieces."""

  _reads, _writes = True, False

  def peek(self, size=0, /):
    index(size)
    return self._peek()


class BufferedWriter(_Buffered):
  """Collects what is written to a raw stream."""

  _reads, _writes = False, True


class BufferedRandom(_Buffered):
  """Reads and writes one raw stream."""

  _reads = _writes = True

  def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
    if not raw.seekable():
      raise UnsupportedOperation("File or stream is not seekable.")
    super().__init__(raw, buffer_size)

  def peek(self, size=0, /):
    index(size)
    return self._peek()


class IncrementalNewlineDecoder:
  """Makes "\\n" of "\\r\\n" and "\\r" in text that comes in pieces, after a decoder if there is one."""

  _seen = None

  def __init__(self, decoder, translate, errors="strict"):
    self._translate = bool(index(translate))
    self._decoder = decoder
    self._held_return = False
    self._seen = set()

  def _check(self):
    if self._seen is None:
      raise ValueError("IncrementalNewlineDecoder.__init__() not called")

  def decode(self, /, input, final=False):
    """The text of a piece; a "\\r" at its end waits for the next one."""
    final = bool(index(final))
    self._check()
    text = input if self._decoder is None else self._decoder.decode(input, final)
    if not isinstance(text, str):
      raise TypeError(f"decoder should return a string result, not '{type(text).__name__}'")
    if self._held_return and (text or final):
      text = "\r" + text
      self._held_return = False
    if text.endswith("\r") and not final:
      text = text[:-1]
      self._held_return = True
    pairs = text.count("\r\n")
    for end, count in (("\r\n", pairs), ("\r", text.count("\r") - pairs), ("\n", text.count("\n") - pairs)):
      if count:
        self._seen.add(end)
    return text.replace("\r\n", "\n").replace("\r", "\n") if self._translate else text

  def getstate(self, /):
    self._check()
    state = b"", 0
    if self._decoder is not None:
      state = self._decoder.getstate()
      if not isinstance(state, tuple) or len(state) != 2:
        raise TypeError("illegal decoder state")
    data, flag = state
    return data, index(flag) << 1 | self._held_return

  def setstate(self, state, /):
    self._check()
    if not isinstance(state, tuple):
      raise TypeError("state argument must be a tuple")
    if len(state) != 2 or not isinstance(state[1], int):
      raise TypeError("setstate(): illegal state argument")
    data, flag = state
    self._held_return = bool(flag & 1)
    if self._decoder is not None:
      self._decoder.setstate((data, flag >> 1))

  def reset(self, /):
    self._check()
    self._seen.clear()
    self._held_return = False
    if self._decoder is not None:
      self._decoder.reset()

  @property
  def newlines(self):
    """The ends of lines that came: None, one, or a tuple."""
    self._check()
    found = tuple(end for end in ("\r", "\n", "\r\n") if end in self._seen)
    return None if not found else found[0] if len(found) == 1 else found


class BufferedRWPair(BufferedIOBase):
  """Reads one raw stream and writes another one."""

  def __init__(self, reader, writer, buffer_size=DEFAULT_BUFFER_SIZE, /):
    self._reader = BufferedReader(reader, buffer_size)
    self._writer = BufferedWriter(writer, buffer_size)

  def read(self, size=-1, /):
    return self._reader.read(size)

  def read1(self, size=-1, /):
    return self._reader.read1(size)

  def readinto(self, buffer, /):
    return self._reader.readinto(buffer)

  def readline(self, size=-1, /):
    return self._reader.readline(size)

  def peek(self, size=0, /):
    return self._reader.peek(size)

  def write(self, buffer, /):
    return self._writer.write(buffer)

  def flush(self, /):
    self._writer.flush()

  def readable(self, /):
    return self._reader.readable()

  def writable(self, /):
    return self._writer.writable()

  def close(self, /):
    try:
      self._writer.close()
    finally:
      self._reader.close()

  def isatty(self, /):
    return self._reader.isatty() or self._writer.isatty()

  @property
  def closed(self):
    return self._writer.closed


# Encodings with a mark at the beginning: the encoding of what follows it.
_MARKED = {
  "utf-8-sig": lambda data: "utf-8",
  "utf-16": lambda data: "utf-16-be" if data[:2] == b"\xfe\xff" else "utf-16-le",
  "utf-32": lambda data: "utf-32-be" if data[:4] == b"\0\0\xfe\xff" else "utf-32-le",
}


def _is_simple(name):
  """Whether each character has bytes of its own, so that pieces of text can be encoded and decoded alone."""
  return name.startswith(("utf-8", "utf8", "utf-16", "utf16", "utf-32", "utf32")) or name in ("ascii", "us-ascii", "latin-1", "latin1", "iso-8859-1", "iso8859-1")


def _whole_characters(data, encoding):
  """How many of the bytes are whole characters, as far as the end tells."""
  name = encoding.lower().replace("_", "-")
  if name in ("utf-8", "utf8", "utf-8-sig"):
    for back in range(1, min(4, len(data)) + 1):
      byte = data[-back]
      if byte < 0x80:
        break
      if byte >= 0xc0:
        length = 2 if byte < 0xe0 else 3 if byte < 0xf0 else 4
        if length <= back:
          break
        # What no further byte can make a character of does not wait.
        from codecs import utf_8_decode
        return len(data) - back + utf_8_decode(data[-back:], "replace")[1]
  elif name.startswith(("utf-16", "utf16")):
    size = len(data) // 2 * 2
    # A first half of a pair waits for the second one.
    high = data[size - 1] if not name.endswith("be") else data[size - 2] if size else 0
    return size - 2 if size and 0xd8 <= high < 0xdc else size
  elif name.startswith(("utf-32", "utf32")):
    return len(data) // 4 * 4
  return len(data)


def _check_newline(newline):
  if newline not in (None, "", "\n", "\r", "\r\n"):
    raise ValueError(f"illegal newline value: {newline}")


def _text_codec(encoding):
  import codecs
  codec = codecs.lookup(encoding)
  if not codec._is_text_encoding:
    raise LookupError(f"{encoding!r} is not a text encoding; use codecs.open() to handle arbitrary codecs")
  return codec


class TextIOWrapper(_Layer, _io._LineSource, TextIOBase):
  """Text on top of a stream of bytes."""

  _detached_text = "underlying buffer has been detached"

  def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
    if newline is not None and not isinstance(newline, str):
      raise TypeError(f"TextIOWrapper() argument 'newline' must be str or None, not {type(newline).__name__}")
    _check_newline(newline)
    for name, value in (("encoding", encoding), ("errors", errors)):
      if value is not None and not isinstance(value, str):
        raise TypeError(f"TextIOWrapper() argument {name!r} must be str or None, not {type(value).__name__}")
    if encoding is None:
      encoding = "locale"
    self._set_encoding(encoding, "strict" if errors is None else errors)
    buffer.readable()
    self._put_on(buffer)
    self._newline = newline
    self._line_buffering = bool(line_buffering)
    self._write_through = bool(write_through)
    self._ahead, self._at = "", 0  # decoded
    self._untranslated = ""  # the same with the line ends that the stream has
    self._find_simple_lines()
    self._bytes = b""  # the beginning of a character
    self._find_plain_output()
    self._at_end = False
    self._cr_waits = False
    self._seen = set()

  def _set_encoding(self, encoding, errors):
    """An unknown encoding is refused at once."""
    if encoding == "locale":
      encoding = "UTF-8"
    name = encoding.lower().replace("_", "-")
    self._codec = None  # of other encodings than simple ones
    if _is_simple(name):
      "".encode(encoding)
    else:
      self._codec = _text_codec(encoding)
    self._encoder = self._decoder = None
    self._encoding = encoding
    self._errors = errors
    # What text is read and written with from here on: behind the mark at the beginning without it.
    self._decoding = encoding
    self._writing = None
    self._plain_name = {"utf16": "utf-16", "utf32": "utf-32"}.get(name, name)
    self._marked = _MARKED.get(self._plain_name)

  def _find_simple_lines(self):
    self._simple = self._newline in (None, "\n") and type(self).readline is TextIOWrapper.readline

  def _find_plain_output(self):
    utf8 = self._encoding.lower() in ("utf-8", "utf8") and self._errors == "strict"
    own_lines = self._newline not in ("\r", "\r\n") and not self._line_buffering
    self._plain_output = utf8 and own_lines and not self._ahead and not self._bytes and not self._write_through and self._below.writable()

  @property
  def buffer(self):
    return self._below

  @property
  def encoding(self):
    return self._encoding

  @property
  def errors(self):
    return self._errors

  @property
  def line_buffering(self):
    return self._line_buffering

  @property
  def write_through(self):
    return self._write_through

  @property
  def newlines(self):
    self._stream()
    seen = tuple([end for end in ("\r", "\n", "\r\n") if end in self._seen])
    return seen if len(seen) > 1 else seen[0] if seen else None

  def __repr__(self):
    parts = ["<_io.TextIOWrapper"]
    for name in ("name", "mode"):
      try:
        parts.append(f" {name}={getattr(self, name)!r}")
      except (AttributeError, ValueError):
        pass
    return "".join(parts) + f" encoding={self._encoding!r}>"

  def reconfigure(self, /, *, encoding=None, errors=None, newline=False, line_buffering=None, write_through=None):
    """Changes how text is encoded and lines end."""
    for name, value in (("encoding", encoding), ("errors", errors), ("newline", newline or None)):
      if value is not None and not isinstance(value, str):
        raise TypeError(f"reconfigure() argument {name!r} must be str or None, not {type(value).__name__}")
    if (len(self._ahead) > self._at or self._bytes) and (encoding is not None or errors is not None or newline is not False):
      raise UnsupportedOperation("It is not possible to set the encoding or newline of stream after the first read")
    _check_newline(newline or None)
    self.flush()
    if encoding is not None:
      self._set_encoding(encoding, errors or "strict")
    elif errors is not None:
      self._errors = errors
    if newline is not False:
      self._newline = newline
      self._find_simple_lines()
    if line_buffering is not None:
      self._line_buffering = bool(line_buffering)
    if write_through is not None:
      self._write_through = bool(write_through)
    self._find_plain_output()

  def _open(self):
    stream = self._stream()
    if stream.closed:
      raise ValueError("I/O operation on closed file.")
    return stream

  def flush(self, /):
    stream = self._stream()
    if stream.closed:
      raise ValueError("I/O operation on closed file.")
    self._release()
    stream.flush()

  # Reading.

  def _open_for_reading(self):
    stream = self._open()
    if not stream.readable():
      raise UnsupportedOperation("not readable")
    return stream

  def _translate(self, text, final):
    """Line ends as the mode wants them; a carriage return at the end waits for what follows."""
    if self._newline not in (None, ""):
      return text
    if self._cr_waits:
      text = "\r" + text
      self._cr_waits = False
    if text.endswith("\r") and not final:
      text = text[:-1]
      self._cr_waits = True
    if "\r" in text or "\n" in text:
      pairs = text.count("\r\n")
      for end, count in (("\r\n", pairs), ("\r", text.count("\r") - pairs), ("\n", text.count("\n") - pairs)):
        if count:
          self._seen.add(end)
      if self._newline is None and "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text

  def _fill(self, whole=False):
    """Decodes more; whether there was any."""
    stream = self._open_for_reading()
    self._release()
    self._plain_output = False
    if self._at_end and not whole:
      return False
    data = stream.read() if whole else stream.read1(DEFAULT_BUFFER_SIZE) if hasattr(stream, "read1") else stream.read(DEFAULT_BUFFER_SIZE)
    final = whole or not data
    data = self._bytes + (data or b"")
    if self._codec is None:
      size = len(data) if final else _whole_characters(data, self._decoding)
      self._bytes = data[size:]
      text = data[:size].decode(self._decoding, self._errors)
      if size and self._marked and self._decoding == self._encoding:
        from encodings import check_mark
        check_mark(self._plain_name, data[:size])
    else:
      size = 0
      if self._decoder is None:
        self._decoder = self._codec.incrementaldecoder(self._errors)
      text = self._decoder.decode(data, final)
    self._untranslated = self._rest_untranslated() + text
    self._ahead = self._ahead[self._at:] + self._translate(text, final)
    self._at = 0
    if size and self._marked and self._decoding == self._encoding:
      self._decoding = self._marked(data)
    self._at_end = final
    return not final

  def _rest_untranslated(self):
    """What is decoded and not read yet, with the line ends that the stream has."""
    if self._newline is not None or "\r" not in self._untranslated:
      return self._untranslated[self._at:]
    place = 0
    for _ in range(self._at):
      place += 2 if self._untranslated.startswith("\r\n", place) else 1
    return self._untranslated[place:]

  def _read(self, size):
    """What read() does where the text is not there yet."""
    size = _size_argument(size)
    self._open_for_reading()
    if size < 0:
      self._fill(whole=True)
      return self._take(len(self._ahead))
    while len(self._ahead) - self._at < size and self._fill():
      pass
    return self._take(min(self._at + size, len(self._ahead)))

  def _take(self, end):
    """The text from the position up to `end`, which becomes the position."""
    text = self._ahead[self._at:end]
    self._at = end
    return text

  def _line_end(self, start):
    """The place behind the first line end from `start` on, or 0."""
    if self._newline == "":
      feed = self._ahead.find("\n", start)
      carriage = self._ahead.find("\r", start, len(self._ahead) if feed < 0 else feed)
      if carriage < 0:
        return feed + 1
      return carriage + 2 if feed == carriage + 1 else carriage + 1
    end = self._newline or "\n"
    place = self._ahead.find(end, start)
    return place + len(end) if place >= 0 else 0

  def readline(self, size=-1, /):
    size = index(size)
    if size < 0 and (line := self._ready_line()) is not None:
      return line
    self._open_for_reading()
    searched = 0  # characters behind the position
    while True:
      end = self._line_end(self._at + searched)
      if end or 0 <= size <= len(self._ahead) - self._at:
        break
      # A line end of two characters may lie across the pieces.
      searched = max(0, len(self._ahead) - self._at - 1)
      if not self._fill() and self._at_end:
        end = self._line_end(self._at + searched) or len(self._ahead)
        break
    if size >= 0:
      limit = self._at + size
      end = min(end, limit) if end else limit
    return self._take(end)

  # Writing.

  def _write(self, text):
    """What write() does where text takes more than encoding it."""
    if not isinstance(text, str):
      raise TypeError(f"write() argument must be str, not {'None' if text is None else type(text).__name__}")
    stream = self._open()
    if not stream.writable():
      raise UnsupportedOperation("not writable")
    length = len(text)
    ends_line = self._line_buffering and ("\n" in text or "\r" in text)
    if self._newline in ("\r", "\r\n"):
      text = text.replace("\n", self._newline)
    # What was read ahead is given up, as in CPython: the next read goes on behind it.
    if self._ahead or self._bytes or self._cr_waits:
      self._ahead, self._untranslated, self._at, self._bytes, self._cr_waits = "", "", 0, b"", False
    simple = self._codec is None and not self._marked
    self._hold(text.encode(self._encoding, self._errors) if simple else self._encoded(stream, text))
    if ends_line or self._write_through:
      self._release()
    if ends_line:
      stream.flush()
    return length

  def _encoded(self, stream, text):
    if self._codec is not None:
      if self._encoder is None:
        self._encoder = self._codec.incrementalencoder(self._errors)
      return self._encoder.encode(text)
    if self._writing is None:
      # The mark is only written at the beginning.
      at_start = not stream.seekable() or stream.tell() == 0
      self._writing = self._marked(b"")
      if at_start:
        return text.encode(self._encoding, self._errors)
    return text.encode(self._writing, self._errors)

  # Positions, in bytes of the stream below.

  def tell(self, /):
    stream = self._open()
    if not stream.seekable():
      raise UnsupportedOperation("underlying stream is not seekable")
    if self._iterating:
      raise OSError("telling position disabled by next() call")
    self._release()
    if self._at == len(self._ahead) and not self._cr_waits:
      return stream.tell() - len(self._bytes)
    rest = self._rest_untranslated()
    if self._codec is None:
      ahead = rest.encode(self._decoding, self._errors)
    else:
      ahead = self._codec.encode(rest, self._errors)[0]
    return stream.tell() - len(self._bytes) - len(ahead)

  def seek(self, cookie, whence=0, /):
    stream = self._open()
    if not stream.seekable():
      raise UnsupportedOperation("underlying stream is not seekable")
    self._release()
    if whence == 1:
      if cookie:
        raise UnsupportedOperation("can't do nonzero cur-relative seeks")
      cookie, whence = self.tell(), 0
    elif whence == 2 and cookie:
      raise UnsupportedOperation("can't do nonzero end-relative seeks")
    elif whence == 0 and cookie < 0:
      raise ValueError(f"negative seek position {cookie!r}")
    self._ahead, self._untranslated, self._at, self._bytes, self._at_end, self._cr_waits = "", "", 0, b"", False, False
    self._decoder = None
    self._iterating = False
    place = stream.seek(cookie, whence)
    if place == 0:
      self._decoding, self._writing = self._encoding, None
    elif self._marked and self._writing is None:
      self._writing = self._marked(b"")
    return place

  def truncate(self, pos=None, /):
    """Cuts the stream below where that stands, which is behind what was read ahead."""
    self.flush()
    return self._stream().truncate(pos)


_show_module(BufferedReader, BufferedWriter, BufferedRandom, BufferedRWPair, IncrementalNewlineDecoder, TextIOWrapper)
BufferedReader.register(_io.BufferedReader)
BufferedWriter.register(_io.BufferedWriter)
BufferedRandom.register(_io.BufferedRandom)
TextIOWrapper.register(_io.TextIOWrapper)
