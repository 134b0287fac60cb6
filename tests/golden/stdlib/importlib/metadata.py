# Installed distributions: none of a name, and one in a folder on the path.
import json
import os
import sys
import tempfile
from importlib import metadata
from importlib.metadata import PackageNotFoundError

for function in (metadata.version, metadata.metadata, metadata.requires, metadata.files, metadata.distribution):
  try:
    function("no-such-distribution")
  except PackageNotFoundError as error:
    print(type(error).__name__, error, error.name, isinstance(error, ModuleNotFoundError))
try:
  metadata.version("")
except ValueError as error:
  print(error)

folder = tempfile.mkdtemp()
info = os.path.join(folder, "My_Tool-1.2.3.dist-info")
os.makedirs(info)
for name, text in (("METADATA", "Metadata-Version: 2.1\nName: My.Tool\nVersion: 1.2.3\nSummary: A tool\nRequires-Dist: one (>=1)\nRequires-Dist: two ; extra == 'x'\n"
                                "Keywords: a b\nProvides-Extra: x\n\nThe description.\n"),
                   ("entry_points.txt", "[console_scripts]\ntool = json:dumps\nother = os.path:join [x]\n\n# comment\n[plugins]\ntool = json\n"),
                   ("RECORD", "my_tool/__init__.py,sha256=abc,12\nmy_tool/a.py,,\n"), ("top_level.txt", "my_tool\n")):
  with open(os.path.join(info, name), "w") as file:
    file.write(text)
sys.path[:] = [folder]

for name in ("my.tool", "My-Tool", "my_tool"):
  print(metadata.version(name))
about = metadata.metadata("my-tool")
print(about["Summary"], about.get_all("Requires-Dist"), about["name"], about.json)
print(metadata.requires("my-tool"))
files = metadata.files("my-tool")
print(files, files[0].hash, files[0].size, files[1].hash, files[1].size, files[0].locate() == files[0].dist.locate_file(files[0]), files[0].suffix)
points = metadata.entry_points(group="console_scripts")
print(sorted(points), sorted(points.names), points.groups, points["tool"].value)
print(points["tool"].load()([1, 2]), points["other"].module, points["other"].attr, points["other"].extras, points["other"].load() is os.path.join)
print(metadata.entry_points(name="tool", group="plugins"), sorted(metadata.entry_points(name="tool")), sorted(metadata.entry_points().groups))
print([found.name for found in metadata.distributions()], metadata.distribution("my_tool").entry_points.select(group="plugins"), metadata.packages_distributions())
print(metadata.Distribution.at(info).version, metadata.Distribution.from_name("my-tool").read_text("nothing"))
for function in (lambda: setattr(points["tool"], "name", "x"), lambda: points["none"]):
  try:
    function()
  except Exception as error:
    print(type(error).__name__, error)
