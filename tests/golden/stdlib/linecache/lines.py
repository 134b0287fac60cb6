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
