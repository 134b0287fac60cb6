"""Paths that ask the file system."""

import os
from errno import EBADF, ELOOP, ENOENT, ENOTDIR

from pathlib._pure import PurePath, PurePosixPath, PureWindowsPath

__name__ = "pathlib"


def _means_absent(error):
  """Whether the error only says that there is no such file."""
  return getattr(error, "errno", None) in (ENOENT, ENOTDIR, EBADF, ELOOP)


class Path(PurePath):
  """A path of this system."""

  __slots__ = ()

  def __new__(cls, *args, **kwargs):
    if cls is Path:
      cls = PosixPath
    elif cls._flavour is not PosixPath._flavour:
      raise NotImplementedError(f"cannot instantiate {cls.__name__!r} on your system")
    return cls._from_args(args)

  def __enter__(self):
    import warnings
    warnings.warn("pathlib.Path.__enter__() is deprecated and scheduled for removal in Python 3.13; Path objects as a context "
                  "manager is a no-op", DeprecationWarning, stacklevel=2)
    return self

  def __exit__(self, t, v, tb):
    pass

  def _child(self, name):
    """The path of a name in this folder."""
    return self._from_parsed(self._drv, self._root, self._parts + [name])

  # Places.

  @classmethod
  def cwd(cls):
    """The current folder."""
    return cls(os.getcwd())

  @classmethod
  def home(cls):
    """The user's home folder."""
    return cls("~").expanduser()

  def absolute(self):
    """The path from the root on; links and ".." stay."""
    return self if self.is_absolute() else self._from_args([os.getcwd()] + self._parts)

  def resolve(self, strict=False):
    """The absolute path without links and "..". With strict=True all of it must exist."""
    try:
      resolved = os.path.realpath(self, strict=strict)
    except OSError as error:
      if error.errno == ELOOP:
        raise RuntimeError(f"Symlink loop from {error.filename!r}")
      raise
    path = self._from_args((resolved,))
    if not strict:
      # realpath() passes over loops; asking for the file finds them.
      try:
        path.stat()
      except OSError as error:
        if error.errno == ELOOP:
          raise RuntimeError(f"Symlink loop from {error.filename!r}")
    return path

  def expanduser(self):
    """The path with a leading ~ or ~user replaced by the home folder."""
    if not (self._drv or self._root) and self._parts and self._parts[0][:1] == "~":
      home = os.path.expanduser(self._parts[0])
      if home[:1] == "~":
        raise RuntimeError("Could not determine home directory.")
      return self._from_args([home] + self._parts[1:])
    return self

  def samefile(self, other_path):
    """Whether both paths lead to one file."""
    other = other_path.stat() if hasattr(other_path, "stat") else self.__class__(other_path).stat()
    return os.path.samestat(self.stat(), other)

  # What is there.

  def stat(self, *, follow_symlinks=True):
    """os.stat() of the path."""
    return os.stat(self, follow_symlinks=follow_symlinks)

  def lstat(self):
    """os.stat() of the path, of the link itself if it is one."""
    return self.stat(follow_symlinks=False)

  def owner(self):
    """The user name of the owner."""
    return _name_of(self.stat().st_uid, "/etc/passwd", "getpwuid(): uid not found: {}")

  def group(self):
    """The name of the group."""
    return _name_of(self.stat().st_gid, "/etc/group", "getgrgid(): gid not found: {}")

  def _has_kind(self, kind, follow_symlinks=True):
    try:
      return os.stat(self, follow_symlinks=follow_symlinks).st_mode & 0o170000 == kind
    except OSError as error:
      if not _means_absent(error):
        raise
      return False
    except ValueError:
      return False

  def exists(self):
    """Whether there is something at the path."""
    try:
      self.stat()
    except OSError as error:
      if not _means_absent(error):
        raise
      return False
    except ValueError:
      return False
    return True

  def is_dir(self):
    """Whether it is a folder."""
    return self._has_kind(0o040000)

  def is_file(self):
    """Whether it is a regular file."""
    return self._has_kind(0o100000)

  def is_symlink(self):
    """Whether it is a symbolic link."""
    return self._has_kind(0o120000, follow_symlinks=False)

  def is_socket(self):
    """Whether it is a socket."""
    return self._has_kind(0o140000)

  def is_fifo(self):
    """Whether it is a named pipe."""
    return self._has_kind(0o010000)

  def is_block_device(self):
    """Whether it is a block device."""
    return self._has_kind(0o060000)

  def is_char_device(self):
    """Whether it is a character device."""
    return self._has_kind(0o020000)

  def is_mount(self):
    """Whether a file system is mounted here."""
    if not self.exists() or not self.is_dir():
      return False
    try:
      parent = self.parent.stat()
    except OSError:
      return False
    status = self.stat()
    return status.st_dev != parent.st_dev or status.st_ino == parent.st_ino

  def iterdir(self):
    """The paths in the folder."""
    for name in os.listdir(self):
      yield self._child(name)

  def glob(self, pattern):
    """The paths below this folder that match the pattern; ** means any number of folders."""
    if not pattern:
      raise ValueError(f"Unacceptable pattern: {pattern!r}")
    drv, root, parts = self._parse_texts((pattern,))
    if drv or root:
      raise NotImplementedError("Non-relative patterns are unsupported")
    if pattern[-1] == "/":
      parts.append("")
    from pathlib._glob import select
    yield from select(self, parts)

  def rglob(self, pattern):
    """glob() with ** before the pattern."""
    drv, root, parts = self._parse_texts((pattern,))
    if drv or root:
      raise NotImplementedError("Non-relative patterns are unsupported")
    if pattern and pattern[-1] == "/":
      parts.append("")
    from pathlib._glob import select
    yield from select(self, ["**"] + parts)

  # Contents.

  def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
    """Opens the file, as open() does."""
    import io
    return io.open(self, mode, buffering, encoding, errors, newline)

  def read_bytes(self):
    """The file as bytes."""
    with self.open("rb") as file:
      return file.read()

  def read_text(self, encoding=None, errors=None):
    """The file as text."""
    with self.open("r", encoding=encoding, errors=errors) as file:
      return file.read()

  def write_bytes(self, data):
    """Replaces the file's contents."""
    view = memoryview(data)
    with self.open("wb") as file:
      return file.write(view)

  def write_text(self, data, encoding=None, errors=None, newline=None):
    """Replaces the file's contents."""
    if not isinstance(data, str):
      raise TypeError(f"data must be str, not {type(data).__name__}")
    with self.open("w", encoding=encoding, errors=errors, newline=newline) as file:
      return file.write(data)

  # Changes.

  def touch(self, mode=0o666, exist_ok=True):
    """Makes an empty file, or sets the time of one that is there."""
    if exist_ok:
      try:
        os.utime(self, None)
        return
      except OSError:
        pass
    flags = os.O_CREAT | os.O_WRONLY
    if not exist_ok:
      flags |= os.O_EXCL
    os.close(os.open(self, flags, mode))

  def mkdir(self, mode=0o777, parents=False, exist_ok=False):
    """Makes a folder."""
    try:
      os.mkdir(self, mode)
    except FileNotFoundError:
      if not parents or self.parent == self:
        raise
      self.parent.mkdir(parents=True, exist_ok=True)
      self.mkdir(mode, parents=False, exist_ok=exist_ok)
    except OSError:
      if not exist_ok or not self.is_dir():
        raise

  def chmod(self, mode, *, follow_symlinks=True):
    """Sets the permissions."""
    os.chmod(self, mode, follow_symlinks=follow_symlinks)

  def lchmod(self, mode):
    """Sets the permissions of a link itself."""
    self.chmod(mode, follow_symlinks=False)

  def unlink(self, missing_ok=False):
    """Removes the file."""
    try:
      os.unlink(self)
    except FileNotFoundError:
      if not missing_ok:
        raise

  def rmdir(self):
    """Removes the empty folder."""
    os.rmdir(self)

  def rename(self, target):
    """Gives the file another path; returns it as a path."""
    os.rename(self, target)
    return self.__class__(target)

  def replace(self, target):
    """Gives the file another path, over what is there; returns it as a path."""
    os.replace(self, target)
    return self.__class__(target)

  def readlink(self):
    """Where the symbolic link points."""
    return self._from_args((os.readlink(self),))

  def symlink_to(self, target, target_is_directory=False):
    """Makes this path a symbolic link to the target."""
    os.symlink(target, self, target_is_directory)

  def hardlink_to(self, target):
    """Makes this path another name of the target."""
    os.link(target, self)

  def link_to(self, target):
    """Makes the target another name of this file (deprecated)."""
    import warnings
    warnings.warn("pathlib.Path.link_to() is deprecated and is scheduled for removal in Python 3.12. Use "
                  "pathlib.Path.hardlink_to() instead.", DeprecationWarning, stacklevel=2)
    self.__class__(target).hardlink_to(self)


def _name_of(number, database, message):
  """The name that a number has in a file of the system's accounts."""
  with open(database) as lines:
    for line in lines:
      fields = line.split(":")
      if len(fields) > 2 and fields[2] == str(number):
        return fields[0]
  raise KeyError(message.format(number))


class PosixPath(Path, PurePosixPath):
  """A path of a POSIX system."""

  __slots__ = ()


class WindowsPath(Path, PureWindowsPath):
  """A path of Windows; it cannot be made here."""

  __slots__ = ()

  def is_mount(self):
    raise NotImplementedError("Path.is_mount() is unsupported on this system")
