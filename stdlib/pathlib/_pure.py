"""Paths without a file system: parsing, joining, comparing.

A path is kept as drive, root and parts; the first part is drive + root when there is one. A flavour knows how a system
writes paths.
"""

import os

__name__ = "pathlib"


class _PosixFlavour:
  sep = "/"
  altsep = ""

  def splitroot(self, text):
    """(drive, root, rest). Two leading slashes, exactly, are a root of their own."""
    if text[:1] != "/":
      return "", "", text
    rest = text.lstrip("/")
    return "", "//" if len(text) - len(rest) == 2 else "/", rest

  def casefold(self, text):
    return text

  def casefold_parts(self, parts):
    return parts

  def is_reserved(self, parts):
    return False

  def make_uri(self, path):
    from urllib.parse import quote_from_bytes
    return "file://" + quote_from_bytes(bytes(path))


class _WindowsFlavour:
  sep = "\\"
  altsep = "/"
  _letters = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
  _reserved = ({"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"} | {f"{device}{digit}" for device in ("COM", "LPT")
                                                                   for digit in "123456789\u00b9\u00b2\u00b3"})

  def splitroot(self, text):
    """(drive, root, rest): c:\\x has the drive "c:", \\\\host\\share\\x has the drive "\\\\host\\share"."""
    prefix = ""
    if text.startswith("\\\\?\\"):
      prefix = text[:4]
      text = text[4:]
      if text.startswith("UNC\\"):
        prefix += text[:3]
        text = "\\" + text[3:]
    drive = root = ""
    if text[:2] == "\\\\" and text[2:3] != "\\" or prefix and text[:1] == "\\" and text[1:2] != "\\":
      # A share: the root is there when the host and the share are named.
      host_end = text.find("\\", 2)
      if host_end >= 0:
        share_end = text.find("\\", host_end + 1)
        if share_end != host_end + 1:
          if share_end < 0:
            share_end = len(text)
          share = text[1:share_end] if prefix else text[:share_end]
          return prefix + share, "\\", text[share_end + 1:]
    if text[1:2] == ":" and text[0] in self._letters:
      drive = text[:2]
      text = text[2:]
    if text[:1] == "\\":
      root = "\\"
      text = text.lstrip("\\")
    return prefix + drive, root, text

  def casefold(self, text):
    return text.lower()

  def casefold_parts(self, parts):
    return [part.lower() for part in parts]

  def is_reserved(self, parts):
    if not parts or parts[0].startswith("\\\\"):
      return False
    name = parts[-1].partition(".")[0].partition(":")[0].rstrip(" ")
    return name.upper() in self._reserved

  def make_uri(self, path):
    from urllib.parse import quote_from_bytes
    drive = path.drive
    if len(drive) == 2 and drive[1] == ":":
      return f"file:///{drive}/{quote_from_bytes(path.as_posix()[2:].lstrip('/').encode('utf-8'))}"
    return "file:" + quote_from_bytes(path.as_posix().encode("utf-8"))


_posix = _PosixFlavour()
_windows = _WindowsFlavour()


class PurePath:
  """A path with the system's rules that never asks the file system."""

  __slots__ = ("_drv", "_root", "_parts", "_str", "_hash", "_folded")
  _flavour = _posix

  def __new__(cls, *args):
    if cls is PurePath:
      cls = PurePosixPath
    return cls._from_args(args)

  def __reduce__(self):
    return type(self), tuple(self._parts)

  @classmethod
  def _from_args(cls, args):
    return cls._from_parsed(*cls._parse_args(args))

  @classmethod
  def _from_parsed(cls, drv, root, parts):
    self = object.__new__(cls)
    self._drv = drv
    self._root = root
    self._parts = parts
    return self

  @classmethod
  def _parse_args(cls, args):
    texts = []
    for arg in args:
      if isinstance(arg, PurePath):
        texts.extend(arg._parts)
        continue
      arg = os.fspath(arg)
      if not isinstance(arg, str):
        raise TypeError(f"argument should be a str object or an os.PathLike object returning str, not {type(arg)!r}")
      texts.append(str(arg))
    return cls._parse_texts(texts)

  @classmethod
  def _parse_texts(cls, texts):
    """Drive, root and parts of texts put one after another; an absolute text drops those before it."""
    flavour = cls._flavour
    sep, altsep = flavour.sep, flavour.altsep
    drv = root = ""
    groups = []
    for index in range(len(texts) - 1, -1, -1):
      text = texts[index]
      if not text:
        continue
      if altsep:
        text = text.replace(altsep, sep)
      drv, root, rest = flavour.splitroot(text)
      groups.append([part for part in rest.split(sep) if part and part != "."])
      if drv or root:
        if not drv and altsep:
          for earlier in reversed(texts[:index]):
            if earlier:
              drv = flavour.splitroot(earlier.replace(altsep, sep))[0]
              if drv:
                break
        break
    parts = [drv + root] if drv or root else []
    for group in reversed(groups):
      parts.extend(group)
    return drv, root, parts

  def _make_child(self, args):
    drv, root, parts = self._parse_args(args)
    if root:
      if not drv and self._drv:
        drv = self._drv
        parts = [drv + root] + parts[1:]
    elif drv:
      if drv == self._drv or self._flavour.casefold(drv) == self._flavour.casefold(self._drv):
        drv, root, parts = self._drv, self._root, self._parts + parts[1:]
    else:
      drv, root, parts = self._drv, self._root, self._parts + parts
    return self._from_parsed(drv, root, parts)

  # As text.

  def __str__(self):
    try:
      return self._str
    except AttributeError:
      if self._drv or self._root:
        self._str = self._drv + self._root + self._flavour.sep.join(self._parts[1:])
      else:
        self._str = self._flavour.sep.join(self._parts) or "."
      return self._str

  def __fspath__(self):
    return str(self)

  def __bytes__(self):
    return os.fsencode(self)

  def __repr__(self):
    return f"{type(self).__name__}({self.as_posix()!r})"

  def as_posix(self):
    """The text with forward slashes."""
    return str(self).replace(self._flavour.sep, "/")

  def as_uri(self):
    """The path as a file: URI."""
    if not self.is_absolute():
      raise ValueError("relative path can't be expressed as a file URI")
    return self._flavour.make_uri(self)

  # Comparisons.

  @property
  def _cparts(self):
    try:
      return self._folded
    except AttributeError:
      self._folded = self._flavour.casefold_parts(self._parts)
      return self._folded

  def __eq__(self, other):
    if not isinstance(other, PurePath):
      return NotImplemented
    return self._cparts == other._cparts and self._flavour is other._flavour

  def __hash__(self):
    try:
      return self._hash
    except AttributeError:
      self._hash = hash(tuple(self._cparts))
      return self._hash

  def __lt__(self, other):
    if not isinstance(other, PurePath) or self._flavour is not other._flavour:
      return NotImplemented
    return self._cparts < other._cparts

  def __le__(self, other):
    if not isinstance(other, PurePath) or self._flavour is not other._flavour:
      return NotImplemented
    return self._cparts <= other._cparts

  def __gt__(self, other):
    if not isinstance(other, PurePath) or self._flavour is not other._flavour:
      return NotImplemented
    return self._cparts > other._cparts

  def __ge__(self, other):
    if not isinstance(other, PurePath) or self._flavour is not other._flavour:
      return NotImplemented
    return self._cparts >= other._cparts

  def __class_getitem__(cls, type):
    return cls

  # Parts.

  @property
  def drive(self):
    """The drive letter or share, or ''."""
    return self._drv

  @property
  def root(self):
    """The root, or ''."""
    return self._root

  @property
  def anchor(self):
    """Drive and root together, or ''."""
    return self._drv + self._root

  @property
  def parts(self):
    """The components as a tuple."""
    return tuple(self._parts)

  @property
  def name(self):
    """The last component."""
    parts = self._parts
    return "" if len(parts) == (1 if self._drv or self._root else 0) else parts[-1]

  @property
  def suffix(self):
    """The last component's extension with its dot, or ''."""
    name = self.name
    dot = name.rfind(".")
    return name[dot:] if 0 < dot < len(name) - 1 else ""

  @property
  def suffixes(self):
    """All extensions of the last component."""
    name = self.name
    if name.endswith("."):
      return []
    return ["." + suffix for suffix in name.lstrip(".").split(".")[1:]]

  @property
  def stem(self):
    """The last component without its extension."""
    name = self.name
    dot = name.rfind(".")
    return name[:dot] if 0 < dot < len(name) - 1 else name

  @property
  def parent(self):
    """The folder of the path."""
    if len(self._parts) == bool(self._drv or self._root):
      return self
    return self._from_parsed(self._drv, self._root, self._parts[:-1])

  @property
  def parents(self):
    """All folders above, nearest first."""
    from pathlib._parents import Parents
    return Parents(self)

  def is_absolute(self):
    """Whether the path has a root (and a drive, where there are drives)."""
    return bool(self._root and (self._drv or self._flavour is _posix))

  def is_reserved(self):
    """Whether the name means a device (on Windows)."""
    return self._flavour.is_reserved(self._parts)

  # Other paths from this one.

  def with_name(self, name):
    """The path with another last component."""
    if not self.name:
      raise ValueError(f"{self!r} has an empty name")
    flavour = self._flavour
    drv, root, parts = self._parse_texts((name,))
    if not name or name[-1] in (flavour.sep, flavour.altsep) or drv or root or len(parts) != 1:
      raise ValueError(f"Invalid name {name!r}")
    return self._from_parsed(self._drv, self._root, self._parts[:-1] + [name])

  def with_stem(self, stem):
    """The path with another last component, extension kept."""
    return self.with_name(stem + self.suffix)

  def with_suffix(self, suffix):
    """The path with another extension; '' removes it."""
    flavour = self._flavour
    if flavour.sep in suffix or flavour.altsep and flavour.altsep in suffix or suffix == "." or suffix and not suffix.startswith("."):
      raise ValueError(f"Invalid suffix {suffix!r}")
    name = self.name
    if not name:
      raise ValueError(f"{self!r} has an empty name")
    old = self.suffix
    name = name[:-len(old)] + suffix if old else name + suffix
    return self._from_parsed(self._drv, self._root, self._parts[:-1] + [name])

  def _anchored_parts(self):
    """The parts with drive and root apart, for relative_to()."""
    if self._root:
      return [self._drv, self._root] + self._parts[1:]
    return list(self._parts)

  def relative_to(self, *other):
    """What leads from `other` to this path."""
    if not other:
      raise TypeError("need at least one argument")
    base = self._from_parsed(*self._parse_args(other))
    mine, theirs = self._anchored_parts(), base._anchored_parts()
    count = len(theirs)
    fold = self._flavour.casefold_parts
    if (self._root or self._drv) if count == 0 else fold(mine[:count]) != fold(theirs):
      shown = str(base) if base._parts else ""
      raise ValueError(f"{str(self)!r} is not in the subpath of {shown!r} OR one path is relative and the other is absolute.")
    return self._from_parsed("", self._root if count == 1 else "", mine[count:])

  def is_relative_to(self, *other):
    """Whether the path is `other` or below it."""
    try:
      self.relative_to(*other)
      return True
    except ValueError:
      return False

  def joinpath(self, *args):
    """The path with others appended."""
    return self._make_child(args)

  def __truediv__(self, key):
    try:
      return self._make_child((key,))
    except TypeError:
      return NotImplemented

  def __rtruediv__(self, key):
    try:
      return self._from_args([key] + self._parts)
    except TypeError:
      return NotImplemented

  def match(self, path_pattern):
    """Whether the path matches a pattern; a relative pattern is compared with the end of the path."""
    from fnmatch import fnmatchcase
    fold = self._flavour.casefold
    drv, root, parts = self._parse_texts((fold(path_pattern),))
    if not parts:
      raise ValueError("empty pattern")
    if drv and drv != fold(self._drv) or root and root != fold(self._root):
      return False
    mine = self._cparts
    if drv or root:
      if len(parts) != len(mine):
        return False
      parts = parts[1:]
    elif len(parts) > len(mine):
      return False
    return all(fnmatchcase(part, pattern) for part, pattern in zip(reversed(mine), reversed(parts)))


class PurePosixPath(PurePath):
  """A path with POSIX rules."""

  __slots__ = ()
  _flavour = _posix


class PureWindowsPath(PurePath):
  """A path with Windows rules."""

  __slots__ = ()
  _flavour = _windows
