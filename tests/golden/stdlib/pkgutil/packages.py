# Walking over packages in folders, their data, loaders and finders; packages that are spread over several folders.
import importlib
import os
import pkgutil
import sys
import tempfile

top = tempfile.TemporaryDirectory()


def write(path, text=""):
  path = os.path.join(top.name, path)
  os.makedirs(os.path.dirname(path), exist_ok=True)
  with open(path, "w") as file:
    file.write(text)


for path, text in {"one/tree/__init__.py": "", "one/tree/leaf.py": "", "one/tree/branch/__init__.py": "", "one/tree/branch/twig.py": "",
                   "one/tree/data/words.txt": "hello", "one/tree/no-name.py": "", "one/tree/broken/__init__.py": "import not_there",
                   "one/tree/bad/__init__.py": "1 / 0", "one/alone.py": "", "one/a.b.py": "", "one/folder/inner.py": "", "one/tree/.hidden.py": "",
                   "one/wide/__init__.py": "import pkgutil\n__path__ = pkgutil.extend_path(__path__, __name__)", "one/wide/left.py": "",
                   "two/wide/__init__.py": "", "two/wide/right.py": "", "two/wide.pkg": "# a comment\n\n/somewhere/else\n"}.items():
  write(path, text)
one, two = os.path.join(top.name, "one"), os.path.join(top.name, "two")
sys.path[:0] = [one, two]

print([(info.name, info.ispkg) for info in pkgutil.iter_modules([one])])
print([info.name for info in pkgutil.iter_modules([one, two], "x.")])
info = next(pkgutil.iter_modules([one]))
print(info._fields, info.module_finder == pkgutil.get_importer(one), type(info.module_finder).__name__)
print(repr(info.module_finder).replace(top.name, "TOP"))
try:
  for info in pkgutil.walk_packages([one]):
    print(" ", info.name)
except ZeroDivisionError as error:
  print(error)
failed = []
print([info.name for info in pkgutil.walk_packages([one], onerror=failed.append)], failed)
import tree
print([info.name for info in pkgutil.walk_packages(tree.__path__, "tree.", failed.append)])
print("json" in {info.name for info in pkgutil.iter_modules()})
import html
print([tuple(info)[1:] for info in pkgutil.iter_modules(html.__path__, "html.")])

print(pkgutil.get_data("tree", "data/words.txt"), pkgutil.get_data("tree.branch", "twig.py"), pkgutil.get_data("sys", "x"))
print(len(pkgutil.get_data("json", "decoder.py")) > 100)
print(pkgutil.get_data("not_there", "x"))
try:
  pkgutil.get_data("tree", "missing")
except FileNotFoundError as error:
  print(str(error).replace(top.name, "TOP"))

import wide.left
import wide.right
print([path.replace(top.name, "TOP") for path in wide.__path__], pkgutil.extend_path("text", "x"), pkgutil.extend_path(["x"], "no.parent"))

print(pkgutil.get_importer("/not/there"), pkgutil.get_importer(os.fsencode(one)) is pkgutil.get_importer(one))
print([repr(finder).replace(top.name, "TOP") for finder in pkgutil.iter_importers("tree.branch.twig")])
loader = pkgutil.get_loader("tree.leaf")
print(type(loader).__name__, loader.path.replace(top.name, "TOP"), loader.get_filename("tree.leaf") == loader.path)
print(pkgutil.get_loader(tree).is_package("tree"), pkgutil.find_loader("nothing_there"), pkgutil.get_loader("sys").__name__)
for call in (lambda: pkgutil.find_loader(".x"), lambda: list(pkgutil.iter_importers(".x")), lambda: pkgutil.find_loader("nope.b"),
             lambda: list(pkgutil.iter_importers("nope.x")), lambda: list(pkgutil.iter_modules("text")), lambda: list(pkgutil.walk_packages(b"x"))):
  try:
    print(call())
  except Exception as error:
    print(type(error).__name__, error)


class Finder:
  """A finder of a program's own, which lists its modules too."""

  def iter_modules(self, prefix=""):
    return [(prefix + "made_up", False)]

  @classmethod
  def find_spec(cls, name, path=None, target=None):
    return importlib.util.spec_from_loader(name, cls()) if name == "made_up" else None

  def create_module(self, spec):
    return None

  def exec_module(self, module):
    module.value = 42
    module.__file__ = "/made/up"

  def get_data(self, path):
    return path.encode()


sys.meta_path.insert(0, Finder())
print("made_up" in [info.name for info in pkgutil.iter_modules()], importlib.util.find_spec("made_up").loader.__class__.__name__)
print(pkgutil.get_data("made_up", "a/b"), sys.modules["made_up"].value)


@pkgutil.iter_importer_modules.register(Finder)
def _(finder, prefix=""):
  return [(prefix + "registered", True)]


print(list(pkgutil.iter_importer_modules(Finder(), "p.")), list(pkgutil.iter_importer_modules(None)))
