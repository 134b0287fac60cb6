"""zipfile.Path: the members of an archive as paths."""

import io
import pathlib
import posixpath
from zipfile import ZipFile, ZipInfo


def _folders(name):
  """The folders that a member lies in, from the inside out."""
  name = name.rstrip("/")
  while name := posixpath.dirname(name).rstrip("/"):
    yield name + "/"


class CompleteDirs(ZipFile):
  """An archive that also lists the folders which are only implied by the names of members."""
  __module__ = "zipfile"

  @staticmethod
  def _implied_dirs(names):
    present = set(names)
    return dict.fromkeys(folder for name in names for folder in _folders(name) if folder not in present)

  def namelist(self):
    names = super().namelist()
    return names + list(self._implied_dirs(names))

  def _name_set(self):
    return set(self.namelist())

  def resolve_dir(self, name):
    """The name, with a slash if it is that of a folder."""
    names = self._name_set()
    return name + "/" if name not in names and name + "/" in names else name

  def getinfo(self, name):
    try:
      return super().getinfo(name)
    except KeyError:
      if not name.endswith("/") or name not in self._name_set():
        raise
      return ZipInfo(filename=name)

  @classmethod
  def make(cls, source):
    """Such an archive of a file name, or of an archive, which changes its class."""
    if isinstance(source, CompleteDirs):
      return source
    if not isinstance(source, ZipFile):
      return cls(source)
    source.__class__ = cls if "r" in source.mode else CompleteDirs
    return source


class FastLookup(CompleteDirs):
  """The same for archives that do not change: the names are collected once."""
  __module__ = "zipfile"

  def namelist(self):
    if not hasattr(self, "_names"):
      self._names = super().namelist()
    return self._names

  def _name_set(self):
    if not hasattr(self, "_lookup"):
      self._lookup = super()._name_set()
    return self._lookup


def _with_encoding(encoding=None, *args, **kwargs):
  return io.text_encoding(encoding, 3), args, kwargs


class Path:
  """A member or a folder of an archive, with methods like those of pathlib.Path.

  >>> import io, zipfile
  >>> archive = zipfile.ZipFile(io.BytesIO(), "w")
  >>> archive.writestr("folder/name.txt", "text")
  >>> archive.filename = "an.zip"
  >>> path = zipfile.Path(archive) / "folder" / "name.txt"
  >>> path, path.name, path.parent, path.exists()
  (Path('an.zip', 'folder/name.txt'), 'name.txt', Path('an.zip', 'folder/'), True)
  """
  __module__ = "zipfile"

  def __init__(self, root, at=""):
    self.root = FastLookup.make(root)
    self.at = at

  def open(self, mode="r", *args, pwd=None, **kwargs):
    """The member as a file of text, or of bytes with a mode "rb" or "wb"."""
    if self.is_dir():
      raise IsADirectoryError(self)
    if mode[0] == "r" and not self.exists():
      raise FileNotFoundError(self)
    stream = self.root.open(self.at, mode[0], pwd=pwd)
    if "b" in mode:
      if args or kwargs:
        raise ValueError("encoding args invalid for binary operation")
      return stream
    encoding, args, kwargs = _with_encoding(*args, **kwargs)
    return io.TextIOWrapper(stream, encoding, *args, **kwargs)

  def _base(self):
    return pathlib.PurePosixPath(self.at or self.root.filename)

  @property
  def name(self):
    return self._base().name

  @property
  def suffix(self):
    return self._base().suffix

  @property
  def suffixes(self):
    return self._base().suffixes

  @property
  def stem(self):
    return self._base().stem

  @property
  def filename(self):
    """The path of the archive with that of the member behind it."""
    return pathlib.Path(self.root.filename).joinpath(self.at)

  def read_text(self, *args, **kwargs):
    """The member's text."""
    encoding, args, kwargs = _with_encoding(*args, **kwargs)
    with self.open("r", encoding, *args, **kwargs) as stream:
      return stream.read()

  def read_bytes(self):
    """The member's bytes."""
    with self.open("rb") as stream:
      return stream.read()

  def _is_child(self, path):
    return posixpath.dirname(path.at.rstrip("/")) == self.at.rstrip("/")

  def _next(self, at):
    return self.__class__(self.root, at)

  def is_dir(self):
    return not self.at or self.at.endswith("/")

  def is_file(self):
    return self.exists() and not self.is_dir()

  def exists(self):
    return self.at in self.root._name_set()

  def iterdir(self):
    """What lies in the folder."""
    if not self.is_dir():
      raise ValueError("Can't listdir a file")
    return filter(self._is_child, map(self._next, self.root.namelist()))

  def __str__(self):
    return posixpath.join(self.root.filename, self.at)

  def __repr__(self):
    return f"{self.__class__.__name__}({self.root.filename!r}, {self.at!r})"

  def joinpath(self, *other):
    """A path further inside; `/` does the same."""
    return self._next(self.root.resolve_dir(posixpath.join(self.at, *other)))

  __truediv__ = joinpath

  @property
  def parent(self):
    if not self.at:
      return self.filename.parent
    folder = posixpath.dirname(self.at.rstrip("/"))
    return self._next(folder + "/" if folder else "")
