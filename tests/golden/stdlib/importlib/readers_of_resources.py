# Data files that a package's own loader has in memory.
import importlib.abc
import importlib.resources
import importlib.util
import io
import pathlib
import sys
from importlib.resources.abc import ResourceReader, Traversable, TraversableResources

FILES = {"data.txt": "text of the file\n", "more": {"deep.bin": "bytes"}}


class Entry(Traversable):
    def __init__(self, name, content):
        self._name, self._content = name, content

    @property
    def name(self):
        return self._name

    def is_dir(self):
        return isinstance(self._content, dict)

    def is_file(self):
        return not self.is_dir()

    def iterdir(self):
        return (Entry(name, content) for name, content in self._content.items())

    def joinpath(self, *parts):
        entry = self
        for part in "/".join(parts).split("/") if parts else ():
            entry = Entry(part, entry._content[part])
        return entry

    def open(self, mode="r", *args, **kwargs):
        return io.BytesIO(self._content.encode()) if "b" in mode else io.StringIO(self._content)


class Reader(TraversableResources):
    def files(self):
        return Entry("box", FILES)


class Loader(importlib.abc.Loader):
    def create_module(self, spec):
        return None

    def exec_module(self, module):
        module.answer = 42

    def get_resource_reader(self, name):
        return Reader()


class Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == "box":
            return importlib.util.spec_from_loader(name, Loader(), is_package=True)


sys.meta_path.insert(0, Finder())
import box

root = importlib.resources.files("box")
print(box.answer, root.name, root.is_dir(), isinstance(root, Traversable), isinstance(pathlib.Path("."), Traversable), isinstance("text", Traversable))
print([entry.name for entry in root.iterdir()], (root / "data.txt").read_text(), root.joinpath("more", "deep.bin").read_bytes(), root.joinpath("more/deep.bin").name, root.joinpath() is root)
with importlib.resources.as_file(root / "data.txt") as path:
    print(type(path).__name__, path.read_text(), path.name.endswith("data.txt"))
print(path.exists())
reader = Reader()
print(reader.open_resource("data.txt").read(), reader.is_resource("data.txt"), reader.is_resource("more"), list(reader.contents()))
try:
    reader.resource_path("data.txt")
except FileNotFoundError as error:
    print(repr(error))
for cls in (ResourceReader, TraversableResources, Traversable, importlib.abc.Finder):
    try:
        cls()
    except TypeError as error:
        print(error)
print(importlib.abc.Traversable is Traversable, importlib.abc.ResourceReader is ResourceReader, importlib.resources.ResourceReader is ResourceReader)
print(sorted(importlib.abc.__all__), sorted(importlib.resources.__all__))
