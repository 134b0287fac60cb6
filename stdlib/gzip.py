"""Files in gzip format.

>>> import gzip
>>> gzip.decompress(gzip.compress(b"hello"))
b'hello'
"""

import builtins
import io
import os
import struct
import time
import zlib

__all__ = ["BadGzipFile", "GzipFile", "open", "compress", "decompress"]

FTEXT, FHCRC, FEXTRA, FNAME, FCOMMENT = 1, 2, 4, 8, 16
READ, WRITE = 1, 2
_COMPRESS_LEVEL_FAST = 1
_COMPRESS_LEVEL_TRADEOFF = 6
_COMPRESS_LEVEL_BEST = 9
_CHUNK = 128 * 1024


def open(filename, mode="rb", compresslevel=_COMPRESS_LEVEL_BEST, encoding=None, errors=None, newline=None):
  """Open a gzip file (a path or a binary file) in binary or text mode."""
  if "t" in mode:
    if "b" in mode:
      raise ValueError("Invalid mode: %r" % (mode,))
  else:
    for name, value in (("encoding", encoding), ("errors", errors), ("newline", newline)):
      if value is not None:
        raise ValueError(f"Argument '{name}' not supported in binary mode")
  binary_mode = mode.replace("t", "")
  if isinstance(filename, (str, bytes, os.PathLike)):
    binary_file = GzipFile(filename, binary_mode, compresslevel)
  elif hasattr(filename, "read") or hasattr(filename, "write"):
    binary_file = GzipFile(None, binary_mode, compresslevel, filename)
  else:
    raise TypeError("filename must be a str or bytes object, or a file")
  if "t" in mode:
    return io.TextIOWrapper(binary_file, io.text_encoding(encoding), errors, newline)
  return binary_file


class BadGzipFile(OSError):
  """A file that is no valid gzip file."""


def _header(compresslevel, mtime, name=b""):
  extra = 2 if compresslevel == _COMPRESS_LEVEL_BEST else 4 if compresslevel == _COMPRESS_LEVEL_FAST else 0
  flags = FNAME if name else 0
  return struct.pack("<BBBBLBB", 0x1F, 0x8B, 8, flags, int(mtime) & 0xFFFFFFFF, extra, 255) + (name + b"\0" if name else b"")


def _read_exactly(fp, n):
  data = fp.read(n)
  while len(data) < n:
    more = fp.read(n - len(data))
    if not more:
      raise EOFError("Compressed file ended before the end-of-stream marker was reached")
    data += more
  return data


def _read_gzip_header(fp):
  """The time of the header, or None at the end of the file."""
  magic = fp.read(2)
  if magic == b"":
    return None
  if magic != b"\037\213":
    raise BadGzipFile("Not a gzipped file (%r)" % magic)
  method, flag, mtime = struct.unpack("<BBIxx", _read_exactly(fp, 8))
  if method != 8:
    raise BadGzipFile("Unknown compression method")
  if flag & FEXTRA:
    length, = struct.unpack("<H", _read_exactly(fp, 2))
    _read_exactly(fp, length)
  for bit in (FNAME, FCOMMENT):
    if flag & bit:
      while True:
        s = fp.read(1)
        if not s or s == b"\000":
          break
  if flag & FHCRC:
    _read_exactly(fp, 2)
  return mtime


class _Source:
  """Reads a file with some bytes pushed back."""

  def __init__(self, file):
    self.file = file
    self.rest = b""

  def read(self, size):
    if self.rest:
      data, self.rest = self.rest[:size], self.rest[size:]
      return data if len(data) == size else data + self.file.read(size - len(data))
    return self.file.read(size)

  def rewind(self):
    self.file.seek(0)
    self.rest = b""


class BaseStream(io.BufferedIOBase):
  """What compressed files have in common."""

  __module__ = "_compression"


class GzipFile(BaseStream):
  """A binary file whose contents are compressed in another one."""

  myfileobj = None

  def __init__(self, filename=None, mode=None, compresslevel=_COMPRESS_LEVEL_BEST, fileobj=None, mtime=None):
    if mode and ("t" in mode or "U" in mode):
      raise ValueError("Invalid mode: {!r}".format(mode))
    if mode and "b" not in mode:
      mode += "b"
    if fileobj is None:
      fileobj = self.myfileobj = builtins.open(filename, mode or "rb")
    if filename is None:
      filename = getattr(fileobj, "name", "")
      if not isinstance(filename, (str, bytes)):
        filename = ""
    else:
      filename = os.fspath(filename)
    guessed = mode is None
    if guessed:
      mode = getattr(fileobj, "mode", "rb")
    self.name = filename
    self.fileobj = fileobj
    self.compress = None
    if mode.startswith("r"):
      self.mode = READ
      self._source = _Source(fileobj)
      self._restart()
    elif mode.startswith(("w", "a", "x")):
      self.mode = WRITE
      if guessed:
        import warnings
        warnings.warn("GzipFile was opened for writing, but this will change in future Python releases.  Specify the mode argument for "
                      "opening it for writing.", FutureWarning, 2)
      self.crc = zlib.crc32(b"")
      self.size = 0
      self.offset = 0
      self._write_mtime = mtime
      self.compress = zlib.compressobj(compresslevel, zlib.DEFLATED, -zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL, 0)
      self._write_gzip_header(compresslevel)
    else:
      raise ValueError("Invalid mode: {!r}".format(mode))

  def _restart(self):
    self._decompressor = None  # between members
    self._buffer = b""
    self._position = 0
    self._at_end = False
    self._last_mtime = None

  @property
  def mtime(self):
    """Time of the last read header."""
    return self._last_mtime

  def __repr__(self):
    return "<gzip " + repr(self.fileobj)[1:-1] + " " + hex(id(self)) + ">"

  # -- writing

  def _write_gzip_header(self, compresslevel):
    try:
      name = os.path.basename(self.name)
      if not isinstance(name, bytes):
        name = name.encode("latin-1")
      if name.endswith(b".gz"):
        name = name[:-3]
    except UnicodeEncodeError:
      name = b""
    mtime = time.time() if self._write_mtime is None else self._write_mtime
    self.fileobj.write(_header(compresslevel, mtime, name))

  def _check_not_closed(self):
    if self.closed:
      raise ValueError("I/O operation on closed file")

  def write(self, data):
    """Compress bytes into the file."""
    self._check_not_closed()
    if self.mode != WRITE:
      raise OSError(9, "write() on read-only GzipFile object")
    if self.fileobj is None:
      raise ValueError("write() on closed GzipFile object")
    if not isinstance(data, (bytes, bytearray)):
      data = memoryview(data).tobytes()
    if len(data) > 0:
      self.fileobj.write(self.compress.compress(data))
      self.size += len(data)
      self.crc = zlib.crc32(data, self.crc)
      self.offset += len(data)
    return len(data)

  def flush(self, zlib_mode=zlib.Z_SYNC_FLUSH):
    """Write what is compressed so far."""
    self._check_not_closed()
    if self.mode == WRITE:
      self.fileobj.write(self.compress.flush(zlib_mode))
      self.fileobj.flush()

  # -- reading

  def _fill(self):
    """Decompress some more into the buffer; False at the end of the file."""
    while not self._buffer:
      if self._at_end:
        return False
      # What ends a member is read when its data are used up: until then a file cut off there gives all of them.
      if self._decompressor is not None and self._decompressor.eof:
        self._finish_member()
      if self._decompressor is None:
        mtime = _read_gzip_header(self._source)
        if mtime is None:
          self._at_end = True
          return False
        self._last_mtime = mtime
        self._decompressor = zlib.decompressobj(-zlib.MAX_WBITS)
        self._crc = zlib.crc32(b"")
        self._member_size = 0
      data = self._decompressor.unconsumed_tail or self._source.read(_CHUNK)
      if not data:
        raise EOFError("Compressed file ended before the end-of-stream marker was reached")
      self._buffer = self._decompressor.decompress(data, 8 * _CHUNK)
      self._crc = zlib.crc32(self._buffer, self._crc)
      self._member_size += len(self._buffer)
    return True

  def _finish_member(self):
    self._source.rest = self._decompressor.unused_data + self._source.rest
    crc, size = struct.unpack("<II", _read_exactly(self._source, 8))
    if crc != self._crc:
      raise BadGzipFile("CRC check failed %s != %s" % (hex(crc), hex(self._crc)))
    if size != self._member_size & 0xFFFFFFFF:
      raise BadGzipFile("Incorrect length of data produced")
    # Zeros may fill the file up.
    while (byte := self._source.read(1)) == b"\0":
      pass
    self._source.rest = byte + self._source.rest
    self._decompressor = None

  def _take(self, size):
    data = self._buffer if size is None else self._buffer[:size]
    self._buffer = self._buffer[len(data):]
    self._position += len(data)
    return data

  def _check_reading(self, what):
    self._check_not_closed()
    if self.mode != READ:
      raise OSError(9, f"{what} on write-only GzipFile object")

  def read(self, size=-1):
    """Up to `size` bytes; all when it is negative or None."""
    self._check_reading("read()")
    if size is None or size < 0:
      parts = []
      while self._fill():
        parts.append(self._take(None))
      return b"".join(parts)
    parts = []
    while size > 0 and self._fill():
      part = self._take(size)
      parts.append(part)
      size -= len(part)
    return parts[0] if len(parts) == 1 else b"".join(parts)

  def read1(self, size=-1):
    """Bytes with at most one read of the file below."""
    self._check_reading("read1()")
    if not self._fill():
      return b""
    return self._take(None if size is None or size < 0 else size)

  def peek(self, n):
    """Some bytes without advancing."""
    self._check_reading("peek()")
    self._fill()
    return self._buffer

  def readinto(self, b):
    data = self.read(len(b))
    b[:len(data)] = data
    return len(data)

  def readline(self, size=-1):
    """The next line, at most `size` bytes of it."""
    self._check_not_closed()
    parts = []
    left = -1 if size is None else size
    while left != 0 and self._fill():
      end = self._buffer.find(b"\n") + 1 or len(self._buffer)
      if 0 <= left < end:
        end = left
      part = self._take(end)
      parts.append(part)
      if left > 0:
        left -= len(part)
      if part.endswith(b"\n"):
        break
    return b"".join(parts)

  # -- both

  @property
  def closed(self):
    return self.fileobj is None

  def close(self):
    """Finish the stream; closes the file below only when it was opened here."""
    fileobj = self.fileobj
    if fileobj is None:
      return
    self.fileobj = None
    try:
      if self.mode == WRITE:
        fileobj.write(self.compress.flush())
        fileobj.write(struct.pack("<LL", self.crc, self.size & 0xFFFFFFFF))
    finally:
      myfileobj, self.myfileobj = self.myfileobj, None
      if myfileobj:
        myfileobj.close()

  def fileno(self):
    """Descriptor of the file below."""
    return self.fileobj.fileno()

  def rewind(self):
    """Go back to the start of a file that is read."""
    if self.mode != READ:
      raise OSError("Can't rewind in write mode")
    self._source.rewind()
    self._restart()

  def readable(self):
    return self.mode == READ

  def writable(self):
    return self.mode == WRITE

  def seekable(self):
    return True

  def seek(self, offset, whence=io.SEEK_SET):
    """Go to a position of the uncompressed data; forward only when writing."""
    if self.mode == WRITE:
      if whence == io.SEEK_CUR:
        offset = self.offset + offset
      elif whence != io.SEEK_SET:
        raise ValueError("Seek from end not supported")
      if offset < self.offset:
        raise OSError("Negative seek in write mode")
      self.write(bytes(offset - self.offset))
      return self.offset
    self._check_not_closed()
    if whence == io.SEEK_CUR:
      offset += self._position
    elif whence == io.SEEK_END:
      while self._fill():
        self._take(None)
      offset += self._position
    elif whence != io.SEEK_SET:
      raise ValueError(f"whence value {whence} unsupported")
    if offset < self._position:
      self.rewind()
    while self._position < offset and self._fill():
      self._take(offset - self._position)
    return self._position


def compress(data, compresslevel=_COMPRESS_LEVEL_BEST, *, mtime=None):
  """The data as a gzip file."""
  if mtime == 0:
    return zlib.compress(data, level=compresslevel, wbits=31)
  header = _header(compresslevel, time.time() if mtime is None else mtime)
  return header + zlib.compress(data, level=compresslevel, wbits=-15) + struct.pack("<LL", zlib.crc32(data), len(data) & 0xFFFFFFFF)


def decompress(data):
  """The contents of a gzip file, of all its members."""
  members = []
  while True:
    fp = io.BytesIO(data)
    if _read_gzip_header(fp) is None:
      return b"".join(members)
    member = zlib.decompressobj(wbits=-zlib.MAX_WBITS)
    contents = member.decompress(data[fp.tell():])
    if not member.eof or len(member.unused_data) < 8:
      raise EOFError("Compressed file ended before the end-of-stream marker was reached")
    crc, length = struct.unpack("<II", member.unused_data[:8])
    if crc != zlib.crc32(contents):
      raise BadGzipFile("CRC check failed")
    if length != len(contents) & 0xFFFFFFFF:
      raise BadGzipFile("Incorrect length of data produced")
    members.append(contents)
    data = member.unused_data[8:].lstrip(b"\0")


if __name__ == "__main__":
  import _command_lines
  _command_lines.gzip()
