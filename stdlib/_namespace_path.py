"""The `__path__` of packages that are folders without __init__.py."""
import sys


class _NamespacePath:
  """The package's folders, looked for again when the path that they were found on has changed."""

  def __init__(self, name, path):
    self._name = name
    self._path = path
    self._last_parent_path = tuple(self._parent_path())

  def _parent_path(self):
    parent = self._name.rpartition(".")[0]
    return sys.modules[parent].__path__ if parent else sys.path

  def _recalculate(self):
    parent_path = tuple(self._parent_path())
    if parent_path != self._last_parent_path:
      from importlib.machinery import PathFinder
      spec = PathFinder.find_spec(self._name, parent_path)
      # Another kind of module of this name is not looked into: this one is loaded.
      if spec is not None and spec.origin is None and spec.submodule_search_locations:
        self._path = list(spec.submodule_search_locations)
      self._last_parent_path = parent_path
    return self._path

  def __iter__(self):
    return iter(self._recalculate())

  def __getitem__(self, index):
    return self._recalculate()[index]

  def __setitem__(self, index, path):
    self._path[index] = path

  def __len__(self):
    return len(self._recalculate())

  def __repr__(self):
    return f"_NamespacePath({self._path!r})"

  def __contains__(self, item):
    return item in self._recalculate()

  def append(self, item):
    self._path.append(item)


_NamespacePath.__module__ = "_frozen_importlib_external"
