# glob() and Path.glob(): wildcards, **, hidden files, root_dir.
import glob
import os
import pathlib
import tempfile

with tempfile.TemporaryDirectory() as folder:
  os.chdir(folder)
  for name in ["a.txt", "b.py", ".hidden", "sub/c.py", "sub/d.txt", "sub/deep/e.py", "sub/.h/f.py", "x[1].txt"]:
    os.makedirs(os.path.dirname(name) or ".", exist_ok=True)
    open(name, "w").close()
  for pattern in ["*", "*.py", "**", "**/*.py", "sub/*", "*/", "sub/**/", "**/", "s*/*.py", "none*", "a.txt", ".*", "[ab]*", "sub/../*.py", "*/deep",
                  "x[[]1].txt", "", "*/*/"]:
    print(repr(pattern), sorted(glob.glob(pattern)), sorted(glob.glob(pattern, recursive=True)))
  print(sorted(glob.glob("*", root_dir="sub")), sorted(glob.glob("**", root_dir="sub", recursive=True, include_hidden=True)))
  print(sorted(glob.glob(b"*.py")), glob.escape("a[b]*?"), glob.has_magic("a*"), list(glob.iglob("b.*")))
  here = pathlib.Path(".")
  for pattern in ["*", "*.py", "**/*.py", "**", "sub/*", "*/", "s*/*.py", "sub/**/e.py", ".h*", "**/*", "none/*"]:
    print(pattern, sorted(map(str, here.glob(pattern))))
  print(sorted(map(str, here.rglob("*.py"))), sorted(map(str, here.rglob("deep/*"))))
  for fail in (lambda: list(here.glob("a**b")), lambda: list(here.glob("/a")), lambda: list(here.glob(""))):
    try:
      fail()
    except (ValueError, NotImplementedError) as error:
      print(type(error).__name__, error)
  os.chdir("/")
