# zipfile.Path, the command line, archives of modules, and shutil's archives.
import io
import os
import shutil
import tempfile
import zipfile

file = io.BytesIO()
with zipfile.ZipFile(file, "w") as archive:
  for name in ("a.txt", "b/c.tar.gz", "b/d/e.txt", "g/"):
    archive.writestr(zipfile.ZipInfo(name), "content of " + name)
archive = zipfile.ZipFile(file)
archive.filename = "folder/some.zip"
root = zipfile.Path(archive)
print(root, repr(root), root.name, root.parent, root.filename, type(root.root).__name__)
for path in root.iterdir():
  print(repr(path), path, path.name, path.is_dir(), path.is_file(), path.exists(), repr(path.parent))
inner = root / "b" / "c.tar.gz"
print(inner, inner.suffix, inner.suffixes, inner.stem, inner.read_text(encoding="utf-8"), inner.read_bytes(), root.joinpath("b", "d", "e.txt").exists())
with inner.open() as text, inner.open("rb") as data:
  print(type(text).__name__, text.read(), data.read())
print(list((root / "b").iterdir()), (root / "b").at, (root / "g" / "..").at, (root / "nothing").exists(), root / "b/d" / "")
for call in (lambda: root.open(), lambda: (root / "x").open(), lambda: list((root / "a.txt").iterdir()), lambda: (root / "a.txt").open("rb", "utf-8")):
  try:
    print(call())
  except Exception as error:
    print(type(error).__name__, error)
print(root.root.namelist(), root.root.getinfo("b/d/"))
with zipfile.ZipFile(io.BytesIO(), "w") as archive:
  with zipfile.Path(archive, "new.txt").open("w", encoding="utf-8") as text:
    text.write("h\u00e9")
  print(archive.namelist(), archive.infolist()[0].file_size, type(archive).__name__)

with tempfile.TemporaryDirectory() as folder:
  os.chdir(folder)
  os.makedirs("tree/deep")
  for name in ("tree/one.txt", "tree/deep/two.txt", "alone.txt"):
    with open(name, "w") as text:
      text.write(name * 100)
    os.utime(name, (10 ** 9, 10 ** 9))
  for name in ("tree/deep", "tree"):
    os.utime(name, (10 ** 9, 10 ** 9))
  zipfile.main(["-c", "made.zip", "tree/", "alone.txt", "missing"])
  zipfile.main(["--list", "made.zip"])
  zipfile.main(["-t", "made.zip"])
  zipfile.main(["-e", "made.zip", "out"])
  print(sorted(os.listdir("out")), sorted(os.listdir("out/tree")), open("out/tree/deep/two.txt").read() == "tree/deep/two.txt" * 100)

  name = shutil.make_archive("packed", "zip", ".", "tree")
  print(os.path.basename(name), sorted(zipfile.ZipFile(name).namelist()))
  shutil.unpack_archive(name, "unpacked")
  print(sorted(os.listdir("unpacked/tree")), [f[0] for f in shutil.get_unpack_formats() if f[0] == "zip"])
  try:
    shutil.unpack_archive("alone.txt", "x", "zip")
  except shutil.ReadError as error:
    print("ReadError", error)
  os.chdir("/")
