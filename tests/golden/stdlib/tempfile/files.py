# Temporary files and folders: names, modes, removal.
import os
import tempfile

with tempfile.NamedTemporaryFile("w+", suffix=".txt", prefix="pre_") as file:
  base = os.path.basename(file.name)
  print(base.startswith("pre_"), base.endswith(".txt"), len(base), oct(os.stat(file.name).st_mode))
  file.write("one\ntwo\n")
  file.seek(0)
  print(list(file), file.mode, file.delete)
print(os.path.exists(file.name), file.closed)
kept = tempfile.NamedTemporaryFile(delete=False)
kept.close()
print(os.path.exists(kept.name))
os.unlink(kept.name)
with tempfile.TemporaryFile() as file:
  file.write(b"abc")
  file.seek(1)
  print(file.read(), file.mode)
with tempfile.TemporaryDirectory(prefix="dd") as folder:
  os.makedirs(os.path.join(folder, "a", "b"))
  print(os.listdir(folder), os.path.basename(folder)[:2])
print(os.path.exists(folder))
holder = tempfile.TemporaryDirectory()
print(repr(holder) == f"<TemporaryDirectory {holder.name!r}>")
holder.cleanup()
print(os.path.exists(holder.name))
descriptor, path = tempfile.mkstemp(suffix="s")
print(os.write(descriptor, b"x"), path.endswith("s"))
os.close(descriptor)
os.unlink(path)
path = tempfile.mkdtemp(b"s", b"p")
print(type(path).__name__)
os.rmdir(path)
print(tempfile.gettempprefix(), tempfile.gettempprefixb(), os.path.isdir(tempfile.gettempdir()), tempfile.TMP_MAX > 100,
      os.path.exists(tempfile.mktemp()))
spooled = tempfile.SpooledTemporaryFile(max_size=5)
spooled.write(b"abc")
print(spooled.name, spooled.tell())
spooled.write(b"defg")
spooled.seek(0)
print(spooled.name is None, spooled.read(), spooled.closed)
spooled.close()
print(spooled.closed)
try:
  tempfile.mkstemp(suffix=b"a", prefix="b")
except TypeError as error:
  print(error)
