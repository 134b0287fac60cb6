"""Questions about importable modules, and modules from files that are not on the path.

    spec = spec_from_file_location("plugin", "/path/to/plugin.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
"""

import sys
import types
import _traceback
from importlib import _resolve_name
from importlib.machinery import BuiltinImporter, ModuleSpec, NamespaceLoader, PathFinder, SourceFileLoader, _spec_by_old_finder, _warn

__all__ = ["LazyLoader", "cache_from_source", "decode_source", "find_spec", "module_from_spec", "resolve_name", "source_from_cache",
           "source_hash", "spec_from_file_location", "spec_from_loader"]

MAGIC_NUMBER = b"coil\r\n"
_UNSET = object()


def resolve_name(name, package):
  """The absolute name of a relative one."""
  if not name.startswith("."):
    return name
  if not package:
    raise ImportError(f"no package specified for {name!r} (required for relative module names)")
  level = len(name) - len(name.lstrip("."))
  return _resolve_name(name[level:], package, level)


def _complete(module):
  """Gives a module that the interpreter has imported a specification with its loader, in the place of the interpreter's own note."""
  namespace = vars(module)
  note, file, path = namespace["__spec__"], namespace.get("__file__"), namespace.get("__path__")
  if not hasattr(note, "loader_state"):
    return  # a program's own
  if file is not None:
    spec = spec_from_file_location(note.name, file, submodule_search_locations=path)
  elif path is not None:
    spec = ModuleSpec(note.name, NamespaceLoader(note.name, path))
    spec.submodule_search_locations = path
  else:
    spec = ModuleSpec(note.name, BuiltinImporter, origin="built-in")
  if spec is None:
    return
  spec.cached = namespace.get("__cached__")
  spec._initializing = getattr(note, "_initializing", False)
  namespace.update(__spec__=spec, __loader__=spec.loader)


def _spec_of_module(name):
  module = sys.modules[name]
  if module is None:
    return None
  try:
    spec = module.__spec__
  except AttributeError:
    raise ValueError(f"{name}.__spec__ is not set") from None
  if spec is None:
    raise ValueError(f"{name}.__spec__ is None")
  return spec


def _search(name):
  """The specification of a module that an import would find, or None."""
  parent = name.rpartition(".")[0]
  path = None
  if parent:
    package = __import__(parent, fromlist=["__path__"])
    try:
      path = package.__path__
    except AttributeError as error:
      raise ModuleNotFoundError(f"__path__ attribute not found on {parent!r} while trying to find {name!r}", name=name) from error
  if not sys.meta_path:
    _warn("sys.meta_path is empty")
  for finder in sys.meta_path:
    if finder is PathFinder:
      spec = _find_file(name, path)
    else:
      spec = finder.find_spec(name, path) if hasattr(finder, "find_spec") else _spec_by_old_finder(finder, name, path)
    if spec is not None:
      return spec
  return None


def _find_file(name, path):
  """The specification of the file that the interpreter would load."""
  file = _traceback.find_source(name)
  if file is None:
    return PathFinder.find_spec(name, path)
  return spec_from_file_location(name, file, submodule_search_locations=[file[:-len("/__init__.py")]] if file.endswith("/__init__.py") else None)


def find_spec(name, package=None):
  """The specification of a module, or None when there is no such module. Packages that hold it are imported, the module is not."""
  name = resolve_name(name, package)
  if not name:
    return None
  return _spec_of_module(name) if name in sys.modules else _search(name)


def spec_from_loader(name, loader, *, origin=None, is_package=None):
  """A specification for a loader."""
  if origin is None:
    origin = getattr(loader, "_ORIGIN", None)
  if not origin and hasattr(loader, "get_filename"):
    return spec_from_file_location(name, loader=loader, **({} if is_package is None else {"submodule_search_locations": [] if is_package else None}))
  if is_package is None:
    try:
      is_package = loader.is_package(name) if hasattr(loader, "is_package") else False
    except ImportError:
      is_package = None
  return ModuleSpec(name, loader, origin=origin, is_package=is_package)


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=_UNSET):
  """A specification for a file; None for a file that is no source, when there is no loader for it."""
  import os
  if location is None:
    try:
      location = loader.get_filename(name) if hasattr(loader, "get_filename") else "<unknown>"
    except ImportError:
      location = "<unknown>"
  else:
    location = os.fspath(location)
    if not location.startswith("<stdlib>/"):
      location = os.path.abspath(location)
  if loader is None:
    if not location.endswith(".py"):
      return None
    loader = SourceFileLoader(name, location)
  spec = ModuleSpec(name, loader, origin=location)
  spec.has_location = True
  if submodule_search_locations is not _UNSET:
    spec.submodule_search_locations = submodule_search_locations
  elif hasattr(loader, "is_package"):
    try:
      if loader.is_package(name):
        spec.submodule_search_locations = []
    except ImportError:
      pass
  if spec.submodule_search_locations == [] and location:
    spec.submodule_search_locations.append(os.path.split(location)[0])
  return spec


def module_from_spec(spec):
  """A new module, which spec.loader.exec_module() fills."""
  module = None
  if hasattr(spec.loader, "create_module"):
    module = spec.loader.create_module(spec)
  elif hasattr(spec.loader, "exec_module"):
    raise ImportError("loaders that define exec_module() must also define create_module()")
  if module is None:
    module = types.ModuleType(spec.name)
  attributes = {"__name__": spec.name, "__loader__": spec.loader, "__package__": spec.parent, "__spec__": spec}
  if spec.submodule_search_locations is not None:
    attributes["__path__"] = spec.submodule_search_locations
  if spec.has_location:
    attributes["__file__"] = spec.origin
    if spec.cached is not None:
      attributes["__cached__"] = spec.cached
  for name, value in attributes.items():
    if getattr(module, name, None) is None:
      try:
        setattr(module, name, value)
      except AttributeError:
        pass  # Loaders may make objects that refuse it.
  return module


def decode_source(source_bytes):
  """The text of source in bytes, in the encoding that it tells, with \\n at the ends of lines."""
  import re
  encoding = "utf-8-sig" if source_bytes.startswith(b"\xef\xbb\xbf") else "utf-8"
  for line in bytes(source_bytes).splitlines()[:2]:
    found = re.match(rb"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)", line)
    if found:
      encoding = found[1].decode()
      break
    if not re.match(rb"^[ \t\f]*(?:[#\r\n]|$)", line):
      break
  return bytes(source_bytes).decode(encoding).replace("\r\n", "\n").replace("\r", "\n")


def cache_from_source(path, debug_override=None, *, optimization=None):
  """Where CPython would keep the bytecode of a file; here it is kept nowhere."""
  import os
  if debug_override is not None:
    import warnings
    warnings.warn("the debug_override parameter is deprecated; use 'optimization' instead", DeprecationWarning)
    if optimization is not None:
      raise TypeError("debug_override or optimization must be set to None")
    optimization = "" if debug_override else 1
  head, tail = os.path.split(os.fspath(path))
  base, dot, rest = tail.rpartition(".")
  tag = sys.implementation.cache_tag
  if tag is None:
    raise NotImplementedError("sys.implementation.cache_tag is None")
  name = (base if base else rest) + dot + tag
  optimization = str(sys.flags.optimize or "" if optimization is None else optimization)
  if optimization:
    if not optimization.isalnum():
      raise ValueError(f"{optimization!r} is not alphanumeric")
    name += f".opt-{optimization}"
  return os.path.join(head, "__pycache__", name + ".pyc")


def source_from_cache(path):
  """The file whose bytecode CPython would keep at the path."""
  import os
  path = os.fspath(path)
  head, name = os.path.split(path)
  head, folder = os.path.split(head)
  if folder != "__pycache__":
    raise ValueError(f"__pycache__ not bottom-level directory in {path!r}")
  dots = name.count(".")
  if dots not in (2, 3):
    raise ValueError(f"expected only 2 or 3 dots in {name!r}")
  if dots == 3:
    optimization = name.rsplit(".", 2)[-2]
    if not optimization.startswith("opt-"):
      raise ValueError("optimization portion of filename does not start with 'opt-'")
    if not optimization[4:].isalnum():
      raise ValueError(f"optimization level {optimization!r} is not an alphanumeric value")
  return os.path.join(head, name.partition(".")[0] + ".py")


def source_hash(source_bytes):
  """Eight bytes that change with the source."""
  import hashlib
  return hashlib.blake2b(source_bytes, digest_size=8).digest()


class _LazyModule(types.ModuleType):
  """A module that is loaded when it is first looked into."""

  def __getattribute__(self, name):
    attributes = object.__getattribute__(self, "__dict__")
    spec = attributes["__spec__"]
    self.__class__ = spec.loader_state["class"]
    before, given = spec.loader_state["attributes"], dict(attributes)
    spec.loader.exec_module(self)
    # What was set before the load wins over what the code sets.
    attributes.update({key: value for key, value in given.items() if key not in before or before[key] is not value})
    return getattr(self, name)

  def __delattr__(self, name):
    self.__getattribute__(name)
    delattr(self, name)


class LazyLoader:
  """A loader that lets another one run when the module is first looked into."""

  def __init__(self, loader):
    if not hasattr(loader, "exec_module"):
      raise TypeError("loader must define exec_module()")
    self.loader = loader

  @classmethod
  def factory(cls, loader):
    """What makes lazy loaders of a loader's class."""
    return lambda *args, **kwargs: cls(loader(*args, **kwargs))

  def create_module(self, spec):
    return self.loader.create_module(spec)

  def exec_module(self, module):
    module.__spec__.loader = module.__loader__ = self.loader
    module.__spec__.loader_state = {"attributes": dict(module.__dict__), "class": module.__class__}
    module.__class__ = _LazyModule
