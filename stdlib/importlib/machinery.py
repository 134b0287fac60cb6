"""What modules are made of: specifications, and loaders for programs that import files by themselves.

Imports ask the finders that a program puts into sys.meta_path; BuiltinImporter and PathFinder stand there for what the interpreter
does itself. Once a program has looked at sys.path_hooks, imports also ask the finders that its hooks give for entries of the search path.
"""

import sys
import _traceback
from importlib import abc as _abc

__all__ = ["SOURCE_SUFFIXES", "DEBUG_BYTECODE_SUFFIXES", "OPTIMIZED_BYTECODE_SUFFIXES", "BYTECODE_SUFFIXES", "EXTENSION_SUFFIXES", "all_suffixes",
           "ModuleSpec", "BuiltinImporter", "FrozenImporter", "PathFinder", "FileFinder", "SourceFileLoader", "SourcelessFileLoader",
           "ExtensionFileLoader", "NamespaceLoader"]

SOURCE_SUFFIXES = [".py"]
DEBUG_BYTECODE_SUFFIXES = [".pyc"]
OPTIMIZED_BYTECODE_SUFFIXES = [".pyc"]
BYTECODE_SUFFIXES = [".pyc"]
EXTENSION_SUFFIXES = []


def all_suffixes():
  """The endings of files that could be modules."""
  return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES


class ModuleSpec:
  """What is known of a module before it is loaded."""

  def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
    self.name = name
    self.loader = loader
    self.origin = origin
    self.loader_state = loader_state
    self.submodule_search_locations = [] if is_package else None
    self._set_fileattr = False
    self._cached = None

  def __repr__(self):
    parts = [f"name={self.name!r}", f"loader={self.loader!r}"]
    if self.origin is not None:
      parts.append(f"origin={self.origin!r}")
    if self.submodule_search_locations is not None:
      parts.append(f"submodule_search_locations={self.submodule_search_locations}")
    return f"{self.__class__.__name__}({', '.join(parts)})"

  def __eq__(self, other):
    names = ("name", "loader", "origin", "submodule_search_locations", "cached", "has_location")
    try:
      return all(getattr(self, name) == getattr(other, name) for name in names)
    except AttributeError:
      return NotImplemented

  @property
  def cached(self):
    """Where CPython would keep the bytecode of a file; here it is kept nowhere."""
    if self._cached is None and self.origin is not None and self._set_fileattr:
      from importlib.util import cache_from_source
      if self.origin.endswith(".pyc"):
        self._cached = self.origin
      elif self.origin.endswith(".py"):
        self._cached = cache_from_source(self.origin)
    return self._cached

  @cached.setter
  def cached(self, cached):
    self._cached = cached

  @property
  def parent(self):
    """The package of the module."""
    return self.name.rpartition(".")[0] if self.submodule_search_locations is None else self.name

  @property
  def has_location(self):
    """Whether origin is a file."""
    return self._set_fileattr

  @has_location.setter
  def has_location(self, value):
    self._set_fileattr = bool(value)


class BuiltinImporter:
  """The loader of modules that are part of the interpreter."""

  @classmethod
  def find_spec(cls, fullname, path=None, target=None):
    if path is None and fullname in sys.builtin_module_names:
      return ModuleSpec(fullname, cls, origin="built-in")
    return None

  @staticmethod
  def create_module(spec):
    if spec.name not in sys.builtin_module_names:
      raise ImportError(f"{spec.name!r} is not a built-in module", name=spec.name)
    return __import__(spec.name)

  @staticmethod
  def exec_module(module):
    """Nothing: it is ready."""

  @classmethod
  def get_code(cls, fullname):
    return None

  @classmethod
  def get_source(cls, fullname):
    return None

  @classmethod
  def is_package(cls, fullname):
    return False


class FrozenImporter:
  """The loader of frozen modules: there are none."""

  @classmethod
  def find_spec(cls, fullname, path=None, target=None):
    return None

  @classmethod
  def get_code(cls, fullname):
    raise ImportError(f"{fullname!r} is not a frozen module", name=fullname)

  get_source = is_package = get_code


class SourceFileLoader(_abc.FileLoader, _abc.SourceLoader):
  """Loads a module from a file of source."""

  def __eq__(self, other):
    return self.__class__ == other.__class__ and self.__dict__ == other.__dict__

  def __hash__(self):
    return hash(self.name) ^ hash(self.path)

  def _check(self, name):
    if name is not None and name != self.name:
      raise ImportError(f"loader for {self.name} cannot handle {name}", name=name)

  def get_filename(self, name=None):
    self._check(name)
    return self.path

  def get_data(self, path):
    text = _traceback.source_text(path) if path.startswith("<stdlib>/") else None
    return super().get_data(path) if text is None else text.encode()

  def is_package(self, fullname):
    return self.path.endswith("/__init__.py") and fullname.rpartition(".")[2] != "__init__"

  def path_stats(self, path):
    """When the file was changed, and its size."""
    import os
    status = os.stat(path)
    return {"mtime": status.st_mtime, "size": status.st_size}

  def get_source(self, fullname):
    self._check(fullname)
    from importlib.util import decode_source
    try:
      return decode_source(self.get_data(self.path))
    except OSError as error:
      raise ImportError("source not available through get_data()", name=fullname) from error

  def source_to_code(self, data, path="<string>"):
    """Compiled source."""
    return compile(data, path, "exec", dont_inherit=True)

  def get_code(self, fullname):
    self._check(fullname)
    return self.source_to_code(self.get_data(self.path), self.path)

  def create_module(self, spec):
    """None: the default kind of module."""

  def exec_module(self, module):
    """Run the code in the module's namespace."""
    exec(self.get_code(module.__name__), module.__dict__)

  def load_module(self, fullname=None):
    """Deprecated: the module, made, run and in sys.modules."""
    from importlib.util import module_from_spec, spec_from_file_location
    fullname = self.name if fullname is None else fullname
    self._check(fullname)
    module = sys.modules.get(fullname) or module_from_spec(spec_from_file_location(fullname, self.path, loader=self))
    sys.modules[fullname] = module
    self.exec_module(module)
    return module


class SourcelessFileLoader(SourceFileLoader):
  """Would load a module from a file of bytecode: there are none here, so that each file is one of another interpreter."""

  def get_source(self, fullname):
    """None: there is no source."""

  def get_code(self, fullname):
    self._check(fullname)
    magic = self.get_data(self.path)[:4]
    raise ImportError(f"bad magic number in {fullname!r}: {magic!r}", name=fullname, path=self.path)


class ExtensionFileLoader(_abc.FileLoader, _abc.ExecutionLoader):
  """Would load a module from a library of machine code, which none has here."""

  def __eq__(self, other):
    return self.__class__ == other.__class__ and self.__dict__ == other.__dict__

  def __hash__(self):
    return hash(self.name) ^ hash(self.path)

  def create_module(self, spec):
    raise ImportError("extension modules cannot be loaded", name=self.name, path=self.path)

  def is_package(self, fullname):
    return False

  def get_code(self, fullname):
    """None: there is no code in the language."""

  def get_source(self, fullname):
    """None: there is no source."""


class NamespaceLoader:
  """The loader of packages that are folders without __init__.py."""

  def __init__(self, name, path, path_finder=None):
    self._path = path

  def is_package(self, fullname):
    return True

  def get_source(self, fullname):
    return ""

  def get_code(self, fullname):
    return compile("", "<string>", "exec", dont_inherit=True)

  def create_module(self, spec):
    """None: the default kind of module."""

  def exec_module(self, module):
    """Nothing: there is no code."""


class FileFinder:
  """Finds modules in one folder."""

  def __init__(self, path, *loader_details):
    import os
    self.path = path if path == "<stdlib>" or path.startswith("<stdlib>/") else os.path.abspath(path or ".")
    self._loaders = [(suffix, loader) for loader, suffixes in loader_details for suffix in suffixes] or [(".py", SourceFileLoader)]

  def __repr__(self):
    return f"FileFinder({self.path!r})"

  @classmethod
  def path_hook(cls, *loader_details):
    """A function for sys.path_hooks, which makes finders of folders."""

    def path_hook_for_FileFinder(path):
      if not _is_folder(path):
        raise ImportError("only directories are supported", path=path)
      return cls(path, *loader_details)

    return path_hook_for_FileFinder

  def invalidate_caches(self):
    """Nothing is remembered."""

  def find_spec(self, fullname, target=None):
    import os
    from importlib.util import spec_from_file_location
    base = os.path.join(self.path, fullname.rpartition(".")[2])
    for place, is_package in ((os.path.join(base, "__init__"), True), (base, False)):
      for suffix, loader in self._loaders:
        if os.path.isfile(place + suffix) or place.startswith("<stdlib>/") and _traceback.source_text(place + suffix) is not None:
          return spec_from_file_location(fullname, place + suffix, loader=loader(fullname, place + suffix),
                                         submodule_search_locations=[base] if is_package else None)
    if os.path.isdir(base):
      spec = ModuleSpec(fullname, None)
      spec.submodule_search_locations = [base]
      return spec
    return None


def _is_folder(path):
  import os
  return path == "<stdlib>" or path.startswith("<stdlib>/") or os.path.isdir(path or ".")


def _finder(path):
  """What finds modules in an entry of the search path: a folder, or an archive or folder in one, or what sys.path_hooks say; else None."""
  import os
  if "path_hooks" in vars(sys):
    return _hooked_finder(path)
  if _is_folder(path):
    return FileFinder(path)
  try:
    os.stat(path)
  except NotADirectoryError:
    pass  # It leads into a file.
  except OSError:
    return None
  import zipimport
  return zipimport._importer(path)


def _hooked_finder(path):
  import os
  try:
    path = path or os.getcwd()
  except FileNotFoundError:
    return None
  cache = sys.path_importer_cache
  if path not in cache:
    cache[path] = None
    for hook in sys.path_hooks:
      try:
        cache[path] = hook(path)
        break
      except ImportError:
        continue
  return cache[path]


class PathFinder:
  """Finds modules in the folders of sys.path, or of a package."""

  @staticmethod
  def invalidate_caches():
    """Have the finders of sys.path_importer_cache look again."""
    for path, finder in list(vars(sys).get("path_importer_cache", {}).items()):
      if finder is None or not path.startswith("/"):
        del sys.path_importer_cache[path]
      elif hasattr(finder, "invalidate_caches"):
        finder.invalidate_caches()

  @classmethod
  def find_spec(cls, fullname, path=None, target=None):
    portions = []
    for folder in sys.path if path is None else path:
      finder = _finder(folder) if isinstance(folder, str) else None
      spec = finder and finder.find_spec(fullname)
      if spec is not None and spec.loader is not None:
        return spec
      if spec is not None:
        portions.extend(spec.submodule_search_locations)
    if not portions:
      return None
    from _namespace_path import _NamespacePath
    spec = ModuleSpec(fullname, NamespaceLoader(fullname, portions))
    spec.submodule_search_locations = _NamespacePath(fullname, portions)
    return spec


_abc.MetaPathFinder.register(BuiltinImporter)
_abc.MetaPathFinder.register(PathFinder)
_abc.PathEntryFinder.register(FileFinder)
_abc.InspectLoader.register(BuiltinImporter)


def _make_meta_path():
  sys.meta_path = [BuiltinImporter, PathFinder]
  return sys.meta_path


def _make_path_hooks(name):
  from zipimport import zipimporter
  sys.path_hooks = [zipimporter, FileFinder.path_hook((SourceFileLoader, SOURCE_SUFFIXES))]
  sys.path_importer_cache = {}
  return getattr(sys, name)


def _hooked_spec(fullname, path):
  """What a finder that a program's hook has given says of a module, where no entry of the search path before has it; or None."""
  from zipimport import zipimporter
  for entry in sys.path if path is None else path:
    finder = _hooked_finder(entry) if isinstance(entry, str) else None
    spec = finder and finder.find_spec(fullname)
    if spec is not None and spec.loader is not None:
      return None if type(finder) in (FileFinder, zipimporter) else spec
  return None


_is_warning = False


def _warn(text):
  """An ImportWarning. Nobody sees these before the program has changed the filters, for which it imports warnings."""
  global _is_warning
  warnings = sys.modules.get("warnings")
  if warnings is None or _is_warning:
    return
  _is_warning = True  # showing one imports linecache, for which the finders are asked
  try:
    warnings.warn(text, ImportWarning, stacklevel=2)
  finally:
    _is_warning = False


def _warn_of_old(thing, missing, instead):
  name = getattr(thing, "__qualname__", None) or type(thing).__qualname__
  _warn(f"{name}.{missing}() not found; falling back to {instead}()")


def _spec_by_old_finder(finder, fullname, path):
  """What a finder in sys.meta_path says of a module that has find_module() only."""
  _warn_of_old(finder, "find_spec", "find_module")
  loader = finder.find_module(fullname, path)
  if loader is None:
    return None
  from importlib.util import spec_from_loader
  return spec_from_loader(fullname, loader)


def _load_by_old_loader(spec):
  """Calls load_module(), which puts the module into sys.modules, and tells the module what it does not know of itself."""
  _warn_of_old(spec.loader, "exec_module", "load_module")
  spec.loader.load_module(spec.name)
  module = sys.modules[spec.name]
  package = spec.name if hasattr(module, "__path__") else spec.parent
  for name, value in (("__loader__", spec.loader), ("__package__", package), ("__spec__", spec)):
    if getattr(module, name, None) is None:
      setattr(module, name, value)
  return module


def _load(spec):
  """The module of a specification that a program's finder made; it leaves sys.modules when its code fails."""
  from importlib.util import module_from_spec
  loader = spec.loader
  if loader is None and spec.submodule_search_locations is None:
    raise ImportError("missing loader", name=spec.name)
  if loader is not None and not hasattr(loader, "exec_module"):
    return _load_by_old_loader(spec)
  module = module_from_spec(spec)
  sys.modules[spec.name] = module
  if loader is not None:
    try:
      loader.exec_module(module)
    except BaseException:
      sys.modules.pop(spec.name, None)
      raise
  return sys.modules[spec.name]


for _class in (ModuleSpec, BuiltinImporter, FrozenImporter):
  _class.__module__ = "_frozen_importlib"
for _class in (SourceFileLoader, SourcelessFileLoader, ExtensionFileLoader, NamespaceLoader, FileFinder, PathFinder):
  _class.__module__ = "_frozen_importlib_external"
del _class
