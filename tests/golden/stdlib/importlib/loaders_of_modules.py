# Imported modules have a specification with a loader, made when somebody asks.
import importlib.machinery
import importlib.util
import json
import math
import os
import sys
import tempfile
import time
import types
from pathlib import Path

sys.dont_write_bytecode = True
with tempfile.TemporaryDirectory() as folder:
  sys.path.insert(0, folder)
  Path(folder, "plain.py").write_text("VALUE = 1\n")
  Path(folder, "pack").mkdir()
  Path(folder, "pack", "__init__.py").write_text("")
  Path(folder, "spread").mkdir()
  import pack
  import plain
  import spread

  for module in (plain, pack):
    spec = module.__spec__
    print(spec.name, type(spec) is importlib.machinery.ModuleSpec, type(module.__loader__).__name__, spec.loader is module.__loader__,
          spec.origin == module.__file__, spec.has_location, spec.submodule_search_locations == getattr(module, "__path__", None), repr(spec.parent))
  print(plain.__loader__.get_source("plain"), plain.__loader__.is_package("plain"), pack.__loader__.is_package("pack"))
  print(plain.__loader__.get_data(plain.__file__), plain.__loader__.get_filename() == plain.__file__)
  print(type(spread.__loader__).__name__, spread.__spec__.origin, spread.__spec__.has_location)
  print(importlib.util.find_spec("plain") is plain.__spec__, vars(plain)["__spec__"] is plain.__spec__)
  plain.__loader__ = "mine"
  print(plain.__loader__, plain.__spec__.loader == "mine")
  plain.__spec__ = own = types.SimpleNamespace(name="own")
  print(plain.__spec__ is own, plain.__loader__)
  del plain.__spec__
  print(hasattr(plain, "__spec__"))

print(type(json.__loader__).__name__, json.__spec__.name, json.__spec__.parent, json.__spec__ == json.__spec__)
print(sys.__loader__.__name__, sys.__spec__.origin, time.__spec__.has_location, importlib.util.find_spec("sys") is sys.__spec__)
