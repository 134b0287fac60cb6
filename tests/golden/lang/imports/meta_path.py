# sys.meta_path: a program's finders are asked in their turn.
import importlib.machinery
import importlib.util
import sys

class Loader:
  def __init__(self, source): self.source = source
  def create_module(self, spec): return None
  def exec_module(self, module): exec(self.source, module.__dict__)

class Finder:
  sources = {"made": "value = 42\nname = __name__", "fails": "value = 1\n1 / 0", "pack": "value = 'package'", "pack.part": "from . import value\nvalue *= 2",
             "replaces": "import sys; sys.modules[__name__] = 'replaced'"}
  def find_spec(self, name, path, target=None):
    print("asked for", name, path)
    if name not in self.sources: return None
    return importlib.util.spec_from_loader(name, Loader(self.sources[name]), is_package=name == "pack")

class Blocker:
  @staticmethod
  def find_spec(name, path=None, target=None):
    if name == "forbidden": raise ImportError("not this one", name=name)

sys.meta_path.append(Finder())
sys.meta_path.insert(0, Blocker)
print([getattr(finder, "__name__", type(finder).__name__) for finder in sys.meta_path][-2:])
import made
print(made.value, made.name, made.__spec__.name, type(made.__loader__).__name__, made.__package__ == "")
import pack.part
print(pack.value, pack.part.value, pack.__path__, pack.part.__package__)
import replaces
print(replaces)
for name in ("fails", "forbidden", "absent", "pack.absent"):
  try: __import__(name)
  except Exception as e: print(name, type(e).__name__, e, name in sys.modules)
import string  # found before anybody is asked
print(string.digits)
sys.meta_path[:] = [finder for finder in sys.meta_path if not isinstance(finder, Finder)]
try: import absent
except ImportError as e: print(e)
