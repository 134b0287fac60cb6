# Archives, modes, ignored names, errors.
import os
import shutil
import stat
import tempfile

folder = tempfile.mkdtemp()
os.chdir(folder)
os.makedirs("tree/sub")
for name in ("tree/a.txt", "tree/b.pyc", "tree/sub/c.txt"):
  with open(name, "w") as file:
    file.write(name)
shutil.copytree("tree", "copy", ignore=shutil.ignore_patterns("*.pyc", "s*"))
print(sorted(os.listdir("copy")))
os.chmod("tree/a.txt", 0o640)
os.utime("tree/a.txt", (5, 5))
shutil.copyfile("tree/a.txt", "x")
shutil.copymode("tree/a.txt", "x")
print(stat.filemode(os.stat("x").st_mode), os.stat("x").st_mtime == 5)
shutil.copystat("tree/a.txt", "x")
print(os.stat("x").st_mtime)
print(shutil.copy("tree/a.txt", "sub") if False else shutil.copy("tree/a.txt", "y"), shutil.copy2("tree/a.txt", "tree/sub"), os.stat("tree/sub/a.txt").st_mtime, shutil.move("y", "moved"), shutil.which("no-such-program"),
      shutil.disk_usage("/").total > 0, shutil.get_terminal_size((80, 24)).columns > 0)
for wrong in (lambda: shutil.copyfile("x", "x"), lambda: shutil.copyfile("none", "z"), lambda: shutil.copytree("tree", "copy"), lambda: shutil.rmtree("none"), lambda: shutil.move("none", "z"), lambda: shutil.make_archive("a", "nonsense"),
              lambda: shutil.unpack_archive("a.nonsense"), lambda: shutil.unpack_archive("x", format="nonsense"), lambda: shutil.copyfile("tree", "z"), lambda: shutil.move("tree", "tree/sub")):
  try:
    print(wrong())
  except Exception as error:
    print(type(error).__name__, str(error).replace(folder, ""))
print(issubclass(shutil.SameFileError, shutil.Error), issubclass(shutil.SpecialFileError, OSError), issubclass(shutil.ExecError, OSError), issubclass(shutil.ReadError, OSError), issubclass(shutil.RegistryError, Exception))


def pack(base_name, root, dry_run=False, **options):
  with open(base_name + ".list", "w") as file:
    for path, _, names in sorted(os.walk(root)):
      file.writelines(f"{path}/{name}\n" for name in sorted(names))
  return base_name + ".list"


def unpack(filename, target, **options):
  print("unpacked", os.path.basename(filename), os.path.basename(target))


shutil.register_archive_format("list", lambda base, root, **options: pack(base, root), [], "names of files")
shutil.register_unpack_format("list", [".list"], unpack, [], "names of files")
print(("list", "names of files") in shutil.get_archive_formats(), ("list", [".list"], "names of files") in shutil.get_unpack_formats())
print(os.path.basename(shutil.make_archive("packed", "list", base_dir="tree")), open("packed.list").read().split())
shutil.unpack_archive("packed.list", "target")
shutil.unregister_archive_format("list")
shutil.unregister_unpack_format("list")
shutil.rmtree("tree", ignore_errors=True)
shutil.rmtree("none", onerror=lambda function, path, info: print("onerror", path, info[0].__name__))
print(sorted(os.listdir(".")))
print(os.path.basename(shutil.make_archive("dry", "zip", dry_run=True)), os.path.exists("dry.zip"))
os.chdir("/")
shutil.rmtree(folder)
