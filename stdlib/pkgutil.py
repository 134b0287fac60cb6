"""Packages: the modules in them, their data, and names that lead to objects.

>>> import pkgutil
>>> pkgutil.resolve_name("os.path:join").__name__
'join'
"""

import importlib
import importlib.machinery
import importlib.util
import os
import sys
import _traceback
from collections import namedtuple
from functools import singledispatch

__all__ = ["get_importer", "iter_importers", "get_loader", "find_loader", "walk_packages", "iter_modules", "get_data", "read_code", "extend_path",
           "ModuleInfo"]

ModuleInfo = namedtuple("ModuleInfo", "module_finder name ispkg")
ModuleInfo.__doc__ = "A module that could be imported: its finder, its name, and whether it is a package."

_LIBRARY = "<stdlib>"
_finders = {}


def _get_spec(finder, name):
  """What a finder knows of a module."""
  try:
    find_spec = finder.find_spec
  except AttributeError:
    loader = finder.find_module(name)
    return None if loader is None else importlib.util.spec_from_loader(name, loader)
  return find_spec(name)


def read_code(stream):
  """The code of a file of bytecode: None, as the interpreter makes no such files."""
  stream.read(4)
  return None


def walk_packages(path=None, prefix="", onerror=None, _seen=None):
  """All modules in the folders of a path and in the packages there. Packages are imported for it; onerror is called with the name of one
  that cannot be, and without it exceptions other than ImportError end the walk."""
  seen = set() if _seen is None else _seen
  for info in iter_modules(path, prefix):
    yield info
    if not info.ispkg:
      continue
    try:
      __import__(info.name)
    except Exception as error:
      if onerror is not None:
        onerror(info.name)
      elif not isinstance(error, ImportError):
        raise
      continue
    inner = [entry for entry in getattr(sys.modules[info.name], "__path__", None) or [] if entry not in seen]
    seen.update(inner)
    yield from walk_packages(inner, info.name + ".", onerror, seen)


def iter_modules(path=None, prefix=""):
  """The modules in the folders of a path, or in those of sys.path; prefix is put before the names."""
  if path is None:
    importers = iter_importers()
  elif isinstance(path, str):
    raise ValueError("path must be None or list of paths to look for modules in")
  else:
    importers = map(get_importer, path)
  yielded = set()
  for importer in importers:
    for name, ispkg in iter_importer_modules(importer, prefix):
      if name not in yielded:
        yielded.add(name)
        yield ModuleInfo(importer, name, ispkg)


@singledispatch
def iter_importer_modules(importer, prefix=""):
  """(name, whether it is a package) of the modules that a finder knows; other kinds of finders can be registered."""
  if type(importer).__module__ == "zipimport":
    return iter_zipimport_modules(importer, prefix)
  return importer.iter_modules(prefix) if hasattr(importer, "iter_modules") else []


@iter_importer_modules.register(importlib.machinery.FileFinder)
def _iter_file_finder_modules(importer, prefix=""):
  modules = _library_modules(importer.path) if _in_library(importer.path) else _folder_modules(importer.path)
  yielded = set()
  for name, ispkg in modules:
    if name and name != "__init__" and "." not in name and name not in yielded:
      yielded.add(name)
      yield prefix + name, ispkg


def iter_zipimport_modules(importer, prefix=""):
  """The same for archives."""
  return ((prefix + name, ispkg) for name, ispkg in importer._modules())


def _in_library(path):
  return path == _LIBRARY or path.startswith(_LIBRARY + "/")


def _library_modules(path):
  """Modules and packages of the library in one of its folders."""
  package = path[len(_LIBRARY) + 1:].replace("/", ".")
  start = len(package) + 1 if package else 0
  names = [name[start:] for name in _traceback.library_modules() if name.startswith(package + "." if package else "")]
  packages = {name.partition(".")[0] for name in names if "." in name}
  return [(name, name in packages) for name in sorted(names)]


def _folder_modules(path):
  import inspect
  try:
    entries = sorted(os.listdir(path))
  except OSError:
    return
  for entry in entries:
    name = inspect.getmodulename(entry)
    if name == "__init__":
      continue
    folder = os.path.join(path, entry)
    if name or "." in entry or not os.path.isdir(folder):
      yield name, False
    elif _is_package(folder):
      yield entry, True


def _is_package(folder):
  import inspect
  try:
    return any(inspect.getmodulename(entry) == "__init__" for entry in os.listdir(folder))
  except OSError:
    return False


def get_importer(path_item):
  """The finder of a folder or an archive, or None for what is neither."""
  path_item = os.fsdecode(path_item)
  if "path_hooks" in vars(sys):
    return importlib.machinery._finder(path_item)
  finder = _finders.get(path_item)
  if finder is None:
    finder = _finders[path_item] = importlib.machinery._finder(path_item)
  return finder


def iter_importers(fullname=""):
  """The finders that would be asked for a module: those of its package, or all."""
  if fullname.startswith("."):
    raise ImportError("Relative module name {!r} not supported".format(fullname))
  if "." in fullname:
    path = getattr(importlib.import_module(fullname.rpartition(".")[0]), "__path__", None)
    if path is None:
      return
  else:
    yield from sys.meta_path
    path = sys.path
  for item in path:
    yield get_importer(item)


def get_loader(module_or_name):
  """The loader of a module, or None."""
  if module_or_name in sys.modules:
    module_or_name = sys.modules[module_or_name]
    if module_or_name is None:
      return None
  if not isinstance(module_or_name, type(sys)):
    return find_loader(module_or_name)
  loader = getattr(module_or_name, "__loader__", None)
  if loader is not None:
    return loader
  if getattr(module_or_name, "__spec__", None) is None:
    return None
  return find_loader(module_or_name.__name__)


def find_loader(fullname):
  """The loader that an import of the module would use, or None."""
  if fullname.startswith("."):
    raise ImportError("Relative module name {!r} not supported".format(fullname))
  try:
    spec = importlib.util.find_spec(fullname)
  except (ImportError, AttributeError, TypeError, ValueError) as error:
    raise ImportError("Error while finding loader for {!r} ({}: {})".format(fullname, type(error), error)) from error
  return None if spec is None else spec.loader


def extend_path(path, name):
  """The path of a package and the folders of the same name beside it; a package that is spread over the search path says
  `__path__ = extend_path(__path__, __name__)`. Files NAME.pkg have further folders, one a line."""
  if not isinstance(path, list):
    return path
  path = path[:]
  parent, _, last = name.rpartition(".")
  try:
    search_path = sys.modules[parent].__path__ if parent else sys.path
  except (KeyError, AttributeError):
    return path
  for folder in search_path:
    if not isinstance(folder, str):
      continue
    finder = get_importer(folder)
    spec = None if finder is None else finder.find_spec(last)
    for portion in spec and spec.submodule_search_locations or []:
      if portion not in path:
        path.append(portion)
    path += _listed_folders(os.path.join(folder, name + ".pkg"))
  return path


def _listed_folders(pkgfile):
  if not os.path.isfile(pkgfile):
    return []
  try:
    with open(pkgfile) as file:
      lines = [line.rstrip("\n") for line in file]
  except OSError as error:
    sys.stderr.write("Can't open %s: %s\n" % (pkgfile, error))
    return []
  return [line for line in lines if line and not line.startswith("#")]


def get_data(package, resource):
  """The bytes of a file of a package; the name is relative, with slashes. None if the package's loader has no files."""
  spec = importlib.util.find_spec(package)
  if spec is None or not hasattr(spec.loader, "get_data"):
    return None
  module = sys.modules.get(package) or importlib.import_module(package)
  if not hasattr(module, "__file__"):
    return None
  return spec.loader.get_data(os.path.join(os.path.dirname(module.__file__), *resource.split("/")))


_NAME = r"(?!\d)\w+(?:\.(?!\d)\w+)*"


def resolve_name(name):
  """The object that a name means: "package.module:Class.method", or "package.module.Class.method", where modules are imported as
  long as there are any."""
  import re
  found = re.match(rf"^({_NAME})(:({_NAME})?)?$", name)
  if not found:
    raise ValueError(f"invalid format: {name!r}")
  module_name, colon, attributes = found.groups()
  if colon:
    result, parts = importlib.import_module(module_name), attributes.split(".") if attributes else []
  else:
    result, parts = _longest_module(module_name.split("."))
  for part in parts:
    result = getattr(result, part)
  return result


def _longest_module(parts):
  """The module that the first names lead to, and the names that are left."""
  module = importlib.import_module(parts[0])
  for count in range(1, len(parts)):
    try:
      module = importlib.import_module(".".join(parts[:count + 1]))
    except ImportError:
      return module, parts[count:]
  return module, []
