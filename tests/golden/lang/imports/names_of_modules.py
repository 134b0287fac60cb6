# The names that a module begins with, as dir() shows them
import sys
import _helper
import _pack

print([name for name in dir(_helper) if name.startswith("__")])
print([name for name in dir(_pack) if name.startswith("__")])
print(dir()[:9])
folder, _, name = _helper.__cached__.rpartition("/")
print(folder == _helper.__file__.rpartition("/")[0] + "/__pycache__", name == f"_helper.{sys.implementation.cache_tag}.pyc", __cached__)
