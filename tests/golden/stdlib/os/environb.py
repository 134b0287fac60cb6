# The environment as bytes and as text, and fwalk.
import os
import tempfile

os.environ["GOLDEN_A"] = "ä"
os.environb[b"GOLDEN_B"] = b"\xffx"
print(os.environb[b"GOLDEN_A"], ascii(os.environ["GOLDEN_B"]), os.getenvb(b"GOLDEN_B"), os.getenvb(b"NO_SUCH", b"d"), os.getenv("GOLDEN_A"), b"GOLDEN_A" in os.environb, os.supports_bytes_environ)
del os.environb[b"GOLDEN_A"]
print("GOLDEN_A" in os.environ, os.environb.get(b"GOLDEN_A"), len(os.environb) == len(os.environ), type(os.environb.copy()).__name__)
for wrong in (lambda: os.environb["x"], lambda: os.environb[b"NO_SUCH"], lambda: os.environb.__setitem__(b"a", "b"), lambda: os.environb.__delitem__(b"NO_SUCH"), lambda: os.no_such_name):
  try:
    wrong()
  except Exception as error:
    print(type(error).__name__, error)
with tempfile.TemporaryDirectory() as folder:
  os.makedirs(os.path.join(folder, "a", "b"))
  open(os.path.join(folder, "a", "file"), "w").close()
  for topdown in (True, False):
    for path, folders, files, descriptor in os.fwalk(folder, topdown):
      print(path[len(folder):], folders, files, os.fstat(descriptor).st_ino == os.stat(path).st_ino)
for wrong in (lambda: 5 in os.environ, lambda: "A" in os.environb, lambda: os.unsetenv(5), lambda: os.fpathconf(-1, 0), lambda: os.getlogin(1)):
  try:
    print(wrong())
  except Exception as error:
    print(type(error).__name__, error)
