# The abstract base classes of importlib.abc, and the names of the standard library.
import importlib.abc
import sys


class Source(importlib.abc.SourceLoader):
  def get_data(self, path):
    return b"x = 1"

  def get_filename(self, fullname):
    return fullname + ".py"


print(Source().get_source("mine"), isinstance(Source(), importlib.abc.Loader), Source().create_module(None))
for cls in (importlib.abc.ResourceLoader, importlib.abc.InspectLoader, importlib.abc.SourceLoader):
  try:
    cls()
  except TypeError as error:
    print(error)
print(issubclass(importlib.abc.FileLoader, importlib.abc.ExecutionLoader), importlib.abc.MetaPathFinder().invalidate_caches())
print({"asyncio", "json", "tkinter"} <= sys.stdlib_module_names, "numpy" in sys.stdlib_module_names, type(sys.stdlib_module_names).__name__)
