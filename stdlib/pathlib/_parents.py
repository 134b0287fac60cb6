"""PurePath.parents."""

from _collections_abc import Sequence

__name__ = "pathlib"


class Parents(Sequence):
  """The folders above a path, nearest first."""

  def __init__(self, path):
    self._path = path
    self._count = len(path._parts) - bool(path._drv or path._root)

  def __len__(self):
    return self._count

  def __getitem__(self, index):
    if isinstance(index, slice):
      return tuple([self[i] for i in range(*index.indices(len(self)))])
    if index >= len(self) or index < -len(self):
      raise IndexError(index)
    if index < 0:
      index += len(self)
    path = self._path
    return path._from_parsed(path._drv, path._root, path._parts[:-index - 1])

  def __repr__(self):
    return f"<{type(self._path).__name__}.parents>"
