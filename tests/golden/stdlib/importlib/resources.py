# Files of packages.
import importlib.resources
import os
import sys
import tempfile
import warnings

folder = tempfile.mkdtemp()
os.makedirs(os.path.join(folder, "with_data", "sub"))
for name, text in (("__init__.py", ""), ("data.txt", "some text ä\n"), ("sub/deep.txt", "deep")):
  with open(os.path.join(folder, "with_data", name), "w", encoding="utf-8") as file:
    file.write(text)
sys.path.insert(0, folder)
import with_data

for package in (with_data, "with_data"):
  root = importlib.resources.files(package)
  print(root.name, root.joinpath("data.txt").read_text(encoding="utf-8"), (root / "data.txt").read_bytes(), (root / "sub" / "deep.txt").read_text(),
        sorted(entry.name for entry in root.iterdir() if entry.name != "__pycache__"), (root / "sub").is_dir(), (root / "none").exists())
with importlib.resources.as_file(root / "data.txt") as path:
  print(path.exists(), path.suffix)
with warnings.catch_warnings(record=True) as caught:
  warnings.simplefilter("always")
  print(importlib.resources.read_text(with_data, "data.txt", encoding="utf-8"), importlib.resources.read_binary("with_data", "data.txt"),
        importlib.resources.is_resource(with_data, "data.txt"), importlib.resources.is_resource(with_data, "sub"), importlib.resources.is_resource(with_data, "none"),
        "data.txt" in importlib.resources.contents(with_data))
  with importlib.resources.open_text(with_data, "data.txt", encoding="utf-8") as file, importlib.resources.open_binary(with_data, "data.txt") as raw, \
      importlib.resources.path(with_data, "data.txt") as path:
    print(file.read(), raw.read(3), path.name)
print(sorted({str(warning.message)[:30] for warning in caught}), len(caught))
for function in (lambda: importlib.resources.files("no_such_package"), lambda: importlib.resources.read_text(with_data, "sub/deep.txt"),
                 lambda: importlib.resources.read_text(with_data, "none")):
  try:
    warnings.simplefilter("ignore")
    function()
  except Exception as error:
    print(type(error).__name__, str(error).replace(folder, "FOLDER"))
