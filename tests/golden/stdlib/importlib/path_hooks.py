# Finders that sys.path_hooks give for entries of the search path: here of modules in a dictionary.
import sys, importlib, importlib.util, importlib.machinery, pkgutil
class Loader:
    def __init__(self, text): self.text = text
    def create_module(self, spec): return None
    def exec_module(self, module): exec(self.text, module.__dict__)
class Store:
    """A finder of modules in a dictionary."""
    def __init__(self, path): self.path = path; self.asked = []
    def find_spec(self, name, target=None):
        self.asked.append(name)
        text = SOURCES.get(self.path, {}).get(name)
        if text is None: return None
        return importlib.util.spec_from_loader(name, Loader(text), origin="store", is_package=text.startswith("#pkg"))
    def invalidate_caches(self): print("invalidated", self.path)
SOURCES = {"store://a": {"first": "x = 1", "both": "place = 'a'", "pack": "#pkg\n__path__ = ['store://sub']"}, "store://b": {"both": "place = 'b'", "colorsys": "mine = True", "bad": "1 / 0"}, "store://sub": {"pack.inner": "y = __name__"}}
def hook(path):
    if not path.startswith("store://"): raise ImportError("not mine")
    return Store(path)
print(len(sys.path_hooks), type(sys.path_importer_cache))
sys.path_hooks.append(hook)
sys.path[:0] = ["store://a", "store://b"]
import first, both, colorsys, pack.inner
print(first.x, both.place, colorsys.mine, pack.inner.y, first.__spec__.origin, pack.__path__, first.__loader__.__class__.__name__)
try: import bad
except ZeroDivisionError: print("bad" in sys.modules)
try: import missing
except ModuleNotFoundError as e: print(e)
print(sys.path_importer_cache["store://a"].asked[-2:], type(sys.path_importer_cache["store://b"]).__name__, sys.path_importer_cache["store://sub"].path)
print(importlib.util.find_spec("both").origin, pkgutil.get_importer("store://a") is sys.path_importer_cache["store://a"], importlib.machinery.PathFinder.find_spec("first").name)
importlib.invalidate_caches()
print(importlib.reload(both).place)
SOURCES["store://a"]["both"] = "place = 'changed'"; print(importlib.reload(both).place)
sys.path_importer_cache.clear(); sys.path_hooks.remove(hook); del sys.modules["first"]
try: import first
except ImportError as e: print(e)
print(sys.path_importer_cache["store://a"], hook in sys.path_hooks)
import json, string; print(json.dumps(1), string.digits)
try: sys.path_hooks[1]("/nonexistent")
except ImportError as e: print(e, e.path)
print(repr(importlib.machinery.FileFinder.path_hook()("/tmp")), type(pkgutil.get_importer("/tmp")).__name__, pkgutil.get_importer("/nonexistent"))
