# What modules know of their import: __spec__ and __loader__, also of those that nobody has asked for a loader yet.
import email.message
import importlib
import importlib.util
import json
import os
import sys
import tempfile
import types

folder = tempfile.mkdtemp()
sys.path.insert(0, folder)
os.mkdir(os.path.join(folder, "package_of_test"))
os.mkdir(os.path.join(folder, "namespace_of_test"))
for name in ("module_of_test.py", "package_of_test/__init__.py", "package_of_test/inner.py", "namespace_of_test/inner.py"):
  with open(os.path.join(folder, name), "w") as file:
    file.write("x = 1\n")
import module_of_test
import namespace_of_test.inner
import package_of_test.inner

for module in (module_of_test, package_of_test, package_of_test.inner, namespace_of_test.inner, json, email.message):
  spec, loader = module.__spec__, module.__loader__
  print(spec.name, type(spec).__name__, type(loader).__name__, loader is spec.loader, spec.parent, spec.has_location, spec.origin == module.__file__,
        spec.cached == module.__cached__, spec.submodule_search_locations is not None, spec is importlib.util.find_spec(spec.name), vars(module)["__spec__"] is spec)
print(module_of_test.__loader__.get_source("module_of_test"), module_of_test.__loader__.get_data(module_of_test.__file__), package_of_test.__loader__.is_package("package_of_test"))
print(sys.__spec__.name, sys.__spec__.origin, sys.__loader__.__name__, types.ModuleType("new").__spec__, types.ModuleType("new").__loader__)
print(importlib.reload(module_of_test) is module_of_test, module_of_test.__spec__.name)
own = types.ModuleType("own")
own.__spec__ = types.SimpleNamespace(name="own")
print(own.__spec__)
