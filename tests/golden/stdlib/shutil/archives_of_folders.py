# make_archive() with a root folder, a base folder and both; formats of the program's own; what unpack_archive() refuses.
import logging
import os
import pathlib
import shutil
import sys
import tarfile
import tempfile
import zipfile

logging.basicConfig(level=logging.DEBUG, stream=sys.stdout, format="%(levelname)s %(message)s")
folder = os.path.realpath(tempfile.mkdtemp())
os.chdir(folder)
os.makedirs("src/a/b")
for name in ("src/x.txt", "src/a/y"):
  with open(name, "w") as file:
    file.write(name)

for format in ("tar", "gztar", "zip"):
  for root, base in ((None, "src"), ("src", None), ("src", "a"), (pathlib.Path("src"), ".")):
    path = shutil.make_archive("out/new/it", format, root, base)
    archive = zipfile.ZipFile(path) if format == "zip" else tarfile.open(path)
    with archive:
      print(format, root, base, os.path.relpath(path), os.path.isabs(path), sorted(archive.namelist() if format == "zip" else archive.getnames()))
    shutil.rmtree("out")

log = logging.getLogger("archives")
shutil.make_archive("p/it", "zip", "src/a", logger=log)
shutil.make_archive("q/it", "tar", "src", "a", logger=log, dry_run=True)
print(os.path.exists("q"))


def own_format(base_name, base_dir, **options):
  print(os.path.relpath(base_name, folder), base_dir, options, "in", os.path.relpath(os.getcwd(), folder))
  return "result"


shutil.register_archive_format("own", own_format, [("level", 3)])
print(shutil.make_archive("it", "own", "src"), os.getcwd() == folder)

with zipfile.ZipFile("unsafe.zip", "w") as archive:
  for name in ("../outside", "/absolute", "good/file"):
    archive.writestr(name, "")
shutil.unpack_archive("unsafe.zip", "unpacked")
print(os.listdir("unpacked"), os.path.exists("outside"))

for call in (lambda: shutil.make_archive("n", "zap"), lambda: shutil.make_archive("n", "zip", "nowhere"), lambda: shutil.make_archive("n", "zip", "src/x.txt"),
             lambda: shutil.unpack_archive("src/x.txt"), lambda: shutil.unpack_archive("src/x.txt", "d", "zip"),
             lambda: shutil.unpack_archive("src/x.txt", "d", "tar"), lambda: shutil.unpack_archive("src/x.txt", "d", "zap")):
  try:
    call()
  except Exception as error:
    print(type(error).__name__, error, "|", error.__cause__)

with tarfile.open("paths.tar", "w") as archive:
  archive.add(pathlib.Path("src"))
  print(archive.getnames())
os.chdir("/")
shutil.rmtree(folder)
