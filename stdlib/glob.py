"""Files whose path matches a pattern: *, ?, [seq], and ** for any number of folders.

>>> escape("what?.txt")
'what[?].txt'
"""

import contextlib
import itertools
import os

__all__ = ["glob", "iglob", "escape"]


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
  """The list of matching paths, in the order of the file system."""
  return list(iglob(pathname, root_dir=root_dir, dir_fd=dir_fd, recursive=recursive, include_hidden=include_hidden))


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
  """The matching paths one by one."""
  root_dir = os.fspath(root_dir) if root_dir is not None else pathname[:0]
  if dir_fd is not None:
    folder = os.path.join(f"/proc/self/fd/{dir_fd}", os.fsdecode(root_dir))
    root_dir = os.fsencode(folder) if isinstance(pathname, bytes) else folder
  paths = _Search(recursive, include_hidden).paths(pathname, root_dir, False)
  if not pathname or recursive and _is_recursive(pathname[:2]):
    # The pattern "**" also matches the folder itself, as an empty path: that one is left out.
    first = next(paths, None)
    if first:
      return itertools.chain((first,), paths)
  return paths


def has_magic(s):
  """Whether the text has a pattern's characters."""
  if not isinstance(s, (str, bytes)):
    raise TypeError(f"expected string or bytes-like object, got '{type(s).__name__}'")
  return any(c in s for c in ((b"*", b"?", b"[") if isinstance(s, bytes) else "*?["))


def glob0(dirname, pattern):
  """The name as a list of one when the folder has it."""
  return [pattern] if os.path.lexists(os.path.join(dirname, pattern)) else []


def glob1(dirname, pattern):
  """The names in a folder that match."""
  import fnmatch
  try:
    names = os.listdir(dirname or (os.curdir if isinstance(pattern, str) else os.fsencode(os.curdir)))
  except OSError:
    return []
  return fnmatch.filter(names if _is_hidden(pattern) else [name for name in names if not _is_hidden(name)], pattern)


def escape(pathname):
  """The pattern that matches the path literally."""
  drive, pathname = os.path.splitdrive(pathname)
  if isinstance(pathname, bytes):
    return drive + b"".join([b"[%c]" % c if c in b"*?[" else bytes([c]) for c in pathname])
  return drive + "".join([f"[{c}]" if c in "*?[" else c for c in pathname])


def _is_hidden(name):
  return name[:1] in (".", b".")


def _is_recursive(pattern):
  return pattern in ("**", b"**")


def _join(folder, name):
  return os.path.join(folder, name) if folder and name else folder or name


class _Search:
  """The options of one search."""

  def __init__(self, recursive, include_hidden):
    self.recursive = recursive
    self.include_hidden = include_hidden

  def paths(self, pathname, root_dir, only_folders):
    folder, name = os.path.split(pathname)
    if not has_magic(pathname):
      full = _join(root_dir, pathname)
      if name and os.path.lexists(full) or not name and os.path.isdir(_join(root_dir, folder)):
        yield pathname
      return
    finder = self.literal
    if has_magic(name):
      finder = self.below if self.recursive and _is_recursive(name) else self.matching
    if not folder:
      yield from finder(root_dir, name, only_folders)
      return
    if folder != pathname and has_magic(folder):
      folders = self.paths(folder, root_dir, True)
    else:
      folders = [folder]
    for folder in folders:
      for found in finder(_join(root_dir, folder), name, only_folders):
        yield os.path.join(folder, found)

  def literal(self, folder, name, only_folders):
    if name and os.path.lexists(_join(folder, name)) or not name and os.path.isdir(folder):
      return [name]
    return []

  def matching(self, folder, pattern, only_folders):
    import fnmatch
    names = self.names(folder, only_folders)
    if not self.include_hidden and not _is_hidden(pattern):
      names = [name for name in names if not _is_hidden(name)]
    return fnmatch.filter(names, pattern)

  def below(self, folder, pattern, only_folders):
    yield pattern[:0]
    yield from self.tree(folder, pattern[:0], only_folders)

  def tree(self, folder, empty, only_folders):
    for name in self.names(folder or empty, only_folders):
      if self.include_hidden or not _is_hidden(name):
        yield name
        for deeper in self.tree(_join(folder, name), empty, only_folders):
          yield _join(name, deeper)

  def names(self, folder, only_folders):
    """The names in a folder; none when it cannot be read."""
    current = os.curdir.encode() if isinstance(folder, bytes) else os.curdir
    result = []
    with contextlib.suppress(OSError), os.scandir(folder or current) as entries:
      for entry in entries:
        with contextlib.suppress(OSError):
          if not only_folders or entry.is_dir():
            result.append(entry.name)
    return result
