# Copying, moving and removing files and trees.
import io
import os
import shutil
import stat
import tempfile


def names(folder):
  return sorted(os.path.relpath(os.path.join(top, name), folder) for top, folders, files in os.walk(folder) for name in folders + files)


with tempfile.TemporaryDirectory() as top:
  os.chdir(top)
  os.makedirs("src/sub")
  for name in ("src/a.txt", "src/b.pyc", "src/sub/c.txt"):
    with open(name, "w") as file:
      file.write(name)
  os.chmod("src/a.txt", 0o640)
  print(shutil.copyfile("src/a.txt", "copy1"), shutil.copy("src/a.txt", "copy2"), shutil.copy2("src/a.txt", "src/sub"))
  print([oct(stat.S_IMODE(os.stat(name).st_mode)) for name in ("copy1", "copy2", "src/sub/a.txt")])
  print(os.stat("src/sub/a.txt").st_mtime_ns == os.stat("src/a.txt").st_mtime_ns)
  print(shutil.copytree("src", "tree"), names("tree"))
  print(names(shutil.copytree("src", "some", ignore=lambda folder, found: [name for name in found if name.endswith(".pyc")])))
  shutil.copytree("src", "tree", dirs_exist_ok=True)
  print(shutil.move("copy1", "moved"), shutil.move("moved", "tree"), names("."))
  source, target = io.BytesIO(b"x" * 100), io.BytesIO()
  shutil.copyfileobj(source, target, 7)
  print(len(target.getvalue()))
  shutil.rmtree("tree")
  shutil.rmtree("none", ignore_errors=True)
  shutil.rmtree("none", onerror=lambda function, path, info: print(function.__name__, path, info[0].__name__))
  shutil.chown("copy2", os.getuid(), os.getgid())
  print(shutil.which("sh") is not None, shutil.which("no-such-command"), shutil.which("./copy2"), shutil.disk_usage(".").total > 0)
  for fail in (lambda: shutil.copyfile("copy2", "copy2"), lambda: shutil.rmtree("none"), lambda: shutil.move("src", "src/sub/x"),
               lambda: shutil.copytree("src", "some"), lambda: shutil.copyfile("none", "x"), lambda: shutil.make_archive("x", "odd"),
               lambda: shutil.chown("copy2")):
    try:
      fail()
    except (OSError, ValueError) as error:
      print(type(error).__name__, error)
  os.environ["COLUMNS"], os.environ["LINES"] = "33", "44"
  print(shutil.get_terminal_size(), [name for name, _ in shutil.get_archive_formats()])
  os.chdir("/")
