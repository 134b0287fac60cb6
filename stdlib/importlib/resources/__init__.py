"""Files that belong to packages.

    text = files("package").joinpath("data.txt").read_text()

Packages of the standard library are inside of the interpreter and have no files.
"""

import contextlib
import functools
import os
import pathlib
import types
import warnings
from importlib import import_module

__all__ = ["Package", "Resource", "ResourceReader", "as_file", "contents", "files", "is_resource", "open_binary", "open_text", "path", "read_binary", "read_text"]


def __getattr__(name):
  # The type of packages in annotations, and a base class of readers; module typing is large.
  if name == "Package":
    from typing import Union
    value = globals()[name] = Union[types.ModuleType, str]
    return value
  if name == "ResourceReader":
    from .abc import ResourceReader
    globals()[name] = ResourceReader
    return ResourceReader
  raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


Resource = str


def _reader(module):
  """What the package's own loader has to read data files, or None."""
  spec = module.__spec__
  loader = getattr(spec, "loader", None)
  reader = loader.get_resource_reader(spec.name) if hasattr(loader, "get_resource_reader") else None
  return reader if hasattr(reader, "files") else None


def files(package):
  """The folder of a package as a path."""
  module = package if isinstance(package, types.ModuleType) else import_module(package)
  if getattr(module, "__path__", None) is None:
    raise TypeError(f"{module.__name__!r} is not a package")
  reader = _reader(module)
  if reader is not None:
    return reader.files()
  folder = list(module.__path__)[0]
  if folder.startswith("<stdlib>/"):
    raise FileNotFoundError(f"the package {module.__name__!r} is inside of the interpreter and has no files")
  return pathlib.Path(folder)


@contextlib.contextmanager
def as_file(path):
  """A context manager that gives the path on the disk: of the file itself, or of a copy for the time being."""
  if isinstance(path, pathlib.Path):
    yield path
    return
  import tempfile
  descriptor, name = tempfile.mkstemp(suffix=path.name)
  try:
    with open(descriptor, "wb") as copy:
      copy.write(path.read_bytes())
    yield pathlib.Path(name)
  finally:
    with contextlib.suppress(FileNotFoundError):
      os.remove(name)


def _deprecated(function):
  @functools.wraps(function)
  def wrapper(*args, **kwargs):
    warnings.warn(f"{function.__name__} is deprecated. Use files() instead. Refer to https://importlib-resources.readthedocs.io"
                  "/en/latest/using.html#migrating-from-legacy for migration advice.", DeprecationWarning, stacklevel=2)
    return function(*args, **kwargs)
  return wrapper


def _file(package, resource):
  folder, name = os.path.split(str(resource))
  if folder:
    raise ValueError(f"{resource!r} must be only a file name")
  return files(package) / name


@_deprecated
def open_binary(package, resource):
  """The resource as a binary file."""
  return _file(package, resource).open("rb")


@_deprecated
def read_binary(package, resource):
  """The bytes of the resource."""
  return _file(package, resource).read_bytes()


@_deprecated
def open_text(package, resource, encoding="utf-8", errors="strict"):
  """The resource as a text file."""
  return _file(package, resource).open("r", encoding=encoding, errors=errors)


@_deprecated
def read_text(package, resource, encoding="utf-8", errors="strict"):
  """The text of the resource."""
  with open_text(package, resource, encoding, errors) as file:
    return file.read()


@_deprecated
def contents(package):
  """The names in the package's folder."""
  return [entry.name for entry in files(package).iterdir()]


@_deprecated
def is_resource(package, name):
  """Whether the package's folder has such a file."""
  return _file(package, name).is_file()


@_deprecated
def path(package, resource):
  """A context manager that gives the resource's path."""
  return as_file(_file(package, resource))
