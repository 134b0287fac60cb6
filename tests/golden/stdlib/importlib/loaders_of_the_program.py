# A loader that gives nothing but source text, found by a finder in sys.meta_path; reload() asks the finder again.
import importlib.abc
import importlib.machinery
import importlib.util
import sys

texts = {"greeting": "count = globals().get('count', 0) + 1\nword = 'hello'"}


class TextLoader(importlib.abc.InspectLoader):
  def get_source(self, name):
    return texts.get(name)


class NamedLoader(TextLoader, importlib.abc.ExecutionLoader):
  def get_filename(self, name):
    return f"{name}.text"


class Finder:
  def find_spec(self, name, path, target=None):
    print("find", name, path, target)
    return importlib.util.spec_from_loader(name, TextLoader()) if name in texts else None


sys.meta_path.insert(0, Finder())
import greeting

print(greeting.word, greeting.count)
texts["greeting"] = "count += 1\nword = 'again'"
sys.meta_path[0].find_spec = lambda name, path, target: importlib.util.spec_from_loader(name, TextLoader()) if target is greeting else None
print(importlib.reload(greeting) is greeting, greeting.word, greeting.count)
print(TextLoader().get_code("greeting").co_filename, NamedLoader().get_code("greeting").co_filename, TextLoader().get_code("other"))
try:
  TextLoader().exec_module(type(sys)("other"))
except ImportError as error:
  print(error)
print(issubclass(importlib.machinery.PathFinder, importlib.abc.MetaPathFinder), issubclass(importlib.machinery.FileFinder, importlib.abc.PathEntryFinder))
