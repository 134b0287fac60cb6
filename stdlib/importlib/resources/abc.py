"""What loaders offer for the data files of packages: readers, and trees of files that need not be on a disk."""

import abc
from typing import Protocol, runtime_checkable

__all__ = ["ResourceReader", "Traversable", "TraversableResources"]


class ResourceReader(metaclass=abc.ABCMeta):
  """Reads the data files of one package."""

  @abc.abstractmethod
  def open_resource(self, resource):
    """A binary file for reading; FileNotFoundError."""
    raise FileNotFoundError

  @abc.abstractmethod
  def resource_path(self, resource):
    """The path in the file system; FileNotFoundError when the data are elsewhere."""
    raise FileNotFoundError

  @abc.abstractmethod
  def is_resource(self, path):
    """Whether the name is that of a data file; FileNotFoundError when it does not exist."""
    raise FileNotFoundError

  @abc.abstractmethod
  def contents(self):
    """The names of the entries of the package."""
    raise FileNotFoundError


@runtime_checkable
class Traversable(Protocol):
  """The part of pathlib.Path that data files need: a file or a folder."""

  @abc.abstractmethod
  def iterdir(self):
    """The entries of a folder."""

  def read_bytes(self):
    """The whole file."""
    with self.open("rb") as file:
      return file.read()

  def read_text(self, encoding=None):
    """The whole file as text."""
    with self.open(encoding=encoding) as file:
      return file.read()

  @abc.abstractmethod
  def is_dir(self):
    """Whether it is a folder."""

  @abc.abstractmethod
  def is_file(self):
    """Whether it is a file."""

  @abc.abstractmethod
  def joinpath(self, *descendants):
    """The entry that the parts lead to."""

  def __truediv__(self, child):
    return self.joinpath(child)

  @abc.abstractmethod
  def open(self, mode="r", *args, **kwargs):
    """The file, opened."""

  @property
  @abc.abstractmethod
  def name(self):
    """The last part of the path."""


class TraversableResources(ResourceReader):
  """A reader by the tree of files that files() gives."""

  @abc.abstractmethod
  def files(self):
    """The package's folder, a Traversable."""

  def open_resource(self, resource):
    return self.files().joinpath(resource).open("rb")

  def resource_path(self, resource):
    raise FileNotFoundError(resource)

  def is_resource(self, path):
    return self.files().joinpath(path).is_file()

  def contents(self):
    return (entry.name for entry in self.files().iterdir())
