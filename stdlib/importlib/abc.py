"""Abstract base classes of finders and loaders."""

import abc

__all__ = ["Loader", "Finder", "MetaPathFinder", "PathEntryFinder", "ResourceLoader", "InspectLoader", "ExecutionLoader", "FileLoader", "SourceLoader",
           "ResourceReader", "Traversable", "TraversableResources"]


def __getattr__(name):
  # They need module typing, which is large.
  if name in ("ResourceReader", "Traversable", "TraversableResources"):
    from importlib.resources import abc as resources
    value = globals()[name] = getattr(resources, name)
    return value
  raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


class Finder(metaclass=abc.ABCMeta):
  """What MetaPathFinder and PathEntryFinder were before there were specifications."""

  @abc.abstractmethod
  def find_module(self, fullname, path=None):
    """The loader of a module, or None."""


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

  def get_code(self, fullname):
    """The module's code, or None when there is no source."""
    source = self.get_source(fullname)
    return None if source is None else self.source_to_code(source)

  @staticmethod
  def source_to_code(data, path="<string>"):
    """The code of text or bytes."""
    return compile(data, path, "exec", dont_inherit=True)

  def exec_module(self, module):
    """Run the module's code in it."""
    code = self.get_code(module.__name__)
    if code is None:
      raise ImportError(f"cannot load module {module.__name__!r} when get_code() returns None")
    exec(code, module.__dict__)


class ExecutionLoader(InspectLoader):
  """Tells the file of modules."""

  @abc.abstractmethod
  def get_filename(self, fullname):
    raise ImportError

  def get_code(self, fullname):
    """The module's code, with the name of its file where it has one, or None."""
    source = self.get_source(fullname)
    if source is None:
      return None
    try:
      path = self.get_filename(fullname)
    except ImportError:
      return self.source_to_code(source)
    return self.source_to_code(source, path)


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
