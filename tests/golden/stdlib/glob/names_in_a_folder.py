# glob0() and glob1(), which look into one folder; has_magic().
import glob
import os
import tempfile

with tempfile.TemporaryDirectory() as folder:
  for name in ("a.py", "b.txt", ".hidden", "[x].py"):
    open(os.path.join(folder, name), "w").close()
  print(glob.glob0(folder, "a.py"), glob.glob0(folder, "none"), glob.glob0(folder, ""))
  print(sorted(glob.glob1(folder, "*")), sorted(glob.glob1(folder, ".*")), glob.glob1(os.path.join(folder, "none"), "*"))
  print(sorted(glob.glob1(os.fsencode(folder), b"*.py")))
print([glob.has_magic(text) for text in ("a", "a*", "?", "[", b"x", b"[")])
for wrong in (5, None):
  try:
    glob.has_magic(wrong)
  except TypeError as error:
    print(error)
