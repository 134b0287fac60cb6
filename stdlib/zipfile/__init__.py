"""ZIP archives: reading, writing and adding to them.

>>> import io, zipfile
>>> file = io.BytesIO()
>>> with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
...   archive.writestr("name.txt", "some text")
>>> with zipfile.ZipFile(file) as archive:
...   archive.namelist(), archive.read("name.txt")
(['name.txt'], b'some text')

The members' streams are in _streams.py, Path in _path.py.
"""

import io
import os
import stat
import time
from _thread import RLock as _RLock
from struct import Struct as _Struct
from zipfile._streams import (BadZipFile, SharedFile as _SharedFile, Tellable as _Tellable, ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipExtFile,
                              ZipWriteFile as _ZipWriteFile, check_compression as _check_compression, compressor_names)

__all__ = ["BadZipFile", "BadZipfile", "error", "ZIP_STORED", "ZIP_DEFLATED", "ZIP_BZIP2", "ZIP_LZMA", "is_zipfile", "ZipInfo", "ZipFile", "PyZipFile",
           "LargeZipFile", "Path"]

error = BadZipfile = BadZipFile


class LargeZipFile(Exception):
  """An archive that needs the ZIP64 extensions, which the program does not allow."""


ZIP64_LIMIT = (1 << 31) - 1
ZIP_FILECOUNT_LIMIT = (1 << 16) - 1
ZIP_MAX_COMMENT = (1 << 16) - 1
DEFAULT_VERSION = 20
ZIP64_VERSION = 45
BZIP2_VERSION = 46
LZMA_VERSION = 63
MAX_EXTRACT_VERSION = 63

_MASK_ENCRYPTED = 1 << 0
_MASK_USE_DATA_DESCRIPTOR = 1 << 3
_MASK_COMPRESSED_PATCH = 1 << 5
_MASK_STRONG_ENCRYPTION = 1 << 6
_MASK_UTF_FILENAME = 1 << 11

_LOCAL_HEADER = _Struct("<4sHHHHHLLLHH")
_CENTRAL_ENTRY = _Struct("<4sBBBBHHHHLLLHHHHHLL")
_END = _Struct("<4sHHHHLLH")
_END64 = _Struct("<4sQHHLLQQQQ")
_END64_LOCATOR = _Struct("<4sLQL")
_EXTRA_HEADER = _Struct("<HH")
_LOCAL_MAGIC, _CENTRAL_MAGIC, _END_MAGIC, _END64_MAGIC, _LOCATOR_MAGIC = b"PK\3\4", b"PK\1\2", b"PK\5\6", b"PK\6\6", b"PK\6\7"
sizeFileHeader, sizeCentralDir, sizeEndCentDir, sizeEndCentDir64, sizeEndCentDir64Locator = (
    record.size for record in (_LOCAL_HEADER, _CENTRAL_ENTRY, _END, _END64, _END64_LOCATOR))
_FULL = 0xFFFFFFFF  # In a field of 32 bits: the value is in the ZIP64 extra field.

_CLOSED = "Attempt to use ZIP archive that was already closed"


def __getattr__(name):
  if name in ("Path", "CompleteDirs", "FastLookup"):
    from zipfile import _path
    value = globals()[name] = getattr(_path, name)
    return value
  raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def main(args=None):
  """The command line of the module."""
  from zipfile._command import main
  main(args)


def _extra_fields(extra):
  """(number, begin, end) of the fields that lie in a member's extra bytes."""
  begin = 0
  while begin + 4 <= len(extra):
    number, length = _EXTRA_HEADER.unpack_from(extra, begin)
    end = begin + 4 + length
    yield number, begin, end
    begin = end


def _strip_extra(extra, xids):
  """Extra bytes without the fields of some numbers."""
  kept, start = [], 0
  for number, begin, end in _extra_fields(extra):
    if number in xids:
      kept.append(extra[start:begin])
      start = end
  return b"".join(kept) + extra[start:] if start else extra


def is_zipfile(filename):
  """Whether a file, or a path's, ends as archives do."""
  try:
    if hasattr(filename, "read"):
      return _check_zipfile(filename)
    with open(filename, "rb") as fp:
      return _check_zipfile(fp)
  except OSError:
    return False


def _check_zipfile(fp):
  try:
    return bool(_EndRecData(fp))
  except OSError:
    return False


def _EndRecData(fpin):
  """The fields of the record that ends an archive, its comment and its place, as a list; None if there is no such record. The record
  is the last thing in the file, but for a comment of up to 64 KB."""
  fpin.seek(0, 2)
  size = fpin.tell()
  try:
    fpin.seek(-sizeEndCentDir, 2)
  except OSError:
    return None
  place, data = size - sizeEndCentDir, fpin.read()
  if not (len(data) == sizeEndCentDir and data.startswith(_END_MAGIC) and data.endswith(b"\0\0")):
    first = max(size - (1 << 16) - sizeEndCentDir, 0)
    fpin.seek(first)
    data = fpin.read()
    begin = data.rfind(_END_MAGIC)
    if begin < 0 or len(data) - begin < sizeEndCentDir:
      return None
    place, data = first + begin, data[begin:]
  record = list(_END.unpack_from(data))
  record += [data[sizeEndCentDir:sizeEndCentDir + record[7]], place]
  return _with_end64(fpin, place - size, record)


def _with_end64(fpin, offset, record):
  """The record with the values of the ZIP64 record before it, if there is one."""
  try:
    fpin.seek(offset - sizeEndCentDir64Locator, 2)
  except OSError:
    return record  # The file is too small.
  data = fpin.read(sizeEndCentDir64Locator)
  if len(data) != sizeEndCentDir64Locator or not data.startswith(_LOCATOR_MAGIC):
    return record
  _, disk, _, disks = _END64_LOCATOR.unpack(data)
  if disk != 0 or disks > 1:
    raise BadZipFile("zipfiles that span multiple disks are not supported")
  fpin.seek(offset - sizeEndCentDir64Locator - sizeEndCentDir64, 2)
  data = fpin.read(sizeEndCentDir64)
  if len(data) == sizeEndCentDir64 and data.startswith(_END64_MAGIC):
    magic, _, _, _, *values = _END64.unpack(data)
    record[:7] = [magic, *values]
  return record


def _dos_time(moment):
  """(date, time) as headers have them, in steps of two seconds."""
  return (moment[0] - 1980) << 9 | moment[1] << 5 | moment[2], moment[3] << 11 | moment[4] << 5 | moment[5] // 2


class ZipInfo:
  """What an archive tells of one of its members."""

  __slots__ = ("orig_filename", "filename", "date_time", "compress_type", "_compresslevel", "comment", "extra", "create_system", "create_version",
               "extract_version", "reserved", "flag_bits", "volume", "internal_attr", "external_attr", "header_offset", "CRC", "compress_size",
               "file_size", "_raw_time")

  def __init__(self, filename="NoName", date_time=(1980, 1, 1, 0, 0, 0)):
    self.orig_filename = filename
    self.filename = filename.partition("\0")[0]  # What follows a NUL would hide what the file is.
    self.date_time = date_time
    if date_time[0] < 1980:
      raise ValueError("ZIP does not support timestamps before 1980")
    self.compress_type = ZIP_STORED
    self._compresslevel = None
    self.comment = b""
    self.extra = b""
    self.create_system = 3  # Unix.
    self.create_version = DEFAULT_VERSION
    self.extract_version = DEFAULT_VERSION
    self.reserved = 0
    self.flag_bits = 0
    self.volume = 0
    self.internal_attr = 0
    self.external_attr = 0
    self.compress_size = 0
    self.file_size = 0

  def __repr__(self):
    text = f"<{self.__class__.__name__} filename={self.filename!r}"
    if self.compress_type != ZIP_STORED:
      text += f" compress_type={compressor_names.get(self.compress_type, self.compress_type)}"
    mode, attributes = self.external_attr >> 16, self.external_attr & 0xFFFF
    if mode:
      text += f" filemode={stat.filemode(mode)!r}"
    if attributes:
      text += f" external_attr={attributes:#x}"
    is_dir = self.is_dir()
    if not is_dir or self.file_size:
      text += f" file_size={self.file_size!r}"
    if (not is_dir or self.compress_size) and (self.compress_type != ZIP_STORED or self.file_size != self.compress_size):
      text += f" compress_size={self.compress_size!r}"
    return text + ">"

  def FileHeader(self, zip64=None):
    """The bytes that stand before the member's data."""
    if self.flag_bits & _MASK_USE_DATA_DESCRIPTOR:
      crc = compress_size = file_size = 0  # They follow the data.
    else:
      crc, compress_size, file_size = self.CRC, self.compress_size, self.file_size
    if zip64 is None:
      zip64 = file_size > ZIP64_LIMIT or compress_size > ZIP64_LIMIT
    extra = self.extra
    if zip64:
      extra += _Struct("<HHQQ").pack(1, 16, file_size, compress_size)
      file_size = compress_size = _FULL
    version = ZIP64_VERSION if zip64 else 0
    self.extract_version = max(version, self.extract_version)
    self.create_version = max(version, self.create_version)
    name, flags = self._encodeFilenameFlags()
    day, clock = _dos_time(self.date_time)
    return _LOCAL_HEADER.pack(_LOCAL_MAGIC, self.extract_version | self.reserved << 8, flags, self.compress_type, clock, day, crc, compress_size,
                              file_size, len(name), len(extra)) + name + extra

  def _central_entry(self):
    """The bytes that describe the member in the archive's directory."""
    large = []
    file_size, compress_size, offset = self.file_size, self.compress_size, self.header_offset
    if file_size > ZIP64_LIMIT or compress_size > ZIP64_LIMIT:
      large += [file_size, compress_size]
      file_size = compress_size = _FULL
    if offset > ZIP64_LIMIT:
      large.append(offset)
      offset = _FULL
    extra = self.extra
    if large:
      extra = _Struct("<HH" + "Q" * len(large)).pack(1, 8 * len(large), *large) + _strip_extra(extra, (1,))
    version = ZIP64_VERSION if large else 0
    name, flags = self._encodeFilenameFlags()
    day, clock = _dos_time(self.date_time)
    return _CENTRAL_ENTRY.pack(_CENTRAL_MAGIC, max(version, self.create_version), self.create_system, max(version, self.extract_version),
                               self.reserved, flags, self.compress_type, clock, day, self.CRC, compress_size, file_size, len(name), len(extra),
                               len(self.comment), 0, self.internal_attr, self.external_attr, offset) + name + extra + self.comment

  def _encodeFilenameFlags(self):
    if self.filename.isascii():
      return self.filename.encode("ascii"), self.flag_bits
    return self.filename.encode("utf-8"), self.flag_bits | _MASK_UTF_FILENAME

  def _decodeExtra(self):
    """Take the values that need 64 bits from the extra field."""
    for number, begin, end in _extra_fields(self.extra):
      if end > len(self.extra):
        raise BadZipFile("Corrupt extra field %04x (size=%d)" % (number, end - begin - 4))
      if number == 1:
        self._take_large_values(self.extra[begin + 4:end])

  def _take_large_values(self, data):
    for attribute, what in (("file_size", "File size"), ("compress_size", "Compress size"), ("header_offset", "Header offset")):
      if getattr(self, attribute) != _FULL:
        continue
      if len(data) < 8:
        raise BadZipFile(f"Corrupt zip64 extra field. {what} not found.")
      setattr(self, attribute, int.from_bytes(data[:8], "little"))
      data = data[8:]

  @classmethod
  def from_file(cls, filename, arcname=None, *, strict_timestamps=True):
    """What an archive would tell of a file; times out of range are an error, or the nearest that is possible."""
    if isinstance(filename, os.PathLike):
      filename = os.fspath(filename)
    status = os.stat(filename)
    date_time = time.localtime(status.st_mtime)[:6]
    if not strict_timestamps:
      date_time = min(max(date_time, (1980, 1, 1, 0, 0, 0)), (2107, 12, 31, 23, 59, 59))
    is_dir = stat.S_ISDIR(status.st_mode)
    name = os.path.normpath(filename if arcname is None else arcname).lstrip("/")
    info = cls(name + "/" if is_dir else name, date_time)
    info.external_attr = (status.st_mode & 0xFFFF) << 16
    if is_dir:
      info.external_attr |= 0x10  # A folder for MS-DOS.
    else:
      info.file_size = status.st_size
    return info

  def is_dir(self):
    """Whether the member is a folder."""
    return self.filename[-1] == "/"


_FILE_MODES = {"r": ("rb",), "w": ("w+b", "wb"), "x": ("x+b", "xb"), "a": ("r+b", "w+b", "wb")}


def _open_file(file, mode):
  """The archive's file; some can only be written."""
  *modes, last = _FILE_MODES[mode]
  for file_mode in modes:
    try:
      return io.open(file, file_mode)
    except OSError:
      pass
  return io.open(file, last)


class ZipFile:
  """An archive in a file, or in a path's. Mode "r" reads, "w" writes a new one, "x" does so if there is none, "a" adds to one."""

  fp = None  # A finalizer may run before __init__ sets it.

  def __init__(self, file, mode="r", compression=ZIP_STORED, allowZip64=True, compresslevel=None, *, strict_timestamps=True, metadata_encoding=None):
    if mode not in ("r", "w", "x", "a"):
      raise ValueError("ZipFile requires mode 'r', 'w', 'x', or 'a'")
    _check_compression(compression)
    self._allowZip64 = allowZip64
    self._didModify = False
    self.debug = 0
    self.NameToInfo = {}
    self.filelist = []
    self.compression = compression
    self.compresslevel = compresslevel
    self.mode = mode
    self.pwd = None
    self._comment = b""
    self._strict_timestamps = strict_timestamps
    self.metadata_encoding = metadata_encoding
    if metadata_encoding and mode != "r":
      raise ValueError("metadata_encoding is only supported for reading files")
    if isinstance(file, os.PathLike):
      file = os.fspath(file)
    self._filePassed = 0 if isinstance(file, str) else 1
    self.filename = getattr(file, "name", None) if self._filePassed else file
    self.fp = file if self._filePassed else _open_file(file, mode)
    self._fileRefCnt = 1
    self._lock = _RLock()
    self._seekable = True
    self._writing = False
    try:
      self._begin(mode)
    except:
      fp, self.fp = self.fp, None
      self._fpclose(fp)
      raise

  def _begin(self, mode):
    if mode == "r":
      self._read_directory()
    elif mode == "a":
      self._begin_adding()
    else:
      self._didModify = True
      self._begin_writing()

  def _begin_adding(self):
    try:
      self._read_directory()
      self.fp.seek(self.start_dir)
    except BadZipFile:
      # The archive goes behind what the file has.
      self.fp.seek(0, 2)
      self._didModify = True
      self.start_dir = self.fp.tell()

  def _begin_writing(self):
    try:
      self.start_dir = self.fp.tell()
    except (AttributeError, OSError):
      self.fp = _Tellable(self.fp)
      self.start_dir = 0
      self._seekable = False
      return
    try:
      self.fp.seek(self.start_dir)
    except (AttributeError, OSError):
      self._seekable = False

  def __enter__(self):
    return self

  def __exit__(self, type, value, traceback):
    self.close()

  def __repr__(self):
    name = f"{self.__class__.__module__}.{self.__class__.__qualname__}"
    if self.fp is None:
      return f"<{name} [closed]>"
    file = f" file={self.fp!r}" if self._filePassed else f" filename={self.filename!r}" if self.filename is not None else ""
    return f"<{name}{file} mode={self.mode!r}>"

  def _read_directory(self):
    """Read what the archive tells of its members."""
    fp = self.fp
    try:
      record = _EndRecData(fp)
    except OSError:
      record = None
    if not record:
      raise BadZipFile("File is not a zip file")
    magic, _, _, _, _, size, offset, _, self._comment, place = record
    if magic == _END64_MAGIC:
      place -= sizeEndCentDir64 + sizeEndCentDir64Locator
    self.start_dir = place - size
    if self.start_dir < 0:
      raise BadZipFile("Bad offset for central directory")
    fp.seek(self.start_dir)
    data = fp.read(size)
    begin = 0
    while begin < size:
      begin = self._read_entry(data, begin, self.start_dir - offset)

  def _read_entry(self, data, begin, moved):
    """Read what is told of a member; where the next entry begins. All places are `moved` by what stands before the archive."""
    if len(data) - begin < sizeCentralDir:
      raise BadZipFile("Truncated central directory")
    (magic, create_version, create_system, extract_version, reserved, flags, method, clock, day, crc, compress_size, file_size, name_size, extra_size,
     comment_size, volume, internal, external, offset) = _CENTRAL_ENTRY.unpack_from(data, begin)
    if magic != _CENTRAL_MAGIC:
      raise BadZipFile("Bad magic number for central directory")
    name_begin = begin + sizeCentralDir
    extra_begin = name_begin + name_size
    comment_begin = extra_begin + extra_size
    end = comment_begin + comment_size
    info = ZipInfo(self._decoded_name(data[name_begin:extra_begin], flags))
    info.extra, info.comment, info.header_offset = data[extra_begin:comment_begin], data[comment_begin:end], offset
    info.create_version, info.create_system, info.extract_version, info.reserved = create_version, create_system, extract_version, reserved
    info.flag_bits, info.compress_type, info.CRC, info.compress_size, info.file_size = flags, method, crc, compress_size, file_size
    if extract_version > MAX_EXTRACT_VERSION:
      raise NotImplementedError("zip file version %.1f" % (extract_version / 10))
    info.volume, info.internal_attr, info.external_attr, info._raw_time = volume, internal, external, clock
    info.date_time = (day >> 9) + 1980, day >> 5 & 0xF, day & 0x1F, clock >> 11, clock >> 5 & 0x3F, (clock & 0x1F) * 2
    info._decodeExtra()
    info.header_offset += moved
    self._add(info)
    return end

  def _decoded_name(self, name, flags):
    return name.decode("utf-8" if flags & _MASK_UTF_FILENAME else self.metadata_encoding or "cp437")

  def _add(self, info):
    self.filelist.append(info)
    self.NameToInfo[info.filename] = info

  def namelist(self):
    """The names of the members."""
    return [info.filename for info in self.filelist]

  def infolist(self):
    """The ZipInfo of each member."""
    return self.filelist

  def printdir(self, file=None):
    """Print a table of the members."""
    print("%-46s %19s %12s" % ("File Name", "Modified    ", "Size"), file=file)
    for info in self.filelist:
      date = "%d-%02d-%02d %02d:%02d:%02d" % info.date_time[:6]
      print("%-46s %s %12d" % (info.filename, date, info.file_size), file=file)

  def testzip(self):
    """Read all members: the name of the first that is broken, or None."""
    for info in self.filelist:
      try:
        with self.open(info.filename) as file:
          while file.read(1 << 20):
            pass
      except BadZipFile:
        return info.filename

  def getinfo(self, name):
    """The ZipInfo of a member."""
    info = self.NameToInfo.get(name)
    if info is None:
      raise KeyError("There is no item named %r in the archive" % name)
    return info

  def setpassword(self, pwd):
    """Use a password for all members that are encrypted."""
    if pwd and not isinstance(pwd, bytes):
      raise TypeError("pwd: expected bytes, got %s" % type(pwd).__name__)
    self.pwd = pwd or None

  @property
  def comment(self):
    """The archive's comment, in bytes."""
    return self._comment

  @comment.setter
  def comment(self, comment):
    if not isinstance(comment, bytes):
      raise TypeError("comment: expected bytes, got %s" % type(comment).__name__)
    if len(comment) > ZIP_MAX_COMMENT:
      import warnings
      warnings.warn("Archive comment is too long; truncating to %d bytes" % ZIP_MAX_COMMENT, stacklevel=2)
      comment = comment[:ZIP_MAX_COMMENT]
    self._comment = comment
    self._didModify = True

  def read(self, name, pwd=None):
    """The bytes of a member."""
    with self.open(name, "r", pwd) as file:
      return file.read()

  def open(self, name, mode="r", pwd=None, *, force_zip64=False):
    """A member as a file, to read it, or with mode "w" to write a new one; force_zip64 prepares for more than 2 GB."""
    if mode not in ("r", "w"):
      raise ValueError('open() requires mode "r" or "w"')
    if pwd and mode == "w":
      raise ValueError("pwd is only supported for reading files")
    if not self.fp:
      raise ValueError(_CLOSED)
    if mode == "r":
      return self._open_to_read(name if isinstance(name, ZipInfo) else self.getinfo(name), name, pwd)
    if not isinstance(name, ZipInfo):
      info = ZipInfo(name)
      info.compress_type, info._compresslevel = self.compression, self.compresslevel
      name = info
    return self._open_to_write(name, force_zip64)

  def _open_to_read(self, info, name, pwd):
    if self._writing:
      raise ValueError("Can't read from the ZIP file while there is an open writing handle on it. Close the writing handle before trying to read.")
    self._fileRefCnt += 1
    file = _SharedFile(self.fp, info.header_offset, self._fpclose, self._lock, lambda: self._writing)
    try:
      self._skip_header(file, info)
      return ZipExtFile(file, "r", info, self._password(info, name, pwd), True)
    except:
      file.close()
      raise

  def _skip_header(self, file, info):
    """Move to the member's data; what stands before it must agree with the directory."""
    header = file.read(sizeFileHeader)
    if len(header) != sizeFileHeader:
      raise BadZipFile("Truncated file header")
    magic, _, flags, _, _, _, _, _, _, name_size, extra_size = _LOCAL_HEADER.unpack(header)
    if magic != _LOCAL_MAGIC:
      raise BadZipFile("Bad magic number for file header")
    name = file.read(name_size)
    if extra_size:
      file.read(extra_size)
    if info.flag_bits & _MASK_COMPRESSED_PATCH:
      raise NotImplementedError("compressed patched data (flag bit 5)")
    if info.flag_bits & _MASK_STRONG_ENCRYPTION:
      raise NotImplementedError("strong encryption (flag bit 6)")
    if self._decoded_name(name, flags) != info.orig_filename:
      raise BadZipFile("File name in directory %r and header %r differ." % (info.orig_filename, name))

  def _password(self, info, name, pwd):
    """The password to decrypt the member with, if it is encrypted."""
    if not info.flag_bits & _MASK_ENCRYPTED:
      return None
    pwd = pwd or self.pwd
    if pwd and not isinstance(pwd, bytes):
      raise TypeError("pwd: expected bytes, got %s" % type(pwd).__name__)
    if not pwd:
      raise RuntimeError("File %r is encrypted, password required for extraction" % name)
    return pwd

  def _open_to_write(self, info, force_zip64=False):
    if force_zip64 and not self._allowZip64:
      raise ValueError("force_zip64 is True, but allowZip64 was False when opening the ZIP file.")
    if self._writing:
      raise ValueError("Can't write to the ZIP file while there is another write handle open on it. Close the first handle before opening another.")
    info.compress_size = info.CRC = 0
    info.flag_bits = 0 if self._seekable else _MASK_USE_DATA_DESCRIPTOR
    if not info.external_attr:
      info.external_attr = 0o600 << 16
    # Data that cannot be compressed grows.
    zip64 = force_zip64 or info.file_size * 1.05 > ZIP64_LIMIT
    if zip64 and not self._allowZip64:
      raise LargeZipFile("Filesize would require ZIP64 extensions")
    self._begin_member(info, zip64)
    self._writing = True
    return _ZipWriteFile(self, info, zip64)

  def _begin_member(self, info, zip64):
    if self._seekable:
      self.fp.seek(self.start_dir)
    info.header_offset = self.fp.tell()
    self._writecheck(info)
    self._didModify = True
    self.fp.write(info.FileHeader(zip64))

  def _finish_member(self, info, zip64):
    """Tell the sizes and the CRC of a member whose data is written: in its header, or behind it where the file cannot be sought."""
    if not zip64 and info.file_size > ZIP64_LIMIT:
      raise RuntimeError("File size too large, try using force_zip64")
    if not zip64 and info.compress_size > ZIP64_LIMIT:
      raise RuntimeError("Compressed size too large, try using force_zip64")
    fp = self.fp
    if info.flag_bits & _MASK_USE_DATA_DESCRIPTOR:
      fp.write(_Struct("<4sLQQ" if zip64 else "<4sLLL").pack(b"PK\7\x08", info.CRC, info.compress_size, info.file_size))
      self.start_dir = fp.tell()
    else:
      self.start_dir = fp.tell()
      fp.seek(info.header_offset)
      fp.write(info.FileHeader(zip64))
      fp.seek(self.start_dir)
    self._add(info)

  def extract(self, member, path=None, pwd=None):
    """Write a member to a file below the path, by default the current folder; the file's path. Names cannot leave that folder."""
    return self._extract_member(member, os.getcwd() if path is None else os.fspath(path), pwd)

  def extractall(self, path=None, members=None, pwd=None):
    """Write all members, or some, to files below the path."""
    members = self.namelist() if members is None else members
    path = os.getcwd() if path is None else os.fspath(path)
    for member in members:
      self._extract_member(member, path, pwd)

  def _extract_member(self, member, targetpath, pwd):
    if not isinstance(member, ZipInfo):
      member = self.getinfo(member)
    inside = "/".join(part for part in member.filename.split("/") if part not in ("", os.curdir, os.pardir))
    target = os.path.normpath(os.path.join(targetpath, inside))
    folder = os.path.dirname(target)
    if folder and not os.path.exists(folder):
      os.makedirs(folder)
    if member.is_dir():
      if not os.path.isdir(target):
        os.mkdir(target)
      return target
    with self.open(member, pwd=pwd) as source, open(target, "wb") as file:
      _copy(source, file)
    return target

  def _writecheck(self, info):
    """Refuse what cannot be written; warn of a name that is there already."""
    if info.filename in self.NameToInfo:
      import warnings
      warnings.warn("Duplicate name: %r" % info.filename, stacklevel=3)
    if self.mode not in ("w", "x", "a"):
      raise ValueError("write() requires mode 'w', 'x', or 'a'")
    if not self.fp:
      raise ValueError("Attempt to write ZIP archive that was already closed")
    _check_compression(info.compress_type)
    self._check_limits(("Files count", len(self.filelist) >= ZIP_FILECOUNT_LIMIT), ("Filesize", info.file_size > ZIP64_LIMIT),
                       ("Zipfile size", info.header_offset > ZIP64_LIMIT))

  def _check_limits(self, *limits):
    """Whether one of some limits is passed; an error unless ZIP64 is allowed."""
    passed = [what for what, is_passed in limits if is_passed]
    if passed and not self._allowZip64:
      raise LargeZipFile(passed[0] + " would require ZIP64 extensions")
    return bool(passed)

  def _check_writable(self, end=""):
    if not self.fp:
      raise ValueError("Attempt to write to ZIP archive that was already closed")
    if self._writing:
      raise ValueError("Can't write to ZIP archive while an open writing handle exists" + end)

  def write(self, filename, arcname=None, compress_type=None, compresslevel=None):
    """Add a file, or a folder without what is in it."""
    self._check_writable()
    info = ZipInfo.from_file(filename, arcname, strict_timestamps=self._strict_timestamps)
    if info.is_dir():
      info.compress_size = info.CRC = 0
      self.mkdir(info)
      return
    info.compress_type = self.compression if compress_type is None else compress_type
    info._compresslevel = self.compresslevel if compresslevel is None else compresslevel
    with open(filename, "rb") as source, self.open(info, "w") as target:
      _copy(source, target)

  def writestr(self, zinfo_or_arcname, data, compress_type=None, compresslevel=None):
    """Add a member of a name, or as a ZipInfo describes it, with bytes or a text."""
    if isinstance(data, str):
      data = data.encode("utf-8")
    info = zinfo_or_arcname
    if not isinstance(info, ZipInfo):
      info = ZipInfo(filename=info, date_time=time.localtime(time.time())[:6])
      info.compress_type, info._compresslevel = self.compression, self.compresslevel
      info.external_attr = 0o40775 << 16 | 0x10 if info.filename[-1] == "/" else 0o600 << 16
    self._check_writable(".")
    if compress_type is not None:
      info.compress_type = compress_type
    if compresslevel is not None:
      info._compresslevel = compresslevel
    info.file_size = len(data)
    with self._lock, self.open(info, mode="w") as target:
      target.write(data)

  def mkdir(self, zinfo_or_directory_name, mode=511):
    """Add a folder."""
    info = zinfo_or_directory_name
    if isinstance(info, ZipInfo):
      if not info.is_dir():
        raise ValueError("The given ZipInfo does not describe a directory")
    elif isinstance(info, str):
      info = ZipInfo(info if info.endswith("/") else info + "/")
      info.CRC = 0
      info.external_attr = ((0o40000 | mode) & 0xFFFF) << 16 | 0x10
    else:
      raise TypeError("Expected type str or ZipInfo")
    with self._lock:
      self._begin_member(info, False)
      self._add(info)
      self.start_dir = self.fp.tell()

  def __del__(self):
    self.close()

  def close(self):
    """Write the directory of an archive that was changed, and close its file if it was opened here."""
    if self.fp is None:
      return
    if self._writing:
      raise ValueError("Can't close the ZIP file while there is an open writing handle on it. Close the writing handle before closing the zip.")
    try:
      if self.mode in ("w", "x", "a") and self._didModify:
        with self._lock:
          if self._seekable:
            self.fp.seek(self.start_dir)
          self._write_directory()
    finally:
      fp, self.fp = self.fp, None
      self._fpclose(fp)

  def _write_directory(self):
    for info in self.filelist:
      self.fp.write(info._central_entry())
    place = self.fp.tell()
    count, size, offset = len(self.filelist), place - self.start_dir, self.start_dir
    if self._check_limits(("Files count", count > ZIP_FILECOUNT_LIMIT), ("Central directory offset", offset > ZIP64_LIMIT),
                          ("Central directory size", size > ZIP64_LIMIT)):
      self.fp.write(_END64.pack(_END64_MAGIC, 44, 45, 45, 0, 0, count, count, size, offset))
      self.fp.write(_END64_LOCATOR.pack(_LOCATOR_MAGIC, 0, place, 1))
      count, size, offset = min(count, 0xFFFF), min(size, _FULL), min(offset, _FULL)
    self.fp.write(_END.pack(_END_MAGIC, 0, 0, count, count, size, offset, len(self._comment)) + self._comment)
    if self.mode == "a":
      self.fp.truncate()
    self.fp.flush()

  def _fpclose(self, fp):
    assert self._fileRefCnt > 0
    self._fileRefCnt -= 1
    if not self._fileRefCnt and not self._filePassed:
      fp.close()


def _copy(source, target):
  while data := source.read(1 << 16):
    target.write(data)


class PyZipFile(ZipFile):
  """An archive of modules and packages. They go in as sources, since the interpreter makes no files of bytecode."""

  def __init__(self, file, mode="r", compression=ZIP_STORED, allowZip64=True, optimize=-1):
    super().__init__(file, mode=mode, compression=compression, allowZip64=allowZip64)
    self._optimize = optimize

  def _say(self, *words):
    if self.debug:
      print(*words)

  def writepy(self, pathname, basename="", filterfunc=None):
    """Add a module, a package with its subpackages, or the modules in a folder; filterfunc(path) tells which ones."""
    pathname = os.fspath(pathname)
    is_folder = os.path.isdir(pathname)
    if filterfunc and not filterfunc(pathname):
      self._say("%s %r skipped by filterfunc" % ("path" if is_folder else "file", pathname))
    elif not is_folder:
      if not pathname.endswith(".py"):
        raise RuntimeError('Files added with writepy() must end with ".py"')
      self._write_module(pathname, basename, "Adding file")
    elif os.path.isfile(os.path.join(pathname, "__init__.py")):
      self._write_package(pathname, basename, filterfunc)
    else:
      self._say("Adding files from directory", pathname)
      for name in sorted(os.listdir(pathname)):
        self._write_filtered(os.path.join(pathname, name), basename, filterfunc)

  def _write_package(self, pathname, basename, filterfunc):
    name = os.path.basename(pathname)
    basename = "%s/%s" % (basename, name) if basename else name
    self._say("Adding package in", pathname, "as", basename)
    self._write_module(os.path.join(pathname, "__init__.py"), basename)
    for name in sorted(os.listdir(pathname)):
      path = os.path.join(pathname, name)
      if not os.path.isdir(path):
        if name != "__init__.py":
          self._write_filtered(path, basename, filterfunc)
      elif os.path.isfile(os.path.join(path, "__init__.py")):
        self.writepy(path, basename, filterfunc=filterfunc)

  def _write_filtered(self, path, basename, filterfunc):
    if not path.endswith(".py"):
      return
    if filterfunc and not filterfunc(path):
      self._say("file %r skipped by filterfunc" % path)
    else:
      self._write_module(path, basename)

  def _write_module(self, path, basename, what="Adding"):
    name = os.path.basename(path)
    arcname = "%s/%s" % (basename, name) if basename else name
    self._say(what, arcname)
    self.write(path, arcname)
