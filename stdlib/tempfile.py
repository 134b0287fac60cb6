"""Temporary files and folders with names that nobody else uses.

>>> with TemporaryFile("w+") as file:
...   _ = file.write("text")
...   _ = file.seek(0)
...   file.read()
'text'
"""

import errno
import io
import os

__all__ = ["NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile", "TemporaryDirectory", "mkstemp", "mkdtemp", "mktemp", "TMP_MAX",
           "gettempprefix", "tempdir", "gettempdir", "gettempprefixb", "gettempdirb"]

TMP_MAX = 238328
template = "tmp"
tempdir = None

_CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789_"


def _get_candidate_names():
  for _ in range(TMP_MAX):
    yield "".join([_CHARACTERS[byte % len(_CHARACTERS)] for byte in os.urandom(8)])


def gettempprefix():
  """What the names begin with."""
  return template


def gettempprefixb():
  """gettempprefix() as bytes."""
  return os.fsencode(template)


def gettempdir():
  """The folder for temporary files."""
  global tempdir
  if tempdir is None:
    tempdir = _find_folder()
  return os.fsdecode(tempdir)


def gettempdirb():
  """gettempdir() as bytes."""
  return os.fsencode(gettempdir())


def _find_folder():
  """The first folder in which a file can be made."""
  folders = [os.environ[name] for name in ("TMPDIR", "TEMP", "TMP") if os.environ.get(name)]
  folders += ["/tmp", "/var/tmp", "/usr/tmp"]
  try:
    folders.append(os.getcwd())
  except OSError:
    folders.append(os.curdir)
  for folder in folders:
    if folder != os.curdir:
      folder = os.path.abspath(folder)
    for name in _get_candidate_names():
      path = os.path.join(folder, name)
      try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        os.unlink(path)
        return folder
      except FileExistsError:
        continue
      except OSError:
        break
  raise FileNotFoundError(errno.ENOENT, f"No usable temporary directory found in {folders}")


def _sanitize(prefix, suffix, dir):
  """The three parts of a name in one type: str, or bytes when one of them is bytes."""
  kind = None
  for arg in (dir, prefix, suffix):
    if arg is None:
      continue
    if isinstance(arg, os.PathLike):
      arg = os.fspath(arg)
    this = bytes if isinstance(arg, bytes) else str
    if kind is not None and kind is not this:
      raise TypeError("Can't mix bytes and non-bytes in path components.")
    kind = this
  if kind is None:
    kind = str if tempdir is None or isinstance(tempdir, str) else bytes
  if suffix is None:
    suffix = kind()
  if prefix is None:
    prefix = template if kind is str else os.fsencode(template)
  if dir is None:
    dir = gettempdir() if kind is str else gettempdirb()
  return prefix, suffix, dir, kind


def _make(prefix, suffix, dir, what, create):
  """Tries names until create(path) meets none that is there; (path, what create() gave)."""
  prefix, suffix, dir, kind = _sanitize(prefix, suffix, dir)
  for name in _get_candidate_names():
    path = os.path.join(dir, prefix + (name if kind is str else os.fsencode(name)) + suffix)
    try:
      return os.path.abspath(path), create(path)
    except FileExistsError:
      pass
  raise FileExistsError(errno.EEXIST, f"No usable temporary {what} name found")


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
  """Makes a file that only the user can read and write; (descriptor, path)."""
  path, fd = _make(prefix, suffix, dir, "file", lambda path: os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
  return fd, path


def mkdtemp(suffix=None, prefix=None, dir=None):
  """Makes a folder that only the user can enter; its path."""
  return _make(prefix, suffix, dir, "directory", lambda path: os.mkdir(path, 0o700))[0]


def mktemp(suffix="", prefix=template, dir=None):
  """A path that is not there now; another program may take it before you do."""
  if dir is None:
    dir = gettempdir()
  for name in _get_candidate_names():
    path = os.path.join(dir, prefix + name + suffix)
    if not os.path.lexists(path):
      return path
  raise FileExistsError(errno.EEXIST, "No usable temporary filename found")


class _TemporaryFileCloser:
  """Closes a file and removes it, once; also when the wrapper is collected."""

  close_called = False

  def __init__(self, file, name, delete=True):
    self.file = file
    self.name = name
    self.delete = delete

  def close(self):
    if not self.close_called and self.file is not None:
      self.close_called = True
      try:
        self.file.close()
      finally:
        if self.delete:
          os.unlink(self.name)

  def __del__(self):
    try:
      self.close()
    except FileNotFoundError:
      # Collected late, perhaps after its folder.
      pass


class _TemporaryFileWrapper:
  """The file object of NamedTemporaryFile(): closing it removes the file."""

  def __init__(self, file, name, delete=True):
    self.file = file
    self.name = name
    self.delete = delete
    self._closer = _TemporaryFileCloser(file, name, delete)

  def __getattr__(self, name):
    file = self.__dict__["file"]
    value = getattr(file, name)
    if not isinstance(value, int) and callable(value):
      # The bound function must keep the wrapper alive, which would remove the file otherwise.
      method, closer = value, self._closer

      def value(*args, **kwargs):
        closer
        return method(*args, **kwargs)
      value.__name__ = name
    if not isinstance(value, int):
      setattr(self, name, value)
    return value

  def __enter__(self):
    self.file.__enter__()
    return self

  def __exit__(self, exc, value, tb):
    result = self.file.__exit__(exc, value, tb)
    self.close()
    return result

  def close(self):
    """Closes the file and removes it."""
    self._closer.close()

  def __iter__(self):
    for line in self.file:
      yield line


def _close_left(fd):
  """Closes a descriptor for which no file could be made; a refused encoding has closed it already."""
  try:
    os.close(fd)
  except OSError:
    pass


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True, *,
                       errors=None):
  """A temporary file with a name; it is removed when it is closed."""
  fd, name = mkstemp(suffix, prefix, dir)
  try:
    file = io.open(name, mode, buffering=buffering, encoding=encoding, errors=errors, newline=newline, opener=lambda *_: fd)
    return _TemporaryFileWrapper(file, name, delete)
  except BaseException:
    os.unlink(name)
    _close_left(fd)
    raise


def TemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *, errors=None):
  """A temporary file without a name."""
  fd, name = mkstemp(suffix, prefix, dir)
  try:
    os.unlink(name)
    return io.open(fd, mode, buffering=buffering, encoding=encoding, errors=errors, newline=newline)
  except BaseException:
    _close_left(fd)
    raise


class SpooledTemporaryFile(io.IOBase):
  """A file in memory that moves to the disk when it grows over max_size, or when fileno() is called."""

  _rolled = False
  __class_getitem__ = classmethod(type(list[int]))

  def __init__(self, max_size=0, mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *, errors=None):
    if "b" in mode:
      self._file = io.BytesIO()
    else:
      self._file = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors=errors, newline=newline)
    self._max_size = max_size
    self._arguments = {"mode": mode, "buffering": buffering, "suffix": suffix, "prefix": prefix, "encoding": encoding, "newline": newline,
                       "dir": dir, "errors": errors}

  def _check(self, file):
    if not self._rolled and self._max_size and file.tell() > self._max_size:
      self.rollover()

  def rollover(self):
    """Moves the contents to a file on the disk."""
    if self._rolled:
      return
    file = self._file
    new_file = TemporaryFile(**self._arguments)
    position = file.tell()
    if hasattr(new_file, "buffer"):
      file.flush()
      new_file.buffer.write(file.detach().getvalue())
    else:
      new_file.write(file.getvalue())
    new_file.seek(position, 0)
    self._file = new_file
    self._arguments = None
    self._rolled = True

  def __enter__(self):
    if self._file.closed:
      raise ValueError("Cannot enter context with closed file")
    return self

  def __exit__(self, exc, value, tb):
    self._file.close()

  def __iter__(self):
    return iter(self._file)

  def __del__(self):
    if not self.closed:
      self.close()

  def __next__(self):
    return next(self._file)

  def close(self):
    self._file.close()

  @property
  def closed(self):
    return self._file.closed

  @property
  def encoding(self):
    return self._file.encoding

  @property
  def errors(self):
    return self._file.errors

  @property
  def newlines(self):
    return self._file.newlines

  @property
  def mode(self):
    try:
      return self._file.mode
    except AttributeError:
      return self._arguments["mode"]

  @property
  def name(self):
    try:
      return self._file.name
    except AttributeError:
      return None

  def fileno(self):
    self.rollover()
    return self._file.fileno()

  def flush(self):
    self._file.flush()

  def isatty(self):
    return self._file.isatty()

  def read(self, *args):
    return self._file.read(*args)

  def read1(self, *args):
    return self._file.read1(*args)

  def readinto(self, buffer):
    return self._file.readinto(buffer)

  def readinto1(self, buffer):
    return self._file.readinto1(buffer)

  def readline(self, *args):
    return self._file.readline(*args)

  def readlines(self, *args):
    return self._file.readlines(*args)

  def readable(self):
    return self._file.readable()

  def writable(self):
    return self._file.writable()

  def seekable(self):
    return self._file.seekable()

  def seek(self, *args):
    return self._file.seek(*args)

  def tell(self):
    return self._file.tell()

  def detach(self):
    return self._file.detach()

  def truncate(self, size=None):
    if size is None:
      return self._file.truncate()
    if size > self._max_size:
      self.rollover()
    return self._file.truncate(size)

  def write(self, data):
    result = self._file.write(data)
    self._check(self._file)
    return result

  def writelines(self, lines):
    result = self._file.writelines(lines)
    self._check(self._file)
    return result


class TemporaryDirectory:
  """A temporary folder that is removed with all it contains, at the end of `with` or by cleanup()."""

  def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False):
    import weakref
    self.name = mkdtemp(suffix, prefix, dir)
    self._ignore_cleanup_errors = ignore_cleanup_errors
    self._finalizer = weakref.finalize(self, self._cleanup, self.name, warn_message=f"Implicitly cleaning up {self!r}",
                                       ignore_errors=ignore_cleanup_errors)

  @staticmethod
  def _rmtree(name, ignore_errors=False):
    import shutil

    def onerror(function, path, exc_info):
      if issubclass(exc_info[0], PermissionError):
        # A file or folder whose permissions are in the way: they are changed for a second try.
        for place in (os.path.dirname(path), path):
          try:
            os.chmod(place, 0o700)
          except FileNotFoundError:
            pass
        try:
          os.unlink(path)
        except IsADirectoryError:
          TemporaryDirectory._rmtree(path, ignore_errors)
        except FileNotFoundError:
          pass
      elif not issubclass(exc_info[0], FileNotFoundError) and not ignore_errors:
        raise

    shutil.rmtree(name, onerror=onerror)

  @classmethod
  def _cleanup(cls, name, warn_message, ignore_errors=False):
    import warnings
    cls._rmtree(name, ignore_errors)
    warnings.warn(warn_message, ResourceWarning)

  def __repr__(self):
    return f"<{type(self).__name__} {self.name!r}>"

  def __enter__(self):
    return self.name

  def __exit__(self, exc, value, tb):
    self.cleanup()

  def cleanup(self):
    """Removes the folder."""
    if self._finalizer.detach() or os.path.exists(self.name):
      self._rmtree(self.name, self._ignore_cleanup_errors)

  __class_getitem__ = classmethod(lambda cls, item: __import__("types").GenericAlias(cls, item))
