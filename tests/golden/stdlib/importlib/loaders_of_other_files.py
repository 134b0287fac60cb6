# Loaders that a list of FileFinder() names for files other than sources; where classes of importlib.machinery say that they are from.
import importlib.machinery as machinery
import os
import pickle
import tempfile
import _frozen_importlib_external

for name in ("ModuleSpec", "BuiltinImporter", "FrozenImporter", "PathFinder", "FileFinder", "SourceFileLoader", "SourcelessFileLoader", "ExtensionFileLoader",
             "NamespaceLoader"):
  print(getattr(machinery, name), name in dir(machinery))
print(pickle.loads(pickle.dumps(machinery.SourceFileLoader)) is machinery.SourceFileLoader, _frozen_importlib_external.FileFinder is machinery.FileFinder)

with tempfile.TemporaryDirectory() as folder:
  with open(os.path.join(folder, "plain.py"), "w") as file:
    file.write("x = 1\n")
  with open(os.path.join(folder, "other.pyc"), "wb") as file:
    file.write(b"junk" * 5)
  finder = machinery.FileFinder(folder, (machinery.ExtensionFileLoader, machinery.EXTENSION_SUFFIXES), (machinery.SourceFileLoader, machinery.SOURCE_SUFFIXES),
                                (machinery.SourcelessFileLoader, machinery.BYTECODE_SUFFIXES))
  print(type(finder.find_spec("plain").loader), type(finder.find_spec("other").loader), finder.find_spec("none"))
  loader = finder.find_spec("other").loader
  print(loader.get_source("other"), loader.is_package("other"), loader.name)
  try:
    loader.get_code("other")
  except ImportError as error:
    print(error, error.name)
  try:
    machinery.SourcelessFileLoader("gone", os.path.join(folder, "gone.pyc")).get_code("gone")
  except FileNotFoundError as error:
    print(type(error).__name__, error.filename == os.path.join(folder, "gone.pyc"))

loader = machinery.ExtensionFileLoader("fast", "fast.so")
print(loader.get_code("fast"), loader.get_source("fast"), loader.is_package("fast"), loader.get_filename("fast"), loader == machinery.ExtensionFileLoader("fast", "fast.so"))
print(machinery.FrozenImporter.find_spec("none"))
try:
  machinery.FrozenImporter.get_code("none")
except ImportError as error:
  print(error)
spec = machinery.ModuleSpec("package.module", None, origin="/folder/module.txt")
spec.has_location = True
print(spec.cached, spec.parent)
spec.origin = "/folder/module.pyc"
print(spec.cached)
