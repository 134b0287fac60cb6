"""Streams that only go forward, and the data of members as files."""

import io

from ._headers import BLOCKSIZE, NUL, CompressionError, ReadError, StreamError

__name__ = "tarfile"


class _Stream:
  """A file object without seek(), plain or compressed; what it writes goes out in pieces of `bufsize` bytes."""

  def __init__(self, name, mode, comptype, fileobj, bufsize, compresslevel):
    self.name = name or ""
    self.mode = mode
    self.bufsize = bufsize
    self.closed = False
    self._own = fileobj is None
    self._file = open(name, mode + "b") if fileobj is None else fileobj
    self._position = 0
    self._held = b""
    if comptype == "*":
      comptype = self._found_type()
    if comptype == "gz":
      import gzip
      if mode == "r":
        self._held = self._held or self._file.read(BLOCKSIZE)
        if not self._held.startswith(b"\x1f\x8b"):
          self._leave()
          raise ReadError("not a gzip file")
      inner = gzip.GzipFile(self.name, mode + "b", compresslevel, _Pieces(self))
      self._inner = inner
    elif comptype == "tar":
      self._inner = _Pieces(self)
    elif comptype in ("bz2", "xz"):
      self._leave()
      raise CompressionError(f"{'lzma' if comptype == 'xz' else comptype} module is not available") from None
    else:
      self._leave()
      raise CompressionError(f"unknown compression type {comptype!r}")

  def _found_type(self):
    self._held = self._file.read(BLOCKSIZE)
    for start, kind in ((b"\x1f\x8b\x08", "gz"), (b"BZh", "bz2"), (b"\x5d\x00\x00\x80", "xz"), (b"\xfd7zXZ", "xz")):
      if self._held.startswith(start):
        return kind
    return "tar"

  def _leave(self):
    self.closed = True
    if self._own:
      self._file.close()

  # The file below.

  def _raw_read(self, size):
    data, self._held = self._held[:size], self._held[size:]
    return data or self._file.read(size)

  def _raw_write(self, data):
    self._held += data
    while len(self._held) >= self.bufsize:
      self._file.write(self._held[:self.bufsize])
      self._held = self._held[self.bufsize:]

  # What TarFile uses.

  def read(self, size):
    parts = []
    wanted = size
    while wanted > 0:
      try:
        data = self._inner.read(wanted)
      except (OSError, EOFError) as error:
        raise ReadError("invalid compressed data") from error
      if not data:
        break
      parts.append(data)
      wanted -= len(data)
    data = b"".join(parts)
    self._position += len(data)
    return data

  def write(self, data):
    self._position += len(data)
    self._inner.write(data)
    return len(data)

  def tell(self):
    return self._position

  def seek(self, pos=0):
    if pos < self._position:
      raise StreamError("seeking backwards is not allowed")
    while self._position < pos and self.read(min(pos - self._position, self.bufsize)):
      pass
    return self._position

  def close(self):
    if self.closed:
      return
    try:
      if self.mode == "w":
        if not isinstance(self._inner, _Pieces):
          self._inner.close()
        if self._held:
          self._file.write(self._held)
    finally:
      self._leave()


class _Pieces:
  """What is below the compression of a stream."""

  def __init__(self, stream):
    self._stream = stream

  def read(self, size=-1):
    return self._stream._raw_read(size)

  def write(self, data):
    self._stream._raw_write(bytes(data))
    return len(data)

  def flush(self):
    pass


class _MemberData(io.RawIOBase):
  """The bytes of a member: pieces of the archive, with zeros between those of a sparse file."""

  def __init__(self, archive, offset, size, name, pieces):
    self._archive = archive
    self.name = name
    self._size = size
    self._at = 0
    self._parts = []  # (begin, end in the file; place in the archive, or None for zeros)
    position = 0
    for begin, length in [(0, size)] if pieces is None else pieces:
      if begin > position:
        self._parts.append((position, begin, None))
      self._parts.append((begin, begin + length, offset))
      offset += length
      position = begin + length
    if position < size:
      self._parts.append((position, size, None))

  def readable(self):
    return True

  def seekable(self):
    return getattr(self._archive, "seekable", lambda: not isinstance(self._archive, _Stream))()

  def tell(self):
    return self._at

  def seek(self, position, whence=io.SEEK_SET):
    if whence == io.SEEK_SET:
      self._at = min(max(position, 0), self._size)
    elif whence == io.SEEK_CUR:
      self._at = min(max(self._at + position, 0), self._size)
    elif whence == io.SEEK_END:
      self._at = max(min(self._size + position, self._size), 0)
    else:
      raise ValueError("Invalid argument")
    return self._at

  def readinto(self, buffer):
    wanted = min(len(buffer), self._size - self._at)
    if wanted <= 0:
      return 0
    begin, end, place = next(part for part in self._parts if part[0] <= self._at < part[1])
    wanted = min(wanted, end - self._at)
    if place is None:
      data = NUL * wanted
    else:
      self._archive.seek(place + self._at - begin)
      data = self._archive.read(wanted)
      if not data:
        raise ReadError("unexpected end of data")
    buffer[:len(data)] = data
    self._at += len(data)
    return len(data)


class ExFileObject(io.BufferedReader):
  """The data of a member as a file to read."""

  def __init__(self, tarfile, tarinfo):
    super().__init__(_MemberData(tarfile.fileobj, tarinfo.offset_data, tarinfo.size, getattr(tarfile.fileobj, "name", None), tarinfo.sparse))
