# Entries of a folder that is given as a descriptor: questions about links are asked there, not in the working folder.
import os
import tempfile

with tempfile.TemporaryDirectory() as folder:
  os.makedirs(os.path.join(folder, "below", "deep"))
  with open(os.path.join(folder, "file"), "w") as file:
    file.write("12345")
  for name, target in {"to_folder": "below", "to_file": "file", "to_nothing": "missing"}.items():
    os.symlink(target, os.path.join(folder, name))
  descriptor = os.open(folder, os.O_RDONLY)
  with os.scandir(descriptor) as entries:
    for entry in sorted(entries, key=lambda entry: entry.name):
      print(entry, entry.path, entry.is_dir(), entry.is_file(), entry.is_symlink(), entry.is_dir(follow_symlinks=False))
      try:
        print(" ", "folder" if entry.is_dir() else entry.stat().st_size, entry.stat(follow_symlinks=False).st_mode >> 12)
      except OSError as error:
        print(" ", error)
  os.close(descriptor)
  for top, folders, files, descriptor in os.fwalk(folder):
    print(top.replace(folder, "@"), sorted(folders), sorted(files))
