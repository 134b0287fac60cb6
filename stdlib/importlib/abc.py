"""Abstract base classes of finders and loaders, for isinstance() and annotations. Imports do not call them: sys.meta_path is not there."""

import abc

__all__ = ["Loader", "MetaPathFinder", "PathEntryFinder", "ResourceLoader", "InspectLoader", "ExecutionLoader", "FileLoader", "SourceLoader"]


class Loader(metaclass=abc.ABCMeta):
  """Makes modules."""

  def create_module(self, spec):
    """None: the default kind of module."""

  def load_module(self, fullname):
    raise ImportError


class MetaPathFinder(metaclass=abc.ABCMeta):
  """Finds modules by name."""

  def invalidate_caches(self):
    """Forget what was found."""


class PathEntryFinder(metaclass=abc.ABCMeta):
  """Finds modules in one entry of sys.path."""

  def invalidate_caches(self):
    """Forget what was found."""


class ResourceLoader(Loader):
  """Reads data files."""

  @abc.abstractmethod
  def get_data(self, path):
    raise OSError


class InspectLoader(Loader):
  """Shows the source of modules."""

  def is_package(self, fullname):
    raise ImportError

  @abc.abstractmethod
  def get_source(self, fullname):
    raise ImportError


class ExecutionLoader(InspectLoader):
  """Tells the file of modules."""

  @abc.abstractmethod
  def get_filename(self, fullname):
    raise ImportError


class FileLoader(ResourceLoader, ExecutionLoader):
  """Of one file."""

  def __init__(self, fullname, path):
    self.name = fullname
    self.path = path

  def get_filename(self, name=None):
    return self.path

  def get_data(self, path):
    with open(path, "rb") as file:
      return file.read()


class SourceLoader(ResourceLoader, ExecutionLoader):
  """Of source text."""

  def get_source(self, fullname):
    return self.get_data(self.get_filename(fullname)).decode()
