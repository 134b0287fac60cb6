# Every function of os.path.
import os
import tempfile
from os import path

for text in ("", "/", "//", "///a", "a", "a/b", "/a/b/", "a//b/../c/./d", "../x", "/../..", ".", "a.tar.gz", ".hidden", "dir.d/.x.y", "a/b.", "ä/ü.ö"):
  print(repr(text), path.split(text), path.splitext(text), path.splitdrive(text), path.basename(text), path.dirname(text), path.normpath(text), path.normcase(text), path.isabs(text),
        path.join("/base", text), path.join(text, "x", "/y") if text != "z" else "")
print(path.commonprefix(["/usr/lib", "/usr/local"]), path.commonprefix([]), path.commonpath(["/usr/lib", "/usr/local/x"]), path.commonpath(["a/b", "a/c"]), path.join("a", "b", "", "c"), path.join("a", ""))
os.environ["GOLDEN"] = "value"
os.environ["HOME"] = "/home/me"
print(path.expandvars("$GOLDEN/${GOLDEN}/$NO_SUCH_ONE/${}$"), path.expanduser("~/x"), path.expanduser("~nobody_like_this/x"), path.expandvars(b"$GOLDEN"), path.join(b"a", b"b"), path.splitext(b"x.py"))
for wrong in (lambda: path.commonpath([]), lambda: path.commonpath(["/a", "b"]), lambda: path.join("a", b"b"), lambda: path.join(5), lambda: path.splitext(None), lambda: path.getsize("/no/such/file"),
              lambda: path.commonpath(["a", b"b"]), lambda: path.relpath("")):
  try:
    print(wrong())
  except Exception as error:
    print(type(error).__name__, error)
with tempfile.TemporaryDirectory() as folder:
  folder = path.realpath(folder)
  os.chdir(folder)
  with open("file", "w") as file:
    file.write("12345")
  os.mkdir("sub")
  os.symlink("file", "link")
  os.symlink("nowhere", "broken")
  os.symlink("loop", "loop")
  os.link("file", "sub/hard")
  for name in ("file", "sub", "link", "broken", "none", "sub/hard", "loop"):
    print(name, path.exists(name), path.lexists(name), path.isfile(name), path.isdir(name), path.islink(name), path.ismount(name))
  print(path.getsize("file"), path.samefile("file", "sub/hard"), path.samefile("file", "link"), path.samestat(os.stat("file"), os.stat("sub/hard")), path.getmtime("file") == os.stat("file").st_mtime,
        path.getatime("file") > 0, path.getctime("file") > 0, path.ismount("/"))
  with open("file") as one, open("sub/hard") as two:
    print(path.sameopenfile(one.fileno(), two.fileno()))
  print(path.relpath("sub/x", "."), path.relpath(folder, folder + "/sub"), path.relpath("/a/b", "/a/c/d"), path.abspath("sub/../file") == path.join(folder, "file"),
        path.realpath("link") == path.join(folder, "file"), path.realpath("broken") == path.join(folder, "nowhere"), path.realpath(b"link").endswith(b"file"))
  try:
    path.realpath("none", strict=True)
  except FileNotFoundError as error:
    print(type(error).__name__)
  os.chdir("/")
