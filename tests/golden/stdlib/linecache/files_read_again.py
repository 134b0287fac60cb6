# Files that are gone or cannot be decoded, line ends of all kinds, and names relative to a folder of the path.
import linecache
import os
import sys
import tempfile


def write(name, data):
  with open(os.path.join(folder, name), "wb") as file:
    file.write(data)
  return os.path.join(folder, name)


with tempfile.TemporaryDirectory() as folder:
  path = write("gone.txt", b"one\ntwo")
  print(repr(linecache.getline(path, 1)), linecache.cache[path][0], linecache.cache[path][2])
  write("gone.txt", b"another text\n")
  print(repr(linecache.getline(path, 1)))
  linecache.checkcache(path)
  print(repr(linecache.getline(path, 1)))
  os.remove(path)
  print(repr(linecache.getline(path, 1)))
  linecache.checkcache()
  print(repr(linecache.getline(path, 1)), path in linecache.cache)

  for name, data in (("no_text.txt", b"a\xff\n"), ("latin.py", b"# coding: latin-1\nx = '\xe9'\n"), ("odd.py", b"# coding: odd\nx\xff\n"),
                     ("replaced.py", "x = '\ufffd'\n".encode()), ("bom.py", b"\xef\xbb\xbfx\r\ny\rz"), ("feed.py", b"a\x0cb\nc\x1cd\n"), ("empty.py", b"")):
    path = write(name, data)
    print(name, ascii(linecache.getlines(path)), path in linecache.cache)

  write("of_the_path.py", b"r = 1\n")
  print(linecache.getlines("of_the_path.py"))
  sys.path.append(folder)
  print(linecache.getlines("of_the_path.py"), linecache.cache["of_the_path.py"][3] == os.path.join(folder, "of_the_path.py"))

for arguments in ((5, 1), (__file__, "x"), (__file__, 1.5), ("", 1), ("<string>", 1)):
  try:
    print(repr(linecache.getline(*arguments)))
  except (TypeError, AttributeError) as error:
    print(type(error).__name__, error)
