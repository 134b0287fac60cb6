# Lines of files, and of texts that a program puts into the cache.
import linecache
import os
import tempfile

with tempfile.TemporaryDirectory() as folder:
  path = os.path.join(folder, "lines.txt")
  with open(path, "w") as file:
    file.write("one\ntwo")
  print(linecache.getlines(path), repr(linecache.getline(path, 2)), repr(linecache.getline(path, 3)), repr(linecache.getline(path, 0)))
linecache.cache["<made up>"] = (3, None, ["first\n", "second\n"], "<made up>")
print(repr(linecache.getline("<made up>", 2)), linecache.getlines("<made up>"))
linecache.checkcache()
print(linecache.getlines("<made up>"))
linecache.clearcache()
print(linecache.getlines("<made up>"), repr(linecache.getline("no such file", 1)))

# What was read is kept with the size and the time of the file, under the name that was asked for.
with tempfile.TemporaryDirectory() as folder:
  here = os.getcwd()
  os.chdir(folder)
  with open("kept.py", "w") as file:
    file.write("x = 1\ny = 2\n")
  linecache.clearcache()
  print(linecache.getlines("kept.py"), list(linecache.cache), linecache.cache["kept.py"][0], linecache.cache["kept.py"][2])
  os.remove("kept.py")
  print(linecache.getline("kept.py", 2), end="")
  linecache.checkcache("kept.py")
  print("kept.py" in linecache.cache)
  os.chdir(here)
