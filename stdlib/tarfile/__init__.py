"""Tar archives: reading and writing, plain and compressed by gzip.

>>> import io
>>> buffer = io.BytesIO()
>>> with open(fileobj=buffer, mode="w") as archive:
...   info = TarInfo("greeting.txt")
...   info.size = 5
...   archive.addfile(info, io.BytesIO(b"hello"))
>>> open(fileobj=io.BytesIO(buffer.getvalue())).getnames()
['greeting.txt']
"""

import copy
import io
import os
import stat
import sys
import time
from builtins import open as _open

from ._filters import (AbsoluteLinkError, AbsolutePathError, FilterError, LinkOutsideDestinationError, NAMED_FILTERS as _NAMED_FILTERS,
                       OutsideDestinationError, SpecialFileError, data_filter, fully_trusted_filter, tar_filter)
from ._headers import *
from ._headers import blocks_of as _blocks_of
from ._streams import ExFileObject, _Stream

__all__ = ["TarFile", "TarInfo", "is_tarfile", "TarError", "ReadError", "CompressionError", "StreamError", "ExtractError", "HeaderError",
           "ENCODING", "USTAR_FORMAT", "GNU_FORMAT", "PAX_FORMAT", "DEFAULT_FORMAT", "open"]

version = "0.9.0"
ENCODING = sys.getfilesystemencoding()


class TarFile:
  """An archive that is open."""

  debug = 0
  dereference = False
  ignore_zeros = False
  errorlevel = 1
  format = DEFAULT_FORMAT
  encoding = ENCODING
  errors = None
  tarinfo = TarInfo
  fileobject = ExFileObject
  extraction_filter = None
  OPEN_METH = {"tar": "taropen", "gz": "gzopen", "bz2": "bz2open", "xz": "xzopen"}

  def __init__(self, name=None, mode="r", fileobj=None, format=None, tarinfo=None, dereference=None, ignore_zeros=None, encoding=None,
               errors="surrogateescape", pax_headers=None, debug=None, errorlevel=None, copybufsize=None):
    _require_mode(mode)
    self._extfileobj = fileobj is not None  # it is the caller's to close
    if self._extfileobj:
      own_name = getattr(fileobj, "name", None)
      if name is None and isinstance(own_name, (str, bytes)):
        name = own_name
      self._mode = getattr(fileobj, "mode", _FILE_MODES[mode])
    else:
      # There is nothing to append to: the archive begins.
      mode = "w" if mode == "a" and not os.path.exists(name) else mode
      self._mode = _FILE_MODES[mode]
      fileobj = _open(name, self._mode)
    self.mode, self.fileobj = mode, fileobj
    self.name = os.path.abspath(name) if name else None
    for attribute, value in (("format", format), ("tarinfo", tarinfo), ("dereference", dereference), ("ignore_zeros", ignore_zeros),
                             ("encoding", encoding), ("debug", debug), ("errorlevel", errorlevel)):
      if value is not None:
        setattr(self, attribute, value)
    self.errors = errors
    self.pax_headers = pax_headers if pax_headers is not None and self.format == PAX_FORMAT else {}
    self.copybufsize = copybufsize or 16 * 1024
    self.closed = False
    self.members = []
    self._loaded = False
    self.offset = self.fileobj.tell()
    self.inodes = {}  # of what was added: the name that a further link to it refers to
    try:
      self._begin()
    except:
      if not self._extfileobj:
        self.fileobj.close()
      self.closed = True
      raise

  def _begin(self):
    if self.mode == "r":
      self.firstmember = None
      self.firstmember = self.next()
    elif self.mode == "a":
      # Members are written over the zeros at the end.
      while True:
        self.fileobj.seek(self.offset)
        try:
          self.members.append(self.tarinfo.fromtarfile(self))
        except EOFHeaderError:
          self.fileobj.seek(self.offset)
          break
        except HeaderError as error:
          raise ReadError(str(error)) from None
    if self.mode in ("a", "w", "x"):
      self._loaded = True
      if self.pax_headers:
        block = self.tarinfo.create_pax_global_header(self.pax_headers.copy())
        self.fileobj.write(block)
        self.offset += len(block)

  # Opening.

  @classmethod
  def open(cls, name=None, mode="r", fileobj=None, bufsize=RECORDSIZE, **kwargs):
    """An archive; the compression is in the mode: "r", "r:gz", "w:gz", "r|" for a stream..."""
    if not name and not fileobj:
      raise ValueError("nothing to open")
    if mode in ("r", "r:*"):
      return cls._open_anything(name, fileobj, kwargs)
    for separator in ":|":
      access, found, compression = mode.partition(separator)
      if not found:
        continue
      access, compression = access or "r", compression or "tar"
      if separator == "|":
        return cls._open_stream(name, access, compression, fileobj, bufsize, kwargs)
      if compression not in cls.OPEN_METH:
        raise CompressionError(f"unknown compression type {compression!r}")
      return getattr(cls, cls.OPEN_METH[compression])(name, access, fileobj, **kwargs)
    if mode not in _FILE_MODES:
      raise ValueError("undiscernible mode")
    return cls.taropen(name, mode, fileobj, **kwargs)

  @classmethod
  def _open_stream(cls, name, access, compression, fileobj, bufsize, kwargs):
    if access not in ("r", "w"):
      raise ValueError("mode must be 'r' or 'w'")
    stream = _Stream(name, access, compression, fileobj, bufsize, kwargs.pop("compresslevel", 9))
    try:
      archive = cls(name, access, stream, **kwargs)
    except:
      stream.close()
      raise
    archive._extfileobj = False
    return archive

  @classmethod
  def _open_anything(cls, name, fileobj, kwargs):
    start = fileobj.tell() if fileobj is not None else 0
    messages = []
    for comptype in sorted(cls.OPEN_METH, key=lambda comptype: cls.OPEN_METH[comptype] == "taropen"):
      try:
        return getattr(cls, cls.OPEN_METH[comptype])(name, "r", fileobj, **kwargs)
      except (ReadError, CompressionError) as error:
        messages.append(f"- method {comptype}: {error!r}")
        if fileobj is not None:
          fileobj.seek(start)
    raise ReadError("file could not be opened successfully:\n" + "\n".join(messages))

  @classmethod
  def taropen(cls, name, mode="r", fileobj=None, **kwargs):
    """An archive without compression."""
    _require_mode(mode)
    return cls(name, mode, fileobj, **kwargs)

  @classmethod
  def gzopen(cls, name, mode="r", fileobj=None, compresslevel=9, **kwargs):
    """An archive compressed by gzip."""
    if mode not in ("r", "w", "x"):
      raise ValueError("mode must be 'r', 'w' or 'x'")
    from gzip import GzipFile
    fileobj = GzipFile(name, mode + "b", compresslevel, fileobj)
    try:
      archive = cls.taropen(name, mode, fileobj, **kwargs)
    except (OSError, EOFError) as error:
      fileobj.close()
      if mode == "r":
        raise ReadError("not a gzip file") from error
      raise
    except:
      fileobj.close()
      raise
    archive._extfileobj = False
    return archive

  @classmethod
  def bz2open(cls, name, mode="r", fileobj=None, compresslevel=9, **kwargs):
    """Needs module bz2, which is not there."""
    if mode not in ("r", "w", "x"):
      raise ValueError("mode must be 'r', 'w' or 'x'")
    raise CompressionError("bz2 module is not available") from None

  @classmethod
  def xzopen(cls, name, mode="r", fileobj=None, preset=None, **kwargs):
    """Needs module lzma, which is not there."""
    if mode not in ("r", "w", "x"):
      raise ValueError("mode must be 'r', 'w' or 'x'")
    raise CompressionError("lzma module is not available") from None

  def close(self):
    """Ends the archive: two blocks of zeros, and more up to a whole record."""
    if self.closed:
      return
    self.closed = True
    try:
      if self.mode in ("a", "w", "x"):
        self.fileobj.write(NUL * (BLOCKSIZE * 2))
        self.offset += BLOCKSIZE * 2
        if rest := self.offset % RECORDSIZE:
          self.fileobj.write(NUL * (RECORDSIZE - rest))
    finally:
      if not self._extfileobj:
        self.fileobj.close()

  # Reading.

  def getmember(self, name):
    """The last member of that name."""
    found = self._getmember(name.rstrip("/"))
    if found is None:
      raise KeyError("filename %r not found" % name)
    return found

  def getmembers(self):
    """All members in their order."""
    self._check()
    if not self._loaded:
      self._load()
    return self.members

  def getnames(self):
    """The names of all members."""
    return [member.name for member in self.getmembers()]

  def next(self):
    """The next member while the archive is read; None at its end."""
    self._check("ra")
    if self.firstmember is not None:
      member, self.firstmember = self.firstmember, None
      return member
    if self.offset != self.fileobj.tell():
      if self.offset == 0:
        return None
      self.fileobj.seek(self.offset - 1)
      if not self.fileobj.read(1):
        raise ReadError("unexpected end of data")
    member = self._read_member()
    if member is None:
      self._loaded = True
    else:
      self.members.append(member)
    return member

  def _read_member(self):
    while True:
      try:
        return self.tarinfo.fromtarfile(self)
      except EOFHeaderError as error:
        self._dbg(2, "0x%X: %s" % (self.offset, error))
        if not self.ignore_zeros:
          return None
        self.offset += BLOCKSIZE
      except InvalidHeaderError as error:
        self._dbg(2, "0x%X: %s" % (self.offset, error))
        if self.ignore_zeros:
          self.offset += BLOCKSIZE
        elif self.offset == 0:
          raise ReadError(str(error)) from None
        else:
          return None
      except EmptyHeaderError:
        if self.offset == 0:
          raise ReadError("empty file") from None
        return None
      except TruncatedHeaderError as error:
        if self.offset == 0:
          raise ReadError(str(error)) from None
        return None
      except SubsequentHeaderError as error:
        raise ReadError(str(error)) from None
      except Exception as error:
        import zlib
        if isinstance(error, zlib.error):
          raise ReadError(f"zlib error: {error}") from None
        raise

  def _load(self):
    while self.next() is not None:
      pass
    self._loaded = True

  def _getmember(self, name, before=None):
    """The last member of that name, of those before a member if one is given."""
    members = self.getmembers()
    if before is not None:
      members = members[:next((at for at, member in enumerate(members) if member.offset == before.offset), len(members))]
    return next((member for member in reversed(members) if member.name == name), None)

  def __iter__(self):
    """The members one by one, as they are read."""
    if self._loaded:
      yield from self.members
      return
    at = 0
    if self.firstmember is not None:
      member = self.next()
      at += 1
      yield member
    while True:
      if at < len(self.members):
        member = self.members[at]
      elif not self._loaded:
        member = self.next()
        if member is None:
          return
      else:
        return
      at += 1
      yield member

  def list(self, verbose=True, *, members=None):
    """Prints the members as `ls -l` does, or the names only."""
    for member in self if members is None else members:
      parts = []
      if verbose:
        parts.append("??????????" if member.mode is None else stat.filemode(member.mode))
        parts.append("%s/%s" % (member.uname or member.uid, member.gname or member.gid))
        parts.append("%10s" % ("%d,%d" % (member.devmajor, member.devminor) if member.ischr() or member.isblk() else "%d" % member.size))
        parts.append("????-??-?? ??:??:??" if member.mtime is None else "%d-%02d-%02d %02d:%02d:%02d" % time.localtime(member.mtime)[:6])
      parts.append(member.name + ("/" if member.isdir() else ""))
      if verbose and member.issym():
        parts.append("-> " + member.linkname)
      if verbose and member.islnk():
        parts.append("link to " + member.linkname)
      print(*[part.encode(sys.stdout.encoding or ENCODING, "backslashreplace").decode(sys.stdout.encoding or ENCODING) for part in parts], end=" \n")

  def extractfile(self, member):
    """The data of a member as a file; None for what has no data."""
    self._check("r")
    tarinfo = self.getmember(member) if isinstance(member, str) else member
    if tarinfo.isreg() or tarinfo.type not in SUPPORTED_TYPES:
      return self.fileobject(self, tarinfo)
    if tarinfo.islnk() or tarinfo.issym():
      if isinstance(self.fileobj, _Stream):
        raise StreamError("cannot extract (sym)link as file object")
      return self.extractfile(self._find_link_target(tarinfo))
    return None

  def _find_link_target(self, tarinfo):
    if tarinfo.issym():
      name, before = "/".join(filter(None, (os.path.dirname(tarinfo.name), tarinfo.linkname))), None
    else:
      name, before = tarinfo.linkname, tarinfo
    member = self._getmember(os.path.normpath(name), before) or self._getmember(name, before)
    if member is None:
      raise KeyError("linkname %r not found" % name)
    return member

  # Extraction.

  def extractall(self, path=".", members=None, *, numeric_owner=False, filter=None):
    """Extracts all members, or those given; folders get their attributes at the end."""
    directories = []
    accepted = self._get_filter_function(filter)
    for member in self if members is None else members:
      tarinfo = self._filtered(member, accepted, path)
      if tarinfo is None:
        continue
      if tarinfo.isdir():
        directories.append(tarinfo)
      self._extract_one(tarinfo, path, not tarinfo.isdir(), numeric_owner)
    for tarinfo in sorted(directories, key=lambda directory: directory.name, reverse=True):
      target = os.path.join(path, tarinfo.name)
      try:
        self._set_attributes(tarinfo, target, numeric_owner)
      except ExtractError as error:
        self._handle_nonfatal_error(error)

  def extract(self, member, path="", set_attrs=True, *, numeric_owner=False, filter=None):
    """Extracts one member, given by its name or its TarInfo."""
    tarinfo = self._filtered(member, self._get_filter_function(filter), path)
    if tarinfo is not None:
      self._extract_one(tarinfo, path, set_attrs, numeric_owner)

  def _get_filter_function(self, filter):
    if filter is None:
      filter = self.extraction_filter
      if filter is None:
        return fully_trusted_filter
      if isinstance(filter, str):
        raise TypeError("String names are not supported for TarFile.extraction_filter. Use a function such as tarfile.data_filter directly.")
      return filter
    if callable(filter):
      return filter
    try:
      return _NAMED_FILTERS[filter]
    except KeyError:
      raise ValueError(f"filter {filter!r} not found") from None

  def _filtered(self, member, accepted, path):
    """What a filter makes of a member, or None."""
    tarinfo = self.getmember(member) if isinstance(member, str) else member
    original = tarinfo
    try:
      tarinfo = accepted(tarinfo, path)
    except (OSError, FilterError) as error:
      self._handle_fatal_error(error)
      return None  # what a filter refuses is not extracted, whatever the error level
    except ExtractError as error:
      self._handle_nonfatal_error(error)
    if tarinfo is None:
      self._dbg(2, f"tarfile: Excluded {original.name}")
      return None
    if tarinfo.islnk():
      tarinfo = copy.copy(tarinfo)
      tarinfo._link_target = os.path.join(path, tarinfo.linkname)
    return tarinfo

  def _extract_one(self, tarinfo, path, set_attrs, numeric_owner):
    self._check("r")
    try:
      self._extract_member(tarinfo, os.path.join(path, tarinfo.name), set_attrs=set_attrs, numeric_owner=numeric_owner)
    except OSError as error:
      self._handle_fatal_error(error)
    except ExtractError as error:
      self._handle_nonfatal_error(error)

  def _handle_nonfatal_error(self, error):
    if self.errorlevel > 1:
      raise
    self._dbg(1, "tarfile: %s" % error)

  def _handle_fatal_error(self, error):
    if self.errorlevel > 0:
      raise
    if isinstance(error, OSError) and error.filename is not None:
      self._dbg(1, "tarfile: %s %r" % (error.strerror, error.filename))
    elif isinstance(error, OSError):
      self._dbg(1, "tarfile: %s" % error.strerror)
    else:
      self._dbg(1, "tarfile: %s %s" % (type(error).__name__, error))

  def _extract_member(self, tarinfo, targetpath, set_attrs=True, numeric_owner=False):
    targetpath = targetpath.rstrip("/")
    folder = os.path.dirname(targetpath)
    if folder and not os.path.exists(folder):
      os.makedirs(folder, exist_ok=True)
    self._dbg(1, f"{tarinfo.name} -> {tarinfo.linkname}" if tarinfo.islnk() or tarinfo.issym() else tarinfo.name)
    if tarinfo.isreg():
      self.makefile(tarinfo, targetpath)
    elif tarinfo.isdir():
      self.makedir(tarinfo, targetpath)
    elif tarinfo.isfifo():
      self.makefifo(tarinfo, targetpath)
    elif tarinfo.ischr() or tarinfo.isblk():
      self.makedev(tarinfo, targetpath)
    elif tarinfo.islnk() or tarinfo.issym():
      self.makelink(tarinfo, targetpath)
    elif tarinfo.type not in SUPPORTED_TYPES:
      self.makeunknown(tarinfo, targetpath)
    else:
      self.makefile(tarinfo, targetpath)
    if set_attrs:
      self._set_attributes(tarinfo, targetpath, numeric_owner)

  def _set_attributes(self, tarinfo, targetpath, numeric_owner):
    self.chown(tarinfo, targetpath, numeric_owner)
    if not tarinfo.issym():
      self.chmod(tarinfo, targetpath)
      self.utime(tarinfo, targetpath)

  def makedir(self, tarinfo, targetpath):
    try:
      os.mkdir(targetpath, *(() if tarinfo.mode is None else (0o700,)))
    except FileExistsError:
      if not os.path.isdir(targetpath):
        raise

  def makefile(self, tarinfo, targetpath):
    source = self.fileobj
    source.seek(tarinfo.offset_data)
    with _open(targetpath, "wb") as target:
      if tarinfo.sparse is None:
        _copy_exactly(source, target, tarinfo.size, self.copybufsize)
        return
      for offset, size in tarinfo.sparse:
        target.seek(offset)
        _copy_exactly(source, target, size, self.copybufsize)
      target.seek(tarinfo.size)
      target.truncate()

  def makeunknown(self, tarinfo, targetpath):
    self.makefile(tarinfo, targetpath)
    self._dbg(1, "tarfile: Unknown file type %r, extracted as regular file." % tarinfo.type)

  def makefifo(self, tarinfo, targetpath):
    os.mkfifo(targetpath)

  def makedev(self, tarinfo, targetpath):
    mode = 0o600 if tarinfo.mode is None else tarinfo.mode
    os.mknod(targetpath, mode | (stat.S_IFBLK if tarinfo.isblk() else stat.S_IFCHR), os.makedev(tarinfo.devmajor, tarinfo.devminor))

  def makelink(self, tarinfo, targetpath):
    if tarinfo.issym():
      if os.path.lexists(targetpath):
        os.unlink(targetpath)
      os.symlink(tarinfo.linkname, targetpath)
    elif os.path.exists(tarinfo._link_target):
      if os.path.lexists(targetpath):
        os.unlink(targetpath)
      os.link(tarinfo._link_target, targetpath)
    else:
      self._extract_member(self._find_link_target(tarinfo), targetpath)

  def chown(self, tarinfo, targetpath, numeric_owner):
    """Sets the owner, by name where the name is known here; only the superuser can."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
      return
    import grp
    import pwd
    user, group = tarinfo.uid, tarinfo.gid
    if not numeric_owner:
      try:
        user = pwd.getpwnam(tarinfo.uname).pw_uid if tarinfo.uname else user
      except KeyError:
        pass
      try:
        group = grp.getgrnam(tarinfo.gname).gr_gid if tarinfo.gname else group
      except KeyError:
        pass
    try:
      os.chown(targetpath, -1 if user is None else user, -1 if group is None else group, follow_symlinks=not tarinfo.issym())
    except OSError as error:
      raise ExtractError("could not change owner") from error

  def chmod(self, tarinfo, targetpath):
    if tarinfo.mode is None:
      return
    try:
      os.chmod(targetpath, tarinfo.mode)
    except OSError as error:
      raise ExtractError("could not change mode") from error

  def utime(self, tarinfo, targetpath):
    if tarinfo.mtime is None:
      return
    try:
      os.utime(targetpath, (tarinfo.mtime, tarinfo.mtime))
    except OSError as error:
      raise ExtractError("could not change modification time") from error

  # Writing.

  def gettarinfo(self, name=None, arcname=None, fileobj=None):
    """The TarInfo of a file, by its name or of one that is open."""
    self._check("awx")
    if fileobj is not None:
      name = fileobj.name
    arcname = os.fspath(name if arcname is None else arcname).lstrip("/")
    tarinfo = self.tarinfo()
    tarinfo.tarfile = self
    status = os.fstat(fileobj.fileno()) if fileobj is not None else os.lstat(name) if not self.dereference else os.stat(name)
    kind = stat.S_IFMT(status.st_mode)
    linkname = ""
    if kind == stat.S_IFREG:
      inode = status.st_ino, status.st_dev
      if not self.dereference and status.st_nlink > 1 and inode in self.inodes and arcname != self.inodes[inode]:
        tarinfo.type, linkname = LNKTYPE, self.inodes[inode]
      else:
        tarinfo.type = REGTYPE
        if inode[0]:
          self.inodes[inode] = arcname
    elif kind in _TYPES_OF_KINDS:
      tarinfo.type = _TYPES_OF_KINDS[kind]
      linkname = os.readlink(name) if kind == stat.S_IFLNK else ""
    else:
      return None
    tarinfo.name = arcname
    tarinfo.mode, tarinfo.uid, tarinfo.gid, tarinfo.mtime = status.st_mode, status.st_uid, status.st_gid, status.st_mtime
    tarinfo.size = status.st_size if tarinfo.isreg() else 0
    tarinfo.linkname = linkname
    import grp
    import pwd
    try:
      tarinfo.uname = pwd.getpwuid(tarinfo.uid).pw_name
    except KeyError:
      pass
    try:
      tarinfo.gname = grp.getgrgid(tarinfo.gid).gr_name
    except KeyError:
      pass
    if tarinfo.ischr() or tarinfo.isblk():
      tarinfo.devmajor, tarinfo.devminor = os.major(status.st_rdev), os.minor(status.st_rdev)
    return tarinfo

  def add(self, name, arcname=None, recursive=True, *, filter=None):
    """Adds a file, or a folder with all that is in it; filter(tarinfo) may change or refuse members."""
    self._check("awx")
    if self.name is not None and self.name == os.path.abspath(name):
      return self._dbg(2, f"tarfile: Skipped {name!r}")
    self._dbg(1, name)
    stored_as = name if arcname is None else arcname
    member = self._member_for(name, stored_as, filter)
    if member is None:
      return
    if member.isreg():
      with _open(name, "rb") as data:
        self.addfile(member, data)
    else:
      self.addfile(member)
    if recursive and member.isdir():
      for entry in sorted(os.listdir(name)):
        self.add(os.path.join(name, entry), os.path.join(stored_as, entry), recursive, filter=filter)

  def _member_for(self, name, stored_as, filter):
    """What add() writes of a file; None: nothing."""
    member = self.gettarinfo(name, stored_as)
    if member is None:
      self._dbg(1, f"tarfile: Unsupported type {name!r}")
    elif filter is not None:
      member = filter(member)
      if member is None:
        self._dbg(2, f"tarfile: Excluded {name!r}")
    return member

  def addfile(self, tarinfo, fileobj=None):
    """Adds a member with the data of a file: as much as the TarInfo says."""
    self._check("awx")
    tarinfo = copy.copy(tarinfo)
    block = tarinfo.tobuf(self.format, self.encoding, self.errors)
    self.fileobj.write(block)
    self.offset += len(block)
    if fileobj is not None:
      _copy_exactly(fileobj, self.fileobj, tarinfo.size, self.copybufsize, OSError)
      self.fileobj.write(NUL * (-tarinfo.size % BLOCKSIZE))
      self.offset += _blocks_of(tarinfo.size)
    self.members.append(tarinfo)

  def _check(self, mode=None):
    if self.closed:
      raise OSError("%s is closed" % self.__class__.__name__)
    if mode is not None and self.mode not in mode:
      raise OSError("bad operation for mode %r" % self.mode)

  def _dbg(self, level, message):
    if self.debug >= level:
      print(message, file=sys.stderr)

  def __enter__(self):
    self._check()
    return self

  def __exit__(self, *exc_info):
    if exc_info[0] is None:
      return self.close()
    # What is not complete does not look as if it were.
    self.closed = True
    if not self._extfileobj:
      self.fileobj.close()


_FILE_MODES = {"r": "rb", "a": "r+b", "w": "wb", "x": "xb"}


def _require_mode(mode):
  if mode not in _FILE_MODES:
    raise ValueError("mode must be 'r', 'a', 'w' or 'x'")


_TYPES_OF_KINDS = {stat.S_IFDIR: DIRTYPE, stat.S_IFIFO: FIFOTYPE, stat.S_IFLNK: SYMTYPE, stat.S_IFCHR: CHRTYPE, stat.S_IFBLK: BLKTYPE}


def _copy_exactly(source, target, length, bufsize, error=ReadError):
  """Copies so many bytes, or tells that there are less."""
  while length:
    data = source.read(min(length, bufsize))
    if not data:
      raise error("unexpected end of data")
    target.write(data)
    length -= len(data)


def is_tarfile(name):
  """Whether a file, by its name or open, is an archive that open() can read."""
  try:
    if hasattr(name, "read"):
      place = name.tell()
      open(fileobj=name).close()
      name.seek(place)
    else:
      open(name).close()
    return True
  except TarError:
    return False


open = TarFile.open


def main():
  """The command line of the module."""
  from tarfile._command import main
  main()
