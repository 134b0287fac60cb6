# Files of every size around a buffer's, read in every way; what a closed file still tells.
import os, tempfile
folder = tempfile.mkdtemp()
path = os.path.join(folder, "file")
for size in (0, 1, 100, 8191, 65535, 65536, 65537, 131072, 200000):
  content = bytes(i * 7 % 251 for i in range(size))
  with open(path, "wb") as file: assert file.write(content) == size
  with open(path, "rb") as file: assert file.read() == content and file.read() == b""
  with open(path, "rb") as file: assert file.read(10) + file.read() == content
  with open(path, "rb") as file: assert file.readline() + b"".join(file) == content
  with open(path, encoding="latin-1", newline="") as file: assert file.read().encode("latin-1") == content
  with open(path, "rb", buffering=0) as file: assert (file.read(7) or b"") + file.readall() == content
  with open(path, "r+b") as file:
    head = file.read(5)
    file.write(b"changed")
    file.seek(0)
    assert file.read() == head + b"changed" + content[12:] if size >= 5 else True
with open(path, "w") as file: file.write("one\ntwo\n")
reader, writer = open(path), open(path, "a")
print(reader.read(), reader.read() == "")
writer.write("three\n")
writer.flush()
print(reader.read())
reader.close()
writer.close()
for use in (reader.read, reader.readline, lambda: next(reader), lambda: writer.write("x"), writer.flush, reader.tell):
  try: use()
  except ValueError as error: print(error)
print(reader.closed, reader.name == path, reader.mode, reader.close())
files = [open(path) for _ in range(50)]
print(len({file.fileno() for file in files}), {file.read() for file in files})
for file in files: file.close()
os.remove(path)
os.rmdir(folder)
