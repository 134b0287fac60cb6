"""Members of archives as files: what reads one, what writes one, and how several share the archive's file."""

import io
import zlib

ZIP_STORED = 0
ZIP_DEFLATED = 8
ZIP_BZIP2 = 12
ZIP_LZMA = 14
compressor_names = {0: "store", 1: "shrink", 2: "reduce", 3: "reduce", 4: "reduce", 5: "reduce", 6: "implode", 7: "tokenize", 8: "deflate",
                    9: "deflate64", 10: "implode", 12: "bzip2", 14: "lzma", 18: "terse", 19: "lz77", 97: "wavpack", 98: "ppmd"}
HAS_DATA_DESCRIPTOR = 0x08  # Flag: sizes and CRC stand behind the data.


class BadZipFile(Exception):
  """A file that is no archive, or a broken one."""
  __module__ = "zipfile"


def check_compression(compression):
  """Refuse methods of compression that there are no modules for."""
  if compression in (ZIP_STORED, ZIP_DEFLATED):
    return
  if compression in (ZIP_BZIP2, ZIP_LZMA):
    raise RuntimeError("Compression requires the (missing) %s module" % ("bz2" if compression == ZIP_BZIP2 else "lzma"))
  raise NotImplementedError("That compression method is not supported")


def compressor(compress_type, level):
  """An object that compresses, or None for members that are stored as they are."""
  if compress_type != ZIP_DEFLATED:
    return None
  return zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION if level is None else level, zlib.DEFLATED, -15)


def decompressor(compress_type):
  """An object that decompresses, or None for members that are stored as they are."""
  check_compression(compress_type)
  return zlib.decompressobj(-15) if compress_type == ZIP_DEFLATED else None


def _crc_of_byte(crc):
  for _ in range(8):
    crc = crc >> 1 ^ 0xEDB88320 if crc & 1 else crc >> 1
  return crc


_crc_table = []


def decrypter(pwd):
  """A function that decrypts the bytes of a member in turn, by the old cipher of ZIP files."""
  if not _crc_table:
    _crc_table.extend(map(_crc_of_byte, range(256)))
  table = _crc_table
  keys = (0x12345678, 0x23456789, 0x34567890)

  def decrypt(data, plain=False):
    nonlocal keys
    a, b, c = keys
    result = bytearray()
    for byte in data:
      if not plain:
        k = c | 2
        byte ^= k * (k ^ 1) >> 8 & 0xFF
      a = a >> 8 ^ table[(a ^ byte) & 0xFF]
      b = ((b + (a & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
      c = c >> 8 ^ table[(c ^ b >> 24) & 0xFF]
      result.append(byte)
    keys = a, b, c
    return bytes(result)

  decrypt(pwd, plain=True)
  return decrypt


_WRITER_IS_OPEN = ("Can't %s the ZIP file while there is an open writing handle on it. Close the writing handle before trying to read.")


class SharedFile:
  """The archive's file with a position of its own."""

  def __init__(self, file, pos, close, lock, writing):
    self._file = file
    self._pos = pos
    self._close = close
    self._lock = lock
    self._writing = writing
    self.seekable = file.seekable

  def tell(self):
    return self._pos

  def seek(self, offset, whence=0):
    with self._lock:
      if self._writing():
        raise ValueError(_WRITER_IS_OPEN % "reposition in")
      self._file.seek(offset, whence)
      self._pos = self._file.tell()
      return self._pos

  def read(self, n=-1):
    with self._lock:
      if self._writing():
        raise ValueError(_WRITER_IS_OPEN % "read from")
      self._file.seek(self._pos)
      data = self._file.read(n)
      self._pos = self._file.tell()
      return data

  def close(self):
    if self._file is not None:
      file, self._file = self._file, None
      self._close(file)


class Tellable:
  """A stream that cannot tell its position, with a count of what was written."""

  def __init__(self, fp):
    self.fp = fp
    self.offset = 0

  def write(self, data):
    count = self.fp.write(data)
    self.offset += count
    return count

  def tell(self):
    return self.offset

  def flush(self):
    self.fp.flush()

  def close(self):
    self.fp.close()


class ZipExtFile(io.BufferedIOBase):
  """A member that is read; made by ZipFile.open()."""

  __module__ = "zipfile"
  MAX_N = 1 << 31 - 1
  MIN_READ_SIZE = 4096
  MAX_SEEK_READ = 1 << 24

  def __init__(self, fileobj, mode, zipinfo, pwd=None, close_fileobj=False):
    self._fileobj = fileobj
    self._close_fileobj = close_fileobj
    self._zipinfo = zipinfo
    self._pwd = pwd
    self._compress_type = zipinfo.compress_type
    self._expected_crc = getattr(zipinfo, "CRC", None)
    self.newlines = None
    self.mode = mode
    self.name = zipinfo.filename
    self._decrypter = None
    self._start_over()
    self._seekable = hasattr(fileobj, "seekable") and fileobj.seekable()
    if self._seekable:
      self._start = fileobj.tell()
    if pwd and self._start_decryption() != self._check_byte():
      raise RuntimeError("Bad password for file %r" % zipinfo.orig_filename)

  def _start_over(self):
    """The state of a member of which nothing was read."""
    self._compress_left = self._zipinfo.compress_size
    self._left = self._zipinfo.file_size
    self._decompressor = decompressor(self._compress_type)
    self._running_crc = 0
    self._eof = False
    self._buffer = b""  # Decompressed bytes, of which those from _offset on are not read yet.
    self._offset = 0

  def _start_decryption(self):
    """The last byte of the random ones that stand before the data: it tells whether the password is right."""
    self._decrypter = decrypter(self._pwd)
    self._compress_left -= 12
    return self._decrypter(self._fileobj.read(12))[11]

  def _check_byte(self):
    info = self._zipinfo
    return info._raw_time >> 8 & 0xFF if info.flag_bits & HAS_DATA_DESCRIPTOR else info.CRC >> 24 & 0xFF

  def __repr__(self):
    name = f"{self.__class__.__module__}.{self.__class__.__qualname__}"
    if self.closed:
      return f"<{name} [closed]>"
    method = f" compress_type={compressor_names.get(self._compress_type, self._compress_type)}" if self._compress_type != ZIP_STORED else ""
    return f"<{name} name={self.name!r} mode={self.mode!r}{method}>"

  def readline(self, limit=-1):
    """A line, or at most `limit` bytes of it."""
    if limit < 0:
      end = self._buffer.find(b"\n", self._offset) + 1
      if end > 0:
        line = self._buffer[self._offset:end]
        self._offset = end
        return line
    return super().readline(limit)

  def peek(self, n=1):
    """Bytes that the next read will give; nothing moves."""
    if n > len(self._buffer) - self._offset:
      data = self.read(n)
      self._buffer = data + self._buffer[self._offset:]
      self._offset = 0
    return self._buffer[self._offset:self._offset + 512]

  def readable(self):
    if self.closed:
      raise ValueError("I/O operation on closed file.")
    return True

  def read(self, n=-1):
    """Up to n bytes, or all that are left."""
    if self.closed:
      raise ValueError("read from closed file.")
    if n is None or n < 0:
      pieces = [self._take(len(self._buffer))]
      while not self._eof:
        pieces.append(self._decode(self.MAX_N))
      return b"".join(pieces)
    data = self._take(n)
    while len(data) < n and not self._eof:
      data += self._decode_at_most(n - len(data))
    return data

  def read1(self, n):
    """Up to n bytes by at most one read of the archive, as long as that gives any."""
    if n is None or n < 0:
      data, n = self._take(len(self._buffer)), self.MAX_N
      if self._eof:
        return data
    else:
      data = self._take(n)
      n -= len(data)
    while n > 0 and not self._eof:
      piece = self._decode_at_most(n)
      if piece:
        return data + piece
    return data

  def _take(self, n):
    """Up to n bytes of the buffer."""
    data = self._buffer[self._offset:self._offset + n]
    self._offset += len(data)
    return data

  def _decode_at_most(self, n):
    """Up to n new bytes; more than that go to the buffer, which is empty now."""
    piece = self._decode(n)
    if len(piece) > n:
      self._buffer, self._offset = piece, n
      return piece[:n]
    return piece

  def _decode(self, n):
    """New bytes of the member, by at most one read of about n bytes of the archive."""
    if self._eof or n <= 0:
      return b""
    if self._decompressor is None:
      data = self._read_compressed(n)
      self._eof = self._compress_left <= 0
    else:
      data = self._decompressor.unconsumed_tail
      if n > len(data):
        data += self._read_compressed(n - len(data))
      data = self._decompressor.decompress(data, max(n, self.MIN_READ_SIZE))
      self._eof = self._decompressor.eof or self._compress_left <= 0 and not self._decompressor.unconsumed_tail
      if self._eof:
        data += self._decompressor.flush()
    data = data[:self._left]
    self._left -= len(data)
    if self._left <= 0:
      self._eof = True
    self._check_crc(data)
    return data

  def _check_crc(self, data):
    if self._expected_crc is None:
      return
    self._running_crc = zlib.crc32(data, self._running_crc)
    if self._eof and self._running_crc != self._expected_crc:
      raise BadZipFile("Bad CRC-32 for file %r" % self.name)

  def _read_compressed(self, n):
    if self._compress_left <= 0:
      return b""
    data = self._fileobj.read(min(max(n, self.MIN_READ_SIZE), self._compress_left))
    self._compress_left -= len(data)
    if not data:
      raise EOFError
    return data if self._decrypter is None else self._decrypter(data)

  def close(self):
    try:
      if self._close_fileobj:
        self._fileobj.close()
    finally:
      super().close()

  def seekable(self):
    if self.closed:
      raise ValueError("I/O operation on closed file.")
    return self._seekable

  def _need_seekable(self, what):
    if self.closed:
      raise ValueError(what + " on closed file.")
    if not self._seekable:
      raise io.UnsupportedOperation("underlying stream is not seekable")

  def seek(self, offset, whence=0):
    """Move to another place: what lies between is read, from the beginning if it lies before."""
    self._need_seekable("seek")
    if whence not in (0, 1, 2):
      raise ValueError("whence must be os.SEEK_SET (0), os.SEEK_CUR (1), or os.SEEK_END (2)")
    now, size = self.tell(), self._zipinfo.file_size
    new = min(max((0, now, size)[whence] + offset, 0), size)
    in_buffer = self._offset + new - now
    if 0 <= in_buffer < len(self._buffer):
      self._offset = in_buffer
      return new
    if new < now:
      self._fileobj.seek(self._start)
      self._start_over()
      if self._decrypter is not None:
        self._start_decryption()
      now = 0
    while now < new:
      step = min(self.MAX_SEEK_READ, new - now)
      self.read(step)
      now += step
    return self.tell()

  def tell(self):
    self._need_seekable("tell")
    return self._zipinfo.file_size - self._left - len(self._buffer) + self._offset


class ZipWriteFile(io.BufferedIOBase):
  """A member that is written; made by ZipFile.open()."""

  __module__ = "zipfile"

  def __init__(self, zf, zinfo, zip64):
    self._zipfile = zf
    self._zinfo = zinfo
    self._zip64 = zip64
    self._compressor = compressor(zinfo.compress_type, zinfo._compresslevel)
    self._file_size = 0
    self._compress_size = 0
    self._crc = 0

  def writable(self):
    return True

  def write(self, data):
    if self.closed:
      raise ValueError("I/O operation on closed file.")
    if isinstance(data, (bytes, bytearray)):
      count = len(data)
    else:
      data = memoryview(data)
      count = data.nbytes
    self._file_size += count
    self._crc = zlib.crc32(data, self._crc)
    if self._compressor:
      data = self._compressor.compress(data)
      self._compress_size += len(data)
    self._zipfile.fp.write(data)
    return count

  def close(self):
    if self.closed:
      return
    try:
      super().close()
      if self._compressor:
        rest = self._compressor.flush()
        self._compress_size += len(rest)
        self._zipfile.fp.write(rest)
      self._zinfo.compress_size = self._compress_size if self._compressor else self._file_size
      self._zinfo.CRC = self._crc
      self._zinfo.file_size = self._file_size
      self._zipfile._finish_member(self._zinfo, self._zip64)
    finally:
      self._zipfile._writing = False
