# Folders: scandir() entries, walk() in both directions, listdir() of bytes.
import os
import tempfile

with tempfile.TemporaryDirectory() as top:
  os.makedirs(os.path.join(top, "a", "b"))
  os.makedirs(os.path.join(top, "c"))
  for name in ("x", "a/y", "a/b/z"):
    with open(os.path.join(top, name), "w") as file:
      file.write(name)
  os.symlink("a", os.path.join(top, "to_a"))
  os.symlink("none", os.path.join(top, "broken"))
  with os.scandir(top) as entries:
    for entry in sorted(entries, key=lambda entry: entry.name):
      print(entry, entry.is_dir(), entry.is_file(), entry.is_symlink(), entry.is_dir(follow_symlinks=False), entry.path == os.path.join(top, entry.name),
            entry.inode() == os.lstat(entry.path).st_ino, os.fspath(entry) == entry.path, entry.stat(follow_symlinks=False).st_size > 0)
  for topdown in (True, False):
    for folder, folders, files in os.walk(top, topdown):
      folders.sort()
      print(os.path.relpath(folder, top), sorted(folders), sorted(files))
  print([os.path.relpath(folder, top) for folder, _, _ in os.walk(top, followlinks=True) if "to_a" in folder] != [])
  for folder, folders, files in os.walk(top):
    folders[:] = [name for name in folders if name != "a"]
    print(os.path.relpath(folder, top))
    folders.sort()
  print(sorted(os.listdir(os.fsencode(top))), [type(entry.name).__name__ for entry in os.scandir(os.fsencode(top))][0])
  print(list(os.walk("none")), end=" ")
  list(os.walk("none", onerror=lambda error: print(error)))
  os.renames(os.path.join(top, "a", "b", "z"), os.path.join(top, "new", "z"))
  print(sorted(os.listdir(top)), os.path.exists(os.path.join(top, "a", "b")))
