# Modules from files that are not on the path, specifications, lazy modules.
import importlib
import importlib.machinery
import importlib.util
import os
import sys
import tempfile
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader

folder = tempfile.mkdtemp()


def write(name, text):
  path = os.path.join(folder, name)
  os.makedirs(os.path.dirname(path), exist_ok=True)
  with open(path, "w") as file:
    file.write(text)
  return path


plugin = write("plugin.py", "print('plugin runs', __name__)\nVALUE = 42\ndef double(x): return 2 * x\n")
write("package/__init__.py", "print('package runs')\nfrom . import inner\n")
write("package/inner.py", "where = __name__, __package__\n")
write("space/part.py", "x = 1\n")

spec = importlib.util.spec_from_file_location("my_plugin", plugin)
print(spec.name, spec.origin == plugin, type(spec.loader).__name__, spec.parent, spec.has_location, spec.submodule_search_locations, spec.loader.name, spec.loader.path == plugin)
module = importlib.util.module_from_spec(spec)
print(module.__name__, module.__file__ == plugin, module.__spec__ is spec, module.__loader__ is spec.loader, hasattr(module, "VALUE"), repr(module.__package__))
spec.loader.exec_module(module)
print(module.VALUE, module.double(4), "my_plugin" in sys.modules)
print(spec.loader.get_source("my_plugin").splitlines()[1], spec.loader.is_package("my_plugin"), spec.loader.get_filename("my_plugin") == plugin,
      spec.loader.get_data(plugin)[:5], spec.loader.get_code("my_plugin").co_filename == plugin)

package_file = os.path.join(folder, "package", "__init__.py")
spec = importlib.util.spec_from_file_location("renamed", package_file, submodule_search_locations=[os.path.dirname(package_file)])
package = importlib.util.module_from_spec(spec)
sys.modules["renamed"] = package
spec.loader.exec_module(package)
print(package.inner.where, spec.parent, package.__path__ == [os.path.dirname(package_file)])

print(importlib.util.spec_from_file_location("x", "/no/such/thing.txt"), importlib.util.find_spec("no_such_module"))
try:
  importlib.util.module_from_spec(importlib.util.spec_from_file_location("gone", "/no/such/gone.py")).__spec__.loader.exec_module(module)
except (FileNotFoundError, ImportError) as error:
  print(type(error).__name__, error)

sys.path.insert(0, folder)
for name in ("plugin", "package", "package.inner", "space", "json", "math", "os.path"):
  spec = importlib.util.find_spec(name)
  print(name, spec.name, spec.parent, name.startswith("p") and name in sys.modules, bool(spec.submodule_search_locations))
spec = PathFinder.find_spec("plugin")
print(spec.origin == plugin, PathFinder.find_spec("nothing"), PathFinder.find_spec("inner", [os.path.join(folder, "package")]).name)
print(importlib.import_module("space.part").x, importlib.util.resolve_name(".part", "space"))

spec = importlib.util.find_spec("plugin")
spec.loader = importlib.util.LazyLoader(spec.loader)
lazy = importlib.util.module_from_spec(spec)
sys.modules["plugin"] = lazy
spec.loader.exec_module(lazy)
print("not yet")
print(lazy.VALUE)

loader = SourceFileLoader("again", plugin)
print(importlib.util.spec_from_loader("again", loader).origin == plugin, loader == SourceFileLoader("again", plugin), loader.load_module().VALUE)
print(ModuleSpec("a.b", None), ModuleSpec("a.b", None, origin="here", is_package=True), ModuleSpec("a.b", None).parent, ModuleSpec("p", None, is_package=True).parent,
      ModuleSpec("a", None) == ModuleSpec("a", None))
print(importlib.machinery.SOURCE_SUFFIXES, importlib.util.source_from_cache("/a/__pycache__/b.cpython-311.pyc"), importlib.util.decode_source(b"# coding: latin-1\r\n\xe4 = 1\r\n"))
for function in (lambda: importlib.util.resolve_name(".x", ""), lambda: importlib.util.find_spec("plugin.sub"), lambda: loader.get_filename("other"),
                 lambda: importlib.util.source_from_cache("/a/b.pyc"), lambda: importlib.util.LazyLoader(1), lambda: importlib.util.find_spec("__main__")):
  try:
    print(function())
  except Exception as error:
    print(type(error).__name__, error)
