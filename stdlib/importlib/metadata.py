"""What is known of installed distributions: folders NAME-VERSION.dist-info or .egg-info in sys.path."""

import csv
import functools
import os
import pathlib
import re
import sys
import types
import warnings
from importlib import import_module

import email
from email.message import Message

__all__ = ["Distribution", "DistributionFinder", "PackageMetadata", "PackageNotFoundError", "distribution", "distributions", "entry_points", "files",
           "metadata", "packages_distributions", "requires", "version"]


class PackageNotFoundError(ModuleNotFoundError):
  """There is no such distribution."""

  def __str__(self):
    return f"No package metadata was found for {self.name}"

  @property
  def name(self):
    name, = self.args
    return name


class PackageMetadata(Message):
  """The headers of a distribution's METADATA."""

  _repeated = frozenset(("classifier", "obsoletes_dist", "platform", "project_url", "provides_dist", "provides_extra", "requires_dist",
                         "requires_external", "supported_platform", "dynamic"))

  @property
  def json(self):
    """The headers as a dictionary."""
    def transform(key):
      if key.lower().replace("-", "_") in self._repeated:
        return self.get_all(key)
      return re.split(r"\s+", self.get(key)) if key == "Keywords" else self.get(key)
    return {key.lower().replace("-", "_"): transform(key) for key in dict.fromkeys(self.keys())}


def _sections(text):
  """(section, line) of each line that is no comment; None before the first section."""
  section = None
  for line in map(str.strip, text.splitlines()):
    if line.startswith("[") and line.endswith("]"):
      section = line.strip("[]")
    elif line and not line.startswith("#"):
      yield section, line


class EntryPoint:
  """A name that a distribution offers in a group; load() gives the object."""

  pattern = re.compile(r"(?P<module>[\w.]+)\s*(:\s*(?P<attr>[\w.]+)\s*)?((?P<extras>\[.*\])\s*)?$")
  dist = None

  def __init__(self, name, value, group):
    vars(self).update(name=name, value=value, group=group)

  def load(self):
    """Import the module and return the object."""
    module = import_module(self.module)
    return functools.reduce(getattr, filter(None, (self.attr or "").split(".")), module)

  @property
  def module(self):
    return self.pattern.match(self.value).group("module")

  @property
  def attr(self):
    return self.pattern.match(self.value).group("attr")

  @property
  def extras(self):
    return re.findall(r"\w+", self.pattern.match(self.value).group("extras") or "")

  def _for(self, dist):
    vars(self).update(dist=dist)
    return self

  def matches(self, **params):
    """Whether the attributes have these values."""
    return all(getattr(self, name) == value for name, value in params.items())

  def _key(self):
    return self.name, self.value, self.group

  def __lt__(self, other):
    return self._key() < other._key()

  def __eq__(self, other):
    return self._key() == other._key()

  def __hash__(self):
    return hash(self._key())

  def __setattr__(self, name, value):
    raise AttributeError("EntryPoint objects are immutable.")

  def __repr__(self):
    return f"EntryPoint(name={self.name!r}, value={self.value!r}, group={self.group!r})"


class EntryPoints(list):
  """Entry points, found by name and selected by attributes."""

  __slots__ = ()

  def __getitem__(self, name):
    if isinstance(name, int):
      warnings.warn("Accessing entry points by index is deprecated. Cast to tuple if needed.", DeprecationWarning, stacklevel=2)
      return super().__getitem__(name)
    for point in self:
      if point.name == name:
        return point
    raise KeyError(name)

  def select(self, **params):
    """Those whose attributes have these values."""
    return EntryPoints(point for point in self if point.matches(**params))

  @property
  def names(self):
    return {point.name for point in self}

  @property
  def groups(self):
    return {point.group for point in self}


class SelectableGroups(dict):
  """Entry points by group."""

  @classmethod
  def load(cls, points):
    groups = cls()
    for point in sorted(points, key=lambda point: point.group):
      groups.setdefault(point.group, EntryPoints()).append(point)
    return groups

  @property
  def _all(self):
    return EntryPoints(point for group in self.values() for point in group)

  @property
  def groups(self):
    return self._all.groups

  @property
  def names(self):
    return self._all.names

  def select(self, **params):
    """Those whose attributes have these values."""
    return self._all.select(**params) if params else self


class FileHash:
  """A digest in a RECORD."""

  def __init__(self, spec):
    self.mode, _, self.value = spec.partition("=")

  def __repr__(self):
    return f"<FileHash mode: {self.mode} value: {self.value}>"


class PackagePath(pathlib.PurePosixPath):
  """A file of a distribution, with hash, size and dist."""

  def read_text(self, encoding="utf-8"):
    with self.locate().open(encoding=encoding) as file:
      return file.read()

  def read_binary(self):
    with self.locate().open("rb") as file:
      return file.read()

  def locate(self):
    """Where the file is."""
    return self.dist.locate_file(self)


def _normalized(name):
  return re.sub(r"[-_.]+", "-", name).lower().replace("-", "_")


class Distribution:
  """An installed distribution; subclasses read its files."""

  def read_text(self, filename):
    """The text of a file about the distribution, or None."""
    raise NotImplementedError

  def locate_file(self, path):
    """Where a file of the distribution is."""
    raise NotImplementedError

  @classmethod
  def from_name(cls, name):
    """The distribution of the name."""
    if not name:
      raise ValueError("A distribution name is required.")
    for found in cls.discover(name=name):
      return found
    raise PackageNotFoundError(name)

  @classmethod
  def discover(cls, *, context=None, **kwargs):
    """An iterator of distributions: of a name, in a path (sys.path)."""
    if context and kwargs:
      raise ValueError("cannot accept context and kwargs")
    context = context or DistributionFinder.Context(**kwargs)
    wanted = None if context.name is None else _normalized(context.name)
    for folder in context.path:
      try:
        names = os.listdir(folder or ".")
      except OSError:
        continue
      for name in names:
        stem, dot, kind = name.lower().rpartition(".")
        if kind in ("dist-info", "egg-info") and wanted in (None, _normalized(stem.partition("-")[0])):
          yield PathDistribution(pathlib.Path(folder, name))

  @staticmethod
  def at(path):
    """The distribution whose metadata are in a folder."""
    return PathDistribution(pathlib.Path(path))

  @property
  def metadata(self):
    """The headers of METADATA or PKG-INFO."""
    text = self.read_text("METADATA") or self.read_text("PKG-INFO") or self.read_text("") or ""
    message = email.message_from_string(text, PackageMetadata)
    if message.get_payload():
      message["Description"] = message.get_payload()
    return message

  @property
  def name(self):
    return self.metadata["Name"]

  @property
  def version(self):
    return self.metadata["Version"]

  @property
  def entry_points(self):
    points = EntryPoints()
    for group, line in _sections(self.read_text("entry_points.txt") or ""):
      if group is not None:
        name, _, value = map(str.strip, line.partition("="))
        points.append(EntryPoint(name, value, group)._for(self))
    return points

  @property
  def files(self):
    """The distribution's files, or None when no list of them is there."""
    record = self.read_text("RECORD")
    if record:
      rows = csv.reader(record.splitlines())
    else:
      sources = self.read_text("SOURCES.txt")
      if not sources:
        return None
      rows = ([line] for line in sources.splitlines())
    return [self._file(*row) for row in rows]

  def _file(self, name, hash=None, size=None):
    path = PackagePath(name)
    path.hash = FileHash(hash) if hash else None
    path.size = int(size) if size else None
    path.dist = self
    return path

  @property
  def requires(self):
    """What the distribution needs, or None."""
    given = self.metadata.get_all("Requires-Dist")
    if given:
      return given
    text = self.read_text("requires.txt")
    return text and [self._requirement(section, line) for section, line in _sections(text)]

  @staticmethod
  def _requirement(section, line):
    extra, _, markers = (section or "").partition(":")
    conditions = [f"({markers})" if extra and markers else markers, extra and f'extra == "{extra}"']
    conditions = " and ".join(filter(None, conditions))
    return line + " " * ("@" in line) + (f"; {conditions}" if conditions else "")


class DistributionFinder:
  """Where distributions are looked for."""

  class Context:
    """What is wanted: name and path."""

    name = None

    def __init__(self, **kwargs):
      vars(self).update(kwargs)

    @property
    def path(self):
      return vars(self).get("path", sys.path)


class PathDistribution(Distribution):
  """A distribution whose metadata are in a folder."""

  def __init__(self, path):
    self._path = path

  def read_text(self, filename):
    try:
      return self._path.joinpath(filename).read_text(encoding="utf-8")
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError, PermissionError):
      return None

  def locate_file(self, path):
    return self._path.parent / path


def distribution(distribution_name):
  """The distribution of the name; PackageNotFoundError when there is none."""
  return Distribution.from_name(distribution_name)


def distributions(**kwargs):
  """An iterator of all distributions."""
  return Distribution.discover(**kwargs)


def metadata(distribution_name):
  """The headers of a distribution's METADATA."""
  return distribution(distribution_name).metadata


def version(distribution_name):
  """The version of a distribution."""
  return distribution(distribution_name).version


def entry_points(**params):
  """The entry points of all distributions, or those whose attributes have these values."""
  seen, points = set(), []
  for found in distributions():
    name = _normalized(found.metadata.get("Name") or "")
    if name not in seen:  # The first one in the path counts.
      seen.add(name)
      points.extend(found.entry_points)
  return SelectableGroups.load(points).select(**params)


def files(distribution_name):
  """The files of a distribution, or None when no list of them is there."""
  return distribution(distribution_name).files


def requires(distribution_name):
  """What a distribution needs, or None."""
  return distribution(distribution_name).requires


def packages_distributions():
  """The names of distributions by top-level package."""
  packages = {}
  for found in distributions():
    names = (found.read_text("top_level.txt") or "").split()
    if not names:
      names = {file.parts[0] if len(file.parts) > 1 else file.stem for file in found.files or () if file.suffix == ".py"}
    for name in names:
      packages.setdefault(name, []).append(found.metadata["Name"])
  return packages
