"""Modules from ZIP archives: an archive may stand in sys.path, alone or with a folder inside of it.

Imports ask archives after all folders of the path. Only sources are read from them.
"""

import os
import sys
import zipfile
from importlib.machinery import ModuleSpec
from importlib.util import decode_source, module_from_spec, spec_from_loader

__all__ = ["ZipImportError", "zipimporter"]

path_sep = "/"
_zip_directory_cache = {}


class ZipImportError(ImportError):
  """A path that leads to no archive, or a module that is in none."""


def _split(path):
  """(archive, folder inside of it) of a path; the archive is the first part of it that is no folder."""
  archive, folder = path, ""
  while archive and not os.path.lexists(archive):
    archive, name = os.path.split(archive)
    if not name:
      break
    folder = name + "/" + folder
  return (archive, folder) if os.path.isfile(archive) else ("", folder)


def _members(archive):
  """Which member each file of an archive is. Members are found again when the archive has changed."""
  status = os.stat(archive)
  key = status.st_mtime_ns, status.st_size
  known = _zip_directory_cache.get(archive)
  if known is None or known[0] != key:
    try:
      with zipfile.ZipFile(archive) as file:
        known = key, {info.filename: info for info in file.infolist()}
    except zipfile.BadZipFile:
      raise ZipImportError(f"not a Zip file: {archive!r}", path=archive) from None
    _zip_directory_cache[archive] = known
  return known[1]


class zipimporter:
  """Finds and loads the modules of an archive, or of a folder in one: zipimporter("path/to.zip/folder")."""

  def __init__(self, path):
    path = os.fsdecode(path)
    if not path:
      raise ZipImportError("archive path is empty", path=path)
    archive, self.prefix = _split(path)
    if not archive:
      raise ZipImportError("not a Zip file", path=path)
    self.archive = archive
    self._files = _members(archive)

  def __repr__(self):
    return f'<zipimporter object "{os.path.join(self.archive, self.prefix)}">'

  def invalidate_caches(self):
    """Look into the archive again."""
    try:
      self._files = _members(self.archive)
    except (OSError, ZipImportError):
      _zip_directory_cache.pop(self.archive, None)
      self._files = {}

  def _find(self, fullname):
    """(member, whether it is a package) of a module, or (None, False)."""
    base = self.prefix + fullname.rpartition(".")[2]
    for member, is_package in ((base + "/__init__.py", True), (base + ".py", False)):
      if member in self._files:
        return member, is_package
    return None, False

  def _member(self, fullname):
    member, is_package = self._find(fullname)
    if member is None:
      raise ZipImportError(f"can't find module {fullname!r}", name=fullname)
    return member, is_package

  def find_spec(self, fullname, target=None):
    """What is known of a module in the archive, or None."""
    member, is_package = self._find(fullname)
    base = self.prefix + fullname.rpartition(".")[2]
    if member is not None:
      spec = spec_from_loader(fullname, self, is_package=is_package)
      if is_package:
        spec.submodule_search_locations = [os.path.join(self.archive, base)]
      return spec
    if not any(name.startswith(base + "/") for name in self._files):
      return None
    spec = ModuleSpec(fullname, None, is_package=True)
    spec.submodule_search_locations = [os.path.join(self.archive, base)]
    return spec

  def create_module(self, spec):
    """None: the default kind of module."""

  def exec_module(self, module):
    """Run the code in the module's namespace."""
    exec(self.get_code(module.__name__), module.__dict__)

  def load_module(self, fullname):
    """Deprecated: the module, made, run and in sys.modules."""
    module = sys.modules.get(fullname) or module_from_spec(self.find_spec(fullname))
    sys.modules[fullname] = module
    try:
      self.exec_module(module)
    except BaseException:
      del sys.modules[fullname]
      raise
    return sys.modules[fullname]

  def get_data(self, pathname):
    """The bytes of a file of the archive; the path may begin with that of the archive."""
    name = pathname.removeprefix(self.archive + "/")
    if name not in self._files:
      raise OSError(0, "", name)
    with zipfile.ZipFile(self.archive) as file:
      return file.read(self._files[name])

  def get_filename(self, fullname):
    """The path of a module's file, as if the archive were a folder."""
    return os.path.join(self.archive, self._member(fullname)[0])

  def is_package(self, fullname):
    """Whether a module is a package."""
    return self._member(fullname)[1]

  def get_source(self, fullname):
    """The text of a module."""
    return decode_source(self.get_data(self._member(fullname)[0]))

  def get_code(self, fullname):
    """The compiled module."""
    member, _ = self._member(fullname)
    return compile(self.get_data(member), os.path.join(self.archive, member), "exec", dont_inherit=True)

  def _modules(self):
    """(name, whether it is a package) of all modules."""
    names = {}
    for member in self._files:
      name, slash, rest = member.removeprefix(self.prefix).partition("/")
      if not member.startswith(self.prefix):
        continue
      if slash and rest == "__init__.py":
        names[name] = True
      elif not slash and name.endswith(".py") and name != "__init__.py":
        names.setdefault(name[:-3], False)
    return sorted(names.items())


def _importer(path):
  """The importer of a path that leads into an archive, or None."""
  try:
    return zipimporter(path)
  except ZipImportError:
    return None


def _load(fullname, path):
  """The module from the first archive of a search path that has it, or None."""
  from importlib import machinery
  for entry in path:
    importer = _importer(entry) if isinstance(entry, str) and entry else None
    spec = importer and importer.find_spec(fullname)
    if spec:
      return machinery._load(spec)
  return None
